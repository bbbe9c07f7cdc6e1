import { utf8Bytes } from './bytes.ts';

/** How the bytes of a file mean text. `windows-1252` holds ISO-8859-1, and `utf-8` is what everything new is written in. */
export type TextEncoding = 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be';

export interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncoding;
}

/** What 0x80 to 0x9F are in Windows-1252; five of them are nothing. */
const UPPER = '€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ';
/** Controls that stand in no text: whoever uses them is no text in any of these encodings. */
const NO_TEXT = /(?![\t-\r\u0080-\u009f])\p{Cc}/u;

/** The text of a file; null: it is none. A byte order mark stays in the text, so that writing it back changes nothing. */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  const utf16 = utf16Of(bytes);
  if (utf16 !== null) return decodedUtf16(bytes, utf16);
  if (bytes.includes(0)) return null;
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return { text, encoding: 'utf-8' };
  } catch {
    return decodedBytes(bytes);
  }
}

/** The bytes of a text; null: the encoding has no sign for a character of it. */
export function encodeText(text: string, encoding: TextEncoding): Uint8Array | null {
  if (encoding === 'utf-8') return utf8Bytes(text);
  if (encoding === 'windows-1252') return encodedBytes(text);
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at++)
    view.setUint16(at * 2, text.charCodeAt(at), encoding === 'utf-16le');
  return bytes;
}

/** Only with a byte order mark: without one, nobody can tell. */
function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes.length % 2 !== 0) return null;
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}

function decodedUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): DecodedText | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 2)
    parts.push(String.fromCharCode(view.getUint16(at, encoding === 'utf-16le')));
  const text = parts.join('');
  return text.isWellFormed() && !NO_TEXT.test(text) ? { text, encoding } : null;
}

/** What bytes that are UTF-8 look like, one character for each byte. */
const SEQUENCE = /[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}/g;
const AT_ONCE = 8_192;

/**
 * One byte, one character. Not where the bytes are UTF-8 for the most part: there an addition in the other encoding would spoil
 * more than it says.
 */
function decodedBytes(bytes: Uint8Array): DecodedText | null {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += AT_ONCE)
    parts.push(String.fromCharCode(...bytes.subarray(at, at + AT_ONCE)));
  const raw = parts.join('');
  if (NO_TEXT.test(raw)) return null;
  const sequences = raw.match(SEQUENCE)?.length ?? 0;
  const strays = raw.replaceAll(SEQUENCE, '').match(/[\x80-\xff]/g)?.length ?? 0;
  if (sequences > strays) return null;
  const text = raw.replaceAll(/[\x80-\x9f]/g, (char) => UPPER.charAt(char.charCodeAt(0) - 0x80));
  return text.includes('\0') ? null : { text, encoding: 'windows-1252' };
}

function encodedBytes(text: string): Uint8Array | null {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const upper = UPPER.indexOf(text.charAt(at));
    if (code < 0x80 || (code >= 0xa0 && code <= 0xff)) bytes[at] = code;
    else if (upper >= 0) bytes[at] = 0x80 + upper;
    else return null;
  }
  return bytes;
}

/** The first character of a text that an encoding has no sign for; null: it has one for each. */
export function unencodable(text: string, encoding: TextEncoding): string | null {
  if (encoding !== 'windows-1252' || encodedBytes(text) !== null) return null;
  return [...text].find((char) => encodedBytes(char) === null) ?? null;
}
