import { pattern, SECRET_PATTERNS, type SecretPattern } from './secret-patterns.ts';

/** Keeps secrets out of everything that is written. */
export interface Mask {
  /** The text with every secret replaced by `[masked]`. Never throws. */
  mask(text: string): string;
  /** What kind of secret the text holds, in words; null: none was found. Never throws. */
  finds(text: string): string | null;
}

export interface Secrets {
  /** Values that are known to be secret, e.g. the model key. Shorter ones than 6 characters are left alone. */
  readonly values: readonly string[];
  /** The settings' own regular expressions. One that does not compile is reported by the settings, and skipped here. */
  readonly patterns: readonly string[];
}

const MASKED = '[masked]';
const SHORTEST_VALUE = 6;

interface TextSpan {
  readonly from: number;
  readonly to: number;
  readonly name: string;
}

export function createMask({ values, patterns }: Secrets): Mask {
  const known = knownForms(values);
  const own = patterns.flatMap(compile);
  const spansOf = (text: string): readonly TextSpan[] => [
    ...known.flatMap((value) => occurrences(text, value)),
    ...privateKeys(text),
    ...[...SECRET_PATTERNS, ...own].flatMap((pattern) => patternSpans(text, pattern)),
  ];
  return {
    mask: (text) => replaceSpans(text, [...spansOf(text), ...known.flatMap((value) => cutOff(text, value))]),
    finds: (text) => spansOf(text)[0]?.name ?? null,
  };
}

/** Each value as it stands, as it looks inside JSON, a URL, base64 or a hex dump, longest first. */
function knownForms(values: readonly string[]): readonly string[] {
  const long = values.map((value) => value.trim()).filter((value) => value.length >= SHORTEST_VALUE);
  const forms = long.flatMap((value) => [
    value,
    JSON.stringify(value).slice(1, -1),
    encodeURIComponent(value.toWellFormed()),
    ...base64Forms(value),
    ...hexForms(value),
  ]);
  return [...new Set(forms)].sort((a, b) => b.length - a.length);
}

function hexForms(value: string): readonly string[] {
  const hex = Buffer.from(value, 'utf8').toString('hex');
  return [hex, hex.toUpperCase()];
}

/** Base64 of a longer text that holds the value: it looks different at each of three offsets. */
function base64Forms(value: string): readonly string[] {
  const bytes = Buffer.from(value, 'utf8');
  const forms = [0, 1, 2].map((offset) => {
    const encoded = Buffer.concat([Buffer.alloc(offset), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    // The first and the last characters also hold bits of the neighbours.
    const start = [0, 2, 3][offset] ?? 0;
    const end = (bytes.length + offset) % 3 === 0 ? encoded.length : encoded.length - 1;
    return encoded.slice(start, end);
  });
  return forms
    .filter((form) => form.length >= SHORTEST_VALUE)
    .flatMap((form) => [form, form.replaceAll('+', '-').replaceAll('/', '_')]);
}

function compile(source: string, index: number): readonly SecretPattern[] {
  try {
    return [pattern(`secret pattern ${index + 1} of the settings`, new RegExp(source, 'g'))];
  } catch {
    return [];
  }
}

function occurrences(text: string, value: string): readonly TextSpan[] {
  const spans: TextSpan[] = [];
  for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + value.length)) {
    spans.push({ from: at, to: at + value.length, name: 'a known secret' });
  }
  return spans;
}

const SHORTEST_PART = 12;

/** Where somebody shortened a text, the beginning of a value may stand before the cut. */
function cutOff(text: string, value: string): readonly TextSpan[] {
  const cuts = [text.trimEnd().length, ...[...text.matchAll(/…/g)].map((match) => match.index)];
  return cuts.flatMap((to) => {
    for (let length = Math.min(value.length - 1, to); length >= SHORTEST_PART; length--) {
      if (text.startsWith(value.slice(0, length), to - length))
        return [{ from: to - length, to, name: 'a known secret' }];
    }
    return [];
  });
}

/** Blocks of private keys, searched by hand so that many beginnings without an end stay cheap. */
function privateKeys(text: string): readonly TextSpan[] {
  const spans: TextSpan[] = [];
  const begin = /-----BEGIN [A-Z ]{0,40}PRIVATE KEY(?: BLOCK)?-----/g;
  const end = /-----END [A-Z ]{0,40}PRIVATE KEY(?: BLOCK)?-----/g;
  for (let match = begin.exec(text); match !== null; match = begin.exec(text)) {
    end.lastIndex = begin.lastIndex;
    // A key that was cut off is a key too: without an end it goes on to the end of the text.
    const to = end.exec(text) === null ? text.length : end.lastIndex;
    spans.push({ from: match.index, to, name: 'a private key' });
    begin.lastIndex = to;
  }
  return spans;
}

function patternSpans(text: string, { name, pattern, group, isSecret }: SecretPattern): readonly TextSpan[] {
  // Most texts hold nothing, and `matchAll` costs more than the search.
  if (text.search(pattern) < 0) return [];
  const spans: TextSpan[] = [];
  for (const match of text.matchAll(pattern)) {
    const secret = match[group] ?? '';
    if (secret === '' || !isSecret(secret)) continue;
    const from = match.index + match[0].lastIndexOf(secret);
    spans.push({ from, to: from + secret.length, name: typeof name === 'string' ? name : name(secret) });
  }
  return spans;
}

function replaceSpans(text: string, spans: readonly TextSpan[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const span of [...spans].sort((a, b) => a.from - b.from || b.to - a.to)) {
    if (span.to <= at) continue;
    // A span that begins inside the last one only makes it longer.
    if (span.from >= at) parts.push(text.slice(at, span.from), MASKED);
    at = span.to;
  }
  parts.push(text.slice(at));
  return parts.join('');
}
