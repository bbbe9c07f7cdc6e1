import ts from 'typescript';
import { type SourceModule, type SourceTree, type Violation, violationAt } from './source-tree.ts';

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

/** Exported names and the names of files and folders. */
export function findMetaphors(tree: SourceTree): readonly Violation[] {
  return tree.modules.flatMap((module) => {
    const inPath = forbiddenIn(module.path);
    const names = exportedNames(module).flatMap((name) => {
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

/** Names that a file declares and exports. */
function exportedNames({ file }: SourceModule): readonly ts.Identifier[] {
  return file.statements.flatMap((node) => {
    if (!ts.canHaveModifiers(node) || !isExported(node)) return [];
    if (ts.isVariableStatement(node)) {
      return node.declarationList.declarations.map(({ name }) => name).filter(ts.isIdentifier);
    }
    const isNamed =
      ts.isInterfaceDeclaration(node) ||
      ts.isTypeAliasDeclaration(node) ||
      ts.isClassDeclaration(node) ||
      ts.isFunctionDeclaration(node);
    return isNamed && node.name !== undefined ? [node.name] : [];
  });
}

function isExported(node: ts.HasModifiers): boolean {
  return node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
}
