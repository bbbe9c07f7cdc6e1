import type { Report, Verdict } from '../../core/report/report.ts';
import { count } from '../words/sentences.ts';
import { xmlText } from './xml-text.ts';

const HEIGHT = 20;
/** Columns that a letter takes, and what lies around a text. */
const LETTER = 6.6;
const PADDING = 7;

/** Red stands for what needs a person, and the words say the same. */
const COLOURS: Readonly<Record<Verdict['kind'], string>> = {
  never_ran: '#6a6a64',
  silent: '#a3211b',
  stopped: '#6a6a64',
  needs_you: '#a3211b',
  troubled: '#7a4b00',
  well: '#0b5c8a',
};

/** A small picture of how the agent is, for a README. */
export function statusBadge({ verdict }: Pick<Report, 'verdict'>): string {
  const [name, words] = ['wakeful', badgeWords(verdict)];
  const [left, right] = [widthOf(name), widthOf(words)];
  const label = xmlText(`${name}: ${words}`);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${left + right}" height="${HEIGHT}" role="img" aria-label="${label}">`,
    `<title>${label}</title>`,
    `<rect width="${left + right}" height="${HEIGHT}" rx="3" fill="#33342f"/>`,
    `<path d="M${left} 0H${left + right - 3}a3 3 0 0 1 3 3V17a3 3 0 0 1 -3 3H${left}Z" fill="${COLOURS[verdict.kind]}"/>`,
    '<g fill="#fff" font-family="Verdana,Geneva,DejaVu Sans,sans-serif" font-size="11" text-anchor="middle">',
    `<text x="${left / 2}" y="14">${xmlText(name)}</text>`,
    `<text x="${left + right / 2}" y="14">${xmlText(words)}</text>`,
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

function badgeWords(verdict: Verdict): string {
  switch (verdict.kind) {
    case 'never_ran':
      return 'has not run yet';
    case 'silent':
      return 'no sign of life';
    case 'stopped':
      return 'stopped';
    case 'needs_you':
      return [
        ...(verdict.reviews === 0 ? [] : [`${count(verdict.reviews, 'draft')} to review`]),
        ...(verdict.problems === 0 ? [] : [count(verdict.problems, 'problem')]),
      ].join(', ');
    case 'troubled':
      return `${count(verdict.goals.length, 'goal')} tried again`;
    case 'well':
      return 'nothing needs you';
  }
}

function widthOf(text: string): number {
  return Math.round(text.length * LETTER + 2 * PADDING);
}
