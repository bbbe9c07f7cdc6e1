import type { Operation } from '../../../scripts/openapi/subset.ts';
import { operations } from './description.ts';

export interface Route {
  /** E.g. `GET /repos/{owner}/{repo}`. */
  readonly name: string;
  readonly operation: Operation;
  /** Values in the path, decoded. */
  readonly values: Readonly<Record<string, string>>;
}

interface Template {
  readonly name: string;
  readonly method: string;
  readonly pattern: RegExp;
  readonly literals: number;
}

/** The more of a path is fixed, the better it fits: `/issues/comments/{id}` comes before `/issues/{number}/comments`. */
const templates: readonly Template[] = Object.keys(operations)
  .map((name) => {
    const [method = '', path = ''] = name.split(' ');
    const segments = path.split('/');
    const pattern = segments.map(patternOf).join('/');
    const literals = segments.filter((segment) => !segment.startsWith('{')).length;
    return { name, method, literals, pattern: new RegExp(`^${pattern}$`) };
  })
  .toSorted((a, b) => b.literals - a.literals);

/** A branch holds slashes, nothing else does. */
function patternOf(segment: string): string {
  return segment.replace(/^\{(\w+)\}$/, (_, name) => `(?<${name}>${name === 'branch' ? '.+' : '[^/]+'})`);
}

/** Where GitHub sends on who asks for a repository by an old name: the same operations, by its number. */
const BY_NUMBER = /^\/repositories\/\d+/;

/** Null: it is no operation that the subset knows. */
export function routeOf(method: string, address: string): Route | null {
  const path = address.replace(BY_NUMBER, '/repos/by/number');
  for (const template of templates) {
    const found = template.method === method ? template.pattern.exec(path) : null;
    const operation = operations[template.name];
    if (found === null || operation === undefined) continue;
    const values = decoded(found.groups ?? {});
    if (values !== null) return { name: template.name, operation, values };
  }
  return null;
}

/** Null: a part is not encoded as it should be. */
function decoded(groups: Readonly<Record<string, string>>): Readonly<Record<string, string>> | null {
  try {
    return Object.fromEntries(Object.entries(groups).map(([name, part]) => [name, decodeURIComponent(part)]));
  } catch {
    return null;
  }
}
