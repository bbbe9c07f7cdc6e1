import {
  authorToCheck,
  givenInput,
  init_report_wake,
  init_runner_facts,
  init_runner_world,
  init_trigger,
  openRunnerWorld,
  report_wake_exports,
  runOrder,
  runnerFacts,
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
  COMMAND_TEXTS,
  EXIT_NEEDS_PERSON,
  GITHUB_TEXTS,
  STOP_NOT_PASSED,
  actionInputProblems,
  init_action_problems,
  init_command,
  init_command_texts,
  init_git_environment,
  init_github_texts,
  init_interrupt,
  init_runner,
  init_wake,
  systemRandom,
  tokenPassword,
  wake,
  watchCancel
} from "./shared-work-folders.mjs";
import "./shared-sandbox-texts.mjs";
import "./shared-progress.mjs";
import {
  createMask,
  headerSecrets,
  healthCheckSecrets,
  init_address_secrets,
  init_markdown,
  init_mask,
  inlineText,
  secretsIn
} from "./shared-noble-hashes.mjs";
import {
  ENDINGS,
  Halt,
  init_ending
} from "./shared-get-east-asian-width.mjs";
import {
  init_inputs,
  init_nearest_name,
  init_problem,
  nearestName,
  parseMinutes,
  parseModelAddress,
  problemSentence
} from "./shared-inputs.mjs";
import "./shared-plain-http.mjs";
import "./shared-valibot.mjs";
import {
  init_masked,
  masked,
  reshaped
} from "./shared-masked.mjs";
import {
  __esm,
  __export,
  __toCommonJS
} from "./shared-runtime.mjs";

// src/commands/action/wake-trigger.ts
async function wakeTrigger({ inputs, cancel }, cause, control) {
  const { goal, reason, stop } = inputs;
  const author = authorToCheck(cause);
  if (author === null) return triggerOf(cause, { goal, reason, mayWrite: null });
  const isAsked = author !== "outsider" && stop === "";
  const mayWrite = isAsked && await mayWriteHere(control, author.login, cancel);
  return triggerOf(cause, { goal, reason, mayWrite });
}
async function mayWriteHere(control, login, signal) {
  try {
    return ["admin", "write"].includes(await control.permissionOf(login, signal));
  } catch {
    return false;
  }
}
var init_wake_trigger = __esm({
  "src/commands/action/wake-trigger.ts"() {
    "use strict";
    init_trigger();
  }
});

// src/commands/action/wake.ts
var wake_exports = {};
__export(wake_exports, {
  wakeOnRunner: () => wakeOnRunner
});
async function wakeOnRunner(call) {
  const { world, control, cause, said, close } = await openRunnerWorld(call);
  try {
    const trigger = await wakeTrigger(call, cause, control);
    const { model, runGoal, isDeferring } = call.inputs;
    const only = runGoal === null ? {} : { runGoal };
    const order = { ...runOrder(call), ...only, trigger, model, isDeferring };
    const variables = traceVariables();
    const trace = variables === null ? null : (await import("./traces.mjs")).beginTrace(call, { world, does: "work", variables });
    const traced = trace === null ? world : { ...world, model: trace.models(world.model) };
    const [result, { tellWake }] = await Promise.all([wake(traced, order), Promise.resolve().then(() => (init_report_wake(), __toCommonJS(report_wake_exports)))]);
    const code = await tellWake(call, { result, trigger, log: said, now: world.clock.now() });
    await trace?.send(result, trigger);
    return code;
  } finally {
    await close();
  }
}
var init_wake2 = __esm({
  "src/commands/action/wake.ts"() {
    "use strict";
    init_runner_facts();
    init_wake();
    init_runner_world();
    init_wake_trigger();
  }
});

// node_modules/@actions/core/lib/command.js
import * as os from "os";

