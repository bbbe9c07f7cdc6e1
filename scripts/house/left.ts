import { dirname } from 'node:path/posix';
import { findBooleanNames } from '../../test/support/architecture/boolean-names.ts';
import { findTypesDeclaredTwice } from '../../test/support/architecture/declared-types.ts';
import { findCrowdedFolders, findRoomCycles } from '../../test/support/architecture/folders.ts';
import { findMetaphors } from '../../test/support/architecture/plain-names.ts';
import { findSentences } from '../../test/support/architecture/sentences.ts';
import type { SourceTree, Violation } from '../../test/support/architecture/source-tree.ts';
import { findUntested } from '../../test/support/architecture/untested-files.ts';

/** Everything that the rules of the house find, one line each; sentences as their number in each folder. */
export function linesLeft(tree: SourceTree, tests: string): readonly string[] {
  const findings = [
    ...findCrowdedFolders(tree),
    ...findRoomCycles(tree),
    ...findTypesDeclaredTwice(tree),
    ...findMetaphors(tree),
    ...findBooleanNames(tree),
    ...findUntested(tree, tests, 'core/'),
  ];
  return [
    ...findings.map(lineOf),
    ...sentencesLeft(tree).map(([folder, count]) => `src/${folder}: ${count} sentence(s)`),
  ];
}

function sentencesLeft(tree: SourceTree): readonly (readonly [string, number])[] {
  const byFolder = Map.groupBy(findSentences(tree), ({ path }) => `${dirname(path)}/`);
  return [...byFolder].map(([folder, own]) => [folder, own.length]);
}

/** The sentences below a path of the source folder, '' for all. */
export function sentenceLines(tree: SourceTree, below: string): readonly string[] {
  return findSentences(tree)
    .filter(({ path }) => path.startsWith(below))
    .map(lineOf);
}

function lineOf({ path, line, rule }: Violation): string {
  return `src/${path}:${line} ${rule}`;
}
