import type { GlobProblem } from '../../core/access/matching/glob-problem.ts';
import { ofValue, type ProblemText, problemLine, problemText, show } from './problem.ts';

/** Why a glob is not matched at all. Each message goes on after the glob. */
export const unusableGlobProblems: Readonly<Record<GlobProblem, ProblemText>> = {
  too_long: problemText('is longer than 200 characters, or than 1024 without a wildcard'),
  group: problemText('has a group such as +(a|b)', 'use {a,b} instead, or ! at the start to take away'),
  stars: problemText('has more than four * between two slashes', 'use fewer of them'),
  double_stars: problemText('has more than four **', 'use fewer of them'),
  braces: problemText('has more than four {a,b}', 'use fewer of them'),
  counted: problemText('has a row such as {1..3}', 'write {1,2,3}, or [1-3] for one digit'),
  name_or_characters: problemText(
    'has a few characters in brackets beside others, such as *.[ch], which may be a name or one of these characters',
    'write {c,h} for one of several, or the whole name without a wildcard before it',
  ),
  reversed_range: problemText(
    'has a range from back to front, such as [z-a]',
    'write the smaller character first',
  ),
};

/** What else can be wrong with a glob in a file. Each message goes on after the glob. */
export const globProblems = {
  space: problemText('starts or ends with a space', 'remove the space'),
  quoted: problemText(
    'has quotes of its own, which are no quotes to YAML',
    'write it between one pair of plain quotes, or without any',
  ),
  notRelative: problemText(
    'is not relative',
    "write it from the repository's root without a leading /, e.g. docs/**",
  ),
  backslash: problemText('has a backslash', 'separate folders by /; no other character needs one before it'),
  outside: problemText('leaves the repository with ..', "write it from the repository's root"),
  dotFolder: problemText('has a . folder', 'leave ./ out'),
  folder: (glob: string) => problemText('matches no file', `write ${show(`${glob}**`)}`),
  matchesNothing: (glob: string, near: string | null) =>
    problemText(
      `note: ${show(glob)} matches no file that is there now`,
      near === null ? 'is it spelled right?' : `did you mean ${show(near)}?`,
    ),
  emptyFolder: problemText('has an empty folder name', 'write one /'),
} as const;

/** An empty glob; goes on after the name of its field. */
export const EMPTY_GLOB = problemText('must not be empty', 'write a glob such as docs/**');

/** For the model, which writes globs as well. */
export function globSentence(glob: string, problem: GlobProblem): string {
  return `${problemLine(ofValue(glob, unusableGlobProblems[problem]))}.`;
}
