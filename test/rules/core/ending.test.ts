import { describe, expect, it } from 'vitest';
import { ENDINGS, type Ending, worstEnding } from '../../../src/core/ending.ts';
import { itemEndingFacts } from '../../../src/core/item-ending.ts';

const ALL = Object.keys(ENDINGS) as readonly Ending[];

/** What somebody has to look at: the exit code is 1, the level is error, and the alert comes at once. */
const NEEDS_A_PERSON: readonly Ending[] = [
  ...(['item_stuck', 'bad_goal', 'missing_key', 'forbidden'] as const),
  ...(['secret_found', 'bad_settings', 'bad_state_file', 'unexpected'] as const),
];
/** What passes by itself, and is told when it does not. */
const FAILS: readonly Ending[] = [
  ...(['time_limit', 'call_limit', 'budget_spent', 'gave_up', 'no_progress'] as const),
  ...(['too_large', 'checks_failed', 'model_unavailable', 'github_unavailable'] as const),
];

/** When an alert is opened for those that have a rule of their own. */
const LATER: Partial<Record<Ending, string>> = { budget_spent: 'after_two_days' };

describe('an ending', () => {
  it('is one of the list that is promised', () => {
    const planned = ['worked', 'no_change', 'nothing_due', 'held_by_another_wake', 'stopped', 'cancelled'];
    const more = ['paused', 'waiting_for_draft', 'yielded_to_person', 'taken_over', 'lease_lost'];
    expect(ALL.toSorted()).toEqual([...planned, ...more, ...FAILS, ...NEEDS_A_PERSON].toSorted());
  });

  it.each(ALL)('%s is red, an error and told at once exactly where a person is needed', (ending) => {
    const { exitCode, level, alert } = ENDINGS[ending];
    const isForPerson = NEEDS_A_PERSON.includes(ending);
    expect(exitCode).toBe(isForPerson ? 1 : 0);
    expect(alert).toBe(
      isForPerson ? 'at_once' : FAILS.includes(ending) ? (LATER[ending] ?? 'at_threshold') : 'never',
    );
    if (isForPerson) expect(level).toBe('error');
    if (alert === 'never') expect(level).not.toBe('error');
  });

  it('of a wake is the worst of its goals’ endings, in whatever order they came', () => {
    const byRank = ALL.toSorted((a, b) => ENDINGS[a].rank - ENDINGS[b].rank);
    expect(new Set(ALL.map((ending) => ENDINGS[ending].rank)).size).toBe(ALL.length);
    for (const [n, ending] of byRank.entries()) {
      const milder = byRank.slice(0, n);
      expect(worstEnding([...milder, ending])).toBe(ending);
      expect(worstEnding([ending, ...milder])).toBe(ending);
    }
    expect(worstEnding([])).toBe('nothing_due');
  });

  it('has its place in the table by its rank', () => {
    expect(ALL.map((ending) => ENDINGS[ending].rank)).toEqual(ALL.map((_, place) => place));
  });

  it('that needs a person is worse than every one that does not', () => {
    const mildest = Math.min(...NEEDS_A_PERSON.map((ending) => ENDINGS[ending].rank));
    const others = ALL.filter((ending) => !NEEDS_A_PERSON.includes(ending));
    expect(others.filter((ending) => ENDINGS[ending].rank > mildest)).toEqual([]);
  });
});

describe('I8: the attempt', () => {
  it('is given back by a stop, a yield, a lost lease and an outage, and by no failure of the item itself', () => {
    expect(ALL.filter((ending) => itemEndingFacts(ending).givesAttemptBack).toSorted()).toEqual([
      ...(['cancelled', 'github_unavailable', 'lease_lost', 'missing_key', 'model_unavailable'] as const),
      ...(['stopped', 'taken_over', 'waiting_for_draft', 'yielded_to_person'] as const),
    ]);
  });
});
