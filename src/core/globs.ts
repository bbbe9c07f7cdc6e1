import picomatch from 'picomatch';

/**
 * Whether any of the globs matches the path. Dot files count like others. A glob that starts with `!`
 * takes away from what the others match, wherever it stands in the list.
 */
export function matchesGlobs(globs: readonly string[], path: string): boolean {
  return makeMatcher(globs, { nocase: false })(path);
}

/** The same, for many paths. */
export function globMatcher(globs: readonly string[]): (path: string) => boolean {
  return makeMatcher(globs, { nocase: false });
}

/** Without regard to case: for what must never be touched, on any file system. */
export function matchesGlobsInAnyCase(globs: readonly string[], path: string): boolean {
  return makeMatcher(globs, { nocase: true })(path);
}

function makeMatcher(
  globs: readonly string[],
  { nocase }: { readonly nocase: boolean },
): (path: string) => boolean {
  // With `s`, a wildcard matches a line break in a name as well.
  const options = { dot: true, nonegate: true, flags: nocase ? 'is' : 's' };
  const takesAway = globs.filter(isNegated).map((glob) => picomatch(glob.slice(1), options));
  const matches = globs.filter((glob) => !isNegated(glob)).map((glob) => picomatch(glob, options));
  return (path) => matches.some((match) => match(path)) && !takesAway.some((match) => match(path));
}

/** `!(a|b)` is a group of its own, not a negation. */
function isNegated(glob: string): boolean {
  return glob.startsWith('!') && !glob.startsWith('!(');
}
