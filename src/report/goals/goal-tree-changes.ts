import { changedFacts, type FactChange } from '../../core/health/changed-facts.ts';
import { goalFacts, settingsFacts } from './goal-facts.ts';
import type { GoalTree } from './goal-tree.ts';

export interface GoalTreeChanges {
  readonly settings: readonly FactChange[];
  /** Sorted by id; unchanged goals are left out. */
  readonly goals: readonly GoalChange[];
  /** False: some file is not valid, and nobody knows what it changes. */
  readonly isComplete: boolean;
}

export interface GoalChange {
  readonly id: string;
  /** `mended`: its file was not valid before. `broken`, `new_broken`: it is not valid now. */
  readonly kind: 'new' | 'gone' | 'changed' | 'mended' | 'broken' | 'new_broken';
  readonly facts: readonly FactChange[];
}

export function goalTreeChanges(before: GoalTree, after: GoalTree): GoalTreeChanges {
  const ids = [before, after].flatMap(({ goals, unusable }) => [...goals.map(({ id }) => id), ...unusable]);
  const goals = [...new Set(ids)].sort().map((id) => goalChange(id, before, after));
  const settings = after.hasValidSettings
    ? changedFacts(settingsFacts(before.settings), settingsFacts(after.settings))
    : [];
  return {
    settings,
    goals: goals.filter(({ kind, facts }) => kind !== 'changed' || facts.length > 0),
    isComplete: after.hasValidSettings && after.unusable.length === 0,
  };
}

function goalChange(id: string, before: GoalTree, after: GoalTree): GoalChange {
  const facts = changedFacts(factsOf(before, id), factsOf(after, id));
  const kind = KINDS[stateIn(before, id)][stateIn(after, id)];
  // A goal that is gone or cannot run may do nothing. What it may no longer do needs no list.
  return { id, kind, facts: stateIn(after, id) === 'valid' ? facts : [] };
}

function factsOf({ goals }: GoalTree, id: string) {
  const goal = goals.find((one) => one.id === id);
  return goal === undefined ? [] : goalFacts(goal);
}

type GoalState = 'valid' | 'unusable' | 'absent';

function stateIn({ goals, unusable }: GoalTree, id: string): GoalState {
  if (goals.some((goal) => goal.id === id)) return 'valid';
  return unusable.includes(id) ? 'unusable' : 'absent';
}

const KINDS = {
  absent: { valid: 'new', unusable: 'new_broken', absent: 'changed' },
  valid: { valid: 'changed', unusable: 'broken', absent: 'gone' },
  unusable: { valid: 'mended', unusable: 'changed', absent: 'gone' },
} as const satisfies Record<GoalState, Record<GoalState, GoalChange['kind']>>;
