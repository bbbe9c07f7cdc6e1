import type { Document, ErrorCode } from 'yaml';
import { type Problem, printable } from '../../report/problems/problem.ts';
import type { YamlReader } from './yaml-reader.ts';

const HINTS: Partial<Record<ErrorCode, string>> = {
  TAB_AS_INDENT: 'indent with spaces',
  BLOCK_AS_IMPLICIT_KEY:
    'put quotes around a value that holds `: `, and start nested fields on a line of their own',
  BAD_SCALAR_START: 'put quotes around the value',
  BAD_INDENT: 'close every bracket, and indent fields of one level by the same number of spaces',
  MISSING_CHAR: 'close every quote and bracket, and put a colon and a space behind every field name',
  BAD_DQ_ESCAPE: 'use single quotes where a backslash is meant as such',
  MULTIPLE_DOCS: 'keep one document; remove the line `---` and what follows',
  UNEXPECTED_TOKEN: 'put quotes around text that starts with or holds special characters',
};
const OTHERWISE = 'check the indentation, the colons and the quotes here';
const MOST = 20;

/** What the parser found, as problems; at most twenty. */
export function syntaxProblems(document: Document.Parsed, reader: YamlReader): readonly Problem[] {
  // A tag that the parser does not know is reported where the node is read.
  const warnings = document.warnings.filter((warning) => warning.code !== 'TAG_RESOLVE_FAILED');
  return [...document.errors, ...warnings].slice(0, MOST).map((fault) => ({
    file: reader.file,
    ...reader.place(fault.pos[0]),
    message:
      fault.code === 'MULTIPLE_DOCS'
        ? 'the file holds several YAML documents'
        : `this is not valid YAML: ${printable(fault.message)}`,
    hint: HINTS[fault.code] ?? OTHERWISE,
  }));
}
