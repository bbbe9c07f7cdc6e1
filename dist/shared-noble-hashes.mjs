import {
  RecentTexts,
  base64,
  charactersOfBase64,
  charactersOfHex,
  compareText,
  copied,
  hex,
  init_bytes,
  init_compare_text,
  init_recent_texts,
  remembering,
  textOfHex,
  utf8Bytes,
  utf8Hex,
  utf8Length
} from "./shared-inputs.mjs";
import {
  cutBetweenWords,
  cutText,
  eachInSteps,
  fixed,
  init_masked,
  init_plain_text,
  init_steps,
  joinMasked,
  reshaped,
  withoutRest
} from "./shared-valibot.mjs";
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

// src/core/access/cut-secrets.ts
function restFinder(values) {
  const long = values.filter((value2) => value2.length > SHORTEST_PART);
  const parts = new Set(long.flatMap(partsOf));
  return function* (text) {
    if (parts.size === 0 || text.length < SHORTEST_PART) return [];
    const isPart = (from) => from >= 0 && parts.has(text.slice(from, from + SHORTEST_PART));
    const cuts = yield* cutsIn(text);
    const ends = [text.trimEnd().length, ...cuts.map(({ from }) => from)];
    const starts = [text.length - text.trimStart().length, ...cuts.map(({ to }) => to)];
    const before = yield* eachInSteps(
      ends,
      (to) => isPart(to - SHORTEST_PART) ? beginnings(text, to, long) : null
    );
    const behind = yield* eachInSteps(starts, (from) => isPart(from) ? rests(text, from, long) : null);
    return [...before.flat(), ...behind.flat()];
  };
}
function partsOf(value2) {
  return Array.from(
    { length: value2.length - SHORTEST_PART + 1 },
    (_, at) => value2.slice(at, at + SHORTEST_PART)
  );
}
function* cutsIn(text) {
  if (!text.includes("…") && !text.includes("...")) return [];
  return yield* eachInSteps(text.matchAll(/(?:…|\.{3,})+/g), ({ index, 0: mark }) => ({
    from: index,
    to: index + mark.length
  }));
}
function beginnings(text, to, values) {
  const last = text.slice(to - SHORTEST_PART, to);
  return values.flatMap((value2) => {
    for (let at = value2.lastIndexOf(last); at >= 0; at = at === 0 ? -1 : value2.lastIndexOf(last, at - 1)) {
      const from = to - SHORTEST_PART - at;
      if (from >= 0 && text.startsWith(value2.slice(0, at), from)) return [{ from, to }];
    }
    return [];
  });
}
function rests(text, from, values) {
  const first = text.slice(from, from + SHORTEST_PART);
  return values.flatMap((value2) => {
    for (let at = value2.indexOf(first); at >= 0; at = value2.indexOf(first, at + 1)) {
      const rest = value2.slice(at);
      if (text.startsWith(rest, from)) return [{ from, to: from + rest.length }];
    }
    return [];
  });
}
var SHORTEST_PART;
var init_cut_secrets = __esm({
  "src/core/access/cut-secrets.ts"() {
    "use strict";
    init_steps();
    SHORTEST_PART = 12;
  }
});

// src/core/access/read-text.ts
function rangesOf(text, part) {
  const ranges = [];
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length))
    ranges.push({ from: at, to: at + part.length });
  return ranges;
}
function asItStands(text) {
  return { text, placeOf: (range) => range };
}
function respelt(original, respellings) {
  if (respellings.length === 0) return asItStands(original);
  const parts = [];
  let at = 0;
  for (const { from, to, meant } of respellings) {
    parts.push(original.slice(at, from), meant);
    at = to;
  }
  parts.push(original.slice(at));
  const text = parts.join("");
  return placed(text, () => placesOf(original, text.length, respellings));
}
function placed(text, find) {
  let known = null;
  return {
    text,
    placeOf: ({ from, to }) => {
      known ??= find();
      const start = known.starts[from] ?? 0;
      return { from: start, to: Math.max(start, known.ends[to - 1] ?? start) };
    }
  };
}
function placesOf(original, length, respellings) {
  const starts = new Uint32Array(length);
  const ends = new Uint32Array(length);
  let read = 0;
  const place = (from, to) => {
    starts[read] = from;
    ends[read] = to;
    read += 1;
  };
  let at = 0;
  for (const { from, to, meant } of [
    ...respellings,
    { from: original.length, to: original.length, meant: "" }
  ]) {
    for (; at < from; at++) place(at, at + 1);
    for (let unit = 0; unit < meant.length; unit++) place(from, to);
    at = to;
  }
  return { starts, ends };
}
function readThrough(inner, outer) {
  return { text: inner.text, placeOf: (range) => outer.placeOf(inner.placeOf(range)) };
}
function* placesIn(text, find) {
  if (text.length <= STEP) return find(text);
  const found = [];
  for (let start = 0; start < text.length; start += STEP) {
    yield;
    const begin = Math.max(0, start - BEFORE);
    const piece = text.slice(begin, start + STEP + LONGEST_MATCH);
    const isLast = begin + piece.length === text.length;
    for (const { from, to } of find(piece)) {
      if (to === piece.length && !isLast) return find(text);
      const isKnown = begin + to <= (found.at(-1)?.to ?? 0);
      if (!isKnown && begin + to > start && begin + from < start + STEP)
        found.push({ from: begin + from, to: begin + to });
    }
  }
  return found;
}
function* matchesIn(text, pattern3) {
  const found = [];
  let at = 0;
  for (let start = 0; start < text.length || start === 0; start += STEP) {
    if (start > 0) yield;
    const isWhole = text.length <= STEP;
    const from = Math.max(0, start - BEFORE);
    const piece = isWhole ? text : text.slice(from, start + STEP + LONGEST_MATCH);
    at = Math.max(at, start);
    pattern3.lastIndex = at - from;
    for (let match = pattern3.exec(piece); match !== null; match = pattern3.exec(piece)) {
      const index = from + match.index;
      if (!isWhole && index >= start + STEP) break;
      found.push(index === match.index ? match : { ...match, 0: match[0], index });
      if (match[0] === "") pattern3.lastIndex += 1;
      at = from + pattern3.lastIndex;
    }
  }
  pattern3.lastIndex = 0;
  return found;
}
var STEP, LONGEST_MATCH, BEFORE;
var init_read_text = __esm({
  "src/core/access/read-text.ts"() {
    "use strict";
    STEP = 32768;
    LONGEST_MATCH = 1e4;
    BEFORE = 100;
  }
});

// src/core/access/byte-numbers.ts
function* numbersIn(read) {
  const found = [];
  for (const { index, 0: row } of yield* matchesIn(read.text, NUMBERS)) {
    yield;
    const items = [...row.matchAll(/([\dA-Fa-f]{1,8})(?=[\s,;|.)+-]|$)/g)];
    for (const radix of [16, 10, 8, 2]) {
      const bytes = items.map(({ 1: digits = "" }) => byteOf(digits, radix));
      const text = bytes.some(Number.isNaN) ? "" : bytes.map((byte) => String.fromCharCode(byte)).join("");
      if (!READABLE.test(text)) continue;
      const starts = Uint32Array.from(items, (item) => index + item.index);
      const ends = Uint32Array.from(items, (item) => index + item.index + item[0].length);
      found.push(
        readThrough(
          placed(text, () => ({ starts, ends })),
          read
        )
      );
    }
  }
  return found;
}
function byteOf(digits, radix) {
  const byte = DIGITS_OF.get(radix)?.test(digits) === true ? Number.parseInt(digits, radix) : Number.NaN;
  return byte > LARGEST_NUMBER ? Number.NaN : byte;
}
var READABLE, NUMBER, NUMBERS, LARGEST_NUMBER, DIGITS_OF;
var init_byte_numbers = __esm({
  "src/core/access/byte-numbers.ts"() {
    "use strict";
    init_read_text();
    READABLE = /[!-~]{14}/;
    NUMBER = "(?:0x|\\[char\\]|chr\\()?[\\dA-Fa-f]{1,8}";
    NUMBERS = new RegExp(`(?<![\\w.])(?:${NUMBER}[\\s,;|.)+-]{1,40}){13,2000}${NUMBER}(?!\\w)`, "g");
    LARGEST_NUMBER = 255;
    DIGITS_OF = /* @__PURE__ */ new Map([
      [16, /^[\dA-Fa-f]+$/],
      [10, /^\d+$/],
      [8, /^[0-7]+$/],
      [2, /^[01]{8}$/]
    ]);
  }
});

// src/core/access/ignorable.ts
function readings(text) {
  if (PLAIN.test(text)) return [asItStands(text)];
  patterns ??= {
    invisible: new RegExp(INVISIBLE, "gu"),
    orders: new RegExp(`${ORDERS}|${INVISIBLE}`, "gu")
  };
  const read = without(patterns.invisible, text);
  return /[\u0080-\u009F]/.test(text) || text.includes(ESC) ? [read, without(patterns.orders, text)] : [read];
}
function without(pattern3, text) {
  if (text.search(pattern3) < 0) return asItStands(text);
  return respelt(
    text,
    Array.from(text.matchAll(pattern3), ({ index, 0: hidden }) => ({
      from: index,
      to: index + hidden.length,
      meant: ""
    }))
  );
}
var PLAIN, ESC, INVISIBLE, ORDERS, patterns;
var init_ignorable = __esm({
  "src/core/access/ignorable.ts"() {
    "use strict";
    init_read_text();
    PLAIN = /^[\t\n\x20-\x7E]*$/;
    ESC = String.fromCodePoint(27);
    INVISIBLE = "(?:[\\p{Default_Ignorable_Code_Point}\\p{Cf}\\p{Zl}\\p{Zp}]|(?![\\t\\n])\\p{Cc})+";
    ORDERS = [
      `(?:${ESC}\\[|\\u009B)[0-?]*[ -/]*[@-~]`,
      `(?:${ESC}[\\]PX^_k]|[\\u0090\\u0098\\u009D-\\u009F])[^\\u0007\\u0018\\u001A${ESC}\\u0080-\\u009F]*(?:\\u0007|\\u009C|${ESC}\\\\)`,
      `${ESC}(?:[ -/]+[0-~]|[\\dA-Za-z=><~|\\}])`
    ].join("|");
    patterns = null;
  }
});

// src/core/access/text-scan.ts
function scanText(text) {
  const words = [];
  let longest = 0;
  let mostHex = 0;
  let start = 0;
  let hex2 = 0;
  const endWord = (at) => {
    if (at - start < LONG_WORD) return;
    words.push(text.slice(start, at));
    longest = Math.max(longest, at - start);
  };
  for (let at = 0; at < text.length; at++) {
    const kind = KINDS[text.charCodeAt(at)] ?? 0;
    if ((kind & WORD) === 0) {
      endWord(at);
      start = at + 1;
    }
    if ((kind & HEX) !== 0) hex2 += 1;
    else if ((kind & BETWEEN) === 0) {
      mostHex = Math.max(mostHex, hex2);
      hex2 = 0;
    }
  }
  endWord(text.length);
  const all = words.join(" ");
  return {
    words: all,
    hasDigits: /\d/.test(all),
    mayHoldBase64: longest >= LONG_BASE64,
    mayHoldHex: Math.max(mostHex, hex2) >= LONG_HEX
  };
}
function kindsOfCharacters() {
  const kinds = new Uint8Array(128);
  const add2 = (characters, kind) => {
    for (let code = 0; code < kinds.length; code++)
      if (characters.test(String.fromCharCode(code))) kinds[code] = (kinds[code] ?? 0) | kind;
  };
  add2(/[\w+/=.~%-]/, WORD);
  add2(/[\dA-Fa-f]/, HEX);
  add2(/[\s:]/, BETWEEN);
  return kinds;
}
var LONG_WORD, LONG_BASE64, LONG_HEX, WORD, HEX, BETWEEN, KINDS;
var init_text_scan = __esm({
  "src/core/access/text-scan.ts"() {
    "use strict";
    LONG_WORD = 15;
    LONG_BASE64 = 28;
    LONG_HEX = 38;
    WORD = 1;
    HEX = 2;
    BETWEEN = 4;
    KINDS = kindsOfCharacters();
  }
});

