/** What a goal file says, checked, defaulted and bounded. `src/config/goal/goal-file.ts` makes these. */
export interface Goal {
  /** The file's name without its ending, kebab-case. */
  readonly id: string;
  /** Path in the repository, e.g. `goals/docs-index.yml`. */
  readonly file: string;
  /** Blob of the goal file: the goal's version. An edit restarts unfinished items. */
  readonly blob: string;
  readonly title: string;
  readonly objective: string;
  readonly schedule: Schedule;
  /** Names of repository events that make the goal due as well. */
  readonly on: readonly string[];
  readonly when: { readonly queueAtLeast: number } | null;
  readonly forEach: Queue | null;
  readonly permissions: Permissions;
  readonly limits: Limits;
  readonly whenDraftIsOpen: 'wait' | 'update';
  /** Missing: drafts are opened as the settings say. */
  readonly draft?: GoalDraft;
  /** The model is asked at each slot, also where nothing that the goal reads has changed. */
  readonly runsUnchanged: boolean;
  readonly setup: readonly string[];
  readonly checks: readonly string[];
  readonly doneWhen: readonly string[];
  /** Name of one of the settings' models. */
  readonly model: string;
  /** Name of the settings' model that reads a finished change before it becomes a draft; missing: none does. */
  readonly secondReader?: string;
  readonly enabled: boolean;
  /** By name, such as `limits.minutes`: the line of each field that the file names, from 1. Missing: not known. */
  readonly lines?: Readonly<Record<string, number>>;
}

export type CatchUp = 'once' | 'each' | 'skip';

/** When a goal is due. Slots of `every` lie at whole multiples since midnight UTC (days: since 1970-01-01). */
export type Schedule =
  | {
      readonly kind: 'every';
      readonly minutes: number;
      readonly catchUp: CatchUp;
      readonly catchUpWindowMinutes: number;
    }
  | {
      readonly kind: 'cron';
      /** Five fields. */
      readonly pattern: string;
      /** IANA name. */
      readonly timezone: string;
      readonly catchUp: CatchUp;
      readonly catchUpWindowMinutes: number;
    }
  | { readonly kind: 'once' }
  /** No time makes it due: an event, `when` or a person does. */
  | { readonly kind: 'never' };

/** `together`: all items of a window share one draft. */
export type Drafts = 'together' | 'per_item';

/** What a queue can be made of, as goal files spell it under `for_each`. */
export const QUEUE_KINDS = [
  'files',
  'issues',
  'commits',
  'list',
  'findings',
  'command',
  'runs',
  'pull_requests',
  'releases',
] as const;
export type QueueKind = (typeof QUEUE_KINDS)[number];

export type Queue =
  | {
      readonly kind: 'files';
      readonly pattern: string;
      /** Only files that changed inside the window. */
      readonly changed: boolean;
      /** The only path that a task may write, in terms of its file; missing: its file. */
      readonly target?: string;
      /** Only files whose target does not exist. */
      readonly targetMissing?: true;
      readonly drafts: Drafts;
    }
  | IssuesQueue
  | { readonly kind: 'commits'; readonly drafts: Drafts }
  /** The newest release. */
  | { readonly kind: 'releases'; readonly drafts: Drafts }
  | { readonly kind: 'list'; readonly elements: readonly string[]; readonly drafts: Drafts }
  | FindingsQueue
  | CommandQueue
  | RunsQueue
  | PullsQueue;

/** Which open issues are meant. All of what is given must hold. */
export interface IssueFilter {
  readonly labels: readonly string[];
  /** It has none of these. */
  readonly without?: readonly string[];
  /** It has no label at all. */
  readonly unlabelled?: true;
  /** It was opened at most so long ago. */
  readonly openedWithinMinutes?: number;
  /** Nobody has said or changed anything about it for so long. */
  readonly quietMinutes?: number;
}

export interface IssuesQueue extends IssueFilter {
  readonly kind: 'issues';
  readonly drafts: Drafts;
}

/** The finders that come with the agent, as goal files spell them. */
export const FINDERS = ['links', 'todos'] as const;
export type FinderName = (typeof FINDERS)[number];

/** In what form a command prints its findings. */
export const FINDING_FORMATS = [
  'lines',
  'sarif',
  'eslint',
  'ruff',
  'actionlint',
  'markdownlint',
  'typescript',
] as const;
export type FindingFormat = (typeof FINDING_FORMATS)[number];

