/** Every kind of line that the activity log may have. Each line also has a plain sentence. */
export const EVENTS = {
  wake_started: 'info',
  wake_ended: 'info',
  heartbeat: 'info',
  lease_taken: 'info',
  lease_released: 'info',
  took_over: 'warn',
  lease_lost: 'warn',
  slots_classified: 'info',
  slots_missed: 'warn',
  window_started: 'info',
  window_moved: 'warn',
  window_finished: 'info',
  item_started: 'info',
  item_passed_over: 'info',
  item_continued: 'info',
  item_ended: 'info',
  item_failed: 'warn',
  item_stuck: 'error',
  tool_refused: 'warn',
  check_ran: 'info',
  checks_not_run: 'warn',
  command_ran: 'info',
  paths_left_out: 'warn',
  limit_near: 'info',
  model_fault: 'warn',
  model_replaced: 'warn',
  change_read: 'info',
  change_unread: 'warn',
  overspent: 'error',
  draft_opened: 'info',
  draft_updated: 'info',
  draft_found: 'info',
  draft_behind: 'warn',
  draft_closed: 'info',
  draft_merged: 'info',
  draft_refused: 'warn',
  draft_taken_over: 'warn',
  draft_reopened: 'info',
  work_found: 'warn',
  draft_aimed: 'warn',
  issue_commented: 'info',
  issue_opened: 'info',
  issue_labelled: 'info',
  issue_unlabelled: 'info',
  issue_kept: 'info',
  effect_failed: 'warn',
  alert_opened: 'warn',
  alert_untold: 'warn',
  alert_updated: 'info',
  alert_closed: 'info',
  dashboard_opened: 'info',
  dashboard_closed: 'info',
  goal_paused: 'warn',
  goal_resumed: 'info',
  goal_edited: 'info',
  bad_goal: 'error',
  bad_settings: 'error',
  request_stored: 'info',
  request_served: 'info',
  request_answered: 'info',
  yielded: 'info',
  stop_set: 'warn',
  stop_removed: 'info',
  workflow_disabled: 'warn',
  workflow_enabled: 'info',
  silence_seen: 'warn',
  lease_stuck: 'warn',
  security_release_seen: 'warn',
  work_not_begun: 'warn',
  budget_spent: 'warn',
  secret_found: 'error',
  repository_renamed: 'warn',
  state_adopted: 'warn',
  log_full: 'warn',
} as const satisfies Record<string, LogLevel>;

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';
export type EventName = keyof typeof EVENTS;

/** One line of `state/log/<day>.jsonl`. */
export interface LogEntry {
  /** ISO 8601, UTC. */
  readonly ts: string;
  readonly level: LogLevel;
  readonly event: EventName;
  /** A plain sentence. Reading only these sentences is enough to follow what happened. */
  readonly message: string;
  readonly wake: string;
  readonly goal?: string;
  readonly item?: string;
  readonly data?: Readonly<Record<string, unknown>>;
}
