import { fixed, type Masked } from '../text/masked.ts';
import { copied, RecentTexts } from '../text/recent-texts.ts';
import { type Steps, withoutRest } from '../text/steps.ts';
import { type FindInSteps, finderOf, type SecretRange } from './find-secrets.ts';
import type { LinearPattern } from './matching/linear-pattern.ts';
import { placesIn, rangesOf, type TextRange } from './read-text.ts';

/** Keeps secrets out of everything that is written. The time of each takes is in proportion to the text. */
export interface Mask {
  /** The text with every secret replaced by `[masked]`; masked once more, it stays the same. Never throws. */
  mask(text: string): Masked;
  /**
   * The same for a name or an id that things are found again by. Neither a pattern of the settings, say for 40 hexadecimal
   * digits, nor a short known value, such as the key `ollama` of a local server, changes it.
   */
  identity(text: string): Masked;
  /** What kind of secret the text holds, e.g. `GitHub token`; null: none was found. Never throws. */
  finds(text: string): string | null;
  /** The same as `mask`, and as `finds`, with a rest after each step: for long texts of others. */
  readonly inSteps: {
    mask(text: string): Steps<Masked>;
    finds(text: string): Steps<string | null>;
  };
}

export interface Secrets {
  /** Values that are known to be secret, e.g. the model key. Shorter ones than 6 characters are left alone. */
  readonly values: readonly string[];
  /** Of the settings. */
  readonly patterns: readonly LinearPattern[];
}

const MASKED = '[masked]';
/** Below that a value may well be part of a name. */
const SHORTEST_IN_IDENTITY = 12;
/** What was masked may make its neighbours look like a secret in turn. */
const MOST_PASSES = 8;

export function createMask({ values, patterns }: Secrets): Mask {
  const all = finderOf(values, patterns.map(finderOfPattern));
  const long = values.filter((value) => value.trim().length >= SHORTEST_IN_IDENTITY);
  const inIdentity = finderOf(long, []);
  const mask = maskingOnce((text) => maskedText(text, all.withRests));
  const identity = maskingOnce((text) => maskedText(text, inIdentity.withRests));
  const finds = (text: string) => firstName(all.whole(text));
  return {
    mask: (text) => withoutRest(mask(text)),
    identity: (text) => withoutRest(identity(text)),
    finds: (text) => withoutRest(finds(text)),
    inSteps: { mask, finds },
  };
}

function* firstName(search: Steps<readonly SecretRange[]>): Steps<string | null> {
  const [first] = yield* search;
  if (first === undefined) return null;
  return typeof first.name === 'string' ? first.name : first.name();
}

/**
 * A text is masked where it is made and passes a port later, and much of the state is the same from commit to commit:
 * each is gone through once.
 */
function maskingOnce(mask: (text: string) => Steps<Masked>): (text: string) => Steps<Masked> {
  /** Null: it is the text itself. */
  const known = new RecentTexts<Masked | null>();
  return function* (text) {
    const before = known.get(text);
    if (before !== undefined) return before ?? (text as Masked);
    const masked = yield* mask(text);
    known.set(copied(text), masked === text ? null : masked);
    // Masked once more it stays the same.
    if (masked !== text) known.set(masked, null);
    return masked;
  };
}

function finderOfPattern(pattern: LinearPattern, index: number): FindInSteps {
  const name = `pattern ${index + 1} of secret_patterns`;
  return function* (text) {
    const spans = yield* placesIn(text, pattern.spans);
    return spans.filter(({ from, to }) => from < to).map((span) => ({ ...span, name }));
  };
}

/** Until nothing is found any more. A text that was made to go on for ever is masked as a whole. */
function* maskedText(text: string, find: (text: string) => Steps<readonly SecretRange[]>): Steps<Masked> {
  let now = text;
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const found = yield* find(now);
    if (found.length === 0) return now as Masked;
    const next = withoutSecrets(now, found);
    if (next === now) return now as Masked;
    now = next;
  }
  return fixed(MASKED);
}

/** What is masked already counts as one secret, so that no pattern finds its own mark again. */
function withoutSecrets(text: string, found: readonly SecretRange[]): string {
  const ranges: TextRange[] = [...found, ...rangesOf(text, MASKED)];
  const parts: string[] = [];
  let at = 0;
  for (const range of ranges.sort((a, b) => a.from - b.from || b.to - a.to)) {
    if (range.to <= at) continue;
    // A range that begins inside the last one only makes it longer.
    if (range.from >= at) parts.push(text.slice(at, range.from), MASKED);
    at = range.to;
  }
  parts.push(text.slice(at));
  return parts.join('');
}
