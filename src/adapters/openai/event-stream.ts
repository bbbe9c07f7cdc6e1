import { MODEL_TEXTS } from '../../report/failures/model-texts.ts';
import { asRecord, parsedJson } from './json.ts';

/** A connection that ended between two events does not say so itself. */
export class CutStream extends Error {
  constructor() {
    super(MODEL_TEXTS.cutStream);
  }
}

/**
 * The events of a stream as one completion; null: it is no stream. Some servers stream although nobody asked for it. Throws a
 * `CutStream` where nothing came that servers send last: a reason to stop, the usage, an error or the mark of the end.
 */
export function completionOfStream(text: string): unknown {
  if (!isStream(text)) return null;
  const whole: Whole = { message: {}, calls: new Map(), rest: {}, finish: null };
  let hasEnd = false;
  for (const line of text.split(/\r?\n/)) {
    const data = /^\s*data:\s*(.*)$/.exec(line)?.[1] ?? '';
    hasEnd ||= data === '[DONE]';
    const event = data === '' || data === '[DONE]' ? null : asRecord(parsedJson(data));
    if (event !== null) addEvent(whole, event);
  }
  hasEnd ||= whole.finish !== null || whole.rest['usage'] !== undefined || whole.rest['error'] !== undefined;
  if (!hasEnd) throw new CutStream();
  const { message, calls, rest, finish } = whole;
  const toolCalls = [...calls.values()];
  const filled = { ...message, ...(toolCalls.length > 0 && { tool_calls: toolCalls }) };
  return { ...rest, choices: [{ index: 0, finish_reason: finish, message: filled }] };
}

/** Whether the first line with data comes behind nothing but empty lines, comments and other fields of events. */
function isStream(text: string): boolean {
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf('\n', from);
    const line = text.slice(from, end < 0 ? text.length : end).trimStart();
    if (line.startsWith('data:')) return true;
    if (line !== '' && !/^(?::|event:|id:)/.test(line)) return false;
    from = end < 0 ? text.length : end + 1;
  }
  return false;
}

type Fields = Record<string, unknown>;

interface Whole {
  message: Fields;
  readonly calls: Map<unknown, Fields>;
  /** What stands beside the choices: usage, error. */
  rest: Fields;
  finish: unknown;
}

function addEvent(whole: Whole, { choices, ...rest }: Fields): void {
  const known = Object.entries(rest).filter(([, value]) => value !== null && value !== undefined);
  whole.rest = { ...whole.rest, ...Object.fromEntries(known) };
  const choice = asRecord(Array.isArray(choices) ? choices[0] : null);
  if (choice === null) return;
  whole.finish = choice['finish_reason'] ?? whole.finish;
  const { tool_calls: calls, ...delta } = asRecord(choice['delta']) ?? asRecord(choice['message']) ?? {};
  whole.message = joined(whole.message, delta);
  for (const [place, call] of (Array.isArray(calls) ? calls : []).entries()) addCall(whole, call, place);
}

function addCall({ calls }: Whole, given: unknown, place: number): void {
  const part = asRecord(given);
  if (part === null) return;
  const { index, ...call } = part;
  const key = index ?? place;
  calls.set(key, joined(calls.get(key) ?? {}, call));
}

/** Texts go on, records are joined field by field, and an id, a type or a role that comes again stays what it is. */
function joined(before: Fields, more: Fields): Fields {
  const after = { ...before };
  for (const [name, value] of Object.entries(more)) {
    const old = after[name];
    const isSame = ['id', 'type', 'role'].includes(name) && typeof old === 'string' && old !== '';
    if (value === null || value === undefined || isSame) continue;
    const [oldRecord, record] = [asRecord(old), asRecord(value)];
    if (typeof old === 'string' && typeof value === 'string') after[name] = old + value;
    else if (Array.isArray(old) && Array.isArray(value)) after[name] = [...old, ...value];
    else after[name] = oldRecord !== null && record !== null ? joined(oldRecord, record) : value;
  }
  return after;
}
