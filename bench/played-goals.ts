/** Plays goals as maintainers write them, on small repositories in memory and with the default limits: calls, tokens and cut-offs. */
import { parseArgs } from 'node:util';
import { utf8Length } from '../src/core/text/bytes.ts';
import type { ModelProvider, Question, World } from '../src/ports.ts';
import { answerOf, type ModelTurn, modelOf } from '../src/simulation/model/behaviour.ts';
import { MemoryGitHub } from '../src/simulation/world/memory-github.ts';
import { MemoryIssues } from '../src/simulation/world/memory-issues.ts';
import { MemoryRemote, openMemoryWorld } from '../src/simulation/world/memory-repository.ts';
import { NO_SUBJECTS } from '../src/simulation/world/memory-subjects.ts';
import { wake } from '../src/wake/wake.ts';
import { PLAYED, type PlayedGoal } from './played-cases.ts';

/** The default limits of a goal. */
const MOST_TOKENS = 50_000;
const MOST_CALLS = 20;
/** Bytes of a token, as models of today divide English and code. */
const BYTES_PER_TOKEN = 3.8;
/** What a careful model thinks before each answer. */
const THINKING = 350;
const LIMITS: ReadonlySet<string> = new Set(['budget_spent', 'call_limit', 'time_limit', 'too_large']);

interface PlayedRow {
  readonly goal: string;
  readonly items: number;
  readonly calls: number;
  readonly tokens: number;
  readonly ending: string;
  /** How far the fullest limit was used when a task was cut off; null: none was. */
  readonly cutOffAt: number | null;
  /** The model would not have finished. */
  readonly isEndless: boolean;
}

async function play(planted: PlayedGoal, reader: boolean): Promise<PlayedRow> {
  let now = Date.UTC(2026, 10, 22, 3, 0, 30);
  const clock = { now: () => now, monotonic: () => now, sleep: async () => {}, every: () => () => {} };
  const remote = new MemoryRemote();
  const github = new MemoryGitHub(remote.branches);
  github.now = clock.now;
  const issues = new MemoryIssues(github, clock);
  const files = { ...planted.files, 'goals/played.yml': `${planted.goal}second_reader: ${reader}\n` };
  remote.commit({ branch: 'main', files, time: now - 3_600_000 });
  const memory = openMemoryWorld(remote, { stateBranch: 'wakeful-state' });
  let nonces = 0;
  const world: World = {
    clock,
    random: { nonce: () => (nonces++).toString(16).padStart(32, '0'), fraction: () => 0.5 },
    log: { line: () => {}, progress: () => {} },
    state: memory.state,
    workspace: memory.workspace,
    sandbox: { reasonUnavailable: async () => 'none is needed here', run: () => Promise.reject(new Error()) },
    github: github.view(() => memory.kill()),
    issues: issues.view(() => memory.kill()),
    subjects: NO_SUBJECTS,
    model: modelFor(planted, () => (now += 5_000)),
  };
  const result = await wake(world, {
    wake: { id: 'played', url: null },
    repository: 'test/repository',
    trigger: { kind: 'schedule', by: 'the schedule', reason: 'a tick', goals: [] },
    ...{ stop: '', model: { baseUrl: null, model: null }, minutes: 60, secrets: [] },
    cancel: new AbortController().signal,
  });
  const [goal] = result.goals;
  const calls = goal?.spent.calls ?? 0;
  const tokens = goal?.spent.tokens ?? 0;
  const ending = goal?.ending ?? result.ending;
  const used = Math.max(tokens / MOST_TOKENS, planted.tasks > 1 ? 0 : calls / MOST_CALLS);
  const items = planted.tasks;
  const cutOffAt = LIMITS.has(ending) ? used : null;
  return {
    goal: planted.name,
    items,
    calls,
    tokens,
    ending,
    cutOffAt,
    isEndless: planted.isEndless === true,
  };
}

/** Answers as planned for the task, and uses as many tokens as the words take. */
function modelFor({ turns }: PlayedGoal, asked: () => void): ModelProvider {
  const answer = (question: Question, n: number, next: ModelTurn) => {
    const sent = question.messages.reduce((sum, { content }) => sum + utf8Length(content), 0);
    const calls = question.messages.flatMap((each) => (each.role === 'assistant' ? each.toolCalls : []));
    const bytes = sent + utf8Length(JSON.stringify([calls, question.tools]));
    const written = utf8Length(JSON.stringify(next));
    return answerOf(next, n, {
      tokensIn: Math.ceil(bytes / BYTES_PER_TOKEN),
      tokensOut: Math.min(question.maxTokens, THINKING + Math.ceil(written / BYTES_PER_TOKEN)),
    });
  };
  return modelOf(
    ({ item, turn, question }) => {
      const planned = turns.get(item) ?? turns.get('*') ?? [];
      return answer(question, turn, planned[Math.min(turn, planned.length - 1)] ?? []);
    },
    asked,
    ({ question }) => answer(question, 0, [['verdict', { objections: [] }]]),
  );
}

const percent = (part: number) => `${Math.round(part * 100)} %`;

function rowText({ goal, items, calls, tokens, ending, cutOffAt }: PlayedRow): string {
  const cut = cutOffAt === null ? 'no' : `at ${percent(cutOffAt)}`;
  return `| ${goal} | ${items} | ${calls} | ${tokens.toLocaleString('en')} | ${percent(tokens / MOST_TOKENS)} | ${ending} | ${cut} |`;
}

const { values } = parseArgs({ options: { 'no-reader': { type: 'boolean', default: false } } });
const rows: PlayedRow[] = [];
for (const planted of PLAYED) rows.push(await play(planted, !values['no-reader']));
process.stdout.write(
  [
    '| goal | tasks | calls | tokens | of the limit | ending | cut off |',
    '|---|--:|--:|--:|--:|---|---|',
    ...rows.map(rowText),
    '',
  ].join('\n'),
);
const early = rows.filter(({ cutOffAt, isEndless }) => !isEndless && cutOffAt !== null && cutOffAt < 0.9);
if (early.length > 0) {
  process.stderr.write(`Cut off below 90 % of a limit: ${early.map(({ goal }) => goal).join(', ')}\n`);
  process.exitCode = 1;
}
