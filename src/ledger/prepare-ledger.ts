import type { ModelOverrides } from '../config/settings/settings-file.ts';
import { maskFor } from '../core/access/settings-mask.ts';
import type { Sha, World } from '../ports.ts';
import { Journal } from './journal.ts';
import type { LedgerFacts } from './open-ledger.ts';
import { type GoalSnapshot, readGoals } from './snapshot.ts';

export interface Writer {
  /** Id of the wake, or of what writes in its place. */
  readonly wake: string;
  /** Names the repository when the state branch has to be made for it. */
  readonly repository: string;
  /** GitHub's number of it. Missing: not known here. */
  readonly repositoryId?: number | undefined;
  /** What people open, e.g. `https://git.acme.example`. */
  readonly serverUrl?: string | undefined;
  /** `owner/name` of the repository that has the papers of Wakeful. Missing: this one, which is a copy. */
  readonly papers?: string | undefined;
  /** Values that must never be written anywhere, e.g. the model key. */
  readonly secrets: readonly string[];
}

/** All that it takes to open the state branch. */
export interface Preparation extends LedgerFacts {
  readonly snapshot: GoalSnapshot;
}

/** Reads goals and settings of one commit of the default branch; from them come the mask and the log. */
export async function prepareLedger<W extends Pick<World, 'state' | 'clock' | 'random' | 'log'>>(
  world: W,
  writer: Writer,
  at: { readonly commit: Sha; readonly overrides?: ModelOverrides },
  signal: AbortSignal,
): Promise<Preparation & { readonly world: W }> {
  const { wake, repository, repositoryId, serverUrl, papers, secrets } = writer;
  const snapshot = await readGoals(world.state, at, signal);
  const { settings, goals } = snapshot;
  const mask = await maskFor(settings, secrets);
  const journal = new Journal({ ...world, mask }, wake);
  return {
    world,
    snapshot,
    settings,
    goals,
    mask,
    journal,
    repository,
    repositoryId,
    serverUrl,
    papers,
    wake,
  };
}
