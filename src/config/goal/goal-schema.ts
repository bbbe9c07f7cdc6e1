import * as v from 'valibot';
import { ASSOCIATIONS, EFFECTS, FINDERS, FINDING_FORMATS, QUEUE_KINDS } from '../../core/goal.ts';
import type { FieldNote } from '../../report/problems/field-problems.ts';
import { GOAL_NOTES } from '../../report/problems/goal-notes.ts';
import { about } from '../fields/about.ts';
import { limitEntries } from '../fields/limit-fields.ts';
import { durationProblem, globRuleProblem, obeys, oneLine, someText } from '../fields/text-rules.ts';
import { labelProblem, reviewerProblem } from '../settings/setting-rules.ts';
import { cronProblem } from './cron-rules.ts';
import { branchProblem, workflowProblem } from './run-rules.ts';
import { intervalProblem, timezoneProblem } from './schedule-rules.ts';
import { WAKE_EVENTS, wakeEventProblem } from './wake-events.ts';

const command = v.pipe(v.string(), obeys(oneLine(1000)), about(GOAL_NOTES.command));
const commands = (note: FieldNote) => v.optional(v.pipe(v.array(command), v.maxLength(20), about(note)), []);

const glob = v.pipe(v.string(), obeys(globRuleProblem), about(GOAL_NOTES.glob));

const wakeEvent = v.pipe(
  v.string(),
  obeys(wakeEventProblem),
  v.metadata({ ...GOAL_NOTES.event, enum: WAKE_EVENTS }),
);

const schedule = v.pipe(
  v.strictObject({
    every: v.optional(
      v.pipe(v.string(), obeys(intervalProblem), v.metadata({ ...GOAL_NOTES.every, pattern: '^\\d+[mhd]$' })),
    ),
    cron: v.optional(v.pipe(v.string(), obeys(cronProblem), about(GOAL_NOTES.cron))),
    timezone: v.optional(v.pipe(v.string(), obeys(timezoneProblem), about(GOAL_NOTES.timezone))),
    once: v.optional(v.pipe(v.literal(true), about(GOAL_NOTES.once))),
    never: v.optional(v.pipe(v.literal(true), about(GOAL_NOTES.never))),
    catch_up: v.optional(v.pipe(v.picklist(['once', 'each', 'skip']), about(GOAL_NOTES.catchUp)), 'once'),
    catch_up_window: v.optional(
      v.pipe(
        v.string(),
        obeys(durationProblem),
        v.metadata({ ...GOAL_NOTES.catchUpWindow, pattern: '^\\d+[mhd]$' }),
      ),
    ),
  }),
  v.metadata({
    ...GOAL_NOTES.schedule,
    oneOf: [{ required: ['every'] }, { required: ['cron'] }, { required: ['once'] }, { required: ['never'] }],
  }),
);

const longTime = (note: FieldNote) =>
  v.pipe(v.string(), obeys(durationProblem), v.metadata({ ...note, pattern: '^\\d+[mhd]$' }));

const label = v.pipe(v.string(), obeys(oneLine(50)), about(GOAL_NOTES.label));
const listFile = v.pipe(v.string(), obeys(oneLine(400)), about(GOAL_NOTES.listedIn));
const element = v.pipe(v.string(), obeys(oneLine(200)), about(GOAL_NOTES.element));

const labels = (note: FieldNote) =>
  v.optional(v.pipe(v.array(label), v.minLength(1), v.maxLength(20), about(note)));

/** Of issues and of pull requests. */
const filterEntries = {
  labels: labels(GOAL_NOTES.labels),
  without: labels(GOAL_NOTES.without),
  unlabelled: v.optional(v.pipe(v.literal(true), about(GOAL_NOTES.unlabelled))),
  opened_within: v.optional(longTime(GOAL_NOTES.openedWithin)),
  quiet_for: v.optional(longTime(GOAL_NOTES.quietFor)),
};

const author = v.pipe(v.picklist(ASSOCIATIONS), about(GOAL_NOTES.author));

const forEach = v.pipe(
  v.strictObject({
    files: v.optional(glob),
    changed: v.optional(v.pipe(v.boolean(), about(GOAL_NOTES.changed))),
    target: v.optional(v.pipe(v.string(), obeys(oneLine(400)), about(GOAL_NOTES.target))),
    target_missing: v.optional(v.pipe(v.literal(true), about(GOAL_NOTES.targetMissing))),
    issues: v.optional(v.pipe(v.strictObject(filterEntries), about(GOAL_NOTES.issues))),
    commits: v.optional(v.pipe(v.literal(true), about(GOAL_NOTES.commits))),
    releases: v.optional(v.pipe(v.literal(true), about(GOAL_NOTES.releases))),
    list: v.optional(v.pipe(v.array(element), v.minLength(1), v.maxLength(1000), about(GOAL_NOTES.list))),
    findings: v.optional(v.pipe(v.picklist(FINDERS), about(GOAL_NOTES.findings))),
    listed_in: v.optional(listFile),
    command: v.optional(v.pipe(v.string(), obeys(oneLine(1000)), about(GOAL_NOTES.finderCommand))),
    format: v.optional(v.pipe(v.picklist(FINDING_FORMATS), about(GOAL_NOTES.format))),
    in: v.optional(v.pipe(v.array(glob), v.minLength(1), v.maxLength(100), about(GOAL_NOTES.in))),
    runs: v.optional(
      v.pipe(
        v.strictObject({
          workflows: v.pipe(
            v.array(v.pipe(v.string(), obeys(workflowProblem), about(GOAL_NOTES.workflow))),
            v.minLength(1),
            v.maxLength(20),
            about(GOAL_NOTES.workflows),
          ),
          branch: v.optional(v.pipe(v.string(), obeys(branchProblem), about(GOAL_NOTES.runBranch))),
          flaky: v.optional(v.pipe(v.literal(true), about(GOAL_NOTES.flaky))),
        }),
        about(GOAL_NOTES.runs),
      ),
    ),
    pull_requests: v.optional(
      v.pipe(
        v.strictObject({
          ...filterEntries,
          authors: v.optional(v.pipe(v.array(author), v.minLength(1), about(GOAL_NOTES.authors))),
          merged: v.optional(v.pipe(v.literal(true), about(GOAL_NOTES.merged))),
        }),
        about(GOAL_NOTES.pullRequests),
      ),
    ),
    drafts: v.optional(v.pipe(v.picklist(['together', 'per_item']), about(GOAL_NOTES.drafts)), 'together'),
  }),
  v.metadata({
    ...GOAL_NOTES.forEach,
    oneOf: QUEUE_KINDS.map((name) => ({ required: [name] })),
  }),
);

