import { type DraftedFile, type FileVersion, isLanded } from '../../core/progress/landed-change.ts';
import type { DraftRecord } from '../../core/state.ts';
import { DAY_MS } from '../../core/time.ts';
import type { CommitInfo, Draft, Sha } from '../../ports.ts';
import type { Session } from '../lease/session.ts';

/** Commits of the default branch that are looked through for the change of one draft: each costs a fetch. */
const COMMITS_LOOKED_AT = 12;
const COMMITS_LISTED = 1_000;

type Place = Pick<Session, 'world' | 'tips'>;

/** What is looked for: the files that a draft changes, by path. */
type Change = ReadonlyMap<string, DraftedFile>;

export interface EndedWork {
  readonly draft: DraftRecord;
  /** As GitHub shows it; undefined: it shows none. */
  readonly found: Pick<Draft, 'number' | 'state' | 'head' | 'endedAt'> | undefined;
}

/**
 * Whether the default branch holds what a closed draft changes, however it came there: by a merge bot, a squash by hand, single
 * commits. Where the newest commit does not tell, because the very lines have been changed since, those are looked at that came
 * while the draft was there. False also where it cannot be told.
 */
export async function hasLanded(place: Place, work: EndedWork, signal: AbortSignal): Promise<boolean> {
  const change = await changeOf(place, work.draft, signal);
  if (change.size === 0) return false;
  if (await holds(place, { commit: place.tips.base.commit, change }, signal)) return true;
  const likely = await likelyCommits(place, work, signal);
  // In one go: each of them alone would be a connection of its own.
  await place.world.workspace.fetchCommits(likely, signal);
  for (const commit of likely) {
    if (!(await place.world.workspace.fetchCommit(commit, signal))) continue;
    if (await holds(place, { commit, change }, signal)) return true;
  }
  return false;
}

/** Empty: it changes nothing, or one of its ends is gone. */
async function changeOf({ world }: Place, { base, tip }: DraftRecord, signal: AbortSignal): Promise<Change> {
  const { workspace } = world;
  if (tip === null || !(await workspace.fetchCommits([base, tip], signal))) return new Map();
  const [before, after] = [await blobsOf(world, base, signal), await blobsOf(world, tip, signal)];
  const paths = [...new Set([...before.keys(), ...after.keys()])];
  const changed = paths.filter((path) => before.get(path) !== after.get(path));
  const old = await versionsOf(world, { commit: base, paths: changed, blobs: before }, signal);
  const made = await versionsOf(world, { commit: tip, paths: changed, blobs: after }, signal);
  return new Map(
    changed.map((path) => [path, { base: old.get(path) ?? null, draft: made.get(path) ?? null }]),
  );
}

async function holds(
  { world }: Place,
  { commit, change }: { readonly commit: Sha; readonly change: Change },
  signal: AbortSignal,
): Promise<boolean> {
  const blobs = await blobsOf(world, commit, signal);
  const files = await versionsOf(world, { commit, paths: [...change.keys()], blobs }, signal);
  return [...change].every(([path, file]) => isLanded(file, files.get(path) ?? null));
}

type World = Pick<Session['world'], 'state' | 'workspace'>;

async function blobsOf({ workspace }: World, commit: Sha, signal: AbortSignal) {
  return new Map((await workspace.files(commit, signal)).map(({ path, blob }) => [path, blob]));
}

interface Files {
  readonly commit: Sha;
  readonly paths: readonly string[];
  readonly blobs: ReadonlyMap<string, string>;
}

async function versionsOf({ state }: World, { commit, paths, blobs }: Files, signal: AbortSignal) {
  const there = paths.filter((path) => blobs.has(path));
  const texts = there.length === 0 ? new Map() : await state.read(commit, there, signal);
  return new Map(
    there.map((path): [string, FileVersion] => {
      const text = texts.get(path)?.text ?? null;
      const isText = text !== null && !/[\0\ufffd]/.test(text);
      return [path, { blob: blobs.get(path) ?? '', text: isText ? text : null }];
    }),
  );
}

/** Those that name the draft or its commits first, then those nearest to its end. */
async function likelyCommits(
  { world, tips }: Place,
  { draft, found }: EndedWork,
  signal: AbortSignal,
): Promise<readonly Sha[]> {
  const since = Date.parse(draft.window.to) - DAY_MS;
  const range = { tip: tips.base.commit, from: draft.base, since, limit: COMMITS_LISTED };
  const commits = await world.workspace.history(range, signal);
  const number = found?.number ?? draft.number;
  const names = [draft.branch, draft.tip, found?.head].filter((name) => typeof name === 'string');
  const isNaming = ({ subject, body }: CommitInfo): boolean => {
    const words = `${subject}\n${body}`;
    return names.some((name) => words.includes(name)) || new RegExp(`#${number}(?!\\d)`).test(words);
  };
  const end = found?.endedAt ?? world.clock.now();
  const distance = ({ time }: CommitInfo): number => Math.abs(time - end);
  return commits
    .filter(({ commit }) => commit !== tips.base.commit)
    .toSorted(
      (one, other) => Number(isNaming(other)) - Number(isNaming(one)) || distance(one) - distance(other),
    )
    .slice(0, COMMITS_LOOKED_AT)
    .map(({ commit }) => commit);
}
