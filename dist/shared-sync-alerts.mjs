import {
  AGENT,
  ALERT_CAUSES,
  BOX_ACTIONS,
  STATE_READABLE_AGAIN,
  closingWords,
  dropLease,
  goalRows,
  hasRoom,
  init_alert_causes,
  init_alert_state,
  init_budget,
  init_lease,
  init_mask_foot,
  init_open_ledger,
  init_repository_page,
  init_status,
  init_status_facts,
  init_status_page,
  init_verdict_words,
  isLeaseOverdue,
  issueOf,
  maskedAboveFoot,
  noReservation,
  statusInput,
  statusPageAddress,
  statusReport,
  statusSections,
  takeLease,
  verdictWords,
  warnings,
  wayOut,
  withSwept,
  withUnswept
} from "./shared-re2js.mjs";
import {
  Halt,
  asHalt,
  codeSpan,
  count,
  digest,
  dueTime,
  endingWords,
  hiddenMarker,
  init_digest,
  init_ending,
  init_ending_words,
  init_github_pages,
  init_halt,
  init_markdown,
  init_marker,
  init_masked_record,
  init_sentences,
  init_time,
  inlineText,
  isOutage,
  isoTime,
  link,
  longTime,
  maskedRecord,
  quotedText,
  readMarker,
  renderWithin,
  repositoryUrl,
  shortTime,
  stoppedBy,
  titleText,
  utcDay
} from "./shared-noble-hashes.mjs";
import {
  compareText,
  init_compare_text
} from "./shared-inputs.mjs";
import {
  cutBetweenWords,
  cutText,
  fixed,
  init_masked,
  init_plain_text,
  masked
} from "./shared-valibot.mjs";
import {
  __esm,
  __export
} from "./shared-runtime.mjs";

// src/ledger/raised-alerts.ts
var RaisedAlerts;
var init_raised_alerts = __esm({
  "src/ledger/raised-alerts.ts"() {
    "use strict";
    RaisedAlerts = class {
      #names = /* @__PURE__ */ new Set();
      note(name) {
        this.#names.add(name);
      }
      has(name) {
        return this.#names.has(name);
      }
    };
  }
});

// src/report/on-github/alert.ts
function alertText(input) {
  const title = titleText(
    masked`Wakeful: ${input.goal?.id ?? fixed("the agent")} ${fixed(ALERT_CAUSES[input.cause].title)}`,
    TITLE_LENGTH
  );
  const body = [
    `Since ${longTime(input.since)}${goalWords(input.goal)}.`,
    "## What happened",
    input.detail.trim() === "" ? "Nothing more is known." : renderWithin(input.detail, DETAIL_LENGTH, quotedText),
    "## What to do",
    [...wayOut({ goal: input.goal?.id ?? null, cause: input.cause }), ...byHand(input)].map((step, index) => `${index + 1}. ${step}`).join("\n"),
    `The log is on the branch ${codeSpan(input.branch)}, in \`state/log/\`. ${CLOSING}`,
    hiddenMarker(alertMarker(input))
  ].join("\n\n");
  return { title, body };
}
function byHand({ cause, detail, home }) {
  const address = cause === "forbidden" ? COMPARE.exec(detail)?.[1] : void 0;
  const isOwn = home !== void 0 && address?.startsWith(`${home}/compare/`) === true;
  return address === void 0 || !isOwn ? [] : [`${link("Or open the pull request by hand", address)}.`];
}
function alertMarker(alert) {
  return `alert/${alert.goal?.id ?? "_agent"}/${alert.cause}`;
}
function goalWords(goal) {
  return goal === null ? "" : `, goal ${codeSpan(goal.id)}: ${inlineText(cutText(goal.title, TITLE_LENGTH))}`;
}
var TITLE_LENGTH, DETAIL_LENGTH, COMPARE, CLOSING;
var init_alert = __esm({
  "src/report/on-github/alert.ts"() {
    "use strict";
    init_marker();
    init_masked();
    init_plain_text();
    init_markdown();
    init_sentences();
    init_alert_causes();
    TITLE_LENGTH = 120;
    DETAIL_LENGTH = 2e4;
    COMPARE = /`(https?:\/\/[^\s`]+\/compare\/[^\s`]+\?expand=1)`/;
    CLOSING = [
      "The agent closes this issue when the cause is gone.",
      "If you close it yourself, it stays closed until the cause changes."
    ].join(" ");
  }
});

