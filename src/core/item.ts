import { digest } from './digest.ts';
import type { Goal } from './goal.ts';
import type { OpenWindow } from './state.ts';

/** One unit of work. The key is `element@version`: done, stuck and "no" hold for that version only. */
export interface Item {
  readonly key: string;
  readonly element: string;
  readonly title: string;
}

export function itemKey(element: string, version: string): string {
  return `${element}@${version}`;
}

/** Reads a key back; the version never holds an `@`, the element may. */
export function itemOf(key: string): Item {
  const at = key.lastIndexOf('@');
  const element = key.slice(0, at);
  return { key, element, title: element === WINDOW_ELEMENT ? 'the whole window' : element };
}

/** The element of a goal without a queue. */
export const WINDOW_ELEMENT = 'window';

/** Items of one draft share a draft key: the window's for drafts of a whole window, the item's own otherwise. */
export function draftKeyOf(goal: Goal, window: Pick<OpenWindow, 'slot'>, key: string): string {
  return goal.forEach?.drafts === 'per_item' ? key : itemKey(WINDOW_ELEMENT, window.slot);
}

const SLUG_LENGTH = 40;

/**
 * `wakeful/<goal>/<slug>-<hash>-<generation>`: legal in git, the same for the same draft, and never a prefix of
 * another branch's folder because every name has exactly three parts.
 */
export function branchName(goal: string, draftKey: string, generation: number): string {
  const item = itemOf(draftKey);
  const text = item.element === WINDOW_ELEMENT ? draftKey.slice(WINDOW_ELEMENT.length + 1) : item.element;
  const hash = digest([goal, draftKey], 8);
  return `${BRANCH_PREFIX}${goal}/${slugOf(text)}-${hash}-${generation}`;
}

/** Every branch that the agent makes, except the state branch, starts so. */
export const BRANCH_PREFIX = 'wakeful/';

function slugOf(text: string): string {
  const slug = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, SLUG_LENGTH)
    .replace(/^-+|-+$/g, '');
  return slug === '' ? 'item' : slug;
}

/** Hidden in drafts and issues, so that the same effect is found again and never made twice. */
export function markerOf(goal: string, item: string, n: number): string {
  return `${goal}/${item}/${n}`;
}
