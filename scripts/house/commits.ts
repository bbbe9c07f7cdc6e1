import { spawnSync } from 'node:child_process';
import type { Row } from './row.ts';

const SUBJECT = 72;

/** Subjects of the commits in a range of git; merges are left out. Null: the folder knows no such commits. */
export function commitRow(folder: string, range: string): Row | null {
  const log = spawnSync('git', ['log', '--no-merges', '--format=%s', range], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (log.status !== 0) return null;
  return subjectRow(log.stdout.split('\n').filter((subject) => subject !== ''));
}

export function subjectRow(subjects: readonly string[]): Row {
  const long = subjects.filter(({ length }) => length > SUBJECT).length;
  const mean = subjects.reduce((sum, { length }) => sum + length, 0) / Math.max(1, subjects.length);
  return {
    name: 'subjects of commits',
    figures: {
      commits: subjects.length,
      'mean length': Math.round(mean),
      [`% over ${SUBJECT}`]: Math.round((100 * long) / Math.max(1, subjects.length)),
    },
  };
}
