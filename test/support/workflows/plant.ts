import type { TextFile } from './workflow-files.ts';

/** The same file with a fault in it. A fault that finds no place is one itself: it would prove nothing. */
export function plant(source: TextFile, find: string, replace: string): TextFile {
  if (!source.text.includes(find)) throw new Error(`${source.file} does not hold ${JSON.stringify(find)}`);
  return { ...source, text: source.text.replace(find, () => replace) };
}
