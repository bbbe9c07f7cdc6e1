import type { MaskedRecord } from '../../core/access/masked-record.ts';
import { hiddenMarker } from '../../core/marker.ts';
import type { Masked } from '../../core/text/masked.ts';
import { cutText } from '../../core/text/plain-text.ts';
import { textWithCode } from '../words/code-blocks.ts';
import { codeSpan, link, renderWithin, titleText } from '../words/markdown.ts';

/** Who writes, and the marker by which the text is found again. */
export interface Signature {
  /** The goal's file. */
  readonly file: string;
  readonly wake: { readonly id: string; readonly url: string | null };
  /** `goal/item/n`. */
  readonly marker: string;
}

/** GitHub takes 256 and 65,536. */
const TITLE_LENGTH = 200;
const TEXT_LENGTH = 60_000;
const WAKE_LENGTH = 120;

/** A comment of the agent's own. What the model wrote mentions nobody, closes nothing and gives no command. */
export function commentText(text: Masked, by: MaskedRecord<Signature>): string {
  return [renderWithin(text, TEXT_LENGTH, textWithCode), signed(by), hiddenMarker(by.marker)].join('\n\n');
}

/** The same for an issue that the agent opens. */
export function newIssueText(
  { title, body }: { readonly title: Masked; readonly body: Masked },
  by: MaskedRecord<Signature>,
): { readonly title: string; readonly body: string } {
  return { title: titleText(title, TITLE_LENGTH), body: commentText(body, by) };
}

function signed({ file, wake }: MaskedRecord<Signature>): string {
  const run = link(cutText(wake.id, WAKE_LENGTH), wake.url);
  return `Wakeful, an agent that works unattended, wrote this for the goal ${codeSpan(file)} (run ${run}).`;
}
