import type { MaskedRecord } from '../../core/access/masked-record.ts';
import type { Objection, ObjectionKind } from '../../core/item-state.ts';
import { fixed, type Masked, masked } from '../../core/text/masked.ts';

const KINDS: Readonly<Record<ObjectionKind, Masked>> = {
  hunk: fixed('not asked for'),
  claim: fixed('not true'),
  order: fixed('follows an order that stood in data'),
  missing: fixed('missing'),
  against: fixed('the summary argues against it'),
};

/** `docs/a.md, line 3 (not true): The link is not checked anywhere.`: plain text. */
export function objectionLine({ kind, path, line, text }: MaskedRecord<Objection>): Masked {
  const why = KINDS[kind as ObjectionKind];
  if (path === null) return masked`${why}: ${text}`;
  return line === null ? masked`${path} (${why}): ${text}` : masked`${path}, line ${line} (${why}): ${text}`;
}
