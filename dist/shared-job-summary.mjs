import {
  init_job_log,
  init_say,
  jobLogLine,
  jobProgressLine,
  report,
  say
} from "./shared-job-log.mjs";
import {
  EXIT_NEEDS_PERSON,
  headline,
  headlineWords,
  init_command,
  init_headline,
  init_live_world,
  openLiveWorld,
  ownDetail
} from "./shared-work-folders.mjs";
import {
  alertCauseOf,
  codeSpan,
  endingLabel,
  endingWords,
  init_effect_words,
  init_ending_words,
  init_goal_alerts,
  init_log_list,
  init_markdown,
  init_next_due,
  init_own_event,
  init_stop,
  inlineText,
  isOpenToAll,
  link,
  logList,
  nextDueWords,
  receiptWords,
  stopReason
} from "./shared-noble-hashes.mjs";
import {
  ENDINGS,
  Halt,
  branchUrl,
  count,
  dollarWords,
  endingUrl,
  figure,
  fullStop,
  init_display_width,
  init_ending,
  init_github_pages,
  init_masked_record,
  init_sentences,
  issueUrl,
  listWords,
  maskedRecord,
  plainLine,
  runUrl,
  sentence,
  shortTime,
  variablesUrl
} from "./shared-get-east-asian-width.mjs";
import {
  init_plain_http,
  isOpenToOthers
} from "./shared-plain-http.mjs";
import {
  cutText,
  fallback,
  init_dist,
  init_plain_text,
  nullable,
  number,
  object,
  optional,
  parse,
  safeParse,
  string
} from "./shared-valibot.mjs";
import {
  __esm,
  __export,
  __toCommonJS
} from "./shared-runtime.mjs";

// node_modules/@actions/github/lib/context.js
import { readFileSync, existsSync } from "fs";
import { EOL } from "os";
var Context;
var init_context = __esm({
  "node_modules/@actions/github/lib/context.js"() {
    Context = class {
      /**
       * Hydrate the context from the environment
       */
      constructor() {
        var _a, _b, _c;
        this.payload = {};
        if (process.env.GITHUB_EVENT_PATH) {
          if (existsSync(process.env.GITHUB_EVENT_PATH)) {
            this.payload = JSON.parse(readFileSync(process.env.GITHUB_EVENT_PATH, { encoding: "utf8" }));
          } else {
            const path = process.env.GITHUB_EVENT_PATH;
            process.stdout.write(`GITHUB_EVENT_PATH ${path} does not exist${EOL}`);
          }
        }
        this.eventName = process.env.GITHUB_EVENT_NAME;
        this.sha = process.env.GITHUB_SHA;
        this.ref = process.env.GITHUB_REF;
        this.workflow = process.env.GITHUB_WORKFLOW;
        this.action = process.env.GITHUB_ACTION;
        this.actor = process.env.GITHUB_ACTOR;
        this.job = process.env.GITHUB_JOB;
        this.runAttempt = parseInt(process.env.GITHUB_RUN_ATTEMPT, 10);
        this.runNumber = parseInt(process.env.GITHUB_RUN_NUMBER, 10);
        this.runId = parseInt(process.env.GITHUB_RUN_ID, 10);
        this.apiUrl = (_a = process.env.GITHUB_API_URL) !== null && _a !== void 0 ? _a : `https://api.github.com`;
        this.serverUrl = (_b = process.env.GITHUB_SERVER_URL) !== null && _b !== void 0 ? _b : `https://github.com`;
        this.graphqlUrl = (_c = process.env.GITHUB_GRAPHQL_URL) !== null && _c !== void 0 ? _c : `https://api.github.com/graphql`;
      }
      get issue() {
        const payload = this.payload;
        return Object.assign(Object.assign({}, this.repo), { number: (payload.issue || payload.pull_request || payload).number });
      }
      get repo() {
        if (process.env.GITHUB_REPOSITORY) {
          const [owner, repo] = process.env.GITHUB_REPOSITORY.split("/");
          return { owner, repo };
        }
        if (this.payload.repository) {
          return {
            owner: this.payload.repository.owner.login,
            repo: this.payload.repository.name
          };
        }
        throw new Error("context.repo requires a GITHUB_REPOSITORY environment variable like 'owner/repo'");
      }
    };
  }
});

