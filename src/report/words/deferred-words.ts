import { count, listWords } from './sentences.ts';

/** Why a run has left goals that are due. */
export function deferredWords(goals: readonly string[]): string {
  const jobs = goals.length === 1 ? 'Another job' : count(goals.length, 'other job');
  return `${jobs} of this run ${goals.length === 1 ? 'works' : 'work'} on ${listWords(goals)}, whose commands need a sandbox.`;
}
