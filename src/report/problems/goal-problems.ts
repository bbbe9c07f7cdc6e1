import type { GlobRefusal } from '../../core/access/refused-globs.ts';
import { QUEUE_KINDS } from '../../core/goal.ts';
import { SETTINGS_FILE } from '../../core/settings.ts';
import { namesInWords, type ProblemText, printable, problemText, show } from './problem.ts';

/** What can be wrong with the name or the place of a goal file. */
export const goalFileProblems = {
  empty: problemText('the file is empty', 'a goal needs at least `title`, `objective` and `schedule`'),
  notYaml: (name: string) => problemText(`${show(name)} is not a goal file`, 'its name must end in .yml'),
  reservedName: (id: string) => problemText(`${show(id)} cannot be the name of a goal`, 'rename the file'),
  nameTooLong: (length: number, most: number) =>
    problemText(`the file's name has ${length} characters`, `at most ${most} are possible before .yml`),
  ending: (id: string) => problemText('the name of a goal file ends in .yml', `rename it to ${id}.yml`),
  notKebabCase: (name: string, suggested: string) =>
    problemText(
      `the name ${show(name)} is not kebab-case (small letters, digits and single hyphens)`,
      `rename it to ${suggested === '' ? 'e.g. docs-index' : suggested}.yml`,
    ),
  misplaced: (goalsFolder: string, folder: string) =>
    problemText(
      `a goal file must be in ${goalsFolder}/ itself, not in ${folder}/`,
      `move it to ${goalsFolder}/, or give it another ending`,
    ),
  sameId: (id: string, otherFile: string) =>
    problemText(
      `the goal "${printable(id)}" is also defined by ${printable(otherFile)}`,
      'rename or remove one of the two files',
    ),
} as const;

