import { beforeAll, describe, expect, test, vi } from 'vitest';
import { Halt } from '../../../src/core/ending.ts';
import type { ModelAnswer, ModelProvider, Question } from '../../../src/ports.ts';
import { type Behaviour, type ModelTurn, modelOf } from '../../../src/simulation/model/behaviour.ts';
import { Night, type NightWake, PLAIN } from '../../support/memory/night.ts';
import { shownBy, writtenBy } from '../../support/memory/written.ts';

vi.setConfig({ hookTimeout: 60_000 });

/** Every field that text from outside can reach. Each holds a token of its own, which may leave the process nowhere. */
const FIELDS = [
  'title of a goal',
  'objective of a goal',
  'element of a list',
  'title of a goal with issues',
  'field of a bad goal file',
  'value in a bad goal file',
  'commit name',
  'commit prefix',
  'label of drafts',
  'name of a file',
  'text of a file',
  'subject of a commit',
  'body of a commit',
  'author of a commit',
  'title of an issue',
  'body of an issue',
  'author of an issue',
  'label of an issue',
  'comment on an issue',
  'author of a comment',
  'text of an answer',
  'name of a tool',
  'path of a tool',
  'pattern of a search',
  'argument that is no JSON',
  'note',
  'text that is written',
  'name that is written',
  'summary',
  'reason to give up',
  'comment that is proposed',
  'title that is proposed',
  'label that is proposed',
  'error of the model server',
  'error of GitHub',
  'defect',
  'reason of the trigger',
  'who started the wake',
  'stop of the variable',
  'text of state/STOP',
  'password in an address',
  'refusal of a push',
] as const;
type Field = (typeof FIELDS)[number];

const PASSWORD = 'hidden-in-an-address-42';

/** A token of a known shape that names its field by its number. */
function tokenIn(field: Field): string {
  if (field === 'password in an address') return PASSWORD;
  const number = String(FIELDS.indexOf(field)).padStart(2, '0');
  return ['gh', 'p_', `${number}a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7`].join('');
}

/** How a text may hold it. */
const FORMS: Readonly<Record<string, (token: string) => string>> = {
  'as it is': (token) => token,
  'between characters that nobody sees': (token) => [...token].join('\u200b'),
  'between soft hyphens': (token) => [...token].join('\u00ad'),
  'between variation selectors and tags': (token) => [...token].join('\ufe0f\u{e0041}'),
  'with per cent signs': (token) => spelt(token, (code) => `%${code.toString(16)}`),
  'as escapes of JSON': (token) => spelt(token, (code) => `\\u00${code.toString(16)}`),
  'as characters of HTML': (token) => spelt(token, (code) => `&#x${code.toString(16)};`),
  'in base64': (token) => Buffer.from(token).toString('base64'),
  'as a dump of bytes': (token) => Buffer.from(token).toString('hex'),
};

function spelt(token: string, spell: (code: number) => string): string {
  return [...token].map((character) => spell(character.charCodeAt(0))).join('');
}

/** How it may look in what has left. */
function formsOf(token: string, form: (token: string) => string): readonly string[] {
  const bytes = Buffer.from(token);
  return [
    token,
    token.slice(4, 30),
    [...token].join('\u200b'),
    bytes.toString('base64').slice(2, -4),
    bytes.toString('hex'),
    form(token),
    form(token.slice(6, 30)),
  ];
}

interface Left {
  readonly all: string;
  readonly wakes: readonly NightWake[];
  readonly questions: number;
  readonly refusals: number;
}

