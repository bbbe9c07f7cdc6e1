import { readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import ts from 'typescript';
import { isWithin, type SourceModule, type SourceTree, type Violation, violationAt } from './source-tree.ts';

/** Files of pure rules below `place` that no test file imports itself. A file of types alone has nothing to test. */
export function findUntested(tree: SourceTree, tests: string, place: string): readonly Violation[] {
  const { modules } = tree;
  const [source] = modules.map(({ path, file }) => file.fileName.slice(0, -path.length));
  const tested = source === undefined ? new Set<string>() : importedBelow(tests, source);
  return modules
    .filter((module) => isWithin(module.path, [place]) && doesSomething(module) && !tested.has(module.path))
    .map((module) => violationAt(module, module.file, 'untested: no test file imports it'));
}

/** Paths of source files that `.test.ts` files below a folder import; types alone prove nothing. */
function importedBelow(tests: string, source: string): ReadonlySet<string> {
  const files = ts.sys.readDirectory(tests, ['.test.ts']);
  const targets = files.flatMap((file) => {
    return valueImports(readFileSync(file, 'utf8')).map((specifier) => join(dirname(file), specifier));
  });
  return new Set(targets.map((target) => relative(source, target).split(sep).join('/')));
}

/** Of imports in braces those of which at least one name is no type. */
function valueImports(text: string): readonly string[] {
  const imports = text.matchAll(/^import (?!type )([^;]*?) from '(\.[^']+)'/gm);
  return [...imports].flatMap(([, names = '', specifier = '']) => {
    const own = names
      .replaceAll(/[{}]/g, '')
      .split(',')
      .map((name) => name.trim());
    return own.some((name) => name !== '' && !name.startsWith('type ')) ? [specifier] : [];
  });
}

function doesSomething({ file }: SourceModule): boolean {
  return file.statements.some(
    (node) => ts.isFunctionDeclaration(node) || ts.isVariableStatement(node) || ts.isClassDeclaration(node),
  );
}
