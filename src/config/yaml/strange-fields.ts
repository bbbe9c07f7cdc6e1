import { fieldProblems, ofField, unknownField } from '../../report/problems/field-problems.ts';
import { fieldName, type ValueFault } from './fault.ts';
import { nearestName } from './nearest-name.ts';
import { recordValue, type SchemaShape, unwrap } from './schema-shape.ts';
import type { FieldPath } from './yaml-node.ts';

interface Spot {
  readonly schema: SchemaShape;
  readonly value: unknown;
  readonly path: FieldPath;
  /** For how many fields it is still found out what was meant: no more problems than that are told. */
  readonly guesses: { left: number };
}

/** What valibot does not report, or not fully: unknown fields after the first, and lists in place of mappings. */
export interface StrangeField {
  readonly kind: 'unknown' | 'list';
  readonly fault: ValueFault;
  /** Full name of the field that was probably meant. */
  readonly meant: string | null;
}

/** On every level, each unknown field with the name that was probably meant. */
export function strangeFields(spot: Spot): readonly StrangeField[] {
  const schema = unwrap(spot.schema);
  const { value, path, guesses } = spot;
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) {
    const { item } = schema;
    if (item !== undefined) {
      return value.flatMap((each, index) =>
        strangeFields({ schema: item, value: each, path: [...path, index], guesses }),
      );
    }
    return schema.entries !== undefined || recordValue(schema) !== undefined ? [listForMapping(path)] : [];
  }
  return Object.entries(value).flatMap(([key, each]) => {
    const known = Object.hasOwn(schema.entries ?? {}, key) ? schema.entries?.[key] : recordValue(schema);
    if (known !== undefined)
      return strangeFields({ schema: known, value: each, path: [...path, key], guesses });
    return schema.entries === undefined ? [] : [strangeField(schema.entries, [...path, key], guesses)];
  });
}

function listForMapping(path: FieldPath): StrangeField {
  const problem = ofField(fieldName(path), fieldProblems.listForMapping);
  return { kind: 'list', meant: null, fault: { path, at: 'value', ...problem } };
}

function strangeField(
  entries: Readonly<Record<string, SchemaShape>>,
  path: FieldPath,
  guesses: Spot['guesses'],
): StrangeField {
  const key = String(path.at(-1));
  const around = path.slice(0, -1);
  const known = Object.keys(entries);
  guesses.left -= 1;
  const near = guesses.left < 0 ? null : nearestName(key, known);
  const inner = near === null ? fieldInside(entries, key) : null;
  const meant = near ?? (inner === null ? null : `${inner}.${key}`);
  const problem = unknownField(key, { around: fieldName(around), meant, known });
  return {
    kind: 'unknown',
    meant: near === null ? null : fieldName([...around, near]),
    fault: { path, at: 'key', ...problem },
  };
}

/** Name of the field in which `key` would be right, e.g. `limits` for `tokens`. */
function fieldInside(entries: Readonly<Record<string, SchemaShape>>, key: string): string | null {
  const found = Object.entries(entries).find(([, schema]) =>
    Object.hasOwn(unwrap(schema).entries ?? {}, key),
  );
  return found?.[0] ?? null;
}
