import {
  type Goal,
  type GoalDraft,
  type IssueFilter,
  type Limits,
  QUEUE_KINDS,
  type Queue,
  type QueueKind,
  type Schedule,
} from '../../core/goal.ts';
import type { Settings } from '../../core/settings.ts';
import { goalFileProblems } from '../../report/problems/goal-problems.ts';
import { type Problem, type ProblemText, problemLine, sortProblems } from '../../report/problems/problem.ts';
import { parseDuration } from '../fields/inputs.ts';
import { LIMIT_FIELDS, type LimitName, makeLimits } from '../fields/limit-fields.ts';
import { readConfigFile } from '../yaml/config-file.ts';
import { type GoalContext, goalFaults } from './goal-rules.ts';
import { GoalFile, type GoalFileValue } from './goal-schema.ts';
import { usualWindowMinutes } from './schedule-rules.ts';

export interface GoalSource extends GoalContext {
  readonly blob: string;
  readonly text: string;
}

export type GoalReading =
  | { readonly kind: 'goal'; readonly goal: Goal }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] };

const LONGEST_ID = 64;

/** Reads one goal file; never throws. */
export function parseGoalFile(source: GoalSource): GoalReading {
  const { file, text } = source;
  const reading = readConfigFile({
    ...{ file, text, schema: GoalFile, whenEmpty: goalFileProblems.empty },
    rules: (raw) => goalFaults(raw, source),
  });
  const nameProblems = fileNameProblems(file);
  if (reading.kind === 'problems') {
    return { kind: 'problems', problems: sortProblems([...nameProblems, ...reading.problems]) };
  }
  if (nameProblems.length > 0) return { kind: 'problems', problems: nameProblems };
  return { kind: 'goal', goal: { ...makeGoal(source, reading.value), lines: reading.lines } };
}

/** The file's name without folder and ending. */
export function goalId(file: string): string {
  return baseName(file).replace(/\.ya?ml$/i, '');
}

function fileNameProblems(file: string): readonly Problem[] {
  const problem = nameProblem(baseName(file), goalId(file));
  return problem === null ? [] : [{ file, line: 1, column: 1, ...problem }];
}

function nameProblem(name: string, id: string): ProblemText | null {
  if (!/\.ya?ml$/i.test(name)) return goalFileProblems.notYaml(name);
  if (id === 'constructor' || id === 'prototype') return goalFileProblems.reservedName(id);
  if (id.length > LONGEST_ID) return goalFileProblems.nameTooLong(id.length, LONGEST_ID);
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) return goalFileProblems.notKebabCase(name, kebab(id));
  return name.endsWith('.yml') ? null : goalFileProblems.ending(id);
}

function baseName(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1);
}

function kebab(text: string): string {
  const words = text
    .normalize('NFKD')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase();
  return words
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, LONGEST_ID);
}

function makeGoal({ file, blob, settings }: GoalSource, value: GoalFileValue): Goal {
  return {
    id: goalId(file),
    file,
    blob,
    title: value.title.trim(),
    objective: value.objective.trim(),
    schedule: makeSchedule(value.schedule),
    on: [...new Set(value.on)],
    when: value.when === undefined ? null : { queueAtLeast: value.when.queue_at_least },
    forEach: value.for_each === undefined ? null : makeQueue(value.for_each),
    permissions: {
      read: value.permissions.read,
      write: value.permissions.write,
      ...(value.permissions.delete.length > 0 && { delete: value.permissions.delete }),
      ...(value.permissions.other_files && { otherFiles: true }),
      ...(value.permissions.run && { run: true }),
      effects: [...new Set(value.permissions.effects)],
      ...(value.permissions.labels !== undefined && { labels: value.permissions.labels }),
    },
    limits: goalLimits(value, settings),
    whenDraftIsOpen: value.when_draft_is_open,
    ...(value.draft !== undefined && { draft: makeDraft(value.draft) }),
    runsUnchanged: value.always,
    setup: value.setup,
    checks: value.checks,
    doneWhen: value.done_when,
    model: value.model,
    ...readerOf(value, settings),
    enabled: value.enabled,
  };
}

/** The goal's own word, or that of the settings. */
function readerOf({ second_reader, model }: GoalFileValue, settings: Settings): Pick<Goal, 'secondReader'> {
  const asked = second_reader ?? settings.secondReader;
  if (asked === false) return {};
  return { secondReader: asked === true ? model : asked };
}

function makeDraft({ labels, reviewers }: NonNullable<GoalFileValue['draft']>): GoalDraft {
  return { labels, ...(reviewers !== undefined && { reviewers }) };
}

