import { describe, expect, test } from 'vitest';
import { recordStops, withoutDisabled } from '../../../../src/core/health/stop-record.ts';
import type { State, StopRecord } from '../../../../src/core/state.ts';
import { stateWith } from '../../../support/core-samples.ts';

const AT = '2026-11-22T03:00:00Z';
const BEFORE = '2026-11-20T03:00:00Z';

const stopped = (stop: string | null, record: StopRecord | null): State =>
  stateWith({ stop, status: { ...stateWith().status, stop: record } });

describe('what stops the agent is written down', () => {
  test.each([
    [
      'by nobody yet, set by the variable',
      stopped(null, null),
      'freeze',
      { reason: 'freeze', since: AT, variable: 'freeze' },
    ],
    ['by nobody yet, set by the file', stopped('freeze\n', null), null, { reason: 'freeze', since: AT }],
    [
      'by the file, whose reason counts',
      stopped('file', null),
      'variable',
      { reason: 'file', since: AT, variable: 'variable' },
    ],
    ['without a reason', stopped('', null), null, { reason: 'no reason given', since: AT }],
    [
      'since when it was recorded, with another reason',
      stopped('new', { reason: 'old', since: BEFORE, disabled: ['wakeful.yml'] }),
      null,
      { reason: 'new', since: BEFORE, disabled: ['wakeful.yml'] },
    ],
    [
      'without the variable that is gone',
      stopped('file', { reason: 'file', since: BEFORE, variable: 'x' }),
      null,
      { reason: 'file', since: BEFORE },
    ],
    [
      'as long as it has disabled a workflow',
      stopped(null, { reason: 'old', since: BEFORE, variable: 'x', disabled: ['wakeful.yml'] }),
      null,
      { reason: 'old', since: BEFORE, disabled: ['wakeful.yml'] },
    ],
  ])('%s', (_, state, variable, record) => {
    expect(recordStops(state, { variable, at: AT }).status.stop).toEqual(record);
  });

  test('since an earlier time, where nobody has seen it before', () => {
    const seen = recordStops(stopped('freeze', null), { variable: null, at: AT, since: BEFORE });
    expect(seen.status.stop).toEqual({ reason: 'freeze', since: BEFORE });
  });

  test('once: the very same state says so already', () => {
    const state = stopped('freeze', { reason: 'freeze', since: BEFORE, variable: 'x', disabled: ['w'] });
    expect(recordStops(state, { variable: 'x', at: AT })).toBe(state);
    const free = stopped(null, null);
    expect(recordStops(free, { variable: null, at: AT })).toBe(free);
  });
});

test('a stop that is over is kept with its time', () => {
  const { status } = recordStops(stopped(null, { reason: 'freeze', since: BEFORE, variable: 'freeze' }), {
    variable: null,
    at: AT,
  });
  expect(status).toMatchObject({ stop: null, stops: [{ since: BEFORE, until: AT, reason: 'freeze' }] });
});

describe('workflows that are enabled again', () => {
  const record = { reason: 'freeze', since: BEFORE, disabled: ['a.yml', 'b.yml'] };
  test.each([
    [['a.yml'], { ...record, disabled: ['b.yml'] }],
    [['b.yml', 'a.yml', 'c.yml'], { reason: 'freeze', since: BEFORE }],
  ])('%j are no longer named by the stop', (enabled, left) => {
    expect(withoutDisabled(stopped(null, record), enabled).status.stop).toEqual(left);
  });

  test('leave the very same state where the stop names none of them', () => {
    for (const state of [
      stopped(null, record),
      stopped('x', { reason: 'x', since: BEFORE }),
      stopped(null, null),
    ])
      expect(withoutDisabled(state, ['c.yml'])).toBe(state);
  });
});
