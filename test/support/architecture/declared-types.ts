import ts from 'typescript';
import { type SourceModule, type SourceTree, type Violation, violationAt } from './source-tree.ts';

export interface DeclaredType {
  readonly name: string;
  readonly isExported: boolean;
  readonly module: SourceModule;
  readonly node: ts.Node;
}

/** Types, interfaces and classes that files declare; handing on another file's is no declaration. */
export function declaredTypes(tree: SourceTree): readonly DeclaredType[] {
  return tree.modules.flatMap((module) => {
    const listed = namesInExportLists(module);
    return module.file.statements.flatMap((node) => {
      const isType =
        ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node) || ts.isClassDeclaration(node);
      if (!isType || node.name === undefined) return [];
      const own = node.name.text;
      const isExported = node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
      return [{ name: listed.get(own) ?? own, isExported: isExported || listed.has(own), module, node }];
    });
  });
}

/** `export { Own as Listed };` by the name in the file. */
function namesInExportLists({ file }: SourceModule): ReadonlyMap<string, string> {
  const lists = file.statements.flatMap((node) => {
    if (!ts.isExportDeclaration(node) || node.moduleSpecifier !== undefined) return [];
    return node.exportClause !== undefined && ts.isNamedExports(node.exportClause)
      ? node.exportClause.elements
      : [];
  });
  return new Map(lists.map(({ name, propertyName }) => [(propertyName ?? name).text, name.text]));
}

/** Names that two or more files declare. */
export function declaredTwice(types: readonly DeclaredType[]): ReadonlyMap<string, readonly DeclaredType[]> {
  const byName = Map.groupBy(types, ({ name }) => name);
  return new Map([...byName].filter(([, same]) => new Set(same.map(({ module }) => module)).size > 1));
}

/** A name stands for one thing: no exported type may share its name with another exported one. */
export function findTypesDeclaredTwice(tree: SourceTree): readonly Violation[] {
  const exported = declaredTypes(tree).filter(({ isExported }) => isExported);
  return [...declaredTwice(exported)].flatMap(([name, [first, ...others]]) =>
    others.map(({ module, node }) =>
      violationAt(module, node, `type: ${name} is declared in ${first?.module.path ?? ''} already`),
    ),
  );
}
