import ts from 'typescript';
import { nodesOf, type SourceTree, type Violation, violationAt } from './source-tree.ts';

/** How a sentence begins whose subject is what the name belongs to: `isOpen`, `hasTimeFor`. */
const AUXILIARIES = ['is', 'are', 'was', 'has', 'can', 'may', 'should', 'must', 'does', 'did', 'will'];
/** The same with a verb: `owesEffects`, `fitsAlone`. */
const VERBS = [
  ...[
    'accepts',
    'allows',
    'asks',
    'begins',
    'changes',
    'comes',
    'differs',
    'divides',
    'ends',
    'exists',
    'fits',
  ],
  ...[
    'gives',
    'goes',
    'holds',
    'keeps',
    'knows',
    'leads',
    'lifts',
    'looks',
    'makes',
    'matches',
    'needs',
    'opens',
  ],
  ...[
    'overlaps',
    'owes',
    'owns',
    'reads',
    'refuses',
    'repeats',
    'runs',
    'shows',
    'says',
    'starts',
    'sweeps',
    'takes',
  ],
  ...['uses', 'weighs', 'works', 'writes'],
];
/** Whose members are spelled as in goal, settings and state files, or in what commands print as JSON. */
const RECORDS = ['goal', 'item-state', 'settings', 'state', 'wake-result'].map((name) => `core/${name}.ts`);
/** Fields of those that other files hand on under the same names. */
const HANDED_ON = ['opened', 'readyWhereUnsupported'];
/** Members of options in `commands/` that are spelled as on the command line. */
const FLAGS = ['fresh', 'json', 'withoutVariable'];
/** Functions named so answer with yes or no. */
const QUESTIONS = ['is', 'are', 'was', 'has', 'can', 'may', 'should', 'does'];

/**
 * Names of exported functions and constants, of their parameters, and of members of exported types. A boolean reads as a sentence that is true for yes,
 * and what is named as a question gives a boolean.
 */
export function findBooleanNames(tree: SourceTree): readonly Violation[] {
  return tree.modules.flatMap((module) =>
    nodesOf(module.file).flatMap((node) => {
      if (!isNamed(node) || isKept(node, module.path)) return [];
      const name = node.name.text;
      const problem = problemWith(node, name, tree.checker);
      return problem === null ? [] : [violationAt(module, node, `boolean: ${name} ${problem}`)];
    }),
  );
}

type Holding =
  | ts.PropertySignature
  | ts.PropertyDeclaration
  | ts.ParameterDeclaration
  | ts.VariableDeclaration;
type Answering = ts.SignatureDeclaration | Holding;
type Named = Answering & { readonly name: ts.Identifier };

function isNamed(node: ts.Node): node is Named {
  const isAnswering =
    ts.isFunctionDeclaration(node) ||
    ts.isMethodDeclaration(node) ||
    ts.isMethodSignature(node) ||
    ts.isGetAccessor(node) ||
    ts.isPropertySignature(node) ||
    ts.isPropertyDeclaration(node) ||
    ts.isParameter(node) ||
    ts.isVariableDeclaration(node);
  return isAnswering && node.name !== undefined && ts.isIdentifier(node.name) && isExported(node);
}

/** Whether the node or what it is a member of is exported. */
function isExported(node: ts.Node): boolean {
  const owner = ts.findAncestor(node, (each) => each.parent !== undefined && ts.isSourceFile(each.parent));
  if (owner === undefined || !ts.canHaveModifiers(owner)) return false;
  const isPrivate = ts.findAncestor(node.parent, (each) => ts.isBlock(each)) !== undefined;
  return !isPrivate && (owner.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false);
}

/** Whether a name is spelled as something outside of the code. */
function isKept(node: Named, path: string): boolean {
  if (!isHolding(node)) return false;
  const name = node.name.text;
  return (
    RECORDS.includes(path) ||
    HANDED_ON.includes(name) ||
    (path.startsWith('commands/') && FLAGS.includes(name))
  );
}

function problemWith(node: Named, name: string, checker: ts.TypeChecker): string | null {
  const answer = answerOf(node, checker);
  if (isBoolean(answer)) {
    return readsAsSentence(name) ? null : 'does not read as a sentence';
  }
  const isQuestion = QUESTIONS.includes(wordsOf(name)[0] ?? '');
  const later = checker.getAwaitedType(answer) ?? answer;
  return isQuestion && !isHolding(node) && !isBoolean(later) ? 'asks, and does not answer yes or no' : null;
}

function isHolding(node: Answering): node is Holding {
  return (
    ts.isPropertySignature(node) ||
    ts.isPropertyDeclaration(node) ||
    ts.isParameter(node) ||
    ts.isVariableDeclaration(node)
  );
}

/** What a name holds or a function gives; a name that holds a function counts as one. */
function answerOf(node: Answering, checker: ts.TypeChecker): ts.Type {
  const type = checker.getTypeAtLocation(node);
  const [signature] = isHolding(node)
    ? type.getCallSignatures()
    : [checker.getSignatureFromDeclaration(node)];
  return signature === undefined ? type : checker.getReturnTypeOfSignature(signature);
}

/** A boolean, or one that may be missing. */
function isBoolean(type: ts.Type): boolean {
  const parts = type.isUnion() ? type.types : [type];
  const values = parts.filter(({ flags }) => (flags & (ts.TypeFlags.Null | ts.TypeFlags.Undefined)) === 0);
  return values.length > 0 && values.every(({ flags }) => (flags & ts.TypeFlags.BooleanLike) !== 0);
}

function readsAsSentence(name: string): boolean {
  const words = wordsOf(name);
  return VERBS.includes(words[0] ?? '') || words.some((word) => AUXILIARIES.includes(word));
}

function wordsOf(name: string): readonly string[] {
  return name.split(/_|(?<=[a-z])(?=[A-Z])/).map((word) => word.toLowerCase());
}
