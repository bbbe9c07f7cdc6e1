import { describe, expect, test } from 'vitest';
import { type Behaviour, modelOf } from '../../../src/simulation/model/behaviour.ts';
import { Night } from '../../support/memory/night.ts';

const FILES = { 'docs/a.md': 'A\n', 'docs/b.md': 'B\n', 'docs/old.md': 'Old\n' };

/** Tries each call once, and collects what it read. */
function tries(
  calls: readonly (readonly [string, Readonly<Record<string, unknown>>])[],
  read: string[],
): Behaviour {
  return ({ item, turn, question }) => {
    if (item !== 'docs/a.md') return [['finish', { summary: 'Nothing to do.' }]];
    if (turn === 0) return calls;
    read.push(...question.messages.filter(({ role }) => role === 'tool').map(({ content }) => content));
    return [['finish', { summary: 'Done.' }]];
  };
}

async function playedWith(permissions: string, calls: Parameters<typeof tries>[0]) {
  const goal = `schedule: {every: 6h}\npermissions: ${permissions}\nfor_each: {files: "docs/*.md"}\n`;
  const night = await Night.begin({ goals: { tidy: goal }, files: FILES });
  const read: string[] = [];
  await night.wake({ model: modelOf(tries(calls, read), () => night.clock.advance(1_000)) });
  const branch = [...night.remote.branches.keys()].find((name) => name.startsWith('wakeful/'));
  const has = (path: string) => (branch === undefined ? null : night.remote.text(branch, path));
  return { read: read.slice(0, calls.length), has, night };
}

describe('a task of a queue over files', () => {
  const OTHER = ['write_file', { path: 'docs/b.md', text: 'Mine\n' }] as const;
  const OWN = ['write_file', { path: 'docs/a.md', text: 'Better\n' }] as const;

  test('may write its own file and no other, and reads how the goal could allow it', async () => {
    const { read, has } = await playedWith('{write: ["docs/**"]}', [OWN, OTHER]);
    expect(read[0]).toContain('Wrote docs/a.md');
    expect(read[1]).toMatch(/^Refused: docs\/b\.md is not the file of this task.*permissions\.other_files/);
    expect([has('docs/a.md'), has('docs/b.md')]).toEqual(['Better\n', 'B\n']);
  });

  test('may write others where the goal says so', async () => {
    const { has } = await playedWith('{write: ["docs/**"], other_files: true}', [OWN, OTHER]);
    expect([has('docs/a.md'), has('docs/b.md')]).toEqual(['Better\n', 'Mine\n']);
  });
});

describe('deleting', () => {
  const DELETE = ['delete_file', { path: 'docs/a.md' }] as const;

  test('is a permission of its own', async () => {
    const { read, has } = await playedWith('{write: ["docs/**"]}', [DELETE]);
    expect(read[0]).toContain('Refused: there is no tool "delete_file"');
    expect(has('docs/a.md')).toBe(null);
    const other = await playedWith('{write: ["docs/**"], delete: ["docs/old.md"]}', [DELETE]);
    expect(other.read[0]).toMatch(/^Refused: docs\/a\.md may be written, but not deleted/);
  });

  test('needs both globs to name the file', async () => {
    const { read } = await playedWith('{write: ["docs/a.md"], delete: ["docs/**"], other_files: true}', [
      ['delete_file', { path: 'docs/old.md' }],
      DELETE,
    ]);
    expect(read[0]).toContain('Refused: docs/old.md is outside what this goal may write');
    expect(read[1]).toBe('Deleted docs/a.md.');
  });

  test('of what the task has made itself needs none', async () => {
    const { read } = await playedWith('{write: ["docs/**"], delete: ["docs/old.md"], other_files: true}', [
      ['write_file', { path: 'docs/new.md', text: 'x\n' }],
      ['delete_file', { path: 'docs/new.md' }],
    ]);
    expect(read[1]).toBe('Deleted docs/new.md.');
  });
});

describe('a task with a target path', () => {
  const goal =
    'schedule: {every: 6h}\npermissions: {write: ["docs/**"]}\nfor_each: {files: "docs/en/**", changed: true, target: "docs/de/{rest}"}\n';
  const files = { 'docs/en/a.md': 'A\n', 'docs/en/b/c.md': 'C\n', 'docs/de/a.md': 'A auf Deutsch\n' };
  const translating: Behaviour = ({ item, turn, question }) => {
    const only = /^This task writes <data-\w+>(.*)<\/data-\w+> only\.$/m.exec(
      question.messages[1]?.content ?? '',
    );
    if (turn === 0)
      return [
        ['write_file', { path: item, text: 'Changed\n' }],
        ['write_file', { path: only?.[1] ?? '', text: `${item} auf Deutsch\n` }],
      ];
    return [['finish', { summary: 'Translated.' }]];
  };

  test('is told of it, writes it and nothing else, and is there for each file that changed or has none yet', async () => {
    const night = await Night.begin({ goals: { tidy: goal }, files });
    night.clock.advance(13 * 3_600_000);
    const { result, lines } = await night.wake({ model: modelOf(translating) });
    expect(result.goals[0]?.items).toEqual({ done: 1, total: 1 });
    expect(result.goals[0]?.drafts[0]?.files?.map(({ path }) => path)).toEqual(['docs/de/b/c.md']);
    expect(lines.filter(({ event }) => event === 'tool_refused')).toHaveLength(1);
  });

  test('leaves out files whose target is there, where the goal asks for missing ones only', async () => {
    const only = goal.replace('changed: true', 'target_missing: true');
    const night = await Night.begin({ goals: { tidy: only }, files });
    const { result } = await night.wake({ model: modelOf(translating) });
    expect(result.goals[0]?.drafts[0]?.files?.map(({ path }) => path)).toEqual(['docs/de/b/c.md']);
  });
});

test('a task that a program has found begins with its file', async () => {
  const goal =
    'schedule: {every: 6h}\npermissions: {write: ["docs/**"]}\nfor_each: {findings: links, in: ["docs/**"]}\n';
  const files = { 'docs/a.md': 'A page with [a link](gone.md) that leads nowhere.\n' };
  const night = await Night.begin({ goals: { tidy: goal }, files });
  let first = '';
  const behave: Behaviour = ({ turn, question }) => {
    first ||= question.messages.find(({ role }) => role === 'user')?.content ?? '';
    return turn === 0
      ? [['write_file', { path: 'docs/a.md', text: 'A page without it.\n' }]]
      : [['finish', { summary: 'docs/a.md: the link is gone.' }]];
  };
  await night.wake({ model: modelOf(behave, () => night.clock.advance(1_000)) });
  expect(first).toMatch(/The file of this task:\n.*A page with \[a link\]\(gone\.md\)/s);
  expect(night.github.drafts[0]?.body).not.toContain('Files of no task of this draft');
});
