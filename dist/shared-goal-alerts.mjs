import {
  BRANCH_PREFIX,
  DAY_MS,
  ENDINGS,
  PAUSED_BY_AGENT,
  hasFailedTooOften,
  init_back_off,
  init_checkpoint,
  init_ending,
  init_item,
  init_pause,
  init_spent_days,
  init_time,
  init_work_branch,
  isSpentTwoDaysRunning,
  itemRecord,
  itemTitle,
  loggedTitle,
  openDrafts,
  stuckItems
} from "./shared-noble-hashes.mjs";
import {
  __esm
} from "./shared-runtime.mjs";

// src/core/own-event.ts
function needsOwnCommit(event) {
  return ABOUT_COMMITS.has(event);
}
function isOpenToAll(event) {
  return OPEN_TO_ALL.has(event);
}
function reasonToIgnore(event, own) {
  const { name, actor, branch } = event;
  if (branch !== void 0 && isAgentsBranch(branch, own.stateBranch))
    return { kind: "own_branch", name, branch };
  if (actor !== void 0 && own.agent.some((one) => plainName(one) === plainName(actor)))
    return { kind: "own_act", name };
  if (event.isForks === true) return { kind: "foreign_commit", name };
  const isTrusted = event.isTrusted ?? !OPEN_TO_ALL.has(name);
  return isTrusted ? null : { kind: "outsider", name };
}
function isAgentsBranch(branch, stateBranch) {
  return branch === stateBranch || branch.startsWith(BRANCH_PREFIX);
}
function plainName(name) {
  return name.toLowerCase().replace(/\[bot\]$/, "");
}
var OPEN_TO_ALL, ABOUT_COMMITS;
var init_own_event = __esm({
  "src/core/own-event.ts"() {
    "use strict";
    init_work_branch();
    OPEN_TO_ALL = /* @__PURE__ */ new Set([
      "issues",
      "issue_comment",
      "pull_request",
      "pull_request_review",
      "pull_request_review_comment",
      "discussion",
      "discussion_comment"
    ]);
    ABOUT_COMMITS = /* @__PURE__ */ new Set(["check_suite", "deployment_status", "workflow_run"]);
  }
});

