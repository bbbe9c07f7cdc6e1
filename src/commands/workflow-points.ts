import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  readActionName,
  readWorkflow,
  type WorkflowStep,
  type WorkflowTrigger,
} from '../config/github/workflow-file.ts';
import type { Goal } from '../core/goal.ts';
import { STOP_VARIABLE } from '../core/stop.ts';
import type { EntryPoint } from '../report/goals/triggers-text.ts';
import { formatProblem } from '../report/problems/problem.ts';
import { TRIGGER_TEXTS } from '../report/terminal/command-texts.ts';

export interface WorkflowPoints {
  readonly points: readonly EntryPoint[];
  /** Workflows that cannot be read, and goals that wait for an event which no workflow listens to. */
  readonly problems: readonly string[];
  /** The cron patterns that start a run, and those that start the watchdog. */
  readonly crons: { readonly wake: readonly string[]; readonly watchdog: readonly string[] };
}

/** What a workflow has the agent do. What only checks, previews or rehearses is none of these. */
const DUTIES = ['wake', 'request', 'watchdog'] as const;
type Duty = (typeof DUTIES)[number];

interface Starter {
  readonly file: string;
  readonly triggers: readonly WorkflowTrigger[];
  readonly duties: readonly Duty[];
}

/** Every way in which the workflows of a work tree start the agent. */
export async function workflowPoints(root: string, goals: readonly Goal[]): Promise<WorkflowPoints> {
  const { starters, problems } = await readStarters(root);
  const enabled = goals.filter((goal) => goal.enabled);
  const points = starters.flatMap((starter) => pointsOf(starter, enabled));
  const cronsOf = (duty: Duty) =>
    starters
      .filter(({ duties }) => duties.includes(duty))
      .flatMap(({ triggers }) =>
        triggers.flatMap(({ event, detail }) => (event === 'schedule' ? [detail] : [])),
      );
  return {
    points,
    problems: [...problems, ...unheardEvents(starters, enabled)],
    crons: { wake: cronsOf('wake'), watchdog: cronsOf('watchdog') },
  };
}

async function readStarters(root: string) {
  const folder = join(root, '.github', 'workflows');
  const names = await readdir(folder).catch(() => []);
  const isHere = await holdsTheAction(root);
  const starters: Starter[] = [];
  const problems: string[] = [];
  for (const name of names.filter((each) => /\.ya?ml$/i.test(each)).sort()) {
    const file = `.github/workflows/${name}`;
    const text = await readFile(join(folder, name), 'utf8');
    const reading = readWorkflow(file, text);
    if (reading.kind === 'workflow') {
      const duties = [...new Set(reading.steps.flatMap((step) => dutyOf(step, isHere)))];
      starters.push({ file, triggers: reading.triggers, duties });
    } else if (/wakeful/i.test(text)) problems.push(`${file}:${reading.line}: ${reading.message}`);
  }
  return { starters, problems };
}

/** Whether `uses: ./` means Wakeful. */
async function holdsTheAction(root: string): Promise<boolean> {
  const text = await readFile(join(root, 'action.yml'), 'utf8').catch(() => '');
  return readActionName('action.yml', text) === 'Wakeful';
}

function dutyOf({ uses, command, script, stop }: WorkflowStep, isHere: boolean): readonly Duty[] {
  const isNamed = uses === './' ? isHere : /^[\w.-]+\/wakeful(?:@|\/|$)/i.test(uses);
  // A copy may have any name; nothing else is handed this switch.
  const isAction = isNamed || (uses !== '' && stop?.includes(STOP_VARIABLE) === true);
  if (isAction) return DUTIES.filter((duty) => duty === (command ?? 'wake'));
  return /\bwakeful\b/i.test(script) ? ['wake'] : [];
}

function pointsOf({ file, triggers, duties }: Starter, goals: readonly Goal[]): readonly EntryPoint[] {
  // A workflow_call starts it only through another workflow, which is listed itself.
  const started = triggers.filter(({ event }) => event !== 'workflow_call');
  return started.flatMap(({ event, detail, line }) =>
    duties.map((duty) => ({
      origin: isByPerson(event, duty) ? ('reactive' as const) : ('autonomous' as const),
      trigger: event === 'schedule' ? `cron ${detail}` : event,
      where: `${file}:${line}`,
      ...WHAT_HAPPENS[duty](event, goals),
    })),
  );
}

function isByPerson(event: string, duty: Duty): boolean {
  return event === 'workflow_dispatch' || duty === 'request';
}

type Happens = (event: string, goals: readonly Goal[]) => Pick<EntryPoint, 'path' | 'works'>;

const WHAT_HAPPENS: Readonly<Record<Duty, Happens>> = {
  wake: (event, goals) => {
    if (event === 'schedule') return { path: TRIGGER_TEXTS.scheduledRun, works: true };
    if (event === 'workflow_dispatch') return { path: TRIGGER_TEXTS.personsRun, works: true };
    const named = goals.filter((goal) => goal.on.includes(event)).map(({ id }) => id);
    if (named.length === 0) return { path: TRIGGER_TEXTS.unnamedEvent, works: false };
    return { path: TRIGGER_TEXTS.eventRequest(named), works: true };
  },
  request: () => ({ path: TRIGGER_TEXTS.comment, works: true }),
  watchdog: () => ({ path: TRIGGER_TEXTS.watchdog, works: false }),
};

/** Where no workflow wakes the agent at all, nothing is expected of events either. */
function unheardEvents(starters: readonly Starter[], goals: readonly Goal[]): readonly string[] {
  const waking = starters.filter(({ duties }) => duties.includes('wake'));
  if (waking.length === 0) return [];
  const heard = new Set(waking.flatMap(({ triggers }) => triggers.map(({ event }) => event)));
  return goals.flatMap(({ file, on }) =>
    on
      .filter((event) => !heard.has(event))
      .map((event) => {
        const message = TRIGGER_TEXTS.unheard(event);
        const hint = TRIGGER_TEXTS.addTo(waking.map((starter) => starter.file));
        return formatProblem({ file, line: 1, column: 1, message, hint });
      }),
  );
}
