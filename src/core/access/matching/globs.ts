import { RecentTexts } from '../../text/recent-texts.ts';
import { globSource } from './glob-source.ts';
import { compilePattern, type LinearPattern } from './linear-pattern.ts';
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

/** For one glob by itself, in which a leading `!` is part of a name. */
export function oneGlobMatcher(glob: string): (path: string) => boolean {
  return exactly(glob);
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

/** A file is always matched by its own name, and by what looks the same to people. */
const exactly: Matching = (glob) => {
  const pattern = compiled(glob, 'exact');
  return (path) => path === glob || pattern.matchesWhole(composed(path));
};

const inAnySpelling: Matching = (glob) => {
  const pattern = compiled(glob, 'any_case');
  return (path) =>
    path === glob || pattern.matchesWhole(composed(path)) || pattern.matchesWhole(foldPath(path));
};

/** Macs write é as two characters, people and most programs as one. */
function composed(text: string): string {
  return /^[ -~]*$/.test(text) ? text : text.normalize('NFC');
}

/** A run asks about thousands of paths and has few globs. */
const known = new RecentTexts<LinearPattern>(200_000);

function compiled(glob: string, spelling: 'exact' | 'any_case'): LinearPattern {
  const key = `${spelling} ${glob}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const pattern = compilePattern(globSource(composed(glob)), spelling);
  known.set(key, pattern);
  return pattern;
}

function isNegated(glob: string): boolean {
  return glob.startsWith('!');
}
