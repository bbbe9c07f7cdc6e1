import * as v from 'valibot';
import type { RunCause } from '../../core/trigger.ts';

/** What is missing or has another shape reads as null: GitHub's payloads differ by event and server. */
function orNull<T>(schema: v.GenericSchema<unknown, T>) {
  return v.fallback(v.nullable(schema), null);
}

const Login = v.object({ login: v.string() });
const Thing = v.object({ user: orNull(Login), author_association: orNull(v.string()) });
const Run = v.object({
  head_branch: orNull(v.string()),
  head_sha: orNull(v.string()),
  /** Null: the fork is gone. */
  head_repository: v.optional(orNull(v.object({ full_name: v.string() }))),
});
const Payload = v.object({
  action: orNull(v.string()),
  sender: orNull(Login),
  ref: orNull(v.string()),
  schedule: orNull(v.string()),
  repository: orNull(
    v.object({
      full_name: orNull(v.string()),
      default_branch: orNull(v.string()),
      size: v.optional(orNull(v.number())),
    }),
  ),
  pull_request: orNull(
    v.object({
      ...Thing.entries,
      head: orNull(v.object({ ref: orNull(v.string()), repo: orNull(v.object({ full_name: v.string() })) })),
    }),
  ),
  comment: orNull(Thing),
  review: orNull(Thing),
  issue: orNull(Thing),
  discussion: orNull(Thing),
  workflow_run: orNull(Run),
  check_suite: orNull(Run),
  deployment: orNull(v.object({ ref: orNull(v.string()), sha: orNull(v.string()) })),
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
  /** Of the repository with all that it has ever held, as GitHub has counted them within the last hours. Null: not known. */
  readonly kilobytes: number | null;
}

/** What started a run, from the runner's facts and the payload of the event. Never throws. */
export function readRunCause(facts: RunFacts, given: unknown): RunCauseReading {
  const parsed = v.safeParse(Payload, given);
  const payload: PayloadValue = parsed.success ? parsed.output : v.parse(Payload, NOTHING);
  const actor = payload.sender?.login ?? facts.actor;
  const cause: RunCause = {
    event: facts.event,
    action: payload.action,
    actor,
    startedAgainBy: facts.attempt > 1 ? facts.triggeringActor || actor : null,
    cron: facts.event === 'schedule' ? payload.schedule : null,
    branch: branchOf(payload),
    commit: commitOf(payload),
    isForks: isOfFork(payload),
    association: associationOf(payload, actor),
  };
  const { repository } = payload;
  return {
    cause,
    defaultBranch: repository?.default_branch ?? null,
    // GitHub says 0 of what it has not counted yet, such as a new copy of a large repository.
    kilobytes: repository?.size || null,
  };
}

const NOTHING = Object.fromEntries(Object.keys(Payload.entries).map((name) => [name, null]));

/** The branch that the event is about; a fork's branch is none of this repository. */
function branchOf(payload: PayloadValue): string | null {
  const head = payload.pull_request?.head ?? null;
  if (head !== null) {
    return head.repo?.full_name === payload.repository?.full_name ? head.ref : null;
  }
  const ref = payload.ref?.startsWith('refs/') === true ? headOf(payload.ref) : payload.ref;
  if (isOfFork(payload)) return ref;
  return (
    ref ??
    payload.workflow_run?.head_branch ??
    payload.check_suite?.head_branch ??
    payload.deployment?.ref ??
    null
  );
}

/** The commit that was checked or deployed. */
function commitOf(payload: PayloadValue): string | null {
  return payload.check_suite?.head_sha ?? payload.deployment?.sha ?? payload.workflow_run?.head_sha ?? null;
}

/**
 * Whether GitHub says that the event is about a fork. A suite of checks has no branch then, a run another repository, or none if
 * the fork is gone, and a deployment the ref of a pull request.
 */
function isOfFork(payload: PayloadValue): boolean {
  if (payload.check_suite !== null && payload.check_suite.head_branch === null) return true;
  if (/^(?:refs\/)?pull\/\d/.test(payload.deployment?.ref ?? '')) return true;
  const head = payload.workflow_run?.head_repository;
  return head !== undefined && (head === null || head.full_name !== payload.repository?.full_name);
}

/** Null: a tag. */
function headOf(ref: string): string | null {
  return ref.startsWith('refs/heads/') ? ref.slice('refs/heads/'.length) : null;
}

/** Of the innermost thing: a comment below a pull request is its own author's. */
function associationOf(payload: PayloadValue, actor: string): string | null {
  const thing =
    payload.comment ?? payload.review ?? payload.pull_request ?? payload.issue ?? payload.discussion;
  return thing?.user?.login === actor ? thing.author_association : null;
}
