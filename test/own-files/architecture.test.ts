import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { linesOf } from '../../scripts/house/sizes.ts';
import { importsOf } from '../support/architecture/import-statements.ts';
import { ROOMS } from '../support/architecture/imports.ts';
import { isWithin, readSourceTree, resolveSpecifier } from '../support/architecture/source-tree.ts';
import { findIdleRules, findUnplanned, findViolations } from '../support/architecture.ts';
import { type Files, PlantedTrees } from '../support/planted-tree.ts';

describe('the source', () => {
  const source = readSourceTree(join(import.meta.dirname, '../../src'));

  test('keeps to the import table, the restricted uses, the choke points, the names and the sizes', () => {
    expect(findViolations(source)).toEqual([]);
  });

  test('has every member that a choke point watches over', () => {
    expect(findIdleRules(source)).toEqual([]);
  });

  test('tells a wake in one file of 100 lines, and the end of an item in four files of 600', () => {
    const linesOfAll = (paths: readonly string[]): number =>
      source.modules.filter(({ path }) => paths.includes(path)).reduce((sum, file) => sum + linesOf(file), 0);
    expect(linesOfAll(['wake/wake.ts'])).toBeLessThanOrEqual(100);
    const finish = 'wake/item/finish-item.ts';
    const imports = source.modules.filter(({ path }) => path === finish).flatMap(importsOf);
    const steps = imports
      .map(({ specifier }) => resolveSpecifier(finish, specifier ?? ''))
      .filter((path) => path !== null && isWithin(path, ['wake/', 'ledger/', 'alerts/']));
    const files = [finish, ...steps.flatMap((path) => path ?? [])];
    expect(files.length, files.join(', ')).toBeLessThanOrEqual(4);
    expect(linesOfAll(files)).toBeLessThanOrEqual(600);
  });

  test('keeps to the floor plan, the words, and the place of sentences', () => {
    expect(findUnplanned(source, join(import.meta.dirname, '..'))).toEqual([]);
  });
});

const trees = new PlantedTrees();
afterAll(() => trees.remove());

/** Writes a small source tree and gives what is found in it. */
const plant = (files: Files): readonly string[] => findViolations(trees.read(files));

const EXPORT = 'export const a = 1;\n';
const PORTS = `
export interface StateStore { push(refs: string): Promise<void>; fetch(): Promise<void> }
export interface GitHub { createDraft(): void; findDrafts(): void; closeAlertIssue(): void }
export interface World { readonly state: StateStore; readonly github: GitHub }
`;

describe('a tree that keeps the rules', () => {
  test('has no violation', () => {
    const files = {
      'core/access/matching/globs.ts': `import { RE2JS } from 're2js';\nexport const p = RE2JS;\n`,
      'core/goal.ts': `export const g = [];\nexport const d = new Date(0);\nexport const m = Math.max(1, Date.parse('2026-01-01'));\n`,
      'ports.ts': `import type { g } from './core/goal.ts';\nexport type G = typeof g;\n${PORTS}`,
      'config/file.ts': `import * as v from 'valibot';\nimport type { G } from '../ports.ts';\nexport const f: G | typeof v = v;\n`,
      'report/page.ts': `import { d } from '../core/goal.ts';\nimport type { R } from '../core/wake-result.ts';\nexport const p: [R, Date] = [1, d];\n`,
      'agent/loop.ts': `import type { World } from '../ports.ts';\nexport const l = (world: World) => world.state.fetch();\n`,
      'core/wake-result.ts': 'export type R = number;\n',
      'ledger/ledger.ts': `import type { World } from '../ports.ts';\nexport const save = (world: World) => world.state.push('x');\n`,
      'alerts/sync-alerts.ts': `import type { World } from '../ports.ts';\nexport const tell = (world: World) => world.github.createDraft();\n`,
      'adapters/runner.ts': `export const env = process.env;\nexport const now = () => Date.now() + Math.random() + performance.now();\nexport const wait = setTimeout;\n`,
      'adapters/git/store.ts': `import { spawn } from 'node:child_process';\nimport { b } from './push.ts';\nexport const s = [spawn('git', []), b];\n`,
      'adapters/git/push.ts': `export const b = process.platform;\n`,
      'adapters/openai/fault.ts': `export type { APIError } from 'openai';\n`,
      'adapters/openai-model.ts': `import type OpenAI from 'openai';\nexport type { APIError } from './openai/fault.ts';\nexport const open = async (): Promise<OpenAI> => new (await import('openai')).default();\n`,
      'commands/rehearse.ts': `import { env } from '../adapters/runner.ts';\nexport const r = [env, process.stdout.isTTY];\n`,
      'cli.ts': `import { r } from './commands/rehearse.ts';\nprocess.exitCode = r.length;\nprocess.on('SIGINT', () => {});\n`,
    };
    expect(plant(files)).toEqual([]);
  });

  test('may use a word of its own that a global has as well', () => {
    const own = `export function wait(setTimeout: () => void, performance: { now(): number }) {\n  setTimeout();\n  return performance.now();\n}\n`;
    expect(plant({ 'core/own.ts': own })).toEqual([]);
  });

  test('may call members of the same name on other things', () => {
    const other = `import type { World } from '../ports.ts';\nexport const list: number[] = [];\nlist.push(1);\nexport const f = (world: World) => world.github.findDrafts();\nexport const run = { run: () => 1 }.run();\n`;
    expect(plant({ 'ports.ts': PORTS, 'wake/other.ts': other })).toEqual([]);
  });
});

