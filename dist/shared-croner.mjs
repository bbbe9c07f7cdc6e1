import {
  BRANCH_PREFIX,
  DAY_MS,
  DEAD_WAKES_ALLOWED,
  ENDINGS,
  HOUR_MS,
  Halt,
  MINUTE_MS,
  MOST_EFFECTS,
  MOST_ISSUES,
  NO_SLOTS,
  PAUSED_BY_AGENT,
  STATE_VERSION,
  STOP_VARIABLE,
  WINDOW_ELEMENT,
  asHalt,
  codeSpan,
  count,
  createMask,
  digest,
  draftsInUse,
  dueCell,
  dueTime,
  duration,
  effectSums,
  endingLabel,
  endingUrl,
  endingWords,
  exactTime,
  figure,
  fullStop,
  hiddenMarker,
  init_address_secrets,
  init_checkpoint,
  init_digest,
  init_display_width,
  init_effect_words,
  init_ending,
  init_ending_words,
  init_github_pages,
  init_halt,
  init_item,
  init_labels,
  init_log_list,
  init_markdown,
  init_marker,
  init_mask,
  init_mask_deep,
  init_masked_record,
  init_next_due,
  init_orders,
  init_pause,
  init_sentences,
  init_spent_days,
  init_state,
  init_stop,
  init_time,
  init_work_branch,
  inlineText,
  isBranchOf,
  isDue,
  isInUse,
  isOutage,
  isOwnLabel,
  isSpentOn,
  isoTime,
  issueUrl,
  itemOf,
  itemRecord,
  link,
  listWords,
  logList,
  longTime,
  markerOf,
  maskChanges,
  maskedJson,
  maskedRecord,
  money,
  monthOf,
  newCheckpoint,
  nextDueWords,
  openDrafts,
  openItems,
  pauseGoal,
  plainLine,
  published,
  quotedText,
  readMarker,
  renderWithin,
  resumeGoal,
  secretsIn,
  sentence,
  shortTime,
  stopReason,
  stoppedBy,
  titleText,
  unfinishedOutbox,
  utcDay,
  valueSpan,
  withoutCommand,
  wrapToWidth
} from "./shared-get-east-asian-width.mjs";
import {
  EFFECTS,
  GOAL_NOTES,
  LIMIT_FIELDS,
  LIMIT_NAMES,
  QUEUE_KINDS,
  about,
  compilePattern,
  durationProblem,
  escapePattern,
  globRuleProblem,
  init_about,
  init_config_file,
  init_field_problems,
  init_goal,
  init_goal_notes,
  init_limit_fields,
  init_linear_pattern,
  init_raw_value,
  init_settings_file,
  init_text_rules,
  isDollars,
  isMapping,
  limitEntries,
  linearPatterns,
  makeLimits,
  mapping,
  notRight,
  obeys,
  oneLine,
  opensDrafts,
  readConfigFile,
  settingsInUse,
  someText,
  withModelOverrides
} from "./shared-re2js.mjs";
import {
  SETTINGS_FILE,
  array,
  asFieldValue,
  boolean,
  check,
  compareText,
  cutBetweenWords,
  cutText,
  exactOptional,
  fixed,
  formatDuration,
  init_compare_text,
  init_dist,
  init_inputs,
  init_masked,
  init_nearest_name,
  init_plain_text,
  init_problem,
  init_settings,
  is,
  joinMasked,
  linesOf,
  literal,
  looseObject,
  masked,
  maxLength,
  metadata,
  minLength,
  minValue,
  namesInWords,
  nearestName,
  nullable,
  number,
  onOneLine,
  optional,
  parseDuration,
  picklist,
  pipe,
  printable,
  problemLine,
  problemText,
  record,
  regex,
  safeInteger,
  safeParse,
  show,
  sortProblems,
  strictObject,
  string,
  unknown,
  variant
} from "./shared-valibot.mjs";
import {
  __esm,
  __export,
  __toCommonJS
} from "./shared-runtime.mjs";

// src/report/problems/goal-problems.ts
function refusedGlobProblem(glob2, refused) {
  const message = `\`permissions.write\` has ${show(glob2)}, which`;
  switch (refused.kind) {
    case "by_settings":
      return problemText(
        `${message} \`protected_paths\` in ${SETTINGS_FILE} protects`,
        "remove one of the two"
      );
    case "never":
      return problemText(`${message} no goal may write`, "remove it");
    case "not_named":
      return problemText(
        `${message} reaches only files that other programs run or obey`,
        "name each file without a wildcard, or remove it"
      );
  }
}
function noPrice(name, model) {
  return `but the model ${show(name)} (${model}) has no price in ${SETTINGS_FILE}`;
}
var goalFileProblems, goalProblems;
var init_goal_problems = __esm({
  "src/report/problems/goal-problems.ts"() {
    "use strict";
    init_goal();
    init_settings();
    init_problem();
    goalFileProblems = {
      empty: problemText("the file is empty", "a goal needs at least `title`, `objective` and `schedule`"),
      notYaml: (name) => problemText(`${show(name)} is not a goal file`, "its name must end in .yml"),
      reservedName: (id) => problemText(`${show(id)} cannot be the name of a goal`, "rename the file"),
      nameTooLong: (length, most) => problemText(`the file's name has ${length} characters`, `at most ${most} are possible before .yml`),
      ending: (id) => problemText("the name of a goal file ends in .yml", `rename it to ${id}.yml`),
      notKebabCase: (name, suggested) => problemText(
        `the name ${show(name)} is not kebab-case (small letters, digits and single hyphens)`,
        `rename it to ${suggested === "" ? "e.g. docs-index" : suggested}.yml`
      ),
      misplaced: (goalsFolder, folder) => problemText(
        `a goal file must be in ${goalsFolder}/ itself, not in ${folder}/`,
        `move it to ${goalsFolder}/, or give it another ending`
      ),
      sameId: (id, otherFile) => problemText(
        `the goal "${printable(id)}" is also defined by ${printable(otherFile)}`,
        "rename or remove one of the two files"
      )
    };
    goalProblems = {
      queueKinds: (found) => problemText(
        `\`for_each\` needs exactly one of ${namesInWords(QUEUE_KINDS)}, but has ${found.join(" and ") || "none"}`,
        "write e.g. `files: docs/**/*.md`"
      ),
      changedAlone: problemText("`for_each.changed` has no effect without `files`", "remove it"),
      negatedFiles: problemText(
        "`for_each.files` starts with !, but a single glob that only takes away matches nothing",
        "write which files to go through, e.g. docs/**"
      ),
      ownLabel: (label2) => problemText(
        `\`for_each.issues\` asks for the label ${show(label2)}, which is one of the agent's own`,
        `use a label that only people set; those that start with "wakeful" are the agent's`
      ),
      whenAlone: problemText(
        "`when` needs a queue, but there is no `for_each`",
        "add `for_each`, or remove `when`"
      ),
      onlyNegated: (field) => problemText(
        `\`permissions.${field}\` has only globs that start with !, which take away and allow nothing`,
        'add what is allowed, e.g. "**"'
      ),
      writeWithoutDraft: problemText(
        "`permissions.write` cannot be used, because `effects` does not include draft_pull_request",
        "add draft_pull_request to `effects`, or remove `write`; files change only in drafts"
      ),
      aboveBound: (limit, bound, asked) => problemText(
        `\`limits.${limit}\` must be at most ${bound}, but is ${asked}`,
        `lower it, or raise \`bounds.${limit}\` in ${SETTINGS_FILE}`
      ),
      unknownModel: (name, nearest, known3) => problemText(
        `\`model\` is ${show(name)}, which ${SETTINGS_FILE} does not name`,
        nearest === null ? `it names: ${known3.join(", ")}` : `did you mean "${nearest}"?`
      ),
      limitWithoutPrice: (limit, file, { name, model }) => problemText(
        `\`limits.${limit}\` counts dollars, ${noPrice(name, model)}`,
        `give \`models.${name}.price\` in ${SETTINGS_FILE}, or remove the limit from ${file}`
      ),
      budgetWithoutPrice: ({ name, model }) => problemText(
        `the total budget of ${SETTINGS_FILE} counts dollars, ${noPrice(name, model)}`,
        `give \`models.${name}.price\` there; a model chosen by an environment variable has no price either`
      )
    };
  }
});

// src/core/access/glob-source.ts
function globSource(glob2) {
  const once = glob2.replace(/\/\*\*(?=\/\*\*(?:\/|$))/g, "");
  const rest = /^\*\*(?![/*]|$)/.test(once) ? once.slice(2) : null;
  if (rest !== null) return `.*${sourceOf(rest, { isSegmentStart: false, isSegmentEnd: true })}`;
  return sourceOf(once, { isSegmentStart: true, isSegmentEnd: true });
}
function sourceOf(glob2, around) {
  let source = "";
  for (let at = 0; at < glob2.length; ) {
    const part = partAt(glob2, at, around);
    source += part.source;
    at += part.length;
  }
  return source;
}
function partAt(glob2, at, around) {
  const folders = foldersAt(glob2, at, around);
  if (folders !== null) return folders;
  const stars = /^\*+/.exec(glob2.slice(at))?.[0].length ?? 0;
  if (stars > 0) return starsAt(glob2, { at, stars }, around);
  const char = glob2.charAt(at);
  if (char === "?") return { source: IN_SEGMENT, length: 1 };
  if (char === "\\" && at + 1 < glob2.length) return { source: escapePattern(glob2.charAt(at + 1)), length: 2 };
  const group = char === "[" ? classAt(glob2, at) : char === "{" ? bracesAt(glob2, at, around) : null;
  return group ?? { source: escapePattern(char), length: 1 };
}
function foldersAt(glob2, at, around) {
  const isStart = at === 0 ? around.isSegmentStart : glob2.charAt(at - 1) === "/";
  const before = /^\/\*\*(?=\/|$)/.exec(glob2.slice(at))?.[0];
  if (before !== void 0) {
    const isEnd = at + before.length === glob2.length;
    if (!isEnd) return { source: "(?:/.*)?/", length: before.length + 1 };
    if (around.isSegmentEnd)
      return { source: glob2.charAt(at - 1) === "*" ? "/.*" : "(?:/.*)?", length: before.length };
  }
  const stars = isStart ? /^\*\*(?=\/|$)/.exec(glob2.slice(at))?.[0] : void 0;
  if (stars === void 0) return null;
  if (at + stars.length < glob2.length) return { source: "(?:.*/)?", length: stars.length + 1 };
  return around.isSegmentEnd ? { source: ".*", length: stars.length } : null;
}
function starsAt(glob2, { at, stars }, around) {
  const isStart = at === 0 ? around.isSegmentStart : glob2.charAt(at - 1) === "/";
  const end = at + stars;
  const isEnd = end === glob2.length ? around.isSegmentEnd : glob2.charAt(end) === "/";
  return { source: `${IN_SEGMENT}${isStart && isEnd ? "+" : "*"}`, length: stars };
}
function classAt(glob2, at) {
  const found = /^\[([!^]?)(\]?[^\]]*)\]/.exec(glob2.slice(at));
  const [whole, not, members] = found ?? [];
  if (whole === void 0 || members === void 0 || members === "") return null;
  const source = members.replace(/[\\[\]^&]/g, "\\$&");
  return { source: not === "" ? `[${source}]` : `[^/${source}]`, length: whole.length };
}
function bracesAt(glob2, at, around) {
  const commas = [];
  let depth = 0;
  for (let end = at; end < glob2.length; end++) {
    const char = glob2.charAt(end);
    if (char === "\\") end += 1;
    else if (char === "{") depth += 1;
    else if (char === "," && depth === 1) commas.push(end);
    else if (char === "}") depth -= 1;
    if (depth > 0) continue;
    if (commas.length === 0) return null;
    const edges = [at, ...commas, end];
    const inside = {
      isSegmentStart: at === 0 ? around.isSegmentStart : glob2.charAt(at - 1) === "/",
      isSegmentEnd: end + 1 === glob2.length ? around.isSegmentEnd : glob2.charAt(end + 1) === "/"
    };
    const choices = commas.concat(end).map((to, index) => glob2.slice((edges[index] ?? at) + 1, to));
    return {
      source: `(?:${choices.map((choice) => sourceOf(choice, inside)).join("|")})`,
      length: end + 1 - at
    };
  }
  return null;
}
var IN_SEGMENT;
var init_glob_source = __esm({
  "src/core/access/glob-source.ts"() {
    "use strict";
    init_linear_pattern();
    IN_SEGMENT = "[^/]";
  }
});

// src/core/access/path.ts
function normalisePath(raw) {
  const path = raw.replace(/^(?:\.\/)+/, "");
  const problem = wholePathProblem(path) ?? firstProblem(path.split("/"));
  return problem === null ? { kind: "path", path } : { kind: "refused", problem };
}
function wholePathProblem(path) {
  if (path === "" || path === ".") return "empty";
  if (path.length > LONGEST_PATH) return "too_long";
  if (!path.isWellFormed()) return "not_unicode";
  if (new RegExp("\\p{Cc}", "u").test(path)) return "control_character";
  if (new RegExp("\\p{Cf}|\\p{Zl}|\\p{Zp}", "u").test(path)) return "invisible_character";
  if (path !== path.normalize("NFC")) return "not_normal_form";
  if (path.includes("\\")) return "backslash";
  return path.startsWith("/") || /^[a-z]:/i.test(path) ? "absolute" : null;
}
function firstProblem(segments) {
  if (segments[0] === "~") return "home";
  for (const segment of segments) {
    const problem = segmentProblem(segment);
    if (problem !== null) return problem;
  }
  return null;
}
function segmentProblem(segment) {
  if (segment === "") return "empty_segment";
  if (segment === "..") return "parent";
  if (segment === ".") return "dot";
  if (/[. ]$/u.test(segment) || /\s$/u.test(segment)) return "dot_or_space_at_end";
  if (isGitFolder(segment)) return "git_folder";
  if (segment.includes(":")) return "colon";
  if (/~\d/.test(segment)) return "short_name";
  if (DEVICE.test(foldPath(segment))) return "device";
  return Buffer.byteLength(segment) > LONGEST_NAME ? "name_too_long" : null;
}
function isGitFolder(segment) {
  const plain = foldPath(segment).split(":")[0] ?? "";
  return plain === ".git" || /^\.?git~\d+$/.test(plain);
}
function foldPath(path) {
  return path.normalize("NFKC").toUpperCase().toLowerCase().replaceAll("i̇", "i");
}
var LONGEST_PATH, LONGEST_NAME, DEVICE;
var init_path = __esm({
  "src/core/access/path.ts"() {
    "use strict";
    LONGEST_PATH = 1024;
    LONGEST_NAME = 255;
    DEVICE = /^(?:con|prn|aux|nul|(?:com|lpt)[0-9])(?:\..*)?$/;
  }
});

// src/core/access/globs.ts
function matchesGlobs(globs, path) {
  return globMatcher(globs)(path);
}
function globMatcher(globs) {
  return makeMatcher(globs, { gives: exactly, takesAway: exactly });
}
function matchesGlobsStrictly(globs, path) {
  return makeMatcher(globs, { gives: exactly, takesAway: inAnySpelling })(path);
}
function matchesGlobsInAnySpelling(globs, path) {
  return makeMatcher(globs, { gives: inAnySpelling, takesAway: exactly })(path);
}
function makeMatcher(globs, how2) {
  const takesAway = globs.filter(isNegated).map((glob2) => how2.takesAway(glob2.slice(1)));
  const matches = globs.filter((glob2) => !isNegated(glob2)).map(how2.gives);
  return (path) => matches.some((match) => match(path)) && !takesAway.some((match) => match(path));
}
function compiled(glob2, spelling) {
  const key = `${spelling} ${glob2}`;
  const pattern = known.get(key) ?? compilePattern(globSource(glob2), spelling);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, pattern);
  return pattern;
}
function isNegated(glob2) {
  return glob2.startsWith("!") && !glob2.startsWith("!(");
}
var exactly, inAnySpelling, known, MOST_KNOWN;
var init_globs = __esm({
  "src/core/access/globs.ts"() {
    "use strict";
    init_glob_source();
    init_linear_pattern();
    init_path();
    exactly = (glob2) => {
      const pattern = compiled(glob2, "exact");
      return (path) => pattern.matchesWhole(path);
    };
    inAnySpelling = (glob2) => {
      const pattern = compiled(glob2, "any_case");
      return (path) => pattern.matchesWhole(path) || pattern.matchesWhole(foldPath(path));
    };
    known = /* @__PURE__ */ new Map();
    MOST_KNOWN = 1e3;
  }
});

// src/core/access/protected-paths.ts
function protectedAs(path, { goalsFolder, agentFolders: agentFolders2 }) {
  const folded = foldPath(path);
  const goals = foldPath(goalsFolder);
  if (folded === goals || folded.startsWith(`${goals}/`)) return "goal";
  if (agentFolders2.some((folder) => isOwnSource(folded, foldPath(folder)))) return "own_source";
  return PROTECTIONS.find(({ matches }) => matches.test(folded))?.as ?? null;
}
function mayBeNamed(protection) {
  return !NEVER.has(protection);
}
function agentFolders(paths) {
  return paths.filter((path) => path === OWN_FILE || path.endsWith(`/${OWN_FILE}`)).map((path) => path.slice(0, -OWN_FILE.length));
}
function isOwnSource(path, folder) {
  return path.startsWith(folder) && OWN_SOURCES.test(path.slice(folder.length));
}
var NEVER, PROTECTIONS, OWN_FILE, OWN_SOURCES;
var init_protected_paths = __esm({
  "src/core/access/protected-paths.ts"() {
    "use strict";
    init_path();
    NEVER = /* @__PURE__ */ new Set([
      "github",
      "git",
      "state",
      "goal",
      "own_source",
      "code_owners"
    ]);
    PROTECTIONS = [
      { as: "github", matches: /^\.github(?:\/|$)/ },
      { as: "git", matches: /^\.git|(?:^|\/)\.git(?:attributes|modules)$/ },
      { as: "state", matches: /^state(?:\/|$)/ },
      { as: "code_owners", matches: /^(?:docs\/)?codeowners$/ },
      { as: "built_code", matches: /^dist(?:\/|$)/ },
      { as: "action", matches: /(?:^|\/)action\.ya?ml$/ },
      {
        as: "ci",
        matches: /(?:^|\/)(?:\.(?:circleci|buildkite|woodpecker|drone|tekton|teamcity|semaphore|codefresh|azure-pipelines|azuredevops|builds|forgejo|gitea|ci)(?:[^/]*$|\/)|(?:[^/]+\.)?jenkinsfile(?!\.(?:[cm]?[jt]sx?|md)$)[^/]*$|\.?zuul\.d\/|(?:[^/]+\.)?gitlab-ci\.ya?ml$)/
      },
      {
        as: "ci",
        matches: /(?:^|\/)(?:\.?travis|azure-pipelines?[^/]*|bitbucket-pipelines|\.?appveyor|\.cirrus|codefresh|wercker|\.?buildkite|cloudbuild|buildspec|appspec|amplify|\.build|\.?readthedocs|\.?zuul|\.?prow|\.?shippable|\.?vela|\.?mergify|render|heroku)\.(?:ya?ml|star)$/
      },
      {
        as: "ci",
        matches: /(?:^|\/)(?:(?:netlify|\.kodiak|bors|fly|railway|wrangler)\.toml|(?:vercel|now|railway|wrangler|firebase|dagger|\.?renovate)\.json[c5]?|release-please-config\.json)$/
      },
      { as: "editor", matches: /(?:^|\/)\.(?:vscode|devcontainer|idea|run|vs|zed|fleet)(?:\/|\.json$|$)/ },
      {
        as: "hooks",
        matches: /(?:^|\/)(?:\.husky(?:\/|$)|\.?lefthook[^/]*$|\.pre-commit-(?:config|hooks)\.ya?ml$)/
      },
      {
        as: "packages",
        matches: /(?:^|\/)(?:\.npmrc|\.yarnrc(?:\.yml)?|\.?pnpmfile\.[cm]?js|bunfig\.toml)$/
      },
      { as: "editor", matches: /(?:^|\/)(?:mise(?:\.[^/]*)?\.toml$|mise\/|devbox\.json$)/ },
      {
        as: "instructions",
        matches: /(?:^|\/)(?:(?:agents?|claude|codex|gemini|qwen|warp|crush|copilot|cursor|windsurf|opencode|replit|devin)(?:\.[^/]*)?\.md|copilot-instructions[^/]*|mcp\.json|(?:opencode|crush)\.jsonc?)$/
      },
      {
        as: "instructions",
        matches: /(?:^|\/)\.(?:cursor|windsurf|clinerules|cline|roo(?:$|\/|modes|rules|ignore)|aider|claude|gemini|codex|continue|junie|kiro|goosehints|agents?\/|rules$|opencode|amazonq|augment|trae|openhands|aiassistant|kilocode|factory\/|mcp\.json)/
      },
      { as: "hidden", matches: /(?:^|\/)\./ }
    ];
    OWN_FILE = "src/core/access/protected-paths.ts";
    OWN_SOURCES = /^(?:(?:src|scripts|dist|schema)(?:\/|$)|action\.ya?ml$|package(?:-lock)?\.json$)/;
  }
});

// src/core/access/permission.ts
function decidePath(request, rules) {
  const denial = request.action === "read" ? readDenial(request, rules) : writeDenial(request, rules);
  return denial === null ? { kind: "allowed" } : { kind: "denied", denial };
}
function readDenial({ path, entryKind }, { permissions: permissions2 }) {
  if (!matchesGlobs(permissions2.read, path)) {
    return { kind: "outside", action: "read", globs: permissions2.read };
  }
  return entryDenial(entryKind);
}
function writeDenial({ path, entryKind }, rules) {
  const { permissions: permissions2, protectedGlobs } = rules;
  if (!permissions2.effects.includes("draft_pull_request")) return { kind: "no_draft" };
  const protection = protectedAs(path, rules);
  if (protection !== null && !(mayBeNamed(protection) && isNamed(path, permissions2.write)))
    return { kind: "protected", as: protection };
  if (matchesGlobsInAnySpelling(protectedGlobs, path)) return { kind: "protected_by_settings" };
  if (!matchesGlobsStrictly(permissions2.write, path)) {
    return { kind: "outside", action: "write", globs: permissions2.write };
  }
  return entryDenial(entryKind);
}
function isNamed(path, globs) {
  return globs.includes(path) && isLiteral(path);
}
function isLiteral(glob2) {
  return !/[*?[\]{}()!\\]/.test(glob2);
}
function entryDenial(kind) {
  const isFile = kind === "file" || kind === "executable" || kind === "missing";
  return isFile ? null : { kind: "not_a_file", is: kind };
}
var init_permission = __esm({
  "src/core/access/permission.ts"() {
    "use strict";
    init_globs();
    init_protected_paths();
    init_path();
  }
});

// src/core/access/refused-globs.ts
function refusedGlob(glob2, rules) {
  if (glob2.startsWith("!")) return null;
  const named = isLiteral(glob2);
  if (named && matchesGlobsInAnySpelling(rules.protectedGlobs, glob2)) return { kind: "by_settings" };
  const folders = { goalsFolder: rules.goalsFolder, agentFolders: [] };
  const found = examplesOf(glob2).map((path) => protectedAs(path, folders));
  const [first = null] = found;
  if (first === null || found.includes(null)) return null;
  if (!mayBeNamed(first)) return { kind: "never", as: first };
  return named ? null : { kind: "not_named", as: first };
}
function examplesOf(glob2) {
  let paths = [glob2];
  for (let braces = innermost(paths); braces !== null; braces = innermost(paths)) {
    paths = paths.flatMap(alternatives);
    if (paths.length > MOST_EXAMPLES) return [];
  }
  return paths.map((path) => path.replace(/\[[^\]]*\]|\*+|\?/g, "x"));
}
function innermost(paths) {
  return paths.find((path) => BRACES.test(path)) ?? null;
}
function alternatives(path) {
  const [whole, inner = ""] = BRACES.exec(path) ?? [];
  return whole === void 0 ? [path] : inner.split(",").map((each) => path.replace(whole, () => each));
}
var MOST_EXAMPLES, BRACES;
var init_refused_globs = __esm({
  "src/core/access/refused-globs.ts"() {
    "use strict";
    init_globs();
    init_permission();
    init_protected_paths();
    MOST_EXAMPLES = 64;
    BRACES = /\{([^{}]*)\}/;
  }
});

// src/report/problems/schedule-problems.ts
var scheduleProblems, OTHER_EVENTS, scheduleFieldProblems;
var init_schedule_problems = __esm({
  "src/report/problems/schedule-problems.ts"() {
    "use strict";
    init_problem();
    scheduleProblems = {
      cronFields: (found) => problemText(
        `has ${found} fields`,
        'write five: minute, hour, day of month, month, day of week, e.g. "0 3 * * 1"'
      ),
      notCron: (reason) => problemText(`is not a cron pattern: ${printable(reason)}`, '"0 3 * * 1" is Mondays at three'),
      noDate: problemText("matches no date", "choose a day that the month has"),
      cronTooOften: (minutes) => problemText("is too often", `at least ${minutes} minutes apart, e.g. "*/${minutes} * * * *"`),
      intervalTooOften: (minutes) => problemText("is too often", `at least ${minutes}m`),
      unevenInterval: (possible) => problemText("neither divides a day nor is whole days", `${possible.join(" or ")} would be right`),
      notTimezone: (nearest) => problemText(
        "is not a time zone",
        nearest === null ? "use an IANA name such as Europe/Berlin or UTC" : `did you mean ${nearest}?`
      ),
      notEvent: (event, nearest, known3) => {
        const meant = nearest === null ? `use any of ${known3.join(", ")}` : `did you mean "${nearest}"?`;
        return problemText("is not an event that can start a goal", OTHER_EVENTS[event] ?? meant);
      }
    };
    OTHER_EVENTS = {
      schedule: "remove it; when a goal is due by time belongs under `schedule`",
      workflow_dispatch: "remove it; a person can start every goal at any time",
      repository_dispatch: "remove it; a program can start a goal by a workflow_dispatch",
      pull_request_target: "use pull_request"
    };
    scheduleFieldProblems = {
      kinds: (found) => problemText(
        `\`schedule\` needs exactly one of every, cron and once, but has ${found.join(" and ") || "none"}`,
        "write e.g. `every: 6h`"
      ),
      timezoneAlone: problemText(
        "`schedule.timezone` has no effect without `cron`",
        "remove it; intervals are counted in UTC"
      ),
      notWithOnce: (field) => problemText(
        `\`schedule.${field}\` has no effect with \`once\``,
        "remove it; a single due time cannot be missed"
      )
    };
  }
});

