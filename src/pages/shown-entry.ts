/** One line of a log, as a page shows it. */
export interface ShownEntry {
  readonly key: string | number;
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
  readonly level: 'info' | 'warn' | 'error';
  readonly text: string;
  /** One or two words on what caused it. */
  readonly origin?: string;
}
