import { describe, expect, test } from 'vitest';
import { type GoalNote, goalNotes } from '../../../../src/core/report/goal-notes.ts';
import { troubleText } from '../../../../src/report/problems/goal-troubles.ts';
import { problemLine } from '../../../../src/report/problems/problem.ts';
import { DEFAULTS, goalOf, LEAST, PRICED, settingsOf } from '../../config/reading.ts';

const FILES = ['README.md', 'docs/a.md', 'docs/b.md', 'src/a.ts', 'AGENTS.md', '.github/x.yml'];
const CALL = { promptBytes: 9_000, answerTokens: 256 };

function notesOf(yaml: string, settings = DEFAULTS): readonly GoalNote[] {
  const goal = goalOf(LEAST + yaml, { settings });
  return goalNotes({ goal, settings, files: FILES, agentFolders: [], firstCall: CALL });
}

/** The place, whether the goal is useless, and what is said of it. */
function said(yaml: string, settings = DEFAULTS): readonly string[] {
  return notesOf(yaml, settings).map(
    ({ path, isUseless, about }) =>
      `${path.join('.')}${isUseless ? '!' : ''}: ${problemLine(troubleText(about))}`,
  );
}

describe('notes on a goal', () => {
  test.each([
    ['writes what it names', 'permissions: {write: ["docs/**"]}'],
    ['looks only, and says so', 'permissions: {effects: []}'],
    ['comments', 'permissions: {effects: [comment_on_issue]}'],
    ['writes files that are still to come', 'permissions: {write: ["new/**"]}'],
    ['goes through files of its own', 'for_each: {files: "docs/*.md"}\npermissions: {write: ["docs/**"]}'],
    [
      'goes through files for others',
      'for_each: {files: "src/*"}\npermissions: {write: ["docs/**"], other_files: true}',
    ],
  ])('are none where it %s', (_, yaml) => {
    expect(said(`${yaml}\n`)).toEqual([]);
  });

  test.each([
    ['permissions', '', 'can change nothing'],
    ['permissions.labels', 'permissions: {effects: [open_issue], labels: [bug]}', 'no effect without'],
    [
      'permissions.write.1',
      'permissions: {write: ["docs/**", "A*.md"]}',
      'matches 1 file, and no goal may write',
    ],
    ['permissions.write.0!', 'permissions: {write: ["A*.md"]}', 'because they are protected'],
    ['permissions.write.0', 'permissions: {write: ["**/*.md"], read: ["docs/**"]}', 'may not read 2'],
    ['permissions.delete.0', 'permissions: {write: ["docs/**"], delete: ["src/**"]}', 'can delete none'],
    ['for_each.files!', 'for_each: {files: "src/*"}\npermissions: {write: ["docs/**"]}', 'its own file only'],
    [
      'for_each.listed_in!',
      'for_each: {findings: todos, listed_in: todo.md}\npermissions: {write: ["docs/**"]}',
      'the list that it is to keep',
    ],
    [
      'when',
      'for_each: {issues: {labels: [x]}}\nwhen: {queue_at_least: 300}\npermissions: {effects: [open_issue]}',
      'at most 200',
    ],
  ])('name at %s what does not fit', (place, yaml, words) => {
    const [first = '', ...others] = said(`${yaml}\n`);
    expect([first.split(': ')[0], others]).toEqual([place, []]);
    expect(first).toContain(words);
  });

  test.each([
    ['tokens: 200000', 'limits.tokens', '100,000'],
    ['tokens_per_day: 900000', 'limits.tokens_per_day', '500,000'],
    ['open_drafts: 7', 'limits.open_drafts', '5'],
    ['usd_per_month: 9', 'limits.usd_per_month', '2'],
  ])('name a limit above another: %s', (limit, place, bound) => {
    const settings = settingsOf(
      'models: {default: {model: m, price: {in: 1, out: 2}}}\nbudget: {tokens_per_day: 500000, usd_per_month: 2}\n',
    );
    const own = said(`permissions: {write: ["docs/**"]}\nlimits: {${limit}}\n`, settings);
    expect(own.filter((each) => each.startsWith(`${place}: `))).toEqual([
      expect.stringContaining(`allows: ${bound}`),
    ]);
  });

  test('tell that its limits pay for no question at all', () => {
    const tokens = said('permissions: {write: ["docs/**"]}\nlimits: {tokens: 5000}\n');
    expect(tokens).toEqual([expect.stringMatching(/^limits\.tokens!: .*up to 9,256 tokens/)]);
    const usd = said('permissions: {write: ["docs/**"]}\nlimits: {usd_per_day: 0.01}\n', PRICED);
    expect(usd).toEqual([]);
    const dear = settingsOf('models: {default: {model: m, price: {in: 100, out: 200}}}');
    const poor = said('permissions: {write: ["docs/**"]}\nlimits: {usd_per_day: 0.5}\n', dear);
    expect(poor).toEqual([expect.stringMatching(/^limits\.usd_per_day!: /)]);
  });
});
