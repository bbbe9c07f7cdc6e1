import type { RefUpdate, Sha } from '../../ports.ts';
import type { SimulatedRepository } from '../play/repository.ts';
import type { SimulatedWorld } from '../runs/simulated-world.ts';
import type { MemoryCommit } from '../world/memory-remote.ts';

export const INVARIANTS = [
  ...(['I1', 'I2', 'I3', 'I4', 'I5', 'I6', 'I7', 'I8', 'I9', 'I10'] as const),
  ...(['I11', 'I12', 'I13', 'I14', 'I15', 'I16', 'I17', 'harmed state', 'liveness', 'no defect'] as const),
] as const;
export type InvariantName = (typeof INVARIANTS)[number];

/** Something that must never be. */
export interface InvariantBreach {
  readonly invariant: InvariantName;
  /** Plain sentence: what was seen, and what would be right. */
  readonly detail: string;
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
}

/** What checks may look at, and where they say what they found. */
export interface CheckContext {
  readonly world: SimulatedWorld;
  readonly repository: SimulatedRepository;
  /** How far the clocks of two machines may lie apart, ms. */
  readonly clocksApart: number;
  /** Counts one check, and records a breach where it does not hold. */
  expect(invariant: InvariantName, holds: boolean, detail: () => string): void;
}

/** Runs of the agent are named so; what persons and the watchdog do is judged otherwise. */
export const isAgentRun = (runner: string): boolean => runner.startsWith('run-');

/** A push of a run that has landed. */
export interface LandedPush {
  readonly run: string;
  readonly refs: readonly RefUpdate[];
  /** The state branch before and behind it; undefined: there was none. */
  readonly before: MemoryCommit | undefined;
  readonly after: MemoryCommit;
}

export function commitAt({ remote }: SimulatedWorld, id: Sha | null | undefined): MemoryCommit | undefined {
  return remote.commits.get(id ?? '');
}
