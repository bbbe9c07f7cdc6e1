import { decodeLogLines, encodeLogLine } from '../config/state/state-files.ts';
import { published } from '../core/access/masked-record.ts';
import { utf8Length } from '../core/text/bytes.ts';
import { fixed, joinMasked, type Masked } from '../core/text/masked.ts';
import { cutText } from '../core/text/plain-text.ts';
import { remembering } from '../core/text/recent-texts.ts';
import { DAY_MS, utcDay } from '../core/time.ts';
import type { Sha, StateStore } from '../ports.ts';
import { LOG_FULL } from '../report/log/run-lines.ts';
import type { MaskedEntry } from './journal.ts';

/** A day's log never grows past a megabyte of bytes; the last part of it is kept for warnings and errors. */
const DAY_LIMIT = 800_000;
const URGENT_LIMIT = 999_000;
/** Bytes of one line, and characters of its message where it has more. */
const LINE_LIMIT = 16_000;
const MESSAGE_LENGTH = 2_000;
/** Where the newest lines are looked for, characters. */
const LINES_TAIL = 100_000;
/** How a line that people need not read is spelled in the file. Inside a text the quotes would be escaped. */
const ROUTINE = '"level":"debug"';
/** When a day begins, files this many days older than the kept ones are removed as well. */
const PRUNED_DAYS = 400;

/** The log files of the state branch: read only where a line is to be added. */
export class DayLogs {
  readonly #store: StateStore;
  readonly #logDays: number;
  /** Text of the files as they stand at the tip, by path. */
  #read = new Map<string, Masked>();
  /** The newest text of each file with its size: counting the bytes of a day's log takes long. */
  readonly #sizes = new Map<string, SizedText>();

  constructor(store: StateStore, logDays: number) {
    this.#store = store;
    this.#logDays = logDays;
  }

  /** The tip is another one: what was read no longer counts. */
  moved(): void {
    this.#read = new Map();
  }

  /** A commit with these files has become the tip. */
  landed(files: ReadonlyMap<string, Masked | null>): void {
    for (const [path, text] of files) if (text !== null) this.#read.set(path, text);
  }

  /** The newest entries for people once `files` are written, as far as they are known without another read; oldest first. */
  recent(files: ReadonlyMap<string, string | null>, count: number): readonly MaskedEntry[] {
    const texts = new Map([...this.#read, ...files]);
    const paths = [...texts.keys()].sort();
    return paths
      .flatMap((path) => lastLines(texts.get(path) ?? '', count))
      .flatMap(entriesIn)
      .filter(({ level }) => level !== 'debug')
      .slice(-count);
  }

  /** The files as they will be with these lines added, but for those of `sent` that are in them already. */
  async append(
    tip: Sha | null,
    lines: readonly MaskedEntry[],
    sent: ReadonlySet<MaskedEntry>,
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, Masked | null>> {
    const files = new Map<string, Masked | null>();
    for (const [path, entries] of byFile(lines)) {
      const before = await this.#text(tip, path, signal);
      if (before === '') for (const old of pathsUntil(this.#oldestDay(path))) files.set(old, null);
      const known = this.#sizes.get(path);
      const sized = known?.text === before ? known : { text: before, bytes: utf8Length(before) };
      const after = addLines(sized, entries, sent);
      this.#sizes.set(path, after);
      files.set(path, after.text);
    }
    return files;
  }

  async #text(tip: Sha | null, path: string, signal: AbortSignal): Promise<Masked> {
    const known = this.#read.get(path);
    if (known !== undefined) return known;
    const paths = [path, logPath(utcDay(dayOf(path) - DAY_MS))];
    const found = tip === null ? new Map() : await this.#store.read(tip, paths, signal);
    for (const each of paths)
      if (!this.#read.has(each)) this.#read.set(each, published(found.get(each)?.text ?? ''));
    return this.#read.get(path) ?? fixed('');
  }

  /** The newest day that is no longer kept when this file begins. */
  #oldestDay(path: string): string {
    return utcDay(dayOf(path) - this.#logDays * DAY_MS);
  }
}

/** A page shows most of the lines of the page before. */
const entriesIn = remembering((line) => published(decodeLogLines(line).entries), 500_000);

/** The log files of this day and of the days before it. */
const pathsUntil = remembering((day): readonly string[] => {
  const last = Date.parse(day);
  return Array.from({ length: PRUNED_DAYS }, (_, n) => logPath(utcDay(last - n * DAY_MS)));
}, 1_000);

/**
 * The lines for people at the end of a file, so that a page costs the same whatever the day has seen. Broken lines among them
 * are left out.
 */
function lastLines(text: string, count: number): readonly string[] {
  return text
    .slice(-LINES_TAIL)
    .split('\n')
    .filter((line) => !line.includes(ROUTINE))
    .slice(-2 * count);
}

export function logPath(day: string): string {
  return `state/log/${day}.jsonl`;
}

/** Midnight UTC of a log file's day, ms. */
function dayOf(path: string): number {
  return Date.parse(path.slice('state/log/'.length, -'.jsonl'.length));
}

function byFile(lines: readonly MaskedEntry[]): ReadonlyMap<string, readonly MaskedEntry[]> {
  return Map.groupBy(lines, (line) => logPath(line.ts.slice(0, 10)));
}

interface SizedText {
  readonly text: Masked;
  /** In UTF-8. */
  readonly bytes: number;
}

function addLines(
  { text: before, bytes: bytesBefore }: SizedText,
  entries: readonly MaskedEntry[],
  sent: ReadonlySet<MaskedEntry>,
): SizedText {
  const parts = [before];
  let bytes = bytesBefore;
  let isFull = before.includes('"event":"log_full"');
  const add = (line: Masked): void => {
    parts.push(line);
    bytes += utf8Length(line);
  };
  // A line that was cut off, by whoever did it, stays as it is and swallows no new one.
  if (before !== '' && !before.endsWith('\n')) add(fixed('\n'));
  for (const entry of entries) {
    const line = encodeLogLine(shortened(entry));
    if (sent.has(entry) && before.includes(line)) continue;
    const limit = entry.level === 'warn' || entry.level === 'error' ? URGENT_LIMIT : DAY_LIMIT;
    if (bytes + utf8Length(line) <= limit) add(line);
    else if (!isFull) {
      add(encodeLogLine(fullLine(entry)));
      isFull = true;
    }
  }
  return { text: joinMasked(parts, ''), bytes };
}

/** One line never takes a large part of the day; what it is about can be read where it happened. */
function shortened(entry: MaskedEntry): MaskedEntry {
  if (utf8Length(JSON.stringify(entry)) <= LINE_LIMIT) return entry;
  const { data: _tooLong, ...rest } = entry;
  return { ...rest, message: cutText(rest.message, MESSAGE_LENGTH) };
}

function fullLine({ ts, wake }: MaskedEntry): MaskedEntry {
  return { ts, level: 'warn', event: 'log_full', message: LOG_FULL, wake };
}
