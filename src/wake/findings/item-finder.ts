import type { ItemFinder } from '../../agent/found-work.ts';
import { type CommandQueue, type FindingsQueue, type Goal, opensDrafts } from '../../core/goal.ts';
import { itemOf } from '../../core/item.ts';
import { compareFindings, type FinderReport } from '../../core/progress/file-finding.ts';
import type { Sha } from '../../ports.ts';
import { finderName, goneWords, leftWords } from '../../report/findings/finder-words.ts';
import type { Hold } from '../lease/held-goal.ts';
import { type Turns, turnsOf } from '../lease/turns.ts';
import { look } from './look.ts';
import { findingsIn, foundName } from './queue.ts';

/** The finder of an item, and what it has seen. */
export interface WatchedFinder extends ItemFinder {
  /** What it reports of the finished work; null: it has not looked. */
  readonly last: FinderReport | null;
}

interface FinderFacts {
  readonly goal: Goal;
  /** The file that the item is. */
  readonly path: string;
  /** What it reports of the files that the item begins with; null: it has not looked at them in this wake. */
  readonly known: Promise<FinderReport> | null;
  readonly turns: Turns;
}

/** Null: the goal's items are not found by a program. `start`: the commit that the item begins with. */
export function itemFinder(
  { goal, session, watch }: Hold,
  { key, start }: { readonly key: string; readonly start: Sha },
): WatchedFinder | null {
  const { forEach } = goal;
  if (forEach?.kind !== 'findings' && forEach?.kind !== 'command') return null;
  return watchedFinder(forEach, {
    ...{ goal, path: itemOf(key).element },
    known: session.found.get(foundName(goal, start)) ?? null,
    turns: turnsOf(session.world, watch.signal),
  });
}

/** The next item begins with this commit, and need not look at it again. */
export function keepFound({ goal, session }: Hold, finder: WatchedFinder | null, commit: Sha): void {
  if (finder?.last != null) session.found.set(foundName(goal, commit), Promise.resolve(finder.last));
}

export function watchedFinder(queue: FindingsQueue | CommandQueue, facts: FinderFacts): WatchedFinder {
  const { goal, path, known, turns } = facts;
  const name = finderName(queue);
  let before: FinderReport | null = null;
  let after: FinderReport | null = null;
  return {
    ...{ name, path, mustMend: opensDrafts(goal) },
    get last() {
      return after;
    },
    begin: async (context) => {
      before = await (known ?? look(queue, { ...context, turns }));
      return findingsIn(before, path);
    },
    judge: async (context) => {
      after = await look(queue, { ...context, turns });
      const { left, fresh, gone } = compareFindings(before?.findings ?? [], after.findings, path);
      const isClean = left.length === 0 && fresh.length === 0;
      const detail = isClean
        ? goneWords(path, gone, after.files)
        : leftWords(path, { left: left.length, of: gone + left.length, fresh });
      const report = { kind: isClean ? 'passed' : 'failed', command: name, detail, output: '' } as const;
      return { report, left, fresh };
    },
  };
}
