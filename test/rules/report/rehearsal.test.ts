import { describe, expect, it } from 'vitest';
import { createPaint } from '../../../src/commands/terminal/style.ts';
import type { Goal } from '../../../src/core/goal.ts';
import type { Progress } from '../../../src/ports.ts';
import { goalsText } from '../../../src/report/goals/goals-text.ts';
import { autonomyOf, triggersText } from '../../../src/report/goals/triggers-text.ts';
import { liveLine, progressLine } from '../../../src/report/job/progress.ts';
import { logText } from '../../../src/report/terminal/log-text.ts';
import { monthCost, monthCostSentences } from '../../../src/report/terminal/month-cost.ts';
import { idleLines, isIdle, nightAlerts, nightTotal, tickLines } from '../../../src/report/terminal/night.ts';
import { rehearsalReport } from '../../../src/report/terminal/rehearsal.ts';
import { createTimeLine } from '../../../src/report/terminal/time-line.ts';
import { displayWidth } from '../../../src/report/words/display-width.ts';
import { goalResult, LIMITS, logEntry, NOW, wakeResult } from './sample.ts';

const STYLE = { width: 80, paint: createPaint(false) };
const DRAFT = {
  title: 'Keep the docs index complete',
  branch: 'wakeful/docs-index/2026-11-22t00-00-00z-0a1b2c3d-1',
  number: 1,
  url: '.wakeful/github/drafts/1.md',
  complete: true,
  files: [{ path: 'docs/index.md', added: 12, removed: 1 }],
};

function widest(text: string): number {
  return Math.max(...text.split('\n').map(displayWidth));
}

