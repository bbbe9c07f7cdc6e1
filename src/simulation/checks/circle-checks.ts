import type { SimulationEvent } from '../runs/simulation-event.ts';
import { blobOf } from '../world/memory-remote.ts';
import { checkpointIn } from '../world/raw-state.ts';
import { type CheckContext, commitAt } from './observed.ts';

type Acted = Extract<SimulationEvent, { readonly kind: 'person' }>;

interface EndedDraft {
  readonly at: number;
  readonly isMerged: boolean;
  /** The file that it changes alone, with its new content; null: it changes others as well. */
  readonly only: { readonly path: string; readonly blob: string; readonly size: number } | null;
}

/** I17: a goal that goes round in circles is not worked on before somebody says so. */
export class CircleChecks {
  /** By goal, since a person last spoke of the goal; newest last. */
  readonly #ended = new Map<string, readonly EndedDraft[]>();

  acted(context: CheckContext, { act, goal, detail }: Acted): void {
    if (act === 'close' || act.startsWith('merge'))
      for (const [, number] of detail.matchAll(/#(\d+)/g))
        this.#note(context, Number(number), act !== 'close');
    else if (goal === null) this.#ended.clear();
    else this.#ended.delete(goal);
  }

  #note(context: CheckContext, number: number, isMerged: boolean): void {
    const { world } = context;
    const { branch = '', head = null } = world.github.drafts.find((draft) => draft.number === number) ?? {};
    const goal = branch.split('/')[1] ?? '';
    const ended = { at: world.time.now(), isMerged, only: onlyFile(context, goal, head) };
    this.#ended.set(goal, [...(this.#ended.get(goal) ?? []), ended]);
  }

  /** `takenAt`: when the run got the lock, by the world's time. */
  asked({ expect }: CheckContext, { goal, takenAt, run }: Asking): void {
    const ended = (this.#ended.get(goal) ?? []).filter(({ at }) => at < takenAt);
    const closed = ended.slice(-2).filter(({ isMerged }) => !isMerged);
    expect(
      'I17',
      closed.length < 2,
      () => `${run} works on ${goal}, of which two drafts in a row were closed.`,
    );
    const [one, two, three] = ended.slice(-3).map(({ only }) => only);
    const isSame = one?.path === two?.path && two?.path === three?.path;
    const isUndone = isSame && one?.blob === three?.blob && one?.blob !== two?.blob;
    const isCircle = isUndone && one !== undefined && one !== null;
    expect('I17', !isCircle, () => `${run} works on ${goal}, whose drafts undo each other in ${one?.path}.`);
    const isTiny = [one, two, three].every((each) => each !== undefined && each !== null && each.size <= 20);
    expect('I17', !(isSame && isTiny), () => `${run} works on ${goal}, which changes next to nothing.`);
  }
}

export interface Asking {
  readonly goal: string;
  readonly takenAt: number;
  readonly run: string;
}

/** By the commits themselves: what the branch of the draft holds that its base does not. */
function onlyFile({ world }: CheckContext, goal: string, head: string | null): EndedDraft['only'] {
  const tip = commitAt(world, world.remote.branches.get('wakeful-state'));
  const record = checkpointIn(tip, goal)?.drafts.find((draft) => draft.tip === head);
  const [base, made] = [commitAt(world, record?.base), commitAt(world, head)];
  if (base === undefined || made === undefined) return null;
  const changed = [...made.tree].filter(([path, { bytes }]) => base.tree.get(path)?.bytes !== bytes);
  const [first] = changed;
  if (first === undefined || changed.length > 1) return null;
  const [path, { bytes }] = first;
  return { path, blob: blobOf(bytes), size: bytes.length };
}