async function playedWith(form: (token: string) => string): Promise<Left> {
  const of = (field: Field): string => form(tokenIn(field));
  const night = await nightWith(of);
  const asked: Question[] = [];
  const model: ModelProvider = modelOf(behaviourWith(of), (question) => {
    asked.push(question);
    night.clock.advance(1_000);
  });
  const wakes: NightWake[] = [];
  const trigger = {
    kind: 'person',
    by: of('who started the wake'),
    reason: of('reason of the trigger'),
  } as const;
  const secrets = [PASSWORD];
  let refusals = 0;
  night.remote.refusal = `remote: no push with ${of('refusal of a push')} here`;
  const refuseOnce = (refs: readonly { readonly branch: string }[]): 'refuse' | null => {
    if (refusals > 0 || refs.every(({ branch }) => branch === 'wakeful-state')) return null;
    refusals += 1;
    return 'refuse';
  };
  night.remote.onPush = (_, refs) => refuseOnce(refs);
  const wake = async (options: Parameters<Night['wake']>[0] = {}): Promise<void> => {
    wakes.push(await night.wake({ model, trigger, secrets, ...options }));
    night.clock.advance(21_600_000);
    // Whoever has mended the rule that refused a push has changed it.
    night.github.rules = JSON.stringify(['after', refusals]);
  };
  await wake();
  await wake({ trigger: {} });
  night.github.outage = new Halt('github_unavailable', `GitHub says ${of('error of GitHub')}.`);
  night.github.onCall = (call) => (call % 2 === 0 ? 'error_before' : null);
  await wake({ trigger: {} });
  night.github.onCall = () => null;
  await wake({ stop: of('stop of the variable') });
  night.remote.onFetch = () => {
    night.remote.onFetch = () => {};
    throw new Error(`cannot use ${of('defect')}`);
  };
  await wake();
  night.remote.onFetch = () => {
    night.remote.onFetch = () => {};
    throw new Halt(
      'github_unavailable',
      `git fetch https://x:${of('password in an address')}@github.example failed`,
    );
  };
  await wake();
  const own = night.issues.all.map(({ comments, ...issue }) => ({
    comments: comments.filter(({ isByAgent }) => isByAgent),
    issue: issue.author.includes('bot') ? issue : null,
  }));
  await night.remote.commit({
    branch: 'wakeful-state',
    files: { 'state/STOP': `${of('text of state/STOP')}\n` },
    time: night.clock.now(),
  });
  const before = writtenBy(night).replaceAll(of('text of state/STOP'), '');
  await wake();
  const all = [before, JSON.stringify(own), JSON.stringify(asked), ...wakes.map(shownBy)].join('\n');
  return { all, wakes, questions: asked.length, refusals };
}

async function nightWith(of: (field: Field) => string): Promise<Night> {
  const text = (field: Field): string => JSON.stringify(`About ${of(field)}`);
  // Where only short texts are right, and where a problem spells what nobody sees.
  const short = (field: Field): string => JSON.stringify(tokenIn(field));
  const night = await Night.begin({
    goals: {},
    settings: [
      `commit: {name: ${short('commit name')}, prefix: ${short('commit prefix')}}`,
      `draft: {labels: [${short('label of drafts')}]}`,
      'open_drafts: 20',
      '',
    ].join('\n'),
    files: { 'docs/plain.md': `A\n${of('text of a file')}\n` },
  });
  await night.commit({
    'goals/tidy.yml': `title: ${text('title of a goal')}\nobjective: ${text('objective of a goal')}\n${PLAIN}`,
    'goals/list.yml': `title: List\nobjective: Go.\n${PLAIN}for_each: {list: [${text('element of a list')}], drafts: per_item}\n`,
    'goals/commits.yml': `title: Commits\nobjective: Go.\n${PLAIN}for_each: {commits: true, drafts: per_item}\n`,
    'goals/files.yml': `title: Files\nobjective: Go.\n${PLAIN}for_each: {files: "docs/*.md", drafts: per_item}\n`,
    'goals/issues.yml': `title: ${text('title of a goal with issues')}\nobjective: Go.\nschedule: {every: 6h}\npermissions: {effects: [comment_on_issue, open_issue, label_issue]}\nfor_each: {issues: {labels: [triage]}}\n`,
    'goals/bad.yml': `${short('field of a bad goal file')}: 1\nschedule: ${short('value in a bad goal file')}\n`,
  });
  await night.remote.commit({
    branch: 'main',
    message: `Rotate ${of('subject of a commit')}\n\n${of('body of a commit')}`,
    author: of('author of a commit'),
    files: { [`docs/${of('name of a file')}.md`]: 'B\n' },
    time: night.clock.now() - 60_000,
  });
  night.issues.write({
    title: of('title of an issue'),
    body: of('body of an issue'),
    author: of('author of an issue'),
    labels: ['triage', of('label of an issue')],
  });
  night.issues.takesComment(1, { author: of('author of a comment'), body: of('comment on an issue') });
  return night;
}