// node_modules/@actions/core/lib/utils.js
function toCommandValue(input) {
  if (input === null || input === void 0) {
    return "";
  } else if (typeof input === "string" || input instanceof String) {
    return input;
  }
  return JSON.stringify(input);
}
function toCommandProperties(annotationProperties) {
  if (!Object.keys(annotationProperties).length) {
    return {};
  }
  return {
    title: annotationProperties.title,
    file: annotationProperties.file,
    line: annotationProperties.startLine,
    endLine: annotationProperties.endLine,
    col: annotationProperties.startColumn,
    endColumn: annotationProperties.endColumn
  };
}

// node_modules/@actions/core/lib/command.js
function issueCommand(command, properties, message) {
  const cmd = new Command(command, properties, message);
  process.stdout.write(cmd.toString() + os.EOL);
}
var CMD_STRING = "::";
var Command = class {
  constructor(command, properties, message) {
    if (!command) {
      command = "missing.command";
    }
    this.command = command;
    this.properties = properties;
    this.message = message;
  }
  toString() {
    let cmdStr = CMD_STRING + this.command;
    if (this.properties && Object.keys(this.properties).length > 0) {
      cmdStr += " ";
      let first = true;
      for (const key in this.properties) {
        if (this.properties.hasOwnProperty(key)) {
          const val = this.properties[key];
          if (val) {
            if (first) {
              first = false;
            } else {
              cmdStr += ",";
            }
            cmdStr += `${key}=${escapeProperty(val)}`;
          }
        }
      }
    }
    cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
    return cmdStr;
  }
};
function escapeData(s) {
  return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
function escapeProperty(s) {
  return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/:/g, "%3A").replace(/,/g, "%2C");
}

// node_modules/@actions/core/lib/file-command.js
import * as crypto from "crypto";
import * as fs from "fs";
import * as os2 from "os";
function issueFileCommand(command, message) {
  const filePath = process.env[`GITHUB_${command}`];
  if (!filePath) {
    throw new Error(`Unable to find environment variable for file command ${command}`);
  }
  if (!fs.existsSync(filePath)) {
    throw new Error(`Missing file at path: ${filePath}`);
  }
  fs.appendFileSync(filePath, `${toCommandValue(message)}${os2.EOL}`, {
    encoding: "utf8"
  });
}
function prepareKeyValueMessage(key, value) {
  const delimiter = `ghadelimiter_${crypto.randomUUID()}`;
  const convertedValue = toCommandValue(value);
  if (key.includes(delimiter)) {
    throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
  }
  if (convertedValue.includes(delimiter)) {
    throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
  }
  return `${key}<<${delimiter}${os2.EOL}${convertedValue}${os2.EOL}${delimiter}`;
}

// node_modules/@actions/core/lib/core.js
import * as os3 from "os";

