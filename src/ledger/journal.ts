import type { Mask } from '../core/access/mask.ts';
import { type MaskedRecord, maskedRecord } from '../core/access/masked-record.ts';
import { EVENTS, type EventName, type LogEntry, type LogLevel } from '../core/event.ts';
import { isoTime } from '../core/time.ts';
import type { Clock, Log } from '../ports.ts';

/** What happened, before it is stamped and masked. */
export interface Happening {
  readonly event: EventName;
  /** A plain sentence. */
  readonly message: string;
  readonly goal?: string;
  readonly item?: string;
  readonly level?: LogLevel;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** A line as it may be shown and written. */
export type MaskedEntry = MaskedRecord<LogEntry>;

/**
 * The log of one wake. Each line is shown at once and then travels in the next commit that lands, so that
 * lines of committed changes are neither lost nor doubled. Secrets are masked as soon as a line is made.
 */
export class Journal {
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #mask: Mask;
  readonly #wake: string;
  #waiting: readonly MaskedEntry[] = [];

  constructor(doors: { readonly clock: Clock; readonly log: Log; readonly mask: Mask }, wake: string) {
    this.#clock = doors.clock;
    this.#log = doors.log;
    this.#mask = doors.mask;
    this.#wake = wake;
  }

  /** For what is true whether or not a commit lands: shown at once, and carried by the next commit that does. */
  write(happening: Happening): void {
    const entry = this.stamp(happening);
    this.#log.line(entry);
    this.#waiting = [...this.#waiting, entry];
  }

  /** For what is true only once a commit has landed: that commit carries it, and shows it then. */
  stamp({ level, ...rest }: Happening): MaskedEntry {
    const { goal, ...words } = rest;
    const entry: LogEntry = {
      ts: isoTime(this.#clock.now()),
      level: level ?? EVENTS[rest.event],
      wake: this.#wake,
      ...(goal === undefined ? {} : { goal }),
      ...words,
    };
    return maskedRecord(entry, this.#mask);
  }

  /** Lines that no commit carries yet. */
  get waiting(): readonly MaskedEntry[] {
    return this.#waiting;
  }

  /** A commit has landed with the first `count` waiting lines and with `own` lines. */
  landed(count: number, own: readonly MaskedEntry[]): void {
    this.#waiting = this.#waiting.slice(count);
    for (const entry of own) this.#log.line(entry);
  }
}
