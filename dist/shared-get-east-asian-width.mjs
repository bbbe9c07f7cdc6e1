import {
  compareText,
  init_compare_text
} from "./shared-valibot.mjs";
import {
  __esm
} from "./shared-runtime.mjs";

// src/core/ending.ts
function worstEnding(endings) {
  return endings.reduce(
    (worst, ending) => ENDINGS[ending].rank > ENDINGS[worst].rank ? ending : worst,
    "nothing_due"
  );
}
var ENDINGS, Halt;
var init_ending = __esm({
  "src/core/ending.ts"() {
    "use strict";
    ENDINGS = {
      nothing_due: { rank: 0, exitCode: 0, level: "info", alert: "never", meaning: "nothing was due" },
      no_change: { rank: 1, exitCode: 0, level: "info", alert: "never", meaning: "there was nothing to change" },
      worked: { rank: 2, exitCode: 0, level: "info", alert: "never", meaning: "the work is done" },
      held_by_another_wake: {
        rank: 3,
        exitCode: 0,
        level: "info",
        alert: "never",
        meaning: "another wake holds the goal"
      },
      waiting_for_draft: {
        rank: 4,
        exitCode: 0,
        level: "info",
        alert: "never",
        meaning: "an open draft waits for a person"
      },
      paused: { rank: 5, exitCode: 0, level: "info", alert: "never", meaning: "the goal is paused" },
      yielded_to_person: {
        rank: 6,
        exitCode: 0,
        level: "info",
        alert: "never",
        meaning: "a person asked, so the wake gave way"
      },
      stopped: { rank: 7, exitCode: 0, level: "warn", alert: "never", meaning: "the stop is set" },
      cancelled: { rank: 8, exitCode: 0, level: "warn", alert: "never", meaning: "the run was cancelled" },
      taken_over: {
        rank: 9,
        exitCode: 0,
        level: "warn",
        alert: "never",
        meaning: "a person took over the work branch"
      },
      time_limit: {
        rank: 10,
        exitCode: 0,
        level: "warn",
        alert: "at_threshold",
        meaning: "the time was used up"
      },
      call_limit: {
        rank: 11,
        exitCode: 0,
        level: "warn",
        alert: "at_threshold",
        meaning: "the model calls were used up"
      },
      budget_spent: {
        rank: 12,
        exitCode: 0,
        level: "warn",
        alert: "at_threshold",
        meaning: "the budget is spent"
      },
      lease_lost: {
        rank: 13,
        exitCode: 0,
        level: "warn",
        alert: "at_threshold",
        meaning: "another wake took the lease"
      },
      gave_up: { rank: 14, exitCode: 0, level: "warn", alert: "at_threshold", meaning: "the model gave up" },
      no_progress: {
        rank: 15,
        exitCode: 0,
        level: "warn",
        alert: "at_threshold",
        meaning: "the model went round in circles"
      },
      too_large: {
        rank: 16,
        exitCode: 0,
        level: "warn",
        alert: "at_threshold",
        meaning: "the change is larger than a draft may be"
      },
      checks_failed: {
        rank: 17,
        exitCode: 0,
        level: "warn",
        alert: "at_threshold",
        meaning: "the checks do not pass"
      },
      model_unavailable: {
        rank: 18,
        exitCode: 0,
        level: "error",
        alert: "at_threshold",
        meaning: "the model could not be reached"
      },
      github_unavailable: {
        rank: 19,
        exitCode: 0,
        level: "error",
        alert: "at_threshold",
        meaning: "GitHub or the remote could not be reached"
      },
      item_stuck: {
        rank: 20,
        exitCode: 1,
        level: "error",
        alert: "at_once",
        meaning: "an item used up its attempts"
      },
      bad_goal: { rank: 21, exitCode: 1, level: "error", alert: "at_once", meaning: "a goal file is not valid" },
      missing_key: {
        rank: 22,
        exitCode: 1,
        level: "error",
        alert: "at_once",
        meaning: "the model key is missing or refused"
      },
      forbidden: { rank: 23, exitCode: 1, level: "error", alert: "at_once", meaning: "a permission is missing" },
      secret_found: {
        rank: 24,
        exitCode: 1,
        level: "error",
        alert: "at_once",
        meaning: "the change held a secret and was refused"
      },
      bad_settings: {
        rank: 25,
        exitCode: 1,
        level: "error",
        alert: "at_once",
        meaning: "the settings file is not valid"
      },
      bad_state_file: {
        rank: 26,
        exitCode: 1,
        level: "error",
        alert: "at_once",
        meaning: "the state branch cannot be read"
      },
      unexpected: {
        rank: 27,
        exitCode: 1,
        level: "error",
        alert: "at_once",
        meaning: "a defect in Wakeful itself"
      }
    };
    Halt = class extends Error {
      ending;
      detail;
      constructor(ending, detail, options) {
        super(`${ending}: ${detail}`, options);
        this.name = "Halt";
        this.ending = ending;
        this.detail = detail;
      }
    };
  }
});

// src/core/access/secret-patterns.ts
function pattern(name, source, how) {
  return { name, pattern: source, group: how?.group ?? 0, random: how?.random ?? false };
}
function looksRandom(value) {
  return /\d/.test(value) && /[A-Za-z]/.test(value) && bitsPerCharacter(value) >= 3.2;
}
function bitsPerCharacter(value) {
  const counts = /* @__PURE__ */ new Map();
  for (const character of value) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count2 of counts.values()) bits -= count2 / value.length * Math.log2(count2 / value.length);
  return bits;
}
var VALUE, SECRET_NAME, SECRET_PATTERNS;
var init_secret_patterns = __esm({
  "src/core/access/secret-patterns.ts"() {
    "use strict";
    VALUE = "([A-Za-z0-9+/=_.~-]{16,200})";
    SECRET_NAME = "(?:api[_-]?key|secret|token|passw(?:or)?d|access[_-]?key|private[_-]?key)";
    SECRET_PATTERNS = [
      pattern("an OpenAI key", /\bsk-[A-Za-z0-9_-]{20,200}/g, { random: true }),
      pattern("a GitHub token", /\bgh[pousr]_[A-Za-z0-9]{30,255}/g),
      pattern("a GitHub token", /\bgithub_pat_[A-Za-z0-9_]{40,255}/g),
      pattern("a GitLab token", /\bglpat-[A-Za-z0-9_-]{20,100}/g),
      pattern("an AWS access key", /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/g),
      pattern("a Slack token", /\bxox[abeoprs]-[A-Za-z0-9-]{10,250}/g),
      pattern("a Google API key", /\bAIza[0-9A-Za-z_-]{35}/g),
      pattern("an npm token", /\bnpm_[A-Za-z0-9]{36}/g),
      pattern("a Stripe key", /\b[rs]k_live_[A-Za-z0-9]{16,200}/g),
      pattern(
        "a signed web token",
        /\beyJ[A-Za-z0-9_-]{10,2000}\.eyJ[A-Za-z0-9_-]{10,4000}\.[A-Za-z0-9_-]{10,2000}/g
      ),
      pattern("a bearer token", new RegExp(`\\bBearer[ \\t]{1,4}${VALUE}`, "gi"), { group: 1, random: true }),
      pattern(
        "a password in an address",
        /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:/@'"]{1,100}:([^\s/@'"${}<>]{8,200})@/gi,
        {
          group: 1,
          random: true
        }
      ),
      pattern(
        "a secret value",
        new RegExp(
          `${SECRET_NAME}[A-Za-z0-9_-]{0,40}["']?[ \\t]{0,4}[:=]{1,2}>?[ \\t]{0,4}["'\`]${VALUE}["'\`]`,
          "gi"
        ),
        { group: 1, random: true }
      ),
      pattern(
        "a secret value",
        new RegExp(`\\b[A-Z0-9_]{0,60}(?:KEY|SECRET|TOKEN|PASSWORD)[A-Z0-9_]{0,40}=${VALUE}(?=\\s|$)`, "g"),
        { group: 1, random: true }
      )
    ];
  }
});

