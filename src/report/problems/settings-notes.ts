import { type FieldNote, fieldNote } from './field-problems.ts';

/** What each field of the settings file is for. */
export const SETTINGS_NOTES = {
  file: fieldNote('Settings of Wakeful in a repository: models, budgets, bounds and names.'),
  models: fieldNote('Models by the name that goals use; `default` must be among them.', {
    default: { model: 'gpt-5-mini' },
  }),
  model: fieldNote('A model.', { model: 'gpt-5-mini' }),
  modelName: fieldNote('The name that the server knows.', 'gpt-5-mini'),
  baseUrl: fieldNote(
    'Address of a server that speaks OpenAI chat completions; that of OpenAI if left out.',
    'https://api.openai.com/v1',
  ),
  price: fieldNote('Needed for every limit in dollars.', { in: 0.25, out: 2 }),
  priceIn: fieldNote('US dollars per million tokens that the model reads.', 0.25),
  priceOut: fieldNote('US dollars per million tokens that the model writes.', 2),
  priceCachedIn: fieldNote(
    'US dollars per million tokens that the server reads from its cache; as `in` if left out.',
    0.025,
  ),
  priceReasoningOut: fieldNote('US dollars per million tokens of thinking; as `out` if left out.', 2),
  answerSeconds: fieldNote('How many seconds one answer may take; by its size if left out.', 600),
  stream: fieldNote(
    'Whether answers come in parts: then a slow server is waited for as long as it works, and one that stops is noticed soon.',
    true,
  ),
  api: fieldNote('What the server speaks: chat completions, or the Responses API of newer models.', 'chat'),
  fallback: fieldNote(
    'Models that take its place, in this order, when it is retired, out of credit or down.',
    ['small'],
  ),
  budget: fieldNote('How much all goals together may use.', { tokens_per_day: 500_000 }),
  usdPerDay: fieldNote('US dollars per UTC day, all goals together; every model needs a price.', 5),
  usdPerMonth: fieldNote('US dollars per UTC month, all goals together; every model needs a price.', 50),
  bounds: fieldNote('Upper bounds for the limits of every goal.', { minutes: 30 }),
  draft: fieldNote('How drafts are opened.', { labels: ['wakeful'] }),
  labels: fieldNote('Labels of every draft.', ['wakeful']),
  label: fieldNote('Name of a label.', 'wakeful'),
  reviewers: fieldNote('Who is asked to review every draft.', ['octocat']),
  reviewer: fieldNote('A login or a team.', 'octocat'),
  readyWhereUnsupported: fieldNote(
    'Where the repository has no draft pull requests: open pull requests that are ready for review.',
    false,
  ),
  commit: fieldNote('Author of commits, and how their messages start.', { name: 'wakeful' }),
  authorName: fieldNote('Author of commits.', 'wakeful'),
  authorEmail: fieldNote(
    'E-mail address of the author.',
    '41898282+github-actions[bot]@users.noreply.github.com',
  ),
  prefix: fieldNote(
    'How every commit message starts; left out where the repository has a form of its own and this is not set to something else.',
    'wakeful: ',
  ),
  stateBranch: fieldNote('Name of the branch that holds the state; it is never merged.', 'wakeful-state'),
  goalsFolder: fieldNote('Folder of the goal files.', 'goals'),
  alerts: fieldNote('When alerts are opened.', { consecutive_failures: 3 }),
  securityReleases: fieldNote(
    'Whether an alert says that a newer release of Wakeful has a security fix.',
    false,
  ),
  protectedPaths: fieldNote('Paths that no goal may write, on top of the built-in ones.', ['infra/**']),
  glob: fieldNote('A glob of paths below the repository root.', 'infra/**'),
  secretPatterns: fieldNote('Regular expressions of secrets, on top of the built-in ones.', [
    'acme_[a-z0-9]{32}',
  ]),
  setupHosts: fieldNote('Hosts that `setup` may reach, in the place of the usual package registries.', [
    'registry.npmjs.org',
  ]),
  sandbox: fieldNote(
    'What commands get of the machine besides programs of the system and of setup actions.',
    {
      path: ['~/.cargo/bin'],
      env: ['RUSTUP_HOME'],
    },
  ),
  sandboxPath: fieldNote('Folders of programs that commands find. They are shown, and can only be read.', [
    '~/.cargo/bin',
  ]),
  programFolder: fieldNote('A folder of programs, absolute or below the home.', '~/.cargo/bin'),
  sandboxEnv: fieldNote(
    'Variables of the job whose values commands see, such as where a tool is. A folder that one names is shown as well.',
    ['JAVA_HOME', 'RUSTUP_HOME'],
  ),
  variable: fieldNote('Name of a variable.', 'JAVA_HOME'),
  host: fieldNote('Name of a host.', 'registry.npmjs.org'),
  pattern: fieldNote('A regular expression.', 'acme_[a-z0-9]{32}'),
  secondReader: fieldNote(
    'Whether a second reader reads each finished change before it becomes a draft, or the name of the model that does; the goal’s own if true.',
    true,
  ),
  dashboardIssue: fieldNote(
    'Whether one issue always shows how the agent is, with boxes that act. With false it is closed.',
    false,
  ),
} as const satisfies Readonly<Record<string, FieldNote>>;

/** Whole numbers, whose example is their default. */
export const SETTINGS_COUNTS = {
  maxOutputTokens: 'The most tokens that one answer may have.',
  tokensPerDay: 'Tokens per UTC day, all goals together.',
  tokensPerMonth: 'Tokens per UTC month, all goals together.',
  consecutiveFailures: 'How many failures of a goal in a row open an alert.',
  silentHours: 'How many hours without a run open an alert.',
  draftWaitsDays: 'How many days a draft may wait before an alert is opened.',
  openAlerts: 'The most alert issues that may be open; further alerts share one issue.',
  openDrafts: 'The most open drafts of all goals together.',
  logDays: 'How many days the activity log is kept.',
} as const;
