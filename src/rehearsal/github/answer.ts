/** What a request is answered with. */
export interface Answer {
  readonly status: number;
  /** JSON; null: no content. */
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export function ok(body: unknown): Answer {
  return { status: 200, body };
}

/** What was made says itself where it is. */
export function created(body: Readonly<Record<string, unknown>>): Answer {
  const { url } = body;
  return { status: 201, body, ...(typeof url === 'string' && { headers: { location: url } }) };
}

export const NO_CONTENT: Answer = { status: 204, body: null };

/** Ends a request wherever it is found out that GitHub would not do it. */
export class Refusal extends Error {
  readonly answer: Answer;

  constructor(answer: Answer, words: string) {
    super(words);
    this.name = 'Refusal';
    this.answer = answer;
  }
}
