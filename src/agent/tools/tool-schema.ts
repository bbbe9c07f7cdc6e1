import type * as v from 'valibot';

type JsonSchema = Readonly<Record<string, unknown>>;

/** The few schemas that tools use, as JSON Schema: one source for what is offered and what is checked. */
export function jsonSchemaOf(schema: v.GenericSchema | v.GenericSchemaAsync): JsonSchema {
  switch (schema.type) {
    case 'object':
    case 'strict_object':
      return objectSchema(schema as unknown as { readonly entries: v.ObjectEntries });
    case 'array':
      return { type: 'array', items: jsonSchemaOf((schema as unknown as { item: v.GenericSchema }).item) };
    case 'number':
      return { type: 'integer' };
    case 'boolean':
      return { type: 'boolean' };
    case 'string':
      return { type: 'string' };
    case 'picklist':
      return { type: 'string', enum: (schema as unknown as { options: readonly string[] }).options };
    default:
      throw new Error(`Tools do not use the schema ${schema.type}.`);
  }
}

function objectSchema({ entries }: { readonly entries: v.ObjectEntries }): JsonSchema {
  const all = Object.entries(entries);
  const required = all.filter(([, entry]) => entry.type !== 'optional').map(([name]) => name);
  return {
    type: 'object',
    properties: Object.fromEntries(all.map(([name, entry]) => [name, jsonSchemaOf(unwrapped(entry))])),
    ...(required.length > 0 && { required }),
  };
}

function unwrapped(schema: v.ObjectEntries[string]): v.GenericSchema | v.GenericSchemaAsync {
  return schema.type === 'optional' ? (schema as unknown as { wrapped: v.GenericSchema }).wrapped : schema;
}
