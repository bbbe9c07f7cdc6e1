import { systemClock } from '../adapters/runner.ts';
import { formatProblem } from '../config/problem.ts';
import type { Goal } from '../core/goal.ts';
import { slotsBetween } from '../core/schedule.ts';
import { DAY_MS, isoTime } from '../core/time.ts';
import { goalsText } from '../report/goals-text.ts';
import { scheduleWords } from '../report/sentences.ts';
import {
  type Command,
  type CommandCall,
  EXIT_NEEDS_PERSON,
  type Terminal,
  UsageError,
  writeJson,
} from './command.ts';
import { readWorkTreeGoals } from './goal-folder.ts';
import { previewGoals } from './goals-preview.ts';
import { readOptions, refuseWords } from './options.ts';
import { workTreeRoot } from './rehearsal-place.ts';
import { styleOf } from './style.ts';

const HELP = `
npm start -- goals [--preview [--base <revision>]] [--json]

The goals of this work tree, as they stand on disk: id, title, schedule, next times,
what each may write, its limits, and everything that is wrong with the files.

  --preview            in Markdown, as on a pull request: what each goal may do and at
                       most spend, its next ten slots, and what is new
  --base <revision>    what --preview compares with, e.g. origin/main (HEAD if left out)
`;

const NEXT_SLOTS = 3;
/** Longer than any schedule's distance between two slots. */
const FAR_MS = 9 * 366 * DAY_MS;

export const goals: Command = { help: HELP, run };

async function run({ args, terminal }: CommandCall): Promise<number> {
  const { options, words } = readOptions(args, { json: 'flag', preview: 'flag', base: 'text' });
  refuseWords(words);
  const root = await workTreeRoot(terminal.folder);
  if (options.preview) return preview(terminal, { root, base: options.base ?? 'HEAD', json: options.json });
  if (options.base !== null) throw new UsageError('--base belongs to --preview.');
  const read = await readWorkTreeGoals(root);
  const now = systemClock({ offsetMs: 0 }).now();
  const listings = read.goals.map((goal) => ({ goal, nextSlots: nextSlots(goal, now) }));
  if (options.json) {
    const shown = listings.map(({ goal, nextSlots }) => ({
      ...goal,
      when_in_words: scheduleWords(goal.schedule),
      next_slots: nextSlots,
    }));
    writeJson(terminal, { goals: shown, problems: read.problems });
  } else {
    terminal.out.write(goalsText(listings, read.problems.map(formatProblem), styleOf(terminal)));
    if (read.none) terminal.out.write(`Write one in ${read.settings.goalsFolder}/<id>.yml to begin.\n`);
  }
  return read.problems.length === 0 && !read.none ? 0 : EXIT_NEEDS_PERSON;
}

async function preview(
  terminal: Terminal,
  asked: { readonly root: string; readonly base: string; readonly json: boolean },
): Promise<number> {
  const proposal = { folder: asked.root, before: asked.base, after: null };
  const { markdown, problems } = await previewGoals(proposal, new AbortController().signal);
  if (asked.json) writeJson(terminal, { markdown, problems });
  else terminal.out.write(markdown);
  return problems.length === 0 ? 0 : EXIT_NEEDS_PERSON;
}

function nextSlots(goal: Goal, now: number): readonly string[] {
  if (!goal.enabled) return [];
  return slotsBetween(goal.schedule, { afterMs: now, untilMs: now + FAR_MS }, NEXT_SLOTS).map(isoTime);
}
