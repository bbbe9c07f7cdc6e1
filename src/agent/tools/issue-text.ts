import type { Mask } from '../../core/access/mask.ts';
import { cutText, onOneLine, withoutControls } from '../../core/plain-text.ts';
import type { Issue, IssueComment, IssueThread } from '../../ports.ts';
import { cutLines } from './cut.ts';

const TITLE_LENGTH = 256;

/** What people paste into issues goes to no model when it is a secret. */
export function maskedThread(thread: IssueThread, mask: Mask): IssueThread {
  return {
    ...thread,
    title: mask.mask(thread.title),
    body: mask.mask(thread.body),
    comments: thread.comments.map((comment) => ({ ...comment, body: mask.mask(comment.body) })),
  };
}

/**
 * An issue as the lines that the model reads. What people wrote in it begins with `> `, so that none of it can pass for
 * the head of another comment.
 */
export function issueLines(thread: IssueThread): readonly string[] {
  return [
    `Issue #${thread.number}, ${thread.state}, by ${onOneLine(thread.author)}, labels: ${labelWords(thread.labels)}`,
    `> ${shortTitle(thread)}`,
    ...quoted(thread.body),
    ...thread.comments.flatMap(commentLines),
  ];
}

function shortTitle({ title }: Pick<Issue, 'title'>): string {
  return cutText(onOneLine(title), TITLE_LENGTH);
}

function commentLines({ author, isByAgent, createdAt, body }: IssueComment): readonly string[] {
  return [`Comment by ${isByAgent ? 'you' : onOneLine(author)}, ${createdAt}`, ...quoted(body)];
}

function quoted(text: string): readonly string[] {
  const lines = withoutControls(text).trim();
  return lines === '' ? [] : lines.split('\n').map((line) => `> ${line}`.trimEnd());
}

function labelWords(labels: readonly string[]): string {
  return labels.map(onOneLine).join(', ') || 'none';
}

/** The first lines that fit into `bytes`, and how to read on. */
export function issueInPrompt(thread: IssueThread, bytes: number) {
  const shown = cutLines(issueLines(thread), { bytes, count: Number.POSITIVE_INFINITY });
  const next = shown.lines.length + 1;
  const rest = shown.more === 0 ? '' : `(cut: go on with read_issue, from_line ${next})`;
  return { lines: shown.lines, rest };
}
