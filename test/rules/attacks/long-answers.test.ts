/** Texts of a model and its server that would keep a careless reading busy for minutes. */
import { expect, test } from 'vitest';
import { callsInText } from '../../../src/adapters/openai/calls-in-text.ts';
import { completionOfStream } from '../../../src/adapters/openai/event-stream.ts';
import { readArguments } from '../../../src/agent/arguments/call-arguments.ts';
import { createMask } from '../../../src/core/access/mask.ts';

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
  expect(completionOfStream(long(' \n'))).toBeNull();
  expect(completionOfStream(': hello\nevent: x\n\n data: {"choices": []}\ndata: [DONE]\n')).toMatchObject({
    choices: [{}],
  });
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
