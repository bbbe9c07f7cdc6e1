import {
  init_plain_http,
  isOpenToOthers
} from "./shared-plain-http.mjs";
import {
  cutBetweenWords,
  init_plain_text
} from "./shared-valibot.mjs";
import {
  __esm,
  __export
} from "./shared-runtime.mjs";

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
function utf8Text(bytes) {
  return decoder.decode(bytes);
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
  compareText,
  init_compare_text,
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
  utf8Text,
  utf8Hex,
  textOfHex,
  charactersOfHex,
  base64,
  charactersOfBase64,
  hex,
  init_bytes,
  SETTINGS_FILE,
  settings_exports,
  init_settings
};
