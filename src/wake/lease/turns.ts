import { Turns } from '../../agent/tools/turns.ts';
import type { World } from '../../ports.ts';

export type { Turns };

/** For long work on texts of others that is not part of a call of a tool. */
export function turnsOf({ clock }: Pick<World, 'clock'>, signal: AbortSignal): Turns {
  return new Turns({ clock, signal });
}
