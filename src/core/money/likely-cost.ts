/** What the next run of a goal probably costs, from the size of its first question. */
export interface LikelyCost {
  readonly least: number;
  readonly most: number;
  /** Model calls of one task. */
  readonly calls: { readonly least: number; readonly most: number };
  /** Tokens of the first question. */
  readonly firstCall: number;
}

interface TaskFacts {
  /** Of the first question, with the tools. */
  readonly promptBytes: number;
  readonly tasks: number;
  readonly limits: { readonly modelCalls: number; readonly tokens: number };
}

/** Of English and of code, in the usual models. */
const BYTES_PER_TOKEN = 4;
/** As rehearsals and small models took them: one who reads, changes and finishes, and one who looks around. */
const CALLS = { least: 3, most: 8 };
/** What a call and its results add to the next one. */
const GROWTH = 1_200;
const ANSWER = 300;

/** Each call sends again all that was said before. No run spends more than its limit. */
export function likelyCost({ promptBytes, tasks, limits }: TaskFacts): LikelyCost {
  const firstCall = Math.ceil(promptBytes / BYTES_PER_TOKEN);
  const calls = {
    least: Math.min(CALLS.least, limits.modelCalls),
    most: Math.min(CALLS.most, limits.modelCalls),
  };
  const taskOf = (n: number) => n * (firstCall + ANSWER) + (GROWTH * n * (n - 1)) / 2;
  const within = (tokens: number) => Math.min(limits.tokens, Math.round(tokens));
  return {
    least: within(tasks * taskOf(calls.least)),
    most: within(tasks * taskOf(calls.most)),
    ...{ calls, firstCall },
  };
}
