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
