import { decodeLogLines, encodeLogLine } from '../config/state/state-files.ts';
import { published } from '../core/access/masked-record.ts';
import { utf8Length } from '../core/text/bytes.ts';
import { compareText } from '../core/text/compare-text.ts';
import { fixed, joinMasked, type Masked } from '../core/text/masked.ts';
import { cutText } from '../core/text/plain-text.ts';
import { remembering } from '../core/text/recent-texts.ts';
import { DAY_MS, utcDay } from '../core/time.ts';
import type { Sha, StateStore } from '../ports.ts';
import { LOG_FULL } from '../report/log/run-lines.ts';
import type { RecentLog } from '../report/status/status-facts.ts';
import type { MaskedEntry } from './journal.ts';
import { logDay, logPath } from './log-path.ts';
import { keptFigures } from './past-days.ts';

/** A day's log never grows past a megabyte of bytes; the last part of it is kept for warnings and errors. */
const DAY_LIMIT = 800_000;
const URGENT_LIMIT = 999_000;
/** Bytes of one line, and characters of its message where it has more. */
const LINE_LIMIT = 16_000;
const MESSAGE_LENGTH = 2_000;
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
  readonly #parsed = new Map<string, ParsedDay>();

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
    for (const [path, text] of files) if (text !== null && logDay(path) !== null) this.#read.set(path, text);
  }

  /** The lines of the newest days once `files` are written, as far as they are known without another read. */
  recent(files: ReadonlyMap<string, string | null>): RecentLog {
    const texts = [...new Map([...this.#read, ...files])].flatMap(([path, text]) =>
      text === null || text === '' || logDay(path) === null ? [] : [{ path, text }],
    );
    const days = texts.sort((a, b) => compareText(a.path, b.path)).map((day) => this.#parsedDay(day));
    return {
      entries: days.flatMap(({ entries }) => entries),
      days: texts.map(({ path }) => logDay(path) ?? path),
      unreadableLines: days.reduce((sum, { unreadableLines }) => sum + unreadableLines, 0),
    };
  }

  /** A page shows the lines of the page before and a few more: only those are read anew. */
  #parsedDay({ path, text }: { readonly path: string; readonly text: string }): ParsedDay {
    const known = this.#parsed.get(path) ?? NO_LINES;
    if (known.text === text) return known;
    const before = text.startsWith(known.text) && known.text.endsWith('\n') ? known : NO_LINES;
    const { entries, unreadable } = decodeLogLines(text.slice(before.text.length));
    const day = {
      text,
      entries: [...before.entries, ...published(entries)],
      unreadableLines: before.unreadableLines + unreadable.length,
    };
    this.#parsed.set(path, day);
    return day;
  }

  /** Reads the log of this day and of the day before, for a page of a commit that adds no line. */
  async load(tip: Sha | null, day: string, signal: AbortSignal): Promise<void> {
    await this.#text(tip, logPath(day), signal);
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
      if (before === '') await this.#prune(files, { tip, path }, signal);
      const known = this.#sizes.get(path);
      const sized = known?.text === before ? known : { text: before, bytes: utf8Length(before) };
      const after = addLines(sized, entries, sent);
      this.#sizes.set(path, after);
      files.set(path, after.text);
    }
    return files;
  }

  /** What is too old goes when a day begins; its figures stay. */
  async #prune(
    files: Map<string, Masked | null>,
    { tip, path }: { readonly tip: Sha | null; readonly path: string },
    signal: AbortSignal,
  ): Promise<void> {
    const logs = pathsUntil(this.#oldestDay(path));
    if (tip !== null)
      for (const [file, text] of await keptFigures(this.#store, { tip, logs }, signal)) files.set(file, text);
    for (const old of logs) files.set(old, null);
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

interface ParsedDay extends Pick<RecentLog, 'entries' | 'unreadableLines'> {
  readonly text: string;
}

const NO_LINES: ParsedDay = { text: '', entries: [], unreadableLines: 0 };

/** The log files of this day and of the days before it. */
const pathsUntil = remembering((day): readonly string[] => {
  const last = Date.parse(day);
  return Array.from({ length: PRUNED_DAYS }, (_, n) => logPath(utcDay(last - n * DAY_MS)));
}, 1_000);

/** Midnight UTC of a log file's day, ms. */
function dayOf(path: string): number {
  return Date.parse(logDay(path) ?? '');
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
