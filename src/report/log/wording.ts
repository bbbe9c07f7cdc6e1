import type { MaskedRecord } from '../../core/access/masked-record.ts';
import type { EventName } from '../../core/event.ts';
import type { LogEvent } from '../../core/log/log-event.ts';

/** An event whose texts are masked: only those may be cut. */
export type MaskedEvent<E extends EventName = EventName> = {
  [K in E]: { readonly event: K } & MaskedRecord<Omit<LogEvent<K>, 'event'>>;
}[E];

/** How one kind of event is told. */
interface Wording<E extends EventName> {
  /** Complete sentences in plain English, on one line. */
  readonly message: (event: MaskedEvent<E>) => string;
  /** The same for programs: names in here are part of the format of the log. Missing: there is nothing to add. */
  readonly data?: (event: MaskedEvent<E>) => Readonly<Record<string, unknown>>;
}

export type Wordings<E extends EventName = EventName> = { readonly [K in E]: Wording<K> };
