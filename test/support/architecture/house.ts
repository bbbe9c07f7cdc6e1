import { findBooleanNames } from './boolean-names.ts';
import { findTypesDeclaredTwice } from './declared-types.ts';
import { findCrowdedFolders, findRoomCycles } from './folders.ts';
import { findMetaphors } from './plain-names.ts';
import { findCodeWords, findSentences } from './sentences.ts';
import type { SourceTree, Violation } from './source-tree.ts';
import { findUntested } from './untested-files.ts';

/** The floor plan, the names, and where sentences may stand. `tests` is the folder of the test files; null: not looked at. */
export function findHouseViolations(tree: SourceTree, tests: string | null): readonly Violation[] {
  return [
    ...findCrowdedFolders(tree),
    ...findRoomCycles(tree),
    ...findTypesDeclaredTwice(tree),
    ...findMetaphors(tree),
    ...findBooleanNames(tree),
    ...(tests === null ? [] : findUntested(tree, tests, 'core/')),
    ...findSentences(tree),
    ...findCodeWords(tree),
  ];
}
