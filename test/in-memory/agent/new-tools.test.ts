import { describe, expect, it, test } from 'vitest';
import { someIssues } from '../../../src/simulation/world/memory-issues.ts';
import { calls, type WireCall } from '../../support/model-server.ts';
import { KNOWN_SECRET, PERMISSIONS, play, type Scene } from './bench.ts';

const FINISH: WireCall = ['finish', { summary: 'Done.' }];
const WRITE: WireCall = ['write_file', { path: 'docs/a.md', text: 'Other.\n' }];
const FILES = { 'docs/a.md': 'One.\nTwo.\nThree.\n', 'docs/b.md': 'B.\n' };

/** What the model reads for each call, all of them in one answer. */
async function resultsOf(wanted: readonly WireCall[], scene: Partial<Scene> = {}) {
  const end = calls(['give_up', { reason: 'end' }]);
  const played = await play({ files: FILES, ...scene, replies: [calls(...wanted), end] });
  const last = played.requests.at(-1)?.body.messages ?? [];
  const results = last.filter(({ role }) => role === 'tool').map(({ content }) => content ?? '');
  return { ...played, results };
}

describe('undo', () => {
  const undo = (path: string): WireCall => ['undo', { path }];

  it.each([
    ['an edit', [WRITE], 'docs/a.md'],
    ['a deletion', [['delete_file', { path: 'docs/a.md' }]], 'docs/a.md'],
    ['a new file', [['write_file', { path: 'docs/new.md', text: 'x\n' }]], 'docs/new.md'],
  ] as readonly (readonly [string, readonly WireCall[], string])[])(
    'puts back %s, so that nothing differs',
    async (_, wanted, path) => {
      const { tree, results } = await resultsOf([...wanted, undo(path)]);
      expect(results.at(-1)).toContain('as when this task began');
      expect(tree.changedPaths()).toEqual([]);
    },
  );

  it('is no going round in circles', async () => {
    const { pursuit } = await play({
      files: FILES,
      replies: [
        ...['1', '2'].map((n) =>
          calls(['write_file', { path: 'docs/a.md', text: n }], undo('docs/a.md'), ['note', { text: n }]),
        ),
        calls(FINISH),
      ],
    });
    expect(pursuit.ending).toBe('no_change');
  });

  it.each([
    ['what nobody has changed', 'docs/b.md', []],
    ['what may not be read', 'secret/x.md', [['write_file', { path: 'secret/x.md', text: 'x\n' }]]],
    ['what lies outside', '../etc/passwd', []],
    ['the goal itself', 'goals/tidy.yml', []],
  ] as readonly (readonly [string, string, readonly WireCall[]])[])(
    'does nothing to %s',
    async (_, path, before) => {
      const permissions = { ...PERMISSIONS, read: ['docs/**'], write: ['docs/**', 'secret/**'] };
      const { results, tree } = await resultsOf([...before, undo(path)], { goal: { permissions } });
      expect(results.at(-1)).toMatch(/^Error: this task has changed nothing at .* that can be put back/);
      expect(tree.changedPaths()).toEqual(before.length === 0 ? [] : [path]);
    },
  );
});

describe('diff', () => {
  it('shows the own change between marks, masked, and nothing that may not be read', async () => {
    const permissions = { ...PERMISSIONS, read: ['docs/**'], write: ['docs/**', 'secret/**'] };
    const { results } = await resultsOf(
      [WRITE, ['write_file', { path: 'secret/x.md', text: 'hidden words\n' }], ['diff', {}]],
      { goal: { permissions }, files: { ...FILES, 'docs/a.md': `One. ${KNOWN_SECRET}\n` } },
    );
    const diff = results.at(-1) ?? '';
    expect(diff).toMatch(/^2 files differ\n<data-/);
    expect(diff).toContain('+Other.');
    expect(diff).toContain('1 of them may not be read');
    expect(diff).not.toMatch(new RegExp(`hidden words|secret/x|${KNOWN_SECRET}`));
  });
});

describe('move_file', () => {
  const move = (path: string, to: string): WireCall => ['move_file', { path, to }];

  it('moves a text', async () => {
    const { tree, results } = await resultsOf([move('docs/a.md', 'docs/c.md')]);
    expect(results).toEqual(['Moved docs/a.md to docs/c.md.']);
    expect([tree.text('docs/a.md'), tree.text('docs/c.md')]).toEqual([null, FILES['docs/a.md']]);
  });

  it.each([
    ['from where nothing may be deleted', 'src/x.js', 'docs/x.js', /outside what this goal may write/],
    ['from where nothing may be read', 'secret/x.md', 'docs/x.md', /outside what this goal may read/],
    ['to where nothing may be written', 'docs/a.md', 'src/a.md', /outside what this goal may write/],
    ['to a protected place', 'docs/a.md', '.github/workflows/a.yml', /protected/],
    ['out of the repository', 'docs/a.md', '../a.md', /leaves its folder/],
    ['over another file', 'docs/a.md', 'docs/b.md', /exists already/],
    ['to where nothing may be read', 'docs/a.md', 'drop/a.md', /may not be read/],
  ] as const)('moves nothing %s', async (_, path, to, why) => {
    const permissions = {
      ...{ read: ['**', '!secret/**', '!drop/**'], write: ['docs/**', 'secret/**', 'drop/**'] },
      ...{ delete: ['docs/**', 'secret/**'], effects: ['draft_pull_request'] as const },
    };
    const files = { ...FILES, 'src/x.js': 'x', 'secret/x.md': 'hidden' };
    const { results, tree } = await resultsOf([move(path, to)], { files, goal: { permissions } });
    expect(results[0]).toMatch(why);
    expect(tree.changedPaths()).toEqual([]);
  });

  test('neither it nor delete_file is offered to a goal that may delete nothing', async () => {
    const { requests } = await resultsOf([], { goal: { permissions: { ...PERMISSIONS, delete: [] } } });
    const names = requests[0]?.body.tools?.map((tool) => tool.function.name) ?? [];
    expect(names).toContain('undo');
    expect(names.filter((name) => /move|delete/.test(name))).toEqual([]);
  });
});

