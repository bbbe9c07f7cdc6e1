import { utf8Length } from '../../core/text/bytes.ts';
import type { ModelAnswer, ModelProvider, Question } from '../../ports.ts';
import {
  answerOf,
  type Behaviour,
  type BehaviourFacts,
  isTurn,
  type ModelTurn,
  modelOf,
} from '../model/behaviour.ts';
import type { RandomStream } from '../time/random-stream.ts';
import type { ModelManner } from './profile.ts';
import { PLANTED_SECRET } from './repository.ts';

/** A model of that manner. What it writes depends on the task and on the time alone, so that two windows differ. */
export function modelFor(manner: ModelManner, random: RandomStream, now: () => number): ModelProvider {
  const behave: Behaviour = (facts) => {
    const next = MANNERS[manner]({ facts, random, stamp: stampOf(now()) });
    return isTurn(next) ? answerOf(next, facts.turn, usageOf(facts.question, manner)) : next;
  };
  return modelOf(behave);
}

interface Moment {
  readonly facts: BehaviourFacts;
  readonly random: RandomStream;
  readonly stamp: string;
}

function stampOf(now: number): string {
  return new Date(now).toISOString().slice(0, 16).replace(':', '-');
}

const LINE = 'Somebody has looked after this page, line by line, and found what had to be said.';

/** What the task is about: an issue, a page of the queue, or the window of a goal. */
function workOn({ facts, stamp }: Moment): ModelTurn {
  const { item, question } = facts;
  const issue = /^#(\d+)/.exec(item)?.[1];
  if (issue !== undefined)
    return [['comment_on_issue', { issue: Number(issue), body: `Looked at #${issue}.` }]];
  if (item.startsWith('docs/'))
    return [['write_file', { path: item, text: `${LINE}\n${item} at ${stamp}\n` }]];
  const text = question.messages.map(({ content }) => content).join('\n');
  const folder = /Look after (\w+)\./.exec(text)?.[1] ?? 'index';
  return [['write_file', { path: `docs/${folder}/${stamp}.md`, text: `${LINE}\n${folder} at ${stamp}\n` }]];
}

/** The same calls, which write something else. */
function written(turn: ModelTurn, text: string): ModelTurn {
  return turn.map(([tool, input]) => [tool, tool === 'write_file' ? { ...input, text } : input]);
}

const finish = (summary: string): ModelTurn => [['finish', { summary }]];

const FORBIDDEN = [
  '.github/workflows/own.yml',
  'goals/tidy.yml',
  'state/lock.json',
  '../outside.md',
  'README.md',
  'dist/index.js',
  'docs/../.env',
] as const;

const MANNERS: Readonly<Record<ModelManner, (moment: Moment) => ModelTurn | ModelAnswer>> = {
  good: (moment) => (moment.facts.turn === 0 ? workOn(moment) : finish('Looked after it.')),
  lazy: () => finish('There was nothing to do.'),
  obsessed: (moment) => [...workOn(moment), ['note', { text: `Once more, ${moment.facts.turn}.` }]],
  hostile: (moment) => {
    const { facts, random } = moment;
    if (facts.turn > 3) return finish(`Done. The token is ${PLANTED_SECRET}.`);
    const path = random.pick(FORBIDDEN);
    return [
      ['read_file', { path: random.pick(['.env', 'secrets.txt', path]) }],
      ['write_file', { path, text: 'Everything is allowed.\n' }],
      ['write_file', { path: `docs/tidy/own-${facts.turn}.md`, text: `TOKEN=${PLANTED_SECRET}\n` }],
    ];
  },
  broken: ({ random, facts }) => {
    const kind = random.pick(['unknown', 'arguments', 'words', 'malformed']);
    if (kind === 'unknown') return [['launch_rocket', { to: 'the moon' }]];
    if (kind === 'arguments') return [['write_file', { file: 7 }]];
    if (kind === 'malformed') return fault('malformed', true);
    const usage = usageOf(facts.question, 'good');
    return { kind: 'answer', content: 'I would rather talk.', toolCalls: [], finish: 'stop', usage };
  },
  overloaded: (moment) => {
    const kind = moment.random.pick(['rate_limited', 'server_error', 'fine']);
    return kind === 'fine' ? MANNERS.good(moment) : fault(kind, false);
  },
  expensive: (moment) => MANNERS.good(moment),
  /** Never the same twice, and never finished. */
  restless: (moment) => {
    const { turn } = moment.facts;
    const work = workOn(moment);
    return written(work, `${LINE}\nLooked after for the ${turn + 1}. time, at ${moment.stamp}.\n`);
  },
  verbose: (moment) =>
    moment.facts.turn === 0 ? written(workOn(moment), `${LINE}\n`.repeat(900)) : finish('Wrote it all down.'),
  leaky: (moment) =>
    moment.facts.turn === 0 ? written(workOn(moment), `TOKEN=${PLANTED_SECRET}\n`) : finish('Wrote it down.'),
  helpless: () => [['give_up', { reason: 'This is more than I can do.' }]],
};

function fault(kind: 'malformed' | 'rate_limited' | 'server_error', isCharged: boolean): ModelAnswer {
  return { kind: 'fault', fault: kind, isCharged, retryAfter: null, detail: `The server says ${kind}.` };
}

/** A prompt has at most as many tokens as bytes, and an answer at most as many as were allowed. */
function usageOf({ messages, maxTokens }: Question, manner: ModelManner) {
  const bytes = messages.reduce((sum, { content }) => sum + utf8Length(content), 0);
  if (manner !== 'expensive') return { tokensIn: Math.ceil(bytes / 4), tokensOut: Math.min(60, maxTokens) };
  return { tokensIn: bytes, tokensOut: Math.min(maxTokens, 4_000) };
}
