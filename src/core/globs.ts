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

/**
 * Why a glob written by the model is not used; null when it is fine. Many wildcards in one path segment can
 * make matching take for ever.
 */
export function globProblem(glob: string): string | null {
  if (glob.length > 200) return 'the glob is longer than 200 characters';
  if (/[@?+*!]\(/.test(glob)) return 'groups such as +(a|b) are not supported; use {a,b}';
  if (glob.split('/').some((segment) => (segment.match(/\*+/g) ?? []).length > 4)) {
    return 'at most four * are possible between two slashes';
  }
  if ((glob.match(/\*\*/g) ?? []).length > 4) return 'at most four ** are possible';
  if ((glob.match(/\{/g) ?? []).length > 4) return 'at most four {a,b} are possible';
  return null;
}
