import type { CommittedFile } from '../ports.ts';

/** What only serves to change Wakeful itself and to release it. The agent runs from `dist/`, and every command without these. */
const FOR_CHANGING_WAKEFUL =
  /^(?:\.ci\/|bench\/|eval\/|test\/|AGENTS\.md$|\.github\/workflows\/(?:ci|release|simulate)\.yml$)/;
/** Who has changed one of these changes Wakeful, and needs its tests. */
const OF_WAKEFUL = /^(?:src|scripts|test|bench|eval|\.ci)\//;

type Files = ReadonlyMap<string, Pick<CommittedFile, 'blob'>>;

/** Which files a copy does not need. None, where its owner has changed Wakeful's own code. */
export function unneededIn({
  base,
  ours,
}: {
  readonly base: Files;
  readonly ours: Files;
}): (path: string) => boolean {
  const paths = [...new Set([...base.keys(), ...ours.keys()])].filter((path) => OF_WAKEFUL.test(path));
  const isChanged = paths.some((path) => base.get(path)?.blob !== ours.get(path)?.blob);
  return (path) => !isChanged && FOR_CHANGING_WAKEFUL.test(path);
}
