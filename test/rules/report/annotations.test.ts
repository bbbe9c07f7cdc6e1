import { describe, expect, it } from 'vitest';
import type { AlertResult, FileProblem } from '../../../src/core/wake-result.ts';
import { type Annotation, annotationsOf } from '../../../src/report/job/annotations.ts';
import { asMasked } from '../../support/as-masked.ts';
import { wakeResult } from './sample.ts';

const site = { serverUrl: 'https://github.com', repository: 'acme/site' };
const PROBLEM: FileProblem = {
  file: 'goals/x.yml',
  line: 4,
  column: 3,
  message: 'unknown field `tilte`; did you mean title?',
  goal: 'x',
};
const ALERT: AlertResult = {
  goal: 'x',
  cause: 'bad_goal',
  title: 'Wakeful: x has a goal file that is not valid',
  issue: 7,
  opened: false,
  known: false,
};

function kinds(notes: readonly Annotation[]): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(Object.groupBy(notes, ({ kind }) => kind)).map(([kind, all]) => [kind, all?.length ?? 0]),
  );
}

describe('notes on a run', () => {
  it('are none where nothing needs to be seen', () => {
    expect(annotationsOf(asMasked({ result: asMasked(wakeResult()), verdict: 'fine', site }))).toEqual([]);
  });

  it('say why nothing was started', () => {
    const result = wakeResult({ ending: 'stopped', detail: 'WAKEFUL_STOP is set: holidays.' });
    expect(annotationsOf(asMasked({ result, verdict: 'fine', site }))).toEqual([
      {
        kind: 'notice',
        title: 'Wakeful: the agent is stopped',
        message: 'WAKEFUL_STOP is set: holidays.',
        place: null,
      },
    ]);
  });

  it('stand beside the line of the file that is wrong', () => {
    const result = wakeResult({
      ending: 'bad_goal',
      detail: 'A goal file is not valid.',
      problems: [PROBLEM],
      alerts: [{ ...ALERT, opened: true }],
    });
    expect(annotationsOf(asMasked({ result, verdict: 'needs_person', site }))).toEqual([
      {
        kind: 'error',
        title: 'Wakeful: goals/x.yml is not valid',
        message: 'A goal file is not valid.',
        place: null,
      },
      {
        kind: 'error',
        title: 'The goal file is not valid',
        message: PROBLEM.message,
        place: { file: 'goals/x.yml', line: 4, column: 3 },
      },
      {
        kind: 'notice',
        title: 'New alert',
        message: 'Wakeful: x has a goal file that is not valid. See https://github.com/acme/site/issues/7.',
        place: null,
      },
    ]);
  });

  it('are warnings with the open issue when it was told before', () => {
    const result = wakeResult({ ending: 'bad_goal', detail: 'Bad.', problems: [PROBLEM], alerts: [ALERT] });
    const notes = annotationsOf(asMasked({ result, verdict: 'told_before', site }));
    expect(kinds(notes)).toEqual({ warning: 2 });
    expect(notes[0]?.message).toBe(
      'Bad. An open issue says so already: https://github.com/acme/site/issues/7.',
    );
  });

  it.each([9, 10, 11, 500])('are never more of a kind than GitHub shows: %d problems', (amount) => {
    const problems = Array.from({ length: amount }, (_, line) => ({ ...PROBLEM, line }));
    const alerts = Array.from({ length: amount }, () => ({ ...ALERT, opened: true }));
    const result = wakeResult({ ending: 'bad_goal', problems, alerts });
    const notes = annotationsOf(asMasked({ result, verdict: 'needs_person', site }));
    expect(Math.max(...Object.values(kinds(notes)))).toBeLessThanOrEqual(10);
    const told = notes.filter(({ place }) => place !== null).length;
    const rest = notes.find(({ message }) => message.includes('more problem'));
    const left = amount - told === 1 ? '1 more problem' : `${amount - told} more problems`;
    expect(rest?.message).toBe(amount === told ? undefined : `And ${left}: see the job summary.`);
  });

  it('are one line each, whatever somebody wrote into the file', () => {
    const message = `a\n::error::forged\r${'x'.repeat(10_000)}`;
    const result = wakeResult({ ending: 'bad_goal', detail: message, problems: [{ ...PROBLEM, message }] });
    for (const note of annotationsOf(asMasked({ result, verdict: 'needs_person', site }))) {
      expect(note.message).toMatch(/^[Aa] ::error::forged x+…$/);
      expect(note.message.length).toBeLessThanOrEqual(2_000);
    }
  });
});
