import type { Settings } from '../settings.ts';

/**
 * Whether the settings keep every goal from writing a path, in any spelling. The engine that matches globs takes a while to load,
 * and most settings protect nothing.
 */
export async function protectedBySettings({
  protectedPaths,
}: Pick<Settings, 'protectedPaths'>): Promise<(path: string) => boolean> {
  if (protectedPaths.length === 0) return () => false;
  const { matchesGlobsInAnySpelling } = await import('./matching/globs.ts');
  return (path) => matchesGlobsInAnySpelling(protectedPaths, path);
}
