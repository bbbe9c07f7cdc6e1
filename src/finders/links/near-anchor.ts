/** Longer ones are compared only for being the same. */
const LONGEST = 100;
const MOST_COMPARED = 500;

/** The anchor that is meant, when exactly one is near; null otherwise. */
export function nearestAnchor(anchors: ReadonlySet<string>, fragment: string): string | null {
  const wanted = loose(fragment);
  const all = [...anchors];
  const same = all.filter((anchor) => loose(anchor) === wanted);
  if (same.length > 0) return same.length === 1 ? (same[0] ?? null) : null;
  if (wanted.length > LONGEST || all.length > MOST_COMPARED) return null;
  const far = Math.max(2, Math.floor(wanted.length * 0.3));
  const near = all
    .filter((anchor) => Math.abs(anchor.length - wanted.length) <= far + 2)
    .map((anchor) => ({ anchor, distance: distance(loose(anchor), wanted) }));
  const best = Math.min(...near.map((one) => one.distance));
  const nearest = near.filter((one) => one.distance === best);
  return best <= far && best < wanted.length && nearest.length === 1 ? (nearest[0]?.anchor ?? null) : null;
}

/** Whether two anchors differ only in case and in marks between words. */
export function isLooselySame(a: string, b: string): boolean {
  return loose(a) === loose(b);
}

function loose(anchor: string): string {
  return anchor
    .toLowerCase()
    .replace(/[\s_-]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** How many letters must be put in, taken out or changed. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      const change = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min((row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, change));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
