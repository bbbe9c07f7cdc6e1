import type { Goal } from '../goal.ts';

/** What an issue of the agent's own alerts carries. */
export const ALERT_LABEL = 'wakeful-alert';

/** The agent's own labels begin so; it never sets them on a model's word. */
const OWN = 'wakeful';

/** GitHub does not tell labels apart by case. */
export function isSameLabel(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** Whether a label is the agent's own: by these it finds its alerts. */
export function isOwnLabel(label: string): boolean {
  return label.toLowerCase().startsWith(OWN);
}

/** The labels that put an issue into the queue of some goal, enabled or not. */
export function queueLabels(goals: readonly Goal[]): readonly string[] {
  return goals.flatMap(({ forEach }) => (forEach?.kind === 'issues' ? forEach.labels : []));
}

/**
 * Why the agent may not set a label, to go on after its name; null: it may. What it sets must not decide what it works on.
 */
export function whyNotSet(label: string, queues: readonly string[]): string | null {
  if (isOwnLabel(label)) return "is one of the agent's own";
  if (queues.some((queue) => isSameLabel(queue, label))) return 'puts an issue into the queue of a goal';
  return null;
}
