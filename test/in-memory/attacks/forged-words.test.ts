import { describe, expect, test } from 'vitest';
import { jobSummary } from '../../../src/report/job/job-summary.ts';
import { type Behaviour, modelOf } from '../../../src/simulation/model/behaviour.ts';
import { asMasked } from '../../support/as-masked.ts';
import { Night, PLAIN, STATE } from '../../support/memory/night.ts';

/*
 * Whoever may push the state branch writes the text of a stop and lines of the log. They stop the agent, and are read by people:
 * they give no order, link nowhere, steer no terminal, and are as long as is shown of them.
 */

const SITE = { serverUrl: 'https://github.com', repository: 'test/repository' };
const STOP = 'state/STOP';
const LOG = 'state/log/2026-11-22.jsonl';

const WORDS: readonly (readonly [name: string, words: string])[] = [
  ['a link', '[click](http://evil.example)'],
  ['a picture', '![x](http://evil.example/x.png)'],
  ['HTML', '<img src="http://evil.example/x.png">'],
  ['an address', 'http://evil.example'],
  ['a heading', 'x\n# Approved\n## Resumed'],
  ['an end of a table', 'x | y |\n|---|---|\n| a | b |'],
  ['an order to a bot', 'x\n/approve'],
  ['an order to the runner', 'x\n::set-output name=ending::worked'],
  ['another order to the runner', 'x\n##[command]rm -rf /'],
  ['an order to the terminal', 'x\u001b[2J\u001b[1;1HAll is well'],
  ['letters that change the direction', 'x\u202eelpmaxe'],
  ['a mention', '@octocat @acme/team'],
  ['a closing word', 'fixes #1'],
  ['a great length', 'word '.repeat(400_000)],
  ['a great length without a blank', 'x'.repeat(2_000_000)],
];

const FOUND =
  /(?<!\\)\]\(http:\/\/evil|<img|https?:\/\/evil|^# |^## (?:Approved|Resumed)|^\s*\/approve|^::|##\[|@octocat|@acme|\bfixes #1/m;

const daily =
  (night: Night): Behaviour =>
  ({ turn }) =>
    turn === 0
      ? [['write_file', { path: `docs/day-${night.clock.now()}.md`, text: 'A day.\n' }]]
      : [['finish', { summary: 'A day.' }]];

async function begin(): Promise<Night> {
  const night = await Night.begin({ goals: { tidy: `${PLAIN}when_draft_is_open: update\n` } });
  await night.wake({ model: modelOf(daily(night)) });
  night.clock.advance(21_600_000);
  return night;
}

const push = (night: Night, files: Readonly<Record<string, string>>) =>
  night.remote.commit({ branch: STATE, files, time: night.clock.now() });

describe('the text of a stop', () => {
  test.each([['nothing', ''] as const, ...WORDS])(
    'that is %s stops the run and has no other effect',
    async (_, words) => {
      const night = await begin();
      await push(night, { [STOP]: words });
      let asked = 0;
      const model = modelOf(daily(night), () => {
        asked += 1;
      });
      const { result, pushes, lines } = await night.wake({ model });
      expect([result.ending, asked, pushes, night.github.issues.length]).toEqual(['stopped', 0, 0, 0]);
      const facts = {
        result,
        verdict: 'needs_person',
        trigger: asMasked({ by: 'x', reason: 'x' }),
        stop: asMasked(''),
        log: lines,
      } as const;
      const summary = jobSummary(asMasked({ ...facts, now: night.clock.now(), site: SITE }));
      expect(summary.replace(/^## .*$/m, '')).not.toMatch(FOUND);
      for (const unseen of ['\u001b', '\u202e']) expect(summary).not.toContain(unseen);
      expect(summary.length).toBeLessThan(20_000);
    },
  );
});

describe('a line of the log', () => {
  test.each([
    ['of a time that is none', { ts: 'tomorrow' }],
    ['of a year far away', { ts: '2999-01-01T00:00:00Z' }],
    ['of an event that there is not', { event: 'approved' }],
    ['of a level that there is not', { level: 'fatal' }],
    ['whose words are a list', { message: ['x'] }],
    ['whose goal is an object', { goal: { x: 1 } }],
    ['whose data is a list', { data: [1] }],
  ])('%s stops no run and is not shown as one of today', async (_, change) => {
    const night = await begin();
    const line = {
      ts: '2026-11-22T08:59:00Z',
      level: 'error',
      event: 'item_failed',
      message: 'Forged.',
      wake: 'x',
    };
    const text = `${JSON.stringify({ ...line, ...change })}\n`;
    await push(night, { [LOG]: `${night.remote.text(STATE, LOG) ?? ''}${text}` });
    const { result } = await night.wake({ model: modelOf(daily(night)) });
    expect(result.ending).toBe('worked');
    const page = night.remote.text(STATE, 'README.md') ?? '';
    expect(page).not.toMatch(/22 Nov 08:59:00.*Forged/);
  });
});
