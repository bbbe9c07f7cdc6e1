import type { Document, LineCounter } from 'yaml';
import { utf8Length } from '../../core/text/bytes.ts';
import type { Problem, ProblemText } from '../../report/problems/problem.ts';
import { yamlProblems } from '../../report/problems/yaml-problems.ts';
import { parseWithin } from './parse-within.ts';
import type { Position, YamlNode } from './yaml-node.ts';
import { DEEPEST, MOST_VALUES, readNode, type YamlReader } from './yaml-reader.ts';
import { syntaxProblems } from './yaml-syntax.ts';

/** Larger files are refused unread, in bytes of UTF-8. */
const MOST_BYTES = 65_536;

/** Long before these the process would be kept from its deadline and its lock. */
const LIMITS = { pieces: 7 * MOST_VALUES, levels: DEEPEST + 1, faults: 20 } as const;

export interface YamlDocument {
  /** Null: the file is empty, or nothing of it can be used. */
  readonly root: YamlNode | null;
  readonly problems: readonly Problem[];
}

/** Reads one YAML file of plain data. Never throws, never expands an alias. */
export function readYaml(file: string, text: string): YamlDocument {
  const problem = textProblem(file, text);
  if (problem !== null) return { root: null, problems: [problem] };
  const plain = text.replace(/^\uFEFF/, '');
  const parsing = parseWithin(plain, LIMITS);
  const place = (offset: number): Position => placeIn(parsing.lines, offset);
  if (parsing.kind !== 'document') return stopped(file, parsing.kind, place(parsing.offset));
  return readDocument(parsing.document, { file, problems: [], values: 0, text: plain, place });
}

function stopped(file: string, kind: 'too_deep' | 'too_many', at: Position): YamlDocument {
  const problem =
    kind === 'too_deep' ? yamlProblems.valueTooDeep(DEEPEST) : yamlProblems.tooManyValues(MOST_VALUES);
  return { root: null, problems: [{ file, ...at, ...problem }] };
}

function readDocument(document: Document.Parsed, reader: YamlReader): YamlDocument {
  if (document.directives?.yaml.explicit || Object.keys(document.directives?.tags ?? {}).length > 1) {
    reader.problems.push(atStart(reader.file, yamlProblems.directive));
  }
  const root = document.contents === null ? null : readNode(reader, document.contents, 0);
  if (reader.values > MOST_VALUES) {
    return { root: null, problems: [atStart(reader.file, yamlProblems.tooManyValues(MOST_VALUES))] };
  }
  const syntax = syntaxProblems(document, reader);
  const marked = new Set(reader.problems.map((problem) => problem.line));
  // After an alias or a tag in the wrong place the parser complains about the rest of that line.
  const further = syntax.filter((problem) => !marked.has(problem.line));
  return { root: syntax.length > 0 ? null : root, problems: [...reader.problems, ...further] };
}

/** Why the text is not handed to the parser; null: it is. */
function textProblem(file: string, text: string): Problem | null {
  const bytes = utf8Length(text);
  if (bytes > MOST_BYTES) return atStart(file, yamlProblems.tooLarge(bytes, MOST_BYTES));
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
  const binary = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffd]/.exec(text);
  if (binary === null) return null;
  const before = text.slice(0, binary.index).split('\n');
  const place = { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  return { ...place, ...yamlProblems.notPlainText(binary[0]) };
}

function placeIn(lines: LineCounter, offset: number): Position {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}

function atStart(file: string, problem: ProblemText): Problem {
  return { file, line: 1, column: 1, ...problem };
}
