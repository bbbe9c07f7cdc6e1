import ts from 'typescript';
import { nodesOf, type SourceModule, type SourceTree } from '../../test/support/architecture/source-tree.ts';

/** A function with a body; `name` is `file#function`, that of a closure the name of its constant. */
export interface NamedFunction {
  readonly name: string;
  readonly module: SourceModule;
  /** Functions that it calls or hands on. */
  readonly uses: ReadonlySet<ts.Node>;
  /** Members of ports that it uses, such as `StateStore.push`. */
  readonly doors: ReadonlySet<string>;
}

export type CallGraph = ReadonlyMap<ts.Node, NamedFunction>;

type WithBody = ts.FunctionLikeDeclaration & { readonly body: ts.Node };

/** Every function with what it uses. Callbacks count as part of the function that they stand in. */
export function callGraphOf(tree: SourceTree): CallGraph {
  return new Map(
    tree.modules.flatMap((module) =>
      nodesOf(module.file)
        .filter(isNamedFunction)
        .map((node) => [node, describe(node, module, tree.checker)] as const),
    ),
  );
}

function isNamedFunction(node: ts.Node): node is WithBody {
  if (ts.isArrowFunction(node)) return ts.isVariableDeclaration(node.parent);
  const isDeclared =
    ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node) || ts.isConstructorDeclaration(node);
  return isDeclared && node.body !== undefined;
}

function describe(node: WithBody, module: SourceModule, checker: ts.TypeChecker): NamedFunction {
  const uses = new Set<ts.Node>();
  const doors = new Set<string>();
  const visit = (inner: ts.Node): void => {
    if (isNamedFunction(inner)) uses.add(inner);
    else ts.forEachChild(inner, visit);
    if (!ts.isIdentifier(inner) && !ts.isPrivateIdentifier(inner)) return;
    const declaration = declarationOf(inner, checker);
    if (declaration === undefined || declaration === node) return;
    if (isNamedFunction(declaration)) uses.add(declaration);
    if (ts.isMethodSignature(declaration) && ts.isInterfaceDeclaration(declaration.parent)) {
      doors.add(`${declaration.parent.name.text}.${declaration.name.getText()}`);
    }
  };
  visit(node.body);
  const own =
    ts.isArrowFunction(node) && ts.isVariableDeclaration(node.parent) ? node.parent.name : node.name;
  return { name: `${module.path}#${own?.getText() ?? 'constructor'}`, module, uses, doors };
}

/** The function, or the member of a type, that a name stands for; also where it was imported lazily. */
function declarationOf(
  name: ts.Identifier | ts.PrivateIdentifier,
  checker: ts.TypeChecker,
): ts.Node | undefined {
  const symbol = checker.getSymbolAtLocation(name);
  const isAlias = symbol !== undefined && (symbol.flags & ts.SymbolFlags.Alias) !== 0;
  const declaration = (isAlias ? checker.getAliasedSymbol(symbol) : symbol)?.valueDeclaration;
  if (declaration === undefined) return undefined;
  if (ts.isBindingElement(declaration)) {
    return checker.getTypeAtLocation(declaration).getCallSignatures()[0]?.declaration;
  }
  const isConstant = ts.isVariableDeclaration(declaration) && declaration.initializer !== undefined;
  return isConstant && isNamedFunction(declaration.initializer) ? declaration.initializer : declaration;
}

export function functionsNamed(graph: CallGraph, names: readonly string[]): readonly ts.Node[] {
  return [...graph].filter(([, { name }]) => names.includes(name)).map(([node]) => node);
}

/** The starts and all functions that they come to. */
export function reachedFrom(graph: CallGraph, starts: readonly ts.Node[]): ReadonlySet<ts.Node> {
  const found = new Set(starts);
  for (const node of found) for (const used of graph.get(node)?.uses ?? []) found.add(used);
  return found;
}

/** The functions that come to a door, straight away or through others. */
export function comingTo(graph: CallGraph, door: string): ReadonlySet<ts.Node> {
  const users = new Map<ts.Node, ts.Node[]>();
  for (const [node, { uses }] of graph) {
    for (const used of uses) users.set(used, [...(users.get(used) ?? []), node]);
  }
  const found = new Set([...graph].filter(([, { doors }]) => doors.has(door)).map(([node]) => node));
  for (const node of found) for (const user of users.get(node) ?? []) found.add(user);
  return found;
}
