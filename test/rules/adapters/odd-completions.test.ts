/** Answers of model servers and gateways that are none as OpenAI writes them, each as somebody has met it. */
import { describe, expect, it } from 'vitest';
import { callsInText } from '../../../src/adapters/openai/calls-in-text.ts';
import { errorIn } from '../../../src/adapters/openai/error-in.ts';
import { offeredName } from '../../../src/adapters/openai/offered-name.ts';
import { plainCompletion } from '../../../src/adapters/openai/plain-completion.ts';
import { usageOf } from '../../../src/adapters/openai/usage.ts';

const READ = { id: 'a', type: 'function', function: { name: 'read_file', arguments: '{"path":"a"}' } };
const ANSWER = { choices: [{ index: 0, finish_reason: 'tool_calls', message: { tool_calls: [READ] } }] };
const USAGE = { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120 };
const message = (fields: object) => ({ choices: [{ finish_reason: 'tool_calls', message: fields }] });

describe('a completion in an odd shape is read as it is meant', () => {
  it.each<[string, unknown]>([
    ['in a list', [ANSWER]],
    ['in the field data', { code: 0, msg: 'ok', data: ANSWER }],
    ['in the field result', { success: true, errors: [], result: ANSWER }],
    ['in the field output', { output: ANSWER, request_id: 'r' }],
    ['as text in the field body', { statusCode: 200, body: JSON.stringify(ANSWER) }],
    ['as JSON in JSON', JSON.stringify(ANSWER)],
    ['with delta in the place of message', { choices: [{ delta: { tool_calls: [READ] } }] }],
    ['with the calls beside the message', { choices: [{ message: {}, tool_calls: [READ] }] }],
    ['with one call in the place of a list', message({ tool_calls: READ })],
    ['with nothing among the calls', message({ tool_calls: [null, READ] })],
    [
      'with its words in another choice',
      { choices: [{ message: { content: 'I look.' } }, ...ANSWER.choices] },
    ],
    [
      'with the function not apart',
      message({ tool_calls: [{ id: 'a', type: 'function', name: 'read_file', arguments: '{"path":"a"}' }] }),
    ],
  ])('%s', (_, body) => {
    const { choices } = plainCompletion(body) as typeof ANSWER;
    expect(choices[0]?.message.tool_calls).toEqual([READ]);
  });

  it.each<[string, object, object]>([
    ['a number as id', { tool_calls: [{ ...READ, id: 7 }] }, { tool_calls: [{ ...READ, id: '7' }] }],
    ['one part of content', { content: { text: 'Hi' } }, { content: [{ text: 'Hi' }] }],
    ['texts as parts', { content: ['Hi', { text: '!' }] }, { content: [{ text: 'Hi' }, { text: '!' }] }],
    [
      'an empty list as arguments',
      { tool_calls: [{ ...READ, function: { name: 'list_files', arguments: [] } }] },
      { tool_calls: [{ ...READ, function: { name: 'list_files', arguments: {} } }] },
    ],
  ])('with %s', (_, given, plain) => {
    expect(plainCompletion(message(given))).toMatchObject({ choices: [{ message: plain }] });
  });
});

describe('an error in a body', () => {
  it.each<[string, unknown, string]>([
    ['in a list of errors', { success: false, errors: [{ code: 3040, message: 'No room.' }] }, 'No room.'],
    ['under names of its own', { error_code: 18, error_msg: 'Too many.' }, 'Too many.'],
    ['without a wrapping', { code: 50_505, message: 'Overloaded.', data: null }, 'Overloaded.'],
    ['of a function in the cloud', { errorMessage: 'Timed out', errorType: 'T' }, 'Timed out'],
    ['inside of a choice', { choices: [{ error: { code: 502, message: 'Gone' } }] }, 'Gone'],
    [
      'of the server behind a gateway',
      {
        error: {
          message: 'Provider returned error',
          metadata: { raw: '{"error":{"message":"No such field."}}' },
        },
      },
      'Provider returned error: No such field.',
    ],
  ])('is found %s', (_, body, words) => {
    expect(errorIn(body)?.words).toBe(words);
  });

  it.each([
    ['empty fields', { ...ANSWER, error: { message: '', type: '', code: null } }],
    ['null', { ...ANSWER, error: null, detail: null }],
    ['a message beside it', { ...ANSWER, message: 'ok', code: 0 }],
  ])('is none where a good answer stands beside %s', (_, body) => {
    expect(errorIn(body)).toBeNull();
  });

  it.each([
    [{ error: { message: 'x', details: [{ retryDelay: '34s' }] } }, 34],
    [{ error: { message: 'x', metadata: { headers: { 'Retry-After': '9' } } } }, 9],
    [{ error: { message: 'Please try again in 1m12.5s.' } }, 72.5],
    [{ error: { message: 'Please retry after 7 seconds.' } }, 7],
    [{ error: { message: 'Try again in 20ms' } }, 0.02],
    [{ error: { message: 'Try again later.', metadata: { retry_after: 'soon' } } }, null],
  ])('says how long to wait: %j', (body, seconds) => {
    expect(errorIn(body)?.retryAfter).toBe(seconds);
  });
});

