import { describe, expect, test } from 'vitest';
import { ENDINGS, type Ending } from '../../../src/core/ending.ts';
import { annotationsOf } from '../../../src/report/job/annotations.ts';
import { jobSummary } from '../../../src/report/job/job-summary.ts';
import { ALERT_CAUSES, type AlertCause, alertText } from '../../../src/report/on-github/alert.ts';
import { GOAL_NOTES, LIMIT_DESCRIPTIONS } from '../../../src/report/problems/goal-notes.ts';
import { SETTINGS_COUNTS, SETTINGS_NOTES } from '../../../src/report/problems/settings-notes.ts';
import { statusPage } from '../../../src/report/status/status-page.ts';
import { statusText } from '../../../src/report/status/status-text.ts';
import { rehearsalReport } from '../../../src/report/terminal/rehearsal.ts';
import { endingWords } from '../../../src/report/words/ending-words.ts';
import { asMasked } from '../../support/as-masked.ts';
import { EMPTY_STATE, goalResult, goalStatus, lease, NOW, statusInput, wakeResult } from './sample.ts';

/** Words of the code, which docs/design.md translates for people. */
const CODE_WORDS = /\b(wakes?|woken|items?|leases?|slots?|epochs?|checkpoints?|windows?|ticks?)\b/i;
const UNDERSCORED = new RegExp(
  Object.keys(ENDINGS)
    .filter((ending) => ending.includes('_'))
    .join('|'),
);
const STYLE = { width: 100, paint: (_: string, text: string) => text };
const ALL = Object.keys(ENDINGS) as Ending[];
const site = { serverUrl: 'https://github.com', repository: 'acme/site' };

/** Without code and without addresses. */
function prose(text: string): string {
  return text.replace(/`[^`]*`/g, '').replace(/\]\([^)]*\)/g, ']');
}

function expectPlain(text: string): void {
  expect(prose(text)).not.toMatch(CODE_WORDS);
  expect(prose(text)).not.toMatch(UNDERSCORED);
}

function resultOf(ending: Ending) {
  const detail = endingWords(ending);
  return wakeResult({ ending, detail, goals: [goalResult({ ending, detail })] });
}

describe('people read no word of the code', () => {
  test.each(ALL)('in what a run says that ended as %s', (ending) => {
    const result = resultOf(ending);
    for (const verdict of ['fine', 'needs_person', 'told_before'] as const) {
      const trigger = { kind: 'schedule', by: 'the schedule', reason: 'cron' };
      expectPlain(
        jobSummary(asMasked({ result, verdict, trigger, stop: asMasked(''), log: [], now: NOW, site })),
      );
      for (const { title, message } of annotationsOf(asMasked({ result, verdict, site }))) {
        expectPlain(`${title} ${message}`);
      }
    }
    const model = { kind: 'scripted' } as const;
    expectPlain(rehearsalReport({ result, now: NOW, model, slotsPerMonth: { 'docs-index': 9 } }, STYLE));
  });

  test.each(Object.keys(ALERT_CAUSES) as AlertCause[])('in an alert about %s', (cause) => {
    const goal = { id: 'docs-index', title: 'Keep the docs index complete' };
    const { title, body } = alertText(
      asMasked({
        goal,
        cause,
        detail: asMasked(''),
        since: asMasked('2026-11-22'),
        branch: asMasked('b'),
      }),
    );
    expectPlain(`${title} ${body.replace(/<!--.*-->/s, '')}`);
  });

  test.each(ALL)('in the status after a run that ended as %s', (ending) => {
    const state = {
      ...EMPTY_STATE,
      lock: { ...EMPTY_STATE.lock, leases: { 'docs-index': lease() } },
      status: { ...EMPTY_STATE.status, goals: { 'docs-index': goalStatus({ ending }) } },
    };
    const input = statusInput({ state, goals: [{ id: 'docs-index', title: 'Keep the index' }] });
    expectPlain(statusPage(input).replace(/^The whole log.*$/m, ''));
    expectPlain(statusText(input, 'x', STYLE));
  });

  test('in the descriptions of fields and limits', () => {
    const notes = [...Object.values(GOAL_NOTES), ...Object.values(SETTINGS_NOTES)];
    const descriptions = [...Object.values(LIMIT_DESCRIPTIONS), ...Object.values(SETTINGS_COUNTS)];
    for (const { description } of notes) expectPlain(description);
    for (const description of descriptions) expectPlain(description);
  });

  test.each(['A wake ended.', 'waiting_for_draft', '2 items'])('and the check notices it: %s', (text) => {
    expect(() => expectPlain(text)).toThrow();
  });
});
