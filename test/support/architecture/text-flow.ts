import ts from 'typescript';
import { nodesOf, type SourceTree } from './source-tree.ts';

/** Where a text goes, asked of one tree. */
export interface TextFlow {
  /**
   * Whether everything that becomes of a text is one of: the detail of a `Halt`, the message of an `Error` (a defect of
   * our own), or a comparison. Followed through constants, parameters and results of functions; anything else, such
   * as a property of a record, counts as shown to people.
   */
  readonly isDetailOnly: (text: ts.Expression) => boolean;
}

/** Methods that give a changed text, that hand it to a function, and that only ask something of it or take it to pieces. */
const CHANGES = [
  'trim',
  'replace',
  'replaceAll',
  'slice',
  'concat',
  'join',
  'padEnd',
  'toLowerCase',
  'repeat',
];
const VISITS = ['map', 'flatMap', 'filter', 'some'];
const ASKS = ['includes', 'startsWith', 'endsWith', 'indexOf', 'has', 'split', 'test', 'match', 'exec'];

export function textFlowOf(tree: SourceTree): TextFlow {
  const identifiers = identifiersByName(tree);
  return { isDetailOnly: (text) => new Follower(tree.checker, identifiers).ends(text) };
}

type Identifiers = ReadonlyMap<string, readonly ts.Identifier[]>;

function identifiersByName(tree: SourceTree): Identifiers {
  const all = tree.modules.flatMap(({ file }) => nodesOf(file).filter(ts.isIdentifier));
  return Map.groupBy(all, ({ text }) => text);
}

class Follower {
  readonly #checker: ts.TypeChecker;
  readonly #identifiers: Identifiers;
  readonly #visited = new Set<ts.Node>();

  constructor(checker: ts.TypeChecker, identifiers: Identifiers) {
    this.#checker = checker;
    this.#identifiers = identifiers;
  }

  /** Whether the value of an expression ends only as a detail. A circle adds no other end. */
  ends(node: ts.Node): boolean {
    if (this.#visited.has(node)) return true;
    this.#visited.add(node);
    const { parent } = node;
    if (isPassedOn(node, parent)) return this.ends(parent);
    if (ts.isTemplateSpan(parent)) return this.ends(parent.parent);
    if (ts.isConditionalExpression(parent)) return parent.condition === node || this.ends(parent);
    if (ts.isBinaryExpression(parent)) return this.#endsInOperator(parent);
    if (ts.isPropertyAccessExpression(parent)) return this.#endsInMethod(parent);
    if (ts.isNewExpression(parent)) return isError(parent);
    if (ts.isCallExpression(parent)) return ts.isExpression(node) && this.#endsInCall(parent, node);
    if (ts.isPropertyAssignment(parent) || ts.isShorthandPropertyAssignment(parent)) return isDetail(parent);
    if (ts.isVariableDeclaration(parent)) return this.#endsInNames(parent.name);
    if (ts.isReturnStatement(parent)) return this.#endsInResult(functionAround(parent));
    if (ts.isArrowFunction(parent)) return this.#endsInResult(parent);
    return false;
  }

  #endsInOperator(operation: ts.BinaryExpression): boolean {
    switch (operation.operatorToken.kind) {
      case ts.SyntaxKind.EqualsEqualsEqualsToken:
      case ts.SyntaxKind.ExclamationEqualsEqualsToken:
        return true;
      case ts.SyntaxKind.PlusToken:
      case ts.SyntaxKind.QuestionQuestionToken:
      case ts.SyntaxKind.BarBarToken:
      case ts.SyntaxKind.AmpersandAmpersandToken:
        return this.ends(operation);
      default:
        return false;
    }
  }

