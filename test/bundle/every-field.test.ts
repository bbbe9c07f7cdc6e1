/** A secret in each field of what the built Action reads is looked for in all that left it: requests, git, outputs, summary, log. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { calls, completion, type ModelRequest, type Reply } from '../support/model-server.ts';
import { type BuiltAction, buildAction } from './built-action.ts';
import type { StepResult } from './runner.ts';
import { openStage, type Stage, sorts } from './stage.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let action: BuiltAction;
beforeAll(async () => {
  action = await buildAction();
});
afterAll(() => action.remove());

const FIELDS = [
  'title of a goal',
  'objective of a goal',
  'value of a bad goal file',
  'name of the author of commits',
  'label of drafts',
  'name of a file',
  'text of a file',
  'subject of a commit',
  'body of a commit',
  'author of a commit',
  'title of an issue',
  'body of an issue',
  'comment on an issue',
  'text of an answer',
  'name of a tool',
  'path of a tool',
  'note',
  'text that is written',
  'summary',
  'reason to give up',
  'comment that is proposed',
  'title that is proposed',
  'error of the model server',
  'reason of a start by hand',
  'login of who started it',
  'stop of the variable',
] as const;
type Field = (typeof FIELDS)[number];

/** A token of a known shape that names its field by its number. */
function tokenIn(field: Field): string {
  const number = String(FIELDS.indexOf(field)).padStart(2, '0');
  return ['gh', 'p_', `${number}a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7`].join('');
}

const about = (field: Field): string => `About ${tokenIn(field)}`;

const GOALS = {
  'goals/work.yml': `title: ${about('title of a goal')}\nobjective: ${about('objective of a goal')}\nschedule: {every: 24h}\npermissions: {write: ["docs/**"]}\n`,
  'goals/secret.yml':
    'title: Secret\nobjective: Write a secret.\nschedule: {every: 24h}\npermissions: {write: ["docs/**"]}\n',
  'goals/hopeless.yml':
    'title: Hopeless\nobjective: Give up.\nschedule: {every: 24h}\npermissions: {write: ["docs/**"]}\n',
  'goals/refused.yml': 'title: Refused\nobjective: Be refused.\nschedule: {every: 24h}\n',
  'goals/commits.yml':
    'title: Commits\nobjective: Look at commits.\nschedule: {every: 24h}\nfor_each: {commits: true}\n',
  'goals/issues.yml':
    'title: Issues\nobjective: Answer issues.\nschedule: {every: 24h}\npermissions: {effects: [comment_on_issue, open_issue]}\nfor_each: {issues: {labels: [triage]}}\n',
  'goals/bad.yml': `title: Bad\nobjective: Go.\nschedule: ${about('value of a bad goal file')}\n`,
  '.github/wakeful.yml': `commit: {name: ${about('name of the author of commits')}}\ndraft: {labels: [${tokenIn('label of drafts')}]}\nopen_drafts: 10\n`,
};

const DONE = calls(['finish', { summary: about('summary') }]);

/** By the goal's objective: what the model answers in each turn. */
const SCRIPTS: Readonly<Record<string, readonly Reply[]>> = {
  'Write a secret': [
    calls(['write_file', { path: 'docs/secret.md', text: about('text that is written') }]),
    DONE,
  ],
  'Give up': [calls(['give_up', { reason: about('reason to give up') }])],
  'Be refused': [
    {
      kind: 'json',
      status: 400,
      body: { error: { message: `refused ${about('error of the model server')}`, code: 'bad' } },
    },
  ],
  'Look at commits': [DONE],
  'Answer issues': [
    calls(['read_issue', { issue: 1 }]),
    calls(
      ['comment_on_issue', { issue: 1, body: about('comment that is proposed') }],
      ['open_issue', { title: about('title that is proposed'), body: 'x' }],
      ['comment_on_issue', { issue: 1, body: 'Thank you.' }],
    ),
    DONE,
  ],
};

const WORK: readonly Reply[] = [
  calls(['list_files', {}], ['read_file', { path: 'docs/plain.md' }], ['search', { pattern: 'About' }]),
  completion({ content: about('text of an answer') }),
  calls(
    [tokenIn('name of a tool'), {}],
    ['read_file', { path: tokenIn('path of a tool') }],
    ['note', { text: about('note') }],
  ),
  calls(['write_file', { path: 'docs/new.md', text: 'New.\n' }]),
  DONE,
];

