import { RE2JS } from 're2js';
import { Halt } from '../../ending.ts';
import { type PatternFault, patternFault } from './pattern-shape.ts';

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

export type PatternReading = { readonly kind: 'pattern'; readonly pattern: LinearPattern } | PatternFault;

type PatternSpelling = 'exact' | 'any_case';

/** Reads an expression in JavaScript's syntax. */
export function readPattern(source: string, spelling: PatternSpelling = 'exact'): PatternReading {
  const fault = patternFault(source);
  if (fault !== null) return fault;
  try {
    return { kind: 'pattern', pattern: translated(source, spelling) };
  } catch (error) {
    return { kind: 'syntax', reason: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * Patterns of the settings. One with a fault is reported where the settings are read, and left out here. `Halt('bad_settings')` for
 * one that only the engine refuses: without it, secrets would be shown.
 */
export function linearPatterns(sources: readonly string[]): readonly LinearPattern[] {
  return sources.filter((source) => patternFault(source) === null).map(patternOfSettings);
}

/** Of a source without a fault. */
function patternOfSettings(source: string): LinearPattern {
  try {
    return translated(source);
  } catch (error) {
    throw new Halt(
      'bad_settings',
      'One of the secret_patterns in the settings cannot be used. Write it without rare syntax.',
      { cause: error },
    );
  }
}

function translated(source: string, spelling: PatternSpelling = 'exact'): LinearPattern {
  const flags = spelling === 'exact' ? 0 : RE2JS.CASE_INSENSITIVE;
  return patternOf(RE2JS.compile(RE2JS.translateRegExp(source), flags));
}

/** An expression that the program itself makes, in the engine's own syntax; `.` matches a line break as well. */
export function compilePattern(source: string, spelling: PatternSpelling): LinearPattern {
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
