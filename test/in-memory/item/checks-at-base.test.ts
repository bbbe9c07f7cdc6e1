import { expect, test } from 'vitest';
import type { Sandbox, World } from '../../../src/ports.ts';
import { type Behaviour, modelOf } from '../../../src/simulation/model/behaviour.ts';
import { Night } from '../../support/memory/night.ts';

const GOAL =
  'schedule: {every: 6h}\npermissions: {write: ["docs/**"]}\nchecks: ["npm test", "npm run lint"]\nlimits: {attempts: 1}\n';

/** Folders of a work tree are all alike in memory, so the order of the runs says which one a run is about. */
function sandboxOf(results: Readonly<Record<string, readonly number[]>>, ran: string[]): Sandbox {
  const times = new Map<string, number>();
  return {
    reasonUnavailable: async () => null,
    run: async ({ command }) => {
      const n = times.get(command) ?? 0;
      times.set(command, n + 1);
      ran.push(command);
      return { exitCode: results[command]?.[n] ?? 0, output: 'out\n', milliseconds: 5 };
    },
  };
}

async function play(results: Readonly<Record<string, readonly number[]>>, goal = GOAL) {
  const night = await Night.begin({ goals: { tidy: goal }, files: { 'docs/a.md': 'A\n' } });
  const ran: string[] = [];
  const told: string[] = [];
  const behave: Behaviour = ({ turn, question }) => {
    told.push(...question.messages.filter(({ role }) => role === 'tool').map(({ content }) => content));
    if (turn === 0) return [['write_file', { path: 'docs/a.md', text: 'Better\n' }]];
    return [['finish', { summary: `docs/a.md: better, try ${turn}.` }]];
  };
  const change = (world: World): World => ({ ...world, sandbox: sandboxOf(results, ran) });
  const { result } = await night.wake({ model: modelOf(behave, () => night.clock.advance(1_000)), change });
  return {
    night,
    ran,
    told: told.join('\n'),
    ending: result.goals[0]?.ending,
    body: night.github.drafts[0]?.body ?? '',
  };
}

test('a check that failed before the change is told apart from one that it broke', async () => {
  // With the change, without it, and again with it for each further finish.
  const { told, ran, body, ending } = await play({ 'npm test': [1, 1], 'npm run lint': [1, 0] });
  expect(ending).toBe('item_stuck');
  expect(told).toMatch(/`npm test` failed: exit code 1 after 0\.0 s; also fails without this change\./);
  expect(told).toMatch(/`npm run lint` failed: exit code 1 after 0\.0 s; passes without this change\./);
  expect(body).toContain('also fails without this change.');
  // Each once with the files as they were, however often the model finishes.
  expect(ran).toEqual(['npm test', 'npm run lint', 'npm test', 'npm run lint']);
});

test('a check that passes is not run without the change', async () => {
  const { ran, ending } = await play({});
  expect([ran, ending]).toEqual([['npm test', 'npm run lint'], 'worked']);
});

test('of several tasks, each is run once without the change', async () => {
  const queue = `${GOAL.replace('attempts: 1', 'attempts: 1, open_drafts: 5')}for_each: {list: [one, two], drafts: per_item}\n`;
  const { ran } = await play({ 'npm test': [1, 1, 1, 1, 1, 1, 1, 1] }, queue);
  // Both tasks with the change, and once without it.
  expect(ran.filter((command) => command === 'npm test')).toHaveLength(3);
});

test('what setup has made is there without the change as well, and is not made again', async () => {
  const { told, ran } = await play({ 'npm test': [1] }, `${GOAL}setup: ["npm ci"]\n`);
  expect(told).toContain('`npm test` failed: exit code 1 after 0.0 s; passes without this change.');
  expect(ran.filter((command) => command === 'npm ci')).toHaveLength(1);
});
