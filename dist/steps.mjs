import {
  completeResult,
  dueNow,
  endIdle,
  init_steps,
  noteEndOfStop,
  openSession,
  prepare,
  refuseStop,
  refuseUnknownGoals,
  settleInbox,
  startRun,
  storeEvent,
  syncFileAlerts,
  taken,
  wakeResult,
  workOnItems
} from "./shared-re2js.mjs";
import "./shared-meter.mjs";
import "./shared-noble-hashes.mjs";
import "./shared-get-east-asian-width.mjs";
import "./shared-yaml.mjs";
import "./shared-inputs.mjs";
import "./shared-plain-http.mjs";
import "./shared-valibot.mjs";
import "./shared-masked.mjs";
import "./shared-runtime.mjs";
init_steps();
export {
  completeResult,
  dueNow,
  endIdle,
  noteEndOfStop,
  openSession,
  prepare,
  refuseStop,
  refuseUnknownGoals,
  settleInbox,
  startRun,
  storeEvent,
  syncFileAlerts,
  taken,
  wakeResult,
  workOnItems
};
