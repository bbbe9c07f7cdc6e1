import type { Random } from '../../ports.ts';

/** Marks what is data and not an instruction. The boundary is random for each item, so no file can know it. */
export interface Fence {
  readonly boundary: string;
  /** The data between two tags, on lines of its own. */
  around(data: string): string;
  /** The same within one line. */
  inline(data: string): string;
}

export function createFence(random: Random): Fence {
  const boundary = random.nonce().slice(0, 12);
  return {
    boundary,
    inline: (data) =>
      `<data-${boundary}>${without(data.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' '), boundary)}</data-${boundary}>`,
    around: (data) => `<data-${boundary}>\n${without(data, boundary)}\n</data-${boundary}>`,
  };
}

/** Taking one occurrence out may join the halves of another, so it goes on until none is there. */
function without(data: string, boundary: string): string {
  let text = data;
  while (text.includes(boundary)) text = text.replaceAll(boundary, '');
  return text;
}

/** A path as it is printed in a list: quoted only where it would break the line. */
export function printPath(path: string): string {
  return /\p{Cc}/u.test(path) ? JSON.stringify(path) : path;
}
