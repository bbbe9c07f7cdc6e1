import type { Mask } from '../core/access/mask.ts';
import { cutText } from '../core/text/plain-text.ts';

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
  const bare = /^\s*```\w*\s*\n([\s\S]*?)\n?\s*```\s*$/.exec(text)?.[1] ?? text;
  if (bare.trim() === '') return {};
  const value = parsedOr(bare, () => JSON.parse(withEscapedBreaks(bare)));
  const inner =
    typeof value === 'string' && value.trim().startsWith('{') ? parsedOr(value, () => value) : value;
  return inner;
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
  return json.replaceAll(/"(?:[^"\\]|\\[\s\S])*"/g, (text) =>
    text.replaceAll(/[\n\r\t]/g, (char) => ESCAPES[char] ?? char),
  );
}
