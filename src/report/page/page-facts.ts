import type { LogEntry } from '../../core/event.ts';
import type { Report } from '../../core/report/report.ts';
import type { TimeScale } from '../../pages/time-scale.ts';
import type { GitHubSite } from '../words/github-pages.ts';
import type { PageLine } from './line-ids.ts';

/** What the web page is made from. All texts are masked. */
export interface PageFacts {
  readonly report: Report;
  /** As they stand in the log, oldest first. */
  readonly entries: readonly LogEntry[];
  /** Where its pull requests and issues are opened; null: a rehearsal has no such pages. */
  readonly site: GitHubSite | null;
  /** Hours without a sign of life from which on the agent counts as silent. */
  readonly silentHours: number;
}

/** The same, with what several parts of the page need. */
export interface PageView extends Omit<PageFacts, 'entries'> {
  readonly lines: readonly PageLine[];
  /** The week that all charts of single things share. */
  readonly week: TimeScale;
  /** When the report was made, ms. */
  readonly now: number;
}
