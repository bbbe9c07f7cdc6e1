import type { Circle } from '../../core/progress/circles.ts';
import { count } from './sentences.ts';

/** Why a goal is paused, as the state keeps it: without a full stop, to go on after a colon. */
export const PAUSE_REASONS = {
  askedFor: (by: string) => `asked for by ${by}`,
  deadRuns: (runs: number) => `${count(runs, 'run')} in a row died while they worked on this goal`,
  /** `detail`: how the last run ended, one sentence. */
  failures: (runs: number, detail: string) =>
    `${count(runs, 'run')} in a row cost something and brought nothing. The last one: ${withoutStop(detail)}`,
  circle: (circle: Circle) =>
    `${circleWords(circle)}. Change the goal so that you would merge its next draft, or resume it`,
} as const;

function withoutStop(sentence: string): string {
  return sentence.replace(/\.$/, '');
}

function circleWords(circle: Circle): string {
  switch (circle.kind) {
    case 'refusals':
      return `${count(circle.refusals, 'draft')} in a row were closed without merging`;
    case 'undone':
      return `the drafts of three runs in a row undo each other in ${circle.path}`;
    case 'tiny':
      return `the drafts of three runs in a row changed next to nothing, always in ${circle.path}`;
  }
}
