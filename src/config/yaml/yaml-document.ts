import { type Document, LineCounter, parseDocument } from 'yaml';
import type { Problem, ProblemText } from '../../report/problems/problem.ts';
import { yamlProblems } from '../../report/problems/yaml-problems.ts';
import type { YamlNode } from './yaml-node.ts';
import { MOST_VALUES, readNode, type YamlReader } from './yaml-reader.ts';
import { syntaxProblems } from './yaml-syntax.ts';

/** Larger files are refused unread, in bytes of UTF-8. */
const MOST_BYTES = 65_536;

const OPTIONS = {
  version: '1.2',
  schema: 'core',
  merge: false,
  prettyErrors: false,
  // The library compares each key with all others; `readNode` finds duplicates in one pass.
  uniqueKeys: false,
  // `silent` would also hide that there are several documents.
  logLevel: 'error',
} as const;

export interface YamlDocument {
  /** Null: the file is empty, or nothing of it can be used. */
  readonly root: YamlNode | null;
  readonly problems: readonly Problem[];
}

/** Reads one YAML file of plain data. Never throws, never expands an alias. */
export function readYaml(file: string, text: string): YamlDocument {
  const problem = textProblem(file, text);
  if (problem !== null) return { root: null, problems: [problem] };
  const lines = new LineCounter();
  try {
    const document = parseDocument(text.replace(/^\uFEFF/, ''), { ...OPTIONS, lineCounter: lines });
    return readDocument(document, {
      file,
      problems: [],
      values: 0,
      place: (offset) => placeIn(lines, offset),
    });
  } catch (error) {
    // The library recurses into nested collections; only that may go wrong here.
    if (!(error instanceof RangeError)) throw error;
    return { root: null, problems: [atStart(file, yamlProblems.fileTooDeep)] };
  }
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
  const bytes = Buffer.byteLength(text);
  if (bytes > MOST_BYTES) return atStart(file, yamlProblems.tooLarge(bytes, MOST_BYTES));
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
  const binary = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffd]/.exec(text);
  if (binary === null) return null;
  const before = text.slice(0, binary.index).split('\n');
  const place = { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  return { ...place, ...yamlProblems.notPlainText(binary[0]) };
}

function placeIn(lines: LineCounter, offset: number): { readonly line: number; readonly column: number } {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}

function atStart(file: string, problem: ProblemText): Problem {
  return { file, line: 1, column: 1, ...problem };
}
