import { type InstallRecord, RECORD_FILE, readRecord } from '../config/install/record-file.ts';
import { SETTINGS_FILE } from '../core/settings.ts';
import { PROGRAM } from '../core/text/program.ts';
import { updateOf } from '../install/update.ts';
import { INIT_TEXTS } from '../report/install/init-text.ts';
import { UPDATE_TEXTS, versionWords } from '../report/install/update-text.ts';
import { gather, type Surroundings } from './install/gather.ts';
import { type CopyProposal, isCopy, proposeCopyUpdate } from './install/update-copy.ts';
import { type ProposedBranch, showBranch, writeBranch } from './install/write-branch.ts';
import { type Command, type CommandCall, EXIT_NEEDS_PERSON, print, printAside } from './terminal/command.ts';
import { readOptions, refuseWords } from './terminal/options.ts';
import { goalsFolderOf } from './worlds/goal-folder.ts';

const HELP = `
${PROGRAM} update [options]

Brings an installation, or a copy of the template, to the release that this program is. It leaves
one branch, update-wakeful, with one commit. In an installation: the pinned commit of the Action,
and workflows and settings as the new release has them. In a copy: all files that the release has
changed since the commit that the copy was made from. What you have changed stays; where both
have changed the same lines, yours are kept and named. Goals are not touched.

  --dry-run          only show what the branch would hold
  --pr               push the branch and open a pull request, as init does
  --app              in an installation: let an App open the drafts, so that CI runs on them
  --keep-all         in a copy, at its first update: keep the tests and other files that only
                     serve to change Wakeful itself
  --from <commit>    in a copy: the commit that it was made from, if it cannot be found out
  --remote <name>    the remote whose default branch is meant [origin]
  --action <owner/name@commit>  the commit of Wakeful to pin, if it cannot be found out
  --json             print the result as one JSON document
`;

const OPTIONS = {
  'dry-run': 'flag',
  pr: 'flag',
  app: 'flag',
  'keep-all': 'flag',
  from: 'text',
  remote: 'text',
  action: 'text',
  json: 'flag',
} as const;
const UPDATE_BRANCH = 'update-wakeful';
const UPDATE_TRAILER = 'Wakeful-Update: ';

export const update: Command = { help: HELP, run };

async function run({ args, terminal }: CommandCall): Promise<number> {
  const { options, words } = readOptions(args, OPTIONS);
  refuseWords(words);
  const { signal } = new AbortController();
  const { remote, action } = options;
  const order = { folder: terminal.folder, home: terminal.home, remote: remote ?? 'origin', action };
  const around = await gather(order, signal);
  const refuse = (why: string): number => {
    printAside(terminal, `wakeful: ${why}\n`);
    return EXIT_NEEDS_PERSON;
  };
  const { clone, base, release } = around;
  const text = await clone.text(base.commit, RECORD_FILE, signal);
  const record = text === null ? null : readRecord(text);
  if (text !== null && record === null) return refuse(UPDATE_TEXTS.badRecord);
  const goals = await goalTexts(around, signal);
  const proposal = isCopy(around.files, record)
    ? await proposeCopyUpdate(
        { around, record, goals, from: options.from, keepsAll: options['keep-all'] },
        signal,
      )
    : await proposeUpdate({ around, record, goals, hasApp: options.app }, signal);
  if (proposal.kind === 'obstacle') return refuse(proposal.words);
  if (proposal.kind === 'done') print(terminal, `${proposal.words}\n`);
  if (proposal.kind === 'done') return 0;
  const expected = await clone.branch(UPDATE_BRANCH, signal);
  const isForeign = expected !== null && !(await clone.message(expected, signal)).includes(UPDATE_TRAILER);
  if (isForeign) return refuse(INIT_TEXTS.branchInTheWay(UPDATE_BRANCH));
  const { subject, files } = proposal;
  const message = `${proposal.message}\n${UPDATE_TRAILER}${release.repository}@${release.commit}\n`;
  const branch: ProposedBranch = {
    ...{ branch: UPDATE_BRANCH, subject, around, files, message, expected, isJson: options.json },
  };
  if (options['dry-run']) return showBranch(terminal, branch);
  return writeBranch(terminal, branch, { opensPullRequest: options.pr, signal });
}

interface InstalledHere {
  readonly around: Surroundings;
  readonly record: InstallRecord | null;
  readonly goals: ReadonlyMap<string, string>;
  readonly hasApp: boolean;
}

async function proposeUpdate(
  { around, record, goals, hasApp }: InstalledHere,
  signal: AbortSignal,
): Promise<CopyProposal> {
  if (record === null) return { kind: 'obstacle', words: UPDATE_TEXTS.notInstalled };
  const { clone, base, release, remote } = around;
  const order = { record, release, goals, commit: base.commit, remote, hasApp };
  const { files, removed, changed } = await updateOf(order, clone, signal);
  if (changed.size === 0)
    return { kind: 'done', words: UPDATE_TEXTS.upToDate(release.repository, versionWords(release)) };
  const words = { repository: release.repository, from: record, to: release, files, removed };
  return {
    kind: 'proposed',
    subject: UPDATE_TEXTS.subject(release),
    message: UPDATE_TEXTS.message(words),
    files: changed,
  };
}

/** Goals and settings of the default branch, by path. */
async function goalTexts(
  { clone, base, files }: Surroundings,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  const settings = await clone.text(base.commit, SETTINGS_FILE, signal);
  const folder = `${goalsFolderOf(settings)}/`;
  const wanted = files.filter(({ path }) => path === SETTINGS_FILE || path.startsWith(folder));
  const texts = await Promise.all(wanted.map(({ path }) => clone.text(base.commit, path, signal)));
  return new Map(wanted.map(({ path }, at) => [path, texts[at] ?? '']));
}
