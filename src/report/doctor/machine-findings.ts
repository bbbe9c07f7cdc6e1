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

interface WorkingModel {
  /** Name of the model and where it is. */
  readonly server: string;
  /** Whether it says how many tokens a call took. */
  readonly isCounted: boolean;
  /** How its server calls the limit of an answer; null: not known. */
  readonly limitField: string | null;
}

export function modelFinding(name: string, { server, isCounted, limitField }: WorkingModel): Finding {
  const limit = limitField === null ? '' : ` The limit of an answer is its ${limitField}.`;
  const counts = isCounted
    ? ''
    : ' It does not say how many tokens a call takes, so each call counts as the most that it could have taken.';
  return fine(`model ${name}`, `${server} answers, calls tools and takes their results.${limit}${counts}`);
}

/** What a model or its server cannot do that every goal needs. Each goes on after its name. */
export const MODEL_LACKS = {
  noCall: 'answers, but called no tool when it was told to. Goals work through tools alone',
  otherTool: (tool: string) => `called ${JSON.stringify(tool)}, a tool that it was not offered`,
  badArguments: 'called a tool with arguments that are not what was asked for',
  cutOff: (tokens: number) =>
    `used up ${tokens} tokens without calling a tool: it thinks for longer than an answer may have`,
  noLimit: 'does not keep to the limit of an answer, so that a call may cost more than was set aside for it',
  noSecond: (detail: string) => `takes no result of a tool: ${detail}`,
} as const;

export function modelLack(
  name: string,
  { server, lack }: { readonly server: string; readonly lack: string },
): Finding {
  return problem(
    `model ${name}`,
    `${server} ${lack}.`,
    'Name a model that calls tools in the settings, raise its max_output_tokens, or let its server hand tools on to it.',
  );
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
