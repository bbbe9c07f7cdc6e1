import { findChokePointViolations, findIdleChokePoints } from './architecture/choke-points.ts';
import { findDoorViolations } from './architecture/doors.ts';
import { findCycles, findImportViolations } from './architecture/imports.ts';
import { findNameViolations } from './architecture/names.ts';
import { findSizeViolations } from './architecture/sizes.ts';
import { readSourceTree, type SourceTree, type Violation } from './architecture/source-tree.ts';
import { findStartViolations } from './architecture/starts.ts';

/**
 * Checks every TypeScript file below a source folder against the rules in `architecture/`: who may import whom, which
 * files are doors to the outside, which calls have one place, names and sizes, and what a wake loads when it starts.
 * Gives one line per violation, `file:line rule`, in the order of the files.
 */
export function findViolations(sourceFolder: string): readonly string[] {
  return judge(readSourceTree(sourceFolder)).map(({ path, line, rule }) => `${path}:${line} ${rule}`);
}

/** Choke points whose member is declared nowhere below the source folder: rules that watch over nothing. */
export function findIdleRules(sourceFolder: string): readonly string[] {
  return findIdleChokePoints(readSourceTree(sourceFolder));
}

function judge(tree: SourceTree): readonly Violation[] {
  const violations = [
    ...findImportViolations(tree),
    ...findCycles(tree),
    ...findDoorViolations(tree),
    ...findChokePointViolations(tree),
    ...findNameViolations(tree),
    ...findSizeViolations(tree),
    ...findStartViolations(tree),
  ];
  return violations.toSorted(
    (a, b) => a.path.localeCompare(b.path) || a.line - b.line || a.rule.localeCompare(b.rule),
  );
}
