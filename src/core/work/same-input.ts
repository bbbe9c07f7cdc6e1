import { matchesGlobs } from '../access/matching/globs.ts';
import type { Goal, QueueKind } from '../goal.ts';
import type { Settings } from '../settings.ts';
import type { Checkpoint } from '../state.ts';
import { digest } from '../text/digest.ts';

const DIGEST_LENGTH = 32;

/** The same where a goal's own text, and the settings that concern it, are the same. */
export function inputDigest(goal: Goal, settings: Pick<Settings, 'models' | 'protectedPaths'>): string {
  const model = settings.models[goal.model] ?? null;
  return digest([JSON.stringify(goal), JSON.stringify(model), ...settings.protectedPaths], DIGEST_LENGTH);
}

/** Queues of which the same files make the same. */
const READS_FILES: ReadonlySet<QueueKind> = new Set(['list', 'findings', 'command']);

/**
 * The commit that a goal's last finished window ended at, where a further window could hold nothing new but files. Null: the
 * model is to be asked whatever the files are. Queues of files, commits and issues know by themselves which versions are done.
 */
export function lastInput(
  goal: Goal,
  { finished }: Pick<Checkpoint, 'finished'>,
  input: string,
): string | null {
  const isVersioned = goal.forEach !== null && !READS_FILES.has(goal.forEach.kind);
  if (goal.runsUnchanged || isVersioned || finished === null || finished.input !== input) return null;
  return finished.commit;
}

/**
 * Whether any of these files is one that the goal reads. Its checks read everything: where they are what it failed at, any
 * change may mend them.
 */
export function isInputChanged(
  goal: Goal,
  { given_up }: Pick<Checkpoint, 'given_up'>,
  changed: readonly string[],
): boolean {
  const hasFailed = given_up !== undefined && given_up !== null;
  const runsCommands = goal.checks.length > 0 || goal.setup.length > 0 || goal.doneWhen.length > 0;
  // Whether a link leads somewhere, and what a linter says, may depend on any file.
  const isFound = goal.forEach?.kind === 'findings' || goal.forEach?.kind === 'command';
  if (isFound || (hasFailed && runsCommands)) return changed.length > 0;
  return changed.some((path) => matchesGlobs(goal.permissions.read, path));
}
