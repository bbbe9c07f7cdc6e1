import type { State } from '../core/state.ts';
import type { Step } from '../ledger/step.ts';
import type { Session } from './lease/session.ts';

interface DashboardEnd {
  /** Asked before a request; null: there is no lease that covers it. */
  readonly allowed: (() => Promise<void>) | null;
  /** Null: after a stop nothing but the release leaves the process. */
  readonly elsewhere: object | null;
}

/** What the last push changes besides. */
interface OtherChanges {
  readonly changes: (state: State) => State;
}

type EndStep = Step & { readonly goesOn: () => boolean };

const unchanged = (state: State): State => state;

/**
 * Brings the dashboard up to date with what the last push is about to leave, while the lease still covers it. Returns what that
 * push is to write down. A run that goes on does this when it ends.
 */
export async function dashboardOf(
  session: Session,
  { allowed, elsewhere }: DashboardEnd,
  stepWith: (other: OtherChanges) => EndStep,
): Promise<OtherChanges['changes']> {
  const { settings, ledger, deadline, order } = session;
  const isWanted = settings.dashboardIssue || ledger.state.status.dashboard !== undefined;
  if (!isWanted || allowed === null || elsewhere === null) return unchanged;
  const step = stepWith({ changes: unchanged });
  const foreseen = await ledger.foresee(step, deadline.save);
  if (foreseen === null || step.goesOn()) return unchanged;
  const { updateDashboard } = await import('../dashboard/update-dashboard.ts');
  return updateDashboard(
    { ...session, serverUrl: order.serverUrl, papers: order.papers },
    { foreseen, allowed },
  );
}
