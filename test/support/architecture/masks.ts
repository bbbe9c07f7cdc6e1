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
const MAKERS = ['core/access/mask.ts', 'core/masked.ts', 'core/access/masked-record.ts'];

/** Functions that trust their caller, by where they are declared, and who may use them. */
const TRUSTING: readonly {
  readonly name: string;
  readonly from: string;
  readonly usedIn: readonly string[];
}[] = [
  {
    name: 'reshaped',
    from: 'core/masked.ts',
    usedIn: ['core/plain-text.ts', 'report/words/', 'commands/action/say.ts', 'action.ts'],
  },
  {
    name: 'published',
    from: 'core/access/masked-record.ts',
    usedIn: ['ledger/ledger.ts', 'ledger/day-logs.ts'],
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
    ...(isWithin(module.path, MAKERS) ? [] : findClaims(module)),
    ...findTrust(module),
    ...findPrinting(module, tree),
  ]);
}

function findClaims(module: SourceModule): readonly Violation[] {
  return [...nodesOf(module.file)].flatMap((node) => {
    const claim = claimOf(node);
    return claim !== null && /\bMasked/.test(claim.getText(module.file))
      ? [violationAt(module, node, `mask: only ${MAKERS.join(', ')} may say that a text is masked`)]
      : [];
  });
}

/** The type that is claimed without a proof; null: the compiler checks it. */
function claimOf(node: ts.Node): ts.TypeNode | null {
  if (ts.isAsExpression(node) || ts.isTypeAssertionExpression(node)) return node.type;
  if (ts.isTypePredicateNode(node)) return node.type ?? null;
  // The implementation of an overload need not keep to it.
  const isOverload =
    (ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node)) && node.body === undefined;
  return isOverload ? (node.type ?? null) : null;
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
    if (!ts.isCallExpression(node) || !isStreamWrite(node.expression)) return [];
    const isPrinted = node.arguments.every((text) => isMasked(tree.checker.getTypeAtLocation(text), tree));
    return isPrinted ? [] : [violationAt(module, node, 'mask: what is printed must be masked')];
  });
}

function isStreamWrite(callee: ts.Expression): boolean {
  if (!ts.isPropertyAccessExpression(callee) || callee.name.text !== 'write') return false;
  return /^process\.(?:stdout|stderr)$|^stream$/.test(callee.expression.getText());
}

function isMasked(type: ts.Type, tree: SourceTree): boolean {
  const brand = tree.modules.find(({ path }) => path === 'core/masked.ts')?.file;
  return type
    .getProperties()
    .some(({ declarations = [] }) => declarations.some((each) => each.getSourceFile() === brand));
}
