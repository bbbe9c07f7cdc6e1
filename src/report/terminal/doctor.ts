import type { Finding } from '../../core/health/finding.ts';
import { plainLine, wrapToWidth } from '../words/display-width.ts';
import type { Style, Tone } from '../words/palette.ts';
import { count, listWords, sentence } from '../words/sentences.ts';

const SHOWN: Readonly<Record<Finding['verdict'], { readonly word: string; readonly tone: Tone }>> = {
  ok: { word: 'ok', tone: 'good' },
  problem: { word: 'problem', tone: 'bad' },
  not_visible: { word: 'unknown', tone: 'warn' },
};
const WORD_WIDTH = Math.max(...Object.values(SHOWN).map(({ word }) => word.length));
const INDENT = ' '.repeat(WORD_WIDTH + 2);

/** What the doctor found, a paragraph each, with what would be right; the sum at the end. */
export function doctorText(findings: readonly Finding[], style: Style): string {
  return `${findings.map((finding) => findingText(finding, style)).join('\n')}\n\n${summary(findings)}\n`;
}

function findingText({ what, verdict, says, right, commands = [] }: Finding, style: Style): string {
  const { word, tone } = SHOWN[verdict];
  const texts = [`${what}: ${sentence(says)}`, ...(right === null ? [] : [`What to do: ${sentence(right)}`])];
  const lines = texts.flatMap((text) => wrapToWidth(plainLine(text), style.width - INDENT.length));
  // Commands are copied, so no line of theirs is broken.
  return [...lines, ...commands.map((command) => plainLine(command))]
    .map((line, index) =>
      index === 0 ? `${style.paint(tone, word.padEnd(WORD_WIDTH))}  ${line}` : `${INDENT}${line}`,
    )
    .join('\n');
}

function summary(findings: readonly Finding[]): string {
  const amount = (verdict: Finding['verdict']) => findings.filter((each) => each.verdict === verdict).length;
  const problems = amount('problem');
  const hidden = amount('not_visible');
  const parts = [
    problems === 0
      ? 'No problem was found'
      : `${count(problems, 'problem')} ${problems === 1 ? 'needs' : 'need'} a person`,
    ...(hidden === 0 ? [] : [`${count(hidden, 'thing')} could not be looked at`]),
  ];
  return `${listWords(parts)}.`;
}
