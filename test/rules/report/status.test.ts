import { describe, expect, it } from 'vitest';
import { createPaint } from '../../../src/commands/terminal/style.ts';
import type { State } from '../../../src/core/state.ts';
import { statusAnswers } from '../../../src/report/status/status-answers.ts';
import { type StatusInput, statusReport } from '../../../src/report/status/status-facts.ts';
import { statusPage } from '../../../src/report/status/status-page.ts';
import { statusText } from '../../../src/report/status/status-text.ts';
import { displayWidth } from '../../../src/report/words/display-width.ts';
import type { PageTarget } from '../../../src/report/words/github-pages.ts';
import { asMasked } from '../../support/as-masked.ts';
import {
  checkpoint,
  draftRecord,
  EMPTY_STATE,
  goalStatus,
  item,
  lease,
  logEntry,
  NOW,
  openWindow,
  statusInput,
  sums,
} from './sample.ts';

const LAST_WAKE = {
  id: 'w-1',
  url: null,
  trigger: 'schedule',
  started_at: '2026-11-22T03:01:00Z',
  ended_at: '2026-11-22T03:05:30Z',
  ending: 'worked',
} as const;

const STUCK = {
  goal: 'broken-links',
  cause: 'item_stuck',
  title: 'Wakeful: broken-links has a task that used up its attempts',
  body: '',
  raised_at: '2026-11-22T03:05:00Z',
  wanted: true,
  issue: 9,
  shown: null,
  known: false,
} as const;

const BUSY: State = {
  ...EMPTY_STATE,
  status: {
    ...EMPTY_STATE.status,
    last_wake: LAST_WAKE,
    seen_at: '2026-11-22T03:05:30Z',
    goals: {
      'docs-index': goalStatus(),
      'broken-links': goalStatus({ ending: 'item_stuck', next_due: '2026-11-23T04:00:00Z' }),
    },
  },
  budget: {
    version: 1,
    days: {
      '2026-11-21': { 'docs-index': sums(99, 99, 99) },
      '2026-11-22': { 'docs-index': sums(12_340, 0, 5) },
    },
    months: { '2026-11': { 'docs-index': sums(200_000, 1_230_000, 50), todo: sums(12_340, 0, 5) } },
  },
  checkpoints: {
    'docs-index': checkpoint('docs-index', {
      drafts: {
        a: draftRecord(),
        b: draftRecord({ outcome: 'merged' }),
        c: draftRecord({ outcome: 'closed' }),
      },
    }),
    'broken-links': checkpoint('broken-links', {
      consecutive_failures: 3,
      window: openWindow('2026-11-22T03:00:00Z', ['a@1', 'b@1']),
      items: { 'a@1': item({ status: 'stuck' }) },
    }),
  },
  alerts: {
    version: 1,
    alerts: {
      'broken-links/item_stuck': STUCK,
      'todo/failing': {
        goal: 'todo',
        cause: 'failing',
        title: 'over',
        body: '',
        raised_at: '2026-11-20T03:05:00Z',
        wanted: false,
        issue: 8,
        shown: null,
        known: false,
      },
    },
  },
};

const GOALS = [
  { id: 'docs-index', title: 'Keep the docs index complete' },
  { id: 'broken-links', title: 'Mend broken links' },
  { id: 'todo', title: 'Digest of TODO comments' },
];

const answersOf = (input: StatusInput) => statusAnswers(statusReport(input), input, 'github');

function answer(question: string, change: Partial<StatusInput>): string {
  const found = answersOf(statusInput({ goals: GOALS, ...change })).find(
    (each) => each.question === question,
  );
  return found?.answer ?? `no answer to ${question}`;
}

const withState = (change: Partial<State>): Partial<StatusInput> => ({
  state: asMasked({ ...EMPTY_STATE, ...change }),
});

