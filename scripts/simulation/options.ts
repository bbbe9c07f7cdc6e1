import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';

export const HELP = `npm run simulate -- [options]

Plays whole days of the agent in memory and under virtual time: the shipped runs, with
everything going wrong that a seed draws. After each event the invariants I1 to I17 are
checked. Ends with 1 when one of them does not hold.

  --seeds <n>     this many seeds, from the first one on (default 20)
  --from <seed>   the first seed (default 1)
  --seed <seed>   this one seed alone
  --days <n>      simulated days for each seed, such as 1 or 0.25 (default 1)
  --minutes <n>   as many seeds as fit into so many real minutes
  --workers <n>   processes (default: as many as there are processors)
  --until-failure stop at the first seed that fails
  --trace         tell each seed as a story
  --json          print one JSON document
`;

export interface SimulateOptions {
  readonly from: number;
  /** Null: as many as fit. */
  readonly seeds: number | null;
  readonly days: number;
  readonly minutes: number | null;
  readonly workers: number;
  readonly isUntilFailure: boolean;
  readonly isStory: boolean;
  readonly isJson: boolean;
}

export type ReadOptions =
  | { readonly kind: 'options'; readonly options: SimulateOptions }
  | { readonly kind: 'help' }
  | { readonly kind: 'mistake'; readonly message: string };

export function readOptions(args: readonly string[]): ReadOptions {
  const given = parsed(args);
  if (typeof given === 'string') return { kind: 'mistake', message: given };
  if (given.help === true) return { kind: 'help' };
  const mistake = wrongNumber(given);
  if (mistake !== null) return { kind: 'mistake', message: mistake };
  const minutes = given.minutes === undefined ? null : Number(given.minutes);
  const seeds =
    given.seed !== undefined ? 1 : minutes === null || given.seeds ? Number(given.seeds ?? 20) : null;
  return {
    kind: 'options',
    options: {
      from: Number(given.seed ?? given.from ?? 1),
      seeds,
      days: Number(given.days ?? 1),
      minutes,
      workers: given.trace === true ? 1 : Number(given.workers ?? availableParallelism()),
      isUntilFailure: given['until-failure'] === true,
      isStory: given.trace === true,
      isJson: given.json === true,
    },
  };
}

/** What is wrong with one of the numbers; null: nothing. */
function wrongNumber(given: Readonly<Record<string, string | boolean | undefined>>): string | null {
  for (const name of ['seeds', 'from', 'seed', 'days', 'minutes', 'workers']) {
    const isWhole = name !== 'days' && name !== 'minutes';
    const value = Number(given[name]);
    if (given[name] === undefined || (value > 0 && (!isWhole || Number.isSafeInteger(value)))) continue;
    const right = isWhole ? 'a whole number from 1 on' : 'a number above 0';
    return `--${name}: ${JSON.stringify(given[name])} is not ${right}.`;
  }
  return null;
}

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        ...{ seeds: text, from: text, seed: text, days: text, minutes: text, workers: text },
        ...{ 'until-failure': flag, trace: flag, json: flag, help: { ...flag, short: 'h' } },
      },
    }).values;
  } catch (reason) {
    return reason instanceof Error ? reason.message : String(reason);
  }
}
