import { ENDINGS, type Ending } from '../ending.ts';
import { alertCauseOf } from './goal-alerts.ts';

/** How a wake stands towards people. */
export type WakeVerdict =
  /** A planned ending that needs nobody. */
  | 'fine'
  /** It needs a person, and nobody has been told before: red. */
  | 'needs_person'
  /** It needs a person, and issues from before say why: nobody is called twice for one cause. */
  | 'told_before';

export interface VerdictFacts {
  readonly ending: Ending;
  readonly goals: readonly { readonly goal: string; readonly ending: Ending }[];
  /** Of files. Null: not about one goal. */
  readonly problems: readonly { readonly goal: string | null }[];
  readonly alerts: readonly {
    readonly goal: string | null;
    readonly cause: string;
    readonly issue: number | null;
    readonly opened: boolean;
  }[];
}

/** Red once per alert. What no issue tells stays red, so that a failure to open one never hides an ending. */
export function verdictOf(facts: VerdictFacts): WakeVerdict {
  if (ENDINGS[facts.ending].exitCode === 0) return 'fine';
  const faults = faultsOf(facts);
  const isToldBefore = faults.length > 0 && faults.every((fault) => hasOldAlert(facts, fault));
  return isToldBefore ? 'told_before' : 'needs_person';
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
    (alert) => alert.goal === goal && alert.cause === cause && alert.issue !== null && !alert.opened,
  );
}
