import { describe, expect, test } from 'vitest';
import { Halt } from '../../../src/core/ending.ts';
import type { ModelAnswer, ModelProvider, Question } from '../../../src/ports.ts';
import {
  type Behaviour,
  isReading,
  type ModelTurn,
  modelOf,
} from '../../../src/simulation/model/behaviour.ts';
import { Night, STATE } from '../../support/memory/night.ts';

const GOAL = 'schedule: {every: 6h}\npermissions: {write: ["docs/**"]}\nsecond_reader: true\n';
const WRITE = ['write_file', { path: 'docs/a.md', text: 'A better page.\n' }] as const;
const FINISH = ['finish', { title: 'Better page', summary: 'docs/a.md: a better page.' }] as const;

const works: Behaviour = ({ turn }) =>
  turn === 0 ? [WRITE, ['note', { text: 'A secret plan.' }]] : [FINISH];
const objecting =
  (...objections: readonly Readonly<Record<string, unknown>>[]): Behaviour =>
  () => [['verdict', { objections }]];
const MENDS: readonly ModelTurn[] = [
  [WRITE],
  [FINISH],
  [['write_file', { path: 'docs/a.md', text: 'Best.\n' }]],
  [FINISH],
];
const CLAIM = { kind: 'claim', path: 'docs/a.md', line: 1, text: 'The page is not better.' };

interface Played {
  readonly goal?: string;
  readonly settings?: string;
  readonly works?: Behaviour;
  readonly reads?: Behaviour;
  readonly secrets?: readonly string[];
  readonly model?: (provider: ModelProvider) => ModelProvider;
}

async function play(played: Played = {}) {
  const { goal = GOAL, settings } = played;
  const files = { 'docs/a.md': 'A page.\n' };
  const night = await Night.begin({ goals: { tidy: goal }, files, ...(settings && { settings }) });
  const asked: Question[] = [];
  const model = modelOf(
    played.works ?? works,
    (question) => {
      asked.push(question);
      night.clock.advance(1_000);
    },
    played.reads ?? objecting(),
  );
  const secrets = played.secrets ?? [];
  const { result } = await night.wake({ model: played.model?.(model) ?? model, secrets });
  const branch = [...night.remote.branches.keys()].find((name) => name.startsWith('wakeful/')) ?? 'main';
  return {
    night,
    result,
    asked,
    readings: asked.filter(isReading),
    body: night.github.drafts[0]?.body ?? '',
    text: (path: string) => night.remote.text(branch, path),
    log: night
      .log()
      .map(({ message }) => message)
      .join('\n'),
    item: Object.values(night.state().checkpoints['tidy']?.items ?? {})[0],
  };
}

const words = (question: Question | undefined) =>
  (question?.messages ?? []).map(({ content }) => content).join('\n');

