import ts from 'typescript';
import { nodesOf, type SourceModule, type SourceTree, type Violation, violationAt } from './source-tree.ts';

/** Metaphors, and words that do the work of a precise noun. */
const FORBIDDEN = [
  'desk',
  'fitting',
  'fittings',
  'hands',
  'happening',
  'hub',
  'notebook',
  'reach',
  'shop',
  'stage',
  'told',
  'wish',
  'wishes',
  'whoever',
  'workplace',
  'workshop',
];

/** Names that the source declares, exported or not, and the names of files and folders. */
export function findMetaphors(tree: SourceTree): readonly Violation[] {
  return tree.modules.flatMap((module) => {
    const inPath = forbiddenIn(module.path);
    const names = declaredNames(module).flatMap((name) => {
      const word = forbiddenIn(name.text);
      return word === null ? [] : [violationAt(module, name, `name: ${name.text} holds "${word}"`)];
    });
    if (inPath === null) return names;
    return [violationAt(module, module.file, `name: the path holds "${inPath}"`), ...names];
  });
}

function forbiddenIn(name: string): string | null {
  const words = name
    .replaceAll(/[Gg]itHub/g, 'Github')
    .split(/[^A-Za-z]+|(?<=[a-z])(?=[A-Z])/)
    .map((word) => word.toLowerCase());
  return words.find((word) => FORBIDDEN.includes(word)) ?? null;
}

/** A field in a schema or in a record is spelled as outside: it counts where a type declares it. */
function declaredNames({ file }: SourceModule): readonly ts.Identifier[] {
  return nodesOf(file).flatMap((node) => {
    const isNamed =
      ts.isVariableDeclaration(node) ||
      ts.isParameter(node) ||
      ts.isBindingElement(node) ||
      ts.isDeclarationStatement(node) ||
      ts.isClassElement(node) ||
      ts.isTypeElement(node);
    return isNamed && node.name !== undefined && ts.isIdentifier(node.name) ? [node.name] : [];
  });
}
