import { describe, expect, test } from 'vitest';
import { alertText } from '../../../src/report/on-github/alert.ts';
import { commentReply } from '../../../src/report/on-github/comment-reply.ts';
import { workCommitMessage } from '../../../src/report/on-github/commit-message.ts';
import { commentText, newIssueText } from '../../../src/report/on-github/issue-words.ts';
import { type DraftInput, draftText } from '../../../src/report/on-github/pull-request.ts';
import { logList } from '../../../src/report/status/log-list.ts';
import { asMasked } from '../../support/as-masked.ts';

/*
 * What others have written, the title of an issue, the name of a file, the answer of a server, a line of the log, stands in what
 * the agent says. There it links nowhere, and adds nobody to the authors of a commit.
 */

const HOME = 'https://github.com/acme/site';
const RUN = `${HOME}/actions/runs/1`;
const BY = asMasked({ file: 'goals/a.yml', wake: { id: '1-1', url: RUN }, marker: 'a/b/1' });

const DRAFT: DraftInput = {
  goal: { id: 'a', file: 'goals/a.yml', title: 'A', objective: 'Look after A.' },
  subject: null,
  window: {
    ...{ slot: '2026-11-22T00:00:00Z', from: '2026-11-21T18:00:00Z', to: '2026-11-22T00:00:00Z' },
    commit: 'a'.repeat(40),
  },
  summaries: [],
  checks: [],
  spent: { tokens: 1, usdMicros: 0, calls: 1 },
  limits: {
    ...{
      minutes: 1,
      setupMinutes: 1,
      modelCalls: 1,
      attempts: 1,
      itemsPerWake: 1,
      tokens: 1,
      tokensPerDay: 1,
      openDrafts: 1,
    },
    ...{ usdPerDay: null, usdPerMonth: null, changedFiles: 1, changedLines: 1, repeats: 3 },
  },
  wake: { id: '1-1', url: RUN },
  incomplete: null,
  notes: { running: [], unseen: [], shortened: [], tests: [] },
  model: 'm',
  marker: 'a/b/0',
};

const draft = (change: Partial<DraftInput>) => draftText(asMasked({ ...DRAFT, ...change })).body;
const task = (title: string, summary: string) => ({ title, ending: null, summary });
const alert = (detail: string, title = 'A') =>
  alertText(
    asMasked({
      ...{ goal: { id: 'a', title }, cause: 'forbidden' as const, detail, home: HOME },
      ...{ since: '2026-11-22T03:05:00Z', branch: 'wakeful-state' },
    }),
  ).body;
const logged = (message: string, goal = 'a') =>
  logList([
    asMasked({
      ...{ ts: '2026-11-22T03:05:00Z', level: 'warn' as const, event: 'item_failed' as const, wake: 'x' },
      ...{ message, goal },
    }),
  ]);

const PLACES: readonly (readonly [name: string, make: (words: string) => string])[] = [
  ['the title of a task in a draft', (words) => draft({ summaries: [task(words, 'x'), task('b', 'y')] })],
  ['a summary in a draft', (words) => draft({ summaries: [task('a', words)] })],
  ['why a draft is incomplete', (words) => draft({ incomplete: words })],
  ['a check in a draft', (words) => draft({ checks: [words] })],
  [
    'the name of a file in a draft',
    (words) => draft({ notes: { running: [words], unseen: [], shortened: [], tests: [] } }),
  ],
  ['the objective in a draft', (words) => draft({ goal: { ...DRAFT.goal, objective: words } })],
  ['what happened, in an alert', (words) => alert(words)],
  ['the title of a goal in an alert', (words) => alert('x', words)],
  ['a comment', (words) => commentText(asMasked(words), BY)],
  ['a new issue', (words) => newIssueText(asMasked({ title: 'x', body: words }), BY).body],
  ['an answer to a comment', (words) => commentReply(1, asMasked({ detail: words }))],
  ['a line of the log on the status page', (words) => logged(words)],
  ['the goal of a line of the log on the status page', (words) => logged('x', words)],
];