/** What can be wrong with several fields of a goal together, or with a goal and the settings. */
export const goalProblems = {
  queueKinds: (found: readonly string[]) =>
    problemText(
      `\`for_each\` needs exactly one of ${namesInWords(QUEUE_KINDS)}, but has ${found.join(' and ') || 'none'}`,
      'write e.g. `files: docs/**/*.md`',
    ),
  targetAlone: problemText('`for_each.target` has no effect without `files`', 'remove it'),
  targetMissingAlone: problemText('`for_each.target_missing` has no effect without `target`', 'remove it'),
  unknownPart: (name: string, known: readonly string[]) =>
    problemText(
      `\`for_each.target\` has {${printable(name)}}, which means nothing`,
      `use ${namesInWords(known.map((each) => `{${each}}`))}`,
    ),
  noTarget: problemText(
    '`for_each.target` must be a path from the root of the repository with {rest} or {name} in it, and without wildcards',
    'write e.g. docs/de/{rest}',
  ),
  anyIssue: (kind: 'issues' | 'pull_requests') =>
    problemText(
      `\`for_each.${kind}\` says nothing of which ${kind === 'issues' ? 'issues' : 'pull requests'}`,
      'write e.g. `{labels: [docs]}`, `{unlabelled: true}` or `{opened_within: 7d}`',
    ),
  unlabelledAlone: (kind: string) =>
    problemText(
      `\`for_each.${kind}.unlabelled\` does not go with \`labels\` or \`without\``,
      'remove one of them',
    ),
  notOfMerged: (field: string) =>
    problemText(
      `\`for_each.pull_requests.${field}\` does not go with \`merged\`, which takes what was merged since the last run`,
      'remove one of them',
    ),
  unlabelWithoutLabels: problemText(
    '`unlabel_issue` takes away only what `permissions.labels` names, and that is missing',
    'add e.g. `labels: [needs-triage]`',
  ),
  changedAlone: problemText('`for_each.changed` has no effect without `files`', 'remove it'),
  finderFieldAlone: (field: string) =>
    problemText(
      `\`for_each.${field}\` has no effect without ${{ in: '`findings` or `command`', format: '`command`' }[field] ?? '`findings: todos`'}`,
      'remove it',
    ),
  noListFile: problemText(
    '`for_each.listed_in` must be the path of one Markdown file from the root of the repository, without wildcards',
    'write e.g. docs/todo.md',
  ),
  whenOfCommand: problemText(
    '`when` cannot be used with `for_each.command`, because the command would have to run at every start of the agent',
    'remove `when`; `on: [push]` makes the goal due after changes',
  ),
  negatedFiles: problemText(
    '`for_each.files` starts with !, but a single glob that only takes away matches nothing',
    'write which files to go through, e.g. docs/**',
  ),
  ownLabel: (label: string, kind: string) =>
    problemText(
      `\`for_each.${kind}\` asks for the label ${show(label)}, which is one of the agent's own`,
      'use a label that only people set; those that start with "wakeful" are the agent\'s',
    ),
  whenAlone: problemText(
    '`when` needs a queue, but there is no `for_each`',
    'add `for_each`, or remove `when`',
  ),
  onlyNegated: (field: string) =>
    problemText(
      `\`${field}\` has only globs that start with !, which take away and allow nothing`,
      'add what is allowed, e.g. "**"',
    ),
  writeWithoutDraft: problemText(
    '`permissions.write` cannot be used, because `effects` does not include draft_pull_request',
    'add draft_pull_request to `effects`, or remove `write`; files change only in drafts',
  ),
  deleteWithoutWrite: problemText(
    '`permissions.delete` cannot be used without `write`: it says which of the paths there may be deleted as well',
    'add `write`, or remove `delete`',
  ),
  otherFilesAlone: problemText(
    '`permissions.other_files` has no effect without a queue of `files`, `findings` or `command`: other tasks may write all that `write` names',
    'remove it',
  ),
  aboveBound: (limit: string, bound: number, asked: number): ProblemText =>
    problemText(
      `\`limits.${limit}\` must be at most ${bound}, but is ${asked}`,
      `lower it, or raise \`bounds.${limit}\` in ${SETTINGS_FILE}`,
    ),
  unknownModel: (name: string, nearest: string | null, known: readonly string[]): ProblemText =>
    problemText(
      `\`model\` is ${show(name)}, which ${SETTINGS_FILE} does not name`,
      nearest === null ? `it names: ${known.join(', ')}` : `did you mean "${nearest}"?`,
    ),
  unknownReader: (name: string, nearest: string | null, known: readonly string[]): ProblemText =>
    problemText(
      `\`second_reader\` is ${show(name)}, which ${SETTINGS_FILE} does not name`,
      nearest === null
        ? `write true, false, or one of: ${known.join(', ')}`
        : `did you mean "${nearest}"? true and false are possible as well`,
    ),
  readerWithoutPrice: ({ name, model }: PricelessModel): ProblemText =>
    problemText(
      `a second reader counts against the limits in dollars, ${noPrice(name, model)}`,
      `give \`models.${name}.price\` in ${SETTINGS_FILE}, or set \`second_reader: false\``,
    ),
  limitWithoutPrice: (limit: string, file: string, { name, model }: PricelessModel): ProblemText =>
    problemText(
      `\`limits.${limit}\` counts dollars, ${noPrice(name, model)}`,
      `give \`models.${name}.price\` in ${SETTINGS_FILE}, or remove the limit from ${file}`,
    ),
  budgetWithoutPrice: ({ name, model }: PricelessModel): ProblemText =>
    problemText(
      `the total budget of ${SETTINGS_FILE} counts dollars, ${noPrice(name, model)}`,
      `give \`models.${name}.price\` there; a model chosen by an environment variable has no price either`,
    ),
} as const;

/** `permissions.write` with a glob that the gate refuses at every path. */
export function refusedGlobProblem(glob: string, refused: GlobRefusal): ProblemText {
  const message = `\`permissions.write\` has ${show(glob)}, which`;
  switch (refused.kind) {
    case 'by_settings':
      return problemText(
        `${message} \`protected_paths\` in ${SETTINGS_FILE} protects`,
        'remove one of the two',
      );
    case 'never':
      return problemText(`${message} no goal may write`, 'remove it');
    case 'not_named':
      return problemText(
        `${message} reaches only files that other programs run or obey`,
        'name each file without a wildcard, or remove it',
      );
  }
}

interface PricelessModel {
  /** As goals name it. */
  readonly name: string;
  /** As the server knows it. */
  readonly model: string;
}

function noPrice(name: string, model: string): string {
  return `but the model ${show(name)} (${model}) has no price in ${SETTINGS_FILE}`;
}