// node_modules/croner/dist/croner.js
function g(s3, e, t, n = 0, r = 0, a = 0, i = 0) {
  let o = s3 >= 0 && s3 < 100, u = Date.UTC(o ? s3 + 400 : s3, e, t, n, r, a, i);
  return o ? u - 126227808e5 : u;
}
function D(s3) {
  return g(s3.y, s3.m - 1, s3.d, s3.h, s3.i, s3.s);
}
function w(s3, e) {
  return s3.y === e.y && s3.m === e.m && s3.d === e.d && s3.h === e.h && s3.i === e.i && s3.s === e.s;
}
function O(s3) {
  let e = s3.substring(9);
  return e.includes("Z") || e.includes("+") || e.includes("-");
}
function Z(s3, e) {
  let t = new Date(Date.parse(s3));
  if (isNaN(t)) throw new Error("Invalid ISO8601 passed to timezone parser.");
  return O(s3) ? { tp: T(t.getUTCFullYear(), t.getUTCMonth() + 1, t.getUTCDate(), t.getUTCHours(), t.getUTCMinutes(), t.getUTCSeconds(), "Etc/UTC"), ms: t.getUTCMilliseconds() } : { tp: T(t.getFullYear(), t.getMonth() + 1, t.getDate(), t.getHours(), t.getMinutes(), t.getSeconds(), e), ms: t.getMilliseconds() };
}
function v(s3, e, t) {
  let { tp: n, ms: r } = Z(s3, e);
  return new Date(N(n, t).getTime() + r);
}
function N(s3, e) {
  let t = _(s3);
  if (t.kind === "single") return t.date;
  if (t.kind === "ambiguous") return t.earlier;
  if (e) throw new Error("Invalid date passed to fromTZ()");
  return t.after;
}
function _(s3) {
  let e = D(s3), t = (i) => R(new Date(i), s3.tz), n = e - t(e), r = y(new Date(n), s3.tz);
  if (w(r, s3)) {
    let i = D(r) - n, o = n - (t(n - E) - i);
    if (o < n && w(y(new Date(o), s3.tz), s3)) return { kind: "ambiguous", earlier: new Date(o), later: new Date(n) };
    let u = n + (i - t(n + E));
    return u > n && w(y(new Date(u), s3.tz), s3) ? { kind: "ambiguous", earlier: new Date(n), later: new Date(u) } : { kind: "single", date: new Date(n) };
  }
  let a = e - (D(r) - n);
  return w(y(new Date(a), s3.tz), s3) ? { kind: "single", date: new Date(a) } : { kind: "gap", before: new Date(Math.min(n, a)), after: new Date(Math.max(n, a)) };
}
function R(s3, e) {
  return D(y(s3, e)) - (s3.getTime() - s3.getUTCMilliseconds());
}
function k(s3, e, t) {
  let n = R(new Date(s3), t);
  for (; e - s3 > 1e3; ) {
    let r = s3 + Math.floor((e - s3) / 2e3) * 1e3;
    R(new Date(r), t) === n ? s3 = r : e = r;
  }
  return e;
}
function U(s3, e) {
  let t = _(y(new Date(s3), e));
  if (t.kind === "ambiguous") return s3 < t.later.getTime() ? "earlier" : "later";
}
function y(s3, e) {
  if (e === void 0) return T(s3.getFullYear(), s3.getMonth() + 1, s3.getDate(), s3.getHours(), s3.getMinutes(), s3.getSeconds());
  let t = W.get(e), n;
  try {
    t || (t = new Intl.DateTimeFormat("en-US", { timeZone: e, year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", second: "numeric", hour12: false }), W.set(e, t)), n = t.formatToParts(s3);
  } catch (i) {
    let o = i instanceof Error ? i.message : String(i);
    throw new RangeError(`toTZ: Invalid timezone '${e}' or date. Please provide a valid IANA timezone (e.g., 'America/New_York', 'Europe/Stockholm'). Original error: ${o}`);
  }
  let r = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 };
  for (let i of n) (i.type === "year" || i.type === "month" || i.type === "day" || i.type === "hour" || i.type === "minute" || i.type === "second") && (r[i.type] = parseInt(i.value, 10));
  if (isNaN(r.year) || isNaN(r.month) || isNaN(r.day) || isNaN(r.hour) || isNaN(r.minute) || isNaN(r.second)) throw new Error(`toTZ: Failed to parse all date components from timezone '${e}'. This may indicate an invalid date or timezone configuration. Parsed components: ${JSON.stringify(r)}`);
  let a = s3.getTime() - H;
  return (a < -S || a < S && r.month === 12) && (r.year = 1 - r.year), r.hour === 24 && (r.hour = 0), { y: r.year, m: r.month, d: r.day, h: r.hour, i: r.minute, s: r.second, tz: e };
}
function T(s3, e, t, n, r, a, i) {
  return { y: s3, m: e, d: t, h: n, i: r, s: a, tz: i };
}
function F(s3) {
  s3 === void 0 && (s3 = {}), delete s3.name, s3.legacyMode !== void 0 && s3.domAndDow === void 0 ? s3.domAndDow = !s3.legacyMode : s3.domAndDow === void 0 && (s3.domAndDow = false), s3.legacyMode = !s3.domAndDow;
  let e = (n, r) => n === void 0 ? r : n;
  if (s3.paused = e(s3.paused, false), s3.maxRuns = e(s3.maxRuns, 1 / 0), s3.catch = e(s3.catch, false), s3.unref = e(s3.unref, false), s3.mode = e(s3.mode, "auto"), s3.alternativeWeekdays = e(s3.alternativeWeekdays, false), s3.sloppyRanges = e(s3.sloppyRanges, false), s3.fixedTimeRule = e(s3.fixedTimeRule, "single-value"), s3.allowPast = e(s3.allowPast, false), s3.interval = s3.interval === void 0 ? 0 : parseInt(s3.interval.toString(), 10), s3.utcOffset = s3.utcOffset === void 0 ? void 0 : parseInt(s3.utcOffset.toString(), 10), s3.dayOffset = s3.dayOffset === void 0 ? 0 : parseInt(s3.dayOffset.toString(), 10), !["auto", "5-part", "6-part", "7-part", "5-or-6-parts", "6-or-7-parts"].includes(s3.mode)) throw new Error("CronOptions: mode must be one of 'auto', '5-part', '6-part', '7-part', '5-or-6-parts', or '6-or-7-parts'.");
  if (!["single-value", "no-wildcard"].includes(s3.fixedTimeRule)) throw new Error("CronOptions: fixedTimeRule must be one of 'single-value' or 'no-wildcard'.");
  s3.timezone === "" && (s3.timezone = void 0);
  let t = s3.timezone ?? s3.utcOffset;
  if (s3.startAt && (s3.startAt = I(new c(s3.startAt, t))), s3.stopAt && (s3.stopAt = I(new c(s3.stopAt, t))), s3.interval !== null) {
    if (isNaN(s3.interval)) throw new Error("CronOptions: Supplied value for interval is not a number");
    if (s3.interval < 0) throw new Error("CronOptions: Supplied value for interval can not be negative");
  }
  if (s3.utcOffset !== void 0) {
    if (isNaN(s3.utcOffset)) throw new Error("CronOptions: Invalid value passed for utcOffset, should be number representing minutes offset from UTC.");
    if (s3.utcOffset < -870 || s3.utcOffset > 870) throw new Error("CronOptions: utcOffset out of bounds.");
    if (s3.utcOffset !== void 0 && s3.timezone) throw new Error("CronOptions: Combining 'utcOffset' with 'timezone' is not allowed.");
  }
  if (s3.unref !== true && s3.unref !== false) throw new Error("CronOptions: Unref should be either true, false or undefined(false).");
  if (s3.dayOffset !== void 0 && s3.dayOffset !== 0 && isNaN(s3.dayOffset)) throw new Error("CronOptions: Invalid value passed for dayOffset, should be a number representing days to offset.");
  return s3;
}
function I(s3) {
  return s3.ms ? (s3.ms = 0, new c(new Date(s3.getTime() + 1e3), s3.tz)) : s3;
}
function b(s3) {
  return typeof s3 == "function";
}
function L(s3) {
  return b(s3);
}
function Y(s3) {
  typeof Deno < "u" && typeof Deno.unrefTimer < "u" ? Deno.unrefTimer(s3) : s3 && typeof s3.unref < "u" && s3.unref();
}
var E, H, S, W, x, C, B, f, c, P, $, M, j, A;
var init_croner = __esm({
  "node_modules/croner/dist/croner.js"() {
    E = 3 * 36e5;
    H = g(1, 0, 1);
    S = 864e5;
    W = /* @__PURE__ */ new Map();
    x = [1, 2, 4, 8, 16];
    C = class s {
      pattern;
      timezone;
      mode;
      alternativeWeekdays;
      sloppyRanges;
      fixedTimeRule;
      second;
      minute;
      hour;
      day;
      month;
      dayOfWeek;
      year;
      lastDayOfMonth;
      lastWeekday;
      nearestWeekdays;
      starDOM;
      starDOW;
      starYear;
      useAndLogic;
      isFixedTime;
      constructor(e, t, n) {
        this.pattern = e, this.timezone = t, this.mode = n?.mode ?? "auto", this.alternativeWeekdays = n?.alternativeWeekdays ?? false, this.sloppyRanges = n?.sloppyRanges ?? false, this.fixedTimeRule = n?.fixedTimeRule ?? "single-value", this.second = Array(60).fill(0), this.minute = Array(60).fill(0), this.hour = Array(24).fill(0), this.day = Array(31).fill(0), this.month = Array(12).fill(0), this.dayOfWeek = Array(7).fill(0), this.year = [], this.lastDayOfMonth = false, this.lastWeekday = false, this.nearestWeekdays = Array(31).fill(0), this.starDOM = false, this.starDOW = false, this.starYear = false, this.useAndLogic = false, this.isFixedTime = false, this.parse();
      }
      parse() {
        if (!(typeof this.pattern == "string" || this.pattern instanceof String)) throw new TypeError("CronPattern: Pattern has to be of type string.");
        this.pattern.indexOf("@") >= 0 && (this.pattern = this.handleNicknames(this.pattern).trim());
        let e = this.pattern.match(/\S+/g) || [""], t = e.length;
        if (e.length < 5 || e.length > 7) throw new TypeError("CronPattern: invalid configuration format ('" + this.pattern + "'), exactly five, six, or seven space separated parts are required.");
        if (this.mode !== "auto") {
          let i;
          switch (this.mode) {
            case "5-part":
              i = 5;
              break;
            case "6-part":
              i = 6;
              break;
            case "7-part":
              i = 7;
              break;
            case "5-or-6-parts":
              i = [5, 6];
              break;
            case "6-or-7-parts":
              i = [6, 7];
              break;
            default:
              i = 0;
          }
          if (!(Array.isArray(i) ? i.includes(t) : t === i)) {
            let u = Array.isArray(i) ? i.join(" or ") : i.toString();
            throw new TypeError(`CronPattern: mode '${this.mode}' requires exactly ${u} parts, but pattern '${this.pattern}' has ${t} parts.`);
          }
        }
        if (e.length === 5 && e.unshift("0"), e.length === 6 && e.push("*"), this.pattern.indexOf("?") >= 0) for (let i = 0; i < e.length; i++) e[i] = e[i].replace(/\?/g, "*");
        if (e[3].toUpperCase() === "LW") this.lastWeekday = true, e[3] = "";
        else if (e[3].toUpperCase().indexOf("L") >= 0) {
          let i = e[3].split(",");
          if (i.length > 1 && i.some((o) => o.toUpperCase() === "LW")) throw new TypeError(`CronPattern: Syntax error, LW can not be in a list in day-of-month ('${e[3]}').`);
          if (i.some((o) => o === "" || o.toUpperCase() !== "L" && /l/i.test(o))) throw new TypeError("CronPattern: Syntax error, L has to be a value of its own in day-of-month ('" + e[3] + "').");
          e[3] = i.filter((o) => o.toUpperCase() !== "L").join(","), this.lastDayOfMonth = true;
        }
        if (e[3] == "*" && (this.starDOM = true), e[6] == "*" && (this.starYear = true), e[4].length >= 3 && (e[4] = this.replaceAlpha(e[4], s.MONTH_NAMES)), e[5].length >= 3 && (e[5] = this.alternativeWeekdays ? this.replaceAlpha(e[5], s.DAY_NAMES_QUARTZ) : this.replaceAlpha(e[5], s.DAY_NAMES)), e[5].startsWith("+") && (this.useAndLogic = true, e[5] = e[5].substring(1), e[5] === "")) throw new TypeError("CronPattern: Day-of-week field cannot be empty after '+' modifier.");
        switch (e[5] == "*" && (this.starDOW = true), this.mode) {
          case "5-part":
            e[0] = "0", e[6] = "*";
            break;
          case "6-part":
            e[6] = "*";
            break;
          case "5-or-6-parts":
            e[6] = "*";
            break;
          case "6-or-7-parts":
            break;
          case "7-part":
          case "auto":
            break;
        }
        this.throwAtIllegalCharacters(e), this.partToArray("second", e[0], 0, 1), this.partToArray("minute", e[1], 0, 1), this.partToArray("hour", e[2], 0, 1), this.partToArray("day", e[3], -1, 1), this.partToArray("month", e[4], -1, 1);
        let n = this.alternativeWeekdays ? -1 : 0;
        this.partToArray("dayOfWeek", e[5], n, 63), e[6] === "*" ? this.year = Array(1e4).fill(1) : (this.year = Array(1e4).fill(0), this.partToArray("year", e[6], 0, 1)), !this.alternativeWeekdays && this.dayOfWeek[7] && (this.dayOfWeek[0] = this.dayOfWeek[7]);
        let r = this.fixedTimeRule === "single-value", a = (i, o) => !i.includes("*") && !i.includes("/") && (!r || o.filter((u) => u).length === 1);
        this.isFixedTime = a(e[0], this.second) && a(e[1], this.minute) && a(e[2], this.hour);
      }
      partToArray(e, t, n, r) {
        let a = this[e];
        if (t === "" && !(e === "day" && (this.lastDayOfMonth || this.lastWeekday))) throw new TypeError("CronPattern: configuration entry " + e + " (" + t + ") is empty, check for trailing spaces.");
        if (t === "*") return a.fill(r);
        let i = t.split(",");
        if (i.length > 1) for (let o of i) this.partToArray(e, o, n, r);
        else t.includes("-") && t.includes("/") ? this.handleRangeWithStepping(t, e, n, r) : t.includes("-") ? this.handleRange(t, e, n, r) : t.includes("/") ? this.handleStepping(t, e, n, r) : t !== "" && this.handleNumber(t, e, n, r);
      }
      throwAtIllegalCharacters(e) {
        for (let t = 0; t < e.length; t++) if ((t === 3 ? /[^/*0-9,\-WwLl]+/ : t === 5 ? /[^/*0-9,\-#Ll]+/ : /[^/*0-9,\-]+/).test(e[t])) throw new TypeError("CronPattern: configuration entry " + t + " (" + e[t] + ") contains illegal characters.");
      }
      handleNumber(e, t, n, r) {
        let a = this.extractNth(e, t), i = e.toUpperCase().includes("W");
        if (t !== "day" && i) throw new TypeError("CronPattern: Nearest weekday modifier (W) only allowed in day-of-month.");
        i && (t = "nearestWeekdays");
        let o = i ? a[0].replace(/W$/i, "") : a[0], u = s.toNumber(o) + n;
        if (isNaN(u)) throw new TypeError("CronPattern: " + t + " is not a number: '" + e + "'");
        this.setPart(t, u, a[1] || r);
      }
      setPart(e, t, n) {
        if (!Object.prototype.hasOwnProperty.call(this, e)) throw new TypeError("CronPattern: Invalid part specified: " + e);
        if (e === "dayOfWeek") {
          if (t === 7 && (t = 0), t < 0 || t > 6) throw new RangeError("CronPattern: Invalid value for dayOfWeek: " + t);
          this.setNthWeekdayOfMonth(t, n);
          return;
        }
        if (e === "second" || e === "minute") {
          if (t < 0 || t >= 60) throw new RangeError("CronPattern: Invalid value for " + e + ": " + t);
        } else if (e === "hour") {
          if (t < 0 || t >= 24) throw new RangeError("CronPattern: Invalid value for " + e + ": " + t);
        } else if (e === "day" || e === "nearestWeekdays") {
          if (t < 0 || t >= 31) throw new RangeError("CronPattern: Invalid value for " + e + ": " + t);
        } else if (e === "month") {
          if (t < 0 || t >= 12) throw new RangeError("CronPattern: Invalid value for " + e + ": " + t);
        } else if (e === "year" && (t < 1 || t >= 1e4)) throw new RangeError("CronPattern: Invalid value for " + e + ": " + t + " (supported range: 1-9999)");
        this[e][t] = n;
      }
      static toNumber(e) {
        return /^\d+$/.test(e) ? parseInt(e, 10) : NaN;
      }
      validateNotNaN(e, t) {
        if (isNaN(e)) throw new TypeError(t);
      }
      validateRange(e, t, n, r, a) {
        if (e > t) throw new TypeError("CronPattern: From value is larger than to value: '" + a + "'");
        if (n !== void 0) {
          if (n === 0) throw new TypeError("CronPattern: Syntax error, illegal stepping: 0");
          if (n > this[r].length) throw new TypeError("CronPattern: Syntax error, steps cannot be greater than maximum value of part (" + this[r].length + ")");
        }
      }
      handleRangeWithStepping(e, t, n, r) {
        if (e.toUpperCase().includes("W")) throw new TypeError("CronPattern: Syntax error, W is not allowed in ranges with stepping.");
        let a = this.extractNth(e, t), i = a[0].match(/^(\d+)-(\d+)\/(\d+)$/);
        if (i === null) throw new TypeError("CronPattern: Syntax error, illegal range with stepping: '" + e + "'");
        let [, o, u, l] = i, h = parseInt(o, 10) + n, m = parseInt(u, 10) + n, d = parseInt(l, 10);
        this.validateNotNaN(h, "CronPattern: Syntax error, illegal lower range (NaN)"), this.validateNotNaN(m, "CronPattern: Syntax error, illegal upper range (NaN)"), this.validateNotNaN(d, "CronPattern: Syntax error, illegal stepping: (NaN)"), this.validateRange(h, m, d, t, e);
        for (let p = h; p <= m; p += d) this.setPart(t, p, a[1] || r);
      }
      extractNth(e, t) {
        let n = e, r;
        if (n.includes("#")) {
          if (t !== "dayOfWeek") throw new Error("CronPattern: nth (#) only allowed in day-of-week field");
          let a = n.split("#");
          if (a.length !== 2 || a[1] === "") throw new TypeError("CronPattern: Syntax error, illegal nth weekday: '" + e + "'");
          n = a[0], r = a[1];
        } else if (n.toUpperCase().endsWith("L")) {
          if (t !== "dayOfWeek") throw new Error("CronPattern: L modifier only allowed in day-of-week field (use L alone for day-of-month)");
          r = "L", n = n.slice(0, -1);
        }
        return [n, r];
      }
      handleRange(e, t, n, r) {
        if (e.toUpperCase().includes("W")) throw new TypeError("CronPattern: Syntax error, W is not allowed in a range.");
        let a = this.extractNth(e, t), i = a[0].split("-");
        if (i.length !== 2) throw new TypeError("CronPattern: Syntax error, illegal range: '" + e + "'");
        let o = s.toNumber(i[0]) + n, u = s.toNumber(i[1]) + n;
        this.validateNotNaN(o, "CronPattern: Syntax error, illegal lower range (NaN)"), this.validateNotNaN(u, "CronPattern: Syntax error, illegal upper range (NaN)"), this.validateRange(o, u, void 0, t, e);
        for (let l = o; l <= u; l++) this.setPart(t, l, a[1] || r);
      }
      handleStepping(e, t, n, r) {
        if (e.toUpperCase().includes("W")) throw new TypeError("CronPattern: Syntax error, W is not allowed in parts with stepping.");
        let a = this.extractNth(e, t), i = a[0].split("/");
        if (i.length !== 2) throw new TypeError("CronPattern: Syntax error, illegal stepping: '" + e + "'");
        if (this.sloppyRanges) i[0] === "" && (i[0] = "*");
        else {
          if (i[0] === "") throw new TypeError("CronPattern: Syntax error, stepping with missing prefix ('" + e + "') is not allowed. Use wildcard (*/step) or range (min-max/step) instead.");
          if (i[0] !== "*") throw new TypeError("CronPattern: Syntax error, stepping with numeric prefix ('" + e + "') is not allowed. Use wildcard (*/step) or range (min-max/step) instead.");
        }
        let o = 0;
        i[0] !== "*" && (o = s.toNumber(i[0]) + n, this.validateNotNaN(o, "CronPattern: Syntax error, illegal stepping start (NaN)"));
        let u = s.toNumber(i[1]);
        this.validateNotNaN(u, "CronPattern: Syntax error, illegal stepping: (NaN)"), this.validateRange(0, this[t].length - 1, u, t, e);
        for (let l = o; l < this[t].length; l += u) t === "year" && l === 0 || this.setPart(t, l, a[1] || r);
      }
      replaceAlpha(e, t) {
        let n = e;
        for (let [r, a] of Object.entries(t)) n = n.replace(new RegExp(r, "gi"), (i, o, u) => {
          let l = o + i.length - 3, h = u.charAt(l - 1), m = u.charAt(l + 3);
          if (/[a-z\d/#]/i.test(h) || /[a-km-z\d]/i.test(m)) throw new TypeError(`CronPattern: Syntax error, a month or day name has to stand alone ('${e}').`);
          return a;
        });
        return n;
      }
      static DAY_NAMES = { "-sun": "-7", sun: "0", mon: "1", tue: "2", wed: "3", thu: "4", fri: "5", sat: "6" };
      static DAY_NAMES_QUARTZ = { sun: "1", mon: "2", tue: "3", wed: "4", thu: "5", fri: "6", sat: "7" };
      static MONTH_NAMES = { jan: "1", feb: "2", mar: "3", apr: "4", may: "5", jun: "6", jul: "7", aug: "8", sep: "9", oct: "10", nov: "11", dec: "12" };
      static NICKNAME_MAP = { "@yearly": "0 0 1 1 *", "@annually": "0 0 1 1 *", "@monthly": "0 0 1 * *", "@weekly": "0 0 * * SUN", "@daily": "0 0 * * *", "@midnight": "0 0 * * *", "@hourly": "0 * * * *" };
      handleNicknames(e) {
        let t = e.trim().toLowerCase();
        if (t === "@reboot") throw new TypeError("CronPattern: @reboot is not supported in this environment. This is an event-based trigger that requires system startup detection.");
        return s.NICKNAME_MAP[t] || e;
      }
      setNthWeekdayOfMonth(e, t) {
        if (typeof t != "number" && t.toUpperCase() === "L") this.dayOfWeek[e] = this.dayOfWeek[e] | 32;
        else if (t === 63) this.dayOfWeek[e] = 63;
        else if (t < 6 && t > 0) this.dayOfWeek[e] = this.dayOfWeek[e] | x[t - 1];
        else throw new TypeError(`CronPattern: nth weekday out of range, should be 1-5 or L. Value: ${t}, Type: ${typeof t}`);
      }
    };
    B = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    f = [["month", "year", 0], ["day", "month", -1], ["hour", "day", 0], ["minute", "hour", 0], ["second", "minute", 0]];
    c = class s2 {
      tz;
      instantMs;
      instantFields;
      ms;
      second;
      minute;
      hour;
      day;
      month;
      year;
      constructor(e, t) {
        if (this.tz = t, e && e instanceof Date) if (!isNaN(e)) this.fromDate(e);
        else throw new TypeError("CronDate: Invalid date passed to CronDate constructor");
        else if (e == null) this.fromDate(/* @__PURE__ */ new Date());
        else if (e && typeof e == "string") this.fromString(e);
        else if (e instanceof s2) this.fromCronDate(e);
        else throw new TypeError("CronDate: Invalid type (" + typeof e + ") passed to CronDate constructor");
      }
      getLastDayOfMonth(e, t) {
        return t !== 1 ? B[t] : new Date(g(e, t + 1, 0)).getUTCDate();
      }
      getLastWeekday(e, t) {
        let n = this.getLastDayOfMonth(e, t), a = new Date(g(e, t, n)).getUTCDay();
        return a === 0 ? n - 2 : a === 6 ? n - 1 : n;
      }
      getNearestWeekday(e, t, n) {
        let r = this.getLastDayOfMonth(e, t);
        if (n > r) return -1;
        let i = new Date(g(e, t, n)).getUTCDay();
        return i === 0 ? n === r ? n - 2 : n + 1 : i === 6 ? n === 1 ? n + 2 : n - 1 : n;
      }
      isNthWeekdayOfMonth(e, t, n, r) {
        let i = new Date(g(e, t, n)).getUTCDay(), o = 0;
        for (let u = 1; u <= n; u++) new Date(g(e, t, u)).getUTCDay() === i && o++;
        if (r & 63 && x[o - 1] & r) return true;
        if (r & 32) {
          let u = this.getLastDayOfMonth(e, t);
          for (let l = n + 1; l <= u; l++) if (new Date(g(e, t, l)).getUTCDay() === i) return false;
          return true;
        }
        return false;
      }
      fromDate(e) {
        if (this.tz !== void 0) if (typeof this.tz == "number") this.ms = e.getUTCMilliseconds(), this.second = e.getUTCSeconds(), this.minute = e.getUTCMinutes() + this.tz, this.hour = e.getUTCHours(), this.day = e.getUTCDate(), this.month = e.getUTCMonth(), this.year = e.getUTCFullYear(), this.apply();
        else try {
          let t = y(e, this.tz);
          this.ms = e.getMilliseconds(), this.second = t.s, this.minute = t.i, this.hour = t.h, this.day = t.d, this.month = t.m - 1, this.year = t.y, this.cacheInstant(e.getTime() - this.ms);
        } catch (t) {
          let n = t instanceof Error ? t.message : String(t);
          throw new TypeError(`CronDate: Failed to convert date to timezone '${this.tz}'. This may happen with invalid timezone names or dates. Original error: ${n}`);
        }
        else this.ms = e.getMilliseconds(), this.second = e.getSeconds(), this.minute = e.getMinutes(), this.hour = e.getHours(), this.day = e.getDate(), this.month = e.getMonth(), this.year = e.getFullYear(), this.cacheInstant(e.getTime() - this.ms);
      }
      cacheInstant(e) {
        this.instantMs = e;
        let { year: t, month: n, day: r, hour: a, minute: i, second: o } = this;
        this.instantFields = [t, n, r, a, i, o, this.tz];
      }
      cachedInstant() {
        let e = this.instantFields;
        if (!(e === void 0 || e[6] !== this.tz) && !(e[5] !== this.second || e[4] !== this.minute || e[3] !== this.hour) && !(e[2] !== this.day || e[1] !== this.month || e[0] !== this.year)) return this.instantMs;
      }
      fromCronDate(e) {
        this.tz = e.tz, this.year = e.year, this.month = e.month, this.day = e.day, this.hour = e.hour, this.minute = e.minute, this.second = e.second, this.ms = e.ms, this.instantMs = e.instantMs, this.instantFields = e.instantFields;
      }
      apply() {
        if (this.month > 11 || this.month < 0 || this.day > this.getLastDayOfMonth(this.year, this.month) || this.day < 1 || this.hour > 23 || this.minute > 59 || this.second > 59 || this.hour < 0 || this.minute < 0 || this.second < 0) {
          let e = /* @__PURE__ */ new Date(0);
          return e.setUTCFullYear(this.year, this.month, this.day), e.setUTCHours(this.hour, this.minute, this.second, this.ms), this.ms = e.getUTCMilliseconds(), this.second = e.getUTCSeconds(), this.minute = e.getUTCMinutes(), this.hour = e.getUTCHours(), this.day = e.getUTCDate(), this.month = e.getUTCMonth(), this.year = e.getUTCFullYear(), true;
        } else return false;
      }
      fromString(e) {
        if (typeof this.tz == "number") {
          if (O(e)) return this.fromDate(v(e));
          let t = v(e, "Etc/UTC");
          this.ms = t.getUTCMilliseconds(), this.second = t.getUTCSeconds(), this.minute = t.getUTCMinutes(), this.hour = t.getUTCHours(), this.day = t.getUTCDate(), this.month = t.getUTCMonth(), this.year = t.getUTCFullYear(), this.apply();
        } else return this.fromDate(v(e, this.tz));
      }
      findNext(e, t, n, r) {
        return this._findMatch(e, t, n, r, 1);
      }
      _matchDayValue(e, t, n, r) {
        let a = e;
        if (!a) {
          for (let i = 0; i < n.nearestWeekdays.length; i++) if (n.nearestWeekdays[i]) {
            let o = this.getNearestWeekday(this.year, this.month, i + 1);
            if (o !== -1 && o === t) {
              a = 1;
              break;
            }
          }
        }
        if (n.lastWeekday) {
          let i = this.getLastWeekday(this.year, this.month);
          t === i && (a = 1);
        }
        if (n.lastDayOfMonth) {
          let i = this.getLastDayOfMonth(this.year, this.month);
          t === i && (a = 1);
        }
        if (!n.starDOW) {
          let i = new Date(g(this.year, this.month, 1, 0, 0, 0, 0)).getUTCDay(), o = n.dayOfWeek[(i + (t - 1)) % 7];
          o && o & 63 && (o = this.isNthWeekdayOfMonth(this.year, this.month, t, o) ? 1 : 0), n.useAndLogic ? a = a && o : !r.domAndDow && !n.starDOM ? a = a || o : a = a && o;
        }
        return a;
      }
      _findMatch(e, t, n, r, a) {
        let i = this[t], o = t === "day" ? this.getLastDayOfMonth(this.year, this.month) : 0, u = this[t] + r, l = a === 1 ? (h) => h < n[t].length : (h) => h >= 0;
        for (let h = u; l(h); h += a) {
          let m = n[t][h];
          if (t === "day") {
            if (h - r > o) continue;
            m = this._matchDayValue(m, h - r, n, e);
          }
          if (m) return this[t] = h - r, i !== this[t] ? 2 : 1;
        }
        return 3;
      }
      recurse(e, t, n) {
        let r = this.year, a = n;
        for (; typeof a == "number"; ) {
          if (e.starYear && Math.abs(this.year - r) > 400) return null;
          a = this.recurseStep(e, t, a);
        }
        return a;
      }
      recurseStep(e, t, n) {
        if (n === 0 && !e.starYear) {
          if (this.year >= 0 && this.year < e.year.length && e.year[this.year] === 0) {
            let a = -1;
            for (let i = this.year + 1; i < e.year.length && i < 1e4; i++) if (e.year[i] === 1) {
              a = i;
              break;
            }
            if (a === -1) return null;
            this.year = a, this.month = 0, this.day = 1, this.hour = 0, this.minute = 0, this.second = 0, this.ms = 0;
          }
          if (this.year >= 1e4) return null;
        }
        let r = this.findNext(t, f[n][0], e, f[n][2]);
        if (r > 1) {
          let a = n + 1;
          for (; a < f.length; ) this[f[a][0]] = -f[a][2], a++;
          if (r === 3) {
            if (this[f[n][1]]++, this[f[n][0]] = -f[n][2], this.apply(), n === 0 && !e.starYear) {
              for (; this.year >= 0 && this.year < e.year.length && e.year[this.year] === 0 && this.year < 1e4; ) this.year++;
              if (this.year >= 1e4 || this.year >= e.year.length) return null;
            }
            return 0;
          } else if (this.apply()) return n - 1;
        }
        return n += 1, n >= f.length ? this : (e.starYear ? this.year >= 3e3 : this.year >= 1e4) ? null : n;
      }
      increment(e, t, n) {
        return this.instantMs = void 0, this.instantFields = void 0, this.second += t.interval !== void 0 && t.interval > 1 && n ? t.interval : 1, this.ms = 0, this.apply(), this.recurse(e, t, 0);
      }
      decrement(e, t, n = true) {
        this.instantMs = void 0, this.instantFields = void 0;
        let r = t.interval !== void 0 && t.interval >= 1;
        return (this.ms === 0 || r) && (this.second -= r && n ? t.interval : 1), this.ms = 0, this.apply(), this.year < 1 ? null : this.recurseBackward(e, t, 0);
      }
      recurseBackward(e, t, n) {
        let r = this.year, a = n;
        for (; typeof a == "number"; ) {
          if (e.starYear && Math.abs(this.year - r) > 400) return null;
          a = this.recurseBackwardStep(e, t, a);
        }
        return a;
      }
      recurseBackwardStep(e, t, n) {
        if (n === 0 && !e.starYear) {
          if (this.year >= 0 && this.year < e.year.length && e.year[this.year] === 0) {
            let a = -1;
            for (let i = this.year - 1; i >= 0; i--) if (e.year[i] === 1) {
              a = i;
              break;
            }
            if (a === -1) return null;
            this.year = a, this.month = 11, this.day = 31, this.hour = 23, this.minute = 59, this.second = 59, this.ms = 0;
          }
          if (this.year < 1) return null;
        }
        let r = this.findPrevious(t, f[n][0], e, f[n][2]);
        if (r > 1) {
          let a = n + 1;
          for (; a < f.length; ) {
            let i = f[a][0], o = f[a][2], u = this.getMaxPatternValue(i, e, o);
            this[i] = u, a++;
          }
          if (r === 3) {
            if (this[f[n][1]]--, n === 0) {
              let u = this.getLastDayOfMonth(this.year, this.month);
              this.day > u && (this.day = u);
            }
            if (n === 1) if (this.day <= 0) this.day = 1;
            else {
              let u = this.year, l = this.month;
              for (; l < 0; ) l += 12, u--;
              for (; l > 11; ) l -= 12, u++;
              let h = this.getLastDayOfMonth(u, l);
              this.day > h && (this.day = h);
            }
            this.apply();
            let i = f[n][0], o = f[n][2];
            if (this[i] = this.getMaxPatternValue(i, e, o), this.apply(), n === 0) {
              let u = f[1][2], l = this.getMaxPatternValue("day", e, u);
              l !== this.day && (this.day = l, this.hour = this.getMaxPatternValue("hour", e, f[2][2]), this.minute = this.getMaxPatternValue("minute", e, f[3][2]), this.second = this.getMaxPatternValue("second", e, f[4][2]));
            }
            if (n === 0 && !e.starYear) {
              for (; this.year >= 0 && this.year < e.year.length && e.year[this.year] === 0; ) this.year--;
              if (this.year < 1) return null;
            }
            return 0;
          } else if (this.apply()) return n - 1;
        }
        return n += 1, n >= f.length ? this : this.year < 1 ? null : n;
      }
      getMaxPatternValue(e, t, n) {
        let r = t[e].length - 1 - n;
        for (let a = t[e].length - 1; a >= 0; a--) if (t[e][a]) {
          r = a - n;
          break;
        }
        if (e === "day") {
          let a = this.getLastDayOfMonth(this.year, this.month);
          return t.lastWeekday || t.nearestWeekdays.some((i) => i) || t.lastDayOfMonth || !t.starDOW ? a : Math.min(r, a);
        }
        return r;
      }
      findPrevious(e, t, n, r) {
        return this._findMatch(e, t, n, r, -1);
      }
      getDate(e) {
        if (!e && typeof this.tz != "number") {
          let t = this.cachedInstant();
          if (t !== void 0) return new Date(t + (this.tz === void 0 ? this.ms : 0));
        }
        if (e || this.tz === void 0) {
          if (this.year >= 0 && this.year < 100) {
            let t = /* @__PURE__ */ new Date(0);
            return t.setFullYear(this.year, this.month, this.day), t.setHours(this.hour, this.minute, this.second, this.ms), t;
          }
          return new Date(this.year, this.month, this.day, this.hour, this.minute, this.second, this.ms);
        } else return typeof this.tz == "number" ? new Date(g(this.year, this.month, this.day, this.hour, this.minute - this.tz, this.second, this.ms)) : N(T(this.year, this.month + 1, this.day, this.hour, this.minute, this.second, this.tz), false);
      }
      getTime() {
        return this.getDate(false).getTime();
      }
      match(e, t) {
        if (!e.starYear && (this.year < 0 || this.year >= e.year.length || e.year[this.year] === 0)) return false;
        for (let n = 0; n < f.length; n++) {
          let r = f[n][0], a = f[n][2], i = this[r];
          if (i + a < 0 || i + a >= e[r].length) return false;
          let o = e[r][i + a];
          if (r === "day" && (o = this._matchDayValue(o, i, e, t)), !o) return false;
        }
        return true;
      }
    };
    P = 1440 * 60 * 1e3;
    $ = 30 * 1e3;
    M = [];
    j = class {
      name;
      options;
      _states;
      fn;
      _startAtRoundingMs = 0;
      getTz() {
        return this.options.timezone ?? this.options.utcOffset;
      }
      applyDayOffset(e) {
        let t = this._offsetMs();
        return t ? new Date(e.getTime() + t) : e;
      }
      _offsetMs() {
        return (this.options.dayOffset ?? 0) * P;
      }
      get _startAt() {
        return this.options.startAt;
      }
      get _stopAt() {
        return this.options.stopAt;
      }
      _nextTarget(e, t) {
        let n = this._offsetMs(), r = this._next(this._shift(e), new Date(t.getTime() - n), { startAt: this._shift(this._startAt), stopAt: this._shift(this._stopAt) });
        return r ? this.applyDayOffset(r.getDate(false)) : null;
      }
      _previousTarget(e, t) {
        let n = this._toMs(e ?? t) - this._offsetMs(), r = this._previous(new Date(n), { startAt: this._shift(this._startAt), stopAt: this._shift(this._stopAt) });
        return r ? this.applyDayOffset(r.getDate(false)) : null;
      }
      _shift(e) {
        if (e != null) return new c(new Date(this._toMs(e) - this._offsetMs()), this.getTz());
      }
      constructor(e, t, n) {
        let r, a;
        if (b(t)) a = t;
        else if (typeof t == "object") r = t;
        else if (t !== void 0) throw new Error("Cron: Invalid argument passed for optionsIn. Should be one of function, or object (options).");
        if (b(n)) a = n;
        else if (typeof n == "object") r = n;
        else if (n !== void 0) throw new Error("Cron: Invalid argument passed for funcIn. Should be one of function, or object (options).");
        this.name = r?.name;
        let i = r?.startAt;
        this.options = F(r), i && this._startAt && (this._startAtRoundingMs = this._startAt.getTime() - new c(i, this.getTz()).getTime());
        let o = !!e && (e instanceof Date || typeof e == "string" && e.indexOf(":") > 0);
        if (this._states = { kill: false, blocking: false, previousRun: void 0, currentRun: void 0, once: void 0, currentTimeout: void 0, maxRuns: r ? r.maxRuns : void 0, paused: r ? r.paused : false, pattern: o ? new C("* * * * *", void 0, { mode: "auto" }) : new C(e, this.options.timezone, { mode: this.options.mode, alternativeWeekdays: this.options.alternativeWeekdays, sloppyRanges: this.options.sloppyRanges, fixedTimeRule: this.options.fixedTimeRule }) }, o && (this._states.once = new c(e, this.getTz())), this.name) {
          if (M.find((l) => l.name === this.name)) throw new Error("Cron: Tried to initialize new named job '" + this.name + "', but name already taken.");
          M.push(this);
        }
        return a !== void 0 && L(a) && (this.fn = a, this.schedule()), this;
      }
      nextRun(e) {
        return this._nextTarget(e, /* @__PURE__ */ new Date());
      }
      nextRuns(e, t) {
        this._states.maxRuns !== void 0 && e > this._states.maxRuns && (e = this._states.maxRuns);
        let n = t || this._states.currentRun || void 0;
        return this._enumerateRuns(e, n, "next");
      }
      previousRuns(e, t) {
        return this._enumerateRuns(e, t || void 0, "previous");
      }
      enumerate(e) {
        return new A(this, e);
      }
      _enumerateRuns(e, t, n) {
        let r = [], a = /* @__PURE__ */ new Date(), i = t;
        for (; e-- > 0; ) {
          let o = n === "next" ? this._nextTarget(i, a) : this._previousTarget(i, a);
          if (!o) break;
          r.push(o), i = o;
        }
        return r;
      }
      match(e) {
        if (this._states.once) {
          let n = new c(e, this.getTz());
          n.ms = 0;
          let r = new c(this._states.once, this.getTz());
          return r.ms = 0, n.getTime() === r.getTime();
        }
        let t = new c(e, this.getTz());
        return t.ms = 0, t.match(this._states.pattern, this.options);
      }
      getPattern() {
        if (!this._states.once) return this._states.pattern ? this._states.pattern.pattern : void 0;
      }
      getOnce() {
        return this._states.once ? this._states.once.getDate() : null;
      }
      isRunning() {
        return !this._states.paused && !this._states.kill && this.fn !== void 0 && this._nextTarget(this._states.currentRun, /* @__PURE__ */ new Date()) !== null;
      }
      isStopped() {
        return this._states.kill;
      }
      isBusy() {
        return this._states.blocking;
      }
      currentRun() {
        return this._states.currentRun ? this._states.currentRun.getDate() : null;
      }
      previousRun() {
        return this._states.previousRun ? this._states.previousRun.getDate() : null;
      }
      msToNext(e) {
        let t = /* @__PURE__ */ new Date(), n = this._nextTarget(e, t);
        return n ? n.getTime() - this._toMs(e ?? t) : null;
      }
      stop() {
        this._states.kill = true, this._states.currentTimeout && clearTimeout(this._states.currentTimeout);
        let e = M.indexOf(this);
        e >= 0 && M.splice(e, 1);
      }
      pause() {
        return this._states.paused = true, !this._states.kill;
      }
      resume() {
        return this._states.paused = false, !this._states.kill;
      }
      schedule(e) {
        return this._schedule(e);
      }
      _schedule(e, t) {
        if (e && this.fn) throw new Error("Cron: It is not allowed to schedule two functions using the same Croner instance.");
        e && (this.fn = e);
        let n = t ?? /* @__PURE__ */ new Date(), r = this._nextTarget(void 0, n), a = r ? r.getTime() - n.getTime() : null, i = this._states.currentRun;
        i && i.getTime() > n.getTime() && (i = void 0);
        let o = this._nextTarget(i, n);
        return a === null || isNaN(a) || o === null ? this : (a > $ && (a = $), a < 0 && (a = this._states.paused ? 1e3 : 0), this._states.currentTimeout = setTimeout(() => this._checkTrigger(o), a), this._states.currentTimeout && this.options.unref && Y(this._states.currentTimeout), this);
      }
      async _trigger(e = /* @__PURE__ */ new Date()) {
        this._states.blocking = true, this._states.currentRun = new c(e, this.getTz());
        try {
          if (this.options.catch) try {
            this.fn !== void 0 && await this.fn(this, this.options.context);
          } catch (t) {
            if (b(this.options.catch)) try {
              Promise.resolve(this.options.catch(t, this)).catch(() => {
              });
            } catch {
            }
          }
          else this.fn !== void 0 && await this.fn(this, this.options.context);
        } finally {
          this._states.previousRun = new c(e, this.getTz()), this._states.blocking = false;
        }
      }
      async trigger() {
        await this._trigger();
      }
      runsLeft() {
        return this._states.maxRuns;
      }
      _checkTrigger(e) {
        let t = /* @__PURE__ */ new Date(), n = !this._states.paused && t.getTime() >= e.getTime(), r = this._states.blocking && this.options.protect;
        n && !r ? (this._states.maxRuns !== void 0 && this._states.maxRuns--, this._trigger(t)) : n && r && b(this.options.protect) && setTimeout(() => this.options.protect(this), 0), this._schedule(void 0, n ? void 0 : t);
      }
      _next(e, t, n) {
        let r = n ? n.startAt : this._startAt, a = n ? n.stopAt : this._stopAt, i = !!e, o = !!(e || this._states.currentRun), u = false;
        !e && r && this.options.interval && (e = this._calculatePreviousRun(r, t), e && (o = true), u = !e);
        let l = e ?? t ?? /* @__PURE__ */ new Date(), h = this._toMs(l);
        e = new c(l, this.getTz()), r && h < r.getTime() && (e = u ? r : new c(new Date(r.getTime() - 1e3), this.getTz()), h = e.getTime());
        let m = this._states.once || new c(e, this.getTz());
        if (!u && m !== this._states.once && (m = this._findOccurrence(e, h, 1, o)), this._states.once) {
          let d = this._states.once.getTime(), p = h - d;
          if (r && d < r.getTime() - this._startAtRoundingMs || this._states.currentRun && this.applyDayOffset(this._states.once.getDate()).getTime() <= this._states.currentRun.getTime() || (i ? p >= 0 : p > 1e3 && !this.options.allowPast)) return null;
        }
        return m === null || this._states.maxRuns !== void 0 && this._states.maxRuns <= 0 || this._states.kill || a && m.getTime() >= a.getTime() ? null : m;
      }
      _previous(e, t) {
        let n = this._toMs(e ?? /* @__PURE__ */ new Date());
        if (t.stopAt && n > t.stopAt.getTime() && (n = t.stopAt.getTime()), this._states.once) return this._states.once.getTime() < n ? this._states.once : null;
        let r = this._findOccurrence(new c(new Date(n), this.getTz()), n, -1);
        return r === null || t.startAt && r.getTime() < t.startAt.getTime() ? null : r;
      }
      _toMs(e) {
        if (e instanceof Date) return e.getTime();
        let t = new c(e, this.getTz());
        return t.getTime() + (typeof t.tz == "string" ? t.ms : 0);
      }
      _findOccurrence(e, t, n, r = false) {
        let a = this.options.interval ?? 0;
        if (a > 1 && (n === -1 || r)) {
          t += (a - 1) * 1e3 * n;
          let m = new Date(t);
          if (isNaN(m.getTime()) || (e = new c(m, this.getTz()), !(e.year >= 1 && e.year <= 9999))) return null;
          r = false;
        }
        let i = this._walk(e, t, n, r), o = this.getTz();
        if (this._states.pattern.isFixedTime && n === 1 || typeof o == "number" || U(t, o) !== (n === 1 ? "earlier" : "later")) return i;
        let u = Math.floor(t / 1e3) * 1e3, l = n === 1 ? k(u, u + P, o) : k(u - P, u, o) - 1e3;
        if (i && (l - i.getTime()) * n > 0) return i;
        let h = this._walk(new c(new Date(l), o), l - n, n, false, true);
        return !i || !h ? i ?? h : (i.getTime() - h.getTime()) * n > 0 ? h : i;
      }
      _walk(e, t, n, r, a = false) {
        let i = this._states.pattern, o = (l, h) => n === 1 ? l.increment(i, this.options, h) : l.decrement(i, this.options, h), u = new c(e, this.getTz());
        for ((!a || !u.match(i, this.options)) && (u = o(u, r)); u; ) {
          let l = this._runAt(u, t, n);
          if (l) return new c(l, this.getTz());
          u = o(u, false);
        }
        return null;
      }
      _runAt(e, t, n) {
        let r = (d) => (d.getTime() - t) * n > 0, a = e.tz;
        if (typeof a == "number") {
          let d = e.getDate();
          return r(d) ? d : null;
        }
        let i = T(e.year, e.month + 1, e.day, e.hour, e.minute, e.second, a), o = _(i), u = this._states.pattern.isFixedTime;
        if (o.kind === "single") return r(o.date) ? o.date : null;
        if (o.kind === "ambiguous") {
          let { earlier: d, later: p } = o;
          return (u ? [d] : n === 1 ? [d, p] : [p, d]).find(r) ?? null;
        }
        if (!u) return null;
        let l = new Date(k(o.before.getTime(), o.after.getTime(), a)), h = y(l, a);
        return h.y === i.y && h.m === i.m && h.d === i.d && r(l) ? l : null;
      }
      _calculatePreviousRun(e, t) {
        let n = new c(t, this.getTz()).getTime();
        if (e.getTime() > n) return;
        let r = this.options.interval * 1e3, a = e;
        for (; a.getTime() + r <= n; ) {
          let i = this._findOccurrence(a, a.getTime(), 1, true);
          if (i === null) break;
          a = i;
        }
        return a;
      }
    };
    A = class {
      cron;
      cursor;
      now;
      done;
      initialMaxRuns;
      remainingRuns;
      constructor(e, t) {
        this.cron = e, this.initialMaxRuns = e.runsLeft() ?? 1 / 0, this.reset(t);
      }
      next() {
        if (this.done || this.remainingRuns <= 0) return this.done = true, { value: void 0, done: true };
        let e = this.cron._nextTarget(this.cursor, this.now);
        return e === null ? (this.done = true, { value: void 0, done: true }) : (this.cursor = e, this.remainingRuns--, { value: e, done: false });
      }
      peek() {
        return this.done || this.remainingRuns <= 0 ? null : this.cron._nextTarget(this.cursor, this.now);
      }
      reset(e) {
        this.cursor = e instanceof Date ? new Date(e.getTime()) : e ?? void 0, this.now = /* @__PURE__ */ new Date(), this.done = false, this.remainingRuns = this.initialMaxRuns;
      }
      [Symbol.iterator]() {
        return this;
      }
    };
  }
});

// src/config/goal/cron-rules.ts
function cronProblem(pattern) {
  const problem = patternProblem(pattern);
  return problem === null ? null : asFieldValue(pattern, problem);
}
function patternProblem(pattern) {
  const fields = pattern.trim().split(/\s+/);
  if (pattern.length > 200 || fields.length !== 5 || pattern.trim().startsWith("@")) {
    return scheduleProblems.cronFields(pattern.trim() === "" ? 0 : fields.length);
  }
  const cron = openCron(pattern);
  if (typeof cron === "string") return scheduleProblems.notCron(cron);
  if (cron.nextRun(REFERENCE) === null) return scheduleProblems.noDate;
  return isTooOften(fields[0] ?? "") ? scheduleProblems.cronTooOften(LEAST_MINUTES) : null;
}
function openCron(pattern) {
  try {
    return new j(pattern, { mode: "5-part", paused: true, utcOffset: 0 });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return reason.replace(/^CronPattern: /, "");
  }
}
function isTooOften(minuteField) {
  const cron = openCron(`${minuteField} 0 1 1 *`);
  if (typeof cron === "string") return false;
  let last = cron.nextRun(new Date(REFERENCE.getTime() - 1));
  while (last !== null) {
    const next2 = cron.nextRun(last);
    const minutes = next2 === null ? 60 : (next2.getTime() - last.getTime()) / 6e4;
    if (minutes < LEAST_MINUTES || minutes >= 60) return minutes < LEAST_MINUTES;
    last = next2;
  }
  return false;
}
function longestGapDays(pattern) {
  const dates = pattern.trim().split(/\s+/).slice(2).join(" ");
  if (dates === "* * *") return 1;
  const cron = openCron(`0 0 ${dates}`);
  if (typeof cron === "string") return 1;
  const end = REFERENCE.getTime() + (dates.startsWith("* * ") ? 15 : 366) * DAY_MS2;
  let longest = 0;
  let last = cron.nextRun(REFERENCE);
  while (last !== null && (longest === 0 || last.getTime() < end)) {
    const next2 = cron.nextRun(last);
    longest = Math.max(longest, ((next2 ?? last).getTime() - last.getTime()) / DAY_MS2);
    if (next2 === null) break;
    last = next2;
  }
  return Math.max(1, longest);
}
var LEAST_MINUTES, REFERENCE, DAY_MS2;
var init_cron_rules = __esm({
  "src/config/goal/cron-rules.ts"() {
    "use strict";
    init_croner();
    init_problem();
    init_schedule_problems();
    LEAST_MINUTES = 5;
    REFERENCE = /* @__PURE__ */ new Date("2024-01-01T00:00:00Z");
    DAY_MS2 = 864e5;
  }
});

// src/config/goal/schedule-rules.ts
function intervalProblem(text2) {
  const reading = parseDuration(text2);
  if (reading.kind === "wrong") return notRight(reading.problem);
  const minutes = reading.value;
  if (minutes < LEAST_MINUTES) return asFieldValue(text2, scheduleProblems.intervalTooOften(LEAST_MINUTES));
  if (minutes % DAY_MINUTES === 0 || DAY_MINUTES % minutes === 0) return null;
  return asFieldValue(text2, scheduleProblems.unevenInterval(neighbours(minutes).map(formatDuration)));
}
function neighbours(minutes) {
  if (minutes > DAY_MINUTES) {
    const days = Math.floor(minutes / DAY_MINUTES);
    return [days * DAY_MINUTES, (days + 1) * DAY_MINUTES];
  }
  const divides = (amount) => DAY_MINUTES % amount === 0;
  const from = (start, step) => {
    let amount = start;
    while (!divides(amount)) amount += step;
    return amount;
  };
  return [from(minutes, -1), from(minutes, 1)];
}
function timezoneProblem(name) {
  if (/^[A-Za-z]/.test(name) && zoneExists(name)) return null;
  const nearest = nearestName(name, Intl.supportedValuesOf("timeZone"));
  return asFieldValue(name, scheduleProblems.notTimezone(nearest));
}
function usualWindowMinutes(schedule2) {
  const { every, cron } = schedule2;
  const interval = typeof every === "string" ? parseDuration(every) : null;
  if (interval?.kind === "value") return Math.max(DAY_MINUTES, interval.value);
  return typeof cron === "string" ? longestGapDays(cron) * DAY_MINUTES : DAY_MINUTES;
}
function scheduleFaults(schedule2) {
  const kinds = ["every", "cron", "once"].filter((kind) => kind in schedule2);
  const path = ["schedule"];
  const faults = [];
  if (kinds.length !== 1) faults.push({ path, at: "key", ...scheduleFieldProblems.kinds(kinds) });
  if ("timezone" in schedule2 && !("cron" in schedule2)) {
    faults.push({ path: [...path, "timezone"], at: "key", ...scheduleFieldProblems.timezoneAlone });
  }
  for (const name of ["catch_up", "catch_up_window"]) {
    if (!(name in schedule2) || kinds.join() !== "once") continue;
    faults.push({ path: [...path, name], at: "key", ...scheduleFieldProblems.notWithOnce(name) });
  }
  return faults;
}
function zoneExists(name) {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
var DAY_MINUTES;
var init_schedule_rules = __esm({
  "src/config/goal/schedule-rules.ts"() {
    "use strict";
    init_field_problems();
    init_problem();
    init_schedule_problems();
    init_inputs();
    init_nearest_name();
    init_cron_rules();
    DAY_MINUTES = 1440;
  }
});

// src/config/goal/goal-rules.ts
function goalFaults(raw, file, settings) {
  return [
    ...isMapping(raw["schedule"]) ? scheduleFaults(raw["schedule"]) : [],
    ...isMapping(raw["for_each"]) ? queueFaults(raw["for_each"]) : [],
    ...conditionFaults(raw),
    ...permissionFaults(mapping(raw["permissions"])),
    ...protectedFaults(mapping(raw["permissions"]), settings),
    ...boundFaults(mapping(raw["limits"]), settings),
    ...modelFaults(raw, file, settings)
  ];
}
function queueFaults(queue) {
  const kinds = QUEUE_KINDS.filter((kind) => kind in queue);
  const faults = [];
  const path = ["for_each"];
  if (kinds.length !== 1) faults.push({ path, at: "key", ...goalProblems.queueKinds(kinds) });
  if ("changed" in queue && !("files" in queue)) {
    faults.push({ path: [...path, "changed"], at: "key", ...goalProblems.changedAlone });
  }
  if (typeof queue["files"] === "string" && /^!(?!\()/.test(queue["files"])) {
    faults.push({ path: [...path, "files"], at: "value", ...goalProblems.negatedFiles });
  }
  return [...faults, ...ownLabelFaults(queue["issues"])];
}
function ownLabelFaults(issues) {
  const labels = mapping(issues)["labels"];
  if (!Array.isArray(labels)) return [];
  return labels.flatMap((label2, index) => {
    if (typeof label2 !== "string" || !isOwnLabel(label2)) return [];
    return [{ path: ["for_each", "issues", "labels", index], at: "value", ...goalProblems.ownLabel(label2) }];
  });
}
function conditionFaults(raw) {
  if (!("when" in raw) || "for_each" in raw) return [];
  return [{ path: ["when"], at: "key", ...goalProblems.whenAlone }];
}
function permissionFaults(permissions2) {
  const { read, write, effects } = permissions2;
  const onlyTakesAway = [
    { name: "read", globs: read },
    { name: "write", globs: write }
  ].filter(({ globs }) => Array.isArray(globs) && globs.length > 0 && globs.every(isNegated2));
  const faults = onlyTakesAway.map(({ name }) => {
    return { path: ["permissions", name], at: "value", ...goalProblems.onlyNegated(name) };
  });
  const writes = Array.isArray(write) && write.length > 0;
  if (!writes || !Array.isArray(effects) || effects.includes("draft_pull_request")) return faults;
  return [...faults, { path: ["permissions", "write"], at: "key", ...goalProblems.writeWithoutDraft }];
}
function protectedFaults({ write }, settings) {
  if (!Array.isArray(write)) return [];
  const rules = { protectedGlobs: settings.protectedPaths, goalsFolder: settings.goalsFolder };
  return write.flatMap((glob2, index) => {
    const refused = typeof glob2 === "string" ? refusedGlob(glob2, rules) : null;
    if (refused === null) return [];
    return [{ path: ["permissions", "write", index], at: "value", ...refusedGlobProblem(glob2, refused) }];
  });
}
function isNegated2(glob2) {
  return typeof glob2 === "string" && /^!(?!\()/.test(glob2);
}
function boundFaults(limits, settings) {
  return LIMIT_NAMES.flatMap((name) => {
    const asked = limits[name];
    const bound = settings.bounds[LIMIT_FIELDS[name].key];
    if (typeof asked !== "number" || bound === null || asked <= bound) return [];
    return [{ path: ["limits", name], at: "value", ...goalProblems.aboveBound(name, bound, asked) }];
  });
}
function modelFaults(raw, file, settings) {
  const name = raw["model"] ?? "default";
  if (typeof name !== "string") return [];
  const names2 = Object.keys(settings.models);
  const settled = names2.includes(name) ? settings.models[name] : void 0;
  if (settled === void 0) {
    const problem = goalProblems.unknownModel(name, nearestName(name, names2), names2);
    return [{ path: ["model"], at: "value", ...problem }];
  }
  if (settled.price !== null) return [];
  const model = { name, model: settled.model };
  const dollars = LIMIT_NAMES.filter(isDollars).filter((limit) => limit in mapping(raw["limits"]));
  const faults = dollars.map((limit) => {
    return { path: ["limits", limit], at: "key", ...goalProblems.limitWithoutPrice(limit, file, model) };
  });
  if (settings.budget.usdPerDay === null && settings.budget.usdPerMonth === null) return faults;
  return [...faults, { path: ["model"], at: "value", ...goalProblems.budgetWithoutPrice(model) }];
}
var init_goal_rules = __esm({
  "src/config/goal/goal-rules.ts"() {
    "use strict";
    init_labels();
    init_refused_globs();
    init_goal();
    init_goal_problems();
    init_limit_fields();
    init_nearest_name();
    init_raw_value();
    init_schedule_rules();
  }
});

// src/config/goal/wake-events.ts
function wakeEventProblem(name) {
  if (WAKE_EVENTS.some((event) => event === name)) return null;
  return asFieldValue(name, scheduleProblems.notEvent(name, nearestName(name, WAKE_EVENTS), WAKE_EVENTS));
}
var WAKE_EVENTS;
var init_wake_events = __esm({
  "src/config/goal/wake-events.ts"() {
    "use strict";
    init_problem();
    init_schedule_problems();
    init_nearest_name();
    WAKE_EVENTS = [
      "push",
      "create",
      "delete",
      "release",
      "issues",
      "issue_comment",
      "pull_request",
      "pull_request_review",
      "pull_request_review_comment",
      "discussion",
      "discussion_comment",
      "milestone",
      "label",
      "workflow_run",
      "check_suite",
      "deployment_status"
    ];
  }
});

// src/config/goal/goal-schema.ts
var command, commands, glob, wakeEvent, schedule, label, element, forEach, permissions, GoalFile;
var init_goal_schema = __esm({
  "src/config/goal/goal-schema.ts"() {
    "use strict";
    init_dist();
    init_goal();
    init_goal_notes();
    init_about();
    init_limit_fields();
    init_text_rules();
    init_cron_rules();
    init_schedule_rules();
    init_wake_events();
    command = pipe(string(), obeys(oneLine(1e3)), about(GOAL_NOTES.command));
    commands = (note) => optional(pipe(array(command), maxLength(20), about(note)), []);
    glob = pipe(string(), obeys(globRuleProblem), about(GOAL_NOTES.glob));
    wakeEvent = pipe(
      string(),
      obeys(wakeEventProblem),
      metadata({ ...GOAL_NOTES.event, enum: WAKE_EVENTS })
    );
    schedule = pipe(
      strictObject({
        every: optional(
          pipe(string(), obeys(intervalProblem), metadata({ ...GOAL_NOTES.every, pattern: "^\\d+[mhd]$" }))
        ),
        cron: optional(pipe(string(), obeys(cronProblem), about(GOAL_NOTES.cron))),
        timezone: optional(pipe(string(), obeys(timezoneProblem), about(GOAL_NOTES.timezone))),
        once: optional(pipe(literal(true), about(GOAL_NOTES.once))),
        catch_up: optional(pipe(picklist(["once", "each", "skip"]), about(GOAL_NOTES.catchUp)), "once"),
        catch_up_window: optional(
          pipe(
            string(),
            obeys(durationProblem),
            metadata({ ...GOAL_NOTES.catchUpWindow, pattern: "^\\d+[mhd]$" })
          )
        )
      }),
      metadata({
        ...GOAL_NOTES.schedule,
        oneOf: [{ required: ["every"] }, { required: ["cron"] }, { required: ["once"] }]
      })
    );
    label = pipe(string(), obeys(oneLine(50)), about(GOAL_NOTES.label));
    element = pipe(string(), obeys(oneLine(200)), about(GOAL_NOTES.element));
    forEach = pipe(
      strictObject({
        files: optional(glob),
        changed: optional(pipe(boolean(), about(GOAL_NOTES.changed))),
        issues: optional(
          pipe(
            strictObject({
              labels: pipe(array(label), minLength(1), maxLength(20), about(GOAL_NOTES.labels))
            }),
            about(GOAL_NOTES.issues)
          )
        ),
        commits: optional(pipe(literal(true), about(GOAL_NOTES.commits))),
        list: optional(pipe(array(element), minLength(1), maxLength(1e3), about(GOAL_NOTES.list))),
        drafts: optional(pipe(picklist(["together", "per_item"]), about(GOAL_NOTES.drafts)), "together")
      }),
      metadata({
        ...GOAL_NOTES.forEach,
        oneOf: QUEUE_KINDS.map((name) => ({ required: [name] }))
      })
    );
    permissions = pipe(
      strictObject({
        read: optional(pipe(array(glob), maxLength(100), about(GOAL_NOTES.read)), ["**"]),
        write: optional(pipe(array(glob), maxLength(100), about(GOAL_NOTES.write)), []),
        effects: optional(
          pipe(array(pipe(picklist(EFFECTS), about(GOAL_NOTES.effect))), about(GOAL_NOTES.effects)),
          ["draft_pull_request"]
        ),
        labels: optional(
          pipe(
            array(pipe(string(), obeys(oneLine(50)), about(GOAL_NOTES.label))),
            minLength(1),
            maxLength(100),
            about(GOAL_NOTES.setLabels)
          )
        )
      }),
      about(GOAL_NOTES.permissions)
    );
    GoalFile = pipe(
      strictObject({
        title: pipe(
          string(),
          obeys(oneLine(120)),
          metadata({ ...GOAL_NOTES.title, minLength: 1, maxLength: 120 })
        ),
        objective: pipe(
          string(),
          obeys(someText(8e3)),
          metadata({ ...GOAL_NOTES.objective, minLength: 1, maxLength: 8e3 })
        ),
        schedule,
        on: optional(pipe(array(wakeEvent), about(GOAL_NOTES.on)), []),
        when: optional(
          pipe(
            strictObject({
              queue_at_least: pipe(number(), safeInteger(), minValue(1), about(GOAL_NOTES.queueAtLeast))
            }),
            about(GOAL_NOTES.when)
          )
        ),
        for_each: optional(forEach),
        permissions: optional(permissions, {}),
        limits: optional(pipe(strictObject(limitEntries("usual")), about(GOAL_NOTES.limits)), {}),
        when_draft_is_open: optional(
          pipe(picklist(["wait", "update"]), about(GOAL_NOTES.whenDraftIsOpen)),
          "wait"
        ),
        setup: commands(GOAL_NOTES.setup),
        checks: commands(GOAL_NOTES.checks),
        done_when: commands(GOAL_NOTES.doneWhen),
        model: optional(pipe(string(), obeys(oneLine(40)), about(GOAL_NOTES.model)), "default"),
        enabled: optional(pipe(boolean(), about(GOAL_NOTES.enabled)), true)
      }),
      metadata({ title: "Wakeful goal", ...GOAL_NOTES.file })
    );
  }
});

// src/config/goal/goal-file.ts
function parseGoalFile(source) {
  const { file, text: text2, settings } = source;
  const reading = readConfigFile({
    ...{ file, text: text2, schema: GoalFile, whenEmpty: goalFileProblems.empty },
    rules: (raw) => goalFaults(raw, file, settings)
  });
  const nameProblems = fileNameProblems(file);
  if (reading.kind === "problems") {
    return { kind: "problems", problems: sortProblems([...nameProblems, ...reading.problems]) };
  }
  if (nameProblems.length > 0) return { kind: "problems", problems: nameProblems };
  return { kind: "goal", goal: makeGoal(source, reading.value) };
}
function goalId(file) {
  return baseName(file).replace(/\.ya?ml$/i, "");
}
function fileNameProblems(file) {
  const problem = nameProblem(baseName(file), goalId(file));
  return problem === null ? [] : [{ file, line: 1, column: 1, ...problem }];
}
function nameProblem(name, id) {
  if (!/\.ya?ml$/i.test(name)) return goalFileProblems.notYaml(name);
  if (id === "constructor" || id === "prototype") return goalFileProblems.reservedName(id);
  if (id.length > LONGEST_ID) return goalFileProblems.nameTooLong(id.length, LONGEST_ID);
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) return goalFileProblems.notKebabCase(name, kebab(id));
  return name.endsWith(".yml") ? null : goalFileProblems.ending(id);
}
function baseName(file) {
  return file.slice(file.lastIndexOf("/") + 1);
}
function kebab(text2) {
  const words = text2.normalize("NFKD").replace(/([a-z0-9])([A-Z])/g, "$1-$2").toLowerCase();
  return words.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, LONGEST_ID);
}
function makeGoal({ file, blob, settings }, value) {
  return {
    id: goalId(file),
    file,
    blob,
    title: value.title.trim(),
    objective: value.objective.trim(),
    schedule: makeSchedule(value.schedule),
    on: [...new Set(value.on)],
    when: value.when === void 0 ? null : { queueAtLeast: value.when.queue_at_least },
    forEach: value.for_each === void 0 ? null : makeQueue(value.for_each),
    permissions: {
      read: value.permissions.read,
      write: value.permissions.write,
      effects: [...new Set(value.permissions.effects)],
      ...value.permissions.labels !== void 0 && { labels: value.permissions.labels }
    },
    limits: goalLimits(value, settings),
    whenDraftIsOpen: value.when_draft_is_open,
    setup: value.setup,
    checks: value.checks,
    doneWhen: value.done_when,
    model: value.model,
    enabled: value.enabled
  };
}
function makeSchedule(schedule2) {
  const catchUp2 = schedule2.catch_up;
  const window = schedule2.catch_up_window === void 0 ? null : minutesOf(schedule2.catch_up_window);
  const catchUpWindowMinutes = window ?? usualWindowMinutes(schedule2);
  if (schedule2.every !== void 0) {
    return { kind: "every", minutes: minutesOf(schedule2.every), catchUp: catchUp2, catchUpWindowMinutes };
  }
  if (schedule2.cron === void 0) return { kind: "once" };
  const pattern = schedule2.cron.trim().split(/\s+/).join(" ");
  return { kind: "cron", pattern, timezone: schedule2.timezone ?? "UTC", catchUp: catchUp2, catchUpWindowMinutes };
}
function minutesOf(text2) {
  const reading = parseDuration(text2);
  if (reading.kind === "wrong")
    throw new Error(`a checked duration cannot be read: ${problemLine(reading.problem)}`);
  return reading.value;
}
function makeQueue(queue) {
  const [made, ...others] = QUEUE_KINDS.flatMap((kind) => MAKE_QUEUE[kind](queue) ?? []);
  if (made === void 0 || others.length > 0) throw new Error("a checked queue is not of exactly one kind");
  return made;
}
function goalLimits({ limits, model }, settings) {
  const usual = (name) => {
    const { key, usual: value } = LIMIT_FIELDS[name];
    return Math.min(value, settings.bounds[key] ?? value);
  };
  const hasPrice = (settings.models[model]?.price ?? null) !== null;
  return makeLimits(
    (name) => limits[name] ?? usual(name),
    (name) => hasPrice ? limits[name] ?? usual(name) : null
  );
}
var LONGEST_ID, MAKE_QUEUE;
var init_goal_file = __esm({
  "src/config/goal/goal-file.ts"() {
    "use strict";
    init_goal();
    init_goal_problems();
    init_problem();
    init_inputs();
    init_limit_fields();
    init_config_file();
    init_goal_rules();
    init_goal_schema();
    init_schedule_rules();
    LONGEST_ID = 64;
    MAKE_QUEUE = {
      files: ({ files: files2, changed = false, drafts }) => files2 === void 0 ? null : { kind: "files", pattern: files2, changed, drafts },
      issues: ({ issues, drafts }) => issues === void 0 ? null : { kind: "issues", labels: issues.labels, drafts },
      commits: ({ commits, drafts }) => commits === void 0 ? null : { kind: "commits", drafts },
      list: ({ list, drafts }) => list === void 0 ? null : { kind: "list", elements: [...new Set(list)], drafts }
    };
  }
});

// src/core/alert-state.ts
function hasRoom(alerts, mostOpen) {
  const open = Object.values(alerts.alerts).filter(
    (record2) => record2.issue !== null && !record2.known && record2.cause !== "folded"
  );
  return open.length < mostOpen - 1;
}
function isUndone(record2, room) {
  if (!record2.wanted) return true;
  if (record2.known) return false;
  if (record2.folded === true) return room;
  return record2.issue === null || record2.shown === null;
}
function hasUndoneAlert(alerts, goal, mostOpen) {
  const room = hasRoom(alerts, mostOpen);
  return Object.values(alerts.alerts).some(
    (record2) => record2.goal === goal && record2.cause !== "bad_goal" && isUndone(record2, room)
  );
}
function issueOf({ alerts }, record2) {
  if (record2.folded !== true) return record2.issue;
  return Object.values(alerts).find(({ cause }) => cause === "folded")?.issue ?? null;
}
var AGENT;
var init_alert_state = __esm({
  "src/core/alert-state.ts"() {
    "use strict";
    AGENT = "_agent";
  }
});

// src/report/problems/state-file-problems.ts
function fieldWords(faults) {
  const texts = faults.slice(0, SHOWN).map(({ path, found, kind, wanted }) => {
    if (kind === "rule") return `${show(path)} ${wanted} (it is ${show(found)})`;
    const state = kind === "missing" ? "it is missing" : `it is ${show(found)}`;
    return `${show(path)} must be ${printable(wanted)}, but ${state}`;
  });
  const more = faults.length > SHOWN ? ` and ${faults.length - SHOWN} more faults` : "";
  return texts.join(", ") + more;
}
function brokenRule(rule, requirement) {
  return `breaks the rule ${rule}${requirement === null ? "" : ` ${requirement}`}`;
}
function stateFileDetail(path, { message, hint }) {
  return `${printable(path)}: ${message}; what to do: ${hint}`;
}
var RESTORE, stateFileProblems, SHOWN, stateValues, LOG_LINE_PROBLEMS;
var init_state_file_problems = __esm({
  "src/report/problems/state-file-problems.ts"() {
    "use strict";
    init_problem();
    RESTORE = "restore the last good version of the file from the history of the state branch";
    stateFileProblems = {
      missingLock: problemText(
        "the file is missing",
        "restore it from the history of the state branch; without it the agent cannot know which goals are locked"
      ),
      empty: problemText("the file is empty", RESTORE),
      notJson: (reason, isCutOff) => problemText(
        `it is not valid JSON (${printable(reason)})${isCutOff ? ", and it seems to be cut off" : ""}`,
        RESTORE
      ),
      sameKey: (key) => problemText(`the field ${show(key)} is given twice`, RESTORE),
      notObject: (found) => problemText(`it must contain a JSON object, but contains ${show(found)}`, RESTORE),
      notVersion: (found) => problemText(`its version must be a whole number, but is ${show(found)}`, RESTORE),
      otherVersion: (found, read) => problemText(
        `it has version ${found}, and this program reads version ${read}`,
        found > read ? `use a program that reads version ${found} (a newer Wakeful wrote this file)` : "run `wakeful migrate` while no run is going on"
      ),
      fields: (faults) => problemText(fieldWords(faults), RESTORE),
      otherName: (field, { name, found }) => problemText(
        `its ${field} is "${found}", but the file's name says "${name}"`,
        "give the file its own name again, or remove it if it is a copy"
      )
    };
    SHOWN = 3;
    stateValues = {
      time: "is not a time such as 2026-11-22T03:00:00Z",
      day: "is not a day such as 2026-11-22",
      month: "is not a month such as 2026-11",
      map: "is not an object",
      sha: "is not the full id of a commit"
    };
    LOG_LINE_PROBLEMS = {
      notJson: "not valid JSON",
      notEntry: "not a log entry of this version"
    };
  }
});

// src/core/lease.ts
function takeLease(lock, request) {
  const epoch = lock.epoch + 1;
  const lease = {
    wake: request.wake,
    nonce: request.nonce,
    epoch,
    step: 1,
    taken_at: isoTime(request.now),
    expires_at: isoTime(request.expiresAt),
    reservation: request.reservation,
    goal_blob: request.goalBlob,
    yield: null,
    item: request.item,
    ...request.isForPerson ? { for_person: true } : {}
  };
  return { ...lock, epoch, leases: { ...lock.leases, [request.goal]: lease } };
}
function myLease(lock, mine) {
  const lease = lock.leases[mine.goal];
  if (lease === void 0) return null;
  return lease.wake === mine.wake && lease.nonce === mine.nonce && lease.epoch === mine.epoch ? lease : null;
}
function withLease(lock, goal, lease) {
  return { ...lock, leases: { ...lock.leases, [goal]: lease } };
}
function dropLease(lock, goal) {
  const { [goal]: _dropped, ...leases } = lock.leases;
  return { ...lock, leases };
}
function isLeaseOverdue(lease, now) {
  return now > Date.parse(lease.expires_at) + LEASE_GRACE_MS;
}
function isAskedToYield(lease) {
  return lease.yield !== null && lease.yield.epoch === lease.epoch;
}
var LEASE_GRACE_MS, LONGEST_LEASE_MS;
var init_lease = __esm({
  "src/core/lease.ts"() {
    "use strict";
    init_time();
    LEASE_GRACE_MS = 6e4;
    LONGEST_LEASE_MS = 12 * HOUR_MS;
  }
});

// src/report/problems/forged-state-problems.ts
var RESTORE2, forgedStateProblems;
var init_forged_state_problems = __esm({
  "src/report/problems/forged-state-problems.ts"() {
    "use strict";
    init_problem();
    RESTORE2 = "find out who pushed it, let nobody but the agent push the state branch, and restore the last good version of the file from its history";
    forgedStateProblems = {
      otherBranch: (key, { found, start }) => problemText(
        `the draft ${show(key)} names the branch ${show(found)}, which is not the agent's branch of this draft (that begins with ${show(start)} and ends with the draft's generation)`,
        RESTORE2
      ),
      otherMarker: (item, { found, wanted }) => problemText(
        `the task ${show(item)} holds an effect with the marker ${show(found)}, but its own begin as in ${show(wanted)}`,
        RESTORE2
      ),
      otherAlert: ({ name, wanted }) => problemText(`the alert ${show(wanted)} is filed as ${show(name)}`, RESTORE2),
      longLock: (goal, { taken_at: from, expires_at: to }) => problemText(
        `the lock on ${show(goal)} lasts from ${from} to ${to}, which is longer than any run`,
        RESTORE2
      ),
      endlessNumber: (field, found) => problemText(`${show(field)} is ${found}, more than any number of runs gives`, RESTORE2),
      numberTooHigh: ({ field, found }, highest) => problemText(
        `${show(field)} is ${found}, but the highest number that was given to a lock is ${highest.found}`,
        `if \`state/lock.json\` was put back to an older version, set ${show(highest.field)} in it to ${found}; otherwise ${RESTORE2}`
      ),
      futureTime: (field, { found, latest }) => problemText(
        `${show(field)} is ${show(found)}, which lies in the future (a run allows times up to ${latest})`,
        `set the clock of the machine right if it is wrong; otherwise ${RESTORE2}`
      )
    };
  }
});

// src/config/state/state-json.ts
function decodeFile(path, text2, schema) {
  const value = parseJson(path, text2);
  checkVersion(path, value);
  const result = safeParse(schema, value);
  if (!result.success) {
    throw badFile(path, stateFileProblems.fields(result.issues.map(fieldFault)));
  }
  return value;
}
function encodeValue(value) {
  const text2 = encoded.get(value) ?? maskedJson(inStableOrder(value), 2);
  encoded.set(value, text2);
  return text2;
}
function refuseUnreadable(path, value, schema) {
  const result = safeParse(schema, value);
  if (!result.success)
    throw new Error(`${path} would not be readable: ${fieldWords(result.issues.map(fieldFault))}`);
}
function badFile(path, problem) {
  return new Halt("bad_state_file", stateFileDetail(path, problem));
}
function parseJson(path, text2) {
  if (text2.trim() === "") throw badFile(path, stateFileProblems.empty);
  let value;
  try {
    value = JSON.parse(text2);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw badFile(path, stateFileProblems.notJson(reason, !/[}\]]\s*$/.test(text2)));
  }
  const doubled = isAsWritten(text2, value) ? null : doubledKey(text2);
  if (doubled !== null) throw badFile(path, stateFileProblems.sameKey(doubled));
  return value;
}
function checkVersion(path, value) {
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  if (!isObject) throw badFile(path, stateFileProblems.notObject(value));
  const version2 = "version" in value ? value.version : void 0;
  if (!Number.isSafeInteger(version2) || typeof version2 !== "number") {
    throw badFile(path, stateFileProblems.notVersion(version2));
  }
  if (version2 !== STATE_VERSION) throw badFile(path, stateFileProblems.otherVersion(version2, STATE_VERSION));
}
function fieldFault(issue) {
  const path = (issue.path ?? []).map((part) => String(part.key)).join(".");
  const found = issue.input;
  if (issue.kind === "schema") {
    const kind = issue.received === "undefined" ? "missing" : "type";
    return { path, found, kind, wanted: issue.expected ?? "something else" };
  }
  const requirement = typeof issue.requirement === "number" ? issue.requirement : null;
  const isOwn = Object.values(stateValues).includes(issue.message);
  return { path, found, kind: "rule", wanted: isOwn ? issue.message : brokenRule(issue.type, requirement) };
}
function isAsWritten(text2, value) {
  return text2 === `${JSON.stringify(value, null, 2)}
`;
}
function doubledKey(text2) {
  const open = [];
  let last = null;
  for (const [token] of text2.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]:]/g)) {
    if (token === "{" || token === "[") open.push(/* @__PURE__ */ new Set());
    else if (token === "}" || token === "]") open.pop();
    else if (token === ":" && last !== null) {
      const key = String(JSON.parse(last));
      const keys = open.at(-1);
      if (keys?.has(key)) return key;
      keys?.add(key);
    }
    last = token.startsWith('"') ? token : null;
  }
  return null;
}
function inStableOrder(value) {
  if (Array.isArray(value)) return value.map(inStableOrder);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b2]) => rank(a) - rank(b2) || compareText(a, b2));
  return Object.fromEntries(entries.map(([key, part]) => [key, inStableOrder(part)]));
}
function rank(key) {
  const place = FIRST.indexOf(key);
  return place === -1 ? FIRST.length : place;
}
var encoded, FIRST;
var init_state_json = __esm({
  "src/config/state/state-json.ts"() {
    "use strict";
    init_dist();
    init_masked_record();
    init_compare_text();
    init_ending();
    init_state();
    init_state_file_problems();
    encoded = /* @__PURE__ */ new WeakMap();
    FIRST = ["version", "repository", "id", "kind", "goal"];
  }
});

