import type { Ending } from '../../core/ending.ts';
import { endingWords } from '../words/ending-words.ts';
import { dueTime } from '../words/sentences.ts';

/** What a commit on the state branch does, for its subject: each begins with a verb. */
export const STATE_COMMITS = {
  lock: (epoch: number, slot: string | null) =>
    `take lock ${epoch}${slot === null ? '' : ` for the run due ${dueTime(slot)}`}`,
  unlock: (ending: Ending) => `release the lock: ${endingWords(ending)}`,
  lockAlerts: () => 'take the lock for general alerts',
  unlockAlerts: () => 'bring general alerts up to date',
  /** `title`: of the item; null: the goal has one only, which has no name. */
  saveItem: (title: string | null, ending: Ending) => `save ${title ?? 'the work'}: ${endingWords(ending)}`,
  withdrawWork: () => 'withdraw work that the remote did not take',
  giveAttemptBack: (title: string | null) => `give back the attempt${title === null ? '' : ` at ${title}`}`,
  continueOn: (branch: string) => `continue on ${branch}`,
  storeEvent: (event: string) => `store the event ${event}`,
  settleRequests: () => 'answer requests',
  showLife: () => 'show that the agent is alive: nothing was due',
  endRun: (ending: Ending) => `end a run: ${endingWords(ending)}`,
} as const;
