import {
  __esm,
  __export
} from "./shared-runtime.mjs";

// src/core/text/masked.ts
function fixed(text) {
  return text;
}
function masked(texts, ...values) {
  return String.raw({ raw: texts }, ...values);
}
function joinMasked(parts, separator) {
  return parts.join(separator);
}
function reshaped(text, reshape) {
  return reshape(text);
}
var init_masked = __esm({
  "src/core/text/masked.ts"() {
    "use strict";
  }
});

// src/core/text/compare-text.ts
function compareText(one, other) {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
var init_compare_text = __esm({
  "src/core/text/compare-text.ts"() {
    "use strict";
  }
});

// src/core/text/steps.ts
function withoutRest(steps) {
  for (; ; ) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
function* eachInSteps(all, act) {
  const made = [];
  let done = 0;
  for (const each of all) {
    done += 1;
    if (done % IN_ONE_STEP === 0) yield;
    const result = act(each);
    if (result !== null) made.push(result);
  }
  return made;
}
function* linesInSteps(text, take) {
  let lines = 0;
  for (let from = 0; from <= text.length; ) {
    lines += 1;
    if (lines % IN_ONE_STEP === 0) yield;
    const end = text.indexOf("\n", from);
    const to = end < 0 ? text.length : end;
    take(from, to);
    from = to + 1;
  }
}
var IN_ONE_STEP;
var init_steps = __esm({
  "src/core/text/steps.ts"() {
    "use strict";
    IN_ONE_STEP = 2e3;
  }
});

// src/core/text/plain-text.ts
function onOneLine(text) {
  return reshaped(text, (plain2) => plain2.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, " ").trim());
}
function withoutControls(text) {
  return reshaped(
    text,
    (plain2) => plain2.replaceAll(/\r\n|[\u2028\u2029]/g, "\n").replaceAll(/[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/gu, "")
  );
}
function trimmed(text) {
  return reshaped(text, (plain2) => plain2.trim());
}
function partOf(text, from, to) {
  return reshaped(text, (plain2) => plain2.slice(from, to));
}
function linesOf(text) {
  const lines = [];
  const line = { from: 0, to: 0 };
  const cut = (plain2) => plain2.slice(line.from, line.to);
  const take = (from, to) => {
    line.from = from;
    line.to = to;
    lines.push(reshaped(text, cut));
  };
  withoutRest(linesInSteps(text, take));
  return lines;
}
function* lineRangeSteps(text, { from, count }) {
  const lines = [];
  let total = 0;
  yield* linesInSteps(text, (start, end) => {
    if (start === text.length && total > 0) return;
    total += 1;
    if (total >= from && lines.length < count) lines.push(reshaped(text, (plain2) => plain2.slice(start, end)));
  });
  return text === "" ? { lines: [], total: 0 } : { lines, total };
}
function cutText(text, length) {
  if (text.length <= length) return text;
  return reshaped(text, (plain2) => {
    const start = plain2.slice(0, Math.max(0, length - 1));
    return `${start.replace(/[\uD800-\uDBFF]$/, "")}…`;
  });
}
function cutBetweenWords(text, length) {
  if (text.length <= length) return text;
  const start = text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, "");
  const begun = WORD_START.exec(start)?.[0] ?? "";
  const rest = WORD_END.exec(text.slice(start.length, start.length + length + 1))?.[0] ?? "";
  const hidesNothing = /^(.)\1*$/u.test(begun + rest);
  if (begun === "" || rest === "" || hidesNothing) return `${start}…`;
  if (rest.length > length) return `${start.slice(0, start.length - begun.length)}…`;
  return start.length + rest.length === text.length ? text : `${start}${rest}…`;
}
function cutToBytes(text, bytes) {
  return reshaped(text, (plain2) => {
    const { read } = new TextEncoder().encodeInto(plain2, new Uint8Array(bytes));
    return plain2.slice(0, read);
  });
}
var IN_WORD, WORD_START, WORD_END;
var init_plain_text = __esm({
  "src/core/text/plain-text.ts"() {
    "use strict";
    init_masked();
    init_steps();
    IN_WORD = "[!-~\\p{Default_Ignorable_Code_Point}\\p{Cf}]*";
    WORD_START = new RegExp(`${IN_WORD}$`, "u");
    WORD_END = new RegExp(`^${IN_WORD}`, "u");
  }
});

// src/report/problems/problem.ts
function problemText(message, hint = "") {
  return { message, hint };
}
function problemLine({ message, hint }) {
  return hint === "" ? message : `${message}; ${hint}`;
}
function problemSentence(problem) {
  const line = problemLine(problem);
  return /[.?]$/.test(line) ? line : `${line}.`;
}
function ofValue(value, { message, hint }) {
  return problemText(`${show(value)} ${message}`, hint);
}
function asFieldValue(value, { message, hint }) {
  return problemText(`is ${show(value)}, which ${message}`, hint);
}
function formatProblem(problem) {
  return `${printable(problem.file)}:${problem.line}:${problem.column}: ${problemLine(problem)}`;
}
function sortProblems(problems) {
  const unique = new Map(problems.map((problem) => [formatProblem(problem), problem]));
  return [...unique.values()].sort(
    (a, b) => compareText(a.file, b.file) || a.line - b.line || a.column - b.column
  );
}
function namesInWords(names) {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
function show(value) {
  if (value === null || value === void 0) return "nothing";
  if (typeof value === "string") return `"${printable(shorten(value)).replaceAll('"', '\\"')}"`;
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" ? "a mapping" : String(value);
}
function printable(text) {
  return text.replace(
    /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`
  );
}
function shorten(text) {
  return text.length > 60 ? cutBetweenWords(text, 57).replace(/…$/, "...") : text;
}
var init_problem = __esm({
  "src/report/problems/problem.ts"() {
    "use strict";
    init_compare_text();
    init_plain_text();
  }
});

// src/core/text/recent-texts.ts
function remembering(make, most) {
  const known = new RecentTexts(most);
  return (text) => {
    const before = known.get(text);
    if (before !== void 0) return before;
    const own = copied(text);
    const made = make(own);
    known.set(own, made);
    return made;
  };
}
function copied(text) {
  return ` ${text}`.slice(1);
}
var RecentTexts;
var init_recent_texts = __esm({
  "src/core/text/recent-texts.ts"() {
    "use strict";
    RecentTexts = class {
      #most;
      #young = /* @__PURE__ */ new Map();
      #old = /* @__PURE__ */ new Map();
      #length = 0;
      /** `most`: characters of texts that are kept, twice that at times. */
      constructor(most = 4e6) {
        this.#most = most;
      }
      get(text) {
        const young = this.#young.get(text);
        if (young !== void 0) return young;
        const old = this.#old.get(text);
        if (old !== void 0) this.set(copied(text), old);
        return old;
      }
      /** `text`: one that is no part of a longer one, or of one that is kept in any case; `copied` makes it. */
      set(text, entry) {
        this.#length += text.length + 100;
        this.#young.set(text, entry);
        if (this.#length <= this.#most) return;
        this.#old = this.#young;
        this.#young = /* @__PURE__ */ new Map();
        this.#length = 0;
      }
    };
  }
});

// src/core/settings.ts
var settings_exports = {};
__export(settings_exports, {
  SETTINGS_FILE: () => SETTINGS_FILE
});
var SETTINGS_FILE;
var init_settings = __esm({
  "src/core/settings.ts"() {
    "use strict";
    SETTINGS_FILE = ".github/wakeful.yml";
  }
});

// src/core/access/plain-http.ts
function isLocalAddress(address) {
  const host = new URL(address).hostname.toLowerCase().replace(/\.$/, "");
  if (/^[\d.]+$|^\[/.test(host)) return LOCAL_ADDRESSES.some((pattern) => pattern.test(host));
  return !host.includes(".") || LOCAL_NAMES.test(host);
}
function isOpenToOthers(address) {
  return new URL(address).protocol === "http:" && !isLocalAddress(address);
}
var LOCAL_NAMES, LOCAL_ADDRESSES;
var init_plain_http = __esm({
  "src/core/access/plain-http.ts"() {
    "use strict";
    LOCAL_NAMES = /(?:^|\.)(?:localhost|local|internal|lan|home\.arpa|test)$/;
    LOCAL_ADDRESSES = [
      /^127\./,
      /^10\./,
      /^192\.168\./,
      /^172\.(?:1[6-9]|2\d|3[01])\./,
      /^\[::1\]$/,
      /^\[f[cd][0-9a-f]{2}:/
    ];
  }
});

// src/report/problems/input-problems.ts
var DURATIONS, TIMES, inputProblems;
var init_input_problems = __esm({
  "src/report/problems/input-problems.ts"() {
    "use strict";
    init_problem();
    DURATIONS = "write a whole number and m, h or d, e.g. 30m, 6h or 1d";
    TIMES = "write e.g. 2026-11-22T03:00Z, 2026-11-22T04:00+01:00 or 2026-11-22 (UTC)";
    inputProblems = {
      notDuration: problemText("is not a duration", DURATIONS),
      noDuration: problemText("is not longer than zero", DURATIONS),
      durationTooLong: (most) => problemText("is too long", `at most ${most} is possible`),
      notTime: problemText("is not a time", TIMES),
      noSuchTime: problemText("does not exist in the calendar", TIMES),
      notSince: problemText("is neither a duration such as 24h or 7d nor a time", TIMES),
      notMinutes: (most) => problemText(`is not a number of minutes from 0.1 to ${most}`),
      openHttp: problemText(
        "is plain http:// to a host outside the local network, so the prompt and the key could be read on the way",
        "write https://"
      ),
      notWebAddress: problemText("is not a web address", "write one such as https://api.openai.com/v1")
    };
  }
});

// src/config/fields/inputs.ts
function parseDuration(text) {
  const match = /^(\d{1,7})([mhd])$/.exec(text.trim());
  const [, digits, unit] = match ?? [];
  if (digits === void 0 || unit !== "m" && unit !== "h" && unit !== "d") {
    return wrong(text, inputProblems.notDuration);
  }
  const minutes = Number(digits) * MINUTES[unit];
  if (minutes === 0) return wrong(text, inputProblems.noDuration);
  if (minutes <= LONGEST_DURATION) return { kind: "value", value: minutes };
  return wrong(text, inputProblems.durationTooLong(formatDuration(LONGEST_DURATION)));
}
function formatDuration(minutes) {
  if (minutes % MINUTES.d === 0) return `${minutes / MINUTES.d}d`;
  return minutes % MINUTES.h === 0 ? `${minutes / MINUTES.h}h` : `${minutes}m`;
}
function parseTime(text) {
  const match = TIME.exec(text.trim());
  if (match === null) return wrong(text, inputProblems.notTime);
  const [, year, month, day, hour = "00", minute = "00", second = "00", zone = "Z"] = match;
  const local = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  const asUtc = Date.parse(`${local}Z`);
  const exists = !Number.isNaN(asUtc) && new Date(asUtc).toISOString().startsWith(local);
  const offset = zoneMinutes(zone);
  if (!exists || offset === null) return wrong(text, inputProblems.noSuchTime);
  return { kind: "value", value: asUtc - offset * 6e4 };
}
function parseSince(text, now) {
  const duration = parseDuration(text);
  if (duration.kind === "value") return { kind: "value", value: now - duration.value * 6e4 };
  const time = parseTime(text);
  if (time.kind === "value") return time;
  return wrong(text, inputProblems.notSince);
}
function parseMinutes(text) {
  const minutes = Number(text);
  if (/^\d+(\.\d+)?$/.test(text.trim()) && minutes > 0 && minutes <= MOST_MINUTES) {
    return { kind: "value", value: minutes };
  }
  return wrong(text, inputProblems.notMinutes(MOST_MINUTES));
}
function parseModelAddress(text) {
  const reading = parseWebAddress(text);
  const isOpen = reading.kind === "value" && isOpenToOthers(text);
  return isOpen ? wrong(text, inputProblems.openHttp) : reading;
}
function parseWebAddress(text) {
  const parsed = URL.canParse(text) ? new URL(text) : null;
  if (parsed !== null && (parsed.protocol === "http:" || parsed.protocol === "https:")) {
    return { kind: "value", value: text };
  }
  return wrong(text, inputProblems.notWebAddress);
}
function zoneMinutes(zone) {
  if (zone.toUpperCase() === "Z") return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(-2));
  if (hours > 14 || minutes > 59) return null;
  return (zone.startsWith("-") ? -1 : 1) * (hours * 60 + minutes);
}
function wrong(text, problem) {
  return { kind: "wrong", problem: ofValue(text, problem) };
}
var MINUTES, LONGEST_DURATION, TIME, MOST_MINUTES;
var init_inputs = __esm({
  "src/config/fields/inputs.ts"() {
    "use strict";
    init_plain_http();
    init_input_problems();
    init_problem();
    MINUTES = { m: 1, h: 60, d: 1440 };
    LONGEST_DURATION = 366 * MINUTES.d;
    TIME = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?\s*(Z|[+-]\d\d:?\d\d)?)?$/i;
    MOST_MINUTES = 360;
  }
});

// node_modules/valibot/dist/index.mjs
// @__NO_SIDE_EFFECTS__
function getGlobalConfig(config$1) {
  if (!config$1 && !store$4) return DEFAULT_CONFIG;
  return {
    lang: config$1?.lang ?? store$4?.lang,
    message: config$1?.message,
    abortEarly: config$1?.abortEarly ?? store$4?.abortEarly,
    abortPipeEarly: config$1?.abortPipeEarly ?? store$4?.abortPipeEarly
  };
}
// @__NO_SIDE_EFFECTS__
function getGlobalMessage(lang) {
  return store$3?.get(lang);
}
// @__NO_SIDE_EFFECTS__
function getSchemaMessage(lang) {
  return store$2?.get(lang);
}
// @__NO_SIDE_EFFECTS__
function getSpecificMessage(reference, lang) {
  return store$1?.get(reference)?.get(lang);
}
// @__NO_SIDE_EFFECTS__
function _stringify(input) {
  const type = typeof input;
  if (type === "string") return `"${input}"`;
  if (type === "number" || type === "bigint" || type === "boolean") return `${input}`;
  if (type === "object" || type === "function") return (input && Object.getPrototypeOf(input)?.constructor?.name) ?? "null";
  return type;
}
function _addIssue(context, label, dataset, config$1, other) {
  const input = other && "input" in other ? other.input : dataset.value;
  const expected = other?.expected ?? context.expects ?? null;
  const received = other?.received ?? /* @__PURE__ */ _stringify(input);
  const issue = {
    kind: context.kind,
    type: context.type,
    input,
    expected,
    received,
    message: `Invalid ${label}: ${expected ? `Expected ${expected} but r` : "R"}eceived ${received}`,
    requirement: context.requirement,
    path: other?.path,
    issues: other?.issues,
    lang: config$1.lang,
    abortEarly: config$1.abortEarly,
    abortPipeEarly: config$1.abortPipeEarly
  };
  const isSchema = context.kind === "schema";
  const message$1 = other?.message ?? context.message ?? /* @__PURE__ */ getSpecificMessage(context.reference, issue.lang) ?? (isSchema ? /* @__PURE__ */ getSchemaMessage(issue.lang) : null) ?? config$1.message ?? /* @__PURE__ */ getGlobalMessage(issue.lang);
  if (message$1 !== void 0) issue.message = typeof message$1 === "function" ? message$1(issue) : message$1;
  if (isSchema) dataset.typed = false;
  if (dataset.issues) dataset.issues.push(issue);
  else dataset.issues = [issue];
}
// @__NO_SIDE_EFFECTS__
function _isSameValueZero(value1, value2) {
  return value1 === value2 || Number.isNaN(value1) && Number.isNaN(value2);
}
// @__NO_SIDE_EFFECTS__
function _isValidObjectKey(object$1, key) {
  return Object.prototype.hasOwnProperty.call(object$1, key) && key !== "__proto__" && key !== "prototype" && key !== "constructor";
}
// @__NO_SIDE_EFFECTS__
function _joinExpects(values$1, separator) {
  const list = [...new Set(values$1)];
  if (list.length > 1) return `(${list.join(` ${separator} `)})`;
  return list[0] ?? "never";
}
function _standardSchema(schema) {
  schema["~standard"] = {
    version: 1,
    vendor: "valibot",
    validate: (value$1) => schema["~run"]({ value: value$1 }, /* @__PURE__ */ getGlobalConfig())
  };
  return schema;
}
// @__NO_SIDE_EFFECTS__
function getDotPath(issue) {
  if (issue.path) {
    let key = "";
    for (const item of issue.path) if (typeof item.key === "string" || typeof item.key === "number") if (key) key += `.${item.key}`;
    else key += item.key;
    else return null;
    return key;
  }
  return null;
}
// @__NO_SIDE_EFFECTS__
function check(requirement, message$1) {
  return {
    kind: "validation",
    type: "check",
    reference: check,
    async: false,
    expects: null,
    requirement,
    message: message$1,
    "~run"(dataset, config$1) {
      if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "input", dataset, config$1);
      return dataset;
    }
  };
}
// @__NO_SIDE_EFFECTS__
function finite(message$1) {
  return {
    kind: "validation",
    type: "finite",
    reference: finite,
    async: false,
    expects: null,
    requirement: Number.isFinite,
    message: message$1,
    "~run"(dataset, config$1) {
      if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "finite", dataset, config$1);
      return dataset;
    }
  };
}
// @__NO_SIDE_EFFECTS__
function integer(message$1) {
  return {
    kind: "validation",
    type: "integer",
    reference: integer,
    async: false,
    expects: null,
    requirement: Number.isInteger,
    message: message$1,
    "~run"(dataset, config$1) {
      if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "integer", dataset, config$1);
      return dataset;
    }
  };
}
// @__NO_SIDE_EFFECTS__
function maxLength(requirement, message$1) {
  return {
    kind: "validation",
    type: "max_length",
    reference: maxLength,
    async: false,
    expects: `<=${requirement}`,
    requirement,
    message: message$1,
    "~run"(dataset, config$1) {
      if (dataset.typed && dataset.value.length > this.requirement) _addIssue(this, "length", dataset, config$1, { received: `${dataset.value.length}` });
      return dataset;
    }
  };
}
// @__NO_SIDE_EFFECTS__
function maxValue(requirement, message$1) {
  return {
    kind: "validation",
    type: "max_value",
    reference: maxValue,
    async: false,
    expects: `<=${requirement instanceof Date ? requirement.toJSON() : /* @__PURE__ */ _stringify(requirement)}`,
    requirement,
    message: message$1,
    "~run"(dataset, config$1) {
      if (dataset.typed && !(dataset.value <= this.requirement)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
      return dataset;
    }
  };
}
// @__NO_SIDE_EFFECTS__
function metadata(metadata_) {
  return {
    kind: "metadata",
    type: "metadata",
    reference: metadata,
    metadata: metadata_
  };
}
// @__NO_SIDE_EFFECTS__
function minLength(requirement, message$1) {
  return {
    kind: "validation",
    type: "min_length",
    reference: minLength,
    async: false,
    expects: `>=${requirement}`,
    requirement,
    message: message$1,
    "~run"(dataset, config$1) {
      if (dataset.typed && dataset.value.length < this.requirement) _addIssue(this, "length", dataset, config$1, { received: `${dataset.value.length}` });
      return dataset;
    }
  };
}
// @__NO_SIDE_EFFECTS__
function minValue(requirement, message$1) {
  return {
    kind: "validation",
    type: "min_value",
    reference: minValue,
    async: false,
    expects: `>=${requirement instanceof Date ? requirement.toJSON() : /* @__PURE__ */ _stringify(requirement)}`,
    requirement,
    message: message$1,
    "~run"(dataset, config$1) {
      if (dataset.typed && !(dataset.value >= this.requirement)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
      return dataset;
    }
  };
}
// @__NO_SIDE_EFFECTS__
function nonEmpty(message$1) {
  return {
    kind: "validation",
    type: "non_empty",
    reference: nonEmpty,
    async: false,
    expects: "!0",
    message: message$1,
    "~run"(dataset, config$1) {
      if (dataset.typed && dataset.value.length === 0) _addIssue(this, "length", dataset, config$1, { received: "0" });
      return dataset;
    }
  };
}
// @__NO_SIDE_EFFECTS__
function rawCheck(action) {
  return {
    kind: "validation",
    type: "raw_check",
    reference: rawCheck,
    async: false,
    expects: null,
    "~run"(dataset, config$1) {
      action({
        dataset,
        config: config$1,
        addIssue: (info) => _addIssue(this, info?.label ?? "input", dataset, config$1, info)
      });
      return dataset;
    }
  };
}
// @__NO_SIDE_EFFECTS__
function regex(requirement, message$1) {
  return {
    kind: "validation",
    type: "regex",
    reference: regex,
    async: false,
    expects: `${requirement}`,
    requirement,
    message: message$1,
    "~run"(dataset, config$1) {
      if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "format", dataset, config$1);
      return dataset;
    }
  };
}
// @__NO_SIDE_EFFECTS__
function safeInteger(message$1) {
  return {
    kind: "validation",
    type: "safe_integer",
    reference: safeInteger,
    async: false,
    expects: null,
    requirement: Number.isSafeInteger,
    message: message$1,
    "~run"(dataset, config$1) {
      if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "safe integer", dataset, config$1);
      return dataset;
    }
  };
}
// @__NO_SIDE_EFFECTS__
function transform(operation) {
  return {
    kind: "transformation",
    type: "transform",
    reference: transform,
    async: false,
    operation,
    "~run"(dataset) {
      dataset.value = this.operation(dataset.value);
      return dataset;
    }
  };
}
// @__NO_SIDE_EFFECTS__
function trim() {
  return {
    kind: "transformation",
    type: "trim",
    reference: trim,
    async: false,
    "~run"(dataset) {
      dataset.value = dataset.value.trim();
      return dataset;
    }
  };
}
// @__NO_SIDE_EFFECTS__
function getFallback(schema, dataset, config$1) {
  return typeof schema.fallback === "function" ? schema.fallback(dataset, config$1) : schema.fallback;
}
// @__NO_SIDE_EFFECTS__
function fallback(schema, fallback$1) {
  return _standardSchema({
    ...schema,
    fallback: fallback$1,
    "~run"(dataset, config$1) {
      const outputDataset = schema["~run"](dataset, config$1);
      return outputDataset.issues ? {
        typed: true,
        value: /* @__PURE__ */ getFallback(this, outputDataset, config$1)
      } : outputDataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function getDefault(schema, dataset, config$1) {
  return typeof schema.default === "function" ? schema.default(dataset, config$1) : schema.default;
}
// @__NO_SIDE_EFFECTS__
function getMetadata(schema) {
  const result = {};
  function depthFirstMerge(schema$1) {
    if ("pipe" in schema$1) {
      for (const item of schema$1.pipe) if (item.kind === "schema" && "pipe" in item) depthFirstMerge(item);
      else if (item.kind === "metadata" && item.type === "metadata") Object.assign(result, item.metadata);
    }
  }
  depthFirstMerge(schema);
  return result;
}
// @__NO_SIDE_EFFECTS__
function is(schema, input) {
  return !schema["~run"]({ value: input }, ABORT_EARLY_CONFIG).issues;
}
// @__NO_SIDE_EFFECTS__
function array(item, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "array",
    reference: array,
    expects: "Array",
    async: false,
    item,
    message: message$1,
    "~run"(dataset, config$1) {
      const input = dataset.value;
      if (Array.isArray(input)) {
        dataset.typed = true;
        dataset.value = [];
        for (let key = 0; key < input.length; key++) {
          const value$1 = input[key];
          const itemDataset = this.item["~run"]({ value: value$1 }, config$1);
          if (itemDataset.issues) {
            const pathItem = {
              type: "array",
              origin: "value",
              input,
              key,
              value: value$1
            };
            for (const issue of itemDataset.issues) {
              if (issue.path) issue.path.unshift(pathItem);
              else issue.path = [pathItem];
              dataset.issues?.push(issue);
            }
            if (!dataset.issues) dataset.issues = itemDataset.issues;
            if (config$1.abortEarly) {
              dataset.typed = false;
              break;
            }
          }
          if (!itemDataset.typed) dataset.typed = false;
          dataset.value.push(itemDataset.value);
        }
      } else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function boolean(message$1) {
  return _standardSchema({
    kind: "schema",
    type: "boolean",
    reference: boolean,
    expects: "boolean",
    async: false,
    message: message$1,
    "~run"(dataset, config$1) {
      if (typeof dataset.value === "boolean") dataset.typed = true;
      else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function exactOptional(wrapped, default_) {
  return _standardSchema({
    kind: "schema",
    type: "exact_optional",
    reference: exactOptional,
    expects: wrapped.expects,
    async: false,
    wrapped,
    default: default_,
    "~run"(dataset, config$1) {
      return this.wrapped["~run"](dataset, config$1);
    }
  });
}
// @__NO_SIDE_EFFECTS__
function literal(literal_, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "literal",
    reference: literal,
    expects: /* @__PURE__ */ _stringify(literal_),
    async: false,
    literal: literal_,
    message: message$1,
    "~run"(dataset, config$1) {
      if (/* @__PURE__ */ _isSameValueZero(dataset.value, this.literal)) dataset.typed = true;
      else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function looseObject(entries$1, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "loose_object",
    reference: looseObject,
    expects: "Object",
    async: false,
    entries: entries$1,
    message: message$1,
    "~run"(dataset, config$1) {
      const input = dataset.value;
      if (input && typeof input === "object") {
        dataset.typed = true;
        dataset.value = {};
        for (const key in this.entries) {
          const valueSchema = this.entries[key];
          if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
            const value$1 = key in input ? input[key] : /* @__PURE__ */ getDefault(valueSchema);
            const valueDataset = valueSchema["~run"]({ value: value$1 }, config$1);
            if (valueDataset.issues) {
              const pathItem = {
                type: "object",
                origin: "value",
                input,
                key,
                value: value$1
              };
              for (const issue of valueDataset.issues) {
                if (issue.path) issue.path.unshift(pathItem);
                else issue.path = [pathItem];
                dataset.issues?.push(issue);
              }
              if (!dataset.issues) dataset.issues = valueDataset.issues;
              if (config$1.abortEarly) {
                dataset.typed = false;
                break;
              }
            }
            if (!valueDataset.typed) dataset.typed = false;
            dataset.value[key] = valueDataset.value;
          } else if (valueSchema.fallback !== void 0) dataset.value[key] = /* @__PURE__ */ getFallback(valueSchema);
          else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
            _addIssue(this, "key", dataset, config$1, {
              input: void 0,
              expected: `"${key}"`,
              path: [{
                type: "object",
                origin: "key",
                input,
                key,
                value: input[key]
              }]
            });
            if (config$1.abortEarly) break;
          }
        }
        if (!dataset.issues || !config$1.abortEarly) {
          for (const key in input) if (/* @__PURE__ */ _isValidObjectKey(input, key) && !Object.prototype.hasOwnProperty.call(this.entries, key)) dataset.value[key] = input[key];
        }
      } else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function nullable(wrapped, default_) {
  return _standardSchema({
    kind: "schema",
    type: "nullable",
    reference: nullable,
    expects: `(${wrapped.expects} | null)`,
    async: false,
    wrapped,
    default: default_,
    "~run"(dataset, config$1) {
      if (dataset.value === null) {
        if (this.default !== void 0) dataset.value = /* @__PURE__ */ getDefault(this, dataset, config$1);
        if (dataset.value === null) {
          dataset.typed = true;
          return dataset;
        }
      }
      return this.wrapped["~run"](dataset, config$1);
    }
  });
}
// @__NO_SIDE_EFFECTS__
function nullish(wrapped, default_) {
  return _standardSchema({
    kind: "schema",
    type: "nullish",
    reference: nullish,
    expects: `(${wrapped.expects} | null | undefined)`,
    async: false,
    wrapped,
    default: default_,
    "~run"(dataset, config$1) {
      if (dataset.value === null || dataset.value === void 0) {
        if (this.default !== void 0) dataset.value = /* @__PURE__ */ getDefault(this, dataset, config$1);
        if (dataset.value === null || dataset.value === void 0) {
          dataset.typed = true;
          return dataset;
        }
      }
      return this.wrapped["~run"](dataset, config$1);
    }
  });
}
// @__NO_SIDE_EFFECTS__
function number(message$1) {
  return _standardSchema({
    kind: "schema",
    type: "number",
    reference: number,
    expects: "number",
    async: false,
    message: message$1,
    "~run"(dataset, config$1) {
      if (typeof dataset.value === "number" && !isNaN(dataset.value)) dataset.typed = true;
      else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function object(entries$1, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "object",
    reference: object,
    expects: "Object",
    async: false,
    entries: entries$1,
    message: message$1,
    "~run"(dataset, config$1) {
      const input = dataset.value;
      if (input && typeof input === "object") {
        dataset.typed = true;
        dataset.value = {};
        for (const key in this.entries) {
          const valueSchema = this.entries[key];
          if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
            const value$1 = key in input ? input[key] : /* @__PURE__ */ getDefault(valueSchema);
            const valueDataset = valueSchema["~run"]({ value: value$1 }, config$1);
            if (valueDataset.issues) {
              const pathItem = {
                type: "object",
                origin: "value",
                input,
                key,
                value: value$1
              };
              for (const issue of valueDataset.issues) {
                if (issue.path) issue.path.unshift(pathItem);
                else issue.path = [pathItem];
                dataset.issues?.push(issue);
              }
              if (!dataset.issues) dataset.issues = valueDataset.issues;
              if (config$1.abortEarly) {
                dataset.typed = false;
                break;
              }
            }
            if (!valueDataset.typed) dataset.typed = false;
            dataset.value[key] = valueDataset.value;
          } else if (valueSchema.fallback !== void 0) dataset.value[key] = /* @__PURE__ */ getFallback(valueSchema);
          else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
            _addIssue(this, "key", dataset, config$1, {
              input: void 0,
              expected: `"${key}"`,
              path: [{
                type: "object",
                origin: "key",
                input,
                key,
                value: input[key]
              }]
            });
            if (config$1.abortEarly) break;
          }
        }
      } else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function optional(wrapped, default_) {
  return _standardSchema({
    kind: "schema",
    type: "optional",
    reference: optional,
    expects: `(${wrapped.expects} | undefined)`,
    async: false,
    wrapped,
    default: default_,
    "~run"(dataset, config$1) {
      if (dataset.value === void 0) {
        if (this.default !== void 0) dataset.value = /* @__PURE__ */ getDefault(this, dataset, config$1);
        if (dataset.value === void 0) {
          dataset.typed = true;
          return dataset;
        }
      }
      return this.wrapped["~run"](dataset, config$1);
    }
  });
}
// @__NO_SIDE_EFFECTS__
function picklist(options, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "picklist",
    reference: picklist,
    expects: /* @__PURE__ */ _joinExpects(options.map(_stringify), "|"),
    async: false,
    options,
    message: message$1,
    "~run"(dataset, config$1) {
      if (this.options.includes(dataset.value)) dataset.typed = true;
      else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function record(key, value$1, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "record",
    reference: record,
    expects: "Object",
    async: false,
    key,
    value: value$1,
    message: message$1,
    "~run"(dataset, config$1) {
      const input = dataset.value;
      if (input && typeof input === "object") {
        dataset.typed = true;
        dataset.value = {};
        for (const entryKey in input) if (/* @__PURE__ */ _isValidObjectKey(input, entryKey)) {
          const entryValue = input[entryKey];
          const keyDataset = this.key["~run"]({ value: entryKey }, config$1);
          if (keyDataset.issues) {
            const pathItem = {
              type: "object",
              origin: "key",
              input,
              key: entryKey,
              value: entryValue
            };
            for (const issue of keyDataset.issues) {
              issue.path = [pathItem];
              dataset.issues?.push(issue);
            }
            if (!dataset.issues) dataset.issues = keyDataset.issues;
            if (config$1.abortEarly) {
              dataset.typed = false;
              break;
            }
          }
          const valueDataset = this.value["~run"]({ value: entryValue }, config$1);
          if (valueDataset.issues) {
            const pathItem = {
              type: "object",
              origin: "value",
              input,
              key: entryKey,
              value: entryValue
            };
            for (const issue of valueDataset.issues) {
              if (issue.path) issue.path.unshift(pathItem);
              else issue.path = [pathItem];
              dataset.issues?.push(issue);
            }
            if (!dataset.issues) dataset.issues = valueDataset.issues;
            if (config$1.abortEarly) {
              dataset.typed = false;
              break;
            }
          }
          if (!keyDataset.typed || !valueDataset.typed) dataset.typed = false;
          if (keyDataset.typed) dataset.value[keyDataset.value] = valueDataset.value;
        }
      } else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function strictObject(entries$1, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "strict_object",
    reference: strictObject,
    expects: "Object",
    async: false,
    entries: entries$1,
    message: message$1,
    "~run"(dataset, config$1) {
      const input = dataset.value;
      if (input && typeof input === "object") {
        dataset.typed = true;
        dataset.value = {};
        for (const key in this.entries) {
          const valueSchema = this.entries[key];
          if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
            const value$1 = key in input ? input[key] : /* @__PURE__ */ getDefault(valueSchema);
            const valueDataset = valueSchema["~run"]({ value: value$1 }, config$1);
            if (valueDataset.issues) {
              const pathItem = {
                type: "object",
                origin: "value",
                input,
                key,
                value: value$1
              };
              for (const issue of valueDataset.issues) {
                if (issue.path) issue.path.unshift(pathItem);
                else issue.path = [pathItem];
                dataset.issues?.push(issue);
              }
              if (!dataset.issues) dataset.issues = valueDataset.issues;
              if (config$1.abortEarly) {
                dataset.typed = false;
                break;
              }
            }
            if (!valueDataset.typed) dataset.typed = false;
            dataset.value[key] = valueDataset.value;
          } else if (valueSchema.fallback !== void 0) dataset.value[key] = /* @__PURE__ */ getFallback(valueSchema);
          else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
            _addIssue(this, "key", dataset, config$1, {
              input: void 0,
              expected: `"${key}"`,
              path: [{
                type: "object",
                origin: "key",
                input,
                key,
                value: input[key]
              }]
            });
            if (config$1.abortEarly) break;
          }
        }
        if (!dataset.issues || !config$1.abortEarly) {
          for (const key in input) if (!Object.prototype.hasOwnProperty.call(this.entries, key)) {
            _addIssue(this, "key", dataset, config$1, {
              input: key,
              expected: "never",
              path: [{
                type: "object",
                origin: "key",
                input,
                key,
                value: input[key]
              }]
            });
            break;
          }
        }
      } else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function string(message$1) {
  return _standardSchema({
    kind: "schema",
    type: "string",
    reference: string,
    expects: "string",
    async: false,
    message: message$1,
    "~run"(dataset, config$1) {
      if (typeof dataset.value === "string") dataset.typed = true;
      else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function _subIssues(datasets) {
  let issues;
  if (datasets) for (const dataset of datasets) if (issues) for (const issue of dataset.issues) issues.push(issue);
  else issues = dataset.issues;
  return issues;
}
// @__NO_SIDE_EFFECTS__
function union(options, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "union",
    reference: union,
    expects: /* @__PURE__ */ _joinExpects(options.map((option) => option.expects), "|"),
    async: false,
    options,
    message: message$1,
    "~run"(dataset, config$1) {
      let validDataset;
      let typedDatasets;
      let untypedDatasets;
      for (const schema of this.options) {
        const optionDataset = schema["~run"]({ value: dataset.value }, config$1);
        if (optionDataset.typed) if (optionDataset.issues) if (typedDatasets) typedDatasets.push(optionDataset);
        else typedDatasets = [optionDataset];
        else {
          validDataset = optionDataset;
          break;
        }
        else if (untypedDatasets) untypedDatasets.push(optionDataset);
        else untypedDatasets = [optionDataset];
      }
      if (validDataset) return validDataset;
      if (typedDatasets) {
        if (typedDatasets.length === 1) return typedDatasets[0];
        _addIssue(this, "type", dataset, config$1, { issues: /* @__PURE__ */ _subIssues(typedDatasets) });
        dataset.typed = true;
      } else if (untypedDatasets?.length === 1) return untypedDatasets[0];
      else _addIssue(this, "type", dataset, config$1, { issues: /* @__PURE__ */ _subIssues(untypedDatasets) });
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function unknown() {
  return _standardSchema({
    kind: "schema",
    type: "unknown",
    reference: unknown,
    expects: "unknown",
    async: false,
    "~run"(dataset) {
      dataset.typed = true;
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function variant(key, options, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "variant",
    reference: variant,
    expects: "Object",
    async: false,
    key,
    options,
    message: message$1,
    "~run"(dataset, config$1) {
      const input = dataset.value;
      if (input && typeof input === "object") {
        let outputDataset;
        let maxDiscriminatorPriority = 0;
        let invalidDiscriminatorKey = this.key;
        let expectedDiscriminators = [];
        const parseOptions = (variant$1, allKeys) => {
          for (const schema of variant$1.options) {
            if (schema.type === "variant") parseOptions(schema, new Set(allKeys).add(schema.key));
            else {
              let keysAreValid = true;
              let currentPriority = 0;
              for (const currentKey of allKeys) {
                const discriminatorSchema = schema.entries[currentKey];
                if (currentKey in input ? discriminatorSchema["~run"]({
                  typed: false,
                  value: input[currentKey]
                }, ABORT_EARLY_CONFIG).issues : discriminatorSchema.type !== "exact_optional" && discriminatorSchema.type !== "optional" && discriminatorSchema.type !== "nullish") {
                  keysAreValid = false;
                  if (invalidDiscriminatorKey !== currentKey && (maxDiscriminatorPriority < currentPriority || maxDiscriminatorPriority === currentPriority && currentKey in input && !(invalidDiscriminatorKey in input))) {
                    maxDiscriminatorPriority = currentPriority;
                    invalidDiscriminatorKey = currentKey;
                    expectedDiscriminators = [];
                  }
                  if (invalidDiscriminatorKey === currentKey) expectedDiscriminators.push(schema.entries[currentKey].expects);
                  break;
                }
                currentPriority++;
              }
              if (keysAreValid) {
                const optionDataset = schema["~run"]({ value: input }, config$1);
                if (!outputDataset || !outputDataset.typed && optionDataset.typed) outputDataset = optionDataset;
              }
            }
            if (outputDataset && !outputDataset.issues) break;
          }
        };
        parseOptions(this, /* @__PURE__ */ new Set([this.key]));
        if (outputDataset) return outputDataset;
        _addIssue(this, "type", dataset, config$1, {
          input: input[invalidDiscriminatorKey],
          expected: /* @__PURE__ */ _joinExpects(expectedDiscriminators, "|"),
          path: [{
            type: "object",
            origin: "value",
            input,
            key: invalidDiscriminatorKey,
            value: input[invalidDiscriminatorKey]
          }]
        });
      } else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
function parse(schema, input, config$1) {
  const dataset = schema["~run"]({ value: input }, /* @__PURE__ */ getGlobalConfig(config$1));
  if (dataset.issues) throw new ValiError(dataset.issues);
  return dataset.value;
}
// @__NO_SIDE_EFFECTS__
function pipe(...pipe$1) {
  return _standardSchema({
    ...pipe$1[0],
    pipe: pipe$1,
    "~run"(dataset, config$1) {
      for (const item of pipe$1) if (item.kind !== "metadata") {
        if (dataset.issues && (item.kind === "schema" || item.kind === "transformation")) {
          dataset.typed = false;
          break;
        }
        if (!dataset.issues || !config$1.abortEarly && !config$1.abortPipeEarly) dataset = item["~run"](dataset, config$1);
      }
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function safeParse(schema, input, config$1) {
  const dataset = schema["~run"]({ value: input }, /* @__PURE__ */ getGlobalConfig(config$1));
  return {
    typed: dataset.typed,
    success: !dataset.issues,
    output: dataset.value,
    issues: dataset.issues
  };
}
var store$4, DEFAULT_CONFIG, store$3, store$2, store$1, ValiError, EMOJI_REGEX, ABORT_EARLY_CONFIG;
var init_dist = __esm({
  "node_modules/valibot/dist/index.mjs"() {
    DEFAULT_CONFIG = {
      lang: void 0,
      message: void 0,
      abortEarly: void 0,
      abortPipeEarly: void 0
    };
    ValiError = class extends Error {
      /**
      * Creates a Valibot error with useful information.
      *
      * @param issues The error issues.
      */
      constructor(issues) {
        super(issues[0].message);
        this.name = "ValiError";
        this.issues = issues;
      }
    };
    EMOJI_REGEX = new RegExp("^(?:[\\u{1F1E6}-\\u{1F1FF}]{2}|\\u{1F3F4}[\\u{E0061}-\\u{E007A}]{2}[\\u{E0030}-\\u{E0039}\\u{E0061}-\\u{E007A}]{1,3}\\u{E007F}|(?:\\p{Emoji}\\uFE0F\\u20E3?|\\p{Emoji_Modifier_Base}\\p{Emoji_Modifier}?|(?![\\p{Emoji_Modifier_Base}\\u{1F1E6}-\\u{1F1FF}])\\p{Emoji_Presentation})(?:\\u200D(?:\\p{Emoji}\\uFE0F\\u20E3?|\\p{Emoji_Modifier_Base}\\p{Emoji_Modifier}?|(?![\\p{Emoji_Modifier_Base}\\u{1F1E6}-\\u{1F1FF}])\\p{Emoji_Presentation}))*)+$", "u");
    ABORT_EARLY_CONFIG = { abortEarly: true };
  }
});

// src/config/yaml/nearest-name.ts
function nearestName(name, known) {
  const wanted = plain(name);
  if (wanted.length > 100) return null;
  let best = null;
  for (const candidate of known) {
    const distance = editDistance(wanted, plain(candidate));
    if (best === null || distance < best.distance) best = { name: candidate, distance };
  }
  return best !== null && best.distance <= allowedDistance(wanted) ? best.name : null;
}
function editDistance(from, to) {
  let beforeLast = [];
  let last = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1];
      const options = [
        at(last, column) + 1,
        at(current, column - 1) + 1,
        at(last, column - 1) + (same ? 0 : 1)
      ];
      const swapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      if (row > 1 && column > 1 && swapped) options.push(at(beforeLast, column - 2) + 1);
      current.push(Math.min(...options));
    }
    beforeLast = last;
    last = current;
  }
  return at(last, to.length);
}
function allowedDistance(name) {
  return Math.max(1, Math.floor(name.length / 3));
}
function plain(name) {
  return name.toLowerCase().replace(/[-_ ]/g, "");
}
function at(row, column) {
  return row[column] ?? Number.POSITIVE_INFINITY;
}
var init_nearest_name = __esm({
  "src/config/yaml/nearest-name.ts"() {
    "use strict";
  }
});

// src/core/text/bytes.ts
function utf8Length(text) {
  let bytes = text.length;
  for (let at2 = 0; at2 < text.length; at2++) {
    const unit = text.charCodeAt(at2);
    if (unit < 128) continue;
    bytes += unit < 2048 ? 1 : 2;
    if (isHighSurrogate(unit) && isLowSurrogate(text.charCodeAt(at2 + 1))) at2 += 1;
  }
  return bytes;
}
function isHighSurrogate(unit) {
  return unit >= 55296 && unit <= 56319;
}
function isLowSurrogate(unit) {
  return unit >= 56320 && unit <= 57343;
}
function utf8Bytes(text) {
  return encoder.encode(text);
}
function utf8Hex(text) {
  return hex(encoder.encode(text));
}
function textOfHex(digits) {
  return decoder.decode(bytesOfHex(digits));
}
function charactersOfHex(digits) {
  return characters(bytesOfHex(digits));
}
function base64(bytes) {
  return btoa(characters(bytes));
}
function charactersOfBase64(text) {
  const whole = text.length % 4 === 1 ? text.slice(0, -1) : text;
  return atob(whole.replaceAll("-", "+").replaceAll("_", "/"));
}
function characters(bytes) {
  const parts = [];
  for (let at2 = 0; at2 < bytes.length; at2 += MOST_ARGUMENTS)
    parts.push(String.fromCharCode(...bytes.subarray(at2, at2 + MOST_ARGUMENTS)));
  return parts.join("");
}
function hex(bytes) {
  let digits = "";
  for (const byte of bytes) digits += DIGITS[byte];
  return digits;
}
function bytesOfHex(digits) {
  const bytes = new Uint8Array(Math.floor(digits.length / 2));
  for (let at2 = 0; at2 < bytes.length; at2++)
    bytes[at2] = 16 * digitOf(digits.charCodeAt(2 * at2)) + digitOf(digits.charCodeAt(2 * at2 + 1));
  return bytes;
}
function digitOf(code) {
  return code <= 57 ? code - 48 : (code | 32) - 87;
}
var encoder, decoder, MOST_ARGUMENTS, DIGITS;
var init_bytes = __esm({
  "src/core/text/bytes.ts"() {
    "use strict";
    encoder = new TextEncoder();
    decoder = new TextDecoder("utf-8", { ignoreBOM: true });
    MOST_ARGUMENTS = 8192;
    DIGITS = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));
  }
});

export {
  fixed,
  masked,
  joinMasked,
  reshaped,
  init_masked,
  isOpenToOthers,
  init_plain_http,
  compareText,
  init_compare_text,
  withoutRest,
  eachInSteps,
  init_steps,
  onOneLine,
  withoutControls,
  trimmed,
  partOf,
  linesOf,
  lineRangeSteps,
  cutText,
  cutBetweenWords,
  cutToBytes,
  init_plain_text,
  problemText,
  problemLine,
  problemSentence,
  ofValue,
  asFieldValue,
  formatProblem,
  sortProblems,
  namesInWords,
  show,
  printable,
  init_problem,
  parseDuration,
  formatDuration,
  parseTime,
  parseSince,
  parseMinutes,
  parseModelAddress,
  parseWebAddress,
  init_inputs,
  nearestName,
  init_nearest_name,
  remembering,
  copied,
  RecentTexts,
  init_recent_texts,
  utf8Length,
  utf8Bytes,
  utf8Hex,
  textOfHex,
  charactersOfHex,
  base64,
  charactersOfBase64,
  hex,
  init_bytes,
  SETTINGS_FILE,
  settings_exports,
  init_settings,
  getDotPath,
  check,
  finite,
  integer,
  maxLength,
  maxValue,
  metadata,
  minLength,
  minValue,
  nonEmpty,
  rawCheck,
  regex,
  safeInteger,
  transform,
  trim,
  fallback,
  getMetadata,
  is,
  array,
  boolean,
  exactOptional,
  literal,
  looseObject,
  nullable,
  nullish,
  number,
  object,
  optional,
  picklist,
  record,
  strictObject,
  string,
  union,
  unknown,
  variant,
  parse,
  pipe,
  safeParse,
  init_dist
};