// src/alerts/state-branch-alert.ts
var state_branch_alert_exports = {};
__export(state_branch_alert_exports, {
  raiseStateAlert: () => raiseStateAlert,
  settleStateAlert: () => settleStateAlert
});
async function raiseStateAlert(facts, detail) {
  const text = textOf(facts, detail);
  const untold = { ...ALERT, title: text.title, issue: null, opened: false, known: false };
  const raised = await tryRequests(facts, () => tell(facts, text));
  return { ...untold, ...raised };
}
async function tell(facts, text) {
  const { github } = facts.world;
  const issues = await stateIssues(facts);
  const same = issues.find((issue) => saysTheSame(issue, text));
  if (same !== void 0) return { issue: same.number, opened: false, known: same.state === "closed" };
  const open = issues.find((issue) => issue.state === "open");
  if (open === void 0) {
    const { number } = await github.openAlertIssue(text, facts.deadline.work);
    facts.journal.write({ event: "alert_opened", issue: number, title: text.title });
    return { issue: number, opened: true, known: false };
  }
  await github.updateAlertIssue(open.number, text, facts.deadline.work);
  facts.journal.write({ event: "alert_updated", issue: open.number, title: text.title });
  return { issue: open.number, opened: false, known: false };
}
async function settleStateAlert(session) {
  await tryRequests(session, async () => {
    const { github } = session.world;
    const open = (await stateIssues(session)).filter((issue) => issue.state === "open");
    for (const { number } of open) {
      await session.ledger.refresh(session.deadline.work);
      if (session.ledger.state.stop !== null) return;
      await github.updateAlertIssue(number, textOf(session, STATE_READABLE_AGAIN), session.deadline.work);
      await github.closeAlertIssue(number, STATE_READABLE_AGAIN, session.deadline.work);
      session.journal.write({ event: "alert_closed", issue: number });
    }
  });
}
async function stateIssues({ world, deadline }) {
  const issues = await world.github.listAlertIssues([], deadline.work);
  return issues.filter((issue) => readMarker(issue.body) === alertMarker(ALERT));
}
async function tryRequests(facts, body) {
  try {
    facts.deadline.check();
    return await body();
  } catch (reason) {
    const failure = { kind: "state_alert", detail: asHalt(reason).detail };
    facts.journal.write({ event: "effect_failed", failure });
    return null;
  }
}
function textOf({ world, settings, mask }, detail) {
  const since = isoTime(world.clock.now());
  const text = alertText(maskedRecord({ ...ALERT, detail, since, branch: settings.stateBranch }, mask));
  return { title: mask.mask(text.title), body: maskedAboveFoot(text.body, mask) };
}
function saysTheSame(one, other) {
  const words = ({ body }) => body.replaceAll("\r\n", "\n").trim().split("\n\n").slice(1).join("\n\n");
  return words(one) === words(other);
}
var ALERT;
var init_state_branch_alert = __esm({
  "src/alerts/state-branch-alert.ts"() {
    "use strict";
    init_mask_foot();
    init_masked_record();
    init_halt();
    init_marker();
    init_time();
    init_alert();
    init_alert_causes();
    ALERT = { goal: null, cause: "bad_state_file" };
  }
});

// src/alerts/alert-results.ts
function alertResults({
  ledger,
  raised
}) {
  const { alerts } = ledger.state;
  return Object.entries(alerts.alerts).filter(([, record]) => record.wanted).sort(([a], [b]) => compareText(a, b)).map(([name, record]) => ({
    goal: record.goal === AGENT ? null : record.goal,
    cause: record.cause,
    title: record.title,
    issue: issueOf(alerts, record),
    opened: raised.has(name),
    known: record.known
  }));
}
var init_alert_results = __esm({
  "src/alerts/alert-results.ts"() {
    "use strict";
    init_alert_state();
    init_compare_text();
  }
});

// src/report/on-github/state-commits.ts
var STATE_COMMITS;
var init_state_commits = __esm({
  "src/report/on-github/state-commits.ts"() {
    "use strict";
    init_ending_words();
    init_sentences();
    STATE_COMMITS = {
      lock: (epoch, slot) => `take lock ${epoch}${slot === null ? "" : ` for the run due ${dueTime(slot)}`}`,
      unlock: (ending) => `release the lock: ${endingWords(ending)}`,
      lockAlerts: () => "take the lock for general alerts",
      unlockAlerts: () => "bring general alerts up to date",
      lockDashboard: () => "take the lock to open the dashboard",
      unlockDashboard: () => "write down the dashboard",
      /** `title`: of the item; null: the goal has one only, which has no name. */
      saveItem: (title, ending) => `save ${title ?? "the work"}: ${endingWords(ending)}`,
      withdrawWork: () => "withdraw work that the remote did not take",
      giveAttemptBack: (title) => `give back the attempt${title === null ? "" : ` at ${title}`}`,
      continueOn: (branch) => `continue on ${branch}`,
      storeEvent: (event) => `store the event ${event}`,
      settleRequests: () => "answer requests",
      showLife: () => "show that the agent is alive: nothing was due",
      endRun: (ending) => `end a run: ${endingWords(ending)}`
    };
  }
});

