import type { Mask } from '../../core/access/mask.ts';
import {
  MOST_OBJECTIONS,
  OBJECTION_KINDS,
  type Objection,
  type ObjectionKind,
} from '../../core/item-state.ts';
import type { Masked } from '../../core/text/masked.ts';
import { cutText, onOneLine, trimmed, withoutControls } from '../../core/text/plain-text.ts';
import type { ModelAnswer, ToolSchema } from '../../ports.ts';
import { readArguments } from '../tools/call-arguments.ts';

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
  const { objections } = value;
  if (!Array.isArray(objections)) return unreadable('its answer names no list of objections');
  const read = objections.flatMap((each: unknown) => objectionOf(each, mask));
  // Objections of which none can be read are not none.
  if (read.length === 0 && objections.length > 0) return unreadable('its objections could not be read');
  const against = isTrue(value['argues_against']) ? [againstOf(read)] : [];
  return { kind: 'verdict', objections: [...against, ...read].slice(0, MOST_OBJECTIONS) };
}

function unreadable(why: string): VerdictReading {
  return { kind: 'unreadable', why };
}

/** What it called the tool with, or wrote in its place. */
function saidIn(
  { toolCalls, content }: Extract<ModelAnswer, { kind: 'answer' }>,
  mask: Mask,
): Readonly<Record<string, unknown>> | null {
  const call = toolCalls.find(({ name }) => name === VERDICT_TOOL.name);
  const text = call?.arguments ?? /\{[\s\S]*\}/.exec(content)?.[0];
  if (text === undefined) return null;
  const read = readArguments(text, mask);
  return read.kind === 'read' ? read.value : null;
}

function objectionOf(given: unknown, mask: Mask): readonly Objection[] {
  if (typeof given !== 'object' || given === null) return [];
  const { kind, path, line, text }: Readonly<Record<string, unknown>> = { ...given };
  if (typeof text !== 'string') return [];
  const said = oneLine(text, TEXT_LENGTH, mask);
  if (said === '') return [];
  const place = typeof path === 'string' ? oneLine(path, PATH_LENGTH, mask) : '';
  return [
    {
      kind: kindOf(kind),
      path: place === '' ? null : place,
      line: place === '' ? null : lineOf(line),
      text: said,
    },
  ];
}

/** That the summary argues against the change is a field of its own. */
function kindOf(kind: unknown): ObjectionKind {
  const known = OBJECTION_KINDS.find((each) => each === kind);
  return known === undefined || known === 'against' ? 'claim' : known;
}

function lineOf(line: unknown): number | null {
  const number = typeof line === 'string' && /^\d{1,9}$/.test(line) ? Number(line) : line;
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

function oneLine(text: string, length: number, mask: Mask): Masked {
  return cutText(trimmed(onOneLine(withoutControls(mask.mask(text)))), length);
}
