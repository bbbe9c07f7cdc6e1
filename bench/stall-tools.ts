/** Whole calls of each tool, from the answer of the model to the message that it reads next. */

import { systemClock } from '../src/adapters/runner.ts';
import { type Assignment, type LoopDependencies, pursue } from '../src/agent/loop.ts';
import { createMask } from '../src/core/access/mask.ts';
import type { Goal } from '../src/core/goal.ts';
import { Meter } from '../src/core/money/meter.ts';
import type { IssueThread, Model, Sandbox } from '../src/ports.ts';
import { LONG_FILE, LongTree, smallFiles } from './long-tree.ts';

/** The longest file that the model may write, and the longest arguments that it may give. */
const FILE = 1_000_000;
const COMMENT = 65_536;
const SMALL_FILES = smallFiles(100_000);
const CHECK = 'npm test';

type Call = readonly [name: string, given: Readonly<Record<string, unknown>>];

const filled = (text: string, length: number): string =>
  text.repeat(Math.ceil(length / text.length)).slice(0, length);

/** Texts on which a search, a count or the mask takes longest. */
const TEXTS = ['a', '…', 'word ', 'A1b2', '=61password=', '\\', '\n', '"', '\u200b', 'aA1+/'];
/** A pattern that an engine with backtracking never finishes. */
const PATTERN = '(a+)+b';
const PATH = 'src/new.ts';

interface Played {
  readonly calls: readonly Call[];
  /** What `docs/long.md` holds. */
  readonly long?: string;
}

const plays = (given: readonly Call[]): readonly Played[] => given.map((call) => ({ calls: [call] }));
const onText = (call: (text: string) => readonly Call[], length = FILE): readonly Played[] =>
  TEXTS.map((text) => ({ calls: call(filled(text, length)) }));
const onFile = (call: Call): readonly Played[] =>
  TEXTS.map((text) => ({ calls: [call], long: filled(text, 2 * FILE) }));

/** What each tool is given, at its worst. */
const CALLS: Readonly<Record<string, readonly Played[]>> = {
  list_files: plays([
    ['list_files', {}],
    ['list_files', { pattern: '{**/,}**/{*,**/*}{a,b}**/*' }],
    ['list_files', { pattern: filled('*a', 200) }],
    ['list_files', { pattern: filled('[a-z]', 200) }],
  ]),
  read_file: [
    ...onFile(['read_file', { path: LONG_FILE }]),
    ...onFile(['read_file', { path: LONG_FILE, from_line: 2, to_line: 3 }]),
  ],
  search: [
    ...onFile(['search', { pattern: PATTERN, glob: 'docs/**' }]),
    ...onFile(['search', { pattern: '.', glob: 'docs/**' }]),
    ...plays([
      ['search', { pattern: PATTERN }],
      ['search', { pattern: filled('(.|a)*', 200) }],
    ]),
  ],
  write_file: [
    ...onText((text) => [['write_file', { path: PATH, text }]]),
    ...onText((text) => [['write_file', { path: LONG_FILE, text }]]),
  ],
  edit_file: [
    ...TEXTS.map((text) => ({
      calls: [
        ['edit_file', { path: LONG_FILE, old: filled(text, FILE / 2), new: filled(text, FILE / 4) }],
      ] as const,
      long: `${filled(text, FILE / 2)}!${filled(text, FILE / 2 - 1)}`,
    })),
  ],
  delete_file: [...onFile(['delete_file', { path: LONG_FILE }])],
  run_check: TEXTS.map((text) => ({
    calls: [['run_check', { command: CHECK }]],
    long: filled(text, 20_000),
  })),
  read_issue: TEXTS.map((text) => ({ calls: [['read_issue', { issue: 7 }]], long: filled(text, COMMENT) })),
  comment_on_issue: onText((body) => [['comment_on_issue', { issue: 7, body }]], 20_000),
  open_issue: onText((body) => [['open_issue', { title: 'A title', body }]], 20_000),
  label_issue: plays([
    ['label_issue', { issue: 7, labels: Array.from({ length: 10 }, () => filled('a', 50)) }],
  ]),
  note: onText((text) => [['note', { text }]]),
  finish: onText((summary) => [['finish', { summary }]]),
  give_up: onText((reason) => [['give_up', { reason }]]),
  'a tool that does not exist': onText((text) => [[text.slice(0, 1_000), { text }]]),
  '32 calls in one answer': [
    {
      calls: Array.from(
        { length: 32 },
        (_, at) => ['delete_file', { path: `src/package-${at}/Ordner/Datei-${at}.ts` }] as const,
      ),
    },
  ],
};

