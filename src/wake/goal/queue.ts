import { oneGlobMatcher } from '../../core/access/matching/globs.ts';
import { keysToDo } from '../../core/due/due.ts';
import { Halt } from '../../core/ending.ts';
import type { CommandQueue, FindingsQueue, Goal, Queue } from '../../core/goal.ts';
import { itemKey, LONGEST_QUEUE, targetOfFile, windowElements } from '../../core/item.ts';
import type { FoundInQueue } from '../../core/log/run-events.ts';
import type { Checkpoint, OpenWindow, WindowCommits } from '../../core/state.ts';
import { cutText } from '../../core/text/plain-text.ts';
import { isoTime } from '../../core/time.ts';
import type { CommitInfo, TreeEntry, Workspace } from '../../ports.ts';
import { commitsOf, type WindowSpan } from '../lease/commits-of.ts';
import type { Session } from '../lease/session.ts';
import { type GitHubQueueDependencies, githubKeys, mostOpen } from './github-queue.ts';

const SUBJECT_LENGTH = 80;

interface QueueDependencies extends GitHubQueueDependencies {
  readonly workspace: Workspace;
}

export interface WindowQueue {
  readonly keys: readonly string[];
  /** There are more open issues than one window takes; the newest ones are left out. */
  readonly isCut: boolean;
  /** The commits of a goal without a queue; null: there are none, or the goal has a queue. */
  readonly commits: WindowCommits | null;
  /** Null: no program has looked for the elements. */
  readonly found: FoundInQueue | null;
}

/** What an open window says of its queue. */
export function queueFields({
  keys,
  isCut,
  commits,
}: WindowQueue): Partial<OpenWindow> & Pick<OpenWindow, 'queue'> {
  return {
    queue: keys,
    ...(isCut ? { is_cut: true } : {}),
    ...(commits === null ? {} : { commits }),
  };
}

/** There is nothing to do in a window. */
export const NO_QUEUE: WindowQueue = { keys: [], isCut: false, commits: null, found: null };

interface Asked {
  readonly checkpoint: Checkpoint;
  readonly window: WindowSpan;
}

/**
 * Keys of all elements that a goal still has to do in a window, in order. Keys are written in many places, so words of
 * others are masked in them, and a file whose very name holds a secret is left out.
 */
export async function queueOf(
  session: Session,
  goal: Goal,
  { checkpoint, window }: Asked,
): Promise<WindowQueue> {
  const { world, mask, deadline } = session;
  const { workspace, issues, subjects } = world;
  const dependencies = {
    ...{ workspace, issues, subjects, mask, now: world.clock.now(), signal: deadline.work },
    dashboard: session.ledger.state.status.dashboard?.issue ?? null,
    defaultBranch: session.tips.base.branch,
    stateBranch: session.settings.stateBranch,
  };
  const elements = await elementsOf(session, goal, { window, dependencies });
  const { keys: all, commits = null, found = null } = elements;
  const most = mostOpen(goal.forEach);
  const isCut = all.length > most;
  const keys = [...new Set(isCut ? all.slice(0, most) : all)];
  if (keys.length > LONGEST_QUEUE) {
    throw new Halt(
      'bad_goal',
      `${goal.file}: for_each finds ${keys.length} elements, at most ${LONGEST_QUEUE} are allowed. Narrow it.`,
    );
  }
  return { keys: keysToDo(checkpoint, keys), isCut, commits, found };
}

type Elements = Pick<WindowQueue, 'keys'> & Partial<Pick<WindowQueue, 'commits' | 'found'>>;

async function elementsOf(
  session: Session,
  goal: Goal,
  { window, dependencies }: { readonly window: WindowSpan; readonly dependencies: QueueDependencies },
): Promise<Elements> {
  const queue = goal.forEach;
  if (queue === null) return windowItself(window, dependencies);
  if (queue.kind !== 'findings' && queue.kind !== 'command')
    return { keys: await elementKeys(queue, window, dependencies) };
  const { foundQueue } = await import('../findings/queue.ts');
  return foundQueue(session, { goal, queue, commit: window.to.commit });
}

/** A goal without a queue is about what happened in the window. What one prompt cannot list is the next item. */
async function windowItself(window: WindowSpan, dependencies: QueueDependencies): Promise<Elements> {
  const commits = await commitsOf(window, dependencies);
  return {
    keys: windowElements(commits.length).map((element) => itemKey(element, window.slot)),
    commits: commitSpan(commits),
  };
}

function commitSpan(commits: readonly CommitInfo[]): WindowCommits | null {
  const times = commits.map(({ time }) => isoTime(time)).sort();
  const [first] = times;
  const last = times.at(-1);
  return first === undefined || last === undefined ? null : { count: times.length, first, last };
}

async function elementKeys(
  queue: Exclude<Queue, FindingsQueue | CommandQueue>,
  window: WindowSpan,
  dependencies: QueueDependencies,
): Promise<readonly string[]> {
  const { mask } = dependencies;
  switch (queue.kind) {
    case 'list':
      return queue.elements.map((element) => itemKey(mask.mask(element), window.slot));
    case 'files':
      return (await filesOf(queue, window, dependencies)).map((file) => itemKey(file.path, file.blob));
    case 'commits': {
      const commits = await commitsOf(window, dependencies);
      // Many commits share a subject; the short id tells people and the model which one is meant.
      return commits.map(({ commit, subject }) =>
        itemKey(`${commit.slice(0, 7)} ${cutText(mask.mask(subject), SUBJECT_LENGTH)}`.trim(), commit),
      );
    }
    default:
      return githubKeys(queue, window, dependencies);
  }
}

async function filesOf(
  queue: Extract<Queue, { kind: 'files' }>,
  window: WindowSpan,
  { workspace, signal, mask }: QueueDependencies,
): Promise<readonly TreeEntry[]> {
  const isMatch = oneGlobMatcher(queue.pattern);
  const files = await workspace.files(window.to.commit, signal);
  const matching = files.filter(
    (file) =>
      (file.kind === 'file' || file.kind === 'executable') &&
      isMatch(file.path) &&
      mask.finds(file.path) === null,
  );
  const there = new Set(files.map(({ path }) => path));
  const lacksTarget = ({ path }: TreeEntry) => !there.has(targetOfFile(queue, path));
  if (queue.targetMissing === true) return matching.filter(lacksTarget);
  if (!queue.changed || window.from.commit === null) return matching;
  const changed = new Set(await workspace.changedPaths(window.from.commit, window.to.commit, signal));
  return matching.filter((file) => changed.has(file.path) || lacksTarget(file));
}
