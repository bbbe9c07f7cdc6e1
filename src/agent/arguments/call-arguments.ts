import type { Mask } from '../../core/access/mask.ts';
import { cutText } from '../../core/text/plain-text.ts';

const LONGEST_ARGUMENTS = 2_000_000;

type Arguments =
  | { readonly kind: 'read'; readonly value: Readonly<Record<string, unknown>> }
  | { readonly kind: 'malformed'; readonly reason: string };

/** The arguments of a call as the model wrote them: JSON, perhaps in a Markdown fence, as JSON in JSON, or with raw line breaks. */
export function readArguments(text: string, mask: Mask): Arguments {
  if (text.length > LONGEST_ARGUMENTS) {
    return { kind: 'malformed', reason: `the arguments are longer than ${LONGEST_ARGUMENTS} characters` };
  }
  try {
    const value = parsedArguments(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return { kind: 'read', value: { ...value } };
    return { kind: 'malformed', reason: 'the arguments are not a JSON object' };
  } catch (error) {
    const why = error instanceof Error ? cutText(mask.mask(error.message), 200) : 'unknown';
    return { kind: 'malformed', reason: `the arguments are not JSON (${why})` };
  }
}

function parsedArguments(text: string): unknown {
  const bare = withoutFence(text);
  if (bare.trim() === '') return {};
  const value = parsedOr(bare, () => JSON.parse(withEscapedBreaks(bare)));
  const inner =
    typeof value === 'string' && value.trim().startsWith('{') ? parsedOr(value, () => value) : value;
  return inner;
}

/** The text between the marks of a Markdown fence, or the whole text where there is none. */
function withoutFence(text: string): string {
  const trimmed = text.trim();
  const head = /^```\w*\s*\n/.exec(trimmed)?.[0];
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

const ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A raw line break or tab inside of a text of the JSON means itself. */
function withEscapedBreaks(json: string): string {
  const parts: string[] = [];
  let isText = false;
  let from = 0;
  for (let at = 0; at < json.length; at++) {
    const char = json.charAt(at);
    if (char === '"') isText = !isText;
    const spelled = isText ? ESCAPES[char] : undefined;
    if (spelled !== undefined) {
      parts.push(json.slice(from, at), spelled);
      from = at + 1;
    }
    // What follows a backslash ends no text; a raw break behind one is still a break.
    if (isText && char === '\\' && !(json.charAt(at + 1) in ESCAPES)) at += 1;
  }
  return [...parts, json.slice(from)].join('');
}
