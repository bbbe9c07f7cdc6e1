import { count } from './sentences.ts';

/** Why a goal is paused, as the state keeps it: without a full stop, to go on after a colon. */
export const PAUSE_REASONS = {
  askedFor: (by: string) => `asked for by ${by}`,
  deadRuns: (runs: number) => `${count(runs, 'run')} in a row died while they worked on this goal`,
} as const;