function makeSchedule(schedule: GoalFileValue['schedule']): Schedule {
  const catchUp = schedule.catch_up;
  const window = schedule.catch_up_window === undefined ? null : minutesOf(schedule.catch_up_window);
  const catchUpWindowMinutes = window ?? usualWindowMinutes(schedule);
  if (schedule.every !== undefined) {
    return { kind: 'every', minutes: minutesOf(schedule.every), catchUp, catchUpWindowMinutes };
  }
  if (schedule.cron === undefined) return { kind: schedule.never === true ? 'never' : 'once' };
  const pattern = schedule.cron.trim().split(/\s+/).join(' ');
  return { kind: 'cron', pattern, timezone: schedule.timezone ?? 'UTC', catchUp, catchUpWindowMinutes };
}

/** Of a text that the schema has let through. */
function minutesOf(text: string): number {
  const reading = parseDuration(text);
  if (reading.kind === 'wrong')
    throw new Error(`a checked duration cannot be read: ${problemLine(reading.problem)}`);
  return reading.value;
}

type ForEach = NonNullable<GoalFileValue['for_each']>;

function issueFilter(issues: NonNullable<ForEach['issues' | 'pull_requests']>): IssueFilter {
  const { labels = [], without, unlabelled, opened_within, quiet_for } = issues;
  return {
    labels,
    ...(without !== undefined && { without }),
    ...(unlabelled !== undefined && { unlabelled }),
    ...(opened_within !== undefined && { openedWithinMinutes: minutesOf(opened_within) }),
    ...(quiet_for !== undefined && { quietMinutes: minutesOf(quiet_for) }),
  };
}

/** Null: the queue is of another kind. */
const MAKE_QUEUE: { readonly [K in QueueKind]: (queue: ForEach) => Extract<Queue, { kind: K }> | null } = {
  files: ({ files, changed = false, target, target_missing, drafts }) =>
    files === undefined
      ? null
      : {
          ...{ kind: 'files', pattern: files, changed, drafts },
          ...(target !== undefined && { target }),
          ...(target_missing !== undefined && { targetMissing: target_missing }),
        },
  issues: ({ issues, drafts }) =>
    issues === undefined ? null : { kind: 'issues', ...issueFilter(issues), drafts },
  commits: ({ commits, drafts }) => (commits === undefined ? null : { kind: 'commits', drafts }),
  releases: ({ releases, drafts }) => (releases === undefined ? null : { kind: 'releases', drafts }),
  list: ({ list, drafts }) =>
    list === undefined ? null : { kind: 'list', elements: [...new Set(list)], drafts },
  findings: ({ findings, listed_in, in: globs, drafts }) =>
    findings === undefined
      ? null
      : {
          ...{ kind: 'findings', finder: findings, drafts },
          ...(globs !== undefined && { in: globs }),
          ...(listed_in !== undefined && { listedIn: listed_in }),
        },
  command: ({ command, format = 'lines', in: globs, drafts }) =>
    command === undefined
      ? null
      : { ...{ kind: 'command', command, format, drafts }, ...(globs !== undefined && { in: globs }) },
  pull_requests: ({ pull_requests: pulls, drafts }) =>
    pulls === undefined
      ? null
      : {
          ...{ kind: 'pull_requests', ...issueFilter(pulls), drafts },
          ...(pulls.authors !== undefined && { authors: [...new Set(pulls.authors)] }),
          ...(pulls.merged !== undefined && { merged: pulls.merged }),
        },
  runs: ({ runs, drafts }) =>
    runs === undefined
      ? null
      : {
          ...{ kind: 'runs', workflows: [...new Set(runs.workflows)], drafts },
          ...(runs.branch !== undefined && { branch: runs.branch }),
          ...(runs.flaky !== undefined && { flaky: runs.flaky }),
        },
};

function makeQueue(queue: ForEach): Queue {
  const [made, ...others] = QUEUE_KINDS.flatMap((kind) => MAKE_QUEUE[kind](queue) ?? []);
  if (made === undefined || others.length > 0) throw new Error('a checked queue is not of exactly one kind');
  return made;
}

/** What the goal says, or the usual value where the settings' bound allows it. */
function goalLimits({ limits, model }: GoalFileValue, settings: Settings): Limits {
  const usual = (name: LimitName) => {
    const { key, usual: value } = LIMIT_FIELDS[name];
    return Math.min(value, settings.bounds[key] ?? value);
  };
  const hasPrice = (settings.models[model]?.price ?? null) !== null;
  return makeLimits(
    (name) => limits[name] ?? usual(name),
    (name) => (hasPrice ? (limits[name] ?? usual(name)) : null),
  );
}
