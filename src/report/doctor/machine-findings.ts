import { type Finding, fine, hidden, problem } from '../../core/health/finding.ts';

const RUNNER = 'sandbox of the runner';
const HERE = 'sandbox here';
const INSTALL =
  'Install bubblewrap. On Ubuntu 24.04 also: sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0';

/** The repository variable that makes a runner ready for the commands of goals; as docs/workflows.md says. */
export const SANDBOX_VARIABLE = 'WAKEFUL_SANDBOX';

const SET_VARIABLE = `Set the variable ${SANDBOX_VARIABLE} to true, and WAKEFUL_RUNNER to a runner that is a machine of its own, e.g. ubuntu-24.04.`;

export function rehearsalRunnerFinding(): Finding {
  return fine(RUNNER, 'This is a rehearsal, so commands run here.');
}

/** `why`: why the variable could not be read. */
export function runnerHidden(why: string): Finding {
  return hidden(RUNNER, why, SET_VARIABLE);
}

export function runnerFinding(isReady: boolean): Finding {
  return isReady
    ? fine(RUNNER, `The variable ${SANDBOX_VARIABLE} makes the runner ready for the commands of goals.`)
    : problem(
        RUNNER,
        'Goals have commands, and the runner is not made ready for them, so they are not run.',
        SET_VARIABLE,
      );
}

/** `why`: one sentence, why no command can run on this machine; null: commands can run. */
export function sandboxHereFinding(
  why: string | null,
  { hasCommands, isRehearsal }: { readonly hasCommands: boolean; readonly isRehearsal: boolean },
): Finding {
  if (why === null) return fine(HERE, 'Commands of goals can run here.');
  if (!hasCommands)
    return fine(HERE, `No goal has commands, so no sandbox is needed. Commands could not run here: ${why}`);
  return isRehearsal
    ? problem(HERE, `Commands of goals are not run here: ${why}`, INSTALL)
    : fine(HERE, `Only a rehearsal would need a sandbox here. ${why}`);
}

/** `server`: name of the model and where it is. */
export function modelFinding(name: string, server: string): Finding {
  return fine(`model ${name}`, `${server} answers.`);
}

/** `why`: one sentence, what went wrong. */
export function modelProblem(name: string, why: string): Finding {
  return problem(
    `model ${name}`,
    why,
    'Correct the key, the address or the name of the model in the settings or the environment.',
  );
}

export function modelFault(
  name: string,
  fault: { readonly server: string; readonly kind: string; readonly detail: string },
): Finding {
  return modelProblem(name, `${fault.server} does not answer (${fault.kind}): ${fault.detail}`);
}
