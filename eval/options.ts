import { parseArgs } from 'node:util';

export const HELP = `npm run eval -- --model <name> [options]

Plays the shipped run on small repositories with planted work, and grades what is left: the
ending, the scope of the diff, the goal's checks, a hidden check, how small the change is,
whether the summary is true, tokens and calls. docs/eval.md says how to read the result.

The server is the one of OPENAI_BASE_URL with the key OPENAI_API_KEY; the model "scripted"
is the control row and needs neither.

  --model <name>    what the server calls the model, or scripted
  --runs <k>        runs of each case (default 1)
  --out <folder>    where the table, the JSON and the failed runs go
                    (default .wakeful/eval)
  --only <text>     cases whose name holds this text
  --against <file>  compare with the JSON of an earlier evaluation
  --at-once <n>     runs side by side (default 4)
  --list            the cases, and nothing is run
`;

export interface EvaluationOptions {
  readonly model: string;
  readonly runs: number;
  readonly out: string;
  readonly only: string;
  /** Null: with none. */
  readonly against: string | null;
  readonly atOnce: number;
}

export type ReadOptions =
  | { readonly kind: 'options'; readonly options: EvaluationOptions }
  | { readonly kind: 'help' }
  | { readonly kind: 'list' }
  | { readonly kind: 'mistake'; readonly message: string };

const MOST_RUNS = 100;
const MOST_AT_ONCE = 32;

export function readOptions(args: readonly string[]): ReadOptions {
  const given = parsed(args);
  if (typeof given === 'string') return { kind: 'mistake', message: given };
  if (given.help === true) return { kind: 'help' };
  if (given.list === true) return { kind: 'list' };
  if (given.model === undefined || given.model.trim() === '')
    return { kind: 'mistake', message: '--model is missing. Name a model of your server, or scripted.' };
  const runs = wholeNumber(given.runs, 1, MOST_RUNS);
  if (runs === null)
    return { kind: 'mistake', message: `--runs takes a whole number from 1 to ${MOST_RUNS}.` };
  const atOnce = wholeNumber(given['at-once'], 4, MOST_AT_ONCE);
  if (atOnce === null)
    return { kind: 'mistake', message: `--at-once takes a whole number from 1 to ${MOST_AT_ONCE}.` };
  return {
    kind: 'options',
    options: {
      ...{ model: given.model.trim(), runs, atOnce },
      out: given.out ?? '.wakeful/eval',
      only: given.only ?? '',
      against: given.against ?? null,
    },
  };
}

function wholeNumber(text: string | undefined, usual: number, most: number): number | null {
  if (text === undefined) return usual;
  const value = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  return value >= 1 && value <= most ? value : null;
}

/** A sentence: what is wrong with them. */
function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        model: { type: 'string' },
        runs: { type: 'string' },
        out: { type: 'string' },
        only: { type: 'string' },
        against: { type: 'string' },
        'at-once': { type: 'string' },
        list: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
