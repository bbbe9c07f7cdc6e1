import type { Goal } from '../../core/goal.ts';
import { type Finding, fine, hidden, problem } from '../../core/health/finding.ts';
import type { ModelSettings } from '../../core/settings.ts';
import type { ModelProvider } from '../../ports.ts';
import { look, lookAt } from '../observe.ts';
import type { Examined } from './doctor-context.ts';

/** What wakes run on: the sandbox of commands, and the model server. */
export async function machineFindings(place: Examined): Promise<readonly Finding[]> {
  const hasCommands = place.snapshot.goals.some(runsCommands);
  const sandbox = hasCommands ? [await sandboxThere(place)] : [];
  return [...sandbox, await sandboxHere(place, hasCommands), ...(await modelFindings(place))];
}

function runsCommands({ enabled, setup, checks, doneWhen }: Goal): boolean {
  return enabled && [...setup, ...checks, ...doneWhen].length > 0;
}

const SANDBOX_VARIABLE = 'WAKEFUL_SANDBOX';

/** Where the workflow runs; as docs/workflows.md says. */
async function sandboxThere({ access, isRehearsal, signal }: Examined): Promise<Finding> {
  const what = 'sandbox of the runner';
  const right = `Set the variable ${SANDBOX_VARIABLE} to true and WAKEFUL_RUNNER to a runner that is a machine of its own, e.g. ubuntu-24.04.`;
  if (isRehearsal) return fine(what, 'This is a rehearsal, so commands run here.');
  const seen = await lookAt(access, (control) => control.readVariable(SANDBOX_VARIABLE, signal));
  if (seen.kind === 'unseen') return hidden(what, seen.why, right);
  return seen.value === 'true'
    ? fine(what, `The variable ${SANDBOX_VARIABLE} makes the runner ready for the commands of goals.`)
    : problem(
        what,
        'Goals have commands, and the runner is not made ready for them: they are not run.',
        right,
      );
}

async function sandboxHere({ world, isRehearsal }: Examined, hasCommands: boolean): Promise<Finding> {
  const what = 'sandbox here';
  const why = await world.sandbox.whyUnavailable();
  if (why === null) return fine(what, 'Commands of goals can run here.');
  if (!hasCommands) return fine(what, `No goal has commands. They could not run here: ${why}`);
  return isRehearsal
    ? problem(what, `Commands of goals are not run here: ${why}`, INSTALL)
    : fine(what, `Only a rehearsal would need one here. ${why}`);
}

const INSTALL =
  'Install bubblewrap. On Ubuntu 24.04 also: sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0';

async function modelFindings({ model, snapshot, signal }: Examined): Promise<readonly Finding[]> {
  if (model === null) return [];
  const used = new Set(snapshot.goals.filter(({ enabled }) => enabled).map((goal) => goal.model));
  const settings = Object.entries(snapshot.settings.models).filter(([name]) => used.has(name));
  return Promise.all(settings.map(([name, each]) => modelFinding(model, { name, settings: each }, signal)));
}

const QUESTION = 'Answer with the one word: ready';
/** Enough for models that think before they answer. */
const ANSWER_TOKENS = 256;

async function modelFinding(
  door: ModelProvider,
  { name, settings }: { readonly name: string; readonly settings: ModelSettings },
  signal: AbortSignal,
): Promise<Finding> {
  const what = `model ${name}`;
  const asked = await look(async () => {
    const model = await door.open(settings);
    const messages = [{ role: 'user', content: QUESTION }] as const;
    const maxTokens = Math.min(ANSWER_TOKENS, settings.maxOutputTokens);
    return model.ask({ messages, tools: [], maxTokens }, signal);
  });
  const right = 'Correct the key, the address or the name of the model in the settings or the environment.';
  if (asked.kind === 'unseen') return problem(what, asked.why, right);
  const { value: answer } = asked;
  return answer.kind === 'answer'
    ? fine(what, `${door.name(settings)} answers.`)
    : problem(what, `${door.name(settings)} does not answer (${answer.fault}): ${answer.detail}`, right);
}
