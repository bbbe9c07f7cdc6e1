/** A path as the model or a file named it, brought into the one form that everything else uses. */
export type NormalPath =
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'refused'; readonly reason: string };

const LONGEST_PATH = 1024;
/** Bytes of one name: no usual file system takes more. */
const LONGEST_NAME = 255;
/** Names that Windows takes for a device, whatever ending they have. */
const DEVICE = /^(?:con|prn|aux|nul|(?:com|lpt)[0-9])(?:\..*)?$/;

/**
 * Relative to the repository's root, `/` between segments. Only a leading `./` is taken off; whatever else could
 * mean another file on some file system is refused, never repaired.
 */
export function normalisePath(raw: string): NormalPath {
  const path = raw.replace(/^(?:\.\/)+/, '');
  const reason = wholePathProblem(path) ?? firstProblem(path.split('/'));
  return reason === null ? { kind: 'path', path } : { kind: 'refused', reason };
}

function wholePathProblem(path: string): string | null {
  if (path === '' || path === '.') return 'the path is empty';
  if (path.length > LONGEST_PATH) return `the path is longer than ${LONGEST_PATH} characters`;
  if (!path.isWellFormed()) return 'the path is not valid Unicode';
  if (/\p{Cc}/u.test(path)) return 'the path has a control character in it';
  if (/\p{Cf}|\p{Zl}|\p{Zp}/u.test(path)) return 'the path has an invisible character in it';
  if (path !== path.normalize('NFC')) return 'the path is not in Unicode normal form C';
  if (path.includes('\\')) return 'the path has a backslash in it; folders are divided by /';
  if (path.startsWith('/') || /^[a-z]:/i.test(path))
    return 'the path is absolute; paths start at the repository root';
  return null;
}

function firstProblem(segments: readonly string[]): string | null {
  if (segments[0] === '~') return 'the path starts with ~; paths start at the repository root';
  for (const segment of segments) {
    const problem = segmentProblem(segment);
    if (problem !== null) return problem;
  }
  return null;
}

function segmentProblem(segment: string): string | null {
  if (segment === '') return 'the path has an empty segment; a path names a file, without a / at its end';
  if (segment === '..') return 'the path leaves its folder by ..';
  if (segment === '.') return 'the path has a . segment';
  if (/[. ]$/u.test(segment) || /\s$/u.test(segment)) return 'a segment of the path ends in a dot or a space';
  if (isGitFolder(segment)) return 'the path leads into a .git folder';
  if (segment.includes(':'))
    return 'a segment of the path has a colon in it, which names a stream of another file';
  if (/~\d/.test(segment)) return 'a segment of the path looks like the short form of another name (~1)';
  if (DEVICE.test(foldPath(segment))) return 'a segment of the path is the name of a device';
  if (Buffer.byteLength(segment) > LONGEST_NAME)
    return `a segment of the path is longer than ${LONGEST_NAME} bytes`;
  return null;
}

/** `.git` in any spelling that some file system takes for it: case, streams, short names, wide letters. */
function isGitFolder(segment: string): boolean {
  const plain = foldPath(segment).split(':')[0] ?? '';
  return plain === '.git' || /^\.?git~\d+$/.test(plain);
}

/** The form in which names are compared: no case, no compatibility letters, and every i the same. */
export function foldPath(path: string): string {
  return path.normalize('NFKC').toUpperCase().toLowerCase().replaceAll('i\u0307', 'i');
}
