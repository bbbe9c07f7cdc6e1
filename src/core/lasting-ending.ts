import type { Ending } from './ending.ts';

const LASTING: ReadonlySet<Ending> = new Set<Ending>(['bad_settings', 'bad_state_file', 'missing_key']);

/** Whether every further wake would end like this one until a person fixes the cause. */
export function isLasting({ ending, goals }: EndedWake): boolean {
  return (goals.length === 0 ? [ending] : goals.map((goal) => goal.ending)).every((each) =>
    LASTING.has(each),
  );
}

interface EndedWake {
  readonly ending: Ending;
  readonly goals: readonly { readonly ending: Ending }[];
}
