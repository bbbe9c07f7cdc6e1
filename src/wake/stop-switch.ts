import { type Ending, Halt } from '../core/ending.ts';
import { endStop } from '../core/gaps.ts';
import { isoTime } from '../core/time.ts';
import { type HandAnswer, type HandPlace, lendHand } from './by-hand.ts';
import { type Ledger, swapStopFile } from './ledger.ts';
import { type LedgerFacts, openLedger } from './open-ledger.ts';
import type { Step } from './step.ts';

/** `stopped`: it cannot be read and a stop is set. */
const UNREADABLE: readonly Ending[] = ['bad_state_file', 'stopped'];

/** Puts `state/STOP` on the state branch: a running wake sees it within 15 s or one step. */
export async function setStop(
  place: HandPlace,
  stop: { readonly reason: string; readonly by: string },
): Promise<HandAnswer> {
  if (stop.reason.trim() === '')
    return { done: false, detail: 'A stop needs a reason: it is what everybody will read.' };
  const at = isoTime(place.world.clock.now());
  const opened = await open(place, stop.by);
  const reason = opened.facts.mask.mask(stop.reason.trim());
  if (opened.kind === 'unreadable') return setStopAlone(place, opened, reason);
  const { ledger, facts } = opened;
  if (ledger.state.stop?.trim() === reason)
    return { done: true, detail: `The stop is already set: ${reason}` };
  facts.journal.write({ event: 'stop_set', message: `${stop.by} set the stop: ${reason}` });
  await commit(place, ledger, {
    apply: (state) => ({
      ...state,
      stop: `${reason}\n`,
      status: { ...state.status, stop: { reason, since: at } },
    }),
    isIn: (state) => state.stop?.trim() === reason,
    what: `stop: ${reason}`,
  });
  return { done: true, detail: `state/STOP is set: ${reason}` };
}

/** Removes the stop that it saw, and no other one that came in between. */
export async function removeStop(place: HandPlace, resume: { readonly by: string }): Promise<HandAnswer> {
  const opened = await open(place, resume.by);
  if (opened.kind === 'unreadable') return removeStopAlone(place, opened);
  const { ledger, facts } = opened;
  const at = isoTime(place.world.clock.now());
  const seen = ledger.state.stop;
  if (seen === null) return { done: false, detail: 'No state/STOP is set; there is nothing to resume from.' };
  facts.journal.write({ event: 'stop_removed', message: `${resume.by} removed the stop: ${seen.trim()}` });
  const outcome = await commit(place, ledger, {
    apply: (state) =>
      state.stop === seen ? { ...state, stop: null, status: endStop(state.status, at) } : 'stale',
    isIn: (state) => state.stop === null,
    what: 'resume',
  });
  if (outcome === 'landed') return { done: true, detail: `The stop is removed. It said: ${seen.trim()}` };
  return { done: false, detail: 'Another stop was set in the meantime; it stays. Read it and resume again.' };
}

/** The kill switch works on any branch: where the state cannot be read, the file is written alone. */
async function setStopAlone(place: HandPlace, opened: Unreadable, reason: string): Promise<HandAnswer> {
  await swap(place, opened, { what: `stop: ${reason}`, decide: () => `${reason}\n` });
  return { done: true, detail: `state/STOP is set: ${reason}. ${besides(opened)}` };
}

async function removeStopAlone(place: HandPlace, opened: Unreadable): Promise<HandAnswer> {
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
    return {
      done: false,
      detail: `No state/STOP is set; there is nothing to resume from. ${besides(opened)}`,
    };
  if (removed)
    return { done: true, detail: `The stop is removed. It said: ${first.trim()}. ${besides(opened)}` };
  return { done: false, detail: 'Another stop was set in the meantime; it stays. Read it and resume again.' };
}

function besides({ why }: Unreadable): string {
  return `Besides, the state branch cannot be read: ${why}`;
}

function swap(
  { world, signal }: HandPlace,
  { facts: { settings, wake } }: Unreadable,
  change: Pick<Parameters<typeof swapStopFile>[2], 'what' | 'decide'>,
): Promise<void> {
  const doors = { store: world.state, clock: world.clock, random: world.random };
  const branch = { branch: settings.stateBranch, author: settings.commit, wake };
  return swapStopFile(doors, branch, { ...change, signal });
}

interface Unreadable {
  readonly kind: 'unreadable';
  readonly facts: LedgerFacts;
  readonly why: string;
}

type Opened = { readonly kind: 'opened'; readonly facts: LedgerFacts; readonly ledger: Ledger } | Unreadable;

async function open(place: HandPlace, by: string): Promise<Opened> {
  const hand = await lendHand(place, by);
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

async function commit(
  place: HandPlace,
  ledger: Ledger,
  step: Pick<Step, 'apply' | 'isIn'> & { readonly what: string },
) {
  const { what, apply, isIn } = step;
  const describe = () => ({ goal: null, what, epoch: null, step: null });
  const outcome = await ledger.commit({ apply, isIn, describe, refs: [] }, place.signal);
  return outcome.kind;
}
