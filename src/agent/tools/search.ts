import { globProblem } from '../../core/access/glob-problem.ts';
import { globMatcher } from '../../core/access/globs.ts';
import type { LinearPattern } from '../../core/access/linear-pattern.ts';
import { fixed, type Masked } from '../../core/masked.ts';
import { linesOf, withoutReturn } from '../../core/plain-text.ts';
import { globSentence } from '../../report/problems/glob-problems.ts';
import { readSearchPattern } from './search-pattern.ts';
import type { ToolContext } from './tool.ts';

const MOST_FILE_BYTES = 2_000_000;
const MOST_BYTES = 30_000_000;
const BUDGET_MS = 5_000;
/** Longer lines are searched in their beginning only. */
const LONGEST_LINE = 2_000;
/** After that long the process looks at what else has happened, ms. */
const TURN_MS = 50;

export interface SearchMatch {
  readonly path: string;
  /** From 1. */
  readonly line: number;
  readonly text: Masked;
}

export type SearchFindings =
  | { readonly kind: 'problem'; readonly reason: string }
  | {
      readonly kind: 'found';
      readonly matches: readonly SearchMatch[];
      /** All of them, also those that `matches` leaves out. */
      readonly count: number;
      /** Sentences about what was not searched. */
      readonly gaps: readonly string[];
    };

/** Goes through the readable files in the order of their paths, within a budget of time and bytes. */
export async function searchFiles(
  wanted: { readonly pattern: string; readonly glob: string; readonly most: number },
  context: ToolContext,
): Promise<SearchFindings> {
  const problem = globProblem(wanted.glob);
  if (problem !== null) return { kind: 'problem', reason: globSentence(wanted.glob, problem) };
  const reading = readSearchPattern(wanted.pattern);
  if (reading.kind === 'problem') return reading;
  const turns = new Turns(context);
  const inGlob = globMatcher([wanted.glob]);
  const files = (await context.readable()).filter(
    ({ path, size }) => inGlob(path) && size <= MOST_FILE_BYTES,
  );
  const matches: SearchMatch[] = [];
  let count = 0;
  let bytes = 0;
  for (const [index, { path, size }] of files.entries()) {
    context.signal.throwIfAborted();
    bytes += size;
    const content = bytes > MOST_BYTES ? null : await context.tree.read(path);
    const raw = content?.kind === 'text' ? content.text : '';
    const found = content === null ? null : await matchingLines(withoutReturns(raw), reading.pattern, turns);
    // Most files have no match: only text with a match is masked, and then searched again as it will be shown.
    const masked = found?.length === 0 ? fixed('') : context.mask.mask(raw);
    const hits =
      found === null || masked === '' || masked === raw
        ? found
        : await matchingLines(withoutReturns(masked), reading.pattern, turns);
    const lines = linesOf(masked);
    if (hits === null) return { kind: 'found', matches, count, gaps: [gap(files.length - index)] };
    count += hits.length;
    const room = Math.max(0, wanted.most - matches.length);
    matches.push(
      ...hits
        .slice(0, room)
        .map((line) => ({ path, line: line + 1, text: withoutReturn(lines[line] ?? fixed('')) })),
    );
  }
  return { kind: 'found', matches, count, gaps: [] };
}

/** Indexes of the lines that match; null: the time is used up. */
async function matchingLines(
  lines: readonly string[],
  pattern: LinearPattern,
  turns: Turns,
): Promise<readonly number[] | null> {
  const hits: number[] = [];
  for (const [index, line] of lines.entries()) {
    if (!(await turns.hasTime())) return null;
    if (pattern.isIn(line.slice(0, LONGEST_LINE))) hits.push(index);
  }
  return hits;
}

/** Counts the time of one search, and lets others have their turn. */
class Turns {
  readonly #context: Pick<ToolContext, 'clock' | 'signal'>;
  readonly #begun: number;
  #turn: number;

  constructor(context: Pick<ToolContext, 'clock' | 'signal'>) {
    this.#context = context;
    this.#begun = context.clock.monotonic();
    this.#turn = this.#begun;
  }

  /** False: the search has taken as long as it may. */
  async hasTime(): Promise<boolean> {
    const { clock, signal } = this.#context;
    const now = clock.monotonic();
    if (now - this.#begun > BUDGET_MS) return false;
    if (now - this.#turn < TURN_MS) return true;
    await clock.sleep(0, signal);
    this.#turn = clock.monotonic();
    return true;
  }
}

/** The line break of Windows is none of what is searched. */
function withoutReturns(text: string): readonly string[] {
  return text.split('\n').map((line) => line.replace(/\r$/, ''));
}

function gap(files: number): string {
  return `${files} files were not searched, because the search took too long; use a glob or a simpler pattern`;
}