describe('the end of a rehearsal', () => {
  const worked = wakeResult({
    goals: [
      goalResult({ drafts: [DRAFT] }),
      goalResult({
        goal: 'broken-links',
        slot: '2026-11-16T04:00:00Z',
        ending: 'no_change',
        detail: 'there was nothing to change',
        items: { done: 3, total: 3 },
        spent: { tokens: 0, usdMicros: 0, calls: 0 },
      }),
    ],
  });

  it('shows goals, drafts, cost and what to try next', () => {
    const input = {
      result: worked,
      now: NOW,
      model: { kind: 'scripted' },
      program: 'npm start --',
      slotsPerMonth: { 'docs-index': 120 },
    } as const;
    expect(rehearsalReport(input, STYLE)).toBe(`Done: 1 draft to review, 0 problems.
docs-index is due next: 22 Nov 2026 06:00 UTC, in 2 h 50 min.

Goal          Due (UTC)     Result            Tasks  Calls  Tokens     Spent
docs-index    22 Nov 00:00  done                1/1      5  12,340  no price
broken-links  16 Nov 04:00  no change needed    3/3      0       0         –

broken-links: There was nothing to change.

Drafts
  #1 Keep the docs index complete
    branch wakeful/docs-index/2026-11-22t00-00-00z-0a1b2c3d-1
    docs/index.md  +12 -1
    read it: .wakeful/github/drafts/1.md

Cost
About 1,480,800 tokens in 30 days, if each of the 120 runs costs what these did.
To see dollars, give the model a price in .github/wakeful.yml. Without one, only
tokens are counted.
Not counted: broken-links.
A run costs nothing where nothing has changed since the one before, or while it
waits for a draft, and no month costs more than the budget in
.github/wakeful.yml.

Try next
  npm start -- log            what it did, line by line
  npm start -- status         how it is doing
  npm start -- --night        24 hours of scheduled runs
  npm start -- --fresh        start over
  OPENAI_API_KEY=… npm start  the same with a real model
`);
  });

  it('names a rehearsal on another repository in each command that it suggests', () => {
    const text = rehearsalReport(
      {
        result: worked,
        now: NOW,
        model: { kind: 'scripted' },
        program: 'npm start --',
        slotsPerMonth: {},
        elsewhere: { repo: "../my 'other'", goals: 'goals' },
      },
      STYLE,
    );
    const lines = text.slice(text.indexOf('Try next')).trimEnd().split('\n').slice(1);
    const repo = String.raw`--repo '../my '\''other'\'''`;
    expect(lines.map((line) => line.trim().split(/ {2,}/)[0])).toEqual([
      `npm start -- log ${repo}`,
      `npm start -- status ${repo}`,
      `npm start -- --night ${repo} --goals goals`,
      `npm start -- --fresh ${repo} --goals goals`,
      `OPENAI_API_KEY=… npm start -- ${repo} --goals goals`,
    ]);
  });

  it('says when the next slot is if nothing was due', () => {
    const result = wakeResult({ ending: 'nothing_due', detail: 'nothing was due' });
    const text = rehearsalReport(
      { result, now: NOW, model: { kind: 'real', name: 'x' }, program: 'npm start --', slotsPerMonth: {} },
      STYLE,
    );
    expect(text).toBe(`Nothing was due.
docs-index is due next: 22 Nov 2026 06:00 UTC, in 2 h 50 min.

Try next
  npm start -- goals          which goals it has, and when they are due
  npm start -- --night        24 hours of scheduled runs
  npm start -- --fresh        start over
`);
  });

  it('shows every problem, an unopened draft and an incomplete one', () => {
    const drafts = [
      { ...DRAFT, complete: false },
      {
        ...DRAFT,
        number: null,
        url: null,
        files: Array.from({ length: 10 }, (_, n) => ({ path: `${n}`, added: 1, removed: 0 })),
      },
    ];
    const result = wakeResult({
      goals: [goalResult({ drafts })],
      problems: [{ file: 'goals/x.yml', line: 4, column: 3, message: 'unknown field `tilte`', goal: 'x' }],
    });
    const text = rehearsalReport(
      { result, now: NOW, model: { kind: 'scripted' }, program: 'npm start --', slotsPerMonth: {} },
      STYLE,
    );
    expect(text).toContain('\ngoals/x.yml:4:3: unknown field `tilte`\n');
    expect(text).toContain('  #1 Keep the docs index complete (incomplete)\n');
    expect(text).toContain('  (not opened yet) Keep the docs index complete\n');
    expect(text).toContain('    7  +1 -0\n    and 2 more files\n');
  });

  it('says how to resume when it was stopped', () => {
    const result = wakeResult({ ending: 'stopped', detail: 'state/STOP is set: holidays.' });
    const text = rehearsalReport(
      { result, now: NOW, model: { kind: 'scripted' }, program: 'npm start --', slotsPerMonth: {} },
      STYLE,
    );
    expect(text).toContain('\nstate/STOP is set: holidays.\n');
    expect(text).toContain('Try next\n  npm start -- resume         remove the stop\n');
  });

  it.each([
    ['option', /npm start -- --repo ..\/x +the same without the stop\n/],
    ['environment', /unset WAKEFUL_STOP +remove the stop of this shell, then start again\n/],
  ] as const)('suggests nothing that could not work when the stop was played by %s', (playedStop, line) => {
    const result = wakeResult({ ending: 'stopped', detail: 'WAKEFUL_STOP is set: holidays.' });
    const elsewhere = { repo: '../x', goals: null };
    const facts = {
      result,
      now: NOW,
      model: { kind: 'scripted' },
      program: 'npm start --',
      slotsPerMonth: {},
    } as const;
    const text = rehearsalReport({ ...facts, playedStop, elsewhere }, STYLE);
    expect(text).toMatch(line);
    expect(text).not.toContain('resume');
  });

  it('tells what a person should know now, and points to what is to be done', () => {
    const alert = { goal: 'docs-index', cause: 'item_stuck', title: 'docs-index is stuck', known: false };
    const result = wakeResult({
      goals: [goalResult()],
      alerts: [
        { ...alert, issue: 5, opened: true },
        { ...alert, issue: 6, opened: false, known: true },
        { ...alert, issue: null, opened: false },
      ],
    });
    const issuePage = (issue: number) => `.wakeful/github/issues/${issue}.md`;
    const facts = {
      result,
      now: NOW,
      model: { kind: 'scripted' },
      program: 'npm start --',
      slotsPerMonth: {},
      issuePage,
    } as const;
    const text = rehearsalReport(facts, STYLE);
    expect(text).toContain(`
Alerts
  #5 docs-index is stuck (new)
    read it: .wakeful/github/issues/5.md
  #6 docs-index is stuck (closed by a person)
    read it: .wakeful/github/issues/6.md
  (no issue yet) docs-index is stuck
`);
    expect(text).toContain('npm start -- status         how it is doing, and what you can do\n');
  });

  it('opens with what a night came to, and does not say its worst ending twice', () => {
    const detail = 'One draft waits.';
    const result = wakeResult({
      ending: 'waiting_for_draft',
      detail,
      goals: [goalResult({ ending: 'waiting_for_draft', detail })],
      nextDue: { goal: 'docs-index', at: '2026-11-22T03:10:00Z' },
    });
    const span = { wakes: 48, from: NOW - 84_600_000 };
    const facts = {
      result,
      now: NOW,
      model: { kind: 'scripted' },
      program: 'npm start --',
      slotsPerMonth: {},
      span,
    } as const;
    const text = rehearsalReport(facts, STYLE);
    expect(
      text.slice(0, text.indexOf('\n\n')),
    ).toBe(`48 runs from 21 Nov 03:40 to 22 Nov 03:10. 1 goal waits for your review.
docs-index is due now. The next run works on it.`);
    expect(text.split(detail)).toHaveLength(2);
    expect(text).not.toContain('--night');
    expect(text).toContain('  npm start                   one more run, from where the night ended\n');
  });

  it.each([
    [{ ending: 'bad_state_file' }, ['npm start -- --fresh', 'npm start -- goals']],
    [
      { ending: 'bad_settings', problems: [{ file: 'a', line: 1, column: 1, message: 'b', goal: null }] },
      ['npm start -- validate', 'npm start -- goals', 'npm start -- --fresh'],
    ],
  ] as const)('suggests what fits the ending: %j', (change, commands) => {
    const result = wakeResult({ ...change, goals: [] });
    const model = { kind: 'real', name: 'x' } as const;
    const text = rehearsalReport(
      { result, now: NOW, model, program: 'npm start --', slotsPerMonth: {} },
      STYLE,
    );
    const lines = text.slice(text.indexOf('Try next')).trimEnd().split('\n').slice(1);
    expect(lines.map((line) => line.trim().split(/ {2,}/)[0])).toEqual(commands);
  });

  it('says of a draft only where it can be read, when an earlier wake has filled it', () => {
    const result = wakeResult({ goals: [goalResult({ drafts: [{ ...DRAFT, files: null }] })] });
    const text = rehearsalReport(
      { result, now: NOW, model: { kind: 'scripted' }, program: 'npm start --', slotsPerMonth: {} },
      STYLE,
    );
    expect(text).toContain(`${DRAFT.branch}\n    read it: .wakeful/github/drafts/1.md\n`);
  });

  it('takes the average of the slots of a night for the month', () => {
    const second = goalResult({
      slot: '2026-11-22T06:00:00Z',
      ending: 'no_change',
      spent: { tokens: 660, usdMicros: 0, calls: 1 },
    });
    const ticks = [wakeResult({ goals: [goalResult({ drafts: [DRAFT] })] }), wakeResult({ goals: [second] })];
    const result = wakeResult({
      ending: 'no_change',
      goals: nightTotal(ticks.map((tick) => ({ result: tick }))),
    });
    const slotsPerMonth = { 'docs-index': 100 };
    const text = rehearsalReport(
      { result, now: NOW, model: { kind: 'scripted' }, program: 'npm start --', slotsPerMonth },
      STYLE,
    );
    expect(text).toContain('docs-index  22 Nov 06:00  no change needed    2/2      6  13,000  no price\n');
    expect(text).toContain('  #1 Keep the docs index complete\n');
    expect(text).toContain('About 650,000 tokens in 30 days');
  });

  it.each([40, 60, 80, 120])('fits into %i columns, whatever the names are', (width) => {
    const name = '文書の索引を完全に保つ '.repeat(8).trim();
    const draft = {
      ...DRAFT,
      title: name,
      branch: `wakeful/${'x'.repeat(200)}`,
      files: [{ path: `${name}.md`, added: 1_000_000, removed: 0 }],
    };
    const result = wakeResult({
      detail: name,
      problems: [{ file: name, line: 1, column: 1, message: name, goal: null }],
      goals: [
        goalResult({
          goal: 'a-goal-with-a-very-long-name-indeed',
          ending: 'held_by_another_wake',
          detail: name,
          drafts: [draft],
        }),
      ],
    });
    const text = rehearsalReport(
      { result, now: NOW, model: { kind: 'real', name: 'x' }, program: 'npm start --', slotsPerMonth: {} },
      { width, paint: STYLE.paint },
    );
    expect(widest(text.slice(0, text.indexOf('Try next')))).toBeLessThanOrEqual(width);
  });

  it('lets no title recolour the terminal', () => {
    const draft = { ...DRAFT, title: '\u001B[31mred\u0007' };
    const result = wakeResult({
      detail: '\u001B[2J',
      goals: [goalResult({ drafts: [draft], ending: 'gave_up', detail: '\u001B[2Jx\ry' })],
    });
    const text = rehearsalReport(
      { result, now: NOW, model: { kind: 'scripted' }, program: 'npm start --', slotsPerMonth: {} },
      STYLE,
    );
    for (const control of ['\u001B', '\u0007', '\r']) expect(text).not.toContain(control);
  });
});

