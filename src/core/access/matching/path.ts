import { utf8Length } from '../../text/bytes.ts';
/** A path as the model or a file named it, brought into the one form that everything else uses. */
export type NormalPath =
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'refused'; readonly problem: PathProblem };

/** Why a path is not used. From `empty_segment` on, it is one of its segments. */
export type PathProblem =
  | 'empty'
  | 'too_long'
  | 'not_unicode'
  | 'control_character'
  | 'invisible_character'
  | 'not_normal_form'
  | 'backslash'
  | 'absolute'
  | 'home'
  | 'empty_segment'
  | 'parent'
  | 'dot'
  | 'dot_or_space_at_end'
  | 'git_folder'
  | 'colon'
  | 'short_name'
  | 'device'
  | 'name_too_long';

export const LONGEST_PATH = 1024;
/** Bytes of one name: no usual file system takes more. */
export const LONGEST_NAME = 255;
/** Nobody sees them, or tells them from a blank. */
const UNSEEN = /[\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800\p{Co}]|(?! )\p{Zs}(?!\/|$)/u;
/** Names that Windows takes for a device, with any ending. */
const DEVICE = /^(?:con|prn|aux|nul|(?:com|lpt)[0-9])(?:\..*)?$/;

/**
 * Relative to the repository's root, `/` between segments. Only a leading `./` is taken off; whatever else could
 * mean another file on some file system is refused, never repaired.
 */
export function normalisePath(raw: string): NormalPath {
  const path = raw.replace(/^(?:\.\/)+/, '');
  const problem = wholePathProblem(path) ?? firstProblem(path.split('/'));
  return problem === null ? { kind: 'path', path } : { kind: 'refused', problem };
}

function wholePathProblem(path: string): PathProblem | null {
  if (path === '' || path === '.') return 'empty';
  if (path.length > LONGEST_PATH) return 'too_long';
  // What a program puts in the place of bytes that it could not read is no name.
  if (!path.isWellFormed() || path.includes('\ufffd')) return 'not_unicode';
  if (/\p{Cc}/u.test(path)) return 'control_character';
  if (UNSEEN.test(path)) return 'invisible_character';
  if (path !== path.normalize('NFC')) return 'not_normal_form';
  if (path.includes('\\')) return 'backslash';
  return path.startsWith('/') || /^[a-z]:/i.test(path) ? 'absolute' : null;
}

function firstProblem(segments: readonly string[]): PathProblem | null {
  if (segments[0] === '~') return 'home';
  for (const segment of segments) {
    const problem = segmentProblem(segment);
    if (problem !== null) return problem;
  }
  return null;
}

function segmentProblem(segment: string): PathProblem | null {
  if (segment === '') return 'empty_segment';
  if (segment === '..') return 'parent';
  if (segment === '.') return 'dot';
  if (/[. ]$/u.test(segment) || /\s$/u.test(segment)) return 'dot_or_space_at_end';
  if (isGitFolder(segment)) return 'git_folder';
  if (segment.includes(':')) return 'colon';
  if (/~\d/.test(segment)) return 'short_name';
  if (DEVICE.test(foldPath(segment))) return 'device';
  return utf8Length(segment) > LONGEST_NAME ? 'name_too_long' : null;
}

/** `.git` in any spelling that some file system takes for it: case, streams, short names, wide letters. */
function isGitFolder(segment: string): boolean {
  const plain = foldPath(segment).split(':')[0] ?? '';
  return plain === '.git' || /^\.?git~\d+$/.test(plain);
}

/** Whether some file system takes a segment for `.git`, or for another name that begins so or for the list of code owners. */
function isDangerous(path: string): boolean {
  return path
    .split('/')
    .some((segment) => isGitFolder(segment) || /^(?:gi|co)[^/]*~\d/.test(foldPath(segment)));
}

/**
 * The path of a file that is there, although nobody may make a new one of such a name; null: it could stand for what steers git or
 * GitHub on some file system.
 */
export function existingPath(path: string): { readonly path: string; readonly alias: string } | null {
  return isDangerous(path) || isDangerous(aliasOf(path)) ? null : { path, alias: aliasOf(path) };
}

/** What is left of a name where streams, blanks and dots at the end, and characters without a shape do not count. */
function aliasOf(path: string): string {
  const shown = path.normalize('NFC').replaceAll(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '');
  return shown
    .split('/')
    .map((segment) => (segment.split(':')[0] ?? '').replace(/(?<![. ])[. ]+$/u, '') || segment)
    .join('/');
}

/** A name as it looks: one blank for any, plain quotes, nothing without a shape. Models write names so. */
export function lookOfPath(path: string): string {
  return path
    .normalize('NFC')
    .replaceAll(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '')
    .replaceAll(/\p{Zs}/gu, ' ')
    .replaceAll(/[‘’ʼ]/g, "'")
    .replaceAll(/[“”]/g, '"');
}

/** The form in which names are compared: no case, no compatibility letters, and every i the same. */
export function foldPath(path: string): string {
  // What most paths are.
  if (/^[ -~]*$/.test(path)) return path.toLowerCase();
  return path.normalize('NFKC').toUpperCase().toLowerCase().replaceAll('i\u0307', 'i');
}
