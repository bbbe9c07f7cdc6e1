import type { MaskedRecord } from '../core/access/masked-record.ts';
import type { LogEntry } from '../core/event.ts';

/** What the person who watches sees; the committed log is written by the ledger, from the same entries. */
export interface Log {
  line(entry: MaskedRecord<LogEntry>): void;
  progress(progress: MaskedRecord<Progress>): void;
}

export interface Progress {
  readonly goal: string;
  /** From 1. */
  readonly item: number;
  readonly items: number;
  readonly itemTitle: string;
  readonly modelCalls: number;
  readonly tokens: number;
  readonly secondsLeft: number;
  /** What is going on, e.g. `reads docs/design.md`. */
  readonly doing: string;
}
