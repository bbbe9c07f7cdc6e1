import { maskedAboveFoot } from '../core/access/mask-foot.ts';
import { type Box, withTicks } from '../core/health/box.ts';
import { type StatusPageFacts, statusInput } from '../ledger/open-ledger.ts';
import type { ForeseenState } from '../ledger/step.ts';
import type { IssueText } from '../ports.ts';
import { DASHBOARD_TITLE, dashboardText, withoutTime } from '../report/status/dashboard-text.ts';

/** What the dashboard says about a state. `ticked`: boxes that wait for the job that serves them keep their tick. */
export function textOf(facts: StatusPageFacts, seen: ForeseenState, ticked: readonly Box[] = []): IssueText {
  const { mask } = facts;
  const body = withTicks(dashboardText(statusInput(facts, seen)), ticked);
  return { title: mask.mask(DASHBOARD_TITLE), body: maskedAboveFoot(body, mask) };
}

/** Whether the issue shows that already, but for the time. */
export function saysTheSame(shown: string, wanted: string): boolean {
  return withoutTime(shown) === withoutTime(wanted);
}