interface Planted {
  readonly rule: string;
  readonly files: Files;
  readonly found: readonly string[];
}

/** One file that breaks a rule, and what it imports. */
function imports(from: string, to: string, keyword = 'import'): Files {
  const up = '../'.repeat(from.split('/').length - 1) || './';
  const text = `${keyword} { a } from '${up}${to}';\nexport ${keyword === 'import' ? 'const b =' : 'type B = typeof'} a;\n`;
  return { [from]: text, [to]: EXPORT };
}

/** For each room at least one import that its row of the table forbids. */
const FORBIDDEN_IMPORTS: readonly (readonly [room: string, from: string, to: string])[] = [
  ['core/', 'core/x.ts', 'ports.ts'],
  ['core/', 'core/x.ts', 'config/y.ts'],
  ['core/', 'core/x.ts', 'core/due/y.ts'],
  ['core/text/', 'core/text/x.ts', 'core/y.ts'],
  ['core/access/', 'core/access/x.ts', 'core/money/y.ts'],
  ['core/money/', 'core/money/x.ts', 'core/progress/y.ts'],
  ['core/schedule/', 'core/schedule/x.ts', 'core/progress/y.ts'],
  ['core/progress/', 'core/progress/x.ts', 'core/due/y.ts'],
  ['core/log/', 'core/log/x.ts', 'core/due/y.ts'],
  ['core/due/', 'core/due/x.ts', 'core/health/y.ts'],
  ['core/health/', 'core/health/x.ts', 'core/money/y.ts'],
  ['core/work/', 'core/work/x.ts', 'ledger/y.ts'],
  ['dashboard/', 'dashboard/x.ts', 'wake/y.ts'],
  ['oversight/boxes/', 'oversight/boxes/x.ts', 'wake/y.ts'],
  ['core/report/', 'core/report/x.ts', 'report/y.ts'],
  ['ports.ts', 'ports.ts', 'wake/y.ts'],
  ['ports/', 'ports/x.ts', 'report/y.ts'],
  ['report/problems/', 'report/problems/x.ts', 'report/y.ts'],
  ['report/problems/', 'report/problems/x.ts', 'config/y.ts'],
  ['config/', 'config/x.ts', 'report/y.ts'],
  ['report/failures/', 'report/failures/x.ts', 'report/words/y.ts'],
  ['report/findings/', 'report/findings/x.ts', 'report/log/y.ts'],
  ['finders/', 'finders/x.ts', 'config/y.ts'],
  ['report/', 'report/x.ts', 'config/y.ts'],
  ['report/', 'report/x.ts', 'wake/y.ts'],
  ['report/page/', 'report/page/x.ts', 'report/job/y.ts'],
  ['report/page/', 'report/page/x.ts', 'report/page/browser/y.ts'],
  ['report/page/browser/', 'report/page/browser/x.ts', 'pages/y.ts'],
  ['agent/tools/', 'agent/tools/x.ts', 'agent/y.ts'],
  ['agent/arguments/', 'agent/arguments/x.ts', 'agent/tools/y.ts'],
  ['agent/reading/', 'agent/reading/x.ts', 'agent/y.ts'],
  ['agent/subject/', 'agent/subject/x.ts', 'agent/y.ts'],
  ['agent/', 'agent/x.ts', 'wake/y.ts'],
  ['agent/', 'agent/x.ts', 'config/y.ts'],
  ['ledger/', 'ledger/x.ts', 'wake/lease/y.ts'],
  ['alerts/', 'alerts/x.ts', 'wake/lease/y.ts'],
  ['wake/lease/', 'wake/lease/x.ts', 'wake/goal/y.ts'],
  ['wake/findings/', 'wake/findings/x.ts', 'wake/item/y.ts'],
  ['wake/inbox/', 'wake/inbox/x.ts', 'wake/outbox/y.ts'],
  ['wake/outbox/', 'wake/outbox/x.ts', 'agent/y.ts'],
  ['wake/item/', 'wake/item/x.ts', 'wake/goal/y.ts'],
  ['wake/goal/', 'wake/goal/x.ts', 'wake/item/y.ts'],
  ['wake/', 'wake/x.ts', 'oversight/y.ts'],
  ['wake/', 'wake/x.ts', 'adapters/y.ts'],
  ['wake/', 'wake/x.ts', 'commands/y.ts'],
  ['oversight/', 'oversight/x.ts', 'oversight/stop/y.ts'],
  ['oversight/', 'oversight/x.ts', 'wake/y.ts'],
  ['oversight/stop/', 'oversight/stop/x.ts', 'alerts/y.ts'],
  ['oversight/comments/', 'oversight/comments/x.ts', 'oversight/watchdog/y.ts'],
  ['oversight/watchdog/', 'oversight/watchdog/x.ts', 'oversight/stop/y.ts'],
  ['oversight/doctor/', 'oversight/doctor/x.ts', 'oversight/comments/y.ts'],
  ['install/', 'install/x.ts', 'adapters/y.ts'],
  ['install/', 'install/x.ts', 'wake/y.ts'],
  ['adapters/', 'adapters/x.ts', 'adapters/y.ts'],
  ['adapters/', 'adapters/git/x.ts', 'rehearsal/y.ts'],
  ['adapters/', 'adapters/git/x.ts', 'adapters/y.ts'],
  ['adapters/', 'adapters/x.ts', 'adapters/git/y.ts'],
  ['adapters/', 'adapters/openai/x.ts', 'adapters/openai-model.ts'],
  ['adapters/', 'adapters/x.ts', 'wake/y.ts'],
  ['adapters/', 'adapters/x.ts', 'agent/y.ts'],
  ['rehearsal/', 'rehearsal/github/x.ts', 'adapters/git/y.ts'],
  ['tree/', 'tree/x.ts', 'adapters/y.ts'],
  ['pages/', 'pages/x.ts', 'core/y.ts'],
  ['demonstrations/', 'demonstrations/x.ts', 'adapters/y.ts'],
  ['simulation/world/', 'simulation/world/x.ts', 'adapters/git/y.ts'],
  ['simulation/time/', 'simulation/time/x.ts', 'ports/y.ts'],
  ['simulation/model/', 'simulation/model/x.ts', 'agent/y.ts'],
  ['simulation/runners/', 'simulation/runners/x.ts', 'wake/y.ts'],
  ['simulation/runs/', 'simulation/runs/x.ts', 'adapters/git/y.ts'],
  ['simulation/play/', 'simulation/play/x.ts', 'simulation/checks/y.ts'],
  ['simulation/checks/', 'simulation/checks/x.ts', 'config/y.ts'],
  ['simulation/checks/', 'simulation/checks/x.ts', 'ledger/y.ts'],
  ['simulation/story/', 'simulation/story/x.ts', 'simulation/checks/y.ts'],
  ['simulation/', 'simulation/x.ts', 'wake/y.ts'],
];

