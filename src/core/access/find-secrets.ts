import { RecentTexts } from '../recent-texts.ts';
import { restFinder } from './cut-secrets.ts';
import { decoded, unescaped, unwrapped } from './encodings.ts';
import { readings } from './ignorable.ts';
import { knownForms } from './known-forms.ts';
import { cutKeys, privateKeys } from './private-keys.ts';
import { type ReadText, rangesOf, type TextRange } from './read-text.ts';
import { looksRandom, SECRET_PATTERNS, type SecretPattern } from './secret-patterns.ts';
import { scanText, type TextScan } from './text-scan.ts';

export interface SecretRange extends TextRange {
  /** What kind of secret it is, e.g. `GitHub token`. */
  readonly name: string | (() => string);
}

export type FindSecrets = (text: string) => readonly SecretRange[];

interface Finder {
  readonly whole: FindSecrets;
  /** Also what is left of secrets that were cut. */
  readonly withRests: FindSecrets;
}

interface Sought {
  readonly known: readonly string[];
  /** Kinds of the settings. */
  readonly ownKinds: readonly FindSecrets[];
  readonly restsOf: FindSecrets;
}

/** Finds secrets in a text as it stands and in every way that it can be read: known values, the usual kinds, `ownKinds`. */
export function finderOf(values: readonly string[], ownKinds: readonly FindSecrets[]): Finder {
  // Made when a text first needs it: many a mask is made and never used.
  let made: Sought | null = null;
  const sought = (): Sought => {
    made ??= soughtFor(values, ownKinds);
    return made;
  };
  return {
    whole: (text) => secretsIn(text, sought(), () => []),
    withRests: (text) => secretsIn(text, sought(), sought().restsOf),
  };
}

function soughtFor(values: readonly string[], ownKinds: readonly FindSecrets[]): Sought {
  const known = knownForms(values);
  const restsOf = restFinder(known);
  return {
    known,
    ownKinds,
    restsOf: (text) => [
      ...named('known value', restsOf(text)),
      ...(text.includes('PRIVATE KEY') ? named('private key', cutKeys(text)) : []),
    ],
  };
}

/**
 * Short texts in which nothing was found, whatever the mask that asked. The same sentences come again and again: as a line of the
 * log, on the page, in the next run of a rehearsal.
 */
const withoutUsual = new RecentTexts<true>(1_000_000);
const LONGEST_REMEMBERED = 1_000;

function secretsIn(text: string, sought: Sought, restsOf: FindSecrets): readonly SecretRange[] {
  if (withoutUsual.get(text) === true) return readIn(text, { ...sought, kinds: [], restsOf });
  const found = readIn(text, { ...sought, kinds: SECRET_PATTERNS, restsOf });
  if (found.length === 0 && text.length <= LONGEST_REMEMBERED) withoutUsual.set(text, true);
  return found;
}

interface Search {
  readonly known: readonly string[];
  readonly ownKinds: readonly FindSecrets[];
  readonly kinds: readonly SecretPattern[];
  readonly restsOf: FindSecrets;
}

function readIn(text: string, search: Search): readonly SecretRange[] {
  const plainIn = (plain: string, scan: TextScan): readonly SecretRange[] => [
    ...wholeIn(plain, scan, search),
    ...search.restsOf(plain),
  ];
  return readings(text).flatMap((read) => {
    const scan = scanText(read.text);
    const meant = unescaped(read);
    const joined = unwrapped(read);
    return [
      ...inOriginal(read, plainIn(read.text, scan)),
      ...(meant === null ? [] : inOriginal(meant, plainIn(meant.text, scanText(meant.text)))),
      ...decoded(read, scan).flatMap((bytes) =>
        inOriginal(bytes, wholeIn(bytes.text, scanText(bytes.text), search)),
      ),
      ...(joined === null ? [] : inOriginal(joined, joinedIn(joined, search))),
    ];
  });
}

function inOriginal(read: ReadText, ranges: readonly SecretRange[]): readonly SecretRange[] {
  return ranges.map((range) => ({ name: range.name, ...read.placeOf(range) }));
}

function wholeIn(text: string, scan: TextScan, { known, kinds, ownKinds }: Search): readonly SecretRange[] {
  return [
    ...named(
      'known value',
      known.flatMap((value) => rangesOf(text, value)),
    ),
    ...(text.includes('PRIVATE KEY') ? named('private key', privateKeys(text)) : []),
    ...kinds.filter(({ mayBeIn }) => mayBeIn(text, scan)).flatMap((kind) => patternRanges(text, kind)),
    ...ownKinds.flatMap((find) => find(text)),
  ];
}

/**
 * Lines that were put together may have been lines of their own: only what is shaped like a token counts there, and where
 * the part in the last of its lines is a whole word that looks like part of one.
 */
function joinedIn(read: ReadText, { known, kinds }: Search): readonly SecretRange[] {
  const { text } = read;
  const isTorn = ({ from, to }: TextRange): boolean => {
    const start = lastBreak(read, { from, to });
    if (start === null || /[\w-]/.test(text.charAt(to))) return false;
    return looksRandom(text.slice(from, to)) && /\d|[a-z][A-Z]/.test(text.slice(start, to));
  };
  return [
    ...named(
      'known value',
      known.flatMap((value) => rangesOf(text, value)),
    ),
    ...kinds.filter(({ isShaped }) => isShaped).flatMap((kind) => patternRanges(text, kind).filter(isTorn)),
  ];
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

function patternRanges(text: string, kind: SecretPattern): readonly SecretRange[] {
  const { name, pattern, group, isSecret } = kind;
  // Most texts hold nothing, and `matchAll` costs more than the search.
  if (text.search(pattern) < 0) return [];
  const ranges: SecretRange[] = [];
  for (const match of text.matchAll(pattern)) {
    const secret = match[group] ?? '';
    if (secret === '' || !isSecret(secret)) continue;
    const from = match.index + match[0].lastIndexOf(secret);
    ranges.push({
      from,
      to: from + secret.length,
      name: typeof name === 'string' ? name : () => name(secret),
    });
  }
  return ranges;
}
