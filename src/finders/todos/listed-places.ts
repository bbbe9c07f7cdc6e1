import type { Steps } from '../../core/text/steps.ts';
import { type PageLink, readPage } from '../links/page.ts';
import { targetOf } from '../links/target.ts';

/** A line of code that a list links. */
export interface ListedPlace {
  readonly path: string;
  readonly line: number;
  /** The line of the list that links it, from 1. */
  readonly at: number;
  /** What stands in that line. */
  readonly words: string;
}

/** What a Markdown list links with `#L12` at the end. */
export function* listedPlaces(list: string, text: string): Steps<readonly ListedPlace[]> {
  const lines = text.split('\n');
  const links = yield* linksOf(text);
  return links.flatMap(({ destination, line: at }): readonly ListedPlace[] => {
    const target = targetOf(list, destination);
    const line = target?.kind === 'path' ? /^L(\d{1,7})$/.exec(target.fragment)?.[1] : undefined;
    const path = target?.kind === 'path' ? target.paths.at(-1) : undefined;
    if (line === undefined || path === undefined) return [];
    return [{ path, line: Number(line), at, words: lines[at - 1] ?? '' }];
  });
}

/** None where the list is too long to be read. */
function* linksOf(text: string): Steps<readonly PageLink[]> {
  try {
    return (yield* readPage(text)).links;
  } catch {
    return [];
  }
}
