import { Halt } from '../core/ending.ts';
import type { RefRefusal } from '../ports.ts';

/** Ends the run where a rule or a permission keeps the state branch from being pushed. */
export function refuseForbidden(own: RefRefusal | undefined): void {
  if (own?.reason !== 'forbidden') return;
  throw new Halt(
    'forbidden',
    `The remote does not let the branch ${own.branch} be pushed: ${own.detail} Give the agent's token contents: write, and exempt ${own.branch} from rules.`,
  );
}
