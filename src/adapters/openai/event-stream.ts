import { MODEL_TEXTS } from '../../report/failures/model-texts.ts';
import { type Fields, joined } from './joined.ts';
import { asRecord, parsedJson } from './json.ts';
import { StreamedCalls } from './streamed-calls.ts';

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
  const whole: Whole = { message: {}, calls: new StreamedCalls(), rest: {}, finish: null };
  const { events, hasEnd } = eventsIn(text);
  for (const event of events) addEvent(whole, event);
  const { message, calls, rest, finish } = whole;
  if (!hasEnd && finish === null && rest['usage'] === undefined && rest['error'] === undefined)
    throw new CutStream();
  const filled = { ...message, ...(calls.all.length > 0 && { tool_calls: calls.all }) };
  return { ...rest, choices: [{ index: 0, finish_reason: finish, message: filled }] };
}

const FIELD = /^\s*(data|event|error):[ \t]*(.*)$/;

/** Each event as its JSON. An error may be marked as one by its line alone. */
function eventsIn(text: string): { readonly events: readonly Fields[]; readonly hasEnd: boolean } {
  const events: Fields[] = [];
  let [hasEnd, kind] = [false, ''];
  let begun: readonly string[] = [];
  for (const line of text.split(/\r?\n/)) {
    const [, field = '', value = ''] = FIELD.exec(line) ?? [];
    if (line.trim() === '') [kind, begun] = ['', []];
    if (field === 'event') kind = value.trim();
    if (field !== 'data' && field !== 'error') continue;
    hasEnd ||= value.trim() === '[DONE]';
    const data = jsonOf(value, begun);
    begun = data === null ? [...begun, value].slice(0, MOST_LINES) : [];
    const isError = field === 'error' || kind === 'error';
    if (data !== null) events.push(isError && data['error'] === undefined ? { error: data } : data);
  }
  return { events, hasEnd };
}

/** Of one event. */
const MOST_LINES = 20;

/** An event may stand on several lines. Null: it is not whole yet. */
function jsonOf(value: string, begun: readonly string[]): Fields | null {
  const alone = asRecord(parsedJson(value));
  return alone !== null || begun.length === 0 ? alone : asRecord(parsedJson([...begun, value].join('\n')));
}

/** Whether the first line with data comes behind nothing but empty lines, comments and other fields of events. */
function isStream(text: string): boolean {
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf('\n', from);
    const line = text.slice(from, end < 0 ? text.length : end).trimStart();
    if (line.startsWith('data:')) return true;
    if (line !== '' && !/^(?::|event:|id:|retry:)/.test(line)) return false;
    from = end < 0 ? text.length : end + 1;
  }
  return false;
}

interface Whole {
  message: Fields;
  calls: StreamedCalls;
  /** What stands beside the choices: usage, error. */
  rest: Fields;
  finish: unknown;
}

function addEvent(whole: Whole, { choices, ...rest }: Fields): void {
  const choice = asRecord(Array.isArray(choices) ? choices[0] : null);
  // Some servers tell the usage inside of the choice, or in a field of their own.
  const usage = rest['usage'] ?? choice?.['usage'] ?? asRecord(rest['x_groq'])?.['usage'];
  const known = Object.entries({ ...rest, usage }).filter(
    ([, value]) => value !== null && value !== undefined,
  );
  whole.rest = { ...whole.rest, ...Object.fromEntries(known) };
  if (choice === null) return;
  whole.finish = choice['finish_reason'] ?? whole.finish;
  whole.rest = { ...whole.rest, ...(asRecord(choice['error']) !== null && { error: choice['error'] }) };
  addMessage(whole, choice);
}

function addMessage(whole: Whole, choice: Fields): void {
  const part = asRecord(choice['delta']) ?? {};
  const message = asRecord(choice['message']);
  const isOnlyMessage = message !== null && Object.keys(part).length === 0;
  if (isOnlyMessage && holdsAll(whole, message)) {
    whole.message = {};
    whole.calls = new StreamedCalls();
  }
  const { tool_calls: calls, ...delta } = isOnlyMessage ? message : part;
  whole.message = joined(whole.message, delta);
  for (const [place, call] of (Array.isArray(calls) ? calls : []).entries()) whole.calls.add(call, place);
}

/** The last event of some servers holds all that came before it once more. */
function holdsAll({ message: before }: Whole, { content, tool_calls: calls }: Fields): boolean {
  const said = typeof before['content'] === 'string' ? before['content'] : '';
  const isSaidAgain = typeof content === 'string' && content !== '' && content.startsWith(said);
  return isSaidAgain || (Array.isArray(calls) && calls.length > 0);
}
