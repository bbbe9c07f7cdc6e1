import { describe, expect, test } from 'vitest';
import { settingsInUse } from '../../../src/config/settings/settings-file.ts';
import { ENDINGS, type Ending } from '../../../src/core/ending.ts';
import type { SwitchPart } from '../../../src/core/health/switch-part.ts';
import { NO_SLOTS } from '../../../src/core/state.ts';
import { goalsPreview } from '../../../src/report/goals/goals-preview.ts';
import { goalsText } from '../../../src/report/goals/goals-text.ts';
import { triggersText } from '../../../src/report/goals/triggers-text.ts';
import { annotationsOf } from '../../../src/report/job/annotations.ts';
import { jobSummary } from '../../../src/report/job/job-summary.ts';
import { ATTEMPT_TEXTS } from '../../../src/report/log/attempt-texts.ts';
import { RESULT_TEXTS } from '../../../src/report/log/result-texts.ts';
import { alertText } from '../../../src/report/on-github/alert.ts';
import { ALERT_CAUSES, type AlertCause } from '../../../src/report/on-github/alert-causes.ts';
import { commentReply } from '../../../src/report/on-github/comment-reply.ts';
import {
  mergeCommitMessage,
  stateCommitMessage,
  workCommitMessage,
} from '../../../src/report/on-github/commit-message.ts';
import { commentText, newIssueText } from '../../../src/report/on-github/issue-words.ts';
import { draftText, SECOND_DRAFT } from '../../../src/report/on-github/pull-request.ts';
import { STATE_COMMITS } from '../../../src/report/on-github/state-commits.ts';
import { COMMENT_TEXTS, MIGRATE_TEXTS, REQUEST_TEXTS } from '../../../src/report/oversight/request-texts.ts';
import { STOP_TEXTS } from '../../../src/report/oversight/stop-texts.ts';
import { GOAL_NOTES, LIMIT_DESCRIPTIONS } from '../../../src/report/problems/goal-notes.ts';
import { SETTINGS_COUNTS, SETTINGS_NOTES } from '../../../src/report/problems/settings-notes.ts';
import { statusPage } from '../../../src/report/status/status-page.ts';
import { statusText } from '../../../src/report/status/status-text.ts';
import { TRIGGER_TEXTS } from '../../../src/report/terminal/command-texts.ts';
import { rehearsalReport } from '../../../src/report/terminal/rehearsal.ts';
import { endingWords } from '../../../src/report/words/ending-words.ts';
import { PAUSE_REASONS } from '../../../src/report/words/pause-reasons.ts';
import { asMasked } from '../../support/as-masked.ts';
import { goalWith } from '../../support/core-samples.ts';
import {
  checkpoint,
  draftRecord,
  EMPTY_STATE,
  goalResult,
  goalStatus,
  LIMITS,
  lease,
  NOW,
  openWindow,
  statusInput,
  wakeResult,
} from './sample.ts';

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