describe('what an answer took', () => {
  it.each([
    ['names of other APIs', { input_tokens: 100, output_tokens: 20 }, { tokensIn: 100, tokensOut: 20 }],
    ['only the total', { prompt_tokens: 100, total_tokens: 300 }, { tokensIn: 100, tokensOut: 200 }],
    ['null for the answer', { ...USAGE, completion_tokens: null }, { tokensIn: 100, tokensOut: 20 }],
    ['a cache at the top', { ...USAGE, cached_tokens: 64 }, { tokensIn: 100, tokensOut: 20, cachedIn: 64 }],
    [
      'a cache under another name',
      { ...USAGE, cache_read_input_tokens: 640 },
      { tokensIn: 100, tokensOut: 20, cachedIn: 100 },
    ],
  ])('is told by %s', (_, usage, told) => {
    expect(usageOf({ usage })).toEqual(told);
  });

  it.each([
    [{ prompt_tokens: 100 }],
    [{ prompt_tokens: 0, completion_tokens: 20 }],
    [{ prompt_tokens: -1, total_tokens: 4 }],
    [[]],
  ])('is not known from %j', (usage) => {
    expect(usageOf({ usage })).toBeNull();
  });
});

describe('a call in a text', () => {
  const tools = ['read_file', 'finish'].map((name) => ({ name, description: '', parameters: {} }));

  it.each([
    '<tool_call>\n<function=read_file>\n<parameter=path>\na\n</parameter>\n</function>\n</tool_call>',
    '<tool_call>read_file\n<arg_key>path</arg_key>\n<arg_value>a</arg_value>\n</tool_call>',
    '<function_calls>\n<invoke name="read_file">\n<parameter name="path">a</parameter>\n</invoke>\n</function_calls>',
    '<｜tool▁calls▁begin｜><｜tool▁call▁begin｜>function<｜tool▁sep｜>read_file\n```json\n{"path":"a"}\n```<｜tool▁call▁end｜>',
    '<｜tool▁call▁begin｜>read_file<｜tool▁sep｜>{"path":"a"}<｜tool▁call▁end｜><｜tool▁calls▁end｜>',
    '<|tool_call_begin|>functions.read_file:0<|tool_call_argument_begin|>{"path":"a"}<|tool_call_end|>',
    '<|channel|>commentary to=functions.read_file <|constrain|>json<|message|>{"path":"a"}<|call|>',
    '[TOOL_CALLS]read_file{"path":"a"}',
    '[TOOL_CALLS]read_file[ARGS]{"path":"a"}',
    '<think>Or <tool_call>{"name":"finish"}</tool_call>?</think><tool_call>{"name":"read_file","arguments":{"path":"a"}}</tool_call>',
    '{"tool":"read_file","parameters":{"path":"a"}}',
    '{"tool_calls":[{"name":"read_file","arguments":{"path":"a"}}]}',
  ])('is read from the marks of many models: %s', (text) => {
    expect(callsInText(text, tools).calls).toEqual([
      { id: 'call_1', name: 'read_file', arguments: '{"path":"a"}' },
    ]);
  });

  it.each([
    'One could write `{"name":"read_file","arguments":{"path":"a"}}`.',
    '<invoke name="delete_all"><parameter name="path">a</parameter></invoke>',
    '<think>I could write <tool_call>{"name":"finish"}</tool_call>.',
    '<function=read_file>what a function does</function>',
  ])('is none, and the text stays: %s', (text) => {
    expect(callsInText(text, tools)).toEqual({ text, calls: [] });
  });
});

it.each([
  'readFile',
  'Read_File',
  'read-file',
  'read_file()',
  ' "read_file" ',
  'default_api.read_file',
  'default_api:readFile',
])('the name %j means a tool that was offered', (name) => {
  expect(offeredName(name, ['read_file', 'readme'])).toBe('read_file');
  expect(offeredName(name, ['read_files'])).toBe(name);
  expect(offeredName(name, ['READ_FILE', 'ReadFile'])).toBe(name);
});