const permissions = v.pipe(
  v.strictObject({
    read: v.optional(v.pipe(v.array(glob), v.maxLength(100), about(GOAL_NOTES.read)), ['**']),
    write: v.optional(v.pipe(v.array(glob), v.maxLength(100), about(GOAL_NOTES.write)), []),
    delete: v.optional(v.pipe(v.array(glob), v.maxLength(100), about(GOAL_NOTES.delete)), []),
    other_files: v.optional(v.pipe(v.boolean(), about(GOAL_NOTES.otherFiles)), false),
    effects: v.optional(
      v.pipe(v.array(v.pipe(v.picklist(EFFECTS), about(GOAL_NOTES.effect))), about(GOAL_NOTES.effects)),
      ['draft_pull_request'],
    ),
    run: v.optional(v.pipe(v.boolean(), about(GOAL_NOTES.run)), false),
    labels: v.optional(
      v.pipe(
        v.array(v.pipe(v.string(), obeys(oneLine(50)), about(GOAL_NOTES.label))),
        v.minLength(1),
        v.maxLength(100),
        about(GOAL_NOTES.setLabels),
      ),
    ),
  }),
  about(GOAL_NOTES.permissions),
);

/** A file of the goals folder, as it is written. Rules over several fields are in `goal-rules.ts`. */
export const GoalFile = v.pipe(
  v.strictObject({
    title: v.pipe(
      v.string(),
      obeys(oneLine(120)),
      v.metadata({ ...GOAL_NOTES.title, minLength: 1, maxLength: 120 }),
    ),
    objective: v.pipe(
      v.string(),
      obeys(someText(8000)),
      v.metadata({ ...GOAL_NOTES.objective, minLength: 1, maxLength: 8000 }),
    ),
    schedule,
    on: v.optional(v.pipe(v.array(wakeEvent), about(GOAL_NOTES.on)), []),
    when: v.optional(
      v.pipe(
        v.strictObject({
          queue_at_least: v.pipe(v.number(), v.safeInteger(), v.minValue(1), about(GOAL_NOTES.queueAtLeast)),
        }),
        about(GOAL_NOTES.when),
      ),
    ),
    for_each: v.optional(forEach),
    permissions: v.optional(permissions, {}),
    limits: v.optional(v.pipe(v.strictObject(limitEntries('usual')), about(GOAL_NOTES.limits)), {}),
    when_draft_is_open: v.optional(
      v.pipe(v.picklist(['wait', 'update']), about(GOAL_NOTES.whenDraftIsOpen)),
      'wait',
    ),
    draft: v.optional(
      v.pipe(
        v.strictObject({
          labels: v.optional(
            v.pipe(
              v.array(v.pipe(v.string(), obeys(labelProblem), about(GOAL_NOTES.label))),
              v.maxLength(20),
              about(GOAL_NOTES.draftLabels),
            ),
            [],
          ),
          reviewers: v.optional(
            v.pipe(
              v.array(v.pipe(v.string(), obeys(reviewerProblem), about(GOAL_NOTES.reviewer))),
              v.maxLength(15),
              about(GOAL_NOTES.reviewers),
            ),
          ),
        }),
        about(GOAL_NOTES.draft),
      ),
    ),
    always: v.optional(v.pipe(v.boolean(), about(GOAL_NOTES.always)), false),
    setup: commands(GOAL_NOTES.setup),
    checks: commands(GOAL_NOTES.checks),
    done_when: commands(GOAL_NOTES.doneWhen),
    model: v.optional(v.pipe(v.string(), obeys(oneLine(40)), about(GOAL_NOTES.model)), 'default'),
    second_reader: v.optional(
      v.pipe(v.union([v.boolean(), v.pipe(v.string(), obeys(oneLine(40)))]), about(GOAL_NOTES.secondReader)),
    ),
    enabled: v.optional(v.pipe(v.boolean(), about(GOAL_NOTES.enabled)), true),
  }),
  v.metadata({ title: 'Wakeful goal', ...GOAL_NOTES.file }),
);

export type GoalFileValue = v.InferOutput<typeof GoalFile>;
