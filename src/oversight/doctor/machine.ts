import type { Goal } from '../../core/goal.ts';
import type { Finding } from '../../core/health/finding.ts';
import type { ModelSettings } from '../../core/settings.ts';
import { fixed } from '../../core/text/masked.ts';
import type { ModelProvider } from '../../ports.ts';
import {
  modelFault,
  modelFinding,
  modelProblem,
  rehearsalRunnerFinding,
  runnerFinding,
  runnerHidden,
  SANDBOX_VARIABLE,
  sandboxHereFinding,
} from '../../report/doctor/machine-findings.ts';
import { look, lookAt } from '../observe.ts';
import type { Examined } from './doctor-context.ts';

/** What wakes run on: the sandbox of commands, and the model server. */
export async function machineFindings(examined: Examined): Promise<readonly Finding[]> {
  const { world, isRehearsal } = examined;
  const hasCommands = examined.snapshot.goals.some(runsCommands);
  const runner = hasCommands ? [await sandboxOfRunner(examined)] : [];
  const why = await world.sandbox.reasonUnavailable();
  const here = sandboxHereFinding(why, { hasCommands, isRehearsal });
  return [...runner, here, ...(await modelFindings(examined))];
}

function runsCommands({ enabled, setup, checks, doneWhen }: Goal): boolean {
  return enabled && [...setup, ...checks, ...doneWhen].length > 0;
}

/** The machine that the workflow runs on. */
async function sandboxOfRunner({ access, isRehearsal, signal }: Examined): Promise<Finding> {
  if (isRehearsal) return rehearsalRunnerFinding();
  const seen = await lookAt(access, (control) => control.readVariable(SANDBOX_VARIABLE, signal));
  return seen.kind === 'unseen' ? runnerHidden(seen.why) : runnerFinding(seen.value === 'true');
}

async function modelFindings({ model, snapshot, signal }: Examined): Promise<readonly Finding[]> {
  if (model === null) return [];
  const used = new Set(snapshot.goals.filter(({ enabled }) => enabled).map((goal) => goal.model));
  const settings = Object.entries(snapshot.settings.models).filter(([name]) => used.has(name));
  return Promise.all(settings.map(([name, each]) => askModel(model, { name, settings: each }, signal)));
}

const QUESTION = fixed('Say "ready".');
/** Enough for models that think before they answer. */
const ANSWER_TOKENS = 256;

async function askModel(
  provider: ModelProvider,
  { name, settings }: { readonly name: string; readonly settings: ModelSettings },
  signal: AbortSignal,
): Promise<Finding> {
  const asked = await look(async () => {
    const model = await provider.open(settings);
    const messages = [{ role: 'user', content: QUESTION }] as const;
    const maxTokens = Math.min(ANSWER_TOKENS, settings.maxOutputTokens);
    return model.ask({ messages, tools: [], maxTokens }, signal);
  });
  if (asked.kind === 'unseen') return modelProblem(name, asked.why);
  const { value: answer } = asked;
  const server = provider.name(settings);
  if (answer.kind === 'answer') return modelFinding(name, server);
  return modelFault(name, { server, kind: answer.fault, detail: answer.detail });
}