describe('the cost of a month', () => {
  const priced = goalResult({ spent: { tokens: 1_000, usdMicros: 2_500, calls: 1 } });
  const unpriced = goalResult({ goal: 'todo', spent: { tokens: 10, usdMicros: 0, calls: 1 } });

  it('is in dollars where there is a price, and says whose dollars are missing', () => {
    expect(monthCostSentences([priced, unpriced], { 'docs-index': 120, todo: 4 })).toEqual([
      'About 120,040 tokens, $0.3000 in 30 days, if each of the 124 runs costs what these did.',
      'The dollars of todo are missing, because no price is known.',
      'A run costs nothing where nothing has changed since the one before, or while it waits for a draft, and no month costs more than the budget in .github/wakeful.yml.',
    ]);
  });

  it.each([
    ['tokens', { tokensPerMonth: 100_000, usdPerMonth: null }, '100,000 tokens a month'],
    ['dollars', { tokensPerMonth: 900_000, usdPerMonth: 0.2 }, '900,000 tokens or $0.2000 a month'],
  ])('is capped by a budget in %s', (_, budget, most) => {
    expect(monthCostSentences([priced], { 'docs-index': 120 }, budget)).toEqual([
      `The budget in .github/wakeful.yml stops the agent at ${most}.`,
      'Without it, 30 days would need about 120,000 tokens, $0.3000, if each of the 120 runs costs what these did.',
      'A run costs nothing where nothing has changed since the one before, or while it waits for a draft.',
    ]);
  });

  it('leaves out goals that spent nothing or come once', () => {
    const cost = monthCost(
      [priced, unpriced, goalResult({ goal: 'idle', spent: { tokens: 0, usdMicros: 0, calls: 0 } })],
      {
        'docs-index': 120,
        todo: 0,
        idle: 30,
      },
    );
    expect(cost).toEqual({
      slots: 120,
      tokens: 120_000,
      usdMicros: 300_000,
      unpriced: [],
      unknown: ['todo', 'idle'],
    });
    expect(monthCostSentences([unpriced], {})).toEqual([]);
  });

  it('divides sums by the slots that they cover, a slot of several wakes counting once', () => {
    expect(monthCost([{ ...priced, slots: 4 }], { 'docs-index': 1 }).tokens).toBe(250);
    const later = { ...priced, slot: '2026-11-22T06:00:00Z' };
    const ticks = [priced, priced, { ...priced, slot: null }, later].map((goal) => ({
      result: wakeResult({ goals: [goal] }),
    }));
    expect(nightTotal(ticks).map((goal) => goal.slots)).toEqual([2]);
    expect(monthCost(nightTotal(ticks), { 'docs-index': 1 }).tokens).toBe(2_000);
  });
});

