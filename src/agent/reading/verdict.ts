import type { Mask } from '../../core/access/mask.ts';
import {
  MOST_OBJECTIONS,
  OBJECTION_KINDS,
  type Objection,
  type ObjectionKind,
} from '../../core/item-state.ts';
import type { ModelAnswer, ToolSchema } from '../../ports.ts';
import { readArguments } from '../arguments/call-arguments.ts';
import { withoutWrapping } from '../arguments/meant-input.ts';
import { mendedJson } from '../arguments/mended-json.ts';
import { maskedLine } from '../tools/masked-line.ts';

const TEXT_LENGTH = 300;
const PATH_LENGTH = 200;

/** The only tool of a second reader: its answer has this form, or none. */
export const VERDICT_TOOL: ToolSchema = {
  name: 'verdict',
  description:
    'Your answer. objections: empty where there is nothing to object to. argues_against: true only where the summary itself says that the change should not be merged, or that no change is needed.',
  parameters: {
    type: 'object',
    properties: {
      objections: {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            kind: { type: 'string', enum: OBJECTION_KINDS.filter((kind) => kind !== 'against') },
            path: { type: 'string' },
            line: { type: 'integer' },
            text: { type: 'string' },
          },
          required: ['kind', 'text'],
        },
      },
      argues_against: { type: 'boolean' },
    },
    required: ['objections'],
  },
};

export type VerdictReading =
  | { readonly kind: 'verdict'; readonly objections: readonly Objection[] }
  /** `why`: the rest of a sentence behind "because". */
  | { readonly kind: 'unreadable'; readonly why: string };

/** The answer of a second reader. Nothing that it writes is believed: what does not have the form is left out or unreadable. */
export function readVerdict(answer: Extract<ModelAnswer, { kind: 'answer' }>, mask: Mask): VerdictReading {
  if (answer.finish === 'refusal') return unreadable('it refused to answer');
  const value = saidIn(answer, mask);
  if (value === null)
    return unreadable(answer.finish === 'length' ? 'its answer was cut off' : 'its answer could not be read');
  const objections = objectionsIn(value);
  if (objections === null) return unreadable('its answer names no list of objections');
  const read = objections.flatMap((each: unknown) => objectionOf(each, mask));
  // Objections of which none can be read are not none.
  if (read.length === 0 && objections.length > 0) return unreadable('its objections could not be read');
  const against = isTrue(value['argues_against']) ? [againstOf(read)] : [];
  return { kind: 'verdict', objections: [...against, ...read].slice(0, MOST_OBJECTIONS) };
}

function unreadable(why: string): VerdictReading {
  return { kind: 'unreadable', why };
}

type Fields = Readonly<Record<string, unknown>>;

/** What it called the tool with, or wrote in its place. What several calls object to counts together. */
function saidIn({ toolCalls, content }: Extract<ModelAnswer, { kind: 'answer' }>, mask: Mask): Fields | null {
  const calls = toolCalls.filter(({ name }) => name === VERDICT_TOOL.name);
  if (calls.length === 0) return writtenIn(content, mask);
  const read = calls.map(({ arguments: text }) => fieldsIn(text, mask));
  const [first = null] = read;
  if (read.length === 1 || read.includes(null)) return read.includes(null) ? null : first;
  const lists = read.map((each) => (each === null ? null : objectionsIn(each)));
  if (lists.includes(null)) return {};
  return { objections: lists.flat(), argues_against: read.some((each) => isTrue(each?.['argues_against'])) };
}

function fieldsIn(text: string, mask: Mask): Fields | null {
  const read = readArguments(text, mask);
  return read.kind === 'read' ? withoutWrapping(read.value, [VERDICT_TOOL.name, ...FIELDS]) : null;
}

const FIELDS = ['objections', 'argues_against'];
const BEGINNING = /\{\s*"(?:objections|argues_against)"/g;
/** More beginnings than these are not tried, the last ones first: what comes before is how it got there. */
const MOST_TRIES = 5;

/** The newest piece of a text that has the form. */
function writtenIn(content: string, mask: Mask): Fields | null {
  const whole = content.trim();
  if (/^\[[\s\S]*\]$/.test(whole)) return { objections: whole };
  const starts = [...content.matchAll(BEGINNING)].map(({ index }) => index).slice(-MOST_TRIES);
  for (const start of starts.toReversed()) {
    const { text, end } = mendedJson(content.slice(start));
    const fields = fieldsIn(text.slice(0, end), mask);
    if (fields !== null) return fields;
  }
  // From the first bracket to the last one: a pattern would look for the last one behind each of them.
  const [from, to] = [content.indexOf('{'), content.lastIndexOf('}')];
  return fieldsIn(from < 0 || to < from ? 'none' : content.slice(from, to + 1), mask);
}

/** Null: it names none. One may stand for a list, and none for an empty one where the rest is a verdict. */
function objectionsIn({ objections, argues_against: against }: Fields): readonly unknown[] | null {
  const given = typeof objections === 'string' ? parsed(objections) : objections;
  if (Array.isArray(given)) return given;
  if (typeof given === 'object' && given !== null) return [given];
  const isVerdict = typeof against === 'boolean' || against === 'true' || against === 'false';
  return isVerdict && (given === null || given === undefined) ? [] : null;
}

function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return text;
  }
}

/** What else they call the words of an objection, and its file. */
const WORDS = ['text', 'message', 'description', 'reason', 'comment', 'objection'];
const PLACES = ['path', 'file', 'filename'];

function objectionOf(given: unknown, mask: Mask): readonly Objection[] {
  const fields: Fields = typeof given === 'object' && given !== null ? { ...given } : { text: given };
  const text = textIn(fields, WORDS);
  const said = maskedLine(text, TEXT_LENGTH, mask);
  if (said === '') return [];
  const place = maskedLine(textIn(fields, PLACES), PATH_LENGTH, mask);
  return [
    {
      kind: kindOf(fields['kind']),
      path: place === '' ? null : place,
      line: place === '' ? null : lineOf(fields['line']),
      text: said,
    },
  ];
}

function textIn(fields: Fields, names: readonly string[]): string {
  const found = names.map((name) => fields[name]).find((value) => typeof value === 'string');
  return typeof found === 'string' ? found : '';
}

/** That the summary argues against the change is a field of its own. */
function kindOf(kind: unknown): ObjectionKind {
  const name = typeof kind === 'string' ? kind.trim().toLowerCase() : kind;
  const known = OBJECTION_KINDS.find((each) => each === name);
  return known === undefined || known === 'against' ? 'claim' : known;
}

function lineOf(line: unknown): number | null {
  // Of several lines the first: `12-15`, `L12`.
  const digits = typeof line === 'string' ? /^\s*[Ll]?(\d{1,9})(?:\s*[-–,:].*)?$/.exec(line)?.[1] : undefined;
  const number = digits === undefined ? line : Number(digits);
  return typeof number === 'number' && Number.isSafeInteger(number) && number > 0 ? number : null;
}

function isTrue(value: unknown): boolean {
  return value === true || value === 'true';
}

/** Its words for that are among its objections, where it has any. */
function againstOf(read: readonly Objection[]): Objection {
  const [first] = read;
  return { kind: 'against', path: null, line: null, text: first?.text ?? 'The summary says so itself.' };
}
