import type { MaskedRecord } from '../../core/access/masked-record.ts';
import type { Masked } from '../../core/text/masked.ts';
import { cutText, onOneLine } from '../../core/text/plain-text.ts';
import { inlineText, renderWithin, valueSpan } from '../words/markdown.ts';
import { count, figure } from '../words/sentences.ts';
import type { ChangeFacts } from './change-notes.ts';

const SHOWN = 10;
const FILES_SHOWN = 50;
const PATH_LENGTH = 120;
const WHY_LENGTH = 200;
const LINE_LENGTH = 160;

/** What is known of a draft besides the words of the model. */
interface FlagFacts {
  readonly change?: MaskedRecord<ChangeFacts>;
  readonly isUnchecked?: boolean;
  readonly refused?: readonly Masked[];
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

function workFlags({ isUnchecked = false, refused = [] }: FlagFacts): readonly string[] {
  return [
    ...(isUnchecked ? ['Checks of the goal have not run.'] : []),
    ...flag(
      'Tried, and not allowed',
      refused.map((text) => renderWithin(text, WHY_LENGTH, inlineText)),
    ),
  ];
}

function flag(name: string, values: readonly string[]): readonly string[] {
  if (values.length === 0) return [];
  const more = values.length - SHOWN;
  const rest = more > 0 ? `, and ${count(more, 'more')}` : '';
  return [`${name}: ${values.slice(0, SHOWN).join(', ')}${rest}`];
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

function pathSpan(path: Masked): string {
  return path.trim() === '' ? 'a file without a name' : valueSpan(cutText(path, PATH_LENGTH));
}
