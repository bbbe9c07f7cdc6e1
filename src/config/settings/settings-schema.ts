import * as v from 'valibot';
import { type FieldNote, fieldNote } from '../../report/problems/field-problems.ts';
import { SETTINGS_COUNTS, SETTINGS_NOTES } from '../../report/problems/settings-notes.ts';
import { settingsProblems } from '../../report/problems/settings-problems.ts';
import { about } from '../fields/about.ts';
import { limitEntries } from '../fields/limit-fields.ts';
import { globRuleProblem, obeys, oneLine } from '../fields/text-rules.ts';
import { toIssueMessage } from '../yaml/issue-message.ts';
import { PACKAGE_REGISTRIES } from './package-registries.ts';
import { secretPatternProblem } from './secret-pattern.ts';
import {
  ACTIONS_BOT_EMAIL,
  authorNameProblem,
  baseUrlProblem,
  emailProblem,
  folderProblem,
  hostProblem,
  labelProblem,
  prefixProblem,
  programFolderProblem,
  reviewerProblem,
  stateBranchProblem,
  variableProblem,
} from './setting-rules.ts';

/** A whole number with a default. */
const count = (least: number, most: number, preset: number, description: string) =>
  v.optional(
    v.pipe(
      v.number(),
      v.safeInteger(),
      v.minValue(least),
      v.maxValue(most),
      about(fieldNote(description, preset)),
    ),
    preset,
  );

const dollars = (note: FieldNote) =>
  v.optional(v.pipe(v.number(), v.finite(), v.minValue(0.01), about(note)));

const perMillion = (note: FieldNote) =>
  v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(10_000), about(note));

const modelName = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/, toIssueMessage(settingsProblems.notModelName)),
);

const model = v.pipe(
  v.strictObject({
    model: v.pipe(v.string(), obeys(oneLine(200)), about(SETTINGS_NOTES.modelName)),
    base_url: v.optional(v.pipe(v.string(), obeys(baseUrlProblem), about(SETTINGS_NOTES.baseUrl))),
    price: v.optional(
      v.pipe(
        v.strictObject({
          in: perMillion(SETTINGS_NOTES.priceIn),
          out: perMillion(SETTINGS_NOTES.priceOut),
          cached_in: v.optional(perMillion(SETTINGS_NOTES.priceCachedIn)),
          reasoning_out: v.optional(perMillion(SETTINGS_NOTES.priceReasoningOut)),
        }),
        about(SETTINGS_NOTES.price),
      ),
    ),
    max_output_tokens: count(256, 1_000_000, 8000, SETTINGS_COUNTS.maxOutputTokens),
    answer_seconds: v.optional(
      v.pipe(
        v.number(),
        v.safeInteger(),
        v.minValue(10),
        v.maxValue(3600),
        about(SETTINGS_NOTES.answerSeconds),
      ),
    ),
    stream: v.optional(v.pipe(v.boolean(), about(SETTINGS_NOTES.stream)), false),
    api: v.optional(v.pipe(v.picklist(['chat', 'responses']), about(SETTINGS_NOTES.api)), 'chat'),
    fallback: v.optional(v.pipe(v.array(modelName), v.maxLength(5), about(SETTINGS_NOTES.fallback)), []),
  }),
  about(SETTINGS_NOTES.model),
);

const models = v.pipe(v.record(modelName, model), about(SETTINGS_NOTES.models));

const budget = v.pipe(
  v.strictObject({
    tokens_per_day: count(1000, 1e12, 500_000, SETTINGS_COUNTS.tokensPerDay),
    tokens_per_month: count(1000, 1e12, 5_000_000, SETTINGS_COUNTS.tokensPerMonth),
    usd_per_day: dollars(SETTINGS_NOTES.usdPerDay),
    usd_per_month: dollars(SETTINGS_NOTES.usdPerMonth),
  }),
  about(SETTINGS_NOTES.budget),
);

const label = v.pipe(v.string(), obeys(labelProblem), about(SETTINGS_NOTES.label));
const reviewer = v.pipe(v.string(), obeys(reviewerProblem), about(SETTINGS_NOTES.reviewer));
const glob = v.pipe(v.string(), obeys(globRuleProblem), about(SETTINGS_NOTES.glob));
const pattern = v.pipe(v.string(), obeys(secretPatternProblem), about(SETTINGS_NOTES.pattern));

const host = v.pipe(v.string(), obeys(hostProblem), about(SETTINGS_NOTES.host));

const stateBranch = v.pipe(v.string(), obeys(stateBranchProblem), about(SETTINGS_NOTES.stateBranch));
const goalsFolder = v.pipe(v.string(), obeys(folderProblem), about(SETTINGS_NOTES.goalsFolder));

