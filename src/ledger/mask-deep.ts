import type { Mask } from '../core/access/mask.ts';
import { type MaskedRecord, maskedChange, maskedRecord } from '../core/access/masked-record.ts';
import type { State } from '../core/state.ts';
import { joinMasked, type Masked } from '../core/text/masked.ts';
import type { WakeResult } from '../core/wake-result.ts';

/** Masks what a step changed; the rest was masked when it was written. */
export function maskChanges(before: MaskedRecord<State>, after: State, mask: Mask): MaskedRecord<State> {
  const changed = <T>(part: T, old: MaskedRecord<T>): MaskedRecord<T> => maskedChange(part, old, mask);
  return {
    lock: changed(after.lock, before.lock),
    budget: changed(after.budget, before.budget),
    status: changed(after.status, before.status),
    alerts: changed(after.alerts, before.alerts),
    checkpoints: changed(after.checkpoints, before.checkpoints),
    requests: changed(after.requests, before.requests),
    stop: changed(after.stop, before.stop),
  };
}

/** What is printed at the end of a wake is read by others too. */
export function maskResult(result: WakeResult, mask: Mask): MaskedRecord<WakeResult> {
  return maskedRecord(result, mask);
}

/** Line by line: what others wrote stands on one line each, and most lines are those of the commit before. */
export function maskedPage(page: string, mask: Mask): Masked {
  const lines = page.split('\n');
  return joinMasked(lines.map(mask.mask), '\n');
}