/** Rooms that pick and assemble everything else. */
const FREE_ROOMS = ['commands/', 'cli.ts', 'action.ts'];

const IMPORTS: readonly Planted[] = FORBIDDEN_IMPORTS.map(([room, from, to]) => ({
  rule: `${from} imports ${to}`,
  files: imports(from, to),
  found: [`${from}:1 import: ${room} may not import ${to}`],
}));

test('each row of the import table has a planted violation', () => {
  const planted = new Set([...FORBIDDEN_IMPORTS.map(([room]) => room), ...FREE_ROOMS]);
  expect([...planted].sort()).toEqual([...ROOMS].sort());
});

const MORE_IMPORTS: readonly Planted[] = [
  {
    rule: 'an import of types is an import',
    files: imports('core/x.ts', 'ports.ts', 'import type'),
    found: ['core/x.ts:1 import: core/ may not import ports.ts'],
  },
  {
    rule: 'config may import types of ports only',
    files: imports('config/x.ts', 'ports.ts'),
    found: ['config/x.ts:1 import: config/ may not import more than types of ports.ts'],
  },
  {
    rule: 'a lazy import is an import',
    files: { 'wake/x.ts': `\nexport const b = () => import('../adapters/y.ts');\n`, 'adapters/y.ts': EXPORT },
    found: ['wake/x.ts:2 import: wake/ may not import adapters/y.ts'],
  },
  {
    rule: 'handing on is an import',
    files: { 'core/x.ts': `export * from '../wake/y.ts';\n`, 'wake/y.ts': EXPORT },
    found: ['core/x.ts:1 import: core/ may not import wake/y.ts'],
  },
  {
    rule: 'the type of an import is an import',
    files: {
      'core/x.ts': `export type B = import('../wake/y.ts').A;\n`,
      'wake/y.ts': 'export type A = 1;\n',
    },
    found: ['core/x.ts:1 import: core/ may not import wake/y.ts'],
  },
  {
    rule: 'a computed import',
    files: { 'cli.ts': `export const b = (name: string) => import(name);\n` },
    found: ['cli.ts:1 import: cli.ts may not import what is computed while running'],
  },
  {
    rule: 'an import from outside',
    files: { 'wake/x.ts': `import { b } from '../../test/support/architecture.ts';\nexport const a = b;\n` },
    found: [
      'wake/x.ts:1 import: wake/ may not import ../../test/support/architecture.ts, which lies outside',
    ],
  },
  {
    rule: 'a package that is not for this folder',
    files: { 'core/x.ts': `import { posix } from 'node:path';\nexport const b = posix;\n` },
    found: ['core/x.ts:1 import: core/ may not import node:path'],
  },
  {
    rule: 'a folder that is not in the table',
    files: { 'engine/x.ts': EXPORT },
    found: ['engine/x.ts:1 place: src/ has no room for this'],
  },
  {
    rule: 'a circle of three',
    files: {
      'core/a.ts': `import { b } from './b.ts';\nexport const a = () => b;\n`,
      'core/b.ts': `import { c } from './c.ts';\nexport const b = () => c;\n`,
      'core/c.ts': `import { a } from './a.ts';\nexport const c = () => a;\n`,
    },
    found: ['core/a.ts:1 cycle: core/a.ts → core/b.ts → core/c.ts → core/a.ts'],
  },
  {
    rule: 'a circle of types',
    files: {
      'core/a.ts': `import type { B } from './b.ts';\nexport type A = B;\n`,
      'core/b.ts': `import type { A } from './a.ts';\nexport type B = { a: A };\n`,
    },
    found: ['core/a.ts:1 cycle: core/a.ts → core/b.ts → core/a.ts'],
  },
];

