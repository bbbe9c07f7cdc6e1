import type { FileFinding, FinderReport } from '../../core/progress/file-finding.ts';
import { cutBetweenWords } from '../../core/text/plain-text.ts';
import { TODO_TEXTS } from '../../report/findings/finding-texts.ts';
import { MOST_FINDINGS, type SearchedFiles, searchedEntries, TextReader } from '../search/searched-files.ts';
import { commentsOf, isCode, type TodoComment } from './comments.ts';
import { type ListedPlace, listedPlaces } from './listed-places.ts';

const LONGEST_COMMENT = 300;

/**
 * Comments that say that something is still to be done. With `listedIn`, what a list of them lacks, says otherwise, or names
 * although it is gone.
 */
export async function findTodos(files: SearchedFiles, listedIn: string | null): Promise<FinderReport> {
  const reader = new TextReader(files);
  const comments: TodoComment[] = [];
  const searched = searchedEntries(files).filter(({ path }) => isCode(path) && path !== listedIn);
  for await (const [entry, text] of reader.texts(searched)) {
    if (comments.length >= MOST_FINDINGS) break;
    if (text !== null)
      for (const comment of await reader.through(commentsOf(entry.path, text))) comments.push(comment);
  }
  const { leftOut } = reader;
  const isCut = comments.length >= MOST_FINDINGS;
  const counted = { files: searched.length - leftOut.length, leftOut, isCut };
  if (listedIn === null) return { ...counted, findings: comments.slice(0, MOST_FINDINGS).map(asFinding) };
  const entry = files.entries.find(({ path }) => path === listedIn);
  const list = entry === undefined ? '' : ((await reader.text(entry)) ?? '');
  const places = await reader.through(listedPlaces(listedIn, list));
  return { ...counted, findings: compared(comments, places, listedIn) };
}

function asFinding(comment: TodoComment): FileFinding {
  const { path, line } = comment;
  return { path, line, column: null, rule: comment.marker, text: said(comment) };
}

/** `FIXME(mira): the words`, as it stands in the code. */
function said({ marker, owner, text }: TodoComment): string {
  return cutBetweenWords(`${marker}${owner === '' ? '' : `(${owner})`}: ${text}`, LONGEST_COMMENT);
}

function compared(
  comments: readonly TodoComment[],
  places: readonly ListedPlace[],
  list: string,
): readonly FileFinding[] {
  const listed = Map.groupBy(places, nameOf);
  const there = new Set(comments.map(nameOf));
  const lacking = comments.flatMap((comment): readonly FileFinding[] => {
    const [place] = listed.get(nameOf(comment)) ?? [];
    const words = said(comment);
    if (place === undefined) return [about(list, 0, 'missing', TODO_TEXTS.missing(nameOf(comment), words))];
    if (lettersOf(place.words).includes(lettersOf(cutBetweenWords(comment.text, LONGEST_COMMENT)))) return [];
    return [about(list, place.at, 'other', TODO_TEXTS.other(nameOf(comment), words))];
  });
  const gone = places.filter((place) => !there.has(nameOf(place)));
  return [...lacking, ...gone.map((place) => about(list, place.at, 'gone', TODO_TEXTS.gone(nameOf(place))))];
}

function about(path: string, line: number, rule: string, text: string): FileFinding {
  return { path, line, column: null, rule, text };
}

function nameOf({ path, line }: Pick<TodoComment, 'path' | 'line'>): string {
  return `${path}:${line}`;
}

/** Marks of Markdown, and what escapes them, say nothing. */
function lettersOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/&(?:amp|lt|gt|quot|#\d+);/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
