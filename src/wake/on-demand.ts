/*
 * What only a wake needs that has something to do, loaded as one piece: each lazy import more cuts the bundled program
 * into more files, and each file costs every wake a millisecond.
 */

export { globalAlertsInLine } from '../alerts/file-alerts.ts';
export { raiseStateAlert } from '../alerts/state-branch-alert.ts';
export { endWake } from './end-wake.ts';
export { workOnDueGoals } from './goals-in-turn.ts';
export { settleInbox } from './inbox/settle.ts';
export { storeEvent } from './inbox/store-event.ts';