// src/core/health/dashboard.ts
function withAnswer(record, answer) {
  const { answers = [], ...rest } = record ?? NO_DASHBOARD;
  if (answers.some(({ tick }) => tick === answer.tick)) return record ?? NO_DASHBOARD;
  return { ...rest, answers: [...answers, answer].slice(-ANSWERS) };
}
function withDashboard(record, issue) {
  const { is_off: _off, refused_on: _day, ...rest } = record ?? NO_DASHBOARD;
  return { ...rest, issue };
}
function withSweptDashboard(record) {
  const { is_unswept: _, ...rest } = record;
  return rest;
}
var DASHBOARD, ANSWERS, ANSWER_LENGTH, NO_DASHBOARD;
var init_dashboard = __esm({
  "src/core/health/dashboard.ts"() {
    "use strict";
    DASHBOARD = "dashboard";
    ANSWERS = 10;
    ANSWER_LENGTH = 400;
    NO_DASHBOARD = { issue: null };
  }
});

// src/ledger/holder.ts
async function isHolderGone(context, lease) {
  const { world, deadline } = context;
  const state = await answerOf(context, () => world.github.wakeState(lease.wake, deadline.work));
  if (state === "finished") return true;
  const now = await timeOf(context);
  return now !== null && isLeaseOverdue(lease, now);
}
async function timeOf(context) {
  const { github, clock } = context.world;
  const answer = await answerOf(context, () => github.serverTime(context.deadline.work));
  if (answer === "github_unavailable") return null;
  return typeof answer === "number" ? answer : clock.now();
}
async function answerOf({ deadline }, ask) {
  try {
    return await ask();
  } catch (reason) {
    deadline.check();
    if (reason instanceof Halt) return reason.ending;
    throw reason;
  }
}
var init_holder = __esm({
  "src/ledger/holder.ts"() {
    "use strict";
    init_ending();
    init_lease();
  }
});

// src/ledger/refuse-disabled.ts
async function refuseDisabled({
  world,
  deadline
}) {
  if (!await isDisabled(world, deadline.work)) return;
  throw new Halt("stopped", "The workflow of this run was disabled. Enable it on GitHub to resume.");
}
async function isDisabled({ github }, signal) {
  try {
    return await github.isDisabled(signal);
  } catch (reason) {
    if (isOutage(reason)) return false;
    throw reason;
  }
}
var init_refuse_disabled = __esm({
  "src/ledger/refuse-disabled.ts"() {
    "use strict";
    init_ending();
    init_halt();
  }
});

// src/alerts/agent-lease.ts
async function takeAgentLease(context, push) {
  const { ledger, world, deadline } = context;
  const seen = ledger.state.lock.leases[AGENT];
  if (seen !== void 0 && !await isHolderGone(context, seen)) return null;
  const nonce = world.random.nonce();
  let dead;
  const outcome = await ledger.commit(
    {
      apply: (state) => {
        if (state.stop !== null) throw stoppedBy(state.stop);
        dead = state.lock.leases[AGENT];
        if (dead !== void 0 && dead.nonce !== seen?.nonce) return "stale";
        const left = dead === void 0 ? state : withLeftovers(state);
        return { ...left, lock: agentLock(context, state, nonce) };
      },
      describe: (after) => ({ goal: AGENT, what: push.what, epoch: after.lock.epoch, step: 1 }),
      events: () => [...dead === void 0 ? [] : [tookOverLine(dead)], ...push.events ?? []],
      isIn: (state) => state.lock.leases[AGENT]?.nonce === nonce
    },
    deadline.work
  );
  const own = ledger.state.lock.leases[AGENT];
  if (outcome.kind !== "landed" || own === void 0) return null;
  return { nonce, epoch: own.epoch, isTakenOver: dead !== void 0 };
}
function withLeftovers(state) {
  const { status } = state;
  const dashboard = { ...status.dashboard ?? NO_DASHBOARD, is_unswept: true };
  return { ...state, alerts: withUnswept(state.alerts, AGENT), status: { ...status, dashboard } };
}
function tookOverLine({ wake, epoch }) {
  return { event: "took_over", deadWake: wake, epoch, work: { kind: "alerts" } };
}
function agentLock(context, state, nonce) {
  return takeLease(state.lock, {
    goal: AGENT,
    wake: context.order.wake.id,
    nonce,
    now: context.world.clock.now(),
    expiresAt: context.deadline.leaseEnd,
    reservation: noReservation(utcDay(context.world.clock.now())),
    goalBlob: "",
    item: null,
    isForPerson: false
  });
}
async function agentAllowed(context, { nonce }) {
  const { ledger, deadline, world } = context;
  await refuseDisabled(context);
  await ledger.refresh(deadline.work);
  deadline.check();
  if (ledger.state.stop !== null) throw stoppedBy(ledger.state.stop);
  if (ledger.state.lock.leases[AGENT]?.nonce !== nonce)
    throw new Halt("lease_lost", "Another run looks after the alerts.");
  if (deadline.msLeaseLeft() <= world.github.requestTimeoutMs)
    throw new Halt("time_limit", "Too little time is left.");
}
async function releaseAgentLease(context, { nonce, epoch }, { what, change }) {
  let released = false;
  await context.ledger.commit(
    {
      apply: (state) => {
        released = state.lock.leases[AGENT]?.nonce === nonce;
        if (!released) return "stale";
        const after = change(state);
        return { ...after, lock: dropLease(after.lock, AGENT) };
      },
      // Goals may have taken locks meanwhile, so the newest number is not this one's.
      describe: () => ({ goal: AGENT, what, epoch, step: 2 }),
      isIn: (state) => released && state.lock.leases[AGENT]?.nonce !== nonce
    },
    context.deadline.save
  );
}
var init_agent_lease = __esm({
  "src/alerts/agent-lease.ts"() {
    "use strict";
    init_alert_state();
    init_ending();
    init_halt();
    init_dashboard();
    init_lease();
    init_budget();
    init_time();
    init_holder();
    init_refuse_disabled();
  }
});

