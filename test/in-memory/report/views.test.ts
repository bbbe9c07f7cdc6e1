import { beforeAll, describe, expect, test } from 'vitest';
import { createPaint } from '../../../src/commands/terminal/style.ts';
import { causesOf, subjectOf } from '../../../src/core/report/causes-of.ts';
import type { Report } from '../../../src/core/report/report.ts';
import { isoTime } from '../../../src/core/time.ts';
import { causesText, storyText } from '../../../src/report/status/story-text.ts';
import { subjectWords } from '../../../src/report/status/subject-words.ts';
import { displayWidth } from '../../../src/report/words/display-width.ts';
import { type Night, STATE } from '../../support/memory/night.ts';
import { BAD_NIGHT, playWeek, reportOn } from '../../support/memory/played-week.ts';
import { reportPage } from '../../support/pages/report-page.ts';

const style = { width: 80, paint: createPaint(false) };
const SINCE = '2026-11-16T00:00:00Z';

let night: Night;
let report: Report;

beforeAll(async () => {
  night = await playWeek();
  report = reportOn(night, { since: SINCE });
});

/** What a person asks in the morning, and the words in which a view of the whole week answers it. */
const QUESTIONS: readonly (readonly [string, RegExp])[] = [
  ['what ran', /\d+ runs had something to do: \d+ tasks? done/],
  ['what went wrong', /hopeless did not succeed 9 times/],
  ['why', /The file docs\/plan\.md that the objective speaks of/],
  ['which file is broken, and where', /goals\/pages\.yml:1:1/],
  ['what needs me', /hopeless is paused and needs your decision/],
  ['which draft waits', /Review draft #3: pages is looked after/],
  ['what did it cost', /3,000 tokens and \$0\.0035 in 25 model calls/],
  ['what died', /Run 9001037-1 died while it worked on changes/],
  ['what was lost', /50,000 tokens lost/],
  ['is this fresh', /23 Nov 2026 07:00 UTC/],
];

describe('the story of the time away', () => {
  const text = () =>
    storyText(
      {
        report,
        now: night.clock.now(),
        source: 'This is a week.',
        pageOf: ({ kind, number }) => `${kind}/${number}`,
      },
      style,
    );

  test.each(QUESTIONS)('answers: %s', (_, answer) => {
    expect(text().replaceAll(/\s+/g, ' ')).toMatch(answer);
  });

  test('keeps to the width, and names at most 12 runs', () => {
    for (const line of text().split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(80);
    expect(text().match(/^ {2}- \d+ Nov \d\d:\d\d A run/gm)).toHaveLength(12);
    expect(text()).toMatch(/earlier runs?\./);
  });
});

describe('the status page of a quiet morning', () => {
  const page = () => night.remote.text(STATE, 'README.md') ?? '';

  test.each<readonly [string, RegExp]>([
    ['what needs me', /\*\*Some things need you: 4 drafts to review and 1 problem\.\*\*/],
    ['what to click', /\[open #\u200B3\]\(https:\/\/github\.com\/test\/repository\/pull\/3\)/],
    ['why a goal is paused', /The file docs\/plan\.md that the objective speaks of/],
    ['what ran since yesterday', /- No goal was worked on\. The agent looked for work at least \d+ times\./],
    [
      'why nothing was done',
      /- 3 due times were skipped because drafts wait for your review: changes, index and pages\./,
    ],
    ['what went wrong, and what it cost', /- No run failed or died, and nothing was spent\./],
    ['what did it cost, and what died', /\| `changes` \| 0 \| 50,720 \| .* \| 50,000 \|/],
    [
      'what comes next, and what is in its way',
      /- 24 Nov 00:00: `changes`; it is skipped if the draft still waits for your review then/,
    ],
    ['what the problem has cost', /9 runs that failed, from 16 Nov 06:00 to 19 Nov 17:00, cost 1,080 tokens/],
    [
      'which line to change',
      /\[open line 2 of goals\/hopeless\.yml\]\(\S+\/blob\/HEAD\/goals\/hopeless\.yml#L2\)/,
    ],
    [
      'is this page fresh',
      /As of 23 Nov 2026 06:00 UTC\. If that is more than \d+ hours ago, nothing starts the agent/,
    ],
  ])('answers: %s', (_, answer) => {
    expect(page()).toMatch(answer);
  });
});

/** What somebody asks who comes back in the morning after a run has died and a task has used up its attempts. */
const AFTER_THE_NIGHT: readonly (readonly [string, RegExp])[] = [
  ['what ran', /4 runs had something to do: 1 task done/],
  ['what came of it', /Opened: #6 changes is looked after/],
  [
    'what went wrong, and why',
    /hopeless did not succeed 3 times.{0,120}The file docs\/plan\.md that the objective/,
  ],
  ['what needs me', /4 drafts to review and 1 problem/],
  ['what it has cost', /Spent: 600 tokens and \$0\.0007 in 5 model calls/],
  ['what died, and what that has cost', /Run 9001037-1 died while it worked on changes.{0,90}50,000 tokens/],
  [
    'what was not done, and why',
    /2 due times were skipped because drafts wait for your review: index and pages/,
  ],
];

describe('the morning after a bad night', () => {
  let views: Readonly<Record<string, string>>;
  const plain = (text: string) => text.replaceAll('\u200B', '').replaceAll(/\s+/g, ' ');

  beforeAll(async () => {
    const bad = await playWeek(BAD_NIGHT);
    const now = bad.clock.now();
    const away = reportOn(bad, { since: isoTime(now - 12 * 3_600_000) });
    const site = { serverUrl: 'https://github.com', repository: 'test/repository' };
    const html = reportPage({ report: reportOn(bad), entries: bad.log(), site, silentHours: 6 });
    const dashboard = bad.issues.all.find(({ title }) => title === 'Wakeful: dashboard');
    views = {
      'the status page': plain(bad.remote.text(STATE, 'README.md') ?? ''),
      'the dashboard': plain(dashboard?.body ?? ''),
      'the web page': plain(html.replaceAll(/<style>.*?<\/style>|<script.*?<\/script>|<[^>]+>/gs, ' ')),
      'the story of the night': plain(
        storyText({ report: away, now, source: 'This is a night.', pageOf: () => null }, style),
      ),
    };
  });

  describe.each(['the status page', 'the dashboard', 'the web page', 'the story of the night'])(
    '%s',
    (view) => {
      test.each(AFTER_THE_NIGHT)('answers: %s', (_, answer) => {
        expect(views[view]).toMatch(answer);
      });

      test('says of when it is', () => {
        expect(views[view]).toMatch(/17 Nov 2026 0[78]:[03]0 UTC/);
      });
    },
  );

  test.each(['the status page', 'the dashboard', 'the web page', 'the story of the night'])(
    '%s says what comes next',
    (view) => {
      expect(views[view]).toMatch(/What comes next .*changes.*index.*skipped if the draft still waits/);
    },
  );

  test.each(['the status page', 'the dashboard', 'the web page'])(
    '%s says first what needs a person, then what happened, then the rest',
    (view) => {
      const places = [
        /Some things need you/,
        /Needs you Review|Needs you - /,
        /4 runs had something/,
        /This month/,
      ];
      const found = places.map((words) => views[view]?.search(words) ?? -1);
      expect(found).not.toContain(-1);
      expect(found).toEqual(found.toSorted((a, b) => a - b));
    },
  );
});

describe('why', () => {
  const told = (...words: string[]): string => {
    const subject = subjectOf(report, night.log(), words);
    if (subject === null) return 'nothing';
    const lines = causesOf(report, night.log(), subject);
    return causesText({ heading: subjectWords(report, subject), lines }, style);
  };
  const inOrder = (text: string, parts: readonly string[]): void => {
    const places = parts.map((part) => text.replaceAll(/\s+/g, ' ').indexOf(part));
    expect(places, text).toEqual(places.toSorted((a, b) => a - b));
    expect(places, text).not.toContain(-1);
  };

  test('a draft is there: the trigger, the due time, the lock, the attempt, the push', () => {
    inOrder(told('2'), [
      'Draft #2 (index is looked after) of index was opened on 16 Nov 2026',
      'was merged',
      'Run 9001001-1',
      'Started by the schedule',
      'Starting the run due Mon 16 Nov 00:00',
      'Took lock',
      'is done: 1 file changed',
      'Opened draft #2',
      'Draft #2 was merged',
    ]);
    expect(told('#2')).toBe(told('2'));
  });

  test('a run died: what it had begun, and what the next one found', () => {
    inOrder(told('9001037-1'), [
      'Run 9001037-1 of 17 Nov 2026 00:00 UTC died',
      'The 50,000 tokens that it had set aside count as spent.',
      'Starting the run due Tue 17 Nov 00:00',
      'Run 9001038-1',
      'died during its work',
    ]);
  });

  test('a goal is paused: its last runs with their errors', () => {
    const text = told('hopeless');
    inOrder(text, ['hopeless is paused since 19 Nov 17:00', 'attempt 3 of 3', 'Paused hopeless']);
    expect(text.match(/^Run /gm)).toHaveLength(3);
    expect(text).not.toContain('pages:');
  });

  test('a due time was skipped, or served by several runs', () => {
    expect(told('index', '2026-11-17T00:00Z')).toContain(
      'The run of index due Tue 17 Nov 00:00 was skipped.',
    );
    inOrder(told('index', '2026-11-17T00:00Z'), ['was skipped.', 'a draft waits for your review']);
    inOrder(told('hopeless', '2026-11-16'), [
      'was worked on by 9001001-1, 9001002-1 and 9001003-1',
      'attempt 1 of 3',
      'attempt 3 of 3',
    ]);
  });

  test('a task ended so, and no other task of the goal is told', () => {
    const text = told('pages', 'two');
    inOrder(text, [
      'The task two of pages is done; its change is in draft #3, which waits for your review.',
      'Starting the run',
      'two is done',
    ]);
    expect(text).not.toContain('three is done');
    expect(told('two')).toBe(text);
  });

  test('nothing is made up for what the log does not know', () => {
    expect([told('77'), told('nonsense'), told('hopeless', 'nonsense'), told('__proto__')]).toEqual([
      ...['nothing', 'nothing', 'nothing', 'nothing'],
    ]);
  });
});