/** Restricted uses, with a file that may not. */
const RESTRICTED_USES: readonly (readonly [string, string, string])[] = [
  ['wake/x.ts', 'process.env', 'process.env'],
  ['adapters/x.ts', 'process.env', 'process.env'],
  ['commands/x.ts', 'process.env', 'process.env'],
  ['cli.ts', `process['env']`, 'process.env'],
  ['adapters/x.ts', 'process.hrtime.bigint()', 'process.hrtime'],
  ['cli.ts', 'process', 'process as a value'],
  ['adapters/x.ts', '{ process }', 'process as a value'],
  ['adapters/x.ts', `process.on('exit', () => {})`, 'process.on'],
  ['adapters/x.ts', 'process.stdout.isTTY', 'process.stdout'],
  ['wake/x.ts', 'process.pid', 'process.pid'],
  ['wake/x.ts', 'performance.now()', 'performance.now'],
  ['adapters/x.ts', 'Date.now()', 'Date.now'],
  ['adapters/x.ts', 'Date', 'Date as a value'],
  ['core/x.ts', 'new Date()', 'new Date() without a time'],
  ['core/x.ts', 'Date()', 'new Date() without a time'],
  ['core/x.ts', 'Math.random()', 'Math.random'],
  ['adapters/x.ts', 'crypto.randomUUID()', 'crypto.randomUUID'],
  ['adapters/x.ts', 'setTimeout(() => {}, 1)', 'setTimeout'],
  ['wake/x.ts', 'AbortSignal.timeout(1)', 'AbortSignal.timeout'],
  ['wake/x.ts', `fetch('http://localhost')`, 'fetch'],
  ['wake/x.ts', `console.log('x')`, 'console.log'],
  ['commands/x.ts', `console.error('x')`, 'console.error'],
  ['cli.ts', 'globalThis', 'globalThis as a value'],
];

