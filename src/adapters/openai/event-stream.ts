import type { Steps } from '../../core/text/steps.ts';
import { MODEL_TEXTS } from '../../report/failures/model-texts.ts';
import { type Fields, joined, withFields } from './joined.ts';
import { asRecord, parsedJson } from './json.ts';
import { linesOf, REST } from './stream-lines.ts';
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
export function* completionOfStream(text: string): Steps<unknown> {
  const whole: Whole = { message: {}, calls: new StreamedCalls(), rest: {}, finish: null };
  const lines = new EventLines();
  let hasBegun = false;
  for (const line of linesOf(text)) {
    if (line === REST) {
      yield;
      continue;
    }
    hasBegun ||= /^\s*data:/.test(line);
    // Behind empty lines, comments and other fields of events the first data come, or it is no stream.
    if (!hasBegun && line.trim() !== '' && !/^\s*(?::|event:|id:|retry:)/.test(line)) return null;
    const event = lines.next(line);
    if (event !== null) addEvent(whole, event);
  }
  if (!hasBegun) return null;
  const { message, calls, rest, finish } = whole;
  if (!lines.hasEnd && finish === null && rest['usage'] === undefined && rest['error'] === undefined)
    throw new CutStream();
  const filled = { ...message, ...(calls.all.length > 0 && { tool_calls: calls.all }) };
  return { ...rest, choices: [{ index: 0, finish_reason: finish, message: filled }] };
}

const FIELD = /^\s*(data|event|error):[ \t]*(.*)$/s;
/** Of one event, and what they hold together, in characters. */
const MOST = { lines: 20, characters: 200_000 };

/** Puts the lines of a stream together to events. */
class EventLines {
  hasEnd = false;
  #kind = '';
  #begun: readonly string[] = [];

  /** The event that the line ends, as its JSON; null: none. An error may be marked as one by its line alone. */
  next(line: string): Fields | null {
    if (line.trim() === '') {
      this.#kind = '';
      this.#begun = [];
      return null;
    }
    const [, field = '', value = ''] = FIELD.exec(line) ?? [];
    if (field === 'event') this.#kind = value.trim();
    if (field !== 'data' && field !== 'error') return null;
    this.hasEnd ||= value.trim() === '[DONE]';
    const data = this.#jsonOf(value);
    if (data === null) return null;
    const isError = field === 'error' || this.#kind === 'error';
    return isError && data['error'] === undefined ? { error: data } : data;
  }

  /** An event may stand on several lines. Null: it is not whole yet. */
  #jsonOf(value: string): Fields | null {
    const alone = asRecord(parsedJson(value));
    const lines = [...this.#begun, value];
    const data = alone ?? (lines.length > 1 ? asRecord(parsedJson(lines.join('\n'))) : null);
    // Each further line would go through all of them once more.
    const isLong = lines.length >= MOST.lines || lines.join('').length > MOST.characters;
    this.#begun = data !== null || isLong ? [] : lines;
    return data;
  }
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
  whole.rest = withFields(whole.rest, { ...rest, usage });
  if (choice === null) return;
  whole.finish = choice['finish_reason'] ?? whole.finish;
  if (asRecord(choice['error']) !== null) whole.rest = withFields(whole.rest, { error: choice['error'] });
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
