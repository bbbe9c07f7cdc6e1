import type { Mask } from '../core/access/mask.ts';
import { maskedRecord } from '../core/access/masked-record.ts';
import type { Goal } from '../core/goal.ts';
import type { Settings } from '../core/settings.ts';
import type { Sha, World } from '../ports.ts';
import type { Journal } from './journal.ts';
import { Ledger } from './ledger.ts';

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
  const { world, journal, mask, settings, goals, repository } = facts;
  const titles = goals.map(({ id, title }) => ({ id, title: mask.mask(title) }));
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
        return statusPage({
          state,
          goals: titles,
          log,
          now: world.clock.now(),
          settings,
          repository: state.lock.repository,
          serverUrl: facts.serverUrl,
          papers: facts.papers,
          branch: settings.stateBranch,
        });
      },
    },
    { tip, signal },
  );
}
