import { runSetup } from '../../agent/commands.ts';
import { decidePath } from '../../core/access/permission.ts';
import { agentFolders } from '../../core/access/protected-paths.ts';
import { type CommandQueue, type FindingsQueue, type Goal, opensDrafts } from '../../core/goal.ts';
import { itemKey } from '../../core/item.ts';
import type { FoundInQueue } from '../../core/log/run-events.ts';
import {
  type FileFinding,
  type FinderReport,
  findingsByPath,
  findingsVersion,
} from '../../core/progress/file-finding.ts';
import type { Sha, TreeEntry } from '../../ports.ts';
import type { Session } from '../lease/session.ts';
import { turnsOf } from '../lease/turns.ts';
import { look } from './look.ts';

/** The queue of a goal whose tasks a program finds. */
export interface FoundQueue {
  readonly keys: readonly string[];
  readonly found: FoundInQueue;
}

type Finder = FindingsQueue | CommandQueue;

/**
 * One key for each file with findings that the goal may mend. The version holds the findings and the file, so that the same are
 * not worked on twice.
 */
export async function foundQueue(
  session: Session,
  { goal, queue, commit }: { readonly goal: Goal; readonly queue: Finder; readonly commit: Sha },
): Promise<FoundQueue> {
  const { world, mask, deadline } = session;
  const report = await foundAt(session, { goal, queue, commit });
  const entries = await world.workspace.files(commit, deadline.work);
  const byPath = findingsByPath(report.findings.filter(({ path }) => mask.finds(path) === null));
  const blobs = new Map(entries.map(({ path, blob }) => [path, blob]));
  const isMendable = mendable(session, goal, entries);
  const paths = [...byPath.keys()];
  const own = paths.filter(isMendable);
  const others = paths.filter((path) => !own.includes(path));
  const sum = (of: readonly string[]) => of.reduce((all, path) => all + (byPath.get(path)?.length ?? 0), 0);
  return {
    keys: own.map((path) => itemKey(path, findingsVersion(byPath.get(path) ?? [], blobs.get(path) ?? null))),
    found: {
      findings: sum(own),
      protected: { findings: sum(others), paths: others.slice(0, MOST_PATHS), count: others.length },
      leftOut: { paths: report.leftOut.slice(0, MOST_PATHS), count: report.leftOut.length },
      isCut: report.isCut,
    },
  };
}

const MOST_PATHS = 3;

/** What is found in a goal that changes no file is looked at all the same. */
export function mendable(
  { settings }: Session,
  goal: Goal,
  entries: readonly TreeEntry[],
): (path: string) => boolean {
  if (!opensDrafts(goal)) return () => true;
  const kinds = new Map(entries.map(({ path, kind }) => [path, kind]));
  const rules = {
    permissions: goal.permissions,
    protectedGlobs: settings.protectedPaths,
    goalsFolder: settings.goalsFolder,
    agentFolders: agentFolders(entries.map(({ path }) => path)),
  };
  return (path) => {
    const request = { action: 'write', path, entryKind: kinds.get(path) ?? 'missing' } as const;
    return decidePath(request, rules).kind === 'allowed';
  };
}

/** Looked for once in a wake: a plan is made anew where another wake was faster. */
async function foundAt(
  session: Session,
  { goal, queue, commit }: { readonly goal: Goal; readonly queue: Finder; readonly commit: Sha },
): Promise<FinderReport> {
  const name = foundName(goal, commit);
  const known = session.found.get(name);
  if (known !== undefined) return known;
  const looking = lookInto(session, { goal, queue, commit });
  session.found.set(name, looking);
  looking.catch(() => session.found.delete(name));
  return looking;
}

export function foundName({ id }: Goal, commit: Sha): string {
  return `${id} ${commit}`;
}

async function lookInto(
  session: Session,
  { goal, queue, commit }: { readonly goal: Goal; readonly queue: Finder; readonly commit: Sha },
): Promise<FinderReport> {
  const { world, deadline, mask, settings } = session;
  const signal = deadline.work;
  const tree = await world.workspace.open({ commit, base: commit, untouched: commit }, signal);
  let seconds = Math.min(goal.limits.minutes * 60, deadline.msLeft() / 1000);
  const turns = turnsOf(world, signal);
  const deps = {
    ...{ sandbox: world.sandbox, setupHosts: settings.setupHosts, tools: settings.sandbox, signal, mask },
    secondsLeft: () => seconds,
    beginTime: (minutes: number) => {
      seconds = Math.min(minutes * 60, deadline.msLeft() / 1000);
    },
    // Nothing of this is written before the lease is taken; what fails is the goal's ending.
    report: () => undefined,
    progress: () => undefined,
    stillAllowed: async () => deadline.check(),
  };
  try {
    const context = { goal, tree, deps, turns };
    if (queue.kind === 'command') await runSetup(context);
    return await look(queue, context);
  } finally {
    await tree.close();
  }
}

/** Of one file. */
export function findingsIn({ findings }: FinderReport, path: string): readonly FileFinding[] {
  return findings.filter((finding) => finding.path === path);
}
