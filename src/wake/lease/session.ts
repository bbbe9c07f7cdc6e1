import type { Mask } from '../../core/access/mask.ts';
import type { Goal } from '../../core/goal.ts';
import type { Settings } from '../../core/settings.ts';
import type { WakeOrder } from '../../core/wake-result.ts';
import type { Deadline } from '../../ledger/deadline.ts';
import type { Journal } from '../../ledger/journal.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { Step } from '../../ledger/step.ts';
import type { Tips, World } from '../../ports.ts';
import type { DraftsElsewhere } from './drafts-elsewhere.ts';

/** What all steps of one wake share. Goals and settings are those of the snapshot; edits count from the next wake on. */
export interface Session {
  readonly world: World;
  readonly order: WakeOrder;
  /** Milliseconds since 1970 UTC. */
  readonly startedAt: number;
  readonly tips: Tips;
  readonly settings: Settings;
  readonly goals: readonly Goal[];
  /** Ids of all goal files, those that are not valid included. */
  readonly goalIds: ReadonlySet<string>;
  readonly ledger: Ledger;
  readonly journal: Journal;
  readonly mask: Mask;
  readonly deadline: Deadline;
  readonly elsewhere: DraftsElsewhere;
  /** Alerts, by fingerprint, that this wake was the first to tell. */
  readonly raised: Set<string>;
}

/** What it takes to tell people on GitHub: a wake has it, and so has the watchdog. */
export interface AlertPlace extends Pick<Session, 'settings' | 'mask' | 'journal' | 'deadline' | 'raised'> {
  readonly world: Pick<World, 'clock' | 'random' | 'github'>;
}

/** The same with the state branch: for what is about no goal in particular. */
export interface AgentPlace extends AlertPlace, Pick<Session, 'ledger'> {
  readonly order: Pick<WakeOrder, 'wake'>;
}

/** A release that waits to travel with the next goal's acquire, so that handing over costs no push of its own. */
export type Handover = Pick<Step, 'apply' | 'describe' | 'isIn' | 'happenings'>;
