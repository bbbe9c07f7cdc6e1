import { ENDINGS, type Ending } from '../ending.ts';
import type { AlertResult } from '../wake-result.ts';
import { alertCauseOf } from './goal-alerts.ts';

/** Whether a wake needs a person. */
export type WakeVerdict =
  /** A planned ending that needs no person. */
  | 'fine'
  /** It needs a person, and no earlier alert says so: the job is red. */
  | 'needs_person'
  /** It needs a person, and an issue from before says why: the job is green, so that no cause mails anybody twice. */
  | 'told_before';

export interface VerdictFacts {
  readonly ending: Ending;
  readonly goals: readonly { readonly goal: string; readonly ending: Ending }[];
  /** Of files. Null: not about one goal. */
  readonly problems: readonly { readonly goal: string | null }[];
  /** `known` without an issue: there are no issues here, and the log has told it. */
  readonly alerts: readonly Pick<AlertResult, 'goal' | 'cause' | 'issue' | 'opened' | 'known'>[];
}

/** Red once per alert. Without an issue it stays red, so that a failure to open one never hides an ending. */
export function verdictOf(facts: VerdictFacts): WakeVerdict {
  if (ENDINGS[facts.ending].exitCode === 0) return 'fine';
  const faults = faultsOf(facts);
  const isKnownBefore = faults.length > 0 && faults.every((fault) => hasOldAlert(facts, fault));
  return isKnownBefore ? 'told_before' : 'needs_person';
}

interface CauseSeen {
  readonly goal: string | null;
  readonly cause: string;
}

/** What makes the wake red. None: its ending is about the wake as a whole, and no alert is. */
function faultsOf({ ending, goals, problems }: VerdictFacts): readonly CauseSeen[] {
  const ofGoals = goals
    .filter((goal) => ENDINGS[goal.ending].exitCode !== 0)
    .map(({ goal, ending: cause }) =>
      cause === 'bad_state_file' ? { goal: null, cause } : { goal, cause: alertCauseOf(cause) },
    );
  const ofFiles = problems.map(({ goal }) => ({ goal, cause: goal === null ? 'bad_settings' : 'bad_goal' }));
  const ofState = ending === 'bad_state_file' ? [{ goal: null, cause: ending }] : [];
  return [...ofGoals, ...ofFiles, ...ofState];
}

function hasOldAlert({ alerts }: VerdictFacts, { goal, cause }: CauseSeen): boolean {
  return alerts.some(
    (alert) =>
      alert.goal === goal && alert.cause === cause && (alert.issue !== null || alert.known) && !alert.opened,
  );
}
