import type { Settings } from '../settings.ts';
import { RecentTexts } from '../text/recent-texts.ts';
import { secretsIn } from './address-secrets.ts';
import { createMask, type Mask } from './mask.ts';

/** The last masks that were made, by the secrets they know, with the texts that they remember. */
const masks = new RecentTexts<Mask>(2_000);

/** A mask that also knows the patterns of the settings, and passwords in addresses of their model servers. */
export async function maskFor(
  { secretPatterns, models }: Pick<Settings, 'secretPatterns' | 'models'>,
  secrets: readonly string[],
): Promise<Mask> {
  const addresses = Object.values(models).map(({ baseUrl }) => baseUrl ?? '');
  const values = [...secrets, ...addresses.flatMap(secretsIn)];
  const key = JSON.stringify([values, secretPatterns]);
  const mask = masks.get(key) ?? (await maskOf(values, secretPatterns));
  masks.set(key, mask);
  return mask;
}

async function maskOf(values: readonly string[], secretPatterns: readonly string[]): Promise<Mask> {
  if (secretPatterns.length === 0) return createMask({ values, patterns: [] });
  // The engine takes a while to load, and most settings have no patterns.
  const { linearPatterns } = await import('./matching/linear-pattern.ts');
  return createMask({ values, patterns: linearPatterns(secretPatterns) });
}
