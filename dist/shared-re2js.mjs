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
  NO_COST,
  NO_SLOTS,
  PAUSED_BY_AGENT,
  PROGRAM,
  STATE_VERSION,
  STOP_VARIABLE,
  WINDOW_ELEMENT,
  addCosts,
  branchUrl,
  codeSpan,
  count,
  createMask,
  digest,
  dollarWords,
  draftUrl,
  dueCell,
  dueTime,
  duration,
  effectSums,
  endingLabel,
  endingUrl,
  endingWords,
  exactTime,
  figure,
  fromNow,
  fullStop,
  hiddenMarker,
  init_address_secrets,
  init_back_off,
  init_checkpoint,
  init_cost,
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
  init_program,
  init_sentences,
  init_spent_days,
  init_state,
  init_stop,
  init_time,
  init_work_branch,
  inlineText,
  isBackingOff,
  isBad,
  isBranchOf,
  isDue,
  isGood,
  isInUse,
  isOutage,
  isOwnLabel,
  isSpentOn,
  isoTime,
  issueUrl,
  itemOf,
  itemRecord,
  itemTitle,
  link,
  listWords,
  logList,
  loggedTitle,
  longTime,
  markerOf,
  maskChanges,
  maskedJson,
  maskedPage,
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
  renderWithin,
  resumeGoal,
  secretsIn,
  sentence,
  shortTime,
  stopReason,
  titleText,
  unfinishedOutbox,
  utcDay,
  valueSpan,
  waitAt,
  withoutCommand,
  wrapToWidth
} from "./shared-noble-hashes.mjs";
import {
  EFFECTS,
  FINDERS,
  FINDING_FORMATS,
  GOAL_NOTES,
  LIMIT_FIELDS,
  LIMIT_NAMES,
  QUEUE_KINDS,
  about,
  alternativesAt,
  durationProblem,
  foldPath,
  globClassAt,
  globRuleProblem,
  hasReversedRange,
  init_about,
  init_config_file,
  init_field_problems,
  init_glob_marks,
  init_goal,
  init_goal_notes,
  init_limit_fields,
  init_path,
  init_pattern_shape,
  init_raw_value,
  init_settings_file,
  init_text_rules,
  isDollars,
  isLiteral,
  isMapping,
  limitEntries,
  makeLimits,
  mapping,
  normalisePath,
  notRight,
  obeys,
  oneLine,
  opensDrafts,
  patternFault,
  placesOf,
  readConfigFile,
  settingsInUse,
  someText,
  withModelOverrides
} from "./shared-yaml.mjs";
import {
  RecentTexts,
  SETTINGS_FILE,
  asFieldValue,
  compareText,
  formatDuration,
  init_bytes,
  init_compare_text,
  init_inputs,
  init_nearest_name,
  init_problem,
  init_recent_texts,
  init_settings,
  namesInWords,
  nearestName,
  parseDuration,
  printable,
  problemLine,
  problemText,
  remembering,
  show,
  sortProblems,
  utf8Length
} from "./shared-inputs.mjs";
import {
  array,
  boolean,
  check,
  cutBetweenWords,
  cutText,
  exactOptional,
  fixed,
  init_dist,
  init_masked,
  init_plain_text,
  is,
  joinMasked,
  literal,
  looseObject,
  masked,
  maxLength,
  metadata,
  minLength,
  minValue,
  nullable,
  number,
  object,
  onOneLine,
  optional,
  picklist,
  pipe,
  record,
  regex,
  safeInteger,
  safeParse,
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
      finderFieldAlone: (field) => problemText(
        `\`for_each.${field}\` has no effect without ${{ in: "`findings` or `command`", format: "`command`" }[field] ?? "`findings: todos`"}`,
        "remove it"
      ),
      noListFile: problemText(
        "`for_each.listed_in` must be the path of one Markdown file from the root of the repository, without wildcards",
        "write e.g. docs/todo.md"
      ),
      whenOfCommand: problemText(
        "`when` cannot be used with `for_each.command`, because the command would have to run at every start of the agent",
        "remove `when`; `on: [push]` makes the goal due after changes"
      ),
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
        `\`${field}\` has only globs that start with !, which take away and allow nothing`,
        'add what is allowed, e.g. "**"'
      ),
      writeWithoutDraft: problemText(
        "`permissions.write` cannot be used, because `effects` does not include draft_pull_request",
        "add draft_pull_request to `effects`, or remove `write`; files change only in drafts"
      ),
      deleteWithoutWrite: problemText(
        "`permissions.delete` cannot be used without `write`: it says which of the paths there may be deleted as well",
        "add `write`, or remove `delete`"
      ),
      otherFilesAlone: problemText(
        "`permissions.other_files` has no effect without a queue of `files`, `findings` or `command`: other tasks may write all that `write` names",
        "remove it"
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

// src/core/access/protected-paths.ts
function protectedAs(path, { goalsFolder, agentFolders: agentFolders2 }) {
  const folded2 = foldPath(path);
  const goals = foldPath(goalsFolder);
  if (folded2 === goals || folded2.startsWith(`${goals}/`)) return "goal";
  if (agentFolders2.some((folder) => isOwnSource(folded2, foldPath(folder)))) return "own_source";
  return PROTECTIONS.find(({ matches }) => matches.test(folded2))?.as ?? null;
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
        matches: /(?:^|\/)(?:\.?travis|azure-pipelines?[^/]*|bitbucket-pipelines|\.?appveyor|\.cirrus|codefresh|wercker|\.?buildkite|cloudbuild|buildspec|appspec|amplify|\.build|\.?readthedocs|\.?zuul|\.?prow|\.?shippable|\.?vela|\.?mergify|render|heroku|bitrise|codemagic|buddy|screwdriver|semaphore|apphosting|okteto|azure|dependabot|ellipsis|smithery)(?:[-_.][^/]*)?\.(?:ya?ml|star)$|(?:^|\/)buildspec\//
      },
      {
        as: "ci",
        matches: /(?:^|\/)(?:(?:netlify|\.kodiak|bors|fly|railway|wrangler|nixpacks|samconfig|project)(?:\.[^/]*)?\.toml|(?:vercel|now|railway|railpack|wrangler|firebase|dagger|eas|app|cdk|staticwebapp\.config|greptile|\.?renovate)\.(?:json[c5]?|[cm]?[jt]s)|release-please-config\.json)$/
      },
      // The name of a site, and what is served in the place of its files.
      { as: "ci", matches: /(?:^|\/)(?:cname|_(?:redirects|headers|routes\.json|worker\.[cm]?[jt]s))$/ },
      { as: "editor", matches: /(?:^|\/)\.(?:vscode|devcontainer|idea|run|vs|zed|fleet)(?:\/|\.json$|$)/ },
      {
        as: "hooks",
        matches: /(?:^|\/)(?:\.husky(?:\/|$)|\.?lefthook[^/]*$|\.pre-commit-(?:config|hooks)\.ya?ml$)/
      },
      {
        as: "packages",
        matches: /(?:^|\/)(?:\.npmrc|\.yarnrc(?:\.yml)?|\.?pnpmfile\.[cm]?js|bunfig\.toml)$/
      },
      {
        as: "editor",
        matches: /\.(?:code-workspace|sublime-project|iml|ipr)$|(?:^|\/)(?:nbproject\/|devenv\.(?:local\.)?(?:ya?ml|nix)$)/
      },
      {
        as: "packages",
        matches: /(?:^|\/)(?:nuget\.config|pip\.(?:conf|ini)|uv\.toml|poetry\.toml|ivysettings\.xml|auth\.json)$/
      },
      { as: "editor", matches: /(?:^|\/)(?:mise(?:\.[^/]*)?\.toml$|mise\/|devbox\.json$)/ },
      {
        as: "instructions",
        matches: /(?:^|\/)(?:(?:agents?|claude|codex|gemini|qwen|warp|crush|copilot|cursor|windsurf|opencode|replit|devin|jules|goose|amp|junie|kiro|droid|qodo|iflow|skill|best_practices|(?:ai|agents?|llm)[-_](?:instructions|rules))(?:\.[^/]*)?\.md|copilot-instructions[^/]*|(?:[^/]*[-_])?mcp(?:[-_][^/]*)?\.json|(?:gemini-extension|claude_desktop_config)\.json|(?:opencode|crush)\.jsonc?)$/
      },
      { as: "instructions", matches: /^(?:knowledge|conventions|instructions|rules|prompt)\.md$/ },
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

// src/core/access/refused-globs.ts
function refusedGlob(glob2, rules) {
  if (glob2.startsWith("!")) return null;
  const named = isLiteral(glob2);
  if (named && rules.isProtected(glob2)) return { kind: "by_settings" };
  const found = examplesOf(glob2).map((path) => protectedAs(path, rules));
  const [first = null] = found;
  if (first === null || found.includes(null)) return null;
  if (!mayBeNamed(first)) return { kind: "never", as: first };
  return named ? null : { kind: "not_named", as: first };
}
function examplesOf(glob2) {
  let paths = [glob2];
  while (paths.some((path) => firstAlternatives(path) !== null)) {
    paths = paths.flatMap((path) => firstAlternatives(path) ?? [path]);
    if (paths.length > MOST_EXAMPLES) return [];
  }
  return paths.map((path) => withoutClasses(path).replace(/\*+|\?/g, "x"));
}
function firstAlternatives(glob2) {
  for (const at of placesOf(glob2, /\{/)) {
    const found = alternativesAt(glob2, at);
    if (found === null) continue;
    return found.choices.map((choice) => glob2.slice(0, at) + choice + glob2.slice(at + found.length));
  }
  return null;
}
function withoutClasses(glob2) {
  for (const at of placesOf(glob2, /\[/)) {
    const found = globClassAt(glob2, at);
    if (found !== null) return `${glob2.slice(0, at)}x${withoutClasses(glob2.slice(at + found.length))}`;
  }
  return glob2;
}
var MOST_EXAMPLES;
var init_refused_globs = __esm({
  "src/core/access/refused-globs.ts"() {
    "use strict";
    init_glob_marks();
    init_protected_paths();
    MOST_EXAMPLES = 64;
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
  if (/^[A-Za-z]/.test(name) && zoneExists(name) && !NOT_OF_IANA.has(name.toUpperCase())) return null;
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
var DAY_MINUTES, NOT_OF_IANA;
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
    NOT_OF_IANA = new Set(
      "ACT AET AGT ART AST BET BST CAT CNT CST CTT EAT ECT IET IST JST MIT NET NST PLT PNT PRT PST SST VST".split(
        " "
      )
    );
  }
});

// src/config/goal/goal-rules.ts
function goalFaults(raw, { file, settings, isProtected, agentFolders: agentFolders2 = [] }) {
  return [
    ...isMapping(raw["schedule"]) ? scheduleFaults(raw["schedule"]) : [],
    ...isMapping(raw["for_each"]) ? queueFaults(raw["for_each"]) : [],
    ...conditionFaults(raw),
    ...permissionFaults(mapping(raw["permissions"])),
    ...otherFilesFaults(raw),
    ...protectedFaults(mapping(raw["permissions"]), {
      ...{ isProtected, agentFolders: agentFolders2, goalsFolder: settings.goalsFolder }
    }),
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
  if (typeof queue["files"] === "string" && queue["files"].startsWith("!")) {
    faults.push({ path: [...path, "files"], at: "value", ...goalProblems.negatedFiles });
  }
  return [...faults, ...finderFaults(queue), ...ownLabelFaults(queue["issues"])];
}
function finderFaults(queue) {
  const alone = [
    ..."in" in queue && !("findings" in queue) && !("command" in queue) ? ["in"] : [],
    ..."format" in queue && !("command" in queue) ? ["format"] : [],
    ..."listed_in" in queue && queue["findings"] !== "todos" ? ["listed_in"] : []
  ];
  const faults = alone.map((field) => {
    return { path: ["for_each", field], at: "key", ...goalProblems.finderFieldAlone(field) };
  });
  if (Array.isArray(queue["in"]) && queue["in"].length > 0 && queue["in"].every(isNegated))
    faults.push({ path: ["for_each", "in"], at: "value", ...goalProblems.onlyNegated("for_each.in") });
  const list = queue["listed_in"];
  if (typeof list !== "string" || alone.includes("listed_in")) return faults;
  const normal = normalisePath(list);
  const isPath = isLiteral(list) && normal.kind === "path" && normal.path === list && /\.(?:md|markdown)$/i.test(list);
  return isPath ? faults : [...faults, { path: ["for_each", "listed_in"], at: "value", ...goalProblems.noListFile }];
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
  if (!("when" in raw)) return [];
  if ("command" in mapping(raw["for_each"]))
    return [{ path: ["when"], at: "key", ...goalProblems.whenOfCommand }];
  if ("for_each" in raw) return [];
  return [{ path: ["when"], at: "key", ...goalProblems.whenAlone }];
}
function permissionFaults(permissions2) {
  const { read, write, effects } = permissions2;
  const onlyTakesAway = [
    { name: "read", globs: read },
    { name: "write", globs: write },
    { name: "delete", globs: permissions2["delete"] }
  ].filter(({ globs }) => Array.isArray(globs) && globs.length > 0 && globs.every(isNegated));
  const faults = onlyTakesAway.map(({ name }) => {
    return { path: ["permissions", name], at: "value", ...goalProblems.onlyNegated(`permissions.${name}`) };
  });
  const deletes = Array.isArray(permissions2["delete"]) && permissions2["delete"].length > 0;
  if (deletes && !(Array.isArray(write) && write.length > 0))
    faults.push({ path: ["permissions", "delete"], at: "key", ...goalProblems.deleteWithoutWrite });
  const writes = Array.isArray(write) && write.length > 0;
  if (!writes || !Array.isArray(effects) || effects.includes("draft_pull_request")) return faults;
  return [...faults, { path: ["permissions", "write"], at: "key", ...goalProblems.writeWithoutDraft }];
}
function protectedFaults({ write }, rules) {
  if (!Array.isArray(write)) return [];
  return write.flatMap((glob2, index) => {
    const refused = typeof glob2 === "string" ? refusedGlob(glob2, rules) : null;
    if (refused === null) return [];
    return [{ path: ["permissions", "write", index], at: "value", ...refusedGlobProblem(glob2, refused) }];
  });
}
function otherFilesFaults(raw) {
  const isAsked = mapping(raw["permissions"])["other_files"] === true;
  const queue = mapping(raw["for_each"]);
  if (!isAsked || "files" in queue || "findings" in queue || "command" in queue) return [];
  return [{ path: ["permissions", "other_files"], at: "key", ...goalProblems.otherFilesAlone }];
}
function isNegated(glob2) {
  return typeof glob2 === "string" && glob2.startsWith("!");
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
    init_glob_marks();
    init_path();
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
var command, commands, glob, wakeEvent, schedule, label, listFile, element, forEach, permissions, GoalFile;
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
    listFile = pipe(string(), obeys(oneLine(400)), about(GOAL_NOTES.listedIn));
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
        findings: optional(pipe(picklist(FINDERS), about(GOAL_NOTES.findings))),
        listed_in: optional(listFile),
        command: optional(pipe(string(), obeys(oneLine(1e3)), about(GOAL_NOTES.finderCommand))),
        format: optional(pipe(picklist(FINDING_FORMATS), about(GOAL_NOTES.format))),
        in: optional(pipe(array(glob), minLength(1), maxLength(100), about(GOAL_NOTES.in))),
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
        delete: optional(pipe(array(glob), maxLength(100), about(GOAL_NOTES.delete)), []),
        other_files: optional(pipe(boolean(), about(GOAL_NOTES.otherFiles)), false),
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
        always: optional(pipe(boolean(), about(GOAL_NOTES.always)), false),
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
  const { file, text: text2 } = source;
  const reading = readConfigFile({
    ...{ file, text: text2, schema: GoalFile, whenEmpty: goalFileProblems.empty },
    rules: (raw) => goalFaults(raw, source)
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
      ...value.permissions.delete.length > 0 && { delete: value.permissions.delete },
      ...value.permissions.other_files && { otherFiles: true },
      effects: [...new Set(value.permissions.effects)],
      ...value.permissions.labels !== void 0 && { labels: value.permissions.labels }
    },
    limits: goalLimits(value, settings),
    whenDraftIsOpen: value.when_draft_is_open,
    runsUnchanged: value.always,
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
    const { key: key2, usual: value } = LIMIT_FIELDS[name];
    return Math.min(value, settings.bounds[key2] ?? value);
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
      commits: ({ commits: commits2, drafts }) => commits2 === void 0 ? null : { kind: "commits", drafts },
      list: ({ list, drafts }) => list === void 0 ? null : { kind: "list", elements: [...new Set(list)], drafts },
      findings: ({ findings, listed_in, in: globs, drafts }) => findings === void 0 ? null : {
        ...{ kind: "findings", finder: findings, drafts },
        ...globs !== void 0 && { in: globs },
        ...listed_in !== void 0 && { listedIn: listed_in }
      },
      command: ({ command: command2, format = "lines", in: globs, drafts }) => command2 === void 0 ? null : { ...{ kind: "command", command: command2, format, drafts }, ...globs !== void 0 && { in: globs } }
    };
  }
});

// src/core/alert-state.ts
function isUnswept({ unswept }, lease) {
  return unswept?.includes(lease) === true;
}
function withUnswept(alerts, lease) {
  return isUnswept(alerts, lease) ? alerts : { ...alerts, unswept: [...alerts.unswept ?? [], lease] };
}
function withSwept(alerts, lease) {
  const { unswept = [], ...rest } = alerts;
  const left = unswept.filter((each) => each !== lease);
  return left.length === 0 ? rest : { ...rest, unswept: left };
}
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
  if (isUnswept(alerts, goal)) return true;
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
      sameKey: (key2) => problemText(`the field ${show(key2)} is given twice`, RESTORE),
      notObject: (found) => problemText(`it must contain a JSON object, but contains ${show(found)}`, RESTORE),
      notVersion: (found) => problemText(`its version must be a whole number, but is ${show(found)}`, RESTORE),
      otherVersion: (found, read) => problemText(
        `it has version ${found}, and this program reads version ${read}`,
        found > read ? `use a program that reads version ${found} (a newer Wakeful wrote this file)` : "run the command `migrate` of Wakeful in a clone of this repository, while no run is going on"
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
      key: "is a name that every object has",
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
      otherBranch: (key2, { found, start }) => problemText(
        `the draft ${show(key2)} names the branch ${show(found)}, which is not the agent's branch of this draft (that begins with ${show(start)} and ends with the draft's generation)`,
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
  const known3 = decoded.get(text2);
  const value = known3?.path === path ? known3.value : readFile(path, text2, schema);
  if (known3?.value !== value) decoded.set(text2, { path, value });
  return value;
}
function readFile(path, text2, schema) {
  const value = parseJson(path, text2);
  checkVersion(path, value);
  const result = safeParse(schema, value);
  if (!result.success) throw badFile(path, stateFileProblems.fields(result.issues.map(fieldFault)));
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
      const key2 = String(JSON.parse(last));
      const keys = open.at(-1);
      if (keys?.has(key2)) return key2;
      keys?.add(key2);
    }
    last = token.startsWith('"') ? token : null;
  }
  return null;
}
function inStableOrder(value) {
  if (Array.isArray(value)) return value.map(inStableOrder);
  if (typeof value !== "object" || value === null) return value;
  const known3 = ordered.get(value) ?? sorted(value);
  ordered.set(value, known3);
  return known3;
}
function sorted(value) {
  const entries = Object.entries(value).sort(([a], [b2]) => rank(a) - rank(b2) || compareText(a, b2));
  return Object.fromEntries(entries.map(([key2, part]) => [key2, inStableOrder(part)]));
}
function rank(key2) {
  const place = FIRST.indexOf(key2);
  return place === -1 ? FIRST.length : place;
}
var decoded, encoded, FIRST, ordered;
var init_state_json = __esm({
  "src/config/state/state-json.ts"() {
    "use strict";
    init_dist();
    init_masked_record();
    init_ending();
    init_state();
    init_compare_text();
    init_recent_texts();
    init_state_file_problems();
    decoded = new RecentTexts();
    encoded = /* @__PURE__ */ new WeakMap();
    FIRST = ["version", "repository", "id", "kind", "goal"];
    ordered = /* @__PURE__ */ new WeakMap();
  }
});

// src/config/state/cross-check.ts
function refuseForged(state) {
  const { lock, checkpoints, requests, alerts, budget } = state;
  refuse("state/lock.json", lockProblem(lock));
  refuse("state/budget.json", budgetProblem(budget));
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
function figureProblem(field, figures) {
  return firstOf(
    Object.entries(figures),
    ([name, figure2]) => COUNTED.has(name) && typeof figure2 === "number" && figure2 > MOST_COUNTED ? forgedStateProblems.endlessNumber(`${field}${name}`, figure2) : null
  );
}
function budgetProblem({ days, months }) {
  return firstOf(
    Object.entries({ ...days, ...months }),
    ([period, account]) => firstOf(Object.entries(account), ([goal, sums]) => figureProblem(`${period}.${goal}.`, sums))
  );
}
function checkpointProblem(checkpoint, lock) {
  return figureProblem("", checkpoint) ?? figureProblem("counters.", checkpoint.counters) ?? firstOf(
    Object.entries(checkpoint.items),
    ([key2, item]) => firstOf([item, item.spent], (figures) => figureProblem(`items.${key2}.`, figures))
  ) ?? epochProblem("last_lease.epoch", checkpoint.last_lease?.epoch, lock) ?? firstOf(
    Object.entries(checkpoint.drafts),
    ([key2, draft]) => branchProblem(checkpoint.goal, key2, draft)
  ) ?? firstOf(
    Object.entries(checkpoint.items),
    ([key2, { outbox: outbox2 }]) => firstOf(outbox2, (entry) => entryProblem(checkpoint.goal, key2, entry))
  );
}
function branchProblem(goal, key2, { branch, generation }) {
  const isOwn = isBranchOf(branch, { goal, generation });
  return isOwn ? null : forgedStateProblems.otherBranch(key2, { found: branch, start: `${BRANCH_PREFIX}${goal}/` });
}
function entryProblem(goal, key2, entry) {
  if (entry.kind === "draft") {
    const wanted = markerOf(goal, entry.draft, 0);
    return entry.marker === wanted ? null : forgedStateProblems.otherMarker(key2, { found: entry.marker, wanted });
  }
  const own = markerOf(goal, key2, 0).slice(0, -1);
  const place = entry.marker.startsWith(own) ? entry.marker.slice(own.length) : "";
  const isOwn = /^[1-9]\d?$/.test(place) && Number(place) <= MOST_EFFECTS;
  return isOwn ? null : forgedStateProblems.otherMarker(key2, { found: entry.marker, wanted: `${own}1` });
}
function firstOf(values, problemOf) {
  for (const value of values) {
    const problem = problemOf(value);
    if (problem !== null) return problem;
  }
  return null;
}
var MOST_EPOCH, MOST_COUNTED, COUNTED;
var init_cross_check = __esm({
  "src/config/state/cross-check.ts"() {
    "use strict";
    init_item();
    init_lease();
    init_work_branch();
    init_forged_state_problems();
    init_state_json();
    MOST_EPOCH = 1e12;
    MOST_COUNTED = 1e15;
    COUNTED = /* @__PURE__ */ new Set([
      ...["ran", "caught_up", "missed", "skipped", "overlapped", "attempts", "consecutive_failures"],
      ...["dead_wakes", "refusals", "tokens", "usd_micros", "calls", "spent_tokens", "spent_usd_micros"],
      ...["reserved_tokens", "reserved_usd_micros", "lost_tokens", "lost_usd_micros", "failures"]
    ]);
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
      window_moved: "warn",
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
      paths_left_out: "warn",
      limit_near: "info",
      model_fault: "warn",
      model_replaced: "warn",
      overspent: "error",
      draft_opened: "info",
      draft_updated: "info",
      draft_found: "info",
      draft_behind: "warn",
      draft_closed: "info",
      draft_merged: "info",
      draft_refused: "warn",
      draft_taken_over: "warn",
      draft_reopened: "info",
      work_found: "warn",
      draft_aimed: "warn",
      issue_commented: "info",
      issue_opened: "info",
      issue_labelled: "info",
      effect_failed: "warn",
      alert_opened: "warn",
      alert_untold: "warn",
      alert_updated: "info",
      alert_closed: "info",
      dashboard_opened: "info",
      dashboard_closed: "info",
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
      repository_renamed: "warn",
      state_adopted: "warn",
      log_full: "warn"
    };
  }
});

// src/config/state/state-fields.ts
function isTime(value) {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z$/.test(value) && !Number.isNaN(Date.parse(value));
}
function mapOf(key2, value) {
  return pipe(
    unknown(),
    check((map) => !Array.isArray(map), stateValues.map),
    record(key2, value)
  );
}
var count2, text, maybeText, key, time, maybeTime, day, ending, sha, version;
var init_state_fields = __esm({
  "src/config/state/state-fields.ts"() {
    "use strict";
    init_dist();
    init_ending();
    init_state_file_problems();
    count2 = pipe(number(), safeInteger(), minValue(0));
    text = string();
    maybeText = nullable(text);
    key = pipe(
      text,
      check((name) => !(name in Object.prototype), stateValues.key)
    );
    time = pipe(string(), check(isTime, stateValues.time));
    maybeTime = nullable(time);
    day = pipe(string(), regex(/^\d{4}-\d\d-\d\d$/, stateValues.day));
    ending = nullable(picklist(Object.keys(ENDINGS)));
    sha = pipe(string(), regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/, stateValues.sha));
    version = pipe(number(), safeInteger());
  }
});

// src/config/state/item-fields.ts
var outbox, receipt, finding;
var init_item_fields = __esm({
  "src/config/state/item-fields.ts"() {
    "use strict";
    init_dist();
    init_state_fields();
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
    finding = looseObject({ path: maybeText, line: nullable(count2), text });
  }
});

// src/config/state/state-schema.ts
var Lease, LockFile, Item, commits, DraftEntry, Window, CheckpointFile, Sums, BudgetFile, Alert, AlertsFile, RequestFile, LogLine;
var init_state_schema = __esm({
  "src/config/state/state-schema.ts"() {
    "use strict";
    init_dist();
    init_event();
    init_state_file_problems();
    init_item_fields();
    init_state_fields();
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
      repository_id: exactOptional(count2),
      began_at: exactOptional(time),
      epoch: count2,
      leases: mapOf(text, Lease)
    });
    Item = looseObject({
      status: picklist(["open", "done", "stuck", "refused", "merged", "taken_over"]),
      attempts: count2,
      ending,
      detail: text,
      summary: text,
      change_title: exactOptional(text),
      refused: exactOptional(array(text)),
      findings: exactOptional(array(finding)),
      found_in: exactOptional(time),
      notes: array(text),
      checks: array(text),
      draft: maybeText,
      updated_at: time,
      spent: looseObject({
        ...{ tokens: count2, usd_micros: count2, calls: count2 },
        ...{ cached_tokens: exactOptional(count2), reasoning_tokens: exactOptional(count2) }
      }),
      outbox: array(outbox),
      title: exactOptional(text),
      lifted: exactOptional(boolean()),
      given_back: exactOptional(count2),
      effects: exactOptional(array(receipt))
    });
    commits = exactOptional(looseObject({ count: count2, first: time, last: time }));
    DraftEntry = looseObject({
      branch: text,
      generation: pipe(number(), safeInteger(), minValue(1)),
      tip: nullable(sha),
      base: sha,
      title: text,
      window: looseObject({ slot: time, from: time, to: time, commit: sha, commits }),
      number: nullable(count2),
      url: maybeText,
      outcome: picklist(["none", "open", "merged", "closed", "taken_over"]),
      opened_at: maybeTime,
      changed_files: count2,
      changed_lines: count2,
      complete: boolean(),
      full: boolean(),
      reason: exactOptional(text),
      checks: exactOptional(
        array(looseObject({ kind: picklist(["passed", "failed", "not_run"]), text }))
      ),
      digest: exactOptional(text),
      aimed_at: exactOptional(text),
      ended_at: exactOptional(time),
      looked_at: exactOptional(sha)
    });
    Window = looseObject({
      slot: time,
      kind: picklist(["ran", "caught_up", "asked"]),
      from: looseObject({ time, commit: nullable(sha) }),
      to: looseObject({ time, commit: sha }),
      queue: array(text),
      is_cut: exactOptional(literal(true)),
      input: exactOptional(text),
      commits
    });
    CheckpointFile = looseObject({
      version,
      goal: key,
      goal_blob: maybeText,
      last_lease: nullable(looseObject({ wake: text, nonce: text, epoch: count2, at: time, step: count2 })),
      finished: nullable(looseObject({ slot: time, time, commit: sha, input: exactOptional(text) })),
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
      back_off: exactOptional(looseObject({ failures: count2, until: time })),
      pauses: exactOptional(array(looseObject({ since: time, until: time }))),
      refused: exactOptional(
        nullable(
          looseObject({
            kind: picklist(["frozen", "rule"]),
            ...{ branch: text, detail: text, at: time, rules: maybeText, settings: text }
          })
        )
      ),
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
      calls: count2,
      lost_tokens: exactOptional(count2),
      lost_usd_micros: exactOptional(count2)
    });
    BudgetFile = looseObject({
      version,
      days: mapOf(day, mapOf(text, Sums)),
      months: mapOf(pipe(string(), regex(/^\d{4}-\d\d$/, stateValues.month)), mapOf(text, Sums))
    });
    Alert = looseObject({
      goal: key,
      cause: text,
      title: text,
      body: text,
      raised_at: time,
      issue: nullable(count2),
      shown: maybeText,
      ...{ wanted: boolean(), known: boolean() },
      detail: exactOptional(text),
      about: exactOptional(text),
      folded: exactOptional(boolean())
    });
    AlertsFile = looseObject({
      version,
      alerts: mapOf(text, Alert),
      unswept: exactOptional(array(key))
    });
    RequestFile = looseObject({
      version,
      id: text,
      kind: picklist(["run", "pause", "resume"]),
      goal: key,
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

// src/core/status.ts
var BOX_ACTIONS;
var init_status = __esm({
  "src/core/status.ts"() {
    "use strict";
    BOX_ACTIONS = ["run", "retry", "pause", "resume", "stop", "start"];
  }
});

// src/config/state/status-schema.ts
var WakeEntry, GoalEntry, BoxAnswer, StatusFile;
var init_status_schema = __esm({
  "src/config/state/status-schema.ts"() {
    "use strict";
    init_dist();
    init_status();
    init_state_fields();
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
    BoxAnswer = looseObject({
      tick: text,
      at: time,
      by: text,
      action: picklist(BOX_ACTIONS),
      goal: maybeText,
      is_done: boolean(),
      said: text
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
      ticks: exactOptional(array(text)),
      dashboard: exactOptional(
        looseObject({
          issue: nullable(count2),
          is_off: exactOptional(literal(true)),
          refused_on: exactOptional(day),
          is_unswept: exactOptional(literal(true)),
          answers: exactOptional(array(BoxAnswer))
        })
      ),
      watched_at: exactOptional(time)
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
    init_status_schema();
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

// src/core/repository-identity.ts
function isStateOf(lock, { name, id }) {
  if (id !== null && lock.repository_id !== void 0) return lock.repository_id === id;
  return lock.repository.toLowerCase() === name.toLowerCase();
}
function underItsName(state, { name, id }) {
  const { lock } = state;
  if (id === null || lock.repository === name && lock.repository_id === id) return state;
  return { ...state, lock: { ...lock, repository: name, repository_id: id } };
}
function begunAt(state, time2) {
  return { ...state, lock: { ...state.lock, began_at: time2 } };
}
var init_repository_identity = __esm({
  "src/core/repository-identity.ts"() {
    "use strict";
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
  return wrapToWidth(plainLine(titleText(text2, SUMMARY_LENGTH)), SUBJECT_LENGTH).map((line) => withoutCommand(MEANT.test(line) ? ` ${line}` : line)).join("\n");
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
var SUBJECT_LENGTH, STATE_SUBJECT_LENGTH, SUMMARY_LENGTH, MEANT;
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
    MEANT = /^(?:[A-Za-z][\w-]*(?:\([^)]*\))?!?\s*:|#|---|\+\+\+|@@|diff )/;
  }
});

// src/ledger/backoff.ts
var FIRST_WAIT_MS, LONGEST_WAIT_MS, MOST_DENIED, LONGEST_AFTER_REFUSAL_MS, Waiting;
var init_backoff = __esm({
  "src/ledger/backoff.ts"() {
    "use strict";
    init_ending();
    init_halt();
    FIRST_WAIT_MS = 50;
    LONGEST_WAIT_MS = 5e3;
    MOST_DENIED = 4;
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
      /**
       * Repeats `look` while the remote cannot be reached, and a few times where it lets nobody in: a busy server says that as well.
       * Only for what changes nothing.
       */
      async through(look, signal) {
        for (let denied = 0; ; ) {
          try {
            return await look();
          } catch (reason) {
            const isDenied = reason instanceof Halt && reason.ending === "forbidden";
            denied += isDenied ? 1 : 0;
            const isPassing = isDenied ? denied < MOST_DENIED : isOutage(reason);
            if (!isPassing || this.#ports.clock.monotonic() >= this.#end) throw reason;
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
      repository_renamed: {
        message: ({ from, to }) => `The repository ${from} is now ${to}. The agent goes on as before.`
      },
      state_adopted: {
        message: ({ from, to, by }) => `${by} adopted the state of ${from} for ${to}. Its drafts and issues stay there.`
      },
      log_full: { message: () => LOG_FULL }
    };
  }
});

// src/ledger/log-path.ts
function logPath(day2) {
  return `${LOG_FOLDER}${day2}.jsonl`;
}
function logDay(path) {
  return /^state\/log\/(\d{4}-\d{2}-\d{2})\.jsonl$/.exec(path)?.[1] ?? null;
}
var LOG_FOLDER;
var init_log_path = __esm({
  "src/ledger/log-path.ts"() {
    "use strict";
    LOG_FOLDER = "state/log/";
  }
});

// src/core/log-data.ts
function figureIn(data, name) {
  const value = data?.[name];
  return typeof value === "number" && Number.isSafeInteger(value) && value > 0 ? value : 0;
}
function textIn(data, name) {
  const value = data?.[name];
  return typeof value === "string" ? value : null;
}
function timeIn(data, name) {
  const text2 = textIn(data, name);
  return text2 === null || Number.isNaN(Date.parse(text2)) ? null : text2;
}
function endingIn(data) {
  const name = textIn(data, "ending");
  return name !== null && Object.hasOwn(ENDINGS, name) ? name : null;
}
function wordIn(data, name, words) {
  const text2 = textIn(data, name);
  return words.find((word) => word === text2) ?? null;
}
function costIn(data) {
  return {
    tokens: figureIn(data, "tokens"),
    usdMicros: figureIn(data, "usd_micros"),
    calls: figureIn(data, "calls")
  };
}
var init_log_data = __esm({
  "src/core/log-data.ts"() {
    "use strict";
    init_ending();
  }
});

// src/core/log/run-events.ts
var PASSED_REASONS;
var init_run_events = __esm({
  "src/core/log/run-events.ts"() {
    "use strict";
    PASSED_REASONS = [
      "covered",
      "left_out",
      "too_old",
      "under_lease",
      "stopped",
      "paused",
      "waiting_for_draft"
    ];
  }
});

// src/core/report/slots-of.ts
function slotsOf(entries) {
  const slots = /* @__PURE__ */ new Map();
  for (const entry of entries) {
    if (entry.goal === void 0) continue;
    const own = slots.get(entry.goal) ?? [];
    addTo(own, entry);
    if (own.length > 0) slots.set(entry.goal, own);
  }
  return slots;
}
function addTo(slots, entry) {
  const { event, data, wake, ts } = entry;
  const open = slots.findLastIndex((slot) => slot.why === null && isServed(slot));
  const current = slots[open];
  const change = (part) => {
    if (current !== void 0 && current.finishedAt === null) slots[open] = { ...current, ...part };
  };
  switch (event) {
    case "window_started": {
      const slot = timeIn(data, "slot");
      if (slot !== null) slots.push(served(slot, entry));
      return;
    }
    case "slots_classified":
    case "slots_missed":
      slots.push(...passed(entry));
      return;
    case "lease_taken":
      if (current !== void 0 && !current.runs.includes(wake)) change({ runs: [...current.runs, wake] });
      return;
    case "window_finished":
      change({ finishedAt: ts });
      return;
    case "lease_released":
      if (current?.runs.includes(wake) === true) slots[open] = { ...current, ending: endingIn(data) };
      return;
    default:
      return;
  }
}
function isServed({ fate }) {
  return STARTED.some((each) => each === fate);
}
function missedIn({ event, data }) {
  if (event !== "slots_missed" && event !== "slots_classified") return 0;
  return wordIn(data, "as", ["missed"]) === null ? 0 : Math.max(1, figureIn(data, "count"));
}
function served(slot, { data, wake }) {
  return {
    from: slot,
    to: slot,
    count: 1,
    fate: wordIn(data, "kind", STARTED) ?? "ran",
    why: null,
    runs: [wake],
    ending: null,
    finishedAt: null
  };
}
function passed({ data }) {
  const [from, to] = [timeIn(data, "from"), timeIn(data, "to")];
  const fate = wordIn(data, "as", PASSED);
  if (from === null || to === null || fate === null) return [];
  return [
    {
      ...{ from, to, fate },
      count: Math.max(1, figureIn(data, "count")),
      why: wordIn(data, "why", PASSED_REASONS),
      runs: [],
      ending: null,
      finishedAt: null
    }
  ];
}
var STARTED, PASSED;
var init_slots_of = __esm({
  "src/core/report/slots-of.ts"() {
    "use strict";
    init_run_events();
    init_log_data();
    STARTED = ["ran", "caught_up", "asked"];
    PASSED = ["missed", "skipped", "overlapped"];
  }
});

// src/core/report/days-of.ts
function daysOf(entries, runs) {
  const days = /* @__PURE__ */ new Map();
  const add = (time2, goal, more) => {
    const goals = days.get(dayOf(time2)) ?? /* @__PURE__ */ new Map();
    days.set(dayOf(time2), goals.set(goal, plus(goals.get(goal) ?? NO_FIGURES, more)));
  };
  for (const run of runs) add(run.startedAt, run.goal, ofRun(run));
  for (const entry of entries) {
    if (entry.goal === void 0) continue;
    const figures = ofLine(entry);
    if (figures !== null) add(entry.ts, entry.goal, figures);
    else if (!days.has(dayOf(entry.ts))) days.set(dayOf(entry.ts), /* @__PURE__ */ new Map());
  }
  return [...days].sort(([a], [b2]) => a < b2 ? -1 : 1).map(([day2, goals]) => ({ day: day2, goals: Object.fromEntries(withoutZeros(goals)) }));
}
function dayOf(time2) {
  return time2.slice(0, 10);
}
function ofRun({ ending: ending2, hasDied, tasks, cost }) {
  const hasWorked = hasDied || tasks.length > 0 || cost.calls > 0;
  return {
    runs: hasWorked ? 1 : 0,
    failed: hasDied || ending2 !== null && isBad(ending2) ? 1 : 0,
    tasks_done: tasks.filter((task) => task.ending !== null && isGood(task.ending)).length,
    tokens: cost.tokens,
    usd_micros: cost.usdMicros,
    calls: cost.calls
  };
}
function ofLine(entry) {
  const missed = missedIn(entry);
  if (missed > 0) return { missed };
  switch (entry.event) {
    case "draft_opened":
      return { drafts_opened: 1 };
    case "draft_merged":
      return { drafts_merged: 1 };
    case "draft_refused":
      return { drafts_closed: 1 };
    case "took_over":
      return { lost_tokens: figureIn(entry.data, "lost_tokens") };
    default:
      return null;
  }
}
function plus(a, b2) {
  return Object.fromEntries(
    Object.entries(a).map(([name, value]) => [name, value + (b2[name] ?? 0)])
  );
}
function withoutZeros(goals) {
  return [...goals].filter(([, day2]) => Object.values(day2).some((value) => value > 0));
}
var NO_FIGURES;
var init_days_of = __esm({
  "src/core/report/days-of.ts"() {
    "use strict";
    init_ending();
    init_log_data();
    init_slots_of();
    NO_FIGURES = {
      runs: 0,
      failed: 0,
      missed: 0,
      tasks_done: 0,
      drafts_opened: 0,
      drafts_merged: 0,
      drafts_closed: 0,
      tokens: 0,
      usd_micros: 0,
      calls: 0,
      lost_tokens: 0
    };
  }
});

// src/config/state/day-figures.ts
function decodeDays(text2) {
  let value;
  try {
    value = JSON.parse(text2);
  } catch {
    return null;
  }
  const file = safeParse(File, value);
  if (!file.success) return null;
  return Object.entries(file.output.days).map(([day2, goals]) => ({
    day: day2,
    goals: Object.fromEntries(Object.entries(goals).map(([goal, figures]) => [goal, goalDay(figures)]))
  })).sort((a, b2) => compareText(a.day, b2.day));
}
function goalDay(figures) {
  const known3 = Object.keys(NO_FIGURES).map((name) => [name, figures[name] ?? 0]);
  return Object.fromEntries(known3);
}
function encodeDays(days) {
  const named = days.map(({ day: day2, goals }) => [
    day2,
    Object.fromEntries(Object.entries(goals).map(([goal, figures]) => [goal, withoutZeros2(figures)]))
  ]);
  return encodeValue({ version: STATE_VERSION, days: Object.fromEntries(named) });
}
function withoutZeros2(figures) {
  return Object.fromEntries(Object.entries(figures).filter(([, value]) => value !== 0));
}
var Figure, Day, File;
var init_day_figures = __esm({
  "src/config/state/day-figures.ts"() {
    "use strict";
    init_dist();
    init_days_of();
    init_state();
    init_compare_text();
    init_state_json();
    Figure = pipe(number(), safeInteger(), minValue(0));
    Day = pipe(string(), regex(/^\d{4}-\d{2}-\d{2}$/));
    File = object({
      version: literal(STATE_VERSION),
      days: record(Day, record(string(), record(string(), Figure)))
    });
  }
});

// src/core/report/runs-of.ts
function runsOf(entries, lock) {
  const found = deathsOf(entries);
  const runs = [...Map.groupBy(entries, ({ wake }) => wake)].map(([id, lines]) => ({
    run: runOf(id, lines, found),
    isShown: lines.some(isForPeople) && lines.some(isOfRun)
  })).filter(({ run, isShown }) => isShown || run.fate === "died" || run.cost.calls > 0).map(({ run }) => run);
  const holders = new Set(Object.values(lock.leases).map(({ wake }) => wake));
  return runs.map(
    (run) => run.fate === "unknown" && holders.has(run.id) ? { ...run, fate: "running" } : run
  ).sort((a, b2) => compareText(b2.startedAt, a.startedAt));
}
function isOfRun({ event }) {
  return event.startsWith("wake_") || event.startsWith("lease_") || event.startsWith("item_") || STARTS.has(event);
}
function isForPeople({ level, event }) {
  return level !== "debug" && event !== "heartbeat";
}
function deathsOf(entries) {
  const deaths = /* @__PURE__ */ new Map();
  for (const { event, goal = "", data } of entries) {
    const run = event === "took_over" ? textIn(data, "dead_wake") : null;
    if (run !== null) deaths.set(`${run} ${goal}`, figureIn(data, "lost_tokens"));
  }
  return deaths;
}
function runOf(id, lines, deaths) {
  const goals = goalRunsOf(id, lines, deaths);
  const start = lines.find(({ event }) => event === "wake_started");
  const end = lines.findLast(({ event }) => event === "wake_ended");
  const hasDied = [...deaths.keys()].some((death) => death.startsWith(`${id} `));
  return {
    id,
    startedAt: lines[0]?.ts ?? "",
    endedAt: lines.at(-1)?.ts ?? "",
    fate: hasDied ? "died" : end === void 0 ? "unknown" : "ended",
    trigger: wordIn(start?.data, "trigger", TRIGGERS),
    ending: endingIn(end?.data),
    goals,
    cost: goals.map(({ cost }) => cost).reduce(addCosts, NO_COST),
    lostTokens: goals.reduce((sum, goal) => sum + goal.lostTokens, 0)
  };
}
function goalRunsOf(run, lines, deaths) {
  const ofGoals = Map.groupBy(
    lines.filter(({ goal }) => goal !== void 0),
    ({ goal = "" }) => goal
  );
  return [...ofGoals].flatMap(([goal, own]) => {
    const parts = leasesIn(own);
    return parts.map((part, index) => {
      const death = index === parts.length - 1 ? deaths.get(`${run} ${goal}`) : void 0;
      return goalRunOf({ run, goal }, part, death);
    });
  });
}
function leasesIn(lines) {
  const isWork = ({ event }) => event === "lease_taken" || event === "lease_released" || event === "window_started" || ITEM_ENDS.has(event);
  const ends = lines.flatMap(({ event }, index) => event === "lease_released" ? [index + 1] : []);
  const parts = [0, ...ends].map((start, n) => lines.slice(start, ends[n] ?? lines.length));
  return parts.filter((part) => part.some(isWork));
}
function goalRunOf({ run, goal }, lines, lost) {
  const release = lines.findLast(({ event }) => event === "lease_released");
  const window = lines.find(({ event }) => event === "window_started");
  const tasks = lines.filter(({ event }) => ITEM_ENDS.has(event)).map(taskRunOf);
  const ofTasks = tasks.map(({ cost }) => cost).reduce(addCosts, NO_COST);
  const released = release === void 0 ? ofTasks : { ...costIn(release.data), usdMicros: ofTasks.usdMicros };
  const drafts = lines.filter(({ event }) => event === "draft_opened" || event === "draft_updated").map(({ data }) => figureIn(data, "draft"));
  return {
    goal,
    run,
    startedAt: lines[0]?.ts ?? "",
    endedAt: release?.ts ?? null,
    slot: timeIn(window?.data, "slot"),
    ending: endingIn(release?.data),
    tasks,
    cost: released,
    lostTokens: lost ?? 0,
    hasDied: lost !== void 0 && release === void 0,
    drafts: [...new Set(drafts)].filter((draft) => draft > 0)
  };
}
function taskRunOf({ ts, item = "", message, data }) {
  return { key: item, at: ts, ending: endingIn(data), message, cost: costIn(data) };
}
var TRIGGERS, ITEM_ENDS, STARTS;
var init_runs_of = __esm({
  "src/core/report/runs-of.ts"() {
    "use strict";
    init_log_data();
    init_cost();
    init_compare_text();
    TRIGGERS = ["schedule", "event", "person"];
    ITEM_ENDS = /* @__PURE__ */ new Set(["item_ended", "item_failed", "secret_found"]);
    STARTS = /* @__PURE__ */ new Set(["window_started", "took_over"]);
  }
});

// src/ledger/past-days.ts
function daysPath(month) {
  return `${DAYS_FOLDER}${month}.json`;
}
async function keptFigures(store, { tip, logs }, signal) {
  const texts = await store.read(tip, logs, signal);
  const days = [...texts].flatMap(([path, { text: text2 }]) => figuresIn(path, text2));
  const byMonth = Map.groupBy(days, ({ day: day2 }) => monthOf(day2));
  if (byMonth.size === 0) return /* @__PURE__ */ new Map();
  const files2 = await store.read(tip, [...byMonth.keys()].map(daysPath), signal);
  return new Map(
    [...byMonth].flatMap(([month, fresh]) => {
      const path = daysPath(month);
      const before = decodeDays(files2.get(path)?.text ?? EMPTY);
      return before === null ? [] : [[path, encodeDays(withDays(before, fresh))]];
    })
  );
}
function figuresIn(path, text2) {
  const { entries } = decodeLogLines(text2);
  const runs = runsOf(entries, { leases: {} });
  const goals = runs.flatMap((run) => run.goals);
  return daysOf(entries, goals).filter(
    ({ day: day2, goals: figures }) => day2 === logDay(path) && Object.keys(figures).length > 0
  );
}
function withDays(before, fresh) {
  const known3 = new Map([...before, ...fresh].map((day2) => [day2.day, day2]));
  return [...known3.values()].sort((a, b2) => compareText(a.day, b2.day));
}
async function readPastDays(store, tip, signal) {
  if (tip === null) return [];
  const files2 = await store.read(tip, [DAYS_FOLDER], signal);
  return [...files2.values()].flatMap(({ text: text2 }) => decodeDays(text2) ?? []).sort((a, b2) => compareText(a.day, b2.day));
}
var DAYS_FOLDER, EMPTY;
var init_past_days = __esm({
  "src/ledger/past-days.ts"() {
    "use strict";
    init_day_figures();
    init_state_files();
    init_days_of();
    init_runs_of();
    init_compare_text();
    init_time();
    init_log_path();
    DAYS_FOLDER = "state/days/";
    EMPTY = '{"version": 1, "days": {}}';
  }
});

// src/ledger/day-logs.ts
function dayOf2(path) {
  return Date.parse(logDay(path) ?? "");
}
function byFile(lines) {
  return Map.groupBy(lines, (line) => logPath(line.ts.slice(0, 10)));
}
function addLines({ text: before, bytes: bytesBefore }, entries, sent) {
  const parts = [before];
  let bytes = bytesBefore;
  let isFull = before.includes('"event":"log_full"');
  const add = (line) => {
    parts.push(line);
    bytes += utf8Length(line);
  };
  if (before !== "" && !before.endsWith("\n")) add(fixed("\n"));
  for (const entry of entries) {
    const line = encodeLogLine(shortened(entry));
    if (sent.has(entry) && before.includes(line)) continue;
    const limit = entry.level === "warn" || entry.level === "error" ? URGENT_LIMIT : DAY_LIMIT;
    if (bytes + utf8Length(line) <= limit) add(line);
    else if (!isFull) {
      add(encodeLogLine(fullLine(entry)));
      isFull = true;
    }
  }
  return { text: joinMasked(parts, ""), bytes };
}
function shortened(entry) {
  if (utf8Length(JSON.stringify(entry)) <= LINE_LIMIT) return entry;
  const { data: _tooLong, ...rest } = entry;
  return { ...rest, message: cutText(rest.message, MESSAGE_LENGTH) };
}
function fullLine({ ts, wake }) {
  return { ts, level: "warn", event: "log_full", message: LOG_FULL, wake };
}
var DAY_LIMIT, URGENT_LIMIT, LINE_LIMIT, MESSAGE_LENGTH, PRUNED_DAYS, DayLogs, NO_LINES, pathsUntil;
var init_day_logs = __esm({
  "src/ledger/day-logs.ts"() {
    "use strict";
    init_state_files();
    init_masked_record();
    init_bytes();
    init_compare_text();
    init_masked();
    init_plain_text();
    init_recent_texts();
    init_time();
    init_run_lines();
    init_log_path();
    init_past_days();
    DAY_LIMIT = 8e5;
    URGENT_LIMIT = 999e3;
    LINE_LIMIT = 16e3;
    MESSAGE_LENGTH = 2e3;
    PRUNED_DAYS = 400;
    DayLogs = class {
      #store;
      #logDays;
      /** Text of the files as they stand at the tip, by path. */
      #read = /* @__PURE__ */ new Map();
      /** The newest text of each file with its size: counting the bytes of a day's log takes long. */
      #sizes = /* @__PURE__ */ new Map();
      #parsed = /* @__PURE__ */ new Map();
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
        for (const [path, text2] of files2) if (text2 !== null && logDay(path) !== null) this.#read.set(path, text2);
      }
      /** The lines of the newest days once `files` are written, as far as they are known without another read. */
      recent(files2) {
        const texts = [...new Map([...this.#read, ...files2])].flatMap(
          ([path, text2]) => text2 === null || text2 === "" || logDay(path) === null ? [] : [{ path, text: text2 }]
        );
        const days = texts.sort((a, b2) => compareText(a.path, b2.path)).map((day2) => this.#parsedDay(day2));
        return {
          entries: days.flatMap(({ entries }) => entries),
          days: texts.map(({ path }) => logDay(path) ?? path),
          unreadableLines: days.reduce((sum, { unreadableLines }) => sum + unreadableLines, 0)
        };
      }
      /** A page shows the lines of the page before and a few more: only those are read anew. */
      #parsedDay({ path, text: text2 }) {
        const known3 = this.#parsed.get(path) ?? NO_LINES;
        if (known3.text === text2) return known3;
        const before = text2.startsWith(known3.text) && known3.text.endsWith("\n") ? known3 : NO_LINES;
        const { entries, unreadable } = decodeLogLines(text2.slice(before.text.length));
        const day2 = {
          text: text2,
          entries: [...before.entries, ...published(entries)],
          unreadableLines: before.unreadableLines + unreadable.length
        };
        this.#parsed.set(path, day2);
        return day2;
      }
      /** Reads the log of this day and of the day before, for a page of a commit that adds no line. */
      async load(tip, day2, signal) {
        await this.#text(tip, logPath(day2), signal);
      }
      /** The files as they will be with these lines added, but for those of `sent` that are in them already. */
      async append(tip, lines, sent, signal) {
        const files2 = /* @__PURE__ */ new Map();
        for (const [path, entries] of byFile(lines)) {
          const before = await this.#text(tip, path, signal);
          if (before === "") await this.#prune(files2, { tip, path }, signal);
          const known3 = this.#sizes.get(path);
          const sized = known3?.text === before ? known3 : { text: before, bytes: utf8Length(before) };
          const after = addLines(sized, entries, sent);
          this.#sizes.set(path, after);
          files2.set(path, after.text);
        }
        return files2;
      }
      /** What is too old goes when a day begins; its figures stay. */
      async #prune(files2, { tip, path }, signal) {
        const logs = pathsUntil(this.#oldestDay(path));
        if (tip !== null)
          for (const [file, text2] of await keptFigures(this.#store, { tip, logs }, signal)) files2.set(file, text2);
        for (const old of logs) files2.set(old, null);
      }
      async #text(tip, path, signal) {
        const known3 = this.#read.get(path);
        if (known3 !== void 0) return known3;
        const paths = [path, logPath(utcDay(dayOf2(path) - DAY_MS))];
        const found = tip === null ? /* @__PURE__ */ new Map() : await this.#store.read(tip, paths, signal);
        for (const each of paths)
          if (!this.#read.has(each)) this.#read.set(each, published(found.get(each)?.text ?? ""));
        return this.#read.get(path) ?? fixed("");
      }
      /** The newest day that is no longer kept when this file begins. */
      #oldestDay(path) {
        return utcDay(dayOf2(path) - this.#logDays * DAY_MS);
      }
    };
    NO_LINES = { text: "", entries: [], unreadableLines: 0 };
    pathsUntil = remembering((day2) => {
      const last = Date.parse(day2);
      return Array.from({ length: PRUNED_DAYS }, (_2, n) => logPath(utcDay(last - n * DAY_MS)));
    }, 1e3);
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
  const opened = Object.entries(drafts).map(([key2, { opened_at }]) => [`drafts.${key2}.opened_at`, opened_at]);
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

// src/report/failures/ledger-texts.ts
var LEDGER_TEXTS;
var init_ledger_texts = __esm({
  "src/report/failures/ledger-texts.ts"() {
    "use strict";
    LEDGER_TEXTS = {
      mayNotPush: (branch, remote) => `The remote does not let the branch ${branch} be pushed: ${remote} Give the agent's token contents: write, and exempt ${branch} from rules.`,
      nameTaken: (branch, remote) => `The remote cannot have a branch ${branch}, because another branch takes its name: ${remote} Rename that branch, or set state_branch in .github/wakeful.yml to another name.`,
      foreign: (branch, { owner, here }) => `state/lock.json on ${branch} belongs to ${owner}, this is ${here}: a copy or a fork. To go on here from that state, run the command \`adopt\` of Wakeful in a clone of this repository; to start over, delete the branch ${branch} and all branches under wakeful/ here. If it is the same repository under a new name, keep them: give the remote of a clone its new address, or write the new name into state/lock.json.`,
      /** `inTheWay`: a branch because of which no branch can have the name. `orphans`: work branches. */
      missing: (branch, found) => found.inTheWay === void 0 ? `The branch ${branch} is missing, but work branches exist (${found.orphans.join(", ")}). Restore it, or delete all branches under wakeful/ to start over.` : `The branch ${branch} is missing, and ${found.inTheWay} keeps a branch of that name from existing. If it is the state branch under another name, rename it back; otherwise rename it, or set state_branch in .github/wakeful.yml to another name.`,
      refusedAgain: (branch, times, remote) => `The remote refused ${times} pushes to ${branch} in a row, although nobody else had pushed to it: ${remote}`
    };
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
  if (repository === null || isStateOf(lock, repository)) return;
  throw new Halt(
    "bad_state_file",
    LEDGER_TEXTS.foreign(branch, { owner: lock.repository, here: repository.name })
  );
}
async function tipOfFirstWake(store, branch, signal) {
  const names2 = [...(await store.branches("", signal)).keys()];
  const orphans = names2.filter(isWorkBranch);
  if (orphans.length === 0) return null;
  const tip = await store.fetchState(signal);
  if (tip !== null) return tip;
  const inTheWay = names2.find((name) => name.startsWith(`${branch}/`) || branch.startsWith(`${name}/`));
  throw new Halt("bad_state_file", LEDGER_TEXTS.missing(branch, { inTheWay, orphans: orphans.slice(0, 3) }));
}
function isWorkBranch(name) {
  return name.startsWith(BRANCH_PREFIX) && name.split("/").length === 3;
}
var STOP_FILE, STATE_FILES, MOST_AHEAD_MS;
var init_read_state = __esm({
  "src/ledger/read-state.ts"() {
    "use strict";
    init_future_times();
    init_state_files();
    init_ending();
    init_repository_identity();
    init_stop();
    init_time();
    init_work_branch();
    init_ledger_texts();
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

// src/ledger/refusal-counter.ts
function refuseLasting(own) {
  if (own?.reason === "forbidden")
    throw new Halt("forbidden", LEDGER_TEXTS.mayNotPush(own.branch, own.detail));
  if (own?.reason === "name_taken")
    throw new Halt("bad_settings", LEDGER_TEXTS.nameTaken(own.branch, own.detail));
}
var MOST_IN_A_ROW, MOST_WITH_WORK, RefusalCounter;
var init_refusal_counter = __esm({
  "src/ledger/refusal-counter.ts"() {
    "use strict";
    init_ending();
    init_ledger_texts();
    MOST_IN_A_ROW = 5;
    MOST_WITH_WORK = 12;
    RefusalCounter = class {
      #branch;
      #most;
      #inARow = 0;
      /** `branch`: the state branch. `workBranches`: how many others travel with it. */
      constructor(branch, workBranches) {
        this.#branch = branch;
        this.#most = workBranches === 0 ? MOST_IN_A_ROW : MOST_WITH_WORK;
      }
      /** Whether the last push lost a race, as far as is known. */
      get isRace() {
        return this.#inARow === 0;
      }
      /**
       * The work branches that are to blame, where the state could have been written without them; null: try again. `hasMoved`:
       * whether the state branch has another tip now than the push expected. Throws `Halt` where trying again does not help.
       */
      judge(push, hasMoved) {
        if (push.kind === "unknown" || push.kind === "landed") return null;
        this.#inARow = hasMoved ? 0 : this.#inARow + 1;
        if (push.kind === "denied") return this.#tryAgainOr("forbidden", push.reason);
        const own = push.refs.find((ref) => ref.branch === this.#branch);
        const others = push.refs.filter((ref) => ref.branch !== this.#branch);
        if (others.length === 0 || own?.reason === "name_taken") refuseLasting(own);
        if (own !== void 0 && own.reason !== "forbidden")
          return hasMoved ? null : this.#tryAgainOr("github_unavailable", own.detail);
        const isServerFault = others.every(({ reason }) => reason === "other");
        return isServerFault && this.#inARow < this.#most ? null : others;
      }
      #tryAgainOr(ending2, words) {
        if (this.#inARow < this.#most) return null;
        throw new Halt(ending2, LEDGER_TEXTS.refusedAgain(this.#branch, this.#inARow, words));
      }
    };
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
    init_item();
    init_digest();
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
async function swapStopFile(ports, settings, swap) {
  const { store, clock, random, mask } = ports;
  const { branch, wake, author } = settings;
  const { what, decide, signal } = swap;
  const refusals = new RefusalCounter(branch, 0);
  let before;
  let refused = null;
  for (const waiting = new Waiting(ports, 0); ; await waiting.once(signal)) {
    const tip = await store.fetchState(signal);
    if (refused !== null) refusals.judge(refused, tip !== before);
    before = tip;
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
    refused = push;
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
    init_repository_identity();
    init_time();
    init_commit_message();
    init_backoff();
    init_day_logs();
    init_mask_deep();
    init_read_state();
    init_refusal_counter();
    init_step();
    Ledger = class _Ledger {
      #ports;
      #settings;
      #logs;
      /** Lines of pushes without an answer: they may be in the log already. */
      #sent = /* @__PURE__ */ new Set();
      #tip = null;
      #state;
      constructor(ports, settings) {
        this.#ports = ports;
        this.#settings = settings;
        this.#logs = new DayLogs(ports.store, settings.logDays);
        this.#state = published(emptyState(settings.repository.name));
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
            `The branch ${this.#settings.branch} was deleted during the run. Restore it, or delete all branches under wakeful/ to start over.`
          );
        }
        await this.#load(tip, signal);
      }
      /** Writes one step. Throws the signal's reason when there is no time left. */
      async commit(step, signal) {
        const waiting = new Waiting(this.#ports, step.patienceMs ?? Number.POSITIVE_INFINITY);
        const refusals = new RefusalCounter(this.#settings.branch, step.refs?.length ?? 0);
        for (let tried = 1; ; tried++) {
          const attempt = await this.#attempt(step, signal);
          if (attempt.kind === "stale" || attempt.kind === "landed") return attempt;
          const tip = this.#tip;
          const isLast = tried >= (step.tries ?? Number.POSITIVE_INFINITY);
          if (!isLast) await waiting.after(refusals.isRace ? attempt.push.kind : "unknown", signal);
          await waiting.through(() => this.refresh(signal), signal);
          if (this.#holds(step, attempt)) return this.#landed(attempt.push);
          const refs = refusals.judge(attempt.push, this.#tip !== tip);
          if (refs !== null) return { kind: "branches_refused", refs };
          if (isLast) return { kind: "dropped" };
        }
      }
      /** What the state and the log would be if this step landed now; null: it is stale. */
      async foresee(step, signal) {
        const prepared = await this.#prepare(step, signal);
        return prepared && { state: prepared.next, log: this.#logs.recent(prepared.logFiles) };
      }
      async #prepare(step, signal) {
        const { clock, journal, mask } = this.#ports;
        const applied = step.apply(this.#state);
        if (applied === "stale") return null;
        const named = this.#underItsName(applied);
        const next2 = maskChanges(
          this.#state,
          this.#tip === null ? begunAt(named, isoTime(clock.now())) : named,
          mask
        );
        const waiting = journal.waiting;
        const events = [...this.#newNameIn(next2), ...step.events?.(next2) ?? []];
        const own = events.map((event) => journal.stamp(event));
        await this.#logs.load(this.#tip, utcDay(clock.now()), signal);
        const logFiles = await this.#logs.append(this.#tip, [...waiting, ...own], this.#sent, signal);
        return { next: next2, waiting, own, logFiles };
      }
      async #attempt(step, signal) {
        signal.throwIfAborted();
        const { store, clock, journal, mask } = this.#ports;
        const prepared = await this.#prepare(step, signal);
        if (prepared === null) return { kind: "stale" };
        const { next: next2, waiting, own, logFiles } = prepared;
        const page = await this.#settings.page(next2, this.#logs.recent(logFiles));
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
        if (push.kind !== "landed") {
          for (const entry of waiting) this.#sent.add(entry);
          return { kind: "open", commit, push, waiting: waiting.length, own };
        }
        this.#tip = commit;
        this.#state = next2;
        this.#logs.landed(logFiles);
        journal.landed(waiting.length, own);
        return { kind: "landed" };
      }
      /** Whoever may write the branch of another repository does not make it this one's. */
      #underItsName(state) {
        const { acceptsForeign, repository } = this.#settings;
        return acceptsForeign ? state : underItsName(state, repository);
      }
      #newNameIn({ lock }) {
        const from = this.#state.lock.repository;
        if (this.#tip === null || from === lock.repository || this.#settings.acceptsForeign) return [];
        return [{ event: "repository_renamed", from, to: lock.repository }];
      }
      /** A fresh nonce makes every commit differ: of two identical ones, the second push would seem to have landed. */
      #message(description) {
        const { mask, random } = this.#ports;
        const what = mask.mask(description.what);
        const goal = description.goal === null ? null : mask.identity(description.goal);
        const origin = { wake: this.#settings.wake, nonce: random.nonce() };
        return maskedAboveFoot(stateCommitMessage({ ...description, goal, what, ...origin }), mask);
      }
      /** Whether the step has landed although its push did not say so. */
      #holds(step, { commit, waiting, own }) {
        const isHere = this.#tip !== null && (this.#tip === commit || step.isIn(this.#state));
        if (isHere) this.#ports.journal.landed(waiting, own);
        return isHere;
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

// src/report/status/happened-words.ts
function happenedWords(happened) {
  const { drafts, failures, deaths, missed } = happened;
  const parts = [
    ...deaths.slice(0, NAMED).map(deathWords),
    ...failures.slice(0, NAMED).map(failureWords),
    ...failures.length > NAMED ? [`${count(failures.length - NAMED, "more goal")} failed.`] : [],
    ...missed === 0 ? [] : [`${count(missed, "due time")} passed without a run.`],
    ...draftWords("Opened", drafts.opened),
    ...draftWords("Merged", drafts.merged),
    ...draftWords("Closed without merging", drafts.closed),
    ...draftWords("Taken over by a person", drafts.takenOver),
    ...costWords(happened)
  ];
  const lack = happened.isWhole ? [] : ["The log does not tell all of this time, so more may have happened."];
  return [runWords(happened), ...parts, ...lack];
}
function runWords({ runs, quietSigns, tasks }) {
  const quiet = quietSigns === 0 ? "" : ` The agent looked for work at least ${quietSigns === 1 ? "once" : `${figure(quietSigns)} times`} besides and found nothing to do.`;
  if (runs === 0) return quietSigns === 0 ? "Nothing happened." : `No run had anything to do.${quiet}`;
  const ended = [
    ...tasks.done === 0 ? [] : [`${count(tasks.done, "task")} done`],
    ...tasks.unchanged === 0 ? [] : [`${count(tasks.unchanged, "task")} needed no change`]
  ];
  const came = ended.length === 0 ? "" : `: ${ended.join(", ")}`;
  return `${count(runs, "run")} had something to do${came}.${quiet}`;
}
function deathWords({ run, goal, foundAt, lostTokens }) {
  const work = goal === null ? "" : ` while it worked on ${goal}`;
  const lost = lostTokens === 0 ? "" : ` The ${count(lostTokens, "token")} that it had set aside count as spent.`;
  return `Run ${run} died${work}; the next run found out on ${shortTime(foundAt)} and took over.${lost}`;
}
function failureWords({ goal, ending: ending2, times, at, isOver, why }) {
  const often = times === 1 ? `on ${shortTime(at)}` : `${figure(times)} times, last on ${shortTime(at)}`;
  const reason = why === "" ? sentence(endingWords(ending2)) : fullStop(cutBetweenWords(why, WHY_LENGTH));
  return `${goal} did not succeed ${often}: ${reason}${isOver ? " It has succeeded since." : ""}`;
}
function draftWords(what, drafts) {
  if (drafts.length === 0) return [];
  const shown = drafts.slice(-NAMED).map(({ draft, title }) => draft === null ? title : `#${draft} ${title}`);
  const more = drafts.length - shown.length;
  return [fullStop(`${what}: ${listWords(more === 0 ? shown : [...shown, `${figure(more)} more`])}`)];
}
function costWords({ cost, lostTokens }) {
  if (cost.calls === 0 && lostTokens === 0) return [];
  const dollars = cost.usdMicros === 0 ? "" : ` and ${money(cost.usdMicros)}`;
  const lost = lostTokens === 0 ? "" : `, and ${count(lostTokens, "token")} lost with runs that died`;
  return [`Spent: ${count(cost.tokens, "token")}${dollars} in ${count(cost.calls, "model call")}${lost}.`];
}
var NAMED, WHY_LENGTH;
var init_happened_words = __esm({
  "src/report/status/happened-words.ts"() {
    "use strict";
    init_plain_text();
    init_ending_words();
    init_sentences();
    NAMED = 5;
    WHY_LENGTH = 300;
  }
});

// src/report/words/indented-lines.ts
function linesWithin(text2, { width }, indent = 0) {
  return wrapToWidth(plainLine(text2.replaceAll("`", "")), Math.max(LEAST_WIDTH, width - indent));
}
function indentedLines(text2, style, indent) {
  return linesWithin(text2, style, indent).map((line) => " ".repeat(indent) + line);
}
function bulletLines(text2, style) {
  return linesWithin(text2, style, 4).map((line, index) => `${index === 0 ? "  - " : "    "}${line}`);
}
var LEAST_WIDTH;
var init_indented_lines = __esm({
  "src/report/words/indented-lines.ts"() {
    "use strict";
    init_display_width();
    LEAST_WIDTH = 20;
  }
});

// src/report/words/way-out.ts
function stuckWayOut(goal) {
  return [
    `Edit the goal file. If a limit was in the way, raise it there.`,
    `Or ask for new attempts with the comment \`/wakeful run ${goal}\`.`,
    `Or change what the task is about: a new version gets new attempts.`
  ].join(" ");
}
var init_way_out = __esm({
  "src/report/words/way-out.ts"() {
    "use strict";
  }
});

// src/report/on-github/alert-causes.ts
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
function closingWords(cause, run) {
  const over = isKnownCause(cause) ? ALERT_CAUSES[cause].over : "The cause is gone.";
  return masked`${fixed(over)} Run ${run} has seen it.`;
}
var ALERT_CAUSES, KEBAB, STATE_READABLE_AGAIN;
var init_alert_causes = __esm({
  "src/report/on-github/alert-causes.ts"() {
    "use strict";
    init_masked();
    init_way_out();
    ALERT_CAUSES = {
      failing: {
        title: "fails again and again",
        over: "A run of the goal has succeeded.",
        wayOut: [
          "Read the log of the last runs.",
          "Fix the cause, or edit the goal file: an edit lets the goal start again."
        ]
      },
      silent: {
        title: "has not run for too long",
        over: "A run has started.",
        wayOut: [
          "Check that the workflow is enabled and that its schedule still runs.",
          "Start one run by hand."
        ]
      },
      stuck_lease: {
        title: "has a lock that no run takes over",
        over: "The lock was given back or taken over.",
        wayOut: [
          "Start one run by hand and read how it ends.",
          "If the lock stays, stop the agent, remove the entry from `state/lock.json` on the state branch, and resume."
        ]
      },
      workflow_disabled: {
        title: "does not start, because its workflow is disabled",
        over: "The workflow is enabled.",
        wayOut: [
          "Enable the workflow on the page *Actions*, or with `gh workflow enable`.",
          "If the agent should rest, stop it with a reason instead: `/wakeful stop <reason>`. A stop opens no alert."
        ]
      },
      unwatched: {
        title: "cannot be watched completely",
        over: "The watchdog may look at everything again.",
        wayOut: ["Give the workflow of the watchdog the permission that is named above."]
      },
      item_stuck: {
        title: "has a task that used up its attempts",
        over: "No task of the goal is stuck any more: it was done, got new attempts, or is about something else now.",
        wayOut: ["Read why the last attempt ended.", stuckWayOut("<goal>")]
      },
      paused: {
        title: "is paused and needs your decision",
        over: "The goal is no longer paused.",
        wayOut: [
          "Read the reason above.",
          "Change the goal so that you would merge its next draft, or resume it with the comment `/wakeful resume <goal>`."
        ]
      },
      bad_goal: {
        title: "has a goal file that is not valid",
        over: "The goal file is valid, or it is gone.",
        wayOut: [
          "Correct the lines named above in a pull request. Its check *Goals* says whether they are right."
        ]
      },
      bad_settings: {
        title: "has a settings file that is not valid",
        over: "The settings file is valid.",
        wayOut: [
          "Correct the lines named above in a pull request. Its check *Goals* says whether they are right."
        ]
      },
      bad_state_file: {
        title: "cannot read its state branch",
        over: "The state branch can be read again.",
        wayOut: [
          "The agent has repaired nothing. Nothing is lost: the history of the state branch still holds the last good version.",
          "Restore the named file from that history, or delete the whole branch to start over."
        ]
      },
      missing_key: {
        title: "has no usable model key",
        over: "The model took the key.",
        wayOut: ["Set the key that is named above. If it was refused, create a new one."]
      },
      forbidden: {
        title: "lacks a permission",
        over: "What was forbidden is allowed now, or is no longer needed.",
        wayOut: ["Change the setting that is named above."]
      },
      secret_found: {
        title: "refused a change that held a secret",
        over: "A later run of the goal held no secret.",
        wayOut: [
          "Find out how the secret got into a file that the agent may read. Remove it there, and replace the secret.",
          "Nothing of the change was pushed."
        ]
      },
      budget_spent: {
        title: "has spent its budget two days in a row",
        over: "The budget leaves room for work again.",
        wayOut: [
          "Raise the limit in the goal file or the settings, or give the goal less to do, or let it run less often."
        ]
      },
      unfit_goal: {
        title: "has a goal file that the agent cannot follow",
        over: "The agent could follow the goal file.",
        wayOut: ["Correct what is named above in the goal file."]
      },
      draft_waits: {
        title: "has a draft that waits for your review",
        over: "The draft was merged or closed, or nobody has to look at it any more.",
        wayOut: [
          "Merge it, or close it without merging to reject it. The same change will not be proposed again."
        ]
      },
      findings: {
        title: "has found something that needs you",
        over: "None of the findings is left.",
        wayOut: [
          "Look at each of them before you act: they are what a model saw, and it may be wrong.",
          "Mend what is right. The next run that looks at the same place and no longer finds it takes it from this list."
        ]
      },
      unexpected: {
        title: "met a defect in Wakeful itself",
        over: "A later run ended without the defect.",
        wayOut: ["Read the log of the run. Please report the defect, with the lines above."]
      },
      folded: {
        title: "has more alerts than it may open issues",
        over: "Every open alert has an issue of its own again.",
        wayOut: ["Look at the open alerts first. Each one that is closed makes room for one of these."]
      }
    };
    KEBAB = /^[a-z0-9-]+$/;
    STATE_READABLE_AGAIN = fixed(ALERT_CAUSES.bad_state_file.over);
  }
});

// src/report/status/need-words.ts
function needText(need) {
  switch (need.kind) {
    case "review":
      return reviewText(need);
    case "alert":
      return alertText(need);
    case "lock":
      return {
        title: `The lock of ${need.goal} was not given back`,
        about: `It ended on ${shortTime(need.since)}, and run ${need.run} holds it still.`,
        why: "",
        steps: ["The next run takes it over. If none comes, start one by hand and read how it ends."],
        target: null
      };
  }
}
function reviewText(need) {
  const size = `${count(need.files, "file")}, ${count(need.lines, "line")}`;
  const name = need.draft === null ? need.branch : `draft #${need.draft}`;
  return {
    title: `Review ${name}: ${need.title}`,
    about: `By ${need.goal}, waiting since ${shortTime(need.since)}; ${size}${need.isComplete ? "" : "; parts of the work are still missing"}.`,
    why: "",
    steps: need.draft === null ? ["The next run opens its pull request."] : [],
    target: need.draft === null ? null : { kind: "draft", number: need.draft }
  };
}
function alertText(need) {
  const times = need.failures > 1 ? `, ${count(need.failures, "failure")} in a row` : "";
  return {
    title: need.title.replace(/^Wakeful: /, ""),
    about: `Since ${shortTime(need.since)}${times}.${issueWords(need)}`,
    why: sentence(cutBetweenWords(need.detail.split("\n")[0] ?? "", WHY_LENGTH2)),
    steps: wayOut({ goal: need.goal, cause: need.cause }).map(fullStop),
    target: need.issue === null ? null : { kind: "issue", number: need.issue }
  };
}
function issueWords({ issue, isKnown }) {
  if (issue === null) return isKnown ? " This repository has no issues." : " It has no issue yet.";
  return isKnown ? " Its issue was closed by a person." : "";
}
var REVIEW_HINT, WHY_LENGTH2;
var init_need_words = __esm({
  "src/report/status/need-words.ts"() {
    "use strict";
    init_plain_text();
    init_alert_causes();
    init_sentences();
    REVIEW_HINT = "Merge a draft, or close it without merging to reject it. If you reject it, a comment with your reason helps the next one.";
    WHY_LENGTH2 = 400;
  }
});

// src/report/status/repository-page.ts
function issuePage(place, issue) {
  const site = siteOf(place);
  return site === null ? null : issueUrl(site, issue);
}
function draftPage(place, draft) {
  const site = siteOf(place);
  return site === null ? null : draftUrl(site, draft);
}
function endingPage(place, ending2) {
  const site = siteOf(place);
  return site === null ? null : endingUrl(site, ending2);
}
function statusPageAddress(place) {
  const site = siteOf(place);
  return site === null ? null : branchUrl(site, place.branch);
}
function siteOf({ repository, papers, serverUrl = "https://github.com" }) {
  return repository.startsWith("rehearsal/") ? null : { serverUrl, repository, papers };
}
var init_repository_page = __esm({
  "src/report/status/repository-page.ts"() {
    "use strict";
    init_github_pages();
  }
});

// src/report/status/need-list.ts
function needList(needs, place) {
  if (needs.length === 0) return "Nothing.";
  const lines = needs.slice(0, SHOWN2).map((need) => needItem(needText(need), place));
  const more = needs.length - SHOWN2;
  const rest = more > 0 ? [`- And ${figure(more)} more: see \`state/alerts.json\` and \`state/checkpoints\`.`] : [];
  return [...lines, ...rest].join("\n") + (hasReview(needs) ? `

${REVIEW_HINT}` : "");
}
function hasReview(needs) {
  return needs.some((need) => need.kind === "review" && need.draft !== null);
}
function needItem({ title, about: about2, why, steps, target }, place) {
  const address = target === null ? null : addressOf(target, place);
  const head = target === null ? "" : ` (${link(nameOf(target), address)})`;
  const said = why === "" ? [] : [inlineText(why)];
  const todo = steps.length === 0 ? [] : [`To do: ${inlineText(steps.join(" "))}`];
  return [`- **${inlineText(title)}**${head}. ${inlineText(about2)}`, ...said, ...todo].join("\n  - ");
}
function nameOf({ kind, number: number2 }) {
  return kind === "draft" ? `open #${number2}` : `read alert #${number2}`;
}
function addressOf({ kind, number: number2 }, place) {
  return kind === "draft" ? draftPage(place, number2) : issuePage(place, number2);
}
function needLines(needs, { pageOf, style }) {
  const lines = needs.slice(0, SHOWN2).flatMap((need) => {
    const { title, about: about2, why, steps, target } = needText(need);
    const page = target === null ? null : pageOf(target);
    const name = target?.kind === "issue" ? `#${target.number} ${title}` : title;
    const details = [
      [about2, why].filter((text2) => text2 !== "").join(" "),
      ...steps.length === 0 ? [] : [`To do: ${steps.join(" ")}`],
      ...page === null ? [] : [`Read it: ${page}`]
    ];
    return [
      ...indentedLines(name, style, 2).map((line) => style.paint("warn", line)),
      ...details.flatMap((text2) => indentedLines(text2, style, 4))
    ];
  });
  const more = needs.length - SHOWN2;
  const rest = more > 0 ? [`  And ${count(more, "more thing")}.`] : [];
  const hint = hasReview(needs) ? indentedLines(REVIEW_HINT, style, 2) : [];
  return [...lines, ...rest, ...hint];
}
var SHOWN2;
var init_need_list = __esm({
  "src/report/status/need-list.ts"() {
    "use strict";
    init_indented_lines();
    init_markdown();
    init_sentences();
    init_need_words();
    init_repository_page();
    SHOWN2 = 20;
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
  const inWindow = wasDue(window?.slot) ? (window?.queue ?? []).filter((key2) => !isClosedBefore(checkpoint, key2, time2)) : [];
  if (!wasDue(finished?.slot)) return inWindow.length;
  const queued = new Set(window?.queue ?? []);
  const closedSince = Object.entries(checkpoint.items).filter(
    ([key2, item]) => !queued.has(key2) && item.status !== "open" && Date.parse(item.updated_at) > time2
  );
  return inWindow.length + closedSince.length;
}
function isClosedBefore(checkpoint, key2, time2) {
  const item = itemRecord(checkpoint, key2);
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

// src/report/words/trigger-words.ts
var TRIGGER_WORDS;
var init_trigger_words = __esm({
  "src/report/words/trigger-words.ts"() {
    "use strict";
    TRIGGER_WORDS = {
      schedule: "the schedule",
      event: "an event",
      person: "a person"
    };
  }
});

// src/report/words/finding-words.ts
function findingLines(findings) {
  const more = findings.length - SHOWN3;
  return [
    ...findings.slice(0, SHOWN3).map(findingLine),
    ...more > 0 ? [masked`And ${more} more; the state branch has them all.`] : []
  ];
}
function findingLine({ path, line, text: text2 }) {
  if (path === null) return text2;
  return line === null ? masked`${path}: ${text2}` : masked`${path}, line ${line}: ${text2}`;
}
function findingCount(findings) {
  if (findings.length === 0) return fixed("");
  return findings.length === 1 ? fixed("1 finding") : masked`${findings.length} findings`;
}
var SHOWN3;
var init_finding_words = __esm({
  "src/report/words/finding-words.ts"() {
    "use strict";
    init_masked();
    SHOWN3 = 50;
  }
});

// src/report/status/finding-answers.ts
function findingAnswers(rows) {
  const texts = rows.flatMap(({ id, findings }) => {
    const [first] = findings;
    if (first === void 0) return [];
    const one = fullStop(cutText(findingLine(first), FINDING_LENGTH));
    return [
      findings.length === 1 ? `${id}: ${one}` : `${id}: ${findingCount(findings)}, the first of them: ${one}`
    ];
  });
  if (texts.length === 0) return [];
  const more = texts.length - GOALS_SHOWN;
  const rest = more > 0 ? [`And those of ${count(more, "more goal")}.`] : [];
  return [
    { question: "Findings", answer: [...texts.slice(0, GOALS_SHOWN), ...rest].join(" "), tone: "warn" }
  ];
}
var GOALS_SHOWN, FINDING_LENGTH;
var init_finding_answers = __esm({
  "src/report/status/finding-answers.ts"() {
    "use strict";
    init_plain_text();
    init_finding_words();
    init_sentences();
    GOALS_SHOWN = 5;
    FINDING_LENGTH = 300;
  }
});

// src/core/money/budget.ts
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
    calls: a.calls + b2.calls,
    ...lostSums(a, b2)
  };
}
function lostSums(a, b2) {
  const tokens = (a.lost_tokens ?? 0) + (b2.lost_tokens ?? 0);
  const usdMicros = (a.lost_usd_micros ?? 0) + (b2.lost_usd_micros ?? 0);
  return tokens === 0 && usdMicros === 0 ? {} : { lost_tokens: tokens, lost_usd_micros: usdMicros };
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
      calls: settlement.spent.calls,
      ...settlement.isLost === true ? { lost_tokens: settlement.spent.tokens, lost_usd_micros: settlement.spent.usdMicros } : {}
    }
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
var NO_SUMS, DAYS_KEPT, MONTHS_KEPT;
var init_budget = __esm({
  "src/core/money/budget.ts"() {
    "use strict";
    init_time();
    init_cost();
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

// src/core/progress/work-finding.ts
function withinFindings(checkpoint) {
  const having = Object.entries(checkpoint.items).filter(([, { findings = [] }]) => findings.length > 0);
  if (having.reduce((sum, [, { findings = [] }]) => sum + findings.length, 0) <= FINDINGS_KEPT)
    return checkpoint;
  const items = { ...checkpoint.items };
  let room = FINDINGS_KEPT;
  for (const [key2, record2] of having.toSorted(newestFirst)) {
    const { findings = [], ...rest } = record2;
    const kept = findings.slice(0, Math.max(0, room));
    room -= kept.length;
    items[key2] = kept.length === 0 ? rest : { ...rest, findings: kept };
  }
  return { ...checkpoint, items };
}
function newestFirst([, one], [, other]) {
  return compareText(other.updated_at, one.updated_at);
}
function openFindings({ items }, isThere = () => true) {
  const done = Object.entries(items).filter(([, { status }]) => status === "done").toSorted(newestFirst);
  const newest = /* @__PURE__ */ new Map();
  for (const [key2, record2] of done) {
    const { element: element2 } = itemOf(key2);
    if (!newest.has(element2)) newest.set(element2, record2);
  }
  const slot = newestSlot(done);
  return [...newest].filter(([element2]) => isThere(element2)).toSorted(([one], [other]) => compareText(one, other)).flatMap(
    ([, { draft, found_in, findings = [] }]) => draft !== null || found_in !== void 0 && found_in !== slot ? [] : findings
  ).slice(0, FINDINGS_KEPT);
}
function newestSlot(done) {
  const slots = done.flatMap(([, { found_in }]) => found_in ?? []);
  return slots.toSorted(compareText).at(-1);
}
function isOfOneRun(element2, queue) {
  return queue === "commits" || element2 === WINDOW_ELEMENT || /^part \d+\/\d+$/.test(element2);
}
var FINDINGS_KEPT;
var init_work_finding = __esm({
  "src/core/progress/work-finding.ts"() {
    "use strict";
    init_item();
    init_compare_text();
    FINDINGS_KEPT = 200;
  }
});

// src/core/report/goals-of.ts
function goalReports(facts) {
  const known3 = Object.entries(facts.state.status.goals).map(([id, { title }]) => ({ id, title }));
  const goals = (facts.names ?? known3).map((name) => goalReport(name, facts));
  return goals.sort((a, b2) => URGENCY[a.state] - URGENCY[b2.state] || compareText(a.id, b2.id));
}
function goalReport({ id, title }, { state, slots, now, month }) {
  const status = state.status.goals[id];
  const checkpoint = state.checkpoints[id];
  return {
    id,
    title,
    state: conditionOf(id, state, now),
    ending: status?.ending ?? null,
    detail: status?.detail ?? "",
    endedAt: status?.at ?? null,
    failures: checkpoint?.consecutive_failures ?? status?.consecutive_failures ?? 0,
    pause: checkpoint?.pause ?? null,
    waitsUntil: checkpoint === void 0 ? null : waitAt(checkpoint, now)?.until ?? null,
    left: checkpoint === void 0 ? status?.queue_depth ?? 0 : openItems(checkpoint).length,
    stuck: checkpoint === void 0 ? [] : stuckTasks(checkpoint),
    nextDue: status?.next_due ?? null,
    counters: checkpoint?.counters ?? NO_SLOTS,
    slots: slots.get(id) ?? [],
    drafts: draftCounts(checkpoint),
    cost: costOf(state.budget.months[month]?.[id])
  };
}
function conditionOf(id, { lock, checkpoints, status }, now) {
  const lease = lock.leases[id];
  if (lease !== void 0 && !isLeaseOverdue(lease, now)) return "running";
  const checkpoint = checkpoints[id];
  if (checkpoint === void 0) return status.goals[id]?.ending === "bad_goal" ? "failing" : "new";
  if (checkpoint.pause !== null) return "paused";
  if (Object.values(checkpoint.items).some((item) => item.status === "stuck")) return "stuck";
  const ending2 = status.goals[id]?.ending ?? null;
  if (checkpoint.consecutive_failures > 0 || ending2 !== null && ENDINGS[ending2].exitCode === 1)
    return "failing";
  if (openDrafts(checkpoint).length > 0) return "waiting";
  return checkpoint.window === null ? "resting" : "unfinished";
}
function stuckTasks(checkpoint) {
  return Object.entries(checkpoint.items).filter(([, { status }]) => status === "stuck").map(([key2, { attempts, ending: ending2, detail }]) => ({
    title: loggedTitle({ key: key2, title: itemTitle(checkpoint, key2) }),
    attempts,
    ending: ending2,
    detail
  }));
}
function draftCounts(checkpoint) {
  const drafts = Object.values(checkpoint?.drafts ?? {});
  const having = (wanted) => drafts.filter(({ outcome }) => outcome === wanted).length;
  return {
    merged: having("merged"),
    closed: having("closed"),
    waiting: having("open"),
    takenOver: having("taken_over")
  };
}
function costOf(sums) {
  if (sums === void 0) return NO_COST;
  return { tokens: sums.spent_tokens, usdMicros: sums.spent_usd_micros, calls: sums.calls };
}
function draftReports({ checkpoints }) {
  const drafts = Object.entries(checkpoints).flatMap(
    ([goal, checkpoint]) => Object.entries(checkpoint.drafts).filter(([, { outcome }]) => outcome !== "none").map(([key2]) => draftReport(goal, checkpoint, key2))
  );
  return drafts.filter((draft) => draft !== null).sort((a, b2) => compareText(b2.openedAt ?? "", a.openedAt ?? ""));
}
function draftReport(goal, { drafts, items }, key2) {
  const draft = drafts[key2];
  if (draft === void 0) return null;
  const own = Object.entries(items).filter(([, item]) => item.draft === key2);
  return {
    goal,
    draft: draft.number,
    title: draft.title,
    branch: draft.branch,
    outcome: draft.outcome,
    openedAt: draft.opened_at,
    endedAt: draft.ended_at ?? null,
    reason: draft.reason ?? null,
    files: draft.changed_files,
    lines: draft.changed_lines,
    isComplete: draft.complete,
    tasks: own.map(([task, { status }]) => ({ key: task, status })),
    cost: {
      tokens: sumOf2(own, ({ tokens }) => tokens),
      usdMicros: sumOf2(own, ({ usd_micros }) => usd_micros),
      calls: sumOf2(own, ({ calls }) => calls)
    }
  };
}
function sumOf2(items, figure2) {
  return items.reduce((sum, [, { spent: spent2 }]) => sum + figure2(spent2), 0);
}
var URGENCY;
var init_goals_of = __esm({
  "src/core/report/goals-of.ts"() {
    "use strict";
    init_back_off();
    init_ending();
    init_item();
    init_lease();
    init_cost();
    init_checkpoint();
    init_state();
    init_compare_text();
    URGENCY = {
      stuck: 0,
      paused: 1,
      failing: 2,
      waiting: 3,
      running: 4,
      unfinished: 5,
      new: 6,
      resting: 7
    };
  }
});

// src/core/report/happened-since.ts
function happenedSince(facts) {
  const { since, isWhole: isWhole2 } = facts;
  const entries = facts.entries.filter(({ ts }) => ts >= since);
  const runs = facts.runs.filter(({ endedAt }) => endedAt >= since);
  const goalRuns = runs.flatMap(({ goals }) => goals).filter((run) => (run.endedAt ?? run.startedAt) >= since);
  const named = (event) => entries.filter((entry) => entry.event === event).map((entry) => draftName(entry, facts.drafts));
  const tasks = goalRuns.flatMap((run) => run.tasks);
  const tasksWith = (ending2) => tasks.filter((task) => task.ending === ending2).length;
  return {
    since,
    isWhole: isWhole2,
    runs: runs.length,
    quietSigns: entries.filter(({ event }) => event === "heartbeat").length,
    tasks: { done: tasksWith("worked"), unchanged: tasksWith("no_change") },
    drafts: {
      opened: named("draft_opened"),
      merged: named("draft_merged"),
      closed: named("draft_refused"),
      takenOver: named("draft_taken_over")
    },
    failures: [...failuresOf(goalRuns), ...fileFailures(entries)],
    deaths: entries.flatMap(deathOf),
    missed: entries.reduce((sum, entry) => sum + missedIn(entry), 0),
    cost: goalRuns.map(({ cost }) => cost).reduce(addCosts, NO_COST),
    lostTokens: goalRuns.reduce((sum, run) => sum + run.lostTokens, 0),
    notable: entries.filter(isNotable).slice(-NOTABLE_LINES)
  };
}
function draftName({ goal = "", data }, drafts) {
  const [number2, branch] = [figureIn(data, "draft"), textIn(data, "branch")];
  const known3 = drafts.find((draft) => draft.branch === branch);
  return { goal, draft: known3?.draft ?? (number2 > 0 ? number2 : null), title: known3?.title ?? branch ?? "" };
}
function failuresOf(runs) {
  const bad = runs.filter(hasFailed);
  const failures = [...Map.groupBy(bad, ({ goal }) => goal)].map(([goal, own]) => ({
    ...failureOf(goal, own),
    isOver: runs.some((run) => run.goal === goal && hasSucceeded(run) && isLater(run, own))
  }));
  return failures.sort((a, b2) => ENDINGS[b2.ending].rank - ENDINGS[a.ending].rank);
}
function fileFailures(entries) {
  const bad = entries.filter(({ event }) => event === "bad_goal");
  return [...Map.groupBy(bad, ({ goal = "" }) => goal)].flatMap(([goal, lines]) => {
    const last = lines.at(-1);
    return last === void 0 ? [] : [{ goal, ending: "bad_goal", times: lines.length, at: last.ts, isOver: false, why: last.message }];
  });
}
function hasFailed(run) {
  const ending2 = goalRunEnding(run);
  return ending2 !== null && isBad(ending2);
}
function goalRunEnding({ ending: ending2, tasks }) {
  return ending2 ?? tasks.at(-1)?.ending ?? null;
}
function hasSucceeded({ ending: ending2 }) {
  return ending2 !== null && isGood(ending2);
}
function isLater(run, others) {
  return others.every(({ startedAt }) => startedAt < run.startedAt);
}
function failureOf(goal, runs) {
  const newestFirst2 = runs.toSorted((a, b2) => a.startedAt < b2.startedAt ? 1 : -1);
  const worst = newestFirst2.reduce((found, run) => {
    const isWorse = rankOf(run) > (found === void 0 ? -1 : rankOf(found));
    return isWorse ? run : found;
  }, void 0);
  const task = worst?.tasks.findLast(({ ending: ending2 }) => ending2 !== "worked" && ending2 !== "no_change");
  return {
    goal,
    ending: (worst === void 0 ? null : goalRunEnding(worst)) ?? "unexpected",
    times: runs.length,
    at: worst?.endedAt ?? worst?.startedAt ?? "",
    why: task?.message ?? ""
  };
}
function rankOf(run) {
  const ending2 = goalRunEnding(run);
  return ending2 === null ? -1 : ENDINGS[ending2].rank;
}
function deathOf({ event, goal, ts, data }) {
  const run = event === "took_over" ? textIn(data, "dead_wake") : null;
  if (run === null) return [];
  return [{ run, goal: goal ?? null, foundAt: ts, lostTokens: figureIn(data, "lost_tokens") }];
}
function isNotable({ event, level }) {
  return level === "warn" || level === "error" || level === "info" && NOTABLE.has(event);
}
var NOTABLE_LINES, NOTABLE;
var init_happened_since = __esm({
  "src/core/report/happened-since.ts"() {
    "use strict";
    init_ending();
    init_log_data();
    init_cost();
    init_slots_of();
    NOTABLE_LINES = 20;
    NOTABLE = /* @__PURE__ */ new Set([
      "draft_opened",
      "draft_merged",
      "draft_refused",
      "draft_taken_over",
      "issue_opened",
      "issue_commented",
      "alert_opened",
      "alert_closed",
      "goal_paused",
      "goal_resumed",
      "goal_edited",
      "request_served",
      "stop_set",
      "stop_removed",
      "workflow_enabled"
    ]);
  }
});

// src/core/report/needs-of.ts
function needsOf(state, now) {
  const needs = [...alertNeeds(state), ...reviewNeeds(state), ...lockNeeds(state, now)];
  return needs.sort((a, b2) => compareText(a.since, b2.since));
}
function alertNeeds(state) {
  return Object.values(state.alerts.alerts).filter(({ wanted, cause }) => wanted && cause !== "draft_waits" && cause !== "folded").map((record2) => ({
    kind: "alert",
    since: record2.raised_at,
    goal: record2.goal === AGENT ? null : record2.goal,
    cause: record2.cause,
    title: record2.title,
    detail: record2.detail ?? "",
    issue: issueOf(state.alerts, record2),
    isKnown: record2.known,
    failures: state.checkpoints[record2.goal]?.consecutive_failures ?? 0
  }));
}
function reviewNeeds({ checkpoints }) {
  return Object.entries(checkpoints).flatMap(
    ([goal, checkpoint]) => openDrafts(checkpoint).map(([, draft]) => ({
      kind: "review",
      since: draft.opened_at ?? checkpoint.last_lease?.at ?? "",
      goal,
      draft: draft.number,
      title: draft.title,
      branch: draft.branch,
      files: draft.changed_files,
      lines: draft.changed_lines,
      isComplete: draft.complete
    }))
  );
}
function lockNeeds({ lock, alerts, checkpoints }, now) {
  return Object.entries(lock.leases).filter(([goal, lease]) => isLeaseOverdue(lease, now) && !isPaused(checkpoints[goal])).filter(([goal]) => alerts.alerts[`${goal}/stuck_lease`]?.wanted !== true).map(([goal, lease]) => ({ kind: "lock", since: lease.expires_at, goal, run: lease.wake }));
}
function isPaused(checkpoint) {
  return (checkpoint?.pause ?? null) !== null;
}
var init_needs_of = __esm({
  "src/core/report/needs-of.ts"() {
    "use strict";
    init_alert_state();
    init_lease();
    init_checkpoint();
    init_compare_text();
  }
});

// src/core/report/spending-of.ts
function spendingOf({ budget, limits, drafts, days, day: day2 }) {
  const month = monthOf(day2);
  const [ofDay, ofMonth] = [budget.days[day2] ?? {}, budget.months[month] ?? {}];
  const total = totalOf(ofMonth);
  const merged = drafts.filter(
    ({ outcome, endedAt }) => outcome === "merged" && endedAt?.startsWith(month) === true
  ).length;
  return {
    today: spentSum(totalOf(ofDay), {
      tokens: limits?.tokensPerDay ?? null,
      usd: limits?.usdPerDay ?? null
    }),
    month: spentSum(total, { tokens: limits?.tokensPerMonth ?? null, usd: limits?.usdPerMonth ?? null }),
    byGoal: Object.keys(ofMonth).sort(compareText).map((goal) => ({
      goal,
      today: spentSum(ofDay[goal] ?? NO_SUMS, NO_LIMIT),
      month: spentSum(ofMonth[goal] ?? NO_SUMS, NO_LIMIT)
    })),
    days,
    months: Object.entries(budget.months).sort(([a], [b2]) => compareText(a, b2)).map(([name, account]) => ({ month: name, sum: spentSum(totalOf(account), NO_LIMIT) })),
    perMergedDraft: merged === 0 ? null : {
      tokens: Math.round(total.spent_tokens / merged),
      usdMicros: Math.round(total.spent_usd_micros / merged)
    }
  };
}
function spentSum(sums, limit) {
  return {
    tokens: sums.spent_tokens,
    usdMicros: sums.spent_usd_micros,
    calls: sums.calls,
    reservedTokens: sums.reserved_tokens,
    reservedUsdMicros: sums.reserved_usd_micros,
    lostTokens: sums.lost_tokens ?? 0,
    lostUsdMicros: sums.lost_usd_micros ?? 0,
    tokenLimit: limit.tokens,
    usdLimit: limit.usd
  };
}
var NO_LIMIT;
var init_spending_of = __esm({
  "src/core/report/spending-of.ts"() {
    "use strict";
    init_budget();
    init_compare_text();
    init_time();
    NO_LIMIT = { tokens: null, usd: null };
  }
});

// src/core/report/verdict-of.ts
function verdictOn({ state, evidence, needs, goals }) {
  if (state === null || evidence.seenAt === null) return { kind: "never_ran" };
  const record2 = state.status.stop;
  if (state.stop !== null || record2 !== null) {
    const reason = stopReason(state.stop ?? record2?.reason ?? "");
    return { kind: "stopped", reason, since: record2?.since ?? null };
  }
  if (evidence.kind === "old") return { kind: "silent", since: evidence.seenAt };
  if (needs.length > 0) {
    const reviews = needs.filter(({ kind }) => kind === "review").length;
    return { kind: "needs_you", reviews, problems: needs.length - reviews };
  }
  const failing2 = goals.filter((goal) => goal.state === "failing").map(({ id }) => id);
  return failing2.length > 0 ? { kind: "troubled", goals: failing2 } : { kind: "well" };
}
function evidenceOf(facts) {
  const { state, days, unreadableLines, fullDays } = facts;
  const seenAt = lastSeen(state);
  const [from, to] = [days[0], days.at(-1)];
  return {
    kind: kindOf(facts, seenAt),
    seenAt,
    log: from === void 0 || to === void 0 ? null : { from, to },
    unreadableLines,
    fullDays
  };
}
function kindOf(facts, seenAt) {
  if (seenAt === null) return "missing";
  if (facts.now - Date.parse(seenAt) > facts.silentHours * HOUR_MS) return "old";
  const isWhole2 = facts.unreadableLines === 0 && facts.fullDays.length === 0 && facts.days.length > 0;
  return isWhole2 ? "complete" : "partial";
}
function lastSeen(state) {
  if (state === null) return null;
  const { seen_at: seen, last_wake: wake } = state.status;
  const times = [seen, wake?.ended_at ?? null, wake?.started_at ?? null].filter((time2) => time2 !== null);
  return times.toSorted().at(-1) ?? null;
}
var init_verdict_of = __esm({
  "src/core/report/verdict-of.ts"() {
    "use strict";
    init_stop();
    init_time();
  }
});

// src/core/report/report-of.ts
function reportOf(facts) {
  const { state, entries, now, limits, repository } = facts;
  const fullDays = entries.filter(({ event }) => event === "log_full").map(({ ts }) => ts.slice(0, 10));
  const evidence = evidenceOf({
    ...facts,
    fullDays: [...new Set(fullDays)],
    silentHours: limits.silentHours
  });
  if (state === null) return emptyReport(facts, evidence);
  const day2 = utcDay(now);
  const runs = runsOf(entries, state.lock);
  const drafts = draftReports(state);
  const goals = goalReports({
    state,
    slots: slotsOf(entries),
    now,
    month: monthOf(day2),
    names: facts.goals ?? null
  });
  const needs = needsOf(state, now);
  const since = facts.since ?? isoTime(now - DAY_MS);
  const days = [
    ...facts.pastDays,
    ...daysOf(
      entries,
      runs.flatMap((run) => run.goals)
    )
  ];
  return {
    version: 1,
    repository,
    at: isoTime(now),
    evidence,
    verdict: verdictOn({ state, evidence, needs, goals }),
    needs,
    happened: happenedSince({ since, entries, runs, drafts, isWhole: isWhole(facts, evidence, since) }),
    goals,
    runs,
    drafts,
    isFullOfDrafts: needs.filter(({ kind }) => kind === "review").length >= limits.openDrafts,
    spending: spendingOf({ budget: state.budget, limits: limits.budget, drafts, days, day: day2 }),
    next: nextOf(state, goals, now)
  };
}
function isWhole({ logFrom }, evidence, since) {
  const isFull = evidence.fullDays.some((day2) => day2 >= since.slice(0, 10));
  return evidence.unreadableLines === 0 && !isFull && logFrom <= since.slice(0, 10);
}
function nextOf(state, goals, now) {
  const asked = new Set(Object.values(state.requests).map(({ goal }) => goal));
  const times = goals.filter((goal) => goal.pause === null || asked.has(goal.id)).flatMap((goal) => {
    if (asked.has(goal.id)) return [{ goal: goal.id, at: isoTime(now), why: "request" }];
    if (goal.nextDue === null) return [];
    return [{ goal: goal.id, at: goal.nextDue, why: goal.left > 0 ? "unfinished" : "slot" }];
  });
  return times.sort((a, b2) => compareText(a.at, b2.at) || compareText(a.goal, b2.goal)).slice(0, DUE_TIMES);
}
function emptyReport(facts, evidence) {
  const since = facts.since ?? isoTime(facts.now - DAY_MS);
  const happened = happenedSince({ since, entries: [], runs: [], drafts: [], isWhole: false });
  const budget = { version: 1, days: {}, months: {} };
  const spending = spendingOf({
    ...{ budget, drafts: [], days: facts.pastDays },
    limits: facts.limits.budget,
    day: utcDay(facts.now)
  });
  return {
    ...{ version: 1, repository: facts.repository, at: isoTime(facts.now) },
    ...{ evidence, verdict: { kind: "never_ran" }, happened, spending },
    ...{ isFullOfDrafts: false, needs: [], goals: [], runs: [], drafts: [], next: [] }
  };
}
var DUE_TIMES;
var init_report_of = __esm({
  "src/core/report/report-of.ts"() {
    "use strict";
    init_compare_text();
    init_time();
    init_days_of();
    init_goals_of();
    init_happened_since();
    init_needs_of();
    init_runs_of();
    init_slots_of();
    init_spending_of();
    init_verdict_of();
    DUE_TIMES = 10;
  }
});

// src/report/status/status-facts.ts
function statusReport({ state, goals, log, now, settings, repository }) {
  const { budget, openDrafts: openDrafts2, alerts } = settings;
  const limits = { budget, openDrafts: openDrafts2, silentHours: alerts.silentHours };
  return reportOf({
    repository,
    state,
    goals,
    ...log,
    pastDays: [],
    logFrom: utcDay(now - DAY_MS),
    now,
    limits
  });
}
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
    outcomes: draftCounts(checkpoint),
    findings: checkpoint === void 0 ? [] : openFindings(checkpoint),
    effects: Object.values(checkpoint?.items ?? {}).flatMap((item) => item.effects ?? [])
  };
}
function urgency(row) {
  if (row.ending !== null && ENDINGS[row.ending].exitCode !== 0) return 3;
  if (row.paused !== null || row.stuck > 0) return 2;
  return row.failures > 0 ? 1 : 0;
}
function spentSums(input) {
  const day2 = utcDay(input.now);
  const { days, months } = input.state.budget;
  return { day: totalOf(days[day2] ?? {}), month: totalOf(months[monthOf(day2)] ?? {}) };
}
var init_status_facts = __esm({
  "src/report/status/status-facts.ts"() {
    "use strict";
    init_ending();
    init_budget();
    init_checkpoint();
    init_work_finding();
    init_goals_of();
    init_report_of();
    init_compare_text();
    init_time();
  }
});

// src/report/words/ways.ts
function waysTo(reader) {
  return WAYS[reader];
}
var WAYS;
var init_ways = __esm({
  "src/report/words/ways.ts"() {
    "use strict";
    init_program();
    WAYS = {
      github: {
        stop: "write the comment `/wakeful stop <reason>` on any issue or pull request",
        resume: "write the comment `/wakeful resume` on any issue or pull request"
      },
      terminal: { stop: `\`${PROGRAM} stop "<reason>"\``, resume: `\`${PROGRAM} resume\`` }
    };
  }
});

// src/report/status/stop-answer.ts
function stopAnswer({ state }, reader) {
  const question = "Stopped";
  const { stop: file } = state;
  const record2 = state.status.stop;
  if (file === null && record2 === null) return notStopped(question, state, reader);
  const since = record2 === null ? "" : ` since ${longTime(record2.since)}`;
  const reason = asSaid(stopReason(file ?? record2?.reason ?? ""));
  const rest = file === null ? [] : alsoWords(record2);
  return {
    question,
    answer: [`Yes${since}:`, reason, ...rest, wayBack(file, record2, reader)].join(" "),
    tone: "warn"
  };
}
function notStopped(question, state, reader) {
  const disabled = disabledWords(state);
  if (disabled !== null)
    return {
      question,
      answer: `No stop is set, but the schedule does not start it. ${disabled}`,
      tone: "warn"
    };
  return { question, answer: `No. To stop it: ${waysTo(reader).stop}.`, tone: "plain" };
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
function wayBack(file, record2, reader) {
  const { variable, disabled = [] } = record2 ?? {};
  if (file === null && disabled.length === 0)
    return `To resume: delete the variable \`${STOP_VARIABLE}\`. Any value of it stops the agent, even \`false\`.`;
  const byHand = [
    ...file === null ? [] : ["delete `state/STOP` on the state branch"],
    ...variable === void 0 ? [] : ["delete the variable"],
    ...disabled.length === 0 ? [] : [`enable ${listWords(disabled)}`]
  ];
  return `To resume: ${waysTo(reader).resume}, or ${listWords(byHand)}.`;
}
var init_stop_answer = __esm({
  "src/report/status/stop-answer.ts"() {
    "use strict";
    init_alert_state();
    init_stop();
    init_sentences();
    init_ways();
  }
});

// src/report/status/status-answers.ts
function statusAnswers(input, reader, rows = goalRows(input)) {
  const answers = [
    lastRun(input),
    running(input),
    failing(input, rows),
    backlog(input),
    next(input, rows),
    spent(input),
    ...onIssues(rows),
    ...findingAnswers(rows)
  ];
  const stop = stopAnswer(input, reader);
  return stop.tone === "plain" ? [...answers, stop] : [stop, ...answers];
}
function lastRun({ state }) {
  const { last_wake: wake, seen_at: seen } = state.status;
  const question = "Last run";
  if (wake === null) return { question, answer: "It has not run yet.", tone: "plain" };
  const started = `${longTime(wake.started_at)}, started by ${TRIGGER_WORDS[wake.trigger]} (run ${wake.id}).`;
  const ending2 = wake.ending === null ? "It has not ended yet." : lookUp(wake.ending);
  const sign = seen !== null && seen > (wake.ended_at ?? wake.started_at) ? ` The agent last looked for work on ${longTime(seen)}.` : "";
  const isBad2 = wake.ending !== null && ENDINGS[wake.ending].level === "error";
  return {
    question,
    answer: `${started} ${ending2}${sign}`,
    tone: isBad2 ? "bad" : "plain"
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
    const none = facts.stuck === 0 ? "No task is left to do." : "No other task is left to do.";
    return { question, answer: `${none}${stuck}`, tone: facts.stuck === 0 ? "good" : "warn" };
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
  const lost = (sums.lost_tokens ?? 0) === 0 ? "" : `, of which ${figure(sums.lost_tokens ?? 0)} were set aside by runs that died`;
  const aside = sums.reserved_tokens === 0 ? "" : `, ${figure(sums.reserved_tokens)} more set aside`;
  return `${figure(sums.spent_tokens)} of ${count(limit.tokens, "token")}${lost}${aside}${dollars} in ${count(sums.calls, "model call")}`;
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
var LIST_LENGTH;
var init_status_answers = __esm({
  "src/report/status/status-answers.ts"() {
    "use strict";
    init_ending();
    init_lease();
    init_backlog();
    init_compare_text();
    init_effect_words();
    init_ending_words();
    init_next_due();
    init_sentences();
    init_trigger_words();
    init_finding_answers();
    init_status_facts();
    init_stop_answer();
    LIST_LENGTH = 5;
  }
});

// src/report/status/verdict-words.ts
function verdictWords(verdict, now) {
  switch (verdict.kind) {
    case "never_ran":
      return "The agent has not run yet.";
    case "silent":
      return `Nothing has started the agent since ${longTime(verdict.since)}, ${fromNow(verdict.since, now)}.`;
    case "stopped": {
      const since = verdict.since === null ? "" : ` since ${longTime(verdict.since)}`;
      return sentence(`The agent is stopped${since}: ${verdict.reason}`);
    }
    case "needs_you":
      return needWords(verdict);
    case "troubled":
      return `Nothing needs you. ${listWords(verdict.goals)} did not succeed the last time and will be tried again.`;
    case "well":
      return "All is well, and nothing needs you.";
  }
}
function needWords({ reviews, problems }) {
  const parts = [
    ...reviews === 0 ? [] : [`${count(reviews, "draft")} to review`],
    ...problems === 0 ? [] : [count(problems, "problem")]
  ];
  return `${reviews + problems === 1 ? "One thing needs you" : "Some things need you"}: ${parts.join(" and ")}.`;
}
function verdictTone({ kind }) {
  return TONES[kind];
}
function lackWords({ kind, unreadableLines, fullDays, log }) {
  if (kind === "missing") return null;
  const parts = [
    ...unreadableLines === 0 ? [] : [
      `${count(unreadableLines, "line")} of the log cannot be read and ${unreadableLines === 1 ? "is" : "are"} missing here`
    ],
    ...fullDays.length === 0 ? [] : [`the log of ${listWords(fullDays)} was full, so it holds only a part`],
    ...log === null && kind === "partial" ? ["there is no log of the last two days"] : []
  ];
  return parts.length === 0 ? null : sentence(parts.join("; "));
}
function fullWords({
  isFullOfDrafts,
  needs
}) {
  if (!isFullOfDrafts) return null;
  const open = needs.filter(({ kind }) => kind === "review").length;
  const wait = open === 1 ? "1 draft waits" : `${count(open, "draft")} wait`;
  return `${wait} for your review, and no more may be open (\`open_drafts\` in the settings), so no goal begins new work.`;
}
var TONES;
var init_verdict_words = __esm({
  "src/report/status/verdict-words.ts"() {
    "use strict";
    init_sentences();
    TONES = {
      never_ran: "plain",
      silent: "bad",
      stopped: "warn",
      needs_you: "warn",
      troubled: "plain",
      well: "good"
    };
  }
});

// src/report/status/status-page.ts
var status_page_exports = {};
__export(status_page_exports, {
  statusPage: () => statusPage,
  statusSections: () => statusSections,
  warnings: () => warnings
});
function statusPage(input) {
  const rows = goalRows(input);
  const report = statusReport(input);
  return `${[
    `# Wakeful: ${inlineText(input.repository)}`,
    opening(report, input),
    ...statusSections(report, rows, input),
    files(input)
  ].join("\n\n")}
`;
}
function statusSections(report, rows, input) {
  const answers = statusAnswers(input, "github", rows);
  const asked = (questions) => answers.filter(({ question }) => questions.includes(question)).map(answerItem);
  return [
    ...input.state.stop === null && input.state.status.stop === null ? [] : asked(["Stopped"]),
    "## Needs you",
    needList(report.needs, input),
    "## Since yesterday",
    listOf(happenedWords(report.happened)),
    "## Goals",
    asked(["Last run", "Running", "Failing", "Backlog", "On issues", "Findings", "Stopped"]).join("\n"),
    goalTable(rows, input),
    "## What comes next",
    [...asked(["Next"]), ...dueItems(report, input)].join("\n"),
    "## Spent",
    asked(["Spent"]).join("\n"),
    ...costTable(report),
    "## What the log says",
    logLines(report, input)
  ];
}
function opening(report, { now, settings }) {
  const hours = settings.alerts.silentHours;
  const sentences = [
    `**${inlineText(verdictWords(report.verdict, now))}** As of ${longTime(now)}.`,
    `If that is more than ${count(hours, "hour")} ago, nothing starts the agent any more: look at the page *Actions*.`,
    ...warnings(report),
    "The agent writes this page anew at least once an hour, so edits here are lost."
  ];
  return sentences.join(" ");
}
function warnings(report) {
  return [fullWords(report), lackWords(report.evidence)].filter((words) => words !== null).map(inlineText);
}
function answerItem({ question, answer }) {
  return `- **${question}:** ${inlineText(cutBetweenWords(answer, 4 * SENTENCE_LENGTH))}`;
}
function listOf(sentences) {
  return sentences.map((each) => `- ${inlineText(cutBetweenWords(each, 2 * SENTENCE_LENGTH))}`).join("\n");
}
function goalTable(rows, input) {
  if (rows.length === 0) return "There are no goals yet.";
  const shown = rows.slice(0, ROWS).map((row) => `| ${goalCells(row, input).join(" | ")} |`);
  const head = "| Goal | Last result | Tasks left | Next due (UTC) | Open drafts | Drafts so far |";
  const rest = rows.length > ROWS ? `

${figure(rows.length - ROWS)} more goals: see \`state/status.json\`.` : "";
  return [head, "|---|---|---|---|---|---|", ...shown].join("\n") + rest;
}
function goalCells(row, input) {
  return [
    `${inlineText(cutText(row.title, CELL_LENGTH))} (${codeSpan(row.id)})`,
    endingCell(row, input),
    row.stuck === 0 ? figure(row.itemsLeft) : `${figure(row.itemsLeft)}, ${figure(row.stuck)} stuck`,
    row.paused === null ? dueCell(row.nextDue, input.now) : "paused",
    draftsCell(row, input),
    outcomeWords(row.outcomes)
  ];
}
function endingCell(row, place) {
  if (row.ending === null) return "not run yet";
  const at = row.at === null ? "" : `, ${shortTime(row.at)}`;
  return `${link(endingLabel(row.ending), endingPage(place, row.ending))}${at}`;
}
function draftsCell(row, place) {
  if (row.drafts.length === 0) return "–";
  const shown = row.drafts.slice(0, DRAFTS_SHOWN).map((draft) => {
    if (draft.number === null) return codeSpan(draft.branch);
    const text2 = draft.complete ? `#${draft.number}` : `#${draft.number} (incomplete)`;
    return link(text2, draftPage(place, draft.number));
  });
  const more = row.drafts.length - DRAFTS_SHOWN;
  return [...shown, ...more > 0 ? [`${figure(more)} more`] : []].join(", ");
}
function dueItems({ next: next2, verdict }, { now }) {
  if (verdict.kind === "stopped" || next2.length < 2) return [];
  const words = { slot: "", unfinished: ", with tasks that are left", request: ", as asked" };
  return next2.map(({ goal, at, why }) => `  - ${dueCell(at, now)}: ${codeSpan(goal)}${words[why]}`);
}
function costTable({ spending }) {
  const goals = spending.byGoal.filter(({ month }) => month.calls > 0 || month.tokens > 0);
  if (goals.length < 2) return [];
  const shown = goals.toSorted((a, b2) => b2.month.tokens - a.month.tokens).slice(0, COST_ROWS);
  const rows = shown.map(
    ({ goal, today, month }) => `| ${codeSpan(goal)} | ${figure(today.tokens)} | ${figure(month.tokens)} | ${dollarWords(month)} | ${lostCell(month)} |`
  );
  const more = goals.length - shown.length;
  const head = "| Goal | Tokens today | Tokens this month | Dollars this month | Lost with runs that died |";
  const rest = more > 0 ? [`${count(more, "more goal")}: see \`state/budget.json\`.`] : [];
  return [[head, "|---|--:|--:|--:|--:|", ...rows].join("\n"), ...rest, ...perDraft(spending)];
}
function lostCell({ lostTokens }) {
  return lostTokens === 0 ? "–" : figure(lostTokens);
}
function perDraft({ perMergedDraft: each }) {
  if (each === null) return [];
  const dollars = each.usdMicros === 0 ? "" : ` and ${dollarWords(each)}`;
  return [`For each draft that was merged this month: ${count(each.tokens, "token")}${dollars}.`];
}
function logLines({ happened }, { state }) {
  const { notable } = happened;
  if (notable.length > 0) return logList(notable.toReversed());
  return state.status.seen_at === null ? "Nothing yet." : "Nothing that you would have to know, since yesterday.";
}
function files({ now, branch }) {
  const day2 = utcDay(now);
  return [
    `The whole log of today is in [state/log/${day2}.jsonl](state/log/${day2}.jsonl).`,
    "What each goal has done is in [state/checkpoints](state/checkpoints).",
    `This branch, ${codeSpan(branch)}, is never merged.`
  ].join(" ");
}
var ROWS, COST_ROWS, CELL_LENGTH, SENTENCE_LENGTH, DRAFTS_SHOWN;
var init_status_page = __esm({
  "src/report/status/status-page.ts"() {
    "use strict";
    init_plain_text();
    init_time();
    init_ending_words();
    init_markdown();
    init_next_due();
    init_sentences();
    init_happened_words();
    init_log_list();
    init_need_list();
    init_repository_page();
    init_status_answers();
    init_status_facts();
    init_verdict_words();
    ROWS = 200;
    COST_ROWS = 20;
    CELL_LENGTH = 120;
    SENTENCE_LENGTH = 400;
    DRAFTS_SHOWN = 3;
  }
});

// src/ledger/open-ledger.ts
function openLedger(facts, tip, signal) {
  const { world, journal, mask, settings, repository } = facts;
  return Ledger.open(
    { store: world.state, clock: world.clock, random: world.random, journal, mask },
    {
      repository: { name: repository, id: facts.repositoryId ?? null },
      acceptsForeign: facts.acceptsForeign ?? false,
      acceptsFuture: facts.acceptsFuture ?? false,
      branch: settings.stateBranch,
      wake: facts.wake,
      author: maskedRecord(settings.commit, mask),
      logDays: settings.logDays,
      page: async (state, log) => {
        const { statusPage: statusPage2 } = await Promise.resolve().then(() => (init_status_page(), __toCommonJS(status_page_exports)));
        return statusPage2(statusInput(facts, { state, log }));
      }
    },
    { tip, signal }
  );
}
function statusInput({ world, mask, settings, goals, serverUrl, papers }, seen) {
  return {
    ...seen,
    goals: goals.map(({ id, title }) => ({ id, title: mask.mask(title) })),
    now: world.clock.now(),
    settings,
    repository: seen.state.lock.repository,
    serverUrl,
    papers,
    branch: settings.stateBranch
  };
}
var init_open_ledger = __esm({
  "src/ledger/open-ledger.ts"() {
    "use strict";
    init_masked_record();
    init_ledger();
  }
});

// node_modules/re2js/build/index.js
var RE2Flags, PublicFlags, ASCII_SIZE, ASCII_TO_UPPER, ASCII_TO_LOWER, MAX_BMP, Codepoint, UnicodeRangeTable, B64, B64_MAP, decodeVLQ, decodeRanges, decodeOrbit, LazyMap, UnicodeTables, Unicode, RE2JSException, RE2JSSyntaxException, RE2JSCompileException, RE2JSGroupException, RE2JSFlagsException, RE2JSInternalException, FAST_PATH_TABLE_SIZE, WORD_RUNE_TABLE, cachedNativeEncoder, cachedNativeDecoder, Utils, createEnum, MatcherInputBase, Utf8MatcherInput, Utf16MatcherInput, MatcherInput, MachineInputBase, MachineUTF8Input, MachineUTF16Input, MachineInput, Matcher, Inst, Queue, LookbehindState, Machine, hashState, arraysEqual, isState, NO_IDS, END_TEXT, DFAState, DFA, VISITED_BITS, MAX_BACKTRACK_PROG, INITIAL_JOB_CAPACITY, MAX_BACKTRACK_VECTOR, BitState, bitStatePool, Backtracker, QueueOnePass, mergeRuneSets, OnePassProg, onePassCopy, makeOnePass, cleanupOnePass, OnePass, Regexp, RegexpWalker, AhoCorasick, Prefilter, PrefilterTree, PatchList, Prog, ANY_RUNE_NOT_NL, ANY_RUNE, Frag, Compiler, Simplify, CharGroup, code1, code2, code3, PERL_GROUPS, code4, code5, code6, code7, code8, code9, code10, code11, code12, code13, code14, code15, code16, code17, POSIX_GROUPS, CharClass, StringIterator, Parser, RE2, RE2Set, TranslateRegExpString, execResult, RE2JS;
var init_build = __esm({
  "node_modules/re2js/build/index.js"() {
    RE2Flags = class RE2Flags2 {
      static FOLD_CASE = 1;
      static LITERAL = 2;
      static CLASS_NL = 4;
      static DOT_NL = 8;
      static ONE_LINE = 16;
      static NON_GREEDY = 32;
      static PERL_X = 64;
      static UNICODE_GROUPS = 128;
      static WAS_DOLLAR = 256;
      static LOOKBEHIND = 512;
      static MATCH_NL = RE2Flags2.CLASS_NL | RE2Flags2.DOT_NL;
      static PERL = RE2Flags2.CLASS_NL | RE2Flags2.ONE_LINE | RE2Flags2.PERL_X | RE2Flags2.UNICODE_GROUPS;
      static POSIX = 0;
      static UNANCHORED = 0;
      static ANCHOR_START = 1;
      static ANCHOR_BOTH = 2;
    };
    PublicFlags = {
      CASE_INSENSITIVE: 1,
      DOTALL: 2,
      MULTILINE: 4,
      DISABLE_UNICODE_GROUPS: 8,
      LONGEST_MATCH: 16,
      LOOKBEHINDS: 512
    };
    ASCII_SIZE = 128;
    ASCII_TO_UPPER = new Int32Array(ASCII_SIZE);
    ASCII_TO_LOWER = new Int32Array(ASCII_SIZE);
    MAX_BMP = 65535;
    for (let i = 0; i < ASCII_SIZE; i++) {
      if (i >= 97 && i <= 122) ASCII_TO_UPPER[i] = i - 32;
      else ASCII_TO_UPPER[i] = i;
      if (i >= 65 && i <= 90) ASCII_TO_LOWER[i] = i + 32;
      else ASCII_TO_LOWER[i] = i;
    }
    Codepoint = class {
      static CODES = Object.freeze({
        "\x07": 7,
        "\b": 8,
        "	": 9,
        "\n": 10,
        "\v": 11,
        "\f": 12,
        "\r": 13,
        " ": 32,
        '"': 34,
        $: 36,
        "&": 38,
        "'": 39,
        "(": 40,
        ")": 41,
        "*": 42,
        "+": 43,
        "-": 45,
        ".": 46,
        0: 48,
        1: 49,
        2: 50,
        3: 51,
        4: 52,
        5: 53,
        6: 54,
        7: 55,
        8: 56,
        9: 57,
        ":": 58,
        "<": 60,
        ">": 62,
        "?": 63,
        A: 65,
        B: 66,
        C: 67,
        F: 70,
        P: 80,
        Q: 81,
        U: 85,
        Z: 90,
        "[": 91,
        "\\": 92,
        "]": 93,
        "^": 94,
        _: 95,
        "`": 96,
        a: 97,
        b: 98,
        f: 102,
        i: 105,
        m: 109,
        n: 110,
        r: 114,
        s: 115,
        t: 116,
        v: 118,
        x: 120,
        z: 122,
        "{": 123,
        "|": 124,
        "}": 125
      });
      static toUpperCase(codepoint) {
        if (codepoint < ASCII_SIZE) return ASCII_TO_UPPER[codepoint];
        const s3 = String.fromCodePoint(codepoint).toUpperCase();
        const expectedLen = s3.codePointAt(0) > MAX_BMP ? 2 : 1;
        if (s3.length > expectedLen) return codepoint;
        const sOrigin = String.fromCodePoint(s3.codePointAt(0)).toLowerCase();
        const originExpectedLen = sOrigin.codePointAt(0) > MAX_BMP ? 2 : 1;
        if (sOrigin.length > originExpectedLen || sOrigin.codePointAt(0) !== codepoint) return codepoint;
        return s3.codePointAt(0);
      }
      static toLowerCase(codepoint) {
        if (codepoint < ASCII_SIZE) return ASCII_TO_LOWER[codepoint];
        const s3 = String.fromCodePoint(codepoint).toLowerCase();
        const expectedLen = s3.codePointAt(0) > MAX_BMP ? 2 : 1;
        if (s3.length > expectedLen) return codepoint;
        const sOrigin = String.fromCodePoint(s3.codePointAt(0)).toUpperCase();
        const originExpectedLen = sOrigin.codePointAt(0) > MAX_BMP ? 2 : 1;
        if (sOrigin.length > originExpectedLen || sOrigin.codePointAt(0) !== codepoint) return codepoint;
        return s3.codePointAt(0);
      }
    };
    UnicodeRangeTable = class {
      /**
      * @param {Uint32Array | number[]} data
      * @param {boolean} isStride1
      */
      constructor(data, isStride1 = false) {
        this.data = data;
        this.isStride1 = isStride1;
        this.SIZE = isStride1 ? 2 : 3;
      }
      getLo(index) {
        return this.data[index * this.SIZE];
      }
      getHi(index) {
        return this.data[index * this.SIZE + 1];
      }
      getStride(index) {
        return this.isStride1 ? 1 : this.data[index * this.SIZE + 2];
      }
      get length() {
        return this.data.length / this.SIZE;
      }
    };
    B64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-";
    B64_MAP = /* @__PURE__ */ new Uint8Array(256);
    for (let i = 0; i < 64; i++) B64_MAP[B64.charCodeAt(i)] = i;
    decodeVLQ = (str) => {
      const res = [];
      let value = 0;
      let shift = 0;
      for (let i = 0; i < str.length; i++) {
        const digit = B64_MAP[str.charCodeAt(i)];
        value |= (digit & 31) << shift;
        if ((digit & 32) === 0) {
          res.push(value);
          value = 0;
          shift = 0;
        } else shift += 5;
      }
      return res;
    };
    decodeRanges = (str, isStride1) => {
      const res = decodeVLQ(str);
      const numRanges = isStride1 ? res.length / 2 : res.length / 3;
      const out = new Uint32Array(numRanges * 3);
      let current = 0;
      let resIdx = 0;
      for (let i = 0; i < numRanges; i++) {
        current += res[resIdx++];
        out[i * 3] = current;
        current += res[resIdx++];
        out[i * 3 + 1] = current;
        out[i * 3 + 2] = isStride1 ? 1 : res[resIdx++];
      }
      return out;
    };
    decodeOrbit = (str) => {
      const res = decodeVLQ(str);
      const map = /* @__PURE__ */ new Map();
      let currentKey = 0;
      for (let i = 0; i < res.length; i += 2) {
        currentKey += res[i];
        const zz = res[i + 1];
        const delta = zz >>> 1 ^ -(zz & 1);
        map.set(currentKey, currentKey + delta);
      }
      return map;
    };
    LazyMap = class {
      constructor(initializer) {
        this.initializer = initializer;
        this.cache = /* @__PURE__ */ new Map();
      }
      has(key2) {
        return Object.hasOwn(this.initializer, key2);
      }
      get(key2) {
        if (this.cache.has(key2)) return this.cache.get(key2);
        const val = this.has(key2) ? this.initializer[key2]() : null;
        this.cache.set(key2, val);
        return val;
      }
    };
    UnicodeTables = class {
      static _CASE_ORBIT = null;
      static get CASE_ORBIT() {
        if (!this._CASE_ORBIT) this._CASE_ORBIT = decodeOrbit("rCgCIgCY+rQI4QiCuuBLgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCCgCBgCBgCBgCBgCBgCBgCB+7OB-BB-BB-BB-BB-BBskQB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BC-BB-BB-BB-BB-BB-BB-BByHBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBDCBBBCBBBCBBCCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBCCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBxHBCBBBCBBBCBBB3SBmMBkNBCBBBCBBB8MBCBBB6MB6MBCBBC+EB0MB2MBCBBB6MB+MBiGBmNBiNBCBBBmKBikzCBmNBqNBkIBsNBCBBBCBBBCBBB0NBCBBB0NDCBBB0NBCBBByNByNBCBBBCBBB2NBCBBDCBBCwDFCBCBDBCBCBDBCBCBDBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBB9EBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBCCBCBDBCBBBhGBvDBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBjICCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBH2iVBCBBBlKBwiVB+jVB+jVBCBBBlMBqEBuEBCBBBCBBBCBBBCBBBCBBB+hVB4hVB8hVBjNB7MC5MB5MCzMC1MB+0yCE5MB20yCC9MBu2yCBwyyCBo0yCChNBlNBo0yCBu-UBi0yCDlNC6-UBpNDrNIu+UDzNCm0yCBzNE0yyCBzNBpEBxNBxNBtEG1NLqxyCBkxyCnFoFrBCBBBCBBDCBBEkIBkIBkICoHHsCCqCBqCBqCCgEC+DB+DBmkOBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCC+BBgCBgCBgCBgCBgCBgCBgCBgCBrCBpCBpCBpCBmjOB-BB8BB-BB-BBgEB-BB-BByBBqgOBsDB-BBtwBB-BB-BB-BBsBBgDBCB-BB-BB-BBeB-BB-BB61OB-BB-BB-DB9DB9DBQB7DBmCE9CBrDBPBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBrFB-EBOBnHB3FB-FCCBBBNBCBBCjIBjIBjIBgFBgFBgFBgFBgFBgFBgFBgFBgFBgFBgFBgFBgFBgFBgFBgFBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCB-BB-BB8kMB-BB6kMB-BB-BB-BB-BB-BB-BB-BB-BB-BBokMB-BB-BBkkMBkkMB-BB-BB-BB-BB-BB-BB-BB4jMB-BB-BB-BB-BB-BB-EB-EB-EB-EB-EB-EB-EB-EB-EB-EB-EB-EB-EB-EB-EB-EBCBBBCBoiMBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBJCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBeBCBBBCBBBCBBBCBBBCBBBCBBBCBBBdBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBCgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDL-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-C64CgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOCgmOGgmODg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FDg8FBg8FBg8FhVg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBQBQBQBQBQBQDPBPBPBPBPBPjkC7mMB5mMBnmMBjmMBCBlmMB3lMBpiMBk8kCBCBBG-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FD-7FB-7FB-7F6FoglCEsuHRwjlCyDCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCB0DBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBG1DD97OCCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBQBQBQBQBQBQBQBQBPBPBPBPBPBPBPBPBQBQBQBQBQBQDPBPBPBPBPBPDQBQBQBQBQBQBQBQBPBPBPBPBPBPBPBPBQBQBQBQBQBQBQBQBPBPBPBPBPBPBPBPBQBQBQBQBQBQDPBPBPBPBPBPEQCQCQCQCPCPCPCPBQBQBQBQBQBQBQBQBPBPBPBPBPBPBPBPB0EB0EBsFBsFBsFBsFBoGBoGBgIBgIBgHBgHB8HB8HDQBQBQBQBQBQBQBQBPBPBPBPBPBPBPBPBQBQBQBQBQBQBQBQBPBPBPBPBPBPBPBPBQBQBQBQBQBQBQBQBPBPBPBPBPBPBPBPBQBQCSFPBPBzEBzEBRCxnOFSFrFBrFBrFBrFBREQBQClkOFPBPBnGBnGFQBQCljOCODPBPB-GB-GBNHSF-HB-HB7HB7HBRqJ53OE9tQBrmQH4Bc3BSgBBgBBgBBgBBgBBgBBgBBgBBgBBgBBgBBgBBgBBgBBgBBgBBfBfBfBfBfBfBfBfBfBfBfBfBfBfBfBfECBByZ0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzB34BgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CBCBBBt-UBruHBt+UB1iVBviVBCBBBCBBBCBBB3hVB5-UB9hVB7hVCCBBCCBBI9jVB9jVBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBICBBBCBBECBBN-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOC-lOG-lOzoeCBBBCBBBCBBBCBBBCBBBCBl8kCBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBTCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBnECBBBCBBBCBBBCBBBCBBBCBBBCBBDCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBKCBBBCBBBnglCBCBBBCBBBCBBBCBBBCBBECBBBvyyCDCBBBCBBBgDCCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBn0yCB90yCB10yCBh0yCBn0yCCjxyCBzyyCBpxyCBg6BBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBB-CBl0yCBvjlCBCBBBCBBBt2yCBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBhkzCZCBB9a-5Bd-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCm6TCBB7gBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCH-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BmlBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvChDwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCFvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvC1DuCBuCBuCBuCBuCBuCBuCBuCBuCBuCBuCCuCBuCBuCBuCBuCBuCBuCBuCBuCBuCBuCBuCBuCBuCBuCCuCBuCBuCBuCBuCBuCBuCCuCBuCCtCBtCBtCBtCBtCBtCBtCBtCBtCBtCBtCCtCBtCBtCBtCBtCBtCBtCBtCBtCBtCBtCBtCBtCBtCBtCCtCBtCBtCBtCBtCBtCBtCCtCBtCk2BgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEO-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-D+CgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCL-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-B74CgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BhrVgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BhB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BD1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BtxekCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjC");
        return this._CASE_ORBIT;
      }
      static _Print = null;
      static get Print() {
        if (!this._Print) this._Print = new UnicodeRangeTable(decodeRanges("hB9CBjBLBCpWBDFBFGBCCCBSBCsMBClBBDxBBDCBC2BBJaBFFBSVBC-FBCvBBD6BBDkDBP6BBDwBBDOBCbBDCCBJBGfBIqCBCgFBCHBDBBDVBCGBCEEBCBDIBDBBDDBJFFBCCBDBDYBDCBCFBFBBDVBCGBCBBCBBCBBDCCBDBFBBDCBEIIBCBCIIBPBLCBCIBCCBCVBCGBCBBCEBDJBCCBCCBDQQBCBDLBIGBCCBCHBDBBDVBCGBCBBCEBDIBDBBDCBICBFBBCEBDRBLBBCFBECBCDBEBBCCCBEEBEEBBBELBFEBECBCDBDHHPUBGMBCCBCWBCPBDIBCCBCDBIBBCCBCBBDDBDJBIVBCCBCWBCJBCEBDIBCCBCDBIBBGCBCDBDJBCCBNMBCCBCyBBCCBCFBFPBDZBCCBCRBEXBCIBCDDBFBEFFBEBCCCBGBHJBDCBN5BBFcBmBBBCCCBDBCXBCCCBVBDEBCCCBFBCJBDDBhBnCBCjBBFmBBCjBBCOBCMBmBlGBCGGD4LBCDBDGBCCCBCBDoBBCDBDgBBCDBDGBCCCBCBDOBC4BBCDBDiCBDfBEZBH1CBDFBD-TBCbBE4CBIVBKXBKTBNMBCCBCBBN9CBDJBHJBHNBCKBH4CBIqBBGlCBLeBCLBFLBFEEBoBBDEBMrBBFZBHKBE9BBDgCBCcBDKBHJBHNBDtBBDLBVsCBClFBJ7BBEOBE9BBGqBBDKBJqBBG1QBDFBDlBBDFBDHBCGCBdBD0BBCOBCNBDFBCSBDCBCIBSXBJuBBSBBDaBCMBEhBBPgBBQrEBF5UBXKBWz4BBD9LBGsBBCGGD3BBIBBPXBKGBCGBCGBCGBCGBCGBCGBCGBC9DBjBZBC4CBN1GBbPBC+BBC1CBDmDBGqBBC9CBC1CBKvBBCszcBE2BBK7KBV3FBJ8GBV7BBEJBH3BBJlCBJLBHzDBMdBEtCBCKBFgBBC2BBKNBDJBDmDBZbBLFBDFBDFBKGBCGBC7BBF9DBDJBHj9KBNWBFwBBloItLBDpDBnBGBNEBGZBCEBCCCBCCBCCBoUBhBpBBHyBBCSBCDBFEBCmEBF9FBEFBDFBDFBDCBEGBCGBOBBDLBCZBCSBCBBCOBDNBjB6DBGCBFsBBE3CBCMBEwBwBBsBBjEcBEwBBQbBFjBBKdBGqBBGdBCkBBFNBrB9EBDJBHjBBFjBBFnBBJzBBMLBCOBCGBCBBCKBCOBCGBCBBEzBBN2JBKVBLHBZFBCpBBCIBmCFBDCCBqBBCBBEDDBVBCnCBJIBxBSBCBBGgBBEaBGaBnB3BBFTBDxBBCBBGHBCCBCcBDCBFJBIIBI-BBhBmBBFLBK1BBEcBDaBGZBIDBNGBxCoCB4ByBBOyBBItBBJJBHlBBEcBJBBxGeBCpBBCCBDBBRFBJIBiBtBBJpBBXZBnBbBVWBKtCBFjBBK9BBCEBOYBIJBH0BBCRBJmBBK-CBCTBMRBCuBB-BGBCCCBCBCOBCKBH6BBGJBHDBCHBDBBDVBCGBCBBCEBCJBDBBDCBDHHGGBDGBEEBMJBCDDClBBCJBCDDCDBCJBCBBJBBe7CBCEBfnCBJJBnF1BBDlBBjBkCBMJBHMBU5BBHJBHTBdaBDOBFWB6F7BBlDyCBNHBDDDBGBCBBCdBCBBDLBKJBnCHBDtBBDKBcnCBJyCBOoCBIJB3CHB5ChBBPJBHIBCsBBCNBLcBEfBDVBCNBqCGBCBBCrBBECCBCCBHBJJBHFBCBBCkBBCBBCFBIJBHrBBFJB3HYBIQBCoBBEcB2CQQBwBBO6cBnDuDBCEBMjGBtyCiDBOvhBBRVBL68DBGmSB61G5BBn2B4RBIeBCJBFwCBCJBHdBDFBLlCBLJBCGBCUBGSBxN5BBnG6CBGYBDYBtBqCBF4BBIQBhCEBMGBK1mHBqBfBiDyDB+vIDBCGBCBBCiJBQeeBBBDPPBCBJrMBloCqDBGMBEIBIJBDDBh7D8HBEzNBHWBQQBQtBBDWBKzDB9B1HBLmBBDpCBJvDBWlCB7DTBNTBN2CBKYBoE0CBCmCBCBBDDDBDDBCBCLBCCCBFBCgCBCDBDHBCGBCbBCDBCEBCEEBFBCzKBDjJBD9VBQEBCOBxiBeBHFB2GGBCQBDGBCBBCEBG9BBiBxDxDBrBBENBDJBFBBhKeBS5BBGxOxOBoBB3GqBBFhGhGBdBCVBJBBhHGBCDBCBBCOBCkGBDPBqBrCBFJBFBByYjCBtC8BBjGDBCaBCBBCDDCJBCDBCCCHFFCECBBBCBBCDDCICBCCDDBCGBCDBCDBCCCBIBCQBGCBCEBCQB1BBBvIrBBFjDBNOBDOBCOBCkBBLtFB5BcBOrBBFIBIBBPFB7E4eBEQBEMBE5GBHLBFQQBKBF3BBJJBHnBBJdBDLBFBBPIBoB3KBJNBDMBEKBE4BBCFFBOBDLBFJBIyEBCmDBmgB-2pBBhB9oEBDt0FBDwpHBQtTBjtC9QBjvBq6EBGppIBnkzVvHB", false));
        return this._Print;
      }
      static CATEGORIES = new LazyMap({
        C: () => new UnicodeRangeTable(decodeRanges("AfBgDgBBOrWrWBHHBCBICCVuMuMnBBBzBBBE4B4BBGBcDBHQBXhGhGxBBB8BBBmDNB8BBByBBBQddBCCMEBhBGBsCiFiFJBBDBBXIICCBFBBKBBDBBFHBCDBDGGBaaBEEHDBDBBXIIDGDBCCGDBDBBECBCGBFCCBFBSJBEKKEXXIDDGBBLIEBCCBNBFBBNGBIEEJBBDBBXIIDGGBKKBDDBEEBFBEDBDGGBTTBIBDHHBBBEFFBBBDCCDCBDCBECBNDBGCBEFFBCCBEBCNBWEBOEEYRRBKKEFFBFBDEEDBBFBBLGBXEEYLLGBBKEEFGBDEBEFFBLLELBOEE0BEEHDBRBBbEETCBZKKCBBICBCDBHCCJFBLBBELB7BDBekBBDCCGZZCYYBGGCIILBBFfBpClBlBBCBoBlBlBQOOBjBBnGCCBDBCBB6LFFBIICFFBqBqBFBBiBFFBIICFFBQQ6BFFBkCkCBhBhBBBBbFB3CBBHBB+UCB6CGBXIBZIBVLBOEEDLB-CBBLFBLFBPMMBEB6CGBsBEBnCJBgBNNBCBNDBCCBrBBBGKBtBDBbFBMCB-BBBiCeeBMMBEBLFBPBBvBBBNTBuCnFnFBGB9BCBQCB-BEBsBBBMHBsBEB3QBBHBBnBBBHBBJGCgBBB2BQQPBBHUUBEEKMMBDBbEByBPBDBBcOOBBBjBNBiBOBtEDB7UVBMUB14BBB-LEBuBCCBDBCBB5BGBDNBZIBI4BI-DhBBb6C6CBKB3GZBxC3C3CBoDoDBDBsB-C-C3CIBxBuzcuzcBBB4BIB9KTB5FHB+GTB9BCBLFB5BHBnCHBNFB1DKBfCBvCMMBCBiB4B4BBHBPBBLBBoDXBdJBHBBHBBHIBIII9BDB-DBBLFBl9KLBYDByBjoIBvLBBrDlBBILBGEBbGGCGDrUfBrBFB0BUUFDBGoEoEBCB-FCBHBBHBBHBBECBIIIBLBDBBNbbUDDQBBPhBB8DEBEDBuBCB5COOBBBCuBBvBhEBeCByBOBdDBlBIBfEBsBEBfmBmBBCBPpBB-EBBLFBlBDBlBDBpBHB1BKBNQQIDDMQQIDDBBB1BLB4JIBXJBJXBHrBrBKkCBHBBCtBtBDCBCBBYpCpCBGBKvBBUDDBDBiBCBcEBclBB5BDBVBBzBDDBDBJEEeBBEDBLGBKGBhCfBoBDBNIB3BCBeBBcEBbGBFLBIvCBqC2BB0BMB0BGBvBHBLFBnBCBeHBDvGBgBrBrBEBBDPBHHBKgBBvBHBrBVBblBBdTBYIBvCDBlBIB-BGGBLBaGBLFB2BTTBGBoBIBhDVVBJBTwBwBB8BBICCFQQMFB8BEBLFBFJJBDDBXXIDDGLLBDDBEEBCCBEBCEBIBBICBGKBLCCBCCnBLLCBBCFFLDDBGBDcB9CGGBcBpCHBLlFB3BBBnBhBBmCKBLFBOSB7BFBLFBVbBcBBQDBY4FB9BjDB0CLBJBBCBBJDDfDDBNNBHBLlCBJBBvBBBMaBpCHB0CMBqCGBL1CBJ3CBjBNBLFBKuBuBPJBeCBhBBBXPPBnCBIDDtBCBCDDKHBLFBHDDmBDDHGBLFBtBDBL1HBaGBSqBqBBBBe0CBCOBzBMB8clDBwDGGBJBlGryCBkDMBxhBPBXJB88DEBoS41GB7Bl2BB6RGBgBLLBCByCLLBEBfBBHJBnCJBLIIWEBUvNB7BlGB8CEBaBBarBBsCDB6BGBS-BBGKBIIB3mHoBBhBgDB0D8vIBFIIDkJkJBNBCcBEBBCNBFHBtMjoCBsDEBOCBKGBLBBF-6DB+HCB1NFBYOBSOBvBBBYIB1D7BB3HJBoBBBrCHBxDUBnC5DBVLBVLB4CIBamEB2CoCoCDBBCBBDBBFNNCIIiCFFBJJIddFGGCCBI1K1KBlJlJB-V-VBNBGQQBuiBBgBFBH0GBISSBIIDGGBDB-BgBBCvDBuBCBPBBLDBD-JBgBQB7BEBCvOBrB1GBsBDBC-FBgBXXBGBD-GBIFFDQQmGBBRoBBtCDBLDBDwYBlCrCB+BhGBFccDCCBCCLFFCCCBEBCDBCECEDDCBBCICDCCBFFIKFCLLSEBEGGSzBBDtIBtBDBlDLBQBBQQQmBJBvF3BBeMBtBDBKGBDNBH5EB6eCBSCBOCB7GFBNDBCOBNDB5BHBLFBpBHBfBBNDBDNBKmBB5KHBPBBOCBMCB6BCCBCBRBBNDBLGB0EoDoDBjgBBh3pBfB-oEBBv0FBBypHOBvThtCB-QhvBBs6EEBrpIlkzVBxHvw-FB", false)),
        Cc: () => new UnicodeRangeTable(decodeRanges("AfgDgB", true)),
        Cf: () => new UnicodeRangeTable(decodeRanges("tFzqBzqBBEBXhGhGyBhMhMBxCxCs5D9-B9-BBDBbEByBEBCJBw03B6H6HBBBimEQQj7IPBhjiBDBwmFHBn0rYffB+CB", false)),
        Cn: () => new UnicodeRangeTable(decodeRanges("4bBBHDBICCVuMuMnBBBzBBBE4B4BBGBcDBHKBvI9B9BBmDmDBMB8BBByBBBQddBCCMEBjBEBuHJJBDDBXXICCBBBFBBKBBDBBFHBCDBDGGBaaBEEHDBDBBXIIDGDBCCGDBDBBECBCGBFCCBFBSJBEKKEXXIDDGBBLIEBCCBNBFBBNGBIEEJBBDBBXIIDGGBKKBDDBEEBFBEDBDGGBTTBIBDHHBBBEFFBBBDCCDCBDCBECBNDBGCBEFFBCCBEBCNBWEBOEEYRRBKKEFFBFBDEEDBBFBBLGBXEEYLLGBBKEEFGBDEBEFFBLLELBOEE0BEEHDBRBBbEETCBZKKCBBICBCDBHCCJFBLBBELB7BDBekBBDCCGZZCYYBGGCIILBBFfBpClBlBBCBoBlBlBQOOBjBBnGCCBDBCBB6LFFBIICFFBqBqBFBBiBFFBIICFFBQQ6BFFBkCkCBhBhBBBBbFB3CBBHBB+UCB6CGBXIBZIBVLBOEEDLB-CBBLFBLFBbFB6CGBsBEBnCJBgBNNBCBNDBCCBrBBBGKBtBDBbFBMCB-BBBiCeeBMMBEBLFBPBBvBBBNTBuCnFnFBGB9BCBQCB-BEBsBBBMHBsBEB3QBBHBBnBBBHBBJGCgBBB2BQQPBBHUUBEEKmDmDNBBcOOBBBjBNBiBOBtEDB7UVBMUB14BBB-LEBuBCCBDBCBB5BGBDNBZIBI4BI-DhBBb6C6CBKB3GZBxC3C3CBoDoDBDBsB-C-C3CIBxBuzcuzcBBB4BIB9KTB5FHB+GTB9BCBLFB5BHBnCHBNFB1DKBfCBvCMMBCBiB4B4BBHBPBBLBBoDXBdJBHBBHBBHIBIII9BDB-DBBLFBl9KLBYDByBDBvzIBBrDlBBILBGEBbGGCGDrUfBrBFB0BUUFDBGoEoEBCC-FCBHBBHBBHBBECBIIIBIBGBBNbbUDDQBBPhBB8DEBEDBuBCB5COOBBBCuBBvBhEBeCByBOBdDBlBIBfEBsBEBfmBmBBCBPpBB-EBBLFBlBDBlBDBpBHB1BKBNQQIDDMQQIDDBBB1BLB4JIBXJBJXBHrBrBKkCBHBBCtBtBDCBCBBYpCpCBGBKvBBUDDBDBiBCBcEBclBB5BDBVBBzBDDBDBJEEeBBEDBLGBKGBhCfBoBDBNIB3BCBeBBcEBbGBFLBIvCBqC2BB0BMB0BGBvBHBLFBnBCBeHBDvGBgBrBrBEBBDPBHHBKgBBvBHBrBVBblBBdTBYIBvCDBlBIBlCJBCBBaGBLFB2BTTBGBoBIBhDVVBJBTwBwBB8BBICCFQQMFB8BEBLFBFJJBDDBXXIDDGLLBDDBEEBCCBEBCEBIBBICBGKBLCCBCCnBLLCBBCFFLDDBGBDcB9CGGBcBpCHBLlFB3BBBnBhBBmCKBLFBOSB7BFBLFBVbBcBBQDBY4FB9BjDB0CLBJBBCBBJDDfDDBNNBHBLlCBJBBvBBBMaBpCHB0CMBqCGBL1CBJ3CBjBNBLFBKuBuBPJBeCBhBBBXPPBnCBIDDtBCBCDDKHBLFBHDDmBDDHGBLFBtBDBL1HBaGBSqBqBBBBe0CBCOBzBMB8clDBwDGGBJBlGryCBkDMB3iBJB88DEBoS41GB7Bl2BB6RGBgBLLBCByCLLBEBfBBHJBnCJBLIIWEBUvNB7BlGB8CEBaBBarBBsCDB6BGBS-BBGKBIIB3mHoBBhBgDB0D8vIBFIIDkJkJBNBCcBEBBCNBFHBtMjoCBsDEBOCBKGBLBBJ76DB+HCB1NFBYOBSOBvBBBYIB1D7BB3HJBoBBBjGUBnC5DBVLBVLB4CIBamEB2CoCoCDBBCBBDBBFNNCIIiCFFBJJIddFGGCCBI1K1KBlJlJB-V-VBNBGQQBuiBBgBFBH0GBISSBIIDGGBDB-BgBBCvDBuBCBPBBLDBD-JBgBQB7BEBCvOBrB1GBsBDBC-FBgBXXBGBD-GBIFFDQQmGBBRoBBtCDBLDBDwYBlCrCB+BhGBFccDCCBCCLFFCCCBEBCDBCECEDDCBBCICDCCBFFIKFCLLSEBEGGSzBBDtIBtBDBlDLBQBBQQQmBJBvF3BBeMBtBDBKGBDNBH5EB6eCBSCBOCB7GFBNDBCOBNDB5BHBLFBpBHBfBBNDBDNBKmBB5KHBPBBOCBMCB6BCCBCBRBBNDBLGB0EoDoDBjgBBh3pBfB-oEBBv0FBBypHOBvThtCB-QhvBBs6EEBrpIm8yVBCdBhD-DBxHvw-BB---BBB---BBB", false)),
        Co: () => new UnicodeRangeTable(decodeRanges("gg4B-nGh4hc9--BD9--B", true)),
        Cs: () => new UnicodeRangeTable(decodeRanges("gg2B--B", true)),
        L: () => new UnicodeRangeTable(decodeRanges("hCZBHZBwBLLFGGBVBCeBCpOBFLBPEBICCiEEBCBBDDBCHHCCBCCCBSBCyCBCqEBJlFBClBBDHHBnBBoCaBFDBuBqBBkBBBCiDBCQQBIIBLLBBBDRRCdBe4CBMZZBfBKBBFGGBUBFKKEYYBXBIKBGXBCGBRpBB7B1BBETTIJBQPBFHBDBBDVBCGBCEEBCBERROBBCCBPBBLJJBEBFBBDVBCGBCBBCBBCBBgBDBCUUBBBRIBCCBCVBCGBCBBCEBETTQBBYMMBGBDBBDVBCGBCBBCEBEffBCCBBBQSSCFBECBCDBEBBCCCBEEBEEBBBELBX1B1BBGBCCBCWBCPBEbbBBBCBBDBBfFFBGBCCBCWBCJBCEBEffBBBCBBQBBSIBCCBCoBBDRRGCBJCBZFBGRBEXBCIBCDDBFB7BvBBCBBNGB7BBBCCCBDBCXBCCCBIBCBBKDDBDBCWWBCBhBgCgCBGBCjBBcEB0DqBBVRRBEBFDBEEEBIIBBBFMBNSSBkBBCGGDqBBCsKBCDBDGBCCCBCBDoBBCDBDgBBCDBDGBCCCBCBDOBC4BBCDBDiCBmBPBR1CBDFBErTBDQBCZBGqCBHHBIRBOSBPRBPMBCCBQzBBkBFFkC4CBIEBDhBBCGGBkCBLeByBdBDEBMrBBFZB3BWBK0BBzC+C+CBtBBSHB3BdBOBBLrBBbjBBqBCBLjBBDKBGqBBDCBqBDBCFBCBBEGGB+FBhC1IBDFBDlBBDFBDHBCGCBdBD0BBCGBCEEBBBCGBEDBDFBFMBGCBCGB1DOORMBmDFFDJBCEEBDBHGCBCBCKBDDBGEBF1B1BB8zC8zCBjHBHDBEBBNlBBCGGD3BBIRRBVBKGBCGBCGBCGBCGBCGBCGBCGBxC2O2OBrBrBBDBGBBF1CBHCBC5CBCDBGqBBC9CBSfBxBPBhQ-tGBhCs0VBkCtBBDsIBEPBLBBVuBBReBDlCByBIBDmDBDxCBVQBCCBCDBCWBezBBPxBB-BFBECCBMMBaBLWBacBIuBBdRRBDBCJBLEBCoBBYCBCHBVWBEEEBwBBCEEBDDBDBDCCZCBDKBICBNFBDFBDFBKGBCGBCqBBCNBHyDBej9KBNWBFwBBloItLBDpDBnBGBNEBGCCBIBCMBCEBCCCBCCBCCBqDBiBqLBT-BBD1BBpBLB1DEBCmEBlBZBHZBM4CBEFBDFBDFBDCBkBLBCZBCSBCBBCOBDNBjB6DBmMcBEwBBwBfBOTBCHBHlBBLdBDjBBFHBxB9EBTjBBFjBBFnBBJzBBNKBCOBCGBCBBCKBCOBCGBCBBEzBBN2JBKVBLHBZFBCpBBCIBmCFBDCCBqBBCBBEDDBVBLWBKeBiCSBCBBLVBLZBHZBnB3BBHBBhCQQBCBCCBCcBrBcBEcBkBHBCbBc1BBLVBLSBORBvDoCB4ByBBOyBBOjBBnBbBKWB7HpBBHBBRFB5BcBLJJBUBrBRBvBUBcWBN0BB6BBBDOOBrBBhBYBbjBBeDDJiBBENNBuBBPDBWCCkBRBCYBUBBgCGBCCCBCBCOBCJBIuBBnBHBDBBDVBCGBCBBCEBETTNEBfJBCDDClBBCaaCtBtBBzBBTDBVCBfvBBVBBC5F5FBtBBqBDBlBvBBV8B8BBpBBOoCoCBZBmBGB6FrBB1D-BBgBHBDDDBGBCBBCXBQCC-CHBDmBBRCCdLLBmBBIWWMtBBUTTBnCBoGgBBgBIBCkBBSyByBBcBxDGBCBBClBBWaaBEBCBBCfBPYYBqBBlISBQCCBLBChBB9DwCwCB4cBnHjGBtyCgDBQvhBBSFBa68DBGmSB61GdBj3B4RBIeBSuCBSdBTvBBRDBgBUBGSBxNsBB0G-BBhBYBDYBtBqCBGjCjCBLBhCBBCPPBNNB0mHBqBfBiDyDB+vIDBCGBCBBCiJBQeeBBBDPPBCBJrMBloCqDBGMBEIBIJBn7F0CBCmCBCBBDDDBDDBCBCLBCCCBFBCgCBCDBDHBCGBCbBCDBCEBCEEBFBCzKBDYBCYBCeBCYBCeBCYBCeBCYBCeBCYBCHB15BeBHFBmI9BBzEsBBLGBRiKiKBcBTrBBlPbBlHdBDwGwGBdBCCBCBBCGBDEBKBBhHGBCDBCBBCOBCkGB8BjCBI1lB1lBBCBCaBCBBCDDCJBCDBCCCHFFCECBBBCBBCDDCICBCCDDBCGBCDBCDBCCCBIBCQBGCBCEBCQBlqE-2pBBhB9oEBDt0FBDwpHBQtTBjtC9QBjvBq6EBGppIB", false)),
        LC: () => new UnicodeRangeTable(decodeRanges("hCZBHZB7BLLBVBCeBCiGBCDBFvGBDZBhGDBDBBECBCHHCCBCCCBSBCyCBCqEBJlFBClBBKoBB44ClBBCGGDqBBDCBhV1CBDFBjkCKBGqBBDCBhCrBBgCMBChBBmD1IBDFBDlBBDFBDHBCGCBdBD0BBCGBCEEBBBCGBEDBDFBFMBGCBCGBmIFFDJBCEEBDBHGCBCBCFBFDDBCBGEBF1B1BB8zC8zCB6DBDmDBHDBEBBNlBBCGGzoetBBTbBnEtCBCWBEDBCsCBZBBE2Z2ZBpBBGIBIvCBh6TGBNEBqgBZBHZBmlBvCBhDjBBFjBB1DKBCOBCGBCBBCKBCOBCGBCBBk2ByBBOyBB+CVBLVB74C-BBhrV-BBhBYBDYBtpZ0CBCmCBCBBDDDBDDBCBCLBCCCBFBCgCBCDBDHBCGBCbBCDBCEBCEEBFBCzKBDYBCYBCeBCYBCeBCYBCeBCYBCeBCYBCHB15BJBCTBHFB2uCjCB", false)),
        Ll: () => new UnicodeRangeTable(decodeRanges("hDZB7BqBqBBWBCHBC2BCBQCBuBCDECBBBDCCDEEBFFDEEBBBDDDCCCDCCBCCDEECDDBDDBBBHGDCOCBSCBDDCEEC4BCBFBDDDBCCFICBjCBDZBiGCCEEEBBBTccBhBBCBBECBCWCBDBCGDB0B0BBuBBCgBCK0BCDMCBgDCxBoBBo6CqBBDCB5XFBjkCIBC2D2DBqBBgCMBChBBnD0ECBHBCgDCBHBJFBLHBJHBJFBLHBJHBJNBDHBJHBJHBJEBCBBHEEBBBCBBJDBDBBJHBLCBCBBzIEEBEEcKFDBBJDBF2B2Bs1CvBBCEEBGCFCCBCCBEBGiDCBIICFFNlBBCGG0oesBCUaCoEMCBBBC+BCBGBCCCDICFCCDCCBBBCSCGGGCMCFCCDOCbEE2ZqBBGIBIvCBh6TGBNEBqhBZBumBnBBpEjBB8EKBCOBCGBCBBk4ByBB+DVB75CfBhsVfB8BYBnqZZBbGBCRBbZBbDBCCCBFBCKBbZBbZBbZBbZBbZBbZBbZBbZBbbBdYBCFBbYBCFBbYBCFBbYBCFBbYBCFBC15B15BBIBCTBHFB4vChBB", false)),
        Lm: () => new UnicodeRangeTable(decodeRanges("wVRBFLBPEBICCmEGG-OnHnHlFBBuIBBFgBgBKEEhFoFoF1mBgEgE2R72B72BsDkTkTxOFBvF+BBOjBjBBjBByVOORMBg-CBByHgGgG2OsBsBBDBGiDiDB+C+CBBB34bjnBjnBBEBvIzDzDdBB6DIBxCYYpDDBEBB2OXXqEtDtDWBBoDDBKngVngVuBBBh-BFBCpBBCIB0sBhBhB2K04D04DnrTDB9PCBpBBBnRMBhCBBCPPB9-P9-PBCBCGBCBByhM9BBqGGBud0Q0QsSAB", false)),
        Lo: () => new UnicodeRangeTable(decodeRanges("qFQQhIFFBCBxGBB7ZaBFDBuBfBCJBkBBBCiDBCZZBLLBBBDRRCdBe4CBMZZBfBWVBrBYBIKBGXBCGBRoBB8B1BBETTIJBROBFHBDBBDVBCGBCEEBCBERROBBCCBPBBLJJBEBFBBDVBCGBCBBCBBCBBgBDBCUUBBBRIBCCBCVBCGBCBBCEBETTQBBYMMBGBDBBDVBCGBCBBCEBEffBCCBBBQSSCFBECBCDBEBBCCCBEEBEEBBBELBX1B1BBGBCCBCWBCPBEbbBBBCBBDBBfFFBGBCCBCWBCJBCEBEffBBBCBBQBBSIBCCBCoBBDRRGCBJCBZFBGRBEXBCIBCDDBFB7BvBBCBBNFB8BBBCCCBDBCXBCCCBIBCBBKDDBDBYDBhBgCgCBGBCjBBcEB0DqBBVRRBEBFDBEEEBIIBBBFMBNyDyDBnKBCDBDGBCCCBCBDoBBCDBDgBBCDBDGBCCCBCBDOBC4BBCDBDiCBmBPByDrTBDQBCZBGqCBHHBIRBOSBPRBPMBCCBQzBBpBkCkCBhBBC0BBIEBDhBBCGGBkCBLeByBdBDEBMrBBFZB3BWBK0BBxFuBBSHB3BdBOBBLrBBbjBBqBCBLdByDDBCFBCBBE7hB7hBBCB4-C3BBZWBKGBCGBCGBCGBCGBCGBCGBCGBoR2B2BF1CBJCCB4CBFGGBpBBC9CBSfBxBPBhQ-tGBhC0wUBC2jBBkCnBBJrIBFPBLBBjCyByBBkCBqFoDoDEGBCCBCDBCWBezBBPxBB-BFBECCBMMBaBLWBacBIuBBuBEBDIBLEBCoBBYCBCHBVPBCFBEEEBwBBCEEBDDBDBDCCZBBEKBIPPBEBDFBDFBKGBCGByEiBBej9KBNWBFwBBloItLBDpDBkCCCBIBCMBCEBCCCBCCBCCBqDBiBqLBT-BBD1BBpBLB1DEBCmEBqDJBCsBBDeBEFBDFBDFBDCBkBLBCZBCSBCBBCOBDNBjB6DBmMcBEwBBwBfBOTBCHBHlBBLdBDjBBFHBhEtCBjDnBBJzBB9CzBBN2JBKVBLHB5EFBDCCBqBBCBBEDDBVBLWBKeBiCSBCBBLVBLZBHZBnB3BBHBBhCQQBCBCCBCcBrBcBEcBkBHBCbBc1BBLVBLSBORBvDoCB4FjBBnBDBCxJxJBoBBHBBRCBCBB5BcBLJJBUBrBRBvBUBcWBN0BB6BBBDOOBrBBhBYBbjBBeDDJiBBENNBuBBPDBWCCkBRBCYBUBBgCGBCCCBCBCOBCJBIuBBnBHBDBBDVBCGBCBBCEBETTNEBfJBCDDClBBCaaCtBtBBzBBTDBVCBfvBBVBBC5F5FBtBBqBDBlBvBBV8B8BBpBBOoCoCBZBmBGB6FrBB0GHBDDDBGBCBBCXBQCC-CHBDmBBRCCdLLBmBBIWWMtBBUTTBnCBoGgBBgBIBCkBBSyByBBcBxDGBCBBClBBWaaBEBCBBCfBPYYBnBBCBBlISBQCCBLBChBB9DwCwCB4cBnHjGBtyCgDBQvhBBSFBa68DBGmSB61GdBj3B4RBIeBSuCBSdBTvBB0BUBGSB0NnBB2MqCBGwFwFB0mHBqBfBiDyDBuwIiJBQeeBBBDPPBCBJrMBloCqDBGMBEIBIJBxzI2P2PBrBBiBiKiKBcBTrBBlPaBmHdBDwGwGBdBCCBCBBCGBDEBKiHiHBFBCDBCBBCOBCkGB8pBDBCaBCBBCDDCJBCDBCCCHFFCECBBBCBBCDDCICBCCDDBCGBCDBCDBCCCBIBCQBGCBCEBCQBlqE-2pBBhB9oEBDt0FBDwpHBQtTBjtC9QBjvBq6EBGppIB", false)),
        Lt: () => new UnicodeRangeTable(decodeRanges("lOGDnB2sH2sHBGBJHBJHBNQQwBAB", false)),
        Lu: () => new UnicodeRangeTable(decodeRanges("hCZBmDWBCGBiB2BCDOCDuBCBECEBBCCCBCCBBBDDBCBBCCBEBBCBBCECBCCDCCBCCBBBCCCBEEIJDCMCDQCDDDCCBC4BCIBBCBBDCCBCBCGCiJCCEJJHCCBBBCCCBCCBPBCIBkBDDBBBEWCGDDCBBDyBBxBgBCK2BCBMCD+CCDlBBq6ClBBCGGzW1CB0kCHHBpBBDCBhK0ECKgDCKHBJFBLHBJHBJFBMGCJHBpCDBNDBNDBNEBMDBnIFFECBDCBDEEBDBHGCBCBDDBLBBG+B+B9zCvBBxBCCBBBDGCBCBCDDJCBCgDCJCCFuqeuqeCqBCUaCoEMCE8BCLECBICFCCDCCEUCBDBCEBCOCBCBCCCBQCZs5Vs5VBYBmmBnBBpEjBB9EKBCOBCGBCBBr3ByBB+EVB75CfBhsVfBhCYBoqZZBbZBbZBbCCBGDBDDBCBCHBbZBbBBCDBDHBCGBcBBCDBCEBCEEBFBcZBbZBbZBbZBbZBbZBfYBiBYBiBYBiBYBiBYBiB2pE2pEBgBB", false)),
        M: () => new UnicodeRangeTable(decodeRanges("gYvDB0IGBoIsBBCCCBCCBCCpCKBxBUBRmDmDBFBDFBDBBCDBkBffBZB8CKB7BIBKZZBCBCIBCCBCEBsBCB8BIBrBXBCgBB3BCBCRBCGBLBBeCB5BCCBFBDBBDCBKLLBbbDCB5BCCBDBFBBDCBEffBEEMCB5BCCBGBCCBCCBVBBXFBCCB5BCCBFBDBBDCBICBLBBf8B8BBDBECBCDBKpBpBBDB4BCCBFBCCBCDBIBBMBBeCB5BCCBFBCCBCDBIBBMBBQNNBCB4BBBCGBCCBCDBKLLBeeBBBnCFFBEBCCCBGBTBB+BDDBFBNHBjDDDBHBMGBqCBBcECFBByBTBCBBGKBCjBBKlDlDBSBYDBFCBCCBDGBEDBOLBCLLBCBgWCBzdDBdCBeBBfBBhCfBKuBuBBBBC2D2DBjBjB3DLBFLB8GEB6BJBCcBDxBxBBsBBDLBVEBwBQBnBIBNCBfMB5BNBxBTB5ECBCUBFHHDCBnG-BBxWgBB--CCBuEhDhDBeBrRFBqDBB1udDBCJBhBBBxCBBxIEEFYYBDBF0C0CBzBzBBQBbRBOnBnBBGBaMBtBDBwBNBlBkCkCBMBNJJBuBuBBBBzBCCBBBDBBGBBCqBqBBDBGBBtHHBCBBx5TiXiXBOBRPBuejHjH2EEBn0BCBCBBGDBpBCBFmFmFB+R+RBCBiCEB+JBBuCFBnCKByBDB7DCB2BOBqBDDBLLBCBuBKBI+B+BBBBlBNBRBBtBNNBBBxBNBJDBCBB9CLBHDD+ELBWDB4BBBCGBDBBDCBKLLBDDBFBEEBkCIBCDDCDBCEBCPPBzCzCBQBYyCyCBSBsHGBDIBcBBzCQBrDMBmDOBhIOB2HFBCBBDDBCCCBuEuEBFBDGBEddBIBpBGBCDBJKKBJBvBPBnGHBoGHBCHBzCVBCNB7DFBECCBCCBFBCjCjCBDBCBBCEB8KDBKBBCxBxBBFBEEBYmnFmnFHOBpmLRBhuCEB8BGB5gBCCB1BBIDByCMMBslTslTBizEizEBsBBDWB-QEBEFBJHBDGBfDB1ECB89B2BBFxBBJPPXEBCOBxqBGBCQBDGBCBBCEBlDhFhFBFB4L+B+BBCB9PDB-HBB0HDDIBBG7O7OBFBuDGB29lYvHB", false)),
        Mc: () => new UnicodeRangeTable(decodeRanges("joC4B4BDCBJDBCBBzBBB7BCBHBBDBBLsBsB7BCBjC7B7BBBBJCCB2B2BB7B7BCHHBDDBLLnDBBCBBECBCCBLqBqBBBB+BDB+BBB7BCCBDBDBBCBBKBBdPPB7B7BBBBGCBCCBLrBrBBsCsCBBBHHBTBBrKBBgCsFsFBFFHDDBaaBLLBBBDGBWBBDFBDLLBBB5zBffiEIIBGBCBB7KDBDCBFBBCFBhHBB7BCCKCCBJJBEByExBxBGCCBDBCBB+BffFBBD9B9BDCBCEEBxBxBBGBJBBsFWW35EBB0-dBBD5C5CBzBzBBOBvEBBwBxBxBBFFBDDBBBvDBBDBBZuBuBCuDuDDBBGuHuHBCCBCCBCC0gZCCgEuBuBBBBFBB0DZZB8B8BxBCBKBBO+C+CBBBEBBCrFrFBBBgBBB7BBBCDBDBBDCBKLLB1C1CBBBIDDCDBCBBCmDmDBBBJBBErDrDBBBHCCBCBDuHuHBBBHDBDyDyDBBBJBBCuDuDCBBHoDoDCBBFmImIBBBK4H4HBEBCBBFDDCvEvEBBBJDBF1C1CeBB-BqGqGECCoGPPrDIID2G2GBDBFBBC-K-KBNNxBBBJBBCpvQpvQBBBlxD2BBpDBB0rYBBHFB", false)),
        Me: () => new UnicodeRangeTable(decodeRanges("okBBB1xF-wB-wBBCBCCBsshBCB", false)),
        Mn: () => new UnicodeRangeTable(decodeRanges("gYvDB0IEBqIsBBCCCBCCBCCpCKBxBUBRmDmDBFBDFBDBBCDBkBffBZB8CKB7BIBKZZBCBCIBCCBCEBsBCB8BIBrBXBCfB4BCCFHBFEEBFBLBBe7B7BFDBJVVBbbDBB6BFFBFFBDDBBBEffBEEMBB6BFFBDBCBBFVVBXXBEBC7B7BDCCBCBJIIBMMBff+BNNzBEE4BCCBBBGCBCDBIBBMBBe7B7BDHHGBBVBBdBB6BBBFDBJVVBeepCIIBBBC7C7CDGBNHBjDDDBHBMGBqCBBcEC4BNBCEBCBBGKBCjBBKnDnDBCBCFBCBBDBBaBBFCBRDBODDBHHQgWgWBBBzdCBeBBfBBfBBhCBBCGBJDDBJBKuBuBBBBC2D2DBjBjB3DCBFBBKHHBBB8GBBD7B7BCGBCCCDHBHJBDxBxBBMBCeBDLBVDBxBCCBDBCGGpBIBNBBhBDBDBBCCB5BCCBEECCB7BHBDBB5ECBCMBCGBFHHEBBnG-BBxWMBFEEBKB--CCBuEhDhDBeBrRDBsDBB1udFFBIBhBBBxCBBxIEEFaaBGG4EBBbRBOnBnBBGBaKBvBCBxBDDBCBDBBoBkCkCBEBDBBDBBNJJwB0B0BCCBDBBGBBCrBrBBJJvHDDFx5Tx5TiXPBRPBuejHjH2EEBn0BCBCBBGDBpBCBFmFmFB+R+RBCBiCEB+JBBuCFBnCKByBDB8D3B3BBNBqBDDBLLBBByBDBDBBI+B+BBBBlBEBCHB-BNNB1B1BBHBLDBDgDgDBBBDCCBHHD+E+EEHBWBB6BBBEmBmBBFBEEBnCFBOECPBB2CHBDCBCYY1CFBCFFBCCBvHvHBCBHBBCBBcBB2CHBDCCBrDrDCDDBEBCmDmDCDDBCBCEBkIIBCBBhIBBCFFxEDBDBBFhBhBBIBpBFBDDBJKKBEBDCBvBMBCBBnGCCBBBCqGqGBFBCFBCzCzCBUBDGBCBBCBB7DFBECCBCCBFBCpCpCBEEC8K8KBMMB1B1BBDBGCCYmnFmnFHOBpmLLBECBhuCEB8BGB5gBgCgCBCByC5lT5lTBizEizEBsBBDWBhRCBSHBDGBfDB1ECB89B2BBFxBBJPPXEBCOBxqBGBCQBDGBCBBCEBlDhFhFBFB4L+B+BBCB9PDB-HBB0HDDIBBG7O7OBFBuDGB29lYvHB", false)),
        N: () => new UnicodeRangeTable(decodeRanges("wBJB5DBBGDDBBBitBJBnEJBnGJB9MJB3DJBFFBtDJB3DJB3DJBDFBvDMB0DJBJGBoDJBpDGBISBuDJBhDJB3DJBnCTBtIJBnCJBwWTBybCBwHJBHJBXJBtJJBhEKBmFJBHJB3FJB3CJBnEJBHJB3gBEEBEBHJBnGyBBDEB3W7BBvCVB3TdBqrBqYqYaIBPCB4KDBrEJBfHBCOBhBJBoBOBh7cJB9FJBhKFB7EJBnBJBnGJBXJB3CJB3MJB34UJBuPsBBN4BBSBB2KaBlBDBeJJnEEBrGJBvdHBaGBoBIBsCEBXFBhFBBDPBDtBBhCIB1BBBfCBsCEBpDHBZHBqBGBrKFBxBJBHJB3IeB-EJBrBDBxDGBnEdBhEJB9BJBxEJBITB8HJB3KJB3DJB3LJBnDJBHTBtCLBlNSB+CJB3UJB3CcBkHJBnCJB3BJBnLJBnDUBshBuDBimPJBnpCJB3CJBnEJBCGBvQJBnIWB+KCB6nXJBnuBTBNTBtDYB2iBxBBhqCJBnNJB3PJB4HJBtWIBhEJB4Y6BBCCBCDBtCsBBCOBjeMBk3CJB", false)),
        Nd: () => new UnicodeRangeTable(decodeRanges("wBJnxBJnEJnGJ9MJ3DJ3DJ3DJ3DJ3DJ3DJ3DJ3DJ3DJhDJ3DJnCJ3IJnCJn6BJnBJtJJhEJnFJHJ3FJ3CJnEJHJnuiBJnVJnBJnGJXJ3CJ3MJ34UJnsBJnkCJHJ9YJhEJ9BJxEJ3IJ3KJ3DJ3LJnDJHTtCJnNJnDJ3UJ3CJ3HJnCJ3BJnLJ3uQJnpCJ3CJnEJ3QJ37XJ12CxBhqCJnNJ3PJ4HJ2aJ30EJ", true)),
        Nl: () => new UnicodeRangeTable(decodeRanges("u3FCBwzCiBBDDB-zDaaBHBPCBs1dJBxyW0BBtOJJnEEBrhIuDBm8SCB", false)),
        No: () => new UnicodeRangeTable(decodeRanges("yFBBGDDBBB2pCFB5LFB5DCBmEGB6GGBSIByNJB2hBTB0jBJBhP20B20BEFBHJBnGPBqB3W3WB6BBvCVB3TdBqrB1kB1kBBCBrEJBfHBCOBhBJBoBOBxrdFBymWsBBiCDBSBB2KaBlBDB1pBHBaGBoBIBsCEBXFBhFBBDPBDtBBhCIB1BBBfCBsCEBpDHBZHBqBGBrKFBhLeB-EJBrBDBxDGBnETB8LTBmqBBBvNIBobSB0aUBn8SGB-YWBqhZTBNTBtDYBvqFIBid6BBCCBCDBtCsBBCOBjeMB", false)),
        P: () => new UnicodeRangeTable(decodeRanges("hBCBCFBCDBLBBEBBbCBCccCkBkBGEELBBEEE-VJJzOFBqBBB0BCCDDDtBBBVBBCBBOCCBBBrCDBnDsBsBBMBqHCB3BOBgBmImIBLLtE5D5D6DnMnMNwLwL7CLLBpFpFBNBCmBmBBCBoCrCrCBDBFBBwDFBsFlTlTBHB4EuTuTtBBBvCCBoCBB+ECBCCBmBKB6JBB5GBBhEGBCFBhFBBLGBdCB9DDB8BEB-BBBhCHBM9Z9ZBWBJTBCMBCLBfBBPBB6TDBeBB+hBNBwCBBgBJB0MVBgCDBhBBB8XDBCBBxDwEwEBtBBCfBDLBkNCBFJBDLBRNNjD7C7CjgdBBuICBkDLL0DFB9LDB3CBBpBCBCyByBBwBwBiDMBRBB9DDB-DBBRBB6HzqUzqUBxGxGBIBXiBBCNBCFFCBB2ECBCFBCDBLBBEBBbCBCccCCCBFB7MCB9UxBxB-MoXoXoGgBgBxIIBnBxDxDBFBjCGB6CDByO-J-JjBlElEBDBtBDB+FGBuDBBCDB-DDBxBBBwCDBFOOCCB5CFBsDrJrJBCCBzDzDBDBLBBCpDpD7HWBqDCBdMBtCjEjEBBB9HpIpIBBB8E9C9CBGB0CCBCEB+CJB4GgDgDBDBrBBBmUBBrCMBwFxjBxjBBDB97CBB8zOBBmEiCiCBDBJpRpRBBBoJDBoK9lT9lTovHEB07C-a-aBAB", false)),
        Pc: () => new UnicodeRangeTable(decodeRanges("-Cg-Hg-HBUU-u3BBBZCBwHAB", false)),
        Pd: () => new UnicodeRangeTable(decodeRanges("tB9qB9qB0BiyDiyDmgBqgCqgCBEBiwDDDgBBBFdd-NUUwDxszBxszBBmBmBLqFqFhzD-J-J", false)),
        Pe: () => new UnicodeRangeTable(decodeRanges("pB0B0BgB+1D+1DC-6B-6BqtC4B4BQ7T7TCff-hBMCxChBhBCGC1MUChCCCiBmhBmhBCECtBGCtNICEGCDBB-ozB6G6GeOCESSCCCrF0B0BgBGD", false)),
        Pf: () => new UnicodeRangeTable(decodeRanges("7F+6H+6HEddpuDCCFDDQEE", false)),
        Pi: () => new UnicodeRangeTable(decodeRanges("rFt7Ht7HDBBDaapuDCCFDDQEE", false)),
        Po: () => new UnicodeRangeTable(decodeRanges("hBCBCCBDECBLLBEEBcclCGGPBBI-V-VJzOzOBEBqB3B3BDDDtBBBVBBCBBOCCBBBrCDBnDsBsBBMBqHCB3BOBgBmImIBLLtE5D5D6DnMnMNwLwL7CLLBpFpFBNBCxDxDrCEBFBBwDFBsFlTlTBHBmY9D9DBBBoCBB+ECBCCBmBFBCDB6JBB5GBBhEGBCFBhFBBLGBdCB9DDB8BEB-BBBhCHBMjajaBJJBGBJIBDDBDCBEKBCCCBIB7kDDBCBBxDwEwEBFFBBBDDDBHBCBBCDDBLLBDBCJBDDBCCCBLBDCBtNCB6B+F+FjgdBBuICBkDLL0DFB9LDB3CBBpBCBCyByBBwBwBiDMBRBB9DDB-DBBRBB6HlxUlxUBFBDXXVBBDDBECBCDBICBHCCB2E2EBBBCCBDECBLLBEEBcclBDDB7M7MBBB9UxBxB-MoXoXoGgBgBxIIBnBxDxDBFBjCGB6CDB0ZlElEBDBtBDB+FGBuDBBCDB-DDBxBBBwCDBFOOCCB5CFBsDrJrJBCCBzDzDBDBLBBCpDpD7HWBqDCBdMBtCjEjEBBB9HpIpIBBB8E9C9CBGB0CCBCEB+CJB4GgDgDBDBrBBBmUBBrCMBwFxjBxjBBDB97CBB8zOBBmEiCiCBDBJpRpRBBBoJDBoK9lT9lTovHEB07C-a-aBAB", false)),
        Ps: () => new UnicodeRangeTable(decodeRanges("oBzBzBgB-1D-1DC-6B-6B-rCEEnB4B4BQ7T7TCff-hBMCxChBhBCGC1MUChCCCiBmhBmhBCECaTTCECtNICEGCDipzBipzB4GeeCMCESSCCCrFzBzBgBEEDAB", false)),
        S: () => new UnicodeRangeTable(decodeRanges("kBHHRCBgBCCcCCkBEBCBBDCCBCBDEEfgBgBrODBNNBGGBCCCBPB2DPPBxDxDsErIrIBBB3DCBDDDBvGvGLUUB4H4HIBBpEqLqLBHHB2H2H-DjEjEBGBlEwGwGqBmGmGiGCBQCCBBBDFBVECmEHBCFBCBBGDBmGBBxXJB0WuLuLlL+E+EBgBBiLJBKIBhiBCCBBBMCBOCBOCBOBBmCOOoBCBOCBUhBB-BBBCDBCBBLCCBBBGFBCECFMMBFFBDBGDBC7B7BBFFB2LBFcBD+HBXKByCtCBXnTBtBwBBDeBLyMBX+BBFfBD1LBDpEBmHFBmLBBvBZBC4CBN1GBbPBFOOBNNWBBHBB8CBB0HBBFJBhBlBBKRRBdBMdBJQQBeBLmBBQ-JBhuG-BBx0V2BB6RWBKBBoDBB+EDBLDB+RCBiHPPB+9T+9TpEgBBuLPBhCBB3BHBtBDBjDCCBBBD7E7EHRRBBBgBCCcCCiEGBCGBOBB6JIB6BQBDCBCMBEwBwBBrBB7zBBBwSmWmWBiKiKBGBnjC2kC2kCBbBr6SDBG3qU3qUk7DvHBLCBEzNBHWBQQBgDzDB9B1HBLmBBD7BBGCBXBBIdBF8BBWhCBE7F7FB1CBrbaagBaagBaagBaagBaa9B-PB4BDBzBHBCNBCBBp2BwNwNttCEE+DiOiOBvIvIBqBBFjDBNOBDOBCOBCkBBYgFB5BcBOrBBFIBIBBPFB7E4eBEQBEMBE5GBHLBFQQBKBF3BBJJBHnBBJdBDLBFBBPIBoB3KBJNBDMBEKBE4BBCFFBOBDLBFJBIyEBC7CBLAB", false)),
        Sc: () => new UnicodeRangeTable(decodeRanges("kB+D+DBCBqnB8D8DzPBBzPBBI2H2HoImSmS8sClmClmCBgBB37hBkuVkuVtD7E7E8GBBEBB3-HDB-4wBxtCxtC", false)),
        Sk: () => new UnicodeRangeTable(decodeRanges("+CCCoCHHFEEqQDBNNBGGBCCCBPB2DPPBjoBjoB15FCCBBBMCBOCBOCBOBB9kEBBkzdWBKBBoDBBxePPBniUniUBPB8bCCjF4g9B4g9BBDB", false)),
        Sm: () => new UnicodeRangeTable(decodeRanges("rBRRBBB+BCCuBFFmBgBgB-XwQwQBBB8xGOOoBCBOCBsEoBoBBDBHlClCBDBGBBFGDIgBgBBDDCgBgBBqIBhBBB7CffBXBpBFB2OKK3BHBwDxKxKBDBDeBLPBhIiEBX+BBFfBDhIBxBUBDFB9+zB5Z5ZCCBlFRRBBB+BCCkEHHBCBitDBBhrwBx+Bx+BagBgBagBgBagBgBagBgBat5Ft5FB-uC-uCBHB", false)),
        So: () => new UnicodeRangeTable(decodeRanges("mFDDFCCyerIrIBgEgEBvGvGLUUB4H4HkQ2L2LjEFBClElEwGqBqBoMCBQCCBBBDFBVECmEHBCFBCBBGDBmGBBxXJB0WzWzW+EhBBiLJBKIBksBBBCDBCBBLCCBHHBEBCECFMMBPPCBBC7B7BBKKBDBDDBCBBCBBCGBCeBDBBCCCBdBtIHBFTBDGBDwCBCdBanBBHnCBXKByCtCBX2FBCIBC1BBJuDBC3HBtBrBBhC-HBhQvBBWBBHmBBDpEBmHFBmLBBvBZBC4CBN1GBbPBFOOBNNWBBHBBxKBBFJBhBlBBKRRBdBMdBJQQBeBLmBBQ-JBhuG-BBx0V2BBibDBLBBC+R+RBBBqqUPBuLPBhCBB3BHBuBCBlPEEFBBOBB6JIB6BQBDCBCMBEwBwBBrBB7zBBBwSpgBpgBBGBnjC2kC2kCBGBFQBr6SDBG3qU3qUk7DvHBLCBEzNBHWBQPBhDzDB9B1HBLmBBD7BBGCBXBBIdBF8BBWhCBE7F7FB1CBqlB-PB4BDBzBHBCNBCBBp2B96C96CiEyWyWBqBBFjDBNOBDOBCOBCkBBYgFB5BcBOrBBFIBIBBPFB7E6HBG4WBEQBEMBE5GBHLBFQQBKBF3BBJJBHnBBJdBDLBFBB-B3KBJNBDMBEKBE4BBCFFBOBDLBFJBIyEBC7CBLAB", false)),
        Z: () => new UnicodeRangeTable(decodeRanges("gBgEgEgvFgsCgsCBJBeBBGwBwBh9DAB", false)),
        Zl: () => new UnicodeRangeTable(decodeRanges("ohIA", true)),
        Zp: () => new UnicodeRangeTable(decodeRanges("phIA", true)),
        Zs: () => new UnicodeRangeTable(decodeRanges("gBgEgEgvFgsCgsCBJBlBwBwBh9DAB", false)),
        ASCII_Hex_Digit: () => new UnicodeRangeTable(decodeRanges("wBJIFbF", true)),
        Alphabetic: () => new UnicodeRangeTable(decodeRanges("hCZBHZBwBLLFGGBVBCeBCpOBFLBPEBICC3CeeBQBCBBDDBCHHCCBCCCBSBCyCBCqEBJlFBClBBDHHBnBBoBNBCCCBCCBCCJaBFDBeKBG3BBCGBPlDBCHBFHBFCBLCBDRRBuBBOkDBZgBBKBBFGGBWBDSBUYBIKBGXBCGBIJJBoBBLLBEGBHrCBCPBCCBFOBOSBCHBDBBDVBCGBCEEBCBEHBDBBDBBCJJFBBCEBNBBLFFBBBCFBFBBDVBCGBCBBCBBCBBFEBFBBDBBFIIBCBCSSBEBMCBCIBCCBCVBCGBCBBCEBEIBCCBCBBEQQBCBWDBFCBCHBDBBDVBCGBCBBCEBEHBDBBDBBKBBFBBCEBORRBCCBEBECBCDBEBBCCCBEEBEEBBBELBFEBECBCCBEHHpBMBCCBCWBCPBEHBCCBCCBJBBCCBCBBDDBdDBCHBCCBCWBCJBCEBEHBCCBCCBJBBGCBCDBOCBNMBCCBCoBBDHBCCBCCBCGGBCBIEBXFBCCBCRBEXBCIBCDDBFBJFBCCCBGBTBBO5BBGGBH0B0BBECBDBCXBCCCBRBCCBDEBCHHPDBhBgCgCBGBCjBBFSBFPBCjBBkC2BBCDDBDBR-BBLDBDlBBCGGDqBBCsKBCDBDGBCCCBCBDoBBCDBDgBBCDBDGBCCCBCBDOBC4BBCDBDiCBmBPBR1CBDFBErTBDQBCZBGqCBEKBITBMUBNTBNMBCCBCBBNzBBDSBPFFkC4CBIqBBGlCBLeBCLBFIBYdBDEBMrBBFZB3BbBF+BBDTBzBYYBMMBBByBzBBCOBCHB0BpBBDDBLrBBCKBP2BBXCBLjBBDKBGqBBDCBqBDBCFBCBBEGGB+FBUhBBM1IBDFBDlBBDFBDHBCGCBdBD0BBCGBCEEBBBCGBEDBDFBFMBGCBCGB1DOORMBmDFFDJBCEEBDBHGCBCBCKBDDBGEBFSSBnBBuZzBB34BkHBHDBEBBNlBBCGGD3BBIRRBVBKGBCGBCGBCGBCGBCGBCGBCGBCfBwB2O2OBBBaIBIEBDEBF1CBHCBC5CBCDBGqBBC9CBSfBxBPBhQ-tGBhCs0VBkCtBBDsIBEPBLBBVuBBGHBEwDBoBIBDmDBDxCBVUBCgBBZzBBNjCBCtBtBBEBECCBBBLgBBGiBBOcBEyBBCLBQRRBOBLEBC2BBKNBTWBEkCBCCCZCBDPBDDBMFBDFBDFBKGBCGBCqBBCNBH6DBWj9KBNWBFwBBloItLBDpDBnBGBNEBGLBCMBCEBCCCBCCBCCBqDBiBqLBT-BBD1BBpBLB1DEBCmEBlBZBHZBM4CBEFBDFBDFBDCBkBLBCZBCSBCBBCOBDNBjB6DBmC0BBsIcBEwBBwBfBOdBGqBBGdBDjBBFHBCEBrB9EBTjBBFjBBFnBBJzBBNKBCOBCGBCBBCKBCOBCGBCBBEzBBN2JBKVBLHBZFBCpBBCIBmCFBDCCBqBBCBBEDDBVBLWBKeBiCSBCBBLVBLZBHZBnB3BBHBBhCDBCBBGHBCCBCcBrBcBEcBkBHBCbBc1BBLVBLSBORBvDoCB4ByBBOyBBOnBBjBbBEGGBVB7HpBBCBBEBBRFBzBCBEcBLJJBUBrBRBvBUBcWBKlCBsBEBL4BBKOOBXBYyBBSDBJiBBEKKB+BBCDBKBBLCCkBRBChBBDHHBCB-BGBCCCBCBCOBCJBI4BBYDBCHBDBBDVBCGBCBBCEBEHBDBBDBBEHHGGBdJBCDDClBBCJBCDDCDBCBBECCtBhCBCCBCDBVCBfhCBDBBC5F5FB0BBDGBaFBjB+BBCEE8B1BBDoCoCBZBDNBWGB6F4BBoD-BBgBHBDDDBGBCBBCdBCBBDBBDDB+CHBDtBBDFBCCCBccBxBBDJBSnCBGTTBnCBoDHB5CgBBgBIBCsBBCGBCyByBBcBDVBCNBqCGBCBBCrBBECCBCCBBBCDDBZZBEBCBBCkBBCBBCDBCYYBqBBlIWBKQBCoBBECBwDwCwCB4cBnDuDBSjGBtyCgDBQvhBBSFBa68DBGmSB61GuBBy2B4RBIeBSuCBSdBTvBBRDBgBUBGSBxNsBB0G-BBhBYBDYBtBqCBF4BBIQBhCBBCNNBFBK1mHBqBfBiDyDB+vIDBCGBCBBCiJBQeeBBBDPPBCBJrMBloCqDBGMBEIBIJBFi7Fi7FBzCBCmCBCBBDDDBDDBCBCLBCCCBFBCgCBCDBDHBCGBCbBCDBCEBCEEBFBCzKBDYBCYBCeBCYBCeBCYBCeBCYBCeBCYBCHB15BeBHFB2GGBCQBDGBCBBCEBG9BBiBxDxDBrBBLGBRiKiKBcBTrBBlPbBlHdBDwGwGBdBCVBJBBhHGBCDBCBBCOBCkGB8BjCBEEE1lBDBCaBCBBCDDCJBCDBCCCHFFCECBBBCBBCDDCICBCCDDBCGBCDBCDBCCCBIBCQBGCBCEBCQB1TZBHZBHZB3zD-2pBBhB9oEBDt0FBDwpHBQtTBjtC9QBjvBq6EBGppIB", false)),
        Dash: () => new UnicodeRangeTable(decodeRanges("tB9qB9qB0BiyDiyDmgBqgCqgCBEB+BoBoBQnMnMlgDDDgBBBFdd-NUUwDxszBxszBBmBmBLqFqFhzD-J-J", false)),
        Emoji: () => new UnicodeRangeTable(decodeRanges("jBHHGJBwDFFu8HNN5GXX7CFBQBBwLBBNnFnFaKBFCBoGoHoHBLLK7B7BBCBCEBKGDBDDFDDCBBDIEBJJBBBGCCGLBMBBDCCBCCTDDBTTBEBCCCBEEBGGDBBFBBMBBGBBDGGBECBVVBGGBEBCDBDFFDDDBEBCDDCCCHEEHLLBQQDFFCFFBBBCMMBxBxBBBBKeP1LBBwOCBUBB0BFF7mBNN6SCCrrvDrGrGhFBBNBBPDDBIBsCZBCBBYVVDIBWBBvFhBBDvDBDBBCCBDyCBDCBCmIBC+BBMFBCXBIBBDHBNDDBCBDFFBOOBDDJBBKGGBBBNCBJCBDCCFHHEHHB0CBxBlCBGHBDDBEJBECCBEEDJBkHLBF8I8IBtBBCJBC4FBxDMBEKBE4BBCFFBOBDLBFJB", false)),
        Emoji_Component: () => new UnicodeRangeTable(decodeRanges("jBHHGJB0+H2G2Gsp3B3+8B3+8BBYB8PEBxtBDBtzhY-CB", false)),
        Emoji_Modifier: () => new UnicodeRangeTable(decodeRanges("7-8DE", true)),
        Emoji_Modifier_Base: () => new UnicodeRangeTable(decodeRanges("9wJ8G8GRDB4jzD9B9BBBBDDDBBB2DBBDKBWSBEFFBBBCCBICCZqGqGBFFWFFBvFvFBBBEEB0CRRBBBKMMgSDDJHBHKKBIBDCB5B+B+BBCCBCCSCBCMBmHCBrBIB", false)),
        Emoji_Presentation: () => new UnicodeRangeTable(decodeRanges("64IBBuGDBEDDqQBBWBBzBLBsBUUOJJBSSBGGBJJGWWIBBCFFDIIFBBdkBkBCFFBBBC+B+BBBBZPP8aBB0BFFvlxDrGrG-FDDBIBsCZBCZZVDDBDBCCBWBBvFgBBNIBClCBCVBNqBBFEBNQBEEEBlCBCCCB5FBD+BBODBCXBTbbBOO3C0CBxBlCBHEEBBBDDBEDBMBBIIBkHLBF8I8IBtBBCJBC4FBxDMBEKBE4BBCFFBOBDLBFJB", false)),
        Extended_Pictographic: () => new UnicodeRangeTable(decodeRanges("pFFFu8HNN5GXX7CFBQBBwLBBNnFnFaKBFCBoGoHoHBLLK7B7BBCBCEBKGDBDDFDDCBBDIEBJJBBBGCCGLBMBBDCCBCCTDDBTTBEBCCCBEEBGGDBBFBBMBBGBBDGGBECBVVBGGBEBCDBDFFDDDBEBCDDCCCHEEHLLBQQDFFCFFBBBCMMBxBxBBBBKeP1LBBwOCBUBB0BFF7mBNN6SCCrrvDoBoBBCBlDLBQBBQPPBmBmBBIBxDBBNBBPDDBIBU3BBcOBLVVDIBCDBKWBH7FBDvDBDBBCCBDyCBDCBCDBG9HBC+BBMFBCXBIBBDHBNDDBCBDFFBOOBDDJBBKGGBBBNCBJCBDCCFHHEHHB0CBxBlCBGHBDQBECCBEBDMB7GlBBNDB5BHBLFBpBHBfBBNDBDNBKmBBNuBBCJBC4FB5CHBPxEBhI9fB", false)),
        Hex_Digit: () => new UnicodeRangeTable(decodeRanges("wBJIFbFq1-BJIFbF", true)),
        Lowercase: () => new UnicodeRangeTable(decodeRanges("hDZBwBLLFlBlBBWBCHBC2BCBQCBuBCDECBBBDCCDEEBFFDEEBBBDDDCCCDCCBCCDEECDDBDDBBBHGDCOCBSCBDDCEEC4BCBFBDDDBCCFICBjCBDiBBIBBfEBhDsBsBCEEDDBTccBhBBCBBECBCWCBDBCGDB0B0BBuBBCgBCK0BCDMCBgDCxBoBBo6CqBBCDB5XFBjkCIBC2D2DB+FBiC0ECBHBCgDCBHBJFBLHBJHBJFBLHBJHBJNBDHBJHBJHBJEBCBBHEEBBBCBBJDBDBBJHBLCBCBB6DOORMBuDEEBEEcKFDBBJDBFiBiBBOBFsasaBYBn6BvBBCEEBGCFCCBCCBGBEiDCBIICFFNlBBCGG0oesBCUaCBBBmEMCBBBC8BCBIBCCCDICFCCDCCBBBCSCGGGCMCFCCDOCWDBCCCBBB2ZqBBCNBHvCBh6TGBNEBqhBZBumBnBBpEjBB8EKBCOBCGBCBBkODDBBBCpBBCIBmoByBB+DVB75CfBhsVfB8BYBnqZZBbGBCRBbZBbDBCCCBFBCKBbZBbZBbZBbZBbZBbZBbZBbZBbbBdYBCFBbYBCFBbYBCFBbYBCFBbYBCFBC15B15BBIBCTBHFBmI9BB1lChBB", false)),
        Math: () => new UnicodeRangeTable(decodeRanges("rBRRBBBgBeeCuBuBFmBmBgB5W5WBBBDbbBDDBBBwQCBuwGccBBBMEEOPPBCBWEBMEBiCMBFEEBFFBDBTFFDJBCDDBEBHEEBDDBCCBBBCFBENBClClCBWBCFBCBBFBBFfBCHHBPPBqIBJDBVBB7CffBZBCZZMGB+NBBNJBFFBFBBDBBEEBPCCDFBMHBGBB6BCCeDBKCBxK-BBhI-PBxBUBDFB9+zB4Z4ZBEBCjFjFRCBeCCeCCkEHHBCBitDBBhrwBwoBwoBBzCBCmCBCBBDDDBDDBCBCLBCCCBFBCgCBCDBDHBCGBCbBCDBCEBCEEBFBCzKBDjJBDxBBhwFDBCaBCBBCDDCJBCDBCCCHFFCECBBBCBBCDDCICBCCDDBCGBCDBCDBCCCBIBCQBGCBCEBCQB1BBB-uCIB", false)),
        Quotation_Mark: () => new UnicodeRangeTable(decodeRanges("iBFFkEQQ96HHBaBBowDqOqOBCBOCBixzBDB+FFF7CBB", false)),
        Terminal_Punctuation: () => new UnicodeRangeTable(decodeRanges("hBLLCMMBEE-ZJJiQ6B6BpCPPCCB1FsBsBBJBCsHsHB3B3BBEBCHBgBmImIB1nB1nBBtFtFFFB4JBB2YHBmY9D9DBBBoCBB+ECBEoBoBBCBDBB7JBBjLDBjFBBLBBCCBeCB8FEB-BBBldYYBKKBBBwlDCBzJOOFLLCBBEBBtNBB8ndBBuICBkHEB-LBB3CBBgD4E4EBBB0ECBgERRB6H6HnxUDDB6B6BBBBCDBqFLLCMMBEEiCDD7hBxBxBnkBoGoG3JBB5EFBlCFB6CDB5dEBtBDB+FGBxDDBgECBiEBBHRRB5C5CBDBtDrJrJB2D2DBBBNBBnLDBEOBqDBB6HCBmQCC8HBB4CBBFBB-MCBuBmUmUBrCrCBspBspBBDB6vRBBmEiCiCBBBLqRqRBoJoJBnwTnwTovHDB", false)),
        Uppercase: () => new UnicodeRangeTable(decodeRanges("hCZBmDWBCGBiB2BCDOCDuBCBECEBBCCCBCCBBBDDBCBBCCBEBBCBBCECBCCDCCBCCBBBCCCBEEIJDCMCDQCDDDCCBC4BCIBBCBBDCCBCBCGCiJCCEJJHCCBBBCCCBCCBPBCIBkBDDBBBEWCGDDCBBDyBBxBgBCK2BCBMCD+CCDlBBq6ClBBCGGzW1CB0kCHHBpBBDCBhK0ECKgDCKHBJFBLHBJHBJFBMGCJHBpCDBNDBNDBNEBMDBnIFFECBDCBDEEBDBHGCBCBDDBLBBGbbBOBUzZzZBYBx5BvBBxBCCBBBDGCBCBCDDJCBCgDCJCCFuqeuqeCqBCUaCoEMCE8BCLECBICFCCDCCEUCBDBCEBCOCBCBCCCBQCZs5Vs5VBYBmmBnBBpEjBB9EKBCOBCGBCBBr3ByBB+EVB75CfBhsVfBhCYBoqZZBbZBbZBbCCBGDBDDBCBCHBbZBbBBCDBDHBCGBcBBCDBCEBCEEBFBcZBbZBbZBbZBbZBbZBfYBiBYBiBYBiBYBiBYBiB2pE2pEBgBBvgCZBHZBHZB", false)),
        White_Space: () => new UnicodeRangeTable(decodeRanges("JEBTlDlDbgvFgvFgsCKBeBBGwBwBh9DAB", false))
      });
      static SCRIPTS = new LazyMap({
        Adlam: () => new UnicodeRangeTable(decodeRanges("go6DrCFJFB", true)),
        Ahom: () => new UnicodeRangeTable(decodeRanges("g4lCaDOFW", true)),
        Anatolian_Hieroglyphs: () => new UnicodeRangeTable(decodeRanges("ggxCmS", true)),
        Arabic: () => new UnicodeRangeTable(decodeRanges("gwBEBCFBCNBCCBCfBCJBMZBCrDBChBBxCvBBxHhBBGqCBCcBxy8BtPBDvEBhBPBxDEBCmEBk7DeBkCFBJIBiBFBh43BDBCaBCBBCDDCJBCDBCCCHFFCECBBBCBBCDDCICBCCDDBCGBCDBCDBCCCBIBCQBGCBCEBCQB1BBB", false)),
        Armenian: () => new UnicodeRangeTable(decodeRanges("xpBlBDxBDCks9BE", true)),
        Avestan: () => new UnicodeRangeTable(decodeRanges("g4iC1BEG", true)),
        Balinese: () => new UnicodeRangeTable(decodeRanges("g4GsCCxB", true)),
        Bamum: () => new UnicodeRangeTable(decodeRanges("g1pB3CpowB4R", true)),
        Bassa_Vah: () => new UnicodeRangeTable(decodeRanges("w26CdDF", true)),
        Batak: () => new UnicodeRangeTable(decodeRanges("g+GzBJD", true)),
        Bengali: () => new UnicodeRangeTable(decodeRanges("gsCDBCHBDBBDVBCGBCEEBCBDIBDBBDDBJFFBCCBDBDYB", false)),
        Beria_Erfe: () => new UnicodeRangeTable(decodeRanges("g17CYDY", true)),
        Bhaiksuki: () => new UnicodeRangeTable(decodeRanges("ggnCICsBCNLc", true)),
        Bopomofo: () => new UnicodeRangeTable(decodeRanges("qXB6wLqBxDf", true)),
        Brahmi: () => new UnicodeRangeTable(decodeRanges("ggkCtCFjBKA", true)),
        Braille: () => new UnicodeRangeTable(decodeRanges("ggK-H", true)),
        Buginese: () => new UnicodeRangeTable(decodeRanges("gwGbDB", true)),
        Buhid: () => new UnicodeRangeTable(decodeRanges("g6FT", true)),
        Canadian_Aboriginal: () => new UnicodeRangeTable(decodeRanges("ggF-TxRlC7tgCP", true)),
        Carian: () => new UnicodeRangeTable(decodeRanges("g1gCwB", true)),
        Caucasian_Albanian: () => new UnicodeRangeTable(decodeRanges("wphCzBMA", true)),
        Chakma: () => new UnicodeRangeTable(decodeRanges("gokC0BCR", true)),
        Cham: () => new UnicodeRangeTable(decodeRanges("gwqB2BKNDJDD", true)),
        Cherokee: () => new UnicodeRangeTable(decodeRanges("g9E1CDFz7lBvC", true)),
        Chorasmian: () => new UnicodeRangeTable(decodeRanges("w9jCb", true)),
        Common: () => new UnicodeRangeTable(decodeRanges("AgCBbFBbuBBCOBCEBYgBgBiOmBBGEBDTB1DKKHCC+THHPEEhB9E9ElQiEiEB6mB6mB2MDBjJwvBwvBBBBoCBBsGBBCumBumBOIIBCBCFBCCBDmYmYBKBD2CBCKBEKBCOBShBB-BlBBCCBDFBCaBCQBqBCBF5UBXKBW-cBhIzTBDpEBhQ9CBzMUBCCCBXBQHBFDB8CBBE7C7CB0E0EBOBhBlBBKxBxBB+BBgBwCBwB5C5CBmFBhuG-BBhoWhBBnDCBmFJB1HhFhFsMPPBzuUzuUBxGxGBIBXiBBCSBCDB0ECCBeBbFBbKBLuBuBBhChCBFBCGBLEBjICBFsBBEIBxCMB0BsBBlHaBltuBDB96D8HBEzNBHWBQQBgDzDB9B1HBLmBBD9BBEQBJBBIdBF8BB2GTBNTBN2CBKYBoE0CBCmCBCBBDDDBDDBCBCLBCCCBFBCgCBCDBDHBCGBCbBCDBCEBCEEBFBCzKBDjJBDxBByjFjCBtC8BBjWrBBFjDBNOBDOBCOBCkBBLtFB5BZBCBBOrBBFIBIBBPFB7E4eBEQBEMBE5GBHLBFQQBKBF3BBJJBHnBBJdBDLBFBBPIBoB3KBJNBDMBEKBE4BBCFFBOBDLBFJBIyEBCmDBnghYffB+CB", false)),
        Coptic: () => new UnicodeRangeTable(decodeRanges("ifNxkKzDGG", true)),
        Cuneiform: () => new UnicodeRangeTable(decodeRanges("ggoC5cnDuDCEMjG", true)),
        Cypriot: () => new UnicodeRangeTable(decodeRanges("ggiCFBDCCBqBBCBBEDD", false)),
        Cypro_Minoan: () => new UnicodeRangeTable(decodeRanges("w8rCiD", true)),
        Cyrillic: () => new UnicodeRangeTable(decodeRanges("ggBkEBDoFBx6FKBhFtCtCojEfBhie-CBv8VBBhw4B9BBiBAB", false)),
        Deseret: () => new UnicodeRangeTable(decodeRanges("gghCvC", true)),
        Devanagari: () => new UnicodeRangeTable(decodeRanges("goCwCFODZh7nBfhwcJ", true)),
        Dives_Akuru: () => new UnicodeRangeTable(decodeRanges("gomCGBDDDBGBCBBCdBCBBDLBKJB", false)),
        Dogra: () => new UnicodeRangeTable(decodeRanges("ggmC7B", true)),
        Duployan: () => new UnicodeRangeTable(decodeRanges("ggvDqDGMEIIJDD", true)),
        Egyptian_Hieroglyphs: () => new UnicodeRangeTable(decodeRanges("ggsC1iBL68D", true)),
        Elbasan: () => new UnicodeRangeTable(decodeRanges("gohCnB", true)),
        Elymaic: () => new UnicodeRangeTable(decodeRanges("g-jCW", true)),
        Ethiopic: () => new UnicodeRangeTable(decodeRanges("gwEoCBCDBDGBCCCBCBDoBBCDBDgBBCDBDGBCCCBCBDOBC4BBCDBDiCBDfBEZBnvGWBKGBCGBCGBCGBCGBCGBCGBCGBjpfFBDFBDFBKGBCGBylvCGBCDBCBBCOB", false)),
        Garay: () => new UnicodeRangeTable(decodeRanges("gqjClBEcJB", true)),
        Georgian: () => new UnicodeRangeTable(decodeRanges("glElBBCGGDqBBCDBx8CqBBDCBhiElBBCGG", false)),
        Glagolitic: () => new UnicodeRangeTable(decodeRanges("ggL-Ch9sDGCQDGCBCE", true)),
        Gothic: () => new UnicodeRangeTable(decodeRanges("w5gCa", true)),
        Grantha: () => new UnicodeRangeTable(decodeRanges("g4kCDBCHBDBBDVBCGBCBBCEBDIBDBBDCBDHHGGBDGBEEB", false)),
        Greek: () => new UnicodeRangeTable(decodeRanges("wbDBCCBDDBCFFCCCBBBCCCBSBC+BBPPBnpGEBzBEBFEB1ChKhKBUBDFBDlBBDFBDHBCGCBdBD0BBCOBCNBDFBCSBDCBCIBoJ-xiB-xiB7uVuCBSgj0Bgj0BBkCB", false)),
        Gujarati: () => new UnicodeRangeTable(decodeRanges("h0CCBCIBCCBCVBCGBCBBCEBDJBCCBCCBDQQBCBDLBIGB", false)),
        Gunjala_Gondi: () => new UnicodeRangeTable(decodeRanges("grnCFCBCkBCBCFIJ", true)),
        Gurmukhi: () => new UnicodeRangeTable(decodeRanges("hwCCBCFBFBBDVBCGBCBBCBBCBBDCCBDBFBBDCBEIIBCBCIIBPB", false)),
        Gurung_Khema: () => new UnicodeRangeTable(decodeRanges("go4C5B", true)),
        Han: () => new UnicodeRangeTable(decodeRanges("g0LZBC4CBN1GBwBCCaIBPDBle-tGBhC-vUBhoWtLBDpDBpodBBNGBqgkB-2pBBhB9oEBDt0FBDwpHBQtTBjtC9QBjvBq6EBGppIB", false)),
        Hangul: () => new UnicodeRangeTable(decodeRanges("goE-HvxHBiI9CyDeiCei3dckUj9KNWFwBl9JeEFDFDFDC", true)),
        Hanifi_Rohingya: () => new UnicodeRangeTable(decodeRanges("gojCnBJJ", true)),
        Hanunoo: () => new UnicodeRangeTable(decodeRanges("g5FU", true)),
        Hatran: () => new UnicodeRangeTable(decodeRanges("gniCSCBGE", true)),
        Hebrew: () => new UnicodeRangeTable(decodeRanges("xsB2BBJaBFFBpp9BZBCEBCCCBCCBCCBIB", false)),
        Hiragana: () => new UnicodeRangeTable(decodeRanges("hiM1CBHCBi7-C+IBTeeBBBulQAB", false)),
        Imperial_Aramaic: () => new UnicodeRangeTable(decodeRanges("giiCVCI", true)),
        Inherited: () => new UnicodeRangeTable(decodeRanges("gYvDB2IBBlOKBbhXhXBCB8qEtBBDLBlPCBCMBCGBFHHEBBnG-BBtQBBjGgBB65DDBsDBBmrzBPBRNBwejHjH7iEl+uBl+uBBsBBDWBhRCBSHBDGBfDBz6rYvHB", false)),
        Inscriptional_Pahlavi: () => new UnicodeRangeTable(decodeRanges("g7iCSGH", true)),
        Inscriptional_Parthian: () => new UnicodeRangeTable(decodeRanges("g6iCVDH", true)),
        Javanese: () => new UnicodeRangeTable(decodeRanges("gsqBtCDJFB", true)),
        Kaithi: () => new UnicodeRangeTable(decodeRanges("gkkCiCLA", true)),
        Kannada: () => new UnicodeRangeTable(decodeRanges("gkDMCCCWCJCEDICCCDIBGCCDDJCC", true)),
        Katakana: () => new UnicodeRangeTable(decodeRanges("hlM5CBDCBxHPBxGuBBC3CBvgzBJBCsBBzisBDBCGBCBBCgJgJBBBzBPPBCB", false)),
        Kawi: () => new UnicodeRangeTable(decodeRanges("g4nCQCoBEc", true)),
        Kayah_Li: () => new UnicodeRangeTable(decodeRanges("goqBtBCA", true)),
        Kharoshthi: () => new UnicodeRangeTable(decodeRanges("gwiCDCBGHCCCcDCFJII", true)),
        Khitan_Small_Script: () => new UnicodeRangeTable(decodeRanges("k-7C84G84GB0OBqBAB", false)),
        Khmer: () => new UnicodeRangeTable(decodeRanges("g8F9CDJHJnPf", true)),
        Khojki: () => new UnicodeRangeTable(decodeRanges("gwkCRCuB", true)),
        Khudawadi: () => new UnicodeRangeTable(decodeRanges("w1kC6BGJ", true)),
        Kirat_Rai: () => new UnicodeRangeTable(decodeRanges("gq7C5B", true)),
        Lao: () => new UnicodeRangeTable(decodeRanges("h0DBBCCCBDBCXBCCCBVBDEBCCCBFBCJBDDB", false)),
        Latin: () => new UnicodeRangeTable(decodeRanges("hCZBHZBwBQQGWBCeBCgOBoBEB8wGlBBHwBBGDBGMBClCBiC-HByLOORMBuEBBHccSoBB42CfBj1elDBExCBVOBxZqBBCIBCDB38TGB7gBZBHZBmhCFBCpBBCIBm61BeBHFB", false)),
        Lepcha: () => new UnicodeRangeTable(decodeRanges("ggH3BEOEC", true)),
        Limbu: () => new UnicodeRangeTable(decodeRanges("goGeBCLBFLBFEEBKB", false)),
        Linear_A: () => new UnicodeRangeTable(decodeRanges("gwhC2JKVLH", true)),
        Linear_B: () => new UnicodeRangeTable(decodeRanges("gggCLCZCSCBCODNjB6D", true)),
        Lisu: () => new UnicodeRangeTable(decodeRanges("wmpBvBx1eA", true)),
        Lycian: () => new UnicodeRangeTable(decodeRanges("g0gCc", true)),
        Lydian: () => new UnicodeRangeTable(decodeRanges("gpiCZGA", true)),
        Mahajani: () => new UnicodeRangeTable(decodeRanges("wqkCmB", true)),
        Makasar: () => new UnicodeRangeTable(decodeRanges("g3nCY", true)),
        Malayalam: () => new UnicodeRangeTable(decodeRanges("goDMCCCyBCCCFFPDZ", true)),
        Mandaic: () => new UnicodeRangeTable(decodeRanges("giCbDA", true)),
        Manichaean: () => new UnicodeRangeTable(decodeRanges("g2iCmBFL", true)),
        Marchen: () => new UnicodeRangeTable(decodeRanges("wjnCfDVCN", true)),
        Masaram_Gondi: () => new UnicodeRangeTable(decodeRanges("gonCGBCBBCrBBECCBCCBHBJJB", false)),
        Medefaidrin: () => new UnicodeRangeTable(decodeRanges("gy7C6C", true)),
        Meetei_Mayek: () => new UnicodeRangeTable(decodeRanges("g3qBWqGtBDJ", true)),
        Mende_Kikakui: () => new UnicodeRangeTable(decodeRanges("gg6DkGDP", true)),
        Meroitic_Cursive: () => new UnicodeRangeTable(decodeRanges("gtiCXFTDtB", true)),
        Meroitic_Hieroglyphs: () => new UnicodeRangeTable(decodeRanges("gsiCf", true)),
        Miao: () => new UnicodeRangeTable(decodeRanges("g47CqCF4BIQ", true)),
        Modi: () => new UnicodeRangeTable(decodeRanges("gwlCkCMJ", true)),
        Mongolian: () => new UnicodeRangeTable(decodeRanges("ggGBBDCCBSBH4CBIqBB2t-BMB", false)),
        Mro: () => new UnicodeRangeTable(decodeRanges("gy6CeCJFB", true)),
        Multani: () => new UnicodeRangeTable(decodeRanges("g0kCGBCCCBCBCOBCKB", false)),
        Myanmar: () => new UnicodeRangeTable(decodeRanges("ggE-EhqmBeiDfxibT", true)),
        Nabataean: () => new UnicodeRangeTable(decodeRanges("gkiCeJI", true)),
        Nag_Mundari: () => new UnicodeRangeTable(decodeRanges("wm5DpB", true)),
        Nandinagari: () => new UnicodeRangeTable(decodeRanges("gtmCHDtBDK", true)),
        New_Tai_Lue: () => new UnicodeRangeTable(decodeRanges("gsGrBFZHKEB", true)),
        Newa: () => new UnicodeRangeTable(decodeRanges("gglC7CCE", true)),
        Nko: () => new UnicodeRangeTable(decodeRanges("g+B6BDC", true)),
        Nushu: () => new UnicodeRangeTable(decodeRanges("h-7CvsQvsQBqMB", false)),
        Nyiakeng_Puachue_Hmong: () => new UnicodeRangeTable(decodeRanges("go4DsBENDJFB", true)),
        Ogham: () => new UnicodeRangeTable(decodeRanges("g0Fc", true)),
        Ol_Chiki: () => new UnicodeRangeTable(decodeRanges("wiHvB", true)),
        Ol_Onal: () => new UnicodeRangeTable(decodeRanges("wu5DqBFA", true)),
        Old_Hungarian: () => new UnicodeRangeTable(decodeRanges("gkjCyBOyBIF", true)),
        Old_Italic: () => new UnicodeRangeTable(decodeRanges("g4gCjBKC", true)),
        Old_North_Arabian: () => new UnicodeRangeTable(decodeRanges("g0iCf", true)),
        Old_Permic: () => new UnicodeRangeTable(decodeRanges("w6gCqB", true)),
        Old_Persian: () => new UnicodeRangeTable(decodeRanges("g9gCjBFN", true)),
        Old_Sogdian: () => new UnicodeRangeTable(decodeRanges("g4jCnB", true)),
        Old_South_Arabian: () => new UnicodeRangeTable(decodeRanges("gziCf", true)),
        Old_Turkic: () => new UnicodeRangeTable(decodeRanges("ggjCoC", true)),
        Old_Uyghur: () => new UnicodeRangeTable(decodeRanges("w7jCZ", true)),
        Oriya: () => new UnicodeRangeTable(decodeRanges("h4CCCHDBDVCGCBCEDIDBDCICFBCEDR", true)),
        Osage: () => new UnicodeRangeTable(decodeRanges("wlhCjBFjB", true)),
        Osmanya: () => new UnicodeRangeTable(decodeRanges("gkhCdDJ", true)),
        Pahawh_Hmong: () => new UnicodeRangeTable(decodeRanges("g46ClCLJCGCUGS", true)),
        Palmyrene: () => new UnicodeRangeTable(decodeRanges("gjiCf", true)),
        Pau_Cin_Hau: () => new UnicodeRangeTable(decodeRanges("g2mC4B", true)),
        Phags_Pa: () => new UnicodeRangeTable(decodeRanges("giqB3B", true)),
        Phoenician: () => new UnicodeRangeTable(decodeRanges("goiCbEA", true)),
        Psalter_Pahlavi: () => new UnicodeRangeTable(decodeRanges("g8iCRIDNG", true)),
        Rejang: () => new UnicodeRangeTable(decodeRanges("wpqBjBMA", true)),
        Runic: () => new UnicodeRangeTable(decodeRanges("g1FqCEK", true)),
        Samaritan: () => new UnicodeRangeTable(decodeRanges("ggCtBDO", true)),
        Saurashtra: () => new UnicodeRangeTable(decodeRanges("gkqBlCJL", true)),
        Sharada: () => new UnicodeRangeTable(decodeRanges("gskC-ChsCH", true)),
        Shavian: () => new UnicodeRangeTable(decodeRanges("wihCvB", true)),
        Siddham: () => new UnicodeRangeTable(decodeRanges("gslC1BDlB", true)),
        Sidetic: () => new UnicodeRangeTable(decodeRanges("gqiCZ", true)),
        SignWriting: () => new UnicodeRangeTable(decodeRanges("gg2DrUQECO", true)),
        Sinhala: () => new UnicodeRangeTable(decodeRanges("hsDCBCRBEXBCIBCDDBFBEFFBEBCCCBGBHJBDCBt-gCTB", false)),
        Sogdian: () => new UnicodeRangeTable(decodeRanges("w5jCpB", true)),
        Sora_Sompeng: () => new UnicodeRangeTable(decodeRanges("wmkCYIJ", true)),
        Soyombo: () => new UnicodeRangeTable(decodeRanges("wymCyC", true)),
        Sundanese: () => new UnicodeRangeTable(decodeRanges("g8G-BhIH", true)),
        Sunuwar: () => new UnicodeRangeTable(decodeRanges("g+mChBPJ", true)),
        Syloti_Nagri: () => new UnicodeRangeTable(decodeRanges("ggqBsB", true)),
        Syriac: () => new UnicodeRangeTable(decodeRanges("g4BNC7BDCxIK", true)),
        Tagalog: () => new UnicodeRangeTable(decodeRanges("g4FVKA", true)),
        Tagbanwa: () => new UnicodeRangeTable(decodeRanges("g7FMCCCB", true)),
        Tai_Le: () => new UnicodeRangeTable(decodeRanges("wqGdDE", true)),
        Tai_Tham: () => new UnicodeRangeTable(decodeRanges("gxG+BCcDKHJHN", true)),
        Tai_Viet: () => new UnicodeRangeTable(decodeRanges("g0qBiCZE", true)),
        Tai_Yo: () => new UnicodeRangeTable(decodeRanges("g25DeCVJB", true)),
        Takri: () => new UnicodeRangeTable(decodeRanges("g0lC5BHJ", true)),
        Tamil: () => new UnicodeRangeTable(decodeRanges("i8CBBCFBECBCDBEBBCCCBEEBEEBBBELBFEBECBCDBDHHPUBm+kCxBBOAB", false)),
        Tangsa: () => new UnicodeRangeTable(decodeRanges("wz6CuCCJ", true)),
        Tangut: () => new UnicodeRangeTable(decodeRanges("g-7CgBgBB+3GBhQeBiDyDB", false)),
        Telugu: () => new UnicodeRangeTable(decodeRanges("ggDMCCCWCPDICCCDIBCCCBDDDJII", true)),
        Thaana: () => new UnicodeRangeTable(decodeRanges("g8BxB", true)),
        Thai: () => new UnicodeRangeTable(decodeRanges("hwD5BGb", true)),
        Tibetan: () => new UnicodeRangeTable(decodeRanges("g4DnCCjBFmBCjBCOCGFB", true)),
        Tifinagh: () => new UnicodeRangeTable(decodeRanges("wpL3BIBPA", true)),
        Tirhuta: () => new UnicodeRangeTable(decodeRanges("gklCnCJJ", true)),
        Todhri: () => new UnicodeRangeTable(decodeRanges("guhCzB", true)),
        Tolong_Siki: () => new UnicodeRangeTable(decodeRanges("wtnCrBFJ", true)),
        Toto: () => new UnicodeRangeTable(decodeRanges("w04De", true)),
        Tulu_Tigalari: () => new UnicodeRangeTable(decodeRanges("g8kCJBCDDClBBCJBCDDCDBCJBCBBJBB", false)),
        Ugaritic: () => new UnicodeRangeTable(decodeRanges("g8gCdCA", true)),
        Unknown: () => new UnicodeRangeTable(decodeRanges("4bBBHDBICCVuMuMnBBBzBBBE4B4BBGBcDBHKBvI9B9BBmDmDBMB8BBByBBBQddBCCMEBjBEBuHJJBDDBXXICCBBBFBBKBBDBBFHBCDBDGGBaaBEEHDBDBBXIIDGDBCCGDBDBBECBCGBFCCBFBSJBEKKEXXIDDGBBLIEBCCBNBFBBNGBIEEJBBDBBXIIDGGBKKBDDBEEBFBEDBDGGBTTBIBDHHBBBEFFBBBDCCDCBDCBECBNDBGCBEFFBCCBEBCNBWEBOEEYRRBKKEFFBFBDEEDBBFBBLGBXEEYLLGBBKEEFGBDEBEFFBLLELBOEE0BEEHDBRBBbEETCBZKKCBBICBCDBHCCJFBLBBELB7BDBekBBDCCGZZCYYBGGCIILBBFfBpClBlBBCBoBlBlBQOOBjBBnGCCBDBCBB6LFFBIICFFBqBqBFBBiBFFBIICFFBQQ6BFFBkCkCBhBhBBBBbFB3CBBHBB+UCB6CGBXIBZIBVLBOEEDLB-CBBLFBLFBbFB6CGBsBEBnCJBgBNNBCBNDBCCBrBBBGKBtBDBbFBMCB-BBBiCeeBMMBEBLFBPBBvBBBNTBuCnFnFBGB9BCBQCB-BEBsBBBMHBsBEB3QBBHBBnBBBHBBJGCgBBB2BQQPBBHUUBEEKmDmDNBBcOOBBBjBNBiBOBtEDB7UVBMUB14BBB-LEBuBCCBDBCBB5BGBDNBZIBI4BI-DhBBb6C6CBKB3GZBxC3C3CBoDoDBDBsB-C-C3CIBxBuzcuzcBBB4BIB9KTB5FHB+GTB9BCBLFB5BHBnCHBNFB1DKBfCBvCMMBCBiB4B4BBHBPBBLBBoDXBdJBHBBHBBHIBIII9BDB-DBBLFBl9KLBYDByBjoIBvLBBrDlBBILBGEBbGGCGDrUfBrBFB0BUUFDBGoEoEBCC-FCBHBBHBBHBBECBIIIBIBGBBNbbUDDQBBPhBB8DEBEDBuBCB5COOBBBCuBBvBhEBeCByBOBdDBlBIBfEBsBEBfmBmBBCBPpBB-EBBLFBlBDBlBDBpBHB1BKBNQQIDDMQQIDDBBB1BLB4JIBXJBJXBHrBrBKkCBHBBCtBtBDCBCBBYpCpCBGBKvBBUDDBDBiBCBcEBclBB5BDBVBBzBDDBDBJEEeBBEDBLGBKGBhCfBoBDBNIB3BCBeBBcEBbGBFLBIvCBqC2BB0BMB0BGBvBHBLFBnBCBeHBDvGBgBrBrBEBBDPBHHBKgBBvBHBrBVBblBBdTBYIBvCDBlBIBlCJBCBBaGBLFB2BTTBGBoBIBhDVVBJBTwBwBB8BBICCFQQMFB8BEBLFBFJJBDDBXXIDDGLLBDDBEEBCCBEBCEBIBBICBGKBLCCBCCnBLLCBBCFFLDDBGBDcB9CGGBcBpCHBLlFB3BBBnBhBBmCKBLFBOSB7BFBLFBVbBcBBQDBY4FB9BjDB0CLBJBBCBBJDDfDDBNNBHBLlCBJBBvBBBMaBpCHB0CMBqCGBL1CBJ3CBjBNBLFBKuBuBPJBeCBhBBBXPPBnCBIDDtBCBCDDKHBLFBHDDmBDDHGBLFBtBDBL1HBaGBSqBqBBBBe0CBCOBzBMB8clDBwDGGBJBlGryCBkDMB3iBJB88DEBoS41GB7Bl2BB6RGBgBLLBCByCLLBEBfBBHJBnCJBLIIWEBUvNB7BlGB8CEBaBBarBBsCDB6BGBS-BBGKBIIB3mHoBBhBgDB0D8vIBFIIDkJkJBNBCcBEBBCNBFHBtMjoCBsDEBOCBKGBLBBJ76DB+HCB1NFBYOBSOBvBBBYIB1D7BB3HJBoBBBjGUBnC5DBVLBVLB4CIBamEB2CoCoCDBBCBBDBBFNNCIIiCFFBJJIddFGGCCBI1K1KBlJlJB-V-VBNBGQQBuiBBgBFBH0GBISSBIIDGGBDB-BgBBCvDBuBCBPBBLDBD-JBgBQB7BEBCvOBrB1GBsBDBC-FBgBXXBGBD-GBIFFDQQmGBBRoBBtCDBLDBDwYBlCrCB+BhGBFccDCCBCCLFFCCCBEBCDBCECEDDCBBCICDCCBFFIKFCLLSEBEGGSzBBDtIBtBDBlDLBQBBQQQmBJBvF3BBeMBtBDBKGBDNBH5EB6eCBSCBOCB7GFBNDBCOBNDB5BHBLFBpBHBfBBNDBDNBKmBB5KHBPBBOCBMCB6BCCBCBRBBNDBLGB0EoDoDBjgBBh3pBfB-oEBBv0FBBypHOBvThtCB-QhvBBs6EEBrpIm8yVBCdBhD-DBxHvw-FB", false)),
        Vai: () => new UnicodeRangeTable(decodeRanges("gopBrJ", true)),
        Vithkuqi: () => new UnicodeRangeTable(decodeRanges("wrhCKCOCGCBCKCOCGCB", true)),
        Wancho: () => new UnicodeRangeTable(decodeRanges("g24D5BGA", true)),
        Warang_Citi: () => new UnicodeRangeTable(decodeRanges("glmCyCNA", true)),
        Yezidi: () => new UnicodeRangeTable(decodeRanges("g0jCpBCCDB", true)),
        Yi: () => new UnicodeRangeTable(decodeRanges("ggoBskBE2B", true)),
        Zanabazar_Square: () => new UnicodeRangeTable(decodeRanges("gwmCnC", true))
      });
      static FOLD_CATEGORIES = new LazyMap({
        L: () => new UnicodeRangeTable(decodeRanges("laA", true)),
        LC: () => new UnicodeRangeTable(decodeRanges("laA", true)),
        Ll: () => new UnicodeRangeTable(decodeRanges("hCZBmDWBCGBiBuBCEECDOCDuBCBECEBBCCCBCCBBBDDBCBBCCBEBBCBBCECBCCDCCBCCBBBCCCBEEIBBCBBCBBCOCDQCDBBCCCBBBC4BCIBBCBBDCCBCBCGC3HrBrBCEEJHHCCBCCCBCCBPBCIBkBJJCUCGDDCBBDyBBxBgBCK2BCBMCD+CCDlBBq6ClBBCGGzW1CB0kCHHBpBBDCBhK0ECKgDCKHBJFBLHBJHBJFBMGCJHBZHBJHBJHBJEBMEBMDBNEBMEBqJEEBHHxC9zC9zCBuBBxBCCBBBDGCBCBCDDJCBCgDCJCCFuqeuqeCqBCUaCoEMCE8BCLECBICFCCDCCEUCBDBCEBCOCBCBCCCBQCZs5Vs5VBYBmmBnBBpEjBB9EKBCOBCGBCBBr3ByBB+EVB75CfBhsVfBhCYBoyehBB", false)),
        Lt: () => new UnicodeRangeTable(decodeRanges("kOCCBCCBCClBCCtsHHBJHBJHBMQQwBAB", false)),
        Lu: () => new UnicodeRangeTable(decodeRanges("hDZB7BqBqBBWBCHBCuBCEECDOCDsBCDECBBBDCCDEEGDDECBDDDCCCDFFDEECDDECCGBBCBBCBBCOCBSCDBBCEECkBCEQCJDDBCCFICBEBCBBCCCBEEBCCBCBCEBDCCBDDIDDCBBEFBGLLBnFnFsBCCEEEBBBvBDBCdBCBBECBCWCBDBCGD1BvBBCgBCK0BCDMCBgDCyBlBBq6CqBBDCB5XFBjkCIBCvHvHERRzD0ECGGGC8CCBHBJFBLHBJHBJFBMGCJHBJNBzBBBNSSBPPBEEpL2B2Bs1CvBBCEEBGCHDDLiDCJCCFNNBkBBCGG0oesBCUaCoEMCE8BCLCCDICFFFCBBDSCMOCFCCDOCb9a9advCBi8UZBumBnBBpEjBB8EKBCOBCGBCBBk4ByBB+DVB75CfBhsVfB8BYBvyehBB", false)),
        M: () => new UnicodeRangeTable(decodeRanges("5cgBgBlgHAB", false)),
        Mn: () => new UnicodeRangeTable(decodeRanges("5cgBgBlgHAB", false)),
        Emoji: () => new UnicodeRangeTable(decodeRanges("8mJA", true)),
        Extended_Pictographic: () => new UnicodeRangeTable(decodeRanges("8mJA", true)),
        Lowercase: () => new UnicodeRangeTable(decodeRanges("hCZBmDWBCGBiBuBCEECDOCDuBCBECEBBCCCBCCBBBDDBCBBCCBEBBCBBCECBCCDCCBCCBBBCCCBEEIBBCBBCBBCOCDQCDBBCCCBBBC4BCIBBCBBDCCBCBCGCiJCCEJJHCCBBBCCCBCCBPBCIBkBJJCUCGDDCBBDyBBxBgBCK2BCBMCD+CCDlBBq6ClBBCGGzW1CB0kCHHBpBBDCBhK0ECKgDCKHBJFBLHBJHBJFBMGCJHBZHBJHBJHBJEBMEBMDBNEBMEBqJEEBHHuBPBUzZzZBYBx5BvBBxBCCBBBDGCBCBCDDJCBCgDCJCCFuqeuqeCqBCUaCoEMCE8BCLECBICFCCDCCEUCBDBCEBCOCBCBCCCBQCZs5Vs5VBYBmmBnBBpEjBB9EKBCOBCGBCBBr3ByBB+EVB75CfBhsVfBhCYBoyehBB", false)),
        Math: () => new UnicodeRangeTable(decodeRanges("ycGDCHHFMMDDDCHHFAB", false)),
        Uppercase: () => new UnicodeRangeTable(decodeRanges("hDZB7BqBqBBWBCHBCuBCEECDOCDsBCDECBBBDCCDEEGDDECBDDDCCCDFFDEECDDECCGBBCBBCBBCOCBSCDBBCEECkBCEQCJDDBCCFICBEBCBBCCCBEEBCCBCBCEBDCCBDDIDDCBBEFBGLLBnFnFsBCCEEEBBBvBDBCdBCBBECBCWCBDBCGD1BvBBCgBCK0BCDMCBgDCyBlBBq6CqBBDCB5XFBjkCIBCvHvHERRzD0ECGGGC8CCBHBJFBLHBJHBJFBMGCJHBJNBzBBBNSSBPPBEEpLiBiBBOBFsasaBYBn6BvBBCEEBGCHDDLiDCJCCFNNBkBBCGG0oesBCUaCoEMCE8BCLCCDICFFFCBBDSCMOCFCCDOCb9a9advCBi8UZBumBnBBpEjBB8EKBCOBCGBCBBk4ByBB+DVB75CfBhsVfB8BYBvyehBB", false))
      });
      static FOLD_SCRIPT = new LazyMap({
        Common: () => new UnicodeRangeTable(decodeRanges("8cgBgB", false)),
        Greek: () => new UnicodeRangeTable(decodeRanges("1FwUwU", false)),
        Inherited: () => new UnicodeRangeTable(decodeRanges("5cgBgBlgHAB", false))
      });
    };
    Unicode = class Unicode2 {
      static MAX_RUNE = 1114111;
      static RUNE_ERROR = 65533;
      static isUnsearchable(r) {
        return r === Unicode2.RUNE_ERROR || r >= Unicode2.MIN_HIGH_SURROGATE && r <= Unicode2.MAX_LOW_SURROGATE;
      }
      static MAX_ASCII = 127;
      static MAX_LATIN1 = 255;
      static MAX_BMP = 65535;
      static MIN_FOLD = 65;
      static MAX_FOLD = 125251;
      static MIN_HIGH_SURROGATE = 55296;
      static MAX_HIGH_SURROGATE = 56319;
      static MIN_LOW_SURROGATE = 56320;
      static MAX_LOW_SURROGATE = 57343;
      static MIN_SUPPLEMENTARY_CODE_POINT = 65536;
      static is32(ranges, r) {
        let lo = 0;
        let hi = ranges.length;
        while (lo < hi) {
          const m = lo + Math.floor((hi - lo) / 2);
          const rlo = ranges.getLo(m);
          const rhi = ranges.getHi(m);
          if (rlo <= r && r <= rhi) {
            const stride = ranges.getStride(m);
            return (r - rlo) % stride === 0;
          }
          if (r < rlo) hi = m;
          else lo = m + 1;
        }
        return false;
      }
      static is(ranges, r) {
        if (r <= Unicode2.MAX_LATIN1) {
          for (let i = 0; i < ranges.length; i++) {
            if (r > ranges.getHi(i)) continue;
            const rlo = ranges.getLo(i);
            if (r < rlo) return false;
            const stride = ranges.getStride(i);
            return (r - rlo) % stride === 0;
          }
          return false;
        }
        return ranges.length > 0 && r >= ranges.getLo(0) && Unicode2.is32(ranges, r);
      }
      static isPrint(r) {
        if (r <= Unicode2.MAX_LATIN1) return r >= 32 && r < Unicode2.MAX_ASCII || r >= 161 && r !== 173;
        return Unicode2.is(UnicodeTables.Print, r);
      }
      static simpleFold(r) {
        if (UnicodeTables.CASE_ORBIT.has(r)) return UnicodeTables.CASE_ORBIT.get(r);
        if (r <= Unicode2.MAX_ASCII) {
          const l = Codepoint.toLowerCase(r);
          return l !== r ? l : Codepoint.toUpperCase(r);
        }
        return r;
      }
      static equalsIgnoreCase(r1, r2) {
        if (r1 === r2) return true;
        if (r1 < 0 || r2 < 0) return false;
        if (r1 <= Unicode2.MAX_ASCII && r2 <= Unicode2.MAX_ASCII) {
          if (65 <= r1 && r1 <= 90) r1 |= 32;
          if (65 <= r2 && r2 <= 90) r2 |= 32;
          return r1 === r2;
        }
        for (let r = Unicode2.simpleFold(r1); r !== r1; r = Unicode2.simpleFold(r)) if (r === r2) return true;
        return false;
      }
    };
    RE2JSException = class extends Error {
      /** @param {string} message */
      constructor(message) {
        super(message);
        this.name = "RE2JSException";
      }
    };
    RE2JSSyntaxException = class extends RE2JSException {
      /**
      * @param {string} error
      * @param {string|null} [input=null]
      */
      constructor(error, input = null) {
        let message = `error parsing regexp: ${error}`;
        if (input) message += `: \`${input}\``;
        super(message);
        this.name = "RE2JSSyntaxException";
        this.message = message;
        this.error = error;
        this.input = input;
      }
      /**
      * Retrieves the description of the error.
      * @returns {string}
      */
      getDescription() {
        return this.error;
      }
      /**
      * Retrieves the erroneous regular-expression pattern.
      * @returns {string|null}
      */
      getPattern() {
        return this.input;
      }
    };
    RE2JSCompileException = class extends RE2JSException {
      /** @param {string} message */
      constructor(message) {
        super(message);
        this.name = "RE2JSCompileException";
      }
    };
    RE2JSGroupException = class extends RE2JSException {
      /** @param {string} message */
      constructor(message) {
        super(message);
        this.name = "RE2JSGroupException";
      }
    };
    RE2JSFlagsException = class extends RE2JSException {
      /** @param {string} message */
      constructor(message) {
        super(message);
        this.name = "RE2JSFlagsException";
      }
    };
    RE2JSInternalException = class extends RE2JSException {
      /** @param {string} message */
      constructor(message) {
        super(message);
        this.name = "RE2JSInternalException";
      }
    };
    FAST_PATH_TABLE_SIZE = 256;
    WORD_RUNE_TABLE = new Uint8Array(FAST_PATH_TABLE_SIZE);
    for (let i = 0; i < FAST_PATH_TABLE_SIZE; i++) WORD_RUNE_TABLE[i] = 97 <= i && i <= 122 || 65 <= i && i <= 90 || 48 <= i && i <= 57 || i === 95 ? 1 : 0;
    cachedNativeEncoder = null;
    cachedNativeDecoder = null;
    Utils = class Utils2 {
      static METACHARACTERS = "\\.+*?()|[]{}^$";
      static EMPTY_BEGIN_LINE = 1;
      static EMPTY_END_LINE = 2;
      static EMPTY_BEGIN_TEXT = 4;
      static EMPTY_END_TEXT = 8;
      static EMPTY_WORD_BOUNDARY = 16;
      static EMPTY_NO_WORD_BOUNDARY = 32;
      static EMPTY_ALL = -1;
      static emptyInts() {
        return [];
      }
      static isString(value) {
        return typeof value === "string" || Object.prototype.toString.call(value) === "[object String]";
      }
      static typeName(value) {
        if (value === null || typeof value !== "object" && typeof value !== "function") return value === null ? "null" : typeof value;
        return Object.prototype.toString.call(value).slice(8, -1);
      }
      static checkPattern(pattern) {
        if (!Utils2.isString(pattern)) throw new TypeError(`The pattern must be a string, not ${Utils2.typeName(pattern)} (RE2JS.translateRegExp() converts a RegExp)`);
      }
      static checkInput(input) {
        if (!Utils2.isString(input) && !Utils2.isByteArray(input)) throw new TypeError(`The input must be a string or a byte array (Uint8Array or number[]), not ${Utils2.typeName(input)}`);
      }
      static checkFlags(flags) {
        const known3 = PublicFlags.MULTILINE | PublicFlags.DOTALL | PublicFlags.CASE_INSENSITIVE | PublicFlags.DISABLE_UNICODE_GROUPS | PublicFlags.LONGEST_MATCH | PublicFlags.LOOKBEHINDS;
        if (!Number.isInteger(flags) || (flags & ~known3) !== 0) throw new RE2JSFlagsException("Flags should only be a combination of MULTILINE, DOTALL, CASE_INSENSITIVE, DISABLE_UNICODE_GROUPS, LONGEST_MATCH, LOOKBEHINDS");
      }
      static isByteArray(input) {
        return Array.isArray(input) || Object.prototype.toString.call(input) === "[object Uint8Array]";
      }
      static isalnum(c2) {
        return Codepoint.CODES["0"] <= c2 && c2 <= Codepoint.CODES["9"] || Codepoint.CODES["a"] <= c2 && c2 <= Codepoint.CODES["z"] || Codepoint.CODES["A"] <= c2 && c2 <= Codepoint.CODES["Z"];
      }
      static unhex(c2) {
        if (Codepoint.CODES["0"] <= c2 && c2 <= Codepoint.CODES["9"]) return c2 - Codepoint.CODES["0"];
        if (Codepoint.CODES["a"] <= c2 && c2 <= Codepoint.CODES["f"]) return c2 - Codepoint.CODES["a"] + 10;
        if (Codepoint.CODES["A"] <= c2 && c2 <= Codepoint.CODES["F"]) return c2 - Codepoint.CODES["A"] + 10;
        return -1;
      }
      static escapeRune(rune) {
        let out = "";
        if (Unicode.isPrint(rune)) {
          if (Utils2.METACHARACTERS.indexOf(String.fromCodePoint(rune)) >= 0) out += "\\";
          out += String.fromCodePoint(rune);
        } else switch (rune) {
          case Codepoint.CODES['"']:
            out += '\\"';
            break;
          case Codepoint.CODES["\\"]:
            out += "\\\\";
            break;
          case Codepoint.CODES["	"]:
            out += "\\t";
            break;
          case Codepoint.CODES["\n"]:
            out += "\\n";
            break;
          case Codepoint.CODES["\r"]:
            out += "\\r";
            break;
          case Codepoint.CODES["\b"]:
            out += "\\b";
            break;
          case Codepoint.CODES["\f"]:
            out += "\\f";
            break;
          default: {
            let s3 = rune.toString(16);
            if (rune < 256) {
              out += "\\x";
              if (s3.length === 1) out += "0";
              out += s3;
            } else out += `\\x{${s3}}`;
            break;
          }
        }
        return out;
      }
      static stringToRunes(str) {
        const string2 = String(str);
        const runes = [];
        let i = 0;
        while (i < string2.length) {
          const cp = string2.codePointAt(i);
          runes.push(cp);
          i += cp > Unicode.MAX_BMP ? 2 : 1;
        }
        return new Int32Array(runes);
      }
      static runeToString(r) {
        return String.fromCodePoint(r);
      }
      static isWordRune(r) {
        return r < FAST_PATH_TABLE_SIZE ? WORD_RUNE_TABLE[r] === 1 : false;
      }
      static emptyOpContext(r1, r2) {
        let op = 0;
        if (r1 < 0) op |= Utils2.EMPTY_BEGIN_TEXT | Utils2.EMPTY_BEGIN_LINE;
        if (r1 === 10) op |= Utils2.EMPTY_BEGIN_LINE;
        if (r2 < 0) op |= Utils2.EMPTY_END_TEXT | Utils2.EMPTY_END_LINE;
        if (r2 === 10) op |= Utils2.EMPTY_END_LINE;
        if (Utils2.isWordRune(r1) !== Utils2.isWordRune(r2)) op |= Utils2.EMPTY_WORD_BOUNDARY;
        else op |= Utils2.EMPTY_NO_WORD_BOUNDARY;
        return op;
      }
      /**
      * Returns a string that quotes all regular expression metacharacters inside the argument text;
      * the returned string is a regular expression matching the literal text. For example,
      * {@code quoteMeta("[foo]").equals("\\[foo\\]")}.
      * @param {string} str
      * @returns {string}
      */
      static quoteMeta(str) {
        return str.split("").map((s3) => {
          if (Utils2.METACHARACTERS.indexOf(s3) >= 0) return `\\${s3}`;
          return s3;
        }).join("");
      }
      static charCount(codePoint) {
        return codePoint > Unicode.MAX_BMP ? 2 : 1;
      }
      /**
      * High-speed conversion from TypedArrays to standard JS Arrays.
      * Bypasses the expensive Symbol.iterator overhead of Array.from()
      */
      static toArray(typedArray) {
        const len = typedArray.length;
        const res = new Array(len);
        for (let i = 0; i < len; i++) res[i] = typedArray[i];
        return res;
      }
      static stringToUtf8ByteArray(str) {
        if (globalThis.TextEncoder) {
          if (!cachedNativeEncoder) cachedNativeEncoder = new TextEncoder();
          return cachedNativeEncoder.encode(str);
        } else {
          let out = [], p = 0;
          for (let i = 0; i < str.length; i++) {
            let c2 = str.charCodeAt(i);
            if (c2 < 128) out[p++] = c2;
            else if (c2 < 2048) {
              out[p++] = c2 >> 6 | 192;
              out[p++] = c2 & 63 | 128;
            } else if ((c2 & 64512) === Unicode.MIN_HIGH_SURROGATE && i + 1 < str.length && (str.charCodeAt(i + 1) & 64512) === Unicode.MIN_LOW_SURROGATE) {
              c2 = Unicode.MIN_SUPPLEMENTARY_CODE_POINT + ((c2 & 1023) << 10) + (str.charCodeAt(++i) & 1023);
              out[p++] = c2 >> 18 | 240;
              out[p++] = c2 >> 12 & 63 | 128;
              out[p++] = c2 >> 6 & 63 | 128;
              out[p++] = c2 & 63 | 128;
            } else {
              out[p++] = c2 >> 12 | 224;
              out[p++] = c2 >> 6 & 63 | 128;
              out[p++] = c2 & 63 | 128;
            }
          }
          return out;
        }
      }
      static utf8ByteArrayToString(bytes) {
        if (globalThis.TextDecoder) {
          if (!cachedNativeDecoder) cachedNativeDecoder = new TextDecoder("utf-8");
          const view = bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes);
          return cachedNativeDecoder.decode(view);
        } else {
          let out = [], pos = 0, c2 = 0;
          while (pos < bytes.length) {
            let c1 = bytes[pos++];
            if (c1 < 128) out[c2++] = String.fromCharCode(c1);
            else if (c1 > 191 && c1 < 224) {
              let c22 = bytes[pos++];
              out[c2++] = String.fromCharCode((c1 & 31) << 6 | c22 & 63);
            } else if (c1 > 239 && c1 < 365) {
              let c22 = bytes[pos++];
              let c3 = bytes[pos++];
              let c4 = bytes[pos++];
              let u = ((c1 & 7) << 18 | (c22 & 63) << 12 | (c3 & 63) << 6 | c4 & 63) - Unicode.MIN_SUPPLEMENTARY_CODE_POINT;
              out[c2++] = String.fromCharCode(Unicode.MIN_HIGH_SURROGATE + (u >> 10));
              out[c2++] = String.fromCharCode(Unicode.MIN_LOW_SURROGATE + (u & 1023));
            } else {
              let c22 = bytes[pos++];
              let c3 = bytes[pos++];
              out[c2++] = String.fromCharCode((c1 & 15) << 12 | (c22 & 63) << 6 | c3 & 63);
            }
          }
          return out.join("");
        }
      }
    };
    createEnum = (values = [], initNum = 0) => {
      const enumObject = /* @__PURE__ */ Object.create(null);
      for (let i = 0; i < values.length; i++) {
        const val = values[i];
        const keyVal = initNum + i;
        enumObject[val] = keyVal;
        enumObject[keyVal] = val;
      }
      return Object.freeze(enumObject);
    };
    MatcherInputBase = class MatcherInputBase2 {
      static Encoding = createEnum(["UTF_16", "UTF_8"]);
      getEncoding() {
        throw Error("not implemented");
      }
      /** @returns {string} */
      asCharSequence() {
        throw Error("not implemented");
      }
      /** @returns {Uint8Array|number[]|null} */
      asBytes() {
        throw Error("not implemented");
      }
      /** @returns {number} */
      length() {
        throw Error("not implemented");
      }
      /**
      *
      * @returns {boolean}
      */
      isUTF8Encoding() {
        return this.getEncoding() === MatcherInputBase2.Encoding.UTF_8;
      }
      /**
      *
      * @returns {boolean}
      */
      isUTF16Encoding() {
        return this.getEncoding() === MatcherInputBase2.Encoding.UTF_16;
      }
    };
    Utf8MatcherInput = class extends MatcherInputBase {
      /** @param {Uint8Array|number[]|null} bytes */
      constructor(bytes = null) {
        super();
        this.bytes = bytes;
      }
      getEncoding() {
        return MatcherInputBase.Encoding.UTF_8;
      }
      /**
      *
      * @returns {string}
      */
      asCharSequence() {
        return Utils.utf8ByteArrayToString(this.bytes);
      }
      /**
      *
      * @returns {Uint8Array|number[]|null}
      */
      asBytes() {
        return this.bytes;
      }
      /**
      *
      * @returns {number}
      */
      length() {
        return this.bytes.length;
      }
    };
    Utf16MatcherInput = class extends MatcherInputBase {
      /** @param {string|null} charSequence */
      constructor(charSequence = null) {
        super();
        this.charSequence = charSequence;
      }
      getEncoding() {
        return MatcherInputBase.Encoding.UTF_16;
      }
      /**
      *
      * @returns {string}
      */
      asCharSequence() {
        return this.charSequence;
      }
      /**
      *
      * @returns {number[]}
      */
      asBytes() {
        return Utils.stringToUtf8ByteArray(this.charSequence.toString());
      }
      /**
      *
      * @returns {number}
      */
      length() {
        return this.charSequence.length;
      }
    };
    MatcherInput = class {
      /**
      * Return the MatcherInput for UTF_16 encoding.
      * @returns {Utf16MatcherInput}
      */
      static utf16(charSequence) {
        Utils.checkInput(charSequence);
        return new Utf16MatcherInput(charSequence);
      }
      /**
      * Return the MatcherInput for UTF_8 encoding.
      * @returns {Utf8MatcherInput}
      */
      static utf8(input) {
        if (Utils.isByteArray(input)) return new Utf8MatcherInput(input);
        return new Utf8MatcherInput(Utils.stringToUtf8ByteArray(input));
      }
    };
    MachineInputBase = class {
      static EOF() {
        return -8;
      }
      constructor() {
        this.start = 0;
        this.end = 0;
      }
      canCheckPrefix() {
        return true;
      }
      endPos() {
        return this.end - this.start;
      }
      hasString() {
        return false;
      }
      hasAnyString() {
        return false;
      }
      prefixLength() {
        return 0;
      }
    };
    MachineUTF8Input = class MachineUTF8Input2 extends MachineInputBase {
      static RUNE_ERROR_STEP = Unicode.RUNE_ERROR << 3 | 1;
      constructor(bytes, start = 0, end = bytes.length) {
        super();
        this.bytes = bytes;
        this.start = start;
        this.end = end;
      }
      hasString(prefilter, pos) {
        const target = prefilter.bytes;
        if (target.length === 0) return true;
        const idx = this.indexOf(this.bytes, target, this.start + pos);
        return idx !== -1 && idx <= this.end - target.length;
      }
      hasAnyString(prefilter, pos) {
        return prefilter.automaton8().searchUTF8(this.bytes, this.start + pos, this.end);
      }
      step(pos) {
        pos += this.start;
        if (pos >= this.end) return MachineInputBase.EOF();
        const c2 = this.bytes[pos] & 255;
        if (c2 < 128) return c2 << 3 | 1;
        let size;
        let rune;
        let lo = 128;
        let hi = 191;
        if (c2 >= 194 && c2 <= 223) {
          size = 2;
          rune = c2 & 31;
        } else if (c2 >= 224 && c2 <= 239) {
          size = 3;
          rune = c2 & 15;
          if (c2 === 224) lo = 160;
          else if (c2 === 237) hi = 159;
        } else if (c2 >= 240 && c2 <= 244) {
          size = 4;
          rune = c2 & 7;
          if (c2 === 240) lo = 144;
          else if (c2 === 244) hi = 143;
        } else return MachineUTF8Input2.RUNE_ERROR_STEP;
        if (pos + size > this.end) return MachineUTF8Input2.RUNE_ERROR_STEP;
        const c1 = this.bytes[pos + 1] & 255;
        if (c1 < lo || c1 > hi) return MachineUTF8Input2.RUNE_ERROR_STEP;
        rune = rune << 6 | c1 & 63;
        if (size > 2) {
          const c22 = this.bytes[pos + 2] & 255;
          if ((c22 & 192) !== 128) return MachineUTF8Input2.RUNE_ERROR_STEP;
          rune = rune << 6 | c22 & 63;
          if (size > 3) {
            const c3 = this.bytes[pos + 3] & 255;
            if ((c3 & 192) !== 128) return MachineUTF8Input2.RUNE_ERROR_STEP;
            rune = rune << 6 | c3 & 63;
          }
        }
        return rune << 3 | size;
      }
      index(re2, pos) {
        pos += this.start;
        const i = this.indexOf(this.bytes, re2.prefixUTF8, pos);
        return i < 0 ? i : i - pos;
      }
      context(pos) {
        pos += this.start;
        let r1 = -1;
        if (pos > this.start && pos <= this.end) {
          let start = pos - 1;
          r1 = this.bytes[start--];
          if (r1 >= 128) {
            let lim = pos - 4;
            if (lim < this.start) lim = this.start;
            while (start >= lim && (this.bytes[start] & 192) === 128) start--;
            if (start < this.start) start = this.start;
            const r = this.step(start - this.start);
            r1 = start + (r & 7) === pos ? r >> 3 : Unicode.RUNE_ERROR;
          }
        }
        const r2 = pos < this.end ? this.step(pos - this.start) >> 3 : -1;
        return Utils.emptyOpContext(r1, r2);
      }
      indexOf(source, target, fromIndex = 0) {
        let targetLength = target.length;
        if (targetLength === 0) return fromIndex <= this.end ? fromIndex : -1;
        const firstByte = target[0];
        let limit = this.end - targetLength;
        const hasNativeIndexOf = typeof source.indexOf === "function";
        let i = fromIndex;
        while (i <= limit) {
          if (hasNativeIndexOf) {
            i = source.indexOf(firstByte, i);
            if (i === -1 || i > limit) return -1;
          } else {
            while (i <= limit && source[i] !== firstByte) i++;
            if (i > limit) return -1;
          }
          let match = true;
          for (let j2 = 1; j2 < targetLength; j2++) if (source[i + j2] !== target[j2]) {
            match = false;
            break;
          }
          if (match) return i;
          i++;
        }
        return -1;
      }
      prefixLength(re2) {
        return re2.prefixUTF8.length;
      }
    };
    MachineUTF16Input = class extends MachineInputBase {
      constructor(charSequence, start = 0, end = charSequence.length) {
        super();
        this.charSequence = charSequence;
        this.start = start;
        this.end = end;
      }
      hasString(prefilter, pos) {
        const idx = this.charSequence.indexOf(prefilter.str, this.start + pos);
        return idx !== -1 && idx <= this.end - prefilter.str.length;
      }
      hasAnyString(prefilter, pos) {
        return prefilter.automaton16().searchUTF16(this.charSequence, this.start + pos, this.end);
      }
      step(pos) {
        pos += this.start;
        if (pos >= this.end) return MachineInputBase.EOF();
        const c1 = this.charSequence.charCodeAt(pos);
        if (c1 < Unicode.MIN_HIGH_SURROGATE || c1 > Unicode.MAX_HIGH_SURROGATE || pos + 1 >= this.end) return c1 << 3 | 1;
        const c2 = this.charSequence.charCodeAt(pos + 1);
        if (c2 >= Unicode.MIN_LOW_SURROGATE && c2 <= Unicode.MAX_LOW_SURROGATE) return (c1 - Unicode.MIN_HIGH_SURROGATE) * 1024 + (c2 - Unicode.MIN_LOW_SURROGATE) + Unicode.MIN_SUPPLEMENTARY_CODE_POINT << 3 | 2;
        return c1 << 3 | 1;
      }
      index(re2, pos) {
        pos += this.start;
        const i = this.charSequence.indexOf(re2.prefix, pos);
        if (i < 0 || i > this.end - re2.prefix.length) return -1;
        return i - pos;
      }
      context(pos) {
        pos += this.start;
        const r1 = pos > this.start && pos <= this.end ? this.charSequence.charCodeAt(pos - 1) : -1;
        const r2 = pos < this.end ? this.charSequence.charCodeAt(pos) : -1;
        return Utils.emptyOpContext(r1, r2);
      }
      prefixLength(re2) {
        return re2.prefix.length;
      }
    };
    MachineInput = class {
      static fromUTF8(bytes, start = 0, end = bytes.length) {
        return new MachineUTF8Input(bytes, start, end);
      }
      static fromUTF16(charSequence, start = 0, end = void 0) {
        Utils.checkInput(charSequence);
        return new MachineUTF16Input(charSequence, start, end ?? charSequence.length);
      }
    };
    Matcher = class Matcher2 {
      /**
      * V8 and WebKit have historical hard limits on the number of arguments
      * that can be passed to a function. We cap replacer arguments to prevent
      * Call Stack Overflow (DoS) vulnerabilities on massive ASTs.
      */
      static MAX_REPLACER_ARGS = 65535;
      /**
      * Quotes '\' and '$' in {@code s}, so that the returned string could be used in
      * {@link #appendReplacement} as a literal replacement of {@code s}.
      *
      * @param {string} str the string to be quoted
      * @param {boolean} [javaMode=false] whether the replacement will be used in javaMode
      * @returns {string} the quoted string
      */
      static quoteReplacement(str, javaMode = false) {
        if (javaMode) {
          if (str.indexOf("\\") < 0 && str.indexOf("$") < 0) return str;
          return str.split("").map((s3) => {
            const c2 = s3.codePointAt(0);
            if (c2 === Codepoint.CODES["\\"] || c2 === Codepoint.CODES["$"]) return `\\${s3}`;
            return s3;
          }).join("");
        }
        if (str.indexOf("$") < 0) return str;
        return str.split("").map((s3) => {
          if (s3.codePointAt(0) === Codepoint.CODES["$"]) return "$$";
          return s3;
        }).join("");
      }
      /**
      *
      * @param {import('./index.js').RE2JS} pattern
      * @param {string|number[]|Uint8Array|MatcherInputBase} input
      */
      constructor(pattern, input) {
        if (pattern === null) throw new Error("pattern is null");
        this.patternInput = pattern;
        const re2 = this.patternInput.re2();
        this.patternGroupCount = re2.numberOfCapturingGroups();
        this.groups = [];
        this.namedGroups = re2.namedGroups;
        this.hasNamedGroups = Object.keys(this.namedGroups).length > 0;
        this.numberOfInstructions = re2.numberOfInstructions();
        this.lookbehindState = null;
        if (input instanceof MatcherInputBase) this.resetMatcherInput(input);
        else if (Utils.isByteArray(input)) this.resetMatcherInput(MatcherInput.utf8(input));
        else this.resetMatcherInput(MatcherInput.utf16(input));
      }
      /**
      * Returns the {@code RE2JS} associated with this {@code Matcher}.
      * @returns {import('./index.js').RE2JS}
      */
      pattern() {
        return this.patternInput;
      }
      /**
      * Resets the {@code Matcher}, rewinding input and discarding any match information.
      *
      * @returns {Matcher} the {@code Matcher} itself, for chained method calls
      */
      reset() {
        this.matcherInputLength = this.matcherInput.length();
        this.appendPos = 0;
        this.hasMatch = false;
        this.hasGroups = false;
        this.anchorFlag = 0;
        return this;
      }
      /**
      * Resets the {@code Matcher} and changes the input.
      * @param {string|number[]|Uint8Array|MatcherInputBase} input
      * @returns {Matcher} the {@code Matcher} itself, for chained method calls
      */
      resetMatcherInput(input) {
        if (input === null) throw new Error("input is null");
        if (!(input instanceof MatcherInputBase)) {
          if (Utils.isByteArray(input)) input = MatcherInput.utf8(input);
          else input = MatcherInput.utf16(input);
        }
        this.matcherInput = input;
        if (this.lookbehindState !== null) this.lookbehindState.reset();
        else this.lookbehindState = this.patternInput.re2().createLookbehindState();
        this.reset();
        return this;
      }
      /**
      * Returns the start of the named group of the most recent match, or -1 if the group was not
      * matched.
      * @param {string|number} [group=0]
      * @returns {number}
      */
      start(group = 0) {
        if (typeof group === "string") {
          const groupInt = this.namedGroups[group];
          if (!Number.isFinite(groupInt)) throw new RE2JSGroupException(`group '${group}' not found`);
          group = groupInt;
        }
        this.loadGroup(group);
        return this.groups[2 * group];
      }
      /**
      * Returns the end of the named group of the most recent match, or -1 if the group was not
      * matched.
      * @param {string|number} [group=0]
      * @returns {number}
      */
      end(group = 0) {
        if (typeof group === "string") {
          const groupInt = this.namedGroups[group];
          if (!Number.isFinite(groupInt)) throw new RE2JSGroupException(`group '${group}' not found`);
          group = groupInt;
        }
        this.loadGroup(group);
        return this.groups[2 * group + 1];
      }
      /**
      * Returns the program size of this pattern.
      *
      * <p>
      * Similar to the C++ implementation, the program size is a very approximate measure of a regexp's
      * "cost". Larger numbers are more expensive than smaller numbers.
      * </p>
      *
      * @returns {number} the program size of this pattern
      */
      programSize() {
        return this.numberOfInstructions;
      }
      /**
      * Returns the named group of the most recent match, or {@code null} if the group was not matched.
      * @param {string|number} [group=0]
      * @returns {string|null}
      */
      group(group = 0) {
        if (typeof group === "string") {
          const groupInt = this.namedGroups[group];
          if (!Number.isFinite(groupInt)) throw new RE2JSGroupException(`group '${group}' not found`);
          group = groupInt;
        }
        const start = this.start(group);
        const end = this.end(group);
        if (start < 0 && end < 0) return null;
        return this.substring(start, end);
      }
      /**
      * Returns a dictionary map of all named capturing groups and their matched values.
      * If a group was not matched, its value will be `null`.
      * @returns {Record<string, string|null>}
      */
      getNamedGroups() {
        if (!this.hasMatch) throw new RE2JSGroupException("perhaps no match attempted");
        const result = /* @__PURE__ */ Object.create(null);
        for (const name of Object.keys(this.namedGroups)) result[name] = this.group(name);
        return result;
      }
      /**
      * Returns the number of subgroups in this pattern.
      *
      * @returns {number} the number of subgroups; the overall match (group 0) does not count
      */
      groupCount() {
        return this.patternGroupCount;
      }
      /**
      * Helper: finds subgroup information if needed for group.
      * @param {number} group
      * @private
      */
      loadGroup(group) {
        if (!Number.isInteger(group) || group < 0 || group > this.patternGroupCount) throw new RE2JSGroupException(`Group index out of bounds: ${group}`);
        if (!this.hasMatch) throw new RE2JSGroupException("perhaps no match attempted");
        if (group === 0 || this.hasGroups) return;
        const end = this.matcherInputLength;
        const res = this.patternInput.re2().matchMachineInput(this.matcherInput, this.groups[0], end, this.anchorFlag, 1 + this.patternGroupCount, this.lookbehindState);
        if (!res[0]) throw new RE2JSGroupException("inconsistency in matching group data");
        this.groups = res[1];
        this.hasGroups = true;
      }
      /**
      * Matches the entire input against the pattern (anchored start and end). If there is a match,
      * {@code matches} sets the match state to describe it.
      *
      * @returns {boolean} true if the entire input matches the pattern
      */
      matches() {
        return this.genMatch(0, RE2Flags.ANCHOR_BOTH);
      }
      /**
      * Matches the beginning of input against the pattern (anchored start). If there is a match,
      * {@code lookingAt} sets the match state to describe it.
      *
      * @returns {boolean} true if the beginning of the input matches the pattern
      */
      lookingAt() {
        return this.genMatch(0, RE2Flags.ANCHOR_START);
      }
      /**
      * Matches the input against the pattern (unanchored), starting at a specified position. If there
      * is a match, {@code find} sets the match state to describe it.
      *
      * @param {number|null} [start=null] the input position where the search begins
      * @returns {boolean} if it finds a match
      * @throws IndexOutOfBoundsException if start is not a valid input position
      */
      find(start = null) {
        if (start !== null) {
          if (!Number.isInteger(start) || start < 0 || start > this.matcherInputLength) throw new RE2JSGroupException(`start index out of bounds: ${start}`);
          this.reset();
          return this.genMatch(start, 0);
        }
        start = 0;
        if (this.hasMatch) {
          start = this.groups[1];
          if (this.groups[0] === this.groups[1]) {
            const r = (this.matcherInput.isUTF16Encoding() ? MachineInput.fromUTF16(this.matcherInput.asCharSequence(), 0, this.matcherInputLength) : MachineInput.fromUTF8(this.matcherInput.asBytes(), 0, this.matcherInputLength)).step(start);
            if (r < 0) start++;
            else start += r & 7;
          }
        }
        return this.genMatch(start, RE2Flags.UNANCHORED);
      }
      /**
      * Helper: does match starting at start, with RE2 anchor flag.
      * @param {number} startByte
      * @param {number} anchor
      * @returns {boolean}
      * @private
      */
      genMatch(startByte, anchor) {
        const res = this.patternInput.re2().matchMachineInput(this.matcherInput, startByte, this.matcherInputLength, anchor, 1, this.lookbehindState);
        if (!res[0]) {
          this.hasMatch = false;
          return false;
        }
        this.groups = res[1];
        this.hasMatch = true;
        this.hasGroups = this.patternGroupCount === 0;
        this.anchorFlag = anchor;
        return true;
      }
      /**
      * Helper: return substring for [start, end).
      * @param {number} start
      * @param {number} end
      * @returns {string}
      */
      substring(start, end) {
        if (this.matcherInput.isUTF8Encoding()) return Utils.utf8ByteArrayToString(this.matcherInput.asBytes().slice(start, end));
        return this.matcherInput.asCharSequence().substring(start, end).toString();
      }
      /**
      * Helper for Pattern: return input length.
      * @returns {number}
      */
      inputLength() {
        return this.matcherInputLength;
      }
      /**
      * Appends to result two strings: the text from the append position up to the beginning of the
      * most recent match, and then the replacement with submatch groups substituted for references to
      * them. It advances the append position to where the most recent match ended.
      *
      * By default the replacement is expanded as by String.prototype.replace (see
      * appendReplacementInternalJs). In Java mode it follows re2j / java.util.regex: $n takes as
      * many digits as still form a valid group number, ${name} is a named group, and a backslash
      * escapes the next character (so "\\$" in a JS string literal inserts a literal $).
      *
      * @param {string} replacement the replacement string
      * @param {boolean} [javaMode=false] activate java mode (different behaviour for capture groups and special characters)
      * @returns {string}
      * @throws IllegalStateException if there was no most recent match
      * @throws IndexOutOfBoundsException in Java mode, if replacement refers to an invalid group
      * @private
      */
      appendReplacement(replacement, javaMode = false) {
        let res = "";
        const s3 = this.start();
        const e = this.end();
        if (this.appendPos < s3) res += this.substring(this.appendPos, s3);
        this.appendPos = e;
        res += javaMode ? this.appendReplacementInternalJava(replacement) : this.appendReplacementInternalJs(replacement);
        return res;
      }
      /**
      * @param {string} replacement - the replacement string
      * @returns {string}
      * @private
      */
      appendReplacementInternalJava(replacement) {
        let res = "";
        let last = 0;
        const m = replacement.length;
        let i = 0;
        while (i < m) {
          const cCode = replacement.codePointAt(i);
          if (cCode === Codepoint.CODES["\\"]) {
            if (last < i) res += replacement.substring(last, i);
            i++;
            if (i >= m) throw new RE2JSGroupException("character to be escaped is missing");
            last = i;
            i++;
            continue;
          }
          if (cCode === Codepoint.CODES["$"]) {
            if (last < i) res += replacement.substring(last, i);
            if (i + 1 >= m) throw new RE2JSGroupException("Illegal group reference: group index is missing");
            const nextCode = replacement.codePointAt(i + 1);
            if (Codepoint.CODES["0"] <= nextCode && nextCode <= Codepoint.CODES["9"]) {
              let n = nextCode - Codepoint.CODES["0"];
              let j2 = i + 2;
              for (; j2 < m; j2++) {
                const digit = replacement.codePointAt(j2);
                if (digit < Codepoint.CODES["0"] || digit > Codepoint.CODES["9"] || n * 10 + digit - Codepoint.CODES["0"] > this.patternGroupCount) break;
                n = n * 10 + digit - Codepoint.CODES["0"];
              }
              if (n > this.patternGroupCount) throw new RE2JSGroupException(`n > number of groups: ${n}`);
              const group = this.group(n);
              if (group !== null) res += group;
              i = j2;
              last = i;
            } else if (nextCode === Codepoint.CODES["{"]) {
              let j2 = i + 2;
              while (j2 < m && replacement.codePointAt(j2) !== Codepoint.CODES["}"]) j2++;
              if (j2 >= m) throw new RE2JSGroupException("named capture group is missing trailing '}'");
              const groupName = replacement.substring(i + 2, j2);
              const groupVal = this.group(groupName);
              if (groupVal !== null) res += groupVal;
              i = j2 + 1;
              last = i;
            } else throw new RE2JSGroupException("Illegal group reference");
            continue;
          }
          i++;
        }
        if (last < m) res += replacement.substring(last, m);
        return res;
      }
      /**
      * Expands |replacement| for the current match by the rules of String.prototype.replace
      * (ECMAScript GetSubstitution): $$ is "$", $& the match, $` the text before it, $' the text
      * after it, $n and $nn a group (two digits only when they form a valid group number, so with
      * one group "$10" is group 1 then "0"; an unmatched group is empty), and $<name> a named group
      * (empty when no such group), only when the pattern has named groups. Anything else, such as
      * "$0" or "$<" without a closing ">", is kept as is.
      * @param {string} replacement - the replacement string
      * @returns {string}
      * @private
      */
      appendReplacementInternalJs(replacement) {
        const isDigit = (c2) => c2 >= 48 && c2 <= 57;
        const groupCount = this.patternGroupCount;
        let res = "";
        let i = 0;
        while (i < replacement.length) {
          const dollar = replacement.indexOf("$", i);
          if (dollar < 0) break;
          res += replacement.substring(i, dollar);
          i = dollar;
          const c2 = replacement.charCodeAt(i + 1);
          if (c2 === Codepoint.CODES["$"]) {
            res += "$";
            i += 2;
          } else if (c2 === Codepoint.CODES["&"]) {
            res += this.group(0);
            i += 2;
          } else if (c2 === Codepoint.CODES["`"]) {
            res += this.substring(0, this.start(0));
            i += 2;
          } else if (c2 === Codepoint.CODES["'"]) {
            res += this.substring(this.end(0), this.matcherInputLength);
            i += 2;
          } else if (isDigit(c2)) {
            let digits = 1;
            let index = c2 - 48;
            const c22 = replacement.charCodeAt(i + 2);
            if (isDigit(c22) && index * 10 + c22 - 48 <= groupCount) {
              digits = 2;
              index = index * 10 + c22 - 48;
            }
            if (index >= 1 && index <= groupCount) {
              const group = this.group(index);
              if (group !== null) res += group;
            } else res += replacement.substring(i, i + 1 + digits);
            i += 1 + digits;
          } else if (c2 === Codepoint.CODES["<"] && this.hasNamedGroups) {
            const gt = replacement.indexOf(">", i + 2);
            if (gt < 0) {
              res += "$<";
              i += 2;
            } else {
              const name = replacement.substring(i + 2, gt);
              if (Object.hasOwn(this.namedGroups, name)) {
                const group = this.group(name);
                if (group !== null) res += group;
              }
              i = gt + 1;
            }
          } else {
            res += "$";
            i += 1;
          }
        }
        return res + replacement.substring(i);
      }
      /**
      * Return the substring of the input from the append position to the end of the
      * input.
      * @returns {string}
      */
      appendTail() {
        return this.substring(this.appendPos, this.matcherInputLength);
      }
      /**
      * Returns the input with all matches replaced by {@code replacement}, interpreted as for
      * {@code appendReplacement}.
      *
      * @param {string|((...args: any[]) => string)} replacement - the replacement string or a replacer function
      * @param {boolean} [javaMode=false] - activate java mode (different behaviour for capture groups and special characters)
      * @returns {string} the input string with the matches replaced
      * @throws IndexOutOfBoundsException if replacement refers to an invalid group and javaMode is true
      */
      replaceAll(replacement, javaMode = false) {
        return this.replace(replacement, true, javaMode);
      }
      /**
      * Returns the input with the first match replaced by {@code replacement}, interpreted as for
      * {@code appendReplacement}.
      *
      * @param {string|((...args: any[]) => string)} replacement - the replacement string or a replacer function
      * @param {boolean} [javaMode=false] - activate java mode (different behaviour for capture groups and special characters)
      * @returns {string} the input string with the first match replaced
      * @throws IndexOutOfBoundsException if replacement refers to an invalid group and javaMode is true
      */
      replaceFirst(replacement, javaMode = false) {
        return this.replace(replacement, false, javaMode);
      }
      /**
      * Helper: replaceAll/replaceFirst hybrid.
      * @param {string|((...args: any[]) => string)} replacement - the replacement string or a replacer function
      * @param {boolean} [all=true] - replace all matches
      * @param {boolean} [javaMode=false] - activate java mode (different behaviour for capture groups and special characters)
      * @returns {string}
      * @private
      */
      replace(replacement, all = true, javaMode = false) {
        let res = "";
        this.reset();
        const isFunc = typeof replacement === "function";
        let originalInput = null;
        if (isFunc) {
          if (this.groupCount() >= Matcher2.MAX_REPLACER_ARGS) throw new RE2JSGroupException("Too many capture groups to safely invoke replacer function");
          originalInput = this.matcherInput.isUTF8Encoding() ? this.matcherInput.asBytes() : this.matcherInput.asCharSequence();
        }
        while (this.find()) {
          res += isFunc ? this.appendReplacementFunc(replacement, originalInput) : this.appendReplacement(replacement, javaMode);
          if (!all) break;
        }
        res += this.appendTail();
        return res;
      }
      /**
      * Evaluates a replacer function for the current match and appends the result,
      * along with any un-matched preceding text, advancing the append position.
      * @param {Function} replacer - the replacer function
      * @param {string|Uint8Array|number[]} originalInput - the cached original input reference
      * @returns {string} the evaluated string to append
      * @private
      */
      appendReplacementFunc(replacer, originalInput) {
        let res = "";
        const s3 = this.start();
        const e = this.end();
        if (this.appendPos < s3) res += this.substring(this.appendPos, s3);
        this.appendPos = e;
        const args = this.matchArray();
        args.push(s3, originalInput);
        if (this.hasNamedGroups) args.push(this.namedGroupsObject());
        res += String(replacer(...args));
        return res;
      }
      /**
      * The match and its groups, as the elements of a JS RegExpExecArray: undefined for a group that
      * did not take part in the match. Used by exec(), matchAll() and replacer functions.
      * @returns {Array<string|undefined>}
      * @private
      */
      matchArray() {
        const result = [this.group(0)];
        for (let i = 1; i <= this.patternGroupCount; i++) {
          const group = this.group(i);
          result.push(group === null ? void 0 : group);
        }
        return result;
      }
      /**
      * The named groups, as the groups property of a JS RegExpExecArray: an object without a
      * prototype mapping each name to its group (undefined when it did not take part in the match),
      * or undefined when the pattern has no named groups.
      * @returns {Record<string, string|undefined>|undefined}
      * @private
      */
      namedGroupsObject() {
        if (!this.hasNamedGroups) return;
        const result = this.getNamedGroups();
        for (const name in result) if (result[name] === null) result[name] = void 0;
        return result;
      }
    };
    Inst = class Inst2 {
      static ALT = 1;
      static ALT_MATCH = 2;
      static CAPTURE = 3;
      static EMPTY_WIDTH = 4;
      static FAIL = 5;
      static MATCH = 6;
      static NOP = 7;
      static RUNE = 8;
      static RUNE1 = 9;
      static RUNE_ANY = 10;
      static RUNE_ANY_NOT_NL = 11;
      static LB_WRITE = 12;
      static LB_CHECK = 13;
      static isRuneOp(op) {
        return Inst2.RUNE <= op && op <= Inst2.RUNE_ANY_NOT_NL;
      }
      static escapeRunes(runes) {
        let out = '"';
        for (let rune of runes) out += Utils.escapeRune(rune);
        out += '"';
        return out;
      }
      constructor(op) {
        this.op = op;
        this.out = 0;
        this.arg = 0;
        this.runes = /* @__PURE__ */ new Int32Array(0);
        this.next = null;
      }
      matchRune(r) {
        if (this.runes.length === 1) {
          const r0 = this.runes[0];
          if ((this.arg & RE2Flags.FOLD_CASE) !== 0) return Unicode.equalsIgnoreCase(r0, r);
          return r === r0;
        }
        const len = this.runes.length;
        if (len === 0) return false;
        if (len === 2 || len === 4 || len === 6 || len === 8) {
          for (let j2 = 0; j2 < len; j2 += 2) {
            if (r < this.runes[j2]) return false;
            if (r <= this.runes[j2 + 1]) return true;
          }
          return false;
        }
        let base = 0;
        let n = len >> 1;
        while (n > 1) {
          const half = n >> 1;
          base += this.runes[base + half << 1] <= r ? half : 0;
          n -= half;
        }
        base += this.runes[base << 1] <= r ? 1 : 0;
        const m = base - 1;
        return m >= 0 && r <= this.runes[m << 1 | 1];
      }
      matchRunePos(r) {
        if (this.runes.length === 1) {
          const r0 = this.runes[0];
          if ((this.arg & RE2Flags.FOLD_CASE) !== 0) return Unicode.equalsIgnoreCase(r0, r) ? 0 : -1;
          return r === r0 ? 0 : -1;
        }
        const len = this.runes.length;
        if (len === 0) return -1;
        if (len === 2 || len === 4 || len === 6 || len === 8) {
          for (let j2 = 0; j2 < len; j2 += 2) {
            if (r < this.runes[j2]) return -1;
            if (r <= this.runes[j2 + 1]) return Math.floor(j2 / 2);
          }
          return -1;
        }
        let base = 0;
        let n = len >> 1;
        while (n > 1) {
          const half = n >> 1;
          base += this.runes[base + half << 1] <= r ? half : 0;
          n -= half;
        }
        base += this.runes[base << 1] <= r ? 1 : 0;
        const m = base - 1;
        return m >= 0 && r <= this.runes[m << 1 | 1] ? m : -1;
      }
      /**
      *
      * @returns {string}
      */
      toString() {
        switch (this.op) {
          case Inst2.ALT:
            return `alt -> ${this.out}, ${this.arg}`;
          case Inst2.ALT_MATCH:
            return `altmatch -> ${this.out}, ${this.arg}`;
          case Inst2.CAPTURE:
            return `cap ${this.arg} -> ${this.out}`;
          case Inst2.EMPTY_WIDTH:
            return `empty ${this.arg} -> ${this.out}`;
          case Inst2.MATCH:
            return `match${this.arg !== 0 ? ` ${this.arg}` : ""}`;
          case Inst2.FAIL:
            return "fail";
          case Inst2.NOP:
            return `nop -> ${this.out}`;
          case Inst2.LB_WRITE:
            return `lbwrite ${this.arg} -> ${this.out}`;
          case Inst2.LB_CHECK:
            return `lbcheck ${this.arg} -> ${this.out}`;
          case Inst2.RUNE:
            if (this.runes === null) return "rune <null>";
            return [
              "rune ",
              Inst2.escapeRunes(this.runes),
              (this.arg & RE2Flags.FOLD_CASE) !== 0 ? "/i" : "",
              " -> ",
              this.out
            ].join("");
          case Inst2.RUNE1:
            return `rune1 ${Inst2.escapeRunes(this.runes)} -> ${this.out}`;
          case Inst2.RUNE_ANY:
            return `any -> ${this.out}`;
          case Inst2.RUNE_ANY_NOT_NL:
            return `anynotnl -> ${this.out}`;
          default:
            throw new Error("unhandled case in Inst.toString");
        }
      }
    };
    Queue = class Queue2 {
      constructor(numInst) {
        this.sparse = new Int32Array(numInst);
        this.densePcs = new Int32Array(numInst);
        this.denseCaps = null;
        this.size = 0;
        this.ncap = 0;
        this.mainThreads = 0;
      }
      static INITIAL_THREADS = 32;
      init(ncap) {
        this.ncap = ncap;
        const needed = Math.min(this.densePcs.length, Queue2.INITIAL_THREADS) * ncap;
        if (!this.denseCaps || this.denseCaps.length < needed) this.denseCaps = new Int32Array(needed);
      }
      growCaps(needed) {
        const limit = this.densePcs.length * this.ncap;
        const grown = new Int32Array(Math.min(limit, Math.max(needed, 2 * this.denseCaps.length)));
        grown.set(this.denseCaps);
        this.denseCaps = grown;
      }
      contains(pc) {
        const j2 = this.sparse[pc];
        return j2 < this.size && this.densePcs[j2] === pc;
      }
      isEmpty() {
        return this.size === 0;
      }
      add(pc) {
        const j2 = this.size++;
        this.sparse[pc] = j2;
        this.densePcs[j2] = pc;
        return j2;
      }
      clear() {
        this.size = 0;
        this.mainThreads = 0;
      }
      toString() {
        let out = "{";
        for (let i = 0; i < this.size; i++) {
          if (i !== 0) out += ", ";
          out += this.densePcs[i];
        }
        out += "}";
        return out;
      }
    };
    LookbehindState = class {
      constructor(prog) {
        this.pos = -1;
        this.pcs = new Int32Array(prog.numInst());
        this.size = 0;
        this.lbTable = new Int32Array(prog.numLb + 1);
      }
      reset() {
        this.pos = -1;
        this.size = 0;
      }
    };
    Machine = class Machine2 {
      static fromRE2(re2) {
        const m = new Machine2();
        m.prog = re2.prog;
        m.re2 = re2;
        m.q0 = new Queue(m.prog.numInst());
        m.q1 = new Queue(m.prog.numInst());
        m.addStack = new Int32Array(2 * (m.prog.numInst() + 1));
        m.matched = false;
        m.matchcap = new Int32Array(m.prog.numCap < 2 ? 2 : m.prog.numCap);
        m.ncap = 0;
        return m;
      }
      constructor() {
        this.prog = null;
        this.re2 = null;
        this.q0 = null;
        this.q1 = null;
        this.addStack = null;
        this.matched = false;
        this.matchcap = null;
        this.ncap = 0;
        this.lbTable = null;
      }
      init(ncap) {
        this.ncap = ncap;
        if (ncap > this.matchcap.length) this.matchcap = new Int32Array(ncap).fill(-1);
        else this.matchcap.fill(-1);
        this.q0.init(ncap);
        this.q1.init(ncap);
        if (this.prog.numLb > 0) {
          if (!this.lbTable || this.lbTable.length < this.prog.numLb + 1) this.lbTable = new Int32Array(this.prog.numLb + 1);
          this.lbTable.fill(-1);
        }
      }
      submatches() {
        if (this.ncap === 0) return Utils.emptyInts();
        return Utils.toArray(this.matchcap.subarray(0, this.ncap));
      }
      match(input, pos, anchor, lbState = null) {
        const startCond = this.re2.cond;
        if (startCond === Utils.EMPTY_ALL) return false;
        if ((anchor === RE2Flags.ANCHOR_START || anchor === RE2Flags.ANCHOR_BOTH) && pos !== 0) return false;
        this.matched = false;
        this.matchcap.fill(-1);
        const hasLookbehinds = this.prog.numLb > 0;
        const matchStartPos = pos;
        let currentPos = pos;
        let resumeLookbehinds = false;
        if (hasLookbehinds) {
          if (lbState !== null && lbState.pos >= 0 && lbState.pos <= pos) {
            currentPos = lbState.pos;
            resumeLookbehinds = true;
          } else currentPos = 0;
        }
        let saveLookbehinds = hasLookbehinds && lbState !== null;
        let runq = this.q0;
        let nextq = this.q1;
        let r = input.step(currentPos);
        let rune = r >> 3;
        let width = r & 7;
        let rune1 = -1;
        let width1 = 0;
        if (r !== MachineInputBase.EOF()) {
          r = input.step(currentPos + width);
          rune1 = r >> 3;
          width1 = r & 7;
        }
        let flag2;
        if (currentPos === 0) flag2 = Utils.emptyOpContext(-1, rune);
        else flag2 = input.context(currentPos);
        if (hasLookbehinds) {
          if (resumeLookbehinds) this.restoreLookbehinds(lbState, runq, flag2);
          else this.spawnLookbehinds(runq, currentPos, flag2);
        }
        while (true) {
          if (runq.mainThreads === 0) {
            if ((startCond & Utils.EMPTY_BEGIN_TEXT) !== 0 && currentPos !== 0) break;
            if ((anchor === RE2Flags.ANCHOR_START || anchor === RE2Flags.ANCHOR_BOTH) && currentPos !== 0) break;
            if (this.matched) break;
            if (this.prog.numLb === 0 && runq.isEmpty() && !(this.re2.prefix.length === 0) && rune1 !== this.re2.prefixRune && input.canCheckPrefix()) {
              const advance = input.index(this.re2, currentPos);
              if (advance < 0) break;
              currentPos += advance;
              r = input.step(currentPos);
              rune = r >> 3;
              width = r & 7;
              r = input.step(currentPos + width);
              rune1 = r >> 3;
              width1 = r & 7;
              flag2 = input.context(currentPos);
            }
          }
          if (currentPos >= matchStartPos) {
            if (saveLookbehinds) {
              this.saveLookbehinds(lbState, runq, currentPos);
              saveLookbehinds = false;
            }
            if (!this.matched && (currentPos === 0 || anchor === RE2Flags.UNANCHORED)) {
              if (this.ncap > 0) this.matchcap[0] = currentPos;
              this.add(runq, this.prog.start, currentPos, this.matchcap, 0, flag2);
            }
          }
          const nextPos = currentPos + width;
          flag2 = input.context(nextPos);
          this.step(runq, nextq, currentPos, nextPos, rune, flag2, anchor, currentPos === input.endPos());
          if (width === 0) break;
          if (this.ncap === 0 && this.matched) break;
          currentPos += width;
          rune = rune1;
          width = width1;
          if (rune !== -1) {
            r = input.step(currentPos + width);
            rune1 = r >> 3;
            width1 = r & 7;
          }
          const tmpq = runq;
          runq = nextq;
          nextq = tmpq;
        }
        runq.clear();
        nextq.clear();
        return this.matched;
      }
      matchSet(input, pos, anchor) {
        const startCond = this.re2.cond;
        if (startCond === Utils.EMPTY_ALL) return [];
        if ((anchor === RE2Flags.ANCHOR_START || anchor === RE2Flags.ANCHOR_BOTH) && pos !== 0) return [];
        let currentPos = this.prog.numLb > 0 ? 0 : pos;
        let matchStartPos = pos;
        let runq = this.q0;
        let nextq = this.q1;
        let r = input.step(currentPos);
        let rune = r >> 3;
        let width = r & 7;
        let rune1 = -1;
        let width1 = 0;
        if (r !== MachineInputBase.EOF()) {
          r = input.step(currentPos + width);
          rune1 = r >> 3;
          width1 = r & 7;
        }
        let flag2 = currentPos === 0 ? Utils.emptyOpContext(-1, rune) : input.context(currentPos);
        const matches = /* @__PURE__ */ new Set();
        if (this.prog.numLb > 0) this.spawnLookbehinds(runq, currentPos, flag2);
        while (true) {
          if (runq.mainThreads === 0) {
            if ((startCond & Utils.EMPTY_BEGIN_TEXT) !== 0 && currentPos !== 0) break;
            if ((anchor === RE2Flags.ANCHOR_START || anchor === RE2Flags.ANCHOR_BOTH) && currentPos !== 0) break;
          }
          if (currentPos === 0 || anchor === RE2Flags.UNANCHORED) {
            if (currentPos >= matchStartPos) this.add(runq, this.prog.start, currentPos, this.matchcap, 0, flag2);
          }
          const nextPos = currentPos + width;
          flag2 = input.context(nextPos);
          for (let j2 = 0; j2 < runq.size; j2++) {
            const pc = runq.densePcs[j2];
            const i = this.prog.inst[pc];
            const capOffset = j2 * this.ncap;
            let add = false;
            switch (i.op) {
              case Inst.MATCH:
                if (anchor === RE2Flags.ANCHOR_BOTH && currentPos !== input.endPos()) break;
                matches.add(i.arg);
                break;
              case Inst.RUNE:
                add = i.matchRune(rune);
                break;
              case Inst.RUNE1:
                add = rune === i.runes[0];
                break;
              case Inst.RUNE_ANY:
                add = true;
                break;
              case Inst.RUNE_ANY_NOT_NL:
                add = rune !== 10;
                break;
              default:
                continue;
            }
            if (add) this.add(nextq, i.out, nextPos, runq.denseCaps, capOffset, flag2);
          }
          runq.clear();
          if (width === 0) break;
          currentPos += width;
          rune = rune1;
          width = width1;
          if (rune !== -1) {
            r = input.step(currentPos + width);
            rune1 = r >> 3;
            width1 = r & 7;
          }
          const tmpq = runq;
          runq = nextq;
          nextq = tmpq;
        }
        nextq.clear();
        return Array.from(matches).sort((a, b2) => a - b2);
      }
      step(runq, nextq, pos, nextPos, c2, nextCond, anchor, atEnd) {
        const longest = this.re2.longest;
        for (let j2 = 0; j2 < runq.size; j2++) {
          const pc = runq.densePcs[j2];
          const capOffset = j2 * this.ncap;
          if (longest && this.matched && this.ncap > 0 && this.matchcap[0] < runq.denseCaps[capOffset]) continue;
          const i = this.prog.inst[pc];
          let add = false;
          switch (i.op) {
            case Inst.MATCH:
              if (anchor === RE2Flags.ANCHOR_BOTH && !atEnd) break;
              if (this.ncap > 0 && (!longest || !this.matched || this.matchcap[1] < pos)) {
                runq.denseCaps[capOffset + 1] = pos;
                for (let k2 = 0; k2 < this.ncap; k2++) this.matchcap[k2] = runq.denseCaps[capOffset + k2];
              }
              if (!longest) runq.size = 0;
              this.matched = true;
              break;
            case Inst.RUNE:
              add = i.matchRune(c2);
              break;
            case Inst.RUNE1:
              add = c2 === i.runes[0];
              break;
            case Inst.RUNE_ANY:
              add = true;
              break;
            case Inst.RUNE_ANY_NOT_NL:
              add = c2 !== 10;
              break;
            default:
              continue;
          }
          if (add) this.add(nextq, i.out, nextPos, runq.denseCaps, capOffset, nextCond);
        }
        runq.clear();
      }
      spawnLookbehinds(q, pos, flag2) {
        for (let i = 0; i < this.prog.lbStarts.length; i++) this.add(q, this.prog.lbStarts[i], pos, this.matchcap, 0, flag2);
      }
      restoreLookbehinds(lbState, q, flag2) {
        this.lbTable.set(lbState.lbTable);
        for (let j2 = 0; j2 < lbState.size; j2++) this.add(q, lbState.pcs[j2], lbState.pos, this.matchcap, 0, flag2);
      }
      saveLookbehinds(lbState, q, pos) {
        let size = 0;
        for (let j2 = 0; j2 < q.size; j2++) {
          const pc = q.densePcs[j2];
          if (this.prog.lbInst[pc] === 1 && Inst.isRuneOp(this.prog.inst[pc].op)) lbState.pcs[size++] = pc;
        }
        lbState.size = size;
        lbState.pos = pos;
        lbState.lbTable.set(this.lbTable);
      }
      add(q, pc, pos, capArray, capOffset, cond) {
        const stk = this.addStack;
        let nstk = 0;
        for (; ; ) {
          while (pc !== 0 && !q.contains(pc)) {
            const d = q.add(pc);
            const inst = this.prog.inst[pc];
            switch (inst.op) {
              case Inst.FAIL:
                pc = 0;
                break;
              case Inst.ALT:
              case Inst.ALT_MATCH:
                stk[nstk++] = inst.arg;
                stk[nstk++] = 0;
                pc = inst.out;
                break;
              case Inst.EMPTY_WIDTH:
                pc = (inst.arg & ~cond) === 0 ? inst.out : 0;
                break;
              case Inst.NOP:
                pc = inst.out;
                break;
              case Inst.CAPTURE:
                if (inst.arg < this.ncap) {
                  stk[nstk++] = -inst.arg - 1;
                  stk[nstk++] = capArray[capOffset + inst.arg];
                  capArray[capOffset + inst.arg] = pos;
                }
                pc = inst.out;
                break;
              case Inst.LB_WRITE:
                this.lbTable[Math.abs(inst.arg)] = pos;
                pc = inst.out;
                break;
              case Inst.LB_CHECK:
                if (inst.arg > 0) pc = this.lbTable[inst.arg] === pos ? inst.out : 0;
                else pc = this.lbTable[-inst.arg] !== pos ? inst.out : 0;
                break;
              case Inst.MATCH:
              case Inst.RUNE:
              case Inst.RUNE1:
              case Inst.RUNE_ANY:
              case Inst.RUNE_ANY_NOT_NL:
                if (this.prog.lbInst[pc] === 0) q.mainThreads++;
                if (this.ncap > 0) {
                  const destOffset = d * this.ncap;
                  if (destOffset + this.ncap > q.denseCaps.length) q.growCaps(destOffset + this.ncap);
                  for (let c2 = 0; c2 < this.ncap; c2++) q.denseCaps[destOffset + c2] = capArray[capOffset + c2];
                }
                pc = 0;
                break;
              default:
                throw new RE2JSInternalException("unhandled");
            }
          }
          if (nstk === 0) return;
          nstk -= 2;
          const entry = stk[nstk];
          if (entry < 0) {
            capArray[capOffset - entry - 1] = stk[nstk + 1];
            pc = 0;
          } else pc = entry;
        }
      }
    };
    hashState = (pcs, flag2, ids) => {
      let h = -2128831035;
      for (let i = 0; i < pcs.length; i++) {
        h ^= pcs[i];
        h = Math.imul(h, 16777619);
      }
      h ^= flag2;
      h = Math.imul(h, 16777619);
      for (let i = 0; i < ids.length; i++) {
        h ^= ids[i];
        h = Math.imul(h, 16777619);
      }
      return h;
    };
    arraysEqual = (a, b2) => {
      if (a.length !== b2.length) return false;
      for (let i = 0; i < a.length; i++) if (a[i] !== b2[i]) return false;
      return true;
    };
    isState = (state, pcs, flag2, ids) => state.flag === flag2 && arraysEqual(state.nfaStates, pcs) && arraysEqual(state.matchIDs, ids);
    NO_IDS = [];
    END_TEXT = -1;
    DFAState = class {
      constructor(nfaStates, flag2, matchIDs) {
        this.nfaStates = nfaStates;
        this.flag = flag2;
        this.isMatch = (flag2 & DFA.FLAG_MATCH) !== 0;
        this.matchIDs = matchIDs;
        this.next = null;
        this.nextAnchored = null;
      }
    };
    DFA = class DFA2 {
      static FLAG_EMPTY_MASK = 255;
      static FLAG_MATCH = 256;
      static FLAG_LAST_WORD = 512;
      static FLAG_NEED_SHIFT = 16;
      static STATE_OVERHEAD = 150;
      static ARRAY_OVERHEAD = 40;
      static ELEMENT_SIZE = 8;
      static TABLE_OVERHEAD = 48;
      static PROGRESS_PER_STATE = 10;
      constructor(prog, maxMem = 8388608) {
        this.prog = prog;
        this.maxMem = maxMem;
        this.stateCache = /* @__PURE__ */ new Map();
        this.stateCount = 0;
        this.startStates = /* @__PURE__ */ new Map();
        this.failed = false;
        for (let pc = 0; pc < prog.numInst(); pc++) {
          const op = prog.getInst(pc).op;
          if (op === Inst.LB_WRITE || op === Inst.LB_CHECK) {
            this.failed = true;
            break;
          }
        }
        this.computeRuneClasses();
        this.stateBudget = maxMem;
        this.memBudget = maxMem;
      }
      computeRuneClasses() {
        const bounds = /* @__PURE__ */ new Set();
        const addRange = (lo, hi) => {
          bounds.add(lo);
          bounds.add(hi + 1);
        };
        for (let pc = 0; pc < this.prog.numInst(); pc++) {
          const inst = this.prog.getInst(pc);
          switch (inst.op) {
            case Inst.RUNE:
            case Inst.RUNE1:
              if (inst.runes.length === 1) {
                addRange(inst.runes[0], inst.runes[0]);
                if ((inst.arg & RE2Flags.FOLD_CASE) !== 0) for (let f2 = Unicode.simpleFold(inst.runes[0]); f2 !== inst.runes[0]; f2 = Unicode.simpleFold(f2)) addRange(f2, f2);
              } else for (let j2 = 0; j2 < inst.runes.length; j2 += 2) addRange(inst.runes[j2], inst.runes[j2 + 1]);
              break;
            case Inst.RUNE_ANY_NOT_NL:
              addRange(10, 10);
              break;
            case Inst.EMPTY_WIDTH:
              if ((inst.arg & (Utils.EMPTY_BEGIN_LINE | Utils.EMPTY_END_LINE)) !== 0) addRange(10, 10);
              if ((inst.arg & (Utils.EMPTY_WORD_BOUNDARY | Utils.EMPTY_NO_WORD_BOUNDARY)) !== 0) {
                addRange(48, 57);
                addRange(65, 90);
                addRange(95, 95);
                addRange(97, 122);
              }
          }
        }
        bounds.delete(0);
        this.classBounds = Int32Array.from(bounds).sort();
        this.numClasses = this.classBounds.length + 1;
        const latin1Class = new Int32Array(Unicode.MAX_LATIN1 + 1);
        for (let r = 0; r <= Unicode.MAX_LATIN1; r++) latin1Class[r] = this.searchClass(r);
        this.latin1Class = latin1Class;
      }
      runeClass(r) {
        if (r <= Unicode.MAX_LATIN1) return this.latin1Class[r];
        return this.searchClass(r);
      }
      searchClass(r) {
        const bounds = this.classBounds;
        let lo = 0;
        let hi = bounds.length;
        while (lo < hi) {
          const mid = lo + hi >> 1;
          if (bounds[mid] <= r) lo = mid + 1;
          else hi = mid;
        }
        return lo;
      }
      closure(pcs, flag2) {
        const closure = /* @__PURE__ */ new Set();
        const stack = Array.from(pcs);
        let needflags = 0;
        while (stack.length > 0) {
          const pc = stack.pop();
          if (pc === 0 || closure.has(pc)) continue;
          closure.add(pc);
          const inst = this.prog.getInst(pc);
          switch (inst.op) {
            case Inst.ALT:
            case Inst.ALT_MATCH:
              stack.push(inst.out);
              stack.push(inst.arg);
              break;
            case Inst.NOP:
            case Inst.CAPTURE:
              stack.push(inst.out);
              break;
            case Inst.EMPTY_WIDTH:
              needflags |= inst.arg;
              if ((inst.arg & ~flag2) === 0) stack.push(inst.out);
          }
        }
        return {
          pcs: Array.from(closure).sort((a, b2) => a - b2),
          needflags
        };
      }
      getState(pcs, flag2, ids) {
        const hash = hashState(pcs, flag2, ids);
        const cached = this.stateCache.get(hash);
        if (cached instanceof DFAState) {
          if (isState(cached, pcs, flag2, ids)) return cached;
        } else if (cached !== void 0) {
          for (let i = 0; i < cached.length; i++) if (isState(cached[i], pcs, flag2, ids)) return cached[i];
        }
        const cost = DFA2.stateCost(pcs, ids);
        if (this.memBudget < cost) return null;
        this.memBudget -= cost;
        const state = new DFAState(pcs, flag2, ids);
        if (cached === void 0) this.stateCache.set(hash, state);
        else if (cached instanceof DFAState) this.stateCache.set(hash, [cached, state]);
        else cached.push(state);
        this.stateCount++;
        return state;
      }
      static stateCost(pcs, ids) {
        const idsCost = ids.length === 0 ? 0 : DFA2.ARRAY_OVERHEAD + DFA2.ELEMENT_SIZE * ids.length;
        return DFA2.STATE_OVERHEAD + DFA2.ELEMENT_SIZE * pcs.length + idsCost;
      }
      *cachedStates() {
        for (const cached of this.stateCache.values()) if (cached instanceof DFAState) yield cached;
        else yield* cached;
      }
      makeState(pcs, flag2, ids) {
        const closure = this.closure(pcs, flag2 & DFA2.FLAG_EMPTY_MASK);
        let stateFlag = flag2;
        if (closure.needflags === 0) stateFlag &= DFA2.FLAG_MATCH;
        stateFlag |= closure.needflags << DFA2.FLAG_NEED_SHIFT;
        return this.getState(closure.pcs, stateFlag, ids);
      }
      allocTable(state, anchor) {
        const size = this.numClasses + 1;
        const cost = DFA2.TABLE_OVERHEAD + DFA2.ELEMENT_SIZE * size;
        if (this.memBudget < cost) return null;
        this.memBudget -= cost;
        const table = new Array(size).fill(null);
        if (anchor === RE2Flags.UNANCHORED) state.next = table;
        else state.nextAnchored = table;
        return table;
      }
      clearCache() {
        this.stateCache.clear();
        this.stateCount = 0;
        this.startStates.clear();
        this.memBudget = this.stateBudget;
      }
      resetCache(current) {
        this.clearCache();
        return this.getState(current.nfaStates, current.flag, current.matchIDs);
      }
      step(state, cls, rune, anchor) {
        let table = anchor === RE2Flags.UNANCHORED ? state.next : state.nextAnchored;
        if (table !== null) {
          const cached = table[cls];
          if (cached !== null) return cached;
        } else {
          table = this.allocTable(state, anchor);
          if (table === null) return null;
        }
        const needflag = state.flag >>> DFA2.FLAG_NEED_SHIFT;
        const oldbeforeflag = state.flag & DFA2.FLAG_EMPTY_MASK;
        let beforeflag = oldbeforeflag;
        let afterflag = 0;
        if (rune === 10) {
          beforeflag |= Utils.EMPTY_END_LINE;
          afterflag |= Utils.EMPTY_BEGIN_LINE;
        }
        if (rune === END_TEXT) beforeflag |= Utils.EMPTY_END_LINE | Utils.EMPTY_END_TEXT;
        const islastword = (state.flag & DFA2.FLAG_LAST_WORD) !== 0;
        const isword = rune !== END_TEXT && Utils.isWordRune(rune);
        beforeflag |= isword === islastword ? Utils.EMPTY_NO_WORD_BOUNDARY : Utils.EMPTY_WORD_BOUNDARY;
        let pcs = state.nfaStates;
        if ((beforeflag & ~oldbeforeflag & needflag) !== 0) pcs = this.closure(pcs, beforeflag).pcs;
        const nextPCs = [];
        let ismatch = false;
        let ids = NO_IDS;
        for (let i = 0; i < pcs.length; i++) {
          const inst = this.prog.getInst(pcs[i]);
          if (inst.op === Inst.MATCH) {
            if (!ismatch) {
              ismatch = true;
              ids = [];
            }
            ids.push(inst.arg);
          } else if (rune !== END_TEXT && Inst.isRuneOp(inst.op) && inst.matchRune(rune)) nextPCs.push(inst.out);
        }
        if (ids.length > 1) ids.sort((a, b2) => a - b2);
        if (anchor === RE2Flags.UNANCHORED && rune !== END_TEXT) nextPCs.push(this.prog.start);
        let flag2 = afterflag;
        if (ismatch) flag2 |= DFA2.FLAG_MATCH;
        if (isword) flag2 |= DFA2.FLAG_LAST_WORD;
        const nextState = this.makeState(nextPCs, flag2, ids);
        if (nextState === null) return null;
        table[cls] = nextState;
        return nextState;
      }
      start(input, pos) {
        const context = input.context(pos);
        let flags;
        if ((context & Utils.EMPTY_BEGIN_TEXT) !== 0) flags = Utils.EMPTY_BEGIN_TEXT | Utils.EMPTY_BEGIN_LINE;
        else if ((context & Utils.EMPTY_BEGIN_LINE) !== 0) flags = Utils.EMPTY_BEGIN_LINE;
        else {
          const r = input.step(pos);
          const nextIsWord = r >= 0 && Utils.isWordRune(r >> 3);
          flags = (context & Utils.EMPTY_WORD_BOUNDARY) !== 0 !== nextIsWord ? DFA2.FLAG_LAST_WORD : 0;
        }
        let state = this.startStates.get(flags);
        if (state === void 0) {
          state = this.makeState([this.prog.start], flags, NO_IDS);
          if (state === null) {
            this.clearCache();
            state = this.makeState([this.prog.start], flags, NO_IDS);
            if (state === null) return null;
          }
          this.startStates.set(flags, state);
        }
        return state;
      }
      stepOrReset(state, cls, rune, anchor, pos, search) {
        let next2 = this.step(state, cls, rune, anchor);
        if (next2 !== null) return next2;
        if (search.resetPos >= 0 && pos - search.resetPos < DFA2.PROGRESS_PER_STATE * this.stateCount) return null;
        search.resetPos = pos;
        const restored = this.resetCache(state);
        if (restored === null) return null;
        next2 = this.step(restored, cls, rune, anchor);
        return next2;
      }
      run(input, pos, anchor, state, onMatch) {
        const endPos = input.endPos();
        const latin1Class = this.latin1Class;
        const unanchored = anchor === RE2Flags.UNANCHORED;
        const search = { resetPos: -1 };
        let i = pos;
        while (i < endPos) {
          const r = input.step(i);
          const rune = r >> 3;
          const width = r & 7;
          if (width === 0) break;
          const cls = rune <= Unicode.MAX_LATIN1 ? latin1Class[rune] : this.runeClass(rune);
          let next2 = unanchored && state.next !== null ? state.next[cls] : null;
          if (next2 === null) {
            next2 = this.stepOrReset(state, cls, rune, anchor, i, search);
            if (next2 === null) return null;
          }
          state = next2;
          if (state.isMatch && onMatch(state, false)) return true;
          if (!unanchored && state.nfaStates.length === 0) return false;
          i += width;
        }
        state = this.stepOrReset(state, this.numClasses, END_TEXT, anchor, i, search);
        if (state === null) return null;
        return state.isMatch && onMatch(state, true);
      }
      match(input, pos, anchor) {
        if (this.failed) return null;
        if ((anchor === RE2Flags.ANCHOR_START || anchor === RE2Flags.ANCHOR_BOTH) && pos !== 0) return false;
        const startState = this.start(input, pos);
        if (startState === null) return null;
        return this.run(input, pos, anchor, startState, (state, atEnd) => anchor !== RE2Flags.ANCHOR_BOTH || atEnd);
      }
      matchSet(input, pos, anchor) {
        if (this.failed) return null;
        if ((anchor === RE2Flags.ANCHOR_START || anchor === RE2Flags.ANCHOR_BOTH) && pos !== 0) return [];
        const startState = this.start(input, pos);
        if (startState === null) return null;
        const matches = /* @__PURE__ */ new Set();
        const collect = (state, atEnd) => {
          if (anchor !== RE2Flags.ANCHOR_BOTH || atEnd) for (let k2 = 0; k2 < state.matchIDs.length; k2++) matches.add(state.matchIDs[k2]);
          return false;
        };
        if (this.run(input, pos, anchor, startState, collect) === null) return null;
        return Array.from(matches).sort((a, b2) => a - b2);
      }
    };
    VISITED_BITS = 32;
    MAX_BACKTRACK_PROG = 500;
    INITIAL_JOB_CAPACITY = 256;
    MAX_BACKTRACK_VECTOR = 262144;
    BitState = class {
      constructor() {
        this.end = 0;
        this.cap = /* @__PURE__ */ new Int32Array(0);
        this.matchcap = /* @__PURE__ */ new Int32Array(0);
        this.ncap = 0;
        this.jobPc = new Int32Array(INITIAL_JOB_CAPACITY);
        this.jobArg = new Uint8Array(INITIAL_JOB_CAPACITY);
        this.jobPos = new Int32Array(INITIAL_JOB_CAPACITY);
        this.jobLen = 0;
        this.visited = /* @__PURE__ */ new Uint32Array(0);
      }
      reset(prog, end, ncap) {
        this.end = end;
        this.jobLen = 0;
        this.ncap = ncap;
        const visitedSize = prog.numInst() * (end + 1) + VISITED_BITS - 1 >>> 5;
        if (this.visited.length < visitedSize) this.visited = new Uint32Array(visitedSize);
        else this.visited.fill(0, 0, visitedSize);
        if (this.cap.length < ncap) this.cap = new Int32Array(ncap).fill(-1);
        else this.cap.fill(-1, 0, ncap);
        if (this.matchcap.length < ncap) this.matchcap = new Int32Array(ncap).fill(-1);
        else this.matchcap.fill(-1, 0, ncap);
      }
      shouldVisit(pc, pos) {
        const n = pc * (this.end + 1) + pos;
        const idx = n >>> 5;
        const mask = 1 << (n & 31);
        if ((this.visited[idx] & mask) !== 0) return false;
        this.visited[idx] |= mask;
        return true;
      }
      push(re2, pc, pos, arg) {
        if (re2.prog.getInst(pc).op !== Inst.FAIL && (arg || this.shouldVisit(pc, pos))) {
          if (this.jobLen >= this.jobPc.length) {
            const newSize = this.jobPc.length * 2;
            const newPc = new Int32Array(newSize);
            newPc.set(this.jobPc);
            this.jobPc = newPc;
            const newArg = new Uint8Array(newSize);
            newArg.set(this.jobArg);
            this.jobArg = newArg;
            const newPos = new Int32Array(newSize);
            newPos.set(this.jobPos);
            this.jobPos = newPos;
          }
          this.jobPc[this.jobLen] = pc;
          this.jobArg[this.jobLen] = arg ? 1 : 0;
          this.jobPos[this.jobLen] = pos;
          this.jobLen++;
        }
      }
      tryBacktrack(re2, input, pc, pos, anchor) {
        const longest = re2.longest;
        this.push(re2, pc, pos, false);
        while (this.jobLen > 0) {
          this.jobLen--;
          let currentPc = this.jobPc[this.jobLen];
          let arg = this.jobArg[this.jobLen] === 1;
          let currentPos = this.jobPos[this.jobLen];
          let skipShouldVisit = true;
          while (true) {
            if (!skipShouldVisit) {
              if (!this.shouldVisit(currentPc, currentPos)) break;
            }
            skipShouldVisit = false;
            const inst = re2.prog.getInst(currentPc);
            switch (inst.op) {
              case Inst.FAIL:
                break;
              case Inst.ALT:
                if (arg) {
                  arg = false;
                  currentPc = inst.arg;
                  continue;
                } else {
                  this.push(re2, currentPc, currentPos, true);
                  currentPc = inst.out;
                  continue;
                }
              case Inst.ALT_MATCH: {
                const outInst = re2.prog.getInst(inst.out);
                if (Inst.isRuneOp(outInst.op)) {
                  this.push(re2, inst.arg, currentPos, false);
                  currentPc = inst.arg;
                  currentPos = this.end;
                  continue;
                }
                this.push(re2, inst.out, this.end, false);
                currentPc = inst.out;
                continue;
              }
              case Inst.RUNE: {
                const r = input.step(currentPos);
                if (r === MachineInputBase.EOF()) break;
                if (!inst.matchRune(r >> 3)) break;
                currentPos += r & 7;
                currentPc = inst.out;
                continue;
              }
              case Inst.RUNE1: {
                const r = input.step(currentPos);
                if (r === MachineInputBase.EOF()) break;
                if (r >> 3 !== inst.runes[0]) break;
                currentPos += r & 7;
                currentPc = inst.out;
                continue;
              }
              case Inst.RUNE_ANY_NOT_NL: {
                const r = input.step(currentPos);
                if (r === MachineInputBase.EOF()) break;
                if (r >> 3 === 10) break;
                currentPos += r & 7;
                currentPc = inst.out;
                continue;
              }
              case Inst.RUNE_ANY: {
                const r = input.step(currentPos);
                if (r === MachineInputBase.EOF()) break;
                currentPos += r & 7;
                currentPc = inst.out;
                continue;
              }
              case Inst.CAPTURE:
                if (arg) {
                  this.cap[inst.arg] = currentPos;
                  break;
                } else {
                  if (inst.arg < this.ncap) {
                    this.push(re2, currentPc, this.cap[inst.arg], true);
                    this.cap[inst.arg] = currentPos;
                  }
                  currentPc = inst.out;
                  continue;
                }
              case Inst.EMPTY_WIDTH: {
                const flag2 = input.context(currentPos);
                if ((inst.arg & ~flag2) !== 0) break;
                currentPc = inst.out;
                continue;
              }
              case Inst.NOP:
                currentPc = inst.out;
                continue;
              case Inst.MATCH: {
                if (anchor === RE2Flags.ANCHOR_BOTH && currentPos !== this.end) break;
                if (this.ncap === 0) return true;
                if (this.ncap > 1) this.cap[1] = currentPos;
                const old = this.matchcap[1];
                if (old === -1 || longest && currentPos > 0 && currentPos > old) this.matchcap.set(this.cap);
                if (!longest) return true;
                if (currentPos === this.end) return true;
                break;
              }
              case Inst.LB_WRITE:
              case Inst.LB_CHECK:
                throw new RE2JSInternalException("Backtracker cannot evaluate Lookbehind instructions");
              default:
                throw new RE2JSInternalException("bad inst");
            }
            break;
          }
        }
        return longest && this.matchcap.length > 1 && this.matchcap[1] >= 0;
      }
    };
    bitStatePool = [];
    Backtracker = class Backtracker2 {
      static shouldBacktrack(prog) {
        return prog.numInst() <= MAX_BACKTRACK_PROG;
      }
      static maxBitStateLen(prog) {
        if (!Backtracker2.shouldBacktrack(prog)) return 0;
        return Math.floor(MAX_BACKTRACK_VECTOR / prog.numInst());
      }
      static execute(re2, input, pos, anchor, ncap) {
        const startCond = re2.cond;
        if (startCond === Utils.EMPTY_ALL) return null;
        if ((anchor === RE2Flags.ANCHOR_START || anchor === RE2Flags.ANCHOR_BOTH) && pos !== 0) return null;
        if ((startCond & Utils.EMPTY_BEGIN_TEXT) !== 0 && pos !== 0) return null;
        const b2 = bitStatePool.length > 0 ? bitStatePool.pop() : new BitState();
        const end = input.endPos();
        b2.reset(re2.prog, end, ncap);
        let matched = false;
        if ((startCond & Utils.EMPTY_BEGIN_TEXT) !== 0 || anchor === RE2Flags.ANCHOR_START || anchor === RE2Flags.ANCHOR_BOTH) {
          if (b2.ncap > 0) b2.cap[0] = pos;
          if (b2.tryBacktrack(re2, input, re2.prog.start, pos, anchor)) matched = true;
        } else {
          let width = -1;
          for (; pos <= end && width !== 0; pos += width) {
            if (re2.prefix.length > 0) {
              const advance = input.index(re2, pos);
              if (advance < 0) break;
              pos += advance;
            }
            if (b2.ncap > 0) b2.cap[0] = pos;
            if (b2.tryBacktrack(re2, input, re2.prog.start, pos, anchor)) {
              matched = true;
              break;
            }
            const r = input.step(pos);
            width = r === MachineInputBase.EOF() ? 0 : r & 7;
          }
        }
        if (!matched) {
          bitStatePool.push(b2);
          return null;
        }
        const result = ncap === 0 ? [] : Utils.toArray(b2.matchcap.subarray(0, ncap));
        bitStatePool.push(b2);
        return result;
      }
    };
    QueueOnePass = class {
      constructor(size) {
        this.sparse = new Uint32Array(size);
        this.dense = new Uint32Array(size);
        this.size = 0;
        this.nextIndex = 0;
      }
      empty() {
        return this.nextIndex >= this.size;
      }
      next() {
        return this.dense[this.nextIndex++];
      }
      clear() {
        this.size = 0;
        this.nextIndex = 0;
      }
      contains(u) {
        return u < this.sparse.length && this.sparse[u] < this.size && this.dense[this.sparse[u]] === u;
      }
      insert(u) {
        if (!this.contains(u)) this.insertNew(u);
      }
      insertNew(u) {
        if (u >= this.sparse.length) return;
        this.sparse[u] = this.size;
        this.dense[this.size] = u;
        this.size++;
      }
    };
    mergeRuneSets = (leftRunes, rightRunes, leftPC, rightPC) => {
      const leftLen = leftRunes.length;
      const rightLen = rightRunes.length;
      let lx = 0, rx = 0;
      const merged = [];
      const next2 = [];
      let ok = true;
      let ix = -1;
      const extend = (isLeft) => {
        const newArray = isLeft ? leftRunes : rightRunes;
        const low = isLeft ? lx : rx;
        const pc = isLeft ? leftPC : rightPC;
        if (ix > 0 && newArray[low] <= merged[ix]) return false;
        merged.push(newArray[low], newArray[low + 1]);
        if (isLeft) lx += 2;
        else rx += 2;
        ix += 2;
        next2.push(pc);
        return true;
      };
      while (lx < leftLen || rx < rightLen) {
        if (rx >= rightLen) ok = extend(true);
        else if (lx >= leftLen) ok = extend(false);
        else if (rightRunes[rx] < leftRunes[lx]) ok = extend(false);
        else ok = extend(true);
        if (!ok) return null;
      }
      return {
        merged,
        next: next2
      };
    };
    OnePassProg = class {
      constructor(prog) {
        this.start = prog.start;
        this.numCap = prog.numCap;
        this.inst = new Array(prog.inst.length);
        for (let i = 0; i < prog.inst.length; i++) {
          const orig = prog.inst[i];
          const inst = new Inst(orig.op);
          inst.out = orig.out;
          inst.arg = orig.arg;
          inst.runes = orig.runes ? new Int32Array(orig.runes) : /* @__PURE__ */ new Int32Array(0);
          inst.next = null;
          this.inst[i] = inst;
        }
      }
    };
    onePassCopy = (prog) => {
      const p = new OnePassProg(prog);
      for (let pc = 0; pc < p.inst.length; pc++) {
        const inst = p.inst[pc];
        if (inst.op !== Inst.ALT && inst.op !== Inst.ALT_MATCH) continue;
        let pAOther = "out";
        let pAAlt = "arg";
        let instAlt = p.inst[inst[pAAlt]];
        if (instAlt.op !== Inst.ALT && instAlt.op !== Inst.ALT_MATCH) {
          pAOther = "arg";
          pAAlt = "out";
          instAlt = p.inst[inst[pAAlt]];
          if (instAlt.op !== Inst.ALT && instAlt.op !== Inst.ALT_MATCH) continue;
        }
        const instOther = p.inst[inst[pAOther]];
        if (instOther.op === Inst.ALT || instOther.op === Inst.ALT_MATCH) continue;
        let pBAlt = "out";
        let pBOther = "arg";
        let patch = false;
        if (instAlt.out === pc) patch = true;
        else if (instAlt.arg === pc) {
          patch = true;
          pBAlt = "arg";
          pBOther = "out";
        }
        if (patch) instAlt[pBAlt] = inst[pAOther];
        if (inst[pAOther] === instAlt[pBAlt]) inst[pAAlt] = instAlt[pBOther];
      }
      return p;
    };
    makeOnePass = (p) => {
      if (p.inst.length >= 1e3) return null;
      const instQueue = new QueueOnePass(p.inst.length);
      const visitQueue = new QueueOnePass(p.inst.length);
      const onePassRunes = new Array(p.inst.length);
      const m = new Array(p.inst.length).fill(false);
      const check2 = (pc) => {
        let ok = true;
        const inst = p.inst[pc];
        if (visitQueue.contains(pc)) return true;
        visitQueue.insert(pc);
        switch (inst.op) {
          case Inst.ALT:
          case Inst.ALT_MATCH: {
            ok = check2(inst.out) && check2(inst.arg);
            let matchOut = m[inst.out];
            let matchArg = m[inst.arg];
            if (matchOut && matchArg) return false;
            if (matchArg) {
              const tempOut = inst.out;
              inst.out = inst.arg;
              inst.arg = tempOut;
              const tempMatch = matchOut;
              matchOut = matchArg;
              matchArg = tempMatch;
            }
            if (matchOut) {
              m[pc] = true;
              inst.op = Inst.ALT_MATCH;
            }
            const leftRunes = onePassRunes[inst.out] || [];
            const rightRunes = onePassRunes[inst.arg] || [];
            const mergeRes = mergeRuneSets(leftRunes, rightRunes, inst.out, inst.arg);
            if (!mergeRes) return false;
            onePassRunes[pc] = new Int32Array(mergeRes.merged);
            inst.next = new Uint32Array(mergeRes.next);
            break;
          }
          case Inst.CAPTURE:
          case Inst.EMPTY_WIDTH:
          case Inst.NOP:
            ok = check2(inst.out);
            m[pc] = m[inst.out];
            onePassRunes[pc] = onePassRunes[inst.out] ? new Int32Array(onePassRunes[inst.out]) : /* @__PURE__ */ new Int32Array(0);
            inst.next = new Uint32Array(Math.floor(onePassRunes[pc].length / 2) + 1).fill(inst.out);
            break;
          case Inst.MATCH:
          case Inst.FAIL:
            m[pc] = inst.op === Inst.MATCH;
            break;
          case Inst.RUNE: {
            m[pc] = false;
            if (inst.next && inst.next.length > 0) break;
            instQueue.insert(inst.out);
            if (!inst.runes || inst.runes.length === 0) {
              onePassRunes[pc] = /* @__PURE__ */ new Int32Array(0);
              inst.next = new Uint32Array([inst.out]);
              break;
            }
            let runes = [];
            if (inst.runes.length === 1 && (inst.arg & RE2Flags.FOLD_CASE) !== 0) {
              const r0 = inst.runes[0];
              runes.push(r0, r0);
              for (let r1 = Unicode.simpleFold(r0); r1 !== r0; r1 = Unicode.simpleFold(r1)) runes.push(r1, r1);
              runes.sort((a, b2) => a - b2);
            } else for (let j2 = 0; j2 < inst.runes.length; j2++) runes.push(inst.runes[j2]);
            onePassRunes[pc] = new Int32Array(runes);
            inst.next = new Uint32Array(Math.floor(runes.length / 2) + 1).fill(inst.out);
            inst.op = Inst.RUNE;
            break;
          }
          case Inst.RUNE1: {
            m[pc] = false;
            if (inst.next && inst.next.length > 0) break;
            instQueue.insert(inst.out);
            let runes = [];
            if ((inst.arg & RE2Flags.FOLD_CASE) !== 0) {
              const r0 = inst.runes[0];
              runes.push(r0, r0);
              for (let r1 = Unicode.simpleFold(r0); r1 !== r0; r1 = Unicode.simpleFold(r1)) runes.push(r1, r1);
              runes.sort((a, b2) => a - b2);
            } else runes.push(inst.runes[0], inst.runes[0]);
            onePassRunes[pc] = new Int32Array(runes);
            inst.next = new Uint32Array(Math.floor(runes.length / 2) + 1).fill(inst.out);
            inst.op = Inst.RUNE;
            break;
          }
          case Inst.RUNE_ANY:
            m[pc] = false;
            if (inst.next && inst.next.length > 0) break;
            instQueue.insert(inst.out);
            onePassRunes[pc] = new Int32Array([0, Unicode.MAX_RUNE]);
            inst.next = new Uint32Array([inst.out]);
            break;
          case Inst.RUNE_ANY_NOT_NL:
            m[pc] = false;
            if (inst.next && inst.next.length > 0) break;
            instQueue.insert(inst.out);
            onePassRunes[pc] = new Int32Array([
              0,
              9,
              11,
              Unicode.MAX_RUNE
            ]);
            inst.next = new Uint32Array(Math.floor(onePassRunes[pc].length / 2) + 1).fill(inst.out);
        }
        return ok;
      };
      instQueue.clear();
      instQueue.insert(p.start);
      while (!instQueue.empty()) {
        visitQueue.clear();
        if (!check2(instQueue.next())) return null;
      }
      for (let i = 0; i < p.inst.length; i++) if (onePassRunes[i]) p.inst[i].runes = onePassRunes[i];
      return p;
    };
    cleanupOnePass = (p, original) => {
      for (let ix = 0; ix < original.inst.length; ix++) {
        const instOriginal = original.inst[ix];
        switch (instOriginal.op) {
          case Inst.ALT:
          case Inst.ALT_MATCH:
          case Inst.RUNE:
            break;
          case Inst.CAPTURE:
          case Inst.EMPTY_WIDTH:
          case Inst.NOP:
          case Inst.MATCH:
          case Inst.FAIL:
            p.inst[ix].next = null;
            break;
          case Inst.RUNE1:
          case Inst.RUNE_ANY:
          case Inst.RUNE_ANY_NOT_NL:
            p.inst[ix].next = null;
            p.inst[ix].op = instOriginal.op;
            p.inst[ix].runes = instOriginal.runes ? new Int32Array(instOriginal.runes) : /* @__PURE__ */ new Int32Array(0);
        }
      }
    };
    OnePass = class OnePass2 {
      static compile(prog) {
        if (prog.start === 0) return null;
        if (prog.numLb > 0) return null;
        const startInst = prog.inst[prog.start];
        if (startInst.op !== Inst.EMPTY_WIDTH || (startInst.arg & Utils.EMPTY_BEGIN_TEXT) === 0) return null;
        let hasAlt = false;
        for (let i = 0; i < prog.inst.length; i++) if (prog.inst[i].op === Inst.ALT || prog.inst[i].op === Inst.ALT_MATCH) {
          hasAlt = true;
          break;
        }
        for (let i = 0; i < prog.inst.length; i++) {
          const inst = prog.inst[i];
          const opOut = prog.inst[inst.out].op;
          switch (inst.op) {
            case Inst.ALT:
            case Inst.ALT_MATCH:
              if (opOut === Inst.MATCH || prog.inst[inst.arg].op === Inst.MATCH) return null;
              break;
            case Inst.EMPTY_WIDTH:
              if (opOut === Inst.MATCH) {
                if ((inst.arg & Utils.EMPTY_END_TEXT) === Utils.EMPTY_END_TEXT) continue;
                return null;
              }
              break;
            default:
              if (opOut === Inst.MATCH && hasAlt) return null;
          }
        }
        let p = onePassCopy(prog);
        p = makeOnePass(p);
        if (p !== null) cleanupOnePass(p, prog);
        return p;
      }
      static next(inst, r) {
        const nextIdx = inst.matchRunePos(r);
        if (nextIdx >= 0) return inst.next[nextIdx];
        if (inst.op === Inst.ALT_MATCH) return inst.out;
        return 0;
      }
      static execute(re2, input, pos, anchor, ncap) {
        const onepass = re2.onepass;
        if (!onepass) return null;
        const matchcap = new Int32Array(ncap).fill(-1);
        let matched = false;
        let r = input.step(pos);
        let rune = r >> 3;
        let width = r & 7;
        let r1 = MachineInputBase.EOF();
        let rune1 = -1;
        let width1 = 0;
        if (r !== MachineInputBase.EOF()) {
          r1 = input.step(pos + width);
          if (r1 !== MachineInputBase.EOF()) {
            rune1 = r1 >> 3;
            width1 = r1 & 7;
          }
        }
        let flag2 = pos === 0 ? Utils.emptyOpContext(-1, rune) : input.context(pos);
        let pc = onepass.start;
        let inst;
        while (true) {
          inst = onepass.inst[pc];
          pc = inst.out;
          switch (inst.op) {
            case Inst.MATCH:
              if (anchor === RE2Flags.ANCHOR_BOTH && pos !== input.endPos()) return null;
              matched = true;
              if (matchcap.length > 0) {
                matchcap[0] = 0;
                matchcap[1] = pos;
              }
              return ncap === 0 ? [] : Utils.toArray(matchcap);
            case Inst.RUNE:
              if (!inst.matchRune(rune)) return null;
              break;
            case Inst.RUNE1:
              if (rune !== inst.runes[0]) return null;
              break;
            case Inst.RUNE_ANY:
              break;
            case Inst.RUNE_ANY_NOT_NL:
              if (rune === 10) return null;
              break;
            case Inst.ALT:
            case Inst.ALT_MATCH:
              pc = OnePass2.next(inst, rune);
              continue;
            case Inst.FAIL:
              return null;
            case Inst.NOP:
              continue;
            case Inst.EMPTY_WIDTH:
              if ((inst.arg & ~flag2) !== 0) return null;
              continue;
            case Inst.CAPTURE:
              if (inst.arg < matchcap.length) matchcap[inst.arg] = pos;
              continue;
            default:
              throw new RE2JSInternalException("bad inst");
          }
          if (width === 0) break;
          flag2 = Utils.emptyOpContext(rune, rune1);
          pos += width;
          rune = rune1;
          width = width1;
          if (rune !== -1) {
            r1 = input.step(pos + width);
            if (r1 !== MachineInputBase.EOF()) {
              rune1 = r1 >> 3;
              width1 = r1 & 7;
            } else {
              rune1 = -1;
              width1 = 0;
            }
          }
        }
        if (!matched) return null;
        return ncap === 0 ? [] : Utils.toArray(matchcap);
      }
    };
    Regexp = class Regexp2 {
      static Op = createEnum([
        "NO_MATCH",
        "EMPTY_MATCH",
        "LITERAL",
        "CHAR_CLASS",
        "ANY_CHAR_NOT_NL",
        "ANY_CHAR",
        "BEGIN_LINE",
        "END_LINE",
        "BEGIN_TEXT",
        "END_TEXT",
        "WORD_BOUNDARY",
        "NO_WORD_BOUNDARY",
        "CAPTURE",
        "STAR",
        "PLUS",
        "QUEST",
        "REPEAT",
        "CONCAT",
        "ALTERNATE",
        "PLB",
        "NLB",
        "LEFT_PAREN",
        "VERTICAL_BAR"
      ]);
      static isPseudoOp(op) {
        return op >= Regexp2.Op.LEFT_PAREN;
      }
      static emptySubs() {
        return [];
      }
      static quoteIfHyphen(rune) {
        if (rune === Codepoint.CODES["-"]) return "\\";
        return "";
      }
      static fromRegexp(re) {
        const regex2 = new Regexp2(re.op);
        regex2.flags = re.flags;
        regex2.subs = re.subs;
        regex2.runes = re.runes;
        regex2.cap = re.cap;
        regex2.min = re.min;
        regex2.max = re.max;
        regex2.name = re.name;
        regex2.namedGroups = re.namedGroups;
        regex2.lb = re.lb;
        return regex2;
      }
      constructor(op) {
        this.op = op;
        this.flags = 0;
        this.subs = Regexp2.emptySubs();
        this.runes = /* @__PURE__ */ new Int32Array(0);
        this.min = 0;
        this.max = 0;
        this.cap = 0;
        this.name = null;
        this.namedGroups = /* @__PURE__ */ Object.create(null);
        this.lb = 0;
      }
      reinit() {
        this.flags = 0;
        this.subs = Regexp2.emptySubs();
        this.runes = /* @__PURE__ */ new Int32Array(0);
        this.cap = 0;
        this.min = 0;
        this.max = 0;
        this.name = null;
        this.namedGroups = /* @__PURE__ */ Object.create(null);
        this.lb = 0;
      }
      toString() {
        return this.appendTo();
      }
      appendTo() {
        let out = "";
        switch (this.op) {
          case Regexp2.Op.NO_MATCH:
            out += "[^\\x00-\\x{10FFFF}]";
            break;
          case Regexp2.Op.EMPTY_MATCH:
            out += "(?:)";
            break;
          case Regexp2.Op.STAR:
          case Regexp2.Op.PLUS:
          case Regexp2.Op.QUEST:
          case Regexp2.Op.REPEAT: {
            const sub = this.subs[0];
            if (sub.op > Regexp2.Op.CAPTURE || sub.op === Regexp2.Op.LITERAL && sub.runes.length > 1) out += `(?:${sub.appendTo()})`;
            else out += sub.appendTo();
            switch (this.op) {
              case Regexp2.Op.STAR:
                out += "*";
                break;
              case Regexp2.Op.PLUS:
                out += "+";
                break;
              case Regexp2.Op.QUEST:
                out += "?";
                break;
              case Regexp2.Op.REPEAT:
                out += `{${this.min}`;
                if (this.min !== this.max) {
                  out += ",";
                  if (this.max >= 0) out += this.max;
                }
                out += "}";
            }
            if ((this.flags & RE2Flags.NON_GREEDY) !== 0) out += "?";
            break;
          }
          case Regexp2.Op.CONCAT:
            for (let sub of this.subs) if (sub.op === Regexp2.Op.ALTERNATE) out += `(?:${sub.appendTo()})`;
            else out += sub.appendTo();
            break;
          case Regexp2.Op.ALTERNATE: {
            let sep = "";
            for (let sub of this.subs) {
              out += sep;
              sep = "|";
              out += sub.appendTo();
            }
            break;
          }
          case Regexp2.Op.LITERAL:
            if ((this.flags & RE2Flags.FOLD_CASE) !== 0) out += "(?i:";
            for (let rune of this.runes) out += Utils.escapeRune(rune);
            if ((this.flags & RE2Flags.FOLD_CASE) !== 0) out += ")";
            break;
          case Regexp2.Op.ANY_CHAR_NOT_NL:
            out += "(?-s:.)";
            break;
          case Regexp2.Op.ANY_CHAR:
            out += "(?s:.)";
            break;
          case Regexp2.Op.PLB:
            out += `(?<=${this.subs[0].appendTo()})`;
            break;
          case Regexp2.Op.NLB:
            out += `(?<!${this.subs[0].appendTo()})`;
            break;
          case Regexp2.Op.CAPTURE:
            if (this.name === null || this.name.length === 0) out += "(";
            else out += `(?P<${this.name}>`;
            if (this.subs[0].op !== Regexp2.Op.EMPTY_MATCH) out += this.subs[0].appendTo();
            out += ")";
            break;
          case Regexp2.Op.BEGIN_TEXT:
            out += "\\A";
            break;
          case Regexp2.Op.END_TEXT:
            if ((this.flags & RE2Flags.WAS_DOLLAR) !== 0) out += "(?-m:$)";
            else out += "\\z";
            break;
          case Regexp2.Op.BEGIN_LINE:
            out += "^";
            break;
          case Regexp2.Op.END_LINE:
            out += "$";
            break;
          case Regexp2.Op.WORD_BOUNDARY:
            out += "\\b";
            break;
          case Regexp2.Op.NO_WORD_BOUNDARY:
            out += "\\B";
            break;
          case Regexp2.Op.CHAR_CLASS:
            if (this.runes.length % 2 !== 0) {
              out += "[invalid char class]";
              break;
            }
            out += "[";
            if (this.runes.length === 0) out += "^\\x00-\\x{10FFFF}";
            else if (this.runes[0] === 0 && this.runes[this.runes.length - 1] === Unicode.MAX_RUNE) {
              out += "^";
              for (let i = 1; i < this.runes.length - 1; i += 2) {
                const lo = this.runes[i] + 1;
                const hi = this.runes[i + 1] - 1;
                out += Regexp2.quoteIfHyphen(lo);
                out += Utils.escapeRune(lo);
                if (lo !== hi) {
                  out += "-";
                  out += Regexp2.quoteIfHyphen(hi);
                  out += Utils.escapeRune(hi);
                }
              }
            } else for (let i = 0; i < this.runes.length; i += 2) {
              const lo = this.runes[i];
              const hi = this.runes[i + 1];
              out += Regexp2.quoteIfHyphen(lo);
              out += Utils.escapeRune(lo);
              if (lo !== hi) {
                out += "-";
                out += Regexp2.quoteIfHyphen(hi);
                out += Utils.escapeRune(hi);
              }
            }
            out += "]";
            break;
          default:
            out += this.op;
        }
        return out;
      }
      maxCap() {
        let m = 0;
        if (this.op === Regexp2.Op.CAPTURE) m = this.cap;
        if (this.subs !== null) for (let sub of this.subs) {
          const n = sub.maxCap();
          if (m < n) m = n;
        }
        return m;
      }
      equals(that) {
        if (!(that !== null && that instanceof Regexp2)) return false;
        if (this.op !== that.op) return false;
        switch (this.op) {
          case Regexp2.Op.END_TEXT:
            if ((this.flags & RE2Flags.WAS_DOLLAR) !== (that.flags & RE2Flags.WAS_DOLLAR)) return false;
            break;
          case Regexp2.Op.LITERAL:
          case Regexp2.Op.CHAR_CLASS:
            if ((this.flags & RE2Flags.FOLD_CASE) !== (that.flags & RE2Flags.FOLD_CASE)) return false;
            if (this.runes === null && that.runes === null) break;
            if (this.runes === null || that.runes === null) return false;
            if (this.runes.length !== that.runes.length) return false;
            for (let i = 0; i < this.runes.length; i++) if (this.runes[i] !== that.runes[i]) return false;
            break;
          case Regexp2.Op.ALTERNATE:
          case Regexp2.Op.CONCAT:
            if (this.subs.length !== that.subs.length) return false;
            for (let i = 0; i < this.subs.length; ++i) if (!this.subs[i].equals(that.subs[i])) return false;
            break;
          case Regexp2.Op.STAR:
          case Regexp2.Op.PLUS:
          case Regexp2.Op.QUEST:
            if ((this.flags & RE2Flags.NON_GREEDY) !== (that.flags & RE2Flags.NON_GREEDY) || !this.subs[0].equals(that.subs[0])) return false;
            break;
          case Regexp2.Op.REPEAT:
            if ((this.flags & RE2Flags.NON_GREEDY) !== (that.flags & RE2Flags.NON_GREEDY) || this.min !== that.min || this.max !== that.max || !this.subs[0].equals(that.subs[0])) return false;
            break;
          case Regexp2.Op.CAPTURE:
            if (this.cap !== that.cap || (this.name === null ? that.name !== null : this.name !== that.name) || !this.subs[0].equals(that.subs[0])) return false;
            break;
          case Regexp2.Op.PLB:
          case Regexp2.Op.NLB:
            if (this.lb !== that.lb || !this.subs[0].equals(that.subs[0])) return false;
        }
        return true;
      }
    };
    RegexpWalker = class {
      static walk(root, handler) {
        const stack = [];
        let re = root;
        let result;
        for (; ; ) {
          if (re.subs.length === 0) result = handler.leaf(re);
          else {
            const state = handler.enter(re);
            if (state.result === void 0) {
              stack.push({
                re,
                state,
                i: 0
              });
              re = re.subs[0];
              continue;
            }
            result = state.result;
          }
          for (; ; ) {
            if (stack.length === 0) return result;
            const frame = stack[stack.length - 1];
            handler.child(frame.re, frame.state, result, frame.i);
            frame.i++;
            if (frame.state.result === void 0 && frame.i < frame.re.subs.length) {
              re = frame.re.subs[frame.i];
              break;
            }
            stack.pop();
            result = frame.state.result !== void 0 ? frame.state.result : handler.leave(frame.re, frame.state);
          }
        }
      }
    };
    AhoCorasick = class {
      constructor(words, alphabetSize) {
        const edges = /* @__PURE__ */ new Map();
        const parent = [0];
        const unit = [0];
        const depth = [0];
        const terminal = [0];
        for (const word of words) {
          let node = 0;
          for (let i = 0; i < word.length; i++) {
            const key2 = node * alphabetSize + word[i];
            let child = edges.get(key2);
            if (child === void 0) {
              child = parent.length;
              edges.set(key2, child);
              parent.push(node);
              unit.push(word[i]);
              depth.push(depth[node] + 1);
              terminal.push(0);
            }
            node = child;
          }
          terminal[node] = 1;
        }
        const numNodes = parent.length;
        const children = new Int32Array(numNodes - 1);
        for (let c2 = 1; c2 < numNodes; c2++) children[c2 - 1] = c2;
        children.sort((a, b2) => parent[a] - parent[b2] || unit[a] - unit[b2]);
        const childStart = new Int32Array(numNodes + 1);
        for (let c2 = 1; c2 < numNodes; c2++) childStart[parent[c2] + 1]++;
        for (let n = 0; n < numNodes; n++) childStart[n + 1] += childStart[n];
        const childUnit = new Int32Array(numNodes - 1);
        for (let k2 = 0; k2 < children.length; k2++) childUnit[k2] = unit[children[k2]];
        this.childStart = childStart;
        this.childUnit = childUnit;
        this.childNode = children;
        const byDepth = new Int32Array(numNodes);
        for (let n = 0; n < numNodes; n++) byDepth[n] = n;
        byDepth.sort((a, b2) => depth[a] - depth[b2]);
        const fail = new Int32Array(numNodes);
        const match = Uint8Array.from(terminal);
        for (let k2 = 1; k2 < numNodes; k2++) {
          const c2 = byDepth[k2];
          const p = parent[c2];
          if (p !== 0) {
            let f2 = fail[p];
            let next2 = this.next(f2, unit[c2]);
            while (next2 < 0 && f2 !== 0) {
              f2 = fail[f2];
              next2 = this.next(f2, unit[c2]);
            }
            fail[c2] = next2 >= 0 ? next2 : 0;
          }
          match[c2] |= match[fail[c2]];
        }
        this.fail = fail;
        this.match = match;
      }
      next(node, u) {
        let lo = this.childStart[node];
        let hi = this.childStart[node + 1];
        const units = this.childUnit;
        while (lo < hi) {
          const mid = lo + hi >> 1;
          const m = units[mid];
          if (m === u) return this.childNode[mid];
          if (m < u) lo = mid + 1;
          else hi = mid;
        }
        return -1;
      }
      advance(node, u) {
        for (; ; ) {
          const next2 = this.next(node, u);
          if (next2 >= 0) return next2;
          if (node === 0) return 0;
          node = this.fail[node];
        }
      }
      searchUTF16(charSeq, start, end) {
        let node = 0;
        for (let i = start; i < end; i++) {
          node = this.advance(node, charSeq.charCodeAt(i));
          if (this.match[node] === 1) return true;
        }
        return false;
      }
      searchUTF8(bytes, start, end) {
        let node = 0;
        for (let i = start; i < end; i++) {
          node = this.advance(node, bytes[i]);
          if (this.match[node] === 1) return true;
        }
        return false;
      }
    };
    Prefilter = class Prefilter2 {
      static Type = {
        NONE: 0,
        EXACT: 1,
        AND: 2,
        OR: 3
      };
      static MAX_SCANS = 32;
      static MAX_AC_UNITS = 1 << 18;
      constructor(type) {
        this.type = type;
        this.subs = [];
        this.str = "";
        this.bytes = null;
        this.cost = type === Prefilter2.Type.EXACT ? 1 : 0;
        this.allExact = false;
        this.ac16 = null;
        this.ac8 = null;
      }
      automaton16() {
        if (this.ac16 === null) {
          const words = this.subs.map((s3) => {
            const arr = new Array(s3.str.length);
            for (let i = 0; i < s3.str.length; i++) arr[i] = s3.str.charCodeAt(i);
            return arr;
          });
          this.ac16 = new AhoCorasick(words, 65536);
        }
        return this.ac16;
      }
      automaton8() {
        if (this.ac8 === null) this.ac8 = new AhoCorasick(this.subs.map((s3) => s3.bytes), 256);
        return this.ac8;
      }
      eval(input, pos) {
        switch (this.type) {
          case Prefilter2.Type.NONE:
            return true;
          case Prefilter2.Type.EXACT:
            return input.hasString(this, pos);
          case Prefilter2.Type.AND:
            for (let i = 0; i < this.subs.length; i++) if (!this.subs[i].eval(input, pos)) return false;
            return true;
          case Prefilter2.Type.OR:
            if (this.allExact) return input.hasAnyString(this, pos);
            for (let i = 0; i < this.subs.length; i++) if (this.subs[i].eval(input, pos)) return true;
            return false;
          default:
            return true;
        }
      }
    };
    PrefilterTree = class PrefilterTree2 {
      static build(re) {
        if (!re) return new Prefilter(Prefilter.Type.NONE);
        return RegexpWalker.walk(re, PrefilterTree2.WALKER);
      }
      static WALKER = {
        leaf: (re) => PrefilterTree2.leaf(re),
        enter: (re) => PrefilterTree2.enter(re),
        child: (re, state, result) => PrefilterTree2.child(re, state, result),
        leave: (re, state) => PrefilterTree2.leave(re, state)
      };
      static leaf(re) {
        if (re.op !== Regexp.Op.LITERAL) return new Prefilter(Prefilter.Type.NONE);
        if (re.runes.length === 0 || (re.flags & RE2Flags.FOLD_CASE) !== 0) return new Prefilter(Prefilter.Type.NONE);
        let str = "";
        for (let i = 0; i < re.runes.length; i++) {
          if (Unicode.isUnsearchable(re.runes[i])) return new Prefilter(Prefilter.Type.NONE);
          str += String.fromCodePoint(re.runes[i]);
        }
        const pf = new Prefilter(Prefilter.Type.EXACT);
        pf.str = str;
        pf.bytes = Utils.stringToUtf8ByteArray(pf.str);
        return pf;
      }
      static enter(re) {
        switch (re.op) {
          case Regexp.Op.CAPTURE:
          case Regexp.Op.PLUS:
            return { sub: null };
          case Regexp.Op.REPEAT:
            if (re.min >= 1) return { sub: null };
            return { result: new Prefilter(Prefilter.Type.NONE) };
          case Regexp.Op.CONCAT:
            return {
              pf: new Prefilter(Prefilter.Type.AND),
              subs: []
            };
          case Regexp.Op.ALTERNATE:
            return {
              pf: new Prefilter(Prefilter.Type.OR),
              subs: []
            };
          default:
            return { result: new Prefilter(Prefilter.Type.NONE) };
        }
      }
      static child(re, state, s3) {
        if (state.subs === void 0) {
          state.sub = s3;
          return;
        }
        if (state.pf.type === Prefilter.Type.AND) {
          if (s3.type === Prefilter.Type.NONE) return;
          if (s3.type === Prefilter.Type.AND) {
            for (let j2 = 0; j2 < s3.subs.length; j2++) state.subs.push(s3.subs[j2]);
            return;
          }
          state.subs.push(s3);
          return;
        }
        if (s3.type === Prefilter.Type.NONE) {
          state.result = new Prefilter(Prefilter.Type.NONE);
          return;
        }
        if (s3.type === Prefilter.Type.OR) {
          for (let j2 = 0; j2 < s3.subs.length; j2++) state.subs.push(s3.subs[j2]);
          return;
        }
        state.subs.push(s3);
      }
      static leave(re, state) {
        if (state.subs === void 0) return state.sub;
        const pf = state.pf;
        const seen = /* @__PURE__ */ new Set();
        const subs = [];
        for (const sub of state.subs) {
          if (sub.type === Prefilter.Type.EXACT) {
            if (seen.has(sub.str)) continue;
            seen.add(sub.str);
          }
          subs.push(sub);
        }
        if (pf.type === Prefilter.Type.AND) {
          const kept = [];
          let cost2 = 0;
          for (const sub of subs) {
            if (cost2 + sub.cost > Prefilter.MAX_SCANS) continue;
            kept.push(sub);
            cost2 += sub.cost;
          }
          if (kept.length === 0) return new Prefilter(Prefilter.Type.NONE);
          if (kept.length === 1) return kept[0];
          pf.subs = kept;
          pf.cost = cost2;
          return pf;
        }
        if (subs.length === 0) return new Prefilter(Prefilter.Type.NONE);
        if (subs.length === 1) return subs[0];
        pf.subs = subs;
        let allExact = true;
        let cost = 0;
        let units = 0;
        for (const sub of subs) {
          if (sub.type !== Prefilter.Type.EXACT) allExact = false;
          else units += sub.bytes.length;
          cost += sub.cost;
        }
        if (allExact) {
          if (units > Prefilter.MAX_AC_UNITS) return new Prefilter(Prefilter.Type.NONE);
          pf.allExact = true;
          pf.cost = 1;
          return pf;
        }
        if (cost > Prefilter.MAX_SCANS) return new Prefilter(Prefilter.Type.NONE);
        pf.cost = cost;
        return pf;
      }
    };
    PatchList = class {
      /**
      * @param {number} head - Encoded pointer to the start of the patch list.
      * @param {number} tail - Encoded pointer to the end of the patch list.
      */
      constructor(head = 0, tail = 0) {
        this.head = head;
        this.tail = tail;
      }
    };
    Prog = class {
      constructor() {
        this.inst = [];
        this.start = 0;
        this.numCap = 2;
        this.lbStarts = [];
        this.numLb = 0;
        this.lbInst = null;
      }
      getInst(pc) {
        return this.inst[pc];
      }
      numInst() {
        return this.inst.length;
      }
      addInst(op) {
        this.inst.push(new Inst(op));
      }
      markLookbehindInsts() {
        const lbInst = new Uint8Array(this.inst.length);
        const pending = this.lbStarts.slice();
        while (pending.length > 0) {
          const pc = pending.pop();
          if (pc === 0 || lbInst[pc] === 1) continue;
          lbInst[pc] = 1;
          const i = this.inst[pc];
          switch (i.op) {
            case Inst.ALT:
            case Inst.ALT_MATCH:
              pending.push(i.out, i.arg);
              break;
            case Inst.MATCH:
            case Inst.FAIL:
              break;
            default:
              pending.push(i.out);
          }
        }
        this.lbInst = lbInst;
      }
      skipNop(pc) {
        let i = this.inst[pc];
        while (i.op === Inst.NOP || i.op === Inst.CAPTURE) {
          i = this.inst[pc];
          pc = i.out;
        }
        return i;
      }
      /** @returns {[boolean, string]} */
      prefix() {
        let prefix = "";
        let i = this.skipNop(this.start);
        if (!Inst.isRuneOp(i.op) || i.runes.length !== 1) return [i.op === Inst.MATCH, prefix];
        while (Inst.isRuneOp(i.op) && i.runes.length === 1 && (i.arg & RE2Flags.FOLD_CASE) === 0 && !Unicode.isUnsearchable(i.runes[0])) {
          prefix += String.fromCodePoint(i.runes[0]);
          i = this.skipNop(i.out);
        }
        return [i.op === Inst.MATCH, prefix];
      }
      startCond() {
        let flag2 = 0;
        let pc = this.start;
        loop: for (; ; ) {
          const i = this.inst[pc];
          switch (i.op) {
            case Inst.EMPTY_WIDTH:
              flag2 |= i.arg;
              break;
            case Inst.FAIL:
              return -1;
            case Inst.CAPTURE:
            case Inst.NOP:
              break;
            default:
              break loop;
          }
          pc = i.out;
        }
        return flag2;
      }
      patch(l, val) {
        let head = l.head;
        while (head !== 0) {
          const i = this.inst[head >> 1];
          if ((head & 1) === 0) {
            head = i.out;
            i.out = val;
          } else {
            head = i.arg;
            i.arg = val;
          }
        }
      }
      append(l1, l2) {
        if (l1.head === 0) return l2;
        if (l2.head === 0) return l1;
        const i = this.inst[l1.tail >> 1];
        if ((l1.tail & 1) === 0) i.out = l2.head;
        else i.arg = l2.head;
        return new PatchList(l1.head, l2.tail);
      }
      /**
      *
      * @returns {string}
      */
      toString() {
        let out = "";
        for (let pc = 0; pc < this.inst.length; pc++) {
          const len = out.length;
          out += pc;
          if (pc === this.start) out += "*";
          out += "        ".substring(out.length - len);
          out += this.inst[pc];
          out += "\n";
        }
        return out;
      }
    };
    ANY_RUNE_NOT_NL = new Int32Array([
      0,
      Codepoint.CODES["\n"] - 1,
      Codepoint.CODES["\n"] + 1,
      Unicode.MAX_RUNE
    ]);
    ANY_RUNE = new Int32Array([0, Unicode.MAX_RUNE]);
    Frag = class {
      constructor(i = 0, out = new PatchList(), nullable2 = false) {
        this.i = i;
        this.out = out;
        this.nullable = nullable2;
      }
    };
    Compiler = class Compiler2 {
      static compileRegexp(re) {
        const c2 = new Compiler2();
        const f2 = c2.compile(re);
        c2.prog.patch(f2.out, c2.newInst(Inst.MATCH).i);
        c2.prog.start = f2.i;
        c2.prog.markLookbehindInsts();
        return c2.prog;
      }
      static compileSet(regexps) {
        const c2 = new Compiler2();
        if (regexps.length === 0) {
          c2.prog.start = c2.newInst(Inst.FAIL).i;
          c2.prog.markLookbehindInsts();
          return c2.prog;
        }
        let starts = [];
        for (let i = 0; i < regexps.length; i++) {
          c2.lbOffset = c2.prog.numLb;
          const f2 = c2.compile(regexps[i]);
          const m = c2.newInst(Inst.MATCH);
          c2.prog.getInst(m.i).arg = i;
          c2.prog.patch(f2.out, m.i);
          starts.push(f2.i);
        }
        let start = starts[0];
        for (let i = 1; i < starts.length; i++) {
          const f2 = c2.newInst(Inst.ALT);
          const inst = c2.prog.getInst(f2.i);
          inst.out = start;
          inst.arg = starts[i];
          start = f2.i;
        }
        c2.prog.start = start;
        c2.prog.markLookbehindInsts();
        return c2.prog;
      }
      constructor() {
        this.prog = new Prog();
        this.newInst(Inst.FAIL);
        this.lbOffset = 0;
        this.runeCache = /* @__PURE__ */ new Map();
        this.walker = {
          leaf: (re) => this.leaf(re),
          enter: (re) => this.enter(re),
          child: (re, state, result) => this.child(re, state, result),
          leave: (re, state) => this.leave(re, state)
        };
      }
      newInst(op) {
        this.prog.addInst(op);
        return new Frag(this.prog.numInst() - 1, new PatchList(), true);
      }
      nop() {
        const f2 = this.newInst(Inst.NOP);
        f2.out = new PatchList(f2.i << 1, f2.i << 1);
        return f2;
      }
      fail() {
        return new Frag();
      }
      cap(arg) {
        const f2 = this.newInst(Inst.CAPTURE);
        f2.out = new PatchList(f2.i << 1, f2.i << 1);
        this.prog.getInst(f2.i).arg = arg;
        if (this.prog.numCap < arg + 1) this.prog.numCap = arg + 1;
        return f2;
      }
      cat(f1, f2) {
        if (f1.i === 0 || f2.i === 0) {
          this.prog.patch(f1.out, 0);
          this.prog.patch(f2.out, 0);
          return this.fail();
        }
        this.prog.patch(f1.out, f2.i);
        return new Frag(f1.i, f2.out, f1.nullable && f2.nullable);
      }
      alt(f1, f2) {
        if (f1.i === 0) return f2;
        if (f2.i === 0) return f1;
        const f3 = this.newInst(Inst.ALT);
        const i = this.prog.getInst(f3.i);
        i.out = f1.i;
        i.arg = f2.i;
        f3.out = this.prog.append(f1.out, f2.out);
        f3.nullable = f1.nullable || f2.nullable;
        return f3;
      }
      loop(f1, nongreedy) {
        const f2 = this.newInst(Inst.ALT);
        const i = this.prog.getInst(f2.i);
        if (nongreedy) {
          i.arg = f1.i;
          f2.out = new PatchList(f2.i << 1, f2.i << 1);
        } else {
          i.out = f1.i;
          f2.out = new PatchList(f2.i << 1 | 1, f2.i << 1 | 1);
        }
        this.prog.patch(f1.out, f2.i);
        return f2;
      }
      quest(f1, nongreedy) {
        if (f1.i === 0) return this.nop();
        const f2 = this.newInst(Inst.ALT);
        const i = this.prog.getInst(f2.i);
        if (nongreedy) {
          i.arg = f1.i;
          f2.out = new PatchList(f2.i << 1, f2.i << 1);
        } else {
          i.out = f1.i;
          f2.out = new PatchList(f2.i << 1 | 1, f2.i << 1 | 1);
        }
        f2.out = this.prog.append(f2.out, f1.out);
        return f2;
      }
      star(f1, nongreedy) {
        if (f1.i === 0) return this.nop();
        if (f1.nullable) return this.quest(this.plus(f1, nongreedy), nongreedy);
        return this.loop(f1, nongreedy);
      }
      plus(f1, nongreedy) {
        if (f1.i === 0) return this.fail();
        return new Frag(f1.i, this.loop(f1, nongreedy).out, f1.nullable);
      }
      empty(op) {
        const f2 = this.newInst(Inst.EMPTY_WIDTH);
        this.prog.getInst(f2.i).arg = op;
        f2.out = new PatchList(f2.i << 1, f2.i << 1);
        return f2;
      }
      rune(runes, flags) {
        const f2 = this.newInst(Inst.RUNE);
        f2.nullable = false;
        const i = this.prog.getInst(f2.i);
        i.runes = runes;
        flags &= RE2Flags.FOLD_CASE;
        if (runes.length !== 1 || Unicode.simpleFold(runes[0]) === runes[0]) flags &= ~RE2Flags.FOLD_CASE;
        i.arg = flags;
        f2.out = new PatchList(f2.i << 1, f2.i << 1);
        if ((flags & RE2Flags.FOLD_CASE) === 0 && runes.length === 1 || runes.length === 2 && runes[0] === runes[1]) i.op = Inst.RUNE1;
        else if (runes.length === 2 && runes[0] === 0 && runes[1] === Unicode.MAX_RUNE) i.op = Inst.RUNE_ANY;
        else if (runes.length === 4 && runes[0] === 0 && runes[1] === Codepoint.CODES["\n"] - 1 && runes[2] === Codepoint.CODES["\n"] + 1 && runes[3] === Unicode.MAX_RUNE) i.op = Inst.RUNE_ANY_NOT_NL;
        return f2;
      }
      lookBehind(a, parsedLb) {
        const lb = Math.sign(parsedLb) * (Math.abs(parsedLb) + this.lbOffset);
        const id = this.newInst(Inst.LB_WRITE);
        this.prog.getInst(id.i).arg = lb;
        const any = this.rune(ANY_RUNE, 0);
        const dotStar = this.star(any, true);
        const lbAutomaton = this.cat(dotStar, a);
        this.prog.patch(lbAutomaton.out, id.i);
        const checkId = this.newInst(Inst.LB_CHECK);
        this.prog.getInst(checkId.i).arg = lb;
        this.prog.lbStarts.push(lbAutomaton.i);
        if (Math.abs(lb) > this.prog.numLb) this.prog.numLb = Math.abs(lb);
        checkId.out = new PatchList(checkId.i << 1, checkId.i << 1);
        return checkId;
      }
      compile(re) {
        return RegexpWalker.walk(re, this.walker);
      }
      leaf(re) {
        switch (re.op) {
          case Regexp.Op.NO_MATCH:
            return this.fail();
          case Regexp.Op.EMPTY_MATCH:
            return this.nop();
          case Regexp.Op.LITERAL: {
            if (re.runes.length === 0) return this.nop();
            let f2 = null;
            for (let r of re.runes) {
              let singleRune = this.runeCache.get(r);
              if (singleRune === void 0) {
                singleRune = new Int32Array([r]);
                this.runeCache.set(r, singleRune);
              }
              const f1 = this.rune(singleRune, re.flags);
              f2 = f2 === null ? f1 : this.cat(f2, f1);
            }
            return f2;
          }
          case Regexp.Op.CHAR_CLASS:
            return this.rune(re.runes, re.flags);
          case Regexp.Op.ANY_CHAR_NOT_NL:
            return this.rune(ANY_RUNE_NOT_NL, 0);
          case Regexp.Op.ANY_CHAR:
            return this.rune(ANY_RUNE, 0);
          case Regexp.Op.BEGIN_LINE:
            return this.empty(Utils.EMPTY_BEGIN_LINE);
          case Regexp.Op.END_LINE:
            return this.empty(Utils.EMPTY_END_LINE);
          case Regexp.Op.BEGIN_TEXT:
            return this.empty(Utils.EMPTY_BEGIN_TEXT);
          case Regexp.Op.END_TEXT:
            return this.empty(Utils.EMPTY_END_TEXT);
          case Regexp.Op.WORD_BOUNDARY:
            return this.empty(Utils.EMPTY_WORD_BOUNDARY);
          case Regexp.Op.NO_WORD_BOUNDARY:
            return this.empty(Utils.EMPTY_NO_WORD_BOUNDARY);
          case Regexp.Op.CONCAT:
          case Regexp.Op.ALTERNATE:
            return this.nop();
          default:
            throw new RE2JSCompileException("regexp: unhandled case in compile");
        }
      }
      enter(re) {
        switch (re.op) {
          case Regexp.Op.PLB:
          case Regexp.Op.NLB:
          case Regexp.Op.STAR:
          case Regexp.Op.PLUS:
          case Regexp.Op.QUEST:
            return { sub: null };
          case Regexp.Op.CAPTURE:
            return {
              bra: this.cap(re.cap << 1),
              sub: null
            };
          case Regexp.Op.CONCAT:
          case Regexp.Op.ALTERNATE:
            return { f: null };
          default:
            throw new RE2JSCompileException("regexp: unhandled case in compile");
        }
      }
      child(re, state, f1) {
        if (re.op === Regexp.Op.CONCAT) state.f = state.f === null ? f1 : this.cat(state.f, f1);
        else if (re.op === Regexp.Op.ALTERNATE) state.f = state.f === null ? f1 : this.alt(state.f, f1);
        else state.sub = f1;
      }
      leave(re, state) {
        switch (re.op) {
          case Regexp.Op.PLB:
          case Regexp.Op.NLB:
            return this.lookBehind(state.sub, re.lb);
          case Regexp.Op.CAPTURE: {
            const ket = this.cap(re.cap << 1 | 1);
            return this.cat(this.cat(state.bra, state.sub), ket);
          }
          case Regexp.Op.STAR:
            return this.star(state.sub, (re.flags & RE2Flags.NON_GREEDY) !== 0);
          case Regexp.Op.PLUS:
            return this.plus(state.sub, (re.flags & RE2Flags.NON_GREEDY) !== 0);
          case Regexp.Op.QUEST:
            return this.quest(state.sub, (re.flags & RE2Flags.NON_GREEDY) !== 0);
          case Regexp.Op.CONCAT:
          case Regexp.Op.ALTERNATE:
            return state.f;
          default:
            throw new RE2JSCompileException("regexp: unhandled case in compile");
        }
      }
    };
    Simplify = class Simplify2 {
      static simplify(re) {
        if (re === null) return null;
        return RegexpWalker.walk(re, Simplify2.WALKER);
      }
      static WALKER = {
        leaf: (re) => Simplify2.leaf(re),
        enter: (re) => Simplify2.enter(re),
        child: (re, state, result, i) => Simplify2.child(re, state, result, i),
        leave: (re, state) => Simplify2.leave(re, state)
      };
      static leaf(re) {
        if (re.op === Regexp.Op.CHAR_CLASS) {
          if (re.runes === null) return re;
          if (re.runes.length === 0) return new Regexp(Regexp.Op.NO_MATCH);
          if (re.runes.length === 2 && re.runes[0] === 0 && re.runes[1] === Unicode.MAX_RUNE) return new Regexp(Regexp.Op.ANY_CHAR);
          if (re.runes.length === 4 && re.runes[0] === 0 && re.runes[1] === Codepoint.CODES["\n"] - 1 && re.runes[2] === Codepoint.CODES["\n"] + 1 && re.runes[3] === Unicode.MAX_RUNE) return new Regexp(Regexp.Op.ANY_CHAR_NOT_NL);
        }
        return re;
      }
      static enter(re) {
        switch (re.op) {
          case Regexp.Op.PLB:
          case Regexp.Op.NLB:
          case Regexp.Op.CAPTURE:
          case Regexp.Op.STAR:
          case Regexp.Op.PLUS:
          case Regexp.Op.QUEST:
            return { sub: null };
          case Regexp.Op.CONCAT:
          case Regexp.Op.ALTERNATE:
            return {
              subs: [],
              changed: false
            };
          case Regexp.Op.REPEAT:
            if (re.min === 0 && re.max === 0) return { result: new Regexp(Regexp.Op.EMPTY_MATCH) };
            return { sub: null };
          default:
            return { result: re };
        }
      }
      static child(re, state, nsub, i) {
        if (state.subs === void 0) {
          state.sub = nsub;
          return;
        }
        if (nsub !== re.subs[i]) state.changed = true;
        if (re.op === Regexp.Op.CONCAT) {
          if (nsub.op === Regexp.Op.NO_MATCH) {
            state.result = new Regexp(Regexp.Op.NO_MATCH);
            return;
          }
          if (nsub.op === Regexp.Op.EMPTY_MATCH) {
            state.changed = true;
            return;
          }
          if (nsub.op === Regexp.Op.CONCAT) {
            state.changed = true;
            for (let j2 = 0; j2 < nsub.subs.length; j2++) state.subs.push(nsub.subs[j2]);
            return;
          }
        } else {
          if (nsub.op === Regexp.Op.NO_MATCH) {
            state.changed = true;
            return;
          }
          if (nsub.op === Regexp.Op.ALTERNATE) {
            state.changed = true;
            for (let j2 = 0; j2 < nsub.subs.length; j2++) state.subs.push(nsub.subs[j2]);
            return;
          }
        }
        state.subs.push(nsub);
      }
      static leave(re, state) {
        switch (re.op) {
          case Regexp.Op.PLB:
          case Regexp.Op.NLB:
          case Regexp.Op.CAPTURE: {
            const sub = state.sub;
            if (sub !== re.subs[0]) {
              const nre = Regexp.fromRegexp(re);
              nre.runes = /* @__PURE__ */ new Int32Array(0);
              nre.subs = [sub];
              return nre;
            }
            return re;
          }
          case Regexp.Op.CONCAT:
          case Regexp.Op.ALTERNATE:
            if (state.changed) {
              const newSubs = state.subs;
              if (newSubs.length === 0) return new Regexp(re.op === Regexp.Op.CONCAT ? Regexp.Op.EMPTY_MATCH : Regexp.Op.NO_MATCH);
              if (newSubs.length === 1) return newSubs[0];
              const nre = Regexp.fromRegexp(re);
              nre.runes = /* @__PURE__ */ new Int32Array(0);
              nre.subs = newSubs;
              return nre;
            }
            return re;
          case Regexp.Op.STAR:
          case Regexp.Op.PLUS:
          case Regexp.Op.QUEST:
            return Simplify2.simplify1(re.op, re.flags, state.sub, re);
          case Regexp.Op.REPEAT:
            return Simplify2.simplifyRepeat(re, state.sub);
          default:
            return re;
        }
      }
      static simplifyRepeat(re, sub) {
        if (re.max === -1) {
          if (re.min === 0) return Simplify2.simplify1(Regexp.Op.STAR, re.flags, sub, null);
          if (re.min === 1) return Simplify2.simplify1(Regexp.Op.PLUS, re.flags, sub, null);
          const subs = [];
          for (let i = 0; i < re.min - 1; i++) subs.push(sub);
          subs.push(Simplify2.simplify1(Regexp.Op.PLUS, re.flags, sub, null));
          return Simplify2.concat(subs);
        }
        if (re.min === 1 && re.max === 1) return sub;
        let prefixSubs = null;
        if (re.min > 0) {
          prefixSubs = [];
          for (let i = 0; i < re.min; i++) prefixSubs.push(sub);
        }
        if (re.max > re.min) {
          let suffix = Simplify2.simplify1(Regexp.Op.QUEST, re.flags, sub, null);
          for (let i = re.min + 1; i < re.max; i++) suffix = Simplify2.simplify1(Regexp.Op.QUEST, re.flags, Simplify2.concat([sub, suffix]), null);
          if (prefixSubs === null) return suffix;
          prefixSubs.push(suffix);
        }
        if (prefixSubs !== null) return Simplify2.concat(prefixSubs);
        return new Regexp(Regexp.Op.NO_MATCH);
      }
      static concat(subs) {
        const newSubs = [];
        for (let i = 0; i < subs.length; i++) {
          const sub = subs[i];
          if (sub.op === Regexp.Op.NO_MATCH) return new Regexp(Regexp.Op.NO_MATCH);
          if (sub.op === Regexp.Op.EMPTY_MATCH) continue;
          if (sub.op === Regexp.Op.CONCAT) {
            for (let j2 = 0; j2 < sub.subs.length; j2++) newSubs.push(sub.subs[j2]);
            continue;
          }
          newSubs.push(sub);
        }
        if (newSubs.length === 0) return new Regexp(Regexp.Op.EMPTY_MATCH);
        if (newSubs.length === 1) return newSubs[0];
        const nre = new Regexp(Regexp.Op.CONCAT);
        nre.subs = newSubs;
        return nre;
      }
      static simplify1(op, flags, sub, re) {
        if (sub.op === Regexp.Op.EMPTY_MATCH) return sub;
        if (sub.op === Regexp.Op.NO_MATCH) {
          if (op === Regexp.Op.PLUS) return sub;
          return new Regexp(Regexp.Op.EMPTY_MATCH);
        }
        if (op === sub.op && (flags & RE2Flags.NON_GREEDY) === (sub.flags & RE2Flags.NON_GREEDY)) return sub;
        if (re !== null && re.op === op && (re.flags & RE2Flags.NON_GREEDY) === (flags & RE2Flags.NON_GREEDY) && sub === re.subs[0]) return re;
        const nre = new Regexp(op);
        nre.flags = flags;
        nre.subs = [sub];
        return nre;
      }
    };
    CharGroup = class {
      constructor(sign, cls) {
        this.sign = sign;
        this.cls = cls;
      }
    };
    code1 = [48, 57];
    code2 = [
      9,
      10,
      12,
      13,
      32,
      32
    ];
    code3 = [
      48,
      57,
      65,
      90,
      95,
      95,
      97,
      122
    ];
    PERL_GROUPS = /* @__PURE__ */ new Map([
      ["\\d", new CharGroup(1, code1)],
      ["\\D", new CharGroup(-1, code1)],
      ["\\s", new CharGroup(1, code2)],
      ["\\S", new CharGroup(-1, code2)],
      ["\\w", new CharGroup(1, code3)],
      ["\\W", new CharGroup(-1, code3)]
    ]);
    code4 = [
      48,
      57,
      65,
      90,
      97,
      122
    ];
    code5 = [
      65,
      90,
      97,
      122
    ];
    code6 = [0, 127];
    code7 = [
      9,
      9,
      32,
      32
    ];
    code8 = [
      0,
      31,
      127,
      127
    ];
    code9 = [48, 57];
    code10 = [33, 126];
    code11 = [97, 122];
    code12 = [32, 126];
    code13 = [
      33,
      47,
      58,
      64,
      91,
      96,
      123,
      126
    ];
    code14 = [
      9,
      13,
      32,
      32
    ];
    code15 = [65, 90];
    code16 = [
      48,
      57,
      65,
      90,
      95,
      95,
      97,
      122
    ];
    code17 = [
      48,
      57,
      65,
      70,
      97,
      102
    ];
    POSIX_GROUPS = /* @__PURE__ */ new Map([
      ["[:alnum:]", new CharGroup(1, code4)],
      ["[:^alnum:]", new CharGroup(-1, code4)],
      ["[:alpha:]", new CharGroup(1, code5)],
      ["[:^alpha:]", new CharGroup(-1, code5)],
      ["[:ascii:]", new CharGroup(1, code6)],
      ["[:^ascii:]", new CharGroup(-1, code6)],
      ["[:blank:]", new CharGroup(1, code7)],
      ["[:^blank:]", new CharGroup(-1, code7)],
      ["[:cntrl:]", new CharGroup(1, code8)],
      ["[:^cntrl:]", new CharGroup(-1, code8)],
      ["[:digit:]", new CharGroup(1, code9)],
      ["[:^digit:]", new CharGroup(-1, code9)],
      ["[:graph:]", new CharGroup(1, code10)],
      ["[:^graph:]", new CharGroup(-1, code10)],
      ["[:lower:]", new CharGroup(1, code11)],
      ["[:^lower:]", new CharGroup(-1, code11)],
      ["[:print:]", new CharGroup(1, code12)],
      ["[:^print:]", new CharGroup(-1, code12)],
      ["[:punct:]", new CharGroup(1, code13)],
      ["[:^punct:]", new CharGroup(-1, code13)],
      ["[:space:]", new CharGroup(1, code14)],
      ["[:^space:]", new CharGroup(-1, code14)],
      ["[:upper:]", new CharGroup(1, code15)],
      ["[:^upper:]", new CharGroup(-1, code15)],
      ["[:word:]", new CharGroup(1, code16)],
      ["[:^word:]", new CharGroup(-1, code16)],
      ["[:xdigit:]", new CharGroup(1, code17)],
      ["[:^xdigit:]", new CharGroup(-1, code17)]
    ]);
    CharClass = class CharClass2 {
      static charClassToString(r, len) {
        let result = "[";
        for (let i = 0; i < len; i += 2) {
          if (i > 0) result += " ";
          const lo = r[i];
          const hi = r[i + 1];
          if (lo === hi) result += `0x${lo.toString(16)}`;
          else result += `0x${lo.toString(16)}-0x${hi.toString(16)}`;
        }
        result += "]";
        return result;
      }
      static sortRanges(array2, len) {
        const n = len >> 1;
        const order = new Array(n);
        for (let i = 0; i < n; i++) order[i] = i;
        order.sort((a, b2) => array2[2 * a] - array2[2 * b2] || array2[2 * b2 + 1] - array2[2 * a + 1]);
        const sorted2 = array2.slice(0, len);
        for (let i = 0; i < n; i++) {
          array2[2 * i] = sorted2[2 * order[i]];
          array2[2 * i + 1] = sorted2[2 * order[i] + 1];
        }
      }
      /**
      * @param {number[]|Int32Array} [r]
      */
      constructor(r = Utils.emptyInts()) {
        this.r = r;
        this.len = r.length;
      }
      toArray() {
        if (this.r instanceof Int32Array) return this.len === this.r.length ? this.r : this.r.subarray(0, this.len);
        return new Int32Array(this.len === this.r.length ? this.r : this.r.slice(0, this.len));
      }
      toGrowableArray() {
        if (Array.isArray(this.r)) {
          this.r.length = this.len;
          return this.r;
        }
        return Array.from(this.r.subarray(0, this.len));
      }
      cleanClass() {
        if (this.len < 4) return this;
        CharClass2.sortRanges(this.r, this.len);
        let w2 = 2;
        for (let i = 2; i < this.len; i += 2) {
          const lo = this.r[i];
          const hi = this.r[i + 1];
          if (lo <= this.r[w2 - 1] + 1) {
            if (hi > this.r[w2 - 1]) this.r[w2 - 1] = hi;
            continue;
          }
          this.r[w2] = lo;
          this.r[w2 + 1] = hi;
          w2 += 2;
        }
        this.len = w2;
        return this;
      }
      appendLiteral(x2, flags) {
        return (flags & RE2Flags.FOLD_CASE) !== 0 ? this.appendFoldedRange(x2, x2) : this.appendRange(x2, x2);
      }
      appendRange(lo, hi) {
        if (this.len > 0) {
          for (let i = 2; i <= 4; i += 2) if (this.len >= i) {
            const rlo = this.r[this.len - i];
            const rhi = this.r[this.len - i + 1];
            if (lo <= rhi + 1 && rlo <= hi + 1) {
              if (lo < rlo) this.r[this.len - i] = lo;
              if (hi > rhi) this.r[this.len - i + 1] = hi;
              return this;
            }
          }
        }
        this.r[this.len++] = lo;
        this.r[this.len++] = hi;
        return this;
      }
      appendFoldedRange(lo, hi) {
        if (lo <= Unicode.MIN_FOLD && hi >= Unicode.MAX_FOLD) return this.appendRange(lo, hi);
        if (hi < Unicode.MIN_FOLD || lo > Unicode.MAX_FOLD) return this.appendRange(lo, hi);
        if (lo < Unicode.MIN_FOLD) {
          this.appendRange(lo, Unicode.MIN_FOLD - 1);
          lo = Unicode.MIN_FOLD;
        }
        if (hi > Unicode.MAX_FOLD) {
          this.appendRange(Unicode.MAX_FOLD + 1, hi);
          hi = Unicode.MAX_FOLD;
        }
        for (let c2 = lo; c2 <= hi; c2++) {
          this.appendRange(c2, c2);
          for (let f2 = Unicode.simpleFold(c2); f2 !== c2; f2 = Unicode.simpleFold(f2)) this.appendRange(f2, f2);
        }
        return this;
      }
      appendClass(x2) {
        for (let i = 0; i < x2.length; i += 2) this.appendRange(x2[i], x2[i + 1]);
        return this;
      }
      appendFoldedClass(x2) {
        for (let i = 0; i < x2.length; i += 2) this.appendFoldedRange(x2[i], x2[i + 1]);
        return this;
      }
      appendNegatedClass(x2) {
        let nextLo = 0;
        for (let i = 0; i < x2.length; i += 2) {
          const lo = x2[i];
          const hi = x2[i + 1];
          if (nextLo <= lo - 1) this.appendRange(nextLo, lo - 1);
          nextLo = hi + 1;
        }
        if (nextLo <= Unicode.MAX_RUNE) this.appendRange(nextLo, Unicode.MAX_RUNE);
        return this;
      }
      appendTable(table) {
        for (let i = 0; i < table.length; ++i) {
          const lo = table.getLo(i);
          const hi = table.getHi(i);
          const stride = table.getStride(i);
          if (stride === 1) {
            this.appendRange(lo, hi);
            continue;
          }
          for (let c2 = lo; c2 <= hi; c2 += stride) this.appendRange(c2, c2);
        }
        return this;
      }
      appendNegatedTable(table) {
        let nextLo = 0;
        for (let i = 0; i < table.length; ++i) {
          const lo = table.getLo(i);
          const hi = table.getHi(i);
          const stride = table.getStride(i);
          if (stride === 1) {
            if (nextLo <= lo - 1) this.appendRange(nextLo, lo - 1);
            nextLo = hi + 1;
            continue;
          }
          for (let c2 = lo; c2 <= hi; c2 += stride) {
            if (nextLo <= c2 - 1) this.appendRange(nextLo, c2 - 1);
            nextLo = c2 + 1;
          }
        }
        if (nextLo <= Unicode.MAX_RUNE) this.appendRange(nextLo, Unicode.MAX_RUNE);
        return this;
      }
      appendTableWithSign(table, sign) {
        return sign < 0 ? this.appendNegatedTable(table) : this.appendTable(table);
      }
      negateClass() {
        let nextLo = 0;
        let w2 = 0;
        for (let i = 0; i < this.len; i += 2) {
          const lo = this.r[i];
          const hi = this.r[i + 1];
          if (nextLo <= lo - 1) {
            this.r[w2] = nextLo;
            this.r[w2 + 1] = lo - 1;
            w2 += 2;
          }
          nextLo = hi + 1;
        }
        this.len = w2;
        if (nextLo <= Unicode.MAX_RUNE) {
          this.r[this.len++] = nextLo;
          this.r[this.len++] = Unicode.MAX_RUNE;
        }
        return this;
      }
      appendClassWithSign(x2, sign) {
        return sign < 0 ? this.appendNegatedClass(x2) : this.appendClass(x2);
      }
      appendGroup(g2, foldCase) {
        let cls = g2.cls;
        if (foldCase) cls = new CharClass2().appendFoldedClass(cls).cleanClass().toArray();
        return this.appendClassWithSign(cls, g2.sign);
      }
      toString() {
        return CharClass2.charClassToString(this.r, this.len);
      }
    };
    StringIterator = class {
      constructor(str) {
        this.str = str;
        this.position = 0;
      }
      pos() {
        return this.position;
      }
      rewindTo(pos) {
        this.position = pos;
      }
      more() {
        return this.position < this.str.length;
      }
      peek() {
        return this.str.codePointAt(this.position);
      }
      skip(n) {
        this.position += n;
      }
      skipString(s3) {
        this.position += s3.length;
      }
      pop() {
        const r = this.str.codePointAt(this.position);
        this.position += Utils.charCount(r);
        return r;
      }
      lookingAt(s3) {
        return this.str.startsWith(s3, this.position);
      }
      rest() {
        return this.str.substring(this.position);
      }
      from(beforePos) {
        return this.str.substring(beforePos, this.position);
      }
      toString() {
        return this.rest();
      }
    };
    Parser = class Parser2 {
      static ERR_INTERNAL_ERROR = "regexp/syntax: internal error";
      static ERR_INVALID_CHAR_RANGE = "invalid character class range";
      static ERR_INVALID_ESCAPE = "invalid escape sequence";
      static ERR_INVALID_NAMED_CAPTURE = "invalid named capture";
      static ERR_INVALID_PERL_OP = "invalid or unsupported Perl syntax";
      static ERR_INVALID_REPEAT_OP = "invalid nested repetition operator";
      static ERR_INVALID_REPEAT_SIZE = "invalid repeat count";
      static ERR_MISSING_BRACKET = "missing closing ]";
      static ERR_MISSING_PAREN = "missing closing )";
      static ERR_MISSING_REPEAT_ARGUMENT = "missing argument to repetition operator";
      static ERR_TRAILING_BACKSLASH = "trailing backslash at end of expression";
      static ERR_DUPLICATE_NAMED_CAPTURE = "duplicate capture group name";
      static ERR_UNEXPECTED_PAREN = "unexpected )";
      static ERR_NESTING_DEPTH = "expression nests too deeply";
      static ERR_LARGE = "expression too large";
      static ERR_INVALID_CAPTURE_IN_LOOKBEHIND = "invalid capture in lookbehind";
      static MAX_HEIGHT = 1e3;
      static MAX_SIZE = 1398101;
      static MAX_RUNES = 33554432;
      static ANY_TABLE = new UnicodeRangeTable(new Uint32Array([
        0,
        Unicode.MAX_RUNE,
        1
      ]));
      static ASCII_TABLE = new UnicodeRangeTable(new Uint32Array([
        0,
        127,
        1
      ]));
      static ASCII_FOLD_TABLE = new UnicodeRangeTable(new Uint32Array([
        0,
        127,
        1,
        383,
        383,
        1,
        8490,
        8490,
        1
      ]));
      static unicodeTable(name) {
        if (name === "Any") return {
          tab: Parser2.ANY_TABLE,
          fold: Parser2.ANY_TABLE,
          sign: 1
        };
        if (name === "Ascii") return {
          tab: Parser2.ASCII_TABLE,
          fold: Parser2.ASCII_FOLD_TABLE,
          sign: 1
        };
        if (name === "Assigned") return {
          tab: UnicodeTables.CATEGORIES.get("Cn"),
          fold: UnicodeTables.CATEGORIES.get("Cn"),
          sign: -1
        };
        if (name === "Lc") return {
          tab: UnicodeTables.CATEGORIES.get("LC"),
          fold: UnicodeTables.FOLD_CATEGORIES.get("LC"),
          sign: 1
        };
        if (UnicodeTables.CATEGORIES.has(name)) return {
          tab: UnicodeTables.CATEGORIES.get(name),
          fold: UnicodeTables.FOLD_CATEGORIES.get(name),
          sign: 1
        };
        if (UnicodeTables.SCRIPTS.has(name)) return {
          tab: UnicodeTables.SCRIPTS.get(name),
          fold: UnicodeTables.FOLD_SCRIPT.get(name),
          sign: 1
        };
        return null;
      }
      static minFoldRune(r) {
        if (r < Unicode.MIN_FOLD || r > Unicode.MAX_FOLD) return r;
        let min = r;
        const r0 = r;
        for (r = Unicode.simpleFold(r); r !== r0; r = Unicode.simpleFold(r)) if (min > r) min = r;
        return min;
      }
      static leadingRegexp(re) {
        if (re.op === Regexp.Op.EMPTY_MATCH) return null;
        if (re.op === Regexp.Op.CONCAT && re.subs.length > 0) {
          const sub = re.subs[0];
          if (sub.op === Regexp.Op.EMPTY_MATCH) return null;
          return sub;
        }
        return re;
      }
      static literalRegexp(s3, flags) {
        const re = new Regexp(Regexp.Op.LITERAL);
        re.flags = flags;
        re.runes = Utils.stringToRunes(s3);
        return re;
      }
      /**
      * Parse regular expression pattern {@code pattern} with mode flags {@code flags}.
      * @param {string} pattern
      * @param {number} flags
      */
      static parse(pattern, flags) {
        return new Parser2(pattern, flags).parseInternal();
      }
      static parseRepeat(t) {
        const start = t.pos();
        if (!t.more() || !t.lookingAt("{")) return -1;
        t.skip(1);
        const min = Parser2.parseInt(t);
        if (min === -1) return -1;
        if (!t.more()) return -1;
        let max;
        if (!t.lookingAt(",")) max = min;
        else {
          t.skip(1);
          if (!t.more()) return -1;
          if (t.lookingAt("}")) max = -1;
          else if ((max = Parser2.parseInt(t)) === -1) return -1;
        }
        if (!t.more() || !t.lookingAt("}")) return -1;
        t.skip(1);
        if (min < 0 || min > 1e3 || max === -2 || max > 1e3 || max >= 0 && min > max) throw new RE2JSSyntaxException(Parser2.ERR_INVALID_REPEAT_SIZE, t.from(start));
        return min << 16 | max & Unicode.MAX_BMP;
      }
      static isValidCaptureName(name) {
        if (name.length === 0) return false;
        for (let i = 0; i < name.length; i++) {
          const c2 = name.codePointAt(i);
          if (c2 !== Codepoint.CODES["_"] && !Utils.isalnum(c2)) return false;
        }
        return true;
      }
      static parseInt(t) {
        const start = t.pos();
        while (t.more() && t.peek() >= Codepoint.CODES["0"] && t.peek() <= Codepoint.CODES["9"]) t.skip(1);
        const n = t.from(start);
        if (n.length === 0 || n.length > 1 && n.codePointAt(0) === Codepoint.CODES["0"]) return -1;
        if (n.length > 8) return -2;
        return parseInt(n, 10);
      }
      static isCharClass(re) {
        return re.op === Regexp.Op.LITERAL && re.runes.length === 1 || re.op === Regexp.Op.CHAR_CLASS || re.op === Regexp.Op.ANY_CHAR_NOT_NL || re.op === Regexp.Op.ANY_CHAR;
      }
      static matchRune(re, r) {
        switch (re.op) {
          case Regexp.Op.LITERAL:
            return re.runes.length === 1 && re.runes[0] === r;
          case Regexp.Op.CHAR_CLASS:
            for (let i = 0; i < re.runes.length; i += 2) if (re.runes[i] <= r && r <= re.runes[i + 1]) return true;
            return false;
          case Regexp.Op.ANY_CHAR_NOT_NL:
            return r !== Codepoint.CODES["\n"];
          case Regexp.Op.ANY_CHAR:
            return true;
        }
        return false;
      }
      static mergeCharClass(dst, src) {
        switch (dst.op) {
          case Regexp.Op.ANY_CHAR:
            break;
          case Regexp.Op.ANY_CHAR_NOT_NL:
            if (Parser2.matchRune(src, Codepoint.CODES["\n"])) dst.op = Regexp.Op.ANY_CHAR;
            break;
          case Regexp.Op.CHAR_CLASS: {
            const cc = new CharClass(Array.isArray(dst.runes) ? dst.runes : Array.from(dst.runes));
            if (src.op === Regexp.Op.LITERAL) cc.appendLiteral(src.runes[0], src.flags);
            else cc.appendClass(src.runes);
            dst.runes = cc.toGrowableArray();
            break;
          }
          case Regexp.Op.LITERAL:
            if (src.runes[0] === dst.runes[0] && src.flags === dst.flags) break;
            dst.op = Regexp.Op.CHAR_CLASS;
            dst.runes = new CharClass().appendLiteral(dst.runes[0], dst.flags).appendLiteral(src.runes[0], src.flags).toGrowableArray();
        }
      }
      static parseEscape(t) {
        const startPos = t.pos();
        t.skip(1);
        if (!t.more()) throw new RE2JSSyntaxException(Parser2.ERR_TRAILING_BACKSLASH);
        let c2 = t.pop();
        bigswitch: switch (c2) {
          case Codepoint.CODES["1"]:
          case Codepoint.CODES["2"]:
          case Codepoint.CODES["3"]:
          case Codepoint.CODES["4"]:
          case Codepoint.CODES["5"]:
          case Codepoint.CODES["6"]:
          case Codepoint.CODES["7"]:
            if (!t.more() || t.peek() < Codepoint.CODES["0"] || t.peek() > Codepoint.CODES["7"]) break;
          case Codepoint.CODES["0"]: {
            let r = c2 - Codepoint.CODES["0"];
            for (let i = 1; i < 3; i++) {
              if (!t.more() || t.peek() < Codepoint.CODES["0"] || t.peek() > Codepoint.CODES["7"]) break;
              r = r * 8 + t.peek() - Codepoint.CODES["0"];
              t.skip(1);
            }
            return r;
          }
          case Codepoint.CODES["x"]: {
            if (!t.more()) break;
            c2 = t.pop();
            if (c2 === Codepoint.CODES["{"]) {
              let nhex = 0;
              let r = 0;
              while (true) {
                if (!t.more()) break bigswitch;
                c2 = t.pop();
                if (c2 === Codepoint.CODES["}"]) break;
                const v2 = Utils.unhex(c2);
                if (v2 < 0) break bigswitch;
                r = r * 16 + v2;
                if (r > Unicode.MAX_RUNE) break bigswitch;
                nhex++;
              }
              if (nhex === 0) break bigswitch;
              return r;
            }
            const x2 = Utils.unhex(c2);
            if (!t.more()) break;
            c2 = t.pop();
            const y2 = Utils.unhex(c2);
            if (x2 < 0 || y2 < 0) break;
            return x2 * 16 + y2;
          }
          case Codepoint.CODES["a"]:
            return Codepoint.CODES["\x07"];
          case Codepoint.CODES["f"]:
            return Codepoint.CODES["\f"];
          case Codepoint.CODES["n"]:
            return Codepoint.CODES["\n"];
          case Codepoint.CODES["r"]:
            return Codepoint.CODES["\r"];
          case Codepoint.CODES["t"]:
            return Codepoint.CODES["	"];
          case Codepoint.CODES["v"]:
            return Codepoint.CODES["\v"];
          default:
            if (c2 <= Unicode.MAX_ASCII && !Utils.isalnum(c2)) return c2;
        }
        throw new RE2JSSyntaxException(Parser2.ERR_INVALID_ESCAPE, t.from(startPos));
      }
      static parseClassChar(t, wholeClassPos) {
        if (!t.more()) throw new RE2JSSyntaxException(Parser2.ERR_MISSING_BRACKET, t.from(wholeClassPos));
        if (t.lookingAt("\\")) return Parser2.parseEscape(t);
        return t.pop();
      }
      static hasCapture(re) {
        if (re === null) return false;
        if (re.op === Regexp.Op.CAPTURE) return true;
        if (re.subs) {
          for (let sub of re.subs) if (Parser2.hasCapture(sub)) return true;
        }
        return false;
      }
      constructor(wholeRegexp, flags = 0) {
        this.wholeRegexp = wholeRegexp;
        this.flags = flags;
        this.numCap = 0;
        this.namedGroups = /* @__PURE__ */ Object.create(null);
        this.stack = [];
        this.free = null;
        this.numRegexp = 0;
        this.numRunes = 0;
        this.repeats = 0;
        this.height = null;
        this.size = null;
        this.nlb = 0;
      }
      newRegexp(op) {
        let re = this.free;
        if (re !== null && re.subs !== null && re.subs.length > 0) {
          this.free = re.subs[0];
          re.reinit();
          re.op = op;
        } else {
          re = new Regexp(op);
          this.numRegexp += 1;
        }
        return re;
      }
      reuse(re) {
        if (this.height !== null && this.height.has(re)) this.height.delete(re);
        if (re.subs !== null && re.subs.length > 0) re.subs[0] = this.free;
        this.free = re;
      }
      checkLimits(re) {
        if (this.numRunes > Parser2.MAX_RUNES) throw new RE2JSSyntaxException(Parser2.ERR_LARGE);
        this.checkSize(re);
        this.checkHeight(re);
      }
      checkSize(re) {
        if (this.size === null) {
          if (this.repeats === 0) this.repeats = 1;
          if (re.op === Regexp.Op.REPEAT) {
            let n = re.max;
            if (n === -1) n = re.min;
            if (n <= 0) n = 1;
            if (n > Math.floor(Parser2.MAX_SIZE / this.repeats)) this.repeats = Parser2.MAX_SIZE;
            else this.repeats *= n;
          }
          if (this.numRegexp < Math.floor(Parser2.MAX_SIZE / this.repeats)) return;
          this.size = /* @__PURE__ */ new Map();
          for (let reEx of this.stack) this.checkSize(reEx);
        }
        if (this.calcSize(re, true) > Parser2.MAX_SIZE) throw new RE2JSSyntaxException(Parser2.ERR_LARGE);
      }
      calcSize(re, force = false) {
        if (!force && this.size !== null) {
          if (this.size.has(re)) return this.size.get(re);
        }
        let size = 0;
        switch (re.op) {
          case Regexp.Op.LITERAL:
            size = re.runes.length;
            break;
          case Regexp.Op.PLB:
          case Regexp.Op.NLB:
          case Regexp.Op.CAPTURE:
          case Regexp.Op.STAR:
            size = 2 + this.calcSize(re.subs[0]);
            break;
          case Regexp.Op.PLUS:
          case Regexp.Op.QUEST:
            size = 1 + this.calcSize(re.subs[0]);
            break;
          case Regexp.Op.CONCAT:
            for (let sub of re.subs) size = size + this.calcSize(sub);
            break;
          case Regexp.Op.ALTERNATE:
            for (let sub of re.subs) size = size + this.calcSize(sub);
            if (re.subs.length > 1) size = size + re.subs.length - 1;
            break;
          case Regexp.Op.REPEAT: {
            let sub = this.calcSize(re.subs[0]);
            if (re.max === -1) {
              if (re.min === 0) size = 2 + sub;
              else size = 1 + re.min * sub;
              break;
            }
            size = re.max * sub + (re.max - re.min);
            break;
          }
        }
        size = Math.max(1, size);
        if (this.size === null) this.size = /* @__PURE__ */ new Map();
        this.size.set(re, size);
        return size;
      }
      checkHeight(re) {
        if (this.numRegexp < Parser2.MAX_HEIGHT) return;
        if (this.height === null) {
          this.height = /* @__PURE__ */ new Map();
          for (let reEx of this.stack) this.checkHeight(reEx);
        }
        if (this.calcHeight(re, true) > Parser2.MAX_HEIGHT) throw new RE2JSSyntaxException(Parser2.ERR_NESTING_DEPTH);
      }
      calcHeight(re, force = false) {
        if (!force && this.height !== null) {
          if (this.height.has(re)) return this.height.get(re);
        }
        let h = 1;
        for (let sub of re.subs) {
          const hsub = this.calcHeight(sub);
          if (h < 1 + hsub) h = 1 + hsub;
        }
        if (this.height === null) this.height = /* @__PURE__ */ new Map();
        this.height.set(re, h);
        return h;
      }
      pop() {
        return this.stack.pop();
      }
      popToPseudo() {
        const n = this.stack.length;
        let i = n;
        while (i > 0 && !Regexp.isPseudoOp(this.stack[i - 1].op)) i--;
        return this.stack.splice(i, n - i);
      }
      push(re) {
        this.numRunes += re.runes.length;
        if (re.op === Regexp.Op.CHAR_CLASS && re.runes.length === 2 && re.runes[0] === re.runes[1]) {
          if (this.maybeConcat(re.runes[0], this.flags & ~RE2Flags.FOLD_CASE)) return null;
          re.op = Regexp.Op.LITERAL;
          re.runes = [re.runes[0]];
          re.flags = this.flags & ~RE2Flags.FOLD_CASE;
        } else if (re.op === Regexp.Op.CHAR_CLASS && re.runes.length === 4 && re.runes[0] === re.runes[1] && re.runes[2] === re.runes[3] && Unicode.simpleFold(re.runes[0]) === re.runes[2] && Unicode.simpleFold(re.runes[2]) === re.runes[0] || re.op === Regexp.Op.CHAR_CLASS && re.runes.length === 2 && re.runes[0] + 1 === re.runes[1] && Unicode.simpleFold(re.runes[0]) === re.runes[1] && Unicode.simpleFold(re.runes[1]) === re.runes[0]) {
          if (this.maybeConcat(re.runes[0], this.flags | RE2Flags.FOLD_CASE)) return null;
          re.op = Regexp.Op.LITERAL;
          re.runes = [re.runes[0]];
          re.flags = this.flags | RE2Flags.FOLD_CASE;
        } else this.maybeConcat(-1, 0);
        this.stack.push(re);
        this.checkLimits(re);
        return re;
      }
      maybeConcat(r, flags) {
        const n = this.stack.length;
        if (n < 2) return false;
        const re1 = this.stack[n - 1];
        const re2 = this.stack[n - 2];
        if (re1.op !== Regexp.Op.LITERAL || re2.op !== Regexp.Op.LITERAL || (re1.flags & RE2Flags.FOLD_CASE) !== (re2.flags & RE2Flags.FOLD_CASE)) return false;
        if (!Array.isArray(re2.runes)) re2.runes = Array.from(re2.runes);
        for (let i = 0; i < re1.runes.length; i++) re2.runes.push(re1.runes[i]);
        if (r >= 0) {
          re1.runes = [r];
          re1.flags = flags;
          return true;
        }
        this.pop();
        this.reuse(re1);
        return false;
      }
      newLiteral(r, flags) {
        const re = this.newRegexp(Regexp.Op.LITERAL);
        re.flags = flags;
        if ((flags & RE2Flags.FOLD_CASE) !== 0) r = Parser2.minFoldRune(r);
        re.runes = [r];
        return re;
      }
      literal(r) {
        this.push(this.newLiteral(r, this.flags));
      }
      op(op) {
        const re = this.newRegexp(op);
        re.flags = this.flags;
        return this.push(re);
      }
      repeat(op, min, max, beforePos, t, lastRepeatPos) {
        let flags = this.flags;
        if ((flags & RE2Flags.PERL_X) !== 0) {
          if (t.more() && t.lookingAt("?")) {
            t.skip(1);
            flags ^= RE2Flags.NON_GREEDY;
          }
          if (lastRepeatPos !== -1) throw new RE2JSSyntaxException(Parser2.ERR_INVALID_REPEAT_OP, t.from(lastRepeatPos));
        }
        const n = this.stack.length;
        if (n === 0) throw new RE2JSSyntaxException(Parser2.ERR_MISSING_REPEAT_ARGUMENT, t.from(beforePos));
        const sub = this.stack[n - 1];
        if (Regexp.isPseudoOp(sub.op)) throw new RE2JSSyntaxException(Parser2.ERR_MISSING_REPEAT_ARGUMENT, t.from(beforePos));
        const re = this.newRegexp(op);
        re.min = min;
        re.max = max;
        re.flags = flags;
        re.subs = [sub];
        this.stack[n - 1] = re;
        this.checkLimits(re);
        if (op === Regexp.Op.REPEAT && (min >= 2 || max >= 2) && !this.repeatIsValid(re, 1e3)) throw new RE2JSSyntaxException(Parser2.ERR_INVALID_REPEAT_SIZE, t.from(beforePos));
      }
      repeatIsValid(re, n) {
        if (re.op === Regexp.Op.REPEAT) {
          let m = re.max;
          if (m === 0) return true;
          if (m < 0) m = re.min;
          if (m > n) return false;
          if (m > 0) n = Math.trunc(n / m);
        }
        for (let sub of re.subs) if (!this.repeatIsValid(sub, n)) return false;
        return true;
      }
      concat() {
        this.maybeConcat(-1, 0);
        const subs = this.popToPseudo();
        if (subs.length === 0) return this.push(this.newRegexp(Regexp.Op.EMPTY_MATCH));
        return this.push(this.collapse(subs, Regexp.Op.CONCAT));
      }
      alternate() {
        const subs = this.popToPseudo();
        if (subs.length > 0) this.cleanAlt(subs[subs.length - 1]);
        if (subs.length === 0) return this.push(this.newRegexp(Regexp.Op.NO_MATCH));
        return this.push(this.collapse(subs, Regexp.Op.ALTERNATE));
      }
      cleanAlt(re) {
        if (re.op === Regexp.Op.CHAR_CLASS) {
          re.runes = new CharClass(Array.from(re.runes)).cleanClass().toArray();
          if (re.runes.length === 2 && re.runes[0] === 0 && re.runes[1] === Unicode.MAX_RUNE) {
            re.runes = /* @__PURE__ */ new Int32Array(0);
            re.op = Regexp.Op.ANY_CHAR;
          } else if (re.runes.length === 4 && re.runes[0] === 0 && re.runes[1] === Codepoint.CODES["\n"] - 1 && re.runes[2] === Codepoint.CODES["\n"] + 1 && re.runes[3] === Unicode.MAX_RUNE) {
            re.runes = /* @__PURE__ */ new Int32Array(0);
            re.op = Regexp.Op.ANY_CHAR_NOT_NL;
          }
        }
      }
      collapse(subs, op) {
        if (subs.length === 1) return subs[0];
        let len = 0;
        for (let sub of subs) len += sub.op === op ? sub.subs.length : 1;
        let newsubs = new Array(len).fill(null);
        let i = 0;
        for (let sub of subs) if (sub.op === op) {
          for (let j2 = 0; j2 < sub.subs.length; j2++) newsubs[i++] = sub.subs[j2];
          this.reuse(sub);
        } else newsubs[i++] = sub;
        let re = this.newRegexp(op);
        re.subs = newsubs;
        if (op === Regexp.Op.ALTERNATE) {
          re.subs = this.factor(re.subs);
          if (re.subs.length === 1) {
            const old = re;
            re = re.subs[0];
            this.reuse(old);
          }
        }
        return re;
      }
      factor(array2) {
        if (array2.length < 2) return array2;
        let s3 = 0;
        let lensub = array2.length;
        let lenout = 0;
        let str = null;
        let strlen = 0;
        let strflags = 0;
        let start = 0;
        for (let i = 0; i <= lensub; i++) {
          let istr = null;
          let istrlen = 0;
          let iflags = 0;
          if (i < lensub) {
            let re = array2[s3 + i];
            if (re.op === Regexp.Op.CONCAT && re.subs.length > 0) re = re.subs[0];
            if (re.op === Regexp.Op.LITERAL) {
              istr = re.runes;
              istrlen = re.runes.length;
              iflags = re.flags & RE2Flags.FOLD_CASE;
            }
            if (iflags === strflags) {
              let same = 0;
              while (same < strlen && same < istrlen && str[same] === istr[same]) same++;
              if (same > 0) {
                strlen = same;
                continue;
              }
            }
          }
          if (i === start) {
          } else if (i === start + 1) array2[lenout++] = array2[s3 + start];
          else {
            const prefix = this.newRegexp(Regexp.Op.LITERAL);
            prefix.flags = strflags;
            prefix.runes = str.slice(0, strlen);
            for (let j2 = start; j2 < i; j2++) {
              array2[s3 + j2] = this.removeLeadingString(array2[s3 + j2], strlen);
              this.checkLimits(array2[s3 + j2]);
            }
            const suffix = this.collapse(array2.slice(s3 + start, s3 + i), Regexp.Op.ALTERNATE);
            const re = this.newRegexp(Regexp.Op.CONCAT);
            re.subs = [prefix, suffix];
            array2[lenout++] = re;
          }
          start = i;
          str = istr;
          strlen = istrlen;
          strflags = iflags;
        }
        lensub = lenout;
        s3 = 0;
        start = 0;
        lenout = 0;
        let first = null;
        for (let i = 0; i <= lensub; i++) {
          let ifirst = null;
          if (i < lensub) {
            ifirst = Parser2.leadingRegexp(array2[s3 + i]);
            if (first !== null && first.equals(ifirst) && (Parser2.isCharClass(first) || first.op === Regexp.Op.REPEAT && first.min === first.max && Parser2.isCharClass(first.subs[0]))) continue;
          }
          if (i === start) {
          } else if (i === start + 1) array2[lenout++] = array2[s3 + start];
          else {
            const prefix = first;
            for (let j2 = start; j2 < i; j2++) {
              const reuse = j2 !== start;
              array2[s3 + j2] = this.removeLeadingRegexp(array2[s3 + j2], reuse);
              this.checkLimits(array2[s3 + j2]);
            }
            const suffix = this.collapse(array2.slice(s3 + start, s3 + i), Regexp.Op.ALTERNATE);
            const re = this.newRegexp(Regexp.Op.CONCAT);
            re.subs = [prefix, suffix];
            array2[lenout++] = re;
          }
          start = i;
          first = ifirst;
        }
        lensub = lenout;
        s3 = 0;
        start = 0;
        lenout = 0;
        for (let i = 0; i <= lensub; i++) {
          if (i < lensub && Parser2.isCharClass(array2[s3 + i])) continue;
          if (i === start) {
          } else if (i === start + 1) array2[lenout++] = array2[s3 + start];
          else {
            let max = start;
            for (let j2 = start + 1; j2 < i; j2++) {
              const subMax = array2[s3 + max];
              const subJ = array2[s3 + j2];
              if (subMax.op < subJ.op || subMax.op === subJ.op && (subMax.runes !== null ? subMax.runes.length : 0) < (subJ.runes !== null ? subJ.runes.length : 0)) max = j2;
            }
            const tmp = array2[s3 + start];
            array2[s3 + start] = array2[s3 + max];
            array2[s3 + max] = tmp;
            for (let j2 = start + 1; j2 < i; j2++) {
              Parser2.mergeCharClass(array2[s3 + start], array2[s3 + j2]);
              this.reuse(array2[s3 + j2]);
            }
            this.cleanAlt(array2[s3 + start]);
            array2[lenout++] = array2[s3 + start];
          }
          if (i < lensub) array2[lenout++] = array2[s3 + i];
          start = i + 1;
        }
        lensub = lenout;
        s3 = 0;
        start = 0;
        lenout = 0;
        for (let i = 0; i < lensub; ++i) {
          if (i + 1 < lensub && array2[s3 + i].op === Regexp.Op.EMPTY_MATCH && array2[s3 + i + 1].op === Regexp.Op.EMPTY_MATCH) continue;
          array2[lenout++] = array2[s3 + i];
        }
        lensub = lenout;
        s3 = 0;
        return array2.slice(s3, lensub);
      }
      removeLeadingString(re, n) {
        if (re.op === Regexp.Op.CONCAT && re.subs.length > 0) {
          const sub = this.removeLeadingString(re.subs[0], n);
          re.subs[0] = sub;
          if (sub.op === Regexp.Op.EMPTY_MATCH) {
            this.reuse(sub);
            switch (re.subs.length) {
              case 0:
              case 1:
                re.op = Regexp.Op.EMPTY_MATCH;
                re.subs = Regexp.emptySubs();
                break;
              case 2: {
                const old = re;
                re = re.subs[1];
                this.reuse(old);
                break;
              }
              default:
                re.subs = re.subs.slice(1, re.subs.length);
            }
          }
          return re;
        }
        if (re.op === Regexp.Op.LITERAL) {
          re.runes = re.runes.slice(n, re.runes.length);
          if (re.runes.length === 0) re.op = Regexp.Op.EMPTY_MATCH;
        }
        return re;
      }
      removeLeadingRegexp(re, reuse) {
        if (re.op === Regexp.Op.CONCAT && re.subs.length > 0) {
          if (reuse) this.reuse(re.subs[0]);
          re.subs = re.subs.slice(1, re.subs.length);
          switch (re.subs.length) {
            case 0:
              re.op = Regexp.Op.EMPTY_MATCH;
              re.subs = Regexp.emptySubs();
              break;
            case 1: {
              const old = re;
              re = re.subs[0];
              this.reuse(old);
              break;
            }
          }
          return re;
        }
        if (reuse) this.reuse(re);
        return this.newRegexp(Regexp.Op.EMPTY_MATCH);
      }
      parseInternal() {
        if ((this.flags & RE2Flags.LITERAL) !== 0) return Parser2.literalRegexp(this.wholeRegexp, this.flags);
        let lastRepeatPos = -1;
        let min = -1;
        let max = -1;
        const t = new StringIterator(this.wholeRegexp);
        while (t.more()) {
          let repeatPos = -1;
          bigswitch: switch (t.peek()) {
            case Codepoint.CODES["("]:
              if ((this.flags & RE2Flags.LOOKBEHIND) !== 0) {
                if (t.lookingAt("(?<=")) {
                  this.parsePosLookBehind();
                  t.skip(4);
                  break;
                }
                if (t.lookingAt("(?<!")) {
                  this.parseNegLookBehind();
                  t.skip(4);
                  break;
                }
              }
              if ((this.flags & RE2Flags.PERL_X) !== 0 && t.lookingAt("(?")) {
                this.parsePerlFlags(t);
                break;
              }
              this.op(Regexp.Op.LEFT_PAREN).cap = ++this.numCap;
              t.skip(1);
              break;
            case Codepoint.CODES["|"]:
              this.parseVerticalBar();
              t.skip(1);
              break;
            case Codepoint.CODES[")"]:
              this.parseRightParen();
              t.skip(1);
              break;
            case Codepoint.CODES["^"]:
              if ((this.flags & RE2Flags.ONE_LINE) !== 0) this.op(Regexp.Op.BEGIN_TEXT);
              else this.op(Regexp.Op.BEGIN_LINE);
              t.skip(1);
              break;
            case Codepoint.CODES["$"]:
              if ((this.flags & RE2Flags.ONE_LINE) !== 0) this.op(Regexp.Op.END_TEXT).flags |= RE2Flags.WAS_DOLLAR;
              else this.op(Regexp.Op.END_LINE);
              t.skip(1);
              break;
            case Codepoint.CODES["."]:
              if ((this.flags & RE2Flags.DOT_NL) !== 0) this.op(Regexp.Op.ANY_CHAR);
              else this.op(Regexp.Op.ANY_CHAR_NOT_NL);
              t.skip(1);
              break;
            case Codepoint.CODES["["]:
              this.parseClass(t);
              break;
            case Codepoint.CODES["*"]:
            case Codepoint.CODES["+"]:
            case Codepoint.CODES["?"]: {
              repeatPos = t.pos();
              let op = null;
              switch (t.pop()) {
                case Codepoint.CODES["*"]:
                  op = Regexp.Op.STAR;
                  break;
                case Codepoint.CODES["+"]:
                  op = Regexp.Op.PLUS;
                  break;
                case Codepoint.CODES["?"]:
                  op = Regexp.Op.QUEST;
              }
              this.repeat(op, min, max, repeatPos, t, lastRepeatPos);
              break;
            }
            case Codepoint.CODES["{"]: {
              const before = t.pos();
              const minMax = Parser2.parseRepeat(t);
              if (minMax < 0) {
                t.rewindTo(before);
                this.literal(t.pop());
                break;
              }
              repeatPos = before;
              min = minMax >> 16;
              max = (minMax & Unicode.MAX_BMP) << 16 >> 16;
              this.repeat(Regexp.Op.REPEAT, min, max, repeatPos, t, lastRepeatPos);
              break;
            }
            case Codepoint.CODES["\\"]: {
              const savedPos = t.pos();
              t.skip(1);
              if ((this.flags & RE2Flags.PERL_X) !== 0 && t.more()) switch (t.pop()) {
                case Codepoint.CODES["A"]:
                  this.op(Regexp.Op.BEGIN_TEXT);
                  break bigswitch;
                case Codepoint.CODES["b"]:
                  this.op(Regexp.Op.WORD_BOUNDARY);
                  break bigswitch;
                case Codepoint.CODES["B"]:
                  this.op(Regexp.Op.NO_WORD_BOUNDARY);
                  break bigswitch;
                case Codepoint.CODES["C"]:
                  throw new RE2JSSyntaxException(Parser2.ERR_INVALID_ESCAPE, "\\C");
                case Codepoint.CODES["Q"]: {
                  let lit = t.rest();
                  const i = lit.indexOf("\\E");
                  if (i >= 0) {
                    lit = lit.substring(0, i);
                    t.skipString(lit);
                    t.skipString("\\E");
                  } else t.skipString(lit);
                  let j2 = 0;
                  while (j2 < lit.length) {
                    const codepoint = lit.codePointAt(j2);
                    this.literal(codepoint);
                    j2 += Utils.charCount(codepoint);
                  }
                  break bigswitch;
                }
                case Codepoint.CODES["z"]:
                  this.op(Regexp.Op.END_TEXT);
                  break bigswitch;
                default:
                  t.rewindTo(savedPos);
              }
              else t.rewindTo(savedPos);
              const re = this.newRegexp(Regexp.Op.CHAR_CLASS);
              re.flags = this.flags;
              if (t.lookingAt("\\p") || t.lookingAt("\\P")) {
                const cc2 = new CharClass();
                if (this.parseUnicodeClass(t, cc2)) {
                  re.runes = cc2.toArray();
                  this.push(re);
                  break bigswitch;
                }
              }
              const cc = new CharClass();
              if (this.parsePerlClassEscape(t, cc)) {
                re.runes = cc.toArray();
                this.push(re);
                break bigswitch;
              }
              t.rewindTo(savedPos);
              this.reuse(re);
              this.literal(Parser2.parseEscape(t));
              break;
            }
            default:
              this.literal(t.pop());
          }
          lastRepeatPos = repeatPos;
        }
        this.concat();
        if (this.swapVerticalBar()) this.pop();
        this.alternate();
        if (this.stack.length !== 1) throw new RE2JSSyntaxException(Parser2.ERR_MISSING_PAREN, this.wholeRegexp);
        this.stack[0].namedGroups = this.namedGroups;
        return this.stack[0];
      }
      parsePerlFlags(t) {
        const startPos = t.pos();
        const s3 = t.rest();
        if (s3.startsWith("(?P<") || s3.startsWith("(?<")) {
          const begin = s3.charAt(2) === "P" ? 4 : 3;
          const end = s3.indexOf(">");
          if (end < 0) throw new RE2JSSyntaxException(Parser2.ERR_INVALID_NAMED_CAPTURE, s3);
          const name = s3.substring(begin, end);
          t.skipString(name);
          t.skip(begin + 1);
          if (!Parser2.isValidCaptureName(name)) throw new RE2JSSyntaxException(Parser2.ERR_INVALID_NAMED_CAPTURE, s3.substring(0, end + 1));
          const re = this.op(Regexp.Op.LEFT_PAREN);
          re.cap = ++this.numCap;
          if (this.namedGroups[name]) throw new RE2JSSyntaxException(Parser2.ERR_DUPLICATE_NAMED_CAPTURE, name);
          this.namedGroups[name] = this.numCap;
          re.name = name;
          return;
        }
        t.skip(2);
        let flags = this.flags;
        let sign = 1;
        let sawFlag = false;
        loop: while (t.more()) {
          const c2 = t.pop();
          switch (c2) {
            case Codepoint.CODES["i"]:
              flags |= RE2Flags.FOLD_CASE;
              sawFlag = true;
              break;
            case Codepoint.CODES["m"]:
              flags &= ~RE2Flags.ONE_LINE;
              sawFlag = true;
              break;
            case Codepoint.CODES["s"]:
              flags |= RE2Flags.DOT_NL;
              sawFlag = true;
              break;
            case Codepoint.CODES["U"]:
              flags |= RE2Flags.NON_GREEDY;
              sawFlag = true;
              break;
            case Codepoint.CODES["-"]:
              if (sign < 0) break loop;
              sign = -1;
              flags = ~flags;
              sawFlag = false;
              break;
            case Codepoint.CODES[":"]:
            case Codepoint.CODES[")"]:
              if (sign < 0) {
                if (!sawFlag) break loop;
                flags = ~flags;
              }
              if (c2 === Codepoint.CODES[":"]) this.op(Regexp.Op.LEFT_PAREN);
              this.flags = flags;
              return;
            default:
              break loop;
          }
        }
        throw new RE2JSSyntaxException(Parser2.ERR_INVALID_PERL_OP, t.from(startPos));
      }
      parsePosLookBehind() {
        const re = this.newRegexp(Regexp.Op.LEFT_PAREN);
        re.flags = this.flags;
        re.lb = ++this.nlb;
        return this.push(re);
      }
      parseNegLookBehind() {
        const re = this.newRegexp(Regexp.Op.LEFT_PAREN);
        re.flags = this.flags;
        re.lb = -++this.nlb;
        return this.push(re);
      }
      parseVerticalBar() {
        this.concat();
        if (!this.swapVerticalBar()) this.op(Regexp.Op.VERTICAL_BAR);
      }
      swapVerticalBar() {
        const n = this.stack.length;
        if (n >= 3 && this.stack[n - 2].op === Regexp.Op.VERTICAL_BAR && Parser2.isCharClass(this.stack[n - 1]) && Parser2.isCharClass(this.stack[n - 3])) {
          let re1 = this.stack[n - 1];
          let re3 = this.stack[n - 3];
          if (re1.op > re3.op) {
            const tmp = re3;
            re3 = re1;
            re1 = tmp;
            this.stack[n - 3] = re3;
          }
          Parser2.mergeCharClass(re3, re1);
          this.reuse(re1);
          this.pop();
          return true;
        }
        if (n >= 2) {
          const re1 = this.stack[n - 1];
          const re2 = this.stack[n - 2];
          if (re2.op === Regexp.Op.VERTICAL_BAR) {
            if (n >= 3) this.cleanAlt(this.stack[n - 3]);
            this.stack[n - 2] = re1;
            this.stack[n - 1] = re2;
            return true;
          }
        }
        return false;
      }
      parseRightParen() {
        this.concat();
        if (this.swapVerticalBar()) this.pop();
        this.alternate();
        if (this.stack.length < 2) throw new RE2JSSyntaxException(Parser2.ERR_UNEXPECTED_PAREN, this.wholeRegexp);
        const re1 = this.pop();
        const re2 = this.pop();
        if (re2.op !== Regexp.Op.LEFT_PAREN) throw new RE2JSSyntaxException(Parser2.ERR_UNEXPECTED_PAREN, this.wholeRegexp);
        this.flags = re2.flags;
        if (re2.lb !== 0) {
          if (Parser2.hasCapture(re1)) throw new RE2JSSyntaxException(Parser2.ERR_INVALID_CAPTURE_IN_LOOKBEHIND, this.wholeRegexp);
          if (re2.lb > 0) re2.op = Regexp.Op.PLB;
          else re2.op = Regexp.Op.NLB;
          re2.subs = [re1];
          this.push(re2);
          return;
        }
        if (re2.cap === 0) this.push(re1);
        else {
          re2.op = Regexp.Op.CAPTURE;
          re2.subs = [re1];
          this.push(re2);
        }
      }
      parsePerlClassEscape(t, cc) {
        const beforePos = t.pos();
        if ((this.flags & RE2Flags.PERL_X) === 0 || !t.more() || t.pop() !== Codepoint.CODES["\\"] || !t.more()) return false;
        t.pop();
        const p = t.from(beforePos);
        const g2 = PERL_GROUPS.has(p) ? PERL_GROUPS.get(p) : null;
        if (g2 === null) return false;
        cc.appendGroup(g2, (this.flags & RE2Flags.FOLD_CASE) !== 0);
        return true;
      }
      parseNamedClass(t, cc) {
        const cls = t.rest();
        const i = cls.indexOf(":]");
        if (i < 0) return false;
        const name = cls.substring(0, i + 2);
        t.skipString(name);
        const g2 = POSIX_GROUPS.has(name) ? POSIX_GROUPS.get(name) : null;
        if (g2 === null) throw new RE2JSSyntaxException(Parser2.ERR_INVALID_CHAR_RANGE, name);
        cc.appendGroup(g2, (this.flags & RE2Flags.FOLD_CASE) !== 0);
        return true;
      }
      parseUnicodeClass(t, cc) {
        const startPos = t.pos();
        if ((this.flags & RE2Flags.UNICODE_GROUPS) === 0 || !t.lookingAt("\\p") && !t.lookingAt("\\P")) return false;
        t.skip(1);
        let sign = 1;
        let c2 = t.pop();
        if (c2 === Codepoint.CODES["P"]) sign = -1;
        if (!t.more()) {
          t.rewindTo(startPos);
          throw new RE2JSSyntaxException(Parser2.ERR_INVALID_CHAR_RANGE, t.rest());
        }
        c2 = t.pop();
        let name;
        if (c2 !== Codepoint.CODES["{"]) name = Utils.runeToString(c2);
        else {
          const rest = t.rest();
          const end = rest.indexOf("}");
          if (end < 0) {
            t.rewindTo(startPos);
            throw new RE2JSSyntaxException(Parser2.ERR_INVALID_CHAR_RANGE, t.rest());
          }
          name = rest.substring(0, end);
          t.skipString(name);
          t.skip(1);
        }
        if (!(name.length === 0) && name.codePointAt(0) === Codepoint.CODES["^"]) {
          sign = 0 - sign;
          name = name.substring(1);
        }
        const pair = Parser2.unicodeTable(name);
        if (pair === null) throw new RE2JSSyntaxException(Parser2.ERR_INVALID_CHAR_RANGE, t.from(startPos));
        if (pair.sign < 0) sign = 0 - sign;
        const tab = pair.tab;
        const fold = pair.fold;
        if ((this.flags & RE2Flags.FOLD_CASE) === 0 || fold === null) cc.appendTableWithSign(tab, sign);
        else {
          const tmp = new CharClass().appendTable(tab).appendTable(fold).cleanClass().toArray();
          cc.appendClassWithSign(Array.from(tmp), sign);
        }
        return true;
      }
      parseClass(t) {
        const startPos = t.pos();
        t.skip(1);
        const re = this.newRegexp(Regexp.Op.CHAR_CLASS);
        re.flags = this.flags;
        const cc = new CharClass();
        let sign = 1;
        if (t.more() && t.lookingAt("^")) {
          sign = -1;
          t.skip(1);
          if ((this.flags & RE2Flags.CLASS_NL) === 0) cc.appendRange(Codepoint.CODES["\n"], Codepoint.CODES["\n"]);
        }
        let first = true;
        while (!t.more() || t.peek() !== Codepoint.CODES["]"] || first) {
          if (t.more() && t.lookingAt("-") && (this.flags & RE2Flags.PERL_X) === 0 && !first) {
            const s3 = t.rest();
            if (s3 === "-" || !s3.startsWith("-]")) {
              t.rewindTo(startPos);
              throw new RE2JSSyntaxException(Parser2.ERR_INVALID_CHAR_RANGE, t.rest());
            }
          }
          first = false;
          const beforePos = t.pos();
          if (t.lookingAt("[:")) {
            if (this.parseNamedClass(t, cc)) continue;
            t.rewindTo(beforePos);
          }
          if (this.parseUnicodeClass(t, cc)) continue;
          if (this.parsePerlClassEscape(t, cc)) continue;
          t.rewindTo(beforePos);
          const lo = Parser2.parseClassChar(t, startPos);
          let hi = lo;
          if (t.more() && t.lookingAt("-")) {
            t.skip(1);
            if (t.more() && t.lookingAt("]")) t.skip(-1);
            else {
              hi = Parser2.parseClassChar(t, startPos);
              if (hi < lo) throw new RE2JSSyntaxException(Parser2.ERR_INVALID_CHAR_RANGE, t.from(beforePos));
            }
          }
          if ((this.flags & RE2Flags.FOLD_CASE) === 0) cc.appendRange(lo, hi);
          else cc.appendFoldedRange(lo, hi);
        }
        t.skip(1);
        cc.cleanClass();
        if (sign < 0) cc.negateClass();
        re.runes = cc.toArray();
        this.push(re);
      }
    };
    RE2 = class RE22 {
      static initTest(expr) {
        const re2 = RE22.compile(expr);
        const res = new RE22(re2.expr, re2.prog, re2.numSubexp, re2.longest);
        res.cond = re2.cond;
        res.prefix = re2.prefix;
        res.prefixUTF8 = re2.prefixUTF8;
        res.prefixComplete = re2.prefixComplete;
        res.prefixRune = re2.prefixRune;
        res.prefilter = re2.prefilter;
        res.namedGroups = re2.namedGroups;
        return res;
      }
      /**
      * Parses a regular expression and returns, if successful, an {@code RE2} instance that can be
      * used to match against text.
      *
      * When matching against text, the regexp returns a match that begins as early as possible in the
      * input (leftmost), and among those it chooses the one that a backtracking search would have
      * found first. This so-called leftmost-first matching is the same semantics that Perl, Python,
      * and other implementations use, although this package implements it without the expense of
      * backtracking. For POSIX leftmost-longest matching, see {@link #compilePOSIX}.
      */
      static compile(expr) {
        return RE22.compileImpl(expr, RE2Flags.PERL, false);
      }
      /**
      * {@code compilePOSIX} is like {@link #compile} but restricts the regular expression to POSIX ERE
      * (egrep) syntax and changes the match semantics to leftmost-longest.
      *
      * That is, when matching against text, the regexp returns a match that begins as early as
      * possible in the input (leftmost), and among those it chooses a match that is as long as
      * possible. This so-called leftmost-longest matching is the same semantics that early regular
      * expression implementations used and that POSIX specifies.
      *
      * However, there can be multiple leftmost-longest matches, with different submatch choices, and
      * here this package diverges from POSIX. Among the possible leftmost-longest matches, this
      * package chooses the one that a backtracking search would have found first, while POSIX
      * specifies that the match be chosen to maximize the length of the first subexpression, then the
      * second, and so on from left to right. The POSIX rule is computationally prohibitive and not
      * even well-defined. See http://swtch.com/~rsc/regexp/regexp2.html#posix
      */
      static compilePOSIX(expr) {
        return RE22.compileImpl(expr, RE2Flags.POSIX, true);
      }
      static compileImpl(expr, mode, longest) {
        let re = Parser.parse(expr, mode);
        const maxCap = re.maxCap();
        const namedGroups = re.namedGroups;
        re = Simplify.simplify(re);
        const prefilter = PrefilterTree.build(re);
        const prog = Compiler.compileRegexp(re);
        const re2 = new RE22(expr, prog, maxCap, longest);
        re2.prefilter = prefilter.type === Prefilter.Type.NONE ? null : prefilter;
        const [prefixCompl, prefixStr] = prog.prefix();
        re2.prefixComplete = prefixCompl;
        re2.prefix = prefixStr;
        re2.prefixUTF8 = Utils.stringToUtf8ByteArray(re2.prefix);
        if (re2.prefix.length > 0) re2.prefixRune = re2.prefix.codePointAt(0);
        re2.namedGroups = namedGroups;
        return re2;
      }
      /**
      * Returns true iff textual regular expression {@code pattern} matches string {@code s}.
      *
      * More complicated queries need to use {@link #compile} and the full {@code RE2} interface.
      */
      static match(pattern, s3) {
        return RE22.compile(pattern).match(s3);
      }
      constructor(expr, prog, numSubexp = 0, longest = 0) {
        this.expr = expr;
        this.prog = prog;
        this.numSubexp = numSubexp;
        this.longest = longest;
        this.cond = prog.startCond();
        this.prefix = null;
        this.prefixUTF8 = null;
        this.prefixComplete = false;
        this.prefixRune = 0;
        this.namedGroups = /* @__PURE__ */ Object.create(null);
        this.machinePool = [];
        this.lazyDFA = null;
        this.onepass = OnePass.compile(this.prog);
        this.prefilter = null;
      }
      get dfa() {
        if (this.lazyDFA === null) this.lazyDFA = new DFA(this.prog);
        return this.lazyDFA;
      }
      matchPrefixComplete(input, pos, anchor, ncap) {
        if ((anchor === RE2Flags.ANCHOR_START || anchor === RE2Flags.ANCHOR_BOTH) && pos !== 0) return null;
        let matchStart = -1;
        let matchEnd = -1;
        const pLen = input.prefixLength(this);
        if (anchor === RE2Flags.UNANCHORED) {
          const idx = input.index(this, pos);
          if (idx < 0) return null;
          matchStart = pos + idx;
          matchEnd = matchStart + pLen;
        } else if (anchor === RE2Flags.ANCHOR_BOTH) {
          if (input.endPos() !== pLen) return null;
          if (input.index(this, 0) !== 0) return null;
          matchStart = 0;
          matchEnd = pLen;
        } else if (anchor === RE2Flags.ANCHOR_START) {
          if (input.index(this, 0) !== 0) return null;
          matchStart = 0;
          matchEnd = pLen;
        }
        if (matchStart < 0) return null;
        if (ncap > 0) {
          const matchcap = new Int32Array(ncap).fill(-1);
          matchcap[0] = matchStart;
          matchcap[1] = matchEnd;
          return Array.from(matchcap);
        }
        return [];
      }
      createLookbehindState() {
        return this.prog.numLb > 0 ? new LookbehindState(this.prog) : null;
      }
      executeEngine(input, pos, anchor, ncap, lbState = null) {
        if (this.prefixComplete && (ncap === 0 || this.numSubexp === 0)) return this.matchPrefixComplete(input, pos, anchor, ncap);
        if (this.prefilter !== null && anchor === RE2Flags.UNANCHORED) {
          if (!this.prefilter.eval(input, pos)) return null;
        }
        if (this.onepass !== null) return OnePass.execute(this, input, pos, anchor, ncap);
        if (ncap > 0) {
          if (this.prog.numLb === 0 && input.endPos() <= Backtracker.maxBitStateLen(this.prog)) return Backtracker.execute(this, input, pos, anchor, ncap);
          return this.doExecuteNFA(input, pos, anchor, ncap, lbState);
        }
        if (this.prog.numLb === 0) {
          const dfaResult = this.dfa.match(input, pos, anchor);
          if (dfaResult !== null) return dfaResult ? [] : null;
          if (input.endPos() <= Backtracker.maxBitStateLen(this.prog)) return Backtracker.execute(this, input, pos, anchor, ncap);
        }
        return this.doExecuteNFA(input, pos, anchor, ncap, lbState);
      }
      /**
      * Returns the number of parenthesized subexpressions in this regular expression.
      */
      numberOfCapturingGroups() {
        return this.numSubexp;
      }
      /**
      * Returns the number of instructions in this compiled regular expression program.
      */
      numberOfInstructions() {
        return this.prog.numInst();
      }
      get() {
        return this.machinePool.length > 0 ? this.machinePool.pop() : null;
      }
      reset() {
        this.machinePool.length = 0;
      }
      put(m) {
        this.machinePool.push(m);
      }
      toString() {
        return this.expr;
      }
      doExecuteNFA(input, pos, anchor, ncap, lbState = null) {
        let m = this.get();
        if (!m) m = Machine.fromRE2(this);
        m.init(ncap);
        const cap = m.match(input, pos, anchor, lbState) ? m.submatches() : null;
        this.put(m);
        return cap;
      }
      match(s3) {
        return this.executeEngine(MachineInput.fromUTF16(s3), 0, RE2Flags.UNANCHORED, 0) !== null;
      }
      /**
      * Matches the regular expression against input starting at position start and ending at position
      * end, with the given anchoring. Records the submatch boundaries in group, which is [start, end)
      * pairs of byte offsets. The number of boundaries needed is inferred from the size of the group
      * array. It is most efficient not to ask for submatch boundaries.
      *
      * @param input the input byte array
      * @param start the beginning position in the input
      * @param end the end position in the input
      * @param anchor the anchoring flag (UNANCHORED, ANCHOR_START, ANCHOR_BOTH)
      * @param group the array to fill with submatch positions
      * @param ngroup the number of array pairs to fill in
      * @param lbState optional state carried between successive matches over the same input (see
      *   createLookbehindState); omit it to evaluate lookbehinds from the beginning of the input
      * @returns true if a match was found
      */
      matchWithGroup(input, start, end, anchor, ngroup, lbState = null) {
        if (!(input instanceof MatcherInputBase)) {
          if (Utils.isByteArray(input)) input = MatcherInput.utf8(input);
          else input = MatcherInput.utf16(input);
        }
        return this.matchMachineInput(input, start, end, anchor, ngroup, lbState);
      }
      matchMachineInput(input, start, end, anchor, ngroup, lbState = null) {
        if (start > end) return [false, null];
        const machineInput = input.isUTF16Encoding() ? MachineInput.fromUTF16(input.asCharSequence(), 0, end) : MachineInput.fromUTF8(input.asBytes(), 0, end);
        const groupMatch = this.executeEngine(machineInput, start, anchor, 2 * ngroup, lbState);
        if (groupMatch === null) return [false, null];
        return [true, groupMatch];
      }
      /**
      * Returns true iff this regexp matches the UTF-8 byte array {@code b}.
      */
      matchUTF8(b2) {
        return this.executeEngine(MachineInput.fromUTF8(b2), 0, RE2Flags.UNANCHORED, 0) !== null;
      }
      /**
      * Returns a copy of {@code src} in which all matches for this regexp have been replaced by
      * {@code repl}. No support is provided for expressions (e.g. {@code \1} or {@code $1}) in the
      * replacement string.
      */
      replaceAll(src, repl) {
        return this.replaceAllFunc(src, () => repl, 2 * src.length + 1);
      }
      /**
      * Returns a copy of {@code src} in which only the first match for this regexp has been replaced
      * by {@code repl}. No support is provided for expressions (e.g. {@code \1} or {@code $1}) in the
      * replacement string.
      */
      replaceFirst(src, repl) {
        return this.replaceAllFunc(src, () => repl, 1);
      }
      /**
      * Returns a copy of {@code src} in which at most {@code maxReplaces} matches for this regexp have
      * been replaced by the return value of of function {@code repl} (whose first argument is the
      * matched string). No support is provided for expressions (e.g. {@code \1} or {@code $1}) in the
      * replacement string.
      */
      replaceAllFunc(src, replFunc, maxReplaces) {
        let lastMatchEnd = 0;
        let searchPos = 0;
        let out = "";
        const input = MachineInput.fromUTF16(src);
        const lbState = this.createLookbehindState();
        let numReplaces = 0;
        while (searchPos <= src.length) {
          const a = this.executeEngine(input, searchPos, RE2Flags.UNANCHORED, 2, lbState);
          if (a === null || a.length === 0) break;
          out += src.substring(lastMatchEnd, a[0]);
          if (a[1] > lastMatchEnd || a[0] === 0) {
            out += replFunc(src.substring(a[0], a[1]));
            numReplaces++;
          }
          lastMatchEnd = a[1];
          const width = input.step(searchPos) & 7;
          if (searchPos + width > a[1]) searchPos += width;
          else if (searchPos + 1 > a[1]) searchPos++;
          else searchPos = a[1];
          if (numReplaces >= maxReplaces) break;
        }
        out += src.substring(lastMatchEnd);
        return out;
      }
      pad(a) {
        if (a === null) return null;
        let n = (1 + this.numSubexp) * 2;
        if (a.length < n) {
          let a2 = new Array(n).fill(-1);
          for (let i = 0; i < a.length; i++) a2[i] = a[i];
          a = a2;
        }
        return a;
      }
      allMatches(input, n, deliverFun = (v2) => v2) {
        let result = [];
        const end = input.endPos();
        if (n < 0) n = end + 1;
        let pos = 0;
        let i = 0;
        let prevMatchEnd = -1;
        const lbState = this.createLookbehindState();
        while (i < n && pos <= end) {
          const matches = this.executeEngine(input, pos, RE2Flags.UNANCHORED, this.prog.numCap, lbState);
          if (matches === null || matches.length === 0) break;
          let accept = true;
          if (matches[1] === pos) {
            if (matches[0] === prevMatchEnd) accept = false;
            const r = input.step(pos);
            if (r < 0) pos = end + 1;
            else pos += r & 7;
          } else pos = matches[1];
          prevMatchEnd = matches[1];
          if (accept) {
            result.push(deliverFun(this.pad(matches)));
            i++;
          }
        }
        return result;
      }
      /**
      * Returns an array holding the text of the leftmost match in {@code b} of this regular
      * expression.
      *
      * A return value of null indicates no match.
      */
      findUTF8(b2) {
        const a = this.executeEngine(MachineInput.fromUTF8(b2), 0, RE2Flags.UNANCHORED, 2);
        if (a === null) return null;
        return b2.slice(a[0], a[1]);
      }
      /**
      * Returns a two-element array of integers defining the location of the leftmost match in
      * {@code b} of this regular expression. The match itself is at {@code b[loc[0]...loc[1]]}.
      *
      * A return value of null indicates no match.
      */
      findUTF8Index(b2) {
        const a = this.executeEngine(MachineInput.fromUTF8(b2), 0, RE2Flags.UNANCHORED, 2);
        if (a === null) return null;
        return a.slice(0, 2);
      }
      /**
      * Returns a string holding the text of the leftmost match in {@code s} of this regular
      * expression.
      *
      * If there is no match, the return value is an empty string, but it will also be empty if the
      * regular expression successfully matches an empty string. Use {@link #findIndex} or
      * {@link #findSubmatch} if it is necessary to distinguish these cases.
      */
      find(s3) {
        const a = this.executeEngine(MachineInput.fromUTF16(s3), 0, RE2Flags.UNANCHORED, 2);
        if (a === null) return "";
        return s3.substring(a[0], a[1]);
      }
      /**
      * Returns a two-element array of integers defining the location of the leftmost match in
      * {@code s} of this regular expression. The match itself is at
      * {@code s.substring(loc[0], loc[1])}.
      *
      * A return value of null indicates no match.
      */
      findIndex(s3) {
        return this.executeEngine(MachineInput.fromUTF16(s3), 0, RE2Flags.UNANCHORED, 2);
      }
      /**
      * Returns an array of arrays the text of the leftmost match of the regular expression in
      * {@code b} and the matches, if any, of its subexpressions, as defined by the <a
      * href='#submatch'>Submatch</a> description above.
      *
      * A return value of null indicates no match.
      */
      findUTF8Submatch(b2) {
        const a = this.executeEngine(MachineInput.fromUTF8(b2), 0, RE2Flags.UNANCHORED, this.prog.numCap);
        if (a === null) return null;
        const ret = new Array(1 + this.numSubexp).fill(null);
        for (let i = 0; i < ret.length; i++) if (2 * i < a.length && a[2 * i] >= 0) ret[i] = b2.slice(a[2 * i], a[2 * i + 1]);
        return ret;
      }
      /**
      * Returns an array holding the index pairs identifying the leftmost match of this regular
      * expression in {@code b} and the matches, if any, of its subexpressions, as defined by the the
      * <a href='#submatch'>Submatch</a> and <a href='#index'>Index</a> descriptions above.
      *
      * A return value of null indicates no match.
      */
      findUTF8SubmatchIndex(b2) {
        return this.pad(this.executeEngine(MachineInput.fromUTF8(b2), 0, RE2Flags.UNANCHORED, this.prog.numCap));
      }
      /**
      * Returns an array of strings holding the text of the leftmost match of the regular expression in
      * {@code s} and the matches, if any, of its subexpressions, as defined by the <a
      * href='#submatch'>Submatch</a> description above.
      *
      * A return value of null indicates no match.
      */
      findSubmatch(s3) {
        const a = this.executeEngine(MachineInput.fromUTF16(s3), 0, RE2Flags.UNANCHORED, this.prog.numCap);
        if (a === null) return null;
        const ret = new Array(1 + this.numSubexp).fill(null);
        for (let i = 0; i < ret.length; i++) if (2 * i < a.length && a[2 * i] >= 0) ret[i] = s3.substring(a[2 * i], a[2 * i + 1]);
        return ret;
      }
      /**
      * Returns an array holding the index pairs identifying the leftmost match of this regular
      * expression in {@code s} and the matches, if any, of its subexpressions, as defined by the <a
      * href='#submatch'>Submatch</a> description above.
      *
      * A return value of null indicates no match.
      */
      findSubmatchIndex(s3) {
        return this.pad(this.executeEngine(MachineInput.fromUTF16(s3), 0, RE2Flags.UNANCHORED, this.prog.numCap));
      }
      /**
      * {@code findAllUTF8()} is the <a href='#all'>All</a> version of {@link #findUTF8}; it returns a
      * list of up to {@code n} successive matches of the expression, as defined by the <a
      * href='#all'>All</a> description above.
      *
      * A return value of null indicates no match.
      *
      * TODO(adonovan): think about defining a byte slice view class, like a read-only Go slice backed
      * by |b|.
      */
      findAllUTF8(b2, n) {
        const result = this.allMatches(MachineInput.fromUTF8(b2), n, (match) => b2.slice(match[0], match[1]));
        if (result.length === 0) return null;
        return result;
      }
      /**
      * {@code findAllUTF8Index} is the <a href='#all'>All</a> version of {@link #findUTF8Index}; it
      * returns a list of up to {@code n} successive matches of the expression, as defined by the <a
      * href='#all'>All</a> description above.
      *
      * A return value of null indicates no match.
      */
      findAllUTF8Index(b2, n) {
        const result = this.allMatches(MachineInput.fromUTF8(b2), n, (match) => match.slice(0, 2));
        if (result.length === 0) return null;
        return result;
      }
      /**
      * {@code findAll} is the <a href='#all'>All</a> version of {@link #find}; it returns a list of up
      * to {@code n} successive matches of the expression, as defined by the <a href='#all'>All</a>
      * description above.
      *
      * A return value of null indicates no match.
      */
      findAll(s3, n) {
        const result = this.allMatches(MachineInput.fromUTF16(s3), n, (match) => s3.substring(match[0], match[1]));
        if (result.length === 0) return null;
        return result;
      }
      /**
      * {@code findAllIndex} is the <a href='#all'>All</a> version of {@link #findIndex}; it returns a
      * list of up to {@code n} successive matches of the expression, as defined by the <a
      * href='#all'>All</a> description above.
      *
      * A return value of null indicates no match.
      */
      findAllIndex(s3, n) {
        const result = this.allMatches(MachineInput.fromUTF16(s3), n, (match) => match.slice(0, 2));
        if (result.length === 0) return null;
        return result;
      }
      /**
      * {@code findAllUTF8Submatch} is the <a href='#all'>All</a> version of {@link #findUTF8Submatch};
      * it returns a list of up to {@code n} successive matches of the expression, as defined by the <a
      * href='#all'>All</a> description above.
      *
      * A return value of null indicates no match.
      */
      findAllUTF8Submatch(b2, n) {
        const result = this.allMatches(MachineInput.fromUTF8(b2), n, (match) => {
          let slice = new Array(match.length / 2 | 0).fill(null);
          for (let j2 = 0; j2 < slice.length; j2++) if (match[2 * j2] >= 0) slice[j2] = b2.slice(match[2 * j2], match[2 * j2 + 1]);
          return slice;
        });
        if (result.length === 0) return null;
        return result;
      }
      /**
      * {@code findAllUTF8SubmatchIndex} is the <a href='#all'>All</a> version of
      * {@link #findUTF8SubmatchIndex}; it returns a list of up to {@code n} successive matches of the
      * expression, as defined by the <a href='#all'>All</a> description above.
      *
      * A return value of null indicates no match.
      */
      findAllUTF8SubmatchIndex(b2, n) {
        const result = this.allMatches(MachineInput.fromUTF8(b2), n);
        if (result.length === 0) return null;
        return result;
      }
      /**
      * {@code findAllSubmatch} is the <a href='#all'>All</a> version of {@link #findSubmatch}; it
      * returns a list of up to {@code n} successive matches of the expression, as defined by the <a
      * href='#all'>All</a> description above.
      *
      * A return value of null indicates no match.
      */
      findAllSubmatch(s3, n) {
        const result = this.allMatches(MachineInput.fromUTF16(s3), n, (match) => {
          let slice = new Array(match.length / 2 | 0).fill(null);
          for (let j2 = 0; j2 < slice.length; j2++) if (match[2 * j2] >= 0) slice[j2] = s3.substring(match[2 * j2], match[2 * j2 + 1]);
          return slice;
        });
        if (result.length === 0) return null;
        return result;
      }
      /**
      * {@code findAllSubmatchIndex} is the <a href='#all'>All</a> version of
      * {@link #findSubmatchIndex}; it returns a list of up to {@code n} successive matches of the
      * expression, as defined by the <a href='#all'>All</a> description above.
      *
      * A return value of null indicates no match.
      */
      findAllSubmatchIndex(s3, n) {
        const result = this.allMatches(MachineInput.fromUTF16(s3), n);
        if (result.length === 0) return null;
        return result;
      }
    };
    RE2Set = class RE2Set2 {
      /** @type {number} */
      static UNANCHORED = RE2Flags.UNANCHORED;
      /** @type {number} */
      static ANCHOR_START = RE2Flags.ANCHOR_START;
      /** @type {number} */
      static ANCHOR_BOTH = RE2Flags.ANCHOR_BOTH;
      /**
      * Constructs a new RE2Set with the specified anchor mode and flags.
      * @param {number} [anchor=RE2Set.UNANCHORED] - The anchoring mode (e.g., RE2Set.UNANCHORED).
      * @param {number} [flags=0] - The public flags to apply to all patterns in the set.
      * @param {number} [maxMem=8388608] - The maximum memory in bytes to use for the DFA (default 8MB).
      */
      constructor(anchor = RE2Set2.UNANCHORED, flags = 0, maxMem = 8388608) {
        if (![
          RE2Set2.UNANCHORED,
          RE2Set2.ANCHOR_START,
          RE2Set2.ANCHOR_BOTH
        ].includes(anchor)) throw new RE2JSFlagsException("The anchor should be RE2Set.UNANCHORED, RE2Set.ANCHOR_START or RE2Set.ANCHOR_BOTH");
        Utils.checkFlags(flags);
        this.anchor = anchor;
        this.jsFlags = flags;
        this.maxMem = maxMem;
        let re2Flags = RE2Flags.PERL;
        if ((flags & PublicFlags.DISABLE_UNICODE_GROUPS) !== 0) re2Flags &= ~RE2Flags.UNICODE_GROUPS;
        if ((flags & PublicFlags.LOOKBEHINDS) !== 0) re2Flags |= RE2Flags.LOOKBEHIND;
        this.re2Flags = re2Flags;
        this.regexps = [];
        this.prog = null;
        this.dfa = null;
        this.dummyRe2 = null;
      }
      /**
      * Adds a new regular expression pattern to the set.
      * Patterns cannot be added after the set has been compiled.
      * @param {string} pattern - The regular expression pattern to add.
      * @returns {number} The integer index assigned to the added pattern.
      * @throws {RE2JSCompileException} If patterns are added after compilation.
      */
      add(pattern) {
        if (this.prog) throw new RE2JSCompileException("Cannot add patterns after compile");
        Utils.checkPattern(pattern);
        let fregex = pattern;
        if ((this.jsFlags & PublicFlags.CASE_INSENSITIVE) !== 0) fregex = `(?i)${fregex}`;
        if ((this.jsFlags & PublicFlags.DOTALL) !== 0) fregex = `(?s)${fregex}`;
        if ((this.jsFlags & PublicFlags.MULTILINE) !== 0) fregex = `(?m)${fregex}`;
        const re = Parser.parse(fregex, this.re2Flags);
        this.regexps.push(Simplify.simplify(re));
        return this.regexps.length - 1;
      }
      /**
      * Compiles the added patterns into a single state machine.
      * This is automatically called on the first match if not called explicitly.
      * @returns {void}
      */
      compile() {
        if (this.prog) return;
        const prog = Compiler.compileSet(this.regexps);
        if (prog.numInst() > Parser.MAX_SIZE) throw new RE2JSCompileException(`${Parser.ERR_LARGE}: the set compiles to ${prog.numInst()} instructions, more than ${Parser.MAX_SIZE}`);
        this.prog = prog;
        this.dfa = new DFA(this.prog, this.maxMem);
        this.dummyRe2 = {
          prog: this.prog,
          cond: this.prog.startCond(),
          prefix: "",
          prefixRune: 0,
          longest: false
        };
      }
      /**
      * Matches the input against the compiled set of regular expressions.
      * @param {string|number[]|Uint8Array} input - The input string or UTF-8 byte array to match against.
      * @returns {number[]} An array of indices representing the patterns that successfully matched the input.
      */
      match(input) {
        if (!this.prog) this.compile();
        const machineInput = Utils.isByteArray(input) ? MachineInput.fromUTF8(input) : MachineInput.fromUTF16(input);
        let internalAnchor = RE2Flags.UNANCHORED;
        if (this.anchor === RE2Set2.ANCHOR_START) internalAnchor = RE2Flags.ANCHOR_START;
        else if (this.anchor === RE2Set2.ANCHOR_BOTH) internalAnchor = RE2Flags.ANCHOR_BOTH;
        const dfaResult = this.dfa.matchSet(machineInput, 0, internalAnchor);
        if (dfaResult !== null) return dfaResult;
        const machine = Machine.fromRE2(this.dummyRe2);
        machine.init(0);
        return machine.matchSet(machineInput, 0, internalAnchor);
      }
    };
    TranslateRegExpString = class TranslateRegExpString2 {
      static isHexadecimal(ch) {
        return "0" <= ch && ch <= "9" || "A" <= ch && ch <= "F" || "a" <= ch && ch <= "f";
      }
      static translate(data) {
        let prefixFlags = "";
        if (Object.prototype.toString.call(data) === "[object RegExp]") {
          if (data.ignoreCase) prefixFlags += "i";
          if (data.multiline) prefixFlags += "m";
          if (data.dotAll) prefixFlags += "s";
          data = data.source;
        }
        if (typeof data !== "string") return data;
        let result = "";
        let changed = false;
        let size = data.length;
        if (size === 0) {
          result = "(?:)";
          changed = true;
        }
        let inCharClass = false;
        let i = 0;
        while (i < size) {
          let ch = data[i];
          if (ch === "\\") {
            if (i + 1 < size) {
              ch = data[i + 1];
              switch (ch) {
                case "\\":
                  result += "\\\\";
                  i += 2;
                  continue;
                case "c":
                  if (i + 2 < size) {
                    let code = data[i + 2].charCodeAt(0);
                    if (code >= 65 && code <= 90 || code >= 97 && code <= 122) {
                      let val = code % 32;
                      result += "\\x";
                      result += (val >> 4).toString(16).toUpperCase();
                      result += (val & 15).toString(16).toUpperCase();
                      i += 3;
                      changed = true;
                      continue;
                    }
                  }
                  result += "c";
                  i += 2;
                  changed = true;
                  continue;
                case "u":
                  if (i + 2 < size) {
                    if (data[i + 2] === "{") {
                      let j2 = i + 3;
                      let hasHex = false;
                      let closed = false;
                      while (j2 < size) {
                        const hexChar = data[j2];
                        if (hexChar === "}") {
                          closed = true;
                          break;
                        }
                        if (!TranslateRegExpString2.isHexadecimal(hexChar)) break;
                        hasHex = true;
                        j2++;
                      }
                      if (closed && hasHex) {
                        result += "\\x";
                        i += 2;
                        changed = true;
                        continue;
                      }
                    } else if (i + 5 < size) {
                      let isHex4 = true;
                      for (let j2 = 0; j2 < 4; j2++) if (!TranslateRegExpString2.isHexadecimal(data[i + 2 + j2])) {
                        isHex4 = false;
                        break;
                      }
                      if (isHex4) {
                        result += "\\x{" + data.substring(i + 2, i + 6) + "}";
                        i += 6;
                        changed = true;
                        continue;
                      }
                    }
                  }
                  result += "u";
                  i += 2;
                  changed = true;
                  continue;
                case "x": {
                  let isValidHex = false;
                  if (i + 2 < size && data[i + 2] === "{") {
                    let j2 = i + 3;
                    let hasHex = false;
                    let closed = false;
                    while (j2 < size) {
                      const hexChar = data[j2];
                      if (hexChar === "}") {
                        closed = true;
                        break;
                      }
                      if (!TranslateRegExpString2.isHexadecimal(hexChar)) break;
                      hasHex = true;
                      j2++;
                    }
                    if (closed && hasHex) isValidHex = true;
                  } else if (i + 3 < size && TranslateRegExpString2.isHexadecimal(data[i + 2]) && TranslateRegExpString2.isHexadecimal(data[i + 3])) isValidHex = true;
                  if (isValidHex) {
                    result += "\\x";
                    i += 2;
                  } else {
                    result += "x";
                    i += 2;
                    changed = true;
                  }
                  continue;
                }
                case "n":
                case "r":
                case "t":
                case "a":
                case "f":
                case "v":
                case "d":
                case "D":
                case "s":
                case "S":
                case "w":
                case "W":
                case "b":
                case "B":
                case "p":
                case "P":
                case "A":
                case "z":
                case "Q":
                case "E":
                case "0":
                case "1":
                case "2":
                case "3":
                case "4":
                case "5":
                case "6":
                case "7":
                  result += "\\" + ch;
                  i += 2;
                  continue;
                default: {
                  let cp2 = data.codePointAt(i + 1);
                  if (cp2 >= 48 && cp2 <= 57 || cp2 >= 65 && cp2 <= 90 || cp2 >= 97 && cp2 <= 122) {
                    let symSize2 = Utils.charCount(cp2);
                    result += data.substring(i + 1, i + 1 + symSize2);
                    i += symSize2 + 1;
                    changed = true;
                  } else {
                    result += "\\";
                    let symSize2 = Utils.charCount(cp2);
                    result += data.substring(i + 1, i + 1 + symSize2);
                    i += symSize2 + 1;
                  }
                  continue;
                }
              }
            }
          } else if (ch === "/") {
            result += "\\/";
            i += 1;
            changed = true;
            continue;
          } else if (ch === "[") {
            if (!inCharClass && data[i + 1] === "]") {
              result += "[^\\x00-\\x{10FFFF}]";
              i += 2;
              changed = true;
              continue;
            }
            if (!inCharClass && data[i + 1] === "^" && data[i + 2] === "]") {
              result += "[\\x00-\\x{10FFFF}]";
              i += 3;
              changed = true;
              continue;
            }
            inCharClass = true;
          } else if (ch === "]") inCharClass = false;
          else if (!inCharClass && ch === "(" && i + 2 < size && data[i + 1] === "?" && data[i + 2] === "<") {
            if (i + 3 < size && !"=!>)".includes(data[i + 3])) {
              result += "(?P<";
              i += 3;
              changed = true;
              continue;
            }
          }
          let cp = data.codePointAt(i);
          let symSize = Utils.charCount(cp);
          result += data.substring(i, i + symSize);
          i += symSize;
        }
        const finalResult = changed ? result : data;
        if (prefixFlags.length > 0) return `(?${prefixFlags})${finalResult}`;
        return finalResult;
      }
    };
    execResult = (m, input) => {
      const result = m.matchArray();
      result.index = m.start(0);
      result.input = input;
      result.groups = m.namedGroupsObject();
      return result;
    };
    RE2JS = class RE2JS2 {
      /**
      * Flag: case insensitive matching.
      */
      static CASE_INSENSITIVE = PublicFlags.CASE_INSENSITIVE;
      /**
      * Flag: dot ({@code .}) matches all characters, including newline.
      */
      static DOTALL = PublicFlags.DOTALL;
      /**
      * Flag: multiline matching: {@code ^} and {@code $} match at beginning and end of line, not just
      * beginning and end of input.
      */
      static MULTILINE = PublicFlags.MULTILINE;
      /**
      * Flag: Unicode groups (e.g. {@code \p\ Greek\} ) will be syntax errors.
      */
      static DISABLE_UNICODE_GROUPS = PublicFlags.DISABLE_UNICODE_GROUPS;
      /**
      * Flag: matches longest possible string.
      */
      static LONGEST_MATCH = PublicFlags.LONGEST_MATCH;
      /**
      * Flag: enable linear-time captureless lookbehinds.
      */
      static LOOKBEHINDS = PublicFlags.LOOKBEHINDS;
      /**
      * Returns a literal pattern string for the specified string.
      *
      * This method produces a string that can be used to create a <code>RE2JS</code> that would
      * match the string <code>s</code> as if it were a literal pattern.
      *
      * Metacharacters or escape sequences in the input sequence will be given no special meaning.
      *
      * @param {string} str The string to be literalized
      * @returns {string} A literal string replacement
      */
      static quote(str) {
        return Utils.quoteMeta(str);
      }
      /**
      * Quotes '\' and '$' in {@code str}, so that the returned string could be used in
      * replacement methods as a literal replacement of {@code str}.
      *
      * This is a convenience delegation to {@link Matcher.quoteReplacement}.
      *
      * @param {string} str the string to be quoted
      * @param {boolean} [javaMode=false] whether the replacement will be used in javaMode
      * @returns {string} the quoted string
      */
      static quoteReplacement(str, javaMode = false) {
        return Matcher.quoteReplacement(str, javaMode);
      }
      /**
      * Translates a given regular expression string to ensure compatibility with RE2JS.
      *
      * This function preprocesses the input regex string by applying necessary transformations,
      * such as escaping special characters (e.g., `/`), converting named capture groups to
      * RE2JS-compatible syntax, and handling Unicode sequences properly. It ensures that the
      * resulting regex is safe and properly formatted before compilation.
      *
      * @param {string|RegExp} expr - The regular expression string to be translated.
      * @returns {string} - The transformed regular expression string, ready for compilation.
      */
      static translateRegExp(expr) {
        return TranslateRegExpString.translate(expr);
      }
      /**
      * Helper: create new RE2JS with given regex and flags. Flregex is the regex with flags applied.
      * @param {string} regex
      * @param {number} [flags=0]
      * @returns {RE2JS}
      */
      static compile(regex2, flags = 0) {
        Utils.checkPattern(regex2);
        Utils.checkFlags(flags);
        let fregex = regex2;
        if ((flags & RE2JS2.CASE_INSENSITIVE) !== 0) fregex = `(?i)${fregex}`;
        if ((flags & RE2JS2.DOTALL) !== 0) fregex = `(?s)${fregex}`;
        if ((flags & RE2JS2.MULTILINE) !== 0) fregex = `(?m)${fregex}`;
        let re2Flags = RE2Flags.PERL;
        if ((flags & RE2JS2.DISABLE_UNICODE_GROUPS) !== 0) re2Flags &= ~RE2Flags.UNICODE_GROUPS;
        if ((flags & RE2JS2.LOOKBEHINDS) !== 0) re2Flags |= RE2Flags.LOOKBEHIND;
        const p = new RE2JS2(regex2, flags);
        p.re2Input = RE2.compileImpl(fregex, re2Flags, (flags & RE2JS2.LONGEST_MATCH) !== 0);
        return p;
      }
      /**
      * Matches a string against a regular expression.
      *
      * @param {string} regex the regular expression
      * @param {string|number[]|Uint8Array} input the input
      * @returns {boolean} true if the regular expression matches the entire input
      * @throws RE2JSSyntaxException if the regular expression is malformed
      */
      static matches(regex2, input) {
        return RE2JS2.compile(regex2).testExact(input);
      }
      /**
      * This is visible for testing.
      * @private
      */
      static initTest(pattern, flags, re2) {
        if (pattern == null) throw new Error("pattern is null");
        if (re2 == null) throw new Error("re2 is null");
        const p = new RE2JS2(pattern, flags);
        p.re2Input = re2;
        return p;
      }
      /**
      *
      * @param {string} pattern
      * @param {number} flags
      */
      constructor(pattern, flags) {
        this.patternInput = pattern;
        this.flagsInput = flags;
        this.re2Input = null;
      }
      /**
      * Releases memory used by internal caches associated with this pattern. Does not change the
      * observable behaviour. Useful for tests that detect memory leaks via allocation tracking.
      */
      reset() {
        this.re2Input.reset();
      }
      /**
      * Returns the flags used in the constructor.
      * @returns {number}
      */
      flags() {
        return this.flagsInput;
      }
      /**
      * Returns the pattern used in the constructor.
      * @returns {string}
      */
      pattern() {
        return this.patternInput;
      }
      re2() {
        return this.re2Input;
      }
      /**
      * Matches a string against a regular expression.
      *
      * @param {string|number[]|Uint8Array} input the input
      * @returns {boolean} true if the regular expression matches the entire input
      */
      matches(input) {
        return this.testExact(input);
      }
      /**
      * Creates a new {@code Matcher} matching the pattern against the input.
      *
      * @param {string|number[]|Uint8Array|MatcherInputBase} input the input string
      * @returns {Matcher}
      */
      matcher(input) {
        if (Utils.isByteArray(input)) input = MatcherInput.utf8(input);
        return new Matcher(this, input);
      }
      /**
      * Tests whether the regular expression matches any part of the input string.
      * Performance Note: This method is highly optimized. Because it only returns
      * a boolean and does not extract capture groups, it bypasses the `Matcher` overhead
      * and guarantees execution on the high-speed DFA engine whenever possible.
      *
      * @param {string|number[]|Uint8Array} input - The input string or UTF-8 byte array to test against.
      * @returns {boolean} `true` if the pattern is found anywhere in the input, `false` otherwise.
      */
      test(input) {
        if (Utils.isByteArray(input)) return this.re2Input.matchUTF8(input);
        return this.re2Input.match(input);
      }
      /**
      * Tests whether the regular expression matches the ENTIRE input string.
      * * **Performance Note:** This operates identically to `.matches()`, but is significantly
      * faster because it does not request capture group data. By requesting 0 capture groups,
      * it securely routes execution through the DFA fast-path.
      *
      * @param {string|number[]|Uint8Array} input - The input string or UTF-8 byte array to test against.
      * @returns {boolean} `true` if the exact input string fully matches the pattern, `false` otherwise.
      */
      testExact(input) {
        const machineInput = Utils.isByteArray(input) ? MachineInput.fromUTF8(input) : MachineInput.fromUTF16(input);
        return this.re2Input.executeEngine(machineInput, 0, RE2Flags.ANCHOR_BOTH, 0) !== null;
      }
      /**
      * Executes a search for a match in a specified string.
      * Returns a result array, or null if no match is found.
      * The returned array perfectly mirrors standard JavaScript `RegExpExecArray`,
      * including `.index`, `.input`, and `.groups` properties.
      *
      * @param {string|number[]|Uint8Array} input the input string or byte array
      * @returns {Array|null} the match array with index, input, and groups properties, or null
      */
      exec(input) {
        const m = this.matcher(input);
        return m.find() ? execResult(m, input) : null;
      }
      /**
      * Splits input around instances of the regular expression. It returns an array giving the strings
      * that occur before, between, and after instances of the regular expression.
      *
      * If {@code limit <= 0}, there is no limit on the size of the returned array. If
      * {@code limit == 0}, empty strings that would occur at the end of the array are omitted. If
      * {@code limit > 0}, at most limit strings are returned. The final string contains the remainder
      * of the input, possibly including additional matches of the pattern.
      *
      * @param {string} input the input string to be split
      * @param {number} [limit=0] the limit
      * @returns {string[]} the split strings
      */
      split(input, limit = 0) {
        const m = this.matcher(input);
        const result = [];
        let emptiesSkipped = 0;
        let last = 0;
        while (m.find()) {
          if (last === 0 && m.end() === 0) {
            last = m.end();
            continue;
          }
          if (limit > 0 && result.length === limit - 1) break;
          if (last === m.start()) {
            if (limit === 0) {
              emptiesSkipped += 1;
              last = m.end();
              continue;
            }
          } else while (emptiesSkipped > 0) {
            result.push("");
            emptiesSkipped -= 1;
          }
          result.push(m.substring(last, m.start()));
          last = m.end();
        }
        if (limit === 0 && last !== m.inputLength()) {
          while (emptiesSkipped > 0) {
            result.push("");
            emptiesSkipped -= 1;
          }
          result.push(m.substring(last, m.inputLength()));
        }
        if (limit !== 0 || result.length === 0 && !(last === m.inputLength() && last > 0)) result.push(m.substring(last, m.inputLength()));
        return result;
      }
      /**
      * Returns an iterator of all results matching a string against the regular expression,
      * including capturing groups.
      *
      * @param {string|number[]|Uint8Array} input the input string or byte array
      * @returns {IterableIterator<RegExpMatchArray>}
      */
      *matchAll(input) {
        const m = this.matcher(input);
        while (m.find()) yield execResult(m, input);
      }
      /**
      *
      * @returns {string}
      */
      toString() {
        return this.patternInput;
      }
      /**
      * Returns the program size of this pattern.
      *
      * <p>
      * Similar to the C++ implementation, the program size is a very approximate measure of a regexp's
      * "cost". Larger numbers are more expensive than smaller numbers.
      * </p>
      *
      * @returns {number} the program size of this pattern
      */
      programSize() {
        return this.re2Input.numberOfInstructions();
      }
      /**
      * Returns the number of capturing groups in this matcher's pattern. Group zero denotes the entire
      * pattern and is excluded from this count.
      *
      * @returns {number} the number of capturing groups in this pattern
      */
      groupCount() {
        return this.re2Input.numberOfCapturingGroups();
      }
      /**
      * Return a map of the capturing groups in this matcher's pattern, where key is the name and value
      * is the index of the group in the pattern.
      * @returns {Record<string, number>}
      */
      namedGroups() {
        return this.re2Input.namedGroups;
      }
      /**
      *
      * @param {*} other
      * @returns {boolean}
      */
      equals(other) {
        if (this === other) return true;
        if (other === null || this.constructor !== other.constructor) return false;
        return this.flagsInput === other.flagsInput && this.patternInput === other.patternInput;
      }
    };
  }
});

// src/core/access/matching/linear-pattern.ts
var linear_pattern_exports = {};
__export(linear_pattern_exports, {
  compilePattern: () => compilePattern,
  escapePattern: () => escapePattern,
  linearPatterns: () => linearPatterns,
  readPattern: () => readPattern
});
function readPattern(source, spelling = "exact") {
  const fault = patternFault(source);
  if (fault !== null) return fault;
  try {
    return { kind: "pattern", pattern: translated(source, spelling) };
  } catch (error) {
    return { kind: "syntax", reason: error instanceof Error ? error.message : String(error) };
  }
}
function linearPatterns(sources) {
  return sources.filter((source) => patternFault(source) === null).map(patternOfSettings);
}
function patternOfSettings(source) {
  try {
    return translated(source);
  } catch (error) {
    throw new Halt(
      "bad_settings",
      "One of the secret_patterns in the settings cannot be used. Write it without rare syntax.",
      { cause: error }
    );
  }
}
function translated(source, spelling = "exact") {
  const flags = spelling === "exact" ? 0 : RE2JS.CASE_INSENSITIVE;
  return patternOf(RE2JS.compile(RE2JS.translateRegExp(source), flags));
}
function compilePattern(source, spelling) {
  return patternOf(RE2JS.compile(source, RE2JS.DOTALL | (spelling === "exact" ? 0 : RE2JS.CASE_INSENSITIVE)));
}
function escapePattern(text2) {
  return RE2JS.quote(text2);
}
function patternOf(engine) {
  return {
    isIn: (text2) => engine.test(text2),
    matchesWhole: (text2) => engine.testExact(text2),
    spans: (text2) => {
      const found = [];
      for (const match of engine.matchAll(text2))
        found.push({ from: match.index ?? 0, to: (match.index ?? 0) + match[0].length });
      return found;
    }
  };
}
var init_linear_pattern = __esm({
  "src/core/access/matching/linear-pattern.ts"() {
    "use strict";
    init_build();
    init_ending();
    init_pattern_shape();
  }
});

// src/core/access/settings-mask.ts
async function maskFor({ secretPatterns, models }, secrets) {
  const addresses = Object.values(models).map(({ baseUrl }) => baseUrl ?? "");
  const values = [...secrets, ...addresses.flatMap(secretsIn)];
  const key2 = JSON.stringify([values, secretPatterns]);
  const mask = masks.get(key2) ?? await maskOf(values, secretPatterns);
  masks.set(key2, mask);
  return mask;
}
async function maskOf(values, secretPatterns) {
  if (secretPatterns.length === 0) return createMask({ values, patterns: [] });
  const { linearPatterns: linearPatterns2 } = await Promise.resolve().then(() => (init_linear_pattern(), __toCommonJS(linear_pattern_exports)));
  return createMask({ values, patterns: linearPatterns2(secretPatterns) });
}
var masks;
var init_settings_mask = __esm({
  "src/core/access/settings-mask.ts"() {
    "use strict";
    init_recent_texts();
    init_address_secrets();
    init_mask();
    masks = new RecentTexts(2e3);
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
  return fullStop(`${start}. The reason was: ${what.reason}`);
}
var ALERT_LINES, DASHBOARD_CLOSED;
var init_alert_lines = __esm({
  "src/report/log/alert-lines.ts"() {
    "use strict";
    init_sentences();
    ALERT_LINES = {
      alert_untold: {
        message: ({ title }) => `This repository has no issues, so an alert is told here alone: ${fullStop(title)}`
      },
      alert_opened: {
        message: ({ issue, title }) => fullStop(`Opened alert #${issue}: ${title}`),
        data: ({ issue }) => ({ issue })
      },
      alert_updated: {
        message: ({ issue, title }) => fullStop(`Updated alert #${issue}: ${title}`),
        data: ({ issue }) => ({ issue })
      },
      alert_closed: {
        message: ({ issue }) => `Closed alert #${issue}, because its cause is gone.`,
        data: ({ issue }) => ({ issue })
      },
      dashboard_opened: {
        message: ({ issue }) => `Opened the dashboard, issue #${issue}.`,
        data: ({ issue }) => ({ issue })
      },
      dashboard_closed: {
        message: ({ issue, why }) => `Closed the dashboard, issue #${issue}, because ${DASHBOARD_CLOSED[why]}.`,
        data: ({ issue }) => ({ issue })
      },
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
    DASHBOARD_CLOSED = {
      switched_off: "the settings switch it off",
      second: "there is another one"
    };
  }
});

// src/report/log/draft-lines.ts
function mergedWords({ name, nextBranch, landedIn }) {
  if (landedIn !== void 0)
    return `Draft ${name} was closed, and ${landedIn} holds its change, so it counts as merged.`;
  if (nextBranch === void 0) return `Draft ${name} was merged.`;
  return `Draft ${name} was merged before the last work reached it. That work goes on in ${nextBranch}.`;
}
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
        message: mergedWords,
        data: answered
      },
      draft_refused: {
        message: ({ name, reason }) => `Draft ${name} was closed without merging.${reason === void 0 ? "" : ` The reason: ${fullStop(reason)}`} The same change will not be proposed again.`,
        data: answered
      },
      draft_taken_over: {
        message: ({ name }) => `A person took over draft ${name}, so the agent leaves its branch alone.`,
        data: answered
      },
      draft_reopened: {
        message: ({ name }) => `Draft ${name} was opened again, so it waits for an answer as before.`,
        data: answered
      },
      draft_aimed: {
        message: ({ draft, from, to, isAimed }) => isAimed ? `Draft #${draft} aims at ${to} now, which is the default branch instead of ${from}.` : `Draft #${draft} still aims at ${from}, because ${to}, the default branch now, does not hold what it is based on. Change its base by hand, or close it.`,
        data: ({ draft, from, to }) => ({ draft, from, to })
      },
      work_found: {
        message: ({ branch }) => `The branch ${branch} holds work of the agent that the state does not know, as after a return to an older state. The agent goes on from there.`,
        data: ({ branch }) => ({ branch })
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

// src/report/log/result-texts.ts
function spentWords2({ spent_tokens: tokens, spent_usd_micros: usdMicros }) {
  return `${count(tokens, "token")}${usdMicros === 0 ? "" : ` (${money(usdMicros)})`}`;
}
function tooManyDrafts({ open, of, most }) {
  const owner = of === "goal" ? "this goal" : "all goals";
  const limit = of === "goal" ? "limits.open_drafts" : "open_drafts in the settings";
  const drafts = `${count(open, "draft")} of ${owner} ${open === 1 ? "waits" : "wait"} for your review`;
  return `${drafts}, and at most ${figure(most)} may be open (${limit}).`;
}
var RESULT_TEXTS, LIMITS, SMALLER_LIMITS;
var init_result_texts = __esm({
  "src/report/log/result-texts.ts"() {
    "use strict";
    init_settings();
    init_sentences();
    RESULT_TEXTS = {
      /** `until`: ISO time at which the lock ends. */
      heldByAnother: (run, until) => `Run ${run} works on the goal until ${shortTime(until)}.`,
      lockLost: "Another run took over the lock that this run held before, so this run ends and takes no other lock.",
      paused: (reason) => sentence(`The goal is paused: ${reason}`),
      queueEmpty: "Nothing in the queue needs work.",
      inputUnchanged: "nothing that the goal reads has changed since its last run, so the model was not asked.",
      /** `until`: ISO time. */
      waitsAfterFailures: (failures, until) => `${count(failures, "run")} in a row cost something and brought nothing, so the goal waits until ${shortTime(until)}. Ask for it or change it to try it before.`,
      nothingDue: "Nothing is due.",
      effectsDone: "What an earlier run had left to do on GitHub is done.",
      lastRunDied: "The last run that tried it died.",
      waitsForDraft: (obstacle) => obstacle.kind === "full" ? "The open draft is full and waits for your review." : tooManyDrafts(obstacle),
      /** `detail`: one sentence. */
      failedAlike: (items, detail) => fullStop(
        `${figure(items)} tasks in a row ended in the same way, so the others wait for the next run${detail === "" ? "" : `. ${detail}`}`
      ),
      /** What the run has set aside does not pay for the first call of another item. */
      tooLittleForNext: "This run has set aside too little budget for another task.",
      /** `left`: by the budget, before anything is set aside. */
      tooLittleForCall: ({ tokens, usdMicros, tightest }) => {
        const dollars = usdMicros === null ? "" : ` and ${money(usdMicros)}`;
        return `The budget is spent: ${LIMITS[tightest]} leaves ${count(tokens, "token")}${dollars}, too little for one call.`;
      },
      spentMore: ({ goal, period, stated, shown }) => `The state says that ${goal} has spent ${spentWords2(stated)} in ${period}, but the log shows ${spentWords2(shown)}. The larger figure counts. Find out who has changed state/budget.json.`,
      eventNotNamed: (event) => `No goal names the event ${event} under on:, so nothing was started.`,
      eventIgnored: (event) => {
        const { name } = event;
        switch (event.kind) {
          case "own_branch":
            return `The event ${name} is about ${event.branch}, the agent's own branch, so it is ignored.`;
          case "own_act":
            return `The agent itself caused the event ${name}, so it is ignored.`;
          case "outsider":
            return `The event ${name} comes from outside. It counts only after someone with write permission has labelled it.`;
          case "foreign_commit":
            return `The event ${name} is about a commit that is on no branch of this repository, such as one of a fork, so it is ignored.`;
        }
      }
    };
    LIMITS = {
      wake: "limits.tokens",
      goal_day: "the goal's day (limits.tokens_per_day, limits.usd_per_day)",
      goal_month: "the goal's month (limits.usd_per_month)",
      total_day: "the total of the day (budget in the settings)",
      total_month: "the total of the month (budget in the settings)"
    };
    SMALLER_LIMITS = {
      tokens: `limits.tokens_per_day, or budget in ${SETTINGS_FILE}`,
      dollars: `limits.usd_per_day or limits.usd_per_month, or budget in ${SETTINGS_FILE}`
    };
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
function passedData({ as, from, to, count: slots, why }) {
  return { as, from, to, count: slots, why };
}
function startWords(event) {
  const { slot, kind, isUnchanged, skipped, isCut } = event;
  const what = kind === "asked" ? "Starting a run that was asked for" : `Starting the run due ${dueTime(slot)}`;
  const start = kind === "caught_up" ? `${what} late` : what;
  const scope = isUnchanged === true ? `: ${RESULT_TEXTS.inputUnchanged}` : `${scopeWords(event)}.`;
  const passed2 = skipped === 1 ? "run due in between was" : `${figure(skipped)} runs due in between were`;
  const waited = skipped === 0 ? "" : ` The ${passed2} skipped while a draft waited for your review.`;
  const cut = isCut === true ? ` ${ISSUES_LEFT_OUT}` : "";
  return `${start}${scope}${cut}${waited}`;
}
function scopeWords({ queue, from, items, found }) {
  if (found !== void 0) return foundWords(found, items);
  return queue === null ? `, over what happened since ${shortTime(from)}${items > 1 ? `, in ${figure(items)} parts` : ""}` : `: ${items === 0 ? "there is nothing" : count(items, NOUNS[queue])} to check`;
}
function foundWords({ findings, protected: others, leftOut, isCut }, items) {
  const mine = findings === 0 ? "nothing is found" : `${count(findings, "finding")} in ${count(items, "file")}`;
  const more = others.count === 0 ? "" : `. ${count(others.findings, "more finding")} in files that this goal may not write: ${listed(others)}`;
  const left = leftOut.count === 0 ? "" : `. Too long or too many to be searched: ${listed(leftOut)}`;
  const cut = isCut ? ". There may be more: only so many are taken at once" : "";
  return `: ${mine}${more}${left}${cut}`;
}
function listed({ paths, count: number2 }) {
  const rest = number2 - paths.length;
  return `${paths.join(", ")}${rest > 0 ? ` and ${figure(rest)} more` : ""}`;
}
function resumedWords({ goal, because }) {
  switch (because.kind) {
    case "asked":
      return `${goal} is no longer paused, because a person asked for it.`;
    case "edited":
      return `${goal} is no longer paused, because its file was edited.`;
    case "answered":
      return `${goal} is no longer paused, because fewer of its drafts count as rejected now.`;
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
    init_result_texts();
    GOAL_LINES = {
      slots_classified: { message: passedWords, data: passedData },
      slots_missed: { message: passedWords, data: passedData },
      window_started: { message: startWords, data: ({ slot, kind, items }) => ({ slot, kind, items }) },
      window_moved: {
        message: ({ slot, branch }) => `The history of ${branch} was rewritten, so the run due ${dueTime(slot)} goes on over its newest commit.`
      },
      window_finished: {
        message: ({ slot }) => `The run due ${dueTime(slot)} is complete.`,
        data: ({ slot }) => ({ slot })
      },
      budget_spent: { message: ({ detail }) => sentence(detail) },
      goal_edited: { message: ({ file }) => `${file} was edited, so its unfinished tasks start again.` },
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
    NOUNS = {
      files: "file",
      commits: "commit",
      issues: "issue",
      list: "task",
      findings: "file",
      command: "file"
    };
  }
});

// src/report/log/issue-lines.ts
function failureWords2(failure) {
  switch (failure.kind) {
    case "given_up":
      return `Gave up ${effectWords(failure.effect)}: ${givenUpWords(failure.why)}`;
    case "draft_lacks":
      return `Draft #${failure.draft} is incomplete: ${fullStop(failure.lack)}`;
    case "alerts":
      return `Could not bring the alerts up to date: ${fullStop(failure.detail)} A later run tries again.`;
    case "state_alert":
      return `Could not bring the alert about the state branch up to date: ${fullStop(failure.detail)}`;
    case "dashboard":
      return `Could not bring the dashboard up to date: ${fullStop(failure.detail)} A later run tries again.`;
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
      return `opening the issue "${cutText(onOneLine(effect.title), TITLE_LENGTH)}"`;
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
    case "other_issue":
      return `the task is about issue #${why.own} only.`;
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
    case "dashboard":
    case "unwatched":
      return {};
  }
}
var TITLE_LENGTH, AGAIN, ISSUE_LINES;
var init_issue_lines = __esm({
  "src/report/log/issue-lines.ts"() {
    "use strict";
    init_plain_text();
    init_sentences();
    TITLE_LENGTH = 120;
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
        message: ({ issue, title, isNew }) => `${fullStop(`Opened issue #${issue}: ${cutText(onOneLine(title), TITLE_LENGTH)}`)}${isNew ? "" : AGAIN}`,
        data: ({ issue, url }) => ({ issue, url })
      },
      effect_failed: {
        message: ({ failure }) => failureWords2(failure),
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
  return tokens === 0 ? "what it had set aside is free again" : `the ${count(tokens, "token")} that it had set aside count as spent`;
}
function deadData(work) {
  switch (work.kind) {
    case "goal":
      return {
        lost_tokens: work.tokens,
        dead_in_a_row: work.deadInARow,
        ...unchangedData(work.unchanged)
      };
    case "goal_without_file":
      return { lost_tokens: work.tokens };
    case "alerts":
      return {};
  }
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
function checkSentence(report) {
  const { kind, command: command2, detail } = report;
  const verb = { passed: "passed", failed: "failed", not_run: "was not run" }[kind];
  const before = kind === "passed" && report.failedBefore !== void 0 ? report.failedBefore : null;
  const rest = before === null ? "" : `; failed before, ${BEFORE[before]}`;
  return `\`${command2}\` ${verb}: ${detail}${rest}.`;
}
var BEFORE;
var init_check_report = __esm({
  "src/core/progress/check-report.ts"() {
    "use strict";
    BEFORE = { untouched: "without any change", changed: "with earlier changes" };
  }
});

// src/report/log/model-lines.ts
function refusalWords({ tool, path, reason, hasFailed: hasFailed2 }) {
  const name = cutText(tool, TOOL_LENGTH);
  const call = path === null ? name : masked`${name} ${path}`;
  const said = hasFailed2 === true ? masked`Failed: ${call}: ${reason}` : masked`Refused ${call}: ${reason}`;
  return fullStop(cutText(onOneLine(said), REFUSAL_LENGTH));
}
var TOOL_LENGTH, REFUSAL_LENGTH, MODEL_LINES;
var init_model_lines = __esm({
  "src/report/log/model-lines.ts"() {
    "use strict";
    init_check_report();
    init_masked();
    init_plain_text();
    init_sentences();
    TOOL_LENGTH = 60;
    REFUSAL_LENGTH = 500;
    MODEL_LINES = {
      tool_refused: { message: refusalWords },
      check_ran: {
        message: ({ report }) => checkSentence(report),
        data: ({ report, exitCode }) => ({ command: report.command, exit_code: exitCode })
      },
      paths_left_out: {
        message: ({ paths, count: number2 }) => `${count(number2, "file")} with a name that is not UTF-8 ${number2 === 1 ? "is" : "are"} left out: ${listWords(paths.map((path) => `\`${path}\``))}${number2 > paths.length ? " and more" : ""}. Rename ${number2 === 1 ? "it" : "them"} to let the agent see ${number2 === 1 ? "it" : "them"}.`,
        data: ({ paths }) => ({ paths })
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
      model_replaced: {
        message: ({ from, to, why }) => `The model ${to} answers in the place of ${from} from here on: ${fullStop(why)}`,
        data: ({ from, to }) => ({ from, to })
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
      return `${why.by} paused the goal in the meantime.`;
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
          const result = outcome.kind === "ran" ? `The run has ended: ${endingWords(outcome.ending)}` : `The goal is ${outcome.kind}`;
          return `${askedWords(request)}. ${result}.`;
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
function nameOf2(title) {
  return title ?? "the task";
}
function startOf(title) {
  return title ?? "The task";
}
function endedWords(ended) {
  const words = endingSentence(ended);
  const said = ended.size === null && ended.summary !== void 0 ? onOneLine(ended.summary) : "";
  const line = said === "" ? words : `${words} The model says: ${fullStop(cutText(said, SUMMARY_IN_LINE))}`;
  return `${line}${foundWords2(ended)}`;
}
function foundWords2({ findings = [] }) {
  const [first] = findings;
  if (first === void 0) return "";
  const which = findings.length === 1 ? "1 finding" : `${findingCount(findings)}, the first`;
  return ` It reports ${which}: ${fullStop(cutText(findingLine(first), SUMMARY_IN_LINE))}`;
}
function endingSentence({ title, ending: ending2, detail, attempt, size }) {
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
function endedData({ ending: ending2, spent: spent2, summary: summary2, findings }) {
  const { tokens, usdMicros, calls, cachedTokens, reasoningTokens } = spent2;
  return {
    ...{ ending: ending2, tokens, usd_micros: usdMicros, calls },
    ...cachedTokens !== void 0 && { cached_tokens: cachedTokens },
    ...reasoningTokens !== void 0 && { reasoning_tokens: reasoningTokens },
    ...findings !== void 0 && { findings },
    ...summary2 !== void 0 && { summary: cutText(summary2, SUMMARY_IN_DATA) }
  };
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
    case "in_other_draft":
      return `The change${title === null ? "" : ` to ${title}`} is in draft ${why.draft} already, which is open, so it is not proposed a second time.`;
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
var SUMMARY_IN_LINE, SUMMARY_IN_DATA, TASK_LINES;
var init_task_lines = __esm({
  "src/report/log/task-lines.ts"() {
    "use strict";
    init_plain_text();
    init_ending_words();
    init_finding_words();
    init_sentences();
    init_way_out();
    SUMMARY_IN_LINE = 300;
    SUMMARY_IN_DATA = 2e3;
    TASK_LINES = {
      item_started: {
        message: ({ title, attempt, most }) => `${attempt === 1 ? "Trying" : "Trying again"}: ${nameOf2(title)}, attempt ${attempt} of ${most}.`
      },
      item_continued: {
        message: ({ title, attempt, most, branch }) => `Going on with ${nameOf2(title)} from ${branch}, attempt ${attempt} of ${most}.`
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
function parseGoalFiles(files2, context) {
  const { settings } = context;
  const paths = [...files2.keys()].filter((path) => /\.ya?ml$/i.test(path)).sort(compareText);
  const goals = [];
  const problems = [];
  const pathsById = Map.groupBy(paths, lowerId);
  for (const file of paths) {
    const { blob, text: text2 } = files2.get(file) ?? { blob: "", text: "" };
    const refused = [...misplaced(file, settings), ...duplicates(file, pathsById.get(lowerId(file)) ?? [])];
    const reading = parseGoalFile({ ...context, file, blob, text: text2 });
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

// src/core/access/matching/glob-source.ts
function globSource(glob2) {
  const meant = wholeSource(glob2, false);
  const byName = wholeSource(glob2, true);
  return meant === byName ? meant : `(?:${meant}|${byName})`;
}
function wholeSource(glob2, isByName) {
  const once = glob2.replace(/\/\*\*(?=\/\*\*(?:\/|$))/g, "");
  const rest = /^\*\*(?![/*]|$)/.test(once) ? once.slice(2) : null;
  if (rest !== null) return `.*${sourceOf(rest, { isSegmentStart: false, isSegmentEnd: true, isByName })}`;
  return sourceOf(once, { isSegmentStart: true, isSegmentEnd: true, isByName });
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
  const group = around.isByName ? null : classAt(glob2, at) ?? bracesAt(glob2, at, around);
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
  const found = globClassAt(glob2, at);
  if (found === null) return null;
  const { isNegated: isNegated3, members, length } = found;
  if (hasReversedRange(found)) return { source: NOTHING, length };
  const source = members.replace(/^-|[\\[\]^&]/g, "\\$&");
  return { source: isNegated3 ? `[^/${source}]` : `[${source}]`, length };
}
function bracesAt(glob2, at, around) {
  const found = alternativesAt(glob2, at);
  if (found === null) return null;
  const { choices, length } = found;
  const end = at + length;
  const inside = {
    ...around,
    isSegmentStart: at === 0 ? around.isSegmentStart : glob2.charAt(at - 1) === "/",
    isSegmentEnd: end === glob2.length ? around.isSegmentEnd : glob2.charAt(end) === "/"
  };
  return { source: `(?:${choices.map((choice) => sourceOf(choice, inside)).join("|")})`, length };
}
var IN_SEGMENT, NOTHING;
var init_glob_source = __esm({
  "src/core/access/matching/glob-source.ts"() {
    "use strict";
    init_glob_marks();
    init_linear_pattern();
    IN_SEGMENT = "[^/]";
    NOTHING = "[^\\x00-\\x{10FFFF}]";
  }
});

// src/core/access/matching/globs.ts
var globs_exports = {};
__export(globs_exports, {
  globMatcher: () => globMatcher,
  matchesGlobs: () => matchesGlobs,
  matchesGlobsInAnySpelling: () => matchesGlobsInAnySpelling,
  matchesGlobsStrictly: () => matchesGlobsStrictly,
  oneGlobMatcher: () => oneGlobMatcher
});
function matchesGlobs(globs, path) {
  return globMatcher(globs)(path);
}
function globMatcher(globs) {
  return makeMatcher(globs, { gives: exactly, takesAway: exactly });
}
function oneGlobMatcher(glob2) {
  return exactly(glob2);
}
function matchesGlobsStrictly(globs, path) {
  return makeMatcher(globs, { gives: exactly, takesAway: inAnySpelling })(path);
}
function matchesGlobsInAnySpelling(globs, path) {
  return makeMatcher(globs, { gives: inAnySpelling, takesAway: exactly })(path);
}
function makeMatcher(globs, how2) {
  const takesAway = globs.filter(isNegated2).map((glob2) => how2.takesAway(glob2.slice(1)));
  const matches = globs.filter((glob2) => !isNegated2(glob2)).map(how2.gives);
  return (path) => matches.some((match) => match(path)) && !takesAway.some((match) => match(path));
}
function composed(text2) {
  return /^[ -~]*$/.test(text2) ? text2 : text2.normalize("NFC");
}
function compiled(glob2, spelling) {
  const key2 = `${spelling} ${glob2}`;
  const before = known.get(key2);
  if (before !== void 0) return before;
  const pattern = compilePattern(globSource(composed(glob2)), spelling);
  known.set(key2, pattern);
  return pattern;
}
function isNegated2(glob2) {
  return glob2.startsWith("!");
}
var exactly, inAnySpelling, known;
var init_globs = __esm({
  "src/core/access/matching/globs.ts"() {
    "use strict";
    init_recent_texts();
    init_glob_source();
    init_linear_pattern();
    init_path();
    exactly = (glob2) => {
      const pattern = compiled(glob2, "exact");
      return (path) => path === glob2 || pattern.matchesWhole(composed(path));
    };
    inAnySpelling = (glob2) => {
      const pattern = compiled(glob2, "any_case");
      return (path) => path === glob2 || pattern.matchesWhole(composed(path)) || pattern.matchesWhole(foldPath(path));
    };
    known = new RecentTexts(2e5);
  }
});

// src/core/access/protected-by-settings.ts
async function protectedBySettings({
  protectedPaths
}) {
  if (protectedPaths.length === 0) return () => false;
  const { matchesGlobsInAnySpelling: matchesGlobsInAnySpelling2 } = await Promise.resolve().then(() => (init_globs(), __toCommonJS(globs_exports)));
  return (path) => matchesGlobsInAnySpelling2(protectedPaths, path);
}
var init_protected_by_settings = __esm({
  "src/core/access/protected-by-settings.ts"() {
    "use strict";
  }
});

// src/ledger/snapshot.ts
async function readGoals(store, at, signal) {
  const first = await store.read(at.commit, [SETTINGS_FILE, `${USUAL_FOLDER}/`], signal);
  const { overrides = NO_OVERRIDES } = at;
  const text2 = first.get(SETTINGS_FILE)?.text ?? null;
  const inUse = settingsInUse(text2);
  const settings = withModelOverrides(inUse.settings, overrides);
  const folder = `${settings.goalsFolder}/`;
  const found = settings.goalsFolder === USUAL_FOLDER ? first : await store.read(at.commit, [folder], signal);
  const files2 = inFolder(found, folder);
  const key2 = JSON.stringify([text2, overrides, [...files2].map(([path, { blob }]) => [path, blob])]);
  const snapshot = snapshots.get(key2) ?? await parsed({ ...inUse, settings }, files2);
  snapshots.set(key2, snapshot);
  return snapshot;
}
async function parsed(inUse, files2) {
  const { settings } = inUse;
  const isProtected = await protectedBySettings(settings);
  const { goals, problems, hasNone } = parseGoalFiles(files2, { settings, isProtected });
  return {
    settings,
    settingsProblems: inUse.problems,
    goals,
    goalProblems: problems,
    hasNone
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
var NO_OVERRIDES, USUAL_FOLDER, snapshots;
var init_snapshot = __esm({
  "src/ledger/snapshot.ts"() {
    "use strict";
    init_goal_file();
    init_goal_files();
    init_settings_file();
    init_state_files();
    init_protected_by_settings();
    init_settings();
    init_recent_texts();
    init_read_state();
    NO_OVERRIDES = { baseUrl: null, model: null };
    USUAL_FOLDER = "goals";
    snapshots = new RecentTexts(1e6);
  }
});

// src/ledger/prepare-ledger.ts
async function prepareLedger(world, writer, at, signal) {
  const { wake, repository, repositoryId, serverUrl, papers, secrets } = writer;
  const snapshot = await readGoals(world.state, at, signal);
  const { settings, goals } = snapshot;
  const mask = await maskFor(settings, secrets);
  const journal = new Journal({ ...world, mask }, wake);
  return {
    world,
    snapshot,
    settings,
    goals,
    mask,
    journal,
    repository,
    repositoryId,
    serverUrl,
    papers,
    wake
  };
}
var init_prepare_ledger = __esm({
  "src/ledger/prepare-ledger.ts"() {
    "use strict";
    init_settings_mask();
    init_journal();
    init_snapshot();
  }
});

// src/core/progress/drafts-in-use.ts
function draftsInUse(checkpoint) {
  const expected = /* @__PURE__ */ new Set([...draftsOffered(checkpoint), ...draftsWorkedOn(checkpoint)]);
  return Object.entries(checkpoint.drafts).filter(([key2, draft]) => draft.outcome === "open" || isInUse(draft) && expected.has(key2)).map(([key2]) => key2);
}
function draftsOffered({ items }) {
  const entries = Object.values(items).flatMap(({ outbox: outbox2 }) => outbox2);
  return entries.flatMap((entry) => entry.kind === "draft" ? [entry.draft] : []);
}
function draftsWorkedOn({ window, items }) {
  return (window?.queue ?? []).flatMap((key2) => {
    const item = items[key2];
    return item?.status === "open" ? [item.draft] : [];
  });
}
var init_drafts_in_use = __esm({
  "src/core/progress/drafts-in-use.ts"() {
    "use strict";
    init_checkpoint();
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
  const key2 = `${pattern}
${timezone}`;
  const slots = known2.get(key2) ?? makeSlots(pattern, timezone);
  known2.set(key2, slots);
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
function newestSlot2(schedule2, atMs) {
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
  const newest = newestSlot2(schedule2, slotMs);
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
  const newest = newestSlot2(schedule2, Math.min(now, facts.until ?? now));
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
  const newest = newestSlot2(schedule2, facts.now);
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
function countersOf(run, passed2) {
  const slot = run === null ? NO_SLOTS : { ...NO_SLOTS, [run.kind]: 1 };
  return passed2.reduce((sum, range) => addSlots(sum, { ...NO_SLOTS, [range.as]: range.count }), slot);
}
function catchUp(facts, schedule2, passed2) {
  const { after, newest } = passed2;
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
  const passed2 = older.run === null || newer.run === null ? older.passed : [slotRange({ schedule: schedule2, afterMs: after, untilMs: span.afterMs }, { as: "missed", why })];
  const run = newer.run ?? older.run;
  const ranges = [...passed2, skipped, ...newer.passed].filter((range) => range !== null);
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
  const asking = { epoch: lease.epoch, by: request.by, request: request.id };
  return { ...state, lock: withLease(state.lock, request.goal, { ...lease, yield: asking }) };
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
  const isWaiting = isBackingOff(checkpoint, now) && !isEdited(goal, checkpoint);
  if (wanted.length > 0 && !isWaiting) return "event";
  if (owesEffects(checkpoint)) return "unfinished_effects";
  if (isWaiting) return null;
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
  const wait = waitAt(known3, now);
  const retry = wait === null ? now : Date.parse(wait.until);
  if (known3.window !== null || hasSlot(goal, known3, { now, gaps: [] })) {
    const today = utcDay(now);
    return isoTime(Math.max(retry, isSpentOn(known3, today) ? Date.parse(today) + DAY_MS : now));
  }
  const after = Math.max(retry, known3.classified_to === null ? 0 : Date.parse(known3.classified_to));
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
  return keys.filter((key2) => itemRecord(checkpoint, key2).status === "open" && !own.has(key2));
}
var init_due = __esm({
  "src/core/due/due.ts"() {
    "use strict";
    init_alert_state();
    init_goal();
    init_checkpoint();
    init_drafts_in_use();
    init_spent_days();
    init_gaps();
    init_schedule();
    init_compare_text();
    init_time();
    init_back_off();
    init_inbox();
    init_pause();
  }
});

// src/core/request.ts
function newRequest(facts, version2) {
  const { kind, goal, origin, now } = facts;
  const time2 = new Date(now).toISOString();
  const { source } = facts;
  const name = typeof source === "number" ? `comment-${source}` : facts.nonce.slice(0, NONCE_LENGTH);
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
function withoutStop(sentence2) {
  return sentence2.replace(/\.$/, "");
}
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
      /** `detail`: how the last run ended, one sentence. */
      failures: (runs, detail) => `${count(runs, "run")} in a row cost something and brought nothing. The last one: ${withoutStop(detail)}`,
      circle: (circle) => `${circleWords(circle)}. Change the goal so that you would merge its next draft, or resume it`
    };
  }
});

// src/report/on-github/change-notes.ts
function changeBoxes(notes) {
  if (notes === null) return [UNREAD];
  const { unseen, running: running2, shortened: shortened2, tests } = notes;
  const boxes = [unseenBox(unseen), runningBox(running2), shortenedBox(shortened2), testsBox(tests)];
  return boxes.filter((box) => box !== "");
}
function unseenBox(unseen) {
  if (unseen.length === 0) return "";
  const places = placesOf2(unseen);
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
function placesOf2(unseen) {
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
function shortenedBox(files2) {
  if (files2.length === 0) return "";
  const shown = files2.slice(0, PATHS_SHOWN).map(({ path, gone, of }) => `${pathSpan(path)} (${figure(gone)} of ${count(of, "line")} go)`);
  const more = files2.length - PATHS_SHOWN;
  const rest = more > 0 ? `, and ${count(more, "more file")}` : "";
  return `> [!IMPORTANT]
> **This draft drops most of a file.** Look whether all of that was meant to go: ${shown.join(", ")}${rest}.`;
}
function testsBox(tests) {
  if (tests.length === 0) return "";
  const shown = tests.slice(0, PATHS_SHOWN).map(({ path, isDeleted }) => `${pathSpan(path)}${isDeleted ? " (deleted)" : ""}`);
  const more = tests.length - PATHS_SHOWN;
  const rest = more > 0 ? `, and ${count(more, "more file")}` : "";
  return `> [!IMPORTANT]
> **This draft changes tests, or what the checks read.** Checks that pass say less then: ${shown.join(", ")}${rest}.`;
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

// src/report/on-github/draft-flags.ts
function flagBox(facts) {
  const lines = [...facts.change === void 0 ? [] : changeFlags(facts.change), ...workFlags(facts)];
  if (lines.length === 0) return "";
  return [
    "> [!WARNING]",
    "> **Look at these first.** The program found them, not the model.",
    ">",
    ...lines.map((line) => `> - ${line}`)
  ].join("\n");
}
function changeFlags({ flags, unchanged, unnamed, why }) {
  const commands2 = flags.commands.map(
    ({ path, line, text: text2 }) => `${pathSpan2(path)}, line ${figure(line)}: ${valueSpan(cutText(onOneLine(text2), LINE_LENGTH))}`
  );
  return [
    ...flag("Deleted files", flags.deleted.map(pathSpan2)),
    ...flag("Files of no task of this draft", flags.outside.map(pathSpan2)),
    ...flag(
      "Hosts that are new in these files",
      flags.hosts.map((host) => valueSpan(cutText(host, PATH_LENGTH2)))
    ),
    ...flag("Lines that pipe into a shell or install something", commands2),
    ...flag("Manifests and lock files", flags.manifests.map(pathSpan2)),
    ...flag("Tests that lose assertions or are skipped", flags.weakened.map(pathSpan2)),
    // Where no file is named at all, the summary says nothing of files.
    ...why.size === 0 ? [] : flag("Changed, and not named in the summary", unnamed.map(pathSpan2)),
    ...flag("Named as changed in the summary, and not changed", unchanged.map(pathSpan2))
  ];
}
function workFlags({ isUnchecked = false, refused = [] }) {
  return [
    ...isUnchecked ? ["Checks of the goal have not run."] : [],
    ...flag(
      "Tried, and not allowed",
      refused.map((text2) => renderWithin(text2, WHY_LENGTH3, inlineText))
    )
  ];
}
function flag(name, values) {
  if (values.length === 0) return [];
  const more = values.length - SHOWN4;
  const rest = more > 0 ? `, and ${count(more, "more")}` : "";
  return [`${name}: ${values.slice(0, SHOWN4).join(", ")}${rest}`];
}
function filesPart(change) {
  if (change === void 0 || change.files.length === 0) return "";
  const rows = change.files.slice(0, FILES_SHOWN).map(({ path, added, removed, blob }) => {
    const words = change.why.get(path);
    const why = words === void 0 ? "–" : renderWithin(onOneLine(words), WHY_LENGTH3, inlineText);
    return `| ${pathSpan2(path)} | ${blob === null ? "deleted" : `+${figure(added)} −${figure(removed)}`} | ${why} |`;
  });
  const more = change.files.length - rows.length;
  const rest = more > 0 ? `

And ${count(more, "more file")}.` : "";
  return ["## Changed files", "", "| File | Lines | Why |", "|---|--:|---|", ...rows].join("\n") + rest;
}
function pathSpan2(path) {
  return path.trim() === "" ? "a file without a name" : valueSpan(cutText(path, PATH_LENGTH2));
}
var SHOWN4, FILES_SHOWN, PATH_LENGTH2, WHY_LENGTH3, LINE_LENGTH;
var init_draft_flags = __esm({
  "src/report/on-github/draft-flags.ts"() {
    "use strict";
    init_plain_text();
    init_markdown();
    init_sentences();
    SHOWN4 = 10;
    FILES_SHOWN = 50;
    PATH_LENGTH2 = 120;
    WHY_LENGTH3 = 200;
    LINE_LENGTH = 160;
  }
});

// src/report/on-github/pull-request.ts
function draftText(input) {
  const head = joined([
    banner(input.incomplete),
    ...changeBoxes(input.notes),
    flagBox(input),
    input.isQueueCut === true ? ISSUES_LEFT_OUT : ""
  ]);
  const tail = joined([
    filesPart(input.change),
    "## Checks",
    checks(input),
    (input.foundRight ?? 0) === 0 ? "" : `${count(input.foundRight ?? 0, "other task")} looked at and found right, without a change.`,
    findingsPart(input.findings ?? []),
    folded(input),
    hiddenMarker(input.marker)
  ]);
  const room = BODY_LENGTH - head.length - tail.length - 4;
  return { title: draftTitle(input), body: joined([head, summaries(input.summaries, room), tail]) };
}
function joined(blocks) {
  return blocks.filter((block) => block !== "").join("\n\n");
}
function draftTitle({ goal, subject, incomplete, title: own }) {
  const plain = subject === null ? goal.title : masked`${goal.title}: ${subject}`;
  const title = own === void 0 ? plain : own.more === 0 ? own.text : masked`${own.text}, and ${own.more} more`;
  return titleText(incomplete === null ? title : masked`Incomplete: ${title}`, TITLE_LENGTH2);
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
  const heading = isOnly ? "" : `### ${inlineText(cutText(title, TITLE_LENGTH2))}`;
  return joined([heading, onIssues2 ?? "", note, words]);
}
function checks({ checks: all, isUnchecked = false }) {
  if (all.length === 0)
    return isUnchecked ? "They have not run on what this draft holds now." : "The goal names no checks, so none were run.";
  const more = all.length - CHECKS;
  const lines = all.slice(0, CHECKS).map((each) => `- ${renderWithin(each, CHECK_LENGTH, inlineText)}`);
  return [...lines, ...more > 0 ? [`- And ${figure(more)} more.`] : []].join("\n");
}
function findingsPart(findings) {
  if (findings.length === 0) return "";
  const lines = findingLines(findings).map((line) => `- ${renderWithin(line, FINDING_LENGTH2, inlineText)}`);
  return joined(["## Findings", "What the model saw besides. It may be wrong.", lines.join("\n")]);
}
function folded(input) {
  const { goal } = input;
  return joined([
    "<details><summary>How it was made, and how to say no</summary>",
    `Wakeful made this draft for the goal ${codeSpan(goal.file)}: ${inlineText(cutText(goal.title, TITLE_LENGTH2))}`,
    renderWithin(goal.objective, OBJECTIVE_LENGTH, quotedText),
    how(input),
    closing(),
    APPROVAL,
    "</details>"
  ]);
}
function how({ window, spent: spent2, limits, wake, model }) {
  const dollars = spent2.usdMicros === 0 ? "" : `, ${money(spent2.usdMicros)}`;
  return [
    "| | |",
    "|---|---|",
    `| Due | ${longTime(window.slot)} |`,
    `| Covers | ${covers(window)} |`,
    `| Model | ${codeSpan(cutText(model, TITLE_LENGTH2))} |`,
    `| Spent | ${count(spent2.tokens, "token")}${partWords(spent2)} in ${count(spent2.calls, "model call")}${dollars} |`,
    `| Limits | ${limitWords(limits)} |`,
    `| Run | ${link(cutText(wake.id, TITLE_LENGTH2), wake.url)} |`
  ].join("\n");
}
function covers({ commits: commits2, commit }) {
  const tip = codeSpan(commit.slice(0, 10));
  if (commits2 === void 0) return `the files at commit ${tip}`;
  const { count: number2, first, last } = commits2;
  const times = first === last ? longTime(first) : `${longTime(first)} to ${longTime(last)}`;
  return `${count(number2, "commit")}, ${times}, up to commit ${tip}`;
}
function limitWords(limits) {
  return [
    `${count(limits.modelCalls, "model call")} and ${count(limits.minutes, "minute")} a task`,
    `${count(limits.tokens, "token")} a run`,
    `${count(limits.changedFiles, "file")} and ${count(limits.changedLines, "line")} a draft`
  ].join(", ");
}
function partWords({ cachedTokens = 0, reasoningTokens = 0 }) {
  const parts = [
    ...cachedTokens > 0 ? [`${figure(cachedTokens)} from the server's cache`] : [],
    ...reasoningTokens > 0 ? [`${figure(reasoningTokens)} of thinking`] : []
  ];
  return parts.length === 0 ? "" : ` (${parts.join(", ")})`;
}
function closing() {
  return [
    "Merge it, or change it. Close it without merging to reject it; the same change will not be proposed again.",
    "If you push a commit to the branch, the branch is yours: the agent no longer pushes to it."
  ].join(" ");
}
var SECOND_DRAFT, APPROVAL, TITLE_LENGTH2, BODY_LENGTH, OBJECTIVE_LENGTH, SUMMARY_LENGTH2, CHECK_LENGTH, FINDING_LENGTH2, CHECKS, CUT_ROOM;
var init_pull_request = __esm({
  "src/report/on-github/pull-request.ts"() {
    "use strict";
    init_marker();
    init_masked();
    init_plain_text();
    init_ending_words();
    init_finding_words();
    init_issues_left_out();
    init_markdown();
    init_sentences();
    init_change_notes();
    init_draft_flags();
    SECOND_DRAFT = fixed(
      "A run that had lost its lock opened this second draft for the branch. The first one counts."
    );
    APPROVAL = "If the workflows of this repository wait below: GitHub runs them on a draft of a workflow only after somebody with write permission has approved that, and asks again at each push.";
    TITLE_LENGTH2 = 120;
    BODY_LENGTH = 6e4;
    OBJECTIVE_LENGTH = 8e3;
    SUMMARY_LENGTH2 = 8e3;
    CHECK_LENGTH = 2e3;
    FINDING_LENGTH2 = 1500;
    CHECKS = 10;
    CUT_ROOM = 200;
  }
});

export {
  protectedAs,
  mayBeNamed,
  OWN_FILE,
  agentFolders,
  init_protected_paths,
  parseGoalFile,
  goalId,
  init_goal_file,
  AGENT,
  isUnswept,
  withUnswept,
  withSwept,
  hasRoom,
  hasUndoneAlert,
  issueOf,
  init_alert_state,
  takeLease,
  myLease,
  withLease,
  dropLease,
  isLeaseOverdue,
  isAskedToYield,
  init_lease,
  BOX_ACTIONS,
  init_status,
  decodeLogLines,
  init_state_files,
  maskedAboveFoot,
  init_mask_foot,
  isStateOf,
  init_repository_identity,
  workCommitMessage,
  mergeCommitMessage,
  init_commit_message,
  LOG_FOLDER,
  logPath,
  logDay,
  init_log_path,
  figureIn,
  textIn,
  timeIn,
  init_log_data,
  isServed,
  init_slots_of,
  readPastDays,
  init_past_days,
  STOP_FILE,
  STATE_FILES,
  readState,
  tipOfFirstWake,
  init_read_state,
  branchName,
  init_branch_name,
  swapStopFile,
  init_ledger,
  happenedWords,
  init_happened_words,
  linesWithin,
  bulletLines,
  init_indented_lines,
  ALERT_CAUSES,
  wayOut,
  closingWords,
  STATE_READABLE_AGAIN,
  init_alert_causes,
  needText,
  init_need_words,
  statusPageAddress,
  init_repository_page,
  needLines,
  init_need_list,
  TRIGGER_WORDS,
  init_trigger_words,
  findingLines,
  init_finding_words,
  allowance,
  NO_SUMS,
  reserve,
  settle,
  afterSpending,
  noReservation,
  init_budget,
  withinFindings,
  openFindings,
  isOfOneRun,
  init_work_finding,
  goalRunEnding,
  init_happened_since,
  reportOf,
  init_report_of,
  statusReport,
  goalRows,
  init_status_facts,
  statusAnswers,
  outcomeWords,
  init_status_answers,
  verdictWords,
  verdictTone,
  lackWords,
  fullWords,
  init_verdict_words,
  statusSections,
  warnings,
  init_status_page,
  openLedger,
  statusInput,
  init_open_ledger,
  readPattern,
  init_linear_pattern,
  maskFor,
  init_settings_mask,
  levelOf,
  init_log_event,
  RESULT_TEXTS,
  SMALLER_LIMITS,
  init_result_texts,
  checkSentence,
  init_check_report,
  noGoalWords,
  init_request_lines,
  passedOverWords,
  stuckWords,
  init_task_lines,
  parseGoalFiles,
  misplaced,
  init_goal_files,
  matchesGlobs,
  globMatcher,
  oneGlobMatcher,
  matchesGlobsStrictly,
  matchesGlobsInAnySpelling,
  init_globs,
  protectedBySettings,
  init_protected_by_settings,
  readGoals,
  readSnapshot,
  requestedGoal,
  init_snapshot,
  prepareLedger,
  init_prepare_ledger,
  draftsInUse,
  init_drafts_in_use,
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
