import { openDrafts, withDraft } from '../../core/progress/checkpoint.ts';
import {
  type DraftOutcome,
  type DraftOwner,
  isInOutbox,
  type OutcomeFacts,
  withDraftToLookAt,
} from '../../core/progress/draft-outcome.ts';
import {
  closedLately,
  isAhead,
  isAimedAtOldDefault,
  justEnded,
  keptAmong,
  straysAmong,
} from '../../core/progress/found-drafts.ts';
import type { Checkpoint, DraftRecord } from '../../core/state.ts';
import { cutText, onOneLine } from '../../core/text/plain-text.ts';
import { isoTime } from '../../core/time.ts';
import { type DraftEnd, type EndedDraft, endDraft, withdrawNo } from '../../core/work/ended-draft.ts';
import type { Draft, Sha } from '../../ports.ts';
import type { Session } from '../lease/session.ts';
import { findDrafts } from './find-drafts.ts';
import { type EndedWork, hasLanded } from './landed.ts';
import { ownWorkAt } from './own-work.ts';

const REASON_LENGTH = 500;

/** The goal that drafts belong to, even if its file is gone. */
export interface Owner extends DraftOwner {
  /** Nobody works on it: nothing is put into its outbox. */
  readonly isLeft?: true;
}

/** Reads what people did with the goal's drafts, and records what follows from it. */
export async function readOutcomes(
  session: Session,
  goal: Owner,
  checkpoint: Checkpoint,
): Promise<EndedDraft> {
  let reading: EndedDraft = { checkpoint, events: [] };
  for (const [key, draft] of openDrafts(checkpoint)) {
    // What still waits in the outbox for this draft looks at it under the lease.
    if (isInOutbox(checkpoint, key)) continue;
    const next = await readOpen(session, goal, { checkpoint: reading.checkpoint, key, draft });
    reading = { checkpoint: next.checkpoint, events: [...reading.events, ...next.events] };
  }
  for (const [key, draft] of endedDrafts(reading.checkpoint, session.world.clock.now())) {
    if (isInOutbox(reading.checkpoint, key)) continue;
    const next = await readEnded(session, goal, { checkpoint: reading.checkpoint, key, draft });
    reading = { checkpoint: next.checkpoint, events: [...reading.events, ...next.events] };
  }
  return reading;
}

interface Recorded {
  readonly checkpoint: Checkpoint;
  readonly key: string;
  readonly draft: DraftRecord;
}

async function readOpen(session: Session, goal: Owner, recorded: Recorded): Promise<EndedDraft> {
  const { checkpoint, key, draft } = recorded;
  const found = await findDrafts(session, draft, session.deadline.work);
  const own = keptAmong(found, draft);
  const outcome = own === undefined ? 'closed' : own.state;
  if (own !== undefined && goal.isLeft !== true && (await hasLateWork(session, draft, own)))
    return { checkpoint: askForDraft(goal, checkpoint, key), events: [] };
  if (outcome === 'open') {
    const tip = own === undefined ? draft.tip : await tipOf(session, draft, own);
    const isOwn = tip === draft.tip || (await isOwnWork(session, { goal: goal.id, tip, draft }));
    if (isOwn) {
      const known = tip === draft.tip ? { checkpoint, events: [] } : foundWork(goal, recorded, tip);
      const isToDo =
        straysAmong(found, { goal, kept: own }).length > 0 ||
        (own !== undefined && isAimedAtOldDefault(draft, own, session.tips.base.branch));
      return isToDo ? { ...known, checkpoint: askForDraft(goal, known.checkpoint, key) } : known;
    }
  }
  const ended = outcome === 'open' ? 'taken_over' : outcome;
  const fate = await fateOf(session, { outcome: ended, draft, found: own }, session.deadline.work);
  const reason = await reasonOf(session, draft, fate);
  return endDraft(checkpoint, { goal, key, ...fate, ...outcomeFacts(session), reason });
}

/** What the person wrote who closed a draft, on one line; undefined: nothing, or it was not closed. */
async function reasonOf(
  { world, mask, deadline }: Session,
  { number }: DraftRecord,
  { outcome }: Pick<DraftEnd, 'outcome'>,
): Promise<string | undefined> {
  if (outcome !== 'closed' || number === null) return undefined;
  const words = await world.github.lastWords(number, deadline.work);
  return words === null ? undefined : cutText(onOneLine(mask.mask(words)), REASON_LENGTH);
}