describe('the status page', () => {
  it('answers what a person asks, then shows goals, alerts and the last sentences', () => {
    const recent = [
      logEntry(),
      logEntry({ ts: '2026-11-22T03:05:13Z', level: 'warn', message: 'Refused a path.' }),
    ];
    expect(statusPage(statusInput({ state: BUSY, goals: GOALS, recent }))).toBe(`# Wakeful: acme/site

**Some things need you: 1 draft to review and 1 problem.** As of 22 Nov 2026 03:10 UTC. If that is more than 6 hours ago, nothing starts the agent any more: look at the page *Actions*. The agent writes this page anew at least once an hour, so edits here are lost.

## Needs you

- **broken-links has a task that used up its attempts** ([read alert #\u200B9](https://github.com/acme/site/issues/9)). Since 22 Nov 03:05; 3 failures in a row.
  - To do: Edit the goal file. If a limit was in the way, raise it there. Or ask for new attempts with the comment \`/wakeful run broken-links\`. Or change what the task is about: a new version gets new attempts.
- **Review draft #\u200B7: Keep the docs index complete** ([open #\u200B7](https://github.com/acme/site/pull/7)). By docs-index, waiting since 22 Nov 03:05; 1 file, 12 lines.

Merge a draft, or close it without merging to reject it. If you reject it, a comment with your reason helps the next one.

## Since yesterday

- 1 run had something to do.
- No run failed or died, and nothing was spent.

## Goals

- **Last run:** 22 Nov 2026 03:01 UTC, started by the schedule (run w-1). The work is done (\`worked\`).
- **Running:** No goal is being worked on.
- **Failing:** broken-links failed 3 times in a row.
- **Backlog:** 1 task left, 1 more than a day ago. The oldest has been due since 22 Nov 03:00. 1 task is stuck and waits for you.
- **Stopped:** No. To stop it: write the comment \`/wakeful stop <reason>\` on any issue or pull request.

| Goal | Last result | Tasks left | Next due (UTC) | Open drafts | Drafts so far |
|---|---|---|---|---|---|
| Mend broken links (\`broken-links\`) | [task stuck](https://github.com/acme/site/blob/HEAD/docs/endings.md#item_stuck), 22 Nov 03:05 | 1, 1 stuck | 23 Nov 04:00 | – | none |
| Keep the docs index complete (\`docs-index\`) | [done](https://github.com/acme/site/blob/HEAD/docs/endings.md#worked), 22 Nov 03:05 | 0 | 22 Nov 06:00 | [#\u200B7](https://github.com/acme/site/pull/7) | 1 of 2 merged, 1 closed, 1 waiting |
| Digest of TODO comments (\`todo\`) | not run yet | 0 | – | – | none |

## What comes next

- **Next:** The next run goes on with broken-links. docs-index is due next: 22 Nov 2026 06:00 UTC, in 2 h 50 min.
  - 22 Nov 06:00: \`docs-index\`
  - 23 Nov 04:00: \`broken-links\`, with tasks that are left

## Spent

- **Spent:** Today 12,340 of 500,000 tokens in 5 model calls. This month 212,340 of 5,000,000 tokens and $1.23 in 55 model calls.

| Goal | Tokens today | Tokens this month | Dollars this month | Lost with runs that died |
|---|--:|--:|--:|--:|
| \`docs-index\` | 12,340 | 200,000 | $1.23 | – |
| \`todo\` | 0 | 12,340 | no price | – |

## What the log says

- 22 Nov 03:05:13 **warn** \`docs-index\` Refused a path.

The whole log of today is in [state/log/2026-11-22.jsonl](state/log/2026-11-22.jsonl). What each goal has done is in [state/checkpoints](state/checkpoints). This branch, \`wakeful-state\`, is never merged.
`);
  });

  it('has something to say before the first wake', () => {
    const page = statusPage(statusInput());
    expect(page).toContain('- **Last run:** It has not run yet.');
    expect(page).toContain('There are no goals yet.');
    expect(page).toContain('**The agent has not run yet.**');
    expect(page).toContain('## Needs you\n\nNothing.');
    expect(page).toContain('## What the log says\n\nNothing yet.');
  });

  it('leaves text of others without effect: each goal stays one row, each sentence one line', () => {
    const evil = 'x | y\n## z <script>alert(1)</script> [a](https://evil.example) @octocat ![b](http://e)';
    const state: State = {
      ...BUSY,
      stop: evil,
      checkpoints: { 'docs-index': checkpoint('docs-index', { pause: { reason: evil, at: '', by: evil } }) },
      status: { ...BUSY.status, goals: { 'docs-index': goalStatus({ title: evil, detail: evil }) } },
      alerts: {
        version: 1,
        alerts: Object.fromEntries(
          Object.entries(BUSY.alerts.alerts).map(([key, alert]) => [key, { ...alert, title: evil }]),
        ),
      },
    };
    const goals = [{ id: 'docs-index', title: evil }];
    const page = statusPage(
      statusInput({ state, goals, recent: [logEntry({ message: evil, goal: 'docs-index' })] }),
    );
    expect(page.match(/^#/gm)).toHaveLength(7);
    expect(page.match(/^\|/gm)).toHaveLength(7);
    expect(page).not.toMatch(/<script|@octocat|https?:\/\/e/);
    expect(page).not.toMatch(/(?<!\\)\[a\\?\]/);
    for (const row of page.split('\n').filter((line) => line.startsWith('|'))) {
      expect([6, 7]).toContain(row.match(/(?<!\\)\|/g)?.length);
    }
  });

  it('does not grow with the history', () => {
    const months = Object.fromEntries(
      Array.from({ length: 500 }, (_, n) => [`20${n}-01`, { todo: sums(1, 1, 1) }]),
    );
    const drafts = Object.fromEntries(
      Array.from({ length: 500 }, (_, n) => [
        `${n}`,
        draftRecord({ outcome: n % 2 === 0 ? 'merged' : 'open' }),
      ]),
    );
    const alerts = Object.fromEntries(
      Array.from({ length: 500 }, (_, n) => [
        `${n}`,
        {
          goal: 'todo',
          cause: 'x',
          title: 't',
          body: '',
          raised_at: '',
          wanted: true,
          issue: n,
          shown: null,
          known: false,
        },
      ]),
    );
    const long: State = {
      ...BUSY,
      budget: { version: 1, days: {}, months },
      checkpoints: { 'docs-index': checkpoint('docs-index', { drafts }) },
      alerts: { version: 1, alerts },
    };
    const recent = Array.from({ length: 5_000 }, () => logEntry({ message: 'x'.repeat(5_000) }));
    const page = statusPage(statusInput({ state: asMasked(long), goals: GOALS, recent }));
    expect(page.length).toBeLessThan(15_000);
    expect(page).toContain('[#\u200B7](https://github.com/acme/site/pull/7), 247 more |');
    expect(page).toContain('- And 730 more: see `state/alerts.json` and `state/checkpoints`.');
  });

  it('shows 200 goals at most, those that need a person first', () => {
    const goals = Array.from({ length: 1_000 }, (_, n) => ({
      id: `goal-${String(n).padStart(4, '0')}`,
      title: 'T',
    }));
    const state: State = {
      ...EMPTY_STATE,
      status: { ...EMPTY_STATE.status, goals: { 'goal-0999': goalStatus({ ending: 'bad_goal' }) } },
    };
    const page = statusPage(statusInput({ state, goals }));
    expect(page.match(/^\| T /gm)).toHaveLength(200);
    expect(page.indexOf('goal-0999')).toBeLessThan(page.indexOf('goal-0000'));
    expect(page).toContain('800 more goals: see `state/status.json`.');
  });
});

describe('running or stuck', () => {
  it('follows from the leases', () => {
    const leases = { 'docs-index': lease() };
    const state = { lock: { ...EMPTY_STATE.lock, leases } };
    expect(answer('Running', withState(state))).toBe(
      'Yes. Run w-2 has worked on docs-index since 22 Nov 03:08. Its lock ends at 22 Nov 03:21; if it still shows here long after that, the run has died.',
    );
    expect(answer('Running', { ...withState(state), now: Date.parse('2026-11-22T03:22:00Z') })).toMatch(
      /^Yes/,
    );
    expect(answer('Running', { ...withState(state), now: Date.parse('2026-11-22T03:22:01Z') })).toBe(
      'Stuck. Run w-2 has held the lock of docs-index since 22 Nov 03:08, and the lock ended at 22 Nov 03:21. The next run takes over.',
    );
  });

  it('shows a later sign of life than the last wake', () => {
    const status = { ...EMPTY_STATE.status, last_wake: LAST_WAKE, seen_at: '2026-11-22T03:09:00Z' };
    expect(answer('Last run', withState({ status }))).toMatch(
      / The agent last looked for work on 22 Nov 2026 03:09 UTC\.$/,
    );
  });
});

describe('stopped', () => {
  it('comes first and says how to resume, when it was stopped on the branch', () => {
    const input = statusInput(withState({ stop: 'too many drafts\n' }));
    expect(answersOf(input)[0]?.answer).toBe(
      'Yes: too many drafts. To resume: write the comment `/wakeful resume` on any issue or pull request, or delete `state/STOP` on the state branch.',
    );
    expect(answer('Next', withState({ stop: 'x' }))).toBe('Nothing runs until the stop is removed.');
  });

  it('says so for an empty stop file too', () => {
    expect(answer('Stopped', withState({ stop: '' }))).toMatch(/^Yes: no reason given\./);
  });

  it('names the variable, when that is what stops it', () => {
    const status = { ...EMPTY_STATE.status, stop: { reason: 'holidays', since: '2026-11-20T10:00:00Z' } };
    expect(answer('Stopped', withState({ status }))).toBe(
      'Yes since 20 Nov 2026 10:00 UTC: holidays. To resume: delete the variable `WAKEFUL_STOP`. Any value of it stops the agent, even `false`.',
    );
  });
});

describe('stopped in more than one place', () => {
  const since = '2026-11-20T10:00:00Z';

  it('names the variable and the workflow as well, and each in the way back', () => {
    const stop = { reason: 'holidays', since, variable: 'a freeze', disabled: ['wake.yml'] };
    const input = statusInput(withState({ stop: 'holidays\n', status: { ...EMPTY_STATE.status, stop } }));
    expect(answersOf(input)[0]?.answer).toBe(
      'Yes since 20 Nov 2026 10:00 UTC: holidays. The variable `WAKEFUL_STOP` is set as well: a freeze. The stop has disabled wake.yml too. ' +
        'To resume: write the comment `/wakeful resume` on any issue or pull request, or delete `state/STOP` on the state branch, delete the variable and enable wake.yml.',
    );
  });

  it('says that no tick wakes it where its workflow is disabled without a stop', () => {
    const record = {
      ...{ goal: '_agent', cause: 'workflow_disabled', title: 't', body: '', raised_at: since, wanted: true },
      ...{ issue: 1, shown: 'x', known: false, detail: 'The workflow wake.yml is disabled.' },
    };
    const alerts = { version: 1, alerts: { '_agent/workflow_disabled': record } };
    const input = statusInput(withState({ alerts }));
    expect(answersOf(input)[0]).toEqual({
      question: 'Stopped',
      answer: 'No stop is set, but the schedule does not start it. The workflow wake.yml is disabled.',
      tone: 'warn',
    });
    expect(answer('Next', withState({ alerts }))).toMatch(
      /^The schedule does not start it while its workflow is disabled\./,
    );
    const gone = { version: 1, alerts: { '_agent/workflow_disabled': { ...record, wanted: false } } };
    expect(answer('Stopped', withState({ alerts: gone }))).toMatch(/^No\. /);
  });
});

describe('spent', () => {
  it('counts what is set aside, and shows dollars where they are limited', () => {
    const day = { todo: { ...sums(10, 12_300, 1), reserved_tokens: 50_000 } };
    const budget = { version: 1, days: { '2026-11-22': day }, months: {} };
    const limits = { tokensPerDay: 500_000, tokensPerMonth: 5_000_000, usdPerDay: 1, usdPerMonth: 10 };
    expect(
      answer('Spent', { ...withState({ budget }), settings: { ...statusInput().settings, budget: limits } }),
    ).toBe(
      'Today 10 of 500,000 tokens and $0.0123 of $1.00 in 1 model call; 50,000 more are set aside. ' +
        'This month 0 of 5,000,000 tokens and $0 of $10.00 in 0 model calls.',
    );
  });
});

describe('next', () => {
  it('leaves paused goals out and mentions waiting requests', () => {
    const status = {
      ...EMPTY_STATE.status,
      goals: { 'docs-index': goalStatus(), todo: goalStatus({ next_due: '2026-11-23T00:00:00Z' }) },
    };
    const pause = { reason: 'three drafts undid each other', at: '2026-11-22T00:00:00Z', by: 'wakeful' };
    const request = {
      version: 1,
      id: 'r1',
      kind: 'run',
      goal: 'todo',
      origin: 'person',
      by: 'ann',
      at: '',
      reason: '',
    } as const;
    const change = withState({
      status,
      checkpoints: { 'docs-index': checkpoint('docs-index', { pause }) },
      requests: { r1: request },
    });
    expect(answer('Next', change)).toBe(
      'The next run serves 1 request. todo is due next: 23 Nov 2026 00:00 UTC, in 20 h 50 min.',
    );
    expect(answer('Failing', change)).toBe('docs-index is paused: Three drafts undid each other.');
  });

  it('says when no slot is planned', () => {
    expect(answer('Next', {})).toBe('Nothing is scheduled.');
  });

  it('tells a goal whose time has come as due, not as a slot in the past', () => {
    const goals = {
      todo: goalStatus({ next_due: '2026-11-22T03:09:59Z' }),
      'docs-index': goalStatus({ next_due: '2026-11-22T03:10:00Z' }),
    };
    const change = withState({ status: { ...EMPTY_STATE.status, goals } });
    expect(answer('Next', change)).toBe('docs-index and todo are due now.');
    const later = { ...goals, 'docs-index': goalStatus() };
    const mixed = withState({ status: { ...EMPTY_STATE.status, goals: later } });
    expect(answer('Next', mixed)).toMatch(/^todo is due now\. docs-index is due next: 22 Nov 2026/);
    const input = statusInput({ goals: GOALS, ...mixed });
    expect(statusPage(input)).toContain(
      '(`todo`) | [done](https://github.com/acme/site/blob/HEAD/docs/endings.md#worked), 22 Nov 03:05 | 0 | now | – | none |',
    );
    const text = statusText(input, 'x', { width: 80, paint: createPaint(false) });
    expect(text).toMatch(/\ntodo +done +22 Nov 03:05 +0 +now +none\n/);
  });
});

describe('the status command', () => {
  const style = { width: 80, paint: createPaint(false) };

  it('gives the same answers within 80 columns', () => {
    const text = statusText(
      statusInput({ state: BUSY, goals: GOALS }),
      'Reading origin, branch wakeful-state.',
      style,
    );
    expect(text).toContain(`Reading origin, branch wakeful-state.
As of 22 Nov 2026 03:10 UTC.

Some things need you: 1 draft to review and 1 problem.
`);
    expect(text).toContain(`
Last run  22 Nov 2026 03:01 UTC, started by the schedule (run w-1). The work is
          done (worked).
Running   No goal is being worked on.
`);
    expect(text).toContain(`
Goal          Last result  At (UTC)            Left  Next due      Drafts
broken-links  task stuck   22 Nov 03:05  1, 1 stuck  23 Nov 04:00  none
docs-index    done         22 Nov 03:05           0  22 Nov 06:00  1 of 2 merge…
todo          not run yet  –                      0  –             none
`);
    for (const line of text.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(80);
  });

  it('names every open alert, with what was seen, what is to be done and where to read it', () => {
    const seen = 'docs/a.md: call_limit. All 3 model calls of this task are used up (limits.model_calls).';
    const record = { ...STUCK, detail: `${seen}\nmore` };
    const state = { ...BUSY, alerts: { version: 1, alerts: { 'broken-links/item_stuck': record } } };
    const pageOf = ({ kind, number }: PageTarget) => `.wakeful/github/${kind}s/${number}.md`;
    expect(statusText(statusInput({ state, goals: GOALS, pageOf }), 'x', style)).toContain(`
Needs you
  #9 broken-links has a task that used up its attempts
    Since 22 Nov 03:05; 3 failures in a row. docs/a.md: call_limit. All 3 model
    calls of this task are used up (limits.model_calls).
    To do: Edit the goal file. If a limit was in the way, raise it there. Or ask
    for new attempts with the comment /wakeful run broken-links. Or change what
    the task is about: a new version gets new attempts.
    Read it: .wakeful/github/issues/9.md
  Review draft #7: Keep the docs index complete
    By docs-index, waiting since 22 Nov 03:05; 1 file, 12 lines.
    Read it: .wakeful/github/drafts/7.md
  Merge a draft, or close it without merging to reject it. If you reject it, a
  comment with your reason helps the next one.

Since yesterday`);
    expect(statusText(statusInput({ goals: GOALS }), 'x', style)).not.toContain('Needs you');
  });

  it('says of an alert who tells it: its own issue, that for several, or none yet; and that it is known', () => {
    const alerts = {
      'a/failing': { ...STUCK, goal: 'a', title: 'a fails', issue: null },
      'b/failing': { ...STUCK, goal: 'b', title: 'b fails', issue: null, folded: true },
      'c/failing': { ...STUCK, goal: 'c', title: 'c fails', known: true },
      '_agent/folded': { ...STUCK, goal: '_agent', cause: 'folded', title: 'more', issue: 12 },
      'd/of_the_future': { ...STUCK, goal: 'd', cause: 'of_the_future', title: 'd wonders', issue: 13 },
    };
    const state = { ...EMPTY_STATE, alerts: { version: 1, alerts } };
    const text = statusText(statusInput({ state }), 'x', style);
    for (const line of ['a fails', '#12 b fails', '#9 c fails', '#13 d wonders'])
      expect(text).toContain(`\n  ${line}\n`);
    expect(text).toContain('Since 22 Nov 03:05. It has no issue yet.');
    expect(text).toContain('Since 22 Nov 03:05. Its issue was closed by a person.');
  });

  it('lets no text of others move the cursor', () => {
    const text = statusText(statusInput({ ...withState({ stop: '\u001B[2Jgone\rback' }) }), 'x', style);
    expect(text).toContain('Yes: gone back.');
    for (const control of ['\r', '\u001B']) expect(text).not.toContain(control);
  });

  it('has its own moment', () => {
    expect(statusText(statusInput({ now: NOW + 60_000 }), 'x', style)).toContain(
      'As of 22 Nov 2026 03:11 UTC.',
    );
  });
});
