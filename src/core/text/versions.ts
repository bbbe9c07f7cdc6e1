/** The release that this program is, or the one before it where nothing has been released since. The same as in package.json. */
export const VERSION = 'v0.1.0';

/** The name of a release: `v1.2.3`. Whatever is tried out before a release has another form. */
export const RELEASE_NAME = /^v\d{1,9}\.\d{1,9}\.\d{1,9}$/;

/** Below zero: the first one is older. For names such as `v1.2.3`. */
export function compareVersions(one: string, other: string): number {
  const [a, b] = [one, other].map((name) => name.replace(/^v/, '').split('.').map(Number));
  for (const at of [0, 1, 2]) {
    const difference = (a?.[at] ?? 0) - (b?.[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
