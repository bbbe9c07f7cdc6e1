/** A YAML document as plain data, each part with its place. Aliases and tags never get this far. */
export type YamlNode =
  | { readonly kind: 'scalar'; readonly value: string | number | boolean | null; readonly at: Position }
  | { readonly kind: 'list'; readonly items: readonly YamlNode[]; readonly at: Position }
  | { readonly kind: 'mapping'; readonly entries: readonly YamlEntry[]; readonly at: Position }
  /** It has been reported already; nothing more is to be said about it. */
  | { readonly kind: 'unusable'; readonly at: Position };

export interface YamlEntry {
  readonly key: string;
  readonly keyAt: Position;
  readonly value: YamlNode;
}

/** Both from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Names and list indexes from the root down. */
export type FieldPath = readonly (string | number)[];

/** The value for a schema. Mappings have no prototype. */
export function plainValue(node: YamlNode): unknown {
  switch (node.kind) {
    case 'scalar':
      return node.value;
    case 'unusable':
      return null;
    case 'list':
      return node.items.map(plainValue);
    case 'mapping': {
      const value: Record<string, unknown> = Object.create(null);
      for (const entry of node.entries) value[entry.key] = plainValue(entry.value);
      return value;
    }
  }
}

/** The lines of the fields of a document and of their own fields, by name: `limits`, `limits.minutes`. */
export function linesOf(root: YamlNode): Readonly<Record<string, number>> {
  const lines: Record<string, number> = Object.create(null);
  for (const { key, keyAt, value } of entriesOf(root)) {
    lines[key] = keyAt.line;
    for (const inner of entriesOf(value)) lines[`${key}.${inner.key}`] = inner.keyAt.line;
  }
  return lines;
}

function entriesOf(node: YamlNode): readonly YamlEntry[] {
  return node.kind === 'mapping' ? node.entries : [];
}

export interface SourcePosition {
  /** Of the value, or of the nearest thing around it that exists. */
  readonly value: Position;
  /** Of the field's name; the value's own place where it has none. */
  readonly key: Position;
  /** Whether the path leads into something that was reported already. */
  readonly isReported: boolean;
}

export function placeOf(root: YamlNode, path: FieldPath): SourcePosition {
  let node = root;
  let key = root.at;
  for (const step of path) {
    const next = child(node, step);
    if (next === null) return { value: key, key, isReported: node.kind === 'unusable' };
    key = next.keyAt;
    node = next.value;
  }
  return { value: node.at, key, isReported: node.kind === 'unusable' };
}

function child(node: YamlNode, step: string | number): YamlEntry | null {
  if (node.kind === 'mapping') return node.entries.find((entry) => entry.key === step) ?? null;
  if (node.kind !== 'list' || typeof step !== 'number') return null;
  const item = node.items[step];
  return item === undefined ? null : { key: String(step), keyAt: item.at, value: item };
}
