import * as v from 'valibot';
import { about } from '../fields/about.ts';
import { limitEntries } from '../fields/limit-fields.ts';
import { isGlob, obeys, oneLine } from '../fields/text-rules.ts';
import { isSecretPattern } from './secret-pattern.ts';
import {
  isAuthorName,
  isBaseUrl,
  isEmail,
  isFolder,
  isLabel,
  isPrefix,
  isReviewer,
  isStateBranch,
} from './setting-rules.ts';

/** Where the settings are, in every repository. */
export const SETTINGS_FILE = '.github/wakeful.yml';

/** A whole number with a default. */
const count = (least: number, most: number, preset: number, description: string) =>
  v.optional(
    v.pipe(v.number(), v.safeInteger(), v.minValue(least), v.maxValue(most), about(description, preset)),
    preset,
  );

const dollars = (description: string, example: number) =>
  v.optional(v.pipe(v.number(), v.finite(), v.minValue(0.01), about(description, example)));

const perMillion = (description: string, example: number) =>
  v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(10_000), about(description, example));

const model = v.pipe(
  v.strictObject({
    model: v.pipe(v.string(), obeys(oneLine(200)), about('The name that the server knows.', 'gpt-5-mini')),
    base_url: v.optional(
      v.pipe(
        v.string(),
        obeys(isBaseUrl),
        about(
          'Address of a server that speaks OpenAI chat completions; that of OpenAI if left out.',
          'https://api.openai.com/v1',
        ),
      ),
    ),
    price: v.optional(
      v.pipe(
        v.strictObject({
          in: perMillion('US dollars per million tokens that the model reads.', 0.25),
          out: perMillion('US dollars per million tokens that the model writes.', 2),
        }),
        about('Needed for every limit in dollars.', { in: 0.25, out: 2 }),
      ),
    ),
    max_output_tokens: count(256, 1_000_000, 8000, 'The most tokens that one answer may have.'),
  }),
  about('A model.', { model: 'gpt-5-mini' }),
);

const modelName = v.pipe(
  v.string(),
  v.regex(
    /^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/,
    'is not a name for a model\nuse letters, digits, dots and hyphens, e.g. default',
  ),
);

const models = v.pipe(
  v.record(modelName, model),
  about('Models by the name that goals use; `default` must be among them.', {
    default: { model: 'gpt-5-mini' },
  }),
);

const budget = v.pipe(
  v.strictObject({
    tokens_per_day: count(1000, 1e12, 500_000, 'Tokens per UTC day, all goals together.'),
    tokens_per_month: count(1000, 1e12, 5_000_000, 'Tokens per UTC month, all goals together.'),
    usd_per_day: dollars('US dollars per UTC day, all goals together; every model needs a price.', 5),
    usd_per_month: dollars('US dollars per UTC month, all goals together; every model needs a price.', 50),
  }),
  about('How much all goals together may use.', { tokens_per_day: 500_000 }),
);

const label = v.pipe(v.string(), obeys(isLabel), about('Name of a label.', 'wakeful'));
const reviewer = v.pipe(v.string(), obeys(isReviewer), about('A login or a team.', 'octocat'));
const glob = v.pipe(
  v.string(),
  obeys(isGlob),
  about('A glob of paths below the repository root.', 'infra/**'),
);
const pattern = v.pipe(
  v.string(),
  obeys(isSecretPattern),
  about('A regular expression.', 'acme_[a-z0-9]{32}'),
);

const stateBranch = v.pipe(
  v.string(),
  obeys(isStateBranch),
  about('Name of the branch that holds the state; it is never merged.', 'wakeful-state'),
);
const goalsFolder = v.pipe(v.string(), obeys(isFolder), about('Folder of the goal files.', 'goals'));

/** What a wake needs to know even if the rest of the file is not valid. */
export const NAMED_IN_SETTINGS = { stateBranch, goalsFolder, secretPattern: pattern } as const;

const draft = v.pipe(
  v.strictObject({
    labels: v.optional(
      v.pipe(v.array(label), v.maxLength(20), about('Labels of every draft.', ['wakeful'])),
      ['wakeful'],
    ),
    reviewers: v.optional(
      v.pipe(v.array(reviewer), v.maxLength(15), about('Who is asked to review every draft.', ['octocat'])),
      [],
    ),
    ready_where_unsupported: v.optional(
      v.pipe(
        v.boolean(),
        about(
          'Where the repository has no draft pull requests: open pull requests that are ready for review.',
          false,
        ),
      ),
      false,
    ),
  }),
  about('How drafts are opened.', { labels: ['wakeful'] }),
);

const commit = v.pipe(
  v.strictObject({
    name: v.optional(
      v.pipe(v.string(), obeys(isAuthorName), about('Author of commits.', 'wakeful')),
      'wakeful',
    ),
    email: v.optional(
      v.pipe(
        v.string(),
        obeys(isEmail),
        about('E-mail address of the author.', 'wakeful@users.noreply.github.com'),
      ),
      'wakeful@users.noreply.github.com',
    ),
    prefix: v.optional(
      v.pipe(v.string(), obeys(isPrefix), about('How every commit message starts.', 'wakeful: ')),
      'wakeful: ',
    ),
  }),
  about('Author of commits, and how their messages start.', { name: 'wakeful' }),
);

const alerts = v.pipe(
  v.strictObject({
    consecutive_failures: count(1, 100, 3, 'How many failures of a goal in a row open an alert.'),
    silent_hours: count(3, 8760, 3, 'How many hours without a run open an alert.'),
    draft_waits_days: count(1, 365, 14, 'How many days a draft may wait before an alert is opened.'),
    open: count(1, 50, 5, 'The most alert issues that may be open; further alerts share one issue.'),
  }),
  about('When alerts are opened.', { consecutive_failures: 3 }),
);

/** `.github/wakeful.yml`, as it is written. */
export const SettingsFile = v.pipe(
  v.strictObject({
    models: v.optional(models, { default: { model: 'gpt-5-mini' } }),
    budget: v.optional(budget, {}),
    bounds: v.optional(
      v.pipe(
        v.strictObject(limitEntries('bound')),
        about('Upper bounds for the limits of every goal.', { minutes: 30 }),
      ),
      {},
    ),
    open_drafts: count(1, 100, 5, 'The most open drafts of all goals together.'),
    draft: v.optional(draft, {}),
    commit: v.optional(commit, {}),
    state_branch: v.optional(stateBranch, 'wakeful-state'),
    goals_folder: v.optional(goalsFolder, 'goals'),
    alerts: v.optional(alerts, {}),
    protected_paths: v.optional(
      v.pipe(
        v.array(glob),
        v.maxLength(100),
        about('Paths that no goal may write, on top of the built-in ones.', ['infra/**']),
      ),
      [],
    ),
    secret_patterns: v.optional(
      v.pipe(
        v.array(pattern),
        v.maxLength(50),
        about('Regular expressions of secrets, on top of the built-in ones.', ['acme_[a-z0-9]{32}']),
      ),
      [],
    ),
    log_days: count(1, 3650, 90, 'How many days the activity log is kept.'),
  }),
  v.metadata({
    title: 'Wakeful settings',
    description: 'Settings of Wakeful in a repository: models, budgets, bounds and names.',
    examples: [],
  }),
);

export type SettingsFileValue = v.InferOutput<typeof SettingsFile>;