// src/core/access/mask.ts
function createMask({ values, patterns }) {
  const known = knownForms(values);
  const own = patterns.flatMap(compile);
  const spansOf = (text) => [
    ...known.flatMap((value) => occurrences(text, value)),
    ...privateKeys(text),
    ...[...SECRET_PATTERNS, ...own].flatMap((pattern3) => patternSpans(text, pattern3))
  ];
  return {
    mask: (text) => replaceSpans(text, [...spansOf(text), ...known.flatMap((value) => cutOff(text, value))]),
    finds: (text) => spansOf(text)[0]?.name ?? null
  };
}
function knownForms(values) {
  const long = values.map((value) => value.trim()).filter((value) => value.length >= SHORTEST_VALUE);
  const forms = long.flatMap((value) => [
    value,
    JSON.stringify(value).slice(1, -1),
    encodeURIComponent(value.toWellFormed()),
    ...base64Forms(value),
    ...hexForms(value)
  ]);
  return [...new Set(forms)].sort((a, b) => b.length - a.length);
}
function hexForms(value) {
  const hex = Buffer.from(value, "utf8").toString("hex");
  return [hex, hex.toUpperCase()];
}
function base64Forms(value) {
  const bytes = Buffer.from(value, "utf8");
  const forms = [0, 1, 2].map((offset) => {
    const encoded = Buffer.concat([Buffer.alloc(offset), bytes]).toString("base64").replace(/=+$/, "");
    const start = [0, 2, 3][offset] ?? 0;
    const end = (bytes.length + offset) % 3 === 0 ? encoded.length : encoded.length - 1;
    return encoded.slice(start, end);
  });
  return forms.filter((form) => form.length >= SHORTEST_VALUE).flatMap((form) => [form, form.replaceAll("+", "-").replaceAll("/", "_")]);
}
function compile(source, index) {
  try {
    return [
      {
        name: `secret pattern ${index + 1} of the settings`,
        pattern: new RegExp(source, "g"),
        group: 0,
        random: false
      }
    ];
  } catch {
    return [];
  }
}
function occurrences(text, value) {
  const spans = [];
  for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + value.length)) {
    spans.push({ from: at, to: at + value.length, name: "a known secret" });
  }
  return spans;
}
function cutOff(text, value) {
  const cuts = [text.trimEnd().length, ...[...text.matchAll(/…/g)].map((match) => match.index)];
  return cuts.flatMap((to) => {
    for (let length = Math.min(value.length - 1, to); length >= SHORTEST_PART; length--) {
      if (text.startsWith(value.slice(0, length), to - length))
        return [{ from: to - length, to, name: "a known secret" }];
    }
    return [];
  });
}
function privateKeys(text) {
  const spans = [];
  const begin = /-----BEGIN [A-Z ]{0,40}PRIVATE KEY(?: BLOCK)?-----/g;
  const end = /-----END [A-Z ]{0,40}PRIVATE KEY(?: BLOCK)?-----/g;
  for (let match = begin.exec(text); match !== null; match = begin.exec(text)) {
    end.lastIndex = begin.lastIndex;
    const to = end.exec(text) === null ? text.length : end.lastIndex;
    spans.push({ from: match.index, to, name: "a private key" });
    begin.lastIndex = to;
  }
  return spans;
}
function patternSpans(text, { name, pattern: pattern3, group, random }) {
  const spans = [];
  for (const match of text.matchAll(pattern3)) {
    const secret = match[group] ?? "";
    if (secret === "" || random && !looksRandom(secret)) continue;
    const from = match.index + match[0].lastIndexOf(secret);
    spans.push({ from, to: from + secret.length, name });
  }
  return spans;
}
function replaceSpans(text, spans) {
  const parts = [];
  let at = 0;
  for (const span of [...spans].sort((a, b) => a.from - b.from || b.to - a.to)) {
    if (span.to <= at) continue;
    if (span.from >= at) parts.push(text.slice(at, span.from), MASKED);
    at = span.to;
  }
  parts.push(text.slice(at));
  return parts.join("");
}
var MASKED, SHORTEST_VALUE, SHORTEST_PART;
var init_mask = __esm({
  "src/core/access/mask.ts"() {
    "use strict";
    init_secret_patterns();
    MASKED = "[masked]";
    SHORTEST_VALUE = 6;
    SHORTEST_PART = 12;
  }
});

// src/core/stop.ts
function stopReason(text) {
  return text.trim() === "" ? "no reason given" : text.trim();
}
var STOP_VARIABLE;
var init_stop = __esm({
  "src/core/stop.ts"() {
    "use strict";
    STOP_VARIABLE = "WAKEFUL_STOP";
  }
});

// src/core/halt.ts
function stoppedBy(stop) {
  return new Halt("stopped", `state/STOP is set: ${stopReason(stop)}`);
}
function stoppedAtStart(where, reason) {
  const words = `${where} is set: ${stopReason(reason)}. Nothing was started and nothing was written.`;
  return new Halt("stopped", `${words} Remove it to resume.`);
}
function leaseLost(goal) {
  return new Halt("lease_lost", `Another wake has taken the lease on ${goal}.`);
}
function yieldedTo({ yield: wish }) {
  return new Halt("yielded_to_person", `${wish?.by ?? "A person"} asked for the goal.`);
}
function isOutage(reason) {
  return reason instanceof Halt && reason.ending === "github_unavailable";
}
function asHalt(reason) {
  if (reason instanceof Halt) return reason;
  const cause = reason instanceof Error ? reason.cause : void 0;
  if (cause instanceof Halt) return cause;
  const words = reason instanceof Error ? reason.stack ?? reason.message : String(reason);
  return new Halt("unexpected", words.slice(0, 2e3), { cause: reason });
}
var init_halt = __esm({
  "src/core/halt.ts"() {
    "use strict";
    init_ending();
    init_stop();
  }
});

// src/core/wake-result.ts
function emptyResult(order, ending, detail) {
  const nothing = { goals: [], problems: [], alerts: [], stateBranch: null, nextDue: null };
  return { wake: order.wake.id, ending, detail, ...nothing };
}
var init_wake_result = __esm({
  "src/core/wake-result.ts"() {
    "use strict";
  }
});

// src/ledger/mask-deep.ts
function maskDeep(value, mask) {
  return deep({ value, before: void 0 }, mask);
}
function deep({ value, before }, mask) {
  if (value === before) return value;
  if (typeof value === "string") return mask.mask(value);
  if (Array.isArray(value)) return value.map((each) => deep({ value: each, before: void 0 }, mask));
  if (!isObject(value)) return value;
  const old = isObject(before) ? before : {};
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      key,
      IDENTITIES.has(key) && !isObject(each) ? each : deep({ value: each, before: old[key] }, mask)
    ])
  );
}
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function maskChanges(before, after, mask) {
  const changed = (part, old) => deep({ value: part, before: old }, mask);
  return {
    ...after,
    status: changed(after.status, before.status),
    alerts: changed(after.alerts, before.alerts),
    checkpoints: changed(after.checkpoints, before.checkpoints),
    requests: changed(after.requests, before.requests),
    stop: changed(after.stop, before.stop)
  };
}
function maskResult(result, mask) {
  return {
    ...result,
    detail: mask.mask(result.detail),
    problems: result.problems.map((problem) => ({
      ...problem,
      file: mask.mask(problem.file),
      message: mask.mask(problem.message)
    })),
    alerts: result.alerts.map((alert) => ({ ...alert, title: mask.mask(alert.title) })),
    goals: result.goals.map((goal) => ({
      ...goal,
      title: mask.mask(goal.title),
      detail: mask.mask(goal.detail),
      drafts: goal.drafts.map((draft) => ({
        ...draft,
        title: mask.mask(draft.title),
        files: draft.files?.map((file) => ({ ...file, path: mask.mask(file.path) })) ?? null
      }))
    }))
  };
}
var IDENTITIES;
var init_mask_deep = __esm({
  "src/ledger/mask-deep.ts"() {
    "use strict";
    IDENTITIES = new Set(
      [
        "version kind event status ending outcome cause trigger origin id nonce wake goal goal_blob",
        "commit tip base branch marker shown about queue own_versions draft slot time from to at since until",
        "classified_to updated_at opened_at raised_at started_at ended_at seen_at watched_at next_due days last_event disabled"
      ].flatMap((names) => names.split(" "))
    );
  }
});