// node_modules/@actions/github/lib/github.js
var context;
var init_github = __esm({
  "node_modules/@actions/github/lib/github.js"() {
    init_context();
    context = new Context();
  }
});

// src/adapters/actions/runner-facts.ts
function runnerFacts() {
  const missing = NEEDED.filter((name) => text(name) === "");
  if (missing.length > 0) {
    const detail = `This is what GitHub Actions starts, and ${missing.join(", ")} is not set. By hand, start the command line beside it: dist/cli.mjs.`;
    throw new Halt("bad_settings", detail);
  }
  return {
    repository: text("GITHUB_REPOSITORY"),
    repositoryId: Number(/^[1-9]\d{0,14}$/.exec(text("GITHUB_REPOSITORY_ID"))?.[0] ?? Number.NaN) || void 0,
    papers: text("GITHUB_ACTION_REPOSITORY") || void 0,
    runId: context.runId,
    attempt: context.runAttempt,
    workflow: workflowFile(text("GITHUB_WORKFLOW_REF")),
    event: context.eventName,
    actor: text("GITHUB_ACTOR"),
    triggeringActor: text("GITHUB_TRIGGERING_ACTOR"),
    apiUrl: context.apiUrl.replace(/\/+$/, ""),
    serverUrl: context.serverUrl.replace(/\/+$/, ""),
    refName: text("GITHUB_REF_NAME"),
    workspace: text("GITHUB_WORKSPACE"),
    temp: text("RUNNER_TEMP") || null,
    payload: context.payload
  };
}
function traceVariables() {
  const own = Object.entries(process.env).filter(([name]) => name.startsWith("OTEL_"));
  const isWanted = own.some(([name, value]) => name.endsWith("_ENDPOINT") && value?.trim());
  return isWanted ? Object.fromEntries(own) : null;
}
function givenInput(name) {
  return process.env[`INPUT_${name.toUpperCase()}`];
}
function text(name) {
  return process.env[name] ?? "";
}
function workflowFile(ref) {
  return /\/\.github\/workflows\/([^/@]+)@/.exec(ref)?.[1] ?? null;
}
var NEEDED;
var init_runner_facts = __esm({
  "src/adapters/actions/runner-facts.ts"() {
    "use strict";
    init_github();
    init_ending();
    NEEDED = ["GITHUB_REPOSITORY", "GITHUB_RUN_ID", "GITHUB_RUN_ATTEMPT", "GITHUB_EVENT_NAME"];
  }
});

