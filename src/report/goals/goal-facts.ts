import type { Goal, IssueFilter, PullsQueue, Queue, RunsQueue } from '../../core/goal.ts';
import type { Fact } from '../../core/health/changed-facts.ts';
import type { ModelSettings, Settings } from '../../core/settings.ts';
import { MINUTE_MS } from '../../core/time.ts';
import { count, duration, figure, scheduleWords } from '../words/sentences.ts';

/** What a goal file says, field by field. The fields that widen what the agent may do come first. */
export function goalFacts(goal: Goal): readonly Fact[] {
  const { permissions } = goal;
  return [
    weighty(single('model', goal.model)),
    weighty(list('permissions.read', permissions.read)),
    weighty(list('permissions.write', permissions.write)),
    weighty(list('permissions.delete', permissions.delete ?? [])),
    weighty(single('permissions.other_files', permissions.otherFiles === true ? 'yes' : null)),
    weighty(single('permissions.run', permissions.run === true ? 'yes' : null)),
    weighty(list('permissions.effects', permissions.effects)),
    weighty(list('permissions.labels', permissions.labels ?? [])),
    weighty(list('setup', goal.setup)),
    weighty(list('checks', goal.checks)),
    weighty(list('done_when', goal.doneWhen)),
    readerFact(goal),
    weighty(single('for_each.command', goal.forEach?.kind === 'command' ? goal.forEach.command : null)),
    single('enabled', goal.enabled ? 'yes' : 'no'),
    single('title', goal.title),
    single('objective', goal.objective),
    single('schedule', scheduleFact(goal)),
    list('on', goal.on),
    single(
      'when',
      goal.when === null
        ? null
        : `at least ${count(goal.when.queueAtLeast, 'task')} ${goal.when.queueAtLeast === 1 ? 'waits' : 'wait'}`,
    ),
    single('for_each', goal.forEach === null ? null : queueWords(goal.forEach)),
    ...numbers('limits', goal.limits),
    single('when_draft_is_open', goal.whenDraftIsOpen),
    list('draft.labels', goal.draft?.labels ?? []),
    list('draft.reviewers', goal.draft?.reviewers ?? []),
    single('always', goal.runsUnchanged ? 'yes' : 'no'),
  ];
}

/** What the settings file says, field by field. The fields that widen what the agent may do come first. */
export function settingsFacts(settings: Settings): readonly Fact[] {
  return [
    ...Object.entries(settings.models).flatMap(([name, model]) => modelFacts(name, model)),
    weighty(single('goals_folder', settings.goalsFolder)),
    // On another branch no budget is spent yet, and nobody holds a lock.
    weighty(single('state_branch', settings.stateBranch)),
    weighty(list('protected_paths', settings.protectedPaths)),
    weighty(list('secret_patterns', settings.secretPatterns)),
    weighty(list('setup_hosts', settings.setupHosts)),
    weighty(list('sandbox.path', settings.sandbox.path)),
    weighty(list('sandbox.env', settings.sandbox.env)),
    ...numbers('budget', settings.budget),
    ...numbers('bounds', settings.bounds),
    single('open_drafts', figure(settings.openDrafts)),
    list('draft.labels', settings.draft.labels),
    list('draft.reviewers', settings.draft.reviewers),
    single('commit.name', settings.commit.name),
    single('commit.email', settings.commit.email),
    single('commit.prefix', settings.commit.prefix),
    ...numbers('alerts', settings.alerts),
    single('alerts.security_releases', String(settings.tellsSecurityReleases)),
    single('log_days', figure(settings.logDays)),
    single('dashboard_issue', String(settings.dashboardIssue)),
    single('second_reader', String(settings.secondReader)),
  ];
}

/** Another model than the goal's own is somebody else who gets to read the repository. */
function readerFact({ model, secondReader = 'no' }: Goal): Fact {
  const fact = single('second_reader', secondReader);
  return secondReader === model || secondReader === 'no' ? fact : weighty(fact);
}

function modelFacts(name: string, model: ModelSettings): readonly Fact[] {
  const { price: given } = model;
  const more = [
    ...(given?.cachedIn === undefined ? [] : [`, $${given.cachedIn} from the cache`]),
    ...(given?.reasoningOut === undefined ? [] : [`, $${given.reasoningOut} thinking`]),
  ];
  const price = given === null ? null : `$${given.in} in, $${given.out} out${more.join('')}`;
  return [
    weighty(single(`models.${name}.model`, model.model)),
    weighty(single(`models.${name}.base_url`, model.baseUrl)),
    single(`models.${name}.price`, price),
    single(`models.${name}.max_output_tokens`, figure(model.maxOutputTokens)),
    ...(model.answerSeconds === undefined
      ? []
      : [single(`models.${name}.answer_seconds`, figure(model.answerSeconds))]),
    ...(model.isStreamed === undefined ? [] : [single(`models.${name}.stream`, String(model.isStreamed))]),
    ...(model.api === undefined ? [] : [single(`models.${name}.api`, model.api)]),
    ...(model.fallback === undefined
      ? []
      : [weighty(single(`models.${name}.fallback`, model.fallback.join(', ')))]),
  ];
}

