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
    const pattern = segments.map((segment) => segment.replace(/^\{(\w+)\}$/, '(?<$1>[^/]+)')).join('/');
    const literals = segments.filter((segment) => !segment.startsWith('{')).length;
    return { name, method, literals, pattern: new RegExp(`^${pattern}$`) };
  })
  .toSorted((a, b) => b.literals - a.literals);

/** Null: it is no operation that the subset knows. */
export function routeOf(method: string, path: string): Route | null {
  for (const template of templates) {
    const found = template.method === method ? template.pattern.exec(path) : null;
    const operation = operations[template.name];
    if (found === null || operation === undefined) continue;
    const values = Object.entries(found.groups ?? {}).map(([name, value]) => [
      name,
      decodeURIComponent(value),
    ]);
    return { name: template.name, operation, values: Object.fromEntries(values) };
  }
  return null;
}
