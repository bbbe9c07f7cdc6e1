import * as v from 'valibot';

const REACTION = v.looseObject({ content: v.string(), author: v.string(), created_at: v.string() });

const COMMENT = v.looseObject({
  id: v.pipe(v.number(), v.integer()),
  /** Login. */
  author: v.string(),
  body: v.string(),
  created_at: v.string(),
  updated_at: v.string(),
  reactions: v.array(REACTION),
});
export type CommentFile = v.InferOutput<typeof COMMENT>;

/** What drafts and issues have in common. Times are ISO, authors are logins. */
const THREAD = {
  title: v.string(),
  author: v.string(),
  labels: v.array(v.string()),
  locked: v.boolean(),
  created_at: v.string(),
  updated_at: v.string(),
  closed_at: v.nullable(v.string()),
  body: v.string(),
  comments: v.array(COMMENT),
} as const;

const NUMBER = v.pipe(v.number(), v.integer(), v.minValue(1));

const ASSOCIATION = v.picklist([
  ...(['OWNER', 'MEMBER', 'COLLABORATOR', 'CONTRIBUTOR', 'FIRST_TIME_CONTRIBUTOR'] as const),
  ...(['FIRST_TIMER', 'NONE'] as const),
]);

/** `drafts/<n>.json`: a pull request of the stand-in. A person may edit `state`. */
export const DRAFT = v.looseObject({
  number: NUMBER,
  state: v.picklist(['open', 'merged', 'closed']),
  branch: v.string(),
  base: v.string(),
  /** The commit that the branch held when it was last seen. */
  head: v.string(),
  merge_commit: v.nullable(v.string()),
  is_draft: v.boolean(),
  reviewers: v.array(v.string()),
  /** How its author belongs to the repository, in GitHub's word; null: as the agent or a maintainer does. */
  association: v.optional(v.nullable(ASSOCIATION), null),
  ...THREAD,
});
export type DraftFile = v.InferOutput<typeof DRAFT>;

/** `issues/<n>.json`: an issue of the stand-in. A person may edit `state`. */
export const ISSUE = v.looseObject({
  number: NUMBER,
  state: v.picklist(['open', 'closed']),
  state_reason: v.nullable(v.picklist(['completed', 'not_planned', 'duplicate', 'reopened'])),
  ...THREAD,
});
export type IssueFile = v.InferOutput<typeof ISSUE>;

/** GitHub gives both one sequence of numbers, and shows pull requests among the issues. */
export type Thread = DraftFile | IssueFile;

export function isDraft(thread: Thread): thread is DraftFile {
  return 'branch' in thread;
}

/** When it was, where nobody has written it down. */
export const LONG_AGO = '2026-01-01T00:00:00Z';

/** A person may write the value alone. */
const VARIABLE = v.union([
  v.looseObject({ value: v.string(), created_at: v.string(), updated_at: v.string() }),
  v.pipe(
    v.string(),
    v.transform((value) => ({ value, created_at: LONG_AGO, updated_at: LONG_AGO })),
  ),
]);

const RULE = v.looseObject({
  /** E.g. `required_signatures`. */
  type: v.string(),
  /** Names of branches; `*` stands for anything. */
  branches: v.array(v.string()),
  /** What else it says; missing: the usual. */
  parameters: v.optional(v.record(v.string(), v.unknown())),
});

const RULESET = v.looseObject({
  name: v.string(),
  target: v.optional(v.picklist(['branch', 'tag', 'push']), 'branch'),
  enforcement: v.optional(v.picklist(['active', 'evaluate', 'disabled']), 'active'),
  include: v.optional(v.array(v.string()), ['~ALL']),
  exclude: v.optional(v.array(v.string()), []),
  rules: v.array(v.string()),
  /** Ids of roles that may pass it by. */
  roles: v.optional(v.array(v.number()), []),
});

const ENVIRONMENT = v.looseObject({
  /** Who may use it; null: every branch. */
  branches: v.optional(v.nullable(v.array(v.string())), null),
  /** Names of secrets. */
  secrets: v.optional(v.array(v.string()), []),
});

const RELEASE = v.looseObject({
  /** The name of its tag. */
  tag: v.string(),
  notes: v.optional(v.nullable(v.string()), null),
  is_draft: v.optional(v.boolean(), false),
  is_prerelease: v.optional(v.boolean(), false),
});

