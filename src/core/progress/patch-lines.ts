/** One line of a unified diff. */
export interface PatchLine {
  readonly path: string;
  /** From 1, in the file as it is with the change; of a line that is taken away: where it was. */
  readonly line: number;
  readonly sign: '+' | '-';
  readonly text: string;
}

/** The lines that a unified diff adds and takes away. Heads are told from content by where they are, never by how they begin. */
export function* patchLines(patch: string): Generator<PatchLine> {
  let path = '';
  let line = 0;
  let isHead = true;
  for (const text of patch.split('\n')) {
    const hunk = /^@@ -\d+(?:,\d+)? \+(\d+)/.exec(text)?.[1];
    if (text.startsWith('diff --git ')) isHead = true;
    else if (hunk !== undefined) {
      isHead = false;
      line = Number(hunk);
    } else if (isHead) path = pathOf(text) ?? path;
    else if (text.startsWith('+')) yield { path, line: line++, sign: '+', text: text.slice(1) };
    else if (text.startsWith('-')) yield { path, line, sign: '-', text: text.slice(1) };
    else if (text.startsWith(' ')) line += 1;
  }
}

/** A unified diff, taken apart by its files. */
export function filePatches(patch: string): readonly { readonly path: string; readonly text: string }[] {
  const parts: { path: string; text: string }[] = [];
  let isHead = false;
  for (const line of patch.split(/(?<=\n)/)) {
    if (line.startsWith('diff --git ')) {
      parts.push({ path: '', text: '' });
      isHead = true;
    } else if (line.startsWith('@@ ')) isHead = false;
    const part = parts.at(-1);
    if (part === undefined) continue;
    part.text += line;
    if (isHead) part.path = pathOf(line.replace(/\n$/, '')) ?? part.path;
  }
  return parts;
}

/** Of a line of a head that names the file, as it is with the change or as it was; git puts unusual names in quotation marks. */
function pathOf(line: string): string | null {
  const quoted = /^(?:\+\+\+ "b|--- "a)\/((?:[^"\\]|\\.)*)"/.exec(line)?.[1];
  if (quoted === undefined) return /^(?:\+\+\+ b|--- a)\/([^\t]*)/.exec(line)?.[1] ?? null;
  const bytes = quoted.replace(/\\([0-7]{3}|.)/g, (_, code: string) => byteOf(code));
  // The other characters stand for themselves, so that git quotes no more of a name than it must.
  return /^[\0-\xFF]*$/.test(bytes) ? decodedUtf8(bytes) : bytes;
}

const LETTERS: ReadonlyMap<string, string> = new Map([
  ['a', '\x07'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['v', '\v'],
]);

function byteOf(code: string): string {
  return code.length === 3 ? String.fromCharCode(Number.parseInt(code, 8)) : (LETTERS.get(code) ?? code);
}

function decodedUtf8(bytes: string): string {
  return new TextDecoder().decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)));
}