// src/core/access/encodings.ts
function* unescaped(read) {
  if (read.text.search(SPELT) < 0) return null;
  const respellings = yield* eachInSteps(read.text.matchAll(SPELT), (match) => {
    const meant = characterOf(match);
    return meant === null ? null : { from: match.index, to: match.index + match[0].length, meant };
  });
  const inner = respelt(read.text, respellings);
  yield;
  const isPlain = respellings.every(({ meant }) => /^[ -~]*$/.test(meant));
  const visible = isPlain ? inner : readThrough(readings(inner.text)[0], inner);
  return readThrough(visible, read);
}
function characterOf(match) {
  const [, point, unit, byte, long, octal, old, bytes, hex2, decimal, name, mark] = match;
  if (bytes !== void 0) return textOfHex(bytes.replace(/%(?:25)*(?=[\dA-Fa-f]{2})|=/g, ""));
  if (name !== void 0) return NAMED.get(name) ?? null;
  if (mark !== void 0) return mark;
  if (octal !== void 0) return String.fromCodePoint(Number.parseInt(octal, 8));
  const digits = point ?? unit ?? byte ?? long ?? old ?? hex2;
  const code = digits === void 0 ? Number(decimal) : Number.parseInt(digits, 16);
  return code > 1114111 ? null : String.fromCodePoint(code);
}
function unwrapped(read) {
  const { text } = read;
  const breaks = [];
  let start = 0;
  for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", end + 1)) {
    const isMarked = CONTINUED.test(text.charAt(end - 1));
    if (isMarked || end - start >= SHORTEST_WRAPPED) {
      const from = isMarked ? end - 1 : end;
      const to = afterIndent(text, end + 1);
      if (WORD2.test(text.charAt(from - 1)) && WORD2.test(text.charAt(to)))
        breaks.push({ from, to, meant: "" });
    }
    start = end + 1;
  }
  return breaks.length === 0 ? null : readThrough(respelt(text, breaks), read);
}
function afterIndent(text, from) {
  let at = from;
  while (at < from + LONGEST_INDENT && INDENT.test(text.charAt(at))) at += 1;
  return at;
}
function charactersOfBase32(text) {
  const bits = Array.from(text, (character) => BASE32.indexOf(character).toString(2).padStart(5, "0"));
  const bytes = bits.join("").match(/.{8}/g) ?? [];
  return bytes.map((byte) => String.fromCharCode(Number.parseInt(byte, 2))).join("");
}
function withoutColumns(read) {
  if (!/^[\dA-Fa-f]{6,8}:?[ \t]/m.test(read.text)) return null;
  const columns = [...read.text.matchAll(COLUMNS)];
  const ranges = columns.map(({ index, 0: column }) => ({
    from: index,
    to: index + column.length,
    meant: ""
  }));
  return readThrough(respelt(read.text, ranges), read);
}
function* decoded(read, scan) {
  const inText = yield* bytesIn(read, scan);
  const dump = withoutColumns(read);
  yield;
  const inDump = dump === null ? [] : yield* bytesIn(dump, scanText(dump.text));
  return [...inText, ...inDump, ...yield* numbersIn(read)];
}
function* bytesIn(read, scan) {
  const all = [];
  let sinceRest = 0;
  for (const encoding of ENCODINGS.filter(({ mayBeIn }) => mayBeIn(scan))) {
    yield;
    for (const match of read.text.matchAll(encoding.found)) {
      for (const inner of encoding.isLikely(match[0]) ? decodedAt(match, encoding) : []) {
        if (inner !== null) all.push(readThrough(inner, read));
        sinceRest += match[0].length;
        if (sinceRest > MOST_DECODED) {
          yield;
          sinceRest = 0;
        }
      }
    }
  }
  return all;
}
function* decodedAt(match, encoding) {
  const compact = match[0].replace(/[\s:]+/g, "");
  for (let start = 0; start < encoding.characters; start++) {
    const text = encoding.decode(compact.slice(start));
    const narrow = narrowed(text);
    const bytes = placed(text, () => bytePlaces(match, start, { text, encoding }));
    if (narrow !== null) yield readThrough(narrow, bytes);
    else yield READABLE.test(text) ? bytes : null;
  }
}
function narrowed(text) {
  if (!text.includes("\0") || !WIDE.test(text)) return null;
  const empty = Array.from(text.matchAll(/\0/g), ({ index }) => ({ from: index, to: index + 1, meant: "" }));
  return respelt(text, empty);
}
function bytePlaces({ index, 0: found }, start, { text, encoding: { characters, bytes } }) {
  const places = [];
  for (let at = 0; at < found.length; at++) if (!/[\s:]/.test(found.charAt(at))) places.push(index + at);
  const starts = new Uint32Array(text.length);
  const ends = new Uint32Array(text.length);
  for (let byte = 0; byte < text.length; byte++) {
    starts[byte] = places[start + Math.floor(byte * characters / bytes)] ?? index;
    ends[byte] = (places[start + Math.ceil((byte + 1) * characters / bytes) - 1] ?? places.at(-1) ?? 0) + 1;
  }
  return { starts, ends };
}
var SPELT, NAMED, WORD2, SHORTEST_WRAPPED, CONTINUED, INDENT, LONGEST_INDENT, BASE64, BYTE, HEX2, MOST_DECODED, ENCODINGS, BASE32, COLUMNS, WIDE;
var init_encodings = __esm({
  "src/core/access/encodings.ts"() {
    "use strict";
    init_bytes();
    init_steps();
    init_byte_numbers();
    init_ignorable();
    init_read_text();
    init_text_scan();
    SPELT = /(?<!\\)\\+(?:u\{([\dA-Fa-f]{1,6})\}|u([\dA-Fa-f]{4})|x([\dA-Fa-f]{2})|U([\dA-Fa-f]{8})|([0-3]?[0-7]{2}))|%u([\dA-Fa-f]{4})|((?:%(?:25){0,3}[\dA-Fa-f]{2})+|(?:=[\dA-F]{2})+)|&#(?:[xX]0{0,6}([\dA-Fa-f]{1,6})|0{0,6}(\d{1,7}));?|&(amp|lt|gt|quot|apos);|\\([!-/:-@[-`{-~])/g;
    NAMED = /* @__PURE__ */ new Map([
      ["amp", "&"],
      ["lt", "<"],
      ["gt", ">"],
      ["quot", '"'],
      ["apos", "'"]
    ]);
    WORD2 = /[\w+/=.~%-]/;
    SHORTEST_WRAPPED = 40;
    CONTINUED = /[=\\`]/;
    INDENT = /[ \t>|#*]/;
    LONGEST_INDENT = 16;
    BASE64 = /(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{28,}(?:\r?\n[ \t]{0,16}[A-Za-z0-9+/_-]{4,})*/g;
    BYTE = "[\\dA-Fa-f]{2}(?:[ :]?\\r?\\n[ \\t]{0,16}|[ :])?";
    HEX2 = new RegExp(`(?<![\\dA-Fa-f])(?:${BYTE}){20,}`, "g");
    MOST_DECODED = 1e5;
    ENCODINGS = [
      {
        decode: charactersOfBase64,
        found: BASE64,
        characters: 4,
        bytes: 3,
        mayBeIn: (scan) => scan.mayHoldBase64,
        isLikely: (found) => /[a-z]/.test(found) && /[A-Z]/.test(found)
      },
      {
        decode: charactersOfHex,
        found: HEX2,
        characters: 2,
        bytes: 1,
        mayBeIn: (scan) => scan.mayHoldHex,
        isLikely: (found) => /\d/.test(found)
      },
      {
        decode: charactersOfBase32,
        found: /(?<![A-Za-z0-9])[A-Z2-7]{28,}/g,
        characters: 8,
        bytes: 5,
        mayBeIn: (scan) => scan.mayHoldBase64,
        isLikely: (found) => /\d/.test(found) && /[A-Z]/.test(found)
      }
    ];
    BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    COLUMNS = /^[\dA-Fa-f]{6,8}:?[ \t]+(?=[\dA-Fa-f]{2})|(?<=[\dA-Fa-f]) {2,}(?![\dA-Fa-f]{2} )[^\n]*$/gm;
    WIDE = /(?:[!-~]\0){14}|(?:\0[!-~]){14}/;
  }
});

// src/core/access/known-forms.ts
function knownForms(values) {
  const long = values.map((value2) => value2.trim()).filter((value2) => value2.length >= SHORTEST_VALUE);
  const forms = long.flatMap((value2) => [
    value2,
    ...jsonForms(value2),
    ...urlForms(value2),
    ...base64Forms(value2),
    ...hexForms(value2)
  ]);
  const read = forms.flatMap((form) => readings(form).map(({ text }) => text));
  return [...new Set(read)].filter((form) => form.length >= SHORTEST_VALUE).sort((a, b) => b.length - a.length);
}
function jsonForms(value2) {
  const once = insideJson(value2);
  return [once, insideJson(once)];
}
function insideJson(text) {
  return JSON.stringify(text).slice(1, -1);
}
function urlForms(value2) {
  const encoded = encodeURIComponent(value2.toWellFormed());
  return [encoded, encoded.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase())];
}
function hexForms(value2) {
  const hex2 = utf8Hex(value2);
  return [hex2, hex2.toUpperCase()];
}
function base64Forms(value2) {
  const bytes = utf8Bytes(value2);
  const forms = [0, 1, 2].map((offset) => {
    const encoded = base64(Uint8Array.of(...Array(offset).fill(0), ...bytes)).replace(/=+$/, "");
    const start = [0, 2, 3][offset] ?? 0;
    const end = (bytes.length + offset) % 3 === 0 ? encoded.length : encoded.length - 1;
    return encoded.slice(start, end);
  });
  return forms.flatMap((form) => [form, form.replaceAll("+", "-").replaceAll("/", "_")]);
}
var SHORTEST_VALUE;
var init_known_forms = __esm({
  "src/core/access/known-forms.ts"() {
    "use strict";
    init_bytes();
    init_ignorable();
    SHORTEST_VALUE = 6;
  }
});

// src/core/access/private-keys.ts
function privateKeys(text) {
  const ranges = [];
  let at = 0;
  for (; ; ) {
    const begin = firstFrom(BEGIN, text, at);
    if (begin === null) return ranges;
    at = firstFrom(END, text, begin.to)?.to ?? text.length;
    ranges.push({ from: begin.from, to: at });
  }
}
function cutKeys(text) {
  return [...text.matchAll(END)].flatMap(({ index, 0: end }) => {
    const from = startOfBase64(text, index);
    return from === index ? [] : [{ from, to: index + end.length }];
  });
}
function startOfBase64(text, end) {
  let from = end;
  while (from > 0 && /[A-Za-z0-9+/=\s]/.test(text.charAt(from - 1))) from--;
  return from;
}
function firstFrom(pattern3, text, at) {
  pattern3.lastIndex = at;
  const match = pattern3.exec(text);
  return match === null ? null : { from: match.index, to: match.index + match[0].length };
}
var BEGIN, END;
var init_private_keys = __esm({
  "src/core/access/private-keys.ts"() {
    "use strict";
    BEGIN = /-----BEGIN [A-Z ]{0,40}PRIVATE KEY(?: BLOCK)?-----/g;
    END = /-----END [A-Z ]{0,40}PRIVATE KEY(?: BLOCK)?-----/g;
  }
});

// src/core/access/token-formats.ts
function format(name, form) {
  return { name, form };
}
function anyOf(formats) {
  return new RegExp(`${START}(?:${formats.map(({ form }) => form).join("|")})`, "g");
}
function nameOf(token, formats) {
  const found = formats.find(({ form }) => new RegExp(`^(?:${form})`).test(token));
  return found?.name ?? "token";
}
var UNMISTAKABLE, LIKELY, START;
var init_token_formats = __esm({
  "src/core/access/token-formats.ts"() {
    "use strict";
    UNMISTAKABLE = [
      format("Adafruit key", "aio_[A-Za-z0-9]{28}\\b"),
      format("Airtable token", "pat[A-Za-z0-9]{14}\\.[0-9a-f]{40,80}"),
      format("Artifactory key", "AKCp[A-Za-z0-9]{60,90}"),
      format("Artifactory token", "cmVmdGtu[A-Za-z0-9]{50,70}"),
      format("Brevo key", "xkeysib-[0-9a-f]{40,70}-\\w{10,20}"),
      format("Clojars token", "CLOJARS_[0-9a-f]{40,70}"),
      format("Cloudflare key", "v1\\.0-[0-9a-f]{24}-[0-9a-f]{60,160}"),
      format("Contentful token", "CFPAT-[\\w-]{40,50}"),
      format("Discord token", "[MNOK][A-Za-z0-9_-]{23,27}\\.[\\w-]{6}\\.[\\w-]{27,40}"),
      format("Duffel token", "duffel_(?:live|test)_[\\w-]{40,60}"),
      format("Dynatrace token", "dt0c01\\.[A-Z0-9]{24}\\.[A-Z0-9]{40,70}"),
      format("EasyPost key", "EZ[AT]K[A-Za-z0-9]{50,60}"),
      format("Facebook token", "EAA[A-Za-z0-9]{60,300}"),
      format("Frame.io token", "fio-u-[\\w-]{50,70}"),
      format("GitLab token", "GR1348941[\\w-]{20,30}"),
      format("Harness token", "[ps]at\\.[\\w-]{22}\\.[0-9a-f]{24}\\.[\\w-]{20}"),
      format("Pinecone key", "pcsk_[A-Za-z0-9]{4,8}_[A-Za-z0-9]{40,80}"),
      format("Prefect key", "pn[ub]_[A-Za-z0-9]{36}\\b"),
      format("ReadMe key", "rdme_[A-Za-z0-9]{60,80}"),
      format("Resend key", "re_[A-Za-z0-9]{8}_[A-Za-z0-9]{20,30}"),
      format("Shippo token", "shippo_(?:live|test)_[0-9a-f]{40}"),
      format("Square secret", "sq0(?:csp|atp)-[\\w-]{20,50}"),
      format("Stripe key", "[rs]k_test_[A-Za-z0-9]{16,200}"),
      format("Tavily key", "tvly-(?:dev-|prod-)?[A-Za-z0-9]{28,40}"),
      format("Typeform token", "tfp_[\\w-]{50,70}"),
      format("1Password token", "ops_ey[\\w+/=-]{50,2000}"),
      format("age key", "AGE-SECRET-KEY-1[0-9A-Z]{40,80}"),
      format("Anthropic key", "sk-ant-[\\w-]{20,200}"),
      format("Atlassian token", "AT(?:AT|CT)T3[\\w=-]{40,400}"),
      format("AWS access key", "A(?:KIA|SIA|BIA|CCA)[0-9A-Z]{16}\\b"),
      format("Buildkite token", "bkua_[0-9a-f]{40}"),
      format("CircleCI token", "CCIPAT_[\\w]{20,100}"),
      format("Cloudflare token", "cf(?:k|ut|at)_[A-Za-z0-9]{40,80}"),
      format("Databricks token", "dapi[0-9a-f]{32}"),
      format("DigitalOcean token", "do[opr]_v1_[0-9a-f]{40,100}"),
      format("Docker token", "dckr_[po]at_[\\w-]{20,100}"),
      format("Doppler token", "dp\\.(?:pt|st|ct|sa|scim|audit)\\.[\\w.-]{40,100}"),
      format("Figma token", "figd_[\\w-]{30,200}"),
      format("Fly.io token", "fm[12][ar]?_[\\w+/=-]{60,2000}"),
      format("GitHub token", "gh[pousr]_[A-Za-z0-9]{30,255}"),
      format("GitHub token", "ghs_\\d{1,20}_[\\w-]{1,1000}\\.[\\w-]{1,5000}\\.[\\w-]{1,1000}"),
      format("GitHub token", "github_pat_\\w{40,255}"),
      format("GitLab token", "gl(?:pat|dt|rt|rtr|cbt|ptt|ft|imt|agent|soat|oas|ffct)-[\\w.-]{20,300}"),
      format("Google API key", "AIza[\\w-]{35}"),
      format("Google secret", "GOCSPX-[\\w-]{20,60}"),
      format("Google token", "ya29\\.[\\w-]{40,2000}"),
      format("Grafana token", "gl(?:c|sa)_[\\w+/=]{30,500}"),
      format("Groq key", "gsk_[A-Za-z0-9]{40,100}"),
      format("Hugging Face token", "(?:hf|api_org)_[A-Za-z0-9]{30,60}\\b"),
      format("Vault token", "hv[sbr]\\.[\\w-]{20,400}"),
      format("LangSmith key", "lsv2_[ps][kt]_\\w{30,100}"),
      format("Linear key", "lin_(?:api|oauth)_\\w{32,128}"),
      format("Netlify token", "nfp_[A-Za-z0-9]{30,80}"),
      format("New Relic key", "NR(?:AK|JS|II)-[A-Za-z0-9_-]{19,60}"),
      format("Notion token", "(?:ntn_\\d|secret_)[A-Za-z0-9]{42,60}"),
      format("npm token", "npm_\\w{36,100}"),
      format("NVIDIA key", "nvapi-[\\w-]{60,100}"),
      format("PlanetScale token", "pscale_(?:tkn|pw|oauth|api)_[\\w.-]{30,100}"),
      format("Postman key", "PMAK-[0-9a-f]{24}-[0-9a-f]{34}"),
      format("Pulumi token", "pul-[0-9a-f]{40}"),
      format("PyPI token", "pypi-AgE[\\w-]{50,1000}"),
      format("Replicate token", "r8_[A-Za-z0-9]{30,60}"),
      format("RubyGems key", "rubygems_[0-9a-f]{40,80}"),
      format("SendGrid key", "SG\\.[\\w-]{16,64}\\.[\\w-]{16,128}"),
      format("Sentry token", "sntry[su]_[\\w+/=-]{50,500}"),
      format("Shopify token", "shp(?:at|ca|pa|ss)_[A-Za-z0-9]{30,64}"),
      format("Slack token", "xox[abcdeoprs]-[A-Za-z0-9%-]{10,400}"),
      format("Slack token", "xapp-\\d-[A-Za-z0-9-]{20,250}"),
      format("Stripe key", "[rs]k_live_[A-Za-z0-9]{16,200}"),
      format("Stripe secret", "whsec_[A-Za-z0-9+/=]{24,100}"),
      format("Supabase key", "sb(?:p|_secret)_[\\w-]{30,80}"),
      format("Tailscale key", "tskey-[a-z]{2,20}-\\w{8,40}-\\w{16,60}"),
      format("Vercel token", "vc[pciark]_[A-Za-z0-9]{20,60}")
    ];
    LIKELY = [
      format("OpenAI key", "sk-[\\w-]{20,200}"),
      format("Mailgun key", "key-[0-9a-f]{32}\\b"),
      format("Perplexity key", "pplx-[A-Za-z0-9]{40,100}"),
      format("Twilio key", "SK[0-9a-f]{32}\\b"),
      format("Alibaba key", "LTAI[A-Za-z0-9]{16,24}\\b"),
      format("Cerebras key", "csk-[A-Za-z0-9]{40,60}"),
      format("Dropbox token", "sl\\.[\\w-]{60,1500}"),
      format("ElevenLabs key", "sk_[0-9a-f]{48}\\b"),
      format("Fireworks key", "fw_[A-Za-z0-9]{22,30}\\b"),
      format("Infracost key", "ico-[A-Za-z0-9]{32}\\b"),
      format("Mailchimp key", "(?<![0-9a-f])[0-9a-f]{32}-us\\d{1,2}\\b"),
      format("Mapbox token", "sk\\.[\\w-]{30,300}\\.[\\w-]{20,40}"),
      format("NuGet key", "oy2[a-z2-7]{43}\\b"),
      format("Tencent key", "AKID[A-Za-z0-9]{32}\\b"),
      format("Yandex key", "AQVN[\\w-]{35,40}"),
      format("xAI key", "xai-[A-Za-z0-9]{60,120}")
    ];
    START = "(?:\\b|(?<=\\\\[nrt]))";
  }
});

// src/core/access/secret-patterns.ts
function pattern(name, source, { group = 0, isSecret = () => true, mayBeIn = () => true, isShaped = false } = {}) {
  return { name, pattern: source, group, isSecret, mayBeIn, isShaped };
}
function tokens(formats, isSecret = () => true) {
  const anywhere = new RegExp(formats.map(({ form }) => form).join("|"));
  return pattern((token) => nameOf(token, formats), anyOf(formats), {
    isSecret,
    mayBeIn: (_, { words }) => anywhere.test(words),
    isShaped: true
  });
}
function value(name, source, options = {}) {
  return pattern(name, new RegExp(source, "gi"), {
    group: 1,
    isSecret: looksRandom,
    mayBeIn: (_, scan) => scan.hasDigits,
    ...options
  });
}
function looksRandom(value2) {
  return /\d/.test(value2) && /[A-Za-z]/.test(value2) && bitsPerCharacter(value2) >= 3.2;
}
function looksMixed(value2) {
  const words = value2.match(/[a-z]{6,}/g)?.join("").length ?? 0;
  const turns = value2.match(/\d[^\d]/g)?.length ?? 0;
  return turns > 1 && words < value2.length / 5 && !value2.includes(".") && looksRandom(value2);
}
function hasDigits(value2) {
  return /\d/.test(value2);
}
function bitsPerCharacter(value2) {
  const counts = /* @__PURE__ */ new Map();
  for (const character of value2) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count2 of counts.values()) bits -= count2 / value2.length * Math.log2(count2 / value2.length);
  return bits;
}
var VALUE, CHOSEN, PASSWORD_NAME, BASE642, SECRET_NAME, IS, FURTHER, END2, SECRET_PATTERNS;
var init_secret_patterns = __esm({
  "src/core/access/secret-patterns.ts"() {
    "use strict";
    init_token_formats();
    VALUE = "([A-Za-z0-9+/=_.~-]{16,200})";
    CHOSEN = "([A-Za-z0-9+/=_.~!@#%^*-]{8,200})";
    PASSWORD_NAME = "(?:passw(?:or)?[dt]|contrase[nñ]a|mot de passe|senha|wachtwoord|has[lł]o|пароль|密[码碼]|パスワード|passphrase|pwd|(?<![a-z])pass)";
    BASE642 = "([A-Za-z0-9+/_-]{16,400}={0,2})";
    SECRET_NAME = "(?:api[_-]?key|secret|(?<!public_?key)token|passw(?:or)?d|(?:access|account|app|auth|cookie|deploy|encryption|master|pre-?shared|private|service|session|signing)[_-]?key)";
    IS = `["']?[ \\t]{0,4}[:=]{1,2}>?[ \\t]{0,4}`;
    FURTHER = `[A-Za-z0-9_-]{0,40}(?:${[
      "[\"'`\\])*]{0,4}\\s{0,4}(?::=|=>|[:=,|]|\\bis\\b)[\"'`*]{0,3}\\s{0,8}(?:[>|][+-]?\\s{1,12})?(?:base64:)?[\"'`]{0,3}",
      `["']?,?\\s{1,12}["']?value["']?\\s{0,2}[:=]\\s{0,4}["']?`,
      `["']\\s{0,2}\\{\\s{0,12}default\\s{0,4}=\\s{0,4}["']`,
      "</key>\\s{0,12}<string>"
    ].join("|")})`;
    END2 = "(?=[\"'`;,)\\s]|$)";
    SECRET_PATTERNS = [
      tokens(UNMISTAKABLE),
      tokens(LIKELY, looksRandom),
      pattern("Telegram token", new RegExp(`${START}\\d{8,10}:AA[\\w-]{32,35}\\b`, "g"), {
        mayBeIn: (text) => text.includes(":AA"),
        isShaped: true
      }),
      pattern("Terraform token", new RegExp(`${START}[A-Za-z0-9]{14}\\.atlasv1\\.[\\w-]{60,80}`, "g"), {
        mayBeIn: (text) => text.includes(".atlasv1."),
        isShaped: true
      }),
      pattern("Firebase key", new RegExp(`${START}AAAA[\\w-]{7}:APA91b[\\w-]{100,200}`, "g"), {
        mayBeIn: (text) => text.includes(":APA91b"),
        isShaped: true
      }),
      pattern("Azure secret", new RegExp(`${START}[\\w~.-]{3}\\dQ~[\\w~.-]{31,34}`, "g"), {
        isSecret: looksRandom,
        mayBeIn: (_, { words }) => words.includes("Q~"),
        isShaped: true
      }),
      pattern(
        "signed web token",
        /(?:(?<![\w-])|(?<=\\[nrt]))eyJ[A-Za-z0-9_-]{10,2000}\.eyJ[A-Za-z0-9_-]{10,4000}\.[A-Za-z0-9_-]{10,2000}/g,
        { mayBeIn: (_, { words }) => words.includes("eyJ"), isShaped: true }
      ),
      value("AWS secret", `secret_?access_?key${IS}["']?([A-Za-z0-9+/]{40})${END2}`),
      value("npm token", `\\b_(?:auth|authToken|password)[ \\t]{0,4}=[ \\t]{0,4}["']?${BASE642}`, {
        isSecret: hasDigits
      }),
      value("webhook address", /\.webhook\.office\.com\/webhookb2\/([\w@/-]{40,300})/),
      value(
        "webhook address",
        /\b(?:hooks\.slack\.com\/(?:services|workflows|triggers)|discord(?:app)?\.com\/api\/webhooks)\/([\w/-]{20,200})/
      ),
      value("bearer token", `\\b(?:Bearer|SSWS)[ \\t]{1,4}${VALUE}`),
      value("login", `\\bBasic[ \\t]{1,4}${BASE642}${END2}`),
      value("login", `"auth"[ \\t]{0,4}:[ \\t]{0,4}"${BASE642}"`),
      value("password", `\\s(?:-u|--user)[ =]["']?[^\\s:"'$]{1,100}:${VALUE}`),
      value(
        "password",
        `${START}machine\\s{1,20}\\S{1,200}\\s{1,20}login\\s{1,20}\\S{1,200}\\s{1,20}password\\s{1,20}${VALUE}`
      ),
      value("password", `\\bsshpass[ \\t]{1,4}-p[ \\t]{0,4}["']?${VALUE}`),
      value("password", `:(?:\\d{4,5}|\\*):[^\\s:]{1,60}:[^\\s:]{1,60}:${VALUE}(?=\\s|$)`, {
        isSecret: looksMixed
      }),
      value("password in address", /:\/\/[^\s:/@'"]{0,100}:([^\s/@'"${}<>]{8,200})@/, {
        mayBeIn: (text) => text.includes("://") && text.includes("@")
      }),
      value(
        "token in address",
        /[?&](?:[a-z]{1,20}[_-])?(?:token|secret|password|api_?key|key|sig|signature)=([A-Za-z0-9%+/=_.~-]{16,400})/
      ),
      value("secret value", `${SECRET_NAME}[A-Za-z0-9_-]{0,40}["'][ \\t]{1,4}value=["']${VALUE}["']`),
      value("secret value", `${SECRET_NAME}[A-Za-z0-9_-]{0,40}${IS}["'\`]${VALUE}["'\`]`),
      value("secret value", `${SECRET_NAME}[A-Za-z0-9_-]{0,40}(?:${IS}|[ \\t])${VALUE}${END2}`, {
        isSecret: looksMixed
      }),
      pattern(
        "secret value",
        new RegExp(`\\b[A-Z0-9_]{0,60}(?:KEY|SECRET|TOKEN|PASSWORD)[A-Z0-9_]{0,40}=${VALUE}(?=\\s|$)`, "g"),
        { group: 1, isSecret: looksRandom, mayBeIn: (_, scan) => scan.hasDigits }
      ),
      value("secret value", `(?:${SECRET_NAME}|${PASSWORD_NAME})${FURTHER}${CHOSEN}(?=["'\`;,)&<|\\s]|$)`, {
        isSecret: looksMixed
      }),
      value(
        "password",
        `\\b(?:docker|podman|helm|mysql\\w{0,6}|mariadb|redis-cli)\\s[^\\n]{0,200}?\\s(?:-p|-a|--password)[ =]?${VALUE}`
      ),
      value("password in address", /:\/\/([A-Za-z0-9_-]{20,200})@/),
      value("session", `\\b(?:set-)?cookie:[ \\t]{0,4}[^=;\\s]{1,60}=([^\\s;,]{16,400})`),
      value(
        "password hash",
        /\$(?:2[abxy]|[156y]|apr1|argon2(?:id?|d)|scrypt)\$[\w./$=,+-]{0,60}?([\w./+]{22,200})(?![\w./+])/
      ),
      value("private key", /(?:Private-Lines: \d{1,3}\s{1,4}|"d"\s{0,4}:\s{0,4}")([\w+/=-]{40,4000})/),
      value("password", `${PASSWORD_NAME}(?:${IS}|[ \\t]{1,4}|>)["'\`]?${CHOSEN}(?=["'\`;,)&<\\s]|$)`, {
        isSecret: looksMixed
      })
    ];
  }
});

