import { gitRunner } from '../adapters/git/run-git.ts';
import { childEnvironment, environment, environmentSecrets, systemClock } from '../adapters/runner.ts';
import { openSandbox } from '../adapters/sandbox.ts';
import { nearestName } from '../config/yaml/nearest-name.ts';
import { maskedRecord } from '../core/access/masked-record.ts';
import type { GoalPreview } from '../core/report/goal-preview.ts';
import { PROGRAM } from '../core/text/program.ts';
import type { Sandbox } from '../ports.ts';
import { formatProblem } from '../report/problems/problem.ts';
import { USAGE_TEXTS } from '../report/terminal/command-texts.ts';
import { showText } from '../report/terminal/show-text.ts';
import { SHOW_TEXTS } from '../report/terminal/show-texts.ts';
import { foresee } from '../wake/foresee/foresee.ts';
import {
  type Command,
  type CommandCall,
  EXIT_NEEDS_PERSON,
  print,
  UsageError,
  writeJson,
} from './terminal/command.ts';
import { readOptions } from './terminal/options.ts';
import { styleOf } from './terminal/style.ts';
import { terminalAt } from './terminal/terminal-at.ts';
import { proposedFiles, readWorkTreeGoals } from './worlds/goal-folder.ts';
import { openLookingPorts } from './worlds/looking-ports.ts';
import { workTreeRoot } from './worlds/rehearsal-folder.ts';
import { findStateRemote, REMOTE_HELP, REMOTE_OPTIONS, type StateRemote } from './worlds/state-remote.ts';
import { openReadingWorld } from './worlds/world.ts';

const HELP = `
${PROGRAM} show <goal> [options]

Shows what one goal of this work tree would do next, without a key and without doing it: why it
is due or when it will be, its tasks, the files that it may read and write, what it costs
probably and at most, and what the model would be asked for the first task, word for word.
A clone without a remote is looked at as it is.
${REMOTE_HELP}
  --run                run its setup, its done_when and what finds its tasks in the sandbox
                       of this machine, as a run would; else none of them is run
  --all                show all tasks, all files and what each tool is for
  --json               print it as one JSON document
`;

export const show: Command = { help: HELP, run };

const MINUTES = 12;

async function run({ args, terminal }: CommandCall): Promise<number> {
  const { options, words } = readOptions(args, {
    ...REMOTE_OPTIONS,
    ...{ run: 'flag', all: 'flag', json: 'flag' },
  });
  const [id] = words;
  if (id === undefined || words.length > 1) throw new UsageError(SHOW_TEXTS.nameOne);
  const root = await workTreeRoot(terminal.folder);
  const { goals, problems, settings } = await readWorkTreeGoals(root);
  const at = await terminalAt(terminal, settings);
  if (!goals.some((goal) => goal.id === id)) {
    const own = problems.filter(({ file }) => file === `${settings.goalsFolder}/${id}.yml`);
    for (const problem of own) print(at, `${formatProblem(problem)}\n`);
    if (own.length > 0) return EXIT_NEEDS_PERSON;
    throw new UsageError(
      SHOW_TEXTS.noGoal(
        id,
        hintFor(
          id,
          goals.map((goal) => goal.id),
        ),
      ),
    );
  }
  const remote = await remoteFor(root, options);
  const preview = await previewOf(remote, { root, id, runs: options.run });
  const shown = maskedRecord({ preview, source: remote.sentence, isWhole: options.all }, at.mask);
  if (options.json) writeJson(at, { source: remote.sentence, ...preview });
  else print(at, showText(shown, styleOf(at)));
  return 0;
}

function hintFor(id: string, ids: readonly string[]): string {
  const near = nearestName(id, ids);
  return near === null ? SHOW_TEXTS.known(ids) : USAGE_TEXTS.didYouMean(near);
}

/** A clone that has neither a rehearsal nor a remote is its own remote. */
async function remoteFor(
  root: string,
  { remote, repo }: { readonly remote: string | null; readonly repo: string | null },
): Promise<StateRemote> {
  const { signal } = new AbortController();
  const git = gitRunner(childEnvironment());
  const remotes = await git({ folder: root, args: ['remote'] }, signal);
  const isAlone = remote === null && repo === null && !remotes.stdout.split('\n').includes('origin');
  try {
    return await findStateRemote(root, { remote, repo }, signal);
  } catch (reason) {
    if (!isAlone || !(reason instanceof UsageError)) throw reason;
    return findStateRemote(root, { remote: root, repo: null }, signal);
  }
}

async function previewOf(
  remote: StateRemote,
  { root, id, runs }: { readonly root: string; readonly id: string; readonly runs: boolean },
): Promise<GoalPreview> {
  const proposed = await proposedFiles(root);
  const ports = await openLookingPorts(remote);
  const clock = systemClock({ offsetMs: remote.offsetMs });
  const sandbox = runs ? openSandbox({ clock, path: childEnvironment()['PATH'] ?? '' }) : NOT_RUN;
  const { stateBranch } = remote.settings;
  const { world, close } = await openReadingWorld(remote.address, stateBranch, { ...ports, clock, sandbox });
  const { openaiBaseUrl, openaiModel } = environment();
  try {
    return await foresee(world, {
      ...{ goal: id, proposed, stateBranch },
      order: {
        wake: { id: 'show', url: null },
        repository: remote.repository,
        model: { baseUrl: openaiBaseUrl || null, model: openaiModel || null },
        minutes: MINUTES,
        cancel: new AbortController().signal,
        secrets: environmentSecrets(),
        acceptsFuture: remote.kind === 'rehearsal',
      },
    });
  } finally {
    await close();
    await ports.close();
  }
}

const NOT_RUN: Sandbox = {
  reasonUnavailable: async () => SHOW_TEXTS.notRun,
  run: () => Promise.reject(new Error('nothing is run without --run')),
};
