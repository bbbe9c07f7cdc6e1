/** Texts of a model and its server that would keep a careless reading busy for minutes. */
import { expect, test } from 'vitest';
import { callsInText } from '../../../src/adapters/openai/calls-in-text.ts';
import { completionOfStream } from '../../../src/adapters/openai/event-stream.ts';
import { readArguments } from '../../../src/agent/arguments/call-arguments.ts';
import { readVerdict } from '../../../src/agent/reading/verdict.ts';
import { createMask } from '../../../src/core/access/mask.ts';
import { withoutRest } from '../../../src/core/text/steps.ts';
import { longestStall } from '../../support/stall-meter.ts';

const TOOLS = [{ name: 'read_file', description: 'Reads.', parameters: {} }];
const mask = createMask({ values: [], patterns: [] });
const LONG = 1_900_000;
const long = (text: string) => text.repeat(Math.floor(LONG / text.length));

test.each([
  ['blanks behind a mark', `<tool_call>${long(' ')}x`],
  ['names of functions without an end', long('<function=')],
  ['marks with a bracket that never ends', long('[TOOL_CALLS]{')],
  ['marks of another kind', long('<|python_tag|>{')],
  ['fences in the middle of lines', long('a```\n')],
  ['a fence full of empty lines', `\`\`\`json\n${long('\n')}`],
])('%s hold no call, and are read in one pass', (_, text) => {
  expect(callsInText(text, TOOLS).calls).toEqual([]);
});

test.each([
  ['[TOOL_CALLS] [{"name": "read_file", "arguments": {"path": "a"}}]'],
  ['<|python_tag|>{"name": "read_file", "parameters": {"path": "a"}} '],
  ['<tool_call>\n{"name": "read_file", "arguments": {"path": "a"}}\n</tool_call>'],
  ['```json\n{"name": "read_file", "arguments": {"path": "a"}}\n```'],
])('%j still holds its call', (text) => {
  expect(callsInText(text, TOOLS)).toEqual({
    text: '',
    calls: [{ id: 'call_1', name: 'read_file', arguments: '{"path":"a"}' }],
  });
});

test('a body of blanks is no stream, and comments before the data are passed over', () => {
  expect(withoutRest(completionOfStream(long(' \n')))).toBeNull();
  const text = ': hello\nevent: x\n\n data: {"choices": []}\ndata: [DONE]\n';
  expect(withoutRest(completionOfStream(text))).toMatchObject({ choices: [{}] });
});

test.each([
  ['a fence that is all blanks', `\`\`\`${long(' ')}`],
  ['a text of escaped quotes without an end', `{"a": "${long('\\"')}`],
  ['a fence full of empty lines', `\`\`\`json\n${long('\n')}x`],
])('arguments that are %s are refused', (_, text) => {
  expect(readArguments(text, mask).kind).toBe('malformed');
});

test.each([
  ['```json\n{"path": "a"}\n```', { path: 'a' }],
  ['{"text": "one\ntwo\t\\"three\\""}', { text: 'one\ntwo\t"three"' }],
  ['"{\\"path\\": \\"a\\"}"', { path: 'a' }],
  ['', {}],
])('the arguments %j are read as they are meant', (text, value) => {
  expect(readArguments(text, mask)).toEqual({ kind: 'read', value });
});

const numbered = (line: (at: number) => string) =>
  `${Array.from({ length: 60_000 }, (_, at) => line(at)).join('\n')}\ndata: [DONE]\n`;

test.each([
  ['with a new field each', numbered((at) => `data:{"f${at}":1}`)],
  ['with a new field of the message each', numbered((at) => `data:{"choices":[{"delta":{"f${at}":1}}]}`)],
  ['with a list that grows', numbered(() => 'data:{"choices":[{"delta":{"a":[1]}}]}')],
  ['with a record that grows', numbered((at) => `data:{"choices":[{"delta":{"a":{"f${at}":1}}}]}`)],
  [
    'with a name of a call each',
    numbered(
      () =>
        'data:{"choices":[{"delta":{"tool_calls":[{"index":0,"function":{"name":"a","arguments":"{\\"a\\":"}}]}}]}',
    ),
  ],
  ['that begin on very many lines', numbered((at) => (at < 30 ? `data: {"a${at}": [` : 'data: x'))],
  ['with a call each', numbered((at) => `data:{"choices":[{"delta":{"tool_calls":[{"index":${at}}]}}]}`)],
  ['that say nothing', numbered(() => 'data: ')],
])('events of a stream %s are put together in proportion to their number, with rests', async (_, text) => {
  const steps = completionOfStream(text);
  let isDone = false;
  // Each step by itself: a copy of all fields for each event would take seconds in every one of the last steps.
  const oneStep = () => {
    isDone = steps.next().done === true;
  };
  let rests = -1;
  for (let worst = 0; !isDone; rests++) {
    worst = await longestStall(oneStep);
    expect(worst).toBeLessThan(200);
  }
  expect(rests).toBeGreaterThan(10);
});

test('a field that every object has is one like any other', () => {
  const text = 'data:{"choices":[{"delta":{"__proto__":{"content":"x"},"constructor":"y"}}]}\ndata: [DONE]\n';
  const whole = withoutRest(completionOfStream(text));
  expect(JSON.stringify(whole)).toContain('"constructor":"y"');
  expect(whole).not.toHaveProperty('choices.0.message.content');
});

const answered = (content: string) =>
  ({ kind: 'answer', content, toolCalls: [], finish: 'stop', usage: null }) as const;

test.each(['{', '{}{', '}{', '{"objections":'])(
  'a second reader that answers %j again and again says nothing',
  (piece) => {
    expect(readVerdict(answered(long(piece)), mask).kind).toBe('unreadable');
  },
);