// src/alerts/wanted-alert.ts
function fingerprint(alert) {
  return `${alert.goal?.id ?? AGENT}/${alert.cause}`;
}
function alertName(body) {
  return readMarker(body)?.replace(/^alert\//, "") ?? "";
}
function causeIn(name) {
  return name.slice(name.lastIndexOf("/") + 1);
}
function textOf2({ mask, settings, order }, alert, since) {
  const { serverUrl, repository } = order;
  const home = serverUrl === void 0 ? void 0 : repositoryUrl({ serverUrl, repository });
  const text = alertText(maskedRecord({ ...alert, since, branch: settings.stateBranch, home }, mask));
  return { title: mask.mask(text.title), body: maskedAboveFoot(text.body, mask) };
}
function aboutOf({ about, detail }) {
  return about ?? digest([detail], 16);
}
function shownAs(text) {
  return digest([text.title, text.body], 16);
}
var init_wanted_alert = __esm({
  "src/alerts/wanted-alert.ts"() {
    "use strict";
    init_mask_foot();
    init_masked_record();
    init_alert_state();
    init_marker();
    init_digest();
    init_alert();
    init_github_pages();
  }
});

// src/alerts/recorded-alerts.ts
function isRecorded(alerts, alert) {
  return alerts.alerts[fingerprint(alert)]?.about === aboutOf(alert);
}
function areInLine(context, alerts, scope) {
  const wanted = new Map(scope.wanted.map((alert) => [fingerprint(alert), alert]));
  const room = hasRoom(alerts, context.settings.alerts.open);
  const isShown = [...wanted].every(([name, alert]) => {
    const record = alerts.alerts[name];
    if (record === void 0 || record.about !== aboutOf(alert)) return false;
    if (record.known) return true;
    const isSaid = record.shown === shownAs(textOf2(context, alert, record.raised_at));
    return record.wanted && isSaid && (record.folded === true ? !room : record.issue !== null);
  });
  const isGone = Object.entries(alerts.alerts).some(
    ([name, record]) => scope.owns(record) && !wanted.has(name)
  );
  return isShown && !isGone;
}
var init_recorded_alerts = __esm({
  "src/alerts/recorded-alerts.ts"() {
    "use strict";
    init_alert_state();
    init_wanted_alert();
  }
});

// src/alerts/sync-alerts.ts
async function bringInLine(context, alerts, scope) {
  const writer = new AlertWriter(context, scope, alerts);
  const wanted = new Map(scope.wanted.map((alert) => [fingerprint(alert), alert]));
  const gone = Object.entries(alerts.alerts).filter(
    ([name, record]) => scope.owns(record) && !wanted.has(name)
  );
  const changes = [];
  for (const [name, record] of gone) changes.push(await writer.close(name, record));
  const isKnown = (name) => wanted.has(name) || alerts.alerts[name] !== void 0;
  if (scope.sweeps !== void 0) changes.push(await writer.sweep(scope.sweeps, isKnown));
  for (const [name, alert] of wanted) {
    const now = apply(changes, alerts);
    changes.push(await writer.show(name, alert, now));
  }
  return (before) => apply(changes, before);
}
function apply(changes, before) {
  return changes.reduce((after, change) => change(after), before);
}
function isNews(receipt, before) {
  const isNewlyFolded = receipt.folded === true && before?.folded !== true;
  const isNewlyUntold = receipt.issue === null && receipt.known && before?.known !== true;
  return isNewlyFolded || isNewlyUntold || receipt.issue !== (before?.issue ?? null);
}
var AlertWriter;
var init_sync_alerts = __esm({
  "src/alerts/sync-alerts.ts"() {
    "use strict";
    init_alert_state();
    init_ending();
    init_halt();
    init_marker();
    init_time();
    init_alert();
    init_alert_causes();
    init_wanted_alert();
    AlertWriter = class {
      #context;
      #scope;
      /** Issues of the records: whatever their age, they are read. */
      #known;
      #issues = null;
      #isBroken = false;
      constructor(context, scope, alerts) {
        const records = Object.values(alerts.alerts).filter(scope.owns);
        this.#known = records.flatMap(({ issue }) => issue ?? []);
        this.#context = context;
        this.#scope = scope;
      }
      async show(name, alert, alerts) {
        const record = alerts.alerts[name];
        const raisedAt = record?.raised_at ?? isoTime(this.#context.world.clock.now());
        const text = textOf2(this.#context, alert, raisedAt);
        const about = aboutOf(alert);
        const left = {
          ...record,
          goal: alert.goal?.id ?? AGENT,
          cause: alert.cause,
          ...text,
          detail: alert.detail,
          about,
          raised_at: raisedAt,
          wanted: true,
          issue: record?.issue ?? null,
          shown: null,
          known: record?.known === true && record.about === about,
          folded: false
        };
        const isSame = record?.about === about;
        const receipt = await this.#try(
          () => this.#ensure({ alert, text, alerts, known: isSame ? record.issue : null })
        );
        const kept = receipt === null ? left : { ...left, ...receipt, shown: shownAs(text) };
        if (receipt !== null && isNews(receipt, record)) this.#context.raised.note(name);
        return (before) => ({ ...before, alerts: { ...before.alerts, [name]: kept } });
      }
      async close(name, record) {
        const isDone = await this.#try(() => this.#closeIssues(name, record));
        if (isDone === null) {
          return (before) => ({ ...before, alerts: { ...before.alerts, [name]: { ...record, wanted: false } } });
        }
        return (before) => {
          const { [name]: _gone, ...rest } = before.alerts;
          return { ...before, alerts: rest };
        };
      }
      /** Closes what a dead wake has opened and could not write down, where its cause is gone. What fails is left to a later wake. */
      async sweep({ mayBeLeft, settles }, isKnown) {
        const isDone = await this.#try(async () => {
          for (const { number, state, body } of await this.#list()) {
            const name = alertName(body);
            if (state === "open" && mayBeLeft(name) && !isKnown(name)) await this.#closeIssue(name, number);
          }
          return true;
        });
        return (before) => isDone === null || settles === null ? before : withSwept(before, settles);
      }
      async #ensure({ alert, text, alerts, known }) {
        const own = (await this.#list()).filter((issue) => readMarker(issue.body) === alertMarker(alert));
        const open = own.find((issue) => issue.state === "open");
        if (open !== void 0) return this.#update(open, text);
        if (known !== null && own.some((issue) => issue.number === known))
          return { issue: known, known: true, folded: false };
        const { settings } = this.#context;
        if (alert.cause !== "folded" && !hasRoom(alerts, settings.alerts.open))
          return { issue: null, known: false, folded: true };
        await this.#scope.allowed();
        return this.#open(text);
      }
      /** Without issues an alert is told in the log, the status and the summary: once, and not at every tick. */
      async #open(text) {
        const { world, deadline, journal } = this.#context;
        try {
          const { number } = await world.github.openAlertIssue(text, deadline.work);
          journal.write({ event: "alert_opened", issue: number, title: text.title });
          return { issue: number, known: false, folded: false };
        } catch (reason) {
          if (!(reason instanceof Halt && reason.ending === "no_change")) throw reason;
          journal.write({ event: "alert_untold", title: text.title });
          return { issue: null, known: true, folded: false };
        }
      }
      async #update(open, text) {
        if (open.title !== text.title || open.body !== text.body) {
          await this.#scope.allowed();
          await this.#context.world.github.updateAlertIssue(open.number, text, this.#context.deadline.work);
          this.#context.journal.write({ event: "alert_updated", issue: open.number, title: text.title });
        }
        return { issue: open.number, known: false, folded: false };
      }
      /**
       * Those that tell this alert, by their markers: the number in the state may be of any issue. One that was never asked for
       * is not looked for; the answer to a request may have got lost.
       */
      async #closeIssues(name, { issue, folded, known }) {
        if (issue === null && (folded === true || known)) return true;
        for (const { number, state, body } of await this.#list())
          if (state === "open" && alertName(body) === name) await this.#closeIssue(name, number);
        return true;
      }
      async #closeIssue(name, number) {
        await this.#scope.allowed();
        const { order, world, mask, deadline } = this.#context;
        const comment = closingWords(causeIn(name), mask.identity(order.wake.id));
        await world.github.closeAlertIssue(number, comment, deadline.work);
        this.#context.journal.write({ event: "alert_closed", issue: number });
      }
      async #list() {
        if (this.#issues === null) {
          await this.#scope.allowed();
          const { world, deadline } = this.#context;
          this.#issues = await world.github.listAlertIssues(this.#known, deadline.work);
        }
        return this.#issues;
      }
      /** Null: it could not be done now. Whatever becomes of an alert, the wake keeps its own ending. */
      async #try(request) {
        if (this.#isBroken) return null;
        try {
          return await request();
        } catch (reason) {
          this.#isBroken = true;
          const failure = { kind: "alerts", detail: asHalt(reason).detail };
          this.#context.journal.write({ event: "effect_failed", failure });
          return null;
        }
      }
    };
  }
});