// src/core/access/find-secrets.ts
function finderOf(values, ownKinds) {
  let made = null;
  const sought = () => {
    made ??= soughtFor(values, ownKinds);
    return made;
  };
  return {
    whole: (text) => secretsIn(text, sought(), noRests),
    withRests: (text) => secretsIn(text, sought(), sought().restsOf)
  };
}
function soughtFor(values, ownKinds) {
  const known = knownForms(values);
  const restsOf = restFinder(known);
  return {
    known,
    ownKinds,
    *restsOf(text) {
      const rests2 = named("known value", yield* restsOf(text));
      return text.includes("PRIVATE KEY") ? [...rests2, ...named("private key", cutKeys(text))] : rests2;
    }
  };
}
function noRests() {
  return eachInSteps([], () => null);
}
function* secretsIn(text, sought, restsOf) {
  if (withoutUsual.get(text) === true) return yield* readIn(text, { ...sought, kinds: [], restsOf });
  const found = yield* readIn(text, { ...sought, kinds: SECRET_PATTERNS, restsOf });
  if (found.length === 0 && text.length <= LONGEST_REMEMBERED) withoutUsual.set(copied(text), true);
  return found;
}
function* readIn(text, search) {
  const found = [];
  for (const read of readings(text)) {
    yield;
    const scan = scanText(read.text);
    yield* add(found, read, plainIn(read.text, scan, search));
    const meant = yield* unescaped(read);
    if (meant !== null) yield* add(found, meant, plainIn(meant.text, scanText(meant.text), search));
    for (const bytes of yield* decoded(read, scan))
      yield* add(found, bytes, wholeIn(bytes.text, scanText(bytes.text), search));
    yield;
    const joined = unwrapped(read);
    if (joined !== null) yield* add(found, joined, joinedIn(joined, search));
  }
  return found;
}
function* add(found, read, steps) {
  const ranges = yield* steps;
  for (const range of ranges) found.push({ name: range.name, ...read.placeOf(range) });
}
function* plainIn(text, scan, search) {
  const whole = yield* wholeIn(text, scan, search);
  return [...whole, ...yield* search.restsOf(text)];
}
function* wholeIn(text, scan, { known, kinds, ownKinds }) {
  const places = known.flatMap((value2) => rangesOf(text, value2));
  const keys = text.includes("PRIVATE KEY") ? privateKeys(text) : [];
  const found = [named("known value", places), named("private key", keys)];
  for (const kind of kinds) {
    yield;
    if (kind.mayBeIn(text, scan)) found.push(yield* patternRanges(text, kind));
  }
  for (const find of ownKinds) {
    yield;
    found.push(yield* find(text));
  }
  return found.flat();
}
function* joinedIn(read, { known, kinds }) {
  const { text } = read;
  const isTorn = ({ from, to }) => {
    const start = lastBreak(read, { from, to });
    if (start === null || /[\w-]/.test(text.charAt(to))) return false;
    return looksRandom(text.slice(from, to)) && /\d|[a-z][A-Z]/.test(text.slice(start, to));
  };
  const places = known.flatMap((value2) => rangesOf(text, value2));
  const found = [named("known value", places)];
  for (const kind of kinds) {
    yield;
    if (kind.isShaped) found.push((yield* patternRanges(text, kind)).filter(isTorn));
  }
  return found.flat();
}
function lastBreak(read, { from, to }) {
  const placeOf = (at) => read.placeOf({ from: at, to: at + 1 });
  for (let at = to - 1; at > from; at--) if (placeOf(at).from !== placeOf(at - 1).to) return at;
  return null;
}
function named(name, ranges) {
  return ranges.map((range) => ({ ...range, name }));
}
function* patternRanges(text, kind) {
  const { name, pattern: pattern3, group, isSecret } = kind;
  return yield* eachInSteps(yield* matchesIn(text, pattern3), (match) => {
    const secret = match[group] ?? "";
    if (secret === "" || !isSecret(secret)) return null;
    const from = match.index + match[0].lastIndexOf(secret);
    return {
      from,
      to: from + secret.length,
      name: typeof name === "string" ? name : () => name(secret)
    };
  });
}
var withoutUsual, LONGEST_REMEMBERED;
var init_find_secrets = __esm({
  "src/core/access/find-secrets.ts"() {
    "use strict";
    init_recent_texts();
    init_steps();
    init_cut_secrets();
    init_encodings();
    init_ignorable();
    init_known_forms();
    init_private_keys();
    init_read_text();
    init_secret_patterns();
    init_text_scan();
    withoutUsual = new RecentTexts(1e6);
    LONGEST_REMEMBERED = 1e3;
  }
});

