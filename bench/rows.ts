/** The rows of the table that are about one wake. */
import { networkUse, nodeAndFetch, sameUse } from './floors.ts';
import { alternate, type Contestant, type Effort, type Row, ratioOf } from './measure.ts';
import { openPlace, type Place, runWake, wakeOrder } from './place.ts';
import { addHistory, addLog, allHaveRun, oneIsDue, type Snapshot } from './remotes.ts';

/** What measures a row. */
export interface RowPlan {
  readonly id: string;
  readonly measure: (bench: Bench) => Promise<Row>;
}

export interface Bench {
  readonly effort: Effort;
  /** The file that node runs as the wake. */
  readonly program: string;
}

export const SINGLE_ROWS: readonly RowPlan[] = [
  { id: 'idle', measure: idle },
  { id: 'one-item', measure: oneItem },
  { id: 'history', measure: (bench) => behind(bench, { ...HISTORY, count: bench.effort.scale * 100_000 }) },
  { id: 'goals', measure: manyGoals },
  { id: 'log', measure: (bench) => behind(bench, { ...LOG, count: bench.effort.scale * 1_000_000 }) },
];

/** Opens places for a row, and removes them whatever happens. */
async function inPlaces<T>(count: number, body: (places: readonly Place[]) => Promise<T>): Promise<T> {
  const places = await Promise.all(Array.from({ length: count }, openPlace));
  try {
    return await body(places);
  } finally {
    for (const place of places) await place.close();
  }
}

async function idle({ effort, program }: Bench): Promise<Row> {
  return inPlaces(1, async ([place]) => {
    if (place === undefined) throw new Error('There is no place.');
    await allHaveRun(place, program);
    const wake = wakeThatEnds({ place, program, ending: 'nothing_due' });
    const measured = await alternate(effort, nodeAndFetch(place), wake);
    return row('idle', measured, {
      what: 'a wake with nothing due',
      floor: '`node -e 0`, then one `git fetch --depth=1`',
      most: 1.3,
    });
  });
}

async function oneItem({ effort, program }: Bench): Promise<Row> {
  return inPlaces(1, async ([place]) => {
    if (place === undefined) throw new Error('There is no place.');
    await allHaveRun(place, program);
    const start = await oneIsDue(place);
    const use = await networkUse(place, program);
    const { commands, requests } = use;
    const pushes = commands.filter(({ kind }) => kind === 'push').length;
    const measured = await alternate(
      effort,
      sameUse(place, use, start.restore),
      wakeThatEnds({ place, program, ending: 'worked', start }),
    );
    return row('one-item', measured, {
      what: 'a wake with one item and an instant model',
      floor: `its ${commands.length - pushes} fetches and ${pushes} pushes as bare git commands, and its ${requests.length} requests to GitHub`,
      most: 1.5,
    });
  });
}

const HISTORY = { id: 'history', what: 'commits on the state branch', less: 10, add: addHistory };
const LOG = { id: 'log', what: 'log lines behind it', less: 0, add: addLog };

interface Behind {
  readonly id: string;
  readonly what: string;
  readonly count: number;
  /** How many the floor has. */
  readonly less: number;
  readonly add: (place: Place, count: number) => Promise<void>;
}

/** One wake with one item, with little and with much behind it. */
async function behind({ effort, program }: Bench, { id, what, count, less, add }: Behind): Promise<Row> {
  return inPlaces(2, async ([small, large]) => {
    if (small === undefined || large === undefined) throw new Error('There is no place.');
    for (const place of [small, large]) {
      await allHaveRun(place, program);
      const amount = place === small ? less : count;
      if (amount > 0) await add(place, amount);
    }
    const contestant = async (place: Place) =>
      wakeThatEnds({ place, program, ending: 'worked', start: await oneIsDue(place) });
    const measured = await alternate(effort, await contestant(small), await contestant(large));
    const figure = count.toLocaleString('en-US');
    return row(id, measured, { what: `the same with ${figure} ${what}`, floor: `with ${less}`, most: 1.1 });
  });
}

async function manyGoals({ effort, program }: Bench): Promise<Row> {
  const goals = Math.max(100, Math.round(effort.scale * 1_000));
  return inPlaces(2, async ([small, large]) => {
    if (small === undefined || large === undefined) throw new Error('There is no place.');
    await allHaveRun(small, program);
    await allHaveRun(large, program, goals - 1);
    const contestant = async (place: Place) =>
      wakeThatEnds({ place, program, ending: 'worked', start: await oneIsDue(place) });
    const measured = await alternate(effort, await contestant(small), await contestant(large));
    const what = `the same with ${goals.toLocaleString('en-US')} goals, one due`;
    return row('goals', measured, { what, floor: 'with 2 goals, one due', most: 1.5 });
  });
}

interface Wake {
  readonly place: Place;
  readonly program: string;
  readonly ending: string;
  readonly start?: Snapshot;
}

/** A wake that does not end as it should is not worth measuring. */
function wakeThatEnds({ place, program, ending, start }: Wake): Contestant {
  return {
    prepare: async () => start?.restore(),
    async run() {
      const result = await runWake(program, await wakeOrder(place));
      if (result.ending !== ending)
        throw new Error(`${result.wake} ended as ${result.ending}: ${result.detail}`);
    },
  };
}

interface Words {
  readonly what: string;
  readonly floor: string;
  /** Most that the ratio may be. */
  readonly most: number;
}

function row(
  id: string,
  measured: { readonly floorMs: number; readonly subjectMs: number },
  words: Words,
): Row {
  const ratio = ratioOf(measured);
  const { what, floor, most } = words;
  return { id, what, floor, ...measured, ratio, target: `at most ${most} ×`, isMet: ratio <= most, note: '' };
}