/** What a wake needs to know even if the rest of the file is not valid. */
export const NAMED_IN_SETTINGS = { stateBranch, goalsFolder, secretPattern: pattern } as const;

const draft = v.pipe(
  v.strictObject({
    labels: v.optional(v.pipe(v.array(label), v.maxLength(20), about(SETTINGS_NOTES.labels)), ['wakeful']),
    reviewers: v.optional(v.pipe(v.array(reviewer), v.maxLength(15), about(SETTINGS_NOTES.reviewers)), []),
    ready_where_unsupported: v.optional(
      v.pipe(v.boolean(), about(SETTINGS_NOTES.readyWhereUnsupported)),
      false,
    ),
  }),
  about(SETTINGS_NOTES.draft),
);

const commit = v.pipe(
  v.strictObject({
    name: v.optional(
      v.pipe(v.string(), obeys(authorNameProblem), about(SETTINGS_NOTES.authorName)),
      'wakeful',
    ),
    email: v.optional(
      v.pipe(v.string(), obeys(emailProblem), about(SETTINGS_NOTES.authorEmail)),
      ACTIONS_BOT_EMAIL,
    ),
    prefix: v.optional(v.pipe(v.string(), obeys(prefixProblem), about(SETTINGS_NOTES.prefix)), 'wakeful: '),
  }),
  about(SETTINGS_NOTES.commit),
);

const alerts = v.pipe(
  v.strictObject({
    consecutive_failures: count(1, 100, 3, SETTINGS_COUNTS.consecutiveFailures),
    silent_hours: count(3, 8760, 3, SETTINGS_COUNTS.silentHours),
    draft_waits_days: count(1, 365, 14, SETTINGS_COUNTS.draftWaitsDays),
    open: count(1, 50, 5, SETTINGS_COUNTS.openAlerts),
    security_releases: v.optional(v.pipe(v.boolean(), about(SETTINGS_NOTES.securityReleases)), true),
  }),
  about(SETTINGS_NOTES.alerts),
);

const sandbox = v.pipe(
  v.strictObject({
    path: v.optional(
      v.pipe(
        v.array(v.pipe(v.string(), obeys(programFolderProblem), about(SETTINGS_NOTES.programFolder))),
        v.maxLength(20),
        about(SETTINGS_NOTES.sandboxPath),
      ),
      [],
    ),
    env: v.optional(
      v.pipe(
        v.array(v.pipe(v.string(), obeys(variableProblem), about(SETTINGS_NOTES.variable))),
        v.maxLength(20),
        about(SETTINGS_NOTES.sandboxEnv),
      ),
      [],
    ),
  }),
  about(SETTINGS_NOTES.sandbox),
);

/** `.github/wakeful.yml`, as it is written. */
export const SettingsFile = v.pipe(
  v.strictObject({
    models: v.optional(models, { default: { model: 'gpt-5-mini' } }),
    budget: v.optional(budget, {}),
    bounds: v.optional(v.pipe(v.strictObject(limitEntries('bound')), about(SETTINGS_NOTES.bounds)), {}),
    open_drafts: count(1, 100, 5, SETTINGS_COUNTS.openDrafts),
    draft: v.optional(draft, {}),
    commit: v.optional(commit, {}),
    state_branch: v.optional(stateBranch, 'wakeful-state'),
    goals_folder: v.optional(goalsFolder, 'goals'),
    alerts: v.optional(alerts, {}),
    protected_paths: v.optional(
      v.pipe(v.array(glob), v.maxLength(100), about(SETTINGS_NOTES.protectedPaths)),
      [],
    ),
    secret_patterns: v.optional(
      v.pipe(v.array(pattern), v.maxLength(50), about(SETTINGS_NOTES.secretPatterns)),
      [],
    ),
    setup_hosts: v.optional(v.pipe(v.array(host), v.maxLength(100), about(SETTINGS_NOTES.setupHosts)), [
      ...PACKAGE_REGISTRIES,
    ]),
    sandbox: v.optional(sandbox, {}),
    log_days: count(1, 3650, 90, SETTINGS_COUNTS.logDays),
    second_reader: v.optional(
      v.pipe(v.union([v.boolean(), modelName]), about(SETTINGS_NOTES.secondReader)),
      true,
    ),
    dashboard_issue: v.optional(v.pipe(v.boolean(), about(SETTINGS_NOTES.dashboardIssue)), true),
  }),
  v.metadata({
    title: 'Wakeful settings',
    ...SETTINGS_NOTES.file,
  }),
);

export type SettingsFileValue = v.InferOutput<typeof SettingsFile>;
