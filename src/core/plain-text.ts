/**
 * Words of the model or of a file on their way to a terminal or a log: on one line, without characters that
 * steer a terminal or turn the direction of the text.
 */
export function onOneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
}

/** The same for texts of several lines: line breaks and tabs stay. */
export function withoutControls(text: string): string {
  return text.replaceAll('\r\n', '\n').replaceAll(/[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/gu, '');
}

/** At most `length` UTF-16 units, never half a character; what was cut ends in `…`. */
export function cutText(text: string, length: number): string {
  if (text.length <= length) return text;
  const start = text.slice(0, Math.max(0, length - 1));
  return `${start.replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** The longest beginning of `text` that has at most `bytes` bytes of UTF-8, never half a character. */
export function cutToBytes(text: string, bytes: number): string {
  // The encoder stops before a character that does not fit.
  const { read } = new TextEncoder().encodeInto(text, new Uint8Array(bytes));
  return text.slice(0, read);
}
