import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { repository, temporaryFolder } from '../../support/git/git-fixture.ts';
import { wakeful } from '../../support/processes/program.ts';

const GOAL = 'title: Keep it tidy\nobjective: Tidy up.\nschedule: {every: 6h}\n';

/** A workflow that hands a command to the Action. */
function workflow(on: string, step: string): string {
  return `name: x\non:\n${on}\njobs:\n  one:\n    runs-on: ubuntu-slim\n    steps:\n      - ${step}\n`;
}

const SCHEDULE = '  schedule:\n    - cron: "17,47 * * * *"';
const WAKE = workflow(`${SCHEDULE}\n  workflow_dispatch:`, 'uses: acme/wakeful@v1');

async function triggersOf(files: Readonly<Record<string, string>>) {
  const folder = repository({ 'goals/tidy.yml': GOAL, ...files });
  const { code, out } = await wakeful(folder, ['triggers', '--json']);
  return { code, ...JSON.parse(out) };
}

describe('triggers', () => {
  test('is reactive while only a person starts it', async () => {
    const { code, out } = await wakeful(repository({ 'goals/tidy.yml': GOAL }), ['triggers']);
    expect(code).toBe(0);
    expect(out).toContain('As configured it is reactive');
    expect(out).toContain('goals/tidy.yml: every 6 hours');
  });

  test('lists what starts a run, with file and line, and calls the whole a hybrid', async () => {
    const shown = await triggersOf({
      '.github/workflows/wake.yml': WAKE,
      '.github/workflows/other.yml': workflow(SCHEDULE, 'run: make'),
    });
    expect(shown.overall).toBe('hybrid');
    expect(shown.entry_points).toMatchObject([
      { origin: 'autonomous', trigger: 'cron 17,47 * * * *', where: '.github/workflows/wake.yml:4' },
      { origin: 'reactive', trigger: 'workflow_dispatch', where: '.github/workflows/wake.yml:5' },
      { origin: 'reactive', trigger: 'command line' },
    ]);
  });

  test.each([
    ['uses: ./', 'name: Wakeful\n', 1],
    ['uses: ./', 'name: Something else\n', 0],
    ['uses: acme/wakeful/sub@v1', '', 1],
    ['uses: acme/not-wakeful@v1', '', 0],
    ['run: npx wakeful wake', '', 1],
    ['run: make', '', 0],
  ])('with a step %j and an action.yml %j it counts %i workflow', async (step, action, points) => {
    const files = { '.github/workflows/a.yml': workflow(SCHEDULE, step), 'action.yml': action };
    expect((await triggersOf(files)).entry_points).toHaveLength(points + 1);
  });

  test('a watchdog looks after health and makes nothing autonomous', async () => {
    const step = 'uses: acme/wakeful@v1\n        with: {command: watchdog}';
    const shown = await triggersOf({ '.github/workflows/watchdog.yml': workflow(SCHEDULE, step) });
    expect(shown.entry_points[0]).toMatchObject({ origin: 'autonomous', works: false });
    expect(shown.entry_points[0].path).toContain('health');
    expect(shown.overall).toBe('reactive');
  });

  test.each(['preview', 'rehearse'])('%s starts nothing', async (command) => {
    const step = `uses: acme/wakeful@v1\n        with: {command: ${command}}`;
    const shown = await triggersOf({ '.github/workflows/a.yml': workflow('  pull_request:', step) });
    expect(shown.entry_points).toHaveLength(1);
  });

  test('an event works when a goal names it, and only then', async () => {
    const shown = await triggersOf({
      '.github/workflows/wake.yml': workflow('  push:\n  release:', 'uses: acme/wakeful@v1'),
      'goals/eager.yml': `${GOAL}on: [push]\n`,
    });
    expect(shown.entry_points).toMatchObject([
      { trigger: 'push', works: true, path: 'a request for eager' },
      { trigger: 'release', works: false },
      {},
    ]);
    expect([shown.overall, shown.code]).toEqual(['hybrid', 0]);
  });

  test('a goal that waits for an event which nothing listens to is a problem', async () => {
    const files = { '.github/workflows/wake.yml': WAKE, 'goals/eager.yml': `${GOAL}on: [push]\n` };
    const { code, problems } = await triggersOf(files);
    expect(code).toBe(1);
    expect(problems).toEqual([expect.stringMatching(/^goals\/eager\.yml:1:1: .*push.*wake\.yml$/)]);
    const disabled = await triggersOf({ ...files, 'goals/eager.yml': `${GOAL}on: [push]\nenabled: false\n` });
    expect(disabled.problems).toEqual([]);
  });

  test('names a workflow that it cannot read', async () => {
    const folder = repository({ '.github/workflows/wake.yml': 'name: wakeful\non: [\n' });
    const { code, out } = await wakeful(folder, ['triggers']);
    expect(out).toMatch(/\.github\/workflows\/wake\.yml:\d+: /);
    expect(code).toBe(1);
  });
});

