import { ENDINGS, type Ending } from './ending.ts';
import type { LogEntry } from './event.ts';

type Data = LogEntry['data'];

/** A whole number of a log line that can be added up; 0 for anything else, whoever wrote it. */
export function figureIn(data: Data, name: string): number {
  const value = data?.[name];
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : 0;
}

/** Null: the line has no such text. */
export function textIn(data: Data, name: string): string | null {
  const value = data?.[name];
  return typeof value === 'string' ? value : null;
}

/** An ISO time; null: the line has none. */
export function timeIn(data: Data, name: string): string | null {
  const text = textIn(data, name);
  return text === null || Number.isNaN(Date.parse(text)) ? null : text;
}

/** Null: none that this program knows. */
export function endingIn(data: Data): Ending | null {
  const name = textIn(data, 'ending');
  return name !== null && Object.hasOwn(ENDINGS, name) ? (name as Ending) : null;
}

/** One of a closed list of words; null: another one. */
export function wordIn<Word extends string>(data: Data, name: string, words: readonly Word[]): Word | null {
  const text = textIn(data, name);
  return words.find((word) => word === text) ?? null;
}

/** What a line says was spent. */
export function costIn(data: Data): {
  readonly tokens: number;
  readonly usdMicros: number;
  readonly calls: number;
} {
  return {
    tokens: figureIn(data, 'tokens'),
    usdMicros: figureIn(data, 'usd_micros'),
    calls: figureIn(data, 'calls'),
  };
}