function reply({ body: { messages } }: ModelRequest): Reply {
  const asked = messages.map(({ content }) => content).join('\n');
  const script = Object.entries(SCRIPTS).find(([objective]) => asked.includes(objective))?.[1] ?? WORK;
  const turn = messages.filter(({ role }) => role === 'assistant').length;
  return script[Math.min(turn, script.length - 1)] ?? DONE;
}

async function stageWithSecrets(): Promise<Stage> {
  const stage = await openStage(action, {
    files: { ...GOALS, 'docs/plain.md': `A\n${about('text of a file')}\n` },
  });
  await stage.remote.commit({
    branch: 'main',
    message: `Rotate ${tokenIn('subject of a commit')}\n\n${about('body of a commit')}`,
    author: tokenIn('author of a commit'),
    files: { [`docs/${tokenIn('name of a file')}.md`]: 'B\n' },
    time: Date.now() - 3_600_000,
  });
  const { person } = stage.standIn;
  const issue = await person.openIssue({
    title: about('title of an issue'),
    body: about('body of an issue'),
    labels: ['triage'],
  });
  await person.comment(issue, about('comment on an issue'), 'bea');
  return stage;
}

/** All that has left, by the way that it took. */
async function leftBy(stage: Stage, steps: readonly StepResult[]): Promise<Readonly<Record<string, string>>> {
  const refs = (await stage.remote.git(['for-each-ref', '--format=%(refname)', 'refs/heads/wakeful*']))
    .split('\n')
    .filter((ref) => ref !== '');
  return {
    'requests to GitHub': stage.exchanges
      .map(({ method, url, requestBody }) => `${method} ${url} ${requestBody}`)
      .join('\n'),
    'branches of the agent': [
      refs.join('\n'),
      await stage.remote.git(['log', '--patch', '--format=%an %ae %B', ...refs, '--not', 'main']),
    ].join('\n'),
    'questions to the model': JSON.stringify(stage.model.requests.map(({ body }) => body)),
    'lines of the log': steps.flatMap(({ lines }) => lines).join('\n'),
    'orders to the runner': JSON.stringify(steps.map(({ commands }) => commands)),
    outputs: JSON.stringify(steps.map(({ outputs }) => outputs)),
    summaries: steps.map(({ summary }) => summary).join('\n'),
  };
}

/** Fields whose secret is in what left, with the way that it took. */
function leaks(left: Readonly<Record<string, string>>): readonly string[] {
  return FIELDS.flatMap((field) =>
    Object.entries(left).flatMap(([way, text]) =>
      // Whole, or what is left of it where a text was cut.
      text.includes(tokenIn(field).slice(6, 30)) ? [`${field}: ${way}`] : [],
    ),
  );
}

test('I13: a secret in any field is in no request, no branch, no output, no summary and no line of the log', async () => {
  const stage = await stageWithSecrets();
  stage.answer(reply);
  const reason = about('reason of a start by hand');
  const actor = tokenIn('login of who started it');
  const left = await leftBy(stage, [
    await stage.run({ event: 'workflow_dispatch', actor, inputs: { reason } }),
    await stage.run(),
    await stage.run({ inputs: { stop: about('stop of the variable') } }),
  ]);
  expect(left['requests to GitHub']).toMatch(/POST \S+\/pulls /);
  expect(left['requests to GitHub']).toMatch(/POST \S+\/issues\/1\/comments /);
  expect(left['branches of the agent']).toContain('docs/new.md');
  const { 'orders to the runner': _, ...masked } = left;
  const isMasked = (text: string): boolean => /\\?\[masked/.test(text);
  expect(Object.entries(masked).flatMap(([way, text]) => (isMasked(text) ? [] : [way]))).toEqual([]);
  expect(leaks(left)).toEqual([]);
});

test('I13: the password in the address of the model server is in nothing that left', async () => {
  const password = 'hidden-in-an-address-42';
  const stage = await openStage(action);
  stage.answer(sorts);
  const address = stage.model.baseUrl.replace('http://', `http://somebody:${password}@`);
  const steps = [
    await stage.run({ inputs: { 'openai-base-url': address } }),
    await stage.run({ inputs: { 'openai-base-url': address.replace(/:\d+\//, ':1/') } }),
    await stage.run({ inputs: { 'openai-base-url': `${address} of nowhere` } }),
  ];
  const { 'orders to the runner': orders = '', ...left } = await leftBy(stage, steps);
  for (const [way, text] of Object.entries(left))
    expect([way, text.includes(password)]).toEqual([way, false]);
  const shown = steps.flatMap(({ commands }) => commands).filter(({ name }) => name !== 'add-mask');
  expect(JSON.stringify(shown)).not.toContain(password);
  expect(orders).toContain('add-mask');
});
