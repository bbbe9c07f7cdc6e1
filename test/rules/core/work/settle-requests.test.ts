import { expect, test } from 'vitest';
import type { WorkRequest } from '../../../../src/core/request.ts';
import {
  afterRequest,
  answerLine,
  lineSettling,
  type RequestedGoal,
  reasonNoGoal,
  withSettled,
} from '../../../../src/core/work/settle-requests.ts';
import { checkpoint, EMPTY_STATE } from '../../report/sample.ts';
import { sampleGoal, sampleRequest } from '../sample-goal.ts';

const PAUSE = { reason: 'holidays', at: '2026-11-20T03:00:00Z', by: 'octocat' };
const RUNNING = checkpoint('docs-index');
const PAUSED = checkpoint('docs-index', { pause: PAUSE });
const THERE: RequestedGoal = { goal: sampleGoal(), badFile: null, checkpoint: RUNNING };
const askedFor = (by: string) => `asked for by ${by}`;

interface Case {
  readonly what: string;
  readonly request: Partial<WorkRequest>;
  readonly known?: Partial<RequestedGoal>;
  /** The event and its reason, or its outcome; null: it waits for a lease. */
  readonly line: string | null;
}

const CASES: readonly Case[] = [
  { what: 'a run of a goal', request: {}, line: null },
  { what: 'a run of an unknown goal', request: {}, known: { goal: undefined }, line: 'unknown_goal' },
  {
    what: 'a run of a goal whose file is not valid',
    request: {},
    known: { goal: undefined, badFile: 'goals/docs-index.yml' },
    line: 'bad_file',
  },
  {
    what: 'a run of a disabled goal',
    request: {},
    known: { goal: sampleGoal({ enabled: false }) },
    line: 'disabled',
  },
  { what: "a person's run of a paused goal", request: {}, known: { checkpoint: PAUSED }, line: null },
  {
    what: "an event's run of a paused goal",
    request: { origin: 'event' },
    known: { checkpoint: PAUSED },
    line: 'paused',
  },
  {
    what: 'a run that was begun before the goal was paused',
    request: { begun_epoch: 4 },
    known: { checkpoint: PAUSED },
    line: 'paused',
  },
  { what: 'a pause', request: { kind: 'pause' }, line: 'served paused' },
  {
    what: 'a pause of a goal that has no file any more',
    request: { kind: 'pause' },
    known: { goal: undefined },
    line: 'served paused',
  },
  {
    what: 'a pause of a goal that nobody knows',
    request: { kind: 'pause' },
    known: { goal: undefined, checkpoint: undefined },
    line: 'unknown_goal',
  },
  {
    what: 'a resume',
    request: { kind: 'resume' },
    known: { checkpoint: PAUSED },
    line: 'served resumed',
  },
  { what: 'a resume of a goal that is not paused', request: { kind: 'resume' }, line: 'not_paused' },
];

test.each(CASES)('$what', ({ request, known, line }) => {
  const settled = lineSettling(sampleRequest(request), { ...THERE, ...known });
  const said =
    settled?.event === 'request_answered'
      ? settled.why.kind
      : settled?.event === 'request_served'
        ? `served ${'kind' in settled.outcome ? settled.outcome.kind : ''}`
        : null;
  expect(said).toBe(line);
});

test('a pause keeps its reason, or says who asked for it', () => {
  const pause = sampleRequest({ kind: 'pause' });
  expect(afterRequest(RUNNING, { ...pause, reason: 'holidays' }, askedFor).pause?.reason).toBe('holidays');
  expect(afterRequest(RUNNING, pause, askedFor).pause?.reason).toBe('asked for by octocat');
  expect(afterRequest(PAUSED, sampleRequest({ kind: 'resume' }), askedFor).pause).toBeNull();
  expect(afterRequest(RUNNING, sampleRequest(), askedFor)).toBe(RUNNING);
});

test('requests that are settled are removed, and a goal that nobody knows gets no checkpoint', () => {
  const pause = sampleRequest({ id: '1', kind: 'pause' });
  const run = sampleRequest({ id: '2', goal: 'unknown' });
  const later = sampleRequest({ id: '3' });
  const state = { ...EMPTY_STATE, requests: { 1: pause, 2: run, 3: later } };
  const after = withSettled(state, [pause, run], askedFor);
  expect(Object.keys(after.requests)).toEqual(['3']);
  expect(Object.keys(after.checkpoints)).toEqual(['docs-index']);
});

test('an answer names its goal and its reason', () => {
  const why = reasonNoGoal('docs-index', null);
  expect(answerLine(sampleRequest(), why)).toMatchObject({
    goal: 'docs-index',
    why: { kind: 'unknown_goal' },
  });
});
