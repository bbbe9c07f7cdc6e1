import type { EventName } from '../../core/event.ts';
import type { LogEvent } from '../../core/log/log-event.ts';

/** How one kind of event is told. */
interface Wording<E extends EventName> {
  /** Complete sentences in plain English, on one line. */
  readonly message: (event: LogEvent<E>) => string;
  /** The same for programs: names in here are part of the format of the log. Missing: there is nothing to add. */
  readonly data?: (event: LogEvent<E>) => Readonly<Record<string, unknown>>;
}

export type Wordings<E extends EventName = EventName> = { readonly [K in E]: Wording<K> };
