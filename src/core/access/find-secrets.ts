import { copied, RecentTexts } from '../text/recent-texts.ts';
import { eachInSteps, type Steps } from '../text/steps.ts';
import { restFinder } from './cut-secrets.ts';
import { decoded, unescaped, unwrapped } from './encodings.ts';
import { readings } from './ignorable.ts';
import { knownForms } from './known-forms.ts';
import { cutKeys, privateKeys } from './private-keys.ts';
import { looksRandom } from './random-text.ts';
import { matchesIn, type ReadText, rangesOf, type TextRange } from './read-text.ts';
import { SECRET_PATTERNS, type SecretPattern } from './secret-patterns.ts';
import { scanText, type TextScan } from './text-scan.ts';

export interface SecretRange extends TextRange {
  /** What kind of secret it is, e.g. `GitHub token`. */
  readonly name: string | (() => string);
}

interface Finder {
  readonly whole: FindInSteps;
  /** Also what is left of secrets that were cut. */
  readonly withRests: FindInSteps;
}

/** A search that can be put aside after each step: a long text takes many steps, and others need their turn. */
export type FindInSteps = (text: string) => Steps<readonly SecretRange[]>;

interface Sought {
  readonly known: readonly string[];
  /** Kinds of the settings. */
  readonly ownKinds: readonly FindInSteps[];
  readonly restsOf: FindInSteps;
}

/** Finds secrets in a text as it stands and in every way that it can be read: known values, the usual kinds, `ownKinds`. */
export function finderOf(values: readonly string[], ownKinds: readonly FindInSteps[]): Finder {
  // Made when a text first needs it: many a mask is made and never used.
  let made: Sought | null = null;
  const sought = (): Sought => {
    made ??= soughtFor(values, ownKinds);
    return made;
  };
  return {
    whole: (text) => secretsIn(text, sought(), noRests),
    withRests: (text) => secretsIn(text, sought(), sought().restsOf),
  };
}

function soughtFor(values: readonly string[], ownKinds: readonly FindInSteps[]): Sought {
  const known = knownForms(values);
  const restsOf = restFinder(known);
  return {
    known,
    ownKinds,
    *restsOf(text) {
      const rests = named('known value', yield* restsOf(text));
      return text.includes('PRIVATE KEY') ? [...rests, ...named('private key', cutKeys(text))] : rests;
    },
  };
}

/**
 * Short texts in which nothing was found, whatever the mask that asked. The same sentences come again and again: as a line of the
 * log, on the page, in the next run of a rehearsal.
 */
const withoutUsual = new RecentTexts<true>(1_000_000);
const LONGEST_REMEMBERED = 1_000;

function noRests(): Steps<readonly SecretRange[]> {
  return eachInSteps([], (): SecretRange | null => null);
}

function* secretsIn(text: string, sought: Sought, restsOf: FindInSteps): Steps<readonly SecretRange[]> {
  if (withoutUsual.get(text) === true) return yield* readIn(text, { ...sought, kinds: [], restsOf });
  const found = yield* readIn(text, { ...sought, kinds: SECRET_PATTERNS, restsOf });
  if (found.length === 0 && text.length <= LONGEST_REMEMBERED) withoutUsual.set(copied(text), true);
  return found;
}

interface Search {
  readonly known: readonly string[];
  readonly ownKinds: readonly FindInSteps[];
  readonly kinds: readonly SecretPattern[];
  readonly restsOf: FindInSteps;
}

function* readIn(text: string, search: Search): Steps<readonly SecretRange[]> {
  const found: SecretRange[] = [];
  for (const read of readings(text)) {
    yield;
    const scan = scanText(read.text);
    yield* add(found, read, plainIn(read.text, scan, search));
    const meant = yield* unescaped(read);
    if (meant !== null) yield* add(found, meant, plainIn(meant.text, scanText(meant.text), search));
    for (const bytes of yield* decoded(read, scan))
      yield* add(found, bytes, wholeIn(bytes.text, scanText(bytes.text), search));
    yield;
    const joined = unwrapped(read);
    if (joined !== null) yield* add(found, joined, joinedIn(joined, search));
  }
  return found;
}

/** Adds ranges of a text as it is read, at their places in the original. */
function* add(
  found: SecretRange[],
  read: ReadText,
  steps: Steps<readonly SecretRange[]>,
): Generator<undefined, void> {
  const ranges = yield* steps;
  for (const range of ranges) found.push({ name: range.name, ...read.placeOf(range) });
}

function* plainIn(text: string, scan: TextScan, search: Search): Steps<readonly SecretRange[]> {
  const whole = yield* wholeIn(text, scan, search);
  return [...whole, ...(yield* search.restsOf(text))];
}

function* wholeIn(
  text: string,
  scan: TextScan,
  { known, kinds, ownKinds }: Search,
): Steps<readonly SecretRange[]> {
  const places = known.flatMap((value) => rangesOf(text, value));
  const keys = text.includes('PRIVATE KEY') ? privateKeys(text) : [];
  const found = [named('known value', places), named('private key', keys)];
  for (const kind of kinds) {
    yield;
    if (kind.mayBeIn(text, scan)) found.push(yield* patternRanges(text, kind));
  }
  for (const find of ownKinds) {
    yield;
    found.push(yield* find(text));
  }
  return found.flat();
}

/**
 * Lines that were put together may have been lines of their own: only what is shaped like a token counts there, and where
 * the part in the last of its lines is a whole word that looks like part of one.
 */
function* joinedIn(read: ReadText, { known, kinds }: Search): Steps<readonly SecretRange[]> {
  const { text } = read;
  const isTorn = ({ from, to }: TextRange): boolean => {
    const start = lastBreak(read, { from, to });
    if (start === null || /[\w-]/.test(text.charAt(to))) return false;
    return looksRandom(text.slice(from, to)) && /\d|[a-z][A-Z]/.test(text.slice(start, to));
  };
  const places = known.flatMap((value) => rangesOf(text, value));
  const found = [named('known value', places)];
  for (const kind of kinds) {
    yield;
    if (kind.isShaped) found.push((yield* patternRanges(text, kind)).filter(isTorn));
  }
  return found.flat();
}

/** Where the last of the lines begins that were joined in this range; null: it is in one line. */
function lastBreak(read: ReadText, { from, to }: TextRange): number | null {
  const placeOf = (at: number): TextRange => read.placeOf({ from: at, to: at + 1 });
  for (let at = to - 1; at > from; at--) if (placeOf(at).from !== placeOf(at - 1).to) return at;
  return null;
}

function named(name: string, ranges: readonly TextRange[]): readonly SecretRange[] {
  return ranges.map((range) => ({ ...range, name }));
}

function* patternRanges(text: string, kind: SecretPattern): Steps<SecretRange[]> {
  const { name, pattern, group, isSecret } = kind;
  return yield* eachInSteps(yield* matchesIn(text, pattern), (match) => {
    const secret = match[group] ?? '';
    if (secret === '' || !isSecret(secret)) return null;
    const from = match.index + match[0].lastIndexOf(secret);
    return {
      from,
      to: from + secret.length,
      name: typeof name === 'string' ? name : () => name(secret),
    };
  });
}
