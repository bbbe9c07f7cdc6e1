import type { Goal } from '../../core/goal.ts';
import type { Finding } from '../../core/health/finding.ts';
import {
  rehearsalRunnerFinding,
  runnerFinding,
  runnerHidden,
  SANDBOX_VARIABLE,
  sandboxHereFinding,
} from '../../report/doctor/machine-findings.ts';
import { lookAt } from '../observe.ts';
import type { Examined } from './doctor-context.ts';
import { tryModel } from './model-trial.ts';

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
  const known = snapshot.settings.models;
  for (const name of used) for (const other of known[name]?.fallback ?? []) used.add(other);
  const settings = Object.entries(known).filter(([name]) => used.has(name));
  return Promise.all(settings.map(([name, each]) => tryModel(model, { name, settings: each }, signal)));
}
