/** Letters and digits, mixed well: what keys are made of and words are not. */
export function looksRandom(value: string): boolean {
  return /\d/.test(value) && /[A-Za-z]/.test(value) && bitsPerCharacter(value) >= 3.2;
}

/**
 * For what stands without quotation marks, where names of variables and files stand as well: their digits stand together,
 * and much of them is words.
 */
export function looksMixed(value: string): boolean {
  const words = value.match(/[a-z]{6,}/g)?.join('').length ?? 0;
  const turns = value.match(/\d[^\d]/g)?.length ?? 0;
  return turns > 1 && words < value.length / 5 && !value.includes('.') && looksRandom(value);
}

/** The same for what stands behind the very word for it: no text of eight characters can look as random as a key. */
export function looksChosen(value: string): boolean {
  const turns = value.match(/\d[^\d]/g)?.length ?? 0;
  const isShort = value.length < 12 && /[A-Za-z]/.test(value) && !/[a-z]{4}|\./.test(value);
  return looksMixed(value) || (isShort && turns > 1 && bitsPerCharacter(value) >= 2.7);
}

export function hasDigits(value: string): boolean {
  return /\d/.test(value);
}

/** Shannon entropy. */
function bitsPerCharacter(value: string): number {
  const counts = new Map<string, number>();
  for (const character of value) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / value.length) * Math.log2(count / value.length);
  return bits;
}
