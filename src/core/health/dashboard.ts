import type { BoxAnswer, DashboardRecord } from '../status.ts';

/** The marker under which the dashboard is found again. */
export const DASHBOARD = 'dashboard';

const ANSWERS = 10;
export const ANSWER_LENGTH = 400;

export const NO_DASHBOARD: DashboardRecord = { issue: null };

/** An answer to the same tick is not given twice. */
export function withAnswer(record: DashboardRecord | undefined, answer: BoxAnswer): DashboardRecord {
  const { answers = [], ...rest } = record ?? NO_DASHBOARD;
  if (answers.some(({ tick }) => tick === answer.tick)) return record ?? NO_DASHBOARD;
  return { ...rest, answers: [...answers, answer].slice(-ANSWERS) };
}

/** The dashboard is this issue, and it is open as far as the agent is concerned. */
export function withDashboard(record: DashboardRecord | undefined, issue: number): DashboardRecord {
  const { is_off: _off, refused_on: _day, ...rest } = record ?? NO_DASHBOARD;
  return { ...rest, issue };
}

/** The same of one that has just been opened or found. Another run may have opened one, too, whose answer never came. */
export function withNewDashboard(record: DashboardRecord, issue: number): DashboardRecord {
  return { ...withDashboard(record, issue), is_unswept: true };
}

/** GitHub did not let the agent write it on this day. */
export function withRefusal(record: DashboardRecord, day: string): DashboardRecord {
  return { ...record, refused_on: day };
}

/** GitHub lets the agent write it again. */
export function withoutRefusal({ refused_on: _day, ...record }: DashboardRecord): DashboardRecord {
  return record;
}

/** Others were looked for, and closed. */
export function withSweptDashboard(record: DashboardRecord): DashboardRecord {
  const { is_unswept: _, ...rest } = record;
  return rest;
}
