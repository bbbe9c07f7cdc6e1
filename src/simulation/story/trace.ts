import { sha256 } from '@noble/hashes/sha2.js';
import { hex, utf8Bytes } from '../../core/text/bytes.ts';
import type { SimulationEvent } from '../runs/simulation-event.ts';

/** What of an event makes the trace: the same run twice gives the same lines. Null: nothing. */
export function traceLine(at: number, event: SimulationEvent): string | null {
  const facts = factsOf(event);
  return facts === null ? null : `${new Date(at).toISOString()} ${facts.join(' ')}`;
}

function factsOf(event: SimulationEvent): readonly unknown[] | null {
  switch (event.kind) {
    case 'arrived':
      return event.call.kind === 'look'
        ? null
        : [event.call.runner, event.call.port, event.call.name, JSON.stringify(event.outcome)];
    case 'disturbed':
      return [event.call.runner, event.call.name, event.plan.fault ?? '', event.plan.runner?.kind ?? ''];
    case 'runner':
      return [event.run, event.change];
    case 'thawed':
      return [event.runner, 'thawed'];
    case 'run_started':
      return [event.run, 'started', event.trigger.kind];
    case 'run_ended':
      return [event.run, 'ended', event.ending, event.detail];
    case 'line':
      return [event.run, event.entry.event, event.entry.message];
    case 'person':
      return ['person', event.act, event.detail];
    case 'schedule':
      return ['schedule', event.what];
  }
}

/** A SHA-256 over all lines. */
export class TraceDigest {
  readonly #hash = sha256.create();

  add(line: string): void {
    this.#hash.update(utf8Bytes(`${line}\n`));
  }

  /** Hex. Nothing can be added any more. */
  end(): string {
    return hex(this.#hash.digest());
  }
}
