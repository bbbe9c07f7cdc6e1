import type { Settings } from '../settings.ts';
import { secretsIn } from './address-secrets.ts';
import { linearPatterns } from './linear-pattern.ts';
import { createMask, type Mask } from './mask.ts';

/** A mask that also knows the patterns of the settings, and passwords in addresses of their model servers. */
export function maskFor(
  { secretPatterns, models }: Pick<Settings, 'secretPatterns' | 'models'>,
  secrets: readonly string[],
): Mask {
  const addresses = Object.values(models).map(({ baseUrl }) => baseUrl ?? '');
  return createMask({
    values: [...secrets, ...addresses.flatMap(secretsIn)],
    patterns: linearPatterns(secretPatterns),
  });
}
