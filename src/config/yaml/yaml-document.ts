import { type Document, LineCounter, parseDocument } from 'yaml';
import type { Problem } from '../../report/problems/problem.ts';
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
  const unreadable = whyUnreadable(file, text);
  if (unreadable !== null) return { root: null, problems: [unreadable] };
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
    return { root: null, problems: [tooDeep(file)] };
  }
}

function readDocument(document: Document.Parsed, reader: YamlReader): YamlDocument {
  if (document.directives?.yaml.explicit || Object.keys(document.directives?.tags ?? {}).length > 1) {
    reader.problems.push({
      ...{ file: reader.file, line: 1, column: 1 },
      message: 'the file has a YAML directive (a line that starts with %)',
      hint: 'remove that line; the file is read as YAML 1.2',
    });
  }
  const root = document.contents === null ? null : readNode(reader, document.contents, 0);
  if (reader.values > MOST_VALUES) return { root: null, problems: [tooMany(reader.file)] };
  const syntax = syntaxProblems(document, reader);
  const marked = new Set(reader.problems.map((problem) => problem.line));
  // After an alias or a tag in the wrong place the parser complains about the rest of that line.
  const further = syntax.filter((problem) => !marked.has(problem.line));
  return { root: syntax.length > 0 ? null : root, problems: [...reader.problems, ...further] };
}

function whyUnreadable(file: string, text: string): Problem | null {
  const bytes = Buffer.byteLength(text);
  if (bytes > MOST_BYTES) {
    const message = `the file is too large: ${bytes} bytes`;
    return { file, line: 1, column: 1, message, hint: `at most ${MOST_BYTES} bytes (64 KiB) are read` };
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
  const binary = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffd]/.exec(text);
  if (binary === null) return null;
  const before = text.slice(0, binary.index).split('\n');
  const code = binary[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  return {
    ...{ file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 },
    message: `the file is not plain text: it holds the character U+${code}`,
    hint: 'save it as UTF-8 text without control characters',
  };
}

function placeIn(lines: LineCounter, offset: number): { readonly line: number; readonly column: number } {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}

function tooDeep(file: string): Problem {
  const hint = 'no field needs more than a few levels';
  return { file, line: 1, column: 1, message: 'the file is nested too deeply to be read', hint };
}

function tooMany(file: string): Problem {
  const hint = `at most ${MOST_VALUES} values are read`;
  return { file, line: 1, column: 1, message: 'the file holds too many values', hint };
}
