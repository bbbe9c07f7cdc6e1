import type { ModelTurn } from '../src/simulation/model/behaviour.ts';

/** A goal on a small repository, and what a careful model does about each of its tasks. */
export interface PlayedGoal {
  readonly name: string;
  /** YAML, with the default limits. */
  readonly goal: string;
  readonly files: Readonly<Record<string, string>>;
  readonly tasks: number;
  /** The model never finishes, whatever it is told: a limit has to end it. */
  readonly isEndless?: true;
  /** By task; `*`: each other one. */
  readonly turns: ReadonlyMap<string, readonly ModelTurn[]>;
}

const read = (...paths: readonly string[]): ModelTurn =>
  paths.map((path) => ['read_file', { path }] as const);
const finish = (summary: string): ModelTurn => [['finish', { title: 'Mend what is outdated', summary }]];
const LOOK: ModelTurn = [
  ['list_files', { glob: '**' }],
  ['search', { text: 'export function', glob: 'src/**' }],
];

/** A module of so many functions, about 200 bytes each. */
function module(name: string, functions: number): string {
  return Array.from(
    { length: functions },
    (_, n) =>
      `/** Number ${n} of ${name}: waits until nothing is left to do. */\nexport function ${name}${n}(options: Options = {}): Promise<void> {\n  const { timeout = ${n}00, signal } = options;\n  return wait(timeout, signal);\n}\n`,
  ).join('\n');
}

function page(name: string, paragraphs: number): string {
  const text = Array.from(
    { length: paragraphs },
    (_, n) =>
      `## ${name}, part ${n}\n\nCall \`${name}${n}({timeout: ${n}00})\` and wait for it. It gives up after its time, and says why in its error.\n`,
  );
  return `# ${name}\n\n${text.join('\n')}`;
}

function suite(name: string, cases: number): string {
  return Array.from(
    { length: cases },
    (_, n) =>
      `test('${name}${n} waits', async () => {\n  await ${name}${n}();\n  expect(left()).toBe(0);\n});\n`,
  ).join('\n');
}

const PLAIN = {
  'README.md': page('queue', 12),
  'src/index.ts': module('queue', 60),
  'src/priority-queue.ts': module('priority', 20),
  'src/lower-bound.ts': module('bound', 4),
  'test/basic.ts': suite('queue', 60),
  'test/priority-queue.ts': suite('priority', 20),
};

function goal(title: string, objective: string, rest: string): string {
  return `title: ${title}\nobjective: ${objective}\nschedule: {every: 7d}\n${rest}`;
}

const TESTS = suite('bound', 8);

const README_API: PlayedGoal = {
  name: 'the README names the API that exists',
  goal: goal(
    'README and API agree',
    'Each name of the README must exist in src.',
    'permissions: {write: ["README.md"]}\n',
  ),
  files: PLAIN,
  tasks: 1,
  turns: new Map([
    [
      '*',
      [
        read('README.md', 'src/index.ts'),
        LOOK,
        [['edit_file', { path: 'README.md', old: 'queue, part 3', new: 'queue, the third part' }]],
        [['diff', {}]],
        finish('README.md: one name mended.'),
      ],
    ],
  ]),
};

const TEST_GAPS: PlayedGoal = {
  name: 'tests for behaviour that has none',
  goal: goal(
    'Tests that are missing',
    'Add tests for behaviour of src that has none.',
    'permissions: {write: ["test/**"]}\n',
  ),
  files: PLAIN,
  tasks: 1,
  turns: new Map([
    [
      '*',
      [
        LOOK,
        read('src/priority-queue.ts', 'src/lower-bound.ts'),
        read('test/priority-queue.ts', 'test/basic.ts'),
        [['write_file', { path: 'test/lower-bound.ts', text: TESTS }]],
        [['diff', {}]],
        finish('test/lower-bound.ts: tests for the bounds, which had none.'),
      ],
    ],
  ]),
};

const PAGES = ['glossary', 'performance', 'testing', 'threads', 'configuration'];
const DOCS: PlayedGoal = {
  name: 'code in the guides uses the API that exists',
  goal: goal(
    'Guides and API agree',
    'Each name that this page uses must exist in src.',
    'for_each: {files: "docs/*.md"}\npermissions: {write: ["docs/*.md"]}\n',
  ),
  files: {
    ...PLAIN,
    ...Object.fromEntries(PAGES.map((name) => [`docs/${name}.md`, page(name, 8)])),
  },
  tasks: PAGES.length,
  turns: new Map(
    PAGES.map((name, n) => [
      `docs/${name}.md`,
      n % 2 === 0
        ? [[['search', { text: name, glob: 'src/**' }]], finish('All names exist.')]
        : [
            [['search', { text: name, glob: 'src/**' }]],
            [['edit_file', { path: `docs/${name}.md`, old: 'part 2', new: 'the second part' }]],
            finish(`docs/${name}.md: one name mended.`),
          ],
    ]),
  ),
};

const DOCSTRINGS: PlayedGoal = {
  name: 'comments say what the code does',
  goal: goal(
    'Comments and code agree',
    'The comment of each function must say what it does.',
    'for_each: {files: "src/*.ts"}\npermissions: {write: ["src/*.ts"]}\n',
  ),
  files: PLAIN,
  tasks: 3,
  turns: new Map([
    [
      '*',
      [[['search', { text: 'wait', glob: 'src/**' }]], finish('Each comment was read, and each is right.')],
    ],
  ]),
};

const READS_ALL: PlayedGoal = {
  name: 'a model that reads all there is, one file a call',
  goal: goal('Look at everything', 'Say what is wrong.', 'permissions: {write: ["docs/**"]}\n'),
  files: {
    ...PLAIN,
    ...Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`src/part${n}.ts`, module(`part${n}x`, 25)])),
  },
  tasks: 1,
  isEndless: true,
  turns: new Map([['*', Array.from({ length: 40 }, (_, n) => read(`src/part${n % 30}.ts`))]]),
};

const SMALL_STEPS: PlayedGoal = {
  name: 'a model that takes small steps',
  goal: goal('Small steps', 'Mend the list.', 'permissions: {write: ["docs/**"]}\n'),
  files: { ...PLAIN, 'docs/list.md': page('list', 3) },
  tasks: 1,
  isEndless: true,
  turns: new Map([
    [
      '*',
      Array.from(
        { length: 40 },
        (_, n): ModelTurn => [
          [
            'write_file',
            { path: `docs/step-${n}.md`, text: `Step ${n}, a page of its own with one line.\n` },
          ],
        ],
      ),
    ],
  ]),
};

export const PLAYED: readonly PlayedGoal[] = [
  README_API,
  TEST_GAPS,
  DOCS,
  DOCSTRINGS,
  READS_ALL,
  SMALL_STEPS,
];