const RESTRICTED_MODULES: readonly (readonly [string, string, string])[] = [
  ['adapters/x.ts', `import { simpleGit } from 'simple-git'`, 'simple-git'],
  ['rehearsal/x.ts', `import { simpleGit } from 'simple-git'`, 'simple-git'],
  ['commands/x.ts', `import { spawn } from 'node:child_process'`, 'node:child_process'],
  ['cli.ts', `import { readFileSync } from 'node:fs'`, 'node:fs'],
  ['cli.ts', `import { readFile } from 'node:fs/promises'`, 'node:fs/promises'],
  ['commands/x.ts', `import { createServer } from 'node:http'`, 'node:http'],
  ['adapters/x.ts', `import type OpenAI from 'openai'`, 'openai'],
  ['adapters/openai-model.ts', `import OpenAI from 'openai'`, 'import of openai that is not lazy'],
  ['adapters/openai/x.ts', `import OpenAI from 'openai'`, 'import of openai that is not lazy'],
  ['adapters/x.ts', `import type { Octokit } from '@octokit/rest'`, '@octokit/rest'],
  [
    'adapters/github/x.ts',
    `import { retry } from '@octokit/plugin-retry'`,
    'import of @octokit/plugin-retry that is not lazy',
  ],
  ['commands/x.ts', `import { setOutput } from '@actions/core'`, '@actions/core'],
  ['adapters/x.ts', `import { context } from '@actions/github'`, '@actions/github'],
  ['adapters/x.ts', `import { parse } from 'yaml'`, 'yaml'],
  ['commands/x.ts', `import * as v from 'valibot'`, 'valibot'],
  ['adapters/x.ts', `import { randomBytes } from 'node:crypto'`, 'node:crypto beyond hashing'],
  ['adapters/x.ts', `import { createHash, randomUUID } from 'node:crypto'`, 'node:crypto beyond hashing'],
  ['adapters/x.ts', `import * as all from 'node:crypto'`, 'node:crypto beyond hashing'],
  ['adapters/x.ts', `import { setTimeout as wait } from 'node:timers/promises'`, 'node:timers/promises'],
  ['adapters/x.ts', `import { performance } from 'node:perf_hooks'`, 'node:perf_hooks'],
  ['adapters/x.ts', `import { env } from 'node:process'`, 'node:process'],
  ['adapters/x.ts', `import { createRequire } from 'node:module'`, 'node:module'],
];

