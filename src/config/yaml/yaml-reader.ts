import { isAlias, isMap, isScalar, isSeq, type ParsedNode, type Scalar, type YAMLMap } from 'yaml';
import type { Problem, ProblemText } from '../../report/problems/problem.ts';
import { yamlProblems } from '../../report/problems/yaml-problems.ts';
import type { Position, YamlEntry, YamlNode } from './yaml-node.ts';

/** What reading one document needs; problems are collected on the way. */
export interface YamlReader {
  readonly file: string;
  readonly problems: Problem[];
  /** How many values were read so far. */
  values: number;
  /** The whole text that the places are in. */
  readonly text: string;
  place(offset: number): Position;
}

/** Levels below the whole file. */
export const DEEPEST = 16;
/** Far more than a sensible file holds; bounds the work that a hostile one can make. */
export const MOST_VALUES = 2_000;
/** Names that mean something to JavaScript objects and never to us. */
const UNSAFE_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/** Turns the library's node into plain data; what is not plain data becomes a problem. */
export function readNode(reader: YamlReader, node: ParsedNode, depth: number): YamlNode {
  const at = reader.place(node.range[0]);
  reader.values += 1;
  if (reader.values > MOST_VALUES) return { kind: 'unusable', at };
  const problem = problemOf(node, depth);
  if (problem !== null) {
    reader.problems.push({ file: reader.file, ...at, ...problem });
    return { kind: 'unusable', at };
  }
  if (isScalar(node)) {
    reportSwallowed(reader, node);
    return { kind: 'scalar', value: scalarValue(node.value), at };
  }
  if (isSeq<ParsedNode>(node)) {
    return { kind: 'list', items: node.items.map((item) => readNode(reader, item, depth + 1)), at };
  }
  if (isMap<ParsedNode, ParsedNode | null>(node)) {
    return { kind: 'mapping', entries: readEntries(reader, node, depth), at };
  }
  return { kind: 'unusable', at };
}

/** `Fix #12 links` without quotes is `Fix`: to YAML, the rest is a comment. Who means a comment, writes a space behind the #. */
function reportSwallowed({ text, file, problems, place }: YamlReader, node: Scalar.Parsed): void {
  if (node.type !== 'PLAIN' || typeof node.value !== 'string') return;
  const [, blanks, comment] = /^([ \t]+)(#[^\s#!][^\r\n]*)/.exec(text.slice(node.range[1])) ?? [];
  if (blanks === undefined || comment === undefined) return;
  const at = place(node.range[1] + blanks.length);
  problems.push({ file, ...at, ...yamlProblems.swallowed(comment) });
}

/** Why a node is not plain data; null: it is. */
function problemOf(node: ParsedNode, depth: number): ProblemText | null {
  if (isAlias(node)) return yamlProblems.alias(node.source);
  if (node.anchor !== undefined) return yamlProblems.anchor(node.anchor);
  if (node.tag !== undefined) return yamlProblems.tag(node.tag);
  return depth > DEEPEST ? yamlProblems.valueTooDeep(DEEPEST) : null;
}

function readEntries(reader: YamlReader, map: YAMLMap<ParsedNode, ParsedNode | null>, depth: number) {
  const seen = new Map<string, Position>();
  const entries: YamlEntry[] = [];
  for (const pair of map.items) {
    const keyAt = reader.place(pair.key.range[0]);
    const key = keyText(pair.key);
    const problem = keyProblem(key, key === null ? undefined : seen.get(key));
    if (problem !== null) reader.problems.push({ file: reader.file, ...keyAt, ...problem });
    const value: YamlNode =
      pair.value === null
        ? { kind: 'scalar', value: null, at: keyAt }
        : readNode(reader, pair.value, depth + 1);
    if (problem !== null || key === null) continue;
    seen.set(key, keyAt);
    entries.push({ key, keyAt, value });
  }
  return entries;
}

/** Why a key cannot be a field's name; null: it can. */
function keyProblem(key: string | null, earlier: Position | undefined): ProblemText | null {
  if (key === null) return yamlProblems.keyNotText;
  if (key === '<<') return yamlProblems.mergeKey;
  if (UNSAFE_KEYS.has(key)) return yamlProblems.unsafeKey(key);
  return earlier === undefined ? null : yamlProblems.sameKey(key, earlier.line);
}

/** Null: the key is a list, a mapping, an alias, empty, or carries a tag or an anchor. */
function keyText(key: ParsedNode): string | null {
  if (!isScalar(key) || key.anchor !== undefined || key.tag !== undefined) return null;
  return key.value === null ? null : (key.source ?? String(key.value));
}

function scalarValue(value: unknown): string | number | boolean | null {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return value === null || value === undefined ? null : String(value);
}