// src/config/state/cross-check.ts
function refuseForged(state) {
  const { lock, checkpoints, requests, alerts } = state;
  refuse("state/lock.json", lockProblem(lock));
  for (const checkpoint of Object.values(checkpoints))
    refuse(`state/checkpoints/${checkpoint.goal}.json`, checkpointProblem(checkpoint, lock));
  for (const { id, begun_epoch: epoch } of Object.values(requests))
    refuse(`state/requests/${id}.json`, epochProblem("begun_epoch", epoch, lock));
  for (const [name, { goal, cause }] of Object.entries(alerts.alerts)) {
    const wanted = `${goal}/${cause}`;
    if (name !== wanted) refuse("state/alerts.json", forgedStateProblems.otherAlert({ name, wanted }));
  }
}
function refuse(path, problem) {
  if (problem !== null) throw badFile(path, problem);
}
function lockProblem(lock) {
  if (lock.epoch > MOST_EPOCH) return forgedStateProblems.endlessNumber("epoch", lock.epoch);
  return firstOf(Object.entries(lock.leases), ([goal, lease]) => leaseProblem(goal, lease, lock));
}
function leaseProblem(goal, { epoch, taken_at, expires_at }, lock) {
  const lasts = Date.parse(expires_at) - Date.parse(taken_at);
  if (lasts > LONGEST_LEASE_MS) return forgedStateProblems.longLock(goal, { taken_at, expires_at });
  return epochProblem(`leases.${goal}.epoch`, epoch, lock);
}
function epochProblem(field, epoch, lock) {
  return epoch === void 0 || epoch <= lock.epoch ? null : forgedStateProblems.numberTooHigh({ field, found: epoch }, { field: "epoch", found: lock.epoch });
}
function checkpointProblem(checkpoint, lock) {
  return epochProblem("last_lease.epoch", checkpoint.last_lease?.epoch, lock) ?? firstOf(
    Object.entries(checkpoint.drafts),
    ([key, draft]) => branchProblem(checkpoint.goal, key, draft)
  ) ?? firstOf(
    Object.entries(checkpoint.items),
    ([key, { outbox: outbox2 }]) => firstOf(outbox2, (entry) => entryProblem(checkpoint.goal, key, entry))
  );
}
function branchProblem(goal, key, { branch, generation }) {
  const isOwn = isBranchOf(branch, { goal, generation });
  return isOwn ? null : forgedStateProblems.otherBranch(key, { found: branch, start: `${BRANCH_PREFIX}${goal}/` });
}
function entryProblem(goal, key, entry) {
  if (entry.kind === "draft") {
    const wanted = markerOf(goal, entry.draft, 0);
    return entry.marker === wanted ? null : forgedStateProblems.otherMarker(key, { found: entry.marker, wanted });
  }
  const own = markerOf(goal, key, 0).slice(0, -1);
  const place = entry.marker.startsWith(own) ? entry.marker.slice(own.length) : "";
  const isOwn = /^[1-9]\d?$/.test(place) && Number(place) <= MOST_EFFECTS;
  return isOwn ? null : forgedStateProblems.otherMarker(key, { found: entry.marker, wanted: `${own}1` });
}
function firstOf(values, problemOf) {
  for (const value of values) {
    const problem = problemOf(value);
    if (problem !== null) return problem;
  }
  return null;
}
var MOST_EPOCH;
var init_cross_check = __esm({
  "src/config/state/cross-check.ts"() {
    "use strict";
    init_item();
    init_lease();
    init_work_branch();
    init_forged_state_problems();
    init_state_json();
    MOST_EPOCH = 1e12;
  }
});