// src/config/github/run-cause.ts
function orNull(schema) {
  return fallback(nullable(schema), null);
}
function readRunCause(facts, given) {
  const parsed = safeParse(Payload, given);
  const payload = parsed.success ? parsed.output : parse(Payload, NOTHING);
  const actor = payload.sender?.login ?? facts.actor;
  const cause = {
    event: facts.event,
    action: payload.action,
    actor,
    startedAgainBy: facts.attempt > 1 ? facts.triggeringActor || actor : null,
    cron: facts.event === "schedule" ? payload.schedule : null,
    branch: branchOf(payload),
    commit: commitOf(payload),
    isForks: isOfFork(payload),
    association: associationOf(payload, actor)
  };
  const { repository } = payload;
  return {
    cause,
    defaultBranch: repository?.default_branch ?? null,
    // GitHub says 0 of what it has not counted yet, such as a new copy of a large repository.
    kilobytes: repository?.size || null
  };
}
function branchOf(payload) {
  const head = payload.pull_request?.head ?? null;
  if (head !== null) {
    return head.repo?.full_name === payload.repository?.full_name ? head.ref : null;
  }
  const ref = payload.ref?.startsWith("refs/") === true ? headOf(payload.ref) : payload.ref;
  if (isOfFork(payload)) return ref;
  return ref ?? payload.workflow_run?.head_branch ?? payload.check_suite?.head_branch ?? payload.deployment?.ref ?? null;
}
function commitOf(payload) {
  return payload.check_suite?.head_sha ?? payload.deployment?.sha ?? payload.workflow_run?.head_sha ?? null;
}
function isOfFork(payload) {
  if (payload.check_suite !== null && payload.check_suite.head_branch === null) return true;
  if (/^(?:refs\/)?pull\/\d/.test(payload.deployment?.ref ?? "")) return true;
  const head = payload.workflow_run?.head_repository;
  return head !== void 0 && (head === null || head.full_name !== payload.repository?.full_name);
}
function headOf(ref) {
  return ref.startsWith("refs/heads/") ? ref.slice("refs/heads/".length) : null;
}
function associationOf(payload, actor) {
  const thing = payload.comment ?? payload.review ?? payload.pull_request ?? payload.issue ?? payload.discussion;
  return thing?.user?.login === actor ? thing.author_association : null;
}
var Login, Thing, Run, Payload, NOTHING;
var init_run_cause = __esm({
  "src/config/github/run-cause.ts"() {
    "use strict";
    init_dist();
    Login = object({ login: string() });
    Thing = object({ user: orNull(Login), author_association: orNull(string()) });
    Run = object({
      head_branch: orNull(string()),
      head_sha: orNull(string()),
      /** Null: the fork is gone. */
      head_repository: optional(orNull(object({ full_name: string() })))
    });
    Payload = object({
      action: orNull(string()),
      sender: orNull(Login),
      ref: orNull(string()),
      schedule: orNull(string()),
      repository: orNull(
        object({
          full_name: orNull(string()),
          default_branch: orNull(string()),
          size: optional(orNull(number()))
        })
      ),
      pull_request: orNull(
        object({
          ...Thing.entries,
          head: orNull(object({ ref: orNull(string()), repo: orNull(object({ full_name: string() })) }))
        })
      ),
      comment: orNull(Thing),
      review: orNull(Thing),
      issue: orNull(Thing),
      discussion: orNull(Thing),
      workflow_run: orNull(Run),
      check_suite: orNull(Run),
      deployment: orNull(object({ ref: orNull(string()), sha: orNull(string()) }))
    });
    NOTHING = Object.fromEntries(Object.keys(Payload.entries).map((name) => [name, null]));
  }
});

// src/commands/action/runner-world.ts
async function openRunnerWorld(call) {
  const { facts, inputs } = call;
  const { cause, defaultBranch, kilobytes } = readRunCause(facts, facts.payload);
  const said = [];
  const live = await openLiveWorld(
    {
      ...facts,
      token: inputs.githubToken,
      draftToken: inputs.draftToken,
      // A schedule runs on the default branch and nowhere else.
      defaultBranch: defaultBranch ?? (facts.event === "schedule" ? facts.refName : null),
      kilobytes
    },
    {
      log: {
        line(entry) {
          said.push(entry);
          if (entry.level !== "debug") say(call, jobLogLine(entry));
        },
        progress: (progress) => say(call, jobProgressLine(progress))
      },
      openaiKey: inputs.openaiKey || null,
      temp: facts.temp
    }
  );
  return { ...live, cause, said };
}
function runOrder({
  facts,
  inputs,
  secrets,
  cancel
}) {
  const run = { id: String(facts.runId), attempt: String(facts.attempt) };
  return {
    // Jobs of a matrix share the run: each is a wake of its own, and GitHub tells its job by the goal in its name.
    wake: {
      id: [run.id, run.attempt, ...inputs.runGoal === null ? [] : [inputs.runGoal]].join("-"),
      url: runUrl(facts, run)
    },
    repository: facts.repository,
    repositoryId: facts.repositoryId,
    serverUrl: facts.serverUrl,
    papers: facts.papers,
    stop: inputs.stop,
    minutes: inputs.minutes,
    beginsWithOneGoal: true,
    cancel,
    secrets
  };
}
var init_runner_world = __esm({
  "src/commands/action/runner-world.ts"() {
    "use strict";
    init_run_cause();
    init_job_log();
    init_github_pages();
    init_live_world();
    init_say();
  }
});

