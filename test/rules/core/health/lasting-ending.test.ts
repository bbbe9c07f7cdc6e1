import { describe, expect, it } from 'vitest';
import type { Ending } from '../../../../src/core/ending.ts';
import { isLasting } from '../../../../src/core/health/lasting-ending.ts';

const wake = (ending: Ending, ...goals: readonly Ending[]) => ({
  ending,
  goals: goals.map((each) => ({ ending: each })),
});

describe('an ending that every further wake would repeat', () => {
  it.each(['bad_settings', 'bad_state_file', 'missing_key'] as const)('%s is one', (ending) => {
    expect([isLasting(wake(ending)), isLasting(wake(ending, ending))]).toEqual([true, true]);
  });

  it('is not what passes, nor what leaves something else to do', () => {
    for (const ending of ['nothing_due', 'worked', 'bad_goal', 'model_unavailable', 'stopped'] as const)
      expect(isLasting(wake(ending))).toBe(false);
    expect(isLasting(wake('missing_key', 'worked', 'missing_key'))).toBe(false);
  });
});