// ../../node_modules/get-east-asian-width/lookup-data.js
var ambiguousMinimalCodePoint, ambiguousMaximumCodePoint, ambiguousRanges, fullwidthMinimalCodePoint, fullwidthMaximumCodePoint, fullwidthRanges, wideMinimalCodePoint, wideMaximumCodePoint, wideRanges;
var init_lookup_data = __esm({
  "../../node_modules/get-east-asian-width/lookup-data.js"() {
    ambiguousMinimalCodePoint = 161;
    ambiguousMaximumCodePoint = 1114109;
    ambiguousRanges = [161, 161, 164, 164, 167, 168, 170, 170, 173, 174, 176, 180, 182, 186, 188, 191, 198, 198, 208, 208, 215, 216, 222, 225, 230, 230, 232, 234, 236, 237, 240, 240, 242, 243, 247, 250, 252, 252, 254, 254, 257, 257, 273, 273, 275, 275, 283, 283, 294, 295, 299, 299, 305, 307, 312, 312, 319, 322, 324, 324, 328, 331, 333, 333, 338, 339, 358, 359, 363, 363, 462, 462, 464, 464, 466, 466, 468, 468, 470, 470, 472, 472, 474, 474, 476, 476, 593, 593, 609, 609, 708, 708, 711, 711, 713, 715, 717, 717, 720, 720, 728, 731, 733, 733, 735, 735, 768, 879, 913, 929, 931, 937, 945, 961, 963, 969, 1025, 1025, 1040, 1103, 1105, 1105, 8208, 8208, 8211, 8214, 8216, 8217, 8220, 8221, 8224, 8226, 8228, 8231, 8240, 8240, 8242, 8243, 8245, 8245, 8251, 8251, 8254, 8254, 8308, 8308, 8319, 8319, 8321, 8324, 8364, 8364, 8451, 8451, 8453, 8453, 8457, 8457, 8467, 8467, 8470, 8470, 8481, 8482, 8486, 8486, 8491, 8491, 8531, 8532, 8539, 8542, 8544, 8555, 8560, 8569, 8585, 8585, 8592, 8601, 8632, 8633, 8658, 8658, 8660, 8660, 8679, 8679, 8704, 8704, 8706, 8707, 8711, 8712, 8715, 8715, 8719, 8719, 8721, 8721, 8725, 8725, 8730, 8730, 8733, 8736, 8739, 8739, 8741, 8741, 8743, 8748, 8750, 8750, 8756, 8759, 8764, 8765, 8776, 8776, 8780, 8780, 8786, 8786, 8800, 8801, 8804, 8807, 8810, 8811, 8814, 8815, 8834, 8835, 8838, 8839, 8853, 8853, 8857, 8857, 8869, 8869, 8895, 8895, 8978, 8978, 9312, 9449, 9451, 9547, 9552, 9587, 9600, 9615, 9618, 9621, 9632, 9633, 9635, 9641, 9650, 9651, 9654, 9655, 9660, 9661, 9664, 9665, 9670, 9672, 9675, 9675, 9678, 9681, 9698, 9701, 9711, 9711, 9733, 9734, 9737, 9737, 9742, 9743, 9756, 9756, 9758, 9758, 9792, 9792, 9794, 9794, 9824, 9825, 9827, 9829, 9831, 9834, 9836, 9837, 9839, 9839, 9886, 9887, 9919, 9919, 9926, 9933, 9935, 9939, 9941, 9953, 9955, 9955, 9960, 9961, 9963, 9969, 9972, 9972, 9974, 9977, 9979, 9980, 9982, 9983, 10045, 10045, 10102, 10111, 11094, 11097, 12872, 12879, 57344, 63743, 65024, 65039, 65533, 65533, 127232, 127242, 127248, 127277, 127280, 127337, 127344, 127373, 127375, 127376, 127387, 127404, 917760, 917999, 983040, 1048573, 1048576, 1114109];
    fullwidthMinimalCodePoint = 12288;
    fullwidthMaximumCodePoint = 65510;
    fullwidthRanges = [12288, 12288, 65281, 65376, 65504, 65510];
    wideMinimalCodePoint = 4352;
    wideMaximumCodePoint = 262141;
    wideRanges = [4352, 4447, 8986, 8987, 9001, 9002, 9193, 9196, 9200, 9200, 9203, 9203, 9725, 9726, 9748, 9749, 9776, 9783, 9800, 9811, 9855, 9855, 9866, 9871, 9875, 9875, 9889, 9889, 9898, 9899, 9917, 9918, 9924, 9925, 9934, 9934, 9940, 9940, 9962, 9962, 9970, 9971, 9973, 9973, 9978, 9978, 9981, 9981, 9989, 9989, 9994, 9995, 10024, 10024, 10060, 10060, 10062, 10062, 10067, 10069, 10071, 10071, 10133, 10135, 10160, 10160, 10175, 10175, 11035, 11036, 11088, 11088, 11093, 11093, 11904, 11929, 11931, 12019, 12032, 12245, 12272, 12287, 12289, 12350, 12353, 12438, 12441, 12543, 12549, 12591, 12593, 12686, 12688, 12773, 12783, 12830, 12832, 12871, 12880, 42124, 42128, 42182, 43360, 43388, 44032, 55203, 63744, 64255, 65040, 65049, 65072, 65106, 65108, 65126, 65128, 65131, 94176, 94180, 94192, 94198, 94208, 101594, 101631, 101664, 101760, 101874, 101888, 102801, 102816, 102866, 110576, 110579, 110581, 110587, 110589, 110590, 110592, 110888, 110898, 110898, 110928, 110930, 110933, 110933, 110948, 110952, 110960, 111355, 119552, 119638, 119648, 119670, 126980, 126980, 127183, 127183, 127374, 127374, 127377, 127386, 127406, 127406, 127488, 127490, 127504, 127547, 127552, 127560, 127568, 127569, 127584, 127589, 127744, 127776, 127789, 127797, 127799, 127868, 127870, 127891, 127904, 127946, 127951, 127955, 127968, 127984, 127988, 127988, 127992, 128062, 128064, 128064, 128066, 128252, 128255, 128317, 128331, 128334, 128336, 128359, 128378, 128378, 128405, 128406, 128420, 128420, 128507, 128591, 128640, 128709, 128716, 128716, 128720, 128722, 128725, 128729, 128732, 128735, 128747, 128748, 128756, 128764, 128986, 128986, 128992, 129003, 129008, 129008, 129292, 129338, 129340, 129349, 129351, 129535, 129648, 129660, 129664, 129734, 129736, 129736, 129740, 129757, 129759, 129771, 129775, 129786, 131072, 196605, 196608, 262141];
  }
});

// ../../node_modules/get-east-asian-width/utilities.js
var isInRange;
var init_utilities = __esm({
  "../../node_modules/get-east-asian-width/utilities.js"() {
    isInRange = (ranges, codePoint) => {
      let low = 0;
      let high = Math.floor(ranges.length / 2) - 1;
      while (low <= high) {
        const mid = Math.floor((low + high) / 2);
        const i = mid * 2;
        if (codePoint < ranges[i]) {
          high = mid - 1;
        } else if (codePoint > ranges[i + 1]) {
          low = mid + 1;
        } else {
          return true;
        }
      }
      return false;
    };
  }
});

// ../../node_modules/get-east-asian-width/lookup.js
function findWideFastPathRange(ranges) {
  let fastPathStart = ranges[0];
  let fastPathEnd = ranges[1];
  for (let index = 0; index < ranges.length; index += 2) {
    const start = ranges[index];
    const end = ranges[index + 1];
    if (commonCjkCodePoint >= start && commonCjkCodePoint <= end) {
      return [start, end];
    }
    if (end - start > fastPathEnd - fastPathStart) {
      fastPathStart = start;
      fastPathEnd = end;
    }
  }
  return [fastPathStart, fastPathEnd];
}
var commonCjkCodePoint, wideFastPathStart, wideFastPathEnd, isAmbiguous, isFullwidth, isWide;
var init_lookup = __esm({
  "../../node_modules/get-east-asian-width/lookup.js"() {
    init_lookup_data();
    init_utilities();
    commonCjkCodePoint = 19968;
    [wideFastPathStart, wideFastPathEnd] = /* @__PURE__ */ findWideFastPathRange(wideRanges);
    isAmbiguous = (codePoint) => {
      if (codePoint < ambiguousMinimalCodePoint || codePoint > ambiguousMaximumCodePoint) {
        return false;
      }
      return isInRange(ambiguousRanges, codePoint);
    };
    isFullwidth = (codePoint) => {
      if (codePoint < fullwidthMinimalCodePoint || codePoint > fullwidthMaximumCodePoint) {
        return false;
      }
      return isInRange(fullwidthRanges, codePoint);
    };
    isWide = (codePoint) => {
      if (codePoint >= wideFastPathStart && codePoint <= wideFastPathEnd) {
        return true;
      }
      if (codePoint < wideMinimalCodePoint || codePoint > wideMaximumCodePoint) {
        return false;
      }
      return isInRange(wideRanges, codePoint);
    };
  }
});

