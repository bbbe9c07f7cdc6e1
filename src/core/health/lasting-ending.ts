import { ENDINGS, type Ending } from '../ending.ts';

/** Whether every further wake would end like this one until a person fixes the cause. */
export function isLasting({ ending, goals }: EndedWake): boolean {
  return (goals.length === 0 ? [ending] : goals.map((goal) => goal.ending)).every(
    (each) => ENDINGS[each].outcome === 'blocked',
  );
}

interface EndedWake {
  readonly ending: Ending;
  readonly goals: readonly { readonly ending: Ending }[];
}
