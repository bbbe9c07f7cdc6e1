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

/** Whose a label is that the agent may not set; null: it may. What it sets must not decide what it works on. */
export function reasonNotToSet(label: string, queues: readonly string[]): 'own' | 'queue' | null {
  if (isOwnLabel(label)) return 'own';
  return queues.some((queue) => isSameLabel(queue, label)) ? 'queue' : null;
}
