import type { SimulationEvent } from '../runs/simulation-event.ts';
import { blobOf } from '../world/memory-remote.ts';
import { checkpointIn } from '../world/raw-state.ts';
import { type CheckContext, commitAt } from './observed.ts';

type Acted = Extract<SimulationEvent, { readonly kind: 'person' }>;

interface AnsweredDraft {
  readonly at: number;
  readonly isMerged: boolean;
}

interface OpenedDraft {
  readonly at: number;
  readonly branch: string;
}

/** I17: a goal that goes round in circles is not worked on before somebody says so. */
export class CircleChecks {
  /** By goal, since a person last spoke of the goal; newest last. */
  readonly #answered = new Map<string, readonly AnsweredDraft[]>();
  readonly #opened = new Map<string, readonly OpenedDraft[]>();

  acted({ world }: CheckContext, { act, goal, detail }: Acted): void {
    const isMerged = act.startsWith('merge');
    if (isMerged || act === 'close') {
      for (const [, number] of detail.matchAll(/#(\d+)/g)) {
        const branch = world.github.drafts.find((draft) => draft.number === Number(number))?.branch ?? '';
        add(this.#answered, goalOf(branch), { at: world.time.now(), isMerged });
      }
      return;
    }
    for (const known of [this.#answered, this.#opened])
      if (goal === null) known.clear();
      else known.delete(goal);
  }

  opened({ world }: CheckContext, branch: string): void {
    add(this.#opened, goalOf(branch), { at: world.time.now(), branch });
  }

  /** `takenAt`: when the run got the lock, by the world's time. */
  asked(context: CheckContext, { goal, takenAt, run }: Asking): void {
    const { expect } = context;
    const answered = (this.#answered.get(goal) ?? []).filter(({ at }) => at < takenAt);
    const closed = answered.slice(-2).filter(({ isMerged }) => !isMerged);
    expect(
      'I17',
      closed.length < 2,
      () => `${run} works on ${goal}, of which two drafts in a row were closed.`,
    );
    const opened = (this.#opened.get(goal) ?? []).filter(({ at }) => at < takenAt).slice(-3);
    const [one, two, three] = opened.map(({ branch }) => onlyFile(context, goal, branch));
    if (!one || !two || !three || one.path !== two.path || two.path !== three.path) return;
    const isUndone = one.blob === three.blob && one.blob !== two.blob;
    expect('I17', !isUndone, () => `${run} works on ${goal}, whose drafts undo each other in ${one.path}.`);
    const isTiny = [one, two, three].every(({ size }) => size <= 20);
    expect('I17', !isTiny, () => `${run} works on ${goal}, which changes next to nothing.`);
  }
}

const goalOf = (branch: string): string => branch.split('/')[1] ?? '';

function add<T>(known: Map<string, readonly T[]>, goal: string, entry: T): void {
  known.set(goal, [...(known.get(goal) ?? []), entry]);
}

export interface Asking {
  readonly goal: string;
  readonly takenAt: number;
  readonly run: string;
}

/** The file that a draft changes alone, by the commits themselves; null: it changes others as well. */
function onlyFile({ world }: CheckContext, goal: string, branch: string) {
  const tip = commitAt(world, world.remote.branches.get('wakeful-state'));
  const record = checkpointIn(tip, goal)?.drafts.find((draft) => draft.branch === branch);
  const [base, made] = [commitAt(world, record?.base), commitAt(world, record?.tip)];
  if (base === undefined || made === undefined) return null;
  const changed = [...made.tree].filter(([path, { bytes }]) => base.tree.get(path)?.bytes !== bytes);
  const [first] = changed;
  if (first === undefined || changed.length > 1) return null;
  const [path, { bytes }] = first;
  return { path, blob: blobOf(bytes), size: bytes.length };
}