// src/core/access/mask.ts
function createMask({ values, patterns: patterns2 }) {
  const all = finderOf(values, patterns2.map(finderOfPattern));
  const long = values.filter((value2) => value2.trim().length >= SHORTEST_IN_IDENTITY);
  const inIdentity = finderOf(long, []);
  const mask = maskingOnce((text) => maskedText(text, all.withRests));
  const identity = maskingOnce((text) => maskedText(text, inIdentity.withRests));
  const finds = (text) => firstName(all.whole(text));
  return {
    mask: (text) => withoutRest(mask(text)),
    identity: (text) => withoutRest(identity(text)),
    finds: (text) => withoutRest(finds(text)),
    inSteps: { mask, finds }
  };
}
function* firstName(search) {
  const [first] = yield* search;
  if (first === void 0) return null;
  return typeof first.name === "string" ? first.name : first.name();
}
function maskingOnce(mask) {
  const known = new RecentTexts();
  return function* (text) {
    const before = known.get(text);
    if (before !== void 0) return before ?? text;
    const masked = yield* mask(text);
    known.set(copied(text), masked === text ? null : masked);
    if (masked !== text) known.set(masked, null);
    return masked;
  };
}
function finderOfPattern(pattern3, index) {
  const name = `pattern ${index + 1} of secret_patterns`;
  return function* (text) {
    const spans = yield* placesIn(text, pattern3.spans);
    return spans.filter(({ from, to }) => from < to).map((span) => ({ ...span, name }));
  };
}
function* maskedText(text, find) {
  let now = text;
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const found = yield* find(now);
    if (found.length === 0) return now;
    const next = withoutSecrets(now, found);
    if (next === now) return now;
    now = next;
  }
  return fixed(MASKED);
}
function withoutSecrets(text, found) {
  const ranges = [...found, ...rangesOf(text, MASKED)];
  const parts = [];
  let at = 0;
  for (const range of ranges.sort((a, b) => a.from - b.from || b.to - a.to)) {
    if (range.to <= at) continue;
    if (range.from >= at) parts.push(text.slice(at, range.from), MASKED);
    at = range.to;
  }
  parts.push(text.slice(at));
  return parts.join("");
}
var MASKED, SHORTEST_IN_IDENTITY, MOST_PASSES;
var init_mask = __esm({
  "src/core/access/mask.ts"() {
    "use strict";
    init_masked();
    init_recent_texts();
    init_steps();
    init_find_secrets();
    init_read_text();
    MASKED = "[masked]";
    SHORTEST_IN_IDENTITY = 12;
    MOST_PASSES = 8;
  }
});

