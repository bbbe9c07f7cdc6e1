import type { Mask } from '../core/access/mask.ts';
import { type MaskedRecord, maskedRecord } from '../core/access/masked-record.ts';
import type { LogEntry } from '../core/event.ts';
import { type LogEvent, levelOf } from '../core/log/log-event.ts';
import { isoTime } from '../core/time.ts';
import type { Clock, Log } from '../ports.ts';
import { dataOf, messageOf } from '../report/log/message-of.ts';

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
  readonly #goalsShown = new Set<string>();
  #waiting: readonly MaskedEntry[] = [];

  constructor(ports: { readonly clock: Clock; readonly log: Log; readonly mask: Mask }, wake: string) {
    this.#clock = ports.clock;
    this.#log = ports.log;
    this.#mask = ports.mask;
    this.#wake = wake;
  }

  /** For what is true whether or not a commit lands: shown at once, and carried by the next commit that does. */
  write(event: LogEvent): void {
    const entry = this.stamp(event);
    this.#show(entry);
    this.#waiting = [...this.#waiting, entry];
  }

  /** For what is true only once a commit has landed: that commit carries it, and shows it then. */
  stamp(event: LogEvent): MaskedEntry {
    const { goal } = event;
    const entry: LogEntry = {
      ts: isoTime(this.#clock.now()),
      level: levelOf(event),
      wake: this.#wake,
      ...(goal === undefined ? {} : { goal }),
      ...wordsOf(event, this.#mask),
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
    for (const entry of own) this.#show(entry);
  }

  /** Ids of the goals of which people can read something. */
  get goalsShown(): ReadonlySet<string> {
    return this.#goalsShown;
  }

  #show(entry: MaskedEntry): void {
    if (entry.goal !== undefined && entry.level !== 'debug') this.#goalsShown.add(entry.goal);
    this.#log.line(entry);
  }
}

/** Masked before it is worded as well: there a text may be cut, and half a secret is not recognised any more. */
function wordsOf(event: LogEvent, mask: Mask): Pick<LogEntry, 'event' | 'message' | 'item' | 'data'> {
  const masked = maskedRecord(event, mask);
  const data = dataOf(masked);
  return {
    event: event.event,
    message: messageOf(masked),
    ...(event.item === undefined ? {} : { item: event.item }),
    ...(data === null || Object.keys(data).length === 0 ? {} : { data }),
  };
}
