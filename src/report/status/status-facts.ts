import { type MaskedRecord, published } from '../../core/access/masked-record.ts';
import type { LogEntry } from '../../core/event.ts';
import type { ShortReport } from '../../core/report/report.ts';
import { type LogFacts, shortReportOf } from '../../core/report/report-of.ts';
import type { Settings } from '../../core/settings.ts';
import type { State } from '../../core/state.ts';
import type { Masked } from '../../core/text/masked.ts';
import { DAY_MS, utcDay } from '../../core/time.ts';
import type { PageTarget } from '../words/github-pages.ts';
import type { Tone } from '../words/palette.ts';

/** What the status page and the status command are made from. */
export interface StatusInput {
  readonly state: MaskedRecord<State>;
  readonly goals: readonly { readonly id: string; readonly title: Masked }[];
  readonly log: RecentLog;
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
  readonly settings: Pick<Settings, 'budget' | 'openDrafts' | 'alerts'>;
  readonly repository: string;
  /** What people open, e.g. `https://git.acme.example`; missing: `https://github.com`. */
  readonly serverUrl?: string | undefined;
  /** `owner/name` of the repository that has the papers of Wakeful. Missing: this one, which is a copy. */
  readonly papers?: string | undefined;
  /** The state branch. */
  readonly branch: string;
  /** Where somebody at a terminal can read a draft or an issue; null: nowhere. */
  readonly pageOf?: (target: PageTarget) => string | null;
}

/** The lines of the newest days of the log, as they may be shown. */
export interface RecentLog extends Omit<LogFacts, 'entries'> {
  readonly entries: readonly MaskedRecord<LogEntry>[];
}

/** Everything that the page tells, as facts. */
export function statusReport(input: StatusInput): MaskedRecord<ShortReport> {
  const { state, goals, log, now, settings, repository } = input;
  const { budget, openDrafts, alerts } = settings;
  const limits = { budget, openDrafts, silentHours: alerts.silentHours };
  return published(
    shortReportOf({ repository, state, goals, ...log, logFrom: utcDay(now - DAY_MS), now, limits }),
  );
}

/** A question of somebody who looks at the agent, and its answer in plain sentences. */
export interface StatusAnswer {
  readonly question: string;
  readonly answer: string;
  readonly tone: Tone;
}
