import { expect, it } from 'vitest';
import type { MemoryFiles } from '../support/memory-work-tree.ts';
import { calls } from '../support/model-server.ts';
import { play } from './bench.ts';

/** The widest permission there is: only the gate stands between the model and these. */
const FILES: MemoryFiles = {
  'README.md': 'x\n',
  'docs/a.md': 'x\n',
  'docs/link': { kind: 'symlink' },
  'docs/sub': { kind: 'submodule' },
  'docs/big.psd': { kind: 'lfs_pointer' },
  '.github/workflows/ci.yml': 'on: push\n',
  'goals/a.yml': 'title: x\n',
  'AGENTS.md': 'x\n',
};

const ESCAPES: readonly string[] = [
  // Out of the folder.
  '..',
  '../x',
  '../../etc/passwd',
  'docs/../../x',
  'docs/../../../../../../etc/passwd',
  './../x',
  'docs/..',
  'docs/../.github/workflows/x.yml',
  'docs/./../x',
  '/etc/passwd',
  '//etc/passwd',
  '/',
  '~',
  '~/.ssh/authorized_keys',
  'C:\\Windows\\x',
  'C:/Windows/x',
  'c:x',
  '\\\\server\\share',
  'docs\\..\\..\\x',
  '..\\x',
  'docs/..\\x',
  // No real path.
  '',
  '.',
  './',
  '   ',
  'docs/',
  'docs//a.md',
  'docs/./a.md',
  'docs/a.md/',
  'docs/a.md\0.txt',
  'docs/a\nb.md',
  'docs/a\rb.md',
  'docs/a\tb.md',
  'docs/\u0007.md',
  'docs/\u202egnp.md',
  'docs/\u200b.md',
  'docs/u\u0308.md',
  'docs/\ud800.md',
  'docs/x.',
  'docs/x ',
  'docs./x',
  'docs /x',
  `docs/${'x'.repeat(1_100)}`,
  // Git's own.
  '.git/config',
  '.git/hooks/pre-commit',
  '.GIT/config',
  '.Git/config',
  'docs/.git/config',
  'docs/.gIt/hooks/x',
  '.git',
  'docs/.git',
  '.git./config',
  '.git /config',
  '.git::$INDEX_ALLOCATION/config',
  'git~1/config',
  'GIT~1/config',
  '.g\u200cit/config',
  '.ｇｉｔ/config',
  '.gitattributes',
  '.gitmodules',
  '.gitignore',
  '.gitlab-ci.yml',
  'docs/.gitattributes',
  // What gates the agent or runs elsewhere.
  '.github/workflows/ci.yml',
  '.github/wakeful.yml',
  '.github/CODEOWNERS',
  '.github/dependabot.yml',
  '.GITHUB/workflows/ci.yml',
  './.github/workflows/ci.yml',
  '.gitHub/actions/x/action.yml',
  'goals/a.yml',
  'goals/new.yml',
  'GOALS/a.yml',
  './goals/a.yml',
  'goals',
  'state/STOP',
  'state/lock.json',
  'State/STOP',
  'dist/index.js',
  'action.yml',
  'action.yaml',
  'ACTION.YML',
  'CODEOWNERS',
  'docs/CODEOWNERS',
  'Docs/Codeowners',
  '.circleci/config.yml',
  '.travis.yml',
  'Jenkinsfile',
  'azure-pipelines.yml',
  '.buildkite/pipeline.yml',
  '.drone.yml',
  'bitbucket-pipelines.yml',
  '.woodpecker.yml',
  'appveyor.yml',
  '.husky/pre-commit',
  '.npmrc',
  'AGENTS.md',
  'docs/AGENTS.md',
  'CLAUDE.md',
  'docs/claude.md',
  'GEMINI.md',
  '.cursorrules',
  'docs/.cursor/rules/x.mdc',
  '.windsurfrules',
  '.clinerules',
  '.aider.conf.yml',
  'docs/copilot-instructions.md',
  'infra/prod.tf',
  'Infra/prod.tf',
  // Through what is not a plain file.
  'docs/link',
  'docs/link/x.md',
  'docs/sub',
  'docs/sub/x.md',
  'docs/big.psd',
  'docs/a.md/x',
  'docs',
  'docs/A.MD',
  'readme.md',
];

it('tries at least 80 escapes', () => {
  expect(new Set(ESCAPES).size).toBeGreaterThanOrEqual(80);
});

it.each(ESCAPES)('%j can be neither written, edited nor deleted', async (path) => {
  const wanted = [
    ['write_file', { path, text: 'mine' }],
    ['edit_file', { path, old: 'x', new: 'mine' }],
    ['delete_file', { path }],
  ] as const;
  const { requests, tree, reports } = await play({
    files: FILES,
    goal: { permissions: { read: ['**'], write: ['**', '**/*', '.**/**'], effects: ['draft_pull_request'] } },
    assignment: { protectedGlobs: ['infra/**'] },
    replies: [calls(...wanted), calls(['give_up', { reason: 'x' }])],
  });
  const results = requests.at(-1)?.body.messages.filter(({ role }) => role === 'tool') ?? [];
  expect(results.map(({ content }) => content.slice(0, 9))).toEqual(['Refused: ', 'Refused: ', 'Refused: ']);
  expect(tree.changedPaths()).toEqual([]);
  expect(reports.map(({ event }) => event)).toEqual(['tool_refused', 'tool_refused', 'tool_refused']);
});

it.each(['src/a.ts', '.env', 'private/x', 'docs/../src/a.ts', 'docs/link', '/etc/passwd', '.git/config'])(
  '%j cannot be read, found or listed by a goal that may read docs only',
  async (path) => {
    const { requests } = await play({
      files: {
        'src/a.ts': 'needle',
        '.env': 'needle',
        'private/x': 'needle',
        'docs/link': { kind: 'symlink' },
        'docs/a.md': 'x',
      },
      goal: { permissions: { read: ['docs/**'], write: [], effects: [] } },
      replies: [
        calls(['read_file', { path }], ['search', { pattern: 'needle' }], ['list_files', {}]),
        calls(['give_up', { reason: 'x' }]),
      ],
    });
    const [read, search, list] =
      requests
        .at(-1)
        ?.body.messages.filter(({ role }) => role === 'tool')
        .map(({ content }) => content) ?? [];
    expect(read).toMatch(/^Refused: /);
    expect(search).toMatch(/^0 matches/);
    expect(list).toMatch(/^1 files match/);
  },
);
