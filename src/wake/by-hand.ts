import { createMask } from '../core/mask.ts';
import type { Sha, World } from '../ports.ts';
import { Journal } from './journal.ts';
import type { LedgerFacts } from './open-ledger.ts';
import { type GoalSnapshot, readGoals } from './snapshot.ts';

/** Where a person works on the state branch without a wake. */
export interface HandPlace {
  readonly world: Pick<World, 'state' | 'clock' | 'random' | 'log'>;
  /** Names the repository when the state branch has to be made for it. */
  readonly repository: string;
  /** Values that must never be written anywhere, e.g. the model key. */
  readonly secrets: readonly string[];
  readonly signal: AbortSignal;
}

/** What became of a person's command. */
export interface HandAnswer {
  readonly done: boolean;
  /** Plain sentences. */
  readonly detail: string;
}

/** What a person's command needs to open the ledger. */
export interface Hand {
  readonly tip: Sha | null;
  readonly snapshot: GoalSnapshot;
  readonly facts: LedgerFacts;
}

/** Reads what a command needs to know. `by`: login of the person, for the log. */
export async function lendHand(place: HandPlace, by: string): Promise<Hand> {
  const { world, repository, secrets, signal } = place;
  const tips = await world.state.fetch(signal);
  const snapshot = await readGoals(world.state, { commit: tips.base.commit }, signal);
  const { settings, goals } = snapshot;
  const wake = `by-hand-${by}`;
  const mask = createMask({ values: secrets, patterns: settings.secretPatterns });
  const journal = new Journal({ ...world, mask }, wake);
  return { tip: tips.state, snapshot, facts: { world, journal, mask, settings, goals, repository, wake } };
}
