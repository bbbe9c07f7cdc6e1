import { findChokePointViolations, findIdleChokePoints } from './architecture/choke-points.ts';
import { findHouseViolations } from './architecture/house.ts';
import { findCycles, findImportViolations } from './architecture/imports.ts';
import { findMaskViolations } from './architecture/masks.ts';
import { findNameViolations } from './architecture/names.ts';
import { findRestrictedUses } from './architecture/restricted-uses.ts';
import { findSizeViolations } from './architecture/sizes.ts';
import type { SourceTree, Violation } from './architecture/source-tree.ts';
import { findStartViolations } from './architecture/starts.ts';

/**
 * Checks every TypeScript file of a source tree against the rules in `architecture/`: who may import whom, which
 * files may reach outside, which calls have one place, who may say that a text is masked, names and sizes, and
 * what a wake loads when it starts.
 * Gives one line per violation, `file:line rule`, in the order of the files.
 */
export function findViolations(tree: SourceTree): readonly string[] {
  return inOrder([
    ...findImportViolations(tree),
    ...findCycles(tree),
    ...findRestrictedUses(tree),
    ...findChokePointViolations(tree),
    ...findMaskViolations(tree),
    ...findNameViolations(tree),
    ...findSizeViolations(tree),
    ...findStartViolations(tree),
  ]);
}

/** The same for the rules about rooms, words and sentences. `tests` is the folder whose tests must cover `core/`. */
export function findUnplanned(tree: SourceTree, tests: string | null = null): readonly string[] {
  return inOrder(findHouseViolations(tree, tests));
}

/** Choke points whose member is declared nowhere below the source folder: rules that watch over nothing. */
export function findIdleRules(tree: SourceTree): readonly string[] {
  return findIdleChokePoints(tree);
}

function inOrder(violations: readonly Violation[]): readonly string[] {
  return violations
    .toSorted((a, b) => a.path.localeCompare(b.path) || a.line - b.line || a.rule.localeCompare(b.rule))
    .map(({ path, line, rule }) => `${path}:${line} ${rule}`);
}
