import {
  init_annotations,
  init_report_wake,
  init_runner_facts,
  init_runner_world,
  init_trigger,
  openRunnerWorld,
  problemNotes,
  runOrder,
  tellWake,
  traceVariables,
  triggerOf
} from "./shared-job-summary.mjs";
import {
  harmlessLine,
  init_job_log,
  init_say,
  report,
  say
} from "./shared-job-log.mjs";
import {
  COMMENT_TEXTS,
  PULL_REQUEST,
  RECORD_FILE,
  dispatch,
  init_command_context,
  init_goals_preview,
  init_observe,
  init_record_file,
  init_request_texts,
  init_resume_agent,
  init_serve_request,
  init_stop_agent,
  init_stop_record,
  init_switch_text,
  look,
  previewGoals,
  readForPerson,
  readRecord,
  recordStops,
  resumeAgent,
  serveRequest,
  stopAgent,
  switchMarkdown
} from "./shared-page-parts.mjs";
import {
  COMMENT_FORMS,
  Deadline,
  EXIT_NEEDS_PERSON,
  commentAnswer,
  commentProblems,
  emptyResult,
  init_action_problems,
  init_command,
  init_deadline,
  init_wake_result,
  notCommentEvent,
  notIssueEdit
} from "./shared-work-folders.mjs";
import "./shared-sandbox-texts.mjs";
import "./shared-progress.mjs";
import {
  AGENT,
  ANSWER_LENGTH,
  BOX_TEXTS,
  REASON_LENGTH,
  RELEASE_NAME,
  RaisedAlerts,
  STOP_FILE,
  VERSION,
  WAKE_WORKFLOW,
  WATCHDOG_WORKFLOW,
  agentAlertsInLine,
  alertResults,
  boxName,
  compareVersions,
  init_alert_results,
  init_alert_state,
  init_alerts_lease,
  init_box,
  init_box_texts,
  init_dashboard,
  init_dashboard_text,
  init_holder,
  init_lease,
  init_left_work,
  init_mask_foot,
  init_open_ledger,
  init_prepare_ledger,
  init_raised_alerts,
  init_read_dashboard,
  init_read_state,
  init_request,
  init_state_branch_alert,
  init_versions,
  init_waiting_boxes,
  init_workflows,
  isHolderGone,
  isLeaseOverdue,
  maskedAboveFoot,
  newlyTicked,
  notBegun,
  oneLine,
  openLedger,
  prepareLedger,
  raiseStateAlert,
  readDashboard,
  textOf,
  tickId,
  ticksIn,
  withAnswer
} from "./shared-re2js.mjs";
import "./shared-meter.mjs";
import {
  STOP_VARIABLE,
  asHalt,
  createMask,
  digest,
  hiddenMarker,
  init_digest,
  init_halt,
  init_markdown,
  init_marker,
  init_mask,
  init_mask_deep,
  init_stop,
  inlineText,
  maskResult,
  readMarker,
  renderWithin,
  stopReason
} from "./shared-noble-hashes.mjs";
import {
  DAY_MS,
  ENDINGS,
  HOUR_MS,
  Halt,
  init_ending,
  init_github_pages,
  init_masked_record,
  init_sentences,
  init_time,
  isoTime,
  listWords,
  longTime,
  maskedRecord,
  repositoryUrl,
  sentence,
  worstEnding
} from "./shared-get-east-asian-width.mjs";
import "./shared-yaml.mjs";
import {
  init_nearest_name,
  init_problem,
  nearestName,
  problemSentence
} from "./shared-inputs.mjs";
import "./shared-plain-http.mjs";
import {
  getDotPath,
  init_dist,
  isoTimestamp,
  looseObject,
  minValue,
  nullable,
  nullish,
  number,
  optional,
  pipe,
  safeInteger,
  safeParse,
  string
} from "./shared-valibot.mjs";
import {
  init_masked,
  masked
} from "./shared-masked.mjs";
import "./shared-runtime.mjs";

// src/commands/action/preview.ts
init_ending();
init_masked();
init_annotations();
init_goals_preview();
init_command();
init_say();
import { existsSync } from "node:fs";
import { resolve } from "node:path";
async function previewOnRunner(call) {
  const { facts, inputs, cancel, mask } = call;
  const folder = resolve(facts.workspace, inputs.folder);
  if (!existsSync(folder)) {
    const right = "check the pull request out there first, with fetch-depth: 2";
    throw new Halt("bad_settings", `folder: there is no ${inputs.folder} in the workspace; ${right}.`);
  }
  const { markdown, problems } = await previewGoals({ folder, mask, ...PULL_REQUEST }, cancel);
  const notes = problemNotes(
    problems.map(({ hint, message, ...place }) => {
      return { ...place, message: hint === "" ? message : masked`${message}; ${hint}` };
    }),
    { kind: "error", beside: 0 }
  );
  const outputs = { ending: problems.length === 0 ? "no_change" : "bad_goal" };
  await report(call, { outputs, notes, summary: markdown });
  return problems.length === 0 ? 0 : EXIT_NEEDS_PERSON;
}

