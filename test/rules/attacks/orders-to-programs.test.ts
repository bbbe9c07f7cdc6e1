import { expect, test } from 'vitest';
import { commentReply } from '../../../src/report/on-github/comment-reply.ts';
import { workCommitMessage } from '../../../src/report/on-github/commit-message.ts';
import { commentText, newIssueText } from '../../../src/report/on-github/issue-words.ts';
import { asMasked } from '../../support/as-masked.ts';

const BY = asMasked({ file: 'goals/a.yml', wake: { id: '1-1', url: null }, marker: 'a/b/1' });

const comment = (text: string) => commentText(asMasked(text), BY);
const commit = (summary: string, title = 'Tidy') =>
  workCommitMessage(
    asMasked({
      ...{ prefix: '', goal: { id: 'a', title }, item: null, summary },
      ...{ wake: '1-1', epoch: 1, step: null, nonce: 'n' },
    }),
  );

/** Each is a line that some program takes for an order, wherever in a text it begins a line. */
const LINES: readonly (readonly [name: string, line: string, order: RegExp])[] = [
  ['approval by Prow', '/approve', /^\s*\/approve/m],
  ['approval in capitals', '/LGTM', /^\s*\/lgtm/im],
  ['a merge by a command', '/merge', /^\s*\/merge/m],
  ['tests of a stranger', '/ok-to-test', /^\s*\/ok-to-test/m],
  ['a build of Azure', '/azp run', /^\s*\/azp/m],
  ['a quick action of GitLab', '/label ~bug', /^\s*\/label/m],
  ['a command of the agent', '/wakeful run docs', /^\s*\/wakeful/m],
  ['a deployment by a dot', '.deploy production', /^\s*\.deploy/m],
  ['a deployment by an exclamation mark', '!deploy', /^\s*!deploy/m],
  ['bors', 'bors r+', /^\s*bors r\+/m],
  ['Jenkins', 'jenkins test this please', /^\s*jenkins test/im],
  ['a bot that is mentioned', '@dependabot merge', /@dependabot/],
  ['a coding agent that is mentioned', '@claude fix this', /@claude/],
  ['Zuul', 'recheck', /^\s*recheck/m],
  ['approval by a word', 'LGTM', /^\s*lgtm/im],
  ['approval by another word', 'approved', /^\s*approved/m],
  ['approval by a picture', ':shipit:', /^\s*:shipit:/m],
  ['approval by a number', '+1', /^\s*\+1/m],
  ['approval by two words', 'ship it', /^\s*ship it/m],
  ['a merge by a word', 'merge', /^\s*merge/m],
  ['a merge by Homu', 'r+ rollup', /^\s*r\+/m],
  ['a merge by a bot of this name', 'homu try', /^\s*homu/m],
  ['a merge by a dot', '.merge', /^\s*\.merge/m],
  ['a new build', 'rebuild', /^\s*rebuild/m],
  ['a build that is asked for', 'build this please', /^\s*build this/m],
  ['tests that are asked for', 'please test this', /^\s*please test/m],
  ['tests', 'run tests', /^\s*run tests/m],
  ['a pipeline', 'pipeline run', /^\s*pipeline/m],
  ['a trigger', 'trigger: ci', /^\s*trigger/m],
  ['a bot without its sign', 'dependabot merge', /^\s*dependabot/m],
  ['another bot without its sign', 'renovate rebase', /^\s*renovate/m],
  ['a coding agent inside a line', 'please let @claude fix this', /\s@claude/],
  ['a bot behind a mark of a quotation', '> @dependabot merge', /\s@dependabot/],
];

const PLACES: readonly (readonly [string, (line: string) => string])[] = [
  ['in a comment', (line) => comment(`Done.\n${line}\nBye.`)],
  ['at the start of a comment', (line) => comment(line)],
  ['in a block of code', (line) => comment(`Done.\n\`\`\`\n${line}\n\`\`\``)],
  ['in a block of code, moved in', (line) => comment(`\`\`\`sh\n   ${line}\n\`\`\``)],
  ['in a block with tildes', (line) => comment(`~~~\n${line}\n~~~`)],
  ['in a list', (line) => comment(`- ${line}`)],
  ['in a block that does not end', (line) => comment(`\`\`\`\n${line}`)],
  ['behind a blank of another kind', (line) => comment(`x\n\u00a0${line}`)],
  ['in a new issue', (line) => newIssueText(asMasked({ title: 'x', body: line }), BY).body],
  ['in an answer', (line) => commentReply(1, asMasked({ detail: line }))],
  ['in the body of a commit', (line) => commit(`${'word '.repeat(14)}${line}`)],
  ['at the start of a commit body', (line) => commit(line)],
  ['in the subject of a commit', (line) => commit('x', line)],
];

test.each(
  LINES.flatMap(([name, line, order]) => PLACES.map(([place, make]) => ({ name, place, line, order, make }))),
)('$name gives no order $place', ({ line, order, make }) => {
  expect(make(line)).not.toMatch(order);
});

