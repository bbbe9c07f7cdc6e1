import type { WakeResult } from '../../core/wake-result.ts';
import { type GitHubSite, issueUrl } from '../words/github-pages.ts';

/** What later steps of the job can read. */
export function actionOutputs(
  result: WakeResult,
  site: GitHubSite,
): Readonly<Record<'ending' | 'drafts' | 'alerts' | 'tokens' | 'usd' | 'next-due' | 'deferred', string>> {
  const drafts = result.goals.flatMap(({ goal, drafts: own }) =>
    own.map(({ title, branch, number, url, complete }) => ({ goal, title, branch, number, url, complete })),
  );
  const alerts = result.alerts.map(({ goal, cause, title, issue, opened }) => {
    const url = issue === null ? null : issueUrl(site, issue);
    return { goal, cause, title, issue, url, opened };
  });
  const spent = result.goals.map((goal) => goal.spent);
  const tokens = spent.reduce((sum, each) => sum + each.tokens, 0);
  const usdMicros = spent.reduce((sum, each) => sum + each.usdMicros, 0);
  return {
    ending: result.ending,
    drafts: JSON.stringify(drafts),
    alerts: JSON.stringify(alerts),
    tokens: String(tokens),
    usd: (usdMicros / 1_000_000).toFixed(6),
    'next-due': result.nextDue?.at ?? '',
    deferred: JSON.stringify(result.deferred),
  };
}
