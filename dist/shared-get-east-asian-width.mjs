import {
  __esm
} from "./shared-runtime.mjs";

// src/core/ending.ts
function isGood(ending) {
  const { outcome } = ENDINGS[ending];
  return outcome === "worked" || outcome === "unchanged";
}
function isBad(ending) {
  const { outcome } = ENDINGS[ending];
  return outcome === "not_done" || outcome === "blocked";
}
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
      nothing_due: { rank: 0, exitCode: 0, level: "info", alert: "never", outcome: "not_due" },
      no_change: { rank: 1, exitCode: 0, level: "info", alert: "never", outcome: "unchanged" },
      worked: { rank: 2, exitCode: 0, level: "info", alert: "never", outcome: "worked" },
      held_by_another_wake: { rank: 3, exitCode: 0, level: "info", alert: "never", outcome: "left_alone" },
      waiting_for_draft: { rank: 4, exitCode: 0, level: "info", alert: "never", outcome: "left_alone" },
      paused: { rank: 5, exitCode: 0, level: "info", alert: "never", outcome: "left_alone" },
      yielded_to_person: { rank: 6, exitCode: 0, level: "info", alert: "never", outcome: "not_done" },
      stopped: { rank: 7, exitCode: 0, level: "warn", alert: "never", outcome: "not_done" },
      cancelled: { rank: 8, exitCode: 0, level: "warn", alert: "never", outcome: "not_done" },
      taken_over: { rank: 9, exitCode: 0, level: "warn", alert: "never", outcome: "not_done" },
      time_limit: { rank: 10, exitCode: 0, level: "warn", alert: "at_threshold", outcome: "not_done" },
      call_limit: { rank: 11, exitCode: 0, level: "warn", alert: "at_threshold", outcome: "not_done" },
      budget_spent: { rank: 12, exitCode: 0, level: "warn", alert: "after_two_days", outcome: "not_done" },
      lease_lost: { rank: 13, exitCode: 0, level: "warn", alert: "never", outcome: "not_done" },
      gave_up: { rank: 14, exitCode: 0, level: "warn", alert: "at_threshold", outcome: "not_done" },
      no_progress: { rank: 15, exitCode: 0, level: "warn", alert: "at_threshold", outcome: "not_done" },
      too_large: { rank: 16, exitCode: 0, level: "warn", alert: "at_threshold", outcome: "not_done" },
      checks_failed: { rank: 17, exitCode: 0, level: "warn", alert: "at_threshold", outcome: "not_done" },
      model_unavailable: { rank: 18, exitCode: 0, level: "error", alert: "at_threshold", outcome: "not_done" },
      github_unavailable: { rank: 19, exitCode: 0, level: "error", alert: "at_threshold", outcome: "not_done" },
      item_stuck: { rank: 20, exitCode: 1, level: "error", alert: "at_once", outcome: "not_done" },
      bad_goal: { rank: 21, exitCode: 1, level: "error", alert: "at_once", outcome: "not_done" },
      missing_key: { rank: 22, exitCode: 1, level: "error", alert: "at_once", outcome: "blocked" },
      forbidden: { rank: 23, exitCode: 1, level: "error", alert: "at_once", outcome: "not_done" },
      secret_found: { rank: 24, exitCode: 1, level: "error", alert: "at_once", outcome: "not_done" },
      bad_settings: { rank: 25, exitCode: 1, level: "error", alert: "at_once", outcome: "blocked" },
      bad_state_file: { rank: 26, exitCode: 1, level: "error", alert: "at_once", outcome: "blocked" },
      unexpected: { rank: 27, exitCode: 1, level: "error", alert: "at_once", outcome: "not_done" }
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

// src/report/words/github-pages.ts
function issueUrl(site, issue) {
  return `${repositoryUrl(site)}/issues/${issue}`;
}
function draftUrl(site, draft) {
  return `${repositoryUrl(site)}/pull/${draft}`;
}
function targetUrl(site, { kind, number }) {
  return kind === "draft" ? draftUrl(site, number) : issueUrl(site, number);
}
function ownDraftUrl(site, draft, url) {
  if (draft === null || url === null) return null;
  return url.toLowerCase() === draftUrl(site, draft).toLowerCase() ? url : null;
}
function branchUrl(site, branch) {
  return `${repositoryUrl(site)}/tree/${encodeURI(branch)}`;
}
function fileUrl(home, { file, line }) {
  if (!PLAIN_PATH.test(file)) return null;
  return `${home}/blob/HEAD/${file}${line === null ? "" : `#L${line}`}`;
}
function endingUrl({ serverUrl, repository, papers = repository }, ending) {
  return `${repositoryUrl({ serverUrl, repository: papers })}/blob/HEAD/docs/endings.md#${ending}`;
}
function variablesUrl(site) {
  return `${repositoryUrl(site)}/settings/variables/actions`;
}
function actionsUrl(site) {
  return `${repositoryUrl(site)}/actions`;
}
function runUrl(site, run) {
  return `${repositoryUrl(site)}/actions/runs/${run.id}/attempts/${run.attempt}`;
}
function repositoryUrl({ serverUrl, repository }) {
  return `${serverUrl}/${encodeURI(repository)}`;
}
var PLAIN_PATH;
var init_github_pages = __esm({
  "src/report/words/github-pages.ts"() {
    "use strict";
    PLAIN_PATH = /^(?:\.?[\w-][\w.-]*\/)*[\w-][\w.-]*\.ya?ml$/;
  }
});

