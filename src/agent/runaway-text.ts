import type { RunawayVerdict } from '../core/progress/runaway.ts';

/** Why an item of a model that went round in circles ends; notes carry it to the next attempt. */
export function runawayText(verdict: RunawayVerdict): string {
  switch (verdict.kind) {
    case 'same_call':
      return `The model called ${verdict.tool} ${verdict.times} times with the same arguments.`;
    case 'same_error':
      return `The same error came ${verdict.times} times: ${verdict.error}`;
    case 'edits_undone':
      return `Edits of ${verdict.path} undo each other.`;
    case 'fiddling':
      return `${verdict.rounds} rounds in a row changed a few characters at one place of ${verdict.path}, with nothing new read.`;
  }
}
