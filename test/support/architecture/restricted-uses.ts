import ts from 'typescript';
import { importsOf } from './import-statements.ts';
import {
  CLOCK,
  type Door,
  FUNCTION_DOORS,
  GIT_CHILD,
  GLOBAL_DOORS,
  PACKAGE_DOORS,
  PURE_CRYPTO,
  RANDOM,
  STARTERS,
  WHOLE_OBJECTS,
} from './restricted-list.ts';
import {
  isWithin,
  nodesOf,
  type SourceModule,
  type SourceTree,
  type Violation,
  violationAt,
} from './source-tree.ts';

export function findDoorViolations(tree: SourceTree): readonly Violation[] {
  return tree.modules.flatMap((module) => [
    ...packageViolations(module),
    ...nodesOf(module.file).flatMap((node) => {
      const door = doorAt(node, tree);
      return door === null ? [] : closedDoor(module, node, door);
    }),
  ]);
}

function closedDoor(module: SourceModule, node: ts.Node, door: Door): readonly Violation[] {
  if (isWithin(module.path, door.allowed)) return [];
  const places = door.allowed.length === 0 ? 'nobody' : `only ${door.allowed.join(', ')}`;
  return [violationAt(module, node, `door: ${door.name} is for ${places}`)];
}

function packageViolations(module: SourceModule): readonly Violation[] {
  return importsOf(module).flatMap(({ node, specifier, kind, names }) => {
    const isRandom = specifier === 'node:crypto' && names.some((name) => !PURE_CRYPTO.includes(name));
    if (isRandom) return closedDoor(module, node, RANDOM);
    const door = PACKAGE_DOORS.find(({ name }) => specifier !== null && isWithin(specifier, [name]));
    if (door === undefined) return [];
    if (door.how === 'lazy' && kind === 'static') {
      const lazily = { ...door, name: `import of ${specifier} that is not lazy`, allowed: [] };
      return closedDoor(module, node, lazily);
    }
    return closedDoor(module, node, { ...door, name: String(specifier) });
  });
}

/** The door that a node of the program goes through; null: none. */
function doorAt(node: ts.Node, tree: SourceTree): Door | null {
  if (ts.isCallExpression(node) && isGitChild(node)) return GIT_CHILD;
  if (!ts.isIdentifier(node) || !isValue(node) || !isGlobal(node, tree)) return null;
  const name = node.text;
  if (name === 'Date' && readsClock(node)) return CLOCK;
  const object = GLOBAL_DOORS[name];
  if (Object.hasOwn(GLOBAL_DOORS, name) && object !== undefined) return memberDoor(node, object);
  return FUNCTION_DOORS.find((door) => door.name === name) ?? null;
}

function memberDoor(object: ts.Identifier, doors: (typeof GLOBAL_DOORS)[string]): Door | null {
  const member = memberOf(object);
  if (member === null) {
    const isHarmless = isConstructed(object) || isTestedAgainst(object);
    return isHarmless ? null : { name: `${object.text} as a value`, allowed: WHOLE_OBJECTS };
  }
  const allowed = Object.hasOwn(doors.members, member) ? doors.members[member] : doors.rest;
  return allowed === undefined ? null : { name: `${object.text}.${member}`, allowed };
}

/** `x.member` or `x['member']`; null: the object is used in another way. */
function memberOf(object: ts.Identifier): string | null {
  const { parent } = object;
  if (ts.isPropertyAccessExpression(parent) && parent.expression === object) return parent.name.text;
  const isIndexed = ts.isElementAccessExpression(parent) && parent.expression === object;
  return isIndexed && ts.isStringLiteralLike(parent.argumentExpression)
    ? parent.argumentExpression.text
    : null;
}

function readsClock(date: ts.Identifier): boolean {
  const { parent } = date;
  if (ts.isNewExpression(parent) && parent.expression === date) return (parent.arguments ?? []).length === 0;
  return ts.isCallExpression(parent) && parent.expression === date;
}

function isConstructed(object: ts.Identifier): boolean {
  return ts.isNewExpression(object.parent) && object.parent.expression === object;
}

function isTestedAgainst(object: ts.Identifier): boolean {
  const { parent } = object;
  return (
    ts.isBinaryExpression(parent) &&
    parent.right === object &&
    parent.operatorToken.kind === ts.SyntaxKind.InstanceOfKeyword
  );
}

/** Whether an identifier is read as a value here: not a type, a property's name or a declaration. */
function isValue(name: ts.Identifier): boolean {
  const { parent } = name;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === name;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === name;
  if (ts.isBindingElement(parent)) return parent.initializer === name;
  return (
    ts.isShorthandPropertyAssignment(parent) ||
    (ts.isExpression(name) && !ts.isPartOfTypeNode(name) && isReference(name))
  );
}

function isReference(name: ts.Identifier): boolean {
  const { parent } = name;
  const isNamed = ts.isTypeElement(parent) || ts.isClassElement(parent) || ts.isObjectLiteralElement(parent);
  const isDeclared =
    ts.isVariableDeclaration(parent) || ts.isParameter(parent) || ts.isFunctionDeclaration(parent);
  if (isNamed || isDeclared) return (parent as ts.NamedDeclaration).name !== name;
  return !ts.isImportSpecifier(parent) && !ts.isExportSpecifier(parent) && !ts.isTypeQueryNode(parent);
}

/** Nothing of ours has this name here. */
function isGlobal(name: ts.Identifier, tree: SourceTree): boolean {
  const symbol = ts.isShorthandPropertyAssignment(name.parent)
    ? tree.checker.getShorthandAssignmentValueSymbol(name.parent)
    : tree.checker.getSymbolAtLocation(name);
  const declarations = symbol?.declarations ?? [];
  return declarations.every((node) => !tree.modules.some(({ file }) => file === node.getSourceFile()));
}

function isGitChild(call: ts.CallExpression): boolean {
  const callee = call.expression;
  const name = ts.isPropertyAccessExpression(callee)
    ? callee.name.text
    : ts.isIdentifier(callee)
      ? callee.text
      : '';
  const program = call.arguments[0];
  if (!STARTERS.includes(name) || program === undefined) return false;
  return /^[`'"]git(?:\.exe)?\b/.test(program.getText());
}