// node_modules/get-east-asian-width/lookup-data.js
var ambiguousMinimalCodePoint, ambiguousMaximumCodePoint, ambiguousRanges, fullwidthMinimalCodePoint, fullwidthMaximumCodePoint, fullwidthRanges, wideMinimalCodePoint, wideMaximumCodePoint, wideRanges;
var init_lookup_data = __esm({
  "node_modules/get-east-asian-width/lookup-data.js"() {
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

// node_modules/get-east-asian-width/utilities.js
var isInRange;
var init_utilities = __esm({
  "node_modules/get-east-asian-width/utilities.js"() {
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

// node_modules/get-east-asian-width/lookup.js
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
  "node_modules/get-east-asian-width/lookup.js"() {
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

// node_modules/get-east-asian-width/index.js
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
  "node_modules/get-east-asian-width/index.js"() {
    init_lookup();
  }
});

// node_modules/ansi-regex/index.js
function ansiRegex({ onlyFirst = false } = {}) {
  return new RegExp(pattern, onlyFirst ? void 0 : "g");
}
var ST, stringControls, osc, controlString, linuxPalette, csi, escape, pattern;
var init_ansi_regex = __esm({
  "node_modules/ansi-regex/index.js"() {
    ST = String.raw`(?:\u001B\u005C|\u009C)`;
    stringControls = String.raw`\u0018\u001A\u001B\u0080-\u009F`;
    osc = String.raw`(?:\u001B\]|\u009D)[^\u0007${stringControls}]*(?:\u0007|${ST})`;
    controlString = String.raw`(?:\u001B[PX^_k]|[\u0090\u0098\u009E\u009F])[^${stringControls}]*${ST}`;
    linuxPalette = String.raw`\u001B\](?:P[\dA-Fa-f]{7}|R)(?:\u0007|${ST})?`;
    csi = String.raw`(?:\u001B\[|\u009B)[\u0030-\u003F]*[\u0020-\u002F]*[\u0040-\u007E]`;
    escape = String.raw`\u001B(?:[\u0020-\u002F]+[\u0030-\u007E]|[\dA-PR-TZcf-oq-uy=><~|}])`;
    pattern = `${linuxPalette}|${osc}|${controlString}|${csi}|${escape}`;
  }
});

// node_modules/strip-ansi/index.js
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
  "node_modules/strip-ansi/index.js"() {
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
function dueTime(moment) {
  const date = new Date(moment);
  if (Number.isNaN(date.getTime())) return UNKNOWN_TIME;
  return `${DAYS[date.getUTCDay()] ?? ""} ${shortTime(moment)}`;
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
function inBrackets(text) {
  return text === null ? "" : ` (${text})`;
}
function sentence(text) {
  const trimmed = text.trim();
  if (trimmed === "") return "";
  const start = trimmed.replace(
    /^[a-z]+(?=[\s,;:.!?]|$)/,
    (word) => word.charAt(0).toUpperCase() + word.slice(1)
  );
  return fullStop(start);
}
function fullStop(text) {
  const trimmed = text.trim();
  return trimmed === "" || /[.!?…:]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}
function scheduleWords(schedule) {
  switch (schedule.kind) {
    case "once":
      return "once";
    case "never":
      return "at no time by itself";
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
function cronWords(pattern2) {
  const [minute = "", hour = "", day = "", month = "", weekday = ""] = pattern2.trim().split(/\s+/);
  const isClock = /^\d{1,2}$/.test(minute) && /^\d{1,2}$/.test(hour);
  if (!isClock || month !== "*") return `cron "${pattern2}"`;
  const at = `at ${hour.padStart(2, "0")}:${minute.padStart(2, "0")}`;
  if (day === "*" && weekday === "*") return `daily ${at}`;
  if (day === "*" && /^[0-7]$/.test(weekday)) return `${WEEKDAYS[Number(weekday)] ?? ""} ${at}`;
  if (/^\d{1,2}$/.test(day) && weekday === "*") return `day ${day} of each month ${at}`;
  return `cron "${pattern2}"`;
}
var MONTHS, DAYS, UNKNOWN_TIME, UNITS, WEEKDAYS;
var init_sentences = __esm({
  "src/report/words/sentences.ts"() {
    "use strict";
    init_figures();
    init_time();
    init_figures();
    MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    DAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
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

// src/core/access/masked-record.ts
function maskedRecord(value, mask) {
  return deep({ value, before: void 0 }, { mask, identity: mask.identity });
}
function maskedChange(value, before, mask) {
  return deep({ value, before }, { mask, identity: (text) => text });
}
function published(value) {
  return value;
}
function maskedJson(value, indent) {
  return `${JSON.stringify(value, null, indent)}
`;
}
function deep({ value, before }, ways) {
  if (value === before) return value;
  if (typeof value === "string") return ways.mask.mask(value);
  if (Array.isArray(value))
    return sameOr(
      value,
      value.map((each) => deep({ value: each, before: void 0 }, ways))
    );
  if (value instanceof Map)
    return new Map([...value].map(([key, each]) => [key, deep({ value: each, before: void 0 }, ways)]));
  if (!isObject(value)) return value;
  const old = isObject(before) ? before : {};
  const keys = Object.keys(value);
  const parts = keys.map((key) => value[key]);
  const masked = keys.map(
    (key, index) => IDENTITIES.has(key) && !isObject(parts[index]) ? identities(parts[index], ways) : deep({ value: parts[index], before: old[key] }, ways)
  );
  if (sameOr(parts, masked) === parts) return value;
  return Object.fromEntries(keys.map((key, index) => [key, masked[index]]));
}
function sameOr(values, masked) {
  return masked.every((each, index) => each === values[index]) ? values : masked;
}
function identities(value, { identity }) {
  if (typeof value === "string") return identity(value);
  if (!Array.isArray(value)) return value;
  return sameOr(
    value,
    value.map((each) => typeof each === "string" ? identity(each) : each)
  );
}
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
var IDENTITIES;
var init_masked_record = __esm({
  "src/core/access/masked-record.ts"() {
    "use strict";
    IDENTITIES = new Set(
      [
        "version kind event status ending outcome cause trigger origin id nonce wake goal goal_blob limit",
        "commit tip base branch stateBranch marker shown about digest item queue own_versions draft slot repository request",
        "time from to at ts since until day days classified_to updated_at opened_at raised_at started_at ended_at seen_at",
        "watched_at asked_at taken_at expires_at next_due last_event disabled pattern timezone refused_on action security"
      ].flatMap((names) => names.split(" "))
    );
  }
});

// src/core/money/cost.ts
function addCosts(a, b) {
  return combined(a, b, 1);
}
function subtractCost(a, b) {
  return combined(a, b, -1);
}
function combined(a, b, sign) {
  const cached = (a.cachedTokens ?? 0) + sign * (b.cachedTokens ?? 0);
  const reasoning = (a.reasoningTokens ?? 0) + sign * (b.reasoningTokens ?? 0);
  const reader = (a.readerTokens ?? 0) + sign * (b.readerTokens ?? 0);
  return {
    tokens: a.tokens + sign * b.tokens,
    usdMicros: a.usdMicros + sign * b.usdMicros,
    calls: a.calls + sign * b.calls,
    ...cached !== 0 && { cachedTokens: cached },
    ...reasoning !== 0 && { reasoningTokens: reasoning },
    ...reader !== 0 && { readerTokens: reader }
  };
}
function spentWith(spent, cost) {
  const cached = (spent.cached_tokens ?? 0) + (cost.cachedTokens ?? 0);
  const reasoning = (spent.reasoning_tokens ?? 0) + (cost.reasoningTokens ?? 0);
  const reader = (spent.reader_tokens ?? 0) + (cost.readerTokens ?? 0);
  return {
    ...spent,
    tokens: spent.tokens + cost.tokens,
    usd_micros: spent.usd_micros + cost.usdMicros,
    calls: spent.calls + cost.calls,
    ...cached > 0 && { cached_tokens: cached },
    ...reasoning > 0 && { reasoning_tokens: reasoning },
    ...reader > 0 && { reader_tokens: reader }
  };
}
var NO_COST;
var init_cost = __esm({
  "src/core/money/cost.ts"() {
    "use strict";
    NO_COST = { tokens: 0, usdMicros: 0, calls: 0 };
  }
});

export {
  ENDINGS,
  isGood,
  isBad,
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
  dueTime,
  duration,
  fromNow,
  dollarWords,
  listWords,
  inBrackets,
  sentence,
  fullStop,
  scheduleWords,
  init_sentences,
  maskedRecord,
  maskedChange,
  published,
  maskedJson,
  init_masked_record,
  NO_COST,
  addCosts,
  subtractCost,
  spentWith,
  init_cost,
  issueUrl,
  draftUrl,
  targetUrl,
  ownDraftUrl,
  branchUrl,
  fileUrl,
  endingUrl,
  variablesUrl,
  actionsUrl,
  runUrl,
  repositoryUrl,
  init_github_pages
};
