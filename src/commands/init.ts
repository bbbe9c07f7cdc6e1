import { RECORD_FILE } from '../config/install/record-file.ts';
import { PROGRAM } from '../core/text/program.ts';
import { installationOf, inTheWay } from '../install/installation.ts';
import { INIT_TEXTS } from '../report/install/init-text.ts';
import { PROPOSAL_SUBJECT, PROPOSAL_TRAILER, proposalMessage } from '../report/install/proposal.ts';
import { choose } from './install/choose.ts';
import { gather, type Surroundings } from './install/gather.ts';
import { proposalInput } from './install/proposal.ts';
import { isCopy } from './install/update-copy.ts';
import { type ProposedBranch, showBranch, writeBranch } from './install/write-branch.ts';
import {
  type Command,
  type CommandCall,
  EXIT_NEEDS_PERSON,
  print,
  printAside,
  type Terminal,
  UsageError,
} from './terminal/command.ts';
import { readOptions, refuseWords } from './terminal/options.ts';

const HELP = `
${PROGRAM} init [options]

Puts Wakeful on the repository of this clone. It looks at the default branch, asks three
questions, and leaves one small branch, add-wakeful, with one commit: four workflows that use
a pinned commit of the Action, the settings, and one to three goals that suit the repository.
The message of the commit says what the agent may do and cost, and how to get rid of it. Your
work tree and the branch that is checked out stay as they are, and no file is overwritten.

  --yes                  ask nothing and take what is proposed
  --dry-run              only show what the branch would hold
  --pr                   push the branch and open a pull request; needs a token in GITHUB_TOKEN
                         or GH_TOKEN that may write contents, pull requests and workflows
  --goals <id,id>        these sample goals: broken-links, docs-index, changelog-draft,
                         todo-digest, or none
  --model <name>         the model [gpt-5-mini]
  --base-url <URL>       another server that speaks OpenAI chat completions
  --price <in>/<out>     what the model costs, in US dollars per million tokens, if it is not known
  --usd-per-month <n>    the most to spend on the model in a month [5]
  --app                  let an App open the drafts, so that CI runs on them by itself
  --remote <name>        the remote whose default branch is meant [origin]
  --action <owner/name@commit>  the commit of Wakeful to pin, if it cannot be found out
  --json                 print the result as one JSON document
`;

const OPTIONS = {
  yes: 'flag',
  'dry-run': 'flag',
  pr: 'flag',
  goals: 'text',
  model: 'text',
  'base-url': 'text',
  price: 'text',
  'usd-per-month': 'text',
  app: 'flag',
  remote: 'text',
  action: 'text',
  json: 'flag',
} as const;

const PROPOSED_BRANCH = 'add-wakeful';

export const init: Command = { help: HELP, run };

async function run({ args, terminal }: CommandCall): Promise<number> {
  const { options, words } = readOptions(args, OPTIONS);
  refuseWords(words);
  const isQuiet = options.yes || options['dry-run'];
  if (!isQuiet && terminal.ask === null) throw new UsageError(INIT_TEXTS.needsAnswers);
  const { signal } = new AbortController();
  const { remote, action } = options;
  const order = { folder: terminal.folder, home: terminal.home, remote: remote ?? 'origin', action };
  const around = await gather(order, signal);
  if (!options.json) print(terminal, `${foundText(around)}\n\n`);
  const expected = await around.clone.branch(PROPOSED_BRANCH, signal);
  const obstacle = obstacleIn(around) ?? (await branchInTheWay(around, expected, signal));
  if (obstacle !== null) return refuse(terminal, obstacle);
  const choices = await choose(around, { ...options, hasApp: options.app }, isQuiet ? null : terminal.ask);
  const { release, survey, base } = around;
  const installation = await installationOf({ release, survey, choices, commit: base.commit }, signal);
  const taken = inTheWay(installation.files.keys(), new Set(around.files.map(({ path }) => path)));
  if (taken.length > 0) return refuse(terminal, INIT_TEXTS.inTheWay(taken));
  const message = proposalMessage(proposalInput({ surroundings: around, choices, installation }, terminal));
  const branch: ProposedBranch = {
    branch: PROPOSED_BRANCH,
    subject: PROPOSAL_SUBJECT,
    around,
    files: installation.files,
    message,
    expected,
    isJson: options.json,
  };
  if (options['dry-run']) return showBranch(terminal, branch);
  return writeBranch(terminal, branch, { opensPullRequest: options.pr, signal });
}

function refuse(terminal: Terminal, why: string): number {
  printAside(terminal, `wakeful: ${why}\n`);
  return EXIT_NEEDS_PERSON;
}

/** What is there already and makes an installation needless or impossible; null: nothing. */
function obstacleIn({ files }: Surroundings): string | null {
  if (files.some(({ path }) => path === RECORD_FILE)) return INIT_TEXTS.installed;
  return isCopy(files, null) ? INIT_TEXTS.copied : null;
}

/** A branch that this command has made is made anew. */
async function branchInTheWay(
  { clone }: Surroundings,
  commit: string | null,
  signal: AbortSignal,
): Promise<string | null> {
  if (commit === null) return null;
  const isOwn = (await clone.message(commit, signal)).includes(`\n${PROPOSAL_TRAILER}`);
  return isOwn ? null : INIT_TEXTS.branchInTheWay(PROPOSED_BRANCH);
}

function foundText({ address, base, facts, survey, clone }: Surroundings): string {
  const repository = address?.repository ?? clone.root;
  const { name: defaultBranch, commit } = base;
  return INIT_TEXTS.found({
    ...survey,
    repository,
    defaultBranch,
    commit,
    isPrivate: facts?.isPrivate ?? null,
  });
}
