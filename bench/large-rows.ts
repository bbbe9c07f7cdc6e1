/** The rows of the table that compare a large repository with a small one. */
import { spawn } from 'node:child_process';
import { randomFillSync } from 'node:crypto';
import { once } from 'node:events';
import { alternate, type Row, ratioOf } from './measure.ts';
import { inTwoPlaces, type Place } from './place.ts';
import { allHaveRun, oneIsDue } from './remotes.ts';
import { type Bench, type RowPlan, wakeThatEnds } from './rows.ts';

export const LARGE_ROWS: readonly RowPlan[] = [
  { id: 'large', measure: (bench) => large(bench, { id: 'large', ending: 'nothing_due', most: 1.3 }) },
  { id: 'large-item', measure: (bench) => large(bench, { id: 'large-item', ending: 'worked', most: 1.5 }) },
];

interface LargeRow {
  readonly id: string;
  readonly ending: 'nothing_due' | 'worked';
  readonly most: number;
}

const BYTES = 10_000;
const FILES_A_FOLDER = 100;
const FILES_OF_SMALL = 100;

async function large({ effort, main }: Bench, { id, ending, most }: LargeRow): Promise<Row> {
  const files = Math.max(1_000, effort.scale * 100_000);
  return inTwoPlaces(async (one, other) => {
    for (const place of [one, other]) {
      await allHaveRun(place, main);
      await addFiles(place, place === one ? FILES_OF_SMALL : files);
    }
    const contestant = async (place: Place) =>
      wakeThatEnds({ place, main, ending, ...(ending === 'worked' && { start: await oneIsDue(place) }) });
    const measured = await alternate(effort, await contestant(one), await contestant(other));
    const ratio = ratioOf(measured);
    const gigabytes = ((files * BYTES) / 1e9).toLocaleString('en-US');
    const doing = ending === 'worked' ? 'one item' : 'nothing due';
    return {
      id,
      what: `a wake with ${doing} beside ${files.toLocaleString('en-US')} files, ${gigabytes} GB`,
      floor: `beside ${FILES_OF_SMALL} files, 1 MB`,
      ...measured,
      ratio,
      target: `at most ${most} ×`,
      isMet: ratio <= most,
      note: '',
    };
  });
}

/** Puts so many files into main that nobody can make smaller. */
async function addFiles(place: Place, count: number): Promise<void> {
  await place.git(['config', 'core.compression', '0']);
  const child = spawn('git', [`--git-dir=${place.bare}`, 'fast-import', '--quiet'], {
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  const ended = once(child, 'close');
  const write = async (data: string | Uint8Array): Promise<void> => {
    if (!child.stdin.write(data)) await once(child.stdin, 'drain');
  };
  const who = `bench <bench@example.org> ${Math.floor(Date.now() / 1000) - 3_600} +0000`;
  await write(`commit refs/heads/main\nauthor ${who}\ncommitter ${who}\ndata 1\nx\nfrom refs/heads/main^0\n`);
  for (let n = 0; n < count; n++) {
    const folder = Math.floor(n / FILES_A_FOLDER);
    await write(`M 100644 inline src/part-${folder % 30}/module-${folder}/file-${n}.bin\ndata ${BYTES}\n`);
    await write(randomFillSync(Buffer.alloc(BYTES)));
    await write('\n');
  }
  child.stdin.end('\n');
  const [code] = await ended;
  if (code !== 0) throw new Error(`git fast-import ended with ${code}`);
}
