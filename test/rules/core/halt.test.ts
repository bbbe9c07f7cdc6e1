import { describe, expect, test } from 'vitest';
import { Halt } from '../../../src/core/ending.ts';
import { asHalt, isOutage, leaseLost, stoppedAtStart, stoppedBy, yieldedTo } from '../../../src/core/halt.ts';
import { leaseWith } from '../../support/core-samples.ts';

const OUTAGE = new Halt('github_unavailable', 'The remote does not answer.');

test.each([
  ['a stop in the state', stoppedBy('release freeze\n'), 'stopped', 'release freeze'],
  ['a stop without a reason', stoppedBy(' '), 'stopped', 'no reason given'],
  ['a stop before the start', stoppedAtStart('WAKEFUL_STOP', 'holidays'), 'stopped', 'WAKEFUL_STOP'],
  ['a lost lease', leaseLost('tidy'), 'lease_lost', 'tidy'],
  [
    'a person who asks for the goal',
    yieldedTo(leaseWith({ yield: { epoch: 4, by: 'mona', request: 'r1' } })),
    'yielded_to_person',
    'mona',
  ],
  ['somebody who asks for it', yieldedTo(leaseWith()), 'yielded_to_person', 'person'],
] as const)('%s ends a wake, and its detail names what matters', (_, halt, ending, named) => {
  expect(halt.ending).toBe(ending);
  expect(halt.detail).toContain(named);
});

test('a stop before the start gives its reason, and says that nothing was written', () => {
  const { detail } = stoppedAtStart('state/STOP', 'holidays');
  expect(detail).toMatch(/holidays.*nothing was written/);
});

test.each([
  ['the remote does not answer', OUTAGE, true],
  ['access is refused', new Halt('forbidden', 'No.'), false],
  ['a defect', new Error('github_unavailable'), false],
  ['nothing', undefined, false],
])('an outage: %s: %j', (_, reason, expected) => {
  expect(isOutage(reason)).toBe(expected);
});

describe('whatever was thrown becomes a planned ending:', () => {
  test('a planned ending is that ending', () => {
    expect(asHalt(OUTAGE)).toBe(OUTAGE);
  });

  test('an error that was caused by one is that one', () => {
    expect(asHalt(new Error('wrapped', { cause: OUTAGE }))).toBe(OUTAGE);
  });

  test('a defect keeps its stack and is the cause', () => {
    const defect = new TypeError('x is not a function');
    const halt = asHalt(defect);
    expect(halt).toMatchObject({ ending: 'unexpected', cause: defect });
    expect(halt.detail).toMatch(/^TypeError: x is not a function\n +at /);
  });

  test('anything else is written as text, and a long text is cut', () => {
    expect(asHalt('broken')).toMatchObject({ ending: 'unexpected', detail: 'broken' });
    expect(asHalt('x'.repeat(5_000)).detail).toHaveLength(2_000);
  });
});