describe('the time line of a night', () => {
  const HALF_HOUR = 1_800_000;
  const idle = { at: NOW, result: wakeResult({ ending: 'nothing_due' }) };

  it('folds ticks with nothing due', () => {
    expect(isIdle(idle)).toBe(true);
    expect(idleLines([], STYLE)).toEqual([]);
    expect(idleLines([idle], STYLE)).toEqual(['22 Nov 03:10  nothing due']);
    expect(idleLines([idle, { ...idle, at: NOW + HALF_HOUR }], STYLE)).toEqual([
      '22 Nov 03:10  2 runs until 22 Nov 03:40: nothing due',
    ]);
  });

  it('gives each goal of a tick a line', () => {
    const goals = [
      goalResult({ drafts: [DRAFT] }),
      goalResult({ goal: 'broken-links', ending: 'time_limit', items: { done: 2, total: 5 } }),
    ];
    expect(tickLines({ at: NOW, result: wakeResult({ goals }) }, STYLE)).toEqual([
      '22 Nov 03:10  done                docs-index, due 22 Nov 00:00, 12,340 tokens,',
      '                                  draft #1',
      '              out of time         broken-links, due 22 Nov 00:00, 2 of 5 tasks,',
      '                                  12,340 tokens',
    ]);
  });

  it('tells a wake that did not get to a goal by its own ending', () => {
    const result = wakeResult({
      ending: 'stopped',
      detail: 'The stop is set: holidays until the end of the month.',
    });
    expect(isIdle({ at: NOW, result })).toBe(false);
    expect(tickLines({ at: NOW, result }, STYLE)).toEqual([
      '22 Nov 03:10  stopped             The stop is set: holidays until the end of the',
      '                                  month.',
    ]);
  });

  it('folds ticks that say the same as the one before, and tells each new alert', () => {
    const stopped = wakeResult({ ending: 'stopped', detail: 'The stop is set.' });
    const alert = { goal: 'a', cause: 'failing', title: 'a fails', issue: 5, opened: true, known: false };
    const told = wakeResult({ ending: 'nothing_due', alerts: [alert] });
    const known = wakeResult({ ending: 'nothing_due', alerts: [{ ...alert, opened: false }] });
    const results = [known, known, stopped, stopped, stopped, told, known, stopped, stopped];
    const line = createTimeLine(STYLE);
    const lines = results.flatMap((result, n) => line.add({ at: NOW + n * HALF_HOUR, result }));
    expect([...lines, ...line.end()]).toEqual([
      '22 Nov 03:10  2 runs until 22 Nov 03:40: nothing due',
      '22 Nov 04:10  stopped             The stop is set.',
      '22 Nov 04:40  2 runs until 22 Nov 05:10: the same',
      '22 Nov 05:40  nothing due         the work is done',
      '              new alert           #5 a fails',
      '22 Nov 06:10  nothing due',
      '22 Nov 06:40  stopped             The stop is set.',
      '22 Nov 07:10  the same',
    ]);
    expect(line.end()).toEqual([]);
    const after = [told, known].map((result) => ({ result }));
    expect(nightAlerts(after)).toEqual([alert]);
    expect(nightAlerts([{ result: known }])).toEqual([{ ...alert, opened: false }]);
  });

  it('knows the files of a draft that a later wake has opened', () => {
    const first = goalResult({ drafts: [{ ...DRAFT, number: null, url: null }] });
    const later = goalResult({ drafts: [{ ...DRAFT, files: null }] });
    const ticks = [first, later].map((goal) => ({ result: wakeResult({ goals: [goal] }) }));
    expect(nightTotal(ticks)[0]?.drafts).toEqual([DRAFT]);
  });

  it('adds up what each goal did, with the newest ending and every draft once', () => {
    const first = goalResult({ drafts: [DRAFT] });
    const second = goalResult({ ending: 'no_change', slot: null, drafts: [{ ...DRAFT, complete: false }] });
    const total = nightTotal([
      { result: wakeResult({ goals: [first] }) },
      { result: wakeResult({ goals: [second] }) },
    ]);
    expect(total).toEqual([
      {
        ...first,
        slots: 1,
        ending: 'no_change',
        items: { done: 2, total: 2 },
        spent: { tokens: 24_680, usdMicros: 0, calls: 10 },
        drafts: [{ ...DRAFT, complete: false }],
      },
    ]);
  });
});

