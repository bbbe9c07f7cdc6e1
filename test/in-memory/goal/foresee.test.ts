/** What a goal would do next, held against what it then does. */
import { describe, expect, test } from 'vitest';
import type { GoalPreview } from '../../../src/core/report/goal-preview.ts';
import type { Message, Question } from '../../../src/ports.ts';
import { modelOf } from '../../../src/simulation/model/behaviour.ts';
import { foresee } from '../../../src/wake/foresee/foresee.ts';
import { goalText, Night, orderOf, PLAIN, QUEUE, QUEUE_FILES, STATE } from '../../support/memory/night.ts';
import { diligent } from '../../support/memory/test-model.ts';

async function look(
  night: Night,
  goal = 'a',
  files: ReadonlyMap<string, string> | null = null,
): Promise<GoalPreview> {
  const proposed =
    files === null
      ? null
      : {
          goalsFolder: 'goals',
          files: new Map([...files].map(([path, text]) => [path, { blob: 'b', text }])),
        };
  return foresee(night.world(), { goal, proposed, stateBranch: STATE, order: orderOf('look', {}) });
}

/** What the model is really asked first, with the random marks around data taken out. */
async function asked(night: Night): Promise<readonly string[]> {
  const questions: Question[] = [];
  await night.wake({ model: modelOf(diligent, (question) => questions.push(question)) });
  return plain(questions[0]?.messages ?? []);
}

function plain(messages: readonly Pick<Message, 'content'>[]): readonly string[] {
  return messages.slice(0, 2).map(({ content }) => content.replaceAll(/data-\w+|around data: \w+/g, 'X'));
}

async function mergeAll(night: Night): Promise<void> {
  for (const { number, branch } of [...night.github.drafts]) {
    await night.mergeBranch(branch);
    night.github.change(number, { state: 'merged' });
  }
}

describe('foresee', () => {
  test.each([
    ['a goal without a queue', PLAIN],
    ['the first file of a queue', QUEUE],
    [
      'an issue',
      'schedule: {every: 6h}\nfor_each: {issues: {labels: [x]}}\npermissions: {effects: [comment_on_issue]}\n',
    ],
  ])('shows word for word what the next run asks about %s, and changes nothing', async (_, yaml) => {
    const night = await Night.begin({ goals: { a: yaml }, files: QUEUE_FILES });
    night.issues.write({ title: 'It breaks', labels: ['x'] });
    const before = night.facts();
    const { run, due, files } = await look(night);
    expect(night.facts()).toBe(before);
    expect(due).toBe('slot');
    expect(files.total).toBe(5);
    expect(run.left).toBe(null);
    expect(plain((run.first?.question?.messages ?? []) as Message[])).toEqual(await asked(night));
  });

  test('names all tasks of the queue, and how many a run takes', async () => {
    const night = await Night.begin({
      goals: { a: `${QUEUE}limits: {items_per_wake: 2}\n` },
      files: QUEUE_FILES,
    });
    const { run } = await look(night);
    expect([run.queue, run.tasks, run.first?.title]).toEqual([
      ['docs/a.md', 'docs/b.md', 'docs/c.md'],
      2,
      'docs/a.md',
    ]);
  });

  test('says when a goal is due next and that nothing new asks no model, and what somebody who asks would start', async () => {
    const night = await Night.begin({
      goals: { a: PLAIN.replace('always: true\n', '') },
      files: QUEUE_FILES,
    });
    await night.wake({ model: modelOf(() => [['finish', { summary: 'Nothing to do.' }]]) });
    const { due, nextDue, run, asked: byPerson, spent } = await look(night);
    expect([due, nextDue, run.first]).toEqual([null, '2026-11-22T06:00:00Z', null]);
    expect(run.left).toMatchObject({ ending: 'nothing_due', detail: expect.stringMatching(/has changed/) });
    expect([byPerson?.tasks, spent?.calls]).toEqual([1, 1]);
    expect(byPerson?.first?.question?.tools.map(({ name }) => name)).toContain('finish');
  });

  test('says what waits for a draft', async () => {
    const night = await Night.begin({ goals: { a: PLAIN }, files: QUEUE_FILES });
    await night.wake();
    const { due, run, asked: byPerson } = await look(night);
    expect([due, run.left?.ending, byPerson?.left?.ending]).toEqual([
      null,
      'waiting_for_draft',
      'waiting_for_draft',
    ]);
  });

  test('plans by the file that is proposed, which the default branch does not have yet', async () => {
    const night = await Night.begin({ goals: {}, files: QUEUE_FILES });
    const files = new Map([['goals/new.yml', goalText('new', PLAIN)]]);
    const { goal, run, files: seen } = await look(night, 'new', files);
    expect([goal.id, run.tasks, run.left]).toEqual(['new', 1, null]);
    expect(seen.mayWrite).toEqual(['docs/a.md', 'docs/b.md', 'docs/c.md']);
    await expect(look(night, 'other', files)).rejects.toThrow('No goal can be run by the name other');
  });

  test('shows what a person would start where no time makes it due', async () => {
    const once = 'schedule: {once: true}\nalways: true\npermissions: {write: ["docs/**"]}\n';
    const night = await Night.begin({ goals: { a: once }, files: QUEUE_FILES });
    await night.wake();
    await mergeAll(night);
    await night.wake();
    const { due, nextDue, run, asked: byPerson } = await look(night);
    expect([due, nextDue, run.tasks, byPerson]).toEqual([null, null, 1, null]);
  });

  test('counts as writable what the tasks of a queue may write, and nothing else that the globs name', async () => {
    const files = { 'docs/en/a.md': 'A\n', 'docs/en/b.md': 'B\n', 'docs/de/a.md': 'A\n', 'docs/x.md': 'X\n' };
    const own = 'schedule: {every: 6h}\nfor_each: {files: "docs/en/*"}\npermissions: {write: ["docs/**"]}\n';
    const target = own.replace('"docs/en/*"', '"docs/en/*", target: "docs/de/{rest}"');
    const night = await Night.begin({ goals: { a: own, b: target }, files });
    expect((await look(night)).files.mayWrite).toEqual(['docs/en/a.md', 'docs/en/b.md']);
    expect((await look(night, 'b')).files.mayWrite).toEqual(['docs/de/a.md']);
  });

  test('tells a file that the globs name and that no goal may write', async () => {
    const night = await Night.begin({
      goals: { a: 'schedule: {every: 6h}\npermissions: {write: ["**/*.md"]}\n' },
      files: { 'docs/a.md': 'A\n', 'AGENTS.md': 'A\n' },
    });
    const { files } = await look(night);
    expect([files.mayWrite, files.protected]).toEqual([['README.md', 'docs/a.md'], ['AGENTS.md']]);
  });
});