// ../../node_modules/get-east-asian-width/index.js
function validate(codePoint) {
  if (!Number.isSafeInteger(codePoint)) {
    throw new TypeError(`Expected a code point, got \`${typeof codePoint}\`.`);
  }
}
function eastAsianWidth(codePoint, { ambiguousAsWide = false } = {}) {
  validate(codePoint);
  if (isFullwidth(codePoint) || isWide(codePoint) || ambiguousAsWide && isAmbiguous(codePoint)) {
    return 2;
  }
  return 1;
}
var init_get_east_asian_width = __esm({
  "../../node_modules/get-east-asian-width/index.js"() {
    init_lookup();
  }
});

// ../../node_modules/ansi-regex/index.js
function ansiRegex({ onlyFirst = false } = {}) {
  return new RegExp(pattern2, onlyFirst ? void 0 : "g");
}
var ST, stringControls, osc, controlString, linuxPalette, csi, escape, pattern2;
var init_ansi_regex = __esm({
  "../../node_modules/ansi-regex/index.js"() {
    ST = String.raw`(?:\u001B\u005C|\u009C)`;
    stringControls = String.raw`\u0018\u001A\u001B\u0080-\u009F`;
    osc = String.raw`(?:\u001B\]|\u009D)[^\u0007${stringControls}]*(?:\u0007|${ST})`;
    controlString = String.raw`(?:\u001B[PX^_k]|[\u0090\u0098\u009E\u009F])[^${stringControls}]*${ST}`;
    linuxPalette = String.raw`\u001B\](?:P[\dA-Fa-f]{7}|R)(?:\u0007|${ST})?`;
    csi = String.raw`(?:\u001B\[|\u009B)[\u0030-\u003F]*[\u0020-\u002F]*[\u0040-\u007E]`;
    escape = String.raw`\u001B(?:[\u0020-\u002F]+[\u0030-\u007E]|[\dA-PR-TZcf-oq-uy=><~|}])`;
    pattern2 = `${linuxPalette}|${osc}|${controlString}|${csi}|${escape}`;
  }
});

// ../../node_modules/strip-ansi/index.js
function stripAnsi(string) {
  if (typeof string !== "string") {
    throw new TypeError(`Expected a \`string\`, got \`${typeof string}\``);
  }
  if (!string.includes("\x1B") && !string.includes("")) {
    return string;
  }
  return string.replace(regex, "");
}
var regex;
var init_strip_ansi = __esm({
  "../../node_modules/strip-ansi/index.js"() {
    init_ansi_regex();
    regex = ansiRegex();
  }
});

// src/report/words/display-width.ts
function graphemes(text) {
  segmenter ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  return segmenter.segment(text);
}
function plainLine(text) {
  return stripAnsi(text).replace(/\s+/g, " ").replace(CONTROLS, "").trim();
}
function displayWidth(text) {
  if (PLAIN.test(text)) return text.length;
  let width = 0;
  for (const { segment } of graphemes(text)) width += graphemeWidth(segment);
  return width;
}
function graphemeWidth(segment) {
  if (PLAIN.test(segment)) return 1;
  const visible = segment.match(/[^\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\p{Mn}\p{Me}]/gu) ?? [];
  const [base, ...others] = visible;
  const codePoint = base?.codePointAt(0);
  if (codePoint === void 0) return 0;
  if (new RegExp("\\p{Emoji_Presentation}|\\p{Emoji}[\\uFE0F\\u20E3]", "u").test(segment)) return 2;
  const marks = others.filter((character) => /[\p{Mc}\uFF9E\uFF9F]/u.test(character));
  return eastAsianWidth(codePoint) + marks.length;
}
function cutToWidth(text, width) {
  if (displayWidth(text) <= width) return text;
  if (width < 1) return "";
  return `${startOf(text, width - 1)}…`;
}
function startOf(text, width) {
  if (PLAIN.test(text)) return text.slice(0, Math.max(0, width));
  let used = 0;
  let start = "";
  for (const { segment } of graphemes(text)) {
    used += graphemeWidth(segment);
    if (used > width) break;
    start += segment;
  }
  return start;
}
function padToWidth(text, width, align = "left") {
  const fill = " ".repeat(Math.max(0, width - displayWidth(text)));
  return align === "left" ? text + fill : fill + text;
}
function wrapToWidth(text, width) {
  const lines = [];
  let line = "";
  for (const word of text.split(" ").flatMap((whole) => pieces(whole, width))) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (displayWidth(longer) <= width) {
      line = longer;
      continue;
    }
    lines.push(line);
    line = word;
  }
  return [...lines, line];
}
function pieces(word, width) {
  if (displayWidth(word) <= width) return [word];
  const found = [];
  let rest = word;
  while (displayWidth(rest) > width) {
    const piece = startOf(rest, Math.max(1, width)) || rest.slice(0, 1);
    found.push(piece);
    rest = rest.slice(piece.length);
  }
  return rest === "" ? found : [...found, rest];
}
var segmenter, PLAIN, CONTROLS;
var init_display_width = __esm({
  "src/report/words/display-width.ts"() {
    "use strict";
    init_get_east_asian_width();
    init_strip_ansi();
    segmenter = null;
    PLAIN = /^[\x20-\x7E]*$/;
    CONTROLS = /[\p{Cc}\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069]+/gu;
  }
});

// src/core/time.ts
function isoTime(ms) {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}
function isoMinute(ms) {
  return `${new Date(ms).toISOString().slice(0, 16)}Z`;
}
function utcDay(ms) {
  return new Date(ms).toISOString().slice(0, 10);
}
function monthOf(day) {
  return day.slice(0, 7);
}
var MINUTE_MS, HOUR_MS, DAY_MS;
var init_time = __esm({
  "src/core/time.ts"() {
    "use strict";
    MINUTE_MS = 6e4;
    HOUR_MS = 60 * MINUTE_MS;
    DAY_MS = 24 * HOUR_MS;
  }
});

// src/core/figures.ts
function figure(value) {
  return grouped(String(Math.round(value)));
}
function count(value, noun, plural = `${noun}s`) {
  return `${figure(value)} ${value === 1 ? noun : plural}`;
}
function money(micros) {
  if (micros === 0) return "$0";
  if (micros < 0) return `-${money(-micros)}`;
  if (micros < 100) return "under $0.0001";
  const dollars = micros / 1e6;
  if (dollars < 0.99995) return `$${dollars.toFixed(4)}`;
  const [whole = "0", cents = "00"] = dollars.toFixed(2).split(".");
  return `$${grouped(whole)}.${cents}`;
}
function grouped(digits) {
  return digits.replace(/\B(?=(\d{3})+$)/g, ",");
}
var init_figures = __esm({
  "src/core/figures.ts"() {
    "use strict";
  }
});

