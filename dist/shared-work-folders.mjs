import {
  SANDBOX_TEXTS,
  init_sandbox_texts
} from "./shared-sandbox-texts.mjs";
import {
  ALERT_LABEL,
  BYTES_PER_LINE,
  Chi,
  HashMD,
  Maj,
  PROGRAM,
  asHalt,
  clean,
  createHasher,
  createMask,
  decodeText,
  digest,
  encodeText,
  endingWords,
  init_address_secrets,
  init_diff,
  init_digest,
  init_ending_words,
  init_halt,
  init_labels,
  init_lfs,
  init_marker,
  init_mask,
  init_mask_deep,
  init_md,
  init_own_event,
  init_program,
  init_sha2,
  init_text_encoding,
  init_utils,
  isAgentsBranch,
  isLfsPointer,
  isSameLabel,
  lineWeight,
  maskResult,
  readMarker,
  rotl,
  secretsIn,
  sha256,
  stoppedAtStart,
  withProgram
} from "./shared-noble-hashes.mjs";
import {
  ENDINGS,
  Halt,
  count,
  init_ending,
  init_masked_record,
  init_sentences,
  isGood,
  listWords,
  longTime,
  maskedJson,
  maskedRecord,
  sentence
} from "./shared-get-east-asian-width.mjs";
import {
  hex,
  init_bytes,
  init_inputs,
  init_problem,
  init_settings,
  parseModelAddress,
  parseWebAddress,
  problemSentence,
  problemText,
  settings_exports,
  show,
  utf8Bytes
} from "./shared-inputs.mjs";
import {
  array,
  boolean,
  cutBetweenWords,
  eachInSteps,
  fallback,
  getDotPath,
  init_dist,
  init_plain_text,
  init_steps,
  looseObject,
  minLength,
  minValue,
  nonEmpty,
  nullable,
  nullish,
  number,
  object,
  optional,
  picklist,
  pipe,
  record,
  safeInteger,
  safeParse,
  string,
  transform,
  union,
  unknown
} from "./shared-valibot.mjs";
import {
  fixed,
  init_masked
} from "./shared-masked.mjs";
import {
  __esm,
  __export,
  __toCommonJS
} from "./shared-runtime.mjs";

// src/adapters/runner.ts
import { userInfo } from "node:os";
function environment() {
  return {
    openaiKey: text("OPENAI_API_KEY").trim(),
    openaiBaseUrl: webAddress("OPENAI_BASE_URL", parseModelAddress),
    openaiModel: text("OPENAI_MODEL").trim(),
    stop: text("WAKEFUL_STOP"),
    github: {
      token: text("GITHUB_TOKEN").trim() || text("GH_TOKEN").trim(),
      enterpriseToken: text("GH_ENTERPRISE_TOKEN").trim() || text("GITHUB_ENTERPRISE_TOKEN").trim(),
      serverUrl: webAddress("GITHUB_SERVER_URL"),
      apiUrl: webAddress("GITHUB_API_URL"),
      host: text("GH_HOST").trim()
    },
    hasNoColor: text("NO_COLOR") !== "",
    isCi: !["", "false", "0"].includes(text("CI").toLowerCase()),
    npmEvent: text("npm_lifecycle_event")
  };
}
function environmentSecrets() {
  const values = TOKENS.map((name) => text(name).trim()).filter((value) => value !== "");
  return [...values, ...ADDRESSES.flatMap((name) => secretsIn(text(name)))];
}
function childEnvironment() {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !WITHHELD.test(name)));
}
function text(name) {
  return process.env[name] ?? "";
}
function webAddress(name, parse = parseWebAddress) {
  const value = text(name).trim();
  if (value === "") return "";
  const reading = parse(value);
  if (reading.kind === "value") return reading.value;
  const { message, hint } = reading.problem;
  throw new Halt("bad_settings", `${name}: ${message}; ${hint}, or unset it.`);
}
function loginName() {
  try {
    return userInfo().username;
  } catch {
    return "a person";
  }
}
function systemClock(options) {
  return {
    now: () => Date.now() + options.offsetMs,
    // Not `performance.now()`: the first use of that object loads ten of node's own modules.
    monotonic: () => process.uptime() * 1e3,
    sleep,
    every(ms, action) {
      const timer = setInterval(action, ms);
      timer.unref();
      return () => clearInterval(timer);
    }
  };
}
function sleep(ms, signal) {
  return new Promise((resolve2, reject) => {
    if (signal.aborted) {
      reject(signal.reason);
      return;
    }
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", stop);
      resolve2();
    }, ms);
    signal.addEventListener("abort", stop, { once: true });
  });
}
function systemRandom() {
  return {
    nonce: () => randomBytes(16).toString("hex"),
    // 48 bits fit a double exactly.
    fraction: () => randomBytes(6).readUIntBE(0, 6) / 2 ** 48
  };
}
function randomBytes(count5) {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(count5)));
}
var TOKENS, ADDRESSES, WITHHELD;
var init_runner = __esm({
  "src/adapters/runner.ts"() {
    "use strict";
    init_inputs();
    init_address_secrets();
    init_ending();
    TOKENS = [
      "OPENAI_API_KEY",
      "GITHUB_TOKEN",
      "GH_TOKEN",
      "GH_ENTERPRISE_TOKEN",
      "GITHUB_ENTERPRISE_TOKEN"
    ];
    ADDRESSES = ["OPENAI_BASE_URL", "GITHUB_SERVER_URL", "GITHUB_API_URL"];
    WITHHELD = /^(OPENAI_API_KEY$|INPUT_|ACTIONS_|OTEL_)/i;
  }
});

// src/report/terminal/command-texts.ts
var USAGE_TEXTS, OVERVIEW_TEXTS, REMOTE_TEXTS, COMMAND_TEXTS, REHEARSAL_TEXTS, TRIGGER_TEXTS;
var init_command_texts = __esm({
  "src/report/terminal/command-texts.ts"() {
    "use strict";
    init_program();
    init_sentences();
    USAGE_TEXTS = {
      noCommand: (name, hint) => `There is no command ${JSON.stringify(name)}. ${hint}`,
      noOption: (name, hint) => `There is no option --${name}. ${hint}`,
      didYouMean: (name) => `Did you mean ${name}?`,
      known: (names2) => `You can use: ${names2.join(", ")}.`,
      seeHelp: `See ${PROGRAM} --help`,
      nothingExpected: (words) => `This command does not expect ${words.map((word) => JSON.stringify(word)).join(" ")}.`,
      nameOneGoal: (command) => `Name one goal: ${PROGRAM} ${command} <goal>. Give a reason with --reason.`,
      sayWhy: `Say why: ${PROGRAM} stop "<reason>"`,
      noLevel: (level, known) => `--level: ${JSON.stringify(level)} is not a level. Use one of ${known.join(", ")}.`,
      remoteAndRepo: "--remote and --repo exclude each other.",
      goalAndNight: "--goal and --night exclude each other: a night shows what the schedule does by itself.",
      noRehearsal: (repository) => `There is no rehearsal on ${repository} yet. Start one first.`,
      noRemote: (remote) => `There is no rehearsal here and no remote named ${remote}. Start a rehearsal with ${PROGRAM} rehearse, or name a remote with --remote <name|URL>.`,
      whyWhat: `Say what to explain: ${PROGRAM} why <draft|run|goal|task>, or ${PROGRAM} why <goal> <due time>.`,
      noSubject: (what) => `The log that is kept knows no draft, run, goal, due time or task ${JSON.stringify(what)}. ${PROGRAM} status names what there is.`,
      awayAlone: "--away tells a whole night, so it does not go with --since, --goal, --wake or --follow.",
      followNoJson: "--follow has no end, so it cannot print one JSON document.",
      notAFile: (path) => `${path} is not a file.`
    };
    OVERVIEW_TEXTS = {
      what: "Wakeful does the chores of a repository: it works on goals and offers drafts.",
      init: `${PROGRAM} init       put Wakeful on the repository of this clone, as one branch to look at`,
      rehearse: `${PROGRAM} rehearse   rehearse one run on this repository, on this machine`,
      any: `${PROGRAM} <command> [options]`,
      options: "Each command takes --json, and --help, which explains it."
    };
    REMOTE_TEXTS = {
      rehearsal: (folder) => `This is the rehearsal in ${folder}/, not a real repository.`,
      rehearsalOnly: (sentence2, repository) => `${sentence2} Everything below is about ${repository}, the repository of the rehearsal. To examine a real repository: ${PROGRAM} doctor --remote origin.`,
      realRun: (sentence2) => `This is a real run. ${sentence2}`,
      neverRan: (sentence2, branch) => `${sentence2}
The agent has never run here: there is no branch ${branch}.`,
      neverRanHere: (sentence2) => `The agent has never run here. ${sentence2}`,
      dueTimesAsOf: (now, sentence2) => `Due times as of ${longTime(now)}. ${sentence2}`,
      dueTimesUnknown: (why) => `Nothing is known about past due times: ${why}`,
      noGitHub: "this remote is not on GitHub.",
      readsOnly: "This command only reads the state branch."
    };
    COMMAND_TEXTS = {
      saving: "Saving the work and releasing the lock. Press Ctrl-C again to end at once.",
      cancelled: "Cancelled: saving the work and releasing the lock.",
      writeAGoal: (folder) => `Write one in ${folder}/<id>.yml to begin.`,
      noGoal: (folder) => `There is no goal file in ${folder}/ yet.`,
      defect: (stack) => `a defect in Wakeful itself.
${stack}`,
      unreadableLines: (lines) => `${count(lines, "log line")} could not be read.`
    };
    REHEARSAL_TEXTS = {
      chosenGoals: "a rehearsal of chosen goals",
      tickAt: (time) => `the scheduled run of ${time}`,
      nightEnds: "The night ends here: every further run would end the same way until that is fixed.",
      clockBehind: (newest) => `The rehearsal has already reached ${longTime(newest)}, so what was counted until then is not due again.`,
      clockGoesOn: (newest) => `The rehearsal's clock goes on from ${longTime(newest)}, where it stopped. Use --fresh to start over.`,
      nightPlayed: (endedAt) => `The rehearsal's clock has reached ${longTime(endedAt)}. ${PROGRAM} rehearse goes on from there; --fresh starts over.`,
      scriptedModel: [
        "No model key is set, so the scripted model answers: a small program on this machine that knows only the sample goals.",
        "Set OPENAI_API_KEY, or OPENAI_BASE_URL and OPENAI_MODEL, to use a real model."
      ].join(" "),
      serverOfSettings: "the server named in the settings",
      modelOfSettings: "the model named in the settings",
      oneOfSettings: "the one named in the settings",
      ownModel: (model, server) => `The model is ${model}, at ${server}. Its key pays for it.`
    };
    TRIGGER_TEXTS = {
      commandLine: "rehearses, or stores a request",
      makesDue: "What makes goals due, once the agent runs",
      dueOnSchedule: "the goal is due at each of these times",
      requestFromEvent: "a request that a run serves",
      queueReaches: (items) => `when at least ${count(items, "task")} wait`,
      lookedAt: "every run looks at it",
      scheduledRun: "a run that works on the due goals",
      personsRun: "a run that a person asked for",
      unnamedEvent: "Starts no work, because no goal names it under `on`",
      eventRequest: (goals) => `a request for ${listWords(goals)}`,
      comment: "a person's /wakeful comment",
      watchdog: "Starts no work, only a look at the health of the agent",
      unheard: (event) => `\`on\` names ${event}, and no workflow that starts the agent listens to it`,
      addTo: (files) => `add it to ${files.join(" or ")}`
    };
  }
});

// src/commands/terminal/command.ts
function print({ out, mask, program }, text2) {
  out.write(mask.mask(withProgram(text2, program)));
}
function printAside({ err, mask, program }, text2) {
  err.write(mask.mask(withProgram(text2, program)));
}
function writeJson({ out, mask, program }, value) {
  const named2 = JSON.parse(withProgram(JSON.stringify(value), JSON.stringify(program).slice(1, -1)));
  out.write(maskedJson(maskedRecord(named2, mask), 2));
}
var UsageError, EXIT_NEEDS_PERSON, EXIT_WRONG_USE, EXIT_CODES_HELP;
var init_command = __esm({
  "src/commands/terminal/command.ts"() {
    "use strict";
    init_masked_record();
    init_program();
    UsageError = class extends Error {
      constructor(message) {
        super(message);
        this.name = "UsageError";
      }
    };
    EXIT_NEEDS_PERSON = 1;
    EXIT_WRONG_USE = 2;
    EXIT_CODES_HELP = `Exit codes:
  0  what was asked is done, and nothing needs a person
  1  it could not be done, or something needs a person: a goal or settings file that is not
     valid, a missing key or permission, a stuck task, a repository that cannot be read
  2  the command line is wrong`;
  }
});

// src/commands/terminal/interrupt.ts
function watchCancel(onFirst) {
  const controller = new AbortController();
  return watchSignals(controller.signal, () => {
    if (controller.signal.aborted) return;
    controller.abort();
    onFirst();
  });
}
function watchInterrupt(onFirst) {
  const controller = new AbortController();
  return watchSignals(controller.signal, () => {
    if (controller.signal.aborted) process.exit(130);
    controller.abort();
    onFirst();
  });
}
function watchSignals(signal, act) {
  process.on("SIGINT", act);
  process.on("SIGTERM", act);
  const close = () => {
    process.off("SIGINT", act);
    process.off("SIGTERM", act);
  };
  return { signal, close };
}
var init_interrupt = __esm({
  "src/commands/terminal/interrupt.ts"() {
    "use strict";
  }
});

// src/adapters/git/git-environment.ts
import { devNull } from "node:os";
function localEnvironment(environment3, folder) {
  return {
    ...inheritable(environment3),
    ...SILENT,
    ...STAYS_HERE,
    GIT_DIR: folder,
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_CONFIG_GLOBAL: devNull,
    // Versions of git before 2.32 do not know GIT_CONFIG_GLOBAL.
    HOME: folder,
    XDG_CONFIG_HOME: folder
  };
}
function networkEnvironment(access, folder, use) {
  return {
    ...inheritable(access.environment),
    ...pass(access.environment, ["GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM"]),
    ...SILENT,
    // A remote may send a file as a difference to one that is missing here: git itself fetches that one.
    ...use.isPartial ? {} : { GIT_NO_LAZY_FETCH: "1" },
    ...quietSsh(access),
    ...asVariables([...headerSettings(access), ...partialSettings(use)]),
    GIT_DIR: folder
  };
}
function guardedNames(env) {
  return Object.keys(env).filter((name) => name.toUpperCase().startsWith("GIT_"));
}
function inheritable(environment3) {
  const kept = {};
  for (const [name, value] of Object.entries(environment3)) {
    const upper = name.toUpperCase();
    const allowed = upper.startsWith("GIT_") ? KEPT.has(upper) : !WITHHELD2.has(upper);
    if (value !== void 0 && allowed) kept[name] = value;
  }
  return kept;
}
function pass(environment3, names2) {
  return Object.fromEntries(
    names2.flatMap((name) => {
      const value = environment3[name];
      return value === void 0 ? [] : [[name, value]];
    })
  );
}
function quietSsh(access) {
  const program = access.environment["GIT_SSH"];
  const plain = access.sshCommand ?? (program === void 0 ? "ssh" : JSON.stringify(program));
  const command = access.environment["GIT_SSH_COMMAND"] ?? plain;
  return { GIT_SSH_COMMAND: `${command} -o BatchMode=yes` };
}
function usesSsh(remote) {
  return /^ssh:|\+ssh:|^[^/:]+@?[^/:]+:(?!\/\/)/.test(remote);
}
function headerSettings(access) {
  if (access.extraHeader === void 0 || !URL.canParse(access.remote)) return [];
  const url = new URL(access.remote);
  const key = `http.${url.protocol}//${url.host}/.extraheader`;
  return [
    [key, ""],
    [key, access.extraHeader]
  ];
}
function partialSettings({ isPartial, isUntold }) {
  return [
    ...isPartial ? PROMISED : [],
    ...isUntold === true ? [["fetch.negotiationAlgorithm", "noop"]] : []
  ];
}
function asVariables(settings) {
  if (settings.length === 0) return {};
  const named2 = settings.flatMap(([key, value], at) => [
    [`GIT_CONFIG_KEY_${at}`, key],
    [`GIT_CONFIG_VALUE_${at}`, value]
  ]);
  return { GIT_CONFIG_COUNT: `${settings.length}`, ...Object.fromEntries(named2) };
}
function tokenHeader(token) {
  return `Authorization: Basic ${tokenPassword(token)}`;
}
function tokenPassword(token) {
  return Buffer.from(`x-access-token:${token}`).toString("base64");
}
var WITHHELD2, KEPT, SILENT, STAYS_HERE, PROMISED;
var init_git_environment = __esm({
  "src/adapters/git/git-environment.ts"() {
    "use strict";
    WITHHELD2 = /* @__PURE__ */ new Set(["EDITOR", "VISUAL", "PAGER", "PREFIX", "SSH_ASKPASS", "LANGUAGE"]);
    KEPT = /* @__PURE__ */ new Set([
      "GIT_SSL_CAINFO",
      "GIT_SSL_CAPATH",
      "GIT_SSL_CERT",
      "GIT_SSL_KEY",
      "GIT_SSL_NO_VERIFY"
    ]);
    SILENT = {
      GIT_NO_REPLACE_OBJECTS: "1",
      LC_ALL: "C",
      GIT_TERMINAL_PROMPT: "0",
      GIT_OPTIONAL_LOCKS: "0"
    };
    STAYS_HERE = { GIT_NO_LAZY_FETCH: "1", GIT_ALLOW_PROTOCOL: "none" };
    PROMISED = [
      ["remote.origin.promisor", "true"],
      ["remote.origin.partialclonefilter", "blob:none"]
    ];
  }
});

// src/report/failures/github-texts.ts
var GITHUB_TEXTS, CUT_SHORT;
var init_github_texts = __esm({
  "src/report/failures/github-texts.ts"() {
    "use strict";
    GITHUB_TEXTS = {
      noLabels: (why) => `It has no labels: ${why}`,
      noReview: (name, why) => `${name} could not be asked for a review: ${why}`,
      noTime: "there was no time left.",
      notWritten: (what, why) => `Could not write ${what}: ${why}`
    };
    CUT_SHORT = "\n\n(cut: GitHub takes no more)\n\n";
  }
});

// src/report/problems/action-problems.ts
function notCommentEvent(field) {
  return problemText(
    `the event is not an issue_comment event of GitHub (${field ?? "the whole payload"})`,
    "use this command in a workflow with on: issue_comment"
  );
}
function notIssueEdit(field) {
  return problemText(
    `the event is not an issues event of GitHub (${field ?? "the whole payload"})`,
    "use this command in a workflow with on: issues"
  );
}
function commentAnswer(problem2) {
  return `${problemSentence(problem2)} Known commands: ${Object.values(COMMENT_FORMS).join(", ")}.`;
}
var STOP_NOT_PASSED, actionInputProblems, COMMENT_FORMS, commentProblems, tokenProblems, NO_TRIGGER;
var init_action_problems = __esm({
  "src/report/problems/action-problems.ts"() {
    "use strict";
    init_problem();
    STOP_NOT_PASSED = "(the workflow does not pass the input stop)";
    actionInputProblems = {
      stopNotPassed: problemText(
        "it is not passed, so nobody could stop the agent",
        "write `stop: ${{ vars.WAKEFUL_STOP }}` under `with:`"
      ),
      notCommand: (command, nearest, known) => problemText(
        `${show(command)} is not a command`,
        nearest === null ? `use ${known.join(", ")}` : `did you mean ${nearest}?`
      ),
      notGoal: (goal) => problemText(
        `${show(goal)} is not the id of a goal`,
        "write the name of one file in the goals folder without .yml, e.g. docs-index"
      ),
      emptyToken: problemText("it is empty", "leave it out, or pass a secret that exists"),
      notSwitch: (text2) => problemText(`${show(text2)} is neither true nor false`, "write true or false"),
      notToken: problemText(
        "it contains spaces or characters that no token has",
        "pass the secret without any change"
      )
    };
    COMMENT_FORMS = {
      run: "/wakeful run <goal>",
      pause: "/wakeful pause <goal>",
      stop: "/wakeful stop <reason>",
      resume: "/wakeful resume [<goal>]"
    };
    commentProblems = {
      several: problemText("There is more than one command. Write each command in a comment of its own"),
      noCommand: problemText("There is no command after /wakeful"),
      notCommand: (verb, nearest) => problemText(`${show(verb)} is not a command`, nearest === null ? "" : `did you mean ${nearest}?`),
      noGoal: (verb) => problemText(`Name a goal: ${COMMENT_FORMS[verb]}`),
      notGoal: (goal) => problemText(`${show(goal)} is not the id of a goal, which is the name of its file without .yml`),
      tooMuch: (verb) => problemText(`Write nothing after the goal: ${COMMENT_FORMS[verb]}`),
      noReason: problemText(`Say why; everybody can read it: ${COMMENT_FORMS.stop}`)
    };
    tokenProblems = {
      notEncrypted: (serverUrl) => `the connection to ${serverUrl} is not encrypted, so no token is sent there.`,
      noToken: "no token is set. Set GITHUB_TOKEN or GH_TOKEN.",
      noEnterpriseToken: (host) => `no token for ${host} is set. Set GH_ENTERPRISE_TOKEN.`,
      otherServer: (host) => `a token for GitHub is not sent to ${host}. If that is your GitHub Enterprise Server, set GH_ENTERPRISE_TOKEN, or GH_HOST=${host}.`
    };
    NO_TRIGGER = "there is no `on:` in it";
  }
});

// src/core/wake-result.ts
function emptyResult(order, ending, detail) {
  const nothing = { goals: [], problems: [], alerts: [], stateBranch: null, nextDue: null, deferred: [] };
  return { wake: order.wake.id, ending, detail, ...nothing };
}
var init_wake_result = __esm({
  "src/core/wake-result.ts"() {
    "use strict";
  }
});

// src/ledger/deadline.ts
var LEASE_AFTER_DEADLINE_MS, LAST_PUSH_MARGIN_MS, Deadline;
var init_deadline = __esm({
  "src/ledger/deadline.ts"() {
    "use strict";
    init_ending();
    LEASE_AFTER_DEADLINE_MS = 6e4;
    LAST_PUSH_MARGIN_MS = 5e3;
    Deadline = class {
      #clock;
      #wallEnd;
      #monotonicEnd;
      #work = new AbortController();
      #save = new AbortController();
      #stopTicking;
      #onCancel;
      #cancel;
      constructor(clock, minutes, cancel) {
        this.#clock = clock;
        this.#wallEnd = clock.now() + minutes * 6e4;
        this.#monotonicEnd = clock.monotonic() + minutes * 6e4;
        this.#cancel = cancel;
        this.#onCancel = () => this.#work.abort(new Halt("cancelled", "The run was cancelled."));
        if (cancel.aborted) this.#onCancel();
        else cancel.addEventListener("abort", this.#onCancel, { once: true });
        this.#stopTicking = clock.every(500, () => this.#tick());
      }
      /** Wall-clock time at which leases taken by this wake end, ms. */
      get leaseEnd() {
        return this.#wallEnd + LEASE_AFTER_DEADLINE_MS;
      }
      /** Aborts at the deadline or when the run is cancelled; the reason is a `Halt`. */
      get work() {
        return this.#work.signal;
      }
      /** Aborts shortly before the leases end: for the one push that saves and releases. */
      get save() {
        return this.#save.signal;
      }
      msLeft() {
        return Math.min(this.#wallEnd - this.#clock.now(), this.#monotonicEnd - this.#clock.monotonic());
      }
      /** Whether so much time is left. */
      hasTimeFor(minutes) {
        return this.msLeft() >= minutes * 6e4;
      }
      /** Milliseconds until the leases end. */
      msLeaseLeft() {
        return this.msLeft() + LEASE_AFTER_DEADLINE_MS;
      }
      /** Throws the planned ending once the time is up or the run is cancelled. */
      check() {
        this.#tick();
        if (this.#work.signal.aborted) throw this.#work.signal.reason;
      }
      close() {
        this.#stopTicking();
        this.#cancel.removeEventListener("abort", this.#onCancel);
      }
      #tick() {
        const left = this.msLeft();
        if (left <= 0 && !this.#work.signal.aborted) {
          this.#work.abort(new Halt("time_limit", "The time of the run was used up."));
        }
        if (left + LEASE_AFTER_DEADLINE_MS - LAST_PUSH_MARGIN_MS <= 0 && !this.#save.signal.aborted) {
          this.#save.abort(new Halt("lease_lost", "The locks of this run have ended."));
        }
      }
    };
  }
});

// src/wake/wake.ts
async function wake(world, order) {
  const deadline = new Deadline(world.clock, order.minutes, order.cancel);
  try {
    return await fetchThenWork(world, order, deadline);
  } catch (reason) {
    return maskResult(halted(order, reason), createMask({ values: order.secrets, patterns: [] }));
  } finally {
    deadline.close();
  }
}
async function fetchThenWork(world, order, deadline) {
  const startedAt = world.clock.now();
  if (order.stop !== "") throw stoppedAtStart("WAKEFUL_STOP", order.stop);
  const [tips, steps] = await Promise.all([world.state.fetch(deadline.work), import("./steps.mjs")]);
  const prepared = await steps.prepare({ world, order, deadline, startedAt, tips });
  const result = await workOnGoals(steps, prepared).catch((reason) => halted(order, reason));
  return steps.completeResult(prepared, result);
}
async function workOnGoals(steps, prepared) {
  const session = await steps.openSession(prepared);
  steps.refuseStop(session);
  steps.refuseUnknownGoals(session);
  steps.noteEndOfStop(session);
  await steps.syncFileAlerts(session);
  if (session.snapshot.settingsProblems.length > 0) return steps.endIdle(session);
  const reasonIgnored = await steps.storeEvent(session);
  if (reasonIgnored !== null) return emptyResult(session.order, "nothing_due", reasonIgnored);
  await steps.settleInbox(session);
  const found = await steps.dueNow(session);
  if (found.length === 0) return steps.endIdle(session);
  let due = steps.taken(session, found);
  const run2 = await steps.startRun(session, { due: found.length, taken: due.length });
  while (due.length > 0) {
    for (const { goal } of due) {
      if (run2.mustEnd) break;
      if (!run2.hasTimeFor(goal)) continue;
      const hold = await run2.acquire(goal);
      if (hold === null) continue;
      const worked = await steps.workOnItems(hold);
      await run2.prepareRelease(hold, worked);
    }
    due = await run2.endRound();
  }
  return steps.wakeResult(session, run2.results);
}
function halted(order, reason) {
  const { ending, detail } = asHalt(reason);
  return emptyResult(order, ending, detail);
}
var init_wake = __esm({
  "src/wake/wake.ts"() {
    "use strict";
    init_mask();
    init_halt();
    init_wake_result();
    init_deadline();
    init_mask_deep();
  }
});

// src/adapters/github/http/ask.ts
var GRAPHQL;
var init_ask = __esm({
  "src/adapters/github/http/ask.ts"() {
    "use strict";
    GRAPHQL = "POST /graphql";
  }
});

// src/adapters/github/http/refused.ts
function orAbsent(answer) {
  return orNull(answer, ({ status }) => ABSENT.includes(status));
}
function orAbsentIssue(answer) {
  return orNull(answer, ({ status }) => ABSENT_ISSUE.includes(status));
}
function orHidden(answer) {
  return orNull(answer, ({ status, isLimit }) => HIDDEN.includes(status) && !isLimit);
}
async function orNull(answer, isNull) {
  try {
    return await answer;
  } catch (reason) {
    if (reason instanceof RefusedRequest && isNull(reason)) return null;
    throw reason;
  }
}
function saysWhy(data) {
  if (typeof data !== "object" || data === null) return false;
  const errors = "errors" in data && Array.isArray(data.errors) ? data.errors : [];
  const isOwn2 = (error) => typeof error === "string" || typeof error === "object" && error !== null && "message" in error && typeof error.message === "string" && error.message !== "";
  if (errors.length > 0) return errors.some(isOwn2);
  return "message" in data && typeof data.message === "string" && !/^validation failed$/i.test(data.message);
}
function wordsOf(data) {
  if (typeof data !== "object" || data === null) return "";
  const message = "message" in data ? String(data.message) : "";
  const errors = "errors" in data && Array.isArray(data.errors) ? data.errors : [];
  return oneLine([message, ...errors.slice(0, 3).map(errorWords)].filter((text2) => text2 !== "").join("; "));
}
function errorWords(error) {
  if (typeof error === "string") return error;
  if (typeof error !== "object" || error === null) return "";
  if ("message" in error && typeof error.message === "string") return error.message;
  const fields = new Map(Object.entries(error));
  return ["resource", "field", "code"].flatMap((name) => fields.get(name) ?? []).join(" ");
}
function oneLine(text2) {
  return cutBetweenWords(text2.replaceAll(/\s+/g, " ").trim(), 300);
}
var RefusedRequest, ABSENT, ABSENT_ISSUE, HIDDEN, TOO_FAST;
var init_refused = __esm({
  "src/adapters/github/http/refused.ts"() {
    "use strict";
    init_plain_text();
    RefusedRequest = class extends Error {
      ask;
      status;
      headers;
      /** What GitHub says about it, in one line. */
      words;
      #saysWhy;
      constructor(ask, reply, options) {
        super(`${reply.status} to ${ask.route}`, options);
        this.name = "Refused";
        this.ask = ask;
        this.status = reply.status;
        this.headers = reply.headers;
        this.words = wordsOf(reply.data);
        this.#saysWhy = saysWhy(reply.data);
      }
      /** Too much was asked in too short a time; later it may be asked again. */
      get isLimit() {
        if (this.status === 429) return true;
        if (this.status === 422) return TOO_FAST.test(this.words);
        if (this.status !== 403) return false;
        const isUsedUp = String(this.headers["x-ratelimit-remaining"] ?? "") === "0";
        return isUsedUp || this.headers["retry-after"] !== void 0 || /rate limit|abuse detection/i.test(this.words) || TOO_FAST.test(this.words);
      }
      /**
       * Whether GitHub says in words of its own why it does not want this, such as that only collaborators may do it. A field that it only
       * names is one that was filled in wrongly.
       */
      get isExplained() {
        if (this.status === 451 || this.status === 423) return true;
        return this.status === 422 && this.#saysWhy;
      }
    };
    ABSENT = [404, 410];
    ABSENT_ISSUE = [301, ...ABSENT];
    HIDDEN = [403, 404];
    TOO_FAST = /submitted too quickly|blocked from content creation/i;
  }
});

// src/adapters/github/http/actor.ts
async function askedFor(call2, { token, isDrafter }) {
  const by = isDrafter === void 0 ? {} : { isDrafter };
  const user = OF_AN_APP.test(token) ? null : await orHidden(call2.read({ route: "GET /user", ...by }, User));
  if (user !== null) return user.login;
  const query = "{ viewer { login } }";
  const answer = await orHidden(call2.read({ route: GRAPHQL, with: { query }, ...by }, Viewer));
  return answer?.data.viewer.login ?? ACTIONS_BOT;
}
async function drafters({ actor, drafter }, call2) {
  const own = await actor.login(call2);
  return drafter === null ? [own] : [own, await drafter.login(call2)];
}
function isSameLogin(one, other) {
  return one.toLowerCase() === other.toLowerCase();
}
async function permissionOf(call2, username) {
  const route = "GET /repos/{owner}/{repo}/collaborators/{username}/permission";
  const answer = await orHidden(call2.read({ route, with: { username } }, Permission));
  return answer?.permission ?? "unknown";
}
var ACTIONS_BOT, User, Viewer, Actor, OF_AN_APP, LEVELS, Permission;
var init_actor = __esm({
  "src/adapters/github/http/actor.ts"() {
    "use strict";
    init_dist();
    init_ask();
    init_refused();
    ACTIONS_BOT = "github-actions[bot]";
    User = object({ login: pipe(string(), nonEmpty()) });
    Viewer = object({ data: object({ viewer: User }) });
    Actor = class {
      #login;
      #options;
      constructor(options) {
        const { actor } = options;
        this.#login = actor === null ? null : Promise.resolve(actor);
        this.#options = options;
      }
      async login(call2) {
        while (this.#login !== null) {
          const asked = this.#login;
          const login = await asked.catch(() => null);
          if (login !== null) return login;
          if (this.#login === asked) this.#login = null;
        }
        this.#login = askedFor(call2, this.#options);
        return this.#login;
      }
    };
    OF_AN_APP = /^ghs_/;
    LEVELS = {
      admin: "admin",
      maintain: "write",
      write: "write",
      triage: "read",
      read: "read",
      none: "none"
    };
    Permission = object({
      permission: pipe(
        string(),
        transform((name) => Object.entries(LEVELS).find(([level]) => level === name)?.[1] ?? "none")
      )
    });
  }
});

// src/adapters/github/longest-texts.ts
function titleForGitHub(title) {
  return shortened(title, TITLE_LENGTH);
}
function bodyForGitHub(body) {
  if (body.length <= BODY_LENGTH) return body;
  const last = body.slice(body.lastIndexOf("\n") + 1);
  const tail = last.length + CUT_SHORT.length < BODY_LENGTH ? CUT_SHORT + last : "";
  return shortened(body, BODY_LENGTH - tail.length) + tail;
}
function shortened(text2, length) {
  return text2.length <= length ? text2 : text2.slice(0, length).replace(/[\uD800-\uDBFF]$/, "");
}
var TITLE_LENGTH, BODY_LENGTH;
var init_longest_texts = __esm({
  "src/adapters/github/longest-texts.ts"() {
    "use strict";
    init_github_texts();
    TITLE_LENGTH = 256;
    BODY_LENGTH = 65536;
  }
});

// src/adapters/github/comments.ts
async function comment(call2, number2, body) {
  const asked = { issue_number: number2, body: bodyForGitHub(body) };
  await call2.send({ route: "POST /repos/{owner}/{repo}/issues/{issue_number}/comments", with: asked });
}
async function explain(call2, number2, body) {
  const isNoPlace = ({ status, isLimit }) => !isLimit && NO_PLACE.includes(status);
  await orNull(comment(call2, number2, body), isNoPlace);
}
async function lastWords(context, call2, number2) {
  const asked = {
    route: "GET /repos/{owner}/{repo}/issues/{issue_number}/comments",
    with: { issue_number: number2 }
  };
  const comments = await call2.list(asked, array(Comment), { most: MOST });
  if (comments.length === 0) return null;
  const actor = await context.actor.login(call2);
  const said2 = comments.findLast(
    ({ body, user, author_association: who }) => INSIDERS.has(who) && !isSameLogin(user?.login ?? "", actor) && (body ?? "").trim() !== "" && !COMMAND.test(body ?? "")
  );
  return said2?.body?.trim() ?? null;
}
var NO_PLACE, Comment, INSIDERS, MOST, COMMAND;
var init_comments = __esm({
  "src/adapters/github/comments.ts"() {
    "use strict";
    init_dist();
    init_actor();
    init_refused();
    init_longest_texts();
    NO_PLACE = [403, 404, 410, 422];
    Comment = object({
      body: nullish(string()),
      user: nullable(object({ login: string() })),
      author_association: string()
    });
    INSIDERS = /* @__PURE__ */ new Set(["OWNER", "MEMBER", "COLLABORATOR"]);
    MOST = 200;
    COMMAND = /^\s*\/wakeful\b/;
  }
});

// src/adapters/github/subjects/issue-answer.ts
function isIssue({ pull_request }) {
  return pull_request === void 0 || pull_request === null;
}
function readIssue(call2, number2) {
  const route = "GET /repos/{owner}/{repo}/issues/{issue_number}";
  return orAbsentIssue(call2.read({ route, with: { issue_number: number2 } }, IssueAnswer));
}
async function unlistedNumbers(call2) {
  const issues = await orAbsent(
    call2.list({ route: "GET /repos/{owner}/{repo}/issues", with: NEWEST }, Numbers, { most: LISTED })
  );
  const route = "GET /repos/{owner}/{repo}/pulls";
  const listed = issues ?? await call2.list({ route, with: NEWEST }, Numbers, { most: LISTED });
  const shown = new Set(listed.map(({ number: number2 }) => number2));
  const newest = Math.max(0, ...shown);
  const around = Array.from({ length: 2 * AROUND + 1 }, (_, index) => newest + AROUND - index);
  return around.filter((number2) => number2 > 0 && !shown.has(number2));
}
var Label, IssueAnswer, AROUND, LISTED, NEWEST, Numbers;
var init_issue_answer = __esm({
  "src/adapters/github/subjects/issue-answer.ts"() {
    "use strict";
    init_dist();
    init_refused();
    Label = pipe(
      union([string(), object({ name: nullish(string()) })]),
      transform((label) => typeof label === "string" ? label : label.name ?? "")
    );
    IssueAnswer = object({
      number: number(),
      html_url: string(),
      state: string(),
      title: string(),
      body: nullish(string()),
      /** Null: the account is gone. */
      user: nullable(object({ login: string() })),
      labels: array(Label),
      comments: number(),
      created_at: string(),
      updated_at: string(),
      /** There for pull requests, which GitHub lists as issues, too. */
      pull_request: optional(unknown())
    });
    AROUND = 3;
    LISTED = 10;
    NEWEST = { state: "all", sort: "created", direction: "desc" };
    Numbers = array(object({ number: number() }));
  }
});

// src/adapters/github/alert-issues.ts
function alertIssueRequests(context) {
  const { requests } = context;
  return {
    listAlertIssues: (known, signal) => requests.call(signal, (call2) => listAlertIssues(context, call2, known)),
    openAlertIssue: ({ title, body }, signal) => requests.call(signal, async (call2) => {
      const text2 = { title: titleForGitHub(title), body: bodyForGitHub(body), labels: [ALERT_LABEL] };
      const asked = { route: "POST /repos/{owner}/{repo}/issues", with: text2 };
      const opened2 = await orNull(call2.read(asked, IssueAnswer), ({ status }) => status === 410);
      if (opened2 === null) throw new Halt("no_change", "Issues are disabled in this repository.");
      return alertOf(opened2);
    }),
    updateAlertIssue: (number2, { title, body }, signal) => requests.call(signal, async (call2) => {
      const text2 = { title: titleForGitHub(title), body: bodyForGitHub(body) };
      await orAbsentIssue(call2.send({ route: UPDATE, with: { issue_number: number2, ...text2 } }));
    }),
    closeAlertIssue: (number2, why, signal) => requests.call(signal, async (call2) => {
      const closed = { state: "closed", state_reason: "completed" };
      const gone = await orAbsentIssue(
        call2.send({ route: UPDATE, with: { issue_number: number2, ...closed } })
      );
      if (gone !== null) await explain(call2, number2, why);
    })
  };
}
async function listAlertIssues(context, call2, known) {
  const newest = await labelled(call2, "all", ALERTS);
  const older = newest.length < ALERTS ? [] : await labelled(call2, "open", OPEN);
  const listed = [...older, ...newest, ...await unlistedIssues(call2)];
  const missing = known.filter((number2) => listed.every((issue) => issue.number !== number2));
  const read = await Promise.all(missing.map((number2) => readIssue(call2, number2)));
  const all = new Map(
    [...listed.filter(isAlert), ...read].flatMap((each) => each === null ? [] : [[each.number, each]])
  );
  const alerts = [...all.values()].filter(isIssue);
  if (alerts.length === 0) return [];
  const actor = await context.actor.login(call2);
  return alerts.filter(({ user }) => isSameLogin(user?.login ?? "", actor)).map(alertOf);
}
async function labelled(call2, state, most) {
  const query = { labels: ALERT_LABEL, state, sort: "created", direction: "desc" };
  const asked = { route: "GET /repos/{owner}/{repo}/issues", with: query };
  const listed = call2.list(asked, array(IssueAnswer), { most });
  return await orNull(listed, ({ status }) => status === 410) ?? [];
}
async function unlistedIssues(call2) {
  const issues = await Promise.all((await unlistedNumbers(call2)).map((number2) => readIssue(call2, number2)));
  return issues.filter((issue) => issue !== null);
}
function isAlert(issue) {
  return isIssue(issue) && issue.labels.includes(ALERT_LABEL);
}
function alertOf({ number: number2, html_url: url, title, body, state }) {
  return { number: number2, url, title, body: body ?? "", state: state === "closed" ? "closed" : "open" };
}
var ALERTS, OPEN, UPDATE;
var init_alert_issues = __esm({
  "src/adapters/github/alert-issues.ts"() {
    "use strict";
    init_dist();
    init_labels();
    init_ending();
    init_comments();
    init_actor();
    init_refused();
    init_longest_texts();
    init_issue_answer();
    ALERTS = 200;
    OPEN = 1e3;
    UPDATE = "PATCH /repos/{owner}/{repo}/issues/{issue_number}";
  }
});

// src/adapters/github/http/permissions.ts
function permissionFor(route, headers) {
  const accepted = String(headers["x-accepted-github-permissions"] ?? "");
  const needed = accepted === "" ? `\`${guess(route)}\`` : said(accepted);
  return /`[A-Z]/.test(needed) ? `${needed} ${BEYOND_ACTIONS}` : needed;
}
function guess(route) {
  const name = BY_ROUTE.find(([part]) => route.includes(part))?.[1] ?? "metadata";
  return `${name}: ${route.startsWith("GET ") ? "read" : "write"}`;
}
function said(accepted) {
  const sets = accepted.split(";").map((set2) => set2.split(",").map(permissionOf2).join(" and "));
  return sets.join(" or ");
}
function permissionOf2(text2) {
  const [name = "", level = ""] = text2.trim().split("=");
  return `\`${NAMES[name] ?? name.replaceAll("_", "-")}: ${level}\``;
}
var BY_ROUTE, BEYOND_ACTIONS, NAMES;
var init_permissions = __esm({
  "src/adapters/github/http/permissions.ts"() {
    "use strict";
    BY_ROUTE = [
      ["/pulls", "pull-requests"],
      ["/issues", "issues"],
      ["/actions/variables", "Variables"],
      ["/actions/secrets", "Secrets"],
      ["/actions/permissions", "Administration"],
      ["/actions", "actions"],
      ["/rules", "contents"]
    ];
    BEYOND_ACTIONS = "of a fine-grained token or an App, which the token of Actions (GITHUB_TOKEN) can never have";
    NAMES = {
      actions_variables: "Variables",
      variables: "Variables",
      secrets: "Secrets",
      administration: "Administration"
    };
  }
});

// src/adapters/github/http/failures.ts
function refusalOf(ask, reason) {
  if (!(reason instanceof Error) || reason.name !== "HttpError") return reason;
  if ("response" in reason && isReply(reason.response)) {
    return new RefusedRequest(ask, reason.response, { cause: reason });
  }
  return unavailable(`GitHub cannot be reached (${ask.route}): ${rootOf(reason)}.`, reason);
}
function isReply(value) {
  return typeof value === "object" && value !== null && "status" in value && "headers" in value;
}
function rootOf(error) {
  let root = error;
  while (root.cause instanceof Error) root = root.cause;
  const code = "code" in root ? String(root.code) : root.name;
  return oneLine(root.message || code);
}
function haltOf(refused) {
  const { status, words, ask } = refused;
  if (refused.isLimit) return limited(refused);
  if (status === 401) return forbidden(refused, TOKEN_INVALID);
  if (status === 403) return forbidden(refused, notPermitted(refused));
  if (status === 404) return forbidden(refused, notFound(refused));
  if (status === 410) return forbidden(refused, `GitHub says that this is gone (${ask.route}): ${words}`);
  if (status < 400) {
    return unavailable(`GitHub says that this has moved (${ask.route}). ${whereMoved(status)}`, refused);
  }
  if (status >= 500 || status === 408) {
    const said2 = words === "" ? "." : `: ${words}`;
    return unavailable(`GitHub has a fault of its own: ${status} to ${ask.route}${said2}`, refused);
  }
  if (status === 409 || status === 412)
    return unavailable(`GitHub was busy with the same thing (${ask.route}): ${words}`, refused);
  if (refused.isExplained) return forbidden(refused, `GitHub refuses this (${ask.route}): ${words}`);
  return new Halt("unexpected", `GitHub did not accept ${ask.route}, with ${status}: ${words}`, {
    cause: refused
  });
}
function whereMoved(status) {
  return status === 301 || status === 308 ? "If the repository was renamed, give the remote its new address." : "A later run asks again.";
}
function notPermitted(refused) {
  const sso = String(refused.headers["x-github-sso"] ?? "");
  if (sso !== "") return "The token has to be authorised for the single sign-on of the organisation first.";
  if (BEYOND_PERMISSIONS.test(refused.words))
    return `GitHub refuses this (${refused.ask.route}), whatever the token may do: ${refused.words}`;
  const needed = permissionFor(refused.ask.route, refused.headers);
  return `The token may not do this (${refused.ask.route}); it needs ${needed}. GitHub says: ${refused.words}`;
}
function notFound({ ask, headers }) {
  const needed = permissionFor(ask.route, headers);
  return `GitHub knows nothing here (${ask.route}): it does not exist, or the token may not see it, for which it needs ${needed}.`;
}
function limited(refused) {
  const seconds = Number(refused.headers["retry-after"]);
  const wait = seconds > 0 ? `for ${seconds} seconds` : "for a while";
  const detail = `GitHub asks to be left alone ${wait}: ${refused.words} A later run goes on.`;
  return unavailable(detail, refused);
}
function forbidden(cause, detail) {
  return new Halt("forbidden", detail, { cause });
}
function unavailable(detail, cause) {
  return new Halt("github_unavailable", detail, { cause });
}
function silence(route, ms) {
  return unavailable(`GitHub did not answer within ${Math.ceil(ms / 1e3)} seconds (${route}).`);
}
function brokenAnswer(ask, issues) {
  const [first] = issues;
  const where = (first?.path ?? []).map(({ key }) => String(key)).join(".");
  const what = where === "" ? "it is no such answer" : `at ${where}`;
  return unavailable(`GitHub's answer cannot be read (${ask.route}): ${what}.`);
}
var TOKEN_INVALID, BEYOND_PERMISSIONS;
var init_failures = __esm({
  "src/adapters/github/http/failures.ts"() {
    "use strict";
    init_ending();
    init_permissions();
    init_refused();
    TOKEN_INVALID = "GitHub says that the token is not valid or has expired. Give the workflow a valid one; the one of Actions lives as long as its job.";
    BEYOND_PERMISSIONS = /archived|read-only|suspended|\bblocked\b|\blocked\b|disabled|IP (?:address|allow list)|too many comments/i;
  }
});

// src/adapters/github/own-labels.ts
function labelRequests(context) {
  const { requests } = context;
  return {
    ownLabels: (names2, signal) => requests.call(signal, (call2) => ownLabels(context, call2, names2)),
    deleteLabel: (name, signal) => requests.call(signal, async (call2) => {
      const gone = await orAbsent(call2.send({ route: `DELETE ${LABELS}/{name}`, with: { name } }));
      return gone !== null;
    })
  };
}
async function ownLabels(context, call2, names2) {
  const all = await call2.list({ route: `GET ${LABELS}` }, Labels, MANY);
  const made = all.filter(
    ({ name, color, description }) => names2.some((each) => isSameLogin(each, name)) && color.toLowerCase() === MADE_BY_GITHUB && (description ?? "") === ""
  );
  const own = [];
  for (const { name } of made) if (await isOnlyAgents(context, call2, name)) own.push(name);
  return own;
}
async function isOnlyAgents(context, call2, label) {
  const asked = { route: "GET /repos/{owner}/{repo}/issues", with: { labels: label, state: "all" } };
  const carriers = await call2.list(asked, Carriers, MANY);
  const actor = await context.actor.login(call2);
  const isAgents = ({ user, body }) => isSameLogin(user?.login ?? "", actor) || user?.login.endsWith("[bot]") === true && readMarker(body ?? "") !== null;
  return carriers.length < MANY.most && carriers.every(isAgents);
}
var LABELS, Labels, Carriers, MANY, MADE_BY_GITHUB;
var init_own_labels = __esm({
  "src/adapters/github/own-labels.ts"() {
    "use strict";
    init_dist();
    init_marker();
    init_actor();
    init_refused();
    LABELS = "/repos/{owner}/{repo}/labels";
    Labels = array(
      object({ name: string(), color: string(), description: nullish(string(), null) })
    );
    Carriers = array(
      object({ user: nullable(object({ login: string() })), body: nullish(string(), "") })
    );
    MANY = { most: 1e3 };
    MADE_BY_GITHUB = "ededed";
  }
});

// src/adapters/github/protection.ts
function protectionRequests({ requests }) {
  return {
    rulesets: (signal) => requests.call(signal, rulesetsOf),
    environment: (name, signal) => requests.call(signal, (call2) => environmentOf(call2, name))
  };
}
async function rulesetsOf(call2) {
  const listed = await orHidden(call2.list({ route: `GET ${REPOSITORY}/rulesets` }, Listed, MANY2));
  if (listed === null) return null;
  const read = listed.map(({ id }) => {
    const asked = { route: `GET ${REPOSITORY}/rulesets/{ruleset_id}`, with: { ruleset_id: id } };
    return orHidden(call2.read(asked, Ruleset));
  });
  return (await Promise.all(read)).flatMap((ruleset) => ruleset === null ? [] : [factsOf(ruleset)]);
}
function factsOf(ruleset) {
  const { name, target, enforcement, conditions, rules, bypass_actors: actors } = ruleset;
  return {
    name,
    target: target === "branch" || target === "tag" ? target : "other",
    isActive: enforcement === "active",
    include: conditions?.ref_name?.include ?? [],
    exclude: conditions?.ref_name?.exclude ?? [],
    rules: rules.map(({ type }) => type),
    exempt: actors?.map(({ actor_type: type, actor_id: id }) => `${type} ${id ?? ""}`.trim()) ?? null
  };
}
async function environmentOf(call2, name) {
  const asked = { environment_name: name };
  const found = await orHidden(call2.read({ route: `GET ${ENVIRONMENT}`, with: asked }, Environment));
  if (found === null) return null;
  const policy = found.deployment_branch_policy ?? null;
  const route = `GET ${ENVIRONMENT}/deployment-branch-policies`;
  const named2 = policy?.custom_branch_policies === true;
  const branches = named2 ? await orHidden(call2.list({ route, with: asked }, Policies, MANY2)) : null;
  const secrets = call2.list({ route: `GET ${ENVIRONMENT}/secrets`, with: asked }, Secrets, MANY2);
  return { branches, secretNames: await orHidden(secrets) };
}
var REPOSITORY, ENVIRONMENT, MANY2, Listed, Patterns, RefName, Actor2, Ruleset, Environment, Policies, Secrets;
var init_protection = __esm({
  "src/adapters/github/protection.ts"() {
    "use strict";
    init_dist();
    init_refused();
    REPOSITORY = "/repos/{owner}/{repo}";
    ENVIRONMENT = `${REPOSITORY}/environments/{environment_name}`;
    MANY2 = { most: 300 };
    Listed = array(object({ id: number() }));
    Patterns = optional(array(string()), []);
    RefName = object({ include: Patterns, exclude: Patterns });
    Actor2 = object({ actor_type: string(), actor_id: nullish(number()) });
    Ruleset = object({
      name: string(),
      target: optional(string(), "branch"),
      enforcement: string(),
      conditions: nullish(object({ ref_name: optional(RefName) })),
      rules: optional(array(object({ type: string() })), []),
      /** Only people who may change the ruleset are told of it. */
      bypass_actors: optional(array(Actor2))
    });
    Environment = object({
      deployment_branch_policy: nullish(
        object({ protected_branches: boolean(), custom_branch_policies: boolean() })
      )
    });
    Policies = pipe(
      object({
        branch_policies: array(object({ name: string(), type: optional(string(), "branch") }))
      }),
      transform(
        ({ branch_policies }) => branch_policies.map(({ name, type }) => type === "tag" ? `tag:${name}` : name)
      )
    );
    Secrets = pipe(
      object({ secrets: array(object({ name: string() })) }),
      transform(({ secrets }) => secrets.map(({ name }) => name))
    );
  }
});

// src/adapters/github/repository-facts.ts
async function repositoryFacts(call2, branches) {
  const [repository, actions, workflow, rules, own, shared, guarded] = await Promise.all([
    call2.read({ route: `GET ${REPOSITORY2}` }, Repository),
    orHidden(call2.read({ route: `GET ${REPOSITORY2}/actions/permissions` }, Enabled)),
    orHidden(call2.read({ route: `GET ${REPOSITORY2}/actions/permissions/workflow` }, Workflow)),
    Promise.all(branches.map(async (branch) => [branch, await rulesOf(call2, branch)])),
    orHidden(call2.list({ route: `GET ${REPOSITORY2}/actions/secrets` }, Secrets2, MANY3)),
    orHidden(call2.list({ route: `GET ${REPOSITORY2}/actions/organization-secrets` }, Secrets2, MANY3)),
    orHidden(call2.list({ route: `GET ${REPOSITORY2}/branches`, with: { protected: true } }, Branches, MANY3))
  ]);
  return {
    name: repository.full_name,
    defaultBranch: repository.default_branch,
    isPrivate: repository.private,
    isFork: repository.fork,
    hasIssues: repository.has_issues,
    isDefaultBranchGuarded: guarded?.includes(repository.default_branch) ?? null,
    actionsMayOpenPullRequests: workflow?.can_approve_pull_request_reviews ?? null,
    areActionsEnabled: actions?.enabled ?? null,
    rules: Object.fromEntries(rules),
    secretNames: own === null ? null : [.../* @__PURE__ */ new Set([...own, ...shared ?? []])]
  };
}
async function repositoryIdentity(call2) {
  const { id, full_name: name } = await call2.read({ route: `GET ${REPOSITORY2}` }, Repository);
  return { id, name };
}
async function rulesOf(call2, branch) {
  const asked = { route: `GET ${REPOSITORY2}/rules/branches/{branch}`, with: { branch } };
  const rules = await orHidden(call2.list(asked, Rules, MANY3));
  return rules === null ? null : [...new Set(rules.map(({ type }) => type))];
}
var REPOSITORY2, Repository, Enabled, Workflow, Rules, Branches, Secrets2, MANY3;
var init_repository_facts = __esm({
  "src/adapters/github/repository-facts.ts"() {
    "use strict";
    init_dist();
    init_refused();
    REPOSITORY2 = "/repos/{owner}/{repo}";
    Repository = object({
      id: number(),
      full_name: string(),
      default_branch: string(),
      private: boolean(),
      fork: boolean(),
      has_issues: boolean()
    });
    Enabled = object({ enabled: boolean() });
    Workflow = object({ can_approve_pull_request_reviews: boolean() });
    Rules = array(object({ type: string() }));
    Branches = pipe(
      array(object({ name: string() })),
      transform((branches) => branches.map(({ name }) => name))
    );
    Secrets2 = pipe(
      object({ secrets: array(object({ name: string() })) }),
      transform(({ secrets }) => secrets.map(({ name }) => name))
    );
    MANY3 = { most: 1e3 };
  }
});

// src/adapters/github/variables.ts
function variableRequests({ requests }) {
  return {
    readVariable: (name, signal) => requests.call(signal, async (call2) => {
      const own = await call2.find({ route: `GET ${VARIABLES}/{name}`, with: { name } }, Variable);
      if (own !== null) return own.value;
      await checkVisible(call2);
      return sharedVariable(call2, name);
    }),
    setVariable: (name, value, signal) => requests.call(signal, (call2) => setVariable(call2, name, value)),
    deleteVariable: (name, signal) => requests.call(signal, async (call2) => {
      const gone = await orAbsent(call2.send({ route: `DELETE ${VARIABLES}/{name}`, with: { name } }));
      return gone !== null;
    })
  };
}
async function checkVisible(call2) {
  await call2.send({ route: `GET ${VARIABLES}`, with: { per_page: 1 } });
}
async function sharedVariable(call2, name) {
  const route = "GET /repos/{owner}/{repo}/actions/organization-variables";
  const shared = await orAbsent(call2.list({ route }, Variables, SHARED)) ?? [];
  return shared.find((variable) => variable.name.toUpperCase() === name.toUpperCase())?.value ?? null;
}
async function setVariable(call2, name, value) {
  const replace = () => orAbsent(call2.send({ route: `PATCH ${VARIABLES}/{name}`, with: { name, value } }));
  if (await replace() !== null) return;
  try {
    await call2.send({ route: `POST ${VARIABLES}`, with: { name, value } });
  } catch (reason) {
    if (!(reason instanceof RefusedRequest && reason.status === 409)) throw reason;
    await replace();
  }
}
var VARIABLES, Variable, Variables, SHARED;
var init_variables = __esm({
  "src/adapters/github/variables.ts"() {
    "use strict";
    init_dist();
    init_refused();
    VARIABLES = "/repos/{owner}/{repo}/actions/variables";
    Variable = object({ name: string(), value: string() });
    Variables = pipe(
      object({ variables: array(Variable) }),
      transform(({ variables }) => variables)
    );
    SHARED = { most: 1e3, pages: 34 };
  }
});

// src/adapters/github/workflows.ts
function workflowRequests(context) {
  const { requests } = context;
  const order = (route, workflow_id, signal) => requests.call(signal, async (call2) => {
    await call2.send({ route, with: { workflow_id } });
  });
  return {
    workflow: (file, signal) => readWorkflow(context, file, signal),
    enableWorkflow: (file, signal) => order(`PUT ${WORKFLOW}/enable`, file, signal),
    disableWorkflow: (file, signal) => order(`PUT ${WORKFLOW}/disable`, file, signal),
    startWorkflow: (file, start, signal) => startWorkflow(context, { ...start, file }, signal),
    newestRun: (file, signal) => newestRun(context, file, signal)
  };
}
function readWorkflow(context, file, signal) {
  return context.requests.call(signal, async (call2) => {
    const workflow = await call2.find({ route: `GET ${WORKFLOW}`, with: { workflow_id: file } }, Workflow2);
    return workflow?.state ?? null;
  });
}
function startWorkflow({ requests }, { file, branch, inputs }, signal) {
  return requests.call(signal, async (call2) => {
    try {
      await call2.send({
        route: `POST ${WORKFLOW}/dispatches`,
        with: { workflow_id: file, ref: branch, inputs }
      });
    } catch (reason) {
      throw reason instanceof RefusedRequest && reason.status === 422 ? notStarted(file, reason) : reason;
    }
  });
}
function notStarted(file, cause) {
  return new Halt("forbidden", `The workflow ${file} cannot be started: ${cause.words}.`, { cause });
}
function newestRun({ requests }, file, signal) {
  return requests.call(signal, async (call2) => {
    const asked = { route: `GET ${WORKFLOW}/runs`, with: { workflow_id: file } };
    const runs = await orAbsent(call2.list(asked, Runs, { most: RUNS })) ?? [];
    const woken = runs.filter(({ conclusion }) => conclusion !== "skipped");
    const [newest] = woken.toSorted((a, b) => Date.parse(b.created_at) - Date.parse(a.created_at));
    if (newest === void 0) return null;
    return { createdAt: newest.created_at, url: newest.html_url, status: statusOf(newest) };
  });
}
function statusOf({ status, conclusion }) {
  if (status === "completed") return conclusion === "success" ? "finished" : "failed";
  return status === "in_progress" ? "running" : "queued";
}
var WORKFLOW, STATES, Workflow2, Run, Runs, RUNS, LOOK_EVERY_MS, WorkflowSwitch;
var init_workflows = __esm({
  "src/adapters/github/workflows.ts"() {
    "use strict";
    init_dist();
    init_ending();
    init_refused();
    WORKFLOW = "/repos/{owner}/{repo}/actions/workflows/{workflow_id}";
    STATES = [
      "active",
      "disabled_manually",
      "disabled_inactivity",
      "disabled_fork",
      "deleted"
    ];
    Workflow2 = object({ state: picklist(STATES) });
    Run = object({
      created_at: string(),
      html_url: string(),
      status: nullable(string()),
      conclusion: nullable(string())
    });
    Runs = pipe(
      object({ workflow_runs: array(Run) }),
      transform(({ workflow_runs }) => workflow_runs)
    );
    RUNS = 20;
    LOOK_EVERY_MS = 1e4;
    WorkflowSwitch = class {
      #context;
      #isDisabled = false;
      /** By the monotonic clock, ms. */
      #lookAt;
      constructor(context) {
        this.#context = context;
        this.#lookAt = context.workflow === null ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
      }
      async isDisabled(signal) {
        const { workflow, clock } = this.#context;
        if (workflow !== null && clock.monotonic() >= this.#lookAt) {
          this.#lookAt = clock.monotonic() + LOOK_EVERY_MS;
          this.#isDisabled = await this.#look(workflow, signal);
        }
        return this.#isDisabled;
      }
      async #look(workflow, signal) {
        try {
          return await readWorkflow(this.#context, workflow, signal) === "disabled_manually";
        } catch (reason) {
          signal.throwIfAborted();
          if (!(reason instanceof Halt)) throw reason;
          if (reason.ending === "forbidden") this.#lookAt = Number.POSITIVE_INFINITY;
          return this.#isDisabled;
        }
      }
    };
  }
});

// src/adapters/github/control.ts
function controlRequests(context) {
  const { requests } = context;
  return {
    permissionOf: (login, signal) => requests.call(signal, (call2) => permissionOf(call2, login)),
    ...variableRequests(context),
    ...workflowRequests(context),
    ...protectionRequests(context),
    ...labelRequests(context),
    releases: (ask, signal) => requests.call(signal, (call2) => releasesOf(call2, ask)),
    answerComment: (answer, signal) => requests.call(signal, (call2) => answerComment(call2, answer)),
    identity: (signal) => requests.call(signal, repositoryIdentity),
    repositoryFacts: (branches, signal) => requests.call(signal, (call2) => repositoryFacts(call2, branches))
  };
}
async function answerComment(call2, { issue, comment: id, reaction, body }) {
  const route = "POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions";
  if (id !== null) await orAbsent(call2.send({ route, with: { comment_id: id, content: reaction } }));
  if (body !== null) await comment(call2, issue, body);
}
async function releasesOf(call2, { repository, tag }) {
  const [owner, repo] = repository.split("/");
  const asked = {
    route: "GET /repos/{owner}/{repo}/releases",
    with: { owner, repo, per_page: MOST2 },
    unlessTag: tag
  };
  const reply = await orNull(call2.send(asked), ({ status }) => status === NOT_MODIFIED);
  if (reply === null) return null;
  const read = safeParse(Releases, reply.data);
  if (!read.success) throw brokenAnswer(asked, read.issues);
  const published = read.output.filter(({ draft, prerelease }) => !draft && !prerelease);
  return {
    tag: String(reply.headers["etag"] ?? "") || null,
    releases: published.map(({ tag_name: name, body }) => ({ name, notes: body }))
  };
}
var Releases, MOST2, NOT_MODIFIED;
var init_control = __esm({
  "src/adapters/github/control.ts"() {
    "use strict";
    init_dist();
    init_comments();
    init_actor();
    init_failures();
    init_refused();
    init_own_labels();
    init_protection();
    init_repository_facts();
    init_variables();
    init_workflows();
    Releases = array(
      object({
        tag_name: string(),
        body: nullish(string(), ""),
        draft: boolean(),
        prerelease: boolean()
      })
    );
    MOST2 = 30;
    NOT_MODIFIED = 304;
  }
});

// src/adapters/github/draft-extras.ts
async function addExtras(call2, number2, { labels, reviewers }) {
  return [
    ...await withoutLabels(call2, number2, labels),
    ...await withoutReviewers(call2, number2, reviewers)
  ];
}
async function withoutLabels(call2, number2, labels) {
  if (labels.length === 0) return [];
  const route = "POST /repos/{owner}/{repo}/issues/{issue_number}/labels";
  const refused = await tried(call2, call2.send({ route, with: { issue_number: number2, labels } }));
  return refused === null ? [] : [GITHUB_TEXTS.noLabels(refused)];
}
async function withoutReviewers(call2, number2, names2) {
  if (names2.length === 0 || await tried(call2, askForReview(call2, number2, names2)) === null) return [];
  const lacks = [];
  for (const name of names2) {
    const refused = await tried(call2, askForReview(call2, number2, [name]));
    if (refused !== null) lacks.push(GITHUB_TEXTS.noReview(name, refused));
  }
  return lacks;
}
function askForReview(call2, number2, names2) {
  const teams = names2.flatMap((name) => name.split("/")[1] ?? []);
  const people = names2.filter((name) => !name.includes("/"));
  const route = "POST /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers";
  return call2.send({ route, with: { pull_number: number2, reviewers: people, team_reviewers: teams } });
}
async function tried(call2, request) {
  try {
    await request;
    return null;
  } catch (reason) {
    if (call2.isOver) return GITHUB_TEXTS.noTime;
    if (reason instanceof RefusedRequest) return `${reason.status}: ${reason.words}`;
    if (reason instanceof Halt) return reason.detail;
    throw reason;
  }
}
var init_draft_extras = __esm({
  "src/adapters/github/draft-extras.ts"() {
    "use strict";
    init_ending();
    init_github_texts();
    init_refused();
  }
});

// src/adapters/github/pull-request.ts
function draftOf(pull, openedBy) {
  const { number: number2, html_url: url, title, body, head } = pull;
  const place = { number: number2, url, branch: head.ref, base: pull.base.ref, head: head.sha, endedAt: endOf(pull) };
  return { ...place, title, body: body ?? "", state: stateOf(pull), openedBy };
}
function stateOf({ state, merged_at }) {
  if (typeof merged_at === "string") return "merged";
  return state === "closed" ? "closed" : "open";
}
function endOf({ state, closed_at }) {
  return state === "closed" && typeof closed_at === "string" ? Date.parse(closed_at) : null;
}
var PullRequest;
var init_pull_request = __esm({
  "src/adapters/github/pull-request.ts"() {
    "use strict";
    init_dist();
    PullRequest = object({
      number: number(),
      html_url: string(),
      state: string(),
      merged_at: nullish(string()),
      closed_at: nullish(string()),
      title: string(),
      body: nullish(string()),
      base: object({ ref: string() }),
      /** Null: the account is gone. */
      user: nullable(object({ login: string() })),
      /** `repo` is null when the fork behind it was deleted. */
      head: object({ ref: string(), sha: string(), repo: nullable(object({ full_name: string() })) })
    });
  }
});

// src/adapters/github/new-draft.ts
async function createDraft(context, call2, draft) {
  const pull = await opened(context, call2, draft);
  const lacks = await addExtras(call2, pull.number, draft);
  return { ...draftOf(pull, "agent"), lacks };
}
async function opened(context, call2, draft) {
  try {
    return await post(call2, draft, draft.isReady !== true);
  } catch (reason) {
    if (!(reason instanceof RefusedRequest)) throw reason;
    if (!isWithoutDrafts(reason)) throw refusal(context, draft, reason);
    if (!draft.readyWhereUnsupported) throw withoutDrafts(reason);
  }
  try {
    return await post(call2, draft, false);
  } catch (reason) {
    throw reason instanceof RefusedRequest ? refusal(context, draft, reason) : reason;
  }
}
function post(call2, draft, isDraft) {
  const { branch, base } = draft;
  const text2 = { title: titleForGitHub(draft.title), body: bodyForGitHub(draft.body) };
  const asked = { ...text2, head: branch, base, draft: isDraft };
  const ask = { route: "POST /repos/{owner}/{repo}/pulls", with: asked, isDrafter: true };
  return call2.read(ask, PullRequest);
}
function isWithoutDrafts({ status, words }) {
  return status === 422 && /draft pull requests are not supported/i.test(words);
}
function withoutDrafts(cause) {
  const detail = "This repository has no draft pull requests, and the agent opens no other ones. To let it, write `draft: {ready_where_unsupported: true}` into `.github/wakeful.yml`.";
  return new Halt("forbidden", detail, { cause });
}
function refusal(context, { branch, base }, refused) {
  const { status, words } = refused;
  if (status === 403 && /not permitted to create or approve pull requests/i.test(words)) {
    return new Halt("forbidden", notPermitted2(context, { branch, base }), { cause: refused });
  }
  if (status !== 422) return refused;
  if (/no commits between/i.test(words)) {
    return new Halt("no_change", `${base} holds all commits of ${branch} already.`, { cause: refused });
  }
  if (/already exists/i.test(words)) {
    return unavailable(otherPullRequest(branch), refused);
  }
  if (/no history in common/i.test(words))
    return new Halt("forbidden", NO_HISTORY(branch, base), { cause: refused });
  return refusedBranch(refused, { branch, base }) ?? refused;
}
function refusedBranch(reason, { branch = "", base }) {
  if (!(reason instanceof RefusedRequest) || reason.status !== 422) return null;
  const [, which] = /\b(head|base) invalid\b/i.exec(reason.words) ?? [];
  if (which === void 0) return null;
  return unavailable(`GitHub knows no branch ${which.toLowerCase() === "head" ? branch : base}.`, reason);
}
function otherPullRequest(branch) {
  return `There is a pull request for ${branch} that the lists do not show yet, or that somebody without write permission has opened. Close it if it is not the agent's.`;
}
function notPermitted2(context, { branch, base }) {
  const [organisation = ""] = context.repository.split("/");
  const compare = `${context.serverUrl}/${context.repository}/compare/${pathOf(base)}...${pathOf(branch)}?expand=1`;
  return [
    "GitHub does not let Actions open pull requests here.",
    'Tick "Allow GitHub Actions to create and approve pull requests" in the repository under Settings → Actions → General → Workflow permissions;',
    `where it cannot be ticked, first in the organisation ${organisation} under the same path.`,
    `The work is kept on the branch ${branch}. To open the pull request by hand: \`${compare}\``
  ].join(" ");
}
function pathOf(branch) {
  return branch.split("/").map(encodeURIComponent).join("/");
}
var NO_HISTORY;
var init_new_draft = __esm({
  "src/adapters/github/new-draft.ts"() {
    "use strict";
    init_ending();
    init_draft_extras();
    init_failures();
    init_refused();
    init_longest_texts();
    init_pull_request();
    NO_HISTORY = (branch, base) => `${branch} and ${base} have no commit in common: somebody has rewritten ${base}. What is on ${branch} can be offered no more. Take from it what you need and delete it.`;
  }
});

// src/adapters/github/drafts.ts
function draftRequests(context) {
  const { requests } = context;
  return {
    findDrafts: (branch, signal) => requests.call(signal, (call2) => findDrafts(context, call2, branch)),
    createDraft: (draft, signal) => requests.call(signal, (call2) => createDraft(context, call2, draft)),
    updateDraft: (number2, { title, body, base, labels = [], reviewers = [] }, signal) => requests.call(signal, async (call2) => {
      const text2 = { title: titleForGitHub(title), body: bodyForGitHub(body) };
      const target = base === void 0 ? {} : { base };
      const asked = call2.send({ route: UPDATE2, with: { pull_number: number2, ...text2, ...target } });
      await asked.catch((reason) => {
        throw refusedBranch(reason, { base: base ?? "" }) ?? reason;
      });
      await addExtras(call2, number2, { labels, reviewers });
    }),
    lastWords: (number2, signal) => requests.call(signal, (call2) => lastWords(context, call2, number2)),
    branchRules: (branch, signal) => requests.call(signal, (call2) => branchRules(call2, branch)),
    bindingRules: (branch, signal) => requests.call(signal, (call2) => bindingRules(context, call2, branch)),
    closeDraft: (number2, why, signal) => requests.call(signal, async (call2) => {
      await call2.send({ route: UPDATE2, with: { pull_number: number2, state: "closed" } });
      await explain(call2, number2, why);
    })
  };
}
async function branchRules(call2, branch) {
  const rules = await orHidden(call2.list({ route: RULES_OF_BRANCH, with: { branch } }, Rules2, RULES));
  return rules === null ? null : JSON.stringify(rules.map((rule) => JSON.stringify(rule)).sort());
}
async function bindingRules(context, call2, branch) {
  const mayBeExempt = context.drafter !== null || !isSameLogin(await context.actor.login(call2), ACTIONS_BOT);
  if (mayBeExempt) return [];
  const asked = { route: RULES_OF_BRANCH, with: { branch } };
  const rules = await orHidden(call2.list(asked, Binding, RULES)) ?? [];
  return rules.map(({ type, parameters }) => {
    const { operator, pattern, negate = false } = parameters ?? {};
    const isPattern = operator !== void 0 && pattern !== void 0;
    return { type, pattern: isPattern ? { operator, pattern, isNegated: negate } : null };
  });
}
async function findDrafts(context, call2, branch) {
  const [owner = ""] = context.repository.split("/");
  const query = { head: `${owner}:${branch}`, state: "all", sort: "created", direction: "asc" };
  const listed = await call2.list(
    { route: "GET /repos/{owner}/{repo}/pulls", with: query },
    array(PullRequest),
    { most: DRAFTS }
  );
  const isOfBranch = ({ head }) => head.ref === branch && head.repo?.full_name.toLowerCase() === context.repository.toLowerCase();
  const found = listed.filter(isOfBranch);
  const pulls = found.length > 0 ? found : (await unlistedPulls(call2)).filter(isOfBranch);
  return withOpeners(context, call2, pulls);
}
async function withOpeners(context, call2, pulls) {
  if (pulls.length === 0) return [];
  const own = await drafters(context, call2);
  const logins = new Set(pulls.flatMap(({ user }) => user?.login ?? []));
  const openers = /* @__PURE__ */ new Map();
  for (const login of logins)
    openers.set(login, own.some((each) => isSameLogin(login, each)) ? "agent" : await openerOf(call2, login));
  return pulls.map((pull) => draftOf(pull, openers.get(pull.user?.login ?? "") ?? "stranger"));
}
async function openerOf(call2, login) {
  const permission = await permissionOf(call2, login);
  return permission === "admin" || permission === "write" ? "writer" : "stranger";
}
async function unlistedPulls(call2) {
  const numbers = await unlistedNumbers(call2);
  const pulls = await Promise.all(
    numbers.map(
      (pull_number) => call2.find(
        { route: "GET /repos/{owner}/{repo}/pulls/{pull_number}", with: { pull_number } },
        PullRequest
      )
    )
  );
  return pulls.filter((pull) => pull !== null);
}
var DRAFTS, UPDATE2, Rules2, RULES, RULES_OF_BRANCH, Patterned, Binding;
var init_drafts = __esm({
  "src/adapters/github/drafts.ts"() {
    "use strict";
    init_dist();
    init_comments();
    init_draft_extras();
    init_actor();
    init_refused();
    init_longest_texts();
    init_new_draft();
    init_pull_request();
    init_issue_answer();
    DRAFTS = 200;
    UPDATE2 = "PATCH /repos/{owner}/{repo}/pulls/{pull_number}";
    Rules2 = array(looseObject({ type: string() }));
    RULES = { most: 1e3 };
    RULES_OF_BRANCH = "GET /repos/{owner}/{repo}/rules/branches/{branch}";
    Patterned = looseObject({
      operator: optional(string()),
      pattern: optional(string()),
      negate: optional(boolean(), false)
    });
    Binding = array(object({ type: string(), parameters: nullish(Patterned) }));
  }
});

// src/adapters/github/http/call.ts
function nextPlace(link, number2) {
  const next = link.split(/,\s*(?=<)/).find((each) => /;\s*rel="?next"?/.test(each));
  if (next === void 0) return null;
  const query = new URLSearchParams(/<[^>?]*\?([^>]*)>/.exec(next)?.[1] ?? "");
  const marks = MARKS.flatMap((name) => {
    const value = query.get(name);
    return value === null ? [] : [[name, value]];
  });
  return marks.length === 0 ? { page: number2 + 1 } : Object.fromEntries(marks);
}
function readAs(schema, ask, data) {
  const parsed = safeParse(schema, data);
  if (parsed.success) return parsed.output;
  throw brokenAnswer(ask, parsed.issues);
}
var PAGE, REDIRECTS, ABSENT_TEXT, GitHubCall, MARKS;
var init_call = __esm({
  "src/adapters/github/http/call.ts"() {
    "use strict";
    init_dist();
    init_failures();
    init_refused();
    PAGE = 100;
    REDIRECTS = [302, 303, 307, 308];
    ABSENT_TEXT = [404, 410];
    GitHubCall = class {
      #send;
      #signal;
      #download;
      /** What was asked last. */
      last = "";
      constructor({ send, signal, download: download2 }) {
        this.#send = send;
        this.#signal = signal;
        this.#download = download2;
      }
      /** Its time is up, or it was aborted: nothing more is sent. */
      get isOver() {
        return this.#signal.aborted;
      }
      /** Throws `Refused` when GitHub refuses, `Halt('github_unavailable')` when it gives no answer that can be read. */
      async send(ask) {
        this.last = ask.route;
        try {
          const reply = await this.#send(ask);
          if (reply.status < 300) return reply;
          throw new RefusedRequest(ask, reply);
        } catch (reason) {
          throw refusalOf(ask, reason);
        }
      }
      async read(ask, schema) {
        const { data } = await this.send(ask);
        return readAs(schema, ask, data);
      }
      /** Null: there is no such thing. */
      async find(ask, schema) {
        return orAbsent(this.read(ask, schema));
      }
      /** The end of a text that GitHub keeps on another host, and sends whoever asks there. Null: it is gone. */
      async text(ask, bytes) {
        const { last } = this;
        const place = await orNull(this.#placeOf(ask), ({ status }) => ABSENT_TEXT.includes(status));
        if (place === null || place.kind === "text") return place?.text.slice(-bytes) ?? null;
        try {
          return await this.#download({ address: place.address, bytes, signal: this.#signal });
        } catch (reason) {
          if (this.#signal.aborted) throw reason;
          throw unavailable(`What GitHub keeps for ${ask.route} cannot be fetched.`, reason);
        } finally {
          this.last = last;
        }
      }
      async #placeOf(ask) {
        try {
          const { data } = await this.send(ask);
          return { kind: "text", text: typeof data === "string" ? data : "" };
        } catch (reason) {
          const isElsewhere = reason instanceof RefusedRequest && REDIRECTS.includes(reason.status);
          const address = isElsewhere ? String(reason.headers["location"] ?? "") : "";
          if (!URL.canParse(address)) throw reason;
          return { kind: "address", address };
        }
      }
      /** A list, page by page. `page` reads the entries of one. */
      async list(ask, page, bounds) {
        const { most, pages = Math.ceil(most / PAGE) } = bounds;
        const size = bounds.pages === void 0 ? Math.min(PAGE, most) : PAGE;
        const found = [];
        let place = { page: 1 };
        for (let number2 = 1; place !== null && found.length < most && number2 <= pages; number2++) {
          const asked = { ...ask, with: { per_page: size, ...ask.with, ...place } };
          const reply = await this.#page(asked, number2);
          if (reply === null) break;
          found.push(...readAs(page, asked, reply.data));
          place = nextPlace(String(reply.headers["link"] ?? ""), number2);
        }
        return found.slice(0, most);
      }
      /** Null: GitHub goes no further back in this list. */
      async #page(ask, number2) {
        const isEnd = ({ status, words }) => status === 422 && /pagination is limited/i.test(words);
        return number2 === 1 ? this.send(ask) : orNull(this.send(ask), isEnd);
      }
    };
    MARKS = ["after", "before", "cursor"];
  }
});

// src/adapters/github/http/client.ts
async function loadClients(options) {
  const [{ Octokit: Plain }, { retry }, { throttling }] = await Promise.all([
    import("./octokit-rest.mjs"),
    import("./octokit-plugin-retry.mjs"),
    import("./octokit-plugin-throttling.mjs")
  ]);
  const Client = Plain.plugin(retry, throttling);
  const pace = options.pace ?? PACE;
  const onLimit = (seconds, { request }, _client, retries) => retries < LIMIT_RETRIES && isInTime(seconds, request, options.clock);
  const usual = {
    baseUrl: options.apiUrl,
    auth: options.token,
    userAgent: "wakeful",
    log: SILENT2,
    request: { fetch: options.fetch },
    // A number of retries with a single request would override `doNotRetry`, so that only 0 may be given there.
    retry: { retries: RETRIES, doNotRetry: FINAL, retryAfterBaseValue: pace.retryMs }
  };
  const throttle = {
    onRateLimit: onLimit,
    onSecondaryRateLimit: onLimit,
    fallbackSecondaryRateRetryAfter: SECONDARY_LIMIT_SECONDS,
    // Calls wait for each other anyway, and each stop at a queue costs some milliseconds.
    global: AT_ONCE,
    ...pace.writes === "at_once" && { write: AT_ONCE, notifications: AT_ONCE }
  };
  return {
    paced: new Client({ ...usual, throttle }),
    unpaced: new Client({ ...usual, throttle: { enabled: false } })
  };
}
function isInTime(seconds, request, clock) {
  const endsAt = request !== void 0 && "endsAt" in request ? request.endsAt : null;
  return typeof endsAt === "number" && clock.monotonic() + seconds * 1e3 < endsAt;
}
var PACE, SILENT2, FINAL, RETRIES, LIMIT_RETRIES, SECONDARY_LIMIT_SECONDS, AT_ONCE;
var init_client = __esm({
  "src/adapters/github/http/client.ts"() {
    "use strict";
    PACE = { retryMs: 250, writes: "spaced" };
    SILENT2 = { debug: () => {
    }, info: () => {
    }, warn: () => {
    }, error: () => {
    } };
    FINAL = [304, 400, 401, 403, 404, 405, 409, 410, 415, 422, 429, 451];
    RETRIES = 3;
    LIMIT_RETRIES = 2;
    SECONDARY_LIMIT_SECONDS = 60;
    AT_ONCE = {
      key: () => ({
        schedule: async (_options, job, ...values) => job(...values)
      })
    };
  }
});

// src/adapters/github/http/download.ts
async function download(fetch2, { address, bytes, signal }) {
  const response = await fetch2(address, { signal, redirect: "error" });
  if (response.status >= 400 && response.status < 500) {
    await response.body?.cancel();
    return null;
  }
  if (!response.ok) throw new Error(`status ${response.status}`);
  return new TextDecoder().decode(await endOf2(response, bytes));
}
async function endOf2(response, bytes) {
  const parts = [];
  let [kept, read] = [0, 0];
  const reader = response.body?.getReader();
  for (; ; ) {
    const { done, value } = await reader?.read() ?? { done: true, value: void 0 };
    if (done || value === void 0) break;
    parts.push(value);
    kept += value.length;
    read += value.length;
    while (kept - (parts[0]?.length ?? 0) >= bytes) kept -= parts.shift()?.length ?? 0;
    if (read <= MOST_BYTES) continue;
    await reader?.cancel();
    break;
  }
  const all = new Uint8Array(kept);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all.subarray(Math.max(0, kept - bytes));
}
var MOST_BYTES;
var init_download = __esm({
  "src/adapters/github/http/download.ts"() {
    "use strict";
    MOST_BYTES = 2e8;
  }
});

// src/adapters/github/http/server-clock.ts
var ServerClock;
var init_server_clock = __esm({
  "src/adapters/github/http/server-clock.ts"() {
    "use strict";
    ServerClock = class {
      #clock;
      #told = null;
      constructor(clock) {
        this.#clock = clock;
      }
      /** `date`: the header of an answer. */
      note(date) {
        const time = Date.parse(date ?? "");
        if (Number.isFinite(time)) this.#told = { time, at: this.#clock.monotonic() };
      }
      /** Ms since 1970 UTC; null: no answer has told it yet. */
      now() {
        if (this.#told === null) return null;
        return Math.floor(this.#told.time + this.#clock.monotonic() - this.#told.at);
      }
    };
  }
});

// src/adapters/github/http/whole-answers.ts
function wholeAnswers(fetch2, serverClock) {
  return async (address, init) => {
    try {
      const response = await fetch2(address, init);
      serverClock.note(response.headers.get("date"));
      const { status, statusText, headers } = response;
      const body = BARE.includes(status) ? null : await response.arrayBuffer();
      return new Response(body, { status, statusText, headers });
    } catch (reason) {
      if (init.signal?.aborted === true) throw new DOMException("Request given up.", "AbortError");
      throw reason;
    }
  };
}
var BARE;
var init_whole_answers = __esm({
  "src/adapters/github/http/whole-answers.ts"() {
    "use strict";
    BARE = [204, 205, 304];
  }
});

// src/adapters/github/http/requests.ts
function isRedirect({ status }) {
  return status === 301 || status === 307 || status === 308;
}
function sameHost({ headers }, apiUrl) {
  const location = String(headers["location"] ?? "");
  if (!URL.canParse(location, apiUrl)) return null;
  const address = new URL(location, apiUrl);
  return address.origin === new URL(apiUrl).origin ? address.href : null;
}
function graphqlUrl(apiUrl) {
  return `${apiUrl.replace(/\/v3$/, "")}/graphql`;
}
function headersOf({ unlessTag = null }) {
  return unlessTag === null ? API_VERSION : { ...API_VERSION, "if-none-match": unlessTag };
}
async function until(signal, answer) {
  const { promise, reject } = Promise.withResolvers();
  const stop = () => reject(signal.reason);
  signal.addEventListener("abort", stop, { once: true });
  try {
    return await Promise.race([answer, promise]);
  } finally {
    signal.removeEventListener("abort", stop);
  }
}
var Requests, MovedRepository, API_VERSION;
var init_requests = __esm({
  "src/adapters/github/http/requests.ts"() {
    "use strict";
    init_ask();
    init_call();
    init_client();
    init_download();
    init_failures();
    init_refused();
    init_server_clock();
    init_whole_answers();
    Requests = class {
      #options;
      serverClock;
      /** By token. */
      #clients = /* @__PURE__ */ new Map();
      #repository;
      constructor(options) {
        this.#options = options;
        this.#repository = options.repository;
        this.serverClock = new ServerClock(options.clock);
      }
      /** `owner/name`; another one than was given once GitHub has said that the repository has moved. */
      get repository() {
        return this.#repository;
      }
      /**
       * One call of a port. All its requests together get `requestTimeoutMs`; whatever goes wrong leaves it as a `Halt`, or
       * as the reason of `signal`.
       */
      async call(signal, body) {
        signal.throwIfAborted();
        const { requestTimeoutMs, clock } = this.#options;
        const timeout = AbortSignal.timeout(requestTimeoutMs);
        const facts = {
          signal: AbortSignal.any([signal, timeout]),
          endsAt: clock.monotonic() + requestTimeoutMs
        };
        const call2 = new GitHubCall({
          send: (ask) => this.#send(ask, facts),
          signal: facts.signal,
          download: (asked) => download((address, init) => this.#fetch(address, init), asked)
        });
        try {
          return await this.#underItsName(() => body(call2));
        } catch (reason) {
          signal.throwIfAborted();
          if (timeout.aborted) throw silence(call2.last, requestTimeoutMs);
          throw reason instanceof RefusedRequest ? haltOf(reason) : reason;
        }
      }
      /** A repository that has moved is asked once more under its new name, from the beginning: queries name its owner as well. */
      async #underItsName(body) {
        try {
          return await body();
        } catch (reason) {
          if (!(reason instanceof MovedRepository)) throw reason;
          return body();
        }
      }
      async #send(ask, facts) {
        const reply = await this.#sendOnce(ask, facts);
        if (!isRedirect(reply) || !ask.route.includes("{owner}")) return reply;
        const name = await this.#newName(facts);
        if (name === null) return reply;
        this.#repository = name;
        throw new MovedRepository(name);
      }
      /** Null: the repository is where it was, and what was asked for has moved by itself. */
      async #newName(facts) {
        const moved = await this.#sendOnce({ route: "GET /repos/{owner}/{repo}" }, facts);
        const address = isRedirect(moved) ? sameHost(moved, this.#options.apiUrl) : null;
        if (address === null) return null;
        const { data } = await this.#sendOnce({ route: `GET ${address}` }, facts);
        const name = typeof data === "object" && data !== null && "full_name" in data ? data.full_name : null;
        return typeof name === "string" && /^[\w.-]+\/[\w.-]+$/.test(name) && name !== this.#repository ? name : null;
      }
      /** The platform's own is found when the request is sent. */
      #fetch(address, init) {
        return this.#options.fetch?.(address, init) ?? fetch(address, init);
      }
      async #sendOnce(ask, { signal, endsAt }) {
        const { paced, unpaced } = await this.#clientsFor(ask);
        signal.throwIfAborted();
        const [owner, repo] = this.#repository.split("/");
        const never = ask.route.startsWith("POST ") ? { retries: 0 } : {};
        const request = { signal, endsAt, redirect: "manual", ...never };
        const place = ask.route.includes("{owner}") ? { owner, repo } : {};
        const [client, route] = ask.route === GRAPHQL ? [unpaced, `POST ${graphqlUrl(this.#options.apiUrl)}`] : [paced, ask.route];
        return until(signal, client.request(route, { headers: headersOf(ask), ...place, ...ask.with, request }));
      }
      #clientsFor({ isDrafter }) {
        const { draftToken, ...options } = this.#options;
        const token = isDrafter === true && draftToken !== null ? draftToken : options.token;
        const fetching2 = wholeAnswers((address, init) => this.#fetch(address, init), this.serverClock);
        const clients = this.#clients.get(token) ?? loadClients({ ...options, token, fetch: fetching2 });
        this.#clients.set(token, clients);
        return clients;
      }
    };
    MovedRepository = class extends Error {
      constructor(name) {
        super(`the repository is ${name} now`);
        this.name = "MovedRepository";
      }
    };
    API_VERSION = { "x-github-api-version": "2022-11-28" };
  }
});

// src/adapters/github/own-issues.ts
function ownIssueRequests(context) {
  const { requests } = context;
  return {
    findOpened: (marker, signal) => requests.call(signal, (call2) => findOpened(context, call2, marker)),
    listOpened: (marker, signal) => requests.call(signal, (call2) => listOpened(context, call2, marker)),
    readOpened: (number2, marker, signal) => requests.call(signal, async (call2) => {
      const issue = await readIssue(call2, number2);
      const actor = await context.actor.login(call2);
      return issue !== null && isStillOwn(issue, marker, actor) ? ownIssue(issue) : null;
    }),
    change: (number2, change, signal) => requests.call(signal, async (call2) => {
      const route = "PATCH /repos/{owner}/{repo}/issues/{issue_number}";
      const asked = { route, with: { issue_number: number2, ...fieldsOf(change) } };
      return await orAbsentIssue(call2.send(asked).then(() => true)) ?? false;
    })
  };
}
function isOwn(issue, marker, actor) {
  const author = issue.user?.login ?? "";
  return isIssue(issue) && isSameLogin(author, actor) && readMarker(issue.body ?? "") === marker;
}
function isStillOwn(issue, marker, actor) {
  const isUnmarked = readMarker(issue.body ?? "") === null;
  const isByAgent = isIssue(issue) && isSameLogin(issue.user?.login ?? "", actor);
  return isOwn(issue, marker, actor) || isUnmarked && isByAgent;
}
async function findOpened(context, call2, marker) {
  const actor = await context.actor.login(call2);
  for (const [query, bounds] of [
    [{ ...NEWEST2, creator: actor }, OWN],
    [NEWEST2, ALL]
  ]) {
    const listed = await call2.list({ route: LIST, with: query }, array(IssueAnswer), bounds);
    const found2 = listed.find((issue) => isOwn(issue, marker, actor));
    if (found2 !== void 0) return openedOf(found2);
  }
  const unlisted = await unlistedIssues2(call2);
  const found = unlisted.find((issue) => isOwn(issue, marker, actor));
  return found === void 0 ? null : openedOf(found);
}
async function listOpened(context, call2, marker) {
  const actor = await context.actor.login(call2);
  const listed = await Promise.all([
    listedIssues(call2, { ...NEWEST2, creator: actor }, OWN),
    listedIssues(call2, NEWEST2, ALL)
  ]);
  const found = [...listed.flat(), ...await unlistedIssues2(call2)];
  const own = new Map(
    found.filter((issue) => isOwn(issue, marker, actor)).map((issue) => [issue.number, issue])
  );
  return [...own.values()].toSorted((a, b) => a.number - b.number).map(ownIssue);
}
async function listedIssues(call2, query, bounds) {
  const listed = call2.list({ route: LIST, with: query }, array(IssueAnswer), bounds);
  return await orNull(listed, ({ status }) => status === 410) ?? [];
}
async function unlistedIssues2(call2) {
  const issues = await Promise.all((await unlistedNumbers(call2)).map((number2) => readIssue(call2, number2)));
  return issues.filter((issue) => issue !== null);
}
function fieldsOf({ title, body, state }) {
  return {
    ...title === void 0 ? {} : { title: titleForGitHub(title) },
    ...body === void 0 ? {} : { body: bodyForGitHub(body) },
    ...state === void 0 ? {} : { state, state_reason: state === "closed" ? "completed" : "reopened" }
  };
}
function openedOf({ number: number2, html_url: url }) {
  return { number: number2, url };
}
function ownIssue({ number: number2, html_url: url, title, ...issue }) {
  const state = issue.state === "closed" ? "closed" : "open";
  return { number: number2, url, title, body: issue.body ?? "", state, updatedAt: issue.updated_at };
}
var OWN, ALL, LIST, NEWEST2;
var init_own_issues = __esm({
  "src/adapters/github/own-issues.ts"() {
    "use strict";
    init_dist();
    init_marker();
    init_actor();
    init_refused();
    init_longest_texts();
    init_issue_answer();
    OWN = { most: 300 };
    ALL = { most: 100 };
    LIST = "GET /repos/{owner}/{repo}/issues";
    NEWEST2 = { state: "all", sort: "created", direction: "desc" };
  }
});

// src/core/progress/issue-version.ts
function issueVersion({ title, body, comments }) {
  const said2 = comments.map(({ id, updatedAt }) => `${id}@${updatedAt}`).toSorted();
  return digest([title, body, ...said2], 16);
}
var init_issue_version = __esm({
  "src/core/progress/issue-version.ts"() {
    "use strict";
    init_digest();
  }
});

// src/adapters/github/subjects/thread.ts
async function readThread(context, call2, answer) {
  const comments = answer.comments === 0 ? [] : await commentsOf(call2, answer);
  const actor = comments.length === 0 ? "" : await context.actor.login(call2);
  const isByAgent = ({ user }) => isSameLogin(user?.login ?? "", actor);
  const { number: number2, html_url: url, title, labels } = answer;
  const body = answer.body ?? "";
  const others = comments.filter((each) => !isByAgent(each));
  return {
    number: number2,
    url,
    title,
    body,
    labels,
    author: answer.user?.login ?? GHOST,
    state: answer.state === "closed" ? "closed" : "open",
    version: issueVersion({
      title,
      body,
      comments: others.map(({ id, updated_at }) => ({ id, updatedAt: updated_at }))
    }),
    comments: comments.slice(-SHOWN).map((each) => ({
      author: each.user?.login ?? GHOST,
      body: each.body ?? "",
      createdAt: each.created_at,
      isByAgent: isByAgent(each)
    }))
  };
}
async function commentsOf(call2, { number: number2, comments }) {
  const asked = {
    route: "GET /repos/{owner}/{repo}/issues/{issue_number}/comments",
    with: { issue_number: number2 }
  };
  const oldest = await call2.list(asked, array(ListedComment), { most: COVERED });
  const last = Math.ceil(comments / PAGE2);
  const pages = [last - 1, last].filter((page) => page > COVERED / PAGE2);
  const newest = await Promise.all(
    pages.map((page) => {
      const at = { ...asked, with: { ...asked.with, per_page: PAGE2, page } };
      return call2.read(at, array(ListedComment));
    })
  );
  return [...oldest, ...newest.flat()];
}
var ListedComment, COVERED, PAGE2, SHOWN, GHOST;
var init_thread = __esm({
  "src/adapters/github/subjects/thread.ts"() {
    "use strict";
    init_dist();
    init_issue_version();
    init_actor();
    ListedComment = object({
      id: number(),
      body: nullish(string()),
      user: nullable(object({ login: string() })),
      created_at: string(),
      updated_at: string()
    });
    COVERED = 1e3;
    PAGE2 = 100;
    SHOWN = 100;
    GHOST = "ghost";
  }
});

// src/adapters/github/issues.ts
function issueRequests(context) {
  const { requests } = context;
  return {
    list: (query, signal) => requests.call(signal, (call2) => listIssues(context, call2, query)),
    read: (number2, signal) => requests.call(signal, (call2) => readOne(context, call2, number2)),
    labelNames: (signal) => requests.call(
      signal,
      (call2) => call2.list({ route: "GET /repos/{owner}/{repo}/labels" }, Labels2, LABELS2)
    ),
    comment: (number2, body, signal) => requests.call(signal, (call2) => isDone(comment(call2, number2, body), isLocked)),
    label: (number2, labels, signal) => requests.call(signal, (call2) => {
      const route = "POST /repos/{owner}/{repo}/issues/{issue_number}/labels";
      return isDone(call2.send({ route, with: { issue_number: number2, labels } }), () => false);
    }),
    unlabel: (number2, labels, signal) => requests.call(signal, (call2) => takeLabels(call2, number2, labels)),
    open: ({ title, body }, signal) => requests.call(signal, async (call2) => {
      const text2 = { title: titleForGitHub(title), body: bodyForGitHub(body) };
      return openedOf2(
        await call2.read({ route: "POST /repos/{owner}/{repo}/issues", with: text2 }, IssueAnswer)
      );
    }),
    ...ownIssueRequests(context)
  };
}
async function listIssues(context, call2, query) {
  const labels = query.labels.length === 0 ? {} : { labels: query.labels.join(",") };
  const asked = { ...labels, state: "open", ...orderOf(query) };
  const actor = query.isByOthers === true ? await context.actor.login(call2) : null;
  const wanted = pipe(
    ISSUES_ONLY,
    transform((page) => page.filter((issue) => isWanted(issue, query, actor)))
  );
  const issues = await call2.list({ route: LIST2, with: asked }, wanted, {
    most: query.limit,
    pages: MIXED_PAGES
  });
  const listed = [...new Map(issues.map((issue) => [issue.number, issue])).values()];
  return Promise.all(
    listed.toSorted((a, b) => a.number - b.number).map(async (answer) => {
      const { comments: _comments, state: _state, ...issue } = await readThread(context, call2, answer);
      return issue;
    })
  );
}
function orderOf({ isUnlabelled, openedSince, quietSince }) {
  if (quietSince !== void 0) return { sort: "updated", direction: "asc" };
  const isNew = isUnlabelled === true || openedSince !== void 0;
  return { sort: "created", direction: isNew ? "desc" : "asc" };
}
function isWanted(issue, query, actor) {
  const { without = [], isUnlabelled, openedSince = 0, quietSince = Number.POSITIVE_INFINITY } = query;
  return !(isUnlabelled === true && issue.labels.length > 0) && !without.some((label) => issue.labels.some((each) => isSameLabel(each, label))) && Date.parse(issue.created_at) >= openedSince && Date.parse(issue.updated_at) <= quietSince && !(actor !== null && isSameLogin(issue.user?.login ?? "", actor));
}
async function takeLabels(call2, number2, labels) {
  const answer = await readIssue(call2, number2);
  if (answer === null) return false;
  const route = "DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels/{name}";
  for (const label of answer.labels.filter((each) => labels.some((name) => isSameLabel(name, each))))
    await orAbsent(call2.send({ route, with: { issue_number: number2, name: label } }));
  return true;
}
async function readOne(context, call2, number2) {
  const answer = await readIssue(call2, number2);
  return answer === null || !isIssue(answer) ? null : readThread(context, call2, answer);
}
async function isDone(request, isNo) {
  const done = await orNull(orAbsentIssue(request.then(() => true)), isNo);
  return done ?? false;
}
function isLocked({ status, words }) {
  return status === 403 && /\blocked\b/i.test(words);
}
function openedOf2({ number: number2, html_url: url }) {
  return { number: number2, url };
}
var MIXED_PAGES, LABELS2, Labels2, LIST2, ISSUES_ONLY;
var init_issues = __esm({
  "src/adapters/github/issues.ts"() {
    "use strict";
    init_dist();
    init_labels();
    init_comments();
    init_actor();
    init_refused();
    init_longest_texts();
    init_own_issues();
    init_issue_answer();
    init_thread();
    MIXED_PAGES = 10;
    LABELS2 = { most: 1e3 };
    Labels2 = pipe(
      array(object({ name: string() })),
      transform((page) => page.map(({ name }) => name))
    );
    LIST2 = "GET /repos/{owner}/{repo}/issues";
    ISSUES_ONLY = pipe(
      array(IssueAnswer),
      transform((page) => page.filter(isIssue))
    );
  }
});

// src/core/wake-id.ts
function readWakeId(text2) {
  const parts = /^(\d{1,15})-(\d{1,6})(?:-(.+))?$/.exec(text2);
  if (parts === null) return null;
  return { run: Number(parts[1]), attempt: Number(parts[2]), job: parts[3] ?? null };
}
var init_wake_id = __esm({
  "src/core/wake-id.ts"() {
    "use strict";
  }
});

// src/adapters/github/runs.ts
function runRequests(context) {
  const finished = /* @__PURE__ */ new Set();
  const isOff = new WorkflowSwitch(context);
  return {
    async wakeState(wake2, signal) {
      const id = readWakeId(wake2);
      if (id === null) return "unknown";
      if (finished.has(wake2)) return "finished";
      const state = await context.requests.call(signal, (call2) => orUnknown(stateOf2(call2, id)));
      if (state === "finished") finished.add(wake2);
      return state;
    },
    serverTime: (signal) => serverTime(context, signal),
    isDisabled: (signal) => isOff.isDisabled(signal)
  };
}
async function stateOf2(call2, id) {
  const at = { run_id: id.run, attempt_number: id.attempt };
  const { status } = await call2.read({ route: `GET ${ATTEMPT}`, with: at }, Attempt);
  if (status === "completed") return "finished";
  if (id.job === null) return "running";
  const jobs = await call2.list({ route: `GET ${ATTEMPT}/jobs`, with: at }, Jobs, { most: JOBS });
  const own = jobs.filter((job) => isJob(job, id.job));
  if (own.length === 0) return "unknown";
  return own.every((job) => job.status === "completed") ? "finished" : "running";
}
function isJob({ id, name }, job) {
  const values = /\(([^()]*)\)$/.exec(name)?.[1]?.split(", ") ?? [];
  return [String(id), name, ...values].includes(job ?? "");
}
async function orUnknown(state) {
  return await orNull(state, ({ isLimit, status }) => !isLimit && status < 500) ?? "unknown";
}
async function serverTime({ requests }, signal) {
  if (requests.serverClock.now() !== null) return requests.serverClock.now();
  try {
    await requests.call(signal, (call2) => call2.send({ route: "GET /rate_limit" }));
  } catch (reason) {
    if (requests.serverClock.now() === null) throw reason;
  }
  return requests.serverClock.now();
}
var ATTEMPT, Attempt, Job, Jobs, JOBS;
var init_runs = __esm({
  "src/adapters/github/runs.ts"() {
    "use strict";
    init_dist();
    init_wake_id();
    init_refused();
    init_workflows();
    ATTEMPT = "/repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}";
    Attempt = object({ status: nullable(string()) });
    Job = object({ id: number(), name: string(), status: string() });
    Jobs = pipe(
      object({ jobs: array(Job) }),
      transform(({ jobs }) => jobs)
    );
    JOBS = 256;
  }
});

// src/core/text/step-log.ts
function stepLog(log, step) {
  const lines = log.split("\n");
  const from = Date.parse(step?.startedAt ?? "");
  const to = Date.parse(step?.completedAt ?? "") + SECOND_MS;
  const own = [];
  let isIn = false;
  for (const line of lines) {
    const time = Date.parse(TIME.exec(line)?.[1] ?? "");
    if (!Number.isNaN(time)) isIn = time >= from && time < to;
    if (isIn) own.push(line);
  }
  return (own.length === 0 ? lines : own).map((line) => line.replace(TIME, "").replace(COLOURS, "").trimEnd()).join("\n").trim();
}
var TIME, COLOURS, SECOND_MS;
var init_step_log = __esm({
  "src/core/text/step-log.ts"() {
    "use strict";
    TIME = /^\uFEFF?(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z) ?/;
    COLOURS = /\u001b\[[0-9;]*[A-Za-z]/g;
    SECOND_MS = 1e3;
  }
});

// src/adapters/github/subjects/run-answer.ts
function isOwnRun({ head_repository, repository, head_branch, event }, { branch, stateBranch }) {
  if (head_repository?.id !== repository.id || head_branch === null) return false;
  if (isAgentsBranch(head_branch, stateBranch)) return false;
  return branch === null ? OF_OWN_BRANCH.includes(event) : head_branch === branch && STARTED_INSIDE.includes(event);
}
function hasFailed({ conclusion }) {
  return conclusion !== null && FAILURES.includes(conclusion);
}
var Home, RunAnswer, STARTED_INSIDE, OF_OWN_BRANCH, FAILURES;
var init_run_answer = __esm({
  "src/adapters/github/subjects/run-answer.ts"() {
    "use strict";
    init_dist();
    init_own_event();
    Home = nullable(object({ id: number() }));
    RunAnswer = object({
      id: number(),
      run_attempt: optional(number(), 1),
      html_url: string(),
      display_title: string(),
      head_branch: nullable(string()),
      head_sha: string(),
      event: string(),
      conclusion: nullable(string()),
      updated_at: string(),
      repository: object({ id: number() }),
      /** Null: the fork is gone. */
      head_repository: Home
    });
    STARTED_INSIDE = [
      "push",
      "schedule",
      "workflow_dispatch",
      "repository_dispatch",
      "merge_group"
    ];
    OF_OWN_BRANCH = [...STARTED_INSIDE, "pull_request"];
    FAILURES = ["failure", "timed_out", "startup_failure"];
  }
});

// src/adapters/github/subjects/failed-run.ts
async function readFailedRun(call2, { id, attempt }) {
  const at = { run_id: id, attempt_number: attempt };
  const run2 = await call2.find({ route: `GET ${ATTEMPT2}`, with: at }, RunAnswer);
  if (run2 === null) return null;
  const jobs = await orAbsent(call2.list({ route: `GET ${ATTEMPT2}/jobs`, with: at }, Jobs2, JOBS2));
  const failed = (jobs ?? []).filter(hasFailed);
  const shown = [];
  for (const job of failed.slice(0, MOST_JOBS)) shown.push(await withLog(call2, job));
  return {
    ...{ id, attempt, url: run2.html_url, title: run2.display_title, event: run2.event },
    branch: run2.head_branch ?? "",
    commit: run2.head_sha,
    conclusion: run2.conclusion ?? "",
    jobs: shown,
    moreJobs: failed.length - shown.length
  };
}
async function withLog(call2, { id, name, conclusion, steps }) {
  const log = await call2.text({ route: LOG, with: { job_id: id } }, LOG_BYTES);
  const step = steps.find(hasFailed);
  const times = step === void 0 ? null : { startedAt: step.started_at, completedAt: step.completed_at };
  return {
    name,
    conclusion: conclusion ?? "",
    steps: steps.map((each) => ({ name: each.name, conclusion: each.conclusion })),
    log: log === null ? null : lastPart(stepLog(log, times))
  };
}
function lastPart(text2) {
  if (text2.length <= STEP_CHARACTERS) return text2;
  const part = text2.slice(-STEP_CHARACTERS);
  const line = part.indexOf("\n");
  return line < 0 ? "" : part.slice(line + 1);
}
var ATTEMPT2, LOG, JOBS2, MOST_JOBS, LOG_BYTES, STEP_CHARACTERS, Time, Step, Job2, Jobs2;
var init_failed_run = __esm({
  "src/adapters/github/subjects/failed-run.ts"() {
    "use strict";
    init_dist();
    init_step_log();
    init_refused();
    init_run_answer();
    ATTEMPT2 = "/repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}";
    LOG = "GET /repos/{owner}/{repo}/actions/jobs/{job_id}/logs";
    JOBS2 = { most: 256 };
    MOST_JOBS = 3;
    LOG_BYTES = 2e6;
    STEP_CHARACTERS = 24e3;
    Time = nullish(string(), null);
    Step = object({
      name: string(),
      conclusion: nullable(string()),
      started_at: Time,
      completed_at: Time
    });
    Job2 = object({
      id: number(),
      name: string(),
      conclusion: nullable(string()),
      steps: optional(array(Step), [])
    });
    Jobs2 = pipe(
      object({ jobs: array(Job2) }),
      transform(({ jobs }) => jobs)
    );
  }
});

// src/adapters/github/subjects/failed-runs.ts
async function listFailedRuns(call2, query) {
  const found = [];
  for (const workflow of query.workflows) {
    const { flakySince } = query;
    const place = { ...query, workflow };
    const runs = flakySince === void 0 ? await failingRun(call2, place) : await flakyRuns(call2, place, flakySince);
    found.push(...runs);
  }
  return found;
}
async function failingRun(call2, place) {
  const runs = await runsOf(call2, place, { status: "completed" });
  const newest = runs.find((run2) => hasPassed(run2) || hasFailed(run2));
  if (newest === void 0 || hasPassed(newest)) return [];
  const passed = runs.find(hasPassed) ?? (await runsOf(call2, place, { status: "success" }))[0];
  const { id, run_attempt: attempt } = newest;
  return [{ workflow: place.workflow, id, attempt, version: String(passed?.id ?? 0) }];
}
async function flakyRuns(call2, place, since) {
  const runs = await runsOf(call2, place, { status: "success" });
  return runs.filter((run2) => run2.run_attempt > 1 && Date.parse(run2.updated_at) > since).map(({ id, run_attempt }) => ({
    ...{ workflow: place.workflow, id, attempt: run_attempt - 1, version: String(run_attempt) }
  })).toReversed();
}
async function runsOf(call2, place, asked) {
  const { workflow, branch } = place;
  const ofBranch = branch === null ? {} : { branch };
  const ask = { route: RUNS2, with: { workflow_id: workflow, ...ofBranch, ...asked } };
  const runs = await orAbsent(call2.list(ask, Runs2, LOOKED_AT)) ?? [];
  return runs.filter((run2) => isOwnRun(run2, place)).toSorted((a, b) => b.id - a.id);
}
function hasPassed({ conclusion }) {
  return conclusion === "success";
}
var RUNS2, LOOKED_AT, Runs2;
var init_failed_runs = __esm({
  "src/adapters/github/subjects/failed-runs.ts"() {
    "use strict";
    init_dist();
    init_refused();
    init_run_answer();
    RUNS2 = "GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs";
    LOOKED_AT = { most: 100 };
    Runs2 = pipe(
      object({ workflow_runs: array(RunAnswer) }),
      transform(({ workflow_runs }) => workflow_runs)
    );
  }
});

// src/adapters/github/subjects/pull-answer.ts
function isOfAgent({ user, head, base }, own) {
  const isOwnBranch = head.repo?.full_name === base.repo.full_name && isAgentsBranch(head.ref, "");
  return isOwnBranch || own.some((login) => isSameLogin(user?.login ?? "", login));
}
var PullAnswer;
var init_pull_answer = __esm({
  "src/adapters/github/subjects/pull-answer.ts"() {
    "use strict";
    init_dist();
    init_own_event();
    init_actor();
    PullAnswer = object({
      number: number(),
      html_url: string(),
      state: string(),
      title: string(),
      body: nullable(string()),
      /** Null: the account is gone. */
      user: nullable(object({ login: string() })),
      labels: array(object({ name: string() })),
      author_association: string(),
      draft: optional(boolean(), false),
      created_at: string(),
      updated_at: string(),
      merged_at: nullable(string()),
      merge_commit_sha: nullable(string()),
      head: object({
        ref: string(),
        sha: string(),
        /** Null: the fork is gone. */
        repo: nullable(object({ full_name: string() }))
      }),
      base: object({ ref: string(), repo: object({ full_name: string() }) })
    });
  }
});

// src/adapters/github/subjects/pull-thread.ts
async function readPull(context, call2, number2) {
  const pull = await call2.find({ route: PULL, with: { pull_number: number2 } }, PullAnswer);
  if (pull === null) return null;
  const thread = await threadOf(context, call2, pull);
  return {
    ...thread,
    version: isMerged(pull) ? pull.merge_commit_sha ?? pull.head.sha : withCommits(thread.version, pull),
    base: pull.base.ref,
    isMerged: isMerged(pull),
    isDraft: pull.draft,
    association: pull.author_association.toLowerCase()
  };
}
async function versionOf(context, call2, pull) {
  return withCommits((await threadOf(context, call2, pull)).version, pull);
}
function isMerged({ merged_at }) {
  return merged_at !== null;
}
function withCommits(version, { head }) {
  return digest([version, head.sha], VERSION_LENGTH);
}
function threadOf(context, call2, pull) {
  const labels = pull.labels.map(({ name }) => name);
  return readThread(context, call2, { ...pull, labels, comments: 1 });
}
async function readPullFiles(call2, number2) {
  const at = { pull_number: number2 };
  const files = await call2.list({ route: FILES, with: at }, array(File), FILES_SHOWN);
  const { changed_files: all } = await call2.read({ route: PULL, with: at }, Size);
  return {
    files: files.map(({ filename: path, status: change, additions, deletions, patch }) => ({
      ...{ path, change, added: additions, removed: deletions },
      patch: patch ?? null
    })),
    more: Math.max(0, all - files.length)
  };
}
var PULL, FILES, FILES_SHOWN, VERSION_LENGTH, File, Size;
var init_pull_thread = __esm({
  "src/adapters/github/subjects/pull-thread.ts"() {
    "use strict";
    init_dist();
    init_digest();
    init_pull_answer();
    init_thread();
    PULL = "GET /repos/{owner}/{repo}/pulls/{pull_number}";
    FILES = "GET /repos/{owner}/{repo}/pulls/{pull_number}/files";
    FILES_SHOWN = { most: 100 };
    VERSION_LENGTH = 16;
    File = object({
      filename: string(),
      status: string(),
      additions: number(),
      deletions: number(),
      patch: optional(string())
    });
    Size = object({ changed_files: number() });
  }
});

// src/adapters/github/subjects/listed-pulls.ts
async function listPulls(context, call2, query) {
  const own = await drafters(context, call2);
  const isWanted3 = (pull) => !isOfAgent(pull, own) && matches(pull, query);
  return query.merged === void 0 ? openPulls(context, call2, { query, isWanted: isWanted3 }) : mergedPulls(call2, { query, merged: query.merged, isWanted: isWanted3 });
}
async function openPulls(context, call2, { query, isWanted: isWanted3 }) {
  const page = pipe(
    array(PullAnswer),
    transform((pulls2) => pulls2.filter(isWanted3))
  );
  const ask = { route: LIST3, with: { state: "open", ...orderOf2(query) } };
  const pulls = await call2.list(ask, page, { most: query.limit, pages: PAGES });
  return Promise.all(
    pulls.toSorted((a, b) => a.number - b.number).map(async (pull) => ({ number: pull.number, version: await versionOf(context, call2, pull) }))
  );
}
async function mergedPulls(call2, { query, merged, isWanted: isWanted3 }) {
  const found = [];
  const order = { state: "closed", base: merged.base, sort: "updated", direction: "desc" };
  for (let page = 1; page <= PAGES; page++) {
    const ask = { route: LIST3, with: { ...order, per_page: 100, page } };
    const pulls = await call2.read(ask, array(PullAnswer));
    found.push(...pulls.filter((pull) => mergedAt(pull) > merged.since && isWanted3(pull)));
    const oldest = pulls.at(-1);
    if (oldest === void 0 || pulls.length < 100 || Date.parse(oldest.updated_at) <= merged.since) break;
  }
  return found.toSorted((a, b) => mergedAt(a) - mergedAt(b) || a.number - b.number).slice(0, query.limit).map(({ number: number2, merge_commit_sha, head }) => ({ number: number2, version: merge_commit_sha ?? head.sha }));
}
function mergedAt({ merged_at }) {
  return Date.parse(merged_at ?? "1970-01-01");
}
function orderOf2({ isUnlabelled, openedSince, quietSince }) {
  if (quietSince !== void 0) return { sort: "updated", direction: "asc" };
  const isNew = isUnlabelled === true || openedSince !== void 0;
  return { sort: "created", direction: isNew ? "desc" : "asc" };
}
function matches(pull, query) {
  const { without = [], openedSince = 0, quietSince = Number.POSITIVE_INFINITY, authors } = query;
  const has = (label) => pull.labels.some(({ name }) => isSameLabel(name, label));
  const association = pull.author_association.toLowerCase();
  return query.labels.every(has) && !without.some(has) && !(query.isUnlabelled === true && pull.labels.length > 0) && (authors === void 0 || authors.some((each) => each === association)) && Date.parse(pull.created_at) >= openedSince && Date.parse(pull.updated_at) <= quietSince;
}
var LIST3, PAGES;
var init_listed_pulls = __esm({
  "src/adapters/github/subjects/listed-pulls.ts"() {
    "use strict";
    init_dist();
    init_labels();
    init_actor();
    init_pull_answer();
    init_pull_thread();
    LIST3 = "GET /repos/{owner}/{repo}/pulls";
    PAGES = 10;
  }
});

// src/adapters/github/subjects/newest-release.ts
async function newestRelease(call2) {
  const found = await call2.find({ route: "GET /repos/{owner}/{repo}/releases/latest" }, ReleaseAnswer);
  if (found === null) return null;
  const { id, tag_name: tag, name, body, published_at } = found;
  return { id, tag, name: name ?? "", body: body ?? "", publishedAt: published_at ?? "" };
}
var ReleaseAnswer;
var init_newest_release = __esm({
  "src/adapters/github/subjects/newest-release.ts"() {
    "use strict";
    init_dist();
    ReleaseAnswer = object({
      id: number(),
      tag_name: string(),
      name: nullable(string()),
      body: nullish(string()),
      published_at: nullable(string())
    });
  }
});

// src/adapters/github/subjects/open-subjects.ts
function subjectRequests(context) {
  const { requests } = context;
  return {
    failedRuns: (query, signal) => requests.call(signal, (call2) => listFailedRuns(call2, query)),
    newestRelease: (signal) => requests.call(signal, newestRelease),
    pulls: (query, signal) => requests.call(signal, (call2) => listPulls(context, call2, query)),
    readPull: (number2, signal) => requests.call(signal, (call2) => readPull(context, call2, number2)),
    pullFiles: (number2, signal) => requests.call(signal, (call2) => readPullFiles(call2, number2)),
    readRun: (attempt, signal) => requests.call(signal, (call2) => readFailedRun(call2, attempt))
  };
}
var init_open_subjects = __esm({
  "src/adapters/github/subjects/open-subjects.ts"() {
    "use strict";
    init_failed_run();
    init_failed_runs();
    init_listed_pulls();
    init_newest_release();
    init_pull_thread();
  }
});

// src/adapters/github/open-github.ts
function openGitHub(given) {
  const [apiUrl, serverUrl] = [withoutSlash(given.apiUrl), withoutSlash(given.serverUrl)];
  const { draftToken = null } = given;
  const options = { ...given, apiUrl, serverUrl, draftToken };
  const requestTimeoutMs = options.requestTimeoutMs ?? REQUEST_TIMEOUT_MS;
  const requests = new Requests({ ...options, requestTimeoutMs });
  const context = {
    ...options,
    requests,
    actor: new Actor(options),
    drafter: draftToken === null ? null : new Actor({ actor: null, token: draftToken, isDrafter: true }),
    get repository() {
      return requests.repository;
    }
  };
  return {
    github: {
      requestTimeoutMs,
      ...draftRequests(context),
      ...alertIssueRequests(context),
      ...runRequests(context)
    },
    issues: issueRequests(context),
    subjects: subjectRequests(context),
    control: controlRequests(context)
  };
}
function withoutSlash(address) {
  return address.replace(/\/+$/, "");
}
var REQUEST_TIMEOUT_MS;
var init_open_github = __esm({
  "src/adapters/github/open-github.ts"() {
    "use strict";
    init_alert_issues();
    init_control();
    init_drafts();
    init_actor();
    init_requests();
    init_issues();
    init_runs();
    init_open_subjects();
    REQUEST_TIMEOUT_MS = 3e4;
  }
});

// src/report/failures/model-texts.ts
var MODEL_TEXTS;
var init_model_texts = __esm({
  "src/report/failures/model-texts.ts"() {
    "use strict";
    MODEL_TEXTS = {
      notJson: (type, start) => `the answer is not JSON${type === "" ? "" : ` but ${type}`}${start === "" ? " and empty" : `, and begins with: ${start}`}`,
      webPage: (title) => `the server answered with a web page${title === "" ? "" : ` ("${title}")`} instead of JSON`,
      addressAdvice: "; base_url is the part before /chat/completions, and with most servers ends in /v1: is it right?",
      notCompletion: (problem2) => `the answer is not a chat completion: ${problem2}`,
      notResponse: (problem2) => `the answer is not one of the Responses API: ${problem2}`,
      otherApi: "; set `api: responses` for this model in the settings",
      noChoice: "the answer holds no choice",
      timedOut: (ms) => `the server did not answer in time${ms === null ? "" : ` (${Math.ceil(ms / 1e3)} s; answer_seconds of the model in the settings says how long)`}`,
      brokenAnswer: (reason) => `the server broke its answer off (finish_reason ${JSON.stringify(reason)})`,
      cutStream: "the stream ended before the answer did",
      brokenOff: (why) => `the connection broke off: ${why}`,
      untrusted: (why) => `the certificate of the server is refused: ${why}`,
      redirected: (status, to) => `${status}: the server sends requests on${to === "" ? "" : ` to ${to}`}; the agent does not follow, so that no other server gets the prompt; set the address that really answers`,
      neverConnected: (why) => `no connection to the server: ${why}; does the model server run at that address?`
    };
  }
});

// src/adapters/openai/json.ts
function parsedJson(text2) {
  try {
    return JSON.parse(text2);
  } catch {
    return void 0;
  }
}
function asRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : null;
}
var init_json = __esm({
  "src/adapters/openai/json.ts"() {
    "use strict";
  }
});

// src/adapters/openai/web-page.ts
function isWebPage(text2) {
  return /^\s*<(?:!doctype html|html|head|body)\b/i.test(text2);
}
function titleOf(page) {
  const head = page.slice(0, PAGE_HEAD);
  return beginning(/<title[^>]*>([^<]*)/i.exec(head)?.[1] ?? head.replaceAll(/<[^>]*>/g, " "));
}
function beginning(text2) {
  const head = text2.trimStart().slice(0, PAGE_HEAD);
  return cutBetweenWords(head.replaceAll(/\s+/g, " ").trim(), 120);
}
var PAGE_HEAD;
var init_web_page = __esm({
  "src/adapters/openai/web-page.ts"() {
    "use strict";
    init_plain_text();
    PAGE_HEAD = 5e3;
  }
});

// src/adapters/openai/body.ts
async function bodyOf(response, unwrapped2, signal) {
  const text2 = (await readText(response)).replace(/^\uFEFF/, "");
  const body = parsedJson(text2) ?? await inTurns(unwrapped2(text2), signal);
  return body === null || body === void 0 ? unreadable(response, text2) : { kind: "body", body };
}
function unreadable({ headers }, text2) {
  const type = headers.get("content-type")?.split(";")[0]?.trim() ?? "";
  if (!isWebPage(text2)) {
    const detail2 = MODEL_TEXTS.notJson(type, beginning(text2));
    return { kind: "fault", fault: "malformed", isCharged: true, retryAfter: null, usage: null, detail: detail2 };
  }
  const detail = `${MODEL_TEXTS.webPage(titleOf(text2))}${MODEL_TEXTS.addressAdvice}`;
  return { kind: "fault", fault: "server_error", isCharged: false, retryAfter: null, detail };
}
async function readText(response) {
  const parts = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.length;
    if (size > LARGEST_BODY) break;
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}
async function inTurns(steps, signal) {
  for (; ; ) {
    signal?.throwIfAborted();
    const step = steps.next();
    if (step.done === true) return step.value;
    await new Promise((resolve2) => setImmediate(resolve2));
  }
}
var LARGEST_BODY;
var init_body = __esm({
  "src/adapters/openai/body.ts"() {
    "use strict";
    init_model_texts();
    init_json();
    init_web_page();
    LARGEST_BODY = 16e6;
  }
});

// src/adapters/openai/offered-name.ts
function offeredName(name, names2) {
  if (names2.includes(name)) return name;
  const bare = name.replace(/<\|[\s\S]*$/, "").trim();
  const tries = [bare, bare.replace(/:\d+$/, ""), bare.replace(/^[\w-]+[.:/]/, "").replace(/:\d+$/, "")];
  const meant = tries.find((each) => names2.includes(each)) ?? tries.flatMap((each) => alike(each, names2))[0];
  return meant ?? name;
}
function alike(name, names2) {
  const letters = lettersOf(name);
  const found = names2.filter((each) => lettersOf(each) === letters);
  return found.length === 1 ? found : [];
}
function lettersOf(name) {
  return name.replaceAll(/[^A-Za-z0-9]/g, "").toLowerCase();
}
var init_offered_name = __esm({
  "src/adapters/openai/offered-name.ts"() {
    "use strict";
  }
});

// src/adapters/openai/tagged-calls.ts
function taggedCalls(text2, isKnown) {
  for (const form of FORMS) {
    const { inners, rest } = between(text2, form);
    const calls = inners.flatMap((inner) => form.read(inner) ?? []);
    if (calls.length > 0 && calls.length === inners.length && calls.every(({ name }) => isKnown(name)))
      return { calls, rest: AROUND2.reduce((left, mark) => left.replaceAll(mark, ""), rest).trim() };
  }
  return null;
}
function between(text2, { begin, end }) {
  const [rest = "", ...parts] = text2.split(begin);
  const left = [rest];
  const inners = parts.map((part) => {
    const at = part.indexOf(end);
    if (at >= 0) left.push(part.slice(at + end.length));
    return at < 0 ? part : part.slice(0, at);
  });
  return { inners, rest: left.join("") };
}
function withParameters(head, inner) {
  const [start, name] = head.exec(inner) ?? [];
  if (start === void 0 || name === void 0) return null;
  const [before = "", ...parts] = inner.slice(start.length).split("<parameter");
  if (before.trim() !== "") return null;
  const fields = parts.flatMap((part) => {
    const [mark, bare, quoted2] = /^(?:=([\w-]+)|\s+name="([\w-]+)"[^>]*)>/.exec(part) ?? [];
    if (mark === void 0) return [];
    const end = part.lastIndexOf("</parameter>");
    return [[bare ?? quoted2 ?? "", withoutBreaks(part.slice(mark.length, end < 0 ? void 0 : end))]];
  });
  return { name, arguments: JSON.stringify(Object.fromEntries(fields)) };
}
function withPairs(inner) {
  const [name = "", ...parts] = inner.split("<arg_key>");
  if (parts.length === 0 || !/^[\w.:-]+$/.test(name.trim())) return null;
  const fields = parts.map((part) => {
    const [key = "", value = ""] = part.split("<arg_value>");
    return [(key.split("</arg_key>")[0] ?? "").trim(), value.split("</arg_value>")[0] ?? ""];
  });
  return { name: name.trim(), arguments: JSON.stringify(Object.fromEntries(fields)) };
}
function behindSeparator(inner) {
  const [kind = "", behind = ""] = inner.split("<｜tool▁sep｜>");
  if (kind.trim() !== "function") return call(kind, behind);
  const line = behind.indexOf("\n");
  return line < 0 ? null : call(behind.slice(0, line), behind.slice(line + 1));
}
function split(inner, separator, head) {
  const at = inner.indexOf(separator);
  const name = head.exec(inner.slice(0, Math.max(0, at)))?.[1];
  return name === void 0 ? null : call(name, inner.slice(at + separator.length));
}
function call(name, json) {
  const plain = json.trim().replace(/^```\w*\n/, "").replace(/\n?```$/, "");
  return asRecord(parsedJson(plain)) === null ? null : { name: name.trim(), arguments: plain };
}
function withoutBreaks(value) {
  return value.replace(/^\r?\n/, "").replace(/\r?\n$/, "");
}
var FORMS, AROUND2;
var init_tagged_calls = __esm({
  "src/adapters/openai/tagged-calls.ts"() {
    "use strict";
    init_json();
    FORMS = [
      { begin: "<function=", end: "</function>", read: (inner) => withParameters(/^([\w.:-]+)>/, inner) },
      { begin: "<invoke ", end: "</invoke>", read: (inner) => withParameters(/^name="([\w.:-]+)"[^>]*>/, inner) },
      { begin: "<tool_call>", end: "</tool_call>", read: withPairs },
      { begin: "<｜tool▁call▁begin｜>", end: "<｜tool▁call▁end｜>", read: behindSeparator },
      {
        begin: "<|tool_call_begin|>",
        end: "<|tool_call_end|>",
        read: (inner) => split(inner, "<|tool_call_argument_begin|>", /^\s*([\w.:-]+)\s*$/)
      },
      { begin: "<|channel|>", end: "<|call|>", read: (inner) => split(inner, "<|message|>", /\bto=([\w.:-]+)/) }
    ];
    AROUND2 = [
      ...["<tool_call>", "</tool_call>", "<function_calls>", "</function_calls>"],
      ...[
        "<｜tool▁calls▁begin｜>",
        "<｜tool▁calls▁end｜>",
        "<|tool_calls_section_begin|>",
        "<|tool_calls_section_end|>"
      ]
    ];
  }
});

// src/adapters/openai/calls-in-text.ts
function callsInText(text2, tools) {
  const names2 = new Set(tools.map(({ name }) => name));
  const { thoughts, said: said2 } = withoutThoughts(text2);
  const found = callsSaid(said2, names2);
  return found.calls.length === 0 ? { text: text2, calls: [] } : { ...found, text: `${thoughts}${found.text}`.trim() };
}
function withoutThoughts(text2) {
  const isThinking = /^\s*<think(?:ing)?>/.test(text2);
  const end = isThinking ? /<\/think(?:ing)?>/.exec(text2) : null;
  if (!isThinking) return { thoughts: "", said: text2 };
  const at = end === null ? text2.length : end.index + end[0].length;
  return { thoughts: text2.slice(0, at), said: text2.slice(at) };
}
function callsSaid(text2, names2) {
  const offered = [...names2];
  const tagged = taggedCalls(text2, (name) => names2.has(offeredName(name, offered)));
  if (tagged !== null) {
    const calls2 = tagged.calls.map((each) => ({ ...each, name: offeredName(each.name, offered) }));
    return { text: tagged.rest, calls: numbered(calls2) };
  }
  for (const form of FORMS2) {
    const calls2 = callsByForm(text2, form, names2);
    if (calls2.length > 0) return { text: text2.replaceAll(form, "").trim(), calls: numbered(calls2) };
  }
  for (const { mark, brackets } of MARKS2) {
    const found = marked(text2, mark, brackets);
    const calls2 = found === null ? [] : callsOf(found.json, found.name, names2);
    if (found !== null && calls2.length > 0) return { text: found.rest.trim(), calls: numbered(calls2) };
  }
  const calls = callsOf(text2.trim(), "", names2);
  return calls.length > 0 ? { text: "", calls: numbered(calls) } : { text: text2, calls: [] };
}
function callsByForm(text2, form, names2) {
  const calls = [];
  for (const [, name = "", json = ""] of text2.matchAll(form)) {
    const found = callsOf(json, name, names2);
    if (found.length === 0) return [];
    for (const call2 of found) calls.push(call2);
  }
  return calls;
}
function marked(text2, mark, brackets) {
  const ends = new Map(Object.values(brackets).map((close) => [close, text2.lastIndexOf(close)]));
  for (let at = text2.indexOf(mark); at >= 0; at = text2.indexOf(mark, at + mark.length)) {
    const from = at + mark.length;
    const [head = "", name = ""] = HEAD.exec(text2.slice(from, from + LONGEST_HEAD)) ?? [];
    const begin = from + head.length;
    const end = ends.get(brackets[text2[begin] ?? ""] ?? "") ?? -1;
    if (end > begin)
      return { name, json: text2.slice(begin, end + 1), rest: text2.slice(0, at) + text2.slice(end + 1) };
  }
  return null;
}
function callsOf(json, outerName, names2) {
  const value = parsedJson(json);
  const listed = listIn(value);
  const values = listed ?? (Array.isArray(value) ? value : [value]);
  const calls = values.map((each) => callOf(each, outerName, names2));
  return calls.includes(null) ? [] : calls.filter((call2) => call2 !== null);
}
function listIn(value) {
  const list = typeof value === "object" && value !== null && "tool_calls" in value ? value.tool_calls : null;
  return Array.isArray(list) ? list : null;
}
function callOf(value, outerName, names2) {
  if (typeof value !== "object" || value === null) return null;
  if (outerName !== "") {
    return names2.has(outerName) ? { name: outerName, arguments: JSON.stringify(value) } : null;
  }
  const fields = { ...value };
  const inner = fields["function"];
  if (typeof inner === "object" && inner !== null) return callOf(inner, "", names2);
  const name = fields["name"] ?? fields["tool"];
  const input = fields["arguments"] ?? fields["parameters"] ?? fields["args"] ?? {};
  if (typeof name !== "string" || !names2.has(name)) return null;
  return { name, arguments: typeof input === "string" ? input : JSON.stringify(input) };
}
function numbered(calls) {
  return calls.map((call2, index) => ({ id: `call_${index + 1}`, ...call2 }));
}
var FORMS2, MARKS2, LONGEST_HEAD, HEAD;
var init_calls_in_text = __esm({
  "src/adapters/openai/calls-in-text.ts"() {
    "use strict";
    init_json();
    init_offered_name();
    init_tagged_calls();
    FORMS2 = [
      /<tool_call>()([\s\S]*?)(?:<\/tool_call>|$)/g,
      /<function=([\w.-]+)>([\s\S]*?)(?:<\/function>|$)/g,
      /^[ \t]*```(?:json|tool_call)?[ \t\r]*\n()([\s\S]*?)\n[ \t]*```/gm
    ];
    MARKS2 = [
      { mark: "[TOOL_CALLS]", brackets: { "[": "]", "{": "}" } },
      { mark: "<|python_tag|>", brackets: { "{": "}" } }
    ];
    LONGEST_HEAD = 1e3;
    HEAD = /^\s*(?:([\w.-]+)(?:\[ARGS\])?)?\s*/;
  }
});

// src/adapters/openai/retry-after.ts
function waitInHeaders(headers) {
  const ms = Number.parseFloat(headers?.get("retry-after-ms") ?? "");
  if (ms >= 0) return ms / 1e3;
  const text2 = headers?.get("retry-after") ?? "";
  if (/^\d+(?:\.\d+)?$/.test(text2.trim())) return Number(text2);
  const wait = (Date.parse(text2) - Date.parse(headers?.get("date") ?? "")) / 1e3;
  return Number.isFinite(wait) ? Math.max(0, wait) : null;
}
function waitInError(error) {
  const metadata = asRecord(error["metadata"]) ?? {};
  const headers = asRecord(metadata["headers"]) ?? {};
  const named2 = Object.entries({ ...error, ...metadata, ...headers }).find(
    ([name]) => /^retry[-_]after(?:[-_]seconds)?$/i.test(name)
  );
  const details = Array.isArray(error["details"]) ? error["details"] : [];
  const delay = details.map((each) => asRecord(each)?.["retryDelay"]).find((each) => typeof each === "string");
  const said2 = delay ?? named2?.[1];
  const seconds = typeof said2 === "string" ? said2.replace(/s$/, "") : said2;
  return seconds === void 0 || seconds === "" || !(Number(seconds) >= 0) ? null : Number(seconds);
}
function waitInWords(words) {
  for (const { index, 0: asks } of words.matchAll(ASKS)) {
    let seconds = 0;
    SPAN.lastIndex = index + asks.length;
    for (let span = SPAN.exec(words); span !== null; span = SPAN.exec(words))
      seconds += Number(span[1]) * unitOf(span[2] ?? "");
    if (seconds > 0) return seconds;
  }
  return null;
}
function unitOf(name) {
  const unit = name.toLowerCase();
  if (unit === "ms" || unit.startsWith("milli")) return 1e-3;
  return SECONDS[unit.charAt(0)] ?? 0;
}
var ASKS, SPAN, SECONDS;
var init_retry_after = __esm({
  "src/adapters/openai/retry-after.ts"() {
    "use strict";
    init_json();
    ASKS = /\b(?:try again|retry|wait)(?:ing)?(?: again)?(?: your request)?(?: in| after| for)? (?=\d)/gi;
    SPAN = /(\d+(?:\.\d+)?)\s*(ms|milliseconds?|s|secs?|seconds?|m|mins?|minutes?|h|hours?)(?![a-z])\s*/iy;
    SECONDS = { s: 1, m: 60, h: 3600 };
  }
});

// src/adapters/openai/error-in.ts
function errorIn(body) {
  const fields = asRecord(Array.isArray(body) ? body[0] : body);
  if (fields === null) return null;
  const { error, choices, output } = fields;
  const inChoice = asRecord(Array.isArray(choices) ? choices[0] : null)?.["error"];
  for (const given of [error, inChoice]) {
    const found = namedIn(given, fields);
    if (found !== null) return found;
  }
  const isAnswer = Array.isArray(choices) || Array.isArray(output);
  return isAnswer || namedWords(fields) === null ? null : namedIn(fields, fields);
}
function namedIn(given, around = {}) {
  const fields = asRecord(Array.isArray(given) ? asRecord(given[0])?.["error"] ?? given[0] : given);
  if (fields === null)
    return typeof given === "string" && given !== "" ? named({ ...around, message: given }, given) : null;
  const isEmpty = Object.values(fields).every(
    (value) => value === null || value === "" || value === void 0
  );
  if (isEmpty) return null;
  const words = namedWords(fields) ?? JSON.stringify(fields);
  const behind = wordsBehind(fields);
  return named(fields, behind === null ? words : `${words}: ${behind}`);
}
function wordsBehind({ metadata }) {
  const raw = asRecord(metadata)?.["raw"];
  if (typeof raw !== "string" || raw.trim() === "") return null;
  return errorIn(parsedJson(raw))?.words ?? raw.slice(0, LONGEST_RAW);
}
function named(fields, words) {
  const { param } = fields;
  const codes = [fields["code"], fields["type"], fields["status"], fields["error_type"], fields["errorType"]];
  return {
    words,
    code: codes.filter((each) => typeof each === "string").join(" "),
    param: typeof param === "string" ? param : "",
    given: fields["code"] ?? fields["error_code"] ?? fields["status"] ?? null,
    retryAfter: waitInError(fields) ?? waitInWords(words)
  };
}
function namedWords(fields) {
  for (const name of WORDS) {
    const value = fields[name];
    if (typeof value === "string" && value !== "") return value;
    const isMore = name === "detail" || name === "message" && asRecord(value)?.["detail"] !== void 0;
    if (isMore && typeof value === "object" && value !== null) return JSON.stringify(value);
  }
  const [first] = Array.isArray(fields["errors"]) ? fields["errors"] : [];
  if (typeof first === "string") return first;
  const inner = asRecord(first);
  return inner === null ? null : namedWords(inner);
}
var LONGEST_RAW, WORDS;
var init_error_in = __esm({
  "src/adapters/openai/error-in.ts"() {
    "use strict";
    init_json();
    init_retry_after();
    LONGEST_RAW = 1e3;
    WORDS = ["message", "Message", "detail", "error_msg", "errorMessage", "msg", "error"];
  }
});

// src/adapters/openai/joined.ts
function joined(before, more) {
  return withFields(
    before,
    Object.fromEntries(
      Object.entries(more).map(([name, value]) => [name, joinedIfThere(name, before, value)])
    )
  );
}
function withFields(before, more) {
  const given = Object.entries(more).filter(([, value]) => value !== null && value !== void 0);
  const room = MOST_FIELDS - Object.keys(before).length;
  const known = given.filter(([name]) => Object.hasOwn(before, name));
  const fresh = given.filter(([name]) => !Object.hasOwn(before, name)).slice(0, Math.max(0, room));
  const changed = [...known, ...fresh];
  return changed.length === 0 ? before : { ...before, ...Object.fromEntries(changed) };
}
function joinedIfThere(name, before, value) {
  const isNone = value === null || value === void 0;
  return isNone || !Object.hasOwn(before, name) ? value : joinedValue(name, before[name], value);
}
function joinedValue(name, old, value) {
  if (typeof old === "string" && typeof value === "string")
    return SAID_ONCE.has(name) ? saidOnce(name, old, value) : old + value;
  if (Array.isArray(old) && Array.isArray(value)) return joinedLists(old, value);
  const [oldRecord, record2] = [asRecord(old), asRecord(value)];
  return oldRecord !== null && record2 !== null ? joined(oldRecord, record2) : value;
}
function saidOnce(name, old, value) {
  if (old === "") return value;
  if (name !== "name" || value === old) return old;
  return value.startsWith(old) ? value : old + value;
}
function joinedLists(old, more) {
  const all = [...old];
  for (const value of more) {
    const part = asRecord(value);
    const at = all.findIndex((each) => isSameBlock(asRecord(each), part));
    if (at >= 0 && part !== null) all[at] = joined(asRecord(all[at]) ?? {}, part);
    else if (all.length < MOST_ELEMENTS) all.push(value);
  }
  return all;
}
function isSameBlock(one, other) {
  if (one === null || other === null || typeof other["index"] !== "number") return false;
  return one["index"] === other["index"] && (one["type"] ?? null) === (other["type"] ?? null);
}
var SAID_ONCE, MOST_FIELDS, MOST_ELEMENTS;
var init_joined = __esm({
  "src/adapters/openai/joined.ts"() {
    "use strict";
    init_json();
    SAID_ONCE = /* @__PURE__ */ new Set(["id", "type", "role", "name", "format"]);
    MOST_FIELDS = 200;
    MOST_ELEMENTS = 1e3;
  }
});

// src/adapters/openai/stream-lines.ts
function* linesOf(text2) {
  let lines = 0;
  let rested = 0;
  for (let from = 0; from <= text2.length; ) {
    const end = text2.indexOf("\n", from);
    const to = end < 0 ? text2.length : end;
    yield text2.slice(from, text2.charAt(to - 1) === "\r" && to > from ? to - 1 : to);
    from = to + 1;
    lines += 1;
    if (lines % STEP.lines !== 0 && from - rested < STEP.characters) continue;
    rested = from;
    yield REST;
  }
}
var REST, STEP;
var init_stream_lines = __esm({
  "src/adapters/openai/stream-lines.ts"() {
    "use strict";
    REST = /* @__PURE__ */ Symbol("rest");
    STEP = { characters: 2e5, lines: 100 };
  }
});

// src/adapters/openai/streamed-calls.ts
function beginsAnother(before, part) {
  const [id, other] = [textOf(before["id"]), textOf(part["id"])];
  if (textOf(asRecord(part["function"])?.["name"]) === "" || id !== "" && id === other) return false;
  const written = asRecord(before["function"])?.["arguments"];
  if (typeof written !== "string") return written !== void 0;
  if (written.trim() === "") return id !== "" && other !== "";
  return written.trimEnd().endsWith("}") && parsedJson(written) !== void 0;
}
function textOf(value) {
  return typeof value === "string" ? value : "";
}
var MOST_CALLS, StreamedCalls;
var init_streamed_calls = __esm({
  "src/adapters/openai/streamed-calls.ts"() {
    "use strict";
    init_joined();
    init_json();
    MOST_CALLS = 500;
    StreamedCalls = class {
      #calls = [];
      /** The newest call at each place, as an index of `#calls`. */
      #newest = /* @__PURE__ */ new Map();
      /** In the order in which they began. */
      get all() {
        return this.#calls;
      }
      /** `place`: of the part among those that came with it. */
      add(given, place) {
        const part = asRecord(given);
        if (part === null) return;
        const { index, ...call2 } = part;
        const slot = index ?? place;
        const at = this.#callOf(call2, { slot, hasPlace: typeof index === "number" });
        if (at >= MOST_CALLS) return;
        this.#calls[at] = joined(this.#calls[at] ?? {}, call2);
        this.#newest.set(slot, at);
      }
      #callOf(call2, { slot, hasPlace }) {
        const known = hasPlace ? -1 : this.#calls.findIndex((each) => textOf(call2["id"]) !== "" && each["id"] === call2["id"]);
        if (known >= 0) return known;
        const newest = this.#newest.get(slot);
        const before = newest === void 0 ? void 0 : this.#calls[newest];
        return newest === void 0 || before === void 0 || beginsAnother(before, call2) ? this.#calls.length : newest;
      }
    };
  }
});

// src/adapters/openai/event-stream.ts
function* completionOfStream(text2) {
  const whole = { message: {}, calls: new StreamedCalls(), rest: {}, finish: null };
  const lines = new EventLines();
  let hasBegun = false;
  for (const line of linesOf(text2)) {
    if (line === REST) {
      yield;
      continue;
    }
    hasBegun ||= /^\s*data:/.test(line);
    if (!hasBegun && line.trim() !== "" && !/^\s*(?::|event:|id:|retry:)/.test(line)) return null;
    const event = lines.next(line);
    if (event !== null) addEvent(whole, event);
  }
  if (!hasBegun) return null;
  const { message, calls, rest, finish } = whole;
  if (!lines.hasEnd && finish === null && rest["usage"] === void 0 && rest["error"] === void 0)
    throw new CutStream();
  const filled = { ...message, ...calls.all.length > 0 && { tool_calls: calls.all } };
  return { ...rest, choices: [{ index: 0, finish_reason: finish, message: filled }] };
}
function addEvent(whole, { choices, ...rest }) {
  const choice = asRecord(Array.isArray(choices) ? choices[0] : null);
  const usage = rest["usage"] ?? choice?.["usage"] ?? asRecord(rest["x_groq"])?.["usage"];
  whole.rest = withFields(whole.rest, { ...rest, usage });
  if (choice === null) return;
  whole.finish = choice["finish_reason"] ?? whole.finish;
  if (asRecord(choice["error"]) !== null) whole.rest = withFields(whole.rest, { error: choice["error"] });
  addMessage(whole, choice);
}
function addMessage(whole, choice) {
  const part = asRecord(choice["delta"]) ?? {};
  const message = asRecord(choice["message"]);
  const isOnlyMessage = message !== null && Object.keys(part).length === 0;
  if (isOnlyMessage && holdsAll(whole, message)) {
    whole.message = {};
    whole.calls = new StreamedCalls();
  }
  const { tool_calls: calls, ...delta } = isOnlyMessage ? message : part;
  whole.message = joined(whole.message, delta);
  for (const [place, call2] of (Array.isArray(calls) ? calls : []).entries()) whole.calls.add(call2, place);
}
function holdsAll({ message: before }, { content, tool_calls: calls }) {
  const said2 = typeof before["content"] === "string" ? before["content"] : "";
  const isSaidAgain = typeof content === "string" && content !== "" && content.startsWith(said2);
  return isSaidAgain || Array.isArray(calls) && calls.length > 0;
}
var CutStream, FIELD, MOST3, EventLines;
var init_event_stream = __esm({
  "src/adapters/openai/event-stream.ts"() {
    "use strict";
    init_model_texts();
    init_joined();
    init_json();
    init_stream_lines();
    init_streamed_calls();
    CutStream = class extends Error {
      constructor() {
        super(MODEL_TEXTS.cutStream);
      }
    };
    FIELD = /^\s*(data|event|error):[ \t]*(.*)$/s;
    MOST3 = { lines: 20, characters: 2e5 };
    EventLines = class {
      hasEnd = false;
      #kind = "";
      #begun = [];
      /** The event that the line ends, as its JSON; null: none. An error may be marked as one by its line alone. */
      next(line) {
        if (line.trim() === "") {
          this.#kind = "";
          this.#begun = [];
          return null;
        }
        const [, field = "", value = ""] = FIELD.exec(line) ?? [];
        if (field === "event") this.#kind = value.trim();
        if (field !== "data" && field !== "error") return null;
        this.hasEnd ||= value.trim() === "[DONE]";
        const data = this.#jsonOf(value);
        if (data === null) return null;
        const isError = field === "error" || this.#kind === "error";
        return isError && data["error"] === void 0 ? { error: data } : data;
      }
      /** An event may stand on several lines. Null: it is not whole yet. */
      #jsonOf(value) {
        const alone = asRecord(parsedJson(value));
        const lines = [...this.#begun, value];
        const data = alone ?? (lines.length > 1 ? asRecord(parsedJson(lines.join("\n"))) : null);
        const isLong = lines.length >= MOST3.lines || lines.join("").length > MOST3.characters;
        this.#begun = data !== null || isLong ? [] : lines;
        return data;
      }
    };
  }
});

// src/adapters/openai/refusal.ts
function faultOfRefusal(refusal2) {
  const { status, words, code } = refusal2;
  const said2 = `${code} ${words}`;
  if (A_SLIP.test(said2) && status < 500) return "slip";
  const isRate = status === 429 && (OF_A_RATE.test(said2) || waitInWords(words) !== null);
  if (!isRate && (OF_MONEY.test(said2) || status === 402)) return "no_credit";
  if (status === 429) return "rate_limited";
  if (status === 401) return "key_refused";
  if (status === 403) return faultOfForbidden(refusal2, said2);
  if (status === 408) return "timeout";
  if (OUT_OF_ORDER_STATUSES.has(status)) return "server_error";
  if (OF_TOOLS.test(said2)) return "bad_request";
  if (status >= 500 && (OF_THE_LENGTH.test(said2) || /roles must alternate/i.test(said2)))
    return "refused_text";
  if (status >= 500 || status === 409 || status === 425) return "server_error";
  return faultOfRequest(refusal2, said2);
}
function faultOfForbidden({ words }, said2) {
  if (OF_THE_TEXT.test(said2) || isWebPage(words)) return "refused_text";
  if (OF_THE_MODEL.test(said2)) return "unknown_model";
  return OF_THE_PLACE.test(said2) ? "bad_request" : "key_refused";
}
function faultOfRequest({ status, param, code, words }, said2) {
  if (status === 400 && isWebPage(words)) return "bad_request";
  if (OF_THE_TEXT.test(said2) || OF_THE_LENGTH.test(said2)) return "refused_text";
  if (OF_THE_KEY.test(said2)) return "key_refused";
  if (OF_THE_MODEL.test(said2) || param === "model") return "unknown_model";
  if (status === 404) return "bad_request";
  if (OF_A_FIELD.test(said2) || code === "unsupported_parameter" || param.startsWith("tools"))
    return "bad_request";
  return status === 413 || status === 422 || status === 400 ? "refused_text" : "bad_request";
}
function statusOfError(code, said2) {
  const number2 = typeof code === "string" ? Number(code) : code;
  if (typeof number2 === "number" && number2 >= 300 && number2 < 600) return number2;
  if (/rate.?limit|too many requests|RESOURCE_EXHAUSTED|request limit|throttl/i.test(said2)) return 429;
  if (OF_MONEY.test(said2)) return 402;
  if (OUT_OF_ORDER.test(said2)) return 503;
  if (OF_THE_KEY.test(said2)) return 401;
  return OF_THE_TEXT.test(said2) || OF_THE_LENGTH.test(said2) || A_SLIP.test(said2) ? 400 : 502;
}
function smallerAnswer(detail, asked) {
  const words = detail.replace(/^\d{3}: /, "");
  const about = /max(?:imum)?[ _]?(?:completion|output|new)?[ _]?tokens|maxOutputTokens|completion tokens|output tokens|afford|context/i;
  if (!about.test(words)) return null;
  const context = /context (?:length|size|window)[^\d]{0,40}(\d[\d,]*)/i.exec(words)?.[1];
  const prompt = /(\d[\d,]*) (?:(?:input |prompt )?tokens )?(?:in the messages|in the prompt|input tokens|of text input|prompt tokens)/i.exec(
    words
  )?.[1];
  if (context !== void 0) {
    const room = asNumber(context) - (prompt === void 0 ? asked : asNumber(prompt));
    return room > 0 && room < asked ? room : null;
  }
  const [, sum = "", sent = ""] = TOGETHER.exec(words) ?? [];
  if (sum !== "") return asNumber(sum) - asNumber(sent);
  const numbers = [...words.matchAll(/\d[\d,]*/g)].map(([text2]) => asNumber(text2));
  const smaller = numbers.filter((each) => each >= LEAST && each < asked);
  return smaller.length === 0 ? null : Math.max(...smaller) - (/exclusive|lower than/i.test(words) ? 1 : 0);
}
function asNumber(text2) {
  return Number(text2.replaceAll(",", ""));
}
var OF_THE_KEY, OF_MONEY, OF_A_RATE, OF_THE_TEXT, OF_THE_LENGTH, A_SLIP, OF_THE_MODEL, OF_TOOLS, OF_THE_PLACE, OF_A_FIELD, OUT_OF_ORDER, OUT_OF_ORDER_STATUSES, TOGETHER, LEAST;
var init_refusal = __esm({
  "src/adapters/openai/refusal.ts"() {
    "use strict";
    init_retry_after();
    init_web_page();
    OF_THE_KEY = /api[ _-]?key|credential|authentication|unauthenticated|bearer token/i;
    OF_MONEY = /insufficient[_ ](?:quota|balance|credit|funds)|more credits|credit balance|billing|payment required|exceeded your current quota|budget (?:has been )?exceeded|budget_exceeded|key limit exceeded/i;
    OF_A_RATE = /RESOURCE_EXHAUSTED|rate_limit_exceeded|per[ _-]?minute/i;
    OF_THE_TEXT = /content[ _-]?(?:filter|policy|management)|responsible ?ai|moderation|flagged|safety (?:system|settings|filter)|data_inspection|sensitive|inappropriate content|usage polic/i;
    OF_THE_LENGTH = /context[ _-]?(?:length|size|window)|prompt is too long|too many (?:input )?tokens|maximum context|input (?:is )?too long|input token count/i;
    A_SLIP = /tool_use_failed|failed_generation|failed to (?:call a function|parse (?:tool|function))|malformed[ _]function|output_parse_failed|invalid tool call/i;
    OF_THE_MODEL = /model_not_(?:found|supported|available)|DeploymentNotFound|(?:model|deployment)[^.]{0,80}(?:does not exist|not found|not exist|decommissioned|deprecated|retired|not loaded)|no endpoints found|unknown model|invalid model|not a valid model|no models? loaded|failed to load model|access (?:to )?(?:the )?model|to use the model|provider not provided/i;
    OF_TOOLS = /tool[ _-]?choice[^.]{0,40}requires|tools?[^.]{0,20} requires? --|tool[ _]use is not|invalid (?:schema for function|function parameters|tool (?:schema|definition))|invalid_function_parameters/i;
    OF_THE_PLACE = /\b(?:country|region|territory)\b/i;
    OF_A_FIELD = /unrecogni[sz]ed|unknown (?:field|argument|parameter|name)|unsupported|not supported|does not support|extra[ _](?:inputs|forbidden)|not permitted|unexpected (?:keyword|field)|additional propert|unknown url/i;
    OUT_OF_ORDER = /overloaded|unavailable|internal|server_error|try again|timed? ?out|capacity/i;
    OUT_OF_ORDER_STATUSES = /* @__PURE__ */ new Set([424, 460, 498, 499]);
    TOGETHER = /tokens`? \+ `?max_new_tokens`?[^\d]{0,30}(\d[\d,]*)[^\d]{0,20}(\d[\d,]*)/i;
    LEAST = 64;
  }
});

// src/adapters/openai/fault.ts
function faultOf(error, { APIError, waitedMs }) {
  if (waitedMs !== null) return fault("timeout", true, MODEL_TEXTS.timedOut(waitedMs));
  if (!(error instanceof APIError)) return brokenOff(error);
  if (typeof error.status !== "number") return connectionFault(error);
  return statusFault(error, error.status);
}
function brokenOff(error) {
  return fault("dropped", true, MODEL_TEXTS.brokenOff(messageOf(error)));
}
function connectionFault(error) {
  if (error.name === "APIConnectionTimeoutError" || /timed out/i.test(error.message)) {
    return fault("timeout", true, MODEL_TEXTS.timedOut(null));
  }
  const causes = causesOf(error);
  const never = causes.find((cause) => NEVER_CONNECTED.has(codeOf(cause)));
  if (never !== void 0) return neverConnected(messageOf(never) || codeOf(never));
  const foreign = causes.find((cause) => NOT_TRUSTED.has(codeOf(cause)));
  if (foreign !== void 0) return fault("unreachable", false, MODEL_TEXTS.untrusted(messageOf(foreign)));
  const refused = causes.find((cause) => REFUSED_BY_FETCH.has(messageOf(cause)));
  if (refused !== void 0) return neverConnected(messageOf(refused));
  return fault("dropped", true, MODEL_TEXTS.brokenOff(messageOf(causes.at(-1))));
}
function neverConnected(why) {
  return fault("unreachable", false, MODEL_TEXTS.neverConnected(why));
}
function faultInBody(error) {
  const status = statusOfError(error.given, `${error.code} ${error.words}`);
  const { retryAfter } = error;
  return {
    ...fault(faultOfRefusal({ ...error, status }), false, `${status}: ${oneLine2(error.words)}`),
    retryAfter
  };
}
function statusFault(error, status) {
  const found = namedIn(error.error);
  const words = found?.words ?? bareWords(error);
  const shown = shownWords(words);
  const detail = `${status}: ${shown}${addressAdvice(status, shown)}${apiAdvice(words)}`;
  if (status >= 300 && status < 400)
    return fault("bad_request", false, MODEL_TEXTS.redirected(status, error.headers?.get("location") ?? ""));
  const kind = faultOfRefusal({ status, words, code: found?.code ?? "", param: found?.param ?? "" });
  const isCharged = status === 408 || status >= 500 && !REFUSED_BY_LOAD.has(status) && found === null;
  return {
    ...fault(kind, isCharged, detail),
    retryAfter: waitInHeaders(error.headers) ?? found?.retryAfter ?? waitInWords(words)
  };
}
function apiAdvice(words) {
  return /only (?:supported|available) (?:in|on|with|via)[^.]{0,40}responses/i.test(words) ? MODEL_TEXTS.otherApi : "";
}
function addressAdvice(status, words) {
  const isOfAddress = /url|path|route|not found|no post|cannot post|page|no body|^\s*$/i.test(words) && !/model/i.test(words);
  return status === 404 && isOfAddress || status === 405 ? MODEL_TEXTS.addressAdvice : "";
}
function fault(kind, isCharged, detail) {
  return { kind: "fault", fault: kind, isCharged, retryAfter: null, detail: cutBetweenWords(detail, 500) };
}
function bareWords(error) {
  return error.message.replace(/^\d{3} /, "");
}
function shownWords(words) {
  return isWebPage(words) ? MODEL_TEXTS.webPage(titleOf(words)) : oneLine2(words);
}
function oneLine2(words) {
  return cutBetweenWords(words.replaceAll(/\s+/g, " "), 400);
}
function causesOf(error) {
  const causes = [];
  for (let at = error; at instanceof Error && causes.length < 10; at = at.cause) {
    causes.push(at, ...at instanceof AggregateError ? at.errors : []);
  }
  return causes;
}
function codeOf(error) {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
}
var NEVER_CONNECTED, NOT_TRUSTED, REFUSED_BY_FETCH, REFUSED_BY_LOAD;
var init_fault = __esm({
  "src/adapters/openai/fault.ts"() {
    "use strict";
    init_plain_text();
    init_model_texts();
    init_error_in();
    init_refusal();
    init_retry_after();
    init_web_page();
    NEVER_CONNECTED = /* @__PURE__ */ new Set([
      "ECONNREFUSED",
      "ENOTFOUND",
      "EAI_AGAIN",
      "EHOSTUNREACH",
      "ENETUNREACH",
      "UND_ERR_CONNECT_TIMEOUT",
      "ERR_INVALID_URL"
    ]);
    NOT_TRUSTED = /* @__PURE__ */ new Set([
      "CERT_HAS_EXPIRED",
      "DEPTH_ZERO_SELF_SIGNED_CERT",
      "SELF_SIGNED_CERT_IN_CHAIN",
      "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
      "ERR_TLS_CERT_ALTNAME_INVALID"
    ]);
    REFUSED_BY_FETCH = /* @__PURE__ */ new Set(["bad port", "unknown scheme"]);
    REFUSED_BY_LOAD = /* @__PURE__ */ new Set([503, 529]);
  }
});

// src/adapters/openai/plain-completion.ts
function plainCompletion(body) {
  const whole = unwrapped(body);
  const choices = whole?.["choices"];
  if (whole === null || !Array.isArray(choices)) return whole ?? body;
  const [first, ...others] = choices.map(plainChoice);
  return first === void 0 ? whole : { ...whole, choices: [withCallsOf(first, others), ...others] };
}
function unwrapped(body) {
  const value = typeof body === "string" ? parsedJson(body) : body;
  const whole = asRecord(Array.isArray(value) ? value[0] : value);
  if (whole === null || "choices" in whole) return whole;
  for (const name of WRAPPINGS) {
    const given = whole[name];
    const inner = asRecord(typeof given === "string" ? parsedJson(given) : given);
    if (inner !== null && Array.isArray(inner["choices"]))
      return { ..."usage" in whole && { usage: whole["usage"] }, ...inner };
  }
  return whole;
}
function withCallsOf(first, others) {
  const choice = asRecord(first);
  const message = asRecord(choice?.["message"]);
  if (choice === null || message === null || callsIn(message).length > 0) return first;
  const calls = others.flatMap((other) => callsIn(asRecord(asRecord(other)?.["message"]) ?? {}));
  return calls.length === 0 ? first : { ...choice, message: { ...message, tool_calls: calls } };
}
function callsIn({ tool_calls: calls }) {
  return Array.isArray(calls) ? calls : [];
}
function plainChoice(given) {
  const choice = asRecord(given);
  const message = asRecord(choice?.["message"]) ?? asRecord(choice?.["delta"]);
  if (choice === null || message === null) return given;
  const finish = choice["finish_reason"];
  const calls = message["tool_calls"] ?? choice["tool_calls"];
  const plain = {
    ...message,
    ..."content" in message && { content: plainContent(message["content"]) },
    ...calls !== void 0 && calls !== null && { tool_calls: plainCalls(calls) }
  };
  return { ...choice, finish_reason: typeof finish === "string" ? finish : null, message: plain };
}
function plainContent(content) {
  if (Array.isArray(content))
    return content.flatMap((part) => typeof part === "string" ? { text: part } : asRecord(part) ?? []);
  return asRecord(content) === null ? content : [content];
}
function plainCalls(calls) {
  if (asRecord(calls) !== null) return [plainCall(calls)];
  return Array.isArray(calls) ? calls.filter((call2) => call2 !== null).map(plainCall) : calls;
}
function plainCall(given) {
  const call2 = asRecord(given);
  if (call2 === null) return given;
  const { name, arguments: input, ...rest } = call2;
  const own = asRecord(call2["function"]) ?? (typeof name === "string" ? { name, arguments: input } : null);
  if (own === null) return given;
  const written = own["arguments"];
  const isEmptyList = Array.isArray(written) && written.length === 0;
  const id = typeof call2["id"] === "number" ? String(call2["id"]) : call2["id"];
  return { ...rest, id, function: { ...own, ...isEmptyList && { arguments: {} } } };
}
var WRAPPINGS;
var init_plain_completion = __esm({
  "src/adapters/openai/plain-completion.ts"() {
    "use strict";
    init_json();
    WRAPPINGS = ["data", "result", "output", "response", "body"];
  }
});

// src/adapters/openai/usage.ts
function usageOf(body) {
  const checked = safeParse(usageSchema, body);
  if (!checked.success) return null;
  const { usage } = checked.output;
  const tokensIn = usage.prompt_tokens ?? usage.input_tokens ?? 0;
  const answered = usage.completion_tokens ?? usage.output_tokens ?? null;
  const total = usage.total_tokens ?? 0;
  if (tokensIn === 0 || answered === null && total <= tokensIn) return null;
  const unnamed = total - tokensIn - (answered ?? 0);
  const tokensOut = (answered ?? 0) + Math.max(0, unnamed);
  const thought = usage.completion_tokens_details?.reasoning_tokens ?? 0;
  const reasoning = answered === null ? thought : Math.max(thought, unnamed);
  const cached = usage.prompt_tokens_details?.cached_tokens ?? usage.prompt_cache_hit_tokens ?? usage.cache_read_input_tokens ?? usage.cached_tokens ?? 0;
  return {
    ...{ tokensIn, tokensOut },
    ...cached > 0 && { cachedIn: Math.min(cached, tokensIn) },
    ...reasoning > 0 && { reasoningOut: Math.min(reasoning, tokensOut) }
  };
}
var count2, maybe, DETAILS, usageSchema;
var init_usage = __esm({
  "src/adapters/openai/usage.ts"() {
    "use strict";
    init_dist();
    count2 = pipe(number(), safeInteger(), minValue(0));
    maybe = fallback(nullish(count2), null);
    DETAILS = {
      prompt_tokens_details: fallback(nullish(object({ cached_tokens: maybe })), null),
      completion_tokens_details: fallback(nullish(object({ reasoning_tokens: maybe })), null),
      prompt_cache_hit_tokens: maybe,
      cache_read_input_tokens: maybe,
      cached_tokens: maybe
    };
    usageSchema = object({
      usage: object({
        prompt_tokens: maybe,
        completion_tokens: maybe,
        total_tokens: maybe,
        // The names of other APIs, which some servers of this one use.
        input_tokens: maybe,
        output_tokens: maybe,
        ...DETAILS
      })
    });
  }
});

// src/adapters/openai/answer.ts
async function readAnswer(response, tools, signal) {
  const read = await bodyOf(response, completionOfStream, signal);
  if (read.kind === "fault") return read;
  const body = plainCompletion(read.body);
  const usage = usageOf(body);
  const error = errorIn(body);
  if (error !== null) return { ...faultInBody(error), isCharged: usage !== null, usage };
  const checked = safeParse(bodySchema, body);
  if (!checked.success) return malformed(MODEL_TEXTS.notCompletion(problem(checked.issues)), usage);
  const [choice] = checked.output.choices;
  if (choice === void 0) return malformed(MODEL_TEXTS.noChoice, usage);
  const reason = choice.finish_reason ?? "";
  if (BROKEN_OFF.has(reason.toLowerCase()))
    return { ...malformed(MODEL_TEXTS.brokenAnswer(reason), usage), fault: "dropped" };
  return { kind: "answer", ...saidIn(choice, tools), usage };
}
function saidIn(choice, tools) {
  const names2 = tools.map(({ name }) => name);
  const { tool_calls, function_call } = choice.message;
  const old = function_call === null || function_call === void 0 ? [] : [{ id: "", function: function_call }];
  const given = (tool_calls ?? []).length > 0 ? tool_calls ?? [] : old;
  const extra = extraOf(choice.message, MESSAGE_FIELDS);
  const finish = finishOf(choice, given.length);
  const content = textOf2(choice);
  if (given.length > 0 || finish === "refusal") {
    const toolCalls = given.map((call2, index) => toolCall(call2, index, names2));
    return { content, toolCalls, finish, ...extra };
  }
  const { text: text2, calls } = callsInText(content, tools);
  return {
    content: text2,
    toolCalls: calls,
    finish: calls.length > 0 ? "tool_calls" : finish,
    ...extra
  };
}
function extraOf(given, known) {
  const others = othersIn(given, known);
  return hasAny(others) ? { extra: /* @__PURE__ */ new Map([["fields", others]]) } : {};
}
function othersIn(given, known) {
  return Object.fromEntries(
    Object.entries(given).filter(
      ([name, value]) => !known.includes(name) && value !== null && value !== void 0
    )
  );
}
function hasAny(fields) {
  return Object.keys(fields).length > 0;
}
function toolCall(call2, index, names2) {
  const text2 = call2.function.arguments ?? "";
  const inside = othersIn(call2.function, ["name", "arguments"]);
  const others = {
    ...othersIn(call2, ["id", "type", "index", "function"]),
    ...hasAny(inside) && { function: inside }
  };
  return {
    id: call2.id || `call_${index + 1}`,
    name: offeredName(call2.function.name, names2),
    arguments: typeof text2 === "string" ? text2 : JSON.stringify(text2),
    ...hasAny(others) && { extra: /* @__PURE__ */ new Map([["fields", others]]) }
  };
}
function textOf2({ message }) {
  if (message.refusal) return message.refusal;
  const { content } = message;
  if (typeof content === "string") return content;
  return (content ?? []).map(({ text: text2, refusal: refusal2 }) => typeof text2 === "string" ? text2 : refusal2 ?? "").join("");
}
function finishOf({ finish_reason, message }, calls) {
  const reason = finish_reason?.toLowerCase() ?? "";
  if (message.refusal || REFUSED.test(reason)) return "refusal";
  if (CUT_OFF.has(reason)) return "length";
  return calls > 0 ? "tool_calls" : "stop";
}
function malformed(detail, usage) {
  return { kind: "fault", fault: "malformed", isCharged: true, retryAfter: null, usage, detail };
}
function problem(issues) {
  return issues.slice(0, 3).map((issue) => `${getDotPath(issue) ?? "body"}: ${issue.message}`).join("; ");
}
var functionSchema, callSchema, partSchema, bodySchema, MESSAGE_FIELDS, BROKEN_OFF, CUT_OFF, REFUSED;
var init_answer = __esm({
  "src/adapters/openai/answer.ts"() {
    "use strict";
    init_dist();
    init_model_texts();
    init_body();
    init_calls_in_text();
    init_error_in();
    init_event_stream();
    init_fault();
    init_offered_name();
    init_plain_completion();
    init_usage();
    functionSchema = looseObject({
      name: string(),
      arguments: nullish(union([string(), record(string(), unknown())]))
    });
    callSchema = looseObject({ id: nullish(string()), function: functionSchema });
    partSchema = looseObject({
      type: nullish(string()),
      text: nullish(unknown()),
      refusal: nullish(string())
    });
    bodySchema = object({
      choices: pipe(
        array(
          object({
            finish_reason: nullish(string()),
            message: looseObject({
              content: nullish(union([string(), array(partSchema)])),
              refusal: nullish(string()),
              tool_calls: nullish(array(callSchema)),
              // The name of old, for one call.
              function_call: nullish(functionSchema)
            })
          })
        ),
        minLength(1)
      )
    });
    MESSAGE_FIELDS = ["role", "content", "refusal", "tool_calls", "function_call", "annotations", "audio"];
    BROKEN_OFF = /* @__PURE__ */ new Set([
      ...["error", "network_error", "server_error", "insufficient_system_resource"],
      ...["abort", "aborted", "cancelled", "canceled"]
    ]);
    CUT_OFF = /* @__PURE__ */ new Set([
      ...["length", "max_tokens", "max_output_tokens", "model_length", "model_context_window_exceeded"]
    ]);
    REFUSED = /^(?:content_filter|sensitive|safety|refusal|recitation|prohibited_content|blocklist|spii)\b/;
  }
});

// src/adapters/openai/answer-time.ts
function isWork(part) {
  const lines = new TextDecoder().decode(part).split("\n");
  return lines.some((line) => line.trim() !== "" && !line.startsWith(":"));
}
var LONGEST_SILENCE, AnswerTime;
var init_answer_time = __esm({
  "src/adapters/openai/answer-time.ts"() {
    "use strict";
    LONGEST_SILENCE = 12e4;
    AnswerTime = class {
      #end = new AbortController();
      limitMs;
      #silenceMs;
      #waits = 0;
      constructor(limitMs) {
        this.limitMs = limitMs;
        this.#silenceMs = Math.min(LONGEST_SILENCE, limitMs);
        this.#wait(limitMs);
      }
      get signal() {
        return this.#end.signal;
      }
      /** How long nothing had come when the time was over, ms; null: it is not over. */
      get waitedMs() {
        if (!this.signal.aborted) return null;
        return this.#waits === 1 ? this.limitMs : this.#silenceMs;
      }
      /** The same answer; each part of its stream gives more time. */
      ofStream({ body, status, headers }) {
        const watch = new TransformStream({
          transform: (part, stream2) => {
            if (isWork(part)) this.#wait(this.#silenceMs);
            stream2.enqueue(part);
          }
        });
        return new Response(body?.pipeThrough(watch) ?? null, { status, headers });
      }
      #wait(ms) {
        const wait = ++this.#waits;
        AbortSignal.timeout(ms).addEventListener("abort", () => {
          if (wait === this.#waits) this.#end.abort();
        });
      }
    };
  }
});

// src/adapters/openai/request.ts
function requestBody({ messages, tools, maxTokens }, { model, field, isExtraSent, isStreamed, isUsageAsked }) {
  return {
    model,
    messages: inOrder(messages.map((message) => wireMessage(message, isExtraSent))),
    [field]: maxTokens,
    stream: isStreamed,
    ...isStreamed && isUsageAsked && { stream_options: { include_usage: true } },
    ...tools.length > 0 && { tools: tools.map(wireTool) }
  };
}
function wireTool({ name, description, parameters }) {
  return { type: "function", function: { name, description, parameters: { ...parameters } } };
}
function inOrder(messages) {
  const ordered = [];
  for (const message of messages) {
    const before = ordered.at(-1);
    const isJoined = message.role === "user" && (before?.role === "tool" || before?.role === "user");
    if (isJoined)
      ordered[ordered.length - 1] = { ...before, content: `${before.content}

${message.content}` };
    else ordered.push(message);
  }
  return ordered;
}
function wireMessage(message, isExtraSent) {
  switch (message.role) {
    case "system":
    case "user":
      return { role: message.role, content: message.content.toWellFormed() };
    case "tool":
      return { role: "tool", tool_call_id: message.toolCallId, content: message.content.toWellFormed() };
    case "assistant": {
      const more = (extra) => isExtraSent ? extra?.get("fields") : void 0;
      const calls = message.toolCalls.map(({ id, name, arguments: text2, extra }) => {
        const own = more(extra);
        const call2 = { ...asRecord(own?.["function"]), name, arguments: text2 };
        return { ...own, id, type: "function", function: call2 };
      });
      return {
        ...more(message.extra),
        role: "assistant",
        content: message.content === "" && calls.length > 0 ? null : message.content.toWellFormed(),
        ...calls.length > 0 && { tool_calls: calls }
      };
    }
  }
}
var init_request = __esm({
  "src/adapters/openai/request.ts"() {
    "use strict";
    init_json();
  }
});

// src/adapters/openai/responses.ts
function responsesBody({ messages, tools, maxTokens }, { model, isExtraSent, isStreamed }) {
  return {
    model,
    input: messages.flatMap((message) => itemsOf(message, isExtraSent)),
    max_output_tokens: maxTokens,
    store: false,
    stream: isStreamed,
    ...isExtraSent && { include: ["reasoning.encrypted_content"] },
    ...tools.length > 0 && { tools: tools.map(wireTool2) }
  };
}
function wireTool2({ name, description, parameters }) {
  return { type: "function", name, description, parameters, strict: false };
}
function itemsOf(message, isExtraSent) {
  switch (message.role) {
    case "system":
    case "user":
      return [{ role: message.role, content: message.content.toWellFormed() }];
    case "tool": {
      const output = message.content.toWellFormed();
      return [{ type: "function_call_output", call_id: message.toolCallId, output }];
    }
    case "assistant":
      return answerItems(message, isExtraSent);
  }
}
function answerItems({ content, toolCalls, extra }, isExtraSent) {
  const calls = toolCalls.map((call2) => {
    const own = isExtraSent ? call2.extra?.get("fields") : void 0;
    const { id, name, arguments: text2 } = call2;
    return { ...own, type: "function_call", call_id: id, name, arguments: text2 };
  });
  const words = content === "" ? [] : [{ role: "assistant", content: content.toWellFormed() }];
  const given = isExtraSent ? extra?.get("fields")?.["output"] : void 0;
  if (!Array.isArray(given)) return [...words, ...calls];
  const items = [];
  let thinking = [];
  const [restWords, restCalls] = [[...words], [...calls]];
  for (const part of given.map(asRecord)) {
    const kind = part?.["type"];
    if (part !== null && kind === "reasoning") thinking.push(part);
    const next = kind === "message" ? restWords.shift() : kind === "function_call" ? restCalls.shift() : void 0;
    if (next === void 0) continue;
    items.push(...thinking, next);
    thinking = [];
  }
  return [...items, ...restWords, ...restCalls];
}
async function readResponse(response, tools, signal) {
  const read = await bodyOf(response, finalResponse, signal);
  return read.kind === "fault" ? read : answerOf(read, tools);
}
function answerOf({ body }, tools) {
  const usage = usageOf2(body);
  const error = errorIn(body);
  if (error !== null) return { ...faultInBody(error), isCharged: usage !== null, usage };
  const checked = safeParse(answerSchema, body);
  if (!checked.success) {
    const [issue] = checked.issues;
    const problem2 = `${getDotPath(issue) ?? "body"}: ${issue.message}`;
    const detail = MODEL_TEXTS.notResponse(problem2);
    return { kind: "fault", fault: "malformed", isCharged: true, retryAfter: null, usage, detail };
  }
  const { output, status, incomplete_details: incomplete } = checked.output;
  const parts = output.filter(({ type }) => type === "message").flatMap(partsOf);
  const refusal2 = parts.map(({ refusal: refusal3 }) => refusal3).find((words) => typeof words === "string");
  const content = typeof refusal2 === "string" ? refusal2 : parts.map(textOf3).join("");
  const calls = output.filter(({ type }) => type === "function_call").flatMap((item) => callOf2(item, tools));
  const inText = calls.length === 0 && refusal2 === void 0 ? callsInText(content, tools) : null;
  const toolCalls = inText === null ? calls : inText.calls;
  const isRefused = refusal2 !== void 0 || incomplete?.reason === "content_filter";
  const isCut = status === "incomplete" && !isRefused;
  return {
    kind: "answer",
    content: inText === null ? content : inText.text,
    toolCalls,
    finish: isRefused ? "refusal" : isCut ? "length" : toolCalls.length > 0 ? "tool_calls" : "stop",
    usage,
    ...thoughtIn(output)
  };
}
function thoughtIn(output) {
  if (!output.some(({ type }) => type === "reasoning")) return {};
  const places = output.map((item) => item["type"] === "reasoning" ? item : { type: item["type"] });
  return { extra: /* @__PURE__ */ new Map([["fields", { output: places }]]) };
}
function partsOf({ content }) {
  if (typeof content === "string") return [{ text: content }];
  return (Array.isArray(content) ? content : []).map(asRecord).filter((part) => part !== null);
}
function textOf3({ text: text2 }) {
  return typeof text2 === "string" ? text2 : "";
}
function callOf2(item, tools) {
  const checked = safeParse(callSchema2, item);
  if (!checked.success) return [];
  const { call_id, id, name, arguments: text2 } = checked.output;
  const call2 = {
    id: call_id || id || "call",
    name: offeredName(
      name,
      tools.map((tool) => tool.name)
    ),
    arguments: typeof text2 === "string" ? text2 : text2 === null || text2 === void 0 ? "" : JSON.stringify(text2)
  };
  return [id ? { ...call2, extra: /* @__PURE__ */ new Map([["fields", { id }]]) } : call2];
}
function usageOf2(body) {
  const checked = safeParse(usageSchema2, body);
  if (!checked.success) return null;
  const { usage } = checked.output;
  const cached = usage.input_tokens_details?.cached_tokens ?? 0;
  const reasoning = usage.output_tokens_details?.reasoning_tokens ?? 0;
  return {
    ...{ tokensIn: usage.input_tokens, tokensOut: usage.output_tokens },
    ...cached > 0 && { cachedIn: Math.min(cached, usage.input_tokens) },
    ...reasoning > 0 && { reasoningOut: Math.min(reasoning, usage.output_tokens) }
  };
}
function* finalResponse(text2) {
  let hasEvents = false;
  let last;
  for (const line of linesOf(text2)) {
    if (line === REST) {
      yield;
      continue;
    }
    const data = /^data:[ \t]*(\{.*)$/s.exec(line)?.[1];
    if (data === void 0) continue;
    hasEvents = true;
    const event = asRecord(parsedJson(data));
    if (event?.["response"] !== void 0 || event?.["type"] === "error") last = event;
  }
  if (last === void 0 && hasEvents) throw new CutStream();
  if (last?.["type"] === "error") return { error: last["error"] ?? last };
  const response = last?.["response"];
  if (["queued", "in_progress"].includes(String(asRecord(response)?.["status"]))) throw new CutStream();
  return response;
}
var count3, usageSchema2, answerSchema, callSchema2;
var init_responses = __esm({
  "src/adapters/openai/responses.ts"() {
    "use strict";
    init_dist();
    init_model_texts();
    init_body();
    init_calls_in_text();
    init_error_in();
    init_event_stream();
    init_fault();
    init_json();
    init_offered_name();
    init_stream_lines();
    count3 = pipe(number(), safeInteger(), minValue(0));
    usageSchema2 = object({
      usage: object({
        input_tokens: pipe(count3, minValue(1)),
        output_tokens: count3,
        input_tokens_details: fallback(nullish(object({ cached_tokens: nullish(count3) })), null),
        output_tokens_details: fallback(nullish(object({ reasoning_tokens: nullish(count3) })), null)
      })
    });
    answerSchema = object({
      status: nullish(string()),
      incomplete_details: nullish(object({ reason: nullish(string()) })),
      output: array(looseObject({ type: string() }))
    });
    callSchema2 = looseObject({
      call_id: nullish(string()),
      id: nullish(string()),
      name: string(),
      arguments: nullish(union([string(), record(string(), unknown())]))
    });
  }
});

// src/adapters/openai/chat-model.ts
var chat_model_exports = {};
__export(chat_model_exports, {
  ChatModel: () => ChatModel,
  nothingLearnt: () => nothingLearnt
});
function nothingLearnt() {
  return {
    field: "max_completion_tokens",
    hasChangedField: false,
    mostTokens: Number.POSITIVE_INFINITY,
    isExtraSent: true,
    isUsageAsked: true
  };
}
function namesOfExtra({ messages }) {
  const extras = messages.flatMap(
    (message) => message.role === "assistant" ? [message.extra, ...message.toolCalls.map(({ extra }) => extra)] : []
  );
  return extras.flatMap((extra) => {
    const { function: inside, ...fields } = extra?.get("fields") ?? {};
    return [...Object.keys(fields), ...Object.keys(asRecord(inside) ?? {})];
  });
}
function answerMs({ maxTokens }, answerSeconds) {
  if (answerSeconds !== null) return answerSeconds * 1e3;
  return Math.ceil(LOADING_SECONDS + maxTokens / TOKENS_A_SECOND) * 1e3;
}
var MOST_TRIES, ChatModel, LEAST_PAID, OF_THINKING, NOT_KNOWN, LOADING_SECONDS, TOKENS_A_SECOND;
var init_chat_model = __esm({
  "src/adapters/openai/chat-model.ts"() {
    "use strict";
    init_answer();
    init_answer_time();
    init_fault();
    init_json();
    init_refusal();
    init_request();
    init_responses();
    MOST_TRIES = 5;
    ChatModel = class {
      #options;
      constructor(options) {
        this.#options = options;
      }
      get limitField() {
        return this.#isResponses ? "max_output_tokens" : this.#options.learnt.field;
      }
      async ask(question, signal) {
        const { learnt } = this.#options;
        let asked = { ...question, maxTokens: Math.min(question.maxTokens, learnt.mostTokens) };
        for (let tries = 1; ; tries++) {
          const answer = await this.#send(asked, signal);
          const next = tries < MOST_TRIES ? this.#changed(asked, answer) : null;
          if (next === null) return answer;
          asked = next;
        }
      }
      /** The question as the server's refusal wants it; null: it was answered, or nothing can be changed about it. */
      #changed(asked, answer) {
        const { learnt } = this.#options;
        if (answer.kind !== "fault" || answer.isCharged) return null;
        if (!["bad_request", "refused_text", "server_error", "no_credit"].includes(answer.fault)) return null;
        const { detail } = answer;
        const isOfField = !this.#isResponses && detail.includes(learnt.field) && NOT_KNOWN.test(detail);
        if (isOfField && !learnt.hasChangedField) {
          learnt.field = learnt.field === "max_tokens" ? "max_completion_tokens" : "max_tokens";
          learnt.hasChangedField = true;
          return asked;
        }
        if (learnt.isExtraSent && NOT_KNOWN.test(detail) && [...namesOfExtra(asked), ...this.#isResponses ? OF_THINKING : []].some(
          (name) => detail.toLowerCase().includes(name.toLowerCase())
        )) {
          learnt.isExtraSent = false;
          return asked;
        }
        if (learnt.isUsageAsked && detail.includes("stream_options") && NOT_KNOWN.test(detail)) {
          learnt.isUsageAsked = false;
          return asked;
        }
        return this.#smaller(asked, answer);
      }
      #smaller(asked, { fault: fault2, detail }) {
        const isOfMoney = fault2 === "no_credit";
        const maxTokens = smallerAnswer(detail, asked.maxTokens);
        if (maxTokens === null || isOfMoney && maxTokens < LEAST_PAID) return null;
        if (!/context/i.test(detail) && !isOfMoney) this.#options.learnt.mostTokens = maxTokens;
        return { ...asked, maxTokens };
      }
      /** The package's own timeout ends with the headers; this one covers the body as well. */
      async #send(question, signal) {
        signal.throwIfAborted();
        const { timeoutMs, settings, library } = this.#options;
        const time = new AnswerTime(timeoutMs ?? answerMs(question, settings.answerSeconds ?? null));
        const signals = AbortSignal.any([signal, time.signal]);
        try {
          const given = await this.#post(question, { signal: signals, timeout: time.limitMs });
          const response = settings.isStreamed === true ? time.ofStream(given) : given;
          return await (this.#isResponses ? readResponse : readAnswer)(response, question.tools, signals);
        } catch (error) {
          signal.throwIfAborted();
          return faultOf(error, { APIError: library.APIError, waitedMs: time.waitedMs });
        }
      }
      get #isResponses() {
        return this.#options.settings.api === "responses";
      }
      #post(question, options) {
        const { client, settings, learnt } = this.#options;
        const { model, isStreamed = false } = settings;
        if (this.#isResponses) {
          const body2 = responsesBody(question, { ...learnt, model, isStreamed });
          return client.post("/responses", { ...options, body: body2 }).asResponse();
        }
        const body = requestBody(question, { ...learnt, model, isStreamed });
        return client.chat.completions.create(body, options).asResponse();
      }
    };
    LEAST_PAID = 1e3;
    OF_THINKING = ["encrypted", "include", "reasoning"];
    NOT_KNOWN = /unrecogni[sz]ed|unknown|unsupported|not supported|extra|not permitted|unexpected|additional propert|not allowed|invalid (?:field|argument|parameter)|no longer/i;
    LOADING_SECONDS = 180;
    TOKENS_A_SECOND = 20;
  }
});

// src/adapters/openai-model.ts
var openai_model_exports = {};
__export(openai_model_exports, {
  createOpenAiModels: () => createOpenAiModels
});
function createOpenAiModels({ key, timeoutMs }) {
  const learntFrom = /* @__PURE__ */ new Map();
  return {
    name: (settings) => settings.model,
    async open(settings) {
      if (key === null && settings.baseUrl === null) {
        throw new Halt(
          "missing_key",
          "No model key is set. Set OPENAI_API_KEY, or OPENAI_BASE_URL for a server without keys."
        );
      }
      const [{ default: Client, ...library }, { ChatModel: ChatModel2, nothingLearnt: nothingLearnt2 }] = await Promise.all([
        import("./openai.mjs"),
        Promise.resolve().then(() => (init_chat_model(), __toCommonJS(chat_model_exports)))
      ]);
      const client = new Client({
        apiKey: key ?? NO_KEY,
        baseURL: addressOf(settings.baseUrl ?? DEFAULT_BASE_URL),
        // Named here, so that nothing is taken from the environment.
        organization: null,
        project: null,
        adminAPIKey: null,
        webhookSecret: null,
        logLevel: "off",
        maxRetries: 0,
        // Another server than the one that was chosen gets neither the prompt nor the key.
        fetchOptions: { redirect: "manual" }
      });
      const name = `${settings.baseUrl} ${settings.model} ${settings.api}`;
      const learnt = learntFrom.get(name) ?? nothingLearnt2();
      learntFrom.set(name, learnt);
      return new ChatModel2({ client, library, settings, timeoutMs: timeoutMs ?? null, learnt });
    }
  };
}
function addressOf(given) {
  const [path = "", ...query] = given.trim().split("?");
  const base = path.replace(/\/+$/, "").replace(/\/(?:(?:chat\/)?completions|responses)$/, "");
  return [base, ...query].join("?");
}
var DEFAULT_BASE_URL, NO_KEY;
var init_openai_model = __esm({
  "src/adapters/openai-model.ts"() {
    "use strict";
    init_ending();
    DEFAULT_BASE_URL = "https://api.openai.com/v1";
    NO_KEY = "no-key";
  }
});

// src/adapters/sandbox/copied-folder.ts
function copyLine({ history }) {
  const copied = `cp -a ${COPIED}/. . 2>/dev/null || echo '${SANDBOX_TEXTS.notAllCopied}'`;
  const linked = `printf 'gitdir: ${HISTORY}\\n' > .git; export GIT_OPTIONAL_LOCKS=0; `;
  return `${copied}; rm -rf .git; ${history === null ? "" : linked}exec "$@"`;
}
var COPIED, HISTORY;
var init_copied_folder = __esm({
  "src/adapters/sandbox/copied-folder.ts"() {
    "use strict";
    init_sandbox_texts();
    COPIED = "/run/files";
    HISTORY = "/run/history";
  }
});

// src/adapters/sandbox/forwarder.ts
function forwardedCommand(command, socket = PROXY_SOCKET) {
  return [process.execPath, "--input-type=commonjs", "-e", FORWARDER, "--", socket, command];
}
var PROXY_SOCKET, PROXY_VARIABLES, FORWARDER;
var init_forwarder = __esm({
  "src/adapters/sandbox/forwarder.ts"() {
    "use strict";
    PROXY_SOCKET = "/run/registry-proxy";
    PROXY_VARIABLES = [
      ...["HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"],
      ...["npm_config_proxy", "npm_config_https_proxy", "YARN_HTTP_PROXY", "YARN_HTTPS_PROXY"]
    ];
    FORWARDER = `
const { connect, createServer } = require('node:net');
const { spawn } = require('node:child_process');
const { constants } = require('node:os');
const [, socket, command] = process.argv;
const server = createServer((client) => {
  const proxy = connect(socket);
  const end = () => { client.destroy(); proxy.destroy(); };
  for (const each of [client, proxy]) each.on('error', end).on('close', end);
  client.pipe(proxy).pipe(client);
});
server.listen(0, '127.0.0.1', () => {
  const address = 'http://127.0.0.1:' + server.address().port;
  const env = { ...process.env, NODE_USE_ENV_PROXY: '1' };
  for (const name of ${JSON.stringify(PROXY_VARIABLES)}) env[name] = address;
  const child = spawn('/bin/sh', ['-c', command], { env, stdio: 'inherit' });
  child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
});
`;
  }
});

// src/adapters/sandbox/limits.ts
var MIB, GIB, SCRATCH_BYTES, FILE_BYTES, DATA_BYTES, OPEN_FILES, PROCESSES, LIMITS_LINE;
var init_limits = __esm({
  "src/adapters/sandbox/limits.ts"() {
    "use strict";
    MIB = 1024 * 1024;
    GIB = 1024 * MIB;
    SCRATCH_BYTES = { tmp: 2 * GIB, copy: 2 * GIB, shared: 256 * MIB };
    FILE_BYTES = 2 * GIB;
    DATA_BYTES = 4 * GIB;
    OPEN_FILES = 8192;
    PROCESSES = 1024;
    LIMITS_LINE = [
      "ulimit -c 0",
      `ulimit -f ${FILE_BYTES / 512}`,
      `ulimit -d ${DATA_BYTES / 1024}`,
      `ulimit -n ${OPEN_FILES}`,
      `ulimit -u ${PROCESSES}`,
      `ulimit -p ${PROCESSES}`
    ].map((limit) => `${limit} 2>/dev/null`).join("; ");
  }
});

// src/adapters/sandbox/system-mounts.ts
import { existsSync, lstatSync, readlinkSync, statSync } from "node:fs";
function systemMounts() {
  return [
    ...["--ro-bind", "/usr", "/usr"],
    ...PROGRAMS.flatMap(programMount),
    ...[...ETC, STORE].flatMap((path) => ["--ro-bind-try", path, path]),
    ...SETTINGS.filter((path) => existsSync(path)).flatMap(hiddenMount)
  ];
}
function hiddenMount(path) {
  if (!statSync(path).isDirectory()) return ["--ro-bind", "/dev/null", path];
  return ["--tmpfs", path, "--remount-ro", path];
}
function programMount(path) {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found === void 0) return [];
  return found.isSymbolicLink() ? ["--symlink", readlinkSync(path), path] : ["--ro-bind", path, path];
}
var PROGRAMS, ETC, STORE, SETTINGS;
var init_system_mounts = __esm({
  "src/adapters/sandbox/system-mounts.ts"() {
    "use strict";
    PROGRAMS = ["/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32"];
    ETC = [
      "alternatives",
      "ca-certificates.conf",
      "crypto-policies",
      "debian_version",
      "fonts",
      "group",
      "hosts",
      "ld.so.cache",
      "ld.so.conf",
      "ld.so.conf.d",
      "localtime",
      "lsb-release",
      "mime.types",
      "nsswitch.conf",
      "os-release",
      "passwd",
      "pki/ca-trust/extracted",
      "pki/tls/certs",
      "protocols",
      "services",
      "ssl/certs",
      "ssl/openssl.cnf",
      "timezone"
    ].map((name) => `/etc/${name}`);
    STORE = "/nix/store";
    SETTINGS = ["/usr", "/usr/local"].flatMap(
      (root) => ["etc", "pip.conf", "lib/node_modules/npm/npmrc"].map((name) => `${root}/${name}`)
    );
  }
});

// src/adapters/sandbox/arguments.ts
import { existsSync as existsSync2, realpathSync } from "node:fs";
import { join } from "node:path";
function bubblewrapArguments({
  command,
  folder,
  keepsOutput,
  copy,
  home
}, { toolchain, proxy }) {
  const work = realpathSync(folder);
  return [
    ...ISOLATION,
    ...environment2(toolchain, copy !== void 0 && home !== void 0),
    ...systemMounts(),
    ...["--proc", "/proc", "--dev", "/dev"],
    ...["--size", `${SCRATCH_BYTES.shared}`, "--tmpfs", "/dev/shm"],
    ...["--size", `${SCRATCH_BYTES.tmp}`, "--tmpfs", "/tmp", "--dir", HOME],
    ...home === void 0 ? [] : [copy === void 0 ? "--bind" : "--ro-bind", home, HOME],
    ...toolchain.shown.flatMap((part) => ["--ro-bind-try", part, part]),
    ...toolchain.hidden.flatMap(hiddenMount),
    ...proxy === null ? [] : ["--ro-bind", proxy, PROXY_SOCKET],
    ...workMounts(work, copy),
    // What lies between the mounts is memory that nothing limits.
    ...["--remount-ro", "/dev", "--remount-ro", "/"],
    ...["--chdir", work, "--"],
    // Both streams into one, so that what the command says keeps its order; unless one of them is wanted by itself.
    ...["/bin/sh", "-c", `${LIMITS_LINE}; exec "$@"${keepsOutput === true ? "" : " 2>&1"}`, "sh"],
    ...copy === void 0 ? [] : ["/bin/sh", "-c", copyLine(copy), "sh"],
    ...proxy === null ? ["/bin/sh", "-c", command] : forwardedCommand(command)
  ];
}
function environment2({ path, variables = {} }, isHomeKept) {
  const caches = isHomeKept ? { XDG_CACHE_HOME: CACHE, GOCACHE: `${CACHE}/go-build`, npm_config_cache: `${CACHE}/npm` } : {};
  const values = { ...variables, PATH: path.join(":"), HOME, LANG: "C.UTF-8", CI: "true", ...caches };
  return Object.entries(values).flatMap(([name, value]) => ["--setenv", name, value]);
}
function workMounts(work, copy) {
  if (copy === void 0) return work === "/tmp" ? [] : ["--bind", work, work, ...gitLink(work)];
  return [
    ...["--size", `${SCRATCH_BYTES.copy}`, "--tmpfs", work, "--ro-bind", work, COPIED],
    ...copy.history === null ? [] : ["--ro-bind", copy.history, HISTORY]
  ];
}
function gitLink(work) {
  const link = join(work, ".git");
  return existsSync2(link) ? ["--ro-bind", link, link] : [];
}
var HOME, CACHE, ISOLATION;
var init_arguments = __esm({
  "src/adapters/sandbox/arguments.ts"() {
    "use strict";
    init_copied_folder();
    init_forwarder();
    init_limits();
    init_system_mounts();
    HOME = "/tmp/home";
    CACHE = "/tmp/cache";
    ISOLATION = [
      ...["--unshare-all", "--unshare-user", "--disable-userns", "--hostname", "sandbox"],
      ...["--die-with-parent", "--new-session", "--cap-drop", "ALL", "--clearenv"]
    ];
  }
});

// src/adapters/sandbox/output-tail.ts
function wholeWordFrom(bytes) {
  const start = bytes.subarray(0, LONGEST_WORD);
  const line = start.indexOf(LINE_BREAK);
  if (line >= 0 && line + 1 < bytes.length) return line + 1;
  const word = start.indexOf(BLANK);
  if (word >= 0 && word + 1 < bytes.length) return word + 1;
  return bytes.findIndex(
    (byte, at) => at >= Math.min(LONGEST_WORD, bytes.length - 1) && (byte & 192) !== 128
  );
}
var KEPT_BYTES, OutputTail, LINE_BREAK, BLANK, LONGEST_WORD;
var init_output_tail = __esm({
  "src/adapters/sandbox/output-tail.ts"() {
    "use strict";
    init_sandbox_texts();
    KEPT_BYTES = 2e4;
    OutputTail = class {
      #parts = [];
      #size = 0;
      #cut = false;
      #note;
      /** `note`: what stands in the place of what was left out. */
      constructor(note = SANDBOX_TEXTS.beginningLeftOut) {
        this.#note = note;
      }
      get isCut() {
        return this.#cut;
      }
      add(part) {
        this.#parts.push(part);
        this.#size += part.length;
        if (this.#size <= 2 * KEPT_BYTES) return;
        this.#keepEnd();
      }
      /** Starts with a note when something was left out; never with half a word, which might be half of a secret. */
      text() {
        if (this.#size > KEPT_BYTES) this.#keepEnd();
        const bytes = this.bytes();
        if (!this.#cut) return bytes.toString("utf8");
        return `${this.#note}
${bytes.subarray(wholeWordFrom(bytes)).toString("utf8")}`;
      }
      /** All that is kept. */
      bytes() {
        return Buffer.concat(this.#parts);
      }
      #keepEnd() {
        const end = Buffer.concat(this.#parts).subarray(-KEPT_BYTES);
        this.#parts = [end];
        this.#size = end.length;
        this.#cut = true;
      }
    };
    LINE_BREAK = 10;
    BLANK = 32;
    LONGEST_WORD = 4e3;
  }
});

// src/adapters/sandbox/output-ends.ts
function wholeWordTo(bytes) {
  const line = bytes.lastIndexOf(10);
  return line >= 0 ? line : Math.max(0, bytes.lastIndexOf(32));
}
var FIRST_BYTES, OutputEnds;
var init_output_ends = __esm({
  "src/adapters/sandbox/output-ends.ts"() {
    "use strict";
    init_sandbox_texts();
    init_output_tail();
    FIRST_BYTES = 2e4;
    OutputEnds = class {
      #first = Buffer.alloc(0);
      #rest = new OutputTail(SANDBOX_TEXTS.middleLeftOut);
      add(part) {
        const fits = part.subarray(0, FIRST_BYTES - this.#first.length);
        if (fits.length > 0) this.#first = Buffer.concat([this.#first, fits]);
        if (fits.length < part.length) this.#rest.add(part.subarray(fits.length));
      }
      /** Where something was left out, both parts end at whole words: half of one might be half of a secret. */
      text() {
        const rest = this.#rest.text();
        if (!this.#rest.isCut) return Buffer.concat([this.#first, this.#rest.bytes()]).toString("utf8");
        return `${this.#first.subarray(0, wholeWordTo(this.#first)).toString("utf8")}
${rest}`;
      }
    };
  }
});

// src/adapters/sandbox/silence.ts
var SilenceLimit;
var init_silence = __esm({
  "src/adapters/sandbox/silence.ts"() {
    "use strict";
    SilenceLimit = class {
      #limit;
      #heardAt;
      #hasEnded = false;
      #isOver = false;
      constructor(limit) {
        this.#limit = limit;
        this.#heardAt = limit.clock.monotonic();
        if (limit.ms !== void 0) this.#waitFor(limit.ms);
      }
      /** Whether the process was killed because of it. */
      get isOver() {
        return this.#isOver;
      }
      heard() {
        this.#heardAt = this.#limit.clock.monotonic();
      }
      end() {
        this.#hasEnded = true;
      }
      #waitFor(ms) {
        AbortSignal.timeout(Math.max(1, Math.ceil(ms))).addEventListener("abort", () => this.#look());
      }
      #look() {
        const { ms = 0, clock, kill } = this.#limit;
        if (this.#hasEnded) return;
        const rest = this.#heardAt + ms - clock.monotonic();
        if (rest > 0) this.#waitFor(rest);
        else {
          this.#isOver = true;
          kill();
        }
      }
    };
  }
});

// src/adapters/sandbox/toolchain.ts
import { existsSync as existsSync3, realpathSync as realpathSync2 } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { basename, dirname, join as join2, normalize } from "node:path";
function findToolchain(path) {
  const own = dirname(process.execPath);
  const absolute = path.split(":").filter((folder) => isPlain(folder));
  const folders = [.../* @__PURE__ */ new Set([own, ...absolute.filter(holdsNode)])];
  const cached = absolute.filter((folder) => CACHED_TOOL.test(folder));
  const tools = cached.flatMap((folder) => CACHED_TOOL.exec(folder)?.[0] ?? []);
  const shown = [...folders.flatMap(partsOf2), ...tools].filter(
    (part) => !SYSTEM.some((root) => isBelow(part, root)) && !holdsMore(part)
  );
  return {
    path: [.../* @__PURE__ */ new Set([...folders, ...cached, ...SYSTEM_PATH])],
    shown: [...new Set(shown)],
    hidden: [.../* @__PURE__ */ new Set([...tools, ...folders.map((folder) => dirname(folder))])].flatMap((tool) => TOOL_SETTINGS.map((name) => join2(tool, name))).filter((setting) => existsSync3(setting) && shown.some((part) => isBelow(setting, part)))
  };
}
function withTools(toolchain, tools, environment3) {
  if (tools === void 0 || tools.path.length + tools.env.length === 0) return toolchain;
  const path = tools.path.map((folder) => folder.replace(/^~(?=\/)/, homedir())).filter(mayBeShown);
  const variables = Object.fromEntries(
    tools.env.flatMap((name) => {
      const value = environment3[name] ?? "";
      return value === "" || holdsSecret(value) ? [] : [[name, value]];
    })
  );
  const folders = Object.values(variables).filter((value) => isPlain(value) && mayBeShown(value));
  const shown = [...path, ...folders].filter((folder) => !SYSTEM.some((root) => isBelow(folder, root)));
  const secrets = shown.flatMap(
    (folder) => [...TOOL_SETTINGS, ...TOOL_SECRETS].map((name) => join2(folder, name))
  );
  return {
    path: [.../* @__PURE__ */ new Set([...path, ...toolchain.path])],
    shown: [.../* @__PURE__ */ new Set([...toolchain.shown, ...shown])],
    hidden: [...toolchain.hidden, ...secrets.filter((file) => existsSync3(file))],
    variables
  };
}
function mayBeShown(folder) {
  const names2 = [folder, ...realPath(folder)];
  const isTool = names2.every((name) => !NO_TOOLS.test(name) && !CREDENTIALS.test(name));
  return isTool && existsSync3(folder) && !holdsMore(folder);
}
function holdsSecret(value) {
  return /:\/\/[^\s/@]+@/.test(value) || createMask({ values: [], patterns: [] }).finds(value) !== null;
}
function holdsMore(part) {
  const whole = [...WHOLE, homedir(), tmpdir()].flatMap((folder) => [folder, ...realPath(folder)]);
  return [part, ...realPath(part)].some((name) => whole.some((folder) => isBelow(folder, name)));
}
function isPlain(folder) {
  return folder.startsWith("/") && normalize(folder) === folder;
}
function holdsNode(folder) {
  return existsSync3(join2(folder, "node")) || existsSync3(join2(folder, "npm"));
}
function partsOf2(folder) {
  const inside = PROGRAMS2.map((name) => join2(folder, name));
  const programs = inside.flatMap(realPath);
  const isForPrograms = realPath(folder).some((real) => FOR_PROGRAMS.includes(basename(real)));
  const packages = [join2(dirname(folder), "lib", "node_modules"), ...programs.map(packageRoot)].filter(
    (part) => part !== null
  );
  return [
    ...isForPrograms ? [folder, ...realPath(folder)] : inside,
    ...programs.map(
      (program) => FOR_PROGRAMS.includes(basename(dirname(program))) ? dirname(program) : program
    ),
    ...packages
  ].filter((part) => existsSync3(part));
}
function packageRoot(program) {
  return /^(.*\/node_modules\/[^/]+)\//.exec(program)?.[1] ?? null;
}
function realPath(path) {
  try {
    return [realpathSync2(path)];
  } catch {
    return [];
  }
}
function isBelow(path, root) {
  return path === root || root === "/" || path.startsWith(`${root}/`);
}
var SYSTEM_PATH, SYSTEM, CACHED_TOOL, FOR_PROGRAMS, PROGRAMS2, TOOL_SETTINGS, TOOL_SECRETS, CREDENTIALS, NO_TOOLS, WHOLE;
var init_toolchain = __esm({
  "src/adapters/sandbox/toolchain.ts"() {
    "use strict";
    init_mask();
    SYSTEM_PATH = ["/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin"];
    SYSTEM = ["/usr", "/bin", "/sbin"];
    CACHED_TOOL = /^(?:\/opt\/hostedtoolcache|\/__t|\/.*\/_work\/_tool)\/[^/]+\/[^/]+\/[^/]+(?=\/|$)/;
    FOR_PROGRAMS = ["bin", ".bin", "shims"];
    PROGRAMS2 = ["node", "npm", "npx"];
    TOOL_SETTINGS = ["etc", "pip.conf", "lib/node_modules/npm/npmrc"];
    TOOL_SECRETS = [
      ...[
        "credentials",
        "credentials.toml",
        "credentials.tfrc.json",
        "pub-credentials.json",
        ".credentials",
        "auth.json"
      ],
      ...["settings.xml", "settings-security.xml", "gradle.properties", "init.gradle", "init.d"],
      ...[
        ".npmrc",
        ".yarnrc.yml",
        ".netrc",
        ".pypirc",
        ".condarc",
        ".git-credentials",
        ".vault-token",
        "hex.config"
      ],
      ...[
        "nuget.config",
        "NuGet.Config",
        "NuGet/NuGet.Config",
        "pip/pip.conf",
        ".bundle/config",
        "hosts.yml",
        "gh/hosts.yml"
      ],
      ...[".ssh", ".aws", ".azure", ".docker", ".gem", ".gnupg", ".kube", ".sbt", ".config", "gcloud", "rclone"]
    ];
    CREDENTIALS = /\/\.(?:ssh|aws|azure|docker|gnupg|kube|config|password-store|terraform\.d|oci|gem|sbt)$|\/(?:\.config\/)?(?:gh|gcloud|rclone)$/;
    NO_TOOLS = /^\/(?:proc|sys|dev|run(?!\/current-system\/)|boot|etc|github|lost\+found)(?:\/|$)|\/_temp(?:\/_[^/]*)?$/;
    WHOLE = [
      "/",
      "/tmp",
      "/home",
      "/opt",
      "/srv",
      "/var",
      "/root",
      "/etc",
      "/run",
      "/mnt",
      "/media",
      "/__w"
    ];
  }
});

// src/adapters/sandbox/whole-output.ts
var MOST_BYTES2, WholeOutput;
var init_whole_output = __esm({
  "src/adapters/sandbox/whole-output.ts"() {
    "use strict";
    MOST_BYTES2 = 8e6;
    WholeOutput = class {
      #parts = [];
      #size = 0;
      add(part) {
        this.#size += part.length;
        if (this.#size <= MOST_BYTES2) this.#parts.push(part);
        else this.#parts = [];
      }
      /** Null: it was too much. */
      text() {
        return this.#size > MOST_BYTES2 ? null : Buffer.concat(this.#parts).toString("utf8");
      }
    };
  }
});

// src/adapters/sandbox.ts
import { spawn } from "node:child_process";
import { realpathSync as realpathSync3 } from "node:fs";
function openSandbox(options) {
  let probe = null;
  let found = null;
  const toolchain = () => {
    found ??= findToolchain(options.path ?? "");
    return found;
  };
  const reasonUnavailable = () => {
    probe ??= probeSandbox(options, toolchain());
    return probe;
  };
  return {
    reasonUnavailable,
    async run(command, signal) {
      const reason = await reasonUnavailable();
      if (reason !== null)
        throw new Halt("unexpected", `A command was to be run without a sandbox: ${reason}`);
      const tools = withTools(toolchain(), command.tools, options.environment ?? {});
      return runInside({ command, toolchain: tools, options }, signal);
    }
  };
}
async function probeSandbox(options, toolchain) {
  const command = { command: "exit 42", folder: "/tmp", hosts: [], timeoutMs: PROBE_MS };
  try {
    const { exitCode, output } = await runInside(
      { command, toolchain, options },
      new AbortController().signal
    );
    return exitCode === 42 ? null : reasonFrom(output);
  } catch (error) {
    return isMissing(error) ? SANDBOX_TEXTS.notInstalled : SANDBOX_TEXTS.notStarted(error instanceof Error ? error.message : String(error));
  }
}
function reasonFrom(output) {
  if (/unknown option/i.test(output)) return SANDBOX_TEXTS.tooOld;
  const words = output.trim().split("\n").at(-1) ?? "";
  const hint = /uid map|namespace|Permission denied|not permitted/i.test(output) ? ` ${SANDBOX_TEXTS.noNamespaces}` : "";
  return `${SANDBOX_TEXTS.doesNotWork(words)}${hint}`;
}
function isMissing(error) {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
async function runInside(run2, signal) {
  signal.throwIfAborted();
  if (run2.command.hosts.length === 0) return runProcess({ ...run2, proxy: null }, signal);
  const { openRegistryProxy } = await import("./registry-proxy.mjs");
  const proxy = await openRegistryProxy(run2.command.hosts);
  try {
    const result = await runProcess({ ...run2, proxy: proxy.socket }, signal);
    if (result.exitCode === 0 || proxy.refused.length === 0) return result;
    return { ...result, output: `${result.output.trimEnd()}
${SANDBOX_TEXTS.refused(proxy.refused)}
` };
  } finally {
    await proxy.close();
  }
}
function runProcess({ command, options, ...surroundings }, signal) {
  signal.throwIfAborted();
  const started = options.clock.monotonic();
  const tail = command.copy === void 0 ? new OutputTail() : new OutputEnds();
  const whole = command.keepsOutput === true ? new WholeOutput() : null;
  return new Promise((resolve2, reject) => {
    const child = spawn(options.bubblewrap ?? "bwrap", bubblewrapArguments(command, surroundings), {
      // Bubblewrap stays visible as process 1 inside, with the environment that it was started with.
      env: { PATH: "/usr/local/bin:/usr/bin:/bin" },
      stdio: ["ignore", "pipe", "pipe"],
      killSignal: "SIGKILL",
      signal
    });
    AbortSignal.timeout(command.timeoutMs).addEventListener("abort", () => child.kill("SIGKILL"));
    const silence2 = new SilenceLimit({
      ms: command.silentMs,
      clock: options.clock,
      kill: () => child.kill("SIGKILL")
    });
    child.stdout.on("data", (part) => {
      silence2.heard();
      tail.add(part);
      whole?.add(part);
    });
    child.stderr.on("data", (part) => {
      silence2.heard();
      tail.add(part);
    });
    child.on("error", (error) => reject(signal.aborted ? signal.reason : error));
    child.on("close", (exitCode) => {
      silence2.end();
      if (signal.aborted) reject(signal.reason);
      else
        resolve2({
          ...{ exitCode, output: tail.text(), milliseconds: options.clock.monotonic() - started },
          ...silence2.isOver && { wasSilent: true },
          ...whole !== null && { standardOutput: whole.text(), folder: realpathSync3(command.folder) }
        });
    });
  });
}
var PROBE_MS;
var init_sandbox = __esm({
  "src/adapters/sandbox.ts"() {
    "use strict";
    init_ending();
    init_sandbox_texts();
    init_arguments();
    init_output_ends();
    init_output_tail();
    init_silence();
    init_toolchain();
    init_whole_output();
    PROBE_MS = 1e4;
  }
});

// src/adapters/git/commit-log.ts
function parseLog(text2) {
  return text2.split("\0").filter((record2) => record2 !== "").map(parseCommit);
}
function commitTime(header) {
  return Number(/^committer .* (\d+) [+-]\d{4}$/m.exec(header)?.[1] ?? 0) * 1e3;
}
function parseCommit(record2) {
  const end = record2.indexOf("\n\n");
  const header = end < 0 ? record2 : record2.slice(0, end);
  const message = end < 0 ? "" : record2.slice(end + 2).replace(/^ {4}/gm, "");
  const [subject = "", ...body] = message.trim().split(/\n\s*\n/);
  return {
    commit: /^commit (\w+)/.exec(header)?.[1] ?? "",
    parentIds: [...header.matchAll(/^parent (\w+)$/gm)].map(([, id = ""]) => id),
    time: commitTime(header),
    ...authorOf(header),
    subject: subject.replaceAll("\n", " "),
    body: body.join("\n\n")
  };
}
function authorOf(header) {
  const [, made = "", author = "", email = ""] = /^author (([^<\n]*?) ?<([^<>\n]*)> \d+ [+-]\d{4})$/m.exec(header) ?? [];
  return { author, email, isAsMade: made !== "" && header.includes(`
committer ${made}`) };
}
var init_commit_log = __esm({
  "src/adapters/git/commit-log.ts"() {
    "use strict";
  }
});

// src/report/failures/remote-texts.ts
var REMOTE_TEXTS2;
var init_remote_texts = __esm({
  "src/report/failures/remote-texts.ts"() {
    "use strict";
    REMOTE_TEXTS2 = {
      accessAdvice: 'Give the token "contents: write" for this repository, or set up credentials that work without a person.',
      noReason: "git gave no reason.",
      heldBefore: (branches) => `${branches} held the pushed commit already while other branches changed.`,
      heldThis: "The remote held this commit before the push.",
      notGiven: (remote, id) => `The remote ${remote} did not give the object ${id}, which it has promised to keep. What is in it is not known.`,
      partialClone: (folder) => `The clone in ${folder} does not hold the contents of all files. Nothing is fetched into it here: clone it without a filter, or fetch what is missing with \`git fetch --refetch --no-filter\`.`,
      cutOff: "The push was cut off before the remote answered."
    };
  }
});

// src/adapters/git/git-failure.ts
function remoteHalt(failure, remote, timeoutMs) {
  const words = gitWords(failure.result.stderr);
  const [ending, detail] = failure.hasTimedOut ? ["github_unavailable", `did not answer within ${timeoutMs / 1e3} seconds.`] : meaning(words);
  return new Halt(ending, `The remote ${withoutSecrets(remote)} ${detail}`, { cause: failure });
}
function meaning(words) {
  if (NO_GIT.test(words)) {
    return ["bad_settings", "was not asked: git was not found on the PATH. Install git 2.34 or newer."];
  }
  if (SERVER_FAULT.test(words)) return ["github_unavailable", `could not be reached: ${words}`];
  if (REFUSES.test(words)) return ["forbidden", `refuses access: ${words} ${REMOTE_TEXTS2.accessAdvice}`];
  if (NOT_FOUND.test(words)) return ["forbidden", `does not exist, or the token may not see it: ${words}`];
  if (NO_REPOSITORY.test(words)) return ["bad_settings", `is not a git repository: ${words}`];
  if (UNTRUSTED.test(words))
    return ["bad_settings", `has a certificate that git does not trust on this machine: ${words}`];
  if (DISK_FULL.test(words))
    return ["bad_settings", `was not read, because the disk of this machine is full: ${words}`];
  if (OTHER_OBJECT_FORMAT.test(words))
    return [
      "bad_settings",
      `has another object format (SHA-256) than the agent can read, so it cannot work there: ${words}`
    ];
  return ["github_unavailable", `could not be reached: ${words}`];
}
function firstLookHalt(failure, remote, timeoutMs) {
  const halt = remoteHalt(failure, remote, timeoutMs);
  const words = gitWords(failure.result.stderr);
  const isOutage = failure.hasTimedOut || failure.result.code === null || words === REMOTE_TEXTS2.noReason;
  if (halt.ending !== "github_unavailable" || isOutage || SERVER_FAULT.test(words) || PASSES.test(words))
    return halt;
  const detail = `The remote ${withoutSecrets(remote)} could not be read, and that does not look like an outage: ${words}`;
  return new Halt("bad_settings", detail, { cause: failure });
}
function refusesAccess(stderr) {
  return REFUSES.test(stderr);
}
function refusesFilter(error) {
  const words = error instanceof GitFailure ? error.result.stderr : "";
  return /filter '[^']*' not supported|tree filter allows max depth|filtering not (supported|recogni[sz]ed)/i.test(
    words
  );
}
function hasIgnoredFilter(stderr) {
  return stderr.includes("filtering not recognized by server");
}
function gitWords(stderr) {
  const lines = stderr.split("\n").map((line) => line.replace(/^.*\r(?=.)/, "").trim());
  const words = lines.filter((line) => line !== "" && !line.startsWith("hint:")).join(" ");
  return words === "" ? REMOTE_TEXTS2.noReason : cutBetweenWords(withoutSecrets(words), 500);
}
function withoutSecrets(text2) {
  return text2.replace(/(?<!\w)(\w{1,30}:\/\/)[^/@\s]+@/g, "$1");
}
var GitFailure, REFUSES, SERVER_FAULT, NOT_FOUND, NO_REPOSITORY, NO_GIT, UNTRUSTED, DISK_FULL, OTHER_OBJECT_FORMAT, PASSES;
var init_git_failure = __esm({
  "src/adapters/git/git-failure.ts"() {
    "use strict";
    init_ending();
    init_plain_text();
    init_remote_texts();
    GitFailure = class extends Error {
      result;
      hasTimedOut;
      constructor(args, result, hasTimedOut) {
        super(`git ${args[0] ?? ""} failed (exit ${result.code ?? "by signal"}): ${gitWords(result.stderr)}`);
        this.name = "GitFailure";
        this.result = result;
        this.hasTimedOut = hasTimedOut;
      }
    };
    REFUSES = /Authentication failed|could not read (Username|Password)|terminal prompts disabled|Permission denied|returned error: 40[137]\b|Permission to .* denied|not granted|Host key verification failed|Invalid username or|Access denied|dubious ownership/i;
    SERVER_FAULT = /returned error: 5\d\d/;
    NOT_FOUND = /returned error: 404|repository .*not found/i;
    NO_REPOSITORY = /does not appear to be a git repository|not a git repository|does not exist|unable to find remote helper/i;
    NO_GIT = /spawn git ENOENT/;
    UNTRUSTED = /certificate (?:problem|verification failed|verify failed|has expired)|no alternative certificate|self[- ]signed certificate|unable to get (?:local )?issuer/i;
    DISK_FULL = /No space left on device|disk quota exceeded/i;
    OTHER_OBJECT_FORMAT = /mismatched algorithms|unknown object format|unsupported object format/i;
    PASSES = /could ?n.t (resolve|connect)|could not (resolve|connect|read from)|failed to connect|connection (refused|reset|timed out|closed|died|was)|timed? ?out|network is unreachable|no route to host|temporary failure|name or service not known|hung up|early EOF|unexpected disconnect|unexpected end|RPC failed|empty reply|recv failure|send failure|transfer closed|curl \d+|SSL|TLS|HTTP\/?2|gnutls|returned error: (408|425|429)|too many requests|rate limit|invalid index-pack|fetch-pack|broken pipe|remote error|protocol error|bad (pack|line)|shallow\.lock|try again/i;
  }
});

// src/adapters/git/commit-writer.ts
import { spawn as spawn2 } from "node:child_process";
var ARGS, CommitWriter, WriterSession;
var init_commit_writer = __esm({
  "src/adapters/git/commit-writer.ts"() {
    "use strict";
    init_git_failure();
    ARGS = ["fast-import", "--quiet", "--force", "--date-format=raw"];
    CommitWriter = class {
      #command;
      #session = null;
      #marks = 0;
      constructor(command) {
        this.#command = command;
      }
      /**
       * Writes one commit; `stream` makes the commit command for a ref and a mark of its own. Every other process can read
       * the commit once its id is given. Fails with `GitFailure`.
       */
      async write(stream2, signal) {
        signal.throwIfAborted();
        this.#marks += 1;
        const mark = this.#marks;
        const session = this.#open();
        const stop = () => session.end(signal.reason);
        signal.addEventListener("abort", stop, { once: true });
        try {
          return await session.write(stream2(`refs/made/${mark}`, mark), mark);
        } finally {
          signal.removeEventListener("abort", stop);
        }
      }
      close() {
        this.#session?.end(new Error("The repository was closed."));
        this.#session = null;
      }
      #open() {
        if (this.#session === null || this.#session.ended) {
          const { folder, env } = this.#command;
          this.#session = new WriterSession(spawn2("git", ARGS, { cwd: folder, env }));
        }
        return this.#session;
      }
    };
    WriterSession = class {
      #child;
      #requests = [];
      #words = [];
      #answer = "";
      ended = false;
      constructor(child) {
        this.#child = child;
        child.stdout.on("data", (chunk) => this.#receive(chunk));
        child.stderr.on("data", (chunk) => this.#words.push(chunk));
        child.stdin.on("error", () => {
        });
        child.on("error", (error) => this.#fail(null, String(error)));
        child.on("close", (code) => this.#fail(code, String(Buffer.concat(this.#words))));
      }
      write(stream2, mark) {
        return new Promise((resolve2, reject) => {
          this.#requests.push({ resolve: resolve2, reject });
          this.#child.stdin.write(stream2);
          this.#child.stdin.write(`checkpoint

get-mark :${mark}
`);
        });
      }
      end(reason) {
        if (this.ended) return;
        this.ended = true;
        this.#child.kill();
        for (const request of this.#requests.splice(0)) request.reject(reason);
      }
      #fail(code, stderr) {
        this.end(new GitFailure(ARGS, { code, stdout: Buffer.alloc(0), stderr }, false));
      }
      #receive(chunk) {
        const lines = (this.#answer + chunk.toString("latin1")).split("\n");
        this.#answer = lines.pop() ?? "";
        for (const line of lines) this.#requests.shift()?.resolve(line);
      }
    };
  }
});

// src/adapters/git/git-process.ts
import { spawn as spawn3 } from "node:child_process";
function spawnGit(command, signal) {
  return new Promise((resolve2) => {
    const child = spawn3("git", [...command.args], { cwd: command.folder, env: command.env });
    const stdout = collect(child.stdout, command.maxBytes ?? Infinity, () => child.kill());
    const stderr = collect(child.stderr, Infinity, () => {
    });
    const kill = () => {
      child.kill();
    };
    signal.addEventListener("abort", kill, { once: true });
    if (signal.aborted) kill();
    const finish = (code, words = "") => {
      signal.removeEventListener("abort", kill);
      resolve2({ code, stdout: Buffer.concat(stdout), stderr: `${Buffer.concat(stderr)}${words}` });
    };
    child.on("error", (error) => finish(null, String(error)));
    child.on("close", (code) => finish(code));
    child.on("exit", (code) => {
      if (!signal.aborted) return;
      finish(code);
      child.stdout.destroy();
      child.stderr.destroy();
    });
    child.stdin.on("error", () => {
    });
    child.stdin.end(command.input ?? "");
  });
}
async function simpleGitCommand(command, signal) {
  const { simpleGit } = await import("./simple-git.mjs");
  const seen = { failure: null };
  const git = simpleGit({
    baseDir: command.folder,
    abort: signal,
    allowEnvironment: guardedNames(command.env),
    // Set by ourselves in git-environment.ts, never taken from outside.
    unsafe: { allowUnsafeConfigPaths: true, allowUnsafeConfigEnvCount: true, allowUnsafeSshCommand: true },
    errors: (error, result) => {
      if (error === void 0 && result.exitCode === 0) return void 0;
      const words = Buffer.concat(result.stdErr).toString();
      const code = signal.aborted ? null : result.exitCode;
      seen.failure = { code, stdout: Buffer.concat(result.stdOut), stderr: words };
      return new Error(words);
    }
  }).env(command.env);
  try {
    return { code: 0, stdout: Buffer.from(await git.raw([...command.args])), stderr: "" };
  } catch (error) {
    if (seen.failure !== null) return seen.failure;
    throw error;
  }
}
function collect(stream2, maxBytes, full) {
  const chunks = [];
  let bytes = 0;
  stream2.on("data", (chunk) => {
    if (bytes >= maxBytes) return;
    chunks.push(chunk.subarray(0, maxBytes - bytes));
    bytes += chunk.length;
    if (bytes >= maxBytes) full();
  });
  return chunks;
}
var init_git_process = __esm({
  "src/adapters/git/git-process.ts"() {
    "use strict";
    init_git_environment();
  }
});

// src/adapters/git/object-reader.ts
import { spawn as spawn4 } from "node:child_process";
var ObjectReader, ReaderSession;
var init_object_reader = __esm({
  "src/adapters/git/object-reader.ts"() {
    "use strict";
    ObjectReader = class {
      #command;
      #session = null;
      constructor(command) {
        this.#command = command;
      }
      /** Objects by name (`<id>`, `<id>^{tree}`, …), in that order; null: not in this repository. */
      async get(names2, signal) {
        signal.throwIfAborted();
        if (names2.length === 0) return [];
        const session = this.#open();
        const aborted = Promise.withResolvers();
        const stop = () => {
          aborted.reject(signal.reason);
          if (session.readers === 1) session.end(signal.reason);
        };
        session.readers += 1;
        signal.addEventListener("abort", stop, { once: true });
        try {
          return await Promise.race([session.get(names2), aborted.promise]);
        } finally {
          session.readers -= 1;
          signal.removeEventListener("abort", stop);
        }
      }
      /** Starts the process before it is asked, so that it is ready by then. What is fetched later it finds as well. */
      start() {
        this.#open();
      }
      #open() {
        if (this.#session === null || this.#session.ended) {
          const { folder, env } = this.#command;
          this.#session = new ReaderSession(spawn4("git", ["cat-file", "--batch"], { cwd: folder, env }));
        }
        return this.#session;
      }
      close() {
        this.#session?.end(new Error("The repository was closed."));
        this.#session = null;
      }
    };
    ReaderSession = class {
      #child;
      #requests = [];
      #words = [];
      #chunks = [];
      #bytes = 0;
      /** Bytes to wait for before looking at the answer again. */
      #needed = 1;
      ended = false;
      readers = 0;
      constructor(child) {
        this.#child = child;
        child.stdout.on("data", (chunk) => this.#receive(chunk));
        child.stderr.on("data", (chunk) => this.#words.push(chunk));
        child.stdin.on("error", (error) => this.end(error));
        child.on("error", (error) => this.end(error));
        child.on("close", () => {
          this.end(new Error(`git cat-file ended before it had answered. ${Buffer.concat(this.#words)}`.trim()));
        });
      }
      get(names2) {
        const answers = names2.map((name) => {
          if (/[\n\0]/.test(name)) throw new Error(`Not the name of an object: ${JSON.stringify(name)}`);
          return new Promise((resolve2, reject) => this.#requests.push({ resolve: resolve2, reject }));
        });
        this.#child.stdin.write(`${names2.join("\n")}
`);
        return Promise.all(answers);
      }
      end(reason) {
        if (this.ended) return;
        this.ended = true;
        this.#child.kill();
        for (const request of this.#requests.splice(0)) request.reject(reason);
      }
      #receive(chunk) {
        this.#chunks.push(chunk);
        this.#bytes += chunk.length;
        if (this.#bytes < this.#needed) return;
        let rest = Buffer.concat(this.#chunks);
        for (let taken = this.#take(rest); taken > 0; taken = this.#take(rest)) rest = rest.subarray(taken);
        this.#chunks = [rest];
        this.#bytes = rest.length;
      }
      /** Answers the oldest request from the start of `data`; gives how many bytes it took, 0 when there are too few. */
      #take(data) {
        const line = data.indexOf(10);
        this.#needed = data.length + 1;
        if (line < 0) return 0;
        const header = /^([0-9a-f]{40,64}) (\w+) (\d+)$/.exec(data.toString("utf8", 0, line));
        if (header === null) {
          this.#requests.shift()?.resolve(null);
          return line + 1;
        }
        const [, id = "", type = "", size = "0"] = header;
        const end = line + 1 + Number(size);
        if (data.length < end + 1) {
          this.#needed = end + 1;
          return 0;
        }
        this.#requests.shift()?.resolve({ id, type, bytes: Buffer.from(data.subarray(line + 1, end)) });
        return end + 1;
      }
    };
  }
});

// src/adapters/git/repository-files.ts
import { devNull as devNull2 } from "node:os";
function repositoryFiles(remote) {
  return /* @__PURE__ */ new Map([
    ["HEAD", "ref: refs/heads/none\n"],
    ["config", configText(remote)],
    ["info/attributes", "* -text !eol -filter -ident -working-tree-encoding !diff !merge\n"]
  ]);
}
function configText(remote) {
  return `[core]
	repositoryformatversion = 0
	bare = true
	fileMode = true
	symlinks = false
	autocrlf = false
	hooksPath = ${devNull2}
	attributesFile = ${devNull2}
	excludesFile = ${devNull2}
	quotePath = false
	logAllRefUpdates = false
	fsync = none
[gc]
	auto = 0
[maintenance]
	auto = false
[fetch]
	unpackLimit = 1
	writeCommitGraph = false
[fastimport]
	unpackLimit = 0
[push]
	followTags = false
	gpgSign = false
	pushOption =
	recurseSubmodules = no
[submodule]
	recurse = false
[checkout]
	workers = 0
[remote "origin"]
	url = ${quoted(remote)}
`;
}
function quoted(value) {
  if (/[\n\0]/.test(value)) throw new Error("The address of the remote holds a line break.");
  return `"${value.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}
var init_repository_files = __esm({
  "src/adapters/git/repository-files.ts"() {
    "use strict";
  }
});

// src/adapters/git/repository.ts
import { existsSync as existsSync4, mkdirSync, readFileSync, rmSync, statSync as statSync2, writeFileSync } from "node:fs";
import { join as join3 } from "node:path";
async function openRepository(options) {
  rmSync(options.folder, { recursive: true, force: true });
  for (const folder of ["objects", "refs", "info"])
    mkdirSync(join3(options.folder, folder), { recursive: true, mode: 448 });
  for (const [path, text2] of repositoryFiles(options.remote))
    writeFileSync(join3(options.folder, path), text2, { mode: 384 });
  const sshCommand = usesSsh(options.remote) ? await machineSshCommand(options) : void 0;
  return new Repository2(sshCommand === void 0 ? options : { ...options, sshCommand });
}
async function machineSshCommand(options) {
  const env = networkEnvironment(options, options.folder, { isPartial: false });
  const command = { args: ["config", "--get", "core.sshCommand"], folder: options.folder, env };
  const { stdout } = await spawnGit(command, AbortSignal.timeout(1e4));
  return stdout.toString().trim() || void 0;
}
function trackingRef(branch) {
  return `refs/remotes/origin/${branch}`;
}
var FILTERS, Repository2, FETCH;
var init_repository = __esm({
  "src/adapters/git/repository.ts"() {
    "use strict";
    init_commit_writer();
    init_git_environment();
    init_git_failure();
    init_git_process();
    init_object_reader();
    init_repository_files();
    FILTERS = {
      all: "--no-filter",
      small_contents: "--filter=blob:limit=200k",
      without_contents: "--filter=blob:none",
      commits_only: "--filter=tree:0"
    };
    Repository2 = class {
      options;
      folder;
      objects;
      commits;
      timeoutMs;
      #local;
      /** Of the remote. `none`: whatever has been fetched is whole. */
      #filters;
      /** The newest fetch, when there is one under way. */
      #fetching = null;
      constructor(options) {
        this.options = options;
        this.folder = options.folder;
        this.timeoutMs = options.networkTimeoutMs ?? 6e4;
        this.#local = localEnvironment(options.environment, options.folder);
        this.#filters = options.isWhole === true ? "none" : "unknown";
        this.objects = new ObjectReader({ folder: this.folder, env: this.#local });
        this.commits = new CommitWriter({ folder: this.folder, env: this.#local });
      }
      /** A command without network and input; fails with `GitFailure`. `env` adds to the environment. */
      async local(args, signal, env = {}) {
        const command = { args, folder: this.folder, env: { ...this.#local, ...env } };
        signal.throwIfAborted();
        return this.#success(args, await simpleGitCommand(command, signal), signal);
      }
      /** A local command that reads input or gives bytes, or whose output is cut at a limit. */
      async plumb(command, signal) {
        signal.throwIfAborted();
        const result = await spawnGit({ ...command, folder: this.folder, env: this.#local }, signal);
        const full = result.stdout.length >= (command.maxBytes ?? Infinity);
        if (full && !signal.aborted) return result.stdout;
        return this.#success(command.args, result, signal);
      }
      /** Whether contents of files that the remote has may be missing here. */
      get isPartial() {
        return this.#filters !== "none";
      }
      /** Asks the remote; fails with `GitFailure`. */
      async ask(args, signal) {
        const command = { args, folder: this.folder, env: this.#network() };
        return (await this.#within(args, signal, (limited2) => spawnGit(command, limited2))).stdout;
      }
      /** `git fetch`, one at a time: two would both want to write the list of shallow commits. Fails with `GitFailure`. */
      fetch(fetch2, signal) {
        const run2 = () => this.#fetch(fetch2, signal);
        const turn = this.#fetching === null ? run2() : this.#fetching.then(run2);
        const settled = turn.catch(() => {
        }).then(() => {
          if (this.#fetching === settled) this.#fetching = null;
        });
        this.#fetching = settled;
        return turn;
      }
      /** All that the fetched branches hold by now: for a remote that gives nothing by its id. */
      async fetchWhole(signal) {
        const args = ["for-each-ref", "--format=%(refname:lstrip=3)", "refs/remotes/origin/"];
        const names2 = (await this.plumb({ args }, signal)).toString().split("\n").filter(Boolean);
        const branches = names2.map((name) => `refs/heads/${name}`);
        await this.fetch({ args: ["--depth=1", "origin", ...branches], scope: "all", isUntold: true }, signal);
        this.#filters = "none";
      }
      /** Where the remote cannot leave things out, it sends all, and nothing is missing. */
      async #fetch(fetch2, signal) {
        const scope = this.isPartial ? fetch2.scope : "all";
        try {
          const { stderr } = await this.#fetchAs(scope, fetch2, signal);
          if (scope !== "all" && this.#filters === "unknown")
            this.#filters = hasIgnoredFilter(stderr) ? "none" : "used";
        } catch (error) {
          if (scope === "all" || !refusesFilter(error)) throw error;
          if (this.#filters === "unknown") this.#filters = "none";
          await this.#fetchAs("all", fetch2, signal);
        }
      }
      /** Started directly: it is all that a wake with nothing to do needs of git. */
      #fetchAs(scope, { args, input, isUntold = false }, signal) {
        const all = [...FETCH, FILTERS[scope], ...args];
        const command = { args: all, folder: this.folder, env: this.#network(isUntold) };
        const text2 = input === void 0 ? {} : { input: Buffer.from(input) };
        return this.#within(all, signal, (limited2) => spawnGit({ ...command, ...text2 }, limited2));
      }
      #network(isUntold = false) {
        return networkEnvironment(this.options, this.folder, { isPartial: this.isPartial, isUntold });
      }
      close() {
        this.objects.close();
        this.commits.close();
      }
      /** Pushes; never fails, because whether it landed has to be judged from all that is known. */
      async push(args, signal) {
        signal.throwIfAborted();
        const limited2 = AbortSignal.any([signal, AbortSignal.timeout(this.timeoutMs)]);
        const command = { args: ["push", ...args], folder: this.folder, env: this.#network() };
        const result = await spawnGit(command, limited2);
        return limited2.aborted ? { ...result, code: null } : result;
      }
      /** What a remote-tracking ref holds; null when there is none. */
      async tracked(branch, signal) {
        const file = join3(this.folder, trackingRef(branch));
        if (statSync2(file, { throwIfNoEntry: false })?.isFile() === true)
          return readFileSync(file, "utf8").trim();
        if (!existsSync4(join3(this.folder, "packed-refs"))) return null;
        const listed = await this.local(["for-each-ref", "--format=%(objectname)", trackingRef(branch)], signal);
        return listed.toString().trim() || null;
      }
      forget(branch) {
        rmSync(join3(this.folder, trackingRef(branch)), { force: true, recursive: true });
      }
      /** Wraps a failed command on the network once; other errors pass. */
      halt(error) {
        return error instanceof GitFailure ? remoteHalt(error, this.options.remote, this.timeoutMs) : error;
      }
      /** The same for the first command of a run. */
      firstHalt(error) {
        return error instanceof GitFailure ? firstLookHalt(error, this.options.remote, this.timeoutMs) : error;
      }
      async #within(args, signal, run2) {
        signal.throwIfAborted();
        const limit = AbortSignal.timeout(this.timeoutMs);
        const result = await run2(AbortSignal.any([signal, limit]));
        signal.throwIfAborted();
        if (result.code === 0) return result;
        throw new GitFailure(args, result, limit.aborted);
      }
      #success(args, result, signal) {
        signal.throwIfAborted();
        if (result.code === 0) return result.stdout;
        throw new GitFailure(args, result, false);
      }
    };
    FETCH = ["fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--no-recurse-submodules"];
  }
});

// src/adapters/git/stored-tree.ts
async function readStored(objects, question, signal) {
  const entries = await storedEntries(objects, question, signal);
  const blobs = await objects.get(
    entries.map((entry) => entry.id),
    signal
  );
  const files = /* @__PURE__ */ new Map();
  for (const [at, entry] of entries.entries()) {
    const blob = blobs[at];
    if (blob?.type !== "blob") throw new NotFetched(entry.path, question.commit);
    files.set(entry.path, { blob: entry.id, text: blob.bytes.toString("utf8") });
  }
  return files;
}
async function storedEntries(objects, { commit, paths }, signal) {
  const wanted = asWanted(paths);
  const found = [];
  const root = await objects.get([`${checkedSha(commit)}^{tree}`], signal);
  if (root[0]?.type !== "tree") throw new Error(`The commit ${commit} has not been fetched.`);
  let level = [{ prefix: "", object: root[0] }];
  while (level.length > 0) {
    const entries = level.flatMap(({ prefix, object: object2 }) => treeEntries(object2, prefix));
    found.push(...entries.filter((entry) => isFile(entry) && isWanted2(entry.path, wanted)));
    const folders = entries.filter(
      (entry) => entry.mode === FOLDER && leadsToWanted(`${entry.path}/`, wanted)
    );
    const trees = await objects.get(
      folders.map((folder) => folder.id),
      signal
    );
    level = folders.map((folder, at) => {
      const object2 = trees[at];
      if (object2?.type !== "tree") throw new NotFetched(`${folder.path}/`, commit);
      return { prefix: `${folder.path}/`, object: object2 };
    });
  }
  return found;
}
function isFile(entry) {
  return entry.mode.startsWith("100");
}
function asWanted(paths) {
  const onTheWay = /* @__PURE__ */ new Set();
  for (const path of paths) {
    for (let at = path.indexOf("/"); at >= 0; at = path.indexOf("/", at + 1))
      onTheWay.add(path.slice(0, at + 1));
  }
  return {
    files: new Set(paths),
    folders: paths.filter((path) => path === "" || path.endsWith("/")),
    onTheWay
  };
}
function isWanted2(path, wanted) {
  return wanted.files.has(path) || wanted.folders.some((folder) => path.startsWith(folder));
}
function leadsToWanted(folder, wanted) {
  return wanted.onTheWay.has(folder) || wanted.folders.some((name) => folder.startsWith(name));
}
function treeEntries(object2, prefix) {
  const { bytes } = object2;
  const idBytes = object2.id.length / 2;
  const entries = [];
  for (let at = 0; at < bytes.length; ) {
    const space = bytes.indexOf(32, at);
    const end = bytes.indexOf(0, space);
    const mode = bytes.toString("latin1", at, space);
    const path = prefix + bytes.toString("utf8", space + 1, end);
    entries.push({ mode, path, id: bytes.toString("hex", end + 1, end + 1 + idBytes) });
    at = end + 1 + idBytes;
  }
  return entries;
}
function checkedSha(commit) {
  if (/^([0-9a-f]{40}|[0-9a-f]{64})$/.test(commit)) return commit;
  throw new Error(`Not a full commit id: ${JSON.stringify(commit)}`);
}
var FOLDER, NotFetched;
var init_stored_tree = __esm({
  "src/adapters/git/stored-tree.ts"() {
    "use strict";
    FOLDER = "40000";
    NotFetched = class extends Error {
      constructor(path, commit) {
        super(`${path} of the commit ${commit} has not been fetched.`);
        this.name = "NotFetched";
      }
    };
  }
});

// src/adapters/git/history.ts
import { writeFileSync as writeFileSync2 } from "node:fs";
import { devNull as devNull3 } from "node:os";
import { join as join4 } from "node:path";
function knownFrom(commits, { depth, before }) {
  const cut = cutOff(commits, commits);
  const isAll = commits.length < depth || commits.length === before.commits.length;
  const after = isAll ? Number.NEGATIVE_INFINITY : Math.max(...cut.map(({ time }) => time));
  return { depth, commits, after };
}
function cutOff(commits, all) {
  const here = new Set(all.map(({ commit }) => commit));
  return commits.filter(({ parentIds }) => parentIds.some((parent) => !here.has(parent)));
}
function isCutOff(commits, all) {
  return cutOff(commits, all).length > 0;
}
function inWindow(commits, excluded) {
  const kept = commits.filter((commit) => !excluded.has(commit.commit)).reverse();
  return kept.map((commit) => ({ ...commit, parents: commit.parentIds.length }));
}
function reachable(commits, from) {
  const found = /* @__PURE__ */ new Set([from]);
  for (const commit of commits) {
    if (found.has(commit.commit)) for (const parent of commit.parentIds) found.add(parent);
  }
  return found;
}
function isGone(error) {
  const words = error instanceof GitFailure ? error.result.stderr : "";
  return /not our ref|unadvertised object|couldn't find remote ref|no such remote ref/i.test(words);
}
var DEPTHS, NOTHING, GONE, History, DEPTH, CopiedHistory, CONFIG;
var init_history = __esm({
  "src/adapters/git/history.ts"() {
    "use strict";
    init_commit_log();
    init_git_failure();
    init_repository();
    init_stored_tree();
    DEPTHS = [100, 2e3, 2e4];
    NOTHING = { depth: 0, commits: [], after: Number.POSITIVE_INFINITY };
    GONE = { depth: 0, commits: [], after: Number.NEGATIVE_INFINITY };
    History = class {
      #options;
      #opened = null;
      #known = /* @__PURE__ */ new Map();
      constructor(options) {
        this.#options = { ...options, folder: join4(options.folder, "..", "history.git"), isWhole: false };
      }
      /** Commits of `tip` from `time` (ms) on, newest first, and never a parent before its child. */
      async since(tip, time, signal) {
        const commits = await this.#backTo(time, tip, signal);
        return commits.filter((commit) => commit.time >= time);
      }
      /** The newest commits of `tip`, newest first, as many as one look brings. */
      async newest(tip, signal) {
        const [depth = 100] = DEPTHS;
        const { commits } = await this.#atLeast(depth, tip, signal);
        return commits.slice(0, depth);
      }
      /** The newest commit that is not after `time` (ms). */
      async before(tip, time, signal) {
        const commits = await this.#backTo(time, tip, signal);
        const older = commits.filter((commit) => commit.time <= time);
        return older.toSorted((one, other) => other.time - one.time)[0]?.commit ?? null;
      }
      /** Commits of `tip` that `from` has not, newest first, and never a parent before its child. Null: `from` is none of its own. */
      async between(from, tip, signal) {
        for (const depth of DEPTHS) {
          const { commits, after } = await this.#atLeast(depth, tip, signal);
          const isAll = after === Number.NEGATIVE_INFINITY;
          if (commits.some(({ commit }) => commit === from)) {
            const old = reachable(commits, from);
            const fresh = commits.filter(({ commit }) => !old.has(commit));
            if (isAll || !isCutOff(fresh, commits)) return fresh;
          } else if (isAll) return null;
        }
        return null;
      }
      async close() {
        (await this.#opened)?.close();
      }
      /** None: the remote no longer has the commit. */
      async #backTo(time, tip, signal) {
        let known = this.#known.get(tip) ?? NOTHING;
        for (const depth of DEPTHS) {
          if (known.after >= time) known = await this.#atLeast(depth, tip, signal);
        }
        return known.commits;
      }
      /** What is known of the commits of `tip`, at least so many steps back. Nothing, and all of it: the remote no longer has it. */
      async #atLeast(depth, tip, signal) {
        const before = this.#known.get(tip) ?? NOTHING;
        if (depth <= before.depth || before.after === Number.NEGATIVE_INFINITY) return before;
        if (!await this.#fetch(depth, tip, signal)) return GONE;
        const known = knownFrom(await this.#log(tip, signal), { depth, before });
        this.#known.set(tip, known);
        return known;
      }
      async #log(tip, signal) {
        const args = ["log", "-z", "--pretty=raw", "--date-order", "--no-color", checkedSha(tip), "--"];
        return parseLog((await (await this.#repository()).plumb({ args }, signal)).toString());
      }
      async #fetch(depth, tip, signal) {
        const repository = await this.#repository();
        const refspec2 = `+${checkedSha(tip)}:refs/kept/${tip}`;
        try {
          const args = [`--depth=${depth}`, "origin", refspec2];
          await repository.fetch({ args, scope: "commits_only" }, signal);
          return true;
        } catch (error) {
          if (isGone(error)) return false;
          throw repository.halt(error);
        }
      }
      #repository() {
        this.#opened ??= openRepository(this.#options);
        return this.#opened;
      }
    };
    DEPTH = 100;
    CopiedHistory = class {
      #options;
      #made = null;
      constructor(options) {
        this.#options = { ...options, folder: join4(options.folder, "..", "history-copy.git"), isWhole: false };
      }
      /** Null: the remote does not give it. Made once: all tasks of a run have the same default branch. */
      async of(commit, signal) {
        const made = this.#made ?? this.#make(checkedSha(commit), signal);
        this.#made = made;
        try {
          return await made;
        } catch (error) {
          if (this.#made === made) this.#made = null;
          throw error;
        }
      }
      async #make(commit, signal) {
        const repository = await openRepository(this.#options);
        const { folder } = repository;
        try {
          const args = [`--depth=${DEPTH}`, "origin", `+${commit}:refs/heads/main`];
          await repository.fetch({ args, scope: "small_contents" }, signal);
          await repository.plumb({ args: ["read-tree", commit] }, signal);
          writeFileSync2(join4(folder, "config"), CONFIG, { mode: 384 });
          writeFileSync2(join4(folder, "HEAD"), "ref: refs/heads/main\n", { mode: 384 });
          return folder;
        } catch (error) {
          if (isGone(error)) return null;
          throw repository.halt(error);
        } finally {
          repository.close();
        }
      }
    };
    CONFIG = `[core]
	repositoryformatversion = 0
	bare = false
	fileMode = true
	hooksPath = ${devNull3}
	quotePath = false
[gc]
	auto = 0
`;
  }
});

// src/adapters/git/in-turns.ts
async function inTurns2(steps, signal) {
  for (; ; ) {
    signal.throwIfAborted();
    const step = steps.next();
    if (step.done === true) return step.value;
    await nextTurn();
  }
}
function nextTurn() {
  return new Promise((resolve2) => setImmediate(resolve2));
}
function* recordsOf(bytes) {
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(0, at);
    const to = end < 0 ? bytes.length : end;
    yield bytes.toString("utf8", at, to);
    at = to + 1;
  }
}
var init_in_turns = __esm({
  "src/adapters/git/in-turns.ts"() {
    "use strict";
  }
});

// src/adapters/git/on-demand.ts
function fetching(repository, fetchSignal) {
  return {
    async get(names2, signal) {
      const found = await repository.objects.get(names2, signal);
      const missing = names2.filter((name, at) => found[at] === null && isId(name));
      if (missing.length === 0 || !repository.isPartial) return found;
      const both = fetchSignal === void 0 ? signal : AbortSignal.any([signal, fetchSignal]);
      await fetchObjects(repository, [...new Set(missing)], both);
      const fetched = await repository.objects.get(missing, signal);
      const byName = new Map(missing.map((name, at) => [name, fetched[at] ?? null]));
      const lost = missing.find((name) => byName.get(name) === null);
      if (lost !== void 0) throw notGiven(repository, lost);
      return names2.map((name, at) => found[at] ?? byName.get(name) ?? null);
    }
  };
}
async function fetchMissing(repository, ids, signal) {
  if (!repository.isPartial || ids.length === 0) return;
  const missing = await missingOf(repository, ids, signal);
  if (missing.length === 0) return;
  await fetchObjects(repository, missing, signal);
  const [lost] = await missingOf(repository, missing, signal);
  if (lost !== void 0) throw notGiven(repository, lost);
}
async function missingOf(repository, ids, signal) {
  const input = Buffer.from(`${[...new Set(ids)].join("\n")}
`);
  const args = ["cat-file", "--batch-check=%(objectname)"];
  const lines = (await repository.plumb({ args, input }, signal)).toString().split("\n");
  return inTurns2(
    eachInSteps(lines, (line) => line.endsWith(" missing") ? line.slice(0, -" missing".length) : null),
    signal
  );
}
async function fetchObjects(repository, ids, signal) {
  try {
    for (let from = 0; from < ids.length && repository.isPartial; from += AT_ONCE2) {
      const input = `${ids.slice(from, from + AT_ONCE2).join("\n")}
`;
      await repository.fetch(
        { args: ["--stdin", "origin"], scope: "without_contents", input, isUntold: true },
        signal
      );
    }
  } catch (error) {
    if (!isGone(error)) throw repository.halt(error);
    await repository.fetchWhole(signal).catch((failure) => {
      throw repository.halt(failure);
    });
  }
}
function notGiven(repository, id) {
  const remote = withoutSecrets(repository.options.remote);
  return new Halt("github_unavailable", REMOTE_TEXTS2.notGiven(remote, id));
}
function isId(name) {
  return /^[0-9a-f]{40,64}$/.test(name);
}
var AT_ONCE2;
var init_on_demand = __esm({
  "src/adapters/git/on-demand.ts"() {
    "use strict";
    init_ending();
    init_steps();
    init_remote_texts();
    init_git_failure();
    init_history();
    init_in_turns();
    AT_ONCE2 = 1e4;
  }
});

// src/adapters/git/compare-commits.ts
async function compareCommits(repository, { from, to }, signal) {
  const args = [...COMPARE, "--raw", "--numstat", "-p", "-z", "--no-abbrev", from, to];
  const compare = () => repository.plumb({ args, maxBytes: MOST_BYTES3 }, signal);
  const bytes = await compare().catch(async (error) => {
    if (!repository.isPartial || !(error instanceof GitFailure)) throw error;
    await fetchMissing(repository, await changedContents(repository, { from, to }, signal), signal);
    return compare();
  });
  if (bytes.length === 0) return NO_DIFFERENCE;
  const end = bytes.indexOf("\0\0");
  if (end < 0) throw new Error(`Too many files differ between ${from} and ${to}.`);
  const list = bytes.subarray(0, end);
  const patch = bytes.subarray(end + 2);
  const isCut = patch.length > MOST_PATCH_BYTES;
  const files = await inTurns2(changedFiles(list, patch), signal);
  return { files, patch: wholeCharacters(patch.subarray(0, MOST_PATCH_BYTES), isCut), isCut };
}
async function changedContents(repository, { from, to }, signal) {
  const args = ["diff-tree", "-r", "--no-renames", "--raw", "-z", "--no-abbrev", from, to];
  const records = recordsOf(await repository.plumb({ args }, signal));
  const ids = await inTurns2(
    eachInSteps(records, (record2) => record2.startsWith(":") ? contentsIn(record2) : null),
    signal
  );
  return [...new Set(ids.flat())];
}
function contentsIn(record2) {
  const [before, after, idBefore = "", idAfter = ""] = record2.slice(1).split(" ");
  return [
    { mode: before, id: idBefore },
    { mode: after, id: idAfter }
  ].flatMap(({ mode, id }) => mode === "160000" || /^0+$/.test(id) ? [] : [id]);
}
function* changedFiles(list, patch) {
  return yield* weighed(yield* countedFiles(list), patch);
}
function* countedFiles(list) {
  const blobs = /* @__PURE__ */ new Map();
  let blob;
  return yield* eachInSteps(recordsOf(list), (record2) => {
    if (blob !== void 0) {
      blobs.set(record2, blob);
      blob = void 0;
      return null;
    }
    if (!record2.startsWith(":")) return countedFile(record2, blobs);
    const [, , , id = "", status = ""] = record2.split(" ");
    blob = status === "D" ? null : id;
    return null;
  });
}
function countedFile(record2, blobs) {
  const match = /^(\d+|-)\t(\d+|-)\t(.*)$/s.exec(record2);
  if (match === null) return null;
  const [, added = "", removed = "", path = ""] = match;
  return {
    path,
    added: Number(added) || 0,
    removed: Number(removed) || 0,
    blob: blobs.get(path) ?? null,
    isBinary: added === "-"
  };
}
function* weighed(files, patch) {
  const parts = partsOf3(patch);
  const nothing = patch.subarray(patch.length);
  let read = 0;
  const made = [];
  for (const { isBinary, ...file } of files) {
    const part = parts.next().value ?? nothing;
    made.push(isBinary ? withWeight(file, part) : withLongLines(file, part));
    read += part.length;
    if (read > BYTES_AT_ONCE || made.length % FILES_AT_ONCE === 0) {
      yield;
      read = 0;
    }
  }
  return made;
}
function* partsOf3(patch) {
  for (let from = 0; from < patch.length; ) {
    const next = patch.indexOf(SECTION, from);
    const to = next < 0 ? patch.length : next + 1;
    yield patch.subarray(from, to);
    from = to;
  }
}
function withWeight(file, part) {
  const weight = lineWeight(part.length);
  return { ...file, ...file.blob === null ? { removed: weight } : { added: weight } };
}
function withLongLines(file, part) {
  let { added, removed } = file;
  for (const { from, to } of longLines(part)) {
    const extra = lineWeight(to - from - 1) - 1;
    if (part[from] === ADDED) added += extra;
    if (part[from] === REMOVED) removed += extra;
  }
  return { ...file, added, removed };
}
function* longLines(patch) {
  for (let from = 0; from < patch.length; ) {
    const last = patch.lastIndexOf("\n", from + BYTES_PER_LINE + 1);
    if (last >= from) {
      from = last + 1;
      continue;
    }
    const end = patch.indexOf("\n", from);
    const to = end < 0 ? patch.length : end;
    yield { from, to };
    from = to + 1;
  }
}
function wholeCharacters(bytes, isCut) {
  return new TextDecoder().decode(bytes, { stream: isCut });
}
var MOST_PATCH_BYTES, MOST_BYTES3, COMPARE, NO_DIFFERENCE, SECTION, ADDED, REMOVED, BYTES_AT_ONCE, FILES_AT_ONCE;
var init_compare_commits = __esm({
  "src/adapters/git/compare-commits.ts"() {
    "use strict";
    init_diff();
    init_steps();
    init_git_failure();
    init_in_turns();
    init_on_demand();
    MOST_PATCH_BYTES = 2e5;
    MOST_BYTES3 = 32 * 1024 * 1024;
    COMPARE = [
      "diff-tree",
      "-r",
      "--no-renames",
      "--no-ext-diff",
      "--no-textconv",
      // A binary file would count for nothing.
      "--text",
      "--no-color",
      "--ignore-submodules=none"
    ];
    NO_DIFFERENCE = { files: [], patch: "", isCut: false };
    SECTION = "\ndiff --git ";
    ADDED = 43;
    REMOVED = 45;
    BYTES_AT_ONCE = 1e6;
    FILES_AT_ONCE = 2e3;
  }
});

// src/tree/plain-path.ts
function isPlainPath(path) {
  const bad = (part) => part === "" || part === "." || part === ".." || part.toLowerCase() === ".git";
  return !path.includes("\0") && !path.split("/").some(bad);
}
function checkedPath(path) {
  if (isPlainPath(path)) return path;
  throw new Error(`Not a path inside the repository: ${JSON.stringify(path)}`);
}
var init_plain_path = __esm({
  "src/tree/plain-path.ts"() {
    "use strict";
  }
});

// src/adapters/git/make-commit.ts
function makeCommit(repository, commit, signal) {
  return repository.commits.write((ref, mark) => commitStream(commit, ref, mark), signal);
}
function makeMerge(repository, merge, signal) {
  const root = `M 040000 ${checkedSha(merge.tree)} ""
`;
  return repository.commits.write((ref, mark) => stream({ ...merge, changes: [root] }, ref, mark), signal);
}
function commitStream({ parent, files, ...commit }, ref, mark) {
  const parents = parent === null ? [] : [parent];
  return stream({ ...commit, parents, changes: fileCommands(files) }, ref, mark);
}
function stream({ message, author, parents, changes }, ref, mark) {
  const words = Buffer.from(message);
  const who = signature(author);
  const parts = [
    `commit ${ref}
mark :${mark}
author ${who}
committer ${who}
data ${words.length}
`,
    words,
    "\n",
    ...parents.map((parent, at) => `${at === 0 ? "from" : "merge"} ${checkedSha(parent)}
`),
    ...changes,
    "\n"
  ];
  return Buffer.concat(parts.map((part) => typeof part === "string" ? Buffer.from(part) : part));
}
function fileCommands(files) {
  const deletions = [];
  const writes = [];
  for (const [path, file] of files) {
    if (file === null) deletions.push(`D ${quotedPath(path)}
`);
    else
      writes.push(`M ${file.mode} inline ${quotedPath(path)}
data ${file.bytes.length}
`, file.bytes, "\n");
  }
  return [...deletions, ...writes];
}
function quotedPath(path) {
  const plain = checkedPath(path);
  return `"${plain.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n")}"`;
}
function signature(author) {
  return `${plainName(author.name)} <${plainName(author.email)}> ${Math.floor(author.time / 1e3)} +0000`;
}
function plainName(text2) {
  return text2.replace(/[<>\n\0]/g, "").trim();
}
var init_make_commit = __esm({
  "src/adapters/git/make-commit.ts"() {
    "use strict";
    init_plain_path();
    init_stored_tree();
  }
});

// src/adapters/git/merge-commits.ts
async function mergeCommits(repository, sides, signal) {
  const of = async (commit, parents) => {
    const [tree2] = await repository.objects.get([`${checkedSha(commit)}^{tree}`], signal);
    if (tree2 === null || tree2 === void 0) throw new Error(`The commit ${commit} has not been fetched.`);
    return makeMerge(repository, { tree: tree2.id, parents, message: fixed(""), author: NOBODY }, signal);
  };
  await fetchSides(repository, sides, signal);
  const base = await of(sides.base, []);
  const tree = await mergedTree(
    repository,
    [await of(sides.ours, [base]), await of(sides.theirs, [base])],
    signal
  );
  if (tree === null) return null;
  const { ours, theirs, message, author } = sides;
  return makeMerge(repository, { tree, parents: [ours, theirs], message, author }, signal);
}
async function fetchSides(repository, { base, ours, theirs }, signal) {
  if (!repository.isPartial) return;
  const changed = [ours, theirs].map((to) => changedContents(repository, { from: base, to }, signal));
  await fetchMissing(repository, (await Promise.all(changed)).flat(), signal);
}
async function mergedTree(repository, commits, signal) {
  try {
    const args = ["merge-tree", "--write-tree", "--no-messages", ...commits];
    return (await repository.plumb({ args }, signal)).toString().trim();
  } catch (error) {
    if (error instanceof GitFailure && CANNOT.includes(error.result.code)) return null;
    throw error;
  }
}
var NOBODY, CANNOT;
var init_merge_commits = __esm({
  "src/adapters/git/merge-commits.ts"() {
    "use strict";
    init_masked();
    init_compare_commits();
    init_git_failure();
    init_make_commit();
    init_on_demand();
    init_stored_tree();
    NOBODY = { name: fixed("nobody"), email: fixed("nobody@localhost"), time: 0 };
    CANNOT = [1, 129];
  }
});

// src/adapters/git/push-outcome.ts
function pushOutcome(refs, answer) {
  const lines = refLines(answer.stdout);
  const refused = refs.flatMap((ref) => refusals(ref, lines.get(ref.branch), answer));
  if (refused.length > 0) return { kind: "refused", refs: atFault(refused, answer) };
  const states = refs.map((ref) => lines.get(ref.branch)?.flag);
  if (answer.code !== 0 || states.includes(void 0) || states.includes("!"))
    return withoutLines(refs, answer);
  return unchanged(refs, lines);
}
function unchanged(refs, lines) {
  const there = refs.filter((ref) => lines.get(ref.branch)?.flag === "=" && ref.expect !== ref.commit);
  if (there.length === 0) return { kind: "landed" };
  const names2 = there.map((ref) => ref.branch).join(", ");
  const others = refs.some((ref) => lines.get(ref.branch)?.flag !== "=");
  if (others)
    return {
      kind: "unknown",
      reason: REMOTE_TEXTS2.heldBefore(names2)
    };
  const detail = REMOTE_TEXTS2.heldThis;
  return { kind: "refused", refs: there.map(({ branch }) => ({ branch, reason: "already_there", detail })) };
}
function withoutLines(refs, answer) {
  const words = gitWords(answer.stderr);
  if (answer.code !== null && refusesAccess(answer.stderr))
    return { kind: "denied", reason: `${words} ${REMOTE_TEXTS2.accessAdvice}` };
  if (answer.code !== null && answer.stderr.includes("does not support --atomic"))
    return {
      kind: "refused",
      refs: refs.map(({ branch }) => ({ branch, reason: "other", detail: words }))
    };
  return {
    kind: "unknown",
    reason: answer.code === null ? REMOTE_TEXTS2.cutOff : words
  };
}
function refusals(ref, line, answer) {
  if (line?.flag !== "!" || NO_ANSWER.test(line.summary)) return [];
  const lockFault = lockMessage(ref.branch, answer.stderr);
  const remote = remoteWords(answer.stderr);
  const detail = [line.summary, lockFault ?? remote].filter((part) => part !== "").join(" ");
  return [
    {
      branch: ref.branch,
      reason: reasonFor(ref, line, lockFault),
      detail: cutBetweenWords(withoutSecrets(detail), 600)
    }
  ];
}
function reasonFor(ref, line, lockFault) {
  const words = `${line.summary} ${lockFault ?? ""}`;
  if (new RegExp(`is at ${ref.commit}\\b`).test(words)) return "already_there";
  if (NAME_TAKEN.test(words)) return "name_taken";
  if (LOCK_LEFT.test(words)) return "other";
  if (MOVED.test(words)) return "moved";
  if (FELL_WITH_ANOTHER.test(words)) return "moved";
  if (FORBIDDEN.test(words)) return "forbidden";
  return "other";
}
function atFault(refused, answer) {
  const own = refused.filter(
    (ref) => !FELL_WITH_ANOTHER.test(ref.detail) || lockMessage(ref.branch, answer.stderr) !== null
  );
  return own.length > 0 ? own : refused;
}
function lockMessage(branch, stderr) {
  const start = `cannot lock ref 'refs/heads/${branch}':`;
  const line = stderr.split("\n").find((text2) => text2.includes(start));
  return line === void 0 ? null : line.slice(line.indexOf(start)).trim();
}
function remoteWords(stderr) {
  const lines = stderr.split("\n").flatMap((line) => line.startsWith("remote:") ? [line.slice("remote:".length).trim()] : []);
  return lines.filter((line) => line !== "").join(" ");
}
function refLines(stdout) {
  const lines = stdout.split("\n").flatMap((text2) => {
    const [flag, names2, summary] = text2.split("	");
    const branch = names2?.split(":").at(-1)?.replace(/^refs\/heads\//, "");
    return branch === void 0 || summary === void 0 ? [] : [[branch, { flag: flag ?? "", branch, summary }]];
  });
  return new Map(lines);
}
var FELL_WITH_ANOTHER, MOVED, LOCK_LEFT, NAME_TAKEN, FORBIDDEN, NO_ANSWER;
var init_push_outcome = __esm({
  "src/adapters/git/push-outcome.ts"() {
    "use strict";
    init_plain_text();
    init_remote_texts();
    init_git_failure();
    FELL_WITH_ANOTHER = /atomic (push failed|push failure|transaction failed)|transaction failed to start/;
    MOVED = /fetch first|non-fast-forward|stale info|failed to update ref|reference already exists|cannot lock ref|incorrect old value|remote ref updated since checkout|needs force/;
    LOCK_LEFT = /unable to create '[^']*\.lock'|\.lock': File exists|another git process/i;
    NAME_TAKEN = /exists; cannot create|refname conflict|directory file conflict|cannot process '[^']*' and '[^']*' at the same time|reference conflict due to case-insensitive/i;
    FORBIDDEN = /GH\d{3}|declined|refusing|refused|protected|prohibited|not permitted|denied|denying|deny updating|hidden ref|rule violation|branch is currently checked out|not allowed to|forbidden/i;
    NO_ANSWER = /^\[remote failure\]|remote failed to report status|unexpected disconnect/;
  }
});

// src/adapters/git/state-branch.ts
function openStateStore(repository, options) {
  let known = options.defaultBranch;
  let stateBranch = options.stateBranch;
  return {
    // A known name is not waited for: the question is on its way when the call returns.
    async fetch(signal) {
      known ??= await askDefaultBranch(repository, signal);
      const guess2 = stateBranch ?? USUAL_STATE_BRANCH;
      const tips = await fetchTips(repository, { base: known, stateBranch: guess2 }, signal);
      stateBranch ??= await namedInSettings(repository, tips.base.commit, signal);
      if (stateBranch === guess2) return tips;
      return { ...tips, state: await fetchOne(repository, { branch: stateBranch, scope: "all" }, signal) };
    },
    fetchState: (signal) => fetchOne(repository, { branch: stateBranch ?? USUAL_STATE_BRANCH, scope: "all" }, signal),
    read: (commit, paths, signal) => readStored(fetching(repository), { commit, paths }, signal),
    commit: (change, signal) => makeCommit(repository, asCommit(change), signal),
    push: async (refs, signal) => {
      const answer = await repository.push(pushArgs(refs), signal);
      return pushOutcome(refs, { ...answer, stdout: answer.stdout.toString() });
    },
    branches: (prefix, signal) => listBranches(repository, prefix, signal)
  };
}
async function namedInSettings(repository, base, signal) {
  const { SETTINGS_FILE } = await Promise.resolve().then(() => (init_settings(), __toCommonJS(settings_exports)));
  const { settingsInUse } = await import("./settings-file.mjs");
  const files = await readStored(fetching(repository), { commit: base, paths: [SETTINGS_FILE] }, signal);
  const text2 = files.get(SETTINGS_FILE)?.text ?? null;
  return text2?.includes("state_branch") === true ? settingsInUse(text2).settings.stateBranch : USUAL_STATE_BRANCH;
}
async function fetchTips(repository, names2, signal) {
  try {
    const fetched = repository.fetch(tipsOf([names2.base, names2.stateBranch]), signal);
    repository.objects.start();
    await fetched.catch(async (error) => {
      if (!missesBranch(error, names2.stateBranch)) throw error;
      repository.forget(names2.stateBranch);
      await repository.fetch(tipsOf([names2.base]), signal);
    });
  } catch (error) {
    throw missingRef(error) ? noBase(repository, names2.base, error) : repository.firstHalt(error);
  }
  const commit = await repository.tracked(names2.base, signal);
  if (commit === null) throw noBase(repository, names2.base, null);
  const state = await repository.tracked(names2.stateBranch, signal);
  await readAhead(repository, { base: commit, state }, signal);
  return { base: { branch: names2.base, commit }, state };
}
function tipsOf(branches) {
  return { args: fetchArgs(branches), scope: "without_contents" };
}
async function readAhead(repository, tips, signal) {
  if (!repository.isPartial) return;
  const source = fetching(repository);
  const ofBase = await storedEntries(source, { commit: tips.base, paths: READ_OF_BASE }, signal);
  const ofState = tips.state === null ? [] : await storedEntries(source, { commit: tips.state, paths: [EVERYTHING] }, signal);
  const kept = ofState.filter(({ path }) => !path.startsWith(LOG_FOLDER));
  await source.get(
    [...ofBase, ...kept].map(({ id }) => id),
    signal
  );
}
async function fetchOne(repository, { branch, scope }, signal) {
  try {
    await repository.fetch({ args: fetchArgs([branch]), scope }, signal);
  } catch (error) {
    if (!missingRef(error)) throw repository.halt(error);
    repository.forget(branch);
    return null;
  }
  return repository.tracked(branch, signal);
}
function noBase(repository, branch, cause) {
  const remote = withoutSecrets(repository.options.remote);
  const detail = `The remote ${remote} has no branch ${branch}, or no commits yet. Push a first commit or name the default branch.`;
  return new Halt("bad_settings", detail, { cause });
}
async function askDefaultBranch(repository, signal) {
  const remote = withoutSecrets(repository.options.remote);
  let answer;
  try {
    answer = (await repository.ask(["ls-remote", "--symref", "origin", "HEAD"], signal)).toString();
  } catch (error) {
    throw repository.firstHalt(error);
  }
  const branch = /^ref: refs\/heads\/(.+)\tHEAD$/m.exec(answer)?.[1];
  if (branch !== void 0) return branch;
  const why = answer.trim() === "" ? "has no commits, or its HEAD names a branch that does not exist" : "has a detached HEAD";
  throw new Halt(
    "bad_settings",
    `The remote ${remote} ${why}, so it has no default branch. Name the default branch.`
  );
}
async function listBranches(repository, prefix, signal) {
  try {
    const text2 = (await repository.ask(["ls-remote", "--heads", "origin"], signal)).toString();
    const found = [...text2.matchAll(/^([0-9a-f]+)\trefs\/heads\/(.+)$/gm)].map(
      ([, commit = "", branch = ""]) => [branch, commit]
    );
    return new Map(found.filter(([branch]) => branch.startsWith(prefix)));
  } catch (error) {
    throw repository.halt(error);
  }
}
function pushArgs(refs) {
  const leases = refs.map(({ branch, expect }) => {
    return `--force-with-lease=refs/heads/${branch}:${expect === null ? "" : checkedSha(expect)}`;
  });
  const updates = refs.map(({ branch, commit }) => `${checkedSha(commit)}:refs/heads/${branch}`);
  return ["--atomic", "--porcelain", "--no-verify", ...leases, "origin", ...updates];
}
function asCommit(change) {
  const files = /* @__PURE__ */ new Map();
  for (const [path, text2] of change.files) {
    files.set(path, text2 === null ? null : { mode: "100644", bytes: Buffer.from(text2) });
  }
  return { ...change, files };
}
function missesBranch(error, branch) {
  const words = error instanceof GitFailure ? error.result.stderr : "";
  return words.split("\n").some((line) => line.endsWith(`couldn't find remote ref refs/heads/${branch}`));
}
function missingRef(error) {
  if (!(error instanceof GitFailure)) return false;
  const { code, stderr } = error.result;
  return stderr.includes("couldn't find remote ref") || code === 1 && stderr.trim() === "";
}
function fetchArgs(branches) {
  return ["--depth=1", "--prune", "origin", ...branches.map(refspec), ...NAMED_LIKE_BRANCHES];
}
function refspec(branch) {
  return `+refs/heads/${branch}:${trackingRef(branch)}`;
}
var USUAL_STATE_BRANCH, READ_OF_BASE, EVERYTHING, LOG_FOLDER, NAMED_LIKE_BRANCHES;
var init_state_branch = __esm({
  "src/adapters/git/state-branch.ts"() {
    "use strict";
    init_ending();
    init_git_failure();
    init_make_commit();
    init_on_demand();
    init_push_outcome();
    init_repository();
    init_stored_tree();
    USUAL_STATE_BRANCH = "wakeful-state";
    READ_OF_BASE = [".github/wakeful.yml", "goals/"];
    EVERYTHING = "";
    LOG_FOLDER = "state/log/";
    NAMED_LIKE_BRANCHES = ["heads", "tags", "remotes"].map((kind) => `^refs/${kind}/refs/*`);
  }
});

// src/tree/tree-order.ts
function byPath(entries) {
  const isInOrder = entries.every(({ path }, at) => at === 0 || (entries[at - 1]?.path ?? "") <= path);
  return isInOrder ? entries : [...entries].sort((one, other) => one.path < other.path ? -1 : 1);
}
var init_tree_order = __esm({
  "src/tree/tree-order.ts"() {
    "use strict";
  }
});

// src/adapters/git/tree-listing.ts
async function listTree(repository, commit, signal) {
  const sizes = repository.isPartial ? [] : ["-l"];
  const args = ["ls-tree", "-r", ...sizes, "-z", "--full-tree", checkedSha(commit)];
  const bytes = await repository.plumb({ args }, signal);
  return byPath(await inTurns2(eachInSteps(rowsOf(bytes), entryOf), signal));
}
function* rowsOf(bytes) {
  let at = 0;
  for (const text2 of recordsOf(bytes)) {
    const to = bytes.indexOf(0, at);
    const isUtf8 = !text2.includes("�") || Buffer.from(text2).equals(bytes.subarray(at, to));
    yield { text: isUtf8 ? text2 : escaped(bytes.subarray(at, to)), isUtf8 };
    at = to + 1;
  }
}
function escaped(bytes) {
  return bytes.toString("latin1").replace(/[^ -~\t]/g, (byte) => {
    return `\\x${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
  });
}
function entryOf({ text: row, isUtf8 }) {
  const tab = row.indexOf("	");
  if (tab < 0) return null;
  const [mode = "", type, blob = "", size = null] = row.slice(0, tab).split(/ +/);
  return {
    path: row.slice(tab + 1),
    blob,
    kind: isUtf8 ? kindOf(mode) : "unnameable",
    size: type === "commit" ? 0 : size === null ? null : Number(size)
  };
}
function kindOf(mode) {
  if (mode === "100755") return "executable";
  if (mode === "120000") return "symlink";
  return mode === "160000" ? "submodule" : "file";
}
var KEPT2, TreeListings;
var init_tree_listing = __esm({
  "src/adapters/git/tree-listing.ts"() {
    "use strict";
    init_steps();
    init_tree_order();
    init_in_turns();
    init_stored_tree();
    KEPT2 = 3;
    TreeListings = class {
      #repository;
      #kept = /* @__PURE__ */ new Map();
      constructor(repository) {
        this.#repository = repository;
      }
      async of(commit, signal) {
        const entries = this.#kept.get(commit) ?? await listTree(this.#repository, commit, signal);
        this.#kept.delete(commit);
        this.#kept.set(commit, entries);
        for (const old of [...this.#kept.keys()].slice(0, -KEPT2)) this.#kept.delete(old);
        return entries;
      }
    };
  }
});

// src/adapters/git/disk.ts
import { lstat, mkdir, open, rename, rm } from "node:fs/promises";
import { join as join5 } from "node:path";
function openDisk(folder) {
  return {
    write: (path, file) => writeFile(folder, path, file),
    remove: (path) => removeFile(folder, path)
  };
}
async function writeFile(folder, path, file) {
  await makeParents(folder, path);
  const full = join5(folder, path);
  const fresh = `${full}.wakeful-new`;
  await rm(fresh, { recursive: true, force: true });
  const target = await open(fresh, "wx", file.mode === "100755" ? 493 : 420);
  try {
    await target.writeFile(file.bytes);
  } finally {
    await target.close();
  }
  if (await kindAt(full) === "folder") await rm(full, { recursive: true });
  await rename(fresh, full);
}
async function removeFile(folder, path) {
  for (const parent of parentsOf(path)) if (await kindAt(join5(folder, parent)) !== "folder") return;
  await rm(join5(folder, path), { recursive: true, force: true });
}
async function makeParents(folder, path) {
  for (const parent of parentsOf(path)) {
    const full = join5(folder, parent);
    const kind = await kindAt(full);
    if (kind === "folder") continue;
    await rm(full, { force: true });
    await mkdir(full);
  }
}
function parentsOf(path) {
  const parts = path.split("/");
  return parts.slice(1).map((_, at) => parts.slice(0, at + 1).join("/"));
}
async function kindAt(full) {
  const found = await lstat(full).catch(() => null);
  if (found === null) return "missing";
  if (found.isSymbolicLink()) return "symlink";
  if (found.isDirectory()) return "folder";
  return found.isFile() ? "file" : "other";
}
var init_disk = __esm({
  "src/adapters/git/disk.ts"() {
    "use strict";
  }
});

// src/adapters/git/remove-folder.ts
var remove_folder_exports = {};
__export(remove_folder_exports, {
  copyFolder: () => copyFolder,
  removeFolder: () => removeFolder
});
import { execFile } from "node:child_process";
import { mkdir as mkdir2, rm as rm2 } from "node:fs/promises";
import { promisify } from "node:util";
async function removeFolder(folder) {
  try {
    await rm2(folder, { recursive: true, force: true, maxRetries: 3 });
  } catch {
    await run("chmod", ["-R", "u+rwX", "--", folder], OPTIONS).catch(() => {
    });
    await run("rm", ["-rf", "--", folder], OPTIONS);
  }
}
async function copyFolder(from, to, signal) {
  await mkdir2(to, { recursive: true });
  await run("cp", ["-a", "--reflink=auto", `${from}/.`, to], { env: OPTIONS.env, signal });
}
var run, OPTIONS;
var init_remove_folder = __esm({
  "src/adapters/git/remove-folder.ts"() {
    "use strict";
    run = promisify(execFile);
    OPTIONS = { env: { PATH: "/usr/bin:/bin" }, timeout: 6e4 };
  }
});

// src/adapters/git/work-folders.ts
import { mkdir as mkdir3, writeFile as writeFile2 } from "node:fs/promises";
import { join as join6 } from "node:path";
var WorkFolders, count4, CopiedFiles;
var init_work_folders = __esm({
  "src/adapters/git/work-folders.ts"() {
    "use strict";
    init_disk();
    init_on_demand();
    init_remove_folder();
    WorkFolders = class {
      #repository;
      #listings;
      #idle = [];
      /** What `setup` has left, by name. */
      #kept = /* @__PURE__ */ new Map();
      #count = 0;
      constructor(repository, listings) {
        this.#repository = repository;
        this.#listings = listings;
      }
      async take(commit, signal) {
        await this.#fetchContents(commit, signal);
        const used = this.#idle.pop();
        if (used === void 0) return this.#add(commit, signal);
        try {
          return await this.#reuse(used, commit, signal);
        } catch {
          signal.throwIfAborted();
          return this.#replace(used, commit, signal);
        }
      }
      /** A folder in which no command has ever run. */
      async takeFresh(commit, signal) {
        await this.#fetchContents(commit, signal);
        const used = this.#idle.pop();
        return used === void 0 ? this.#add(commit, signal) : this.#replace(used, commit, signal);
      }
      /** Brings a folder that was taken for `untouched` to `commit`, around whatever else lies in it. */
      async layOver(folder, { untouched, commit }, signal) {
        if (untouched === commit) return;
        await this.#fetchContents(commit, signal);
        const differences = ["diff-tree", "-r", "-z", "--no-renames", "--name-only"];
        const paths = async (filter) => this.#repository.plumb(
          { args: [...differences, `--diff-filter=${filter}`, untouched, commit] },
          signal
        );
        const disk = openDisk(folder);
        for (const path of (await paths("D")).toString().split("\0")) if (path !== "") await disk.remove(path);
        const names2 = await paths("d");
        if (names2.length === 0) return;
        const options = [`--git-dir=${this.#administration(folder)}`, `--work-tree=${folder}`];
        const list = ["--pathspec-from-file=-", "--pathspec-file-nul"];
        const args = [...options, "--literal-pathspecs", "checkout", "--force", ...list, commit];
        await this.#repository.plumb({ args, input: names2 }, signal);
      }
      /** The files of `start` with changes over them; `untouched`: a folder of `takeFresh` that is to hold them, null: any. */
      async takeChanged({ untouched, start }, touched, signal) {
        const path = untouched ?? await this.take(start.commit, signal);
        try {
          if (untouched !== null) await this.layOver(path, start, signal);
          const disk = openDisk(path);
          for (const [name, file] of touched) if (file === null) await disk.remove(name);
          for (const [name, file] of touched) if (file !== null) await disk.write(name, file);
          return { path, disk };
        } catch (error) {
          this.giveBack(path);
          throw error;
        }
      }
      /** A new empty folder for a home. */
      async makeHome() {
        this.#count += 1;
        const home = join6(this.#repository.folder, "..", "homes", `${this.#count}`);
        await removeFolder(home);
        await mkdir3(home, { recursive: true });
        return home;
      }
      /** Copies what the folders of a tree hold after `setup`. Copies are made by another program: no link is followed. */
      async keepSetup(name, from, signal) {
        this.#count += 1;
        const place = join6(this.#repository.folder, "..", "setups", `${this.#count}`);
        const kept = { folder: join6(place, "folder"), home: join6(place, "home") };
        await mkdir3(place, { recursive: true });
        for (const part of ["folder", "home"]) await copyFolder(from[part], kept[part], signal);
        await removeFolder(join6(kept.folder, ".git"));
        this.#kept.set(name, kept);
      }
      /** A folder like `takeFresh`, with what was kept under the name. Null: nothing was. */
      async takeSetup(name, { commit, home }, signal) {
        const kept = this.#kept.get(name);
        if (kept === void 0) return null;
        const used = this.#idle.pop();
        if (used !== void 0) await removeFolder(used).catch(() => void 0);
        this.#count += 1;
        const folder = join6(this.#repository.folder, "..", "trees", `${this.#count}`);
        await mkdir3(join6(folder, ".."), { recursive: true });
        const add = ["worktree", "add", "--no-checkout", "--detach", "--force", folder, commit];
        await this.#repository.local(add, signal);
        await copyFolder(kept.folder, folder, signal);
        await copyFolder(kept.home, home, signal);
        return folder;
      }
      /** Whatever lies in it by now. */
      giveBack(folder) {
        this.#idle.push(folder);
      }
      /** A command may need any file, so that all of them are there. */
      async #fetchContents(commit, signal) {
        if (!this.#repository.isPartial) return;
        const entries = await this.#listings.of(commit, signal);
        const contents = entries.filter(({ kind }) => kind !== "submodule").map(({ blob }) => blob);
        await fetchMissing(this.#repository, contents, signal);
      }
      async #add(commit, signal) {
        this.#count += 1;
        const folder = join6(this.#repository.folder, "..", "trees", `${this.#count}`);
        await removeFolder(folder);
        await mkdir3(join6(folder, ".."), { recursive: true });
        return this.#checkOut(folder, commit, signal);
      }
      async #replace(used, commit, signal) {
        try {
          await removeFolder(used);
        } catch {
          return this.#add(commit, signal);
        }
        return this.#checkOut(used, commit, signal);
      }
      async #checkOut(folder, commit, signal) {
        await this.#repository.local(["worktree", "add", "--detach", "--force", folder, commit], signal);
        return folder;
      }
      /** Everything that is not part of the commit goes, ignored files and planted repositories included. */
      async #reuse(folder, commit, signal) {
        const administration = this.#administration(folder);
        const environment3 = { GIT_DIR: administration, GIT_WORK_TREE: folder };
        await removeFolder(join6(folder, ".git"));
        await writeFile2(join6(folder, ".git"), `gitdir: ${administration}
`);
        await this.#repository.local(["reset", "--hard", commit], signal, environment3);
        await this.#repository.local(["clean", "-ffdx"], signal, environment3);
        return folder;
      }
      /** Where git keeps what belongs to the folder; never read from the folder itself. */
      #administration(folder) {
        return join6(this.#repository.folder, "worktrees", folder.slice(folder.lastIndexOf("/") + 1));
      }
    };
    count4 = 0;
    CopiedFiles = class {
      #source;
      #folder;
      /** Of the work tree, when the folder was written; null: it was not. */
      #version = null;
      constructor(source) {
        count4 += 1;
        this.#source = source;
        this.#folder = join6(source.repository.folder, "..", "copied", `${count4}`);
      }
      /** These files as they stand; links and submodules among them are left out. Where nothing has changed, nothing is written again. */
      async of(version, paths, signal) {
        if (version === this.#version) return this.#folder;
        this.#version = null;
        await removeFolder(this.#folder);
        await mkdir3(this.#folder, { recursive: true });
        const disk = openDisk(this.#folder);
        for (const path of paths) {
          const file = await this.#file(path, signal);
          if (file !== null) await disk.write(path, file);
        }
        this.#version = version;
        return this.#folder;
      }
      async remove() {
        if (this.#version !== null) await removeFolder(this.#folder);
        this.#version = null;
      }
      async #file(path, signal) {
        const { files, repository } = this.#source;
        const touched = files.touched.get(path);
        if (touched !== void 0) return touched;
        const entry = files.original(path);
        if (entry?.kind !== "file" && entry?.kind !== "executable") return null;
        const [object2] = await fetching(repository).get([entry.blob], signal);
        if (object2?.type !== "blob") return null;
        return { mode: entry.kind === "executable" ? "100755" : "100644", bytes: object2.bytes };
      }
    };
  }
});

// src/tree/attributes.ts
function attributeFolders(path) {
  const parts = path.split("/").slice(0, -1);
  return ["", ...parts.map((_, at) => `${parts.slice(0, at + 1).join("/")}/`)];
}
function attributesOf(path, files) {
  const values = /* @__PURE__ */ new Map();
  const macros = /* @__PURE__ */ new Map([["binary", ["-diff", "-merge", "-text"]]]);
  for (const { folder, pattern, names: names2 } of files.flatMap(linesOf2)) {
    if (!pattern.startsWith("[attr]")) {
      if (matches2(pattern, path.slice(folder.length))) for (const name of names2) set(values, name, macros);
    } else if (folder === "") macros.set(pattern.slice("[attr]".length), names2);
  }
  return rulesFrom(values);
}
function linesOf2({ folder, text: text2 }) {
  return text2.split(/\r?\n/).map((line) => {
    const [pattern = "", ...names2] = wordsOf2(line);
    return { folder, pattern, names: names2 };
  }).filter(({ pattern }) => pattern !== "" && !pattern.startsWith("#"));
}
function rulesFrom(values) {
  const filter = values.get("filter") ?? null;
  const text2 = values.get("text") ?? null;
  const eol = values.get("eol") ?? null;
  const isText = text2 === true || text2 === "auto" || text2 === null && typeof eol === "string";
  return { filter: typeof filter === "string" ? filter : null, isStoredWithLf: isText };
}
function set(values, word, macros) {
  const [, sign = "", name = "", value] = /^([-!]?)([^=]+)(?:=(.*))?$/.exec(word) ?? [];
  if (name === "") return;
  values.set(name, sign === "-" ? false : sign === "!" ? null : value ?? true);
  if (sign !== "" || value !== void 0) return;
  const rest = new Map([...macros].filter(([other]) => other !== name));
  for (const each of macros.get(name) ?? []) set(values, each, rest);
}
function wordsOf2(line) {
  const quoted2 = /^\s*"((?:[^"\\]|\\.)*)"(.*)$/.exec(line);
  if (quoted2 === null) return line.trim().split(/\s+/);
  const pattern = (quoted2[1] ?? "").replace(/\\(.)/g, "$1");
  return [pattern, ...(quoted2[2] ?? "").trim().split(/\s+/)];
}
function matches2(pattern, path) {
  if (pattern.endsWith("/")) return false;
  const isOfPath = pattern.includes("/");
  const subject = isOfPath ? path : path.slice(path.lastIndexOf("/") + 1);
  const source = sourceOf(pattern.replace(/^\//, ""));
  return source !== null && new RegExp(`^${source}$`, "s").test(subject);
}
function sourceOf(pattern) {
  const parts = /(^|\/)\*\*\/|\/\*\*$|\*+|\?|\[[!^]?\]?[^\]]*\]|\\.|[\s\S]/g;
  const source = pattern.replace(parts, (part, before) => {
    if (part.endsWith("**/")) return `${before ?? ""}(?:.*/)?`;
    if (part === "/**") return "/.*";
    if (part.startsWith("*")) return "[^/]*";
    if (part === "?") return "[^/]";
    if (part.length > 1 && part.startsWith("[")) return classOf(part);
    return (part.length > 1 ? part.slice(1) : part).replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
  });
  try {
    new RegExp(source, "s");
    return source;
  } catch {
    return null;
  }
}
function classOf(part) {
  const [, not = "", inside = ""] = /^\[([!^]?)(.*)\]$/s.exec(part) ?? [];
  return `(?!/)[${not === "" ? "" : "^"}${inside.replace(/[[\]\\]/g, "\\$&")}]`;
}
function storedText(text2, { isStoredWithLf }, before) {
  return isStoredWithLf && !before.hasCrLf ? text2.replaceAll("\r\n", "\n") : text2;
}
var ATTRIBUTES_FILE;
var init_attributes = __esm({
  "src/tree/attributes.ts"() {
    "use strict";
    ATTRIBUTES_FILE = ".gitattributes";
  }
});

// src/tree/file-content.ts
function classify(bytes) {
  const decoded = decodeText(bytes);
  if (decoded === null) return { kind: "binary", bytes: bytes.length };
  const { text: text2, encoding } = decoded;
  if (isLfsPointer(text2)) return { kind: "lfs_pointer" };
  return encoding === "utf-8" ? { kind: "text", text: text2 } : { kind: "text", text: text2, encoding };
}
var init_file_content = __esm({
  "src/tree/file-content.ts"() {
    "use strict";
    init_lfs();
    init_text_encoding();
  }
});

// node_modules/@noble/hashes/legacy.js
var SHA1_IV, SHA1_W, _SHA1, sha1;
var init_legacy = __esm({
  "node_modules/@noble/hashes/legacy.js"() {
    init_md();
    init_utils();
    SHA1_IV = /* @__PURE__ */ Uint32Array.from([
      1732584193,
      4023233417,
      2562383102,
      271733878,
      3285377520
    ]);
    SHA1_W = /* @__PURE__ */ new Uint32Array(80);
    _SHA1 = class extends HashMD {
      A = SHA1_IV[0] | 0;
      B = SHA1_IV[1] | 0;
      C = SHA1_IV[2] | 0;
      D = SHA1_IV[3] | 0;
      E = SHA1_IV[4] | 0;
      constructor() {
        super(64, 20, 8, false);
      }
      get() {
        const { A, B, C, D, E } = this;
        return [A, B, C, D, E];
      }
      set(A, B, C, D, E) {
        this.A = A | 0;
        this.B = B | 0;
        this.C = C | 0;
        this.D = D | 0;
        this.E = E | 0;
      }
      _cloneInto(to) {
        (to ||= new this.constructor()).set(...this.get());
        return this._cloneIntoMeta(to);
      }
      process(view, offset) {
        for (let i = 0; i < 16; i++, offset += 4)
          SHA1_W[i] = view.getUint32(offset, false);
        for (let i = 16; i < 80; i++)
          SHA1_W[i] = rotl(SHA1_W[i - 3] ^ SHA1_W[i - 8] ^ SHA1_W[i - 14] ^ SHA1_W[i - 16], 1);
        let { A, B, C, D, E } = this;
        for (let i = 0; i < 80; i++) {
          let F, K;
          if (i < 20) {
            F = Chi(B, C, D);
            K = 1518500249;
          } else if (i < 40) {
            F = B ^ C ^ D;
            K = 1859775393;
          } else if (i < 60) {
            F = Maj(B, C, D);
            K = 2400959708;
          } else {
            F = B ^ C ^ D;
            K = 3395469782;
          }
          const T = rotl(A, 5) + F + E + K + SHA1_W[i] | 0;
          E = D;
          D = C;
          C = rotl(B, 30);
          B = A;
          A = T;
        }
        A = A + this.A | 0;
        B = B + this.B | 0;
        C = C + this.C | 0;
        D = D + this.D | 0;
        E = E + this.E | 0;
        this.set(A, B, C, D, E);
      }
      roundClean() {
        clean(SHA1_W);
      }
      destroy() {
        this.destroyed = true;
        this.set(0, 0, 0, 0, 0);
        clean(this.buffer);
      }
    };
    sha1 = /* @__PURE__ */ createHasher(() => new _SHA1());
  }
});

// src/tree/blob-id.ts
function blobId(bytes, hash) {
  const hashOf = hash === "sha1" ? sha1 : sha256;
  return hex(
    hashOf.create().update(utf8Bytes(`blob ${bytes.length}\0`)).update(bytes).digest()
  );
}
var init_blob_id = __esm({
  "src/tree/blob-id.ts"() {
    "use strict";
    init_legacy();
    init_sha2();
    init_bytes();
  }
});

// src/tree/overlay.ts
var Overlay;
var init_overlay = __esm({
  "src/tree/overlay.ts"() {
    "use strict";
    init_text_encoding();
    init_blob_id();
    init_plain_path();
    init_tree_order();
    Overlay = class {
      touched = /* @__PURE__ */ new Map();
      #inOrder;
      #original;
      /** Of what was written; a blob's id takes as long as its text is. */
      #ids = /* @__PURE__ */ new WeakMap();
      #hash;
      /** `entries`: sorted by path. */
      constructor(start, entries) {
        this.#inOrder = entries;
        this.#original = new Map(entries.map((entry) => [entry.path, entry]));
        this.#hash = start.length === 64 ? "sha256" : "sha1";
      }
      /** The few files that were touched are put in among the others, which are in order already. */
      list() {
        if (this.touched.size === 0) return this.#inOrder;
        const written = [...this.touched].flatMap(
          ([path, file]) => file === null ? [] : [this.#entry(path, file)]
        );
        const own = byPath(written);
        const list = [];
        let next = 0;
        for (const entry of this.#inOrder) {
          if (this.touched.has(entry.path)) continue;
          for (let mine = own[next]; mine !== void 0 && mine.path < entry.path; mine = own[next]) {
            list.push(mine);
            next += 1;
          }
          list.push(entry);
        }
        return [...list, ...own.slice(next)];
      }
      /** As in the commit; undefined: not in it. */
      original(path) {
        return this.#original.get(path);
      }
      has(path) {
        const touched = this.touched.get(path);
        return touched === void 0 ? this.#original.has(path) : touched !== null;
      }
      /** The file that `write` would make. Fails where a file is in the way of a folder, or a folder of the file. */
      fileFor(path, text2, encoding = "utf-8") {
        this.#refuseConflict(checkedPath(path));
        const bytes = encodeText(text2, encoding);
        if (bytes === null) throw new Error(`${path} has a character that ${encoding} cannot hold.`);
        const mode = this.#original.get(path)?.kind === "executable" ? "100755" : "100644";
        return { mode, bytes };
      }
      #refuseConflict(path) {
        const parts = path.split("/");
        const above = parts.map((_, at) => parts.slice(0, at).join("/")).slice(1);
        const file = above.find((parent) => this.has(parent));
        if (file !== void 0) throw new Error(`Cannot write ${path}: ${file} is a file, not a folder.`);
        const below = this.list().find((other) => other.path.startsWith(`${path}/`))?.path;
        if (below !== void 0) throw new Error(`Cannot write ${path}: it is a folder that holds ${below}.`);
      }
      #entry(path, file) {
        const kind = file.mode === "100755" ? "executable" : "file";
        const blob = this.#ids.get(file) ?? blobId(file.bytes, this.#hash);
        this.#ids.set(file, blob);
        return { path, blob, kind, size: file.bytes.length };
      }
    };
  }
});

// src/adapters/git/command-home.ts
var CommandHome;
var init_command_home = __esm({
  "src/adapters/git/command-home.ts"() {
    "use strict";
    init_remove_folder();
    CommandHome = class {
      #folders;
      /** Null: no command has needed one. */
      #made = null;
      constructor(folders) {
        this.#folders = folders;
      }
      path() {
        this.#made ??= this.#folders.makeHome();
        return this.#made;
      }
      /** What cannot be copied, such as a folder that is locked, is made anew for the next item. */
      async keep(name, folder, signal) {
        await this.#folders.keepSetup(name, { folder, home: await this.path() }, signal).catch(() => void 0);
        signal.throwIfAborted();
      }
      /** The folder that holds what was kept, as this home does. Null: nothing was kept. */
      async take(name, commit, signal) {
        const target = { commit, home: await this.path() };
        const folder = await this.#folders.takeSetup(name, target, signal).catch(() => null);
        signal.throwIfAborted();
        if (folder === null) await this.remove();
        return folder;
      }
      /** What commands have left there may not be removable. Then it stays, and nobody uses it again. */
      async remove() {
        const home = await this.#made?.catch(() => null);
        this.#made = null;
        if (home != null) await removeFolder(home).catch(() => void 0);
      }
    };
  }
});

// src/adapters/git/work-tree.ts
async function openWorkTree(places, start, signal) {
  const entries = await places.listings.of(checkedSha(start.commit), signal);
  return new LazyTree({ ...places, signal }, start, entries);
}
var NOBODY2, MOST_TEXT_BYTES, LazyTree;
var init_work_tree = __esm({
  "src/adapters/git/work-tree.ts"() {
    "use strict";
    init_masked();
    init_attributes();
    init_file_content();
    init_overlay();
    init_plain_path();
    init_command_home();
    init_compare_commits();
    init_make_commit();
    init_on_demand();
    init_stored_tree();
    init_work_folders();
    NOBODY2 = { name: fixed("nobody"), email: fixed("nobody@localhost"), time: 0 };
    MOST_TEXT_BYTES = 2e6;
    LazyTree = class {
      #places;
      #start;
      #files;
      /** Null: no command has needed one. */
      #folder = null;
      /** Null: no command with the network has needed one, or the files of the tree lie in it by now. */
      #untouched = null;
      #diff = null;
      /** Rises with each change. */
      #version = 0;
      #copied;
      #home;
      constructor(places, start, entries) {
        this.#places = places;
        this.#start = start;
        this.#files = new Overlay(start.commit, entries);
        this.#home = new CommandHome(places.folders);
        this.#copied = new CopiedFiles({ repository: places.repository, files: this.#files });
      }
      async untouchedFolder(signal) {
        if (this.#folder !== null) throw new Error("The folder holds more than the default branch by now.");
        const made = this.#untouched ?? this.#places.folders.takeFresh(this.#start.untouched, signal);
        this.#untouched = made;
        try {
          return await made;
        } catch (error) {
          if (this.#untouched === made) this.#untouched = null;
          throw error;
        }
      }
      async folder(signal) {
        const made = this.#folder ?? this.#makeFolder(signal);
        this.#folder = made;
        try {
          return (await made).path;
        } catch (error) {
          if (this.#folder === made) this.#folder = null;
          throw error;
        }
      }
      home() {
        return this.#home.path();
      }
      async keepSetup(name, signal) {
        await this.#home.keep(this.#setupName(name), await this.untouchedFolder(signal), signal);
      }
      async takeSetup(name, signal) {
        if (this.#folder !== null || this.#untouched !== null) return false;
        const folder = await this.#home.take(this.#setupName(name), this.#start.untouched, signal);
        this.#untouched = folder === null ? null : Promise.resolve(folder);
        return folder !== null;
      }
      #setupName(name) {
        return `${this.#start.untouched} ${name}`;
      }
      async copied(paths, signal) {
        if (paths === null) {
          const history = await this.#places.copy.of(this.#start.untouched, signal);
          return { folder: await this.folder(signal), history, home: await this.home() };
        }
        await this.fetchContents(paths, signal);
        return { folder: await this.#copied.of(this.#version, paths, signal), history: null, home: null };
      }
      async list() {
        return this.#files.list();
      }
      async read(path) {
        if (!isPlainPath(path)) return { kind: "missing" };
        const touched = this.#files.touched.get(path);
        if (touched !== void 0) return touched === null ? { kind: "missing" } : classify(touched.bytes);
        const entry = this.#files.original(path);
        if (entry === void 0) return { kind: "missing" };
        if (entry.kind === "symlink" || entry.kind === "submodule") return { kind: entry.kind };
        if (entry.size !== null && entry.size > MOST_TEXT_BYTES) return { kind: "binary", bytes: entry.size };
        const { repository, signal } = this.#places;
        const [object2] = await fetching(repository, signal).get([entry.blob], new AbortController().signal);
        if (object2?.type !== "blob")
          throw new Error(`The file ${path} of ${this.#start.commit} has not been fetched.`);
        const { bytes } = object2;
        return bytes.length > MOST_TEXT_BYTES ? { kind: "binary", bytes: bytes.length } : classify(bytes);
      }
      async fetchContents(paths, signal) {
        const { repository } = this.#places;
        if (!repository.isPartial) return;
        const entries = paths.flatMap((path) => this.#files.original(path) ?? []);
        const contents = entries.filter(({ kind }) => kind !== "submodule").map(({ blob }) => blob);
        await fetchMissing(repository, contents, signal);
      }
      async write(path, text2, encoding) {
        const file = this.#files.fileFor(path, await this.#stored(path, text2), encoding);
        if (this.#folder !== null) await (await this.#folder).disk.write(path, file);
        this.#files.touched.set(path, file);
        this.#changed();
      }
      async filterOf(path) {
        return (await this.#attributes(path)).filter;
      }
      async remove(path) {
        if (!this.#files.has(checkedPath(path))) return;
        if (this.#folder !== null) await (await this.#folder).disk.remove(path);
        this.#files.touched.set(path, null);
        this.#changed();
      }
      #changed() {
        this.#diff = null;
        this.#version += 1;
      }
      async diff(signal) {
        const diff = this.#diff ?? await this.#compare(signal);
        this.#diff = diff;
        return diff;
      }
      async commit(message, author, signal) {
        if (this.#files.touched.size === 0) return null;
        const commit = await this.#make(message, author, signal);
        const names2 = [`${commit}^{tree}`, `${this.#start.commit}^{tree}`];
        const [made, started] = await this.#places.repository.objects.get(names2, signal);
        return made?.id === started?.id ? null : commit;
      }
      async close() {
        const untouched = await this.#untouched?.catch(() => null);
        const made = await this.#folder?.catch(() => null);
        this.#untouched = null;
        this.#folder = null;
        await this.#copied.remove();
        await this.#home.remove();
        const path = made?.path ?? untouched ?? null;
        if (path !== null) this.#places.folders.giveBack(path);
      }
      async #stored(path, text2) {
        const rules = await this.#attributes(path);
        if (!rules.isStoredWithLf || !text2.includes("\r\n")) return text2;
        const before = await this.read(path);
        return storedText(text2, rules, { hasCrLf: before.kind === "text" && before.text.includes("\r\n") });
      }
      /** No draft can change attributes, so that those of the start hold. */
      async #attributes(path) {
        const files = [];
        for (const folder of attributeFolders(path)) {
          const found = this.#files.original(`${folder}${ATTRIBUTES_FILE}`);
          const content = found === void 0 ? null : await this.read(found.path);
          if (content?.kind === "text") files.push({ folder, text: content.text });
        }
        return attributesOf(path, files);
      }
      async #makeFolder(signal) {
        const untouched = await this.#untouched;
        this.#untouched = null;
        return this.#places.folders.takeChanged({ untouched, start: this.#start }, this.#files.touched, signal);
      }
      async #compare(signal) {
        const { base, commit } = this.#start;
        const untouched = this.#files.touched.size === 0;
        if (untouched && base === commit) return NO_DIFFERENCE;
        const now = untouched ? commit : await this.#make("", NOBODY2, signal);
        return compareCommits(this.#places.repository, { from: base, to: now }, signal);
      }
      #make(message, author, signal) {
        const change = { parent: this.#start.commit, files: this.#files.touched, message, author };
        return makeCommit(this.#places.repository, change, signal);
      }
    };
  }
});

// src/adapters/git/workspace.ts
var workspace_exports = {};
__export(workspace_exports, {
  openWorkspace: () => openWorkspace
});
function openWorkspace(repository) {
  const history = new History(repository.options);
  const listings = new TreeListings(repository);
  const folders = new WorkFolders(repository, listings);
  const copy = new CopiedHistory(repository.options);
  return {
    fetchBranch: (branch, signal) => fetchOne(repository, { branch, scope: "without_contents" }, signal),
    fetchCommit: (commit, signal) => fetchCommit(repository, commit, signal),
    fetchCommits: (commits, signal) => fetchCommits(repository, commits, signal),
    files: (commit, signal) => listings.of(commit, signal),
    commitAt: (tip, time, signal) => commitAt({ repository, history }, { tip, time }, signal),
    history: (range, signal) => commitsOf({ repository, history }, range, signal),
    newest: async (tip, signal) => inWindow(await history.newest(tip, signal), /* @__PURE__ */ new Set()).toReversed(),
    changedPaths: (from, to, signal) => changedPaths({ repository, listings }, { from, to }, signal),
    merge: (sides, signal) => mergeCommits(repository, sides, signal),
    open: (start, signal) => openWorkTree({ repository, folders, listings, copy }, start, signal),
    close: () => history.close()
  };
}
function fetchCommit(repository, commit, signal) {
  return fetchCommits(repository, [commit], signal);
}
async function fetchCommits(repository, commits, signal) {
  const objects = await repository.objects.get(commits.map(checkedSha), signal);
  const missing = new Set(commits.filter((_, n) => objects[n]?.type !== "commit"));
  if (missing.size === 0) return true;
  try {
    const refspecs = [...missing].map((commit) => `+${commit}:refs/kept/${commit}`);
    await repository.fetch({ args: ["--depth=1", "origin", ...refspecs], scope: "without_contents" }, signal);
    return true;
  } catch (error) {
    if (isGone(error)) return false;
    throw repository.halt(error);
  }
}
async function timeOf(repository, commit, signal) {
  if (!await fetchCommit(repository, commit, signal)) return null;
  const [object2] = await repository.objects.get([commit], signal);
  return object2?.type === "commit" ? commitTime(object2.bytes.toString("utf8")) : null;
}
async function commitAt(sources, question, signal) {
  const tipTime = await timeOf(sources.repository, question.tip, signal);
  if (tipTime === null) return null;
  if (tipTime <= question.time) return question.tip;
  return sources.history.before(question.tip, question.time, signal);
}
async function commitsOf(sources, range, signal) {
  const tipTime = await timeOf(sources.repository, range.tip, signal);
  if (tipTime === null || range.tip === range.from) return [];
  const pair = range.from === null ? null : await sources.history.between(range.from, range.tip, signal);
  if (pair !== null) return inWindow(pair, /* @__PURE__ */ new Set()).slice(0, range.limit);
  if (tipTime <= range.since) return [];
  const since = range.since + 1;
  const commits = await sources.history.since(range.tip, since, signal);
  if (range.from === null) return inWindow(commits, /* @__PURE__ */ new Set()).slice(0, range.limit);
  const known = await beside(sources, { from: range.from, since }, signal);
  return inWindow(commits, reachable(known, range.from)).slice(0, range.limit);
}
async function beside(sources, question, signal) {
  const time = await timeOf(sources.repository, question.from, signal);
  if (time === null || time < question.since) return [];
  return sources.history.since(question.from, question.since, signal);
}
async function changedPaths({ repository, listings }, pair, signal) {
  if (!await fetchCommit(repository, pair.to, signal))
    throw new Error(`The remote has no commit ${pair.to}.`);
  if (!await fetchCommit(repository, pair.from, signal)) {
    return pathsOf(await listings.of(pair.to, signal));
  }
  const args = [
    "diff-tree",
    "-r",
    "-z",
    "--name-only",
    "--no-renames",
    "--diff-filter=d",
    pair.from,
    pair.to
  ];
  const names2 = recordsOf(await repository.plumb({ args }, signal));
  return (await inTurns2(
    eachInSteps(names2, (name) => name),
    signal
  )).sort();
}
function pathsOf(entries) {
  return entries.map((entry) => entry.path);
}
var init_workspace = __esm({
  "src/adapters/git/workspace.ts"() {
    "use strict";
    init_steps();
    init_commit_log();
    init_history();
    init_in_turns();
    init_merge_commits();
    init_state_branch();
    init_stored_tree();
    init_tree_listing();
    init_work_folders();
    init_work_tree();
  }
});

// src/adapters/git/lazy-workspace.ts
function lazyWorkspace(repository) {
  let opened2 = null;
  const open2 = () => {
    opened2 ??= Promise.resolve().then(() => (init_workspace(), __toCommonJS(workspace_exports))).then((module) => module.openWorkspace(repository));
    return opened2;
  };
  return {
    fetchBranch: async (branch, signal) => (await open2()).fetchBranch(branch, signal),
    fetchCommit: async (commit, signal) => (await open2()).fetchCommit(commit, signal),
    fetchCommits: async (commits, signal) => (await open2()).fetchCommits(commits, signal),
    files: async (commit, signal) => (await open2()).files(commit, signal),
    commitAt: async (tip, time, signal) => (await open2()).commitAt(tip, time, signal),
    history: async (range, signal) => (await open2()).history(range, signal),
    newest: async (tip, signal) => (await open2()).newest(tip, signal),
    changedPaths: async (from, to, signal) => (await open2()).changedPaths(from, to, signal),
    merge: async (sides, signal) => (await open2()).merge(sides, signal),
    open: async (start, signal) => (await open2()).open(start, signal),
    close: async () => (await opened2)?.close()
  };
}
var init_lazy_workspace = __esm({
  "src/adapters/git/lazy-workspace.ts"() {
    "use strict";
  }
});

// src/adapters/git/git-world.ts
import { rmSync as rmSync2 } from "node:fs";
import { join as join7, resolve } from "node:path";
async function openGitWorld(options) {
  const parts = ["repository.git", "history.git", "trees"].map((name) => join7(resolve(options.folder), name));
  const clear = async () => {
    for (const part of parts) {
      try {
        rmSync2(part, { recursive: true, force: true, maxRetries: 3 });
      } catch {
        const { removeFolder: removeFolder2 } = await Promise.resolve().then(() => (init_remove_folder(), __toCommonJS(remove_folder_exports)));
        await removeFolder2(part);
      }
    }
  };
  await clear();
  const repository = await openRepository({
    ...options,
    folder: join7(resolve(options.folder), "repository.git")
  });
  const names2 = {
    stateBranch: options.stateBranch === void 0 ? "wakeful-state" : options.stateBranch,
    defaultBranch: options.defaultBranch ?? null
  };
  const workspace = lazyWorkspace(repository);
  const close = async () => {
    repository.close();
    await workspace.close();
    await clear();
  };
  return { state: openStateStore(repository, names2), workspace, close };
}
var init_git_world = __esm({
  "src/adapters/git/git-world.ts"() {
    "use strict";
    init_lazy_workspace();
    init_repository();
    init_state_branch();
  }
});

// src/commands/worlds/open-world.ts
import { rm as rm3 } from "node:fs/promises";
async function openWorld(options, ports) {
  const git = await openGitWorld(options);
  const { state, workspace } = git;
  const close = async () => {
    await git.close().catch(() => void 0);
    await rm3(options.folder, { recursive: true, force: true, maxRetries: 3 }).catch(() => void 0);
  };
  return { world: { ...ports, random: systemRandom(), state, workspace }, close };
}
var init_open_world = __esm({
  "src/commands/worlds/open-world.ts"() {
    "use strict";
    init_git_world();
    init_runner();
  }
});

// src/commands/worlds/live-world.ts
import { mkdtemp } from "node:fs/promises";
import { tmpdir as tmpdir2 } from "node:os";
import { join as join8 } from "node:path";
async function openLiveWorld(live, dependencies) {
  const folder = await mkdtemp(join8(dependencies.temp ?? tmpdir2(), "wakeful-"));
  const environment3 = childEnvironment();
  const clock = systemClock({ offsetMs: 0 });
  const { serverUrl, repository, token, draftToken, defaultBranch, kilobytes } = live;
  const { github, issues, subjects, control } = openGitHub({ ...live, actor: null, clock });
  const opened2 = await openWorld(
    {
      folder,
      remote: `${serverUrl}/${repository}.git`,
      extraHeader: tokenHeader(draftToken ?? token),
      environment: environment3,
      stateBranch: null,
      defaultBranch,
      isWhole: kilobytes !== null && kilobytes <= SMALL_KILOBYTES
    },
    {
      clock,
      log: dependencies.log,
      sandbox: openSandbox({ clock, environment: environment3, path: environment3["PATH"] ?? "" }),
      github,
      issues,
      subjects,
      model: createOpenAiModels({ key: dependencies.openaiKey })
    }
  );
  return { ...opened2, control };
}
var SMALL_KILOBYTES;
var init_live_world = __esm({
  "src/commands/worlds/live-world.ts"() {
    "use strict";
    init_git_environment();
    init_open_github();
    init_openai_model();
    init_runner();
    init_sandbox();
    init_open_world();
    SMALL_KILOBYTES = 5e3;
  }
});

// src/report/words/headline.ts
function headline(outcome) {
  return sentence(headlineWords(outcome));
}
function headlineWords({ ending, goals, problems }) {
  const files = badFiles(problems);
  if (goals.length === 0 && files === "") return endingWords(ending);
  const troubles = [...goalTroubles(goals), ...files === "" ? [] : [files]];
  if (troubles.length === 0) return isGood(ending) ? doneWords(goals) : endingWords(ending);
  const shown = troubles.slice(0, MOST_TROUBLES);
  const more = troubles.length - shown.length;
  const done = goals.some(hasRun) && !isOnlyWaiting(goals, files) ? [workWords(goals)] : [];
  return [...done, ...shown, ...more > 0 ? [`${more} more`] : []].join("; ");
}
function ownDetail({
  ending,
  detail,
  goals
}) {
  const isOfGoal = goals.some((goal) => goal.ending === ending && goal.detail === detail);
  const isPlain2 = sentence(detail) === sentence(endingWords(ending));
  return isOfGoal || isPlain2 ? "" : sentence(detail);
}
function hasRun({ slot, spent }) {
  return slot !== null || spent.calls > 0;
}
function isOnlyWaiting(goals, files) {
  const others = goals.filter((goal) => !isGood(goal.ending));
  return files === "" && others.every((goal) => goal.ending === "waiting_for_draft");
}
function doneWords(goals) {
  const made = madeWords(goals);
  if (made !== "") return `Done: ${made}, 0 problems`;
  return goals.every(({ ending }) => ending === "no_change") ? endingWords("no_change") : `Done: ${count(goals.length, "goal")}, 0 problems`;
}
function workWords(goals) {
  const made = madeWords(goals);
  const ran = `${count(goals.filter(hasRun).length, "goal")} ran`;
  return made === "" ? ran : `${ran}, ${made}`;
}
function madeWords(goals) {
  const drafts = goals.reduce((sum, goal) => sum + goal.drafts.length, 0);
  return drafts === 0 ? "" : `${count(drafts, "draft")} to review`;
}
function goalTroubles(goals) {
  const groups = Map.groupBy(
    goals.filter((goal) => !isGood(goal.ending)),
    ({ ending }) => ending
  );
  return [...groups].toSorted(([a], [b]) => ENDINGS[b].rank - ENDINGS[a].rank).map(
    ([ending, same]) => ending === "waiting_for_draft" ? waitWords(same) : `${names(same)}: ${endingWords(ending)}`
  );
}
function waitWords(goals) {
  const numbers = goals.flatMap(
    ({ drafts }) => drafts.flatMap(({ number: number2 }) => number2 === null ? [] : [`#${number2}`])
  );
  const which = numbers.length === 0 ? "" : `: ${numbers.join(", ")}`;
  return `${count(goals.length, "goal")} ${goals.length === 1 ? "waits" : "wait"} for your review${which}`;
}
function names(goals) {
  if (goals.length > 3) return count(goals.length, "goal");
  return listWords(goals.map(({ goal }) => goal));
}
function badFiles(problems) {
  const files = [...new Set(problems.map(({ file }) => file))];
  if (files.length > 2) return `${count(files.length, "file")} are not valid`;
  return files.length === 0 ? "" : `${listWords(files)} ${files.length === 1 ? "is" : "are"} not valid`;
}
var MOST_TROUBLES;
var init_headline = __esm({
  "src/report/words/headline.ts"() {
    "use strict";
    init_ending();
    init_ending_words();
    init_sentences();
    MOST_TROUBLES = 3;
  }
});

export {
  GITHUB_TEXTS,
  init_github_texts,
  environment,
  environmentSecrets,
  childEnvironment,
  loginName,
  systemClock,
  systemRandom,
  init_runner,
  STOP_NOT_PASSED,
  actionInputProblems,
  notCommentEvent,
  notIssueEdit,
  COMMENT_FORMS,
  commentProblems,
  commentAnswer,
  tokenProblems,
  NO_TRIGGER,
  init_action_problems,
  USAGE_TEXTS,
  OVERVIEW_TEXTS,
  REMOTE_TEXTS,
  COMMAND_TEXTS,
  REHEARSAL_TEXTS,
  TRIGGER_TEXTS,
  init_command_texts,
  UsageError,
  EXIT_NEEDS_PERSON,
  EXIT_WRONG_USE,
  EXIT_CODES_HELP,
  print,
  printAside,
  writeJson,
  init_command,
  watchCancel,
  watchInterrupt,
  init_interrupt,
  localEnvironment,
  tokenPassword,
  init_git_environment,
  emptyResult,
  init_wake_result,
  Deadline,
  init_deadline,
  wake,
  init_wake,
  openGitHub,
  init_open_github,
  createOpenAiModels,
  openai_model_exports,
  init_openai_model,
  openSandbox,
  init_sandbox,
  REMOTE_TEXTS2,
  init_remote_texts,
  spawnGit,
  init_git_process,
  ObjectReader,
  init_object_reader,
  readStored,
  NotFetched,
  init_stored_tree,
  blobId,
  init_blob_id,
  openWorld,
  init_open_world,
  openLiveWorld,
  init_live_world,
  headline,
  headlineWords,
  ownDetail,
  init_headline
};
