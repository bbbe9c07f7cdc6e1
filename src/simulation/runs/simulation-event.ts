import type { LogEntry } from '../../core/event.ts';
import type { Trigger } from '../../core/trigger.ts';
import type { WakeResult } from '../../core/wake-result.ts';
import type { CallEvent } from '../runners/connection.ts';

/** Everything that happens in a simulated world, as it happens. */
export type SimulationEvent =
  | CallEvent
  | { readonly kind: 'run_started'; readonly run: string; readonly trigger: Trigger }
  | {
      readonly kind: 'run_ended';
      readonly run: string;
      readonly ending: WakeResult['ending'];
      readonly detail: string;
    }
  /** A line of the activity log, as the run shows it. */
  | { readonly kind: 'line'; readonly run: string; readonly entry: LogEntry }
  /** Somebody outside of the simulation has killed or frozen it. */
  | { readonly kind: 'runner'; readonly run: string; readonly change: 'killed' | 'frozen' }
  | {
      readonly kind: 'person';
      readonly act: string;
      readonly detail: string;
      /** The goal that it is about; null: none, or all of them. */
      readonly goal: string | null;
      /** The commit that was made, or the file of the request that was taken. */
      readonly made?: string;
    }
  | { readonly kind: 'schedule'; readonly what: string };