// src/report/words/sentences.ts
function shortTime(moment) {
  const date = new Date(moment);
  if (Number.isNaN(date.getTime())) return UNKNOWN_TIME;
  return `${dayOf(date)} ${clockOf(date)}`;
}
function longTime(moment) {
  const date = new Date(moment);
  if (Number.isNaN(date.getTime())) return UNKNOWN_TIME;
  return `${dayOf(date)} ${date.getUTCFullYear()} ${clockOf(date)} UTC`;
}
function exactTime(moment) {
  const date = new Date(moment);
  if (Number.isNaN(date.getTime())) return UNKNOWN_TIME;
  return `${shortTime(moment)}:${twoDigits(date.getUTCSeconds())}`;
}
function slotWords(slot) {
  return shortTime(slot);
}
function dayOf(date) {
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()] ?? ""}`;
}
function clockOf(date) {
  return `${twoDigits(date.getUTCHours())}:${twoDigits(date.getUTCMinutes())}`;
}
function twoDigits(value) {
  return String(value).padStart(2, "0");
}
function duration(ms) {
  const largest = UNITS.findIndex((unit) => Math.abs(ms) >= unit.ms);
  if (largest === -1) return "0 s";
  let rest = Math.abs(ms);
  const parts = [];
  for (const unit of UNITS.slice(largest, largest + 2)) {
    const amount = Math.floor(rest / unit.ms);
    rest -= amount * unit.ms;
    if (amount > 0) parts.push(`${amount} ${unit.name}`);
  }
  return parts.join(" ");
}
function fromNow(moment, now) {
  const distance = new Date(moment).getTime() - now;
  if (Number.isNaN(distance)) return `at ${UNKNOWN_TIME}`;
  if (Math.abs(distance) < 1e3) return "now";
  return distance > 0 ? `in ${duration(distance)}` : `${duration(distance)} ago`;
}
function dollarWords(spent) {
  if (spent.usdMicros !== 0) return money(spent.usdMicros);
  return spent.tokens === 0 ? "–" : "no price";
}
function listWords(words) {
  if (words.length < 2) return words[0] ?? "";
  return `${words.slice(0, -1).join(", ")} and ${words.at(-1) ?? ""}`;
}
function sentence(text) {
  const trimmed = text.trim();
  if (trimmed === "") return "";
  const start = trimmed.replace(
    /^[a-z]+(?=[\s,;:.!?]|$)/,
    (word) => word.charAt(0).toUpperCase() + word.slice(1)
  );
  return /[.!?…:]$/.test(start) ? start : `${start}.`;
}
function scheduleWords(schedule) {
  switch (schedule.kind) {
    case "once":
      return "once";
    case "every":
      return everyWords(schedule.minutes);
    case "cron":
      return `${cronWords(schedule.pattern)} ${schedule.timezone}`;
  }
}
function everyWords(minutes) {
  if (minutes % 1440 === 0) return minutes === 1440 ? "every day" : `every ${count(minutes / 1440, "day")}`;
  if (minutes % 60 === 0) return minutes === 60 ? "every hour" : `every ${count(minutes / 60, "hour")}`;
  return `every ${count(minutes, "minute")}`;
}
function cronWords(pattern3) {
  const [minute = "", hour = "", day = "", month = "", weekday = ""] = pattern3.trim().split(/\s+/);
  const isClock = /^\d{1,2}$/.test(minute) && /^\d{1,2}$/.test(hour);
  if (!isClock || month !== "*") return `cron "${pattern3}"`;
  const at = `at ${hour.padStart(2, "0")}:${minute.padStart(2, "0")}`;
  if (day === "*" && weekday === "*") return `daily ${at}`;
  if (day === "*" && /^[0-7]$/.test(weekday)) return `${WEEKDAYS[Number(weekday)] ?? ""} ${at}`;
  if (/^\d{1,2}$/.test(day) && weekday === "*") return `day ${day} of each month ${at}`;
  return `cron "${pattern3}"`;
}
var MONTHS, UNKNOWN_TIME, UNITS, WEEKDAYS;
var init_sentences = __esm({
  "src/report/words/sentences.ts"() {
    "use strict";
    init_figures();
    init_time();
    init_figures();
    MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    UNKNOWN_TIME = "an unknown time";
    UNITS = [
      { ms: DAY_MS, name: "d" },
      { ms: HOUR_MS, name: "h" },
      { ms: MINUTE_MS, name: "min" },
      { ms: 1e3, name: "s" }
    ];
    WEEKDAYS = [
      "Sundays",
      "Mondays",
      "Tuesdays",
      "Wednesdays",
      "Thursdays",
      "Fridays",
      "Saturdays",
      "Sundays"
    ];
  }
});

// src/core/plain-text.ts
function onOneLine(text) {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, " ").trim();
}
function withoutControls(text) {
  return text.replaceAll("\r\n", "\n").replaceAll(/[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/gu, "");
}
function cutText(text, length) {
  if (text.length <= length) return text;
  const start = text.slice(0, Math.max(0, length - 1));
  return `${start.replace(/[\uD800-\uDBFF]$/, "")}…`;
}
function cutToBytes(text, bytes) {
  const { read } = new TextEncoder().encodeInto(text, new Uint8Array(bytes));
  return text.slice(0, read);
}
var init_plain_text = __esm({
  "src/core/plain-text.ts"() {
    "use strict";
  }
});

// src/report/words/markdown.ts
function inlineText(text) {
  return escapeInline(text.replace(/\s+/g, " ").replace(HIDDEN, "").trim());
}
function blockText(text) {
  const lines = text.replace(/\r\n?/g, "\n").replace(HIDDEN, "").split("\n");
  return lines.map(blockLine).join("\n").replace(/\n{3,}/g, "\n\n").trim();
}
function quotedText(text) {
  return blockText(text).split("\n").map((line) => `> ${line}`.trimEnd()).join("\n");
}
function blockLine(line) {
  const text = line.replace(/\s+/g, " ").trim();
  const list = /^(?:[-*+]|\d{1,3}[.)]) (?=\S)/.exec(text);
  if (list === null) return startOfLine(escapeInline(text));
  return list[0].replace(/^[*+]/, "-") + startOfLine(escapeInline(text.slice(list[0].length)));
}
function startOfLine(text) {
  return text.replace(/^([-+=])/, "\\$1").replace(/^(\d{1,9})([.)])/, "$1\\$2").replace(/^\/(?=[A-Za-z])/, `/${INVISIBLE_BREAK}`);
}
function codeLine(line) {
  const text = withoutOrders(line.replace(HIDDEN, ""));
  return text.replace(/^(\s*\/)(?=wakeful\b)/i, `$1${INVISIBLE_BREAK}`);
}
function escapeInline(text) {
  return text.split(CODE_SPAN).map((part, index) => index % 2 === 1 ? withoutOrders(part) : escapeMarks(withoutReferences(part))).join("");
}
function escapeMarks(text) {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/[\\`*[\]|~]/g, "\\$&").replace(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, "\\_").replace(/^#(?=#*(?:\s|$))/, "\\#");
}
function withoutReferences(text) {
  return withoutOrders(text).replace(/@(?=[A-Za-z0-9])/g, `@${INVISIBLE_BREAK}`).replace(/#(?=\d)/g, `#${INVISIBLE_BREAK}`).replace(/\b(GH-)(?=\d)/gi, `$1${INVISIBLE_BREAK}`).replace(/(https?|ftp|mailto|xmpp):/gi, `$1${INVISIBLE_BREAK}:`).replace(/\bwww\./gi, `www${INVISIBLE_BREAK}.`);
}
function withoutOrders(text) {
  return text.replace(CLOSING, (word) => `${word.slice(0, 1)}${INVISIBLE_BREAK}${word.slice(1)}`).replace(SKIPPING, (_, words) => `[${words.replace(" ", ` ${INVISIBLE_BREAK}`)}]`).replace(/\*\*\*NO_CI\*\*\*/gi, "NO_CI").replace(/\bskip-checks(?=\s*:)/gi, `skip${INVISIBLE_BREAK}-checks`);
}
function titleText(text, length) {
  return cutText(withoutReferences(text.replace(/\s+/g, " ").replace(HIDDEN, "").trim()), length);
}
function renderWithin(text, length, render) {
  let room = length;
  let rendered = render(cutText(text, room));
  while (rendered.length > length && room > 1) {
    room = Math.floor(room / 2);
    rendered = render(cutText(text, room));
  }
  return rendered;
}
function codeSpan(text) {
  const line = text.replace(/\s+/g, " ").replace(HIDDEN, "");
  return fitsCodeSpan(line) ? `\`${withoutOrders(line)}\`` : inlineText(line);
}
function fitsCodeSpan(line) {
  return !/[`|]/.test(line) && line.trim() !== "";
}
function valueSpan(text) {
  return fitsCodeSpan(text) ? codeSpan(text) : `“${inlineText(text)}”`;
}
function link(text, address) {
  const label = inlineText(text);
  if (address === null || !/^https?:\/\/[^\s<>()"'`\\|]+$/.test(address)) return label;
  return `[${label}](${address})`;
}
var INVISIBLE_BREAK, CODE_SPAN, HIDDEN, CLOSING, SKIPPING;
var init_markdown = __esm({
  "src/report/words/markdown.ts"() {
    "use strict";
    init_plain_text();
    INVISIBLE_BREAK = "​";
    CODE_SPAN = /(?<!`)(`[^`|\\\n]+`)(?!`)/;
    HIDDEN = new RegExp("(?![\\t\\n])\\p{Cc}|[\\u200B\\u200E\\u200F\\u2028-\\u202E\\u2060-\\u2069\\uFEFF]", "gu");
    CLOSING = /\b(close[sd]?|fix(?:e[sd])?|resolve[sd]?)(?=\s*:?\s+\S*(?:#|GH-|\/issues\/|\/pull\/)\d)/gi;
    SKIPPING = /\[(skip ci|ci skip|no ci|skip actions|actions skip)\]/gi;
  }
});

// src/core/item.ts
function itemKey(element, version) {
  return `${element}@${version}`;
}
function itemOf(key) {
  const at = key.lastIndexOf("@");
  const element = key.slice(0, at);
  return { key, element, title: element === WINDOW_ELEMENT ? "the whole window" : element };
}
function issueElement(number) {
  return `#${number}`;
}
function issueNumber(element) {
  return Number(element.slice(1));
}
function draftKeyOf(goal, window, key) {
  return goal.forEach?.drafts === "per_item" ? key : itemKey(WINDOW_ELEMENT, window.slot);
}
function markerOf(goal, item, n) {
  return `${goal}/${item}/${n}`;
}
var LONGEST_QUEUE, WINDOW_ELEMENT;
var init_item = __esm({
  "src/core/item.ts"() {
    "use strict";
    LONGEST_QUEUE = 5e3;
    WINDOW_ELEMENT = "window";
  }
});

// src/core/state.ts
var STATE_VERSION, NO_SLOTS;
var init_state = __esm({
  "src/core/state.ts"() {
    "use strict";
    STATE_VERSION = 1;
    NO_SLOTS = { ran: 0, caught_up: 0, missed: 0, skipped: 0, overlapped: 0 };
  }
});

// src/core/progress/checkpoint.ts
function newCheckpoint(goal) {
  return {
    version: STATE_VERSION,
    goal,
    goal_blob: null,
    last_lease: null,
    finished: null,
    classified_to: null,
    counters: NO_SLOTS,
    window: null,
    items: {},
    drafts: {},
    own_versions: [],
    consecutive_failures: 0,
    dead_wakes: 0,
    pause: null
  };
}
function itemRecord(checkpoint, key) {
  return checkpoint.items[key] ?? { ...NEW_ITEM, updated_at: "" };
}
function itemTitle(checkpoint, key) {
  return checkpoint.items[key]?.title ?? itemOf(key).title;
}
function withItem(checkpoint, key, record) {
  return { ...checkpoint, items: { ...checkpoint.items, [key]: record } };
}
function withDraft(checkpoint, key, record) {
  return { ...checkpoint, drafts: { ...checkpoint.drafts, [key]: record } };
}
function startAttempt(checkpoint, key, at) {
  const record = itemRecord(checkpoint, key);
  return withItem(checkpoint, key, { ...record, attempts: record.attempts + 1, updated_at: at });
}
function giveAttemptBack(checkpoint, key) {
  const record = itemRecord(checkpoint, key);
  return withItem(checkpoint, key, { ...record, attempts: Math.max(0, record.attempts - 1) });
}
function addItemCost(record, cost) {
  const { spent } = record;
  return {
    ...record,
    spent: {
      tokens: spent.tokens + cost.tokens,
      usd_micros: spent.usd_micros + cost.usdMicros,
      calls: spent.calls + cost.calls
    }
  };
}
function openItems(checkpoint) {
  const queue = checkpoint.window?.queue ?? [];
  return queue.filter((key) => itemRecord(checkpoint, key).status === "open");
}
function unfinishedOutbox(checkpoint) {
  return Object.keys(checkpoint.items).filter((key) => itemRecord(checkpoint, key).outbox.length > 0);
}
function openDrafts(checkpoint) {
  return Object.entries(checkpoint.drafts).filter(([, draft]) => draft.outcome === "open");
}
function isInUse({ outcome, tip }) {
  return outcome === "open" || outcome === "none" && tip !== null;
}
function draftsInUse(checkpoint) {
  return Object.entries(checkpoint.drafts).filter(([, draft]) => isInUse(draft)).map(([key]) => key);
}
function finishWindow(checkpoint) {
  const window = checkpoint.window;
  if (window === null || openItems(checkpoint).length > 0) return checkpoint;
  const current = withoutOldVersions(checkpoint, window.queue);
  return prune({
    ...current,
    window: null,
    given_up: givenUp(current, window),
    finished: { slot: window.slot, time: window.to.time, commit: window.to.commit }
  });
}
function withoutOldVersions(checkpoint, queue) {
  const keys = new Set(queue);
  const elements = new Set(queue.map((key) => itemOf(key).element));
  const items = Object.entries(checkpoint.items).filter(([key, { status, outbox }]) => {
    const isLeft = (status === "open" || status === "stuck") && outbox.length === 0;
    return !isLeft || keys.has(key) || !elements.has(itemOf(key).element);
  });
  return { ...checkpoint, items: Object.fromEntries(items) };
}
function givenUp(checkpoint, window) {
  const keys = [.../* @__PURE__ */ new Set([...checkpoint.given_up?.queue ?? [], ...window.queue])];
  const queue = keys.filter((key) => itemRecord(checkpoint, key).status === "stuck");
  return queue.length === 0 ? null : { ...window, queue };
}
function reopenWindow(checkpoint) {
  const { window, given_up } = checkpoint;
  if (given_up === void 0 || given_up === null) return checkpoint;
  const queue = [.../* @__PURE__ */ new Set([...window?.queue ?? [], ...given_up.queue])];
  return { ...checkpoint, window: { ...window ?? given_up, queue }, given_up: null };
}
function stuckItems(checkpoint) {
  const keys = Object.keys(checkpoint.items);
  return {
    now: keys.filter((key) => itemRecord(checkpoint, key).status === "stuck"),
    before: openItems(checkpoint).filter((key) => itemRecord(checkpoint, key).lifted === true)
  };
}
function restartUnfinished(checkpoint) {
  const items = Object.entries(checkpoint.items).map(
    ([key, record]) => record.status === "open" || record.status === "stuck" ? [key, { ...record, ...liftedFrom(record), status: "open", attempts: 0, notes: [] }] : [key, record]
  );
  return { ...checkpoint, items: Object.fromEntries(items) };
}
function liftedFrom({ status }) {
  return status === "stuck" ? { lifted: true } : {};
}
function prune(checkpoint) {
  const items = keepNewest(checkpoint.items, ITEMS_KEPT, {
    isNeeded: (record) => record.outbox.length > 0,
    age: (record) => record.updated_at
  });
  const dropped = Object.entries(checkpoint.items).filter(([key]) => !Object.hasOwn(items, key));
  const finished = dropped.filter(([, { status }]) => status !== "open" && status !== "stuck");
  return {
    ...checkpoint,
    items,
    drafts: keepNewest(checkpoint.drafts, DRAFTS_KEPT, {
      isNeeded: isInUse,
      age: (draft) => draft.opened_at ?? ""
    }),
    own_versions: newestVersions([...checkpoint.own_versions, ...finished.map(([key]) => key)])
  };
}
function newestVersions(keys) {
  if (keys.length <= OWN_VERSIONS_KEPT) return keys;
  const counts = /* @__PURE__ */ new Map();
  const newestFirst = keys.toReversed().filter((key) => {
    const { element } = itemOf(key);
    const count2 = (counts.get(element) ?? 0) + 1;
    counts.set(element, count2);
    return count2 <= VERSIONS_OF_AN_ELEMENT;
  });
  return newestFirst.slice(0, OWN_VERSIONS_KEPT).reverse();
}
function keepNewest(records, kept, keeping) {
  const entries = Object.entries(records);
  if (entries.length <= kept) return records;
  const newestFirst = entries.filter(([, record]) => !keeping.isNeeded(record)).sort(([, a], [, b]) => compareText(keeping.age(b), keeping.age(a)));
  const keep = new Set(newestFirst.slice(0, kept).map(([key]) => key));
  return Object.fromEntries(entries.filter(([key, record]) => keeping.isNeeded(record) || keep.has(key)));
}
function statusAfter(fate) {
  if (fate.isFinished) return "done";
  return fate.attempts >= fate.attemptsAllowed ? "stuck" : "open";
}
var NEW_ITEM, ITEMS_KEPT, DRAFTS_KEPT, VERSIONS_OF_AN_ELEMENT, OWN_VERSIONS_KEPT;
var init_checkpoint = __esm({
  "src/core/progress/checkpoint.ts"() {
    "use strict";
    init_compare_text();
    init_item();
    init_state();
    NEW_ITEM = {
      status: "open",
      attempts: 0,
      ending: null,
      detail: "",
      summary: "",
      notes: [],
      checks: [],
      draft: null,
      spent: { tokens: 0, usd_micros: 0, calls: 0 },
      outbox: []
    };
    ITEMS_KEPT = 2e3;
    DRAFTS_KEPT = 50;
    VERSIONS_OF_AN_ELEMENT = 2;
    OWN_VERSIONS_KEPT = VERSIONS_OF_AN_ELEMENT * LONGEST_QUEUE;
  }
});

// src/core/access/labels.ts
function isSameLabel(one, other) {
  return one.toLowerCase() === other.toLowerCase();
}
function isOwnLabel(label) {
  return label.toLowerCase().startsWith(OWN);
}
function queueLabels(goals) {
  return goals.flatMap(({ forEach }) => forEach?.kind === "issues" ? forEach.labels : []);
}
function whyNotSet(label, queues) {
  if (isOwnLabel(label)) return "is one of the agent's own";
  if (queues.some((queue) => isSameLabel(queue, label))) return "puts an issue into the queue of a goal";
  return null;
}
var ALERT_LABEL, OWN;
var init_labels = __esm({
  "src/core/access/labels.ts"() {
    "use strict";
    ALERT_LABEL = "wakeful-alert";
    OWN = "wakeful";
  }
});

// src/report/words/next-due.ts
function nextDueWords(next, now) {
  const { name, at } = next;
  if (isDue(at, now)) return `${name} is due now: the next wake takes it up.`;
  return `The next slot is that of ${name}: ${longTime(at)}, ${fromNow(at, now)}.`;
}
function isDue(at, now) {
  return new Date(at).getTime() <= now;
}
function dueCell(at, now) {
  if (at === null) return "–";
  return isDue(at, now) ? "now" : shortTime(at);
}
var init_next_due = __esm({
  "src/report/words/next-due.ts"() {
    "use strict";
    init_sentences();
  }
});

// src/report/status/log-list.ts
function logList(entries) {
  return entries.map((entry) => {
    const level = entry.level === "info" || entry.level === "debug" ? "" : `**${entry.level}** `;
    const goal = entry.goal === void 0 ? "" : `${codeSpan(entry.goal)} `;
    return `- ${exactTime(entry.ts)} ${level}${goal}${inlineText(cutText(entry.message, SENTENCE_LENGTH))}`;
  }).join("\n");
}
var SENTENCE_LENGTH;
var init_log_list = __esm({
  "src/report/status/log-list.ts"() {
    "use strict";
    init_plain_text();
    init_markdown();
    init_sentences();
    SENTENCE_LENGTH = 400;
  }
});

// src/core/marker.ts
function hiddenMarker(marker) {
  const encoded = encodeURIComponent(marker.toWellFormed()).replace(/%2F/g, "/").replace(/%3A/g, ":");
  return `<!-- wakeful: ${encoded.replace(/-(?=-|$)/g, "%2D")} -->`;
}
function readMarker(body) {
  const found = MARKER.exec(body.trimEnd().split("\n").at(-1)?.trim() ?? "");
  if (found?.[1] === void 0) return null;
  try {
    return decodeURIComponent(found[1]);
  } catch {
    return null;
  }
}
var MARKER;
var init_marker = __esm({
  "src/core/marker.ts"() {
    "use strict";
    MARKER = /^<!-- wakeful: (.+) -->$/;
  }
});

// src/core/progress/spent-days.ts
function withSpentDay(checkpoint, day, left) {
  const days = [.../* @__PURE__ */ new Set([...checkpoint.budget_spent?.days ?? [], day])].sort().slice(-DAYS_KEPT);
  const budget_spent = { days, left_tokens: left.tokens, left_usd_micros: left.usdMicros };
  return { ...checkpoint, budget_spent };
}
function isKnownSpent(checkpoint, day, left) {
  const spent = checkpoint.budget_spent;
  if (spent === void 0 || !spent.days.includes(day)) return false;
  const hasFewerDollars = (left.usdMicros ?? 0) <= (spent.left_usd_micros ?? 0);
  return left.tokens <= spent.left_tokens && hasFewerDollars;
}
function isSpentOn(checkpoint, day) {
  return checkpoint.budget_spent?.days.includes(day) ?? false;
}
function isSpentTwoDaysRunning(checkpoint, now) {
  const isSpent = (daysAgo) => isSpentOn(checkpoint, utcDay(now - daysAgo * DAY_MS));
  return isSpent(1) && (isSpent(0) || isSpent(2));
}
var DAYS_KEPT;
var init_spent_days = __esm({
  "src/core/progress/spent-days.ts"() {
    "use strict";
    init_time();
    DAYS_KEPT = 3;
  }
});

// src/core/due/pause.ts
function pauseGoal(checkpoint, pause) {
  return { ...checkpoint, pause: { ...pause, at: checkpoint.pause?.at ?? pause.at } };
}
function resumeGoal(checkpoint, at) {
  if (checkpoint.pause === null) return checkpoint;
  const gap = { since: checkpoint.pause.at, until: at };
  return {
    ...checkpoint,
    pause: null,
    dead_wakes: 0,
    refusals: 0,
    changes: [],
    pauses: [...checkpoint.pauses ?? [], gap].slice(-GAPS_KEPT)
  };
}
var PAUSED_BY_AGENT, DEAD_WAKES_ALLOWED, GAPS_KEPT;
var init_pause = __esm({
  "src/core/due/pause.ts"() {
    "use strict";
    PAUSED_BY_AGENT = "wakeful";
    DEAD_WAKES_ALLOWED = 3;
    GAPS_KEPT = 20;
  }
});

// src/core/digest.ts
import { createHash } from "node:crypto";
function digest(texts, length) {
  return createHash("sha256").update(texts.join("\0")).digest("hex").slice(0, length);
}
var init_digest = __esm({
  "src/core/digest.ts"() {
    "use strict";
  }
});

// src/core/branch-name.ts
function branchName(goal, draftKey, generation) {
  const item = itemOf(draftKey);
  const text = item.element === WINDOW_ELEMENT ? draftKey.slice(WINDOW_ELEMENT.length + 1) : item.element;
  const hash = digest([goal, draftKey], 8);
  return `${BRANCH_PREFIX}${goal}/${slugOf(text)}-${hash}-${generation}`;
}
function slugOf(text) {
  const slug = text.normalize("NFKD").toLowerCase().replace(/[^a-z0-9]+/g, "-").slice(0, SLUG_LENGTH).replace(/^-+|-+$/g, "");
  return slug === "" ? "item" : slug;
}
var SLUG_LENGTH, BRANCH_PREFIX;
var init_branch_name = __esm({
  "src/core/branch-name.ts"() {
    "use strict";
    init_digest();
    init_item();
    SLUG_LENGTH = 40;
    BRANCH_PREFIX = "wakeful/";
  }
});

// src/core/own-event.ts
function isOpenToAll(event) {
  return OPEN_TO_ALL.has(event);
}
function whyIgnored(event, own) {
  const { name, actor, branch, trusted } = event;
  if (branch !== void 0 && (branch === own.stateBranch || branch.startsWith(BRANCH_PREFIX)))
    return `The event ${name} is about ${branch}, the agent's own branch, so it is ignored.`;
  if (actor !== void 0 && own.agent.some((one) => plainName(one) === plainName(actor)))
    return `The event ${name} was caused by the agent itself, so it is ignored.`;
  const isTrusted = trusted ?? !OPEN_TO_ALL.has(name);
  return isTrusted ? null : `The event ${name} comes from outside. It counts only after someone with write permission has labelled it.`;
}
function plainName(name) {
  return name.toLowerCase().replace(/\[bot\]$/, "");
}
var OPEN_TO_ALL;
var init_own_event = __esm({
  "src/core/own-event.ts"() {
    "use strict";
    init_branch_name();
    OPEN_TO_ALL = /* @__PURE__ */ new Set([
      "issues",
      "issue_comment",
      "pull_request",
      "pull_request_review",
      "pull_request_review_comment",
      "discussion",
      "discussion_comment"
    ]);
  }
});

// src/report/words/effect-words.ts
function plannedWords(effect) {
  switch (effect.kind) {
    case "comment_on_issue":
      return `a comment on #${effect.issue}`;
    case "label_issue":
      return `labels on #${effect.issue}: ${inlineText(cutText(effect.labels.join(", "), LENGTH))}`;
    case "open_issue":
      return `a new issue: ${inlineText(cutText(effect.title, LENGTH))}`;
  }
}
function receiptWords({ kind, issue }) {
  switch (kind) {
    case "comment_on_issue":
      return `a comment on #${issue}`;
    case "label_issue":
      return `labels on #${issue}`;
    case "open_issue":
      return `a new issue: #${issue}`;
  }
}
function issueSentences(issue, effects) {
  const about = issue === null ? [] : [`For issue #${issue}.`];
  const more = effects.length === 0 ? [] : [`On issues: ${effects.join("; ")}.`];
  return [...about, ...more].join(" ");
}
function effectSums(receipts) {
  const having = (kind) => receipts.filter((each) => each.kind === kind).length;
  return [
    { amount: having("comment_on_issue"), one: "comment", many: "comments" },
    { amount: having("open_issue"), one: "new issue", many: "new issues" },
    { amount: having("label_issue"), one: "labelling", many: "labellings" }
  ].flatMap(({ amount, one, many }) => amount === 0 ? [] : [`${amount} ${amount === 1 ? one : many}`]);
}
var LENGTH;
var init_effect_words = __esm({
  "src/report/words/effect-words.ts"() {
    "use strict";
    init_plain_text();
    init_markdown();
    LENGTH = 120;
  }
});

// src/core/health/goal-alerts.ts
function alertCauseOf(ending) {
  return AT_ONCE[ending] ?? ending;
}
function goalAlerts(facts) {
  const { checkpoint, ending, detail } = facts;
  const alerts = /* @__PURE__ */ new Map();
  for (const cause of Object.values(AT_ONCE)) {
    const known = SILENT.has(ending) ? recordedAs(facts, cause) : null;
    if (AT_ONCE[ending] === cause) alerts.set(cause, { detail });
    else if (known !== null) alerts.set(cause, known);
  }
  const failing = failingAlert(facts);
  if (failing !== null) alerts.set("failing", failing);
  const stuck = stuckAlert(facts);
  if (stuck !== null) alerts.set("item_stuck", stuck);
  if (checkpoint.pause?.by === PAUSED_BY_AGENT) alerts.set("paused", { detail: checkpoint.pause.reason });
  if (isSpentTwoDaysRunning(checkpoint, facts.now)) {
    alerts.set("budget_spent", {
      detail: "On two days running too little was left for a model call. Unfinished work waits."
    });
  }
  const waiting = waitingDrafts(facts);
  if (waiting !== "") alerts.set("draft_waits", { detail: waiting });
  return alerts;
}
function failingAlert(facts) {
  const { checkpoint, ending, detail, settings } = facts;
  if (checkpoint.consecutive_failures < settings.alerts.consecutiveFailures) return null;
  const isTold = failuresAfter(0, ending) === 0 || ENDINGS[ending].alert === "at_once";
  if (isTold) return recordedAs(facts, "failing");
  const words = `The last wakes failed. The newest ending is ${ending}: ${ENDINGS[ending].meaning}. ${detail}`;
  return { detail: words, about: ending };
}
function recordedAs({ recorded }, cause) {
  const record = recorded.find((each) => each.cause === cause && each.wanted);
  if (record?.detail === void 0) return null;
  return { detail: record.detail, ...record.about === void 0 ? {} : { about: record.about } };
}
function stuckAlert(facts) {
  const { checkpoint } = facts;
  const { now, before } = stuckItems(checkpoint);
  if (now.length === 0) return before.length === 0 ? null : recordedAs(facts, "item_stuck");
  const keys = [...now, ...before];
  const detail = keys.map((key) => stuckWords(checkpoint, key)).join("\n");
  return { detail, about: keys.toSorted().join("\n") };
}
function stuckWords(checkpoint, key) {
  const { ending, detail } = itemRecord(checkpoint, key);
  return `${itemTitle(checkpoint, key)}: ${ending ?? "item_stuck"}. ${detail}`;
}
function waitingDrafts({ checkpoint, settings, now }) {
  const oldest = now - settings.alerts.draftWaitsDays * DAY_MS;
  return openDrafts(checkpoint).filter(([, draft]) => draft.opened_at !== null && Date.parse(draft.opened_at) < oldest).map(([, draft]) => `Draft #${draft.number} has been open since ${draft.opened_at}.`).join("\n");
}
function failuresAfter(before, ending) {
  if (ending === "worked" || ending === "no_change" || ending === "waiting_for_draft") return 0;
  if (ending === "lease_lost" || ending === "budget_spent") return before;
  return ENDINGS[ending].alert === "never" ? before : before + 1;
}
var AT_ONCE, SILENT;
var init_goal_alerts = __esm({
  "src/core/health/goal-alerts.ts"() {
    "use strict";
    init_pause();
    init_ending();
    init_checkpoint();
    init_spent_days();
    init_time();
    AT_ONCE = {
      forbidden: "forbidden",
      missing_key: "missing_key",
      secret_found: "secret_found",
      unexpected: "unexpected",
      bad_goal: "unfit_goal"
    };
    SILENT = /* @__PURE__ */ new Set([
      ...["nothing_due", "paused", "waiting_for_draft", "budget_spent", "held_by_another_wake"],
      ...["stopped", "cancelled", "yielded_to_person", "lease_lost", "time_limit"],
      ...["github_unavailable", "model_unavailable"]
    ]);
  }
});

// src/core/access/lfs.ts
function isLfsPointer(text) {
  return text.startsWith(START) && Buffer.byteLength(text) < LONGEST;
}
var START, LONGEST;
var init_lfs = __esm({
  "src/core/access/lfs.ts"() {
    "use strict";
    START = "version https://git-lfs.github.com/spec/v1\n";
    LONGEST = 1024;
  }
});

export {
  ENDINGS,
  worstEnding,
  Halt,
  init_ending,
  plainLine,
  displayWidth,
  cutToWidth,
  padToWidth,
  wrapToWidth,
  init_display_width,
  figure,
  count,
  money,
  init_figures,
  isoTime,
  isoMinute,
  utcDay,
  monthOf,
  MINUTE_MS,
  HOUR_MS,
  DAY_MS,
  init_time,
  shortTime,
  longTime,
  exactTime,
  slotWords,
  duration,
  fromNow,
  dollarWords,
  listWords,
  sentence,
  scheduleWords,
  init_sentences,
  onOneLine,
  withoutControls,
  cutText,
  cutToBytes,
  init_plain_text,
  inlineText,
  blockText,
  quotedText,
  codeLine,
  titleText,
  renderWithin,
  codeSpan,
  valueSpan,
  link,
  init_markdown,
  createMask,
  init_mask,
  STOP_VARIABLE,
  stopReason,
  init_stop,
  stoppedBy,
  stoppedAtStart,
  leaseLost,
  yieldedTo,
  isOutage,
  asHalt,
  init_halt,
  emptyResult,
  init_wake_result,
  maskDeep,
  maskChanges,
  maskResult,
  init_mask_deep,
  ALERT_LABEL,
  isSameLabel,
  isOwnLabel,
  queueLabels,
  whyNotSet,
  init_labels,
  STATE_VERSION,
  NO_SLOTS,
  init_state,
  nextDueWords,
  isDue,
  dueCell,
  init_next_due,
  logList,
  init_log_list,
  hiddenMarker,
  readMarker,
  init_marker,
  itemKey,
  itemOf,
  LONGEST_QUEUE,
  WINDOW_ELEMENT,
  issueElement,
  issueNumber,
  draftKeyOf,
  markerOf,
  init_item,
  newCheckpoint,
  itemRecord,
  itemTitle,
  withItem,
  withDraft,
  startAttempt,
  giveAttemptBack,
  addItemCost,
  openItems,
  unfinishedOutbox,
  openDrafts,
  isInUse,
  draftsInUse,
  finishWindow,
  reopenWindow,
  restartUnfinished,
  statusAfter,
  init_checkpoint,
  plannedWords,
  receiptWords,
  issueSentences,
  effectSums,
  init_effect_words,
  withSpentDay,
  isKnownSpent,
  isSpentOn,
  init_spent_days,
  PAUSED_BY_AGENT,
  DEAD_WAKES_ALLOWED,
  pauseGoal,
  resumeGoal,
  init_pause,
  digest,
  init_digest,
  isLfsPointer,
  init_lfs,
  branchName,
  BRANCH_PREFIX,
  init_branch_name,
  alertCauseOf,
  goalAlerts,
  failuresAfter,
  init_goal_alerts,
  isOpenToAll,
  whyIgnored,
  init_own_event
};
