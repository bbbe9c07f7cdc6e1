import type { Limits } from './goal.ts';

/** Where the settings are, in every repository. */
export const SETTINGS_FILE = '.github/wakeful.yml';

/** The settings file, checked and defaulted. `src/config/settings/settings-file.ts` makes this. */
export interface Settings {
  readonly models: Readonly<Record<string, ModelSettings>>;
  readonly budget: TotalBudget;
  /** The lines of its fields in the file, by name; missing: there is no such file. */
  readonly lines?: Readonly<Record<string, number>>;
  /** Upper bounds for the limits of every goal. */
  readonly bounds: Limits;
  /** Open drafts of all goals together. */
  readonly openDrafts: number;
  readonly draft: {
    readonly labels: readonly string[];
    /** Logins, or teams as `org/team`. */
    readonly reviewers: readonly string[];
    /** Whether a pull request is opened ready for review where the repository has no drafts. */
    readonly readyWhereUnsupported: boolean;
  };
  readonly commit: { readonly name: string; readonly email: string; readonly prefix: string };
  readonly stateBranch: string;
  readonly goalsFolder: string;
  readonly alerts: {
    readonly consecutiveFailures: number;
    readonly silentHours: number;
    readonly draftWaitsDays: number;
    readonly open: number;
  };
  /** Whether an alert says that a newer release of Wakeful has a security fix. */
  readonly tellsSecurityReleases: boolean;
  /** Globs the model may never write, on top of the built-in ones. */
  readonly protectedPaths: readonly string[];
  /** Regular expressions whose matches are secrets, on top of the built-in ones. */
  readonly secretPatterns: readonly string[];
  /** Hosts that `setup` may reach. */
  readonly setupHosts: readonly string[];
  /** What commands get of the machine besides the usual. */
  readonly sandbox: SandboxSettings;
  readonly logDays: number;
  /** Whether one standing issue shows what the status page shows. */
  readonly dashboardIssue: boolean;
  /** Whether a second reader reads each finished change, where a goal says nothing else; a text: the model that does. */
  readonly secondReader: boolean | string;
}

export interface SandboxSettings {
  /** Folders of programs, absolute or from the home of the user that the agent runs as (`~/`). */
  readonly path: readonly string[];
  /** Names of variables of the environment. */
  readonly env: readonly string[];
}

export interface ModelSettings {
  /** The name the server knows, e.g. `gpt-5-mini`. */
  readonly model: string;
  /** Null: the `openai` package's default. */
  readonly baseUrl: string | null;
  /** US dollars per million tokens; null: no price known, so limits in dollars are refused. */
  readonly price: {
    readonly in: number;
    readonly out: number;
    readonly cachedIn?: number;
    readonly reasoningOut?: number;
  } | null;
  /** Most tokens asked of one answer. */
  readonly maxOutputTokens: number;
  /** How long one answer may take; missing: by its size. */
  readonly answerSeconds?: number;
  /** Whether an answer comes in parts, so that a slow server is told from one that has stopped. */
  readonly isStreamed?: boolean;
  /** What the server speaks; missing: chat completions. */
  readonly api?: 'chat' | 'responses';
  /** Names of models that take its place, in this order, when it is retired, out of credit or down. */
  readonly fallback?: readonly string[];
}

/** Over all goals. Null: not limited in dollars. */
export interface TotalBudget {
  readonly tokensPerDay: number;
  readonly tokensPerMonth: number;
  readonly usdPerDay: number | null;
  readonly usdPerMonth: number | null;
}
