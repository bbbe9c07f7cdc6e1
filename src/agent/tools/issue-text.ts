import type { Mask } from '../../core/access/mask.ts';
import { type MaskedRecord, maskedRecord } from '../../core/access/masked-record.ts';
import { fixed, joinMasked, type Masked, masked } from '../../core/text/masked.ts';
import { cutText, linesOf, onOneLine, trimmed, withoutControls } from '../../core/text/plain-text.ts';
import type { Issue, IssueComment, IssueThread } from '../../ports.ts';
import { cutLines } from './cut.ts';
import type { Turns } from './turns.ts';

const TITLE_LENGTH = 256;

/** What people paste into issues goes to no model when it is a secret. Comments are long, and there may be a hundred. */
export async function maskedThread(
  thread: IssueThread,
  { mask, turns }: { readonly mask: Mask; readonly turns: Turns },
): Promise<MaskedRecord<IssueThread>> {
  const comments: MaskedRecord<IssueComment>[] = [];
  for (const comment of thread.comments) {
    await turns.mask(comment.body, mask);
    comments.push(maskedRecord(comment, mask));
  }
  await turns.mask(thread.body, mask);
  return { ...maskedRecord({ ...thread, comments: [] }, mask), comments };
}

/**
 * An issue as the lines that the model reads. What people wrote in it begins with `> `, so that none of it can pass for
 * the head of another comment.
 */
export function issueLines(thread: MaskedRecord<IssueThread>): readonly Masked[] {
  return [
    masked`Issue #${thread.number}, ${fixed(thread.state)}, by ${onOneLine(thread.author)}, labels: ${labelWords(thread.labels)}`,
    masked`> ${shortTitle(thread)}`,
    ...quoted(thread.body),
    ...thread.comments.flatMap(commentLines),
  ];
}

function shortTitle({ title }: MaskedRecord<Pick<Issue, 'title'>>): Masked {
  return cutText(onOneLine(title), TITLE_LENGTH);
}

function commentLines({ author, isByAgent, createdAt, body }: MaskedRecord<IssueComment>): readonly Masked[] {
  return [masked`Comment by ${isByAgent ? fixed('you') : onOneLine(author)}, ${createdAt}`, ...quoted(body)];
}

/** Each line behind `> `, so that none can pass for a head. */
export function quoted(text: Masked): readonly Masked[] {
  const lines = trimmed(withoutControls(text));
  return lines === '' ? [] : linesOf(lines).map((line) => trimmed(masked`> ${line}`));
}

function labelWords(labels: readonly Masked[]): Masked {
  return labels.length === 0
    ? fixed('none')
    : joinMasked(
        labels.map((label) => onOneLine(label)),
        ', ',
      );
}

/** The first lines that fit into `bytes`, and how to read on. */
export function issueInPrompt(thread: MaskedRecord<IssueThread>, bytes: number) {
  const shown = cutLines(issueLines(thread), { bytes, count: Number.POSITIVE_INFINITY });
  const next = shown.lines.length + 1;
  const rest = shown.more === 0 ? '' : `(cut: go on with read_issue, from_line ${next})`;
  return { lines: shown.lines, rest };
}