// src/core/trigger.ts
function triggerOf(cause, order) {
  const goals = order.goal === null ? [] : [order.goal];
  const reason = order.reason === "" ? causeWords(cause) : order.reason;
  const person = personBehind(cause, goals.length > 0);
  if (person !== null) return { kind: "person", by: person, reason, goals };
  if (cause.event === "schedule") return { kind: "schedule", by: "the schedule", reason, goals };
  const by = cause.actor === "" ? cause.event : cause.actor;
  if (DISPATCHES.has(cause.event)) return { kind: "event", by, reason, goals };
  const event = {
    name: cause.event,
    actor: cause.actor,
    ...cause.branch === null ? {} : { branch: cause.branch },
    ...cause.commit === null ? {} : { commit: cause.commit },
    ...cause.isForks ? { isForks: true } : {},
    ...order.mayWrite === null ? {} : { isTrusted: order.mayWrite }
  };
  return { kind: "event", by, reason, goals, event };
}
function personBehind(cause, isGoalNamed) {
  if (cause.startedAgainBy !== null && !isProgram(cause.startedAgainBy)) return cause.startedAgainBy;
  const isPersons = cause.event === "workflow_dispatch" && (isGoalNamed || !isProgram(cause.actor));
  return isPersons ? cause.actor : null;
}
function isProgram(login) {
  return login === "" || login.endsWith("[bot]");
}
function causeWords({ event, action, cron, branch, startedAgainBy }) {
  const again = startedAgainBy === null ? "" : ", started again";
  if (cron !== null) return `cron ${cron}${again}`;
  const what = action === null ? event : `${event} ${action}`;
  return branch === null ? `${what}${again}` : `${what} on ${branch}${again}`;
}
function authorToCheck({
  event,
  actor,
  association
}) {
  if (!isOpenToAll(event)) return null;
  if (actor === "" || OUTSIDERS.has(association ?? "")) return "outsider";
  return { login: actor };
}
var DISPATCHES, OUTSIDERS;
var init_trigger = __esm({
  "src/core/trigger.ts"() {
    "use strict";
    init_own_event();
    DISPATCHES = /* @__PURE__ */ new Set(["workflow_dispatch", "repository_dispatch"]);
    OUTSIDERS = /* @__PURE__ */ new Set([
      "NONE",
      "FIRST_TIMER",
      "FIRST_TIME_CONTRIBUTOR",
      "CONTRIBUTOR",
      "MANNEQUIN"
    ]);
  }
});

