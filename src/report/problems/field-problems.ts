import { type ProblemText, problemText, show } from './problem.ts';

/** What a field is for. Editors show it, and so do the messages about a wrong value. */
export interface FieldNote {
  readonly description: string;
  readonly examples: readonly unknown[];
}

export function fieldNote(description: string, ...examples: readonly unknown[]): FieldNote {
  return { description, examples };
}

/** What can be wrong with the value of a field. Each message goes on after the name of the field. */
export const fieldProblems = {
  missing: problemText('is missing'),
  empty: problemText('must not be empty'),
  lineBreak: problemText('must be one line, but has a line break'),
  tooLong: (most: number, length: number) =>
    problemText(`must have at most ${most} characters, but has ${length}`),
  notWhole: (found: unknown) => problemText(`must be a whole number, but is ${show(found)}`),
  notFinite: (found: unknown) => problemText(`must be a finite number, but is ${show(found)}`),
  tooSmall: (least: unknown, found: unknown) =>
    problemText(`must be at least ${String(least)}, but is ${show(found)}`),
  tooLarge: (most: unknown, found: unknown) =>
    problemText(`must be at most ${String(most)}, but is ${show(found)}`),
  tooMany: (most: unknown, found: string) =>
    problemText(`must have at most ${String(most)} entries, but has ${found}`),
  wrongType: (type: string, found: unknown) =>
    problemText(`must be ${TYPE_NAMES[type] ?? type}, but is ${showFound(found)}`),
  listForMapping: problemText(
    'must be a mapping of fields, but is a list',
    'write `name: value` lines without a hyphen',
  ),
  notOneOf: (options: readonly string[], found: unknown, nearest: string | null) =>
    problemText(
      `must be one of ${options.join(', ')}, but is ${showFound(found)}`,
      nearest === null ? '' : `did you mean "${nearest}"?`,
    ),
} as const;

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  strict_object: 'a mapping of fields',
  record: 'a mapping of names',
  literal: 'true',
  union: 'true, false or a name',
};

function showFound(found: unknown): string {
  return typeof found === 'string' ? `the text ${show(found)}` : show(found);
}

/** The message is about a field, or about the whole file where the name is empty. */
export function ofField(name: string, { message, hint }: ProblemText): ProblemText {
  return problemText(`${name === '' ? 'the file' : `\`${name}\``} ${message}`, hint);
}

/** A value that cannot be read, to go on after the name of its field. */
export function notRight({ message, hint }: ProblemText): ProblemText {
  return problemText(`is not right: ${message}`, hint);
}

/** A field that a file cannot have. `around`: the field that it is in, or empty. `meant`: the name that was probably meant. */
export function unknownField(
  key: string,
  place: { readonly around: string; readonly meant: string | null; readonly known: readonly string[] },
): ProblemText {
  const { around, meant, known } = place;
  return problemText(
    `the field ${show(key)} is not known${around === '' ? '' : ` in \`${around}\``}`,
    meant === null ? `known fields: ${known.join(', ')}` : `did you mean \`${meant}\`?`,
  );
}

/** What would be right for a field, from its note; `key`: its own name, null for an element of a list. */
export function rightValue({ description, examples }: FieldNote, key: string | null): string {
  const [example] = examples;
  const meaning = description
    .replace(/\.$/, '')
    .replace(/^[A-Z](?=[a-z ])/, (letter) => letter.toLowerCase());
  if (example === undefined) return meaning;
  const shown = `${key === null ? '' : `${key}: `}${JSON.stringify(example)}`;
  return `right is e.g. \`${shown}\` (${meaning})`;
}

/** What would be right in place of a whole file that is no mapping. */
export const RIGHT_FILE = 'write `name: value` lines';
