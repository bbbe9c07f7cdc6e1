import type { Ending } from '../../core/ending.ts';
import { itemEndingFacts } from '../../core/item-ending.ts';
import type { Checkpoint } from '../../core/state.ts';
import { type Attempt, withoutWork } from '../../core/work/attempt.ts';
import type { HeldChange, Hold } from '../lease/held-goal.ts';
import { type AttemptRecord, attemptLines, recordAttempt } from './item-record.ts';
import { touchOf } from './touched-branch.ts';

/** What the goal does after an item. */
export interface Next {
  readonly next: string | null;
  /** Why the goal ends although items are left; null: no particular reason. */
  readonly obstacle: { readonly ending: Ending; readonly detail: string } | null;
}

export interface Pushed extends Next {
  readonly attempt: Attempt;
}

/**
 * One push: work branch, checkpoint, spend, outbox and the next item's attempt. A touched branch makes the checkpoint go
 * alone; what comes next is then decided anew. Null: only the release may still be pushed, and nothing has landed.
 */
export async function pushAttempt(
  hold: Hold,
  record: AttemptRecord,
  decide: (record: AttemptRecord) => Next,
): Promise<Pushed | null> {
  const first = decide(record);
  const { save } = hold.session.deadline;
  const before = hold.checkpoint;
  const outcome = await hold.commit(changeOf(hold, { ...record, next: first.next }), save);
  if (outcome.kind === 'stale') return null;
  const [missing] = outcome.kind === 'landed' ? (outcome.without ?? []) : [];
  if (missing !== undefined) return withoutBranch(hold, { record, before, why: missing.detail });
  if (outcome.kind !== 'branches_refused') {
    const { work } = record.attempt;
    if (work !== null) hold.noteWork(record.place.draftKey, work.diff.files);
    return { attempt: record.attempt, ...first };
  }
  const forbidden = outcome.refs.find((ref) => ref.reason === 'forbidden');
  const attempt =
    forbidden === undefined
      ? await touchOf(hold, record.place, record.attempt)
      : withoutWork(record.attempt, 'forbidden', refusedWords(forbidden.detail));
  const second = decide({ ...record, attempt });
  const alone = await hold.commit(changeOf(hold, { ...record, attempt, next: second.next }), save);
  return alone.kind === 'stale' ? null : { attempt, ...second };
}

interface Lost {
  readonly record: AttemptRecord;
  /** As it was before that push. */
  readonly before: Checkpoint;
  readonly why: string;
}

/** The checkpoint landed and speaks of work that did not: it is put back, and the attempt counts as one that failed. */
async function withoutBranch(hold: Hold, { record, before, why }: Lost): Promise<Pushed> {
  const detail = `The remote refused ${record.place.draft.branch}: ${why} The item is tried again from the default branch as it is then.`;
  const attempt = withoutWork(record.attempt, 'unexpected', detail);
  const put = (now: Checkpoint): Checkpoint => {
    const { pause, pauses } = now;
    return { ...before, pause, ...(pauses === undefined ? {} : { pauses }) };
  };
  const last = { ...record, attempt, next: null };
  const change = (now: Checkpoint) => recordAttempt(put(now), last);
  const { givesWay: _, ...held } = changeOf(hold, last);
  await hold.commit({ ...held, change }, hold.session.deadline.save);
  return { attempt, next: null, obstacle: null };
}

function refusedWords(remote: string): string {
  return `The remote refused the work branch: ${remote} Let the agent create and update branches under wakeful/, then edit the goal or ask for it.`;
}

/** For the one push that is still allowed: when the branch is refused, the rest is saved without the work. */
export function lastChangeOf(hold: Hold, record: AttemptRecord): HeldChange {
  const { attempt } = record;
  const detail = `${record.place.draft.branch} could not be pushed: somebody else has changed it.`;
  const ending = itemEndingFacts(attempt.ending).isFinished ? 'taken_over' : attempt.ending;
  const alone = changeOf(hold, { ...record, attempt: withoutWork(attempt, ending, detail) });
  const { givesWay: _, ...last } = changeOf(hold, record);
  return { ...last, alone };
}

function changeOf(hold: Hold, record: AttemptRecord): HeldChange {
  const { attempt, place, next } = record;
  const { work } = attempt;
  return {
    what: `${place.item.title}: ${attempt.ending}`,
    change: (checkpoint) => recordAttempt(checkpoint, record),
    refs: work === null ? [] : [{ branch: place.draft.branch, commit: work.commit, expect: place.draft.tip }],
    happenings: attemptLines(record, recordAttempt(hold.checkpoint, record)),
    item: next,
    givesWay: true,
  };
}