const ALL_RESTRICTED: readonly Planted[] = [
  ...RESTRICTED_USES.map(([path, use, name]) => ({
    rule: `${use} in ${path}`,
    files: { [path]: `\nexport const used = ${use};\n` },
    found: [`${path}:2 restricted: ${name} is for`],
  })),
  ...RESTRICTED_MODULES.map(([path, statement, name]) => ({
    rule: `${statement} in ${path}`,
    files: { [path]: `\n${statement};\n` },
    found: [`${path}:2 restricted: ${name} is for`],
  })),
  {
    rule: 'a git process outside the git adapter',
    files: {
      'adapters/x.ts': `import { spawn } from 'node:child_process';\nexport const child = spawn('git', ['push']);\n`,
    },
    found: ['adapters/x.ts:2 restricted: a git process is for only adapters/git/'],
  },
];

const TOOL = `export interface ToolDefinition { readonly name: string; readonly run: (text: string) => string }
export interface ReadyCall { run(): string }
export const ready = (tool: ToolDefinition): ReadyCall => ({ run: () => tool.run('x') });
`;
const METER = `export class Meter {\n  charge(tokens: number) {\n    return tokens;\n  }\n}\n`;

const CHOKE_POINTS: readonly Planted[] = [
  {
    rule: 'a tool is run outside the gate',
    files: {
      'agent/tools/tool.ts': TOOL,
      'agent/gate.ts': `import type { ReadyCall } from './tools/tool.ts';\nexport const go = (call: ReadyCall) => call.run();\n`,
      'agent/loop.ts': `import type { ReadyCall } from './tools/tool.ts';\nexport const go = (list: Map<string, ReadyCall>) =>\n  list.get('x')?.run();\n`,
    },
    found: ['agent/loop.ts:3 choke point: ReadyCall.run is used only in agent/gate.ts'],
  },
  {
    rule: 'a tool is run after it was taken apart',
    files: {
      'agent/tools/tool.ts': TOOL,
      'agent/loop.ts': `import type { ReadyCall } from './tools/tool.ts';\nexport function go(call: ReadyCall) {\n  const { run: start } = call;\n  return start();\n}\n`,
    },
    found: ['agent/loop.ts:3 choke point: ReadyCall.run is used only in agent/gate.ts'],
  },
  {
    rule: "a tool is run round the gate's back",
    files: {
      'agent/tools/tool.ts': TOOL,
      'agent/gate.ts': `import type { ToolDefinition } from './tools/tool.ts';\nexport const go = (tool: ToolDefinition) => tool['run']('x');\n`,
    },
    found: ['agent/gate.ts:2 choke point: ToolDefinition.run is used only in agent/tools/tool.ts'],
  },
  {
    rule: 'spending is charged outside the loop',
    files: {
      'core/money/meter.ts': METER,
      'agent/asking.ts': `import { Meter } from '../core/money/meter.ts';\nexport const spend = () => new Meter().charge(1);\n`,
      'wake/item/items.ts': `import { Meter } from '../../core/money/meter.ts';\nexport const spend = () => new Meter().charge(1);\n`,
    },
    found: ['wake/item/items.ts:2 choke point: Meter.charge is used only in agent/asking.ts'],
  },
  {
    rule: 'state is pushed outside the ledger',
    files: {
      'ports.ts': PORTS,
      'wake/item/items.ts': `import type { World } from '../../ports.ts';\nexport async function work(world: Promise<World>) {\n  await (await world).state.push('x');\n}\n`,
    },
    found: ['wake/item/items.ts:3 choke point: StateStore.push is used only in ledger/ledger.ts'],
  },
  {
    rule: 'GitHub is changed outside the outbox and the alerts',
    files: {
      'ports.ts': PORTS,
      'wake/item/items.ts': `import type { World } from '../../ports.ts';\nexport const w = ({ github }: World) => [github.createDraft(),\n  github.closeAlertIssue()];\n`,
      'commands/stop.ts': `import type { GitHub } from '../ports.ts';\nexport const s = (github: GitHub) => github.closeAlertIssue;\n`,
    },
    found: [
      'commands/stop.ts:2 choke point: GitHub.closeAlertIssue is used only in wake/outbox/outbox.ts, install/open-proposal.ts, install/take-away.ts, alerts/sync-alerts.ts, alerts/state-branch-alert.ts, adapters/, rehearsal/',
      'wake/item/items.ts:2 choke point: GitHub.createDraft is used only in wake/outbox/outbox.ts, install/open-proposal.ts, install/take-away.ts, alerts/sync-alerts.ts, alerts/state-branch-alert.ts, adapters/, rehearsal/',
      'wake/item/items.ts:3 choke point: GitHub.closeAlertIssue is used only in wake/outbox/outbox.ts, install/open-proposal.ts, install/take-away.ts, alerts/sync-alerts.ts, alerts/state-branch-alert.ts, adapters/, rehearsal/',
    ],
  },
  {
    rule: 'a switch of the agent is touched outside stop and resume',
    files: {
      'ports/control.ts':
        'export interface Control { deleteVariable(): void; enableWorkflow(): void; readVariable(): void }\n',
      'wake/wake.ts': `import type { Control } from '../ports/control.ts';\nexport const w = (control: Control) => [control.readVariable(),\n  control.enableWorkflow()];\n`,
      'oversight/stop/resume-parts.ts': `import type { Control } from '../../ports/control.ts';\nexport const r = (control: Control) => control.deleteVariable();\n`,
    },
    found: [
      'wake/wake.ts:3 choke point: Control.enableWorkflow is used only in oversight/stop/resume-parts.ts, oversight/watchdog/watchdog-look.ts, adapters/',
    ],
  },
];