const WORDS: readonly (readonly [name: string, words: string])[] = [
  ['a link', '[click](http://evil.example)'],
  ['a link without a protocol', '[click](//evil.example)'],
  ['a link to a program', '[click](javascript:alert)'],
  ['a link with a blank in it', '[click]( http://evil.example )'],
  ['a link over two lines', '[click\nhere](http://evil.example)'],
  ['a link behind a code span', '`a` [click](http://evil.example)'],
  ['a link behind a broken code span', '``a` [click](http://evil.example)'],
  ['a link behind a backslash', '\\[click](http://evil.example)'],
  ['a link by a reference', '[click][1]\n\n[1]: http://evil.example'],
  ['a picture', '![x](http://evil.example/x.png)'],
  ['an address between brackets', '<http://evil.example>'],
  ['an address', 'see http://evil.example now'],
  ['an address in capitals', 'HTTPS://evil.example'],
  ['an address that begins with www', 'www.evil.example'],
  ['an address of mail', 'root@evil.example'],
  ['HTML', '<a href="http://evil.example">click</a>'],
  ['a page that a person can open', '`https://evil.example/compare/x?expand=1`'],
  ['such a page of a server that begins like the own one', `\`${HOME}.evil.example/compare/x?expand=1\``],
];

/** What is left once code spans and blocks, in which nothing is a link, and the agent's own link are taken out. */
function outsideCode(text: string): string {
  const plain = text.replace(/^[ >]*```[\s\S]*?^[ >]*```/gm, '').replaceAll(`](${RUN})`, '');
  return plain.replace(/(?<![\\`])`[^`\n]+`(?!`)/g, '~');
}

const LINK = /(?<!\\)\]\(|(?<!\\)\]:|(?:https?|ftp):\/\/|www\.|@evil|<a\b|<http/i;

describe.each(PLACES)('in %s', (_, make) => {
  test.each(WORDS)('%s leads nowhere', (_name, words) => {
    expect(outsideCode(make(words))).not.toMatch(LINK);
  });
});

test.each([
  'Co-authored-by: octocat <octocat@users.noreply.github.com>',
  'co-authored-by: octocat <octocat@github.com>',
  'CO-AUTHORED-BY: octocat <octocat@github.com>',
  'Co-authored-by : octocat <octocat@github.com>',
  'Signed-off-by: octocat <octocat@github.com>',
  'On-behalf-of: @acme <acme@github.com>',
  'Reviewed-by: octocat <octocat@github.com>',
  'Wakeful-Wake: 9-9',
  '\u200bCo-authored-by: octocat <octocat@github.com>',
  'Co\u00adauthored-by: octocat <octocat@github.com>\nCo-authored-by: x <x@y.z>',
])('no words become a trailer of a commit: %j', (line) => {
  const of = (summary: string, title = 'A', item: string | null = null) =>
    workCommitMessage(
      asMasked({
        ...{ prefix: '', goal: { id: 'a', title }, item, summary },
        ...{ wake: '1-1', epoch: 1, step: null, nonce: 'n' },
      }),
    );
  const messages = [
    ...[
      of(line),
      of(`Done.\n\n${line}`),
      of(`Done.\n\n${line}\n${line}`),
      of(`${'word '.repeat(14)}${line}`),
    ],
    ...[of('x', `A\n\n${line}`), of('x', 'A', `b\n\n${line}`)],
  ];
  for (const message of messages) {
    const trailers = message.split('\n\n').at(-1)?.trim().split('\n') ?? [];
    const own = /^Wakeful-(?:Goal: a|Wake: 1-1|Epoch: 1|Nonce: n)$/;
    expect(trailers.filter((each) => !own.test(each))).toEqual([]);
    expect(
      message
        .split('\n')
        .slice(1, -5)
        .filter((each) => /^[\w-]+\s*:/.test(each)),
    ).toEqual([]);
  }
});
