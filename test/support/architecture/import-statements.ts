import ts from 'typescript';
import { nodesOf, type SourceModule } from './source-tree.ts';

export interface ImportStatement {
  readonly node: ts.Node;
  /** Null: computed while running, so that nobody can tell what it is. */
  readonly specifier: string | null;
  /** `types`: gone when the program runs. `lazy`: loaded when the line is reached. */
  readonly kind: 'static' | 'lazy' | 'types';
  /** Imported names; `*` for everything or unknown. */
  readonly names: readonly string[];
}

const importsByFile = new WeakMap<ts.SourceFile, readonly ImportStatement[]>();

export function importsOf({ file }: SourceModule): readonly ImportStatement[] {
  const imports = importsByFile.get(file) ?? nodesOf(file).flatMap((node) => importFrom(node) ?? []);
  importsByFile.set(file, imports);
  return imports;
}

function importFrom(node: ts.Node): ImportStatement | null {
  if (ts.isImportDeclaration(node)) {
    const clause = node.importClause;
    const kind = clause !== undefined && isForTypes(clause) ? 'types' : 'static';
    return { node, specifier: textOf(node.moduleSpecifier), kind, names: namesOf(clause) };
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined) {
    const kind = node.isTypeOnly ? 'types' : 'static';
    return { node, specifier: textOf(node.moduleSpecifier), kind, names: exportedNames(node) };
  }
  if (ts.isImportTypeNode(node)) {
    const specifier = ts.isLiteralTypeNode(node.argument) ? textOf(node.argument.literal) : null;
    return { node, specifier, kind: 'types', names: ['*'] };
  }
  if (ts.isCallExpression(node) && isImportCall(node)) {
    return { node, specifier: textOf(node.arguments[0]), kind: 'lazy', names: ['*'] };
  }
  return null;
}

function isImportCall(node: ts.CallExpression): boolean {
  const isRequire = ts.isIdentifier(node.expression) && node.expression.text === 'require';
  return node.expression.kind === ts.SyntaxKind.ImportKeyword || isRequire;
}

function isForTypes(clause: ts.ImportClause): boolean {
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const named = clause.namedBindings;
  if (clause.name !== undefined || named === undefined || !ts.isNamedImports(named)) return false;
  return named.elements.length > 0 && named.elements.every((element) => element.isTypeOnly);
}

function namesOf(clause: ts.ImportClause | undefined): readonly string[] {
  if (clause === undefined) return [];
  const named = clause.namedBindings;
  if (clause.name !== undefined || named === undefined || !ts.isNamedImports(named)) return ['*'];
  return named.elements.map((element) => (element.propertyName ?? element.name).text);
}

function exportedNames(node: ts.ExportDeclaration): readonly string[] {
  if (node.exportClause === undefined || !ts.isNamedExports(node.exportClause)) return ['*'];
  return node.exportClause.elements.map((element) => (element.propertyName ?? element.name).text);
}

function textOf(node: ts.Node | undefined): string | null {
  return node !== undefined && ts.isStringLiteralLike(node) ? node.text : null;
}