// src/commands/action/rehearse.ts
init_say();
var WIDTH = 100;
async function rehearseOnRunner(call) {
  const { inputs, facts, mask, secrets } = call;
  const lines = [];
  const output = (keep) => ({
    write(text) {
      if (keep) lines.push(text);
      for (const line of text.replace(/\n$/, "").split("\n")) say(call, line);
    },
    isTerminal: false,
    width: WIDTH
  });
  const stop = inputs.stop === "" ? [] : ["--stop", inputs.stop];
  const terminal = {
    out: output(true),
    err: output(false),
    folder: facts.workspace,
    program: "npm start --",
    home: "",
    ask: null,
    isPlain: true,
    mask,
    secrets
  };
  const code = await dispatch(["rehearse", ...stop], terminal);
  const quoted = lines.join("").trimEnd().split("\n").map((line) => `    ${line}`);
  const summary = `## A rehearsal

${quoted.join("\n")}
`;
  await report(call, { outputs: {}, notes: [], summary });
  return code;
}

// src/commands/action/request.ts
init_ending();

// src/config/github/tick-event.ts
init_dist();
init_action_problems();
var Account = nullish(looseObject({ login: string(), type: optional(string(), "User") }), null);
var IssueEvent = looseObject({
  action: string(),
  issue: looseObject({
    number: pipe(number(), safeInteger(), minValue(1)),
    body: nullish(string(), ""),
    updated_at: pipe(string(), isoTimestamp())
  }),
  /** Only what was changed is in there. */
  changes: optional(
    looseObject({ body: optional(looseObject({ from: nullish(string(), "") })) })
  ),
  sender: Account
});
function readTickEvent(payload) {
  const read = safeParse(IssueEvent, payload);
  if (!read.success) return { kind: "wrong", problem: notIssueEdit(getDotPath(read.issues[0])) };
  const { action, issue, changes, sender } = read.output;
  const editor = sender?.login ?? null;
  return {
    kind: "value",
    value: {
      ...{ action, issue: issue.number, before: changes?.body?.from ?? null, after: issue.body ?? "" },
      ...{ at: issue.updated_at, editor },
      isBot: sender?.type === "Bot" || (editor ?? "").endsWith("[bot]")
    }
  };
}

// src/oversight/boxes/serve-ticks.ts
init_mask();
init_ending();
init_halt();
init_box();
init_read_dashboard();
init_deadline();
init_box_texts();
init_problem();

// src/oversight/comments/right-to-command.ts
async function rightToCommand(control, login, signal) {
  const permission = await control.permissionOf(login, signal);
  if (permission === "admin" || permission === "write") return "given";
  return permission === "unknown" ? "hidden" : "refused";
}

// src/oversight/boxes/serve-ticks.ts
init_observe();

// src/oversight/boxes/answer-ticks.ts
init_box();
init_dashboard();
init_dashboard_text();
init_read_dashboard();
init_waiting_boxes();
init_open_ledger();
init_box_texts();
init_command_context();
async function answerInPlace(context, { issue, by }, answers) {
  const opened = await openFor(context, by);
  await record(context, opened.ledger, { by, answers });
  await show(context, opened, { issue, boxes: answers });
}
async function untick(context, { issue, by }, boxes) {
  await show(context, await openFor(context, by), { issue, boxes });
}
async function openFor(context, by) {
  const { facts, tip } = await readForPerson(context, by);
  return { facts, ledger: await openLedger(facts, tip, context.signal) };
}
async function record({ signal }, ledger, { by, answers }) {
  const isIn = ({ status }) => answers.every(({ tick }) => status.dashboard?.answers?.some((known) => known.tick === tick) === true);
  if (isIn(ledger.state)) return;
  await ledger.commit(
    {
      apply: (state) => {
        const dashboard = answers.reduce(withAnswer, state.status.dashboard);
        return dashboard === void 0 ? state : { ...state, status: { ...state.status, dashboard } };
      },
      describe: () => ({ goal: null, what: BOX_TEXTS.answered(by), epoch: null, step: null }),
      isIn
    },
    signal
  );
}
async function show({ world, signal }, { ledger, facts }, { issue, boxes }) {
  const foreseen = await ledger.foresee({ apply: (state) => state }, signal);
  const seen = await readDashboard(world.issues, issue, signal);
  if (seen === null || foreseen === null) return;
  const done = new Set(boxes.map(boxName));
  const { waiting } = ticksIn(seen, foreseen.state.status, world.clock.now());
  const left = waiting.filter((box) => !done.has(boxName(box)));
  await world.issues.change(issue, { body: textOf(facts, foreseen, left).body }, signal);
}

