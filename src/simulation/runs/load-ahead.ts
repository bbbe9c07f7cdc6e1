/**
 * Loads what the rooms of a run load when they first need it. Loading takes real time, which virtual time does not wait for: played
 * before it, a first run would meet other times than a second one.
 */
export async function loadAhead(): Promise<void> {
  await Promise.all([
    import('../../core/access/matching/globs.ts'),
    import('../../core/access/matching/linear-pattern.ts'),
    import('../../core/access/refusing-rules.ts'),
    import('../../report/status/status-page.ts'),
    import('../../ledger/branch-update.ts'),
    import('../../wake/goal/queue.ts'),
    import('../../wake/findings/queue.ts'),
    import('../../finders/finders.ts'),
    import('../../dashboard/update-dashboard.ts'),
    import('../../alerts/state-branch-alert.ts'),
    import('../../alerts/file-alerts.ts'),
    import('../../wake/inbox/store-event.ts'),
    import('../../wake/inbox/settle.ts'),
    import('../../wake/end-wake.ts'),
    import('../../wake/goals-in-turn.ts'),
    import('../../wake/item/items.ts'),
    import('../../wake/steps.ts'),
  ]);
}