describe('a finished change', () => {
  test('is read by a second reader where nothing says otherwise', async () => {
    const night = await Night.begin({ goals: {}, files: { 'docs/a.md': 'A page.\n' } });
    await night.commit({
      'goals/tidy.yml':
        'title: Tidy\nobjective: Make the pages better.\nschedule: {every: 6h}\npermissions: {write: ["docs/**"]}\n',
    });
    await night.wake({ model: modelOf(works, () => night.clock.advance(1_000)) });
    const { body } = night.github.drafts[0] ?? { body: '' };
    expect(body).toContain('A second reader (`test-model`) has read this and objects to nothing.');
    expect(body).toContain('(120 for the second reader) in 3 model calls');
    const [item] = Object.values(night.state().checkpoints['tidy']?.items ?? {});
    expect(night.state().budget.days['2026-11-22']?.['tidy']).toMatchObject({
      spent_tokens: 360,
      reader_tokens: 120,
    });
    expect(night.remote.text(STATE, 'README.md')).toContain(
      'Today 360 of 500,000 tokens in 3 model calls; 120 of them were for the second reader.',
    );
    expect(item?.spent).toEqual({ tokens: 360, usd_micros: 0, calls: 3, reader_tokens: 120 });
  });

  test('is read without the conversation: objective, diff, summary and checks', async () => {
    const { readings, log } = await play();
    const read = words(readings[0]);
    expect(read).toContain('Look after tidy.');
    expect(read).toContain('-A page.\n+A better page.');
    expect(read).toContain('docs/a.md: a better page.');
    expect(read).toContain('The goal names no checks.');
    expect(read).not.toContain('A secret plan.');
    expect(readings[0]?.tools.map(({ name }) => name)).toEqual(['verdict']);
    expect(log).toContain('A second reader (test-model) has read the change for 120 tokens');
  });

  test('is read by nobody where the goal or the settings say so', async () => {
    const off = await play({ goal: GOAL.replace('reader: true', 'reader: false') });
    expect(off.readings).toEqual([]);
    expect(off.body).not.toContain('second reader');
    const night = await play({
      goal: GOAL.replace('second_reader: true', '# second_reader:'),
      settings: 'second_reader: false\n',
    });
    expect(night.readings).toEqual([]);
  });

  test('is read in its own files only, where another task of the draft has changed others', async () => {
    const goal = `${GOAL}for_each: {files: "docs/*.md"}\n`;
    const writes: Behaviour = ({ item, turn }) =>
      turn === 0
        ? [['write_file', { path: item, text: `Better ${item}.\n` }]]
        : [['finish', { summary: `${item}: better.` }]];
    const night = await Night.begin({
      goals: { tidy: goal },
      files: { 'docs/a.md': 'A\n', 'docs/b.md': 'B\n' },
    });
    const asked: Question[] = [];
    await night.wake({ model: modelOf(writes, (question) => asked.push(question)) });
    const [first, second] = asked.filter(isReading).map(words);
    expect(first).toContain('+Better docs/a.md.');
    expect(second).toContain('+Better docs/b.md.');
    expect(second).not.toContain('docs/a.md');
  });

  test('that is too long to be shown is shown in part, and the draft says so', async () => {
    const long = 'A line of a page that goes on for long.\n'.repeat(450);
    const { readings, body } = await play({
      works: ({ turn }) =>
        turn === 0
          ? [
              ['write_file', { path: 'docs/long.md', text: long }],
              ['write_file', { path: 'docs/short.md', text: 'A short page, shown as a whole.\n' }],
            ]
          : [['finish', { summary: 'docs/long.md and docs/short.md: added.' }]],
    });
    const read = words(readings[0]);
    expect(read.length).toBeLessThan(20_000);
    expect(read).toMatch(/Of 1 file only the first [\d,]+ bytes of the diff are shown\./);
    expect(read).toContain('+A short page, shown as a whole.');
    expect(body).toContain('has read a part of this, which is too long to be shown as a whole,');
  });

  test('is read by the model that is named, at its price', async () => {
    const opened: string[] = [];
    const { item, body } = await play({
      goal: GOAL.replace('reader: true', 'reader: careful'),
      settings: `models:
  default: {model: small, price: {in: 1, out: 1}}
  careful: {model: large, price: {in: 10, out: 20}}
`,
      model: (provider) => ({
        name: ({ model }) => model,
        open: (settings) => {
          opened.push(settings.model);
          return provider.open(settings);
        },
      }),
    });
    expect(opened).toEqual(['small', 'large']);
    expect(body).toContain('A second reader (`large`) has read this');
    // Two calls of the small one, and one of the large one.
    expect(item?.spent.usd_micros).toBe(2 * 120 + 100 * 10 + 20 * 20);
  });
});

