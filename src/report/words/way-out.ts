/**
 * What a person can do about a task that used up its attempts, as plain text with names in backticks. The only place that says
 * it: the log, the alert and the status say the same. The limit that was in the way is named by the item's own ending.
 */
export function stuckWayOut(goal: string): string {
  return [
    `Edit the goal file. If a limit was in the way, raise it there.`,
    `Or ask for new attempts with the comment \`/wakeful run ${goal}\`.`,
    `Or change what the task is about: a new version gets new attempts.`,
  ].join(' ');
}
