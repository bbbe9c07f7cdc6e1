/*
 * What only a wake needs that has something to do, loaded as one piece: each lazy import more cuts the bundled program
 * into more files, and each file costs every wake a millisecond.
 */
export { endWake } from './end-wake.ts';
export { storeEvent } from './events.ts';
export { globalAlertsInLine } from './file-alerts.ts';
export { workOnDueGoals } from './rounds.ts';
export { settleInbox } from './settle-inbox.ts';
export { raiseStateAlert } from './state-alert.ts';