describe('edit_file with several edits', () => {
  const edits = (...pairs: readonly (readonly [string, string])[]): WireCall => [
    'edit_file',
    { path: 'docs/a.md', edits: pairs.map(([old, next]) => ({ old, new: next })) },
  ];

  it('makes all of them', async () => {
    const { tree, results } = await resultsOf([edits(['One.', '1.'], ['Three.', '3.'])]);
    expect(results).toEqual(['Edited docs/a.md in 2 places.']);
    expect(tree.text('docs/a.md')).toBe('1.\nTwo.\n3.\n');
  });

  it('makes none where one misses, and says which', async () => {
    const { tree, results } = await resultsOf([edits(['One.', '1.'], ['Four.', '4.'])]);
    expect(results[0]).toMatch(/^Error: edit 2 of 2, and so none was made: the old text matched 0 times/);
    expect(tree.changedPaths()).toEqual([]);
  });

  it('takes copied line numbers for what they are', async () => {
    const { tree } = await resultsOf([
      ['edit_file', { path: 'docs/a.md', old: '1|One.\n2|Two.', new: '1|Eins.\n2|Zwei.' }],
    ]);
    expect(tree.text('docs/a.md')).toBe('Eins.\nZwei.\nThree.\n');
  });

  it('writes no secret in any of them', async () => {
    const { tree, results } = await resultsOf([edits(['One.', '1.'], ['Two.', KNOWN_SECRET])]);
    expect(results[0]).toMatch(/^Refused: .*secret/);
    expect(tree.changedPaths()).toEqual([]);
  });
});

describe('search', () => {
  it('ignores case and shows lines around where it is asked to', async () => {
    const { results } = await resultsOf([
      ['search', { pattern: 'two', glob: 'docs/*' }],
      ['search', { pattern: 'two', glob: 'docs/*', ignore_case: true, context: 1 }],
    ]);
    expect(results[0]).toMatch(/^0 matches of \/two\/ in 0 files/);
    expect(results[1]).toMatch(/^1 matches of \/two\/ in 1 files/);
    expect(results[1]).toContain('docs/a.md-1- One.\ndocs/a.md:2: Two.\ndocs/a.md-3- Three.\n');
  });
});

describe('an effect on issues', () => {
  it('can be taken back by its number', async () => {
    const issues = someIssues();
    const { pursuit, told } = await play({
      goal: { permissions: { ...PERMISSIONS, effects: ['comment_on_issue', 'open_issue'] } },
      assignment: { issues: issues.view(() => {}) },
      replies: [
        calls(['open_issue', { title: 'First', body: 'x' }], ['open_issue', { title: 'Second', body: 'x' }]),
        calls(['withdraw', { effect: 1 }], ['withdraw', { effect: 7 }]),
        calls(FINISH),
      ],
    });
    expect(pursuit.effects).toEqual([{ kind: 'open_issue', title: 'Second', body: 'x' }]);
    expect(told).toContain('Effect 1 will not be done.');
    expect(told).toContain('Error: this task has no effect 7.');
  });
});

describe('the file of a task', () => {
  const scene = { assignment: { file: 'docs/a.md', ownFile: 'docs/a.md' } };

  it('stands in the first message, between marks, masked', async () => {
    const files = { 'docs/a.md': `One. ${KNOWN_SECRET}\nTwo.\n` };
    const { requests } = await resultsOf([], { ...scene, files });
    const first = requests[0]?.body.messages[1]?.content ?? '';
    expect(first).toMatch(
      /The file of this task:\ndocs\/a\.md, lines 1-2 of 2, \d+ bytes\n<data-\w+>\n1\|One\. \[masked\]\n2\|Two\.\n<\/data-/,
    );
  });

  it('does not stand there where it may not be read', async () => {
    const goal = { permissions: { ...PERMISSIONS, read: ['src/**'] } };
    const { requests } = await resultsOf([], { ...scene, goal });
    expect(requests[0]?.body.messages[1]?.content).not.toContain('The file of this task');
  });
});