// src/alerts/alerts-lease.ts
async function agentAlertsInLine(context, alerts) {
  const recorded = context.ledger.state.alerts;
  const folded = { wanted: foldedAlert(recorded), owns: isFolded };
  const isInLine = areInLine(context, recorded, alerts) && areInLine(context, recorded, folded);
  if (isInLine && alerts.hasStrays !== true) return;
  const news = alerts.wanted.filter((alert) => !isRecorded(recorded, alert));
  const take = { what: STATE_COMMITS.lockAlerts(), events: news.map(alerts.line) };
  const lease = await takeAgentLease(context, take);
  if (lease === null) return;
  const allowed = () => agentAllowed(context, lease);
  const mayBeLeft = (name) => alerts.causes.includes(name.slice(name.lastIndexOf("/") + 1));
  const sweeps = { mayBeLeft, settles: alerts.settles ?? null };
  const isSwept = lease.isTakenOver || alerts.hasStrays === true;
  const before = context.ledger.state.alerts;
  const change = await bringInLine(context, before, { ...alerts, allowed, ...isSwept ? { sweeps } : {} });
  const after = change(before);
  const rest = await bringInLine(context, after, { wanted: foldedAlert(after), owns: isFolded, allowed });
  await releaseAgentLease(context, lease, {
    what: STATE_COMMITS.unlockAlerts(),
    change: (now) => ({ ...now, alerts: rest(change(now.alerts)) })
  });
}
function isFolded(alert) {
  return alert.cause === "folded";
}
function foldedAlert({ alerts }) {
  const folded = Object.entries(alerts).filter(([, record]) => record.folded === true && record.wanted).sort(([a], [b]) => compareText(a, b));
  if (folded.length === 0) return [];
  const lines = folded.map(([, { title, detail }]) => `${title}. ${detail?.split("\n")[0] ?? ""}`.trim());
  const about = digest(
    folded.map(([name]) => name),
    16
  );
  return [{ goal: null, cause: "folded", detail: lines.join("\n"), about }];
}
var init_alerts_lease = __esm({
  "src/alerts/alerts-lease.ts"() {
    "use strict";
    init_compare_text();
    init_digest();
    init_state_commits();
    init_agent_lease();
    init_recorded_alerts();
    init_sync_alerts();
  }
});

