import ts from 'typescript';
import {
  isWithin,
  nodesOf,
  type SourceModule,
  type SourceTree,
  type Violation,
  violationAt,
} from './source-tree.ts';
import { type TextFlow, textFlowOf } from './text-flow.ts';

const WORDS = 4;

/** Folders that word things: what people read, and other parties whose voice a rehearsal plays. */
const VOICES = [
  'report/',
  'rehearsal/model/',
  'rehearsal/github/',
  'simulation/',
  'pages/',
  'demonstrations/',
];
/** Texts for the model, except what goes to the log. */
const MODEL = 'agent/';
const COMMANDS = 'commands/';
/** What a command line says about itself. */
const HELP = ['help', 'summary', 'usage', 'description', 'about'];
/** Starts of texts that another program reads: git, a shell, a server that takes queries. */
const FOR_PROGRAMS = [
  '#!/bin/sh',
  '[core]',
  '[uploadpack]',
  'commit …\nmark',
  'M … inline',
  'query {',
  '(() => {',
  'HTTP/1.1',
  'const { connect, createServer }',
];

/** Texts of four words or more outside of the places that word things: a rule gives facts, and `report/` says them. */
export function findSentences(tree: SourceTree): readonly Violation[] {
  const flow = textFlowOf(tree);
  return tree.modules
    .filter(({ path }) => !isWithin(path, VOICES))
    .flatMap((module) =>
      nodesOf(module.file)
        .filter((node) => isText(node) || isPutTogether(node))
        .filter((text) => isSentence(shownText(text)) && !isAllowed(text, module, flow))
        .map((text) => {
          const shown = JSON.stringify(shownText(text));
          return violationAt(module, text, `sentence: ${shown}`);
        }),
    );
}

type Text = ts.StringLiteralLike | ts.TemplateExpression;

function isText(node: ts.Node): node is Text {
  return ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);
}

/** A chain of `+`, or a list that is joined straight away; what is a sentence in one of its parts is found there. */
function isPutTogether(node: ts.Node): node is PutTogether {
  if (!isSum(node) && !isJoinedList(node)) return false;
  const parts = partsOf(node);
  return !isSum(node.parent) && parts.some(isText) && !parts.some((part) => isSentence(shownText(part)));
}

type PutTogether = ts.BinaryExpression | ts.CallExpression;

function isSum(node: ts.Node): node is ts.BinaryExpression {
  return ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken;
}

function isJoinedList(node: ts.Node): node is ts.CallExpression {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false;
  return node.expression.name.text === 'join' && ts.isArrayLiteralExpression(node.expression.expression);
}

function partsOf(text: PutTogether): readonly ts.Expression[] {
  if (isSum(text)) return [text.left, text.right].flatMap((part) => (isSum(part) ? partsOf(part) : [part]));
  const list = ts.isPropertyAccessExpression(text.expression) ? text.expression.expression : text;
  return ts.isArrayLiteralExpression(list) ? list.elements : [];
}

/** With `…` for each value that is put in. */
function shownText(text: ts.Node): string {
  if (ts.isStringLiteralLike(text)) return text.text;
  if (ts.isTemplateExpression(text))
    return (
      text.head.text + text.templateSpans.map((span) => `${shownValue(span)}${span.literal.text}`).join('')
    );
  if (!isSum(text) && !isJoinedList(text)) return '…';
  const [separator] = isSum(text) ? [] : text.arguments;
  return partsOf(text)
    .map(shownText)
    .join(separator === undefined ? '' : shownText(separator));
}

/** The command line is called by its name in this repository. */
function shownValue({ expression }: ts.TemplateSpan): string {
  return expression.getText() === 'PROGRAM' ? 'npm start --' : '…';
}

/** A word is made of letters; values that are put in count, but make no sentence by themselves. */
function isSentence(text: string): boolean {
  const parts = text.split(/\s+/).map((part) => part.replace(/^["'`(]+/, '').replace(/["'`).,:;!?]+$/, ''));
  const words = parts.filter((part) => /^\p{L}+(?:['’-]\p{L}+)*$/u.test(part));
  const values = parts.filter((part) => part === '…' || part === '#…');
  return words.length >= 2 && words.length + values.length >= WORDS;
}

function isAllowed(text: Text | PutTogether, module: SourceModule, flow: TextFlow): boolean {
  const shown = shownText(text).trimStart();
  if (FOR_PROGRAMS.some((start) => shown.startsWith(start))) return true;
  if (module.path.startsWith(MODEL) && !isForLog(text)) return true;
  if (module.path.startsWith(COMMANDS) && isHelp(text)) return true;
  return isName(text) || flow.isDetailOnly(text);
}

/** A list of field names. */
const FIELD_NAMES = 'core/access/masked-record.ts';

/** Written by a program, from sources that are read themselves. */
const BUILT = 'report/page/built/';

/** Words of the code, which docs/design.md translates for people. */
const CODE_WORDS = /\b(?:wakes?|leases?|items?|slots?|epochs?|checkpoints?|outbox)\b/i;

/** Sentences for people that speak of the code, wherever they are: a detail of a planned ending is read as well. */
export function findCodeWords(tree: SourceTree): readonly Violation[] {
  return tree.modules
    .filter(
      ({ path }) => !isWithin(path, [MODEL, FIELD_NAMES, BUILT, 'rehearsal/model/', 'rehearsal/github/']),
    )
    .flatMap((module) =>
      nodesOf(module.file)
        .filter(isText)
        .filter((text) => isSentence(shownText(text)) && !isName(text) && !isDefect(text))
        .flatMap((text) => {
          const [word] = CODE_WORDS.exec(withoutCode(shownText(text))) ?? [];
          return word === undefined
            ? []
            : [violationAt(module, text, `word: "${word}" in a text for people`)];
        }),
    );
}

/** Without commands, options, fields, paths and names of files. */
function withoutCode(text: string): string {
  return text.replaceAll(/`[^`]*`|npm start -- \w+|--[\w-]+|\w+:|\S*\w[/.]\w\S*/g, '');
}

/** The message of an error that is a mistake of our own. */
function isDefect({ parent }: Text): boolean {
  return ts.isNewExpression(parent) && parent.expression.getText() === 'Error';
}

/** Module specifiers, keys and types. */
function isName({ parent }: Text | PutTogether): boolean {
  return (
    ts.isImportDeclaration(parent) ||
    ts.isExportDeclaration(parent) ||
    ts.isLiteralTypeNode(parent) ||
    ts.isElementAccessExpression(parent)
  );
}

/** `message:` beside an `event:`. */
function isForLog(text: ts.Node): boolean {
  const property = ts.findAncestor(text, (node) =>
    ts.isFunctionLike(node) ? 'quit' : ts.isPropertyAssignment(node),
  );
  if (property === undefined || !ts.isPropertyAssignment(property)) return false;
  const names = property.parent.properties.map((each) => each.name?.getText());
  return property.name.getText() === 'message' && names.includes('event');
}

/** In a property or a constant of a help text's name. */
function isHelp(text: ts.Node): boolean {
  return (
    ts.findAncestor(text, (node) => {
      if (ts.isFunctionLike(node)) return 'quit';
      if (ts.isPropertyAssignment(node)) return HELP.includes(node.name.getText());
      return ts.isVariableDeclaration(node) && /(^|_)(HELP|USAGE)$/.test(node.name.getText());
    }) !== undefined
  );
}
