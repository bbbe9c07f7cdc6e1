import { join, relative, sep } from 'node:path';
import ts from 'typescript';

/** The source files below one folder, parsed and bound to their types. */
export interface SourceTree {
  readonly modules: readonly SourceModule[];
  readonly checker: ts.TypeChecker;
}

export interface SourceModule {
  /** Relative to the source folder, with `/`. */
  readonly path: string;
  readonly file: ts.SourceFile;
}

export interface Violation {
  readonly path: string;
  /** From 1. */
  readonly line: number;
  readonly rule: string;
}

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2024,
  lib: ['lib.es2024.d.ts'],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  allowImportingTsExtensions: true,
  noEmit: true,
  strict: true,
  types: [],
};

export function readSourceTree(folder: string): SourceTree {
  const names = ts.sys.readDirectory(folder, ['.ts', '.mts', '.cts', '.tsx']);
  const program = ts.createProgram(names, OPTIONS, hostFor());
  const modules = program
    .getSourceFiles()
    .filter((file) => isBelow(folder, file.fileName))
    .map((file) => ({ path: relativePath(folder, file.fileName), file }))
    .toSorted((a, b) => a.path.localeCompare(b.path));
  return { modules, checker: program.getTypeChecker() };
}

const libraryFiles = new Map<string, ts.SourceFile | undefined>();

/** Leaves packages unread, for the rules need only the types of our own files, and reads the language's own types once. */
function hostFor(): ts.CompilerHost {
  const host = ts.createCompilerHost(OPTIONS);
  const libraries = host.getDefaultLibLocation?.() ?? '';
  return {
    ...host,
    fileExists: (name) => !name.includes('/node_modules/') && host.fileExists(name),
    getSourceFile: (name, options) => {
      if (!name.startsWith(libraries)) return host.getSourceFile(name, options);
      if (!libraryFiles.has(name)) libraryFiles.set(name, host.getSourceFile(name, options));
      return libraryFiles.get(name);
    },
  };
}

function isBelow(folder: string, name: string): boolean {
  return !relative(folder, name).startsWith('..');
}

function relativePath(folder: string, name: string): string {
  return relative(folder, name).split(sep).join('/');
}

/** Path of a module that a relative specifier means, relative to the source folder; null: it lies outside. */
export function resolveSpecifier(from: string, specifier: string): string | null {
  const path = join(from, '..', specifier).split(sep).join('/');
  return path.startsWith('..') ? null : path;
}

const modulesByFile = new WeakMap<SourceTree, ReadonlyMap<ts.SourceFile, SourceModule>>();

/** The module that a node stands in; undefined: it stands outside of the tree. */
export function moduleOf(node: ts.Node, tree: SourceTree): SourceModule | undefined {
  const known = modulesByFile.get(tree) ?? new Map(tree.modules.map((module) => [module.file, module]));
  modulesByFile.set(tree, known);
  return known.get(node.getSourceFile());
}

export function violationAt(module: SourceModule, node: ts.Node, rule: string): Violation {
  const start = node.getStart(module.file);
  return { path: module.path, line: module.file.getLineAndCharacterOfPosition(start).line + 1, rule };
}

const nodesByFile = new WeakMap<ts.SourceFile, readonly ts.Node[]>();

/** All nodes of a file in the order of the text, found once for all rules. */
export function nodesOf(file: ts.SourceFile): readonly ts.Node[] {
  const known = nodesByFile.get(file);
  if (known !== undefined) return known;
  const found: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(file);
  nodesByFile.set(file, found);
  return found;
}

/** Whether a path is one of the places: a file, or anything below a folder that ends in `/`. */
export function isWithin(path: string, places: readonly string[]): boolean {
  return places.some((place) => (place.endsWith('/') ? path.startsWith(place) : path === place));
}
