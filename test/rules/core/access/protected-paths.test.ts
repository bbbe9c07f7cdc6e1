import { expect, test } from 'vitest';
import { PROTECTED_IN_SHORT } from '../../../../src/agent/denial-texts.ts';
import { agentFolders, protectedAs as protectedIn } from '../../../../src/core/access/protected-paths.ts';

const protectedAs = (path: string, goalsFolder: string) =>
  protectedIn(path, { goalsFolder, agentFolders: [] });

/** Paths that decide what runs, who is asked, or what the agent does; each kind has a few. */
const PROTECTED = [
  ...['.github', '.github/workflows/ci.yml', '.GitHub/x', '.gitignore', '.gitmodules', 'docs/.gitattributes'],
  ...['state/STOP', 'State', 'dist/index.js', 'action.yml', 'ACTION.YAML'],
  ...['CODEOWNERS', 'docs/codeowners'],
  ...['.circleci/config.yml', '.woodpecker.yml', '.gitea/x', '.travis.yml', 'azure-pipelines-nightly.yml'],
  ...[
    'Jenkinsfile',
    'jenkinsfile.release',
    '.readthedocs.yaml',
    'netlify.toml',
    'vercel.json',
    'render.yaml',
  ],
  ...['.vscode/tasks.json', '.devcontainer.json', '.devcontainer/x', '.husky/pre-commit', 'lefthook.yml'],
  ...['.pre-commit-config.yaml', '.npmrc', '.yarnrc.yml', '.pnpmfile.cjs', 'bunfig.toml'],
  ...['AGENTS.md', 'docs/agents.md', 'Claude.local.md', 'a/gemini.md', '.cursorrules', 'x/.cursor/rules'],
  ...['.clinerules', '.roomodes', '.mcp.json', 'a/copilot-instructions.md', '.agents/x', '.rules'],
  ...['plans', 'plans/tidy.yml', 'PLANS/x'],
  ...[
    'sub/action.yml',
    'docs/Jenkinsfile',
    'app/netlify.toml',
    'docs/.npmrc',
    'docs/.rooms/x',
    '.env',
    'docs/.github/x',
  ],
];

const FREE = [
  ...['docs/github/x.md', 'src/state.ts', 'states/x', 'distant/x', 'docs/dist/x', 'sub/action.md'],
  ...['src/codeowners', 'ci/x.yml', 'docs/travis.md', 'docs/jenkins.md', 'app/netlify.md', 'renderer.yml'],
  ...[
    'vscode/x',
    'docs/npmrc',
    'docs/agent-notes.md',
    'reagents.md',
    'docs/rooms/x',
    'planset/x',
    'a/plans/x',
  ],
  ...['env', 'README.md', 'docs/github/x.yml', 'package.json', 'Makefile', 'a.b/c..d'],
];

test.each(PROTECTED)('%s is protected', (path) => {
  expect(protectedAs(path, 'plans')).not.toBeNull();
});

test.each(FREE)('%s is not protected', (path) => {
  expect(protectedAs(path, 'plans')).toBeNull();
});

test('a path is protected as the first thing that it is', () => {
  const reasons = ['.github/x', '.gitignore', 'state/x', '.circleci/x', '.travis.yml', 'plans/x'].map(
    (path) => protectedAs(path, 'plans'),
  );
  expect(new Set(reasons).size).toBe(5);
  expect(reasons[3]).toBe(reasons[4]);
});

test('goals are protected in a folder below another one, and nothing beside it', () => {
  expect(protectedAs('wakeful/goals/a.yml', 'wakeful/goals')).not.toBeNull();
  expect(protectedAs('wakeful/a.yml', 'wakeful/goals')).toBeNull();
});

test('every path that the model is told in short is protected', () => {
  const paths = PROTECTED_IN_SHORT.split(', ').filter((path) => /^[.A-Za-z/]+$/.test(path));
  expect(paths.length).toBeGreaterThan(4);
  for (const path of paths) expect(protectedAs(path.replace(/\/$/, '/x'), 'plans'), path).not.toBeNull();
});

test('the sources of the agent are found wherever a repository holds them', () => {
  const file = 'src/core/access/protected-paths.ts';
  expect(agentFolders(['README.md', file, `tools/wakeful/${file}`, `x${file}`])).toEqual([
    '',
    'tools/wakeful/',
  ]);
  const folders = { goalsFolder: 'goals', agentFolders: ['tools/wakeful/'] };
  expect(protectedIn('tools/wakeful/src/cli.ts', folders)).toBe('own_source');
  expect(protectedIn('TOOLS/Wakeful/dist/action.mjs', folders)).toBe('own_source');
  expect(protectedIn('tools/other/src/cli.ts', folders)).toBeNull();
  expect(protectedIn('src/cli.ts', folders)).toBeNull();
});
