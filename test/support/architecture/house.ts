import { findBooleanNames } from './boolean-names.ts';
import { findTypesDeclaredTwice } from './declared-types.ts';
import type { Finding } from './finding.ts';
import { findCrowdedFolders, findRoomCycles } from './folders.ts';
import { findMetaphors } from './plain-names.ts';
import { findSentences } from './sentences.ts';
import type { SourceTree, Violation } from './source-tree.ts';
import { findUntested } from './untested-files.ts';

type Names = readonly string[];

/** What may stay as it is until it is converted. No list ever grows. */
export interface StillToConvert {
  /** Folders with too many files. */
  readonly crowded: Names;
  /** Rooms whose circles are known: a circle is let pass when all of its rooms are named. */
  readonly circles: Names;
  /** Types that are declared twice. */
  readonly types: Names;
  /** Exported names and paths that hold a metaphor. */
  readonly metaphors: Names;
  /** Booleans that do not read as sentences, and questions that are not answered by a boolean. */
  readonly booleans: Names;
  /** Files that no test file imports. */
  readonly untested: Names;
  /** How many sentences a folder may hold, without its subfolders. */
  readonly sentences: Readonly<Record<string, number>>;
}

export const NOTHING_LEFT: StillToConvert = {
  crowded: [],
  circles: [],
  types: [],
  metaphors: [],
  booleans: [],
  untested: [],
  sentences: {},
};

/** The floor plan, the names, and where sentences may stand. `tests` is the folder of the test files; null: not looked at. */
export function findHouseViolations(
  tree: SourceTree,
  tests: string | null,
  still: StillToConvert,
): readonly Violation[] {
  return [
    ...without(findCrowdedFolders(tree), still.crowded),
    ...without(findRoomCycles(tree), still.circles),
    ...without(findTypesDeclaredTwice(tree), still.types),
    ...without(findMetaphors(tree), still.metaphors),
    ...without(findBooleanNames(tree), still.booleans),
    ...(tests === null ? [] : without(findUntested(tree, tests, 'core/'), still.untested)),
    ...tooManySentences(findSentences(tree), still.sentences),
  ];
}

function without(findings: readonly Finding[], passed: Names): readonly Violation[] {
  return findings.filter(({ names }) => !names.every((name) => passed.includes(name)));
}

/** Where some are let pass, the new one cannot be told from the old ones: the folder is named with its numbers. */
function tooManySentences(
  sentences: readonly Finding[],
  passed: Readonly<Record<string, number>>,
): readonly Violation[] {
  return [...Map.groupBy(sentences, ({ names }) => names[0] ?? '')].flatMap(([folder, own]) => {
    const most = passed[folder] ?? 0;
    const [first] = own;
    if (own.length <= most || most === 0 || first === undefined) return own.length <= most ? [] : own;
    const rule = `sentence: ${folder} holds ${own.length}, and ${most} are left; npm run measure -- --sentences src/${folder} lists them`;
    return [{ path: folder, line: first.line, rule }];
  });
}