// src/core/health/box.ts
function boxLine(box, label2) {
  return `- [ ] ${label2} <!-- wakeful-box: ${boxName(box)} -->`;
}
function newlyTicked(before, after) {
  const then = readBoxes(before);
  const isNew = ({ box, isTicked }) => {
    const lines = then.filter((line) => boxName(line.box) === boxName(box));
    return isTicked && lines.length > 0 && lines.every((line) => !line.isTicked);
  };
  const found = readBoxes(after).filter(isNew);
  return [...new Map(found.map(({ box }) => [boxName(box), box])).values()];
}
function tickedBoxes(body) {
  return readBoxes(body).flatMap(({ box, isTicked }) => isTicked ? [box] : []);
}
function withTicks(body, boxes) {
  const names = new Set(boxes.map(boxName));
  return body.split("\n").map((line) => {
    const read = readLine(line);
    if (read === null) return line;
    return line.replace(/\[[ xX]\]/, names.has(boxName(read.box)) ? "[x]" : "[ ]");
  }).join("\n");
}
function boxName({ action, goal }) {
  return goal === null ? action : `${action} ${goal}`;
}
function readBoxes(body) {
  const lines = body.split(/\r?\n/).flatMap((line) => readLine(line) ?? []);
  return lines.slice(0, MOST);
}
function readLine(line) {
  const [, tick, name, goal = null] = LINE.exec(line) ?? [];
  const action = BOX_ACTIONS.find((each) => each === name);
  if (tick === void 0 || action === void 0) return null;
  const isOfGoal = action !== "stop" && action !== "start";
  return isOfGoal === (goal !== null) ? { box: { action, goal }, isTicked: tick !== " " } : null;
}
function tickId({ at, by, box }) {
  return `${at} ${by} ${boxName(box)}`;
}
function isTickOf(id, box, since) {
  const [at = "", _by, ...name] = id.split(" ");
  return at >= since && name.join(" ") === boxName(box);
}
var LINE, MOST;
var init_box = __esm({
  "src/core/health/box.ts"() {
    "use strict";
    init_status();
    LINE = /^ {0,3}[-*] \[([ xX])\] .*<!-- wakeful-box: ([a-z]+)(?: ([a-z0-9]+(?:-[a-z0-9]+)*))? -->\s*$/;
    MOST = 500;
  }
});

