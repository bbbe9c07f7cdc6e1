/** The rows of the table that are about many wakes, or about one after another. */

import { watch } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { median, type Row } from './measure.ts';
import {
  commitText,
  goalText,
  openPlace,
  type Place,
  runWake,
  STATE,
  startWake,
  wakeOrder,
} from './place.ts';
import type { Bench, RowPlan } from './rows.ts';

export const CROWD_ROWS: readonly RowPlan[] = [
  { id: 'one-goal', measure: manyOnOne },
  { id: 'many-goals', measure: manyOnMany },
  { id: 'killed', measure: killed },
];

const GREEN = ['worked', 'held_by_another_wake', 'nothing_due'];

async function inPlace<T>(goals: readonly string[], body: (place: Place) => Promise<T>): Promise<T> {
  const place = await openPlace();
  try {
    const settings = 'open_drafts: 100\nbudget: {tokens_per_day: 100000000, tokens_per_month: 100000000}\n';
    const files = new Map(goals.map((id) => [`goals/${id}.yml`, goalText(id)]));
    files.set('.github/wakeful.yml', settings);
    const time = Date.now() - 3_600_000;
    await place.git(['fast-import', '--quiet'], commitText('main', files, { onTop: false, time }));
    return await body(place);
  } finally {
    await place.close();
  }
}

async function manyOnOne({ program }: Bench): Promise<Row> {
  return inPlace(['only'], async (place) => {
    const pushed = firstPush(place);
    const orders = await Promise.all(Array.from({ length: 32 }, () => wakeOrder(place)));
    const ended = await Promise.all(
      orders.map(async (order) => {
        const result = await runWake(program, order);
        return { ending: result.ending, at: performance.now() };
      }),
    );
    const worked = ended.filter(({ ending }) => ending === 'worked').length;
    const others = ended.filter(({ ending }) => ending !== 'worked');
    const lastMs = Math.max(...others.map(({ at }) => at)) - (await pushed);
    const areGreen = ended.every(({ ending }) => GREEN.includes(ending));
    return {
      id: 'one-goal',
      what: '32 wakes at once on one goal',
      floor: '',
      floorMs: null,
      subjectMs: lastMs,
      ratio: null,
      target: 'exactly 1 works; the others end within 2 s of the winner’s push',
      isMet: worked === 1 && areGreen && lastMs <= 2_000,
      note: `${worked} worked, ${others.length} ended ${areGreen ? 'green' : 'otherwise'}`,
    };
  });
}

/** When the state branch first appeared on the remote. */
function firstPush(place: Place): Promise<number> {
  const folder = join(place.bare, 'refs', 'heads');
  return new Promise((resolve) => {
    const watcher = watch(folder, async () => {
      const isThere = await stat(join(folder, STATE)).then(
        () => true,
        () => false,
      );
      if (!isThere) return;
      watcher.close();
      resolve(performance.now());
    });
  });
}

async function manyOnMany({ program }: Bench): Promise<Row> {
  const goals = Array.from({ length: 16 }, (_, n) => `goal-${n + 1}`);
  return inPlace(goals, async (place) => {
    const begun = performance.now();
    const orders = await Promise.all(goals.map((id) => wakeOrder(place, { goals: [id] })));
    const results = await Promise.all(orders.map((order) => runWake(program, order)));
    const worked = results.filter(({ ending }) => ending === 'worked').length;
    return {
      id: 'many-goals',
      what: '16 wakes at once on 16 goals',
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

async function killed({ effort, program }: Bench): Promise<Row> {
  const times: number[] = [];
  let tookOver = 0;
  for (let round = 0; round < Math.min(5, effort.rounds); round++) {
    await inPlace(['only'], async (place) => {
      const holder = startWake(program, await wakeOrder(place));
      await holder.held;
      holder.kill();
      await holder.ended;
      const begun = performance.now();
      const result = await runWake(program, await wakeOrder(place));
      times.push(performance.now() - begun);
      tookOver += result.ending === 'worked' ? 1 : 0;
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
