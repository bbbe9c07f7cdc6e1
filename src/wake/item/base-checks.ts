import { runCommand, runSetup } from '../../agent/commands.ts';
import type { BaseChecks } from '../../agent/pursuit.ts';
import { Halt } from '../../core/ending.ts';
import type { Sha } from '../../ports.ts';
import type { Hold } from '../lease/held-goal.ts';

/** With fewer seconds, the model needs them for its work. */
const LEAST_SECONDS = 30;

/**
 * What a check comes to on the files that a draft is compared with, in a work tree of its own. Each runs once for a commit and a lease,
 * and only where it has failed with the change.
 */
export function baseChecks(hold: Hold, base: Sha): BaseChecks {
  const { goal, session } = hold;
  return {
    async resultOf(command, deps) {
      const key = `${base} ${command}`;
      const known = hold.atBase.get(key);
      if (known !== undefined) return known;
      if (deps.secondsLeft() < LEAST_SECONDS) return null;
      const start = { commit: base, base, untouched: base };
      const tree = await session.world.workspace.open(start, deps.signal);
      try {
        // The log is about what became of the work, and the task gets no time anew.
        const quiet = { ...deps, report: () => {}, beginTime: () => {} };
        const context = { goal, tree, deps: quiet };
        await runSetup(context);
        const { kind } = await runCommand({ command, isSetup: false }, context);
        if (kind === 'not_run') return null;
        hold.atBase.set(key, kind);
        return kind;
      } catch (error) {
        // Setup fails there: then nothing is known of the check.
        if (error instanceof Halt && error.ending === 'checks_failed') return null;
        throw error;
      } finally {
        await tree.close();
      }
    },
  };
}