  #endsInMethod({ name, parent }: ts.PropertyAccessExpression): boolean {
    if (ASKS.includes(name.text)) return true;
    if (!ts.isCallExpression(parent)) return false;
    const [callback] = parent.arguments;
    const element =
      callback !== undefined && ts.isArrowFunction(callback) ? callback.parameters[0] : undefined;
    if (VISITS.includes(name.text)) return element !== undefined && this.#endsInNames(element.name);
    return CHANGES.includes(name.text) && this.ends(parent);
  }

  #endsInCall(call: ts.CallExpression, node: ts.Expression): boolean {
    const callee = call.expression;
    if (callee.kind === ts.SyntaxKind.SuperKeyword) return ts.isTemplateExpression(node) && isInError(call);
    if (ts.isPropertyAccessExpression(callee) && ASKS.includes(callee.name.text)) return true;
    const declaration = this.#checker.getResolvedSignature(call)?.declaration;
    const position = call.arguments.indexOf(node);
    const parameter = declaration?.parameters[position];
    if (parameter === undefined || !isNode(parameter) || !isFunction(declaration)) return false;
    return this.#endsInNames(parameter.name);
  }

  #endsInNames(name: ts.BindingName): boolean {
    if (ts.isIdentifier(name)) return all(this.#referencesTo(name), (each) => this.ends(each));
    return name.elements.every(
      (element) => ts.isOmittedExpression(element) || this.#endsInNames(element.name),
    );
  }

  /** What a function gives ends where its calls end. */
  #endsInResult(declaration: ts.Node | undefined): boolean {
    const name = declaration === undefined ? null : nameOf(declaration);
    if (name === null) return false;
    return all(
      this.#referencesTo(name),
      (each) => ts.isCallExpression(each.parent) && each.parent.expression === each && this.ends(each.parent),
    );
  }

  /** Where a name is used, its declarations, imports and exports left out. */
  #referencesTo(name: ts.Identifier): readonly ts.Identifier[] {
    const symbol = this.#symbolOf(name);
    const same = this.#identifiers.get(name.text) ?? [];
    return same.filter(
      (each) => each !== name && !isDeclaredOrHandedOn(each) && this.#symbolOf(each) === symbol,
    );
  }

  #symbolOf(name: ts.Identifier): ts.Symbol | undefined {
    const symbol = ts.isShorthandPropertyAssignment(name.parent)
      ? this.#checker.getShorthandAssignmentValueSymbol(name.parent)
      : this.#checker.getSymbolAtLocation(name);
    const isAlias = symbol !== undefined && (symbol.flags & ts.SymbolFlags.Alias) !== 0;
    return isAlias ? this.#checker.getAliasedSymbol(symbol) : symbol;
  }
}

/** What nothing in the source uses is used elsewhere. */
function all<T>(list: readonly T[], test: (one: T) => boolean): boolean {
  return list.length > 0 && list.every(test);
}

/** Nodes whose value is that of the node inside. */
function isPassedOn(node: ts.Node, parent: ts.Node): boolean {
  return (
    ts.isParenthesizedExpression(parent) ||
    ts.isAsExpression(parent) ||
    ts.isSatisfiesExpression(parent) ||
    ts.isAwaitExpression(parent) ||
    ts.isArrayLiteralExpression(parent) ||
    ts.isSpreadElement(parent) ||
    (ts.isCallExpression(parent) && parent.expression === node)
  );
}

function isError(creation: ts.NewExpression): boolean {
  const { expression } = creation;
  return ts.isIdentifier(expression) && ['Halt', 'Error'].includes(expression.text);
}

function isInError(node: ts.Node): boolean {
  const owner = ts.findAncestor(node, ts.isClassLike);
  const heritage = owner?.heritageClauses?.flatMap((clause) => clause.types.map((type) => type.getText()));
  return heritage?.some((name) => ['Halt', 'Error'].includes(name)) ?? false;
}

/** `detail:` beside an `ending:`. */
function isDetail(property: ts.PropertyAssignment | ts.ShorthandPropertyAssignment): boolean {
  const names = property.parent.properties.map((each) => each.name?.getText());
  return property.name?.getText() === 'detail' && names.includes('ending');
}

function functionAround(node: ts.Node): ts.Node | undefined {
  return ts.findAncestor(node, ts.isFunctionLike);
}

function isFunction(declaration: ts.Node | undefined): boolean {
  return (
    declaration !== undefined &&
    (ts.isFunctionDeclaration(declaration) ||
      ts.isArrowFunction(declaration) ||
      ts.isMethodDeclaration(declaration))
  );
}

function isNode(
  parameter: ts.ParameterDeclaration | ts.JSDocParameterTag,
): parameter is ts.ParameterDeclaration {
  return ts.isParameter(parameter);
}

function nameOf(declaration: ts.Node): ts.Identifier | null {
  if (ts.isFunctionDeclaration(declaration)) return declaration.name ?? null;
  const { parent } = declaration;
  const isNamed = ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name);
  return isNamed && ts.isIdentifier(parent.name) ? parent.name : null;
}

function isDeclaredOrHandedOn(name: ts.Identifier): boolean {
  const { parent } = name;
  return (
    ts.isImportSpecifier(parent) ||
    ts.isExportSpecifier(parent) ||
    ((ts.isFunctionDeclaration(parent) || ts.isVariableDeclaration(parent)) && parent.name === name)
  );
}
