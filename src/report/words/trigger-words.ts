import type { Trigger } from '../../core/trigger.ts';

/** Who started a run, to go on after `started by`. */
export const TRIGGER_WORDS = {
  schedule: 'the schedule',
  event: 'an event',
  person: 'a person',
} as const satisfies Record<Trigger['kind'], string>;
