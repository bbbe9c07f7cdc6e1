import { maskedRecord } from '../core/access/masked-record.ts';
import type { Goal } from '../core/goal.ts';
import { slotsBetween } from '../core/schedule/schedule.ts';
import { PROGRAM } from '../core/text/program.ts';
import { DAY_MS, isoTime } from '../core/time.ts';
import { goalsText } from '../report/goals/goals-text.ts';
import { formatProblem } from '../report/problems/problem.ts';
import { COMMAND_TEXTS } from '../report/terminal/command-texts.ts';
import { wrapToWidth } from '../report/words/display-width.ts';
import { scheduleWords } from '../report/words/sentences.ts';
import { markdownOnTerminal } from '../report/words/terminal-markdown.ts';
import { previewGoals } from './goals-preview.ts';
import {
  type Command,
  type CommandCall,
  EXIT_NEEDS_PERSON,
  print,
  type Terminal,
  UsageError,
  writeJson,
} from './terminal/command.ts';
import { readOptions, refuseWords } from './terminal/options.ts';
import { styleOf } from './terminal/style.ts';
import { terminalAt } from './terminal/terminal-at.ts';
import { readWorkTreeGoals } from './worlds/goal-folder.ts';
import { goalSlots, slotFacts } from './worlds/goal-slots.ts';
import { workTreeRoot } from './worlds/rehearsal-folder.ts';

const HELP = `
${PROGRAM} goals [--remote <name|URL>] [--preview [--base <revision>]] [--json]

Shows the goals of this work tree as they are on disk: id, title, schedule, when each is due
next, what it may write, its limits, and every mistake in the files. If there is a rehearsal
in .wakeful/, it also shows what became of the due times there: how many ran, were caught
up, missed, skipped, or overlapped with another run.

  --remote <name|URL>  show what became of the due times at this remote instead
  --preview            show what a pull request would show: what each goal may do, the
                       most it can spend, its next ten due times, and what is new. In
                       Markdown, unless it is shown on a terminal
  --base <revision>    what --preview compares with, e.g. origin/main [HEAD]
  --json               print it as one JSON document
`;

const NEXT_SLOTS = 3;
/** Longer than any schedule's distance between two slots. */
const FAR_MS = 9 * 366 * DAY_MS;

export const goals: Command = { help: HELP, run };

async function run({ args, terminal }: CommandCall): Promise<number> {
  const { options, words } = readOptions(args, {
    json: 'flag',
    preview: 'flag',
    base: 'text',
    remote: 'text',
  });
  refuseWords(words);
  const root = await workTreeRoot(terminal.folder);
  if (options.preview) return preview(terminal, { root, base: options.base ?? 'HEAD', json: options.json });
  if (options.base !== null) throw new UsageError('--base belongs to --preview.');
  const read = await readWorkTreeGoals(root);
  const at = await terminalAt(terminal, read.settings);
  const known = await goalSlots({ root, remote: options.remote }, new AbortController().signal);
  const listings = read.goals.map((goal) => ({
    goal,
    nextSlots: nextSlots(goal, known.now),
    slots: known.of(goal),
  }));
  if (options.json) {
    const shown = listings.map(({ goal, nextSlots, slots }) => ({
      ...goal,
      when_in_words: scheduleWords(goal.schedule),
      next_slots: nextSlots,
      slots: slots === null ? null : slotFacts(slots),
    }));
    writeJson(at, { goals: shown, problems: read.problems });
  } else {
    const style = styleOf(at);
    const problems = read.problems.map(formatProblem);
    const said = maskedRecord({ words: known.words, listings, problems }, at.mask);
    if (said.words !== '') print(at, `${wrapToWidth(said.words, style.width).join('\n')}\n\n`);
    print(at, goalsText(said.listings, said.problems, style));
    if (read.hasNone) print(at, `${COMMAND_TEXTS.writeAGoal(read.settings.goalsFolder)}\n`);
  }
  return read.problems.length === 0 && !read.hasNone ? 0 : EXIT_NEEDS_PERSON;
}

async function preview(
  terminal: Terminal,
  asked: { readonly root: string; readonly base: string; readonly json: boolean },
): Promise<number> {
  const { mask } = terminal;
  const proposal = { folder: asked.root, before: asked.base, after: null, mask };
  const { markdown, problems } = await previewGoals(proposal, new AbortController().signal);
  if (asked.json) writeJson(terminal, { markdown, problems });
  else if (terminal.out.isTerminal) print(terminal, markdownOnTerminal(markdown, styleOf(terminal)));
  else print(terminal, markdown);
  return problems.length === 0 ? 0 : EXIT_NEEDS_PERSON;
}

function nextSlots(goal: Goal, now: number): readonly string[] {
  if (!goal.enabled) return [];
  return slotsBetween(goal.schedule, { afterMs: now, untilMs: now + FAR_MS }, NEXT_SLOTS).map(isoTime);
}
