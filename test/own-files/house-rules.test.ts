import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readSourceTree } from '../support/architecture/source-tree.ts';
import { findUnplanned } from '../support/architecture.ts';
import { type Files, PlantedTrees } from '../support/planted-tree.ts';

const trees = new PlantedTrees();
afterAll(() => trees.remove());

const HALT = `export class Halt extends Error {
  constructor(ending: string, detail: string) {
    super(\`\${ending}: \${detail}\`);
  }
}
`;
const USE_HALT = `import { Halt } from '../core/halt.ts';\n`;
const files = (folder: string, count: number): Files =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [`${folder}f${n}.ts`, 'export const a = 1;\n']));

/** Trees that keep the rules. */
const KEPT: Readonly<Record<string, Files>> = {
  '30 files in a folder, and more below it': { ...files('wake/', 30), ...files('wake/item/', 2) },
  'a room that imports one below and one beside': {
    'core/a.ts': 'export const a = 1;\n',
    'core/due/b.ts': `import { a } from '../a.ts';\nexport const b = a;\n`,
    'wake/c.ts': `import { b } from '../core/due/b.ts';\nimport type { P } from '../ports.ts';\nexport const c: P = b;\n`,
    'ports.ts': `import { a } from './core/a.ts';\nexport type P = typeof a;\n`,
  },
  'a type that another file hands on, and one of the same name that is not exported': {
    'core/a.ts': 'export interface Fault { readonly a: 1 }\n',
    'core/b.ts': `export type { Fault } from './a.ts';\n`,
    'core/c.ts': 'interface Fault { readonly c: 1 }\nexport const fault: Fault = { c: 1 };\n',
  },
  'names with a part that looks like a metaphor': {
    'adapters/github.ts':
      'export interface GitHubOptions { readonly a: 1 }\nexport const gitHubAddress = 1;\nexport const reachable = 1;\n',
  },
  'booleans that read as sentences, now or later': {
    'core/a.ts': `export interface A { readonly isOpen: boolean; readonly mayWait?: boolean; readonly ownsLease: () => boolean }
export const a = { open: true };
export function hasTime(): boolean { const local = { open: true }; return local.open; }
export async function isGone(): Promise<boolean> { return true; }
export function isText(value: unknown): value is string { return typeof value === 'string'; }
export function issueOf(): string { return ''; }
function internal(): boolean { return true; }
export const isKnown = internal;
`,
  },
  'fields that are spelled as in a file, and flags': {
    'core/state.ts': 'export interface Draft { readonly complete: boolean }\n',
    'commands/log.ts': 'export interface LogOptions { readonly json: boolean }\n',
  },
  'texts of three words, keys, and names of modules': {
    'wake/a.ts': `import '../core/a b c d e.ts';
export type A = 'one of four words';
export const a = { one: 'three words only', two: \`\${1} of \${2} \${3}\`, three: ['a b c d e'].flatMap((text) => text.split(' ')) };
export const isAnswer = (text: string) => text.includes('not a git repository') || text === 'this is an answer';
export const c = '--format=%H %T %ct %s %b x1 y2 z3';
export const d = (text: string) => 'refs/' + text + '/wakeful and more';
export const e = ['three words', 'only'].join(' ') + 1;
export const f = ['one', 'two', 'three', 'four'].join('/');
`,
    'core/a b c d e.ts': 'export const a = 1;\n',
  },
  'sentences in report, of the scripted model, of the stand-in, and for the model': {
    'report/a.ts': `export const a = 'This is a sentence.';\n`,
    'rehearsal/model/a.ts': `export const a = 'This is a sentence.';\n`,
    'rehearsal/github/a.ts': `export const a = 'This is a sentence.';\n`,
    'agent/a.ts': `export const a = 'This is a sentence.';\n`,
  },
  'help of commands': {
    'commands/a.ts': `const FULL_HELP = \`This is a long help text.\`;\nexport const a = { summary: 'say what is there', help: FULL_HELP };\n`,
  },
  'details of a planned ending, straight away and through names and functions': {
    'core/halt.ts': HALT,
    'wake/a.ts': `${USE_HALT}const ADVICE = 'Set it in the settings.';
const why = (name: string): string => (name === '' ? 'There is no such name.' : \`The name \${name} is too long.\`);
const refused = (detail: string): Halt => new Halt('forbidden', detail);
function meaning(): readonly [string, string] { return ['stopped', 'The stop is set here.']; }
export function go(name: string): { readonly ending: string; readonly detail: string } {
  if (name === 'a') throw new Halt('bad_goal', 'This goal is not valid.');
  if (name === 'b') throw refused(\`\${why(name)} \${ADVICE}\`);
  const [ending, detail] = meaning();
  if (name === 'c') throw new Halt(ending, detail.trim());
  return { ending: 'paused', detail: 'The goal is paused now.' };
}
`,
  },
  'options, commands, fields and files that are named in a text': {
    'report/a.ts': `export const a = 'Run npm start -- wake or add --wake <id> to it.';\nexport const b = 'Edit items: in the file state/checkpoints or in wake.yml now.';\nexport const c = 'The field \`item\` is missing here.';\n`,
  },
  'defects of our own': {
    'core/a.ts': `export const a = () => {\n  throw new Error('a held goal has no checkpoint');\n};\n`,
    'core/b.ts': `export class Broken extends Error {\n  constructor(code: number) {\n    super(\`git has failed with \${code}\`);\n  }\n}\n`,
  },
  'texts for programs': {
    'adapters/a.ts': `export const a = (query: string) => \`query { issue(number: \${query}) { title and body of it } }\`;\n`,
  },
};