/** What became of a draft is the fate of its content: one that was closed is merged where the default branch holds its change. */
export async function fateOf(
  session: Pick<Session, 'world' | 'tips'>,
  { outcome, ...work }: EndedWork & { readonly outcome: DraftOutcome },
  signal: AbortSignal,
): Promise<Pick<DraftEnd, 'outcome' | 'landedIn'>> {
  if (outcome !== 'closed' || !(await hasLanded(session, work, signal))) return { outcome };
  return { outcome: 'merged', landedIn: session.tips.base.branch };
}

/** Drafts whose end may not be the last word. */
function endedDrafts(checkpoint: Checkpoint, now: number): readonly (readonly [string, DraftRecord])[] {
  return [...new Map([...closedLately(checkpoint, now), ...justEnded(checkpoint, now)])];
}

/**
 * A closed draft may have been opened again, or its change may have landed since. A draft that was opened after its branch's first
 * one had ended is closed by the outbox, under the lease.
 */
async function readEnded(session: Session, goal: Owner, recorded: Recorded): Promise<EndedDraft> {
  const { checkpoint, key, draft } = recorded;
  const found = await findDrafts(session, draft, session.deadline.work);
  const kept = keptAmong(found, draft);
  const facts = { goal, key, ...outcomeFacts(session) };
  if (draft.outcome === 'closed') {
    if (kept?.state === 'open' && kept.number === draft.number)
      return withdrawNo(checkpoint, { ...facts, outcome: 'open' });
    const fate = await fateNow(session, { draft, found: kept });
    if (fate.outcome === 'merged') return withdrawNo(checkpoint, { ...facts, ...fate, outcome: 'merged' });
  }
  const hasStrays = straysAmong(found, { goal, kept }).length > 0;
  return { checkpoint: hasStrays ? askForDraft(goal, checkpoint, key) : checkpoint, events: [] };
}

/** Nothing new can be seen in a default branch that was looked at already. */
async function fateNow(session: Session, work: EndedWork): Promise<Pick<DraftEnd, 'outcome' | 'landedIn'>> {
  if (work.found?.state === 'merged') return { outcome: 'merged' };
  const isLookedAt = work.draft.looked_at === undefined || work.draft.looked_at === session.tips.base.commit;
  return isLookedAt
    ? { outcome: 'closed' }
    : fateOf(session, { outcome: 'closed', ...work }, session.deadline.work);
}

/** Whether work was pushed too late for a merged draft. What the default branch holds is not late. */
export async function hasLateWork(session: Session, draft: DraftRecord, found: Draft): Promise<boolean> {
  if (found.state !== 'merged' || !isAhead(draft, found)) return false;
  return !(await hasLanded(session, { draft, found }, session.deadline.work));
}

/** What the branch of an open draft holds. Lists of drafts lag, so git decides. */
async function tipOf(session: Session, record: DraftRecord, draft: Draft): Promise<Sha | null> {
  if (draft.head === record.tip) return record.tip;
  return session.world.workspace.fetchBranch(record.branch, session.deadline.work);
}

/** Not of a person, who would have pushed to the branch of an open draft, or reset it. */
async function isOwnWork(
  session: Session,
  { goal, tip, draft }: { readonly goal: string; readonly tip: Sha | null; readonly draft: DraftRecord },
): Promise<boolean> {
  return tip !== null && (await ownWorkAt(session, { goal, tip, draft }, session.deadline.work)) !== null;
}

function foundWork(goal: Owner, { checkpoint, key, draft }: Recorded, tip: Sha | null): EndedDraft {
  const event = { event: 'work_found', goal: goal.id, branch: draft.branch } as const;
  return { checkpoint: withDraft(checkpoint, key, { ...draft, tip }), events: [event] };
}

/** Has the outbox look at a draft under the lease, where anybody works on the goal. */
function askForDraft(goal: Owner, checkpoint: Checkpoint, key: string): Checkpoint {
  return goal.isLeft === true ? checkpoint : withDraftToLookAt(checkpoint, goal, key);
}

/** What the record of a draft's end holds besides the draft and its outcome. */
export function outcomeFacts({ world, tips }: Session): Pick<OutcomeFacts, 'at' | 'base'> {
  return { at: isoTime(world.clock.now()), base: tips.base.commit };
}