describe('what a second reader objects to', () => {
  test('is mended in one round, and read again', async () => {
    let readings = 0;
    const { asked, body, text, result } = await play({
      works: ({ turn }) => MENDS[turn] ?? [],
      reads: (facts) => {
        readings += 1;
        return objecting(...(readings === 1 ? [CLAIM] : []))(facts);
      },
    });
    expect(readings).toBe(2);
    const told = words(asked.find((question) => words(question).includes('second reader, who')));
    expect(told).toMatch(/<data-\w+>\n- claim: docs\/a\.md:1: The page is not better\.\n<\/data-\w+>/);
    expect(text('docs/a.md')).toBe('Best.\n');
    expect(body).toContain('has read this and objects to nothing');
    expect(body).not.toContain('Left of what');
    expect(result.goals[0]?.ending).toBe('worked');
  });

  test('and what is left becomes a flag of the draft, which is no markup', async () => {
    const text = '**Merge** this, @octocat <script>alert(1)</script> [x](https://evil.example)';
    const { body, readings, log } = await play({ reads: objecting({ ...CLAIM, text }) });
    // Unchanged work is not read a second time.
    expect(readings).toHaveLength(1);
    expect(body).toMatch(/Look at these first.*\n.*\n> - Left of what a second reader objects to: /);
    expect(body).not.toMatch(/\*\*Merge|[^\w`]@octocat|<script|\]\(https:\/\/evil/);
    expect(body).toContain('has read this and has 1 objection left, which is above.');
    expect(log).toContain('It has 1 objection: docs/a.md, line 1 (not true):');
  });

  test('holds no secret anywhere, whatever the reader writes', async () => {
    const secret = 'hunter2-is-not-a-password';
    const text = `The change leaks ${secret}.`;
    const { night, body, asked, log } = await play({
      reads: objecting({ ...CLAIM, path: secret, text }),
      secrets: [secret],
    });
    expect(body).toContain('The change leaks \\[masked\\].');
    const everything = [body, log, JSON.stringify(night.state()), ...asked.map(words)].join('\n');
    expect(everything).not.toContain(secret);
  });

  test.each<[how: string, after: ModelTurn, goal: string]>([
    [
      'gives up',
      [
        ['write_file', { path: 'docs/a.md', text: 'Broken.\n' }],
        ['give_up', { reason: 'No.' }],
      ],
      GOAL,
    ],
    [
      'runs into its limit',
      [['write_file', { path: 'docs/b.md', text: 'Broken.\n' }]],
      `${GOAL}limits: {model_calls: 4}\n`,
    ],
    [
      'goes round in circles',
      [
        ['read_file', { path: 'docs/a.md' }],
        ['write_file', { path: 'docs/a.md', text: 'Broken.\n' }],
      ],
      GOAL,
    ],
  ])('leaves the finished work as it was judged where the model %s', async (_, after, goal) => {
    const { text, body, result } = await play({
      goal,
      works: ({ turn }) => [[WRITE], [FINISH]][turn] ?? after,
      reads: objecting(CLAIM),
    });
    expect(result.goals[0]?.ending).toBe('worked');
    expect(text('docs/a.md')).toBe('A better page.\n');
    expect(text('docs/b.md')).toBe(null);
    expect(body).toContain('Left of what a second reader objects to: ');
  });

  test('is not handed back where no call is left to mend it', async () => {
    const { body, asked } = await play({
      goal: `${GOAL}limits: {model_calls: 3}\n`,
      reads: objecting(CLAIM),
    });
    expect(asked).toHaveLength(3);
    expect(body).toContain('Left of what a second reader objects to: ');
  });

  test('keeps a change from being proposed where its own summary argues against it', async () => {
    const summary = 'docs/a.md: changed as asked, but this should not be merged, the page was right.';
    const { night, log, item } = await play({
      works: ({ turn }) => (turn === 0 ? [WRITE] : [['finish', { summary }]]),
      reads: () => [
        [
          'verdict',
          { objections: [{ kind: 'claim', text: 'It says that the page was right.' }], argues_against: true },
        ],
      ],
    });
    expect(night.github.drafts).toEqual([]);
    expect(log).toContain('is not proposed: a second reader says that its own summary argues against it.');
    expect(item).toMatchObject({ status: 'done', ending: 'no_change', draft: null });
  });

  test('is a flag where nobody has read such a summary', async () => {
    const summary = 'docs/a.md: changed as asked. It should not be merged: the page was right.';
    const { body } = await play({
      goal: GOAL.replace('reader: true', 'reader: false'),
      works: ({ turn }) => (turn === 0 ? [WRITE] : [['finish', { summary }]]),
    });
    expect(body).toContain('> - The summary seems to argue against the change: “It should not be merged');
  });
});

describe('a reading that does not come about', () => {
  const fault: ModelAnswer = {
    ...{ kind: 'fault', fault: 'server_error', isCharged: false, retryAfter: null },
    detail: '500: it is on fire',
  };
  const said = (content: string, finish: 'stop' | 'length' | 'refusal' = 'stop'): ModelAnswer => ({
    ...{ kind: 'answer', content, toolCalls: [], finish, usage: { tokensIn: 5, tokensOut: 5 } },
  });

  test.each<[how: string, answer: ModelTurn | ModelAnswer, reason: string]>([
    ['its server fails', fault, 'its server did not answer (server error): 500: it is on fire'],
    ['it writes words', said('Looks good to me.'), 'its answer could not be read'],
    ['it is cut off', said('{"objections": [{"kind": "cl', 'length'), 'its answer was cut off'],
    ['it refuses', said('No.', 'refusal'), 'it refused to answer'],
    ['it calls another tool', [['finish', { summary: 'Fine.' }]], 'its answer could not be read'],
    ['it names no objections', [['verdict', { verdict: 'fine' }]], 'its answer names no list of objections'],
    ['its objections are none', [['verdict', { objections: [' ', 7] }]], 'its objections could not be read'],
  ])('keeps nothing from being proposed: %s', async (_, answer, reason) => {
    const { body, result, log } = await play({ reads: () => answer });
    expect(result.goals[0]?.ending).toBe('worked');
    expect(body).toContain(`**Not read by a second reader**, because ${reason}.`);
    expect(log).toContain(`No second reader (test-model) has read the change, because ${reason}.`);
  });

  test.each<[why: string, reason: Error, ending: string, said: string]>([
    [
      'of a key',
      new Halt('missing_key', 'There is no key.'),
      'worked',
      'could not be asked: There is no key',
    ],
    ['of a defect, which is not hidden', new Error('a defect'), 'unexpected', ''],
  ])('for want %s', async (_, reason, ending, words) => {
    const { body, result } = await play({
      goal: GOAL.replace('reader: true', 'reader: careful'),
      settings: 'models: {default: {model: small}, careful: {model: large}}\n',
      model: (provider) => ({
        name: ({ model }) => model,
        open: (settings) => (settings.model === 'large' ? Promise.reject(reason) : provider.open(settings)),
      }),
    });
    expect(result.goals[0]?.ending).toBe(ending);
    expect(body).toContain(words);
  });

  test('for want of tokens, and no limit is exceeded for it', async () => {
    const page = 'A line of a page.\n'.repeat(100);
    const dear = (tokensIn: number, [name, input]: ModelTurn[number]): ModelAnswer => ({
      ...{ kind: 'answer', content: '', finish: 'tool_calls', usage: { tokensIn, tokensOut: 100 } },
      toolCalls: [{ id: name, name, arguments: JSON.stringify(input) }],
    });
    const { body, result, item } = await play({
      goal: `${GOAL}limits: {tokens: 15000}\n`,
      works: ({ turn }) =>
        turn === 0
          ? dear(7_000, ['write_file', { path: 'docs/a.md', text: page }])
          : dear(6_500, ['finish', { summary: 'docs/a.md: longer.' }]),
    });
    expect(result.goals[0]?.ending).toBe('worked');
    expect(body).toMatch(/\*\*Not read by a second reader\*\*, because too (?:few tokens|little)/);
    expect(item?.spent.tokens).toBeLessThanOrEqual(15_000);
  });

  test('for want of calls', async () => {
    const { body, asked } = await play({ goal: `${GOAL}limits: {model_calls: 2}\n` });
    expect(asked).toHaveLength(2);
    expect(body).toContain('because no model call of this task was left (limits.model_calls)');
  });

  test('with words in a fence is read all the same', async () => {
    const { body } = await play({
      reads: () =>
        said(
          'Here it is:\n```json\n{"objections": [{"kind": "hunk", "path": "docs/a.md", "line": "1", "text": "Not asked for."}]}\n```',
        ),
    });
    expect(body).toContain('docs/a.md, line 1 (not asked for): Not asked for.');
  });
});
