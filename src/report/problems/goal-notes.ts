import { QUEUE_KINDS } from '../../core/goal.ts';
import { type FieldNote, fieldNote } from './field-problems.ts';
import { namesInWords } from './problem.ts';

/** What each field of a goal file is for. */
export const GOAL_NOTES = {
  file: fieldNote('A goal that Wakeful pursues: what, when, and within which limits.'),
  title: fieldNote('One line that names the goal.', 'Keep the docs index complete'),
  objective: fieldNote(
    'What the model is asked to do, in plain words.',
    'Make docs/index.md list every page under docs/.',
  ),
  schedule: fieldNote('When the goal is due: exactly one of `every`, `cron`, `once` and `never`.', {
    every: '6h',
  }),
  every: fieldNote(
    'An interval that divides a day or is whole days. The goal is due at whole multiples of it since midnight UTC.',
    ...['6h', '30m', '1d'],
  ),
  cron: fieldNote('Minute, hour, day of month, month, day of week.', '0 3 * * 1'),
  timezone: fieldNote('Time zone of `cron`, by its IANA name; UTC if left out.', 'Europe/Berlin'),
  never: fieldNote('No time makes it due: only what `on` and `when` name, or a person.', true),
  once: fieldNote('Due once, and again only after the file is edited.', true),
  catchUp: fieldNote(
    'Due times that were missed: one run for all of them, one for each, or one for the newest alone.',
    'once',
  ),
  catchUpWindow: fieldNote(
    'How far back missed due times are still run; the longer of 24h and one interval if left out.',
    '24h',
  ),
  on: fieldNote('Events of this repository that make the goal due as well.', ['push']),
  event: fieldNote('An event of the repository.', 'push'),
  when: fieldNote('With `for_each`: a condition that makes the goal due as well.', { queue_at_least: 5 }),
  queueAtLeast: fieldNote('Due as soon as the queue holds this many elements that are not finished.', 5),
  forEach: fieldNote(
    `A queue with one task for each element: exactly one of ${namesInWords(QUEUE_KINDS.map((kind) => `\`${kind}\``))}.`,
    { files: 'docs/**/*.md' },
  ),
  glob: fieldNote('A glob of paths below the repository root; dot files count.', 'docs/**'),
  changed: fieldNote('With `files`: only files that changed since the goal was finished last.', true),
  target: fieldNote(
    'With `files`: the only path that a task may write, in place of its file. `{rest}` is the path of the file behind the folders that the glob begins with, and `{dir}{name}{ext}` is the same in parts.',
    'docs/de/{rest}',
  ),
  targetMissing: fieldNote('With `target`: only files whose target does not exist yet.', true),
  issues: fieldNote('Open issues for which all of this holds; at least one of it is needed.', {
    labels: ['docs'],
  }),
  labels: fieldNote('Labels that an issue or pull request must have.', ['docs']),
  without: fieldNote('Labels of which an issue or pull request must have none.', ['wontfix']),
  unlabelled: fieldNote('Only those without any label.', true),
  openedWithin: fieldNote('Only those that were opened at most so long ago.', '7d'),
  quietFor: fieldNote('Only those that nobody has changed or commented for so long.', '90d'),
  pullRequests: fieldNote(
    'Open pull requests for which all of this holds, never those of the agent; at least one of it is needed.',
    { authors: ['first_time_contributor'] },
  ),
  authors: fieldNote('Only those whose author belongs to the repository in one of these ways.', [
    'contributor',
  ]),
  author: fieldNote('How an author belongs to the repository, as GitHub says.', 'contributor'),
  merged: fieldNote(
    'In place of open ones: pull requests that were merged into the default branch since the goal was finished last.',
    true,
  ),
  label: fieldNote('Name of a label.', 'docs'),
  commits: fieldNote('Each commit since the goal was finished last.', true),
  releases: fieldNote('The newest release that is neither a draft nor a prerelease, once.', true),
  list: fieldNote('The elements themselves.', ['README.md', 'docs/index.md']),
  element: fieldNote('One line of text.', 'README.md'),
  findings: fieldNote(
    'The files in which a built-in finder reports something: `links` that lead nowhere, or `todos` in comments.',
    'links',
  ),
  listedIn: fieldNote(
    'With `findings: todos`: a Markdown file that is to list all of them. What it lacks is found then.',
    'docs/todo.md',
  ),
  finderCommand: fieldNote(
    'A linter: the files in which it reports something. It runs in the sandbox, after `setup`.',
    'npx eslint --format json .',
  ),
  format: fieldNote(
    'With `command`: the form in which it prints what it finds; `lines` if left out.',
    'eslint',
  ),
  in: fieldNote('With `findings` or `command`: only files that these globs match.', ['docs/**']),
  runs: fieldNote(
    'Workflows whose newest run has failed: one task for each of them, until it passes again. Only runs of the repository itself count, which a push, a schedule or a person started.',
    { workflows: ['ci.yml'] },
  ),
  workflows: fieldNote('Names of workflow files below .github/workflows/.', ['nightly.yml']),
  workflow: fieldNote('Name of a workflow file.', 'nightly.yml'),
  runBranch: fieldNote(
    'Only runs on this branch; the default branch if left out. Of flaky runs any branch counts.',
    'main',
  ),
  flaky: fieldNote(
    'In place of failing workflows: runs that have failed, and passed when they were repeated on the same commit, one task for each.',
    true,
  ),
  drafts: fieldNote('One draft for all tasks of a due time, or one for each.', 'together'),
  permissions: fieldNote('What the model may read and write, and what the goal may do on GitHub.', {
    write: ['docs/**'],
  }),
  read: fieldNote('Paths the model may read.', ['**']),
  write: fieldNote('Paths the model may write.', ['docs/**']),
  delete: fieldNote(
    'Which of the paths that `write` names the model may delete or move away as well; none if left out.',
    ['docs/old/**'],
  ),
  otherFiles: fieldNote(
    'With a queue of `files`, `findings` or `command`. false: a task writes its own file only. true: it may write all that `write` names.',
    false,
  ),
  effects: fieldNote('What the goal may do on GitHub; with [] it only looks.', ['draft_pull_request']),
  run: fieldNote(
    'true: the model may run shell lines of its own in the sandbox, without network, in a copy of the files that is thrown away. Where no sandbox works, it may not.',
    false,
  ),
  setLabels: fieldNote(
    'The only labels that `label_issue` may set and `unlabel_issue` may take away. Left out: any may be set but those that make other programs act, and none taken away.',
    ['docs', 'needs-info'],
  ),
  effect: fieldNote('Something that the goal may do on GitHub.', 'draft_pull_request'),
  limits: fieldNote('How much the goal may use; the settings file sets upper bounds.', {
    minutes: 4,
    model_calls: 20,
  }),
  whenDraftIsOpen: fieldNote(
    'While a draft of this goal is open: wait, or go on in it and bring the default branch into it.',
    'wait',
  ),
  draft: fieldNote('What drafts of this goal have besides what the settings say.', {
    reviewers: ['octocat'],
  }),
  draftLabels: fieldNote('Labels of its drafts, besides those of the settings.', ['docs']),
  reviewers: fieldNote('Who is asked to review its drafts, in place of those of the settings.', ['octocat']),
  reviewer: fieldNote('A login or a team.', 'octocat'),
  always: fieldNote(
    'true: ask the model at each due time. false: only when something that the goal reads has changed since its last run.',
    false,
  ),
  command: fieldNote('A shell line.', 'npm test'),
  setup: fieldNote('Commands that run before the model, on the untouched files, without keys.', ['npm ci']),
  checks: fieldNote('Commands that must pass before a draft is offered as done.', ['npm test']),
  doneWhen: fieldNote('If these commands pass already, there is nothing to do.', ['npm run docs:check']),
  model: fieldNote('Name of one of the models in the settings file.', 'default'),
  secondReader: fieldNote(
    'Whether a second reader reads each finished change before it becomes a draft, or the name of the model in the settings file that does; as in the settings if left out.',
    true,
  ),
  enabled: fieldNote('false: the goal is never due.', true),
} as const satisfies Readonly<Record<string, FieldNote>>;

/** What each limit of a goal counts. */
export const LIMIT_DESCRIPTIONS = {
  minutes: 'Minutes of work per task.',
  setup_minutes: 'Minutes for the commands of `setup`, which do not count into `minutes`.',
  model_calls: 'Model calls per task.',
  attempts: 'Attempts per task, over all runs; after that the task is stuck.',
  items_per_wake: 'Tasks per run.',
  tokens: 'Tokens per run of this goal.',
  tokens_per_day: 'Tokens per UTC day of this goal.',
  usd_per_day: 'US dollars per UTC day of this goal; the model needs a price in the settings.',
  usd_per_month: 'US dollars per UTC month of this goal; the model needs a price in the settings.',
  open_drafts: 'The most open drafts of this goal.',
  changed_files: 'Changed files per draft.',
  changed_lines: 'Added plus removed lines per draft.',
  repeats: 'How often the model may repeat the same call, error or small edit before the task ends.',
} as const;

/** What the settings say about the same limit. */
export function boundDescription(limit: string): string {
  return `The most that a goal may have as limits.${limit}.`;
}
