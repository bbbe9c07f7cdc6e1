import type { MaskedRecord } from '../../core/access/masked-record.ts';
import type { Ending } from '../../core/ending.ts';
import type { QueueKind } from '../../core/goal.ts';
import { hiddenMarker } from '../../core/marker.ts';
import { fixed, type Masked, masked } from '../../core/text/masked.ts';
import { cutText } from '../../core/text/plain-text.ts';
import type { WorkFinding } from '../../core/work-finding.ts';
import { endingWords } from '../words/ending-words.ts';
import { findingLines } from '../words/finding-words.ts';
import { leftOutWords } from '../words/left-out-words.ts';
import { codeSpan, inlineText, quotedText, renderWithin, titleText } from '../words/markdown.ts';
import { count, figure, sentence } from '../words/sentences.ts';
import { type ChangeFacts, type ChangeNotes, changeBoxes } from './change-notes.ts';
import { type DraftReading, filesPart, flagBox, readingsPart } from './draft-flags.ts';
import { folded, type MakingFacts } from './how-made.ts';

/** Everything that a draft pull request says. */
export interface DraftInput extends MakingFacts {
  /** The item that the draft is about; null: it is about a whole window. */
  readonly subject: string | null;
  /** More was open of this kind than a window takes; missing: it was not. */
  readonly cutQueue?: QueueKind;
  readonly summaries: readonly DraftSummary[];
  /** What the model calls the change, and how many other tasks are in the draft; missing: it gave it no name. */
  readonly title?: { readonly text: string; readonly more: number };
  /** Of what the draft holds now. One sentence per check: what ran and how it ended, or why it did not run. */
  readonly checks: readonly string[];
  /** The goal names checks, and not all of them have run on what the draft holds now. */
  readonly isUnchecked?: boolean;
  /** Missing: none. */
  readonly findings?: readonly WorkFinding[];
  /** Changes and effects that the rules did not allow while it was made; missing: none. */
  readonly refused?: readonly string[];
  /** What second readers made of its tasks; missing: none was asked. */
  readonly readings?: readonly DraftReading[];
  /** What summaries say against the change itself, where no second reader has judged that; missing: nothing. */
  readonly doubts?: readonly string[];
  /** Tasks that were looked at and needed no change; missing: none. */
  readonly foundRight?: number;
  /** What to say of its files; missing: they could not be read again. */
  readonly change?: ChangeFacts;
  /** Why the work is not finished; null: it is. */
  readonly incomplete: string | null;
  /** What to know of the change before reading it; null: it could not be read again. */
  readonly notes: ChangeNotes | null;
  /** `goal/draft/n`. */
  readonly marker: string;
}

export interface DraftSummary {
  readonly title: string;
  readonly ending: Ending | null;
  readonly summary: string;
  /** Which issue it is and what it brings about on issues, in Markdown; missing: nothing. */
  readonly onIssues?: string;
}

/** Comment with which the agent closes a second draft for one branch. */
export const SECOND_DRAFT = fixed(
  'A run that had lost its lock opened this second draft for the branch. The first one counts.',
);

const TITLE_LENGTH = 120;
/** GitHub takes 65,536. */
const BODY_LENGTH = 60_000;
const SUMMARY_LENGTH = 8_000;
const CHECK_LENGTH = 2_000;
const FINDING_LENGTH = 1_500;
const CHECKS = 10;

/** Title and Markdown body of a draft. Text of the model and of the repository has no effect in either. */
export function draftText(input: MaskedRecord<DraftInput>): {
  readonly title: string;
  readonly body: string;
} {
  const head = joined([
    banner(input.incomplete),
    ...changeBoxes(input.notes),
    flagBox(input),
    input.cutQueue === undefined ? '' : leftOutWords(input.cutQueue),
  ]);
  const tail = joined([
    filesPart(input.change),
    '## Checks',
    checks(input),
    readingsPart(input.readings ?? []),
    (input.foundRight ?? 0) === 0
      ? ''
      : `${count(input.foundRight ?? 0, 'other task')} looked at and found right, without a change.`,
    findingsPart(input.findings ?? []),
    folded(input),
    hiddenMarker(input.marker),
  ]);
  const room = BODY_LENGTH - head.length - tail.length - 4;
  return { title: draftTitle(input), body: joined([head, summaries(input.summaries, room), tail]) };
}

function joined(blocks: readonly string[]): string {
  return blocks.filter((block) => block !== '').join('\n\n');
}

/** The title of the change. Where the model gave none: that of the goal, with the task. */
function draftTitle({ goal, subject, incomplete, title: own }: MaskedRecord<DraftInput>): Masked {
  const plain = subject === null ? goal.title : masked`${goal.title}: ${subject}`;
  const title =
    own === undefined ? plain : own.more === 0 ? own.text : masked`${own.text}, and ${own.more} more`;
  return titleText(incomplete === null ? title : masked`Incomplete: ${title}`, TITLE_LENGTH);
}

function banner(incomplete: Masked | null): string {
  if (incomplete === null) return '';
  const why = renderWithin(incomplete, CHECK_LENGTH, (text) => inlineText(sentence(text)));
  return `> [!WARNING]\n> **This draft is incomplete.** ${why} A later run goes on from here.`;
}

function summaries(all: readonly MaskedRecord<DraftSummary>[], room: number): string {
  const shown: string[] = [];
  let left = room - CUT_ROOM;
  for (const each of all) {
    const text = summary(each, all.length === 1);
    if (text.length + 2 > left) break;
    left -= text.length + 2;
    shown.push(text);
  }
  const more = all.length - shown.length;
  const rest = more === 0 ? '' : `And ${count(more, 'more task')}. The state branch has them all.`;
  return joined([...shown, rest]) || 'The model wrote nothing about it.';
}

const CUT_ROOM = 200;

function summary(
  { title, ending, summary: text, onIssues }: MaskedRecord<DraftSummary>,
  isOnly: boolean,
): string {
  const words =
    text.trim() === '' ? 'The model wrote no summary.' : renderWithin(text, SUMMARY_LENGTH, quotedText);
  const note =
    ending === null || ending === 'worked'
      ? ''
      : `${sentence(endingWords(ending)).slice(0, -1)} (${codeSpan(ending)}).`;
  const heading = isOnly ? '' : `### ${inlineText(cutText(title, TITLE_LENGTH))}`;
  return joined([heading, onIssues ?? '', note, words]);
}

function checks({ checks: all, isUnchecked = false }: MaskedRecord<DraftInput>): string {
  if (all.length === 0)
    return isUnchecked
      ? 'They have not run on what this draft holds now.'
      : 'The goal names no checks, so none were run.';
  const more = all.length - CHECKS;
  const lines = all.slice(0, CHECKS).map((each) => `- ${renderWithin(each, CHECK_LENGTH, inlineText)}`);
  return [...lines, ...(more > 0 ? [`- And ${figure(more)} more.`] : [])].join('\n');
}

function findingsPart(findings: readonly MaskedRecord<WorkFinding>[]): string {
  if (findings.length === 0) return '';
  const lines = findingLines(findings).map((line) => `- ${renderWithin(line, FINDING_LENGTH, inlineText)}`);
  return joined(['## Findings', 'What the model saw besides. It may be wrong.', lines.join('\n')]);
}
