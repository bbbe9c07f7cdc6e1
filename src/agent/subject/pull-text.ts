import type { MaskedRecord } from '../../core/access/masked-record.ts';
import { fixed, type Masked, masked } from '../../core/text/masked.ts';
import { linesOf, onOneLine, withoutControls } from '../../core/text/plain-text.ts';
import type { PullFile, PullThread } from '../../ports.ts';
import { issueLines } from '../tools/issue-text.ts';
import type { SubjectText, TextPart } from './text-parts.ts';

export interface ShownFiles {
  readonly files: readonly MaskedRecord<PullFile>[];
  /** How many more GitHub does not list. */
  readonly more: number;
  /** How many the goal may not read. */
  readonly hidden: number;
}

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

function filesPart({ files, more, hidden }: ShownFiles): TextPart {
  const lines = [
    ...files.map(
      ({ path, change, added, removed }) =>
        masked`> ${onOneLine(path)} ${onOneLine(change)} +${added} -${removed}`,
    ),
    ...(hidden === 0 ? [] : [masked`And ${hidden} that you may not read.`]),
    ...(more === 0 ? [] : [masked`And ${more} more.`]),
  ];
  return { head: masked`Changed files: ${files.length + hidden + more}`, lines, kept: 'first' };
}

/** All patches together: each file by itself would get so little room that nothing of it could be read. */
function patchParts(files: readonly MaskedRecord<PullFile>[]): readonly TextPart[] {
  const lines = files.flatMap(({ path, patch }) =>
    patch === null ? [] : [masked`> --- ${onOneLine(path)}`, ...patchLines(patch)],
  );
  return lines.length === 0 ? [] : [{ head: fixed('What changed'), lines, kept: 'first' }];
}

/** The first character of a line says what became of it, so nothing is trimmed. */
function patchLines(patch: Masked): readonly Masked[] {
  return linesOf(withoutControls(patch)).map((line) => masked`> ${line}`);
}
