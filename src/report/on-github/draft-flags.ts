import type { MaskedRecord } from '../../core/access/masked-record.ts';
import type { SecondReading } from '../../core/item-state.ts';
import type { Masked } from '../../core/text/masked.ts';
import { cutText, onOneLine } from '../../core/text/plain-text.ts';
import { codeSpan, inlineText, renderWithin, valueSpan } from '../words/markdown.ts';
import { objectionLine } from '../words/objection-words.ts';
import { count, figure } from '../words/sentences.ts';
import type { ChangeFacts } from './change-notes.ts';

const SHOWN = 10;
const FILES_SHOWN = 50;
const PATH_LENGTH = 120;
const WHY_LENGTH = 200;
const LINE_LENGTH = 160;
const OBJECTION_LENGTH = 600;
const READINGS_SHOWN = 10;
const MODEL_LENGTH = 120;
const REASON_LENGTH = 600;

/** What is known of a draft besides the words of the model. */
/** What a second reader made of one task of a draft. */
export interface DraftReading {
  /** What people call the task; null: the draft has no other. */
  readonly task: string | null;
  readonly reading: SecondReading;
}

interface FlagFacts {
  readonly change?: MaskedRecord<ChangeFacts>;
  readonly isUnchecked?: boolean;
  readonly refused?: readonly Masked[];
  readonly readings?: readonly MaskedRecord<DraftReading>[];
  /** What summaries say against the change itself, where nobody has read them. */
  readonly doubts?: readonly Masked[];
}

/** What the program found that a person should look at before the words of the model; empty: nothing. */
export function flagBox(facts: FlagFacts): string {
  const lines = [...(facts.change === undefined ? [] : changeFlags(facts.change)), ...workFlags(facts)];
  if (lines.length === 0) return '';
  return [
    '> [!WARNING]',
    '> **Look at these first.** The program found them, not the model.',
    '>',
    ...lines.map((line) => `> - ${line}`),
  ].join('\n');
}

function changeFlags({ flags, unchanged, unnamed, why }: MaskedRecord<ChangeFacts>): readonly string[] {
  const commands = flags.commands.map(
    ({ path, line, text }) =>
      `${pathSpan(path)}, line ${figure(line)}: ${valueSpan(cutText(onOneLine(text), LINE_LENGTH))}`,
  );
  return [
    ...flag('Deleted files', flags.deleted.map(pathSpan)),
    ...flag('Files of no task of this draft', flags.outside.map(pathSpan)),
    ...flag(
      'Hosts that are new in these files',
      flags.hosts.map((host) => valueSpan(cutText(host, PATH_LENGTH))),
    ),
    ...flag('Lines that pipe into a shell or install something', commands),
    ...flag('Manifests and lock files', flags.manifests.map(pathSpan)),
    ...flag('Tests that lose assertions or are skipped', flags.weakened.map(pathSpan)),
    // Where no file is named at all, the summary says nothing of files.
    ...(why.size === 0 ? [] : flag('Changed, and not named in the summary', unnamed.map(pathSpan))),
    ...flag('Named as changed in the summary, and not changed', unchanged.map(pathSpan)),
  ];
}

function workFlags({
  isUnchecked = false,
  refused = [],
  readings = [],
  doubts = [],
}: FlagFacts): readonly string[] {
  const objections = readings.flatMap(({ reading }) => reading.objections ?? []);
  return [
    ...flag(
      'Left of what a second reader objects to',
      objections.map((each) => renderWithin(objectionLine(each), OBJECTION_LENGTH, inlineText)),
      '; ',
    ),
    ...flag(
      'The summary seems to argue against the change',
      doubts.map((text) => renderWithin(text, OBJECTION_LENGTH, quotedLine)),
      '; ',
    ),
    ...(isUnchecked ? ['Checks of the goal have not run.'] : []),
    ...flag(
      'Tried, and not allowed',
      refused.map((text) => renderWithin(text, WHY_LENGTH, inlineText)),
    ),
  ];
}

function quotedLine(text: Masked): string {
  return `“${inlineText(text)}”`;
}

function flag(name: string, values: readonly string[], between = ', '): readonly string[] {
  if (values.length === 0) return [];
  const more = values.length - SHOWN;
  const rest = more > 0 ? `, and ${figure(more)} more` : '';
  return [`${name}: ${values.slice(0, SHOWN).join(between)}${rest}`];
}

/** Each changed file with its lines, and what the summary says of it. Empty: the change could not be read. */
export function filesPart(change: MaskedRecord<ChangeFacts> | undefined): string {
  if (change === undefined || change.files.length === 0) return '';
  const rows = change.files.slice(0, FILES_SHOWN).map(({ path, added, removed, blob }) => {
    const words = change.why.get(path);
    const why = words === undefined ? '–' : renderWithin(onOneLine(words), WHY_LENGTH, inlineText);
    return `| ${pathSpan(path)} | ${blob === null ? 'deleted' : `+${figure(added)} −${figure(removed)}`} | ${why} |`;
  });
  const more = change.files.length - rows.length;
  const rest = more > 0 ? `\n\nAnd ${count(more, 'more file')}.` : '';
  return ['## Changed files', '', '| File | Lines | Why |', '|---|--:|---|', ...rows].join('\n') + rest;
}

/** Whether somebody has read the change besides the model that made it. Empty: nobody was asked. */
export function readingsPart(readings: readonly MaskedRecord<DraftReading>[]): string {
  const lines = readings.map(({ task, reading }) => {
    const about = task === null ? '' : `${inlineText(cutText(task, PATH_LENGTH))}: `;
    return `${about}${readingWords(reading)}`;
  });
  const [first] = lines;
  if (first === undefined) return '';
  // Most tasks of a draft have been read alike.
  const different = [...new Set(readings.map(({ reading }) => readingWords(reading)))];
  const [only] = different;
  if (only !== undefined && different.length === 1) return only;
  const more = lines.length - READINGS_SHOWN;
  return [
    ...lines.slice(0, READINGS_SHOWN).map((line) => `- ${line}`),
    ...(more > 0 ? [`- And ${count(more, 'more task')}.`] : []),
  ].join('\n');
}

function readingWords({ model, unread, objections = [], is_part }: MaskedRecord<SecondReading>): string {
  const name = codeSpan(cutText(model, MODEL_LENGTH));
  if (unread !== undefined) {
    const again =
      objections.length > 0
        ? 'Not read again by the second reader after the repair'
        : 'Not read by a second reader';
    return `**${again}**, because ${renderWithin(unread, REASON_LENGTH, inlineText)}.`;
  }
  const part = is_part === true ? ' a part of this, which is too long to be shown as a whole,' : ' this';
  const found =
    objections.length === 0
      ? 'objects to nothing'
      : `has ${count(objections.length, 'objection')} left, which ${objections.length === 1 ? 'is' : 'are'} above`;
  return `A second reader (${name}) has read${part} and ${found}.`;
}

function pathSpan(path: Masked): string {
  return path.trim() === '' ? 'a file without a name' : valueSpan(cutText(path, PATH_LENGTH));
}
