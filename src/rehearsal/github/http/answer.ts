/** What a request is answered with. */
export interface ApiAnswer {
  readonly status: number;
  /** JSON; null: no content. */
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export function ok(body: unknown): ApiAnswer {
  return { status: 200, body };
}

/** What was made says itself where it is. */
export function created(body: Readonly<Record<string, unknown>>): ApiAnswer {
  const { url } = body;
  return { status: 201, body, ...(typeof url === 'string' && { headers: { location: url } }) };
}

export const NO_CONTENT: ApiAnswer = { status: 204, body: null };

/** Ends a request wherever it is found out that GitHub would not do it. */
export class ApiRefusal extends Error {
  readonly answer: ApiAnswer;

  constructor(answer: ApiAnswer, words: string) {
    super(words);
    this.name = 'Refusal';
    this.answer = answer;
  }
}
