import type { Site } from '../records/site.ts';
import type { Need, Token } from './access.ts';
import type { ApiAnswer } from './answer.ts';
import type { Rate } from './rate-limit.ts';

/** A request to the REST interface that has found its route. */
export interface ApiCall {
  /** The parts of the path that the route names. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Parsed JSON; null: none was sent. */
  readonly body: unknown;
  readonly token: Token;
  readonly site: Site;
  /** What is left of the hour. */
  readonly rate: Rate;
  /** Without its query, for links to other pages. */
  readonly url: string;
}

export interface Route {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Below the API's address, in the words of GitHub's description, e.g. `/repos/{owner}/{repo}/pulls`. */
  readonly path: string;
  /** One of them is enough; none: any token will do. */
  readonly needs: readonly Need[];
  /** Whether it answers for other public repositories as well. */
  readonly isPublic?: true;
  readonly answer: (call: ApiCall) => Promise<ApiAnswer>;
}

/** The parameter of the path that GitHub takes for a number. */
export function numberOf(call: ApiCall, name: string): number {
  const text = call.parameters[name] ?? '';
  return /^\d{1,15}$/.test(text) ? Number(text) : 0;
}
