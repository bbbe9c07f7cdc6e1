/** Remotes as they are before a measured wake, made quickly. */

import { existsSync } from 'node:fs';
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeState, encodeState } from '../src/config/state/state-files.ts';
import type { Checkpoint, State } from '../src/core/state.ts';
import { asMasked } from '../test/support/as-masked.ts';
import { commitText, goalText } from './commits.ts';
import { type Place, STATE } from './place.ts';
import { runWake } from './wakes.ts';

const HOUR_MS = 3_600_000;
/** A label or a dashboard is a second write, and GitHub asks for a second between two: a pause would be all that is measured. */
export const ONE_WRITE = 'draft: {labels: []}\ndashboard_issue: false\n';

/** Main with the goals `ran-1 … ran-n`, all of which have run this slot, so that nothing is due. */
export async function allHaveRun(place: Place, main: string, goals = 1): Promise<void> {
  const time = Date.now() - HOUR_MS;
  const files = new Map([
    ['goals/ran-1.yml', goalText('ran')],
    ['.github/wakeful.yml', ONE_WRITE],
  ]);
  const first = commitText('main', files, { onTop: false, time });
  await place.git(['fast-import', '--quiet'], first);
  await runWake(place, main, { ending: 'worked' });
  if (goals === 1) return;
  const ids = Array.from({ length: goals }, (_, n) => `ran-${n + 1}`);
  const more = new Map(ids.map((id) => [`goals/${id}.yml`, goalText('ran')]));
  await place.git(['fast-import', '--quiet'], commitText('main', more, { onTop: true, time }));
  await changeState(place, (state) => withGoals(state, ids));
}

/** One more goal that has never run and is due, and what the remote looks like then. */
export async function oneIsDue(place: Place): Promise<Snapshot> {
  const file = new Map([['goals/due.yml', goalText('due')]]);
  const time = Date.now() - HOUR_MS;
  await place.git(['fast-import', '--quiet'], commitText('main', file, { onTop: true, time }));
  return snapshot(place);
}

const SLOT_MS = 6 * HOUR_MS;

/** The goal that has run is due for its newest slot, as if it had run for the one before and its draft were merged. */
export async function dueAgain(place: Place): Promise<void> {
  const earlier = (time: string): string =>
    new Date(Date.parse(time) - SLOT_MS).toISOString().replace('.000Z', 'Z');
  await changeState(place, (state) => {
    const checkpoint = ranCheckpoint(state);
    const { finished, classified_to } = checkpoint;
    if (finished === null || classified_to === null) throw new Error('The goal has finished no window.');
    const before = {
      ...checkpoint,
      classified_to: earlier(classified_to),
      finished: { ...finished, slot: earlier(finished.slot), time: earlier(finished.time) },
      items: {},
      drafts: {},
    };
    return { ...state, checkpoints: { 'ran-1': before } };
  });
  const branches = await place.git(['for-each-ref', '--format=delete %(refname)', 'refs/heads/wakeful/']);
  await place.git(['update-ref', '--stdin'], branches);
  await rm(join(place.github, 'drafts'), { recursive: true, force: true });
}

function ranCheckpoint({ checkpoints }: State): Checkpoint {
  const checkpoint = checkpoints['ran-1'];
  if (checkpoint === undefined) throw new Error('The first goal has not run.');
  return checkpoint;
}

export interface Snapshot {
  /** Makes the remote as it was. */
  readonly restore: () => Promise<void>;
}

async function snapshot(place: Place): Promise<Snapshot> {
  const before = await refsOf(place);
  // Runs are left out: their ids rise, so that no wake has the id of another.
  const kept = join(place.folder, 'kept');
  for (const records of RECORDS) await copyFolder(join(place.github, records), join(kept, records));
  const restore = async (): Promise<void> => {
    const now = await refsOf(place);
    const lines = [...before].map(([ref, commit]) => `update ${ref} ${commit}`);
    const gone = [...now.keys()].filter((ref) => !before.has(ref)).map((ref) => `delete ${ref}`);
    await place.git(['update-ref', '--stdin'], `${[...lines, ...gone].join('\n')}\n`);
    await rm(join(place.folder, 'work'), { recursive: true, force: true });
    for (const records of RECORDS) await copyFolder(join(kept, records), join(place.github, records));
  };
  return { restore };
}

const RECORDS = ['drafts', 'issues', 'numbers'];

