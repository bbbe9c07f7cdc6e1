import { RECORD_FILE, readRecord } from '../config/install/record-file.ts';
import { SETTINGS_FILE } from '../core/settings.ts';
import { fixed } from '../core/text/masked.ts';
import { PROGRAM } from '../core/text/program.ts';
import { findLeftover, type LeftoverPlace, takeAway } from '../install/take-away.ts';
import { INIT_TEXTS } from '../report/install/init-text.ts';
import { UNINSTALL_TEXTS } from '../report/install/uninstall-text.ts';
import { type CloneSurroundings, surroundings } from './install/gather.ts';
import { isCopy } from './install/update-copy.ts';
import { type ProposedBranch, showBranch, writeBranch } from './install/write-branch.ts';
import {
  type Command,
  type CommandCall,
  EXIT_NEEDS_PERSON,
  print,
  printAside,
  type Terminal,
} from './terminal/command.ts';
import { readOptions, refuseWords } from './terminal/options.ts';
import { openRealGitHub } from './worlds/github-access.ts';
import { goalsFolderOf } from './worlds/goal-folder.ts';

const HELP = `
${PROGRAM} uninstall [options]

Takes out what init has put in, in two steps. As long as workflows are on the default branch, it
leaves one branch, remove-wakeful, that removes the installed files. Goals that you have
written stay. After the merge, the same command takes away the state branch, the branches of
drafts, open drafts, open alerts and the labels that only the agent has made and uses, after
asking. It names what only a person can remove.

  --yes                  do not ask
  --dry-run              only show what would be taken away
  --pr                   push the branch and open a pull request, as init does
  --remote <name>        the remote that is meant [origin]
  --state-branch <name>  the state branch, if the settings had another one [wakeful-state]
  --json                 print the result of the first step as one JSON document

With a token in GITHUB_TOKEN or GH_TOKEN it closes drafts and alerts and deletes labels. Branches are deleted with
your own access.
`;

const OPTIONS = {
  yes: 'flag',
  'dry-run': 'flag',
  pr: 'flag',
  remote: 'text',
  'state-branch': 'text',
  json: 'flag',
} as const;

const REMOVAL_BRANCH = 'remove-wakeful';
/** Under this login a job of GitHub Actions acts. */
const AGENT = 'github-actions[bot]';

export const uninstall: Command = { help: HELP, run };

type Given = ReturnType<typeof readOptions<typeof OPTIONS>>['options'];

async function run({ args, terminal }: CommandCall): Promise<number> {
  const { options, words } = readOptions(args, OPTIONS);
  refuseWords(words);
  const { signal } = new AbortController();
  const around = await surroundings({ folder: terminal.folder, remote: options.remote ?? 'origin' }, signal);
  const record = readRecord((await around.clone.text(around.base.commit, RECORD_FILE, signal)) ?? '');
  if (isCopy(around.files, record)) {
    print(terminal, `${UNINSTALL_TEXTS.copied}\n`);
    return EXIT_NEEDS_PERSON;
  }
  if (record !== null)
    return proposeRemoval(terminal, { around, options, installed: Object.keys(record.files) }, signal);
  return removeRest(terminal, { around, options }, signal);
}

interface Step {
  readonly around: CloneSurroundings;
  readonly options: Given;
}

async function proposeRemoval(
  terminal: Terminal,
  { around, options, installed }: Step & { readonly installed: readonly string[] },
  signal: AbortSignal,
): Promise<number> {
  const { clone } = around;
  const expected = await clone.branch(REMOVAL_BRANCH, signal);
  const isForeign =
    expected !== null && !(await clone.message(expected, signal)).startsWith(UNINSTALL_TEXTS.subject);
  if (isForeign) {
    printAside(terminal, `wakeful: ${INIT_TEXTS.branchInTheWay(REMOVAL_BRANCH)}\n`);
    return EXIT_NEEDS_PERSON;
  }
  const there = new Set(around.files.map(({ path }) => path));
  const paths = [...installed, RECORD_FILE].filter((path) => there.has(path));
  const kept = (await ownGoals(around, signal)).filter((path) => !paths.includes(path));
  const branch: ProposedBranch = {
    ...{ branch: REMOVAL_BRANCH, subject: UNINSTALL_TEXTS.subject, around, expected, isJson: options.json },
    files: new Map(paths.map((path) => [path, null])),
    message: UNINSTALL_TEXTS.message(paths, kept),
  };
  if (options['dry-run']) return showBranch(terminal, branch);
  const code = await writeBranch(terminal, branch, { opensPullRequest: options.pr, signal });
  if (!options.json) print(terminal, `\n${UNINSTALL_TEXTS.mergeFirst}\n`);
  return code;
}

/** Everything that lies where goals lie. */
async function ownGoals(
  { clone, base, files }: CloneSurroundings,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const folder = `${goalsFolderOf(await clone.text(base.commit, SETTINGS_FILE, signal))}/`;
  return files.flatMap(({ path }) => (path.startsWith(folder) && /\.ya?ml$/.test(path) ? [path] : []));
}

async function removeRest(
  terminal: Terminal,
  { around, options }: Step,
  signal: AbortSignal,
): Promise<number> {
  const { clone, remote, address } = around;
  const open = openRealGitHub(address, AGENT);
  const github = open.kind === 'open' ? { ...open.github, ...open.control } : null;
  const stateBranch = options['state-branch'] ?? 'wakeful-state';
  const place: LeftoverPlace = { clone, remote, stateBranch, github };
  const leftover = await findLeftover(place, signal);
  const { branches, drafts, alerts, labels } = leftover;
  const isNothing = branches.length + drafts.length + alerts.length + labels.length === 0;
  print(terminal, `${isNothing ? UNINSTALL_TEXTS.nothing : UNINSTALL_TEXTS.found(leftover)}\n`);
  if (open.kind === 'closed') print(terminal, `${UNINSTALL_TEXTS.unseen(open.why)}\n`);
  const left =
    isNothing || options['dry-run']
      ? []
      : await afterAsking(terminal, { leftover, place, yes: options.yes }, signal);
  if (left === null) return EXIT_NEEDS_PERSON;
  const goals = await ownGoals(around, signal);
  print(
    terminal,
    `\n${UNINSTALL_TEXTS.byHand(address, { goals, labels: options['dry-run'] ? [] : labels })}\n`,
  );
  return left.length === 0 ? 0 : EXIT_NEEDS_PERSON;
}

interface Removal {
  readonly leftover: Awaited<ReturnType<typeof findLeftover>>;
  readonly place: LeftoverPlace;
  readonly yes: boolean;
}

/** The branches that could not be deleted; null: the person did not want it. */
async function afterAsking(
  terminal: Terminal,
  { leftover, place, yes }: Removal,
  signal: AbortSignal,
): Promise<readonly string[] | null> {
  const answer = yes ? 'y' : ((await terminal.ask?.(UNINSTALL_TEXTS.ask)) ?? null);
  if (answer === null || !/^y(es)?$/i.test(answer)) {
    printAside(
      terminal,
      `wakeful: ${answer === null ? UNINSTALL_TEXTS.needsYes : UNINSTALL_TEXTS.notTaken}\n`,
    );
    return null;
  }
  const left = await takeAway(leftover, { place, word: fixed(UNINSTALL_TEXTS.word) }, signal);
  print(terminal, `${UNINSTALL_TEXTS.taken(leftover)}\n`);
  if (left.length > 0) printAside(terminal, `wakeful: ${UNINSTALL_TEXTS.notDeleted(left)}\n`);
  return left;
}
