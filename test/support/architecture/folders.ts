import { dirname } from 'node:path';
import { importsOf } from './import-statements.ts';
import { shortestCircle } from './imports.ts';
import {
  resolveSpecifier,
  type SourceModule,
  type SourceTree,
  type Violation,
  violationAt,
} from './source-tree.ts';

export const FOLDER_FILES = 30;

/** Files by the folder they lie in; `.` is the source folder itself. */
export function filesByFolder(tree: SourceTree): ReadonlyMap<string, readonly SourceModule[]> {
  return Map.groupBy(tree.modules, ({ path }) => dirname(path));
}

export function findCrowdedFolders(tree: SourceTree): readonly Violation[] {
  return [...filesByFolder(tree)].flatMap(([folder, modules]) => {
    const [first] = modules;
    if (first === undefined || modules.length <= FOLDER_FILES) return [];
    const rule = `folder: ${folder}/ holds ${modules.length} files, at most ${FOLDER_FILES}`;
    return [violationAt(first, first.file, rule)];
  });
}

/** Rooms are layers: a room never imports one that imports it, not even through a third. Each circle is told once. */
export function findRoomCycles(tree: SourceTree): readonly Violation[] {
  const imports = roomImports(tree);
  const graph = new Map(
    [...Map.groupBy(imports, ({ from }) => from)].map(([room, own]) => [room, own.map(({ to }) => to)]),
  );
  const known = new Set<string>();
  return [...graph.keys()].flatMap((room) => {
    const circle = known.has(room) ? null : shortestCircle(graph, room);
    if (circle === null) return [];
    for (const each of circle) known.add(each);
    const steps = circle.slice(1).map((to, index) => {
      const first = imports.find((one) => one.from === circle[index] && one.to === to);
      return `${first?.module.path} imports ${first?.target}`;
    });
    const module = imports.find(({ from }) => from === room)?.module;
    const rule = `layers: ${circle.join(' → ')} (${steps.join(', ')})`;
    return module === undefined ? [] : [violationAt(module, module.file, rule)];
  });
}

interface RoomImport {
  readonly from: string;
  readonly to: string;
  readonly module: SourceModule;
  readonly target: string;
}

function roomImports(tree: SourceTree): readonly RoomImport[] {
  return tree.modules.flatMap((module) =>
    importsOf(module).flatMap(({ specifier }) => {
      const target = specifier?.startsWith('.') ? resolveSpecifier(module.path, specifier) : null;
      if (target === null) return [];
      const [from, to] = [roomOf(module.path), roomOf(target)];
      return from === to ? [] : [{ from, to, module, target }];
    }),
  );
}

/** Its folder; a file that lies directly in the source folder is a room by itself. */
function roomOf(path: string): string {
  return path.includes('/') ? `${dirname(path)}/` : path;
}
