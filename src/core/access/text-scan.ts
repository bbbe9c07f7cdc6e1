/** What of a text may be a secret, found in one look at each character: nearly all text is none. */
export interface TextScan {
  /**
   * The long words of the text, put together. So much is in one piece in every kind of secret but for passwords in
   * addresses, keys in blocks, and the patterns of the settings.
   */
  readonly words: string;
  readonly hasDigits: boolean;
  /** There may be base64 that is worth decoding. */
  readonly mayHoldBase64: boolean;
  /** The same for a dump of bytes in hexadecimal digits. */
  readonly mayHoldHex: boolean;
}

const LONG_WORD = 15;
const LONG_BASE64 = 28;
const LONG_HEX = 38;

const WORD = 1;
const HEX = 2;
/** Stands between the bytes of a dump. */
const BETWEEN = 4;
const KINDS = kindsOfCharacters();

export function scanText(text: string): TextScan {
  const words: string[] = [];
  let longest = 0;
  let mostHex = 0;
  let start = 0;
  let hex = 0;
  const endWord = (at: number): void => {
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
    if ((kind & HEX) !== 0) hex += 1;
    else if ((kind & BETWEEN) === 0) {
      mostHex = Math.max(mostHex, hex);
      hex = 0;
    }
  }
  endWord(text.length);
  const all = words.join(' ');
  return {
    words: all,
    hasDigits: /\d/.test(all),
    mayHoldBase64: longest >= LONG_BASE64,
    mayHoldHex: Math.max(mostHex, hex) >= LONG_HEX,
  };
}

function kindsOfCharacters(): Uint8Array {
  const kinds = new Uint8Array(128);
  const add = (characters: RegExp, kind: number): void => {
    for (let code = 0; code < kinds.length; code++)
      if (characters.test(String.fromCharCode(code))) kinds[code] = (kinds[code] ?? 0) | kind;
  };
  add(/[\w+/=.~%-]/, WORD);
  add(/[\dA-Fa-f]/, HEX);
  add(/[\s:]/, BETWEEN);
  return kinds;
}