// src/oversight/boxes/carry-out-tick.ts
init_ending();
init_box();
init_dashboard();
init_request();
init_box_texts();

// src/oversight/comments/comment-order.ts
init_mask();
init_mask_foot();
init_masked_record();
init_ending();

// src/report/on-github/comment-reply.ts
init_marker();
init_markdown();
init_switch_text();
var REPLY_LENGTH = 4e3;
function commentReply(comment, said) {
  const words = said.parts === void 0 ? renderWithin(said.detail, REPLY_LENGTH, inlineText) : switchMarkdown(said.parts);
  return `${words}

${hiddenMarker(`comment/${comment}`)}`;
}
function isOwnComment(body) {
  return readMarker(body) !== null;
}

// src/oversight/comments/comment-order.ts
init_request_texts();
init_resume_agent();
init_stop_agent();
init_serve_request();
async function carryOut(context, order) {
  const mask = createMask({ values: context.secrets, patterns: [] });
  const bodyOf = (said) => maskedAboveFoot(commentReply(context.comment, maskedRecord(said, mask)), mask);
  try {
    const { by, issue, command: command2 } = order;
    const asked = { by, command: command2, reason: COMMENT_TEXTS.reason(issue) };
    const answer = await obey({ ...context, source: context.comment }, asked);
    const said = whatToSay(answer);
    return {
      ending: answer.isDone ? "worked" : "no_change",
      detail: answer.detail,
      reaction: answer.isDone ? "+1" : "-1",
      body: said === null ? null : bodyOf(said)
    };
  } catch (reason) {
    if (!(reason instanceof Halt)) throw reason;
    const { ending } = reason;
    const detail = ending === "time_limit" ? COMMENT_TEXTS.tooLate : reason.detail;
    return { ending, detail, reaction: "-1", body: bodyOf({ detail }) };
  }
}
function obey(context, { by, command: command2, reason }) {
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
function whatToSay({ isDone, detail, parts, besides, isRepeated }) {
  if (isRepeated === true) return null;
  if (parts !== void 0) {
    const isWhole = parts.every(({ outcome }) => outcome === "changed" || outcome === "unchanged");
    return isDone && isWhole ? null : { detail, parts };
  }
  if (!isDone) return { detail };
  return besides === void 0 || besides.length === 0 ? null : { detail: besides.join(" ") };
}

// src/oversight/boxes/carry-out-tick.ts
async function carryOutTick(context, { issue, at }, { by, box }) {
  const { control, address, stop, ...hand } = context;
  const access = { kind: "open", control, address, stopValue: stop };
  const tick = tickId({ at, by, box });
  const commanding = { ...hand, source: tick, access };
  const order = { by, command: commandOf(box, by), reason: BOX_TEXTS.reason(issue) };
  const { ending, answer } = await answerTo(commanding, order);
  const said = oneLine(answer.detail, ANSWER_LENGTH);
  const record3 = { tick, at, by, ...box, is_done: answer.isDone, said };
  return { ending, record: record3 };
}
async function answerTo(context, order) {
  try {
    const answer = await obey(context, order);
    return { ending: answer.isDone ? "worked" : "no_change", answer };
  } catch (reason) {
    if (!(reason instanceof Halt)) throw reason;
    const { ending } = reason;
    const detail = ending === "time_limit" ? BOX_TEXTS.tooLate : reason.detail;
    const answer = { isDone: false, detail };
    return { ending, answer };
  }
}
function commandOf({ action, goal }, by) {
  switch (action) {
    case "stop":
      return { kind: "stop", reason: BOX_TEXTS.stopReason(by) };
    case "start":
      return { kind: "resume" };
    case "run":
    case "retry":
      return { kind: "run", goal: goal ?? "" };
    case "pause":
      return { kind: "pause", goal: goal ?? "" };
    case "resume":
      return { kind: "resume_goal", goal: goal ?? "" };
  }
}

// src/oversight/boxes/serve-ticks.ts
var MINUTES = 1.5;
async function serveTicks(context, payload) {
  const mask = createMask({ values: context.secrets, patterns: [] });
  const deadline = new Deadline(context.world.clock, MINUTES, context.signal);
  try {
    const event = readTickEvent(payload);
    if (event.kind === "wrong")
      throw new Halt("bad_settings", BOX_TEXTS.unreadable(problemSentence(event.problem)));
    const served = await serve({ ...context, signal: deadline.work }, event.value, deadline.save);
    return { ...served, detail: mask.mask(served.detail) };
  } catch (reason) {
    const { ending, detail } = asHalt(reason);
    return { ending, detail: mask.mask(detail) };
  } finally {
    deadline.close();
  }
}
async function serve(context, event, answerSignal) {
  const { editor } = event;
  const ignored = reasonToIgnore(event);
  if (ignored !== null || editor === null) return { ending: "no_change", detail: ignored ?? "" };
  const boxes = newlyTicked(event.before ?? "", event.after);
  if (boxes.length === 0) return { ending: "no_change", detail: BOX_TEXTS.noTick };
  const place = { issue: event.issue, by: editor };
  if (!await isDashboard(context, event))
    return { ending: "no_change", detail: BOX_TEXTS.notDashboard(event.issue) };
  const answering = { ...context, signal: answerSignal };
  const right = await rightToCommand(context.control, editor, context.signal);
  if (right !== "given") {
    const detail2 = right === "hidden" ? BOX_TEXTS.permissionHidden(editor) : BOX_TEXTS.mayNotWrite(editor);
    return answered({ ending: "no_change", detail: detail2 }, () => untick(answering, place, boxes));
  }
  const answers = [];
  for (const box of inOrder(boxes)) answers.push(await carryOutTick(context, event, { by: editor, box }));
  const ending = worstEnding(answers.map((answer) => answer.ending));
  const detail = answers.map((answer) => answer.record.said).join(" ");
  return answered(
    { ending, detail },
    () => answerInPlace(
      answering,
      place,
      answers.map((answer) => answer.record)
    )
  );
}
function inOrder(boxes) {
  return boxes.toSorted((a, b) => Number(b.action === "stop") - Number(a.action === "stop"));
}
function reasonToIgnore({ action, editor, isBot, before }) {
  if (action !== "edited") return BOX_TEXTS.notEdited(action);
  if (editor === null) return BOX_TEXTS.noEditor;
  if (isBot) return BOX_TEXTS.bot(editor);
  return before === null ? BOX_TEXTS.noTick : null;
}
async function isDashboard({ world, signal }, { issue }) {
  return await readDashboard(world.issues, issue, signal) !== null;
}
async function answered({ ending, detail }, answer) {
  const given = await look(answer);
  return {
    ending,
    detail: given.kind === "seen" ? detail : `${detail} ${BOX_TEXTS.notAnswered(given.why)}`
  };
}

// src/config/github/comment-command.ts
init_action_problems();
init_nearest_name();
var ADDRESS = /^\/wakeful(?=\s|$)/i;
var GOAL = /^[a-z0-9]+(-[a-z0-9]+)*$/;
var LONGEST_GOAL = 64;
function readComment(body) {
  const [first = "", ...rest] = body.replace(/^\uFEFF/, "").split(/\r\n|[\n\r\u2028\u2029]/);
  if (!ADDRESS.test(first)) return { kind: "none" };
  if (rest.some((line) => ADDRESS.test(line.trimStart()))) return wrong(commentProblems.several);
  const [name = "", ...words] = first.replace(ADDRESS, "").trim().split(/\s+/);
  switch (name) {
    case "run":
    case "pause":
      return ofGoal(name, words);
    case "stop":
      return ofStop(words);
    case "resume":
      return words.length === 0 ? command({ kind: "resume" }) : ofGoal("resume", words);
    default:
      return wrong(verbProblem(name));
  }
}
function ofGoal(name, words) {
  const [goal, ...more] = words;
  if (goal === void 0) return wrong(commentProblems.noGoal(name));
  if (!GOAL.test(goal) || goal.length > LONGEST_GOAL) return wrong(commentProblems.notGoal(goal));
  if (more.length > 0) return wrong(commentProblems.tooMuch(name));
  return command({ kind: name === "resume" ? "resume_goal" : name, goal });
}
function ofStop(words) {
  const reason = words.join(" ");
  return reason === "" ? wrong(commentProblems.noReason) : command({ kind: "stop", reason });
}
function verbProblem(name) {
  if (name === "") return commentProblems.noCommand;
  return commentProblems.notCommand(name, nearestName(name, Object.keys(COMMENT_FORMS)));
}
function command(read) {
  return { kind: "command", command: read };
}
function wrong(problem) {
  return { kind: "wrong", message: commentAnswer(problem) };
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
  const comment = safeParse(ReviewComment, payload);
  if (comment.success && !isOfIssue(payload)) return eventOf(comment.output, comment.output.comment);
  const review = safeParse(Review, payload);
  if (review.success) {
    const { action: action2, pull_request } = review.output;
    return eventOf(
      { action: action2 === "submitted" ? "created" : action2, pull_request },
      review.output.review
    );
  }
  const read = safeParse(CommentEvent, payload);
  if (!read.success) return { kind: "wrong", problem: notCommentEvent(getDotPath(read.issues[0])) };
  const { action, issue, comment: words } = read.output;
  return { kind: "value", value: { ...wordsOf(words), action, issue: issue.number, isOfReview: false } };
}
function isOfIssue(payload) {
  return typeof payload === "object" && payload !== null && "issue" in payload;
}
function eventOf({ action, pull_request }, words) {
  const place = { action, issue: pull_request.number, isOfReview: true };
  return { kind: "value", value: { ...wordsOf(words), ...place } };
}
function wordsOf({ id: number2, body, user }) {
  const login = user?.login ?? null;
  const isBot = user?.type === "Bot" || (login ?? "").endsWith("[bot]");
  return { id: number2, body: body ?? "", author: login, isBot };
}

// src/oversight/comments/comment.ts
init_mask();
init_mask_foot();
init_masked_record();
init_ending();
init_halt();
init_deadline();
init_request_texts();
init_problem();
init_observe();
var MINUTES2 = 1.5;
async function serveComment(context, payload) {
  const mask = createMask({ values: context.secrets, patterns: [] });
  const deadline = new Deadline(context.world.clock, MINUTES2, context.signal);
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
  const comment = event.value;
  const ignored = reasonToIgnore2(comment, context.agent);
  const { author } = comment;
  const reading = readComment(comment.body);
  if (ignored !== null || author === null || reading.kind === "none")
    return { ending: "no_change", detail: ignored ?? COMMENT_TEXTS.notForAgent, answer: null };
  const refusal = await reasonNotAllowed(context, author);
  if (refusal !== null)
    return reply(context, comment, { ending: "no_change", detail: refusal, reaction: "-1", body: null });
  if (reading.kind === "wrong") {
    const { message } = reading;
    const mask = createMask({ values: context.secrets, patterns: [] });
    const body = maskedAboveFoot(commentReply(comment.id, maskedRecord({ detail: message }, mask)), mask);
    return reply(context, comment, { ending: "no_change", detail: message, reaction: "-1", body });
  }
  const { control, address, stop, answerSignal: _, ...hand } = context;
  const access = { kind: "open", control, address, stopValue: stop };
  const order = { by: author, issue: comment.issue, command: reading.command };
  return reply(context, comment, await carryOut({ ...hand, comment: comment.id, access }, order));
}
function reasonToIgnore2({ action, author, isBot, body }, agent) {
  if (action !== "created") return COMMENT_TEXTS.notNew(action);
  if (author === null) return COMMENT_TEXTS.noAuthor;
  if (isBot) return COMMENT_TEXTS.bot(author);
  const isAgent = agent !== void 0 && agent.toLowerCase() === author.toLowerCase();
  return isAgent || isOwnComment(body) ? COMMENT_TEXTS.ownComment : null;
}
async function reasonNotAllowed({ control, signal }, author) {
  const right = await rightToCommand(control, author, signal);
  if (right === "given") return null;
  return right === "hidden" ? COMMENT_TEXTS.permissionHidden(author) : COMMENT_TEXTS.mayNotWrite(author);
}
async function reply({ control, answerSignal, secrets }, { issue, id: id2, isOfReview }, { ending, detail, reaction, body }) {
  const mask = createMask({ values: secrets, patterns: [] });
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
  const { facts, inputs, cancel } = call;
  const { world, control, close } = await openRunnerWorld(call);
  try {
    const context = {
      world,
      control,
      repository: facts.repository,
      repositoryId: facts.repositoryId,
      serverUrl: facts.serverUrl,
      papers: facts.papers,
      address: repositoryUrl(facts),
      secrets: call.secrets,
      stop: inputs.stop,
      signal: cancel
    };
    if (facts.event === "issues") return await tell(call, await serveTicks(context, facts.payload));
    return await tell(call, await serveComment(context, facts.payload));
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
    summary: `## Wakeful: ${call.facts.event === "issues" ? "a box of the dashboard" : "a comment"}

${inlineText(call.mask.mask(detail))}
`
  });
  return isRed ? EXIT_NEEDS_PERSON : 0;
}

