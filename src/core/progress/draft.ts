import type { Goal } from '../goal.ts';
import { draftKeyOf } from '../item.ts';
import type { Settings } from '../settings.ts';
import type { Checkpoint, OpenWindow, State } from '../state.ts';
import { isInUse, itemRecord, openDrafts } from './checkpoint.ts';

/**
 * The draft that an item's change goes into. With `when_draft_is_open: update` a whole-window draft that still waits
 * is continued by the next window instead of being joined by another one. An item that has work in a draft stays there.
 */
export function draftKeyFor(
  goal: Goal,
  checkpoint: Checkpoint,
  place: { readonly window: OpenWindow; readonly key: string },
): string {
  const begun = itemRecord(checkpoint, place.key).draft;
  const record = begun === null ? undefined : checkpoint.drafts[begun];
  if (begun !== null && record !== undefined && isInUse(record)) return begun;
  const own = draftKeyOf(goal, place.window, place.key);
  if (goal.whenDraftIsOpen === 'wait' || goal.forEach?.drafts === 'per_item') return own;
  return openDrafts(checkpoint)[0]?.[0] ?? own;
}

/** How many drafts of these goals were opened since an ISO time. */
export function openedSince(
  { checkpoints }: Pick<State, 'checkpoints'>,
  goals: readonly string[],
  since: string,
): number {
  return goals
    .flatMap((goal) => Object.values(checkpoints[goal]?.drafts ?? {}))
    .filter(({ opened_at }) => opened_at !== null && opened_at >= since).length;
}

/** What a draft of the goal is given when it is opened. */
export function draftSettings({ draft }: Goal, settings: Settings): Settings['draft'] {
  if (draft === undefined) return settings.draft;
  const { labels, reviewers = settings.draft.reviewers } = draft;
  return { ...settings.draft, reviewers, labels: [...new Set([...settings.draft.labels, ...labels])] };
}
