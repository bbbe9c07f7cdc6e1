/** Whatever a model answers, the history that is sent with the next question suits the strictest servers. */
import { expect, it } from 'vitest';
import { requestBody } from '../../../src/adapters/openai/request.ts';
import type { ModelAnswer, Question, ToolCall } from '../../../src/ports.ts';
import { type ModelTurn, modelOf } from '../../../src/simulation/model/behaviour.ts';
import { Night, PLAIN } from '../../support/memory/night.ts';

const SETTINGS = {
  model: 'm',
  field: 'max_tokens',
  isExtraSent: true,
  isStreamed: false,
  isUsageAsked: true,
} as const;

interface Sent {
  readonly role: string;
  readonly content: string | null;
  readonly tool_call_id?: string;
  readonly tool_calls?: readonly { id: string; function: { name: string; arguments: string } }[];
}

/** What a strict server has against the history of a question. */
function faultsIn(question: Question): readonly string[] {
  const messages = requestBody(question, SETTINGS).messages as unknown as readonly Sent[];
  const calls = messages.flatMap(({ tool_calls = [] }) => tool_calls);
  const answers = messages.flatMap(({ tool_call_id: id }) => id ?? []);
  return [
    ...messages.flatMap(({ role, content }, at) => {
      const before = messages[at - 1]?.role;
      const isOutOfOrder = role !== 'tool' && role === before;
      const isBehindResult = role === 'user' && before === 'tool';
      const isUnfit = content !== null && (content === '' || !content.isWellFormed());
      return [
        ...(isOutOfOrder || isBehindResult ? [`${role} behind ${before}`] : []),
        ...(isUnfit ? [`a content of ${role}: ${JSON.stringify(content)}`] : []),
      ];
    }),
    ...calls
      .filter(({ id }, at) => calls.findIndex((call) => call.id === id) !== at)
      .map(({ id }) => `${id} twice`),
    ...calls.filter(({ id }) => !answers.includes(id)).map(({ id }) => `no answer to ${id}`),
    ...calls.flatMap(({ id, function: { name, arguments: text } }) =>
      /^[\w.:-]{1,40}$/.test(id) && /^[\w-]{1,64}$/.test(name) && isPlainObject(text)
        ? []
        : [`a call ${id} ${name} ${text}`],
    ),
  ];
}

function isPlainObject(text: string): boolean {
  return /^\{/.test(text) && !/\\ud[89a-f]/i.test(JSON.stringify(JSON.parse(text)));
}

const answer = (toolCalls: readonly ToolCall[], content = ''): ModelAnswer => ({
  ...{ kind: 'answer', content, toolCalls, finish: toolCalls.length > 0 ? 'tool_calls' : 'stop' },
  usage: { tokensIn: 100, tokensOut: 20 },
});
const call = (id: string, text = '{"path":"docs/a.md"}', name = 'read_file'): ToolCall => ({
  id,
  name,
  arguments: text,
});
const FINISH: ModelTurn = [['finish', { summary: 'Done.' }]];

it.each<[string, readonly ModelAnswer[]]>([
  ['ids that come twice', [answer([call('a'), call('a', '{"path":"docs/b.md"}')])]],
  ['ids that are empty, long or odd', [answer([call(''), call('x'.repeat(200)), call('a b')])]],
  [
    'ids such as the agent gives itself',
    [answer([call('call00001')]), answer([call('')]), answer([call('call00002', '{}')])],
  ],
  ['an odd name', [answer([call('a', '{}', 'ü'.repeat(80)), call('b', '{}', '')])]],
  [
    'arguments that are no object',
    [answer(['["a"]', '"a"', '7', 'null', '', '{"path":'].map((text, at) => call(String(at), text)))],
  ],
  ['half a character', [answer([call('a', '{"pattern":"x\\ud83d"}', 'search')], 'a\ud83d')]],
  ['words alone, and then nothing', [answer([], 'Hm.'), answer([])]],
  [
    'forty calls',
    [answer(Array.from({ length: 40 }, (_, n) => call(`c${n}`, `{"path":"docs/a.md","to_line":${n + 1}}`)))],
  ],
  [
    'a broken answer',
    [
      { kind: 'fault', fault: 'malformed', isCharged: true, retryAfter: null, detail: 'x' },
      answer([call('a')]),
    ],
  ],
])('behind %s', async (_, answers) => {
  const night = await Night.begin({
    goals: { tidy: PLAIN },
    files: { 'docs/a.md': 'red\n', 'docs/b.md': '' },
  });
  const faults: string[] = [];
  let asked = 0;
  const model = modelOf(
    () => answers[asked++] ?? FINISH,
    (question) => faults.push(...faultsIn(question)),
  );
  await night.wake({ model });
  expect(asked).toBeGreaterThan(answers.length);
  expect(faults).toEqual([]);
});