// src/commands/action/watchdog.ts
init_runner_facts();
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

// src/oversight/watchdog/releases.ts
init_record_file();

// src/core/health/security-releases.ts
init_versions();
var MOST_REMEMBERED = 20;
var HEADING = /^ {0,3}#{1,6}[ \t]+(.*)$/;
var UNDERLINE = /^ {0,3}(?:=+|-+)[ \t]*$/;
var FENCE = /^ {0,3}(```|~~~)/;
var ABOUT_SECURITY = /^[^\p{L}\p{N}]*security(?:[ \t]+fix(?:es)?)?[^\p{L}\p{N}]*$/iu;
function hasSecuritySection(notes) {
  let fence = null;
  let before = "";
  for (const line of notes.split(/\r\n?|\n/)) {
    const mark = FENCE.exec(line)?.[1];
    if (mark !== void 0 && (fence === null || fence === mark)) fence = fence === null ? mark : null;
    const heading = UNDERLINE.test(line) ? before : HEADING.exec(line)?.[1];
    if (fence === null && heading !== void 0 && ABOUT_SECURITY.test(heading)) return true;
    before = line;
  }
  return false;
}
function securityVersions(releases, before) {
  const found = releases.filter(({ name, notes }) => RELEASE_NAME.test(name) && hasSecuritySection(notes));
  const all = /* @__PURE__ */ new Set([...found.map(({ name }) => name), ...before]);
  return [...all].toSorted((one, other) => compareVersions(other, one)).slice(0, MOST_REMEMBERED);
}
function missingFixes(record3, own) {
  return (record3?.security ?? []).filter((version) => compareVersions(version, own) > 0);
}

// src/oversight/watchdog/releases.ts
init_versions();
init_time();

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
  silent: (since, failed) => failed === null ? `No run has started since ${longTime(since)}. Nothing says that the agent was stopped.` : `No run has left a sign of life since ${longTime(since)}. The newest job failed, was cancelled, or waits for an approval: ${failed}`,
  stuckLock: (lock) => `The lock of run ${lock.run} on ${lock.goal} ended ${longTime(lock.expiresAt)}, and no run has taken it over.`,
  /** `home`: where Wakeful comes from, `owner/name`. `missing`: releases with a security fix, the newest first. */
  securityRelease: ({ home, missing, own }) => [
    `${missing.length === 1 ? "Release" : "Releases"} ${listWords(missing.toReversed())} of ${home} ${missing.length === 1 ? "has a security fix and is" : "have security fixes and are"} newer than ${own}, which runs here.`,
    `The command for the update: npx --yes --allow-git=all github:${home} update --pr`
  ].join("\n"),
  releasesUnseen: (home, why) => `The releases of ${home} could not be looked at, which is tried again tomorrow: ${why}`,
  /** For the commit message. */
  recordReleases: "record the newest releases",
  /** `since`: ISO time. */
  notBegun: (goal, since) => `${goal} is due and has commands, so each run since ${longTime(since)} has left it to a job \`work\` of ${WAKE_WORKFLOW}. None of these jobs has begun with it.`,
  /** For the commit message. */
  recordSeen: "record what the watchdog has seen"
};
function disabledText(state) {
  const why = WHY_DISABLED[state];
  return why === void 0 ? null : `The workflow ${WAKE_WORKFLOW} is disabled. ${why}`;
}

