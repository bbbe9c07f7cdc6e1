import { itemOf, WINDOW_ELEMENT } from '../item.ts';
import type { Checkpoint, ItemRecord } from '../state.ts';
import { compareText } from '../text/compare-text.ts';
import type { WorkFinding } from '../work-finding.ts';

/** Of all items of a goal together: the newest. */
const FINDINGS_KEPT = 200;

/** Lists that would be too long together lose those of the items that were worked on first. */
export function withinFindings(checkpoint: Checkpoint): Checkpoint {
  const having = Object.entries(checkpoint.items).filter(([, { findings = [] }]) => findings.length > 0);
  if (having.reduce((sum, [, { findings = [] }]) => sum + findings.length, 0) <= FINDINGS_KEPT)
    return checkpoint;
  const items = { ...checkpoint.items };
  let room = FINDINGS_KEPT;
  for (const [key, record] of having.toSorted(newestFirst)) {
    const { findings = [], ...rest } = record;
    const kept = findings.slice(0, Math.max(0, room));
    room -= kept.length;
    items[key] = kept.length === 0 ? rest : { ...rest, findings: kept };
  }
  return { ...checkpoint, items };
}

/** Findings of the state, or masked ones. */
type FoundItem<F> = Omit<ItemRecord, 'findings'> & { readonly findings?: readonly F[] };
interface FoundItems<F> {
  readonly items: Readonly<Record<string, FoundItem<F>>>;
}

type Entry = readonly [string, Pick<ItemRecord, 'updated_at' | 'found_in'>];

function newestFirst([, one]: Entry, [, other]: Entry): number {
  return compareText(other.updated_at, one.updated_at);
}

/**
 * What a goal has found and no draft tells: of each element what was found in its newest version, of windows and commits what was
 * found in the newest run. What a task has found that could not be done counts as well. `isThere`: whether an element still is.
 */
export function openFindings<F extends WorkFinding>(
  { items }: FoundItems<F>,
  isThere: (element: string) => boolean = () => true,
): readonly F[] {
  const done = Object.entries(items)
    .filter(([, { status }]) => status === 'done' || status === 'stuck')
    .toSorted(newestFirst);
  const newest = new Map<string, FoundItem<F>>();
  for (const [key, record] of done) {
    const { element } = itemOf(key);
    if (!newest.has(element)) newest.set(element, record);
  }
  const slot = newestSlot(done);
  return [...newest]
    .filter(([element]) => isThere(element))
    .toSorted(([one], [other]) => compareText(one, other))
    .flatMap(([, { draft, found_in, findings = [] }]) =>
      draft !== null || (found_in !== undefined && found_in !== slot) ? [] : findings,
    )
    .slice(0, FINDINGS_KEPT);
}

function newestSlot(done: readonly Entry[]): string | undefined {
  const slots = done.flatMap(([, { found_in }]) => found_in ?? []);
  return slots.toSorted(compareText).at(-1);
}

/** Whether what was found belongs to one run, and is no longer true of the next one by itself. */
export function isOfOneRun(element: string, queue: string | undefined): boolean {
  const isRepeatedRun = queue === 'runs' && / run \d+$/.test(element);
  return (
    queue === 'commits' || isRepeatedRun || element === WINDOW_ELEMENT || /^part \d+\/\d+$/.test(element)
  );
}