// src/core/health/goal-alerts.ts
function alertCauseOf(ending) {
  return FACTS[ending].opens ?? ending;
}
function goalAlerts(facts) {
  const { checkpoint, ending, detail } = facts;
  const alerts = /* @__PURE__ */ new Map();
  const { opens, isSilent } = FACTS[ending];
  for (const cause of OPENED_AT_ONCE) {
    const known = isSilent ? recordedAs(facts, cause) : null;
    if (opens === cause) alerts.set(cause, said(detail));
    else if (known !== null) alerts.set(cause, known);
  }
  const failing = failingAlert(facts);
  const stuck = stuckAlert(facts);
  const isPaused = checkpoint.pause?.by === PAUSED_BY_AGENT;
  if (isPaused) alerts.set("paused", said(checkpoint.pause.reason));
  const isPausedForIt = isPaused && hasFailedTooOften(checkpoint);
  if (stuck !== null && !isPausedForIt) alerts.set("item_stuck", stuck);
  if (failing !== null && stuck === null && !isPaused) alerts.set("failing", failing);
  if (isSpentTwoDaysRunning(checkpoint, facts.now))
    alerts.set("budget_spent", { seen: { kind: "budget_spent" } });
  const drafts = waitingDrafts(facts);
  if (drafts.length > 0) alerts.set("draft_waits", { seen: { kind: "drafts_wait", drafts } });
  const { findings = [] } = facts;
  if (findings.length > 0) alerts.set("findings", { seen: { kind: "findings", findings } });
  return alerts;
}
function failingAlert(facts) {
  const { checkpoint, ending, detail, settings } = facts;
  if (checkpoint.consecutive_failures < settings.alerts.consecutiveFailures) return null;
  const isAnnounced = failuresAfter(0, ending) === 0 || ENDINGS[ending].alert === "at_once";
  if (isAnnounced) return recordedAs(facts, "failing");
  return { seen: { kind: "failing", ending, detail }, about: ending };
}
function recordedAs({ recorded }, cause) {
  const record = recorded.find((each) => each.cause === cause && each.wanted);
  if (record?.detail === void 0) return null;
  return { ...said(record.detail), ...record.about === void 0 ? {} : { about: record.about } };
}
function stuckAlert(facts) {
  const { checkpoint } = facts;
  const { now, before } = stuckItems(checkpoint);
  if (now.length === 0) return before.length === 0 ? null : recordedAs(facts, "item_stuck");
  const keys = [...now, ...before];
  const items = keys.map((key) => stuckItem(checkpoint, key));
  return { seen: { kind: "stuck", items }, about: keys.toSorted().join("\n") };
}
function stuckItem(checkpoint, key) {
  const { ending, detail } = itemRecord(checkpoint, key);
  const title = loggedTitle({ key, title: itemTitle(checkpoint, key) });
  return { title, ending: ending ?? "item_stuck", detail };
}
function said(detail) {
  return { seen: { kind: "said", detail } };
}
function waitingDrafts({ checkpoint, settings, now }) {
  const oldest = now - settings.alerts.draftWaitsDays * DAY_MS;
  return openDrafts(checkpoint).flatMap(
    ([, { number, opened_at: since }]) => since !== null && Date.parse(since) < oldest ? [{ number, since }] : []
  );
}
function failuresAfter(before, ending) {
  switch (FACTS[ending].failures) {
    case "none":
      return 0;
    case "same":
      return before;
    case "one_more":
      return before + 1;
  }
}
var FACTS, OPENED_AT_ONCE;
var init_goal_alerts = __esm({
  "src/core/health/goal-alerts.ts"() {
    "use strict";
    init_back_off();
    init_pause();
    init_ending();
    init_item();
    init_checkpoint();
    init_spent_days();
    init_time();
    FACTS = {
      nothing_due: { opens: null, failures: "same", isSilent: true },
      no_change: { opens: null, failures: "none", isSilent: false },
      worked: { opens: null, failures: "none", isSilent: false },
      held_by_another_wake: { opens: null, failures: "same", isSilent: true },
      waiting_for_draft: { opens: null, failures: "none", isSilent: true },
      paused: { opens: null, failures: "same", isSilent: true },
      yielded_to_person: { opens: null, failures: "same", isSilent: true },
      stopped: { opens: null, failures: "same", isSilent: true },
      cancelled: { opens: null, failures: "same", isSilent: true },
      taken_over: { opens: null, failures: "same", isSilent: false },
      time_limit: { opens: null, failures: "one_more", isSilent: true },
      call_limit: { opens: null, failures: "one_more", isSilent: false },
      budget_spent: { opens: null, failures: "same", isSilent: true },
      lease_lost: { opens: null, failures: "same", isSilent: true },
      gave_up: { opens: null, failures: "one_more", isSilent: false },
      no_progress: { opens: null, failures: "one_more", isSilent: false },
      too_large: { opens: null, failures: "one_more", isSilent: false },
      checks_failed: { opens: null, failures: "one_more", isSilent: false },
      model_unavailable: { opens: null, failures: "one_more", isSilent: true },
      github_unavailable: { opens: null, failures: "one_more", isSilent: true },
      item_stuck: { opens: null, failures: "one_more", isSilent: false },
      bad_goal: { opens: "unfit_goal", failures: "one_more", isSilent: false },
      missing_key: { opens: "missing_key", failures: "one_more", isSilent: false },
      forbidden: { opens: "forbidden", failures: "one_more", isSilent: false },
      secret_found: { opens: "secret_found", failures: "one_more", isSilent: false },
      bad_settings: { opens: null, failures: "one_more", isSilent: false },
      bad_state_file: { opens: null, failures: "one_more", isSilent: false },
      unexpected: { opens: "unexpected", failures: "one_more", isSilent: false }
    };
    OPENED_AT_ONCE = Object.values(FACTS).flatMap(({ opens }) => opens === null ? [] : [opens]);
  }
});

export {
  needsOwnCommit,
  isOpenToAll,
  reasonToIgnore,
  isAgentsBranch,
  init_own_event,
  alertCauseOf,
  goalAlerts,
  failuresAfter,
  init_goal_alerts
};