describe('progress', () => {
  const progress: Progress = {
    goal: 'broken-links',
    item: 2,
    items: 3,
    itemTitle: 'docs/a.md',
    modelCalls: 1,
    tokens: 12_340,
    secondsLeft: 200,
    doing: 'reads docs/design.md',
  };

  it('is one plain line for logs', () => {
    expect(progressLine(progress)).toBe(
      'broken-links 2/3 docs/a.md: reads docs/design.md (1 call, 12,340 tokens, 3 min 20 s left)',
    );
    expect(progressLine({ ...progress, items: 1, secondsLeft: -1 })).toBe(
      'broken-links: reads docs/design.md (1 call, 12,340 tokens, no time left)',
    );
  });

  it('gives way to the figures on a live line, and never exceeds its width', () => {
    expect(liveLine(progress, 120)).toBe(
      'broken-links 2/3 docs/a.md · reads docs/design.md · 1 call · 12,340 tokens · 3 min 20 s left',
    );
    expect(liveLine(progress, 80)).toBe(
      'broken-links 2/3 docs/a.md · reads d… · 1 call · 12,340 tokens · 3 min 20 s left',
    );
    for (let width = 0; width < 100; width += 1) {
      const line = liveLine({ ...progress, doing: '目録を読む\n\u001B[2J' }, width);
      expect(displayWidth(line)).toBeLessThanOrEqual(width);
      expect(line).not.toContain('\n');
    }
  });
});