describe('a tree that keeps the rules of the house:', () => {
  test.each(Object.entries(KEPT))('%s', (_, planted) => {
    expect(findUnplanned(trees.read(planted))).toEqual([]);
  });
});

interface Broken {
  readonly rule: string;
  readonly files: Files;
  /** How each line begins. */
  readonly found: readonly string[];
}

const sentence = (rule: string, path: string, text: string, line = 1): Broken => ({
  rule,
  files: { [path]: text, 'core/halt.ts': HALT },
  found: [`${path}:${line} sentence: `],
});

const SENTENCES: readonly Broken[] = [
  sentence('a sentence in wake', 'wake/a.ts', `export const a = 'The goal is paused.';\n`),
  sentence('a sentence in core', 'core/a.ts', `\nexport const a = { why: 'the goal is paused' };\n`, 2),
  sentence(
    'a sentence with values',
    'wake/a.ts',
    `export const a = (n: number) => \`Draft #\${n} is open\`;\n`,
  ),
  sentence('a sentence in two parts', 'wake/a.ts', `export const a = 'The goal ' + 'is paused';\n`),
  sentence(
    'a sentence in parts around a value',
    'wake/a.ts',
    `export const a = (n: number) => 'Draft #' + n + \` of \${n} \` + 'is open';\n`,
  ),
  sentence('a joined list', 'wake/a.ts', `export const a = ['The goal', 'is paused'].join(' ');\n`),
  sentence('a sentence that begins like a query', 'core/a.ts', `export const a = 'query for a goal';\n`),
  sentence('a sentence in quotes', 'wake/a.ts', `export const a = '"There is (no) such goal!"';\n`),
  sentence(
    'a detail that is shown as well',
    'wake/a.ts',
    `${USE_HALT}const DETAIL = 'This goal is not valid.';\nexport const go = () => {\n  console.log(DETAIL);\n  throw new Halt('bad_goal', DETAIL);\n};\n`,
    2,
  ),
  sentence(
    'a function whose text goes elsewhere too',
    'wake/a.ts',
    `${USE_HALT}const why = () => 'This goal is not valid.';\nexport const go = () => {\n  throw new Halt('bad_goal', why());\n};\nexport const b = [{ why: why() }];\n`,
    2,
  ),
  sentence(
    'a detail without an ending',
    'wake/a.ts',
    `export const a = { detail: 'The goal is paused.' };\n`,
  ),
  sentence(
    'the message of an error that persons read',
    'commands/a.ts',
    `class UsageError extends Error {}\nexport const a = () => {\n  throw new UsageError('There is no such option.');\n};\n`,
    3,
  ),
  sentence(
    'a log line of the model loop',
    'agent/a.ts',
    `export const a = { event: 'model_call', message: 'The model has answered now.' };\n`,
  ),
  sentence(
    'a text of a command that is no help',
    'commands/a.ts',
    `export const a = { text: 'There is no goal yet.' };\n`,
  ),
  sentence('a stand-in elsewhere', 'rehearsal/a.ts', `export const a = 'This is a sentence.';\n`),
];