// src/core/event.ts
var EVENTS;
var init_event = __esm({
  "src/core/event.ts"() {
    "use strict";
    EVENTS = {
      wake_started: "info",
      wake_ended: "info",
      heartbeat: "info",
      lease_taken: "info",
      lease_released: "info",
      took_over: "warn",
      lease_lost: "warn",
      slots_classified: "info",
      slots_missed: "warn",
      window_started: "info",
      window_finished: "info",
      item_started: "info",
      item_passed_over: "info",
      item_continued: "info",
      item_ended: "info",
      item_failed: "warn",
      item_stuck: "error",
      tool_refused: "warn",
      check_ran: "info",
      checks_not_run: "warn",
      limit_near: "info",
      model_fault: "warn",
      overspent: "error",
      draft_opened: "info",
      draft_updated: "info",
      draft_found: "info",
      draft_behind: "warn",
      draft_closed: "info",
      draft_merged: "info",
      draft_refused: "warn",
      draft_taken_over: "warn",
      issue_commented: "info",
      issue_opened: "info",
      issue_labelled: "info",
      effect_failed: "warn",
      alert_opened: "warn",
      alert_updated: "info",
      alert_closed: "info",
      goal_paused: "warn",
      goal_resumed: "info",
      goal_edited: "info",
      bad_goal: "error",
      bad_settings: "error",
      request_stored: "info",
      request_served: "info",
      request_answered: "info",
      yielded: "info",
      stop_set: "warn",
      stop_removed: "info",
      workflow_disabled: "warn",
      workflow_enabled: "info",
      silence_seen: "warn",
      lease_stuck: "warn",
      budget_spent: "warn",
      secret_found: "error",
      log_full: "warn"
    };
  }
});

// src/config/state/state-schema.ts
function isTime(value) {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z$/.test(value) && !Number.isNaN(Date.parse(value));
}
function mapOf(key, value) {
  return pipe(
    unknown(),
    check((map) => !Array.isArray(map), stateValues.map),
    record(key, value)
  );
}
var count2, text, maybeText, time, maybeTime, day, ending, sha, version, Lease, LockFile, outbox, receipt, Item, DraftEntry, Window, CheckpointFile, Sums, BudgetFile, WakeEntry, GoalEntry, StatusFile, Alert, AlertsFile, RequestFile, LogLine;
var init_state_schema = __esm({
  "src/config/state/state-schema.ts"() {
    "use strict";
    init_dist();
    init_ending();
    init_event();
    init_state_file_problems();
    count2 = pipe(number(), safeInteger(), minValue(0));
    text = string();
    maybeText = nullable(text);
    time = pipe(string(), check(isTime, stateValues.time));
    maybeTime = nullable(time);
    day = pipe(string(), regex(/^\d{4}-\d\d-\d\d$/, stateValues.day));
    ending = nullable(picklist(Object.keys(ENDINGS)));
    sha = pipe(string(), regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/, stateValues.sha));
    version = pipe(number(), safeInteger());
    Lease = looseObject({
      wake: text,
      nonce: text,
      epoch: count2,
      step: count2,
      taken_at: time,
      expires_at: time,
      reservation: looseObject({ day, tokens: count2, usd_micros: count2 }),
      goal_blob: text,
      yield: nullable(looseObject({ epoch: count2, by: text, request: text })),
      item: maybeText,
      for_person: exactOptional(boolean())
    });
    LockFile = looseObject({
      version,
      repository: text,
      epoch: count2,
      leases: mapOf(text, Lease)
    });
    outbox = variant("kind", [
      looseObject({ kind: literal("draft"), draft: text, marker: text }),
      looseObject({ kind: literal("comment_on_issue"), issue: count2, body: text, marker: text }),
      looseObject({ kind: literal("open_issue"), title: text, body: text, marker: text }),
      looseObject({ kind: literal("label_issue"), issue: count2, labels: array(text), marker: text })
    ]);
    receipt = looseObject({
      kind: picklist(["comment_on_issue", "open_issue", "label_issue"]),
      issue: count2,
      url: text
    });
    Item = looseObject({
      status: picklist(["open", "done", "stuck", "refused", "merged", "taken_over"]),
      attempts: count2,
      ending,
      detail: text,
      summary: text,
      notes: array(text),
      checks: array(text),
      draft: maybeText,
      updated_at: time,
      spent: looseObject({ tokens: count2, usd_micros: count2, calls: count2 }),
      outbox: array(outbox),
      title: exactOptional(text),
      lifted: exactOptional(boolean()),
      effects: exactOptional(array(receipt))
    });
    DraftEntry = looseObject({
      branch: text,
      generation: pipe(number(), safeInteger(), minValue(1)),
      tip: nullable(sha),
      base: sha,
      title: text,
      window: looseObject({ slot: time, from: time, to: time, commit: sha }),
      number: nullable(count2),
      url: maybeText,
      outcome: picklist(["none", "open", "merged", "closed", "taken_over"]),
      opened_at: maybeTime,
      changed_files: count2,
      changed_lines: count2,
      complete: boolean(),
      full: boolean(),
      digest: exactOptional(text)
    });
    Window = looseObject({
      slot: time,
      kind: picklist(["ran", "caught_up", "asked"]),
      from: looseObject({ time, commit: nullable(sha) }),
      to: looseObject({ time, commit: sha }),
      queue: array(text),
      is_cut: exactOptional(literal(true))
    });
    CheckpointFile = looseObject({
      version,
      goal: text,
      goal_blob: maybeText,
      last_lease: nullable(looseObject({ wake: text, nonce: text, epoch: count2, at: time, step: count2 })),
      finished: nullable(looseObject({ slot: time, time, commit: sha })),
      classified_to: maybeTime,
      counters: looseObject({ ran: count2, caught_up: count2, missed: count2, skipped: count2, overlapped: count2 }),
      window: nullable(Window),
      given_up: exactOptional(nullable(Window)),
      items: mapOf(text, Item),
      drafts: mapOf(text, DraftEntry),
      own_versions: array(text),
      consecutive_failures: count2,
      dead_wakes: count2,
      pause: nullable(looseObject({ reason: text, at: time, by: text })),
      budget_spent: exactOptional(
        looseObject({ days: array(day), left_tokens: count2, left_usd_micros: nullable(count2) })
      ),
      pauses: exactOptional(array(looseObject({ since: time, until: time }))),
      last_event: exactOptional(time),
      refusals: exactOptional(count2),
      changes: exactOptional(
        array(looseObject({ slot: time, characters: count2, files: mapOf(text, maybeText) }))
      )
    });
    Sums = looseObject({
      reserved_tokens: count2,
      reserved_usd_micros: count2,
      spent_tokens: count2,
      spent_usd_micros: count2,
      calls: count2
    });
    BudgetFile = looseObject({
      version,
      days: mapOf(day, mapOf(text, Sums)),
      months: mapOf(pipe(string(), regex(/^\d{4}-\d\d$/, stateValues.month)), mapOf(text, Sums))
    });
    WakeEntry = looseObject({
      id: text,
      url: maybeText,
      trigger: picklist(["schedule", "event", "person"]),
      started_at: time,
      ended_at: maybeTime,
      ending
    });
    GoalEntry = looseObject({
      title: text,
      ending,
      detail: text,
      at: maybeTime,
      consecutive_failures: count2,
      queue_depth: count2,
      next_due: maybeTime
    });
    StatusFile = looseObject({
      version,
      last_wake: nullable(WakeEntry),
      seen_at: maybeTime,
      goals: mapOf(text, GoalEntry),
      stop: nullable(
        looseObject({
          reason: text,
          since: time,
          variable: exactOptional(text),
          disabled: exactOptional(array(text))
        })
      ),
      stops: exactOptional(array(looseObject({ since: time, until: time, reason: text }))),
      comments: exactOptional(array(count2)),
      watched_at: exactOptional(time)
    });
    Alert = looseObject({
      goal: text,
      cause: text,
      title: text,
      body: text,
      raised_at: time,
      wanted: boolean(),
      issue: nullable(count2),
      shown: maybeText,
      known: boolean(),
      detail: exactOptional(text),
      about: exactOptional(text),
      folded: exactOptional(boolean())
    });
    AlertsFile = looseObject({ version, alerts: mapOf(text, Alert) });
    RequestFile = looseObject({
      version,
      id: text,
      kind: picklist(["run", "pause", "resume"]),
      goal: text,
      origin: picklist(["person", "event"]),
      by: text,
      at: time,
      reason: text,
      begun_epoch: exactOptional(count2)
    });
    LogLine = looseObject({
      ts: time,
      level: picklist(["debug", "info", "warn", "error"]),
      event: picklist(Object.keys(EVENTS)),
      message: text,
      wake: text,
      goal: exactOptional(text),
      item: exactOptional(text),
      data: exactOptional(mapOf(text, unknown()))
    });
  }
});

// src/config/state/state-files.ts
function emptyState(repository) {
  const version2 = STATE_VERSION;
  return {
    lock: { version: version2, repository, epoch: 0, leases: {} },
    budget: { version: version2, days: {}, months: {} },
    status: { version: version2, last_wake: null, seen_at: null, goals: {}, stop: null },
    alerts: { version: version2, alerts: {} },
    checkpoints: {},
    requests: {},
    stop: null
  };
}
function decodeState(files2) {
  const lockText = files2.get(PATHS.lock);
  if (lockText === void 0) throw badFile(PATHS.lock, stateFileProblems.missingLock);
  const lock = decodeFile(PATHS.lock, lockText, LockFile);
  const empty = emptyState(lock.repository);
  const read = (path, schema, otherwise) => {
    const text2 = files2.get(path);
    return text2 === void 0 ? otherwise : decodeFile(path, text2, schema);
  };
  const state = {
    lock,
    budget: read(PATHS.budget, BudgetFile, empty.budget),
    status: read(PATHS.status, StatusFile, empty.status),
    alerts: read(PATHS.alerts, AlertsFile, empty.alerts),
    checkpoints: decodeFolder(files2, CHECKPOINT, (path, text2, name) => {
      const checkpoint = decodeFile(path, text2, CheckpointFile);
      refuseOtherName(path, "goal", { name, found: checkpoint.goal });
      return checkpoint;
    }),
    requests: decodeFolder(files2, REQUEST, (path, text2, name) => {
      const request = decodeFile(path, text2, RequestFile);
      refuseOtherName(path, "id", { name, found: request.id });
      return request;
    }),
    stop: files2.get(PATHS.stop) ?? null
  };
  refuseForged(state);
  return state;
}
function encodeState(before, after) {
  const old = partsOf(before ?? emptyState(after.lock.repository));
  if (before === null) old.delete(PATHS.lock);
  const wanted = partsOf(after);
  const changes = /* @__PURE__ */ new Map();
  for (const [path, part] of wanted) {
    const text2 = changedText(path, old.get(path), part);
    if (text2 !== null) changes.set(path, text2);
  }
  for (const path of old.keys()) if (!wanted.has(path)) changes.set(path, null);
  if (before !== null && before.stop !== null && after.stop === null) changes.set(PATHS.stop, null);
  if (after.stop !== null && after.stop !== before?.stop) changes.set(PATHS.stop, after.stop);
  return changes;
}
function partsOf(state) {
  return new Map([
    [PATHS.lock, { schema: LockFile, value: state.lock }],
    [PATHS.budget, { schema: BudgetFile, value: state.budget }],
    [PATHS.status, { schema: StatusFile, value: state.status }],
    [PATHS.alerts, { schema: AlertsFile, value: state.alerts }],
    ...Object.entries(state.checkpoints).map(
      ([name, value]) => [`state/checkpoints/${name}.json`, { schema: CheckpointFile, value }]
    ),
    ...Object.entries(state.requests).map(
      ([name, value]) => [`state/requests/${name}.json`, { schema: RequestFile, value }]
    )
  ]);
}
function changedText(path, before, after) {
  if (before?.value === after.value) return null;
  const text2 = encodeValue(after.value);
  if (before !== void 0 && encodeValue(before.value) === text2) return null;
  refuseUnreadable(path, after.value, after.schema);
  return text2;
}
function encodeLogLine(entry) {
  const { ts, level, event, message, wake, goal, item, data, ...unknown2 } = entry;
  return maskedJson({ ts, level, event, message, wake, goal, item, data, ...unknown2 });
}
function decodeLogLines(text2) {
  const entries = [];
  const unreadable = [];
  for (const [index, line] of text2.split("\n").entries()) {
    if (line.trim() === "") continue;
    const entry = decodeLogLine(line);
    if (typeof entry === "string") unreadable.push({ line: index + 1, reason: entry });
    else entries.push(entry);
  }
  return { entries, unreadable };
}
function decodeLogLine(line) {
  let value;
  try {
    value = JSON.parse(line);
  } catch {
    return LOG_LINE_PROBLEMS.notJson;
  }
  if (!is(LogLine, value)) return LOG_LINE_PROBLEMS.notEntry;
  return value;
}
function decodeFolder(files2, pattern, decode) {
  const found = [...files2].flatMap(([path, text2]) => {
    const name = pattern.exec(path)?.[1];
    return name === void 0 || !/^[A-Za-z0-9_][A-Za-z0-9._-]*$/.test(name) ? [] : [[name, decode(path, text2, name)]];
  });
  return Object.fromEntries(found);
}
function refuseOtherName(path, field, names2) {
  if (names2.found !== names2.name) throw badFile(path, stateFileProblems.otherName(field, names2));
}
var PATHS, CHECKPOINT, REQUEST;
var init_state_files = __esm({
  "src/config/state/state-files.ts"() {
    "use strict";
    init_dist();
    init_masked_record();
    init_state();
    init_state_file_problems();
    init_cross_check();
    init_state_json();
    init_state_schema();
    PATHS = {
      lock: "state/lock.json",
      budget: "state/budget.json",
      status: "state/status.json",
      alerts: "state/alerts.json",
      stop: "state/STOP"
    };
    CHECKPOINT = /^state\/checkpoints\/([^/]+)\.json$/;
    REQUEST = /^state\/requests\/([^/]+)\.json$/;
  }
});

// src/core/access/mask-foot.ts
function maskedAboveFoot(text2, mask) {
  const foot = text2.trimEnd().lastIndexOf("\n\n");
  const start = foot === -1 ? 0 : foot;
  return joinMasked([mask.mask(text2.slice(0, start)), mask.identity(text2.slice(start))], "");
}
var init_mask_foot = __esm({
  "src/core/access/mask-foot.ts"() {
    "use strict";
    init_masked();
  }
});