describe('the log command', () => {
  it('heads each wake and wraps sentences under themselves', () => {
    const entries = [
      logEntry(),
      logEntry({
        level: 'warn',
        message: 'Refused to write goals/docs-index.yml: the goals folder is protected by the rules.',
      }),
      logEntry({ wake: 'w-2', goal: 'todo', message: 'One\nline.' }),
    ];
    expect(logText(entries, STYLE)).toBe(`Run w-1
22 Nov 03:05:12  docs-index: Finished docs-index: added 3 pages.
22 Nov 03:05:12  warn: docs-index: Refused to write goals/docs-index.yml: the
                 goals folder is protected by the rules.

Run w-2
22 Nov 03:05:12  todo: One line.
`);
    expect(logText([], STYLE)).toBe('No log line matches.\n');
  });

  it('folds runs in a row that wrote nothing but routine, and says that they failed if they did', () => {
    const life = (wake: string, ts: string) =>
      logEntry({ wake, ts, event: 'heartbeat', message: 'Nothing.' });
    const failed = (wake: string, ts: string) =>
      logEntry({ wake, ts, level: 'debug', event: 'lease_released', data: { ending: 'model_unavailable' } });
    const entries = [
      life('w-1', '2026-11-22T03:00:00Z'),
      logEntry({ wake: 'w-2', level: 'debug', message: 'As ever.' }),
      logEntry({ wake: 'w-2', message: 'One.' }),
      failed('w-3', '2026-11-22T04:00:00Z'),
      failed('w-4', '2026-11-22T04:30:00Z'),
      life('w-5', '2026-11-22T05:00:00Z'),
    ];
    expect(logText(entries, STYLE, false)).toBe(`Nothing new until 22 Nov 03:00:00.

Run w-2
22 Nov 03:05:12  docs-index: One.

Nothing new until 22 Nov 05:00:00: 2 runs failed as before.
`);
    expect(logText(entries, STYLE).match(/^Run /gm)).toHaveLength(5);
  });
});