/** Work by its name, for the meter: one call of a tool, with all that comes before and after it. */
export const TOOL_CALLS: Readonly<Record<string, readonly (() => Promise<unknown>)[]>> = Object.fromEntries(
  Object.entries(CALLS).map(([name, played]) => [name, played.map(ready)]),
);

function ready({ calls, long = '' }: Played): () => Promise<unknown> {
  return () => {
    const tree = new LongTree(long, SMALL_FILES);
    return pursue(assignmentOf({ tree, model: answersWith(calls), text: long }), dependencies(long));
  };
}

function answersWith(calls: readonly Call[]): Model {
  const toolCalls = calls.map(([name, given], at) => ({
    id: `call-${at}`,
    name,
    arguments: JSON.stringify(given),
  }));
  let turn = 0;
  return {
    async ask() {
      turn += 1;
      const last = [{ id: 'end', name: 'give_up', arguments: '{"reason":"The end."}' }];
      return {
        kind: 'answer',
        content: '',
        toolCalls: turn === 1 ? toolCalls : last,
        finish: 'tool_calls',
        usage: { tokensIn: 1, tokensOut: 1 },
      };
    },
  };
}

const GOAL: Goal = {
  id: 'docs-index',
  file: 'goals/docs-index.yml',
  blob: 'b'.repeat(40),
  title: 'Keep the docs index complete',
  objective: 'Make docs/index.md list every page.',
  schedule: { kind: 'once' },
  on: [],
  when: null,
  forEach: null,
  permissions: {
    read: ['**'],
    write: ['**'],
    effects: ['draft_pull_request', 'comment_on_issue', 'open_issue', 'label_issue'],
  },
  limits: {
    minutes: 60,
    setupMinutes: 10,
    modelCalls: 100,
    attempts: 3,
    itemsPerWake: 10,
    tokens: 2_000_000_000,
    tokensPerDay: 2_000_000_000,
    usdPerDay: null,
    usdPerMonth: null,
    openDrafts: 1,
    changedFiles: 1_000,
    changedLines: 1_000_000,
    repeats: 3,
  },
  whenDraftIsOpen: 'wait',
  runsUnchanged: false,
  setup: [],
  checks: [CHECK],
  doneWhen: [],
  model: 'default',
  enabled: true,
};

interface Place {
  readonly tree: LongTree;
  readonly model: Model;
  /** Of each comment. */
  readonly text: string;
}

function assignmentOf({ tree, model, text }: Place): Assignment {
  return {
    goal: GOAL,
    item: { key: 'window@1', title: 'the whole window' },
    window: { from: '2026-11-21T00:00:00Z', to: '2026-11-22T00:00:00Z', commits: [], changed: [] },
    notes: [],
    isContinued: false,
    issue: null,
    issues: {
      list: async () => [],
      read: async (number) => threadOf(number, text.slice(0, COMMENT)),
      labelNames: async () => Array.from({ length: 1_000 }, (_, at) => `label ${at}`),
    },
    queueLabels: [],
    tree,
    model,
    maxOutputTokens: 4_096,
    protectedGlobs: ['**/*.lock'],
    goalsFolder: 'goals',
  };
}

/** As many comments as are read, each as long as GitHub allows. */
function threadOf(number: number, text: string): IssueThread {
  const comment = { author: 'somebody', createdAt: '2026-11-21T00:00:00Z', isByAgent: false };
  return {
    number,
    url: '',
    title: text.slice(0, 256),
    body: text,
    author: 'somebody',
    labels: [],
    version: '0',
    state: 'open',
    comments: Array.from({ length: 100 }, (_, at) => ({ ...comment, body: `${at} ${text}` })),
  };
}

function dependencies(output: string): LoopDependencies {
  const limits = { tokens: 'limits.tokens', dollars: 'limits.usd_per_day' };
  const sandbox: Sandbox = {
    reasonUnavailable: async () => null,
    run: async () => ({ exitCode: 0, output, milliseconds: 1 }),
  };
  return {
    stillAllowed: async () => {},
    meter: new Meter({ tokens: 2_000_000_000, usdMicros: null, price: null, limits }),
    sandbox,
    setupHosts: [],
    clock: systemClock({ offsetMs: 0 }),
    random: { nonce: () => 'b0'.repeat(16), fraction: () => 0.5 },
    mask: createMask({ values: ['the-secret-value', 'p@ss_<w*rd>&#42'], patterns: [] }),
    signal: new AbortController().signal,
    beginTime: () => {},
    secondsLeft: () => 3_600,
    report: () => {},
    progress: () => {},
  };
}
