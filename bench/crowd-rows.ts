/** The rows of the table that are about many wakes, or about one after another. */

import { watch } from 'node:fs';
import { join } from 'node:path';
import { commitText, goalText } from './commits.ts';
import { median, type Row } from './measure.ts';
import { inPlace, type Place, STATE } from './place.ts';
import { allHaveRun, dueAgain, ONE_WRITE } from './remotes.ts';
import type { Bench, RowPlan } from './rows.ts';
import { readyWake } from './wakes.ts';

export const CROWD_ROWS: readonly RowPlan[] = [
  { id: 'one-goal', measure: manyOnOne },
  { id: 'many-goals', measure: manyOnMany },
  { id: 'killed', measure: killed },
];

const GREEN = ['worked', 'held_by_another_wake', 'nothing_due'];

/** Each of these goals is due, and nothing has run yet. */
async function makeDue({ git }: Place, goals: readonly string[]): Promise<void> {
  const room = 'open_drafts: 100\nbudget: {tokens_per_day: 100000000, tokens_per_month: 100000000}\n';
  const files = new Map(goals.map((id) => [`goals/${id}.yml`, goalText(id)]));
  files.set('.github/wakeful.yml', `${ONE_WRITE}${room}`);
  const time = Date.now() - 3_600_000;
  await git(['fast-import', '--quiet'], commitText('main', files, { onTop: false, time }));
}

const WAKES = 32;
const GOALS = 16;

async function manyOnOne({ effort, main }: Bench): Promise<Row> {
  const races: Race[] = [];
  for (let round = 0; round < Math.min(5, effort.rounds); round++) races.push(await race(main));
  const lastMs = median(races.map((each) => each.lastMs));
  const slowestMs = Math.max(...races.map((each) => each.lastMs));
  const isWon = races.every(({ worked }) => worked === 1);
  const areGreen = races.every((each) => each.areGreen);
  return {
    id: 'one-goal',
    what: `${WAKES} wakes at once on one goal`,
    floor: '',
    floorMs: null,
    subjectMs: lastMs,
    ratio: null,
    target: 'exactly 1 works; the others end within 2 s of the winner’s push',
    isMet: isWon && areGreen && lastMs <= 2_000,
    note: `${isWon ? 'exactly 1' : 'not exactly 1'} worked in each of ${races.length} races, the others ended ${areGreen ? 'green' : 'otherwise'}; the slowest race took ${slowestMs.toFixed(0)} ms`,
  };
}

interface Race {
  readonly worked: number;
  readonly areGreen: boolean;
  /** From the winner's push to the end of the last of the others. */
  readonly lastMs: number;
}

/** They all have the same snapshot before any of them pushes: none has a head start, on however few cores they run. */
async function race(main: string): Promise<Race> {
  return inPlace(async (place) => {
    await allHaveRun(place, main);
    await dueAgain(place);
    const pushedMs = firstPush(place);
    holdUntilAllFetch(place);
    const ready = await Promise.all(Array.from({ length: WAKES }, () => readyWake(place, main)));
    const ended = await Promise.all(ready.map((wake) => wake.start().ended));
    const others = ended.filter(({ ending }) => ending !== 'worked');
    return {
      worked: ended.length - others.length,
      areGreen: ended.every(({ ending }) => GREEN.includes(ending)),
      lastMs: Math.max(...others.map(({ atMs }) => atMs)) - (await pushedMs),
    };
  });
}

/** Keeps the first fetch of each wake waiting for those of all others. */
function holdUntilAllFetch({ standIn }: Place): void {
  const all = Promise.withResolvers<void>();
  let arrived = 0;
  const meanwhile = (): Promise<void> => {
    arrived += 1;
    if (arrived === WAKES) all.resolve();
    return all.promise;
  };
  standIn.inject({ on: 'fetch', fault: { meanwhile }, times: WAKES });
}

/** When the state branch first moved. */
function firstPush(place: Place): Promise<number> {
  return new Promise((resolve, reject) => {
    const watcher = watch(join(place.bare, 'refs', 'heads'), (_event, name) => {
      if (name !== STATE) return;
      watcher.close();
      resolve(performance.now());
    });
    watcher.on('error', reject);
  });
}

async function manyOnMany({ main }: Bench): Promise<Row> {
  const goals = Array.from({ length: GOALS }, (_, n) => `goal-${n + 1}`);
  return inPlace(async (place) => {
    await makeDue(place, goals);
    const ready = await Promise.all(goals.map((goal) => readyWake(place, main, { goal })));
    const begun = performance.now();
    const ended = await Promise.all(ready.map((wake) => wake.start().ended));
    const worked = ended.filter(({ ending }) => ending === 'worked').length;
    return {
      id: 'many-goals',
      what: `${GOALS} wakes at once on ${GOALS} goals`,
      floor: '',
      floorMs: null,
      subjectMs: performance.now() - begun,
      ratio: null,
      target: 'all finish, none gives up',
      isMet: worked === goals.length,
      note: `${worked} of ${goals.length} finished`,
    };
  });
}

async function killed({ effort, main }: Bench): Promise<Row> {
  const times: number[] = [];
  let tookOver = 0;
  for (let round = 0; round < Math.min(5, effort.rounds); round++) {
    await inPlace(async (place) => {
      await makeDue(place, ['only']);
      const holder = (await readyWake(place, main)).start();
      await holder.held;
      holder.kill();
      await holder.ended;
      const next = await readyWake(place, main);
      const begun = performance.now();
      const { ending, atMs } = await next.start().ended;
      times.push(atMs - begun);
      tookOver += ending === 'worked' ? 1 : 0;
    });
  }
  return {
    id: 'killed',
    what: 'a killed holder',
    floor: '',
    floorMs: null,
    subjectMs: median(times),
    ratio: null,
    target: 'the next wake takes over at once',
    isMet: tookOver === times.length,
    note: `${tookOver} of ${times.length} next wakes took over and finished the item`,
  };
}
