import { data, Evaluator, Lexer, Parser } from '@actions/expressions';
import {
  isBasicExpression,
  isBoolean,
  isMapping,
  isNumber,
  isSequence,
  type TemplateParseResult,
} from '@actions/workflow-parser';

/** What expressions can see, by name: `github`, `vars`, `secrets`, `inputs`, … */
export type Contexts = Readonly<Record<string, unknown>>;

type Token = NonNullable<TemplateParseResult['value']>;

/** Nothing before the step or job has failed or was cancelled. */
const STATUS = Object.entries({ success: true, always: true, failure: false, cancelled: false }).map(
  ([name, value]) => ({ name, minArgs: 0, maxArgs: 0, call: () => new data.BooleanData(value) }),
);

/** An expression's value as plain data, by GitHub's own evaluator. */
function evaluate(expression: string, contexts: Contexts): unknown {
  const { tokens } = new Lexer(expression).lex();
  const tree = new Parser(tokens, Object.keys(contexts), STATUS).parse();
  const known = JSON.parse(JSON.stringify(contexts), data.reviver) as data.Dictionary;
  const functions = new Map(STATUS.map((one) => [one.name, one]));
  return JSON.parse(JSON.stringify(new Evaluator(tree, known, functions).evaluate(), data.replacer));
}

/** What GitHub takes for true. */
export function holds(expression: string, contexts: Contexts): boolean {
  return evaluate(`(${expression}) && true || false`, contexts) === true;
}

/** A part of a workflow as plain data, with every expression in it evaluated. */
export function evaluateToken(token: Token, contexts: Contexts): unknown {
  if (isBasicExpression(token)) return evaluate(token.expression, contexts);
  if (isMapping(token)) {
    const pairs = [...token].map(({ key, value }) => [key.toString(), evaluateToken(value, contexts)]);
    return Object.fromEntries(pairs);
  }
  if (isSequence(token)) return [...token].map((item) => evaluateToken(item, contexts));
  if (isNumber(token) || isBoolean(token)) return token.value;
  return token.toJSON() ?? '';
}