const lines = (count: number, text: string) => `${text}\n`.repeat(count);

const SIZES_AND_NAMES: readonly Planted[] = [
  {
    rule: 'a file of 251 lines',
    files: { 'core/x.ts': `${EXPORT}${lines(250, '//')}`, 'core/y.ts': `${EXPORT}${lines(249, '//')}` },
    found: ['core/x.ts:1 size: a file of 251 lines, at most 250'],
  },
  {
    rule: 'a function of 51 lines',
    files: {
      'core/x.ts': `\nexport function long() {\n${lines(49, '  //')}}\n`,
      'core/y.ts': `export function fits() {\n${lines(48, '  //')}}\n`,
    },
    found: ['core/x.ts:2 size: a function of 51 lines, at most 50'],
  },
  {
    rule: 'a method and a closure of 51 lines',
    files: {
      'core/x.ts': `export class X {\n  m() {\n${lines(49, '  //')}  }\n}\nexport const f = () => {\n${lines(49, '  //')}};\n`,
    },
    found: [
      'core/x.ts:2 size: a function of 51 lines, at most 50',
      'core/x.ts:54 size: a function of 51 lines, at most 50',
    ],
  },
  ...[
    'core/utils.ts',
    'core/path-helpers.ts',
    'core/common/x.ts',
    'core/types.ts',
    'wake/lease-manager.ts',
    'wake/http-service.ts',
  ].map((path) => ({ rule: `the name ${path}`, files: { [path]: EXPORT }, found: [`${path}:1 name: "`] })),
  {
    rule: 'a name in camel case',
    files: { 'core/goalFile.ts': EXPORT },
    found: ['core/goalFile.ts:1 name: "goalFile.ts" is not kebab-case'],
  },
];

const STARTS: readonly Planted[] = [
  {
    rule: 'the Action loads the engine of patterns before it knows whether anything is due',
    files: {
      'action.ts': `import './commands/y.ts';\n`,
      'commands/y.ts': `${EXPORT}import '../core/access/matching/linear-pattern.ts';\n`,
      'core/access/matching/linear-pattern.ts': EXPORT,
    },
    found: ['commands/y.ts:2 start: action.ts may not load core/access/matching/linear-pattern.ts'],
  },
  {
    rule: 'a wake loads files of goals before the remote is asked',
    files: { 'wake/wake.ts': `import '../config/y.ts';\n`, 'config/y.ts': EXPORT },
    found: ['wake/wake.ts:1 start: wake/wake.ts may not load config/y.ts'],
  },
  {
    rule: 'a wake loads the model loop through another file while the remote answers',
    files: {
      'wake/steps.ts': `import './y.ts';\n`,
      'wake/y.ts': `${EXPORT}import '../agent/z.ts';\n`,
      'agent/z.ts': EXPORT,
    },
    found: ['wake/y.ts:2 start: wake/steps.ts may not load agent/z.ts'],
  },
  {
    rule: 'git loads a package before the remote is asked, not only when it is used',
    files: {
      'adapters/git/git-world.ts': `import type { A } from 'simple-git';\nimport 'simple-git';\nexport const open = (): Promise<A> => import('simple-git');\n`,
    },
    found: ['adapters/git/git-world.ts:2 start: adapters/git/git-world.ts may not load simple-git'],
  },
];

