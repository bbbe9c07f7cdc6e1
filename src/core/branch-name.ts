import { itemOf, WINDOW_ELEMENT } from './item.ts';
import { digest } from './text/digest.ts';
import { BRANCH_PREFIX } from './work-branch.ts';

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

function slugOf(text: string): string {
  const slug = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, SLUG_LENGTH)
    .replace(/^-+|-+$/g, '');
  return slug === '' ? 'item' : slug;
}