/** The files in which a program finds something. */
export interface FindingsQueue {
  readonly kind: 'findings';
  readonly finder: FinderName;
  /** Globs; where it looks. Missing: in all that may be read. */
  readonly in?: readonly string[];
  /** With `todos`: the list that is held against the comments. */
  readonly listedIn?: string;
  readonly drafts: Drafts;
}

/** The files in which a command of the repository finds something. */
export interface CommandQueue {
  readonly kind: 'command';
  readonly command: string;
  readonly format: FindingFormat;
  readonly in?: readonly string[];
  readonly drafts: Drafts;
}

/** How GitHub says that an author belongs to a repository. */
export const ASSOCIATIONS = [
  ...(['owner', 'member', 'collaborator', 'contributor'] as const),
  ...(['first_time_contributor', 'first_timer', 'none'] as const),
] as const;
export type Association = (typeof ASSOCIATIONS)[number];

/** Pull requests that the agent has not opened: open ones for which all of what is given holds, or merged ones. */
export interface PullsQueue extends IssueFilter {
  readonly kind: 'pull_requests';
  /** Missing: anybody's. */
  readonly authors?: readonly Association[];
  /** Those that were merged into the default branch inside the window. Missing: open ones. */
  readonly merged?: true;
  readonly drafts: Drafts;
}

/** Runs of workflows that have failed. */
export interface RunsQueue {
  readonly kind: 'runs';
  /** File names below `.github/workflows/`. */
  readonly workflows: readonly string[];
  /** Missing: the default branch; of flaky runs any branch. */
  readonly branch?: string;
  /** Runs that have failed, and passed when they were repeated on the same commit. Missing: those that are failing. */
  readonly flaky?: true;
  readonly drafts: Drafts;
}

export const EFFECTS = [
  ...(['draft_pull_request', 'report_findings'] as const),
  ...(['comment_on_issue', 'open_issue', 'label_issue', 'unlabel_issue', 'keep_issue'] as const),
] as const;
export type EffectName = (typeof EFFECTS)[number];

export interface Permissions {
  /** Globs (dot files included) of paths the model may read. */
  readonly read: readonly string[];
  readonly write: readonly string[];
  /** Globs of those among them that the model may delete or move away as well; missing: none. */
  readonly delete?: readonly string[];
  /** A task of a queue over files may write all that `write` names, and not its own file alone. */
  readonly otherFiles?: boolean;
  readonly effects: readonly EffectName[];
  /** The model may run shell lines in the sandbox, in a copy that is thrown away. */
  readonly run?: boolean;
  /** The only labels that may be set, and taken away; missing: any may be set but those that make other programs act. */
  readonly labels?: readonly string[];
}

/** What drafts of one goal have besides what the settings say. */
export interface GoalDraft {
  /** Besides those of the settings. */
  readonly labels: readonly string[];
  /** In place of those of the settings; missing: those. */
  readonly reviewers?: readonly string[];
}

export interface Limits {
  /** Per item. */
  readonly minutes: number;
  /** For the commands of `setup`, which do not count into `minutes`. */
  readonly setupMinutes: number;
  /** Per item. */
  readonly modelCalls: number;
  /** Per item, over all wakes; then the item is stuck. */
  readonly attempts: number;
  readonly itemsPerWake: number;
  /** Per wake of this goal. */
  readonly tokens: number;
  readonly tokensPerDay: number;
  /** Null: the goal's model has no price, so dollars cannot be counted. */
  readonly usdPerDay: number | null;
  readonly usdPerMonth: number | null;
  readonly openDrafts: number;
  /** Per draft. */
  readonly changedFiles: number;
  /** Per draft: added plus removed lines. */
  readonly changedLines: number;
  /** Per item: how often the model may repeat the same call, error or small edit before the item ends. */
  readonly repeats: number;
}

/** Whether the goal can change a file at all. */
export function opensDrafts({ permissions }: Pick<Goal, 'permissions'>): boolean {
  return permissions.effects.includes('draft_pull_request') && permissions.write.length > 0;
}

/** Whether anything of the goal runs in a sandbox. */
export function hasCommands({ setup, checks, doneWhen, forEach, permissions }: Goal): boolean {
  const isFoundByCommand = forEach?.kind === 'command';
  return setup.length + checks.length + doneWhen.length > 0 || isFoundByCommand || permissions.run === true;
}
