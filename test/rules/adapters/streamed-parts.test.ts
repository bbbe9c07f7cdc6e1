/** Streams as servers write them that are none as OpenAI writes them. */
import { describe, expect, it } from 'vitest';
import { completionOfStream } from '../../../src/adapters/openai/event-stream.ts';
import { withoutRest } from '../../../src/core/text/steps.ts';

const json = JSON.stringify;
const part = (delta: object, choice = {}) =>
  `data: ${json({ choices: [{ index: 0, delta, ...choice }] })}\n\n`;
const END = `${part({}, { finish_reason: 'tool_calls' })}data: [DONE]\n\n`;

function callsOf(...parts: readonly object[]): readonly string[] {
  const stream = parts.map((each) => part({ tool_calls: [each] })).join('') + END;
  const { choices } = withoutRest(completionOfStream(stream)) as {
    choices: readonly {
      message: { tool_calls: readonly { function: { name: string; arguments: string } }[] };
    }[];
  };
  return (choices[0]?.message.tool_calls ?? []).map(
    ({ function: { name, arguments: text } }) => `${name} ${text}`,
  );
}

describe('calls of a stream', () => {
  it.each([
    [
      'all at the first place',
      [
        { index: 0, id: 'x', function: { name: 'a', arguments: '{"n":1}' } },
        { index: 0, id: 'y', function: { name: 'a', arguments: '{"n":2}' } },
      ],
    ],
    [
      'at no place',
      [
        { id: 'x', function: { name: 'a', arguments: '{"n":1}' } },
        { id: 'y', function: { name: 'a', arguments: '{"n"' } },
        { function: { arguments: ':2}' } },
      ],
    ],
    [
      'without an id',
      [
        { index: 0, function: { name: 'a', arguments: '{"n":1}' } },
        { index: 0, function: { name: 'a', arguments: '{"n":2}' } },
      ],
    ],
  ])('are told apart: %s', (_, parts) => {
    expect(callsOf(...parts)).toEqual(['a {"n":1}', 'a {"n":2}']);
  });

  it.each([
    [
      'the name comes again',
      [
        { index: 0, id: 'x', function: { name: 'ab', arguments: '{"n"' } },
        { index: 0, id: 'x', function: { name: 'ab', arguments: ':1}' } },
      ],
    ],
    [
      'the name comes in parts',
      [
        { index: 0, id: 'x', function: { name: 'a', arguments: '' } },
        { index: 0, function: { name: 'b', arguments: '{"n":1}' } },
      ],
    ],
    [
      'the name grows',
      [
        { index: 0, id: 'x', function: { name: 'a' } },
        { index: 0, id: 'x', function: { name: 'ab', arguments: '{"n":1}' } },
      ],
    ],
    [
      'each part has an id of its own',
      [
        { index: 0, id: 'x', function: { name: 'ab', arguments: '{"n"' } },
        { index: 0, id: 'y', function: { arguments: ':1}' } },
        { index: 0, id: 'z', function: { arguments: '' } },
      ],
    ],
  ])('are one: %s', (_, parts) => {
    expect(callsOf(...parts)).toEqual(['ab {"n":1}']);
  });
});

describe('a stream', () => {
  it('that ends with the whole message holds it once', () => {
    const whole = { role: 'assistant', content: 'I look.' };
    const stream = `${part({ content: 'I ' })}${part({ content: 'look.' })}data: ${json({ choices: [{ message: whole, finish_reason: 'stop' }] })}\n\n`;
    expect(withoutRest(completionOfStream(stream))).toMatchObject({ choices: [{ message: whole }] });
  });

  it('joins the parts of one block of thinking, which is signed as a whole', () => {
    const detail = (more: object) =>
      part({ reasoning_details: [{ type: 't', format: 'f', index: 0, ...more }] });
    const stream = detail({ text: 'I ' }) + detail({ text: 'look' }) + detail({ signature: 's' }) + END;
    const block = { type: 't', format: 'f', index: 0, text: 'I look', signature: 's' };
    expect(withoutRest(completionOfStream(stream))).toMatchObject({
      choices: [{ message: { reasoning_details: [block] } }],
    });
  });

  it.each([
    ['in the choice', part({ content: 'x' }, { usage: { prompt_tokens: 7 } })],
    ['in a field of its own', `data: ${json({ choices: [], x_groq: { usage: { prompt_tokens: 7 } } })}\n\n`],
  ])('tells its usage %s', (_, event) => {
    expect(withoutRest(completionOfStream(event))).toMatchObject({ usage: { prompt_tokens: 7 } });
  });

  it.each([
    ['in a line of its own', 'error: {"code":500,"message":"lost"}\n\n'],
    ['by the name of the event', 'event: error\ndata: {"code":500,"message":"lost"}\n\n'],
    ['in the choice', part({}, { finish_reason: 'error', error: { code: 500, message: 'lost' } })],
  ])('tells an error %s', (_, event) => {
    expect(withoutRest(completionOfStream(part({ content: 'I' }) + event))).toMatchObject({
      error: { message: 'lost' },
    });
  });

  it('may begin with how long to wait, and have an event on two lines', () => {
    const stream =
      'retry: 3000\n\ndata: {"choices":[{"delta":{"content":"x"},\ndata: "finish_reason":"stop"}]}\n\n';
    expect(withoutRest(completionOfStream(stream))).toMatchObject({
      choices: [{ finish_reason: 'stop', message: { content: 'x' } }],
    });
  });
});
