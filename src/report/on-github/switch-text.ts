import type { SwitchPart } from '../../core/health/switch-part.ts';
import { inlineText, link } from '../words/markdown.ts';
import { inBrackets, sentence } from '../words/sentences.ts';

/** A stop or a resume part by part, for the terminal: a line each. */
export function switchText(parts: readonly SwitchPart[]): string {
  return parts.map(partText).join('\n');
}

function partText({ detail, byHand }: SwitchPart): string {
  if (byHand === null) return sentence(detail);
  return `${sentence(detail)} By hand: ${byHand.what}${inBrackets(byHand.address)}.`;
}

/** The same in Markdown, a list. */
export function switchMarkdown(parts: readonly SwitchPart[]): string {
  return parts.map((part) => `- ${partMarkdown(part)}`).join('\n');
}

function partMarkdown({ detail, byHand }: SwitchPart): string {
  const said = inlineText(sentence(detail));
  return byHand === null ? said : `${said} By hand: ${link(byHand.what, byHand.address)}.`;
}