const BROKEN: readonly Broken[] = [
  {
    rule: 'a folder of 31 files',
    files: files('wake/item/', 31),
    found: ['wake/item/f0.ts:1 folder: wake/item/ holds 31 files, at most 30'],
  },
  {
    rule: 'a room that imports back',
    files: {
      'ledger/a.ts': `import type { B } from '../wake/b.ts';\nexport type A = B;\n`,
      'wake/b.ts': 'export type B = 1;\n',
      'wake/c.ts': `import type { A } from '../ledger/a.ts';\nexport type C = A;\n`,
    },
    found: [
      'ledger/a.ts:1 layers: ledger/ → wake/ → ledger/ (ledger/a.ts imports wake/b.ts, wake/c.ts imports ledger/a.ts)',
    ],
  },
  {
    rule: 'a room that imports back through a third, and a room below that imports the one above',
    files: {
      'a/a.ts': `import type { B } from './b/b.ts';\nexport type A = B;\n`,
      'a/x.ts': 'export type X = 1;\n',
      'a/b/b.ts': `import type { C } from '../../c/c.ts';\nexport type B = C;\n`,
      'c/c.ts': `import type { X } from '../a/x.ts';\nexport type C = X;\n`,
    },
    found: ['a/a.ts:1 layers: a/ → a/b/ → c/ → a/ ('],
  },
  {
    rule: 'a type that is declared twice',
    files: {
      'agent/a.ts': 'export interface Fault { readonly a: 1 }\n',
      'core/b.ts': '\nexport type Fault = 1;\n',
      'core/c.ts': 'export class Fault {}\n',
      'core/d.ts': 'interface Fault { readonly d: 1 }\nexport type { Fault };\n',
      'core/e.ts': 'interface Own { readonly e: 1 }\nexport type { Own as Fault };\n',
    },
    found: [
      'core/b.ts:2 type: Fault is declared in agent/a.ts already',
      'core/c.ts:1 type: Fault is declared in agent/a.ts already',
      'core/d.ts:1 type: Fault is declared in agent/a.ts already',
      'core/e.ts:1 type: Fault is declared in agent/a.ts already',
    ],
  },
  {
    rule: 'metaphors in names that are exported, in others, and in those of files',
    files: {
      'agent/a.ts':
        'export interface GateFittings { readonly a: 1 }\nexport function openReach() {}\nexport const WISH_OPTIONS = 1;\n',
      'agent/issue-desk.ts': 'export const a = 1;\n',
      'core/b.ts': `interface Hub { readonly a: 1 }\nexport class B {\n  openShop(told: Hub) {\n    const { a: wish } = told;\n    return wish;\n  }\n}\n`,
    },
    found: [
      'agent/a.ts:1 name: GateFittings holds "fittings"',
      'agent/a.ts:2 name: openReach holds "reach"',
      'agent/a.ts:3 name: WISH_OPTIONS holds "wish"',
      'agent/issue-desk.ts:1 name: the path holds "desk"',
      'core/b.ts:1 name: Hub holds "hub"',
      'core/b.ts:3 name: openShop holds "shop"',
      'core/b.ts:3 name: told holds "told"',
      'core/b.ts:4 name: wish holds "wish"',
    ],
  },
  {
    rule: 'booleans that do not read as sentences',
    files: {
      'core/a.ts': `export interface A {\n  readonly open: boolean;\n  readonly known?: boolean | null;\n}
export class B {\n  get empty() {\n    return true;\n  }\n}\nexport function trusted(): boolean {\n  return true;\n}\n`,
      'core/b.ts': `export const ready = true;\nexport const allowed = (): boolean => true;\nexport function show(fresh: boolean): string {\n  return String(fresh);\n}\n`,
    },
    found: [
      'core/a.ts:2 boolean: open does not read as a sentence',
      'core/a.ts:3 boolean: known does not read as a sentence',
      'core/a.ts:6 boolean: empty does not read as a sentence',
      'core/a.ts:10 boolean: trusted does not read as a sentence',
      'core/b.ts:1 boolean: ready does not read as a sentence',
      'core/b.ts:2 boolean: allowed does not read as a sentence',
      'core/b.ts:3 boolean: fresh does not read as a sentence',
    ],
  },
  {
    rule: 'a question that gives a reason',
    files: { 'core/a.ts': `export function isEmail(text: string): string | null {\n  return text;\n}\n` },
    found: ['core/a.ts:1 boolean: isEmail asks, and does not answer yes or no'],
  },
  ...SENTENCES,
  {
    rule: 'words of the code in texts for people, in a detail as well',
    files: {
      'core/halt.ts': HALT,
      'report/a.ts': `export const a = (n: number) => \`There are \${n} items left.\`;\n`,
      'wake/a.ts': `${USE_HALT}export const go = () => {\n  throw new Halt('stopped', 'The lease of this run has ended.');\n};\n`,
    },
    found: [
      'report/a.ts:1 word: "items" in a text for people',
      'wake/a.ts:3 word: "lease" in a text for people',
    ],
  },
];

describe('a planted violation of the house is found:', () => {
  test.each(BROKEN)('$rule', ({ files: planted, found }) => {
    const lines = findUnplanned(trees.read(planted));
    for (const [index, start] of found.entries()) expect(lines[index]).toContain(start);
    expect(lines).toHaveLength(found.length);
  });

  test('a file of core that no test file imports, not even through its types or a support file', () => {
    const folder = trees.write({
      'src/core/tested.ts': 'export const a = 1;\n',
      'src/core/types.ts': 'export type A = 1;\n',
      'src/core/due/untested.ts': 'export type B = 1;\nexport const b = 1;\n',
      'test/core/tested.test.ts': `import { a } from '../../src/core/tested.ts';\nimport type { B } from '../../src/core/due/untested.ts';\nexport const c: B = a;\n`,
      'test/core/types.test.ts': `import { type B } from '../../src/core/due/untested.ts';\nexport const d: B = 1;\n`,
      'test/support/maker.ts': `import { b } from '../../src/core/due/untested.ts';\nexport const c = b;\n`,
    });
    const tree = readSourceTree(join(folder, 'src'));
    expect(findUnplanned(tree, join(folder, 'test'))).toEqual([
      'core/due/untested.ts:1 untested: no test file imports it',
    ]);
  });
});
