import type { Mask } from '../../core/access/mask.ts';
import { maskedRecord } from '../../core/access/masked-record.ts';
import type { AttemptReport, PullFiles, PullThread } from '../../ports.ts';
import { maskedThread } from '../tools/issue-text.ts';
import type { Turns } from '../tools/turns.ts';
import { pullText } from './pull-text.ts';
import { runText } from './run-text.ts';
import type { SubjectText } from './text-parts.ts';

/** What an item is about, where that is neither a file nor an issue. */
export type ItemSubject =
  | { readonly kind: 'run'; readonly run: AttemptReport }
  | { readonly kind: 'pull'; readonly pull: PullThread; readonly files: PullFiles };

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
    case 'pull': {
      const { files, more } = subject.files;
      const readable = files.filter(({ path }) => mayRead(path));
      const thread = await maskedThread(subject.pull, { mask, turns });
      return pullText(
        { ...maskedRecord(subject.pull, mask), ...thread },
        {
          files: maskedRecord(readable, mask),
          more,
          hidden: files.length - readable.length,
        },
      );
    }
  }
}

function longTexts(subject: ItemSubject): readonly string[] {
  if (subject.kind === 'run') return subject.run.jobs.flatMap(({ log }) => log ?? []);
  return subject.files.files.flatMap(({ patch }) => patch ?? []);
}
