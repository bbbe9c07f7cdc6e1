import { RE2JS } from 're2js';

/**
 * A regular expression that takes time in proportion to the text, whoever wrote it. It knows no lookahead, no lookbehind and no
 * back reference: these are what makes an expression take for ever.
 */
export interface LinearPattern {
  /** Whether it matches anywhere in the text. */
  isIn(text: string): boolean;
  /** Whether it matches the whole text. */
  matchesWhole(text: string): boolean;
  /** Where it matches, from left to right, never twice at one place. */
  spans(text: string): readonly { readonly from: number; readonly to: number }[];
}

export type PatternReading =
  | { readonly kind: 'pattern'; readonly pattern: LinearPattern }
  | { readonly kind: 'syntax'; readonly reason: string }
  /** It uses what this engine does not have. */
  | { readonly kind: 'not_linear' }
  | { readonly kind: 'too_large' };

/** Time is also in proportion to the size of the expression, in which `a{50}` counts as fifty. */
const MOST_STEPS = 500;
const NOT_LINEAR = /\(\?(?:[=!]|<[=!])|\\[1-9]|\\k</;
/** Escaped characters, and characters in brackets, which mean nothing but themselves. */
const ORDINARY = /\\[^1-9k]|\[(?:\\[\s\S]|[^\]\\])*\]/g;

/** Reads an expression in JavaScript's syntax. */
export function readPattern(source: string): PatternReading {
  const syntax = syntaxProblem(source);
  if (syntax !== null) return { kind: 'syntax', reason: syntax };
  if (NOT_LINEAR.test(source.replace(ORDINARY, ''))) return { kind: 'not_linear' };
  try {
    const engine = RE2JS.compile(RE2JS.translateRegExp(source));
    if (engine.programSize() > MOST_STEPS) return { kind: 'too_large' };
    return { kind: 'pattern', pattern: patternOf(engine) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return /repeat (?:count|size)|expression (?:nests|too)/.test(reason)
      ? { kind: 'too_large' }
      : { kind: 'syntax', reason };
  }
}

/** Patterns of the settings. One that is not valid is reported where the settings are read, and left out here. */
export function linearPatterns(sources: readonly string[]): readonly LinearPattern[] {
  return sources.map(readPattern).flatMap((reading) => (reading.kind === 'pattern' ? [reading.pattern] : []));
}

/** An expression that the program itself makes, in the engine's own syntax; `.` matches a line break as well. */
export function compilePattern(source: string, spelling: 'exact' | 'any_case'): LinearPattern {
  return patternOf(RE2JS.compile(source, RE2JS.DOTALL | (spelling === 'exact' ? 0 : RE2JS.CASE_INSENSITIVE)));
}

/** What these characters are without a meaning of their own. */
export function escapePattern(text: string): string {
  return RE2JS.quote(text);
}

function patternOf(engine: RE2JS): LinearPattern {
  return {
    isIn: (text) => engine.test(text),
    matchesWhole: (text) => engine.testExact(text),
    spans: (text) => {
      const found: { readonly from: number; readonly to: number }[] = [];
      for (const match of engine.matchAll(text))
        found.push({ from: match.index ?? 0, to: (match.index ?? 0) + match[0].length });
      return found;
    },
  };
}

/** JavaScript's own words are the ones that its users know. */
function syntaxProblem(source: string): string | null {
  try {
    new RegExp(source);
    return null;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return reason.slice(reason.lastIndexOf(': ') + 2);
  }
}
