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

/** Others were looked for, and closed. */
export function withSweptDashboard(record: DashboardRecord): DashboardRecord {
  const { is_unswept: _, ...rest } = record;
  return rest;
}
