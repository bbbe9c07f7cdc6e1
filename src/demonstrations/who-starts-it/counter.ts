/** What a count is noted down in. */
export interface Counter {
  add(remark: string): void;
}

/** What is written where nothing is decided. */
export const FIXED_REMARK = 'Nothing was decided.';

const REMARKS: readonly [string, ...string[]] = [
  'The model decided that all is quiet.',
  'The model decided that this is worth a note.',
  'The model decided to wait for more.',
  'The model decided that the page looks well.',
];

/** Stands in for a model that decides what to write. */
export function decideRemark(random: { pick<T>(all: readonly [T, ...T[]]): T }): string {
  return random.pick(REMARKS);
}
