import type { MaskedRecord } from '../../core/access/masked-record.ts';
import type { ShortReport } from '../../core/report/report.ts';
import { cutText } from '../../core/text/plain-text.ts';
import { findingCount, findingLine } from '../words/finding-words.ts';
import { count, fullStop } from '../words/sentences.ts';
import type { StatusAnswer } from './status-facts.ts';

const GOALS_SHOWN = 5;
const FINDING_LENGTH = 300;

/** Nothing where no goal has found anything that a draft does not tell. */
export function findingAnswers({ goals }: MaskedRecord<ShortReport>): readonly StatusAnswer[] {
  const texts = goals.flatMap(({ id, findings }) => {
    const [first] = findings;
    if (first === undefined) return [];
    const one = fullStop(cutText(findingLine(first), FINDING_LENGTH));
    return [
      findings.length === 1 ? `${id}: ${one}` : `${id}: ${findingCount(findings)}, the first of them: ${one}`,
    ];
  });
  if (texts.length === 0) return [];
  const more = texts.length - GOALS_SHOWN;
  const rest = more > 0 ? [`And those of ${count(more, 'more goal')}.`] : [];
  return [
    { question: 'Findings', answer: [...texts.slice(0, GOALS_SHOWN), ...rest].join(' '), tone: 'warn' },
  ];
}
