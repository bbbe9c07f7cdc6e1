/** A text as it is read, with the way back to the text as it stands. */
export interface ReadText {
  readonly text: string;
  /** Where each of its characters stands in the original; null: nothing was left out. */
  readonly places: Uint32Array | null;
}

const PLAIN = /^[\t\n\x20-\x7E]*$/;
const ESC = String.fromCodePoint(0x1b);
const INVISIBLE = '(?:[\\p{Default_Ignorable_Code_Point}\\p{Cf}\\p{Zl}\\p{Zp}]|(?![\\t\\n])\\p{Cc})+';
/** What a terminal obeys: colours, movements, titles and links. */
const ORDERS = [
  `(?:${ESC}\\[|\\u009B)[0-?]*[ -/]*[@-~]`,
  `(?:${ESC}[\\]PX^_k]|[\\u0090\\u0098\\u009D-\\u009F])[^\\u0007\\u0018\\u001A${ESC}\\u0080-\\u009F]*(?:\\u0007|\\u009C|${ESC}\\\\)`,
  `${ESC}(?:[ -/]+[0-~]|[\\dA-Za-z=><~|\\}])`,
].join('|');

/** Made when a text first needs them: that takes a millisecond, and most text is plain. */
let patterns: { readonly invisible: RegExp; readonly orders: RegExp } | null = null;

/**
 * The text without what nobody sees: characters without a shape, signs of direction, controls. They are taken out of
 * texts on their way to people, so that halves of a token between them come together again. Where orders to a terminal
 * are among them, the text without those as well: some places take out whole orders, others their first character.
 */
export function readings(text: string): readonly [ReadText, ...ReadText[]] {
  if (PLAIN.test(text)) return [{ text, places: null }];
  patterns ??= {
    invisible: new RegExp(INVISIBLE, 'gu'),
    orders: new RegExp(`${ORDERS}|${INVISIBLE}`, 'gu'),
  };
  const read = without(patterns.invisible, text);
  return /[\u0080-\u009F]/.test(text) || text.includes(ESC) ? [read, without(patterns.orders, text)] : [read];
}

function without(pattern: RegExp, text: string): ReadText {
  const places = new Uint32Array(text.length);
  const parts: string[] = [];
  let length = 0;
  let from = 0;
  const keep = (to: number): void => {
    parts.push(text.slice(from, to));
    for (let at = from; at < to; at++) places[length++] = at;
  };
  for (const match of text.matchAll(pattern)) {
    keep(match.index);
    from = match.index + match[0].length;
  }
  if (from === 0) return { text, places: null };
  keep(text.length);
  return { text: parts.join(''), places: places.subarray(0, length) };
}