// src/report/job/annotations.ts
function annotationsOf(input) {
  const { result, verdict } = input;
  const kind = verdict === "needs_person" ? "error" : "warning";
  const first = endingNote(input);
  const news = result.alerts.filter(({ opened }) => opened).map((alert) => alertNote(alert, input.site));
  return [
    ...first,
    ...problemNotes(result.problems, { kind, beside: first.length }),
    ...cut(news, MOST_OF_A_KIND, "alert")
  ];
}
function problemNotes(problems2, { kind, beside }) {
  const notes = problems2.map((problem) => problemNote(problem, kind));
  return cut(notes, MOST_OF_A_KIND - beside, "problem");
}
function endingNote({ result, verdict, site }) {
  const { level } = ENDINGS[result.ending];
  if (verdict === "fine" && level === "info") return [];
  const title = `Wakeful: ${headlineWords(result)}`;
  const words = sentence(cutText(result.detail, MESSAGE_LENGTH)) || sentence(endingWords(result.ending));
  const kind = { fine: "notice", needs_person: "error", told_before: "warning" };
  const known = verdict === "told_before" ? ` An open issue says so already: ${issuesOf(result, site)}.` : "";
  return [note({ kind: kind[verdict], title, message: `${words}${known}` })];
}
function issuesOf({ alerts: alerts2 }, site) {
  const urls = alerts2.flatMap(({ issue }) => issue === null ? [] : [issueUrl(site, issue)]);
  return listWords([...new Set(urls)]);
}
function problemNote(problem, kind) {
  const { file, line, column, message } = problem;
  const isSettings = file === ".github/wakeful.yml";
  const title = isSettings ? "The settings file is not valid" : "The goal file is not valid";
  return {
    ...note({ kind, title, message: cutText(message, MESSAGE_LENGTH) }),
    place: { file, line, column }
  };
}
function alertNote({ title, issue }, site) {
  const where = issue === null ? "" : ` See ${issueUrl(site, issue)}.`;
  return note({
    kind: "notice",
    title: "New alert",
    message: `${sentence(cutText(title, MESSAGE_LENGTH))}${where}`
  });
}
function note({ kind, title, message }) {
  return { kind, title, message: plainLine(message), place: null };
}
function cut(notes, most, noun) {
  if (notes.length <= most) return notes;
  const shown = notes.slice(0, most - 1);
  const [first] = notes;
  if (first === void 0) return shown;
  const message = `And ${count(notes.length - shown.length, `more ${noun}`)}: see the job summary.`;
  return [...shown, note({ kind: first.kind, title: first.title, message })];
}
var MOST_OF_A_KIND, MESSAGE_LENGTH;
var init_annotations = __esm({
  "src/report/job/annotations.ts"() {
    "use strict";
    init_ending();
    init_plain_text();
    init_display_width();
    init_ending_words();
    init_github_pages();
    init_headline();
    init_sentences();
    MOST_OF_A_KIND = 10;
    MESSAGE_LENGTH = 2e3;
  }
});

// src/core/health/verdict.ts
function verdictOf(facts) {
  if (ENDINGS[facts.ending].exitCode === 0) return "fine";
  const faults = faultsOf(facts);
  const isKnownBefore = faults.length > 0 && faults.every((fault) => hasOldAlert(facts, fault));
  return isKnownBefore ? "told_before" : "needs_person";
}
function faultsOf({ ending, goals, problems: problems2 }) {
  const ofGoals = goals.filter((goal) => ENDINGS[goal.ending].exitCode !== 0).map(
    ({ goal, ending: cause }) => cause === "bad_state_file" ? { goal: null, cause } : { goal, cause: alertCauseOf(cause) }
  );
  const ofFiles = problems2.map(({ goal }) => ({ goal, cause: goal === null ? "bad_settings" : "bad_goal" }));
  const ofState = ending === "bad_state_file" ? [{ goal: null, cause: ending }] : [];
  return [...ofGoals, ...ofFiles, ...ofState];
}
function hasOldAlert({ alerts: alerts2 }, { goal, cause }) {
  return alerts2.some(
    (alert) => alert.goal === goal && alert.cause === cause && (alert.issue !== null || alert.known) && !alert.opened
  );
}
var init_verdict = __esm({
  "src/core/health/verdict.ts"() {
    "use strict";
    init_ending();
    init_goal_alerts();
  }
});

// src/report/job/action-outputs.ts
function actionOutputs(result, site) {
  const drafts = result.goals.flatMap(
    ({ goal, drafts: own }) => own.map(({ title, branch, number: number2, url, complete }) => ({ goal, title, branch, number: number2, url, complete }))
  );
  const alerts2 = result.alerts.map(({ goal, cause, title, issue, opened }) => {
    const url = issue === null ? null : issueUrl(site, issue);
    return { goal, cause, title, issue, url, opened };
  });
  const spent = result.goals.map((goal) => goal.spent);
  const tokens = spent.reduce((sum, each) => sum + each.tokens, 0);
  const usdMicros = spent.reduce((sum, each) => sum + each.usdMicros, 0);
  return {
    ending: result.ending,
    drafts: JSON.stringify(drafts),
    alerts: JSON.stringify(alerts2),
    tokens: String(tokens),
    usd: (usdMicros / 1e6).toFixed(6),
    "next-due": result.nextDue?.at ?? "",
    deferred: JSON.stringify(result.deferred)
  };
}
var init_action_outputs = __esm({
  "src/report/job/action-outputs.ts"() {
    "use strict";
    init_github_pages();
  }
});

