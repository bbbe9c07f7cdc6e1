import { PROGRAM } from '../../core/text/program.ts';
import { count, listWords } from '../words/sentences.ts';

export interface FoundInput {
  readonly repository: string;
  readonly defaultBranch: string;
  readonly commit: string;
  readonly isPrivate: boolean | null;
  readonly languages: readonly string[];
  readonly pages: number;
  readonly docs: string | null;
  readonly changelogTool: string | null;
  readonly packages: readonly string[];
  readonly workflows: readonly string[];
  readonly isAction: boolean;
}

/** What `init` says on the terminal. */
export const INIT_TEXTS = {
  found: (found: FoundInput): string => {
    const { repository, defaultBranch, commit, isPrivate, languages, pages, docs, packages } = found;
    const visibility = isPrivate === null ? '' : isPrivate ? ', private' : ', public';
    const parts = [
      languages.length === 0 ? 'no code that is known here' : listWords(languages.slice(0, 3)),
      `${count(pages, 'page')} of Markdown${docs === null ? '' : `, documentation in ${docs}/`}`,
      ...(packages.length === 0 ? [] : [count(packages.length, 'package')]),
      found.workflows.length === 0 ? 'no workflow' : count(found.workflows.length, 'workflow'),
      ...(found.isAction ? ['an Action itself'] : []),
      ...(found.changelogTool === null ? [] : [`a changelog that ${found.changelogTool} writes`]),
    ];
    return `${repository}, branch ${defaultBranch} at ${commit.slice(0, 7)}${visibility}: ${parts.join('; ')}.`;
  },
  inTheWay: (paths: readonly string[]) =>
    `Nothing was written. ${listWords(paths)} ${paths.length === 1 ? 'is' : 'are'} there already, and no file is overwritten. Rename or remove ${paths.length === 1 ? 'it' : 'them'} on the default branch, and start again.`,
  installed: `Nothing was written. Wakeful is installed here already. To bring it up to date: ${PROGRAM} update. To take it out: ${PROGRAM} uninstall.`,
  copied: `Nothing was written. This repository is a copy of Wakeful, made from the template, and has all that it needs.`,
  branchInTheWay: (branch: string) =>
    `Nothing was written. The branch ${branch} is there already, and it is not one that this command has made. Rename it (git branch -m ${branch} <new name>), and start again.`,
  nothingToDo:
    'No sample goal has anything to do here. The branch has the workflows and settings; write a goal of your own to begin.',
  needsAnswers:
    'There is no terminal to ask on. Add --yes to take what is proposed, or --dry-run to look only.',
  noSuchGoal: (id: string, known: readonly string[]) =>
    `--goals: there is no sample goal ${JSON.stringify(id)}. There are: ${known.join(', ')}.`,
  notDollars: (given: string) =>
    `--usd-per-month: ${JSON.stringify(given)} is not an amount such as 5 or 2.50.`,
  noPrice: (model: string) =>
    `--usd-per-month needs the price of ${model}, which is not known here. Give it: --price 0.25/2.00 (US dollars per million tokens in and out).`,
  notPrice: (given: string) => `--price: ${JSON.stringify(given)} is not a price such as 0.25/2.00.`,
  whichGoals: (proposed: readonly string[]) =>
    `Which goals? [${proposed.length === 0 ? 'none' : proposed.join(', ')}] `,
  whichModel: (model: string) => `Which model? [${model}] `,
  howMuch: (usd: number) => `The most that it may spend on the model in a month, in US dollars? [${usd}] `,
  cancelled: 'Nothing was written.',
  wouldWrite: (branch: string, files: readonly FileLines[]) =>
    `The branch ${branch} would have ${fileWords(files)}:\n${fileLines(files)}`,
  written: (branch: string, files: readonly FileLines[]) =>
    `The branch ${branch} is in this clone, with one commit: ${fileWords(files)}:\n${fileLines(files)}\nYour work tree and the branch that is checked out are as they were.`,
  next: (branch: string, { remote, address }: { readonly remote: string; readonly address: string | null }) =>
    [
      'What to do next:',
      `  git show ${branch}`,
      `  git push ${remote} ${branch}`,
      address === null
        ? '  and open a pull request from it. Its text is the message of the commit.'
        : `  and open ${address}`,
      `To leave no trace instead: git branch -D ${branch}`,
    ].join('\n'),
  pullRequest: (url: string) => `The pull request is open: ${url}\nNothing changes before it is merged.`,
  noPullRequest: (why: string, branch: string) =>
    `The branch ${branch} was made, but no pull request was opened: ${why}`,
  unknownRelease: `It cannot be seen which commit of Wakeful this program is. Name it: --action OWNER/wakeful@<commit of 40 digits>.`,
  notAction: (given: string) =>
    `--action: ${JSON.stringify(given)} is not an Action such as acme/wakeful@0123456789abcdef0123456789abcdef01234567.`,
  noRelease: (repository: string) =>
    `Note: ${repository} has no release with these files yet, so this very commit is pinned.`,
} as const;

export interface FileLines {
  readonly path: string;
  /** Null: it is removed. `stored`: as another repository has it. */
  readonly lines: number | 'stored' | null;
}

/** More would leave no room for what is said below them. */
const MOST_LISTED = 40;

function fileWords(files: readonly FileLines[]): string {
  const lines = files.reduce((sum, file) => sum + Number(file.lines === 'stored' ? 0 : file.lines), 0);
  if (files.some((file) => file.lines === 'stored')) return count(files.length, 'file');
  return `${count(files.length, 'file')} and ${count(lines, 'line')}`;
}

function fileLines(files: readonly FileLines[]): string {
  const rest = files.length - MOST_LISTED;
  return [
    ...files.slice(0, MOST_LISTED).map(({ path, lines }) => `  ${sizeWord(lines).padStart(4)}  ${path}`),
    ...(rest > 0 ? [`        and ${count(rest, 'more file')}`] : []),
  ].join('\n');
}

function sizeWord(lines: FileLines['lines']): string {
  if (lines === null) return 'gone';
  return lines === 'stored' ? 'new' : String(lines);
}