/** In place of what is there; nothing where there is nothing to copy. */
async function copyFolder(from: string, to: string): Promise<void> {
  await rm(to, { recursive: true, force: true });
  if (existsSync(from)) await cp(from, to, { recursive: true });
}

async function refsOf(place: Place): Promise<ReadonlyMap<string, string>> {
  const text = await place.git(['for-each-ref', '--format=%(refname) %(objectname)']);
  const lines = text.trim().split('\n').filter(Boolean);
  return new Map(lines.map((line) => line.split(' ', 2) as [string, string]));
}

/** Every goal has the checkpoint and the status that the first one has. */
function withGoals(state: State, ids: readonly string[]): State {
  const checkpoint = ranCheckpoint(state);
  const status = state.status.goals['ran-1'];
  if (status === undefined) throw new Error('The first goal has not run.');
  // Their drafts are merged: only so many may be open. Each goal has a branch of its own.
  const draftsOf = (id: string) =>
    Object.fromEntries(
      Object.entries(checkpoint.drafts).map(([key, draft]) => {
        const branch = draft.branch.replace('wakeful/ran-1/', `wakeful/${id}/`);
        return [key, { ...draft, branch, outcome: 'merged' as const }];
      }),
    );
  return {
    ...state,
    checkpoints: Object.fromEntries(ids.map((id) => [id, { ...checkpoint, goal: id, drafts: draftsOf(id) }])),
    status: { ...state.status, goals: Object.fromEntries(ids.map((id) => [id, status])) },
  };
}

async function changeState(place: Place, change: (state: State) => State): Promise<void> {
  const paths = (await place.git(['ls-tree', '-r', '--name-only', STATE, 'state/'])).trim().split('\n');
  const texts = new Map<string, string>();
  for (const path of paths) texts.set(path, await place.git(['cat-file', 'blob', `${STATE}:${path}`]));
  const before = decodeState(texts);
  const changed = encodeState(before, asMasked(change(before)));
  const files = new Map(
    [...changed].flatMap(([path, text]) => (text === null ? [] : [[path, text] as const])),
  );
  const time = Date.now();
  await place.git(['fast-import', '--quiet'], commitText(STATE, files, { onTop: true, time }));
}

/** Puts `count` commits below the state branch: its newest tree stays as it is. */
export async function addHistory(place: Place, count: number): Promise<void> {
  const tree = (await place.git(['rev-parse', `${STATE}^{tree}`])).trim();
  const at = Math.floor(Date.now() / 1000);
  const commits = Array.from({ length: count }, (_, n) => {
    const who = `bench <bench@example.org> ${at} +0000`;
    return `commit refs/heads/${STATE}\nauthor ${who}\ncommitter ${who}\ndata ${String(n).length}\n${n}\nM 040000 ${tree} ""\n\n`;
  });
  await place.git(['fast-import', '--quiet', '--force'], commits.join(''));
}

const LINES_A_DAY = 5_000;
const DAYS_KEPT = 90;
const DAY_MS = 24 * HOUR_MS;

/** Puts this many log lines below the state branch: a file a day, a commit a day, old days removed as wakes do. */
export async function addLog(place: Place, lines: number): Promise<void> {
  const days = Math.ceil(lines / LINES_A_DAY);
  const today = Math.floor(Date.now() / DAY_MS);
  const path = (day: number) => `state/log/${new Date(day * DAY_MS).toISOString().slice(0, 10)}.jsonl`;
  const commits: string[] = [];
  for (let n = 0; n < days; n++) {
    const day = today - days + n;
    const files = new Map<string, string | null>([[path(day), dayText(day)]]);
    if (n >= DAYS_KEPT) files.set(path(day - DAYS_KEPT), null);
    commits.push(commitText(STATE, files, { onTop: n === 0, time: day * DAY_MS }));
  }
  await place.git(['fast-import', '--quiet'], commits.join(''));
}

/** Lines as a wake writes them, no two alike. */
function dayText(day: number): string {
  const lines = Array.from({ length: LINES_A_DAY }, (_, n) => {
    const ts = new Date(day * DAY_MS + n * 17_000).toISOString().replace('.000Z', 'Z');
    const message = `Lease ${n} on ran-1 is taken until ${ts}; ${n * 7} tokens are set aside.`;
    const wake = `run-${day * LINES_A_DAY + n}-1`;
    return JSON.stringify({
      ts,
      level: 'info',
      event: 'lease_taken',
      message,
      wake,
      goal: 'ran-1',
      data: { epoch: n },
    });
  });
  return `${lines.join('\n')}\n`;
}
