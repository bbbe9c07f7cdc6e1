import { importsOf } from '../../test/support/architecture/import-statements.ts';
import { findCycles } from '../../test/support/architecture/imports.ts';
import { resolveSpecifier, type SourceTree } from '../../test/support/architecture/source-tree.ts';
import type { Row } from './row.ts';

const ENTRY = 'wake/wake.ts';
const WAKE = 'wake/';

/** For each file the files that it imports, each once. */
type Graph = ReadonlyMap<string, readonly string[]>;

export function importRows(tree: SourceTree): readonly Row[] {
  const inWake = new Map(
    [...graphOf(tree, ['static', 'lazy', 'types'])]
      .filter(([path]) => path.startsWith(WAKE))
      .map(([path, targets]) => [path, targets.filter((target) => target.startsWith(WAKE))]),
  );
  const loading = graphOf(tree, ['static', 'lazy']);
  return [
    { name: 'circles of imports', figures: { '': findCycles(tree).length } },
    {
      name: `imports inside ${WAKE}`,
      figures: { '': [...inWake.values()].flat().length, levels: levels(inWake, [...inWake.keys()]) },
    },
    {
      name: `files that ${ENTRY} can load, lazy ones included`,
      figures: { '': loadedBy(loading, ENTRY).size, levels: levels(loading, [ENTRY]) },
    },
  ];
}

function graphOf(tree: SourceTree, kinds: readonly string[]): Graph {
  const known = new Set(tree.modules.map(({ path }) => path));
  return new Map(
    tree.modules.map((module) => {
      const imports = importsOf(module).filter(({ kind }) => kinds.includes(kind));
      const targets = imports.flatMap(({ specifier }) =>
        specifier?.startsWith('.') ? (resolveSpecifier(module.path, specifier) ?? []) : [],
      );
      return [module.path, [...new Set(targets)].filter((target) => known.has(target))];
    }),
  );
}

/** Files on the longest way down from one of the starts; an import back up is not followed. */
function levels(graph: Graph, starts: readonly string[]): number {
  const depths = new Map<string, number>();
  const depthOf = (path: string): number => {
    const known = depths.get(path);
    if (known !== undefined) return known;
    depths.set(path, 0);
    const depth = 1 + Math.max(0, ...(graph.get(path) ?? []).map(depthOf));
    depths.set(path, depth);
    return depth;
  };
  return Math.max(0, ...starts.filter((start) => graph.has(start)).map(depthOf));
}

function loadedBy(graph: Graph, start: string): ReadonlySet<string> {
  const found = new Set(graph.has(start) ? [start] : []);
  for (const path of found) for (const target of graph.get(path) ?? []) found.add(target);
  return found;
}