function behaviourWith(of: (field: Field) => string): Behaviour {
  const script: readonly (ModelTurn | ModelAnswer)[] = [
    [
      ['read_file', { path: 'docs/plain.md' }],
      ['search', { pattern: 'A|ghp_' }],
      ['list_files', {}],
    ],
    [
      ['read_issue', { issue: 1 }],
      [of('name of a tool'), {}],
      ['read_file', { path: of('path of a tool') }],
    ],
    [
      ['search', { pattern: of('pattern of a search') }],
      ['note', { text: of('note') }],
    ],
    answer({ content: of('text of an answer'), text: `{"path": ${of('argument that is no JSON')}` }),
    [
      ['write_file', { path: 'docs/x.md', text: of('text that is written') }],
      ['write_file', { path: `docs/${of('name that is written')}.md`, text: 'x' }],
    ],
    [
      ['comment_on_issue', { issue: 1, body: of('comment that is proposed') }],
      ['open_issue', { title: of('title that is proposed'), body: 'x' }],
      ['label_issue', { issue: 1, labels: [of('label that is proposed')] }],
    ],
  ];
  const items = new Map<string, number>();
  return ({ item, turn }) => {
    if (turn === 0) items.set(item, (items.get(item) ?? 0) + 1);
    const next = script[turn];
    // A change with a secret in a name is refused as a whole: one goal is enough for that.
    if (turn === 4 && item !== 'the whole window') return [['list_files', {}]];
    if (next !== undefined) return next;
    const times = items.get(item) ?? 0;
    if (item.startsWith('docs/plain') && times === 1)
      return fault(`refused ${of('error of the model server')}`);
    if (item.startsWith('docs/')) return [['give_up', { reason: of('reason to give up') }]];
    const name = item.replace(/[^a-z0-9]+/gi, '-').slice(0, 20);
    if (turn === script.length) return [['write_file', { path: `docs/out-${name}.md`, text: 'Done.\n' }]];
    return [['finish', { summary: of('summary') }]];
  };
}

function answer({ content, text }: { readonly content: string; readonly text: string }): ModelAnswer {
  const toolCalls = [{ id: 'odd', name: 'read_file', arguments: text }];
  return { kind: 'answer', content, toolCalls, finish: 'tool_calls', usage: { tokensIn: 10, tokensOut: 10 } };
}

function fault(detail: string): ModelAnswer {
  return { kind: 'fault', fault: 'bad_request', isCharged: false, retryAfter: null, detail };
}

describe.each(Object.entries(FORMS))('I13: a secret that stands %s', (_, form) => {
  let left: Left;
  beforeAll(async () => {
    left = await playedWith(form);
  });

  test('is met by wakes that work, ask a model and open drafts', () => {
    const goals = left.wakes.flatMap(({ result }) => result.goals);
    // Where the secret is spelt in characters that no path may hold, one goal less comes to a draft.
    expect(goals.flatMap(({ drafts }) => drafts).length).toBeGreaterThan(0);
    expect(left.questions).toBeGreaterThan(20);
    expect(left.refusals).toBe(1);
    expect(left.all).toContain('[masked]');
  });

  test.each(FIELDS)('in the %s has left the process nowhere', (field) => {
    for (const text of formsOf(tokenIn(field), form))
      expect([text, left.all.includes(text)]).toEqual([text, false]);
  });
});
