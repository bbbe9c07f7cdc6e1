import { runsByName } from '../../core/access/files-that-run.ts';
import { agentFolders } from '../../core/access/protected-paths.ts';
import { flagsOf } from '../../core/progress/change-flags.ts';
import { weightOfText } from '../../core/progress/diff.ts';
import { namedFiles } from '../../core/progress/named-files.ts';
import { testsTouched } from '../../core/progress/tests-touched.ts';
import { type UnseenCharacter, unseenInFile, unseenInPatch } from '../../core/progress/unseen-characters.ts';
import type { DraftRecord } from '../../core/state.ts';
import type { Diff, WorkTree } from '../../ports.ts';
import type { ChangeFacts, ChangeNotes } from '../../report/on-github/change-notes.ts';
import type { Hold } from '../lease/held-goal.ts';
import { type Turns, turnsOf } from '../lease/turns.ts';

/** One more than people read, so that they learn that there are more. */
const MOST_UNSEEN = 1_000;
/** Shorter files are soon read as a whole. */
const FEW_LINES = 20;

/** What is said of the change, and which files its tasks are. */
interface DraftWords {
  readonly summaries: readonly string[];
  /** Null: a task may be about any file. */
  readonly own: ReadonlySet<string> | null;
}

/**
 * What a person should know of a draft before looking at it, found in the commits themselves: neither the model nor the
 * state says it. Null: the remote no longer has them.
 */
export async function changeNotes(
  hold: Hold,
  { tip, base }: DraftRecord,
  { summaries, own }: DraftWords,
): Promise<{ readonly notes: ChangeNotes; readonly change: ChangeFacts } | null> {
  const { world, deadline, settings } = hold.session;
  const { workspace } = world;
  const signal = deadline.work;
  if (tip === null || !(await workspace.fetchCommits([tip, base], signal))) return null;
  const tree = await workspace.open({ commit: tip, base, untouched: base }, signal);
  try {
    const diff = await tree.diff(signal);
    const entries = await tree.list();
    const folders = agentFolders(entries.map(({ path }) => path));
    const rules = { goalsFolder: settings.goalsFolder, agentFolders: folders };
    const executable = new Set(entries.filter(({ kind }) => kind === 'executable').map(({ path }) => path));
    const paths = diff.files.map(({ path }) => path);
    const running = paths.filter((path) => executable.has(path) || runsByName(path, rules));
    const turns = turnsOf(world, signal);
    const tests = testsTouched(diff.files, [...hold.goal.checks, ...hold.goal.doneWhen]);
    const before = await workspace.files(base, signal);
    const there = new Set([...entries, ...before].map(({ path }) => path));
    const flags = flagsOf({ ...diff, own, tests: tests.map(({ path }) => path) });
    const named = namedFiles(summaries, paths, (path) => there.has(path));
    return {
      change: { flags, files: diff.files, ...named },
      notes: {
        running,
        unseen: await unseenOf(diff, tree, turns),
        shortened: await shortenedIn(diff, tree, turns),
        tests,
      },
    };
  } finally {
    await tree.close();
  }
}

/** Files that are left with less than half of their lines: whoever writes a file anew may have left out what was to stay. */
async function shortenedIn(diff: Diff, tree: WorkTree, turns: Turns): Promise<ChangeNotes['shortened']> {
  const shortened: { path: string; gone: number; of: number }[] = [];
  for (const { path, added, removed, blob } of diff.files) {
    if (blob === null || removed < FEW_LINES || removed <= added) continue;
    await turns.rest();
    const content = await tree.read(path);
    if (content.kind !== 'text') continue;
    const now = weightOfText(content.text);
    const before = now - added + removed;
    if (now * 2 < before) shortened.push({ path, gone: removed, of: before });
  }
  return shortened;
}

/** Of files as long as any that is read, and so in turns. */
async function unseenOf(diff: Diff, tree: WorkTree, turns: Turns): Promise<readonly UnseenCharacter[]> {
  if (!diff.isCut) return turns.through(unseenInPatch(diff.patch, MOST_UNSEEN));
  const found: UnseenCharacter[] = [];
  for (const { path } of diff.files) {
    if (found.length >= MOST_UNSEEN) break;
    const content = await tree.read(path);
    if (content.kind !== 'text') continue;
    found.push(...(await turns.through(unseenInFile(path, content.text, MOST_UNSEEN - found.length))));
  }
  return found;
}
