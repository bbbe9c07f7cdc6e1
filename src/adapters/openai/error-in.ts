import { asRecord, parsedJson } from './json.ts';
import type { Refusal } from './refusal.ts';
import { waitInError, waitInWords } from './retry-after.ts';

/** An error as a body tells it. */
export interface NamedError extends Omit<Refusal, 'status'> {
  /** Its code as it came: a status, another number, a name, or nothing. */
  readonly given: unknown;
  /** Seconds to wait, where it says so. */
  readonly retryAfter: number | null;
}

type Fields = Readonly<Record<string, unknown>>;

/** The error in the body of an answer, however the server wraps it; null: there is none. */
export function errorIn(body: unknown): NamedError | null {
  const fields = asRecord(Array.isArray(body) ? body[0] : body);
  if (fields === null) return null;
  const { error, choices, output } = fields;
  const inChoice = asRecord(Array.isArray(choices) ? choices[0] : null)?.['error'];
  for (const given of [error, inChoice]) {
    const found = namedIn(given, fields);
    if (found !== null) return found;
  }
  // Beside an answer such names may mean anything.
  const isAnswer = Array.isArray(choices) || Array.isArray(output);
  return isAnswer || namedWords(fields) === null ? null : namedIn(fields, fields);
}

/** What `given` tells, a text or a record. Null: nothing, as where a server sends its fields empty beside a good answer. */
export function namedIn(given: unknown, around: Fields = {}): NamedError | null {
  const fields = asRecord(Array.isArray(given) ? (asRecord(given[0])?.['error'] ?? given[0]) : given);
  if (fields === null)
    return typeof given === 'string' && given !== '' ? named({ ...around, message: given }, given) : null;
  const isEmpty = Object.values(fields).every(
    (value) => value === null || value === '' || value === undefined,
  );
  if (isEmpty) return null;
  const words = namedWords(fields) ?? JSON.stringify(fields);
  const behind = wordsBehind(fields);
  return named(fields, behind === null ? words : `${words}: ${behind}`);
}

/** What the server behind a gateway has said, which its own words may leave out: OpenRouter hands it on as text. */
function wordsBehind({ metadata }: Fields): string | null {
  const raw = asRecord(metadata)?.['raw'];
  if (typeof raw !== 'string' || raw.trim() === '') return null;
  return errorIn(parsedJson(raw))?.words ?? raw.slice(0, LONGEST_RAW);
}

const LONGEST_RAW = 1_000;

function named(fields: Fields, words: string): NamedError {
  const { param } = fields;
  const codes = [fields['code'], fields['type'], fields['status'], fields['error_type'], fields['errorType']];
  return {
    words,
    code: codes.filter((each) => typeof each === 'string').join(' '),
    param: typeof param === 'string' ? param : '',
    given: fields['code'] ?? fields['error_code'] ?? fields['status'] ?? null,
    retryAfter: waitInError(fields) ?? waitInWords(words),
  };
}

const WORDS = ['message', 'Message', 'detail', 'error_msg', 'errorMessage', 'msg', 'error'];

/** The words of an error in whatever field a server has for them. */
function namedWords(fields: Fields): string | null {
  for (const name of WORDS) {
    const value = fields[name];
    if (typeof value === 'string' && value !== '') return value;
    const isMore = name === 'detail' || (name === 'message' && asRecord(value)?.['detail'] !== undefined);
    if (isMore && typeof value === 'object' && value !== null) return JSON.stringify(value);
  }
  const [first] = Array.isArray(fields['errors']) ? fields['errors'] : [];
  if (typeof first === 'string') return first;
  const inner = asRecord(first);
  return inner === null ? null : namedWords(inner);
}
