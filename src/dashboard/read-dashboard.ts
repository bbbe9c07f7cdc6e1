import { DASHBOARD } from '../core/health/dashboard.ts';
import { readMarker } from '../core/marker.ts';
import type { Issues, OwnIssue } from '../ports.ts';
import { DASHBOARD_TITLE } from '../report/status/dashboard-text.ts';

/**
 * The dashboard, where this issue is it; null: it is not, or is gone. The number stands in the state, so it proves nothing: of the issues
 * that the agent's login has opened, only one with the marker is it, or one of its title whose marker somebody has taken away.
 */
export async function readDashboard(
  issues: Pick<Issues, 'readOpened'>,
  issue: number,
  signal: AbortSignal,
): Promise<OwnIssue | null> {
  const seen = await issues.readOpened(issue, DASHBOARD, signal);
  if (seen === null) return null;
  return readMarker(seen.body) === DASHBOARD || seen.title === DASHBOARD_TITLE ? seen : null;
}
