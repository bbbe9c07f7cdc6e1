import { asRecord } from './json.ts';

/** Seconds, from `retry-after-ms`, or from `retry-after` as a number or a date by the server's own clock; null: it does not say. */
export function waitInHeaders(headers: Headers | undefined): number | null {
  const ms = Number.parseFloat(headers?.get('retry-after-ms') ?? '');
  if (ms >= 0) return ms / 1000;
  const text = headers?.get('retry-after') ?? '';
  if (/^\d+(?:\.\d+)?$/.test(text.trim())) return Number(text);
  const wait = (Date.parse(text) - Date.parse(headers?.get('date') ?? '')) / 1000;
  return Number.isFinite(wait) ? Math.max(0, wait) : null;
}

/** Seconds, from what stands beside the words of an error: headers that a gateway hands on, or Google's `retryDelay`. */
export function waitInError(error: Readonly<Record<string, unknown>>): number | null {
  const metadata = asRecord(error['metadata']) ?? {};
  const headers = asRecord(metadata['headers']) ?? {};
  const named = Object.entries({ ...error, ...metadata, ...headers }).find(([name]) =>
    /^retry[-_]after(?:[-_]seconds)?$/i.test(name),
  );
  const details = Array.isArray(error['details']) ? error['details'] : [];
  const delay = details
    .map((each) => asRecord(each)?.['retryDelay'])
    .find((each) => typeof each === 'string');
  const said = delay ?? named?.[1];
  const seconds = typeof said === 'string' ? said.replace(/s$/, '') : said;
  return seconds === undefined || seconds === '' || !(Number(seconds) >= 0) ? null : Number(seconds);
}

const ASKS = /\b(?:try again|retry|wait)(?:ing)?(?: again)?(?: your request)?(?: in| after| for)? (?=\d)/gi;
const SPAN = /(\d+(?:\.\d+)?)\s*(ms|milliseconds?|s|secs?|seconds?|m|mins?|minutes?|h|hours?)(?![a-z])\s*/iy;
const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3_600 };

/** Seconds, from words such as `Please try again in 1m12.5s`. */
export function waitInWords(words: string): number | null {
  for (const { index, 0: asks } of words.matchAll(ASKS)) {
    let seconds = 0;
    SPAN.lastIndex = index + asks.length;
    for (let span = SPAN.exec(words); span !== null; span = SPAN.exec(words))
      seconds += Number(span[1]) * unitOf(span[2] ?? '');
    if (seconds > 0) return seconds;
  }
  return null;
}

function unitOf(name: string): number {
  const unit = name.toLowerCase();
  if (unit === 'ms' || unit.startsWith('milli')) return 0.001;
  return SECONDS[unit.charAt(0)] ?? 0;
}
