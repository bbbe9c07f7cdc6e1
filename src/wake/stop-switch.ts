import { createMask } from '../core/mask.ts';
import { isoTime } from '../core/time.ts';
import type { World } from '../ports.ts';
import { Journal } from './journal.ts';
import type { Ledger, Step } from './ledger.ts';
import { openLedger } from './open-ledger.ts';
import { readGoals } from './snapshot.ts';

export interface StopAnswer {
  readonly done: boolean;
  /** One plain sentence. */
  readonly detail: string;
}

export interface StopPlace {
  readonly world: Pick<World, 'state' | 'clock' | 'random' | 'log'>;
  /** Names the repository when the state branch has to be made for it. */
  readonly repository: string;
  readonly signal: AbortSignal;
}

/** Puts `state/STOP` on the state branch: a running wake sees it within 15 s or one step. */
export async function setStop(
  place: StopPlace,
  stop: { readonly reason: string; readonly by: string },
): Promise<StopAnswer> {
  const reason = stop.reason.trim();
  if (reason === '') return { done: false, detail: 'A stop needs a reason: it is what everybody will read.' };
  const at = isoTime(place.world.clock.now());
  const { ledger, journal } = await open(place, stop.by);
  if (ledger.state.stop?.trim() === reason)
    return { done: true, detail: `The stop is already set: ${reason}` };
  journal.write({ event: 'stop_set', message: `${stop.by} set the stop: ${reason}` });
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
export async function removeStop(place: StopPlace, resume: { readonly by: string }): Promise<StopAnswer> {
  const { ledger, journal } = await open(place, resume.by);
  const seen = ledger.state.stop;
  if (seen === null) return { done: false, detail: 'No state/STOP is set; there is nothing to resume from.' };
  journal.write({ event: 'stop_removed', message: `${resume.by} removed the stop: ${seen.trim()}` });
  const outcome = await commit(place, ledger, {
    apply: (state) =>
      state.stop === seen ? { ...state, stop: null, status: { ...state.status, stop: null } } : 'stale',
    isIn: (state) => state.stop === null,
    what: 'resume',
  });
  if (outcome === 'landed') return { done: true, detail: `The stop is removed. It said: ${seen.trim()}` };
  return { done: false, detail: 'Another stop was set in the meantime; it stays. Read it and resume again.' };
}

async function open(
  place: StopPlace,
  by: string,
): Promise<{ readonly ledger: Ledger; readonly journal: Journal }> {
  const { world, repository, signal } = place;
  const tips = await world.state.fetch(signal);
  const { settings, goals } = await readGoals(world.state, { commit: tips.base.commit }, signal);
  const wake = `by-hand-${by}`;
  const mask = createMask({ values: [], patterns: settings.secretPatterns });
  const journal = new Journal({ ...world, mask }, wake);
  // A stop never starts anything, so it is possible on a branch that came from another repository as well.
  const facts = { world, journal, mask, settings, goals, repository, wake, acceptsForeign: true };
  return { ledger: await openLedger(facts, tips.state, signal), journal };
}

async function commit(
  place: StopPlace,
  ledger: Ledger,
  step: Pick<Step, 'apply' | 'isIn'> & { readonly what: string },
) {
  const { what, apply, isIn } = step;
  const describe = () => ({ goal: null, what, epoch: null, step: null });
  const outcome = await ledger.commit({ apply, isIn, describe, refs: [] }, place.signal);
  return outcome.kind;
}
