import type { Goal } from '../../core/goal.ts';
import type { Settings } from '../../core/settings.ts';
import { compareText } from '../../core/text/compare-text.ts';
import type { StoredFile } from '../../ports.ts';
import { goalFileProblems } from '../../report/problems/goal-problems.ts';
import { type Problem, sortProblems } from '../../report/problems/problem.ts';
import { goalId, parseGoalFile } from './goal-file.ts';
import type { GoalContext } from './goal-rules.ts';

export interface GoalFiles {
  /** Sorted by id. A bad file hides none of them. */
  readonly goals: readonly Goal[];
  readonly problems: readonly Problem[];
  /** There is no goal file at all, good or bad. */
  readonly hasNone: boolean;
}

/** Reads all files of the goals folder, by path. Files that are not YAML are left alone. */
export function parseGoalFiles(
  files: ReadonlyMap<string, StoredFile>,
  context: Omit<GoalContext, 'file'>,
): GoalFiles {
  const { settings } = context;
  const paths = [...files.keys()].filter((path) => /\.ya?ml$/i.test(path)).sort(compareText);
  const goals: Goal[] = [];
  const problems: Problem[] = [];
  const pathsById = Map.groupBy(paths, lowerId);
  for (const file of paths) {
    const { blob, text } = files.get(file) ?? { blob: '', text: '' };
    const refused = [...misplaced(file, settings), ...duplicates(file, pathsById.get(lowerId(file)) ?? [])];
    const reading = parseGoalFile({ ...context, file, blob, text });
    problems.push(...refused, ...(reading.kind === 'problems' ? reading.problems : []));
    if (reading.kind === 'goal' && refused.length === 0) goals.push(reading.goal);
  }
  return {
    goals: goals.sort((a, b) => compareText(a.id, b.id)),
    problems: sortProblems(problems),
    hasNone: paths.length === 0,
  };
}

/** What is wrong with the folder of a goal file. */
export function misplaced(file: string, settings: Settings): readonly Problem[] {
  const folder = file.slice(0, Math.max(0, file.lastIndexOf('/')));
  if (folder === settings.goalsFolder) return [];
  return [{ file, line: 1, column: 1, ...goalFileProblems.misplaced(settings.goalsFolder, folder) }];
}

function duplicates(file: string, sameId: readonly string[]): readonly Problem[] {
  const twins = sameId.filter((path) => path !== file);
  return twins.map((twin) => {
    return { file, line: 1, column: 1, ...goalFileProblems.sameId(lowerId(file), twin) };
  });
}

function lowerId(file: string): string {
  return goalId(file).toLowerCase();
}
