import type { Mask } from '../../core/access/mask.ts';
import { maskedRecord } from '../../core/access/masked-record.ts';
import type { AttemptReport, PublishedRelease, PullFile, PullFiles, PullThread } from '../../ports.ts';
import { maskedThread } from '../tools/issue-text.ts';
import type { Turns } from '../tools/turns.ts';
import type { ShownFiles } from './changed-files.ts';
import { type CommitChange, commitText, releaseText } from './commit-text.ts';
import { pullText } from './pull-text.ts';
import { runText } from './run-text.ts';
import type { SubjectText } from './text-parts.ts';

/** What an item is about, where that is neither a file nor an issue. */
export type ItemSubject =
  | { readonly kind: 'run'; readonly run: AttemptReport }
  | { readonly kind: 'pull'; readonly pull: PullThread; readonly files: PullFiles }
  | { readonly kind: 'commit'; readonly commit: CommitChange }
  | { readonly kind: 'release'; readonly release: PublishedRelease };

interface Reading {
  readonly mask: Mask;
  readonly turns: Turns;
  /** Whether the goal may read a path. */
  readonly mayRead: (path: string) => boolean;
}

/** Masked, since people and programs print secrets as well. Null: the item is about nothing of that kind. */
export async function subjectText(
  subject: ItemSubject | undefined,
  { mask, turns, mayRead }: Reading,
): Promise<SubjectText | null> {
  if (subject === undefined) return null;
  for (const text of longTexts(subject)) await turns.mask(text, mask);
  switch (subject.kind) {
    case 'run':
      return runText(maskedRecord(subject.run, mask));
    case 'release':
      return releaseText(maskedRecord(subject.release, mask));
    case 'commit': {
      const { message, files, isCut } = subject.commit;
      return commitText(maskedRecord({ message, isCut }, mask), shownOf(files, 0));
    }
    case 'pull': {
      const thread = await maskedThread(subject.pull, { mask, turns });
      const pull = { ...maskedRecord(subject.pull, mask), ...thread };
      return pullText(pull, shownOf(subject.files.files, subject.files.more));
    }
  }

  function shownOf(files: readonly PullFile[], more: number): ShownFiles {
    const readable = files.filter(({ path }) => mayRead(path));
    return { files: maskedRecord(readable, mask), more, hidden: files.length - readable.length };
  }
}

function longTexts(subject: ItemSubject): readonly string[] {
  switch (subject.kind) {
    case 'run':
      return subject.run.jobs.flatMap(({ log }) => log ?? []);
    case 'release':
      return [subject.release.body];
    case 'commit':
      return patchesOf(subject.commit.files);
    case 'pull':
      return patchesOf(subject.files.files);
  }
}

function patchesOf(files: readonly PullFile[]): readonly string[] {
  return files.flatMap(({ patch }) => patch ?? []);
}
