import type { Goal } from '../../core/goal.ts';
import type { FinderReport } from '../../core/progress/file-finding.ts';
import type { WakeOrder } from '../../core/wake-result.ts';
import type { AgentContext } from '../../ledger/agent-context.ts';
import type { GoalSnapshot } from '../../ledger/snapshot.ts';
import type { Step } from '../../ledger/step.ts';
import type { Tips, World } from '../../ports.ts';
import type { DraftsElsewhere } from './drafts-elsewhere.ts';

/** What all steps of one wake share. Goals and settings are those of the snapshot; edits count from the next wake on. */
export interface Session extends AgentContext {
  readonly world: World;
  readonly order: WakeOrder;
  /** Milliseconds since 1970 UTC. */
  readonly startedAt: number;
  readonly tips: Tips;
  /** Goal files and settings as they were read, with what is wrong with them. */
  readonly snapshot: GoalSnapshot;
  readonly goals: readonly Goal[];
  /** Ids of all goal files, those that are not valid included. */
  readonly goalIds: ReadonlySet<string>;
  readonly elsewhere: DraftsElsewhere;
  /** What finders have found in this wake, by goal and commit: both stay the same while it lasts. */
  readonly found: Map<string, Promise<FinderReport>>;
  readonly deferral: DeferredWork;
}

/** What is left to jobs with a sandbox. */
export interface DeferredWork {
  /** Whether goals with commands are left to them. That this machine has a sandbox turns out when the first one is due. */
  isOn: boolean;
  /** Ids of the goals that are due and left. */
  goals: readonly string[];
}

/** A release that waits to travel with the next goal's acquire, so that handing over costs no push of its own. */
export type Handover = Pick<Step, 'apply' | 'describe' | 'isIn' | 'events'>;
