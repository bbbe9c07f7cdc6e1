/** Reading an objective: free text that a person may edit, so what it names decides what happens. */

export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The first path with this ending that the text names, in backticks or bare; null: none. */
export function pathNamed(text: string, ending: string): string | null {
  const quoted = [...text.matchAll(/`([^`\n]+)`/g)].map((match) => match[1] ?? '');
  const bare = text.split(/[\s`"'()]+/).map((word) => word.replace(/[.,;:]+$/, ''));
  const fits = (path: string) =>
    path.toLowerCase().endsWith(ending) && !/[*?{}]/.test(path) && path !== ending;
  return (quoted.find(fits) ?? bare.find(fits))?.replace(/^\.?\//, '') ?? null;
}

/** Compares paths so that a folder's own files come before its subfolders, the same on every machine. */
export function comparePaths(a: string, b: string): number {
  const [left, right] = [a.split('/'), b.split('/')];
  for (let index = 0; ; index += 1) {
    const leftIsFile = index >= left.length - 1;
    const rightIsFile = index >= right.length - 1;
    if (leftIsFile !== rightIsFile) return leftIsFile ? -1 : 1;
    const [x = '', y = ''] = [left[index], right[index]];
    if (x !== y) return x < y ? -1 : 1;
    if (leftIsFile) return 0;
  }
}

export function counted(count: number, word: string, plural = `${word}s`): string {
  return `${count} ${count === 1 ? word : plural}`;
}