// src/report/job/health-check-words.ts
function healthCheckWords(failure) {
  return `The service behind health-check-url was not told that this run was well: ${why(failure)} Nothing else follows from that.`;
}
function why(failure) {
  switch (failure.kind) {
    case "not_an_address":
      return "its value is no web address. Write one such as https://hc-ping.com/<uuid> into the secret.";
    case "open_http":
      return "its address is plain http:// to a host outside the local network, so anybody could read it. Write https://.";
    case "status":
      return `it answered with status ${failure.status}.`;
    case "unreachable":
      return "it could not be reached within 5 seconds.";
  }
}
var init_health_check_words = __esm({
  "src/report/job/health-check-words.ts"() {
    "use strict";
  }
});

// src/report/job/work-done.ts
function goalTable(goals, site) {
  if (goals.length === 0) return "";
  const why2 = goals.slice(0, SUMMARY_ROWS).filter(({ ending, detail }) => ending !== "worked" && detail !== "").map(({ goal, detail }) => `- ${codeSpan(goal)}: ${plainSentence(detail)}`);
  const rows = goals.map((goal) => goalRow(goal, site));
  const table = [GOAL_HEAD, "|---|---|---|--:|--:|--:|--:|", ...cutLines(rows, "goal")].join("\n");
  return [table, why2.join("\n")].filter((text2) => text2 !== "").join("\n\n");
}
function goalRow({ goal, title, slot, ending, items, spent }, site) {
  const cells = [
    `${inlineText(cutText(title, TITLE_LENGTH))} (${codeSpan(goal)})`,
    slot === null ? "–" : shortTime(slot),
    link(endingLabel(ending), endingUrl(site, ending)),
    `${figure(items.done)}/${figure(items.total)}`,
    figure(spent.calls),
    figure(spent.tokens),
    dollarWords(spent)
  ];
  return `| ${cells.join(" | ")} |`;
}
function draftLines(goals) {
  const all = goals.flatMap(({ goal, drafts: own }) => own.map((draft) => draftLine(goal, draft)));
  return cutLines(all, "draft").join("\n");
}
function draftLine(goal, draft) {
  const number2 = draft.number === null ? "Not opened yet" : `#${draft.number}`;
  const title = cutText(draft.title, TITLE_LENGTH);
  const name = draft.number === null ? `${number2}: ${inlineText(title)}` : link(`${number2} ${title}`, draft.url);
  const state = draft.complete ? "" : ", incomplete";
  return `- ${name} (${codeSpan(goal)}, ${sizeWords(draft)}${state}), branch ${codeSpan(draft.branch)}`;
}
function sizeWords({ files }) {
  if (files === null) return "with the change of an earlier run";
  const added = files.reduce((sum, file) => sum + file.added, 0);
  const removed = files.reduce((sum, file) => sum + file.removed, 0);
  return `${count(files.length, "file")}, +${figure(added)} −${figure(removed)}`;
}
function effectLines(goals) {
  const all = goals.flatMap(
    ({ goal, effects }) => effects.map((effect) => `- ${link(receiptWords(effect), effect.url)} (${codeSpan(goal)})`)
  );
  return cutLines(all, "effect").join("\n");
}
function cutLines(lines, noun) {
  const more = lines.length - SUMMARY_ROWS;
  if (more <= 0) return lines;
  const rest = `${count(more, `more ${noun}`)}`;
  const isTable = lines[0]?.startsWith("|") === true;
  return [...lines.slice(0, SUMMARY_ROWS), isTable ? `| ${rest} |` : `- And ${rest}.`];
}
function plainWords(text2) {
  return inlineText(cutText(text2, SENTENCE_LENGTH));
}
function plainSentence(text2) {
  return inlineText(sentence(cutText(text2, SENTENCE_LENGTH)));
}
var SUMMARY_ROWS, TITLE_LENGTH, SENTENCE_LENGTH, GOAL_HEAD;
var init_work_done = __esm({
  "src/report/job/work-done.ts"() {
    "use strict";
    init_plain_text();
    init_effect_words();
    init_ending_words();
    init_github_pages();
    init_markdown();
    init_sentences();
    SUMMARY_ROWS = 100;
    TITLE_LENGTH = 120;
    SENTENCE_LENGTH = 1e3;
    GOAL_HEAD = "| Goal | Due (UTC) | Result | Tasks | Calls | Tokens | Spent |";
  }
});