// src/core/text/program.ts
function withProgram(text, program) {
  if (!text.includes(PROGRAM)) return text;
  if (program !== SCRIPT) return text.replaceAll(PROGRAM, program);
  return text.replaceAll(`${PROGRAM} rehearse --`, `${SCRIPT} --`).replaceAll(`${PROGRAM} rehearse`, "npm start").replaceAll(PROGRAM, SCRIPT);
}
var PROGRAM, SCRIPT;
var init_program = __esm({
  "src/core/text/program.ts"() {
    "use strict";
    PROGRAM = "";
    SCRIPT = "npm start --";
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
  return new Halt("stopped", `${words} Remove the stop to resume.`);
}
function leaseLost(goal) {
  return new Halt("lease_lost", `Another run took over the lock on ${goal}.`);
}
function yieldedTo({ yield: request }) {
  return new Halt("yielded_to_person", `${request?.by ?? "A person"} asked for the goal.`);
}
function isOutage(reason) {
  return reason instanceof Halt && reason.ending === "github_unavailable";
}
function asHalt(reason) {
  if (reason instanceof Halt) return reason;
  const cause = reason instanceof Error ? reason.cause : void 0;
  if (cause instanceof Halt) return cause;
  const words = reason instanceof Error ? reason.stack ?? reason.message : String(reason);
  return new Halt("unexpected", cutBetweenWords(words, 2e3), { cause: reason });
}
var init_halt = __esm({
  "src/core/halt.ts"() {
    "use strict";
    init_ending();
    init_stop();
    init_plain_text();
  }
});

// src/core/access/masked-record.ts
function maskedRecord(value2, mask) {
  return deep({ value: value2, before: void 0 }, { mask, identity: mask.identity });
}
function maskedChange(value2, before, mask) {
  return deep({ value: value2, before }, { mask, identity: (text) => text });
}
function published(value2) {
  return value2;
}
function maskedJson(value2, indent) {
  return `${JSON.stringify(value2, null, indent)}
`;
}
function deep({ value: value2, before }, ways) {
  if (value2 === before) return value2;
  if (typeof value2 === "string") return ways.mask.mask(value2);
  if (Array.isArray(value2))
    return sameOr(
      value2,
      value2.map((each) => deep({ value: each, before: void 0 }, ways))
    );
  if (value2 instanceof Map)
    return new Map([...value2].map(([key, each]) => [key, deep({ value: each, before: void 0 }, ways)]));
  if (!isObject(value2)) return value2;
  const old = isObject(before) ? before : {};
  const keys = Object.keys(value2);
  const parts = keys.map((key) => value2[key]);
  const masked = keys.map(
    (key, index) => IDENTITIES.has(key) && !isObject(parts[index]) ? identities(parts[index], ways) : deep({ value: parts[index], before: old[key] }, ways)
  );
  if (sameOr(parts, masked) === parts) return value2;
  return Object.fromEntries(keys.map((key, index) => [key, masked[index]]));
}
function sameOr(values, masked) {
  return masked.every((each, index) => each === values[index]) ? values : masked;
}
function identities(value2, { identity }) {
  if (typeof value2 === "string") return identity(value2);
  if (!Array.isArray(value2)) return value2;
  return sameOr(
    value2,
    value2.map((each) => typeof each === "string" ? identity(each) : each)
  );
}
function isObject(value2) {
  return typeof value2 === "object" && value2 !== null && !Array.isArray(value2);
}
var IDENTITIES;
var init_masked_record = __esm({
  "src/core/access/masked-record.ts"() {
    "use strict";
    IDENTITIES = new Set(
      [
        "version kind event status ending outcome cause trigger origin id nonce wake goal goal_blob",
        "commit tip base branch stateBranch marker shown about digest item queue own_versions draft slot repository request",
        "time from to at ts since until day days classified_to updated_at opened_at raised_at started_at ended_at seen_at",
        "watched_at taken_at expires_at next_due last_event disabled pattern timezone refused_on action"
      ].flatMap((names) => names.split(" "))
    );
  }
});

// src/ledger/mask-deep.ts
function maskChanges(before, after, mask) {
  const changed = (part, old) => maskedChange(part, old, mask);
  return {
    lock: changed(after.lock, before.lock),
    budget: changed(after.budget, before.budget),
    status: changed(after.status, before.status),
    alerts: changed(after.alerts, before.alerts),
    checkpoints: changed(after.checkpoints, before.checkpoints),
    requests: changed(after.requests, before.requests),
    stop: changed(after.stop, before.stop)
  };
}
function maskResult(result, mask) {
  return maskedRecord(result, mask);
}
function maskedPage(page, mask) {
  const lines = page.split("\n");
  return joinMasked(lines.map(mask.mask), "\n");
}
var init_mask_deep = __esm({
  "src/ledger/mask-deep.ts"() {
    "use strict";
    init_masked_record();
    init_masked();
  }
});

// src/core/access/address-secrets.ts
function secretsIn2(address) {
  const logins = [...address.matchAll(LOGIN)].map(([, login = ""]) => login.replace(/^[^:]*:(?=.)/, ""));
  const keys = [...address.matchAll(QUERY)].map(([, value2 = ""]) => value2);
  return [...new Set([...logins, ...keys].flatMap((text) => [text, decoded2(text)]))];
}
function healthCheckSecrets(address) {
  const text = address.trim();
  if (text === "") return [];
  return [text, ...text.split(/[/?#&=]/).filter((part) => part.length >= 16)];
}
function decoded2(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
var LOGIN, QUERY;
var init_address_secrets = __esm({
  "src/core/access/address-secrets.ts"() {
    "use strict";
    LOGIN = /:\/\/([^\s/@]+)@/g;
    QUERY = /[?&][^=&#\s]*(?:key|token|secret|password|sig)[^=&#\s]*=([^&#\s]+)/gi;
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
  return new RegExp(pattern2, onlyFirst ? void 0 : "g");
}
var ST, stringControls, osc, controlString, linuxPalette, csi, escape, pattern2;
var init_ansi_regex = __esm({
  "node_modules/ansi-regex/index.js"() {
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
  if (PLAIN2.test(text)) return text.length;
  let width = 0;
  for (const { segment } of graphemes(text)) width += graphemeWidth(segment);
  return width;
}
function graphemeWidth(segment) {
  if (PLAIN2.test(segment)) return 1;
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
  if (PLAIN2.test(text)) return text.slice(0, Math.max(0, width));
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
var segmenter, PLAIN2, CONTROLS;
var init_display_width = __esm({
  "src/report/words/display-width.ts"() {
    "use strict";
    init_get_east_asian_width();
    init_strip_ansi();
    segmenter = null;
    PLAIN2 = /^[\x20-\x7E]*$/;
    CONTROLS = /[\p{Cc}\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069]+/gu;
  }
});

// src/core/figures.ts
function figure(value2) {
  return grouped(String(Math.round(value2)));
}
function count(value2, noun, plural = `${noun}s`) {
  return `${figure(value2)} ${value2 === 1 ? noun : plural}`;
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
function twoDigits(value2) {
  return String(value2).padStart(2, "0");
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

// src/report/words/orders.ts
function withoutOrders(text) {
  return text.replace(CLOSING, (word) => parted(word)).replace(SKIPPING, (_, words) => `[${broken(words)}]`).replace(FLAG, `--${INVISIBLE_BREAK}`).replace(/\*\*\*NO_CI\*\*\*/gi, "NO_CI").replace(/\bskip-checks(?=\s*:)/gi, `skip${INVISIBLE_BREAK}-checks`).replace(/\b(BEGIN|END)(?=_(?:COMMIT_OVERRIDE|NESTED_COMMIT))/gi, `$1${INVISIBLE_BREAK}`);
}
function withoutCommitOrders(text) {
  return withoutOrders(text).replace(IN_BRACKETS, `[${INVISIBLE_BREAK}`).replace(RELEASING, `$1${INVISIBLE_BREAK}`).replace(/#(?=[a-z])/gi, `#${INVISIBLE_BREAK}`).replace(/\+(?=semver\b)/gi, `+${INVISIBLE_BREAK}`);
}
function broken(words) {
  const apart = words.replace(/(?<=\S)(\s+|[_-])(?=\S)/g, `$1${INVISIBLE_BREAK}`);
  return apart === words ? `${INVISIBLE_BREAK}${words}` : apart;
}
function withoutCommand(line) {
  return line.replace(COMMAND, `$1$2${INVISIBLE_BREAK}`).replace(DOT_COMMAND, `$1.${INVISIBLE_BREAK}`).replace(CALLED, `$1$2${INVISIBLE_BREAK}`).replace(SHORT, (_, blank, word) => `${blank}${parted(word)}`);
}
function parted(word) {
  return `${word.slice(0, 1)}${INVISIBLE_BREAK}${word.slice(1)}`;
}
function withoutMentions(code) {
  return code.replace(MENTION, `$1@${INVISIBLE_BREAK}`).replace(MENTION_INSIDE, `@${INVISIBLE_BREAK}`);
}
var INVISIBLE_BREAK, CLOSING, SKIPPING, FLAG, IN_BRACKETS, RELEASING, COMMAND, DOT_COMMAND, CALLED, SHORT, MENTION, MENTION_INSIDE;
var init_orders = __esm({
  "src/report/words/orders.ts"() {
    "use strict";
    INVISIBLE_BREAK = "​";
    CLOSING = /\b(close[sd]?|fix(?:e[sd])?|resolve[sd]?)(?=(?::\s+|\s+(?::\s+)?)\S*(?:#|\b[a-z]+-|\/issues\/|\/pull\/|\bT(?=\d\d))\d)/gi;
    SKIPPING = /\[([^[\]\n]{0,40}skip[^[\]\n]{0,40}|\s*no[\s_-]*(?:ci|build|deploy|release|tests?)\s*)\]/gi;
    FLAG = /--(?=(?:no|skip)[_-]?ci\b|ci[_-]skip\b)/gi;
    IN_BRACKETS = /(?<![\w\])])\[(?!masked\])(?=[^[\]\n]{1,40}\])/gi;
    RELEASING = /\b(break|this revert)(?=ing[ -]changes?\b|s commit\b)/gi;
    COMMAND = /^(\s*)([/!])(?=[A-Za-z])/;
    DOT_COMMAND = /^(\s*)\.(?=(?:deploy|noop|lock|unlock|help|wcid|merge|approve|build|test|run|rollback)\b)/i;
    CALLED = /^(\s*)([a-z])(?=(?<=b)ors\b|(?<=j)enkins\b|(?<=o)k to test\b|(?<=r)etest\b|(?<=t)est this\b|(?<=a)dd to\b)/i;
    SHORT = /^(\s*)(re(?:check|gate|verify|build|run|test|base)|lgtm|ship ?it|:(?:shipit|\+1|rocket|white_check_mark):|\+1|r\+|approved?|(?:auto)?merge|deploy|publish|release|run|trigger|build|test|pipeline|please|dependabot|renovate|homu|mergify|kodiak)(?=(?:[^\w\n]|$)[^\n]{0,25}$)/i;
    MENTION = /^(\s*)@(?=[A-Za-z0-9])/gm;
    MENTION_INSIDE = /(?<![\w/(.])@(?=[A-Za-z0-9][\w-](?![\w-]*\/))/g;
  }
});

// src/report/words/markdown.ts
function withoutHidden(text) {
  return text.replace(HIDDEN, "");
}
function inlineText(text) {
  return withoutCommand(escapeInline(text.replace(/\s+/g, " ").replace(HIDDEN, "").trim()));
}
function blockText(text) {
  const lines = text.replace(/\r\n?/g, "\n").replace(HIDDEN, "").replace(/[^\S\n]+/g, " ").replace(/^ | $/gm, "").replace(/^[*+](?= \S)/gm, "-");
  return escapeInline(lines).split("\n").map(withoutStart).join("\n").replace(/\n{3,}/g, "\n\n").trim();
}
function quotedText(text) {
  return blockText(text).split("\n").map((line) => `> ${line}`.trimEnd()).join("\n");
}
function withoutStart(line) {
  if (!START2.test(line)) return line;
  const list = /^(?:-|\d{1,3}[.)]) (?=\S)/.exec(line);
  return list === null ? startOfLine(line) : list[0] + startOfLine(line.slice(list[0].length));
}
function startOfLine(text) {
  return withoutCommand(text.replace(/^([-+=])/, "\\$1").replace(/^(\d{1,9})([.)])/, "$1\\$2"));
}
function codeLines(lines) {
  return withoutOrders(lines.join("\n").replace(HIDDEN, "")).split("\n").map((line) => withoutCommand(withoutMentions(line)));
}
function broken2(mark) {
  if (mark.length === 1 && mark !== "@") return `\\${mark}`;
  const last = mark.slice(-1);
  return last === ":" || last === "." ? `${mark.slice(0, -1)}${INVISIBLE_BREAK}${last}` : `${mark}${INVISIBLE_BREAK}`;
}
function isDigit(character) {
  return /\d/.test(character);
}
function pricesIn(text) {
  const prices = /* @__PURE__ */ new Set();
  if (!text.includes("$")) return prices;
  let before = null;
  let isAlone = true;
  const endOfPart = () => {
    if (before !== null && isAlone && isDigit(text.charAt(before + 1))) prices.add(before);
    before = null;
    isAlone = true;
  };
  for (const { 0: mark, index } of text.matchAll(DOLLARS)) {
    if (mark !== "$") endOfPart();
    else {
      isAlone = before === null;
      before = index;
    }
  }
  endOfPart();
  return prices;
}
function withoutReferences(text) {
  return withoutCommitOrders(text).replace(/@(?=[A-Za-z0-9])/g, `@${INVISIBLE_BREAK}`).replace(/#(?=\d)/g, `#${INVISIBLE_BREAK}`).replace(/\b(GH-)(?=\d)/gi, `$1${INVISIBLE_BREAK}`).replace(/(https?|ftp|mailto|xmpp):/gi, `$1${INVISIBLE_BREAK}:`).replace(/\bwww\./gi, `www${INVISIBLE_BREAK}.`);
}
function titleText(text, length) {
  const plain = reshaped(
    text,
    (words) => withoutCommand(withoutReferences(words.replace(/\s+/g, " ").replace(HIDDEN, "").trim()))
  );
  return cutText(plain, length);
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
  return fitsCodeSpan(line) ? `\`${withoutMentions(withoutOrders(line))}\`` : inlineText(line);
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
var HIDDEN, START2, CODE_SPAN, MARKS, escapeInline, ENTITIES, DOLLARS;
var init_markdown = __esm({
  "src/report/words/markdown.ts"() {
    "use strict";
    init_masked();
    init_plain_text();
    init_recent_texts();
    init_orders();
    HIDDEN = new RegExp("(?![\\t\\n])\\p{Cc}|[\\u200B\\u200E\\u200F\\u2028-\\u202E\\u2060-\\u2069\\uFEFF]", "gu");
    START2 = /^[-+=\d/!.:abdhjklmoprst]/i;
    CODE_SPAN = "(?<!`)`[^`|\\\\\\n]+`(?!`)";
    MARKS = new RegExp(
      [
        `(${CODE_SPAN})`,
        "[\\\\`*[\\]|~&<>$]",
        "(?<![a-z0-9])_|_(?![a-z0-9])",
        "@(?=[a-z0-9])|#(?=\\d)|(?<=^(?:(?:-|\\d{1,3}[.)]) )?)#(?=#*(?:\\s|$))",
        "\\bGH-(?=\\d)|(?:https?|ftp|mailto|xmpp):|\\bwww\\."
      ].join("|"),
      "gim"
    );
    escapeInline = remembering((text) => {
      const plain = withoutOrders(text);
      const prices = pricesIn(plain);
      return plain.replace(MARKS, (mark, code, at) => {
        if (code !== void 0) return withoutMentions(code);
        if (mark === "$") return prices.has(at) ? mark : "\\$";
        if (mark === "#") return isDigit(plain.charAt(at + 1)) ? `#${INVISIBLE_BREAK}` : "\\#";
        return ENTITIES.get(mark) ?? broken2(mark);
      });
    }, 5e5);
    ENTITIES = /* @__PURE__ */ new Map([
      ["&", "&amp;"],
      ["<", "&lt;"],
      [">", "&gt;"]
    ]);
    DOLLARS = new RegExp(`${CODE_SPAN}|[$\\n]`, "g");
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

// src/core/item.ts
function itemKey(element, version) {
  return `${element}@${version}`;
}
function itemOf(key) {
  const at = key.lastIndexOf("@");
  const element = key.slice(0, at);
  return { key, element, title: element === WINDOW_ELEMENT ? "the whole window" : element };
}
function loggedTitle({ key, title }) {
  return itemOf(key).element === WINDOW_ELEMENT ? null : title;
}
function windowElements(commits) {
  const parts = Math.ceil(commits / COMMITS_AT_ONCE);
  if (parts <= 1) return [WINDOW_ELEMENT];
  return Array.from({ length: parts }, (_, n) => `part ${n + 1}/${parts}`);
}
function commitsOfPart(element, commits) {
  const part = Number(/^part (\d+)\/\d+$/.exec(element)?.[1] ?? 1);
  return commits.slice((part - 1) * COMMITS_AT_ONCE, part * COMMITS_AT_ONCE);
}
function ownFileOf({ forEach, permissions }, element) {
  const isFile = forEach !== null && OF_FILES.has(forEach.kind);
  return isFile && permissions.otherFiles !== true ? element : null;
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
var LONGEST_QUEUE, MOST_ISSUES, MOST_EFFECTS, WINDOW_ELEMENT, COMMITS_AT_ONCE, OF_FILES;
var init_item = __esm({
  "src/core/item.ts"() {
    "use strict";
    LONGEST_QUEUE = 5e3;
    MOST_ISSUES = 200;
    MOST_EFFECTS = 10;
    WINDOW_ELEMENT = "window";
    COMMITS_AT_ONCE = 200;
    OF_FILES = /* @__PURE__ */ new Set(["files", "findings", "command"]);
  }
});

// src/report/words/ending-words.ts
function endingWords(ending) {
  return MEANINGS[ending];
}
function endingLabel(ending) {
  return LABELS[ending];
}
var MEANINGS, LABELS, ENDING_LABEL_WIDTH;
var init_ending_words = __esm({
  "src/report/words/ending-words.ts"() {
    "use strict";
    MEANINGS = {
      nothing_due: "nothing was due",
      no_change: "no change was needed",
      worked: "the work is done",
      held_by_another_wake: "another run is working on the goal",
      waiting_for_draft: "a draft waits for your review",
      paused: "the goal is paused",
      yielded_to_person: "the run made way for a person",
      stopped: "the agent is stopped",
      cancelled: "the run was cancelled",
      taken_over: "a person changed the branch under the work",
      time_limit: "the time was used up",
      call_limit: "the model calls were used up",
      budget_spent: "the budget is spent",
      lease_lost: "another run took over the lock",
      gave_up: "the model gave up",
      no_progress: "the model made no progress",
      too_large: "the change is larger than a draft may be",
      checks_failed: "the checks do not pass",
      model_unavailable: "the model could not be reached",
      github_unavailable: "GitHub or the remote could not be reached",
      item_stuck: "a task used up its attempts",
      bad_goal: "a goal file is not valid",
      missing_key: "the model key is missing or was refused",
      forbidden: "a permission is missing",
      secret_found: "the change held a secret and was refused",
      bad_settings: "the settings file is not valid",
      bad_state_file: "the state branch cannot be read",
      unexpected: "Wakeful itself has a defect"
    };
    LABELS = {
      nothing_due: "nothing due",
      no_change: "no change needed",
      worked: "done",
      held_by_another_wake: "another run has it",
      waiting_for_draft: "waits for review",
      paused: "paused",
      yielded_to_person: "request came first",
      stopped: "stopped",
      cancelled: "cancelled",
      taken_over: "branch taken over",
      time_limit: "out of time",
      call_limit: "out of model calls",
      budget_spent: "budget spent",
      lease_lost: "lost its lock",
      gave_up: "model gave up",
      no_progress: "no progress",
      too_large: "change too large",
      checks_failed: "checks failed",
      model_unavailable: "model unreachable",
      github_unavailable: "GitHub unreachable",
      item_stuck: "task stuck",
      bad_goal: "bad goal file",
      missing_key: "no usable key",
      forbidden: "permission missing",
      secret_found: "secret refused",
      bad_settings: "bad settings file",
      bad_state_file: "state unreadable",
      unexpected: "defect in Wakeful"
    };
    ENDING_LABEL_WIDTH = Math.max(...Object.values(LABELS).map(({ length }) => length));
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
function fileUrl(site, { path, line }) {
  return `${repositoryUrl(site)}/blob/HEAD/${encodeURI(path)}#L${line}`;
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
var init_github_pages = __esm({
  "src/report/words/github-pages.ts"() {
    "use strict";
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
  return {
    tokens: a.tokens + sign * b.tokens,
    usdMicros: a.usdMicros + sign * b.usdMicros,
    calls: a.calls + sign * b.calls,
    ...cached !== 0 && { cachedTokens: cached },
    ...reasoning !== 0 && { reasoningTokens: reasoning }
  };
}
function spentWith(spent, cost) {
  const cached = (spent.cached_tokens ?? 0) + (cost.cachedTokens ?? 0);
  const reasoning = (spent.reasoning_tokens ?? 0) + (cost.reasoningTokens ?? 0);
  return {
    ...spent,
    tokens: spent.tokens + cost.tokens,
    usd_micros: spent.usd_micros + cost.usdMicros,
    calls: spent.calls + cost.calls,
    ...cached > 0 && { cached_tokens: cached },
    ...reasoning > 0 && { reasoning_tokens: reasoning }
  };
}
var NO_COST;
var init_cost = __esm({
  "src/core/money/cost.ts"() {
    "use strict";
    NO_COST = { tokens: 0, usdMicros: 0, calls: 0 };
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
  return { ...record, spent: spentWith(record.spent, cost) };
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
function finishWindow(checkpoint) {
  const window = checkpoint.window;
  if (window === null || openItems(checkpoint).length > 0) return checkpoint;
  const current = withoutOldVersions(checkpoint, window.queue);
  return prune({
    ...current,
    window: null,
    given_up: givenUp(current, window),
    finished: {
      slot: window.slot,
      time: window.to.time,
      commit: window.to.commit,
      ...window.input === void 0 ? {} : { input: window.input }
    }
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
function restartUnfinished(checkpoint, { isEdited }) {
  const items = Object.entries(checkpoint.items).map(
    ([key, record]) => record.status === "open" || record.status === "stuck" ? [
      key,
      {
        ...record,
        ...liftedFrom(record),
        status: "open",
        attempts: 0,
        notes: isEdited ? [] : record.notes
      }
    ] : [key, record]
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
    init_item();
    init_cost();
    init_state();
    init_compare_text();
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

// src/core/due/back-off.ts
function waitAfter(failures) {
  if (failures <= FREE_FAILURES) return 0;
  const doublings = failures - FREE_FAILURES - 1;
  const wait = FIRST_WAIT_MS * 2 ** doublings;
  if (wait < LONGEST_WAIT_MS) return wait;
  return wait / 2 < LONGEST_WAIT_MS ? LONGEST_WAIT_MS : null;
}
function backOffAfter({ back_off: before }, { hasCost, isGood: isGood2, isFailure, now }) {
  if (isGood2) return void 0;
  if (!hasCost || !isFailure) return before;
  const failures = (before?.failures ?? 0) + 1;
  return { failures, until: isoTime(now + (waitAfter(failures) ?? 0)) };
}
function waitAt({ back_off: wait }, now) {
  if (wait === void 0) return null;
  const left = Date.parse(wait.until) - now;
  return left > 0 && left <= LONGEST_WAIT_MS ? wait : null;
}
function isBackingOff(checkpoint, now) {
  return waitAt(checkpoint, now) !== null;
}
function hasFailedTooOften({ back_off: wait }) {
  return wait !== void 0 && waitAfter(wait.failures) === null;
}
function withoutBackOff(checkpoint) {
  const { back_off: _, ...rest } = checkpoint;
  return rest;
}
var FREE_FAILURES, FIRST_WAIT_MS, LONGEST_WAIT_MS;
var init_back_off = __esm({
  "src/core/due/back-off.ts"() {
    "use strict";
    init_time();
    FREE_FAILURES = 2;
    FIRST_WAIT_MS = HOUR_MS;
    LONGEST_WAIT_MS = DAY_MS;
  }
});

// src/core/due/pause.ts
function pauseGoal(checkpoint, pause) {
  return { ...checkpoint, pause: { ...pause, at: checkpoint.pause?.at ?? pause.at } };
}
function withPauseOf(checkpoint, { pause, pauses }) {
  return { ...checkpoint, pause, ...pauses === void 0 ? {} : { pauses } };
}
function resumeGoal(checkpoint, at) {
  if (checkpoint.pause === null) return checkpoint;
  const gap = { since: checkpoint.pause.at, until: at };
  return {
    ...withoutBackOff(checkpoint),
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
    init_back_off();
    PAUSED_BY_AGENT = "wakeful";
    DEAD_WAKES_ALLOWED = 3;
    GAPS_KEPT = 20;
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
function reasonNotToSet(label, queues, listed) {
  if (isOwnLabel(label)) return "own";
  if (isQueueLabel(label, queues)) return "queue";
  if (listed !== void 0) return listed.some((each) => isSameLabel(each, label)) ? null : "not_listed";
  return startsAutomation(label) ? "starts_automation" : null;
}
function isQueueLabel(label, queues) {
  return queues.some((queue) => isSameLabel(queue, label));
}
function startsAutomation(label) {
  const words = label.normalize("NFKC").toLowerCase().replace(new RegExp("\\p{Default_Ignorable_Code_Point}", "gu"), "").split(/[^\p{L}\p{N}]+/u);
  return words.some((word) => STARTS.has(word)) || STARTS.has(words.join("")) || PHRASES.test(words.join("-"));
}
var ALERT_LABEL, OWN, STARTS, PHRASES;
var init_labels = __esm({
  "src/core/access/labels.ts"() {
    "use strict";
    ALERT_LABEL = "wakeful-alert";
    OWN = "wakeful";
    STARTS = new Set(
      `automerge autoapprove autofix autosquash autorebase merge mergequeue mergeable land ship shipit deploy deployment deployed publish
  release preview staging production backport cherrypick lgtm approve approved retest rebase run rerun trigger execute build ci e2e
  bors kodiak mergify renovate dependabot jules copilot claude codex gemini cursor devin openhands sweep ai agent bot aider opencode
  amazonq junie goose droid factory roo kiro coderabbit greptile qodo warp fixme implement solve autodeploy squash rollout canary prod
  test tests nightly benchmark smoke ciflow uplift forwardport hotfix snapshot sync dispatch workflow pipeline docker major minor patch
  semver bump gtg greenlight unblock trusted safe autoclose close lock`.split(/\s+/)
    );
    PHRASES = /(?:^|-)(?:(?:ok|okay|good|safe|ready)-?(?:to|2)-?[a-z]+|go-ahead|amazon-q|fix-(?:me|this|it)|(?:skip|no|force|port|forward-port)-[a-z]+|auto-[a-z]+|cherry-pick|merge-when|test-this|run-[a-z]+|queue|in-queue)(?:-|$)/;
  }
});

// src/core/work-branch.ts
function isBranchOf(branch, { goal, generation }) {
  const start = `${BRANCH_PREFIX}${goal}/`;
  const end = `-${generation}`;
  if (!branch.startsWith(start) || !branch.endsWith(end)) return false;
  return WORDS_AND_DIGEST.test(branch.slice(start.length, -end.length));
}
var BRANCH_PREFIX, WORDS_AND_DIGEST;
var init_work_branch = __esm({
  "src/core/work-branch.ts"() {
    "use strict";
    BRANCH_PREFIX = "wakeful/";
    WORDS_AND_DIGEST = /^[a-z0-9]+(?:-[a-z0-9]+)*-[0-9a-f]{8}$/;
  }
});

// node_modules/@noble/hashes/_u64.js
function setU64FromNum(view, byteOffset, n, isLE) {
  const h = fromNumH(n);
  const l = fromNumL(n);
  view.setUint32(byteOffset, isLE ? l : h, isLE);
  view.setUint32(byteOffset + 4, isLE ? h : l, isLE);
}
var fromNumH, fromNumL;
var init_u64 = __esm({
  "node_modules/@noble/hashes/_u64.js"() {
    fromNumH = (n) => n / 2 ** 32 | 0;
    fromNumL = (n) => n >>> 0;
  }
});

// node_modules/@noble/hashes/utils.js
function isBytes(a) {
  return a instanceof Uint8Array || ArrayBuffer.isView(a) && a.constructor.name === "Uint8Array" && "BYTES_PER_ELEMENT" in a && a.BYTES_PER_ELEMENT === 1;
}
function anumber(n, title = "") {
  if (typeof n !== "number")
    throw new TypeError(atitle(title) + "expected number, got " + typeof n);
  if (!Number.isSafeInteger(n) || n < 0)
    throw new RangeError(atitle(title) + "expected integer >= 0, got " + n);
  return n;
}
function abytes(value2, length, title = "") {
  if (isBytes(value2) && (length === void 0 || value2.length === length))
    return value2;
  if (length !== void 0)
    anumber(length, "length");
  const bytes = isBytes(value2);
  const ofLen = length !== void 0 ? ` of length ${length}` : "";
  const got = bytes ? `length=${value2.length}` : `type=${typeof value2}`;
  const message = atitle(title) + "expected Uint8Array" + ofLen + ", got " + got;
  if (!bytes)
    throw new TypeError(message);
  throw new RangeError(message);
}
function aexists(instance, checkFinished = true) {
  if (instance.destroyed)
    throw new Error("hash was destroyed");
  if (checkFinished && instance.finished)
    throw new Error("digest() was already called");
}
function aoutput(out, instance) {
  abytes(out, void 0, "output");
  const min = instance.outputLen;
  if (!(out.length >= min)) {
    throw new RangeError('"output" expected length >= ' + min);
  }
}
function clean(...arrays) {
  for (let i = 0; i < arrays.length; i++) {
    arrays[i].fill(0);
  }
}
function createView(arr) {
  return new DataView(arr.buffer, arr.byteOffset, arr.byteLength);
}
function rotr(word, shift) {
  return word << 32 - shift | word >>> shift;
}
function rotl(word, shift) {
  return word << shift | word >>> 32 - shift >>> 0;
}
function checkOpts(defaults, opts, title = "opts") {
  aopts(defaults, "defaults");
  if (opts !== void 0)
    aopts(opts, title);
  const merged = Object.assign(/* @__PURE__ */ Object.create(null), defaults, opts);
  return merged;
}
function createHasher(hashCons, info = {}) {
  if (typeof hashCons !== "function")
    throw new TypeError('"hashCons" expected function, got type=' + typeof hashCons);
  info = checkOpts({}, info, "info");
  const hashC = (msg, opts) => hashCons(opts).update(msg).digest();
  const tmp = hashCons(void 0);
  hashC.outputLen = tmp.outputLen;
  hashC.blockLen = tmp.blockLen;
  hashC.canXOF = tmp.canXOF;
  hashC.create = (opts) => hashCons(opts);
  Object.assign(hashC, info);
  return Object.freeze(hashC);
}
var atitle, aobject, aopts, oidNist;
var init_utils = __esm({
  "node_modules/@noble/hashes/utils.js"() {
    atitle = (title) => title ? `"${title}" ` : "";
    aobject = (value2, label) => {
      if (value2 === null || typeof value2 !== "object" || Array.isArray(value2))
        throw new TypeError((label === "object" ? "" : `"${label}" `) + "expected object, got type=" + typeof value2);
    };
    aopts = (value2, label) => {
      aobject(value2, label);
      const proto = Object.getPrototypeOf(value2);
      if (proto !== Object.prototype && proto !== null)
        throw new TypeError(`"${label}" expected plain object`);
      if (Object.hasOwn(value2, "__proto__"))
        throw new TypeError(`"${label}.__proto__" is not allowed`);
    };
    oidNist = (suffix) => ({
      // Current NIST hashAlgs suffixes used here fit in one DER subidentifier octet.
      // Larger suffix values would need base-128 OID encoding and a different length byte.
      oid: Uint8Array.from([6, 9, 96, 134, 72, 1, 101, 3, 4, 2, suffix])
    });
  }
});

// node_modules/@noble/hashes/_md.js
function Chi(a, b, c) {
  return a & b ^ ~a & c;
}
function Maj(a, b, c) {
  return a & b ^ a & c ^ b & c;
}
var HashMD, SHA256_IV;
var init_md = __esm({
  "node_modules/@noble/hashes/_md.js"() {
    init_u64();
    init_utils();
    HashMD = class {
      blockLen;
      outputLen;
      canXOF = false;
      padOffset;
      isLE;
      // For partial updates less than block size
      buffer;
      view;
      finished = false;
      length = 0;
      pos = 0;
      destroyed = false;
      constructor(blockLen, outputLen, padOffset, isLE) {
        this.blockLen = blockLen;
        this.outputLen = outputLen;
        this.padOffset = padOffset;
        this.isLE = isLE;
        this.buffer = new Uint8Array(blockLen);
        this.view = createView(this.buffer);
      }
      update(data) {
        aexists(this);
        abytes(data);
        const { view, buffer, blockLen } = this;
        const len = data.length;
        let processed = false;
        for (let pos = 0; pos < len; ) {
          const take = Math.min(blockLen - this.pos, len - pos);
          if (take === blockLen) {
            const dataView = createView(data);
            for (; blockLen <= len - pos; pos += blockLen)
              this.process(dataView, pos);
            processed = true;
            continue;
          }
          buffer.set(pos === 0 && take === len ? data : data.subarray(pos, pos + take), this.pos);
          this.pos += take;
          pos += take;
          if (this.pos === blockLen) {
            this.process(view, 0);
            this.pos = 0;
            processed = true;
          }
        }
        this.length += data.length;
        if (processed)
          this.roundClean();
        return this;
      }
      digestInto(out) {
        aexists(this);
        aoutput(out, this);
        this.finished = true;
        const { buffer, view, blockLen, isLE } = this;
        let { pos } = this;
        buffer[pos++] = 128;
        buffer.fill(0, pos);
        if (this.padOffset > blockLen - pos) {
          this.process(view, 0);
          buffer.fill(0);
        }
        setU64FromNum(view, blockLen - 8, this.length * 8, isLE);
        this.process(view, 0);
        this.roundClean();
        const oview = out === buffer ? view : createView(out);
        const len = this.outputLen;
        const outLen = len / 4;
        const state = this.get();
        if (len % 4 || outLen > state.length)
          throw new Error("invalid outputLen");
        for (let i = 0; i < outLen; i++)
          oview.setUint32(4 * i, state[i], isLE);
      }
      digest() {
        const { buffer, outputLen } = this;
        this.digestInto(buffer);
        const res = buffer.slice(0, outputLen);
        this.destroy();
        return res;
      }
      _cloneIntoMeta(to) {
        const { buffer, length, finished, destroyed, pos } = this;
        to.destroyed = destroyed;
        to.finished = finished;
        to.length = length;
        to.pos = pos;
        if (pos)
          to.buffer.set(buffer);
        return to;
      }
      clone() {
        return this._cloneInto();
      }
    };
    SHA256_IV = /* @__PURE__ */ Uint32Array.from([
      1779033703,
      3144134277,
      1013904242,
      2773480762,
      1359893119,
      2600822924,
      528734635,
      1541459225
    ]);
  }
});

// node_modules/@noble/hashes/sha2.js
var SHA256_K, SHA256_W, SHA2_32B, _SHA256, sha256;
var init_sha2 = __esm({
  "node_modules/@noble/hashes/sha2.js"() {
    init_md();
    init_utils();
    SHA256_K = /* @__PURE__ */ Uint32Array.from([
      1116352408,
      1899447441,
      3049323471,
      3921009573,
      961987163,
      1508970993,
      2453635748,
      2870763221,
      3624381080,
      310598401,
      607225278,
      1426881987,
      1925078388,
      2162078206,
      2614888103,
      3248222580,
      3835390401,
      4022224774,
      264347078,
      604807628,
      770255983,
      1249150122,
      1555081692,
      1996064986,
      2554220882,
      2821834349,
      2952996808,
      3210313671,
      3336571891,
      3584528711,
      113926993,
      338241895,
      666307205,
      773529912,
      1294757372,
      1396182291,
      1695183700,
      1986661051,
      2177026350,
      2456956037,
      2730485921,
      2820302411,
      3259730800,
      3345764771,
      3516065817,
      3600352804,
      4094571909,
      275423344,
      430227734,
      506948616,
      659060556,
      883997877,
      958139571,
      1322822218,
      1537002063,
      1747873779,
      1955562222,
      2024104815,
      2227730452,
      2361852424,
      2428436474,
      2756734187,
      3204031479,
      3329325298
    ]);
    SHA256_W = /* @__PURE__ */ new Uint32Array(64);
    SHA2_32B = class extends HashMD {
      // We cannot use array here since array allows indexing by variable
      // which means optimizer/compiler cannot use registers.
      // Numeric initializers matter: starting the fields as `undefined` changes
      // V8's field representation and makes sha256 3x slower (measured).
      A = 0;
      B = 0;
      C = 0;
      D = 0;
      E = 0;
      F = 0;
      G = 0;
      H = 0;
      constructor(outputLen, IV) {
        super(64, outputLen, 8, false);
        this.A = IV[0] | 0;
        this.B = IV[1] | 0;
        this.C = IV[2] | 0;
        this.D = IV[3] | 0;
        this.E = IV[4] | 0;
        this.F = IV[5] | 0;
        this.G = IV[6] | 0;
        this.H = IV[7] | 0;
      }
      get() {
        const { A, B, C, D, E, F, G, H } = this;
        return [A, B, C, D, E, F, G, H];
      }
      // prettier-ignore
      set(A, B, C, D, E, F, G, H) {
        this.A = A | 0;
        this.B = B | 0;
        this.C = C | 0;
        this.D = D | 0;
        this.E = E | 0;
        this.F = F | 0;
        this.G = G | 0;
        this.H = H | 0;
      }
      _cloneInto(to) {
        (to ||= new this.constructor()).set(...this.get());
        return this._cloneIntoMeta(to);
      }
      process(view, offset) {
        for (let i = 0; i < 16; i++, offset += 4)
          SHA256_W[i] = view.getUint32(offset, false);
        for (let i = 16; i < 64; i++) {
          const W15 = SHA256_W[i - 15];
          const W2 = SHA256_W[i - 2];
          const s0 = rotr(W15, 7) ^ rotr(W15, 18) ^ W15 >>> 3;
          const s1 = rotr(W2, 17) ^ rotr(W2, 19) ^ W2 >>> 10;
          SHA256_W[i] = s1 + SHA256_W[i - 7] + s0 + SHA256_W[i - 16] | 0;
        }
        let { A, B, C, D, E, F, G, H } = this;
        for (let i = 0; i < 64; i++) {
          const sigma1 = rotr(E, 6) ^ rotr(E, 11) ^ rotr(E, 25);
          const T1 = H + sigma1 + Chi(E, F, G) + SHA256_K[i] + SHA256_W[i] | 0;
          const sigma0 = rotr(A, 2) ^ rotr(A, 13) ^ rotr(A, 22);
          const T2 = sigma0 + Maj(A, B, C) | 0;
          H = G;
          G = F;
          F = E;
          E = D + T1 | 0;
          D = C;
          C = B;
          B = A;
          A = T1 + T2 | 0;
        }
        A = A + this.A | 0;
        B = B + this.B | 0;
        C = C + this.C | 0;
        D = D + this.D | 0;
        E = E + this.E | 0;
        F = F + this.F | 0;
        G = G + this.G | 0;
        H = H + this.H | 0;
        this.set(A, B, C, D, E, F, G, H);
      }
      roundClean() {
        clean(SHA256_W);
      }
      destroy() {
        this.destroyed = true;
        this.set(0, 0, 0, 0, 0, 0, 0, 0);
        clean(this.buffer);
      }
    };
    _SHA256 = class extends SHA2_32B {
      constructor() {
        super(32, SHA256_IV);
      }
    };
    sha256 = /* @__PURE__ */ createHasher(
      () => new _SHA256(),
      /* @__PURE__ */ oidNist(1)
    );
  }
});

// src/core/text/digest.ts
function digest(texts, length) {
  return hex(sha256(utf8Bytes(texts.join("\0")))).slice(0, length);
}
function integrityOf(text) {
  return `sha256-${base64(sha256(utf8Bytes(text)))}`;
}
var init_digest = __esm({
  "src/core/text/digest.ts"() {
    "use strict";
    init_sha2();
    init_bytes();
  }
});

// src/report/words/next-due.ts
function nextDueWords(next, now) {
  const { name, at } = next;
  if (isDue(at, now)) return `${name} is due now. The next run works on it.`;
  return `${name} is due next: ${longTime(at)}, ${fromNow(at, now)}.`;
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
    const line = written.get(entry) ?? listLine(entry);
    written.set(entry, line);
    return line;
  }).join("\n");
}
function listLine(entry) {
  const level = entry.level === "info" || entry.level === "debug" ? "" : `**${entry.level}** `;
  const goal = entry.goal === void 0 ? "" : `${codeSpan(entry.goal)} `;
  return `- ${exactTime(entry.ts)} ${level}${goal}${inlineText(cutBetweenWords(entry.message, SENTENCE_LENGTH))}`;
}
var SENTENCE_LENGTH, written;
var init_log_list = __esm({
  "src/report/status/log-list.ts"() {
    "use strict";
    init_plain_text();
    init_markdown();
    init_sentences();
    SENTENCE_LENGTH = 400;
    written = /* @__PURE__ */ new WeakMap();
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

// src/report/words/effect-words.ts
function plannedWords(effect) {
  switch (effect.kind) {
    case "comment_on_issue":
      return `a comment on #${effect.issue}`;
    case "label_issue":
      return `labels on #${effect.issue}: ${inlineText(cutText(joinMasked(effect.labels, ", "), LENGTH))}`;
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
    { amount: having("label_issue"), one: "label change", many: "label changes" }
  ].flatMap(({ amount, one, many }) => amount === 0 ? [] : [`${amount} ${amount === 1 ? one : many}`]);
}
var LENGTH;
var init_effect_words = __esm({
  "src/report/words/effect-words.ts"() {
    "use strict";
    init_masked();
    init_plain_text();
    init_markdown();
    LENGTH = 120;
  }
});

// src/core/progress/diff.ts
function lineWeight(bytes) {
  return Math.max(1, Math.ceil(bytes / BYTES_PER_LINE));
}
function weightOfText(text) {
  if (text === "") return 0;
  const lines = text.replace(/\n$/, "").split("\n");
  return lines.reduce((sum, line) => sum + lineWeight(utf8Length(line)), 0);
}
function linesOf(files) {
  return files.reduce((sum, file) => sum + file.added + file.removed, 0);
}
var BYTES_PER_LINE;
var init_diff = __esm({
  "src/core/progress/diff.ts"() {
    "use strict";
    init_bytes();
    BYTES_PER_LINE = 500;
  }
});

// src/core/access/lfs.ts
function isLfsPointer(text) {
  return text.startsWith(START3) && utf8Length(text) < LONGEST;
}
var START3, LONGEST;
var init_lfs = __esm({
  "src/core/access/lfs.ts"() {
    "use strict";
    init_bytes();
    START3 = "version https://git-lfs.github.com/spec/v1\n";
    LONGEST = 1024;
  }
});

// src/core/text/text-encoding.ts
function decodeText(bytes) {
  const utf16 = utf16Of(bytes);
  if (utf16 !== null) return decodedUtf16(bytes, utf16);
  if (bytes.includes(0)) return null;
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    return { text, encoding: "utf-8" };
  } catch {
    return decodedBytes(bytes);
  }
}
function encodeText(text, encoding) {
  if (encoding === "utf-8") return utf8Bytes(text);
  if (encoding === "windows-1252") return encodedBytes(text);
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at++)
    view.setUint16(at * 2, text.charCodeAt(at), encoding === "utf-16le");
  return bytes;
}
function utf16Of(bytes) {
  if (bytes.length % 2 !== 0) return null;
  if (bytes[0] === 255 && bytes[1] === 254) return "utf-16le";
  return bytes[0] === 254 && bytes[1] === 255 ? "utf-16be" : null;
}
function decodedUtf16(bytes, encoding) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const parts = [];
  for (let at = 0; at < bytes.length; at += 2)
    parts.push(String.fromCharCode(view.getUint16(at, encoding === "utf-16le")));
  const text = parts.join("");
  return text.isWellFormed() && !NO_TEXT.test(text) ? { text, encoding } : null;
}
function decodedBytes(bytes) {
  const parts = [];
  for (let at = 0; at < bytes.length; at += AT_ONCE)
    parts.push(String.fromCharCode(...bytes.subarray(at, at + AT_ONCE)));
  const raw = parts.join("");
  if (NO_TEXT.test(raw)) return null;
  const sequences = raw.match(SEQUENCE)?.length ?? 0;
  const strays = raw.replaceAll(SEQUENCE, "").match(/[\x80-\xff]/g)?.length ?? 0;
  if (sequences > strays) return null;
  const text = raw.replaceAll(/[\x80-\x9f]/g, (char) => UPPER.charAt(char.charCodeAt(0) - 128));
  return text.includes("\0") ? null : { text, encoding: "windows-1252" };
}
function encodedBytes(text) {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const upper = UPPER.indexOf(text.charAt(at));
    if (code < 128 || code >= 160 && code <= 255) bytes[at] = code;
    else if (upper >= 0) bytes[at] = 128 + upper;
    else return null;
  }
  return bytes;
}
function unencodable(text, encoding) {
  if (encoding !== "windows-1252" || encodedBytes(text) !== null) return null;
  return [...text].find((char) => encodedBytes(char) === null) ?? null;
}
var UPPER, NO_TEXT, SEQUENCE, AT_ONCE;
var init_text_encoding = __esm({
  "src/core/text/text-encoding.ts"() {
    "use strict";
    init_bytes();
    UPPER = "€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ";
    NO_TEXT = new RegExp("(?![\\t-\\r\\u0080-\\u009f])\\p{Cc}", "u");
    SEQUENCE = /[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}/g;
    AT_ONCE = 8192;
  }
});

export {
  ENDINGS,
  isGood,
  isBad,
  worstEnding,
  Halt,
  init_ending,
  secretsIn2 as secretsIn,
  healthCheckSecrets,
  init_address_secrets,
  createMask,
  init_mask,
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
  PROGRAM,
  withProgram,
  init_program,
  withoutCommand,
  init_orders,
  withoutHidden,
  inlineText,
  blockText,
  quotedText,
  codeLines,
  titleText,
  renderWithin,
  codeSpan,
  valueSpan,
  link,
  init_markdown,
  maskedRecord,
  published,
  maskedJson,
  init_masked_record,
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
  maskChanges,
  maskResult,
  maskedPage,
  init_mask_deep,
  ALERT_LABEL,
  isSameLabel,
  isOwnLabel,
  queueLabels,
  reasonNotToSet,
  init_labels,
  STATE_VERSION,
  NO_SLOTS,
  init_state,
  itemKey,
  itemOf,
  loggedTitle,
  LONGEST_QUEUE,
  MOST_ISSUES,
  MOST_EFFECTS,
  WINDOW_ELEMENT,
  windowElements,
  commitsOfPart,
  ownFileOf,
  issueElement,
  issueNumber,
  draftKeyOf,
  markerOf,
  init_item,
  BRANCH_PREFIX,
  isBranchOf,
  init_work_branch,
  endingWords,
  ENDING_LABEL_WIDTH,
  endingLabel,
  init_ending_words,
  NO_COST,
  addCosts,
  subtractCost,
  init_cost,
  clean,
  rotl,
  createHasher,
  init_utils,
  Chi,
  Maj,
  HashMD,
  init_md,
  sha256,
  init_sha2,
  digest,
  integrityOf,
  init_digest,
  nextDueWords,
  isDue,
  dueCell,
  init_next_due,
  logList,
  init_log_list,
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
  init_github_pages,
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
  finishWindow,
  reopenWindow,
  stuckItems,
  restartUnfinished,
  statusAfter,
  init_checkpoint,
  plannedWords,
  receiptWords,
  issueSentences,
  effectSums,
  init_effect_words,
  backOffAfter,
  waitAt,
  isBackingOff,
  hasFailedTooOften,
  withoutBackOff,
  init_back_off,
  hiddenMarker,
  readMarker,
  init_marker,
  withSpentDay,
  isKnownSpent,
  isSpentOn,
  isSpentTwoDaysRunning,
  init_spent_days,
  PAUSED_BY_AGENT,
  DEAD_WAKES_ALLOWED,
  pauseGoal,
  withPauseOf,
  resumeGoal,
  init_pause,
  isLfsPointer,
  init_lfs,
  decodeText,
  encodeText,
  unencodable,
  init_text_encoding,
  BYTES_PER_LINE,
  lineWeight,
  weightOfText,
  linesOf,
  init_diff
};
