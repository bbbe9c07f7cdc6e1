import type { Route } from './call.ts';

/** A route's path as a pattern; a branch holds slashes, all other parts do not. */
interface Pattern {
  readonly route: Route;
  readonly expression: RegExp;
}

export interface MatchedRoute {
  readonly route: Route;
  readonly parameters: Readonly<Record<string, string>>;
}

export type Router = (method: string, path: string) => MatchedRoute | null;

/** `path` is still encoded. Null: there is no such route. */
export function openRouter(routes: readonly Route[]): Router {
  const patterns: readonly Pattern[] = routes.map((route) => ({ route, expression: patternOf(route.path) }));
  return (method, path) => {
    for (const { route, expression } of patterns) {
      const match = route.method === method ? expression.exec(path) : null;
      const parameters = match === null ? null : decoded(match.groups ?? {});
      if (parameters !== null) return { route, parameters };
    }
    return null;
  };
}

function patternOf(path: string): RegExp {
  const literal = path.replace(/[.+*?()[\]^$|\\]/g, '\\$&');
  const source = literal.replace(
    /\{(\w+)\}/g,
    (_, name) => `(?<${name}>${name === 'branch' ? '.+' : '[^/]+'})`,
  );
  return new RegExp(`^${source}/?$`);
}

/** Null: a part is not encoded as it should be. */
function decoded(groups: Readonly<Record<string, string>>): Readonly<Record<string, string>> | null {
  try {
    return Object.fromEntries(Object.entries(groups).map(([name, part]) => [name, decodeURIComponent(part)]));
  } catch {
    return null;
  }
}
