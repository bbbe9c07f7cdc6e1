import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formatProblem } from '../config/problem.ts';
import { readWorkflow, type WorkflowTrigger } from '../config/workflow-file.ts';
import type { Goal } from '../core/goal.ts';
import { count, scheduleWords } from '../report/sentences.ts';
import { autonomyOf, type EntryPoint, triggersText } from '../report/triggers-text.ts';
import { type Command, type CommandCall, EXIT_NEEDS_PERSON, type Terminal, writeJson } from './command.ts';
import { readWorkTreeGoals } from './goal-folder.ts';
import { readOptions, refuseWords } from './options.ts';
import { workTreeRoot } from './rehearsal-place.ts';
import { styleOf } from './style.ts';

const HELP = `
npm start -- triggers [--json]

Every way in which the agent of this work tree can start, who that is (autonomous: time
or an event; reactive: a person), and whether the whole is reactive, autonomous or a
hybrid. Workflows count when they name wakeful.

A goal's schedule, "on:" and "when:" say what makes the goal due. They start nothing
by themselves: something that wakes the agent has to come first.
`;

export const triggers: Command = { help: HELP, run };

async function run({ args, terminal }: CommandCall): Promise<number> {
  const { options, words } = readOptions(args, { json: 'flag' });
  refuseWords(words);
  const root = await workTreeRoot(terminal.folder);
  const workflows = await workflowPoints(root);
  const { goals, problems } = await readWorkTreeGoals(root);
  const entryPoints = [...workflows.points, COMMAND_LINE];
  const causes = goals.filter((goal) => goal.enabled).flatMap(dueCauses);
  const allProblems = [...workflows.problems, ...problems.map(formatProblem)];
  const overall = autonomyOf(entryPoints);
  if (options.json)
    writeJson(terminal, { overall, entry_points: entryPoints, makes_due: causes, problems: allProblems });
  else print(terminal, { entryPoints, causes, problems: allProblems });
  return allProblems.length === 0 ? 0 : EXIT_NEEDS_PERSON;
}

const COMMAND_LINE: EntryPoint = {
  origin: 'reactive',
  trigger: 'command line',
  where: 'npm start',
  path: 'rehearses a wake, or stores a request',
};

interface Found {
  readonly entryPoints: readonly EntryPoint[];
  readonly causes: readonly EntryPoint[];
  readonly problems: readonly string[];
}

function print(terminal: Terminal, { entryPoints, causes, problems }: Found): void {
  const style = styleOf(terminal);
  const lines = causes.map((cause) => `  ${cause.where}: ${cause.trigger}`);
  const due =
    lines.length === 0 ? '' : `\nWhat makes goals due, once the agent is awake\n${lines.join('\n')}\n`;
  const wrong =
    problems.length === 0 ? '' : `\n${count(problems.length, 'problem')}\n${problems.join('\n')}\n`;
  terminal.out.write(`${triggersText(entryPoints, style)}${due}${wrong}`);
}

function dueCauses(goal: Goal): readonly EntryPoint[] {
  const cause = (trigger: string, path: string): EntryPoint => ({
    origin: 'autonomous',
    trigger,
    where: goal.file,
    path,
  });
  return [
    cause(scheduleWords(goal.schedule), 'the goal is due at each slot'),
    ...goal.on.map((event) => cause(`on ${event}`, 'a request, served by a wake')),
    ...(goal.when === null
      ? []
      : [cause(`when at least ${count(goal.when.queueAtLeast, 'item')} wait`, 'looked at by every wake')]),
  ];
}

async function workflowPoints(root: string) {
  const folder = join(root, '.github', 'workflows');
  const names = await readdir(folder).catch(() => []);
  const points: EntryPoint[] = [];
  const problems: string[] = [];
  for (const name of names.filter((each) => /\.ya?ml$/i.test(each)).sort()) {
    const file = `.github/workflows/${name}`;
    const text = await readFile(join(folder, name), 'utf8');
    if (!/wakeful/i.test(text)) continue;
    const reading = readWorkflow(file, text);
    if (reading.kind === 'triggers')
      points.push(...reading.triggers.flatMap((trigger) => pointOf(file, trigger)));
    else problems.push(`${file}:${reading.line}: ${reading.message}`);
  }
  return { points, problems };
}

function pointOf(file: string, { event, detail, line }: WorkflowTrigger): readonly EntryPoint[] {
  const where = `${file}:${line}`;
  switch (event) {
    case 'schedule':
      return [
        {
          origin: 'autonomous',
          trigger: `cron ${detail}`,
          where,
          path: 'a wake over the goals that are due',
        },
      ];
    case 'workflow_dispatch':
      return [{ origin: 'reactive', trigger: event, where, path: 'a wake that a person asked for' }];
    case 'issue_comment':
      return [{ origin: 'reactive', trigger: event, where, path: "a person's /wakeful comment" }];
    // It starts only through another workflow, which is listed itself.
    case 'workflow_call':
      return [];
    default:
      return [{ origin: 'autonomous', trigger: event, where, path: 'an event of the repository' }];
  }
}
