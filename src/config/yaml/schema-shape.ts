import * as v from 'valibot';
import type { FieldNote } from '../../report/problems/field-problems.ts';
import type { FieldPath } from './yaml-node.ts';

/** The parts of a valibot schema that tell which fields there are. */
export interface SchemaShape extends v.GenericSchema {
  readonly entries?: Readonly<Record<string, SchemaShape>>;
  readonly wrapped?: SchemaShape;
  readonly item?: SchemaShape;
  readonly value?: SchemaShape;
  readonly options?: readonly string[];
}

/** The schema without `optional`: that of a value which is given. */
export function unwrap(schema: SchemaShape): SchemaShape {
  return schema.type === 'optional' && schema.wrapped !== undefined ? unwrap(schema.wrapped) : schema;
}

/** The schema of the field at `path`; null when there is none. */
export function schemaAt(root: SchemaShape, path: FieldPath): SchemaShape | null {
  let schema = unwrap(root);
  for (const step of path) {
    const next = typeof step === 'number' ? schema.item : (schema.entries?.[step] ?? recordValue(schema));
    if (next === undefined) return null;
    schema = unwrap(next);
  }
  return schema;
}

export function recordValue(schema: SchemaShape): SchemaShape | undefined {
  return schema.type === 'record' ? schema.value : undefined;
}

/** What the schema says that a field is for; null when it says nothing. */
export function noteOf(schema: SchemaShape | null): FieldNote | null {
  if (schema === null) return null;
  const { description, examples } = v.getMetadata(schema);
  if (typeof description !== 'string') return null;
  return { description, examples: Array.isArray(examples) ? examples : [] };
}
