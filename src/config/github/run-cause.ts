import * as v from 'valibot';
import type { RunCause } from '../../core/trigger.ts';

/** What is missing or has another shape reads as null: GitHub's payloads differ by event and server. */
function told<T>(schema: v.GenericSchema<unknown, T>) {
  return v.fallback(v.nullable(schema), null);
}

const Login = v.object({ login: v.string() });
const Thing = v.object({ user: told(Login), author_association: told(v.string()) });
const Run = v.object({
  head_branch: told(v.string()),
  head_sha: told(v.string()),
  head_repository: told(v.object({ full_name: v.string() })),
});
const Payload = v.object({
  action: told(v.string()),
  sender: told(Login),
  ref: told(v.string()),
  schedule: told(v.string()),
  repository: told(v.object({ full_name: told(v.string()), default_branch: told(v.string()) })),
  pull_request: told(
    v.object({
      ...Thing.entries,
      head: told(v.object({ ref: told(v.string()), repo: told(v.object({ full_name: v.string() })) })),
    }),
  ),
  comment: told(Thing),
  review: told(Thing),
  issue: told(Thing),
  discussion: told(Thing),
  workflow_run: told(Run),
  check_suite: told(Run),
  deployment: told(v.object({ ref: told(v.string()), sha: told(v.string()) })),
});
type PayloadValue = v.InferOutput<typeof Payload>;

export interface RunFacts {
  /** Name of the event. */
  readonly event: string;
  /** Login of the account that caused it. */
  readonly actor: string;
  /** Login of the account that started this attempt. */
  readonly triggeringActor: string;
  /** From 1. */
  readonly attempt: number;
}

export interface RunCauseReading {
  readonly cause: RunCause;
  /** Null: the payload does not say. */
  readonly defaultBranch: string | null;
}

/** What started a run, from the runner's facts and the payload of the event. Never throws. */
export function readRunCause(facts: RunFacts, payload: unknown): RunCauseReading {
  const parsed = v.safeParse(Payload, payload);
  const told: PayloadValue = parsed.success ? parsed.output : v.parse(Payload, NOTHING);
  const actor = told.sender?.login ?? facts.actor;
  const cause: RunCause = {
    event: facts.event,
    action: told.action,
    actor,
    startedAgainBy: facts.attempt > 1 ? facts.triggeringActor || actor : null,
    cron: facts.event === 'schedule' ? told.schedule : null,
    branch: branchOf(told),
    commit: commitOf(told),
    isForks: isOfFork(told),
    association: associationOf(told, actor),
  };
  return { cause, defaultBranch: told.repository?.default_branch ?? null };
}

const NOTHING = Object.fromEntries(Object.keys(Payload.entries).map((name) => [name, null]));

/** The branch that the event is about; a fork's branch is none of this repository. */
function branchOf(told: PayloadValue): string | null {
  const head = told.pull_request?.head ?? null;
  if (head !== null) {
    return head.repo?.full_name === told.repository?.full_name ? head.ref : null;
  }
  const ref = told.ref?.startsWith('refs/') === true ? headOf(told.ref) : told.ref;
  if (isOfFork(told)) return ref;
  return (
    ref ?? told.workflow_run?.head_branch ?? told.check_suite?.head_branch ?? told.deployment?.ref ?? null
  );
}

/** The commit that was checked or deployed. */
function commitOf(told: PayloadValue): string | null {
  return told.check_suite?.head_sha ?? told.deployment?.sha ?? told.workflow_run?.head_sha ?? null;
}

/** Whether GitHub says that the event is about a fork. A suite of checks has no branch then, and a run another repository. */
function isOfFork(told: PayloadValue): boolean {
  if (told.check_suite !== null && told.check_suite.head_branch === null) return true;
  const head = told.workflow_run?.head_repository ?? null;
  return head !== null && head.full_name !== told.repository?.full_name;
}

/** Null: a tag. */
function headOf(ref: string): string | null {
  return ref.startsWith('refs/heads/') ? ref.slice('refs/heads/'.length) : null;
}

/** Of the innermost thing: a comment below a pull request is its own author's. */
function associationOf(told: PayloadValue, actor: string): string | null {
  const thing = told.comment ?? told.review ?? told.pull_request ?? told.issue ?? told.discussion;
  return thing?.user?.login === actor ? thing.author_association : null;
}
