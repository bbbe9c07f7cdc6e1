import { describe, expect, test } from 'vitest';
import type { AlertFigures } from '../../../../src/core/checkpoint-state.ts';
import { newCheckpoint } from '../../../../src/core/progress/checkpoint.ts';
import { failureFigures, figuresToShow, withFailure } from '../../../../src/core/progress/failures.ts';
import type { Checkpoint } from '../../../../src/core/state.ts';

const at = (hour: number): string => `2026-11-22T${String(hour).padStart(2, '0')}:00:00Z`;
const SPENT = { tokens: 100, usdMicros: 7 };

/** A goal after so many failures in a row, one an hour. */
function failing(times: number, from: Checkpoint = newCheckpoint('tidy')): Checkpoint {
  let checkpoint = from;
  for (let n = 1; n <= times; n++)
    checkpoint = withFailure(
      { ...checkpoint, consecutive_failures: n },
      { spent: SPENT, at: at(n), isFailure: true },
    );
  return checkpoint;
}

describe('failures in a row', () => {
  test('are counted with what they cost, since the first one', () => {
    expect(failureFigures(failing(3))).toEqual({
      ...{ since: at(1), at: at(3), times: 3 },
      ...{ tokens: 300, usd_micros: 21 },
    });
  });

  test('are over with a run that succeeds, and stay as they are with one that says nothing', () => {
    const spent = { spent: SPENT, at: at(9), isFailure: false };
    expect(withFailure({ ...failing(3), consecutive_failures: 0 }, spent)).not.toHaveProperty('failing');
    expect(failureFigures(withFailure(failing(3), spent))).toEqual(failureFigures(failing(3)));
    expect(failureFigures(newCheckpoint('tidy'))).toBeNull();
  });

  test('that an older program has counted are not made up', () => {
    expect(failureFigures({ ...newCheckpoint('tidy'), consecutive_failures: 4 })).toBeNull();
  });
});

describe('the figures of an issue', () => {
  const shown: AlertFigures = { since: at(1), at: at(3), times: 3, tokens: 300, usd_micros: 0 };
  test.each([
    ['stay for a while', { times: 5, at: at(5) }, false],
    ['are told anew when they have doubled', { times: 6, at: at(6) }, true],
    ['are told anew on another day', { times: 4, at: '2026-11-23T00:00:00Z' }, true],
    ['are told anew where something else has begun', { times: 4, since: at(2) }, true],
  ])('%s', (_when, change, isNew) => {
    const now = { ...shown, ...change };
    expect(figuresToShow(shown, now)).toBe(isNew ? now : shown);
  });
});
