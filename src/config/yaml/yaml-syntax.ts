import type { Document } from 'yaml';
import type { Problem } from '../../report/problems/problem.ts';
import { syntaxProblem } from '../../report/problems/yaml-problems.ts';
import type { YamlReader } from './yaml-reader.ts';

const MOST = 20;

/** What the parser found, as problems; at most twenty. */
export function syntaxProblems(document: Document.Parsed, reader: YamlReader): readonly Problem[] {
  // A tag that the parser does not know is reported where the node is read.
  const warnings = document.warnings.filter((warning) => warning.code !== 'TAG_RESOLVE_FAILED');
  return [...document.errors, ...warnings].slice(0, MOST).map(({ code, message, pos }) => ({
    file: reader.file,
    ...reader.place(pos[0]),
    ...syntaxProblem(code, message),
  }));
}
