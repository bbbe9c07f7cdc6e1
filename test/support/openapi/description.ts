import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { isRecord, type Schema } from '../../../scripts/openapi/normalise.ts';
import type { Operation, Subset } from '../../../scripts/openapi/subset.ts';
import { AMENDMENTS, BESIDE_REST } from './exceptions.ts';

/** GitHub's official description of what is asked of it here; `scripts/openapi-subset.ts` makes it. */
export const subset: Subset = JSON.parse(readFileSync(new URL('github.json', import.meta.url), 'utf8'));
const schemas: Record<string, Schema> = { ...subset.schemas };
const ajv = new Ajv2020({
  allErrors: true,
  strict: true,
  strictTypes: false,
  strictRequired: false,
  allowUnionTypes: true,
});
// The package is CommonJS, and its types know nothing of what `import` makes of that.
(addFormats as unknown as { default: (ajv: Ajv2020) => void }).default(ajv);
for (const { schema, at, becomes } of AMENDMENTS) schemas[schema] = amended(schemaNamed(schema), at, becomes);
ajv.addSchema({ $id: 'github', $defs: schemas });

export const operations: Readonly<Record<string, Operation>> = { ...subset.operations, ...BESIDE_REST };

export function schemaNamed(name: string): Schema {
  const schema = schemas[name];
  if (schema === undefined) throw new Error(`The subset has no schema ${name}.`);
  return schema;
}

const compiled = new WeakMap<Schema, ValidateFunction>();
const SHOWN = 5;

/** A schema with another one at the end of a way through it. */
function amended(schema: Schema, [name, ...rest]: readonly string[], becomes: Schema): Schema {
  if (name === undefined) return becomes;
  const inner = schema[name];
  return { ...schema, [name]: amended(isRecord(inner) ? inner : {}, rest, becomes) };
}

/** What is wrong with a value, as short sentences; `what` names it. */
export function faultsIn(value: unknown, schema: Schema, what: string): readonly string[] {
  const validate = compiled.get(schema) ?? ajv.compile(schema);
  compiled.set(schema, validate);
  if (validate(value)) return [];
  return (validate.errors ?? []).slice(0, SHOWN).map(({ instancePath, message, params }) => {
    const { additionalProperty, allowedValues } = params;
    const named = additionalProperty ?? allowedValues;
    const detail = named === undefined ? '' : ` (${JSON.stringify(named)})`;
    return `${what}${instancePath} ${message}${detail}`;
  });
}