// src/oversight/watchdog/releases.ts
init_observe();
var LONGEST_TAG = 200;
var REPOSITORY_NAME = /^[\w.-]{1,100}\/[\w.-]{1,100}$/;
async function lookAtReleases(context) {
  const { world, settings, ledger, deadline } = context;
  const now = world.clock.now();
  const before = ledger.state.status.releases;
  if (!settings.tellsSecurityReleases || !isDue(before, now)) return null;
  const home = await homeOf(context);
  if (home === null) return null;
  const known = before?.home === home ? before : void 0;
  const ask = { repository: home, tag: known?.tag ?? null };
  const seen = await look(() => world.control.releases(ask, deadline.work));
  const listing = seen.kind === "seen" ? seen.value : null;
  const kept = { security: known?.security ?? [], ...known?.tag === void 0 ? {} : { tag: known.tag } };
  const found = listing === null ? kept : { security: securityVersions(listing.releases, kept.security), ...tagIn(listing) };
  await record2(context, { home, asked_at: isoTime(now), ...found });
  return seen.kind === "seen" ? null : WATCHDOG_TEXTS.releasesUnseen(home, seen.why);
}
function isDue(before, now) {
  return before === void 0 || now - Date.parse(before.asked_at) >= DAY_MS;
}
function tagIn({ tag }) {
  return tag === null || tag.length > LONGEST_TAG ? {} : { tag };
}
async function homeOf({ world, base, papers, order, deadline }) {
  const named = papers ?? await recordedHome(world.state, base, deadline.work);
  const isElsewhere = named !== null && named.toLowerCase() !== order.repository.toLowerCase();
  return isElsewhere && REPOSITORY_NAME.test(named) ? named : null;
}
async function recordedHome(store, base, signal) {
  const files = await store.read(base, [RECORD_FILE], signal);
  return readRecord(files.get(RECORD_FILE)?.text ?? "")?.repository ?? null;
}
async function record2(context, releases) {
  const { ledger, deadline } = context;
  await ledger.commit(
    {
      apply: (state) => ({
        ...state,
        status: { ...state.status, releases: { ...state.status.releases, ...releases } }
      }),
      describe: () => ({ goal: null, what: WATCHDOG_TEXTS.recordReleases, epoch: null, step: null }),
      isIn: (state) => (state.status.releases?.asked_at ?? "") >= releases.asked_at
    },
    deadline.work
  );
}
function releaseAlerts({
  ledger,
  settings
}) {
  const { releases } = ledger.state.status;
  const missing = settings.tellsSecurityReleases ? missingFixes(releases, VERSION) : [];
  const [newest] = missing;
  if (releases === void 0 || newest === void 0) return [];
  const detail = WATCHDOG_TEXTS.securityRelease({ home: releases.home, missing, own: VERSION });
  return [{ goal: null, cause: "security_release", detail, about: newest }];
}

