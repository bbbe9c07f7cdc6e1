/** Whether a path may stand in a commit and below a folder: relative, normal, and nothing of git's own. */
export function isPlainPath(path: string): boolean {
  const bad = (part: string): boolean =>
    part === '' || part === '.' || part === '..' || part.toLowerCase() === '.git';
  return !path.includes('\0') && !path.split('/').some(bad);
}

export function checkedPath(path: string): string {
  if (isPlainPath(path)) return path;
  throw new Error(`Not a path inside the repository: ${JSON.stringify(path)}`);
}
