import type { MaskedRecord } from '../../core/access/masked-record.ts';
import type { SwitchPart } from '../../core/health/switch-part.ts';
import { hiddenMarker, readMarker } from '../../core/marker.ts';
import { inlineText, renderWithin } from '../words/markdown.ts';
import { switchMarkdown } from './switch-text.ts';

const REPLY_LENGTH = 4_000;

/** The agent's answer below a comment, in Markdown. Text of others in it mentions nobody, links nowhere and gives no command. */
export function commentReply(
  comment: number,
  said: MaskedRecord<{ readonly detail: string; readonly parts?: readonly SwitchPart[] }>,
): string {
  const words =
    said.parts === undefined
      ? renderWithin(said.detail, REPLY_LENGTH, inlineText)
      : switchMarkdown(said.parts);
  return `${words}\n\n${hiddenMarker(`comment/${comment}`)}`;
}

/** Whether the agent itself has written a comment. */
export function isOwnComment(body: string): boolean {
  return readMarker(body) !== null;
}
