import { isRecord, type Schema } from '../../../scripts/openapi/normalise.ts';
import { schemaNamed } from './description.ts';

/** The least that GitHub's description allows for a schema, e.g. `pull-request`, with some fields set otherwise. */
export function sample(name: string, fields: Readonly<Record<string, unknown>> = {}): Schema {
  const value = sampleOf(schemaNamed(name));
  if (!isRecord(value)) throw new Error(`${name} is no object`);
  return { ...value, ...fields };
}

const BY_FORMAT: Readonly<Record<string, string>> = {
  'date-time': '2026-11-22T03:00:00Z',
  uri: 'https://github.example/a',
  email: 'a@github.example',
};

export function sampleOf(schema: Schema): unknown {
  const { $ref, enum: values, type, anyOf, oneOf } = schema;
  if (typeof $ref === 'string') return sampleOf(schemaNamed($ref.slice('github#/$defs/'.length)));
  if (Array.isArray(values)) return values[0];
  const parts = anyOf ?? oneOf;
  if (Array.isArray(parts)) return sampleOf(parts[0]);
  switch (Array.isArray(type) ? type[0] : type) {
    case 'string':
      return BY_FORMAT[String(schema['format'])] ?? 'a'.repeat(Math.max(1, Number(schema['minLength'] ?? 1)));
    case 'integer':
    case 'number':
      return Number(schema['minimum'] ?? 1);
    case 'boolean':
      return false;
    case 'array':
      return Number(schema['minItems'] ?? 0) > 0 && isRecord(schema['items'])
        ? [sampleOf(schema['items'])]
        : [];
    case 'null':
      return null;
    default:
      return sampleObject(schema);
  }
}

function sampleObject({ properties, required }: Schema): Schema {
  const needed = Array.isArray(required) ? required.map(String) : [];
  const known = isRecord(properties) ? properties : {};
  return Object.fromEntries(
    needed.map((name) => {
      const schema = known[name];
      return [name, isRecord(schema) ? sampleOf(schema) : 'a'];
    }),
  );
}
