/** A request as GitHub's documentation writes it. */
export interface Ask {
  /** E.g. `GET /repos/{owner}/{repo}/pulls/{pull_number}`. */
  readonly route: string;
  /** Fills the route; what is left becomes the query, or the body. Owner and repository are filled in. */
  readonly with?: Readonly<Record<string, unknown>>;
  /** The tag of an earlier answer: GitHub answers with 304 where nothing has changed, and does not count the request. */
  readonly unlessTag?: string | null;
  /** Sent with the token that opens drafts, where that is another one. */
  readonly isDrafter?: true;
}

export interface GitHubReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | number | undefined>>;
  readonly data: unknown;
}

/** The one operation that is not part of the REST interface, and that changes nothing. */
export const GRAPHQL = 'POST /graphql';
