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