// src/oversight/watchdog/watchdog-alerts.ts
init_alerts_lease();
init_alert_state();
init_left_work();

// src/core/health/health.ts
init_lease();
init_time();
var AHEAD_MS = HOUR_MS;
function lastSign({ run, status }, now) {
  const signs = [
    run?.hasStarted === true ? run.createdAt : null,
    status.seen_at,
    status.last_wake?.started_at ?? null,
    status.stops?.at(-1)?.until ?? null
  ].map((time) => Date.parse(time ?? ""));
  const times = signs.filter((time) => !Number.isNaN(time) && time <= now + AHEAD_MS);
  return times.length === 0 ? null : Math.max(...times);
}
function silentSince(signs, { now, silentHours }) {
  const last = lastSign(signs, now);
  return last !== null && now - last > silentHours * HOUR_MS ? isoTime(last) : null;
}
function stoppedSince(status, { now, silentHours }) {
  return isoTime(Math.max(lastSign({ run: null, status }, now) ?? now, now - silentHours * HOUR_MS));
}
function overdueLeases(state, goals, { now, silentHours }) {
  return Object.entries(state.lock.leases).filter(([id2, lease]) => {
    const isWanted = goals.some((goal) => goal.id === id2 && goal.enabled);
    const isPaused = (state.checkpoints[id2]?.pause ?? null) !== null;
    return isWanted && !isPaused && isLeaseOverdue(lease, now - silentHours * HOUR_MS);
  });
}

