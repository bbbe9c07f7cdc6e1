import {
  COMMAND_TEXTS,
  COMMENT_FORMS,
  Deadline,
  EXIT_CODES_HELP,
  EXIT_NEEDS_PERSON,
  EXIT_WRONG_USE,
  NO_TRIGGER,
  OVERVIEW_TEXTS,
  ObjectReader,
  REHEARSAL_TEXTS,
  REMOTE_TEXTS,
  TRIGGER_TEXTS,
  USAGE_TEXTS,
  UsageError,
  blobId,
  childEnvironment,
  commentAnswer,
  commentProblems,
  createOpenAiModels,
  emptyResult,
  environment,
  environmentSecrets,
  harmlessLine,
  headline,
  init_action_problems,
  init_annotations,
  init_blob_id,
  init_command,
  init_command_texts,
  init_deadline,
  init_git_environment,
  init_git_process,
  init_headline,
  init_interrupt,
  init_job_log,
  init_live_world,
  init_object_reader,
  init_open_github,
  init_open_world,
  init_openai_model,
  init_progress,
  init_report_wake,
  init_runner,
  init_runner_world,
  init_sandbox,
  init_say,
  init_stored_tree,
  init_token_header,
  init_trigger,
  init_wake,
  init_wake_result,
  liveLine,
  localEnvironment,
  loginName,
  notCommentEvent,
  openGitHub,
  openLiveWorld,
  openRunnerWorld,
  openSandbox,
  openWorld,
  openai_model_exports,
  ownDetail,
  print,
  printAside,
  problemNotes,
  progressLine,
  readStored,
  report,
  runOrder,
  say,
  spawnGit,
  systemClock,
  systemRandom,
  tellWake,
  tokenPassword,
  tokenProblems,
  triggerOf,
  wake,
  watchInterrupt,
  writeJson
} from "./shared-responses.mjs";
import {
  AGENT,
  MOST_REQUESTS,
  OWN_FILE,
  PAUSE_REASONS,
  REASON_LENGTH,
  RaisedAlerts,
  STATE_FILES,
  STOP_FILE,
  afterRequest,
  agentAlertsInLine,
  agentFolders,
  alertLines,
  alertResults,
  answerLine,
  askToYield,
  countSlots,
  decodeLogLines,
  endStop,
  globMatcher,
  goalId,
  goalRows,
  init_alert_results,
  init_alert_state,
  init_alerts_lease,
  init_day_logs,
  init_due,
  init_gaps,
  init_globs,
  init_goal_file,
  init_goal_files,
  init_holder,
  init_inbox,
  init_lease,
  init_ledger,
  init_mask_foot,
  init_open_alerts,
  init_open_ledger,
  init_pause_reasons,
  init_prepare_ledger,
  init_protected_by_settings,
  init_protected_paths,
  init_pull_request,
  init_raised_alerts,
  init_read_state,
  init_repository_identity,
  init_request,
  init_request_lines,
  init_schedule,
  init_settings_mask,
  init_settle_requests,
  init_snapshot,
  init_state_branch_alert,
  init_state_files,
  init_status_answers,
  init_status_facts,
  isHolderGone,
  isLeaseOverdue,
  isStateOf,
  leaseToYield,
  limitWords,
  logPath,
  maskFor,
  maskedAboveFoot,
  misplaced,
  newRequest,
  nextDue,
  noGoalWords,
  oneLine,
  openLedger,
  outcomeWords,
  parseGoalFile,
  parseGoalFiles,
  prepareLedger,
  protectedBySettings,
  raiseStateAlert,
  readGoals,
  readSnapshot,
  readState,
  reasonNoGoal,
  requestedGoal,
  runsNotBegun,
  slotsBetween,
  statusAnswers,
  swapStopFile,
  tipOfFirstWake,
  withRequest,
  withoutRequests
} from "./shared-re2js.mjs";
import {
  BRANCH_PREFIX,
  DAY_MS,
  ENDINGS,
  ENDING_LABEL_WIDTH,
  HOUR_MS,
  Halt,
  MINUTE_MS,
  NO_SLOTS,
  STATE_VERSION,
  STOP_VARIABLE,
  asHalt,
  codeSpan,
  count,
  createMask,
  cutToWidth,
  digest,
  displayWidth,
  dollarWords,
  dueCell,
  duration,
  effectSums,
  endingLabel,
  exactTime,
  figure,
  hiddenMarker,
  inBrackets,
  init_checkpoint,
  init_digest,
  init_display_width,
  init_effect_words,
  init_ending,
  init_ending_words,
  init_github_pages,
  init_halt,
  init_markdown,
  init_marker,
  init_mask,
  init_mask_deep,
  init_masked_record,
  init_next_due,
  init_sentences,
  init_state,
  init_stop,
  init_time,
  init_work_branch,
  inlineText,
  isInUse,
  isoTime,
  issueUrl,
  link,
  listWords,
  longTime,
  maskResult,
  maskedRecord,
  money,
  newCheckpoint,
  nextDueWords,
  openItems,
  padToWidth,
  plainLine,
  readMarker,
  receiptWords,
  renderWithin,
  repositoryUrl,
  scheduleWords,
  sentence,
  shortTime,
  stopReason,
  utcDay,
  valueSpan,
  worstEnding,
  wrapToWidth
} from "./shared-noble-hashes.mjs";
import {
  globProblems,
  init_glob_marks,
  init_glob_problems,
  init_settings_file,
  init_yaml_document,
  init_yaml_node,
  isLiteral,
  parseSettingsFile,
  placeOf,
  readYaml,
  settingsInUse
} from "./shared-yaml.mjs";
import {
  SETTINGS_FILE,
  array,
  boolean,
  check,
  compareText,
  cutBetweenWords,
  cutText,
  fixed,
  formatProblem,
  getDotPath,
  init_compare_text,
  init_dist,
  init_inputs,
  init_masked,
  init_nearest_name,
  init_plain_text,
  init_problem,
  init_settings,
  integer,
  literal,
  looseObject,
  masked,
  minValue,
  nearestName,
  nonEmpty,
  nullable,
  nullish,
  number,
  object,
  optional,
  parse,
  parseMinutes,
  parseSince,
  parseTime,
  picklist,
  pipe,
  printable,
  problemSentence,
  record,
  safeInteger,
  safeParse,
  sortProblems,
  string,
  transform,
  union,
  unknown
} from "./shared-valibot.mjs";
import "./shared-sandbox-texts.mjs";
import {
  __esm,
  __export,
  __toCommonJS
} from "./shared-runtime.mjs";

// src/adapters/git/run-git.ts
import { devNull } from "node:os";
function gitRunner(inherited) {
  const env = { GIT_SSH_COMMAND: "ssh -oBatchMode=yes" };
  for (const [name, value] of Object.entries(inherited)) {
    if (value !== void 0 && !REDIRECTING.test(name)) env[name] = value;
  }
  return async (run14, signal) => {
    const input = typeof run14.input === "string" ? Buffer.from(run14.input) : run14.input;
    const command2 = {
      args: run14.args,
      folder: run14.folder,
      env: { ...env, ...SILENT, ...NO_PROGRAMS, ...run14.env }
    };
    const result = await spawnGit({ ...command2, ...input === void 0 ? {} : { input } }, signal);
    signal.throwIfAborted();
    if (result.code === null && result.stderr.includes("ENOENT")) {
      throw new Halt("bad_settings", "git was not found on the PATH. Install git 2.30 or newer.");
    }
    return { code: result.code ?? -1, stdout: String(result.stdout), stderr: result.stderr };
  };
}
var NO_PROGRAMS, SILENT, REDIRECTING;
var init_run_git = __esm({
  "src/adapters/git/run-git.ts"() {
    "use strict";
    init_ending();
    init_git_process();
    NO_PROGRAMS = {
      GIT_CONFIG_COUNT: "3",
      GIT_CONFIG_KEY_0: "core.fsmonitor",
      GIT_CONFIG_VALUE_0: "false",
      GIT_CONFIG_KEY_1: "core.hooksPath",
      GIT_CONFIG_VALUE_1: devNull,
      GIT_CONFIG_KEY_2: "protocol.ext.allow",
      GIT_CONFIG_VALUE_2: "never"
    };
    SILENT = {
      GIT_NO_LAZY_FETCH: "1",
      GIT_NO_REPLACE_OBJECTS: "1",
      GIT_TERMINAL_PROMPT: "0",
      GIT_OPTIONAL_LOCKS: "0",
      LC_ALL: "C"
    };
    REDIRECTING = /^GIT_(DIR|WORK_TREE|INDEX_FILE|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|COMMON_DIR|NAMESPACE|PREFIX|CONFIG_COUNT|CONFIG_PARAMETERS)$/i;
  }
});

// src/adapters/git/revisions.ts
async function openRevisions(clone, signal) {
  const { folder, environment: environment3 } = clone;
  const found2 = await gitRunner(environment3)({ folder, args: ["rev-parse", "--absolute-git-dir"] }, signal);
  if (found2.code !== 0) throw new Halt("bad_settings", `${folder} is not a git repository.`);
  const gitDir = found2.stdout.replace(/\n$/, "");
  const objects = new ObjectReader({ folder: gitDir, env: localEnvironment(environment3, gitDir) });
  return {
    resolve: async (revision, limit) => {
      const [object2] = await objects.get([`${revision}^{commit}`], limit);
      return object2?.id ?? null;
    },
    read: (commit2, paths, limit) => readStored(objects, { commit: commit2, paths }, limit),
    close: () => objects.close()
  };
}
var init_revisions = __esm({
  "src/adapters/git/revisions.ts"() {
    "use strict";
    init_ending();
    init_git_environment();
    init_object_reader();
    init_run_git();
    init_stored_tree();
  }
});

// src/core/money/most-spent.ts
function mostOfGoal(goal, settings) {
  if (!goal.enabled) return NOTHING;
  const { limits } = goal;
  const price = settings.models[goal.model]?.price ?? null;
  const worst = price === null ? null : Math.max(price.in, price.out) / 1e6;
  const day = worst === null ? null : Math.min(limits.usdPerDay ?? Infinity, limits.tokensPerDay * worst);
  const month = day === null ? null : Math.min(limits.usdPerMonth ?? Infinity, day * LONGEST_MONTH);
  return withinTotal(
    {
      tokensPerDay: limits.tokensPerDay,
      tokensPerMonth: limits.tokensPerDay * LONGEST_MONTH,
      usdPerDay: day,
      usdPerMonth: month
    },
    settings
  );
}
function mostOfAll(goals2, settings) {
  const sum = goals2.map((goal) => mostOfGoal(goal, settings)).reduce(add, NOTHING);
  return withinTotal(sum, settings);
}
function withinTotal(most, { budget }) {
  const least = (usd, cap) => usd === null ? null : Math.min(usd, cap ?? usd);
  return {
    tokensPerDay: Math.min(most.tokensPerDay, budget.tokensPerDay),
    tokensPerMonth: Math.min(most.tokensPerMonth, budget.tokensPerMonth),
    usdPerDay: least(most.usdPerDay, budget.usdPerDay),
    usdPerMonth: least(most.usdPerMonth, budget.usdPerMonth)
  };
}
function add(a, b) {
  const dollars = (one2, other) => one2 === null || other === null ? null : one2 + other;
  return {
    tokensPerDay: a.tokensPerDay + b.tokensPerDay,
    tokensPerMonth: a.tokensPerMonth + b.tokensPerMonth,
    usdPerDay: dollars(a.usdPerDay, b.usdPerDay),
    usdPerMonth: dollars(a.usdPerMonth, b.usdPerMonth)
  };
}
var LONGEST_MONTH, NOTHING;
var init_most_spent = __esm({
  "src/core/money/most-spent.ts"() {
    "use strict";
    LONGEST_MONTH = 31;
    NOTHING = { tokensPerDay: 0, tokensPerMonth: 0, usdPerDay: 0, usdPerMonth: 0 };
  }
});

// src/report/goals/goal-tables.ts
function permissionTable(goals2, settings) {
  const rows = goals2.map((goal) => [
    codeSpan(goal.id),
    spans(goal.permissions.read),
    spans(goal.permissions.write),
    spans(goal.permissions.effects.map((effect2) => fixed(effect2))),
    modelWords(goal.model, settings),
    spans([...goal.setup, ...goal.checks, ...goal.doneWhen])
  ]);
  return table(["Goal", "May read", "May write", "May do", "Asks the model", "Runs the commands"], rows);
}
function spendTable(goals2, { settings, now, total }) {
  const rows = goals2.map((goal) => {
    const most = mostOfGoal(goal, settings);
    return [codeSpan(goal.id), whenWords(goal), slotWords(goal, now), perDay(most), perMonth(most)];
  });
  const all = mostOfAll(total, settings);
  const last = ["**All goals**", "", "", `**${perDay(all)}**`, `**${perMonth(all)}**`];
  return table(["Goal", "When", "Next ten due times", "At most a day", "At most a month"], [...rows, last]);
}
function table(head, rows) {
  const lines = [head, head.map(() => "---"), ...rows].map((cells2) => `| ${cells2.join(" | ")} |`);
  return lines.join("\n");
}
function spans(values) {
  if (values.length === 0) return "nothing";
  const shown4 = values.slice(0, LISTED).map((value) => valueSpan(cutText(value, CELL_LENGTH)));
  const more = values.length - shown4.length;
  return more > 0 ? `${shown4.join(", ")} and ${figure(more)} more` : shown4.join(", ");
}
function modelWords(name, { models }) {
  const model = models[name];
  if (model === void 0) return codeSpan(name);
  return `${valueSpan(model.model)} at ${model.baseUrl === null ? "OpenAI" : valueSpan(model.baseUrl)}`;
}
function whenWords(goal) {
  const events = goal.on.length === 0 ? [] : [`on ${goal.on.join(", ")}`];
  const queue = goal.when === null ? [] : [`when ${count(goal.when.queueAtLeast, "task")} ${goal.when.queueAtLeast === 1 ? "waits" : "wait"}`];
  return inlineText([scheduleWords(goal.schedule), ...events, ...queue].join("; or "));
}
function slotWords(goal, now) {
  if (!goal.enabled) return "none: it is not enabled";
  const range = { afterMs: now, untilMs: now + FAR_MS };
  const slots = slotsBetween(goal.schedule, range, NEXT_SLOTS).map(shortTime);
  return slots.length === 0 ? "the next run" : slots.join(", ");
}
function perDay({ tokensPerDay, usdPerDay }) {
  return amount(tokensPerDay, usdPerDay);
}
function perMonth({ tokensPerMonth, usdPerMonth }) {
  return amount(tokensPerMonth, usdPerMonth);
}
function amount(tokens, usd) {
  const dollars = usd === null ? "" : `, ${money(Math.round(usd * 1e6))}`;
  return `${figure(tokens)} tokens${dollars}`;
}
var LISTED, CELL_LENGTH, NEXT_SLOTS, FAR_MS;
var init_goal_tables = __esm({
  "src/report/goals/goal-tables.ts"() {
    "use strict";
    init_most_spent();
    init_schedule();
    init_masked();
    init_plain_text();
    init_time();
    init_markdown();
    init_sentences();
    LISTED = 10;
    CELL_LENGTH = 120;
    NEXT_SLOTS = 10;
    FAR_MS = 40 * 366 * DAY_MS;
  }
});

// src/core/health/changed-facts.ts
function changedFacts(before, after) {
  const gone = before.filter(({ field }) => !after.some((fact) => fact.field === field));
  return [...after, ...gone.map((fact) => ({ ...fact, values: [] }))].flatMap((fact) => {
    const old = before.find(({ field: field2 }) => field2 === fact.field)?.values ?? [];
    const { field, isList, weighs: weighs2, values } = fact;
    if (old.length === values.length && old.every((value, at) => value === values[at])) return [];
    const added2 = values.filter((value) => !old.includes(value));
    const removed = old.filter((value) => !values.includes(value));
    return [{ field, isList, weighs: weighs2, before: old, after: values, added: added2, removed }];
  });
}
var init_changed_facts = __esm({
  "src/core/health/changed-facts.ts"() {
    "use strict";
  }
});

// src/report/goals/goal-facts.ts
function goalFacts(goal) {
  const { permissions } = goal;
  return [
    weighty(single("model", goal.model)),
    weighty(list("permissions.read", permissions.read)),
    weighty(list("permissions.write", permissions.write)),
    weighty(list("permissions.effects", permissions.effects)),
    weighty(list("permissions.labels", permissions.labels ?? [])),
    weighty(list("setup", goal.setup)),
    weighty(list("checks", goal.checks)),
    weighty(list("done_when", goal.doneWhen)),
    single("enabled", goal.enabled ? "yes" : "no"),
    single("title", goal.title),
    single("objective", goal.objective),
    single("schedule", scheduleFact(goal)),
    list("on", goal.on),
    single(
      "when",
      goal.when === null ? null : `at least ${count(goal.when.queueAtLeast, "task")} ${goal.when.queueAtLeast === 1 ? "waits" : "wait"}`
    ),
    single("for_each", goal.forEach === null ? null : queueWords(goal.forEach)),
    ...numbers("limits", goal.limits),
    single("when_draft_is_open", goal.whenDraftIsOpen),
    single("always", goal.runsUnchanged ? "yes" : "no")
  ];
}
function settingsFacts(settings) {
  return [
    ...Object.entries(settings.models).flatMap(([name, model]) => modelFacts(name, model)),
    weighty(single("goals_folder", settings.goalsFolder)),
    // On another branch no budget is spent yet, and nobody holds a lock.
    weighty(single("state_branch", settings.stateBranch)),
    weighty(list("protected_paths", settings.protectedPaths)),
    weighty(list("secret_patterns", settings.secretPatterns)),
    weighty(list("setup_hosts", settings.setupHosts)),
    ...numbers("budget", settings.budget),
    ...numbers("bounds", settings.bounds),
    single("open_drafts", figure(settings.openDrafts)),
    list("draft.labels", settings.draft.labels),
    list("draft.reviewers", settings.draft.reviewers),
    single("commit.name", settings.commit.name),
    single("commit.email", settings.commit.email),
    single("commit.prefix", settings.commit.prefix),
    ...numbers("alerts", settings.alerts),
    single("log_days", figure(settings.logDays))
  ];
}
function modelFacts(name, model) {
  const { price: given } = model;
  const more = [
    ...given?.cachedIn === void 0 ? [] : [`, $${given.cachedIn} from the cache`],
    ...given?.reasoningOut === void 0 ? [] : [`, $${given.reasoningOut} thinking`]
  ];
  const price = given === null ? null : `$${given.in} in, $${given.out} out${more.join("")}`;
  return [
    weighty(single(`models.${name}.model`, model.model)),
    weighty(single(`models.${name}.base_url`, model.baseUrl)),
    single(`models.${name}.price`, price),
    single(`models.${name}.max_output_tokens`, figure(model.maxOutputTokens)),
    ...model.answerSeconds === void 0 ? [] : [single(`models.${name}.answer_seconds`, figure(model.answerSeconds))],
    ...model.api === void 0 ? [] : [single(`models.${name}.api`, model.api)],
    ...model.fallback === void 0 ? [] : [weighty(single(`models.${name}.fallback`, model.fallback.join(", ")))]
  ];
}
function single(field, value) {
  return { field, values: value === null ? [] : [value], isList: false, weighs: false };
}
function list(field, values) {
  return { field, values, isList: true, weighs: false };
}
function weighty(fact) {
  return { ...fact, weighs: true };
}
function numbers(group, values) {
  return Object.entries(values).map(([name, value]) => single(`${group}.${asWritten(name)}`, amount2(value)));
}
function amount2(value) {
  if (typeof value !== "number") return null;
  return Number.isInteger(value) ? figure(value) : String(value);
}
function asWritten(name) {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
function scheduleFact({ schedule }) {
  const words2 = scheduleWords(schedule);
  if (schedule.kind === "once") return words2;
  return `${words2}, catch up ${schedule.catchUp} within ${duration(schedule.catchUpWindowMinutes * MINUTE_MS)}`;
}
function queueWords(queue) {
  const drafts = queue.drafts === "together" ? "one draft" : "one draft per task";
  switch (queue.kind) {
    case "files":
      return `files ${queue.pattern}${queue.changed ? " that changed" : ""}, ${drafts}`;
    case "issues":
      return `issues labelled ${queue.labels.join(", ")}, ${drafts}`;
    case "commits":
      return `commits, ${drafts}`;
    case "list":
      return `${queue.elements.join(", ")}, ${drafts}`;
  }
}
var init_goal_facts = __esm({
  "src/report/goals/goal-facts.ts"() {
    "use strict";
    init_time();
    init_sentences();
  }
});

// src/report/goals/goal-tree-changes.ts
function goalTreeChanges(before, after) {
  const ids = [before, after].flatMap(({ goals: goals3, unusable }) => [...goals3.map(({ id: id2 }) => id2), ...unusable]);
  const goals2 = [...new Set(ids)].sort().map((id2) => goalChange(id2, before, after));
  const settings = after.hasValidSettings ? changedFacts(settingsFacts(before.settings), settingsFacts(after.settings)) : [];
  return {
    settings,
    goals: goals2.filter(({ kind, facts: facts2 }) => kind !== "changed" || facts2.length > 0),
    isComplete: after.hasValidSettings && after.unusable.length === 0
  };
}
function goalChange(id2, before, after) {
  const facts2 = changedFacts(factsOf(before, id2), factsOf(after, id2));
  const kind = KINDS[stateIn(before, id2)][stateIn(after, id2)];
  return { id: id2, kind, facts: stateIn(after, id2) === "valid" ? facts2 : [] };
}
function factsOf({ goals: goals2 }, id2) {
  const goal = goals2.find((one2) => one2.id === id2);
  return goal === void 0 ? [] : goalFacts(goal);
}
function stateIn({ goals: goals2, unusable }, id2) {
  if (goals2.some((goal) => goal.id === id2)) return "valid";
  return unusable.includes(id2) ? "unusable" : "absent";
}
var KINDS;
var init_goal_tree_changes = __esm({
  "src/report/goals/goal-tree-changes.ts"() {
    "use strict";
    init_changed_facts();
    init_goal_facts();
    KINDS = {
      absent: { valid: "new", unusable: "new_broken", absent: "changed" },
      valid: { valid: "changed", unusable: "broken", absent: "gone" },
      unusable: { valid: "mended", unusable: "changed", absent: "gone" }
    };
  }
});

// src/report/goals/goal-tree-changes-text.ts
function goalTreeChangesText(changes) {
  const { settings, goals: goals2 } = changes;
  const groups = [
    ...settings.length === 0 ? [] : [`Settings:

${factLines(settings)}`],
    ...goals2.map(goalText)
  ];
  const shown4 = textsThatFit(groups);
  const more = groups.length - shown4.length;
  return [
    weighs(changes) || !changes.isComplete ? "" : NOTHING_WEIGHS,
    ...shown4,
    more === 0 ? "" : `**${count(more, "more change")} did not fit in here. Look at the files.**`
  ].filter((text2) => text2 !== "").join("\n\n");
}
function textsThatFit(texts) {
  let left = ROOM;
  const tooMuch = texts.findIndex((text2) => {
    left -= text2.length;
    return left < 0;
  });
  return tooMuch === -1 ? texts : texts.slice(0, tooMuch);
}
function weighs({ settings, goals: goals2 }) {
  return [...settings, ...goals2.flatMap(({ facts: facts2 }) => facts2)].some((change4) => change4.weighs);
}
function goalText({ id: id2, kind, facts: facts2 }) {
  const name = codeSpan(id2);
  switch (kind) {
    case "new":
      return `**New goal** ${name}:

${widerFactLines(facts2)}`;
    case "mended":
      return `**Goal** ${name}, which did not run so far, because its file was not valid:

${widerFactLines(facts2)}`;
    case "changed":
      return `Goal ${name}:

${factLines(facts2)}`;
    case "gone":
      return `Goal ${name} is removed.`;
    case "broken":
      return `**Goal** ${name} would no longer run, because its file is not valid.`;
    case "new_broken":
      return `**New goal** ${name} would not run, because its file is not valid.`;
  }
}
function widerFactLines(facts2) {
  const lines = facts2.filter((fact) => fact.weighs).map((fact) => `- **${codeSpan(fact.field)}: ${spans2(fact.after)}**`);
  return lines.join("\n");
}
function factLines(facts2) {
  const lines = facts2.map((fact) => {
    const words2 = `${codeSpan(fact.field)}: ${changeWords(fact)}`;
    return `- ${fact.weighs ? `**${words2}**` : words2}`;
  });
  return lines.join("\n");
}
function changeWords(change4) {
  if (UNQUOTED.has(change4.field)) return "the text changes";
  if (change4.isList) return listWords2(change4);
  return `${spans2(change4.before)} → ${spans2(change4.after)}`;
}
function listWords2({ added: added2, removed }) {
  const parts = [
    added2.length === 0 ? "" : `adds ${spans2(added2)}`,
    removed.length === 0 ? "" : `removes ${spans2(removed)}`
  ].filter((part) => part !== "");
  return parts.length === 0 ? "in another order" : parts.join("; ");
}
function spans2(values) {
  return values.length === 0 ? "not set" : values.map(valueSpan).join(", ");
}
var ROOM, UNQUOTED, NOTHING_WEIGHS;
var init_goal_tree_changes_text = __esm({
  "src/report/goals/goal-tree-changes-text.ts"() {
    "use strict";
    init_markdown();
    init_sentences();
    ROOM = 6e5;
    UNQUOTED = /* @__PURE__ */ new Set(["title", "objective"]);
    NOTHING_WEIGHS = "No base URL, no model, no permission and no command changes.";
  }
});

// src/report/goals/goals-preview.ts
function goalsPreview({ before, after, comparedWith, now }) {
  const changes = goalTreeChanges(before, after);
  const goals2 = inOrder(after.goals, changes);
  return `${joined([
    `## ${headline2(after)}`,
    problemsText(after),
    "### What changes",
    `Compared with ${codeSpan(comparedWith)}.`,
    goalTreeChangesText(changes),
    ...goals2.length === 0 ? ["No goal could run."] : permissionsAndCosts(goals2, { after, now })
  ])}
`;
}
function headline2({ goals: goals2, problems }) {
  const found2 = problems.length === 0 ? "no problems" : count(problems.length, "problem");
  return `${count(goals2.length, "goal")}, ${found2}`;
}
function problemsText({ problems, unusable, hasValidSettings }) {
  if (problems.length === 0) return "";
  const lines = problems.slice(0, PROBLEMS_SHOWN).map((problem2) => `- ${inlineText(problem2)}`);
  const more = problems.length - lines.length;
  const rest = more === 0 ? [] : [`- And ${count(more, "more problem")}.`];
  const what = consequence({ unusable: unusable.slice(0, PROBLEMS_SHOWN), hasValidSettings });
  return joined(["### Problems", [...lines, ...rest].join("\n"), what]);
}
function consequence({
  unusable,
  hasValidSettings
}) {
  if (!hasValidSettings)
    return "**No goal would run**, because the settings are not valid. The tables below show what the default settings would allow.";
  return unusable.length === 0 ? "" : `${listWords(unusable.map(codeSpan))} would not run.`;
}
function inOrder(goals2, { goals: changed }) {
  const isChanged = (goal) => changed.some(({ id: id2 }) => id2 === goal.id);
  return [...goals2.filter(isChanged), ...goals2.filter((goal) => !isChanged(goal))];
}
function permissionsAndCosts(goals2, { after, now }) {
  const shown4 = goals2.slice(0, GOALS_SHOWN);
  const more = goals2.length - shown4.length;
  return [
    "### What each goal may do",
    permissionTable(shown4, after.settings),
    "### When, and the most that can be spent",
    spendTable(shown4, { settings: after.settings, total: goals2, now }),
    more === 0 ? "" : `And ${count(more, "more goal")}, which the total counts as well.`,
    footnotes(after)
  ];
}
function footnotes({ goals: goals2, settings }) {
  const models = new Set(goals2.filter(({ enabled }) => enabled).map(({ model }) => model));
  const priceless = [...models].filter((name) => (settings.models[name]?.price ?? null) === null);
  const dollars = `Dollars are not known: the settings give no price for ${listWords(priceless.map(codeSpan))}.`;
  return [
    "- Times are UTC. A goal that never ran is due at the next run.",
    "- Tokens are those sent and received in all runs of a UTC day. A month has 31 days.",
    ...priceless.length === 0 ? [] : [`- ${dollars}`],
    `- ${WILDCARDS}`,
    `- ${OVERRIDES}`
  ].join("\n");
}
function joined(blocks) {
  return blocks.filter((block) => block !== "").join("\n\n");
}
var GOALS_SHOWN, PROBLEMS_SHOWN, WILDCARDS, OVERRIDES;
var init_goals_preview = __esm({
  "src/report/goals/goals-preview.ts"() {
    "use strict";
    init_markdown();
    init_sentences();
    init_goal_tables();
    init_goal_tree_changes();
    init_goal_tree_changes_text();
    GOALS_SHOWN = 100;
    PROBLEMS_SHOWN = 100;
    WILDCARDS = "A wildcard under “May write” reaches no name that begins with a dot, and no file that is known to be run or obeyed by CI systems, other services, editors, package managers or coding agents. Such a file can be written only where it is named without a wildcard. `.github/`, `.git*`, `state/`, `CODEOWNERS`, the goals and the sources of the agent can never be written.";
    OVERRIDES = "This page cannot see the variables `OPENAI_BASE_URL` and `OPENAI_MODEL` of the repository. If they are set, they replace what the settings say about the model `default`.";
  }
});

// src/commands/worlds/goal-folder.ts
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
async function readWorkTreeGoals(root) {
  const text2 = await textOf(join(root, SETTINGS_FILE));
  const { settings, problems } = settingsInUse(text2);
  const files = await goalFilesOnDisk(root, settings.goalsFolder);
  const isProtected = await protectedBySettings(settings);
  const folders = await ownFoldersIn(root);
  const parsed3 = parseGoalFiles(files, { settings, isProtected, agentFolders: folders });
  return {
    ...parsed3,
    problems: sortProblems([...problems, ...parsed3.problems]),
    settings,
    files: files.size + (text2 === null ? 0 : 1)
  };
}
async function ownFoldersIn(root) {
  return agentFolders(await textOf(join(root, OWN_FILE)) === null ? [] : [OWN_FILE]);
}
function goalsFolderOf(settings) {
  return settingsInUse(settings).settings.goalsFolder;
}
async function goalFilesOnDisk(root, folder) {
  const files = /* @__PURE__ */ new Map();
  for (const { name, isFolder } of await entriesOf(join(root, folder))) {
    const path = `${folder}/${name}`;
    if (isFolder) for (const [below, file] of await goalFilesOnDisk(root, path)) files.set(below, file);
    else if (/\.ya?ml$/i.test(name)) files.set(path, await storedFile(join(root, path)));
  }
  return files;
}
async function storedFile(path) {
  const bytes = await readFile(path);
  return { blob: blobId(bytes, "sha1"), text: bytes.toString("utf8") };
}
async function entriesOf(folder) {
  const entries = await readdir(folder, { withFileTypes: true }).catch(nothingThere);
  return (entries ?? []).filter((entry3) => entry3.isFile() || entry3.isDirectory() && entry3.name !== ".git").map((entry3) => ({ name: entry3.name, isFolder: entry3.isDirectory() })).sort((a, b) => compareText(a.name, b.name));
}
async function textOf(path) {
  return await readFile(path, "utf8").catch(nothingThere) ?? null;
}
function nothingThere(error) {
  const missing = error instanceof Error && "code" in error && ["ENOENT", "ENOTDIR"].includes(String(error.code));
  if (missing) return null;
  throw error;
}
var init_goal_folder = __esm({
  "src/commands/worlds/goal-folder.ts"() {
    "use strict";
    init_goal_files();
    init_settings_file();
    init_protected_by_settings();
    init_protected_paths();
    init_settings();
    init_compare_text();
    init_problem();
    init_blob_id();
  }
});

// src/commands/goals-preview.ts
async function previewGoals(proposal, signal) {
  const { mask } = proposal;
  const revisions = await openRevisions({ folder: proposal.folder, environment: childEnvironment() }, signal);
  try {
    const before = await goalsAt(revisions, proposal.before, signal);
    const after = proposal.after === null ? await readWorkTreeGoals(proposal.folder) : await goalsAt(revisions, proposal.after, signal);
    const markdown = goalsPreview({
      ...maskedRecord(
        { before: goalTree(before), after: goalTree(after), comparedWith: proposal.before },
        mask
      ),
      now: systemClock({ offsetMs: 0 }).now()
    });
    return { markdown: mask.mask(markdown), problems: maskedRecord(after.problems, mask) };
  } finally {
    revisions.close();
  }
}
async function goalsAt(revisions, revision, signal) {
  const commit2 = await revisions.resolve(revision, signal);
  if (commit2 === null) {
    const right = "name a commit, a branch or a tag that it holds; a workflow checks out with fetch-depth: 2";
    throw new Halt("bad_settings", `There is no commit ${JSON.stringify(revision)} in this clone; ${right}.`);
  }
  const { settings, goals: goals2, settingsProblems, goalProblems } = await readGoals(revisions, { commit: commit2 }, signal);
  return { settings, goals: goals2, problems: [...settingsProblems, ...goalProblems] };
}
function goalTree({ settings, goals: goals2, problems }) {
  const ofGoals = problems.filter(({ file }) => file !== SETTINGS_FILE);
  const bad = new Set(ofGoals.map(({ file }) => goalId(file)));
  return {
    settings,
    hasValidSettings: ofGoals.length === problems.length,
    goals: goals2,
    unusable: [...bad].filter((id2) => !goals2.some((goal) => goal.id === id2)),
    problems: problems.map(formatProblem)
  };
}
var PULL_REQUEST;
var init_goals_preview2 = __esm({
  "src/commands/goals-preview.ts"() {
    "use strict";
    init_revisions();
    init_runner();
    init_goal_file();
    init_masked_record();
    init_ending();
    init_settings();
    init_snapshot();
    init_goals_preview();
    init_problem();
    init_goal_folder();
    PULL_REQUEST = { after: "HEAD", before: "HEAD^1" };
  }
});

// src/core/health/lasting-ending.ts
function isLasting({ ending, goals: goals2 }) {
  return (goals2.length === 0 ? [ending] : goals2.map((goal) => goal.ending)).every(
    (each) => ENDINGS[each].outcome === "blocked"
  );
}
var init_lasting_ending = __esm({
  "src/core/health/lasting-ending.ts"() {
    "use strict";
    init_ending();
  }
});

// src/report/words/table.ts
function renderTable(columns, rows, style) {
  const texts = rows.map((row) => columns.map((_, index) => plainLine(textOf2(row[index] ?? ""))));
  const widths = fitWidths(columns, naturalWidths(columns, texts), style.tableWidth ?? style.width);
  const head = columns.map((column, index) => place(column, column.title, widths[index] ?? 0));
  const lines = texts.map(
    (cells2, rowIndex) => columns.map((column, index) => {
      const placed = place(column, cells2[index] ?? "", widths[index] ?? 0);
      return style.paint(toneOf(rows[rowIndex]?.[index] ?? ""), placed);
    })
  );
  return [
    style.paint("dim", head.join(GAP).trimEnd()),
    ...lines.map((line2) => line2.join(GAP).trimEnd())
  ].join("\n");
}
function place(column, text2, width) {
  return padToWidth(cutToWidth(text2, width), width, column.align);
}
function naturalWidths(columns, texts) {
  return columns.map(
    (column, index) => texts.reduce(
      (widest, row) => Math.max(widest, displayWidth(row[index] ?? "")),
      displayWidth(column.title)
    )
  );
}
function fitWidths(columns, natural, width) {
  const widths = [...natural];
  const room = width - GAP.length * (columns.length - 1);
  let excess = widths.reduce((sum, each) => sum + each, 0) - room;
  while (excess > 0) {
    const index = widestAbove(
      widths,
      columns.map((column) => column.shrinkTo ?? Number.POSITIVE_INFINITY)
    ) ?? widestAbove(
      widths,
      columns.map(() => 1)
    );
    if (index === null) break;
    widths[index] = (widths[index] ?? 0) - 1;
    excess -= 1;
  }
  return widths;
}
function widestAbove(widths, least) {
  let found2 = null;
  widths.forEach((width, index) => {
    if (width <= (least[index] ?? 0)) return;
    if (found2 === null || width > (widths[found2] ?? 0)) found2 = index;
  });
  return found2;
}
function textOf2(cell) {
  return typeof cell === "string" ? cell : cell.text;
}
function toneOf(cell) {
  return typeof cell === "string" ? "plain" : cell.tone;
}
var GAP;
var init_table = __esm({
  "src/report/words/table.ts"() {
    "use strict";
    init_display_width();
    GAP = "  ";
  }
});

// src/report/words/slot-words.ts
function slotTable(listings, style) {
  const rows = listings.map((listing2) => [
    listing2.goal.id,
    counterWords(listing2.checkpoint?.counters),
    shortWindow(listing2.checkpoint),
    dueWords(listing2)
  ]);
  return renderTable(COLUMNS, rows, style);
}
function slotLines(listing2) {
  const { checkpoint } = listing2;
  const counted2 = checkpoint?.classified_to ?? null;
  const until = counted2 === null ? "" : ` (counted up to ${shortTime(counted2)})`;
  return [
    `due times so far: ${counterWords(checkpoint?.counters)}${until}`,
    longWindow(checkpoint),
    `next due: ${dueWords(listing2)}`
  ];
}
function counterWords(counters) {
  const words2 = NAMES.flatMap(([name, word]) => {
    const amount3 = counters?.[name] ?? 0;
    return amount3 === 0 ? [] : [`${figure(amount3)} ${word}`];
  });
  return words2.length === 0 ? "none yet" : words2.join(", ");
}
function shortWindow(checkpoint) {
  if (checkpoint === null) return "–";
  const { window, finished } = checkpoint;
  if (window !== null) return `${shortTime(window.slot)}, ${itemsLeft(checkpoint)}`;
  return finished === null ? "–" : `${shortTime(finished.slot)}, finished`;
}
function longWindow(checkpoint) {
  const { window = null, finished = null } = checkpoint ?? {};
  if (checkpoint !== null && window !== null)
    return `in progress: the run due ${shortTime(window.slot)}, ${itemsLeft(checkpoint)}; it covers ${endsWords(window)}`;
  if (finished === null) return "finished so far: none";
  const stuck = checkpoint?.given_up?.queue.length ?? 0;
  const rest = stuck === 0 ? "" : `, ${count(stuck, "task")} stuck`;
  return `last finished: the run due ${shortTime(finished.slot)}, which covers all up to ${endWords(finished)}${rest}`;
}
function endsWords({ from, to }) {
  return `${endWords(from)} to ${endWords(to)}`;
}
function endWords({ time, commit: commit2 }) {
  return `${shortTime(time)}${commit2 === null ? "" : ` (${commit2.slice(0, 7)})`}`;
}
function itemsLeft(checkpoint) {
  const all = checkpoint.window?.queue.length ?? 0;
  return `${figure(openItems(checkpoint).length)} of ${count(all, "task")} left`;
}
function dueWords({ goal, checkpoint, now }) {
  if (!goal.enabled) return "never: it is not enabled";
  if (checkpoint !== null && checkpoint.pause !== null) return "once it is resumed";
  const at = nextDue(goal, checkpoint ?? void 0, now);
  if (at === null) return "once its file is edited";
  if (Date.parse(at) > now) return shortTime(at);
  return checkpoint !== null && checkpoint.window !== null ? "now, to continue" : "now";
}
var COLUMNS, NAMES;
var init_slot_words = __esm({
  "src/report/words/slot-words.ts"() {
    "use strict";
    init_due();
    init_checkpoint();
    init_sentences();
    init_table();
    COLUMNS = [
      { title: "Goal", shrinkTo: 12 },
      { title: "Due times so far", shrinkTo: 14 },
      { title: "Run due", shrinkTo: 12 },
      { title: "Next due (UTC)", shrinkTo: 14 }
    ];
    NAMES = [
      ["ran", "ran"],
      ["caught_up", "caught up"],
      ["missed", "missed"],
      ["skipped", "skipped"],
      ["overlapped", "overlapped"]
    ];
  }
});

// src/report/terminal/month-cost.ts
function monthCost(goals2, slotsPerMonth2) {
  const slotsOf = (goal) => slotsPerMonth2[goal.goal] ?? 0;
  const known = goals2.filter((goal) => goal.spent.tokens > 0 && slotsOf(goal) > 0);
  const sum = (figureOf) => Math.round(
    known.reduce((total, goal) => total + figureOf(goal) / (goal.slots ?? 1) * slotsOf(goal), 0)
  );
  return {
    slots: known.reduce((total, goal) => total + slotsOf(goal), 0),
    tokens: sum((goal) => goal.spent.tokens),
    usdMicros: sum((goal) => goal.spent.usdMicros),
    unpriced: known.filter((goal) => goal.spent.usdMicros === 0).map((goal) => goal.goal),
    unknown: goals2.filter((goal) => !known.includes(goal)).map((goal) => goal.goal)
  };
}
function monthCostSentences(goals2, slots, budget = NO_BUDGET) {
  const cost = monthCost(goals2, slots);
  if (cost.tokens === 0) return [];
  const isWithin = cost.tokens <= budget.tokensPerMonth && cost.usdMicros <= dollarsIn(budget);
  return [
    ...isWithin ? [withinWords(cost)] : cappedSentences(cost, budget),
    ...priceSentences(cost),
    ...cost.unknown.length === 0 ? [] : [`Not counted: ${listWords(cost.unknown)}.`],
    ...isWithin ? [AT_MOST] : ["A run that waits for a draft costs nothing."]
  ];
}
function dollarsIn({ usdPerMonth }) {
  return usdPerMonth === null ? Number.POSITIVE_INFINITY : usdPerMonth * 1e6;
}
function withinWords(cost) {
  return `About ${amountWords(cost)} in 30 days, ${slotWords2(cost.slots)}.`;
}
function cappedSentences(cost, budget) {
  const { tokensPerMonth, usdPerMonth } = budget;
  const dollars = usdPerMonth === null ? "" : ` or ${money(dollarsIn(budget))}`;
  return [
    `The budget in .github/wakeful.yml stops the agent at ${count(tokensPerMonth, "token")}${dollars} a month.`,
    `Without it, 30 days would need about ${amountWords(cost)}, ${slotWords2(cost.slots)}.`
  ];
}
function amountWords({ tokens, usdMicros }) {
  return `${count(tokens, "token")}${usdMicros === 0 ? "" : `, ${money(usdMicros)}`}`;
}
function slotWords2(slots) {
  return slots === 1 ? "if its one run costs what this one did" : `if each of the ${figure(slots)} runs costs what these did`;
}
function priceSentences(cost) {
  if (cost.usdMicros === 0) {
    return [
      "To see dollars, give the model a price in .github/wakeful.yml. Without one, only tokens are counted."
    ];
  }
  return cost.unpriced.length === 0 ? [] : [`The dollars of ${listWords(cost.unpriced)} are missing, because no price is known.`];
}
var NO_BUDGET, AT_MOST;
var init_month_cost = __esm({
  "src/report/terminal/month-cost.ts"() {
    "use strict";
    init_sentences();
    NO_BUDGET = { tokensPerMonth: Number.POSITIVE_INFINITY, usdPerMonth: null };
    AT_MOST = "A run that waits for a draft costs nothing, and no month costs more than the budget in .github/wakeful.yml.";
  }
});

// src/report/words/palette.ts
function endingTone(ending) {
  const { level } = ENDINGS[ending];
  if (level === "error") return "bad";
  if (level === "warn") return "warn";
  return ending === "worked" ? "good" : "plain";
}
var init_palette = __esm({
  "src/report/words/palette.ts"() {
    "use strict";
    init_ending();
  }
});

// src/report/terminal/wake-report.ts
function wakeReport(input, style) {
  const { result } = input;
  const drafts = result.goals.flatMap((goal) => goal.drafts);
  const sections = [
    opening(input, style),
    result.goals.length === 0 ? "" : goalTable(result.goals, style),
    notes(result, style),
    section(
      "Drafts",
      drafts.flatMap((draft) => draftLines(draft, style)),
      style
    ),
    section(
      "Alerts",
      result.alerts.flatMap((alert) => alertLines2(alert, input, style)),
      style
    ),
    section(
      "Issues",
      result.goals.flatMap((goal) => issueLines(goal, style)),
      style
    )
  ];
  return sections.filter((text2) => text2 !== "").join("\n\n");
}
function section(title, lines, style) {
  return lines.length === 0 ? "" : [style.paint("strong", title), ...lines].join("\n");
}
function opening({ result, now, span }, style) {
  const { nextDue: nextDue2 } = result;
  const next = nextDue2 === null ? [] : [nextDueWords({ name: nextDue2.goal, at: nextDue2.at }, now)];
  const first = wrapped([`${spanWords(span, now)}${headline(result)}`], style).map(
    (line2) => style.paint(endingTone(result.ending), line2)
  );
  const own = ownDetail(result);
  return [...first, ...wrapped([...own === "" ? [] : [own], ...next], style)].join("\n");
}
function spanWords(span, now) {
  if (span === void 0) return "";
  return `${count(span.wakes, "run")} from ${shortTime(span.from)} to ${shortTime(now)}. `;
}
function goalTable(goals2, style) {
  const rows = goals2.map((goal) => [
    goal.goal,
    goal.slot === null ? "–" : shortTime(goal.slot),
    { text: endingLabel(goal.ending), tone: endingTone(goal.ending) },
    `${figure(goal.items.done)}/${figure(goal.items.total)}`,
    figure(goal.spent.calls),
    figure(goal.spent.tokens),
    dollarWords(goal.spent)
  ]);
  return renderTable(COLUMNS2, rows, style);
}
function notes(result, style) {
  const why = result.goals.filter(isWorthNote).map((goal) => `${goal.goal}: ${sentence(goal.detail)}`);
  return wrapped([...why, ...result.problems.map(problemLine)], style).join("\n");
}
function isWorthNote({ ending, detail }) {
  return ending !== "worked" && detail !== "";
}
function problemLine({ file, line: line2, column, message }) {
  return `${file}:${line2}:${column}: ${message}`;
}
function wrapped(texts, { width }) {
  return texts.flatMap((text2) => wrapToWidth(plainLine(text2), width));
}
function alertLines2({ title, issue, opened, known }, { issuePage: issuePage2 }, style) {
  const number2 = issue === null ? known ? "(no issues here)" : "(no issue yet)" : `#${issue}`;
  const state = opened ? " (new)" : known && issue !== null ? " (closed by a person)" : "";
  const page = issue === null ? null : issuePage2?.(issue) ?? null;
  const heading = wrapToWidth(plainLine(`${number2} ${title}${state}`), style.width - 2);
  return [
    ...heading.map((line2) => `  ${style.paint("warn", line2)}`),
    ...page === null ? [] : indented(`read it: ${plainLine(page)}`, style)
  ];
}
function issueLines({ goal, effects }, { width }) {
  const words2 = effects.map((effect2) => plainLine(`${goal}: ${receiptWords(effect2)} (${effect2.url})`));
  return words2.flatMap((line2) => wrapToWidth(line2, width - 2)).map((line2) => `  ${line2}`);
}
function draftLines(draft, style) {
  const number2 = draft.number === null ? "(not opened yet)" : `#${draft.number}`;
  const heading = `${number2} ${plainLine(draft.title)}${draft.complete ? "" : " (incomplete)"}`;
  const files = draft.files ?? [];
  const shown4 = files.slice(0, FILES_SHOWN).map((file) => fileLine(file, style));
  const more = files.length - FILES_SHOWN;
  return [
    ...wrapToWidth(heading, style.width - 2).map((line2) => `  ${style.paint("accent", line2)}`),
    ...indented(`branch ${plainLine(draft.branch)}`, style),
    ...shown4,
    ...more > 0 ? [`    and ${count(more, "more file")}`] : [],
    ...draft.url === null ? [] : indented(`read it: ${plainLine(draft.url)}`, style)
  ];
}
function fileLine({ path, added: added2, removed }, style) {
  const change4 = { added: `+${figure(added2)}`, removed: `-${figure(removed)}` };
  const room = style.width - 4 - change4.added.length - change4.removed.length - 3;
  const shown4 = cutToWidth(plainLine(path), room);
  return `    ${shown4}  ${style.paint("good", change4.added)} ${style.paint("bad", change4.removed)}`;
}
function indented(text2, { width }) {
  return wrapToWidth(text2, width - 4).map((line2) => `    ${line2}`);
}
var COLUMNS2, FILES_SHOWN;
var init_wake_report = __esm({
  "src/report/terminal/wake-report.ts"() {
    "use strict";
    init_display_width();
    init_effect_words();
    init_ending_words();
    init_headline();
    init_next_due();
    init_palette();
    init_sentences();
    init_table();
    COLUMNS2 = [
      { title: "Goal", shrinkTo: 12 },
      { title: "Due (UTC)" },
      { title: "Result" },
      { title: "Tasks", align: "right" },
      { title: "Calls", align: "right" },
      { title: "Tokens", align: "right" },
      { title: "Spent", align: "right" }
    ];
    FILES_SHOWN = 8;
  }
});

// src/report/terminal/rehearsal.ts
function rehearsalReport(input, style) {
  const cost = monthCostSentences(input.result.goals, input.slotsPerMonth, input.budget);
  const slots = input.slots ?? [];
  const sections = [
    wakeReport(input, style),
    slots.length === 0 ? "" : slotTable(slots, style),
    section("Cost", wrapped(cost, style), style),
    section(
      "Try next",
      tryNext(input).map((line2) => `  ${line2}`),
      style
    )
  ];
  return `${sections.filter((text2) => text2 !== "").join("\n\n")}
`;
}
function tryNext({ result, model, elsewhere, playedStop: playedStop2, span }) {
  const repo = option("--repo", elsewhere?.repo);
  const all = `${repo}${option("--goals", elsewhere?.goals)}`;
  const start = `npm start${all === "" ? "" : ` --${all}`}`;
  const toResume = {
    before: [`npm start -- resume${repo}`, "remove the stop"],
    option: [start, "the same without the stop"],
    environment: ["unset WAKEFUL_STOP", "remove the stop of this shell, then start again"]
  };
  const toRead = [
    [`npm start -- log${repo}`, "what it did, line by line"],
    [
      `npm start -- status${repo}`,
      result.alerts.length === 0 ? "how it is doing" : "how it is doing, and what you can do"
    ]
  ];
  const toCorrect = [["npm start -- validate", "check goal and settings files"]];
  const toSee = [["npm start -- goals", "which goals it has, and when they are due"]];
  const toGoOn = span === void 0 ? [`npm start -- --night${all}`, "24 hours of scheduled runs"] : [start, "one more run, from where the night ended"];
  const isForeign = result.ending === "bad_state_file";
  const toStartOver = [
    `npm start -- --fresh${all}`,
    isForeign ? "start over: this rehearsal and its state are deleted" : "start over"
  ];
  const own = [`OPENAI_API_KEY=… ${start}`, "the same with a real model"];
  const rows = [
    ...result.ending === "stopped" ? [toResume[playedStop2 ?? "before"]] : [],
    ...isForeign ? [toStartOver] : [],
    ...result.problems.length > 0 && all === "" ? toCorrect : [],
    ...result.goals.length > 0 ? toRead : [],
    // The goals that the command lists are those of this work tree.
    ...result.goals.length === 0 && all === "" ? toSee : [],
    ...isForeign ? [] : [...isLasting(result) ? [] : [toGoOn], toStartOver],
    ...model.kind === "scripted" ? [own] : []
  ];
  const width = Math.max(COMMAND_WIDTH, ...rows.map(([command2]) => command2.length));
  return rows.map(([command2, meaning]) => `${command2.padEnd(width)}  ${meaning}`);
}
function option(name, value) {
  if (value === null || value === void 0) return "";
  const plain2 = plainLine(value);
  return /^[\w@%+=:,./-]+$/.test(plain2) ? ` ${name} ${plain2}` : ` ${name} '${plain2.replaceAll("'", "'\\''")}'`;
}
var COMMAND_WIDTH;
var init_rehearsal = __esm({
  "src/report/terminal/rehearsal.ts"() {
    "use strict";
    init_lasting_ending();
    init_display_width();
    init_slot_words();
    init_month_cost();
    init_wake_report();
    COMMAND_WIDTH = 26;
  }
});

// src/commands/terminal/style.ts
import { styleText } from "node:util";
function styleOf(terminal, output = terminal.out) {
  const isColoured = output.isTerminal && !terminal.isPlain;
  const tableWidth = output.isTerminal ? output.width : Number.POSITIVE_INFINITY;
  return { width: Math.min(output.width, WIDEST), tableWidth, paint: createPaint(isColoured) };
}
function createPaint(isColoured) {
  return (tone, text2) => isColoured && text2 !== "" ? styleText(FORMATS[tone], text2, { validateStream: false }) : text2;
}
var WIDEST, FORMATS;
var init_style = __esm({
  "src/commands/terminal/style.ts"() {
    "use strict";
    WIDEST = 120;
    FORMATS = {
      plain: "none",
      strong: "bold",
      dim: "dim",
      good: "green",
      warn: "yellow",
      bad: "red",
      accent: "cyan"
    };
  }
});

// src/rehearsal/home.ts
import { lstat, mkdir, readdir as readdir2, rm, writeFile } from "node:fs/promises";
import { join as join2 } from "node:path";
function rehearsalHome(root, key) {
  const shownAs = key === null ? ".wakeful" : `.wakeful/${key}`;
  const folder = join2(root, shownAs);
  return {
    root,
    folder,
    shownAs,
    origin: join2(folder, "origin.git"),
    github: join2(folder, "github"),
    work: join2(folder, "work")
  };
}
function foreignKey(name, address) {
  const readable = name.replace(/[^A-Za-z0-9._-]+/g, "-").slice(0, 40);
  return `${readable}-${digest([address], 10)}`;
}
async function ensureHome(home) {
  await refuseLinks(home);
  await mkdir(home.work, { recursive: true });
  await mkdir(home.github, { recursive: true });
  await writeFile(join2(home.root, ".wakeful", ".gitignore"), "*\n");
}
async function refuseLinks({ root, folder, origin, github, work }) {
  const top = join2(root, ".wakeful");
  const places = [top, join2(top, ".gitignore"), folder, origin, github, work];
  for (const place2 of places) await refuseLink(place2);
  for (const name of await readdir2(origin).catch(() => [])) await refuseLink(join2(origin, name));
}
async function refuseLink(place2) {
  const found2 = await lstat(place2).catch(() => null);
  if (found2?.isSymbolicLink() !== true) return;
  throw new Halt(
    "bad_settings",
    `${place2} is a link. The rehearsal writes and removes files there, so a link would lead it into another folder. Nothing was started. Remove the link, and start again.`
  );
}
async function removeHome(home) {
  for (const folder of [home.origin, home.github, home.work]) {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
var init_home = __esm({
  "src/rehearsal/home.ts"() {
    "use strict";
    init_ending();
    init_digest();
  }
});

// src/config/github/repository-address.ts
function repositoryAddress(address) {
  const parts = address.includes("://") ? urlParts(address) : scpParts(address);
  const repository = parts === null ? null : repositoryOf(parts.path);
  if (parts === null || repository === null) return null;
  const { host, serverUrl } = parts;
  if (host === "github.com")
    return { repository, host, serverUrl, apiUrl: "https://api.github.com", isGitHubs: true };
  if (host.endsWith(".ghe.com"))
    return { repository, host, serverUrl, apiUrl: `https://api.${host}`, isGitHubs: true };
  return { repository, host, serverUrl, apiUrl: `${serverUrl}/api/v3`, isGitHubs: false };
}
function urlParts(address) {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || url.hostname === "") return null;
  const path = url.pathname;
  switch (url.protocol) {
    case "https:":
    case "http:":
      return onServer(url.host, path, url.protocol);
    case "ssh:":
    case "git:":
    case "git+ssh:":
      return onServer(url.hostname, path, "https:");
    default:
      return null;
  }
}
function scpParts(address) {
  const match = /^(?:[^@:/\\]+@)?([\w.-]{2,}):(?!\\)(.+)$/.exec(address);
  return match === null ? null : onServer(match[1] ?? "", match[2] ?? "", "https:");
}
function onServer(found2, path, protocol) {
  const name = found2.toLowerCase();
  const host = ["www.github.com", "ssh.github.com"].includes(name) ? "github.com" : name;
  const isGitHubs = host === "github.com" || host.endsWith(".ghe.com");
  return { host, path, serverUrl: `${isGitHubs ? "https:" : protocol}//${host}` };
}
function repositoryOf(path) {
  const match = /^\/*([\w.-]+)\/([\w.-]+?)(?:\.git)?\/*$/.exec(path);
  const [, owner = "", name = ""] = match ?? [];
  return owner === "" || name === "" || name === "." || name === ".." ? null : `${owner}/${name}`;
}
var init_repository_address = __esm({
  "src/config/github/repository-address.ts"() {
    "use strict";
  }
});

// src/rehearsal/github/records/files.ts
import { link as link2, mkdir as mkdir2, open, readdir as readdir3, rename, rm as rm2, writeFile as writeFile2 } from "node:fs/promises";
import { dirname, join as join3 } from "node:path";
async function writeWhole(path, text2) {
  await mkdir2(dirname(path), { recursive: true });
  const temporary = join3(dirname(path), `.${process.pid}-${counter++}.tmp`);
  await writeFile2(temporary, text2);
  await rename(temporary, path);
}
async function writeNew(path, text2) {
  const temporary = join3(dirname(path), `.${process.pid}-${counter++}.tmp`);
  await mkdir2(dirname(path), { recursive: true });
  await writeFile2(temporary, text2);
  try {
    await link2(temporary, path);
    return true;
  } catch (error) {
    if (isErrno(error, "EEXIST")) return false;
    throw error;
  } finally {
    await rm2(temporary, { force: true });
  }
}
async function takeNumber(folder) {
  await mkdir2(folder, { recursive: true });
  const taken = (await readdir3(folder)).map(Number).filter(Number.isInteger);
  let number2 = Math.max(0, ...taken) + 1;
  while (!await claim(join3(folder, String(number2)))) number2 += 1;
  return number2;
}
async function claim(path) {
  try {
    await (await open(path, "wx")).close();
    return true;
  } catch (error) {
    if (isErrno(error, "EEXIST")) return false;
    throw error;
  }
}
function isErrno(error, code) {
  return error instanceof Error && "code" in error && error.code === code;
}
var counter;
var init_files = __esm({
  "src/rehearsal/github/records/files.ts"() {
    "use strict";
    counter = 0;
  }
});

// src/rehearsal/github/records/record-files.ts
import { readdir as readdir4, readFile as readFile2 } from "node:fs/promises";
import { join as join4 } from "node:path";
async function readRecord(path, schema) {
  const reading = await tryRecord(path, schema);
  if (reading.kind === "problems") throw unreadable(path, reading.problems.join("; "));
  return reading.kind === "missing" ? null : reading.record;
}
async function tryRecord(path, schema) {
  const text2 = await readFile2(path, "utf8").catch((error) => {
    if (isErrno(error, "ENOENT")) return null;
    throw error;
  });
  if (text2 === null) return { kind: "missing" };
  const json = parseJson(text2);
  if (json.kind === "problems") return json;
  const result = safeParse(schema, json.value);
  if (result.success) return { kind: "record", record: result.output };
  return { kind: "problems", problems: result.issues.map(problemWords) };
}
function problemWords(issue) {
  const place2 = getDotPath(issue) ?? "the file";
  if (issue.type !== "picklist") return `${place2}: ${issue.message}`;
  const known = [...(issue.expected ?? "").matchAll(/"([^"]*)"/g)].map(([, name = ""]) => name);
  const nearest = nearestName(issue.received.replaceAll('"', ""), known);
  const hint = nearest === null ? "" : `; did you mean ${nearest}?`;
  return `${place2}: ${issue.received} is none of ${known.join(", ")}${hint}`;
}
function writeRecord(path, record2) {
  return writeWhole(path, `${JSON.stringify(record2, null, 2)}
`);
}
function parseJson(text2) {
  try {
    return { kind: "json", value: JSON.parse(text2) };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { kind: "problems", problems: [`it is not JSON (${why})`] };
  }
}
function unreadable(path, why) {
  const wayOut = "Fix the file, or start over with npm start -- --fresh.";
  return new Halt(
    "github_unavailable",
    `The rehearsal's stand-in for GitHub cannot read ${path}: ${why}. ${wayOut}`
  );
}
async function numberedFiles(folder) {
  const names = await readdir4(folder).catch((error) => {
    if (isErrno(error, "ENOENT")) return [];
    throw error;
  });
  const numbers2 = names.filter((name) => /^\d+\.json$/.test(name)).map((name) => Number.parseInt(name, 10));
  return numbers2.sort((a, b) => a - b).map((number2) => join4(folder, `${number2}.json`));
}
var init_record_files = __esm({
  "src/rehearsal/github/records/record-files.ts"() {
    "use strict";
    init_dist();
    init_nearest_name();
    init_ending();
    init_files();
  }
});

// src/rehearsal/github/records/records.ts
function isDraft(thread) {
  return "branch" in thread;
}
var REACTION, COMMENT, THREAD, NUMBER, DRAFT, ISSUE, LONG_AGO, VARIABLE, RULE, RULESET, ENVIRONMENT, WORKFLOW_STATE, SETTINGS, RUN;
var init_records = __esm({
  "src/rehearsal/github/records/records.ts"() {
    "use strict";
    init_dist();
    REACTION = looseObject({ content: string(), author: string(), created_at: string() });
    COMMENT = looseObject({
      id: pipe(number(), integer()),
      /** Login. */
      author: string(),
      body: string(),
      created_at: string(),
      updated_at: string(),
      reactions: array(REACTION)
    });
    THREAD = {
      title: string(),
      author: string(),
      labels: array(string()),
      locked: boolean(),
      created_at: string(),
      updated_at: string(),
      closed_at: nullable(string()),
      body: string(),
      comments: array(COMMENT)
    };
    NUMBER = pipe(number(), integer(), minValue(1));
    DRAFT = looseObject({
      number: NUMBER,
      state: picklist(["open", "merged", "closed"]),
      branch: string(),
      base: string(),
      /** The commit that the branch held when it was last seen. */
      head: string(),
      merge_commit: nullable(string()),
      is_draft: boolean(),
      reviewers: array(string()),
      ...THREAD
    });
    ISSUE = looseObject({
      number: NUMBER,
      state: picklist(["open", "closed"]),
      state_reason: nullable(picklist(["completed", "not_planned", "duplicate", "reopened"])),
      ...THREAD
    });
    LONG_AGO = "2026-01-01T00:00:00Z";
    VARIABLE = union([
      looseObject({ value: string(), created_at: string(), updated_at: string() }),
      pipe(
        string(),
        transform((value) => ({ value, created_at: LONG_AGO, updated_at: LONG_AGO }))
      )
    ]);
    RULE = looseObject({
      /** E.g. `required_signatures`. */
      type: string(),
      /** Names of branches; `*` stands for anything. */
      branches: array(string())
    });
    RULESET = looseObject({
      name: string(),
      target: optional(picklist(["branch", "tag", "push"]), "branch"),
      enforcement: optional(picklist(["active", "evaluate", "disabled"]), "active"),
      include: optional(array(string()), ["~ALL"]),
      exclude: optional(array(string()), []),
      rules: array(string()),
      /** Ids of roles that may pass it by. */
      roles: optional(array(number()), [])
    });
    ENVIRONMENT = looseObject({
      /** Who may use it; null: every branch. */
      branches: optional(nullable(array(string())), null),
      /** Names of secrets. */
      secrets: optional(array(string()), [])
    });
    WORKFLOW_STATE = picklist([
      "active",
      "disabled_manually",
      "disabled_inactivity",
      "disabled_fork",
      "deleted"
    ]);
    SETTINGS = looseObject({
      private: optional(boolean(), false),
      fork: optional(boolean(), false),
      has_issues: optional(boolean(), true),
      /** False: an older server, which knows no draft pull requests. */
      has_drafts: optional(boolean(), true),
      /** Whether workflows may run at all. */
      actions_enabled: optional(boolean(), true),
      actions_may_open_pull_requests: optional(boolean(), true),
      variables: optional(record(string(), VARIABLE), {}),
      organization_variables: optional(record(string(), VARIABLE), {}),
      /** Names of secrets. */
      secrets: optional(array(string()), []),
      /** By file name; a workflow that is not named is active. */
      workflows: optional(record(string(), WORKFLOW_STATE), {}),
      /** By login; whoever is not named may read. */
      collaborators: optional(record(string(), picklist(["admin", "write", "read", "none"])), {}),
      rules: optional(array(RULE), []),
      /** Told to whoever asks; the stand-in itself goes by `rules`. */
      rulesets: optional(array(RULESET), []),
      /** By name. */
      environments: optional(record(string(), ENVIRONMENT), {})
    });
    RUN = looseObject({
      wake: string(),
      /** Its file below `.github/workflows/`. */
      workflow: string(),
      /** What started it, e.g. `schedule`. */
      event: string(),
      /** What a person typed in when starting it. */
      inputs: record(string(), string()),
      /** ISO time. */
      created_at: string(),
      host: string(),
      /** Null: nothing runs it yet. */
      pid: nullable(number()),
      /** Start time as the system tells it; null where it does not. */
      process_start: nullable(string()),
      finished: boolean(),
      /** ISO time; null: not yet, or nobody has written it down. */
      finished_at: optional(nullable(string()), null)
    });
  }
});

// src/rehearsal/github/records/runs.ts
import { mkdir as mkdir3, readdir as readdir5, readFile as readFile3, rm as rm3, stat } from "node:fs/promises";
import { hostname } from "node:os";
import { join as join5 } from "node:path";
function openRuns(folder) {
  const path = (wake3) => join5(folder, `${encodeURIComponent(wake3)}.json`);
  const read4 = (wake3) => readRecord(path(wake3), RUN);
  return {
    async start(run14) {
      await forgetOldRuns(folder);
      return claim2(folder, await here(run14));
    },
    async begin(wake3, run14) {
      await forgetOldRuns(folder);
      await writeWhole(path(wake3), text({ ...await here(run14), wake: wake3 }));
    },
    queue: (run14) => claim2(folder, { ...facts(run14), host: hostname(), pid: null, process_start: null }),
    async finish(wake3, at) {
      const run14 = await read4(wake3);
      const ended = { finished: true, finished_at: at ?? null };
      if (run14 !== null) await writeWhole(path(wake3), text({ ...run14, ...ended }));
    },
    state: (wake3) => stateOf(path(wake3)),
    read: read4,
    list: async () => {
      const runs2 = await Promise.all(
        (await runFiles(folder)).map((name) => readRecord(join5(folder, name), RUN))
      );
      return runs2.filter((run14) => run14 !== null);
    },
    async anyRunning() {
      for (const name of await runFiles(folder)) {
        if (await stateOf(join5(folder, name)) === "running") return true;
      }
      return false;
    }
  };
}
function facts({ workflow, event, at, inputs = {} }) {
  return { workflow, event, inputs, created_at: at, finished: false, finished_at: null };
}
async function here(run14) {
  return {
    ...facts(run14),
    host: hostname(),
    pid: process.pid,
    process_start: await processStart(process.pid)
  };
}
async function claim2(folder, run14) {
  const taken = (await runFiles(folder)).map((name) => Number.parseInt(name, 10)).filter(Number.isInteger);
  for (let number2 = Math.max(0, ...taken) + 1; ; number2++) {
    const wake3 = `${number2}-1`;
    if (await writeNew(join5(folder, `${wake3}.json`), text({ wake: wake3, ...run14 }))) return wake3;
  }
}
function text(run14) {
  return `${JSON.stringify(run14, null, 2)}
`;
}
async function stateOf(path) {
  const run14 = await readRecord(path, RUN);
  if (run14 === null) return "unknown";
  if (run14.finished) return "finished";
  if (run14.pid === null) return "queued";
  if (run14.host !== hostname()) return "unknown";
  if (!isAlive(run14.pid)) return "finished";
  const start = await processStart(run14.pid);
  const reused = start !== null && run14.process_start !== null && start !== run14.process_start;
  return reused ? "finished" : "running";
}
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isErrno(error, "EPERM");
  }
}
async function processStart(pid) {
  try {
    const boot = (await readFile3("/proc/sys/kernel/random/boot_id", "utf8")).trim();
    const line2 = await readFile3(`/proc/${pid}/stat`, "utf8");
    const fields = line2.slice(line2.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" ? "ended" : `${boot}/${fields[19]}`;
  } catch {
    return null;
  }
}
async function runFiles(folder) {
  await mkdir3(folder, { recursive: true });
  return (await readdir5(folder)).filter((name) => name.endsWith(".json") && !name.startsWith("."));
}
async function forgetOldRuns(folder) {
  const names = await runFiles(folder);
  if (names.length <= RUNS_KEPT) return;
  const aged = await Promise.all(
    names.map(async (name) => ({ path: join5(folder, name), at: (await stat(join5(folder, name))).mtimeMs }))
  );
  aged.sort((a, b) => a.at - b.at);
  for (const { path } of aged.slice(0, names.length - RUNS_KEPT)) {
    if (await stateOf(path) === "finished") await rm3(path, { force: true });
  }
}
var RUNS_KEPT;
var init_runs = __esm({
  "src/rehearsal/github/records/runs.ts"() {
    "use strict";
    init_files();
    init_record_files();
    init_records();
    RUNS_KEPT = 500;
  }
});

// src/rehearsal/run-git.ts
async function mustGit(run14, command2, signal) {
  const answer = await run14(command2, signal);
  if (answer.code === 0) return answer.stdout;
  throw new Halt("bad_settings", `Could not ${command2.purpose}. git says: ${gitWords(answer.stderr)}`);
}
function gitWords(stderr) {
  const lines = stderr.split("\n").map((line2) => line2.trim());
  const words2 = lines.filter((line2) => line2 !== "" && !line2.startsWith("hint:")).join(" ");
  return words2 === "" ? "nothing" : words2.slice(0, 600);
}
var init_run_git2 = __esm({
  "src/rehearsal/run-git.ts"() {
    "use strict";
    init_ending();
  }
});

// src/rehearsal/source.ts
import { existsSync as existsSync2 } from "node:fs";
import { realpath } from "node:fs/promises";
import { basename, resolve as resolve2 } from "node:path";
async function findSource(run14, place2, signal) {
  return isUrl(place2) ? farSource(run14, place2, signal) : localSource(run14, resolve2(place2), signal);
}
function isUrl(place2) {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(place2)) return true;
  return /^[\w.-]+@?[\w.-]*:(?!\\)/.test(place2) && !existsSync2(place2);
}
async function farSource(run14, url, signal) {
  const folder = process.cwd();
  const answer = await run14({ folder, args: ["ls-remote", "--symref", "--", url, "HEAD"] }, signal);
  if (answer.code !== 0) {
    const shown4 = withoutPassword(url);
    throw new Halt(
      "github_unavailable",
      `${shown4} cannot be read. git says: ${gitWords(answer.stderr).replaceAll(url, shown4).replace(/\.?$/, ".")} ${FAR_ADVICE}`
    );
  }
  const head = /^([0-9a-f]{40,64})\tHEAD$/m.exec(answer.stdout)?.[1];
  if (head === void 0) throw noCommits(withoutPassword(url));
  return {
    address: url,
    name: nameOf(url),
    workTree: null,
    head,
    branch: usable(/^ref: refs\/heads\/(.+)\tHEAD$/m.exec(answer.stdout)?.[1] ?? null),
    objectFormat: head.length === 64 ? "sha256" : "sha1",
    depth: FAR_DEPTH
  };
}
async function localSource(run14, folder, signal) {
  if (!existsSync2(folder)) throw new Halt("bad_settings", `${folder} does not exist.`);
  const ask4 = async (...args) => {
    const answer = await run14({ folder, args }, signal);
    return answer.code === 0 ? answer.stdout.replace(/\n$/, "") : null;
  };
  const kind = await run14(
    { folder, args: ["rev-parse", "--is-bare-repository", "--show-object-format"] },
    signal
  );
  if (kind.code !== 0) throw notARepository(folder, kind.stderr);
  const [bare, objectFormat = "sha1"] = kind.stdout.trim().split("\n");
  const workTree = bare === "true" ? null : await ask4("rev-parse", "--show-toplevel");
  const head = await ask4("rev-parse", "--verify", "--quiet", "HEAD^{commit}");
  if (head === null) throw noCommits(workTree ?? folder);
  const address = await realpath(workTree ?? folder);
  const current = (await ask4("symbolic-ref", "--quiet", "HEAD"))?.replace(/^refs\/heads\//, "") ?? null;
  const branch = usable(current) === current ? current : await remoteDefault(ask4);
  return {
    address,
    name: nameOf(address),
    workTree,
    head,
    branch: usable(branch),
    objectFormat,
    depth: null
  };
}
async function remoteDefault(ask4) {
  const name = await ask4("symbolic-ref", "--quiet", "refs/remotes/origin/HEAD");
  return name?.replace(/^refs\/remotes\/origin\//, "") ?? null;
}
function usable(branch) {
  if (branch === null || branch.startsWith("wakeful/") || branch === "wakeful-state") return FALLBACK_BRANCH;
  return branch;
}
function nameOf(address) {
  const path = address.replace(/[/\\]+$/, "").replace(/\/?\.git$/, "");
  return basename(path.replaceAll("\\", "/").replace(/^[^/]*:/, "")) || "repository";
}
function rehearsalIdentity(address) {
  return `rehearsal/${nameOf(address).replace(/[^\w.-]+/g, "-")}`;
}
function withoutPassword(url) {
  return url.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^@/]*@/i, "$1");
}
function noCommits(where) {
  return new Halt("bad_settings", `${where} has no commits yet. Make a first commit, then start again.`);
}
function notARepository(folder, stderr) {
  const why = stderr.includes("not a git repository") ? "is not a git repository" : `cannot be read: ${gitWords(stderr)}`;
  return new Halt(
    "bad_settings",
    `${folder} ${why}. Start inside a clone, or name a repository with --repo <path or URL>.`
  );
}
var FAR_DEPTH, FALLBACK_BRANCH, FAR_ADVICE;
var init_source = __esm({
  "src/rehearsal/source.ts"() {
    "use strict";
    init_ending();
    init_run_git2();
    FAR_DEPTH = 1e3;
    FALLBACK_BRANCH = "main";
    FAR_ADVICE = "Check the address and the network; where a login is needed, set up credentials that git can use without asking.";
  }
});

// src/rehearsal/tracked-content.ts
async function refuseTracked(run14, root, signal) {
  const first = await firstInIndex(run14, root, signal) ?? await firstInHead(run14, root, signal);
  if (first === null) return;
  throw new Halt(
    "bad_settings",
    `This repository brings ${JSON.stringify(first)} along. The rehearsal keeps its own files in .wakeful/ and starts git there, so files of a repository must not lie in it: they could run any program. Nothing was started. If you trust the repository, take them out with \`git rm -r --cached .wakeful\`, delete the folder .wakeful/, and start again.`
  );
}
async function firstInIndex(run14, root, signal) {
  const args = ["ls-files", "-z", "--cached", "--", EVERYTHING];
  const answer = await run14({ folder: root, args }, signal);
  if (answer.code === 0) return answer.stdout.split("\0").find((path) => path !== "") ?? null;
  if (answer.stderr.includes("not a git repository")) return null;
  const words2 = gitWords(answer.stderr);
  throw new Halt("bad_settings", `The files of ${root} cannot be listed. git says: ${words2}`);
}
async function firstInHead(run14, root, signal) {
  const args = ["ls-tree", "-z", "--full-tree", "--name-only", "HEAD"];
  const answer = await run14({ folder: root, args }, signal);
  const names = answer.code === 0 ? answer.stdout.split("\0") : [];
  return names.find((name) => name.toLowerCase() === ".wakeful") ?? null;
}
var EVERYTHING;
var init_tracked_content = __esm({
  "src/rehearsal/tracked-content.ts"() {
    "use strict";
    init_ending();
    init_run_git2();
    EVERYTHING = ":(top,icase).wakeful";
  }
});

// src/commands/worlds/rehearsal-clock.ts
async function rehearsalOffset(runs2) {
  return Math.max(0, await newestTime(runs2) - worldTime());
}
async function newestTime(runs2) {
  const times = (await runs2.list()).flatMap((run14) => [run14.created_at, run14.finished_at ?? ""]);
  return times.reduce((latest, time) => Math.max(latest, Date.parse(time) || 0), 0);
}
function worldTime() {
  return systemClock({ offsetMs: 0 }).now();
}
async function playedClock(runs2, at) {
  const newest2 = await newestTime(runs2);
  const now = worldTime();
  if (at !== null) {
    const words3 = REHEARSAL_TEXTS.clockBehind(newest2);
    return { offsetMs: at - now, words: newest2 - at >= MINUTE_MS ? words3 : "" };
  }
  const words2 = REHEARSAL_TEXTS.clockGoesOn(newest2);
  return { offsetMs: Math.max(0, newest2 - now), words: newest2 - now < MINUTE_MS ? "" : words2 };
}
var init_rehearsal_clock = __esm({
  "src/commands/worlds/rehearsal-clock.ts"() {
    "use strict";
    init_runner();
    init_time();
    init_command_texts();
  }
});

// src/rehearsal/overlay.ts
import { lstatSync } from "node:fs";
import { readdir as readdir6, rm as rm4 } from "node:fs/promises";
import { join as join6 } from "node:path";
async function commitWithGoals(run14, request, signal) {
  const { home, source } = request;
  const index = join6(home.origin, `goals-index-${process.pid}`);
  const git = async (purpose, args, input = "") => {
    const command2 = { folder: home.folder, args: [`--git-dir=${home.origin}`, ...args], input, purpose };
    return (await mustGit(run14, { ...command2, env: { GIT_INDEX_FILE: index } }, signal)).trim();
  };
  try {
    await git("read the repository", ["read-tree", source.head]);
    if (source.workTree !== null) await addEdits(git, source.workTree, SETTINGS_FILE2);
    const goalsFolder = request.goalsFolder(
      await indexed(run14, { request, index, path: SETTINGS_FILE2 }, signal)
    );
    if (request.overlay !== null) await layOver(git, request.overlay, goalsFolder);
    else if (source.workTree !== null) await addEdits(git, source.workTree, goalsFolder);
    const tree = await git("write goal edits", ["write-tree"]);
    const [before, time = "0"] = (await git("read the commit", ["log", "-1", "--format=%T %ct", source.head])).split(" ");
    return tree === before ? source.head : await commitTree(run14, { request, tree, time }, signal);
  } finally {
    await rm4(index, { force: true });
    await rm4(`${index}.lock`, { force: true });
  }
}
async function indexed(run14, asked2, signal) {
  const { home } = asked2.request;
  const args = [`--git-dir=${home.origin}`, "cat-file", "blob", `:${asked2.path}`];
  const answer = await run14({ folder: home.folder, args, env: { GIT_INDEX_FILE: asked2.index } }, signal);
  return answer.code === 0 ? answer.stdout : null;
}
async function addEdits(git, workTree, path) {
  const pathspec = `:(top,literal)${path}`;
  const tracked = await git("list goal files", ["ls-files", "-z", "--", pathspec]);
  if (tracked === "" && !exists(join6(workTree, path))) return;
  const options = ["-c", "core.fsmonitor=false", "-c", "core.safecrlf=false", `--work-tree=${workTree}`];
  await git(`read ${path}`, [...options, "-C", workTree, "add", "-A", "--", pathspec]);
}
function exists(path) {
  return lstatSync(path, { throwIfNoEntry: false }) !== void 0;
}
async function layOver(git, overlay, goalsFolder) {
  const names = await goalFileNames(overlay);
  const tracked = await git("list goal files", ["ls-files", "-z", "--", `:(top,literal)${goalsFolder}`]);
  const removed = tracked.split("\0").filter((path) => path !== "");
  const entries = removed.map((path) => `0 ${"0".repeat(40)}	${path}`);
  for (const name of names) {
    const blob = await git(`read ${name}`, ["hash-object", "-w", "--no-filters", "--", join6(overlay, name)]);
    entries.push(`100644 ${blob}	${goalsFolder}/${name}`);
  }
  await git("apply goal edits", ["update-index", "-z", "--index-info"], `${entries.join("\0")}\0`);
}
async function goalFileNames(overlay) {
  if (lstatSync(overlay, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new Halt(
      "bad_settings",
      `--goals ${overlay} is not a folder. Name a folder that holds goal files (*.yml).`
    );
  }
  const entries = await readdir6(overlay, { withFileTypes: true });
  const names = entries.filter((entry3) => entry3.isFile() && /\.ya?ml$/i.test(entry3.name)).map((entry3) => entry3.name);
  if (names.length > 0) return names.sort();
  throw new Halt("bad_settings", `--goals ${overlay} holds no goal files (*.yml).`);
}
async function commitTree(run14, made, signal) {
  const { home, source } = made.request;
  const date = `@${made.time} +0000`;
  const env = {
    GIT_AUTHOR_NAME: "wakeful rehearsal",
    GIT_AUTHOR_EMAIL: "rehearsal@wakeful.invalid",
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_NAME: "wakeful rehearsal",
    GIT_COMMITTER_EMAIL: "rehearsal@wakeful.invalid",
    GIT_COMMITTER_DATE: date
  };
  const plain2 = ["-c", "i18n.commitEncoding=UTF-8", "-c", "commit.gpgSign=false", `--git-dir=${home.origin}`];
  const args = [...plain2, "commit-tree", made.tree, "-p", source.head, "-m", SUBJECT];
  const out = await mustGit(run14, { folder: home.folder, args, env, purpose: "commit goal edits" }, signal);
  return out.trim();
}
var SETTINGS_FILE2, SUBJECT;
var init_overlay = __esm({
  "src/rehearsal/overlay.ts"() {
    "use strict";
    init_ending();
    init_run_git2();
    SETTINGS_FILE2 = ".github/wakeful.yml";
    SUBJECT = "wakeful: goal files";
  }
});

// src/rehearsal/origin.ts
import { existsSync as existsSync3 } from "node:fs";
import { readdir as readdir7, rm as rm5, writeFile as writeFile3 } from "node:fs/promises";
import { join as join7 } from "node:path";
async function refreshOrigin(run14, request, signal) {
  const { source, home } = request;
  const git = (...args) => ({ folder: home.folder, args: [`--git-dir=${home.origin}`, ...args] });
  await ensureBare(run14, request, signal);
  await fetchSource(run14, request, signal);
  const commit2 = await commitWithGoals(run14, request, signal);
  const ref = `refs/heads/${source.branch}`;
  await mustGit(run14, { ...git("update-ref", ref, commit2), purpose: `set ${ref}` }, signal);
  await mustGit(run14, { ...git("symbolic-ref", "HEAD", ref), purpose: `set HEAD` }, signal);
  return { folder: home.origin, branch: source.branch, commit: commit2 };
}
async function ensureBare(run14, { home, source }, signal) {
  const ready = join7(home.origin, READY_FILE);
  if (existsSync3(ready)) return writeAnew(home, source.objectFormat);
  const git = (...args) => ({ folder: home.folder, args, purpose: `make ${home.origin}` });
  const init = [
    "init",
    "--quiet",
    "--bare",
    "--template=",
    `--object-format=${source.objectFormat}`,
    home.origin
  ];
  await mustGit(run14, git(...init), signal);
  await writeAnew(home, source.objectFormat);
  await writeFile3(ready, "ready\n");
}
async function writeAnew({ origin }, objectFormat) {
  for (const name of PLANTED) await rm5(join7(origin, name), { recursive: true, force: true });
  const extensions = [
    ...objectFormat === "sha1" ? [] : [`objectFormat = ${objectFormat}`],
    ...existsSync3(join7(origin, "reftable")) ? ["refStorage = reftable"] : []
  ];
  const version = extensions.length === 0 ? 0 : 1;
  const format = `[core]
	repositoryformatversion = ${version}
	bare = true
`;
  const names = extensions.map((line2) => `	${line2}
`).join("");
  const text2 = `${format}${names === "" ? "" : `[extensions]
${names}`}${ORIGIN_CONFIG}`;
  const config = join7(origin, "config");
  await rm5(config, { recursive: true, force: true });
  await writeFile3(config, text2);
}
async function fetchSource(run14, { home, source }, signal) {
  const git = (...args) => ({ folder: home.folder, args: [`--git-dir=${home.origin}`, ...args] });
  const known = await run14(git("rev-parse", "--verify", "--quiet", SOURCE_REF), signal);
  if (known.stdout.trim() === source.head) return;
  const depth = source.depth === null ? ["--update-shallow"] : [`--depth=${source.depth}`];
  const options = [
    "--quiet",
    "--no-tags",
    "--no-recurse-submodules",
    "--no-write-fetch-head",
    "--no-auto-maintenance"
  ];
  const refspec = `+HEAD:${SOURCE_REF}`;
  const answer = await run14(git("fetch", ...options, ...depth, "--", source.address, refspec), signal);
  if (answer.code === 0) return;
  const shown4 = withoutPassword(source.address);
  throw new Halt(
    "github_unavailable",
    `${shown4} cannot be fetched. git says: ${gitWords(answer.stderr).replaceAll(source.address, shown4)}`
  );
}
async function removeStaleLocks(home) {
  if (!existsSync3(home.origin)) return;
  const names = await readdir7(home.origin, { recursive: true });
  for (const name of names) {
    const locked = name.endsWith(".lock") && !name.startsWith("objects");
    if (locked || name.startsWith("goals-index-")) await rm5(join7(home.origin, name), { force: true });
  }
}
var SOURCE_REF, PLANTED, READY_FILE, ORIGIN_CONFIG;
var init_origin = __esm({
  "src/rehearsal/origin.ts"() {
    "use strict";
    init_ending();
    init_overlay();
    init_run_git2();
    init_source();
    SOURCE_REF = "refs/rehearsal/head";
    PLANTED = [
      "hooks",
      "config.worktree",
      "commondir",
      "info/attributes",
      "info/grafts",
      "objects/info/alternates",
      "refs/replace"
    ];
    READY_FILE = "wakeful-ready";
    ORIGIN_CONFIG = `[uploadpack]
	allowAnySHA1InWant = true
[transfer]
	hideRefs = refs/rehearsal
[gc]
	auto = 0
[receive]
	autogc = false
[core]
	hooksPath = /dev/null
	fsmonitor = false
	attributesFile = /dev/null
`;
  }
});

// src/commands/worlds/rehearsal-folder.ts
import { existsSync as existsSync4 } from "node:fs";
import { readdir as readdir8, realpath as realpath2, rm as rm6 } from "node:fs/promises";
import { join as join8, resolve as resolve3 } from "node:path";
async function findRehearsal(folder, repo, signal) {
  const git = gitRunner(childEnvironment());
  const root = await rehearsalRoot(git, folder, signal);
  await refuseTracked(git, root, signal);
  const source = await findSource(git, repo ?? folder, signal);
  const own = source.workTree !== null && source.workTree === root;
  const home = rehearsalHome(root, own ? null : foreignKey(source.name, source.address));
  return { home, source, git, runs: openRuns(join8(home.github, "runs")) };
}
async function rehearsalRoot(git, folder, signal) {
  const top = await git({ folder, args: ["rev-parse", "--show-toplevel"] }, signal);
  return realpath2(top.code === 0 ? top.stdout.replace(/\n$/, "") : folder);
}
function workTreeRoot(folder) {
  return rehearsalRoot(gitRunner(childEnvironment()), folder, new AbortController().signal);
}
async function prepareRehearsal(rehearsal, options, signal) {
  const { home, source, runs: runs2, git } = rehearsal;
  const busy = existsSync4(home.github) && await runs2.anyRunning();
  if (options.fresh && busy) {
    throw new Halt(
      "bad_settings",
      `Another run of this rehearsal is still working. Wait for it, then start with --fresh again.`
    );
  }
  if (options.fresh) await removeHome(home);
  await ensureHome(home);
  if (!busy) await removeStaleLocks(home);
  await removeLeftovers(rehearsal);
  const overlay = options.goals === null ? null : resolve3(options.folder, options.goals);
  return refreshOrigin(git, { home, source, goalsFolder: goalsFolderOf, overlay }, signal);
}
async function removeLeftovers({ home, runs: runs2 }) {
  for (const wake3 of await readdir8(home.work)) {
    const state = await runs2.state(wake3);
    if (state !== "running") await rm6(join8(home.work, wake3), { recursive: true, force: true, maxRetries: 3 });
  }
}
var init_rehearsal_folder = __esm({
  "src/commands/worlds/rehearsal-folder.ts"() {
    "use strict";
    init_run_git();
    init_runner();
    init_ending();
    init_runs();
    init_home();
    init_origin();
    init_source();
    init_tracked_content();
    init_goal_folder();
  }
});

// src/commands/worlds/settings-at.ts
async function settingsAt(git, at, signal) {
  const args = [`--git-dir=${at.folder}`, "cat-file", "blob", `${at.commit}:${SETTINGS_FILE}`];
  const file = await git({ folder: at.folder, args }, signal);
  return settingsInUse(file.code === 0 ? file.stdout : null).settings;
}
var init_settings_at = __esm({
  "src/commands/worlds/settings-at.ts"() {
    "use strict";
    init_settings_file();
    init_settings();
  }
});

// src/commands/worlds/state-remote.ts
import { existsSync as existsSync5 } from "node:fs";
import { join as join9 } from "node:path";
async function findStateRemote(folder, options, signal) {
  const git = gitRunner(childEnvironment());
  if (options.remote !== null && options.repo !== null) {
    throw new UsageError(USAGE_TEXTS.remoteAndRepo);
  }
  if (options.remote !== null) return stateRemote(git, { folder, remote: options.remote }, signal);
  const root = await rehearsalRoot(git, folder, signal);
  const home = options.repo === null ? rehearsalHome(root, null) : (await findRehearsal(folder, options.repo, signal)).home;
  const repository = rehearsalIdentity(options.repo ?? root);
  if (!existsSync5(home.origin)) {
    if (options.repo !== null) throw new UsageError(USAGE_TEXTS.noRehearsal(options.repo));
    return stateRemote(git, { folder, remote: "origin" }, signal);
  }
  await refuseTracked(git, root, signal);
  const settings = await settingsAt(git, { folder: home.origin, commit: "HEAD" }, signal);
  const sentence3 = REMOTE_TEXTS.rehearsal(home.shownAs);
  return {
    kind: "rehearsal",
    address: home.origin,
    sentence: sentence3,
    github: home.github,
    issuePage: (issue) => `${home.shownAs}/github/issues/${issue}.md`,
    repository,
    offsetMs: await rehearsalOffset(openRuns(join9(home.github, "runs"))),
    settings
  };
}
async function stateRemote(git, { folder, remote }, signal) {
  const url = await git({ folder, args: ["remote", "get-url", "--", remote] }, signal);
  const known = url.code === 0;
  if (!known && /^[\w.-]+$/.test(remote) && !existsSync5(remote)) {
    throw new UsageError(USAGE_TEXTS.noRemote(remote));
  }
  const address = known ? url.stdout.trim() : remote;
  const gitDir = await git({ folder, args: ["rev-parse", "--absolute-git-dir"] }, signal);
  const at = { folder: gitDir.code === 0 ? gitDir.stdout.trim() : folder, commit: "HEAD" };
  const name = known ? `the remote ${remote}, ` : "";
  return {
    kind: "remote",
    address,
    sentence: `This is ${name}${withoutPassword(address)}.`,
    github: null,
    issuePage: (issue) => issuePageAt(address, issue),
    repository: identityOf(address),
    offsetMs: 0,
    settings: await settingsAt(git, at, signal)
  };
}
function issuePageAt(address, issue) {
  const repository = repositoryAddress(address);
  return repository === null ? null : issueUrl(repository, issue);
}
function identityOf(address) {
  const path = withoutPassword(address).replace(/\/?(\.git)?\/*$/, "");
  return path.split(/[/\\:]/).slice(-2).join("/");
}
var REMOTE_OPTIONS, REMOTE_HELP;
var init_state_remote = __esm({
  "src/commands/worlds/state-remote.ts"() {
    "use strict";
    init_run_git();
    init_runner();
    init_repository_address();
    init_runs();
    init_home();
    init_source();
    init_tracked_content();
    init_command_texts();
    init_github_pages();
    init_command();
    init_rehearsal_clock();
    init_rehearsal_folder();
    init_settings_at();
    REMOTE_OPTIONS = { remote: "text", repo: "text" };
    REMOTE_HELP = `
This is about the rehearsal in .wakeful/ if there is one, otherwise about the repository
behind the remote "origin" of this clone. The first line of the answer says which.

  --remote <name|URL>  the repository behind this remote instead
  --repo <path|URL>    the rehearsal on that repository instead`;
  }
});

// src/commands/worlds/world.ts
import { mkdir as mkdir4, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join as join10 } from "node:path";
async function openRehearsalWorld(rehearsal, dependencies) {
  const folder = join10(rehearsal.home.work, dependencies.wake);
  await mkdir4(folder, { recursive: true });
  const clock = systemClock({ offsetMs: dependencies.offsetMs });
  const environment3 = childEnvironment();
  const { remote, extraHeader } = dependencies.github;
  return openWorld(
    {
      folder,
      remote,
      extraHeader,
      environment: environment3,
      stateBranch: dependencies.stateBranch,
      defaultBranch: rehearsal.source.branch
    },
    {
      clock,
      log: dependencies.log,
      sandbox: openSandbox({ clock, path: environment3["PATH"] ?? "" }),
      ...dependencies.github.open(clock),
      model: dependencies.model
    }
  );
}
async function openReadingWorld(remote, stateBranch) {
  const folder = await mkdtemp(join10(tmpdir(), "wakeful-read-"));
  return openWorld(
    { folder, remote, environment: childEnvironment(), stateBranch },
    {
      clock: systemClock({ offsetMs: 0 }),
      log: { line: () => {
      }, progress: () => {
      } },
      sandbox: { reasonUnavailable: async () => REMOTE_TEXTS.readsOnly, run: notHere },
      github: absentGitHub(),
      issues: absentIssues(),
      model: { name: (settings) => settings.model, open: notHere }
    }
  );
}
function notHere() {
  return Promise.reject(new Halt("unexpected", REMOTE_TEXTS.readsOnly));
}
function absentGitHub() {
  return {
    requestTimeoutMs: 0,
    findDrafts: notHere,
    createDraft: notHere,
    updateDraft: notHere,
    closeDraft: notHere,
    branchRules: notHere,
    lastWords: notHere,
    listAlertIssues: notHere,
    openAlertIssue: notHere,
    updateAlertIssue: notHere,
    closeAlertIssue: notHere,
    wakeState: async () => "unknown",
    serverTime: async () => null,
    isDisabled: async () => false
  };
}
function absentIssues() {
  return {
    list: async () => [],
    read: async () => null,
    labelNames: async () => [],
    comment: notHere,
    label: notHere,
    findOpened: notHere,
    open: notHere
  };
}
var init_world = __esm({
  "src/commands/worlds/world.ts"() {
    "use strict";
    init_runner();
    init_sandbox();
    init_ending();
    init_command_texts();
    init_open_world();
  }
});

// src/commands/worlds/goal-slots.ts
import { existsSync as existsSync6 } from "node:fs";
async function goalSlots({ root, remote }, signal) {
  if (remote === null && !existsSync6(rehearsalHome(root, null).origin))
    return { words: "", now: systemClock({ offsetMs: 0 }).now(), of: () => null };
  const stateRemote2 = await findStateRemote(root, { remote, repo: null }, signal);
  const now = systemClock({ offsetMs: stateRemote2.offsetMs }).now();
  const { state, why } = await readState2(stateRemote2, signal);
  return {
    words: why ?? REMOTE_TEXTS.dueTimesAsOf(now, stateRemote2.sentence),
    now,
    of: (goal) => state === null ? null : { goal, checkpoint: state.checkpoints[goal.id] ?? null, now }
  };
}
async function rehearsedSlots({ address, stateBranch }, now) {
  const seen2 = await lookAt({ address, stateBranch }, new AbortController().signal);
  if (seen2.kind === "unreadable" || seen2.state === null) return [];
  const { checkpoints } = seen2.state;
  return seen2.goals.map((goal) => ({ goal, checkpoint: checkpoints[goal.id] ?? null, now }));
}
async function readState2({ address, settings, sentence: sentence3 }, signal) {
  const seen2 = await lookAt({ address, stateBranch: settings.stateBranch }, signal);
  if (seen2.kind === "unreadable") return { state: null, why: REMOTE_TEXTS.dueTimesUnknown(seen2.why) };
  return { state: seen2.state, why: seen2.state === null ? REMOTE_TEXTS.neverRanHere(sentence3) : null };
}
async function lookAt({ address, stateBranch }, signal) {
  const { world, close } = await openReadingWorld(address, stateBranch);
  try {
    const { goals: goals2, state } = await readSnapshot(world, { signal });
    return { kind: "seen", goals: goals2, state };
  } catch (reason) {
    if (!(reason instanceof Halt)) throw reason;
    return { kind: "unreadable", why: reason.detail };
  } finally {
    await close();
  }
}
function slotFacts({ goal, checkpoint, now }) {
  return {
    counters: checkpoint?.counters ?? NO_SLOTS,
    counted_to: checkpoint?.classified_to ?? null,
    window: checkpoint?.window ?? null,
    finished: checkpoint?.finished ?? null,
    next_due: nextDue(goal, checkpoint ?? void 0, now)
  };
}
var init_goal_slots = __esm({
  "src/commands/worlds/goal-slots.ts"() {
    "use strict";
    init_runner();
    init_due();
    init_ending();
    init_state();
    init_snapshot();
    init_home();
    init_command_texts();
    init_state_remote();
    init_world();
  }
});

// src/core/workflows.ts
var WAKE_WORKFLOW, WATCHDOG_WORKFLOW, REQUESTS_WORKFLOW;
var init_workflows = __esm({
  "src/core/workflows.ts"() {
    "use strict";
    WAKE_WORKFLOW = "wake.yml";
    WATCHDOG_WORKFLOW = "watchdog.yml";
    REQUESTS_WORKFLOW = "requests.yml";
  }
});

// src/report/terminal/night.ts
function isIdle({ result }) {
  return result.ending === "nothing_due" && result.goals.length === 0 && newAlerts(result).length === 0;
}
function idleLines(ticks, style) {
  const [first, last] = [ticks[0], ticks.at(-1)];
  if (first === void 0 || last === void 0) return [];
  const text2 = ticks.length === 1 ? "nothing due" : `${figure(ticks.length)} runs until ${shortTime(last.at)}: nothing due`;
  return [style.paint("dim", `${shortTime(first.at)}  ${text2}`)];
}
function tickLines({ at, result }, style) {
  const time = shortTime(at);
  const rows = [
    ...result.goals.length === 0 ? [ownRow(result)] : result.goals.map(goalRow),
    ...alertRows(result)
  ];
  return rows.flatMap(
    (row, index) => rowLines(index === 0 ? time : " ".repeat(displayWidth(time)), row, style)
  );
}
function ownRow({ ending, detail }) {
  return { tone: endingTone(ending), name: endingLabel(ending), text: detail };
}
function alertRows(result) {
  return newAlerts(result).map(({ issue, title }) => ({
    tone: "warn",
    name: "new alert",
    text: issue === null ? title : `#${issue} ${title}`
  }));
}
function newAlerts({ alerts }) {
  return alerts.filter(({ opened }) => opened);
}
function goalRow(goal) {
  const drafts = goal.drafts.map((draft) => draft.number === null ? draft.branch : `#${draft.number}`).join(" ");
  const items = goal.items.total > 1 ? `, ${figure(goal.items.done)} of ${count(goal.items.total, "task")}` : "";
  const tokens = goal.spent.tokens === 0 ? "" : `, ${count(goal.spent.tokens, "token")}`;
  const effects = effectSums(goal.effects).map((words2) => `, ${words2}`).join("");
  const slot = goal.slot === null ? "" : `, due ${shortTime(goal.slot)}`;
  const text2 = `${goal.goal}${slot}${items}${tokens}${drafts === "" ? "" : `, draft ${drafts}`}${effects}`;
  return { tone: endingTone(goal.ending), name: endingLabel(goal.ending), text: text2 };
}
function rowLines(time, row, style) {
  const start = displayWidth(time) + 2 + ENDING_LABEL_WIDTH + 2;
  const [first = "", ...rest] = wrapToWidth(plainLine(row.text), Math.max(20, style.width - start));
  const name = style.paint(row.tone, padToWidth(row.name, ENDING_LABEL_WIDTH));
  return [`${time}  ${name}  ${first}`.trimEnd(), ...rest.map((line2) => `${" ".repeat(start)}${line2}`)];
}
function nightTotal(ticks) {
  const totals = /* @__PURE__ */ new Map();
  for (const goal of ticks.flatMap((tick) => tick.result.goals)) {
    const before = totals.get(goal.goal);
    totals.set(goal.goal, before === void 0 ? { ...goal, slots: 1 } : added(before, goal));
  }
  return [...totals.values()];
}
function added(before, goal) {
  const newer = new Set(goal.drafts.map((draft) => draft.branch));
  const slot = goal.slot ?? before.slot;
  return {
    ...goal,
    slot,
    slots: before.slots + (before.slot !== null && slot !== before.slot ? 1 : 0),
    items: { done: before.items.done + goal.items.done, total: before.items.total + goal.items.total },
    spent: {
      tokens: before.spent.tokens + goal.spent.tokens,
      usdMicros: before.spent.usdMicros + goal.spent.usdMicros,
      calls: before.spent.calls + goal.spent.calls
    },
    drafts: [
      ...before.drafts.filter((draft) => !newer.has(draft.branch)),
      ...goal.drafts.map((draft) => withFiles(draft, before.drafts))
    ],
    effects: [...before.effects, ...goal.effects]
  };
}
function withFiles(draft, before) {
  const filled = before.find(({ branch }) => branch === draft.branch);
  return { ...draft, files: draft.files ?? filled?.files ?? null };
}
function nightAlerts(ticks) {
  const alerts = ticks.flatMap(({ result }) => newAlerts(result));
  return (ticks.at(-1)?.result.alerts ?? []).map((alert) => ({
    ...alert,
    opened: alerts.some(({ goal, cause }) => goal === alert.goal && cause === alert.cause)
  }));
}
var init_night = __esm({
  "src/report/terminal/night.ts"() {
    "use strict";
    init_display_width();
    init_effect_words();
    init_ending_words();
    init_palette();
    init_sentences();
  }
});

// src/report/terminal/time-line.ts
function createTimeLine(style) {
  let folded = [];
  let said2 = "";
  const unfold = () => {
    const ticks = folded;
    folded = [];
    const isQuiet = ticks.every(isIdle);
    return isQuiet ? idleLines(ticks, style) : repeatedLines(ticks, style);
  };
  return {
    add(tick) {
      const words2 = isIdle(tick) ? "" : wordsOf(tick);
      if (words2 === said2) {
        folded = [...folded, tick];
        return [];
      }
      const before = unfold();
      said2 = words2;
      if (words2 !== "") return [...before, ...tickLines(tick, style)];
      folded = [tick];
      return before;
    },
    end: unfold
  };
}
function wordsOf({ result }) {
  return tickLines({ at: 0, result }, PLAIN).join("\n");
}
function repeatedLines(ticks, style) {
  const [first, last] = [ticks[0], ticks.at(-1)];
  if (first === void 0 || last === void 0) return [];
  const until = ticks.length === 1 ? "" : `${count(ticks.length, "run")} until ${shortTime(last.at)}: `;
  return [style.paint("dim", `${shortTime(first.at)}  ${until}the same`)];
}
var PLAIN;
var init_time_line = __esm({
  "src/report/terminal/time-line.ts"() {
    "use strict";
    init_sentences();
    init_night();
    PLAIN = { width: 1e3, paint: (_, text2) => text2 };
  }
});

// src/commands/rehearse/play.ts
function playWake(setup, offsetMs) {
  const reason = setup.orders.goals.length === 0 ? "a rehearsal" : REHEARSAL_TEXTS.chosenGoals;
  return play(setup, { kind: "person", by: "npm start", reason, goals: setup.orders.goals }, offsetMs);
}
async function playNight(setup, style) {
  const start = systemClock({ offsetMs: setup.orders.offsetMs }).now();
  const played = [];
  const line2 = createTimeLine(style);
  const tell2 = (lines) => {
    for (const each of lines) setup.watcher.print(each);
  };
  for (let tick = 0; tick < TICKS && !setup.cancel.aborted; tick++) {
    const at = start + tick * TICK_MS;
    const offsetMs = at - systemClock({ offsetMs: 0 }).now();
    const reason = REHEARSAL_TEXTS.tickAt(shortTime(at));
    const wake3 = await play(setup, { kind: "schedule", by: SCHEDULE, reason, goals: [] }, offsetMs);
    played.push({ ...wake3, at });
    tell2(line2.add({ at, result: wake3.result }));
    if (!endsNight(setup, wake3)) continue;
    tell2(["", REHEARSAL_TEXTS.nightEnds]);
    break;
  }
  tell2(line2.end());
  return played;
}
function endsNight({ orders }, { result }) {
  return isLasting(result) || orders.stop !== "" && result.ending === "stopped";
}
function nightResult(played) {
  const last = played.at(-1);
  if (last === void 0) return null;
  const slotsPerMonth2 = Object.assign({}, ...played.map((wake3) => wake3.slotsPerMonth));
  const ending = worstEnding(played.map(({ result }) => result.ending));
  const detail = played.findLast(({ result }) => result.ending === ending)?.result.detail ?? "";
  const sums = { goals: nightTotal(played), alerts: nightAlerts(played) };
  return { ...last, slotsPerMonth: slotsPerMonth2, result: { ...last.result, ...sums, ending, detail } };
}
async function play(setup, trigger, offsetMs) {
  const { rehearsal, model, github, orders } = setup;
  const at = systemClock({ offsetMs }).now();
  const id2 = await rehearsal.runs.start({
    workflow: WAKE_WORKFLOW,
    event: EVENTS[trigger.kind],
    at: isoTime(at)
  });
  const { log: log2 } = setup.watcher;
  const dependencies = {
    wake: id2,
    offsetMs,
    log: log2,
    model: model.provider,
    github,
    stateBranch: setup.stateBranch
  };
  const opened = await openRehearsalWorld(rehearsal, dependencies);
  const repository = rehearsalIdentity(rehearsal.source.address);
  try {
    const result = await wake(opened.world, {
      wake: { id: id2, url: null },
      repository,
      trigger,
      stop: orders.stop === "" ? await github.stop() : orders.stop,
      minutes: orders.minutes,
      cancel: setup.cancel,
      secrets: [...model.secrets, github.token],
      model: model.overrides,
      acceptsFuture: true
    });
    const hasWorked = result.goals.length > 0;
    return {
      at,
      endedAt: systemClock({ offsetMs }).now(),
      result,
      slotsPerMonth: hasWorked ? await slotsPerMonth(opened.world, setup.commit, at) : {}
    };
  } finally {
    setup.watcher.close();
    await opened.close();
    await rehearsal.runs.finish(id2, isoTime(systemClock({ offsetMs }).now()));
  }
}
async function slotsPerMonth({ state, workspace }, commit2, now) {
  const { signal } = new AbortController();
  if (!await workspace.fetchCommit(commit2, signal)) return {};
  const { goals: goals2 } = await readGoals(state, { commit: commit2 }, signal);
  return Object.fromEntries(goals2.map((goal) => [goal.id, countSlots(goal.schedule, now, now + MONTH_MS)]));
}
var TICK_MS, TICKS, SCHEDULE, EVENTS, MONTH_MS;
var init_play = __esm({
  "src/commands/rehearse/play.ts"() {
    "use strict";
    init_runner();
    init_ending();
    init_lasting_ending();
    init_schedule();
    init_time();
    init_workflows();
    init_snapshot();
    init_source();
    init_command_texts();
    init_night();
    init_time_line();
    init_sentences();
    init_wake();
    init_world();
    TICK_MS = 30 * MINUTE_MS;
    TICKS = DAY_MS / TICK_MS;
    SCHEDULE = "the rehearsed schedule";
    EVENTS = { schedule: "schedule", event: "push", person: "workflow_dispatch" };
    MONTH_MS = 30 * DAY_MS;
  }
});

// src/commands/rehearse/end-rehearsal.ts
function conclude(played, setup) {
  const ending = worstEnding(played.map((wake3) => wake3.result.ending));
  if (setup.options.json) writeJson(setup.terminal, jsonResult(played, setup));
  else printReport(played, setup);
  return ENDINGS[ending].exitCode;
}
function jsonResult(played, { rehearsal, model, slots }) {
  const { home, source } = rehearsal;
  return {
    repository: source.name,
    remote: `${home.shownAs}/origin.git`,
    github: `${home.shownAs}/github`,
    model: { kind: model.kind, name: model.name },
    wakes: played.map(({ at, result }) => ({ at: new Date(at).toISOString(), ...result })),
    ...slots.length === 0 ? {} : { slots: slots.map((each) => ({ goal: each.goal.id, ...slotFacts(each) })) }
  };
}
function printReport(played, { rehearsal: { home }, model, options, terminal, watcher, slots, budget }) {
  const last = nightResult(played);
  if (last === null) return;
  const style = styleOf(terminal);
  const shown4 = model.kind === "scripted" ? { kind: "scripted" } : { kind: "real", name: model.name };
  const input = {
    result: last.result,
    now: last.endedAt,
    ...played.length > 1 ? { span: { wakes: played.length, from: played[0]?.at ?? last.at } } : {},
    issuePage: (issue) => `${home.shownAs}/github/issues/${issue}.md`,
    model: shown4,
    slots,
    slotsPerMonth: last.slotsPerMonth,
    budget,
    playedStop: playedStop(options),
    elsewhere: { repo: options.repo, goals: options.goals }
  };
  watcher.gap();
  print(terminal, rehearsalReport(input, style));
  if (played.length > 1) {
    const hint = REHEARSAL_TEXTS.nightPlayed(last.endedAt);
    print(terminal, `
${wrapToWidth(hint, style.width).join("\n")}
`);
  }
}
function playedStop({ stop: stop2 }) {
  if (environment().stop !== "") return "environment";
  return stop2 === null ? null : "option";
}
var init_end_rehearsal = __esm({
  "src/commands/rehearse/end-rehearsal.ts"() {
    "use strict";
    init_runner();
    init_ending();
    init_command_texts();
    init_rehearsal();
    init_display_width();
    init_command();
    init_style();
    init_goal_slots();
    init_play();
  }
});

// src/commands/terminal/options.ts
import { parseArgs } from "node:util";
function readOptions(args, kinds) {
  const all = { help: "flag", ...kinds };
  const config = Object.entries(all).map(([name, kind]) => [
    name,
    {
      type: kind === "flag" ? "boolean" : "string",
      ...name === "help" ? { short: "h" } : {}
    }
  ]);
  refuseUnknown(args, all);
  const parsed3 = parseStrictly(args, Object.fromEntries(config));
  const values = Object.entries(all).map(([name, kind]) => [
    name,
    optionValue(name, kind, parsed3.values[name])
  ]);
  return { options: Object.fromEntries(values), words: parsed3.positionals };
}
function parseStrictly(args, options) {
  try {
    return parseArgs({ args: [...args], options: options ?? {}, strict: true, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message.split("\n")[0] ?? "" : String(error));
  }
}
function optionValue(name, kind, value) {
  if (kind === "flag") return value === true;
  if (typeof value !== "string") return null;
  if (value.trim() === "") throw new UsageError(`--${name} needs a value.`);
  return value;
}
function refuseUnknown(args, kinds) {
  const end = args.indexOf("--");
  for (const arg of end === -1 ? args : args.slice(0, end)) {
    const name = /^--([^=]+)/.exec(arg)?.[1];
    if (name === void 0 || name in kinds) continue;
    const nearest = nearestName(name, Object.keys(kinds));
    const hint = nearest === null ? USAGE_TEXTS.known(Object.keys(kinds).map((known) => `--${known}`)) : USAGE_TEXTS.didYouMean(`--${nearest}`);
    throw new UsageError(USAGE_TEXTS.noOption(name, hint));
  }
}
function refuseWords(words2) {
  if (words2.length === 0) return;
  throw new UsageError(USAGE_TEXTS.nothingExpected(words2));
}
var init_options = __esm({
  "src/commands/terminal/options.ts"() {
    "use strict";
    init_nearest_name();
    init_command_texts();
    init_command();
  }
});

// src/report/terminal/log-text.ts
function logLine(entry3, style) {
  const head = `${exactTime(entry3.ts)}  `;
  const level = entry3.level === "warn" || entry3.level === "error" ? `${entry3.level}: ` : "";
  const goal = entry3.goal === void 0 ? "" : `${plainLine(entry3.goal)}: `;
  const indent = displayWidth(head);
  const text2 = cutBetweenWords(`${level}${goal}${entry3.message}`, LONGEST_LINE);
  const lines = wrapToWidth(plainLine(text2), Math.max(20, style.width - indent));
  return lines.map((line2, index) => {
    const start = index === 0 ? style.paint("dim", head) : " ".repeat(indent);
    return start + style.paint(LEVEL_TONES[entry3.level], line2);
  }).join("\n");
}
function logText(entries, style, isRoutineShown = true) {
  if (entries.length === 0) return "No log line matches.\n";
  const blocks = [];
  let quiet = [];
  for (const run14 of runsOf(entries)) {
    const shown4 = isRoutineShown ? run14 : withoutRoutine(run14);
    if (shown4.length === 0) {
      quiet.push(run14);
      continue;
    }
    blocks.push(...quietBlock(quiet, style), runBlock(shown4, style));
    quiet = [];
  }
  return [...blocks, ...quietBlock(quiet, style)].join("\n");
}
function runsOf(entries) {
  const starts = entries.flatMap(({ wake: wake3 }, index) => wake3 === entries[index - 1]?.wake ? [] : [index]);
  return starts.map((start, n) => entries.slice(start, starts[n + 1]));
}
function withoutRoutine(run14) {
  return run14.filter(({ level, event }) => level !== "debug" && event !== "heartbeat");
}
function runBlock(run14, style) {
  const heading = style.paint("strong", `Run ${plainLine(run14[0]?.wake ?? "")}`);
  return `${[heading, ...run14.map((entry3) => logLine(entry3, style))].join("\n")}
`;
}
function quietBlock(runs2, style) {
  const last = runs2.at(-1)?.at(-1);
  if (last === void 0) return [];
  const failed = runs2.filter((run14) => run14.some(isFailure)).length;
  const until = `Nothing new until ${exactTime(last.ts)}`;
  const again = failed === 0 ? "" : `: ${count(failed, "run")} failed as before`;
  return [`${style.paint(failed === 0 ? "dim" : "warn", `${until}${again}.`)}
`];
}
function isFailure({ event, data }) {
  return event === "lease_released" && FAILURES.has(data?.["ending"]);
}
var LEVEL_TONES, LONGEST_LINE, FAILURES;
var init_log_text = __esm({
  "src/report/terminal/log-text.ts"() {
    "use strict";
    init_ending();
    init_plain_text();
    init_display_width();
    init_sentences();
    LEVEL_TONES = { debug: "dim", info: "plain", warn: "warn", error: "bad" };
    LONGEST_LINE = 16e3;
    FAILURES = new Set(
      Object.entries(ENDINGS).flatMap(([ending, { level }]) => level === "info" ? [] : [ending])
    );
  }
});

// src/commands/terminal/watcher.ts
function createWatcher(terminal, output, options) {
  const live = output.isTerminal && !terminal.isPlain;
  const style = styleOf(terminal, output);
  let shown4 = "";
  let isGap = false;
  const write3 = (text2) => output.write(terminal.mask.mask(text2));
  const clear = () => {
    if (live && shown4 !== "") write3(BACK_AND_CLEAR);
    shown4 = "";
  };
  const print2 = (text2) => {
    clear();
    write3(`${text2}
`);
    isGap = text2 === "" || text2.endsWith("\n");
  };
  const gap = () => {
    clear();
    if (!isGap) print2("");
  };
  const log2 = {
    line: (entry3) => {
      if (options.showsLines && entry3.level !== "debug") print2(logLine(entry3, style));
    },
    progress: (progress) => {
      const text2 = live ? liveLine(progress, output.width - 1) : progressLine(progress);
      if (text2 === shown4) return;
      if (live) write3(`${BACK_AND_CLEAR}${text2}`);
      else if (options.showsLines) print2(text2);
      shown4 = text2;
    }
  };
  return { log: log2, print: print2, gap, close: clear };
}
var BACK_AND_CLEAR;
var init_watcher = __esm({
  "src/commands/terminal/watcher.ts"() {
    "use strict";
    init_progress();
    init_log_text();
    init_style();
    BACK_AND_CLEAR = "\r\x1B[K";
  }
});

// src/adapters/git/serve-git.ts
import { spawn } from "node:child_process";
import { PassThrough } from "node:stream";
function gitServer(inherited) {
  return (request, signal) => {
    const { service, folder, isAdvertisement, protocol } = request;
    const stateless = isAdvertisement ? ["--stateless-rpc", "--advertise-refs"] : ["--stateless-rpc"];
    const { GIT_DIR: _, ...env } = localEnvironment(inherited, folder);
    const hooked = request.hooks === null ? [] : ["-c", `core.hooksPath=${request.hooks}`];
    const child = spawn("git", [...SETTINGS2, ...hooked, service, ...stateless, folder], {
      env: { ...env, ...protocol === "" ? {} : { GIT_PROTOCOL: protocol } },
      stdio: ["pipe", "pipe", "ignore"],
      signal
    });
    const output = child.stdout.pipe(new PassThrough(), { end: false });
    child.on("error", (error) => output.destroy(error));
    child.on("close", (code) => {
      if (code === 0) output.end();
      else output.destroy(new Error(`git ${service} on ${folder} ended with ${code}`));
    });
    child.stdin.on("error", () => {
    });
    child.stdin.end(request.input);
    return output;
  };
}
var SETTINGS2;
var init_serve_git = __esm({
  "src/adapters/git/serve-git.ts"() {
    "use strict";
    init_git_environment();
    SETTINGS2 = ["-c", "uploadpack.allowFilter=true", "-c", "uploadpack.allowAnySHA1InWant=true"];
  }
});

// src/rehearsal/github/http/answer.ts
function ok(body) {
  return { status: 200, body };
}
function created(body) {
  const { url } = body;
  return { status: 201, body, ...typeof url === "string" && { headers: { location: url } } };
}
var NO_CONTENT, ApiRefusal;
var init_answer = __esm({
  "src/rehearsal/github/http/answer.ts"() {
    "use strict";
    NO_CONTENT = { status: 204, body: null };
    ApiRefusal = class extends Error {
      answer;
      constructor(answer, words2) {
        super(words2);
        this.name = "Refusal";
        this.answer = answer;
      }
    };
  }
});

// src/rehearsal/github/http/refusals.ts
function refusal(status2, message, documentation = DOCS) {
  return new ApiRefusal(failure(status2, message, documentation), message);
}
function failure(status2, message, documentation = DOCS) {
  return { status: status2, body: { message, documentation_url: documentation, status: String(status2) } };
}
function invalid(...errors) {
  const body = { message: "Validation Failed", errors, documentation_url: DOCS, status: "422" };
  return new ApiRefusal(
    { status: 422, body },
    errors.map(({ message, field }) => message ?? field).join(", ")
  );
}
function secondaryLimit(status2) {
  return { ...failure(status2, SECONDARY, RATE_DOCS), headers: { "retry-after": "60" } };
}
function primaryLimit() {
  const docs = RATE_DOCS.replace(/#.*/, "#primary-rate-limit-for-github_token-in-github-actions");
  const limited = failure(403, "API rate limit exceeded for installation.", docs);
  return { ...limited, headers: { "x-ratelimit-remaining": "0" } };
}
var DOCS, notFound, RATE_DOCS, SECONDARY;
var init_refusals = __esm({
  "src/rehearsal/github/http/refusals.ts"() {
    "use strict";
    init_answer();
    DOCS = "https://docs.github.com/rest";
    notFound = () => refusal(404, "Not Found");
    RATE_DOCS = "https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#about-secondary-rate-limits";
    SECONDARY = "You have exceeded a secondary rate limit. Please wait a few minutes before you try again. If you reach out to GitHub Support for help, please include the request ID.";
  }
});

// src/rehearsal/github/http/access.ts
function personToken(login) {
  return {
    login,
    kind: "person",
    may: {
      actions: "write",
      administration: "write",
      contents: "write",
      issues: "write",
      metadata: "read",
      pull_requests: "write",
      secrets: "read",
      variables: "write",
      workflows: "write"
    }
  };
}
function may(token, need) {
  const [permission2 = "", level] = need.split(":");
  const granted = token.may[permission2];
  return granted === "write" || granted === "read" && level === "read";
}
function demand(token, needs) {
  if (needs.length === 0 || needs.some((need) => may(token, need))) return;
  throw notAccessible(token);
}
function notAccessible(token) {
  const by = token.kind === "workflow" ? "integration" : "personal access token";
  return refusal(403, `Resource not accessible by ${by}`);
}
function tokenIn(authorization) {
  const [scheme = "", value = ""] = (authorization ?? "").split(/\s+/, 2);
  if (value === "") return null;
  if (scheme.toLowerCase() !== "basic") return value;
  const text2 = Buffer.from(value, "base64").toString("utf8");
  return text2.slice(text2.indexOf(":") + 1);
}
var WORKFLOW_TOKEN;
var init_access = __esm({
  "src/rehearsal/github/http/access.ts"() {
    "use strict";
    init_refusals();
    WORKFLOW_TOKEN = {
      login: "github-actions[bot]",
      kind: "workflow",
      may: { actions: "read", contents: "write", issues: "write", metadata: "read", pull_requests: "write" }
    };
  }
});

// src/rehearsal/github/records/check-records.ts
import { join as join11 } from "node:path";
async function checkRecords(folder, shownAs) {
  const files = [
    ...(await numberedFiles(join11(folder, "drafts"))).map((path) => [path, DRAFT]),
    ...(await numberedFiles(join11(folder, "issues"))).map((path) => [path, ISSUE]),
    [join11(folder, "repository.json"), SETTINGS]
  ];
  const readings = await Promise.all(
    files.map(async ([path, schema]) => ({ path, reading: await tryRecord(path, schema) }))
  );
  const problems = readings.flatMap(
    ({ path, reading }) => reading.kind === "problems" ? [`${shownAs}${path.slice(folder.length)}: ${reading.problems.join("; ")}`] : []
  );
  if (problems.length === 0) return;
  const wayOut = "Fix what is named, or start over with npm start -- --fresh.";
  throw new Halt(
    "bad_settings",
    `The rehearsal's stand-in for GitHub cannot be read.
${problems.join("\n")}
${wayOut}`
  );
}
var init_check_records = __esm({
  "src/rehearsal/github/records/check-records.ts"() {
    "use strict";
    init_ending();
    init_record_files();
    init_records();
  }
});

// src/rehearsal/github/http/fault-answers.ts
function answerOf(fault, token) {
  switch (fault) {
    case "unauthorized":
      return failure(401, "Bad credentials");
    case "forbidden":
      return notAccessible(token).answer;
    case "secondary_limit":
      return secondaryLimit(403);
    case "primary_limit":
      return primaryLimit();
    case "not_found":
      return failure(404, "Not Found");
    case "conflict":
      return failure(409, "Conflict");
    case "invalid":
      return invalid({ resource: "Issue", field: "title", code: "invalid" }).answer;
    case "too_many_requests":
      return secondaryLimit(429);
    case "server_error":
      return serverError();
    default:
      return null;
  }
}
function serverError() {
  return failure(502, "Server Error");
}
function withoutNewest(answer) {
  const { body } = answer;
  if (Array.isArray(body)) return { ...answer, body: lacking(body) };
  if (typeof body !== "object" || body === null) return answer;
  const entries = Object.entries(body).map(([name, value]) => [
    name,
    Array.isArray(value) ? lacking(value) : value
  ]);
  return { ...answer, body: Object.fromEntries(entries) };
}
function lacking(entries) {
  const newest2 = entries.reduce((one2, other) => ageOf(other) >= ageOf(one2) ? other : one2, null);
  return entries.filter((entry3) => entry3 !== newest2);
}
function ageOf(entry3) {
  if (typeof entry3 !== "object" || entry3 === null) return -1;
  const { number: number2, id: id2 } = entry3;
  return typeof number2 === "number" ? number2 : typeof id2 === "number" ? id2 : -1;
}
var init_fault_answers = __esm({
  "src/rehearsal/github/http/fault-answers.ts"() {
    "use strict";
    init_access();
    init_refusals();
  }
});

// src/rehearsal/github/records/site.ts
function repositoryApi(site) {
  return `${site.apiUrl}/repos/${site.owner}/${site.name}`;
}
function repositoryPage(site) {
  return `${site.serverUrl}/${site.owner}/${site.name}`;
}
var init_site = __esm({
  "src/rehearsal/github/records/site.ts"() {
    "use strict";
  }
});

// src/rehearsal/github/shapes/identity.ts
function numericId(...parts) {
  return Number.parseInt(digest(parts, 8), 16) + 1;
}
function nodeId(kind, ...parts) {
  return `${kind}_${digest([kind, ...parts.map(String)], 20)}`;
}
var init_identity = __esm({
  "src/rehearsal/github/shapes/identity.ts"() {
    "use strict";
    init_digest();
  }
});

// src/rehearsal/github/shapes/user.ts
function userShape(site, login) {
  const api = `${site.apiUrl}/users/${encodeURIComponent(login)}`;
  const lists2 = Object.fromEntries(Object.entries(LISTS).map(([name, path]) => [name, `${api}${path}`]));
  const isApp = login.endsWith("[bot]");
  return {
    login,
    id: numericId("user", login),
    node_id: nodeId("U", login),
    avatar_url: `${site.serverUrl}/avatars/${encodeURIComponent(login)}`,
    gravatar_id: "",
    url: api,
    html_url: isApp ? `${site.serverUrl}/apps/${encodeURIComponent(login.slice(0, -"[bot]".length))}` : `${site.serverUrl}/${encodeURIComponent(login)}`,
    ...lists2,
    type: isApp ? "Bot" : "User",
    site_admin: false
  };
}
function association(login) {
  return login.endsWith("[bot]") ? "NONE" : "COLLABORATOR";
}
var LISTS;
var init_user = __esm({
  "src/rehearsal/github/shapes/user.ts"() {
    "use strict";
    init_identity();
    LISTS = {
      followers_url: "/followers",
      following_url: "/following{/other_user}",
      gists_url: "/gists{/gist_id}",
      starred_url: "/starred{/owner}{/repo}",
      subscriptions_url: "/subscriptions",
      organizations_url: "/orgs",
      repos_url: "/repos",
      events_url: "/events{/privacy}",
      received_events_url: "/received_events"
    };
  }
});

// src/rehearsal/github/shapes/repository.ts
function minimalRepositoryShape(site, settings) {
  const api = repositoryApi(site);
  return {
    id: repositoryId(site),
    node_id: nodeId("R", site.owner, site.name),
    name: site.name,
    full_name: `${site.owner}/${site.name}`,
    owner: userShape(site, site.owner),
    private: settings.private,
    html_url: repositoryPage(site),
    description: null,
    fork: settings.fork,
    url: api,
    ...Object.fromEntries(Object.entries(ADDRESSES).map(([name, path]) => [name, `${api}${path}`]))
  };
}
function repositoryShape(site, { settings, main, openThreads }) {
  const page = repositoryPage(site);
  return {
    ...minimalRepositoryShape(site, settings),
    git_url: `git://${new URL(page).host}/${site.owner}/${site.name}.git`,
    ssh_url: `git@${new URL(page).hostname}:${site.owner}/${site.name}.git`,
    clone_url: `${page}.git`,
    svn_url: page,
    mirror_url: null,
    homepage: null,
    language: null,
    license: null,
    forks_count: 0,
    forks: 0,
    stargazers_count: 0,
    watchers_count: 0,
    watchers: 0,
    size: 0,
    default_branch: main,
    open_issues_count: openThreads,
    open_issues: openThreads,
    topics: [],
    has_issues: settings.has_issues,
    has_projects: false,
    has_wiki: false,
    has_pages: false,
    has_downloads: false,
    has_discussions: false,
    archived: false,
    disabled: false,
    visibility: settings.private ? "private" : "public",
    pushed_at: LONG_AGO,
    created_at: LONG_AGO,
    updated_at: LONG_AGO
  };
}
function fullRepositoryShape(site, facts2) {
  return { ...repositoryShape(site, facts2), subscribers_count: 0, network_count: 0 };
}
function repositoryId(site) {
  return numericId("repository", site.owner, site.name);
}
var ADDRESSES;
var init_repository = __esm({
  "src/rehearsal/github/shapes/repository.ts"() {
    "use strict";
    init_records();
    init_site();
    init_identity();
    init_user();
    ADDRESSES = {
      archive_url: "/{archive_format}{/ref}",
      assignees_url: "/assignees{/user}",
      blobs_url: "/git/blobs{/sha}",
      branches_url: "/branches{/branch}",
      collaborators_url: "/collaborators{/collaborator}",
      comments_url: "/comments{/number}",
      commits_url: "/commits{/sha}",
      compare_url: "/compare/{base}...{head}",
      contents_url: "/contents/{+path}",
      contributors_url: "/contributors",
      deployments_url: "/deployments",
      downloads_url: "/downloads",
      events_url: "/events",
      forks_url: "/forks",
      git_commits_url: "/git/commits{/sha}",
      git_refs_url: "/git/refs{/sha}",
      git_tags_url: "/git/tags{/sha}",
      hooks_url: "/hooks",
      issue_comment_url: "/issues/comments{/number}",
      issue_events_url: "/issues/events{/number}",
      issues_url: "/issues{/number}",
      keys_url: "/keys{/key_id}",
      labels_url: "/labels{/name}",
      languages_url: "/languages",
      merges_url: "/merges",
      milestones_url: "/milestones{/number}",
      notifications_url: "/notifications{?since,all,participating}",
      pulls_url: "/pulls{/number}",
      releases_url: "/releases{/id}",
      stargazers_url: "/stargazers",
      statuses_url: "/statuses/{sha}",
      subscribers_url: "/subscribers",
      subscription_url: "/subscription",
      tags_url: "/tags",
      teams_url: "/teams",
      trees_url: "/git/trees{/sha}"
    };
  }
});

// src/rehearsal/github/api.ts
async function answerApi(request, faults) {
  for (const fault of faults) {
    const answer2 = typeof fault === "string" ? answerOf(fault, request.token) : null;
    if (answer2 !== null) return answer2;
  }
  if (request.isOverLimit) return primaryLimit();
  const answer = await effect(request);
  if (faults.includes("server_error_after")) return serverError();
  return faults.includes("newest_missing") ? withoutNewest(answer) : answer;
}
async function effect({ site, token, found: found2, call, body }) {
  try {
    if (found2 !== null && wasHere(site, found2.parameters)) return moved(site, { found: found2, url: call.url });
    if (found2 === null || !isHere(site, found2.parameters)) throw refusal(404, "Not Found");
    demand(token, found2.route.needs);
    const { route, parameters } = found2;
    return await route.answer({ ...call, site, token, parameters, body: parsed(body) });
  } catch (error) {
    if (error instanceof ApiRefusal) return error.answer;
    return failure(500, error instanceof Error ? error.message : String(error));
  }
}
function isHere(site, { owner, repo }) {
  const same = (one2, other) => one2.toLowerCase() === other.toLowerCase();
  return owner === void 0 || same(owner, site.owner) && same(repo ?? "", site.name);
}
function wasHere({ formerly }, { owner, repo }) {
  return formerly.some((name) => name.toLowerCase() === `${owner}/${repo}`.toLowerCase());
}
function moved(site, { found: found2, url }) {
  const rest = new URL(url).pathname.replace(/^.*?\/repos\/[^/]+\/[^/]+/, "");
  const status2 = found2.route.method === "GET" ? 301 : 307;
  const location = `${site.apiUrl}/repositories/${repositoryId(site)}${rest}`;
  const message = status2 === 301 ? "Moved Permanently" : "Temporary Redirect";
  const body = { message, url: location, documentation_url: "https://docs.github.com/rest" };
  return { status: status2, headers: { location }, body };
}
function parsed(body) {
  if (body === "") return null;
  try {
    return JSON.parse(body);
  } catch {
    throw refusal(400, "Problems parsing JSON");
  }
}
var init_api = __esm({
  "src/rehearsal/github/api.ts"() {
    "use strict";
    init_access();
    init_answer();
    init_fault_answers();
    init_refusals();
    init_repository();
  }
});

// src/rehearsal/github/http/exchange.ts
async function survives({ clock, faults: all, signal }, { response }, faults) {
  for (const fault of faults) {
    if (typeof fault === "string") continue;
    if ("delayMs" in fault) await clock.sleep(fault.delayMs, signal);
    else await fault.meanwhile();
  }
  if (faults.includes("hang")) all.hangs();
  if (faults.includes("dropped")) response.destroy();
  return !faults.includes("hang") && !faults.includes("dropped");
}
function isLost({ faults: all }, { response }, faults) {
  if (faults.includes("hang_after")) all.hangs();
  if (faults.includes("dropped_after")) response.writeHead(200).write(" ", () => response.destroy());
  return faults.includes("hang_after") || faults.includes("dropped_after");
}
var init_exchange = __esm({
  "src/rehearsal/github/http/exchange.ts"() {
    "use strict";
  }
});

// src/rehearsal/github/http/http.ts
import { createGunzip } from "node:zlib";
async function readBody(request) {
  const isPacked = /gzip/.test(request.headers["content-encoding"] ?? "");
  const parts = [];
  let bytes = 0;
  for await (const part of isPacked ? request.pipe(createGunzip()) : request) {
    bytes += part.length;
    if (bytes > MOST_BYTES) throw new Error("The body of a request is larger than 1 GB.");
    parts.push(part);
  }
  return Buffer.concat(parts);
}
function listen(server) {
  return new Promise((resolve6, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      if (typeof address === "object" && address !== null) resolve6(address.port);
      else reject(new Error("the server has no port"));
    });
  });
}
function closeServer(server) {
  return new Promise((resolve6) => {
    server.close(() => resolve6());
    server.closeAllConnections();
  });
}
var MOST_BYTES;
var init_http = __esm({
  "src/rehearsal/github/http/http.ts"() {
    "use strict";
    MOST_BYTES = 1024 * 1024 * 1024;
  }
});

// src/rehearsal/github/http/rate-limit.ts
function rateHeaders(rate) {
  return {
    "x-ratelimit-limit": String(rate.limit),
    "x-ratelimit-remaining": String(rate.remaining),
    "x-ratelimit-used": String(rate.used),
    "x-ratelimit-reset": String(rate.reset),
    "x-ratelimit-resource": "core"
  };
}
var RateLimit;
var init_rate_limit = __esm({
  "src/rehearsal/github/http/rate-limit.ts"() {
    "use strict";
    init_time();
    RateLimit = class {
      #used = /* @__PURE__ */ new Map();
      /** Counts one more request of a token; `isOver`: it is one too many. */
      take(token, now) {
        const before = this.look(token, now);
        const isOver = before.remaining === 0;
        if (!isOver) this.spend(token, now, 1);
        return { rate: this.look(token, now), isOver };
      }
      look(token, now) {
        const limit = token.requestsPerHour ?? (token.kind === "workflow" ? 1e3 : 5e3);
        const hour = Math.floor(now / HOUR_MS);
        const entry3 = this.#used.get(token.login);
        const used = entry3?.hour === hour ? Math.min(entry3.count, limit) : 0;
        return { limit, used, remaining: limit - used, reset: (hour + 1) * HOUR_MS / 1e3 };
      }
      spend(token, now, count2) {
        const hour = Math.floor(now / HOUR_MS);
        this.#used.set(token.login, { hour, count: this.look(token, now).used + count2 });
      }
    };
  }
});

// src/rehearsal/github/http/router.ts
function openRouter(routes) {
  const patterns = routes.map((route) => ({ route, expression: patternOf(route.path) }));
  return (method, path) => {
    for (const { route, expression } of patterns) {
      const match = route.method === method ? expression.exec(path) : null;
      const parameters = match === null ? null : decoded(match.groups ?? {});
      if (parameters !== null) return { route, parameters };
    }
    return null;
  };
}
function patternOf(path) {
  const literal2 = path.replace(/[.+*?()[\]^$|\\]/g, "\\$&");
  const source = literal2.replace(
    /\{(\w+)\}/g,
    (_, name) => `(?<${name}>${name === "branch" ? ".+" : "[^/]+"})`
  );
  return new RegExp(`^${source}/?$`);
}
function decoded(groups) {
  try {
    return Object.fromEntries(Object.entries(groups).map(([name, part]) => [name, decodeURIComponent(part)]));
  } catch {
    return null;
  }
}
var init_router = __esm({
  "src/rehearsal/github/http/router.ts"() {
    "use strict";
  }
});

// src/rehearsal/github/routes/account.ts
async function user({ site, token }) {
  if (token.kind === "workflow") throw notAccessible(token);
  return ok({
    ...userShape(site, token.login),
    name: token.login,
    company: null,
    blog: null,
    location: null,
    email: null,
    hireable: null,
    bio: null,
    twitter_username: null,
    public_repos: 1,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: LONG_AGO,
    updated_at: LONG_AGO
  });
}
async function viewer({ token }) {
  return ok({ data: { viewer: { login: token.login } } });
}
async function rateLimit({ rate }) {
  return ok({ resources: { core: rate, search: rate, graphql: rate }, rate });
}
var ACCOUNT_ROUTES;
var init_account = __esm({
  "src/rehearsal/github/routes/account.ts"() {
    "use strict";
    init_access();
    init_answer();
    init_records();
    init_user();
    ACCOUNT_ROUTES = [
      { method: "GET", path: "/user", needs: [], answer: user },
      { method: "POST", path: "/graphql", needs: [], answer: viewer },
      { method: "GET", path: "/rate_limit", needs: [], answer: rateLimit }
    ];
  }
});

// src/rehearsal/github/http/call.ts
function numberOf(call, name) {
  const text2 = call.parameters[name] ?? "";
  return /^\d{1,15}$/.test(text2) ? Number(text2) : 0;
}
var init_call = __esm({
  "src/rehearsal/github/http/call.ts"() {
    "use strict";
  }
});

// src/rehearsal/github/http/paging.ts
function paged(call, items, wrap2 = (page) => page) {
  const size = Math.min(LARGEST_PAGE, positive(call.query.get("per_page"), USUAL_PAGE));
  const number2 = positive(call.query.get("page"), 1);
  const last = Math.max(1, Math.ceil(items.length / size));
  const answer = ok(wrap2(items.slice((number2 - 1) * size, number2 * size)));
  const link3 = linksTo(call, { number: number2, last });
  return link3 === "" ? answer : { ...answer, headers: { link: link3 } };
}
function positive(text2, usual) {
  const number2 = Number(text2 ?? usual);
  return Number.isInteger(number2) && number2 > 0 ? number2 : usual;
}
function linksTo(call, { number: number2, last }) {
  const link3 = (page, relation) => {
    const query = new URLSearchParams(call.query);
    query.set("page", String(page));
    return `<${call.url}?${query}>; rel="${relation}"`;
  };
  const back = number2 > 1 ? [link3(number2 - 1, "prev"), link3(1, "first")] : [];
  const on = number2 < last ? [link3(number2 + 1, "next"), link3(last, "last")] : [];
  return [...back, ...on].join(", ");
}
var USUAL_PAGE, LARGEST_PAGE;
var init_paging = __esm({
  "src/rehearsal/github/http/paging.ts"() {
    "use strict";
    init_answer();
    USUAL_PAGE = 30;
    LARGEST_PAGE = 100;
  }
});

// src/rehearsal/github/http/request-body.ts
function bodyOf(call, resource, schema) {
  const result = safeParse(schema, call.body ?? {});
  if (result.success) return result.output;
  throw invalid(...result.issues.map((issue) => fieldError(resource, issue)));
}
function fieldError(resource, issue) {
  const field = getDotPath(issue) ?? "body";
  if (issue.input === void 0) return { resource, field, code: "missing_field" };
  return issue.type === "custom" || issue.type === "check" ? { resource, field, code: "custom", message: issue.message } : { resource, field, code: "invalid" };
}
function shortText(field, limit) {
  return pipe(
    string(),
    check((text2) => [...text2].length <= limit, `${field} is too long (maximum is ${limit} characters)`)
  );
}
var LONGEST_BODY, LONGEST_TITLE, TITLE, TEXT, BODY, COMMENT_BODY;
var init_request_body = __esm({
  "src/rehearsal/github/http/request-body.ts"() {
    "use strict";
    init_dist();
    init_refusals();
    LONGEST_BODY = 65536;
    LONGEST_TITLE = 256;
    TITLE = pipe(
      shortText("title", LONGEST_TITLE),
      check((text2) => text2.trim() !== "", "title can't be blank")
    );
    TEXT = shortText("body", LONGEST_BODY);
    BODY = pipe(
      nullable(TEXT),
      transform((text2) => text2 ?? "")
    );
    COMMENT_BODY = pipe(
      TEXT,
      check((text2) => text2.trim() !== "", "body can't be blank")
    );
  }
});

// src/rehearsal/github/shapes/label.ts
function labelShape(site, name) {
  return {
    id: numericId("label", name),
    node_id: nodeId("LA", site.owner, site.name, name),
    url: `${repositoryApi(site)}/labels/${encodeURIComponent(name)}`,
    name,
    color: NEW_LABEL,
    default: false,
    description: null
  };
}
var NEW_LABEL;
var init_label = __esm({
  "src/rehearsal/github/shapes/label.ts"() {
    "use strict";
    init_site();
    init_identity();
    NEW_LABEL = "ededed";
  }
});

// src/rehearsal/github/shapes/thread.ts
function threadPage(site, thread) {
  return `${repositoryPage(site)}/${isDraft(thread) ? "pull" : "issues"}/${thread.number}`;
}
function threadId(site, thread) {
  return numericId(site.owner, site.name, String(thread.number));
}
function threadShape(site, thread) {
  return {
    id: threadId(site, thread),
    number: thread.number,
    state: thread.state === "open" ? "open" : "closed",
    locked: thread.locked,
    active_lock_reason: null,
    title: thread.title,
    body: thread.body === "" ? null : thread.body,
    user: userShape(site, thread.author),
    labels: thread.labels.map((name) => labelShape(site, name)),
    milestone: null,
    assignee: null,
    assignees: [],
    created_at: thread.created_at,
    updated_at: thread.updated_at,
    closed_at: thread.closed_at,
    author_association: association(thread.author)
  };
}
var init_thread = __esm({
  "src/rehearsal/github/shapes/thread.ts"() {
    "use strict";
    init_records();
    init_site();
    init_identity();
    init_label();
    init_user();
  }
});

// src/rehearsal/github/shapes/comment.ts
function commentShape(site, thread, comment2) {
  const url = `${repositoryApi(site)}/issues/comments/${comment2.id}`;
  const counts = REACTIONS.map((content) => [
    content,
    comment2.reactions.filter((reaction) => reaction.content === content).length
  ]);
  return {
    id: comment2.id,
    node_id: nodeId("IC", comment2.id),
    url,
    html_url: `${threadPage(site, thread)}#issuecomment-${comment2.id}`,
    issue_url: `${repositoryApi(site)}/issues/${thread.number}`,
    body: comment2.body,
    user: userShape(site, comment2.author),
    created_at: comment2.created_at,
    updated_at: comment2.updated_at,
    author_association: association(comment2.author),
    performed_via_github_app: null,
    reactions: {
      url: `${url}/reactions`,
      total_count: comment2.reactions.length,
      ...Object.fromEntries(counts)
    }
  };
}
function reactionShape(site, comment2, reaction) {
  const { content, author, created_at } = reaction;
  return {
    id: numericId("reaction", String(comment2.id), author, content),
    node_id: nodeId("REA", comment2.id, author, content),
    user: userShape(site, author),
    content,
    created_at
  };
}
var REACTIONS;
var init_comment = __esm({
  "src/rehearsal/github/shapes/comment.ts"() {
    "use strict";
    init_site();
    init_identity();
    init_thread();
    init_user();
    REACTIONS = ["+1", "-1", "laugh", "confused", "heart", "hooray", "rocket", "eyes"];
  }
});

// src/rehearsal/github/routes/facts.ts
async function factsOf2(site) {
  const [settings, refs, threads] = await Promise.all([
    site.store.settings(),
    site.branches.look(),
    allThreads(site)
  ]);
  const openThreads = threads.filter(({ state }) => state === "open").length;
  return { settings, refs, main: refs.main, openThreads };
}
async function allThreads({ store: store2 }) {
  const threads = [...await store2.drafts(), ...await store2.issues()];
  return threads.sort((one2, other) => one2.number - other.number);
}
async function threadAt(site, number2) {
  const thread = await site.store.thread(number2);
  if (thread === null) throw notFound();
  const { has_issues } = await site.store.settings();
  if (!has_issues && !isDraft(thread)) throw issuesDisabled();
  return thread;
}
function issuesDisabled() {
  return refusal(410, "Issues has been disabled in this repository.");
}
async function draftAt(site, number2) {
  const thread = await site.store.thread(number2);
  if (thread === null || !isDraft(thread)) throw notFound();
  return thread;
}
var init_facts = __esm({
  "src/rehearsal/github/routes/facts.ts"() {
    "use strict";
    init_refusals();
    init_records();
  }
});

// src/rehearsal/github/routes/order.ts
function sorted(call, items) {
  const field = call.query.get("sort") === "updated" ? "updated_at" : "created_at";
  const place2 = (item) => item.number ?? item.id ?? 0;
  const rising = items.toSorted(
    (one2, other) => one2[field].localeCompare(other[field]) || place2(one2) - place2(other)
  );
  return call.query.get("direction") === "asc" ? rising : rising.reverse();
}
function since(call, items) {
  const text2 = call.query.get("since");
  const time = text2 === null ? Number.NaN : Date.parse(text2);
  return Number.isNaN(time) ? items : items.filter((item) => Date.parse(item.updated_at) >= time);
}
function inState(call, items) {
  const asked2 = call.query.get("state") ?? "open";
  if (asked2 === "all") return items;
  return items.filter(({ state }) => state === "open" === (asked2 === "open"));
}
var init_order = __esm({
  "src/rehearsal/github/routes/order.ts"() {
    "use strict";
  }
});

// src/rehearsal/github/routes/comments.ts
async function list2(call) {
  const thread = await threadAt(call.site, numberOf(call, "issue_number"));
  const shapes = since(call, thread.comments).map((each) => commentShape(call.site, thread, each));
  return paged(call, shapes);
}
async function listAll(call) {
  const threads = await allThreads(call.site);
  const all = threads.flatMap((thread) => thread.comments.map((each) => ({ ...each, thread })));
  const direction = call.query.get("direction") ?? "asc";
  const query = new URLSearchParams([...call.query, ["direction", direction]]);
  const found2 = sorted({ ...call, query }, since(call, all));
  return paged(
    call,
    found2.map((each) => commentShape(call.site, each.thread, each))
  );
}
async function comment(call) {
  const { site, token } = call;
  const thread = await threadAt(site, numberOf(call, "issue_number"));
  if (thread.locked && token.kind === "workflow") {
    throw refusal(403, "Unable to create comment because issue is locked.");
  }
  const { body } = bodyOf(call, "IssueComment", NEW_COMMENT);
  const commented = withComment(thread, { author: token.login, body, now: site.now() });
  await site.store.save(commented.thread);
  return created(commentShape(site, commented.thread, commented.comment));
}
function withComment(thread, { author, body, now }) {
  const id2 = thread.number * COMMENTS_OF_ONE + thread.comments.length + 1;
  const comment2 = { id: id2, author, body, created_at: now, updated_at: now, reactions: [] };
  return { comment: comment2, thread: { ...thread, comments: [...thread.comments, comment2], updated_at: now } };
}
async function react(call) {
  const { site, token } = call;
  const id2 = numberOf(call, "comment_id");
  const thread = await site.store.thread(Math.floor(id2 / COMMENTS_OF_ONE));
  const comment2 = thread?.comments.find((each) => each.id === id2);
  if (thread === null || comment2 === void 0) throw notFound();
  const { content } = bodyOf(call, "Reaction", NEW_REACTION);
  const before = comment2.reactions.find((each) => each.content === content && each.author === token.login);
  if (before !== void 0) return ok(reactionShape(site, comment2, before));
  const reaction = { content, author: token.login, created_at: site.now() };
  const reacted = { ...comment2, reactions: [...comment2.reactions, reaction] };
  const comments = thread.comments.map((each) => each.id === id2 ? reacted : each);
  await site.store.save({ ...thread, comments });
  return created(reactionShape(site, reacted, reaction));
}
var READ, WRITE, COMMENT_ROUTES, NEW_COMMENT, COMMENTS_OF_ONE, NEW_REACTION;
var init_comments = __esm({
  "src/rehearsal/github/routes/comments.ts"() {
    "use strict";
    init_dist();
    init_answer();
    init_call();
    init_paging();
    init_refusals();
    init_request_body();
    init_comment();
    init_facts();
    init_order();
    READ = ["issues:read", "pull_requests:read"];
    WRITE = ["issues:write", "pull_requests:write"];
    COMMENT_ROUTES = [
      { method: "GET", path: "/repos/{owner}/{repo}/issues/comments", needs: READ, answer: listAll },
      {
        method: "POST",
        path: "/repos/{owner}/{repo}/issues/comments/{comment_id}/reactions",
        needs: WRITE,
        answer: react
      },
      {
        method: "GET",
        path: "/repos/{owner}/{repo}/issues/{issue_number}/comments",
        needs: READ,
        answer: list2
      },
      {
        method: "POST",
        path: "/repos/{owner}/{repo}/issues/{issue_number}/comments",
        needs: WRITE,
        answer: comment
      }
    ];
    NEW_COMMENT = looseObject({ body: COMMENT_BODY });
    COMMENTS_OF_ONE = 1e4;
    NEW_REACTION = looseObject({ content: picklist(REACTIONS) });
  }
});

// src/rehearsal/github/shapes/issue.ts
function issueShape(site, thread) {
  const url = `${repositoryApi(site)}/issues/${thread.number}`;
  return {
    ...threadShape(site, thread),
    node_id: nodeId("I", site.owner, site.name, thread.number),
    url,
    repository_url: repositoryApi(site),
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    timeline_url: `${url}/timeline`,
    html_url: threadPage(site, thread),
    state_reason: isDraft(thread) ? null : thread.state_reason,
    comments: thread.comments.length,
    performed_via_github_app: null,
    ...isDraft(thread) ? pullPart(site, thread) : {}
  };
}
function pullPart(site, thread) {
  const page = threadPage(site, thread);
  return {
    draft: thread.is_draft,
    pull_request: {
      url: `${repositoryApi(site)}/pulls/${thread.number}`,
      html_url: page,
      diff_url: `${page}.diff`,
      patch_url: `${page}.patch`,
      merged_at: thread.state === "merged" ? thread.closed_at : null
    }
  };
}
var init_issue = __esm({
  "src/rehearsal/github/shapes/issue.ts"() {
    "use strict";
    init_records();
    init_site();
    init_identity();
    init_thread();
  }
});

// src/rehearsal/github/routes/issues.ts
function asked(call) {
  return threadAt(call.site, numberOf(call, "issue_number"));
}
async function labels(call) {
  const names = (await allThreads(call.site)).flatMap((thread) => thread.labels);
  return paged(
    call,
    distinct(names).map((name) => labelShape(call.site, name))
  );
}
async function list3(call) {
  const { site, query } = call;
  const labels2 = (query.get("labels") ?? "").split(",").filter((name) => name !== "");
  const creator = query.get("creator");
  const { has_issues } = await site.store.settings();
  const threads = (await allThreads(site)).filter(
    (thread) => (has_issues || isDraft(thread)) && labels2.every((label) => thread.labels.some((name) => name.toLowerCase() === label.toLowerCase())) && (creator === null || creator === thread.author)
  );
  const found2 = sorted(call, since(call, inState(call, threads)));
  return paged(
    call,
    found2.map((thread) => issueShape(site, thread))
  );
}
async function open2(call) {
  const { site, token } = call;
  if (!(await site.store.settings()).has_issues) throw issuesDisabled();
  const { title, body, labels: labels2 } = bodyOf(call, RESOURCE, NEW_ISSUE);
  const now = site.now();
  const issue = {
    number: await site.store.nextNumber(),
    state: "open",
    state_reason: null,
    title,
    author: token.login,
    labels: distinct(labels2),
    locked: false,
    created_at: now,
    updated_at: now,
    closed_at: null,
    body,
    comments: []
  };
  await site.store.save(issue);
  return created(issueShape(site, issue));
}
async function change(call) {
  const { site } = call;
  const thread = await asked(call);
  const { title, body, labels: labels2, ...rest } = bodyOf(call, RESOURCE, CHANGE);
  const changed = {
    ...withState(thread, rest, site.now()),
    ...title === void 0 ? {} : { title },
    ...body === void 0 ? {} : { body },
    ...labels2 === void 0 ? {} : { labels: distinct(labels2) },
    updated_at: site.now()
  };
  await site.store.save(changed);
  return ok(issueShape(site, changed));
}
function withState(thread, change4, now) {
  const { state, state_reason } = change4;
  const isOpen = thread.state === "open";
  if (state === void 0 || state === "open" === isOpen) return thread;
  const closed_at = state === "open" ? null : now;
  if (!isDraft(thread)) {
    const usual = state === "open" ? "reopened" : "completed";
    return { ...thread, state, closed_at, state_reason: state_reason ?? usual };
  }
  if (thread.state === "merged") throw invalid({ resource: RESOURCE, field: "state", code: "invalid" });
  return { ...thread, state, closed_at };
}
async function addLabels(call) {
  const { site } = call;
  const thread = await asked(call);
  const body = Array.isArray(call.body) ? { labels: call.body } : call.body;
  const { labels: labels2 } = bodyOf({ ...call, body }, "Label", LABELS);
  const all = distinct([...thread.labels, ...labels2]);
  if (all.length > thread.labels.length) {
    await site.store.save({ ...thread, labels: all, updated_at: site.now() });
  }
  return ok(all.map((name) => labelShape(site, name)));
}
function distinct(names) {
  return [...new Map(names.toReversed().map((name) => [name.toLowerCase(), name])).values()].reverse();
}
var RESOURCE, READ2, WRITE2, ISSUE_ROUTES, LONGEST_LABEL, LABEL, NEW_ISSUE, CHANGE, LABELS;
var init_issues = __esm({
  "src/rehearsal/github/routes/issues.ts"() {
    "use strict";
    init_dist();
    init_answer();
    init_call();
    init_paging();
    init_refusals();
    init_request_body();
    init_records();
    init_issue();
    init_label();
    init_facts();
    init_order();
    RESOURCE = "Issue";
    READ2 = ["issues:read", "pull_requests:read"];
    WRITE2 = ["issues:write", "pull_requests:write"];
    ISSUE_ROUTES = [
      { method: "GET", path: "/repos/{owner}/{repo}/labels", needs: READ2, answer: labels },
      { method: "GET", path: "/repos/{owner}/{repo}/issues", needs: READ2, answer: list3 },
      { method: "POST", path: "/repos/{owner}/{repo}/issues", needs: ["issues:write"], answer: open2 },
      {
        method: "GET",
        path: "/repos/{owner}/{repo}/issues/{issue_number}",
        needs: READ2,
        answer: async (call) => ok(issueShape(call.site, await asked(call)))
      },
      { method: "PATCH", path: "/repos/{owner}/{repo}/issues/{issue_number}", needs: WRITE2, answer: change },
      {
        method: "POST",
        path: "/repos/{owner}/{repo}/issues/{issue_number}/labels",
        needs: WRITE2,
        answer: addLabels
      }
    ];
    LONGEST_LABEL = 50;
    LABEL = pipe(
      union([
        string(),
        pipe(
          looseObject({ name: string() }),
          transform(({ name }) => name)
        )
      ]),
      check((name) => name.trim() !== "", "name can't be blank"),
      check(
        (name) => [...name].length <= LONGEST_LABEL,
        `name is too long (maximum is ${LONGEST_LABEL} characters)`
      )
    );
    NEW_ISSUE = looseObject({
      title: TITLE,
      body: optional(BODY, ""),
      labels: optional(array(LABEL), [])
    });
    CHANGE = looseObject({
      title: optional(TITLE),
      body: optional(BODY),
      labels: optional(array(LABEL)),
      state: optional(picklist(["open", "closed"])),
      state_reason: optional(nullable(picklist(["completed", "not_planned", "duplicate", "reopened"])))
    });
    LABELS = looseObject({ labels: array(LABEL) });
  }
});

// src/rehearsal/github/routes/protection.ts
async function list4(call) {
  const { rulesets } = await call.site.store.settings();
  return paged(
    call,
    rulesets.map((each) => listed(call.site, each))
  );
}
async function one({ site, parameters, token }) {
  const { rulesets } = await site.store.settings();
  const found2 = rulesets.find(({ name }) => String(numericId("ruleset", name)) === parameters["ruleset_id"]);
  if (found2 === void 0) throw notFound();
  const { include, exclude, rules: rules2, roles } = found2;
  return ok({
    ...listed(site, found2),
    conditions: { ref_name: { include, exclude } },
    rules: rules2.map((type) => ({ type })),
    // GitHub tells only people who may change the ruleset.
    ...may(token, "administration:write") ? {
      bypass_actors: roles.map((id2) => ({
        ...{ actor_id: id2, actor_type: "RepositoryRole", bypass_mode: "always" }
      }))
    } : {}
  });
}
function listed(site, { name, target, enforcement }) {
  return {
    ...{ id: numericId("ruleset", name), node_id: nodeId("ruleset", name), name, target, enforcement },
    source_type: "Repository",
    source: `${site.owner}/${site.name}`,
    created_at: LONG_AGO,
    updated_at: LONG_AGO
  };
}
async function environmentOf({ site, parameters }) {
  const name = parameters["environment_name"] ?? "";
  const { environments } = await site.store.settings();
  const found2 = environments[name];
  if (found2 === void 0) throw notFound();
  return { name, ...found2 };
}
async function environment2(call) {
  const { name, branches } = await environmentOf(call);
  const url = `${call.site.apiUrl}/repos/${call.site.owner}/${call.site.name}/environments/${encodeURIComponent(name)}`;
  return ok({
    ...{ id: numericId("environment", name), node_id: nodeId("environment", name), name, url, html_url: url },
    ...{ created_at: LONG_AGO, updated_at: LONG_AGO, protection_rules: [] },
    deployment_branch_policy: branches === null ? null : { protected_branches: false, custom_branch_policies: true }
  });
}
async function policies(call) {
  const { name, branches } = await environmentOf(call);
  const shapes = (branches ?? []).map((branch) => ({
    ...{
      id: numericId("policy", name, branch),
      node_id: nodeId("policy", name, branch),
      name: branch,
      type: "branch"
    }
  }));
  return paged(call, shapes, (page) => ({ total_count: shapes.length, branch_policies: page }));
}
async function secrets(call) {
  const { secrets: names } = await environmentOf(call);
  const shapes = names.map((name) => ({ name, created_at: LONG_AGO, updated_at: LONG_AGO }));
  return paged(call, shapes, (page) => ({ total_count: shapes.length, secrets: page }));
}
var PATH, ENVIRONMENT2, PROTECTION_ROUTES;
var init_protection = __esm({
  "src/rehearsal/github/routes/protection.ts"() {
    "use strict";
    init_access();
    init_answer();
    init_paging();
    init_refusals();
    init_records();
    init_identity();
    PATH = "/repos/{owner}/{repo}";
    ENVIRONMENT2 = `${PATH}/environments/{environment_name}`;
    PROTECTION_ROUTES = [
      { method: "GET", path: `${PATH}/rulesets`, needs: ["metadata:read"], answer: list4 },
      { method: "GET", path: `${PATH}/rulesets/{ruleset_id}`, needs: ["metadata:read"], answer: one },
      { method: "GET", path: ENVIRONMENT2, needs: ["actions:read"], answer: environment2 },
      {
        method: "GET",
        path: `${ENVIRONMENT2}/deployment-branch-policies`,
        needs: ["actions:read"],
        answer: policies
      },
      { method: "GET", path: `${ENVIRONMENT2}/secrets`, needs: ["secrets:read"], answer: secrets }
    ];
  }
});

// src/rehearsal/github/shapes/pull.ts
function pullShape(site, draft, facts2) {
  const addresses2 = pullAddresses(site, draft);
  const repo = repositoryShape(site, facts2);
  const end = (ref, sha) => ({
    label: `${site.owner}:${ref}`,
    ref,
    sha,
    user: userShape(site, site.owner),
    repo
  });
  return {
    ...threadShape(site, draft),
    node_id: nodeId("PR", site.owner, site.name, draft.number),
    ...addresses2,
    merged_at: draft.state === "merged" ? draft.closed_at : null,
    merge_commit_sha: draft.merge_commit,
    requested_reviewers: draft.reviewers.map((login) => userShape(site, login)),
    requested_teams: [],
    head: end(draft.branch, draft.head),
    base: end(draft.base, facts2.baseCommit),
    _links: linksOf(addresses2),
    auto_merge: null,
    draft: draft.is_draft
  };
}
function fullPullShape(site, draft, facts2) {
  const { change: change4 } = facts2;
  const isOpen = draft.state === "open";
  return {
    ...pullShape(site, draft, facts2),
    merged: draft.state === "merged",
    mergeable: isOpen ? true : null,
    mergeable_state: isOpen ? draft.is_draft ? "draft" : "clean" : "unknown",
    merged_by: draft.state === "merged" ? userShape(site, site.owner) : null,
    comments: draft.comments.length,
    review_comments: 0,
    maintainer_can_modify: false,
    commits: change4?.commits ?? 0,
    additions: change4?.additions ?? 0,
    deletions: change4?.deletions ?? 0,
    changed_files: change4?.files ?? 0
  };
}
function pullAddresses(site, draft) {
  const api = repositoryApi(site);
  const url = `${api}/pulls/${draft.number}`;
  const page = threadPage(site, draft);
  return {
    url,
    html_url: page,
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
    issue_url: `${api}/issues/${draft.number}`,
    commits_url: `${url}/commits`,
    review_comments_url: `${url}/comments`,
    review_comment_url: `${api}/pulls/comments{/number}`,
    comments_url: `${api}/issues/${draft.number}/comments`,
    statuses_url: `${api}/statuses/${draft.head}`
  };
}
function linksOf(addresses2) {
  const href = (address) => ({ href: address });
  return {
    self: href(addresses2.url),
    html: href(addresses2.html_url),
    issue: href(addresses2.issue_url),
    comments: href(addresses2.comments_url),
    review_comments: href(addresses2.review_comments_url),
    review_comment: href(addresses2.review_comment_url),
    commits: href(addresses2.commits_url),
    statuses: href(addresses2.statuses_url)
  };
}
var init_pull = __esm({
  "src/rehearsal/github/shapes/pull.ts"() {
    "use strict";
    init_site();
    init_identity();
    init_repository();
    init_thread();
    init_user();
  }
});

// src/rehearsal/github/routes/open-pull.ts
async function openPull(call) {
  const { site, token } = call;
  const settings = await site.store.settings();
  if (token.kind === "workflow" && !settings.actions_may_open_pull_requests) {
    throw refusal(403, "GitHub Actions is not permitted to create or approve pull requests.");
  }
  const asked2 = bodyOf(call, RESOURCE2, NEW_PULL);
  if (asked2.draft && !settings.has_drafts) {
    throw refusal(422, "Draft pull requests are not supported in this repository.");
  }
  const branch = asked2.head.replace(`${site.owner}:`, "");
  const head = await headOf(call, { branch, base: asked2.base });
  const now = site.now();
  const draft = {
    number: await site.store.nextNumber(),
    state: "open",
    title: asked2.title,
    author: token.login,
    branch,
    base: asked2.base,
    head,
    merge_commit: null,
    is_draft: asked2.draft,
    labels: [],
    reviewers: [],
    locked: false,
    created_at: now,
    updated_at: now,
    closed_at: null,
    body: asked2.body,
    comments: []
  };
  await site.store.save(draft);
  return draft;
}
async function headOf({ site }, { branch, base }) {
  const { tips } = await site.branches.look();
  const from = tips.get(branch);
  const into = tips.get(base);
  if (from === void 0) throw invalid({ resource: RESOURCE2, field: "head", code: "invalid" });
  if (into === void 0) throw invalid({ resource: RESOURCE2, field: "base", code: "invalid" });
  const drafts = await site.store.drafts();
  if (drafts.some((draft) => draft.state === "open" && draft.branch === branch && draft.base === base)) {
    throw invalid(custom(`A pull request already exists for ${site.owner}:${branch}.`));
  }
  const change4 = await site.branches.compare(into, from);
  if (change4 === null) throw invalid(custom(`The ${base} branch has no history in common with ${branch}`));
  if (change4.commits === 0) throw invalid(custom(`No commits between ${base} and ${branch}`));
  return from;
}
function custom(message) {
  return { resource: RESOURCE2, code: "custom", message };
}
var RESOURCE2, NEW_PULL;
var init_open_pull = __esm({
  "src/rehearsal/github/routes/open-pull.ts"() {
    "use strict";
    init_dist();
    init_refusals();
    init_request_body();
    RESOURCE2 = "PullRequest";
    NEW_PULL = looseObject({
      title: TITLE,
      head: string(),
      base: string(),
      body: optional(BODY, ""),
      draft: optional(boolean(), false)
    });
  }
});

// src/rehearsal/github/routes/pulls.ts
async function list5(call) {
  const { site, query } = call;
  const { refs, ...facts2 } = await factsOf2(site);
  const head = query.get("head");
  const base = query.get("base");
  const drafts = (await site.store.drafts()).filter(
    (draft) => (
      // Without an owner before the branch GitHub does not filter.
      (head?.includes(":") !== true || head === `${site.owner}:${draft.branch}`) && (base === null || base === draft.base)
    )
  );
  const shapes = sorted(call, inState(call, drafts)).map(
    (draft) => pullShape(site, draft, { ...facts2, baseCommit: refs.tips.get(draft.base) ?? draft.head })
  );
  return paged(call, shapes);
}
async function open3(call) {
  return created(await shown(call, await openPull(call)));
}
async function change2(call) {
  const { site } = call;
  const draft = await draftAt(site, numberOf(call, "pull_number"));
  const { title, body, state, base } = bodyOf(call, RESOURCE3, CHANGE2);
  if (base !== void 0 && !(await site.branches.look()).tips.has(base))
    throw invalid({ resource: RESOURCE3, field: "base", code: "invalid" });
  if (state === "open" && draft.state !== "open") await refuseReopening(call, draft);
  const now = site.now();
  const changed = {
    ...draft,
    ...title === void 0 ? {} : { title },
    ...body === void 0 ? {} : { body },
    ...base === void 0 ? {} : { base },
    ...state === "closed" && draft.state === "open" ? { state, closed_at: now } : {},
    ...state === "open" ? { state, closed_at: null } : {},
    updated_at: now
  };
  await site.store.save(changed);
  return ok(await shown(call, changed));
}
async function refuseReopening({ site }, draft) {
  const { tips } = await site.branches.look();
  if (draft.state !== "merged" && tips.has(draft.branch)) return;
  const message = "state cannot be changed. The pull request cannot be reopened.";
  throw invalid({ resource: RESOURCE3, field: "state", code: "custom", message });
}
async function requestReviewers(call) {
  const { site } = call;
  const draft = await draftAt(site, numberOf(call, "pull_number"));
  const { reviewers, team_reviewers } = bodyOf(call, RESOURCE3, REVIEWERS);
  const { collaborators } = await site.store.settings();
  const known = (login) => Object.keys(collaborators).length === 0 || (collaborators[login] ?? "none") !== "none";
  if (team_reviewers.length > 0 || !reviewers.every(known)) {
    throw refusal(
      422,
      `Reviews may only be requested from collaborators. One or more of the users or teams you specified is not a collaborator of the ${site.owner}/${site.name} repository.`
    );
  }
  if (reviewers.includes(draft.author)) {
    throw refusal(422, "Review cannot be requested from pull request author.");
  }
  const all = [.../* @__PURE__ */ new Set([...draft.reviewers, ...reviewers])];
  const changed = { ...draft, reviewers: all, updated_at: site.now() };
  await site.store.save(changed);
  const { refs, ...facts2 } = await factsOf2(site);
  return created(pullShape(site, changed, { ...facts2, baseCommit: refs.tips.get(draft.base) ?? draft.head }));
}
async function shown({ site }, draft) {
  const { refs, ...facts2 } = await factsOf2(site);
  const baseCommit = refs.tips.get(draft.base) ?? draft.head;
  const change4 = await site.branches.compare(baseCommit, draft.head);
  return fullPullShape(site, draft, { ...facts2, baseCommit, change: change4 });
}
var RESOURCE3, PULL_ROUTES, CHANGE2, REVIEWERS;
var init_pulls = __esm({
  "src/rehearsal/github/routes/pulls.ts"() {
    "use strict";
    init_dist();
    init_answer();
    init_call();
    init_paging();
    init_refusals();
    init_request_body();
    init_pull();
    init_facts();
    init_open_pull();
    init_order();
    RESOURCE3 = "PullRequest";
    PULL_ROUTES = [
      { method: "GET", path: "/repos/{owner}/{repo}/pulls", needs: ["pull_requests:read"], answer: list5 },
      { method: "POST", path: "/repos/{owner}/{repo}/pulls", needs: ["pull_requests:write"], answer: open3 },
      {
        method: "GET",
        path: "/repos/{owner}/{repo}/pulls/{pull_number}",
        needs: ["pull_requests:read"],
        answer: async (call) => ok(await shown(call, await draftAt(call.site, numberOf(call, "pull_number"))))
      },
      {
        method: "PATCH",
        path: "/repos/{owner}/{repo}/pulls/{pull_number}",
        needs: ["pull_requests:write"],
        answer: change2
      },
      {
        method: "POST",
        path: "/repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers",
        needs: ["pull_requests:write"],
        answer: requestReviewers
      }
    ];
    CHANGE2 = looseObject({
      title: optional(TITLE),
      body: optional(BODY),
      state: optional(picklist(["open", "closed"])),
      base: optional(string())
    });
    REVIEWERS = looseObject({
      reviewers: optional(array(string()), []),
      team_reviewers: optional(array(string()), [])
    });
  }
});

// src/rehearsal/github/git/rules.ts
function rulesFor(rules2, branch) {
  const applies = rules2.filter(({ branches }) => branches.some((pattern) => isMatch(pattern, branch)));
  return applies.map(({ type }) => ({ type, parameters: PARAMETERS[type] ?? null }));
}
function isMatch(pattern, branch) {
  const parts = pattern.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`).test(branch);
}
var PARAMETERS, REFUSING_RULES;
var init_rules = __esm({
  "src/rehearsal/github/git/rules.ts"() {
    "use strict";
    PARAMETERS = {
      pull_request: {
        dismiss_stale_reviews_on_push: false,
        require_code_owner_review: false,
        require_last_push_approval: false,
        required_approving_review_count: 1,
        required_review_thread_resolution: false
      },
      required_status_checks: {
        required_status_checks: [{ context: "test" }],
        strict_required_status_checks_policy: false
      }
    };
    REFUSING_RULES = {
      required_signatures: "Commits must have verified signatures.",
      pull_request: "Changes must be made through a pull request.",
      required_status_checks: 'Required status check "test" is expected.',
      creation: "Cannot create ref due to creations being restricted.",
      update: "Cannot update this protected ref.",
      deletion: "Cannot delete this branch"
    };
  }
});

// src/rehearsal/github/routes/repository.ts
async function read(call) {
  return ok(fullRepositoryShape(call.site, await factsOf2(call.site)));
}
async function rules(call) {
  const { site, parameters } = call;
  const { rules: all } = await site.store.settings();
  const shapes = rulesFor(all, parameters["branch"] ?? "").map(({ type, parameters: details2 }) => ({
    type,
    ...details2 === null ? {} : { parameters: details2 },
    ruleset_source_type: "Repository",
    ruleset_source: `${site.owner}/${site.name}`,
    ruleset_id: numericId("ruleset", type)
  }));
  return paged(call, shapes);
}
async function permission({ site, parameters }) {
  const login = parameters["username"] ?? "";
  const { collaborators, private: isPrivate } = await site.store.settings();
  const granted = login === site.owner ? "admin" : collaborators[login] ?? (isPrivate ? "none" : "read");
  const user2 = { ...userShape(site, login), permissions: ROLES[granted], role_name: granted };
  return ok({ permission: granted, role_name: granted, user: user2 });
}
async function actions({ site }) {
  const { actions_enabled } = await site.store.settings();
  return ok({ enabled: actions_enabled, ...actions_enabled ? { allowed_actions: "all" } : {} });
}
async function workflowPermissions({ site }) {
  const { actions_may_open_pull_requests } = await site.store.settings();
  return ok({
    default_workflow_permissions: "read",
    can_approve_pull_request_reviews: actions_may_open_pull_requests
  });
}
async function secrets2(call) {
  const { secrets: names } = await call.site.store.settings();
  const shapes = names.map((name) => ({ name, created_at: LONG_AGO, updated_at: LONG_AGO }));
  return paged(call, shapes, (page) => ({ total_count: shapes.length, secrets: page }));
}
var PATH2, REPOSITORY_ROUTES, ROLES;
var init_repository2 = __esm({
  "src/rehearsal/github/routes/repository.ts"() {
    "use strict";
    init_rules();
    init_answer();
    init_paging();
    init_records();
    init_identity();
    init_repository();
    init_user();
    init_facts();
    PATH2 = "/repos/{owner}/{repo}";
    REPOSITORY_ROUTES = [
      { method: "GET", path: PATH2, needs: ["metadata:read"], answer: read },
      { method: "GET", path: `${PATH2}/rules/branches/{branch}`, needs: ["metadata:read"], answer: rules },
      {
        method: "GET",
        path: `${PATH2}/collaborators/{username}/permission`,
        needs: ["metadata:read"],
        answer: permission
      },
      { method: "GET", path: `${PATH2}/actions/permissions`, needs: ["administration:read"], answer: actions },
      {
        method: "GET",
        path: `${PATH2}/actions/permissions/workflow`,
        needs: ["administration:read"],
        answer: workflowPermissions
      },
      { method: "GET", path: `${PATH2}/actions/secrets`, needs: ["secrets:read"], answer: secrets2 },
      {
        method: "GET",
        path: `${PATH2}/actions/organization-secrets`,
        needs: ["secrets:read"],
        // The stand-in's organisation shares none.
        answer: async (call) => paged(call, [], () => ({ total_count: 0, secrets: [] }))
      }
    ];
    ROLES = {
      admin: { admin: true, maintain: true, push: true, triage: true, pull: true },
      write: { admin: false, maintain: false, push: true, triage: true, pull: true },
      read: { admin: false, maintain: false, push: false, triage: false, pull: true },
      none: { admin: false, maintain: false, push: false, triage: false, pull: false }
    };
  }
});

// src/rehearsal/github/shapes/job.ts
function jobShape(run14) {
  const { id: id2, run_attempt, head_sha, head_branch, name, status: status2, conclusion, created_at, updated_at } = run14;
  const isFinished = status2 === "completed";
  return {
    id: id2,
    run_id: id2,
    run_url: run14.url,
    run_attempt,
    node_id: run14.node_id,
    head_sha,
    head_branch,
    url: `${run14.url}/jobs/${id2}`,
    html_url: `${run14.html_url}/job/${id2}`,
    status: status2,
    conclusion,
    created_at,
    started_at: created_at,
    completed_at: isFinished ? updated_at : null,
    name: "wake",
    workflow_name: name,
    check_run_url: run14.check_suite_url,
    labels: ["ubuntu-slim"],
    runner_id: 1,
    runner_name: "stand-in",
    runner_group_id: 1,
    runner_group_name: "Default"
  };
}
var init_job = __esm({
  "src/rehearsal/github/shapes/job.ts"() {
    "use strict";
  }
});

// src/rehearsal/github/shapes/workflow.ts
function workflowShape(site, file, state) {
  const id2 = workflowId(file);
  return {
    id: id2,
    node_id: nodeId("W", file),
    name: file.replace(/\.ya?ml$/, ""),
    path: workflowPath(file),
    state,
    created_at: LONG_AGO,
    updated_at: LONG_AGO,
    url: `${repositoryApi(site)}/actions/workflows/${id2}`,
    html_url: `${repositoryPage(site)}/blob/HEAD/${workflowPath(file)}`,
    badge_url: `${repositoryPage(site)}/workflows/${encodeURIComponent(file)}/badge.svg`
  };
}
function workflowId(file) {
  return numericId("workflow", file);
}
function workflowPath(file) {
  return `.github/workflows/${file}`;
}
var init_workflow = __esm({
  "src/rehearsal/github/shapes/workflow.ts"() {
    "use strict";
    init_records();
    init_site();
    init_identity();
  }
});

// src/rehearsal/github/shapes/run.ts
function runShape(site, facts2) {
  const { run: run14, isFinished } = facts2;
  const { id: id2, attempt: attempt2 } = runId(run14.wake);
  const actor = userShape(site, run14.event === "schedule" ? site.owner : "maintainer");
  return {
    id: id2,
    node_id: nodeId("WFR", id2),
    name: run14.workflow.replace(/\.ya?ml$/, ""),
    display_title: run14.workflow.replace(/\.ya?ml$/, ""),
    head_branch: facts2.main,
    head_sha: facts2.commit.id,
    path: workflowPath(run14.workflow),
    run_number: id2,
    run_attempt: attempt2,
    event: run14.event,
    status: isFinished ? "completed" : run14.pid === null ? "queued" : "in_progress",
    // A run that went away without a word has failed.
    conclusion: isFinished ? run14.finished ? "success" : "failure" : null,
    workflow_id: workflowId(run14.workflow),
    check_suite_id: numericId("check suite", run14.wake),
    check_suite_node_id: nodeId("CS", run14.wake),
    pull_requests: [],
    created_at: run14.created_at,
    updated_at: run14.finished_at ?? run14.created_at,
    run_started_at: run14.created_at,
    actor,
    triggering_actor: actor,
    head_commit: facts2.commit,
    ...minimalPlaces(site, facts2),
    ...addresses(site, run14)
  };
}
function minimalPlaces(site, { settings }) {
  const repository = minimalRepositoryShape(site, settings);
  return { repository, head_repository: repository, head_repository_id: repositoryId(site) };
}
function addresses(site, run14) {
  const { id: id2, attempt: attempt2 } = runId(run14.wake);
  const url = `${repositoryApi(site)}/actions/runs/${id2}`;
  return {
    url,
    html_url: `${repositoryPage(site)}/actions/runs/${id2}`,
    jobs_url: `${url}/jobs`,
    logs_url: `${url}/logs`,
    check_suite_url: `${repositoryApi(site)}/check-suites/${numericId("check suite", run14.wake)}`,
    artifacts_url: `${url}/artifacts`,
    cancel_url: `${url}/cancel`,
    rerun_url: `${url}/rerun`,
    previous_attempt_url: attempt2 > 1 ? `${url}/attempts/${attempt2 - 1}` : null,
    workflow_url: `${repositoryApi(site)}/actions/workflows/${workflowId(run14.workflow)}`
  };
}
function runId(wake3) {
  const [id2 = "0", attempt2 = "1"] = wake3.split("-");
  return { id: Number(id2), attempt: Number(attempt2) };
}
var init_run = __esm({
  "src/rehearsal/github/shapes/run.ts"() {
    "use strict";
    init_site();
    init_identity();
    init_repository();
    init_user();
    init_workflow();
  }
});

// src/rehearsal/github/routes/runs.ts
async function newest(call) {
  const asked2 = numberOf(call, "run_id");
  const runs2 = (await call.site.runs.list()).filter((run15) => runId(run15.wake).id === asked2);
  const run14 = runs2.toSorted((a, b) => runId(a.wake).attempt - runId(b.wake).attempt).at(-1);
  return shapeOf(call.site, run14 ?? null);
}
async function attempt(call) {
  const wake3 = `${numberOf(call, "run_id")}-${numberOf(call, "attempt_number")}`;
  return shapeOf(call.site, await call.site.runs.read(wake3));
}
async function jobs(call) {
  const job = jobShape(await attempt(call));
  return paged(call, [job], (page) => ({ total_count: 1, jobs: page }));
}
async function runShapes(call, workflow) {
  const { query, site } = call;
  const runs2 = (await site.runs.list()).filter((run14) => run14.workflow === workflow);
  const event = query.get("event");
  const found2 = runs2.filter((run14) => event === null || run14.event === event);
  found2.sort((a, b) => b.created_at.localeCompare(a.created_at) || runId(b.wake).id - runId(a.wake).id);
  const around = await surroundings(site);
  const shapes = await Promise.all(found2.map((run14) => shapeOf(site, run14, around)));
  const status2 = query.get("status");
  return shapes.filter((run14) => status2 === null || run14.status === status2 || run14.conclusion === status2);
}
async function shapeOf(site, run14, around) {
  if (run14 === null) throw notFound();
  const isFinished = await site.runs.state(run14.wake) === "finished";
  return runShape(site, { run: run14, isFinished, ...around ?? await surroundings(site) });
}
async function surroundings(site) {
  const { main } = await site.branches.look();
  const format = "--format=%H%x00%T%x00%cI%x00%an%x00%ae%x00%cn%x00%ce%x00%B";
  const shown4 = await site.branches.git(["show", "--no-patch", format, `refs/heads/${main}`]);
  const [id2 = "", tree_id = "", timestamp = "", ...who] = shown4.split("\0");
  const [name = "", email = "", committer = "", address = "", message = ""] = who;
  return {
    settings: await site.store.settings(),
    main,
    commit: {
      ...{ id: id2, tree_id, timestamp, message: message.trimEnd() },
      author: { name, email },
      committer: { name: committer, email: address }
    }
  };
}
var PATH3, RUN_ROUTES;
var init_runs2 = __esm({
  "src/rehearsal/github/routes/runs.ts"() {
    "use strict";
    init_answer();
    init_call();
    init_paging();
    init_refusals();
    init_job();
    init_run();
    PATH3 = "/repos/{owner}/{repo}/actions/runs/{run_id}";
    RUN_ROUTES = [
      { method: "GET", path: PATH3, needs: ["actions:read"], answer: async (call) => ok(await newest(call)) },
      {
        method: "GET",
        path: `${PATH3}/attempts/{attempt_number}`,
        needs: ["actions:read"],
        answer: async (call) => ok(await attempt(call))
      },
      {
        method: "GET",
        path: `${PATH3}/attempts/{attempt_number}/jobs`,
        needs: ["actions:read"],
        answer: jobs
      }
    ];
  }
});

// src/rehearsal/github/routes/variables.ts
async function list6(call, kind) {
  const all = Object.entries((await call.site.store.settings())[kind]);
  const shapes = all.map(([name, { value, created_at, updated_at }]) => ({
    name,
    value,
    created_at,
    updated_at
  }));
  return paged(call, shapes, (variables) => ({ total_count: shapes.length, variables }));
}
function nameOf2(call) {
  return (call.parameters["name"] ?? "").toUpperCase();
}
async function found(call) {
  const variable = (await call.site.store.settings()).variables[nameOf2(call)];
  if (variable === void 0) throw notFound();
  return variable;
}
async function read2(call) {
  const { value, created_at, updated_at } = await found(call);
  return ok({ name: nameOf2(call), value, created_at, updated_at });
}
async function add2(call) {
  const { store: store2, now } = call.site;
  const { name, value } = bodyOf(call, "Variable", NEW_VARIABLE);
  if (Object.hasOwn((await store2.settings()).variables, name)) {
    throw refusal(409, "Already exists - Variable already exists");
  }
  await save(call, (variables) => ({
    ...variables,
    [name]: { value, created_at: now(), updated_at: now() }
  }));
  return created({});
}
async function change3(call) {
  const before = await found(call);
  const { name = nameOf2(call), value = before.value } = bodyOf(call, "Variable", CHANGE3);
  await save(call, ({ [nameOf2(call)]: _, ...others }) => ({
    ...others,
    [name]: { ...before, value, updated_at: call.site.now() }
  }));
  return NO_CONTENT;
}
async function remove(call) {
  await found(call);
  await save(call, ({ [nameOf2(call)]: _, ...others }) => others);
  return NO_CONTENT;
}
function save(call, change4) {
  return call.site.store.changeSettings((settings) => ({
    ...settings,
    variables: change4(settings.variables)
  }));
}
var PATH4, VARIABLE_ROUTES, NAME, NEW_VARIABLE, CHANGE3;
var init_variables = __esm({
  "src/rehearsal/github/routes/variables.ts"() {
    "use strict";
    init_dist();
    init_answer();
    init_paging();
    init_refusals();
    init_request_body();
    PATH4 = "/repos/{owner}/{repo}/actions/variables";
    VARIABLE_ROUTES = [
      {
        method: "GET",
        path: PATH4,
        needs: ["variables:read"],
        answer: (call) => list6(call, "variables")
      },
      {
        method: "GET",
        path: "/repos/{owner}/{repo}/actions/organization-variables",
        needs: ["variables:read"],
        answer: (call) => list6(call, "organization_variables")
      },
      { method: "POST", path: PATH4, needs: ["variables:write"], answer: add2 },
      { method: "GET", path: `${PATH4}/{name}`, needs: ["variables:read"], answer: read2 },
      { method: "PATCH", path: `${PATH4}/{name}`, needs: ["variables:write"], answer: change3 },
      { method: "DELETE", path: `${PATH4}/{name}`, needs: ["variables:write"], answer: remove }
    ];
    NAME = pipe(
      string(),
      transform((name) => name.toUpperCase()),
      check(
        (name) => /^[A-Z_][A-Z0-9_]*$/.test(name) && !name.startsWith("GITHUB_"),
        "Name is invalid: only letters, digits and underscores, no digit first, no GITHUB_ prefix"
      )
    );
    NEW_VARIABLE = looseObject({ name: NAME, value: string() });
    CHANGE3 = looseObject({ name: optional(NAME), value: optional(string()) });
  }
});

// src/rehearsal/github/routes/workflows.ts
async function workflowOf({ site, parameters }) {
  const asked2 = parameters["workflow_id"] ?? "";
  const { main } = await site.branches.look();
  const listed2 = await site.branches.git(["ls-tree", "-z", "--name-only", main, ".github/workflows/"]);
  const files = listed2.split("\0").map((path) => path.replace(/^.*\//, ""));
  const file = files.find((name) => name !== "" && (name === asked2 || String(workflowId(name)) === asked2));
  if (file === void 0) throw notFound();
  const { workflows } = await site.store.settings();
  const text2 = await site.branches.git(["cat-file", "blob", `${main}:${workflowPath(file)}`]);
  return { file, state: workflows[file] ?? "active", text: text2 };
}
async function read3(call) {
  const { file, state } = await workflowOf(call);
  return ok(workflowShape(call.site, file, state));
}
async function setState(call, state) {
  const { file } = await workflowOf(call);
  await call.site.store.changeSettings((settings) => ({
    ...settings,
    workflows: { ...settings.workflows, [file]: state }
  }));
  return NO_CONTENT;
}
async function dispatch(call) {
  const { site } = call;
  const { file, state, text: text2 } = await workflowOf(call);
  const { ref, inputs } = bodyOf(call, "WorkflowDispatch", DISPATCH);
  const { tips } = await site.branches.look();
  if (!tips.has(ref.replace(/^refs\/heads\//, ""))) throw refusal(422, `No ref found for: ${ref}`);
  if (!/^\s*workflow_dispatch\b|\bworkflow_dispatch\b.*\]/m.test(text2)) {
    throw refusal(422, "Workflow does not have 'workflow_dispatch' trigger");
  }
  if (state !== "active") {
    throw refusal(422, "Cannot trigger a 'workflow_dispatch' on a disabled workflow");
  }
  const texts = Object.fromEntries(Object.entries(inputs).map(([name, value]) => [name, String(value)]));
  await site.runs.queue({ workflow: file, event: "workflow_dispatch", at: site.now(), inputs: texts });
  return NO_CONTENT;
}
async function runs(call) {
  const { file } = await workflowOf(call);
  const shapes = await runShapes(call, file);
  return paged(call, shapes, (workflow_runs) => ({ total_count: shapes.length, workflow_runs }));
}
var PATH5, WORKFLOW_ROUTES, DISPATCH;
var init_workflows2 = __esm({
  "src/rehearsal/github/routes/workflows.ts"() {
    "use strict";
    init_dist();
    init_answer();
    init_paging();
    init_refusals();
    init_request_body();
    init_workflow();
    init_runs2();
    PATH5 = "/repos/{owner}/{repo}/actions/workflows/{workflow_id}";
    WORKFLOW_ROUTES = [
      { method: "GET", path: PATH5, needs: ["actions:read"], answer: read3 },
      {
        method: "PUT",
        path: `${PATH5}/enable`,
        needs: ["actions:write"],
        answer: (call) => setState(call, "active")
      },
      {
        method: "PUT",
        path: `${PATH5}/disable`,
        needs: ["actions:write"],
        answer: (call) => setState(call, "disabled_manually")
      },
      { method: "POST", path: `${PATH5}/dispatches`, needs: ["actions:write"], answer: dispatch },
      { method: "GET", path: `${PATH5}/runs`, needs: ["actions:read"], answer: runs }
    ];
    DISPATCH = looseObject({
      ref: string(),
      inputs: optional(record(string(), union([string(), number(), boolean()])), {})
    });
  }
});

// src/rehearsal/github/routes.ts
var ROUTES;
var init_routes = __esm({
  "src/rehearsal/github/routes.ts"() {
    "use strict";
    init_account();
    init_comments();
    init_issues();
    init_protection();
    init_pulls();
    init_repository2();
    init_runs2();
    init_variables();
    init_workflows2();
    ROUTES = [
      ...REPOSITORY_ROUTES,
      ...PROTECTION_ROUTES,
      ...PULL_ROUTES,
      ...COMMENT_ROUTES,
      ...ISSUE_ROUTES,
      ...RUN_ROUTES,
      ...WORKFLOW_ROUTES,
      ...VARIABLE_ROUTES,
      ...ACCOUNT_ROUTES
    ];
  }
});

// src/rehearsal/github/api-context.ts
function openApi(context) {
  const router = openRouter(ROUTES);
  return async (incoming) => {
    const { method, url, request } = incoming;
    const sent = (await readBody(request)).toString("utf8");
    const path = apiPathIn(url.pathname, context.openSite());
    const found2 = path === null ? null : router(method, path);
    const route = found2 === null ? [] : [`${found2.route.method} ${found2.route.path}`];
    const faults = context.faults.take(["any", "api", ...route]);
    if (!await survives(context, incoming, faults)) return;
    const answer = await context.inTurn(() => answerTo(context, incoming, { found: found2, faults, sent }));
    if (!isLost(context, incoming, faults)) send(context, incoming, { answer, sent });
  };
}
function apiPathIn(pathname, site) {
  if (pathname === GRAPHQL_PATH) return "/graphql";
  if (!pathname.startsWith(API_PATH)) return null;
  const byNumber = `/repositories/${repositoryId(site)}`;
  return pathname.slice(API_PATH.length).replace(byNumber, `/repos/${site.owner}/${site.name}`);
}
async function answerTo(context, { request, url }, asked2) {
  if (request.headers["user-agent"] === void 0) {
    return failure(
      403,
      "Request forbidden by administrative rules. Please make sure your request has a User-Agent header."
    );
  }
  const secret = tokenIn(request.headers.authorization);
  if (secret === null) return failure(401, "Requires authentication");
  const token = context.tokens[secret];
  if (token === void 0) return failure(401, "Bad credentials");
  const { rate, isOver } = context.rates.take(token, context.clock.now());
  const call = { query: url.searchParams, url: `${url.origin}${url.pathname}`, rate };
  const site = context.openSite();
  const { found: found2, sent, faults } = asked2;
  const answer = await answerApi({ site, token, found: found2, isOverLimit: isOver, body: sent, call }, faults);
  return { ...answer, headers: { ...rateHeaders(rate), ...answer.headers } };
}
function send(context, { request, response, method, url }, { answer, sent }) {
  const text2 = answer.body === null ? "" : JSON.stringify(answer.body);
  const headers = {
    ...text2 === "" ? {} : { "content-type": "application/json; charset=utf-8" },
    "content-length": String(Buffer.byteLength(text2)),
    date: new Date(context.clock.now()).toUTCString(),
    "x-github-media-type": "github.v3; format=json",
    "x-github-request-id": nextRequestId(),
    ...answer.headers
  };
  response.writeHead(answer.status, headers).end(text2);
  const exchange = {
    kind: "api",
    method,
    url: url.href,
    requestHeaders: request.headers,
    requestBody: sent
  };
  context.observe?.({ ...exchange, status: answer.status, headers, body: text2 });
}
function nextRequestId() {
  requests += 1;
  return `STAND:${requests.toString(16).toUpperCase().padStart(4, "0")}`;
}
var API_PATH, GRAPHQL_PATH, requests;
var init_api_context = __esm({
  "src/rehearsal/github/api-context.ts"() {
    "use strict";
    init_api();
    init_access();
    init_exchange();
    init_http();
    init_rate_limit();
    init_refusals();
    init_router();
    init_routes();
    init_repository();
    API_PATH = "/api/v3";
    GRAPHQL_PATH = "/api/graphql";
    requests = 0;
  }
});

// src/rehearsal/github/git/push-commands.ts
function readPush(body) {
  const lines = linesOf(body);
  const [, capabilities = ""] = lines.find((line2) => line2.includes("\0"))?.split("\0") ?? [];
  const commands = lines.flatMap((line2) => {
    const [from = "", to = "", ref = ""] = line2.replace(/\0.*$/s, "").trimEnd().split(" ");
    return ref === "" ? [] : [{ ref, from: commit(from), to: commit(to) }];
  });
  return { commands, capabilities: capabilities.trim().split(" ") };
}
function linesOf(body) {
  const lines = [];
  let at = 0;
  for (; ; ) {
    const length = Number.parseInt(body.toString("latin1", at, at + 4), 16);
    if (!(length > 4)) return lines;
    lines.push(body.toString("utf8", at + 4, at + length));
    at += length;
  }
}
function commit(id2) {
  return /^0+$/.test(id2) ? null : id2;
}
function refusedPush(push2, refusals, words2) {
  const others = push2.capabilities.includes("atomic") ? "atomic push failure" : "pre-receive hook declined";
  const report2 = [
    "unpack ok\n",
    ...push2.commands.map(({ ref }) => `ng ${ref} ${refusals.get(ref) ?? others}
`)
  ];
  const lines = Buffer.concat([...report2.map(packet), FLUSH]);
  if (!push2.capabilities.includes("side-band-64k")) return lines;
  const shown4 = words2 === "" ? [] : [packet(Buffer.concat([Buffer.from([2]), Buffer.from(words2)]))];
  return Buffer.concat([...shown4, packet(Buffer.concat([Buffer.from([1]), lines])), FLUSH]);
}
function packet(content) {
  const bytes = Buffer.from(content);
  return Buffer.concat([Buffer.from((bytes.length + 4).toString(16).padStart(4, "0")), bytes]);
}
var FLUSH;
var init_push_commands = __esm({
  "src/rehearsal/github/git/push-commands.ts"() {
    "use strict";
    FLUSH = Buffer.from("0000");
  }
});

// src/rehearsal/github/git/push-rules.ts
async function judgePush(site, push2) {
  const refusals = /* @__PURE__ */ new Map();
  const words2 = [];
  const { rules: rules2 } = await site.store.settings();
  for (const command2 of push2.commands) {
    const broken = brokenRules(command2, rulesFor(rules2, branchOf(command2)));
    if (broken.length === 0) continue;
    refusals.set(command2.ref, "push declined due to repository rule violations");
    words2.push(`error: GH013: Repository rule violations found for ${command2.ref}.
`);
    words2.push(...broken.map((sentence3) => `
- ${sentence3}
`), "\n");
  }
  return { refusals, words: words2.join("") };
}
function branchOf(command2) {
  return command2.ref.replace(/^refs\/heads\//, "");
}
function brokenRules(command2, rules2) {
  const applies = (type) => {
    if (type === "creation") return command2.from === null;
    if (type === "deletion") return command2.to === null;
    if (type === "update") return command2.from !== null && command2.to !== null;
    return command2.to !== null;
  };
  return rules2.flatMap(({ type }) => applies(type) ? REFUSING_RULES[type] ?? [] : []);
}
var init_push_rules = __esm({
  "src/rehearsal/github/git/push-rules.ts"() {
    "use strict";
    init_rules();
  }
});

// src/rehearsal/github/git/workflow-guard.ts
import { chmod, mkdir as mkdir5, writeFile as writeFile4 } from "node:fs/promises";
import { join as join12 } from "node:path";
async function writeWorkflowGuard(folder) {
  const hooks = join12(folder, "hooks");
  await mkdir5(hooks, { recursive: true });
  const file = join12(hooks, "pre-receive");
  await writeFile4(file, PRE_RECEIVE);
  await chmod(file, 493);
  return hooks;
}
function isGuarded(token) {
  return !may(token, "workflows:write");
}
function guardRefusals(answer, token) {
  const found2 = answer.toString("latin1").matchAll(/workflow-guard (refs\/\S+) (.+)/g);
  return new Map([...found2].map(([, ref = "", path = ""]) => [ref, refusedWorkflow(token, path)]));
}
function refusedWorkflow(token, path) {
  const who = token.kind === "workflow" ? "a GitHub App" : "a Personal Access Token";
  const what = token.kind === "workflow" ? "`workflows` permission" : "`workflow` scope";
  return `refusing to allow ${who} to create or update workflow \`${path}\` without ${what}`;
}
var PRE_RECEIVE;
var init_workflow_guard = __esm({
  "src/rehearsal/github/git/workflow-guard.ts"() {
    "use strict";
    init_access();
    PRE_RECEIVE = `#!/bin/sh
status=0
changed() { git diff-tree -r --name-only --diff-filter=d "$1" "$to" -- .github/workflows; }
while read -r from to ref; do
  case $to in *[!0]*) ;; *) continue ;; esac
  case $from in *[!0]*) ;; *) from=HEAD ;; esac
  files=$(changed "$from")
  [ -z "$files" ] || files=$(changed HEAD | grep -Fx -e "$files")
  [ -n "$files" ] || continue
  echo "workflow-guard $ref $files" | head -n 1 >&2
  status=1
done
exit $status
`;
  }
});

// src/rehearsal/github/git/git-bridge.ts
import { buffer } from "node:stream/consumers";
async function answerGit(side, request) {
  const { service, token } = request;
  if (token === null) return plain(401, "Bad credentials");
  const site = side.openSite();
  const isHere2 = request.repository.toLowerCase() === `${site.owner}/${site.name}`.toLowerCase();
  if (site.formerly.some((name) => name.toLowerCase() === request.repository.toLowerCase()))
    return sentOn(site, request);
  if (!isHere2 || !may(token, "contents:read")) return plain(404, "Repository not found.");
  const isPush = service === "receive-pack";
  if (isPush && !may(token, "contents:write")) return plain(403, "Write access to repository not granted.");
  if (isPush && !request.isAdvertisement) return push({ ...side, site }, request, token);
  const isGreeting = request.isAdvertisement && !isPush && request.protocol.includes("version=2");
  return isGreeting ? { status: 200, headers: headersOf(request), body: await side.greeting() } : reply(side, request);
}
function greeter({ serve: serve3, origin, signal }) {
  let greeting = null;
  return () => {
    const asked2 = {
      service: "upload-pack",
      isAdvertisement: true,
      protocol: "version=2",
      hooks: null
    };
    greeting ??= buffer(serve3({ ...asked2, folder: origin, input: Buffer.alloc(0) }, signal));
    return greeting;
  };
}
function gitRoute(method, url) {
  const [, repository = "", path = ""] = PATH6.exec(url.pathname) ?? [];
  const isAdvertisement = path === "info/refs" && method === "GET";
  const name = isAdvertisement ? url.searchParams.get("service") : method === "POST" ? path : null;
  if (name === "git-upload-pack") return { repository, service: "upload-pack", isAdvertisement };
  return name === "git-receive-pack" ? { repository, service: "receive-pack", isAdvertisement } : null;
}
function gitFault(fault) {
  const status2 = typeof fault === "string" ? STATUSES[fault] : void 0;
  return status2 === void 0 ? null : plain(status2, WORDS[status2] ?? "No.");
}
function plain(status2, words2) {
  const challenge = status2 === 401 ? { "www-authenticate": 'Basic realm="GitHub"' } : {};
  return {
    status: status2,
    headers: { "content-type": "text/plain; charset=utf-8", ...challenge },
    body: Buffer.from(`${words2}
`)
  };
}
function sentOn(site, { service, isAdvertisement }) {
  const path = isAdvertisement ? `info/refs?service=git-${service}` : `git-${service}`;
  const location = `${site.serverUrl}/${site.owner}/${site.name}.git/${path}`;
  return { ...plain(301, "Moved Permanently"), headers: { location } };
}
function headersOf({ service, isAdvertisement }) {
  const type = `application/x-git-${service}-${isAdvertisement ? "advertisement" : "result"}`;
  return { "content-type": type, "cache-control": "no-cache" };
}
function reply({ origin, serve: serve3, signal }, request) {
  const { service, isAdvertisement, protocol, body } = request;
  const output = serve3(
    { service, isAdvertisement, protocol, folder: origin, input: body, hooks: null },
    signal
  );
  const isNamed = isAdvertisement && !protocol.includes("version=2");
  if (isNamed) output.unshift(Buffer.concat([packet(`# service=git-${service}
`), Buffer.from("0000")]));
  return { status: 200, headers: headersOf(request), body: output };
}
async function push(side, request, token) {
  const asked2 = readPush(request.body);
  const answered = (body) => ({ status: 200, headers: headersOf(request), body });
  const { refusals, words: words2 } = await judgePush(side.site, asked2);
  if (refusals.size > 0) return answered(refusedPush(asked2, refusals, words2));
  const { serve: serve3, origin, signal } = side;
  const hooks = isGuarded(token) ? await side.hooks() : null;
  const call = { ...request, folder: origin, input: request.body, hooks };
  const answer = await buffer(serve3(call, signal));
  const guarded = guardRefusals(answer, token);
  return answered(guarded.size > 0 ? refusedPush(asked2, guarded, "") : answer);
}
var PATH6, STATUSES, WORDS, SERVER_ERROR;
var init_git_bridge = __esm({
  "src/rehearsal/github/git/git-bridge.ts"() {
    "use strict";
    init_access();
    init_push_commands();
    init_push_rules();
    init_workflow_guard();
    PATH6 = /^\/([^/]+\/[^/]+?)(?:\.git)?\/(info\/refs|git-upload-pack|git-receive-pack)$/;
    STATUSES = {
      unauthorized: 401,
      forbidden: 403,
      not_found: 404,
      conflict: 409,
      invalid: 422,
      secondary_limit: 403,
      primary_limit: 403,
      too_many_requests: 429,
      server_error: 503
    };
    WORDS = {
      401: "Bad credentials",
      403: "Write access to repository not granted.",
      404: "Repository not found.",
      429: "You have exceeded a secondary rate limit.",
      503: "Service Unavailable"
    };
    SERVER_ERROR = plain(503, "Service Unavailable");
  }
});

// src/rehearsal/github/git/git-context.ts
import { buffer as buffer2 } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
async function takeGit(context, incoming, route) {
  const { request } = incoming;
  const body = await readBody(request);
  const faults = context.faults.take(["any", "git", ...aimOf(route)]);
  if (!await survives(context, incoming, faults)) return;
  const token = context.tokens[tokenIn(request.headers.authorization) ?? ""] ?? null;
  const protocol = String(request.headers["git-protocol"] ?? "");
  const reply3 = faultyReply(faults) ?? await answerGit(context, { ...route, body, token, protocol });
  const settled = faults.length === 0 ? reply3 : { ...reply3, body: await whole(reply3.body) };
  if (isLost(context, incoming, faults)) return;
  await send2(context, incoming, faults.includes("server_error_after") ? SERVER_ERROR : settled);
}
function aimOf({ service, isAdvertisement }) {
  if (service === "upload-pack") return ["fetch"];
  return isAdvertisement ? [] : ["push"];
}
function faultyReply(faults) {
  for (const fault of faults) {
    const reply3 = gitFault(fault);
    if (reply3 !== null) return reply3;
  }
  return null;
}
async function whole(body) {
  return Buffer.isBuffer(body) ? body : buffer2(body);
}
async function send2(context, incoming, { status: status2, headers, body }) {
  const { request, response, method, url } = incoming;
  response.writeHead(status2, headers);
  context.observe?.({
    kind: "git",
    method,
    url: url.href,
    requestHeaders: request.headers,
    requestBody: "",
    status: status2,
    headers,
    body: ""
  });
  if (Buffer.isBuffer(body)) response.end(body);
  else await pipeline(body, response);
}
var init_git_context = __esm({
  "src/rehearsal/github/git/git-context.ts"() {
    "use strict";
    init_access();
    init_exchange();
    init_http();
    init_git_bridge();
  }
});

// src/rehearsal/github/http/faults.ts
var NO_FAULTS;
var init_faults = __esm({
  "src/rehearsal/github/http/faults.ts"() {
    "use strict";
    NO_FAULTS = { take: () => [], hangs: () => {
    } };
  }
});

// src/rehearsal/github/records/branches.ts
function openBranches(run14, origin, signal) {
  const ask4 = (args, more = {}) => run14({ folder: origin, args: [`--git-dir=${origin}`, ...args], ...more }, signal);
  const git = async (args, more) => {
    const answer = await ask4(args, more);
    if (answer.code === 0) return answer.stdout;
    throw new Error(`git ${args.join(" ")} in ${origin}: ${gitWords(answer.stderr)}`);
  };
  return {
    git,
    async look() {
      const lines = await git(["for-each-ref", `--format=${FORMAT}`, "refs/heads"]);
      return refsOf(lines.split("\n").filter((line2) => line2 !== ""));
    },
    async compare(base, head) {
      const options = ["--no-color", "--no-ext-diff", "--no-textconv", "--shortstat", "--patch"];
      const [commits, diff] = await Promise.all([
        git(["rev-list", "--count", `${base}..${head}`]),
        ask4(["diff", ...options, `${base}...${head}`, "--"])
      ]);
      if (diff.code === 0) return { commits: Number(commits), ...readDiff(diff.stdout) };
      if (diff.stderr.includes("no merge base")) return null;
      throw new Error(`git diff in ${origin}: ${gitWords(diff.stderr)}`);
    }
  };
}
function remembering(branches) {
  let refs = null;
  const compared = /* @__PURE__ */ new Map();
  return {
    git: branches.git,
    look() {
      refs ??= branches.look();
      return refs;
    },
    compare(base, head) {
      const range = `${base}...${head}`;
      const known = compared.get(range) ?? branches.compare(base, head);
      compared.set(range, known);
      return known;
    }
  };
}
function refsOf(lines) {
  const refs = lines.map((line2) => {
    const [commit2 = "", name = ""] = line2.slice(1).split(" ", 2);
    return { name, commit: commit2, isMain: line2.startsWith("*") };
  });
  const main = refs.find((ref) => ref.isMain)?.name ?? "main";
  return { main, tips: new Map(refs.map(({ name, commit: commit2 }) => [name, commit2])) };
}
function readDiff(text2) {
  const end = text2.indexOf("\n");
  const summary5 = text2.slice(0, Math.max(end, 0));
  const count2 = (unit) => Number(new RegExp(`(\\d+) ${unit}`).exec(summary5)?.[1] ?? 0);
  return {
    files: count2("file"),
    additions: count2("insertion"),
    deletions: count2("deletion"),
    patch: text2.slice(end + 1).replace(/^\n/, "")
  };
}
var FORMAT;
var init_branches = __esm({
  "src/rehearsal/github/records/branches.ts"() {
    "use strict";
    init_run_git2();
    FORMAT = "%(HEAD)%(objectname) %(refname:lstrip=2)";
  }
});

// src/rehearsal/github/records/pages.ts
function draftPage(draft, patch) {
  const kind = draft.is_draft ? "Draft pull request" : "Pull request";
  const lines = [
    `<!-- To play the maintainer, set "state" in ${draft.number}.json to "merged" or "closed". The next run that works sees it. -->`,
    `# ${draft.title}`,
    "",
    `${kind} ${draft.number}, **${draft.state}**: \`${draft.branch}\` into \`${draft.base}\``,
    `Labels: ${list7(draft.labels)}. Reviewers: ${list7(draft.reviewers)}.`,
    "",
    draft.body.trimEnd(),
    ...draft.comments.flatMap(commentLines),
    "",
    "## The change",
    "",
    ...patchLines(patch)
  ];
  return `${lines.join("\n")}
`;
}
function issuePage(issue) {
  const hint = `<!-- To play the maintainer, set "state" in ${issue.number}.json to "closed". The next run that works sees it. -->`;
  const head = [
    hint,
    `# ${issue.title}`,
    "",
    `Issue ${issue.number}, **${issue.state}**`,
    `Labels: ${list7(issue.labels)}.`,
    "",
    issue.body.trimEnd()
  ];
  return `${[...head, ...issue.comments.flatMap(commentLines)].join("\n")}
`;
}
function list7(names) {
  return names.length === 0 ? "none" : names.map((name) => `\`${name}\``).join(", ");
}
function commentLines({ author, body }) {
  return ["", "---", "", `**${author}** commented:`, "", body.trimEnd()];
}
function patchLines(patch) {
  if (patch === null) return ["The branch no longer exists."];
  const cut = patch.length > LONGEST_PATCH;
  const shown4 = (cut ? patch.slice(0, patch.lastIndexOf("\n", LONGEST_PATCH)) : patch).trimEnd();
  const fence = "`".repeat(Math.max(3, longestRunOfTicks(shown4) + 1));
  const note = cut ? ["", `(cut: the whole change has ${patch.length} characters; see the branch)`] : [];
  return [`${fence}diff`, shown4, fence, ...note];
}
function longestRunOfTicks(text2) {
  return Math.max(0, ...(text2.match(/`+/g) ?? []).map((run14) => run14.length));
}
var LONGEST_PATCH;
var init_pages = __esm({
  "src/rehearsal/github/records/pages.ts"() {
    "use strict";
    LONGEST_PATCH = 1e5;
  }
});

// src/rehearsal/github/records/store.ts
import { join as join13 } from "node:path";
function openStore(options) {
  const { folder, branches } = options;
  const path = (kind, number2) => join13(folder, kind, `${number2}.json`);
  const settings = async () => await readRecord(join13(folder, SETTINGS_FILE3), SETTINGS) ?? parse(SETTINGS, {});
  return {
    async drafts() {
      const files = await numberedFiles(join13(folder, "drafts"));
      if (files.length === 0) return [];
      const refs = await branches.look();
      const drafts = await Promise.all(files.map((file) => readRecord(file, DRAFT)));
      return Promise.all(drafts.filter((draft) => draft !== null).map((draft) => seen(options, draft, refs)));
    },
    async issues() {
      const files = await numberedFiles(join13(folder, "issues"));
      const issues = await Promise.all(files.map((file) => readRecord(file, ISSUE)));
      return Promise.all(issues.filter((issue) => issue !== null).map((issue) => seen(options, issue)));
    },
    async thread(number2) {
      const draft = await readRecord(path("drafts", number2), DRAFT);
      if (draft !== null) return seen(options, draft, await branches.look());
      const issue = await readRecord(path("issues", number2), ISSUE);
      return issue === null ? null : seen(options, issue);
    },
    save: (thread) => save2(options, thread),
    nextNumber: () => takeNumber(join13(folder, "numbers")),
    settings,
    changeSettings: async (change4) => writeRecord(join13(folder, SETTINGS_FILE3), change4(await settings()))
  };
}
async function save2({ folder, branches }, thread) {
  const path = join13(folder, isDraft(thread) ? "drafts" : "issues", String(thread.number));
  await writeRecord(`${path}.json`, thread);
  await writeWhole(`${path}.md`, isDraft(thread) ? await pageOf(thread, branches) : issuePage(thread));
}
async function pageOf(draft, branches) {
  const { tips } = await branches.look();
  const base = tips.get(draft.base);
  const change4 = base === void 0 ? null : await branches.compare(base, draft.head);
  return draftPage(draft, change4?.patch ?? null);
}
async function seen(options, thread, refs = null) {
  const now = options.now();
  const noticed = {
    ...edited(thread, now),
    ...isDraft(thread) && refs !== null ? pushed(thread, refs, now) : {}
  };
  if (JSON.stringify(noticed) === JSON.stringify(thread)) return thread;
  await save2(options, noticed);
  return noticed;
}
function edited(thread, now) {
  if (thread.state === "open" === (thread.closed_at === null)) return thread;
  return { ...thread, closed_at: thread.state === "open" ? null : now, updated_at: now };
}
function pushed(draft, { tips }, now) {
  const isEnded = draft.state !== "open" && draft.closed_at !== null;
  const tip = tips.get(draft.branch);
  if (isEnded || tip === draft.head) return {};
  if (tip !== void 0) return { head: tip, updated_at: now };
  return draft.state === "open" ? { state: "closed", closed_at: now, updated_at: now } : {};
}
var SETTINGS_FILE3;
var init_store = __esm({
  "src/rehearsal/github/records/store.ts"() {
    "use strict";
    init_dist();
    init_files();
    init_pages();
    init_record_files();
    init_records();
    SETTINGS_FILE3 = "repository.json";
  }
});

// src/rehearsal/github/turns.ts
function openTurns() {
  let last = Promise.resolve();
  return (act2) => {
    const next = last.then(act2, act2);
    last = next;
    return next;
  };
}
var init_turns = __esm({
  "src/rehearsal/github/turns.ts"() {
    "use strict";
  }
});

// src/rehearsal/github/server.ts
import { createServer } from "node:http";
async function startStandIn(options) {
  const end = new AbortController();
  const { faults = NO_FAULTS, rates = new RateLimit() } = options;
  const inTurn = openTurns();
  const { listener, attach } = lateListener();
  const server = createServer(listener);
  const serverUrl = `http://127.0.0.1:${await listen(server)}`;
  const openSite = siteOpener(options, serverUrl, end.signal);
  const git = { serve: options.serveGit, origin: options.origin, signal: end.signal };
  const hooks = once(() => writeWorkflowGuard(options.folder));
  const context = { ...options, ...git, greeting: greeter(git), hooks, openSite, inTurn, faults, rates };
  const takeApi = openApi(context);
  const act2 = (deed) => inTurn(() => deed(openSite()));
  let arrivals = 0;
  attach((request, response) => {
    arrivals += 1;
    const method = request.method ?? "GET";
    const url = new URL(request.url ?? "/", serverUrl);
    const incoming = { request, response, method, url };
    const route = gitRoute(method, url);
    const taken = route === null ? takeApi(incoming) : takeGit(context, incoming, route);
    taken.catch(() => response.destroy());
  });
  return {
    serverUrl,
    apiUrl: `${serverUrl}${API_PATH}`,
    gitUrl: `${serverUrl}/${options.repository}.git`,
    runs: openSite().runs,
    arrivals: () => arrivals,
    act: act2,
    variable: (name) => act2(async ({ store: store2 }) => {
      const { variables, organization_variables } = await store2.settings();
      return (variables[name] ?? organization_variables[name])?.value ?? null;
    }),
    async close() {
      end.abort(new Error("the stand-in is closed"));
      await closeServer(server);
    }
  };
}
function lateListener() {
  let attached = (_, response) => response.destroy();
  return {
    listener: (request, response) => attached(request, response),
    attach: (listener) => {
      attached = listener;
    }
  };
}
function once(act2) {
  let done = null;
  return () => {
    done ??= { value: act2() };
    return done.value;
  };
}
function siteOpener(options, serverUrl, signal) {
  const { folder, clock, formerly = [] } = options;
  const [owner = "", name = ""] = options.repository.split("/");
  const now = () => isoTime(clock.now());
  const all = openBranches(options.git, options.origin, signal);
  const runs2 = openRuns(`${folder}/runs`);
  return () => {
    const branches = remembering(all);
    const store2 = openStore({ folder, branches, now });
    return {
      owner,
      name,
      serverUrl,
      apiUrl: `${serverUrl}${API_PATH}`,
      store: store2,
      branches,
      runs: runs2,
      now,
      formerly
    };
  };
}
var init_server = __esm({
  "src/rehearsal/github/server.ts"() {
    "use strict";
    init_time();
    init_api_context();
    init_git_bridge();
    init_git_context();
    init_workflow_guard();
    init_faults();
    init_http();
    init_rate_limit();
    init_branches();
    init_runs();
    init_store();
    init_turns();
  }
});

// src/rehearsal/shown-pages.ts
function pageFinder(repositoryPage2, folder) {
  return (url) => {
    if (!url.startsWith(`${repositoryPage2}/`)) return url;
    const [kind = "", number2 = ""] = url.slice(repositoryPage2.length + 1).split("/");
    return `${folder}/${kind === "pull" ? "drafts" : "issues"}/${number2}.md`;
  };
}
function withPages(github, pageOf2) {
  const shown4 = (thing) => ({ ...thing, url: pageOf2(thing.url) });
  return {
    ...github,
    findDrafts: async (branch, signal) => (await github.findDrafts(branch, signal)).map(shown4),
    createDraft: async (draft, signal) => shown4(await github.createDraft(draft, signal)),
    listAlertIssues: async (known, signal) => (await github.listAlertIssues(known, signal)).map(shown4),
    openAlertIssue: async (text2, signal) => shown4(await github.openAlertIssue(text2, signal))
  };
}
function issuesWithPages(issues, pageOf2) {
  const shown4 = (thing) => ({ ...thing, url: pageOf2(thing.url) });
  const orNull = (thing) => thing === null ? null : shown4(thing);
  return {
    ...issues,
    list: async (query, signal) => (await issues.list(query, signal)).map(shown4),
    read: async (number2, signal) => orNull(await issues.read(number2, signal)),
    findOpened: async (marker, signal) => orNull(await issues.findOpened(marker, signal)),
    open: async (text2, signal) => shown4(await issues.open(text2, signal))
  };
}
var init_shown_pages = __esm({
  "src/rehearsal/shown-pages.ts"() {
    "use strict";
  }
});

// src/commands/worlds/rehearsal-github.ts
async function openRehearsalGitHub({ home, source, git }) {
  await checkRecords(home.github, `${home.shownAs}/github`);
  const repository = rehearsalIdentity(source.address);
  const token = `ghs_rehearsal${systemRandom().nonce()}`;
  let time = systemClock({ offsetMs: 0 });
  const standIn = await startStandIn({
    folder: home.github,
    origin: home.origin,
    repository,
    clock: { ...time, now: () => time.now() },
    git,
    serveGit: gitServer(childEnvironment()),
    tokens: { [token]: WORKFLOW_TOKEN }
  });
  const { apiUrl, serverUrl } = standIn;
  const pageOf2 = pageFinder(`${serverUrl}/${repository}`, `${home.shownAs}/github`);
  const secret = Buffer.from(`x-access-token:${token}`).toString("base64");
  return {
    remote: standIn.gitUrl,
    extraHeader: `Authorization: Basic ${secret}`,
    token,
    open(clock) {
      time = clock;
      const address = { apiUrl, serverUrl, repository, workflow: WAKE_WORKFLOW };
      const opened = openGitHub({
        ...address,
        token,
        actor: WORKFLOW_TOKEN.login,
        clock,
        pace: REHEARSAL_PACE
      });
      return { github: withPages(opened.github, pageOf2), issues: issuesWithPages(opened.issues, pageOf2) };
    },
    stop: async () => await standIn.variable("WAKEFUL_STOP") ?? "",
    close: () => standIn.close()
  };
}
var REHEARSAL_PACE;
var init_rehearsal_github = __esm({
  "src/commands/worlds/rehearsal-github.ts"() {
    "use strict";
    init_serve_git();
    init_open_github();
    init_runner();
    init_workflows();
    init_access();
    init_check_records();
    init_server();
    init_shown_pages();
    init_source();
    REHEARSAL_PACE = { retryMs: 50, writes: "at_once" };
  }
});

// src/rehearsal/model/text/turn.ts
function use(tool, input = {}) {
  return { tool, input };
}
function finish(summary5) {
  return { say: "", calls: [use("finish", { summary: summary5 })] };
}
function giveUp(reason) {
  return { say: "", calls: [use("give_up", { reason })] };
}
function giveUpRefused(path, reason) {
  const said2 = `${path} could not be written: ${reason}`;
  return { say: "", calls: [use("note", { text: said2 }), use("give_up", { reason: said2 })] };
}
function turnBytes(turn) {
  return Buffer.byteLength(turn.say) + turn.calls.reduce((sum, call) => sum + callBytes(call), 0);
}
function callBytes(call) {
  return Buffer.byteLength(call.tool) + Buffer.byteLength(JSON.stringify(call.input));
}
function fitTurn(turn, maxBytes) {
  if (turnBytes(turn) <= maxBytes) return turn;
  const [first] = turn.calls;
  if (turn.calls.length > 1) return fitTurn({ say: turn.say, calls: turn.calls.slice(0, -1) }, maxBytes);
  if (turn.say !== "") return fitTurn({ say: "", calls: turn.calls }, maxBytes);
  if (first?.tool === "finish") return finish(cutBytes(String(first.input["summary"]), maxBytes));
  if (first?.tool === "give_up") return giveUp(cutBytes(String(first.input["reason"]), maxBytes));
  return giveUp(
    `A call of ${first?.tool} does not fit into the ${Math.floor(maxBytes / 4)} tokens of one answer.`
  );
}
function cutBytes(text2, maxBytes) {
  const room = Math.max(0, Math.floor((maxBytes - CALL_OVERHEAD_BYTES) / 4));
  return text2.length <= room ? text2 : `${text2.slice(0, room)}…`;
}
var CALL_OVERHEAD_BYTES;
var init_turn = __esm({
  "src/rehearsal/model/text/turn.ts"() {
    "use strict";
    CALL_OVERHEAD_BYTES = 40;
  }
});

// src/rehearsal/model/completion.ts
function readRequest(body) {
  let json;
  try {
    json = JSON.parse(body);
  } catch {
    return { kind: "bad", message: "The body is not JSON.", param: null };
  }
  const parsed3 = safeParse(RequestSchema, json);
  if (!parsed3.success) {
    const [issue] = parsed3.issues;
    return { kind: "bad", message: issue.message, param: getDotPath(issue) };
  }
  const { model, messages, tools, max_completion_tokens, max_tokens } = parsed3.output;
  return {
    kind: "request",
    request: {
      model,
      messages: messages.map(chatMessage),
      promptTokens: tokensOf(Buffer.byteLength(JSON.stringify(messages) + JSON.stringify(tools ?? []))),
      maxTokens: max_completion_tokens ?? max_tokens ?? USUAL_MAX_TOKENS
    }
  };
}
function chatMessage(message) {
  const { content } = message;
  const text2 = Array.isArray(content) ? content.map((part) => part.text).join("") : content ?? "";
  return {
    role: message.role,
    content: text2,
    toolCalls: (message.tool_calls ?? []).map(({ id: id2, function: called }) => ({ id: id2, ...called })),
    toolCallId: message.tool_call_id ?? null
  };
}
function tokensOf(bytes) {
  return Math.ceil(bytes / BYTES_PER_TOKEN);
}
function answerBytes(request) {
  return request.maxTokens * BYTES_PER_TOKEN;
}
function completion(request, turn) {
  const answers = request.messages.filter((message) => message.role === "assistant").length;
  const completionTokens = tokensOf(turnBytes(turn));
  return {
    id: `chatcmpl-scripted-${answers + 1}`,
    object: "chat.completion",
    created: 0,
    model: request.model,
    choices: [
      { index: 0, message: answerMessage(turn, answers + 1), logprobs: null, finish_reason: "tool_calls" }
    ],
    usage: {
      prompt_tokens: request.promptTokens,
      completion_tokens: completionTokens,
      total_tokens: request.promptTokens + completionTokens
    }
  };
}
function answerMessage(turn, answer) {
  return {
    role: "assistant",
    content: turn.say === "" ? null : turn.say,
    refusal: null,
    tool_calls: turn.calls.map((call, index) => ({
      id: `call_${answer}_${index + 1}`,
      type: "function",
      function: { name: call.tool, arguments: JSON.stringify(call.input) }
    }))
  };
}
var ToolCallSchema, TextSchema, MessageSchema, TokensSchema, RequestSchema, USUAL_MAX_TOKENS, BYTES_PER_TOKEN;
var init_completion = __esm({
  "src/rehearsal/model/completion.ts"() {
    "use strict";
    init_dist();
    init_turn();
    ToolCallSchema = object({
      id: string(),
      type: literal("function"),
      function: object({ name: string(), arguments: string() })
    });
    TextSchema = union([string(), array(object({ type: literal("text"), text: string() }))]);
    MessageSchema = object({
      role: picklist(["system", "developer", "user", "assistant", "tool"]),
      content: nullish(TextSchema),
      tool_calls: optional(array(ToolCallSchema)),
      tool_call_id: optional(string())
    });
    TokensSchema = nullish(pipe(number(), integer(), minValue(1)));
    RequestSchema = object({
      model: pipe(string(), nonEmpty()),
      messages: pipe(array(MessageSchema), nonEmpty()),
      tools: optional(array(unknown())),
      stream: nullish(literal(false, "stream: only false is answered")),
      max_tokens: TokensSchema,
      max_completion_tokens: TokensSchema
    });
    USUAL_MAX_TOKENS = 4096;
    BYTES_PER_TOKEN = 4;
  }
});

// src/rehearsal/model/text/change.ts
function changeFile(conversation, wanted2) {
  const writes = conversation.steps.filter(
    (step) => (step.tool === "write_file" || step.tool === "edit_file") && step.input["path"] === wanted2.path
  );
  let now = wanted2.before === null ? null : withoutEnd(wanted2.before);
  for (const { result, input } of writes) {
    if (result.kind === "failed") return { kind: "refused", reason: result.reason };
    now = withoutEnd(applied(now ?? "", input));
  }
  const after = withoutEnd(likeBefore(wanted2.before, withoutEnd(wanted2.after)));
  if (now === after) return { kind: "done", hasChanged: writes.length > 0 };
  const call = writeTowards({ path: wanted2.path, before: now, after }, conversation.answerBytes);
  return { kind: "turn", turn: { say: `Writes ${wanted2.path}.`, calls: [call] } };
}
function withoutEnd(text2) {
  return text2.replace(/[\r\n]+$/, "");
}
function likeBefore(before, after) {
  if (before === null || !before.includes("\r\n")) return after;
  const end = before.split("\r\n").length * 2 > before.split("\n").length ? "\r" : "";
  const old = withoutEnd(before).split("\n");
  const fresh = after.split("\n");
  const { start, end: tail } = differing(
    old.map((line2) => line2.replace(/\r$/, "")),
    fresh
  );
  const middle = fresh.slice(start, fresh.length - tail).map((line2) => line2 + end);
  const last = old.length - 1;
  const kept = old.map((line2, index) => index === last ? line2 + end : line2);
  return [...kept.slice(0, start), ...middle, ...kept.slice(old.length - tail)].join("\n");
}
function applied(text2, input) {
  if (typeof input["text"] === "string") return input["text"];
  const old = String(input["old"]);
  const at = text2.indexOf(old);
  return at < 0 ? text2 : text2.slice(0, at) + String(input["new"]) + text2.slice(at + old.length);
}
function writeTowards(change4, maxBytes) {
  for (let share = 1; ; share /= 2) {
    const target = partWay(change4, share);
    const call = writeCall({ ...change4, after: target });
    if (callBytes(call) <= maxBytes || share < 0.01) return call;
  }
}
function writeCall({ path, before, after }) {
  if (before === null || before === "") return use("write_file", { path, text: `${after}
` });
  return use("edit_file", { path, ...smallestEdit(before, after) });
}
function partWay({ before, after }, share) {
  if (share === 1) return after;
  const old = (before ?? "").split("\n");
  const fresh = after.split("\n");
  const span = differing(old, fresh);
  const middle = fresh.slice(span.start, fresh.length - span.end);
  let length = Math.max(1, Math.floor(middle.length * share));
  while (length < middle.length && middle[length - 1]?.trim() === "") length += 1;
  const part = middle.slice(0, length);
  return [...old.slice(0, span.start), ...part, ...old.slice(before === null ? old.length : span.start)].join(
    "\n"
  );
}
function differing(old, fresh) {
  const shorter = Math.min(old.length, fresh.length);
  let start = 0;
  while (start < shorter && old[start] === fresh[start]) start += 1;
  let end = 0;
  while (end < shorter - start && old.at(-1 - end) === fresh.at(-1 - end)) end += 1;
  return { start, end };
}
function smallestEdit(before, after) {
  const old = before.split("\n");
  const fresh = after.split("\n");
  let { start, end } = differing(old, fresh);
  const piece = (lines) => lines.slice(start, lines.length - end).join("\n");
  while (start > 0 || end > 0) {
    const text2 = piece(old);
    if (text2.trim() !== "" && before.split(text2).length === 2) break;
    if (start > 0) start -= 1;
    if (end > 0) end -= 1;
  }
  return { old: piece(old), new: piece(fresh) };
}
var init_change = __esm({
  "src/rehearsal/model/text/change.ts"() {
    "use strict";
    init_turn();
  }
});

// src/rehearsal/model/text/markdown.ts
function maskCode(text2) {
  const lines = maskBlocks(text2.split("\n"));
  return blank(
    blank(lines.join("\n"), /<!--[\s\S]*?(?:-->|$)/g),
    /(?<!`)(`+)(?!`)(?:(?!\n\s*\n)[\s\S])*?(?<!`)\1(?!`)/g
  );
}
function blank(text2, pattern) {
  return text2.replace(pattern, blankText);
}
function blankText(text2) {
  return text2.replace(/[^\r\n]/g, " ");
}
function maskBlocks(lines) {
  let fence = null;
  let afterBlank = true;
  let inList = false;
  return lines.map((line2) => {
    const mark = /^(?: {0,3}|\s*(?:[-*+>]|\d+[.)])\s+|\s{2,})(`{3,}|~{3,})(.*)$/.exec(line2);
    if (fence !== null) {
      if (mark?.[1]?.startsWith(fence) && mark[2]?.trim() === "") fence = null;
      return blankText(line2);
    }
    if (mark?.[1] !== void 0 && !mark[2]?.includes("`")) {
      fence = mark[1];
      return blankText(line2);
    }
    if (/^\s*(?:[-*+]|\d+[.)])\s/.test(line2)) inList = true;
    else if (/^\S/.test(line2)) inList = false;
    const indented3 = afterBlank && !inList && /^(?: {4}|\t)\s*\S/.test(line2);
    afterBlank = indented3 || line2.trim() === "";
    return indented3 ? blankText(line2) : line2;
  });
}
function headings(text2) {
  const original = withoutFrontMatter(text2).split("\n");
  const masked2 = maskBlocks(original);
  return masked2.flatMap((line2, index) => {
    const atx = /^ {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t\r]*$/.exec(line2);
    if (atx?.[1] !== void 0) return [{ level: atx[1].length, text: atx[2] ?? "" }];
    const under = /^ {0,3}(=+|-+)[ \t\r]*$/.exec(masked2[index + 1] ?? "");
    if (under?.[1] === void 0 || !isParagraph(line2)) return [];
    return [{ level: under[1].startsWith("=") ? 1 : 2, text: line2.trim() }];
  });
}
function isParagraph(line2) {
  return /^ {0,3}[^\s#>|<\-*+=]/.test(line2) && !/^\s*\d+[.)]\s/.test(line2);
}
function withoutFrontMatter(text2) {
  return frontMatter(text2) === null ? text2 : text2.replace(/^\uFEFF?---\r?\n[\s\S]*?\n(?:---|\.\.\.)[ \t]*\r?(?:\n|$)/, "");
}
function frontMatter(text2) {
  return /^\uFEFF?---\r?\n([\s\S]*?)\n(?:---|\.\.\.)[ \t]*\r?(?:\n|$)/.exec(text2)?.[1] ?? null;
}
function anchors(text2) {
  const seen2 = /* @__PURE__ */ new Map();
  const slugs = headings(text2).map((heading) => {
    const custom2 = /\{#([\w-]+)\}\s*$/.exec(heading.text)?.[1];
    if (custom2 !== void 0) return custom2;
    const slug = slugOf(heading.text);
    const before = seen2.get(slug) ?? 0;
    seen2.set(slug, before + 1);
    return before === 0 ? slug : `${slug}-${before}`;
  });
  const named = [...maskCode(text2).matchAll(/<[a-z][a-z0-9]*\s[^<>]*?\b(?:id|name)=["']([^"']+)["']/gi)];
  return [...slugs, ...named.flatMap((match) => match[1] ?? [])];
}
function slugOf(heading) {
  return plainText(heading).toLowerCase().replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, "").replaceAll(" ", "-");
}
function plainText(inline) {
  return inline.replace(/!\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])/g, "").replace(/\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])/g, "$1").replace(/<\/?[a-z][^<>]*>/gi, "").replace(/(\*\*|__)(?=\S)(.+?)\1/g, "$2").replace(/(?<![\w*])\*(?=\S)([^*]+)\*(?![\w*])|(?<!\w)_(?=\S)([^_]+)_(?!\w)/g, "$1$2").replace(/\\([!-/:-@[-`{-~])/g, "$1").trim();
}
var init_markdown2 = __esm({
  "src/rehearsal/model/text/markdown.ts"() {
    "use strict";
  }
});

// src/rehearsal/model/text/links.ts
function findLinks(text2) {
  const masked2 = maskCode(text2);
  const found2 = FORMS.flatMap((form) => [...masked2.matchAll(form)].map((match) => linkOf(text2, match)));
  return found2.sort((a, b) => a.start - b.start);
}
function linkOf(text2, match) {
  const start = (match.index ?? 0) + (match[1]?.length ?? 0);
  const raw = match[2] ?? "";
  const isAngled = raw.startsWith("<");
  return {
    start,
    end: start + raw.length,
    line: text2.slice(0, start).split("\n").length,
    destination: isAngled ? raw.slice(1, -1) : raw,
    isAngled,
    isHtml: match[1]?.startsWith("<") ?? false
  };
}
function targetOf(page, destination2) {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(destination2) || /\{\{|\{%|\$\{/.test(destination2)) return null;
  const [, path = "", query = "", fragment] = /^([^?#]*)(\?[^#]*)?(?:#(.*))?$/s.exec(destination2) ?? [];
  const decoded2 = fragment === void 0 ? null : decode(fragment);
  if (path === "") return { path: null, isOutside: false, query, fragment: decoded2 };
  const resolved = resolve4(folderOf(page), decode(path));
  return { path: resolved, isOutside: resolved === null, query, fragment: decoded2 };
}
function decode(text2) {
  try {
    return decodeURIComponent(text2);
  } catch {
    return text2;
  }
}
function folderOf(path) {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}
function resolve4(folder, relative2) {
  const parts = folder === "" ? [] : folder.split("/");
  for (const part of relative2.split("/")) {
    if (part === ".." && parts.length === 0) return null;
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return parts.join("/");
}
function relativePath(folder, target) {
  const from = folder === "" ? [] : folder.split("/");
  const to = target.split("/");
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared += 1;
  return [...from.slice(shared).map(() => ".."), ...to.slice(shared)].join("/");
}
function encodePath(path) {
  return path.split("/").map(
    (part) => encodeURIComponent(part).replace(
      /[()'*]/g,
      (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`
    )
  ).join("/");
}
var FORMS;
var init_links = __esm({
  "src/rehearsal/model/text/links.ts"() {
    "use strict";
    init_markdown2();
    FORMS = [
      // [text](destination "title"), ![image](destination)
      /(\]\(\s*)(<[^<>\n]*>|(?:[^\s()<>]|\([^\s()]*\))+)(?=\s*\)|\s+["'(])/g,
      // [name]: destination
      /(^ {0,3}\[(?!\^)[^\]\n]+\]:[ \t]*)(<[^<>\n]*>|\S+)/gm,
      // <a href="destination">, <img src="destination">
      /(<(?:a|img)\s[^<>]*?\b(?:href|src)=["'])([^"'<>\n]+)/gi
    ];
  }
});

// src/rehearsal/model/text/link-repair.ts
function fileSet(files) {
  const folders = /* @__PURE__ */ new Set([""]);
  for (const file of files) {
    for (let folder = folderOf(file); !folders.has(folder); folder = folderOf(folder)) folders.add(folder);
  }
  return { files: new Set(files), folders };
}
function exists2({ files, folders }, path) {
  return files.has(path) || folders.has(path);
}
function candidates(set, broken) {
  const all = [...set.files, ...[...set.folders].filter((folder) => folder !== "")];
  const lower = broken.toLowerCase();
  const name = nameOf3(broken);
  const stem = stemOf(lower);
  const kinds = [
    (path) => path.toLowerCase() === lower,
    (path) => set.files.has(path) && PAGE_ENDINGS.some((ending) => path.toLowerCase() === `${lower}${ending}`),
    (path) => set.files.has(path) && stemOf(path.toLowerCase()) === stem && sameSort(path, broken),
    (path) => set.files.has(path) && !EVERYWHERE.test(name) && nameOf3(path) === name,
    (path) => set.files.has(path) && !EVERYWHERE.test(name) && nameOf3(path).toLowerCase() === nameOf3(lower),
    (path) => set.files.has(path) && !EVERYWHERE.test(name) && isPage(path) && nameOf3(stemOf(path.toLowerCase())) === nameOf3(stem)
  ];
  for (const kind of kinds) {
    const found2 = all.filter(kind);
    if (found2.length > 0) return found2;
  }
  return [];
}
function nameOf3(path) {
  return path.slice(path.lastIndexOf("/") + 1);
}
function stemOf(path) {
  return path.replace(/\.(?:md|markdown|mdx|html?|rst|txt|png|jpe?g|gif|svg|webp)$/i, "");
}
function isPage(path) {
  return PAGE_ENDINGS.some((ending) => path.toLowerCase().endsWith(ending));
}
function sameSort(path, broken) {
  return IMAGE.test(path) === IMAGE.test(broken) && (IMAGE.test(path) || isPage(path));
}
function nearestAnchor(anchors2, fragment) {
  const wanted2 = loose(fragment);
  const same = anchors2.filter((anchor) => loose(anchor) === wanted2);
  if (same.length > 0) return same.length === 1 ? same[0] ?? null : null;
  const far = Math.max(2, Math.floor(wanted2.length * 0.3));
  const near = anchors2.map((anchor) => ({ anchor, distance: distance(loose(anchor), wanted2) }));
  const best2 = Math.min(...near.map((one2) => one2.distance));
  const nearest = near.filter((one2) => one2.distance === best2);
  return best2 <= far && best2 < wanted2.length && nearest.length === 1 ? nearest[0]?.anchor ?? null : null;
}
function loose(anchor) {
  return anchor.toLowerCase().replace(/[\s_-]+/g, "-").replace(/^-|-$/g, "");
}
function distance(a, b) {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      const change4 = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min((row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, change4));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
function rewrite(page, link3, to) {
  const hash = to.fragment === null ? "" : `#${to.fragment}`;
  if (to.path === null) return wrap(link3, `${to.query}${hash}`);
  const relative2 = relativePath(folderOf(page), to.path);
  const dot = link3.destination.startsWith("./") && !relative2.startsWith("../") ? "./" : "";
  const slash = /^[^?#]*\/(?:[?#]|$)/.test(link3.destination) && !/\.\w+$/.test(relative2) ? "/" : "";
  const written = link3.isAngled || !/[^\w./-]/.test(relative2) ? relative2 : encodePath(relative2);
  return wrap(link3, `${dot}${written}${slash}${to.query}${hash}`);
}
function wrap(link3, destination2) {
  return link3.isAngled ? `<${destination2}>` : destination2;
}
var PAGE_ENDINGS, EVERYWHERE, IMAGE;
var init_link_repair = __esm({
  "src/rehearsal/model/text/link-repair.ts"() {
    "use strict";
    init_links();
    PAGE_ENDINGS = [".md", ".markdown", ".mdx"];
    EVERYWHERE = /^(?:readme|index|changelog|license|security|contributing|code_of_conduct|support|agents|package)(?:\.|$)/i;
    IMAGE = /\.(?:png|jpe?g|gif|svg|webp)$/i;
  }
});

// src/rehearsal/model/text/tool-results.ts
function readToolResult(content) {
  const failure3 = /^(?:Refused|Error): ?/.exec(content);
  if (failure3 !== null) return { kind: "failed", reason: content.slice(failure3[0].length).trim() };
  const fenced = unfence(content);
  if (fenced !== null) return { kind: "data", ...fenced, isCut: /^\(cut\b/m.test(fenced.after) };
  const header = content.trim();
  if (/^\d+ (?:files? match|match(?:es)? of)/.test(header))
    return { kind: "data", header, body: "", isCut: false };
  return { kind: "said", text: header };
}
function unfence(content) {
  const open4 = FENCE.exec(content);
  if (open4 === null) return null;
  const start = open4.index + open4[0].length;
  const close = content.indexOf(`</data-${open4[1]}>`, start);
  const end = close < 0 ? content.length : close;
  return {
    header: content.slice(0, open4.index).trim(),
    body: content.slice(start, end).replace(/\n$/, ""),
    after: content.slice(end).replace(/^<\/data-[^>]*>/, "")
  };
}
function readPath(printed) {
  if (!printed.startsWith('"') || !printed.includes("\\")) return printed;
  try {
    const parsed3 = JSON.parse(printed);
    return typeof parsed3 === "string" && hasControl(parsed3) ? parsed3 : printed;
  } catch {
    return printed;
  }
}
function hasControl(text2) {
  return new RegExp("\\p{Cc}", "u").test(text2);
}
var FENCE;
var init_tool_results = __esm({
  "src/rehearsal/model/text/tool-results.ts"() {
    "use strict";
    FENCE = /<data-([0-9a-f]{4,64})>\n/;
  }
});

// src/rehearsal/model/text/views.ts
function listing(conversation, pattern) {
  const step = conversation.steps.find(
    (made) => made.tool === "list_files" && made.input["pattern"] === pattern
  );
  if (step === void 0) return null;
  if (step.result.kind !== "data") return { files: [], isComplete: false };
  const files = step.result.body === "" ? [] : step.result.body.split("\n").map(readPath);
  const total = Number.parseInt(step.result.header, 10);
  return { files, isComplete: !step.result.isCut && !(total > files.length) };
}
function searched(conversation, call) {
  const wanted2 = JSON.stringify(call.input);
  const step = conversation.steps.find(
    (made) => made.tool === "search" && JSON.stringify(made.input) === wanted2
  );
  if (step === void 0) return null;
  if (step.result.kind === "failed") return { kind: "failed", reason: step.result.reason };
  if (step.result.kind === "said") return { kind: "failed", reason: step.result.text };
  const { body, isCut } = step.result;
  return { kind: "matches", matches: body.split("\n").flatMap(readMatch), isComplete: !isCut };
}
function readMatch(text2) {
  const [, path, line2, found2] = /^("(?:[^"\\]|\\.)*"|.*?):(\d+): ?(.*)$/s.exec(text2) ?? [];
  if (path === void 0 || line2 === void 0) return [];
  return [{ path: readPath(path), line: Number(line2), text: found2 ?? "" }];
}
function fileView(conversation, path) {
  const reads = conversation.steps.filter((step) => step.tool === "read_file" && step.input["path"] === path);
  if (reads.length === 0) return { kind: "unread" };
  const parts = [];
  for (const step of reads) {
    if (step.result.kind === "failed") return { kind: "failed", reason: step.result.reason };
    const part = readPart(step);
    if (part === null) return { kind: "failed", reason: "the answer could not be understood" };
    parts.push(part);
  }
  const lines = [];
  for (const part of parts.sort((a, b) => a.from - b.from)) {
    if (part.from <= lines.length + 1) lines.push(...part.lines.slice(lines.length + 1 - part.from));
  }
  const plain2 = lines.map((line2) => line2.replace(/\r$/, ""));
  const total = parts[0]?.total ?? 0;
  const firstPart = parts[0]?.lines.length ?? 0;
  return {
    kind: "text",
    lines: plain2,
    text: plain2.join("\n"),
    raw: lines.join("\n"),
    isComplete: lines.length >= total,
    total,
    firstPart
  };
}
function readPart(step) {
  if (step.result.kind !== "data") return null;
  const [, from, to, total] = /, lines (\d+)-(\d+) of (\d+)$/.exec(step.result.header) ?? [];
  if (from === void 0) return null;
  const count2 = Math.max(0, Math.min(Number(to) - Number(from) + 1, Number(total)));
  const lines = step.result.body.split("\n").slice(0, count2);
  return { from: Math.max(1, Number(from)), total: Number(total), lines };
}
function readOn(conversation, paths, maxLines) {
  const calls = [...new Set(paths)].flatMap((path) => nextRead(conversation, path, maxLines)).slice(0, BATCH);
  if (calls.length === 0) return null;
  return { say: `Reads ${calls.map((call) => call.input["path"]).join(", ")}.`, calls };
}
function nextRead(conversation, path, maxLines) {
  const view = fileView(conversation, path);
  if (view.kind === "unread") return [use("read_file", { path, from_line: 1, to_line: maxLines })];
  if (view.kind === "failed" || view.isComplete) return [];
  const calls = [];
  const end = Math.min(view.total, maxLines);
  for (let from = view.lines.length + 1; from <= end; from += Math.max(1, view.firstPart)) {
    calls.push(
      use("read_file", { path, from_line: from, to_line: Math.min(end, from + view.firstPart - 1) })
    );
  }
  return calls.filter((call) => !wasMade(conversation, call));
}
function wasMade(conversation, call) {
  const input = JSON.stringify(call.input);
  return conversation.steps.some((step) => step.tool === call.tool && JSON.stringify(step.input) === input);
}
var BATCH;
var init_views = __esm({
  "src/rehearsal/model/text/views.ts"() {
    "use strict";
    init_tool_results();
    init_turn();
    BATCH = 10;
  }
});

// src/rehearsal/model/text/known-files.ts
function knownFiles(conversation, paths) {
  const patterns = packed([...new Set(paths)].flatMap(namesOf));
  const named = lists(conversation, patterns);
  const all = listing(conversation, "**");
  if (all === null && named.open.length > 0)
    return ask("Looks whether what it links to is there.", named.open);
  const set = fileSet([...named.files, ...all?.files ?? []]);
  const missing = [...new Set(paths)].filter((path) => !exists2(set, path));
  if (missing.length === 0) return { kind: "known", set, isComplete: all?.isComplete ?? false };
  if (all === null) return ask("Looks for what is missing.", ["**"]);
  if (all.isComplete) return { kind: "known", set, isComplete: true };
  const near = lists(conversation, missing.map(nearPattern));
  if (near.open.length > 0 && !conversation.mustHurry)
    return ask("Looks for files of the same name.", near.open);
  return { kind: "known", set: fileSet([...set.files, ...near.files]), isComplete: near.isComplete };
}
function ask(say2, patterns) {
  const calls = patterns.slice(0, LISTS_PER_TURN).map((pattern) => use("list_files", { pattern }));
  return { kind: "turn", turn: { say: say2, calls } };
}
function lists(conversation, patterns) {
  const asked2 = patterns.map((pattern) => ({ pattern, list: listing(conversation, pattern) }));
  return {
    files: asked2.flatMap(({ list: list8 }) => list8?.files ?? []),
    open: asked2.filter(({ list: list8 }) => list8 === null).map(({ pattern }) => pattern),
    isComplete: asked2.every(({ list: list8 }) => list8?.isComplete)
  };
}
function nearPattern(path) {
  const name = inPattern(path.slice(path.lastIndexOf("/") + 1));
  const stem = name.replace(/\.\w+$/, "");
  const folder = folderOf(path);
  return `{**/${name},**/${stem}.*,${folder === "" ? "" : `${inPattern(folder)}/`}*}`;
}
function inPattern(path) {
  return path.replace(/[^\p{L}\p{N}_./ -]/gu, "?");
}
function namesOf(path) {
  if (path === "") return [];
  const name = inPattern(path);
  return /\.\w+$/.test(path) ? [name] : [name, `${name}/*`, `${name}/*/*`];
}
function packed(names) {
  const groups = [];
  for (const name of names) {
    const group = groups.at(-1);
    if (group !== void 0 && [...group, name].join(",").length <= PATTERN_LENGTH) group.push(name);
    else groups.push([name]);
  }
  return groups.map((group) => group.length === 1 ? group[0] ?? "" : `{${group.join(",")}}`);
}
var PATTERN_LENGTH, LISTS_PER_TURN;
var init_known_files = __esm({
  "src/rehearsal/model/text/known-files.ts"() {
    "use strict";
    init_link_repair();
    init_links();
    init_turn();
    init_views();
    PATTERN_LENGTH = 190;
    LISTS_PER_TURN = 10;
  }
});

// src/rehearsal/model/text/objective.ts
function oneLine2(text2) {
  return text2.replace(/\s+/g, " ").trim();
}
function pathNamed(text2, ending) {
  const quoted2 = [...text2.matchAll(/`([^`\n]+)`/g)].map((match) => match[1] ?? "");
  const bare = text2.split(/[\s`"'()]+/).map((word) => word.replace(/[.,;:]+$/, ""));
  const fits = (path) => path.toLowerCase().endsWith(ending) && !/[*?{}]/.test(path) && path !== ending;
  return (quoted2.find(fits) ?? bare.find(fits))?.replace(/^\.?\//, "") ?? null;
}
function pathIsOneOf(path, names) {
  return names.some((name) => {
    if (name.includes("*")) return globPattern(name).test(path);
    if (name.endsWith("/")) return path.startsWith(name);
    return path === name || !name.includes("/") && path.endsWith(`/${name}`);
  });
}
function globPattern(glob) {
  const source = glob.replace(/[.+^$()|[\]\\]/g, "\\$&").replace(/\*\*\/|\*\*|\*|\?/g, (mark) => GLOB_MARKS[mark] ?? ".");
  return new RegExp(`^${source}$`, "s");
}
function comparePaths(a, b) {
  const [left, right] = [a.split("/"), b.split("/")];
  for (let index = 0; ; index += 1) {
    const leftIsFile = index >= left.length - 1;
    const rightIsFile = index >= right.length - 1;
    if (leftIsFile !== rightIsFile) return leftIsFile ? -1 : 1;
    const [x = "", y = ""] = [left[index], right[index]];
    if (x !== y) return x < y ? -1 : 1;
    if (leftIsFile) return 0;
  }
}
function counted(count2, word, plural = `${word}s`) {
  return `${count2} ${count2 === 1 ? word : plural}`;
}
var GLOB_MARKS;
var init_objective = __esm({
  "src/rehearsal/model/text/objective.ts"() {
    "use strict";
    GLOB_MARKS = {
      "**/": "(?:.*/)?",
      "**": ".*",
      "*": "[^/]*",
      "?": "[^/]"
    };
  }
});

// src/rehearsal/model/scripts/broken-links.ts
function isBrokenLinks(objective) {
  return /broken relative links/i.test(oneLine2(objective));
}
function brokenLinks(conversation) {
  const page = conversation.assignment.item.replace(/@[0-9a-f]{7,64}$/, "");
  if (!isPage(page)) {
    return giveUp(`Each item must be one Markdown file (for_each: files), and "${page}" is none.`);
  }
  const reading = readOn(conversation, [page], PAGE_LINES);
  if (reading !== null) return reading;
  const view = fileView(conversation, page);
  if (view.kind !== "text") {
    return finish(`${page} cannot be read: ${view.kind === "failed" ? view.reason : "nothing came back"}`);
  }
  const links = findLinks(view.text).flatMap((link3) => {
    const target = targetOf(page, link3.destination);
    return target === null ? [] : [{ link: link3, target }];
  });
  const known = knownFiles(
    conversation,
    links.flatMap(({ target }) => target.path ?? [])
  );
  if (known.kind === "turn") return known.turn;
  return judgePage(conversation, {
    page,
    text: view.text,
    raw: view.raw,
    whole: view.isComplete,
    links,
    ...known
  });
}
function judgePage(conversation, page) {
  const links = page.links.map((aimed) => judgePath(page, aimed));
  const withAnchors = links.flatMap((link3) => anchorPage(link3, page.page) ?? []);
  const others = [
    ...withAnchors,
    ...links.some((link3) => link3.kind !== "fine") ? submodules(page.set) : []
  ];
  const reading = conversation.mustHurry ? null : readOn(
    conversation,
    others.filter((path) => path !== page.page),
    PAGE_LINES
  );
  if (reading !== null) return reading;
  const verdicts = links.map((link3) => judgeAnchor(conversation, page, link3)).filter((link3) => link3.kind !== "fine");
  const judged2 = verdicts.filter((link3) => !inSubmodule(conversation, link3));
  return mend(conversation, page, judged2);
}
function judgePath({ page, set, isComplete }, { link: link3, target }) {
  if (target.isOutside) return { kind: "fine", link: link3, target };
  if (target.path === null || exists2(set, target.path)) return { kind: "fine", link: link3, target };
  if (!isComplete) {
    const why2 = `${target.path} is not among the files that could be listed`;
    return { kind: "broken", link: link3, target, why: why2 };
  }
  const found2 = candidates(set, target.path).filter((path) => path !== page);
  const [only] = found2;
  if (only !== void 0 && found2.length === 1)
    return { kind: "mended", link: link3, target, path: only, fragment: target.fragment };
  const why = found2.length === 0 ? `${target.path} does not exist` : `it may mean ${found2.slice(0, 5).join(" or ")}`;
  return { kind: "broken", link: link3, target, why };
}
function anchorPage(link3, page) {
  if (link3.kind === "broken" || link3.target.isOutside || !isAnchor(link3.target.fragment)) return null;
  if (link3.link.isHtml && link3.target.path === null) return null;
  const path = (link3.kind === "mended" ? link3.path : link3.target.path) ?? page;
  return isPage(path) ? path : null;
}
function isAnchor(fragment) {
  return fragment !== null && fragment !== "" && !/^(?:top|readme|L\d+(?:-L\d+)?|:~:.*|user-content-.*)$/i.test(fragment);
}
function judgeAnchor(conversation, page, link3) {
  const path = anchorPage(link3, page.page);
  const fragment = link3.target.fragment;
  if (path === null || fragment === null) return link3;
  const text2 = path === page.page ? page.text : wholeText(conversation, path);
  if (text2 === null) return link3;
  const known = anchors(text2);
  if (known.some((anchor) => anchor.toLowerCase() === fragment.toLowerCase())) return link3;
  const nearest = nearestAnchor(known, fragment);
  const { target } = link3;
  if (nearest !== null) {
    return {
      kind: "mended",
      link: link3.link,
      target,
      path: link3.kind === "mended" ? link3.path : target.path,
      fragment: nearest
    };
  }
  if (link3.kind === "mended") return link3;
  return { kind: "broken", link: link3.link, target, why: `${path} has no heading for #${fragment}` };
}
function wholeText(conversation, path) {
  const view = fileView(conversation, path);
  return view.kind === "text" && view.isComplete ? view.text : null;
}
function submodules(set) {
  return set.files.has(".gitmodules") ? [".gitmodules"] : [];
}
function inSubmodule(conversation, link3) {
  const folders = [...(wholeText(conversation, ".gitmodules") ?? "").matchAll(/^\s*path\s*=\s*(.+?)\s*$/gm)];
  const path = link3.target.path ?? "";
  return folders.some(([, folder]) => path === folder || path.startsWith(`${folder}/`));
}
function mend(conversation, page, verdicts) {
  const mended = verdicts.filter((verdict) => verdict.kind === "mended");
  const reports = verdicts.filter((verdict) => verdict.kind === "broken").map(reportBroken);
  if (mended.length === 0) return finish(summary(page, [], reports));
  const done = mended.map(
    (verdict) => `line ${verdict.link.line}: ${verdict.link.destination} → ${destination(page, verdict)}`
  );
  const { neverWritable } = conversation.assignment;
  if (pathIsOneOf(page.page, neverWritable))
    return finish(summary(page, [], [...done.map(notWritable), ...reports]));
  const step = changeFile(conversation, {
    path: page.page,
    before: page.text,
    after: mendedText(page, mended)
  });
  if (step.kind === "turn") return step.turn;
  if (step.kind === "done") return finish(summary(page, done, reports));
  const said2 = `${page.page} could not be fixed: ${step.reason}`;
  const end = finish(`${said2} ${summary(page, [], [...done.map(notWritable), ...reports])}`);
  return { say: "", calls: [use("note", { text: said2 }), ...end.calls] };
}
function notWritable(line2) {
  return `${line2} (proposed only: this file must not be written)`;
}
function reportBroken(verdict) {
  return `line ${verdict.link.line}: ${verdict.link.destination}: ${verdict.why}`;
}
function destination(page, verdict) {
  return rewrite(page.page, verdict.link, {
    ...verdict.target,
    path: verdict.path,
    fragment: verdict.fragment
  });
}
function mendedText(page, mended) {
  return mended.reduceRight(
    (text2, verdict) => text2.slice(0, verdict.link.start) + destination(page, verdict) + text2.slice(verdict.link.end),
    page.text
  );
}
function summary({ page, whole: whole2 }, mended, reports) {
  const scope = whole2 ? "" : ` Only its first ${PAGE_LINES} lines were checked.`;
  if (mended.length === 0 && reports.length === 0)
    return `Every relative link of ${page} leads somewhere.${scope}`;
  const parts = [
    mended.length > 0 ? `Fixed ${counted(mended.length, "link")} of ${page}:
- ${mended.join("\n- ")}` : "",
    reports.length > 0 ? `Left for a person in ${page}:
- ${reports.join("\n- ")}` : "",
    scope.trim()
  ];
  return parts.filter((part) => part !== "").join("\n");
}
var PAGE_LINES;
var init_broken_links = __esm({
  "src/rehearsal/model/scripts/broken-links.ts"() {
    "use strict";
    init_change();
    init_known_files();
    init_link_repair();
    init_links();
    init_markdown2();
    init_objective();
    init_turn();
    init_views();
    PAGE_LINES = 1500;
  }
});

// src/rehearsal/model/text/changelog.ts
function isWritten(text2, entry3) {
  if (new RegExp(`\\b${entry3.sha}`).test(text2)) return true;
  const words2 = plainWords(entry3.text);
  return text2.split("\n").some((line2) => /^\s*[-*+]\s/.test(line2) && plainWords(line2) === words2);
}
function plainWords(line2) {
  return line2.replace(/\([0-9a-f]{7,40}\)|\(#\d+\)|\(\[[^\]]*\]\([^)]*\)\)/g, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}
function withEntries(text2, entries) {
  const lines = text2 === null || text2.trim() === "" ? [...PREAMBLE] : text2.replace(/\s+$/, "").split("\n");
  const section3 = openSection(lines);
  const bullet = lines.some((line2) => line2.startsWith("* ")) && !lines.some((line2) => line2.startsWith("- ")) ? "*" : "-";
  for (const group of GROUPS) {
    const fresh = entries.filter((entry3) => entry3.group === group);
    const written = fresh.map((entry3) => `${bullet} ${entry3.text} (${entry3.sha})`);
    if (written.length > 0) addToGroup(lines, { section: section3, group, written });
  }
  return lines.join("\n");
}
function openSection(lines) {
  const found2 = lines.findIndex((line2) => UNRELEASED.test(line2));
  if (found2 >= 0) return found2;
  const release = lines.findIndex((line2) => /^##\s/.test(line2));
  const heading = "## [Unreleased]";
  if (release >= 0) {
    lines.splice(release, 0, heading, "");
    return release;
  }
  lines.push("", heading);
  return lines.length - 1;
}
function addToGroup(lines, { section: section3, group, written }) {
  const end = endOf(lines, section3, /^##\s|^\[[^\]]+\]:/);
  const heading = lines.slice(section3, end).findIndex((line2) => new RegExp(`^###\\s+${group}\\b`, "i").test(line2));
  if (heading >= 0) {
    const groupEnd = endOf(lines, section3 + heading, /^##/);
    lines.splice(lastText(lines, section3 + heading, Math.min(groupEnd, end)) + 1, 0, ...written);
    return;
  }
  const before = lines.slice(section3, end).findIndex((line2) => comesAfter(line2, group));
  const at = before >= 0 ? section3 + before : lastText(lines, section3, end) + 1;
  const block = before >= 0 ? [`### ${group}`, "", ...written, ""] : ["", `### ${group}`, "", ...written];
  lines.splice(at, 0, ...block);
}
function comesAfter(line2, group) {
  const name = /^###\s+(\w+)/.exec(line2)?.[1];
  const known = GROUPS.findIndex((one2) => one2.toLowerCase() === name?.toLowerCase());
  return known > GROUPS.indexOf(group);
}
function endOf(lines, start, next) {
  const found2 = lines.findIndex((line2, index) => index > start && next.test(line2));
  return found2 < 0 ? lines.length : found2;
}
function lastText(lines, start, end) {
  for (let index = end - 1; index > start; index -= 1) if (lines[index]?.trim() !== "") return index;
  return start;
}
var GROUPS, UNRELEASED, PREAMBLE;
var init_changelog = __esm({
  "src/rehearsal/model/text/changelog.ts"() {
    "use strict";
    GROUPS = ["Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"];
    UNRELEASED = /^##\s+\[?unreleased\]?/i;
    PREAMBLE = [
      "# Changelog",
      "",
      "All notable changes to this project are written down here, in the form of [Keep a Changelog](https://keepachangelog.com)."
    ];
  }
});

// src/rehearsal/model/text/commit-entry.ts
function entriesOf2(commits) {
  const reverted = new Set(commits.flatMap((commit2) => revertedSubject(commit2.subject) ?? []));
  const known = new Set(commits.map((commit2) => commit2.subject));
  const notable = commits.filter((commit2) => {
    if (NOT_NOTABLE.test(commit2.subject) || OWN_AUTHOR.test(commit2.author)) return false;
    const undone = revertedSubject(commit2.subject);
    return !reverted.has(commit2.subject) && !(undone !== null && known.has(undone));
  });
  const all = notable.map(entryOf).filter(({ text: text2 }) => text2 !== "");
  const entries = all.filter((entry3, at) => all.findIndex((other) => other.text === entry3.text) === at);
  const chosen = entries.length > READABLE ? entries.filter(({ isPlain }) => isPlain) : entries;
  return chosen.map(({ isPlain: _, ...entry3 }) => entry3);
}
function revertedSubject(subject) {
  return /^revert "(.+)"$/i.exec(subject)?.[1] ?? null;
}
function entryOf(commit2) {
  const [, type = "", breaking, rest] = /^(\w+)(?:\([^)]*\))?(!?): (.+)$/.exec(commit2.subject) ?? [];
  const group = TYPES[type.toLowerCase()];
  const subject = rest !== void 0 && group !== void 0 ? rest : commit2.subject;
  const text2 = sentence2(subject.replace(/\s*\[(?:skip ci|ci skip)\]/gi, ""));
  const meant2 = group ?? WORDS2.find(([pattern]) => pattern.test(subject))?.[1];
  return {
    group: meant2 ?? "Changed",
    isPlain: meant2 !== void 0,
    text: breaking === "!" ? `Breaking: ${text2}` : text2,
    sha: commit2.sha.slice(0, 7)
  };
}
function sentence2(subject) {
  const text2 = subject.trim().replace(/\.$/, "").replaceAll("<", "&lt;");
  return text2.charAt(0).toUpperCase() + text2.slice(1);
}
var NOT_NOTABLE, OWN_AUTHOR, TYPES, WORDS2, READABLE;
var init_commit_entry = __esm({
  "src/rehearsal/model/text/commit-entry.ts"() {
    "use strict";
    NOT_NOTABLE = /^(?:merge (?:branch|pull request|remote-tracking|tag|commit)\b|(?:fixup|squash|amend)!|wip\b|wakeful: |(?:chore|ci|build|test|tests|style)(?:\([^)]*\))?!?: |(?:release|bump version(?: to)?|prepare release)\b.*\d+\.\d+|v?\d+\.\d+\.\d+$)/i;
    OWN_AUTHOR = /^wakeful(?:\[bot\])?$/i;
    TYPES = {
      feat: "Added",
      feature: "Added",
      fix: "Fixed",
      bugfix: "Fixed",
      perf: "Changed",
      refactor: "Changed",
      docs: "Changed",
      doc: "Changed",
      revert: "Removed",
      remove: "Removed",
      deprecate: "Deprecated",
      security: "Security"
    };
    WORDS2 = [
      [/\b(?:CVE-\d|security|vulnerab)/i, "Security"],
      [/^deprecat/i, "Deprecated"],
      [/^(?:remove|delete|drop|revert|strip)/i, "Removed"],
      [/^(?:fix|repair|correct|resolve|prevent|avoid|mend|do not|don't|stop|handle|restore)/i, "Fixed"],
      [
        /^(?:add|introduce|create|support|allow|implement|new|provide|initial|first|enable|give|build|write|lay)\b/i,
        "Added"
      ],
      [/^(?:added|adds|introduced|introduces|created|creates|supports|implements|implemented)\b/i, "Added"]
    ];
    READABLE = 40;
  }
});

// src/rehearsal/model/scripts/changelog-draft.ts
function isChangelogDraft(objective) {
  const text2 = oneLine2(objective);
  return /unreleased/i.test(text2) && /commits? of (?:the|this) window/i.test(text2);
}
function changelogDraft(conversation) {
  const { objective, commits, window } = conversation.assignment;
  const named = pathNamed(objective, ".md") ?? "CHANGELOG.md";
  const entries = entriesOf2(commits);
  if (entries.length === 0) return finish(nothing(commits.length, window));
  const folder = named.slice(0, named.lastIndexOf("/") + 1);
  const found2 = listing(conversation, `${folder}*`);
  if (found2 === null)
    return { say: `Looks for ${named}.`, calls: [use("list_files", { pattern: `${folder}*` })] };
  const path = found2.files.find((file) => file.toLowerCase() === named.toLowerCase());
  if (path === void 0) {
    return found2.isComplete ? write(conversation, { path: named, before: null, entries }) : giveUp(`${folder || "The root"} could not be listed.`);
  }
  const reading = readOn(conversation, [path], CHANGELOG_LINES);
  if (reading !== null) return reading;
  const view = fileView(conversation, path);
  if (view.kind !== "text")
    return giveUp(`${path} cannot be read: ${view.kind === "failed" ? view.reason : ""}`);
  return write(conversation, { path, before: { text: view.text, raw: view.raw }, entries });
}
function nothing(commits, window) {
  const time = `from ${window.from} to ${window.to}`;
  return commits === 0 ? `There are no commits in the window ${time}.` : `None of the ${counted(commits, "commit")} ${time} is for readers of the changelog: merges, chores, the agent's own.`;
}
function write(conversation, { path, before, entries }) {
  const fresh = entries.filter((entry3) => !isWritten(before?.text ?? "", entry3));
  if (fresh.length === 0)
    return finish(`${path} has ${counted(entries.length, "entry", "entries")} of the window already.`);
  const step = changeFile(conversation, {
    path,
    before: before?.raw ?? null,
    after: withEntries(before?.text ?? null, fresh)
  });
  if (step.kind === "turn") return step.turn;
  if (step.kind === "refused") return giveUpRefused(path, step.reason);
  return finish(summary2(conversation, path, fresh));
}
function summary2(conversation, path, fresh) {
  const { commits, commitCount } = conversation.assignment;
  const groups = GROUPS.map((group) => ({
    group,
    count: fresh.filter((entry3) => entry3.group === group).length
  }));
  const counts = groups.filter(({ count: count2 }) => count2 > 0).map(({ group, count: count2 }) => `${group} ${count2}`);
  const unseen = commitCount - commits.length;
  const left = commits.length - entriesOf2(commits).length;
  const rest = [
    left > 0 ? ` ${counted(left, "commit")} say nothing to readers and are left out.` : "",
    unseen > 0 ? ` ${counted(unseen, "commit")} more were not shown, so they are not in it.` : ""
  ].join("");
  return `${path}: ${counted(fresh.length, "entry", "entries")} under Unreleased (${counts.join(", ")}).${rest}`;
}
var CHANGELOG_LINES;
var init_changelog_draft = __esm({
  "src/rehearsal/model/scripts/changelog-draft.ts"() {
    "use strict";
    init_change();
    init_changelog();
    init_commit_entry();
    init_objective();
    init_turn();
    init_views();
    CHANGELOG_LINES = 2e3;
  }
});

// src/rehearsal/model/text/page-summary.ts
function summarisePage(text2, isComplete) {
  const plain2 = text2.replaceAll("\r", "");
  const title = frontMatterTitle(plain2) ?? firstHeading(plain2);
  return { title, sentence: firstSentence(withoutFrontMatter(plain2), isComplete) };
}
function frontMatterTitle(text2) {
  const title = /^title:[ \t]*(.+)$/m.exec(frontMatter(text2) ?? "")?.[1]?.trim().replace(/^(["'])(.*)\1$/, "$2");
  return title === void 0 || title === "" ? null : title;
}
function firstHeading(text2) {
  const all = headings(text2);
  const heading = all.find(({ level }) => level === 1) ?? all[0];
  const title = plainText(heading?.text.replace(/\{#[\w-]+\}\s*$/, "") ?? "");
  return title === "" ? null : title;
}
function firstSentence(text2, isComplete) {
  const blocks = withoutFences(text2).split(/\n[ \t]*\n/);
  for (const [index, block] of blocks.entries()) {
    const paragraph = paragraphOf(block);
    if (paragraph === "") continue;
    const sentence3 = cutSentence(paragraph);
    if (sentence3.whole || isComplete || index < blocks.length - 1) return sentence3.text;
    return null;
  }
  return null;
}
function withoutFences(text2) {
  return text2.replace(/<!--[\s\S]*?(?:-->|$)/g, "").replace(/^ {0,3}(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^ {0,3}\1[^\n]*$|$(?![\s\S]))/gm, "");
}
function paragraphOf(block) {
  const lines = block.split("\n").filter((line2) => line2.trim() !== "");
  while (/^ {0,3}#{1,6}(?:\s|$)/.test(lines[0] ?? "")) lines.shift();
  if (/^ {0,3}(?:=+|-+)\s*$/.test(lines[1] ?? "")) lines.splice(0, 2);
  const first = lines[0] ?? "";
  if (/^(?: {4}|\t)|^\s*(?:[-*+>|<]\s|[>|<]|\d+[.)]\s|[-*_=]{3,}\s*$|\[[^\]]+\]:|:::|!!!|import\s|export\s)/.test(
    first
  ))
    return "";
  return plainText(lines.map((line2) => line2.trim()).join(" ")).replace(/\s+/g, " ");
}
function cutSentence(paragraph) {
  for (const match of paragraph.matchAll(/[.!?]["')\]]?(?=\s|$)/g)) {
    const sentence3 = paragraph.slice(0, (match.index ?? 0) + match[0].length);
    if (!ABBREVIATION.test(sentence3) || sentence3.length === paragraph.length) {
      return { text: cutWords(sentence3), whole: true };
    }
  }
  return { text: cutWords(paragraph.replace(/:$/, "")), whole: false };
}
function cutWords(text2) {
  if (text2.length <= LONGEST_SENTENCE) return text2;
  const cut = text2.slice(0, LONGEST_SENTENCE);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), LONGEST_SENTENCE / 2)).replace(/[\s,;:.]+$/, "")}…`;
}
var LONGEST_SENTENCE, ABBREVIATION;
var init_page_summary = __esm({
  "src/rehearsal/model/text/page-summary.ts"() {
    "use strict";
    init_markdown2();
    LONGEST_SENTENCE = 160;
    ABBREVIATION = /(?:\b(?:e\.g|i\.e|etc|vs|cf|approx|incl|no|dr|mr|mrs|st)|\b[A-Z])\.$/i;
  }
});

// src/rehearsal/model/scripts/docs-index.ts
function isDocsIndex(objective) {
  return FOLDER.test(oneLine2(objective));
}
function docsIndex(conversation) {
  const { objective } = conversation.assignment;
  const folder = FOLDER.exec(oneLine2(objective))?.[1] ?? "docs";
  const index = pathNamed(objective, ".md") ?? `${folder}/index.md`;
  const found2 = listing(conversation, `${folder}/**`);
  const indexFound = listing(conversation, index);
  if (found2 === null || indexFound === null) {
    const calls = [.../* @__PURE__ */ new Set([`${folder}/**`, index])].map((pattern) => use("list_files", { pattern }));
    return { say: `Looks at the pages below ${folder}/.`, calls };
  }
  if (!found2.isComplete) return giveUp(`The files below ${folder}/ could not all be listed.`);
  const pages = found2.files.filter((path) => PAGE.test(path) && path !== index).sort(comparePaths);
  if (pages.length === 0)
    return finish(`There is no Markdown page below ${folder}/, so there is nothing to list.`);
  return withIndex(conversation, {
    folder,
    index,
    exists: indexFound.files.includes(index),
    pages,
    files: found2.files
  });
}
function withIndex(conversation, site) {
  if (!site.exists) return withPages2(conversation, site, null);
  const reading = readOn(conversation, [site.index], INDEX_LINES);
  if (reading !== null) return reading;
  const view = fileView(conversation, site.index);
  if (view.kind !== "text")
    return giveUp(`${site.index} cannot be read: ${view.kind === "failed" ? view.reason : ""}`);
  if (!view.isComplete)
    return giveUp(`${site.index} has more than ${INDEX_LINES} lines; that is no list that fits here.`);
  return withPages2(conversation, site, { text: view.text, raw: view.raw });
}
function withPages2(conversation, site, before) {
  const kept = dropDead(before?.text ?? "", site);
  const listed2 = new Set(linkedPages(kept.text, site.index));
  const missing = site.pages.filter((page) => !listed2.has(page));
  const unclear = missing.filter((page) => !isClear(conversation, page));
  const reading = conversation.mustHurry || unclear.length === 0 ? null : readOn(conversation, unclear, PAGE_LINES2);
  if (reading !== null) return reading;
  const ready = missing.filter((page) => fileView(conversation, page).kind !== "unread");
  const entries = ready.map(
    (page) => entryOf2(conversation, { page, index: site.index, separator: separatorOf(kept.text) })
  );
  if (entries.length === 0 && kept.dropped.length === 0) {
    return finish(
      `${site.index} lists all ${counted(site.pages.length, "page")} below ${site.folder}/ already.`
    );
  }
  const after = addEntries(before === null ? null : kept.text, { entries, site });
  const step = changeFile(conversation, { path: site.index, before: before?.raw ?? null, after });
  if (step.kind === "turn") return step.turn;
  if (step.kind === "refused") return giveUpRefused(site.index, step.reason);
  return finish(summary3(site, { added: ready, dropped: kept.dropped, left: missing.length - ready.length }));
}
function isClear(conversation, page) {
  const view = fileView(conversation, page);
  if (view.kind !== "text") return view.kind === "failed";
  const { title, sentence: sentence3 } = summarisePage(view.text, view.isComplete);
  return view.isComplete || title !== null && sentence3 !== null;
}
function entryOf2(conversation, { page, index, separator }) {
  const view = fileView(conversation, page);
  const known = view.kind === "text" ? view : { text: "", isComplete: false };
  const { title, sentence: sentence3 } = summarisePage(known.text, known.isComplete);
  const name = (title ?? page.slice(page.lastIndexOf("/") + 1)).replace(/[[\]]/g, "\\$&").replaceAll("<", "&lt;");
  const link3 = `- [${name}](${encodePath(relativePath(folderOf(index), page))})`;
  return sentence3 === null ? link3 : `${link3}${separator}${sentence3.replaceAll("<", "&lt;")}`;
}
function separatorOf(text2) {
  return text2.split("\n").flatMap((line2) => SEPARATOR.exec(line2)?.[1] ?? [])[0] ?? ": ";
}
function linkedPages(text2, index) {
  return findLinks(text2).flatMap((link3) => targetOf(index, link3.destination)?.path ?? []);
}
function dropDead(text2, site) {
  const dropped = [];
  let indent = -1;
  const lines = text2.split("\n").filter((line2) => {
    const depth = line2.search(/\S/);
    if (indent >= 0 && depth > indent && !/^\s*[-*+]\s/.test(line2)) return false;
    indent = -1;
    const dead = deadPage(line2, site);
    if (dead === null) return true;
    dropped.push(dead);
    indent = depth;
    return false;
  });
  return { text: lines.join("\n"), dropped };
}
function deadPage(line2, site) {
  if (!/^\s*[-*+]\s+\[/.test(line2)) return null;
  const [page] = linkedPages(line2, site.index);
  if (page === void 0 || !PAGE.test(page) || !page.startsWith(`${site.folder}/`)) return null;
  return page === site.index || site.files.includes(page) ? null : page;
}
function addEntries(text2, add3) {
  if (text2 === null || text2.trim() === "") {
    return ["# Documentation", "", `All pages below \`${add3.site.folder}/\`.`, "", ...add3.entries].join("\n");
  }
  const lines = text2.trimEnd().split("\n");
  const last = lastEntry(lines, add3.site);
  if (last < 0) return [...lines, "", ...add3.entries].join("\n");
  return [...lines.slice(0, last + 1), ...add3.entries, ...lines.slice(last + 1)].join("\n");
}
function lastEntry(lines, site) {
  const isEntry = (line2) => /^[-*+]\s/.test(line2) && linkedPages(line2, site.index).some((page) => site.files.includes(page));
  let last = lines.findLastIndex(isEntry);
  while (last >= 0 && /^\s+\S/.test(lines[last + 1] ?? "")) last += 1;
  return last;
}
function summary3(site, { added: added2, dropped, left }) {
  const parts = [
    added2.length > 0 ? `added ${counted(added2.length, "page")} (${added2.join(", ")})` : "",
    dropped.length > 0 ? `dropped ${counted(dropped.length, "dead line")} (${dropped.join(", ")})` : "",
    left > 0 ? `left ${counted(left, "page")} for the next time, because the limits were near` : ""
  ];
  return `${site.index}: ${parts.filter((part) => part !== "").join("; ")}.`;
}
var FOLDER, PAGE, PAGE_LINES2, INDEX_LINES, SEPARATOR;
var init_docs_index = __esm({
  "src/rehearsal/model/scripts/docs-index.ts"() {
    "use strict";
    init_change();
    init_links();
    init_objective();
    init_page_summary();
    init_turn();
    init_views();
    FOLDER = /list every page (?:below|under) `?([^`\s,;]+?)\/?[`,;.]*(?:\s|$)/i;
    PAGE = /\.(?:md|markdown|mdx)$/i;
    PAGE_LINES2 = 60;
    INDEX_LINES = 2e3;
    SEPARATOR = /^\s*[-*+]\s+\[[^\]]*\]\([^)]*\)(\s*[:–—-]\s+)\S/;
  }
});

// src/rehearsal/model/text/comments.ts
function isCode(path) {
  return !NOT_CODE.test(path);
}
function readComment(match, markers) {
  if (!isCode(match.path)) return [];
  const pattern = new RegExp(
    String.raw`\b(${markers.join("|")})\b(?:\(([^()]*)\))?(:|\]:?|\s-)?(?=(.*)$)`,
    "gs"
  );
  for (const found2 of match.text.matchAll(pattern)) {
    const before = match.text.slice(0, found2.index);
    const opensLine = before.trim() === "" && found2[3] === ":";
    if (!opensLine && !(AT_LEAD.test(before) && !insideString(before))) continue;
    const [, marker = "", owner = "", , text2 = ""] = found2;
    return [{ path: match.path, line: match.line, marker, owner: owner.trim(), text: tidy(text2) }];
  }
  return [];
}
function insideString(before) {
  const code = before.replace(/(?:'''|""")[\s@\-[*!]*$/, "").replace(/\\./g, "");
  return ['"', "'", "`"].some((quote) => code.split(quote).length % 2 === 0);
}
function tidy(text2) {
  return text2.replace(/\s*(?:\*+\/\}?|-->|\*\)|'''|""")\s*$/, "").replace(/^[\s:\-–]+/, "").replace(/\s+/g, " ").trim();
}
var MARKERS, NOT_CODE, ANYWHERE, FIRST, AT_LEAD;
var init_comments2 = __esm({
  "src/rehearsal/model/text/comments.ts"() {
    "use strict";
    MARKERS = ["TODO", "FIXME", "XXX", "HACK", "BUG", "OPTIMIZE"];
    NOT_CODE = /\.(?:md|markdown|mdx|txt|rst|adoc|json|jsonl|json5|lock|csv|tsv|svg|map|snap|patch|diff|log|po|ipynb)$|(?:^|\/)(?:LICENSE|NOTICE|COPYING|CHANGELOG|AUTHORS)[^/]*$|\.min\.(?:js|css)$/i;
    ANYWHERE = String.raw`(?:^|[\s;{}(),>\]])(?://+!?|/\*+|\{/\*+|<!--|#+|--|'{3}|"{3}|\(\*)`;
    FIRST = String.raw`^\s*(?:\*+|;+|%+|REM\s)`;
    AT_LEAD = new RegExp(String.raw`(?:${ANYWHERE}|${FIRST})[\s@\-\[*!]*$`);
  }
});

// src/rehearsal/model/scripts/todo-digest.ts
function isTodoDigest(objective) {
  return /digest of the (?:TODO|FIXME|XXX|HACK)\b.* comments/.test(oneLine2(objective));
}
function todoDigest(conversation) {
  const { objective } = conversation.assignment;
  const digest2 = pathNamed(objective, ".md") ?? "docs/todo.md";
  const found2 = listing(conversation, digest2);
  if (found2 === null) {
    const calls = [use("list_files", { pattern: digest2 }), searchIn("**", markersOf(objective))];
    return { say: "Looks for the comments.", calls };
  }
  const hunt = searchAll(conversation, markersOf(objective));
  if (hunt.kind === "turn") return hunt.turn;
  if (hunt.kind === "failed") return giveUp(`The search was refused: ${hunt.reason}`);
  const exists3 = found2.files.includes(digest2);
  const reading = exists3 ? readOn(conversation, [digest2], DIGEST_LINES) : null;
  if (reading !== null) return reading;
  const view = exists3 ? fileView(conversation, digest2) : null;
  if (view?.kind === "failed") return giveUp(`${digest2} cannot be read: ${view.reason}`);
  const before = view?.kind === "text" ? view.raw : null;
  const omitted = [...omittedPaths(objective), digest2];
  const matches = hunt.matches.filter((match) => !pathIsOneOf(match.path, omitted));
  return writeDigest(conversation, {
    digest: digest2,
    before,
    matches,
    tooMany: hunt.tooMany,
    markers: markersOf(objective)
  });
}
function markersOf(objective) {
  return MARKERS.filter((marker) => new RegExp(`\\b${marker}\\b`).test(objective));
}
function omittedPaths(objective) {
  const sentence3 = /leave out (.*)/i.exec(
    oneLine2(objective.split(/\n\s*\n/).find((part) => /leave out/i.test(part)) ?? "")
  );
  return [...(sentence3?.[1] ?? "").matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? "");
}
function searchIn(glob, markers) {
  const pattern = `\\b(${markers.join("|")})\\b`;
  return use("search", glob === "**" ? { pattern } : { pattern, glob });
}
function searchAll(conversation, markers) {
  const files = listing(conversation, "**");
  const matches = [];
  const tooMany = files === null || files.isComplete ? [] : ["**"];
  const open4 = [];
  const globs2 = ["**"];
  for (let glob = globs2.shift(); glob !== void 0; glob = globs2.shift()) {
    const call = searchIn(glob, markers);
    const view = searched(conversation, call);
    if (view?.kind === "failed") return view;
    if (view === null) open4.push(call);
    else if (view.isComplete) matches.push(...view.matches);
    else if (files === null) open4.push(use("list_files", { pattern: "**" }));
    else globs2.push(...narrowOrKeep(glob, { files: files.files, view, matches, tooMany }));
  }
  if (open4.length === 0) return { kind: "found", matches, tooMany };
  if (conversation.mustHurry) return { kind: "found", matches, tooMany: [...tooMany, ...open4.map(globOf)] };
  return {
    kind: "turn",
    turn: { say: "Goes on folder by folder.", calls: open4.slice(0, SEARCHES_PER_TURN) }
  };
}
function globOf(call) {
  return String(call.input["glob"] ?? "**");
}
function narrowOrKeep(glob, { files, view, matches, tooMany }) {
  const narrower = narrow(glob, files);
  if (narrower !== null) return narrower;
  matches.push(...view.matches);
  tooMany.push(glob);
  return [];
}
function narrow(glob, files) {
  const prefix = glob.replace(/\*+$/, "");
  const depth = prefix.split("/").length;
  if (prefix === glob) return null;
  const below = files.filter(isCode).map((file) => file.replace(/[^\w./ -]/g, "?")).filter((file) => file.startsWith(prefix));
  const inFolder = below.filter((file) => file.split("/").length === depth);
  if (!glob.endsWith("**"))
    return distinct2(inFolder.map((file) => prefix + kindOf(file.slice(prefix.length))));
  if (depth > DEEPEST_FOLDER) return null;
  const folders = below.filter((file) => file.split("/").length > depth).map((file) => file.split("/")[depth - 1]);
  return [`${prefix}*`, ...distinct2(folders.map((folder) => `${prefix}${folder}/**`))];
}
function kindOf(name) {
  const ending = /\.\w+$/.exec(name)?.[0];
  return ending === void 0 ? name : `*${ending}`;
}
function distinct2(texts) {
  return [...new Set(texts)].sort();
}
function writeDigest(conversation, found2) {
  const comments = found2.matches.flatMap((match) => readComment(match, found2.markers)).sort((a, b) => comparePaths(a.path, b.path) || a.line - b.line);
  const unique = comments.filter((comment2, at) => !samePlace(comment2, comments[at - 1]));
  if (unique.length === 0 && found2.before === null) {
    return finish(
      `No comment in the code is marked ${found2.markers.join(", ")}, so there is nothing to list.`
    );
  }
  const after = digestText(unique, found2);
  const step = changeFile(conversation, {
    path: found2.digest,
    before: found2.before,
    after
  });
  if (step.kind === "turn") return step.turn;
  if (step.kind === "refused") return giveUpRefused(found2.digest, step.reason);
  const what = `${counted(unique.length, "comment")} in ${counted(filesOf(unique).length, "file")}`;
  return finish(
    step.hasChanged ? `${found2.digest} now lists ${what}.` : `${found2.digest} is up to date: ${what}.`
  );
}
function samePlace(a, b) {
  return b !== void 0 && a.path === b.path && a.line === b.line;
}
function filesOf(comments) {
  return [...new Set(comments.map((comment2) => comment2.path))];
}
function digestText(comments, { digest: digest2, tooMany, markers }) {
  const files = filesOf(comments);
  const intro = comments.length === 0 ? `No comment in the code is marked ${markers.join(", ")}.` : `${counted(comments.length, "comment")} in ${counted(files.length, "file")}, as the code has them.`;
  const cut = tooMany.map((glob) => `Not all are listed: \`${glob}\` holds more than one search returns.`);
  const sections = files.flatMap((file) => [
    "",
    `## ${codeSpan2(file)}`,
    "",
    ...comments.filter((comment2) => comment2.path === file).map((comment2) => entry(comment2, digest2))
  ]);
  return ["# Left to do", "", intro, ...cut, ...sections].join("\n");
}
function codeSpan2(path) {
  return `\`${path.replace(/[`\n\r]/g, "?")}\``;
}
function entry(comment2, digest2) {
  const link3 = `${encodePath(relativePath(folderOf(digest2), comment2.path))}#L${comment2.line}`;
  const owner = comment2.owner === "" ? "" : ` (${comment2.owner})`;
  const text2 = comment2.text === "" ? "" : `: ${comment2.text.replace(/[\\<[\]*_]/g, "\\$&")}`;
  return `- [Line ${comment2.line}](${link3}) ${comment2.marker}${owner}${text2}`;
}
var DIGEST_LINES, DEEPEST_FOLDER, SEARCHES_PER_TURN;
var init_todo_digest = __esm({
  "src/rehearsal/model/scripts/todo-digest.ts"() {
    "use strict";
    init_change();
    init_comments2();
    init_links();
    init_objective();
    init_turn();
    init_views();
    DIGEST_LINES = 5e3;
    DEEPEST_FOLDER = 4;
    SEARCHES_PER_TURN = 10;
  }
});

// src/rehearsal/model/script.ts
function nextTurn(conversation) {
  if (conversation === null) return giveUp(UNKNOWN_GOAL);
  const last = conversation.steps.findLast((step) => step.tool === "finish" || step.tool === "give_up");
  if (last !== void 0) return giveUp(`The work could not be finished: ${firstLines(last.result)}`);
  const script = SCRIPTS.find(({ recognises }) => recognises(oneLine2(conversation.assignment.objective)));
  return script === void 0 ? giveUp(UNKNOWN_GOAL) : script.next(conversation);
}
function firstLines(result) {
  const text2 = result.kind === "failed" ? result.reason : result.kind === "said" ? result.text : result.header;
  return text2.slice(0, SHOWN);
}
var SCRIPTS, UNKNOWN_GOAL, SHOWN;
var init_script = __esm({
  "src/rehearsal/model/script.ts"() {
    "use strict";
    init_broken_links();
    init_changelog_draft();
    init_docs_index();
    init_todo_digest();
    init_objective();
    init_turn();
    SCRIPTS = [
      { recognises: isDocsIndex, next: docsIndex },
      { recognises: isBrokenLinks, next: brokenLinks },
      { recognises: isTodoDigest, next: todoDigest },
      { recognises: isChangelogDraft, next: changelogDraft }
    ];
    UNKNOWN_GOAL = "The scripted model knows only the sample goals (an index of docs, broken links, a digest of TODO comments, a changelog draft) and recognises them by their objectives. For any other goal use a real model: set OPENAI_API_KEY, and for a server that is not OpenAI also OPENAI_BASE_URL and OPENAI_MODEL.";
    SHOWN = 500;
  }
});

// src/rehearsal/model/text/assignment.ts
function readAssignment(message) {
  const objectiveAt = message.indexOf("\nObjective:\n");
  const restAt = endOfObjective(message);
  if (!message.startsWith("Goal: ") || objectiveAt < 0 || restAt < objectiveAt) return null;
  const rest = message.slice(restAt);
  const window = /^Window: (\S+) to (\S+)/m.exec(rest);
  const commits = section2(rest, "Commits of the window");
  return {
    title: message.slice("Goal: ".length, objectiveAt).trim(),
    objective: message.slice(objectiveAt + "\nObjective:\n".length, restAt).trim(),
    mayWrite: globs(line(rest, "You may write")),
    neverWritable: globs(line(rest, "Never writable")),
    item: readPath(line(rest, "Task").replace(INLINE_DATA, "$1")),
    window: { from: window?.[1] ?? "", to: window?.[2] ?? "" },
    calls: Number(/(\d+) model calls/.exec(line(rest, "Limits"))?.[1] ?? USUAL_CALLS),
    commits: commits.lines.flatMap(readCommit),
    commitCount: commits.count
  };
}
function endOfObjective(message) {
  const fence = message.search(/^<data-[0-9a-f]+>$/m);
  return message.lastIndexOf("\n\nYou may read: ", fence < 0 ? message.length : fence);
}
function line(text2, name) {
  const start = text2.indexOf(`
${name}: `);
  if (start < 0) return "";
  const from = start + name.length + 3;
  const end = text2.indexOf("\n", from);
  return text2.slice(from, end < 0 ? text2.length : end).trim();
}
function section2(text2, name) {
  const start = text2.indexOf(`
${name}: `);
  if (start < 0) return { count: 0, lines: [] };
  const lines = unfence(text2.slice(start))?.body.split("\n") ?? [];
  return { count: Number.parseInt(line(text2, name), 10) || 0, lines };
}
function globs(list8) {
  if (list8 === "" || list8 === "nothing") return [];
  return list8.split(/,\s+/).map((glob) => glob.replaceAll("`", "").replace(/\.$/, "").trim());
}
function readCommit(text2) {
  const [, sha, date, author, subject] = /^([0-9a-f]{7,64}) (\d{4}-\d{2}-\d{2})(?: (.*?))?: (.*)$/.exec(text2) ?? [];
  if (sha === void 0 || date === void 0) return [];
  return [{ sha, date, author: author ?? "", subject: subject ?? "" }];
}
var USUAL_CALLS, INLINE_DATA;
var init_assignment = __esm({
  "src/rehearsal/model/text/assignment.ts"() {
    "use strict";
    init_tool_results();
    USUAL_CALLS = 20;
    INLINE_DATA = /^<data-[0-9a-f]+>(.*)<\/data-[0-9a-f]+>$/;
  }
});

// src/rehearsal/model/text/conversation.ts
function readConversation(messages, answerBytes2) {
  const users = messages.filter((message) => message.role === "user");
  const first = users.findIndex((message) => readAssignment(message.content) !== null);
  const assignment = readAssignment(users[first]?.content ?? "");
  if (assignment === null) return null;
  const turns = messages.filter((message) => message.role === "assistant").length;
  const warned = users.slice(first + 1).some((message) => /\bleft\b|80 ?%/.test(message.content)) || messages.some(({ role, content }) => role === "tool" && NOTICE.test(content));
  return {
    assignment,
    steps: readSteps(messages),
    turns,
    mustHurry: warned || turns >= assignment.calls - CALLS_IN_HAND,
    answerBytes: answerBytes2
  };
}
function readSteps(messages) {
  const results = new Map(
    messages.map(({ toolCallId, content }) => [toolCallId, content.replace(NOTICE, "")])
  );
  return messages.flatMap((message) => message.toolCalls).map((call) => ({
    tool: call.name,
    input: readInput(call.arguments),
    result: readToolResult(results.get(call.id) ?? "Error: no result came back")
  }));
}
function readInput(json) {
  try {
    const parsed3 = JSON.parse(json);
    return typeof parsed3 === "object" && parsed3 !== null ? { ...parsed3 } : {};
  } catch {
    return {};
  }
}
var NOTICE, CALLS_IN_HAND;
var init_conversation = __esm({
  "src/rehearsal/model/text/conversation.ts"() {
    "use strict";
    init_assignment();
    init_tool_results();
    NOTICE = /(?:\n\n)?[^\n]*finish soon\.$/;
    CALLS_IN_HAND = 4;
  }
});

// src/rehearsal/model/server.ts
var server_exports = {};
__export(server_exports, {
  startScriptedModel: () => startScriptedModel
});
import { createServer as createServer2 } from "node:http";
async function startScriptedModel(random) {
  const key = `scripted-${random.nonce()}`;
  const server = createServer2((request, response) => {
    serve(request, key).then(
      (reply3) => send3(response, reply3),
      () => response.destroy()
    );
  });
  const port = await listen2(server);
  return { baseUrl: `http://127.0.0.1:${port}/v1`, key, close: () => closeServer2(server) };
}
function listen2(server) {
  return new Promise((resolve6, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      if (typeof address === "object" && address !== null) resolve6(address.port);
      else reject(new Error("the scripted model has no port"));
    });
  });
}
function closeServer2(server) {
  return new Promise((resolve6) => {
    server.close(() => resolve6());
    server.closeAllConnections();
  });
}
async function serve(request, key) {
  const body = await readBody2(request);
  if (request.headers.authorization !== `Bearer ${key}`) {
    return failure2(401, { code: "invalid_api_key", message: "Incorrect API key provided.", param: null });
  }
  if (request.method !== "POST" || request.url !== "/v1/chat/completions") {
    const message = `Only POST /v1/chat/completions is answered, not ${request.method} ${request.url}.`;
    return failure2(404, { code: "unknown_url", message, param: null });
  }
  if (body === null)
    return failure2(413, { code: "too_large", message: "The body is larger than 32 MB.", param: null });
  const read4 = readRequest(body);
  if (read4.kind === "bad") return failure2(400, { code: null, message: read4.message, param: read4.param });
  const bytes = answerBytes(read4.request);
  const turn = nextTurn(readConversation(read4.request.messages, bytes));
  return { status: 200, body: completion(read4.request, fitTurn(turn, bytes)) };
}
async function readBody2(request) {
  const parts = [];
  let bytes = 0;
  for await (const part of request) {
    bytes += part.length;
    if (bytes <= MOST_BODY_BYTES) parts.push(part);
  }
  return bytes > MOST_BODY_BYTES ? null : Buffer.concat(parts).toString("utf8");
}
function failure2(status2, { code, message, param }) {
  return { status: status2, body: { error: { message, type: "invalid_request_error", param, code } } };
}
function send3(response, reply3) {
  const text2 = JSON.stringify(reply3.body);
  response.writeHead(reply3.status, {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(text2)
  });
  response.end(text2);
}
var MOST_BODY_BYTES;
var init_server2 = __esm({
  "src/rehearsal/model/server.ts"() {
    "use strict";
    init_completion();
    init_script();
    init_conversation();
    init_turn();
    MOST_BODY_BYTES = 32 * 1024 * 1024;
  }
});

// src/commands/worlds/rehearsal-model.ts
function openRehearsalModel(environment3, random) {
  const own = environment3.openaiKey !== "" || environment3.openaiBaseUrl !== "";
  return own ? ownModel(environment3) : scriptedModel(random);
}
async function scriptedModel(random) {
  const { startScriptedModel: startScriptedModel2 } = await Promise.resolve().then(() => (init_server2(), __toCommonJS(server_exports)));
  const server = await startScriptedModel2(random);
  return {
    kind: "scripted",
    provider: redirected(await modelProvider(server.key), { baseUrl: server.baseUrl, model: "scripted" }),
    overrides: { baseUrl: null, model: null },
    name: "scripted",
    sentence: REHEARSAL_TEXTS.scriptedModel,
    secrets: [server.key],
    close: () => server.close()
  };
}
async function ownModel(environment3) {
  const { openaiKey, openaiBaseUrl, openaiModel } = environment3;
  const server = openaiBaseUrl === "" ? REHEARSAL_TEXTS.serverOfSettings : new URL(openaiBaseUrl).host;
  return {
    kind: "real",
    provider: await modelProvider(openaiKey === "" ? null : openaiKey),
    overrides: { baseUrl: openaiBaseUrl, model: openaiModel },
    name: openaiModel === "" ? REHEARSAL_TEXTS.modelOfSettings : openaiModel,
    sentence: REHEARSAL_TEXTS.ownModel(openaiModel || REHEARSAL_TEXTS.oneOfSettings, server),
    secrets: environmentSecrets(),
    close: async () => {
    }
  };
}
function redirected(provider, to) {
  return {
    name: () => to.model,
    open: (settings) => provider.open({ ...settings, ...to })
  };
}
async function modelProvider(key) {
  const { createOpenAiModels: createOpenAiModels2 } = await Promise.resolve().then(() => (init_openai_model(), __toCommonJS(openai_model_exports)));
  return createOpenAiModels2({ key });
}
var init_rehearsal_model = __esm({
  "src/commands/worlds/rehearsal-model.ts"() {
    "use strict";
    init_runner();
    init_command_texts();
  }
});

// src/commands/rehearse.ts
var rehearse_exports = {};
__export(rehearse_exports, {
  rehearse: () => rehearse
});
async function run({ args, terminal }) {
  const { options, words: words2 } = readOptions(args, OPTIONS);
  refuseWords(words2);
  const { openaiKey, ...shared } = environment();
  const orders = readOrders(options, shared.stop);
  const output = options.json ? terminal.err : terminal.out;
  const watcher = createWatcher(terminal, output, { showsLines: !options.night });
  const interrupt = watchInterrupt(() => watcher.print(COMMAND_TEXTS.saving));
  const opened = [];
  try {
    const rehearsal = await findRehearsal(terminal.folder, options.repo, interrupt.signal);
    const ready = { folder: terminal.folder, goals: options.goals, fresh: options.fresh };
    const origin = await prepareRehearsal(rehearsal, ready, interrupt.signal);
    const model = await openRehearsalModel({ ...shared, openaiKey }, systemRandom());
    opened.push(model);
    const github = await openRehearsalGitHub(rehearsal);
    opened.push(github);
    const style = styleOf(terminal, output);
    const { commit: commit2 } = origin;
    const where = `Rehearsing on ${rehearsal.source.name} at ${commit2.slice(0, 7)}, in ${rehearsal.home.shownAs}/.`;
    const { offsetMs, words: words3 } = await playedClock(rehearsal.runs, orders.at);
    const opening2 = [where, words3, model.sentence].filter((text2) => text2 !== "");
    watcher.print(`${opening2.flatMap((text2) => wrapToWidth(text2, style.width)).join("\n")}
`);
    const { stateBranch, budget } = await settingsAt(rehearsal.git, origin, interrupt.signal);
    const cancel = interrupt.signal;
    const given = { rehearsal, model, github, watcher, cancel };
    const setup = { ...given, orders: { ...orders, offsetMs }, stateBranch, commit: commit2 };
    const played = options.night ? await playNight(setup, style) : [await playWake(setup, offsetMs)];
    const now = played.at(-1)?.endedAt ?? 0;
    const slots = options.night ? await rehearsedSlots({ address: rehearsal.home.origin, stateBranch }, now) : [];
    return conclude(played, { rehearsal, model, options, terminal, watcher, slots, budget });
  } finally {
    for (const { close } of opened.reverse()) await close();
    watcher.close();
    interrupt.close();
  }
}
function readOrders(options, stop2) {
  if (options.night && options.goal !== null) {
    throw new UsageError(USAGE_TEXTS.goalAndNight);
  }
  return {
    /** When to play, ms; null: from where the rehearsal stands. */
    at: options.at === null ? null : timeOf(options.at),
    goals: options.goal === null ? [] : [options.goal],
    stop: options.stop ?? stop2,
    minutes: options.minutes === null ? USUAL_MINUTES : minutesOf(options.minutes)
  };
}
function timeOf(text2) {
  const time = parseTime(text2);
  if (time.kind === "wrong") throw new UsageError(`--at: ${problemSentence(time.problem)}`);
  return time.value;
}
function minutesOf(text2) {
  const minutes = parseMinutes(text2);
  if (minutes.kind === "wrong") throw new UsageError(`--minutes: ${problemSentence(minutes.problem)}`);
  return minutes.value;
}
var HELP, OPTIONS, USUAL_MINUTES, rehearse;
var init_rehearse = __esm({
  "src/commands/rehearse.ts"() {
    "use strict";
    init_runner();
    init_inputs();
    init_problem();
    init_command_texts();
    init_display_width();
    init_end_rehearsal();
    init_play();
    init_command();
    init_interrupt();
    init_options();
    init_style();
    init_watcher();
    init_goal_slots();
    init_rehearsal_clock();
    init_rehearsal_folder();
    init_rehearsal_github();
    init_rehearsal_model();
    init_settings_at();
    HELP = `
npm start -- [rehearse] [options]

Rehearses one run over every goal that is due, with real git and a local stand-in for
GitHub. Everything that it writes is in .wakeful/ :

  origin.git/   a bare repository: the current commit of this one, with your edits of
                goal files on top, the state branch, and the branches of drafts
  github/       drafts and issues, to read (.md) and to edit (.json)

To play the maintainer, set "state" in .wakeful/github/drafts/<n>.json to "merged"
or "closed" (issues: "closed"). The next run that works on something sees it.

  --goal <id>        work on this goal, due or not
  --at <time>        rehearse at another time, e.g. 2026-11-22T03:00Z. Without it the time
                     is now, or the time at which the rehearsal has arrived, if later
  --night            rehearse 24 hours, with a scheduled run every half hour
  --fresh            forget the rehearsal so far and start over
  --stop <reason>    rehearse with this text in the repository variable WAKEFUL_STOP
  --minutes <n>      how many minutes the run may take [12]
  --repo <path|URL>  rehearse on another repository, which is not changed
  --goals <folder>   use the goal files in this folder instead of the repository's own
  --json             print the result as one JSON document

OPENAI_API_KEY, OPENAI_BASE_URL and OPENAI_MODEL choose a model. Without a key and a
base URL the scripted model answers: a small program that knows the sample goals only.
Ctrl-C saves the work and gives back the lock; a second Ctrl-C ends at once.
`;
    OPTIONS = {
      goal: "text",
      at: "text",
      night: "flag",
      fresh: "flag",
      stop: "text",
      minutes: "text",
      repo: "text",
      goals: "text",
      json: "flag"
    };
    USUAL_MINUTES = 12;
    rehearse = { help: HELP, run };
  }
});

// src/commands/terminal/terminal-at.ts
async function terminalAt(terminal, settings) {
  return { ...terminal, mask: await maskFor(settings, terminal.secrets) };
}
var init_terminal_at = __esm({
  "src/commands/terminal/terminal-at.ts"() {
    "use strict";
    init_settings_mask();
  }
});

// src/config/github/github-token.ts
function tokenFor(repository, given) {
  const { host, isGitHubs } = repository;
  const isNamed = given.host.toLowerCase() === host || hostOf(given.serverUrl) === host;
  const own = isGitHubs || isNamed ? given.token : "";
  const token = isGitHubs ? own : given.enterpriseToken || own;
  if (token === "") return { kind: "none", why: reasonForNone(repository, given) };
  if (repository.serverUrl.startsWith("http:") && !isLoopback(host))
    return { kind: "none", why: tokenProblems.notEncrypted(repository.serverUrl) };
  const isOfJob = given.apiUrl !== "" && hostOf(given.serverUrl) === host;
  return { kind: "token", token, apiUrl: isOfJob ? given.apiUrl.replace(/\/+$/, "") : repository.apiUrl };
}
function reasonForNone({ host, isGitHubs }, { token }) {
  if (isGitHubs) return tokenProblems.noToken;
  return token === "" ? tokenProblems.noEnterpriseToken(host) : tokenProblems.otherServer(host);
}
function hostOf(address) {
  return URL.canParse(address) ? new URL(address).host.toLowerCase() : "";
}
function isLoopback(host) {
  return /^(127(\.\d+){3}|localhost|\[::1\])(:\d+)?$/.test(host);
}
var init_github_token = __esm({
  "src/config/github/github-token.ts"() {
    "use strict";
    init_action_problems();
  }
});

// src/oversight/observe.ts
async function look(body) {
  try {
    return { kind: "seen", value: await body() };
  } catch (reason) {
    if (reason instanceof Halt) return { kind: "unseen", why: reason.detail };
    throw reason;
  }
}
async function lookAt2(access, body) {
  return access.kind === "closed" ? { kind: "unseen", why: access.why } : look(() => body(access.control));
}
var init_observe = __esm({
  "src/oversight/observe.ts"() {
    "use strict";
    init_ending();
  }
});

// src/commands/worlds/github-access.ts
async function openGitHubAccess(remote) {
  if (remote.github !== null) return openRehearsed(remote, remote.github);
  return { access: realAccess(remote.address), close: async () => {
  } };
}
function realAccess(address) {
  const found2 = repositoryAddress(address);
  if (found2 === null) return { kind: "closed", why: REMOTE_TEXTS.noGitHub };
  const choice = tokenFor(found2, environment().github);
  if (choice.kind === "none") return { kind: "closed", why: choice.why };
  const { repository, serverUrl } = found2;
  const { control } = openGitHub({
    ...{ repository, serverUrl, apiUrl: choice.apiUrl, token: choice.token },
    actor: null,
    workflow: null,
    clock: systemClock({ offsetMs: 0 })
  });
  return { kind: "open", control, address: `${serverUrl}/${repository}`, stopValue: null };
}
async function openRehearsed({ address, repository, offsetMs }, folder) {
  const clock = systemClock({ offsetMs });
  const token = `github_pat_rehearsal${systemRandom().nonce()}`;
  const standIn = await startStandIn({
    ...{ folder, origin: address, repository, clock },
    git: gitRunner(childEnvironment()),
    serveGit: gitServer(childEnvironment()),
    tokens: { [token]: personToken(loginName()) }
  });
  const { apiUrl, serverUrl } = standIn;
  const login = { token, actor: loginName(), workflow: null };
  const { control } = openGitHub({ apiUrl, serverUrl, repository, clock, pace: REHEARSAL_PACE, ...login });
  return { access: { kind: "open", control, address: null, stopValue: null }, close: () => standIn.close() };
}
async function identityOf2(access, known, signal) {
  const seen2 = await lookAt2(access, (control) => control.identity(signal));
  return seen2.kind === "seen" ? seen2.value : known;
}
var init_github_access = __esm({
  "src/commands/worlds/github-access.ts"() {
    "use strict";
    init_run_git();
    init_serve_git();
    init_open_github();
    init_runner();
    init_github_token();
    init_repository_address();
    init_observe();
    init_access();
    init_server();
    init_command_texts();
    init_rehearsal_github();
  }
});

// src/commands/worlds/wake-for-person.ts
async function wakeForPerson(remote, order, log2) {
  const { openaiKey } = environment();
  const live = liveRepository(remote);
  const { world, control, close } = await openLiveWorld(live, {
    log: log2,
    openaiKey: openaiKey || null,
    temp: null
  });
  try {
    const stop2 = await stopNow(control, order);
    const access = { kind: "open", control, address: null, stopValue: null };
    const identity = await identityOf2(access, { name: live.repository, id: null }, order.cancel);
    const result = await wake(world, orderOf(live, order, { stop: stop2, now: world.clock.now(), identity }));
    return { result, now: world.clock.now() };
  } finally {
    await close();
  }
}
function liveRepository({ address }) {
  const found2 = repositoryAddress(address);
  if (found2 === null) {
    const right = "A run needs a repository on GitHub or GitHub Enterprise Server; npm start rehearses one here";
    throw new Halt("bad_settings", `This remote is not on GitHub. ${right}.`);
  }
  const choice = tokenFor(found2, environment().github);
  if (choice.kind === "none") throw new Halt("forbidden", `A run needs a token: ${choice.why}`);
  const { repository, serverUrl } = found2;
  const { token, apiUrl } = choice;
  return { repository, serverUrl, apiUrl, token, defaultBranch: null, workflow: null };
}
async function stopNow(control, { withoutVariable, cancel }) {
  const { stop: stop2 } = environment();
  if (stop2 !== "" || withoutVariable) return stop2;
  const access = { kind: "open", control, address: null, stopValue: null };
  const seen2 = await lookAt2(access, (open4) => open4.readVariable(STOP_VARIABLE, cancel));
  if (seen2.kind === "seen") return seen2.value ?? "";
  const way = "Give a token that may read it; or look yourself that it is not set, and add --without-variable";
  throw new Halt("forbidden", `Whether ${STOP_VARIABLE} stops the agent cannot be seen: ${seen2.why} ${way}.`);
}
function orderOf({ serverUrl, token }, { goal, reason, minutes, cancel }, { stop: stop2, now, identity }) {
  const { openaiBaseUrl, openaiModel } = environment();
  const id2 = `by-hand-${isoTime(now).replace(/[-:]/g, "")}-${systemRandom().nonce().slice(0, 6)}`;
  return {
    wake: { id: id2, url: null },
    repository: identity.name,
    repositoryId: identity.id ?? void 0,
    serverUrl,
    trigger: {
      kind: "person",
      by: loginName(),
      reason: reason ?? "npm start -- wake",
      goals: goal === null ? [] : [goal]
    },
    stop: stop2,
    model: { baseUrl: openaiBaseUrl || null, model: openaiModel || null },
    minutes,
    cancel,
    secrets: [...environmentSecrets(), tokenPassword(token)]
  };
}
var init_wake_for_person = __esm({
  "src/commands/worlds/wake-for-person.ts"() {
    "use strict";
    init_token_header();
    init_runner();
    init_github_token();
    init_repository_address();
    init_ending();
    init_stop();
    init_time();
    init_observe();
    init_wake();
    init_github_access();
    init_live_world();
  }
});

// src/commands/wake.ts
var wake_exports = {};
__export(wake_exports, {
  wake: () => wake2
});
async function run2({ args, terminal }) {
  const { options, words: words2 } = readOptions(args, OPTIONS2);
  refuseWords(words2);
  const minutes = parseMinutes(options.minutes ?? USUAL_MINUTES2);
  if (minutes.kind === "wrong") throw new UsageError(`--minutes: ${problemSentence(minutes.problem)}`);
  const watcher = createWatcher(terminal, options.json ? terminal.err : terminal.out, { showsLines: true });
  const interrupt = watchInterrupt(() => watcher.print(COMMAND_TEXTS.saving));
  try {
    const remote = { remote: options.remote ?? "origin", repo: null };
    const stateRemote2 = await findStateRemote(terminal.folder, remote, interrupt.signal);
    watcher.print(`${REMOTE_TEXTS.realRun(stateRemote2.sentence)}
`);
    const { goal, reason, "without-variable": withoutVariable } = options;
    const order = { goal, reason, minutes: minutes.value, withoutVariable, cancel: interrupt.signal };
    const { result, now } = await wakeForPerson(stateRemote2, order, watcher.log);
    watcher.gap();
    const at = await terminalAt(terminal, stateRemote2.settings);
    if (options.json) writeJson(at, result);
    else print(at, `${wakeReport({ result, now }, styleOf(at))}
`);
    const isOutage = result.ending === "github_unavailable" || result.ending === "model_unavailable";
    return isOutage ? EXIT_NEEDS_PERSON : ENDINGS[result.ending].exitCode;
  } finally {
    watcher.close();
    interrupt.close();
  }
}
var HELP2, OPTIONS2, USUAL_MINUTES2, wake2;
var init_wake2 = __esm({
  "src/commands/wake.ts"() {
    "use strict";
    init_inputs();
    init_ending();
    init_problem();
    init_command_texts();
    init_wake_report();
    init_command();
    init_interrupt();
    init_options();
    init_style();
    init_terminal_at();
    init_watcher();
    init_state_remote();
    init_wake_for_person();
    HELP2 = `
npm start -- wake [options]

Does one real run on this machine, on the repository behind the remote of this clone: it takes
locks, pushes branches and opens drafts there, and the model costs money. It needs
OPENAI_API_KEY, and a token in GITHUB_TOKEN or GH_TOKEN (for GitHub Enterprise Server
GH_ENTERPRISE_TOKEN) that may write contents, pull requests and issues. The files of the
clone do not matter: goals and settings are those of the default branch at the remote.

  --goal <id>          work on this goal, due or not
  --reason <text>      why, for the log
  --minutes <n>        how many minutes the run may take [12]
  --remote <name|URL>  use another remote than origin
  --without-variable   go on although the token may not read the variable WAKEFUL_STOP
  --json               print the result as one JSON document

Ctrl-C saves the work and gives back the lock; a second Ctrl-C ends at once.
`;
    OPTIONS2 = {
      goal: "text",
      reason: "text",
      minutes: "text",
      remote: "text",
      "without-variable": "flag",
      json: "flag"
    };
    USUAL_MINUTES2 = "12";
    wake2 = { help: HELP2, run: run2 };
  }
});

// src/report/status/status-text.ts
function statusText(input, source, style) {
  const opening2 = [...wrapToWidth(plainLine(source), style.width), `As of ${longTime(input.now)}.`].join(
    "\n"
  );
  const rows = goalRows(input);
  const table4 = rows.length === 0 ? "There are no goals." : renderTable(
    COLUMNS3,
    rows.map((row) => cells(row, input.now)),
    style
  );
  const alerts = section("Open alerts", alertLines(input, style), style);
  const sections = [opening2, answerLines(input, style).join("\n"), alerts, table4];
  return `${sections.filter((text2) => text2 !== "").join("\n\n")}
`;
}
function answerLines(input, style) {
  const answers = statusAnswers(input);
  const label = Math.max(...answers.map(({ question }) => displayWidth(question))) + 2;
  return answers.flatMap(({ question, answer, tone }) => {
    const lines = wrapToWidth(plainLine(answer.replaceAll("`", "")), Math.max(20, style.width - label));
    return lines.map((line2, index) => {
      const start = padToWidth(index === 0 ? question : "", label);
      return `${style.paint("strong", start)}${style.paint(tone, line2)}`;
    });
  });
}
function cells(row, now) {
  return [
    row.id,
    row.ending === null ? "not run yet" : { text: endingLabel(row.ending), tone: endingTone(row.ending) },
    row.at === null ? "–" : shortTime(row.at),
    row.stuck === 0 ? figure(row.itemsLeft) : { text: `${figure(row.itemsLeft)}, ${figure(row.stuck)} stuck`, tone: "bad" },
    row.paused === null ? dueCell(row.nextDue, now) : { text: "paused", tone: "warn" },
    outcomeWords(row.outcomes)
  ];
}
var COLUMNS3;
var init_status_text = __esm({
  "src/report/status/status-text.ts"() {
    "use strict";
    init_wake_report();
    init_display_width();
    init_ending_words();
    init_next_due();
    init_palette();
    init_sentences();
    init_table();
    init_open_alerts();
    init_status_answers();
    init_status_facts();
    COLUMNS3 = [
      { title: "Goal", shrinkTo: 12 },
      { title: "Last result", shrinkTo: 11 },
      { title: "At (UTC)" },
      { title: "Left", align: "right" },
      { title: "Next due" },
      { title: "Drafts", shrinkTo: 8 }
    ];
  }
});

// src/commands/status.ts
var status_exports = {};
__export(status_exports, {
  status: () => status
});
async function run3({ args, terminal }) {
  const { options, words: words2 } = readOptions(args, { ...REMOTE_OPTIONS, json: "flag" });
  refuseWords(words2);
  const signal = new AbortController().signal;
  const remote = await findStateRemote(terminal.folder, options, signal);
  const { world, close } = await openReadingWorld(remote.address, remote.settings.stateBranch);
  try {
    const snapshot = await readSnapshot(world, { signal });
    const { state, goals: goals2, problems } = snapshot;
    const at = await terminalAt(terminal, remote.settings);
    if (options.json) writeJson(at, { source: remote.sentence, state, problems });
    else if (state === null)
      print(at, `${REMOTE_TEXTS.neverRan(remote.sentence, remote.settings.stateBranch)}
`);
    else {
      const now = systemClock({ offsetMs: remote.offsetMs }).now();
      const recent = await recentEntries(world, snapshot.tips.state, now);
      const facts2 = {
        state,
        goals: goals2.map(({ id: id2, title }) => ({ id: id2, title })),
        recent,
        now,
        settings: remote.settings,
        repository: state.lock.repository,
        branch: remote.settings.stateBranch,
        source: remote.sentence
      };
      const { source, ...input } = maskedRecord(facts2, at.mask);
      print(at, statusText({ ...input, issuePage: remote.issuePage }, source, styleOf(at)));
    }
    return 0;
  } finally {
    await close();
  }
}
async function recentEntries(world, tip, now) {
  if (tip === null) return [];
  const signal = new AbortController().signal;
  const days = [utcDay(now), utcDay(now - DAY_MS)].map(logPath);
  const files = await world.state.read(tip, days, signal);
  return days.toReversed().flatMap((path) => decodeLogLines(files.get(path)?.text ?? "").entries);
}
var HELP3, status;
var init_status = __esm({
  "src/commands/status.ts"() {
    "use strict";
    init_runner();
    init_state_files();
    init_masked_record();
    init_time();
    init_day_logs();
    init_snapshot();
    init_status_text();
    init_command_texts();
    init_command();
    init_options();
    init_style();
    init_terminal_at();
    init_state_remote();
    init_world();
    HELP3 = `
npm start -- status [options]

Shows when the agent last ran, whether it is running or stuck, whether it has been failing,
what is due next and what it has spent; every open alert, with what to do about it; and one
line for each goal. It starts no work.
${REMOTE_HELP}
  --json               print it as one JSON document
`;
    status = { help: HELP3, run: run3 };
  }
});

// src/commands/log.ts
var log_exports = {};
__export(log_exports, {
  log: () => log
});
async function run4({ args, terminal }) {
  const { options, words: words2 } = readOptions(args, OPTIONS3);
  refuseWords(words2);
  const now = systemClock({ offsetMs: 0 }).now();
  filterOf(options, now);
  const level = levelOf(options);
  const signal = new AbortController().signal;
  const remote = await findStateRemote(terminal.folder, options, signal);
  const wanted2 = filterOf(options, now + remote.offsetMs);
  const { entries, unreadable: unreadable3 } = await readLog(remote.address, remote.settings.stateBranch, signal);
  const least = options.json || level !== "info" ? level : "debug";
  const shown4 = entries.filter((entry3) => wanted2(entry3) && isAtLeast(entry3, least));
  if (unreadable3 > 0) printAside(terminal, `${COMMAND_TEXTS.unreadableLines(unreadable3)}
`);
  const at = await terminalAt(terminal, remote.settings);
  if (options.json) writeJson(at, { source: remote.sentence, entries: shown4 });
  else {
    const text2 = logText(maskedRecord(shown4, at.mask), styleOf(at), level !== "info");
    print(at, `${remote.sentence}

${text2}`);
  }
  return 0;
}
function filterOf(options, now) {
  const since2 = options.since === null ? Number.NEGATIVE_INFINITY : sinceOf(options.since, now);
  return (entry3) => Date.parse(entry3.ts) >= since2 && (options.goal === null || entry3.goal === options.goal) && (options.wake === null || entry3.wake === options.wake);
}
function levelOf({ level }) {
  const found2 = LEVELS.find((each) => each === (level ?? "info"));
  if (found2 === void 0) throw new UsageError(USAGE_TEXTS.noLevel(level ?? "", LEVELS));
  return found2;
}
function isAtLeast(entry3, level) {
  return LEVELS.indexOf(entry3.level) >= LEVELS.indexOf(level);
}
function sinceOf(text2, now) {
  const since2 = parseSince(text2, now);
  if (since2.kind === "wrong") throw new UsageError(`--since: ${problemSentence(since2.problem)}`);
  return since2.value;
}
async function readLog(address, stateBranch, signal) {
  const { world, close } = await openReadingWorld(address, stateBranch);
  try {
    const tip = await world.state.fetchState(signal);
    if (tip === null) return { entries: [], unreadable: 0 };
    const days = await world.state.read(tip, ["state/log/"], signal);
    const paths = [...days.keys()].filter((path) => path.endsWith(".jsonl")).sort();
    const read4 = paths.map((path) => decodeLogLines(days.get(path)?.text ?? ""));
    return {
      entries: read4.flatMap((day) => day.entries),
      unreadable: read4.reduce((sum, day) => sum + day.unreadable.length, 0)
    };
  } finally {
    await close();
  }
}
var HELP4, OPTIONS3, LEVELS, log;
var init_log = __esm({
  "src/commands/log.ts"() {
    "use strict";
    init_runner();
    init_inputs();
    init_state_files();
    init_masked_record();
    init_problem();
    init_command_texts();
    init_log_text();
    init_command();
    init_options();
    init_style();
    init_terminal_at();
    init_state_remote();
    init_world();
    HELP4 = `
npm start -- log [options]

Shows what the agent did, oldest first, from the log that it commits.
${REMOTE_HELP}
  --since <time>       from then on: a duration such as 24h or 7d, or a time such as
                       2026-11-22T03:00Z
  --goal <id>          only this goal
  --wake <id>          only the run with this id
  --level <level>      debug, info, warn or error: this level and worse [info]; debug also
                       shows what repeats itself, and what another line says already
  --json               print the entries as one JSON document
`;
    OPTIONS3 = {
      ...REMOTE_OPTIONS,
      since: "text",
      goal: "text",
      wake: "text",
      level: "text",
      json: "flag"
    };
    LEVELS = ["debug", "info", "warn", "error"];
    log = { help: HELP4, run: run4 };
  }
});

// src/report/goals/goals-text.ts
function goalsText(listings, problems, style) {
  const sections = [
    listings.length === 0 ? "There are no goals." : table2(listings, style),
    ...listings.map((listing2) => details(listing2, style)),
    problems.length === 0 ? "" : problemLines(problems, style)
  ];
  return `${sections.filter((text2) => text2 !== "").join("\n\n")}
`;
}
function table2(listings, style) {
  const rows = listings.map((listing2) => [
    listing2.goal.id,
    listing2.goal.title,
    scheduleWords(listing2.goal.schedule),
    nextWords(listing2)
  ]);
  const columns = [
    { title: "Goal", shrinkTo: 12 },
    { title: "Title", shrinkTo: 16 },
    { title: "When", shrinkTo: 16 },
    { title: "Next due (UTC)", shrinkTo: 14 }
  ];
  return renderTable(columns, rows, style);
}
function nextWords({ goal, nextSlots: nextSlots2, slots }) {
  if (!goal.enabled) return "disabled";
  if (slots !== null) return dueWords(slots);
  const next = nextSlots2[0];
  return next === void 0 ? "the next run" : shortTime(next);
}
function details({ goal, slots }, style) {
  const { permissions, limits } = goal;
  const writes = permissions.write.length === 0 ? "nothing" : permissions.write.join(", ");
  const dollars = limits.usdPerDay === null ? "" : `, $${limits.usdPerDay} a day`;
  const lines = [
    `file: ${goal.file}`,
    `may write: ${writes}; may do: ${permissions.effects.join(", ") || "nothing"}`,
    `limits: ${limitWords(limits)}, ${count(limits.tokensPerDay, "token")} a day${dollars}`,
    ...slots === null ? [] : slotLines(slots)
  ];
  return [style.paint("strong", goal.id), ...lines.flatMap((line2) => indented2(line2, style))].join("\n");
}
function problemLines(problems, style) {
  const lines = problems.flatMap((problem2) => wrapToWidth(plainLine(problem2), style.width));
  return [style.paint("bad", "Problems"), ...lines].join("\n");
}
function indented2(text2, { width }) {
  return wrapToWidth(plainLine(text2), width - 2).map((line2) => `  ${line2}`);
}
var init_goals_text = __esm({
  "src/report/goals/goals-text.ts"() {
    "use strict";
    init_pull_request();
    init_display_width();
    init_sentences();
    init_slot_words();
    init_table();
  }
});

// src/report/words/terminal-markdown.ts
function markdownOnTerminal(markdown, style) {
  const blocks = markdown.trim().split(/\n{2,}/);
  return `${blocks.map((block) => blockOnTerminal(block.split("\n"), style)).join("\n\n")}
`;
}
function blockOnTerminal(lines, style) {
  if (lines[0]?.startsWith("|") === true) return tableOnTerminal(lines, style);
  return lines.flatMap((line2) => lineOnTerminal(line2, style)).join("\n");
}
function lineOnTerminal(line2, style) {
  const heading = /^#+ (.*)$/.exec(line2)?.[1];
  if (heading !== void 0)
    return wrapToWidth(plainWords2(heading), style.width).map((each) => style.paint("strong", each));
  const [, indent = "", text2 = line2] = /^( *- )(.*)$/.exec(line2) ?? [];
  return hanging(indent, plainWords2(text2), style);
}
function tableOnTerminal([head = "", , ...rows], style) {
  const titles = cellsOf(head);
  return rows.map((row) => rowOnTerminal(cellsOf(row), titles, style)).join("\n\n");
}
function rowOnTerminal([name = "", ...cells2], [, ...titles], style) {
  const lines = cells2.flatMap(
    (cell, index) => cell === "" ? [] : hanging("  ", `${titles[index] ?? ""}: ${cell}`, style)
  );
  return [style.paint("strong", name), ...lines].join("\n");
}
function cellsOf(row) {
  return row.replace(/^\|/, "").replace(/\|$/, "").split(/(?<!\\)\|/).map((cell) => plainWords2(cell.trim()));
}
function hanging(start, text2, { width }) {
  const lines = wrapToWidth(text2, Math.max(20, width - start.length));
  return lines.map((line2, index) => (index === 0 ? start : " ".repeat(start.length)) + line2);
}
function plainWords2(text2) {
  const parts = text2.split(/(?<![\\`])`([^`]+)`(?!`)/);
  return plainLine(
    parts.map((part, index) => index % 2 === 1 ? part : unescaped(part)).join("")
  ).replaceAll("​", "");
}
function unescaped(text2) {
  return text2.replaceAll("**", "").replace(/\[((?:\\.|[^\]\\])*)\]\((https?:[^)]*)\)/g, "$1 ($2)").replace(/\\([\\`*[\]|~_#+=.()-])/g, "$1").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
var init_terminal_markdown = __esm({
  "src/report/words/terminal-markdown.ts"() {
    "use strict";
    init_display_width();
  }
});

// src/commands/goals.ts
var goals_exports = {};
__export(goals_exports, {
  goals: () => goals
});
async function run5({ args, terminal }) {
  const { options, words: words2 } = readOptions(args, {
    json: "flag",
    preview: "flag",
    base: "text",
    remote: "text"
  });
  refuseWords(words2);
  const root = await workTreeRoot(terminal.folder);
  if (options.preview) return preview(terminal, { root, base: options.base ?? "HEAD", json: options.json });
  if (options.base !== null) throw new UsageError("--base belongs to --preview.");
  const read4 = await readWorkTreeGoals(root);
  const at = await terminalAt(terminal, read4.settings);
  const known = await goalSlots({ root, remote: options.remote }, new AbortController().signal);
  const listings = read4.goals.map((goal) => ({
    goal,
    nextSlots: nextSlots(goal, known.now),
    slots: known.of(goal)
  }));
  if (options.json) {
    const shown4 = listings.map(({ goal, nextSlots: nextSlots2, slots }) => ({
      ...goal,
      when_in_words: scheduleWords(goal.schedule),
      next_slots: nextSlots2,
      slots: slots === null ? null : slotFacts(slots)
    }));
    writeJson(at, { goals: shown4, problems: read4.problems });
  } else {
    const style = styleOf(at);
    const problems = read4.problems.map(formatProblem);
    const said2 = maskedRecord({ words: known.words, listings, problems }, at.mask);
    if (said2.words !== "") print(at, `${wrapToWidth(said2.words, style.width).join("\n")}

`);
    print(at, goalsText(said2.listings, said2.problems, style));
    if (read4.hasNone) print(at, `${COMMAND_TEXTS.writeAGoal(read4.settings.goalsFolder)}
`);
  }
  return read4.problems.length === 0 && !read4.hasNone ? 0 : EXIT_NEEDS_PERSON;
}
async function preview(terminal, asked2) {
  const { mask } = terminal;
  const proposal = { folder: asked2.root, before: asked2.base, after: null, mask };
  const { markdown, problems } = await previewGoals(proposal, new AbortController().signal);
  if (asked2.json) writeJson(terminal, { markdown, problems });
  else if (terminal.out.isTerminal) print(terminal, markdownOnTerminal(markdown, styleOf(terminal)));
  else print(terminal, markdown);
  return problems.length === 0 ? 0 : EXIT_NEEDS_PERSON;
}
function nextSlots(goal, now) {
  if (!goal.enabled) return [];
  return slotsBetween(goal.schedule, { afterMs: now, untilMs: now + FAR_MS2 }, NEXT_SLOTS2).map(isoTime);
}
var HELP5, NEXT_SLOTS2, FAR_MS2, goals;
var init_goals = __esm({
  "src/commands/goals.ts"() {
    "use strict";
    init_masked_record();
    init_schedule();
    init_time();
    init_goals_text();
    init_problem();
    init_command_texts();
    init_display_width();
    init_sentences();
    init_terminal_markdown();
    init_goals_preview2();
    init_command();
    init_options();
    init_style();
    init_terminal_at();
    init_goal_folder();
    init_goal_slots();
    init_rehearsal_folder();
    HELP5 = `
npm start -- goals [--remote <name|URL>] [--preview [--base <revision>]] [--json]

Shows the goals of this work tree as they are on disk: id, title, schedule, when each is due
next, what it may write, its limits, and every mistake in the files. If there is a rehearsal
in .wakeful/, it also shows what became of the due times there: how many ran, were caught
up, missed, skipped, or overlapped with another run.

  --remote <name|URL>  show what became of the due times at this remote instead
  --preview            show what a pull request would show: what each goal may do, the
                       most it can spend, its next ten due times, and what is new. In
                       Markdown, unless it is shown on a terminal
  --base <revision>    what --preview compares with, e.g. origin/main [HEAD]
  --json               print it as one JSON document
`;
    NEXT_SLOTS2 = 3;
    FAR_MS2 = 9 * 366 * DAY_MS;
    goals = { help: HELP5, run: run5 };
  }
});

// src/report/goals/triggers-text.ts
function autonomyOf(points) {
  const origins = [...new Set(points.filter(({ works }) => works).map((point) => point.origin))];
  if (origins.length === 2) return "hybrid";
  return origins[0] ?? "none";
}
function triggersText(points, style) {
  const working = points.filter((point) => point.works);
  const sections = [
    working.length === 0 ? "" : table3(working, style),
    MEANINGS[autonomyOf(points)],
    ...idleLines2(points, style)
  ];
  return `${sections.filter((text2) => text2 !== "").join("\n\n")}
`;
}
function table3(points, style) {
  const columns = [
    { title: "Origin" },
    { title: "Trigger", shrinkTo: 14 },
    { title: "Where", shrinkTo: 14 },
    { title: "What happens", shrinkTo: 14 }
  ];
  const rows = points.map((point) => [
    { text: point.origin, tone: point.origin === "autonomous" ? "accent" : "plain" },
    point.trigger,
    shortPath(point.where),
    point.path
  ]);
  return renderTable(columns, rows, style);
}
function idleLines2(points, { width }) {
  const idle = Map.groupBy(
    points.filter((point) => !point.works),
    ({ path }) => path
  );
  return [...idle].map(([path, same]) => {
    const triggers2 = same.map(({ trigger, where }) => `${trigger} (${shortPath(where)})`);
    return wrapToWidth(plainLine(`${path}: ${triggers2.join(", ")}`), width).join("\n");
  });
}
function shortPath(where) {
  return where.replace(/^\.github\/workflows\//, "");
}
var MEANINGS;
var init_triggers_text = __esm({
  "src/report/goals/triggers-text.ts"() {
    "use strict";
    init_display_width();
    init_table();
    MEANINGS = {
      none: "Nothing can start its work.",
      autonomous: "As configured it is autonomous: only time and events start it.",
      reactive: "As configured it is reactive: only a person starts it.",
      hybrid: "As configured it is a hybrid: it starts by itself, and a person can start it."
    };
  }
});

// src/config/github/workflow-file.ts
function readWorkflow(file, text2) {
  const { root, problems } = readYaml(file, text2);
  const on = root === null ? null : entry2(root, "on");
  if (root !== null && on !== null)
    return { kind: "workflow", triggers: triggersOf(on), steps: stepsOf(root) };
  const problem2 = problems[0];
  return { kind: "unreadable", line: problem2?.line ?? 1, message: problem2?.message ?? NO_TRIGGER };
}
function readActionName(file, text2) {
  const { root } = readYaml(file, text2);
  return root === null ? null : scalar(root, "name");
}
function triggersOf({ value }) {
  switch (value.kind) {
    case "scalar":
      return [{ event: String(value.value), detail: "", line: value.at.line }];
    case "list":
      return value.items.flatMap(
        (item) => item.kind === "scalar" ? [{ event: String(item.value), detail: "", line: item.at.line }] : []
      );
    case "mapping":
      return value.entries.flatMap(ofEvent);
    case "unusable":
      return [];
  }
}
function ofEvent({ key, keyAt, value }) {
  if (key !== "schedule") return [{ event: key, detail: "", line: keyAt.line }];
  const items = value.kind === "list" ? value.items : [];
  return items.flatMap((item) => {
    const cron = scalar(item, "cron");
    return cron === null ? [] : [{ event: "schedule", detail: cron, line: item.at.line }];
  });
}
function stepsOf(root) {
  const jobs2 = entry2(root, "jobs")?.value;
  const all = jobs2?.kind === "mapping" ? jobs2.entries.map(({ value }) => entry2(value, "steps")?.value) : [];
  return all.flatMap((steps) => steps?.kind === "list" ? steps.items.map(stepOf) : []);
}
function stepOf(step) {
  const inputs = entry2(step, "with")?.value;
  return {
    uses: scalar(step, "uses") ?? "",
    command: inputs === void 0 ? null : scalar(inputs, "command"),
    script: scalar(step, "run") ?? ""
  };
}
function entry2(node, key) {
  return node.kind === "mapping" ? node.entries.find((one2) => one2.key === key) ?? null : null;
}
function scalar(node, key) {
  const value = entry2(node, key)?.value;
  return value?.kind === "scalar" ? String(value.value) : null;
}
var init_workflow_file = __esm({
  "src/config/github/workflow-file.ts"() {
    "use strict";
    init_action_problems();
    init_yaml_document();
  }
});

// src/commands/workflow-points.ts
import { readdir as readdir9, readFile as readFile4 } from "node:fs/promises";
import { join as join14 } from "node:path";
async function workflowPoints(root, goals2) {
  const { starters, problems } = await readStarters(root);
  const enabled = goals2.filter((goal) => goal.enabled);
  const points = starters.flatMap((starter) => pointsOf(starter, enabled));
  return { points, problems: [...problems, ...unheardEvents(starters, enabled)] };
}
async function readStarters(root) {
  const folder = join14(root, ".github", "workflows");
  const names = await readdir9(folder).catch(() => []);
  const isHere2 = await holdsTheAction(root);
  const starters = [];
  const problems = [];
  for (const name of names.filter((each) => /\.ya?ml$/i.test(each)).sort()) {
    const file = `.github/workflows/${name}`;
    const text2 = await readFile4(join14(folder, name), "utf8");
    const reading = readWorkflow(file, text2);
    if (reading.kind === "workflow") {
      const duties = [...new Set(reading.steps.flatMap((step) => dutyOf(step, isHere2)))];
      starters.push({ file, triggers: reading.triggers, duties });
    } else if (/wakeful/i.test(text2)) problems.push(`${file}:${reading.line}: ${reading.message}`);
  }
  return { starters, problems };
}
async function holdsTheAction(root) {
  const text2 = await readFile4(join14(root, "action.yml"), "utf8").catch(() => "");
  return readActionName("action.yml", text2) === "Wakeful";
}
function dutyOf({ uses, command: command2, script }, isHere2) {
  const isAction = uses === "./" ? isHere2 : /^[\w.-]+\/wakeful(?:@|\/|$)/i.test(uses);
  if (isAction) return DUTIES.filter((duty) => duty === (command2 ?? "wake"));
  return /\bwakeful\b/i.test(script) ? ["wake"] : [];
}
function pointsOf({ file, triggers: triggers2, duties }, goals2) {
  const started = triggers2.filter(({ event }) => event !== "workflow_call");
  return started.flatMap(
    ({ event, detail, line: line2 }) => duties.map((duty) => ({
      origin: isByPerson(event, duty) ? "reactive" : "autonomous",
      trigger: event === "schedule" ? `cron ${detail}` : event,
      where: `${file}:${line2}`,
      ...WHAT_HAPPENS[duty](event, goals2)
    }))
  );
}
function isByPerson(event, duty) {
  return event === "workflow_dispatch" || duty === "request";
}
function unheardEvents(starters, goals2) {
  const waking = starters.filter(({ duties }) => duties.includes("wake"));
  if (waking.length === 0) return [];
  const heard = new Set(waking.flatMap(({ triggers: triggers2 }) => triggers2.map(({ event }) => event)));
  return goals2.flatMap(
    ({ file, on }) => on.filter((event) => !heard.has(event)).map((event) => {
      const message = TRIGGER_TEXTS.unheard(event);
      const hint = TRIGGER_TEXTS.addTo(waking.map((starter) => starter.file));
      return formatProblem({ file, line: 1, column: 1, message, hint });
    })
  );
}
var DUTIES, WHAT_HAPPENS;
var init_workflow_points = __esm({
  "src/commands/workflow-points.ts"() {
    "use strict";
    init_workflow_file();
    init_problem();
    init_command_texts();
    DUTIES = ["wake", "request", "watchdog"];
    WHAT_HAPPENS = {
      wake: (event, goals2) => {
        if (event === "schedule") return { path: TRIGGER_TEXTS.scheduledRun, works: true };
        if (event === "workflow_dispatch") return { path: TRIGGER_TEXTS.personsRun, works: true };
        const named = goals2.filter((goal) => goal.on.includes(event)).map(({ id: id2 }) => id2);
        if (named.length === 0) return { path: TRIGGER_TEXTS.unnamedEvent, works: false };
        return { path: TRIGGER_TEXTS.eventRequest(named), works: true };
      },
      request: () => ({ path: TRIGGER_TEXTS.comment, works: true }),
      watchdog: () => ({ path: TRIGGER_TEXTS.watchdog, works: false })
    };
  }
});

// src/commands/triggers.ts
var triggers_exports = {};
__export(triggers_exports, {
  triggers: () => triggers
});
async function run6({ args, terminal }) {
  const { options, words: words2 } = readOptions(args, { json: "flag" });
  refuseWords(words2);
  const root = await workTreeRoot(terminal.folder);
  const { goals: goals2, problems, settings } = await readWorkTreeGoals(root);
  const at = await terminalAt(terminal, settings);
  const workflows = await workflowPoints(root, goals2);
  const entryPoints = [...workflows.points, COMMAND_LINE];
  const causes = goals2.filter((goal) => goal.enabled).flatMap(dueCauses);
  const allProblems = [...workflows.problems, ...problems.map(formatProblem)];
  const overall = autonomyOf(entryPoints);
  if (options.json)
    writeJson(at, { overall, entry_points: entryPoints, makes_due: causes, problems: allProblems });
  else show(at, maskedRecord({ entryPoints, causes, problems: allProblems }, at.mask));
  return allProblems.length === 0 ? 0 : EXIT_NEEDS_PERSON;
}
function show(terminal, { entryPoints, causes, problems }) {
  const style = styleOf(terminal);
  const lines = causes.map((cause) => `  ${cause.where}: ${cause.trigger}`);
  const due = lines.length === 0 ? "" : `
${TRIGGER_TEXTS.makesDue}
${lines.join("\n")}
`;
  const wrong2 = problems.length === 0 ? "" : `
${count(problems.length, "problem")}
${problems.join("\n")}
`;
  print(terminal, `${triggersText(entryPoints, style)}${due}${wrong2}`);
}
function dueCauses(goal) {
  const cause = (trigger, path) => ({
    origin: "autonomous",
    trigger,
    where: goal.file,
    path
  });
  return [
    cause(scheduleWords(goal.schedule), TRIGGER_TEXTS.dueOnSchedule),
    ...goal.on.map((event) => cause(`on ${event}`, TRIGGER_TEXTS.requestFromEvent)),
    ...goal.when === null ? [] : [cause(TRIGGER_TEXTS.queueReaches(goal.when.queueAtLeast), TRIGGER_TEXTS.lookedAt)]
  ];
}
var HELP6, triggers, COMMAND_LINE;
var init_triggers = __esm({
  "src/commands/triggers.ts"() {
    "use strict";
    init_masked_record();
    init_triggers_text();
    init_problem();
    init_command_texts();
    init_sentences();
    init_command();
    init_options();
    init_style();
    init_terminal_at();
    init_workflow_points();
    init_goal_folder();
    init_rehearsal_folder();
    HELP6 = `
npm start -- triggers [--json]

Shows everything that can start the agent of this work tree. What a person starts is called
reactive, what time or an event starts is called autonomous, and both together a hybrid. The
list holds workflows with a step that uses the Action to run the agent, to store a request or
to look after it, and workflows with a script that names wakeful.

The schedule, "on:" and "when:" of a goal say when the goal is due. They start nothing by
themselves: something has to start a run first.

  --json               print it as one JSON document
`;
    triggers = { help: HELP6, run: run6 };
    COMMAND_LINE = {
      origin: "reactive",
      trigger: "command line",
      where: "npm start",
      path: TRIGGER_TEXTS.commandLine,
      works: true
    };
  }
});

// src/commands/worlds/globs-without-files.ts
async function globsWithoutFiles(root, { goals: goals2 }) {
  const files = await filesIn(root);
  if (files.length === 0) return [];
  const notes2 = [];
  for (const goal of goals2) {
    const alone = globsOf(goal).filter(({ glob }) => {
      const matches = globMatcher([glob]);
      return !files.some(matches);
    });
    if (alone.length === 0) continue;
    const { root: document } = readYaml(goal.file, (await storedFile(`${root}/${goal.file}`)).text);
    for (const { glob, path } of alone) {
      const at = document === null ? { line: 1, column: 1 } : placeOf(document, path).value;
      notes2.push({ file: goal.file, ...at, ...globProblems.matchesNothing(glob, nearGlob(glob, files)) });
    }
  }
  return notes2;
}
function globsOf({ permissions, forEach }) {
  const inList = (name) => permissions[name].map((glob, index) => ({ glob, path: ["permissions", name, index] }));
  const queue = forEach?.kind === "files" ? [{ glob: forEach.pattern, path: ["for_each", "files"] }] : [];
  return [...inList("read"), ...inList("write").filter(({ glob }) => !isLiteral(glob)), ...queue].filter(
    ({ glob }) => !glob.startsWith("!")
  );
}
function nearGlob(glob, files) {
  const [first = "", ...rest] = glob.split("/");
  const folders = [
    ...new Set(files.filter((path) => path.includes("/")).map((path) => path.split("/")[0] ?? ""))
  ];
  const near = rest.length === 0 || folders.includes(first) ? null : nearestName(first, folders);
  return near === null ? null : [near, ...rest].join("/");
}
async function filesIn(root) {
  const args = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
  const signal = new AbortController().signal;
  const answer = await gitRunner(childEnvironment())({ folder: root, args }, signal);
  return answer.code === 0 ? answer.stdout.split("\0").filter((path) => path !== "") : [];
}
var init_globs_without_files = __esm({
  "src/commands/worlds/globs-without-files.ts"() {
    "use strict";
    init_run_git();
    init_runner();
    init_nearest_name();
    init_yaml_document();
    init_yaml_node();
    init_glob_marks();
    init_globs();
    init_glob_problems();
    init_goal_folder();
  }
});

// src/commands/validate.ts
var validate_exports = {};
__export(validate_exports, {
  validate: () => validate
});
import { stat as stat2 } from "node:fs/promises";
import { basename as basename2, relative, resolve as resolve5 } from "node:path";
async function run7({ args, terminal }) {
  const { options, words: words2 } = readOptions(args, { json: "flag" });
  const root = await workTreeRoot(terminal.folder);
  const tree = await readWorkTreeGoals(root);
  const folder = terminal.folder;
  const checked = words2.length === 0 ? { files: tree.files, problems: tree.problems, none: tree.hasNone } : {
    files: words2.length,
    problems: await problemsOf(words2, { folder, root, settings: tree.settings }),
    none: false
  };
  const at = await terminalAt(terminal, tree.settings);
  const notes2 = words2.length === 0 ? await globsWithoutFiles(root, tree) : [];
  if (options.json) writeJson(at, { files: checked.files, problems: checked.problems, notes: notes2 });
  else {
    for (const problem2 of checked.problems) print(at, `${formatProblem(problem2)}
`);
    for (const note of notes2) print(at, `${formatProblem(note)}
`);
    const found2 = checked.problems.length === 0 ? "no problems" : count(checked.problems.length, "problem");
    print(at, `${count(checked.files, "file")} checked, ${found2}.
`);
    if (checked.none) print(at, `${COMMAND_TEXTS.noGoal(tree.settings.goalsFolder)}
`);
  }
  return checked.problems.length === 0 && !checked.none ? 0 : EXIT_NEEDS_PERSON;
}
async function problemsOf(paths, context) {
  const found2 = [];
  const agentFolders2 = await ownFoldersIn(context.root);
  for (const path of paths) {
    const full = resolve5(context.folder, path);
    const isFile = await stat2(full).then(
      (facts2) => facts2.isFile(),
      () => false
    );
    if (!isFile) throw new UsageError(USAGE_TEXTS.notAFile(path));
    const file = relative(context.folder, full).replaceAll("\\", "/");
    const { blob, text: text2 } = await storedFile(full);
    const isSettings = /^wakeful\.ya?ml$/i.test(basename2(full));
    const { settings } = context;
    const isProtected = await protectedBySettings(settings);
    const reading = isSettings ? parseSettingsFile({ file, text: text2 }) : parseGoalFile({ file, blob, text: text2, settings, isProtected, agentFolders: agentFolders2 });
    if (reading.kind === "problems") found2.push(...reading.problems);
    const inRoot = relative(context.root, full).replaceAll("\\", "/");
    if (!isSettings && inRoot.startsWith(`${settings.goalsFolder}/`))
      found2.push(...misplaced(inRoot, settings).map((problem2) => ({ ...problem2, file })));
  }
  return sortProblems(found2);
}
var HELP7, validate;
var init_validate = __esm({
  "src/commands/validate.ts"() {
    "use strict";
    init_goal_file();
    init_goal_files();
    init_settings_file();
    init_protected_by_settings();
    init_problem();
    init_command_texts();
    init_sentences();
    init_command();
    init_options();
    init_terminal_at();
    init_globs_without_files();
    init_goal_folder();
    init_rehearsal_folder();
    HELP7 = `
npm start -- validate [file ...] [--json]

Checks the goal and settings files of this work tree, or the files that you name. A file named
wakeful.yml is read as settings, every other file as a goal. It shows all mistakes at once,
each as file:line:column with what would be right. A glob that matches no file of this work tree
is noted, and is no mistake.

  --json               print it as one JSON document
`;
    validate = { help: HELP7, run: run7 };
  }
});

// src/report/oversight/request-texts.ts
var REQUEST_TEXTS, COMMENT_TEXTS, MIGRATE_TEXTS, ADOPT_TEXTS;
var init_request_texts = __esm({
  "src/report/oversight/request-texts.ts"() {
    "use strict";
    init_stop();
    init_sentences();
    REQUEST_TEXTS = {
      repeated: "The command of this comment was carried out before, so nothing was done now.",
      taken: {
        run: (goal) => `The request to run ${goal} is stored. The next run serves it first.`,
        pause: (goal) => `The goal ${goal} is paused until it is resumed.`,
        resume: (goal) => `The goal ${goal} is no longer paused. What led to the pause is counted from zero.`
      },
      askedToYield: (run14) => `Run ${run14} is working on the goal and was asked to give way.`,
      agentIsStopped: (stop2) => `The agent is stopped: ${stopReason(stop2)}.`,
      stoppedByVariable: (reason) => `The agent is stopped by ${STOP_VARIABLE}: ${reason}.`,
      isDisabled: (file) => `${file} says enabled: false.`,
      tooMany: (most) => `${most} requests are waiting already. No more are stored until a run has served some.`,
      notPaused: (goal) => `The goal ${goal} is not paused.`,
      didYouMean: (near) => `Did you mean ${near}?`,
      thereAre: (goals2) => goals2.length === 0 ? "There are no goals." : `The goals are: ${goals2.join(", ")}.`,
      /** One run is asked for; the text is the reason that GitHub shows. */
      runReason: (by, goal) => `${by} asked for ${goal}`,
      runStarted: "GitHub was asked to start one.",
      runNotStarted: (why) => `No run could be started for it, so the next scheduled run serves it: ${why}`,
      /** For the commit message. */
      stored: (kind, by) => `${kind}, asked for by ${by}`
    };
    COMMENT_TEXTS = {
      tooLate: "The repository could not be reached in time. The status page shows whether it was done; if not, write the comment again.",
      reason: (issue) => `a comment on #${issue}`,
      unreadable: (why) => `The comment cannot be read: ${why}`,
      notForAgent: "The comment is not for the agent.",
      notNew: (action) => `A comment that was ${action} is not a command. Write a new one.`,
      noAuthor: "The account that wrote the comment no longer exists.",
      bot: (author) => `${author} is a bot, and bots give no commands.`,
      ownComment: "The agent itself wrote the comment.",
      permissionHidden: (author) => `What ${author} may do here cannot be seen, so the command is refused.`,
      mayNotWrite: (author) => `${author} may not write in the repository, so the command is refused.`,
      notAnswered: (why) => `The answer could not be given: ${why}`
    };
    MIGRATE_TEXTS = {
      noBranch: "There is no state branch yet, so there is nothing to migrate.",
      held: (goals2) => `A run is working on ${listWords(goals2)}. Wait until it has ended, then migrate.`,
      upToDate: (version) => `All files have version ${version}, the only one there is. There is nothing to do.`,
      noVersion: (path) => `${path} names no version. Restore its last good version from the history of the state branch.`,
      newer: (path, version, known) => `${path} has version ${version}. This program knows only version ${known}: use a newer Wakeful, one that reads version ${version}.`,
      unknown: (path, version, known) => `${path} has version ${version}, which no Wakeful ever wrote. This program knows only version ${known}: restore the file's last good version from the history of the state branch.`
    };
    ADOPT_TEXTS = {
      none: "There is no state branch here, so there is nothing to adopt.",
      own: (repository) => `The state branch belongs to ${repository} already. There is nothing to do.`,
      preview: (facts2, here2) => [
        `The state branch belongs to ${facts2.from}, this is ${here2}. Nothing has been changed.`,
        `To adopt it means: the progress of ${count(facts2.goals, "goal")} and what was spent stay.`,
        `What lies in ${facts2.from} stays there: ${count(facts2.drafts, "waiting draft")}, the issues of ${count(facts2.alerts, "alert")}, ${count(facts2.requests, "request")} and ${count(facts2.locks, "lock")}.`,
        "The agent of the other repository is not touched. To do it, add --yes."
      ].join(" "),
      done: (from, here2) => `The state branch that came from ${from} belongs to ${here2} now. The next run goes on from it.`,
      moved: "Somebody else has changed the state branch meanwhile. Look again without --yes.",
      commit: "adopt the state of another repository"
    };
  }
});

// src/core/health/served-comment.ts
function isServed(status2, comment2) {
  if (comment2 === void 0) return false;
  const served = status2.comments ?? [];
  return served.includes(comment2) || served.length >= KEPT && comment2 < Math.min(...served);
}
function withServed(state, comment2) {
  if (comment2 === void 0 || isServed(state.status, comment2)) return state;
  const comments = [...state.status.comments ?? [], comment2].toSorted((one2, other) => one2 - other).slice(-KEPT);
  return { ...state, status: { ...state.status, comments } };
}
var KEPT;
var init_served_comment = __esm({
  "src/core/health/served-comment.ts"() {
    "use strict";
    KEPT = 100;
  }
});

// src/core/work/person-request.ts
function reasonToRefuse({ kind, goal: id2 }, { goal, badFile, checkpoint }, waiting) {
  const isKnown = goal !== void 0 || kind !== "run" && checkpoint !== void 0;
  if (!isKnown) return reasonNoGoal(id2, badFile);
  if (kind === "run" && goal?.enabled === false) return { kind: "disabled", file: goal.file };
  if (kind === "run" && waiting >= MOST_REQUESTS) return { kind: "too_many", waiting: MOST_REQUESTS };
  return kind === "resume" && (checkpoint?.pause ?? null) === null ? { kind: "not_paused" } : null;
}
function withPersonRequest(state, request, askedFor) {
  if (request.kind === "run") return askToYield(withRequest(state, request), request);
  const before = state.checkpoints[request.goal] ?? newCheckpoint(request.goal);
  const checkpoints = { ...state.checkpoints, [request.goal]: afterRequest(before, request, askedFor) };
  const after = { ...state, checkpoints };
  if (request.kind !== "pause") return after;
  const ids = overruledBy(request, state).map(({ id: id2 }) => id2);
  return askToYield(withoutRequests(after, ids), request);
}
function overruledBy({ kind, goal }, state) {
  return kind === "pause" ? runsNotBegun(state, goal) : [];
}
function isTaken(state, request) {
  const checkpoint = state.checkpoints[request.goal];
  switch (request.kind) {
    case "run":
      return state.requests[request.id] !== void 0;
    case "pause":
      return checkpoint?.pause?.by === request.by && runsNotBegun(state, request.goal).length === 0;
    case "resume":
      return (checkpoint?.pause ?? null) === null;
  }
}
function personRequestLines(request, overruled) {
  const lines = overruled.map((run14) => answerLine(run14, { kind: "overruled", by: request.by }));
  return [...ownLines(request), ...lines];
}
function ownLines(request) {
  const { goal, by, reason } = request;
  switch (request.kind) {
    case "run":
      return [{ event: "request_stored", goal, what: { kind: "person", request } }];
    case "pause":
      return [
        { event: "goal_paused", goal, by, reason },
        { event: "request_served", goal, request, outcome: { kind: "paused" }, isRoutine: true }
      ];
    case "resume":
      return [
        { event: "goal_resumed", goal, because: { kind: "resumed", by, reason } },
        { event: "request_served", goal, request, outcome: { kind: "resumed" }, isRoutine: true }
      ];
  }
}
var init_person_request = __esm({
  "src/core/work/person-request.ts"() {
    "use strict";
    init_inbox();
    init_checkpoint();
    init_settle_requests();
  }
});

// src/oversight/command-context.ts
function hasOwnToken({ access }) {
  return access.kind === "open" && access.stopValue === null;
}
function pageAddress(access, path) {
  return access.kind === "open" && access.address !== null ? `${access.address}/${path}` : null;
}
function maskedAnswer(answer, mask) {
  const { detail, besides, parts } = answer;
  return {
    ...answer,
    detail: mask.mask(detail),
    ...besides === void 0 ? {} : { besides: maskedRecord(besides, mask) },
    ...parts === void 0 ? {} : { parts: maskedRecord(parts, mask) }
  };
}
async function readForPerson(context, by) {
  const { world, repository, repositoryId: repositoryId2, serverUrl, secrets: secrets3, signal } = context;
  const tips = await world.state.fetch(signal);
  const writer = { wake: `by-hand-${by}`, repository, repositoryId: repositoryId2, serverUrl, secrets: secrets3 };
  const facts2 = await prepareLedger(world, writer, { commit: tips.base.commit }, signal);
  return { tip: tips.state, branch: tips.base.branch, snapshot: facts2.snapshot, facts: facts2 };
}
var REPEATED;
var init_command_context = __esm({
  "src/oversight/command-context.ts"() {
    "use strict";
    init_masked_record();
    init_prepare_ledger();
    init_request_texts();
    REPEATED = {
      isDone: true,
      detail: REQUEST_TEXTS.repeated,
      isRepeated: true
    };
  }
});

// src/oversight/inbox.ts
async function takeRequest(context, request) {
  const { world, signal, comment: comment2 } = context;
  const { tip, branch, snapshot, facts: facts2 } = await readForPerson(context, request.by);
  const ledger = await openLedger(facts2, tip, signal);
  if (isServed(ledger.state.status, comment2)) return { ...REPEATED, wakeOn: null };
  const { state } = ledger;
  const requested = requestedGoal(snapshot, state, request.goal);
  const refusal2 = reasonToRefuse(request, requested, Object.keys(state.requests).length);
  if (refusal2 !== null)
    return maskedAnswer(
      { isDone: false, detail: refusalWords(refusal2, request, snapshot), wakeOn: null },
      facts2.mask
    );
  const now = world.clock.now();
  const asked2 = { ...request, origin: "person", now, nonce: world.random.nonce(), comment: comment2 };
  const besides = await store(context, ledger, newRequest(asked2, STATE_VERSION));
  const detail = [REQUEST_TEXTS.taken[request.kind](request.goal), ...besides].join(" ");
  const isRun = request.kind === "run" && ledger.state.stop === null;
  return maskedAnswer({ isDone: true, detail, besides, wakeOn: isRun ? branch : null }, facts2.mask);
}
function refusalWords(refusal2, { goal: id2 }, snapshot) {
  switch (refusal2.kind) {
    case "disabled":
      return REQUEST_TEXTS.isDisabled(refusal2.file);
    case "too_many":
      return REQUEST_TEXTS.tooMany(refusal2.waiting);
    case "not_paused":
      return REQUEST_TEXTS.notPaused(id2);
    case "unknown_goal":
    case "bad_file":
      return `${sentence(noGoalWords(refusal2))} ${meant(snapshot, id2)}`;
  }
}
function meant({ goals: goals2 }, id2) {
  const ids = goals2.map((goal) => goal.id);
  const near = nearestName(id2, ids);
  return near === null || near === id2 ? REQUEST_TEXTS.thereAre(ids) : REQUEST_TEXTS.didYouMean(near);
}
async function store(context, ledger, request) {
  const { comment: comment2 } = context;
  let holder = null;
  let overruled = [];
  await ledger.commit(
    {
      apply: (state) => {
        holder = request.kind === "resume" ? null : leaseToYield(state, request.goal)?.wake ?? null;
        overruled = overruledBy(request, state);
        return withServed(withPersonRequest(state, request, PAUSE_REASONS.askedFor), comment2);
      },
      describe: () => ({
        goal: request.goal,
        what: REQUEST_TEXTS.stored(request.kind, request.by),
        epoch: null,
        step: null
      }),
      events: () => personRequestLines(request, overruled),
      isIn: (state) => comment2 === void 0 ? isTaken(state, request) : isServed(state.status, comment2)
    },
    context.signal
  );
  const { stop: stop2 } = ledger.state;
  return [
    ...holder === null ? [] : [REQUEST_TEXTS.askedToYield(holder)],
    ...stop2 === null ? [] : [REQUEST_TEXTS.agentIsStopped(stop2)]
  ];
}
var init_inbox2 = __esm({
  "src/oversight/inbox.ts"() {
    "use strict";
    init_nearest_name();
    init_inbox();
    init_served_comment();
    init_request();
    init_state();
    init_person_request();
    init_open_ledger();
    init_snapshot();
    init_request_lines();
    init_request_texts();
    init_pause_reasons();
    init_sentences();
    init_command_context();
  }
});

// src/oversight/comments/serve-request.ts
async function serveRequest(context, request) {
  const taken = await takeRequest(context, request);
  const { access, signal } = context;
  const { wakeOn } = taken;
  if (wakeOn === null || access.kind === "closed") return taken;
  if (access.stopValue !== null && access.stopValue !== "")
    return also(taken, REQUEST_TEXTS.stoppedByVariable(oneLine(access.stopValue, REASON_LENGTH)));
  const { mask } = createMask({ values: context.secrets, patterns: [] });
  const reason = mask(REQUEST_TEXTS.runReason(request.by, request.goal));
  const start = { branch: wakeOn, inputs: { reason } };
  const started = await lookAt2(access, (control) => control.startWorkflow(WAKE_WORKFLOW, start, signal));
  if (started.kind === "seen") return { ...taken, detail: `${taken.detail} ${REQUEST_TEXTS.runStarted}` };
  return also(taken, REQUEST_TEXTS.runNotStarted(started.why));
}
function also(taken, words2) {
  return { ...taken, detail: `${taken.detail} ${words2}`, besides: [...taken.besides ?? [], words2] };
}
var init_serve_request = __esm({
  "src/oversight/comments/serve-request.ts"() {
    "use strict";
    init_mask();
    init_request();
    init_workflows();
    init_request_texts();
    init_inbox2();
    init_observe();
  }
});

// src/report/on-github/switch-text.ts
function switchText(parts) {
  return parts.map(partText).join("\n");
}
function partText({ detail, byHand }) {
  if (byHand === null) return sentence(detail);
  return `${sentence(detail)} By hand: ${byHand.what}${inBrackets(byHand.address)}.`;
}
function switchMarkdown(parts) {
  return parts.map((part) => `- ${partMarkdown(part)}`).join("\n");
}
function partMarkdown({ detail, byHand }) {
  const said2 = inlineText(sentence(detail));
  return byHand === null ? said2 : `${said2} By hand: ${link(byHand.what, byHand.address)}.`;
}
var init_switch_text = __esm({
  "src/report/on-github/switch-text.ts"() {
    "use strict";
    init_markdown();
    init_sentences();
  }
});

// src/commands/worlds/run-for-person.ts
async function runForPerson({ terminal, options }, act2) {
  const signal = new AbortController().signal;
  const remote = await findStateRemote(terminal.folder, options, signal);
  const reading = await openReadingWorld(remote.address, remote.settings.stateBranch);
  const world = { ...reading.world, clock: systemClock({ offsetMs: remote.offsetMs }) };
  const { repository, sentence: source } = remote;
  const serverUrl = repositoryAddress(remote.address)?.serverUrl;
  const secrets3 = environmentSecrets();
  const github = await openGitHubAccess(remote);
  try {
    const { access } = github;
    const identity = await identityOf2(access, { name: repository, id: null }, signal);
    const asked2 = { repository: identity.name, repositoryId: identity.id ?? void 0 };
    const answer = await act2({ world, ...asked2, serverUrl, secrets: secrets3, signal, access });
    const at = await terminalAt(terminal, remote.settings);
    if (options.json) writeJson(at, { source, ...shown2(answer) });
    else print(at, `${source}
${words(answer)}
`);
    return answer.isDone ? 0 : EXIT_NEEDS_PERSON;
  } finally {
    await github.close();
    await reading.close();
  }
}
function words({ detail, parts }) {
  return parts === void 0 ? detail : switchText(parts);
}
function shown2({ isDone: isDone2, detail, parts }) {
  return { done: isDone2, detail, ...parts === void 0 ? {} : { parts } };
}
var init_run_for_person = __esm({
  "src/commands/worlds/run-for-person.ts"() {
    "use strict";
    init_runner();
    init_repository_address();
    init_switch_text();
    init_command();
    init_terminal_at();
    init_github_access();
    init_state_remote();
    init_world();
  }
});

// src/commands/person-request.ts
function requestFor({ terminal, options }, { kind, words: words2 }) {
  const [goal, ...more] = words2;
  if (goal === void 0 || more.length > 0) throw new UsageError(USAGE_TEXTS.nameOneGoal(kind));
  const request = { kind, goal, by: loginName(), reason: options.reason ?? "" };
  return runForPerson({ terminal, options }, (remote) => serveRequest(remote, request));
}
var REQUEST_OPTIONS;
var init_person_request2 = __esm({
  "src/commands/person-request.ts"() {
    "use strict";
    init_runner();
    init_serve_request();
    init_command_texts();
    init_command();
    init_run_for_person();
    init_state_remote();
    REQUEST_OPTIONS = { ...REMOTE_OPTIONS, reason: "text", json: "flag" };
  }
});

// src/commands/run.ts
var run_exports = {};
__export(run_exports, {
  run: () => run8
});
async function ask2({ args, terminal }) {
  const { options, words: words2 } = readOptions(args, REQUEST_OPTIONS);
  return requestFor({ terminal, options }, { kind: "run", words: words2 });
}
var HELP8, run8;
var init_run2 = __esm({
  "src/commands/run.ts"() {
    "use strict";
    init_person_request2();
    init_options();
    init_state_remote();
    HELP8 = `
npm start -- run <goal> [options]

Asks for a goal, due or not. One commit stores the request on the state branch, and the next
run works on this goal first. A scheduled run that holds the goal is asked to make room. A
pause of the goal ends, and its stuck tasks are tried again. With a token in GITHUB_TOKEN or
GH_TOKEN that may start workflows, a run is started at once. In a rehearsal, npm start
starts it.
${REMOTE_HELP}
  --reason <text>      why, for the log
  --json               print the result as one JSON document
`;
    run8 = { help: HELP8, run: ask2 };
  }
});

// src/commands/pause.ts
var pause_exports = {};
__export(pause_exports, {
  pause: () => pause
});
async function ask3({ args, terminal }) {
  const { options, words: words2 } = readOptions(args, REQUEST_OPTIONS);
  return requestFor({ terminal, options }, { kind: "pause", words: words2 });
}
var HELP9, pause;
var init_pause = __esm({
  "src/commands/pause.ts"() {
    "use strict";
    init_person_request2();
    init_options();
    init_state_remote();
    HELP9 = `
npm start -- pause <goal> [options]

Pauses one goal until you resume it. Its due times are skipped meanwhile. A scheduled run
that is working on the goal saves its work and leaves it.
${REMOTE_HELP}
  --reason <text>      why, for the status and the log
  --json               print the result as one JSON document
`;
    pause = { help: HELP9, run: ask3 };
  }
});

// src/core/health/switch-part.ts
function isDone(parts) {
  return parts.every(({ outcome }) => outcome !== "left") && parts.some(({ outcome }) => outcome === "changed");
}
function partsInWords(parts) {
  return parts.map(({ detail }) => /[.!?…:]$/.test(detail) ? detail : `${detail}.`).join(" ");
}
var init_switch_part = __esm({
  "src/core/health/switch-part.ts"() {
    "use strict";
  }
});

// src/report/oversight/stop-texts.ts
function unreadable2(why) {
  return `Besides, the state branch cannot be read: ${why}`;
}
var VARIABLE2, WORKFLOW, NOT_BY_STOP, STOP_TEXTS;
var init_stop_texts = __esm({
  "src/report/oversight/stop-texts.ts"() {
    "use strict";
    init_stop();
    init_workflows();
    VARIABLE2 = `The variable ${STOP_VARIABLE}`;
    WORKFLOW = `The workflow ${WAKE_WORKFLOW}`;
    NOT_BY_STOP = {
      disabled_manually: "and no stop did that",
      disabled_inactivity: "because nothing happened here for 60 days",
      disabled_fork: "because GitHub disables the workflows of every fork"
    };
    STOP_TEXTS = {
      needsReason: "A stop needs a reason: everybody who looks at the agent will read it.",
      file: {
        set: (reason) => `state/STOP is set: ${reason}`,
        setAlready: (reason) => `The stop is already set: ${reason}`,
        setOnUnreadable: (reason, why) => `state/STOP is set: ${reason}. ${unreadable2(why)}`,
        notSet: (why) => `state/STOP is not set: ${why}`,
        none: "No state/STOP is set.",
        noneOnUnreadable: (why) => `No state/STOP is set. ${unreadable2(why)}`,
        nothingToResume: "No state/STOP is set; there is nothing to resume from.",
        another: "Another stop was set in the meantime, so state/STOP stays. Read it and resume again.",
        /** `stop`: the text of the file; null: the variable alone had stopped the agent. */
        removed: (stop2) => stop2 === null ? "The stop is over." : `The stop is removed. It said: ${stopReason(stop2)}`,
        removedOnUnreadable: (stop2, why) => `The stop is removed. It said: ${stopReason(stop2)}. ${unreadable2(why)}`,
        notRemoved: (why) => `state/STOP is not removed: ${why}`
      },
      variable: {
        set: `${VARIABLE2} is set: no new run starts.`,
        setAlready: (value) => `${VARIABLE2} is set already: ${value}`,
        couldNotSet: (why) => `${VARIABLE2} is not set: ${why}`,
        notSet: `${VARIABLE2} is not set.`,
        stillSet: (value, why) => `${VARIABLE2} is still set (${value}) and stops the agent: ${why}`,
        hidden: (why) => `Whether the variable ${STOP_VARIABLE} is set cannot be seen: ${why}`,
        hiddenButRecorded: (why, value) => `Whether the variable ${STOP_VARIABLE} is set cannot be seen: ${why} When it was last read, it said: ${value}`,
        another: (value) => `${VARIABLE2} has another value by now (${value}). That is another stop, so it stays. Read it and resume again.`,
        deleted: (value) => `${VARIABLE2} is deleted. It said: ${value}`,
        goneAlready: `${VARIABLE2} is not set any more.`,
        ofOrganisation: (value) => `${VARIABLE2} of the organisation is set (${value}) and stops the agent here too. No command of a repository can delete it.`
      },
      workflow: {
        none: `There is no workflow ${WAKE_WORKFLOW}.`,
        disabled: `${WORKFLOW} is disabled.`,
        disabledAlready: `${WORKFLOW} is disabled already.`,
        couldNotDisable: (why) => `${WORKFLOW} is not disabled: ${why}`,
        enabled: `${WORKFLOW} is enabled.`,
        enabledAgain: `${WORKFLOW} is enabled again.`,
        couldNotEnable: (why) => `${WORKFLOW} is still disabled: ${why}`,
        hidden: (why) => `Whether the workflow ${WAKE_WORKFLOW} is enabled cannot be seen: ${why}`,
        staysDisabled: (state) => `${WORKFLOW} is disabled, ${NOT_BY_STOP[state]}. It stays disabled.`
      },
      /** What a person can do by hand; each begins with a verb. */
      byHand: {
        variable: (what) => `${what} the variable ${STOP_VARIABLE}`,
        organisationVariable: "delete it in the organisation's settings",
        workflow: (what) => `${what} the workflow ${WAKE_WORKFLOW}`
      },
      /** For the commit message. */
      recordStop: "record what the stop reached"
    };
  }
});

// src/core/health/stop-record.ts
function recordStops(state, { variable, at, since: since2 = at }) {
  const { status: status2, stop: stop2 } = state;
  const isOver = stop2 === null && variable === null && (status2.stop?.disabled ?? []).length === 0;
  if (isOver) return status2.stop === null ? state : { ...state, status: endStop(status2, at) };
  const { variable: _before, ...rest } = status2.stop ?? { since: since2 };
  const record2 = {
    ...rest,
    reason: stopReason(stop2 ?? variable ?? status2.stop?.reason ?? ""),
    ...variable === null ? {} : { variable }
  };
  return isSame(status2.stop, record2) ? state : { ...state, status: { ...status2, stop: record2 } };
}
function isSame(before, after) {
  return before !== null && before.reason === after.reason && before.variable === after.variable;
}
function withoutDisabled(state, enabled) {
  const { stop: stop2 } = state.status;
  if (stop2?.disabled === void 0) return state;
  const left = stop2.disabled.filter((workflow) => !enabled.includes(workflow));
  if (left.length === stop2.disabled.length) return state;
  const { disabled: _before, ...rest } = stop2;
  const record2 = left.length === 0 ? rest : { ...rest, disabled: left };
  return { ...state, status: { ...state.status, stop: record2 } };
}
var init_stop_record = __esm({
  "src/core/health/stop-record.ts"() {
    "use strict";
    init_gaps();
    init_stop();
  }
});

// src/oversight/stop/stop-file.ts
async function openForStop(context, by) {
  const hand = await readForPerson(context, by);
  const facts2 = { ...hand.facts, acceptsForeign: true };
  try {
    return { kind: "opened", facts: facts2, ledger: await openLedger(facts2, hand.tip, context.signal) };
  } catch (reason) {
    const isUnreadable = reason instanceof Halt && UNREADABLE.includes(reason.ending);
    if (!isUnreadable) throw reason;
    const why = reason.cause instanceof Halt ? reason.cause.detail : reason.detail;
    return { kind: "unreadable", facts: facts2, why };
  }
}
async function setStopAlone(context, opened, reason) {
  await swap(context, opened, { what: `stop: ${reason}`, decide: () => masked`${reason}\n` });
  return { isDone: true, detail: STOP_TEXTS.file.setOnUnreadable(reason, opened.why) };
}
async function removeStopAlone(context, opened) {
  let first;
  let removed = false;
  await swap(context, opened, {
    what: "resume",
    decide: (now) => {
      first ??= now;
      removed = now === null || now === first;
      return removed ? null : now;
    }
  });
  if (first === null || first === void 0)
    return { ...nothingSet(), detail: STOP_TEXTS.file.noneOnUnreadable(opened.why) };
  if (!removed) return anotherStop();
  return { ...stopRemoved(first), detail: STOP_TEXTS.file.removedOnUnreadable(first, opened.why) };
}
function nothingSet() {
  return { outcome: "unchanged", isDone: false, detail: STOP_TEXTS.file.none };
}
function anotherStop() {
  return { outcome: "left", isDone: false, detail: STOP_TEXTS.file.another };
}
function stopRemoved(stop2) {
  return { outcome: "changed", isDone: true, detail: STOP_TEXTS.file.removed(stop2) };
}
function swap({ world, signal }, { facts: { settings, wake: wake3, mask } }, change4) {
  const ports = { store: world.state, clock: world.clock, random: world.random, mask };
  const branch = { branch: settings.stateBranch, author: maskedRecord(settings.commit, mask), wake: wake3 };
  return swapStopFile(ports, branch, { ...change4, signal });
}
var UNREADABLE;
var init_stop_file = __esm({
  "src/oversight/stop/stop-file.ts"() {
    "use strict";
    init_masked_record();
    init_ending();
    init_masked();
    init_ledger();
    init_open_ledger();
    init_stop_texts();
    init_command_context();
    UNREADABLE = ["bad_state_file", "stopped"];
  }
});

// src/oversight/stop/stop-switch.ts
async function setStop(context, stop2) {
  const asked2 = oneLine(stop2.reason, REASON_LENGTH);
  if (asked2 === "") return { isDone: false, detail: STOP_TEXTS.needsReason, reason: fixed("") };
  const opened = await openForStop(context, stop2.by);
  const { mask } = opened.facts;
  const reason = mask.mask(asked2);
  if (opened.kind === "unreadable") return { ...await setStopAlone(context, opened, reason), reason, mask };
  const { ledger } = opened;
  const isSet = (state) => isWritten2(state, reason, stop2.disables ?? []);
  if (isServed(ledger.state.status, context.comment)) return { ...REPEATED, reason };
  if (isSet(ledger.state)) return { isDone: true, detail: STOP_TEXTS.file.setAlready(reason), reason, mask };
  const at = isoTime(context.world.clock.now());
  await write2(context, ledger, {
    apply: (state) => stopped(state, { reason, at, disables: stop2.disables ?? [] }),
    isIn: isSet,
    what: `stop: ${reason}`,
    line: ledger.state.stop?.trim() === reason ? null : { event: "stop_set", where: STOP_FILE, reason, by: stop2.by }
  });
  return { isDone: true, detail: STOP_TEXTS.file.set(reason), reason, mask };
}
function isWritten2(state, reason, disables) {
  const known = state.status.stop?.disabled ?? [];
  return state.stop?.trim() === reason && disables.every((workflow) => known.includes(workflow));
}
function stopped(state, {
  reason,
  at,
  disables
}) {
  const variable = state.status.stop?.variable ?? null;
  const recorded = recordStops({ ...state, stop: `${reason}
` }, { variable, at });
  const { stop: stop2 } = recorded.status;
  if (stop2 === null || disables.length === 0) return recorded;
  const disabled = [.../* @__PURE__ */ new Set([...stop2.disabled ?? [], ...disables])];
  return { ...recorded, status: { ...recorded.status, stop: { ...stop2, disabled } } };
}
async function followUp(context, stop2, then) {
  const opened = await openForStop(context, stop2.by);
  if (opened.kind === "unreadable") return;
  const at = isoTime(context.world.clock.now());
  const isSame2 = (state) => state.stop?.trim() === stop2.reason;
  const corrected = (state) => {
    const variable = then.variable ?? state.status.stop?.variable ?? null;
    return recordStops(withoutDisabled(state, then.notDisabled), { variable, at });
  };
  const { comment: _, ...rest } = context;
  await write2(rest, opened.ledger, {
    apply: (state) => isSame2(state) ? corrected(state) : "stale",
    isIn: (state) => !isSame2(state) || corrected(state) === state,
    what: STOP_TEXTS.recordStop,
    line: null
  });
}
async function removeStop(context, resume2) {
  const opened = await openForStop(context, resume2.by);
  if (opened.kind === "unreadable") return removeStopAlone(context, opened);
  const { ledger, facts: facts2 } = opened;
  const { state } = ledger;
  if (isServed(state.status, context.comment)) return { ...REPEATED, outcome: "unchanged" };
  const at = isoTime(context.world.clock.now());
  const resumed = (before) => {
    const unset = before.stop === null ? before : { ...before, stop: null };
    const enabled = withoutDisabled(unset, resume2.enabled ?? []);
    return recordStops(enabled, { variable: variableAfter(before, resume2, facts2.mask), at });
  };
  const { seen: seen2 = state.stop } = resume2;
  if (state.stop !== seen2) return anotherStop();
  const over = whatEnds(state, resumed(state).status.stop);
  if (over === null) return nothingSet();
  const outcome = await write2(context, ledger, {
    apply: (now) => now.stop === seen2 ? resumed(now) : "stale",
    isIn: (now) => resumed(now) === now,
    what: "resume",
    line: { event: "stop_removed", what: { kind: "over", reason: over, by: resume2.by } }
  });
  return outcome === "stale" ? anotherStop() : stopRemoved(seen2);
}
function variableAfter({ status: status2 }, { variable }, mask) {
  if (variable === void 0) return status2.stop?.variable ?? null;
  return variable === null ? null : mask.mask(oneLine(variable, REASON_LENGTH));
}
function whatEnds({ stop: stop2, status: status2 }, after) {
  if (stop2 !== null) return stop2.trim();
  return status2.stop !== null && after === null ? status2.stop.reason : null;
}
async function write2(context, ledger, { apply, isIn, what, line: line2 }) {
  const { comment: comment2, signal } = context;
  const outcome = await ledger.commit(
    {
      apply: (state) => {
        const after = apply(state);
        return after === "stale" ? "stale" : withServed(after, comment2);
      },
      isIn: (state) => comment2 === void 0 ? isIn(state) : isServed(state.status, comment2),
      describe: () => ({ goal: null, what, epoch: null, step: null }),
      events: () => line2 === null ? [] : [line2]
    },
    signal
  );
  return outcome.kind;
}
var init_stop_switch = __esm({
  "src/oversight/stop/stop-switch.ts"() {
    "use strict";
    init_served_comment();
    init_stop_record();
    init_request();
    init_masked();
    init_time();
    init_read_state();
    init_stop_texts();
    init_command_context();
    init_stop_file();
  }
});

// src/oversight/stop/switch-parts.ts
async function doPart(access, { part, otherwise }, body) {
  const done = await lookAt2(access, body);
  return { part, byHand: null, ...done.kind === "seen" ? done.value : otherwise(done.why) };
}
function variableByHand(what, access) {
  return {
    what: STOP_TEXTS.byHand.variable(what),
    address: pageAddress(access, "settings/variables/actions")
  };
}
function workflowByHand(what, access) {
  return {
    what: STOP_TEXTS.byHand.workflow(what),
    address: pageAddress(access, `actions/workflows/${WAKE_WORKFLOW}`)
  };
}
function isThere(state) {
  return state !== null && state !== "deleted";
}
var init_switch_parts = __esm({
  "src/oversight/stop/switch-parts.ts"() {
    "use strict";
    init_workflows();
    init_stop_texts();
    init_command_context();
    init_observe();
  }
});

// src/oversight/stop/stop-agent.ts
async function stopAgent(context, stop2) {
  if (oneLine(stop2.reason, REASON_LENGTH) === "") return setStop(context, stop2);
  const workflow = await lookAtWorkflow(context);
  const order = { ...stop2, disables: isActive(workflow) ? [WAKE_WORKFLOW] : [] };
  const set = await look(() => setStop(context, order));
  if (set.kind === "seen" && set.value.isRepeated === true) return set.value;
  const mask = (set.kind === "seen" ? set.value.mask : void 0) ?? valuesMask(context);
  const reason = set.kind === "seen" ? set.value.reason : mask.mask(oneLine(stop2.reason, REASON_LENGTH));
  const variable = await setVariable(context, reason);
  const { disabled, missed } = await disableSurely(context, workflow);
  if (set.kind === "seen" && (variable.outcome === "changed" || missed.length > 0)) {
    const then = { variable: variable.outcome === "changed" ? reason : null, notDisabled: missed };
    await look(() => followUp(context, { by: stop2.by, reason }, then));
  }
  const parts = [filePart(set), variable, disabled];
  return maskedAnswer({ isDone: isStopDone(context, parts), detail: partsInWords(parts), parts }, mask);
}
function isStopDone(context, parts) {
  const mayMiss = !hasOwnToken(context);
  return parts.every(({ part, outcome }) => outcome !== "left" || part !== "file" && mayMiss);
}
function valuesMask({ secrets: secrets3 }) {
  return createMask({ values: secrets3, patterns: [] });
}
function filePart(set) {
  const file = { part: "file", byHand: null };
  return set.kind === "seen" ? { ...file, outcome: "changed", detail: set.value.detail } : { ...file, outcome: "left", detail: STOP_TEXTS.file.notSet(set.why) };
}
function setVariable({ access, signal }, reason) {
  const otherwise = (why) => ({
    outcome: "left",
    detail: STOP_TEXTS.variable.couldNotSet(why),
    byHand: variableByHand("set", access)
  });
  const given = access.kind === "open" ? access.stopValue : void 0;
  return doPart(access, { part: "variable", otherwise }, async (control) => {
    const value = given ?? await control.readVariable(STOP_VARIABLE, signal) ?? "";
    if (value !== "")
      return {
        outcome: "unchanged",
        detail: STOP_TEXTS.variable.setAlready(oneLine(value, REASON_LENGTH))
      };
    await control.setVariable(STOP_VARIABLE, reason, signal);
    return { outcome: "changed", detail: STOP_TEXTS.variable.set };
  });
}
function lookAtWorkflow({ access, signal }) {
  return lookAt2(access, (control) => control.workflow(WAKE_WORKFLOW, signal));
}
function isActive(seen2) {
  return seen2.kind === "seen" && seen2.value === "active";
}
async function disableSurely(context, seen2) {
  const disabled = await disable(context, seen2);
  if (disabled.outcome !== "left" || !isActive(seen2)) return { disabled, missed: [] };
  const after = await lookAtWorkflow(context);
  if (after.kind === "unseen") return { disabled, missed: [] };
  if (after.value === "active") return { disabled, missed: [WAKE_WORKFLOW] };
  return { disabled: { ...disabled, ...IS_DISABLED, byHand: null }, missed: [] };
}
function disable({ access, signal }, seen2) {
  const otherwise = (why) => ({
    outcome: "left",
    detail: STOP_TEXTS.workflow.couldNotDisable(why),
    byHand: workflowByHand("disable", access)
  });
  return doPart(access, { part: "workflow", otherwise }, async (control) => {
    if (seen2.kind === "unseen") return otherwise(seen2.why);
    if (!isThere(seen2.value)) return { outcome: "unchanged", detail: STOP_TEXTS.workflow.none };
    if (seen2.value !== "active") return { outcome: "unchanged", detail: STOP_TEXTS.workflow.disabledAlready };
    await control.disableWorkflow(WAKE_WORKFLOW, signal);
    return IS_DISABLED;
  });
}
var IS_DISABLED;
var init_stop_agent = __esm({
  "src/oversight/stop/stop-agent.ts"() {
    "use strict";
    init_mask();
    init_switch_part();
    init_request();
    init_stop();
    init_workflows();
    init_stop_texts();
    init_command_context();
    init_observe();
    init_stop_switch();
    init_switch_parts();
    IS_DISABLED = { outcome: "changed", detail: STOP_TEXTS.workflow.disabled };
  }
});

// src/commands/stop.ts
var stop_exports = {};
__export(stop_exports, {
  stop: () => stop
});
async function run9({ args, terminal }) {
  const { options, words: words2 } = readOptions(args, { ...REMOTE_OPTIONS, json: "flag" });
  const reason = words2.join(" ").trim();
  if (reason === "") throw new UsageError(USAGE_TEXTS.sayWhy);
  return runForPerson({ terminal, options }, (remote) => stopAgent(remote, { reason, by: loginName() }));
}
var HELP10, stop;
var init_stop2 = __esm({
  "src/commands/stop.ts"() {
    "use strict";
    init_runner();
    init_stop_agent();
    init_command_texts();
    init_command();
    init_options();
    init_run_for_person();
    init_state_remote();
    HELP10 = `
npm start -- stop "<reason>" [options]

Stops the agent in every place that it can reach. It names what it could not set, and says
how to do that by hand:

  state/STOP      a file on the state branch. A run that is working saves, gives back its
                  lock and ends within 15 seconds or one step. A later run does nothing
  WAKEFUL_STOP    the repository variable. No job of a run starts
  wake.yml        the workflow, which is disabled

The variable and the workflow need a token in GITHUB_TOKEN or GH_TOKEN (for GitHub
Enterprise Server GH_ENTERPRISE_TOKEN) with the permissions Variables and Actions.
Without a token only the file is set, which is enough to stop the agent.
${REMOTE_HELP}
  --json               print each part as one JSON document
`;
    stop = { help: HELP10, run: run9 };
  }
});

// src/oversight/stop/resume-parts.ts
async function lookAtVariable({
  access,
  signal
}) {
  if (access.kind === "open" && access.stopValue !== null)
    return { kind: "seen", value: access.stopValue === "" ? null : access.stopValue };
  return lookAt2(access, (control) => control.readVariable(STOP_VARIABLE, signal));
}
function deleteVariable({ access, signal }, seen2, recorded) {
  const byHand = variableByHand("delete", access);
  const otherwise = (why) => {
    if (seen2.kind === "seen")
      return {
        outcome: "left",
        detail: STOP_TEXTS.variable.stillSet(shown3(seen2.value ?? ""), why),
        byHand
      };
    if (recorded === null) return { outcome: "unseen", detail: STOP_TEXTS.variable.hidden(why) };
    const detail = STOP_TEXTS.variable.hiddenButRecorded(why, shown3(recorded));
    return { outcome: "left", detail, byHand };
  };
  return doPart(access, { part: "variable", otherwise }, async (control) => {
    if (seen2.kind === "unseen") return otherwise(seen2.why);
    if (seen2.value === null) return { outcome: "unchanged", detail: STOP_TEXTS.variable.notSet };
    return deleteSeen(control, { value: seen2.value, byHand }, signal);
  });
}
function shown3(value) {
  return oneLine(value, REASON_LENGTH);
}
async function deleteSeen(control, { value, byHand }, signal) {
  const now = await control.readVariable(STOP_VARIABLE, signal);
  if (now !== null && now !== value) {
    return { outcome: "left", detail: STOP_TEXTS.variable.another(shown3(now)), byHand };
  }
  const isDeleted = now !== null && await control.deleteVariable(STOP_VARIABLE, signal);
  const rest = now === null ? null : await control.readVariable(STOP_VARIABLE, signal);
  if (rest === null)
    return {
      outcome: isDeleted ? "changed" : "unchanged",
      detail: isDeleted ? STOP_TEXTS.variable.deleted(shown3(value)) : STOP_TEXTS.variable.goneAlready
    };
  return {
    outcome: "left",
    detail: STOP_TEXTS.variable.ofOrganisation(shown3(rest)),
    byHand: { what: STOP_TEXTS.byHand.organisationVariable, address: null }
  };
}
function enableWorkflow({ access, signal }, isOurs) {
  const byHand = workflowByHand("enable", access);
  const otherwise = (why) => isOurs ? { outcome: "left", detail: STOP_TEXTS.workflow.couldNotEnable(why), byHand } : {
    outcome: "unseen",
    detail: STOP_TEXTS.workflow.hidden(why)
  };
  return doPart(access, { part: "workflow", otherwise }, async (control) => {
    const state = await control.workflow(WAKE_WORKFLOW, signal);
    if (!isThere(state)) return { outcome: "unchanged", detail: STOP_TEXTS.workflow.none };
    if (state === "active") return { outcome: "unchanged", detail: STOP_TEXTS.workflow.enabled };
    if (!isOurs || state !== "disabled_manually")
      return { outcome: "left", detail: STOP_TEXTS.workflow.staysDisabled(state), byHand };
    await control.enableWorkflow(WAKE_WORKFLOW, signal);
    return { outcome: "changed", detail: STOP_TEXTS.workflow.enabledAgain };
  });
}
var init_resume_parts = __esm({
  "src/oversight/stop/resume-parts.ts"() {
    "use strict";
    init_request();
    init_stop();
    init_workflows();
    init_stop_texts();
    init_observe();
    init_switch_parts();
  }
});

// src/oversight/stop/resume-agent.ts
async function resumeAgent(context, { by }) {
  const seen2 = await lookAtVariable(context);
  const opened = await openForStop(context, by);
  const state = opened.kind === "opened" ? opened.ledger.state : null;
  if (state !== null && isServed(state.status, context.comment)) return REPEATED;
  const record2 = state?.status.stop ?? null;
  const variable = await deleteVariable(context, seen2, record2?.variable ?? null);
  const disabled = record2?.disabled ?? [];
  const workflow = await enableWorkflow(context, disabled.includes(WAKE_WORKFLOW));
  const removed = await look(
    () => removeStop(context, {
      by,
      ...state === null ? {} : { seen: state.stop },
      enabled: workflow.outcome === "left" ? [] : [WAKE_WORKFLOW],
      ...seen2.kind === "unseen" ? {} : { variable: variable.outcome === "left" ? seen2.value : null }
    })
  );
  if (removed.kind === "seen" && removed.value.isRepeated === true) return removed.value;
  const others = [variable, workflow];
  const parts = [...others, filePart2(removed, others)];
  const isAllSeen = !hasOwnToken(context) || parts.every(({ outcome }) => outcome !== "unseen");
  const answer = { isDone: isAllSeen && isDone(parts), detail: partsInWords(parts), parts };
  return maskedAnswer(answer, opened.facts.mask);
}
function filePart2(removed, others) {
  const file = { part: "file", byHand: null };
  if (removed.kind === "unseen")
    return { ...file, outcome: "left", detail: STOP_TEXTS.file.notRemoved(removed.why) };
  const { outcome, detail } = removed.value;
  const isNothing = outcome === "unchanged" && others.every((each) => ["unchanged", "unseen"].includes(each.outcome));
  return { ...file, outcome, detail: isNothing ? STOP_TEXTS.file.nothingToResume : detail };
}
var init_resume_agent = __esm({
  "src/oversight/stop/resume-agent.ts"() {
    "use strict";
    init_served_comment();
    init_switch_part();
    init_workflows();
    init_stop_texts();
    init_command_context();
    init_observe();
    init_resume_parts();
    init_stop_file();
    init_stop_switch();
  }
});

// src/commands/resume.ts
var resume_exports = {};
__export(resume_exports, {
  resume: () => resume
});
async function run10({ args, terminal }) {
  const { options, words: words2 } = readOptions(args, REQUEST_OPTIONS);
  if (words2.length > 0) return requestFor({ terminal, options }, { kind: "resume", words: words2 });
  return runForPerson({ terminal, options }, (remote) => resumeAgent(remote, { by: loginName() }));
}
var HELP11, resume;
var init_resume = __esm({
  "src/commands/resume.ts"() {
    "use strict";
    init_runner();
    init_resume_agent();
    init_person_request2();
    init_options();
    init_run_for_person();
    init_state_remote();
    HELP11 = `
npm start -- resume [<goal>] [options]

With a goal, it ends the pause of that goal. What led to the pause is counted from zero.

Without a goal, it lets the agent run again: it deletes the variable WAKEFUL_STOP, enables the
workflow wake.yml if a stop had disabled it, and removes state/STOP. It takes away only the
stops that are there when it begins, and never deletes a variable of the organisation. What
it could not take away it names, and says how to do that by hand. For everything but
state/STOP it needs a token in GITHUB_TOKEN or GH_TOKEN, as stop does.
${REMOTE_HELP}
  --reason <text>      why a goal is resumed, for the log
  --json               print each part as one JSON document
`;
    resume = { help: HELP11, run: run10 };
  }
});

// src/core/health/finding.ts
function fine(what, says) {
  return { what, verdict: "ok", says, right: null };
}
function problem(what, says, right) {
  return { what, verdict: "problem", says, right };
}
function hidden(what, says, right) {
  return { what, verdict: "not_visible", says, right };
}
var init_finding = __esm({
  "src/core/health/finding.ts"() {
    "use strict";
  }
});

// src/report/doctor/remote-findings.ts
function remoteProblem(why) {
  return problem("remote", why, "Correct the address of the remote, or let git log in there without asking.");
}
function remoteFinding(branch) {
  return fine("remote", `It can be read. Its default branch is ${branch}.`);
}
var init_remote_findings = __esm({
  "src/report/doctor/remote-findings.ts"() {
    "use strict";
    init_finding();
  }
});

// src/report/doctor/file-findings.ts
function settingsFindings(file, problems, branch) {
  if (problems.length === 0) return [fine("settings", `${file} on ${branch} is valid.`)];
  return problems.map((each) => problem("settings", each, correctOn(branch)));
}
function badGoalFindings(problems, branch) {
  return problems.map((each) => problem("goals", each, correctOn(branch)));
}
function noGoalFinding(folder, branch) {
  return problem(
    "goals",
    `There is no goal file in ${folder}/ on ${branch}.`,
    "Write one: a title, an objective and a schedule are enough."
  );
}
function goalsFinding(enabled, branch) {
  const verb = enabled === 1 ? "is" : "are";
  return fine("goals", `${count(enabled, "valid goal")} ${verb} enabled on ${branch}.`);
}
function correctOn(branch) {
  return `Correct it on ${branch}. \`npm start -- validate\` checks the files of a clone.`;
}
var init_file_findings = __esm({
  "src/report/doctor/file-findings.ts"() {
    "use strict";
    init_finding();
    init_sentences();
  }
});

// src/oversight/doctor/files.ts
function fileFindings({ snapshot, tips }) {
  const { settings, settingsProblems, goals: goals2, goalProblems, hasNone } = snapshot;
  const { branch } = tips.base;
  const enabled = goals2.filter((goal) => goal.enabled).length;
  return [
    ...settingsFindings(SETTINGS_FILE, settingsProblems.map(formatProblem), branch),
    ...badGoalFindings(goalProblems.map(formatProblem), branch),
    hasNone ? noGoalFinding(settings.goalsFolder, branch) : goalsFinding(enabled, branch)
  ];
}
var init_files2 = __esm({
  "src/oversight/doctor/files.ts"() {
    "use strict";
    init_settings();
    init_file_findings();
    init_problem();
  }
});

// src/core/health/protection.ts
function branchProtection(rulesets, stateBranch) {
  const isOurs = (pattern) => pattern === `refs/heads/${stateBranch}` || pattern.startsWith(`refs/heads/${BRANCH_PREFIX}`);
  return best(
    rulesets.filter((each) => each.target === "branch" && isForPeople(each) && each.exclude.every(isOurs))
  );
}
function tagProtection(rulesets) {
  return best(
    rulesets.filter((each) => each.target === "tag" && isForPeople(each) && each.exclude.length === 0)
  );
}
function stateProtection(rulesets, stateBranch) {
  const named = `refs/heads/${stateBranch}`;
  const found2 = rulesets.filter(
    ({ target, isActive: isActive2, include, exclude, rules: rules2 }) => target === "branch" && isActive2 && (include.includes(named) || include.includes("~ALL") && !exclude.includes(named)) && STATE_RULES.every((rule) => rules2.includes(rule))
  );
  if (found2.some(({ exempt }) => exempt?.length === 0)) return "held";
  return found2.some(({ exempt }) => exempt === null) ? "unknown" : "missing";
}
function isForPeople({ isActive: isActive2, include, rules: rules2 }) {
  return isActive2 && include.includes("~ALL") && PEOPLES_RULES.every((rule) => rules2.includes(rule));
}
function best(found2) {
  if (found2.some(({ exempt }) => exempt?.every(isPeople) === true)) return "held";
  return found2.some(({ exempt }) => exempt === null) ? "unknown" : "missing";
}
function isPeople(actor) {
  return PEOPLES_ROLES.has(actor) || /^(?:Team|User) /.test(actor);
}
function isForDefaultBranch(branches, defaultBranch) {
  return branches !== null && branches.length > 0 && branches.every((branch) => branch === defaultBranch);
}
var PEOPLES_RULES, STATE_RULES, PEOPLES_ROLES;
var init_protection2 = __esm({
  "src/core/health/protection.ts"() {
    "use strict";
    init_work_branch();
    PEOPLES_RULES = ["creation", "update", "deletion", "non_fast_forward"];
    STATE_RULES = ["deletion", "non_fast_forward"];
    PEOPLES_ROLES = /* @__PURE__ */ new Set([
      "RepositoryRole 2",
      "RepositoryRole 5",
      "OrganizationAdmin"
    ]);
  }
});

// src/report/doctor/protection-findings.ts
function protectionHidden(why, target, stateBranch) {
  return [
    branchesFinding("unknown", target, stateBranch),
    tagsFinding("unknown", target),
    stateFinding("unknown", target, stateBranch)
  ].map((finding) => ({ ...finding, says: why }));
}
function branchesFinding(seen2, target, stateBranch) {
  const ours = [`refs/heads/${BRANCH_PREFIX}**/*`, `refs/heads/${stateBranch}`];
  const body = rulesetBody("All branches but those of the agent", "branch", {
    include: ["~ALL"],
    exclude: ours
  });
  return judged(WHAT.branches, seen2, {
    held: "A ruleset lets only people write to the branches that are not the agent's.",
    missing: "The token of a run may write to every branch: it can merge pull requests and delete branches. No ruleset keeps it to the agent's branches.",
    right: `Set a ruleset over all branches but the agent's, with people exempt and GitHub Actions not. Add the teams or people who push branches to \`bypass_actors\`. ${ROLE_WRITE}`,
    commands: [setRuleset(target, body)]
  });
}
function tagsFinding(seen2, target) {
  const body = rulesetBody("All tags", "tag", { include: ["~ALL"], exclude: [] });
  return judged(WHAT.tags, seen2, {
    held: "A ruleset lets only people create, move and delete tags.",
    missing: "The token of a run may create, move and delete every tag.",
    right: `Set a ruleset over all tags, with people exempt and GitHub Actions not. ${ROLE_WRITE}`,
    commands: [setRuleset(target, body)]
  });
}
function stateFinding(seen2, target, stateBranch) {
  const body = {
    ...{ name: "State of the agent", target: "branch", enforcement: "active" },
    conditions: { ref_name: { include: [`refs/heads/${stateBranch}`], exclude: [] } },
    rules: STATE_RULES.map((type) => ({ type })),
    bypass_actors: []
  };
  return judged(WHAT.state, seen2, {
    held: "A ruleset lets nobody delete the state branch or change its past. People who may write can still add to it; GitHub cannot exempt the token of Actions from a rule against that.",
    missing: `Everybody who may write can delete ${stateBranch} or change its past unseen.`,
    right: `Set a ruleset over ${stateBranch} from which nobody is exempt.`,
    commands: [setRuleset(target, body)]
  });
}
function judged(what, seen2, { held, missing, right, commands }) {
  if (seen2 === "held") return fine(what, held);
  const found2 = seen2 === "missing" ? problem(what, missing, right) : hidden(what, "This token does not see who is exempt from the rulesets.", right);
  return { ...found2, commands };
}
function rulesetBody(name, target, refs) {
  return {
    ...{ name, target, enforcement: "active", conditions: { ref_name: refs } },
    rules: PEOPLES_RULES.map((type) => ({ type })),
    bypass_actors: [5, 2].map((id2) => ({
      actor_id: id2,
      actor_type: "RepositoryRole",
      bypass_mode: "always"
    }))
  };
}
function setRuleset(target, body) {
  return `echo '${quoted(JSON.stringify(body))}' | gh api${hostOption(target)} -X POST repos/${target.repository}/rulesets --input -`;
}
function quoted(text2) {
  return text2.replaceAll("'", `'\\''`);
}
function hostOption({ host }) {
  return host === null ? "" : ` --hostname ${host}`;
}
function keyLocationFinding(key, target, branch) {
  const name = "name" in key ? key.name : USUAL_ENVIRONMENT;
  const commands = environmentCommands(target, name, branch);
  const right = `Keep the key in an environment that only ${branch} may use.`;
  switch (key.kind) {
    case "unseen":
      return { ...hidden(WHAT.key, key.why, right), commands };
    case "unset":
      return {
        ...fine(
          WHAT.key,
          `The variable ${ENVIRONMENT_VARIABLE} names no environment, so everybody who may push a branch can read the key with a workflow of that branch.`
        ),
        right: `Where more than one person may push, keep the key in an environment that only ${branch} may use.`,
        commands
      };
    case "absent":
      return {
        ...problem(WHAT.key, `There is no environment ${key.name}, or this token does not see it.`, right),
        commands
      };
    case "named":
      return namedFinding(key, { right, commands, branch });
  }
}
function namedFinding({ name, isForDefaultBranch: isForDefaultBranch2, hasKey, isInRepository }, {
  right,
  commands,
  branch
}) {
  const found2 = (says) => ({ ...problem(WHAT.key, says, right), commands });
  if (!isForDefaultBranch2) return found2(`Other branches than ${branch} may use the environment ${name}.`);
  if (hasKey === false) return found2(`The environment ${name} has no secret ${KEY}.`);
  if (isInRepository === true)
    return found2(`A secret ${KEY} of the repository hands the key to every branch all the same.`);
  return hasKey === null || isInRepository === null ? { ...hidden(WHAT.key, "This token cannot read the names of secrets.", right), commands } : fine(WHAT.key, `Only ${branch} may use the environment ${name}, and only it holds the key.`);
}
function environmentCommands(target, name, branch) {
  const api = `gh api${hostOption(target)}`;
  const at = `repos/${target.repository}/environments/${encodeURIComponent(name)}`;
  const policy = { deployment_branch_policy: { protected_branches: false, custom_branch_policies: true } };
  const where = `--repo ${target.host === null ? "" : `${target.host}/`}${target.repository}`;
  return [
    `echo '${JSON.stringify(policy)}' | ${api} -X PUT ${at} --input -`,
    `${api} -X POST ${at}/deployment-branch-policies -f name='${quoted(branch)}' -f type=branch`,
    `gh secret set ${KEY} --env '${quoted(name)}' ${where}`,
    `gh secret delete ${KEY} ${where}`,
    `gh variable set ${ENVIRONMENT_VARIABLE} --body '${quoted(name)}' ${where}`
  ];
}
var ENVIRONMENT_VARIABLE, KEY, USUAL_ENVIRONMENT, WHAT, RULES_HIDDEN, ROLE_WRITE;
var init_protection_findings = __esm({
  "src/report/doctor/protection-findings.ts"() {
    "use strict";
    init_finding();
    init_protection2();
    init_work_branch();
    ENVIRONMENT_VARIABLE = "WAKEFUL_ENVIRONMENT";
    KEY = "OPENAI_API_KEY";
    USUAL_ENVIRONMENT = "wakeful";
    WHAT = {
      branches: "other branches",
      tags: "tags",
      state: "history of the state branch",
      key: "key in an environment"
    };
    RULES_HIDDEN = "This token cannot read the rulesets, or the plan has none.";
    ROLE_WRITE = "Do not exempt the role write: GitHub does not say whether the token of Actions belongs to it.";
  }
});

// src/core/health/branch-rules.ts
function judgeRules(rules2) {
  return {
    breaking: rules2.flatMap((rule) => BREAKING_RULES.find((each) => each === rule) ?? []),
    doubtful: rules2.filter((rule) => MAY_BREAK.has(rule))
  };
}
var BREAKING_RULES, MAY_BREAK;
var init_branch_rules = __esm({
  "src/core/health/branch-rules.ts"() {
    "use strict";
    BREAKING_RULES = [
      "creation",
      "update",
      "required_signatures",
      "required_status_checks",
      "pull_request",
      "required_deployments",
      "merge_queue",
      "workflows",
      "code_scanning"
    ];
    MAY_BREAK = /* @__PURE__ */ new Set([
      "commit_message_pattern",
      "commit_author_email_pattern",
      "committer_email_pattern",
      "branch_name_pattern",
      "file_path_restriction",
      "file_extension_restriction",
      "max_file_path_length",
      "max_file_size"
    ]);
  }
});

// src/report/doctor/repository-findings.ts
function repositoryProblem(why) {
  return problem("repository", why, "Correct the address of the remote or the token, and look again.");
}
function repositoryHidden(why) {
  return hidden("repository", why, "Look again with a token: see `npm start -- doctor --help`.");
}
function nameFindings({ name }, known) {
  if (name.toLowerCase() === known.toLowerCase()) return [];
  const right = `Give the remote its new address, e.g. with \`git remote set-url\`.`;
  return [problem("name", `The remote calls this repository ${known}; it is ${name} now.`, right)];
}
function actionsFinding({ areActionsEnabled }, page) {
  const right = `Settings → Actions → General → Actions permissions${inBrackets(page("settings/actions"))}: allow actions.`;
  if (areActionsEnabled === null)
    return hidden("Actions", "This token cannot read whether workflows may run.", right);
  return areActionsEnabled ? fine("Actions", "Workflows may run.") : problem("Actions", "No workflow may run here.", right);
}
function pullRequestsFinding(facts2, page) {
  const what = "pull requests";
  const right = `Settings → Actions → General → Workflow permissions${inBrackets(page("settings/actions"))}: tick "Allow GitHub Actions to create and approve pull requests". Where it is greyed out, the organisation has to allow it first.`;
  if (facts2.actionsMayOpenPullRequests === null)
    return hidden(what, "This token cannot read whether Actions may open pull requests.", right);
  return facts2.actionsMayOpenPullRequests ? fine(
    what,
    "Actions may open pull requests. Workflows on them wait until somebody with write permission approves their runs."
  ) : problem(
    what,
    "Actions may not open pull requests, so work stays on its branch without a draft.",
    right
  );
}
function issuesFinding({ hasIssues }, page) {
  return hasIssues ? fine("issues", "Alerts can be opened as issues.") : problem(
    "issues",
    "Issues are switched off, so alerts reach nobody.",
    `Settings → General → Features${inBrackets(page("settings"))}: tick Issues.`
  );
}
function rulesFinding(facts2, branch, page) {
  const shown4 = branch === WORK_BRANCH ? `${BRANCH_PREFIX}**` : branch;
  const what = `rules of ${shown4}`;
  const right = `Settings → Rules → Rulesets${inBrackets(page("settings/rules"))}: exclude the branches ${shown4} from these rules. The token of Actions cannot be exempt from them.`;
  const found2 = facts2.rules[branch] ?? null;
  if (found2 === null) return hidden(what, "This token cannot read its rules.", right);
  const { breaking, doubtful } = judgeRules(found2);
  if (breaking.length > 0)
    return problem(
      what,
      `These rules refuse the agent's pushes: ${listWords(breaking.map(brokenRule))}.`,
      right
    );
  if (doubtful.length > 0)
    return hidden(what, `These rules may refuse the agent's pushes: ${listWords(doubtful)}.`, right);
  return fine(what, "No rule refuses the agent's pushes.");
}
function brokenRule(rule) {
  return `${rule} (${REASONS[rule]})`;
}
function modelKeyFinding({ secretNames }, isOwnServer, page) {
  const what = "model key";
  const right = `Settings → Secrets and variables → Actions${inBrackets(page("settings/secrets/actions"))}: add a secret ${KEY2}. A model server of your own may need none.`;
  if (secretNames === null) return hidden(what, "This token cannot read the names of secrets.", right);
  if (secretNames.includes(KEY2)) return fine(what, `There is a secret ${KEY2}.`);
  return isOwnServer ? fine(what, `There is no secret ${KEY2}. The settings name servers of your own, which may need none.`) : problem(what, `There is no secret ${KEY2}.`, right);
}
function scheduleFinding({ isFork, isPrivate }) {
  if (isFork) {
    return fine(
      "schedule",
      "This is a fork: GitHub runs no schedule until somebody enables the workflows by hand."
    );
  }
  return isPrivate ? fine("schedule", "The repository is private: schedules stay on, and each job is billed.") : fine(
    "schedule",
    "GitHub switches schedules off after 60 days without activity; the watchdog keeps them on."
  );
}
var WORK_BRANCH, KEY2, REASONS;
var init_repository_findings = __esm({
  "src/report/doctor/repository-findings.ts"() {
    "use strict";
    init_branch_rules();
    init_finding();
    init_work_branch();
    init_sentences();
    WORK_BRANCH = `${BRANCH_PREFIX}example/example-0000000000-1`;
    KEY2 = "OPENAI_API_KEY";
    REASONS = {
      creation: "the agent creates branches",
      update: "the agent pushes to its branches",
      required_signatures: "the agent's commits are not signed",
      required_status_checks: "no check runs before a push",
      pull_request: "the agent pushes without a pull request",
      required_deployments: "nothing is deployed before a push",
      merge_queue: "the agent pushes without a queue",
      workflows: "no workflow runs before a push",
      code_scanning: "nothing is scanned before a push"
    };
  }
});

// src/oversight/doctor/protection.ts
async function lookAtProtection(examined, keys) {
  if (examined.isRehearsal) return { findings: [], hasKey: false };
  const { access, snapshot, tips, signal } = examined;
  const { stateBranch } = snapshot.settings;
  const target = commandTarget(examined);
  const seen2 = await lookAt2(access, (control) => control.rulesets(signal));
  const key = await keyLocation(examined, keys);
  const rules2 = seen2.kind === "unseen" || seen2.value === null ? protectionHidden(seen2.kind === "unseen" ? seen2.why : RULES_HIDDEN, target, stateBranch) : [
    branchesFinding(branchProtection(seen2.value, stateBranch), target, stateBranch),
    tagsFinding(tagProtection(seen2.value), target),
    stateFinding(stateProtection(seen2.value, stateBranch), target, stateBranch)
  ];
  const findings = [...rules2, keyLocationFinding(key, target, tips.base.branch)];
  return { findings, hasKey: key.kind === "named" && key.hasKey === true };
}
function commandTarget({ access, repository }) {
  const address = pageAddress(access, "");
  const host = address === null || !URL.canParse(address) ? "github.com" : new URL(address).host;
  return { repository, host: host === "github.com" ? null : host };
}
async function keyLocation({ access, tips, signal }, keys) {
  const named = await lookAt2(access, (control) => control.readVariable(ENVIRONMENT_VARIABLE, signal));
  if (named.kind === "unseen") return { kind: "unseen", why: named.why };
  const name = named.value ?? "";
  if (name === "") return { kind: "unset" };
  const seen2 = await lookAt2(access, (control) => control.environment(name, signal));
  if (seen2.kind === "unseen") return { kind: "unseen", why: seen2.why };
  if (seen2.value === null) return { kind: "absent", name };
  const { branches, secretNames } = seen2.value;
  return {
    kind: "named",
    name,
    isForDefaultBranch: isForDefaultBranch(branches, tips.base.branch),
    hasKey: secretNames?.includes(KEY) ?? null,
    isInRepository: keys?.includes(KEY) ?? null
  };
}
var init_protection3 = __esm({
  "src/oversight/doctor/protection.ts"() {
    "use strict";
    init_protection2();
    init_protection_findings();
    init_command_context();
    init_observe();
  }
});

// src/oversight/doctor/github.ts
async function githubFindings(examined) {
  const { access, snapshot, signal } = examined;
  const { settings } = snapshot;
  const branches = [settings.stateBranch, WORK_BRANCH];
  const seen2 = await lookAt2(access, (control) => control.repositoryFacts(branches, signal));
  if (seen2.kind === "unseen")
    return [access.kind === "open" ? repositoryProblem(seen2.why) : repositoryHidden(seen2.why)];
  const facts2 = seen2.value;
  const page = (path) => pageAddress(access, path);
  const guarded = await lookAtProtection(examined, facts2.secretNames);
  const keys = guarded.hasKey ? [...facts2.secretNames ?? [], KEY] : facts2.secretNames;
  const isOwnServer = Object.values(settings.models).every(({ baseUrl }) => baseUrl !== null);
  return [
    ...nameFindings(facts2, examined.repository),
    actionsFinding(facts2, page),
    pullRequestsFinding(facts2, page),
    issuesFinding(facts2, page),
    ...branches.map((branch) => rulesFinding(facts2, branch, page)),
    modelKeyFinding({ secretNames: keys }, isOwnServer, page),
    ...guarded.findings,
    scheduleFinding(facts2)
  ];
}
var init_github = __esm({
  "src/oversight/doctor/github.ts"() {
    "use strict";
    init_protection_findings();
    init_repository_findings();
    init_command_context();
    init_observe();
    init_protection3();
  }
});

// src/report/doctor/machine-findings.ts
function rehearsalRunnerFinding() {
  return fine(RUNNER, "This is a rehearsal, so commands run here.");
}
function runnerHidden(why) {
  return hidden(RUNNER, why, SET_VARIABLE);
}
function runnerFinding(isReady) {
  return isReady ? fine(RUNNER, `The variable ${SANDBOX_VARIABLE} makes the runner ready for the commands of goals.`) : problem(
    RUNNER,
    "Goals have commands, and the runner is not made ready for them, so they are not run.",
    SET_VARIABLE
  );
}
function sandboxHereFinding(why, { hasCommands, isRehearsal }) {
  if (why === null) return fine(HERE, "Commands of goals can run here.");
  if (!hasCommands)
    return fine(HERE, `No goal has commands, so no sandbox is needed. Commands could not run here: ${why}`);
  return isRehearsal ? problem(HERE, `Commands of goals are not run here: ${why}`, INSTALL) : fine(HERE, `Only a rehearsal would need a sandbox here. ${why}`);
}
function modelFinding(name, { server, isCounted, limitField }) {
  const limit = limitField === null ? "" : ` The limit of an answer is its ${limitField}.`;
  const counts = isCounted ? "" : " It does not say how many tokens a call takes, so each call counts as the most that it could have taken.";
  return fine(`model ${name}`, `${server} answers, calls tools and takes their results.${limit}${counts}`);
}
function modelLack(name, { server, lack }) {
  return problem(
    `model ${name}`,
    `${server} ${lack}.`,
    "Name a model that calls tools in the settings, raise its max_output_tokens, or let its server hand tools on to it."
  );
}
function modelProblem(name, why) {
  return problem(
    `model ${name}`,
    why,
    "Correct the key, the address or the name of the model in the settings or the environment."
  );
}
function modelFault(name, fault) {
  return modelProblem(name, `${fault.server} does not answer (${fault.kind}): ${fault.detail}`);
}
var RUNNER, HERE, INSTALL, SANDBOX_VARIABLE, SET_VARIABLE, MODEL_LACKS;
var init_machine_findings = __esm({
  "src/report/doctor/machine-findings.ts"() {
    "use strict";
    init_finding();
    RUNNER = "sandbox of the runner";
    HERE = "sandbox here";
    INSTALL = "Install bubblewrap. On Ubuntu 24.04 also: sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0";
    SANDBOX_VARIABLE = "WAKEFUL_SANDBOX";
    SET_VARIABLE = `Set the variable ${SANDBOX_VARIABLE} to true, and WAKEFUL_RUNNER to a runner that is a machine of its own, e.g. ubuntu-24.04.`;
    MODEL_LACKS = {
      noCall: "answers, but called no tool when it was told to. Goals work through tools alone",
      otherTool: (tool) => `called ${JSON.stringify(tool)}, a tool that it was not offered`,
      badArguments: "called a tool with arguments that are not what was asked for",
      cutOff: (tokens) => `used up ${tokens} tokens without calling a tool: it thinks for longer than an answer may have`,
      noLimit: "does not keep to the limit of an answer, so that a call may cost more than was set aside for it",
      noSecond: (detail) => `takes no result of a tool: ${detail}`
    };
  }
});

// src/report/doctor/model-questions.ts
var MODEL_QUESTIONS;
var init_model_questions = __esm({
  "src/report/doctor/model-questions.ts"() {
    "use strict";
    init_masked();
    MODEL_QUESTIONS = {
      tool: "Text of a file.",
      system: fixed("You work through tools. Act by calling tools only."),
      user: fixed("Read the file notes.md by calling read_file."),
      result: fixed("notes.md, lines 1-1 of 1\nThe colour is blue.")
    };
  }
});

// src/oversight/doctor/model-trial.ts
async function tryModel(provider, tried, signal) {
  const seen2 = await look(async () => {
    const model = await provider.open(tried.settings);
    return askTwice({ ...tried, model, server: provider.name(tried.settings) }, signal);
  });
  return seen2.kind === "unseen" ? modelProblem(tried.name, seen2.why) : seen2.value;
}
async function askTwice(trial, signal) {
  const { name, server, settings, model } = trial;
  const maxTokens = Math.min(ANSWER_TOKENS, settings.maxOutputTokens);
  const first = await model.ask({ messages: QUESTION, tools: [TOOL], maxTokens }, signal);
  if (first.kind === "fault") return modelFault(name, { server, kind: first.fault, detail: first.detail });
  const [call] = first.toolCalls;
  const lack = lackOf(first, call, maxTokens);
  if (lack !== null || call === void 0)
    return modelLack(name, { server, lack: lack ?? MODEL_LACKS.noCall });
  const messages = [...QUESTION, said(first, call), resultOf(call)];
  const second = await model.ask({ messages, tools: [TOOL], maxTokens }, signal);
  if (second.kind === "fault") return modelLack(name, { server, lack: MODEL_LACKS.noSecond(second.detail) });
  if (isOverLimit(second, maxTokens)) return modelLack(name, { server, lack: MODEL_LACKS.noLimit });
  const isCounted = first.usage !== null && second.usage !== null;
  return modelFinding(name, { server, isCounted, limitField: model.limitField ?? null });
}
function lackOf(answer, call, maxTokens) {
  if (call === void 0)
    return answer.finish === "length" ? MODEL_LACKS.cutOff(maxTokens) : MODEL_LACKS.noCall;
  if (call.name !== TOOL.name) return MODEL_LACKS.otherTool(call.name);
  if (!hasPath(call.arguments)) return MODEL_LACKS.badArguments;
  return isOverLimit(answer, maxTokens) ? MODEL_LACKS.noLimit : null;
}
function isOverLimit({ usage }, maxTokens) {
  return usage !== null && usage.tokensOut > maxTokens;
}
function hasPath(json) {
  try {
    const value = JSON.parse(json);
    return typeof value === "object" && value !== null && "path" in value;
  } catch {
    return false;
  }
}
function said({ content, extra }, { extra: ofCall, ...call }) {
  const masked2 = maskedRecord({ content, call }, NOTHING_SECRET);
  return {
    role: "assistant",
    content: masked2.content,
    toolCalls: [{ ...masked2.call, ...ofCall !== void 0 && { extra: ofCall } }],
    ...extra !== void 0 && { extra }
  };
}
function resultOf({ id: id2 }) {
  return {
    role: "tool",
    toolCallId: NOTHING_SECRET.mask(id2),
    content: MODEL_QUESTIONS.result
  };
}
var ANSWER_TOKENS, TOOL, QUESTION, NOTHING_SECRET;
var init_model_trial = __esm({
  "src/oversight/doctor/model-trial.ts"() {
    "use strict";
    init_mask();
    init_masked_record();
    init_machine_findings();
    init_model_questions();
    init_observe();
    ANSWER_TOKENS = 2048;
    TOOL = {
      name: "read_file",
      description: MODEL_QUESTIONS.tool,
      parameters: { type: "object", properties: { path: { type: "string" } }, required: ["path"] }
    };
    QUESTION = [
      { role: "system", content: MODEL_QUESTIONS.system },
      { role: "user", content: MODEL_QUESTIONS.user }
    ];
    NOTHING_SECRET = createMask({ values: [], patterns: [] });
  }
});

// src/oversight/doctor/machine.ts
async function machineFindings(examined) {
  const { world, isRehearsal } = examined;
  const hasCommands = examined.snapshot.goals.some(runsCommands);
  const runner = hasCommands ? [await sandboxOfRunner(examined)] : [];
  const why = await world.sandbox.reasonUnavailable();
  const here2 = sandboxHereFinding(why, { hasCommands, isRehearsal });
  return [...runner, here2, ...await modelFindings(examined)];
}
function runsCommands({ enabled, setup, checks, doneWhen }) {
  return enabled && [...setup, ...checks, ...doneWhen].length > 0;
}
async function sandboxOfRunner({ access, isRehearsal, signal }) {
  if (isRehearsal) return rehearsalRunnerFinding();
  const seen2 = await lookAt2(access, (control) => control.readVariable(SANDBOX_VARIABLE, signal));
  return seen2.kind === "unseen" ? runnerHidden(seen2.why) : runnerFinding(seen2.value === "true");
}
async function modelFindings({ model, snapshot, signal }) {
  if (model === null) return [];
  const used = new Set(snapshot.goals.filter(({ enabled }) => enabled).map((goal) => goal.model));
  const known = snapshot.settings.models;
  for (const name of used) for (const other of known[name]?.fallback ?? []) used.add(other);
  const settings = Object.entries(known).filter(([name]) => used.has(name));
  return Promise.all(settings.map(([name, each]) => tryModel(model, { name, settings: each }, signal)));
}
var init_machine = __esm({
  "src/oversight/doctor/machine.ts"() {
    "use strict";
    init_machine_findings();
    init_observe();
    init_model_trial();
  }
});

// src/report/doctor/state-findings.ts
function stateBranchMissing(branch) {
  return fine(BRANCH, `There is no branch ${branch} yet. The first run creates it.`);
}
function stateBranchFinding(branch, repository) {
  return fine(BRANCH, `The branch ${branch} can be read and belongs to ${repository}.`);
}
function stateBranchProblem(why) {
  return problem(
    BRANCH,
    why,
    "Restore the last good version of the named file from the history of the branch, or delete the branch and all branches below wakeful/ to start over."
  );
}
function stopFileFinding(stop2) {
  if (stop2 === null) return fine(FILE, "It is not set.");
  return problem(FILE, `It stops the agent: ${stopReason(stop2)}`, `${RESUME}, or delete the file.`);
}
function stopVariableFinding(value, step) {
  if (value === null) return fine(STOP_VARIABLE, "The variable is not set.");
  return problem(STOP_VARIABLE, `The variable stops the agent: ${stopReason(value)}`, deleteVariable2(step));
}
function stopVariableRecorded(value, step) {
  return problem(
    STOP_VARIABLE,
    `It was set when it was last read: ${stopReason(value)}`,
    deleteVariable2(step)
  );
}
function stopVariableHidden(why) {
  return hidden(STOP_VARIABLE, why, "The variable must not be set, neither here nor in the organisation.");
}
function deleteVariable2({ what, address }) {
  return `${RESUME}, or ${what}${inBrackets(address)}. Any value stops the agent, \`false\` too.`;
}
var BRANCH, FILE, RESUME;
var init_state_findings = __esm({
  "src/report/doctor/state-findings.ts"() {
    "use strict";
    init_finding();
    init_stop();
    init_sentences();
    BRANCH = "state branch";
    FILE = "state/STOP";
    RESUME = "Run `npm start -- resume`";
  }
});

// src/oversight/doctor/state.ts
async function stateFindings(examined) {
  const { world, repository, repositoryId: id2, tips, snapshot, signal } = examined;
  const { stateBranch: branch } = snapshot.settings;
  const seen2 = await look(async () => {
    const tip = tips.state ?? await tipOfFirstWake(world.state, branch, signal);
    const source = { branch, repository: { name: repository, id: id2 }, latest: null };
    return tip === null ? null : await readState(world.state, { tip, ...source }, signal);
  });
  const state = seen2.kind === "seen" ? seen2.value : null;
  const stops = [stopFileFinding(state?.stop ?? null), await variableFinding(examined, state)];
  if (seen2.kind === "unseen") return [stateBranchProblem(seen2.why), ...stops];
  if (state === null) return [stateBranchMissing(branch), ...stops];
  return [stateBranchFinding(branch, state.lock.repository), ...stops];
}
async function variableFinding(examined, state) {
  const step = variableByHand("delete", examined.access);
  const seen2 = await lookAtVariable(examined);
  if (seen2.kind === "seen") return stopVariableFinding(seen2.value, step);
  const recorded = state?.status.stop?.variable;
  return recorded === void 0 ? stopVariableHidden(seen2.why) : stopVariableRecorded(recorded, step);
}
var init_state2 = __esm({
  "src/oversight/doctor/state.ts"() {
    "use strict";
    init_read_state();
    init_state_findings();
    init_observe();
    init_resume_parts();
    init_switch_parts();
  }
});

// src/report/doctor/workflow-findings.ts
function workflowMissing(file, path, branch) {
  return problem(
    file,
    `${path} is not on ${branch}, so ${MISSES[file]}.`,
    `Copy it from the template to ${path}.`
  );
}
function workflowHidden(file, why) {
  return hidden(file, `It is there. Whether it is enabled cannot be seen: ${why}`, "It has to be enabled.");
}
function workflowFinding(file, state, page) {
  if (state === "active") return fine(file, "It is there and enabled.");
  const why = state === null ? "GitHub does not know it as a workflow" : STATES[state];
  const right = `Enable it on its page under Actions${inBrackets(page)}, or with \`gh workflow enable ${file}\`.`;
  return problem(file, `${why}, so ${MISSES[file]}.`, right);
}
var MISSES, STATES;
var init_workflow_findings = __esm({
  "src/report/doctor/workflow-findings.ts"() {
    "use strict";
    init_finding();
    init_workflows();
    init_sentences();
    MISSES = {
      [WAKE_WORKFLOW]: "nothing starts the agent",
      [REQUESTS_WORKFLOW]: "nobody serves comments such as `/wakeful run <goal>`",
      [WATCHDOG_WORKFLOW]: "nobody watches over the agent, nor keeps its schedule on"
    };
    STATES = {
      disabled_manually: "A person or a stop has disabled it",
      disabled_inactivity: "GitHub has disabled it, because nothing happened here for 60 days",
      disabled_fork: "GitHub has disabled it, as it does in every fork",
      deleted: "GitHub says that it was deleted"
    };
  }
});

// src/oversight/doctor/workflows.ts
async function workflowFindings(examined) {
  const { world, tips, signal } = examined;
  const { commit: commit2, branch } = tips.base;
  const files = await world.state.read(commit2, WORKFLOWS.map(pathOf), signal);
  return Promise.all(
    WORKFLOWS.map(
      (file) => files.has(pathOf(file)) ? enabledFinding(examined, file) : workflowMissing(file, pathOf(file), branch)
    )
  );
}
function pathOf(file) {
  return `.github/workflows/${file}`;
}
async function enabledFinding({ access, signal }, file) {
  const seen2 = await lookAt2(access, (control) => control.workflow(file, signal));
  if (seen2.kind === "unseen") return workflowHidden(file, seen2.why);
  return workflowFinding(file, seen2.value, pageAddress(access, `actions/workflows/${file}`));
}
var WORKFLOWS;
var init_workflows3 = __esm({
  "src/oversight/doctor/workflows.ts"() {
    "use strict";
    init_workflows();
    init_workflow_findings();
    init_command_context();
    init_observe();
    WORKFLOWS = [WAKE_WORKFLOW, REQUESTS_WORKFLOW, WATCHDOG_WORKFLOW];
  }
});

// src/oversight/doctor/doctor.ts
async function examine(context) {
  const { world, overrides, signal } = context;
  const tips = await look(() => world.state.fetch(signal));
  if (tips.kind === "unseen") return [remoteProblem(tips.why)];
  const { base } = tips.value;
  const snapshot = await readGoals(world.state, { commit: base.commit, overrides }, signal);
  const examined = { ...context, tips: tips.value, snapshot };
  return [
    remoteFinding(base.branch),
    ...await stateFindings(examined),
    ...fileFindings(examined),
    ...await workflowFindings(examined),
    ...await githubFindings(examined),
    ...await machineFindings(examined)
  ];
}
var init_doctor = __esm({
  "src/oversight/doctor/doctor.ts"() {
    "use strict";
    init_snapshot();
    init_remote_findings();
    init_observe();
    init_files2();
    init_github();
    init_machine();
    init_state2();
    init_workflows3();
  }
});

// src/report/terminal/doctor.ts
function doctorText(findings, style) {
  return `${findings.map((finding) => findingText(finding, style)).join("\n")}

${summary4(findings)}
`;
}
function findingText({ what, verdict, says, right, commands = [] }, style) {
  const { word, tone } = SHOWN2[verdict];
  const texts = [`${what}: ${sentence(says)}`, ...right === null ? [] : [`What to do: ${sentence(right)}`]];
  const lines = texts.flatMap((text2) => wrapToWidth(plainLine(text2), style.width - INDENT.length));
  return [...lines, ...commands.map((command2) => plainLine(command2))].map(
    (line2, index) => index === 0 ? `${style.paint(tone, word.padEnd(WORD_WIDTH))}  ${line2}` : `${INDENT}${line2}`
  ).join("\n");
}
function summary4(findings) {
  const amount3 = (verdict) => findings.filter((each) => each.verdict === verdict).length;
  const problems = amount3("problem");
  const hidden2 = amount3("not_visible");
  const parts = [
    problems === 0 ? "No problem was found" : `${count(problems, "problem")} ${problems === 1 ? "needs" : "need"} a person`,
    ...hidden2 === 0 ? [] : [`${count(hidden2, "thing")} could not be looked at`]
  ];
  return `${listWords(parts)}.`;
}
var SHOWN2, WORD_WIDTH, INDENT;
var init_doctor2 = __esm({
  "src/report/terminal/doctor.ts"() {
    "use strict";
    init_display_width();
    init_sentences();
    SHOWN2 = {
      ok: { word: "ok", tone: "good" },
      problem: { word: "problem", tone: "bad" },
      not_visible: { word: "unknown", tone: "warn" }
    };
    WORD_WIDTH = Math.max(...Object.values(SHOWN2).map(({ word }) => word.length));
    INDENT = " ".repeat(WORD_WIDTH + 2);
  }
});

// src/commands/doctor.ts
var doctor_exports = {};
__export(doctor_exports, {
  doctor: () => doctor
});
async function run11({ args, terminal }) {
  const { options, words: words2 } = readOptions(args, { ...REMOTE_OPTIONS, model: "flag", json: "flag" });
  refuseWords(words2);
  const signal = new AbortController().signal;
  const remote = await findStateRemote(terminal.folder, options, signal);
  const { world, close } = await openReadingWorld(remote.address, remote.settings.stateBranch);
  const { openaiKey, openaiBaseUrl, openaiModel } = environment();
  const sandbox = openSandbox({
    clock: systemClock({ offsetMs: 0 }),
    path: childEnvironment()["PATH"] ?? ""
  });
  const github = await openGitHubAccess(remote);
  try {
    const known = { name: remote.repository, id: null };
    const { id: id2 } = await identityOf2(github.access, known, signal);
    const findings = await examine({
      world: { state: world.state, sandbox },
      repository: remote.repository,
      repositoryId: id2,
      access: github.access,
      isRehearsal: remote.kind === "rehearsal",
      model: options.model ? createOpenAiModels({ key: openaiKey === "" ? null : openaiKey }) : null,
      overrides: { baseUrl: openaiBaseUrl || null, model: openaiModel || null },
      signal
    });
    const source = sourceOf(remote);
    const style = styleOf(terminal);
    const at = await terminalAt(terminal, remote.settings);
    const shown4 = maskedRecord({ source, findings }, at.mask);
    if (options.json) writeJson(at, shown4);
    else
      print(
        at,
        `${wrapToWidth(shown4.source, style.width).join("\n")}

${doctorText(shown4.findings, style)}`
      );
    return findings.some(({ verdict }) => verdict === "problem") ? EXIT_NEEDS_PERSON : 0;
  } finally {
    await github.close();
    await close();
  }
}
function sourceOf({ kind, sentence: sentence3, repository }) {
  if (kind === "remote") return sentence3;
  return REMOTE_TEXTS.rehearsalOnly(sentence3, repository);
}
var HELP12, doctor;
var init_doctor3 = __esm({
  "src/commands/doctor.ts"() {
    "use strict";
    init_openai_model();
    init_runner();
    init_sandbox();
    init_masked_record();
    init_doctor();
    init_command_texts();
    init_doctor2();
    init_display_width();
    init_command();
    init_options();
    init_style();
    init_terminal_at();
    init_github_access();
    init_state_remote();
    init_world();
    HELP12 = `
npm start -- doctor [options]

Checks whether everything is set up, changes nothing, and says exactly what to change: git
and the state branch, goals and settings, the workflows, what the repository and its rulesets
allow, the key of the model, stops, the sandbox. With a token in GITHUB_TOKEN or GH_TOKEN
(for GitHub Enterprise Server GH_ENTERPRISE_TOKEN) it sees more. It names what the token does
not let it see. It exits with 1 when something needs a person.
${REMOTE_HELP}
  --model              try what goals need of each model that they use, in two short calls,
                       which costs a little: a tool, its result, the limit of an answer
  --json               print the findings as one JSON document
`;
    doctor = { help: HELP12, run: run11 };
  }
});

// src/core/progress/adopted-state.ts
function adoptionFacts({ lock, checkpoints, alerts, requests: requests2 }) {
  const drafts = Object.values(checkpoints).flatMap((each) => Object.values(each.drafts).filter(isInUse));
  return {
    from: lock.repository,
    goals: Object.keys(checkpoints).length,
    drafts: drafts.length,
    alerts: Object.keys(alerts.alerts).length,
    requests: Object.keys(requests2).length,
    locks: Object.keys(lock.leases).length
  };
}
function adopted(state, { name, id: id2 }, at) {
  const { repository_id: _, ...lock } = state.lock;
  const identity = id2 === null ? { repository: name } : { repository: name, repository_id: id2 };
  return {
    ...state,
    lock: { ...lock, ...identity, leases: {}, began_at: at },
    checkpoints: mapped(state.checkpoints, (checkpoint) => withoutPlaces(checkpoint)),
    alerts: { ...state.alerts, alerts: mapped(state.alerts.alerts, withoutIssue) },
    requests: {}
  };
}
function withoutPlaces(checkpoint) {
  const items = mapped(checkpoint.items, (item) => ({ ...item, outbox: [] }));
  const drafts = mapped(checkpoint.drafts, (draft) => ({
    ...draft,
    ...isInUse(draft) ? { outcome: "taken_over" } : {},
    number: null,
    url: null
  }));
  return { ...checkpoint, items, drafts };
}
function withoutIssue(alert) {
  return { ...alert, issue: null, shown: null, known: false, folded: false };
}
function mapped(record2, change4) {
  return Object.fromEntries(Object.entries(record2).map(([key, value]) => [key, change4(value)]));
}
var init_adopted_state = __esm({
  "src/core/progress/adopted-state.ts"() {
    "use strict";
    init_checkpoint();
  }
});

// src/oversight/adopt.ts
async function adoptState(context, { by, isSure }) {
  const { repository, repositoryId: repositoryId2, signal, world } = context;
  const identity = { name: repository, id: repositoryId2 ?? null };
  const hand = await readForPerson(context, by);
  if (hand.tip === null) return { isDone: false, detail: ADOPT_TEXTS.none };
  const ledger = await openLedger({ ...hand.facts, acceptsForeign: true }, hand.tip, signal);
  const { lock } = ledger.state;
  if (isStateOf(lock, identity)) return { isDone: true, detail: ADOPT_TEXTS.own(repository) };
  const facts2 = adoptionFacts(ledger.state);
  if (!isSure) return { isDone: true, detail: ADOPT_TEXTS.preview(facts2, repository) };
  const outcome = await ledger.commit(
    {
      apply: (state) => state.lock.repository === facts2.from ? adopted(state, identity, isoTime(world.clock.now())) : "stale",
      isIn: (state) => isStateOf(state.lock, identity),
      describe: () => ({ goal: null, what: ADOPT_TEXTS.commit, epoch: null, step: null }),
      events: () => [{ event: "state_adopted", from: facts2.from, to: repository, by }]
    },
    signal
  );
  return outcome.kind === "stale" ? { isDone: false, detail: ADOPT_TEXTS.moved } : { isDone: true, detail: ADOPT_TEXTS.done(facts2.from, repository) };
}
var init_adopt = __esm({
  "src/oversight/adopt.ts"() {
    "use strict";
    init_adopted_state();
    init_repository_identity();
    init_time();
    init_open_ledger();
    init_request_texts();
    init_command_context();
  }
});

// src/commands/adopt.ts
var adopt_exports = {};
__export(adopt_exports, {
  adopt: () => adopt
});
async function run12({ args, terminal }) {
  const { options, words: words2 } = readOptions(args, { ...REMOTE_OPTIONS, yes: "flag", json: "flag" });
  refuseWords(words2);
  return runForPerson(
    { terminal, options },
    (remote) => adoptState(remote, { by: loginName(), isSure: options.yes })
  );
}
var HELP13, adopt;
var init_adopt2 = __esm({
  "src/commands/adopt.ts"() {
    "use strict";
    init_runner();
    init_adopt();
    init_options();
    init_run_for_person();
    init_state_remote();
    HELP13 = `
npm start -- adopt [options]

Takes over the state branch that came with a copy or a fork of a repository, so that the agent
goes on here from where it was there. First it only says what would stay and what would not;
with --yes it does it, in one commit with a line in the log. A repository that was renamed or
transferred needs no adoption.
${REMOTE_HELP}
  --yes                do it
  --json               print the result as one JSON document
`;
    adopt = { help: HELP13, run: run12 };
  }
});

// src/config/state/state-versions.ts
function otherVersions(files) {
  return [...files].flatMap(([path, text2]) => {
    if (!path.endsWith(".json")) return [];
    const version = versionOf(text2);
    return version === STATE_VERSION ? [] : [{ path: printable(path), version }];
  });
}
function versionOf(text2) {
  const value = parsed2(text2);
  if (typeof value !== "object" || value === null || !("version" in value)) return null;
  return typeof value.version === "number" ? value.version : null;
}
function heldGoals(lock) {
  const value = lock === void 0 ? null : parsed2(lock);
  if (typeof value !== "object" || value === null || !("leases" in value)) return [];
  return typeof value.leases === "object" && value.leases !== null ? Object.keys(value.leases) : [];
}
function parsed2(text2) {
  try {
    return JSON.parse(text2);
  } catch {
    return null;
  }
}
var init_state_versions = __esm({
  "src/config/state/state-versions.ts"() {
    "use strict";
    init_state();
    init_problem();
  }
});

// src/oversight/migrate.ts
async function migrateState({ world, signal }) {
  const tips = await world.state.fetch(signal);
  if (tips.state === null) return { isDone: true, detail: MIGRATE_TEXTS.noBranch };
  const stored = await world.state.read(tips.state, STATE_FILES, signal);
  const files = new Map([...stored].map(([path, { text: text2 }]) => [path, text2]));
  const held = heldGoals(files.get("state/lock.json"));
  if (held.length > 0) return { isDone: false, detail: MIGRATE_TEXTS.held(held) };
  const [other] = otherVersions(files);
  if (other === void 0) {
    const detail = MIGRATE_TEXTS.upToDate(STATE_VERSION);
    return { isDone: true, detail };
  }
  return { isDone: false, detail: whatIsNeeded(other.path, other.version) };
}
function whatIsNeeded(path, version) {
  if (version === null) return MIGRATE_TEXTS.noVersion(path);
  return version > STATE_VERSION ? MIGRATE_TEXTS.newer(path, version, STATE_VERSION) : MIGRATE_TEXTS.unknown(path, version, STATE_VERSION);
}
var init_migrate = __esm({
  "src/oversight/migrate.ts"() {
    "use strict";
    init_state_versions();
    init_state();
    init_read_state();
    init_request_texts();
  }
});

// src/commands/migrate.ts
var migrate_exports = {};
__export(migrate_exports, {
  migrate: () => migrate
});
async function run13({ args, terminal }) {
  const { options, words: words2 } = readOptions(args, { ...REMOTE_OPTIONS, json: "flag" });
  refuseWords(words2);
  return runForPerson({ terminal, options }, migrateState);
}
var HELP14, migrate;
var init_migrate2 = __esm({
  "src/commands/migrate.ts"() {
    "use strict";
    init_migrate();
    init_options();
    init_run_for_person();
    init_state_remote();
    HELP14 = `
npm start -- migrate [options]

Checks whether the files of the state branch have the version that this program writes, and
says what to do if they do not. There is only version 1 so far, so nothing is ever changed.
It refuses while a run holds a lock.
${REMOTE_HELP}
  --json               print the result as one JSON document
`;
    migrate = { help: HELP14, run: run13 };
  }
});

// src/commands/action/preview.ts
init_ending();
init_masked();
init_annotations();
init_goals_preview2();
init_command();
init_say();
import { existsSync } from "node:fs";
import { resolve } from "node:path";
async function previewOnRunner(call) {
  const { facts: facts2, inputs, cancel, mask } = call;
  const folder = resolve(facts2.workspace, inputs.folder);
  if (!existsSync(folder)) {
    const right = "check the pull request out there first, with fetch-depth: 2";
    throw new Halt("bad_settings", `folder: there is no ${inputs.folder} in the workspace; ${right}.`);
  }
  const { markdown, problems } = await previewGoals({ folder, mask, ...PULL_REQUEST }, cancel);
  const notes2 = problemNotes(
    problems.map(({ hint, message, ...place2 }) => {
      return { ...place2, message: hint === "" ? message : masked`${message}; ${hint}` };
    }),
    { kind: "error", beside: 0 }
  );
  const outputs = { ending: problems.length === 0 ? "no_change" : "bad_goal" };
  await report(call, { outputs, notes: notes2, summary: markdown });
  return problems.length === 0 ? 0 : EXIT_NEEDS_PERSON;
}

// src/commands/dispatch.ts
init_nearest_name();
init_ending();
init_command_texts();

// src/commands/registry.ts
var COMMANDS = {
  rehearse: {
    summary: "rehearse one run on this machine, with a stand-in for GitHub (the default)",
    load: async () => (await Promise.resolve().then(() => (init_rehearse(), __toCommonJS(rehearse_exports)))).rehearse
  },
  wake: {
    summary: "do one real run from this machine, on the repository behind the remote",
    load: async () => (await Promise.resolve().then(() => (init_wake2(), __toCommonJS(wake_exports)))).wake
  },
  status: {
    summary: "show when it last ran, what is due next, what it spent, what needs you",
    load: async () => (await Promise.resolve().then(() => (init_status(), __toCommonJS(status_exports)))).status
  },
  log: {
    summary: "show what it did, line by line",
    load: async () => (await Promise.resolve().then(() => (init_log(), __toCommonJS(log_exports)))).log
  },
  goals: {
    summary: "show the goals, when each is due next, and their limits",
    load: async () => (await Promise.resolve().then(() => (init_goals(), __toCommonJS(goals_exports)))).goals
  },
  triggers: {
    summary: "show everything that can start it",
    load: async () => (await Promise.resolve().then(() => (init_triggers(), __toCommonJS(triggers_exports)))).triggers
  },
  validate: {
    summary: "check goal and settings files for mistakes",
    load: async () => (await Promise.resolve().then(() => (init_validate(), __toCommonJS(validate_exports)))).validate
  },
  run: {
    summary: "ask for a goal: the next run works on it first",
    load: async () => (await Promise.resolve().then(() => (init_run2(), __toCommonJS(run_exports)))).run
  },
  pause: {
    summary: "pause one goal",
    load: async () => (await Promise.resolve().then(() => (init_pause(), __toCommonJS(pause_exports)))).pause
  },
  stop: {
    summary: "stop the agent, with a reason",
    load: async () => (await Promise.resolve().then(() => (init_stop2(), __toCommonJS(stop_exports)))).stop
  },
  resume: {
    summary: "let the agent, or a paused goal, run again",
    load: async () => (await Promise.resolve().then(() => (init_resume(), __toCommonJS(resume_exports)))).resume
  },
  doctor: {
    summary: "check whether everything is set up, and say what to change",
    load: async () => (await Promise.resolve().then(() => (init_doctor3(), __toCommonJS(doctor_exports)))).doctor
  },
  adopt: {
    summary: "take over the state that came with a copy or a fork",
    load: async () => (await Promise.resolve().then(() => (init_adopt2(), __toCommonJS(adopt_exports)))).adopt
  },
  migrate: {
    summary: "check the version of the files on the state branch",
    load: async () => (await Promise.resolve().then(() => (init_migrate2(), __toCommonJS(migrate_exports)))).migrate
  }
};
var DEFAULT_COMMAND = "rehearse";

// src/commands/dispatch.ts
init_command();
async function dispatch2(args, terminal) {
  try {
    return await runCommand(args, terminal);
  } catch (error) {
    const code = explain(error, terminal);
    if (code === null) throw error;
    return code;
  }
}
async function runCommand(args, terminal) {
  const [first = DEFAULT_COMMAND] = args;
  if (["help", "--help", "-h"].includes(first)) return printOverview(terminal);
  const named = !first.startsWith("-");
  const name = named ? first : DEFAULT_COMMAND;
  const rest = named ? args.slice(1) : args;
  const entry3 = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : void 0;
  if (entry3 === void 0) throw unknownCommand(name);
  const command2 = await entry3.load();
  if (asksForHelp(rest)) {
    print(terminal, `${command2.help.trim()}

${EXIT_CODES_HELP}
`);
    return 0;
  }
  return command2.run({ args: rest, terminal });
}
function asksForHelp(args) {
  const end = args.indexOf("--");
  return (end === -1 ? args : args.slice(0, end)).some((arg) => arg === "--help" || arg === "-h");
}
function unknownCommand(name) {
  const nearest = nearestName(name, Object.keys(COMMANDS));
  const hint = nearest === null ? USAGE_TEXTS.known(Object.keys(COMMANDS)) : USAGE_TEXTS.didYouMean(nearest);
  return new UsageError(USAGE_TEXTS.noCommand(name, hint));
}
function explain(error, terminal) {
  if (error instanceof UsageError) {
    printAside(terminal, `wakeful: ${error.message}
${USAGE_TEXTS.seeHelp}
`);
    return EXIT_WRONG_USE;
  }
  if (error instanceof Halt) {
    printAside(terminal, `wakeful: ${error.detail}
`);
    return EXIT_NEEDS_PERSON;
  }
  return null;
}
function printOverview(terminal) {
  const width = Math.max(...Object.keys(COMMANDS).map((name) => name.length));
  const lines = Object.entries(COMMANDS).map(([name, entry3]) => `  ${name.padEnd(width)}  ${entry3.summary}`);
  const text2 = [
    OVERVIEW_TEXTS.what,
    "",
    OVERVIEW_TEXTS.rehearse,
    "npm start -- <command> [options]",
    "",
    "Commands:",
    ...lines,
    "",
    OVERVIEW_TEXTS.options,
    "",
    EXIT_CODES_HELP
  ];
  print(terminal, `${text2.join("\n")}
`);
  return 0;
}

// src/commands/action/rehearse.ts
init_say();
var WIDTH = 100;
async function rehearseOnRunner(call) {
  const { inputs, facts: facts2, mask, secrets: secrets3 } = call;
  const lines = [];
  const output = (keep) => ({
    write(text2) {
      if (keep) lines.push(text2);
      for (const line2 of text2.replace(/\n$/, "").split("\n")) say(call, line2);
    },
    isTerminal: false,
    width: WIDTH
  });
  const stop2 = inputs.stop === "" ? [] : ["--stop", inputs.stop];
  const terminal = {
    out: output(true),
    err: output(false),
    folder: facts2.workspace,
    isPlain: true,
    mask,
    secrets: secrets3
  };
  const code = await dispatch2(["rehearse", ...stop2], terminal);
  const quoted2 = lines.join("").trimEnd().split("\n").map((line2) => `    ${line2}`);
  const summary5 = `## A rehearsal

${quoted2.join("\n")}
`;
  await report(call, { outputs: {}, notes: [], summary: summary5 });
  return code;
}

// src/commands/action/request.ts
init_ending();

// src/config/github/comment-command.ts
init_action_problems();
init_nearest_name();
var ADDRESS = /^\/wakeful(?=\s|$)/i;
var GOAL = /^[a-z0-9]+(-[a-z0-9]+)*$/;
var LONGEST_GOAL = 64;
function readComment2(body) {
  const [first = "", ...rest] = body.replace(/^\uFEFF/, "").split(/\r\n|[\n\r\u2028\u2029]/);
  if (!ADDRESS.test(first)) return { kind: "none" };
  if (rest.some((line2) => ADDRESS.test(line2.trimStart()))) return wrong(commentProblems.several);
  const [name = "", ...words2] = first.replace(ADDRESS, "").trim().split(/\s+/);
  switch (name) {
    case "run":
    case "pause":
      return ofGoal(name, words2);
    case "stop":
      return ofStop(words2);
    case "resume":
      return words2.length === 0 ? command({ kind: "resume" }) : ofGoal("resume", words2);
    default:
      return wrong(verbProblem(name));
  }
}
function ofGoal(name, words2) {
  const [goal, ...more] = words2;
  if (goal === void 0) return wrong(commentProblems.noGoal(name));
  if (!GOAL.test(goal) || goal.length > LONGEST_GOAL) return wrong(commentProblems.notGoal(goal));
  if (more.length > 0) return wrong(commentProblems.tooMuch(name));
  return command({ kind: name === "resume" ? "resume_goal" : name, goal });
}
function ofStop(words2) {
  const reason = words2.join(" ");
  return reason === "" ? wrong(commentProblems.noReason) : command({ kind: "stop", reason });
}
function verbProblem(name) {
  if (name === "") return commentProblems.noCommand;
  return commentProblems.notCommand(name, nearestName(name, Object.keys(COMMENT_FORMS)));
}
function command(read4) {
  return { kind: "command", command: read4 };
}
function wrong(problem2) {
  return { kind: "wrong", message: commentAnswer(problem2) };
}

// src/config/github/comment-event.ts
init_dist();
init_action_problems();
var id = pipe(number(), safeInteger(), minValue(1));
var Author = nullable(looseObject({ login: string(), type: optional(string(), "User") }));
var Words = looseObject({ id, body: nullish(string(), ""), user: Author });
var Pull = looseObject({ number: id });
var ReviewComment = looseObject({ action: string(), pull_request: Pull, comment: Words });
var Review = looseObject({ action: string(), pull_request: Pull, review: Words });
var CommentEvent = looseObject({
  action: string(),
  issue: looseObject({ number: id }),
  comment: looseObject({ id, body: string(), user: Author })
});
function readCommentEvent(payload) {
  const comment2 = safeParse(ReviewComment, payload);
  if (comment2.success && !isOfIssue(payload)) return eventOf(comment2.output, comment2.output.comment);
  const review = safeParse(Review, payload);
  if (review.success) {
    const { action: action2, pull_request } = review.output;
    return eventOf(
      { action: action2 === "submitted" ? "created" : action2, pull_request },
      review.output.review
    );
  }
  const read4 = safeParse(CommentEvent, payload);
  if (!read4.success) return { kind: "wrong", problem: notCommentEvent(getDotPath(read4.issues[0])) };
  const { action, issue, comment: words2 } = read4.output;
  return { kind: "value", value: { ...wordsOf2(words2), action, issue: issue.number, isOfReview: false } };
}
function isOfIssue(payload) {
  return typeof payload === "object" && payload !== null && "issue" in payload;
}
function eventOf({ action, pull_request }, words2) {
  const place2 = { action, issue: pull_request.number, isOfReview: true };
  return { kind: "value", value: { ...wordsOf2(words2), ...place2 } };
}
function wordsOf2({ id: number2, body, user: user2 }) {
  const login = user2?.login ?? null;
  const isBot = user2?.type === "Bot" || (login ?? "").endsWith("[bot]");
  return { id: number2, body: body ?? "", author: login, isBot };
}

// src/oversight/comments/comment.ts
init_mask();
init_mask_foot();
init_masked_record();
init_ending();
init_halt();
init_deadline();

// src/report/on-github/comment-reply.ts
init_marker();
init_markdown();
init_switch_text();
var REPLY_LENGTH = 4e3;
function commentReply(comment2, said2) {
  const words2 = said2.parts === void 0 ? renderWithin(said2.detail, REPLY_LENGTH, inlineText) : switchMarkdown(said2.parts);
  return `${words2}

${hiddenMarker(`comment/${comment2}`)}`;
}
function isOwnComment(body) {
  return readMarker(body) !== null;
}

// src/oversight/comments/comment.ts
init_request_texts();
init_problem();
init_observe();

// src/oversight/comments/comment-order.ts
init_mask();
init_mask_foot();
init_masked_record();
init_ending();
init_request_texts();
init_resume_agent();
init_stop_agent();
init_serve_request();
async function carryOut(context, order) {
  const mask = createMask({ values: context.secrets, patterns: [] });
  const bodyOf2 = (said2) => maskedAboveFoot(commentReply(context.comment, maskedRecord(said2, mask)), mask);
  try {
    const answer = await act(context, order);
    const said2 = whatToSay(answer);
    return {
      ending: answer.isDone ? "worked" : "no_change",
      detail: answer.detail,
      reaction: answer.isDone ? "+1" : "-1",
      body: said2 === null ? null : bodyOf2(said2)
    };
  } catch (reason) {
    if (!(reason instanceof Halt)) throw reason;
    const { ending } = reason;
    const detail = ending === "time_limit" ? COMMENT_TEXTS.tooLate : reason.detail;
    return { ending, detail, reaction: "-1", body: bodyOf2({ detail }) };
  }
}
function act(context, { by, issue, command: command2 }) {
  const reason = COMMENT_TEXTS.reason(issue);
  switch (command2.kind) {
    case "run":
    case "pause":
      return serveRequest(context, { kind: command2.kind, goal: command2.goal, by, reason });
    case "resume_goal":
      return serveRequest(context, { kind: "resume", goal: command2.goal, by, reason });
    case "stop":
      return stopAgent(context, { reason: command2.reason, by });
    case "resume":
      return resumeAgent(context, { by });
  }
}
function whatToSay({ isDone: isDone2, detail, parts, besides, isRepeated }) {
  if (isRepeated === true) return null;
  if (parts !== void 0) {
    const isWhole = parts.every(({ outcome }) => outcome === "changed" || outcome === "unchanged");
    return isDone2 && isWhole ? null : { detail, parts };
  }
  if (!isDone2) return { detail };
  return besides === void 0 || besides.length === 0 ? null : { detail: besides.join(" ") };
}

// src/oversight/comments/comment.ts
var MINUTES = 1.5;
async function serveComment(context, payload) {
  const mask = createMask({ values: context.secrets, patterns: [] });
  const deadline = new Deadline(context.world.clock, MINUTES, context.signal);
  try {
    const served = await serve2({ ...context, signal: deadline.work, answerSignal: deadline.save }, payload);
    return { ...served, detail: mask.mask(served.detail) };
  } catch (reason) {
    const { ending, detail } = asHalt(reason);
    return { ending, detail: mask.mask(detail), answer: null };
  } finally {
    deadline.close();
  }
}
async function serve2(context, payload) {
  const event = readCommentEvent(payload);
  if (event.kind === "wrong")
    throw new Halt("bad_settings", COMMENT_TEXTS.unreadable(problemSentence(event.problem)));
  const comment2 = event.value;
  const ignored = reasonToIgnore(comment2, context.agent);
  const { author } = comment2;
  const reading = readComment2(comment2.body);
  if (ignored !== null || author === null || reading.kind === "none")
    return { ending: "no_change", detail: ignored ?? COMMENT_TEXTS.notForAgent, answer: null };
  const refusal2 = await reasonNotAllowed(context, author);
  if (refusal2 !== null)
    return reply2(context, comment2, { ending: "no_change", detail: refusal2, reaction: "-1", body: null });
  if (reading.kind === "wrong") {
    const { message } = reading;
    const mask = createMask({ values: context.secrets, patterns: [] });
    const body = maskedAboveFoot(commentReply(comment2.id, maskedRecord({ detail: message }, mask)), mask);
    return reply2(context, comment2, { ending: "no_change", detail: message, reaction: "-1", body });
  }
  const { control, address, stop: stop2, answerSignal: _, ...hand } = context;
  const access = { kind: "open", control, address, stopValue: stop2 };
  const order = { by: author, issue: comment2.issue, command: reading.command };
  return reply2(context, comment2, await carryOut({ ...hand, comment: comment2.id, access }, order));
}
function reasonToIgnore({ action, author, isBot, body }, agent) {
  if (action !== "created") return COMMENT_TEXTS.notNew(action);
  if (author === null) return COMMENT_TEXTS.noAuthor;
  if (isBot) return COMMENT_TEXTS.bot(author);
  const isAgent = agent !== void 0 && agent.toLowerCase() === author.toLowerCase();
  return isAgent || isOwnComment(body) ? COMMENT_TEXTS.ownComment : null;
}
async function reasonNotAllowed({ control, signal }, author) {
  const permission2 = await control.permissionOf(author, signal);
  if (permission2 === "admin" || permission2 === "write") return null;
  return permission2 === "unknown" ? COMMENT_TEXTS.permissionHidden(author) : COMMENT_TEXTS.mayNotWrite(author);
}
async function reply2({ control, answerSignal, secrets: secrets3 }, { issue, id: id2, isOfReview }, { ending, detail, reaction, body }) {
  const mask = createMask({ values: secrets3, patterns: [] });
  const done = maskedAboveFoot(commentReply(id2, maskedRecord({ detail }, mask)), mask);
  const answer = isOfReview ? { issue, comment: null, reaction, body: body ?? (reaction === "+1" ? done : null) } : { issue, comment: id2, reaction, body };
  if (answer.comment === null && answer.body === null) return { ending, detail, answer: null };
  const given = await look(() => control.answerComment(answer, answerSignal));
  const missed = given.kind === "seen" ? "" : ` ${COMMENT_TEXTS.notAnswered(given.why)}`;
  return { ending, detail: `${detail}${missed}`, answer: given.kind === "seen" ? answer : null };
}

// src/commands/action/request.ts
init_job_log();
init_github_pages();
init_markdown();
init_command();
init_runner_world();
init_say();
async function requestOnRunner(call) {
  const { facts: facts2, inputs, cancel } = call;
  const { world, control, close } = await openRunnerWorld(call);
  try {
    const context = {
      world,
      control,
      repository: facts2.repository,
      repositoryId: facts2.repositoryId,
      serverUrl: facts2.serverUrl,
      address: repositoryUrl(facts2),
      secrets: call.secrets,
      stop: inputs.stop,
      signal: cancel
    };
    return await tell(call, await serveComment(context, facts2.payload));
  } finally {
    await close();
  }
}
async function tell(call, { ending, detail }) {
  say(call, detail);
  const isRed = ENDINGS[ending].exitCode !== 0;
  const note = {
    kind: "error",
    title: `Wakeful: ${ending}`,
    message: harmlessLine(detail),
    place: null
  };
  await report(call, {
    outputs: { ending },
    notes: isRed ? [note] : [],
    summary: `## Wakeful: a comment

${inlineText(call.mask.mask(detail))}
`
  });
  return isRed ? EXIT_NEEDS_PERSON : 0;
}

// src/commands/action/watchdog.ts
init_trigger();

// src/oversight/watchdog/watchdog.ts
init_alert_results();
init_state_branch_alert();
init_mask();
init_halt();
init_wake_result();
init_deadline();
init_mask_deep();
init_open_ledger();
init_prepare_ledger();
init_raised_alerts();
init_sentences();
init_observe();

// src/oversight/watchdog/watchdog-alerts.ts
init_alerts_lease();
init_alert_state();

// src/core/health/health.ts
init_lease();
init_time();
var AHEAD_MS = HOUR_MS;
function lastSign({ run: run14, status: status2 }, now) {
  const signs = [
    run14?.hasStarted === true ? run14.createdAt : null,
    status2.seen_at,
    status2.last_wake?.started_at ?? null,
    status2.stops?.at(-1)?.until ?? null
  ].map((time) => Date.parse(time ?? ""));
  const times = signs.filter((time) => !Number.isNaN(time) && time <= now + AHEAD_MS);
  return times.length === 0 ? null : Math.max(...times);
}
function silentSince(signs, { now, silentHours }) {
  const last = lastSign(signs, now);
  return last !== null && now - last > silentHours * HOUR_MS ? isoTime(last) : null;
}
function stoppedSince(status2, { now, silentHours }) {
  return isoTime(Math.max(lastSign({ run: null, status: status2 }, now) ?? now, now - silentHours * HOUR_MS));
}
function overdueLeases(state, goals2, { now, silentHours }) {
  return Object.entries(state.lock.leases).filter(([id2, lease]) => {
    const isWanted = goals2.some((goal) => goal.id === id2 && goal.enabled);
    const isPaused = (state.checkpoints[id2]?.pause ?? null) !== null;
    return isWanted && !isPaused && isLeaseOverdue(lease, now - silentHours * HOUR_MS);
  });
}

// src/oversight/watchdog/watchdog-alerts.ts
init_marker();
init_digest();
init_holder();

// src/report/oversight/watchdog-texts.ts
init_workflows();
init_sentences();
var WHY_DISABLED = {
  disabled_manually: "Somebody has disabled it, and no stop says why.",
  disabled_inactivity: "GitHub disabled it because nothing happened here for 60 days, and it could not be enabled again.",
  disabled_fork: "GitHub disabled it, as it does in every fork."
};
var WATCHDOG_TEXTS = {
  /** `since`: ISO time. `failed`: the page of the newest job, where it was over before the agent left a sign; null: it is none. */
  silent: (since2, failed) => failed === null ? `No run has started since ${longTime(since2)}. Nothing says that the agent was stopped.` : `No run has left a sign of life since ${longTime(since2)}. The newest job failed, was cancelled, or waits for an approval: ${failed}`,
  stuckLock: (lock) => `The lock of run ${lock.run} on ${lock.goal} ended ${longTime(lock.expiresAt)}, and no run has taken it over.`,
  /** For the commit message. */
  recordSeen: "record what the watchdog has seen"
};
function disabledText(state) {
  const why = WHY_DISABLED[state];
  return why === void 0 ? null : `The workflow ${WAKE_WORKFLOW} is disabled. ${why}`;
}

// src/oversight/watchdog/watchdog-alerts.ts
init_observe();
var EVENT_OF = {
  silent: "silence_seen",
  stuck_lease: "lease_stuck",
  workflow_disabled: "workflow_disabled",
  unwatched: "effect_failed"
};
var CAUSES = Object.keys(EVENT_OF);
async function healthAlerts(context, seen2) {
  const { world, settings, ledger, goals: goals2 } = context;
  const { state } = ledger;
  const now = { now: world.clock.now(), silentHours: settings.alerts.silentHours };
  const unwatched = wanted("unwatched", seen2.forbidden.join("\n"));
  const disabled = disabledAlert(context, seen2);
  const watched = [
    ...disabled,
    ...seen2.forbidden.length > 0 ? [unwatched] : keptIf(context, seen2, "unwatched")
  ];
  if (disabled.length > 0) return watched;
  const run14 = seen2.run === null ? null : { ...seen2.run, hasStarted: hasRun(seen2.run) };
  const since2 = silentSince({ run: run14, status: state.status }, now);
  if (since2 !== null) return [...watched, silentAlert(since2, seen2.run)];
  const stuck = [];
  for (const each of overdueLeases(state, goals2, now)) {
    if (await isHolderGone(context, each[1])) stuck.push(each);
  }
  return stuck.length === 0 ? watched : [...watched, stuckAlert(stuck)];
}
function wanted(cause, detail, about) {
  return { goal: null, cause, detail, ...about === void 0 ? {} : { about } };
}
function hasRun({ status: status2 }) {
  return status2 === "running" || status2 === "finished";
}
function silentAlert(since2, run14) {
  const failed = run14?.status === "failed" ? run14.url : null;
  return wanted("silent", WATCHDOG_TEXTS.silent(since2, failed), since2);
}
function stuckAlert(leases) {
  const lines = leases.map(
    ([goal, { wake: wake3, expires_at: expiresAt }]) => WATCHDOG_TEXTS.stuckLock({ goal, run: wake3, expiresAt })
  );
  const about = leases.map(([goal, { epoch }]) => `${goal} ${epoch}`).join("\n");
  return wanted("stuck_lease", lines.join("\n"), digest([about], 16));
}
function disabledAlert(context, seen2) {
  if (seen2.state === null) return keptIf(context, seen2, "workflow_disabled");
  const text2 = disabledText(seen2.state);
  return text2 === null ? [] : [wanted("workflow_disabled", text2, seen2.state)];
}
function keptIf({ ledger }, { isPartial }, cause) {
  const record2 = ledger.state.alerts.alerts[`${AGENT}/${cause}`];
  if (!isPartial || record2 === void 0 || !record2.wanted) return [];
  return [wanted(cause, record2.detail ?? "", record2.about)];
}
async function watchdogAlertsInLine(context, alerts) {
  const owns = ({ goal, cause }) => goal === AGENT && CAUSES.includes(cause);
  const strays = await look(() => areThereStrays(context, alerts));
  const hasStrays = strays.kind === "seen" && strays.value;
  const scope = { wanted: alerts, owns, causes: CAUSES, line: lineOf, hasStrays };
  await agentAlertsInLine(context, scope);
}
function lineOf({ cause, detail: lines }) {
  const detail = lines.replaceAll("\n", " ");
  return isWatchdogCause(cause) && cause !== "unwatched" ? { event: EVENT_OF[cause], detail } : { event: "effect_failed", failure: { kind: "unwatched", detail } };
}
function isWatchdogCause(cause) {
  return CAUSES.includes(cause);
}
async function areThereStrays(context, alerts) {
  const { world, deadline, ledger } = context;
  const issues = await world.github.listAlertIssues([], deadline.work);
  const known = /* @__PURE__ */ new Set([
    ...Object.keys(ledger.state.alerts.alerts),
    ...alerts.map(({ cause }) => `${AGENT}/${cause}`)
  ]);
  return issues.some(({ state, body }) => {
    const name = readMarker(body)?.replace(/^alert\//, "") ?? "";
    const isOwn = CAUSES.some((cause) => name === `${AGENT}/${cause}`);
    return state === "open" && isOwn && !known.has(name);
  });
}

// src/oversight/watchdog/watchdog-look.ts
init_ending();
init_workflows();
async function lookAtWorkflows(context) {
  const { control, signal } = context;
  const failures = [];
  const tried = async (body) => {
    try {
      return await body();
    } catch (reason) {
      if (!(reason instanceof Halt)) throw reason;
      failures.push(reason);
      return null;
    }
  };
  const state = await tried(() => control.workflow(WAKE_WORKFLOW, signal));
  const isAlive2 = await tried(() => keepAlive(context, WAKE_WORKFLOW, state));
  const run14 = await tried(() => control.newestRun(WAKE_WORKFLOW, signal));
  await tried(
    async () => keepAlive(context, WATCHDOG_WORKFLOW, await control.workflow(WATCHDOG_WORKFLOW, signal))
  );
  const ofKind = (ending) => failures.filter((each) => each.ending === ending);
  return {
    run: run14,
    state: isAlive2 === true ? "active" : state,
    forbidden: [...new Set(ofKind("forbidden").map(({ detail }) => detail))],
    isPartial: failures.length > ofKind("forbidden").length
  };
}
async function keepAlive({ control, journal, isStopped, signal }, file, state) {
  const isAsleep = state === "disabled_inactivity" && !isStopped;
  if (state !== "active" && !isAsleep) return false;
  await control.enableWorkflow(file, signal);
  if (isAsleep) {
    journal.write({ event: "workflow_enabled", file });
  }
  return true;
}

// src/oversight/watchdog/watchdog-record.ts
init_stop_record();
init_request();
init_stop();
init_time();
init_read_state();
async function recordSeen(context, stop2) {
  const { ledger, journal, world, mask, settings, deadline } = context;
  const now = world.clock.now();
  const at = isoTime(now);
  const variable = stop2 === "" ? null : mask.mask(oneLine(stop2, REASON_LENGTH));
  const { silentHours } = settings.alerts;
  const seen2 = (state) => recordStops(state, { variable, at, since: stoppedSince(state.status, { now, silentHours }) });
  if (seen2(ledger.state) === ledger.state && journal.waiting.length === 0) return;
  let before = ledger.state;
  await ledger.commit(
    {
      apply: (state) => {
        before = state;
        const after = seen2(state);
        return { ...after, status: { ...after.status, watched_at: at } };
      },
      describe: () => ({
        goal: null,
        what: WATCHDOG_TEXTS.recordSeen,
        epoch: null,
        step: null
      }),
      events: (after) => stopLines(before, after),
      isIn: (state) => (state.status.watched_at ?? "") >= at
    },
    deadline.work
  );
}
function stopLines({ status: before }, { status: after, stop: file }) {
  const was = before.stop?.variable;
  const is = after.stop?.variable;
  const lines = [];
  if (is !== void 0 && is !== was)
    lines.push({ event: "stop_set", where: STOP_VARIABLE, reason: stopReason(is) });
  if (before.stop === null && file !== null)
    lines.push({ event: "stop_set", where: STOP_FILE, reason: stopReason(file) });
  if (before.stop !== null && after.stop === null)
    lines.push({ event: "stop_removed", what: { kind: "over", reason: before.stop.reason } });
  else if (was !== void 0 && is === void 0)
    lines.push({ event: "stop_removed", what: { kind: "half_over", where: STOP_VARIABLE } });
  return lines;
}

// src/oversight/watchdog/watchdog.ts
var MOST_MINUTES = 4;
async function watchdog(world, order) {
  const deadline = new Deadline(world.clock, Math.min(order.minutes, MOST_MINUTES), order.cancel);
  try {
    return await runWatchdog(world, order, deadline);
  } catch (reason) {
    return maskResult(halted(order, reason), createMask({ values: order.secrets, patterns: [] }));
  } finally {
    deadline.close();
  }
}
function halted(order, reason) {
  const { ending, detail } = asHalt(reason);
  return emptyResult(order, ending, detail);
}
async function runWatchdog(world, order, deadline) {
  const tips = await world.state.fetch(deadline.work);
  const { repository, serverUrl, secrets: secrets3 } = order;
  const writer = { wake: order.wake.id, repository, repositoryId: order.repositoryId, serverUrl, secrets: secrets3 };
  const prepared = await prepareLedger(world, writer, { commit: tips.base.commit }, deadline.work);
  const { settings, mask, journal } = prepared;
  const same = { ...prepared, order, deadline, raised: new RaisedAlerts() };
  const begin = async () => {
    const ledger = await openLedger(prepared, tips.state, deadline.work).catch(async (reason) => {
      await lookAtWorkflows({ control: world.control, journal, isStopped: true, signal: deadline.work });
      throw reason;
    });
    return watch({ ...same, ledger });
  };
  const result = await begin().catch((reason) => halted(order, reason));
  const isBroken = result.ending === "bad_state_file" && order.stop === "";
  const alerted = isBroken ? [await raiseStateAlert(same, result.detail)] : [];
  const { stateBranch } = settings;
  return maskResult({ ...result, stateBranch, alerts: [...result.alerts, ...alerted] }, mask);
}
async function watch(context) {
  const { world, order, ledger, journal, deadline } = context;
  const before = ledger.tip;
  const isStopped = order.stop !== "" || ledger.state.stop !== null;
  const seen2 = await lookAtWorkflows({ control: world.control, journal, isStopped, signal: deadline.work });
  if (before === null)
    return emptyResult(order, "nothing_due", "The agent has never run here, so there is nothing to watch.");
  await recordSeen(context, order.stop);
  if (order.stop !== "" || ledger.state.stop !== null) return resultOf2(context, before, stoppedWords(ledger));
  const alerts = await healthAlerts(context, seen2);
  const alerted = await look(() => watchdogAlertsInLine(context, alerts));
  const missed = alerted.kind === "seen" ? "" : ` Alerts could not be brought in line: ${alerted.why}`;
  return resultOf2(context, before, `${healthWords(alerts)}${missed}`);
}
function stoppedWords({ state }) {
  const { stop: stop2 } = state.status;
  return stop2 === null ? "The agent is stopped." : `The agent is stopped since ${longTime(stop2.since)}: ${sentence(stop2.reason)}`;
}
function healthWords(alerts) {
  return alerts.length === 0 ? "The agent is well." : alerts.map(({ detail }) => sentence(detail)).join(" ");
}
function resultOf2(context, before, detail) {
  const { order, ledger } = context;
  const isStopped = order.stop !== "" || ledger.state.stop !== null;
  const worked = ledger.tip === before ? "no_change" : "worked";
  const result = emptyResult(order, isStopped ? "stopped" : worked, detail);
  return { ...result, alerts: alertResults(context) };
}

// src/commands/action/watchdog.ts
init_report_wake();
init_runner_world();
async function watchdogOnRunner(call) {
  const { world, control, cause, said: said2, close } = await openRunnerWorld(call);
  try {
    const result = await watchdog({ ...world, control }, runOrder(call));
    const trigger = triggerOf(cause, { goal: null, reason: call.inputs.reason, mayWrite: null });
    return await tellWake(call, { result, trigger, log: said2, now: world.clock.now() });
  } finally {
    await close();
  }
}
export {
  previewOnRunner,
  rehearseOnRunner,
  requestOnRunner,
  watchdogOnRunner
};
