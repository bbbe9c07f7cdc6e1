import vm from 'node:vm';
import { type RepetitionLimits, slowGroupIn } from '../../core/access/pattern-safety.ts';
import type { Clock } from '../../ports.ts';

const LONGEST_PATTERN = 200;
/** Longer lines are matched by their beginning only. */
const LONGEST_LINE = 2_000;

const SCRIPT = new vm.Script(
  `(() => {
    const expression = new RegExp(pattern);
    hits = [];
    for (let at = 0; at < lines.length; at += 1) if (expression.test(lines[at])) hits.push(at);
    hits = hits.join(',');
  })()`,
);

type Made =
  | { readonly kind: 'matcher'; readonly value: PatternMatcher }
  | { readonly kind: 'problem'; readonly reason: string };

/**
 * A regular expression of the model's, held to a budget of time: patterns that are known to explode are refused,
 * and what is left runs where it can be interrupted in the middle of one match.
 */
export class PatternMatcher {
  readonly #context: vm.Context;
  readonly #clock: Clock;
  #msLeft: number;

  static make(pattern: string, budgetMs: number, clock: Clock): Made {
    const problem = patternProblem(pattern);
    if (problem !== null) return { kind: 'problem', reason: problem };
    return { kind: 'matcher', value: new PatternMatcher(pattern, budgetMs, clock) };
  }

  private constructor(pattern: string, budgetMs: number, clock: Clock) {
    this.#context = vm.createContext({ pattern, lines: [], hits: '' });
    this.#msLeft = budgetMs;
    this.#clock = clock;
  }

  /** Indexes of the lines that match; null: the time is used up. */
  matchingLines(lines: readonly string[]): readonly number[] | null {
    if (this.#msLeft < 1) return null;
    const started = this.#clock.monotonic();
    this.#context['lines'] = lines.map((line) => line.slice(0, LONGEST_LINE));
    try {
      SCRIPT.runInContext(this.#context, { timeout: Math.ceil(this.#msLeft) });
    } catch {
      this.#msLeft = 0;
      return null;
    }
    this.#msLeft -= this.#clock.monotonic() - started;
    const hits = String(this.#context['hits']);
    return hits === '' ? [] : hits.split(',').map(Number);
  }
}

/** Few repetitions cost little: a search ends when its time is used up. */
const LIMITS: RepetitionLimits = {
  isRisky: ({ most }) => most > 20,
  mostNested: 20,
  mostAlternating: Number.POSITIVE_INFINITY,
};

function patternProblem(pattern: string): string | null {
  if (pattern === '') return 'the pattern is empty.';
  if (pattern.length > LONGEST_PATTERN) return `the pattern is longer than ${LONGEST_PATTERN} characters.`;
  try {
    new RegExp(pattern);
  } catch (error) {
    return `the pattern is not a JavaScript regular expression: ${error instanceof Error ? error.message : 'unknown'}.`;
  }
  const slow = slowGroupIn(pattern, LIMITS);
  return slow === null
    ? null
    : `the pattern repeats a group that repeats itself (${slow.source}), which can take forever.`;
}
