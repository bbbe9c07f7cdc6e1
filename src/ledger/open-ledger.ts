import type { Mask } from '../core/access/mask.ts';
import { maskedRecord } from '../core/access/masked-record.ts';
import type { Goal } from '../core/goal.ts';
import type { Settings } from '../core/settings.ts';
import type { Sha, World } from '../ports.ts';
import type { StatusInput } from '../report/status/status-facts.ts';
import type { Journal } from './journal.ts';
import { Ledger } from './ledger.ts';
import type { ForeseenState } from './step.ts';

export interface LedgerFacts {
  readonly world: Pick<World, 'state' | 'clock' | 'random'>;
  readonly journal: Journal;
  readonly mask: Mask;
  readonly settings: Settings;
  readonly goals: readonly Goal[];
  readonly repository: string;
  /** GitHub's number of it. Missing: not known here. */
  readonly repositoryId?: number | undefined;
  /** What people open, e.g. `https://git.acme.example`. Default: `https://github.com`. */
  readonly serverUrl?: string | undefined;
  /** `owner/name` of the repository that has the papers of Wakeful. Missing: this one, which is a copy. */
  readonly papers?: string | undefined;
  readonly wake: string;
  /** Whether a state branch of another repository may be written. Default: no. */
  readonly acceptsForeign?: boolean;
  /** Whether the state may be of a later time than now: a rehearsal is played at any time. Default: no. */
  readonly acceptsFuture?: boolean;
}

/** The ledger with this repository's names and its status page. */
export function openLedger(facts: LedgerFacts, tip: Sha | null, signal: AbortSignal): Promise<Ledger> {
  const { world, journal, mask, settings, repository } = facts;
  return Ledger.open(
    { store: world.state, clock: world.clock, random: world.random, journal, mask },
    {
      repository: { name: repository, id: facts.repositoryId ?? null },
      acceptsForeign: facts.acceptsForeign ?? false,
      acceptsFuture: facts.acceptsFuture ?? false,
      branch: settings.stateBranch,
      wake: facts.wake,
      author: maskedRecord(settings.commit, mask),
      logDays: settings.logDays,
      page: async (state, log) => {
        const { statusPage } = await import('../report/status/status-page.ts');
        return statusPage(statusInput(facts, { state, log }));
      },
    },
    { tip, signal },
  );
}

export type StatusPageFacts = Pick<LedgerFacts, 'mask' | 'settings' | 'goals' | 'serverUrl' | 'papers'> & {
  readonly world: Pick<World, 'clock'>;
};

/** What the status page and the dashboard are made from. */
export function statusInput(
  { world, mask, settings, goals, serverUrl, papers }: StatusPageFacts,
  seen: ForeseenState,
): StatusInput {
  return {
    ...seen,
    goals: goals.map(({ id, title }) => ({ id, title: mask.mask(title) })),
    now: world.clock.now(),
    settings,
    repository: seen.state.lock.repository,
    serverUrl,
    papers,
    branch: settings.stateBranch,
  };
}