// src/report/oversight/box-texts.ts
var BOX_TEXTS;
var init_box_texts = __esm({
  "src/report/oversight/box-texts.ts"() {
    "use strict";
    BOX_TEXTS = {
      reason: (issue) => `a box of the dashboard, issue #${issue}`,
      /** The reason of a stop. */
      stopReason: (by) => `${by} ticked the box in the dashboard`,
      somebody: "somebody",
      lost: "The job that carries it out has not done so. Tick the box again, or look at the page Actions.",
      unreadable: (why) => `The edit of the issue cannot be read: ${why}`,
      notEdited: (action) => `The issue was not edited, but ${action}.`,
      noEditor: "The account that edited the issue no longer exists.",
      bot: (editor) => `${editor} is a bot, and bots tick no boxes.`,
      noTick: "No box was newly ticked.",
      notDashboard: (issue) => `Issue #${issue} is not the dashboard of the agent.`,
      permissionHidden: (editor) => `What ${editor} may do here cannot be seen, so nothing was done, and the box loses its tick.`,
      mayNotWrite: (editor) => `${editor} may not write in the repository, so nothing was done, and the box loses its tick.`,
      tooLate: "The repository could not be reached in time. Look whether it was done, and tick the box again if not.",
      notAnswered: (why) => `The dashboard could not be brought up to date: ${why}`,
      /** For the commit message. */
      answered: (by) => `answer the boxes that ${by} ticked`
    };
  }
});

// src/report/status/dashboard-text.ts
function dashboardText(input) {
  const rows = goalRows(input);
  const report = statusReport(input);
  const hours = input.settings.alerts.silentHours;
  return [
    `**${inlineText(verdictWords(report.verdict, input.now))}**`,
    `${writtenAt(input.now)} ${TIME}${longTime(input.now)}. If that is long ago and goals were due since, or the [status page](${addressOf(input)}) is older than ${count(hours, "hour")}, nothing starts the agent any more: look at the page *Actions*.`,
    [
      ...warnings(report),
      "The agent writes this text anew at the end of a run that has worked, so other edits of it are lost. It answers in place, and comments nothing here."
    ].join(" "),
    "## Tick a box to act",
    boxList(rows, input),
    ...answerList(input.state.status.dashboard?.answers ?? []),
    ...statusSections(report, rows.slice(0, ROWS), input),
    hiddenMarker(DASHBOARD)
  ].join("\n\n");
}
function writtenAt(now) {
  return `<!-- wakeful-written: ${isoTime(now)} -->`;
}
function timeOf2(body) {
  return WRITTEN.exec(body)?.[1] ?? null;
}
function withoutTime(body) {
  const lines = body.replaceAll("\r\n", "\n").trim().split("\n");
  return lines.filter((line) => !WRITTEN.test(line)).join("\n");
}
function addressOf(input) {
  return statusPageAddress(input) ?? `../tree/${input.branch}`;
}
function boxList(rows, { state }) {
  const isStopped = state.stop !== null || state.status.stop !== null;
  const shown = rows.slice(0, GOALS_WITH_BOXES);
  const more = rows.length - shown.length;
  const all = { action: isStopped ? "start" : "stop", goal: null };
  const lines = [...shown.flatMap(boxesOf), all].map((box) => boxLine(box, label(box)));
  const rest = more > 0 ? `

${count(more, "more goal")}: write the comment \`/wakeful run <goal>\`, \`pause\` or \`resume\` on any issue.` : "";
  return lines.join("\n") + rest;
}
function boxesOf({ id: goal, paused, stuck }) {
  if (paused !== null) return [{ action: "resume", goal }];
  const run = { action: stuck > 0 ? "retry" : "run", goal };
  return [run, { action: "pause", goal }];
}
function label({ action, goal }) {
  return LABELS[action](goal === null ? "" : codeSpan(goal));
}
function answerList(answers) {
  const lines = answers.slice(-ANSWERS2).toReversed().map(answerLine);
  return lines.length === 0 ? [] : ["### What became of boxes", lines.join("\n")];
}
function answerLine({ at, by, action, goal, is_done, said }) {
  const asked = LABELS[action](goal === null ? "" : codeSpan(goal)).replaceAll("**", "");
  const words = inlineText(cutBetweenWords(said, ANSWER_LENGTH2));
  return `- ${shortTime(at)}: ${inlineText(by)} asked for "${asked}". ${is_done ? "Done" : "Not done"}: ${words}`;
}
var DASHBOARD_TITLE, ROWS, GOALS_WITH_BOXES, ANSWERS2, ANSWER_LENGTH2, TIME, WRITTEN, LABELS;
var init_dashboard_text = __esm({
  "src/report/status/dashboard-text.ts"() {
    "use strict";
    init_box();
    init_dashboard();
    init_marker();
    init_plain_text();
    init_time();
    init_markdown();
    init_sentences();
    init_repository_page();
    init_status_facts();
    init_status_page();
    init_verdict_words();
    DASHBOARD_TITLE = "Wakeful: dashboard";
    ROWS = 40;
    GOALS_WITH_BOXES = 20;
    ANSWERS2 = 5;
    ANSWER_LENGTH2 = 400;
    TIME = "As of ";
    WRITTEN = /^<!-- wakeful-written: (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ) -->/m;
    LABELS = {
      run: (goal) => `Run ${goal} now`,
      retry: (goal) => `Try the stuck tasks of ${goal} again now`,
      pause: (goal) => `Pause ${goal}`,
      resume: (goal) => `Resume ${goal}`,
      stop: () => "**Stop everything**",
      start: () => "**Let the agent run again**"
    };
  }
});