const MASKED = `declare const brand: unique symbol;
export type Masked = string & { readonly [brand]: true };
export const reshaped = (text: Masked, how: (text: string) => string) => how(text) as Masked;
`;
const CLAIM = 'mask: only core/access/mask.ts, core/text/masked.ts, core/access/masked-record.ts may say';

const MASKS: readonly Planted[] = [
  {
    rule: 'a text is said to be masked',
    files: {
      'core/text/masked.ts': MASKED,
      'report/x.ts': `import type { Masked } from '../core/text/masked.ts';\nexport const m = 'x' as string as Masked;\nexport const l = (['x'] as unknown) as readonly Masked[];\n`,
      'report/y.ts': `import type { Masked } from '../core/text/masked.ts';\nexport const is = (text: string): text is Masked => text !== '';\n`,
      'report/z.ts': `import type { Masked } from '../core/text/masked.ts';\nexport function m(text: string): Masked;\nexport function m(text: string): string {\n  return text;\n}\n`,
    },
    found: [
      `report/x.ts:2 ${CLAIM}`,
      `report/x.ts:3 ${CLAIM}`,
      `report/y.ts:2 ${CLAIM}`,
      `report/z.ts:2 ${CLAIM}`,
    ],
  },
  {
    rule: 'a text is said to be masked by another name, or by a type that fits everywhere',
    files: {
      'core/text/masked.ts': MASKED,
      'core/draft.ts': `import type { Masked } from './text/masked.ts';\nexport interface Draft { readonly title: Masked }\n`,
      'report/x.ts': `import type { Draft } from '../core/draft.ts';
export const a = (text: string) => text as Draft['title'];
export const b = (text: string) => ({ title: text }) as unknown as readonly Draft[];
export const c = (text: string): Draft => ({ title: text as never });
export const d = <T>(text: unknown): T => text as T;
export const e = (text: string): Draft => JSON.parse(text);
export const f = (text: unknown): text is Draft['title'] => text !== '';
`,
      'report/y.ts': `import type { Draft } from '../core/draft.ts';\nexport const is = (one: Draft | null): one is Draft => one !== null;\nexport const n = (text: string): unknown => JSON.parse(text);\nexport const s = 'x' as 'x' | 'y';\n`,
    },
    found: [2, 3, 4, 5, 6, 7].map((line) => `report/x.ts:${line} ${CLAIM}`),
  },
  {
    rule: 'a text is reshaped where anything could be put into it',
    files: {
      'core/text/masked.ts': MASKED,
      'wake/x.ts': `import { type Masked, reshaped } from '../core/text/masked.ts';\nexport const m = (text: Masked, other: string) => reshaped(text, () => other);\n`,
    },
    found: ['wake/x.ts:1 mask: reshaped trusts its caller'],
  },
  {
    rule: 'what is printed is not masked',
    files: {
      'core/text/masked.ts': MASKED,
      'cli.ts': `import type { Masked } from './core/text/masked.ts';
export const p = (text: string, m: Masked) => {
  process.stdout.write(m);
  process.stdout.write(text);
  process.stderr['write'](text);
  process.stderr.end(text);
  process.emitWarning(text);
};
`,
    },
    found: [4, 5, 6, 7].map((line) => `cli.ts:${line} mask: what is printed must be masked`),
  },
];

describe('a planted violation is found:', () => {
  const shapes = [...SIZES_AND_NAMES, ...STARTS];
  const all = [...IMPORTS, ...MORE_IMPORTS, ...ALL_RESTRICTED, ...CHOKE_POINTS, ...MASKS, ...shapes];

  test.each(all)('$rule', ({ files, found }) => {
    const violations = plant(files);
    for (const [index, start] of found.entries()) expect(violations[index]).toContain(start);
    expect(violations).toHaveLength(found.length);
  });
});
