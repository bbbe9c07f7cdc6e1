import type { MaskedRecord } from '../../core/access/masked-record.ts';
import { fixed, type Masked, masked } from '../../core/text/masked.ts';
import { linesOf, onOneLine, withoutControls } from '../../core/text/plain-text.ts';
import type { PullFile } from '../../ports.ts';
import type { TextPart } from './text-parts.ts';

export interface ShownFiles {
  readonly files: readonly MaskedRecord<PullFile>[];
  /** How many more there are that are not listed. */
  readonly more: number;
  /** How many the goal may not read. */
  readonly hidden: number;
}

export function filesPart({ files, more, hidden }: ShownFiles): TextPart {
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
export function patchParts(files: readonly MaskedRecord<PullFile>[]): readonly TextPart[] {
  const lines = files.flatMap(({ path, patch }) =>
    patch === null ? [] : [masked`> --- ${onOneLine(path)}`, ...patchLines(patch)],
  );
  return lines.length === 0 ? [] : [{ head: fixed('What changed'), lines, kept: 'first' }];
}

/** The first character of a line says what became of it, so nothing is trimmed. */
function patchLines(patch: Masked): readonly Masked[] {
  return linesOf(withoutControls(patch)).map((line) => masked`> ${line}`);
}
