import type { RulesetFacts } from '../core/health/protection.ts';
import type { ReleasedVersion } from '../core/health/security-releases.ts';
import type { RepositoryIdentity } from '../core/repository-identity.ts';
import type { Masked } from '../core/text/masked.ts';

export type { RulesetFacts };

/**
 * What lies around the agent on GitHub: its switch, its workflows, and who may command it. No wake has this port; the
 * commands of persons and the watchdog do. `Halt('forbidden')` names the permission that a token lacks.
 */
export interface Control {
  /** What a login may do in the repository; `unknown` where GitHub does not tell. */
  permissionOf(login: string, signal: AbortSignal): Promise<'admin' | 'write' | 'read' | 'none' | 'unknown'>;
  /** A repository variable, else the organisation's; null: not set. */
  readVariable(name: string, signal: AbortSignal): Promise<string | null>;
  /** Creates or replaces a repository variable. */
  setVariable(name: string, value: Masked, signal: AbortSignal): Promise<void>;
  /** False: there was none. */
  deleteVariable(name: string, signal: AbortSignal): Promise<boolean>;
  /** `file`: name below `.github/workflows/`. Null: there is no such workflow. */
  workflow(file: string, signal: AbortSignal): Promise<WorkflowState | null>;
  enableWorkflow(file: string, signal: AbortSignal): Promise<void>;
  disableWorkflow(file: string, signal: AbortSignal): Promise<void>;
  /** Starts a workflow by `workflow_dispatch` on a branch. */
  startWorkflow(file: string, start: WorkflowStart, signal: AbortSignal): Promise<void>;
  /** The newest run of a workflow by the time it was created, skipped ones left out; null: none is known. */
  newestRun(file: string, signal: AbortSignal): Promise<WorkflowRun | null>;
  /** Answers a comment: a reaction to it, and a comment below it where there is more to say. */
  answerComment(answer: CommentAnswer, signal: AbortSignal): Promise<void>;
  /** Which repository this is, by the number that a rename does not change. */
  identity(signal: AbortSignal): Promise<RepositoryIdentity>;
  /** What the doctor looks at. Null fields: the token may not see it. */
  repositoryFacts(branches: readonly string[], signal: AbortSignal): Promise<RepositoryFacts>;
  /** All rulesets that hold for the repository, those of its organisation included. Null: the token, or the plan, does not tell. */
  rulesets(signal: AbortSignal): Promise<readonly RulesetFacts[] | null>;
  /** The newest published releases of a repository, which may be another one. Null: they are as they were when `tag` was given. */
  releases(ask: ReleasesAsk, signal: AbortSignal): Promise<ReleaseListing | null>;
  /**
   * Which of these labels nobody but the agent has made and uses: they have the colour that GitHub gives to labels it makes by itself,
   * no description, and stand on nothing that others have opened.
   */
  ownLabels(names: readonly string[], signal: AbortSignal): Promise<readonly string[]>;
  /** Also takes it off everything that carries it. False: there is none. */
  deleteLabel(name: string, signal: AbortSignal): Promise<boolean>;
  /** An environment that hands its secrets to some jobs only. Null: there is none, or the token may not see it. */
  environment(name: string, signal: AbortSignal): Promise<EnvironmentFacts | null>;
}

export type WorkflowState =
  | 'active'
  | 'disabled_manually'
  | 'disabled_inactivity'
  | 'disabled_fork'
  | 'deleted';

export interface WorkflowStart {
  readonly branch: string;
  readonly inputs: Readonly<Record<string, Masked>>;
}

export interface WorkflowRun {
  /** ISO time. */
  readonly createdAt: string;
  readonly url: string;
  /** `failed`: it is over, and not well. Whether anything ran in it, only a committed sign of life tells. */
  readonly status: 'queued' | 'running' | 'finished' | 'failed';
}

export interface CommentAnswer {
  readonly issue: number;
  /** Id of the comment; null: it takes no reaction. */
  readonly comment: number | null;
  readonly reaction: '+1' | '-1';
  /** Markdown; null: the reaction says it all. */
  readonly body: Masked | null;
}

export interface RepositoryFacts {
  /** `owner/name`, as GitHub calls it now. */
  readonly name: string;
  readonly defaultBranch: string;
  readonly isPrivate: boolean;
  readonly isFork: boolean;
  readonly hasIssues: boolean;
  /** Whether Actions may open pull requests. */
  readonly actionsMayOpenPullRequests: boolean | null;
  /** Whether a ruleset or a branch protection holds for the default branch; null: the token does not tell. */
  readonly isDefaultBranchGuarded: boolean | null;
  /** Whether workflows of the repository may run at all. */
  readonly areActionsEnabled: boolean | null;
  /** By branch: names of the rules that apply to it, e.g. `required_signatures`. */
  readonly rules: Readonly<Record<string, readonly string[] | null>>;
  /** Whether a secret of this name exists cannot be seen with every token. */
  readonly secretNames: readonly string[] | null;
}

export interface ReleasesAsk {
  /** `owner/name`. */
  readonly repository: string;
  /** What the last answer was tagged with; null: all of it is wanted. */
  readonly tag: string | null;
}

export interface ReleaseListing {
  /** Null: GitHub gave none. */
  readonly tag: string | null;
  /** Drafts and prereleases left out. */
  readonly releases: readonly ReleasedVersion[];
}

export interface EnvironmentFacts {
  /** Names or patterns of branches that may use it, with `tag:` before those of tags. Null: every branch may. */
  readonly branches: readonly string[] | null;
  /** Names; null: the token may not see them. */
  readonly secretNames: readonly string[] | null;
}
