import type * as v from 'valibot';

type Fields = Readonly<Record<string, unknown>>;
type Entry = v.ObjectEntries[string];

/** The schema of an object, as far as its fields are concerned. */
interface ObjectShape {
  readonly entries: v.ObjectEntries;
}

/** How models call the field into which they put all arguments once more. */
const WRAPPINGS: readonly string[] = ['arguments', 'parameters', 'input', 'args', 'params'];

/** The arguments, where they stand in a field of their own and none of the tool's stands beside it. `known`: the tool's name and fields. */
export function withoutWrapping(input: Fields, [tool = '', ...known]: readonly string[]): Fields {
  if (known.some((name) => name in input)) return input;
  for (const name of [...WRAPPINGS, tool]) {
    const given = input[name];
    const inner = typeof given === 'string' ? parsed(given) : given;
    if (isFields(inner) && known.some((each) => each in inner)) return inner;
  }
  return input;
}

/**
 * What is plain is taken as it is meant: null for a field that may be left out, digits for a number, one element for a list of it.
 * Fields that were not asked for are dropped.
 */
export function meant(input: unknown, { entries }: ObjectShape): unknown {
  if (typeof input !== 'object' || input === null) return input;
  const given: Fields = { ...input };
  const known = Object.entries(entries).flatMap(([name, entry]) => {
    const value = meantValue(given[name], entry);
    const isLeftOut = value === undefined || (value === null && entry.type === 'optional');
    return isLeftOut ? [] : [[name, value] as const];
  });
  // Almost the name of a known one: which of the two is meant, nobody knows.
  const names = new Set(Object.keys(entries).map((name) => name.toLowerCase()));
  const doubtful = Object.entries(given).filter(
    ([name]) => !(name in entries) && names.has(name.trim().toLowerCase()),
  );
  return Object.fromEntries([...known, ...doubtful]);
}

function meantValue(value: unknown, entry: Entry): unknown {
  const schema = inner(entry);
  switch (schema.type) {
    case 'number':
      return numberOf(value, entry.type === 'optional');
    case 'boolean':
      return typeof value === 'string' ? (BOOLEANS.get(value.trim().toLowerCase()) ?? value) : value;
    case 'string':
      return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
    case 'array':
      return 'item' in schema ? listOf(value, schema.item as v.GenericSchema) : value;
    default:
      return value;
  }
}

const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['false', false],
]);

/** How models write that there is none. */
const NONE = /^\s*(?:|null|none|undefined|nil)\s*$/i;

function numberOf(value: unknown, isOptional: boolean): unknown {
  if (typeof value !== 'string') return value;
  if (isOptional && NONE.test(value)) return undefined;
  return /^\s*\d{1,15}(?:\.0+)?\s*$/.test(value) ? Number(value) : value;
}

/** A list as JSON text, or its only element. */
function listOf(value: unknown, item: v.GenericSchema): unknown {
  const read = typeof value === 'string' ? (parsed(value) ?? value) : value;
  const isElement = isFields(read)
    ? 'entries' in item
    : !Array.isArray(read) && typeof read === item.type && read !== null;
  const list = isElement ? [read] : read;
  if (!Array.isArray(list)) return value;
  return isObjectSchema(item) ? list.map((each) => meant(each, item)) : list;
}

function isObjectSchema(schema: v.GenericSchema): schema is v.GenericSchema & ObjectShape {
  return 'entries' in schema;
}

function inner(entry: Entry): v.GenericSchema {
  return 'wrapped' in entry ? (entry.wrapped as v.GenericSchema) : (entry as v.GenericSchema);
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Undefined: it is no JSON of an object or a list. */
function parsed(text: string): unknown {
  if (!/^\s*[{[]/.test(text)) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}
