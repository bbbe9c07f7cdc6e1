import { describe, expect, test } from 'vitest';
import type { Question } from '../../../src/ports.ts';
import { type Behaviour, modelOf } from '../../../src/simulation/model/behaviour.ts';
import { Night } from '../../support/memory/night.ts';

const GOAL = 'schedule: {every: 6h}\npermissions: {write: ["docs/**"]}\n';

async function play(history: readonly string[], title: string, settings?: string) {
  const night = await Night.begin({ goals: { tidy: GOAL }, ...(settings !== undefined && { settings }) });
  for (const [n, message] of history.entries())
    night.remote.commit({
      branch: 'main',
      files: { 'docs/n.md': `${n}\n` },
      message,
      time: night.clock.now() - 1_800_000 + n,
    });
  const behave: Behaviour = ({ turn }) =>
    turn === 0
      ? [['write_file', { path: 'docs/a.md', text: 'A\n' }]]
      : [['finish', { title, summary: 'docs/a.md: added.' }]];
  const asked: Question[] = [];
  const model = modelOf(behave, (question) => {
    asked.push(question);
    night.clock.advance(1_000);
  });
  await night.wake({ model });
  const branch = [...night.remote.branches.keys()].find((name) => name.startsWith('wakeful/')) ?? '';
  const message = night.remote.commits.get(night.remote.branches.get(branch) ?? '')?.message ?? '';
  const told = asked[0]?.messages.find(({ role }) => role === 'user')?.content ?? '';
  return { subject: message.split('\n')[0], message, told, title: night.github.drafts[0]?.title };
}

const DOCS = ['docs: one', 'fix(api): two', 'feat: three', 'docs: four', 'fix: five', 'docs: six'];
const SIGNED = [...DOCS, ...DOCS, ...DOCS, ...DOCS].map(
  (each) => `${each}\n\nWhy.\n\nSigned-off-by: Ann Author <ann@example.org>`,
);

describe('a commit', () => {
  test('has the form of the repository, of which the model is told', async () => {
    const { subject, title, told, message } = await play(DOCS, 'Add a page about A. (#4)');
    expect([subject, title]).toEqual(['docs: add a page about A', 'docs: add a page about A']);
    expect(told).toMatch(
      /^Form of titles: type: words, first letter small, in use: <data-\w+>docs, fix, feat</m,
    );
    expect(message).not.toContain('Signed-off-by');
  });

  test('is signed off where all others are, with the name of the settings', async () => {
    const settings = 'commit: {name: Agent, email: agent@example.org}\n';
    const { message, subject } = await play(SIGNED, 'Add a page', settings);
    expect(subject).toBe('docs: add a page');
    expect(message).toMatch(/\n\nSigned-off-by: Agent <agent@example\.org>\nWakeful-Goal: tidy\n/);
  });

  test('keeps a prefix that the settings ask for', async () => {
    const { subject } = await play(DOCS, 'Add a page', 'commit: {prefix: "bot: "}\n');
    expect(subject).toBe('bot: docs: add a page');
  });

  test('is as ever where too few others show a form', async () => {
    const { subject, told } = await play(DOCS.slice(0, 2), 'Add a page');
    expect(subject).toBe('wakeful: tidy is looked after');
    expect(told).not.toContain('Form of titles');
  });
});
