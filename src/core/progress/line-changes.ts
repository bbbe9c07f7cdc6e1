/** Lines `from` to `to` (not included, both from 0) of the old text became `lines`. */
export interface LineChange {
  readonly from: number;
  readonly to: number;
  readonly lines: readonly string[];
}

/** Texts that differ in more lines than this are not compared line by line: it would take too long. */
const MOST_DIFFERENCES = 1_500;

/** The shortest way from one text to the other, line by line. Null: they differ in too many lines. */
export function lineChanges(
  before: readonly string[],
  after: readonly string[],
): readonly LineChange[] | null {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const old = before.slice(start, before.length - end);
  const now = after.slice(start, after.length - end);
  const kept = keptLines(old, now);
  if (kept === null) return null;
  const changes: LineChange[] = [];
  let [i, j] = [0, 0];
  for (const [x, y] of [...kept, [old.length, now.length] as const]) {
    if (i < x || j < y) changes.push({ from: start + i, to: start + x, lines: now.slice(j, y) });
    [i, j] = [x + 1, y + 1];
  }
  return changes;
}

type Pair = readonly [number, number];

/** How far into the old text the ways on each diagonal have come. */
type Furthest = Readonly<Record<number, number>>;

/** Pairs of the lines that stay, in order, as Myers finds them. */
function keptLines(old: readonly string[], now: readonly string[]): readonly Pair[] | null {
  const rounds: Furthest[] = [{ 1: 0 }];
  for (let differences = 0; differences <= MOST_DIFFERENCES; differences += 1) {
    const before = rounds[differences] ?? {};
    const furthest: Record<number, number> = {};
    for (let diagonal = -differences; diagonal <= differences; diagonal += 2) {
      let { x } = beginning(before, diagonal, differences);
      while (x < old.length && x - diagonal < now.length && old[x] === now[x - diagonal]) x += 1;
      furthest[diagonal] = x;
      if (x >= old.length && x - diagonal >= now.length)
        return wayBack(rounds, { x: old.length, y: now.length });
    }
    rounds.push(furthest);
  }
  return null;
}

/** Where a way on this diagonal begins: one line put in, or one taken out, after the furthest way beside it. */
function beginning(before: Furthest, diagonal: number, differences: number) {
  const below = before[diagonal - 1] ?? -1;
  const above = before[diagonal + 1] ?? -1;
  const isPutIn = diagonal === -differences || (diagonal !== differences && below < above);
  return { isPutIn, x: isPutIn ? above : below + 1 };
}

function wayBack(
  rounds: readonly Furthest[],
  end: { readonly x: number; readonly y: number },
): readonly Pair[] {
  const kept: Pair[] = [];
  let { x, y } = end;
  for (let differences = rounds.length - 1; differences >= 0; differences -= 1) {
    const start = beginning(rounds[differences] ?? {}, x - y, differences);
    for (; x > start.x; x -= 1, y -= 1) kept.push([x - 1, y - 1]);
    if (start.isPutIn) y -= 1;
    else x -= 1;
  }
  return kept.reverse();
}
