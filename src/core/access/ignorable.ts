import { asItStands, type ReadText, respelt } from './read-text.ts';

const PLAIN = /^[\t\n\x20-\x7E]*$/;
const ESC = String.fromCodePoint(0x1b);
const INVISIBLE =
  '(?:[\\p{Default_Ignorable_Code_Point}\\p{Cf}\\p{Zl}\\p{Zp}\\u2800\\uFFFC\\u{1D159}\\u{16FE4}]|(?![\\t\\n])\\p{Cc})+';
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
  if (PLAIN.test(text)) return [asItStands(text)];
  patterns ??= {
    invisible: new RegExp(INVISIBLE, 'gu'),
    orders: new RegExp(`${ORDERS}|${INVISIBLE}`, 'gu'),
  };
  const read = without(patterns.invisible, text);
  return /[\u0080-\u009F]/.test(text) || text.includes(ESC) ? [read, without(patterns.orders, text)] : [read];
}

function without(pattern: RegExp, text: string): ReadText {
  if (text.search(pattern) < 0) return asItStands(text);
  return respelt(
    text,
    Array.from(text.matchAll(pattern), ({ index, 0: hidden }) => ({
      from: index,
      to: index + hidden.length,
      meant: '',
    })),
  );
}