/** Without code, addresses and names of files. */
function prose(text: string): string {
  return text
    .replace(/`[^`]*`/g, '')
    .replace(/\]\([^)]*\)/g, ']')
    .replace(/\w+\.yml/g, '');
}

function expectPlain(text: string): void {
  expect(prose(text)).not.toMatch(CODE_WORDS);
  expect(prose(text)).not.toMatch(UNDERSCORED);
}

function resultOf(ending: Ending) {
  const detail = endingWords(ending);
  return wakeResult({ ending, detail, goals: [goalResult({ ending, detail })] });
}

function withoutMarker(text: string): string {
  return text.replace(/<!--.*-->/s, '');
}

/** Trailers are for programs. */
function withoutTrailers(message: string): string {
  return message.replace(/^Wakeful-.*$/gm, '');
}

/** Every text of a table; of functions what they give for plain values. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (isWording(value)) return textsIn(tryCall(value));
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

type Wording = (...values: unknown[]) => unknown;

function isWording(value: unknown): value is Wording {
  return typeof value === 'function';
}

/** What stands in for any value: a text, a number and a record of these. */
function tryCall(text: Wording): unknown {
  const samples: readonly unknown[] = [
    'x',
    3,
    ['x'],
    { kind: 'full', files: 1, lines: 1, name: 'x', tokens: 1, usdMicros: 1, tightest: 'wake' },
  ];
  for (const sample of samples) {
    try {
      return text(sample, sample, sample);
    } catch {
      // Made for another kind of value.
    }
  }
  return '';
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
    expectPlain(
      rehearsalReport(
        { result, now: NOW, model, program: 'npm start --', slotsPerMonth: { 'docs-index': 9 } },
        STYLE,
      ),
    );
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

  test.each(ALL)('in a draft of which a task ended as %s', (ending) => {
    const { title, body } = draftText(
      asMasked({
        goal: { id: 'docs-index', file: 'goals/docs-index.yml', title: 'Keep it', objective: 'Keep it.' },
        subject: null,
        window: draftRecord().window,
        summaries: [{ title: 'docs/a.md', ending, summary: '' }],
        checks: [],
        spent: { tokens: 1, usdMicros: 1, calls: 1 },
        limits: LIMITS,
        wake: { id: '1-1', url: null },
        incomplete: endingWords(ending),
        notes: asMasked({ running: [], unseen: [], shortened: [], tests: [] }),
        model: 'gpt-5-mini',
        marker: 'm',
      }),
    );
    expectPlain(`${title} ${withoutMarker(body)}`);
    expectPlain(SECOND_DRAFT);
  });

  test.each(ALL)('in the commits of a run that ended as %s', (ending) => {
    const origin = { wake: '1-1', epoch: 1, step: 1, nonce: 'n' };
    const subjects = [
      STATE_COMMITS.lock(1, '2026-11-22T03:00:00Z'),
      STATE_COMMITS.unlock(ending),
      STATE_COMMITS.lockAlerts(),
      STATE_COMMITS.unlockAlerts(),
      STATE_COMMITS.saveItem(null, ending),
      STATE_COMMITS.saveItem('docs/a.md', ending),
      STATE_COMMITS.giveAttemptBack(null),
      STATE_COMMITS.continueOn('wakeful/a'),
      STATE_COMMITS.storeEvent('push'),
      STATE_COMMITS.settleRequests(),
      STATE_COMMITS.showLife(),
      STATE_COMMITS.endRun(ending),
    ];
    for (const what of subjects) {
      expectPlain(withoutTrailers(stateCommitMessage(asMasked({ ...origin, goal: 'docs-index', what }))));
    }
    const goal = { id: 'docs-index', title: 'Keep it' };
    const work = { ...origin, prefix: 'wakeful: ', goal, item: null, summary: '' };
    expectPlain(withoutTrailers(workCommitMessage(asMasked(work))));
    const merge = { ...origin, prefix: 'wakeful: ', goal: 'docs-index', from: 'main', into: 'wakeful/a' };
    expectPlain(withoutTrailers(mergeCommitMessage(asMasked(merge))));
  });

  test('in comments and issues of the agent, and in its answers', () => {
    const by = asMasked({ file: 'goals/a.yml', wake: { id: '1-1', url: null }, marker: 'm' });
    const issue = newIssueText(asMasked({ title: 'Title', body: 'Text.' }), by);
    for (const text of [issue.title, issue.body, commentText(asMasked('Text.'), by)])
      expectPlain(withoutMarker(text));
    const byHand = { what: STOP_TEXTS.byHand.variable('delete'), address: null };
    const parts: readonly SwitchPart[] = [
      { part: 'variable', outcome: 'changed', detail: 'It is set.', byHand },
    ];
    expectPlain(withoutMarker(commentReply(1, asMasked({ detail: '', parts }))));
    for (const text of textsIn([REQUEST_TEXTS, COMMENT_TEXTS, MIGRATE_TEXTS, STOP_TEXTS])) expectPlain(text);
  });

  test('in why a goal or a task ended as it did', () => {
    for (const text of textsIn([RESULT_TEXTS, ATTEMPT_TEXTS, PAUSE_REASONS])) expectPlain(text);
  });

  const goals = [
    goalWith({ id: 'a', on: ['push'], when: { queueAtLeast: 2 }, limits: { ...LIMITS, usdPerDay: 1 } }),
    goalWith({ id: 'b', forEach: { kind: 'issues', labels: ['bug'], drafts: 'per_item' } }),
    goalWith({ id: 'c', forEach: { kind: 'files', pattern: '**', changed: true, drafts: 'together' } }),
    goalWith({ id: 'd', schedule: { kind: 'once' }, enabled: false }),
  ];
  const { settings } = settingsInUse(null);

  test('in the preview of goals', () => {
    const tree = { settings, hasValidSettings: true, unusable: ['e'], problems: ['A problem.'] };
    const before = { ...tree, goals: goals.slice(1), goalProblems: [], hasNone: false };
    const after = { ...before, goals: goals.map((goal) => ({ ...goal, model: 'other', objective: 'New.' })) };
    const preview = goalsPreview(asMasked({ before, after, comparedWith: 'main', now: NOW }));
    expect(preview).toContain('What changes');
    expectPlain(preview);
  });

  test('in the lists of goals and of triggers', () => {
    const counters = { ...NO_SLOTS, ran: 1, caught_up: 1, missed: 1, skipped: 1, overlapped: 1 };
    const window = openWindow('2026-11-22T00:00:00Z', ['a@1']);
    const listings = goals.map((goal, n) => ({
      goal,
      nextSlots: [NOW],
      slots: n === 0 ? null : { goal, checkpoint: checkpoint(goal.id, { counters, window }), now: NOW },
    }));
    expectPlain(goalsText(listings, ['A problem.'], STYLE));
    const points = (['autonomous', 'reactive'] as const).flatMap((origin) =>
      [true, false].map((works) => ({
        origin,
        trigger: 'cron',
        where: 'a.yml:1',
        path: 'starts a run',
        works,
      })),
    );
    expectPlain(triggersText(points, STYLE));
    for (const text of textsIn([TRIGGER_TEXTS])) expectPlain(text);
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
