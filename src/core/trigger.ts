import { isOpenToAll } from './own-event.ts';

/** `schedule` and `event` are autonomous, `person` is reactive. Decided once. */
export interface Trigger {
  readonly kind: 'schedule' | 'event' | 'person';
  /** Who or what, e.g. a login. */
  readonly by: string;
  readonly reason: string;
  /** Goals a person chose; empty: whatever is due. */
  readonly goals: readonly string[];
  /** Of the kind `event`: what happened. Without it the wake is a mere tick. */
  readonly event?: TriggerEvent;
}

export interface TriggerEvent {
  /** As goals name it under `on:`, e.g. `push`. */
  readonly name: string;
  /** Login of the account that caused it. */
  readonly actor?: string;
  /** The branch that it is about, e.g. the head of a pull request; without `refs/heads/`. */
  readonly branch?: string;
  /** Whether someone with write permission caused it, or has labelled what an outsider did. */
  readonly isTrusted?: boolean;
  /** The commit that was checked or deployed. */
  readonly commit?: string;
  /** Whether GitHub says that it is about a fork. */
  readonly isForks?: boolean;
}

/** What started a run of a workflow, as GitHub says. */
export interface RunCause {
  /** Name of the event, e.g. `schedule`. */
  readonly event: string;
  /** What became of the thing that the event is about, e.g. `labeled`; null: GitHub does not say. */
  readonly action: string | null;
  /** Login. */
  readonly actor: string;
  /** Of a run that was started again: who did that; null: it is the first attempt. */
  readonly startedAgainBy: string | null;
  /** Of a schedule: its pattern. */
  readonly cron: string | null;
  readonly branch: string | null;
  /** The commit that was checked or deployed; null: the event is about none. */
  readonly commit: string | null;
  /** Whether GitHub says that the event is about a fork. */
  readonly isForks: boolean;
  /** What the thing's author is to the repository, e.g. `NONE`, where the author caused the event; null: GitHub does not say. */
  readonly association: string | null;
}

export interface RunOrder {
  /** The goal that the workflow names; null: whatever is due. */
  readonly goal: string | null;
  /** Empty: none. */
  readonly reason: string;
  /** Whether the actor may write in the repository; null: it makes no difference. */
  readonly mayWrite: boolean | null;
}

/** The trigger of a wake on GitHub. */
export function triggerOf(cause: RunCause, order: RunOrder): Trigger {
  const goals = order.goal === null ? [] : [order.goal];
  const reason = order.reason === '' ? causeWords(cause) : order.reason;
  const person = personBehind(cause, goals.length > 0);
  if (person !== null) return { kind: 'person', by: person, reason, goals };
  if (cause.event === 'schedule') return { kind: 'schedule', by: 'the schedule', reason, goals };
  const by = cause.actor === '' ? cause.event : cause.actor;
  if (DISPATCHES.has(cause.event)) return { kind: 'event', by, reason, goals };
  const event: TriggerEvent = {
    name: cause.event,
    actor: cause.actor,
    ...(cause.branch === null ? {} : { branch: cause.branch }),
    ...(cause.commit === null ? {} : { commit: cause.commit }),
    ...(cause.isForks ? { isForks: true } : {}),
    ...(order.mayWrite === null ? {} : { isTrusted: order.mayWrite }),
  };
  return { kind: 'event', by, reason, goals, event };
}

/** Events that say nothing but "wake up". */
const DISPATCHES: ReadonlySet<string> = new Set(['workflow_dispatch', 'repository_dispatch']);

function personBehind(cause: RunCause, isGoalNamed: boolean): string | null {
  if (cause.startedAgainBy !== null && !isProgram(cause.startedAgainBy)) return cause.startedAgainBy;
  const isPersons = cause.event === 'workflow_dispatch' && (isGoalNamed || !isProgram(cause.actor));
  return isPersons ? cause.actor : null;
}

function isProgram(login: string): boolean {
  return login === '' || login.endsWith('[bot]');
}

function causeWords({ event, action, cron, branch, startedAgainBy }: RunCause): string {
  const again = startedAgainBy === null ? '' : ', started again';
  if (cron !== null) return `cron ${cron}${again}`;
  const what = action === null ? event : `${event} ${action}`;
  return branch === null ? `${what}${again}` : `${what} on ${branch}${again}`;
}

/** What an author is to a repository in which they may surely not write. */
const OUTSIDERS: ReadonlySet<string> = new Set([
  'NONE',
  'FIRST_TIMER',
  'FIRST_TIME_CONTRIBUTOR',
  'CONTRIBUTOR',
  'MANNEQUIN',
]);

/**
 * Whose permission has to be looked up before an event may count: the login; `outsider`: none needs to be, for the
 * event says that its author may not write; null: only people who may write can cause it.
 */
export function authorToCheck({
  event,
  actor,
  association,
}: RunCause): { readonly login: string } | 'outsider' | null {
  if (!isOpenToAll(event)) return null;
  if (actor === '' || OUTSIDERS.has(association ?? '')) return 'outsider';
  return { login: actor };
}
