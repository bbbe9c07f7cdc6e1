import type { validate } from '@actions/languageservice';
import type { TextFile } from './workflow-files.ts';

export type TextDocument = Parameters<typeof validate>[0];
type Position = Parameters<TextDocument['offsetAt']>[0];

let made = 0;

/** A file as an editor would hand it to a language service. */
export function textDocument({ file, text }: TextFile): TextDocument {
  made += 1;
  const lines = text.split('\n');
  const lengthOf = (line: number) => lines[line]?.length ?? 0;
  const offsetAt = ({ line, character }: Position) =>
    lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, character);
  return {
    // The service remembers what it has read by address.
    uri: `file:///${made}/${file}`,
    languageId: 'yaml',
    version: 1,
    lineCount: lines.length,
    getText: (range) => (range === undefined ? text : text.slice(offsetAt(range.start), offsetAt(range.end))),
    getLineRange: (line) => ({ start: { line, character: 0 }, end: { line, character: lengthOf(line) } }),
    getEOLCharacters: (line) => (line < lines.length - 1 ? '\n' : ''),
    offsetAt,
    positionAt: (offset) => {
      const before = text.slice(0, offset).split('\n');
      return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
    },
  };
}
