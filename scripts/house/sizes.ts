import ts from 'typescript';
import { FOLDER_FILES, filesByFolder } from '../../test/support/architecture/folders.ts';
import { nodesOf, type SourceModule, type SourceTree } from '../../test/support/architecture/source-tree.ts';
import { type Row, spread } from './row.ts';

export function sizeRows(tree: SourceTree): readonly Row[] {
  const functions = tree.modules.flatMap(namedFunctions);
  const folders = [...filesByFolder(tree)]
    .map(([folder, files]) => [`${folder}/`, files.length] as const)
    .toSorted(([, a], [, b]) => b - a);
  return [
    { name: 'files', figures: { '': tree.modules.length } },
    { name: 'lines per file', figures: spread(tree.modules.map(linesOf)) },
    { name: 'lines per function', figures: spread(functions.map(linesOfNode)) },
    { name: 'most files in one folder', figures: Object.fromEntries(folders.slice(0, 5)) },
    {
      name: `folders with more than ${FOLDER_FILES} files`,
      figures: { '': folders.filter(([, count]) => count > FOLDER_FILES).length },
    },
    {
      name: 'functions with more than 3 and more than 4 parameters',
      figures: { '3:': withMoreThan(functions, 3), '4:': withMoreThan(functions, 4) },
    },
    { name: '`any`', figures: { '': nodesOfKind(tree, ts.SyntaxKind.AnyKeyword) } },
    { name: '`!`', figures: { '': nodesOfKind(tree, ts.SyntaxKind.NonNullExpression) } },
  ];
}

export function linesOf({ file }: SourceModule): number {
  return file.text.replace(/\n$/, '').split('\n').length;
}

/** Functions and methods, and arrow functions that a constant names; callbacks are part of what they stand in. */
function namedFunctions({ file }: SourceModule): readonly ts.FunctionLikeDeclaration[] {
  return nodesOf(file).filter(isNamedFunction);
}

function isNamedFunction(node: ts.Node): node is ts.FunctionLikeDeclaration {
  if (ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node)) return true;
  const isValue = ts.isArrowFunction(node) || ts.isFunctionExpression(node);
  return isValue && ts.isVariableDeclaration(node.parent);
}

function linesOfNode(node: ts.Node): number {
  const file = node.getSourceFile();
  const lineAt = (position: number): number => file.getLineAndCharacterOfPosition(position).line;
  return lineAt(node.getEnd()) - lineAt(node.getStart()) + 1;
}

function withMoreThan(functions: readonly ts.FunctionLikeDeclaration[], count: number): number {
  return functions.filter(({ parameters }) => parameters.length > count).length;
}

function nodesOfKind(tree: SourceTree, kind: ts.SyntaxKind): number {
  return tree.modules.flatMap(({ file }) => nodesOf(file).filter((node) => node.kind === kind)).length;
}
