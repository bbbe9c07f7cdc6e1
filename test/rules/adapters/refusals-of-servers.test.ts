/** What model servers and gateways say when they do not answer, each as somebody has met it. */
import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../../src/adapters/openai/answer.ts';
import { faultOfRefusal, smallerAnswer } from '../../../src/adapters/openai/refusal.ts';

const refusal = (status: number, words: string, code = '', param = '') => ({ status, words, code, param });

describe('a refusal is blamed', () => {
  it.each([
    ['vLLM without a parser of calls', 400, '"auto" tool choice requires --enable-auto-tool-choice and more'],
    ['llama.cpp without its templates', 500, 'tools param requires --jinja flag'],
    ['a schema that is not liked', 400, "Invalid schema for function 'edit_file': In context=()"],
    ['a template without a system', 400, 'System role not supported'],
    ['plain HTTP at the port of HTTPS', 400, '<html><head><title>400 The plain HTTP request'],
    ['another country', 403, 'Country, region, or territory not supported'],
  ])('on the server or the settings: %s', (_, status, words) => {
    expect(faultOfRefusal(refusal(status, words))).toBe('bad_request');
  });

  it.each([
    ['LM Studio', 400, 'No models loaded. Please load a model.', ''],
    ['LM Studio, too large', 400, 'Failed to load model "m". Not enough memory.', ''],
    ['LiteLLM', 400, 'LLM Provider NOT provided. You passed model=m', ''],
    ['Azure', 404, 'The API deployment for this resource does not exist.', 'DeploymentNotFound'],
    ['Together', 404, 'Unable to access model m.', 'model_not_available'],
    ['Copilot', 400, 'No.', 'model_not_supported'],
    ['OpenAI, of a project', 403, 'Project `p` does not have access to model `m`', ''],
    ['OpenAI, unverified', 403, 'Your organization must be verified to use the model `m`.', ''],
    ['retired', 410, 'The model m was retired.', ''],
  ])('on the model of the settings: %s', (_, status, words, code) => {
    expect(faultOfRefusal(refusal(status, words, code))).toBe('unknown_model');
  });

  it.each([
    ['a guard that answers by a page', 403, '<!DOCTYPE html><html><title>Attention Required!</title>'],
    ['an empty part', 400, 'messages: text content blocks must be non-empty'],
    ['a page about its size', 413, '<html><head><title>413 Request Entity Too Large</title>'],
  ])('on the text of this item alone: %s', (_, status, words) => {
    expect(faultOfRefusal(refusal(status, words))).toBe('refused_text');
  });

  it.each([
    [424, 'Request failed during generation'],
    [498, 'flex tier capacity exceeded'],
    [499, 'The operation was cancelled.'],
  ])('on a server that is out of order: %i', (status, words) => {
    expect(faultOfRefusal(refusal(status, words))).toBe('server_error');
  });

  it.each([
    [
      'rate_limited',
      'You exceeded your current quota, check your plan and billing. Please retry in 34.07s.',
      '',
    ],
    ['rate_limited', 'You exceeded your current quota, check your plan.', 'RESOURCE_EXHAUSTED'],
    ['no_credit', 'You exceeded your current quota, check your plan and billing.', 'insufficient_quota'],
  ])('on a limit of a minute or on the account, which share their words: %s', (fault, words, code) => {
    expect(faultOfRefusal(refusal(429, words, code))).toBe(fault);
  });

  it('on the account where a gateway counts', () => {
    expect(faultOfRefusal(refusal(400, 'Budget has been exceeded! Current cost: 10.2'))).toBe('no_credit');
    expect(faultOfRefusal(refusal(403, 'Key limit exceeded (total limit).'))).toBe('no_credit');
  });
});

it.each([
  [
    '`inputs` tokens + `max_new_tokens` must be <= 8193. Given: 500 `inputs` tokens and 8000 `max_new_tokens`',
    7_693,
  ],
  ['Try again with a maximum tokens value that is lower than 4096.', 4_095],
])('a smaller answer is asked for: %s', (words, most) => {
  expect(smallerAnswer(`400: ${words}`, 8_000)).toBe(most);
});

describe('why an answer ended', () => {
  const USAGE = { prompt_tokens: 100, completion_tokens: 20 };
  const ask = (reason: unknown, more = {}) =>
    readAnswer(
      Response.json({
        choices: [{ finish_reason: reason, message: { content: 'x' } }],
        usage: USAGE,
        ...more,
      }),
      [],
    );

  it.each([
    ['length', ['MAX_TOKENS', 'model_length', 'model_context_window_exceeded']],
    ['refusal', ['SAFETY', 'sensitive', 'content_filter: PROHIBITED_CONTENT']],
    ['stop', ['eos', null, { type: 'stop' }]],
  ])('is told by many words: %s', async (finish, reasons) => {
    for (const reason of reasons) expect(await ask(reason)).toMatchObject({ kind: 'answer', finish });
  });

  it.each(['error', 'network_error', 'insufficient_system_resource', 'abort'])(
    'may be the server, so that it is no answer: %s',
    async (reason) => {
      const usage = { tokensIn: 100, tokensOut: 20 };
      expect(await ask(reason)).toMatchObject({ kind: 'fault', fault: 'dropped', isCharged: true, usage });
    },
  );

  it('may be an error, whose words are told and whose cost counts', async () => {
    const error = { message: 'Upstream broke', code: 502 };
    expect(await ask('stop', { error })).toMatchObject({
      ...{ kind: 'fault', fault: 'server_error', isCharged: true, usage: { tokensIn: 100 } },
      detail: '502: Upstream broke',
    });
  });
});

it('fields that a server wants back are kept, also empty ones and those inside of a call', async () => {
  const called = { name: 'a', arguments: '{}', thought_signature: 's' };
  const message = { content: null, reasoning_content: '', tool_calls: [{ id: 'x', function: called }] };
  expect(await readAnswer(Response.json({ choices: [{ message }] }), [])).toMatchObject({
    extra: new Map([['fields', { reasoning_content: '' }]]),
    toolCalls: [{ extra: new Map([['fields', { function: { thought_signature: 's' } }]]) }],
  });
});