function single(field: string, value: string | null): Fact {
  return { field, values: value === null ? [] : [value], isList: false, weighs: false };
}

function list(field: string, values: readonly string[]): Fact {
  return { field, values, isList: true, weighs: false };
}

function weighty(fact: Fact): Fact {
  return { ...fact, weighs: true };
}

function numbers(group: string, values: object): readonly Fact[] {
  return Object.entries(values).map(([name, value]) => single(`${group}.${asWritten(name)}`, amount(value)));
}

function amount(value: unknown): string | null {
  if (typeof value !== 'number') return null;
  return Number.isInteger(value) ? figure(value) : String(value);
}

/** `tokens_per_day` for `tokensPerDay`: as the files spell it. */
function asWritten(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function scheduleFact({ schedule }: Goal): string {
  const words = scheduleWords(schedule);
  if (schedule.kind === 'once' || schedule.kind === 'never') return words;
  return `${words}, catch up ${schedule.catchUp} within ${duration(schedule.catchUpWindowMinutes * MINUTE_MS)}`;
}

function placeWords(globs: readonly string[] | undefined): string {
  return globs === undefined ? '' : ` in ${globs.join(', ')}`;
}

function targetWords({ target, targetMissing }: Extract<Queue, { kind: 'files' }>): string {
  if (target === undefined) return '';
  return targetMissing === true
    ? ` whose ${target} is missing, which is written`
    : ` for ${target}, which is written`;
}

/** `labelled docs, without wontfix, opened within 7 d` */
function issueWords(filter: IssueFilter): string {
  const { labels, without = [], unlabelled, openedWithinMinutes, quietMinutes } = filter;
  return [
    ...(labels.length === 0 ? [] : [`labelled ${labels.join(', ')}`]),
    ...(unlabelled === true ? ['without any label'] : []),
    ...(without.length === 0 ? [] : [`without ${without.join(', ')}`]),
    ...(openedWithinMinutes === undefined
      ? []
      : [`opened within ${duration(openedWithinMinutes * MINUTE_MS)}`]),
    ...(quietMinutes === undefined ? [] : [`quiet for ${duration(quietMinutes * MINUTE_MS)}`]),
  ].join(', ');
}

/** `merged pull requests labelled docs` */
function pullWords(queue: PullsQueue): string {
  const authors = queue.authors === undefined ? [] : [`by ${queue.authors.join(', ')}`];
  const filter = [issueWords(queue), ...authors].filter((words) => words !== '').join(', ');
  return `${queue.merged === true ? 'merged' : 'open'} pull requests ${filter}`.trim();
}

/** `failing workflows ci.yml, nightly.yml on the default branch` */
function runWords({ workflows, branch, flaky }: RunsQueue): string {
  const names = workflows.join(', ');
  if (flaky === true)
    return `runs of ${names} that failed and then passed, ${branch === undefined ? 'on any branch' : `on ${branch}`}`;
  return `failing workflows ${names} on ${branch ?? 'the default branch'}`;
}

function queueWords(queue: Queue): string {
  const drafts = queue.drafts === 'together' ? 'one draft' : 'one draft per task';
  switch (queue.kind) {
    case 'files':
      return `files ${queue.pattern}${queue.changed ? ' that changed' : ''}${targetWords(queue)}, ${drafts}`;
    case 'issues':
      return `issues ${issueWords(queue)}, ${drafts}`;
    case 'commits':
      return `commits, ${drafts}`;
    case 'list':
      return `${queue.elements.join(', ')}, ${drafts}`;
    case 'findings': {
      const list = queue.listedIn === undefined ? '' : ` that ${queue.listedIn} does not list`;
      return `files with findings of ${queue.finder}${list}${placeWords(queue.in)}, ${drafts}`;
    }
    case 'command':
      return `files with findings of ${queue.command} (${queue.format})${placeWords(queue.in)}, ${drafts}`;
    case 'releases':
      return `the newest release, ${drafts}`;
    case 'pull_requests':
      return `${pullWords(queue)}, ${drafts}`;
    case 'runs':
      return `${runWords(queue)}, ${drafts}`;
  }
}
