import { gitRunner } from '../../adapters/git/run-git.ts';
import { childEnvironment } from '../../adapters/runner.ts';
import { nearestName } from '../../config/yaml/nearest-name.ts';
import { readYaml } from '../../config/yaml/yaml-document.ts';
import { type FieldPath, placeOf } from '../../config/yaml/yaml-node.ts';
import { isLiteral } from '../../core/access/matching/glob-marks.ts';
import { globMatcher } from '../../core/access/matching/globs.ts';
import type { Goal } from '../../core/goal.ts';
import { globProblems } from '../../report/problems/glob-problems.ts';
import type { Problem } from '../../report/problems/problem.ts';
import { storedFile, type WorkTreeGoals } from './goal-folder.ts';

interface PlacedGlob {
  readonly glob: string;
  readonly path: FieldPath;
}

/** Globs of goals that match no file of the work tree, each with its place: a slip, or a folder that is still to come. */
export async function globsWithoutFiles(
  root: string,
  { goals }: Pick<WorkTreeGoals, 'goals'>,
): Promise<readonly Problem[]> {
  const files = await filesIn(root);
  if (files.length === 0) return [];
  const notes: Problem[] = [];
  for (const goal of goals) {
    const alone = globsOf(goal).filter(({ glob }) => {
      const matches = globMatcher([glob]);
      return !files.some(matches);
    });
    if (alone.length === 0) continue;
    const { root: document } = readYaml(goal.file, (await storedFile(`${root}/${goal.file}`)).text);
    for (const { glob, path } of alone) {
      const at = document === null ? { line: 1, column: 1 } : placeOf(document, path).value;
      notes.push({ file: goal.file, ...at, ...globProblems.matchesNothing(glob, nearGlob(glob, files)) });
    }
  }
  return notes;
}

/** What only takes away matches nothing by itself, and a path that may be written may be that of a new file. */
function globsOf({ permissions, forEach }: Goal): readonly PlacedGlob[] {
  const inList = (name: 'read' | 'write') =>
    permissions[name].map((glob, index) => ({ glob, path: ['permissions', name, index] }));
  const queue = forEach?.kind === 'files' ? [{ glob: forEach.pattern, path: ['for_each', 'files'] }] : [];
  return [...inList('read'), ...inList('write').filter(({ glob }) => !isLiteral(glob)), ...queue].filter(
    ({ glob }) => !glob.startsWith('!'),
  );
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
