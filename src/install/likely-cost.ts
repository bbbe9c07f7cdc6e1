import type { Survey } from './survey.ts';

/** Tokens from … to …. */
export interface TokenRange {
  readonly least: number;
  readonly most: number;
}

/** Rounded from rehearsals of the sample goals on Wakeful's own repository (25 pages, 700 commits), with the scripted model. */
const TOKENS_OF_AN_INDEX = 3_000;
const TOKENS_OF_AN_INDEXED_PAGE = 2_500;
const TOKENS_OF_A_CHANGELOG = 70_000;
const TOKENS_OF_A_DIGEST = 8_000;
/** Of a page with a link that the program cannot put right by itself, and how many pages have one. */
const TOKENS_OF_A_PAGE = 6_000;
const SHARE_OF_PAGES = 0.1;
const WEEKS = 30 / 7;

/** The shares of pages, and the days of a month, that change in a quiet and in a busy repository. */
const QUIET = { pages: 0.02, days: 4 };
const BUSY = { pages: 0.15, days: 20 };

/** The first pass over everything that is there, once. */
export function firstPass(goals: readonly string[], survey: Survey): number {
  return sum(goals, (goal) => {
    if (goal === 'broken-links') return survey.pages * SHARE_OF_PAGES * TOKENS_OF_A_PAGE;
    return tokensOfOne(goal, survey);
  });
}

/** A usual month after that. Where nothing has changed, no model is asked. */
export function usualMonth(goals: readonly string[], survey: Survey): TokenRange {
  const of = (kind: typeof QUIET): number =>
    sum(goals, (goal) => {
      if (goal === 'changelog-draft') return TOKENS_OF_A_CHANGELOG;
      if (goal !== 'broken-links') return kind.days * tokensOfOne(goal, survey);
      return WEEKS * survey.pages * kind.pages * TOKENS_OF_A_PAGE;
    });
  return { least: of(QUIET), most: of(BUSY) };
}

function tokensOfOne(goal: string, { pages }: Survey): number {
  if (goal === 'docs-index') return TOKENS_OF_AN_INDEX + pages * TOKENS_OF_AN_INDEXED_PAGE;
  return goal === 'changelog-draft' ? TOKENS_OF_A_CHANGELOG : TOKENS_OF_A_DIGEST;
}

function sum(goals: readonly string[], tokensOf: (goal: string) => number): number {
  return goals.reduce((total, goal) => total + tokensOf(goal), 0);
}
