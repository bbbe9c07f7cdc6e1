import { environment, systemRandom } from '../adapters/runner.ts';
import { parseMinutes, parseTime } from '../config/fields/inputs.ts';
import { PROGRAM } from '../core/text/program.ts';
import { problemSentence } from '../report/problems/problem.ts';
import { COMMAND_TEXTS, USAGE_TEXTS } from '../report/terminal/command-texts.ts';
import { wrapToWidth } from '../report/words/display-width.ts';
import { conclude } from './rehearse/end-rehearsal.ts';
import { playNight, playWake } from './rehearse/play.ts';
import { type Command, type CommandCall, UsageError } from './terminal/command.ts';
import { watchInterrupt } from './terminal/interrupt.ts';
import { type Options, readOptions, refuseWords } from './terminal/options.ts';
import { styleOf } from './terminal/style.ts';
import { createWatcher } from './terminal/watcher.ts';
import { rehearsedSlots } from './worlds/goal-slots.ts';
import { playedClock } from './worlds/rehearsal-clock.ts';
import { findRehearsal, prepareRehearsal } from './worlds/rehearsal-folder.ts';
import { openRehearsalGitHub } from './worlds/rehearsal-github.ts';
import { openRehearsalModel } from './worlds/rehearsal-model.ts';
import { settingsAt } from './worlds/settings-at.ts';

const HELP = `
${PROGRAM} [rehearse] [options]

Rehearses one run over every goal that is due, with real git and a local stand-in for
GitHub. Everything that it writes is in .wakeful/ :

  origin.git/   a bare repository: the current commit of this one, with your edits of
                goal files on top, the state branch, and the branches of drafts
  github/       drafts and issues, to read (.md) and to edit (.json)

To play the maintainer, set "state" in .wakeful/github/drafts/<n>.json to "merged"
or "closed" (issues: "closed"). The next run that works on something sees it.
Runs of workflows of your own are files checks/<n>.json there.

  --goal <id>        work on this goal, due or not
  --at <time>        rehearse at another time, e.g. 2026-11-22T03:00Z. Without it the time
                     is now, or the time at which the rehearsal has arrived, if later
  --night            rehearse 24 hours, with a scheduled run every half hour
  --fresh            forget the rehearsal so far and start over
  --stop <reason>    rehearse with this text in the repository variable WAKEFUL_STOP
  --minutes <n>      how many minutes the run may take [12]
  --repo <path|URL>  rehearse on another repository, which is not changed
  --goals <folder>   use the goal files in this folder instead of the repository's own
  --json             print the result as one JSON document

OPENAI_API_KEY, OPENAI_BASE_URL and OPENAI_MODEL choose a model. Without a key and a
base URL the scripted model answers: a small program that knows the sample goals only.
Ctrl-C saves the work and gives back the lock; a second Ctrl-C ends at once.
`;

const OPTIONS = {
  goal: 'text',
  at: 'text',
  night: 'flag',
  fresh: 'flag',
  stop: 'text',
  minutes: 'text',
  repo: 'text',
  goals: 'text',
  json: 'flag',
} as const;

const USUAL_MINUTES = 12;

export const rehearse: Command = { help: HELP, run };

async function run({ args, terminal }: CommandCall): Promise<number> {
  const { options, words } = readOptions(args, OPTIONS);
  refuseWords(words);
  const { openaiKey, ...shared } = environment();
  const orders = readOrders(options, shared.stop);
  const output = options.json ? terminal.err : terminal.out;
  const watcher = createWatcher(terminal, output, { showsLines: !options.night });
  const interrupt = watchInterrupt(() => watcher.print(COMMAND_TEXTS.saving));
  const opened: { readonly close: () => Promise<void> }[] = [];
  try {
    const rehearsal = await findRehearsal(terminal.folder, options.repo, interrupt.signal);
    const ready = { folder: terminal.folder, goals: options.goals, fresh: options.fresh };
    const origin = await prepareRehearsal(rehearsal, ready, interrupt.signal);
    const model = await openRehearsalModel({ ...shared, openaiKey }, systemRandom());
    opened.push(model);
    const github = await openRehearsalGitHub(rehearsal);
    opened.push(github);
    const style = styleOf(terminal, output);
    const { commit } = origin;
    const where = `Rehearsing on ${rehearsal.source.name} at ${commit.slice(0, 7)}, in ${rehearsal.home.shownAs}/.`;
    const { offsetMs, words } = await playedClock(rehearsal.runs, orders.at);
    const opening = [where, words, model.sentence].filter((text) => text !== '');
    watcher.print(`${opening.flatMap((text) => wrapToWidth(text, style.width)).join('\n')}\n`);
    const { stateBranch, budget } = await settingsAt(rehearsal.git, origin, interrupt.signal);
    const cancel = interrupt.signal;
    const given = { rehearsal, model, github, watcher, cancel };
    const setup = { ...given, orders: { ...orders, offsetMs }, stateBranch, commit };
    const played = options.night ? await playNight(setup, style) : [await playWake(setup, offsetMs)];
    const now = played.at(-1)?.endedAt ?? 0;
    const slots = options.night
      ? await rehearsedSlots({ address: rehearsal.home.origin, stateBranch }, now)
      : [];
    return conclude(played, { rehearsal, model, options, terminal, watcher, slots, budget });
  } finally {
    for (const { close } of opened.reverse()) await close();
    watcher.close();
    interrupt.close();
  }
}

function readOrders(options: Options<typeof OPTIONS>, stop: string) {
  if (options.night && options.goal !== null) {
    throw new UsageError(USAGE_TEXTS.goalAndNight);
  }
  return {
    /** When to play, ms; null: from where the rehearsal stands. */
    at: options.at === null ? null : timeOf(options.at),
    goals: options.goal === null ? [] : [options.goal],
    stop: options.stop ?? stop,
    minutes: options.minutes === null ? USUAL_MINUTES : minutesOf(options.minutes),
  };
}

function timeOf(text: string): number {
  const time = parseTime(text);
  if (time.kind === 'wrong') throw new UsageError(`--at: ${problemSentence(time.problem)}`);
  return time.value;
}

function minutesOf(text: string): number {
  const minutes = parseMinutes(text);
  if (minutes.kind === 'wrong') throw new UsageError(`--minutes: ${problemSentence(minutes.problem)}`);
  return minutes.value;
}
