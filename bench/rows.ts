/** The rows of the table that are about one wake. */
import { networkUse, nodeAndFetch, sameUse } from './floors.ts';
import { alternate, type Contestant, type Effort, type Row, ratioOf } from './measure.ts';
import { inPlace, inTwoPlaces, type Place } from './place.ts';
import { addHistory, addLog, allHaveRun, oneIsDue, type Snapshot } from './remotes.ts';
import { endsAs, type ReadyWake, readyWake } from './wakes.ts';

/** What measures a row. */
export interface RowPlan {
  readonly id: string;
  readonly measure: (bench: Bench) => Promise<Row>;
}

export interface Bench {
  readonly effort: Effort;
  /** The file that action.yml names. */
  readonly main: string;
}

export const SINGLE_ROWS: readonly RowPlan[] = [
  { id: 'idle', measure: (bench) => idle(bench, NEAR) },
  { id: 'idle-far', measure: (bench) => idle(bench, FAR) },
  { id: 'one-item', measure: (bench) => oneItem(bench, NEAR) },
  { id: 'one-item-far', measure: (bench) => oneItem(bench, FAR) },
  { id: 'history', measure: (bench) => behind(bench, { ...HISTORY, count: bench.effort.scale * 100_000 }) },
  { id: 'goals', measure: manyGoals },
  { id: 'log', measure: (bench) => behind(bench, { ...LOG, count: bench.effort.scale * 1_000_000 }) },
];

/** How far away GitHub is. */
interface Distance {
  readonly id: string;
  readonly words: string;
  readonly roundTripMs: number;
}

/** The hardest case for a ratio: over a network both sides wait for the same answers. */
const NEAR: Distance = { id: '', words: 'GitHub on the loopback', roundTripMs: 0 };
const FAR: Distance = { id: '-far', words: 'GitHub 50 ms away', roundTripMs: 50 };

async function idle({ effort, main }: Bench, { id, words, roundTripMs }: Distance): Promise<Row> {
  return inPlace(async (place) => {
    await allHaveRun(place, main);
    const measured = await alternate(
      effort,
      nodeAndFetch(place),
      wakeThatEnds({ place, main, ending: 'nothing_due' }),
    );
    return row(`idle${id}`, measured, {
      what: `a wake with nothing due, ${words}`,
      floor: '`node -e 0`, then one `git fetch --depth=1`',
      most: 1.3,
    });
  }, roundTripMs);
}

async function oneItem({ effort, main }: Bench, { id, words, roundTripMs }: Distance): Promise<Row> {
  return inPlace(async (place) => {
    await allHaveRun(place, main);
    const start = await oneIsDue(place);
    const use = await networkUse(place, main);
    const { commands, requests } = use;
    const pushes = commands.filter(({ kind }) => kind === 'push').length;
    const measured = await alternate(
      effort,
      sameUse(place, use, start.restore),
      wakeThatEnds({ place, main, ending: 'worked', start }),
    );
    return row(`one-item${id}`, measured, {
      what: `a wake with one item and an instant model, ${words}`,
      floor: `its ${commands.length - pushes} fetches and ${pushes} pushes as bare git commands, and its ${requests.length} requests to GitHub`,
      most: 1.5,
    });
  }, roundTripMs);
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
async function behind({ effort, main }: Bench, { id, what, count, less, add }: Behind): Promise<Row> {
  return inTwoPlaces(async (small, large) => {
    for (const place of [small, large]) {
      await allHaveRun(place, main);
      const amount = place === small ? less : count;
      if (amount > 0) await add(place, amount);
    }
    const contestant = async (place: Place) =>
      wakeThatEnds({ place, main, ending: 'worked', start: await oneIsDue(place) });
    const measured = await alternate(effort, await contestant(small), await contestant(large));
    const figure = count.toLocaleString('en-US');
    return row(id, measured, { what: `the same with ${figure} ${what}`, floor: `with ${less}`, most: 1.1 });
  });
}

async function manyGoals({ effort, main }: Bench): Promise<Row> {
  const goals = Math.max(100, Math.round(effort.scale * 1_000));
  return inTwoPlaces(async (small, large) => {
    await allHaveRun(small, main);
    await allHaveRun(large, main, goals - 1);
    const contestant = async (place: Place) =>
      wakeThatEnds({ place, main, ending: 'worked', start: await oneIsDue(place) });
    const measured = await alternate(effort, await contestant(small), await contestant(large));
    const what = `the same with ${goals.toLocaleString('en-US')} goals, one due`;
    return row('goals', measured, { what, floor: 'with 2 goals, one due', most: 1.5 });
  });
}

interface Wake {
  readonly place: Place;
  readonly main: string;
  readonly ending: string;
  readonly start?: Snapshot;
}

/** A wake that does not end as it should is not worth measuring. */
export function wakeThatEnds({ place, main, ending, start }: Wake): Contestant {
  let wake: ReadyWake | null = null;
  return {
    async prepare() {
      await start?.restore();
      wake = await readyWake(place, main);
    },
    async run() {
      if (wake === null) throw new Error('No wake was laid out.');
      await endsAs(wake.start(), ending);
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
