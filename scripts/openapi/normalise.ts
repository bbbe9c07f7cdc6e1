/** A JSON Schema, draft 2020-12 or older, as ajv reads it. */
export type Schema = Readonly<Record<string, unknown>>;

const COMPONENTS = '#/components/schemas/';
/** What says something about values. The rest is for readers, and goes. */
const KEPT = [
  'type',
  'enum',
  'format',
  'pattern',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'items',
  'minItems',
  'maxItems',
  'properties',
  'required',
  'minProperties',
  'maxProperties',
  'additionalProperties',
  'oneOf',
  'anyOf',
  'allOf',
  'nullable',
  '$ref',
];
const IGNORED = [
  'title',
  'description',
  'example',
  'examples',
  'default',
  'deprecated',
  'readOnly',
  'discriminator',
];
/** `nullable` without a type means nothing to ajv, and an enum has to name null as well. */
const FORMATS = ['date-time', 'uri', 'email'];

/**
 * OpenAPI 3.0 as JSON Schema. `nullable` becomes a type, also where it stands alone; what is put together by `allOf`
 * becomes one object. GitHub leaves its objects open: here they are closed, so that a misspelled field is found.
 */
export function normalise(given: unknown, description: unknown): Schema {
  if (!isRecord(given)) throw new Error(`A schema is missing: ${JSON.stringify(given)}`);
  const strange = Object.keys(given).filter(
    (key) => !KEPT.includes(key) && !IGNORED.includes(key) && !key.startsWith('x-'),
  );
  if (strange.length > 0) throw new Error(`A schema says what is not understood: ${strange.join(', ')}`);
  return nullable(closed(inner(given, description)), given);
}

function inner(given: Schema, description: unknown): Schema {
  const parts = given['allOf'];
  if (Array.isArray(parts)) return merged(parts, description);
  const result: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(given)) {
    if (key === 'nullable' || !KEPT.includes(key)) continue;
    const read = keyword(key, value, description);
    if (read !== undefined) result[key] = read;
  }
  return result;
}

function keyword(key: string, value: unknown, description: unknown): unknown {
  switch (key) {
    case '$ref':
      return `github#/$defs/${String(value).slice(COMPONENTS.length)}`;
    case 'format':
      return FORMATS.includes(String(value)) ? value : undefined;
    case 'items':
      return normalise(value, description);
    case 'additionalProperties':
      return typeof value === 'boolean' ? value : normalise(value, description);
    case 'oneOf':
    case 'anyOf':
      return Array.isArray(value) ? value.map((each) => normalise(each, description)) : value;
    case 'properties':
      return mapped(value, (each) => normalise(each, description));
    default:
      return value;
  }
}

/** One object of several; only plain ones are understood. */
function merged(parts: readonly unknown[], description: unknown): Schema {
  const objects = parts.map((part) => {
    const ref = at(part, '$ref');
    const name = typeof ref === 'string' ? ref.slice(COMPONENTS.length) : null;
    const given = name === null ? part : at(description, 'components', 'schemas', name);
    if (!isRecord(given) || !isRecord(given['properties']))
      throw new Error('`allOf` of something else than objects.');
    return inner(given, description);
  });
  const required = objects.flatMap((each) => (Array.isArray(each['required']) ? each['required'] : []));
  return {
    type: 'object',
    properties: Object.assign({}, ...objects.map((each) => each['properties'])),
    ...(required.length > 0 && { required: [...new Set(required)] }),
  };
}

function closed(schema: Schema): Schema {
  const isOpen = isRecord(schema['properties']) && schema['additionalProperties'] === undefined;
  return isOpen ? { ...schema, additionalProperties: false } : schema;
}

function nullable(schema: Schema, given: Schema): Schema {
  if (given['nullable'] !== true) return schema;
  const { type, ...rest } = schema;
  if (typeof type !== 'string') return { anyOf: [schema, { type: 'null' }] };
  const { enum: values } = rest;
  const withNull = Array.isArray(values) && !values.includes(null) ? { enum: [...values, null] } : {};
  return { type: [type, 'null'], ...rest, ...withNull };
}

function mapped(value: unknown, map: (value: unknown) => unknown): unknown {
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, map(each)]));
}

export function isRecord(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What lies at the end of a way through objects; undefined: nothing. */
export function at(value: unknown, ...way: readonly string[]): unknown {
  return way.reduce<unknown>((place, name) => (isRecord(place) ? place[name] : undefined), value);
}