const WORKFLOW_STATE = v.picklist([
  'active',
  'disabled_manually',
  'disabled_inactivity',
  'disabled_fork',
  'deleted',
]);

/** `repository.json`: what a person sets in the web interface of a repository. */
export const SETTINGS = v.looseObject({
  private: v.optional(v.boolean(), false),
  fork: v.optional(v.boolean(), false),
  has_issues: v.optional(v.boolean(), true),
  /** False: an older server, which knows no draft pull requests. */
  has_drafts: v.optional(v.boolean(), true),
  /** Whether workflows may run at all. */
  actions_enabled: v.optional(v.boolean(), true),
  actions_may_open_pull_requests: v.optional(v.boolean(), true),
  variables: v.optional(v.record(v.string(), VARIABLE), {}),
  organization_variables: v.optional(v.record(v.string(), VARIABLE), {}),
  /** Names of secrets. */
  secrets: v.optional(v.array(v.string()), []),
  /** By file name; a workflow that is not named is active. */
  workflows: v.optional(v.record(v.string(), WORKFLOW_STATE), {}),
  /** By login; whoever is not named may read. */
  collaborators: v.optional(v.record(v.string(), v.picklist(['admin', 'write', 'read', 'none'])), {}),
  rules: v.optional(v.array(RULE), []),
  /** Told to whoever asks; the stand-in itself goes by `rules`. */
  rulesets: v.optional(v.array(RULESET), []),
  /** By name. */
  environments: v.optional(v.record(v.string(), ENVIRONMENT), {}),
  /** Labels that a person has made, with their descriptions. */
  labels: v.optional(v.record(v.string(), v.string()), {}),
  /** Releases of public repositories, newest first, by `owner/name`. */
  releases: v.optional(v.record(v.string(), v.array(RELEASE)), {}),
});
export type SettingsFile = v.InferOutput<typeof SETTINGS>;

/** `runs/<wake>.json`: a run attempt of a workflow, and which process it runs in. */
export const RUN = v.looseObject({
  wake: v.string(),
  /** Its file below `.github/workflows/`. */
  workflow: v.string(),
  /** What started it, e.g. `schedule`. */
  event: v.string(),
  /** What a person typed in when starting it. */
  inputs: v.record(v.string(), v.string()),
  /** ISO time. */
  created_at: v.string(),
  host: v.string(),
  /** Null: nothing runs it yet. */
  pid: v.nullable(v.number()),
  /** Start time as the system tells it; null where it does not. */
  process_start: v.nullable(v.string()),
  finished: v.boolean(),
  /** ISO time; null: not yet, or nobody has written it down. */
  finished_at: v.optional(v.nullable(v.string()), null),
});
export type RunFile = v.InferOutput<typeof RUN>;

const CONCLUSION = v.picklist([
  ...(['success', 'failure', 'timed_out', 'cancelled', 'skipped', 'neutral'] as const),
  'startup_failure',
]);

const STEP = v.looseObject({
  name: v.string(),
  conclusion: CONCLUSION,
  started_at: v.string(),
  completed_at: v.string(),
});

const JOB = v.looseObject({
  name: v.string(),
  conclusion: CONCLUSION,
  steps: v.array(STEP),
  /** As GitHub keeps it, with the time before each line; null: it is older than GitHub keeps it. */
  log: v.nullable(v.string()),
});

const ATTEMPT = v.looseObject({
  conclusion: CONCLUSION,
  started_at: v.string(),
  ended_at: v.string(),
  jobs: v.array(JOB),
});
export type AttemptFile = v.InferOutput<typeof ATTEMPT>;

/** `checks/<n>.json`: a run of a workflow of the repository's own, which the agent has nothing to do with. */
export const CHECK = v.looseObject({
  number: NUMBER,
  workflow: v.string(),
  event: v.string(),
  branch: v.string(),
  commit: v.string(),
  title: v.string(),
  /** `owner/name` of the fork that it is about; null: none. */
  fork: v.nullable(v.string()),
  created_at: v.string(),
  /** The first one first. */
  attempts: v.pipe(v.array(ATTEMPT), v.minLength(1)),
});
export type CheckFile = v.InferOutput<typeof CHECK>;
