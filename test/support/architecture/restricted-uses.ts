import ts from 'typescript';
import { importsOf } from './import-statements.ts';
import {
  CLOCK,
  GIT_CHILD,
  PURE_CRYPTO,
  RANDOM,
  RESTRICTED_FUNCTIONS,
  RESTRICTED_GLOBALS,
  RESTRICTED_PACKAGES,
  type Restricted,
  STARTERS,
  WHOLE_OBJECTS,
} from './restricted-list.ts';
import {
  isWithin,
  moduleOf,
  nodesOf,
  type SourceModule,
  type SourceTree,
  type Violation,
  violationAt,
} from './source-tree.ts';

export function findRestrictedUses(tree: SourceTree): readonly Violation[] {
  return tree.modules.flatMap((module) => [
    ...packageViolations(module),
    ...nodesOf(module.file).flatMap((node) => {
      const restricted = restrictedUseAt(node, tree);
      return restricted === null ? [] : forbiddenUse(module, node, restricted);
    }),
  ]);
}

function forbiddenUse(module: SourceModule, node: ts.Node, restricted: Restricted): readonly Violation[] {
  if (isWithin(module.path, restricted.allowed)) return [];
  const places = restricted.allowed.length === 0 ? 'nobody' : `only ${restricted.allowed.join(', ')}`;
  return [violationAt(module, node, `restricted: ${restricted.name} is for ${places}`)];
}

function packageViolations(module: SourceModule): readonly Violation[] {
  return importsOf(module).flatMap(({ node, specifier, kind, names }) => {
    const isRandom = specifier === 'node:crypto' && names.some((name) => !PURE_CRYPTO.includes(name));
    if (isRandom) return forbiddenUse(module, node, RANDOM);
    const restricted = RESTRICTED_PACKAGES.find(
      ({ name }) => specifier !== null && isWithin(specifier, [name]),
    );
    if (restricted === undefined) return [];
    if (restricted.how === 'lazy' && kind === 'static') {
      const lazily = { ...restricted, name: `import of ${specifier} that is not lazy`, allowed: [] };
      return forbiddenUse(module, node, lazily);
    }
    return forbiddenUse(module, node, { ...restricted, name: String(specifier) });
  });
}

/** The restricted thing that a node of the program uses; null: none. */
function restrictedUseAt(node: ts.Node, tree: SourceTree): Restricted | null {
  if (ts.isCallExpression(node) && isGitChild(node)) return GIT_CHILD;
  if (!ts.isIdentifier(node)) return null;
  const restricted = restrictedBy(node);
  // The last question takes longest: it asks the types.
  return restricted !== null && isValue(node) && isGlobal(node, tree) ? restricted : null;
}

/** What is restricted if the name is the global one. */
function restrictedBy(node: ts.Identifier): Restricted | null {
  const name = node.text;
  if (name === 'Date' && readsClock(node)) return CLOCK;
  const object = Object.hasOwn(RESTRICTED_GLOBALS, name) ? RESTRICTED_GLOBALS[name] : undefined;
  if (object !== undefined) return memberUse(node, object);
  return RESTRICTED_FUNCTIONS.find((restricted) => restricted.name === name) ?? null;
}

function memberUse(
  object: ts.Identifier,
  restricted: (typeof RESTRICTED_GLOBALS)[string],
): Restricted | null {
  const member = memberOf(object);
  if (member === null) {
    const isHarmless = isConstructed(object) || isTestedAgainst(object);
    return isHarmless ? null : { name: `${object.text} as a value`, allowed: WHOLE_OBJECTS };
  }
  const allowed = Object.hasOwn(restricted.members, member) ? restricted.members[member] : restricted.rest;
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
  return declarations.every((node) => moduleOf(node, tree) === undefined);
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
