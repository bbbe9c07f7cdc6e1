import {
  COMMAND_TEXTS,
  Deadline,
  EXIT_CODES_HELP,
  EXIT_NEEDS_PERSON,
  EXIT_WRONG_USE,
  NO_TRIGGER,
  NotFetched,
  OVERVIEW_TEXTS,
  ObjectReader,
  REHEARSAL_TEXTS,
  REMOTE_TEXTS,
  REMOTE_TEXTS2,
  TRIGGER_TEXTS,
  USAGE_TEXTS,
  UsageError,
  blobId,
  childEnvironment,
  createOpenAiModels,
  environment,
  environmentSecrets,
  headline,
  init_action_problems,
  init_blob_id,
  init_command,
  init_command_texts,
  init_deadline,
  init_git_environment,
  init_git_process,
  init_headline,
  init_interrupt,
  init_live_world,
  init_object_reader,
  init_open_github,
  init_open_world,
  init_openai_model,
  init_remote_texts,
  init_runner,
  init_sandbox,
  init_stored_tree,
  init_wake,
  localEnvironment,
  loginName,
  openGitHub,
  openLiveWorld,
  openSandbox,
  openWorld,
  openai_model_exports,
  ownDetail,
  print,
  printAside,
  readStored,
  spawnGit,
  systemClock,
  systemRandom,
  tokenPassword,
  tokenProblems,
  wake,
  watchInterrupt,
  writeJson
} from "./shared-work-folders.mjs";
import {
  init_progress,
  liveLine,
  progressLine
} from "./shared-progress.mjs";
import {
  LOG_FOLDER,
  MOST_REQUESTS,
  OWN_FILE,
  PAUSE_REASONS,
  REASON_LENGTH,
  REQUESTS_WORKFLOW,
  RESULT_TEXTS,
  STATE_FILES,
  STOP_FILE,
  SpendInLog,
  TRIGGER_WORDS,
  WAKE_WORKFLOW,
  WATCHDOG_WORKFLOW,
  acquire,
  afterRequest,
  agentFolders,
  answerLine,
  askToYield,
  bulletLines,
  canPayForCall,
  compareVersions,
  countSlots,
  cronProblem,
  decidePath,
  decodeLogLines,
  dueNow,
  endStop,
  firstCall,
  fullWords,
  globMatcher,
  goalId,
  goalRunEnding,
  happenedWords,
  indentedLines,
  init_acquire,
  init_cron_rules,
  init_due,
  init_due_now,
  init_first_call,
  init_gaps,
  init_globs,
  init_goal_file,
  init_goal_files,
  init_goal_money,
  init_happened_since,
  init_happened_words,
  init_how_made,
  init_inbox,
  init_indented_lines,
  init_ledger,
  init_log_data,
  init_log_path,
  init_need_list,
  init_need_words,
  init_open_ledger,
  init_past_days,
  init_pause_reasons,
  init_permission,
  init_place_words,
  init_prepare_ledger,
  init_prompt_bytes,
  init_protected_by_settings,
  init_protected_paths,
  init_queue,
  init_read_state,
  init_report_of,
  init_repository_identity,
  init_request,
  init_request_lines,
  init_result_texts,
  init_schedule,
  init_settings_mask,
  init_settle_requests,
  init_slots_of,
  init_snapshot,
  init_spend_in_log,
  init_state_files,
  init_status_answers,
  init_status_facts,
  init_steps,
  init_trigger_words,
  init_verdict_words,
  init_versions,
  init_work_on_item,
  init_workflows,
  isServed,
  isStateOf,
  lackWords,
  leaseToYield,
  limitWords,
  linesWithin,
  logDay,
  logPath,
  maskFor,
  mendable,
  misplaced,
  needLines,
  needText,
  newRequest,
  nextDue,
  noGoalWords,
  oneGlobMatcher,
  oneLine,
  openLedger,
  openSession,
  outcomeWords,
  parseGoalFile,
  parseGoalFiles,
  placeName,
  prepare,
  prepareLedger,
  promptBytes,
  protectedBySettings,
  readGoals,
  readPastDays,
  readSnapshot,
  readState,
  reasonNoGoal,
  refuseUnknownGoals,
  reportOf,
  requestedGoal,
  runsNotBegun,
  slotsBetween,
  statusAnswers,
  statusReport,
  swapStopFile,
  textIn,
  timeIn,
  tipOfFirstWake,
  verdictTone,
  verdictWords,
  withRequest,
  withoutRequests,
  workOnItem
} from "./shared-re2js.mjs";
import {
  ALERT_LABEL,
  BRANCH_PREFIX,
  ENDING_LABEL_WIDTH,
  MOST_ISSUES,
  NO_SLOTS,
  PAUSED_BY_AGENT,
  PROGRAM,
  STATE_VERSION,
  STOP_VARIABLE,
  codeSpan,
  createMask,
  digest,
  dueCell,
  effectSums,
  endingLabel,
  endingWords,
  init_checkpoint,
  init_digest,
  init_effect_words,
  init_ending_words,
  init_item,
  init_labels,
  init_markdown,
  init_mask,
  init_next_due,
  init_pause,
  init_program,
  init_state,
  init_stop,
  init_work_branch,
  inlineText,
  integrityOf,
  isDue,
  isInUse,
  itemOf,
  link,
  newCheckpoint,
  nextDueWords,
  openItems,
  receiptWords,
  stopReason,
  targetOfFile,
  valueSpan,
  waitWords,
  withProgram,
  withoutHidden,
  writesOwnFileOnly
} from "./shared-noble-hashes.mjs";
import {
  DAY_MS,
  ENDINGS,
  HOUR_MS,
  Halt,
  MINUTE_MS,
  actionsUrl,
  count,
  cutToWidth,
  displayWidth,
  dollarWords,
  draftUrl,
  dueTime,
  duration,
  exactTime,
  figure,
  fileUrl,
  fromNow,
  fullStop,
  inBrackets,
  init_display_width,
  init_ending,
  init_figures,
  init_github_pages,
  init_masked_record,
  init_sentences,
  init_time,
  isBad,
  isoTime,
  issueUrl,
  listWords,
  longTime,
  maskedRecord,
  money,
  monthOf,
  padToWidth,
  plainLine,
  repositoryUrl,
  runUrl,
  scheduleWords,
  sentence,
  shortTime,
  targetUrl,
  utcDay,
  variablesUrl,
  worstEnding,
  wrapToWidth
} from "./shared-get-east-asian-width.mjs";
import {
  globProblems,
  hasCommands,
  init_glob_marks,
  init_glob_problems,
  init_goal,
  init_raw_value,
  init_settings_file,
  init_yaml_document,
  init_yaml_node,
  isLiteral,
  isMapping,
  opensDrafts,
  parseSettingsFile,
  placeOf,
  plainValue,
  readYaml,
  settingsInUse
} from "./shared-yaml.mjs";
import {
  SETTINGS_FILE,
  compareText,
  formatProblem,
  init_bytes,
  init_compare_text,
  init_inputs,
  init_nearest_name,
  init_problem,
  init_settings,
  nearestName,
  parseMinutes,
  parseSince,
  parseTime,
  printable,
  problemSentence,
  problemText,
  show,
  sortProblems,
  utf8Bytes
} from "./shared-inputs.mjs";
import {
  array,
  boolean,
  check,
  cutBetweenWords,
  cutText,
  exactOptional,
  getDotPath,
  init_dist,
  init_plain_text,
  integer,
  is,
  literal,
  looseObject,
  minLength,
  minValue,
  nonEmpty,
  nullable,
  nullish,
  number,
  object,
  optional,
  parse,
  picklist,
  pipe,
  record,
  regex,
  safeParse,
  string,
  transform,
  union,
  unknown,
  withoutControls
} from "./shared-valibot.mjs";
import {
  fixed,
  init_masked,
  masked
} from "./shared-masked.mjs";
import {
  __esm,
  __export,
  __toCommonJS
} from "./shared-runtime.mjs";

// src/config/install/json.ts
function jsonOrNull(text2) {
  try {
    return JSON.parse(text2);
  } catch {
    return null;
  }
}
var init_json = __esm({
  "src/config/install/json.ts"() {
    "use strict";
  }
});

// src/config/install/record-file.ts
function readRecord(text2) {
  const read4 = safeParse(Record, jsonOrNull(text2));
  return read4.success ? read4.output : null;
}
var RECORD_FILE, Record;
var init_record_file = __esm({
  "src/config/install/record-file.ts"() {
    "use strict";
    init_dist();
    init_json();
    RECORD_FILE = ".github/wakeful.lock";
    Record = object({
      repository: string(),
      commit: pipe(string(), regex(/^[0-9a-f]{40}$/)),
      version: nullable(string()),
      files: record(string(), pipe(string(), regex(/^[0-9a-f]{40,64}$/))),
      is_copy: exactOptional(literal(true))
    });
  }
});

// src/install/release.ts
function sourceOf(path) {
  return path === WAKE_PATH ? WHOLE_WAKE : path;
}
function textIn2({ files: files2, repository, commit: commit2 }, path) {
  const text2 = files2.get(path);
  if (text2 === void 0) throw new Error(`${repository} has no ${path} at ${commit2}`);
  return text2;
}
function pageOf({ repository }, path) {
  return `https://github.com/${repository}/blob/HEAD/${path}`;
}
function rawFile({ repository }, path) {
  return `https://raw.githubusercontent.com/${repository}/HEAD/${path}`;
}
function actionAt({ repository, commit: commit2, version }) {
  return `${repository}@${commit2} # ${version ?? "not a release"}`;
}
var WORKFLOW_FOLDER, INSTALLED_WORKFLOWS, WHOLE_WAKE, WAKE_PATH;
var init_release = __esm({
  "src/install/release.ts"() {
    "use strict";
    WORKFLOW_FOLDER = ".github/workflows";
    INSTALLED_WORKFLOWS = ["wake.yml", "requests.yml", "watchdog.yml", "goals.yml"].map(
      (name) => `${WORKFLOW_FOLDER}/${name}`
    );
    WHOLE_WAKE = ".github/wakeful/wake.yml";
    WAKE_PATH = `${WORKFLOW_FOLDER}/wake.yml`;
  }
});

// src/install/goal-texts.ts
function goalsFor(survey, notes2) {
  const { pages, docs, changelog, changelogTool } = survey;
  const proposed = [];
  if (pages > 0) proposed.push({ id: "broken-links", why: { kind: "pages", pages } });
  if (docs !== null) proposed.push({ id: "docs-index", why: { kind: "docs", folder: docs } });
  if (changelog !== null && changelogTool === null)
    proposed.push({ id: "changelog-draft", why: { kind: "changelog", path: changelog } });
  if (notes2 >= FEWEST_NOTES) proposed.push({ id: "todo-digest", why: { kind: "notes_in_code", notes: notes2 } });
  return proposed;
}
function sampleGoals({ files: files2 }) {
  return [...files2.keys()].flatMap((path) => /^goals\/([\w-]+)\.yml$/.exec(path)?.[1] ?? []);
}
function goalText(id, release, { docs, changelog }) {
  const text2 = textIn2(release, `goals/${id}.yml`).replace(
    "$schema=../schema/goal.schema.json",
    `$schema=${rawFile(release, "schema/goal.schema.json")}`
  );
  switch (id) {
    case "docs-index":
      return text2.replaceAll("docs/", `${docs ?? "docs"}/`);
    case "changelog-draft":
      return text2.replaceAll("CHANGELOG.md", changelog ?? "CHANGELOG.md");
    case "todo-digest":
      return docs === null ? text2 : text2.replaceAll("docs/todo.md", `${docs}/todo.md`);
    default:
      return text2;
  }
}
var FEWEST_NOTES, MOST_GOALS;
var init_goal_texts = __esm({
  "src/install/goal-texts.ts"() {
    "use strict";
    init_release();
    FEWEST_NOTES = 5;
    MOST_GOALS = 3;
  }
});

// src/report/install/workflow-notes.ts
var WORKFLOW_NOTES;
var init_workflow_notes = __esm({
  "src/report/install/workflow-notes.ts"() {
    "use strict";
    WORKFLOW_NOTES = {
      STOP_NOTE: [
        "    # Any value of the variable stops the agent, even `false`. With an environment for the key, a run on another branch gets no key."
      ],
      EVENTS_NOTE: [
        "  # Events that goals name under `on` stand here. The command `update` adds them, with the condition below that keeps out",
        "  # forks, strangers and the branches of the agent."
      ],
      RECORD_NOTE: "Written by the commands init and update of Wakeful. By this they know what people have changed."
    };
  }
});

// src/install/install-record.ts
function recordText({ repository, commit: commit2, version }, files2, kind = "installation") {
  const copy = kind === "copy" ? { is_copy: true } : {};
  const record2 = { note: WORKFLOW_NOTES.RECORD_NOTE, repository, commit: commit2, version, ...copy, files: files2 };
  return `${JSON.stringify(record2, null, 2)}
`;
}
var init_install_record = __esm({
  "src/install/install-record.ts"() {
    "use strict";
    init_workflow_notes();
  }
});

// src/install/settings-text.ts
function settingsText(release, choices) {
  const { model, baseUrl, price, usdPerMonth, goalsFolder } = choices;
  const lines = textIn2(release, SETTINGS_FILE).split("\n");
  const out = lines.flatMap((line3) => {
    if (/^ {4}model: /.test(line3))
      return [
        `    model: ${scalar(model)}`,
        ...baseUrl === null ? [] : [`    base_url: ${scalar(baseUrl)}`]
      ];
    if (price !== null && /^ {4}# price: /.test(line3))
      return [`    price: {${priceFields(price)}} # ${priceNote(price)}`];
    if (usdPerMonth !== null && /^ {2}tokens_per_month: /.test(line3))
      return [line3, `  usd_per_month: ${usdPerMonth}`];
    if (goalsFolder !== "goals" && /^state_branch: /.test(line3))
      return [line3, `goals_folder: ${goalsFolder}`];
    return [line3];
  });
  return out.join("\n").replace(
    "$schema=../schema/settings.schema.json",
    `$schema=${rawFile(release, "schema/settings.schema.json")}`
  );
}
function priceNote({ source }) {
  const read4 = source === void 0 ? "" : `, ${source.on}, ${source.at}`;
  return `USD per million tokens${read4}`;
}
function priceFields({ in: input, out, cachedIn }) {
  const fields = { in: input, out, ...cachedIn === void 0 ? {} : { cached_in: cachedIn } };
  return Object.entries(fields).map(([name, value]) => `${name}: ${value}`).join(", ");
}
function scalar(text2) {
  return /^[A-Za-z][\w./-]*$/.test(text2) ? text2 : JSON.stringify(text2);
}
var init_settings_text = __esm({
  "src/install/settings-text.ts"() {
    "use strict";
    init_settings();
    init_release();
  }
});

// src/install/workflow-texts.ts
function workflowText(text2, release, choices) {
  const all = withoutOwnCheckouts(text2.split("\n"));
  const opened = choices.hasApp ? all : withoutApp(all);
  const ours = choices.hasCommands ? opened : withoutSecondJob(opened);
  const lines = choices.events.length === 0 ? withoutEvents(ours) : withEvents(ours, choices);
  return lines.join("\n").replace(/uses: \.\/$/gm, `uses: ${actionAt(release)}`).replace(/(?<= )docs\/workflows\.md/g, pageOf(release, "docs/workflows.md")).replaceAll('"goals/**"', `"${choices.goalsFolder}/**"`);
}
function copiedWakeText(text2, events) {
  const lines = text2.split("\n");
  return (events.length === 0 ? withoutEvents(lines) : withEvents(lines, { events })).join("\n");
}
function withoutOwnCheckouts(lines) {
  return withoutSteps(lines, OWN_CHECKOUT);
}
function withoutApp(lines) {
  return withoutSteps(lines, APP_STEP).filter((line3) => !OF_APP.test(line3));
}
function hasAppStep(text2) {
  return text2.includes(APP_STEP);
}
function withoutSteps(lines, name) {
  const at = lines.findIndex((line3) => line3.trim() === name);
  if (at === -1) return lines;
  let from = at;
  while (lines[from - 1]?.trim().startsWith("#") === true) from -= 1;
  const end = lines.indexOf("", at);
  return withoutSteps([...lines.slice(0, from), ...lines.slice(end + 1)], name);
}
function withoutSecondJob(lines) {
  const from = lines.indexOf(SECOND_JOB);
  if (from === -1) return lines;
  const end = lines.findIndex((line3, at) => at > from && /^ {2}\w/.test(line3) && line3 !== "  work:");
  const first2 = lines.slice(0, from).filter((line3) => !OF_SECOND_JOB.test(line3));
  return [...first2, ...lines.slice(end)];
}
function withoutEvents(lines) {
  const kept = withEvents(lines, { events: [] });
  const from = kept.findIndex((line3, at) => line3 === "    if: >-" && kept[at + 1]?.trim() === STOP);
  if (from === -1) return kept;
  const end = kept.findIndex((line3, at) => at > from && !line3.startsWith("      "));
  let start = from;
  while (kept[start - 1]?.trim().startsWith("#") === true) start -= 1;
  const condition = kept.slice(from, end).filter((line3) => CONDITION_FOR_ALL.test(line3));
  return [...kept.slice(0, start), ...STOP_NOTE, ...condition, ...kept.slice(end)];
}
function withEvents(lines, { events }) {
  const from = lines.findIndex((line3) => line3.startsWith(EVENTS));
  if (from === -1) return lines;
  const end = lines.indexOf("", from);
  const block = lines.slice(from, end).filter((line3) => !line3.trim().startsWith("#"));
  const kept = entriesOf(block).filter(([first2 = ""]) => events.includes(first2.trim().replace(/:.*/, "")));
  return [...lines.slice(0, from), ...EVENTS_NOTE, ...kept.flat(), ...lines.slice(end)];
}
function entriesOf(lines) {
  const entries = [];
  for (const line3 of lines) {
    if (/^ {2}\S/.test(line3)) entries.push([line3]);
    else entries.at(-1)?.push(line3);
  }
  return entries;
}
var OWN_CHECKOUT, EVENTS, SECOND_JOB, OF_SECOND_JOB, STOP, CONDITION_FOR_ALL, APP_STEP, OF_APP, STOP_NOTE, EVENTS_NOTE;
var init_workflow_texts = __esm({
  "src/install/workflow-texts.ts"() {
    "use strict";
    init_workflow_notes();
    init_release();
    OWN_CHECKOUT = "- name: Fetch the Action of the default branch, and nothing else";
    EVENTS = "  # Events that a goal may name under";
    SECOND_JOB = "  # One job for each goal that is due and has commands, on a runner that has a sandbox. Where none is due, none starts.";
    OF_SECOND_JOB = /^ {4}outputs:$|^ {6}deferred: |^ {8}id: wake$|# Goals with commands are left to the jobs below|^ *defer-commands: /;
    STOP = "vars.WAKEFUL_STOP == ''";
    CONDITION_FOR_ALL = /if: >-$|^ *vars\.WAKEFUL_STOP == ''$|event_name == 'schedule' \|\| vars\.WAKEFUL_ENVIRONMENT/;
    APP_STEP = "- name: Get a token of the App that opens drafts";
    OF_APP = /^ *draft-token: /;
    ({ STOP_NOTE, EVENTS_NOTE } = WORKFLOW_NOTES);
  }
});

// src/install/installation.ts
function goalsFolderFor({ isGoalsFolderTaken }) {
  return isGoalsFolderTaken ? ".github/goals" : "goals";
}
async function installationOf(order, signal) {
  const { release, survey, choices, commit: commit2 } = order;
  const goalsFolder = goalsFolderFor(survey);
  const settings = settingsText(release, { ...choices, goalsFolder });
  const own = new Map([
    [SETTINGS_FILE, settings],
    ...choices.goals.map((id) => [`${goalsFolder}/${id}.yml`, goalText(id, release, survey)])
  ]);
  const goals2 = await goalsOf(own, commit2, signal);
  const events = [...new Set(goals2.goals.flatMap(({ on }) => on))];
  const workflows = INSTALLED_WORKFLOWS.map((path) => {
    const { hasApp } = choices;
    const parts2 = { events, goalsFolder, hasApp, hasCommands: goals2.goals.some(hasCommands) };
    const text2 = workflowText(textIn2(release, sourceOf(path)), release, parts2);
    return [path, text2];
  });
  const files2 = new Map([...workflows, ...own]);
  const ids = Object.fromEntries([...files2].map(([path, text2]) => [path, idOf(text2, commit2)]));
  return { files: new Map([...files2, [RECORD_FILE, recordText(release, ids)]]), goals: goals2 };
}
function idOf(text2, commit2) {
  return blobId(utf8Bytes(text2), commit2.length === 40 ? "sha1" : "sha256");
}
function goalsOf(files2, commit2, signal) {
  const read4 = async (_3, paths) => {
    const wanted = [...files2].filter(
      ([path]) => paths.some((each) => path === each || each.endsWith("/") && path.startsWith(each))
    );
    return new Map(wanted.map(([path, text2]) => [path, { blob: idOf(text2, commit2), text: text2 }]));
  };
  return readGoals({ read: read4 }, { commit: commit2 }, signal);
}
function inTheWay(files2, there) {
  return [...files2].filter((path) => there.has(path));
}
var init_installation = __esm({
  "src/install/installation.ts"() {
    "use strict";
    init_record_file();
    init_goal();
    init_settings();
    init_bytes();
    init_snapshot();
    init_blob_id();
    init_goal_texts();
    init_install_record();
    init_release();
    init_settings_text();
    init_workflow_texts();
  }
});

// src/report/install/init-text.ts
function fileWords(files2) {
  const lines = files2.reduce((sum2, file) => sum2 + Number(file.lines === "stored" ? 0 : file.lines), 0);
  if (files2.some((file) => file.lines === "stored")) return count(files2.length, "file");
  return `${count(files2.length, "file")} and ${count(lines, "line")}`;
}
function fileLines(files2) {
  const rest = files2.length - MOST_LISTED;
  return [
    ...files2.slice(0, MOST_LISTED).map(({ path, lines }) => `  ${sizeWord(lines).padStart(4)}  ${path}`),
    ...rest > 0 ? [`        and ${count(rest, "more file")}`] : []
  ].join("\n");
}
function sizeWord(lines) {
  if (lines === null) return "gone";
  return lines === "stored" ? "new" : String(lines);
}
var INIT_TEXTS, MOST_LISTED;
var init_init_text = __esm({
  "src/report/install/init-text.ts"() {
    "use strict";
    init_program();
    init_sentences();
    INIT_TEXTS = {
      found: (found2) => {
        const { repository, defaultBranch, commit: commit2, isPrivate, languages, pages, docs, packages } = found2;
        const visibility = isPrivate === null ? "" : isPrivate ? ", private" : ", public";
        const parts2 = [
          languages.length === 0 ? "no code that is known here" : listWords(languages.slice(0, 3)),
          `${count(pages, "page")} of Markdown${docs === null ? "" : `, documentation in ${docs}/`}`,
          ...packages.length === 0 ? [] : [count(packages.length, "package")],
          found2.workflows.length === 0 ? "no workflow" : count(found2.workflows.length, "workflow"),
          ...found2.isAction ? ["an Action itself"] : [],
          ...found2.changelogTool === null ? [] : [`a changelog that ${found2.changelogTool} writes`]
        ];
        return `${repository}, branch ${defaultBranch} at ${commit2.slice(0, 7)}${visibility}: ${parts2.join("; ")}.`;
      },
      inTheWay: (paths) => `Nothing was written. ${listWords(paths)} ${paths.length === 1 ? "is" : "are"} there already, and no file is overwritten. Rename or remove ${paths.length === 1 ? "it" : "them"} on the default branch, and start again.`,
      installed: `Nothing was written. Wakeful is installed here already. To bring it up to date: ${PROGRAM} update. To take it out: ${PROGRAM} uninstall.`,
      copied: `Nothing was written. This repository is a copy of Wakeful, made from the template, and has all that it needs.`,
      branchInTheWay: (branch) => `Nothing was written. The branch ${branch} is there already, and it is not one that this command has made. Rename it (git branch -m ${branch} <new name>), and start again.`,
      nothingToDo: "No sample goal has anything to do here. The branch has the workflows and settings; write a goal of your own to begin.",
      needsAnswers: "There is no terminal to ask on. Add --yes to take what is proposed, or --dry-run to look only.",
      noSuchGoal: (id, known) => `--goals: there is no sample goal ${JSON.stringify(id)}. There are: ${known.join(", ")}.`,
      notDollars: (given) => `--usd-per-month: ${JSON.stringify(given)} is not an amount such as 5 or 2.50.`,
      noPrice: (model) => `--usd-per-month needs the price of ${model}, which is not known here. Give it: --price 0.25/2.00 (US dollars per million tokens in and out).`,
      notPrice: (given) => `--price: ${JSON.stringify(given)} is not a price such as 0.25/2.00.`,
      whichGoals: (proposed) => `Which goals? [${proposed.length === 0 ? "none" : proposed.join(", ")}] `,
      whichModel: (model) => `Which model? [${model}] `,
      howMuch: (usd) => `The most that it may spend on the model in a month, in US dollars? [${usd}] `,
      cancelled: "Nothing was written.",
      wouldWrite: (branch, files2) => `The branch ${branch} would have ${fileWords(files2)}:
${fileLines(files2)}`,
      written: (branch, files2) => `The branch ${branch} is in this clone, with one commit: ${fileWords(files2)}:
${fileLines(files2)}
Your work tree and the branch that is checked out are as they were.`,
      next: (branch, { remote, address }) => [
        "What to do next:",
        `  git show ${branch}`,
        `  git push ${remote} ${branch}`,
        address === null ? "  and open a pull request from it. Its text is the message of the commit." : `  and open ${address}`,
        `To leave no trace instead: git branch -D ${branch}`
      ].join("\n"),
      pullRequest: (url) => `The pull request is open: ${url}
Nothing changes before it is merged.`,
      noPullRequest: (why2, branch) => `The branch ${branch} was made, but no pull request was opened: ${why2}`,
      unknownRelease: `It cannot be seen which commit of Wakeful this program is. Name it: --action OWNER/wakeful@<commit of 40 digits>.`,
      notAction: (given) => `--action: ${JSON.stringify(given)} is not an Action such as acme/wakeful@0123456789abcdef0123456789abcdef01234567.`,
      noRelease: (repository) => `Note: ${repository} has no release with these files yet, so this very commit is pinned.`
    };
    MOST_LISTED = 40;
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
  const sum2 = goals2.map((goal) => mostOfGoal(goal, settings)).reduce(add, NOTHING);
  return withinTotal(sum2, settings);
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
function add(a3, b2) {
  const dollars2 = (one2, other) => one2 === null || other === null ? null : one2 + other;
  return {
    tokensPerDay: a3.tokensPerDay + b2.tokensPerDay,
    tokensPerMonth: a3.tokensPerMonth + b2.tokensPerMonth,
    usdPerDay: dollars2(a3.usdPerDay, b2.usdPerDay),
    usdPerMonth: dollars2(a3.usdPerMonth, b2.usdPerMonth)
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

// src/core/health/finding.ts
function fine(what2, says) {
  return { what: what2, verdict: "ok", says, right: null };
}
function problem(what2, says, right) {
  return { what: what2, verdict: "problem", says, right };
}
function hidden(what2, says, right) {
  return { what: what2, verdict: "not_visible", says, right };
}
var init_finding = __esm({
  "src/core/health/finding.ts"() {
    "use strict";
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
  const named2 = `refs/heads/${stateBranch}`;
  const found2 = rulesets.filter(
    ({ target, isActive: isActive2, include, exclude, rules: rules2 }) => target === "branch" && isActive2 && (include.includes(named2) || include.includes("~ALL") && !exclude.includes(named2)) && STATE_RULES.every((rule) => rules2.includes(rule))
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
function isForDefaultBranch(branches2, defaultBranch) {
  return branches2 !== null && branches2.length > 0 && branches2.every((branch) => branch === defaultBranch);
}
var PEOPLES_RULES, STATE_RULES, PEOPLES_ROLES;
var init_protection = __esm({
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
function protectionHidden(why2, target, stateBranch) {
  return [
    branchesFinding("unknown", target, stateBranch),
    tagsFinding("unknown", target),
    stateFinding("unknown", target, stateBranch)
  ].map((finding) => ({ ...finding, says: why2 }));
}
function branchesFinding(seen2, target, stateBranch) {
  const ours = [`refs/heads/${BRANCH_PREFIX}**/*`, `refs/heads/${stateBranch}`];
  const body4 = rulesetBody("All branches but those of the agent", "branch", {
    include: ["~ALL"],
    exclude: ours
  });
  return judged(WHAT.branches, seen2, {
    held: "A ruleset lets only people write to the branches that are not the agent's.",
    missing: "The token of a run may write to every branch: it can merge pull requests and delete branches. No ruleset keeps it to the agent's branches.",
    right: `Set a ruleset over all branches but the agent's, with people exempt and GitHub Actions not. Add the teams or people who push branches to \`bypass_actors\`. ${ROLE_WRITE}`,
    commands: [setRuleset(target, body4)]
  });
}
function tagsFinding(seen2, target) {
  const body4 = rulesetBody("All tags", "tag", { include: ["~ALL"], exclude: [] });
  return judged(WHAT.tags, seen2, {
    held: "A ruleset lets only people create, move and delete tags.",
    missing: "The token of a run may create, move and delete every tag.",
    right: `Set a ruleset over all tags, with people exempt and GitHub Actions not. ${ROLE_WRITE}`,
    commands: [setRuleset(target, body4)]
  });
}
function stateFinding(seen2, target, stateBranch) {
  const body4 = {
    ...{ name: "State of the agent", target: "branch", enforcement: "active" },
    conditions: { ref_name: { include: [`refs/heads/${stateBranch}`], exclude: [] } },
    rules: STATE_RULES.map((type) => ({ type })),
    bypass_actors: []
  };
  return judged(WHAT.state, seen2, {
    held: "A ruleset lets nobody delete the state branch or change its past. People who may write can still add to it; GitHub cannot exempt the token of Actions from a rule against that.",
    missing: `Everybody who may write can delete ${stateBranch} or change its past unseen.`,
    right: `Set a ruleset over ${stateBranch} from which nobody is exempt.`,
    commands: [setRuleset(target, body4)]
  });
}
function judged(what2, seen2, { held, missing, right, commands }) {
  if (seen2 === "held") return fine(what2, held);
  const found2 = seen2 === "missing" ? problem(what2, missing, right) : hidden(what2, "This token does not see who is exempt from the rulesets.", right);
  return { ...found2, commands };
}
function rulesetBody(name, target, refs) {
  return {
    ...{ name, target, enforcement: "active", conditions: { ref_name: refs } },
    rules: PEOPLES_RULES.map((type) => ({ type })),
    bypass_actors: [5, 2].map((id) => ({
      actor_id: id,
      actor_type: "RepositoryRole",
      bypass_mode: "always"
    }))
  };
}
function setRuleset(target, body4) {
  return `echo '${quoted(JSON.stringify(body4))}' | gh api${hostOption(target)} -X POST repos/${target.repository}/rulesets --input -`;
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
  const policy2 = { deployment_branch_policy: { protected_branches: false, custom_branch_policies: true } };
  const where = `--repo ${target.host === null ? "" : `${target.host}/`}${target.repository}`;
  return [
    `echo '${JSON.stringify(policy2)}' | ${api} -X PUT ${at} --input -`,
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
    init_protection();
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

// src/report/doctor/default-branch-findings.ts
function defaultBranchCommand(target) {
  const body4 = {
    ...{ name: "Default branch", target: "branch", enforcement: "active" },
    conditions: { ref_name: { include: ["~DEFAULT_BRANCH"], exclude: [] } },
    rules: [
      { type: "deletion" },
      { type: "non_fast_forward" },
      {
        type: "pull_request",
        parameters: {
          required_approving_review_count: 1,
          dismiss_stale_reviews_on_push: true,
          require_code_owner_review: false,
          require_last_push_approval: false,
          required_review_thread_resolution: false
        }
      }
    ],
    bypass_actors: [{ actor_id: ADMIN, actor_type: "RepositoryRole", bypass_mode: "always" }]
  };
  return setRuleset(target, body4);
}
function defaultBranchFinding(isGuarded2, branch, target) {
  if (isGuarded2) return fine(WHAT2, `A ruleset or a branch protection guards ${branch}.`);
  const found2 = problem(
    WHAT2,
    `No ruleset and no branch protection guards ${branch}: the token of any workflow that may write can push to it, and merge.`,
    "Set a ruleset that lets changes in by a pull request which a person has approved. Administrators are exempt."
  );
  return { ...found2, commands: [defaultBranchCommand(target)] };
}
var WHAT2, ADMIN;
var init_default_branch_findings = __esm({
  "src/report/doctor/default-branch-findings.ts"() {
    "use strict";
    init_finding();
    init_protection_findings();
    WHAT2 = "default branch";
    ADMIN = 5;
  }
});

// src/report/install/proposal.ts
function proposalMessage(input) {
  const { release } = input;
  return `${PROPOSAL_SUBJECT}

${proposalBody(input)}

${PROPOSAL_TRAILER}${release.repository}@${release.commit}
`;
}
function proposalBody(input) {
  return [
    what(input),
    "## Before you merge",
    steps(input),
    "## What it would do, and may do",
    permissions(input),
    "## What it costs",
    costs(input),
    "## What happens first",
    first(input),
    "## How to stop it, and how to take it out",
    wayOut(input)
  ].join("\n\n");
}
function what({ goals: goals2, release, defaultBranch }) {
  const version = release.version ?? `the commit ${release.commit.slice(0, 12)}, which is no release`;
  const names = goals2.map(({ id, title }) => `- ${codeSpan(id)}: ${inlineText(title)}`);
  return [
    `**Merging this switches Wakeful on. Closing it leaves nothing behind.** Wakeful works on the chores below while you are away, with a language model, and offers what it has done as draft pull requests. It merges nothing, and it never pushes to \`${defaultBranch}\`.`,
    names.join("\n"),
    `The code that runs is [${release.repository}](https://github.com/${release.repository}) at ${version}. It is pinned by its commit; nothing of it is copied into this repository.`
  ].join("\n\n");
}
function steps(input) {
  const { site, hasKey, mayOpenPullRequests } = input;
  const page2 = (path) => site === null ? "" : ` (${repositoryUrl(site)}/${path})`;
  const done = (isDone2) => isDone2 === true ? "[x]" : "[ ]";
  return [
    `- ${done(mayOpenPullRequests)} *Settings → Actions → General → Workflow permissions*${page2("settings/actions")}: tick *Allow GitHub Actions to create and approve pull requests*.`,
    `- ${done(hasKey)} *Settings → Secrets and variables → Actions → New repository secret*${page2("settings/secrets/actions/new")}: the key of the model, as \`OPENAI_API_KEY\`. A server of your own may need none.`,
    ...input.hasApp ? [
      `- [ ] Make an App that opens the drafts, so that CI runs on them by itself: [in ten clicks](https://github.com/${input.release.repository}/blob/HEAD/docs/workflows.md#an-app-that-opens-the-drafts). Its id goes into the variable \`WAKEFUL_APP_ID\`, its key into the secret \`WAKEFUL_APP_KEY\`. Until then drafts are opened without it.`
    ] : [],
    ...guardStep(input),
    "- [ ] Read the goals and the limits below. Edit them here, in this pull request; the check *Goals* shows what an edit would allow."
  ].join("\n");
}
function guardStep({ isGuarded: isGuarded2, defaultBranch, site }) {
  if (isGuarded2 === true) return [];
  const why2 = `so that changes come in by a pull request which a person has approved. The token of every workflow that may write could push to it otherwise.`;
  if (isGuarded2 === null)
    return [
      `- [ ] If no ruleset guards \`${defaultBranch}\`, set one, ${why2} The command \`doctor\` looks, and prints the command that sets it.`
    ];
  const host = site === null ? null : new URL(site.serverUrl).host;
  const target = { repository: site?.repository ?? "", host: host === "github.com" ? null : host };
  return [
    `- [ ] No ruleset guards \`${defaultBranch}\`. Set one, ${why2} Administrators are exempt:

  \`\`\`sh
  ${defaultBranchCommand(target)}
  \`\`\``
  ];
}
function permissions({ goals: goals2, settings, defaultBranch }) {
  const head2 = ["Goal", "When", "May read", "May change", "At most a day", "At most a month"];
  const rows = goals2.map((goal) => {
    const most = mostOfGoal(goal, settings);
    return [
      codeSpan(goal.id),
      inlineText(scheduleWords(goal.schedule)),
      goal.permissions.read.map(valueSpan).join(", "),
      goal.permissions.write.map(valueSpan).join(", "),
      amount(most.tokensPerDay, most.usdPerDay),
      amount(most.tokensPerMonth, most.usdPerMonth)
    ];
  });
  const all = mostOfAll(goals2, settings);
  const last = [
    "**all together**",
    "",
    "",
    "",
    amount(all.tokensPerDay, all.usdPerDay),
    amount(all.tokensPerMonth, all.usdPerMonth)
  ];
  const table5 = [head2, head2.map(() => "---"), ...rows, last].map((cells2) => `| ${cells2.join(" | ")} |`);
  return [
    table5.join("\n"),
    `What a goal may read is sent to the server of the model. What it changes comes as a draft pull request to \`${defaultBranch}\`, which you merge or close. Workflows, goals, settings and files that other programs run can never be changed. Your edits of a draft stay: once you have pushed to its branch, the agent leaves it to you.`
  ].join("\n\n");
}
function amount(tokens, usd) {
  return usd === null ? `${figure(tokens)} tokens` : `${figure(tokens)} tokens, $${usd.toFixed(2)}`;
}
function costs({ likely: likely2, jobs: jobs2, isPrivate }) {
  const total = jobs2.wake + jobs2.watchdog;
  const minutes = `About ${figure(total)} jobs of a minute in 30 days: ${figure(jobs2.wake)} to look for work, ${figure(jobs2.watchdog)} to see that it still runs.`;
  const price = "In a private repository each counts as a minute; beyond the minutes of your plan a minute of this runner costs $0.002.";
  const free = "In a public repository they are free.";
  const runner = isPrivate === null ? `${free} ${price}` : isPrivate ? price : free;
  return [
    `- **The model, at most:** the last row of the table above. The limits hold even when a run crashes.`,
    `- **The model, probably:** ${likely2}`,
    `- **Runner minutes:** ${minutes} ${runner}`
  ].join("\n");
}
function goalsInTurn(ids) {
  if (ids.length === 1) return `It works on ${ids[0] ?? ""} and opens at most one draft.`;
  return `It works on one goal, and the next runs take the others (${listWords(ids)}). Each opens at most one draft.`;
}
function first({ goals: goals2, site, hasApp }) {
  const waits = hasApp ? "Until there is an App, workflows on its drafts wait for a click of somebody with write permission." : "Workflows on its drafts wait for a click of somebody with write permission.";
  const page2 = site === null ? "" : `, or start it at once at ${repositoryUrl(site)}/actions/workflows/wake.yml`;
  return `Within half an hour after the merge the first run starts${page2}. ${goalsInTurn(goals2.map(({ id }) => `\`${id}\``))} Each run writes what it did to the branch \`wakeful-state\`, whose front page shows how it is doing. ${waits}`;
}
function wayOut({ site }) {
  const variables = site === null ? "" : ` (${variablesUrl(site)})`;
  return [
    `- **Stop:** write the comment \`/wakeful stop <reason>\` on any issue or pull request, or set the repository variable \`WAKEFUL_STOP\` to any text${variables}. \`/wakeful resume\` lets it go on.`,
    "- **Out:** the command `uninstall`, in a clone, takes away the workflows, the settings, the state branch, open drafts, alerts and labels, and names what only you can remove."
  ].join("\n");
}
var PROPOSAL_SUBJECT, PROPOSAL_TRAILER;
var init_proposal = __esm({
  "src/report/install/proposal.ts"() {
    "use strict";
    init_most_spent();
    init_default_branch_findings();
    init_github_pages();
    init_markdown();
    init_sentences();
    PROPOSAL_SUBJECT = "Add Wakeful";
    PROPOSAL_TRAILER = "Wakeful-Install: ";
  }
});

// src/core/money/known-prices.ts
function knownPrice(model, baseUrl) {
  const isOpenAi = baseUrl === null || /^https:\/\/api\.openai\.com(\/|$)/.test(baseUrl);
  return isOpenAi && Object.hasOwn(PRICES, model) ? PRICES[model] ?? null : null;
}
var PRICES_READ, PRICES;
var init_known_prices = __esm({
  "src/core/money/known-prices.ts"() {
    "use strict";
    PRICES_READ = {
      on: "2026-11-05",
      at: "https://developers.openai.com/api/docs/pricing"
    };
    PRICES = {
      "gpt-4.1": { in: 2, out: 8, cachedIn: 0.5 },
      "gpt-4.1-mini": { in: 0.4, out: 1.6, cachedIn: 0.1 },
      "gpt-4.1-nano": { in: 0.1, out: 0.4, cachedIn: 0.025 },
      "gpt-4o": { in: 2.5, out: 10, cachedIn: 1.25 },
      "gpt-4o-mini": { in: 0.15, out: 0.6, cachedIn: 0.075 },
      "gpt-5": { in: 1.25, out: 10, cachedIn: 0.125 },
      "gpt-5-mini": { in: 0.25, out: 2, cachedIn: 0.025 },
      "gpt-5-nano": { in: 0.05, out: 0.4, cachedIn: 5e-3 },
      "gpt-5.1": { in: 1.25, out: 10, cachedIn: 0.125 },
      "gpt-5.2": { in: 1.75, out: 14, cachedIn: 0.175 }
    };
  }
});

// src/commands/install/choose.ts
async function choose({ proposed, release }, given, ask3) {
  const best2 = proposed.slice(0, MOST_GOALS).map(({ id }) => id);
  const answer = async (question, usual) => ask3 === null ? usual : await ask3(question) || usual;
  const goals2 = given.goals ?? await answer(INIT_TEXTS.whichGoals(best2), best2.join(","));
  const model = given.model ?? await answer(INIT_TEXTS.whichModel(USUAL_MODEL), USUAL_MODEL);
  const choice = { model, baseUrl: given["base-url"], price: priceOf(given, model) };
  const asked2 = given["usd-per-month"] ?? (choice.price === null ? "" : await answer(INIT_TEXTS.howMuch(USUAL_DOLLARS), String(USUAL_DOLLARS)));
  return {
    ...choice,
    hasApp: given.hasApp,
    goals: goalIds(goals2, sampleGoals(release)),
    usdPerMonth: dollars(asked2, choice)
  };
}
function goalIds(text2, known) {
  const ids = text2.split(/[\s,]+/).filter((id) => id !== "" && id !== "none");
  for (const id of ids) if (!known.includes(id)) throw new UsageError(INIT_TEXTS.noSuchGoal(id, known));
  return [...new Set(ids)];
}
function priceOf(given, model) {
  if (given.price === null) {
    const known = knownPrice(model, given["base-url"]);
    return known === null ? null : { ...known, source: PRICES_READ };
  }
  const [, input, out] = /^\$?(\d+(?:\.\d+)?)\/\$?(\d+(?:\.\d+)?)$/.exec(given.price.trim()) ?? [];
  if (input === void 0 || out === void 0) throw new UsageError(INIT_TEXTS.notPrice(given.price));
  return { in: Number(input), out: Number(out) };
}
function dollars(text2, { model, price }) {
  if (text2 === "") return null;
  const amount4 = /^\$?(\d+(?:\.\d{1,2})?)$/.exec(text2.trim())?.[1];
  if (amount4 === void 0 || Number(amount4) === 0) throw new UsageError(INIT_TEXTS.notDollars(text2));
  if (price === null) throw new UsageError(INIT_TEXTS.noPrice(model));
  return Number(amount4);
}
var USUAL_MODEL, USUAL_DOLLARS;
var init_choose = __esm({
  "src/commands/install/choose.ts"() {
    "use strict";
    init_known_prices();
    init_goal_texts();
    init_init_text();
    init_command();
    USUAL_MODEL = "gpt-5-mini";
    USUAL_DOLLARS = 5;
  }
});

// src/report/failures/clone-texts.ts
var cloneTexts;
var init_clone_texts = __esm({
  "src/report/failures/clone-texts.ts"() {
    "use strict";
    cloneTexts = {
      noClone: (folder) => `${folder} is not in a clone of a git repository. Go into the clone of your repository and start again.`,
      noCommit: (remote) => `Neither the remote ${remote} nor this clone has a commit on its default branch yet. Make a first commit, push it, and start again.`,
      branchThere: (branch, git) => `The branch ${branch} could not be written: ${git} If it is left over from an earlier try, delete it with git branch -D ${branch}.`,
      notPushed: (branch, remote) => `The branch ${branch} is in this clone, but could not be pushed: ${remote} A token that pushes workflow files needs the scope "workflow" (fine-grained: the permission Workflows). Push it by another way, or give the token that scope.`,
      gitFailed: (command, git) => `git ${command} failed: ${git}`
    };
  }
});

// src/adapters/git/clone.ts
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
async function openClone(git, folder, signal) {
  const top = await git({ folder, args: ["rev-parse", "--show-toplevel"] }, signal);
  if (top.code !== 0) throw new Halt("bad_settings", cloneTexts.noClone(folder));
  return new PersonsClone(git, top.stdout.trimEnd());
}
var PersonsClone;
var init_clone = __esm({
  "src/adapters/git/clone.ts"() {
    "use strict";
    init_ending();
    init_clone_texts();
    PersonsClone = class {
      root;
      #git;
      constructor(git, root) {
        this.#git = git;
        this.root = root;
      }
      async remoteAddress(remote, signal) {
        return this.#answer(["remote", "get-url", "--", remote], signal);
      }
      async defaultBranch(remote, signal) {
        const listing2 = await this.#answer(["ls-remote", "--symref", "--", remote, "HEAD"], signal);
        const name = /^ref: refs\/heads\/(\S+)\tHEAD$/m.exec(listing2 ?? "")?.[1];
        const commit2 = /^([0-9a-f]{40,64})\tHEAD$/m.exec(listing2 ?? "")?.[1];
        if (name === void 0 || commit2 === void 0) return this.#knownDefaultBranch(remote, signal);
        if (!await this.#has(commit2, signal))
          await this.#must(
            ["fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--", remote, commit2],
            signal
          );
        return { name, commit: commit2 };
      }
      async #knownDefaultBranch(remote, signal) {
        const ref = await this.#answer(["symbolic-ref", "--quiet", `refs/remotes/${remote}/HEAD`], signal);
        const name = ref?.slice(`refs/remotes/${remote}/`.length) ?? await this.#answer(["symbolic-ref", "--quiet", "--short", "HEAD"], signal);
        const commit2 = await this.#answer(
          ["rev-parse", "--verify", "--quiet", `${ref ?? "HEAD"}^{commit}`],
          signal
        );
        if (name === null || commit2 === null) throw new Halt("bad_settings", cloneTexts.noCommit(remote));
        return { name, commit: commit2 };
      }
      async files(commit2, signal) {
        const { stdout } = await this.#must(["ls-tree", "-r", "-z", "--long", "--full-tree", commit2], signal);
        return stdout.split("\0").flatMap((line3) => {
          const [, mode = "", blob, bytes, path] = /^(\d+) blob ([0-9a-f]+) +(\d+)\t([\s\S]+)$/.exec(line3) ?? [];
          return blob === void 0 || path === void 0 ? [] : [{ path, blob, mode, bytes: Number(bytes) }];
        });
      }
      async text(commit2, path, signal) {
        const shown4 = await this.#run(["cat-file", "blob", `${commit2}:${path}`], signal);
        return shown4.code === 0 ? shown4.stdout : null;
      }
      async blob(id, remote, signal) {
        if (!await this.#has(id, signal))
          await this.#run(["fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--", remote, id], signal);
        const shown4 = await this.#run(["cat-file", "blob", id], signal);
        return shown4.code === 0 ? shown4.stdout : null;
      }
      async matches(commit2, pattern, signal) {
        const { stdout } = await this.#run(["grep", "-I", "-h", "-c", "-E", "-e", pattern, commit2, "--"], signal);
        return stdout.split("\n").reduce((sum2, line3) => sum2 + Number(line3), 0);
      }
      async message(commit2, signal) {
        return (await this.#must(["show", "--no-patch", "--format=%B", commit2, "--"], signal)).stdout;
      }
      async branch(name, signal) {
        return this.#answer(["rev-parse", "--verify", "--quiet", `refs/heads/${name}`], signal);
      }
      async commit({ branch, parent, files: files2, message, expected }, signal) {
        const folder = await mkdtemp(join(tmpdir(), "wakeful-index-"));
        try {
          const env = { GIT_INDEX_FILE: join(folder, "index") };
          await this.#must(["read-tree", parent], signal, { env });
          const lines = await Promise.all([...files2].map((file) => this.#indexLine(file, parent, signal)));
          await this.#must(["update-index", "--index-info"], signal, { env, input: lines.join("") });
          const tree = (await this.#must(["write-tree"], signal, { env })).stdout.trim();
          const made = await this.#must(["commit-tree", tree, "-p", parent], signal, { input: message });
          const commit2 = made.stdout.trim();
          const from = expected ?? "0".repeat(commit2.length);
          const moved2 = await this.#run(["update-ref", `refs/heads/${branch}`, commit2, from], signal);
          if (moved2.code !== 0)
            throw new Halt("bad_settings", cloneTexts.branchThere(branch, moved2.stderr.trim()));
          return commit2;
        } finally {
          await rm(folder, { recursive: true, force: true });
        }
      }
      async #indexLine([path, file], parent, signal) {
        if (file === null) return `0 ${"0".repeat(parent.length)}	${path}
`;
        const { mode, ...content } = typeof file === "string" ? { mode: "100644", text: file } : file;
        if ("blob" in content) return `${mode} ${content.blob}	${path}
`;
        const { stdout } = await this.#must(["hash-object", "-w", "--stdin"], signal, { input: content.text });
        return `${mode} ${stdout.trim()}	${path}
`;
      }
      async fetchFrom(address, commit2, signal) {
        const fetched = ["fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--", address, commit2];
        return await this.#has(`${commit2}^{commit}`, signal) || (await this.#run(fetched, signal)).code === 0;
      }
      async beginning(commit2, other, signal) {
        const common = await this.#answer(["merge-base", commit2, other], signal);
        if (common !== null) return common;
        const firsts = await this.#must(["log", "--max-parents=0", "--format=%T", commit2, "--"], signal);
        const trees = new Set(firsts.stdout.split("\n").filter((line3) => line3 !== ""));
        const { stdout } = await this.#must(["log", "--format=%H %T", other, "--"], signal);
        const found2 = stdout.split("\n").find((line3) => trees.has(line3.split(" ")[1] ?? ""));
        return found2?.split(" ")[0] ?? null;
      }
      async merge({ base, ours, theirs }, signal) {
        const folder = await mkdtemp(join(tmpdir(), "wakeful-merge-"));
        try {
          const names = ["ours", "base", "theirs"].map((name) => join(folder, name));
          const texts = [ours, base, theirs];
          await Promise.all(names.map((name, at) => writeFile(name, texts[at] ?? "")));
          const plain3 = await this.#run(["merge-file", "-p", "--", ...names], signal);
          const kept = await this.#must(["merge-file", "-p", "--ours", "--", ...names], signal);
          return { text: kept.stdout, conflicts: Math.max(0, plain3.code) };
        } finally {
          await rm(folder, { recursive: true, force: true });
        }
      }
      async push(remote, branch, signal) {
        const ref = `refs/heads/${branch}`;
        const pushed2 = await this.#run(
          ["push", "--porcelain", "--no-verify", "--", remote, `${ref}:${ref}`],
          signal
        );
        if (pushed2.code !== 0)
          throw new Halt("forbidden", cloneTexts.notPushed(branch, (pushed2.stdout + pushed2.stderr).trim()));
      }
      async remoteBranches(remote, prefix, signal) {
        const { stdout } = await this.#must(
          ["ls-remote", "--heads", "--", remote, `refs/heads/${prefix}*`],
          signal
        );
        return [...stdout.matchAll(/^([0-9a-f]{40,64})\trefs\/heads\/(.+)$/gm)].flatMap(
          ([, commit2, name]) => commit2 === void 0 || name === void 0 || !name.startsWith(prefix) ? [] : [{ name, commit: commit2 }]
        );
      }
      async deleteRemoteBranches(remote, branches2, signal) {
        const left = [];
        for (const { name, commit: commit2 } of branches2) {
          const lease = `--force-with-lease=refs/heads/${name}:${commit2}`;
          const deleted = await this.#run(
            ["push", "--no-verify", lease, "--", remote, `:refs/heads/${name}`],
            signal
          );
          if (deleted.code !== 0) left.push(name);
        }
        return left;
      }
      async #has(id, signal) {
        return (await this.#run(["cat-file", "-e", id], signal)).code === 0;
      }
      /** What git says in one line; null: it fails. */
      async #answer(args, signal) {
        const { code, stdout } = await this.#run(args, signal);
        return code === 0 ? stdout.trimEnd() : null;
      }
      async #must(args, signal, more = {}) {
        const done = await this.#run(args, signal, more);
        if (done.code !== 0)
          throw new Halt("bad_settings", cloneTexts.gitFailed(args[0] ?? "", done.stderr.trim()));
        return done;
      }
      #run(args, signal, more = {}) {
        return this.#git({ folder: this.root, args, ...more }, signal);
      }
    };
  }
});

// src/adapters/git/run-git.ts
import { devNull } from "node:os";
function gitRunner(inherited) {
  const env = { GIT_SSH_COMMAND: "ssh -oBatchMode=yes" };
  for (const [name, value] of Object.entries(inherited)) {
    if (value !== void 0 && !REDIRECTING.test(name)) env[name] = value;
  }
  return async (run22, signal) => {
    const input = typeof run22.input === "string" ? Buffer.from(run22.input) : run22.input;
    const command = {
      args: run22.args,
      folder: run22.folder,
      env: { ...env, ...SILENT, ...NO_PROGRAMS, ...run22.env }
    };
    const result = await spawnGit({ ...command, ...input === void 0 ? {} : { input } }, signal);
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

// src/config/github/repository-address.ts
function repositoryAddress(address) {
  const parts2 = address.includes("://") ? urlParts(address) : scpParts(address);
  const repository = parts2 === null ? null : repositoryOf(parts2.path);
  if (parts2 === null || repository === null) return null;
  const { host, serverUrl } = parts2;
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

// src/install/survey.ts
function surveyOf(files2) {
  const all = files2.map(({ path }) => path);
  const paths = all.filter((path) => !FOREIGN.test(path));
  const goals2 = all.filter((path) => path.startsWith("goals/"));
  return {
    languages: languagesOf(paths),
    pages: paths.filter((path) => /\.md$/i.test(path)).length,
    docs: docsFolder(paths),
    changelog: paths.find((path) => CHANGELOG.test(path)) ?? null,
    changelogTool: all.map((path) => CHANGELOG_TOOLS[path]).find((tool) => tool !== void 0) ?? null,
    workflows: all.filter((path) => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path)),
    isAction: paths.some((path) => /^action\.ya?ml$/.test(path)),
    packages: packagesIn(paths),
    isGoalsFolderTaken: goals2.some((path) => !/^goals\/([\w-]+\.ya?ml|README\.md)$/.test(path)),
    goals: goals2.filter((path) => /\.ya?ml$/.test(path))
  };
}
function languagesOf(paths) {
  const counts = /* @__PURE__ */ new Map();
  for (const path of paths) {
    const language = LANGUAGES[/\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? ""];
    if (language !== void 0) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  return [...counts].sort(([, one2], [, other]) => other - one2).map(([language]) => language);
}
function docsFolder(paths) {
  const counts = /* @__PURE__ */ new Map();
  for (const path of paths) {
    const folder = DOCS.exec(path)?.[1];
    if (folder !== void 0) counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  const [first2] = [...counts].sort(([, one2], [, other]) => other - one2);
  return first2 !== void 0 && first2[1] >= 2 ? first2[0] : null;
}
function packagesIn(paths) {
  const found2 = new Set(paths.flatMap((path) => MANIFEST.exec(path)?.[1] ?? []));
  return found2.size > 1 ? [...found2].sort() : [];
}
var LANGUAGES, DOCS, FOREIGN, MANIFEST, CHANGELOG, CHANGELOG_TOOLS;
var init_survey = __esm({
  "src/install/survey.ts"() {
    "use strict";
    LANGUAGES = {
      c: "C",
      cc: "C++",
      cpp: "C++",
      cs: "C#",
      go: "Go",
      java: "Java",
      js: "JavaScript",
      jsx: "JavaScript",
      kt: "Kotlin",
      mjs: "JavaScript",
      php: "PHP",
      py: "Python",
      rb: "Ruby",
      rs: "Rust",
      swift: "Swift",
      ts: "TypeScript",
      tsx: "TypeScript"
    };
    DOCS = /^(docs?|documentation|website\/docs|site\/docs)\/.+\.mdx?$/;
    FOREIGN = /(^|\/)(node_modules|vendor|third_party|fixtures|testdata|dist)\//;
    MANIFEST = /^(.+)\/(package\.json|pyproject\.toml|Cargo\.toml|go\.mod)$/;
    CHANGELOG = /^(CHANGELOG|CHANGES|HISTORY)\.md$/i;
    CHANGELOG_TOOLS = {
      ".changeset/config.json": "changesets",
      "release-please-config.json": "release-please",
      ".release-please-manifest.json": "release-please",
      "cliff.toml": "git-cliff",
      ".releaserc": "semantic-release",
      ".releaserc.json": "semantic-release",
      ".releaserc.yml": "semantic-release"
    };
  }
});

// src/oversight/observe.ts
async function look(body4) {
  try {
    return { kind: "seen", value: await body4() };
  } catch (reason) {
    if (reason instanceof Halt) return { kind: "unseen", why: reason.detail };
    throw reason;
  }
}
async function lookAt(access, body4) {
  return access.kind === "closed" ? { kind: "unseen", why: access.why } : look(() => body4(access.control));
}
var init_observe = __esm({
  "src/oversight/observe.ts"() {
    "use strict";
    init_ending();
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

// src/rehearsal/github/http/answer.ts
function ok(body4) {
  return { status: 200, body: body4 };
}
function created(body4) {
  const { url } = body4;
  return { status: 201, body: body4, ...typeof url === "string" && { headers: { location: url } } };
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
function refusal(status2, message, documentation = DOCS2) {
  return new ApiRefusal(failure(status2, message, documentation), message);
}
function failure(status2, message, documentation = DOCS2) {
  return { status: status2, body: { message, documentation_url: documentation, status: String(status2) } };
}
function invalid(...errors) {
  const body4 = { message: "Validation Failed", errors, documentation_url: DOCS2, status: "422" };
  return new ApiRefusal(
    { status: 422, body: body4 },
    errors.map(({ message, field: field2 }) => message ?? field2).join(", ")
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
var DOCS2, notFound, RATE_DOCS, SECONDARY;
var init_refusals = __esm({
  "src/rehearsal/github/http/refusals.ts"() {
    "use strict";
    init_answer();
    DOCS2 = "https://docs.github.com/rest";
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

// src/adapters/git/serve-git.ts
import { spawn } from "node:child_process";
import { PassThrough } from "node:stream";
function gitServer(inherited) {
  return (request, signal) => {
    const { service, folder, isAdvertisement, protocol } = request;
    const stateless = isAdvertisement ? ["--stateless-rpc", "--advertise-refs"] : ["--stateless-rpc"];
    const { GIT_DIR: _3, ...env } = localEnvironment(inherited, folder);
    const hooked = request.hooks === null ? [] : ["-c", `core.hooksPath=${request.hooks}`];
    const child = spawn("git", [...SETTINGS, ...hooked, service, ...stateless, folder], {
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
var SETTINGS;
var init_serve_git = __esm({
  "src/adapters/git/serve-git.ts"() {
    "use strict";
    init_git_environment();
    SETTINGS = ["-c", "uploadpack.allowFilter=true", "-c", "uploadpack.allowAnySHA1InWant=true"];
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
  const { body: body4 } = answer;
  if (Array.isArray(body4)) return { ...answer, body: lacking(body4) };
  if (typeof body4 !== "object" || body4 === null) return answer;
  const entries = Object.entries(body4).map(([name, value]) => [
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
  const { number: number2, id } = entry3;
  return typeof number2 === "number" ? number2 : typeof id === "number" ? id : -1;
}
var init_fault_answers = __esm({
  "src/rehearsal/github/http/fault-answers.ts"() {
    "use strict";
    init_access();
    init_refusals();
  }
});

// src/rehearsal/github/records/records.ts
function isDraft(thread) {
  return "branch" in thread;
}
var REACTION, COMMENT, THREAD, NUMBER, ASSOCIATION, DRAFT, ISSUE, LONG_AGO, VARIABLE, RULE, RULESET, ENVIRONMENT, RELEASE, WORKFLOW_STATE, SETTINGS2, RUN, CONCLUSION, STEP, JOB, ATTEMPT, CHECK;
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
    ASSOCIATION = picklist([
      ...["OWNER", "MEMBER", "COLLABORATOR", "CONTRIBUTOR", "FIRST_TIME_CONTRIBUTOR"],
      ...["FIRST_TIMER", "NONE"]
    ]);
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
      /** How its author belongs to the repository, in GitHub's word; null: as the agent or a maintainer does. */
      association: optional(nullable(ASSOCIATION), null),
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
      branches: array(string()),
      /** What else it says; missing: the usual. */
      parameters: optional(record(string(), unknown()))
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
    RELEASE = looseObject({
      /** The name of its tag. */
      tag: string(),
      notes: optional(nullable(string()), null),
      is_draft: optional(boolean(), false),
      is_prerelease: optional(boolean(), false)
    });
    WORKFLOW_STATE = picklist([
      "active",
      "disabled_manually",
      "disabled_inactivity",
      "disabled_fork",
      "deleted"
    ]);
    SETTINGS2 = looseObject({
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
      environments: optional(record(string(), ENVIRONMENT), {}),
      /** Labels that a person has made, with their descriptions. */
      labels: optional(record(string(), string()), {}),
      /** Releases of public repositories, newest first, by `owner/name`. */
      releases: optional(record(string(), array(RELEASE)), {})
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
    CONCLUSION = picklist([
      ...["success", "failure", "timed_out", "cancelled", "skipped", "neutral"],
      "startup_failure"
    ]);
    STEP = looseObject({
      name: string(),
      conclusion: CONCLUSION,
      started_at: string(),
      completed_at: string()
    });
    JOB = looseObject({
      name: string(),
      conclusion: CONCLUSION,
      steps: array(STEP),
      /** As GitHub keeps it, with the time before each line; null: it is older than GitHub keeps it. */
      log: nullable(string())
    });
    ATTEMPT = looseObject({
      conclusion: CONCLUSION,
      started_at: string(),
      ended_at: string(),
      jobs: array(JOB)
    });
    CHECK = looseObject({
      number: NUMBER,
      workflow: string(),
      event: string(),
      branch: string(),
      commit: string(),
      title: string(),
      /** `owner/name` of the fork that it is about; null: none. */
      fork: nullable(string()),
      created_at: string(),
      /** The first one first. */
      attempts: pipe(array(ATTEMPT), minLength(1))
    });
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
function numericId(...parts2) {
  return Number.parseInt(digest(parts2, 8), 16) + 1;
}
function nodeId(kind, ...parts2) {
  return `${kind}_${digest([kind, ...parts2.map(String)], 20)}`;
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
  const lists = Object.fromEntries(Object.entries(LISTS).map(([name, path]) => [name, `${api}${path}`]));
  const isApp = login.endsWith("[bot]");
  return {
    login,
    id: numericId("user", login),
    node_id: nodeId("U", login),
    avatar_url: `${site.serverUrl}/avatars/${encodeURIComponent(login)}`,
    gravatar_id: "",
    url: api,
    html_url: isApp ? `${site.serverUrl}/apps/${encodeURIComponent(login.slice(0, -"[bot]".length))}` : `${site.serverUrl}/${encodeURIComponent(login)}`,
    ...lists,
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
  const page2 = repositoryPage(site);
  return {
    ...minimalRepositoryShape(site, settings),
    git_url: `git://${new URL(page2).host}/${site.owner}/${site.name}.git`,
    ssh_url: `git@${new URL(page2).hostname}:${site.owner}/${site.name}.git`,
    clone_url: `${page2}.git`,
    svn_url: page2,
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
async function effect({ site, token, found: found2, call, body: body4 }) {
  try {
    if (found2 !== null && wasHere(site, found2.parameters)) return moved(site, { found: found2, url: call.url });
    if (found2 === null || !isServed2(site, found2)) throw refusal(404, "Not Found");
    demand(token, found2.route.needs);
    const { route, parameters } = found2;
    return await route.answer({ ...call, site, token, parameters, body: parsed(body4) });
  } catch (error) {
    if (error instanceof ApiRefusal) return error.answer;
    return failure(500, error instanceof Error ? error.message : String(error));
  }
}
function isHere(site, { owner, repo }) {
  const same = (one2, other) => one2.toLowerCase() === other.toLowerCase();
  return owner === void 0 || same(owner, site.owner) && same(repo ?? "", site.name);
}
function isServed2(site, { route, parameters }) {
  return route.isPublic === true || isHere(site, parameters);
}
function wasHere({ formerly }, { owner, repo }) {
  return formerly.some((name) => name.toLowerCase() === `${owner}/${repo}`.toLowerCase());
}
function moved(site, { found: found2, url }) {
  const rest = new URL(url).pathname.replace(/^.*?\/repos\/[^/]+\/[^/]+/, "");
  const status2 = found2.route.method === "GET" ? 301 : 307;
  const location = `${site.apiUrl}/repositories/${repositoryId(site)}${rest}`;
  const message = status2 === 301 ? "Moved Permanently" : "Temporary Redirect";
  const body4 = { message, url: location, documentation_url: "https://docs.github.com/rest" };
  return { status: status2, headers: { location }, body: body4 };
}
function parsed(body4) {
  if (body4 === "") return null;
  try {
    return JSON.parse(body4);
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
  const parts2 = [];
  let bytes = 0;
  for await (const part of isPacked ? request.pipe(createGunzip()) : request) {
    bytes += part.length;
    if (bytes > MOST_BYTES) throw new Error("The body of a request is larger than 1 GB.");
    parts2.push(part);
  }
  return Buffer.concat(parts2);
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
    (_3, name) => `(?<${name}>${name === "branch" ? ".+" : "[^/]+"})`
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
function paged(call, items, wrap = (page2) => page2) {
  const size = Math.min(LARGEST_PAGE, positive(call.query.get("per_page"), USUAL_PAGE));
  const number2 = positive(call.query.get("page"), 1);
  const last = Math.max(1, Math.ceil(items.length / size));
  const answer = ok(wrap(items.slice((number2 - 1) * size, number2 * size)));
  const link3 = linksTo(call, { number: number2, last });
  return link3 === "" ? answer : { ...answer, headers: { link: link3 } };
}
function positive(text2, usual) {
  const number2 = Number(text2 ?? usual);
  return Number.isInteger(number2) && number2 > 0 ? number2 : usual;
}
function linksTo(call, { number: number2, last }) {
  const link3 = (page2, relation) => {
    const query = new URLSearchParams(call.query);
    query.set("page", String(page2));
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
  const field2 = getDotPath(issue) ?? "body";
  if (issue.input === void 0) return { resource, field: field2, code: "missing_field" };
  return issue.type === "custom" || issue.type === "check" ? { resource, field: field2, code: "custom", message: issue.message } : { resource, field: field2, code: "invalid" };
}
function shortText(field2, limit) {
  return pipe(
    string(),
    check((text2) => [...text2].length <= limit, `${field2} is too long (maximum is ${limit} characters)`)
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
function labelShape(site, name, described = null) {
  return {
    id: numericId("label", name),
    node_id: nodeId("LA", site.owner, site.name, name),
    url: `${repositoryApi(site)}/labels/${encodeURIComponent(name)}`,
    name,
    color: described === null ? NEW_LABEL : "d73a4a",
    default: false,
    description: described
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
function associationOf(thread) {
  return (isDraft(thread) ? thread.association : null) ?? association(thread.author);
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
    author_association: associationOf(thread)
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
async function factsOf(site) {
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
  const field2 = call.query.get("sort") === "updated" ? "updated_at" : "created_at";
  const place2 = (item) => item.number ?? item.id ?? 0;
  const rising = items.toSorted(
    (one2, other) => one2[field2].localeCompare(other[field2]) || place2(one2) - place2(other)
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
async function list(call) {
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
  const { body: body4 } = bodyOf(call, "IssueComment", NEW_COMMENT);
  const commented = withComment(thread, { author: token.login, body: body4, now: site.now() });
  await site.store.save(commented.thread);
  return created(commentShape(site, commented.thread, commented.comment));
}
function withComment(thread, { author, body: body4, now }) {
  const id = thread.number * COMMENTS_OF_ONE + thread.comments.length + 1;
  const comment2 = { id, author, body: body4, created_at: now, updated_at: now, reactions: [] };
  return { comment: comment2, thread: { ...thread, comments: [...thread.comments, comment2], updated_at: now } };
}
async function react(call) {
  const { site, token } = call;
  const id = numberOf(call, "comment_id");
  const thread = await site.store.thread(Math.floor(id / COMMENTS_OF_ONE));
  const comment2 = thread?.comments.find((each) => each.id === id);
  if (thread === null || comment2 === void 0) throw notFound();
  const { content } = bodyOf(call, "Reaction", NEW_REACTION);
  const before = comment2.reactions.find((each) => each.content === content && each.author === token.login);
  if (before !== void 0) return ok(reactionShape(site, comment2, before));
  const reaction = { content, author: token.login, created_at: site.now() };
  const reacted = { ...comment2, reactions: [...comment2.reactions, reaction] };
  const comments = thread.comments.map((each) => each.id === id ? reacted : each);
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
        answer: list
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
  const page2 = threadPage(site, thread);
  return {
    draft: thread.is_draft,
    pull_request: {
      url: `${repositoryApi(site)}/pulls/${thread.number}`,
      html_url: page2,
      diff_url: `${page2}.diff`,
      patch_url: `${page2}.patch`,
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
  const { labels: described } = await call.site.store.settings();
  return paged(
    call,
    distinct([...Object.keys(described), ...names]).map(
      (name) => labelShape(call.site, name, described[name] ?? null)
    )
  );
}
async function deleteLabel(call) {
  const { site, parameters } = call;
  const isIt = (name) => name.toLowerCase() === (parameters["name"] ?? "").toLowerCase();
  const carriers = (await allThreads(site)).filter((thread) => thread.labels.some(isIt));
  const { labels: described } = await site.store.settings();
  if (carriers.length === 0 && !Object.keys(described).some(isIt)) throw refusal(404, "Not Found");
  for (const thread of carriers)
    await site.store.save({ ...thread, labels: thread.labels.filter((name) => !isIt(name)) });
  await site.store.changeSettings((settings) => ({
    ...settings,
    labels: Object.fromEntries(Object.entries(described).filter(([name]) => !isIt(name)))
  }));
  return NO_CONTENT;
}
async function list2(call) {
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
async function open(call) {
  const { site, token } = call;
  if (!(await site.store.settings()).has_issues) throw issuesDisabled();
  const { title, body: body4, labels: labels2 } = bodyOf(call, RESOURCE, NEW_ISSUE);
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
    body: body4,
    comments: []
  };
  await site.store.save(issue);
  return created(issueShape(site, issue));
}
async function change(call) {
  const { site } = call;
  const thread = await asked(call);
  const { title, body: body4, labels: labels2, ...rest } = bodyOf(call, RESOURCE, CHANGE);
  const changed = {
    ...withState(thread, rest, site.now()),
    ...title === void 0 ? {} : { title },
    ...body4 === void 0 ? {} : { body: body4 },
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
  const body4 = Array.isArray(call.body) ? { labels: call.body } : call.body;
  const { labels: labels2 } = bodyOf({ ...call, body: body4 }, "Label", LABELS);
  const all = distinct([...thread.labels, ...labels2]);
  if (all.length > thread.labels.length) {
    await site.store.save({ ...thread, labels: all, updated_at: site.now() });
  }
  return ok(all.map((name) => labelShape(site, name)));
}
async function takeLabel(call) {
  const { site } = call;
  const thread = await asked(call);
  const name = (call.parameters["name"] ?? "").toLowerCase();
  const left = thread.labels.filter((each) => each.toLowerCase() !== name);
  if (left.length === thread.labels.length) throw refusal(404, "Label does not exist");
  await site.store.save({ ...thread, labels: left, updated_at: site.now() });
  return ok(left.map((each) => labelShape(site, each)));
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
      { method: "DELETE", path: "/repos/{owner}/{repo}/labels/{name}", needs: WRITE2, answer: deleteLabel },
      { method: "GET", path: "/repos/{owner}/{repo}/issues", needs: READ2, answer: list2 },
      { method: "POST", path: "/repos/{owner}/{repo}/issues", needs: ["issues:write"], answer: open },
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
      },
      {
        method: "DELETE",
        path: "/repos/{owner}/{repo}/issues/{issue_number}/labels/{name}",
        needs: WRITE2,
        answer: takeLabel
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

// src/rehearsal/github/git/rules.ts
function rulesFor(rules2, branch) {
  const applies = rules2.filter(({ branches: branches2 }) => branches2.some((pattern) => isMatch(pattern, branch)));
  return applies.map(({ type, parameters }) => ({
    type,
    parameters: parameters ?? PARAMETERS[type] ?? null
  }));
}
function isMatch(pattern, branch) {
  const parts2 = pattern.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts2.join(".*")}$`).test(branch);
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

// src/rehearsal/github/routes/protection.ts
async function branches(call) {
  const { site, query } = call;
  const [{ rules: rules2, rulesets }, { tips, main }] = await Promise.all([
    site.store.settings(),
    site.branches.look()
  ]);
  const patterns = rulesets.filter(({ target, enforcement }) => target === "branch" && enforcement === "active").flatMap(({ include }) => include);
  const isGuarded2 = (name) => rulesFor(rules2, name).length > 0 || patterns.includes("~ALL") || patterns.includes(`refs/heads/${name}`) || patterns.includes("~DEFAULT_BRANCH") && name === main;
  const wanted = query.get("protected");
  const shapes = [...tips].map(([name, sha]) => ({
    ...{ name, protected: isGuarded2(name) },
    commit: { sha, url: `${repositoryApi(site)}/commits/${sha}` }
  }));
  return paged(
    call,
    shapes.filter((shape) => wanted === null || String(shape.protected) === wanted)
  );
}
async function list3(call) {
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
      bypass_actors: roles.map((id) => ({
        ...{ actor_id: id, actor_type: "RepositoryRole", bypass_mode: "always" }
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
  const { name, branches: branches2 } = await environmentOf(call);
  const url = `${call.site.apiUrl}/repos/${call.site.owner}/${call.site.name}/environments/${encodeURIComponent(name)}`;
  return ok({
    ...{ id: numericId("environment", name), node_id: nodeId("environment", name), name, url, html_url: url },
    ...{ created_at: LONG_AGO, updated_at: LONG_AGO, protection_rules: [] },
    deployment_branch_policy: branches2 === null ? null : { protected_branches: false, custom_branch_policies: true }
  });
}
async function policies(call) {
  const { name, branches: branches2 } = await environmentOf(call);
  const shapes = (branches2 ?? []).map((branch) => ({
    ...{
      id: numericId("policy", name, branch),
      node_id: nodeId("policy", name, branch),
      name: branch,
      type: "branch"
    }
  }));
  return paged(call, shapes, (page2) => ({ total_count: shapes.length, branch_policies: page2 }));
}
async function secrets(call) {
  const { secrets: names } = await environmentOf(call);
  const shapes = names.map((name) => ({ name, created_at: LONG_AGO, updated_at: LONG_AGO }));
  return paged(call, shapes, (page2) => ({ total_count: shapes.length, secrets: page2 }));
}
var PATH, ENVIRONMENT2, PROTECTION_ROUTES;
var init_protection2 = __esm({
  "src/rehearsal/github/routes/protection.ts"() {
    "use strict";
    init_rules();
    init_access();
    init_answer();
    init_paging();
    init_refusals();
    init_records();
    init_site();
    init_identity();
    PATH = "/repos/{owner}/{repo}";
    ENVIRONMENT2 = `${PATH}/environments/{environment_name}`;
    PROTECTION_ROUTES = [
      { method: "GET", path: `${PATH}/rulesets`, needs: ["metadata:read"], answer: list3 },
      { method: "GET", path: `${PATH}/rulesets/{ruleset_id}`, needs: ["metadata:read"], answer: one },
      { method: "GET", path: `${PATH}/branches`, needs: ["contents:read"], answer: branches },
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
  const page2 = threadPage(site, draft);
  return {
    url,
    html_url: page2,
    diff_url: `${page2}.diff`,
    patch_url: `${page2}.patch`,
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

// src/rehearsal/github/shapes/pull-files.ts
async function changedFiles(site, { head: head2 }, base) {
  const { git } = site.branches;
  const range = `${base}...${head2}`;
  const options = ["--no-renames", "--no-color", "--no-ext-diff", "--no-textconv"];
  const listed2 = (await git(["diff", ...options, "--name-status", "-z", range])).split("\0");
  const files2 = [];
  for (let at = 0; at + 1 < listed2.length; at += 2) {
    const [letter = "", path = ""] = [listed2[at], listed2[at + 1]];
    const counts = await git(["diff", ...options, "--numstat", range, "--", path]);
    const patch = (await git(["diff", ...options, range, "--", path])).replace(/^[\s\S]*?(?=^@@)/m, "");
    files2.push({ path, status: STATUS[letter.charAt(0)] ?? "modified", counts, patch });
  }
  return files2.map((file) => fileShape(site, head2, file));
}
function fileShape(site, head2, { path, status: status2, counts, patch }) {
  const [additions2 = 0, deletions = 0] = counts.split("	", 2).map((count2) => Number(count2) || 0);
  const at = `${head2}/${path.split("/").map(encodeURIComponent).join("/")}`;
  return {
    sha: head2,
    filename: path,
    ...{ status: status2, additions: additions2, deletions, changes: additions2 + deletions },
    blob_url: `${repositoryPage(site)}/blob/${at}`,
    raw_url: `${repositoryPage(site)}/raw/${at}`,
    contents_url: `${repositoryApi(site)}/contents/${at}`,
    ...patch.startsWith("@@") && { patch: patch.trimEnd() }
  };
}
var STATUS;
var init_pull_files = __esm({
  "src/rehearsal/github/shapes/pull-files.ts"() {
    "use strict";
    init_site();
    STATUS = { A: "added", D: "removed", M: "modified", T: "changed" };
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
  const head2 = await headOf(call, { branch, base: asked2.base });
  const now = site.now();
  const draft = {
    number: await site.store.nextNumber(),
    state: "open",
    title: asked2.title,
    author: token.login,
    branch,
    base: asked2.base,
    head: head2,
    merge_commit: null,
    is_draft: asked2.draft,
    labels: [],
    reviewers: [],
    association: null,
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
async function list4(call) {
  const { site, query } = call;
  const { refs, ...facts2 } = await factsOf(site);
  const head2 = query.get("head");
  const base = query.get("base");
  const drafts = (await site.store.drafts()).filter(
    (draft) => (
      // Without an owner before the branch GitHub does not filter.
      (head2?.includes(":") !== true || head2 === `${site.owner}:${draft.branch}`) && (base === null || base === draft.base)
    )
  );
  const shapes = sorted(call, inState(call, drafts)).map(
    (draft) => pullShape(site, draft, { ...facts2, baseCommit: refs.tips.get(draft.base) ?? draft.head })
  );
  return paged(call, shapes);
}
async function open2(call) {
  return created(await shown(call, await openPull(call)));
}
async function change2(call) {
  const { site } = call;
  const draft = await draftAt(site, numberOf(call, "pull_number"));
  const { title, body: body4, state, base } = bodyOf(call, RESOURCE3, CHANGE2);
  if (base !== void 0 && !(await site.branches.look()).tips.has(base))
    throw invalid({ resource: RESOURCE3, field: "base", code: "invalid" });
  if (state === "open" && draft.state !== "open") await refuseReopening(call, draft);
  const now = site.now();
  const changed = {
    ...draft,
    ...title === void 0 ? {} : { title },
    ...body4 === void 0 ? {} : { body: body4 },
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
  const { refs, ...facts2 } = await factsOf(site);
  return created(pullShape(site, changed, { ...facts2, baseCommit: refs.tips.get(draft.base) ?? draft.head }));
}
async function files(call) {
  const draft = await draftAt(call.site, numberOf(call, "pull_number"));
  return paged(call, await changedFiles(call.site, draft, await baseOf(call, draft)));
}
async function baseOf({ site }, draft) {
  if (draft.merge_commit !== null) return `${draft.merge_commit}^`;
  return (await site.branches.look()).tips.get(draft.base) ?? draft.head;
}
async function shown({ site }, draft) {
  const { refs, ...facts2 } = await factsOf(site);
  const baseCommit = refs.tips.get(draft.base) ?? draft.head;
  const against = draft.merge_commit === null ? baseCommit : `${draft.merge_commit}^`;
  const change4 = await site.branches.compare(against, draft.head);
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
    init_pull_files();
    init_facts();
    init_open_pull();
    init_order();
    RESOURCE3 = "PullRequest";
    PULL_ROUTES = [
      { method: "GET", path: "/repos/{owner}/{repo}/pulls", needs: ["pull_requests:read"], answer: list4 },
      { method: "POST", path: "/repos/{owner}/{repo}/pulls", needs: ["pull_requests:write"], answer: open2 },
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
        method: "GET",
        path: "/repos/{owner}/{repo}/pulls/{pull_number}/files",
        needs: ["pull_requests:read"],
        answer: files
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

// src/rehearsal/github/shapes/release.ts
function releaseShape(site, repository, release) {
  const { tag, notes: notes2, is_draft, is_prerelease } = release;
  const id = numericId("release", repository, tag);
  const url = `${site.apiUrl}/repos/${repository}/releases/${id}`;
  const [owner = ""] = repository.split("/");
  return {
    ...{ url, id, node_id: nodeId("RE", repository, tag), tag_name: tag, name: tag, body: notes2 },
    html_url: `${site.serverUrl}/${repository}/releases/tag/${tag}`,
    assets_url: `${url}/assets`,
    upload_url: `${url}/assets{?name,label}`,
    tarball_url: `${site.apiUrl}/repos/${repository}/tarball/${tag}`,
    zipball_url: `${site.apiUrl}/repos/${repository}/zipball/${tag}`,
    ...{ target_commitish: "main", draft: is_draft, prerelease: is_prerelease, assets: [] },
    ...{ created_at: LONG_AGO, published_at: LONG_AGO, author: userShape(site, owner) }
  };
}
var init_release2 = __esm({
  "src/rehearsal/github/shapes/release.ts"() {
    "use strict";
    init_records();
    init_identity();
    init_user();
  }
});

// src/rehearsal/github/routes/repository.ts
async function read(call) {
  return ok(fullRepositoryShape(call.site, await factsOf(call.site)));
}
async function releases(call) {
  const { repository, published } = await releasesOf(call);
  return paged(
    call,
    published.map((release) => releaseShape(call.site, repository, release))
  );
}
async function newestRelease(call) {
  const { repository, published } = await releasesOf(call);
  const newest2 = published.find(({ is_prerelease }) => !is_prerelease);
  if (newest2 === void 0) throw notFound();
  return ok(releaseShape(call.site, repository, newest2));
}
async function releasesOf(call) {
  const { site, parameters } = call;
  const repository = `${parameters["owner"]}/${parameters["repo"]}`;
  const { releases: all } = await site.store.settings();
  const found2 = Object.entries(all).find(([name]) => name.toLowerCase() === repository.toLowerCase())?.[1];
  if (found2 === void 0 && repository !== `${site.owner}/${site.name}`) throw notFound();
  return { repository, published: (found2 ?? []).filter(({ is_draft }) => !is_draft) };
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
  return paged(call, shapes, (page2) => ({ total_count: shapes.length, secrets: page2 }));
}
var PATH2, REPOSITORY_ROUTES, ROLES;
var init_repository2 = __esm({
  "src/rehearsal/github/routes/repository.ts"() {
    "use strict";
    init_rules();
    init_answer();
    init_paging();
    init_refusals();
    init_records();
    init_identity();
    init_release2();
    init_repository();
    init_user();
    init_facts();
    PATH2 = "/repos/{owner}/{repo}";
    REPOSITORY_ROUTES = [
      { method: "GET", path: PATH2, needs: ["metadata:read"], answer: read },
      { method: "GET", path: `${PATH2}/releases/latest`, needs: [], isPublic: true, answer: newestRelease },
      { method: "GET", path: `${PATH2}/releases`, needs: [], isPublic: true, answer: releases },
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

// src/rehearsal/github/http/log-address.ts
function isLogAddress(url) {
  return url.pathname.startsWith(LOG_PATH);
}
async function sendLog({ request, response, url }, logOf) {
  const isOpened = url.searchParams.get("sig") === "open" && request.headers.authorization === void 0;
  const log2 = isOpened ? await logOf(Number(url.pathname.slice(LOG_PATH.length))) : null;
  if (!isOpened)
    response.writeHead(403, { "content-type": "application/xml" }).end("<Error>AuthenticationFailed</Error>");
  else if (log2 === null) response.writeHead(404).end();
  else response.writeHead(200, { "content-type": "text/plain" }).end(log2);
}
var LOG_PATH;
var init_log_address = __esm({
  "src/rehearsal/github/http/log-address.ts"() {
    "use strict";
    LOG_PATH = "/_logs/";
  }
});

// src/rehearsal/github/shapes/workflow.ts
function workflowShape(site, file, state) {
  const id = workflowId(file);
  return {
    id,
    node_id: nodeId("W", file),
    name: file.replace(/\.ya?ml$/, ""),
    path: workflowPath(file),
    state,
    created_at: LONG_AGO,
    updated_at: LONG_AGO,
    url: `${repositoryApi(site)}/actions/workflows/${id}`,
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

// src/rehearsal/github/shapes/check-run.ts
function checkId(number2) {
  return FIRST_ID + number2;
}
function attemptOf({ attempts: attempts2 }, attempt2) {
  return attempts2[attempt2 - 1] ?? null;
}
function checkShape(site, { check: check2, attempt: attempt2, settings, commit: commit2 }) {
  const id = checkId(check2.number);
  const made = attemptOf(check2, attempt2);
  const url = `${repositoryApi(site)}/actions/runs/${id}`;
  const suite = numericId("check suite", String(id));
  const name = check2.workflow.replace(/\.ya?ml$/, "");
  const repository = minimalRepositoryShape(site, settings);
  const [owner = "", fork = ""] = (check2.fork ?? "").split("/");
  const head2 = check2.fork === null ? repository : minimalRepositoryShape({ ...site, owner, name: fork }, settings);
  return {
    ...{ id, node_id: nodeId("WFR", id), name, display_title: check2.title },
    ...{ head_branch: check2.branch, head_sha: check2.commit, path: workflowPath(check2.workflow) },
    ...{ run_number: check2.number, run_attempt: attempt2, event: check2.event, status: "completed" },
    conclusion: made?.conclusion ?? null,
    workflow_id: workflowId(check2.workflow),
    ...{ check_suite_id: suite, check_suite_node_id: nodeId("CS", String(id)), pull_requests: [] },
    created_at: check2.created_at,
    updated_at: made?.ended_at ?? check2.created_at,
    run_started_at: made?.started_at ?? check2.created_at,
    actor: userShape(site, "maintainer"),
    triggering_actor: userShape(site, "maintainer"),
    head_commit: { ...commit2, id: check2.commit },
    ...{ repository, head_repository: head2 },
    head_repository_id: check2.fork === null ? repositoryId(site) : numericId("repository", owner, fork),
    url,
    html_url: `${repositoryPage(site)}/actions/runs/${id}`,
    ...{ jobs_url: `${url}/jobs`, logs_url: `${url}/logs`, artifacts_url: `${url}/artifacts` },
    check_suite_url: `${repositoryApi(site)}/check-suites/${suite}`,
    ...{ cancel_url: `${url}/cancel`, rerun_url: `${url}/rerun` },
    previous_attempt_url: attempt2 > 1 ? `${url}/attempts/${attempt2 - 1}` : null,
    workflow_url: `${repositoryApi(site)}/actions/workflows/${workflowId(check2.workflow)}`
  };
}
function jobId({ number: number2 }, attempt2, index) {
  return (checkId(number2) * MOST_ATTEMPTS + attempt2) * MOST_JOBS + index;
}
function jobWith(checks, id) {
  const [index, rest] = [id % MOST_JOBS, Math.floor(id / MOST_JOBS)];
  const [attempt2, run22] = [rest % MOST_ATTEMPTS, Math.floor(rest / MOST_ATTEMPTS)];
  const check2 = checks.find(({ number: number2 }) => checkId(number2) === run22);
  return check2 === void 0 ? null : attemptOf(check2, attempt2)?.jobs[index] ?? null;
}
function checkJobs(site, check2, attempt2) {
  const made = attemptOf(check2, attempt2);
  const run22 = `${repositoryApi(site)}/actions/runs/${checkId(check2.number)}`;
  return (made?.jobs ?? []).map((job, index) => {
    const id = jobId(check2, attempt2, index);
    return {
      ...{ id, run_id: checkId(check2.number), run_url: run22, run_attempt: attempt2, node_id: nodeId("CR", id) },
      ...{
        head_sha: check2.commit,
        head_branch: check2.branch,
        url: `${repositoryApi(site)}/actions/jobs/${id}`
      },
      html_url: `${repositoryPage(site)}/actions/runs/${checkId(check2.number)}/job/${id}`,
      ...{ status: "completed", conclusion: job.conclusion, name: job.name },
      ...{
        created_at: made?.started_at ?? "",
        started_at: made?.started_at ?? "",
        completed_at: made?.ended_at ?? ""
      },
      steps: job.steps.map((step, at) => ({
        ...{ name: step.name, status: "completed", conclusion: step.conclusion, number: at + 1 },
        ...{ started_at: step.started_at, completed_at: step.completed_at }
      })),
      check_run_url: `${repositoryApi(site)}/check-runs/${id}`,
      workflow_name: check2.workflow.replace(/\.ya?ml$/, ""),
      ...{ labels: ["ubuntu-latest"], runner_id: 1, runner_name: "stand-in" },
      ...{ runner_group_id: 1, runner_group_name: "Default" }
    };
  });
}
var FIRST_ID, MOST_ATTEMPTS, MOST_JOBS;
var init_check_run = __esm({
  "src/rehearsal/github/shapes/check-run.ts"() {
    "use strict";
    init_site();
    init_identity();
    init_repository();
    init_user();
    init_workflow();
    FIRST_ID = 1e6;
    MOST_ATTEMPTS = 100;
    MOST_JOBS = 300;
  }
});

// src/rehearsal/github/shapes/job.ts
function jobShape(run22) {
  const { id, run_attempt, head_sha, head_branch, name, status: status2, conclusion, created_at, updated_at } = run22;
  const isFinished = status2 === "completed";
  return {
    id,
    run_id: id,
    run_url: run22.url,
    run_attempt,
    node_id: run22.node_id,
    head_sha,
    head_branch,
    url: `${run22.url}/jobs/${id}`,
    html_url: `${run22.html_url}/job/${id}`,
    status: status2,
    conclusion,
    created_at,
    started_at: created_at,
    completed_at: isFinished ? updated_at : null,
    name: "wake",
    workflow_name: name,
    check_run_url: run22.check_suite_url,
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

// src/rehearsal/github/shapes/run.ts
function runShape(site, facts2) {
  const { run: run22, isFinished } = facts2;
  const { id, attempt: attempt2 } = runId(run22.wake);
  const actor = userShape(site, run22.event === "schedule" ? site.owner : "maintainer");
  return {
    id,
    node_id: nodeId("WFR", id),
    name: run22.workflow.replace(/\.ya?ml$/, ""),
    display_title: run22.workflow.replace(/\.ya?ml$/, ""),
    head_branch: facts2.main,
    head_sha: facts2.commit.id,
    path: workflowPath(run22.workflow),
    run_number: id,
    run_attempt: attempt2,
    event: run22.event,
    status: isFinished ? "completed" : run22.pid === null ? "queued" : "in_progress",
    // A run that went away without a word has failed.
    conclusion: isFinished ? run22.finished ? "success" : "failure" : null,
    workflow_id: workflowId(run22.workflow),
    check_suite_id: numericId("check suite", run22.wake),
    check_suite_node_id: nodeId("CS", run22.wake),
    pull_requests: [],
    created_at: run22.created_at,
    updated_at: run22.finished_at ?? run22.created_at,
    run_started_at: run22.created_at,
    actor,
    triggering_actor: actor,
    head_commit: facts2.commit,
    ...minimalPlaces(site, facts2),
    ...addresses(site, run22)
  };
}
function minimalPlaces(site, { settings }) {
  const repository = minimalRepositoryShape(site, settings);
  return { repository, head_repository: repository, head_repository_id: repositoryId(site) };
}
function addresses(site, run22) {
  const { id, attempt: attempt2 } = runId(run22.wake);
  const url = `${repositoryApi(site)}/actions/runs/${id}`;
  return {
    url,
    html_url: `${repositoryPage(site)}/actions/runs/${id}`,
    jobs_url: `${url}/jobs`,
    logs_url: `${url}/logs`,
    check_suite_url: `${repositoryApi(site)}/check-suites/${numericId("check suite", run22.wake)}`,
    artifacts_url: `${url}/artifacts`,
    cancel_url: `${url}/cancel`,
    rerun_url: `${url}/rerun`,
    previous_attempt_url: attempt2 > 1 ? `${url}/attempts/${attempt2 - 1}` : null,
    workflow_url: `${repositoryApi(site)}/actions/workflows/${workflowId(run22.workflow)}`
  };
}
function runId(wake3) {
  const [id = "0", attempt2 = "1"] = wake3.split("-");
  return { id: Number(id), attempt: Number(attempt2) };
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
  const check2 = await checkOf(call);
  if (check2 !== null) return checkShapeOf(call.site, check2, check2.attempts.length);
  const runs2 = (await call.site.runs.list()).filter((run23) => runId(run23.wake).id === asked2);
  const run22 = runs2.toSorted((a3, b2) => runId(a3.wake).attempt - runId(b2.wake).attempt).at(-1);
  return shapeOf(call.site, run22 ?? null);
}
async function attempt(call) {
  const check2 = await checkOf(call);
  const number2 = numberOf(call, "attempt_number");
  if (check2 !== null && attemptOf(check2, number2) !== null) return checkShapeOf(call.site, check2, number2);
  const wake3 = `${numberOf(call, "run_id")}-${numberOf(call, "attempt_number")}`;
  return shapeOf(call.site, await call.site.runs.read(wake3));
}
async function jobs(call) {
  const check2 = await checkOf(call);
  const run22 = await attempt(call);
  const all = check2 === null ? [jobShape(run22)] : checkJobs(call.site, check2, numberOf(call, "attempt_number"));
  return paged(call, all, (page2) => ({ total_count: all.length, jobs: page2 }));
}
async function logs(call) {
  const id = numberOf(call, "job_id");
  const job = jobWith(await call.site.store.checks(), id);
  if (job === null || job.log === null) throw notFound();
  return {
    status: 302,
    body: null,
    headers: { location: `${call.site.serverUrl}${LOG_PATH}${id}?sig=open` }
  };
}
async function checkOf(call) {
  const asked2 = numberOf(call, "run_id");
  return (await call.site.store.checks()).find(({ number: number2 }) => checkId(number2) === asked2) ?? null;
}
async function checkShapeOf(site, check2, number2, around) {
  return checkShape(site, { check: check2, attempt: number2, ...around ?? await surroundings(site) });
}
async function runShapes(call, workflow) {
  const { query, site } = call;
  const runs2 = (await site.runs.list()).filter((run22) => run22.workflow === workflow);
  const event = query.get("event");
  const found2 = runs2.filter((run22) => event === null || run22.event === event);
  found2.sort((a3, b2) => b2.created_at.localeCompare(a3.created_at) || runId(b2.wake).id - runId(a3.wake).id);
  const around = await surroundings(site);
  const shapes = await Promise.all(found2.map((run22) => shapeOf(site, run22, around)));
  const checks = (await site.store.checks()).filter((check2) => check2.workflow === workflow);
  const others = checks.map(
    (check2) => checkShape(site, { check: check2, attempt: check2.attempts.length, ...around })
  );
  const all = [...others.toReversed(), ...shapes].filter((run22) => event === null || run22.event === event);
  const [status2, branch] = [query.get("status"), query.get("branch")];
  return all.filter(
    (run22) => (status2 === null || run22.status === status2 || run22.conclusion === status2) && (branch === null || run22.head_branch === branch)
  );
}
async function shapeOf(site, run22, around) {
  if (run22 === null) throw notFound();
  const isFinished = await site.runs.state(run22.wake) === "finished";
  return runShape(site, { run: run22, isFinished, ...around ?? await surroundings(site) });
}
async function surroundings(site) {
  const { main } = await site.branches.look();
  const format = "--format=%H%x00%T%x00%cI%x00%an%x00%ae%x00%cn%x00%ce%x00%B";
  const shown4 = await site.branches.git(["show", "--no-patch", format, `refs/heads/${main}`]);
  const [id = "", tree_id = "", timestamp2 = "", ...who] = shown4.split("\0");
  const [name = "", email = "", committer = "", address = "", message = ""] = who;
  return {
    settings: await site.store.settings(),
    main,
    commit: {
      ...{ id, tree_id, timestamp: timestamp2, message: message.trimEnd() },
      author: { name, email },
      committer: { name: committer, email: address }
    }
  };
}
var PATH3, RUN_ROUTES;
var init_runs = __esm({
  "src/rehearsal/github/routes/runs.ts"() {
    "use strict";
    init_answer();
    init_call();
    init_log_address();
    init_paging();
    init_refusals();
    init_check_run();
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
      },
      {
        method: "GET",
        path: "/repos/{owner}/{repo}/actions/jobs/{job_id}/logs",
        needs: ["actions:read"],
        answer: logs
      }
    ];
  }
});

// src/rehearsal/github/routes/variables.ts
async function list5(call, kind) {
  const all = Object.entries((await call.site.store.settings())[kind]);
  const shapes = all.map(([name, { value, created_at, updated_at }]) => ({
    name,
    value,
    created_at,
    updated_at
  }));
  return paged(call, shapes, (variables) => ({ total_count: shapes.length, variables }));
}
function nameOf(call) {
  return (call.parameters["name"] ?? "").toUpperCase();
}
async function found(call) {
  const variable = (await call.site.store.settings()).variables[nameOf(call)];
  if (variable === void 0) throw notFound();
  return variable;
}
async function read2(call) {
  const { value, created_at, updated_at } = await found(call);
  return ok({ name: nameOf(call), value, created_at, updated_at });
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
  const { name = nameOf(call), value = before.value } = bodyOf(call, "Variable", CHANGE3);
  await save(call, ({ [nameOf(call)]: _3, ...others }) => ({
    ...others,
    [name]: { ...before, value, updated_at: call.site.now() }
  }));
  return NO_CONTENT;
}
async function remove(call) {
  await found(call);
  await save(call, ({ [nameOf(call)]: _3, ...others }) => others);
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
        answer: (call) => list5(call, "variables")
      },
      {
        method: "GET",
        path: "/repos/{owner}/{repo}/actions/organization-variables",
        needs: ["variables:read"],
        answer: (call) => list5(call, "organization_variables")
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
  const files2 = listed2.split("\0").map((path) => path.replace(/^.*\//, ""));
  const file = files2.find((name) => name !== "" && (name === asked2 || String(workflowId(name)) === asked2));
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
    init_runs();
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
    init_protection2();
    init_pulls();
    init_repository2();
    init_runs();
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
  const full = await answerApi({ site, token, found: found2, isOverLimit: isOver, body: sent, call }, faults);
  const answer = request.method === "GET" ? unlessKnown(full, request.headers["if-none-match"]) : full;
  if (answer.status === 304) context.rates.spend(token, context.clock.now(), -1);
  return { ...answer, headers: { ...rateHeaders(rate), ...answer.headers } };
}
function unlessKnown(answer, shown4) {
  if (answer.status !== 200) return answer;
  const etag = `W/"${digest([JSON.stringify(answer.body)], 64)}"`;
  if (etag === shown4) return { status: 304, body: null, headers: { etag } };
  return { ...answer, headers: { etag, ...answer.headers } };
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
    init_digest();
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
function readPush(body4) {
  const lines = linesOf(body4);
  const [, capabilities = ""] = lines.find((line3) => line3.includes("\0"))?.split("\0") ?? [];
  const commands = lines.flatMap((line3) => {
    const [from = "", to = "", ref = ""] = line3.replace(/\0.*$/s, "").trimEnd().split(" ");
    return ref === "" ? [] : [{ ref, from: commit(from), to: commit(to) }];
  });
  return { commands, capabilities: capabilities.trim().split(" ") };
}
function linesOf(body4) {
  const lines = [];
  let at = 0;
  for (; ; ) {
    const length = Number.parseInt(body4.toString("latin1", at, at + 4), 16);
    if (!(length > 4)) return lines;
    lines.push(body4.toString("utf8", at + 4, at + length));
    at += length;
  }
}
function commit(id) {
  return /^0+$/.test(id) ? null : id;
}
function refusedPush(push2, refusals, words2) {
  const others = push2.capabilities.includes("atomic") ? "atomic push failure" : "pre-receive hook declined";
  const report = [
    "unpack ok\n",
    ...push2.commands.map(({ ref }) => `ng ${ref} ${refusals.get(ref) ?? others}
`)
  ];
  const lines = Buffer.concat([...report.map(packet), FLUSH]);
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
  for (const command of push2.commands) {
    const broken = brokenRules(command, rulesFor(rules2, branchOf(command)));
    if (broken.length === 0) continue;
    refusals.set(command.ref, "push declined due to repository rule violations");
    words2.push(`error: GH013: Repository rule violations found for ${command.ref}.
`);
    words2.push(...broken.map((sentence3) => `
- ${sentence3}
`), "\n");
  }
  return { refusals, words: words2.join("") };
}
function branchOf(command) {
  return command.ref.replace(/^refs\/heads\//, "");
}
function brokenRules(command, rules2) {
  const applies = (type) => {
    if (type === "creation") return command.from === null;
    if (type === "deletion") return command.to === null;
    if (type === "update") return command.from !== null && command.to !== null;
    return command.to !== null;
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
import { chmod, mkdir, writeFile as writeFile2 } from "node:fs/promises";
import { join as join2 } from "node:path";
async function writeWorkflowGuard(folder) {
  const hooks = join2(folder, "hooks");
  await mkdir(hooks, { recursive: true });
  const file = join2(hooks, "pre-receive");
  await writeFile2(file, PRE_RECEIVE);
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
  const what2 = token.kind === "workflow" ? "`workflows` permission" : "`workflow` scope";
  return `refusing to allow ${who} to create or update workflow \`${path}\` without ${what2}`;
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
function greeter({ serve: serve2, origin, signal }) {
  let greeting = null;
  return () => {
    const asked2 = {
      service: "upload-pack",
      isAdvertisement: true,
      protocol: "version=2",
      hooks: null
    };
    greeting ??= buffer(serve2({ ...asked2, folder: origin, input: Buffer.alloc(0) }, signal));
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
function reply({ origin, serve: serve2, signal }, request) {
  const { service, isAdvertisement, protocol, body: body4 } = request;
  const output = serve2(
    { service, isAdvertisement, protocol, folder: origin, input: body4, hooks: null },
    signal
  );
  const isNamed = isAdvertisement && !protocol.includes("version=2");
  if (isNamed) output.unshift(Buffer.concat([packet(`# service=git-${service}
`), Buffer.from("0000")]));
  return { status: 200, headers: headersOf(request), body: output };
}
async function push(side, request, token) {
  const asked2 = readPush(request.body);
  const answered = (body4) => ({ status: 200, headers: headersOf(request), body: body4 });
  const { refusals, words: words2 } = await judgePush(side.site, asked2);
  if (refusals.size > 0) return answered(refusedPush(asked2, refusals, words2));
  const { serve: serve2, origin, signal } = side;
  const hooks = isGuarded(token) ? await side.hooks() : null;
  const call = { ...request, folder: origin, input: request.body, hooks };
  const answer = await buffer(serve2(call, signal));
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
  const body4 = await readBody(request);
  const faults = context.faults.take(["any", "git", ...aimOf(route)]);
  if (!await survives(context, incoming, faults)) return;
  const token = context.tokens[tokenIn(request.headers.authorization) ?? ""] ?? null;
  const protocol = String(request.headers["git-protocol"] ?? "");
  const reply2 = faultyReply(faults) ?? await answerGit(context, { ...route, body: body4, token, protocol });
  const settled = faults.length === 0 ? reply2 : { ...reply2, body: await whole(reply2.body) };
  if (isLost(context, incoming, faults)) return;
  await send2(context, incoming, faults.includes("server_error_after") ? SERVER_ERROR : settled);
}
function aimOf({ service, isAdvertisement }) {
  if (service === "upload-pack") return ["fetch"];
  return isAdvertisement ? [] : ["push"];
}
function faultyReply(faults) {
  for (const fault of faults) {
    const reply2 = gitFault(fault);
    if (reply2 !== null) return reply2;
  }
  return null;
}
async function whole(body4) {
  return Buffer.isBuffer(body4) ? body4 : buffer2(body4);
}
async function send2(context, incoming, { status: status2, headers, body: body4 }) {
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
  if (Buffer.isBuffer(body4)) response.end(body4);
  else await pipeline(body4, response);
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

// src/rehearsal/run-git.ts
async function mustGit(run22, command, signal) {
  const answer = await run22(command, signal);
  if (answer.code === 0) return answer.stdout;
  throw new Halt("bad_settings", `Could not ${command.purpose}. git says: ${gitWords(answer.stderr)}`);
}
function gitWords(stderr) {
  const lines = stderr.split("\n").map((line3) => line3.trim());
  const words2 = lines.filter((line3) => line3 !== "" && !line3.startsWith("hint:")).join(" ");
  return words2 === "" ? "nothing" : words2.slice(0, 600);
}
var init_run_git2 = __esm({
  "src/rehearsal/run-git.ts"() {
    "use strict";
    init_ending();
  }
});

// src/rehearsal/github/records/branches.ts
function openBranches(run22, origin, signal) {
  const ask3 = (args, more = {}) => run22({ folder: origin, args: [`--git-dir=${origin}`, ...args], ...more }, signal);
  const git = async (args, more) => {
    const answer = await ask3(args, more);
    if (answer.code === 0) return answer.stdout;
    throw new Error(`git ${args.join(" ")} in ${origin}: ${gitWords(answer.stderr)}`);
  };
  return {
    git,
    async look() {
      const lines = await git(["for-each-ref", `--format=${FORMAT}`, "refs/heads"]);
      return refsOf(lines.split("\n").filter((line3) => line3 !== ""));
    },
    async compare(base, head2) {
      const options = ["--no-color", "--no-ext-diff", "--no-textconv", "--shortstat", "--patch"];
      const [commits, diff] = await Promise.all([
        git(["rev-list", "--count", `${base}..${head2}`]),
        ask3(["diff", ...options, `${base}...${head2}`, "--"])
      ]);
      if (diff.code === 0) return { commits: Number(commits), ...readDiff(diff.stdout) };
      if (diff.stderr.includes("no merge base")) return null;
      throw new Error(`git diff in ${origin}: ${gitWords(diff.stderr)}`);
    }
  };
}
function remembering(branches2) {
  let refs = null;
  const compared = /* @__PURE__ */ new Map();
  return {
    git: branches2.git,
    look() {
      refs ??= branches2.look();
      return refs;
    },
    compare(base, head2) {
      const range = `${base}...${head2}`;
      const known = compared.get(range) ?? branches2.compare(base, head2);
      compared.set(range, known);
      return known;
    }
  };
}
function refsOf(lines) {
  const refs = lines.map((line3) => {
    const [commit2 = "", name = ""] = line3.slice(1).split(" ", 2);
    return { name, commit: commit2, isMain: line3.startsWith("*") };
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

// src/rehearsal/github/records/files.ts
import { link as link2, mkdir as mkdir2, open as open3, readdir, rename, rm as rm2, writeFile as writeFile3 } from "node:fs/promises";
import { dirname, join as join3 } from "node:path";
async function writeWhole(path, text2) {
  await mkdir2(dirname(path), { recursive: true });
  const temporary = join3(dirname(path), `.${process.pid}-${counter++}.tmp`);
  await writeFile3(temporary, text2);
  await rename(temporary, path);
}
async function writeNew(path, text2) {
  const temporary = join3(dirname(path), `.${process.pid}-${counter++}.tmp`);
  await mkdir2(dirname(path), { recursive: true });
  await writeFile3(temporary, text2);
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
  const taken2 = (await readdir(folder)).map(Number).filter(Number.isInteger);
  let number2 = Math.max(0, ...taken2) + 1;
  while (!await claim(join3(folder, String(number2)))) number2 += 1;
  return number2;
}
async function claim(path) {
  try {
    await (await open3(path, "wx")).close();
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
import { readdir as readdir2, readFile } from "node:fs/promises";
import { join as join4 } from "node:path";
async function readRecord2(path, schema) {
  const reading = await tryRecord(path, schema);
  if (reading.kind === "problems") throw unreadable(path, reading.problems.join("; "));
  return reading.kind === "missing" ? null : reading.record;
}
async function tryRecord(path, schema) {
  const text2 = await readFile(path, "utf8").catch((error) => {
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
    const why2 = error instanceof Error ? error.message : String(error);
    return { kind: "problems", problems: [`it is not JSON (${why2})`] };
  }
}
function unreadable(path, why2) {
  const wayOut2 = "Fix the file, or start over with the option --fresh.";
  return new Halt(
    "github_unavailable",
    `The rehearsal's stand-in for GitHub cannot read ${path}: ${why2}. ${wayOut2}`
  );
}
async function numberedFiles(folder) {
  const names = await readdir2(folder).catch((error) => {
    if (isErrno(error, "ENOENT")) return [];
    throw error;
  });
  const numbers3 = names.filter((name) => /^\d+\.json$/.test(name)).map((name) => Number.parseInt(name, 10));
  return numbers3.sort((a3, b2) => a3 - b2).map((number2) => join4(folder, `${number2}.json`));
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

// src/rehearsal/github/records/runs.ts
import { mkdir as mkdir3, readdir as readdir3, readFile as readFile2, rm as rm3, stat } from "node:fs/promises";
import { hostname } from "node:os";
import { join as join5 } from "node:path";
function openRuns(folder) {
  const path = (wake3) => join5(folder, `${encodeURIComponent(wake3)}.json`);
  const read4 = (wake3) => readRecord2(path(wake3), RUN);
  return {
    async start(run22) {
      await forgetOldRuns(folder);
      return claim2(folder, await here(run22));
    },
    async begin(wake3, run22) {
      await forgetOldRuns(folder);
      await writeWhole(path(wake3), text({ ...await here(run22), wake: wake3 }));
    },
    queue: (run22) => claim2(folder, { ...facts(run22), host: hostname(), pid: null, process_start: null }),
    async finish(wake3, at) {
      const run22 = await read4(wake3);
      const ended = { finished: true, finished_at: at ?? null };
      if (run22 !== null) await writeWhole(path(wake3), text({ ...run22, ...ended }));
    },
    state: (wake3) => stateOf(path(wake3)),
    read: read4,
    list: async () => {
      const runs2 = await Promise.all(
        (await runFiles(folder)).map((name) => readRecord2(join5(folder, name), RUN))
      );
      return runs2.filter((run22) => run22 !== null);
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
async function here(run22) {
  return {
    ...facts(run22),
    host: hostname(),
    pid: process.pid,
    process_start: await processStart(process.pid)
  };
}
async function claim2(folder, run22) {
  const taken2 = (await runFiles(folder)).map((name) => Number.parseInt(name, 10)).filter(Number.isInteger);
  for (let number2 = Math.max(0, ...taken2) + 1; ; number2++) {
    const wake3 = `${number2}-1`;
    if (await writeNew(join5(folder, `${wake3}.json`), text({ wake: wake3, ...run22 }))) return wake3;
  }
}
function text(run22) {
  return `${JSON.stringify(run22, null, 2)}
`;
}
async function stateOf(path) {
  const run22 = await readRecord2(path, RUN);
  if (run22 === null) return "unknown";
  if (run22.finished) return "finished";
  if (run22.pid === null) return "queued";
  if (run22.host !== hostname()) return "unknown";
  if (!isAlive(run22.pid)) return "finished";
  const start = await processStart(run22.pid);
  const reused = start !== null && run22.process_start !== null && start !== run22.process_start;
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
    const boot = (await readFile2("/proc/sys/kernel/random/boot_id", "utf8")).trim();
    const line3 = await readFile2(`/proc/${pid}/stat`, "utf8");
    const fields = line3.slice(line3.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" ? "ended" : `${boot}/${fields[19]}`;
  } catch {
    return null;
  }
}
async function runFiles(folder) {
  await mkdir3(folder, { recursive: true });
  return (await readdir3(folder)).filter((name) => name.endsWith(".json") && !name.startsWith("."));
}
async function forgetOldRuns(folder) {
  const names = await runFiles(folder);
  if (names.length <= RUNS_KEPT) return;
  const aged = await Promise.all(
    names.map(async (name) => ({ path: join5(folder, name), at: (await stat(join5(folder, name))).mtimeMs }))
  );
  aged.sort((a3, b2) => a3.at - b2.at);
  for (const { path } of aged.slice(0, names.length - RUNS_KEPT)) {
    if (await stateOf(path) === "finished") await rm3(path, { force: true });
  }
}
var RUNS_KEPT;
var init_runs2 = __esm({
  "src/rehearsal/github/records/runs.ts"() {
    "use strict";
    init_files();
    init_record_files();
    init_records();
    RUNS_KEPT = 500;
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
    `Labels: ${list6(draft.labels)}. Reviewers: ${list6(draft.reviewers)}.`,
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
  const head2 = [
    hint,
    `# ${issue.title}`,
    "",
    `Issue ${issue.number}, **${issue.state}**`,
    `Labels: ${list6(issue.labels)}.`,
    "",
    issue.body.trimEnd()
  ];
  return `${[...head2, ...issue.comments.flatMap(commentLines)].join("\n")}
`;
}
function list6(names) {
  return names.length === 0 ? "none" : names.map((name) => `\`${name}\``).join(", ");
}
function commentLines({ author, body: body4 }) {
  return ["", "---", "", `**${author}** commented:`, "", body4.trimEnd()];
}
function patchLines(patch) {
  if (patch === null) return ["The branch no longer exists."];
  const cut = patch.length > LONGEST_PATCH;
  const shown4 = (cut ? patch.slice(0, patch.lastIndexOf("\n", LONGEST_PATCH)) : patch).trimEnd();
  const fence = "`".repeat(Math.max(3, longestRunOfTicks(shown4) + 1));
  const note2 = cut ? ["", `(cut: the whole change has ${patch.length} characters; see the branch)`] : [];
  return [`${fence}diff`, shown4, fence, ...note2];
}
function longestRunOfTicks(text2) {
  return Math.max(0, ...(text2.match(/`+/g) ?? []).map((run22) => run22.length));
}
var LONGEST_PATCH;
var init_pages = __esm({
  "src/rehearsal/github/records/pages.ts"() {
    "use strict";
    LONGEST_PATCH = 1e5;
  }
});

// src/rehearsal/github/records/store.ts
import { join as join6 } from "node:path";
function openStore(options) {
  const { folder, branches: branches2 } = options;
  const path = (kind, number2) => join6(folder, kind, `${number2}.json`);
  const settings = async () => await readRecord2(join6(folder, SETTINGS_FILE2), SETTINGS2) ?? parse(SETTINGS2, {});
  return {
    async drafts() {
      const files2 = await numberedFiles(join6(folder, "drafts"));
      if (files2.length === 0) return [];
      const refs = await branches2.look();
      const drafts = await Promise.all(files2.map((file) => readRecord2(file, DRAFT)));
      return Promise.all(drafts.filter((draft) => draft !== null).map((draft) => seen(options, draft, refs)));
    },
    async issues() {
      const files2 = await numberedFiles(join6(folder, "issues"));
      const issues = await Promise.all(files2.map((file) => readRecord2(file, ISSUE)));
      return Promise.all(issues.filter((issue) => issue !== null).map((issue) => seen(options, issue)));
    },
    async thread(number2) {
      const draft = await readRecord2(path("drafts", number2), DRAFT);
      if (draft !== null) return seen(options, draft, await branches2.look());
      const issue = await readRecord2(path("issues", number2), ISSUE);
      return issue === null ? null : seen(options, issue);
    },
    async checks() {
      const files2 = await numberedFiles(join6(folder, "checks"));
      const checks = await Promise.all(files2.map((file) => readRecord2(file, CHECK)));
      return checks.filter((check2) => check2 !== null);
    },
    saveCheck: (check2) => writeRecord(join6(folder, "checks", `${check2.number}.json`), check2),
    save: (thread) => save2(options, thread),
    nextNumber: () => takeNumber(join6(folder, "numbers")),
    settings,
    changeSettings: async (change4) => writeRecord(join6(folder, SETTINGS_FILE2), change4(await settings()))
  };
}
async function save2({ folder, branches: branches2 }, thread) {
  const path = join6(folder, isDraft(thread) ? "drafts" : "issues", String(thread.number));
  await writeRecord(`${path}.json`, thread);
  await writeWhole(`${path}.md`, isDraft(thread) ? await pageOf2(thread, branches2) : issuePage(thread));
}
async function pageOf2(draft, branches2) {
  const { tips } = await branches2.look();
  const base = tips.get(draft.base);
  const change4 = base === void 0 ? null : await branches2.compare(base, draft.head);
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
var SETTINGS_FILE2;
var init_store = __esm({
  "src/rehearsal/github/records/store.ts"() {
    "use strict";
    init_dist();
    init_files();
    init_pages();
    init_record_files();
    init_records();
    SETTINGS_FILE2 = "repository.json";
  }
});

// src/rehearsal/github/turns.ts
function openTurns() {
  let last = Promise.resolve();
  return (act) => {
    const next = last.then(act, act);
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
  const act = (deed) => inTurn(() => deed(openSite()));
  const logOf = (job) => act(async ({ store: store2 }) => jobWith(await store2.checks(), job)?.log ?? null);
  let arrivals = 0;
  attach((request, response) => {
    arrivals += 1;
    const method = request.method ?? "GET";
    const url = new URL(request.url ?? "/", serverUrl);
    const incoming = { request, response, method, url };
    const route = gitRoute(method, url);
    const other = () => isLogAddress(url) ? sendLog(incoming, logOf) : takeApi(incoming);
    const taken2 = route === null ? other() : takeGit(context, incoming, route);
    taken2.catch(() => response.destroy());
  });
  return {
    serverUrl,
    apiUrl: `${serverUrl}${API_PATH}`,
    gitUrl: `${serverUrl}/${options.repository}.git`,
    runs: openSite().runs,
    arrivals: () => arrivals,
    act,
    variable: (name) => act(async ({ store: store2 }) => {
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
  let attached = (_3, response) => response.destroy();
  return {
    listener: (request, response) => attached(request, response),
    attach: (listener) => {
      attached = listener;
    }
  };
}
function once(act) {
  let done = null;
  return () => {
    done ??= { value: act() };
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
    const branches2 = remembering(all);
    const store2 = openStore({ folder, branches: branches2, now });
    return {
      owner,
      name,
      serverUrl,
      apiUrl: `${serverUrl}${API_PATH}`,
      store: store2,
      branches: branches2,
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
    init_log_address();
    init_rate_limit();
    init_branches();
    init_runs2();
    init_store();
    init_check_run();
    init_turns();
  }
});

// src/rehearsal/github/records/check-records.ts
import { join as join7 } from "node:path";
async function checkRecords(folder, shownAs) {
  const files2 = [
    ...(await numberedFiles(join7(folder, "drafts"))).map((path) => [path, DRAFT]),
    ...(await numberedFiles(join7(folder, "issues"))).map((path) => [path, ISSUE]),
    ...(await numberedFiles(join7(folder, "checks"))).map((path) => [path, CHECK]),
    [join7(folder, "repository.json"), SETTINGS2]
  ];
  const readings = await Promise.all(
    files2.map(async ([path, schema]) => ({ path, reading: await tryRecord(path, schema) }))
  );
  const problems = readings.flatMap(
    ({ path, reading }) => reading.kind === "problems" ? [`${shownAs}${path.slice(folder.length)}: ${reading.problems.join("; ")}`] : []
  );
  if (problems.length === 0) return;
  const wayOut2 = "Fix what is named, or start over with the option --fresh.";
  throw new Halt(
    "bad_settings",
    `The rehearsal's stand-in for GitHub cannot be read.
${problems.join("\n")}
${wayOut2}`
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

// src/rehearsal/shown-pages.ts
function pageFinder(repositoryPage2, folder) {
  return (url) => {
    if (!url.startsWith(`${repositoryPage2}/`)) return url;
    const [kind = "", number2 = ""] = url.slice(repositoryPage2.length + 1).split("/");
    return `${folder}/${kind === "pull" ? "drafts" : "issues"}/${number2}.md`;
  };
}
function withPages(github, pageOf3) {
  const shown4 = (thing) => ({ ...thing, url: pageOf3(thing.url) });
  return {
    ...github,
    findDrafts: async (branch, signal) => (await github.findDrafts(branch, signal)).map(shown4),
    createDraft: async (draft, signal) => shown4(await github.createDraft(draft, signal)),
    listAlertIssues: async (known, signal) => (await github.listAlertIssues(known, signal)).map(shown4),
    openAlertIssue: async (text2, signal) => shown4(await github.openAlertIssue(text2, signal))
  };
}
function issuesWithPages(issues, pageOf3) {
  const shown4 = (thing) => ({ ...thing, url: pageOf3(thing.url) });
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

// src/rehearsal/source.ts
import { existsSync } from "node:fs";
import { realpath } from "node:fs/promises";
import { basename, resolve } from "node:path";
async function findSource(run22, place2, signal) {
  return isUrl(place2) ? farSource(run22, place2, signal) : localSource(run22, resolve(place2), signal);
}
function isUrl(place2) {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(place2)) return true;
  return /^[\w.-]+@?[\w.-]*:(?!\\)/.test(place2) && !existsSync(place2);
}
async function farSource(run22, url, signal) {
  const folder = process.cwd();
  const answer = await run22({ folder, args: ["ls-remote", "--symref", "--", url, "HEAD"] }, signal);
  if (answer.code !== 0) {
    const shown4 = withoutPassword(url);
    throw new Halt(
      "github_unavailable",
      `${shown4} cannot be read. git says: ${gitWords(answer.stderr).replaceAll(url, shown4).replace(/\.?$/, ".")} ${FAR_ADVICE}`
    );
  }
  const head2 = /^([0-9a-f]{40,64})\tHEAD$/m.exec(answer.stdout)?.[1];
  if (head2 === void 0) throw noCommits(withoutPassword(url));
  return {
    address: url,
    name: nameOf2(url),
    workTree: null,
    head: head2,
    branch: usable(/^ref: refs\/heads\/(.+)\tHEAD$/m.exec(answer.stdout)?.[1] ?? null),
    objectFormat: head2.length === 64 ? "sha256" : "sha1",
    depth: FAR_DEPTH
  };
}
async function localSource(run22, folder, signal) {
  if (!existsSync(folder)) throw new Halt("bad_settings", `${folder} does not exist.`);
  const ask3 = async (...args) => {
    const answer = await run22({ folder, args }, signal);
    return answer.code === 0 ? answer.stdout.replace(/\n$/, "") : null;
  };
  const kind = await run22(
    { folder, args: ["rev-parse", "--is-bare-repository", "--show-object-format"] },
    signal
  );
  if (kind.code !== 0) throw notARepository(folder, kind.stderr);
  const [bare, objectFormat = "sha1"] = kind.stdout.trim().split("\n");
  const workTree = bare === "true" ? null : await ask3("rev-parse", "--show-toplevel");
  const head2 = await ask3("rev-parse", "--verify", "--quiet", "HEAD^{commit}");
  if (head2 === null) throw noCommits(workTree ?? folder);
  const address = await realpath(workTree ?? folder);
  const current = (await ask3("symbolic-ref", "--quiet", "HEAD"))?.replace(/^refs\/heads\//, "") ?? null;
  const branch = usable(current) === current ? current : await remoteDefault(ask3);
  return {
    address,
    name: nameOf2(address),
    workTree,
    head: head2,
    branch: usable(branch),
    objectFormat,
    depth: null
  };
}
async function remoteDefault(ask3) {
  const name = await ask3("symbolic-ref", "--quiet", "refs/remotes/origin/HEAD");
  return name?.replace(/^refs\/remotes\/origin\//, "") ?? null;
}
function usable(branch) {
  if (branch === null || branch.startsWith("wakeful/") || branch === "wakeful-state") return FALLBACK_BRANCH;
  return branch;
}
function nameOf2(address) {
  const path = address.replace(/[/\\]+$/, "").replace(/\/?\.git$/, "");
  return basename(path.replaceAll("\\", "/").replace(/^[^/]*:/, "")) || "repository";
}
function rehearsalIdentity(address) {
  return `rehearsal/${nameOf2(address).replace(/[^\w.-]+/g, "-")}`;
}
function withoutPassword(url) {
  return url.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^@/]*@/i, "$1");
}
function noCommits(where) {
  return new Halt("bad_settings", `${where} has no commits yet. Make a first commit, then start again.`);
}
function notARepository(folder, stderr) {
  const why2 = stderr.includes("not a git repository") ? "is not a git repository" : `cannot be read: ${gitWords(stderr)}`;
  return new Halt(
    "bad_settings",
    `${folder} ${why2}. Start inside a clone, or name a repository with --repo <path or URL>.`
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
  const pageOf3 = pageFinder(`${serverUrl}/${repository}`, `${home.shownAs}/github`);
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
      return {
        github: withPages(opened.github, pageOf3),
        issues: issuesWithPages(opened.issues, pageOf3),
        subjects: opened.subjects
      };
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

// src/commands/worlds/stand-in-for-command.ts
async function openStandIn({ address, repository, offsetMs }, folder, { prefix, access, login }) {
  const clock = systemClock({ offsetMs });
  const token = `${prefix}${systemRandom().nonce()}`;
  const standIn = await startStandIn({
    ...{ folder, origin: address, repository, clock },
    git: gitRunner(childEnvironment()),
    serveGit: gitServer(childEnvironment()),
    tokens: { [token]: access }
  });
  const { apiUrl, serverUrl } = standIn;
  const caller = { token, actor: login, workflow: null };
  const opened = openGitHub({ apiUrl, serverUrl, repository, clock, pace: REHEARSAL_PACE, ...caller });
  return { ...opened, close: () => standIn.close() };
}
var init_stand_in_for_command = __esm({
  "src/commands/worlds/stand-in-for-command.ts"() {
    "use strict";
    init_run_git();
    init_serve_git();
    init_open_github();
    init_runner();
    init_server();
    init_rehearsal_github();
  }
});

// src/commands/worlds/github-access.ts
async function openGitHubAccess(remote) {
  if (remote.github !== null) return openRehearsed(remote, remote.github);
  return { access: realAccess(remote.address), close: async () => {
  } };
}
function realAccess(address) {
  const open5 = openRealGitHub(repositoryAddress(address));
  if (open5.kind === "closed") return open5;
  const { serverUrl, repository } = open5.address;
  return { kind: "open", control: open5.control, address: `${serverUrl}/${repository}`, stopValue: null };
}
function openRealGitHub(found2, actor = null) {
  if (found2 === null) return { kind: "closed", why: REMOTE_TEXTS.noGitHub };
  const choice = tokenFor(found2, environment().github);
  if (choice.kind === "none") return { kind: "closed", why: choice.why };
  const { repository, serverUrl } = found2;
  const opened = openGitHub({
    ...{ repository, serverUrl, apiUrl: choice.apiUrl, token: choice.token },
    actor,
    workflow: null,
    clock: systemClock({ offsetMs: 0 })
  });
  return { kind: "open", address: found2, ...opened };
}
async function openRehearsed(remote, folder) {
  const login = loginName();
  const caller = { prefix: "github_pat_rehearsal", access: personToken(login), login };
  const { control, close } = await openStandIn(remote, folder, caller);
  return { access: { kind: "open", control, address: null, stopValue: null }, close };
}
async function identityOf(access, known, signal) {
  const seen2 = await lookAt(access, (control) => control.identity(signal));
  return seen2.kind === "seen" ? seen2.value : known;
}
var init_github_access = __esm({
  "src/commands/worlds/github-access.ts"() {
    "use strict";
    init_open_github();
    init_runner();
    init_github_token();
    init_repository_address();
    init_observe();
    init_access();
    init_command_texts();
    init_stand_in_for_command();
  }
});

// src/config/install/versions.ts
function versionsIn(listing2) {
  const found2 = /* @__PURE__ */ new Map();
  for (const [, commit2 = "", name = ""] of listing2.matchAll(
    /^([0-9a-f]{40,64})\trefs\/tags\/(v\d+\.\d+\.\d+)(?:\^\{\})?$/gm
  ))
    found2.set(name, commit2);
  return [...found2].map(([name, commit2]) => ({ name, commit: commit2 }));
}
function newestVersion(versions) {
  return versions.toSorted((one2, other) => compareVersions(other.name, one2.name))[0] ?? null;
}
var init_versions2 = __esm({
  "src/config/install/versions.ts"() {
    "use strict";
    init_versions();
  }
});

// src/config/install/npm-lock.ts
function readNpmLock(text2) {
  const read4 = safeParse(Lock, jsonOrNull(text2));
  const resolved = read4.success ? read4.output.packages["node_modules/wakeful"]?.resolved : void 0;
  const [, url, commit2] = /^(?:git\+)?([^#]+)#([0-9a-f]{40})$/.exec(resolved ?? "") ?? [];
  if (url !== void 0 && commit2 !== void 0) {
    const found2 = repositoryAddress(url);
    return { kind: "git", url, commit: commit2, repository: found2?.isGitHubs === true ? found2.repository : null };
  }
  const path = /^file:(.+)$/.exec(resolved ?? "")?.[1];
  return path === void 0 ? null : { kind: "file", path };
}
var Lock;
var init_npm_lock = __esm({
  "src/config/install/npm-lock.ts"() {
    "use strict";
    init_dist();
    init_repository_address();
    init_json();
    Lock = object({ packages: record(string(), object({ resolved: optional(string()) })) });
  }
});

// src/commands/terminal/npm-origin.ts
import { readFileSync } from "node:fs";
import { join as join8 } from "node:path";
function npmOrigin(home) {
  const folder = join8(home, "..");
  const origin = readNpmLock(textOf(join8(folder, ".package-lock.json")));
  return origin?.kind === "file" ? { ...origin, path: join8(folder, "..", origin.path) } : origin;
}
function textOf(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
var init_npm_origin = __esm({
  "src/commands/terminal/npm-origin.ts"() {
    "use strict";
    init_npm_lock();
  }
});

// src/commands/install/own-release.ts
import { readdir as readdir4, readFile as readFile3 } from "node:fs/promises";
import { join as join9 } from "node:path";
async function ownRelease(git, { home, action }, signal) {
  const origin = action === null ? await originOf(git, home, signal) : readAction(action);
  if (origin === null) throw new UsageError(INIT_TEXTS.unknownRelease);
  const tags = await git(
    { folder: home, args: ["ls-remote", "--tags", `https://github.com/${origin.repository}`] },
    signal
  );
  const version = newestVersion(versionsIn(tags.stdout).filter(({ commit: commit2 }) => commit2 === origin.commit));
  return { ...origin, version: version?.name ?? null, files: await ownFiles(home) };
}
function readAction(text2) {
  const [, repository, commit2] = /^([\w.-]+\/[\w.-]+)@([0-9a-f]{40})$/.exec(text2) ?? [];
  if (repository === void 0 || commit2 === void 0) throw new UsageError(INIT_TEXTS.notAction(text2));
  return { repository, commit: commit2 };
}
async function originOf(git, home, signal) {
  const npm = npmOrigin(home);
  if (npm?.kind === "git" && npm.repository !== null)
    return { repository: npm.repository, commit: npm.commit };
  const ask3 = async (args) => (await git({ folder: home, args }, signal)).stdout.trim();
  if (await ask3(["rev-parse", "--show-prefix", "--is-inside-work-tree"]) !== "true") return null;
  const [commit2, address] = [await ask3(["rev-parse", "HEAD"]), await ask3(["remote", "get-url", "origin"])];
  const repository = repositoryAddress(address)?.repository;
  return repository === void 0 || commit2 === "" ? null : { repository, commit: commit2 };
}
async function ownFiles(home) {
  const samples = (await readdir4(join9(home, "goals"))).filter((name) => name.endsWith(".yml"));
  const paths = [
    ...INSTALLED_WORKFLOWS.map(sourceOf),
    SETTINGS_FILE,
    ...samples.map((name) => `goals/${name}`)
  ];
  const texts = await Promise.all(paths.map((path) => readFile3(join9(home, path), "utf8")));
  return new Map(paths.map((path, at) => [path, texts[at] ?? ""]));
}
var init_own_release = __esm({
  "src/commands/install/own-release.ts"() {
    "use strict";
    init_repository_address();
    init_versions2();
    init_settings();
    init_release();
    init_init_text();
    init_command();
    init_npm_origin();
  }
});

// src/commands/install/gather.ts
async function surroundings2({ folder, remote }, signal) {
  const clone = await openClone(gitRunner(childEnvironment()), folder, signal);
  const url = await clone.remoteAddress(remote, signal);
  const base = await clone.defaultBranch(remote, signal);
  const files2 = await clone.files(base.commit, signal);
  return { clone, remote, base, files: files2, address: url === null ? null : repositoryAddress(url) };
}
async function gather(order, signal) {
  const around = await surroundings2(order, signal);
  const { clone, remote, base, files: files2 } = around;
  const release = await ownRelease(gitRunner(childEnvironment()), order, signal);
  const survey = surveyOf(files2);
  const notes2 = await clone.matches(base.commit, NOTES, signal);
  const url = await clone.remoteAddress(remote, signal);
  return {
    ...around,
    ...{ release, survey },
    proposed: goalsFor(survey, notes2),
    facts: url === null ? null : await factsOf2(url, signal)
  };
}
async function factsOf2(url, signal) {
  const seen2 = await lookAt(realAccess(url), (control) => control.repositoryFacts([], signal));
  return seen2.kind === "seen" ? seen2.value : null;
}
var NOTES;
var init_gather = __esm({
  "src/commands/install/gather.ts"() {
    "use strict";
    init_clone();
    init_run_git();
    init_runner();
    init_repository_address();
    init_goal_texts();
    init_survey();
    init_observe();
    init_github_access();
    init_own_release();
    NOTES = String.raw`(//|#|/\*|--|;) *(TODO|FIXME|XXX|HACK)\b`;
  }
});

// src/install/likely-cost.ts
function firstPass(goals2, survey) {
  return sum(goals2, (goal) => {
    if (goal === "broken-links") return survey.pages * SHARE_OF_PAGES * TOKENS_OF_A_PAGE;
    return tokensOfOne(goal, survey);
  });
}
function usualMonth(goals2, survey) {
  const of = (kind) => sum(goals2, (goal) => {
    if (goal === "changelog-draft") return TOKENS_OF_A_CHANGELOG;
    if (goal !== "broken-links") return kind.days * tokensOfOne(goal, survey);
    return WEEKS * survey.pages * kind.pages * TOKENS_OF_A_PAGE;
  });
  return { least: of(QUIET), most: of(BUSY) };
}
function tokensOfOne(goal, { pages }) {
  if (goal === "docs-index") return TOKENS_OF_AN_INDEX + pages * TOKENS_OF_AN_INDEXED_PAGE;
  return goal === "changelog-draft" ? TOKENS_OF_A_CHANGELOG : TOKENS_OF_A_DIGEST;
}
function sum(goals2, tokensOf2) {
  return goals2.reduce((total, goal) => total + tokensOf2(goal), 0);
}
var TOKENS_OF_AN_INDEX, TOKENS_OF_AN_INDEXED_PAGE, TOKENS_OF_A_CHANGELOG, TOKENS_OF_A_DIGEST, TOKENS_OF_A_PAGE, SHARE_OF_PAGES, WEEKS, QUIET, BUSY;
var init_likely_cost = __esm({
  "src/install/likely-cost.ts"() {
    "use strict";
    TOKENS_OF_AN_INDEX = 3e3;
    TOKENS_OF_AN_INDEXED_PAGE = 2500;
    TOKENS_OF_A_CHANGELOG = 7e4;
    TOKENS_OF_A_DIGEST = 8e3;
    TOKENS_OF_A_PAGE = 6e3;
    SHARE_OF_PAGES = 0.1;
    WEEKS = 30 / 7;
    QUIET = { pages: 0.02, days: 4 };
    BUSY = { pages: 0.15, days: 20 };
  }
});

// src/report/words/rough-figures.ts
function roughTokens(tokens) {
  const digits = Math.max(0, Math.floor(Math.log10(Math.max(1, tokens))) - 1);
  const value = Math.round(tokens / 10 ** digits) * 10 ** digits;
  if (value >= 1e6) return `${(value / 1e6).toLocaleString("en")} million`;
  return value.toLocaleString("en");
}
function roughDollars(usd) {
  if (usd < 0.1) return "less than 10 cents";
  return usd < 10 ? `$${(Math.round(usd * 10) / 10).toFixed(2)}` : `$${Math.round(usd)}`;
}
function likelyDollars(tokens, price) {
  return tokens / 1e6 * (price.in * (1 - SHARE_OUT) + price.out * SHARE_OUT);
}
var SHARE_OUT;
var init_rough_figures = __esm({
  "src/report/words/rough-figures.ts"() {
    "use strict";
    SHARE_OUT = 0.15;
  }
});

// src/report/install/likely-words.ts
function likelyWords({ first: first2, month, price }) {
  if (first2 === 0) return "nothing before there is a goal.";
  const dollars2 = (tokens) => price === null ? "" : `, ${roughDollars(likelyDollars(tokens, price))}`;
  const range = roughTokens(month.least) === roughTokens(month.most) ? `about ${roughTokens(month.most)} tokens${dollars2(month.most)}` : `${roughTokens(month.least)} to ${roughTokens(month.most)} tokens${dollars2(month.most).replace(", ", ", at most about ")}`;
  return `about ${roughTokens(first2)} tokens${dollars2(first2)} once, for what is there already; then ${range} in a usual month. A rough estimate, from rehearsals of the sample goals on Wakeful's own repository; a model may need more or less. Where nothing has changed, no model is asked.`;
}
var init_likely_words = __esm({
  "src/report/install/likely-words.ts"() {
    "use strict";
    init_rough_figures();
  }
});

// src/commands/install/proposal.ts
function proposalInput(proposed, { mask }) {
  const { surroundings: surroundings3, installation } = proposed;
  const { address, base, facts: facts2, release } = surroundings3;
  const { goals: goals2, settings } = installation.goals;
  return {
    site: address,
    defaultBranch: base.name,
    isPrivate: facts2?.isPrivate ?? null,
    release,
    goals: maskedRecord(goals2, mask),
    settings,
    hasKey: facts2?.secretNames?.includes("OPENAI_API_KEY") ?? null,
    mayOpenPullRequests: facts2?.actionsMayOpenPullRequests ?? null,
    likely: likely(proposed),
    isGuarded: facts2?.isDefaultBranchGuarded ?? null,
    hasApp: proposed.choices.hasApp,
    jobs: { wake: WAKES_A_DAY * DAYS, watchdog: WATCHES_A_DAY * DAYS }
  };
}
function likely({ choices, surroundings: { survey } }) {
  const { goals: goals2, price } = choices;
  return likelyWords({ first: firstPass(goals2, survey), month: usualMonth(goals2, survey), price });
}
var DAYS, WAKES_A_DAY, WATCHES_A_DAY;
var init_proposal2 = __esm({
  "src/commands/install/proposal.ts"() {
    "use strict";
    init_masked_record();
    init_likely_cost();
    init_likely_words();
    DAYS = 30;
    WAKES_A_DAY = 48;
    WATCHES_A_DAY = 8;
  }
});

// src/install/copy-parts.ts
function unneededIn({
  base,
  ours
}) {
  const paths = [.../* @__PURE__ */ new Set([...base.keys(), ...ours.keys()])].filter((path) => OF_WAKEFUL.test(path));
  const isChanged = paths.some((path) => base.get(path)?.blob !== ours.get(path)?.blob);
  return (path) => !isChanged && FOR_CHANGING_WAKEFUL.test(path);
}
var FOR_CHANGING_WAKEFUL, OF_WAKEFUL;
var init_copy_parts = __esm({
  "src/install/copy-parts.ts"() {
    "use strict";
    FOR_CHANGING_WAKEFUL = /^(?:\.ci\/|bench\/|eval\/|test\/|AGENTS\.md$|\.github\/workflows\/(?:ci|release|simulate)\.yml$)/;
    OF_WAKEFUL = /^(?:src|scripts|test|bench|eval|\.ci)\//;
  }
});

// src/install/copy-update.ts
async function copyUpdateOf(order, clone, signal) {
  const { commit: commit2, from, to, record: record2 } = order;
  const [base, ours, theirs] = await Promise.all(
    [from, commit2, to.commit].map(async (each) => treeOf(await clone.files(each, signal)))
  );
  const trees = { base: base ?? /* @__PURE__ */ new Map(), ours: ours ?? /* @__PURE__ */ new Map(), theirs: theirs ?? /* @__PURE__ */ new Map() };
  const updating = { order, clone, signal };
  const wake3 = trees.ours.has(WAKE_PATH) ? await wakeChange(updating, trees) : null;
  const found2 = [...await fileChanges(updating, trees), ...wake3?.change == null ? [] : [wake3.change]];
  const contents = found2.flatMap(
    ({ file: { path }, content }) => content === void 0 ? [] : [[path, content]]
  );
  const changed = new Map(contents);
  if (changed.size > 0 || record2 === null || record2.commit !== to.commit)
    changed.set(RECORD_FILE, recordText(to, wake3 === null ? {} : { [WAKE_PATH]: wake3.id }, "copy"));
  const hasOwnSources = [...trees.base.values()].some(
    ({ path, blob }) => SOURCES.test(path) && (trees.ours.get(path)?.blob ?? blob) !== blob
  );
  return { files: found2.map(({ file }) => file), hasOwnSources, changed };
}
async function fileChanges(updating, trees) {
  const { order } = updating;
  const isUnneeded = order.record === null && !order.keepsAll ? unneededIn(trees) : () => false;
  const changes = [];
  for (const path of pathsIn(trees).filter((each) => isUpdated(each, order))) {
    const isUntouched = isSame(trees.base.get(path), trees.ours.get(path));
    const change4 = isUntouched && isUnneeded(path) ? droppedFile(path, trees) : await updatedFile(path, trees, updating);
    if (change4 !== null) changes.push(change4);
  }
  return changes;
}
function treeOf(files2) {
  return new Map(files2.map((file) => [file.path, file]));
}
function pathsIn({ base, ours, theirs }) {
  return [.../* @__PURE__ */ new Set([...base.keys(), ...ours.keys(), ...theirs.keys()])].sort();
}
function isUpdated(path, { goals: goals2 }) {
  const isGoal = path.startsWith("goals/") || goals2.has(path) && path !== SETTINGS_FILE;
  return !isGoal && path !== RECORD_FILE && path !== WAKE_PATH;
}
function droppedFile(path, { ours }) {
  return ours.has(path) ? { file: { path, kind: "unneeded" }, content: null } : null;
}
async function updatedFile(path, trees, updating) {
  const [base, ours, theirs] = [trees.base.get(path), trees.ours.get(path), trees.theirs.get(path)];
  if (isSame(base, theirs) || isSame(ours, theirs)) return null;
  if (isSame(base, ours)) return isWithoutPlace(path, trees) ? null : taken(path, theirs);
  if (ours === void 0) return null;
  if (base === void 0 || theirs === void 0 || WRITTEN.test(path))
    return { file: { path, kind: "kept", isGone: theirs === void 0 } };
  return merged({ base, ours, theirs }, updating);
}
function isSame(one2, other) {
  return one2?.blob === other?.blob && one2?.mode === other?.mode;
}
function taken(path, theirs) {
  if (theirs === void 0) return { file: { path, kind: "removed" }, content: null };
  return { file: { path, kind: "taken" }, content: { mode: theirs.mode, blob: theirs.blob } };
}
function isWithoutPlace(path, { base, ours, theirs }) {
  if (base.has(path) || !theirs.has(path)) return false;
  const folders = path.split("/").map((_3, depth, parts2) => `${parts2.slice(0, depth).join("/")}/`);
  const isIn = (tree, folder) => [...tree.keys()].some((each) => each.startsWith(folder));
  return folders.slice(1).some((folder) => isIn(base, folder) && !isIn(ours, folder));
}
async function merged({ base, ours, theirs }, { clone, order, signal }) {
  const { path, mode } = ours;
  const texts = await Promise.all(
    [base, ours, theirs].map(async ({ blob }) => await clone.blob(blob, order.remote, signal) ?? "\0")
  );
  if (texts.some((text3) => NO_TEXT.test(text3))) return { file: { path, kind: "kept", isGone: false } };
  const [before = "", own = "", next = ""] = texts;
  const { text: text2, conflicts } = await clone.merge({ base: before, ours: own, theirs: next }, signal);
  return { file: { path, kind: "merged", conflicts }, ...text2 === own ? {} : { content: { mode, text: text2 } } };
}
async function wholeWake(clone, commit2, signal) {
  return await clone.text(commit2, WHOLE_WAKE, signal) ?? clone.text(commit2, WAKE_PATH, signal);
}
async function wakeChange({ order, clone, signal }, trees) {
  const { record: record2, commit: commit2, from, to, goals: goals2, remote } = order;
  const ours = await clone.text(commit2, WAKE_PATH, signal);
  const full = await wholeWake(clone, to.commit, signal);
  if (ours === null || full === null) return null;
  const events = [...new Set((await goalsOf(goals2, commit2, signal)).goals.flatMap(({ on }) => on))];
  const before = record2?.files[WAKE_PATH] ?? trees.base.get(WAKE_PATH)?.blob;
  if (before === idOf(ours, commit2)) {
    const text3 = copiedWakeText(full, events);
    const change4 = text3 === ours ? null : { file: { path: WAKE_PATH, kind: "taken" }, content: text3 };
    return { id: idOf(text3, commit2), change: change4 };
  }
  const theirs = copiedWakeText(full, events);
  const known = before === void 0 ? null : await clone.blob(before, remote, signal);
  const base = known ?? copiedWakeText(await wholeWake(clone, from, signal) ?? "", events);
  const { text: text2, conflicts } = await clone.merge({ base, ours, theirs }, signal);
  const file = { path: WAKE_PATH, kind: "merged", conflicts };
  return { id: idOf(theirs, commit2), change: text2 === ours ? null : { file, content: text2 } };
}
var WRITTEN, SOURCES, NO_TEXT;
var init_copy_update = __esm({
  "src/install/copy-update.ts"() {
    "use strict";
    init_record_file();
    init_settings();
    init_copy_parts();
    init_install_record();
    init_installation();
    init_release();
    init_workflow_texts();
    WRITTEN = /^(?:dist\/|package-lock\.json$|schema\/|src\/report\/page\/built\/|test\/support\/openapi\/)/;
    SOURCES = /^(?:src\/|scripts\/|package(?:-lock)?\.json$)/;
    NO_TEXT = /[\0\uFFFD]/;
  }
});

// src/report/install/update-text.ts
function versionWords({ commit: commit2, version }) {
  return version ?? commit2.slice(0, 12);
}
function body({ repository, from, to, files: files2, removed }) {
  const compare = `https://github.com/${repository}/compare/${from.commit}...${to.commit}`;
  const lines = files2.filter(({ kind }) => kind !== "same").map((file) => `- \`${file.path}\`: ${fileWords2(file)}`);
  return [
    `Moves the pinned commit of [${repository}](https://github.com/${repository}) from ${versionWords(from)} to ${versionWords(to)}. [What changed there](${compare}).`,
    ...lines.length === 0 ? [] : [lines.join("\n")],
    ...removed.length === 0 ? [] : [`${listWords(removed.map((path) => `\`${path}\``))}: removed by you, and left so.`],
    "Goals are not touched. Closing this pull request leaves everything as it is.\n"
  ].join("\n\n");
}
function fileWords2({ kind, conflicts = 0 }) {
  if (kind === "pinned")
    return "you have changed it, and what it was before is not known any more. Only the pinned commit is moved.";
  if (kind !== "merged") return "as the new version has it.";
  if (conflicts === 0) return "the new version, with your changes.";
  return `the new version, with your changes. **Look at it:** in ${count(conflicts, "place")} the new version changes lines that you have changed; yours were kept.`;
}
var UPDATE_TEXTS;
var init_update_text = __esm({
  "src/report/install/update-text.ts"() {
    "use strict";
    init_program();
    init_sentences();
    UPDATE_TEXTS = {
      notInstalled: `Wakeful is not installed here: there is no .github/wakeful.lock on the default branch. To install it: ${PROGRAM} init.`,
      badRecord: ".github/wakeful.lock is not a record that init or update has written. Restore its last good version from the history.",
      upToDate: (repository, version) => `Nothing to do: ${repository} is at ${version} here, and all files are as they should be.`,
      subject: (to) => `Update Wakeful to ${versionWords(to)}`,
      message: (input) => [UPDATE_TEXTS.subject(input.to), body(input)].join("\n\n")
    };
  }
});

// src/report/install/copy-text.ts
function body2({ repository, from, to, files: files2, hasOwnSources }) {
  const of = (kind) => files2.filter((file) => file.kind === kind);
  const both = [...of("merged"), ...of("kept")];
  const compare = `https://github.com/${repository}/compare/${from}...${to.commit}`;
  return [
    from === to.commit ? `This copy has the files of [${repository}](https://github.com/${repository}) at ${versionWords(to)} already. This writes it down in \`.github/wakeful.lock\`, so that later updates know it.` : `Brings this copy of [${repository}](https://github.com/${repository}) from ${from.slice(0, 12)} to ${versionWords(to)}. [What changed there](${compare}). ${numbers(of("taken").length, of("removed").length)}`,
    ...both.length === 0 ? [] : [`You have changed these as well:

${both.map(bothWords).join("\n")}`],
    ...unneededWords(of("unneeded")),
    ...hasOwnSources ? [OWN_SOURCES] : [],
    "What you have removed stays away. Goals are not touched. Closing this pull request leaves everything as it is.\n"
  ];
}
function numbers(taken2, removed) {
  const gone = removed === 0 ? "" : `, and ${count(removed, "file")} that it no longer has ${removed === 1 ? "is" : "are"} gone`;
  return `${count(taken2, "file")} ${taken2 === 1 ? "is" : "are"} as the new version has ${taken2 === 1 ? "it" : "them"}${gone}.`;
}
function bothWords({ path, kind, conflicts = 0, isGone = false }) {
  if (isGone) return `- \`${path}\`: the new version no longer has it. Yours was kept.`;
  if (kind === "kept")
    return `- \`${path}\`: **look at it.** It cannot be merged by lines, and yours was kept.`;
  if (conflicts === 0) return `- \`${path}\`: the new version, with your changes.`;
  return `- \`${path}\`: the new version, with your changes. **Look at it:** in ${count(conflicts, "place")} the new version changes lines that you have changed; yours were kept.`;
}
function unneededWords(files2) {
  if (files2.length === 0) return [];
  const parts2 = /* @__PURE__ */ new Map();
  for (const { path } of files2) {
    const part = path.startsWith(".github/") || !path.includes("/") ? path : `${path.split("/")[0]}/`;
    parts2.set(part, (parts2.get(part) ?? 0) + 1);
  }
  const lines = [...parts2].map(
    ([part, number2]) => `- \`${part}\`${part.endsWith("/") ? `: ${count(number2, "file")}` : ""}`
  );
  return [
    `This copy does not need these, and they go: they only serve to change Wakeful itself and to release it. The agent runs from \`dist/\`, and no command needs them.

${lines.join("\n")}`,
    "If you mean to change Wakeful, keep them: close this, and start `update` with `--keep-all`."
  ];
}
var COPY_TEXTS, OWN_SOURCES;
var init_copy_text = __esm({
  "src/report/install/copy-text.ts"() {
    "use strict";
    init_program();
    init_sentences();
    init_update_text();
    COPY_TEXTS = {
      message: (input) => [`Update Wakeful to ${versionWords(input.to)}`, ...body2(input)].join("\n\n"),
      noHome: (home) => `This repository is a copy of Wakeful, and this program is its own. Start the update from the repository that the copy was made from: npx --yes --allow-git=all github:${home ?? "OWNER/wakeful"} update.`,
      notFetched: (repository) => `https://github.com/${repository} could not be fetched. Look at the network, and start again.`,
      noBeginning: (repository) => `It cannot be seen which commit of ${repository} this copy was made from: no commit there has the files of a first commit here. If this clone is shallow, fetch the rest first (git fetch --unshallow). Otherwise name it: ${PROGRAM} update --from <commit of 40 digits>.`,
      notFrom: (given, repository) => `--from: ${JSON.stringify(given)} is not the id of a commit of ${repository}, such as 0123456789abcdef0123456789abcdef01234567.`
    };
    OWN_SOURCES = "**Before you merge:** you have changed what `dist/` is built from, and `dist/` is what runs. Build it on this branch, with `npm ci` and `npm run bundle`, and commit it.";
  }
});

// src/commands/install/update-copy.ts
function isCopy(files2, record2) {
  if (record2 !== null) return record2.is_copy === true;
  const paths = new Set(files2.map(({ path }) => path));
  return paths.has("dist/action.mjs") && INSTALLED_WORKFLOWS.some((path) => paths.has(path));
}
async function proposeCopyUpdate(copy, signal) {
  const { around, record: record2, goals: goals2, keepsAll } = copy;
  const { clone, base, release, remote, address } = around;
  if (release.repository.toLowerCase() === address?.repository.toLowerCase())
    return { kind: "obstacle", words: COPY_TEXTS.noHome(record2?.repository ?? null) };
  const home = `https://github.com/${release.repository}`;
  if (!await clone.fetchFrom(home, release.commit, signal))
    return { kind: "obstacle", words: COPY_TEXTS.notFetched(release.repository) };
  const from = copy.from ?? record2?.commit ?? await clone.beginning(base.commit, release.commit, signal);
  if (from === null) return { kind: "obstacle", words: COPY_TEXTS.noBeginning(release.repository) };
  if (!COMMIT.test(from) || !await clone.fetchFrom(home, from, signal))
    return { kind: "obstacle", words: COPY_TEXTS.notFrom(from, release.repository) };
  const place2 = { commit: base.commit, remote, goals: goals2, keepsAll };
  const { files: files2, changed, hasOwnSources } = await copyUpdateOf(
    { ...place2, record: record2, to: release, from },
    clone,
    signal
  );
  if (changed.size === 0)
    return { kind: "done", words: UPDATE_TEXTS.upToDate(release.repository, versionWords(release)) };
  const words2 = { repository: release.repository, from, to: release, files: files2, hasOwnSources };
  return {
    kind: "proposed",
    subject: UPDATE_TEXTS.subject(release),
    message: COPY_TEXTS.message(words2),
    files: changed
  };
}
var COMMIT;
var init_update_copy = __esm({
  "src/commands/install/update-copy.ts"() {
    "use strict";
    init_copy_update();
    init_release();
    init_copy_text();
    init_update_text();
    COMMIT = /^[0-9a-f]{40}$/;
  }
});

// src/install/open-proposal.ts
async function openProposal(github, { branch, base, title, body: body4 }, signal) {
  const found2 = (await github.findDrafts(branch, signal)).find(({ state }) => state === "open");
  if (found2 !== void 0) {
    await github.updateDraft(found2.number, { title, body: body4 }, signal);
    return found2;
  }
  const wanted = { branch, base, title, body: body4, labels: [], reviewers: [], readyWhereUnsupported: true };
  return github.createDraft({ ...wanted, isReady: true }, signal);
}
var init_open_proposal = __esm({
  "src/install/open-proposal.ts"() {
    "use strict";
  }
});

// src/commands/install/write-branch.ts
function showBranch(terminal, { branch, files: files2, message, isJson }) {
  if (isJson) writeJson(terminal, { branch, written: false, files: lengths(files2), message });
  else print(terminal, `${INIT_TEXTS.wouldWrite(branch, lengths(files2))}

${message}`);
  return 0;
}
async function writeBranch(terminal, proposal, order) {
  const { branch, around, files: files2, message, expected, isJson } = proposal;
  const { clone, base } = around;
  const change4 = { branch, parent: base.commit, files: files2, message, expected };
  const commit2 = await clone.commit(change4, order.signal);
  if (!isJson) print(terminal, `${INIT_TEXTS.written(branch, lengths(files2))}

`);
  const opened = order.opensPullRequest ? await open4(terminal, proposal, order.signal) : null;
  if (isJson) writeJson(terminal, { branch, written: true, commit: commit2, files: lengths(files2), ...opened });
  else if (opened === null) print(terminal, `${INIT_TEXTS.next(branch, nextPlaces(branch, around))}
`);
  else if ("url" in opened) print(terminal, `${INIT_TEXTS.pullRequest(opened.url)}
`);
  if (opened === null || "url" in opened) return 0;
  printAside(terminal, `wakeful: ${INIT_TEXTS.noPullRequest(opened.why, branch)}
`);
  return EXIT_NEEDS_PERSON;
}
async function open4({ mask }, { branch, subject, around, message }, signal) {
  const { address, base, clone, remote } = around;
  const access = openRealGitHub(address);
  if (access.kind === "closed") return { why: access.why };
  const body4 = message.slice(subject.length).trim();
  const text2 = { title: mask.mask(subject), body: mask.mask(body4) };
  try {
    await clone.push(remote, branch, signal);
    const { url } = await openProposal(access.github, { branch, base: base.name, ...text2 }, signal);
    return { url };
  } catch (reason) {
    if (reason instanceof Halt) return { why: reason.detail };
    throw reason;
  }
}
function nextPlaces(branch, { address, base, remote }) {
  const page2 = address === null ? null : `${address.serverUrl}/${address.repository}/compare/${encodeURIComponent(base.name)}...${branch}?expand=1`;
  return { remote, address: page2 };
}
function lengths(files2) {
  return [...files2].map(([path, text2]) => ({
    path,
    lines: linesOf2(text2)
  }));
}
function linesOf2(file) {
  if (file === null) return null;
  if (typeof file === "object" && "blob" in file) return "stored";
  return (typeof file === "string" ? file : file.text).split("\n").length - 1;
}
var init_write_branch = __esm({
  "src/commands/install/write-branch.ts"() {
    "use strict";
    init_ending();
    init_open_proposal();
    init_init_text();
    init_command();
    init_github_access();
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

// src/commands/init.ts
var init_exports = {};
__export(init_exports, {
  init: () => init
});
async function run({ args, terminal }) {
  const { options, words: words2 } = readOptions(args, OPTIONS);
  refuseWords(words2);
  const isQuiet = options.yes || options["dry-run"];
  if (!isQuiet && terminal.ask === null) throw new UsageError(INIT_TEXTS.needsAnswers);
  const { signal } = new AbortController();
  const { remote, action } = options;
  const order = { folder: terminal.folder, home: terminal.home, remote: remote ?? "origin", action };
  const around = await gather(order, signal);
  if (!options.json) print(terminal, `${foundText(around)}

`);
  const expected = await around.clone.branch(PROPOSED_BRANCH, signal);
  const obstacle = obstacleIn(around) ?? await branchInTheWay(around, expected, signal);
  if (obstacle !== null) return refuse(terminal, obstacle);
  const choices = await choose(around, { ...options, hasApp: options.app }, isQuiet ? null : terminal.ask);
  const { release, survey, base } = around;
  const installation = await installationOf({ release, survey, choices, commit: base.commit }, signal);
  const taken2 = inTheWay(installation.files.keys(), new Set(around.files.map(({ path }) => path)));
  if (taken2.length > 0) return refuse(terminal, INIT_TEXTS.inTheWay(taken2));
  const message = proposalMessage(proposalInput({ surroundings: around, choices, installation }, terminal));
  const branch = {
    branch: PROPOSED_BRANCH,
    subject: PROPOSAL_SUBJECT,
    around,
    files: installation.files,
    message,
    expected,
    isJson: options.json
  };
  if (options["dry-run"]) return showBranch(terminal, branch);
  return writeBranch(terminal, branch, { opensPullRequest: options.pr, signal });
}
function refuse(terminal, why2) {
  printAside(terminal, `wakeful: ${why2}
`);
  return EXIT_NEEDS_PERSON;
}
function obstacleIn({ files: files2 }) {
  if (files2.some(({ path }) => path === RECORD_FILE)) return INIT_TEXTS.installed;
  return isCopy(files2, null) ? INIT_TEXTS.copied : null;
}
async function branchInTheWay({ clone }, commit2, signal) {
  if (commit2 === null) return null;
  const isOwn = (await clone.message(commit2, signal)).includes(`
${PROPOSAL_TRAILER}`);
  return isOwn ? null : INIT_TEXTS.branchInTheWay(PROPOSED_BRANCH);
}
function foundText({ address, base, facts: facts2, survey, clone }) {
  const repository = address?.repository ?? clone.root;
  const { name: defaultBranch, commit: commit2 } = base;
  return INIT_TEXTS.found({
    ...survey,
    repository,
    defaultBranch,
    commit: commit2,
    isPrivate: facts2?.isPrivate ?? null
  });
}
var HELP, OPTIONS, PROPOSED_BRANCH, init;
var init_init = __esm({
  "src/commands/init.ts"() {
    "use strict";
    init_record_file();
    init_program();
    init_installation();
    init_init_text();
    init_proposal();
    init_choose();
    init_gather();
    init_proposal2();
    init_update_copy();
    init_write_branch();
    init_command();
    init_options();
    HELP = `
${PROGRAM} init [options]

Puts Wakeful on the repository of this clone. It looks at the default branch, asks three
questions, and leaves one small branch, add-wakeful, with one commit: four workflows that use
a pinned commit of the Action, the settings, and one to three goals that suit the repository.
The message of the commit says what the agent may do and cost, and how to get rid of it. Your
work tree and the branch that is checked out stay as they are, and no file is overwritten.

  --yes                  ask nothing and take what is proposed
  --dry-run              only show what the branch would hold
  --pr                   push the branch and open a pull request; needs a token in GITHUB_TOKEN
                         or GH_TOKEN that may write contents, pull requests and workflows
  --goals <id,id>        these sample goals: broken-links, docs-index, changelog-draft,
                         todo-digest, or none
  --model <name>         the model [gpt-5-mini]
  --base-url <URL>       another server that speaks OpenAI chat completions
  --price <in>/<out>     what the model costs, in US dollars per million tokens, if it is not known
  --usd-per-month <n>    the most to spend on the model in a month [5]
  --app                  let an App open the drafts, so that CI runs on them by itself
  --remote <name>        the remote whose default branch is meant [origin]
  --action <owner/name@commit>  the commit of Wakeful to pin, if it cannot be found out
  --json                 print the result as one JSON document
`;
    OPTIONS = {
      yes: "flag",
      "dry-run": "flag",
      pr: "flag",
      goals: "text",
      model: "text",
      "base-url": "text",
      price: "text",
      "usd-per-month": "text",
      app: "flag",
      remote: "text",
      action: "text",
      json: "flag"
    };
    PROPOSED_BRANCH = "add-wakeful";
    init = { help: HELP, run };
  }
});

// src/install/update.ts
async function updateOf(order, clone, signal) {
  const { record: record2, release, commit: commit2, remote } = order;
  const files2 = [];
  const removed = [];
  const ids = { ...record2.files };
  for (const path of [...INSTALLED_WORKFLOWS, SETTINGS_FILE]) {
    const before2 = record2.files[path];
    if (before2 === void 0) continue;
    const ours = await clone.text(commit2, path, signal);
    if (ours === null) {
      removed.push(path);
      continue;
    }
    const base = await clone.blob(before2, remote, signal) ?? await madeAnew({ path, ours }, { order, clone }, signal);
    const theirs = await newText({ path, base, ours }, order, signal);
    if (theirs !== null) ids[path] = idOf(theirs, commit2);
    const isUntouched = idOf(ours, commit2) === before2;
    const updated = await updatedFile2(
      { path, base, ours, theirs, isUntouched },
      (texts) => clone.merge(texts, signal)
    );
    files2.push(repinned(updated, order));
  }
  const before = await Promise.all(files2.map(({ path }) => clone.text(commit2, path, signal)));
  const changes = files2.filter(({ text: text2 }, at) => text2 !== before[at]).map(({ path, text: text2 }) => [path, text2]);
  const isNew = changes.length > 0 || record2.commit !== release.commit;
  const written = isNew ? [...changes, [RECORD_FILE, recordText(release, ids)]] : [];
  return { files: files2, removed, changed: new Map(written) };
}
async function madeAnew({ path, ours }, { order, clone }, signal) {
  const { repository, commit: commit2, version } = order.record;
  if (!await clone.fetchFrom(`https://github.com/${repository}`, commit2, signal)) return null;
  const source = sourceOf(path);
  const text2 = await clone.text(commit2, source, signal) ?? await clone.text(commit2, path, signal);
  if (text2 === null) return null;
  const release = { repository, commit: commit2, version, files: /* @__PURE__ */ new Map([[source, text2]]) };
  return newText({ path, base: ours, ours }, { ...order, release }, signal);
}
async function newText({ path, base, ours }, { release, goals: goals2, commit: commit2, hasApp: isWanted }, signal) {
  if (path === SETTINGS_FILE) return base === null ? null : newSettings(base, release);
  const { settings, goals: found2 } = await goalsOf(goals2, commit2, signal);
  const events = [...new Set(found2.flatMap(({ on }) => on))];
  const hasApp = isWanted || hasAppStep(ours);
  const { goalsFolder } = settings;
  const choices = { events, goalsFolder, hasApp, hasCommands: found2.some(hasCommands) };
  return workflowText(textIn2(release, sourceOf(path)), release, choices);
}
function newSettings(base, release) {
  const { settings } = settingsInUse(base);
  const model = settings.models["default"];
  const { usdPerMonth } = settings.budget;
  const text2 = settingsText(release, {
    model: model?.model ?? "",
    baseUrl: model?.baseUrl ?? null,
    price: model?.price ?? null,
    usdPerMonth,
    goalsFolder: settings.goalsFolder
  });
  const price = PRICE.exec(base)?.[0];
  return price === void 0 ? text2 : text2.replace(PRICE, () => price);
}
async function updatedFile2({ path, base, ours, theirs, isUntouched }, merge) {
  if (theirs === null) return { path, kind: "pinned", text: ours };
  if (ours === theirs) return { path, kind: "same", text: ours };
  if (isUntouched) return { path, kind: "replaced", text: theirs };
  if (base === null) return { path, kind: "pinned", text: ours };
  return { path, kind: "merged", ...await merge({ base, ours, theirs }) };
}
function repinned(file, { record: record2, release }) {
  const pin = new RegExp(`(uses: +)${escaped(record2.repository)}@.*$`, "gm");
  return { ...file, text: file.text.replace(pin, (_3, start) => `${start}${actionAt(release)}`) };
}
function escaped(text2) {
  return text2.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
var PRICE;
var init_update = __esm({
  "src/install/update.ts"() {
    "use strict";
    init_record_file();
    init_settings_file();
    init_goal();
    init_settings();
    init_install_record();
    init_installation();
    init_release();
    init_settings_text();
    init_workflow_texts();
    PRICE = /^ {4}price: .*$/m;
  }
});

// src/commands/worlds/goal-folder.ts
import { readdir as readdir5, readFile as readFile4 } from "node:fs/promises";
import { join as join10 } from "node:path";
async function readWorkTreeGoals(root) {
  const text2 = await textOf2(join10(root, SETTINGS_FILE));
  const { settings, problems } = settingsInUse(text2);
  const files2 = await goalFilesOnDisk(root, settings.goalsFolder);
  const isProtected = await protectedBySettings(settings);
  const folders = await ownFoldersIn(root);
  const parsed3 = parseGoalFiles(files2, { settings, isProtected, agentFolders: folders });
  return {
    ...parsed3,
    problems: sortProblems([...problems, ...parsed3.problems]),
    settings,
    files: files2.size + (text2 === null ? 0 : 1)
  };
}
async function proposedFiles(root) {
  const text2 = await textOf2(join10(root, SETTINGS_FILE));
  const goalsFolder = goalsFolderOf(text2);
  const settings = text2 === null ? [] : [[SETTINGS_FILE, await storedFile(join10(root, SETTINGS_FILE))]];
  return { goalsFolder, files: new Map([...settings, ...await goalFilesOnDisk(root, goalsFolder)]) };
}
async function ownFoldersIn(root) {
  return agentFolders(await textOf2(join10(root, OWN_FILE)) === null ? [] : [OWN_FILE]);
}
function goalsFolderOf(settings) {
  return settingsInUse(settings).settings.goalsFolder;
}
async function goalFilesOnDisk(root, folder) {
  const files2 = /* @__PURE__ */ new Map();
  for (const { name, isFolder } of await entriesOf2(join10(root, folder))) {
    const path = `${folder}/${name}`;
    if (isFolder) for (const [below, file] of await goalFilesOnDisk(root, path)) files2.set(below, file);
    else if (/\.ya?ml$/i.test(name)) files2.set(path, await storedFile(join10(root, path)));
  }
  return files2;
}
async function storedFile(path) {
  const bytes = await readFile4(path);
  return { blob: blobId(bytes, "sha1"), text: bytes.toString("utf8") };
}
async function entriesOf2(folder) {
  const entries = await readdir5(folder, { withFileTypes: true }).catch(nothingThere);
  return (entries ?? []).filter((entry3) => entry3.isFile() || entry3.isDirectory() && entry3.name !== ".git").map((entry3) => ({ name: entry3.name, isFolder: entry3.isDirectory() })).sort((a3, b2) => compareText(a3.name, b2.name));
}
async function textOf2(path) {
  return await readFile4(path, "utf8").catch(nothingThere) ?? null;
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

// src/commands/update.ts
var update_exports = {};
__export(update_exports, {
  update: () => update
});
async function run2({ args, terminal }) {
  const { options, words: words2 } = readOptions(args, OPTIONS2);
  refuseWords(words2);
  const { signal } = new AbortController();
  const { remote, action } = options;
  const order = { folder: terminal.folder, home: terminal.home, remote: remote ?? "origin", action };
  const around = await gather(order, signal);
  const refuse2 = (why2) => {
    printAside(terminal, `wakeful: ${why2}
`);
    return EXIT_NEEDS_PERSON;
  };
  const { clone, base, release } = around;
  const text2 = await clone.text(base.commit, RECORD_FILE, signal);
  const record2 = text2 === null ? null : readRecord(text2);
  if (text2 !== null && record2 === null) return refuse2(UPDATE_TEXTS.badRecord);
  const goals2 = await goalTexts(around, signal);
  const proposal = isCopy(around.files, record2) ? await proposeCopyUpdate(
    { around, record: record2, goals: goals2, from: options.from, keepsAll: options["keep-all"] },
    signal
  ) : await proposeUpdate({ around, record: record2, goals: goals2, hasApp: options.app }, signal);
  if (proposal.kind === "obstacle") return refuse2(proposal.words);
  if (proposal.kind === "done") print(terminal, `${proposal.words}
`);
  if (proposal.kind === "done") return 0;
  const expected = await clone.branch(UPDATE_BRANCH, signal);
  const isForeign = expected !== null && !(await clone.message(expected, signal)).includes(UPDATE_TRAILER);
  if (isForeign) return refuse2(INIT_TEXTS.branchInTheWay(UPDATE_BRANCH));
  const { subject, files: files2 } = proposal;
  const message = `${proposal.message}
${UPDATE_TRAILER}${release.repository}@${release.commit}
`;
  const branch = {
    ...{ branch: UPDATE_BRANCH, subject, around, files: files2, message, expected, isJson: options.json }
  };
  if (options["dry-run"]) return showBranch(terminal, branch);
  return writeBranch(terminal, branch, { opensPullRequest: options.pr, signal });
}
async function proposeUpdate({ around, record: record2, goals: goals2, hasApp }, signal) {
  if (record2 === null) return { kind: "obstacle", words: UPDATE_TEXTS.notInstalled };
  const { clone, base, release, remote } = around;
  const order = { record: record2, release, goals: goals2, commit: base.commit, remote, hasApp };
  const { files: files2, removed, changed } = await updateOf(order, clone, signal);
  if (changed.size === 0)
    return { kind: "done", words: UPDATE_TEXTS.upToDate(release.repository, versionWords(release)) };
  const words2 = { repository: release.repository, from: record2, to: release, files: files2, removed };
  return {
    kind: "proposed",
    subject: UPDATE_TEXTS.subject(release),
    message: UPDATE_TEXTS.message(words2),
    files: changed
  };
}
async function goalTexts({ clone, base, files: files2 }, signal) {
  const settings = await clone.text(base.commit, SETTINGS_FILE, signal);
  const folder = `${goalsFolderOf(settings)}/`;
  const wanted = files2.filter(({ path }) => path === SETTINGS_FILE || path.startsWith(folder));
  const texts = await Promise.all(wanted.map(({ path }) => clone.text(base.commit, path, signal)));
  return new Map(wanted.map(({ path }, at) => [path, texts[at] ?? ""]));
}
var HELP2, OPTIONS2, UPDATE_BRANCH, UPDATE_TRAILER, update;
var init_update2 = __esm({
  "src/commands/update.ts"() {
    "use strict";
    init_record_file();
    init_settings();
    init_program();
    init_update();
    init_init_text();
    init_update_text();
    init_gather();
    init_update_copy();
    init_write_branch();
    init_command();
    init_options();
    init_goal_folder();
    HELP2 = `
${PROGRAM} update [options]

Brings an installation, or a copy of the template, to the release that this program is. It leaves
one branch, update-wakeful, with one commit. In an installation: the pinned commit of the Action,
and workflows and settings as the new release has them. In a copy: all files that the release has
changed since the commit that the copy was made from. What you have changed stays; where both
have changed the same lines, yours are kept and named. Goals are not touched.

  --dry-run          only show what the branch would hold
  --pr               push the branch and open a pull request, as init does
  --app              in an installation: let an App open the drafts, so that CI runs on them
  --keep-all         in a copy, at its first update: keep the tests and other files that only
                     serve to change Wakeful itself
  --from <commit>    in a copy: the commit that it was made from, if it cannot be found out
  --remote <name>    the remote whose default branch is meant [origin]
  --action <owner/name@commit>  the commit of Wakeful to pin, if it cannot be found out
  --json             print the result as one JSON document
`;
    OPTIONS2 = {
      "dry-run": "flag",
      pr: "flag",
      app: "flag",
      "keep-all": "flag",
      from: "text",
      remote: "text",
      action: "text",
      json: "flag"
    };
    UPDATE_BRANCH = "update-wakeful";
    UPDATE_TRAILER = "Wakeful-Update: ";
    update = { help: HELP2, run: run2 };
  }
});

// src/install/take-away.ts
async function findLeftover({ clone, remote, stateBranch, github }, signal) {
  const work = await clone.remoteBranches(remote, BRANCH_PREFIX, signal);
  const state = await clone.remoteBranches(remote, stateBranch, signal);
  const branches2 = [...state.filter(({ name }) => name === stateBranch), ...work];
  if (github === null) return { branches: branches2, drafts: [], alerts: [], labels: [] };
  const drafts = [];
  for (const { name } of work) drafts.push(...await github.findDrafts(name, signal));
  const alerts = await github.listAlertIssues([], signal);
  return {
    branches: branches2,
    drafts: drafts.filter(({ state: is2, openedBy }) => is2 === "open" && openedBy === "agent"),
    alerts: alerts.filter(({ state: is2 }) => is2 === "open"),
    labels: await github.ownLabels(USUAL_LABELS, signal)
  };
}
async function takeAway({ branches: branches2, drafts, alerts, labels: labels2 }, { place: place2, word }, signal) {
  const { clone, remote, github } = place2;
  if (github !== null) {
    for (const { number: number2 } of drafts) await github.closeDraft(number2, word, signal);
    for (const { number: number2 } of alerts) await github.closeAlertIssue(number2, word, signal);
    for (const name of labels2) await github.deleteLabel(name, signal);
  }
  return clone.deleteRemoteBranches(remote, branches2, signal);
}
var USUAL_LABELS;
var init_take_away = __esm({
  "src/install/take-away.ts"() {
    "use strict";
    init_labels();
    init_work_branch();
    USUAL_LABELS = ["wakeful", ALERT_LABEL];
  }
});

// src/report/install/uninstall-text.ts
var UNINSTALL_TEXTS;
var init_uninstall_text = __esm({
  "src/report/install/uninstall-text.ts"() {
    "use strict";
    init_program();
    init_github_pages();
    init_sentences();
    UNINSTALL_TEXTS = {
      subject: "Remove Wakeful",
      message: (paths, kept) => [
        "Remove Wakeful",
        "Merging this switches Wakeful off: no workflow starts it any more. It removes what was installed:",
        paths.map((path) => `- \`${path}\``).join("\n"),
        ...kept.length === 0 ? [] : [`What you have written yourselves stays:

${kept.map((path) => `- \`${path}\``).join("\n")}`],
        "After the merge, the command `uninstall` once more takes away the state branch, open drafts and alerts.\n"
      ].join("\n\n"),
      mergeFirst: `When that is merged, take away the rest: ${PROGRAM} uninstall.`,
      copied: "This repository is a copy of Wakeful, made from the template, so that there is nothing to take out of it. To switch it off, delete .github/workflows/wake.yml, requests.yml and watchdog.yml.",
      found: ({ branches: branches2, drafts, alerts, labels: labels2 }) => [
        "Nothing of Wakeful is on the default branch any more. This is left:",
        ...branches2.map(({ name }) => `  branch ${name}`),
        ...drafts.map(({ number: number2, title }) => `  open draft #${number2} ${title}`),
        ...alerts.map(({ number: number2, title }) => `  open alert #${number2} ${title}`),
        ...labels2.map((name) => `  label ${name}, which nobody else has made or uses`)
      ].join("\n"),
      unseen: (why2) => `Open drafts, alerts and labels could not be looked at: ${why2}`,
      nothing: "Nothing of Wakeful is left on the default branch, and no branch, draft, alert or label of it.",
      ask: "Take all of that away? It cannot be brought back. [y/N] ",
      notTaken: "Nothing was taken away.",
      needsYes: "There is no terminal to ask on. Add --yes to take that away.",
      word: "Wakeful was taken out of this repository.",
      taken: ({ branches: branches2, drafts, alerts, labels: labels2 }) => `Taken away: ${count(branches2.length, "branch", "branches")}, ${count(drafts.length, "draft")}, ${count(alerts.length, "alert")}, ${count(labels2.length, "label")}.`,
      notDeleted: (names) => `These branches could not be deleted: ${names.join(", ")}. A rule protects them, or they have changed meanwhile. Delete them on the page Branches.`,
      /** `labels`: those that were taken away. */
      byHand: (site, { goals: goals2, labels: labels2 }) => {
        const left = ["wakeful", "wakeful-alert"].filter((name) => !labels2.includes(name));
        const page2 = (path) => site === null ? "" : ` (${repositoryUrl(site)}/${path})`;
        return [
          "What only you can remove:",
          `  the secret OPENAI_API_KEY${page2("settings/secrets/actions")}, and the key itself at its provider`,
          `  variables whose names begin with WAKEFUL_ or OPENAI_${page2("settings/variables/actions")}`,
          ...left.length === 0 ? [] : [
            `  the ${left.length === 1 ? "label" : "labels"} ${left.join(" and ")}, if ${left.length === 1 ? "it is" : "they are"} there and you want ${left.length === 1 ? "it" : "them"} no more${page2("labels")}`
          ],
          `  the tick "Allow GitHub Actions to create and approve pull requests"${page2("settings/actions")}`,
          "  an environment or rulesets that you have made for it",
          ...goals2.map((path) => `  ${path}, which you have written`)
        ].join("\n");
      }
    };
  }
});

// src/commands/uninstall.ts
var uninstall_exports = {};
__export(uninstall_exports, {
  uninstall: () => uninstall
});
async function run3({ args, terminal }) {
  const { options, words: words2 } = readOptions(args, OPTIONS3);
  refuseWords(words2);
  const { signal } = new AbortController();
  const around = await surroundings2({ folder: terminal.folder, remote: options.remote ?? "origin" }, signal);
  const record2 = readRecord(await around.clone.text(around.base.commit, RECORD_FILE, signal) ?? "");
  if (isCopy(around.files, record2)) {
    print(terminal, `${UNINSTALL_TEXTS.copied}
`);
    return EXIT_NEEDS_PERSON;
  }
  if (record2 !== null)
    return proposeRemoval(terminal, { around, options, installed: Object.keys(record2.files) }, signal);
  return removeRest(terminal, { around, options }, signal);
}
async function proposeRemoval(terminal, { around, options, installed }, signal) {
  const { clone } = around;
  const expected = await clone.branch(REMOVAL_BRANCH, signal);
  const isForeign = expected !== null && !(await clone.message(expected, signal)).startsWith(UNINSTALL_TEXTS.subject);
  if (isForeign) {
    printAside(terminal, `wakeful: ${INIT_TEXTS.branchInTheWay(REMOVAL_BRANCH)}
`);
    return EXIT_NEEDS_PERSON;
  }
  const there = new Set(around.files.map(({ path }) => path));
  const paths = [...installed, RECORD_FILE].filter((path) => there.has(path));
  const kept = (await ownGoals(around, signal)).filter((path) => !paths.includes(path));
  const branch = {
    ...{ branch: REMOVAL_BRANCH, subject: UNINSTALL_TEXTS.subject, around, expected, isJson: options.json },
    files: new Map(paths.map((path) => [path, null])),
    message: UNINSTALL_TEXTS.message(paths, kept)
  };
  if (options["dry-run"]) return showBranch(terminal, branch);
  const code = await writeBranch(terminal, branch, { opensPullRequest: options.pr, signal });
  if (!options.json) print(terminal, `
${UNINSTALL_TEXTS.mergeFirst}
`);
  return code;
}
async function ownGoals({ clone, base, files: files2 }, signal) {
  const folder = `${goalsFolderOf(await clone.text(base.commit, SETTINGS_FILE, signal))}/`;
  return files2.flatMap(({ path }) => path.startsWith(folder) && /\.ya?ml$/.test(path) ? [path] : []);
}
async function removeRest(terminal, { around, options }, signal) {
  const { clone, remote, address } = around;
  const open5 = openRealGitHub(address, AGENT);
  const github = open5.kind === "open" ? { ...open5.github, ...open5.control } : null;
  const stateBranch = options["state-branch"] ?? "wakeful-state";
  const place2 = { clone, remote, stateBranch, github };
  const leftover = await findLeftover(place2, signal);
  const { branches: branches2, drafts, alerts, labels: labels2 } = leftover;
  const isNothing = branches2.length + drafts.length + alerts.length + labels2.length === 0;
  print(terminal, `${isNothing ? UNINSTALL_TEXTS.nothing : UNINSTALL_TEXTS.found(leftover)}
`);
  if (open5.kind === "closed") print(terminal, `${UNINSTALL_TEXTS.unseen(open5.why)}
`);
  const left = isNothing || options["dry-run"] ? [] : await afterAsking(terminal, { leftover, place: place2, yes: options.yes }, signal);
  if (left === null) return EXIT_NEEDS_PERSON;
  const goals2 = await ownGoals(around, signal);
  print(
    terminal,
    `
${UNINSTALL_TEXTS.byHand(address, { goals: goals2, labels: options["dry-run"] ? [] : labels2 })}
`
  );
  return left.length === 0 ? 0 : EXIT_NEEDS_PERSON;
}
async function afterAsking(terminal, { leftover, place: place2, yes }, signal) {
  const answer = yes ? "y" : await terminal.ask?.(UNINSTALL_TEXTS.ask) ?? null;
  if (answer === null || !/^y(es)?$/i.test(answer)) {
    printAside(
      terminal,
      `wakeful: ${answer === null ? UNINSTALL_TEXTS.needsYes : UNINSTALL_TEXTS.notTaken}
`
    );
    return null;
  }
  const left = await takeAway(leftover, { place: place2, word: fixed(UNINSTALL_TEXTS.word) }, signal);
  print(terminal, `${UNINSTALL_TEXTS.taken(leftover)}
`);
  if (left.length > 0) printAside(terminal, `wakeful: ${UNINSTALL_TEXTS.notDeleted(left)}
`);
  return left;
}
var HELP3, OPTIONS3, REMOVAL_BRANCH, AGENT, uninstall;
var init_uninstall = __esm({
  "src/commands/uninstall.ts"() {
    "use strict";
    init_record_file();
    init_settings();
    init_masked();
    init_program();
    init_take_away();
    init_init_text();
    init_uninstall_text();
    init_gather();
    init_update_copy();
    init_write_branch();
    init_command();
    init_options();
    init_github_access();
    init_goal_folder();
    HELP3 = `
${PROGRAM} uninstall [options]

Takes out what init has put in, in two steps. As long as workflows are on the default branch, it
leaves one branch, remove-wakeful, that removes the installed files. Goals that you have
written stay. After the merge, the same command takes away the state branch, the branches of
drafts, open drafts, open alerts and the labels that only the agent has made and uses, after
asking. It names what only a person can remove.

  --yes                  do not ask
  --dry-run              only show what would be taken away
  --pr                   push the branch and open a pull request, as init does
  --remote <name>        the remote that is meant [origin]
  --state-branch <name>  the state branch, if the settings had another one [wakeful-state]
  --json                 print the result of the first step as one JSON document

With a token in GITHUB_TOKEN or GH_TOKEN it closes drafts and alerts and deletes labels. Branches are deleted with
your own access.
`;
    OPTIONS3 = {
      yes: "flag",
      "dry-run": "flag",
      pr: "flag",
      remote: "text",
      "state-branch": "text",
      json: "flag"
    };
    REMOVAL_BRANCH = "remove-wakeful";
    AGENT = "github-actions[bot]";
    uninstall = { help: HELP3, run: run3 };
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
  const texts = rows.map((row) => columns.map((_3, index) => plainLine(textOf3(row[index] ?? ""))));
  const widths = fitWidths(columns, naturalWidths(columns, texts), style.tableWidth ?? style.width);
  const head2 = columns.map((column, index) => place(column, column.title, widths[index] ?? 0));
  const lines = texts.map(
    (cells2, rowIndex) => columns.map((column, index) => {
      const placed = place(column, cells2[index] ?? "", widths[index] ?? 0);
      return style.paint(toneOf(rows[rowIndex]?.[index] ?? ""), placed);
    })
  );
  return [
    style.paint("dim", head2.join(GAP).trimEnd()),
    ...lines.map((line3) => line3.join(GAP).trimEnd())
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
  let excess = widths.reduce((sum2, each) => sum2 + each, 0) - room;
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
function textOf3(cell) {
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
    const amount4 = counters?.[name] ?? 0;
    return amount4 === 0 ? [] : [`${figure(amount4)} ${word}`];
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
  const slotsOf2 = (goal) => slotsPerMonth2[goal.goal] ?? 0;
  const known = goals2.filter((goal) => goal.spent.tokens > 0 && slotsOf2(goal) > 0);
  const sum2 = (figureOf) => Math.round(
    known.reduce((total, goal) => total + figureOf(goal) / (goal.slots ?? 1) * slotsOf2(goal), 0)
  );
  return {
    slots: known.reduce((total, goal) => total + slotsOf2(goal), 0),
    tokens: sum2((goal) => goal.spent.tokens),
    usdMicros: sum2((goal) => goal.spent.usdMicros),
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
    ...isWithin ? [AT_MOST] : [
      "A run costs nothing where nothing has changed since the one before, or while it waits for a draft."
    ]
  ];
}
function dollarsIn({ usdPerMonth }) {
  return usdPerMonth === null ? Number.POSITIVE_INFINITY : usdPerMonth * 1e6;
}
function withinWords(cost) {
  return `About ${amountWords(cost)} in 30 days, ${slotWords(cost.slots)}.`;
}
function cappedSentences(cost, budget) {
  const { tokensPerMonth, usdPerMonth } = budget;
  const dollars2 = usdPerMonth === null ? "" : ` or ${money(dollarsIn(budget))}`;
  return [
    `The budget in .github/wakeful.yml stops the agent at ${count(tokensPerMonth, "token")}${dollars2} a month.`,
    `Without it, 30 days would need about ${amountWords(cost)}, ${slotWords(cost.slots)}.`
  ];
}
function amountWords({ tokens, usdMicros }) {
  return `${count(tokens, "token")}${usdMicros === 0 ? "" : `, ${money(usdMicros)}`}`;
}
function slotWords(slots) {
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
    AT_MOST = "A run costs nothing where nothing has changed since the one before, or while it waits for a draft, and no month costs more than the budget in .github/wakeful.yml.";
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
      result.alerts.flatMap((alert) => alertLines(alert, input, style)),
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
  const first2 = wrapped([`${spanWords(span, now)}${headline(result)}`], style).map(
    (line3) => style.paint(endingTone(result.ending), line3)
  );
  const own = ownDetail(result);
  return [...first2, ...wrapped([...own === "" ? [] : [own], ...next], style)].join("\n");
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
  const why2 = result.goals.filter(isWorthNote).map((goal) => `${goal.goal}: ${sentence(goal.detail)}`);
  return wrapped([...why2, ...result.problems.map(problemLine)], style).join("\n");
}
function isWorthNote({ ending, detail }) {
  return ending !== "worked" && detail !== "";
}
function problemLine({ file, line: line3, column, message }) {
  return `${file}:${line3}:${column}: ${message}`;
}
function wrapped(texts, { width }) {
  return texts.flatMap((text2) => wrapToWidth(plainLine(text2), width));
}
function alertLines({ title, issue, opened, known }, { issuePage: issuePage2 }, style) {
  const number2 = issue === null ? known ? "(no issues here)" : "(no issue yet)" : `#${issue}`;
  const state = opened ? " (new)" : known && issue !== null ? " (closed by a person)" : "";
  const page2 = issue === null ? null : issuePage2?.(issue) ?? null;
  const heading = wrapToWidth(plainLine(`${number2} ${title}${state}`), style.width - 2);
  return [
    ...heading.map((line3) => `  ${style.paint("warn", line3)}`),
    ...page2 === null ? [] : indented(`read it: ${plainLine(page2)}`, style)
  ];
}
function issueLines({ goal, effects }, { width }) {
  const words2 = effects.map((effect2) => plainLine(`${goal}: ${receiptWords(effect2)} (${effect2.url})`));
  return words2.flatMap((line3) => wrapToWidth(line3, width - 2)).map((line3) => `  ${line3}`);
}
function draftLines(draft, style) {
  const number2 = draft.number === null ? "(not opened yet)" : `#${draft.number}`;
  const heading = `${number2} ${plainLine(draft.title)}${draft.complete ? "" : " (incomplete)"}`;
  const files2 = draft.files ?? [];
  const shown4 = files2.slice(0, FILES_SHOWN).map((file) => fileLine(file, style));
  const more = files2.length - FILES_SHOWN;
  return [
    ...wrapToWidth(heading, style.width - 2).map((line3) => `  ${style.paint("accent", line3)}`),
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
  return wrapToWidth(text2, width - 4).map((line3) => `    ${line3}`);
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
      tryNext(input).map((line3) => `  ${line3}`),
      style
    )
  ];
  return `${sections.filter((text2) => text2 !== "").join("\n\n")}
`;
}
function tryNext({ result, model, elsewhere, playedStop: playedStop2, span, program }) {
  const repo = option("--repo", elsewhere?.repo);
  const all = `${repo}${option("--goals", elsewhere?.goals)}`;
  const start = `${PROGRAM} rehearse${all}`;
  const toResume = {
    before: [`${PROGRAM} resume${repo}`, "remove the stop"],
    option: [start, "the same without the stop"],
    environment: ["unset WAKEFUL_STOP", "remove the stop of this shell, then start again"]
  };
  const toRead = [
    [`${PROGRAM} log${repo}`, "what it did, line by line"],
    [
      `${PROGRAM} status${repo}`,
      result.alerts.length === 0 ? "how it is doing" : "how it is doing, and what you can do"
    ]
  ];
  const toCorrect = [[`${PROGRAM} validate`, "check goal and settings files"]];
  const toSee = [[`${PROGRAM} goals`, "which goals it has, and when they are due"]];
  const toGoOn = span === void 0 ? [`${PROGRAM} rehearse --night${all}`, "24 hours of scheduled runs"] : [start, "one more run, from where the night ended"];
  const isForeign = result.ending === "bad_state_file";
  const toStartOver = [
    `${PROGRAM} rehearse --fresh${all}`,
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
  const shown4 = rows.map(([command, meaning]) => [withProgram(command, program), meaning]);
  const width = Math.max(COMMAND_WIDTH, ...shown4.map(([command]) => command.length));
  return shown4.map(([command, meaning]) => `${command.padEnd(width)}  ${meaning}`);
}
function option(name, value) {
  if (value === null || value === void 0) return "";
  const plain3 = plainLine(value);
  return /^[\w@%+=:,./-]+$/.test(plain3) ? ` ${name} ${plain3}` : ` ${name} '${plain3.replaceAll("'", "'\\''")}'`;
}
var COMMAND_WIDTH;
var init_rehearsal = __esm({
  "src/report/terminal/rehearsal.ts"() {
    "use strict";
    init_lasting_ending();
    init_program();
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
import { lstat, mkdir as mkdir4, readdir as readdir6, rm as rm4, writeFile as writeFile4 } from "node:fs/promises";
import { join as join11 } from "node:path";
function rehearsalHome(root, key) {
  const shownAs = key === null ? ".wakeful" : `.wakeful/${key}`;
  const folder = join11(root, shownAs);
  return {
    root,
    folder,
    shownAs,
    origin: join11(folder, "origin.git"),
    github: join11(folder, "github"),
    work: join11(folder, "work")
  };
}
function foreignKey(name, address) {
  const readable = name.replace(/[^A-Za-z0-9._-]+/g, "-").slice(0, 40);
  return `${readable}-${digest([address], 10)}`;
}
async function ensureHome(home) {
  await refuseLinks(home);
  await mkdir4(home.work, { recursive: true });
  await mkdir4(home.github, { recursive: true });
  await ensureOwnFolder(home.root);
}
async function ensureOwnFolder(root) {
  const top = join11(root, ".wakeful");
  for (const place2 of [top, join11(top, ".gitignore")]) await refuseLink(place2);
  await mkdir4(top, { recursive: true });
  await writeFile4(join11(top, ".gitignore"), "*\n");
  return top;
}
async function refuseLinks({ root, folder, origin, github, work }) {
  const top = join11(root, ".wakeful");
  const places = [top, join11(top, ".gitignore"), folder, origin, github, work];
  for (const place2 of places) await refuseLink(place2);
  for (const name of await readdir6(origin).catch(() => [])) await refuseLink(join11(origin, name));
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
    await rm4(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
var init_home = __esm({
  "src/rehearsal/home.ts"() {
    "use strict";
    init_ending();
    init_digest();
  }
});

// src/rehearsal/tracked-content.ts
async function refuseTracked(run22, root, signal) {
  const first2 = await firstInIndex(run22, root, signal) ?? await firstInHead(run22, root, signal);
  if (first2 === null) return;
  throw new Halt(
    "bad_settings",
    `This repository brings ${JSON.stringify(first2)} along. The rehearsal keeps its own files in .wakeful/ and starts git there, so files of a repository must not lie in it: they could run any program. Nothing was started. If you trust the repository, take them out with \`git rm -r --cached .wakeful\`, delete the folder .wakeful/, and start again.`
  );
}
async function firstInIndex(run22, root, signal) {
  const args = ["ls-files", "-z", "--cached", "--", EVERYTHING];
  const answer = await run22({ folder: root, args }, signal);
  if (answer.code === 0) return answer.stdout.split("\0").find((path) => path !== "") ?? null;
  if (answer.stderr.includes("not a git repository")) return null;
  const words2 = gitWords(answer.stderr);
  throw new Halt("bad_settings", `The files of ${root} cannot be listed. git says: ${words2}`);
}
async function firstInHead(run22, root, signal) {
  const args = ["ls-tree", "-z", "--full-tree", "--name-only", "HEAD"];
  const answer = await run22({ folder: root, args }, signal);
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
  const times = (await runs2.list()).flatMap((run22) => [run22.created_at, run22.finished_at ?? ""]);
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
import { readdir as readdir7, rm as rm5 } from "node:fs/promises";
import { join as join12 } from "node:path";
async function commitWithGoals(run22, request, signal) {
  const { home, source } = request;
  const index = join12(home.origin, `goals-index-${process.pid}`);
  const git = async (purpose, args, input = "") => {
    const command = { folder: home.folder, args: [`--git-dir=${home.origin}`, ...args], input, purpose };
    return (await mustGit(run22, { ...command, env: { GIT_INDEX_FILE: index } }, signal)).trim();
  };
  try {
    await git("read the repository", ["read-tree", source.head]);
    if (source.workTree !== null) await addEdits(git, source.workTree, SETTINGS_FILE3);
    const goalsFolder = request.goalsFolder(
      await indexed(run22, { request, index, path: SETTINGS_FILE3 }, signal)
    );
    if (request.overlay !== null) await layOver(git, request.overlay, goalsFolder);
    else if (source.workTree !== null) await addEdits(git, source.workTree, goalsFolder);
    const tree = await git("write goal edits", ["write-tree"]);
    const [before, time = "0"] = (await git("read the commit", ["log", "-1", "--format=%T %ct", source.head])).split(" ");
    return tree === before ? source.head : await commitTree(run22, { request, tree, time }, signal);
  } finally {
    await rm5(index, { force: true });
    await rm5(`${index}.lock`, { force: true });
  }
}
async function indexed(run22, asked2, signal) {
  const { home } = asked2.request;
  const args = [`--git-dir=${home.origin}`, "cat-file", "blob", `:${asked2.path}`];
  const answer = await run22({ folder: home.folder, args, env: { GIT_INDEX_FILE: asked2.index } }, signal);
  return answer.code === 0 ? answer.stdout : null;
}
async function addEdits(git, workTree, path) {
  const pathspec = `:(top,literal)${path}`;
  const tracked = await git("list goal files", ["ls-files", "-z", "--", pathspec]);
  if (tracked === "" && !exists(join12(workTree, path))) return;
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
    const blob = await git(`read ${name}`, ["hash-object", "-w", "--no-filters", "--", join12(overlay, name)]);
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
  const entries = await readdir7(overlay, { withFileTypes: true });
  const names = entries.filter((entry3) => entry3.isFile() && /\.ya?ml$/i.test(entry3.name)).map((entry3) => entry3.name);
  if (names.length > 0) return names.sort();
  throw new Halt("bad_settings", `--goals ${overlay} holds no goal files (*.yml).`);
}
async function commitTree(run22, made, signal) {
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
  const plain3 = ["-c", "i18n.commitEncoding=UTF-8", "-c", "commit.gpgSign=false", `--git-dir=${home.origin}`];
  const args = [...plain3, "commit-tree", made.tree, "-p", source.head, "-m", SUBJECT];
  const out = await mustGit(run22, { folder: home.folder, args, env, purpose: "commit goal edits" }, signal);
  return out.trim();
}
var SETTINGS_FILE3, SUBJECT;
var init_overlay = __esm({
  "src/rehearsal/overlay.ts"() {
    "use strict";
    init_ending();
    init_run_git2();
    SETTINGS_FILE3 = ".github/wakeful.yml";
    SUBJECT = "wakeful: goal files";
  }
});

// src/rehearsal/origin.ts
import { existsSync as existsSync2 } from "node:fs";
import { readdir as readdir8, rm as rm6, writeFile as writeFile5 } from "node:fs/promises";
import { join as join13 } from "node:path";
async function refreshOrigin(run22, request, signal) {
  const { source, home } = request;
  const git = (...args) => ({ folder: home.folder, args: [`--git-dir=${home.origin}`, ...args] });
  await ensureBare(run22, request, signal);
  await fetchSource(run22, request, signal);
  const commit2 = await commitWithGoals(run22, request, signal);
  const ref = `refs/heads/${source.branch}`;
  await mustGit(run22, { ...git("update-ref", ref, commit2), purpose: `set ${ref}` }, signal);
  await mustGit(run22, { ...git("symbolic-ref", "HEAD", ref), purpose: `set HEAD` }, signal);
  return { folder: home.origin, branch: source.branch, commit: commit2 };
}
async function ensureBare(run22, { home, source }, signal) {
  const ready = join13(home.origin, READY_FILE);
  if (existsSync2(ready)) return writeAnew(home, source.objectFormat);
  const git = (...args) => ({ folder: home.folder, args, purpose: `make ${home.origin}` });
  const init2 = [
    "init",
    "--quiet",
    "--bare",
    "--template=",
    `--object-format=${source.objectFormat}`,
    home.origin
  ];
  await mustGit(run22, git(...init2), signal);
  await writeAnew(home, source.objectFormat);
  await writeFile5(ready, "ready\n");
}
async function writeAnew({ origin }, objectFormat) {
  for (const name of PLANTED) await rm6(join13(origin, name), { recursive: true, force: true });
  const extensions = [
    ...objectFormat === "sha1" ? [] : [`objectFormat = ${objectFormat}`],
    ...existsSync2(join13(origin, "reftable")) ? ["refStorage = reftable"] : []
  ];
  const version = extensions.length === 0 ? 0 : 1;
  const format = `[core]
	repositoryformatversion = ${version}
	bare = true
`;
  const names = extensions.map((line3) => `	${line3}
`).join("");
  const text2 = `${format}${names === "" ? "" : `[extensions]
${names}`}${ORIGIN_CONFIG}`;
  const config = join13(origin, "config");
  await rm6(config, { recursive: true, force: true });
  await writeFile5(config, text2);
}
async function fetchSource(run22, { home, source }, signal) {
  const git = (...args) => ({ folder: home.folder, args: [`--git-dir=${home.origin}`, ...args] });
  const known = await run22(git("rev-parse", "--verify", "--quiet", SOURCE_REF), signal);
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
  const answer = await run22(git("fetch", ...options, ...depth, "--", source.address, refspec), signal);
  if (answer.code === 0) return;
  const shown4 = withoutPassword(source.address);
  throw new Halt(
    "github_unavailable",
    `${shown4} cannot be fetched. git says: ${gitWords(answer.stderr).replaceAll(source.address, shown4)}`
  );
}
async function removeStaleLocks(home) {
  if (!existsSync2(home.origin)) return;
  const names = await readdir8(home.origin, { recursive: true });
  for (const name of names) {
    const locked = name.endsWith(".lock") && !name.startsWith("objects");
    if (locked || name.startsWith("goals-index-")) await rm6(join13(home.origin, name), { force: true });
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
import { existsSync as existsSync3 } from "node:fs";
import { readdir as readdir9, realpath as realpath2, rm as rm7 } from "node:fs/promises";
import { join as join14, resolve as resolve2 } from "node:path";
async function findRehearsal(folder, repo, signal) {
  const git = gitRunner(childEnvironment());
  const root = await rehearsalRoot(git, folder, signal);
  await refuseTracked(git, root, signal);
  const source = await findSource(git, repo ?? folder, signal);
  const own = source.workTree !== null && source.workTree === root;
  const home = rehearsalHome(root, own ? null : foreignKey(source.name, source.address));
  return { home, source, git, runs: openRuns(join14(home.github, "runs")) };
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
  const busy = existsSync3(home.github) && await runs2.anyRunning();
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
  const overlay = options.goals === null ? null : resolve2(options.folder, options.goals);
  return refreshOrigin(git, { home, source, goalsFolder: goalsFolderOf, overlay }, signal);
}
async function removeLeftovers({ home, runs: runs2 }) {
  for (const wake3 of await readdir9(home.work)) {
    const state = await runs2.state(wake3);
    if (state !== "running") await rm7(join14(home.work, wake3), { recursive: true, force: true, maxRetries: 3 });
  }
}
var init_rehearsal_folder = __esm({
  "src/commands/worlds/rehearsal-folder.ts"() {
    "use strict";
    init_run_git();
    init_runner();
    init_ending();
    init_runs2();
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
import { existsSync as existsSync4 } from "node:fs";
import { join as join15 } from "node:path";
async function findStateRemote(folder, options, signal) {
  const git = gitRunner(childEnvironment());
  if (options.remote !== null && options.repo !== null) {
    throw new UsageError(USAGE_TEXTS.remoteAndRepo);
  }
  if (options.remote !== null) return stateRemote(git, { folder, remote: options.remote }, signal);
  const root = await rehearsalRoot(git, folder, signal);
  const home = options.repo === null ? rehearsalHome(root, null) : (await findRehearsal(folder, options.repo, signal)).home;
  const repository = rehearsalIdentity(options.repo ?? root);
  if (!existsSync4(home.origin)) {
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
    pageOf: ({ kind, number: number2 }) => `${home.shownAs}/github/${kind}s/${number2}.md`,
    repository,
    offsetMs: await rehearsalOffset(openRuns(join15(home.github, "runs"))),
    settings
  };
}
async function stateRemote(git, { folder, remote }, signal) {
  const url = await git({ folder, args: ["remote", "get-url", "--", remote] }, signal);
  const known = url.code === 0;
  if (!known && /^[\w.-]+$/.test(remote) && !existsSync4(remote)) {
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
    pageOf: (target) => pageAt(address, target),
    repository: identityOf2(address),
    offsetMs: 0,
    settings: await settingsAt(git, at, signal)
  };
}
function pageAt(address, target) {
  const site = repositoryAddress(address);
  return site === null ? null : targetUrl(site, target);
}
function identityOf2(address) {
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
    init_runs2();
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
import { mkdir as mkdir5, mkdtemp as mkdtemp2 } from "node:fs/promises";
import { tmpdir as tmpdir2 } from "node:os";
import { join as join16 } from "node:path";
async function openRehearsalWorld(rehearsal, dependencies) {
  const folder = join16(rehearsal.home.work, dependencies.wake);
  await mkdir5(folder, { recursive: true });
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
      sandbox: openSandbox({ clock, environment: environment3, path: environment3["PATH"] ?? "" }),
      ...dependencies.github.open(clock),
      model: dependencies.model
    }
  );
}
async function openReadingWorld(remote, stateBranch, ports = {}) {
  const folder = await mkdtemp2(join16(tmpdir2(), "wakeful-read-"));
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
      subjects: absentSubjects(),
      model: { name: (settings) => settings.model, open: notHere },
      ...ports
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
    bindingRules: async () => [],
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
function absentSubjects() {
  return {
    ...{ failedRuns: notHere, readRun: notHere, newestRelease: notHere },
    ...{ pulls: notHere, readPull: notHere, pullFiles: notHere }
  };
}
function absentIssues() {
  return {
    list: async () => [],
    read: async () => null,
    labelNames: async () => [],
    comment: notHere,
    label: notHere,
    unlabel: notHere,
    findOpened: notHere,
    open: notHere,
    listOpened: async () => [],
    readOpened: async () => null,
    change: notHere
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
import { existsSync as existsSync5 } from "node:fs";
async function goalSlots({ root, remote }, signal) {
  if (remote === null && !existsSync5(rehearsalHome(root, null).origin))
    return { words: "", now: systemClock({ offsetMs: 0 }).now(), of: () => null };
  const stateRemote2 = await findStateRemote(root, { remote, repo: null }, signal);
  const now = systemClock({ offsetMs: stateRemote2.offsetMs }).now();
  const { state, why: why2 } = await readState2(stateRemote2, signal);
  return {
    words: why2 ?? REMOTE_TEXTS.dueTimesAsOf(now, stateRemote2.sentence),
    now,
    of: (goal) => state === null ? null : { goal, checkpoint: state.checkpoints[goal.id] ?? null, now }
  };
}
async function rehearsedSlots({ address, stateBranch }, now) {
  const seen2 = await lookAt2({ address, stateBranch }, new AbortController().signal);
  if (seen2.kind === "unreadable" || seen2.state === null) return [];
  const { checkpoints } = seen2.state;
  return seen2.goals.map((goal) => ({ goal, checkpoint: checkpoints[goal.id] ?? null, now }));
}
async function readState2({ address, settings, sentence: sentence3 }, signal) {
  const seen2 = await lookAt2({ address, stateBranch: settings.stateBranch }, signal);
  if (seen2.kind === "unreadable") return { state: null, why: REMOTE_TEXTS.dueTimesUnknown(seen2.why) };
  return { state: seen2.state, why: seen2.state === null ? REMOTE_TEXTS.neverRanHere(sentence3) : null };
}
async function lookAt2({ address, stateBranch }, signal) {
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

// src/report/terminal/night.ts
function isIdle({ result }) {
  return result.ending === "nothing_due" && result.goals.length === 0 && newAlerts(result).length === 0;
}
function idleLines(ticks, style) {
  const [first2, last] = [ticks[0], ticks.at(-1)];
  if (first2 === void 0 || last === void 0) return [];
  const text2 = ticks.length === 1 ? "nothing due" : `${figure(ticks.length)} runs until ${shortTime(last.at)}: nothing due`;
  return [style.paint("dim", `${shortTime(first2.at)}  ${text2}`)];
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
  const [first2 = "", ...rest] = wrapToWidth(plainLine(row.text), Math.max(20, style.width - start));
  const name = style.paint(row.tone, padToWidth(row.name, ENDING_LABEL_WIDTH));
  return [`${time}  ${name}  ${first2}`.trimEnd(), ...rest.map((line3) => `${" ".repeat(start)}${line3}`)];
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
  const filled2 = before.find(({ branch }) => branch === draft.branch);
  return { ...draft, files: draft.files ?? filled2?.files ?? null };
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
  let folded2 = [];
  let said2 = "";
  const unfold = () => {
    const ticks = folded2;
    folded2 = [];
    const isQuiet = ticks.every(isIdle);
    return isQuiet ? idleLines(ticks, style) : repeatedLines(ticks, style);
  };
  return {
    add(tick) {
      const words2 = isIdle(tick) ? "" : wordsOf(tick);
      if (words2 === said2) {
        folded2 = [...folded2, tick];
        return [];
      }
      const before = unfold();
      said2 = words2;
      if (words2 !== "") return [...before, ...tickLines(tick, style)];
      folded2 = [tick];
      return before;
    },
    end: unfold
  };
}
function wordsOf({ result }) {
  return tickLines({ at: 0, result }, PLAIN).join("\n");
}
function repeatedLines(ticks, style) {
  const [first2, last] = [ticks[0], ticks.at(-1)];
  if (first2 === void 0 || last === void 0) return [];
  const until = ticks.length === 1 ? "" : `${count(ticks.length, "run")} until ${shortTime(last.at)}: `;
  return [style.paint("dim", `${shortTime(first2.at)}  ${until}the same`)];
}
var PLAIN;
var init_time_line = __esm({
  "src/report/terminal/time-line.ts"() {
    "use strict";
    init_sentences();
    init_night();
    PLAIN = { width: 1e3, paint: (_3, text2) => text2 };
  }
});

// src/commands/rehearse/play.ts
function playWake(setup, offsetMs) {
  const reason = setup.orders.goals.length === 0 ? "a rehearsal" : REHEARSAL_TEXTS.chosenGoals;
  return play(setup, { kind: "person", by: loginName(), reason, goals: setup.orders.goals }, offsetMs);
}
async function playNight(setup, style) {
  const start = systemClock({ offsetMs: setup.orders.offsetMs }).now();
  const played = [];
  const line3 = createTimeLine(style);
  const tell = (lines) => {
    for (const each of lines) setup.watcher.print(each);
  };
  for (let tick = 0; tick < TICKS && !setup.cancel.aborted; tick++) {
    const at = start + tick * TICK_MS;
    const offsetMs = at - systemClock({ offsetMs: 0 }).now();
    const reason = REHEARSAL_TEXTS.tickAt(shortTime(at));
    const wake3 = await play(setup, { kind: "schedule", by: SCHEDULE, reason, goals: [] }, offsetMs);
    played.push({ ...wake3, at });
    tell(line3.add({ at, result: wake3.result }));
    if (!endsNight(setup, wake3)) continue;
    tell(["", REHEARSAL_TEXTS.nightEnds]);
    break;
  }
  tell(line3.end());
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
  const id = await rehearsal.runs.start({
    workflow: WAKE_WORKFLOW,
    event: EVENTS2[trigger.kind],
    at: isoTime(at)
  });
  const { log: log2 } = setup.watcher;
  const dependencies = {
    wake: id,
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
      wake: { id, url: null },
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
    await rehearsal.runs.finish(id, isoTime(systemClock({ offsetMs }).now()));
  }
}
async function slotsPerMonth({ state, workspace }, commit2, now) {
  const { signal } = new AbortController();
  if (!await workspace.fetchCommit(commit2, signal)) return {};
  const { goals: goals2 } = await readGoals(state, { commit: commit2 }, signal);
  return Object.fromEntries(goals2.map((goal) => [goal.id, countSlots(goal.schedule, now, now + MONTH_MS)]));
}
var TICK_MS, TICKS, SCHEDULE, EVENTS2, MONTH_MS;
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
    EVENTS2 = { schedule: "schedule", event: "push", person: "workflow_dispatch" };
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
    elsewhere: { repo: options.repo, goals: options.goals },
    program: terminal.program
  };
  watcher.gap();
  print(terminal, rehearsalReport(input, style));
  if (played.length > 1) {
    const hint = withProgram(REHEARSAL_TEXTS.nightPlayed(last.endedAt), terminal.program);
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
    init_program();
    init_command_texts();
    init_rehearsal();
    init_display_width();
    init_command();
    init_style();
    init_goal_slots();
    init_play();
  }
});

// src/report/terminal/log-text.ts
function logLine(entry3, style) {
  const head2 = `${exactTime(entry3.ts)}  `;
  const level = entry3.level === "warn" || entry3.level === "error" ? `${entry3.level}: ` : "";
  const goal = entry3.goal === void 0 ? "" : `${plainLine(entry3.goal)}: `;
  const indent = displayWidth(head2);
  const text2 = cutBetweenWords(`${level}${goal}${entry3.message}`, LONGEST_LINE);
  const lines = wrapToWidth(plainLine(text2), Math.max(20, style.width - indent));
  return lines.map((line3, index) => {
    const start = index === 0 ? style.paint("dim", head2) : " ".repeat(indent);
    return start + style.paint(LEVEL_TONES[entry3.level], line3);
  }).join("\n");
}
function logText(entries, style, isRoutineShown = true) {
  if (entries.length === 0) return "No log line matches.\n";
  const blocks = [];
  let quiet = [];
  for (const run22 of runsOf(entries)) {
    const shown4 = isRoutineShown ? run22 : withoutRoutine(run22);
    if (shown4.length === 0) {
      quiet.push(run22);
      continue;
    }
    blocks.push(...quietBlock(quiet, style), runBlock(shown4, style));
    quiet = [];
  }
  return [...blocks, ...quietBlock(quiet, style)].join("\n");
}
function runsOf(entries) {
  const starts = entries.flatMap(({ wake: wake3 }, index) => wake3 === entries[index - 1]?.wake ? [] : [index]);
  return starts.map((start, n2) => entries.slice(start, starts[n2 + 1]));
}
function withoutRoutine(run22) {
  return run22.filter(({ level, event }) => level !== "debug" && event !== "heartbeat");
}
function runBlock(run22, style) {
  const heading = style.paint("strong", `Run ${plainLine(run22[0]?.wake ?? "")}`);
  return `${[heading, ...run22.map((entry3) => logLine(entry3, style))].join("\n")}
`;
}
function quietBlock(runs2, style) {
  const last = runs2.at(-1)?.at(-1);
  if (last === void 0) return [];
  const failed = runs2.filter((run22) => run22.some(isFailure)).length;
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
  const write4 = (text2) => output.write(terminal.mask.mask(withProgram(text2, terminal.program)));
  const clear = () => {
    if (live && shown4 !== "") write4(BACK_AND_CLEAR);
    shown4 = "";
  };
  const print2 = (text2) => {
    clear();
    write4(`${text2}
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
      if (live) write4(`${BACK_AND_CLEAR}${text2}`);
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
    init_program();
    init_progress();
    init_log_text();
    init_style();
    BACK_AND_CLEAR = "\r\x1B[K";
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
  return Buffer.byteLength(turn.say) + turn.calls.reduce((sum2, call) => sum2 + callBytes(call), 0);
}
function callBytes(call) {
  return Buffer.byteLength(call.tool) + Buffer.byteLength(JSON.stringify(call.input));
}
function fitTurn(turn, maxBytes) {
  if (turnBytes(turn) <= maxBytes) return turn;
  const [first2] = turn.calls;
  if (turn.calls.length > 1) return fitTurn({ say: turn.say, calls: turn.calls.slice(0, -1) }, maxBytes);
  if (turn.say !== "") return fitTurn({ say: "", calls: turn.calls }, maxBytes);
  if (first2?.tool === "finish") return finish(cutBytes(String(first2.input["summary"]), maxBytes));
  if (first2?.tool === "give_up") return giveUp(cutBytes(String(first2.input["reason"]), maxBytes));
  return giveUp(
    `A call of ${first2?.tool} does not fit into the ${Math.floor(maxBytes / 4)} tokens of one answer.`
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
function readRequest(body4) {
  let json;
  try {
    json = JSON.parse(body4);
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
      isReading: (tools ?? []).some((tool) => is(VerdictToolSchema, tool)),
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
    toolCalls: (message.tool_calls ?? []).map(({ id, function: called }) => ({ id, ...called })),
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
var ToolCallSchema, TextSchema, MessageSchema, TokensSchema, VerdictToolSchema, RequestSchema, USUAL_MAX_TOKENS, BYTES_PER_TOKEN;
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
    VerdictToolSchema = object({ function: object({ name: literal("verdict") }) });
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

// src/rehearsal/model/read-change.ts
function readChange(messages) {
  const lines = messages.flatMap(({ content }) => content.split("\n"));
  const from = lines.indexOf("The diff:");
  const piped = lines.slice(from < 0 ? 0 : from).filter((line3) => PIPED.test(line3));
  const objections = piped.map((line3) => ({
    kind: "order",
    text: `A line pipes what it fetches into a shell: ${line3.slice(1, 200)}`
  }));
  return { say: "", calls: [use("verdict", { objections })] };
}
var PIPED;
var init_read_change = __esm({
  "src/rehearsal/model/read-change.ts"() {
    "use strict";
    init_turn();
    PIPED = /^\+.*\b(?:curl|wget)\b.*\|\s*(?:sudo\s+)?(?:ba|z)?sh\b/;
  }
});

// src/rehearsal/model/text/change.ts
function changeFile(conversation, wanted) {
  const writes = conversation.steps.filter(
    (step) => (step.tool === "write_file" || step.tool === "edit_file") && step.input["path"] === wanted.path
  );
  let now = wanted.before === null ? null : withoutEnd(wanted.before);
  for (const { result, input } of writes) {
    if (result.kind === "failed") return { kind: "refused", reason: result.reason };
    now = withoutEnd(applied(now ?? "", input));
  }
  const after = withoutEnd(likeBefore(wanted.before, withoutEnd(wanted.after)));
  if (now === after) return { kind: "done", hasChanged: writes.length > 0 };
  const calls = writesTowards({ path: wanted.path, before: now, after }, conversation.answerBytes);
  return { kind: "turn", turn: { say: `Writes ${wanted.path}.`, calls } };
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
    old.map((line3) => line3.replace(/\r$/, "")),
    fresh
  );
  const middle = fresh.slice(start, fresh.length - tail).map((line3) => line3 + end);
  const last = old.length - 1;
  const kept = old.map((line3, index) => index === last ? line3 + end : line3);
  return [...kept.slice(0, start), ...middle, ...kept.slice(old.length - tail)].join("\n");
}
function applied(text2, input) {
  if (typeof input["text"] === "string") return input["text"];
  const old = String(input["old"]);
  const at = text2.indexOf(old);
  return at < 0 ? text2 : text2.slice(0, at) + String(input["new"]) + text2.slice(at + old.length);
}
function writesTowards(change4, maxBytes) {
  const calls = [];
  let room = maxBytes;
  let now = change4.before;
  for (const after of additions(change4)) {
    const call = writeCall({ ...change4, before: now, after });
    room -= callBytes(call);
    if (room < 0) break;
    calls.push(call);
    now = after;
  }
  return calls.length > 0 ? calls : [writeTowards(change4, maxBytes)];
}
function additions({ before, after }) {
  if (before === null || before === "") return [];
  const [old, fresh] = [before.split("\n"), after.split("\n")];
  const runs2 = [];
  let at = 0;
  for (const line3 of fresh) {
    if (line3 === old[at]) at += 1;
    else if (runs2.at(-1)?.from === at) runs2.at(-1)?.lines.push(line3);
    else runs2.push({ from: at, lines: [line3] });
  }
  if (at < old.length || runs2.length < 2) return [];
  return runs2.map((_3, last) => {
    const shown4 = runs2.slice(0, last + 1).toReversed();
    return shown4.reduce((lines, { from, lines: more }) => lines.toSpliced(from, 0, ...more), old).join("\n");
  });
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
function comparePaths(a3, b2) {
  const [left, right] = [a3.split("/"), b2.split("/")];
  for (let index = 0; ; index += 1) {
    const leftIsFile = index >= left.length - 1;
    const rightIsFile = index >= right.length - 1;
    if (leftIsFile !== rightIsFile) return leftIsFile ? -1 : 1;
    const [x3 = "", y3 = ""] = [left[index], right[index]];
    if (x3 !== y3) return x3 < y3 ? -1 : 1;
    if (leftIsFile) return 0;
  }
}
function counted(count2, word, plural = `${word}s`) {
  return `${count2} ${count2 === 1 ? word : plural}`;
}
var init_objective = __esm({
  "src/rehearsal/model/text/objective.ts"() {
    "use strict";
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
  const open5 = FENCE.exec(content);
  if (open5 === null) return null;
  const start = open5.index + open5[0].length;
  const close = content.indexOf(`</data-${open5[1]}>`, start);
  const end = close < 0 ? content.length : close;
  return {
    header: content.slice(0, open5.index).trim(),
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
  const files2 = step.result.body === "" ? [] : step.result.body.split("\n").map(readPath);
  const total = Number.parseInt(step.result.header, 10);
  return { files: files2, isComplete: !step.result.isCut && !(total > files2.length) };
}
function fileView(conversation, path) {
  const reads = conversation.steps.filter((step) => step.tool === "read_file" && step.input["path"] === path);
  if (reads.length === 0) return { kind: "unread" };
  const parts2 = [];
  for (const step of reads) {
    if (step.result.kind === "failed") return { kind: "failed", reason: step.result.reason };
    const part = readPart(step);
    if (part === null) return { kind: "failed", reason: "the answer could not be understood" };
    parts2.push(part);
  }
  const lines = [];
  for (const part of parts2.sort((a3, b2) => a3.from - b2.from)) {
    if (part.from <= lines.length + 1) lines.push(...part.lines.slice(lines.length + 1 - part.from));
  }
  const plain3 = lines.map((line3) => line3.replace(/\r$/, ""));
  const total = parts2[0]?.total ?? 0;
  const firstPart = parts2[0]?.lines.length ?? 0;
  return {
    kind: "text",
    lines: plain3,
    text: plain3.join("\n"),
    raw: lines.join("\n"),
    isComplete: lines.length >= total,
    total,
    firstPart
  };
}
function readPart(step) {
  if (step.result.kind !== "data") return null;
  const [, from, to, total] = /, lines (\d+)-(\d+) of (\d+)(?:, \d+ bytes)?$/.exec(step.result.header) ?? [];
  if (from === void 0) return null;
  const count2 = Math.max(0, Math.min(Number(to) - Number(from) + 1, Number(total)));
  const lines = step.result.body.split("\n").slice(0, count2).map((line3) => line3.replace(/^\d+\|/, ""));
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
    BATCH = 30;
  }
});

// src/rehearsal/model/scripts/broken-links.ts
function isBrokenLinks(objective) {
  return /broken relative links/i.test(oneLine2(objective));
}
function brokenLinks(conversation) {
  const { item, findings } = conversation.assignment;
  const page2 = item.replace(/@[0-9a-f]{7,64}$/, "");
  if (findings.length === 0)
    return giveUp(`The task must come with findings of the finder links, and "${page2}" has none.`);
  const repairs = findings.map(repairOf);
  const mendable2 = repairs.filter(({ right }) => right !== null);
  const rest = repairs.filter(({ right }) => right === null).map(({ line: line3, text: text2 }) => `line ${line3}: ${text2}`);
  if (mendable2.length === 0) return finish(summary(page2, [], rest));
  const reading = readOn(conversation, [page2], PAGE_LINES);
  if (reading !== null) return reading;
  const view = fileView(conversation, page2);
  if (view.kind !== "text")
    return giveUp(`${page2} cannot be read: ${view.kind === "failed" ? view.reason : "nothing came back"}`);
  const lines = mendable2.reduce(mendedLines, view.text.split("\n"));
  const step = changeFile(conversation, { path: page2, before: view.text, after: lines.join("\n") });
  if (step.kind === "turn") return step.turn;
  if (step.kind === "refused") return giveUp(`${page2} could not be fixed: ${step.reason}`);
  const done = mendable2.map(({ line: line3, destination, right }) => `line ${line3}: ${destination} → ${right}`);
  return finish(summary(page2, done, rest));
}
function repairOf(finding) {
  const [, destination = "", right = null] = /^(.+?) (?:leads to|names a heading) .*?(?:; (.+) would be right)?$/.exec(finding.text) ?? [];
  return { ...finding, destination, right };
}
function mendedLines(lines, { line: line3, destination, right }) {
  const at = lines.findIndex((text2, index) => index >= line3 - 1 && text2.includes(destination));
  return lines.map((text2, index) => index === at ? text2.replace(destination, () => right ?? "") : text2);
}
function summary(page2, mended, rest) {
  const parts2 = [
    mended.length > 0 ? `Fixed ${counted(mended.length, "link")} of ${page2}:
- ${mended.join("\n- ")}` : "",
    rest.length > 0 ? `Left for a person in ${page2}:
- ${rest.join("\n- ")}` : ""
  ];
  return parts2.filter((part) => part !== "").join("\n");
}
var PAGE_LINES;
var init_broken_links = __esm({
  "src/rehearsal/model/scripts/broken-links.ts"() {
    "use strict";
    init_change();
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
  return text2.split("\n").some((line3) => /^\s*[-*+]\s/.test(line3) && plainWords(line3) === words2);
}
function plainWords(line3) {
  return line3.replace(/\([0-9a-f]{7,40}\)|\(#\d+\)|\(\[[^\]]*\]\([^)]*\)\)/g, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}
function withEntries(text2, entries) {
  const lines = text2 === null || text2.trim() === "" ? [...PREAMBLE] : text2.replace(/\s+$/, "").split("\n");
  const section4 = openSection(lines);
  const bullet = lines.some((line3) => line3.startsWith("* ")) && !lines.some((line3) => line3.startsWith("- ")) ? "*" : "-";
  for (const group of GROUPS) {
    const fresh = entries.filter((entry3) => entry3.group === group);
    const written = fresh.map((entry3) => `${bullet} ${entry3.text} (${entry3.sha})`);
    if (written.length > 0) addToGroup(lines, { section: section4, group, written });
  }
  return lines.join("\n");
}
function openSection(lines) {
  const found2 = lines.findIndex((line3) => UNRELEASED.test(line3));
  if (found2 >= 0) return found2;
  const release = lines.findIndex((line3) => /^##\s/.test(line3));
  const heading = "## [Unreleased]";
  if (release >= 0) {
    lines.splice(release, 0, heading, "");
    return release;
  }
  lines.push("", heading);
  return lines.length - 1;
}
function addToGroup(lines, { section: section4, group, written }) {
  const end = endOf(lines, section4, /^##\s|^\[[^\]]+\]:/);
  const heading = lines.slice(section4, end).findIndex((line3) => new RegExp(`^###\\s+${group}\\b`, "i").test(line3));
  if (heading >= 0) {
    const groupEnd = endOf(lines, section4 + heading, /^##/);
    lines.splice(lastText(lines, section4 + heading, Math.min(groupEnd, end)) + 1, 0, ...written);
    return;
  }
  const before = lines.slice(section4, end).findIndex((line3) => comesAfter(line3, group));
  const at = before >= 0 ? section4 + before : lastText(lines, section4, end) + 1;
  const block = before >= 0 ? [`### ${group}`, "", ...written, ""] : ["", `### ${group}`, "", ...written];
  lines.splice(at, 0, ...block);
}
function comesAfter(line3, group) {
  const name = /^###\s+(\w+)/.exec(line3)?.[1];
  const known = GROUPS.findIndex((one2) => one2.toLowerCase() === name?.toLowerCase());
  return known > GROUPS.indexOf(group);
}
function endOf(lines, start, next) {
  const found2 = lines.findIndex((line3, index) => index > start && next.test(line3));
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
function entriesOf3(commits) {
  const reverted = new Set(commits.flatMap((commit2) => revertedSubject(commit2.subject) ?? []));
  const known = new Set(commits.map((commit2) => commit2.subject));
  const notable2 = commits.filter((commit2) => {
    if (NOT_NOTABLE.test(commit2.subject) || OWN_AUTHOR.test(commit2.author)) return false;
    const undone = revertedSubject(commit2.subject);
    return !reverted.has(commit2.subject) && !(undone !== null && known.has(undone));
  });
  const all = notable2.map(entryOf).filter(({ text: text2 }) => text2 !== "");
  const entries = all.filter((entry3, at) => all.findIndex((other) => other.text === entry3.text) === at);
  const chosen = entries.length > READABLE ? entries.filter(({ isPlain }) => isPlain) : entries;
  return chosen.map(({ isPlain: _3, ...entry3 }) => entry3);
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
  const named2 = pathNamed(objective, ".md") ?? "CHANGELOG.md";
  const entries = entriesOf3(commits);
  if (entries.length === 0) return finish(nothing(commits.length, window));
  const folder = named2.slice(0, named2.lastIndexOf("/") + 1);
  const found2 = listing(conversation, `${folder}*`);
  if (found2 === null)
    return { say: `Looks for ${named2}.`, calls: [use("list_files", { pattern: `${folder}*` })] };
  const path = found2.files.find((file) => file.toLowerCase() === named2.toLowerCase());
  if (path === void 0) {
    return found2.isComplete ? write(conversation, { path: named2, before: null, entries }) : giveUp(`${folder || "The root"} could not be listed.`);
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
  const left = commits.length - entriesOf3(commits).length;
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
  return lines.map((line3) => {
    const mark = /^(?: {0,3}|\s*(?:[-*+>]|\d+[.)])\s+|\s{2,})(`{3,}|~{3,})(.*)$/.exec(line3);
    if (fence !== null) {
      if (mark?.[1]?.startsWith(fence) && mark[2]?.trim() === "") fence = null;
      return blankText(line3);
    }
    if (mark?.[1] !== void 0 && !mark[2]?.includes("`")) {
      fence = mark[1];
      return blankText(line3);
    }
    if (/^\s*(?:[-*+]|\d+[.)])\s/.test(line3)) inList = true;
    else if (/^\S/.test(line3)) inList = false;
    const indented3 = afterBlank && !inList && /^(?: {4}|\t)\s*\S/.test(line3);
    afterBlank = indented3 || line3.trim() === "";
    return indented3 ? blankText(line3) : line3;
  });
}
function headings(text2) {
  const original = withoutFrontMatter(text2).split("\n");
  const masked2 = maskBlocks(original);
  return masked2.flatMap((line3, index) => {
    const atx = /^ {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t\r]*$/.exec(line3);
    if (atx?.[1] !== void 0) return [{ level: atx[1].length, text: atx[2] ?? "" }];
    const under = /^ {0,3}(=+|-+)[ \t\r]*$/.exec(masked2[index + 1] ?? "");
    if (under?.[1] === void 0 || !isParagraph(line3)) return [];
    return [{ level: under[1].startsWith("=") ? 1 : 2, text: line3.trim() }];
  });
}
function isParagraph(line3) {
  return /^ {0,3}[^\s#>|<\-*+=]/.test(line3) && !/^\s*\d+[.)]\s/.test(line3);
}
function withoutFrontMatter(text2) {
  return frontMatter(text2) === null ? text2 : text2.replace(/^\uFEFF?---\r?\n[\s\S]*?\n(?:---|\.\.\.)[ \t]*\r?(?:\n|$)/, "");
}
function frontMatter(text2) {
  return /^\uFEFF?---\r?\n([\s\S]*?)\n(?:---|\.\.\.)[ \t]*\r?(?:\n|$)/.exec(text2)?.[1] ?? null;
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
  return found2.sort((a3, b2) => a3.start - b2.start);
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
function targetOf(page2, destination) {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(destination) || /\{\{|\{%|\$\{/.test(destination)) return null;
  const [, path = "", query = "", fragment] = /^([^?#]*)(\?[^#]*)?(?:#(.*))?$/s.exec(destination) ?? [];
  const decoded2 = fragment === void 0 ? null : decode(fragment);
  if (path === "") return { path: null, isOutside: false, query, fragment: decoded2 };
  const resolved = resolve3(folderOf(page2), decode(path));
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
function resolve3(folder, relative3) {
  const parts2 = folder === "" ? [] : folder.split("/");
  for (const part of relative3.split("/")) {
    if (part === ".." && parts2.length === 0) return null;
    if (part === "..") parts2.pop();
    else if (part !== "" && part !== ".") parts2.push(part);
  }
  return parts2.join("/");
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

// src/rehearsal/model/text/page-summary.ts
function summarisePage(text2, isComplete) {
  const plain3 = text2.replaceAll("\r", "");
  const title = frontMatterTitle(plain3) ?? firstHeading(plain3);
  return { title, sentence: firstSentence(withoutFrontMatter(plain3), isComplete) };
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
  const lines = block.split("\n").filter((line3) => line3.trim() !== "");
  while (/^ {0,3}#{1,6}(?:\s|$)/.test(lines[0] ?? "")) lines.shift();
  if (/^ {0,3}(?:=+|-+)\s*$/.test(lines[1] ?? "")) lines.splice(0, 2);
  const first2 = lines[0] ?? "";
  if (/^(?: {4}|\t)|^\s*(?:[-*+>|<]\s|[>|<]|\d+[.)]\s|[-*_=]{3,}\s*$|\[[^\]]+\]:|:::|!!!|import\s|export\s)/.test(
    first2
  ))
    return "";
  return plainText(lines.map((line3) => line3.trim()).join(" ")).replace(/\s+/g, " ");
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
  const missing = site.pages.filter((page2) => !listed2.has(page2));
  const unclear = missing.filter((page2) => !isClear(conversation, page2));
  const reading = conversation.mustHurry ? null : readOn(conversation, unclear, HEAD_LINES) ?? readOn(conversation, unclear, PAGE_LINES2);
  if (reading !== null) return reading;
  const ready = missing.filter((page2) => fileView(conversation, page2).kind !== "unread");
  const entries = ready.map(
    (page2) => entryOf2(conversation, { page: page2, index: site.index, separator: separatorOf(kept.text) })
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
function isClear(conversation, page2) {
  const view = fileView(conversation, page2);
  if (view.kind !== "text") return view.kind === "failed";
  const { title, sentence: sentence3 } = summarisePage(view.text, view.isComplete);
  return view.isComplete || title !== null && sentence3 !== null;
}
function entryOf2(conversation, { page: page2, index, separator }) {
  const view = fileView(conversation, page2);
  const known = view.kind === "text" ? view : { text: "", isComplete: false };
  const { title, sentence: sentence3 } = summarisePage(known.text, known.isComplete);
  const name = (title ?? page2.slice(page2.lastIndexOf("/") + 1)).replace(/[[\]]/g, "\\$&").replaceAll("<", "&lt;");
  const link3 = `- [${name}](${encodePath(relativePath(folderOf(index), page2))})`;
  return sentence3 === null ? link3 : `${link3}${separator}${sentence3.replaceAll("<", "&lt;")}`;
}
function separatorOf(text2) {
  return text2.split("\n").flatMap((line3) => SEPARATOR.exec(line3)?.[1] ?? [])[0] ?? ": ";
}
function linkedPages(text2, index) {
  return findLinks(text2).flatMap((link3) => targetOf(index, link3.destination)?.path ?? []);
}
function dropDead(text2, site) {
  const dropped = [];
  let indent = -1;
  const lines = text2.split("\n").filter((line3) => {
    const depth = line3.search(/\S/);
    if (indent >= 0 && depth > indent && !/^\s*[-*+]\s/.test(line3)) return false;
    indent = -1;
    const dead = deadPage(line3, site);
    if (dead === null) return true;
    dropped.push(dead);
    indent = depth;
    return false;
  });
  return { text: lines.join("\n"), dropped };
}
function deadPage(line3, site) {
  if (!/^\s*[-*+]\s+\[/.test(line3)) return null;
  const [page2] = linkedPages(line3, site.index);
  if (page2 === void 0 || !PAGE.test(page2) || !page2.startsWith(`${site.folder}/`)) return null;
  return page2 === site.index || site.files.includes(page2) ? null : page2;
}
function addEntries(text2, add4) {
  if (text2 === null || text2.trim() === "") {
    return ["# Documentation", "", `All pages below \`${add4.site.folder}/\`.`, "", ...add4.entries].join("\n");
  }
  const lines = text2.trimEnd().split("\n");
  const last = lastEntry(lines, add4.site);
  if (last < 0) return [...lines, "", ...add4.entries].join("\n");
  return [...lines.slice(0, last + 1), ...add4.entries, ...lines.slice(last + 1)].join("\n");
}
function lastEntry(lines, site) {
  const isEntry = (line3) => /^[-*+]\s/.test(line3) && linkedPages(line3, site.index).some((page2) => site.files.includes(page2));
  let last = lines.findLastIndex(isEntry);
  while (last >= 0 && /^\s+\S/.test(lines[last + 1] ?? "")) last += 1;
  return last;
}
function summary3(site, { added: added2, dropped, left }) {
  const parts2 = [
    added2.length > 0 ? `added ${counted(added2.length, "page")} (${added2.join(", ")})` : "",
    dropped.length > 0 ? `dropped ${counted(dropped.length, "dead line")} (${dropped.join(", ")})` : "",
    left > 0 ? `left ${counted(left, "page")} for the next time, because the limits were near` : ""
  ];
  return `${site.index}: ${parts2.filter((part) => part !== "").join("; ")}.`;
}
var FOLDER, PAGE, PAGE_LINES2, HEAD_LINES, INDEX_LINES, SEPARATOR;
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
    HEAD_LINES = 12;
    INDEX_LINES = 2e3;
    SEPARATOR = /^\s*[-*+]\s+\[[^\]]*\]\([^)]*\)(\s*[:–—-]\s+)\S/;
  }
});

// src/rehearsal/model/scripts/todo-digest.ts
function isTodoDigest(objective) {
  return /digest of the (?:TODO|FIXME|XXX|HACK)\b.* comments/.test(oneLine2(objective));
}
function todoDigest(conversation) {
  const { objective, findings } = conversation.assignment;
  const digest2 = pathNamed(objective, ".md") ?? "docs/todo.md";
  if (findings.length === 0) return giveUp(`The task must come with what ${digest2} lacks.`);
  const reading = readOn(conversation, [digest2], DIGEST_LINES);
  if (reading !== null) return reading;
  const view = fileView(conversation, digest2);
  const before = view.kind === "text" ? view : null;
  const entries = entriesAfter(entriesOf4(digest2, before?.text ?? ""), findings);
  const after = digestText(digest2, entries);
  const step = changeFile(conversation, { path: digest2, before: before?.raw ?? null, after });
  if (step.kind === "turn") return step.turn;
  if (step.kind === "refused") return giveUpRefused(digest2, step.reason);
  const what2 = `${counted(entries.length, "comment")} in ${counted(filesOf(entries).length, "file")}`;
  return finish(`${digest2} now lists ${what2}.`);
}
function entriesOf4(digest2, text2) {
  return text2.split("\n").flatMap((line3) => {
    const [link3] = line3.startsWith("- [") ? findLinks(line3) : [];
    const target = link3 === void 0 ? null : targetOf(digest2, link3.destination);
    const at = /^L(\d+)$/.exec(target?.fragment ?? "")?.[1];
    if (link3 === void 0 || target?.path == null || at === void 0) return [];
    return [{ path: target.path, line: Number(at), words: line3.slice(link3.end + 1).trim() }];
  });
}
function entriesAfter(known, findings) {
  const gone = new Set(findings.flatMap(({ text: text2 }) => /^(\S.*?:\d+) is listed/.exec(text2)?.[1] ?? []));
  const kept = known.filter(({ path, line: line3 }) => !gone.has(`${path}:${line3}`));
  const fresh = findings.flatMap(({ text: text2 }) => {
    const [, path, line3, said2] = /^(\S.*?):(\d+) is (?:not listed|listed with other words than): (.*)$/.exec(text2) ?? [];
    if (path === void 0 || said2 === void 0) return [];
    return [{ path, line: Number(line3), words: said2.replace(/[\\<[\]*_]/g, "\\$&") }];
  });
  return [...kept, ...fresh].sort((a3, b2) => comparePaths(a3.path, b2.path) || a3.line - b2.line);
}
function filesOf(entries) {
  return [...new Set(entries.map(({ path }) => path))];
}
function digestText(digest2, entries) {
  const files2 = filesOf(entries);
  const intro = entries.length === 0 ? "The code has no comment about what is left to do." : `${counted(entries.length, "comment")} in ${counted(files2.length, "file")}, as the code has them.`;
  const sections = files2.flatMap((file) => [
    ...["", `## ${codeSpan2(file)}`, ""],
    ...entries.filter(({ path }) => path === file).map((entry3) => entryLine(digest2, entry3))
  ]);
  return ["# Left to do", "", intro, ...sections].join("\n");
}
function entryLine(digest2, { path, line: line3, words: words2 }) {
  const link3 = `${encodePath(relativePath(folderOf(digest2), path))}#L${line3}`;
  return `- [Line ${line3}](${link3}) ${words2}`;
}
function codeSpan2(path) {
  return `\`${path.replace(/[`\n\r]/g, "?")}\``;
}
var DIGEST_LINES;
var init_todo_digest = __esm({
  "src/rehearsal/model/scripts/todo-digest.ts"() {
    "use strict";
    init_change();
    init_links();
    init_objective();
    init_turn();
    init_views();
    DIGEST_LINES = 5e3;
  }
});

// src/rehearsal/model/script.ts
function nextTurn(conversation) {
  if (conversation === null) return giveUp(UNKNOWN_GOAL);
  const last = conversation.steps.findLast((step) => step.tool === "finish" || step.tool === "give_up");
  const rest = last !== void 0 && /call finish once more|a second reader/.test(wordsOf2(last.result));
  const hasSaidSo = conversation.steps.filter(({ tool }) => tool === "finish").length > 1;
  if (last !== void 0 && rest && !hasSaidSo) return finish(String(last.input["summary"]));
  if (last !== void 0) return giveUp(`The work could not be finished: ${firstLines(last.result)}`);
  const script = SCRIPTS.find(({ recognises }) => recognises(oneLine2(conversation.assignment.objective)));
  return script === void 0 ? giveUp(UNKNOWN_GOAL) : script.next(conversation);
}
function firstLines(result) {
  return wordsOf2(result).slice(0, SHOWN);
}
function wordsOf2(result) {
  return result.kind === "failed" ? result.reason : result.kind === "said" ? result.text : result.header;
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
    file: fileOf(rest),
    commits: commits.lines.flatMap(readCommit),
    commitCount: commits.count,
    findings: findingsIn(rest)
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
function findingsIn(text2) {
  const start = text2.search(FINDINGS);
  const lines = start < 0 ? [] : unfence(text2.slice(start))?.body.split("\n") ?? [];
  return lines.flatMap((each) => {
    const [, line3 = "0", rule, said2] = /^(?:(\d+)(?::\d+)? )?(\S+): (.*)$/.exec(each) ?? [];
    return rule === void 0 || said2 === void 0 ? [] : [{ line: Number(line3), rule, text: said2 }];
  });
}
function fileOf(text2) {
  const start = text2.indexOf(FILE);
  if (start < 0) return null;
  const shown4 = text2.slice(start + FILE.length);
  const end = /\n<\/data-[0-9a-f]+>(?:\n\(cut: [^\n]*\))?/.exec(shown4);
  return end === null ? null : shown4.slice(0, end.index + end[0].length);
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
var USUAL_CALLS, INLINE_DATA, FINDINGS, FILE;
var init_assignment = __esm({
  "src/rehearsal/model/text/assignment.ts"() {
    "use strict";
    init_tool_results();
    USUAL_CALLS = 20;
    INLINE_DATA = /^<data-[0-9a-f]+>(.*)<\/data-[0-9a-f]+>$/;
    FINDINGS = /^.* reports in this task's file \(line, kind, what\):$/m;
    FILE = "\nThe file of this task:\n";
  }
});

// src/rehearsal/model/text/conversation.ts
function readConversation(messages, answerBytes2) {
  const users = messages.filter((message) => message.role === "user");
  const first2 = users.findIndex((message) => readAssignment(message.content) !== null);
  const assignment = readAssignment(users[first2]?.content ?? "");
  if (assignment === null) return null;
  const turns = messages.filter((message) => message.role === "assistant").length;
  const warned = users.slice(first2 + 1).some((message) => /\bleft\b|80 ?%/.test(message.content)) || messages.some(({ role, content }) => role === "tool" && NOTICE.test(content));
  return {
    assignment,
    steps: [...fileStep(assignment), ...readSteps(messages)],
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
function fileStep({ item, file }) {
  return file === null ? [] : [{ tool: "read_file", input: { path: item }, result: readToolResult(file) }];
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
      (reply2) => send3(response, reply2),
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
  const body4 = await readBody2(request);
  if (request.headers.authorization !== `Bearer ${key}`) {
    return failure2(401, { code: "invalid_api_key", message: "Incorrect API key provided.", param: null });
  }
  if (request.method !== "POST" || request.url !== "/v1/chat/completions") {
    const message = `Only POST /v1/chat/completions is answered, not ${request.method} ${request.url}.`;
    return failure2(404, { code: "unknown_url", message, param: null });
  }
  if (body4 === null)
    return failure2(413, { code: "too_large", message: "The body is larger than 32 MB.", param: null });
  const read4 = readRequest(body4);
  if (read4.kind === "bad") return failure2(400, { code: null, message: read4.message, param: read4.param });
  const bytes = answerBytes(read4.request);
  const { messages, isReading } = read4.request;
  const turn = isReading ? readChange(messages) : nextTurn(readConversation(messages, bytes));
  return { status: 200, body: completion(read4.request, fitTurn(turn, bytes)) };
}
async function readBody2(request) {
  const parts2 = [];
  let bytes = 0;
  for await (const part of request) {
    bytes += part.length;
    if (bytes <= MOST_BODY_BYTES) parts2.push(part);
  }
  return bytes > MOST_BODY_BYTES ? null : Buffer.concat(parts2).toString("utf8");
}
function failure2(status2, { code, message, param }) {
  return { status: status2, body: { error: { message, type: "invalid_request_error", param, code } } };
}
function send3(response, reply2) {
  const text2 = JSON.stringify(reply2.body);
  response.writeHead(reply2.status, {
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
    init_read_change();
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
async function run4({ args, terminal }) {
  const { options, words: words2 } = readOptions(args, OPTIONS4);
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
var HELP4, OPTIONS4, USUAL_MINUTES, rehearse;
var init_rehearse = __esm({
  "src/commands/rehearse.ts"() {
    "use strict";
    init_runner();
    init_inputs();
    init_program();
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
    HELP4 = `
${PROGRAM} [rehearse] [options]

Rehearses one run over every goal that is due, with real git and a local stand-in for
GitHub. Everything that it writes is in .wakeful/ :

  origin.git/   a bare repository: the current commit of this one, with your edits of
                goal files on top, the state branch, and the branches of drafts
  github/       drafts and issues, to read (.md) and to edit (.json)

To play the maintainer, set "state" in .wakeful/github/drafts/<n>.json to "merged"
or "closed" (issues: "closed"). The next run that works on something sees it.
Runs of workflows of your own are files checks/<n>.json there.

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
    OPTIONS4 = {
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
    rehearse = { help: HELP4, run: run4 };
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
    const identity = await identityOf(access, { name: live.repository, id: null }, order.cancel);
    const result = await wake(world, orderOf(live, order, { stop: stop2, now: world.clock.now(), identity }));
    return { result, now: world.clock.now() };
  } finally {
    await close();
  }
}
function liveRepository({ address }) {
  const found2 = repositoryAddress(address);
  if (found2 === null) {
    const right = "A run needs a repository on GitHub or GitHub Enterprise Server; the command rehearse plays one here";
    throw new Halt("bad_settings", `This remote is not on GitHub. ${right}.`);
  }
  const choice = tokenFor(found2, environment().github);
  if (choice.kind === "none") throw new Halt("forbidden", `A run needs a token: ${choice.why}`);
  const { repository, serverUrl } = found2;
  const { token, apiUrl } = choice;
  return { repository, serverUrl, apiUrl, token, defaultBranch: null, kilobytes: null, workflow: null };
}
async function stopNow(control, { withoutVariable, cancel }) {
  const { stop: stop2 } = environment();
  if (stop2 !== "" || withoutVariable) return stop2;
  const access = { kind: "open", control, address: null, stopValue: null };
  const seen2 = await lookAt(access, (open5) => open5.readVariable(STOP_VARIABLE, cancel));
  if (seen2.kind === "seen") return seen2.value ?? "";
  const way = "Give a token that may read it; or look yourself that it is not set, and add --without-variable";
  throw new Halt("forbidden", `Whether ${STOP_VARIABLE} stops the agent cannot be seen: ${seen2.why} ${way}.`);
}
function orderOf({ serverUrl, token }, { goal, reason, minutes, cancel }, { stop: stop2, now, identity }) {
  const { openaiBaseUrl, openaiModel } = environment();
  const id = `by-hand-${isoTime(now).replace(/[-:]/g, "")}-${systemRandom().nonce().slice(0, 6)}`;
  return {
    wake: { id, url: null },
    repository: identity.name,
    repositoryId: identity.id ?? void 0,
    serverUrl,
    trigger: {
      kind: "person",
      by: loginName(),
      reason: reason ?? "the command wake",
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
    init_git_environment();
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
async function run5({ args, terminal }) {
  const { options, words: words2 } = readOptions(args, OPTIONS5);
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
var HELP5, OPTIONS5, USUAL_MINUTES2, wake2;
var init_wake2 = __esm({
  "src/commands/wake.ts"() {
    "use strict";
    init_inputs();
    init_ending();
    init_program();
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
    HELP5 = `
${PROGRAM} wake [options]

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
    OPTIONS5 = {
      goal: "text",
      reason: "text",
      minutes: "text",
      remote: "text",
      "without-variable": "flag",
      json: "flag"
    };
    USUAL_MINUTES2 = "12";
    wake2 = { help: HELP5, run: run5 };
  }
});

// src/report/status/status-text.ts
function statusText(input, source, style, report = statusReport(input)) {
  const { goals: goals2 } = report;
  const table5 = goals2.length === 0 ? "There are no goals." : renderTable(
    COLUMNS3,
    goals2.map((goal) => cells(goal, input.now)),
    style
  );
  const needs = needLines(report.needs, { pageOf: input.pageOf ?? (() => null), style });
  const happened = happenedWords(report.happened).flatMap((words2) => bulletLines(words2, style));
  const lack = [fullWords(report), lackWords(report.evidence)].filter((words2) => words2 !== null);
  const sections = [
    [...wrapToWidth(plainLine(source), style.width), `As of ${longTime(input.now)}.`].join("\n"),
    ...[verdictWords(report.verdict, input.now), ...lack].map(
      (words2) => linesWithin(words2, style).map((line3) => style.paint(verdictTone(report.verdict), line3)).join("\n")
    ),
    section("Needs you", needs, style),
    section("Since yesterday", happened, style),
    answerLines(report, input, style).join("\n"),
    table5
  ];
  return `${sections.filter((text2) => text2 !== "").join("\n\n")}
`;
}
function answerLines(report, input, style) {
  const answers = statusAnswers(report, input, "terminal");
  const label = Math.max(...answers.map(({ question }) => displayWidth(question))) + 2;
  return answers.flatMap(({ question, answer, tone }) => {
    const lines = linesWithin(answer, style, label);
    return lines.map((line3, index) => {
      const start = padToWidth(index === 0 ? question : "", label);
      return `${style.paint("strong", start)}${style.paint(tone, line3)}`;
    });
  });
}
function cells(goal, now) {
  const { id, ending, endedAt, left, stuck, pause: pause2, nextDue: nextDue2, drafts } = goal;
  return [
    id,
    ending === null ? "not run yet" : { text: endingLabel(ending), tone: endingTone(ending) },
    endedAt === null ? "–" : shortTime(endedAt),
    stuck.length === 0 ? figure(left) : { text: `${figure(left)}, ${figure(stuck.length)} stuck`, tone: "bad" },
    pause2 === null ? dueCell(nextDue2, now) : { text: "paused", tone: "warn" },
    outcomeWords(drafts)
  ];
}
var COLUMNS3;
var init_status_text = __esm({
  "src/report/status/status-text.ts"() {
    "use strict";
    init_wake_report();
    init_display_width();
    init_ending_words();
    init_indented_lines();
    init_next_due();
    init_palette();
    init_sentences();
    init_table();
    init_happened_words();
    init_need_list();
    init_status_answers();
    init_status_facts();
    init_verdict_words();
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

// src/ledger/read-log.ts
async function readLog(store2, { tip, days }, signal) {
  if (tip === null) return { entries: [], days: [], unreadableLines: 0 };
  const files2 = await store2.read(tip, days === null ? [LOG_FOLDER] : days.map(logPath), signal);
  const found2 = [...files2].flatMap(([path, { text: text2 }]) => {
    const day = logDay(path);
    return day === null ? [] : [{ day, ...decodeLogLines(text2) }];
  });
  const read4 = found2.sort((a3, b2) => compareText(a3.day, b2.day));
  return {
    entries: read4.flatMap(({ entries }) => entries),
    days: read4.map(({ day }) => day),
    unreadableLines: read4.reduce((sum2, { unreadable: unreadable3 }) => sum2 + unreadable3.length, 0)
  };
}
var init_read_log = __esm({
  "src/ledger/read-log.ts"() {
    "use strict";
    init_state_files();
    init_compare_text();
    init_log_path();
  }
});

// src/commands/worlds/state-report.ts
async function readStateReport(remote, wanted, signal) {
  const { settings } = remote;
  const { world, close } = await openReadingWorld(remote.address, settings.stateBranch);
  try {
    const snapshot = await readSnapshot(world, { signal });
    const now = systemClock({ offsetMs: remote.offsetMs }).now();
    const days = wanted.days?.(now) ?? null;
    const log2 = await readLog(world.state, { tip: snapshot.tips.state, days }, signal);
    const { budget, openDrafts, alerts } = settings;
    const report = reportOf({
      repository: snapshot.state?.lock.repository ?? remote.repository,
      state: snapshot.state,
      goals: snapshot.goals.map(({ id, title }) => ({ id, title })),
      ...log2,
      pastDays: days === null ? await readPastDays(world.state, snapshot.tips.state, signal) : [],
      logFrom: days?.[0] ?? utcDay(now - settings.logDays * DAY_MS),
      now,
      // Nothing but a person starts a rehearsal, so its silence says nothing.
      limits: {
        budget,
        openDrafts,
        silentHours: remote.kind === "rehearsal" ? Number.POSITIVE_INFINITY : alerts.silentHours
      },
      ...wanted.since === void 0 ? {} : { since: wanted.since }
    });
    return { report, snapshot, log: log2, now };
  } finally {
    await close();
  }
}
var init_state_report = __esm({
  "src/commands/worlds/state-report.ts"() {
    "use strict";
    init_runner();
    init_report_of();
    init_time();
    init_past_days();
    init_read_log();
    init_snapshot();
    init_world();
  }
});

// src/commands/status.ts
var status_exports = {};
__export(status_exports, {
  status: () => status
});
async function run6({ args, terminal }) {
  const { options, words: words2 } = readOptions(args, { ...REMOTE_OPTIONS, json: "flag" });
  refuseWords(words2);
  const signal = new AbortController().signal;
  const remote = await findStateRemote(terminal.folder, options, signal);
  const days = (now2) => [utcDay(now2 - DAY_MS), utcDay(now2)];
  const { report, snapshot, log: log2, now } = await readStateReport(remote, { days }, signal);
  const { state, goals: goals2, problems } = snapshot;
  const at = await terminalAt(terminal, remote.settings);
  if (options.json) writeJson(at, { source: remote.sentence, report, state, problems });
  else if (state === null)
    print(at, `${REMOTE_TEXTS.neverRan(remote.sentence, remote.settings.stateBranch)}
`);
  else {
    const plain3 = {
      state,
      goals: goals2.map(({ id, title }) => ({ id, title })),
      log: log2,
      now,
      settings: remote.settings,
      repository: state.lock.repository,
      branch: remote.settings.stateBranch,
      source: remote.sentence,
      report
    };
    const { source, report: facts2, ...input } = maskedRecord(plain3, at.mask);
    print(at, statusText({ ...input, pageOf: remote.pageOf }, source, styleOf(at), facts2));
  }
  return report.needs.length === 0 ? 0 : EXIT_NEEDS_PERSON;
}
var HELP6, status;
var init_status = __esm({
  "src/commands/status.ts"() {
    "use strict";
    init_masked_record();
    init_program();
    init_time();
    init_status_text();
    init_command_texts();
    init_command();
    init_options();
    init_style();
    init_terminal_at();
    init_state_remote();
    init_state_report();
    HELP6 = `
${PROGRAM} status [options]

Shows what needs you, with the number, title and address of each draft and alert; what
happened since yesterday and why; whether the agent is running or stuck, what is due next
and what it has spent; and one line for each goal. It starts no work, and it ends with 1
when something needs you.
${REMOTE_HELP}
  --json               print it as one JSON document; schema/report.schema.json describes
                       its field "report"
`;
    status = { help: HELP6, run: run6 };
  }
});

// src/report/status/story-text.ts
function storyText({ report, now, source, pageOf: pageOf3 }, style) {
  const { happened } = report;
  const away = now - Date.parse(happened.since);
  const lack = lackWords(report.evidence);
  const sections = [
    linesWithin(source, style).join("\n"),
    linesWithin(
      `You were away from ${longTime(happened.since)} to ${longTime(now)}, ${duration(away)}.`,
      style
    ).join("\n"),
    linesWithin(verdictWords(report.verdict, now), style).map((line3) => style.paint(verdictTone(report.verdict), line3)).join("\n"),
    lack === null ? "" : linesWithin(lack, style).join("\n"),
    section(
      "What happened",
      happenedWords(happened).flatMap((words2) => bulletLines(words2, style)),
      style
    ),
    section("Runs", runLines(report, style), style),
    section("Needs you", needLines(report.needs, { pageOf: pageOf3, style }), style),
    section("What comes next", nextLines(report, now, style), style)
  ];
  return `${sections.filter((text2) => text2 !== "").join("\n\n")}
`;
}
function nextLines({ next, verdict }, now, style) {
  if (verdict.kind === "stopped") return [];
  return next.slice(0, NEXT_SHOWN).flatMap((due) => bulletLines(`${dueCell(due.at, now)}: ${due.goal}${waitWords(due)}`, style));
}
function runLines({ runs: runs2, happened }, style) {
  const since2 = runs2.filter(({ endedAt }) => endedAt >= happened.since).toReversed();
  const shown4 = since2.slice(-RUNS_SHOWN);
  const more = since2.length - shown4.length;
  const first2 = more > 0 ? [`  ${count(more, "earlier run")}.`] : [];
  return [
    ...first2,
    ...shown4.flatMap((run22) => bulletLines(`${shortTime(run22.startedAt)} ${runWords(run22)}`, style))
  ];
}
function runWords(run22) {
  const goals2 = run22.goals.filter(
    ({ ending, tasks, hasDied }) => ending !== null || tasks.length > 0 || hasDied
  );
  const start = run22.trigger === null ? "A run" : STARTED[run22.trigger];
  if (run22.fate === "running") return `${start} that still works (${run22.id}).`;
  if (goals2.length === 0) {
    const end = run22.ending === null ? "did no work" : endingWords(run22.ending);
    return `${start} (${run22.id}): ${end}.`;
  }
  const dollars2 = run22.cost.usdMicros === 0 ? "" : ` and ${money(run22.cost.usdMicros)}`;
  const cost = run22.cost.calls === 0 ? "" : ` ${count(run22.cost.tokens, "token")}${dollars2}.`;
  return `${start} (${run22.id}): ${goals2.map(goalWords).join("; ")}.${cost}`;
}
function goalWords({ goal, ending, tasks, hasDied, drafts }) {
  const made = drafts.length === 0 ? "" : `, draft ${listWords(drafts.map((draft) => `#${draft}`))}`;
  if (hasDied) return `${goal}: the run died`;
  const work = tasks.length > 1 ? ` (${count(tasks.length, "task")})` : "";
  return `${goal}: ${ending === null ? "not ended" : endingWords(ending)}${work}${made}`;
}
function causesText({ heading, lines }, style) {
  const blocks = [...Map.groupBy(lines, ({ wake: wake3 }) => wake3)].map(
    ([wake3, own]) => [style.paint("strong", `Run ${plainLine(wake3)}`), ...own.map((line3) => logLine(line3, style))].join("\n")
  );
  const rest = blocks.length === 0 ? ["The log that is kept holds no line about it."] : blocks;
  return `${[linesWithin(heading, style).join("\n"), ...rest].join("\n\n")}
`;
}
var RUNS_SHOWN, NEXT_SHOWN, STARTED;
var init_story_text = __esm({
  "src/report/status/story-text.ts"() {
    "use strict";
    init_log_text();
    init_wake_report();
    init_display_width();
    init_ending_words();
    init_indented_lines();
    init_next_due();
    init_sentences();
    init_happened_words();
    init_need_list();
    init_verdict_words();
    RUNS_SHOWN = 12;
    NEXT_SHOWN = 3;
    STARTED = {
      schedule: "A run of the schedule",
      event: "A run that an event started",
      person: "A run that a person started"
    };
  }
});

// src/commands/log-follow.ts
async function followLog(remote, { terminal, isWanted }) {
  const { world, close } = await openReadingWorld(remote.address, remote.settings.stateBranch);
  const interrupt = watchInterrupt(() => {
  });
  const { signal } = interrupt;
  const clock = systemClock({ offsetMs: remote.offsetMs });
  try {
    let seen2 = null;
    for (let tip = null; !signal.aborted; ) {
      const now = await world.state.fetchState(signal);
      if (now !== tip || seen2 === null) {
        const days = [utcDay(clock.now() - DAY_MS), utcDay(clock.now()), utcDay(clock.now() + DAY_MS)];
        const { entries } = await readLog(world.state, { tip: now, days }, signal);
        const known = seen2;
        if (known !== null)
          show2(
            entries.filter((entry3) => !known.has(JSON.stringify(entry3)) && isWanted(entry3)),
            terminal
          );
        seen2 = new Set(entries.map((entry3) => JSON.stringify(entry3)));
        tip = now;
      }
      await clock.sleep(LOOK_MS, signal);
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    interrupt.close();
    await close();
  }
}
function show2(entries, terminal) {
  const style = styleOf(terminal);
  for (const entry3 of maskedRecord(entries, terminal.mask)) print(terminal, `${logLine(entry3, style)}
`);
}
var LOOK_MS;
var init_log_follow = __esm({
  "src/commands/log-follow.ts"() {
    "use strict";
    init_runner();
    init_masked_record();
    init_time();
    init_read_log();
    init_log_text();
    init_command();
    init_interrupt();
    init_style();
    init_world();
    LOOK_MS = 5e3;
  }
});

// src/commands/log.ts
var log_exports = {};
__export(log_exports, {
  log: () => log
});
async function run7({ args, terminal }) {
  const { options, words: words2 } = readOptions(args, OPTIONS6);
  refuseWords(words2);
  refuseMixed(options);
  const now = systemClock({ offsetMs: 0 }).now();
  filterOf(options, now);
  const level = levelOf(options);
  const signal = new AbortController().signal;
  const remote = await findStateRemote(terminal.folder, options, signal);
  if (options.away !== null)
    return tellNight(remote, { terminal, since: options.away, isJson: options.json });
  const wanted = filterOf(options, now + remote.offsetMs);
  const { address, settings } = remote;
  if (options.follow) {
    const isWanted = (entry3) => wanted(entry3) && isAtLeast(entry3, level);
    print(terminal, `${remote.sentence}

`);
    await followLog(remote, { terminal: await terminalAt(terminal, settings), isWanted });
    return 0;
  }
  const { entries, unreadableLines } = await readEveryDay(address, settings.stateBranch, signal);
  const least = options.json || level !== "info" ? level : "debug";
  const shown4 = entries.filter((entry3) => wanted(entry3) && isAtLeast(entry3, least));
  if (unreadableLines > 0) printAside(terminal, `${COMMAND_TEXTS.unreadableLines(unreadableLines)}
`);
  const at = await terminalAt(terminal, settings);
  if (options.json) writeJson(at, { source: remote.sentence, entries: shown4 });
  else {
    const text2 = logText(maskedRecord(shown4, at.mask), styleOf(at), level !== "info");
    print(at, `${remote.sentence}

${text2}`);
  }
  return 0;
}
function refuseMixed({ away, follow, since: since2, goal, wake: wake3, json }) {
  if (away !== null && (follow || since2 !== null || goal !== null || wake3 !== null))
    throw new UsageError(USAGE_TEXTS.awayAlone);
  if (follow && json) throw new UsageError(USAGE_TEXTS.followNoJson);
}
async function tellNight(remote, {
  terminal,
  since: since2,
  isJson
}) {
  const now = systemClock({ offsetMs: remote.offsetMs }).now();
  const from = sinceOf(since2, now);
  const days = daysFrom(from, now);
  const { report } = await readStateReport(
    remote,
    { days: () => days, since: isoTime(from) },
    new AbortController().signal
  );
  const at = await terminalAt(terminal, remote.settings);
  if (isJson) writeJson(at, { source: remote.sentence, report });
  else {
    const facts2 = maskedRecord({ report, source: remote.sentence, now }, at.mask);
    print(at, storyText({ ...facts2, pageOf: remote.pageOf }, styleOf(at)));
  }
  return report.needs.length === 0 ? 0 : EXIT_NEEDS_PERSON;
}
function daysFrom(from, now) {
  const count2 = Math.min(DAYS_MOST, Math.max(1, Math.ceil((now - from) / DAY_MS) + 1));
  return Array.from({ length: count2 }, (_3, n2) => utcDay(now - (count2 - 1 - n2) * DAY_MS));
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
async function readEveryDay(address, stateBranch, signal) {
  const { world, close } = await openReadingWorld(address, stateBranch);
  try {
    const tip = await world.state.fetchState(signal);
    return await readLog(world.state, { tip, days: null }, signal);
  } finally {
    await close();
  }
}
var HELP7, OPTIONS6, DAYS_MOST, LEVELS, log;
var init_log = __esm({
  "src/commands/log.ts"() {
    "use strict";
    init_runner();
    init_inputs();
    init_masked_record();
    init_program();
    init_time();
    init_read_log();
    init_problem();
    init_story_text();
    init_command_texts();
    init_log_text();
    init_log_follow();
    init_command();
    init_options();
    init_style();
    init_terminal_at();
    init_state_remote();
    init_state_report();
    init_world();
    HELP7 = `
${PROGRAM} log [options]

Shows what the agent did, oldest first, from the log that it commits.
${REMOTE_HELP}
  --since <time>       from then on: a duration such as 24h or 7d, or a time such as
                       2026-11-22T03:00Z
  --away <time>        the same as a story in one screen: what ran since then, what came of it,
                       what went wrong and why, what it cost, and what needs you
  --follow             wait, and print each new line as it comes, until Ctrl-C
  --goal <id>          only this goal
  --wake <id>          only the run with this id
  --level <level>      debug, info, warn or error: this level and worse [info]; debug also
                       shows what repeats itself, and what another line says already
  --json               print the entries as one JSON document
`;
    OPTIONS6 = {
      ...REMOTE_OPTIONS,
      since: "text",
      away: "text",
      follow: "flag",
      goal: "text",
      wake: "text",
      level: "text",
      json: "flag"
    };
    DAYS_MOST = 400;
    LEVELS = ["debug", "info", "warn", "error"];
    log = { help: HELP7, run: run7 };
  }
});

// src/core/report/causes-of.ts
function subjectOf(report, entries, words2) {
  const [first2 = "", second] = words2;
  const goal = report.goals.find(({ id }) => id === first2);
  if (goal !== void 0 && second !== void 0)
    return timedSubject(report, entries, { goal: first2, word: second });
  if (goal !== void 0) return { kind: "goal", goal: first2 };
  if (report.runs.some(({ id }) => id === first2) || entries.some(({ wake: wake3 }) => wake3 === first2))
    return { kind: "run", run: first2 };
  const number2 = /^#?(\d{1,9})$/.exec(first2)?.[1];
  if (number2 !== void 0 && report.drafts.some(({ draft }) => draft === Number(number2)))
    return { kind: "draft", draft: Number(number2) };
  const task = entries.find((entry3) => entry3.goal !== void 0 && isAbout(entry3, first2));
  return task?.goal === void 0 ? null : { kind: "task", goal: task.goal, task: first2 };
}
function timedSubject(report, entries, { goal, word }) {
  const time = Date.parse(word);
  const slots = report.goals.find(({ id }) => id === goal)?.slots ?? [];
  const slot = slots.find(({ from, to }) => Date.parse(from) <= time && time <= Date.parse(to));
  if (slot !== void 0) return { kind: "slot", goal, slot: slot.from };
  const isTask = entries.some((entry3) => entry3.goal === goal && isAbout(entry3, word));
  return isTask ? { kind: "task", goal, task: word } : null;
}
function isAbout({ item }, task) {
  if (item === void 0) return false;
  const { element, title } = itemOf(item);
  return element === task || title === task || item === task;
}
function causesOf(report, entries, subject) {
  const isOwn = ownLines(report, subject);
  const runs2 = runsConcerned(report, entries, { subject, isOwn });
  const goal = goalOf(report, subject);
  return entries.filter(
    (entry3) => isOwn(entry3) || runs2.has(entry3.wake) && isContext(entry3, subject, goal) || isDeathOf(entry3, runs2, subject)
  );
}
function ownLines(report, subject) {
  switch (subject.kind) {
    case "draft": {
      const branch = report.drafts.find(({ draft }) => draft === subject.draft)?.branch;
      return ({ data }) => branch !== void 0 && textIn(data, "branch") === branch;
    }
    case "run":
      return ({ wake: wake3 }) => wake3 === subject.run;
    case "goal":
      return ({ goal, event }) => goal === subject.goal && LASTING.has(event);
    case "slot":
      return ({ goal, data }) => goal === subject.goal && isOfSlot(data, subject.slot);
    case "task":
      return (entry3) => entry3.goal === subject.goal && isAbout(entry3, subject.task);
  }
}
function isOfSlot(data, slot) {
  return timeIn(data, "slot") === slot || timeIn(data, "from") === slot;
}
function runsConcerned(report, entries, { subject, isOwn }) {
  switch (subject.kind) {
    case "goal": {
      const own = report.runs.filter(({ goals: goals2 }) => goals2.some(({ goal }) => goal === subject.goal));
      return new Set(own.slice(0, RUNS_OF_GOAL).map(({ id }) => id));
    }
    case "slot": {
      const slots = report.goals.find(({ id }) => id === subject.goal)?.slots ?? [];
      return new Set(slots.find(({ from }) => from === subject.slot)?.runs ?? []);
    }
    default:
      return new Set(entries.filter(isOwn).map(({ wake: wake3 }) => wake3));
  }
}
function goalOf(report, subject) {
  if (subject.kind === "run") return null;
  if (subject.kind !== "draft") return subject.goal;
  return report.drafts.find(({ draft }) => draft === subject.draft)?.goal ?? null;
}
function isContext(entry3, subject, goal) {
  if (entry3.goal === void 0) return entry3.event === "wake_started" || entry3.event === "wake_ended";
  if (entry3.goal !== goal) return false;
  return subject.kind !== "task" || entry3.item === void 0 || isAbout(entry3, subject.task);
}
function isDeathOf({ event, data, goal }, runs2, subject) {
  if (event !== "took_over") return false;
  const dead = textIn(data, "dead_wake");
  if (subject.kind === "run") return dead === subject.run;
  return dead !== null && runs2.has(dead) && ("goal" in subject ? goal === subject.goal : true);
}
var RUNS_OF_GOAL, LASTING;
var init_causes_of = __esm({
  "src/core/report/causes-of.ts"() {
    "use strict";
    init_item();
    init_log_data();
    RUNS_OF_GOAL = 3;
    LASTING = /* @__PURE__ */ new Set([
      "goal_paused",
      "goal_resumed",
      "goal_edited",
      "bad_goal",
      "budget_spent"
    ]);
  }
});

// src/report/status/subject-words.ts
function subjectWords(report, subject) {
  switch (subject.kind) {
    case "draft":
      return draftWords(report.drafts.find(({ draft }) => draft === subject.draft));
    case "run":
      return runWords2(
        report.runs.find(({ id }) => id === subject.run),
        subject.run
      );
    case "goal":
      return goalWords2(report.goals.find(({ id }) => id === subject.goal));
    case "slot": {
      const goal = report.goals.find(({ id }) => id === subject.goal);
      return slotWords2(
        goal?.slots.find(({ from }) => from === subject.slot),
        subject.goal
      );
    }
    case "task":
      return taskWords(report, subject);
  }
}
function taskWords({ drafts, goals: goals2 }, { goal, task }) {
  const name = `The task ${task} of ${goal}`;
  const stuck = goals2.find(({ id }) => id === goal)?.stuck.find(({ title }) => title === task);
  if (stuck !== void 0)
    return fullStop(`${name} is stuck after ${count(stuck.attempts, "attempt")}: ${stuck.detail}`);
  const isIt = (key) => itemOf(key).element === task || itemOf(key).title === task;
  const own = drafts.filter((draft2) => draft2.goal === goal && draft2.tasks.some(({ key }) => isIt(key)));
  const [newest2] = own;
  if (newest2 === void 0) return `${name}, as the log tells it.`;
  const isDone2 = newest2.tasks.some(({ key, status: status2 }) => isIt(key) && status2 === "done");
  const draft = newest2.draft === null ? newest2.branch : `draft #${newest2.draft}`;
  return `${name} is ${isDone2 ? "done" : "not done"}; its change is in ${draft}, which ${FATES[newest2.outcome]}.`;
}
function draftWords(draft) {
  if (draft === void 0) return "";
  const opened = draft.openedAt === null ? "" : `was opened on ${longTime(draft.openedAt)} and `;
  const ended = draft.endedAt === null ? "" : ` on ${shortTime(draft.endedAt)}`;
  const reason = draft.reason === null ? "" : ` The reason: ${fullStop(draft.reason)}`;
  const cost = draft.cost.calls === 0 ? "" : ` Its tasks took ${count(draft.cost.tokens, "token")}.`;
  return `Draft #${draft.draft} (${draft.title}) of ${draft.goal} ${opened}${FATES[draft.outcome]}${ended}.${reason}${cost}`;
}
function runWords2(run22, id) {
  if (run22 === void 0) return `Run ${id} did nothing that people would have to know.`;
  const end = run22.ending === null ? "" : `: ${endingWords(run22.ending)}`;
  const lost = run22.lostTokens === 0 ? "" : ` The ${count(run22.lostTokens, "token")} that it had set aside count as spent.`;
  return `Run ${id} of ${longTime(run22.startedAt)} ${RUN_FATES[run22.fate]}${end}.${lost}`;
}
function goalWords2(goal) {
  if (goal === void 0) return "";
  if (goal.pause !== null)
    return fullStop(`${goal.id} is paused since ${shortTime(goal.pause.at)}: ${goal.pause.reason}`);
  const last = goal.ending === null ? "has not run yet" : `ended last with: ${endingWords(goal.ending)}`;
  const failed = goal.failures === 0 ? "" : `, after ${count(goal.failures, "failure")} in a row`;
  const waits = goal.waitsUntil === null ? "" : ` It waits until ${shortTime(goal.waitsUntil)} before it tries again.`;
  return `${goal.id} ${last}${failed}. ${sentence(goal.detail)}${waits}`.trim();
}
function slotWords2(slot, goal) {
  if (slot === void 0) return "";
  const what2 = slot.count === 1 ? `The run of ${goal} due ${dueTime(slot.from)}` : `${count(slot.count, "run")} of ${goal} due from ${dueTime(slot.from)} to ${dueTime(slot.to)}`;
  const was = slot.count === 1 ? "was" : "were";
  if (slot.runs.length === 0) return `${what2} ${was} ${slot.fate}.`;
  const end = slot.finishedAt === null ? "is not finished" : `was finished on ${shortTime(slot.finishedAt)}`;
  return `${what2} was worked on by ${listWords(slot.runs)} and ${end}.`;
}
var FATES, RUN_FATES;
var init_subject_words = __esm({
  "src/report/status/subject-words.ts"() {
    "use strict";
    init_item();
    init_ending_words();
    init_sentences();
    FATES = {
      none: "is not open yet",
      open: "waits for your review",
      merged: "was merged",
      closed: "was closed without merging",
      taken_over: "was taken over by a person"
    };
    RUN_FATES = {
      ended: "has ended",
      running: "still works",
      died: "died",
      unknown: "has left no line about its end"
    };
  }
});

// src/commands/why.ts
var why_exports = {};
__export(why_exports, {
  why: () => why
});
async function run8({ args, terminal }) {
  const { options, words: words2 } = readOptions(args, { ...REMOTE_OPTIONS, json: "flag" });
  if (words2.length === 0 || words2.length > 2) throw new UsageError(USAGE_TEXTS.whyWhat);
  const signal = new AbortController().signal;
  const remote = await findStateRemote(terminal.folder, options, signal);
  const { report, log: log2 } = await readStateReport(remote, { days: null }, signal);
  const subject = subjectOf(report, log2.entries, words2);
  if (subject === null) throw new UsageError(USAGE_TEXTS.noSubject(words2.join(" ")));
  const lines = causesOf(report, log2.entries, subject);
  const heading = subjectWords(report, subject);
  const at = await terminalAt(terminal, remote.settings);
  if (options.json) writeJson(at, { source: remote.sentence, subject, heading, lines });
  else {
    const facts2 = maskedRecord({ heading, lines, source: remote.sentence }, at.mask);
    print(at, `${facts2.source}

${causesText(facts2, styleOf(at))}`);
  }
  return 0;
}
var HELP8, why;
var init_why = __esm({
  "src/commands/why.ts"() {
    "use strict";
    init_masked_record();
    init_causes_of();
    init_program();
    init_story_text();
    init_subject_words();
    init_command_texts();
    init_command();
    init_options();
    init_style();
    init_terminal_at();
    init_state_remote();
    init_state_report();
    HELP8 = `
${PROGRAM} why <draft|run|goal|task> [options]
${PROGRAM} why <goal> <due time|task> [options]

Tells what led to something, as the log has it: who started the run, for which due time,
under which lock, the attempts, the checks, and what was pushed.

  ${PROGRAM} why 12                            the draft #12
  ${PROGRAM} why 9001037-1                     a run
  ${PROGRAM} why docs-index                    a goal, with its last three runs
  ${PROGRAM} why docs-index 2026-11-22T03:00Z  a due time of a goal
  ${PROGRAM} why docs/tour.md                  a task
${REMOTE_HELP}
  --json               print it as one JSON document
`;
    why = { help: HELP8, run: run8 };
  }
});

// src/adapters/open-file.ts
import { spawn as spawn2 } from "node:child_process";
import { once as once2 } from "node:events";
async function openAddress(address, environment3) {
  const [program, ...options] = OPENERS[process.platform] ?? ["xdg-open"];
  const child = spawn2(program, [...options, address], { env: environment3, stdio: "ignore", detached: true });
  child.unref();
  return once2(child, "spawn").then(
    () => true,
    () => false
  );
}
var OPENERS;
var init_open_file = __esm({
  "src/adapters/open-file.ts"() {
    "use strict";
    OPENERS = {
      darwin: ["open"],
      win32: ["rundll32", "url.dll,FileProtocolHandler"]
    };
  }
});

// src/report/page/page-texts.ts
var PAGE_TEXTS;
var init_page_texts = __esm({
  "src/report/page/page-texts.ts"() {
    "use strict";
    PAGE_TEXTS = {
      wrote: (files2, size) => `Wrote ${files2.join(", ")} (${size}).`,
      address: (address) => `In a browser: ${address}`,
      notOpened: "No program was found that opens it, so open this address yourself.",
      notWritten: (path, reason) => `${path} cannot be written: ${reason}. Name another place with --out <file or folder>.`,
      isLink: (path) => `${path} is a link, which leads to another file, and the page would be written over that one. Remove the link, or name another place with --out <file or folder>.`,
      isFolder: (path) => `${path} is a folder. Give it as --out without an ending of a file.`
    };
  }
});

// src/report/page/xml-text.ts
function xmlText(text2) {
  return text2.replace(FORBIDDEN, "").replace(/[&<>"']/g, (sign) => MEANS[sign] ?? "");
}
var MEANS, FORBIDDEN;
var init_xml_text = __esm({
  "src/report/page/xml-text.ts"() {
    "use strict";
    MEANS = {
      "&": "&amp;",
      "<": "&lt;",
      ">": "&gt;",
      '"': "&quot;",
      "'": "&apos;"
    };
    FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
  }
});

// src/report/page/badge.ts
function statusBadge({ verdict }) {
  const [name, words2] = ["wakeful", badgeWords(verdict)];
  const [left, right] = [widthOf(name), widthOf(words2)];
  const label = xmlText(`${name}: ${words2}`);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${left + right}" height="${HEIGHT}" role="img" aria-label="${label}">`,
    `<title>${label}</title>`,
    `<rect width="${left + right}" height="${HEIGHT}" rx="3" fill="#33342f"/>`,
    `<path d="M${left} 0H${left + right - 3}a3 3 0 0 1 3 3V17a3 3 0 0 1 -3 3H${left}Z" fill="${COLOURS[verdict.kind]}"/>`,
    '<g fill="#fff" font-family="Verdana,Geneva,DejaVu Sans,sans-serif" font-size="11" text-anchor="middle">',
    `<text x="${left / 2}" y="14">${xmlText(name)}</text>`,
    `<text x="${left + right / 2}" y="14">${xmlText(words2)}</text>`,
    "</g>",
    "</svg>",
    ""
  ].join("\n");
}
function badgeWords(verdict) {
  switch (verdict.kind) {
    case "never_ran":
      return "has not run yet";
    case "silent":
      return "no sign of life";
    case "stopped":
      return "stopped";
    case "needs_you":
      return [
        ...verdict.reviews === 0 ? [] : [`${count(verdict.reviews, "draft")} to review`],
        ...verdict.problems === 0 ? [] : [count(verdict.problems, "problem")]
      ].join(", ");
    case "troubled":
      return `${count(verdict.goals.length, "goal")} tried again`;
    case "well":
      return "nothing needs you";
  }
}
function widthOf(text2) {
  return Math.round(text2.length * LETTER + 2 * PADDING);
}
var HEIGHT, LETTER, PADDING, COLOURS;
var init_badge = __esm({
  "src/report/page/badge.ts"() {
    "use strict";
    init_sentences();
    init_xml_text();
    HEIGHT = 20;
    LETTER = 6.6;
    PADDING = 7;
    COLOURS = {
      never_ran: "#6a6a64",
      silent: "#a3211b",
      stopped: "#6a6a64",
      needs_you: "#a3211b",
      troubled: "#7a4b00",
      well: "#0b5c8a"
    };
  }
});

// src/report/page/plain-report.ts
function plainReport(report, length) {
  return plain2(report, length);
}
function plain2(value, length) {
  if (typeof value === "string") return plainText2(value, length);
  if (Array.isArray(value)) return value.map((each) => plain2(each, length));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plain2(each, length)]));
}
function plainText2(text2, length) {
  return shortened(withoutHidden(text2.slice(0, 8 * length)).toWellFormed(), length);
}
function shortened(text2, length) {
  if (text2.length <= length) return text2;
  return `${text2.slice(0, length - 1).replace(/[\ud800-\udbff]$/, "").trimEnd()}…`;
}
function roomFor(parts2, { total, least, most }) {
  return Math.max(least, Math.min(most, Math.floor(total / Math.max(1, parts2))));
}
var init_plain_report = __esm({
  "src/report/page/plain-report.ts"() {
    "use strict";
    init_markdown();
  }
});

// src/report/page/needs-feed.ts
function needsFeed(report, site) {
  const { repository, needs, at } = plainReport(report, TEXT_LENGTH);
  const home = site === null ? null : repositoryUrl(site);
  const entries = needs.toReversed().slice(0, ENTRIES);
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    `  <id>${xmlText(tagOf(repository, "needs"))}</id>`,
    `  <title>${xmlText(`Wakeful: what needs you in ${repository}`)}</title>`,
    `  <updated>${timestamp(at)}</updated>`,
    "  <author><name>Wakeful</name></author>",
    ...home === null ? [] : [`  <link rel="alternate" href="${xmlText(home)}"/>`],
    ...entries.map((need) => entry(need, repository, site)),
    "</feed>",
    ""
  ].join("\n");
}
function entry(need, repository, site) {
  const words2 = needText(need);
  const text2 = [words2.about, words2.why, ...words2.steps].filter((part) => part !== "").join("\n");
  const address = addressOf(words2.target, site);
  return [
    "  <entry>",
    `    <id>${xmlText(tagOf(repository, identityOf3(need)))}</id>`,
    `    <title>${xmlText(words2.title)}</title>`,
    `    <updated>${timestamp(need.since)}</updated>`,
    ...address === null ? [] : [`    <link rel="alternate" href="${xmlText(address)}"/>`],
    `    <content type="text">${xmlText(text2)}</content>`,
    "  </entry>"
  ].join("\n");
}
function addressOf(target, site) {
  if (target === null || site === null) return null;
  return target.kind === "draft" ? draftUrl(site, target.number) : issueUrl(site, target.number);
}
function identityOf3(need) {
  switch (need.kind) {
    case "review":
      return `review/${need.branch}`;
    case "alert":
      return `alert/${need.goal ?? ""}/${need.cause}/${need.since}`;
    case "lock":
      return `lock/${need.goal}/${need.run}`;
  }
}
function tagOf(repository, name) {
  const encoded = `${repository}/${name}`.replace(
    /[^A-Za-z0-9/._~-]/gu,
    (sign) => encodeURIComponent(wellFormed(sign))
  );
  return `tag:wakeful.invalid,2026:${encoded}`;
}
function wellFormed(sign) {
  return /^[\ud800-\udfff]$/.test(sign) ? "�" : sign;
}
function timestamp(time) {
  const at = Date.parse(time);
  return isoTime(Number.isNaN(at) ? 0 : at);
}
var ENTRIES, TEXT_LENGTH;
var init_needs_feed = __esm({
  "src/report/page/needs-feed.ts"() {
    "use strict";
    init_time();
    init_need_words();
    init_github_pages();
    init_plain_report();
    init_xml_text();
    ENTRIES = 100;
    TEXT_LENGTH = 1e3;
  }
});

// node_modules/preact/dist/preact.mjs
function g(n2) {
  n2 && n2.parentNode && n2.remove();
}
function k(n2, t2, r2) {
  var u3, i3, f3, o3 = {}, e2 = arguments.length;
  for (f3 in t2) "key" == f3 ? u3 = t2[f3] : "ref" == f3 && "function" != typeof n2 ? i3 = t2[f3] : o3[f3] = t2[f3];
  return e2 > 2 && (o3.children = e2 > 3 ? d.call(arguments, 2) : r2), m(n2, o3, u3, i3, null);
}
function m(r2, u3, i3, f3, o3) {
  var e2 = { type: r2, props: u3, key: i3, ref: f3, __k: null, __: null, __b: 0, __e: null, __c: null, constructor: h, __v: o3 || ++t, __i: -1, __u: 0 };
  return !o3 && n.vnode && n.vnode(e2), e2;
}
function $(n2) {
  return n2.children;
}
function x(n2, t2) {
  this.props = n2, this.context = t2, this.__g = 0;
}
function S(n2, t2) {
  if (null == t2) return n2.__ && S(n2.__, n2.__i + 1);
  for (var r2; t2 < n2.__k.length; t2++) if ((r2 = n2.__k[t2]) && r2.__e) return r2.__e;
  return "function" != typeof n2.type || n2.props.__P ? null : S(n2);
}
function C(t2) {
  var r2, u3 = t2.__v, i3 = u3.__e, f3 = [], o3 = [], e2 = t2.__P;
  e2 && ((r2 = _({ constructor: h }, u3)).__v = u3.__v + 1, n.vnode && n.vnode(r2), z(e2, r2, u3, t2.__n, e2.namespaceURI, 32 & u3.__u ? [i3] : null, f3, i3 || S(u3), 32 & u3.__u, o3), r2.__v = u3.__v, r2.__.__k[r2.__i] = r2, E(f3, r2, o3), u3.__ = u3.__e = null, r2.__e != i3 && j(r2));
}
function j(n2) {
  if ((n2 = n2.__) && n2.__c && !n2.props.__P) return n2.__e = null, n2.__k.some(function(t2) {
    return t2 && (n2.__e = t2.__e);
  }), j(n2);
}
function L(t2) {
  (8 & t2.__g || (t2.__g |= 8, u.push(t2), f++)) && i == n.debounceRendering || ((i = n.debounceRendering) || queueMicrotask)(H);
}
function H() {
  try {
    for (var n2, t2 = 1; u.length; ) u.length > t2 && u.sort(o), n2 = u.shift(), t2 = u.length, 8 & n2.__g && C(n2);
  } finally {
    (f = u.length) && (i || queueMicrotask)(H);
  }
}
function I(n2, t2, r2, u3, i3, f3, o3, e2, l3, c3, a3) {
  var s3, h3, v3, w3, d3, _3, g3 = u3.__k || y, k3 = t2.length;
  for (l3 = q(r2, t2, g3, l3, k3), s3 = 0; s3 < k3; s3++) null != (v3 = r2.__k[s3]) && (h3 = ~v3.__i && g3[v3.__i] || p, v3.__i = s3, _3 = z(n2, v3, h3, i3, f3, o3, e2, l3, c3, a3), w3 = v3.__e, (h3.ref != v3.ref || 8 & h3.__u) && (h3.ref && G(h3.ref, null, v3, h3), v3.ref && a3.push(v3.ref, v3.__c || w3, v3)), d3 = d3 || w3, 4 & v3.__u ? (l3 = A(v3, l3, n2, !h3.__v), h3.__e && (h3.__e = null)) : "function" == typeof v3.type && void 0 !== _3 ? l3 = _3 : w3 && (l3 = w3.nextSibling), v3.__u &= -21);
  return r2.__e = d3, l3;
}
function q(n2, t2, r2, u3, i3) {
  var f3, o3, e2, l3, c3, a3, s3, p3, y3, v3 = r2.length, d3 = v3, _3 = 0, g3 = 0, k3 = n2.__k = Array(i3);
  for (f3 = 0; f3 < i3; f3++) null != (o3 = t2[f3]) && "boolean" != typeof o3 && "function" != typeof o3 ? ("object" != typeof o3 || o3.constructor === String ? o3 = k3[f3] = m(null, o3) : w(o3) ? o3 = k3[f3] = m($, { children: o3 }) : o3.constructor === h && o3.__b ? o3 = k3[f3] = m(o3.type, o3.props, o3.key, o3.ref, o3.__v) : k3[f3] = o3, l3 = f3 + _3, o3.__ = n2, o3.__b = n2.__b + 1, e2 = null, ~(c3 = o3.__i = P(o3, r2, l3, d3)) && (d3--, (e2 = r2[c3]) && (e2.__u |= 2)), e2 && e2.__v ? (o3.__u |= 16, c3 == l3 - 1 ? _3-- : c3 == l3 + 1 ? _3++ : c3 != l3 && (c3 > l3 ? _3-- : _3++, g3 = 1)) : (~c3 || (i3 > v3 ? _3-- : i3 < v3 && _3++), "function" != typeof o3.type && (o3.__u |= 4))) : k3[f3] = null;
  if (g3) {
    for (a3 = [], s3 = [], f3 = 0; f3 < i3; f3++) if ((o3 = k3[f3]) && 16 & o3.__u) {
      for (_3 = 0, p3 = a3.length; _3 < p3; ) a3[y3 = _3 + p3 >> 1] < o3.__i ? _3 = y3 + 1 : p3 = y3;
      a3[_3] = o3.__i, s3[f3] = _3 + 1;
    }
    for (_3 = a3.length; f3--; ) s3[f3] && (s3[f3] == _3 ? _3-- : k3[f3].__u |= 4);
  }
  if (d3) for (f3 = 0; f3 < v3; f3++) !(e2 = r2[f3]) || 2 & e2.__u || (e2.__e == u3 && (u3 = S(e2)), J(e2, e2));
  return u3;
}
function A(n2, t2, r2, u3) {
  var i3, f3, o3, e2;
  if ("function" == typeof n2.type) {
    if (n2.props.__P) return t2;
    if (i3 = n2.__k) for (f3 = 0; f3 < i3.length; f3++) i3[f3] && (i3[f3].__ = n2, t2 = A(i3[f3], t2, r2, false));
    return t2;
  }
  for (t2 && !t2.parentNode && (t2 = S(n2)) && !t2.parentNode && (t2 = null), o3 = n2.__e, e2 = t2; e2 && 8 == e2.nodeType; ) e2 = e2.nextSibling;
  for (o3 != e2 && (!u3 && r2.moveBefore && o3.parentNode ? r2.moveBefore(o3, t2) : r2.insertBefore(o3, t2 || null)), t2 = o3; (t2 = t2 && t2.nextSibling) && 8 == t2.nodeType && !t2.data.startsWith("$s"); ) ;
  return t2;
}
function P(n2, t2, r2, u3) {
  var i3, f3 = n2.key, o3 = n2.type, e2 = t2[r2], l3 = e2 && !(2 & e2.__u);
  if (null === e2 && null == f3 || l3 && f3 == e2.key && o3 == e2.type) return r2;
  if (u3 > (l3 ? 1 : 0)) {
    for (i3 = r2 - 1; i3 >= 0; i3--) if ((e2 = t2[i3]) && !(2 & e2.__u) && f3 == e2.key && o3 == e2.type) return i3;
    for (i3 = r2 + 1; i3 < t2.length; i3++) if ((e2 = t2[i3]) && !(2 & e2.__u) && f3 == e2.key && o3 == e2.type) return i3;
  }
  return -1;
}
function T(n2, t2, r2) {
  null == r2 && (r2 = ""), "-" == t2[0] ? n2.setProperty(t2, r2) : n2[t2] = r2;
}
function N(n2, t2, r2, u3, i3) {
  var f3, o3;
  if ("style" == t2) if ("string" == typeof r2) n2.style.cssText = r2;
  else {
    if ("string" == typeof u3 && (n2.style.cssText = u3 = ""), u3) for (t2 in u3) r2 && t2 in r2 || T(n2.style, t2);
    if (r2) for (t2 in r2) u3 && r2[t2] == u3[t2] || T(n2.style, t2, r2[t2]);
  }
  else if ("o" == t2[0] && "n" == t2[1]) "function" != typeof r2 && (r2 = null), "function" != typeof u3 && (u3 = null), (n2.__e || (n2.__e = {}))[t2] = r2, r2 && u3 || (o3 = a[t2] || (a[t2] = V(t2)), (n2.__a || (n2.__a = {}))[t2] = c, f3 = t2 != (t2 = t2.replace(l, "$1")), (t2 = t2.slice(2))[0] < "a" && (t2 = t2.toLowerCase()), r2 ? n2.addEventListener(t2, o3, f3) : n2.removeEventListener(t2, o3, f3));
  else {
    if ("http://www.w3.org/2000/svg" == i3) t2 = t2.replace(/xlink(H|:h)/, "h").replace(/sName$/, "s");
    else if ("width" != t2 && "height" != t2 && "href" != t2 && "list" != t2 && "form" != t2 && "tabIndex" != t2 && "download" != t2 && "rowSpan" != t2 && "colSpan" != t2 && "role" != t2 && "popover" != t2 && t2 in n2) try {
      return void (n2[t2] = null == r2 ? "" : r2);
    } catch (n3) {
    }
    if ("function" == typeof r2) return;
    null == r2 || false === r2 && "-" != t2[4] ? n2.removeAttribute(t2) : n2.setAttribute(t2, "popover" == t2 && 1 == r2 ? "" : r2);
  }
}
function V(t2) {
  return function(r2) {
    var u3 = this.__e;
    if (u3) {
      if (u3 = u3[t2], null == r2[e]) r2[e] = c++;
      else if (r2[e] < this.__a[t2]) return;
      return u3(n.event ? n.event(r2) : r2);
    }
  };
}
function z(t2, r2, u3, i3, f3, o3, e2, l3, c3, a3) {
  var s3, p3, v3, d3, k3, b2, m3, M2, C2, j3, L2, H3, q3, A2, O, P3, T3, N3, V3 = r2.type;
  if (r2.constructor !== h) return null;
  128 & u3.__u && (c3 = 32 & u3.__u, s3 = u3.__c.__z) && (r2.__u |= c3, p3 = o3 = [], 8 == s3.nodeType ? l3 = B(s3, o3) : o3.push(s3), l3 = o3[0] || l3), (s3 = n.__b) && s3(r2);
  n: if ("function" == typeof V3) {
    v3 = e2.length;
    try {
      if (M2 = r2.props, C2 = (s3 = V3.prototype) && s3.render, j3 = (s3 = V3.contextType) && i3[s3.__c], L2 = s3 ? j3 ? j3.props.value : s3.__ : i3, (d3 = u3.__c) ? (r2.__c = d3, 2 & d3.__g && (d3.__g |= 1)) : (C2 ? r2.__c = d3 = new V3(M2, L2) : (r2.__c = d3 = new x(M2, L2), d3.constructor = V3, d3.render = K), j3 && j3.sub(d3), d3.state || (d3.state = {}), d3.__n = i3, d3.__g |= 8, d3.__h = [], d3.__k = []), C2 && (d3.__s || (d3.__s = d3.state), V3.getDerivedStateFromProps && (d3.__s == d3.state && (d3.__s = _({}, d3.__s)), _(d3.__s, V3.getDerivedStateFromProps(M2, d3.__s)))), k3 = d3.props, b2 = d3.state, d3.__v = r2, u3.__c) {
        if (M2 !== k3 && C2 && !V3.getDerivedStateFromProps && d3.componentWillReceiveProps && d3.componentWillReceiveProps(M2, L2), r2.__v == u3.__v && !(8 & d3.__g) || !(4 & d3.__g) && d3.shouldComponentUpdate && false === d3.shouldComponentUpdate(M2, d3.__s, L2)) {
          r2.__v != u3.__v && (d3.props = M2, d3.state = d3.__s, d3.__g &= -9), r2.__e = u3.__e, r2.__k = u3.__k, r2.__k.some(function(n2) {
            n2 && (n2.__ = r2);
          }), y.push.apply(d3.__h, d3.__k), d3.__k = [], d3.__h.length && e2.push(d3), l3 = S(u3);
          break n;
        }
        d3.componentWillUpdate && d3.componentWillUpdate(M2, d3.__s, L2), C2 && d3.componentDidUpdate && d3.__h.push(function() {
          d3.componentDidUpdate(k3, b2, m3);
        });
      } else C2 && !V3.getDerivedStateFromProps && d3.componentWillMount && d3.componentWillMount(), C2 && d3.componentDidMount && d3.__h.push(d3.componentDidMount);
      d3.context = L2, d3.props = M2, d3.__P = t2, d3.__g &= -5, H3 = n.__r, q3 = C2 ? 25 : 0;
      do {
        d3.__g &= -9, H3 && H3(r2), s3 = d3.render(d3.props, d3.state = d3.__s, d3.context);
      } while (8 & d3.__g && ++q3 < 25);
      C2 && (y.push.apply(d3.__h, d3.__k), d3.__k = []), d3.state = d3.__s, d3.getChildContext && (i3 = _({}, i3, d3.getChildContext())), C2 && u3.__c && d3.getSnapshotBeforeUpdate && (m3 = d3.getSnapshotBeforeUpdate(k3, b2)), A2 = s3 && s3.type === $ && null == s3.key ? s3.props.children : s3, M2.__P && (s3 = l3, f3 = (t2 = M2.__P).namespaceURI, c3 = o3 = null, u3.props && u3.props.__P != t2 && (u3.__k.some(function(n2) {
        n2 && J(n2, n2);
      }), u3.__k = null), l3 = u3.__k ? S(u3, 0) : null), l3 = I(t2, w(A2) ? A2 : [A2], r2, u3, i3, f3, o3, e2, l3, c3, a3), M2.__P && (r2.__e = null, l3 = s3), r2.__u &= -161, p3 && p3.some(g), d3.__h.length && e2.push(d3), 1 & d3.__g && (d3.__g &= -4);
    } catch (t3) {
      if (e2.length = v3, r2.__v = null, c3 || o3) if (t3 && t3.then) {
        if (r2.__u |= 128 | c3, o3) {
          for (~(T3 = o3.indexOf(l3 || void 0)) || (T3 = o3.length); (N3 = o3[T3 - 1]) && 8 == N3.nodeType; ) T3--;
          for (; T3 < o3.length; T3++) if (N3 = o3[T3]) if (o3[T3] = null, O) {
            if (N3 == P3) break;
          } else {
            if (8 != N3.nodeType) break;
            N3.data.startsWith("$s") && (P3 = B(O = N3));
          }
        }
        if (!O) {
          for (; l3 && 8 == l3.nodeType && l3.nextSibling; ) l3 = l3.nextSibling;
          O = l3;
        }
        (s3 = B(O = r2.__c.__z || (r2.__c.__z = O))) ? (r2.__e = O, l3 = s3) : r2.__e = l3, l3 = l3 && l3.nextSibling;
      } else o3 && o3.some(g);
      else r2.__e = u3.__e;
      r2.__k || (r2.__k = u3.__k || []), t3 && t3.then || D(r2), n.__e(t3, r2, u3);
    }
  } else l3 = r2.__e = F(u3.__e, r2, u3, i3, f3, o3, e2, c3, a3, t2);
  return (s3 = n.diffed) && s3(r2), l3;
}
function B(n2, t2) {
  if (n2 && 8 == n2.nodeType && n2.data.startsWith("$s")) for (var r2 = 1; n2 = n2.nextSibling; ) {
    if (8 == n2.nodeType) {
      if (n2.data.startsWith("$s")) r2++;
      else if (n2.data.startsWith("/$s") && !--r2) return n2;
    }
    t2 && t2.push(n2);
  }
}
function D(n2) {
  n2 && (n2.__c && (n2.__c.__g |= 4), n2.__k && n2.__k.some(D));
}
function E(t2, r2, u3) {
  for (var i3 = 0; i3 < u3.length; ) G(u3[i3++], u3[i3++], u3[i3++]);
  n.__c && n.__c(r2, t2), t2.some(function(r3) {
    try {
      t2 = r3.__h, r3.__h = [], t2.some(function(n2) {
        n2.call(r3);
      });
    } catch (t3) {
      n.__e(t3, r3.__v);
    }
  });
}
function F(t2, r2, u3, i3, f3, o3, e2, l3, c3, a3) {
  var s3, h3, y3, _3, k3, b2, m3, M2, $3 = u3.props || p, x3 = r2.props, C2 = r2.type;
  if ("svg" == C2 ? f3 = "http://www.w3.org/2000/svg" : "math" == C2 ? f3 = "http://www.w3.org/1998/Math/MathML" : f3 || (f3 = "http://www.w3.org/1999/xhtml"), o3) {
    for (s3 = 0; s3 < o3.length; s3++) if ((k3 = o3[s3]) && (C2 ? k3.localName == C2 : 3 == k3.nodeType)) {
      t2 = k3, o3[s3] = null;
      break;
    }
  }
  if (!t2) {
    if (M2 = a3.ownerDocument || document, !C2) return M2.createTextNode(x3);
    t2 = M2.createElementNS(f3, C2, x3.is ? x3 : a3), l3 && (n.__m && n.__m(r2, o3), l3 = false), o3 = null;
  }
  if (C2) {
    if (a3 = "template" == C2 && t2.content || t2, o3 = "textarea" == C2 && null != x3.defaultValue ? null : o3 && d.call(a3.childNodes), !l3 && o3) for ($3 = {}, s3 = 0; s3 < t2.attributes.length; s3++) $3[(k3 = t2.attributes[s3]).name] = k3.value;
    for (s3 in $3) k3 = $3[s3], "dangerouslySetInnerHTML" == s3 ? y3 = k3 : "children" == s3 || s3 in x3 || "value" == s3 && "defaultValue" in x3 || "checked" == s3 && "defaultChecked" in x3 || N(t2, s3, null, k3, f3);
    for (s3 in x3) k3 = x3[s3], "children" == s3 ? _3 = k3 : "dangerouslySetInnerHTML" == s3 ? h3 = k3 : "value" == s3 ? b2 = k3 : "checked" == s3 ? m3 = k3 : l3 && "function" != typeof k3 || $3[s3] === k3 || N(t2, s3, k3, $3[s3], f3);
    h3 ? (l3 || y3 && (h3.__html == y3.__html || h3.__html == t2.innerHTML) || (t2.innerHTML = h3.__html), r2.__k = []) : (y3 && (t2.textContent = ""), ("foreignObject" == C2 || "http://www.w3.org/1998/Math/MathML" == f3 && v.test(C2)) && (f3 = "http://www.w3.org/1999/xhtml"), I(a3, w(_3) ? _3 : [_3], r2, u3, i3, f3, o3, e2, o3 ? o3[0] : u3.__k && S(u3, 0), l3, c3), o3 && o3.some(g)), l3 && "textarea" != C2 || (s3 = "value", "progress" == C2 && null == b2 ? t2.removeAttribute(s3) : null == b2 || b2 === t2[s3] && ("progress" != C2 || b2) || N(t2, s3, b2, $3[s3], f3), s3 = "checked", null != m3 && m3 != t2[s3] && N(t2, s3, m3, $3[s3], f3));
  } else $3 === x3 || l3 && t2.data == x3 || (t2.data = x3);
  return t2;
}
function G(t2, r2, u3, i3) {
  try {
    "function" == typeof t2 ? r2 ? r2.__x = t2(r2) || 1 : i3 && (i3 = i3.__c || i3.__e) && (r2 = i3.__x) && (i3.__x = null, "function" == typeof r2 ? r2() : t2(null)) : t2.current = r2;
  } catch (t3) {
    n.__e(t3, u3);
  }
}
function J(t2, r2, u3) {
  var i3, f3, o3, e2;
  if (n.unmount && n.unmount(t2), !(i3 = t2.ref) || i3.current && i3.current != t2.__e || G(i3, null, r2, t2), i3 = t2.__c) {
    if (i3.componentWillUnmount) try {
      i3.componentWillUnmount();
    } catch (t3) {
      n.__e(t3, r2);
    }
    i3.__P = i3.__n = null;
  }
  if (i3 = t2.__k) for (e2 = 0; e2 < i3.length; e2++) i3[e2] && J(i3[e2], r2, "function" != typeof t2.type || u3 && !t2.props.__P);
  !u3 && (i3 = t2.__c) && (i3 = i3.__z) && (f3 = B(i3, o3 = [])) && (i3 == t2.__e && o3.some(g), g(f3), g(i3)), u3 || g(t2.__e), t2.__e = t2.__c = t2.__ = null;
}
function K(n2, t2, r2) {
  return this.constructor(n2, r2);
}
var n, t, r, u, i, f, o, e, l, c, a, s, h, p, y, v, w, d, _;
var init_preact = __esm({
  "node_modules/preact/dist/preact.mjs"() {
    h = /* @__PURE__ */ Symbol.for("pv");
    p = {};
    y = [];
    v = /^m(i|n|o|s|text|space)$/;
    w = Array.isArray;
    d = y.slice;
    _ = Object.assign;
    n = { __e: function(n2, t2, r2, u3) {
      for (var i3, o3, e2; t2 = t2.__; ) if ((i3 = t2.__c) && !(1 & i3.__g)) {
        i3.__g |= 4;
        try {
          if ((e2 = (o3 = i3.constructor) && o3.getDerivedStateFromError) && i3.setState(o3.getDerivedStateFromError(n2)), i3.componentDidCatch && (i3.componentDidCatch(n2, u3 || {}), e2 = 1), e2 && 8 & i3.__g) return void (i3.__g |= 2);
        } catch (t3) {
          n2 = t3;
        }
      }
      throw f = 0, n2;
    } }, t = 0, r = function(n2) {
      return null != n2 && n2.constructor === h;
    }, x.prototype.setState = function(n2, t2) {
      var r2 = this.__s;
      r2 && r2 != this.state || (r2 = this.__s = _({}, this.state)), "function" == typeof n2 && (n2 = n2(_({}, r2), this.props)), n2 && (_(r2, n2), this.__v && (t2 && this.__k.push(t2), L(this)));
    }, x.prototype.forceUpdate = function(n2) {
      this.__v && (this.__g |= 4, n2 && this.__h.push(n2), L(this));
    }, x.prototype.render = $, u = [], f = 0, o = function(n2, t2) {
      return n2.__v.__b - t2.__v.__b;
    }, e = /* @__PURE__ */ Symbol(), l = /(PointerCapture)$|Capture$/i, c = 0, a = {}, s = 0;
  }
});

// node_modules/preact-render-to-string/dist/index.mjs
function d2(e2) {
  void 0 !== e2.__g ? e2.__g |= 8 : e2[u2] = true;
}
function v2(e2) {
  void 0 !== e2.__g ? e2.__g &= -9 : e2[u2] = false;
}
function m2(e2) {
  return void 0 !== e2.__g ? !!(8 & e2.__g) : true === e2[u2];
}
function _2(e2) {
  if (0 === e2.length || false === y2.test(e2)) return e2;
  for (var t2 = 0, n2 = 0, r2 = "", o3 = ""; n2 < e2.length; n2++) {
    switch (e2.charCodeAt(n2)) {
      case 34:
        o3 = "&quot;";
        break;
      case 38:
        o3 = "&amp;";
        break;
      case 60:
        o3 = "&lt;";
        break;
      default:
        continue;
    }
    n2 !== t2 && (r2 += e2.slice(t2, n2)), r2 += o3, t2 = n2 + 1;
  }
  return n2 !== t2 && (r2 += e2.slice(t2, n2)), r2;
}
function x2(e2) {
  var t2 = "";
  for (var n2 in e2) {
    var r2 = e2[n2];
    if (null != r2 && "" !== r2) {
      var o3 = "-" == n2[0] ? n2 : g2[n2] || (g2[n2] = n2.replace(b, "-$&").toLowerCase()), i3 = ";";
      "number" != typeof r2 || o3.startsWith("--") || k2.has(o3) || (i3 = "px;"), t2 = t2 + o3 + ":" + r2 + i3;
    }
  }
  return t2 || void 0;
}
function w2() {
  this.__d = true;
}
function H2(e2, t2) {
  return { __v: e2, context: t2, props: e2.props, setState: w2, forceUpdate: w2, __d: true, __h: new Array(0) };
}
function M(e2) {
  return "string" == typeof e2 ? Z + e2 + F2 : P2(e2) ? (e2.unshift(Z), e2.push(F2), e2) : e2 && "function" == typeof e2.then ? e2.then(M) : Z + e2 + F2;
}
function W() {
  return { beforeDiff: n.__b, afterDiff: n.diffed, renderHook: n.__r, unmountHook: n.unmount, rootHook: n.__, commitHook: n.__c, catchError: n.__e, errorBoundaries: n.errorBoundaries };
}
function B2(e2) {
  var t2 = n[o2];
  n[o2] = true;
  try {
    return e2();
  } finally {
    n[o2] = t2;
  }
}
function z2(n2, r2, o3) {
  var i3 = W();
  try {
    var u3 = B2(function() {
      var u4, c3 = k($, null);
      return c3[a2] = [n2], i3.rootHook && i3.rootHook(n2, ((u4 = {})[a2] = c3, u4.nodeType = 1, u4)), q2(n2, r2 || T2, false, void 0, c3, false, o3, i3);
    });
    return P2(u3) ? u3.join(U) : u3;
  } catch (e2) {
    if (e2.then) throw new Error('Use "renderToStringAsync" for suspenseful rendering.');
    throw e2;
  } finally {
    i3.commitHook && B2(function() {
      return i3.commitHook(n2, j2);
    }), j2.length = 0;
  }
}
function N2(e2, t2, n2) {
  var r2, o3 = e2.type, a3 = true;
  return e2[i2] ? (a3 = false, (r2 = e2[i2]).state = r2[c2]) : r2 = new o3(e2.props, t2), e2[i2] = r2, r2.__v = e2, r2.props = e2.props, r2.context = t2, d2(r2), null == r2.state && (r2.state = T2), null == r2[c2] && (r2[c2] = r2.state), o3.getDerivedStateFromProps ? r2.state = $2({}, r2.state, o3.getDerivedStateFromProps(r2.props, r2.state)) : a3 && r2.componentWillMount ? (r2.componentWillMount(), r2.state = r2[c2] !== r2.state ? r2[c2] : r2.state) : !a3 && r2.componentWillUpdate && r2.componentWillUpdate(), n2.renderHook && n2.renderHook(e2), r2.render(r2.props, r2.state, t2);
}
function q2(e2, n2, o3, u3, y3, g3, k3, b2) {
  if (null == e2 || true === e2 || false === e2 || e2 === U) return U;
  var w3 = typeof e2;
  if ("object" != w3) return "function" == w3 ? U : "string" == w3 ? _2(e2) : e2 + U;
  if (P2(e2)) {
    var C2, D2 = U;
    y3[a2] = e2;
    for (var A2 = e2.length, S2 = 0; S2 < A2; S2++) {
      var E2 = e2[S2];
      if (null != E2 && "boolean" != typeof E2) {
        var L2, j3 = q2(E2, n2, o3, u3, y3, g3, k3, b2);
        "string" == typeof j3 ? D2 += j3 : (C2 || (C2 = new Array(A2)), D2 && C2.push(D2), D2 = U, P2(j3) ? (L2 = C2).push.apply(L2, j3) : C2.push(j3));
      }
    }
    return C2 ? (D2 && C2.push(D2), C2) : D2;
  }
  if (!r(e2)) return U;
  e2.__ = y3, b2.beforeDiff && b2.beforeDiff(e2);
  var Z2 = e2.type, F3 = e2.props;
  if ("function" == typeof Z2) {
    var W2, z3, O, R = n2;
    if (Z2 === $) {
      if ("tpl" in F3) {
        for (var K2, G2 = U, J2 = 0; J2 < F3.tpl.length; J2++) if (G2 += F3.tpl[J2], F3.exprs && J2 < F3.exprs.length) {
          var Q = F3.exprs[J2];
          if (null == Q) continue;
          if ("object" == typeof Q && (r(Q) || P2(Q))) {
            var X, Y = q2(Q, n2, o3, u3, e2, g3, k3, b2);
            "string" == typeof Y ? G2 += Y : (K2 || (K2 = []), G2 && K2.push(G2), G2 = U, P2(Y) ? (X = K2).push.apply(X, Y) : K2.push(Y));
          } else G2 += Q;
        }
        return K2 ? (G2 && K2.push(G2), K2) : G2;
      }
      if ("UNSTABLE_comment" in F3) return "<!--" + _2(F3.UNSTABLE_comment) + "-->";
      z3 = F3.children;
    } else {
      if (null != (W2 = Z2.contextType)) {
        var ee = n2[W2.__c];
        R = ee ? ee.props.value : W2.__;
      }
      var te = Z2.prototype && "function" == typeof Z2.prototype.render;
      if (te) z3 = /**#__NOINLINE__**/
      N2(e2, R, b2), O = e2[i2];
      else {
        e2[i2] = O = /**#__NOINLINE__**/
        H2(e2, R);
        for (var ne = 0; m2(O) && ne++ < 25; ) {
          v2(O), b2.renderHook && b2.renderHook(e2);
          try {
            z3 = Z2.call(O, F3, R);
          } catch (t2) {
            throw g3 && t2 && "function" == typeof t2.then && (e2._suspended = true), t2;
          }
        }
        d2(O);
      }
      if (null != O.getChildContext && (n2 = $2({}, n2, O.getChildContext())), te && b2.errorBoundaries && (Z2.getDerivedStateFromError || O.componentDidCatch)) {
        z3 = null != z3 && z3.type === $ && null == z3.key && null == z3.props.tpl ? z3.props.children : z3;
        try {
          return q2(z3, n2, o3, u3, e2, g3, false, b2);
        } catch (r2) {
          return Z2.getDerivedStateFromError && (O[c2] = Z2.getDerivedStateFromError(r2)), O.componentDidCatch && O.componentDidCatch(r2, T2), m2(O) ? (z3 = N2(e2, n2, b2), null != (O = e2[i2]).getChildContext && (n2 = $2({}, n2, O.getChildContext())), q2(z3 = null != z3 && z3.type === $ && null == z3.key && null == z3.props.tpl ? z3.props.children : z3, n2, o3, u3, e2, g3, k3, b2)) : U;
        } finally {
          b2.afterDiff && b2.afterDiff(e2), b2.unmountHook && b2.unmountHook(e2);
        }
      }
    }
    z3 = null != z3 && z3.type === $ && null == z3.key && null == z3.props.tpl ? z3.props.children : z3;
    try {
      var re = q2(z3, n2, o3, u3, e2, g3, k3, b2);
      return b2.afterDiff && b2.afterDiff(e2), b2.unmountHook && b2.unmountHook(e2), e2._suspended ? M(re) : re;
    } catch (t2) {
      if (!g3 && k3 && k3.onError) {
        var oe = (function t3(r2) {
          return k3.onError(r2, e2, function(e3, r3) {
            try {
              return B2(function() {
                return q2(e3, n2, o3, u3, r3, g3, k3, b2);
              });
            } catch (e4) {
              return t3(e4);
            }
          });
        })(t2);
        return void 0 !== oe ? oe : (b2.catchError && b2.catchError(t2, e2), U);
      }
      if (!g3) throw t2;
      if (!t2 || "function" != typeof t2.then) throw t2;
      return t2.then(function t3() {
        try {
          var r2 = B2(function() {
            return q2(z3, n2, o3, u3, e2, g3, k3, b2);
          });
          return e2._suspended ? M(r2) : r2;
        } catch (e3) {
          if (!e3 || "function" != typeof e3.then) throw e3;
          return e3.then(t3);
        }
      });
    }
  }
  var ie, ae = "<" + Z2, ue = U;
  for (var ce in F3) {
    var fe = F3[ce];
    if ("function" != typeof (fe = V2(fe) ? fe.value : fe) || "class" === ce || "className" === ce) {
      switch (ce) {
        case "children":
          ie = fe;
          continue;
        case "key":
        case "ref":
        case "__self":
        case "__source":
          continue;
        case "htmlFor":
          if ("for" in F3) continue;
          ce = "for";
          break;
        case "className":
          if ("class" in F3) continue;
          ce = "class";
          break;
        case "defaultChecked":
          ce = "checked";
          break;
        case "defaultSelected":
          ce = "selected";
          break;
        case "defaultValue":
        case "value":
          switch (ce = "value", Z2) {
            case "textarea":
              ie = fe;
              continue;
            case "select":
              u3 = fe;
              continue;
            case "option":
              u3 != fe || "selected" in F3 || (ae += " selected");
          }
          break;
        case "dangerouslySetInnerHTML":
          ue = fe && fe.__html;
          continue;
        case "style":
          "object" == typeof fe && (fe = x2(fe));
          break;
        case "acceptCharset":
          ce = "accept-charset";
          break;
        case "httpEquiv":
          ce = "http-equiv";
          break;
        default:
          if (f2.test(ce)) continue;
          s2.test(ce) ? ce = ce.replace(s2, "$1:$2").toLowerCase() : "-" !== ce[4] && !h2.has(ce) || null == fe ? o3 ? p2.test(ce) && (ce = "panose1" === ce ? "panose-1" : ce.replace(/([A-Z])/g, "-$1").toLowerCase()) : l2.test(ce) && (ce = ce.toLowerCase()) : fe += U;
      }
      null != fe && false !== fe && (ae = true === fe || fe === U ? ae + " " + ce : ae + " " + ce + '="' + _2(fe + U) + '"');
    }
  }
  if (f2.test(Z2)) throw new Error(Z2 + " is not a valid HTML tag name in " + ae + ">");
  if (ue || ("string" == typeof ie ? ue = _2(ie) : null != ie && false !== ie && true !== ie && (ue = q2(ie, n2, "svg" === Z2 || "foreignObject" !== Z2 && o3, u3, e2, g3, k3, b2))), b2.afterDiff && b2.afterDiff(e2), b2.unmountHook && b2.unmountHook(e2), !ue && I2.has(Z2)) return ae + "/>";
  var se = "</" + Z2 + ">", le = ae + ">";
  return P2(ue) ? [le].concat(ue, [se]) : "string" != typeof ue ? [le, ue, se] : le + ue + se;
}
function V2(e2) {
  return null !== e2 && "object" == typeof e2 && "function" == typeof e2.peek && "value" in e2;
}
var o2, i2, a2, u2, c2, f2, s2, l2, p2, h2, y2, g2, k2, b, T2, j2, P2, $2, U, Z, F2, I2;
var init_dist2 = __esm({
  "node_modules/preact-render-to-string/dist/index.mjs"() {
    init_preact();
    o2 = "__s";
    i2 = "__c";
    a2 = "__k";
    u2 = "__d";
    c2 = "__s";
    f2 = /[\s\n\\/='"\0<>]/;
    s2 = /^(xlink|xmlns|xml)([A-Z])/;
    l2 = /^(?:accessK|auto[A-Z]|cell|ch|col|cont|cross|dateT|encT|form[A-Z]|frame|hrefL|inputM|maxL|minL|noV|playsI|popoverT|readO|rowS|src[A-Z]|tabI|useM|item[A-Z])/;
    p2 = /^ac|^ali|arabic|basel|cap|clipPath$|clipRule$|color|dominant|enable|fill|flood|font|glyph[^R]|horiz|image|letter|lighting|marker[^WUH]|overline|panose|pointe|paint|rendering|shape|stop|strikethrough|stroke|text[^L]|transform|underline|unicode|units|^v[^i]|^w|^xH/;
    h2 = /* @__PURE__ */ new Set(["draggable", "spellcheck"]);
    y2 = /["&<]/;
    g2 = {};
    k2 = /* @__PURE__ */ new Set(["animation-iteration-count", "border-image-outset", "border-image-slice", "border-image-width", "box-flex", "box-flex-group", "box-ordinal-group", "column-count", "fill-opacity", "flex", "flex-grow", "flex-negative", "flex-order", "flex-positive", "flex-shrink", "flood-opacity", "font-weight", "grid-column", "grid-row", "line-clamp", "line-height", "opacity", "order", "orphans", "stop-opacity", "stroke-dasharray", "stroke-dashoffset", "stroke-miterlimit", "stroke-opacity", "stroke-width", "tab-size", "widows", "z-index", "zoom"]);
    b = /[A-Z]/g;
    T2 = {};
    j2 = [];
    P2 = Array.isArray;
    $2 = Object.assign;
    U = "";
    Z = "<!--$s-->";
    F2 = "<!--/$s-->";
    I2 = /* @__PURE__ */ new Set(["area", "base", "br", "col", "command", "embed", "hr", "img", "input", "keygen", "link", "meta", "param", "source", "track", "wbr"]);
  }
});

// src/pages/element.ts
function el(name, attributes, ...children) {
  return k(name, { ...attributes }, ...children);
}
var init_element = __esm({
  "src/pages/element.ts"() {
    "use strict";
    init_preact();
  }
});

// src/pages/time-scale.ts
function daysUntil(now, before) {
  const today = Math.floor(now / DAY_MS2) * DAY_MS2;
  const from = today - before * DAY_MS2;
  const days = Array.from({ length: before + 1 }, (_3, n2) => from + n2 * DAY_MS2);
  return { from, to: today + DAY_MS2, days };
}
function shareOf({ from, to }, at) {
  return Math.round((at - from) / (to - from) * 1e4) / 100;
}
function isOnScale({ from, to }, at) {
  return at >= from && at < to;
}
var DAY_MS2;
var init_time_scale = __esm({
  "src/pages/time-scale.ts"() {
    "use strict";
    DAY_MS2 = 864e5;
  }
});

// src/pages/lane.ts
function lane({ name, label, scale, marks, ticks = [] }) {
  const shown4 = marks.filter(({ at }) => isOnScale(scale, at));
  return el(
    "div",
    { class: "lane" },
    el("div", { class: "lane-name" }, name),
    el(
      "svg",
      { class: "track", role: "group", "aria-label": label },
      el("use", { href: "#days", width: "100%", height: "100%" }),
      ticks.length === 0 ? null : tickNode(
        ticks.filter(({ at }) => isOnScale(scale, at)),
        scale
      ),
      ...shown4.map((mark) => markNode(mark, scale))
    )
  );
}
function tickNode(ticks, scale) {
  const groups = Map.groupBy(ticks, ({ height }) => height);
  return el(
    "svg",
    { viewBox: "0 0 250 28", preserveAspectRatio: "none", width: "100%", height: 28, "aria-hidden": "true" },
    ...[...groups].map(([height, same]) => {
      const top = TOPS[height];
      const places = new Set(same.map(({ at }) => Math.round(2.5 * shareOf(scale, at))));
      const sorted2 = [...places].sort((a3, b2) => a3 - b2);
      const length = 28 - 2 * top;
      const d3 = sorted2.map((x3, n2) => `m${x3 - (sorted2[n2 - 1] ?? 0)}-${length}v${length}`).join("");
      return el("path", { class: `tick ${height}`, d: `M0 ${28 - top}${d3}` });
    })
  );
}
function markNode({ at, shape, sentence: sentence3, href, id }, scale) {
  const drawn = el("use", { href: `#${shape}`, x: `${shareOf(scale, at)}%`, y: 14 });
  const name = el("title", null, sentence3);
  return href === null ? el("g", { class: "mark", id, role: "img" }, name, drawn) : el("a", { class: "mark", id, href }, name, drawn);
}
function dayHeading(scale, nameOf3) {
  return el(
    "div",
    { class: "lane days", "aria-hidden": "true" },
    el("div", { class: "lane-name" }),
    el("svg", { class: "track" }, ...scale.days.map((day) => dayName(scale, day, nameOf3(day))))
  );
}
function dayLines(scale) {
  const lines = scale.days.map((day) => {
    const x3 = `${shareOf(scale, day)}%`;
    return el("line", { class: "day-line", x1: x3, x2: x3, y1: 0, y2: "100%" });
  });
  return el("symbol", { id: "days" }, ...lines);
}
function dayName(scale, at, { weekday, day }) {
  return el(
    "text",
    { x: `${shareOf(scale, at) + 0.6}%`, y: 18 },
    el("tspan", { class: "weekday" }, `${weekday} `),
    day
  );
}
var TOPS;
var init_lane = __esm({
  "src/pages/lane.ts"() {
    "use strict";
    init_element();
    init_time_scale();
    TOPS = { tall: 7, middle: 10, short: 13 };
  }
});

// src/pages/shapes.ts
function line2(d3) {
  return el("path", { d: d3, fill: "none", stroke: "currentColor", "stroke-width": 1.5 });
}
function inside(d3) {
  return el("path", { d: d3, class: "hole-line" });
}
function hole({ r: r2 }) {
  return el("circle", { cx: 0, cy: 0, r: r2, class: "hole" });
}
function shapeDefinitions(...others) {
  const names = Object.keys(DRAWN);
  return el(
    "svg",
    { class: "definitions", width: 0, height: 0, "aria-hidden": "true" },
    el(
      "defs",
      null,
      ...names.map((name) => el("g", { id: name, class: name }, TARGET, ...DRAWN[name])),
      ...others
    )
  );
}
function shapeIcon(name) {
  return el(
    "svg",
    { class: "icon", width: 22, height: 16, "aria-hidden": "true" },
    el("use", { href: `#${name}`, x: 12, y: 8 })
  );
}
function legend(entries) {
  return el(
    "ul",
    { class: "legend" },
    ...entries.map(({ shape, words: words2 }) => el("li", null, shapeIcon(shape), " ", words2))
  );
}
var RING, DISC, BAR, CROSS, DIAMOND, TARGET, DRAWN;
var init_shapes = __esm({
  "src/pages/shapes.ts"() {
    "use strict";
    init_element();
    RING = { cx: 0, cy: 0, r: 4.25, fill: "none", stroke: "currentColor", "stroke-width": 1.5 };
    DISC = { cx: 0, cy: 0, r: 5, fill: "currentColor" };
    BAR = { x: -2.5, y: -7, width: 5, height: 14, rx: 2 };
    CROSS = "M-2 -2L2 2M-2 2L2 -2";
    DIAMOND = "M0 -5L5 0L0 5L-5 0Z";
    TARGET = el("circle", { cx: 0, cy: 0, r: 9, fill: "transparent" });
    DRAWN = {
      "due-ran": [el("circle", DISC)],
      "due-caught-up": [el("circle", DISC), line2("M-11 0H-5"), line2("M-11 -3V3")],
      "due-asked": [el("circle", DISC), hole({ r: 2 })],
      "due-failed": [el("circle", DISC), inside(CROSS)],
      "due-missed": [el("circle", RING), line2(CROSS)],
      "due-skipped": [el("circle", RING)],
      "due-overlapped": [el("circle", RING), el("path", { d: "M0 -5A5 5 0 0 1 0 5Z", fill: "currentColor" })],
      "due-open": [el("circle", RING), el("circle", { cx: 0, cy: 0, r: 1.75, fill: "currentColor" })],
      "due-next": [el("circle", { ...RING, "stroke-dasharray": "2 2" })],
      "run-done": [el("rect", { ...BAR, fill: "currentColor" })],
      "run-failed": [
        el("rect", { ...BAR, fill: "currentColor" }),
        inside("M-1.5 -1.5L1.5 1.5M-1.5 1.5L1.5 -1.5")
      ],
      "run-died": [
        el("rect", { ...BAR, height: 5, fill: "currentColor" }),
        el("rect", { ...BAR, y: 2, height: 5, fill: "currentColor" }),
        line2("M-4 2L4 -2")
      ],
      "run-open": [el("rect", { ...BAR, fill: "none", stroke: "currentColor", "stroke-width": 1.5 })],
      "attempt-done": [el("path", { d: DIAMOND, fill: "currentColor" })],
      "attempt-failed": [el("path", { d: DIAMOND, fill: "none", stroke: "currentColor", "stroke-width": 1.5 })]
    };
  }
});

// src/report/page/built/page-parts.ts
var PAGE_SCRIPT, PAGE_STYLE;
var init_page_parts = __esm({
  "src/report/page/built/page-parts.ts"() {
    "use strict";
    PAGE_SCRIPT = '"use strict";(()=>{var v=6e4,R=60*v,W=24*R;var Ee=["","one","two","three","four","five","six","seven","eight","nine","ten","eleven","twelve"],Se=[[W,"day"],[R,"hour"],[v,"minute"]];function q(e){if(Number.isNaN(e))return"at an unknown time";if(e<-2*v)return"which the clock of this device has not reached yet, so one of the two clocks is wrong";let[n,t]=Se.find(([r])=>e>=r)??[0,""];if(n===0)return"just now";let o=Math.floor(e/n);return`${Ee[o]??o} ${t}${o===1?"":"s"} ago`}function u(e,n){let t=document.querySelector(e);if(!(t instanceof n))throw new Error(`The page has no ${e}.`);return t}function m(e,n,t=""){let o=document.createElement(e);return o.textContent=n,t!==""&&(o.className=t),o}function O(){return u("#verdict",HTMLElement).dataset.at??""}var J=6e4,Le=60*J;function Y(){j(),setInterval(j,J)}function j(){let e=u("#verdict",HTMLElement),n=Date.now()-Date.parse(O());u(".age-words",HTMLElement).textContent=`, ${q(n)}`;let t=u(".age-note",HTMLElement),o=n>Number(e.dataset.silentHours)*Le;e.classList.toggle("aged",o),t.hidden=!o,t.textContent="That is long ago, and what it says may no longer be true. Make the page anew."}var Me={ArrowLeft:-1,ArrowRight:1};function K(){for(let e of document.querySelectorAll("figure.week")){let n=e.querySelector(".said"),t=n?.textContent??"",o=r=>{n!==null&&(n.textContent=r)};for(let r of["pointerover","focusin"])e.addEventListener(r,({target:s})=>{let a=Te(s);a!==null&&o($e(a))});e.addEventListener("pointerleave",()=>o(t))}for(let e of document.querySelectorAll("svg.track"))Re([...e.querySelectorAll(".mark")])}function Te(e){return e instanceof Element?e.closest(".mark"):null}function $e(e){return e.querySelector("title")?.textContent??""}function Re(e){let n=t=>{for(let[o,r]of e.entries())r.setAttribute("tabindex",o===t?"0":"-1")};n(e.length-1);for(let[t,o]of e.entries())o.addEventListener("keydown",r=>{let s=Oe(e,t,r instanceof KeyboardEvent?r.key:"");s instanceof SVGElement&&(r.preventDefault(),n(e.indexOf(s)),s.focus())})}function Oe(e,n,t){if(t==="Home")return e[0]??null;if(t==="End")return e.at(-1)??null;let o=Me[t];return o===void 0?null:e[n+o]??null}function x({ts:e,number:n}){return`line-${I(e.slice(0,10))}-${n}`}function Z(e){return`run-${I(e)}`}function z(e,n){return`slot-${I(e)}-${Ie(n)}`}function Ie(e){let n=Date.parse(e);return Number.isNaN(n)?I(e):`${new Date(n).toISOString().slice(0,16)}Z`}function I(e){return e.replace(/[^A-Za-z0-9.-]/gu,n=>`_${(n.codePointAt(0)??0).toString(16)}_`)}var P={debug:"",info:"",warn:"Warning: ",error:"Error: "};var N=["debug","info","warn","error"],_={text:"",goal:"",run:"",level:"info"};function H({text:e,goal:n,run:t,level:o}){let r=e.toLowerCase().split(/\\s+/).filter(a=>a!==""),s=N.indexOf(o);return a=>{if(N.indexOf(a.level)<s||n!==""&&a.goal!==n||t!==""&&!a.wake.startsWith(t))return!1;if(r.length===0)return!0;let i=`${a.ts} ${a.goal??""} ${a.event} ${a.message}`.toLowerCase();return r.every(c=>i.includes(c))}}function X(e){let n=()=>{Ce(Ne(),e)};addEventListener("hashchange",n),document.addEventListener("click",({target:t})=>{let o=t instanceof Element?t.closest("a"):null;o!==null&&o.getAttribute("href")===location.hash&&n()}),n()}function Ne(){try{return decodeURIComponent(location.hash.slice(1))}catch{return""}}async function Ce(e,n){if(e==="")return;let[t="",o]=e.split("?");if(t==="log"&&o!==void 0){let a=new URLSearchParams(o),i={..._,level:"debug",run:a.get("run")??"",goal:a.get("goal")??""};n.show(i),u("#log",HTMLElement).scrollIntoView();return}if(t.startsWith("line-"))return Q(n.reveal(t)??await n.loaded.then(()=>n.reveal(t)));let r=document.getElementById(t);if(r!==null)return Ae(r);if(await n.loaded,t.startsWith("slot-"))return Q(De(t,n));if(!t.startsWith("run-"))return;let s=n.lines.find(({wake:a})=>Z(a)===t);s!==void 0&&n.show({..._,level:"debug",run:s.wake}),u("#log",HTMLElement).scrollIntoView()}function De(e,n){let t=n.lines.find(({goal:o,data:r})=>{let s=r?.slot??r?.from;return o!==void 0&&typeof s=="string"&&z(o,s)===e});return t===void 0?null:n.reveal(x(t))}function Ae(e){for(let n=e;n!==null;n=n.parentElement)n instanceof HTMLDetailsElement&&(n.open=!0);e.scrollIntoView({block:"start"})}function Q(e){if(e!==null){for(let n of document.querySelectorAll(".wanted"))n.classList.remove("wanted");e.classList.add("wanted"),e.scrollIntoView({block:"center"}),e.querySelector("a")?.focus({preventScroll:!0})}}function p(e){return ee(String(Math.round(e)))}function f(e,n,t=`${n}s`){return`${p(e)} ${e===1?n:t}`}function E(e){if(e===0)return"$0";if(e<0)return`-${E(-e)}`;if(e<100)return"under $0.0001";let n=e/1e6;if(n<.99995)return`$${n.toFixed(4)}`;let[t="0",o="00"]=n.toFixed(2).split(".");return`$${ee(t)}.${o}`}function ee(e){return e.replace(/\\B(?=(\\d{3})+$)/g,",")}var We=["Jan","Feb","Mar","Apr","May","Jun","Jul","Aug","Sep","Oct","Nov","Dec"];var F="an unknown time";function S(e){let n=new Date(e);return Number.isNaN(n.getTime())?F:`${oe(n)} ${re(n)}`}function ne(e){let n=new Date(e);return Number.isNaN(n.getTime())?F:`${oe(n)} ${n.getUTCFullYear()} ${re(n)} UTC`}function te(e){let n=new Date(e);return Number.isNaN(n.getTime())?F:`${S(e)}:${G(n.getUTCSeconds())}`}function oe(e){return`${e.getUTCDate()} ${We[e.getUTCMonth()]??""}`}function re(e){return`${G(e.getUTCHours())}:${G(e.getUTCMinutes())}`}function G(e){return String(e).padStart(2,"0")}function B(e){return e.length<2?e[0]??"":`${e.slice(0,-1).join(", ")} and ${e.at(-1)??""}`}function se(e){let n=e.trim();if(n==="")return"";let t=n.replace(/^[a-z]+(?=[\\s,;:.!?]|$)/,o=>o.charAt(0).toUpperCase()+o.slice(1));return C(t)}function C(e){let n=e.trim();return n===""||/[.!?…:]$/.test(n)?n:`${n}.`}function ae(){return typeof DecompressionStream=="function"}async function ie(e){await He();for(let n of document.querySelectorAll("script.log-part")){let t=JSON.parse(await Pe(n.textContent??""));e(t.toReversed()),n.remove(),await new Promise(o=>setTimeout(o,0))}}function Pe(e){let n=Uint8Array.from(atob(e.trim()),o=>o.charCodeAt(0)),t=new Blob([n]).stream().pipeThrough(new DecompressionStream("gzip"));return new Response(t).text()}function He(){return new Promise(e=>{document.readyState!=="loading"?e():document.addEventListener("DOMContentLoaded",()=>e(),{once:!0})})}var h=50,D=class{lines=[];loaded;newSince=null;#r=_;#e=[];#n=0;#s=!0;#l=u("#log-lines",HTMLElement);#t=u("#log-filter",HTMLFormElement);constructor(){this.loaded=this.#d(),this.#t.hidden=!1,this.#t.addEventListener("input",()=>this.show(this.#c())),this.#t.addEventListener("submit",n=>n.preventDefault()),this.#t.addEventListener("reset",n=>{n.preventDefault(),this.show(_)}),u("#log-newer",HTMLElement).addEventListener("click",()=>this.#a(-h)),u("#log-older",HTMLElement).addEventListener("click",()=>this.#a(h))}show(n){this.#r=n,this.#f(n),this.#e=this.lines.filter(H(n)),this.#n=0,this.#o()}reveal(n){let t=this.lines.find(o=>x(o)===n);return t===void 0?null:(this.#e.includes(t)||this.show({..._,level:t.level==="debug"?"debug":"info"}),this.#n=Math.floor(this.#e.indexOf(t)/h)*h,this.#o(),document.getElementById(n))}redraw(){this.#o()}async#d(){if(!ae())return this.#t.hidden=!0,u("#log-state",HTMLElement).textContent="This browser cannot open the whole log, so only its newest lines are shown. The command log shows all.",new Promise(()=>{});let n=new Set;await ie(t=>{for(let s of t)this.lines.push(s),s.goal!==void 0&&n.add(s.goal);let o=t.filter(H(this.#r)),r=this.#e.length<this.#n+h;for(let s of o)this.#e.push(s);r?this.#o():this.#i()}),this.#s=!1,this.#u([...n].sort()),this.#o()}#u(n){let t=this.#t.elements.namedItem("goal");if(t instanceof HTMLSelectElement){for(let o of n)t.append(new Option(o,o));t.value=this.#r.goal}}#a(n){this.#n=Math.max(0,Math.min(this.#n+n,this.#e.length-1)),this.#o(),u("#log",HTMLElement).scrollIntoView()}#c(){let n=new FormData(this.#t),t=r=>String(n.get(r)??"").trim(),o=N.find(r=>r===t("level"))??"info";return{text:t("text"),goal:t("goal"),run:t("run"),level:o}}#f(n){for(let[t,o]of Object.entries(n)){let r=this.#t.elements.namedItem(t);(r instanceof HTMLInputElement||r instanceof HTMLSelectElement)&&r.value.trim()!==o&&(r.value=o)}}#o(){let n=this.#e.slice(this.#n,this.#n+h);this.#l.replaceChildren(...n.map(t=>this.#m(t))),u("#log-pages",HTMLElement).hidden=this.#e.length<=h,u("#log-newer",HTMLButtonElement).disabled=this.#n===0,u("#log-older",HTMLButtonElement).disabled=this.#n+h>=this.#e.length,this.#i()}#i(){let[n,t]=[this.#n,this.#e.length],o=t===0?"No line matches":`Lines ${p(n+1)} to ${p(Math.min(n+h,t))} of ${p(t)} that match`,r=this.#s?"The older ones are still being read":`The log has ${f(this.lines.length,"line")}`;u("#log-state",HTMLElement).textContent=`${o}. ${r}.`}#m(n){let{ts:t,level:o,goal:r,message:s,wake:a}=n,i=m("li","",o);i.id=x(n),i.title=`Run ${a}`;let c=document.createElement("a");c.href=`#${i.id}`,c.className="permalink";let l=document.createElement("time");l.dateTime=t,l.textContent=te(t),c.append(l);let d=m("span","");return this.newSince!==null&&t>this.newSince&&d.append(m("b","new","new-mark")," "),P[o]!==""&&d.append(m("b",P[o],"sign")),r!==void 0&&d.append(m("b",r)," "),d.append(s),i.append(c,d),i}};var y={nothing_due:{rank:0,exitCode:0,level:"info",alert:"never",outcome:"not_due"},no_change:{rank:1,exitCode:0,level:"info",alert:"never",outcome:"unchanged"},worked:{rank:2,exitCode:0,level:"info",alert:"never",outcome:"worked"},held_by_another_wake:{rank:3,exitCode:0,level:"info",alert:"never",outcome:"left_alone"},waiting_for_draft:{rank:4,exitCode:0,level:"info",alert:"never",outcome:"left_alone"},paused:{rank:5,exitCode:0,level:"info",alert:"never",outcome:"left_alone"},yielded_to_person:{rank:6,exitCode:0,level:"info",alert:"never",outcome:"not_done"},stopped:{rank:7,exitCode:0,level:"warn",alert:"never",outcome:"not_done"},cancelled:{rank:8,exitCode:0,level:"warn",alert:"never",outcome:"not_done"},taken_over:{rank:9,exitCode:0,level:"warn",alert:"never",outcome:"not_done"},time_limit:{rank:10,exitCode:0,level:"warn",alert:"at_threshold",outcome:"not_done"},call_limit:{rank:11,exitCode:0,level:"warn",alert:"at_threshold",outcome:"not_done"},budget_spent:{rank:12,exitCode:0,level:"warn",alert:"after_two_days",outcome:"not_done"},lease_lost:{rank:13,exitCode:0,level:"warn",alert:"never",outcome:"not_done"},gave_up:{rank:14,exitCode:0,level:"warn",alert:"at_threshold",outcome:"not_done"},no_progress:{rank:15,exitCode:0,level:"warn",alert:"at_threshold",outcome:"not_done"},too_large:{rank:16,exitCode:0,level:"warn",alert:"at_threshold",outcome:"not_done"},checks_failed:{rank:17,exitCode:0,level:"warn",alert:"at_threshold",outcome:"not_done"},model_unavailable:{rank:18,exitCode:0,level:"error",alert:"at_threshold",outcome:"not_done"},github_unavailable:{rank:19,exitCode:0,level:"error",alert:"at_threshold",outcome:"not_done"},item_stuck:{rank:20,exitCode:1,level:"error",alert:"at_once",outcome:"not_done"},bad_goal:{rank:21,exitCode:1,level:"error",alert:"at_once",outcome:"not_done"},missing_key:{rank:22,exitCode:1,level:"error",alert:"at_once",outcome:"blocked"},forbidden:{rank:23,exitCode:1,level:"error",alert:"at_once",outcome:"not_done"},secret_found:{rank:24,exitCode:1,level:"error",alert:"at_once",outcome:"not_done"},bad_settings:{rank:25,exitCode:1,level:"error",alert:"at_once",outcome:"blocked"},bad_state_file:{rank:26,exitCode:1,level:"error",alert:"at_once",outcome:"blocked"},unexpected:{rank:27,exitCode:1,level:"error",alert:"at_once",outcome:"not_done"}};function le(e){let{outcome:n}=y[e];return n==="worked"||n==="unchanged"}function de(e){let{outcome:n}=y[e];return n==="not_done"||n==="blocked"}function g(e,n){let t=e?.[n];return typeof t=="number"&&Number.isSafeInteger(t)&&t>0?t:0}function k(e,n){let t=e?.[n];return typeof t=="string"?t:null}function L(e,n){let t=k(e,n);return t===null||Number.isNaN(Date.parse(t))?null:t}function M(e){let n=k(e,"ending");return n!==null&&Object.hasOwn(y,n)?n:null}function w(e,n,t){let o=k(e,n);return t.find(r=>r===o)??null}function U(e){return{tokens:g(e,"tokens"),usdMicros:g(e,"usd_micros"),calls:g(e,"calls")}}var T={tokens:0,usdMicros:0,calls:0};function $(e,n){return Ge(e,n,1)}function Ge(e,n,t){let o=(e.cachedTokens??0)+t*(n.cachedTokens??0),r=(e.reasoningTokens??0)+t*(n.reasoningTokens??0),s=(e.readerTokens??0)+t*(n.readerTokens??0);return{tokens:e.tokens+t*n.tokens,usdMicros:e.usdMicros+t*n.usdMicros,calls:e.calls+t*n.calls,...o!==0&&{cachedTokens:o},...r!==0&&{reasoningTokens:r},...s!==0&&{readerTokens:s}}}var ue=["covered","left_out","too_old","under_lease","stopped","paused","waiting_for_draft"];var Fe=["missed","skipped","overlapped"];function ce({event:e,data:n}){return e!=="slots_missed"&&e!=="slots_classified"||w(n,"as",["missed"])===null?0:Math.max(1,g(n,"count"))}function fe({event:e,data:n}){if(e!=="slots_missed"&&e!=="slots_classified")return null;let[t,o]=[L(n,"from"),L(n,"to")],r=w(n,"as",Fe);return t===null||o===null||r===null?null:{from:t,to:o,fate:r,count:Math.max(1,g(n,"count")),why:w(n,"why",ue),runs:[],ending:null,finishedAt:null}}var Be=20;function ge(e){let{since:n,isWhole:t}=e,o=e.entries.filter(({ts:l})=>l>=n),r=e.runs.filter(({endedAt:l})=>l>=n),s=r.flatMap(({goals:l})=>l).filter(l=>(l.endedAt??l.startedAt)>=n),a=l=>o.filter(d=>d.event===l).map(d=>Ue(d,e.drafts)),i=s.flatMap(l=>l.tasks),c=l=>i.filter(d=>d.ending===l).length;return{since:n,isWhole:t,runs:r.length,quietSigns:o.filter(({event:l})=>l==="heartbeat").length,tasks:{done:c("worked"),unchanged:c("no_change")},drafts:{opened:a("draft_opened"),merged:a("draft_merged"),closed:a("draft_refused"),takenOver:a("draft_taken_over")},failures:[...Ve(s),...qe(o)],deaths:o.flatMap(Ze),missed:o.reduce((l,d)=>l+ce(d),0),skipped:ze(o),cost:s.map(({cost:l})=>l).reduce($,T),lostTokens:s.reduce((l,d)=>l+d.lostTokens,0),notable:o.filter(Xe).slice(-Be)}}function Ue({goal:e="",data:n},t){let[o,r]=[g(n,"draft"),k(n,"branch")],s=t.find(a=>a.branch===r);return{goal:e,draft:s?.draft??(o>0?o:null),title:s?.title??r??""}}function Ve(e){let n=e.filter(je);return[...Map.groupBy(n,({goal:o})=>o)].map(([o,r])=>({...Ke(o,r),isOver:e.some(s=>s.goal===o&&Je(s)&&Ye(s,r))})).sort((o,r)=>y[r.ending].rank-y[o.ending].rank)}function qe(e){let n=e.filter(({event:t})=>t==="bad_goal");return[...Map.groupBy(n,({goal:t=""})=>t)].flatMap(([t,o])=>{let r=o.at(-1);return r===void 0?[]:[{goal:t,ending:"bad_goal",times:o.length,at:r.ts,isOver:!1,why:r.message}]})}function je(e){let n=V(e);return n!==null&&de(n)}function V({ending:e,tasks:n}){return e??n.at(-1)?.ending??null}function Je({ending:e}){return e!==null&&le(e)}function Ye(e,n){return n.every(({startedAt:t})=>t<e.startedAt)}function Ke(e,n){let o=n.toSorted((s,a)=>s.startedAt<a.startedAt?1:-1).reduce((s,a)=>me(a)>(s===void 0?-1:me(s))?a:s,void 0),r=o?.tasks.findLast(({ending:s})=>s!=="worked"&&s!=="no_change");return{goal:e,ending:(o===void 0?null:V(o))??"unexpected",times:n.length,at:o?.endedAt??o?.startedAt??"",why:r?.message??""}}function me(e){let n=V(e);return n===null?-1:y[n].rank}function Ze({event:e,goal:n,ts:t,data:o}){let r=e==="took_over"?k(o,"dead_wake"):null;return r===null?[]:[{run:r,goal:n??null,foundAt:t,lostTokens:g(o,"lost_tokens")}]}function ze(e){let n=e.flatMap(o=>{let r=fe(o);return r?.fate!=="skipped"||o.goal===void 0?[]:[{goal:o.goal,why:r.why,count:r.count}]});return[...Map.groupBy(n,({goal:o,why:r})=>`${o} ${r}`).values()].flatMap(([o,...r])=>o===void 0?[]:[{...o,count:r.reduce((s,{count:a})=>s+a,o.count)}])}var Qe=new Set(["draft_opened","draft_merged","draft_refused","draft_taken_over","issue_opened","issue_commented","alert_opened","alert_closed","goal_paused","goal_resumed","goal_edited","request_served","stop_set","stop_removed","workflow_enabled"]);function Xe({event:e,level:n}){return n==="warn"||n==="error"||n==="info"&&Qe.has(e)}function pe(e,n){return e===n?0:e<n?-1:1}var en=["schedule","event","person"],he=new Set(["item_ended","item_failed","secret_found"]);function ye(e,n){let t=rn(e),o=[...Map.groupBy(e,({wake:s})=>s)].map(([s,a])=>({run:sn(s,a,t),isShown:a.some(on)&&a.some(tn)})).filter(({run:s,isShown:a})=>a||s.fate==="died"||s.cost.calls>0).map(({run:s})=>s),r=new Set(Object.values(n.leases).map(({wake:s})=>s));return o.map(s=>s.fate==="unknown"&&r.has(s.id)?{...s,fate:"running"}:s).sort((s,a)=>pe(a.startedAt,s.startedAt))}var nn=new Set(["window_started","took_over"]);function tn({event:e}){return e.startsWith("wake_")||e.startsWith("lease_")||e.startsWith("item_")||nn.has(e)}function on({level:e,event:n}){return e!=="debug"&&n!=="heartbeat"}function rn(e){let n=new Map;for(let{event:t,goal:o="",data:r}of e){let s=t==="took_over"?k(r,"dead_wake"):null;s!==null&&n.set(`${s} ${o}`,g(r,"lost_tokens"))}return n}function sn(e,n,t){let o=an(e,n,t),r=n.find(({event:i})=>i==="wake_started"),s=n.findLast(({event:i})=>i==="wake_ended"),a=[...t.keys()].some(i=>i.startsWith(`${e} `));return{id:e,startedAt:n[0]?.ts??"",endedAt:n.at(-1)?.ts??"",fate:a?"died":s===void 0?"unknown":"ended",trigger:w(r?.data,"trigger",en),ending:M(s?.data),goals:o,cost:o.map(({cost:i})=>i).reduce($,T),lostTokens:o.reduce((i,c)=>i+c.lostTokens,0)}}function an(e,n,t){return[...Map.groupBy(n.filter(({goal:r})=>r!==void 0),({goal:r=""})=>r)].flatMap(([r,s])=>{let a=ln(s);return a.map((i,c)=>{let l=c===a.length-1?t.get(`${e} ${r}`):void 0;return dn({run:e,goal:r},i,l)})})}function ln(e){let n=({event:r})=>r==="lease_taken"||r==="lease_released"||r==="window_started"||he.has(r),t=e.flatMap(({event:r},s)=>r==="lease_released"?[s+1]:[]);return[0,...t].map((r,s)=>e.slice(r,t[s]??e.length)).filter(r=>r.some(n))}function dn({run:e,goal:n},t,o){let r=t.findLast(({event:d})=>d==="lease_released"),s=t.find(({event:d})=>d==="window_started"),a=t.filter(({event:d})=>he.has(d)).map(un),i=a.map(({cost:d})=>d).reduce($,T),c=r===void 0?i:{...U(r.data),usdMicros:i.usdMicros},l=t.filter(({event:d})=>d==="draft_opened"||d==="draft_updated").map(({data:d})=>g(d,"draft"));return{goal:n,run:e,startedAt:t[0]?.ts??"",endedAt:r?.ts??null,slot:L(s?.data,"slot"),ending:M(r?.data),tasks:a,cost:c,lostTokens:o??0,hasDied:o!==void 0&&r===void 0,drafts:[...new Set(l)].filter(d=>d>0)}}function un({ts:e,item:n="",message:t,data:o}){return{key:n,at:e,ending:M(o),message:t,cost:U(o)}}var ke="[!-~\\\\p{Default_Ignorable_Code_Point}\\\\p{Cf}]*",cn=new RegExp(`${ke}$`,"u"),fn=new RegExp(`^${ke}`,"u");function _e(e,n){if(e.length<=n)return e;let t=e.slice(0,n-1).replace(/[\\uD800-\\uDBFF]$/,""),o=cn.exec(t)?.[0]??"",r=fn.exec(e.slice(t.length,t.length+n+1))?.[0]??"",s=/^(.)\\1*$/u.test(o+r);return o===""||r===""||s?`${t}\\u2026`:r.length>n?`${t.slice(0,t.length-o.length)}\\u2026`:t.length+r.length===e.length?e:`${t}${r}\\u2026`}var mn={nothing_due:"nothing was due",no_change:"no change was needed",worked:"the work is done",held_by_another_wake:"another run is working on the goal",waiting_for_draft:"a draft waits for your review",paused:"the goal is paused",yielded_to_person:"the run made way for a person",stopped:"the agent is stopped",cancelled:"the run was cancelled",taken_over:"a person changed the branch under the work",time_limit:"the time was used up",call_limit:"the model calls were used up",budget_spent:"the budget is spent",lease_lost:"another run took over the lock",gave_up:"the model gave up",no_progress:"the model made no progress",too_large:"the change is larger than a draft may be",checks_failed:"the checks do not pass",model_unavailable:"the model could not be reached",github_unavailable:"GitHub or the remote could not be reached",item_stuck:"a task used up its attempts",bad_goal:"a goal file is not valid",missing_key:"the model key is missing or was refused",forbidden:"a permission is missing",secret_found:"the change held a secret and was refused",bad_settings:"the settings file is not valid",bad_state_file:"the state branch cannot be read",unexpected:"Wakeful itself has a defect"};function we(e){return mn[e]}var gn={nothing_due:"nothing due",no_change:"no change needed",worked:"done",held_by_another_wake:"another run has it",waiting_for_draft:"waits for review",paused:"paused",yielded_to_person:"request came first",stopped:"stopped",cancelled:"cancelled",taken_over:"branch taken over",time_limit:"out of time",call_limit:"out of model calls",budget_spent:"budget spent",lease_lost:"lost its lock",gave_up:"model gave up",no_progress:"no progress",too_large:"change too large",checks_failed:"checks failed",model_unavailable:"model unreachable",github_unavailable:"GitHub unreachable",item_stuck:"task stuck",bad_goal:"bad goal file",missing_key:"no usable key",forbidden:"permission missing",secret_found:"secret refused",bad_settings:"bad settings file",bad_state_file:"state unreadable",unexpected:"defect in Wakeful"},St=Math.max(...Object.values(gn).map(({length:e})=>e));var b=5,pn=300;function be(e){let{drafts:n,failures:t,deaths:o,missed:r}=e,s=[...o.slice(0,b).map(wn),...t.slice(0,b).map(bn),...t.length>b?[`${f(t.length-b,"more goal")} failed.`]:[],...r===0?[]:[`${f(r,"due time")} passed without a run.`],..._n(e),...A("Opened",n.opened),...A("Merged",n.merged),...A("Closed without merging",n.closed),...A("Taken over by a person",n.takenOver),...vn(e),...yn(e)],a=e.isWhole?[]:["The log does not tell all of this time, so more may have happened."];return[hn(e),...s,...a]}function hn({runs:e,quietSigns:n,tasks:t}){let o=n===1?"once":`${p(n)} times`;if(e===0)return n===0?"The log holds no sign of a run.":`No goal was worked on. The agent looked for work at least ${o}.`;let r=[...t.done===0?[]:[`${f(t.done,"task")} done`],...t.unchanged===0?[]:[`${f(t.unchanged,"task")} needed no change`]],s=r.length===0?"":`: ${r.join(", ")}`,a=n===0?"":` Besides, the agent looked for work at least ${o} and found none.`;return`${f(e,"run")} had something to do${s}.${a}`}function yn({isWhole:e,failures:n,deaths:t,missed:o,cost:r,lostTokens:s}){if(!e)return[];let a=n.length+t.length+o===0,i=r.calls===0&&s===0;return a?[i?"No run failed or died, and nothing was spent.":"No run failed or died."]:i?["Nothing was spent."]:[]}var kn={waiting_for_draft:" because drafts wait for your review",stopped:" while the agent was stopped",paused:" during a pause"};function _n({skipped:e}){return[...Map.groupBy(e,({why:n})=>n)].map(([n,t])=>{let o=t.reduce((c,l)=>c+l.count,0),r=t.slice(0,b).map(({goal:c})=>c),s=t.length-r.length,a=B(s>0?[...r,f(s,"more goal")]:r),i=n===null?"":kn[n]??"";return`${f(o,"due time")} ${o===1?"was":"were"} skipped${i}: ${a}.`})}function wn({run:e,goal:n,foundAt:t,lostTokens:o}){let r=n===null?"":` while it worked on ${n}`,s=o===0?"":` The ${f(o,"token")} that it had set aside count as spent.`;return`Run ${e} died${r}; the next run found out on ${S(t)} and took over.${s}`}function bn({goal:e,ending:n,times:t,at:o,isOver:r,why:s}){let a=t===1?`on ${S(o)}`:`${p(t)} times, last on ${S(o)}`,i=s===""?se(we(n)):C(_e(s,pn));return`${e} did not succeed ${a}: ${i}${r?" It has succeeded since.":""}`}function A(e,n){if(n.length===0)return[];let t=n.slice(-b).map(({draft:r,title:s})=>r===null?s:`#${r} ${s}`),o=n.length-t.length;return[C(`${e}: ${B(o===0?t:[...t,`${p(o)} more`])}`)]}function vn({cost:e,lostTokens:n}){if(e.calls===0&&n===0)return[];let t=e.usdMicros===0?"":` and ${E(e.usdMicros)}`,o=n===0?"":`, and ${f(n,"token")} lost with runs that died`;return[`Spent: ${f(e.tokens,"token")}${t} in ${f(e.calls,"model call")}${o}.`]}function ve(e){let n=O(),t=Sn(),o=t===null?{seen:n,before:null}:t.seen<n?{seen:n,before:t.seen}:t;Ln(o);let{before:r}=o;if(r===null||r>=n)return;e.newSince=r;for(let i of document.querySelectorAll("main [data-at]"))(i.dataset.at??"")>r&&i.closest(".log-lines")===null&&En(i);let s=u("#since-visit",HTMLElement);s.hidden=!1,s.append(m("h3","Since your last visit"),m("p",`What you saw last was from ${ne(r)}.`,"quiet"));let a=m("ul","","happened");s.append(a),e.loaded.then(()=>{a.append(...xn(r,e).map(i=>m("li",i))),e.redraw()})}function xn(e,n){let t=n.lines.toReversed(),o=ye(t,{leases:{}}),r=t[0]?.ts??e;return be(ge({since:e,entries:t,runs:o,drafts:[],isWhole:r<=e}))}function En(e){(e.querySelector("h3, summary")??e).append(" ",m("b","new","new-mark"))}function xe(){return`wakeful seen ${u(".report",HTMLElement).dataset.repository??""}`}function Sn(){try{let e=JSON.parse(localStorage.getItem(xe())??"null");if(typeof e!="object"||e===null||!("seen"in e))return null;let n="before"in e&&typeof e.before=="string"?e.before:null;return typeof e.seen=="string"?{seen:e.seen,before:n}:null}catch{return null}}function Ln(e){try{localStorage.setItem(xe(),JSON.stringify(e))}catch{}}Y();K();if(document.querySelector("#log")!==null){let e=new D;ve(e),X(e)}})();';
    PAGE_STYLE = ':root{color-scheme:light dark;--paper: #fdfdfc;--raised: #f4f4f1;--line: #d2d2cb;--ink: #1c1c1a;--quiet: #575752;--accent: #0b5c8a;--on-accent: #ffffff;--bad: #a3211b;--warn: #7a4b00;--gap: 1rem;--radius: .375rem;--measure: 68ch;--text: system-ui, -apple-system, "Segoe UI", sans-serif;--code: ui-monospace, "SF Mono", Menlo, Consolas, monospace}@media(prefers-color-scheme:dark){:root{--paper: #161716;--raised: #202221;--line: #3f4341;--ink: #e9e9e5;--quiet: #a9aca6;--accent: #7cc0ea;--on-accent: #0b1a24;--bad: #ff9a90;--warn: #f0c070}}*{box-sizing:border-box}body{margin:0;background:var(--paper);color:var(--ink);font:1rem / 1.5 var(--text);font-variant-numeric:tabular-nums;overflow-wrap:break-word}.page{max-width:78rem;margin:0 auto;padding:1.5rem var(--gap) 4rem}h1,h2,h3,h4{line-height:1.25;margin:0 0 .5rem;text-wrap:balance}h1{font-size:1.25rem}h2{font-size:1.6rem}h3{font-size:1.15rem}h4{font-size:1rem}p{margin:0 0 .75rem;max-width:var(--measure)}a{color:var(--accent)}.quiet{color:var(--quiet);font-size:.9rem;font-weight:400}.lead{font-size:1.1rem}:focus-visible{outline:3px solid var(--accent);outline-offset:2px}button,select,input[type=number]{min-height:2.5rem;border:1px solid var(--line);border-radius:var(--radius);background:var(--raised);color:var(--ink);font:inherit;padding:.25rem .75rem}button:not(:disabled){cursor:pointer}button:hover:not(:disabled){border-color:var(--accent)}button:disabled{color:var(--quiet)}button.main{background:var(--accent);border-color:var(--accent);color:var(--on-accent);font-weight:600}input[type=number]{width:6.5rem}input[type=checkbox]{width:1.2rem;height:1.2rem;margin:0;accent-color:var(--accent)}.tab-links ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;list-style:none;margin:0 0 1.75rem;padding:0;border-bottom:1px solid var(--line)}.tab-links a{display:block;padding:.5rem 0;color:var(--quiet);text-decoration:none;border-bottom:3px solid transparent}.tab-links a:hover{color:var(--ink)}.tab-links a[aria-current]{color:var(--ink);font-weight:600;border-color:var(--accent)}.play-controls,.buttons{display:flex;flex-wrap:wrap;align-items:center;gap:.5rem .75rem;margin:0 0 1.25rem}.play-controls{border-block:1px solid var(--line);padding:.6rem 0}.clock{min-width:13.5rem}.sides{display:grid;grid-template-columns:minmax(0,1fr);gap:2.5rem}@media(min-width:58rem){.sides{grid-template-columns:minmax(0,1fr) minmax(0,1fr)}}.side{min-width:0}.switch{display:flex;align-items:center;gap:.6rem;min-height:2.25rem}.choice{min-width:0;max-width:100%}.choice select{max-width:100%}.slider{display:block;margin:0 0 .6rem}.slider span{display:flex;justify-content:space-between;gap:1rem}.slider input{width:100%;min-height:1.75rem;margin:0;accent-color:var(--accent)}fieldset{border:0;padding:0;margin:0 0 1rem;min-width:0}.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(5.2rem,1fr));gap:.75rem;margin:1rem 0 1.25rem}.figures dt{color:var(--quiet);font-size:.9rem}.figures dd{margin:0;font-size:1.4rem;line-height:1.25}.figures .bad dd{color:var(--bad);font-weight:700}.verdict{border-left:4px solid var(--accent);padding:.25rem 0 .25rem .8rem;margin:0 0 1rem;min-height:3.5rem}.verdict.bad{border-color:var(--bad)}.verdict p{margin:0}.code-panel{margin:0 0 1.25rem}.code-panel summary{min-height:2rem;cursor:pointer}.code{margin:.25rem 0 0;max-height:26rem;overflow:auto;border-radius:var(--radius);background:var(--raised)}pre{margin:0;padding:.75rem;font:.85rem / 1.5 var(--code);white-space:pre-wrap;tab-size:2}.log-view ol{height:13rem;overflow:auto;margin:0 0 1.25rem;padding:0;list-style:none;border-block:1px solid var(--line)}.log-view.tall ol{height:34rem}.log-view li{display:grid;grid-template-columns:4.6rem minmax(0,1fr);gap:.5rem;padding:.3rem 0;font-size:.92rem}.log-view li.quiet{display:block}.log-view li+li{border-top:1px solid color-mix(in srgb,var(--line) 50%,transparent)}.log-view time{color:var(--quiet)}.log-view .warn span{color:var(--warn)}.log-view .error span{color:var(--bad)}.log-view .origin{color:var(--ink)}.branch-graph{margin:0 0 1rem}.branch-graph svg{display:block;width:100%;height:1rem}.branch-graph .branch-name{font-size:.85rem}.branch-graph line{stroke:var(--line);stroke-width:2}.branch-graph circle{fill:var(--accent)}footer{border-top:1px solid var(--line);margin-top:2.5rem;padding-top:1rem}@media(max-width:30rem){.tab-links ul{flex-direction:column;gap:0}.tab-links a{border-bottom:0;border-left:3px solid transparent;padding-left:.6rem}.log-view li{grid-template-columns:minmax(0,1fr);gap:0}}@media(prefers-reduced-motion:no-preference){.arrives{animation:arrives .4s ease-out}@keyframes arrives{0%{opacity:0}}}@media print{.play-controls,.buttons{display:none}.log-view ol,.code{height:auto;max-height:none}}.definitions{position:absolute}.lane{display:grid;grid-template-columns:minmax(0,9rem) minmax(0,1fr);gap:.25rem .75rem;align-items:center}.lane-name{overflow:hidden;text-overflow:ellipsis;white-space:nowrap;font-size:.95rem}.track{display:block;width:100%;height:28px;overflow:visible;color:var(--ink)}.track.tall{height:60px}.days .track{height:24px;font-size:.8rem;fill:var(--quiet)}[href="#days"],.tick{pointer-events:none}.day-line{stroke:var(--line);stroke-width:1}.tick{fill:none;stroke-width:2;vector-effect:non-scaling-stroke}.tick.tall{stroke:var(--accent)}.tick.middle{stroke:var(--warn)}.tick.short{stroke:var(--quiet)}.axis{stroke:var(--line);stroke-width:2}.hole{fill:var(--paper)}.hole-line{fill:none;stroke:var(--paper);stroke-width:1.5}.due-ran,.due-caught-up,.due-asked,.run-done,.attempt-done{color:var(--accent)}.due-missed,.due-failed,.run-failed,.run-died,.attempt-failed{color:var(--warn)}.due-skipped,.due-overlapped,.due-next{color:var(--quiet)}.mark:focus-visible{outline-offset:4px;border-radius:50%}a.mark:hover{opacity:.7}.said{min-height:3em;max-width:none;margin:.4rem 0 0;font-size:.92rem;color:var(--quiet)}.legend{display:flex;flex-wrap:wrap;gap:.15rem 1rem;list-style:none;margin:0;padding:0;font-size:.88rem}.icon{vertical-align:-.15em;overflow:visible}.bar-limit{fill:var(--raised);stroke:var(--line)}.bar-spent{fill:var(--accent)}.day-spent,.day-lost{fill:none;stroke:var(--accent);stroke-width:.8}.day-lost{stroke:var(--warn);stroke-opacity:.6}.bar-base{fill:var(--line)}.bar-lost{fill:var(--warn);fill-opacity:.55;stroke:var(--warn);stroke-dasharray:2 2}.bar-reserved{fill:none;stroke:var(--accent);stroke-dasharray:3 2}@media(max-width:40rem){.lane{grid-template-columns:minmax(0,1fr);gap:0}.lane.days .lane-name,.weekday{display:none}}section,.part,li{scroll-margin-top:1rem}.report{max-width:62rem;overflow-wrap:anywhere}.report h1{font-size:1rem;font-weight:400;color:var(--quiet)}.report h2{font-size:1.3rem;margin-top:2.75rem}.report h3{font-size:1rem}.report .verdict{margin:.5rem 0 1.25rem;padding-left:1rem}.verdict-words{font-size:1.6rem;line-height:1.25;font-weight:600;text-wrap:balance}.verdict.urgent{border-color:var(--bad)}.verdict.good{border-color:var(--accent)}.verdict.missing,.verdict.old,.verdict.aged{border-left-style:dashed}.verdict.partial{border-left-style:double;border-left-width:6px}.verdict.aged .verdict-words{color:var(--quiet);font-weight:400}.verdict .age{margin-top:.35rem}.age-note,.lack{color:var(--warn)}.parts ul{display:flex;flex-wrap:wrap;gap:.25rem 1.1rem;list-style:none;margin:0;padding:.5rem 0;border-block:1px solid var(--line)}.parts a{display:inline-block;padding:.25rem 0}.needs{padding-left:1.6rem;margin:0}.need{margin:0 0 1.5rem}.need h3,.need p{margin-bottom:.25rem}.need.alert h3::marker,.need.alert::marker,.need.lock::marker{color:var(--bad);font-weight:700}.need.alert h3,.need.lock h3{color:var(--bad)}.clicks{display:flex;flex-wrap:wrap;gap:.5rem}.click{display:inline-block;padding:.35rem .8rem;border:1px solid var(--accent);border-radius:var(--radius);text-decoration:none;font-weight:600}.click:hover{text-decoration:underline}.happened li,.next li{margin-bottom:.25rem;max-width:var(--measure)}.lacking{color:var(--quiet)}.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}.new-mark{border:1px solid currentColor;border-radius:var(--radius);padding:0 .3rem;font-size:.78rem;color:var(--accent)}figure{margin:0 0 1.5rem}details{margin:0 0 .5rem}summary{min-height:2rem;padding:.25rem 0;cursor:pointer}.part{border-top:1px solid color-mix(in srgb,var(--line) 60%,transparent);margin:0}.part-body{padding:.25rem 0 .75rem 1.1rem}.goal-part p{margin-bottom:.25rem}.table{position:relative;overflow-x:auto;margin:0 0 1.25rem}table{border-collapse:collapse;font-size:.92rem;min-width:100%}th,td{text-align:left;vertical-align:top;padding:.35rem 1rem .35rem 0;border-bottom:1px solid color-mix(in srgb,var(--line) 60%,transparent);font-weight:400;min-width:6.5rem;max-width:24rem;overflow-wrap:anywhere}.time{white-space:nowrap}thead th{color:var(--quiet);white-space:nowrap}.figure{min-width:4.5rem;text-align:right}.sums{display:grid;grid-template-columns:repeat(auto-fit,minmax(16rem,1fr));gap:.5rem 2.5rem}.unit p{margin-bottom:.25rem}.bar{display:block;width:100%;height:12px;margin:0 0 .75rem}.year svg{display:block;width:100%;height:5rem;background:var(--raised)}.ends{display:flex;justify-content:space-between;max-width:none;margin:0;font-size:.85rem;color:var(--quiet)}.filter{display:flex;flex-wrap:wrap;align-items:end;gap:.5rem .9rem;margin:0 0 .75rem}.filter[hidden],.report .buttons[hidden]{display:none}.filter label{min-width:0;max-width:100%}.filter label span{display:block;font-size:.85rem;color:var(--quiet)}.filter input,.filter select{max-width:100%;min-height:2.5rem;border:1px solid var(--line);border-radius:var(--radius);background:var(--raised);color:var(--ink);font:inherit;padding:.25rem .6rem}.log-lines{list-style:none;margin:0 0 1rem;padding:0}.log-lines li{display:grid;grid-template-columns:8.2rem minmax(0,1fr);gap:.6rem;padding:.3rem 0;font-size:.92rem;border-bottom:1px solid color-mix(in srgb,var(--line) 45%,transparent)}.permalink{color:var(--quiet);text-decoration:none}.log-lines .debug{color:var(--quiet)}.permalink:hover{text-decoration:underline}.sign{color:var(--warn)}.log-lines .wanted,.log-lines :target{background:var(--raised);box-shadow:inset 3px 0 var(--accent);padding-left:.6rem}@media(max-width:30rem){.verdict-words{font-size:1.3rem}.log-lines li{grid-template-columns:minmax(0,1fr);gap:0}}@media print{.parts,.filter,.clicks .click:after,.said{display:none}.need,.lane,tr{break-inside:avoid}.table{overflow:visible}}';
  }
});

// src/report/page/line-ids.ts
function numbered(entries) {
  const counts = /* @__PURE__ */ new Map();
  return entries.map((entry3) => {
    const day = entry3.ts.slice(0, 10);
    const number2 = (counts.get(day) ?? 0) + 1;
    counts.set(day, number2);
    return { ...entry3, number: number2 };
  });
}
function lineId({ ts, number: number2 }) {
  return `line-${safeId(ts.slice(0, 10))}-${number2}`;
}
function runId2(run22) {
  return `run-${safeId(run22)}`;
}
function goalPartId(goal) {
  return `goal-${safeId(goal)}`;
}
function draftId({
  draft,
  branch
}) {
  return `draft-${draft ?? safeId(branch)}`;
}
function slotId(goal, slot) {
  return `slot-${safeId(goal)}-${minuteOf(slot)}`;
}
function minuteOf(time) {
  const at = Date.parse(time);
  return Number.isNaN(at) ? safeId(time) : `${new Date(at).toISOString().slice(0, 16)}Z`;
}
function safeId(text2) {
  return text2.replace(/[^A-Za-z0-9.-]/gu, (sign) => `_${(sign.codePointAt(0) ?? 0).toString(16)}_`);
}
var LEVEL_SIGNS;
var init_line_ids = __esm({
  "src/report/page/line-ids.ts"() {
    "use strict";
    LEVEL_SIGNS = {
      debug: "",
      info: "",
      warn: "Warning: ",
      error: "Error: "
    };
  }
});

// src/report/page/text-parts.ts
function codeText(text2) {
  return text2.split("`").map((part, index, parts2) => {
    const isCode = index % 2 === 1 && index < parts2.length - 1;
    return isCode ? el("code", null, part) : index % 2 === 1 ? `\`${part}` : part;
  });
}
function stepText(text2) {
  return codeText(text2).flatMap(
    (part) => typeof part !== "string" ? [part] : part.split(/\*(\w[^*]*)\*/).map((piece, n2) => n2 % 2 === 0 ? piece : el("i", null, piece))
  );
}
function pageLink(address, text2, name) {
  return address === null ? text2 : el("a", { href: address, class: name }, text2);
}
function timeCell(time, unknown2 = "not known") {
  if (time === null || Number.isNaN(Date.parse(time))) return lacking2(unknown2);
  return el("span", { class: "time" }, shortTime(time));
}
function lacking2(why2) {
  return el("span", { class: "lacking" }, "–", el("span", { class: "unseen" }, ` ${why2}`));
}
function table({ caption, columns, rows, figures = [] }) {
  const style = (column) => figures.includes(column) ? "figure" : void 0;
  return el(
    "div",
    { class: "table", role: "group", "aria-label": caption, tabindex: 0 },
    el(
      "table",
      null,
      el("caption", { class: "unseen" }, caption),
      el(
        "thead",
        null,
        el("tr", null, ...columns.map((name, n2) => el("th", { scope: "col", class: style(n2) }, name)))
      ),
      el(
        "tbody",
        null,
        ...rows.map(
          (cells2) => el("tr", null, ...cells2.map((cell, n2) => el(n2 === 0 ? "th" : "td", cellProps(n2, style(n2)), cell)))
        )
      )
    )
  );
}
function cellProps(column, style) {
  return column === 0 ? { scope: "row", class: style } : { class: style };
}
function folded(summary5, ...children) {
  return el("details", null, el("summary", null, summary5), ...children);
}
function section3({ id, title, note: note2 }, ...children) {
  return el(
    "section",
    { id, "aria-labelledby": `${id}-title` },
    el("h2", { id: `${id}-title` }, title),
    note2 === void 0 ? null : el("p", { class: "quiet" }, note2),
    ...children
  );
}
function restNote(more, where) {
  return more <= 0 ? null : el("p", { class: "quiet" }, where);
}
var init_text_parts = __esm({
  "src/report/page/text-parts.ts"() {
    "use strict";
    init_element();
    init_sentences();
  }
});

// src/report/page/drafts-section.ts
function draftsSection({ report, site }) {
  const { drafts } = report;
  const shown4 = drafts.slice(0, SHOWN2);
  if (drafts.length === 0) return section3({ id: "drafts", title: "Drafts" }, el("p", null, "None so far."));
  const more = drafts.length - shown4.length;
  return section3(
    { id: "drafts", title: "Drafts" },
    el("p", null, fates(drafts)),
    table({
      caption: "Drafts, the newest first",
      columns: ["Draft", "What became of it", "Goal", "Opened (UTC)", "Ended (UTC)", "Change", "Cost"],
      rows: shown4.map((draft) => draftRow(draft, site))
    }),
    restNote(more, `${count(more, "older draft")} are in state/checkpoints on the state branch.`)
  );
}
function fates(drafts) {
  const groups = Map.groupBy(drafts, ({ outcome }) => outcome);
  const parts2 = [...groups].map(
    ([outcome, own]) => `${figure(own.length)} ${OUTCOMES[outcome].replace("waits for your", own.length === 1 ? "waits for your" : "wait for your")}`
  );
  return `${parts2.join(", ")}, as far as they are kept.`;
}
function draftRow(draft, site) {
  const { goal, title, outcome, openedAt, endedAt, reason, files: files2, lines, isComplete, cost } = draft;
  const address = site === null || draft.draft === null ? null : draftUrl(site, draft.draft);
  const name = draft.draft === null ? draft.branch : `#${draft.draft} ${shortened(title, TITLE_LENGTH)}`;
  const end = reason === null || reason === "" ? OUTCOMES[outcome] : `${OUTCOMES[outcome]}: “${reason}”`;
  return [
    el("span", { id: draftId(draft), "data-at": endedAt ?? openedAt ?? void 0 }, pageLink(address, name)),
    isComplete ? end : `${end}; parts are missing`,
    goal,
    timeCell(openedAt),
    outcome === "open" ? lacking2("it is still open") : timeCell(endedAt),
    `${count(files2, "file")}, ${count(lines, "line")}`,
    cost.calls === 0 ? lacking2("its tasks are no longer kept") : `${count(cost.tokens, "token")}, ${dollarWords(cost)}`
  ];
}
var SHOWN2, TITLE_LENGTH, OUTCOMES;
var init_drafts_section = __esm({
  "src/report/page/drafts-section.ts"() {
    "use strict";
    init_element();
    init_github_pages();
    init_sentences();
    init_line_ids();
    init_plain_report();
    init_text_parts();
    SHOWN2 = 22;
    TITLE_LENGTH = 100;
    OUTCOMES = {
      none: "not opened yet",
      open: "waits for your review",
      merged: "merged",
      closed: "closed without merging",
      taken_over: "taken over by a person"
    };
  }
});

// src/report/page/goal-words.ts
function conditionWords({ state, pause: pause2 }) {
  if (state !== "paused" || pause2 === null) return CONDITIONS[state];
  return `paused by ${pause2.by === PAUSED_BY_AGENT ? "the agent" : pause2.by}`;
}
function slotShape(slot) {
  const shape = FATE_SHAPES[slot.fate];
  if (!isServed(slot)) return shape;
  if (slot.ending !== null && isBad(slot.ending)) return "due-failed";
  return slot.finishedAt === null ? "due-open" : shape;
}
function slotWords3(slot) {
  const when = slot.count === 1 ? dueTime(slot.from) : `${count(slot.count, "due time")} from ${dueTime(slot.from)} to ${dueTime(slot.to)}`;
  return `${when}: ${fateWords(slot)}`;
}
function fateWords(slot) {
  const { fate, ending, finishedAt, runs: runs2 } = slot;
  if (!isServed(slot)) return FATES2[fate];
  const how = ending === null ? finishedAt === null ? "not finished" : "finished" : endingLabel(ending);
  return `${FATES2[fate]}, ${how}${runs2.length > 1 ? `, in ${count(runs2.length, "run")}` : ""}`;
}
function startedBy({ trigger }) {
  return trigger === null ? null : TRIGGER_WORDS[trigger];
}
function runEnd({ fate, ending, goals: goals2 }) {
  if (fate === "died") return "died";
  if (fate === "running") return "still works";
  const endings = Map.groupBy(endingsOf(goals2), (each) => each);
  const groups = [...endings].sort(([a3], [b2]) => ENDINGS[b2].rank - ENDINGS[a3].rank).slice(0, ENDINGS_SHOWN);
  if (groups.length > 1)
    return groups.map(([each, same]) => `${figure(same.length)} ${endingLabel(each)}`).join(", ");
  const only = groups[0]?.[0] ?? ending;
  return only === null ? "its end is not known" : endingLabel(only);
}
function endingsOf(goals2) {
  return goals2.map(goalRunEnding).filter((end) => end !== null);
}
function runShape2({ fate, ending, goals: goals2 }) {
  if (fate === "died") return "run-died";
  if (fate === "running") return "run-open";
  const endings = endingsOf(goals2);
  const isFailed = endings.length > 0 ? endings.some(isBad) : ending !== null && isBad(ending);
  return isFailed ? "run-failed" : "run-done";
}
function runWords3(run22) {
  const goals2 = [...new Set(run22.goals.map(({ goal }) => goal))];
  const by = startedBy(run22);
  const what2 = goals2.length === 0 ? "" : `, for ${listWords(goals2.length > 3 ? [count(goals2.length, "goal")] : goals2)}`;
  const start = by === null ? "" : `started by ${by}, `;
  return `${dueTime(run22.startedAt)}: run ${run22.id}, ${start}${runEnd(run22)}${what2}`;
}
var CONDITIONS, FATES2, FATE_SHAPES, LEGEND, ENDINGS_SHOWN;
var init_goal_words = __esm({
  "src/report/page/goal-words.ts"() {
    "use strict";
    init_pause();
    init_ending();
    init_happened_since();
    init_slots_of();
    init_ending_words();
    init_sentences();
    init_trigger_words();
    CONDITIONS = {
      running: "a run works on it",
      paused: "paused",
      stuck: "a task is stuck",
      failing: "did not succeed",
      waiting: "waits for your review",
      unfinished: "has tasks left",
      resting: "done for now",
      new: "has not run yet"
    };
    FATES2 = {
      ran: "ran",
      caught_up: "caught up later",
      asked: "asked for",
      missed: "missed",
      skipped: "skipped",
      overlapped: "overlapped"
    };
    FATE_SHAPES = {
      ran: "due-ran",
      caught_up: "due-caught-up",
      asked: "due-asked",
      missed: "due-missed",
      skipped: "due-skipped",
      overlapped: "due-overlapped"
    };
    LEGEND = [
      { shape: FATE_SHAPES.ran, words: FATES2.ran },
      { shape: FATE_SHAPES.caught_up, words: FATES2.caught_up },
      { shape: FATE_SHAPES.asked, words: FATES2.asked },
      { shape: "due-failed", words: "did not succeed" },
      { shape: "due-open", words: "not finished" },
      { shape: FATE_SHAPES.missed, words: FATES2.missed },
      { shape: FATE_SHAPES.skipped, words: FATES2.skipped },
      { shape: FATE_SHAPES.overlapped, words: FATES2.overlapped },
      { shape: "due-next", words: "comes next" },
      { shape: "run-done", words: "a run" },
      { shape: "run-failed", words: "a run that did not succeed" },
      { shape: "run-died", words: "a run that died" }
    ];
    ENDINGS_SHOWN = 3;
  }
});

// src/report/page/dense-lane.ts
function laneContent(all, { week, most, noun }) {
  const marks = all.filter(({ at }) => isOnScale(week, at));
  if (marks.length <= most) return { marks, ticks: [] };
  const ticks = marks.map(({ at, shape }) => ({ at, height: heightOf(shape) }));
  const notable2 = marks.filter(({ shape }) => WEIGHT.includes(shape));
  const width = (week.to - week.from) / most;
  const groups = Map.groupBy(notable2, ({ at }) => Math.floor((at - week.from) / width));
  return { marks: [...groups.values()].flatMap((near) => mostTelling(near, noun)), ticks };
}
function mostTelling(near, noun) {
  const [first2] = near.toSorted((a3, b2) => WEIGHT.indexOf(b2.shape) - WEIGHT.indexOf(a3.shape));
  if (first2 === void 0 || near.length === 1) return near;
  const more = count(near.length - 1, `more ${noun}`);
  return [{ ...first2, sentence: `${fullStop(first2.sentence)} And ${more} of this kind close to it.` }];
}
function heightOf(shape) {
  if (SHORT.includes(shape)) return "short";
  return MIDDLE.includes(shape) ? "middle" : "tall";
}
var WEIGHT, SHORT, MIDDLE, TICK_WORDS;
var init_dense_lane = __esm({
  "src/report/page/dense-lane.ts"() {
    "use strict";
    init_time_scale();
    init_sentences();
    WEIGHT = [
      "due-overlapped",
      "due-open",
      "due-missed",
      "due-failed",
      "run-open",
      "run-failed",
      "run-died"
    ];
    SHORT = ["due-skipped", "due-overlapped", "due-open", "due-next"];
    MIDDLE = ["due-missed", "due-failed", "run-failed", "run-died"];
    TICK_WORDS = "Where there are many, each is a thin line as well: a tall one ran, one of middle height did not succeed or was missed, a short one was skipped or is not finished.";
  }
});

// src/report/page/runs-section.ts
function runsSection({ report, site }) {
  const { runs: runs2 } = report;
  const shown4 = listedRuns(runs2);
  const more = runs2.length - shown4.length;
  const most = roomFor(shown4.length, { total: GOALS, least: 2, most: 10 });
  const goals2 = shown4.reduce((sum2, run22) => sum2 + Math.min(most, run22.goals.length), 0);
  const room = {
    tasks: roomFor(goals2, { total: TASKS, least: 1, most: 12 }),
    goals: most,
    marks: roomFor(shown4.length, { total: MARKS, least: 0, most: 40 })
  };
  return section3(
    { id: "runs", title: "Runs" },
    runs2.length === 0 ? el("p", null, "The log that is kept has no run that did something.") : null,
    ...shown4.map((run22) => runDetails(run22, site, room)),
    restNote(more, `${count(more, "older run")} are in the log: search for the number of a run there.`)
  );
}
function listedRuns(runs2) {
  let room = ROOM;
  const end = runs2.findIndex(({ goals: goals2 }, n2) => {
    room -= 1 + goals2.length;
    return n2 >= MOST || n2 >= LEAST && room < 0;
  });
  return end === -1 ? runs2 : runs2.slice(0, end);
}
function runDetails(run22, site, room) {
  const by = startedBy(run22);
  const isUrgent = run22.fate === "died";
  return el(
    "details",
    { id: runId2(run22.id), class: "part", "data-at": run22.endedAt },
    el(
      "summary",
      null,
      shapeIcon(runShape2(run22)),
      timeCell(run22.startedAt),
      " ",
      el(isUrgent ? "b" : "span", null, runEnd(run22)),
      el("span", { class: "quiet" }, ` ${summaryWords(run22)}`)
    ),
    el(
      "div",
      { class: "part-body" },
      el(
        "p",
        null,
        "Started by ",
        by ?? lacking2("the log does not say"),
        `. It took ${duration(Date.parse(run22.endedAt) - Date.parse(run22.startedAt))}. ${costWords(run22)} `,
        runLink(run22, site),
        " ",
        el(
          "a",
          { href: `#log?run=${encodeURIComponent(run22.id)}`, class: "needs-script" },
          "Its lines of the log"
        )
      ),
      attempts(run22, room),
      ...mostTelling2(run22.goals).slice(0, room.goals).map((goal) => goalPart(goal, room)),
      restNote(
        run22.goals.length - room.goals,
        `${count(run22.goals.length - room.goals, "more goal")} are in the log.`
      )
    )
  );
}
function summaryWords({ goals: goals2, cost }) {
  const names = [...new Set(goals2.map(({ goal }) => goal))];
  const what2 = names.length === 0 ? "no goal was worked on" : names.length > 3 ? count(names.length, "goal") : names.join(", ");
  return cost.calls === 0 ? what2 : `${what2}; ${count(cost.tokens, "token")}, ${dollarWords(cost)}`;
}
function costWords({ cost, lostTokens }) {
  const lost = lostTokens === 0 ? "" : ` ${count(lostTokens, "token")} that it had set aside count as spent.`;
  if (cost.calls === 0) return `It asked no model.${lost}`;
  return `It cost ${count(cost.tokens, "token")} and ${dollarWords(cost)} in ${count(cost.calls, "model call")}.${lost}`;
}
function runLink({ id }, site) {
  const [, run22, attempt2] = /^(\d{1,20})-(\d{1,4})$/.exec(id) ?? [];
  const address = site === null || run22 === void 0 || attempt2 === void 0 ? null : runUrl(site, { id: run22, attempt: attempt2 });
  return pageLink(address, address === null ? `Run ${id}.` : `Run ${id} on GitHub`);
}
function attempts(run22, { marks }) {
  const scale = { from: Date.parse(run22.startedAt), to: Date.parse(run22.endedAt) + 1 };
  const tasks = run22.goals.flatMap(({ goal, tasks: own }) => own.map((task) => ({ goal, ...task })));
  const shown4 = tasks.filter(({ at }) => isOnScale(scale, Date.parse(at))).slice(0, marks);
  if (shown4.length < 2 || scale.to - scale.from < 1e3) return null;
  return el(
    "svg",
    { class: "track attempts", role: "group", "aria-label": `Attempts of run ${run22.id}` },
    el("line", { class: "axis", x1: "2%", x2: "98%", y1: 14, y2: 14 }),
    ...shown4.map((task) => {
      const sentence3 = `${exactTime(task.at)}: ${task.goal}, ${taskEnd(task)}`;
      const shape = task.ending !== null && isBad(task.ending) ? "attempt-failed" : "attempt-done";
      const x3 = `${Math.round(20 + 9.6 * shareOf(scale, Date.parse(task.at))) / 10}%`;
      return el(
        "g",
        { class: "mark", role: "img" },
        el("title", null, sentence3),
        el("use", { href: `#${shape}`, x: x3, y: 14 })
      );
    })
  );
}
function mostTelling2(goals2) {
  const weight = ({ tasks, hasDied }) => hasDied ? 2 : tasks.length > 0 ? 1 : 0;
  return goals2.toSorted((a3, b2) => weight(b2) - weight(a3));
}
function goalPart(run22, room) {
  const { goal, tasks, drafts, ending, hasDied } = run22;
  const end = hasDied ? "the run died" : ending === null ? "its end is not known" : endingLabel(ending);
  const shown4 = tasks.slice(-room.tasks);
  const more = tasks.length - shown4.length;
  return el(
    "div",
    { class: "goal-part" },
    el(
      "p",
      null,
      el("b", null, goal),
      `: ${end}. `,
      ...drafts.flatMap((draft) => [
        el("a", { href: `#${draftId({ draft, branch: "" })}` }, `Draft #${draft}`),
        " "
      ])
    ),
    shown4.length === 0 ? null : el(
      "ul",
      null,
      ...shown4.map(
        (task) => el(
          "li",
          null,
          timeCell(task.at),
          " ",
          ...codeText(plainText2(task.message, MESSAGE_LENGTH)),
          costCell(task)
        )
      )
    ),
    restNote(more, `${figure(more)} earlier attempts are in the log.`)
  );
}
function taskEnd({ ending }) {
  return ending === null ? "its end is not known" : endingLabel(ending);
}
function costCell({ cost }) {
  return cost.calls === 0 ? null : el("span", { class: "quiet" }, ` ${count(cost.tokens, "token")}, ${dollarWords(cost)}`);
}
var ROOM, LEAST, MOST, TASKS, MARKS, GOALS, MESSAGE_LENGTH;
var init_runs_section = __esm({
  "src/report/page/runs-section.ts"() {
    "use strict";
    init_ending();
    init_element();
    init_shapes();
    init_time_scale();
    init_ending_words();
    init_github_pages();
    init_sentences();
    init_goal_words();
    init_line_ids();
    init_plain_report();
    init_text_parts();
    ROOM = 66;
    LEAST = 8;
    MOST = 30;
    TASKS = 60;
    MARKS = 80;
    GOALS = 36;
    MESSAGE_LENGTH = 140;
  }
});

// src/report/page/week-chart.ts
function weekChart({ report, lines, week }) {
  const goals2 = report.goals.slice(0, LANES);
  const perLane = roomFor(goals2.length + 1, { total: MARKS2, least: 4, most: 60 });
  const lineOf = slotLines2(lines);
  const shown4 = listedRuns(report.runs).map(({ id }) => id);
  const runs2 = report.runs.toReversed().map(
    (run22) => ({
      at: Date.parse(run22.startedAt),
      shape: runShape2(run22),
      sentence: runWords3(run22),
      href: shown4.includes(run22.id) ? `#${runId2(run22.id)}` : null
    })
  );
  const lanes = goals2.map((goal) => goalLane(goal, { week, perLane, lineOf }));
  const runLane = laneContent(runs2, { week, most: perLane, noun: "run" });
  const used = new Set([...runLane.marks, ...lanes.flatMap(({ marks }) => marks)].map(({ shape }) => shape));
  const isDense = runLane.ticks.length > 0 || lanes.some(({ ticks }) => ticks.length > 0);
  return el(
    "figure",
    { class: "week", "aria-label": "Runs and due times of the last days" },
    dayHeading(week, dayName2),
    lane({
      name: el("a", { href: "#runs" }, "Runs"),
      label: "Runs",
      scale: week,
      ...runLane
    }),
    ...lanes.map(({ node }) => node),
    el("p", { class: "said", "aria-hidden": "true" }, SAID),
    isDense ? el("p", { class: "quiet" }, TICK_WORDS) : null,
    legend(LEGEND.filter(({ shape }) => used.has(shape)))
  );
}
function goalLane(goal, { week, perLane, lineOf }) {
  const all = goal.slots.map((slot) => slotMark(goal.id, slot, lineOf));
  const next = goal.nextDue === null || goal.pause !== null ? [] : [nextMark(goal.nextDue)];
  const { marks, ticks } = laneContent(all, { week, most: perLane, noun: "due time" });
  const content = { marks: [...marks, ...next.filter(({ at }) => isOnScale(week, at))], ticks };
  const node = lane({
    name: el("a", { href: `#${goalPartId(goal.id)}` }, goal.id),
    label: `Due times of ${goal.id}`,
    scale: week,
    ...content
  });
  return { node, ...content };
}
function nextMark(due) {
  return { at: Date.parse(due), shape: "due-next", sentence: `${dueTime(due)}: comes next`, href: null };
}
function slotMark(goal, slot, lineOf) {
  const line3 = lineOf.get(slotKey(goal, slot.from, isServed(slot)));
  const why2 = isServed(slot) || line3 === void 0 ? "" : `. ${plainText2(line3.message, WHY_LENGTH)}`;
  return {
    at: Date.parse(slot.from),
    shape: slotShape(slot),
    sentence: slotWords3(slot) + why2,
    href: line3 === void 0 ? null : `#${lineId(line3)}`,
    id: slotId(goal, slot.from)
  };
}
function slotLines2(lines) {
  const found2 = /* @__PURE__ */ new Map();
  for (const line3 of lines) {
    const { event, goal, data } = line3;
    if (goal === void 0) continue;
    if (event === "window_started") found2.set(slotKey(goal, String(data?.["slot"]), true), line3);
    if (event === "slots_classified" || event === "slots_missed")
      found2.set(slotKey(goal, String(data?.["from"]), false), line3);
  }
  return found2;
}
function slotKey(goal, from, isServedSlot) {
  return `${isServedSlot ? "served" : "passed"} ${minuteOf(from)} ${goal}`;
}
function dayName2(day) {
  const date = new Date(day);
  return { weekday: WEEKDAYS[date.getUTCDay()] ?? "", day: String(date.getUTCDate()) };
}
var LANES, MARKS2, WHY_LENGTH, SAID, WEEKDAYS;
var init_week_chart = __esm({
  "src/report/page/week-chart.ts"() {
    "use strict";
    init_slots_of();
    init_element();
    init_lane();
    init_shapes();
    init_time_scale();
    init_sentences();
    init_dense_lane();
    init_goal_words();
    init_line_ids();
    init_plain_report();
    init_runs_section();
    LANES = 12;
    MARKS2 = 90;
    WHY_LENGTH = 160;
    SAID = "Point at a mark to read what it stands for. A click leads to the log.";
    WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
  }
});

// src/report/page/goals-section.ts
function goalsSection(view) {
  const { report, lines, now } = view;
  const { goals: goals2 } = report;
  if (goals2.length === 0)
    return section3({ id: "goals", title: "Goals" }, el("p", null, "There are no goals."));
  const shown4 = goals2.slice(0, GOALS2);
  const rows = roomFor(shown4.length, { total: SLOT_ROWS, least: 2, most: 30 });
  const lineOf = slotLines2(lines);
  return section3(
    { id: "goals", title: "Goals" },
    weekChart(view),
    restNote(goals2.length - LANES, `The lanes of ${count(goals2.length - LANES, "more goal")} are left out.`),
    goalTable2(shown4, now),
    restNote(goals2.length - GOALS2, `${count(goals2.length - GOALS2, "more goal")} are in state/status.json.`),
    ...shown4.map(
      (goal) => goalDetails(goal, {
        rows,
        lineOf,
        length: roomFor(shown4.length, { total: 2500, least: 100, most: 300 }),
        stuck: roomFor(shown4.length, { total: STUCK, least: 1, most: 5 })
      })
    )
  );
}
function goalTable2(goals2, now) {
  return table({
    caption: "Goals",
    columns: ["Goal", "Now", "Last result", "At (UTC)", "Left", "Next due (UTC)", "Drafts", "This month"],
    figures: [4],
    rows: goals2.map((goal) => [
      el("a", { href: `#${goalPartId(goal.id)}` }, goal.id),
      conditionWords(goal),
      goal.ending === null ? lacking2("it has not run yet") : endingLabel(goal.ending),
      timeCell(goal.endedAt, "it has not run yet"),
      leftWords(goal),
      goal.pause !== null ? "paused" : goal.nextDue === null ? lacking2("no time is known") : dueCell(goal.nextDue, now),
      outcomeWords(goal.drafts),
      goal.cost.calls === 0 ? "nothing" : `${count(goal.cost.tokens, "token")}, ${dollarWords(goal.cost)}`
    ])
  });
}
function goalDetails(goal, facts2) {
  const { id, title, state, detail, pause: pause2, waitsUntil, stuck, slots } = goal;
  const isUrgent = state === "stuck" || state === "paused" || state === "failing";
  return el(
    "details",
    { id: goalPartId(id), class: isUrgent ? "part urgent" : "part" },
    el(
      "summary",
      null,
      el("b", null, id),
      ` ${title === id ? "" : shortened(title, TITLE_LENGTH2)} `,
      el("span", { class: "quiet" }, conditionWords(goal))
    ),
    el(
      "div",
      { class: "part-body" },
      detail === "" || pause2 !== null ? null : el("p", null, codeText(sentence(shortened(detail, facts2.length)))),
      pause2 === null ? null : el(
        "p",
        null,
        `Paused by ${pause2.by === PAUSED_BY_AGENT ? "the agent" : pause2.by} on ${longTime(pause2.at)}: `,
        ...codeText(fullStop(shortened(pause2.reason, facts2.length)))
      ),
      waitsUntil === null ? null : el("p", null, `It waits after ${count(goal.failures, "failure")} until ${longTime(waitsUntil)}.`),
      stuckList(stuck, facts2),
      foundList(goal, facts2),
      doneOnIssues(goal),
      slots.length === 0 ? el("p", { class: "quiet" }, "The log that is kept has no due time of it.") : slotTable2(goal, facts2)
    )
  );
}
function stuckList(stuck, { length, stuck: most }) {
  if (stuck.length === 0) return null;
  const shown4 = stuck.slice(0, most).map(
    ({ title, attempts: attempts2, ending, detail }) => el(
      "li",
      null,
      el("b", null, shortened(title ?? "The task", TITLE_LENGTH2)),
      ` is stuck after ${count(attempts2, "attempt")}: `,
      ...codeText(
        fullStop(detail === "" && ending !== null ? endingLabel(ending) : shortened(detail, length))
      )
    )
  );
  const more = stuck.length - shown4.length;
  return el("ul", null, ...shown4, more <= 0 ? null : el("li", null, `${figure(more)} more.`));
}
function foundList({ findings }, { length, stuck: most }) {
  if (findings.length === 0) return null;
  const shown4 = findings.slice(0, most).map(({ path, line: line3, text: text2 }) => {
    const place2 = path === null ? "" : line3 === null ? `${path}: ` : `${path}, line ${figure(line3)}: `;
    return el("li", null, codeText(fullStop(shortened(`${place2}${text2}`, length))));
  });
  const more = findings.length - shown4.length;
  return el(
    "div",
    null,
    el("p", null, `It has found something for you (${count(findings.length, "finding")}):`),
    el(
      "ul",
      null,
      ...shown4,
      more <= 0 ? null : el("li", null, `${figure(more)} more are in state/checkpoints.`)
    )
  );
}
function doneOnIssues({ effects }) {
  const sums = effectSums(effects);
  return sums.length === 0 ? null : el("p", null, `On issues: ${sums.join(", ")}.`);
}
function slotTable2({ id, slots }, { rows, lineOf }) {
  const newest2 = slots.slice(-rows).toReversed();
  const older = slots.length - newest2.length;
  return folded(
    `Its due times as a table`,
    table({
      caption: `Due times of ${id}`,
      columns: ["Due (UTC)", "What became of it", "Why"],
      rows: newest2.map((slot) => slotRow(slot, lineOf.get(slotKey(id, slot.from, isServed(slot)))))
    }),
    restNote(older, `${count(older, "older entry", "older entries")} are in the log.`)
  );
}
function slotRow(slot, line3) {
  const times = slot.count === 1 ? "" : ` to ${timeWords(slot.to)} (${figure(slot.count)})`;
  const link3 = pageLink(line3 === void 0 ? null : `#${lineId(line3)}`, timeCell(slot.from));
  return [
    [link3, times],
    fateWords(slot),
    line3 === void 0 ? lacking2("the log does not say") : codeText(plainText2(line3.message, WHY_LENGTH2))
  ];
}
function leftWords({ left, stuck }) {
  if (stuck.length === 0) return figure(left);
  return left === 0 ? `${figure(stuck.length)} stuck` : `${figure(left)}, ${figure(stuck.length)} stuck`;
}
function timeWords(time) {
  return longTime(time).replace(/ UTC$/, "");
}
var GOALS2, SLOT_ROWS, STUCK, TITLE_LENGTH2, WHY_LENGTH2;
var init_goals_section = __esm({
  "src/report/page/goals-section.ts"() {
    "use strict";
    init_pause();
    init_slots_of();
    init_element();
    init_status_answers();
    init_effect_words();
    init_ending_words();
    init_next_due();
    init_sentences();
    init_goal_words();
    init_line_ids();
    init_plain_report();
    init_text_parts();
    init_week_chart();
    GOALS2 = 16;
    SLOT_ROWS = 40;
    STUCK = 20;
    TITLE_LENGTH2 = 80;
    WHY_LENGTH2 = 120;
  }
});

// src/report/page/log-section.ts
function logSection({ lines, report }) {
  const shown4 = lines.filter(({ level }) => level !== "debug").slice(-SHOWN3);
  const total = figure(lines.length);
  const note2 = report.evidence.log === null ? "There is no log yet." : "The newest lines first. Those that say nothing new, of level debug, are left out until you ask for them.";
  return section3(
    { id: "log", title: "Log", note: note2 },
    filterForm(),
    el("p", { id: "log-state", class: "quiet", role: "status" }, shownWords(shown4.length, total)),
    el(
      "ol",
      { id: "log-lines", class: "log-lines" },
      ...shown4.toReversed().map((line3) => logLine2(line3, "own"))
    ),
    el(
      "p",
      { id: "log-pages", class: "buttons", hidden: true },
      el("button", { type: "button", id: "log-newer" }, "Newer lines"),
      el("button", { type: "button", id: "log-older" }, "Older lines")
    )
  );
}
function shownWords(shown4, total) {
  if (shown4 === 0) return "No line is to be shown.";
  return `The newest ${figure(shown4)} of ${total} lines. To read and search all of them here, switch JavaScript on. The command log shows them as well.`;
}
function filterForm() {
  return el(
    "form",
    { id: "log-filter", class: "filter", hidden: true, role: "search", "aria-label": "The log" },
    field("Search", el("input", { type: "search", name: "text", autocomplete: "off", spellcheck: false })),
    field("Goal", el("select", { name: "goal" }, el("option", { value: "" }, "all goals"))),
    field(
      "Run",
      el("input", { type: "text", name: "run", autocomplete: "off", spellcheck: false, size: 16 })
    ),
    field(
      "Level",
      el(
        "select",
        { name: "level" },
        ...LEVELS2.map(
          (level) => el("option", { value: level, selected: level === "info" }, LEVEL_WORDS[level])
        )
      )
    ),
    el("button", { type: "reset" }, "Show all")
  );
}
function field(label, input) {
  return el("label", null, el("span", null, label), input);
}
function logLine2(line3, kind) {
  const { ts, level, goal } = line3;
  const id = lineId(line3);
  return el(
    "li",
    { id: kind === "own" ? id : void 0, class: level, "data-at": ts },
    el("a", { class: "permalink", href: `#${id}` }, el("time", { datetime: ts }, exactTime(ts))),
    el(
      "span",
      null,
      signOf(level),
      goal === void 0 ? null : el("b", null, `${plainText2(goal, MESSAGE_LENGTH2)} `),
      plainText2(line3.message, MESSAGE_LENGTH2)
    )
  );
}
function signOf(level) {
  const sign = LEVEL_SIGNS[level];
  return sign === "" ? null : el("b", { class: "sign" }, sign);
}
var SHOWN3, MESSAGE_LENGTH2, LEVELS2, LEVEL_WORDS;
var init_log_section = __esm({
  "src/report/page/log-section.ts"() {
    "use strict";
    init_element();
    init_sentences();
    init_line_ids();
    init_plain_report();
    init_text_parts();
    SHOWN3 = 24;
    MESSAGE_LENGTH2 = 240;
    LEVELS2 = ["debug", "info", "warn", "error"];
    LEVEL_WORDS = {
      debug: "all lines, with routine",
      info: "without routine",
      warn: "warnings and errors",
      error: "errors"
    };
  }
});

// src/report/page/happened-section.ts
function happenedSection({ report, lines }) {
  const { happened } = report;
  return section3(
    { id: "happened", title: "Since yesterday" },
    el(
      "ul",
      { class: "happened" },
      ...happenedWords(happened).map((words2) => el("li", null, codeText(words2)))
    ),
    el("div", { id: "since-visit", hidden: true }),
    happened.notable.length === 0 ? null : folded(
      `${count(happened.notable.length, "line")} of the log that say the most`,
      el(
        "ol",
        { class: "log-lines" },
        ...happened.notable.toReversed().map((entry3) => notable(entry3, lines))
      )
    )
  );
}
function notable(entry3, lines) {
  const line3 = lines.findLast(
    ({ ts, wake: wake3, message }) => ts === entry3.ts && wake3 === entry3.wake && message === entry3.message
  );
  return logLine2(line3 ?? { ...entry3, number: 0 }, "link");
}
var init_happened_section = __esm({
  "src/report/page/happened-section.ts"() {
    "use strict";
    init_element();
    init_happened_words();
    init_sentences();
    init_log_section();
    init_text_parts();
  }
});

// src/report/page/log-data.ts
function linesJson(lines) {
  const parts2 = [];
  for (let end = lines.length; end > 0; end -= PART_LINES)
    parts2.push(withoutTurns(JSON.stringify(lines.slice(Math.max(0, end - PART_LINES), end))));
  return parts2;
}
function withoutTurns(json) {
  return json.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "");
}
var PART_LINES;
var init_log_data2 = __esm({
  "src/report/page/log-data.ts"() {
    "use strict";
    PART_LINES = 4e3;
  }
});

// src/report/page/needs-section.ts
function needsSection({ report, site }) {
  const { needs } = report;
  const items = needs.slice(0, SHOWN_FOLDED).map((need) => needItem(need, site));
  const rest = items.slice(SHOWN4);
  const left = needs.length - SHOWN4;
  const unnamed = needs.length - items.length;
  return section3(
    { id: "needs", title: "Needs you" },
    needs.length === 0 ? el("p", null, "Nothing.") : el("ol", { class: "needs" }, ...items.slice(0, SHOWN4)),
    left <= 0 ? null : folded(
      `${count(left, "more thing")}`,
      el("ol", { class: "needs", start: SHOWN4 + 1 }, ...rest),
      unnamed <= 0 ? null : el(
        "p",
        { class: "quiet" },
        `${figure(unnamed)} more are in state/alerts.json on the state branch.`
      )
    )
  );
}
function needItem(need, site) {
  const words2 = needText(need);
  const [first2, ...others] = words2.steps;
  return el(
    "li",
    { class: `need ${need.kind}`, "data-at": need.since },
    el("h3", null, shortened(words2.title, TITLE_LENGTH3)),
    el("p", { class: "quiet" }, words2.about),
    words2.why === "" ? null : el("p", { class: "why" }, codeText(words2.why)),
    first2 === void 0 ? null : el("p", { class: "step" }, ...stepText(first2)),
    clicks(need, words2, site),
    others.length === 0 ? null : folded("Then", el("ul", null, ...others.map((step) => el("li", null, stepText(step)))))
  );
}
function clicks(need, { target }, site) {
  const links = [
    ...site === null || need.kind !== "alert" ? [] : need.places.flatMap((place2) => fileLink(place2, site)),
    ...target === null || site === null ? [] : [
      el(
        "a",
        {
          class: "click",
          href: targetUrl(site, target)
        },
        `Open ${target.kind} #${target.number}`
      )
    ]
  ];
  if (links.length > 0) return el("p", { class: "clicks" }, ...links);
  return target?.kind !== "issue" ? null : el("p", { class: "quiet" }, `It is issue #${target.number}.`);
}
function fileLink(place2, site) {
  const href = place2.line === null ? null : fileUrl(repositoryUrl(site), place2);
  return href === null ? [] : [el("a", { class: "click", href }, `Open ${placeName(place2)}`)];
}
var SHOWN4, SHOWN_FOLDED, TITLE_LENGTH3;
var init_needs_section = __esm({
  "src/report/page/needs-section.ts"() {
    "use strict";
    init_element();
    init_need_words();
    init_github_pages();
    init_place_words();
    init_sentences();
    init_plain_report();
    init_text_parts();
    SHOWN4 = 12;
    SHOWN_FOLDED = 16;
    TITLE_LENGTH3 = 160;
  }
});

// src/report/page/next-section.ts
function nextSection({ report, now }) {
  const { next, goals: goals2, verdict } = report;
  const backlog = goals2.filter(({ left, stuck }) => left > 0 || stuck.length > 0);
  const isStopped = verdict.kind === "stopped";
  return section3(
    { id: "next", title: "What comes next" },
    isStopped && next.length > 0 ? el("p", null, "Nothing, as long as the agent is stopped. Without the stop:") : null,
    next.length === 0 ? el("p", null, "No goal has a next due time.") : el(
      "ol",
      { class: "next" },
      ...next.map((due) => el("li", null, el("b", null, due.goal), ` ${dueWords2(due, now)}`))
    ),
    el("h3", null, "Tasks left"),
    backlog.length === 0 ? el("p", null, "None.") : el(
      "ul",
      null,
      ...backlog.map(
        ({ id, left, stuck }) => el("li", null, el("b", null, id), `: ${leftWords2(left, stuck.length)}`)
      )
    )
  );
}
function dueWords2(due, now) {
  const { at, why: why2 } = due;
  const when = isDue(at, now) ? "now" : `${dueTime(at)} UTC, ${fromNow(at, now)}`;
  return `${when}, ${WHY[why2]}${waitWords(due)}`;
}
function leftWords2(left, stuck) {
  const waiting = left === 0 ? [] : [`${count(left, "task")} left`];
  return [...waiting, ...stuck === 0 ? [] : [`${count(stuck, "task")} stuck`]].join(", ");
}
var WHY;
var init_next_section = __esm({
  "src/report/page/next-section.ts"() {
    "use strict";
    init_element();
    init_next_due();
    init_sentences();
    init_text_parts();
    WHY = {
      slot: "by its schedule",
      unfinished: "it has tasks left",
      request: "somebody asked for it"
    };
  }
});

// src/report/page/spending-charts.ts
function weekSpending({ report, week }) {
  const sums = daySums(report.spending.days);
  const most = mostOf(sums.filter(({ at }) => at >= week.from));
  const width = 100 / week.days.length;
  return el(
    "figure",
    { class: "week", "aria-label": "Tokens on each of the last days" },
    el(
      "div",
      { class: "lane" },
      el("div", { class: "lane-name" }, "Tokens a day"),
      el(
        "svg",
        { class: "track tall", role: "group", "aria-label": "Tokens on each of the last days" },
        el("use", { href: "#days", width: "100%", height: "100%" }),
        ...week.days.flatMap((day) => {
          const sum2 = sums.find(({ at }) => at === day);
          return sum2 === void 0 ? [] : [dayBar(sum2, { x: shareOf(week, day) + 0.2 * width, width: 0.6 * width, most })];
        })
      )
    ),
    dayHeading(week, dayName2),
    el("p", { class: "said", "aria-hidden": "true" }, SCALE_WORDS(most))
  );
}
function dayBar({ day, tokens, lost }, place2) {
  const { x: x3, width, most } = place2;
  const scaled = (value) => Math.round(value / Math.max(1, most) * (HEIGHT2 - 8) * 10) / 10;
  const [own, gone] = [scaled(tokens), scaled(lost)];
  const sentence3 = `${shortTime(day).replace(" 00:00", "")}: ${count(tokens + lost, "token")}${lost === 0 ? "" : `, of these ${figure(lost)} lost`}`;
  const column = { x: `${x3}%`, width: `${width}%` };
  return el(
    "g",
    { class: "mark", role: "img" },
    el("title", null, sentence3),
    el("rect", { class: "bar-base", ...column, y: HEIGHT2 - 1, height: 1 }),
    el("rect", { class: "bar-spent", ...column, y: HEIGHT2 - own, height: own }),
    el("rect", { class: "bar-lost", ...column, y: HEIGHT2 - own - gone, height: gone })
  );
}
function daysChart({ report, now }) {
  const sums = daySums(report.spending.days).filter(({ at }) => at > now - YEAR_DAYS * DAY_MS);
  const first2 = sums[0];
  if (first2 === void 0 || now - first2.at < 14 * DAY_MS) return null;
  const scale = { from: first2.at, to: (Math.floor(now / DAY_MS) + 1) * DAY_MS };
  const days = (scale.to - scale.from) / DAY_MS;
  const most = mostOf(sums);
  const y3 = (value) => Math.round((1 - value / Math.max(1, most)) * 100);
  const path = (from, to) => sums.filter((sum2) => to(sum2) > from(sum2)).map((sum2) => `M${(sum2.at - scale.from) / DAY_MS} ${y3(from(sum2))}V${y3(to(sum2))}`).join("");
  const words2 = `Tokens a day from ${first2.day} on: at most ${figure(most)} on a day.`;
  return el(
    "figure",
    { class: "year", "aria-label": "Tokens on each day" },
    el(
      "svg",
      { viewBox: `-0.5 0 ${days} 100`, preserveAspectRatio: "none", role: "img", "aria-label": words2 },
      el("path", {
        class: "day-spent",
        d: path(
          () => 0,
          ({ tokens }) => tokens
        )
      }),
      el("path", {
        class: "day-lost",
        d: path(
          ({ tokens }) => tokens,
          ({ tokens, lost }) => tokens + lost
        )
      })
    ),
    el(
      "p",
      { class: "ends", "aria-hidden": "true" },
      el("span", null, first2.day),
      el("span", null, report.at.slice(0, 10))
    ),
    el("figcaption", { class: "quiet" }, words2)
  );
}
function daySums(days) {
  return days.map(({ day, goals: goals2 }) => {
    const own = Object.values(goals2);
    return {
      at: Date.parse(day),
      day,
      tokens: own.reduce((sum2, { tokens }) => sum2 + tokens, 0),
      lost: own.reduce((sum2, { lost_tokens }) => sum2 + lost_tokens, 0)
    };
  });
}
function mostOf(sums) {
  return sums.reduce((most, { tokens, lost }) => Math.max(most, tokens + lost), 0);
}
var HEIGHT2, YEAR_DAYS, SCALE_WORDS;
var init_spending_charts = __esm({
  "src/report/page/spending-charts.ts"() {
    "use strict";
    init_time();
    init_element();
    init_lane();
    init_time_scale();
    init_sentences();
    init_week_chart();
    HEIGHT2 = 60;
    YEAR_DAYS = 366;
    SCALE_WORDS = (most) => most === 0 ? "No tokens were spent on these days." : `The highest bar stands for ${count(most, "token")}. The lighter part with a dotted edge was lost with runs that died.`;
  }
});

// src/report/page/spending-section.ts
function spendingSection(view) {
  const { spending } = view.report;
  return section3(
    { id: "spending", title: "Spent" },
    el("div", { class: "sums" }, sumBlock("Today", spending.today), sumBlock("This month", spending.month)),
    perDraft(spending),
    weekSpending(view),
    daysChart(view),
    folded("By day as a table", dayTable(spending)),
    goalTable3(spending),
    spending.months.length < 2 ? null : folded("By month as a table", monthTable(spending))
  );
}
function sumBlock(title, sum2) {
  const dollars2 = {
    spent: sum2.usdMicros,
    reserved: sum2.reservedUsdMicros,
    lost: sum2.lostUsdMicros,
    limit: sum2.usdLimit === null ? null : sum2.usdLimit * 1e6,
    words: money
  };
  const tokens = {
    spent: sum2.tokens,
    reserved: sum2.reservedTokens,
    lost: sum2.lostTokens,
    limit: sum2.tokenLimit,
    words: (value) => count(value, "token")
  };
  const hasPrice = dollars2.spent > 0 || dollars2.limit !== null || dollars2.reserved > 0;
  return el(
    "div",
    { class: "sum" },
    el("h3", null, title),
    unitBar(tokens),
    hasPrice ? unitBar(dollars2) : null,
    el("p", { class: "quiet" }, count(sum2.calls, "model call"))
  );
}
function unitBar({ spent, reserved, lost, limit, words: words2 }) {
  const parts2 = [
    `${words2(spent)} spent${limit === null ? "" : ` of ${words2(limit)}`}`,
    ...lost === 0 ? [] : [`of these ${words2(lost)} lost with runs that died`],
    ...reserved === 0 ? [] : [`${words2(reserved)} set aside`]
  ];
  const text2 = `${parts2.join(", ")}.`;
  return el(
    "div",
    { class: "unit" },
    el("p", null, text2, limit === null ? el("span", { class: "quiet" }, " No limit is known.") : null),
    limit === null || limit <= 0 ? null : bar({ spent, reserved, lost, limit })
  );
}
function bar({
  spent,
  reserved,
  lost,
  limit
}) {
  const share = (value) => Math.round(Math.min(1, Math.max(0, value) / limit) * 1e3) / 10;
  const [own, gone, aside] = [share(spent - lost), share(lost), share(reserved)];
  return el(
    "svg",
    { class: "bar", "aria-hidden": "true" },
    el("rect", { class: "bar-limit", width: "100%", height: "100%" }),
    el("rect", { class: "bar-spent", width: `${own}%`, height: "100%" }),
    el("rect", { class: "bar-lost", x: `${own}%`, width: `${Math.min(gone, 100 - own)}%`, height: "100%" }),
    el("rect", {
      class: "bar-reserved",
      x: `${Math.min(100, own + gone)}%`,
      width: `${Math.max(0, Math.min(aside, 100 - own - gone))}%`,
      height: "100%"
    })
  );
}
function perDraft({ perMergedDraft }) {
  if (perMergedDraft === null)
    return el("p", null, "No draft of this month has been merged, so there is no cost for each.");
  const dollars2 = perMergedDraft.usdMicros === 0 ? "" : ` and ${money(perMergedDraft.usdMicros)}`;
  return el(
    "p",
    null,
    `Each draft that was merged this month has cost ${count(perMergedDraft.tokens, "token")}${dollars2}, with all that came to nothing.`
  );
}
function dayTable({ days }) {
  const newest2 = days.slice(-DAY_ROWS).toReversed();
  return table({
    caption: "Spent by day",
    columns: [
      "Day (UTC)",
      "Runs",
      "Not successful",
      "Tokens",
      "Of these lost",
      "Dollars",
      "Drafts opened",
      "Merged"
    ],
    figures: [1, 2, 3, 4, 5, 6, 7],
    rows: newest2.map(({ day, goals: goals2 }) => {
      const sum2 = (name) => Object.values(goals2).reduce((all, own) => all + own[name], 0);
      const spent = sum2("usd_micros");
      return [
        day,
        figure(sum2("runs")),
        figure(sum2("failed")),
        figure(sum2("tokens") + sum2("lost_tokens")),
        figure(sum2("lost_tokens")),
        spent === 0 && sum2("tokens") > 0 ? lacking2("the model has no price") : money(spent),
        figure(sum2("drafts_opened")),
        figure(sum2("drafts_merged"))
      ];
    })
  });
}
function goalTable3({ byGoal }) {
  if (byGoal.length === 0) return el("p", null, "No goal has spent anything this month.");
  const costliest = byGoal.toSorted((a3, b2) => b2.month.tokens - a3.month.tokens).slice(0, GOAL_ROWS);
  return table({
    caption: "Spent by goal, the costliest first",
    columns: ["Goal", "Today", "This month", "Dollars this month", "Set aside", "Lost"],
    figures: [1, 2, 3, 4, 5],
    rows: costliest.map(({ goal, today, month }) => [
      goal,
      figure(today.tokens),
      figure(month.tokens),
      month.usdMicros === 0 && month.tokens > 0 ? lacking2("the model has no price") : money(month.usdMicros),
      figure(month.reservedTokens),
      figure(month.lostTokens)
    ])
  });
}
function monthTable({ months }) {
  return table({
    caption: "Spent by month",
    columns: ["Month", "Tokens", "Of these lost", "Dollars", "Model calls"],
    figures: [1, 2, 3, 4],
    rows: months.toReversed().map(({ month, sum: sum2 }) => [
      month,
      figure(sum2.tokens),
      figure(sum2.lostTokens),
      money(sum2.usdMicros),
      figure(sum2.calls)
    ])
  });
}
var DAY_ROWS, GOAL_ROWS;
var init_spending_section = __esm({
  "src/report/page/spending-section.ts"() {
    "use strict";
    init_element();
    init_sentences();
    init_spending_charts();
    init_text_parts();
    DAY_ROWS = 14;
    GOAL_ROWS = 20;
  }
});

// src/report/page/verdict-section.ts
function verdictSection({ report, now, silentHours }) {
  const { verdict, evidence, at } = report;
  const isUrgent = verdict.kind === "silent" || verdict.kind === "needs_you";
  const notes2 = [fullWords(report), lackWords(evidence)].filter((words2) => words2 !== null);
  return el(
    "section",
    {
      id: "verdict",
      class: `verdict ${isUrgent ? "urgent" : verdictTone(verdict)} ${evidence.kind}`,
      "aria-label": "The state of the agent",
      "data-at": at,
      "data-seen": evidence.seenAt ?? void 0,
      "data-silent-hours": silentHours
    },
    el("p", { class: "verdict-words" }, codeText(verdictWords(verdict, now))),
    el(
      "p",
      { class: "age" },
      "This is from ",
      el("time", { datetime: at }, longTime(at)),
      el("span", { class: "age-words" }),
      "."
    ),
    el("p", { class: "age-note", hidden: true }),
    ...notes2.map((words2) => el("p", { class: "lack" }, codeText(words2))),
    evidenceLine(evidence)
  );
}
function evidenceLine(evidence) {
  const { seenAt, log: log2, kind } = evidence;
  const parts2 = seenAt === null ? [
    "There has been no sign of life yet, so there is nothing to show: a dash stands for what is not known."
  ] : [
    `${KINDS[kind]} Last sign of life: ${longTime(seenAt)}.`,
    log2 === null ? " There is no log." : ` The log that is kept begins on ${log2.from}. All times are in UTC.`
  ];
  return el("p", { class: "quiet evidence" }, ...parts2);
}
var KINDS;
var init_verdict_section = __esm({
  "src/report/page/verdict-section.ts"() {
    "use strict";
    init_element();
    init_verdict_words();
    init_sentences();
    init_text_parts();
    KINDS = {
      missing: "There is no evidence.",
      partial: "The evidence is partial.",
      old: "The evidence is old.",
      complete: "The evidence is complete."
    };
  }
});

// src/report/page/page-html.ts
var page_html_exports = {};
__export(page_html_exports, {
  pageHtml: () => pageHtml
});
function pageHtml(facts2, compress) {
  const now = Date.parse(facts2.report.at);
  const view = {
    ...facts2,
    report: plainReport(facts2.report, TEXT_LENGTH2),
    lines: numbered(facts2.entries),
    week: daysUntil(now, DAYS_BEFORE),
    now
  };
  const log2 = linesJson(view.lines).map(
    (part) => `<script type="text/plain" class="log-part">${compress(part)}</script>
`
  );
  return [
    '<!doctype html>\n<html lang="en">\n',
    head(view),
    "<body>\n",
    z2(body3(view)),
    `
<script>${PAGE_SCRIPT}</script>
`,
    ...log2,
    "</body>\n</html>\n"
  ].join("");
}
function policy() {
  return [
    `default-src 'none'`,
    `script-src '${integrityOf(PAGE_SCRIPT)}'`,
    `style-src '${integrityOf(PAGE_STYLE)}'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `require-trusted-types-for 'script'`,
    `trusted-types 'none'`
  ].join("; ");
}
function head({ report }) {
  const meta = z2(
    el(
      "head",
      null,
      el("meta", { charset: "utf-8" }),
      el("meta", { "http-equiv": "Content-Security-Policy", content: policy() }),
      el("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
      el("meta", { name: "referrer", content: "no-referrer" }),
      el("title", null, `Wakeful: ${report.repository}`)
    )
  );
  return `${meta.replace("</head>", "")}<style>${PAGE_STYLE}</style>
</head>
`;
}
function body3(view) {
  const { report, site, week } = view;
  const name = pageLink(site === null ? null : repositoryUrl(site), report.repository);
  return el(
    "div",
    { class: "page report", "data-repository": report.repository },
    shapeDefinitions(dayLines(week)),
    el("header", null, el("h1", null, "Wakeful: ", name), verdictSection(view)),
    ...report.verdict.kind === "never_ran" ? [firstRun(view)] : parts(view),
    el(
      "footer",
      { class: "quiet" },
      el(
        "p",
        null,
        "This page asks nobody for anything. The command ",
        el("code", null, "page"),
        " makes it anew. What you have seen of it is remembered on this device only."
      )
    )
  );
}
function parts(view) {
  const names = PARTS.map(([id, title]) => el("li", null, el("a", { href: `#${id}` }, title)));
  return [
    el("nav", { class: "parts", "aria-label": "Parts of this page" }, el("ul", null, ...names)),
    el(
      "main",
      null,
      needsSection(view),
      happenedSection(view),
      goalsSection(view),
      runsSection(view),
      draftsSection(view),
      spendingSection(view),
      nextSection(view),
      logSection(view)
    )
  ];
}
function firstRun({ site }) {
  const actions2 = pageLink(site === null ? null : actionsUrl(site), "page Actions", "click");
  return el(
    "main",
    null,
    section3(
      { id: "needs", title: "What to do" },
      el(
        "p",
        null,
        "Start the first run by hand: open the ",
        actions2,
        ", choose the workflow of the agent there, and run it."
      ),
      el(
        "p",
        null,
        "Until then goals, runs, drafts and costs are not known, and this page shows none of them."
      )
    )
  );
}
var TEXT_LENGTH2, DAYS_BEFORE, PARTS;
var init_page_html = __esm({
  "src/report/page/page-html.ts"() {
    "use strict";
    init_dist2();
    init_digest();
    init_element();
    init_lane();
    init_shapes();
    init_time_scale();
    init_github_pages();
    init_page_parts();
    init_drafts_section();
    init_goals_section();
    init_happened_section();
    init_line_ids();
    init_log_data2();
    init_log_section();
    init_needs_section();
    init_next_section();
    init_plain_report();
    init_runs_section();
    init_spending_section();
    init_text_parts();
    init_verdict_section();
    TEXT_LENGTH2 = 300;
    DAYS_BEFORE = 7;
    PARTS = [
      ["needs", "Needs you"],
      ["happened", "Since yesterday"],
      ["goals", "Goals"],
      ["runs", "Runs"],
      ["drafts", "Drafts"],
      ["spending", "Spent"],
      ["next", "What comes next"],
      ["log", "Log"]
    ];
  }
});

// src/commands/page/page-files.ts
import { gzipSync } from "node:zlib";
async function pageFiles(facts2) {
  const { pageHtml: pageHtml2 } = await Promise.resolve().then(() => (init_page_html(), __toCommonJS(page_html_exports)));
  return [
    { name: "index.html", text: pageHtml2(facts2, compressed) },
    { name: "badge.svg", text: statusBadge(facts2.report) },
    { name: "needs.xml", text: needsFeed(facts2.report, facts2.site) }
  ];
}
function compressed(text2) {
  return gzipSync(text2, { level: 6 }).toString("base64");
}
var init_page_files = __esm({
  "src/commands/page/page-files.ts"() {
    "use strict";
    init_badge();
    init_needs_feed();
  }
});

// src/commands/page/page-place.ts
import { lstat as lstat2, mkdir as mkdir6, stat as stat2, writeFile as writeFile6 } from "node:fs/promises";
import { dirname as dirname2, join as join17, resolve as resolve4 } from "node:path";
async function pagePlace(folder, wanted, signal) {
  if (wanted === null) {
    const root = await rehearsalRoot(gitRunner(childEnvironment()), folder, signal);
    return { kind: "file", path: join17(await ensureOwnFolder(root), "page.html") };
  }
  const path = resolve4(folder, wanted);
  const found2 = await stat2(path).catch(() => null);
  const isFile2 = /\.html?$/i.test(wanted);
  if (isFile2 && found2?.isDirectory() === true) throw new UsageError(PAGE_TEXTS.isFolder(wanted));
  return { kind: isFile2 ? "file" : "folder", path };
}
async function writeFiles({ kind, path }, files2) {
  const targets = kind === "folder" ? files2.map(({ name, text: text2 }) => ({ target: join17(path, name), text: text2 })) : files2.slice(0, 1).map(({ text: text2 }) => ({ target: path, text: text2 }));
  for (const { target, text: text2 } of targets) await write2(target, text2);
  return targets.map(({ target }) => target);
}
async function write2(target, text2) {
  const found2 = await lstat2(target).catch(() => null);
  if (found2?.isSymbolicLink() === true) throw new Halt("forbidden", PAGE_TEXTS.isLink(target));
  try {
    await mkdir6(dirname2(target), { recursive: true });
    await writeFile6(target, text2);
  } catch (reason) {
    const why2 = reason instanceof Error ? reason.message : String(reason);
    throw new Halt("forbidden", PAGE_TEXTS.notWritten(target, why2), { cause: reason });
  }
}
var init_page_place = __esm({
  "src/commands/page/page-place.ts"() {
    "use strict";
    init_run_git();
    init_runner();
    init_ending();
    init_home();
    init_page_texts();
    init_command();
    init_rehearsal_folder();
  }
});

// src/commands/page.ts
var page_exports = {};
__export(page_exports, {
  page: () => page
});
import { join as join18, relative } from "node:path";
import { pathToFileURL } from "node:url";
async function run9({ args, terminal }) {
  const { options, words: words2 } = readOptions(args, OPTIONS7);
  refuseWords(words2);
  const signal = new AbortController().signal;
  const place2 = await pagePlace(terminal.folder, options.out, signal);
  const remote = await findStateRemote(terminal.folder, options, signal);
  const { report, log: log2 } = await readStateReport(remote, { days: null }, signal);
  const at = await terminalAt(terminal, remote.settings);
  const files2 = await pageFiles({
    ...maskedRecord({ report, entries: log2.entries }, at.mask),
    site: remote.kind === "remote" ? repositoryAddress(remote.address) : null,
    silentHours: remote.settings.alerts.silentHours
  });
  const written = await writeFiles(place2, files2);
  const address = pathToFileURL(written[0] ?? "").href;
  if (options.json) writeJson(at, { source: remote.sentence, files: written, address });
  else
    print(
      at,
      `${remote.sentence}
${wrote(written, files2, terminal.folder)}
${PAGE_TEXTS.address(address)}
`
    );
  if (options.open && !await openAddress(address, childEnvironment()))
    printAside(at, `${PAGE_TEXTS.notOpened}
`);
  return 0;
}
function wrote(paths, files2, folder) {
  const bytes = files2.slice(0, paths.length).reduce((sum2, { text: text2 }) => sum2 + Buffer.byteLength(text2), 0);
  const shown4 = paths.map((path) => path.startsWith(join18(folder, "/")) ? relative(folder, path) : path);
  return PAGE_TEXTS.wrote(shown4, count(Math.ceil(bytes / 1e3), "kB", "kB"));
}
var HELP9, page, OPTIONS7;
var init_page = __esm({
  "src/commands/page.ts"() {
    "use strict";
    init_open_file();
    init_runner();
    init_repository_address();
    init_masked_record();
    init_program();
    init_page_texts();
    init_sentences();
    init_page_files();
    init_page_place();
    init_command();
    init_options();
    init_terminal_at();
    init_state_remote();
    init_state_report();
    HELP9 = `
${PROGRAM} page [options]

Writes a web page about the agent: whether it needs you, what happened, every due time, run
and draft, what was spent, and the whole log to search. It is one file that works from disk
and asks nobody for anything. Whoever gets the file can read all of it.
${REMOTE_HELP}
  --out <file|folder>  write it there [.wakeful/page.html]; a folder gets index.html, a status
                       badge (badge.svg) and an Atom feed of what needs you (needs.xml)
  --open               open it in a browser
  --json               print where it lies as one JSON document
`;
    page = { help: HELP9, run: run9 };
    OPTIONS7 = { ...REMOTE_OPTIONS, out: "text", open: "flag", json: "flag" };
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
  const { permissions: permissions2, limits } = goal;
  const writes = permissions2.write.length === 0 ? "nothing" : permissions2.write.join(", ");
  const dollars2 = limits.usdPerDay === null ? "" : `, $${limits.usdPerDay} a day`;
  const lines = [
    `file: ${goal.file}`,
    `may write: ${writes}; may do: ${permissions2.effects.join(", ") || "nothing"}`,
    ...permissions2.run === true ? ["may run: any line in a copy of the files; none where no sandbox works"] : [],
    `limits: ${limitWords(limits)}, ${count(limits.tokensPerDay, "token")} a day${dollars2}`,
    ...slots === null ? [] : slotLines(slots)
  ];
  return [style.paint("strong", goal.id), ...lines.flatMap((line3) => indented2(line3, style))].join("\n");
}
function problemLines(problems, style) {
  const lines = problems.flatMap((problem2) => wrapToWidth(plainLine(problem2), style.width));
  return [style.paint("bad", "Problems"), ...lines].join("\n");
}
function indented2(text2, { width }) {
  return wrapToWidth(plainLine(text2), width - 2).map((line3) => `  ${line3}`);
}
var init_goals_text = __esm({
  "src/report/goals/goals-text.ts"() {
    "use strict";
    init_how_made();
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
  return lines.flatMap((line3) => lineOnTerminal(line3, style)).join("\n");
}
function lineOnTerminal(line3, style) {
  const heading = /^#+ (.*)$/.exec(line3)?.[1];
  if (heading !== void 0)
    return wrapToWidth(plainWords2(heading), style.width).map((each) => style.paint("strong", each));
  const [, indent = "", text2 = line3] = /^( *- )(.*)$/.exec(line3) ?? [];
  return hanging(indent, plainWords2(text2), style);
}
function tableOnTerminal([head2 = "", , ...rows], style) {
  const titles = cellsOf(head2);
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
  return lines.map((line3, index) => (index === 0 ? start : " ".repeat(start.length)) + line3);
}
function plainWords2(text2) {
  const parts2 = text2.split(/(?<![\\`])`([^`]+)`(?!`)/);
  return plainLine(
    parts2.map((part, index) => index % 2 === 1 ? part : unescaped(part)).join("")
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
    read: (commit2, paths, limit) => readStored(objects, { commit: commit2, paths }, limit).catch((error) => {
      if (!isPartialClone(error)) throw error;
      throw new Halt("bad_settings", REMOTE_TEXTS2.partialClone(folder), { cause: error });
    }),
    close: () => objects.close()
  };
}
function isPartialClone(error) {
  return error instanceof NotFetched || error instanceof Error && error.message.includes("promisor remote");
}
var init_revisions = __esm({
  "src/adapters/git/revisions.ts"() {
    "use strict";
    init_ending();
    init_remote_texts();
    init_git_environment();
    init_object_reader();
    init_run_git();
    init_stored_tree();
  }
});

// src/report/goals/goal-tables.ts
function permissionTable(goals2, settings) {
  const rows = goals2.map((goal) => [
    codeSpan(goal.id),
    readWords(goal),
    writeWords(goal, settings),
    spans(opensDrafts(goal) ? goal.permissions.delete ?? [] : []),
    effectWords(goal),
    modelWords(goal.model, settings),
    commandWords(goal)
  ]);
  return table3(
    ["Goal", "May read", "May write", "May delete", "May do", "Asks the model", "Runs the commands"],
    rows
  );
}
function spendTable(goals2, { settings, now, total }) {
  const rows = goals2.map((goal) => {
    const most = mostOfGoal(goal, settings);
    return [codeSpan(goal.id), whenWords(goal), slotWords4(goal, now), perDay(most), perMonth(most)];
  });
  const all = mostOfAll(total, settings);
  const last = ["**All goals**", "", "", `**${perDay(all)}**`, `**${perMonth(all)}**`];
  return table3(["Goal", "When", "Next ten due times", "At most a day", "At most a month"], [...rows, last]);
}
function table3(head2, rows) {
  const lines = [head2, head2.map(() => "---"), ...rows].map((cells2) => `| ${cells2.join(" | ")} |`);
  return lines.join("\n");
}
function spans(values) {
  if (values.length === 0) return "nothing";
  const shown4 = values.slice(0, LISTED).map((value) => valueSpan(cutText(value, CELL_LENGTH)));
  const more = values.length - shown4.length;
  return more > 0 ? `${shown4.join(", ")} and ${figure(more)} more` : shown4.join(", ");
}
function readWords({ permissions: permissions2, forEach }) {
  const files2 = spans(permissions2.read);
  if (forEach?.kind === "releases") return `${files2}; the notes of releases`;
  if (forEach?.kind === "pull_requests") return `${files2}; pull requests with what they change there`;
  return forEach?.kind === "runs" ? `${files2}; logs of failed runs of ${spans(forEach.workflows)}` : files2;
}
function commandWords({ setup, checks, doneWhen, permissions: permissions2 }) {
  const own = spans([...setup, ...checks, ...doneWhen]);
  if (permissions2.run !== true) return own;
  const chosen = "lines that the model chooses, in a copy that is thrown away; none where no sandbox works";
  return own === "nothing" ? chosen : `${own}; and ${chosen}`;
}
function writeWords(goal, { protectedPaths }) {
  const { write: write4 } = goal.permissions;
  if (!opensDrafts(goal)) return "nothing";
  const target = goal.forEach?.kind === "files" ? goal.forEach.target : void 0;
  const file = target === void 0 ? "its own file" : valueSpan(cutText(target, CELL_LENGTH));
  const own = writesOwnFileOnly(goal) ? `, each task ${file} only` : "";
  const kept = protectedPaths.length === 0 ? "" : `, but nothing in ${spans(protectedPaths)}`;
  return `${spans(write4)}${own}${kept}`;
}
function effectWords(goal) {
  const { effects, labels: labels2 } = goal.permissions;
  const possible = effects.filter((effect2) => effect2 !== "draft_pull_request" || opensDrafts(goal));
  const only = labels2 !== void 0 && effects.some((effect2) => effect2.endsWith("label_issue"));
  return `${spans(possible.map((effect2) => fixed(effect2)))}${only ? `, only the labels ${spans(labels2)}` : ""}`;
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
function slotWords4(goal, now) {
  if (!goal.enabled) return "none: it is not enabled";
  const range = { afterMs: now, untilMs: now + FAR_MS };
  const slots = slotsBetween(goal.schedule, range, NEXT_SLOTS).map(shortTime);
  return slots.length === 0 ? "the next run" : slots.join(", ");
}
function perDay({ tokensPerDay, usdPerDay }) {
  return amount2(tokensPerDay, usdPerDay);
}
function perMonth({ tokensPerMonth, usdPerMonth }) {
  return amount2(tokensPerMonth, usdPerMonth);
}
function amount2(tokens, usd) {
  const dollars2 = usd === null ? "" : `, ${money(Math.round(usd * 1e6))}`;
  return `${figure(tokens)} tokens${dollars2}`;
}
var LISTED, CELL_LENGTH, NEXT_SLOTS, FAR_MS;
var init_goal_tables = __esm({
  "src/report/goals/goal-tables.ts"() {
    "use strict";
    init_goal();
    init_item();
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
  const gone = before.filter(({ field: field2 }) => !after.some((fact) => fact.field === field2));
  return [...after, ...gone.map((fact) => ({ ...fact, values: [] }))].flatMap((fact) => {
    const old = before.find(({ field: field3 }) => field3 === fact.field)?.values ?? [];
    const { field: field2, isList, weighs: weighs2, values } = fact;
    if (old.length === values.length && old.every((value, at) => value === values[at])) return [];
    const added2 = values.filter((value) => !old.includes(value));
    const removed = old.filter((value) => !values.includes(value));
    return [{ field: field2, isList, weighs: weighs2, before: old, after: values, added: added2, removed }];
  });
}
var init_changed_facts = __esm({
  "src/core/health/changed-facts.ts"() {
    "use strict";
  }
});

// src/report/goals/goal-facts.ts
function goalFacts(goal) {
  const { permissions: permissions2 } = goal;
  return [
    weighty(single("model", goal.model)),
    weighty(list7("permissions.read", permissions2.read)),
    weighty(list7("permissions.write", permissions2.write)),
    weighty(list7("permissions.delete", permissions2.delete ?? [])),
    weighty(single("permissions.other_files", permissions2.otherFiles === true ? "yes" : null)),
    weighty(single("permissions.run", permissions2.run === true ? "yes" : null)),
    weighty(list7("permissions.effects", permissions2.effects)),
    weighty(list7("permissions.labels", permissions2.labels ?? [])),
    weighty(list7("setup", goal.setup)),
    weighty(list7("checks", goal.checks)),
    weighty(list7("done_when", goal.doneWhen)),
    readerFact(goal),
    weighty(single("for_each.command", goal.forEach?.kind === "command" ? goal.forEach.command : null)),
    single("enabled", goal.enabled ? "yes" : "no"),
    single("title", goal.title),
    single("objective", goal.objective),
    single("schedule", scheduleFact(goal)),
    list7("on", goal.on),
    single(
      "when",
      goal.when === null ? null : `at least ${count(goal.when.queueAtLeast, "task")} ${goal.when.queueAtLeast === 1 ? "waits" : "wait"}`
    ),
    single("for_each", goal.forEach === null ? null : queueWords(goal.forEach)),
    ...numbers2("limits", goal.limits),
    single("when_draft_is_open", goal.whenDraftIsOpen),
    list7("draft.labels", goal.draft?.labels ?? []),
    list7("draft.reviewers", goal.draft?.reviewers ?? []),
    single("always", goal.runsUnchanged ? "yes" : "no")
  ];
}
function settingsFacts(settings) {
  return [
    ...Object.entries(settings.models).flatMap(([name, model]) => modelFacts(name, model)),
    weighty(single("goals_folder", settings.goalsFolder)),
    // On another branch no budget is spent yet, and nobody holds a lock.
    weighty(single("state_branch", settings.stateBranch)),
    weighty(list7("protected_paths", settings.protectedPaths)),
    weighty(list7("secret_patterns", settings.secretPatterns)),
    weighty(list7("setup_hosts", settings.setupHosts)),
    weighty(list7("sandbox.path", settings.sandbox.path)),
    weighty(list7("sandbox.env", settings.sandbox.env)),
    ...numbers2("budget", settings.budget),
    ...numbers2("bounds", settings.bounds),
    single("open_drafts", figure(settings.openDrafts)),
    list7("draft.labels", settings.draft.labels),
    list7("draft.reviewers", settings.draft.reviewers),
    single("commit.name", settings.commit.name),
    single("commit.email", settings.commit.email),
    single("commit.prefix", settings.commit.prefix),
    ...numbers2("alerts", settings.alerts),
    single("alerts.security_releases", String(settings.tellsSecurityReleases)),
    single("log_days", figure(settings.logDays)),
    single("dashboard_issue", String(settings.dashboardIssue)),
    single("second_reader", String(settings.secondReader))
  ];
}
function readerFact({ model, secondReader = "no" }) {
  const fact = single("second_reader", secondReader);
  return secondReader === model || secondReader === "no" ? fact : weighty(fact);
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
    ...model.isStreamed === void 0 ? [] : [single(`models.${name}.stream`, String(model.isStreamed))],
    ...model.api === void 0 ? [] : [single(`models.${name}.api`, model.api)],
    ...model.fallback === void 0 ? [] : [weighty(single(`models.${name}.fallback`, model.fallback.join(", ")))]
  ];
}
function single(field2, value) {
  return { field: field2, values: value === null ? [] : [value], isList: false, weighs: false };
}
function list7(field2, values) {
  return { field: field2, values, isList: true, weighs: false };
}
function weighty(fact) {
  return { ...fact, weighs: true };
}
function numbers2(group, values) {
  return Object.entries(values).map(([name, value]) => single(`${group}.${asWritten(name)}`, amount3(value)));
}
function amount3(value) {
  if (typeof value !== "number") return null;
  return Number.isInteger(value) ? figure(value) : String(value);
}
function asWritten(name) {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
function scheduleFact({ schedule }) {
  const words2 = scheduleWords(schedule);
  if (schedule.kind === "once" || schedule.kind === "never") return words2;
  return `${words2}, catch up ${schedule.catchUp} within ${duration(schedule.catchUpWindowMinutes * MINUTE_MS)}`;
}
function placeWords(globs2) {
  return globs2 === void 0 ? "" : ` in ${globs2.join(", ")}`;
}
function targetWords({ target, targetMissing }) {
  if (target === void 0) return "";
  return targetMissing === true ? ` whose ${target} is missing, which is written` : ` for ${target}, which is written`;
}
function issueWords(filter) {
  const { labels: labels2, without = [], unlabelled, openedWithinMinutes, quietMinutes } = filter;
  return [
    ...labels2.length === 0 ? [] : [`labelled ${labels2.join(", ")}`],
    ...unlabelled === true ? ["without any label"] : [],
    ...without.length === 0 ? [] : [`without ${without.join(", ")}`],
    ...openedWithinMinutes === void 0 ? [] : [`opened within ${duration(openedWithinMinutes * MINUTE_MS)}`],
    ...quietMinutes === void 0 ? [] : [`quiet for ${duration(quietMinutes * MINUTE_MS)}`]
  ].join(", ");
}
function pullWords(queue) {
  const authors = queue.authors === void 0 ? [] : [`by ${queue.authors.join(", ")}`];
  const filter = [issueWords(queue), ...authors].filter((words2) => words2 !== "").join(", ");
  return `${queue.merged === true ? "merged" : "open"} pull requests ${filter}`.trim();
}
function runWords4({ workflows, branch, flaky }) {
  const names = workflows.join(", ");
  if (flaky === true)
    return `runs of ${names} that failed and then passed, ${branch === void 0 ? "on any branch" : `on ${branch}`}`;
  return `failing workflows ${names} on ${branch ?? "the default branch"}`;
}
function queueWords(queue) {
  const drafts = queue.drafts === "together" ? "one draft" : "one draft per task";
  switch (queue.kind) {
    case "files":
      return `files ${queue.pattern}${queue.changed ? " that changed" : ""}${targetWords(queue)}, ${drafts}`;
    case "issues":
      return `issues ${issueWords(queue)}, ${drafts}`;
    case "commits":
      return `commits, ${drafts}`;
    case "list":
      return `${queue.elements.join(", ")}, ${drafts}`;
    case "findings": {
      const list8 = queue.listedIn === void 0 ? "" : ` that ${queue.listedIn} does not list`;
      return `files with findings of ${queue.finder}${list8}${placeWords(queue.in)}, ${drafts}`;
    }
    case "command":
      return `files with findings of ${queue.command} (${queue.format})${placeWords(queue.in)}, ${drafts}`;
    case "releases":
      return `the newest release, ${drafts}`;
    case "pull_requests":
      return `${pullWords(queue)}, ${drafts}`;
    case "runs":
      return `${runWords4(queue)}, ${drafts}`;
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
  const ids = [before, after].flatMap(({ goals: goals3, unusable }) => [...goals3.map(({ id }) => id), ...unusable]);
  const goals2 = [...new Set(ids)].sort().map((id) => goalChange(id, before, after));
  const settings = after.hasValidSettings ? changedFacts(settingsFacts(before.settings), settingsFacts(after.settings)) : [];
  return {
    settings,
    goals: goals2.filter(({ kind, facts: facts2 }) => kind !== "changed" || facts2.length > 0),
    isComplete: after.hasValidSettings && after.unusable.length === 0
  };
}
function goalChange(id, before, after) {
  const facts2 = changedFacts(factsOf3(before, id), factsOf3(after, id));
  const kind = KINDS2[stateIn(before, id)][stateIn(after, id)];
  return { id, kind, facts: stateIn(after, id) === "valid" ? facts2 : [] };
}
function factsOf3({ goals: goals2 }, id) {
  const goal = goals2.find((one2) => one2.id === id);
  return goal === void 0 ? [] : goalFacts(goal);
}
function stateIn({ goals: goals2, unusable }, id) {
  if (goals2.some((goal) => goal.id === id)) return "valid";
  return unusable.includes(id) ? "unusable" : "absent";
}
var KINDS2;
var init_goal_tree_changes = __esm({
  "src/report/goals/goal-tree-changes.ts"() {
    "use strict";
    init_changed_facts();
    init_goal_facts();
    KINDS2 = {
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
    ...goals2.map(goalText2)
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
  let left = ROOM2;
  const tooMuch = texts.findIndex((text2) => {
    left -= text2.length;
    return left < 0;
  });
  return tooMuch === -1 ? texts : texts.slice(0, tooMuch);
}
function weighs({ settings, goals: goals2 }) {
  return [...settings, ...goals2.flatMap(({ facts: facts2 }) => facts2)].some((change4) => change4.weighs);
}
function goalText2({ id, kind, facts: facts2 }) {
  const name = codeSpan(id);
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
  const parts2 = [
    added2.length === 0 ? "" : `adds ${spans2(added2)}`,
    removed.length === 0 ? "" : `removes ${spans2(removed)}`
  ].filter((part) => part !== "");
  return parts2.length === 0 ? "in another order" : parts2.join("; ");
}
function spans2(values) {
  return values.length === 0 ? "not set" : values.map(valueSpan).join(", ");
}
var ROOM2, UNQUOTED, NOTHING_WEIGHS;
var init_goal_tree_changes_text = __esm({
  "src/report/goals/goal-tree-changes-text.ts"() {
    "use strict";
    init_markdown();
    init_sentences();
    ROOM2 = 6e5;
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
  const what2 = consequence({ unusable: unusable.slice(0, PROBLEMS_SHOWN), hasValidSettings });
  return joined(["### Problems", [...lines, ...rest].join("\n"), what2]);
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
  const isChanged = (goal) => changed.some(({ id }) => id === goal.id);
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
  const dollars2 = `Dollars are not known: the settings give no price for ${listWords(priceless.map(codeSpan))}.`;
  return [
    "- Times are UTC. A goal that never ran is due at the next run.",
    "- Tokens are those sent and received in all runs of a UTC day. A month has 31 days.",
    ...priceless.length === 0 ? [] : [`- ${dollars2}`],
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
    unusable: [...bad].filter((id) => !goals2.some((goal) => goal.id === id)),
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

// src/commands/goals.ts
var goals_exports = {};
__export(goals_exports, {
  goals: () => goals
});
async function run10({ args, terminal }) {
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
var HELP10, NEXT_SLOTS2, FAR_MS2, goals;
var init_goals = __esm({
  "src/commands/goals.ts"() {
    "use strict";
    init_masked_record();
    init_schedule();
    init_program();
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
    HELP10 = `
${PROGRAM} goals [--remote <name|URL>] [--preview [--base <revision>]] [--json]

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
    goals = { help: HELP10, run: run10 };
  }
});

// src/core/money/likely-cost.ts
function likelyCost({ promptBytes: promptBytes2, tasks, limits }) {
  const firstCall2 = Math.ceil(promptBytes2 / BYTES_PER_TOKEN2);
  const calls = {
    least: Math.min(CALLS.least, limits.modelCalls),
    most: Math.min(CALLS.most, limits.modelCalls)
  };
  const taskOf = (n2) => n2 * (firstCall2 + ANSWER) + GROWTH * n2 * (n2 - 1) / 2;
  const within = (tokens) => Math.min(limits.tokens, Math.round(tokens));
  return {
    least: within(tasks * taskOf(calls.least)),
    most: within(tasks * taskOf(calls.most)),
    ...{ calls, firstCall: firstCall2 }
  };
}
var BYTES_PER_TOKEN2, CALLS, GROWTH, ANSWER;
var init_likely_cost2 = __esm({
  "src/core/money/likely-cost.ts"() {
    "use strict";
    BYTES_PER_TOKEN2 = 4;
    CALLS = { least: 3, most: 8 };
    GROWTH = 1200;
    ANSWER = 300;
  }
});

// src/report/terminal/show-texts.ts
var DUE, SHOW_TEXTS;
var init_show_texts = __esm({
  "src/report/terminal/show-texts.ts"() {
    "use strict";
    init_program();
    init_sentences();
    DUE = {
      asked: "a person has asked for it",
      undone_alert: "an alert about it is still to be opened or closed",
      request: "a person has asked for it",
      event: "an event that it names has happened",
      edited: "its file has changed since it was paused",
      died: "a run holds its lock, or has died with it",
      unfinished_effects: "something that it has decided on is still to be carried out on GitHub",
      unfinished_window: "its last run left tasks",
      slot: "a time of its schedule has come, or it has never run",
      condition: "its queue is as long as its `when` asks"
    };
    SHOW_TEXTS = {
      nameOne: `Name one goal: ${PROGRAM} show <goal>. ${PROGRAM} goals lists them.`,
      noGoal: (id, hint) => `There is no goal ${JSON.stringify(id)} in this work tree. ${hint}`,
      known: (ids) => ids.length === 0 ? "There are no goals." : `The goals are ${listWords(ids)}.`,
      unseen: (why2) => `what is on GitHub cannot be seen: ${why2}`,
      notRun: "it is not run here; add --run, which runs it in the sandbox of this machine",
      own: "The goal and the settings are those of your work tree. The files are those of the default branch.",
      disabled: "It is not enabled, so it does not run.",
      stopped: (why2) => `The agent is stopped, so nothing runs: ${why2}`,
      paused: (why2) => `It is paused: ${why2}`,
      due: (why2) => `It is due now: ${DUE[why2]}.`,
      dueAt: (time) => `It is due ${time}. What follows is as things stand now.`,
      onlyByName: "No time makes it due. What follows is what it would do if somebody asked for it now.",
      events: (events) => `It is also due when one of these happens: ${events.join(", ")}.`,
      doesNothing: "It would work on nothing.",
      unknown: "What it would do cannot be told here.",
      writesNothing: "It may write no file.",
      ownFile: ", each task its own file only",
      target: (path) => `, each task ${path} only`,
      mayWrite: (globs2, files2, own) => `It may write ${listWords(globs2)}${own}. ${files2 === 0 ? "No file there now." : `${count(files2, "file")} there now:`}`,
      thenAsked: `If somebody asks for it now, with ${PROGRAM} run or a comment`,
      cut: "There are more. The oldest come first.",
      more: (rest) => `and ${count(rest, "more", "more")}; --all shows them`,
      refused: (files2) => `${count(files2, "file")} that it names can be written by no goal, because they are protected:`,
      costsNothing: "A run with nothing to do asks no model and costs no tokens.",
      firstCostsNothing: "The first task costs no tokens.",
      likely: ({ range, tasks, calls, first: first2 }) => `Probably ${range} for such a run: ${count(tasks, "task")} with ${calls.least} to ${count(calls.most, "model call")} each. The first call has about ${first2} tokens, and each later one sends again what was said before it.`,
      spent: ({ spent_tokens, calls }) => `So far this month: ${count(spent_tokens, "token")} in ${count(calls, "model call")}.`,
      noModel: "No model is asked.",
      says: (role) => role === "system" ? "What every model is told" : "What it is asked",
      tools: "Tools that it is offered"
    };
  }
});

// src/report/terminal/show-text.ts
function showText({ preview: preview2, source, isWhole }, style) {
  const most = isWhole ? Number.POSITIVE_INFINITY : MOST_SHOWN;
  const { goal, run: run22, asked: asked2 } = preview2;
  const shown4 = run22.first === null && asked2 !== null ? asked2 : run22;
  const sections = [
    linesWithin(source, style).join("\n"),
    linesWithin(SHOW_TEXTS.own, style).join("\n"),
    section(`${goal.id}: ${plainLine(goal.title)}`, paragraphs(whenSentences(preview2), style), style),
    asked2 === null ? "" : section(SHOW_TEXTS.thenAsked, paragraphs(runSentences(asked2), style), style),
    section("Queue", queueLines(shown4, most, style), style),
    section("Files", fileLines2(preview2, most, style), style),
    section("Cost", paragraphs(costSentences(preview2, shown4), style), style),
    section("The first task", taskLines(shown4.first, isWhole, style), style)
  ];
  return `${sections.filter((text2) => text2 !== "").join("\n\n")}
`;
}
function paragraphs(sentences, style) {
  return sentences.flatMap((each) => indentedLines(each, style, 2));
}
function whenSentences({ goal, due, nextDue: nextDue2, now, stop: stop2, pause: pause2, run: run22 }) {
  const time = nextDue2 === null ? null : `${longTime(nextDue2)}, ${fromNow(nextDue2, now)}`;
  return [
    ...goal.enabled ? [] : [SHOW_TEXTS.disabled],
    ...stop2 === null ? [] : [SHOW_TEXTS.stopped(stop2)],
    ...pause2 === null ? [] : [SHOW_TEXTS.paused(pause2)],
    due !== null ? SHOW_TEXTS.due(due) : time === null ? SHOW_TEXTS.onlyByName : SHOW_TEXTS.dueAt(time),
    ...goal.on.length === 0 ? [] : [SHOW_TEXTS.events(goal.on)],
    ...runSentences(run22)
  ];
}
function runSentences({ left, tasks, queue, window }) {
  if (left !== null && isBad(left.ending)) return [SHOW_TEXTS.unknown, sentence(left.detail)];
  if (left !== null)
    return [`${SHOW_TEXTS.doesNothing} ${sentence(endingWords(left.ending))}`, sentence(left.detail)];
  const all = tasks === queue.length ? "" : ` of ${figure(queue.length)}`;
  const span = window === null ? "" : `, for what happened from ${longTime(window.from)} to ${longTime(window.to)}`;
  return [`It works on ${figure(tasks)}${all} ${queue.length === 1 ? "task" : "tasks"}${span}.`];
}
function queueLines({ queue, isCut }, most, style) {
  return [...listLines(queue, most, style), ...isCut ? paragraphs([SHOW_TEXTS.cut], style) : []];
}
function listLines(values, most, style) {
  const shown4 = values.slice(0, most).flatMap((each) => indentedLines(each, style, 2));
  const rest = values.length - most;
  return rest > 0 ? [...shown4, `  ${SHOW_TEXTS.more(rest)}`] : shown4;
}
function fileLines2({ goal, files: files2 }, most, style) {
  const { total, mayRead, mayWrite, protected: refused } = files2;
  const globs2 = opensDrafts(goal) ? goal.permissions.write : [];
  return [
    `  It may read ${figure(mayRead.length)} of ${count(total, "file")}.`,
    ...most === Number.POSITIVE_INFINITY ? listLines(mayRead, most, style).map((line3) => `  ${line3}`) : [],
    ...globs2.length === 0 ? [`  ${SHOW_TEXTS.writesNothing}`] : paragraphs([`${SHOW_TEXTS.mayWrite(globs2, mayWrite.length, ownWords(goal))}`], style),
    ...listLines(mayWrite, most, style).map((line3) => `  ${line3}`),
    ...refused.length === 0 ? [] : [
      ...paragraphs([SHOW_TEXTS.refused(refused.length)], style),
      ...listLines(refused, most, style).map((line3) => `  ${line3}`)
    ]
  ];
}
function ownWords(goal) {
  if (!writesOwnFileOnly(goal)) return "";
  const target = goal.forEach?.kind === "files" ? goal.forEach.target : void 0;
  return target === void 0 ? SHOW_TEXTS.ownFile : SHOW_TEXTS.target(target);
}
function costSentences({ goal, settings, spent }, { left, tasks, first: first2 }) {
  const price = settings.models[goal.model]?.price ?? null;
  const most = mostOfGoal(goal, settings);
  const dollars2 = (usd) => usd === null ? "" : `, ${money(Math.round(usd * 1e6))}`;
  const atMost = `At most ${count(goal.limits.tokens, "token")} a run, ${count(most.tokensPerDay, "token")}${dollars2(most.usdPerDay)} a day and ${count(most.tokensPerMonth, "token")}${dollars2(most.usdPerMonth)} a month.`;
  const soFar = spent === null ? [] : [SHOW_TEXTS.spent(spent)];
  if (left !== null && isBad(left.ending)) return [...soFar, atMost];
  if (first2 === null) return [SHOW_TEXTS.costsNothing, ...soFar, atMost];
  if (first2.question === null) return [SHOW_TEXTS.firstCostsNothing, ...soFar, atMost];
  const { limits } = goal;
  const likely2 = likelyCost({ promptBytes: first2.question.bytes, tasks, limits });
  const priced = price === null ? "" : ` (${roughDollars(likelyDollars(likely2.most, price))} at most)`;
  const range = `${roughTokens(likely2.least)} to ${roughTokens(likely2.most)} tokens${priced}`;
  return [
    SHOW_TEXTS.likely({ ...likely2, range, tasks, first: roughTokens(likely2.firstCall) }),
    ...soFar,
    atMost
  ];
}
function taskLines(task, isWhole, style) {
  if (task === null) return [];
  const { title, question, ended } = task;
  const named2 = paragraphs([title], style);
  if (question === null)
    return [
      ...named2,
      ...paragraphs([`${SHOW_TEXTS.noModel} ${sentence(ended.detail)}`, ended.summary], style)
    ];
  return [
    ...named2,
    ...question.messages.flatMap(({ role, content }) => [
      "",
      style.paint("strong", SHOW_TEXTS.says(role)),
      verbatim(content)
    ]),
    "",
    style.paint("strong", SHOW_TEXTS.tools),
    ...question.tools.flatMap(
      ({ name, description }) => indentedLines(isWhole ? `${name}: ${description}` : name, style, 2)
    )
  ];
}
function verbatim(content) {
  return withoutControls(content).trimEnd();
}
var MOST_SHOWN;
var init_show_text = __esm({
  "src/report/terminal/show-text.ts"() {
    "use strict";
    init_ending();
    init_goal();
    init_item();
    init_likely_cost2();
    init_most_spent();
    init_plain_text();
    init_display_width();
    init_ending_words();
    init_indented_lines();
    init_rough_figures();
    init_sentences();
    init_show_texts();
    init_wake_report();
    MOST_SHOWN = 12;
  }
});

// src/wake/foresee/looking-world.ts
function lookingWorld(world, options) {
  const { clock } = world;
  return {
    ...world,
    clock: {
      now: () => clock.now() + options.aheadMs,
      monotonic: () => clock.monotonic(),
      sleep: (ms, signal) => clock.sleep(ms, signal),
      every: (ms, action) => clock.every(ms, action)
    },
    log: { line: () => void 0, progress: () => void 0 },
    state: lookingStore(world.state, options),
    github: lookingGitHub(world.github),
    issues: lookingIssues(world.issues),
    model: silentModel(options.asked)
  };
}
function lookingStore(store2, { proposed, stateBranch }) {
  let base = null;
  let pushed2 = null;
  return {
    fetch: async (signal) => {
      const tips = await store2.fetch(signal);
      base = tips.base.commit;
      return pushed2 === null ? tips : { ...tips, state: pushed2 };
    },
    fetchState: async (signal) => pushed2 ?? store2.fetchState(signal),
    read: async (commit2, paths, signal) => {
      const found2 = await store2.read(commit2, paths, signal);
      return proposed === null || commit2 !== base ? found2 : withProposed(found2, paths, proposed);
    },
    commit: (change4, signal) => store2.commit(change4, signal),
    push: async (refs) => {
      pushed2 = refs.find(({ branch }) => branch === stateBranch)?.commit ?? pushed2;
      return { kind: "landed" };
    },
    branches: (prefix, signal) => store2.branches(prefix, signal)
  };
}
function withProposed(found2, asked2, { goalsFolder, files: files2 }) {
  const isReplaced = (path) => path === SETTINGS_FILE || path.startsWith(`${goalsFolder}/`);
  const isAsked = (path) => asked2.some((each) => each.endsWith("/") ? path.startsWith(each) : path === each);
  return new Map([
    ...[...found2].filter(([path]) => !isReplaced(path)),
    ...[...files2].filter(([path]) => isReplaced(path) && isAsked(path))
  ]);
}
function changesNothing() {
  return Promise.reject(new Halt("forbidden", RESULT_TEXTS.changesNothing));
}
function lookingGitHub(github) {
  return {
    requestTimeoutMs: github.requestTimeoutMs,
    findDrafts: (branch, signal) => github.findDrafts(branch, signal),
    lastWords: (number2, signal) => github.lastWords(number2, signal),
    branchRules: (branch, signal) => github.branchRules(branch, signal),
    bindingRules: (branch, signal) => github.bindingRules(branch, signal),
    listAlertIssues: (known, signal) => github.listAlertIssues(known, signal),
    wakeState: (wake3, signal) => github.wakeState(wake3, signal),
    serverTime: (signal) => github.serverTime(signal),
    isDisabled: (signal) => github.isDisabled(signal),
    createDraft: changesNothing,
    updateDraft: changesNothing,
    closeDraft: changesNothing,
    openAlertIssue: changesNothing,
    updateAlertIssue: changesNothing,
    closeAlertIssue: changesNothing
  };
}
function lookingIssues(issues) {
  return {
    list: (query, signal) => issues.list(query, signal),
    read: (number2, signal) => issues.read(number2, signal),
    labelNames: (signal) => issues.labelNames(signal),
    findOpened: (marker, signal) => issues.findOpened(marker, signal),
    listOpened: (marker, signal) => issues.listOpened(marker, signal),
    readOpened: (number2, marker, signal) => issues.readOpened(number2, marker, signal),
    comment: changesNothing,
    label: changesNothing,
    unlabel: changesNothing,
    open: changesNothing,
    change: changesNothing
  };
}
function silentModel(asked2) {
  const model = {
    ask: async (question) => {
      asked2({ ...question, messages: [...question.messages] });
      const detail = RESULT_TEXTS.asksNoModel;
      return { kind: "fault", fault: "bad_request", isCharged: false, retryAfter: null, detail };
    }
  };
  return { name: ({ model: model2 }) => model2, open: async () => model };
}
var init_looking_world = __esm({
  "src/wake/foresee/looking-world.ts"() {
    "use strict";
    init_ending();
    init_settings();
    init_result_texts();
  }
});

// src/wake/foresee/foresee.ts
async function foresee(world, given) {
  const now = world.clock.now();
  return withSession(world, { ...given, aheadMs: 0, chosen: [] }, async (session) => {
    refuseUnknownGoals({ ...session, order: { ...session.order, trigger: person([given.goal]) } });
    const goal = goalIn(session, given.goal);
    const { state } = session.ledger;
    const { [goal.id]: checkpoint } = state.checkpoints;
    const due = (await dueNow(session)).find((each) => each.goal.id === goal.id)?.why ?? null;
    const next = nextDue(goal, checkpoint, now);
    const at = due === null && next !== null ? Math.max(0, Date.parse(next) - now) : 0;
    const isNever = due === null && next === null;
    const run22 = await runAt(world, { ...given, aheadMs: at, chosen: isNever ? [goal.id] : [] });
    const isKnown = run22.left === null || isBad(run22.left.ending) || isNever;
    const asked2 = isKnown ? null : await runAt(world, { ...given, aheadMs: 0, chosen: [goal.id] });
    return {
      ...{ goal, now, due, nextDue: next, stop: state.stop, run: run22, asked: asked2 },
      settings: session.settings,
      pause: checkpoint?.pause?.reason ?? null,
      files: await filesOf2(session, goal),
      spent: state.budget.months[monthOf(utcDay(now))]?.[goal.id] ?? null
    };
  });
}
async function withSession(world, { order, aheadMs, chosen, proposed, stateBranch, asked: asked2 = () => void 0 }, use2) {
  const looking = lookingWorld(world, { proposed, stateBranch, aheadMs, asked: asked2 });
  const deadline = new Deadline(looking.clock, order.minutes, order.cancel);
  try {
    const tips = await looking.state.fetch(deadline.work);
    const trigger = chosen.length === 0 ? SCHEDULE2 : person(chosen);
    const started = { order: { ...order, trigger, stop: "" }, startedAt: looking.clock.now() };
    return await use2(await openSession(await prepare({ ...started, world: looking, deadline, tips })));
  } finally {
    deadline.close();
  }
}
function person(goals2) {
  return { kind: "person", by: "a person", reason: "a look ahead", goals: goals2 };
}
function goalIn({ goals: goals2 }, id) {
  const goal = goals2.find((each) => each.id === id);
  if (goal === void 0) throw new Error(`the goal ${id} is known by its name and not by its file`);
  return goal;
}
async function runAt(world, looked) {
  const questions = [];
  const asked2 = (question) => questions.push(question);
  return withSession(world, { ...looked, asked: asked2 }, async (session) => {
    const goal = goalIn(session, looked.goal);
    const spendInLog = new SpendInLog(session);
    const acquired = await acquire(session, goal, { handover: null, spendInLog });
    if (acquired.kind === "deferred") throw new Error("a preview leaves nothing to other jobs");
    if (acquired.kind === "left") return { ...NOTHING2, left: acquired };
    const { hold } = acquired;
    const { window, items, idle } = hold.plan;
    const [key] = items;
    if (window === null || key === void 0) return { ...NOTHING2, left: idle };
    return {
      left: null,
      queue: window.queue.map((each) => itemOf(each).title),
      isCut: window.is_cut === true,
      tasks: items.length,
      window: { from: window.from.time, to: window.to.time },
      first: await firstTask(hold, key, questions)
    };
  });
}
async function firstTask(hold, key, questions) {
  const { window } = hold.plan;
  if (window === null) throw new Error("a task belongs to a window");
  const { target, attempt: attempt2 } = await workOnItem(hold, window, key);
  const { ending, detail, pursuit } = attempt2;
  const [question] = questions;
  return {
    title: target.item.title,
    question: question === void 0 ? null : questionPreview(question),
    ended: { ending, detail, summary: pursuit.summary }
  };
}
function questionPreview({ messages, tools }) {
  return {
    messages: messages.map(({ role, content }) => ({ role, content })),
    tools: tools.map(({ name, description }) => ({ name, description })),
    bytes: promptBytes(messages, tools)
  };
}
async function filesOf2(session, goal) {
  const { world, tips, deadline, mask } = session;
  const all = await world.workspace.files(tips.base.commit, deadline.work);
  const entries = all.filter(({ path, kind }) => isFile(kind) && mask.finds(path) === null);
  const paths = entries.map(({ path }) => path);
  const named2 = opensDrafts(goal) ? paths.filter(globMatcher(goal.permissions.write)) : [];
  const isOwn = ownFiles2(goal, paths);
  const mayMend = mendable(session, goal, entries);
  const mayWrite = named2.filter((path) => isOwn(path) && mayMend(path));
  return {
    total: all.length,
    mayRead: paths.filter(globMatcher(goal.permissions.read)),
    mayWrite,
    protected: named2.filter((path) => !mayMend(path))
  };
}
function ownFiles2(goal, paths) {
  const { forEach } = goal;
  if (forEach?.kind !== "files" || !writesOwnFileOnly(goal)) return () => true;
  const own = new Set(
    paths.filter(oneGlobMatcher(forEach.pattern)).map((path) => targetOfFile(forEach, path))
  );
  return (path) => own.has(path);
}
function isFile(kind) {
  return kind === "file" || kind === "executable";
}
var SCHEDULE2, NOTHING2;
var init_foresee = __esm({
  "src/wake/foresee/foresee.ts"() {
    "use strict";
    init_prompt_bytes();
    init_globs();
    init_due();
    init_ending();
    init_goal();
    init_item();
    init_time();
    init_deadline();
    init_queue();
    init_acquire();
    init_due_now();
    init_work_on_item();
    init_spend_in_log();
    init_steps();
    init_looking_world();
    SCHEDULE2 = { kind: "schedule", by: "the schedule", reason: "a look ahead", goals: [] };
    NOTHING2 = { left: null, queue: [], isCut: false, tasks: 0, window: null, first: null };
  }
});

// src/commands/worlds/looking-ports.ts
async function openLookingPorts(remote) {
  if (remote.github !== null) {
    const caller = { prefix: "ghs_rehearsal", access: WORKFLOW_TOKEN, login: WORKFLOW_TOKEN.login };
    return openStandIn(remote, remote.github, caller);
  }
  const opened = openRealGitHub(repositoryAddress(remote.address), WORKFLOW_TOKEN.login);
  const close = async () => void 0;
  if (opened.kind === "open") {
    const { github: github2, issues: issues2, subjects: subjects2 } = opened;
    return { github: github2, issues: issues2, subjects: subjects2, close };
  }
  const unseen = () => Promise.reject(new Halt("forbidden", SHOW_TEXTS.unseen(opened.why)));
  const subjects = { ...absentSubjects(), failedRuns: unseen, pulls: unseen, newestRelease: unseen };
  const issues = { ...absentIssues(), list: unseen, read: unseen, labelNames: unseen };
  const github = { ...absentGitHub(), findDrafts: unseen, lastWords: unseen };
  return { github, issues, subjects, close };
}
var init_looking_ports = __esm({
  "src/commands/worlds/looking-ports.ts"() {
    "use strict";
    init_repository_address();
    init_ending();
    init_access();
    init_show_texts();
    init_github_access();
    init_stand_in_for_command();
    init_world();
  }
});

// src/commands/show.ts
var show_exports = {};
__export(show_exports, {
  show: () => show3
});
async function run11({ args, terminal }) {
  const { options, words: words2 } = readOptions(args, {
    ...REMOTE_OPTIONS,
    ...{ run: "flag", all: "flag", json: "flag" }
  });
  const [id] = words2;
  if (id === void 0 || words2.length > 1) throw new UsageError(SHOW_TEXTS.nameOne);
  const root = await workTreeRoot(terminal.folder);
  const { goals: goals2, problems, settings } = await readWorkTreeGoals(root);
  const at = await terminalAt(terminal, settings);
  if (!goals2.some((goal) => goal.id === id)) {
    const own = problems.filter(({ file }) => file === `${settings.goalsFolder}/${id}.yml`);
    for (const problem2 of own) print(at, `${formatProblem(problem2)}
`);
    if (own.length > 0) return EXIT_NEEDS_PERSON;
    throw new UsageError(
      SHOW_TEXTS.noGoal(
        id,
        hintFor(
          id,
          goals2.map((goal) => goal.id)
        )
      )
    );
  }
  const remote = await remoteFor(root, options);
  const preview2 = await previewOf(remote, { root, id, runs: options.run });
  const shown4 = maskedRecord({ preview: preview2, source: remote.sentence, isWhole: options.all }, at.mask);
  if (options.json) writeJson(at, { source: remote.sentence, ...preview2 });
  else print(at, showText(shown4, styleOf(at)));
  return 0;
}
function hintFor(id, ids) {
  const near = nearestName(id, ids);
  return near === null ? SHOW_TEXTS.known(ids) : USAGE_TEXTS.didYouMean(near);
}
async function remoteFor(root, { remote, repo }) {
  const { signal } = new AbortController();
  const git = gitRunner(childEnvironment());
  const remotes = await git({ folder: root, args: ["remote"] }, signal);
  const isAlone = remote === null && repo === null && !remotes.stdout.split("\n").includes("origin");
  try {
    return await findStateRemote(root, { remote, repo }, signal);
  } catch (reason) {
    if (!isAlone || !(reason instanceof UsageError)) throw reason;
    return findStateRemote(root, { remote: root, repo: null }, signal);
  }
}
async function previewOf(remote, { root, id, runs: runs2 }) {
  const proposed = await proposedFiles(root);
  const ports = await openLookingPorts(remote);
  const clock = systemClock({ offsetMs: remote.offsetMs });
  const sandbox = runs2 ? openSandbox({ clock, path: childEnvironment()["PATH"] ?? "" }) : NOT_RUN;
  const { stateBranch } = remote.settings;
  const { world, close } = await openReadingWorld(remote.address, stateBranch, { ...ports, clock, sandbox });
  const { openaiBaseUrl, openaiModel } = environment();
  try {
    return await foresee(world, {
      ...{ goal: id, proposed, stateBranch },
      order: {
        wake: { id: "show", url: null },
        repository: remote.repository,
        model: { baseUrl: openaiBaseUrl || null, model: openaiModel || null },
        minutes: MINUTES,
        cancel: new AbortController().signal,
        secrets: environmentSecrets(),
        acceptsFuture: remote.kind === "rehearsal"
      }
    });
  } finally {
    await close();
    await ports.close();
  }
}
var HELP11, show3, MINUTES, NOT_RUN;
var init_show = __esm({
  "src/commands/show.ts"() {
    "use strict";
    init_run_git();
    init_runner();
    init_sandbox();
    init_nearest_name();
    init_masked_record();
    init_program();
    init_problem();
    init_command_texts();
    init_show_text();
    init_show_texts();
    init_foresee();
    init_command();
    init_options();
    init_style();
    init_terminal_at();
    init_goal_folder();
    init_looking_ports();
    init_rehearsal_folder();
    init_state_remote();
    init_world();
    HELP11 = `
${PROGRAM} show <goal> [options]

Shows what one goal of this work tree would do next, without a key and without doing it: why it
is due or when it will be, its tasks, the files that it may read and write, what it costs
probably and at most, and what the model would be asked for the first task, word for word.
A clone without a remote is looked at as it is.
${REMOTE_HELP}
  --run                run its setup, its done_when and what finds its tasks in the sandbox
                       of this machine, as a run would; else none of them is run
  --all                show all tasks, all files and what each tool is for
  --json               print it as one JSON document
`;
    show3 = { help: HELP11, run: run11 };
    MINUTES = 12;
    NOT_RUN = {
      reasonUnavailable: async () => SHOW_TEXTS.notRun,
      run: () => Promise.reject(new Error("nothing is run without --run"))
    };
  }
});

// src/core/schedule/ticks.ts
function startsOf(crons) {
  return crons.reduce((sum2, pattern) => {
    const schedule = {
      kind: "cron",
      pattern,
      timezone: "UTC",
      catchUp: "once",
      catchUpWindowMinutes: 0
    };
    return sum2 + countSlots(schedule, MONDAY_MS - 1, MONDAY_MS + MONTH_MS2 - 1);
  }, 0);
}
function sparsestTicks(goals2) {
  const enabled = goals2.filter((goal) => goal.enabled);
  const shortest = Math.min(...enabled.map(({ schedule }) => minutesBetween(schedule)));
  const crons = shortest < 60 ? [withinHour(shortest)] : weekly(hoursNeeded(enabled));
  return crons.length === 0 ? null : { crons, starts: startsOf(crons) };
}
function minutesBetween(schedule) {
  if (schedule.kind === "every") return schedule.minutes;
  const slots = schedule.kind === "cron" ? slotsOf(schedule) : [];
  const gaps = slots.slice(1).map((slot, at) => slot - (slots[at] ?? slot));
  return Math.min(Number.POSITIVE_INFINITY, ...gaps.map((gap) => gap / MINUTE_MS));
}
function slotsOf(schedule) {
  return slotsBetween(schedule, { afterMs: MONDAY_MS - 1, untilMs: MONDAY_MS + 2 * 366 * DAY_MS }, 500);
}
function withinHour(step) {
  const first2 = USUAL_MINUTE % step;
  const minutes = Array.from({ length: Math.floor(60 / step) }, (_3, n2) => first2 + n2 * step);
  return `${minutes.join(",")} * * * *`;
}
function hoursNeeded(goals2) {
  const hours = /* @__PURE__ */ new Set();
  for (const { schedule, when } of goals2) {
    if (when !== null) for (let hour = 0; hour < HOURS_A_WEEK; hour += CONDITION_HOURS) hours.add(hour);
    for (const hour of hoursOf(schedule)) hours.add(hour);
  }
  return hours;
}
function hoursOf(schedule) {
  const year = { afterMs: MONDAY_MS - 1, untilMs: MONDAY_MS + 52 * 7 * DAY_MS };
  const hours = slotsBetween(schedule, year, MOST_SLOTS).map(tickHour);
  const isWeekly = schedule.kind !== "cron" || /^\S+ \S+ \* \* /.test(schedule.pattern);
  if (isWeekly) return hours;
  return hours.flatMap((hour) => Array.from({ length: 7 }, (_3, day) => hour % 24 + day * 24));
}
function tickHour(slot) {
  const minutes = Math.ceil((slot - MONDAY_MS - USUAL_MINUTE * MINUTE_MS) / HOUR_MS);
  return (minutes % HOURS_A_WEEK + HOURS_A_WEEK) % HOURS_A_WEEK;
}
function weekly(hours) {
  const days = Array.from({ length: 7 }, (_3, day) => {
    const own = [...hours].filter((hour) => Math.floor(hour / 24) === day).map((hour) => hour % 24);
    return { day: (day + 1) % 7, hours: own.toSorted((a3, b2) => a3 - b2) };
  });
  const daily = (days[0]?.hours ?? []).filter((hour) => days.every((each) => each.hours.includes(hour)));
  const further = days.map(({ day, hours: own }) => ({
    day,
    hours: own.filter((hour) => !daily.includes(hour)).join(",")
  }));
  const groups = [...Map.groupBy(further, (each) => each.hours)].filter(([own]) => own !== "");
  const all = daily.length === 24 ? "*" : daily.join(",");
  return [
    ...daily.length === 0 ? [] : [`${USUAL_MINUTE} ${all} * * *`],
    ...groups.map(([own, same]) => {
      const week = same.map(({ day }) => day).sort();
      return `${USUAL_MINUTE} ${own} * * ${week.join(",")}`;
    })
  ];
}
var USUAL_MINUTE, MONTH_MS2, MONDAY_MS, CONDITION_HOURS, HOURS_A_WEEK, MOST_SLOTS;
var init_ticks = __esm({
  "src/core/schedule/ticks.ts"() {
    "use strict";
    init_time();
    init_schedule();
    USUAL_MINUTE = 17;
    MONTH_MS2 = 30 * DAY_MS;
    MONDAY_MS = Date.UTC(2026, 0, 5);
    CONDITION_HOURS = 6;
    HOURS_A_WEEK = 7 * 24;
    MOST_SLOTS = 2e4;
  }
});

// src/report/goals/schedule-cost.ts
function minutesSentences({ wake: wake3, watchdog, enough }) {
  if (wake3 + watchdog === 0) return [];
  const parts2 = [
    ...wake3 === 0 ? [] : [`${count(wake3, "run")}`],
    ...watchdog === 0 ? [] : [`${count(watchdog, "look")} of the watchdog`]
  ];
  return [
    `The schedules start ${parts2.join(" and ")} in 30 days. A start that finds nothing to do takes one billed minute, so that is about ${roughly(wake3 + watchdog)} minutes, free in a public repository.`,
    ...lessSentences(wake3, enough)
  ];
}
function lessSentences(wake3, enough) {
  if (wake3 === 0) return [];
  if (enough === null)
    return [
      "No goal needs a schedule: none is due at a time, so the lines under `schedule` of the workflow that starts runs can go."
    ];
  if (enough.starts >= wake3) return [];
  return [
    `Fewer do for these goals. With these lines a run starts within an hour after each due time, which is about ${roughly(enough.starts)} minutes:`,
    ...enough.crons.map((cron) => `- cron: "${cron}"`),
    "Work that is left at the end of a run then waits longer for the next one."
  ];
}
function roughly(minutes) {
  const step = minutes >= 1e3 ? 100 : minutes >= 100 ? 10 : 1;
  return figure(Math.round(minutes / step) * step);
}
var init_schedule_cost = __esm({
  "src/report/goals/schedule-cost.ts"() {
    "use strict";
    init_sentences();
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
    working.length === 0 ? "" : table4(working, style),
    MEANINGS[autonomyOf(points)],
    ...idleLines2(points, style)
  ];
  return `${sections.filter((text2) => text2 !== "").join("\n\n")}
`;
}
function table4(points, style) {
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
  return root === null ? null : scalar2(root, "name");
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
    const cron = scalar2(item, "cron");
    return cron === null ? [] : [{ event: "schedule", detail: cron, line: item.at.line }];
  });
}
function stepsOf(root) {
  const jobs2 = entry2(root, "jobs")?.value;
  const all = jobs2?.kind === "mapping" ? jobs2.entries.map(({ value }) => entry2(value, "steps")?.value) : [];
  return all.flatMap((steps2) => steps2?.kind === "list" ? steps2.items.map(stepOf) : []);
}
function stepOf(step) {
  const inputs = entry2(step, "with")?.value;
  return {
    uses: scalar2(step, "uses") ?? "",
    command: inputs === void 0 ? null : scalar2(inputs, "command"),
    stop: inputs === void 0 ? null : scalar2(inputs, "stop"),
    script: scalar2(step, "run") ?? ""
  };
}
function entry2(node, key) {
  return node.kind === "mapping" ? node.entries.find((one2) => one2.key === key) ?? null : null;
}
function scalar2(node, key) {
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
import { readdir as readdir10, readFile as readFile5 } from "node:fs/promises";
import { join as join19 } from "node:path";
async function workflowPoints(root, goals2) {
  const { starters, problems } = await readStarters(root);
  const enabled = goals2.filter((goal) => goal.enabled);
  const points = starters.flatMap((starter) => pointsOf(starter, enabled));
  const cronsOf = (duty) => starters.filter(({ duties }) => duties.includes(duty)).flatMap(
    ({ triggers: triggers2 }) => triggers2.flatMap(({ event, detail }) => event === "schedule" ? [detail] : [])
  );
  return {
    points,
    problems: [...problems, ...unheardEvents(starters, enabled)],
    crons: { wake: cronsOf("wake"), watchdog: cronsOf("watchdog") }
  };
}
async function readStarters(root) {
  const folder = join19(root, ".github", "workflows");
  const names = await readdir10(folder).catch(() => []);
  const isHere2 = await holdsTheAction(root);
  const starters = [];
  const problems = [];
  for (const name of names.filter((each) => /\.ya?ml$/i.test(each)).sort()) {
    const file = `.github/workflows/${name}`;
    const text2 = await readFile5(join19(folder, name), "utf8");
    const reading = readWorkflow(file, text2);
    if (reading.kind === "workflow") {
      const duties = [...new Set(reading.steps.flatMap((step) => dutyOf(step, isHere2)))];
      starters.push({ file, triggers: reading.triggers, duties });
    } else if (/wakeful/i.test(text2)) problems.push(`${file}:${reading.line}: ${reading.message}`);
  }
  return { starters, problems };
}
async function holdsTheAction(root) {
  const text2 = await readFile5(join19(root, "action.yml"), "utf8").catch(() => "");
  return readActionName("action.yml", text2) === "Wakeful";
}
function dutyOf({ uses, command, script, stop: stop2 }, isHere2) {
  const isNamed = uses === "./" ? isHere2 : /^[\w.-]+\/wakeful(?:@|\/|$)/i.test(uses);
  const isAction = isNamed || uses !== "" && stop2?.includes(STOP_VARIABLE) === true;
  if (isAction) return DUTIES.filter((duty) => duty === (command ?? "wake"));
  return /\bwakeful\b/i.test(script) ? ["wake"] : [];
}
function pointsOf({ file, triggers: triggers2, duties }, goals2) {
  const started = triggers2.filter(({ event }) => event !== "workflow_call");
  return started.flatMap(
    ({ event, detail, line: line3 }) => duties.map((duty) => ({
      origin: isByPerson(event, duty) ? "reactive" : "autonomous",
      trigger: event === "schedule" ? `cron ${detail}` : event,
      where: `${file}:${line3}`,
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
    init_stop();
    init_problem();
    init_command_texts();
    DUTIES = ["wake", "request", "watchdog"];
    WHAT_HAPPENS = {
      wake: (event, goals2) => {
        if (event === "schedule") return { path: TRIGGER_TEXTS.scheduledRun, works: true };
        if (event === "workflow_dispatch") return { path: TRIGGER_TEXTS.personsRun, works: true };
        const named2 = goals2.filter((goal) => goal.on.includes(event)).map(({ id }) => id);
        if (named2.length === 0) return { path: TRIGGER_TEXTS.unnamedEvent, works: false };
        return { path: TRIGGER_TEXTS.eventRequest(named2), works: true };
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
async function run12({ args, terminal }) {
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
  const minutes = minutesOf2(workflows, goals2);
  if (options.json)
    writeJson(at, { overall, entry_points: entryPoints, makes_due: causes, minutes, problems: allProblems });
  else show4(at, maskedRecord({ entryPoints, causes, minutes, problems: allProblems }, at.mask));
  return allProblems.length === 0 ? 0 : EXIT_NEEDS_PERSON;
}
function minutesOf2({ crons }, goals2) {
  return {
    wake: startsOf(crons.wake.filter(isCron)),
    watchdog: startsOf(crons.watchdog.filter(isCron)),
    enough: sparsestTicks(goals2)
  };
}
function isCron(pattern) {
  return cronProblem(pattern) === null;
}
function show4(terminal, { entryPoints, causes, minutes, problems }) {
  const style = styleOf(terminal);
  const lines = causes.map((cause) => `  ${cause.where}: ${cause.trigger}`);
  const due = lines.length === 0 ? "" : `
${TRIGGER_TEXTS.makesDue}
${lines.join("\n")}
`;
  const wrong = problems.length === 0 ? "" : `
${count(problems.length, "problem")}
${problems.join("\n")}
`;
  const cost = minutesSentences(minutes).flatMap((each) => wrapToWidth(each, style.width));
  print(
    terminal,
    `${triggersText(entryPoints, style)}${due}${cost.length === 0 ? "" : `
${cost.join("\n")}
`}${wrong}`
  );
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
var HELP12, triggers, COMMAND_LINE;
var init_triggers = __esm({
  "src/commands/triggers.ts"() {
    "use strict";
    init_cron_rules();
    init_masked_record();
    init_ticks();
    init_program();
    init_schedule_cost();
    init_triggers_text();
    init_problem();
    init_command_texts();
    init_display_width();
    init_sentences();
    init_command();
    init_options();
    init_style();
    init_terminal_at();
    init_workflow_points();
    init_goal_folder();
    init_rehearsal_folder();
    HELP12 = `
${PROGRAM} triggers [--json]

Shows everything that can start the agent of this work tree. What a person starts is called
reactive, what time or an event starts is called autonomous, and both together a hybrid. The
list holds workflows with a step that uses the Action to run the agent, to store a request or
to look after it, and workflows with a script that names wakeful.

It also says how many runner minutes the schedule takes in 30 days, and which lines would take
fewer and still start a run after each due time of each goal.

The schedule, "on:" and "when:" of a goal say when the goal is due. They start nothing by
themselves: something has to start a run first.

  --json               print it as one JSON document
`;
    triggers = { help: HELP12, run: run12 };
    COMMAND_LINE = {
      origin: "reactive",
      trigger: "command line",
      where: `${PROGRAM} rehearse`,
      path: TRIGGER_TEXTS.commandLine,
      works: true
    };
  }
});

// src/core/report/goal-notes.ts
function goalNotes(facts2) {
  return [
    ...doesNothing(facts2.goal),
    ...writeNotes(facts2),
    ...queueNotes(facts2),
    ...limitNotes(facts2),
    ...moneyNotes(facts2)
  ];
}
function note(path, about, isUseless = false) {
  return { path, about, isUseless };
}
function doesNothing(goal) {
  const { effects } = goal.permissions;
  const onlyDrafts = effects.length === 1 && effects[0] === "draft_pull_request";
  const labels2 = goal.permissions.labels !== void 0 && !effects.includes("label_issue") && !effects.includes("unlabel_issue");
  return [
    ...onlyDrafts && !opensDrafts(goal) ? [note(["permissions"], { kind: "does_nothing" })] : [],
    ...labels2 ? [note(["permissions", "labels"], { kind: "labels_alone" })] : []
  ];
}
function rulesOf({ goal, settings, agentFolders: agentFolders2 }) {
  const { protectedPaths, goalsFolder } = settings;
  return { permissions: goal.permissions, protectedGlobs: protectedPaths, goalsFolder, agentFolders: agentFolders2 };
}
function isWritable(facts2) {
  const rules2 = rulesOf(facts2);
  return (path) => decidePath({ action: "write", path, entryKind: "file" }, rules2).kind === "allowed";
}
function writeNotes(facts2) {
  const { goal, files: files2 } = facts2;
  if (!opensDrafts(goal)) return [];
  const { read: read4, write: write4, delete: deletable = [] } = goal.permissions;
  const [mayWrite, mayRead] = [isWritable(facts2), globMatcher(read4)];
  const taken2 = globMatcher(["**", ...write4.filter((glob) => glob.startsWith("!"))]);
  const perGlob = write4.flatMap((glob, at) => {
    if (glob.startsWith("!")) return [];
    const matched = files2.filter(oneGlobMatcher(glob)).filter(taken2);
    const refused = matched.filter((path2) => !mayWrite(path2)).length;
    const unseen = matched.filter((path2) => !mayRead(path2)).length;
    const of = matched.length;
    const path = ["permissions", "write", at];
    if (refused === of && of > 0)
      return [note(path, { kind: "all_protected", glob, files: of }, write4.length === 1)];
    return unseen > 0 ? [note(path, { kind: "write_outside_read", glob, files: unseen, of })] : [];
  });
  const isOutside = globMatcher(write4);
  const strays = deletable.flatMap((glob, at) => {
    const matched = glob.startsWith("!") ? [] : files2.filter(oneGlobMatcher(glob));
    const isStray = matched.length > 0 && !matched.some(isOutside);
    return isStray ? [note(["permissions", "delete", at], { kind: "delete_outside_write", glob })] : [];
  });
  return [...perGlob, ...strays];
}
function queueNotes(facts2) {
  const { goal, files: files2 } = facts2;
  const { forEach: queue, permissions: permissions2, when } = goal;
  const notes2 = workflowNotes(facts2);
  if (queue?.kind === "issues" && when !== null && when.queueAtLeast > MOST_ISSUES)
    notes2.push(note(["when"], { kind: "never_so_many", asked: when.queueAtLeast, most: MOST_ISSUES }));
  if (queue === null || !opensDrafts(goal)) return notes2;
  const mayWrite = isWritable(facts2);
  if (queue.kind === "files" && permissions2.otherFiles !== true) {
    const own = files2.filter(oneGlobMatcher(queue.pattern)).map((path) => targetOfFile(queue, path));
    if (own.length > 0 && !own.some(mayWrite))
      notes2.push(note(["for_each", "files"], { kind: "own_file_not_writable", files: own.length }, true));
  }
  if (queue.kind === "findings" && queue.listedIn !== void 0 && !mayWrite(queue.listedIn))
    notes2.push(note(["for_each", "listed_in"], { kind: "list_not_writable", file: queue.listedIn }, true));
  return notes2;
}
function workflowNotes({ goal: { forEach }, files: files2 }) {
  if (forEach?.kind !== "runs" || files2.length === 0) return [];
  const { workflows } = forEach;
  const missing = workflows.filter((file) => !files2.includes(`.github/workflows/${file}`));
  return missing.map((file) => {
    const path = ["for_each", "runs", "workflows", workflows.indexOf(file)];
    return note(path, { kind: "no_such_workflow", file }, missing.length === workflows.length);
  });
}
function limitNotes({ goal: { limits }, settings }) {
  const { budget } = settings;
  const pairs = [
    ["tokens", limits.tokens, "limits.tokens_per_day", limits.tokensPerDay],
    ["tokens_per_day", limits.tokensPerDay, "budget.tokens_per_day of the settings", budget.tokensPerDay],
    ["usd_per_day", limits.usdPerDay, "limits.usd_per_month", limits.usdPerMonth],
    ["usd_per_day", limits.usdPerDay, "budget.usd_per_day of the settings", budget.usdPerDay],
    ["usd_per_month", limits.usdPerMonth, "budget.usd_per_month of the settings", budget.usdPerMonth],
    ["open_drafts", limits.openDrafts, "open_drafts of the settings", settings.openDrafts]
  ];
  return pairs.flatMap(
    ([limit, value, other, bound]) => value === null || bound === null || value <= bound ? [] : [note(["limits", limit], { kind: "limit_above", limit, value, other, bound })]
  );
}
function moneyNotes({ goal, settings, firstCall: firstCall2 }) {
  const { limits } = goal;
  const price = settings.models[goal.model]?.price ?? null;
  const tokens = Math.min(limits.tokens, limits.tokensPerDay, settings.budget.tokensPerDay);
  const usd = Math.min(limits.usdPerDay ?? Infinity, settings.budget.usdPerDay ?? Infinity);
  const usdMicros = price === null || usd === Infinity ? null : usd * 1e6;
  if (canPayForCall({ tokens, usdMicros }, { firstCall: firstCall2, price })) return [];
  const needed = firstCall2.promptBytes + firstCall2.answerTokens;
  const limit = tokens < needed ? "tokens" : "usd_per_day";
  return [note(["limits", limit], { kind: "too_little_for_call", limit, tokens: needed }, true)];
}
var init_goal_notes = __esm({
  "src/core/report/goal-notes.ts"() {
    "use strict";
    init_globs();
    init_permission();
    init_goal();
    init_item();
    init_goal_money();
  }
});

// src/report/problems/goal-troubles.ts
function troubleText(trouble) {
  switch (trouble.kind) {
    case "does_nothing":
      return problemText(
        "this goal can change nothing: it may write no file and do nothing on GitHub",
        "name paths under `permissions.write`, or write `effects: []` if it is only to look"
      );
    case "labels_alone":
      return problemText(
        "`permissions.labels` has no effect without `label_issue` or `unlabel_issue` among the effects",
        "remove it, or add one of them"
      );
    case "all_protected":
      return problemText(
        `${show(trouble.glob)} matches ${count(trouble.files, "file")}, and no goal may write any of them, because they are protected`,
        "name a file without a wildcard where that is allowed, or another path"
      );
    case "write_outside_read":
      return problemText(
        `of the ${count(trouble.of, "file")} that ${show(trouble.glob)} matches, this goal may not read ${figure(trouble.files)}, and could only replace them unseen`,
        "add them to `permissions.read`"
      );
    case "delete_outside_write":
      return problemText(
        `${show(trouble.glob)} matches no file that this goal may write, so it can delete none`,
        "add it to `permissions.write`"
      );
    case "own_file_not_writable":
      return problemText(
        `a task of this queue may write its own file only, and \`permissions.write\` allows none of the files of the queue (${figure(trouble.files)} now)`,
        "add them to `permissions.write`, or write `other_files: true`"
      );
    case "list_not_writable":
      return problemText(
        `this goal may not write ${show(trouble.file)}, the list that it is to keep`,
        "add it to `permissions.write`"
      );
    case "no_such_workflow":
      return problemText(
        `there is no .github/workflows/${show(trouble.file).slice(1, -1)}, so none of its runs can fail`,
        "write the name of a workflow file of this repository"
      );
    default:
      return limitText(trouble);
  }
}
function limitText(trouble) {
  switch (trouble.kind) {
    case "limit_above":
      return problemText(
        `\`limits.${trouble.limit}\` is ${figure(trouble.value)}, which is more than ${trouble.other} allows: ${figure(trouble.bound)}`,
        "the smaller one counts"
      );
    case "too_little_for_call":
      return problemText(
        `this goal can never ask a model: its first question takes up to ${count(trouble.tokens, "token")}, which is more than its limits pay for`,
        `raise \`limits.${trouble.limit}\` and what bounds it`
      );
    case "never_so_many":
      return problemText(
        `a queue of issues holds at most ${figure(trouble.most)}, so ${figure(trouble.asked)} never wait`,
        "write a smaller number"
      );
  }
}
function asNote({ message, hint }) {
  return problemText(`note: ${message}`, hint);
}
var init_goal_troubles = __esm({
  "src/report/problems/goal-troubles.ts"() {
    "use strict";
    init_figures();
    init_problem();
  }
});

// src/commands/worlds/notes-on-goals.ts
async function notesOnGoals(root, { goals: goals2, settings }) {
  const files2 = await filesIn(root);
  const agentFolders2 = await ownFoldersIn(root);
  const notes2 = [];
  const problems = [];
  for (const goal of goals2) {
    const call = firstCall(goal, settings);
    const found2 = goalNotes({ goal, settings, files: files2, agentFolders: agentFolders2, firstCall: call });
    const alone = globsWithoutFiles(goal, files2);
    if (found2.length + alone.length === 0) continue;
    const { root: document2 } = readYaml(goal.file, (await storedFile(`${root}/${goal.file}`)).text);
    const at = (path) => ({
      file: goal.file,
      ...document2 === null ? { line: 1, column: 1 } : placeOf(document2, path).value
    });
    for (const { glob, path } of alone)
      notes2.push({ ...at(path), ...globProblems.matchesNothing(glob, nearGlob(glob, files2)) });
    for (const { path, about, isUseless } of found2) {
      if (about.kind === "limit_above" && !isWritten2(document2, path)) continue;
      if (isUseless) problems.push({ ...at(path), ...troubleText(about) });
      else notes2.push({ ...at(path), ...asNote(troubleText(about)) });
    }
  }
  return { notes: sortProblems(notes2), problems: sortProblems(problems) };
}
function isWritten2(document2, path) {
  const value = path.reduce(
    (found2, step) => isMapping(found2) ? found2[step] : void 0,
    document2 === null ? null : plainValue(document2)
  );
  return value !== void 0;
}
function globsWithoutFiles(goal, files2) {
  if (files2.length === 0) return [];
  return globsOf(goal).filter(({ glob }) => !files2.some(globMatcher([glob])));
}
function globsOf({ permissions: permissions2, forEach }) {
  const inList = (name) => permissions2[name].map((glob, index) => ({ glob, path: ["permissions", name, index] }));
  const queue = forEach?.kind === "files" ? [{ glob: forEach.pattern, path: ["for_each", "files"] }] : [];
  const places = forEach?.kind === "findings" || forEach?.kind === "command" ? forEach.in ?? [] : [];
  const searched = places.map((glob, index) => ({ glob, path: ["for_each", "in", index] }));
  const written = inList("write").filter(({ glob }) => !isLiteral(glob));
  return [...inList("read"), ...written, ...queue, ...searched].filter(({ glob }) => !glob.startsWith("!"));
}
function nearGlob(glob, files2) {
  const [first2 = "", ...rest] = glob.split("/");
  const folders = [
    ...new Set(files2.filter((path) => path.includes("/")).map((path) => path.split("/")[0] ?? ""))
  ];
  const near = rest.length === 0 || folders.includes(first2) ? null : nearestName(first2, folders);
  return near === null ? null : [near, ...rest].join("/");
}
async function filesIn(root) {
  const args = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
  const signal = new AbortController().signal;
  const answer = await gitRunner(childEnvironment())({ folder: root, args }, signal);
  return answer.code === 0 ? answer.stdout.split("\0").filter((path) => path !== "") : [];
}
var init_notes_on_goals = __esm({
  "src/commands/worlds/notes-on-goals.ts"() {
    "use strict";
    init_run_git();
    init_runner();
    init_first_call();
    init_nearest_name();
    init_raw_value();
    init_yaml_document();
    init_yaml_node();
    init_glob_marks();
    init_globs();
    init_goal_notes();
    init_glob_problems();
    init_goal_troubles();
    init_problem();
    init_goal_folder();
  }
});

// src/commands/validate.ts
var validate_exports = {};
__export(validate_exports, {
  validate: () => validate
});
import { stat as stat3 } from "node:fs/promises";
import { basename as basename2, relative as relative2, resolve as resolve5 } from "node:path";
async function run13({ args, terminal }) {
  const { options, words: words2 } = readOptions(args, { json: "flag" });
  const root = await workTreeRoot(terminal.folder);
  const tree = await readWorkTreeGoals(root);
  const folder = terminal.folder;
  const { notes: notes2, problems: useless } = words2.length === 0 ? await notesOnGoals(root, tree) : { notes: [], problems: [] };
  const checked = words2.length === 0 ? { files: tree.files, problems: sortProblems([...tree.problems, ...useless]), none: tree.hasNone } : {
    files: words2.length,
    problems: await problemsOf(words2, { folder, root, settings: tree.settings }),
    none: false
  };
  const at = await terminalAt(terminal, tree.settings);
  if (options.json) writeJson(at, { files: checked.files, problems: checked.problems, notes: notes2 });
  else {
    for (const problem2 of checked.problems) print(at, `${formatProblem(problem2)}
`);
    for (const note2 of notes2) print(at, `${formatProblem(note2)}
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
    const isFile2 = await stat3(full).then(
      (facts2) => facts2.isFile(),
      () => false
    );
    if (!isFile2) throw new UsageError(USAGE_TEXTS.notAFile(path));
    const file = relative2(context.folder, full).replaceAll("\\", "/");
    const { blob, text: text2 } = await storedFile(full);
    const isSettings = /^wakeful\.ya?ml$/i.test(basename2(full));
    const { settings } = context;
    const isProtected = await protectedBySettings(settings);
    const reading = isSettings ? parseSettingsFile({ file, text: text2 }) : parseGoalFile({ file, blob, text: text2, settings, isProtected, agentFolders: agentFolders2 });
    if (reading.kind === "problems") found2.push(...reading.problems);
    const inRoot = relative2(context.root, full).replaceAll("\\", "/");
    if (!isSettings && inRoot.startsWith(`${settings.goalsFolder}/`))
      found2.push(...misplaced(inRoot, settings).map((problem2) => ({ ...problem2, file })));
  }
  return sortProblems(found2);
}
var HELP13, validate;
var init_validate = __esm({
  "src/commands/validate.ts"() {
    "use strict";
    init_goal_file();
    init_goal_files();
    init_settings_file();
    init_protected_by_settings();
    init_program();
    init_problem();
    init_command_texts();
    init_sentences();
    init_command();
    init_options();
    init_terminal_at();
    init_goal_folder();
    init_notes_on_goals();
    init_rehearsal_folder();
    HELP13 = `
${PROGRAM} validate [file ...] [--json]

Checks the goal and settings files of this work tree, or the files that you name. A file named
wakeful.yml is read as settings, every other file as a goal. It shows all mistakes at once,
each as file:line:column with what would be right. What is probably a slip is a note and no
mistake: a glob that matches no file, a limit above another. A goal that can never do anything
is a mistake.

  --json               print it as one JSON document
`;
    validate = { help: HELP13, run: run13 };
  }
});

// src/report/terminal/recipe-texts.ts
var RECIPE_TEXTS;
var init_recipe_texts = __esm({
  "src/report/terminal/recipe-texts.ts"() {
    "use strict";
    init_program();
    init_sentences();
    RECIPE_TEXTS = {
      entry: ({ id, title, questions }) => [
        `${id}  ${title}`,
        ...questions.map(({ name, usual, about }) => `    ${name}=${usual}  (${about})`),
        ""
      ].join("\n"),
      added: (file) => `Wrote ${file}. Read it, and commit it in a pull request. ${PROGRAM} goals --preview shows what it may do.
`,
      nameOne: `Name one recipe: ${PROGRAM} add <recipe>. ${PROGRAM} recipes lists them.`,
      unknown: (name, near, known) => `There is no recipe ${JSON.stringify(name)}. ${near === null ? `There are: ${known.join(", ")}.` : `Did you mean ${near}?`}`,
      noAnswer: (word) => `${JSON.stringify(word)} is no answer. Write name=value.`,
      notAsked: (recipe, names, asked2) => `The recipe ${recipe} does not ask for ${listWords(names)}. It asks for ${asked2.length === 0 ? "nothing" : listWords(asked2)}.`,
      unusable: (names) => `The answer for ${listWords(names)} must be one line of at most 200 characters without double quotes, backslashes and double braces.`,
      badName: (name) => `${JSON.stringify(name)} cannot be the name of a goal. Use small letters, digits and hyphens.`,
      isOutside: (folder) => `The folder of the goals, ${folder}, is a link out of this repository, and the goal would be written there. Remove the link, or name another folder in goals_folder of the settings.`,
      isThere: (file) => `${file} is there already. Choose another name with --as <goal>.`
    };
  }
});

// src/config/recipe/recipe-file.ts
function readRecipe(id, file) {
  const lines = file.split("\n");
  const questions = lines.flatMap((line3) => {
    const [, name, usual, about] = QUESTION.exec(line3) ?? [];
    return name === void 0 || usual === void 0 || about === void 0 ? [] : [{ name, usual, about }];
  });
  const text2 = lines.filter((line3) => !QUESTION.test(line3)).join("\n");
  const title = /^title: (.*)$/m.exec(text2)?.[1]?.trim() ?? id;
  return { id, title, questions, text: text2 };
}
function filled({ questions, text: text2 }, answers) {
  const names = new Set(questions.map(({ name }) => name));
  const unknown2 = [...answers.keys()].filter((name) => !names.has(name));
  if (unknown2.length > 0) return { kind: "unknown", names: unknown2 };
  const unusable = [...answers].filter(([, value]) => !USABLE.test(value)).map(([name]) => name);
  if (unusable.length > 0) return { kind: "unusable", names: unusable };
  const values = new Map(questions.map(({ name, usual }) => [name, answers.get(name) ?? usual]));
  return {
    kind: "filled",
    text: text2.replace(/\{\{([a-z_]+)\}\}/g, (mark, name) => values.get(name) ?? mark)
  };
}
var QUESTION, USABLE;
var init_recipe_file = __esm({
  "src/config/recipe/recipe-file.ts"() {
    "use strict";
    QUESTION = /^# ask ([a-z_]+) = (.*?): (\S.*)$/;
    USABLE = /^(?!.*(?:\{\{|\}\}))[^"\\\p{Cc}\p{Zl}\p{Zp}]{1,200}$/u;
  }
});

// src/commands/worlds/recipe-folder.ts
import { readdir as readdir11, readFile as readFile6 } from "node:fs/promises";
import { join as join20 } from "node:path";
async function recipesIn(home) {
  const folder = join20(home, "recipes");
  const names = (await readdir11(folder)).filter((name) => name.endsWith(".yml"));
  const ids = names.map((name) => name.slice(0, -".yml".length)).sort();
  return Promise.all(
    ids.map(async (id) => readRecipe(id, await readFile6(join20(folder, `${id}.yml`), "utf8")))
  );
}
var init_recipe_folder = __esm({
  "src/commands/worlds/recipe-folder.ts"() {
    "use strict";
    init_recipe_file();
  }
});

// src/commands/recipes.ts
var recipes_exports = {};
__export(recipes_exports, {
  recipes: () => recipes
});
async function run14({ args, terminal }) {
  const { options, words: words2 } = readOptions(args, { json: "flag" });
  refuseWords(words2);
  const all = await recipesIn(terminal.home);
  if (options.json)
    writeJson(terminal, { recipes: all.map(({ id, title, questions }) => ({ id, title, questions })) });
  else for (const recipe of all) print(terminal, RECIPE_TEXTS.entry(recipe));
  return 0;
}
var HELP14, recipes;
var init_recipes = __esm({
  "src/commands/recipes.ts"() {
    "use strict";
    init_program();
    init_recipe_texts();
    init_command();
    init_options();
    init_recipe_folder();
    HELP14 = `
${PROGRAM} recipes [--json]

Lists the goals that come with Wakeful for other repositories, and what each asks.
${PROGRAM} add <recipe> writes one into the folder of your goals.

  --json               print it as one JSON document
`;
    recipes = { help: HELP14, run: run14 };
  }
});

// src/commands/add.ts
var add_exports = {};
__export(add_exports, {
  add: () => add3
});
import { mkdir as mkdir7, realpath as realpath3, writeFile as writeFile7 } from "node:fs/promises";
import { join as join21, sep } from "node:path";
async function run15({ args, terminal }) {
  const { options, words: words2 } = readOptions(args, { as: "text", json: "flag" });
  const recipe = named(await recipesIn(terminal.home), words2[0]);
  const text2 = textOf4(recipe, answersIn(words2.slice(1)));
  const root = await workTreeRoot(terminal.folder);
  const { settings } = await readWorkTreeGoals(root);
  if (options.as !== null && /[^a-z0-9-]/.test(options.as))
    throw new UsageError(RECIPE_TEXTS.badName(options.as));
  const file = `${settings.goalsFolder}/${options.as ?? recipe.id}.yml`;
  const isProtected = await protectedBySettings(settings);
  const agentFolders2 = await ownFoldersIn(root);
  const reading = parseGoalFile({ ...{ file, blob: "", text: text2, settings, isProtected, agentFolders: agentFolders2 } });
  if (reading.kind === "problems") {
    for (const problem2 of reading.problems) print(terminal, `${formatProblem(problem2)}
`);
    return EXIT_NEEDS_PERSON;
  }
  await makeFolder(root, settings.goalsFolder);
  await writeNew2(join21(root, file), text2, file);
  if (options.json) writeJson(terminal, { recipe: recipe.id, file });
  else print(terminal, RECIPE_TEXTS.added(file));
  return 0;
}
function named(all, name) {
  if (name === void 0) throw new UsageError(RECIPE_TEXTS.nameOne);
  const found2 = all.find(({ id }) => id === name);
  if (found2 !== void 0) return found2;
  const ids = all.map(({ id }) => id);
  throw new UsageError(RECIPE_TEXTS.unknown(name, nearestName(name, ids), ids));
}
function answersIn(words2) {
  return new Map(
    words2.map((word) => {
      const at = word.indexOf("=");
      if (at < 1) throw new UsageError(RECIPE_TEXTS.noAnswer(word));
      return [word.slice(0, at), word.slice(at + 1)];
    })
  );
}
function textOf4(recipe, answers) {
  const filling = filled(recipe, answers);
  if (filling.kind === "filled") return filling.text;
  const asked2 = recipe.questions.map(({ name }) => name);
  throw new UsageError(
    filling.kind === "unknown" ? RECIPE_TEXTS.notAsked(recipe.id, filling.names, asked2) : RECIPE_TEXTS.unusable(filling.names)
  );
}
async function makeFolder(root, folder) {
  const top = await realpath3(root);
  let place2 = top;
  for (const name of folder.split("/")) {
    await mkdir7(join21(place2, name)).catch(ignoreExisting);
    place2 = await realpath3(join21(place2, name)).catch(() => "");
    if (!place2.startsWith(`${top}${sep}`)) throw new UsageError(RECIPE_TEXTS.isOutside(folder));
  }
}
async function writeNew2(path, text2, file) {
  try {
    await writeFile7(path, text2, { flag: "wx" });
  } catch (error) {
    if (isExisting(error)) throw new UsageError(RECIPE_TEXTS.isThere(file));
    throw error;
  }
}
function isExisting(error) {
  return error instanceof Error && "code" in error && error.code === "EEXIST";
}
function ignoreExisting(error) {
  if (!isExisting(error)) throw error;
}
var HELP15, add3;
var init_add = __esm({
  "src/commands/add.ts"() {
    "use strict";
    init_goal_file();
    init_recipe_file();
    init_nearest_name();
    init_protected_by_settings();
    init_program();
    init_problem();
    init_recipe_texts();
    init_command();
    init_options();
    init_goal_folder();
    init_recipe_folder();
    init_rehearsal_folder();
    HELP15 = `
${PROGRAM} add <recipe> [name=value ...] [--as <goal>] [--json]

Writes a goal that comes with Wakeful into the folder of your goals. Commit it in a pull
request: there you see what it may do, and the most it can cost. ${PROGRAM} recipes lists
them, with what each asks.

  name=value           an answer, e.g. sources=lib/** [what the recipe says]
  --as <goal>          the name of the goal [that of the recipe]
  --json               print it as one JSON document
`;
    add3 = { help: HELP15, run: run15 };
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
      askedToYield: (run22) => `Run ${run22} is working on the goal and was asked to give way.`,
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
      runNotStarted: (why2) => `No run could be started for it, so the next scheduled run serves it: ${why2}`,
      /** For the commit message. */
      stored: (kind, by) => `${kind}, asked for by ${by}`
    };
    COMMENT_TEXTS = {
      tooLate: "The repository could not be reached in time. The status page shows whether it was done; if not, write the comment again.",
      reason: (issue) => `a comment on #${issue}`,
      unreadable: (why2) => `The comment cannot be read: ${why2}`,
      notForAgent: "The comment is not for the agent.",
      notNew: (action) => `A comment that was ${action} is not a command. Write a new one.`,
      noAuthor: "The account that wrote the comment no longer exists.",
      bot: (author) => `${author} is a bot, and bots give no commands.`,
      ownComment: "The agent itself wrote the comment.",
      permissionHidden: (author) => `What ${author} may do here cannot be seen, so the command is refused.`,
      mayNotWrite: (author) => `${author} may not write in the repository, so the command is refused.`,
      notAnswered: (why2) => `The answer could not be given: ${why2}`
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
function isServed3(status2, source) {
  switch (typeof source) {
    case "undefined":
      return false;
    case "number":
      return isAmong(status2.comments ?? [], source);
    case "string":
      return isAmong(status2.ticks ?? [], source);
  }
}
function withServed(state, source) {
  const { status: status2 } = state;
  if (source === void 0 || isServed3(status2, source)) return state;
  const served = typeof source === "number" ? { comments: withOne(status2.comments ?? [], source) } : { ticks: withOne(status2.ticks ?? [], source) };
  return { ...state, status: { ...status2, ...served } };
}
function isAmong(served, source) {
  const [oldest] = served;
  return served.includes(source) || served.length >= KEPT && oldest !== void 0 && isBefore(source, oldest);
}
function withOne(served, source) {
  return [...served, source].toSorted((a3, b2) => isBefore(a3, b2) ? -1 : 1).slice(-KEPT);
}
function isBefore(one2, other) {
  return one2 < other;
}
var KEPT;
var init_served_comment = __esm({
  "src/core/health/served-comment.ts"() {
    "use strict";
    KEPT = 100;
  }
});

// src/core/work/person-request.ts
function reasonToRefuse({ kind, goal: id }, { goal, badFile, checkpoint }, waiting) {
  const isKnown = goal !== void 0 || kind !== "run" && checkpoint !== void 0;
  if (!isKnown) return reasonNoGoal(id, badFile);
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
  const ids = overruledBy(request, state).map(({ id }) => id);
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
  const lines = overruled.map((run22) => answerLine(run22, { kind: "overruled", by: request.by }));
  return [...ownLines2(request), ...lines];
}
function ownLines2(request) {
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
  const { detail, besides, parts: parts2 } = answer;
  return {
    ...answer,
    detail: mask.mask(detail),
    ...besides === void 0 ? {} : { besides: maskedRecord(besides, mask) },
    ...parts2 === void 0 ? {} : { parts: maskedRecord(parts2, mask) }
  };
}
async function readForPerson(context, by) {
  const { world, repository, repositoryId: repositoryId2, serverUrl, papers, secrets: secrets3, signal } = context;
  const tips = await world.state.fetch(signal);
  const writer = { wake: `by-hand-${by}`, repository, repositoryId: repositoryId2, serverUrl, papers, secrets: secrets3 };
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
  const { world, signal, source } = context;
  const { tip, branch, snapshot, facts: facts2 } = await readForPerson(context, request.by);
  const ledger = await openLedger(facts2, tip, signal);
  if (isServed3(ledger.state.status, source)) return { ...REPEATED, wakeOn: null };
  const { state } = ledger;
  const requested = requestedGoal(snapshot, state, request.goal);
  const refusal2 = reasonToRefuse(request, requested, Object.keys(state.requests).length);
  if (refusal2 !== null)
    return maskedAnswer(
      { isDone: false, detail: refusalWords(refusal2, request, snapshot), wakeOn: null },
      facts2.mask
    );
  const now = world.clock.now();
  const asked2 = { ...request, origin: "person", now, nonce: world.random.nonce(), source };
  const besides = await store(context, ledger, newRequest(asked2, STATE_VERSION));
  const detail = [REQUEST_TEXTS.taken[request.kind](request.goal), ...besides].join(" ");
  const isRun = request.kind === "run" && ledger.state.stop === null;
  return maskedAnswer({ isDone: true, detail, besides, wakeOn: isRun ? branch : null }, facts2.mask);
}
function refusalWords(refusal2, { goal: id }, snapshot) {
  switch (refusal2.kind) {
    case "disabled":
      return REQUEST_TEXTS.isDisabled(refusal2.file);
    case "too_many":
      return REQUEST_TEXTS.tooMany(refusal2.waiting);
    case "not_paused":
      return REQUEST_TEXTS.notPaused(id);
    case "unknown_goal":
    case "bad_file":
      return `${sentence(noGoalWords(refusal2))} ${meant(snapshot, id)}`;
  }
}
function meant({ goals: goals2 }, id) {
  const ids = goals2.map((goal) => goal.id);
  const near = nearestName(id, ids);
  return near === null || near === id ? REQUEST_TEXTS.thereAre(ids) : REQUEST_TEXTS.didYouMean(near);
}
async function store(context, ledger, request) {
  const { source } = context;
  let holder = null;
  let overruled = [];
  await ledger.commit(
    {
      apply: (state) => {
        holder = request.kind === "resume" ? null : leaseToYield(state, request.goal)?.wake ?? null;
        overruled = overruledBy(request, state);
        return withServed(withPersonRequest(state, request, PAUSE_REASONS.askedFor), source);
      },
      describe: () => ({
        goal: request.goal,
        what: REQUEST_TEXTS.stored(request.kind, request.by),
        epoch: null,
        step: null
      }),
      events: () => personRequestLines(request, overruled),
      isIn: (state) => source === void 0 ? isTaken(state, request) : isServed3(state.status, source)
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
  const taken2 = await takeRequest(context, request);
  const { access, signal } = context;
  const { wakeOn } = taken2;
  if (wakeOn === null || access.kind === "closed") return taken2;
  if (access.stopValue !== null && access.stopValue !== "")
    return also(taken2, REQUEST_TEXTS.stoppedByVariable(oneLine(access.stopValue, REASON_LENGTH)));
  const { mask } = createMask({ values: context.secrets, patterns: [] });
  const reason = mask(REQUEST_TEXTS.runReason(request.by, request.goal));
  const start = { branch: wakeOn, inputs: { reason } };
  const started = await lookAt(access, (control) => control.startWorkflow(WAKE_WORKFLOW, start, signal));
  if (started.kind === "seen") return { ...taken2, detail: `${taken2.detail} ${REQUEST_TEXTS.runStarted}` };
  return also(taken2, REQUEST_TEXTS.runNotStarted(started.why));
}
function also(taken2, words2) {
  return { ...taken2, detail: `${taken2.detail} ${words2}`, besides: [...taken2.besides ?? [], words2] };
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
function switchText(parts2) {
  return parts2.map(partText).join("\n");
}
function partText({ detail, byHand }) {
  if (byHand === null) return sentence(detail);
  return `${sentence(detail)} By hand: ${byHand.what}${inBrackets(byHand.address)}.`;
}
function switchMarkdown(parts2) {
  return parts2.map((part) => `- ${partMarkdown(part)}`).join("\n");
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
async function runForPerson({ terminal, options }, act) {
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
    const identity = await identityOf(access, { name: repository, id: null }, signal);
    const asked2 = { repository: identity.name, repositoryId: identity.id ?? void 0 };
    const answer = await act({ world, ...asked2, serverUrl, secrets: secrets3, signal, access });
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
function words({ detail, parts: parts2 }) {
  return parts2 === void 0 ? detail : switchText(parts2);
}
function shown2({ isDone: isDone2, detail, parts: parts2 }) {
  return { done: isDone2, detail, ...parts2 === void 0 ? {} : { parts: parts2 } };
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
  run: () => run16
});
async function ask({ args, terminal }) {
  const { options, words: words2 } = readOptions(args, REQUEST_OPTIONS);
  return requestFor({ terminal, options }, { kind: "run", words: words2 });
}
var HELP16, run16;
var init_run2 = __esm({
  "src/commands/run.ts"() {
    "use strict";
    init_program();
    init_person_request2();
    init_options();
    init_state_remote();
    HELP16 = `
${PROGRAM} run <goal> [options]

Asks for a goal, due or not. One commit stores the request on the state branch, and the next
run works on this goal first. A scheduled run that holds the goal is asked to make room. A
pause of the goal ends, and its stuck tasks are tried again. With a token in GITHUB_TOKEN or
GH_TOKEN that may start workflows, a run is started at once. In a rehearsal,
${PROGRAM} rehearse starts it.
${REMOTE_HELP}
  --reason <text>      why, for the log
  --json               print the result as one JSON document
`;
    run16 = { help: HELP16, run: ask };
  }
});

// src/commands/pause.ts
var pause_exports = {};
__export(pause_exports, {
  pause: () => pause
});
async function ask2({ args, terminal }) {
  const { options, words: words2 } = readOptions(args, REQUEST_OPTIONS);
  return requestFor({ terminal, options }, { kind: "pause", words: words2 });
}
var HELP17, pause;
var init_pause2 = __esm({
  "src/commands/pause.ts"() {
    "use strict";
    init_program();
    init_person_request2();
    init_options();
    init_state_remote();
    HELP17 = `
${PROGRAM} pause <goal> [options]

Pauses one goal until you resume it. Its due times are skipped meanwhile. A scheduled run
that is working on the goal saves its work and leaves it.
${REMOTE_HELP}
  --reason <text>      why, for the status and the log
  --json               print the result as one JSON document
`;
    pause = { help: HELP17, run: ask2 };
  }
});

// src/core/health/switch-part.ts
function isDone(parts2) {
  return parts2.every(({ outcome }) => outcome !== "left") && parts2.some(({ outcome }) => outcome === "changed");
}
function partsInWords(parts2) {
  return parts2.map(({ detail }) => /[.!?…:]$/.test(detail) ? detail : `${detail}.`).join(" ");
}
var init_switch_part = __esm({
  "src/core/health/switch-part.ts"() {
    "use strict";
  }
});

// src/report/oversight/stop-texts.ts
function unreadable2(why2) {
  return `Besides, the state branch cannot be read: ${why2}`;
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
        setOnUnreadable: (reason, why2) => `state/STOP is set: ${reason}. ${unreadable2(why2)}`,
        notSet: (why2) => `state/STOP is not set: ${why2}`,
        none: "No state/STOP is set.",
        noneOnUnreadable: (why2) => `No state/STOP is set. ${unreadable2(why2)}`,
        nothingToResume: "No state/STOP is set; there is nothing to resume from.",
        another: "Another stop was set in the meantime, so state/STOP stays. Read it and resume again.",
        /** `stop`: the text of the file; null: the variable alone had stopped the agent. */
        removed: (stop2) => stop2 === null ? "The stop is over." : `The stop is removed. It said: ${stopReason(stop2)}`,
        removedOnUnreadable: (stop2, why2) => `The stop is removed. It said: ${stopReason(stop2)}. ${unreadable2(why2)}`,
        notRemoved: (why2) => `state/STOP is not removed: ${why2}`
      },
      variable: {
        set: `${VARIABLE2} is set: no new run starts.`,
        setAlready: (value) => `${VARIABLE2} is set already: ${value}`,
        couldNotSet: (why2) => `${VARIABLE2} is not set: ${why2}`,
        notSet: `${VARIABLE2} is not set.`,
        stillSet: (value, why2) => `${VARIABLE2} is still set (${value}) and stops the agent: ${why2}`,
        hidden: (why2) => `Whether the variable ${STOP_VARIABLE} is set cannot be seen: ${why2}`,
        hiddenButRecorded: (why2, value) => `Whether the variable ${STOP_VARIABLE} is set cannot be seen: ${why2} When it was last read, it said: ${value}`,
        another: (value) => `${VARIABLE2} has another value by now (${value}). That is another stop, so it stays. Read it and resume again.`,
        deleted: (value) => `${VARIABLE2} is deleted. It said: ${value}`,
        goneAlready: `${VARIABLE2} is not set any more.`,
        ofOrganisation: (value) => `${VARIABLE2} of the organisation is set (${value}) and stops the agent here too. No command of a repository can delete it.`
      },
      workflow: {
        none: `There is no workflow ${WAKE_WORKFLOW}.`,
        disabled: `${WORKFLOW} is disabled.`,
        disabledAlready: `${WORKFLOW} is disabled already.`,
        couldNotDisable: (why2) => `${WORKFLOW} is not disabled: ${why2}`,
        enabled: `${WORKFLOW} is enabled.`,
        enabledAgain: `${WORKFLOW} is enabled again.`,
        couldNotEnable: (why2) => `${WORKFLOW} is still disabled: ${why2}`,
        hidden: (why2) => `Whether the workflow ${WAKE_WORKFLOW} is enabled cannot be seen: ${why2}`,
        staysDisabled: (state) => `${WORKFLOW} is disabled, ${NOT_BY_STOP[state]}. It stays disabled.`
      },
      /** What a person can do by hand; each begins with a verb. */
      byHand: {
        variable: (what2) => `${what2} the variable ${STOP_VARIABLE}`,
        organisationVariable: "delete it in the organisation's settings",
        workflow: (what2) => `${what2} the workflow ${WAKE_WORKFLOW}`
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
  return isSame2(status2.stop, record2) ? state : { ...state, status: { ...status2, stop: record2 } };
}
function isSame2(before, after) {
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
    const why2 = reason.cause instanceof Halt ? reason.cause.detail : reason.detail;
    return { kind: "unreadable", facts: facts2, why: why2 };
  }
}
async function setStopAlone(context, opened, reason) {
  await swap(context, opened, { what: `stop: ${reason}`, decide: () => masked`${reason}\n` });
  return { isDone: true, detail: STOP_TEXTS.file.setOnUnreadable(reason, opened.why) };
}
async function removeStopAlone(context, opened) {
  let first2;
  let removed = false;
  await swap(context, opened, {
    what: "resume",
    decide: (now) => {
      first2 ??= now;
      removed = now === null || now === first2;
      return removed ? null : now;
    }
  });
  if (first2 === null || first2 === void 0)
    return { ...nothingSet(), detail: STOP_TEXTS.file.noneOnUnreadable(opened.why) };
  if (!removed) return anotherStop();
  return { ...stopRemoved(first2), detail: STOP_TEXTS.file.removedOnUnreadable(first2, opened.why) };
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
  const isSet = (state) => isWritten3(state, reason, stop2.disables ?? []);
  if (isServed3(ledger.state.status, context.source)) return { ...REPEATED, reason };
  if (isSet(ledger.state)) return { isDone: true, detail: STOP_TEXTS.file.setAlready(reason), reason, mask };
  const at = isoTime(context.world.clock.now());
  await write3(context, ledger, {
    apply: (state) => stopped(state, { reason, at, disables: stop2.disables ?? [] }),
    isIn: isSet,
    what: `stop: ${reason}`,
    line: ledger.state.stop?.trim() === reason ? null : { event: "stop_set", where: STOP_FILE, reason, by: stop2.by }
  });
  return { isDone: true, detail: STOP_TEXTS.file.set(reason), reason, mask };
}
function isWritten3(state, reason, disables) {
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
  const isSame3 = (state) => state.stop?.trim() === stop2.reason;
  const corrected = (state) => {
    const variable = then.variable ?? state.status.stop?.variable ?? null;
    return recordStops(withoutDisabled(state, then.notDisabled), { variable, at });
  };
  const { source: _3, ...rest } = context;
  await write3(rest, opened.ledger, {
    apply: (state) => isSame3(state) ? corrected(state) : "stale",
    isIn: (state) => !isSame3(state) || corrected(state) === state,
    what: STOP_TEXTS.recordStop,
    line: null
  });
}
async function removeStop(context, resume2) {
  const opened = await openForStop(context, resume2.by);
  if (opened.kind === "unreadable") return removeStopAlone(context, opened);
  const { ledger, facts: facts2 } = opened;
  const { state } = ledger;
  if (isServed3(state.status, context.source)) return { ...REPEATED, outcome: "unchanged" };
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
  const outcome = await write3(context, ledger, {
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
async function write3(context, ledger, { apply, isIn, what: what2, line: line3 }) {
  const { source, signal } = context;
  const outcome = await ledger.commit(
    {
      apply: (state) => {
        const after = apply(state);
        return after === "stale" ? "stale" : withServed(after, source);
      },
      isIn: (state) => source === void 0 ? isIn(state) : isServed3(state.status, source),
      describe: () => ({ goal: null, what: what2, epoch: null, step: null }),
      events: () => line3 === null ? [] : [line3]
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
async function doPart(access, { part, otherwise }, body4) {
  const done = await lookAt(access, body4);
  return { part, byHand: null, ...done.kind === "seen" ? done.value : otherwise(done.why) };
}
function variableByHand(what2, access) {
  return {
    what: STOP_TEXTS.byHand.variable(what2),
    address: pageAddress(access, "settings/variables/actions")
  };
}
function workflowByHand(what2, access) {
  return {
    what: STOP_TEXTS.byHand.workflow(what2),
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
  const parts2 = [filePart(set), variable, disabled];
  return maskedAnswer({ isDone: isStopDone(context, parts2), detail: partsInWords(parts2), parts: parts2 }, mask);
}
function isStopDone(context, parts2) {
  const mayMiss = !hasOwnToken(context);
  return parts2.every(({ part, outcome }) => outcome !== "left" || part !== "file" && mayMiss);
}
function valuesMask({ secrets: secrets3 }) {
  return createMask({ values: secrets3, patterns: [] });
}
function filePart(set) {
  const file = { part: "file", byHand: null };
  return set.kind === "seen" ? { ...file, outcome: "changed", detail: set.value.detail } : { ...file, outcome: "left", detail: STOP_TEXTS.file.notSet(set.why) };
}
function setVariable({ access, signal }, reason) {
  const otherwise = (why2) => ({
    outcome: "left",
    detail: STOP_TEXTS.variable.couldNotSet(why2),
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
  return lookAt(access, (control) => control.workflow(WAKE_WORKFLOW, signal));
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
  const otherwise = (why2) => ({
    outcome: "left",
    detail: STOP_TEXTS.workflow.couldNotDisable(why2),
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
async function run17({ args, terminal }) {
  const { options, words: words2 } = readOptions(args, { ...REMOTE_OPTIONS, json: "flag" });
  const reason = words2.join(" ").trim();
  if (reason === "") throw new UsageError(USAGE_TEXTS.sayWhy);
  return runForPerson({ terminal, options }, (remote) => stopAgent(remote, { reason, by: loginName() }));
}
var HELP18, stop;
var init_stop2 = __esm({
  "src/commands/stop.ts"() {
    "use strict";
    init_runner();
    init_program();
    init_stop_agent();
    init_command_texts();
    init_command();
    init_options();
    init_run_for_person();
    init_state_remote();
    HELP18 = `
${PROGRAM} stop "<reason>" [options]

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
    stop = { help: HELP18, run: run17 };
  }
});

// src/oversight/stop/resume-parts.ts
async function lookAtVariable({
  access,
  signal
}) {
  if (access.kind === "open" && access.stopValue !== null)
    return { kind: "seen", value: access.stopValue === "" ? null : access.stopValue };
  return lookAt(access, (control) => control.readVariable(STOP_VARIABLE, signal));
}
function deleteVariable({ access, signal }, seen2, recorded) {
  const byHand = variableByHand("delete", access);
  const otherwise = (why2) => {
    if (seen2.kind === "seen")
      return {
        outcome: "left",
        detail: STOP_TEXTS.variable.stillSet(shown3(seen2.value ?? ""), why2),
        byHand
      };
    if (recorded === null) return { outcome: "unseen", detail: STOP_TEXTS.variable.hidden(why2) };
    const detail = STOP_TEXTS.variable.hiddenButRecorded(why2, shown3(recorded));
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
  const otherwise = (why2) => isOurs ? { outcome: "left", detail: STOP_TEXTS.workflow.couldNotEnable(why2), byHand } : {
    outcome: "unseen",
    detail: STOP_TEXTS.workflow.hidden(why2)
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
  if (state !== null && isServed3(state.status, context.source)) return REPEATED;
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
  const parts2 = [...others, filePart2(removed, others)];
  const isAllSeen = !hasOwnToken(context) || parts2.every(({ outcome }) => outcome !== "unseen");
  const answer = { isDone: isAllSeen && isDone(parts2), detail: partsInWords(parts2), parts: parts2 };
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
async function run18({ args, terminal }) {
  const { options, words: words2 } = readOptions(args, REQUEST_OPTIONS);
  if (words2.length > 0) return requestFor({ terminal, options }, { kind: "resume", words: words2 });
  return runForPerson({ terminal, options }, (remote) => resumeAgent(remote, { by: loginName() }));
}
var HELP19, resume;
var init_resume = __esm({
  "src/commands/resume.ts"() {
    "use strict";
    init_runner();
    init_program();
    init_resume_agent();
    init_person_request2();
    init_options();
    init_run_for_person();
    init_state_remote();
    HELP19 = `
${PROGRAM} resume [<goal>] [options]

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
    resume = { help: HELP19, run: run18 };
  }
});

// src/report/doctor/remote-findings.ts
function remoteProblem(why2) {
  return problem("remote", why2, "Correct the address of the remote, or let git log in there without asking.");
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
  return `Correct it on ${branch}. \`${PROGRAM} validate\` checks the files of a clone.`;
}
var init_file_findings = __esm({
  "src/report/doctor/file-findings.ts"() {
    "use strict";
    init_finding();
    init_program();
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
function repositoryProblem(why2) {
  return problem("repository", why2, "Correct the address of the remote or the token, and look again.");
}
function repositoryHidden(why2) {
  return hidden("repository", why2, `Look again with a token: see \`${PROGRAM} doctor --help\`.`);
}
function nameFindings({ name }, known) {
  if (name.toLowerCase() === known.toLowerCase()) return [];
  const right = `Give the remote its new address, e.g. with \`git remote set-url\`.`;
  return [problem("name", `The remote calls this repository ${known}; it is ${name} now.`, right)];
}
function actionsFinding({ areActionsEnabled }, page2) {
  const right = `Settings → Actions → General → Actions permissions${inBrackets(page2("settings/actions"))}: allow actions.`;
  if (areActionsEnabled === null)
    return hidden("Actions", "This token cannot read whether workflows may run.", right);
  return areActionsEnabled ? fine("Actions", "Workflows may run.") : problem("Actions", "No workflow may run here.", right);
}
function pullRequestsFinding(facts2, page2) {
  const what2 = "pull requests";
  const right = `Settings → Actions → General → Workflow permissions${inBrackets(page2("settings/actions"))}: tick "Allow GitHub Actions to create and approve pull requests". Where it is greyed out, the organisation has to allow it first.`;
  if (facts2.actionsMayOpenPullRequests === null)
    return hidden(what2, "This token cannot read whether Actions may open pull requests.", right);
  return facts2.actionsMayOpenPullRequests ? fine(
    what2,
    "Actions may open pull requests. Workflows on them wait until somebody with write permission approves their runs."
  ) : problem(
    what2,
    "Actions may not open pull requests, so work stays on its branch without a draft.",
    right
  );
}
function issuesFinding({ hasIssues }, page2) {
  return hasIssues ? fine("issues", "Alerts can be opened as issues.") : problem(
    "issues",
    "Issues are switched off, so alerts reach nobody.",
    `Settings → General → Features${inBrackets(page2("settings"))}: tick Issues.`
  );
}
function rulesFinding(facts2, branch, page2) {
  const shown4 = branch === WORK_BRANCH ? `${BRANCH_PREFIX}**` : branch;
  const what2 = `rules of ${shown4}`;
  const right = `Settings → Rules → Rulesets${inBrackets(page2("settings/rules"))}: exclude the branches ${shown4} from these rules. The token of Actions cannot be exempt from them.`;
  const found2 = facts2.rules[branch] ?? null;
  if (found2 === null) return hidden(what2, "This token cannot read its rules.", right);
  const { breaking, doubtful } = judgeRules(found2);
  if (breaking.length > 0)
    return problem(
      what2,
      `These rules refuse the agent's pushes: ${listWords(breaking.map(brokenRule))}.`,
      right
    );
  if (doubtful.length > 0)
    return hidden(what2, `These rules may refuse the agent's pushes: ${listWords(doubtful)}.`, right);
  return fine(what2, "No rule refuses the agent's pushes.");
}
function brokenRule(rule) {
  return `${rule} (${REASONS[rule]})`;
}
function modelKeyFinding({ secretNames }, isOwnServer, page2) {
  const what2 = "model key";
  const right = `Settings → Secrets and variables → Actions${inBrackets(page2("settings/secrets/actions"))}: add a secret ${KEY2}. A model server of your own may need none.`;
  if (secretNames === null) return hidden(what2, "This token cannot read the names of secrets.", right);
  if (secretNames.includes(KEY2)) return fine(what2, `There is a secret ${KEY2}.`);
  return isOwnServer ? fine(what2, `There is no secret ${KEY2}. The settings name servers of your own, which may need none.`) : problem(what2, `There is no secret ${KEY2}.`, right);
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
    init_program();
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

// src/report/doctor/app-findings.ts
function appHidden(why2) {
  return hidden(WHAT3, why2, `If the variable ${APP_VARIABLE} is set, the secret ${APP_KEY} has to be there.`);
}
function appFinding({ isNamed, hasKey, isUsed }, page2) {
  const key = `Settings → Secrets and variables → Actions${inBrackets(page2("settings/secrets/actions"))}: add the private key of the App as a secret ${APP_KEY}, or delete the variable ${APP_VARIABLE}.`;
  if (!isNamed && hasKey !== true)
    return fine(WHAT3, `No App opens the drafts, so ${WAITS}. docs/workflows.md says how to make one.`);
  if (!isNamed)
    return problem(
      WHAT3,
      `There is a secret ${APP_KEY} and no variable ${APP_VARIABLE}, so ${WAITS}.`,
      `Settings → Secrets and variables → Actions → Variables${inBrackets(page2("settings/variables/actions"))}: add the variable ${APP_VARIABLE} with the id of the App.`
    );
  if (!isUsed)
    return problem(
      WHAT3,
      `The variable ${APP_VARIABLE} names an App, and ${WAKE_WORKFLOW} does not ask for its token, so ${WAITS}.`,
      "In an installation, start `update` with `--app`. In a copy of the template, `update` brings the newest wake.yml."
    );
  if (hasKey === null) return hidden(WHAT3, "This token cannot read the names of secrets.", key);
  return hasKey ? fine(WHAT3, "An App opens the drafts, so workflows on them run by themselves.") : problem(WHAT3, `There is no secret ${APP_KEY}, so no run can start.`, key);
}
var APP_VARIABLE, APP_KEY, WHAT3, WAITS;
var init_app_findings = __esm({
  "src/report/doctor/app-findings.ts"() {
    "use strict";
    init_finding();
    init_workflows();
    init_sentences();
    APP_VARIABLE = "WAKEFUL_APP_ID";
    APP_KEY = "WAKEFUL_APP_KEY";
    WHAT3 = "CI on drafts";
    WAITS = "workflows on drafts wait until somebody with write permission approves their runs";
  }
});

// src/oversight/doctor/app.ts
async function lookAtApp(examined, keys) {
  const { access, world, tips, signal } = examined;
  const named2 = await lookAt(access, (control) => control.readVariable(APP_VARIABLE, signal));
  if (named2.kind === "unseen") return appHidden(named2.why);
  const path = `.github/workflows/${WAKE_WORKFLOW}`;
  const files2 = await world.state.read(tips.base.commit, [path], signal);
  const facts2 = {
    isNamed: (named2.value ?? "") !== "",
    hasKey: keys?.includes(APP_KEY) ?? null,
    isUsed: files2.get(path)?.text.includes(APP_VARIABLE) === true
  };
  return appFinding(facts2, (page2) => pageAddress(access, page2));
}
var init_app = __esm({
  "src/oversight/doctor/app.ts"() {
    "use strict";
    init_workflows();
    init_app_findings();
    init_command_context();
    init_observe();
  }
});

// src/oversight/doctor/protection.ts
async function lookAtProtection(examined, keys) {
  if (examined.isRehearsal) return { findings: [], keys: [] };
  const { access, snapshot, tips, signal } = examined;
  const { stateBranch } = snapshot.settings;
  const target = commandTarget(examined);
  const seen2 = await lookAt(access, (control) => control.rulesets(signal));
  const key = await keyLocation(examined, keys);
  const rules2 = seen2.kind === "unseen" || seen2.value === null ? protectionHidden(seen2.kind === "unseen" ? seen2.why : RULES_HIDDEN, target, stateBranch) : [
    branchesFinding(branchProtection(seen2.value, stateBranch), target, stateBranch),
    tagsFinding(tagProtection(seen2.value), target),
    stateFinding(stateProtection(seen2.value, stateBranch), target, stateBranch)
  ];
  const findings = [...rules2, keyLocationFinding(key, target, tips.base.branch)];
  return { findings, keys: key.kind === "named" ? key.secretNames ?? [] : [] };
}
function commandTarget({ access, repository }) {
  const address = pageAddress(access, "");
  const host = address === null || !URL.canParse(address) ? "github.com" : new URL(address).host;
  return { repository, host: host === "github.com" ? null : host };
}
async function keyLocation({ access, tips, signal }, keys) {
  const named2 = await lookAt(access, (control) => control.readVariable(ENVIRONMENT_VARIABLE, signal));
  if (named2.kind === "unseen") return { kind: "unseen", why: named2.why };
  const name = named2.value ?? "";
  if (name === "") return { kind: "unset" };
  const seen2 = await lookAt(access, (control) => control.environment(name, signal));
  if (seen2.kind === "unseen") return { kind: "unseen", why: seen2.why };
  if (seen2.value === null) return { kind: "absent", name };
  const { branches: branches2, secretNames } = seen2.value;
  return {
    kind: "named",
    name,
    isForDefaultBranch: isForDefaultBranch(branches2, tips.base.branch),
    hasKey: secretNames?.includes(KEY) ?? null,
    secretNames,
    isInRepository: keys?.includes(KEY) ?? null
  };
}
var init_protection3 = __esm({
  "src/oversight/doctor/protection.ts"() {
    "use strict";
    init_protection();
    init_protection_findings();
    init_command_context();
    init_observe();
  }
});

// src/oversight/doctor/github.ts
async function githubFindings(examined) {
  const { access, snapshot, signal } = examined;
  const { settings } = snapshot;
  const branches2 = [settings.stateBranch, WORK_BRANCH];
  const seen2 = await lookAt(access, (control) => control.repositoryFacts(branches2, signal));
  if (seen2.kind === "unseen")
    return [access.kind === "open" ? repositoryProblem(seen2.why) : repositoryHidden(seen2.why)];
  const facts2 = seen2.value;
  const page2 = (path) => pageAddress(access, path);
  const guarded = await lookAtProtection(examined, facts2.secretNames);
  const isKnown = facts2.secretNames !== null || guarded.keys.length > 0;
  const keys = isKnown ? [...facts2.secretNames ?? [], ...guarded.keys] : null;
  const isOwnServer = Object.values(settings.models).every(({ baseUrl }) => baseUrl !== null);
  return [
    ...nameFindings(facts2, examined.repository),
    actionsFinding(facts2, page2),
    pullRequestsFinding(facts2, page2),
    issuesFinding(facts2, page2),
    ...branches2.map((branch) => rulesFinding(facts2, branch, page2)),
    ...facts2.isDefaultBranchGuarded === null || examined.isRehearsal ? [] : [defaultBranchFinding(facts2.isDefaultBranchGuarded, facts2.defaultBranch, commandTarget(examined))],
    modelKeyFinding({ secretNames: keys }, isOwnServer, page2),
    await lookAtApp(examined, keys),
    ...guarded.findings,
    scheduleFinding(facts2)
  ];
}
var init_github = __esm({
  "src/oversight/doctor/github.ts"() {
    "use strict";
    init_default_branch_findings();
    init_repository_findings();
    init_command_context();
    init_observe();
    init_app();
    init_protection3();
  }
});

// src/report/doctor/machine-findings.ts
function rehearsalRunnerFinding() {
  return fine(RUNNER, "This is a rehearsal, so commands run here.");
}
function runnerHidden(why2) {
  return hidden(RUNNER, why2, SET_VARIABLE);
}
function runnerFinding(isReady) {
  return isReady ? fine(RUNNER, `The variable ${SANDBOX_VARIABLE} makes the runner ready for the commands of goals.`) : problem(
    RUNNER,
    "Goals have commands, and the runner is not made ready for them, so they are not run.",
    SET_VARIABLE
  );
}
function sandboxHereFinding(why2, { hasCommands: hasCommands2, isRehearsal }) {
  if (why2 === null) return fine(HERE, "Commands of goals can run here.");
  if (!hasCommands2)
    return fine(HERE, `No goal has commands, so no sandbox is needed. Commands could not run here: ${why2}`);
  return isRehearsal ? problem(HERE, `Commands of goals are not run here: ${why2}`, INSTALL) : fine(HERE, `Only a rehearsal would need a sandbox here. ${why2}`);
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
function modelProblem(name, why2) {
  return problem(
    `model ${name}`,
    why2,
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
  const first2 = await model.ask({ messages: QUESTION2, tools: [TOOL], maxTokens }, signal);
  if (first2.kind === "fault") return modelFault(name, { server, kind: first2.fault, detail: first2.detail });
  const [call] = first2.toolCalls;
  const lack = lackOf(first2, call, maxTokens);
  if (lack !== null || call === void 0)
    return modelLack(name, { server, lack: lack ?? MODEL_LACKS.noCall });
  const messages = [...QUESTION2, said(first2, call), resultOf(call)];
  const second = await model.ask({ messages, tools: [TOOL], maxTokens }, signal);
  if (second.kind === "fault") return modelLack(name, { server, lack: MODEL_LACKS.noSecond(second.detail) });
  if (isOverLimit(second, maxTokens)) return modelLack(name, { server, lack: MODEL_LACKS.noLimit });
  const isCounted = first2.usage !== null && second.usage !== null;
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
function resultOf({ id }) {
  return {
    role: "tool",
    toolCallId: NOTHING_SECRET.mask(id),
    content: MODEL_QUESTIONS.result
  };
}
var ANSWER_TOKENS, TOOL, QUESTION2, NOTHING_SECRET;
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
    QUESTION2 = [
      { role: "system", content: MODEL_QUESTIONS.system },
      { role: "user", content: MODEL_QUESTIONS.user }
    ];
    NOTHING_SECRET = createMask({ values: [], patterns: [] });
  }
});

// src/oversight/doctor/machine.ts
async function machineFindings(examined) {
  const { world, isRehearsal } = examined;
  const hasCommands2 = examined.snapshot.goals.some(runsCommands);
  const runner = hasCommands2 ? [await sandboxOfRunner(examined)] : [];
  const why2 = await world.sandbox.reasonUnavailable();
  const here2 = sandboxHereFinding(why2, { hasCommands: hasCommands2, isRehearsal });
  return [...runner, here2, ...await modelFindings(examined)];
}
function runsCommands({ enabled, setup, checks, doneWhen }) {
  return enabled && [...setup, ...checks, ...doneWhen].length > 0;
}
async function sandboxOfRunner({ access, isRehearsal, signal }) {
  if (isRehearsal) return rehearsalRunnerFinding();
  const seen2 = await lookAt(access, (control) => control.readVariable(SANDBOX_VARIABLE, signal));
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
function stateBranchProblem(why2) {
  return problem(
    BRANCH,
    why2,
    "Restore the last good version of the named file from the history of the branch, or delete the branch and all branches below wakeful/ to start over."
  );
}
function stopFileFinding(stop2) {
  if (stop2 === null) return fine(FILE2, "It is not set.");
  return problem(FILE2, `It stops the agent: ${stopReason(stop2)}`, `${RESUME}, or delete the file.`);
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
function stopVariableHidden(why2) {
  return hidden(STOP_VARIABLE, why2, "The variable must not be set, neither here nor in the organisation.");
}
function deleteVariable2({ what: what2, address }) {
  return `${RESUME}, or ${what2}${inBrackets(address)}. Any value stops the agent, \`false\` too.`;
}
var BRANCH, FILE2, RESUME;
var init_state_findings = __esm({
  "src/report/doctor/state-findings.ts"() {
    "use strict";
    init_finding();
    init_stop();
    init_program();
    init_sentences();
    BRANCH = "state branch";
    FILE2 = "state/STOP";
    RESUME = `Run \`${PROGRAM} resume\``;
  }
});

// src/oversight/doctor/state.ts
async function stateFindings(examined) {
  const { world, repository, repositoryId: id, tips, snapshot, signal } = examined;
  const { stateBranch: branch } = snapshot.settings;
  const seen2 = await look(async () => {
    const tip = tips.state ?? await tipOfFirstWake(world.state, branch, signal);
    const source = { branch, repository: { name: repository, id }, latest: null };
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
function workflowHidden(file, why2) {
  return hidden(file, `It is there. Whether it is enabled cannot be seen: ${why2}`, "It has to be enabled.");
}
function workflowFinding(file, state, page2) {
  if (state === "active") return fine(file, "It is there and enabled.");
  const why2 = state === null ? "GitHub does not know it as a workflow" : STATES[state];
  const right = `Enable it on its page under Actions${inBrackets(page2)}, or with \`gh workflow enable ${file}\`.`;
  return problem(file, `${why2}, so ${MISSES[file]}.`, right);
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
  const files2 = await world.state.read(commit2, WORKFLOWS.map(pathOf), signal);
  return Promise.all(
    WORKFLOWS.map(
      (file) => files2.has(pathOf(file)) ? enabledFinding(examined, file) : workflowMissing(file, pathOf(file), branch)
    )
  );
}
function pathOf(file) {
  return `.github/workflows/${file}`;
}
async function enabledFinding({ access, signal }, file) {
  const seen2 = await lookAt(access, (control) => control.workflow(file, signal));
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
function findingText({ what: what2, verdict, says, right, commands = [] }, style) {
  const { word, tone } = SHOWN5[verdict];
  const texts = [`${what2}: ${sentence(says)}`, ...right === null ? [] : [`What to do: ${sentence(right)}`]];
  const lines = texts.flatMap((text2) => wrapToWidth(plainLine(text2), style.width - INDENT.length));
  return [...lines, ...commands.map((command) => plainLine(command))].map(
    (line3, index) => index === 0 ? `${style.paint(tone, word.padEnd(WORD_WIDTH))}  ${line3}` : `${INDENT}${line3}`
  ).join("\n");
}
function summary4(findings) {
  const amount4 = (verdict) => findings.filter((each) => each.verdict === verdict).length;
  const problems = amount4("problem");
  const hidden2 = amount4("not_visible");
  const parts2 = [
    problems === 0 ? "No problem was found" : `${count(problems, "problem")} ${problems === 1 ? "needs" : "need"} a person`,
    ...hidden2 === 0 ? [] : [`${count(hidden2, "thing")} could not be looked at`]
  ];
  return `${listWords(parts2)}.`;
}
var SHOWN5, WORD_WIDTH, INDENT;
var init_doctor2 = __esm({
  "src/report/terminal/doctor.ts"() {
    "use strict";
    init_display_width();
    init_sentences();
    SHOWN5 = {
      ok: { word: "ok", tone: "good" },
      problem: { word: "problem", tone: "bad" },
      not_visible: { word: "unknown", tone: "warn" }
    };
    WORD_WIDTH = Math.max(...Object.values(SHOWN5).map(({ word }) => word.length));
    INDENT = " ".repeat(WORD_WIDTH + 2);
  }
});

// src/commands/doctor.ts
var doctor_exports = {};
__export(doctor_exports, {
  doctor: () => doctor
});
async function run19({ args, terminal }) {
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
    const { id } = await identityOf(github.access, known, signal);
    const findings = await examine({
      world: { state: world.state, sandbox },
      repository: remote.repository,
      repositoryId: id,
      access: github.access,
      isRehearsal: remote.kind === "rehearsal",
      model: options.model ? createOpenAiModels({ key: openaiKey === "" ? null : openaiKey }) : null,
      overrides: { baseUrl: openaiBaseUrl || null, model: openaiModel || null },
      signal
    });
    const source = sourceOf2(remote);
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
function sourceOf2({ kind, sentence: sentence3, repository }) {
  if (kind === "remote") return sentence3;
  return REMOTE_TEXTS.rehearsalOnly(sentence3, repository);
}
var HELP20, doctor;
var init_doctor3 = __esm({
  "src/commands/doctor.ts"() {
    "use strict";
    init_openai_model();
    init_runner();
    init_sandbox();
    init_masked_record();
    init_program();
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
    HELP20 = `
${PROGRAM} doctor [options]

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
    doctor = { help: HELP20, run: run19 };
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
function adopted(state, { name, id }, at) {
  const { repository_id: _3, ...lock } = state.lock;
  const identity = id === null ? { repository: name } : { repository: name, repository_id: id };
  return {
    ...state,
    lock: { ...lock, ...identity, leases: {}, began_at: at },
    checkpoints: mapped(state.checkpoints, (checkpoint) => withoutPlaces(checkpoint)),
    alerts: { ...state.alerts, alerts: mapped(state.alerts.alerts, withoutIssue) },
    requests: {},
    status: withoutDashboard(state.status)
  };
}
function withoutDashboard({ dashboard: _3, ...status2 }) {
  return status2;
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
async function run20({ args, terminal }) {
  const { options, words: words2 } = readOptions(args, { ...REMOTE_OPTIONS, yes: "flag", json: "flag" });
  refuseWords(words2);
  return runForPerson(
    { terminal, options },
    (remote) => adoptState(remote, { by: loginName(), isSure: options.yes })
  );
}
var HELP21, adopt;
var init_adopt2 = __esm({
  "src/commands/adopt.ts"() {
    "use strict";
    init_runner();
    init_program();
    init_adopt();
    init_options();
    init_run_for_person();
    init_state_remote();
    HELP21 = `
${PROGRAM} adopt [options]

Takes over the state branch that came with a copy or a fork of a repository, so that the agent
goes on here from where it was there. First it only says what would stay and what would not;
with --yes it does it, in one commit with a line in the log. A repository that was renamed or
transferred needs no adoption.
${REMOTE_HELP}
  --yes                do it
  --json               print the result as one JSON document
`;
    adopt = { help: HELP21, run: run20 };
  }
});

// src/config/state/state-versions.ts
function otherVersions(files2) {
  return [...files2].flatMap(([path, text2]) => {
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
  const files2 = new Map([...stored].map(([path, { text: text2 }]) => [path, text2]));
  const held = heldGoals(files2.get("state/lock.json"));
  if (held.length > 0) return { isDone: false, detail: MIGRATE_TEXTS.held(held) };
  const [other] = otherVersions(files2);
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
async function run21({ args, terminal }) {
  const { options, words: words2 } = readOptions(args, { ...REMOTE_OPTIONS, json: "flag" });
  refuseWords(words2);
  return runForPerson({ terminal, options }, migrateState);
}
var HELP22, migrate;
var init_migrate2 = __esm({
  "src/commands/migrate.ts"() {
    "use strict";
    init_program();
    init_migrate();
    init_options();
    init_run_for_person();
    init_state_remote();
    HELP22 = `
${PROGRAM} migrate [options]

Checks whether the files of the state branch have the version that this program writes, and
says what to do if they do not. There is only version 1 so far, so nothing is ever changed.
It refuses while a run holds a lock.
${REMOTE_HELP}
  --json               print the result as one JSON document
`;
    migrate = { help: HELP22, run: run21 };
  }
});

// src/commands/dispatch.ts
init_nearest_name();
init_ending();
init_command_texts();

// src/commands/registry.ts
var COMMANDS = {
  init: {
    summary: "put Wakeful on the repository of this clone, as one branch to look at",
    load: async () => (await Promise.resolve().then(() => (init_init(), __toCommonJS(init_exports)))).init
  },
  update: {
    summary: "bring what init has installed to the newest release, as one branch to look at",
    load: async () => (await Promise.resolve().then(() => (init_update2(), __toCommonJS(update_exports)))).update
  },
  uninstall: {
    summary: "take Wakeful out of the repository of this clone",
    load: async () => (await Promise.resolve().then(() => (init_uninstall(), __toCommonJS(uninstall_exports)))).uninstall
  },
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
  why: {
    summary: "tell what led to a draft, a run, a goal, a due time or a task",
    load: async () => (await Promise.resolve().then(() => (init_why(), __toCommonJS(why_exports)))).why
  },
  page: {
    summary: "write a web page with all of it, for a browser",
    load: async () => (await Promise.resolve().then(() => (init_page(), __toCommonJS(page_exports)))).page
  },
  goals: {
    summary: "show the goals, when each is due next, and their limits",
    load: async () => (await Promise.resolve().then(() => (init_goals(), __toCommonJS(goals_exports)))).goals
  },
  show: {
    summary: "show what one goal would do next, and what the model would be asked",
    load: async () => (await Promise.resolve().then(() => (init_show(), __toCommonJS(show_exports)))).show
  },
  triggers: {
    summary: "show everything that can start it",
    load: async () => (await Promise.resolve().then(() => (init_triggers(), __toCommonJS(triggers_exports)))).triggers
  },
  validate: {
    summary: "check goal and settings files for mistakes",
    load: async () => (await Promise.resolve().then(() => (init_validate(), __toCommonJS(validate_exports)))).validate
  },
  recipes: {
    summary: "list goals that come with it for other repositories",
    load: async () => (await Promise.resolve().then(() => (init_recipes(), __toCommonJS(recipes_exports)))).recipes
  },
  add: {
    summary: "write one of these goals into the folder of goals",
    load: async () => (await Promise.resolve().then(() => (init_add(), __toCommonJS(add_exports)))).add
  },
  run: {
    summary: "ask for a goal: the next run works on it first",
    load: async () => (await Promise.resolve().then(() => (init_run2(), __toCommonJS(run_exports)))).run
  },
  pause: {
    summary: "pause one goal",
    load: async () => (await Promise.resolve().then(() => (init_pause2(), __toCommonJS(pause_exports)))).pause
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
  const [first2 = DEFAULT_COMMAND] = args;
  if (["help", "--help", "-h"].includes(first2)) return printOverview(terminal);
  const named2 = !first2.startsWith("-");
  const name = named2 ? first2 : DEFAULT_COMMAND;
  const rest = named2 ? args.slice(1) : args;
  const entry3 = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : void 0;
  if (entry3 === void 0) throw unknownCommand(name);
  const command = await entry3.load();
  if (asksForHelp(rest)) {
    print(terminal, `${command.help.trim()}

${EXIT_CODES_HELP}
`);
    return 0;
  }
  return command.run({ args: rest, terminal });
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
    OVERVIEW_TEXTS.init,
    OVERVIEW_TEXTS.rehearse,
    OVERVIEW_TEXTS.any,
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

export {
  PULL_REQUEST,
  previewGoals,
  init_goals_preview2 as init_goals_preview,
  RECORD_FILE,
  readRecord,
  init_record_file,
  look,
  init_observe,
  npmOrigin,
  init_npm_origin,
  COMMENT_TEXTS,
  init_request_texts,
  readForPerson,
  init_command_context,
  serveRequest,
  init_serve_request,
  switchMarkdown,
  init_switch_text,
  recordStops,
  init_stop_record,
  stopAgent,
  init_stop_agent,
  resumeAgent,
  init_resume_agent,
  dispatch2 as dispatch
};
