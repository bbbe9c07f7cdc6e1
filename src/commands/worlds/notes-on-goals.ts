import { gitRunner } from '../../adapters/git/run-git.ts';
import { childEnvironment } from '../../adapters/runner.ts';
import { firstCall } from '../../agent/first-call.ts';
import { nearestName } from '../../config/yaml/nearest-name.ts';
import { isMapping } from '../../config/yaml/raw-value.ts';
import { readYaml } from '../../config/yaml/yaml-document.ts';
import { type FieldPath, placeOf, plainValue, type YamlNode } from '../../config/yaml/yaml-node.ts';
import { isLiteral } from '../../core/access/matching/glob-marks.ts';
import { globMatcher } from '../../core/access/matching/globs.ts';
import type { Goal } from '../../core/goal.ts';
import { goalNotes } from '../../core/report/goal-notes.ts';
import { globProblems } from '../../report/problems/glob-problems.ts';
import { asNote, troubleText } from '../../report/problems/goal-troubles.ts';
import { type Problem, sortProblems } from '../../report/problems/problem.ts';
import { ownFoldersIn, storedFile, type WorkTreeGoals } from './goal-folder.ts';

interface PlacedGlob {
  readonly glob: string;
  readonly path: FieldPath;
}

export interface NotesReading {
  /** What is probably a slip, each with its place. */
  readonly notes: readonly Problem[];
  /** What keeps a valid goal from ever doing anything. */
  readonly problems: readonly Problem[];
}

/** What is to be said about the valid goals of a work tree, held against its files. */
export async function notesOnGoals(
  root: string,
  { goals, settings }: Pick<WorkTreeGoals, 'goals' | 'settings'>,
): Promise<NotesReading> {
  const files = await filesIn(root);
  const agentFolders = await ownFoldersIn(root);
  const notes: Problem[] = [];
  const problems: Problem[] = [];
  for (const goal of goals) {
    const call = firstCall(goal, settings);
    const found = goalNotes({ goal, settings, files, agentFolders, firstCall: call });
    const alone = globsWithoutFiles(goal, files);
    if (found.length + alone.length === 0) continue;
    const { root: document } = readYaml(goal.file, (await storedFile(`${root}/${goal.file}`)).text);
    const at = (path: FieldPath) => ({
      file: goal.file,
      ...(document === null ? { line: 1, column: 1 } : placeOf(document, path).value),
    });
    for (const { glob, path } of alone)
      notes.push({ ...at(path), ...globProblems.matchesNothing(glob, nearGlob(glob, files)) });
    for (const { path, about, isUseless } of found) {
      // What the settings say of every goal is no news about a goal that says nothing of it.
      if (about.kind === 'limit_above' && !isWritten(document, path)) continue;
      if (isUseless) problems.push({ ...at(path), ...troubleText(about) });
      else notes.push({ ...at(path), ...asNote(troubleText(about)) });
    }
  }
  return { notes: sortProblems(notes), problems: sortProblems(problems) };
}

function isWritten(document: YamlNode | null, path: FieldPath): boolean {
  const value = path.reduce<unknown>(
    (found, step) => (isMapping(found) ? found[step] : undefined),
    document === null ? null : plainValue(document),
  );
  return value !== undefined;
}

/** A slip, or a folder that is still to come. */
function globsWithoutFiles(goal: Goal, files: readonly string[]): readonly PlacedGlob[] {
  if (files.length === 0) return [];
  return globsOf(goal).filter(({ glob }) => !files.some(globMatcher([glob])));
}

/** What only takes away matches nothing by itself, and a path that may be written may be that of a new file. */
function globsOf({ permissions, forEach }: Goal): readonly PlacedGlob[] {
  const inList = (name: 'read' | 'write') =>
    permissions[name].map((glob, index) => ({ glob, path: ['permissions', name, index] }));
  const queue = forEach?.kind === 'files' ? [{ glob: forEach.pattern, path: ['for_each', 'files'] }] : [];
  const places = forEach?.kind === 'findings' || forEach?.kind === 'command' ? (forEach.in ?? []) : [];
  const searched = places.map((glob, index) => ({ glob, path: ['for_each', 'in', index] }));
  const written = inList('write').filter(({ glob }) => !isLiteral(glob));
  return [...inList('read'), ...written, ...queue, ...searched].filter(({ glob }) => !glob.startsWith('!'));
}

/** The glob with the name of a folder that is there in the place of its first one. */
function nearGlob(glob: string, files: readonly string[]): string | null {
  const [first = '', ...rest] = glob.split('/');
  const folders = [
    ...new Set(files.filter((path) => path.includes('/')).map((path) => path.split('/')[0] ?? '')),
  ];
  const near = rest.length === 0 || folders.includes(first) ? null : nearestName(first, folders);
  return near === null ? null : [near, ...rest].join('/');
}

async function filesIn(root: string): Promise<readonly string[]> {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const signal = new AbortController().signal;
  const answer = await gitRunner(childEnvironment())({ folder: root, args }, signal);
  return answer.code === 0 ? answer.stdout.split('\0').filter((path) => path !== '') : [];
}
