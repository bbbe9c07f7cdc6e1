import { cronProblem } from '../config/goal/cron-rules.ts';
import { maskedRecord } from '../core/access/masked-record.ts';
import type { Goal } from '../core/goal.ts';
import { sparsestTicks, startsOf } from '../core/schedule/ticks.ts';
import { PROGRAM } from '../core/text/program.ts';
import { minutesSentences, type ScheduleCost } from '../report/goals/schedule-cost.ts';
import { autonomyOf, type EntryPoint, triggersText } from '../report/goals/triggers-text.ts';
import { formatProblem } from '../report/problems/problem.ts';
import { TRIGGER_TEXTS } from '../report/terminal/command-texts.ts';
import { wrapToWidth } from '../report/words/display-width.ts';
import { count, scheduleWords } from '../report/words/sentences.ts';
import {
  type Command,
  type CommandCall,
  EXIT_NEEDS_PERSON,
  print,
  type Terminal,
  writeJson,
} from './terminal/command.ts';
import { readOptions, refuseWords } from './terminal/options.ts';
import { styleOf } from './terminal/style.ts';
import { terminalAt } from './terminal/terminal-at.ts';
import { type WorkflowPoints, workflowPoints } from './workflow-points.ts';
import { readWorkTreeGoals } from './worlds/goal-folder.ts';
import { workTreeRoot } from './worlds/rehearsal-folder.ts';

const HELP = `
${PROGRAM} triggers [--json]

Shows everything that can start the agent of this work tree. What a person starts is called
reactive, what time or an event starts is called autonomous, and both together a hybrid. The
list holds workflows with a step that uses the Action to run the agent, to store a request or
to look after it, and workflows with a script that names wakeful.

It also says how many runner minutes the schedule takes in 30 days, and which lines would take
fewer and still start a run after each due time of each goal.

The schedule, "on:" and "when:" of a goal say when the goal is due. They start nothing by
themselves: something has to start a run first.

  --json               print it as one JSON document
`;

export const triggers: Command = { help: HELP, run };

async function run({ args, terminal }: CommandCall): Promise<number> {
  const { options, words } = readOptions(args, { json: 'flag' });
  refuseWords(words);
  const root = await workTreeRoot(terminal.folder);
  const { goals, problems, settings } = await readWorkTreeGoals(root);
  const at = await terminalAt(terminal, settings);
  const workflows = await workflowPoints(root, goals);
  const entryPoints = [...workflows.points, COMMAND_LINE];
  const causes = goals.filter((goal) => goal.enabled).flatMap(dueCauses);
  const allProblems = [...workflows.problems, ...problems.map(formatProblem)];
  const overall = autonomyOf(entryPoints);
  const minutes = minutesOf(workflows, goals);
  if (options.json)
    writeJson(at, { overall, entry_points: entryPoints, makes_due: causes, minutes, problems: allProblems });
  else show(at, maskedRecord({ entryPoints, causes, minutes, problems: allProblems }, at.mask));
  return allProblems.length === 0 ? 0 : EXIT_NEEDS_PERSON;
}

/** A start without work takes a job of about a minute, and so much is billed at least. */
function minutesOf({ crons }: WorkflowPoints, goals: readonly Goal[]): ScheduleCost {
  return {
    wake: startsOf(crons.wake.filter(isCron)),
    watchdog: startsOf(crons.watchdog.filter(isCron)),
    enough: sparsestTicks(goals),
  };
}

function isCron(pattern: string): boolean {
  return cronProblem(pattern) === null;
}

const COMMAND_LINE: EntryPoint = {
  origin: 'reactive',
  trigger: 'command line',
  where: `${PROGRAM} rehearse`,
  path: TRIGGER_TEXTS.commandLine,
  works: true,
};

interface FoundTrigger {
  readonly entryPoints: readonly EntryPoint[];
  readonly causes: readonly DueCause[];
  readonly minutes: ScheduleCost;
  readonly problems: readonly string[];
}

function show(terminal: Terminal, { entryPoints, causes, minutes, problems }: FoundTrigger): void {
  const style = styleOf(terminal);
  const lines = causes.map((cause) => `  ${cause.where}: ${cause.trigger}`);
  const due = lines.length === 0 ? '' : `\n${TRIGGER_TEXTS.makesDue}\n${lines.join('\n')}\n`;
  const wrong =
    problems.length === 0 ? '' : `\n${count(problems.length, 'problem')}\n${problems.join('\n')}\n`;
  const cost = minutesSentences(minutes).flatMap((each) => wrapToWidth(each, style.width));
  print(
    terminal,
    `${triggersText(entryPoints, style)}${due}${cost.length === 0 ? '' : `\n${cost.join('\n')}\n`}${wrong}`,
  );
}

/** What makes a goal due. */
type DueCause = Pick<EntryPoint, 'origin' | 'trigger' | 'where' | 'path'>;

function dueCauses(goal: Goal): readonly DueCause[] {
  const cause = (trigger: string, path: string): DueCause => ({
    origin: 'autonomous',
    trigger,
    where: goal.file,
    path,
  });
  return [
    cause(scheduleWords(goal.schedule), TRIGGER_TEXTS.dueOnSchedule),
    ...goal.on.map((event) => cause(`on ${event}`, TRIGGER_TEXTS.requestFromEvent)),
    ...(goal.when === null
      ? []
      : [cause(TRIGGER_TEXTS.queueReaches(goal.when.queueAtLeast), TRIGGER_TEXTS.lookedAt)]),
  ];
}
