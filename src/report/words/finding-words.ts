import type { MaskedRecord } from '../../core/access/masked-record.ts';
import { fixed, type Masked, masked } from '../../core/text/masked.ts';
import type { WorkFinding } from '../../core/work-finding.ts';

const SHOWN = 50;

/** `docs/a.md, line 3: The link leads nowhere.`: plain text, one line each. */
export function findingLines(findings: readonly MaskedRecord<WorkFinding>[]): readonly Masked[] {
  const more = findings.length - SHOWN;
  return [
    ...findings.slice(0, SHOWN).map(findingLine),
    ...(more > 0 ? [masked`And ${more} more; the state branch has them all.`] : []),
  ];
}

export function findingLine({ path, line, text }: MaskedRecord<WorkFinding>): Masked {
  if (path === null) return text;
  return line === null ? masked`${path}: ${text}` : masked`${path}, line ${line}: ${text}`;
}

/** `3 findings`, or that there is one; empty for none. */
export function findingCount(findings: readonly unknown[]): Masked {
  if (findings.length === 0) return fixed('');
  return findings.length === 1 ? fixed('1 finding') : masked`${findings.length} findings`;
}
