import type { Mask } from '../core/access/mask.ts';
import type { Goal } from '../core/goal.ts';
import type { ModelEvent } from '../core/log/log-event.ts';
import type { SandboxSettings } from '../core/settings.ts';
import type { Sandbox, WorkTree } from '../ports.ts';

/** Where a goal's commands run, and what keeps them in bounds. */
export interface CommandContext {
  readonly goal: Goal;
  readonly tree: WorkTree;
  readonly deps: CommandDependencies;
}

export interface CommandDependencies {
  /** Throws `Halt` when the item must not go on: stop, yield, deadline, lost lease, cancelled run. */
  stillAllowed(): Promise<void>;
  readonly sandbox: Sandbox;
  /** Hosts that `setup` may reach. */
  readonly setupHosts: readonly string[];
  /** What commands get of the machine besides the usual; missing: nothing. */
  readonly tools?: SandboxSettings;
  readonly mask: Mask;
  /** Aborted when the item's time is up or the wake ends. */
  readonly signal: AbortSignal;
  /** Of this item. */
  secondsLeft(): number;
  /** From now on this item has so many minutes: its setup, then its work. */
  beginTime(minutes: number): void;
  report(event: ModelEvent): void;
  /** What is going on, for the person who watches. */
  progress(doing: string): void;
}
