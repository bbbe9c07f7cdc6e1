/*
 * Bytes of texts, with nothing but what every host of JavaScript has: a browser as well as node.
 */

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
/** So many arguments can be given to a function everywhere. */
const MOST_ARGUMENTS = 8_192;

/** Bytes of the text in UTF-8. Half of a pair of surrogates counts three, as many as are written in its place. */
export function utf8Length(text: string): number {
  let bytes = text.length;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) continue;
    bytes += unit < 0x800 ? 1 : 2;
    if (isHighSurrogate(unit) && isLowSurrogate(text.charCodeAt(at + 1))) at += 1;
  }
  return bytes;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

export function utf8Bytes(text: string): Uint8Array {
  return encoder.encode(text);
}

/** What is no UTF-8 becomes U+FFFD; a byte order mark is kept. */
export function utf8Text(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}

export function utf8Hex(text: string): string {
  return hex(encoder.encode(text));
}

/** Bytes in hexadecimal digits as UTF-8; what is no UTF-8 becomes U+FFFD, and a digit that is left over is dropped. */
export function textOfHex(digits: string): string {
  return decoder.decode(bytesOfHex(digits));
}

/** Bytes in hexadecimal digits, each as the character of its number. A digit that is left over is dropped. */
export function charactersOfHex(digits: string): string {
  return characters(bytesOfHex(digits));
}

/** With padding. */
export function base64(bytes: Uint8Array): string {
  return btoa(characters(bytes));
}

/**
 * Bytes in base64, of either alphabet and without padding, each as the character of its number. A character that is left over is
 * dropped.
 */
export function charactersOfBase64(text: string): string {
  const whole = text.length % 4 === 1 ? text.slice(0, -1) : text;
  return atob(whole.replaceAll('-', '+').replaceAll('_', '/'));
}

function characters(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += MOST_ARGUMENTS)
    parts.push(String.fromCharCode(...bytes.subarray(at, at + MOST_ARGUMENTS)));
  return parts.join('');
}

const DIGITS = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Two lower-case digits for each byte. */
export function hex(bytes: Uint8Array): string {
  let digits = '';
  for (const byte of bytes) digits += DIGITS[byte];
  return digits;
}

/** Of digits only. */
function bytesOfHex(digits: string): Uint8Array {
  const bytes = new Uint8Array(Math.floor(digits.length / 2));
  for (let at = 0; at < bytes.length; at++)
    bytes[at] = 16 * digitOf(digits.charCodeAt(2 * at)) + digitOf(digits.charCodeAt(2 * at + 1));
  return bytes;
}

/** Of the code of `0` to `9`, `A` to `F` or `a` to `f`. */
function digitOf(code: number): number {
  return code <= 57 ? code - 48 : (code | 32) - 87;
}
