import type { MaskedRecord } from '../../core/access/masked-record.ts';
import type { ChangeFlags } from '../../core/progress/change-flags.ts';
import type { Diff } from '../../core/progress/diff.ts';
import type { TouchedFile } from '../../core/progress/tests-touched.ts';
import type { UnseenCharacter } from '../../core/progress/unseen-characters.ts';
import { fixed, type Masked } from '../../core/text/masked.ts';
import { cutText } from '../../core/text/plain-text.ts';
import { valueSpan } from '../words/markdown.ts';
import { count, figure } from '../words/sentences.ts';

/** What a person should know of a change before reading it. */
export interface ChangeNotes {
  /** Changed files that run, or say what runs. */
  readonly running: readonly string[];
  readonly unseen: readonly UnseenCharacter[];
  /** Files that lose most of their lines. */
  readonly shortened: readonly { readonly path: string; readonly gone: number; readonly of: number }[];
  /** By which the work is judged. */
  readonly tests: readonly TouchedFile[];
}

/** What a draft says of its files. */
export interface ChangeFacts {
  readonly flags: ChangeFlags;
  /** Each file with how many lines it wins and loses. */
  readonly files: Diff['files'];
  /** Paths that summaries name as changed and that are not. */
  readonly unchanged: readonly string[];
  /** Changed paths that no summary names. */
  readonly unnamed: readonly string[];
  /** By path: what a summary says of it. */
  readonly why: ReadonlyMap<string, string>;
}

const PATHS_SHOWN = 10;
const PLACES_SHOWN = 10;
const PATH_LENGTH = 120;

/** The boxes at the top of a draft, in Markdown; empty where there is nothing to say. Null: the change could not be read. */
export function changeBoxes(notes: MaskedRecord<ChangeNotes> | null): readonly string[] {
  if (notes === null) return [UNREAD];
  const { unseen, running, shortened, tests } = notes;
  const boxes = [unseenBox(unseen), runningBox(running), shortenedBox(shortened), testsBox(tests)];
  return boxes.filter((box) => box !== '');
}

const UNREAD =
  '> [!WARNING]\n> **The agent could not read this change again.** It may change files that run, and hold characters that cannot be seen.';

function unseenBox(unseen: readonly MaskedRecord<UnseenCharacter>[]): string {
  if (unseen.length === 0) return '';
  const places = placesOf(unseen);
  const lines = places.slice(0, PLACES_SHOWN).map((place) => `> - ${place}`);
  const more = places.length - lines.length;
  const rest = more === 0 ? [] : [`> - And ${count(more, 'more place')}.`];
  return [
    '> [!WARNING]',
    '> **This draft adds characters that cannot be seen, or that change the direction of text.** What you read is not what programs read.',
    '>',
    ...lines,
    ...rest,
  ].join('\n');
}

/** `docs/a.md`, line 3: U+202E, 2 times. */
function placesOf(unseen: readonly MaskedRecord<UnseenCharacter>[]): readonly string[] {
  const groups = Map.groupBy(unseen, ({ path, line, codePoint }) => `${path}\n${line}\n${codePoint}`);
  return [...groups.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const times = same.length === 1 ? '' : `, ${count(same.length, 'time')}`;
    return [`${pathSpan(first.path)}, line ${first.line}: ${codePointName(first.codePoint)}${times}`];
  });
}

function codePointName(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
}

function runningBox(paths: readonly Masked[]): string {
  if (paths.length === 0) return '';
  const shown = paths.slice(0, PATHS_SHOWN).map(pathSpan).join(', ');
  const more = paths.length - PATHS_SHOWN;
  const rest = more > 0 ? `, and ${count(more, 'more file')}` : '';
  return `> [!IMPORTANT]\n> **This draft changes files that run, or that say what runs.** Read them before you run anything of this branch: ${shown}${rest}.`;
}

function shortenedBox(files: MaskedRecord<ChangeNotes>['shortened']): string {
  if (files.length === 0) return '';
  const shown = files
    .slice(0, PATHS_SHOWN)
    .map(({ path, gone, of }) => `${pathSpan(path)} (${figure(gone)} of ${count(of, 'line')} go)`);
  const more = files.length - PATHS_SHOWN;
  const rest = more > 0 ? `, and ${count(more, 'more file')}` : '';
  return `> [!IMPORTANT]\n> **This draft drops most of a file.** Look whether all of that was meant to go: ${shown.join(', ')}${rest}.`;
}

function testsBox(tests: MaskedRecord<ChangeNotes>['tests']): string {
  if (tests.length === 0) return '';
  const shown = tests
    .slice(0, PATHS_SHOWN)
    .map(({ path, isDeleted }) => `${pathSpan(path)}${isDeleted ? ' (deleted)' : ''}`);
  const more = tests.length - PATHS_SHOWN;
  const rest = more > 0 ? `, and ${count(more, 'more file')}` : '';
  return `> [!IMPORTANT]\n> **This draft changes tests, or what the checks read.** Checks that pass say less then: ${shown.join(', ')}${rest}.`;
}

function pathSpan(path: Masked): string {
  return path.trim() === '' ? fixed('a file without a name') : valueSpan(cutText(path, PATH_LENGTH));
}
