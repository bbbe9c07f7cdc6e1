import { type Ending, Halt } from '../../core/ending.ts';
import { stopReason } from '../../core/stop.ts';
import { type Ledger, swapStopFile } from '../../ledger/ledger.ts';
import { type LedgerFacts, openLedger } from '../../ledger/open-ledger.ts';
import { type CommandAnswer, type PersonContext, readForPerson } from '../command-context.ts';

/** `stopped`: it cannot be read and a stop is set. */
const UNREADABLE: readonly Ending[] = ['bad_state_file', 'stopped'];

export interface Unreadable {
  readonly kind: 'unreadable';
  readonly facts: LedgerFacts;
  readonly why: string;
}

export type Opened =
  | { readonly kind: 'opened'; readonly facts: LedgerFacts; readonly ledger: Ledger }
  | Unreadable;

/** The state branch for a stop or a resume, whatever state it is in. */
export async function openForStop(place: PersonContext, by: string): Promise<Opened> {
  const hand = await readForPerson(place, by);
  // A stop never starts anything, so it is possible on a branch that came from another repository as well.
  const facts = { ...hand.facts, acceptsForeign: true };
  try {
    return { kind: 'opened', facts, ledger: await openLedger(facts, hand.tip, place.signal) };
  } catch (reason) {
    const isUnreadable = reason instanceof Halt && UNREADABLE.includes(reason.ending);
    if (!isUnreadable) throw reason;
    const why = reason.cause instanceof Halt ? reason.cause.detail : reason.detail;
    return { kind: 'unreadable', facts, why };
  }
}

/** The kill switch works on any branch: where the state cannot be read, the file is written alone. */
export async function setStopAlone(
  place: PersonContext,
  opened: Unreadable,
  reason: string,
): Promise<CommandAnswer> {
  await swap(place, opened, { what: `stop: ${reason}`, decide: () => `${reason}\n` });
  return { done: true, detail: `state/STOP is set: ${reason}. ${besides(opened)}` };
}

export async function removeStopAlone(place: PersonContext, opened: Unreadable): Promise<ResumeAnswer> {
  let first: string | null | undefined;
  let removed = false;
  await swap(place, opened, {
    what: 'resume',
    decide: (now) => {
      first ??= now;
      removed = now === null || now === first;
      return removed ? null : now;
    },
  });
  if (first === null || first === undefined)
    return { ...nothingSet(), detail: `No state/STOP is set. ${besides(opened)}` };
  if (!removed) return anotherStop();
  const answer = stopRemoved(first);
  return { ...answer, detail: `${answer.detail}. ${besides(opened)}` };
}

/** What became of `state/STOP` in a resume. */
export interface ResumeAnswer extends CommandAnswer {
  readonly outcome: 'changed' | 'unchanged' | 'left';
}

export function nothingSet(): ResumeAnswer {
  return { outcome: 'unchanged', done: false, detail: 'No state/STOP is set.' };
}

export function anotherStop(): ResumeAnswer {
  const detail = 'Another stop was set in the meantime; state/STOP stays. Read it and resume again.';
  return { outcome: 'left', done: false, detail };
}

/** Null: the variable alone had stopped the agent. */
export function stopRemoved(stop: string | null): ResumeAnswer {
  const detail = stop === null ? 'The stop is over.' : `The stop is removed. It said: ${stopReason(stop)}`;
  return { outcome: 'changed', done: true, detail };
}

function besides({ why }: Unreadable): string {
  return `Besides, the state branch cannot be read: ${why}`;
}

function swap(
  { world, signal }: PersonContext,
  { facts: { settings, wake } }: Unreadable,
  change: Pick<Parameters<typeof swapStopFile>[2], 'what' | 'decide'>,
): Promise<void> {
  const doors = { store: world.state, clock: world.clock, random: world.random };
  const branch = { branch: settings.stateBranch, author: settings.commit, wake };
  return swapStopFile(doors, branch, { ...change, signal });
}