test.each([
  ...[
    'skip ci',
    'ci skip',
    'no ci',
    'skip actions',
    'actions skip',
    'skip-ci',
    'ci-skip',
    'skip_ci',
    'ci_skip',
    'SKIP CI',
  ],
  ...[
    'skip travis',
    'travis skip',
    'skip travis-ci',
    'travis ci skip',
    'skip appveyor',
    'appveyor skip',
    'skip netlify',
  ],
  ...[
    'skip azurepipelines',
    'azurepipelines skip',
    'skip azpipelines',
    'azpipelines skip',
    'skip azp',
    'azp skip',
  ],
  ...[
    'skip circleci',
    'skip vercel',
    'vercel skip',
    'skip deploy',
    'CF-Pages-Skip',
    'skip render',
    'no-ci',
    ' skip ci ',
  ],
  ...['skip github', 'buildkite skip', 'skip tests', 'skip release', 'skip  ci'],
])('no text makes a CI skip what it is about: [%s]', (words) => {
  const order = `[${words}]`;
  for (const text of [commit(order), commit('x', order), comment(order), comment(`\`\`\`\n${order}\n\`\`\``)])
    expect(text.toLowerCase().replace(/\s+/g, ' ')).not.toContain(order.toLowerCase().replace(/\s+/g, ' '));
});

test.each([
  '***NO_CI***',
  'skip-checks: true',
  'skip-checks:true',
  'skip-checks : true',
  '--skip-ci',
  '--ci-skip',
  '--no-ci',
])('no text makes a CI skip what it is about: %s', (order) => {
  for (const text of [commit(order), commit('x', order), comment(order)]) expect(text).not.toContain(order);
});

test.each([
  ...['+semver: major', '+semver:minor', '#major', '#patch', '[major]', '[release]', '[deploy]', '[publish]'],
  ...['[test all]', '[automerge]', '[full ci]', '[rebuild]', '[RC 1]'],
  ...['PROJ-12 #close #time 2w', 'Fixes ENG-123', 'closes: OPS-9', 'Resolves T1234'],
  ...['BREAKING CHANGE: no more x', 'BREAKING-CHANGE: no more x', `This reverts commit ${'a'.repeat(40)}.`],
  ...['feat(api)!: new', 'fix(x): new', 'feat!: new', 'Release-As: 9.0.0', 'Signed-off-by: Ada <a@b.c>'],
  ...['--- a/x', '+++ b/x', '@@ -1 +1 @@', 'diff --git a/x b/x', '# --- >8 ---'],
])('no text makes a program release, undo, close or apply what a commit says: %s', (order) => {
  const lines = (text: string) => text.split('\n').filter((line) => line.startsWith(order));
  for (const text of [commit(order), commit(`${'word '.repeat(14)}${order}`)])
    expect(lines(text)).toEqual([]);
  if (/^(?:\+s|#\w|\[|[A-Z]+-\d|Fixes|closes|Resolves|This)/.test(order))
    expect(commit('x', `Tidy ${order}`)).not.toContain(order);
});

test.each([
  ...[
    'fixup! Fix x',
    'squash! Fix x',
    'amend! Fix x',
    'Release 1.2.3',
    'Version 1.2.3',
    'v1.2.3',
    'release: v2.0.0',
  ],
  ...['api!: drop x', 'hotfix(core)!: drop x', 'security!: drop x'],
])('no title of a change is an order to what reads titles: %s', (order) => {
  expect(commit('x', order)).not.toContain(order);
});

test.each(['chore(release): 1.2.3', 'chore(main): release 1.2.3', 'build: release v1.2.3'])(
  'no title of a change is that of a release: %s',
  (order) => {
    expect(commit('x', order)).not.toContain(order);
  },
);

test.each(['BEGIN_COMMIT_OVERRIDE', 'END_COMMIT_OVERRIDE', 'BEGIN_NESTED_COMMIT', 'begin_commit_override'])(
  'no text gives a release other words than its commits: %s',
  (order) => {
    for (const text of [commit(`x ${order}`), comment(`x ${order}`), comment(`\`${order}\``)])
      expect(text).not.toContain(order);
  },
);

test('names of packages and decorators in code stay as they are', () => {
  const code = 'npm i @types/node @scope/x\nclass A { constructor(@Inject() b) {} } // a@b.c';
  expect(comment(`\`\`\`ts\n${code}\n\`\`\``)).toContain(code);
});

test.each([
  ...[
    'mermaid',
    'Mermaid',
    'geojson',
    'topojson',
    'stl',
    'math',
    'plantuml',
    'graphviz',
    'dot',
    'kroki',
    'vega-lite',
  ],
  ...['json:table', 'suggestion', 'svgbob', 'abc', 'mermaid-js', 'latex'],
])('no block is drawn or applied instead of shown: %s', (language) => {
  const text = comment(`\`\`\`${language}\ngraph TD; a-->b\n\`\`\`\n~~~ ${language}\nx\n~~~`);
  expect(text).not.toMatch(/^\s*(?:`{3,}|~{3,})[ \t]*[^\s`~]/m);
});

test.each(['$x^2$', 'a $$\\sum$$ b', '$`x`$', '$$\nx\n$$'])('no formula is drawn: %s', (text) => {
  expect(comment(text)).not.toMatch(/(?<!\\)\$/);
});

test('a block of code keeps its language where it only colours', () => {
  expect(comment('```ts\nconst a = 1;\n```')).toContain('```ts\nconst a = 1;\n```');
  expect(comment('It costs $5.')).toContain('It costs $5.');
});