describe('the goals command', () => {
  const goal: Goal = {
    id: 'docs-index',
    file: 'goals/docs-index.yml',
    blob: 'd'.repeat(40),
    title: 'Keep the docs index complete',
    objective: 'x',
    schedule: { kind: 'every', minutes: 360, catchUp: 'once', catchUpWindowMinutes: 1440 },
    on: [],
    when: null,
    forEach: null,
    permissions: { read: ['**'], write: ['docs/**'], effects: ['draft_pull_request'] },
    limits: { ...LIMITS, usdPerDay: 1 },
    whenDraftIsOpen: 'wait',
    runsUnchanged: false,
    setup: [],
    checks: [],
    doneWhen: [],
    model: 'default',
    enabled: true,
  };

  it('says when each goal comes and what it may do, then what is wrong', () => {
    const disabled = {
      ...goal,
      id: 'todo',
      enabled: false,
      permissions: { ...goal.permissions, write: [], effects: [] },
    };
    const listings = [
      { goal, nextSlots: ['2026-11-22T06:00:00Z', '2026-11-22T12:00:00Z'], slots: null },
      { goal: disabled, nextSlots: [], slots: null },
      { goal: { ...disabled, id: 'x', enabled: true }, nextSlots: [], slots: null },
    ];
    expect(
      goalsText(listings, ['goals/x.yml:4:3: unknown field'], STYLE),
    ).toBe(`Goal        Title                         When           Next due (UTC)
docs-index  Keep the docs index complete  every 6 hours  22 Nov 06:00
todo        Keep the docs index complete  every 6 hours  disabled
x           Keep the docs index complete  every 6 hours  the next run

docs-index
  file: goals/docs-index.yml
  may write: docs/**; may do: draft_pull_request
  limits: 20 model calls and 4 minutes a task, 50,000 tokens a run, 20 files and
  500 lines a draft, 100,000 tokens a day, $1 a day

todo
  file: goals/docs-index.yml
  may write: nothing; may do: nothing
  limits: 20 model calls and 4 minutes a task, 50,000 tokens a run, 20 files and
  500 lines a draft, 100,000 tokens a day, $1 a day

x
  file: goals/docs-index.yml
  may write: nothing; may do: nothing
  limits: 20 model calls and 4 minutes a task, 50,000 tokens a run, 20 files and
  500 lines a draft, 100,000 tokens a day, $1 a day

Problems
goals/x.yml:4:3: unknown field
`);
  });

  it('says so when there are none', () => {
    expect(goalsText([], [], STYLE)).toBe('There are no goals.\n');
  });
});

describe('the triggers command', () => {
  const cron = {
    origin: 'autonomous',
    trigger: 'cron 17 * * * *',
    where: '.github/workflows/wake.yml:5',
    path: 'due goals',
    works: true,
  } as const;
  const person = {
    origin: 'reactive',
    trigger: 'npm start',
    where: 'command line',
    path: 'due goals',
    works: true,
  } as const;
  const idle = {
    ...cron,
    trigger: 'push',
    where: '.github/workflows/wake.yml:9',
    path: 'No work',
    works: false,
  };

  it('lists every entry point and judges the whole', () => {
    expect(triggersText([cron, person], STYLE)).toBe(`Origin      Trigger          Where         What happens
autonomous  cron 17 * * * *  wake.yml:5    due goals
reactive    npm start        command line  due goals

As configured it is a hybrid: it starts by itself, and a person can start it.
`);
    expect([[], [cron], [person], [person, cron]].map(autonomyOf)).toEqual([
      'none',
      'autonomous',
      'reactive',
      'hybrid',
    ]);
    expect(triggersText([], STYLE)).toBe('Nothing can start its work.\n');
  });

  it('tells apart what starts no work, which makes it neither autonomous nor a hybrid', () => {
    const health = {
      ...idle,
      trigger: 'cron 31 */3 * * *',
      where: '.github/workflows/watchdog.yml:7',
      path: 'Only health',
    };
    const created = { ...idle, trigger: 'create' };
    const text = triggersText([person, idle, health, created], STYLE);
    expect(text).toContain('As configured it is reactive');
    expect(text).toContain('\n\nNo work: push (wake.yml:9), create (wake.yml:9)\n');
    expect(text).toContain('\n\nOnly health: cron 31 */3 * * * (watchdog.yml:7)\n');
  });
});
