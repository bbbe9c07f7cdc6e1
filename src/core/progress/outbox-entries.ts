import type { EffectReceipt } from '../effect.ts';
import type { Checkpoint, DraftRecord } from '../state.ts';
import { itemRecord, withItem } from './checkpoint.ts';

/** The checkpoint without an effect that was carried out or given up. `receipt`: null: there is none to keep. */
export function withEffectDone(
  checkpoint: Checkpoint,
  key: string,
  { marker, receipt }: { readonly marker: string; readonly receipt: EffectReceipt | null },
): Checkpoint {
  const record = itemRecord(checkpoint, key);
  return withItem(checkpoint, key, {
    ...record,
    outbox: record.outbox.filter((each) => each.marker !== marker),
    ...(receipt === null ? {} : { effects: [...(record.effects ?? []), receipt] }),
  });
}

/** Whether the branch of a draft is pushed, and nobody has answered it yet. */
export function isWaiting({ tip, outcome }: DraftRecord): boolean {
  return tip !== null && (outcome === 'none' || outcome === 'open');
}

/** Half-done work alone is not offered. */
export function isOffered({ items }: Checkpoint, draftKey: string): boolean {
  return Object.values(items).some((item) => item.draft === draftKey && item.status !== 'open');
}
