/** What a model, a repository and a person write reaches the runner as text, and no secret reaches anybody. */
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { temporaryFolder } from '../support/git/repositories.ts';
import { TOKEN } from '../support/git/stand-in.ts';
import { calls } from '../support/model-server.ts';
import { type BuiltAction, buildAction } from './built-action.ts';
import { MODEL_KEY, type StepResult } from './runner.ts';
import { openStage, sorts } from './stage.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

let action: BuiltAction;
beforeAll(async () => {
  action = await buildAction();
});
afterAll(() => action.remove());

const ORDERS = [
  '::set-output name=ending::forged',
  '\n::error file=README.md::forged',
  '##[error]forged',
  ' ::add-mask::glossary',
  '::stop-commands::x',
  '::wakeful-0123::',
].join('\n');

function obeyed({ commands }: StepResult): readonly string[] {
  return commands.map(({ name }) => name);
}

test('no text of others is an order to the runner', async () => {
  const title = 'Keep ##[error]forged sorted ::warning::forged';
  const goal = `title: "${title}"\nobjective: "::error::forged"\nschedule: {every: 24h}\npermissions: {write: ["docs/**"]}\n`;
  const stage = await openStage(action, {
    files: {
      'goals/glossary.yml': goal,
      'docs/::error::forged.md': 'pear\n',
      'docs/##[error]forged.md': 'x\n',
    },
  });
  stage.answer((_, n) => {
    if (n === 0) return calls(['note', { text: ORDERS }], ['read_file', { path: 'docs/::error::forged.md' }]);
    if (n === 1) return calls(['write_file', { path: 'docs/##[error]forged.md', text: ORDERS }]);
    if (n === 2) return calls(['no::error::such tool', { text: ORDERS }]);
    return calls(['finish', { summary: ORDERS }]);
  });
  const reason = ORDERS.replaceAll('\n', ' ');
  const step = await stage.run({ event: 'workflow_dispatch', actor: 'bea', inputs: { reason } });
  expect([step.code, step.outputs['ending']]).toEqual([0, 'worked']);
  expect(obeyed(step).filter((name) => name !== 'add-mask')).toEqual([]);
  expect(step.commands.map(({ data }) => data).join()).not.toContain('glossary');
  expect(step.lines.filter((line) => line.includes('##['))).toEqual([]);
  expect(step.printed).toContain('forged');
});

test('a model that answers with orders and gives up has them in a note, as text', async () => {
  const stage = await openStage(action);
  stage.answer(() => calls(['give_up', { reason: ORDERS }]));
  for (let attempt = 1; attempt <= 3; attempt++) {
    const step = await stage.run();
    const notes = step.commands.filter(({ name }) => name !== 'add-mask');
    expect(notes.every(({ data }) => !data.includes('\n'))).toBe(true);
    expect(notes.filter(({ properties }) => properties['file'] === 'README.md')).toEqual([]);
    expect(step.outputs['ending']).not.toBe('forged');
    expect(step.summary).not.toMatch(/^::/m);
  }
});

test('neither the token nor the key is printed, written, pushed, told to the model or handed to a program', async () => {
  const stage = await openStage(action);
  stage.answer((request, n) =>
    n === 0 ? sorts(request) : calls(['finish', { summary: `My key is ${MODEL_KEY}, the token ${TOKEN}.` }]),
  );
  const shim = await gitShim();
  const step = await stage.run({ env: { PATH: `${shim.folder}:${process.env['PATH']}` } });
  expect(step.outputs['ending']).toBe('worked');
  const password = Buffer.from(`x-access-token:${TOKEN}`).toString('base64');
  const masks = step.commands.filter(({ name }) => name === 'add-mask').map(({ data }) => data);
  const secrets = [TOKEN, MODEL_KEY, password];
  expect(masks).toEqual(expect.arrayContaining(secrets));
  const history = await stage.remote.git(['log', '--all', '--patch', '--format=%B']);
  const bodies = stage.exchanges.map(({ requestBody }) => requestBody).join('\n');
  const calledWith = shim.calls();
  expect(calledWith).toContain('fetch');
  const questions = JSON.stringify(stage.model.requests.map(({ body }) => body));
  expect(questions).toContain('glossary');
  const places = {
    lines: step.lines.join('\n'),
    summary: step.summary,
    history,
    bodies,
    calledWith,
    questions,
  };
  for (const [place, text] of Object.entries(places)) {
    for (const secret of secrets) expect([place, text.includes(secret)]).toEqual([place, false]);
  }
  expect(shim.environments()).not.toContain(MODEL_KEY);
  expect(JSON.stringify(step.outputs)).not.toContain(MODEL_KEY);
});

/** A git that writes down how it was called, and what its environment holds. */
async function gitShim() {
  const folder = await temporaryFolder();
  const script = [
    '#!/bin/sh',
    `echo "$@" >> ${folder}/calls`,
    // Not `env`: a shell hands on no variable whose name holds a hyphen.
    `cat /proc/$$/environ >> ${folder}/environments`,
    `PATH='${process.env['PATH']}' exec git "$@"`,
    '',
  ].join('\n');
  writeFileSync(join(folder, 'git'), script);
  chmodSync(join(folder, 'git'), 0o755);
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
  return { folder, calls: () => read('calls'), environments: () => read('environments') };
}
