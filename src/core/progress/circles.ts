import type { Checkpoint, WindowChange } from '../state.ts';
import { changedPlace } from './changed-place.ts';
import type { PatchOfFiles } from './remembered-no.ts';

const WINDOWS = 3;
const FILES_KEPT = 50;
/** Characters taken out and put in: fewer are next to nothing. */
const TINY_CHARACTERS = 20;
const REFUSALS_ALLOWED = 2;

/** Adds what was pushed for a window to what is remembered of the newest ones. */
export function withChange(checkpoint: Checkpoint, slot: string, change: PatchOfFiles): Checkpoint {
  const known = checkpoint.changes ?? [];
  const before = known.find((each) => each.slot === slot);
  const files = Object.fromEntries(change.files.slice(0, FILES_KEPT).map(({ path, blob }) => [path, blob]));
  const now: WindowChange = {
    slot,
    characters: Math.max(before?.characters ?? 0, charactersOf(change.patch)),
    files: { ...before?.files, ...files },
  };
  const changes = [...known.filter((each) => each.slot !== slot), now].slice(-WINDOWS);
  return { ...checkpoint, changes };
}

/** How much a unified diff takes out and puts in, without what both sides begin and end with. */
function charactersOf(patch: string): number {
  const lines = patch.split('\n');
  const side = (sign: string) =>
    lines
      .filter((line) => line.startsWith(sign) && !line.startsWith(sign.repeat(3)))
      .map((line) => line.slice(1))
      .join('\n');
  return changedPlace(side('-'), side('+')).characters;
}

/** A draft that ended: refusals in a row are counted, and any other outcome sets the count back to zero. */
export function withAnswer(checkpoint: Checkpoint, isNo: boolean): Checkpoint {
  return { ...checkpoint, refusals: isNo ? (checkpoint.refusals ?? 0) + 1 : 0 };
}

export type Circle =
  /** So many drafts in a row were closed unmerged. */
  | { readonly kind: 'refusals'; readonly refusals: number }
  /** The drafts of three windows in a row undo each other in this file. */
  | { readonly kind: 'undone'; readonly path: string }
  /** The drafts of three windows in a row changed next to nothing, and nothing else than this file. */
  | { readonly kind: 'tiny'; readonly path: string };

/**
 * Why a goal goes round in circles over many wakes; null: it does not. It does when
 * - two drafts in a row were closed unmerged, or
 * - of the newest three finished windows with a change, the third gave a file the very content that the first had given
 *   it and the second had replaced, or
 * - all three changed at most 20 characters of one and the same file.
 */
export function circleIn(checkpoint: Checkpoint): Circle | null {
  const refusals = checkpoint.refusals ?? 0;
  if (refusals >= REFUSALS_ALLOWED) return { kind: 'refusals', refusals };
  const finished = (checkpoint.changes ?? []).filter(({ slot }) => slot !== checkpoint.window?.slot);
  const [first, second, third] = finished.slice(-WINDOWS);
  if (first === undefined || second === undefined || third === undefined) return null;
  const paths = Object.keys(third.files);
  const undone = paths.find((path) => isUndone(path, [first, second, third]));
  if (undone !== undefined) return { kind: 'undone', path: undone };
  const [path] = paths;
  const isTiny = [first, second, third].every(
    (change) => change.characters <= TINY_CHARACTERS && Object.keys(change.files).join('\n') === path,
  );
  return isTiny && path !== undefined ? { kind: 'tiny', path } : null;
}

function isUndone(
  path: string,
  [first, second, third]: readonly [WindowChange, WindowChange, WindowChange],
): boolean {
  const [one, two, three] = [first.files[path], second.files[path], third.files[path]];
  return one !== undefined && two !== undefined && one === three && one !== two;
}
