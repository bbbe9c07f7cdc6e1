import { restFinder, type TextRange } from './cut-secrets.ts';
import { type ReadText, readings } from './ignorable.ts';
import { knownForms } from './known-forms.ts';
import { fixed, type Masked } from './masked.ts';
import { cutKeys, privateKeys } from './private-keys.ts';
import { pattern, SECRET_PATTERNS, type SecretPattern } from './secret-patterns.ts';

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
}

export interface Secrets {
  /** Values that are known to be secret, e.g. the model key. Shorter ones than 6 characters are left alone. */
  readonly values: readonly string[];
  /** The settings' own regular expressions. One that does not compile is reported by the settings, and skipped here. */
  readonly patterns: readonly string[];
}

const MASKED = '[masked]';
/** Below that a value may well be part of a name. */
const SHORTEST_IN_IDENTITY = 12;
/** What was masked may make its neighbours look like a secret in turn. */
const MOST_PASSES = 8;

interface SecretRange extends TextRange {
  readonly name: string;
}

type FindSecrets = (text: string) => readonly SecretRange[];

export function createMask({ values, patterns }: Secrets): Mask {
  const all = finderOf(values, patterns.flatMap(compile));
  const long = values.filter((value) => value.trim().length >= SHORTEST_IN_IDENTITY);
  const inIdentity = finderOf(long, []);
  return {
    mask: (text) => maskedText(text, all.withRests),
    identity: (text) => maskedText(text, inIdentity.withRests),
    finds: (text) => readings(text).flatMap((read) => all.whole(read.text))[0]?.name ?? null,
  };
}

interface Finder {
  readonly whole: FindSecrets;
  /** Also what is left of secrets that were cut. */
  readonly withRests: FindSecrets;
}

/** Known values, the kinds that everybody's secrets have, and `ownKinds` of the settings. */
function finderOf(values: readonly string[], ownKinds: readonly SecretPattern[]): Finder {
  const known = knownForms(values);
  const restsOf = restFinder(known);
  const own: FindSecrets = (text) => [
    ...named('known value', occurrences(text, known)),
    ...ownKinds.flatMap((kind) => patternSpans(text, kind)),
  ];
  return {
    whole: (text) => [...own(text), ...usualSecrets(text)],
    withRests: (text) => [
      ...own(text),
      ...named('known value', restsOf(text)),
      ...usualSecretsAndRests(text),
    ],
  };
}

function usualSecrets(text: string): readonly SecretRange[] {
  return [
    ...named('private key', privateKeys(text)),
    ...SECRET_PATTERNS.flatMap((kind) => patternSpans(text, kind)),
  ];
}

/**
 * Short texts in which nothing was found, whatever the mask that asked. The same sentences come again and again: as a line of the
 * log, on the page, in the next run of a rehearsal.
 */
const withoutSecrets = new Set<string>();
const MOST_REMEMBERED = 5_000;
const LONGEST_REMEMBERED = 1_000;

function usualSecretsAndRests(text: string): readonly SecretRange[] {
  if (withoutSecrets.has(text)) return [];
  const found = [...usualSecrets(text), ...named('private key', cutKeys(text))];
  if (found.length === 0 && text.length <= LONGEST_REMEMBERED) {
    if (withoutSecrets.size >= MOST_REMEMBERED) withoutSecrets.clear();
    withoutSecrets.add(text);
  }
  return found;
}

function compile(source: string, index: number): readonly SecretPattern[] {
  try {
    return [pattern(`pattern ${index + 1} of secret_patterns`, new RegExp(source, 'g'))];
  } catch {
    return [];
  }
}

function named(name: string, ranges: readonly TextRange[]): readonly SecretRange[] {
  return ranges.map((range) => ({ ...range, name }));
}

function occurrences(text: string, values: readonly string[]): readonly TextRange[] {
  const ranges: TextRange[] = [];
  for (const value of values) {
    for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + value.length)) {
      ranges.push({ from: at, to: at + value.length });
    }
  }
  return ranges;
}

function patternSpans(text: string, found: SecretPattern): readonly SecretRange[] {
  const { name, pattern, group, isSecret } = found;
  // Most texts hold nothing, and `matchAll` costs more than the search.
  if (text.search(pattern) < 0) return [];
  const spans: SecretRange[] = [];
  for (const match of text.matchAll(pattern)) {
    const secret = match[group] ?? '';
    if (secret === '' || !isSecret(secret)) continue;
    const from = match.index + match[0].lastIndexOf(secret);
    spans.push({ from, to: from + secret.length, name: typeof name === 'string' ? name : name(secret) });
  }
  return spans;
}

/** Until nothing is found any more. A text that was made to go on for ever is masked as a whole. */
function maskedText(text: string, spansOf: FindSecrets): Masked {
  let now = text;
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const next = maskedOnce(now, spansOf);
    if (next === now) return next;
    now = next;
  }
  return fixed(MASKED);
}

function maskedOnce(text: string, spansOf: FindSecrets): Masked {
  const found = readings(text).flatMap((read) => spansOf(read.text).map((span) => placed(span, read)));
  if (found.length === 0) return text as Masked;
  // What is masked already counts as one secret, so that no pattern finds its own mark again.
  return replaced(text, [...found, ...occurrences(text, [MASKED])]) as Masked;
}

/** Where it stands in the text itself. */
function placed({ from, to }: TextRange, { places }: ReadText): TextRange {
  if (places === null) return { from, to };
  return { from: places[from] ?? from, to: (places[to - 1] ?? to - 1) + 1 };
}

function replaced(text: string, ranges: readonly TextRange[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const range of [...ranges].sort((a, b) => a.from - b.from || b.to - a.to)) {
    if (range.to <= at) continue;
    // A range that begins inside the last one only makes it longer.
    if (range.from >= at) parts.push(text.slice(at, range.from), MASKED);
    at = range.to;
  }
  parts.push(text.slice(at));
  return parts.join('');
}
