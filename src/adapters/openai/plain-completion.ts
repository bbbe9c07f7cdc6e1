import { asRecord, parsedJson } from './json.ts';

type Fields = Record<string, unknown>;

/** Fields in which gateways hand on the answer of another server. */
const WRAPPINGS = ['data', 'result', 'output', 'response', 'body'];

/**
 * A chat completion as OpenAI writes it, out of what servers and gateways make of one. Only what is plainly meant is changed: what
 * cannot be read stays as it came.
 */
export function plainCompletion(body: unknown): unknown {
  const whole = unwrapped(body);
  const choices = whole?.['choices'];
  if (whole === null || !Array.isArray(choices)) return whole ?? body;
  const [first, ...others] = choices.map(plainChoice);
  return first === undefined ? whole : { ...whole, choices: [withCallsOf(first, others), ...others] };
}

function unwrapped(body: unknown): Fields | null {
  const value = typeof body === 'string' ? parsedJson(body) : body;
  const whole = asRecord(Array.isArray(value) ? value[0] : value);
  if (whole === null || 'choices' in whole) return whole;
  for (const name of WRAPPINGS) {
    const given = whole[name];
    const inner = asRecord(typeof given === 'string' ? parsedJson(given) : given);
    if (inner !== null && Array.isArray(inner['choices']))
      return { ...('usage' in whole && { usage: whole['usage'] }), ...inner };
  }
  return whole;
}

/** Some servers put the words of an answer into one choice and its calls into another. */
function withCallsOf(first: unknown, others: readonly unknown[]): unknown {
  const choice = asRecord(first);
  const message = asRecord(choice?.['message']);
  if (choice === null || message === null || callsIn(message).length > 0) return first;
  const calls = others.flatMap((other) => callsIn(asRecord(asRecord(other)?.['message']) ?? {}));
  return calls.length === 0 ? first : { ...choice, message: { ...message, tool_calls: calls } };
}

function callsIn({ tool_calls: calls }: Fields): readonly unknown[] {
  return Array.isArray(calls) ? calls : [];
}

function plainChoice(given: unknown): unknown {
  const choice = asRecord(given);
  const message = asRecord(choice?.['message']) ?? asRecord(choice?.['delta']);
  if (choice === null || message === null) return given;
  const finish = choice['finish_reason'];
  const calls = message['tool_calls'] ?? choice['tool_calls'];
  const plain = {
    ...message,
    ...('content' in message && { content: plainContent(message['content']) }),
    ...(calls !== undefined && calls !== null && { tool_calls: plainCalls(calls) }),
  };
  return { ...choice, finish_reason: typeof finish === 'string' ? finish : null, message: plain };
}

function plainContent(content: unknown): unknown {
  if (Array.isArray(content))
    return content.flatMap((part) => (typeof part === 'string' ? { text: part } : (asRecord(part) ?? [])));
  return asRecord(content) === null ? content : [content];
}

function plainCalls(calls: unknown): unknown {
  if (asRecord(calls) !== null) return [plainCall(calls)];
  return Array.isArray(calls) ? calls.filter((call) => call !== null).map(plainCall) : calls;
}

/** Its name and arguments may stand in the call itself, and an empty list is how some languages write an empty object. */
function plainCall(given: unknown): unknown {
  const call = asRecord(given);
  if (call === null) return given;
  const { name, arguments: input, ...rest } = call;
  const own = asRecord(call['function']) ?? (typeof name === 'string' ? { name, arguments: input } : null);
  if (own === null) return given;
  const written = own['arguments'];
  const isEmptyList = Array.isArray(written) && written.length === 0;
  const id = typeof call['id'] === 'number' ? String(call['id']) : call['id'];
  return { ...rest, id, function: { ...own, ...(isEmptyList && { arguments: {} }) } };
}
