import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { editorSchemas } from '../../../scripts/editor-schemas.ts';

interface Field {
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Field>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: unknown;
  readonly default?: unknown;
  readonly type?: string;
}

function read(name: string): Field {
  return JSON.parse(editorSchemas().get(name) ?? 'null');
}

function fields(field: Field, path: string): readonly (readonly [string, Field])[] {
  const inner = Object.entries(field.properties ?? {});
  return inner.flatMap(([name, each]) => [
    [`${path}${name}`, each] as const,
    ...fields(each, `${path}${name}.`),
  ]);
}

it.each([...editorSchemas().keys()])('%s in the repository is the one that the code makes', (name) => {
  const committed = readFileSync(new URL(`../../../schema/${name}`, import.meta.url), 'utf8');
  expect(committed).toBe(editorSchemas().get(name));
});

describe.each(['goal.schema.json', 'settings.schema.json'])('%s', (name) => {
  it('describes every field and gives an example of it', () => {
    const all = fields(read(name), '');
    expect(all.length).toBeGreaterThan(30);
    const bare = all.filter(([, field]) => !field.description || field.examples?.length === 0);
    expect(bare.map(([path]) => path)).toEqual([]);
  });

  it('knows no other fields', () => {
    const mappings = [read(name), ...fields(read(name), '').map(([, field]) => field)];
    const open = mappings.filter(
      (field) => field.properties !== undefined && field.additionalProperties !== false,
    );
    expect(open).toEqual([]);
  });
});

describe('the goal schema', () => {
  it('needs what the program needs and tells the defaults', () => {
    const schema = read('goal.schema.json');
    const byPath = new Map(fields(schema, ''));
    expect(schema.required).toEqual(['title', 'objective', 'schedule']);
    expect(byPath.get('limits.model_calls')).toMatchObject({ type: 'integer', minimum: 1, default: 20 });
    expect(byPath.get('limits.minutes')).toMatchObject({ type: 'number', default: 4 });
    expect(byPath.get('when_draft_is_open')?.default).toBe('wait');
    expect(byPath.get('permissions.read')?.default).toEqual(['**']);
  });
});
