import { itemOf } from '../item.ts';
import type { Checkpoint, DraftRecord } from '../state.ts';
import { compareText } from '../text/compare-text.ts';
import { digest } from '../text/digest.ts';

/** What a draft changes against its base. */
export interface PatchOfFiles {
  readonly files: readonly { readonly path: string; readonly blob: string | null }[];
  readonly patch: string;
}

/** The same for the same change of the same content, and for nothing else. */
export function changeDigest({ files, patch }: PatchOfFiles): string {
  const made = files.flatMap(({ path, blob }) => [path, blob ?? '']);
  return digest([...made, patch], 32);
}

/**
 * A draft closed unmerged is a remembered "no", also for later windows and versions: the last draft of the same element,
 * where a person has refused this very change in it. Null: nobody has.
 */
export function refusedBefore(
  { drafts }: Checkpoint,
  draftKey: string,
  change: PatchOfFiles,
): Pick<DraftRecord, 'number' | 'branch'> | null {
  const { element } = itemOf(draftKey);
  const [last] = Object.entries(drafts)
    .filter(([key, draft]) => itemOf(key).element === element && draft.outcome !== 'none')
    .map(([, draft]) => draft)
    .sort((a, b) => compareText(b.opened_at ?? '', a.opened_at ?? ''));
  return last?.outcome === 'closed' && last.digest === changeDigest(change) ? last : null;
}
