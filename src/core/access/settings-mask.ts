import type { Settings } from '../settings.ts';
import { secretsIn } from './address-secrets.ts';
import { createMask, type Mask } from './mask.ts';

/** A mask that also knows the patterns of the settings, and passwords in addresses of their model servers. */
export async function maskFor(
  { secretPatterns, models }: Pick<Settings, 'secretPatterns' | 'models'>,
  secrets: readonly string[],
): Promise<Mask> {
  const addresses = Object.values(models).map(({ baseUrl }) => baseUrl ?? '');
  const values = [...secrets, ...addresses.flatMap(secretsIn)];
  if (secretPatterns.length === 0) return createMask({ values, patterns: [] });
  // The engine takes a while to load, and most settings have no patterns.
  const { linearPatterns } = await import('./linear-pattern.ts');
  return createMask({ values, patterns: linearPatterns(secretPatterns) });
}
