import type ts from 'typescript';
import { isWithin, type SourceModule, type SourceTree } from '../../test/support/architecture/source-tree.ts';
import { type CallGraph, callGraphOf, comingTo, functionsNamed, reachedFrom } from './call-graph.ts';
import type { Row } from './row.ts';
import { linesOf } from './sizes.ts';

const WAKE = ['wake/wake.ts#wake'];
const PUSH = 'StateStore.push';
/**
 * The functions that know what an attempt has brought and decide what comes of it: landed, branch refused, state only,
 * or left to the release. One list for each layout that there has been, the newest first; the first that is there counts.
 */
const FINISH = [
  ['wake/item/finish-item.ts#finishItem'],
  ['wake/item/push-attempt.ts#pushAttempt', 'wake/item/items.ts#cutOff', 'wake/item/items.ts#nextItem'],
  ['wake/push-attempt.ts#pushAttempt', 'wake/work.ts#cutOff', 'wake/work.ts#nextItem'],
];
/** Where a wake's steps are; what they ask of `core/` and of other rooms is their vocabulary, not their order. */
const STEPS = ['wake/', 'ledger/', 'alerts/'];

/**
 * What one has to read to follow a wake, and to know what happens when an item finishes.
 *
 * - one plain wake: files that hold a function on any way from `wake` to a push of the state branch
 * - an item finishes: files that hold the functions of `FINISH`, what these use in their own file, and one call further
 * - all of it: files that hold a function which either of these comes to
 *
 * Only files of `STEPS` count, each with all of its lines.
 */
export function storyRows(tree: SourceTree): readonly Row[] {
  const graph = callGraphOf(tree);
  const wake = reachedFrom(graph, functionsNamed(graph, WAKE));
  const pushing = comingTo(graph, PUSH);
  const finish = FINISH.map((names) => functionsNamed(graph, names)).find((found) => found.length > 0) ?? [];
  return [
    row(
      'one plain wake',
      filesOf(
        graph,
        [...wake].filter((node) => pushing.has(node)),
      ),
    ),
    row('one plain wake, all of it', filesOf(graph, [...wake])),
    row('an item finishes', filesOf(graph, oneFileFurther(graph, finish))),
    row('an item finishes, all of it', filesOf(graph, [...reachedFrom(graph, finish)])),
  ];
}

function row(what: string, files: ReadonlySet<SourceModule>): Row {
  const lines = [...files].reduce((sum, file) => sum + linesOf(file), 0);
  return { name: `to read for: ${what}`, figures: { files: files.size, lines } };
}

function filesOf(graph: CallGraph, nodes: readonly ts.Node[]): ReadonlySet<SourceModule> {
  const modules = nodes.flatMap((node) => graph.get(node)?.module ?? []);
  return new Set(modules.filter(({ path }) => isWithin(path, STEPS)));
}

function oneFileFurther(graph: CallGraph, starts: readonly ts.Node[]): readonly ts.Node[] {
  const found = new Set(starts);
  for (const node of found) {
    for (const used of graph.get(node)?.uses ?? []) {
      if (graph.get(used)?.module === graph.get(node)?.module) found.add(used);
    }
  }
  return [...found, ...[...found].flatMap((node) => [...(graph.get(node)?.uses ?? [])])];
}
