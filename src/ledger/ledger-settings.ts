import type { Mask } from '../core/access/mask.ts';
import type { MaskedRecord } from '../core/access/masked-record.ts';
import type { RepositoryIdentity } from '../core/repository-identity.ts';
import type { State } from '../core/state.ts';
import type { Author, Clock, Random, StateStore } from '../ports.ts';
import type { RecentLog } from '../report/status/status-facts.ts';
import type { Journal } from './journal.ts';

export interface LedgerDependencies {
  readonly store: StateStore;
  readonly clock: Clock;
  readonly random: Random;
  readonly journal: Journal;
  readonly mask: Mask;
}

export interface LedgerSettings {
  readonly repository: RepositoryIdentity;
  /** Whether a state branch of another repository may be written. */
  readonly acceptsForeign: boolean;
  /** Whether the state may be of a later time than now. */
  readonly acceptsFuture: boolean;
  readonly branch: string;
  readonly wake: string;
  readonly author: Pick<Author, 'name' | 'email'>;
  readonly logDays: number;
  readonly page: (state: MaskedRecord<State>, log: RecentLog) => Promise<string>;
}