// src/report/job/job-summary.ts
function jobSummary(input) {
  const { result } = input;
  const sections = [
    `## ${inlineText(fullStop(headline(result)).slice(0, -1))}`,
    opening(input),
    result.ending === "stopped" ? howToResume(input) : "",
    section("What was done", goalTable(result.goals, input.site)),
    section("Drafts", draftLines(result.goals)),
    section("Issues", effectLines(result.goals)),
    section("Alerts", alerts(input)),
    section("Problems in files", problems(result)),
    section("Log", log(input)),
    closing(input)
  ];
  return `${sections.filter((text2) => text2 !== "").join("\n\n")}
`;
}
function section(title, text2) {
  return text2 === "" ? "" : `### ${title}

${text2}`;
}
function opening({ result, verdict, trigger, now, site }) {
  const { by, reason } = trigger;
  const lines = [
    ownDetail(result) === "" ? "" : plainSentence(result.detail),
    verdict === "told_before" ? KNOWN_BEFORE : "",
    `Started by ${plainWords(by)}: ${fullStop(plainWords(reason))}`,
    nextDue(result, now),
    `Ending: ${codeSpan(result.ending)} (${link("what it means", endingUrl(site, result.ending))}).`
  ];
  return lines.filter((line) => line !== "").join("\n\n");
}
function nextDue({ nextDue: next }, now) {
  if (next === null) return "";
  return nextDueWords({ name: codeSpan(next.goal), at: next.at }, now);
}
function howToResume({ stop, site, result }) {
  if (stop !== "") {
    const where = link("a repository variable", variablesUrl(site));
    return [
      `**Why:** ${stopReason(plainWords(stop))}`,
      `**To resume:** delete the variable \`WAKEFUL_STOP\` (it is ${where}, or one of the organisation), or write the comment \`/wakeful resume\` on any issue. Any value of it stops the agent, even \`false\`.`
    ].join("\n\n");
  }
  const branch = stateBranchLink(result, site);
  return `**To resume:** write the comment \`/wakeful resume\` on any issue, or delete \`state/STOP\` on ${branch}.`;
}
function stateBranchLink({ stateBranch }, site) {
  if (stateBranch === null) return "the state branch";
  return `the branch ${link(stateBranch, branchUrl(site, stateBranch))}`;
}
function alerts({ result, site }) {
  return cutLines(
    result.alerts.map((alert) => alertLine(alert, site)),
    "alert"
  ).join("\n");
}
function alertLine({ title, issue, opened, known }, site) {
  const words = inlineText(cutText(title, TITLE_LENGTH));
  if (issue === null && known)
    return `- ${words}: this repository has no issues, so it is told here and in the status.`;
  if (issue === null) return `- ${words}: the issue could not be opened yet. A later run tries again.`;
  const state = known ? ", closed by a person" : opened ? ", **new**" : "";
  return `- ${words} (${link(`#${issue}`, issueUrl(site, issue))}${state})`;
}
function problems({ problems: all }) {
  const shown = all.slice(0, PROBLEMS).map(({ file, line, column, message }) => {
    return `- ${codeSpan(`${cutText(file, TITLE_LENGTH)}:${line}:${column}`)} ${plainWords(message)}`;
  });
  const more = all.length - shown.length;
  return [...shown, ...more > 0 ? [`- And ${count(more, "more problem")}.`] : []].join("\n");
}
function log({ log: lines }) {
  const shown = logList(lines.slice(-LOG_LINES));
  const more = lines.length - LOG_LINES;
  return more > 0 ? `The last ${LOG_LINES} of ${figure(lines.length)} lines:

${shown}` : shown;
}
function closing({ result, site }) {
  if (result.stateBranch === null) return "";
  return `The status and the whole log are on ${stateBranchLink(result, site)}.`;
}
var PROBLEMS, LOG_LINES, KNOWN_BEFORE;
var init_job_summary = __esm({
  "src/report/job/job-summary.ts"() {
    "use strict";
    init_stop();
    init_plain_text();
    init_log_list();
    init_github_pages();
    init_headline();
    init_markdown();
    init_next_due();
    init_sentences();
    init_work_done();
    PROBLEMS = 50;
    LOG_LINES = 60;
    KNOWN_BEFORE = "This needs you. The open issues below say so already, so the job is green and nobody is mailed again.";
  }
});

