import picomatch from 'picomatch';
import { foldPath } from './path.ts';

/**
 * Whether any of the globs matches the path. Dot files count like others. A glob that starts with `!`
 * takes away from what the others match, at any place in the list.
 */
export function matchesGlobs(globs: readonly string[], path: string): boolean {
  return globMatcher(globs)(path);
}

/** The same, for many paths. */
export function globMatcher(globs: readonly string[]): (path: string) => boolean {
  return makeMatcher(globs, { gives: exactly, takesAway: exactly });
}

/** For what may be changed: some file systems take one name for another, so a name is taken away in any spelling. */
export function matchesGlobsStrictly(globs: readonly string[], path: string): boolean {
  return makeMatcher(globs, { gives: exactly, takesAway: inAnySpelling })(path);
}

/** For what must never be touched, on any file system. */
export function matchesGlobsInAnySpelling(globs: readonly string[], path: string): boolean {
  return makeMatcher(globs, { gives: inAnySpelling, takesAway: exactly })(path);
}

type Matching = (glob: string) => (path: string) => boolean;

function makeMatcher(
  globs: readonly string[],
  how: { readonly gives: Matching; readonly takesAway: Matching },
): (path: string) => boolean {
  const takesAway = globs.filter(isNegated).map((glob) => how.takesAway(glob.slice(1)));
  const matches = globs.filter((glob) => !isNegated(glob)).map(how.gives);
  return (path) => matches.some((match) => match(path)) && !takesAway.some((match) => match(path));
}

// With `s`, a wildcard matches a line break in a name as well.
const exactly: Matching = (glob) => picomatch(glob, { dot: true, nonegate: true, flags: 's' });

const inAnySpelling: Matching = (glob) => {
  const match = picomatch(glob, { dot: true, nonegate: true, flags: 'is' });
  return (path) => match(path) || match(foldPath(path));
};

/** `!(a|b)` is a group of its own, not a negation. */
function isNegated(glob: string): boolean {
  return glob.startsWith('!') && !glob.startsWith('!(');
}
