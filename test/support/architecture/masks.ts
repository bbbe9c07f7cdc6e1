import ts from 'typescript';
import { importsOf } from './import-statements.ts';
import {
  isWithin,
  nodesOf,
  resolveSpecifier,
  type SourceModule,
  type SourceTree,
  type Violation,
  violationAt,
} from './source-tree.ts';

/** The files that may say that a text is masked. All others get it from them. */
const MAKERS = ['core/access/mask.ts', 'core/text/masked.ts', 'core/access/masked-record.ts'];

/** Functions that trust their caller, by where they are declared, and who may use them. */
const TRUSTING: readonly {
  readonly name: string;
  readonly from: string;
  readonly usedIn: readonly string[];
}[] = [
  {
    name: 'reshaped',
    from: 'core/text/masked.ts',
    usedIn: ['core/text/plain-text.ts', 'report/words/', 'commands/action/say.ts', 'action.ts'],
  },
  {
    name: 'published',
    from: 'core/access/masked-record.ts',
    // The last one: what is counted together from a masked state is masked as well.
    usedIn: ['ledger/ledger.ts', 'ledger/day-logs.ts', 'report/status/status-facts.ts'],
  },
  {
    name: 'maskedJson',
    from: 'core/access/masked-record.ts',
    usedIn: ['config/state/', 'commands/terminal/command.ts'],
  },
];

/** What the compiler lets pass: somebody who says of a text that it is masked, and prints without a mask. */
export function findMaskViolations(tree: SourceTree): readonly Violation[] {
  return tree.modules.flatMap((module) => [
    ...(isWithin(module.path, MAKERS) ? [] : findClaims(module, tree)),
    ...findTrust(module),
    ...findPrinting(module, tree),
  ]);
}

function findClaims(module: SourceModule, tree: SourceTree): readonly Violation[] {
  return [...nodesOf(module.file)].flatMap((node) => {
    const claim = claimOf(node);
    return (claim !== null && saysMasked(claim, module, tree)) || isParsedAsMasked(node, tree)
      ? [violationAt(module, node, `mask: only ${MAKERS.join(', ')} may say that a text is masked`)]
      : [];
  });
}

/** The type that is claimed without a proof; null: the compiler checks it. */
function claimOf(node: ts.Node): ts.TypeNode | null {
  if (ts.isAssertionExpression(node)) return ts.isConstTypeReference(node.type) ? null : node.type;
  if (ts.isTypePredicateNode(node)) return node.type ?? null;
  // The implementation of an overload need not keep to it.
  const isOverload =
    (ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node)) && node.body === undefined;
  return isOverload ? (node.type ?? null) : null;
}

/** By its name, by what a name of another kind stands for, or because it is whatever the place asks for. */
function saysMasked(claim: ts.TypeNode, { file }: SourceModule, tree: SourceTree): boolean {
  if (/\bMasked/.test(claim.getText(file))) return true;
  const type = tree.checker.getTypeFromTypeNode(claim);
  // A type predicate or an overload may well narrow a record whose texts are masked already.
  if (!ts.isAssertionExpression(claim.parent)) return isMasked(type, tree);
  const isAnything = (type.flags & (ts.TypeFlags.Never | ts.TypeFlags.TypeParameter)) !== 0;
  return isAnything || holdsMasked(type, tree);
}

/** What `JSON.parse` gives fits everywhere. */
function isParsedAsMasked(node: ts.Node, tree: SourceTree): boolean {
  if (!ts.isCallExpression(node) || node.expression.getText() !== 'JSON.parse') return false;
  const wanted = tree.checker.getContextualType(node);
  return wanted !== undefined && holdsMasked(wanted, tree);
}

/** How many records and lists inside each other are gone through. */
const DEPTH = 3;

/** Whether a type is masked text, or a list or record of it. */
function holdsMasked(type: ts.Type, tree: SourceTree, depth = DEPTH): boolean {
  if (depth < 0) return false;
  if (isMasked(type, tree)) return true;
  if (type.isUnionOrIntersection()) return type.types.some((each) => holdsMasked(each, tree, depth));
  if ((type.flags & ts.TypeFlags.Object) === 0) return false;
  const { checker } = tree;
  const parts = isList(type, checker)
    ? checker.getTypeArguments(type)
    : type.getProperties().map(checker.getTypeOfSymbol);
  return parts.some((part) => part.getCallSignatures().length === 0 && holdsMasked(part, tree, depth - 1));
}

function isList(type: ts.Type, checker: ts.TypeChecker): type is ts.TypeReference {
  return checker.isArrayType(type) || checker.isTupleType(type);
}

function findTrust(module: SourceModule): readonly Violation[] {
  return importsOf(module).flatMap(({ node, specifier, names }) => {
    const target = specifier === null ? null : resolveSpecifier(module.path, specifier);
    return TRUSTING.filter(({ from }) => from === target)
      .filter(
        ({ name, usedIn }) => (names.includes(name) || names.includes('*')) && !isWithin(module.path, usedIn),
      )
      .map(({ name, usedIn }) =>
        violationAt(module, node, `mask: ${name} trusts its caller and is only for ${usedIn.join(', ')}`),
      );
  });
}

/** Standard output and standard error take any text: here they take masked ones. */
function findPrinting(module: SourceModule, tree: SourceTree): readonly Violation[] {
  return [...nodesOf(module.file)].flatMap((node) => {
    if (!ts.isCallExpression(node) || !isPrinting(node.expression)) return [];
    const isPrinted = node.arguments.every((text) => isMasked(tree.checker.getTypeAtLocation(text), tree));
    return isPrinted ? [] : [violationAt(module, node, 'mask: what is printed must be masked')];
  });
}

/** Also where the method is named in brackets. */
function isPrinting(callee: ts.Expression): boolean {
  const called = callee.getText().replace(/\??\.?\[?['"`]?(\w+)['"`]?\]?$/, '.$1');
  return /^(?:(?:process\.(?:stdout|stderr)|stream)\.(?:write|end)|process\.emitWarning)$/.test(called);
}

function isMasked(type: ts.Type, tree: SourceTree): boolean {
  const brand = tree.modules.find(({ path }) => path === 'core/text/masked.ts')?.file;
  return type
    .getProperties()
    .some(({ declarations = [] }) => declarations.some((each) => each.getSourceFile() === brand));
}