// src/oversight/watchdog/watchdog-alerts.ts
init_marker();
init_digest();
init_holder();
init_observe();
var EVENT_OF = {
  silent: "silence_seen",
  stuck_lease: "lease_stuck",
  workflow_disabled: "workflow_disabled",
  security_release: "security_release_seen",
  work_not_begun: "work_not_begun",
  unwatched: "effect_failed"
};
var CAUSES = Object.keys(EVENT_OF);
async function healthAlerts(context, seen) {
  const { world, settings, ledger, goals } = context;
  const { state } = ledger;
  const now = { now: world.clock.now(), silentHours: settings.alerts.silentHours };
  const unwatched = wanted("unwatched", seen.forbidden.join("\n"));
  const disabled = disabledAlert(context, seen);
  const watched = [
    ...disabled,
    ...seen.forbidden.length > 0 ? [unwatched] : keptIf(context, seen, "unwatched")
  ];
  if (disabled.length > 0) return watched;
  const run = seen.run === null ? null : { ...seen.run, hasStarted: hasRun(seen.run) };
  const since = silentSince({ run, status: state.status }, now);
  if (since !== null) return [...watched, silentAlert(since, seen.run)];
  const stuck = [];
  for (const each of overdueLeases(state, goals, now)) {
    if (await isHolderGone(context, each[1])) stuck.push(each);
  }
  const left = notBegun(state, goals, now);
  return [
    ...watched,
    ...stuck.length === 0 ? [] : [stuckAlert(stuck)],
    ...left.length === 0 ? [] : [notBegunAlert(left)]
  ];
}
function wanted(cause, detail, about) {
  return { goal: null, cause, detail, ...about === void 0 ? {} : { about } };
}
function hasRun({ status }) {
  return status === "running" || status === "finished";
}
function silentAlert(since, run) {
  const failed = run?.status === "failed" ? run.url : null;
  return wanted("silent", WATCHDOG_TEXTS.silent(since, failed), since);
}
function stuckAlert(leases) {
  const lines = leases.map(
    ([goal, { wake, expires_at: expiresAt }]) => WATCHDOG_TEXTS.stuckLock({ goal, run: wake, expiresAt })
  );
  const about = leases.map(([goal, { epoch }]) => `${goal} ${epoch}`).join("\n");
  return wanted("stuck_lease", lines.join("\n"), digest([about], 16));
}
function notBegunAlert(left) {
  const lines = left.map(({ goal, since }) => WATCHDOG_TEXTS.notBegun(goal, since));
  return wanted("work_not_begun", lines.join("\n"), digest([left.map(({ goal }) => goal).join("\n")], 16));
}
function disabledAlert(context, seen) {
  if (seen.state === null) return keptIf(context, seen, "workflow_disabled");
  const text = disabledText(seen.state);
  return text === null ? [] : [wanted("workflow_disabled", text, seen.state)];
}
function keptIf({ ledger }, { isPartial }, cause) {
  const record3 = ledger.state.alerts.alerts[`${AGENT}/${cause}`];
  if (!isPartial || record3 === void 0 || !record3.wanted) return [];
  return [wanted(cause, record3.detail ?? "", record3.about)];
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
  const isAlive = await tried(() => keepAlive(context, WAKE_WORKFLOW, state));
  const run = await tried(() => control.newestRun(WAKE_WORKFLOW, signal));
  await tried(
    async () => keepAlive(context, WATCHDOG_WORKFLOW, await control.workflow(WATCHDOG_WORKFLOW, signal))
  );
  const ofKind = (ending) => failures.filter((each) => each.ending === ending);
  return {
    run,
    state: isAlive === true ? "active" : state,
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
async function recordSeen(context, stop) {
  const { ledger, journal, world, mask, settings, deadline } = context;
  const now = world.clock.now();
  const at = isoTime(now);
  const variable = stop === "" ? null : mask.mask(oneLine(stop, REASON_LENGTH));
  const { silentHours } = settings.alerts;
  const seen = (state) => recordStops(state, { variable, at, since: stoppedSince(state.status, { now, silentHours }) });
  if (seen(ledger.state) === ledger.state && journal.waiting.length === 0) return;
  let before = ledger.state;
  await ledger.commit(
    {
      apply: (state) => {
        before = state;
        const after = seen(state);
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
  const { repository, serverUrl, papers, secrets } = order;
  const writer = {
    wake: order.wake.id,
    repository,
    repositoryId: order.repositoryId,
    serverUrl,
    papers,
    secrets
  };
  const prepared = await prepareLedger(world, writer, { commit: tips.base.commit }, deadline.work);
  const { settings, mask, journal } = prepared;
  const same = { ...prepared, order, deadline, raised: new RaisedAlerts(), base: tips.base.commit, papers };
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
  const seen = await lookAtWorkflows({ control: world.control, journal, isStopped, signal: deadline.work });
  if (before === null)
    return emptyResult(order, "nothing_due", "The agent has never run here, so there is nothing to watch.");
  await recordSeen(context, order.stop);
  if (order.stop !== "" || ledger.state.stop !== null) return resultOf(context, before, stoppedWords(ledger));
  const unseen = await lookAtReleases(context);
  const alerts = [...await healthAlerts(context, seen), ...releaseAlerts(context)];
  const alerted = await look(() => watchdogAlertsInLine(context, alerts));
  const missed = alerted.kind === "seen" ? [] : [`Alerts could not be brought in line: ${alerted.why}`];
  const words = [healthWords(alerts), ...missed, ...unseen === null ? [] : [unseen]];
  return resultOf(context, before, words.join(" "));
}
function stoppedWords({ state }) {
  const { stop } = state.status;
  return stop === null ? "The agent is stopped." : `The agent is stopped since ${longTime(stop.since)}: ${sentence(stop.reason)}`;
}
function healthWords(alerts) {
  return alerts.length === 0 ? "The agent is well." : alerts.map(({ detail }) => sentence(detail)).join(" ");
}
function resultOf(context, before, detail) {
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
  const { world, control, cause, said, close } = await openRunnerWorld(call);
  try {
    const variables = traceVariables();
    const trace = variables === null ? null : (await import("./traces.mjs")).beginTrace(call, { world, does: "watch", variables });
    const result = await watchdog({ ...world, control }, runOrder(call));
    const trigger = triggerOf(cause, { goal: null, reason: call.inputs.reason, mayWrite: null });
    const code = await tellWake(call, { result, trigger, log: said, now: world.clock.now() });
    await trace?.send(result, trigger);
    return code;
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