// src/dashboard/dashboard-text.ts
function textOf3(facts, seen, ticked = []) {
  const { mask } = facts;
  const body = withTicks(dashboardText(statusInput(facts, seen)), ticked);
  return { title: mask.mask(DASHBOARD_TITLE), body: maskedAboveFoot(body, mask) };
}
function saysTheSame2(shown, wanted) {
  return withoutTime(shown) === withoutTime(wanted);
}
var init_dashboard_text2 = __esm({
  "src/dashboard/dashboard-text.ts"() {
    "use strict";
    init_mask_foot();
    init_box();
    init_open_ledger();
    init_dashboard_text();
  }
});

// src/dashboard/waiting-boxes.ts
function ticksIn(seen, { ticks = [], dashboard }, now) {
  const served = [...ticks, ...(dashboard?.answers ?? []).map(({ tick }) => tick)];
  const written = timeOf2(seen.body);
  const since = written === null ? "" : isoTime(Date.parse(written) - SKEW_MS);
  const open = tickedBoxes(seen.body).filter((box) => !served.some((id) => isTickOf(id, box, since)));
  const isLate = now - Date.parse(seen.updatedAt) > SERVED_WITHIN_MS;
  return isLate ? { waiting: [], lost: open.map((box) => lostAnswer(box, seen.updatedAt)) } : { waiting: open, lost: [] };
}
function lostAnswer(box, at) {
  const by = BOX_TEXTS.somebody;
  return { tick: tickId({ at, by, box }), at, by, ...box, is_done: false, said: BOX_TEXTS.lost };
}
var SERVED_WITHIN_MS, SKEW_MS;
var init_waiting_boxes = __esm({
  "src/dashboard/waiting-boxes.ts"() {
    "use strict";
    init_box();
    init_time();
    init_box_texts();
    init_dashboard_text();
    SERVED_WITHIN_MS = 15 * 6e4;
    SKEW_MS = 2 * 6e4;
  }
});

export {
  RaisedAlerts,
  init_raised_alerts,
  alertResults,
  init_alert_results,
  raiseStateAlert,
  settleStateAlert,
  state_branch_alert_exports,
  init_state_branch_alert,
  STATE_COMMITS,
  init_state_commits,
  DASHBOARD,
  ANSWER_LENGTH,
  NO_DASHBOARD,
  withAnswer,
  withDashboard,
  withSweptDashboard,
  init_dashboard,
  isHolderGone,
  init_holder,
  refuseDisabled,
  init_refuse_disabled,
  takeAgentLease,
  agentAllowed,
  releaseAgentLease,
  init_agent_lease,
  areInLine,
  init_recorded_alerts,
  bringInLine,
  init_sync_alerts,
  agentAlertsInLine,
  init_alerts_lease,
  newlyTicked,
  boxName,
  tickId,
  init_box,
  textOf3 as textOf,
  saysTheSame2 as saysTheSame,
  init_dashboard_text2 as init_dashboard_text,
  BOX_TEXTS,
  init_box_texts,
  ticksIn,
  init_waiting_boxes
};
