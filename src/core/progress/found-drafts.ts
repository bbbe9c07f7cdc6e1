import type { Goal } from '../goal.ts';
import { readMarker } from '../marker.ts';
import type { Checkpoint, DraftRecord, Lock } from '../state.ts';
import { compareText } from '../text/compare-text.ts';
import { DAY_MS } from '../time.ts';
import type { DraftOutcome } from './draft-outcome.ts';

/** A draft as GitHub shows it. */
interface FoundDraft {
  readonly number: number;
  readonly state: 'open' | 'merged' | 'closed';
  readonly body: string;
  /** The commit that its branch holds, or held when the draft ended; null: not known. */
  readonly head: string | null;
  /** When it ended, ms since 1970 UTC; null: it has not, or that is not told. */
  readonly endedAt: number | null;
  /** Its marker says nothing of that: anybody can copy one. */
  readonly openedBy: 'agent' | 'writer' | 'stranger';
}

/** Whether it was opened by somebody who may answer the agent's work, or by the agent. */
export function isFromInside({ openedBy }: Pick<FoundDraft, 'openedBy'>): boolean {
  return openedBy !== 'stranger';
}

/** What ended before this state began was an answer to an earlier one, under which branches may have had the same names. */
export function ofThisState<D extends Pick<FoundDraft, 'number' | 'endedAt'>>(
  found: readonly D[],
  { began_at }: Pick<Lock, 'began_at'>,
  record: Pick<DraftRecord, 'number'>,
): readonly D[] {
  if (began_at === undefined) return found;
  const isOlder = ({ endedAt }: D): boolean => endedAt !== null && endedAt <= Date.parse(began_at);
  return found.filter((draft) => draft.number === record.number || !isOlder(draft));
}

/**
 * Which of a branch's drafts the record is about: the one with its receipt, under whatever login the agent opened it, else
 * the oldest that is open.
 */
export function keptAmong<D extends FoundDraft>(found: readonly D[], record: DraftRecord): D | undefined {
  const own = found.find((draft) => draft.number === record.number);
  const inside = found.filter(isFromInside);
  return own ?? inside.find((draft) => draft.state === 'open') ?? inside.at(-1);
}

/** Whether its words are the agent's to change. */
export function isWrittenByAgent(
  { openedBy, body, number }: Pick<FoundDraft, 'openedBy' | 'body' | 'number'>,
  { marker, receipt }: { readonly marker: string; readonly receipt: number | null | undefined },
): boolean {
  return readMarker(body) === marker && (openedBy === 'agent' || number === receipt);
}

/**
 * Open drafts that nobody has a receipt for: a wake opened them after it had lost its lease. The pull request of
 * anybody else from the same branch is left alone, whatever marker it bears.
 */
export function straysAmong<D extends FoundDraft>(
  found: readonly D[],
  { goal, kept }: { readonly goal: Pick<Goal, 'id'>; readonly kept: D | undefined },
): readonly D[] {
  return found.filter(
    (draft) =>
      draft.state === 'open' &&
      draft.openedBy === 'agent' &&
      draft.number !== kept?.number &&
      readMarker(draft.body)?.startsWith(`${goal.id}/`) === true,
  );
}

/** Whether an open draft aims at a branch that was the default one and is so no more. A person may have aimed it elsewhere: it stays there. */
export function isAimedAtOldDefault(
  { aimed_at }: Pick<DraftRecord, 'aimed_at'>,
  { state, base }: { readonly state: string; readonly base: string },
  branch: string,
): boolean {
  return state === 'open' && base !== branch && (aimed_at ?? base) === base;
}

/** Whether the agent has pushed work that was not there yet when the draft ended. */
export function isAhead(record: Pick<DraftRecord, 'tip'>, ended: Pick<FoundDraft, 'head'>): boolean {
  return ended.head !== null && ended.head !== record.tip;
}

/** What a person did to a branch that is not as the agent left it, by the drafts of the branch. */
export function touchFrom(found: readonly Pick<FoundDraft, 'state' | 'openedBy'>[]): DraftOutcome {
  const inside = found.filter(isFromInside);
  if (inside.some((draft) => draft.state === 'open')) return 'taken_over';
  if (inside.some((draft) => draft.state === 'merged')) return 'merged';
  return inside.length === 0 ? 'taken_over' : 'closed';
}

const DAYS_WATCHED = 30;
const CLOSED_WATCHED = 10;

/** The newest drafts that count as closed: a person may open one again, or land its change after all. */
export function closedLately(
  { drafts }: Checkpoint,
  now: number,
): readonly (readonly [string, DraftRecord])[] {
  const end = ({ ended_at, opened_at }: DraftRecord): string => ended_at ?? opened_at ?? '';
  return Object.entries(drafts)
    .filter(([, draft]) => draft.outcome === 'closed' && now - Date.parse(end(draft)) < DAYS_WATCHED * DAY_MS)
    .sort(([, one], [, other]) => compareText(end(other), end(one)))
    .slice(0, CLOSED_WATCHED);
}

/** Drafts that have ended and are young enough that a request of a wake of their time may come late. */
export function justEnded(checkpoint: Checkpoint, now: number): readonly (readonly [string, DraftRecord])[] {
  return Object.entries(checkpoint.drafts).filter(([, { outcome, opened_at }]) => {
    const isEnded = outcome === 'merged' || outcome === 'closed';
    return isEnded && opened_at !== null && now - Date.parse(opened_at) < DAY_MS;
  });
}
