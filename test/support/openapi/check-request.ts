import type { Parameter } from '../../../scripts/openapi/subset.ts';
import { faultsIn } from './description.ts';
import type { SentRequest } from './exchange.ts';
import type { Route } from './route.ts';

/** What is wrong with a request, by GitHub's description. */
export function requestFaults(request: SentRequest, route: Route): readonly string[] {
  return [
    ...headerFaults(request),
    ...pathFaults(route),
    ...queryFaults(request, route),
    ...bodyFaults(request, route),
  ];
}

/** GitHub refuses whoever gives no name. */
function headerFaults({ headers }: SentRequest): readonly string[] {
  const missing = ['authorization', 'user-agent'].filter((name) => !headers.has(name));
  return missing.map((name) => `the header ${name} is missing`);
}

function pathFaults({ operation, values }: Route): readonly string[] {
  const parameters = operation.parameters.filter((each) => each.in === 'path');
  return parameters.flatMap((parameter) => valueFaults(parameter, values[parameter.name]));
}

function queryFaults({ path }: SentRequest, { operation }: Route): readonly string[] {
  const query = new URL(path, 'http://localhost').searchParams;
  const parameters = operation.parameters.filter((each) => each.in === 'query');
  const known = new Set(parameters.map(({ name }) => name));
  const unknown = [...new Set(query.keys())].filter((name) => !known.has(name));
  return [
    ...unknown.map((name) => `the query has an unknown parameter ${name}`),
    ...parameters.flatMap((parameter) => valueFaults(parameter, query.get(parameter.name) ?? undefined)),
  ];
}

function valueFaults(
  { name, in: place, required, schema }: Parameter,
  text: string | undefined,
): readonly string[] {
  if (text === undefined) return required ? [`the ${place} has no ${name}`] : [];
  // Whatever stands in an address is text: it is right when any reading of it is.
  const readings = [text, ...(/^-?\d+$/.test(text) ? [Number(text)] : []), ...(BOOLEANS[text] ?? [])];
  const faults = readings.map((value) => faultsIn(value, schema, `the ${place} parameter ${name}`));
  return faults.some((each) => each.length === 0) ? [] : (faults.at(-1) ?? []);
}

const BOOLEANS: Readonly<Record<string, readonly boolean[]>> = { true: [true], false: [false] };

function bodyFaults({ body, headers }: SentRequest, { operation }: Route): readonly string[] {
  if (body === null) return operation.body?.required === true ? ['the body is missing'] : [];
  if (operation.body === null) return ['there is a body where none is taken'];
  if (!(headers.get('content-type') ?? '').startsWith('application/json'))
    return ['the body is not sent as JSON'];
  const value = asJson(body);
  return value === undefined ? ['the body is no JSON'] : faultsIn(value, operation.body.schema, 'the body');
}

/** Undefined: it is no JSON. */
export function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