// src/adapters/actions/health-check.ts
var health_check_exports = {};
__export(health_check_exports, {
  tellHealthCheck: () => tellHealthCheck
});
async function tellHealthCheck(address, timeoutMs = TIMEOUT_MS) {
  if (!URL.canParse(address) || !/^https?:/i.test(address)) return { kind: "not_an_address" };
  if (isOpenToOthers(address)) return { kind: "open_http" };
  try {
    const answer = await fetch(address, { redirect: "manual", signal: AbortSignal.timeout(timeoutMs) });
    await answer.body?.cancel();
    return answer.ok ? null : { kind: "status", status: answer.status };
  } catch {
    return { kind: "unreachable" };
  }
}
var TIMEOUT_MS;
var init_health_check = __esm({
  "src/adapters/actions/health-check.ts"() {
    "use strict";
    init_plain_http();
    TIMEOUT_MS = 5e3;
  }
});

// src/commands/action/report-wake.ts
var report_wake_exports = {};
__export(report_wake_exports, {
  tellWake: () => tellWake
});
async function tellWake(call, wake) {
  const { facts, inputs, mask } = call;
  const { result } = wake;
  const verdict = verdictOf(result);
  say(call, `${headline(result)} ${ownDetail(result)}`.trim());
  const outputs = actionOutputs(result, facts);
  const { serverUrl, repository, papers } = facts;
  const said = maskedRecord({ ...wake, stop: inputs.stop, site: { serverUrl, repository, papers } }, mask);
  await report(call, {
    outputs,
    notes: annotationsOf({ ...said, verdict }),
    summary: jobSummary({ ...said, verdict })
  });
  if (verdict === "needs_person") return EXIT_NEEDS_PERSON;
  await tellOutside(call);
  return 0;
}
async function tellOutside(call) {
  const { healthCheck } = call.inputs;
  if (healthCheck === "") return;
  const { tellHealthCheck: tellHealthCheck2 } = await Promise.resolve().then(() => (init_health_check(), __toCommonJS(health_check_exports)));
  const failure = await tellHealthCheck2(healthCheck);
  if (failure !== null) say(call, healthCheckWords(failure));
}
var init_report_wake = __esm({
  "src/commands/action/report-wake.ts"() {
    "use strict";
    init_masked_record();
    init_verdict();
    init_action_outputs();
    init_annotations();
    init_health_check_words();
    init_job_summary();
    init_headline();
    init_command();
    init_say();
  }
});

export {
  runnerFacts,
  traceVariables,
  givenInput,
  init_runner_facts,
  openRunnerWorld,
  runOrder,
  init_runner_world,
  triggerOf,
  authorToCheck,
  init_trigger,
  problemNotes,
  init_annotations,
  tellWake,
  report_wake_exports,
  init_report_wake
};
