import {
  DAY_MS,
  ENDINGS,
  HOUR_MS,
  Halt,
  exactTime,
  fromNow,
  init_cost,
  init_ending,
  init_masked_record,
  init_sentences,
  init_time,
  isoTime,
  longTime,
  maskedChange,
  maskedRecord,
  shortTime,
  spentWith,
  utcDay
} from "./shared-get-east-asian-width.mjs";
import {
  RecentTexts,
  SETTINGS_FILE,
  base64,
  charactersOfBase64,
  charactersOfHex,
  compareText,
  copied,
  hex,
  init_bytes,
  init_compare_text,
  init_recent_texts,
  init_settings,
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
  init_plain_text,
  init_steps,
  withoutRest
} from "./shared-valibot.mjs";
import {
  fixed,
  init_masked,
  joinMasked,
  reshaped
} from "./shared-masked.mjs";
import {
  __esm
} from "./shared-runtime.mjs";

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
function* matchesIn(text, pattern2) {
  const found = [];
  let at = 0;
  for (let start = 0; start < text.length || start === 0; start += STEP) {
    if (start > 0) yield;
    const isWhole = text.length <= STEP;
    const from = Math.max(0, start - BEFORE);
    const piece = isWhole ? text : text.slice(from, start + STEP + LONGEST_MATCH);
    at = Math.max(at, start);
    pattern2.lastIndex = at - from;
    for (let match = pattern2.exec(piece); match !== null; match = pattern2.exec(piece)) {
      const index = from + match.index;
      if (!isWhole && index >= start + STEP) break;
      found.push(index === match.index ? match : { ...match, 0: match[0], index });
      if (match[0] === "") pattern2.lastIndex += 1;
      at = from + pattern2.lastIndex;
    }
  }
  pattern2.lastIndex = 0;
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
function without(pattern2, text) {
  if (text.search(pattern2) < 0) return asItStands(text);
  return respelt(
    text,
    Array.from(text.matchAll(pattern2), ({ index, 0: hidden }) => ({
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
    INVISIBLE = "(?:[\\p{Default_Ignorable_Code_Point}\\p{Cf}\\p{Zl}\\p{Zp}\\u2800\\uFFFC\\u{1D159}\\u{16FE4}]|(?![\\t\\n])\\p{Cc})+";
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
function firstFrom(pattern2, text, at) {
  pattern2.lastIndex = at;
  const match = pattern2.exec(text);
  return match === null ? null : { from: match.index, to: match.index + match[0].length };
}
var BEGIN, END;
var init_private_keys = __esm({
  "src/core/access/private-keys.ts"() {
    "use strict";
    BEGIN = /-----BEGIN [A-Z ]{0,40}PRIVATE KEY(?: BLOCK)?-----|---- BEGIN SSH2 [A-Z ]{0,20}PRIVATE KEY ----/g;
    END = /-----END [A-Z ]{0,40}PRIVATE KEY(?: BLOCK)?-----|---- END SSH2 [A-Z ]{0,20}PRIVATE KEY ----/g;
  }
});

// src/core/access/random-text.ts
function looksRandom(value2) {
  return /\d/.test(value2) && /[A-Za-z]/.test(value2) && bitsPerCharacter(value2) >= 3.2;
}
function looksMixed(value2) {
  const words = value2.match(/[a-z]{6,}/g)?.join("").length ?? 0;
  const turns = value2.match(/\d[^\d]/g)?.length ?? 0;
  return turns > 1 && words < value2.length / 5 && !value2.includes(".") && looksRandom(value2);
}
function looksChosen(value2) {
  const turns = value2.match(/\d[^\d]/g)?.length ?? 0;
  const isShort = value2.length < 12 && /[A-Za-z]/.test(value2) && !/[a-z]{4}|\./.test(value2);
  return looksMixed(value2) || isShort && turns > 1 && bitsPerCharacter(value2) >= 2.7;
}
function hasDigits(value2) {
  return /\d/.test(value2);
}
function bitsPerCharacter(value2) {
  const counts = /* @__PURE__ */ new Map();
  for (const character of value2) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= count / value2.length * Math.log2(count / value2.length);
  return bits;
}
var init_random_text = __esm({
  "src/core/access/random-text.ts"() {
    "use strict";
  }
});

// src/core/access/password-names.ts
function mayBePassword(text) {
  return /\d/.test(text) && (text.length > LONGEST || NAMED2.test(text));
}
var PASSWORD_NAME, NAMED2, LONGEST;
var init_password_names = __esm({
  "src/core/access/password-names.ts"() {
    "use strict";
    PASSWORD_NAME = `(?:${[
      "passw(?:or)?[dt]|passphrase|pwd|(?<![a-z])pass|passord|contrase[nñ]a|mot de passe|senha|palavra-passe|parola|wachtwoord",
      "kennwort|parola d.ordine|has[lł]o|heslo|geslo|lozinka|adgangskode|l[oö]senord|salasana|jelsz[oó]|[sş]ifre|m[aậ]t kh[aẩ]u|kata sandi",
      "пароль|парола|κωδικός|密[码碼]|パスワード|비밀번호|รหัสผ่าน|סיסמ[הא]|كلمة (?:المرور|السر)|पासवर्ड"
    ].join("|")})`;
    NAMED2 = new RegExp(PASSWORD_NAME, "i");
    LONGEST = 3e4;
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
      format("AWS marketplace token", "amzn\\.mws\\.[0-9a-f-]{36}"),
      format("AWS Bedrock key", "ABSK[\\w+/=]{60,300}"),
      format("AWS session token", "IQoJb3JpZ2lu[\\w+/=]{60,3000}"),
      format("Bitbucket password", "ATBB[A-Za-z0-9]{24,60}"),
      format("Databricks secret", "dose[0-9a-f]{32}\\b"),
      format("Elastic key", "ess[up]_[\\w+/=-]{30,200}"),
      format("Google refresh token", "1//0[\\w-]{40,300}"),
      format("Heroku key", "HRKU-[\\w-]{36,80}"),
      format("Honeycomb key", "hc[a-z]{2}k_\\w{30,80}"),
      format("LinkedIn secret", "WPL_AP1\\.\\w{14,20}\\.[\\w=]{4,12}"),
      format("Neon key", "napi_[0-9a-z]{40,80}"),
      format("Nostr key", "nsec1[02-9ac-hj-np-z]{58}"),
      format("PostHog key", "phx_[A-Za-z0-9]{30,60}"),
      format("signing key", "RW(?:RTY0Iy|RCSw)[\\w+/=]{40,300}"),
      format("SonarQube token", "sq[upa]_[0-9a-f]{40}"),
      format("Twitter token", "A{20}[A-Za-z0-9%]{40,120}"),
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
      format("GitLab token", "gl(?:pat|dt|rt|rtr|wt|cbt|ptt|ft|imt|agent|soat|oas|ffct)-[\\w.-]{20,300}"),
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
      format("Cargo token", "cio[A-Za-z0-9]{32}\\b"),
      format("Render key", "rnd_[A-Za-z0-9]{20,40}\\b"),
      format("Voyage key", "pa-[\\w-]{40,50}\\b"),
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
function beside(...words) {
  return { mayBeIn: (text) => words.some((word) => text.includes(word)) };
}
var VALUE, CHOSEN, BASE642, SECRET_NAME, IS, FURTHER, END2, SECRET_PATTERNS;
var init_secret_patterns = __esm({
  "src/core/access/secret-patterns.ts"() {
    "use strict";
    init_password_names();
    init_random_text();
    init_token_formats();
    VALUE = "([A-Za-z0-9+/=_.~-]{16,200})";
    CHOSEN = "([A-Za-z0-9+/=_.~!@#%^*-]{8,200})";
    BASE642 = "([A-Za-z0-9+/_-]{16,400}={0,2})";
    SECRET_NAME = "(?:api[_-]?key|secret|(?<!public_?key)token|passw(?:or)?d|(?:access|account|app(?:lication)?|auth|cookie|deploy|encryption|master|pre-?shared|private|service|session|signing)[_-]?key)";
    IS = `["']?[ \\t]{0,4}(?:[:=：＝]{1,2}>?|->|→)[ \\t\\u3000]{0,4}`;
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
      pattern("Azure DevOps token", /\b[A-Za-z0-9]{50,80}JQQJ99[A-Za-z0-9]{8,20}AZDO[A-Za-z0-9]{2,8}/g, {
        mayBeIn: (_, { words }) => words.includes("JQQJ99"),
        isShaped: true
      }),
      pattern("Braintree token", /\baccess_token\$(?:production|sandbox)\$[0-9a-z]{16}\$[0-9a-f]{32}/g, {
        mayBeIn: (text) => text.includes("access_token$"),
        isShaped: true
      }),
      pattern("Twitch token", /\boauth:[0-9a-z]{30}\b/g, { mayBeIn: (text) => text.includes("oauth:") }),
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
        /\b(?:hooks\.slack\.com\/(?:services|workflows|triggers)|hooks\.zapier\.com\/hooks\/catch|maker\.ifttt\.com\/trigger\/[\w-]{1,60}\/with\/key|hc-ping\.com|discord(?:app)?\.com\/api\/webhooks)\/([\w/-]{20,200})/
      ),
      value("bearer token", `\\b(?:Bearer|SSWS|GenieKey|Splunk|ApiKey)[ \\t]{1,4}${VALUE}`),
      value(
        "signature",
        /\bX-(?:Amz|Goog)-(?:Signature|Security-Token)=([A-Za-z0-9%+/=_.~-]{16,3000})/,
        beside("X-Amz-", "X-Goog-")
      ),
      value("signature", /\bAWS4-HMAC-SHA256 [^\n]{1,400}\bSignature=([\da-f]{64})/, beside("AWS4-HMAC-SHA256")),
      value("login", `\\bBasic[ \\t]{1,4}${BASE642}${END2}`),
      value("login", `"auth"[ \\t]{0,4}:[ \\t]{0,4}"${BASE642}"`),
      value("password", `\\s(?:-u|--user|-a|--auth)[ =]["']?[^\\s:,"'$]{1,100}[:,]${CHOSEN}`, {
        isSecret: looksMixed
      }),
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
        isSecret: looksMixed,
        mayBeIn: (text, scan) => scan.hasDigits || mayBePassword(text)
      }),
      value(
        "secret value",
        `(?:${SECRET_NAME}|_salt)[A-Za-z0-9_-]{0,40}["')\\]]{0,2}(?:${IS}|,[ \\t]{0,4})b?["'\`]([^"'\`\\s\\\\]{16,200})["'\`]`,
        {
          isSecret: looksMixed
        }
      ),
      value(
        "password",
        `\\b(?:docker|podman|helm|mysql\\w{0,6}|mariadb|mongo\\w{0,7}|redis-cli|twine|zip|unzip|7z[arz]?|u?n?rar|ldap\\w{3,8}|keytool|jarsigner)\\s[^\\n]{0,200}?(?<=\\s)(?:-p|-P|-a|-w|--password|-storepass|-keypass)[ =]?["']?${CHOSEN}`,
        { isSecret: looksMixed }
      ),
      value("password in address", /:\/\/([A-Za-z0-9_-]{20,200})@/),
      value("session", `\\b(?:set-)?cookie:[ \\t]{0,4}[^=;\\s]{1,60}=([^\\s;,]{16,400})`),
      value(
        "password hash",
        /\$(?:2[abxy]|[1567y]|apr1|argon2(?:id?|d)|scrypt)\$[\w./$=,+-]{0,60}?([\w./+]{22,200})(?![\w./+$])/
      ),
      value("private key", /(?:Private-Lines: \d{1,3}\s{1,4}|"d"\s{0,4}:\s{0,4}")([\w+/=-]{40,4000})/),
      value("password", `${PASSWORD_NAME}(?:${IS}|[ \\t]{1,4}|>)["'\`]?${CHOSEN}(?=["'\`;,)&<\\s]|$)`, {
        isSecret: looksChosen,
        mayBeIn: mayBePassword
      }),
      value("password hash", /\{S?SHA\d{0,3}\}([\w+/=]{20,200})/, beside("SHA")),
      value(
        "password hash",
        /\b(?:pbkdf2[_-]\w{3,10}|scram-sha-\d{1,3})\$\d{1,9}[$:][^$\s]{1,60}\$([\w+/=:]{20,300})/,
        beside("$")
      ),
      value("password hash", /:\d{1,9}:([\dA-F]{32}:[\dA-F]{32}):::/, beside(":::")),
      value(
        "AWS secret",
        `\\bA(?:KIA|SIA)[0-9A-Z]{16}["']?[,;\\t][ "']{0,2}([A-Za-z0-9+/]{40})${END2}`,
        beside("AKIA", "ASIA")
      ),
      value(
        "unseal key",
        `\\b(?:unseal|recovery|master)[ ._-]?key[ ]?\\d{0,2}${IS}["']?${BASE642}${END2}`,
        beside("nseal", "NSEAL", "ecovery", "aster")
      ),
      value("private key", `\\bclient-key-data${IS}["']?([A-Za-z0-9+/=]{40,8000})`, beside("client-key-data")),
      value("login", `\\b(?:npmAuthIdent|BUNDLE_\\w{1,80})${IS}["']?[^\\s:"']{1,100}:${CHOSEN}`, {
        ...beside("npmAuthIdent", "BUNDLE_"),
        isSecret: looksMixed
      }),
      value(
        "token",
        `"(?:github|gitlab|bitbucket)-(?:oauth|token)"[ ]?:\\s{0,8}\\{\\s{0,8}"[^"\\s]{1,200}"[ ]?:[ ]?"${BASE642}"`,
        beside('-oauth"', '-token"')
      ),
      value(
        "password",
        `\\becho[ ]["']?${VALUE}["']?[ ]?\\|[^\\n]{0,200}--password-stdin`,
        beside("--password-stdin")
      ),
      value(
        "session",
        `\\s(?:-b|--cookie)[ =]["']?[^=;\\s"']{1,60}=([^\\s;,"']{16,400})`,
        beside(" -b", "--cookie")
      )
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
  const { name, pattern: pattern2, group, isSecret } = kind;
  return yield* eachInSteps(yield* matchesIn(text, pattern2), (match) => {
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
    init_random_text();
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
function finderOfPattern(pattern2, index) {
  const name = `pattern ${index + 1} of secret_patterns`;
  return function* (text) {
    const spans = yield* placesIn(text, pattern2.spans);
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
function headerSecrets(headers) {
  const text = headers.trim();
  if (text === "") return [];
  const written2 = text.split(",").map((pair) => pair.slice(pair.indexOf("=") + 1).trim());
  const sent = written2.map(decoded2);
  const bare = sent.map((value2) => value2.replace(/^\S+ (?=\S)/, ""));
  return [.../* @__PURE__ */ new Set([text, ...written2, ...sent, ...bare])].filter((value2) => value2 !== "");
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

// src/report/words/orders.ts
function withoutOrders(text) {
  return text.replace(CLOSING, (word) => parted(word)).replace(SKIPPING, (_, words) => `[${broken(words)}]`).replace(FLAG, `--${INVISIBLE_BREAK}`).replace(/\*\*\*NO_CI\*\*\*/gi, "NO_CI").replace(/\bskip-checks(?=\s*:)/gi, `skip${INVISIBLE_BREAK}-checks`).replace(/\(cherry(?= picked from commit\b)/gi, `(cherry${INVISIBLE_BREAK}`).replace(/\b(BEGIN|END)(?=_(?:COMMIT_OVERRIDE|NESTED_COMMIT))/gi, `$1${INVISIBLE_BREAK}`);
}
function withoutCommitOrders(text) {
  return withoutOrders(text).replace(IN_BRACKETS, `[${INVISIBLE_BREAK}`).replace(RELEASING, `$1${INVISIBLE_BREAK}`).replace(OPENING, (words) => `${words}${INVISIBLE_BREAK}`).replace(BREAKING, `$1${INVISIBLE_BREAK}`).replace(RELEASED, (word) => parted(word)).replace(/#(?=[a-z])/gi, `#${INVISIBLE_BREAK}`).replace(/\+(?=semver\b)/gi, `+${INVISIBLE_BREAK}`);
}
function broken(words) {
  const apart = words.replace(/(?<=\S)(\s+|[_-])(?=\S)/g, `$1${INVISIBLE_BREAK}`);
  return apart === words ? `${INVISIBLE_BREAK}${words}` : apart;
}
function withoutCommand(line) {
  return line.replace(COMMAND, `$1$2${INVISIBLE_BREAK}`).replace(DOT_COMMAND, `$1.${INVISIBLE_BREAK}`).replace(CALLED, `$1$2${INVISIBLE_BREAK}`).replace(SHORT, (_, blank, word) => `${blank}${parted(word)}`).replace(PICTURE, `$1${INVISIBLE_BREAK}`);
}
function parted(word) {
  return `${word.slice(0, 1)}${INVISIBLE_BREAK}${word.slice(1)}`;
}
function withoutMentions(code) {
  return code.replace(MENTION, `$1@${INVISIBLE_BREAK}`).replace(MENTION_INSIDE, `@${INVISIBLE_BREAK}`);
}
var INVISIBLE_BREAK, CLOSING, SKIPPING, FLAG, IN_BRACKETS, RELEASING, OPENING, BREAKING, RELEASED, COMMAND, DOT_COMMAND, CALLED, SHORT, PICTURE, MENTION, MENTION_INSIDE;
var init_orders = __esm({
  "src/report/words/orders.ts"() {
    "use strict";
    INVISIBLE_BREAK = "​";
    CLOSING = /\b(clos(?:e[sd]?|ing)|fix(?:e[sd]|ing)?|(?:resolv|complet)(?:e[sd]?|ing)|implement(?:s|ed|ing)?)(?=(?::\s+|\s+(?::\s+)?)\S*(?:#|\b[a-z]+-|\/issues\/|\/pull\/|\bT(?=\d\d))\d)/gi;
    SKIPPING = /\[([^[\]\n]{0,40}skip[^[\]\n]{0,40}|\s*no[\s_-]*(?:ci|build|deploy|release|tests?)\s*)\]/gi;
    FLAG = /--(?=(?:no|skip)[_-]?ci\b|ci[_-]skip\b)/gi;
    IN_BRACKETS = /(?<![\w\])])\[(?!masked\])(?=[^[\]\n]{1,40}\])/gi;
    RELEASING = /\b(break|this revert)(?=ing[ -]changes?\b|s commit\b)/gi;
    OPENING = /^(\s*)(?:(fixup|squash|amend)(?=!)|version(?=[\s:]+v?\d)|v(?=\d+\.\d)|bump(?=:))/i;
    BREAKING = /^(\s*[\w-]+(?:\([^()\n]{0,100}\))?!)(?=:)/;
    RELEASED = /\brelease(?=[sd]?[\s:]+v?\d)|(?<=\()release(?=\))/gi;
    COMMAND = /^(\s*)([/!])(?=[A-Za-z])/;
    DOT_COMMAND = /^(\s*)\.(?=(?:deploy|noop|lock|unlock|help|wcid|merge|approve|build|test|run|rollback)\b)/i;
    CALLED = /^(\s*)([a-z])(?=(?<=b)ors\b|(?<=j)enkins\b|(?<=o)k to test\b|(?<=r)etest\b|(?<=t)est this\b|(?<=a)dd to\b)/i;
    SHORT = /^(\s*)(re(?:check|gate|verify|build|run|test|base)|lgtm|ship ?it|:(?:shipit|\+1|rocket|white_check_mark):|\+1|r\+|approved?|(?:auto)?merge|deploy|publish|release|run|trigger|build|test|pipeline|please|plan|apply|retry|nightly|dependabot|renovate|homu|mergify|kodiak|atlantis|digger|terrateam|env0|graphite|trunk|bugbot|cursor|copilot|codex|claude|gemini|coderabbit|sweep|vercel|netlify|argocd)(?=(?:[^\w\n]|$)[^\n]{0,25}$)/i;
    PICTURE = /^(\s*)(?=(?:\u{1F44D}|\u2705|\u{1F680}|\u{1F6A2}|\u2714)\S{0,2}\s*$)/u;
    MENTION = /^(\s*)@(?=[A-Za-z0-9])/gm;
    MENTION_INSIDE = /(?<![\w/(.])@(?=[A-Za-z0-9][\w-](?![\w-]*\/))/g;
  }
});

// src/report/words/markdown.ts
function withoutHidden(text) {
  return MAY_BE_HIDDEN.test(text) ? text.replace(HIDDEN, "") : text;
}
function inlineText(text) {
  return withoutCommand(escapeInline(withoutHidden(text.replace(/\s+/g, " ")).trim()));
}
function blockText(text) {
  const lines = withoutHidden(text.replace(/\r\n?/g, "\n")).replace(/[^\S\n]+/g, " ").replace(/^ | $/gm, "").replace(/^[*+](?= \S)/gm, "-");
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
  return withoutOrders(withoutHidden(lines.join("\n"))).split("\n").map((line) => withoutCommand(withoutMentions(line)));
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
    (words) => withoutCommand(withoutReferences(withoutHidden(words.replace(/\s+/g, " ")).trim()))
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
  const line = withoutHidden(text.replace(/\s+/g, " "));
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
var JOINED, JOINING, HIDDEN, MAY_BE_HIDDEN, START2, CODE_SPAN, MARKS, escapeInline, ENTITIES, DOLLARS;
var init_markdown = __esm({
  "src/report/words/markdown.ts"() {
    "use strict";
    init_masked();
    init_plain_text();
    init_recent_texts();
    init_orders();
    JOINED = "(?<=[\\p{L}\\p{M}\\p{Extended_Pictographic}\\p{Emoji_Modifier}])(?<![\\x00-\\x7F])";
    JOINING = "(?=[\\p{L}\\p{Extended_Pictographic}])(?![\\x00-\\x7F])";
    HIDDEN = new RegExp(
      [
        "(?![\\t\\n])\\p{Cc}",
        "(?![\\u200C\\u200D\\uFE0E\\uFE0F])\\p{Default_Ignorable_Code_Point}",
        "[\\p{Zl}\\p{Zp}\\uFFF9-\\uFFFC\\u2800\\u{1D159}\\u{16FE4}\\u{13430}-\\u{1343F}]",
        `(?!${JOINED}[\\u200C\\u200D]${JOINING})[\\u200C\\u200D]`,
        "(?<!\\p{Emoji})[\\uFE0E\\uFE0F]"
      ].join("|"),
      "gu"
    );
    MAY_BE_HIDDEN = // biome-ignore lint/suspicious/noControlCharactersInRegex: these are looked for.
    /[\x00-\x08\x0B-\x1F\x7F-\x9F\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}\uFFF9-\uFFFC\u2800\u{1D159}\u{16FE4}\u{13430}-\u{1343F}]/u;
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

// src/core/own-event.ts
function needsOwnCommit(event) {
  return ABOUT_COMMITS.has(event);
}
function isOpenToAll(event) {
  return OPEN_TO_ALL.has(event);
}
function reasonToIgnore(event, own) {
  const { name, actor, branch } = event;
  if (branch !== void 0 && isAgentsBranch(branch, own.stateBranch))
    return { kind: "own_branch", name, branch };
  if (actor !== void 0 && own.agent.some((one) => plainName(one) === plainName(actor)))
    return { kind: "own_act", name };
  if (event.isForks === true) return { kind: "foreign_commit", name };
  const isTrusted = event.isTrusted ?? !OPEN_TO_ALL.has(name);
  return isTrusted ? null : { kind: "outsider", name };
}
function isAgentsBranch(branch, stateBranch) {
  return branch === stateBranch || branch.startsWith(BRANCH_PREFIX);
}
function plainName(name) {
  return name.toLowerCase().replace(/\[bot\]$/, "");
}
var OPEN_TO_ALL, ABOUT_COMMITS;
var init_own_event = __esm({
  "src/core/own-event.ts"() {
    "use strict";
    init_work_branch();
    OPEN_TO_ALL = /* @__PURE__ */ new Set([
      "issues",
      "issue_comment",
      "pull_request",
      "pull_request_review",
      "pull_request_review_comment",
      "discussion",
      "discussion_comment"
    ]);
    ABOUT_COMMITS = /* @__PURE__ */ new Set(["check_suite", "deployment_status", "workflow_run"]);
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

// src/core/text/target-path.ts
function targetPath(template, { pattern: pattern2, path }) {
  const rest = path.slice(fixedFolder(pattern2).length);
  const folder = rest.slice(0, rest.lastIndexOf("/") + 1);
  const base = rest.slice(folder.length);
  const dot = base.lastIndexOf(".");
  const ext = dot > 0 ? base.slice(dot) : "";
  const parts = {
    ...{ rest, ext, dir: folder },
    name: base.slice(0, base.length - ext.length)
  };
  return template.replace(PART, (mark, name) => isTargetPart(name) ? parts[name] : mark);
}
function unknownParts(template) {
  return [...template.matchAll(PART)].map(([, name = ""]) => name).filter((name) => !isTargetPart(name));
}
function isOfEachFile(template) {
  return template.includes("{rest}") || template.includes("{name}");
}
function isTargetPart(name) {
  return TARGET_PARTS.some((part) => part === name);
}
function fixedFolder(pattern2) {
  const wild = pattern2.search(/[*?[{]/);
  const fixed2 = wild === -1 ? pattern2 : pattern2.slice(0, wild);
  return fixed2.slice(0, fixed2.lastIndexOf("/") + 1);
}
var TARGET_PARTS, PART;
var init_target_path = __esm({
  "src/core/text/target-path.ts"() {
    "use strict";
    TARGET_PARTS = ["rest", "dir", "name", "ext"];
    PART = /\{(\w+)\}/g;
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
function versionOf({ key, element }) {
  return key.slice(element.length + 1);
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
function ownFileOf(goal, element) {
  return writesOwnFileOnly(goal) ? fileToWrite(goal, element) : null;
}
function fileOfItem({ forEach }, element) {
  return forEach !== null && OF_FILES.has(forEach.kind) ? element : null;
}
function fileToWrite(goal, element) {
  const { forEach } = goal;
  return forEach?.kind === "files" ? targetOfFile(forEach, element) : fileOfItem(goal, element);
}
function targetOfFile({ pattern: pattern2, target }, path) {
  return target === void 0 ? path : targetPath(target, { pattern: pattern2, path });
}
function writesOwnFileOnly({ forEach, permissions }) {
  return forEach !== null && OF_FILES.has(forEach.kind) && permissions.otherFiles !== true;
}
function runElement(queue, { workflow, id }) {
  return queue.flaky === true ? `${workflow} run ${id}` : workflow;
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
function statusByDraft(draft) {
  if (draft === void 0) return null;
  const { outcome, tip } = draft;
  if (outcome === "none") return tip === null ? null : "open";
  return outcome === "closed" ? "refused" : outcome;
}
var LONGEST_QUEUE, MOST_ISSUES, MOST_PULLS, MOST_EFFECTS, WINDOW_ELEMENT, COMMITS_AT_ONCE, OF_FILES;
var init_item = __esm({
  "src/core/item.ts"() {
    "use strict";
    init_target_path();
    LONGEST_QUEUE = 5e3;
    MOST_ISSUES = 200;
    MOST_PULLS = 50;
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
  const items = Object.entries(checkpoint.items).flatMap(
    ([key, record]) => {
      const isLeft = (record.status === "open" || record.status === "stuck") && record.outbox.length === 0;
      if (!isLeft || keys.has(key)) return [[key, record]];
      if (elements.has(itemOf(key).element)) return [];
      if (record.status === "stuck") return [[key, record]];
      const status = statusByDraft(record.draft === null ? void 0 : checkpoint.drafts[record.draft]);
      return status === null ? [] : [[key, { ...record, status }]];
    }
  );
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
    const count = (counts.get(element) ?? 0) + 1;
    counts.set(element, count);
    return count <= VERSIONS_OF_AN_ELEMENT;
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
function backOffAfter({ back_off: before }, { hasCost, isGood, isFailure, now }) {
  if (isGood) return void 0;
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
  return goals.flatMap(({ forEach }) => isFiltered(forEach) ? forEach.labels : []);
}
function excludedLabels(goals) {
  return goals.flatMap(({ forEach }) => isFiltered(forEach) ? forEach.without ?? [] : []);
}
function isFiltered(queue) {
  return queue?.kind === "issues" || queue?.kind === "pull_requests";
}
function reasonNotToSet(label, queues, listed) {
  if (isOwnLabel(label)) return "own";
  if (isQueueLabel(label, queues)) return "queue";
  if (listed !== void 0) return listed.some((each) => isSameLabel(each, label)) ? null : "not_listed";
  return startsAutomation(label) ? "starts_automation" : null;
}
function reasonNotToTakeAway(label, excluded, listed = []) {
  if (isOwnLabel(label)) return "own";
  if (isQueueLabel(label, excluded)) return "queue";
  return listed.some((each) => isSameLabel(each, label)) ? null : "not_listed";
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
function waitWords({ isHeldUp }) {
  return isHeldUp ? "; it is skipped if the draft still waits for your review then" : "";
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
  const { tokens: left_tokens, usdMicros: left_usd_micros, tightest: limit } = left;
  const budget_spent = { days, left_tokens, left_usd_micros, limit };
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

// src/core/progress/failures.ts
function withFailure(checkpoint, { spent, at, isFailure }) {
  const { failing, ...rest } = checkpoint;
  if (checkpoint.consecutive_failures === 0) return rest;
  if (!isFailure) return checkpoint;
  const before = failing ?? { since: at, tokens: 0, usd_micros: 0 };
  const after = {
    since: before.since,
    until: at,
    tokens: before.tokens + spent.tokens,
    usd_micros: before.usd_micros + spent.usdMicros
  };
  return { ...rest, failing: after };
}
function failureFigures({ failing, consecutive_failures: times }) {
  if (failing === void 0 || times === 0) return null;
  const { since, until: at, tokens: tokens2, usd_micros } = failing;
  return { since, at, times, tokens: tokens2, usd_micros };
}
function stuckFigures({ items }) {
  const stuck = Object.values(items).filter(({ status }) => status === "stuck");
  const times = stuck.map(({ updated_at }) => updated_at).toSorted();
  const [since, at] = [times[0], times.at(-1)];
  if (since === void 0 || at === void 0) return null;
  const sum = (one) => stuck.reduce((all, item) => all + one(item), 0);
  return {
    ...{ since, at, times: sum(({ attempts }) => attempts) },
    ...{ tokens: sum(({ spent }) => spent.tokens), usd_micros: sum(({ spent }) => spent.usd_micros) }
  };
}
function figuresToShow(shown, now) {
  if (shown === void 0 || now === void 0 || shown.since !== now.since) return now;
  const isOtherDay = utcDay(Date.parse(shown.at)) !== utcDay(Date.parse(now.at));
  return isOtherDay || now.times >= 2 * shown.times ? now : shown;
}
var init_failures = __esm({
  "src/core/progress/failures.ts"() {
    "use strict";
    init_time();
  }
});

// src/core/health/alert-places.ts
function alertPlaces(goal, ends) {
  return placesOf2(goal, ends.flatMap(fieldsBehind));
}
function placesOfLimit({ goal, settings, spent }) {
  const { limit, left_usd_micros } = spent;
  if (limit === void 0) return [];
  const fields = OF_LIMITS[limit].filter((field) => left_usd_micros !== null || !field.includes("usd"));
  const isOfAll = limit === "total_day" || limit === "total_month";
  return placesOf2(isOfAll ? { file: SETTINGS_FILE, ...settings } : goal, fields);
}
function placesOf2({ file, lines }, fields) {
  if (lines === void 0) return [];
  const places = [...new Set(fields)].flatMap((field) => {
    const line = lines[field] ?? null;
    return line !== null || HAS_USUAL_VALUE.test(field) ? [{ file, line, field }] : [];
  });
  return places.slice(0, MOST);
}
function fieldsBehind({ ending, detail }) {
  const named2 = detail.match(NAMED3) ?? [];
  if (named2.length > 0) return named2;
  if (ending === "checks_failed" && detail.startsWith("Setup:")) return ["setup"];
  return ending === null ? [] : FIELDS[ending] ?? [];
}
var FIELDS, NAMED3, MOST, OF_LIMITS, HAS_USUAL_VALUE;
var init_alert_places = __esm({
  "src/core/health/alert-places.ts"() {
    "use strict";
    init_settings();
    FIELDS = {
      call_limit: ["limits.model_calls"],
      time_limit: ["limits.minutes"],
      checks_failed: ["checks", "for_each"],
      gave_up: ["objective"],
      no_progress: ["objective"]
    };
    NAMED3 = /\b(?:limits|permissions|for_each|schedule|draft|when)\.[a-z]+(?:_[a-z]+)*/g;
    MOST = 3;
    OF_LIMITS = {
      wake: ["limits.tokens"],
      goal_day: ["limits.tokens_per_day", "limits.usd_per_day"],
      goal_month: ["limits.usd_per_month"],
      total_day: ["budget.tokens_per_day", "budget.usd_per_day"],
      total_month: ["budget.tokens_per_month", "budget.usd_per_month"]
    };
    HAS_USUAL_VALUE = /^(?:limits\.|budget\.tokens_)/;
  }
});

// src/core/health/goal-alerts.ts
function alertCauseOf(ending) {
  return FACTS[ending].opens ?? ending;
}
function goalAlerts(facts) {
  const { checkpoint, ending, detail } = facts;
  const alerts = /* @__PURE__ */ new Map();
  const { opens, isSilent } = FACTS[ending];
  for (const cause of OPENED_AT_ONCE) {
    const known = isSilent ? recordedAs(facts, cause) : null;
    if (opens === cause)
      alerts.set(cause, counted(placed2(said(detail), facts, [facts]), failureFigures(checkpoint)));
    else if (known !== null) alerts.set(cause, known);
  }
  const failing = failingAlert(facts);
  const stuck = stuckAlert(facts);
  const isPaused = checkpoint.pause?.by === PAUSED_BY_AGENT;
  const isPausedForIt = isPaused && hasFailedTooOften(checkpoint);
  const runs = isPausedForIt ? failureFigures(checkpoint) : null;
  if (isPaused) alerts.set("paused", counted(pausedAlert(facts, checkpoint.pause.reason), runs));
  if (stuck !== null && !isPausedForIt) alerts.set("item_stuck", stuck);
  if (failing !== null && stuck === null && !isPaused) alerts.set("failing", failing);
  if (isSpentTwoDaysRunning(checkpoint, facts.now)) alerts.set("budget_spent", budgetAlert(facts));
  const drafts = waitingDrafts(facts);
  if (drafts.length > 0) alerts.set("draft_waits", { seen: { kind: "drafts_wait", drafts } });
  const { findings = [] } = facts;
  if (findings.length > 0) alerts.set("findings", { seen: { kind: "findings", findings } });
  return alerts;
}
function failingAlert(facts) {
  const { checkpoint, ending, detail, settings } = facts;
  if (checkpoint.consecutive_failures < settings.alerts.consecutiveFailures) return null;
  const isAnnounced = failuresAfter(0, ending) === 0 || ENDINGS[ending].alert === "at_once";
  if (isAnnounced) return recordedAs(facts, "failing");
  const seen = { kind: "failing", ending, detail };
  return counted(placed2({ seen, about: ending }, facts, [facts]), failureFigures(checkpoint));
}
function budgetAlert(facts) {
  const { budget_spent: spent } = facts.checkpoint;
  const limit = spent?.limit ?? null;
  const places = spent === void 0 ? [] : placesOfLimit({ ...facts, spent });
  const alert = { seen: { kind: "budget_spent", limit }, about: "budget_spent" };
  return places.length === 0 ? alert : { ...alert, places };
}
function pausedAlert(facts, reason) {
  const { checkpoint, recorded } = facts;
  const before = recorded.find(({ cause, wanted }) => cause === "paused" && wanted);
  if (before?.detail === reason && before.places !== void 0)
    return { ...said(reason), places: before.places };
  const stuck = stuckItems(checkpoint).now.map((key) => itemRecord(checkpoint, key));
  return placed2(said(reason), facts, stuck.length > 0 ? stuck : [{ ...facts, detail: reason }]);
}
function placed2(alert, { goal }, ends) {
  const places = alertPlaces(goal, ends);
  return places.length === 0 ? alert : { ...alert, places };
}
function recordedAs({ recorded }, cause) {
  const record = recorded.find((each) => each.cause === cause && each.wanted);
  if (record?.detail === void 0) return null;
  const { about, places, figures = null } = record;
  const same = {
    ...about === void 0 ? {} : { about },
    ...places === void 0 ? {} : { places }
  };
  return counted({ ...said(record.detail), ...same }, figures);
}
function stuckAlert(facts) {
  const { checkpoint } = facts;
  const { now, before } = stuckItems(checkpoint);
  if (now.length === 0) return before.length === 0 ? null : recordedAs(facts, "item_stuck");
  const keys = [...now, ...before];
  const items = keys.map((key) => stuckItem(checkpoint, key));
  const about = keys.toSorted().join("\n");
  const alert = placed2({ seen: { kind: "stuck", items }, about }, facts, items);
  return counted(alert, stuckFigures(checkpoint));
}
function stuckItem(checkpoint, key) {
  const { ending, detail } = itemRecord(checkpoint, key);
  const title = loggedTitle({ key, title: itemTitle(checkpoint, key) });
  return { title, ending: ending ?? "item_stuck", detail };
}
function counted(alert, figures) {
  return figures === null ? alert : { ...alert, figures };
}
function said(detail) {
  return { seen: { kind: "said", detail } };
}
function waitingDrafts({ checkpoint, settings, now }) {
  const oldest = now - settings.alerts.draftWaitsDays * DAY_MS;
  return openDrafts(checkpoint).flatMap(
    ([, { number, opened_at: since }]) => since !== null && Date.parse(since) < oldest ? [{ number, since }] : []
  );
}
function failuresAfter(before, ending) {
  switch (FACTS[ending].failures) {
    case "none":
      return 0;
    case "same":
      return before;
    case "one_more":
      return before + 1;
  }
}
var FACTS, OPENED_AT_ONCE;
var init_goal_alerts = __esm({
  "src/core/health/goal-alerts.ts"() {
    "use strict";
    init_back_off();
    init_pause();
    init_ending();
    init_item();
    init_checkpoint();
    init_failures();
    init_spent_days();
    init_time();
    init_alert_places();
    FACTS = {
      nothing_due: { opens: null, failures: "same", isSilent: true },
      no_change: { opens: null, failures: "none", isSilent: false },
      worked: { opens: null, failures: "none", isSilent: false },
      held_by_another_wake: { opens: null, failures: "same", isSilent: true },
      waiting_for_draft: { opens: null, failures: "none", isSilent: true },
      paused: { opens: null, failures: "same", isSilent: true },
      yielded_to_person: { opens: null, failures: "same", isSilent: true },
      stopped: { opens: null, failures: "same", isSilent: true },
      cancelled: { opens: null, failures: "same", isSilent: true },
      taken_over: { opens: null, failures: "same", isSilent: false },
      time_limit: { opens: null, failures: "one_more", isSilent: true },
      call_limit: { opens: null, failures: "one_more", isSilent: false },
      budget_spent: { opens: null, failures: "same", isSilent: true },
      lease_lost: { opens: null, failures: "same", isSilent: true },
      gave_up: { opens: null, failures: "one_more", isSilent: false },
      no_progress: { opens: null, failures: "one_more", isSilent: false },
      too_large: { opens: null, failures: "one_more", isSilent: false },
      checks_failed: { opens: null, failures: "one_more", isSilent: false },
      model_unavailable: { opens: null, failures: "one_more", isSilent: true },
      github_unavailable: { opens: null, failures: "one_more", isSilent: true },
      item_stuck: { opens: null, failures: "one_more", isSilent: false },
      bad_goal: { opens: "unfit_goal", failures: "one_more", isSilent: false },
      missing_key: { opens: "missing_key", failures: "one_more", isSilent: false },
      forbidden: { opens: "forbidden", failures: "one_more", isSilent: false },
      secret_found: { opens: "secret_found", failures: "one_more", isSilent: false },
      bad_settings: { opens: "unfit_settings", failures: "one_more", isSilent: false },
      bad_state_file: { opens: null, failures: "one_more", isSilent: false },
      unexpected: { opens: "unexpected", failures: "one_more", isSilent: false }
    };
    OPENED_AT_ONCE = Object.values(FACTS).flatMap(({ opens }) => opens === null ? [] : [opens]);
  }
});

// src/report/words/effect-words.ts
function plannedWords(effect) {
  switch (effect.kind) {
    case "comment_on_issue":
      return `a comment on #${effect.issue}`;
    case "label_issue":
      return `labels on #${effect.issue}: ${inlineText(cutText(joinMasked(effect.labels, ", "), LENGTH))}`;
    case "unlabel_issue":
      return `labels taken away from #${effect.issue}: ${inlineText(cutText(joinMasked(effect.labels, ", "), LENGTH))}`;
    case "keep_issue":
      return `its one issue: ${inlineText(cutText(effect.title, LENGTH))}`;
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
    case "unlabel_issue":
      return `labels taken away from #${issue}`;
    case "keep_issue":
      return `its one issue: #${issue}`;
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
    { amount: having("label_issue") + having("unlabel_issue"), one: "label change", many: "label changes" },
    { amount: having("keep_issue"), one: "issue written anew", many: "issues written anew" }
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
  return text.startsWith(START3) && utf8Length(text) < LONGEST2;
}
var START3, LONGEST2;
var init_lfs = __esm({
  "src/core/access/lfs.ts"() {
    "use strict";
    init_bytes();
    START3 = "version https://git-lfs.github.com/spec/v1\n";
    LONGEST2 = 1024;
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
  secretsIn2 as secretsIn,
  healthCheckSecrets,
  headerSecrets,
  init_address_secrets,
  createMask,
  init_mask,
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
  TARGET_PARTS,
  targetPath,
  unknownParts,
  isOfEachFile,
  init_target_path,
  ALERT_LABEL,
  isSameLabel,
  isOwnLabel,
  queueLabels,
  excludedLabels,
  reasonNotToSet,
  reasonNotToTakeAway,
  init_labels,
  BRANCH_PREFIX,
  isBranchOf,
  init_work_branch,
  needsOwnCommit,
  isOpenToAll,
  reasonToIgnore,
  isAgentsBranch,
  init_own_event,
  STATE_VERSION,
  NO_SLOTS,
  init_state,
  itemKey,
  itemOf,
  versionOf,
  loggedTitle,
  LONGEST_QUEUE,
  MOST_ISSUES,
  MOST_PULLS,
  MOST_EFFECTS,
  WINDOW_ELEMENT,
  windowElements,
  commitsOfPart,
  ownFileOf,
  fileOfItem,
  fileToWrite,
  targetOfFile,
  writesOwnFileOnly,
  runElement,
  issueElement,
  issueNumber,
  draftKeyOf,
  markerOf,
  init_item,
  endingWords,
  ENDING_LABEL_WIDTH,
  endingLabel,
  init_ending_words,
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
  waitWords,
  init_next_due,
  logList,
  init_log_list,
  plannedWords,
  receiptWords,
  issueSentences,
  effectSums,
  init_effect_words,
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
  restartUnfinished,
  statusAfter,
  init_checkpoint,
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
  init_spent_days,
  PAUSED_BY_AGENT,
  DEAD_WAKES_ALLOWED,
  pauseGoal,
  withPauseOf,
  resumeGoal,
  init_pause,
  withFailure,
  figuresToShow,
  init_failures,
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
  init_diff,
  alertCauseOf,
  goalAlerts,
  failuresAfter,
  init_goal_alerts
};
