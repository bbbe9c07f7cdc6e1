import type { GoalAlertCause } from './goal-alerts.ts';

/** Of a goal that fails because its task is stuck, or is paused because it fails, one alert tells all: the first of these that it has. */
export const ALERT_HEIRS: Partial<Record<string, readonly GoalAlertCause[]>> = {
  failing: ['paused', 'item_stuck'],
  item_stuck: ['paused'],
};
