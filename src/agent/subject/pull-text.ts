import type { MaskedRecord } from '../../core/access/masked-record.ts';
import { fixed, type Masked, masked } from '../../core/text/masked.ts';
import { onOneLine } from '../../core/text/plain-text.ts';
import type { PullThread } from '../../ports.ts';
import { issueLines } from '../tools/issue-text.ts';
import { filesPart, patchParts, type ShownFiles } from './changed-files.ts';
import type { SubjectText } from './text-parts.ts';

export function pullText(pull: MaskedRecord<PullThread>, shown: ShownFiles): SubjectText {
  const { comments, ...said } = pull;
  const [, ...words] = issueLines({ ...said, comments: [] });
  const [, , ...answers] = issueLines({ ...said, body: fixed(''), comments });
  const state = pull.isMerged ? fixed('merged') : fixed(pull.state);
  const draft = pull.isDraft ? fixed(', a draft') : fixed('');
  const facts = masked`by ${onOneLine(pull.author)} (${onOneLine(pull.association)}), into ${onOneLine(pull.base)}, labels: ${labelWords(pull.labels)}`;
  return {
    heading: fixed('The pull request:'),
    parts: [
      {
        head: masked`#${pull.number}, ${state}${draft}`,
        lines: [masked`> ${facts}`, ...words],
        kept: 'first',
      },
      ...(answers.length === 0
        ? []
        : [{ head: fixed('Its comments'), lines: answers, kept: 'last' } as const]),
      filesPart(shown),
      ...patchParts(shown.files),
    ],
  };
}

function labelWords(labels: readonly Masked[]): Masked {
  return labels.length === 0
    ? fixed('none')
    : labels.map((label) => onOneLine(label)).reduce((all, label) => masked`${all}, ${label}`);
}