// src/report/on-github/commit-message.ts
function stateCommitMessage(commit) {
  const subject = titleText(masked`${commit.goal ?? fixed("wakeful")}: ${commit.what}`, STATE_SUBJECT_LENGTH);
  return `${subject}

[skip ci]

${trailers(commit)}
`;
}
function workCommitMessage(commit) {
  const what = commit.item === null ? commit.goal.title : masked`${commit.goal.title}: ${commit.item}`;
  const subject = titleText(masked`${commit.prefix}${what}`, SUBJECT_LENGTH);
  const body = paragraph(commit.summary);
  const own = `Wakeful-Goal: ${plainLine(commit.goal.id)}
`;
  return `${subject}

${body === "" ? "" : `${body}

`}${own}${trailers(commit)}
`;
}
function mergeCommitMessage(commit) {
  const subject = titleText(masked`${commit.prefix}merge ${commit.from} into ${commit.into}`, SUBJECT_LENGTH);
  return `${subject}

Wakeful-Goal: ${plainLine(commit.goal)}
${trailers(commit)}
`;
}
function paragraph(text2) {
  return wrapToWidth(plainLine(titleText(text2, SUMMARY_LENGTH)), SUBJECT_LENGTH).map((line) => withoutCommand(/^[A-Za-z][A-Za-z-]*\s*:|^#/.test(line) ? ` ${line}` : line)).join("\n");
}
function trailers(origin) {
  const lines = [
    `Wakeful-Wake: ${plainLine(origin.wake)}`,
    ...origin.epoch === null ? [] : [`Wakeful-Epoch: ${origin.epoch}`],
    ...origin.step === null ? [] : [`Wakeful-Step: ${origin.step}`],
    `Wakeful-Nonce: ${plainLine(origin.nonce)}`
  ];
  return lines.join("\n");
}
var SUBJECT_LENGTH, STATE_SUBJECT_LENGTH, SUMMARY_LENGTH;
var init_commit_message = __esm({
  "src/report/on-github/commit-message.ts"() {
    "use strict";
    init_masked();
    init_display_width();
    init_markdown();
    init_orders();
    SUBJECT_LENGTH = 72;
    STATE_SUBJECT_LENGTH = 100;
    SUMMARY_LENGTH = 2e3;
  }
});

// src/ledger/backoff.ts
var FIRST_WAIT_MS, LONGEST_WAIT_MS, LONGEST_AFTER_REFUSAL_MS, Waiting;
var init_backoff = __esm({
  "src/ledger/backoff.ts"() {
    "use strict";
    init_halt();
    FIRST_WAIT_MS = 50;
    LONGEST_WAIT_MS = 5e3;
    LONGEST_AFTER_REFUSAL_MS = 1600;
    Waiting = class {
      #ports;
      #end;
      #wait = FIRST_WAIT_MS;
      /** `patienceMs`: how long an outage is waited out. */
      constructor(ports, patienceMs) {
        this.#ports = ports;
        this.#end = ports.clock.monotonic() + patienceMs;
      }
      async once(signal) {
        await this.#ports.clock.sleep(this.#wait * (0.5 + this.#ports.random.fraction()), signal);
        this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT_MS);
      }
      /** The pause after a push that did not land. A refusal says that the remote is well and others get on. */
      async after(push, signal) {
        if (push === "refused") this.#wait = Math.min(this.#wait, LONGEST_AFTER_REFUSAL_MS);
        await this.once(signal);
      }
      /** Repeats `look` while the remote cannot be reached. Only for what changes nothing. */
      async through(look, signal) {
        for (; ; ) {
          try {
            return await look();
          } catch (reason) {
            if (!isOutage(reason) || this.#ports.clock.monotonic() >= this.#end) throw reason;
          }
          await this.once(signal);
        }
      }
    };
  }
});

// src/report/log/run-lines.ts
function outcomeOf({ ending: ending2, goals, drafts }) {
  const others = goals.filter((goal) => !isSuccess(goal.ending));
  const byEnding = [...Map.groupBy(others, (goal) => goal.ending)].map(
    ([each, same]) => `${endingWords(each)} (${listWords(same.map(({ goal }) => goal))})`
  );
  const opened = drafts === 0 ? [] : [`${count(drafts, "draft")} opened`];
  const clauses = [...opened, ...byEnding];
  if (others.length === 0 && drafts > 0) clauses.push("0 problems");
  return clauses.length === 0 ? endingWords(ending2) : clauses.join(", ");
}
function isSuccess(ending2) {
  const { outcome } = ENDINGS[ending2];
  return outcome === "worked" || outcome === "unchanged" || outcome === "not_due";
}
var LOG_FULL, RUN_LINES;
var init_run_lines = __esm({
  "src/report/log/run-lines.ts"() {
    "use strict";
    init_ending();
    init_masked();
    init_ending_words();
    init_sentences();
    LOG_FULL = fixed(
      "The log of this day is full, so only warnings and errors are added from here on."
    );
    RUN_LINES = {
      wake_started: {
        message: ({ trigger, goals, areChosen }) => {
          const by = trigger.kind === "event" ? `an event of ${trigger.by}` : trigger.by;
          const verb = goals === 1 ? "is" : "are";
          const due = `${count(goals, "goal")} ${verb} ${areChosen ? "chosen" : "due"}.`;
          return `${fullStop(`Started by ${by}: ${trigger.reason}`)} ${due}`;
        },
        data: ({ trigger }) => ({ trigger: trigger.kind })
      },
      wake_ended: {
        message: (event) => `Done after ${duration(event.milliseconds)}: ${outcomeOf(event)}.`,
        data: ({ ending: ending2 }) => ({ ending: ending2 })
      },
      heartbeat: { message: () => "Nothing is due for now." },
      log_full: { message: () => LOG_FULL }
    };
  }
});

// src/ledger/day-logs.ts
function lastLines(text2, count3) {
  return text2.slice(-LINES_TAIL).split("\n").filter((line) => !line.includes(ROUTINE)).slice(-2 * count3);
}
function logPath(day2) {
  return `state/log/${day2}.jsonl`;
}
function dayOf(path) {
  return Date.parse(path.slice("state/log/".length, -".jsonl".length));
}
function byFile(lines) {
  return Map.groupBy(lines, (line) => logPath(line.ts.slice(0, 10)));
}
function addLines(before, entries) {
  const parts = [before];
  let bytes = Buffer.byteLength(before);
  let isFull = before.includes('"event":"log_full"');
  const add = (line) => {
    parts.push(line);
    bytes += Buffer.byteLength(line);
  };
  if (before !== "" && !before.endsWith("\n")) add(fixed("\n"));
  for (const entry of entries) {
    const line = encodeLogLine(shortened(entry));
    const limit = entry.level === "warn" || entry.level === "error" ? URGENT_LIMIT : DAY_LIMIT;
    if (bytes + Buffer.byteLength(line) <= limit) add(line);
    else if (!isFull) {
      add(encodeLogLine(fullLine(entry)));
      isFull = true;
    }
  }
  return joinMasked(parts, "");
}
function shortened(entry) {
  if (Buffer.byteLength(JSON.stringify(entry)) <= LINE_LIMIT) return entry;
  const { data: _tooLong, ...rest } = entry;
  return { ...rest, message: cutText(rest.message, MESSAGE_LENGTH) };
}
function fullLine({ ts, wake }) {
  return { ts, level: "warn", event: "log_full", message: LOG_FULL, wake };
}
var DAY_LIMIT, URGENT_LIMIT, LINE_LIMIT, MESSAGE_LENGTH, LINES_TAIL, ROUTINE, PRUNED_DAYS, DayLogs;
var init_day_logs = __esm({
  "src/ledger/day-logs.ts"() {
    "use strict";
    init_state_files();
    init_masked_record();
    init_masked();
    init_plain_text();
    init_time();
    init_run_lines();
    DAY_LIMIT = 8e5;
    URGENT_LIMIT = 999e3;
    LINE_LIMIT = 16e3;
    MESSAGE_LENGTH = 2e3;
    LINES_TAIL = 1e5;
    ROUTINE = '"level":"debug"';
    PRUNED_DAYS = 400;
    DayLogs = class {
      #store;
      #logDays;
      /** Text of the files as they stand at the tip, by path. */
      #read = /* @__PURE__ */ new Map();
      /** What the lines of the last page say, by line: the next page shows most of them again. */
      #shown = /* @__PURE__ */ new Map();
      constructor(store, logDays) {
        this.#store = store;
        this.#logDays = logDays;
      }
      /** The tip is another one: what was read no longer counts. */
      moved() {
        this.#read = /* @__PURE__ */ new Map();
      }
      /** A commit with these files has become the tip. */
      landed(files2) {
        for (const [path, text2] of files2) if (text2 !== null) this.#read.set(path, text2);
      }
      /** The newest entries for people once `files` are written, as far as they are known without another read; oldest first. */
      recent(files2, count3) {
        const texts = new Map([...this.#read, ...files2]);
        const paths = [...texts.keys()].sort();
        const lines = paths.flatMap((path) => lastLines(texts.get(path) ?? "", count3));
        this.#shown = new Map(
          lines.map((line) => [line, this.#shown.get(line) ?? published(decodeLogLines(line).entries)])
        );
        return lines.flatMap((line) => this.#shown.get(line) ?? []).filter(({ level }) => level !== "debug").slice(-count3);
      }
      /** The files as they will be with these lines added. */
      async append(tip, lines, signal) {
        const files2 = /* @__PURE__ */ new Map();
        for (const [path, entries] of byFile(lines)) {
          const before = await this.#text(tip, path, signal);
          if (before === "") for (const old of this.#outdated(path)) files2.set(old, null);
          files2.set(path, addLines(before, entries));
        }
        return files2;
      }
      async #text(tip, path, signal) {
        const known3 = this.#read.get(path);
        if (known3 !== void 0) return known3;
        const paths = [path, logPath(utcDay(dayOf(path) - DAY_MS))];
        const found = tip === null ? /* @__PURE__ */ new Map() : await this.#store.read(tip, paths, signal);
        for (const each of paths)
          if (!this.#read.has(each)) this.#read.set(each, published(found.get(each)?.text ?? ""));
        return this.#read.get(path) ?? fixed("");
      }
      #outdated(path) {
        const oldest = dayOf(path) - this.#logDays * DAY_MS;
        return Array.from({ length: PRUNED_DAYS }, (_2, n) => logPath(utcDay(oldest - n * DAY_MS)));
      }
    };
  }
});

// src/config/state/future-times.ts
function refuseFuture(state, latest) {
  for (const [goal, { taken_at }] of Object.entries(state.lock.leases))
    refuse2("state/lock.json", { [`leases.${goal}.taken_at`]: taken_at }, latest);
  const { seen_at, watched_at } = state.status;
  refuse2("state/status.json", { seen_at, watched_at }, latest);
  for (const checkpoint of Object.values(state.checkpoints))
    refuse2(`state/checkpoints/${checkpoint.goal}.json`, timesOf(checkpoint), latest);
  for (const { id, at } of Object.values(state.requests)) refuse2(`state/requests/${id}.json`, { at }, latest);
}
function timesOf({ classified_to, finished, window, last_event, last_lease, drafts }) {
  const opened = Object.entries(drafts).map(([key, { opened_at }]) => [`drafts.${key}.opened_at`, opened_at]);
  return {
    classified_to,
    last_event,
    "finished.slot": finished?.slot,
    "finished.time": finished?.time,
    "window.slot": window?.slot,
    "window.to.time": window?.to.time,
    "last_lease.at": last_lease?.at,
    ...Object.fromEntries(opened)
  };
}
function refuse2(path, times, latest) {
  for (const [field, time2] of Object.entries(times)) {
    if (typeof time2 !== "string" || Date.parse(time2) <= latest) continue;
    throw badFile(path, forgedStateProblems.futureTime(field, { found: time2, latest: isoTime(latest) }));
  }
}
var init_future_times = __esm({
  "src/config/state/future-times.ts"() {
    "use strict";
    init_time();
    init_forged_state_problems();
    init_state_json();
  }
});

// src/ledger/read-state.ts
function latestTime(now) {
  return now + MOST_AHEAD_MS;
}
async function readState(store, source, signal) {
  const files2 = await store.read(source.tip, STATE_FILES, signal);
  const texts = new Map([...files2].map(([path, file]) => [path, file.text]));
  try {
    const state = decodeState(texts);
    refuseForeign(state, source);
    if (source.latest !== null) refuseFuture(state, source.latest);
    return state;
  } catch (reason) {
    const stop = texts.get(STOP_FILE);
    if (stop === void 0 || !(reason instanceof Halt)) throw reason;
    const detail = `${STOP_FILE} is set: ${stopReason(stop)}. Besides, the state cannot be used: ${reason.detail}`;
    throw new Halt("stopped", detail, { cause: reason });
  }
}
function refuseForeign({ lock }, { branch, repository }) {
  if (repository === null || lock.repository === repository) return;
  throw new Halt(
    "bad_state_file",
    `state/lock.json on ${branch} belongs to ${lock.repository}, this is ${repository}: a copy or a fork. Delete the branch ${branch} and all branches under wakeful/ here to start anew.`
  );
}
async function tipOfFirstWake(store, branch, signal) {
  const orphans = await store.branches("wakeful/", signal);
  if (orphans.size === 0) return null;
  const tip = await store.fetchState(signal);
  if (tip !== null) return tip;
  const names2 = [...orphans.keys()].slice(0, 3).join(", ");
  throw new Halt(
    "bad_state_file",
    `The branch ${branch} is missing, but work branches exist (${names2}). Restore it, or delete all branches under wakeful/ to start anew.`
  );
}
var STOP_FILE, STATE_FILES, MOST_AHEAD_MS;
var init_read_state = __esm({
  "src/ledger/read-state.ts"() {
    "use strict";
    init_future_times();
    init_state_files();
    init_ending();
    init_stop();
    init_time();
    STOP_FILE = "state/STOP";
    STATE_FILES = [
      "state/lock.json",
      "state/budget.json",
      "state/status.json",
      "state/alerts.json",
      "state/checkpoints/",
      "state/requests/",
      STOP_FILE
    ];
    MOST_AHEAD_MS = 7 * DAY_MS;
  }
});

// src/ledger/refuse-forbidden.ts
function refuseForbidden(own) {
  if (own?.reason !== "forbidden") return;
  throw new Halt(
    "forbidden",
    `The remote does not let the branch ${own.branch} be pushed: ${own.detail} Give the agent's token contents: write, and exempt ${own.branch} from rules.`
  );
}
var init_refuse_forbidden = __esm({
  "src/ledger/refuse-forbidden.ts"() {
    "use strict";
    init_ending();
  }
});

// src/core/branch-name.ts
function branchName(goal, draftKey, generation) {
  const item = itemOf(draftKey);
  const text2 = item.element === WINDOW_ELEMENT ? draftKey.slice(WINDOW_ELEMENT.length + 1) : item.element;
  const hash = digest([goal, draftKey], 8);
  return `${BRANCH_PREFIX}${goal}/${slugOf(text2)}-${hash}-${generation}`;
}
function slugOf(text2) {
  const slug = text2.normalize("NFKD").toLowerCase().replace(/[^a-z0-9]+/g, "-").slice(0, SLUG_LENGTH).replace(/^-+|-+$/g, "");
  return slug === "" ? "item" : slug;
}
var SLUG_LENGTH;
var init_branch_name = __esm({
  "src/core/branch-name.ts"() {
    "use strict";
    init_digest();
    init_item();
    init_work_branch();
    SLUG_LENGTH = 40;
  }
});

// src/ledger/branch-update.ts
var branch_update_exports = {};
__export(branch_update_exports, {
  refUpdateOf: () => refUpdateOf
});
function refUpdateOf({ goal, draftKey, generation, commit, expect }) {
  return { branch: branchName(goal, draftKey, generation), commit, expect };
}
var init_branch_update = __esm({
  "src/ledger/branch-update.ts"() {
    "use strict";
    init_branch_name();
  }
});

// src/ledger/step.ts
async function refUpdatesOf({ refs = [] }) {
  if (refs.length === 0) return [];
  const { refUpdateOf: refUpdateOf2 } = await Promise.resolve().then(() => (init_branch_update(), __toCommonJS(branch_update_exports)));
  return refs.map(refUpdateOf2);
}
var init_step = __esm({
  "src/ledger/step.ts"() {
    "use strict";
  }
});

// src/ledger/ledger.ts
function maskedPage(page, mask) {
  const lines = page.split("\n");
  return joinMasked(lines.map(mask.mask), "\n");
}
async function swapStopFile(ports, settings, swap) {
  const { store, clock, random, mask } = ports;
  const { branch, wake, author } = settings;
  const { what, decide, signal } = swap;
  for (const waiting = new Waiting(ports, 0); ; await waiting.once(signal)) {
    const tip = await store.fetchState(signal);
    const files2 = tip === null ? null : await store.read(tip, [STOP_FILE], signal);
    const file = files2?.get(STOP_FILE);
    const now = file === void 0 ? null : published(file.text);
    const text2 = decide(now);
    if (text2 === now) return;
    const message = stateCommitMessage({
      goal: null,
      what: mask.mask(what),
      epoch: null,
      step: null,
      wake,
      nonce: random.nonce()
    });
    const change = {
      parent: tip,
      files: /* @__PURE__ */ new Map([[STOP_FILE, text2]]),
      message: maskedAboveFoot(message, mask)
    };
    const commit = await store.commit({ ...change, author: { ...author, time: clock.now() } }, signal);
    const push = await store.push([{ branch, commit, expect: tip }], signal);
    if (push.kind === "landed") return;
    if (push.kind === "refused") refuseForbidden(push.refs[0]);
  }
}
var Ledger;
var init_ledger = __esm({
  "src/ledger/ledger.ts"() {
    "use strict";
    init_state_files();
    init_mask_foot();
    init_masked_record();
    init_ending();
    init_masked();
    init_commit_message();
    init_backoff();
    init_day_logs();
    init_mask_deep();
    init_read_state();
    init_refuse_forbidden();
    init_step();
    Ledger = class _Ledger {
      #ports;
      #settings;
      #logs;
      #tip = null;
      #state;
      constructor(ports, settings) {
        this.#ports = ports;
        this.#settings = settings;
        this.#logs = new DayLogs(ports.store, settings.logDays);
        this.#state = published(emptyState(settings.repository));
      }
      /** Reads the state at `tip`. Without a state branch it starts an empty one, unless work branches say that one is missing. */
      static async open(ports, settings, at) {
        const ledger = new _Ledger(ports, settings);
        const tip = at.tip ?? await tipOfFirstWake(ports.store, settings.branch, at.signal);
        await ledger.#load(tip, at.signal);
        return ledger;
      }
      get state() {
        return this.#state;
      }
      get tip() {
        return this.#tip;
      }
      /** Looks at the remote once more. */
      async refresh(signal) {
        const tip = await this.#ports.store.fetchState(signal);
        if (tip === this.#tip) return;
        if (tip === null) {
          throw new Halt(
            "bad_state_file",
            `The branch ${this.#settings.branch} was deleted during the run. Restore it, or delete all branches under wakeful/ to start anew.`
          );
        }
        await this.#load(tip, signal);
      }
      /** Writes one step. Throws the signal's reason when there is no time left. */
      async commit(step, signal) {
        const waiting = new Waiting(this.#ports, step.patienceMs ?? Number.POSITIVE_INFINITY);
        for (let tried = 1; ; tried++) {
          const attempt = await this.#attempt(step, signal);
          if (attempt.kind === "stale" || attempt.kind === "landed") return attempt;
          const isLast = tried >= (step.tries ?? Number.POSITIVE_INFINITY);
          if (!isLast) await waiting.after(attempt.push.kind, signal);
          await waiting.through(() => this.refresh(signal), signal);
          if (this.#tip !== null && (this.#tip === attempt.commit || step.isIn(this.#state))) {
            this.#ports.journal.landed(attempt.waiting, attempt.own);
            return this.#landed(attempt.push);
          }
          const verdict = this.#judge(attempt.push);
          if (verdict !== null) return verdict;
          if (isLast) return { kind: "dropped" };
        }
      }
      async #attempt(step, signal) {
        signal.throwIfAborted();
        const { store, clock, journal, mask } = this.#ports;
        const applied = step.apply(this.#state);
        if (applied === "stale") return { kind: "stale" };
        const next2 = maskChanges(this.#state, applied, mask);
        const waiting = journal.waiting;
        const own = (step.events?.(next2) ?? []).map((happening) => journal.stamp(happening));
        const logFiles = await this.#logs.append(this.#tip, [...waiting, ...own], signal);
        const page = await this.#settings.page(next2, this.#logs.recent(logFiles, this.#settings.linesShown));
        const commit = await store.commit(
          {
            parent: this.#tip,
            files: new Map([
              ...encodeState(this.#tip === null ? null : this.#state, next2),
              ...logFiles,
              ["README.md", maskedPage(page, mask)]
            ]),
            message: this.#message(step.describe(next2)),
            author: { ...this.#settings.author, time: clock.now() }
          },
          signal
        );
        const push = await store.push(
          [{ branch: this.#settings.branch, commit, expect: this.#tip }, ...await refUpdatesOf(step)],
          signal
        );
        if (push.kind !== "landed") return { kind: "open", commit, push, waiting: waiting.length, own };
        this.#tip = commit;
        this.#state = next2;
        this.#logs.landed(logFiles);
        journal.landed(waiting.length, own);
        return { kind: "landed" };
      }
      /** A fresh nonce makes every commit differ: of two identical ones, the second push would seem to have landed. */
      #message(description) {
        const { mask, random } = this.#ports;
        const what = mask.mask(description.what);
        const goal = description.goal === null ? null : mask.identity(description.goal);
        const origin = { wake: this.#settings.wake, nonce: random.nonce() };
        return maskedAboveFoot(stateCommitMessage({ ...description, goal, what, ...origin }), mask);
      }
      /** What a refusal means for the step; null: try again. */
      #judge(push) {
        if (push.kind !== "refused") return null;
        const own = push.refs.find((ref) => ref.branch === this.#settings.branch);
        const branches = this.#branchesIn(push);
        if (branches.length === 0) refuseForbidden(own);
        const isStateAtFault = own !== void 0 && own.reason !== "forbidden";
        if (isStateAtFault || branches.length === 0) return null;
        return { kind: "branches_refused", refs: branches };
      }
      #landed(push) {
        const refs = this.#branchesIn(push);
        return refs.length === 0 ? { kind: "landed" } : { kind: "landed_without_branches", refs };
      }
      /** Git itself lets the rest of an atomic push land where a branch needs commits that the remote no longer reaches. */
      #branchesIn(push) {
        return push.kind === "refused" ? push.refs.filter((ref) => ref.branch !== this.#settings.branch) : [];
      }
      async #load(tip, signal) {
        if (tip !== null) {
          const { branch, acceptsForeign, acceptsFuture } = this.#settings;
          const repository = acceptsForeign ? null : this.#settings.repository;
          const latest = acceptsFuture ? null : latestTime(this.#ports.clock.now());
          this.#state = published(
            await readState(this.#ports.store, { tip, branch, repository, latest }, signal)
          );
        }
        this.#tip = tip;
        this.#logs.moved();
      }
    };
  }
});

// src/report/words/way-out.ts
function stuckWayOut(goal) {
  return [
    `Edit the goal file. If a limit was in the way, raise it there.`,
    `Or ask for new attempts: \`npm start -- run ${goal}\`, or the comment \`/wakeful run ${goal}\`.`,
    `Or change what the task is about: a new version gets new attempts.`
  ].join(" ");
}
var init_way_out = __esm({
  "src/report/words/way-out.ts"() {
    "use strict";
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
function wayOut({
  goal,
  cause
}) {
  const facts = isKnownCause(cause) ? ALERT_CAUSES[cause] : void 0;
  const name = goal !== null && KEBAB.test(goal) ? goal : "<goal>";
  return (facts?.wayOut ?? []).map((step) => step.replaceAll("<goal>", name));
}
function isKnownCause(cause) {
  return Object.hasOwn(ALERT_CAUSES, cause);
}
function byHand({ cause, detail }) {
  const address = cause === "forbidden" ? COMPARE.exec(detail)?.[1] : void 0;
  return address === void 0 ? [] : [`${link("Or open the pull request by hand", address)}.`];
}
function alertMarker(alert) {
  return `alert/${alert.goal?.id ?? "_agent"}/${alert.cause}`;
}
function goalWords(goal) {
  return goal === null ? "" : `, goal ${codeSpan(goal.id)}: ${inlineText(cutText(goal.title, TITLE_LENGTH))}`;
}
var ALERT_CAUSES, TITLE_LENGTH, DETAIL_LENGTH, KEBAB, COMPARE, CLOSING, CAUSE_GONE, STATE_READABLE_AGAIN;
var init_alert = __esm({
  "src/report/on-github/alert.ts"() {
    "use strict";
    init_marker();
    init_masked();
    init_plain_text();
    init_markdown();
    init_sentences();
    init_way_out();
    ALERT_CAUSES = {
      failing: {
        title: "fails again and again",
        wayOut: [
          "Read the log of the last runs.",
          "Fix the cause, or edit the goal file: after an edit the goal starts afresh."
        ]
      },
      silent: {
        title: "has not run for too long",
        wayOut: [
          "Check that the workflow is enabled and that its schedule still runs.",
          "Start one run by hand."
        ]
      },
      stuck_lease: {
        title: "has a lock that no run takes over",
        wayOut: [
          "Start one run by hand and read how it ends.",
          "If the lock stays, stop the agent, remove the entry from `state/lock.json` on the state branch, and resume."
        ]
      },
      workflow_disabled: {
        title: "does not start, because its workflow is disabled",
        wayOut: [
          "Enable the workflow on the page *Actions*, or with `gh workflow enable`.",
          "If the agent should rest, stop it with a reason instead: `/wakeful stop <reason>`. A stop opens no alert."
        ]
      },
      unwatched: {
        title: "cannot be watched completely",
        wayOut: ["Give the workflow of the watchdog the permission that is named above."]
      },
      item_stuck: {
        title: "has a task that used up its attempts",
        wayOut: ["Read why the last attempt ended.", stuckWayOut("<goal>")]
      },
      paused: {
        title: "is paused and asks why",
        wayOut: [
          "Read the reason above.",
          "Change the goal so that you would merge its next draft, or resume it: `npm start -- resume <goal>`."
        ]
      },
      bad_goal: {
        title: "has a goal file that is not valid",
        wayOut: ["Correct the lines named above. `npm start -- validate` checks them at once."]
      },
      bad_settings: {
        title: "has a settings file that is not valid",
        wayOut: ["Correct the lines named above. `npm start -- validate` checks them at once."]
      },
      bad_state_file: {
        title: "cannot read its state branch",
        wayOut: [
          "The agent has repaired nothing. Nothing is lost: the history of the state branch still holds the last good version.",
          "Restore the named file from that history, or delete the whole branch to start over."
        ]
      },
      missing_key: {
        title: "has no usable model key",
        wayOut: ["Set the key that is named above. If it was refused, create a new one."]
      },
      forbidden: {
        title: "lacks a permission",
        wayOut: ["Change the setting that is named above."]
      },
      secret_found: {
        title: "refused a change that held a secret",
        wayOut: [
          "Find out how the secret got into a file that the agent may read. Remove it there, and replace the secret.",
          "Nothing of the change was pushed."
        ]
      },
      budget_spent: {
        title: "has spent its budget two days in a row",
        wayOut: [
          "Raise the limit in the goal file or the settings, or give the goal less to do, or let it run less often."
        ]
      },
      unfit_goal: {
        title: "has a goal file that the agent cannot follow",
        wayOut: ["Correct what is named above in the goal file."]
      },
      draft_waits: {
        title: "has a draft that waits for your review",
        wayOut: [
          "Merge it, or close it without merging to reject it. The same change will not be proposed again."
        ]
      },
      unexpected: {
        title: "met a defect in Wakeful itself",
        wayOut: ["Read the log of the run. Please report the defect, with the lines above."]
      },
      folded: {
        title: "has more alerts than issues may be open",
        wayOut: ["Look at the open alerts first. Each one that is closed makes room for one of these."]
      }
    };
    TITLE_LENGTH = 120;
    DETAIL_LENGTH = 2e4;
    KEBAB = /^[a-z0-9-]+$/;
    COMPARE = /`(https?:\/\/[^\s`]+\/compare\/[^\s`]+\?expand=1)`/;
    CLOSING = [
      "The agent closes this issue when the cause is gone.",
      "If you close it yourself, it stays closed until the cause changes."
    ].join(" ");
    CAUSE_GONE = fixed("The cause is gone.");
    STATE_READABLE_AGAIN = fixed("The state branch can be read again.");
  }
});

// src/report/status/repository-page.ts
function issuePage(repository, issue) {
  const site = siteOf(repository);
  return site === null ? null : issueUrl(site, issue);
}
function endingPage(repository, ending2) {
  const site = siteOf(repository);
  return site === null ? null : endingUrl(site, ending2);
}
function siteOf(repository) {
  return repository.startsWith("rehearsal/") ? null : { serverUrl: "https://github.com", repository };
}
var init_repository_page = __esm({
  "src/report/status/repository-page.ts"() {
    "use strict";
    init_github_pages();
  }
});

// src/report/status/open-alerts.ts
function openAlerts({ alerts }) {
  return Object.values(alerts.alerts).filter((alert) => alert.wanted).sort((a, b2) => compareText(a.raised_at, b2.raised_at));
}
function alertList(input) {
  const open = openAlerts(input.state);
  if (open.length === 0) return "None.";
  const lines = open.slice(0, SHOWN2).map((alert) => alertItem(alert, input));
  const more = open.length - SHOWN2;
  const rest = more > 0 ? [`- And ${figure(more)} more: see \`state/alerts.json\`.`] : [];
  return [...lines, ...rest].join("\n");
}
function alertItem(alert, { state, repository }) {
  const title = inlineText(cutText(alert.title, LENGTH));
  const issue = issueOf(state.alerts, alert);
  const where = issue === null ? "" : ` (issue ${link(`#${issue}`, issuePage(repository, issue))})`;
  return [`- ${shortTime(alert.raised_at)}: ${title}${where}${knownWords(alert)}`, ...toDo(alert)].join(
    "\n  - "
  );
}
function toDo({ goal, cause }) {
  const steps = wayOut({ goal, cause });
  return steps.length === 0 ? [] : [`To do: ${steps.join(" ")}`];
}
function knownWords({ known: known3 }) {
  return known3 ? ", closed by a person" : "";
}
function alertLines({ state, issuePage: pageOf }, style) {
  const open = openAlerts(state);
  const lines = open.slice(0, SHOWN2).flatMap((alert) => {
    const issue = issueOf(state.alerts, alert);
    const number2 = issue === null ? "(no issue yet)" : `#${issue}`;
    const page = issue === null ? null : pageOf?.(issue) ?? null;
    const about2 = [
      `Since ${shortTime(alert.raised_at)}${knownWords(alert)}.`,
      sentence(cutText(linesOf(alert.detail ?? fixed(""))[0] ?? fixed(""), 2 * LENGTH))
    ];
    return [
      ...indented(`${number2} ${alert.title}`, { indent: 2, style }).map((line) => style.paint("warn", line)),
      ...[about2.join(" "), ...toDo(alert), ...page === null ? [] : [`Read it: ${page}`]].flatMap(
        (text2) => indented(text2, { indent: 4, style })
      )
    ];
  });
  const more = open.length - SHOWN2;
  return more > 0 ? [...lines, `  And ${count(more, "more alert")}.`] : lines;
}
function indented(text2, { indent, style }) {
  const lines = wrapToWidth(plainLine(text2.replaceAll("`", "")), Math.max(20, style.width - indent));
  return lines.map((line) => " ".repeat(indent) + line);
}
var SHOWN2, LENGTH;
var init_open_alerts = __esm({
  "src/report/status/open-alerts.ts"() {
    "use strict";
    init_alert_state();
    init_compare_text();
    init_masked();
    init_plain_text();
    init_alert();
    init_display_width();
    init_markdown();
    init_sentences();
    init_repository_page();
    SHOWN2 = 20;
    LENGTH = 120;
  }
});

// src/core/progress/backlog.ts
function backlogOf(checkpoints, now) {
  const dayAgo = now - DAY_MS;
  const slots = checkpoints.flatMap(
    (checkpoint) => checkpoint.window === null ? [] : [checkpoint.window.slot]
  );
  return {
    left: sumOf(checkpoints, (checkpoint) => openItems(checkpoint).length),
    leftDayAgo: sumOf(checkpoints, (checkpoint) => leftAt(checkpoint, dayAgo)),
    stuck: sumOf(checkpoints, stuckItems),
    oldest: slots.sort()[0] ?? null
  };
}
function stuckItems(checkpoint) {
  return Object.values(checkpoint.items).filter((item) => item.status === "stuck").length;
}
function leftAt(checkpoint, time2) {
  const { window, finished } = checkpoint;
  const wasDue = (slot) => slot !== void 0 && Date.parse(slot) <= time2;
  const inWindow = wasDue(window?.slot) ? (window?.queue ?? []).filter((key) => !isClosedBefore(checkpoint, key, time2)) : [];
  if (!wasDue(finished?.slot)) return inWindow.length;
  const queued = new Set(window?.queue ?? []);
  const closedSince = Object.entries(checkpoint.items).filter(
    ([key, item]) => !queued.has(key) && item.status !== "open" && Date.parse(item.updated_at) > time2
  );
  return inWindow.length + closedSince.length;
}
function isClosedBefore(checkpoint, key, time2) {
  const item = itemRecord(checkpoint, key);
  return item.status !== "open" && Date.parse(item.updated_at) <= time2;
}
function sumOf(checkpoints, figure2) {
  return checkpoints.reduce((sum, checkpoint) => sum + figure2(checkpoint), 0);
}
var init_backlog = __esm({
  "src/core/progress/backlog.ts"() {
    "use strict";
    init_time();
    init_checkpoint();
  }
});

// src/core/money/budget.ts
function addCosts(a, b2) {
  return { tokens: a.tokens + b2.tokens, usdMicros: a.usdMicros + b2.usdMicros, calls: a.calls + b2.calls };
}
function subtractCost(a, b2) {
  return { tokens: a.tokens - b2.tokens, usdMicros: a.usdMicros - b2.usdMicros, calls: a.calls - b2.calls };
}
function allowance(budget, goal, facts) {
  const day2 = budget.days[facts.day] ?? {};
  const month = budget.months[monthOf(facts.day)] ?? {};
  const { limits, total } = facts;
  return tightestOf([
    { name: "wake", tokens: limits.tokens, usd: null, used: NO_SUMS },
    {
      name: "goal_day",
      tokens: limits.tokensPerDay,
      usd: limits.usdPerDay,
      used: day2[goal] ?? NO_SUMS
    },
    {
      name: "goal_month",
      tokens: null,
      usd: limits.usdPerMonth,
      used: month[goal] ?? NO_SUMS
    },
    {
      name: "total_day",
      tokens: total.tokensPerDay,
      usd: total.usdPerDay,
      used: totalOf(day2)
    },
    {
      name: "total_month",
      tokens: total.tokensPerMonth,
      usd: total.usdPerMonth,
      used: totalOf(month)
    }
  ]);
}
function tightestOf(caps) {
  let tokens = Number.MAX_SAFE_INTEGER;
  let usdMicros = null;
  let tightest = "wake";
  for (const cap of caps) {
    const restTokens = cap.tokens === null ? tokens : cap.tokens - cap.used.reserved_tokens - cap.used.spent_tokens;
    if (restTokens < tokens) {
      tokens = Math.max(0, restTokens);
      tightest = cap.name;
    }
    if (cap.usd === null) continue;
    const rest = Math.max(
      0,
      Math.round(cap.usd * 1e6) - cap.used.reserved_usd_micros - cap.used.spent_usd_micros
    );
    if (usdMicros === null || rest < usdMicros) {
      usdMicros = rest;
      if (rest === 0) tightest = cap.name;
    }
  }
  return { tokens, usdMicros, tightest };
}
function addSums(a, b2) {
  return {
    ...a,
    reserved_tokens: a.reserved_tokens + b2.reserved_tokens,
    reserved_usd_micros: a.reserved_usd_micros + b2.reserved_usd_micros,
    spent_tokens: a.spent_tokens + b2.spent_tokens,
    spent_usd_micros: a.spent_usd_micros + b2.spent_usd_micros,
    calls: a.calls + b2.calls
  };
}
function totalOf(account) {
  return Object.values(account).reduce(addSums, NO_SUMS);
}
function reserve(budget, goal, reservation) {
  return book(budget, goal, {
    day: reservation.day,
    sums: {
      ...NO_SUMS,
      reserved_tokens: reservation.tokens,
      reserved_usd_micros: reservation.usd_micros
    }
  });
}
function settle(budget, goal, settlement) {
  return book(budget, goal, {
    day: settlement.from.day,
    sums: {
      reserved_tokens: settlement.left.tokens - settlement.from.tokens,
      reserved_usd_micros: settlement.left.usd_micros - settlement.from.usd_micros,
      spent_tokens: settlement.spent.tokens,
      spent_usd_micros: settlement.spent.usdMicros,
      calls: settlement.spent.calls
    }
  });
}
function abandon(budget, goal, reservation) {
  return settle(budget, goal, {
    from: reservation,
    left: { ...reservation, tokens: 0, usd_micros: 0 },
    spent: { tokens: reservation.tokens, usdMicros: reservation.usd_micros, calls: 0 }
  });
}
function afterSpending(reservation, spent2) {
  return {
    ...reservation,
    tokens: Math.max(0, reservation.tokens - spent2.tokens),
    usd_micros: Math.max(0, reservation.usd_micros - spent2.usdMicros)
  };
}
function book(budget, goal, entry) {
  return {
    ...budget,
    days: bookPeriod(budget.days, goal, { ...entry, period: entry.day, kept: DAYS_KEPT }),
    months: bookPeriod(budget.months, goal, { ...entry, period: monthOf(entry.day), kept: MONTHS_KEPT })
  };
}
function bookPeriod(periods, goal, { period, sums, kept }) {
  const isForgotten = periods[period] === void 0 && (sums.reserved_tokens < 0 || sums.reserved_usd_micros < 0);
  if (isForgotten) return periods;
  const booked = { ...periods, [period]: bookAccount(periods[period], goal, sums) };
  const newest = Object.keys(booked).sort().slice(-kept);
  return Object.fromEntries(
    Object.entries(booked).filter(
      ([name, account]) => name === period || newest.includes(name) || isAnySetAside(account)
    )
  );
}
function isAnySetAside(account) {
  const { reserved_tokens, reserved_usd_micros } = totalOf(account);
  return reserved_tokens > 0 || reserved_usd_micros > 0;
}
function bookAccount(account, goal, sums) {
  return { ...account, [goal]: addSums(account?.[goal] ?? NO_SUMS, sums) };
}
function noReservation(day2) {
  return { day: day2, tokens: 0, usd_micros: 0 };
}
var NO_COST, NO_SUMS, DAYS_KEPT, MONTHS_KEPT;
var init_budget = __esm({
  "src/core/money/budget.ts"() {
    "use strict";
    init_time();
    NO_COST = { tokens: 0, usdMicros: 0, calls: 0 };
    NO_SUMS = {
      reserved_tokens: 0,
      reserved_usd_micros: 0,
      spent_tokens: 0,
      spent_usd_micros: 0,
      calls: 0
    };
    DAYS_KEPT = 3;
    MONTHS_KEPT = 13;
  }
});

// src/report/status/status-facts.ts
function goalRows(input) {
  const rows = input.goals.map((goal) => goalRow(input.state, goal));
  return rows.sort((a, b2) => urgency(b2) - urgency(a) || compareText(a.id, b2.id));
}
function goalRow(state, goal) {
  const status = state.status.goals[goal.id];
  const checkpoint = state.checkpoints[goal.id];
  return {
    ...goal,
    ending: status?.ending ?? null,
    at: status?.at ?? null,
    failures: checkpoint?.consecutive_failures ?? status?.consecutive_failures ?? 0,
    paused: checkpoint?.pause?.reason ?? null,
    itemsLeft: checkpoint === void 0 ? status?.queue_depth ?? 0 : openItems(checkpoint).length,
    stuck: Object.values(checkpoint?.items ?? {}).filter((item) => item.status === "stuck").length,
    nextDue: status?.next_due ?? null,
    drafts: checkpoint === void 0 ? [] : openDrafts(checkpoint).map(([, draft]) => draft),
    outcomes: outcomesOf(checkpoint),
    effects: Object.values(checkpoint?.items ?? {}).flatMap((item) => item.effects ?? [])
  };
}
function urgency(row) {
  if (row.ending !== null && ENDINGS[row.ending].exitCode !== 0) return 3;
  if (row.paused !== null || row.stuck > 0) return 2;
  return row.failures > 0 ? 1 : 0;
}
function outcomesOf(checkpoint) {
  const drafts = Object.values(checkpoint?.drafts ?? {});
  const having = (outcome) => drafts.filter((draft) => draft.outcome === outcome).length;
  return {
    merged: having("merged"),
    closed: having("closed"),
    waiting: having("open"),
    takenOver: having("taken_over")
  };
}
function spentSums(input) {
  const day2 = utcDay(input.now);
  const { days, months } = input.state.budget;
  return { day: totalOf(days[day2] ?? {}), month: totalOf(months[monthOf(day2)] ?? {}) };
}
var init_status_facts = __esm({
  "src/report/status/status-facts.ts"() {
    "use strict";
    init_compare_text();
    init_ending();
    init_budget();
    init_checkpoint();
    init_time();
  }
});

// src/report/status/stop-answer.ts
function stopAnswer({ state }) {
  const question = "Stopped";
  const { stop: file } = state;
  const record2 = state.status.stop;
  if (file === null && record2 === null) return notStopped(question, state);
  const since = record2 === null ? "" : ` since ${longTime(record2.since)}`;
  const reason = asSaid(stopReason(file ?? record2?.reason ?? ""));
  const rest = file === null ? [] : alsoWords(record2);
  return {
    question,
    answer: [`Yes${since}:`, reason, ...rest, wayBack(file, record2)].join(" "),
    tone: "warn"
  };
}
function notStopped(question, state) {
  const disabled = disabledWords(state);
  if (disabled !== null)
    return {
      question,
      answer: `No stop is set, but the schedule does not start it. ${disabled}`,
      tone: "warn"
    };
  return { question, answer: 'No. To stop it: `npm start -- stop "<reason>"`.', tone: "plain" };
}
function disabledWords({ alerts }) {
  const record2 = alerts.alerts[`${AGENT}/workflow_disabled`];
  return record2?.wanted === true ? sentence(record2.detail ?? record2.title) : null;
}
function alsoWords(record2) {
  const { variable, disabled = [] } = record2 ?? {};
  return [
    ...variable === void 0 ? [] : [`The variable \`${STOP_VARIABLE}\` is set as well: ${asSaid(variable)}`],
    ...disabled.length === 0 ? [] : [`The stop has disabled ${listWords(disabled)} too.`]
  ];
}
function asSaid(reason) {
  return reason.trim().replace(/[^.!?…:]$/u, "$&.");
}
function wayBack(file, record2) {
  const { variable, disabled = [] } = record2 ?? {};
  if (file === null && disabled.length === 0)
    return `To resume: delete the variable \`${STOP_VARIABLE}\`. Any value of it stops the agent, even \`false\`.`;
  const byHand2 = [
    ...file === null ? [] : ["delete `state/STOP` on this branch"],
    ...variable === void 0 ? [] : ["delete the variable"],
    ...disabled.length === 0 ? [] : [`enable ${listWords(disabled)}`]
  ];
  return `To resume: \`npm start -- resume\`, or ${listWords(byHand2)}.`;
}
var init_stop_answer = __esm({
  "src/report/status/stop-answer.ts"() {
    "use strict";
    init_alert_state();
    init_stop();
    init_sentences();
  }
});

// src/report/status/status-answers.ts
function statusAnswers(input, rows = goalRows(input)) {
  const answers2 = [
    lastRun(input),
    running(input),
    failing(input, rows),
    backlog(input),
    next(input, rows),
    spent(input),
    ...onIssues(rows)
  ];
  const stop = stopAnswer(input);
  return stop.tone === "plain" ? [...answers2, stop] : [stop, ...answers2];
}
function lastRun({ state }) {
  const { last_wake: wake, seen_at: seen } = state.status;
  const question = "Last run";
  if (wake === null) return { question, answer: "It has not run yet.", tone: "plain" };
  const started = `${longTime(wake.started_at)}, started by ${TRIGGER_WORDS[wake.trigger]} (run ${wake.id}).`;
  const ending2 = wake.ending === null ? "It has not ended yet." : lookUp(wake.ending);
  const sign = seen !== null && seen > (wake.ended_at ?? wake.started_at) ? ` The agent last looked for work on ${longTime(seen)}.` : "";
  const isBad = wake.ending !== null && ENDINGS[wake.ending].level === "error";
  return {
    question,
    answer: `${started} ${ending2}${sign}`,
    tone: isBad ? "bad" : "plain"
  };
}
function lookUp(ending2) {
  return `${sentence(endingWords(ending2)).slice(0, -1)} (\`${ending2}\`).`;
}
function running({ state, now }) {
  const question = "Running";
  const leases = Object.entries(state.lock.leases);
  if (leases.length === 0) return { question, answer: "No goal is being worked on.", tone: "plain" };
  const isStuck = leases.some(([, lease]) => isLeaseOverdue(lease, now));
  return {
    question,
    answer: leases.map(([goal, lease]) => leaseSentence(goal, lease, now)).join(" "),
    tone: isStuck ? "bad" : "accent"
  };
}
function leaseSentence(goal, lease, now) {
  const since = shortTime(lease.taken_at);
  const end = shortTime(lease.expires_at);
  if (isLeaseOverdue(lease, now)) {
    return `Stuck. Run ${lease.wake} has held the lock of ${goal} since ${since}, and the lock ended at ${end}. The next run takes over.`;
  }
  return `Yes. Run ${lease.wake} has worked on ${goal} since ${since}. Its lock ends at ${end}; if it still shows here long after that, the run has died.`;
}
function failing({ state }, rows) {
  const question = "Failing";
  const invalid = Object.values(state.alerts.alerts).filter(
    (alert) => alert.cause === "bad_goal" && alert.wanted
  );
  const failures = rows.filter((row) => row.failures > 0);
  const paused = rows.filter((row) => row.paused !== null);
  const sentences = [
    ...invalid.map(({ goal }) => `The file of ${goal} is not valid.`),
    ...failures.map((row) => `${row.id} failed ${timesInARow(row.failures)}.`),
    ...paused.map((row) => `${row.id} is paused: ${sentence(row.paused ?? "")}`)
  ];
  if (sentences.length === 0) return { question, answer: "No goal is failing or paused.", tone: "good" };
  return { question, answer: cutList(sentences, "goals").join(" "), tone: "bad" };
}
function timesInARow(failures) {
  return failures === 1 ? "the last time" : `${figure(failures)} times in a row`;
}
function cutList(sentences, noun) {
  const more = sentences.length - LIST_LENGTH;
  return more <= 0 ? sentences : [...sentences.slice(0, LIST_LENGTH), `And ${figure(more)} more ${noun}.`];
}
function backlog({ state, now }) {
  const question = "Backlog";
  const facts = backlogOf(Object.values(state.checkpoints), now);
  const stuck = facts.stuck === 0 ? "" : ` ${count(facts.stuck, "task")} ${facts.stuck === 1 ? "is stuck and waits" : "are stuck and wait"} for you.`;
  const more = facts.left - facts.leftDayAgo;
  if (facts.left === 0) {
    return { question, answer: `Empty.${stuck}`, tone: facts.stuck === 0 ? "good" : "warn" };
  }
  const since = facts.oldest === null ? "" : ` The oldest has been due since ${shortTime(facts.oldest)}.`;
  return {
    question,
    answer: `${count(facts.left, "task")} left, ${changeWords(more)}.${since}${stuck}`,
    tone: more > 0 || facts.stuck > 0 ? "warn" : "plain"
  };
}
function changeWords(more) {
  if (more > 0) return `${figure(more)} more than a day ago`;
  return more < 0 ? `${figure(-more)} fewer than a day ago` : "as many as a day ago";
}
function next(input, rows) {
  const { state, now } = input;
  const question = "Next";
  if (isStopped(input)) return { question, answer: "Nothing runs until the stop is removed.", tone: "warn" };
  const requests = Object.keys(state.requests).length;
  const asked = requests === 0 ? [] : [`The next run serves ${count(requests, "request")}.`];
  const active = rows.filter((row) => row.paused === null);
  const open = active.filter((row) => row.itemsLeft > 0);
  const due = active.filter((row) => row.itemsLeft === 0 && row.nextDue !== null && isDue(row.nextDue, now));
  const disabled = disabledWords(state) === null ? [] : ["The schedule does not start it while its workflow is disabled."];
  const going = open.length === 0 ? [] : [`The next run goes on with ${names(open)}.`];
  const begins = due.length === 0 ? [] : [`${names(due)} ${due.length === 1 ? "is" : "are"} due now.`];
  const planned = nextDueOf(active, now) ?? (due.length === 0 ? "Nothing is scheduled." : "");
  const answer = [...disabled, ...asked, ...going, ...begins, planned].join(" ").trim();
  return { question, answer, tone: "plain" };
}
function names(rows) {
  const more = rows.length - LIST_LENGTH;
  const shown = rows.slice(0, LIST_LENGTH).map((row) => row.id);
  return listWords(more > 0 ? [...shown, count(more, "more goal")] : shown);
}
function nextDueOf(rows, now) {
  const later = rows.flatMap(
    (row) => row.nextDue === null || isDue(row.nextDue, now) ? [] : [{ ...row, at: row.nextDue }]
  );
  const first = later.sort((a, b2) => compareText(a.at, b2.at))[0];
  if (first === void 0) return null;
  return nextDueWords({ name: first.id, at: first.at }, now);
}
function spent(input) {
  const { day: day2, month } = spentSums(input);
  const { tokensPerDay, tokensPerMonth, usdPerDay, usdPerMonth } = input.settings.budget;
  const today = spentWords(day2, { tokens: tokensPerDay, usd: usdPerDay });
  const thisMonth = spentWords(month, { tokens: tokensPerMonth, usd: usdPerMonth });
  const isFull = usedTokens(day2) >= tokensPerDay || usedTokens(month) >= tokensPerMonth;
  return {
    question: "Spent",
    answer: `Today ${today}. This month ${thisMonth}.`,
    tone: isFull ? "warn" : "plain"
  };
}
function onIssues(rows) {
  const texts = rows.flatMap(({ id, effects }) => {
    const sums = effectSums(effects);
    return sums.length === 0 ? [] : [`${id}: ${sums.join(", ")}.`];
  });
  if (texts.length === 0) return [];
  return [{ question: "On issues", answer: cutList(texts, "goals").join(" "), tone: "plain" }];
}
function usedTokens(sums) {
  return sums.spent_tokens + sums.reserved_tokens;
}
function spentWords(sums, limit) {
  const dollars = sums.spent_usd_micros === 0 && limit.usd === null ? "" : ` and ${money(sums.spent_usd_micros)}${ofDollars(limit.usd)}`;
  const aside = sums.reserved_tokens === 0 ? "" : `, ${figure(sums.reserved_tokens)} more set aside`;
  return `${figure(sums.spent_tokens)} of ${count(limit.tokens, "token")}${aside}${dollars} in ${count(sums.calls, "model call")}`;
}
function ofDollars(limit) {
  return limit === null ? "" : ` of ${money(Math.round(limit * 1e6))}`;
}
function isStopped({ state }) {
  return state.stop !== null || state.status.stop !== null;
}
function outcomeWords(outcomes) {
  const decided = outcomes.merged + outcomes.closed;
  const merged = decided === 0 ? [] : [`${figure(outcomes.merged)} of ${figure(decided)} merged`];
  const others = [
    { amount: outcomes.closed, word: "closed" },
    { amount: outcomes.waiting, word: "waiting" },
    { amount: outcomes.takenOver, word: "taken over" }
  ].filter((part) => part.amount > 0);
  const parts = [...merged, ...others.map((part) => `${figure(part.amount)} ${part.word}`)];
  return parts.length === 0 ? "none" : parts.join(", ");
}
var TRIGGER_WORDS, LIST_LENGTH;
var init_status_answers = __esm({
  "src/report/status/status-answers.ts"() {
    "use strict";
    init_compare_text();
    init_ending();
    init_lease();
    init_backlog();
    init_effect_words();
    init_ending_words();
    init_next_due();
    init_sentences();
    init_status_facts();
    init_stop_answer();
    TRIGGER_WORDS = { schedule: "the schedule", event: "an event", person: "a person" };
    LIST_LENGTH = 5;
  }
});

// src/report/status/status-page.ts
var status_page_exports = {};
__export(status_page_exports, {
  statusPage: () => statusPage
});
function statusPage(input) {
  const rows = goalRows(input);
  return `${[
    `# Wakeful: ${inlineText(input.repository)}`,
    opening(input),
    answers(input, rows),
    "## Goals",
    goalTable(rows, input),
    "## Open alerts",
    alertList(input),
    "## Last log lines",
    logLines(input),
    files(input)
  ].join("\n\n")}
`;
}
function opening(input) {
  return `As of ${longTime(input.now)}. The agent writes this page anew with every commit, so edits here are lost.`;
}
function answers(input, rows) {
  return statusAnswers(input, rows).map(
    ({ question, answer }) => `- **${question}:** ${inlineText(cutBetweenWords(answer, 4 * SENTENCE_LENGTH))}`
  ).join("\n");
}
function goalTable(rows, input) {
  if (rows.length === 0) return "There are no goals yet.";
  const shown = rows.slice(0, ROWS).map((row) => `| ${goalCells(row, input).join(" | ")} |`);
  const head = "| Goal | Last result | Tasks left | Next due (UTC) | Open drafts | Drafts so far |";
  const rest = rows.length > ROWS ? `

${figure(rows.length - ROWS)} more goals: see \`state/status.json\`.` : "";
  return [head, "|---|---|---|---|---|---|", ...shown].join("\n") + rest;
}
function goalCells(row, { now, repository }) {
  return [
    `${inlineText(cutText(row.title, CELL_LENGTH))} (${codeSpan(row.id)})`,
    endingCell(row, repository),
    row.stuck === 0 ? figure(row.itemsLeft) : `${figure(row.itemsLeft)}, ${figure(row.stuck)} stuck`,
    row.paused === null ? dueCell(row.nextDue, now) : "paused",
    draftsCell(row),
    outcomeWords(row.outcomes)
  ];
}
function endingCell(row, repository) {
  if (row.ending === null) return "not run yet";
  const at = row.at === null ? "" : `, ${shortTime(row.at)}`;
  return `${link(endingLabel(row.ending), endingPage(repository, row.ending))}${at}`;
}
function draftsCell(row) {
  if (row.drafts.length === 0) return "–";
  const shown = row.drafts.slice(0, DRAFTS_SHOWN).map((draft) => {
    if (draft.number === null) return codeSpan(draft.branch);
    const text2 = draft.complete ? `#${draft.number}` : `#${draft.number} (incomplete)`;
    return link(text2, draft.url);
  });
  const more = row.drafts.length - DRAFTS_SHOWN;
  return [...shown, ...more > 0 ? [`${figure(more)} more`] : []].join(", ");
}
function logLines({ recent, state }) {
  if (recent.length === 0)
    return state.status.seen_at === null ? "None yet." : "Nothing new today or yesterday.";
  return logList(recent.slice(-LOG_LINES).reverse());
}
function files({ now, branch }) {
  const day2 = utcDay(now);
  return [
    `The whole log of today is in [state/log/${day2}.jsonl](state/log/${day2}.jsonl).`,
    "What each goal has done is in [state/checkpoints](state/checkpoints).",
    `This branch, ${codeSpan(branch)}, is never merged.`
  ].join(" ");
}
var ROWS, LOG_LINES, CELL_LENGTH, SENTENCE_LENGTH, DRAFTS_SHOWN;
var init_status_page = __esm({
  "src/report/status/status-page.ts"() {
    "use strict";
    init_plain_text();
    init_time();
    init_ending_words();
    init_markdown();
    init_next_due();
    init_sentences();
    init_log_list();
    init_open_alerts();
    init_repository_page();
    init_status_answers();
    init_status_facts();
    ROWS = 200;
    LOG_LINES = 15;
    CELL_LENGTH = 120;
    SENTENCE_LENGTH = 400;
    DRAFTS_SHOWN = 3;
  }
});

// src/ledger/open-ledger.ts
function openLedger(facts, tip, signal) {
  const { world, journal, mask, settings, goals, repository } = facts;
  const titles = goals.map(({ id, title }) => ({ id, title: mask.mask(title) }));
  return Ledger.open(
    { store: world.state, clock: world.clock, random: world.random, journal, mask },
    {
      repository,
      acceptsForeign: facts.acceptsForeign ?? false,
      acceptsFuture: facts.acceptsFuture ?? false,
      branch: settings.stateBranch,
      wake: facts.wake,
      author: maskedRecord(settings.commit, mask),
      logDays: settings.logDays,
      linesShown: LINES_SHOWN,
      page: async (state, recent) => {
        const { statusPage: statusPage2 } = await Promise.resolve().then(() => (init_status_page(), __toCommonJS(status_page_exports)));
        return statusPage2({
          state,
          goals: titles,
          recent,
          now: world.clock.now(),
          settings,
          repository: state.lock.repository,
          branch: settings.stateBranch
        });
      }
    },
    { tip, signal }
  );
}
var LINES_SHOWN;
var init_open_ledger = __esm({
  "src/ledger/open-ledger.ts"() {
    "use strict";
    init_masked_record();
    init_ledger();
    LINES_SHOWN = 15;
  }
});

// src/core/access/settings-mask.ts
function maskFor({ secretPatterns, models }, secrets) {
  const addresses = Object.values(models).map(({ baseUrl }) => baseUrl ?? "");
  return createMask({
    values: [...secrets, ...addresses.flatMap(secretsIn)],
    patterns: linearPatterns(secretPatterns)
  });
}
var init_settings_mask = __esm({
  "src/core/access/settings-mask.ts"() {
    "use strict";
    init_address_secrets();
    init_linear_pattern();
    init_mask();
  }
});

// src/core/log/log-event.ts
function levelOf({ event, isRoutine }) {
  return isRoutine === true ? "debug" : EVENTS[event];
}
var init_log_event = __esm({
  "src/core/log/log-event.ts"() {
    "use strict";
    init_event();
  }
});

// src/report/log/alert-lines.ts
function stopRemovedWords({ what }) {
  if (what.kind === "half_over") return `${what.where} is gone, but state/STOP is still set.`;
  const start = what.by === void 0 ? "The agent is no longer stopped" : `${what.by} removed the stop`;
  return fullStop(`${start}. The reason had been: ${what.reason}`);
}
var ALERT_LINES;
var init_alert_lines = __esm({
  "src/report/log/alert-lines.ts"() {
    "use strict";
    init_sentences();
    ALERT_LINES = {
      alert_opened: { message: ({ issue, title }) => fullStop(`Opened alert #${issue}: ${title}`) },
      alert_updated: { message: ({ issue, title }) => fullStop(`Updated alert #${issue}: ${title}`) },
      alert_closed: { message: ({ issue }) => `Closed alert #${issue}, because its cause is gone.` },
      silence_seen: { message: ({ detail }) => sentence(detail) },
      lease_stuck: { message: ({ detail }) => sentence(detail) },
      workflow_disabled: { message: ({ detail }) => sentence(detail) },
      workflow_enabled: {
        message: ({ file }) => `GitHub had disabled the workflow ${file} because nothing had happened here for 60 days. It is enabled again.`
      },
      stop_set: {
        message: ({ where, reason, by }) => fullStop(by === void 0 ? `${where} is set: ${reason}` : `${by} stopped the agent: ${reason}`)
      },
      stop_removed: { message: stopRemovedWords }
    };
  }
});

// src/report/log/draft-lines.ts
function onGitHub({ draft, branch, url }) {
  return { draft, branch, url };
}
function answered({ branch, generation }) {
  return { branch, generation };
}
var DRAFT_LINES;
var init_draft_lines = __esm({
  "src/report/log/draft-lines.ts"() {
    "use strict";
    init_sentences();
    DRAFT_LINES = {
      draft_opened: {
        message: ({ draft, title }) => fullStop(`Opened draft #${draft}: ${title}`),
        data: onGitHub
      },
      draft_updated: { message: ({ draft }) => `Draft #${draft} now shows the new work.`, data: onGitHub },
      draft_found: {
        message: ({ draft }) => `Draft #${draft} is already open and up to date.`,
        data: onGitHub
      },
      draft_closed: {
        message: ({ draft }) => `Closed draft #${draft}: a run that had lost its lock opened it beside the first one.`,
        data: onGitHub
      },
      draft_behind: {
        message: ({ branch, base }) => `${base} and ${branch} have changed the same places, so the work goes on without the newest ${base}. Merge ${base} into ${branch} by hand, or close its draft.`,
        data: ({ branch }) => ({ branch })
      },
      draft_merged: {
        message: ({ name, nextBranch }) => nextBranch === void 0 ? `Draft ${name} was merged.` : `Draft ${name} was merged before the last work reached it. That work goes on in ${nextBranch}.`,
        data: answered
      },
      draft_refused: {
        message: ({ name }) => `Draft ${name} was closed without merging. The same change will not be proposed again.`,
        data: answered
      },
      draft_taken_over: {
        message: ({ name }) => `A person took over draft ${name}, so the agent leaves its branch alone.`,
        data: answered
      }
    };
  }
});

// src/report/words/issues-left-out.ts
var ISSUES_LEFT_OUT;
var init_issues_left_out = __esm({
  "src/report/words/issues-left-out.ts"() {
    "use strict";
    init_item();
    init_masked();
    ISSUES_LEFT_OUT = masked`More than ${MOST_ISSUES} open issues have the labels of this goal. It takes the oldest ${MOST_ISSUES}. Close some, or name another label as well, so that newer ones have their turn.`;
  }
});

// src/report/log/goal-lines.ts
function passedWords(event) {
  const { from, to, count: runs, why, retried, coveredBy } = event;
  const what = from === to ? `the run due ${dueTime(from)}` : `${figure(runs)} runs due from ${dueTime(from)} to ${dueTime(to)}`;
  const because = retried === void 0 ? WHY_PASSED[why] : `the run due ${dueTime(retried)} was still being retried`;
  const instead = coveredBy === void 0 ? "" : ` The run due ${dueTime(coveredBy)} covers ${runs === 1 ? "it" : "them"}.`;
  return `Skipped ${what}: ${because}.${instead}`;
}
function passedData({ as, from, to, count: slots }) {
  return { as, from, to, count: slots };
}
function startWords(event) {
  const { slot, kind, queue, from, items, skipped, isCut } = event;
  const what = kind === "asked" ? "Starting a run that was asked for" : `Starting the run due ${dueTime(slot)}`;
  const start = kind === "caught_up" ? `${what} late` : what;
  const scope = queue === null ? `, over what happened since ${shortTime(from)}` : `: ${items === 0 ? "there is nothing" : count(items, NOUNS[queue])} to check`;
  const passed = skipped === 1 ? "run due in between was" : `${figure(skipped)} runs due in between were`;
  const waited = skipped === 0 ? "" : ` The ${passed} skipped while a draft waited for your review.`;
  const cut = isCut === true ? ` ${ISSUES_LEFT_OUT}` : "";
  return `${start}${scope}.${cut}${waited}`;
}
function resumedWords({ goal, because }) {
  switch (because.kind) {
    case "asked":
      return `${goal} is no longer paused, because a person asked for it.`;
    case "edited":
      return `${goal} is no longer paused, because its file was edited.`;
    case "resumed": {
      const { by, reason } = because;
      return fullStop(`${by} resumed ${goal}${reason === "" ? "" : `: ${reason}`}`);
    }
  }
}
function problemWords({ problems }) {
  return fullStop(problems.join("; "));
}
var GOAL_LINES, WHY_PASSED, NOUNS;
var init_goal_lines = __esm({
  "src/report/log/goal-lines.ts"() {
    "use strict";
    init_issues_left_out();
    init_sentences();
    GOAL_LINES = {
      slots_classified: { message: passedWords, data: passedData },
      slots_missed: { message: passedWords, data: passedData },
      window_started: { message: startWords },
      window_finished: { message: ({ slot }) => `The run due ${dueTime(slot)} is complete.` },
      budget_spent: { message: ({ detail }) => sentence(detail) },
      goal_edited: { message: ({ file }) => `${file} was edited, so its unfinished tasks start afresh.` },
      goal_paused: {
        message: ({ goal, by, reason }) => {
          const who = by === null ? `Paused ${goal}` : `${by} paused ${goal}`;
          return reason === "" ? `${who}.` : fullStop(`${who}: ${reason}`);
        }
      },
      goal_resumed: { message: resumedWords },
      yielded: {
        message: ({ detail }) => `Saved the work so far and made way: ${fullStop(detail)}`
      },
      bad_goal: { message: problemWords },
      bad_settings: { message: problemWords }
    };
    WHY_PASSED = {
      covered: "no run started in time",
      left_out: "no run started in time, and the goal asks for the newest one only",
      too_old: "no run started in time, and it is too late to catch up",
      under_lease: "a run was still working on the goal",
      stopped: "the agent was stopped",
      paused: "the goal was paused",
      waiting_for_draft: "a draft waits for your review"
    };
    NOUNS = { files: "file", commits: "commit", issues: "issue", list: "task" };
  }
});

// src/report/log/issue-lines.ts
function failureWords(failure) {
  switch (failure.kind) {
    case "given_up":
      return `Gave up ${effectWords(failure.effect)}: ${givenUpWords(failure.why)}`;
    case "draft_lacks":
      return `Draft #${failure.draft} is incomplete: ${fullStop(failure.lack)}`;
    case "alerts":
      return `Could not bring the alerts up to date: ${fullStop(failure.detail)} A later run tries again.`;
    case "state_alert":
      return `Could not bring the alert about the state branch up to date: ${fullStop(failure.detail)}`;
    case "unwatched":
      return sentence(failure.detail);
  }
}
function effectWords(effect) {
  switch (effect.kind) {
    case "comment_on_issue":
      return `commenting on issue #${effect.issue}`;
    case "label_issue":
      return `labelling issue #${effect.issue}`;
    case "open_issue":
      return `opening the issue "${cutText(onOneLine(effect.title), TITLE_LENGTH2)}"`;
  }
}
function givenUpWords(why) {
  switch (why.kind) {
    case "not_allowed":
      return `${why.file} no longer allows it.`;
    case "secret":
      return `its text contains a secret (${why.secret}).`;
    case "steering_label":
      return `the label ${why.label} decides what the agent or another program works on.`;
    case "gone":
      return `issue #${why.issue} is gone.`;
    case "closed":
      return `issue #${why.issue} was closed in the meantime.`;
    case "locked":
      return `issue #${why.issue} is gone or locked.`;
    case "refused":
      return sentence(why.detail);
  }
}
function failureData(failure) {
  switch (failure.kind) {
    case "given_up":
      return { effect: failure.effect.kind };
    case "draft_lacks":
      return { draft: failure.draft, branch: failure.branch };
    case "alerts":
    case "state_alert":
    case "unwatched":
      return {};
  }
}
var TITLE_LENGTH2, AGAIN, ISSUE_LINES;
var init_issue_lines = __esm({
  "src/report/log/issue-lines.ts"() {
    "use strict";
    init_plain_text();
    init_sentences();
    TITLE_LENGTH2 = 120;
    AGAIN = " An earlier run had done it already.";
    ISSUE_LINES = {
      issue_commented: {
        message: ({ issue, isNew }) => `Commented on issue #${issue}.${isNew ? "" : AGAIN}`,
        data: ({ issue, url }) => ({ issue, url })
      },
      issue_labelled: {
        message: ({ issue, labels, isNew }) => `Labelled issue #${issue} with ${listWords(labels)}.${isNew ? "" : AGAIN}`,
        data: ({ issue, url }) => ({ issue, url })
      },
      issue_opened: {
        message: ({ issue, title, isNew }) => `${fullStop(`Opened issue #${issue}: ${cutText(onOneLine(title), TITLE_LENGTH2)}`)}${isNew ? "" : AGAIN}`,
        data: ({ issue, url }) => ({ issue, url })
      },
      effect_failed: {
        message: ({ failure }) => failureWords(failure),
        data: ({ failure }) => failureData(failure)
      }
    };
  }
});

// src/report/log/lock-lines.ts
function releasedWords(event) {
  const { goal, ending: ending2, unchanged, left, failedBefore } = event;
  const isFree = event.tokens === 0;
  const isDone = ending2 === "worked" || ending2 === "no_change" || ending2 === "nothing_due";
  const start = !isDone ? `Stopped work on ${goal}: ${endingWords(ending2)}` : left > 0 ? `Worked on ${goal}: ${count(left, "task")} left for later` : ending2 === "no_change" && unchanged.length === 0 && isFree ? `Finished ${goal}: there was nothing to do` : `Finished ${goal}`;
  const clauses = [
    ...unchanged.length === 0 ? [] : [unchangedWords(unchanged)],
    ...isFree ? [] : [count(event.calls, "model call"), count(event.tokens, "token")]
  ];
  const again = failedBefore > 1 ? ` The ${failedBefore} runs before this one had failed.` : "";
  const details = clauses.length === 0 ? "" : `${start.includes(": ") ? ", " : ": "}${clauses.join(", ")}`;
  return `${start}${details}.${again}`;
}
function unchangedWords(keys) {
  return `${count(keys.length, "task")} needed no change`;
}
function unchangedData(keys) {
  return keys.length === 0 ? {} : { unchanged: keys.length, unchanged_items: keys.slice(0, KEYS_NAMED) };
}
function deadWords(wake, work) {
  switch (work.kind) {
    case "alerts":
      return `Run ${wake} died while it looked after the alerts.`;
    case "goal_without_file":
      return `Run ${wake} died while it worked on ${work.goal}, whose file is gone. Its lock is removed, and ${asideWords(work.tokens)}.`;
    case "goal": {
      const found = work.unchanged.length === 0 ? "" : ` Before that, ${unchangedWords(work.unchanged)}.`;
      return `Run ${wake} died ${momentWords(work.item)}, so ${asideWords(work.tokens)}.${found}`;
    }
  }
}
function momentWords(item) {
  if (item === null) return "between two tasks";
  return item.title === null ? "during its work" : `while it worked on ${item.title}`;
}
function asideWords(tokens) {
  return `the ${count(tokens, "token")} that it had set aside count as spent`;
}
function deadData(work) {
  return work.kind === "goal" ? { dead_in_a_row: work.deadInARow, ...unchangedData(work.unchanged) } : {};
}
var KEYS_NAMED, LOCK_LINES;
var init_lock_lines = __esm({
  "src/report/log/lock-lines.ts"() {
    "use strict";
    init_ending_words();
    init_sentences();
    KEYS_NAMED = 50;
    LOCK_LINES = {
      lease_taken: {
        message: ({ goal, epoch, expiresAt, tokens }) => {
          const aside = tokens === 0 ? "No model call is planned" : `${count(tokens, "token")} may be spent`;
          return `Took lock ${epoch} on ${goal} until ${exactTime(expiresAt)}. ${aside}.`;
        },
        data: ({ epoch, tokens }) => ({ epoch, reserved_tokens: tokens })
      },
      lease_released: {
        message: releasedWords,
        data: ({ ending: ending2, tokens, calls, unchanged }) => ({ ending: ending2, tokens, calls, ...unchangedData(unchanged) })
      },
      lease_lost: {
        message: ({ goal }) => `Another run took ${goal} over before this one could finish it.`
      },
      took_over: {
        message: ({ deadWake, work }) => deadWords(deadWake, work),
        data: ({ deadWake, epoch, work }) => ({ dead_wake: deadWake, epoch, ...deadData(work) })
      }
    };
  }
});

// src/core/progress/check-report.ts
function checkSentence({ kind, command: command2, detail }) {
  const verb = { passed: "passed", failed: "failed", not_run: "was not run" }[kind];
  return `\`${command2}\` ${verb}: ${detail}.`;
}
var init_check_report = __esm({
  "src/core/progress/check-report.ts"() {
    "use strict";
  }
});

// src/report/log/model-lines.ts
function refusalWords({ tool, path, reason }) {
  const name = cutText(tool, TOOL_LENGTH);
  const call = path === null ? name : masked`${name} ${path}`;
  return fullStop(cutText(onOneLine(masked`Refused ${call}: ${reason}`), REFUSAL_LENGTH));
}
var TOOL_LENGTH, REFUSAL_LENGTH, MODEL_LINES;
var init_model_lines = __esm({
  "src/report/log/model-lines.ts"() {
    "use strict";
    init_masked();
    init_plain_text();
    init_check_report();
    init_sentences();
    TOOL_LENGTH = 60;
    REFUSAL_LENGTH = 500;
    MODEL_LINES = {
      tool_refused: { message: refusalWords },
      check_ran: {
        message: ({ report }) => checkSentence(report),
        data: ({ report, exitCode }) => ({ command: report.command, exit_code: exitCode })
      },
      checks_not_run: {
        message: ({ commands: commands2, reason }) => {
          const names2 = listWords(commands2.map((command2) => `\`${command2}\``));
          return `${names2} did not run: ${fullStop(reason)}`;
        },
        data: ({ commands: commands2 }) => ({ commands: commands2 })
      },
      limit_near: { message: ({ text: text2 }) => text2, data: ({ limit }) => ({ limit }) },
      model_fault: {
        message: ({ fault, detail }) => `The model call failed (${fault.replaceAll("_", " ")}): ${fullStop(detail)}`,
        data: ({ fault, isCharged }) => ({ fault, charged: isCharged })
      },
      overspent: {
        message: ({ tokens, allowed }) => `The model server used ${count(tokens, "token")} in one call where at most ${figure(allowed)} were allowed.`,
        data: ({ tokens, allowed }) => ({ tokens, allowed })
      }
    };
  }
});

// src/report/log/request-lines.ts
function storedWords({ what }) {
  return what.kind === "person" ? `${askedWords(what.request)}. The next run does it.` : `The event ${what.by} makes ${listWords(what.goals)} due.`;
}
function askedWords({ origin, by, kind, goal, reason }) {
  if (origin === "event") return `The event ${by} made ${goal} due`;
  return `${by} asked to ${kind} ${goal}${reason === "" ? "" : ` (${reason})`}`;
}
function notServedWords(why) {
  switch (why.kind) {
    case "not_paused":
      return "the goal is not paused.";
    case "paused":
      return fullStop(`the goal is paused: ${why.reason}`);
    case "disabled":
      return `${why.file} says enabled: false.`;
    case "overruled":
      return `${why.by} has paused the goal since.`;
    case "run_ended":
      return `${endingWords(why.ending)}. ${sentence(why.detail)}`.trim();
    case "unknown_goal":
    case "bad_file":
      return noGoalWords(why);
  }
}
function noGoalWords(why) {
  return why.kind === "unknown_goal" ? `there is no goal ${why.id}.` : `${why.file} is not valid.`;
}
var REQUEST_LINES;
var init_request_lines = __esm({
  "src/report/log/request-lines.ts"() {
    "use strict";
    init_ending_words();
    init_sentences();
    REQUEST_LINES = {
      request_stored: {
        message: storedWords,
        data: ({ what }) => what.kind === "person" ? { request: what.request.id } : { requests: what.requests }
      },
      request_served: {
        message: ({ request, outcome }) => {
          const result = outcome.kind === "ran" ? endingWords(outcome.ending) : `the goal is ${outcome.kind}`;
          return `${askedWords(request)}, and that is done: ${result}.`;
        },
        data: ({ request, outcome }) => ({
          request: request.id,
          ...outcome.kind === "ran" ? { ending: outcome.ending } : {}
        })
      },
      request_answered: {
        message: ({ request, why }) => `${askedWords(request)}, but that cannot be done: ${notServedWords(why)}`,
        data: ({ request }) => ({ request: request.id })
      }
    };
  }
});

// src/report/log/task-lines.ts
function nameOf(title) {
  return title ?? "the task";
}
function startOf(title) {
  return title ?? "The task";
}
function endedWords({ title, ending: ending2, detail, attempt, size }) {
  const name = startOf(title);
  if (ending2 === "worked") return size === null ? `${name} is done.` : `${name} is done: ${sizeWords(size)}.`;
  const kept = size === null ? "" : ` So far: ${sizeWords(size)}.`;
  const why = detail === "" ? "" : ` ${sentence(detail)}`;
  if (ending2 === "no_change") return `${name} needs no change.${why}`;
  const tries = attempt === null ? "" : ` (attempt ${attempt.n} of ${attempt.of})`;
  return `${name} is not done${tries}: ${endingWords(ending2)}.${kept}${why}`;
}
function sizeWords({ files: files2, added, removed }) {
  return `${count(files2, "file")} changed, +${figure(added)} −${figure(removed)}`;
}
function endedData({ ending: ending2, spent: spent2 }) {
  return { ending: ending2, tokens: spent2.tokens, usd_micros: spent2.usdMicros, calls: spent2.calls };
}
function passedOverWords(title, why) {
  const name = startOf(title);
  switch (why.kind) {
    case "gone":
      return `${name} is gone, so it is skipped.`;
    case "closed":
      return `${name} was closed in the meantime, so it is skipped.`;
    case "label_removed":
      return `${name} has lost the label ${why.label}, so it is skipped.`;
    case "refused_before":
      return `The change${title === null ? "" : ` to ${title}`} is the same as in draft ${why.draft}, which was closed without merging, so it is not proposed again.`;
  }
}
function stuckWords({ goal, title, attempts, ending: ending2, detail }) {
  const last = ending2 === null || ending2 === "item_stuck" ? "" : `The last one: ${endingWords(ending2)}.`;
  const parts = [usedUpWords(title, attempts), last, sentence(detail), plainWayOut(goal)];
  return parts.filter((part) => part !== "").join(" ");
}
function usedUpWords(title, attempts) {
  return `${startOf(title)} has used up its ${count(attempts, "attempt")} and waits for a person.`;
}
function plainWayOut(goal) {
  return stuckWayOut(goal).replaceAll("`", "");
}
var TASK_LINES;
var init_task_lines = __esm({
  "src/report/log/task-lines.ts"() {
    "use strict";
    init_ending_words();
    init_sentences();
    init_way_out();
    TASK_LINES = {
      item_started: {
        message: ({ title, attempt, most }) => `${attempt === 1 ? "Trying" : "Trying again"}: ${nameOf(title)}, attempt ${attempt} of ${most}.`
      },
      item_continued: {
        message: ({ title, attempt, most, branch }) => `Going on with ${nameOf(title)} from ${branch}, attempt ${attempt} of ${most}.`
      },
      item_ended: { message: endedWords, data: endedData },
      item_failed: { message: endedWords, data: endedData },
      secret_found: { message: endedWords, data: endedData },
      item_passed_over: { message: ({ title, why }) => passedOverWords(title, why) },
      item_stuck: {
        message: ({ goal, title, attempts }) => `${usedUpWords(title, attempts)} ${plainWayOut(goal)}`
      }
    };
  }
});

// src/report/log/message-of.ts
function messageOf(event) {
  return WORDINGS[event.event].message(event);
}
function dataOf(event) {
  return WORDINGS[event.event].data?.(event) ?? null;
}
var WORDINGS;
var init_message_of = __esm({
  "src/report/log/message-of.ts"() {
    "use strict";
    init_alert_lines();
    init_draft_lines();
    init_goal_lines();
    init_issue_lines();
    init_lock_lines();
    init_model_lines();
    init_request_lines();
    init_run_lines();
    init_task_lines();
    WORDINGS = {
      ...RUN_LINES,
      ...LOCK_LINES,
      ...GOAL_LINES,
      ...TASK_LINES,
      ...MODEL_LINES,
      ...DRAFT_LINES,
      ...ISSUE_LINES,
      ...ALERT_LINES,
      ...REQUEST_LINES
    };
  }
});

// src/ledger/journal.ts
function wordsOf(event, mask) {
  const masked2 = maskedRecord(event, mask);
  const data = dataOf(masked2);
  return {
    event: event.event,
    message: messageOf(masked2),
    ...event.item === void 0 ? {} : { item: event.item },
    ...data === null || Object.keys(data).length === 0 ? {} : { data }
  };
}
var Journal;
var init_journal = __esm({
  "src/ledger/journal.ts"() {
    "use strict";
    init_masked_record();
    init_log_event();
    init_time();
    init_message_of();
    Journal = class {
      #clock;
      #log;
      #mask;
      #wake;
      #goalsShown = /* @__PURE__ */ new Set();
      #waiting = [];
      constructor(ports, wake) {
        this.#clock = ports.clock;
        this.#log = ports.log;
        this.#mask = ports.mask;
        this.#wake = wake;
      }
      /** For what is true whether or not a commit lands: shown at once, and carried by the next commit that does. */
      write(event) {
        const entry = this.stamp(event);
        this.#show(entry);
        this.#waiting = [...this.#waiting, entry];
      }
      /** For what is true only once a commit has landed: that commit carries it, and shows it then. */
      stamp(event) {
        const { goal } = event;
        const entry = {
          ts: isoTime(this.#clock.now()),
          level: levelOf(event),
          wake: this.#wake,
          ...goal === void 0 ? {} : { goal },
          ...wordsOf(event, this.#mask)
        };
        return maskedRecord(entry, this.#mask);
      }
      /** Lines that no commit carries yet. */
      get waiting() {
        return this.#waiting;
      }
      /** A commit has landed with the first `count` waiting lines and with `own` lines. */
      landed(count3, own) {
        this.#waiting = this.#waiting.slice(count3);
        for (const entry of own) this.#show(entry);
      }
      /** Ids of the goals of which people can read something. */
      get goalsShown() {
        return this.#goalsShown;
      }
      #show(entry) {
        if (entry.goal !== void 0 && entry.level !== "debug") this.#goalsShown.add(entry.goal);
        this.#log.line(entry);
      }
    };
  }
});

// src/config/goal/goal-files.ts
function parseGoalFiles(files2, settings) {
  const paths = [...files2.keys()].filter((path) => /\.ya?ml$/i.test(path)).sort(compareText);
  const goals = [];
  const problems = [];
  const pathsById = Map.groupBy(paths, lowerId);
  for (const file of paths) {
    const { blob, text: text2 } = files2.get(file) ?? { blob: "", text: "" };
    const refused = [...misplaced(file, settings), ...duplicates(file, pathsById.get(lowerId(file)) ?? [])];
    const reading = parseGoalFile({ file, blob, text: text2, settings });
    problems.push(...refused, ...reading.kind === "problems" ? reading.problems : []);
    if (reading.kind === "goal" && refused.length === 0) goals.push(reading.goal);
  }
  return {
    goals: goals.sort((a, b2) => compareText(a.id, b2.id)),
    problems: sortProblems(problems),
    hasNone: paths.length === 0
  };
}
function misplaced(file, settings) {
  const folder = file.slice(0, Math.max(0, file.lastIndexOf("/")));
  if (folder === settings.goalsFolder) return [];
  return [{ file, line: 1, column: 1, ...goalFileProblems.misplaced(settings.goalsFolder, folder) }];
}
function duplicates(file, sameId) {
  const twins = sameId.filter((path) => path !== file);
  return twins.map((twin) => {
    return { file, line: 1, column: 1, ...goalFileProblems.sameId(lowerId(file), twin) };
  });
}
function lowerId(file) {
  return goalId(file).toLowerCase();
}
var init_goal_files = __esm({
  "src/config/goal/goal-files.ts"() {
    "use strict";
    init_compare_text();
    init_goal_problems();
    init_problem();
    init_goal_file();
  }
});

// src/ledger/snapshot.ts
async function readGoals(store, at, signal) {
  const first = await store.read(at.commit, [SETTINGS_FILE, `${USUAL_FOLDER}/`], signal);
  const inUse = settingsInUse(first.get(SETTINGS_FILE)?.text ?? null);
  const settings = withModelOverrides(inUse.settings, at.overrides ?? NO_OVERRIDES);
  const folder = `${settings.goalsFolder}/`;
  const files2 = settings.goalsFolder === USUAL_FOLDER ? first : await store.read(at.commit, [folder], signal);
  const parsed = parseGoalFiles(inFolder(files2, folder), settings);
  return {
    settings,
    settingsProblems: inUse.problems,
    goals: parsed.goals,
    goalProblems: parsed.problems,
    hasNone: parsed.hasNone
  };
}
function inFolder(files2, folder) {
  return new Map([...files2].filter(([path]) => path.startsWith(folder)));
}
async function readSnapshot(world, options) {
  const tips = await world.state.fetch(options.signal);
  const at = { commit: tips.base.commit, overrides: options.overrides ?? NO_OVERRIDES };
  const goals = await readGoals(world.state, at, options.signal);
  const files2 = tips.state === null ? null : await world.state.read(tips.state, STATE_FILES, options.signal);
  const state = files2 === null ? null : decodeState(new Map([...files2].map(([path, { text: text2 }]) => [path, text2])));
  return { ...goals, tips, state, problems: [...goals.settingsProblems, ...goals.goalProblems] };
}
function requestedGoal({ goals, goalProblems: goalProblems2 }, { checkpoints }, id) {
  return {
    goal: goals.find((each) => each.id === id),
    badFile: goalProblems2.find(({ file }) => goalId(file) === id)?.file ?? null,
    checkpoint: Object.hasOwn(checkpoints, id) ? checkpoints[id] : void 0
  };
}
var NO_OVERRIDES, USUAL_FOLDER;
var init_snapshot = __esm({
  "src/ledger/snapshot.ts"() {
    "use strict";
    init_goal_file();
    init_goal_files();
    init_settings_file();
    init_state_files();
    init_settings();
    init_read_state();
    NO_OVERRIDES = { baseUrl: null, model: null };
    USUAL_FOLDER = "goals";
  }
});

// src/ledger/prepare-ledger.ts
async function prepareLedger(world, writer, at, signal) {
  const { wake, repository, secrets } = writer;
  const snapshot = await readGoals(world.state, at, signal);
  const { settings, goals } = snapshot;
  const mask = maskFor(settings, secrets);
  const journal = new Journal({ ...world, mask }, wake);
  return { world, snapshot, settings, goals, mask, journal, repository, wake };
}
var init_prepare_ledger = __esm({
  "src/ledger/prepare-ledger.ts"() {
    "use strict";
    init_settings_mask();
    init_journal();
    init_snapshot();
  }
});

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

// src/alerts/state-branch-alert.ts
var state_branch_alert_exports = {};
__export(state_branch_alert_exports, {
  raiseStateAlert: () => raiseStateAlert,
  settleStateAlert: () => settleStateAlert
});
async function raiseStateAlert(facts, detail) {
  const text2 = textOf(facts, detail);
  const untold = { ...ALERT, title: text2.title, issue: null, opened: false, known: false };
  const told = await tryRequests(facts, () => tell(facts, text2));
  return { ...untold, ...told };
}
async function tell(facts, text2) {
  const { github } = facts.world;
  const issues = await stateIssues(facts);
  const same = issues.find((issue) => saysTheSame(issue, text2));
  if (same !== void 0) return { issue: same.number, opened: false, known: same.state === "closed" };
  const open = issues.find((issue) => issue.state === "open");
  if (open === void 0) {
    const { number: number2 } = await github.openAlertIssue(text2, facts.deadline.work);
    facts.journal.write({ event: "alert_opened", issue: number2, title: text2.title });
    return { issue: number2, opened: true, known: false };
  }
  await github.updateAlertIssue(open.number, text2, facts.deadline.work);
  facts.journal.write({ event: "alert_updated", issue: open.number, title: text2.title });
  return { issue: open.number, opened: false, known: false };
}
async function settleStateAlert(session) {
  await tryRequests(session, async () => {
    const { github } = session.world;
    const open = (await stateIssues(session)).filter((issue) => issue.state === "open");
    for (const { number: number2 } of open) {
      await session.ledger.refresh(session.deadline.work);
      if (session.ledger.state.stop !== null) return;
      await github.updateAlertIssue(number2, textOf(session, STATE_READABLE_AGAIN), session.deadline.work);
      await github.closeAlertIssue(number2, STATE_READABLE_AGAIN, session.deadline.work);
      session.journal.write({ event: "alert_closed", issue: number2 });
    }
  });
}
async function stateIssues({ world, deadline }) {
  const issues = await world.github.listAlertIssues(deadline.work);
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
  const text2 = alertText(maskedRecord({ ...ALERT, detail, since, branch: settings.stateBranch }, mask));
  return { title: mask.mask(text2.title), body: maskedAboveFoot(text2.body, mask) };
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
    ALERT = { goal: null, cause: "bad_state_file" };
  }
});

// src/alerts/alert-results.ts
function alertResults({
  ledger,
  raised
}) {
  const { alerts } = ledger.state;
  return Object.entries(alerts.alerts).filter(([, record2]) => record2.wanted).sort(([a], [b2]) => compareText(a, b2)).map(([name, record2]) => ({
    goal: record2.goal === AGENT ? null : record2.goal,
    cause: record2.cause,
    title: record2.title,
    issue: issueOf(alerts, record2),
    opened: raised.has(name),
    known: record2.known
  }));
}
var init_alert_results = __esm({
  "src/alerts/alert-results.ts"() {
    "use strict";
    init_alert_state();
    init_compare_text();
  }
});

// src/core/schedule/time-zone.ts
function zoneIsUtc(timezone) {
  return timezone === "UTC" || timezone === "Etc/UTC";
}
function steadyStretches(timezone, fromMs, untilMs) {
  if (zoneIsUtc(timezone)) return wholeDays({ startMs: fromMs, endMs: untilMs, offsetMs: 0 }, 0);
  const offsetAt = zoneOffset(timezone);
  const stretches = [];
  let startMs = fromMs;
  let lastMs = fromMs;
  let offsetMs = offsetAt(fromMs);
  const close = () => {
    stretches.push(...wholeDays({ startMs, endMs: lastMs, offsetMs }, startMs === fromMs ? 0 : 1));
  };
  for (let probeMs = Math.min(fromMs + DAY_MS, untilMs); lastMs < untilMs; probeMs = Math.min(probeMs + DAY_MS, untilMs)) {
    const offset = offsetAt(probeMs);
    if (offset !== offsetMs) {
      close();
      startMs = probeMs;
      offsetMs = offset;
    }
    lastMs = probeMs;
  }
  close();
  return stretches;
}
function wholeDays(time2, daysLeftOut) {
  const firstDay = Math.ceil((time2.startMs + time2.offsetMs) / DAY_MS) + daysLeftOut;
  const endDay = Math.floor((time2.endMs + time2.offsetMs) / DAY_MS);
  return endDay > firstDay ? [{ firstDay, endDay, offsetMs: time2.offsetMs }] : [];
}
function zoneOffset(timezone) {
  const format = new Intl.DateTimeFormat("en-US", { timeZone: timezone, timeZoneName: "longOffset" });
  return (ms) => {
    const match = /GMT([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(format.format(ms));
    if (match === null) return 0;
    const size = Number(match[2]) * HOUR_MS + Number(match[3]) * MINUTE_MS + Number(match[4] ?? 0) * 1e3;
    return match[1] === "-" ? -size : size;
  };
}
var init_time_zone = __esm({
  "src/core/schedule/time-zone.ts"() {
    "use strict";
    init_time();
  }
});

// src/core/schedule/cron.ts
function cronSlots(pattern, timezone) {
  const key = `${pattern}
${timezone}`;
  const slots = known2.get(key) ?? makeSlots(pattern, timezone);
  known2.set(key, slots);
  return slots;
}
function makeSlots(pattern, timezone) {
  const fields = splitPattern(pattern);
  const zoned = openCron2(`${fields.minute} ${fields.hour} ${fields.dates}`, timezone);
  const next2 = (afterMs) => zoned.nextRun(new Date(afterMs))?.getTime() ?? null;
  return {
    next: next2,
    previous: (beforeMs) => zoned.previousRuns(1, new Date(beforeMs))[0]?.getTime() ?? null,
    count: (afterMs, untilMs) => untilMs - afterMs < WALK_MS ? walk(next2, afterMs, untilMs) : countByDays({ fields, timezone, next: next2, afterMs, untilMs })
  };
}
function walk(next2, afterMs, untilMs) {
  let count3 = 0;
  for (let slot = next2(afterMs); slot !== null && slot <= untilMs; slot = next2(slot)) count3 += 1;
  return count3;
}
function countByDays({ fields, timezone, next: next2, afterMs, untilMs }) {
  const nextTime = utcWalker(`${fields.minute} ${fields.hour} * * *`);
  const nextDate = utcWalker(`0 0 ${fields.dates}`);
  const timesOfDay = walk(nextTime, -1, DAY_MS - 1);
  let count3 = 0;
  let done = afterMs;
  for (const stretch of steadyStretches(timezone, afterMs + 1, untilMs)) {
    const start = stretch.firstDay * DAY_MS;
    const end = stretch.endDay * DAY_MS;
    count3 += walk(next2, done, start - stretch.offsetMs - 1);
    count3 += timesOfDay * walk(nextDate, start - 1, end - 1);
    done = end - stretch.offsetMs - 1;
  }
  return count3 + walk(next2, done, untilMs);
}
function utcWalker(pattern) {
  const cron = openCron2(pattern, "UTC");
  return (afterMs) => cron.nextRun(new Date(afterMs))?.getTime() ?? null;
}
function openCron2(pattern, timezone) {
  const zone = zoneIsUtc(timezone) ? { utcOffset: 0 } : { timezone };
  return new j(pattern, { mode: "5-part", fixedTimeRule: "no-wildcard", paused: true, ...zone });
}
function splitPattern(pattern) {
  const [minute = "", hour = "", ...dates] = pattern.trim().split(/\s+/);
  if (dates.length !== 3) throw new Error(`a checked cron pattern has not five fields: ${pattern}`);
  const isHourly = hour.split(",").some((part) => part === "*" || part === "*/1");
  if (isHourly) return { minute, hour, dates: dates.join(" ") };
  return { minute: withoutSteps(minute, 59), hour: withoutSteps(hour, 23), dates: dates.join(" ") };
}
function withoutSteps(field, last) {
  const parts = field.split(",").map((part) => {
    const match = /^(?:\*|(\d+)-(\d+))(?:\/(\d+))?$/.exec(part);
    if (match === null) return part;
    const from = Number(match[1] ?? 0);
    const count3 = Math.floor((Number(match[2] ?? last) - from) / Number(match[3] ?? 1)) + 1;
    return Array.from({ length: count3 }, (_2, index) => from + index * Number(match[3] ?? 1)).join(",");
  });
  return parts.join(",");
}
var known2, WALK_MS;
var init_cron = __esm({
  "src/core/schedule/cron.ts"() {
    "use strict";
    init_croner();
    init_time();
    init_time_zone();
    known2 = /* @__PURE__ */ new Map();
    WALK_MS = 3 * DAY_MS;
  }
});

// src/core/schedule/schedule.ts
function nextSlot(schedule2, afterMs) {
  switch (schedule2.kind) {
    case "every": {
      const interval = schedule2.minutes * MINUTE_MS;
      return (Math.floor(afterMs / interval) + 1) * interval;
    }
    case "cron":
      return cronSlots(schedule2.pattern, schedule2.timezone).next(afterMs);
    case "once":
      return null;
  }
}
function previousSlot(schedule2, beforeMs) {
  switch (schedule2.kind) {
    case "every": {
      const interval = schedule2.minutes * MINUTE_MS;
      return (Math.ceil(beforeMs / interval) - 1) * interval;
    }
    case "cron":
      return cronSlots(schedule2.pattern, schedule2.timezone).previous(beforeMs);
    case "once":
      return null;
  }
}
function newestSlot(schedule2, atMs) {
  return previousSlot(schedule2, atMs + 1);
}
function slotsBetween(schedule2, range, limit) {
  const slots = [];
  let slot = nextSlot(schedule2, range.afterMs);
  while (slot !== null && slot <= range.untilMs && slots.length < limit) {
    slots.push(slot);
    slot = nextSlot(schedule2, slot);
  }
  return slots;
}
function countSlots(schedule2, afterMs, untilMs) {
  if (untilMs <= afterMs) return 0;
  switch (schedule2.kind) {
    case "every": {
      const interval = schedule2.minutes * MINUTE_MS;
      return Math.floor(untilMs / interval) - Math.floor(afterMs / interval);
    }
    case "cron":
      return cronSlots(schedule2.pattern, schedule2.timezone).count(afterMs, untilMs);
    case "once":
      return 0;
  }
}
function intervalBefore(schedule2, slotMs) {
  if (schedule2.kind === "every") return schedule2.minutes * MINUTE_MS;
  const newest = newestSlot(schedule2, slotMs);
  const before = newest === null ? null : previousSlot(schedule2, newest);
  return newest === null || before === null ? DAY_MS : newest - before;
}
var init_schedule = __esm({
  "src/core/schedule/schedule.ts"() {
    "use strict";
    init_time();
    init_cron();
  }
});

// src/core/schedule/slot-plan.ts
function classify(facts) {
  const { schedule: schedule2, checkpoint, now } = facts;
  const after = countedTo(checkpoint);
  if (schedule2.kind === "once") return classifyOnce(facts, after);
  const newest = newestSlot(schedule2, Math.min(now, facts.until ?? now));
  if (newest === null || after !== null && newest <= after) return nothing(checkpoint);
  if (facts.blocked !== null) {
    if (after === null) return nothing(checkpoint);
    return passOver({ schedule: schedule2, afterMs: after, untilMs: newest }, { as: "skipped", why: facts.blocked });
  }
  if (after === null) return runOnly(facts, newest, "ran");
  return catchUp(facts, schedule2, { after, newest });
}
function classifyUnderLease(facts) {
  const { schedule: schedule2, checkpoint, takenAt } = facts;
  const after = countedTo(checkpoint);
  const newest = newestSlot(schedule2, facts.now);
  if (after === null || newest === null || newest <= after) return nothing(checkpoint);
  if (countSlots(schedule2, after, takenAt) > 0) return nothing(checkpoint);
  return passOver({ schedule: schedule2, afterMs: after, untilMs: newest }, { as: "overlapped", why: "under_lease" });
}
function addSlots(counters, more) {
  return {
    ...counters,
    ran: counters.ran + more.ran,
    caught_up: counters.caught_up + more.caught_up,
    missed: counters.missed + more.missed,
    skipped: counters.skipped + more.skipped,
    overlapped: counters.overlapped + more.overlapped
  };
}
function countersOf(run, passed) {
  const slot = run === null ? NO_SLOTS : { ...NO_SLOTS, [run.kind]: 1 };
  return passed.reduce((sum, range) => addSlots(sum, { ...NO_SLOTS, [range.as]: range.count }), slot);
}
function catchUp(facts, schedule2, passed) {
  const { after, newest } = passed;
  const oldestAllowed = facts.now - schedule2.catchUpWindowMinutes * MINUTE_MS;
  const first = schedule2.catchUp === "each" ? nextSlot(schedule2, Math.max(after, oldestAllowed - 1)) : newest;
  if (first === null || first > newest || first < oldestAllowed) {
    return passOver({ schedule: schedule2, afterMs: after, untilMs: newest }, { as: "missed", why: "too_old" });
  }
  const isInTime = first === newest && facts.now - first <= HOUR_MS;
  const plan = runOnly(facts, first, isInTime ? "ran" : "caught_up");
  const range = slotRange(
    { schedule: schedule2, afterMs: after, untilMs: first - 1 },
    { as: "missed", why: WHY_OLDER[schedule2.catchUp] }
  );
  if (range === null) return plan;
  return { ...plan, passed: [range], counters: { ...plan.counters, missed: range.count } };
}
function classifyOnce(facts, after) {
  const isDone = after !== null && (!facts.hasGoalChanged || facts.now <= after);
  if (isDone || facts.blocked !== null) return nothing(facts.checkpoint);
  return runOnly(facts, facts.now, "ran");
}
function runOnly(facts, slotMs, kind) {
  const slot = isoTime(slotMs);
  return {
    run: { slot, kind, from: isoTime(windowStart(facts, slotMs)) },
    passed: [],
    counters: { ...NO_SLOTS, [kind]: 1 },
    classified_to: slot
  };
}
function windowStart({ schedule: schedule2, checkpoint }, slotMs) {
  const isOwnIntervalOnly = schedule2.kind !== "once" && schedule2.catchUp === "skip";
  if (checkpoint.finished === null || isOwnIntervalOnly) return slotMs - intervalBefore(schedule2, slotMs);
  return Math.min(Date.parse(checkpoint.finished.time), slotMs);
}
function passOver(span, label2) {
  const range = slotRange(span, label2);
  return {
    run: null,
    passed: range === null ? [] : [range],
    counters: { ...NO_SLOTS, [label2.as]: range?.count ?? 0 },
    classified_to: isoTime(span.untilMs)
  };
}
function slotRange(span, label2) {
  const first = nextSlot(span.schedule, span.afterMs);
  const last = previousSlot(span.schedule, span.untilMs + 1);
  if (first === null || last === null || first > last) return null;
  const count3 = countSlots(span.schedule, span.afterMs, span.untilMs);
  return { ...label2, from: isoTime(first), to: isoTime(last), count: count3 };
}
function nothing(checkpoint) {
  return { run: null, passed: [], counters: NO_SLOTS, classified_to: checkpoint.classified_to };
}
function slotsPassedOver(schedule2, checkpoint) {
  const { finished, classified_to: to } = checkpoint;
  if (finished === null || to === null) return 0;
  return countSlots(schedule2, Date.parse(finished.slot), Date.parse(to));
}
function countedTo(checkpoint) {
  const time2 = checkpoint.classified_to ?? checkpoint.finished?.slot ?? null;
  return time2 === null ? null : Date.parse(time2);
}
var WHY_OLDER;
var init_slot_plan = __esm({
  "src/core/schedule/slot-plan.ts"() {
    "use strict";
    init_state();
    init_time();
    init_schedule();
    WHY_OLDER = { once: "covered", each: "too_old", skip: "left_out" };
  }
});

// src/core/schedule/gaps.ts
function endStop(status, at) {
  if (status.stop === null) return status;
  const { since, reason } = status.stop;
  const stops = [...status.stops ?? [], { since, until: at, reason }];
  return { ...status, stop: null, stops: stops.slice(-STOPS_KEPT) };
}
function gapsBefore(state, checkpoint, now) {
  const { stops } = endStop(state.status, isoTime(now));
  const stopped = (stops ?? []).map(({ since, until }) => ({ since, until, why: "stopped" }));
  const paused = (checkpoint.pauses ?? []).map((pause) => ({ ...pause, why: "paused" }));
  return [...stopped, ...paused].toSorted((a, b2) => a.since < b2.since ? -1 : 1);
}
function classifyAround(facts, gaps) {
  const after = countedTo(facts.checkpoint);
  const { schedule: schedule2 } = facts;
  if (after === null || schedule2.kind === "once") return classify(facts);
  const spans = gaps.map((gap) => ({
    why: gap.why,
    afterMs: Math.max(after, Date.parse(gap.since) - 1),
    untilMs: Math.min(facts.now, Date.parse(gap.until))
  }));
  const index = spans.findIndex((span2) => countSlots(schedule2, span2.afterMs, span2.untilMs) > 0);
  const span = spans[index];
  if (span === void 0) return classify(facts);
  const older = classify({ ...facts, until: span.afterMs });
  if (schedule2.catchUp === "each" && older.run !== null) return older;
  const skipped = slotRange({ ...span, schedule: schedule2 }, { as: "skipped", why: span.why });
  const checkpoint = { ...facts.checkpoint, classified_to: isoTime(span.untilMs) };
  const newer = classifyAround({ ...facts, checkpoint }, gaps.slice(index + 1));
  const why = schedule2.catchUp === "skip" ? "left_out" : "covered";
  const passed = older.run === null || newer.run === null ? older.passed : [slotRange({ schedule: schedule2, afterMs: after, untilMs: span.afterMs }, { as: "missed", why })];
  const run = newer.run ?? older.run;
  const ranges = [...passed, skipped, ...newer.passed].filter((range) => range !== null);
  return { run, passed: ranges, counters: countersOf(run, ranges), classified_to: newer.classified_to };
}
var STOPS_KEPT;
var init_gaps = __esm({
  "src/core/schedule/gaps.ts"() {
    "use strict";
    init_time();
    init_schedule();
    init_slot_plan();
    STOPS_KEPT = 20;
  }
});

// src/core/due/inbox.ts
function waitingRequests(state) {
  return Object.values(state.requests).toSorted((a, b2) => a.id < b2.id ? -1 : 1);
}
function runsWanted(state, goal) {
  return waitingRequests(state).filter((request) => request.kind === "run" && request.goal === goal);
}
function runsNotBegun(state, goal) {
  return runsWanted(state, goal).filter((request) => request.begun_epoch === void 0);
}
function isRipe(request, state, now) {
  if (request.origin === "person" || request.begun_epoch !== void 0) return true;
  const last = state.checkpoints[request.goal]?.last_event;
  return last === void 0 || now - Date.parse(last) >= EVENT_REST_MS;
}
function requestsToStore(state, requests) {
  if (Object.keys(state.requests).length >= MOST_REQUESTS) return [];
  return requests.filter(
    ({ goal }) => (state.checkpoints[goal]?.pause ?? null) === null && !runsNotBegun(state, goal).some(({ origin }) => origin === "event")
  );
}
function withRequest(state, request) {
  return { ...state, requests: { ...state.requests, [request.id]: request } };
}
function withoutRequests(state, ids) {
  const left = Object.entries(state.requests).filter(([id]) => !ids.includes(id));
  return { ...state, requests: Object.fromEntries(left) };
}
function leaseToYield(state, goal) {
  const lease = state.lock.leases[goal];
  return lease === void 0 || lease.for_person === true ? null : lease;
}
function askToYield(state, request) {
  const lease = leaseToYield(state, request.goal);
  if (lease === null || lease.yield?.epoch === lease.epoch) return state;
  const wish = { epoch: lease.epoch, by: request.by, request: request.id };
  return { ...state, lock: withLease(state.lock, request.goal, { ...lease, yield: wish }) };
}
var EVENT_REST_MS, MOST_REQUESTS;
var init_inbox = __esm({
  "src/core/due/inbox.ts"() {
    "use strict";
    init_lease();
    init_time();
    EVENT_REST_MS = 30 * MINUTE_MS;
    MOST_REQUESTS = 200;
  }
});

// src/core/due/due.ts
function dueGoals(facts) {
  const chosen = facts.asked.length === 0 ? facts.goals : facts.goals.filter((goal) => facts.asked.includes(goal.id));
  const due = chosen.flatMap((goal) => {
    const why = dueReason(goal, facts);
    return why === null ? [] : [{ goal, why }];
  });
  const rank2 = ({ why }) => why === "asked" || why === "request" ? 0 : 1;
  const lastLease = ({ goal }) => facts.state.checkpoints[goal.id]?.last_lease?.at ?? "";
  return due.toSorted(
    (a, b2) => rank2(a) - rank2(b2) || compareText(lastLease(a), lastLease(b2)) || compareText(a.goal.id, b2.goal.id)
  );
}
function dueReason(goal, { state, now, asked, met, mostAlerts }) {
  const checkpoint = state.checkpoints[goal.id] ?? newCheckpoint(goal.id);
  if (asked.includes(goal.id)) return "asked";
  if (!goal.enabled) return null;
  const wanted = runsWanted(state, goal.id).filter((request) => isRipe(request, state, now));
  if (wanted.some((request) => request.origin === "person")) return "request";
  if (hasUndoneAlert(state.alerts, goal.id, mostAlerts)) return "undone_alert";
  if (state.lock.leases[goal.id] !== void 0) return "died";
  if (checkpoint.pause !== null) return dueReasonOfPaused(goal, checkpoint);
  if (wanted.length > 0) return "event";
  if (owesEffects(checkpoint)) return "unfinished_effects";
  if (checkpoint.window !== null || isLifted(goal, checkpoint)) return "unfinished_window";
  if (hasSlot(goal, checkpoint, { now, gaps: gapsBefore(state, checkpoint, now) })) return "slot";
  return met.has(goal.id) ? "condition" : null;
}
function dueReasonOfPaused(goal, checkpoint) {
  if (liftsPause(goal, checkpoint)) return "edited";
  return owesEffects(checkpoint) ? "unfinished_effects" : null;
}
function owesEffects(checkpoint) {
  const { pause, dead_wakes } = checkpoint;
  const isHeldBack = pause !== null && (pause.by !== PAUSED_BY_AGENT || dead_wakes >= DEAD_WAKES_ALLOWED);
  return !isHeldBack && unfinishedOutbox(checkpoint).length > 0;
}
function isLifted(goal, checkpoint) {
  return isEdited(goal, checkpoint) && (checkpoint.given_up ?? null) !== null;
}
function liftsPause(goal, checkpoint) {
  return checkpoint.pause?.by === PAUSED_BY_AGENT && isEdited(goal, checkpoint);
}
function hasSlot(goal, checkpoint, { now, gaps }) {
  const hasGoalChanged = isEdited(goal, checkpoint);
  const plan = classifyAround(
    { schedule: goal.schedule, now, checkpoint, blocked: null, hasGoalChanged },
    gaps
  );
  return plan.run !== null || plan.passed.length > 0;
}
function isEdited(goal, checkpoint) {
  return checkpoint.goal_blob !== null && checkpoint.goal_blob !== goal.blob;
}
function nextDue(goal, checkpoint, now) {
  if (!goal.enabled || checkpoint !== void 0 && checkpoint.pause !== null) return null;
  const known3 = checkpoint ?? newCheckpoint(goal.id);
  if (known3.window !== null || hasSlot(goal, known3, { now, gaps: [] })) {
    const today = utcDay(now);
    return isoTime(isSpentOn(known3, today) ? Date.parse(today) + DAY_MS : now);
  }
  const after = Math.max(now, known3.classified_to === null ? 0 : Date.parse(known3.classified_to));
  const next2 = nextSlot(goal.schedule, after);
  return next2 === null ? null : isoTime(next2);
}
function obstacleToDraft(goal, facts) {
  if (!opensDrafts(goal)) return null;
  const own = draftsInUse(facts.checkpoint).length;
  const mostOwn = goal.limits.openDrafts;
  if (own >= mostOwn) return { kind: "too_many", of: "goal", open: own, most: mostOwn };
  const open = facts.elsewhere + own;
  return open >= facts.totalAllowed ? { kind: "too_many", of: "all", open, most: facts.totalAllowed } : null;
}
function obstacleToStart(goal, draftKey, facts) {
  const { checkpoint } = facts;
  const draft = checkpoint.drafts[draftKey];
  if (draft?.full === true && isInUse(draft)) return { kind: "full" };
  return draftsInUse(checkpoint).includes(draftKey) ? null : obstacleToDraft(goal, facts);
}
function keysToDo(checkpoint, keys) {
  const own = new Set(checkpoint.own_versions);
  return keys.filter((key) => itemRecord(checkpoint, key).status === "open" && !own.has(key));
}
var init_due = __esm({
  "src/core/due/due.ts"() {
    "use strict";
    init_alert_state();
    init_compare_text();
    init_goal();
    init_checkpoint();
    init_spent_days();
    init_gaps();
    init_schedule();
    init_time();
    init_inbox();
    init_pause();
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
      unlock: (ending2) => `release the lock: ${endingWords(ending2)}`,
      lockAlerts: () => "take the lock for general alerts",
      unlockAlerts: () => "bring general alerts up to date",
      /** `title`: of the item; null: the goal has one only, which has no name. */
      saveItem: (title, ending2) => `save ${title ?? "the work"}: ${endingWords(ending2)}`,
      withdrawWork: () => "withdraw work that the remote did not take",
      giveAttemptBack: (title) => `give back the attempt${title === null ? "" : ` at ${title}`}`,
      continueOn: (branch) => `continue on ${branch}`,
      storeEvent: (event) => `store the event ${event}`,
      settleRequests: () => "answer requests",
      showLife: () => "show that the agent is alive: nothing was due",
      endRun: (ending2) => `end a run: ${endingWords(ending2)}`
    };
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
  const told = await answerOf(context, () => github.serverTime(context.deadline.work));
  if (told === "github_unavailable") return null;
  return typeof told === "number" ? told : clock.now();
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

// src/alerts/wanted-alert.ts
function fingerprint(alert) {
  return `${alert.goal?.id ?? AGENT}/${alert.cause}`;
}
function alertName(body) {
  return readMarker(body)?.replace(/^alert\//, "") ?? "";
}
function textOf2({ mask, settings }, alert, since) {
  const text2 = alertText(maskedRecord({ ...alert, since, branch: settings.stateBranch }, mask));
  return { title: mask.mask(text2.title), body: maskedAboveFoot(text2.body, mask) };
}
function aboutOf({ about: about2, detail }) {
  return about2 ?? digest([detail], 16);
}
function shownAs(text2) {
  return digest([text2.title, text2.body], 16);
}
var init_wanted_alert = __esm({
  "src/alerts/wanted-alert.ts"() {
    "use strict";
    init_mask_foot();
    init_masked_record();
    init_alert_state();
    init_digest();
    init_marker();
    init_alert();
  }
});

// src/alerts/sync-alerts.ts
function isRecorded(alerts, alert) {
  return alerts.alerts[fingerprint(alert)]?.about === aboutOf(alert);
}
function areInLine(context, alerts, scope) {
  const wanted = new Map(scope.wanted.map((alert) => [fingerprint(alert), alert]));
  const room = hasRoom(alerts, context.settings.alerts.open);
  const isShown = [...wanted].every(([name, alert]) => {
    const record2 = alerts.alerts[name];
    if (record2 === void 0 || record2.about !== aboutOf(alert)) return false;
    if (record2.known) return true;
    const isSaid = record2.shown === shownAs(textOf2(context, alert, record2.raised_at));
    return record2.wanted && isSaid && (record2.folded === true ? !room : record2.issue !== null);
  });
  const isGone = Object.entries(alerts.alerts).some(
    ([name, record2]) => scope.owns(record2) && !wanted.has(name)
  );
  return isShown && !isGone;
}
async function bringInLine(context, alerts, scope) {
  const writer = new AlertWriter(context, scope);
  const wanted = new Map(scope.wanted.map((alert) => [fingerprint(alert), alert]));
  const gone = Object.entries(alerts.alerts).filter(
    ([name, record2]) => scope.owns(record2) && !wanted.has(name)
  );
  const changes = [];
  for (const [name, record2] of gone) changes.push(await writer.close(name, record2));
  const isKnown = (name) => wanted.has(name) || alerts.alerts[name] !== void 0;
  if (scope.sweeps !== void 0) await writer.sweep(isKnown);
  for (const [name, alert] of wanted) {
    const now = apply(changes, alerts);
    changes.push(await writer.show(name, alert, now));
  }
  return (before) => apply(changes, before);
}
function apply(changes, before) {
  return changes.reduce((after, change) => change(after), before);
}
function isNews(receipt2, before) {
  const isNewlyFolded = receipt2.folded === true && before?.folded !== true;
  return isNewlyFolded || receipt2.issue !== (before?.issue ?? null);
}
var AlertWriter;
var init_sync_alerts = __esm({
  "src/alerts/sync-alerts.ts"() {
    "use strict";
    init_alert_state();
    init_halt();
    init_marker();
    init_time();
    init_alert();
    init_wanted_alert();
    AlertWriter = class {
      #context;
      #scope;
      #issues = null;
      #isBroken = false;
      constructor(context, scope) {
        this.#context = context;
        this.#scope = scope;
      }
      async show(name, alert, alerts) {
        const record2 = alerts.alerts[name];
        const raisedAt = record2?.raised_at ?? isoTime(this.#context.world.clock.now());
        const text2 = textOf2(this.#context, alert, raisedAt);
        const about2 = aboutOf(alert);
        const left = {
          ...record2,
          goal: alert.goal?.id ?? AGENT,
          cause: alert.cause,
          ...text2,
          detail: alert.detail,
          about: about2,
          raised_at: raisedAt,
          wanted: true,
          issue: record2?.issue ?? null,
          shown: null,
          known: record2?.known === true && record2.about === about2,
          folded: false
        };
        const isSame = record2?.about === about2;
        const receipt2 = await this.#try(
          () => this.#ensure({ alert, text: text2, alerts, known: isSame ? record2.issue : null })
        );
        const kept = receipt2 === null ? left : { ...left, ...receipt2, shown: shownAs(text2) };
        if (receipt2 !== null && isNews(receipt2, record2)) this.#context.raised.note(name);
        return (before) => ({ ...before, alerts: { ...before.alerts, [name]: kept } });
      }
      async close(name, record2) {
        const isDone = await this.#try(
          async () => this.#closeIssue(record2.issue ?? await this.#unrecorded(name, record2))
        );
        if (isDone === null) {
          return (before) => ({ ...before, alerts: { ...before.alerts, [name]: { ...record2, wanted: false } } });
        }
        return (before) => {
          const { [name]: _gone, ...rest } = before.alerts;
          return { ...before, alerts: rest };
        };
      }
      /** Closes what a dead wake has opened and could not write down, where its cause is gone. */
      async sweep(isKnown) {
        await this.#try(async () => {
          for (const issue of await this.#list()) {
            const name = alertName(issue.body);
            const isOrphan = issue.state === "open" && this.#scope.sweeps?.(name) === true && !isKnown(name);
            if (isOrphan) await this.#closeIssue(issue.number);
          }
        });
      }
      async #ensure({ alert, text: text2, alerts, known: known3 }) {
        const own = (await this.#list()).filter((issue2) => readMarker(issue2.body) === alertMarker(alert));
        const open = own.find((issue2) => issue2.state === "open");
        if (open !== void 0) return this.#update(open, text2);
        if (known3 !== null) return { issue: known3, known: true, folded: false };
        const { settings, world, deadline } = this.#context;
        if (alert.cause !== "folded" && !hasRoom(alerts, settings.alerts.open))
          return { issue: null, known: false, folded: true };
        await this.#scope.allowed();
        const issue = await world.github.openAlertIssue(text2, deadline.work);
        this.#context.journal.write({ event: "alert_opened", issue: issue.number, title: text2.title });
        return { issue: issue.number, known: false, folded: false };
      }
      async #update(open, text2) {
        if (open.title !== text2.title || open.body !== text2.body) {
          await this.#scope.allowed();
          await this.#context.world.github.updateAlertIssue(open.number, text2, this.#context.deadline.work);
          this.#context.journal.write({ event: "alert_updated", issue: open.number, title: text2.title });
        }
        return { issue: open.number, known: false, folded: false };
      }
      /** The issue that was opened by a request whose answer got lost. One that was never asked for is not looked for. */
      async #unrecorded(name, { folded, known: known3 }) {
        if (folded === true || known3) return null;
        const open = (await this.#list()).filter(({ state }) => state === "open");
        return open.find(({ body }) => alertName(body) === name)?.number ?? null;
      }
      async #closeIssue(number2) {
        if (number2 === null) return true;
        const isOpen = (await this.#list()).some((issue) => issue.number === number2 && issue.state === "open");
        if (!isOpen) return true;
        await this.#scope.allowed();
        await this.#context.world.github.closeAlertIssue(number2, CAUSE_GONE, this.#context.deadline.work);
        this.#context.journal.write({ event: "alert_closed", issue: number2 });
        return true;
      }
      async #list() {
        if (this.#issues === null) {
          await this.#scope.allowed();
          this.#issues = await this.#context.world.github.listAlertIssues(this.#context.deadline.work);
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
  const lease = await takeAgentLease(context, alerts);
  if (lease === null) return;
  const allowed = () => agentAllowed(context, lease.nonce);
  const sweeps = (name) => alerts.causes.includes(name.slice(name.lastIndexOf("/") + 1));
  const isSwept = lease.isTakenOver || alerts.hasStrays === true;
  const before = context.ledger.state.alerts;
  const change = await bringInLine(context, before, { ...alerts, allowed, ...isSwept ? { sweeps } : {} });
  const after = change(before);
  const rest = await bringInLine(context, after, { wanted: foldedAlert(after), owns: isFolded, allowed });
  await releaseAgentLease(context, lease.nonce, (now) => rest(change(now)));
}
function isFolded(alert) {
  return alert.cause === "folded";
}
function foldedAlert({ alerts }) {
  const folded = Object.entries(alerts).filter(([, record2]) => record2.folded === true && record2.wanted).sort(([a], [b2]) => compareText(a, b2));
  if (folded.length === 0) return [];
  const lines = folded.map(([, { title, detail }]) => `${title}. ${detail?.split("\n")[0] ?? ""}`.trim());
  const about2 = digest(
    folded.map(([name]) => name),
    16
  );
  return [{ goal: null, cause: "folded", detail: lines.join("\n"), about: about2 }];
}
async function takeAgentLease(context, { wanted, line }) {
  const { ledger, world, deadline } = context;
  const seen = ledger.state.lock.leases[AGENT];
  if (seen !== void 0 && !await isHolderGone(context, seen)) return null;
  const nonce = world.random.nonce();
  const news = wanted.filter((alert) => !isRecorded(ledger.state.alerts, alert));
  let dead;
  const outcome = await ledger.commit(
    {
      apply: (state) => {
        if (state.stop !== null) throw stoppedBy(state.stop);
        dead = state.lock.leases[AGENT];
        if (dead !== void 0 && dead.nonce !== seen?.nonce) return "stale";
        return { ...state, lock: agentLock(context, state, nonce) };
      },
      describe: (after) => ({
        goal: AGENT,
        what: STATE_COMMITS.lockAlerts(),
        epoch: after.lock.epoch,
        step: 1
      }),
      events: () => [...dead === void 0 ? [] : [tookOverLine(dead)], ...news.map(line)],
      isIn: (state) => state.lock.leases[AGENT]?.nonce === nonce
    },
    deadline.work
  );
  return outcome.kind === "landed" ? { nonce, isTakenOver: dead !== void 0 } : null;
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
async function agentAllowed(context, nonce) {
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
async function releaseAgentLease(context, nonce, change) {
  let released = false;
  await context.ledger.commit(
    {
      apply: (state) => {
        released = state.lock.leases[AGENT]?.nonce === nonce;
        if (!released) return "stale";
        return { ...state, lock: dropLease(state.lock, AGENT), alerts: change(state.alerts) };
      },
      describe: (after) => ({
        goal: AGENT,
        what: STATE_COMMITS.unlockAlerts(),
        epoch: after.lock.epoch,
        step: 2
      }),
      isIn: (state) => released && state.lock.leases[AGENT]?.nonce !== nonce
    },
    context.deadline.save
  );
}
var init_alerts_lease = __esm({
  "src/alerts/alerts-lease.ts"() {
    "use strict";
    init_alert_state();
    init_compare_text();
    init_digest();
    init_ending();
    init_halt();
    init_lease();
    init_budget();
    init_time();
    init_holder();
    init_refuse_disabled();
    init_state_commits();
    init_sync_alerts();
  }
});

// src/core/request.ts
function newRequest(facts, version2) {
  const { kind, goal, origin, now } = facts;
  const time2 = new Date(now).toISOString();
  const name = facts.comment === void 0 ? facts.nonce.slice(0, NONCE_LENGTH) : `comment-${facts.comment}`;
  return {
    version: version2,
    id: `${time2.replace(/[-:.]/g, "")}-${name}`,
    kind,
    goal,
    origin,
    by: oneLine2(facts.by, NAME_LENGTH) || "somebody",
    at: `${time2.slice(0, 19)}Z`,
    reason: oneLine2(facts.reason, REASON_LENGTH)
  };
}
function oneLine2(text2, length) {
  const visible = text2.replace(
    /(?![\t\n\r])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]+/gu,
    ""
  );
  const plain = visible.replace(/\s+/g, " ").trim();
  const characters = [...plain];
  if (characters.length <= length) return plain;
  return cutBetweenWords(plain, characters.slice(0, length - 1).join("").length + 1);
}
var REASON_LENGTH, NAME_LENGTH, NONCE_LENGTH;
var init_request = __esm({
  "src/core/request.ts"() {
    "use strict";
    init_plain_text();
    REASON_LENGTH = 500;
    NAME_LENGTH = 100;
    NONCE_LENGTH = 12;
  }
});

// src/core/work/settle-requests.ts
function afterRequest(checkpoint, { kind, by, at, reason }, askedFor) {
  switch (kind) {
    case "run":
      return checkpoint;
    case "pause":
      return pauseGoal(checkpoint, { reason: reason || askedFor(by), at, by });
    case "resume":
      return resumeGoal(checkpoint, at);
  }
}
function lineSettling(request, { goal, badFile: badFile2, checkpoint }) {
  const pause = checkpoint?.pause ?? null;
  if (request.kind === "resume" && pause === null) return answerLine(request, { kind: "not_paused" });
  if (request.kind !== "run" && (goal !== void 0 || checkpoint !== void 0))
    return servedLine(request, request.kind === "pause" ? "paused" : "resumed");
  if (goal === void 0) return answerLine(request, reasonNoGoal(request.goal, badFile2));
  if (!goal.enabled) return answerLine(request, { kind: "disabled", file: goal.file });
  const mayLift = request.origin === "person" && request.begun_epoch === void 0;
  return pause === null || mayLift ? null : answerLine(request, { kind: "paused", reason: pause.reason });
}
function answerLine(request, why) {
  return { event: "request_answered", goal: request.goal, request, why };
}
function servedLine(request, kind) {
  return { event: "request_served", goal: request.goal, request, outcome: { kind } };
}
function reasonNoGoal(id, badFile2) {
  return badFile2 === null ? { kind: "unknown_goal", id } : { kind: "bad_file", file: badFile2 };
}
function withSettled(state, requests, askedFor) {
  const settled = requests.reduce((before, request) => settledOne(before, request, askedFor), state);
  return withoutRequests(
    settled,
    requests.map(({ id }) => id)
  );
}
function settledOne(state, request, askedFor) {
  const before = state.checkpoints[request.goal];
  const after = afterRequest(before ?? newCheckpoint(request.goal), request, askedFor);
  const isWritten = before !== void 0 || after.pause !== null;
  return isWritten ? { ...state, checkpoints: { ...state.checkpoints, [request.goal]: after } } : state;
}
var init_settle_requests = __esm({
  "src/core/work/settle-requests.ts"() {
    "use strict";
    init_inbox();
    init_pause();
    init_checkpoint();
  }
});

// src/report/words/pause-reasons.ts
function circleWords(circle) {
  switch (circle.kind) {
    case "refusals":
      return `${count(circle.refusals, "draft")} in a row were closed without merging`;
    case "undone":
      return `the drafts of three runs in a row undo each other in ${circle.path}`;
    case "tiny":
      return `the drafts of three runs in a row changed next to nothing, always in ${circle.path}`;
  }
}
var PAUSE_REASONS;
var init_pause_reasons = __esm({
  "src/report/words/pause-reasons.ts"() {
    "use strict";
    init_sentences();
    PAUSE_REASONS = {
      askedFor: (by) => `asked for by ${by}`,
      deadRuns: (runs) => `${count(runs, "run")} in a row died while they worked on this goal`,
      circle: (circle) => `${circleWords(circle)}. Please say why: change the goal so that you would merge its next draft, or resume it`
    };
  }
});

// src/report/on-github/change-notes.ts
function changeBoxes(notes) {
  if (notes === null) return [UNREAD];
  return [unseenBox(notes.unseen), runningBox(notes.running)].filter((box) => box !== "");
}
function unseenBox(unseen) {
  if (unseen.length === 0) return "";
  const places = placesOf(unseen);
  const lines = places.slice(0, PLACES_SHOWN).map((place) => `> - ${place}`);
  const more = places.length - lines.length;
  const rest = more === 0 ? [] : [`> - And ${count(more, "more place")}.`];
  return [
    "> [!WARNING]",
    "> **This draft adds characters that cannot be seen, or that change the direction of text.** What you read is not what programs read.",
    ">",
    ...lines,
    ...rest
  ].join("\n");
}
function placesOf(unseen) {
  const groups = Map.groupBy(unseen, ({ path, line, codePoint }) => `${path}
${line}
${codePoint}`);
  return [...groups.values()].flatMap((same) => {
    const [first] = same;
    if (first === void 0) return [];
    const times = same.length === 1 ? "" : `, ${count(same.length, "time")}`;
    return [`${pathSpan(first.path)}, line ${first.line}: ${codePointName(first.codePoint)}${times}`];
  });
}
function codePointName(codePoint) {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, "0")}`;
}
function runningBox(paths) {
  if (paths.length === 0) return "";
  const shown = paths.slice(0, PATHS_SHOWN).map(pathSpan).join(", ");
  const more = paths.length - PATHS_SHOWN;
  const rest = more > 0 ? `, and ${count(more, "more file")}` : "";
  return `> [!IMPORTANT]
> **This draft changes files that run, or that say what runs.** Read them before you run anything of this branch: ${shown}${rest}.`;
}
function pathSpan(path) {
  return path.trim() === "" ? fixed("a file without a name") : valueSpan(cutText(path, PATH_LENGTH));
}
var PATHS_SHOWN, PLACES_SHOWN, PATH_LENGTH, UNREAD;
var init_change_notes = __esm({
  "src/report/on-github/change-notes.ts"() {
    "use strict";
    init_masked();
    init_plain_text();
    init_markdown();
    init_sentences();
    PATHS_SHOWN = 10;
    PLACES_SHOWN = 10;
    PATH_LENGTH = 120;
    UNREAD = "> [!WARNING]\n> **The agent could not read this change again.** It may change files that run, and hold characters that cannot be seen.";
  }
});

// src/report/on-github/pull-request.ts
function draftText(input) {
  const head = joined([
    banner(input.incomplete),
    ...changeBoxes(input.notes),
    `Wakeful made this draft for the goal ${codeSpan(input.goal.file)}: ${inlineText(cutText(input.goal.title, TITLE_LENGTH3))}`,
    input.isQueueCut === true ? ISSUES_LEFT_OUT : "",
    "## Objective",
    renderWithin(input.goal.objective, OBJECTIVE_LENGTH, quotedText),
    "## What was done"
  ]);
  const tail = joined([
    "## Checks",
    checks(input.checks),
    "## How",
    how(input),
    closing(),
    hiddenMarker(input.marker)
  ]);
  const room = BODY_LENGTH - head.length - tail.length - 4;
  return { title: draftTitle(input), body: joined([head, summaries(input.summaries, room), tail]) };
}
function joined(blocks) {
  return blocks.filter((block) => block !== "").join("\n\n");
}
function draftTitle({ goal, subject, incomplete }) {
  const title = subject === null ? goal.title : masked`${goal.title}: ${subject}`;
  return titleText(incomplete === null ? title : masked`Incomplete: ${title}`, TITLE_LENGTH3);
}
function banner(incomplete) {
  if (incomplete === null) return "";
  const why = renderWithin(incomplete, CHECK_LENGTH, (text2) => inlineText(sentence(text2)));
  return `> [!WARNING]
> **This draft is incomplete.** ${why} A later run goes on from here.`;
}
function summaries(all, room) {
  const shown = [];
  let left = room - CUT_ROOM;
  for (const each of all) {
    const text2 = summary(each, all.length === 1);
    if (text2.length + 2 > left) break;
    left -= text2.length + 2;
    shown.push(text2);
  }
  const more = all.length - shown.length;
  const rest = more === 0 ? "" : `And ${count(more, "more task")}. The state branch has them all.`;
  return joined([...shown, rest]) || "The model wrote nothing about it.";
}
function summary({ title, ending: ending2, summary: text2, onIssues: onIssues2 }, isOnly) {
  const words = text2.trim() === "" ? "The model wrote no summary." : renderWithin(text2, SUMMARY_LENGTH2, quotedText);
  const note = ending2 === null || ending2 === "worked" ? "" : `${sentence(endingWords(ending2)).slice(0, -1)} (${codeSpan(ending2)}).`;
  const heading = isOnly ? "" : `### ${inlineText(cutText(title, TITLE_LENGTH3))}`;
  return joined([heading, onIssues2 ?? "", note, words]);
}
function checks(sentences) {
  if (sentences.length === 0) return "The goal names no checks, so none were run.";
  const more = sentences.length - CHECKS;
  const lines = sentences.slice(0, CHECKS).map((each) => `- ${renderWithin(each, CHECK_LENGTH, inlineText)}`);
  return [...lines, ...more > 0 ? [`- And ${figure(more)} more.`] : []].join("\n");
}
function how({ window, spent: spent2, limits, wake, model }) {
  const dollars = spent2.usdMicros === 0 ? "" : `, ${money(spent2.usdMicros)}`;
  return [
    "| | |",
    "|---|---|",
    `| Due | ${longTime(window.slot)} |`,
    `| Covers | ${longTime(window.from)} to ${longTime(window.to)}, up to commit ${codeSpan(window.commit.slice(0, 10))} |`,
    `| Model | ${codeSpan(cutText(model, TITLE_LENGTH3))} |`,
    `| Spent | ${count(spent2.tokens, "token")} in ${count(spent2.calls, "model call")}${dollars} |`,
    `| Limits | ${limitWords(limits)} |`,
    `| Run | ${link(cutText(wake.id, TITLE_LENGTH3), wake.url)} |`
  ].join("\n");
}
function limitWords(limits) {
  return [
    `${count(limits.modelCalls, "model call")} and ${count(limits.minutes, "minute")} a task`,
    `${count(limits.tokens, "token")} a run`,
    `${count(limits.changedFiles, "file")} and ${count(limits.changedLines, "line")} a draft`
  ].join(", ");
}
function closing() {
  return [
    "Merge it, or change it. Close it without merging to reject it; the same change will not be proposed again.",
    "If you push a commit to the branch, the branch is yours: the agent no longer pushes to it."
  ].join(" ");
}
var SECOND_DRAFT, TITLE_LENGTH3, BODY_LENGTH, OBJECTIVE_LENGTH, SUMMARY_LENGTH2, CHECK_LENGTH, CHECKS, CUT_ROOM;
var init_pull_request = __esm({
  "src/report/on-github/pull-request.ts"() {
    "use strict";
    init_marker();
    init_masked();
    init_plain_text();
    init_ending_words();
    init_issues_left_out();
    init_markdown();
    init_sentences();
    init_change_notes();
    SECOND_DRAFT = fixed(
      "A run that had lost its lock opened this second draft for the branch. The first one counts."
    );
    TITLE_LENGTH3 = 120;
    BODY_LENGTH = 6e4;
    OBJECTIVE_LENGTH = 8e3;
    SUMMARY_LENGTH2 = 8e3;
    CHECK_LENGTH = 2e3;
    CHECKS = 10;
    CUT_ROOM = 200;
  }
});

export {
  LONGEST_PATH,
  LONGEST_NAME,
  normalisePath,
  foldPath,
  init_path,
  matchesGlobs,
  globMatcher,
  init_globs,
  protectedAs,
  mayBeNamed,
  agentFolders,
  init_protected_paths,
  decidePath,
  init_permission,
  parseGoalFile,
  goalId,
  init_goal_file,
  AGENT,
  hasUndoneAlert,
  init_alert_state,
  takeLease,
  myLease,
  withLease,
  dropLease,
  isLeaseOverdue,
  isAskedToYield,
  init_lease,
  decodeLogLines,
  init_state_files,
  maskedAboveFoot,
  init_mask_foot,
  workCommitMessage,
  mergeCommitMessage,
  init_commit_message,
  logPath,
  init_day_logs,
  STOP_FILE,
  STATE_FILES,
  readState,
  tipOfFirstWake,
  init_read_state,
  branchName,
  init_branch_name,
  swapStopFile,
  init_ledger,
  alertLines,
  init_open_alerts,
  NO_COST,
  addCosts,
  subtractCost,
  allowance,
  reserve,
  settle,
  abandon,
  afterSpending,
  noReservation,
  init_budget,
  goalRows,
  init_status_facts,
  statusAnswers,
  outcomeWords,
  init_status_answers,
  openLedger,
  init_open_ledger,
  maskFor,
  init_settings_mask,
  levelOf,
  init_log_event,
  checkSentence,
  init_check_report,
  noGoalWords,
  init_request_lines,
  passedOverWords,
  stuckWords,
  init_task_lines,
  parseGoalFiles,
  init_goal_files,
  readGoals,
  readSnapshot,
  requestedGoal,
  init_snapshot,
  prepareLedger,
  init_prepare_ledger,
  RaisedAlerts,
  init_raised_alerts,
  alertResults,
  init_alert_results,
  slotsBetween,
  countSlots,
  init_schedule,
  classifyUnderLease,
  addSlots,
  slotsPassedOver,
  init_slot_plan,
  endStop,
  gapsBefore,
  classifyAround,
  init_gaps,
  MOST_REQUESTS,
  waitingRequests,
  runsWanted,
  runsNotBegun,
  isRipe,
  requestsToStore,
  withRequest,
  withoutRequests,
  leaseToYield,
  askToYield,
  init_inbox,
  dueGoals,
  owesEffects,
  liftsPause,
  isEdited,
  nextDue,
  obstacleToDraft,
  obstacleToStart,
  keysToDo,
  init_due,
  raiseStateAlert,
  settleStateAlert,
  state_branch_alert_exports,
  init_state_branch_alert,
  isHolderGone,
  init_holder,
  refuseDisabled,
  init_refuse_disabled,
  STATE_COMMITS,
  init_state_commits,
  areInLine,
  bringInLine,
  init_sync_alerts,
  agentAlertsInLine,
  init_alerts_lease,
  REASON_LENGTH,
  newRequest,
  oneLine2 as oneLine,
  init_request,
  afterRequest,
  lineSettling,
  answerLine,
  reasonNoGoal,
  withSettled,
  init_settle_requests,
  PAUSE_REASONS,
  init_pause_reasons,
  SECOND_DRAFT,
  draftText,
  limitWords,
  init_pull_request
};