// node_modules/@actions/core/lib/summary.js
import { EOL as EOL3 } from "os";
import { constants, promises } from "fs";
var __awaiter = function(thisArg, _arguments, P, generator) {
  function adopt(value) {
    return value instanceof P ? value : new P(function(resolve) {
      resolve(value);
    });
  }
  return new (P || (P = Promise))(function(resolve, reject) {
    function fulfilled(value) {
      try {
        step(generator.next(value));
      } catch (e) {
        reject(e);
      }
    }
    function rejected(value) {
      try {
        step(generator["throw"](value));
      } catch (e) {
        reject(e);
      }
    }
    function step(result) {
      result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
    }
    step((generator = generator.apply(thisArg, _arguments || [])).next());
  });
};
var { access, appendFile, writeFile } = promises;
var SUMMARY_ENV_VAR = "GITHUB_STEP_SUMMARY";
var Summary = class {
  constructor() {
    this._buffer = "";
  }
  /**
   * Finds the summary file path from the environment, rejects if env var is not found or file does not exist
   * Also checks r/w permissions.
   *
   * @returns step summary file path
   */
  filePath() {
    return __awaiter(this, void 0, void 0, function* () {
      if (this._filePath) {
        return this._filePath;
      }
      const pathFromEnv = process.env[SUMMARY_ENV_VAR];
      if (!pathFromEnv) {
        throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
      }
      try {
        yield access(pathFromEnv, constants.R_OK | constants.W_OK);
      } catch (_a) {
        throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
      }
      this._filePath = pathFromEnv;
      return this._filePath;
    });
  }
  /**
   * Wraps content in an HTML tag, adding any HTML attributes
   *
   * @param {string} tag HTML tag to wrap
   * @param {string | null} content content within the tag
   * @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
   *
   * @returns {string} content wrapped in HTML element
   */
  wrap(tag, content, attrs = {}) {
    const htmlAttrs = Object.entries(attrs).map(([key, value]) => ` ${key}="${value}"`).join("");
    if (!content) {
      return `<${tag}${htmlAttrs}>`;
    }
    return `<${tag}${htmlAttrs}>${content}</${tag}>`;
  }
  /**
   * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
   *
   * @param {SummaryWriteOptions} [options] (optional) options for write operation
   *
   * @returns {Promise<Summary>} summary instance
   */
  write(options) {
    return __awaiter(this, void 0, void 0, function* () {
      const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
      const filePath = yield this.filePath();
      const writeFunc = overwrite ? writeFile : appendFile;
      yield writeFunc(filePath, this._buffer, { encoding: "utf8" });
      return this.emptyBuffer();
    });
  }
  /**
   * Clears the summary buffer and wipes the summary file
   *
   * @returns {Summary} summary instance
   */
  clear() {
    return __awaiter(this, void 0, void 0, function* () {
      return this.emptyBuffer().write({ overwrite: true });
    });
  }
  /**
   * Returns the current summary buffer as a string
   *
   * @returns {string} string of summary buffer
   */
  stringify() {
    return this._buffer;
  }
  /**
   * If the summary buffer is empty
   *
   * @returns {boolen} true if the buffer is empty
   */
  isEmptyBuffer() {
    return this._buffer.length === 0;
  }
  /**
   * Resets the summary buffer without writing to summary file
   *
   * @returns {Summary} summary instance
   */
  emptyBuffer() {
    this._buffer = "";
    return this;
  }
  /**
   * Adds raw text to the summary buffer
   *
   * @param {string} text content to add
   * @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
   *
   * @returns {Summary} summary instance
   */
  addRaw(text, addEOL = false) {
    this._buffer += text;
    return addEOL ? this.addEOL() : this;
  }
  /**
   * Adds the operating system-specific end-of-line marker to the buffer
   *
   * @returns {Summary} summary instance
   */
  addEOL() {
    return this.addRaw(EOL3);
  }
  /**
   * Adds an HTML codeblock to the summary buffer
   *
   * @param {string} code content to render within fenced code block
   * @param {string} lang (optional) language to syntax highlight code
   *
   * @returns {Summary} summary instance
   */
  addCodeBlock(code, lang) {
    const attrs = Object.assign({}, lang && { lang });
    const element = this.wrap("pre", this.wrap("code", code), attrs);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML list to the summary buffer
   *
   * @param {string[]} items list of items to render
   * @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
   *
   * @returns {Summary} summary instance
   */
  addList(items, ordered = false) {
    const tag = ordered ? "ol" : "ul";
    const listItems = items.map((item) => this.wrap("li", item)).join("");
    const element = this.wrap(tag, listItems);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML table to the summary buffer
   *
   * @param {SummaryTableCell[]} rows table rows
   *
   * @returns {Summary} summary instance
   */
  addTable(rows) {
    const tableBody = rows.map((row) => {
      const cells = row.map((cell) => {
        if (typeof cell === "string") {
          return this.wrap("td", cell);
        }
        const { header, data, colspan, rowspan } = cell;
        const tag = header ? "th" : "td";
        const attrs = Object.assign(Object.assign({}, colspan && { colspan }), rowspan && { rowspan });
        return this.wrap(tag, data, attrs);
      }).join("");
      return this.wrap("tr", cells);
    }).join("");
    const element = this.wrap("table", tableBody);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds a collapsable HTML details element to the summary buffer
   *
   * @param {string} label text for the closed state
   * @param {string} content collapsable content
   *
   * @returns {Summary} summary instance
   */
  addDetails(label, content) {
    const element = this.wrap("details", this.wrap("summary", label) + content);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML image tag to the summary buffer
   *
   * @param {string} src path to the image you to embed
   * @param {string} alt text description of the image
   * @param {SummaryImageOptions} options (optional) addition image attributes
   *
   * @returns {Summary} summary instance
   */
  addImage(src, alt, options) {
    const { width, height } = options || {};
    const attrs = Object.assign(Object.assign({}, width && { width }), height && { height });
    const element = this.wrap("img", null, Object.assign({ src, alt }, attrs));
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML section heading element
   *
   * @param {string} text heading text
   * @param {number | string} [level=1] (optional) the heading level, default: 1
   *
   * @returns {Summary} summary instance
   */
  addHeading(text, level) {
    const tag = `h${level}`;
    const allowedTag = ["h1", "h2", "h3", "h4", "h5", "h6"].includes(tag) ? tag : "h1";
    const element = this.wrap(allowedTag, text);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML thematic break (<hr>) to the summary buffer
   *
   * @returns {Summary} summary instance
   */
  addSeparator() {
    const element = this.wrap("hr", null);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML line break (<br>) to the summary buffer
   *
   * @returns {Summary} summary instance
   */
  addBreak() {
    const element = this.wrap("br", null);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML blockquote to the summary buffer
   *
   * @param {string} text quote text
   * @param {string} cite (optional) citation url
   *
   * @returns {Summary} summary instance
   */
  addQuote(text, cite) {
    const attrs = Object.assign({}, cite && { cite });
    const element = this.wrap("blockquote", text, attrs);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML anchor tag to the summary buffer
   *
   * @param {string} text link text/content
   * @param {string} href hyperlink
   *
   * @returns {Summary} summary instance
   */
  addLink(text, href) {
    const element = this.wrap("a", text, { href });
    return this.addRaw(element).addEOL();
  }
};
var _summary = new Summary();
var summary = _summary;

// node_modules/@actions/core/lib/core.js
var ExitCode;
(function(ExitCode2) {
  ExitCode2[ExitCode2["Success"] = 0] = "Success";
  ExitCode2[ExitCode2["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
function setSecret(secret) {
  issueCommand("add-mask", {}, secret);
}
function setOutput(name, value) {
  const filePath = process.env["GITHUB_OUTPUT"] || "";
  if (filePath) {
    return issueFileCommand("OUTPUT", prepareKeyValueMessage(name, value));
  }
  process.stdout.write(os3.EOL);
  issueCommand("set-output", { name }, toCommandValue(value));
}
function error(message, properties = {}) {
  issueCommand("error", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function warning(message, properties = {}) {
  issueCommand("warning", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function notice(message, properties = {}) {
  issueCommand("notice", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}

// src/adapters/actions/job.ts
init_masked();
init_github_texts();
function openJob(nonce, mask) {
  const token = mask.identity(`wakeful-${nonce}`);
  let isQuiet = false;
  const print = (line) => {
    process.stdout.write(masked`${line}\n`);
  };
  return {
    print,
    hide: (secret) => setSecret(secret),
    quieten() {
      print(masked`::stop-commands::${token}`);
      isQuiet = true;
    },
    async report({ outputs, summary: text, notes }) {
      if (isQuiet) print(masked`::${token}::`);
      isQuiet = false;
      for (const note of notes) annotate(note);
      const tell = (words) => print(mask.mask(words));
      await attempt(tell, "the outputs", () => {
        for (const [name, value] of Object.entries(outputs)) setOutput(name, value);
      });
      if (process.env["GITHUB_STEP_SUMMARY"] === void 0) return;
      await attempt(tell, "the summary", () => summary.addRaw(text).write());
    }
  };
}
var ANNOTATE = { error, warning, notice };
function annotate({ kind, title, message, place }) {
  const where = place === null ? {} : { file: place.file, startLine: place.line, startColumn: place.column };
  ANNOTATE[kind](message, { title, ...where });
}
async function attempt(tell, what, act) {
  try {
    await act();
  } catch (reason) {
    const words = reason instanceof Error ? reason.message : String(reason);
    tell(GITHUB_TEXTS.notWritten(what, words.replace(/\s+/g, " ")));
  }
}

// src/commands/action/run-action.ts
init_runner_facts();
init_runner();

// src/config/github/action-inputs.ts
init_action_problems();
init_problem();
init_inputs();
init_nearest_name();

// src/config/github/action-registry.ts
init_action_problems();
var ACTION_COMMANDS = ["wake", "request", "watchdog", "preview", "rehearse"];
var ACTION_INPUTS = {
  // GitHub enforces no required input, and hands one that is not passed on as empty, just like a variable that is not
  // set: only a default can tell the two apart.
  stop: { required: true, default: STOP_NOT_PASSED },
  command: { required: false, default: "wake" },
  goal: { required: false, default: null },
  folder: { required: false, default: "." },
  reason: { required: false, default: null },
  "defer-commands": { required: false, default: "false" },
  "run-goal": { required: false, default: null },
  minutes: { required: false, default: "12" },
  "github-token": { required: false, default: "${{ github.token }}" },
  "draft-token": { required: false, default: null },
  "openai-api-key": { required: false, default: null },
  "openai-base-url": { required: false, default: null },
  "openai-model": { required: false, default: null },
  "health-check-url": { required: false, default: null }
};

// src/config/github/action-inputs.ts
function readActionInputs(given2) {
  const problems = [];
  const read = (name, reader) => {
    const reading = reader(given2(name) ?? ACTION_INPUTS[name].default ?? "");
    if (reading.kind === "value") return reading.value;
    problems.push(`${name}: ${problemSentence(reading.problem)}`);
    return null;
  };
  const stop = read("stop", readStop);
  const command = read("command", readCommand);
  const goal = read("goal", optional(readGoal));
  const runGoal = read("run-goal", optional(readGoal));
  const isDeferring = read("defer-commands", readSwitch);
  const minutes = read("minutes", parseMinutes);
  const githubToken = read("github-token", readToken);
  const draftToken = read("draft-token", optional(readToken));
  const baseUrl = read("openai-base-url", optional(parseModelAddress));
  const isComplete = stop !== null && isDeferring !== null && command !== null && minutes !== null && githubToken !== null;
  if (!isComplete || problems.length > 0) return { kind: "problems", problems };
  const text = (name) => (given2(name) ?? "").trim();
  const model = { baseUrl, model: text("openai-model") || null };
  const words = {
    folder: text("folder") || ".",
    reason: text("reason"),
    openaiKey: text("openai-api-key"),
    healthCheck: text("health-check-url")
  };
  return {
    kind: "inputs",
    inputs: { stop, command, goal, runGoal, isDeferring, minutes, githubToken, draftToken, model, ...words }
  };
}
function optional(reader) {
  return (text) => text.trim() === "" ? { kind: "value", value: null } : reader(text.trim());
}
function readStop(text) {
  if (text !== STOP_NOT_PASSED) return { kind: "value", value: text };
  return { kind: "wrong", problem: actionInputProblems.stopNotPassed };
}
function readCommand(text) {
  const command = ACTION_COMMANDS.find((each) => each === text.trim());
  if (command !== void 0) return { kind: "value", value: command };
  const nearest = nearestName(text.trim(), ACTION_COMMANDS);
  return { kind: "wrong", problem: actionInputProblems.notCommand(text, nearest, ACTION_COMMANDS) };
}
function readGoal(text) {
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(text)) return { kind: "value", value: text };
  return { kind: "wrong", problem: actionInputProblems.notGoal(text) };
}
function readSwitch(text) {
  const value = text.trim().toLowerCase() || "false";
  if (value === "true" || value === "false") return { kind: "value", value: value === "true" };
  return { kind: "wrong", problem: actionInputProblems.notSwitch(text) };
}
function readToken(text) {
  const token = text.trim();
  if (token === "") return { kind: "wrong", problem: actionInputProblems.emptyToken };
  if (/^[\x21-\x7E]+$/.test(token)) return { kind: "value", value: token };
  return { kind: "wrong", problem: actionInputProblems.notToken };
}

// src/commands/action/run-action.ts
init_mask();
init_ending();
init_job_log();
init_command_texts();
init_markdown();
init_command();
init_interrupt();
init_say();

// src/commands/action/secrets.ts
init_runner_facts();
init_git_environment();
init_address_secrets();
function givenSecrets() {
  const tokens = [given("github-token"), given("draft-token")].filter((token) => token !== "");
  const ofTokens = tokens.flatMap((token) => [token, tokenPassword(token)]);
  const key = given("openai-api-key");
  const ofAddresses = [
    ...secretsIn(given("openai-base-url")),
    ...healthCheckSecrets(given("health-check-url"))
  ];
  const variables = traceVariables() ?? {};
  const ofTraces = Object.entries(variables).flatMap(([name, value = ""]) => {
    if (name.endsWith("_HEADERS")) return headerSecrets(value);
    return name.endsWith("_ENDPOINT") ? secretsIn(value) : [];
  });
  return [...ofTraces, ...ofTokens, ...key === "" ? [] : [key], ...ofAddresses];
}
function given(name) {
  return givenInput(name)?.trim() ?? "";
}

// src/commands/action/run-action.ts
var RUNS = {
  wake: async () => (await Promise.resolve().then(() => (init_wake2(), __toCommonJS(wake_exports)))).wakeOnRunner,
  request: async () => (await import("./other-commands.mjs")).requestOnRunner,
  watchdog: async () => (await import("./other-commands.mjs")).watchdogOnRunner,
  preview: async () => (await import("./other-commands.mjs")).previewOnRunner,
  rehearse: async () => (await import("./other-commands.mjs")).rehearseOnRunner
};
async function runAction() {
  const secrets = givenSecrets();
  const mask = createMask({ values: secrets, patterns: [] });
  const job = openJob(systemRandom().nonce(), mask);
  for (const secret of secrets) job.hide(secret);
  const start = { job, mask, secrets };
  const reading = readActionInputs(givenInput);
  if (reading.kind === "problems") return refuse(start, "bad_settings", reading.problems);
  try {
    return await runCommand(start, reading.inputs);
  } catch (error2) {
    if (!(error2 instanceof Halt)) throw error2;
    return refuse(start, error2.ending, [error2.detail]);
  }
}
async function runCommand(start, inputs) {
  const facts = runnerFacts();
  const cancel = watchCancel(() => say(start, COMMAND_TEXTS.cancelled));
  start.job.quieten();
  try {
    const run = await RUNS[inputs.command]();
    return await run({ ...start, inputs, facts, cancel: cancel.signal });
  } finally {
    cancel.close();
  }
}
async function refuse(start, ending, problems) {
  const notes = problems.map((problem) => {
    const message = harmlessLine(problem);
    return { kind: "error", title: `Wakeful: ${ending}`, message, place: null };
  });
  const list = problems.map((problem) => `- ${inlineText(start.mask.mask(problem))}`).join("\n");
  await report(start, { notes, summary: `## Wakeful: ${ending}

${list}
`, outputs: { ending } });
  return ENDINGS[ending].exitCode === 0 ? 0 : EXIT_NEEDS_PERSON;
}

// src/action.ts
init_mask();
init_masked();
init_job_log();
try {
  process.exitCode = await runAction();
} catch (error2) {
  const { mask } = createMask({ values: givenSecrets(), patterns: [] });
  const defect = error2 instanceof Error ? error2.stack ?? error2.message : String(error2);
  const lines = `wakeful: a defect in Wakeful itself.
${defect}`.split("\n");
  for (const line of lines) process.stdout.write(masked`${reshaped(mask(line), harmlessLine)}\n`);
  process.exitCode = 1;
}
