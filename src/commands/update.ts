import { readRecord } from '../config/install/record-file.ts';
import { SETTINGS_FILE } from '../core/settings.ts';
import { PROGRAM } from '../core/text/program.ts';
import { RECORD_FILE } from '../install/install-record.ts';
import { updateOf } from '../install/update.ts';
import { INIT_TEXTS } from '../report/install/init-text.ts';
import { UPDATE_TEXTS, versionWords } from '../report/install/update-text.ts';
import { gather, type Surroundings } from './install/gather.ts';
import { type ProposedBranch, showBranch, writeBranch } from './install/write-branch.ts';
import { type Command, type CommandCall, EXIT_NEEDS_PERSON, print, printAside } from './terminal/command.ts';
import { readOptions, refuseWords } from './terminal/options.ts';
import { goalsFolderOf } from './worlds/goal-folder.ts';

const HELP = `
${PROGRAM} update [options]

Brings an installation to the release that this program is. It leaves one branch,
update-wakeful, with one commit: the pinned commit of the Action, and workflows and settings
as the new release has them. What you have changed in these files stays; where both have
changed the same lines, yours are kept and named. Goals are not touched.

  --dry-run          only show what the branch would hold
  --pr               push the branch and open a pull request, as init does
  --remote <name>    the remote whose default branch is meant [origin]
  --action <owner/name@commit>  the commit of Wakeful to pin, if it cannot be found out
  --json             print the result as one JSON document
`;

const OPTIONS = { 'dry-run': 'flag', pr: 'flag', remote: 'text', action: 'text', json: 'flag' } as const;
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
  if (text === null) return refuse(UPDATE_TEXTS.notInstalled);
  const record = readRecord(text);
  if (record === null) return refuse(UPDATE_TEXTS.badRecord);
  const goals = await goalTexts(around, signal);
  const place = { commit: base.commit, remote: around.remote };
  const { files, removed, changed } = await updateOf({ record, release, goals, ...place }, clone, signal);
  if (changed.size === 0) {
    print(terminal, `${UPDATE_TEXTS.upToDate(release.repository, versionWords(release))}\n`);
    return 0;
  }
  const expected = await clone.branch(UPDATE_BRANCH, signal);
  const isForeign = expected !== null && !(await clone.message(expected, signal)).includes(UPDATE_TRAILER);
  if (isForeign) return refuse(INIT_TEXTS.branchInTheWay(UPDATE_BRANCH));
  const summary = UPDATE_TEXTS.message({
    repository: release.repository,
    from: record,
    to: release,
    files,
    removed,
  });
  const message = `${summary}\n${UPDATE_TRAILER}${release.repository}@${release.commit}\n`;
  const branch: ProposedBranch = {
    ...{
      branch: UPDATE_BRANCH,
      subject: UPDATE_TEXTS.subject(release),
      around,
      files: changed,
      message,
      expected,
    },
    isJson: options.json,
  };
  if (options['dry-run']) return showBranch(terminal, branch);
  return writeBranch(terminal, branch, { opensPullRequest: options.pr, signal });
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
