import type { Mask } from '../../core/access/mask.ts';
import { cutText } from '../../core/text/plain-text.ts';
import { mendedJson } from './mended-json.ts';

const LONGEST_ARGUMENTS = 2_000_000;

type Arguments =
  | { readonly kind: 'read'; readonly value: Readonly<Record<string, unknown>> }
  | { readonly kind: 'malformed'; readonly reason: string };

/**
 * The arguments of a call as the model wrote them: JSON, perhaps in a Markdown fence, in a list of its own, as JSON in JSON, with raw line
 * breaks, or with the marks of the model's own format behind it.
 */
export function readArguments(text: string, mask: Mask): Arguments {
  if (text.length > LONGEST_ARGUMENTS) {
    return { kind: 'malformed', reason: `the arguments are longer than ${LONGEST_ARGUMENTS} characters` };
  }
  try {
    const value = objectIn(parsedArguments(text));
    if (value !== null) return { kind: 'read', value };
    return { kind: 'malformed', reason: 'the arguments are not a JSON object' };
  } catch (error) {
    const why = error instanceof Error ? cutText(mask.mask(error.message), 200) : 'unknown';
    return { kind: 'malformed', reason: `the arguments are not JSON (${why})` };
  }
}

/** Nothing, and a list of nothing, are how some write an object without fields. */
function objectIn(value: unknown): Readonly<Record<string, unknown>> | null {
  if (value === null) return {};
  if (Array.isArray(value)) return value.length > 1 ? null : value.length === 0 ? {} : objectIn(value[0]);
  return typeof value === 'object' ? { ...value } : null;
}

/** So often a JSON text may stand in another one. */
const MOST_LAYERS = 3;

function parsedArguments(text: string): unknown {
  const bare = withoutFence(text.replace(/^\uFEFF/, ''));
  if (bare.trim() === '') return {};
  let value = parsedOr(bare, () => parsedMended(bare));
  for (let layer = 1; layer < MOST_LAYERS && typeof value === 'string'; layer++) {
    const inner = value;
    if (!/^\s*["{]/.test(inner)) break;
    value = parsedOr(inner, () => inner);
  }
  return value;
}

function parsedMended(json: string): unknown {
  const { text, end } = mendedJson(json);
  return parsedOr(text, () => {
    const [first, rest] = [text.slice(0, end), text.slice(end).trim()];
    // The same call once more, or a mark of the model's own format.
    const isMark = /^(?:<\/?[\w|｜▁ ]{1,60}>|```)$/.test(rest);
    return JSON.parse(isMark || rest === first.trim() ? first : text);
  });
}

/** The text between the marks of a Markdown fence, or the whole text where there is none. */
function withoutFence(text: string): string {
  const trimmed = text.trim();
  // Words before it say what it is.
  const head =
    /^(?:[^`{[]{0,200}\n)?```\w*\s*(?=[{["])/.exec(trimmed)?.[0] ?? /^```\w*\s*\n/.exec(trimmed)?.[0];
  const isFenced = head !== undefined && trimmed.endsWith('```') && trimmed.length >= head.length + 3;
  return isFenced ? trimmed.slice(head.length, -3) : text;
}

function parsedOr(text: string, otherwise: () => unknown): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return otherwise();
  }
}
