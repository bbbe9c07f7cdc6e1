import { createMask } from '../../src/core/access/mask.ts';
import { type MaskedRecord, published } from '../../src/core/access/masked-record.ts';
import type { Masked } from '../../src/core/text/masked.ts';

/** Where nothing in particular is secret. */
export const NO_SECRETS = { secrets: [], mask: createMask({ values: [], patterns: [] }) };

/** For tests that call a port themselves: what they say holds no secret. */
export function asMasked(text: string): Masked;
export function asMasked<T>(value: T): MaskedRecord<T>;
export function asMasked(value: unknown): unknown {
  return published(value);
}
