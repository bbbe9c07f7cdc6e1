import { isAlias, isMap, isScalar, isSeq, type ParsedNode, type YAMLMap } from 'yaml';
import { type Problem, show } from '../../report/problems/problem.ts';
import type { Position, YamlEntry, YamlNode } from './yaml-node.ts';

/** What reading one document needs; problems are collected on the way. */
export interface YamlReader {
  readonly file: string;
  readonly problems: Problem[];
  /** How many values were read so far. */
  values: number;
  place(offset: number): Position;
}

const DEEPEST = 16;
/** Far more than a sensible file holds; bounds the work that a hostile one can make. */
export const MOST_VALUES = 5000;
/** Names that mean something to JavaScript objects and never to us. */
const UNSAFE_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/** Turns the library's node into plain data; what is not plain data becomes a problem. */
export function readNode(reader: YamlReader, node: ParsedNode, depth: number): YamlNode {
  const at = reader.place(node.range[0]);
  reader.values += 1;
  if (reader.values > MOST_VALUES) return { kind: 'unusable', at };
  const refusal = whyRefused(node, depth);
  if (refusal !== null) {
    reader.problems.push({ file: reader.file, ...at, ...refusal });
    return { kind: 'unusable', at };
  }
  if (isScalar(node)) return { kind: 'scalar', value: scalarValue(node.value), at };
  if (isSeq<ParsedNode>(node)) {
    return { kind: 'list', items: node.items.map((item) => readNode(reader, item, depth + 1)), at };
  }
  if (isMap<ParsedNode, ParsedNode | null>(node)) {
    return { kind: 'mapping', entries: readEntries(reader, node, depth), at };
  }
  return { kind: 'unusable', at };
}

type YamlRefusal = Pick<Problem, 'message' | 'hint'>;

function whyRefused(node: ParsedNode, depth: number): YamlRefusal | null {
  if (isAlias(node)) {
    return {
      message: `an alias (*${node.source}) is not allowed`,
      hint: 'write the value out; text that starts with * must stand in quotes, e.g. "**/*.md" or "*/30 * * * *"',
    };
  }
  if (node.anchor !== undefined) {
    return {
      message: `an anchor (&${node.anchor}) is not allowed`,
      hint: 'write the value out wherever it is needed; text that starts with & must stand in quotes',
    };
  }
  if (node.tag !== undefined) {
    return {
      message: `a tag (${show(node.tag.replace('tag:yaml.org,2002:', '!!'))}) is not allowed`,
      hint: 'write the plain value; text that starts with ! must stand in quotes',
    };
  }
  return depth > DEEPEST
    ? { message: 'this is nested too deeply', hint: `at most ${DEEPEST} levels; no field needs more` }
    : null;
}

function readEntries(reader: YamlReader, map: YAMLMap<ParsedNode, ParsedNode | null>, depth: number) {
  const seen = new Map<string, Position>();
  const entries: YamlEntry[] = [];
  for (const pair of map.items) {
    const keyAt = reader.place(pair.key.range[0]);
    const key = keyText(pair.key);
    const refusal = whyKeyRefused(key, key === null ? undefined : seen.get(key));
    if (refusal !== null) reader.problems.push({ file: reader.file, ...keyAt, ...refusal });
    const value: YamlNode =
      pair.value === null
        ? { kind: 'scalar', value: null, at: keyAt }
        : readNode(reader, pair.value, depth + 1);
    if (refusal !== null || key === null) continue;
    seen.set(key, keyAt);
    entries.push({ key, keyAt, value });
  }
  return entries;
}

function whyKeyRefused(key: string | null, earlier: Position | undefined): YamlRefusal | null {
  if (key === null) {
    return { message: 'a field name must be plain text', hint: 'write `name: value`' };
  }
  if (key === '<<') {
    return { message: 'a merge key (<<) is not allowed', hint: 'write the fields out' };
  }
  if (UNSAFE_KEYS.has(key)) {
    return { message: `${show(key)} cannot be a field name`, hint: 'choose another name' };
  }
  return earlier === undefined
    ? null
    : {
        message: `the field ${show(key)} is given twice, first in line ${earlier.line}`,
        hint: 'keep one of them',
      };
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
