import type { SourceTree } from '../../test/support/architecture/source-tree.ts';
import { importRows } from './import-graph.ts';
import type { Row } from './row.ts';
import { sizeRows } from './sizes.ts';
import { storyRows } from './stories.ts';
import { wordRows } from './words.ts';

/** All figures about one source folder, and the folder of its tests. */
export function measuredRows(tree: SourceTree, tests: string): readonly Row[] {
  return [...sizeRows(tree), ...importRows(tree), ...storyRows(tree), ...wordRows(tree, tests)];
}
