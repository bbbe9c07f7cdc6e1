import { at, isRecord, normalise, type Schema } from './normalise.ts';

/** A part of the description, with everything but the schemas put in place. */
export interface Subset {
  readonly version: string;
  readonly operations: Readonly<Record<string, Operation>>;
  readonly schemas: Readonly<Record<string, Schema>>;
}

export interface Operation {
  readonly parameters: readonly Parameter[];
  /** Null: it takes no body. */
  readonly body: { readonly required: boolean; readonly schema: Schema } | null;
  /** By status. */
  readonly answers: Readonly<Record<string, Answer>>;
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly required: boolean;
  readonly schema: Schema;
}

export interface Answer {
  /** Null: it has no body. */
  readonly schema: Schema | null;
  /** Names in lower case. */
  readonly headers: readonly string[];
}

/** Throws where the description does not have an operation, or says something that this does not understand. */
export function subsetOf(description: unknown, names: readonly string[]): Subset {
  const operations = names.map((name) => [name, operationOf(description, name)] as const);
  const schemas: Record<string, Schema> = {};
  const waiting = [...refsIn(operations)];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (schemas[name] !== undefined) continue;
    const schema = normalise(at(description, 'components', 'schemas', name), description);
    schemas[name] = schema;
    waiting.push(...refsIn(schema));
  }
  return {
    version: String(at(description, 'info', 'version')),
    operations: Object.fromEntries(operations),
    schemas: Object.fromEntries(Object.entries(schemas).toSorted(([a], [b]) => (a < b ? -1 : 1))),
  };
}

function operationOf(description: unknown, name: string): Operation {
  const [method = '', path = ''] = name.split(' ');
  const operation = at(description, 'paths', path, method.toLowerCase());
  if (!isRecord(operation)) throw new Error(`The description has no operation ${name}.`);
  const parameters = Array.isArray(operation['parameters']) ? operation['parameters'] : [];
  const answers = Object.entries(isRecord(operation['responses']) ? operation['responses'] : {});
  return {
    parameters: parameters.map((parameter) => parameterOf(description, parameter)),
    body: bodyOf(description, operation['requestBody']),
    answers: Object.fromEntries(answers.map(([status, answer]) => [status, answerOf(description, answer)])),
  };
}

function parameterOf(description: unknown, given: unknown): Parameter {
  const parameter = resolved(description, given);
  const place = at(parameter, 'in');
  if (place !== 'path' && place !== 'query') throw new Error(`No parameter is known in ${String(place)}.`);
  return {
    name: String(at(parameter, 'name')),
    in: place,
    required: at(parameter, 'required') === true,
    schema: normalise(at(parameter, 'schema'), description),
  };
}

function bodyOf(description: unknown, given: unknown): Operation['body'] {
  if (given === undefined) return null;
  const body = resolved(description, given);
  const schema = at(body, 'content', 'application/json', 'schema');
  return { required: at(body, 'required') === true, schema: normalise(schema, description) };
}

function answerOf(description: unknown, given: unknown): Answer {
  const answer = resolved(description, given);
  const schema = at(answer, 'content', 'application/json', 'schema');
  const headers = at(answer, 'headers');
  return {
    schema: schema === undefined ? null : normalise(schema, description),
    headers: isRecord(headers) ? Object.keys(headers).map((name) => name.toLowerCase()) : [],
  };
}

function resolved(description: unknown, given: unknown): unknown {
  const ref = at(given, '$ref');
  if (typeof ref !== 'string') return given;
  return at(description, ...ref.replace(/^#\//, '').split('/'));
}

/** Names of all schemas that are referred to. */
function refsIn(value: unknown): readonly string[] {
  const found = JSON.stringify(value).matchAll(/"\$ref":"github#\/\$defs\/([^"]+)"/g);
  return [...new Set([...found].map(([, name]) => String(name)))];
}
