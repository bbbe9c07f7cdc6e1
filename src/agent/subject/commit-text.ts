import type { MaskedRecord } from '../../core/access/masked-record.ts';
import { fixed } from '../../core/text/masked.ts';
import type { PublishedRelease, PullFile } from '../../ports.ts';
import { quoted } from '../tools/issue-text.ts';
import { filesPart, patchParts, type ShownFiles } from './changed-files.ts';
import type { SubjectText } from './text-parts.ts';

/** A commit with what it changes. */
export interface CommitChange {
  readonly message: string;
  readonly files: readonly PullFile[];
  /** Not all of what changed is there. */
  readonly isCut: boolean;
}

export function commitText(
  { message, isCut }: MaskedRecord<Pick<CommitChange, 'message' | 'isCut'>>,
  shown: ShownFiles,
): SubjectText {
  const cut = isCut ? [fixed('The change is longer than what is shown; read the files for the rest.')] : [];
  return {
    heading: fixed('The commit:'),
    parts: [
      { head: fixed('Its message'), lines: [...quoted(message), ...cut], kept: 'first' },
      filesPart(shown),
      ...patchParts(shown.files),
    ],
  };
}

export function releaseText({ tag, name, body, publishedAt }: MaskedRecord<PublishedRelease>): SubjectText {
  return {
    heading: fixed('The release:'),
    parts: [
      {
        head: fixed('Its tag, its name and when it was published'),
        lines: [tag, name, publishedAt].flatMap(quoted),
        kept: 'first',
      },
      { head: fixed('Its notes'), lines: quoted(body), kept: 'first' },
    ],
  };
}