describe('triggers of this repository', () => {
  test('tell the truth about the workflows that ship with it', async () => {
    const folder = temporaryFolder();
    for (const part of ['.github', 'goals', 'action.yml'])
      cpSync(join(import.meta.dirname, '../../..', part), join(folder, part), { recursive: true });
    const { out } = await wakeful(folder, ['triggers', '--json']);
    const { overall, entry_points: points, problems } = JSON.parse(out);
    const told = points.map((point: Record<string, string>) => [
      point['origin'],
      point['trigger'],
      (point['where'] ?? '').replace(/^.*\/|:\d+$/g, ''),
      point['works'],
    ]);
    expect([overall, problems]).toEqual(['hybrid', []]);
    expect(told.filter(([, , , works]: readonly unknown[]) => works)).toEqual([
      ['reactive', 'issue_comment', 'requests.yml', true],
      ['reactive', 'pull_request_review_comment', 'requests.yml', true],
      ['reactive', 'pull_request_review', 'requests.yml', true],
      ['reactive', 'issues', 'requests.yml', true],
      ['autonomous', 'cron 17,47 * * * *', 'wake.yml', true],
      ['reactive', 'workflow_dispatch', 'wake.yml', true],
      ['reactive', 'command line', 'npm start', true],
    ]);
    expect(told.filter(([, , where]: readonly unknown[]) => where === 'watchdog.yml')).toEqual([
      ['autonomous', expect.stringMatching(/^cron \d+ /), 'watchdog.yml', false],
      ['reactive', 'workflow_dispatch', 'watchdog.yml', false],
    ]);
    expect(told.some(([, , where]: readonly unknown[]) => where === 'ci.yml' || where === 'goals.yml')).toBe(
      false,
    );
  });
});

describe('what the schedule costs', () => {
  const WATCHDOG = workflow(
    '  schedule:\n    - cron: "23 */3 * * *"',
    'uses: acme/wakeful@v1\n        with: {command: watchdog}',
  );

  test('is told in minutes, with the sparsest lines that still meet every goal', async () => {
    const folder = repository({
      'goals/tidy.yml': GOAL,
      '.github/workflows/wake.yml': WAKE,
      '.github/workflows/watchdog.yml': WATCHDOG,
    });
    const { out } = await wakeful(folder, ['triggers']);
    const said = out.replaceAll(/\s+/g, ' ');
    expect(said).toContain('The schedules start 1,440 runs and 240 looks of the watchdog in 30 days.');
    expect(said).toContain('about 1,700 minutes, free in a public repository');
    expect(said).toMatch(/a run starts within an hour .* about 120 minutes: - cron: "17 0,6,12,18 \* \* \*"/);
  });

  test('is found also where the copy has another name, by the switch that only Wakeful is handed', async () => {
    const step = (stop: string) =>
      `uses: acme/night-worker@v1\n        with: {stop: "${stop}", openai-api-key: "x"}`;
    const made = (stop: string) => ({ '.github/workflows/a.yml': workflow(SCHEDULE, step(stop)) });
    expect((await triggersOf(made('vars.WAKEFUL_STOP'))).minutes).toMatchObject({ wake: 1_440 });
    expect((await triggersOf(made('no'))).minutes).toMatchObject({ wake: 0 });
  });
});
