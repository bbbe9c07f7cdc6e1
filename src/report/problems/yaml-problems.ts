import { type ProblemText, printable, problemText, show } from './problem.ts';

const SPECIAL = 'put quotes around text that starts with';

/** What can be wrong with a file of plain data in YAML, before its fields are looked at. */
export const yamlProblems = {
  tooLarge: (bytes: number, most: number) =>
    problemText(`the file is too large: ${bytes} bytes`, `at most ${most} bytes (64 KiB) are read`),
  notPlainText: (character: string) => {
    const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    return problemText(
      `the file is not plain text: it contains the character U+${code}`,
      'save it as UTF-8 text without control characters',
    );
  },
  directive: problemText(
    'the file has a YAML directive (a line that starts with %)',
    'remove that line; the file is read as YAML 1.2',
  ),
  tooManyValues: (most: number) =>
    problemText('the file contains too many values', `at most ${most} values are read`),
  alias: (name: string) =>
    problemText(
      `an alias (*${name}) is not allowed`,
      `write the value itself, and ${SPECIAL} *, e.g. "**/*.md" or "*/30 * * * *"`,
    ),
  anchor: (name: string) =>
    problemText(`an anchor (&${name}) is not allowed`, `write the value in each place, and ${SPECIAL} &`),
  tag: (tag: string) =>
    problemText(
      `a tag (${show(tag.replace('tag:yaml.org,2002:', '!!'))}) is not allowed`,
      `write the value without it, and ${SPECIAL} !`,
    ),
  valueTooDeep: (most: number) =>
    problemText('this is nested too deeply', `at most ${most} levels are read, and no field needs more`),
  swallowed: (comment: string) =>
    problemText(
      `${show(comment)} is a comment to YAML, so it is not part of the value before it`,
      'put quotes around the whole value, or a space behind the # if a comment is meant',
    ),
  keyNotText: problemText('a field name must be plain text', 'write `name: value`'),
  mergeKey: problemText('a merge key (<<) is not allowed', 'write each field itself'),
  unsafeKey: (key: string) => problemText(`${show(key)} cannot be a field name`, 'choose another name'),
  sameKey: (key: string, firstLine: number) =>
    problemText(`the field ${show(key)} is given twice, first in line ${firstLine}`, 'keep one of them'),
  more: (count: number) => problemText(`${count} more problems`, 'fix the problems above first'),
} as const;

const SYNTAX_HINTS: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'indent with spaces',
  BLOCK_AS_IMPLICIT_KEY:
    'put quotes around a value that contains `: `, and start nested fields on a line of their own',
  BAD_SCALAR_START: 'put quotes around the value',
  BAD_INDENT: 'close every bracket, and indent fields of one level by the same number of spaces',
  MISSING_CHAR: 'close every quote and bracket, and put a colon and a space after every field name',
  BAD_DQ_ESCAPE: 'use single quotes if you mean the backslash itself',
  MULTIPLE_DOCS: 'keep one document; remove the line `---` and everything after it',
  UNEXPECTED_TOKEN: 'put quotes around text that contains special characters',
};

/** What the YAML parser found; `code` is its name for the kind of fault. */
export function syntaxProblem(code: string, message: string): ProblemText {
  return problemText(
    code === 'MULTIPLE_DOCS'
      ? 'the file contains several YAML documents'
      : `this is not valid YAML: ${printable(message)}`,
    SYNTAX_HINTS[code] ?? 'check the indentation, the colons and the quotes here',
  );
}
