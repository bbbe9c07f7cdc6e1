/** One request and its answer, as they went over the wire. */
export interface Exchange {
  readonly request: SentRequest;
  /** Null: none came. */
  readonly answer: GivenAnswer | null;
}

export interface SentRequest {
  /** In capitals. */
  readonly method: string;
  /** Below the base of the API, with the query: `/repos/acme/site/pulls?state=all`. */
  readonly path: string;
  /** Names in lower case. */
  readonly headers: Headers;
  /** As text; null: none. */
  readonly body: string | null;
}

/** Where an address lies below the base of the API; `/graphql` lies beside REST on Enterprise Server. */
export function pathBelow(apiUrl: string, address: string): string {
  if (address === `${apiUrl.replace(/\/v3$/, '')}/graphql`) return '/graphql';
  if (!address.startsWith(`${apiUrl}/`)) throw new Error(`${address} is not below ${apiUrl}`);
  return address.slice(apiUrl.length);
}

export interface GivenAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** As text; empty: none. */
  readonly body: string;
}
