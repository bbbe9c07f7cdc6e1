import { Halt } from '../../core/ending.ts';
import type { RefUpdate, Sha, StateChange, StateStore, Tips } from '../../ports.ts';
import type { NewFile } from '../../tree/overlay.ts';
import { GitFailure, withoutSecrets } from './git-failure.ts';
import { makeCommit } from './make-commit.ts';
import { fetching } from './on-demand.ts';
import { pushOutcome } from './push-outcome.ts';
import { type FetchScope, type Repository, trackingRef } from './repository.ts';
import { checkedSha, readStored, storedEntries } from './stored-tree.ts';

export interface StateBranchOptions {
  /** Null: the settings of the default branch name it. */
  readonly stateBranch: string | null;
  /** Null: the remote is asked once. */
  readonly defaultBranch: string | null;
}

/** The state branch of a real remote. No command's work grows with the history of that branch. */
export function openStateStore(repository: Repository, options: StateBranchOptions): StateStore {
  let known = options.defaultBranch;
  let stateBranch = options.stateBranch;
  return {
    // A known name is not waited for: the question is on its way when the call returns.
    async fetch(signal) {
      known ??= await askDefaultBranch(repository, signal);
      const guess = stateBranch ?? USUAL_STATE_BRANCH;
      const tips = await fetchTips(repository, { base: known, stateBranch: guess }, signal);
      stateBranch ??= await namedInSettings(repository, tips.base.commit, signal);
      if (stateBranch === guess) return tips;
      return { ...tips, state: await fetchOne(repository, { branch: stateBranch, scope: 'all' }, signal) };
    },
    fetchState: (signal) =>
      fetchOne(repository, { branch: stateBranch ?? USUAL_STATE_BRANCH, scope: 'all' }, signal),
    read: (commit, paths, signal) => readStored(fetching(repository), { commit, paths }, signal),
    commit: (change, signal) => makeCommit(repository, asCommit(change), signal),
    push: async (refs, signal) => {
      const answer = await repository.push(pushArgs(refs), signal);
      return pushOutcome(refs, { ...answer, stdout: answer.stdout.toString() });
    },
    branches: (prefix, signal) => listBranches(repository, prefix, signal),
  };
}

const USUAL_STATE_BRANCH = 'wakeful-state';

/** Almost nobody names another branch: only then is there anything to read. */
async function namedInSettings(repository: Repository, base: Sha, signal: AbortSignal): Promise<string> {
  const { SETTINGS_FILE } = await import('../../core/settings.ts');
  const { settingsInUse } = await import('../../config/settings/settings-file.ts');
  const files = await readStored(fetching(repository), { commit: base, paths: [SETTINGS_FILE] }, signal);
  const text = files.get(SETTINGS_FILE)?.text ?? null;
  return text?.includes('state_branch') === true
    ? settingsInUse(text).settings.stateBranch
    : USUAL_STATE_BRANCH;
}

async function fetchTips(
  repository: Repository,
  names: { readonly base: string; readonly stateBranch: string },
  signal: AbortSignal,
): Promise<Tips> {
  try {
    const fetched = repository.fetch(tipsOf([names.base, names.stateBranch]), signal);
    repository.objects.start();
    await fetched.catch(async (error: unknown) => {
      if (!missesBranch(error, names.stateBranch)) throw error;
      // Before the first wake. By its full name alone: a pattern would bring whatever somebody names like it.
      repository.forget(names.stateBranch);
      await repository.fetch(tipsOf([names.base]), signal);
    });
  } catch (error) {
    throw missingRef(error) ? noBase(repository, names.base, error) : repository.firstHalt(error);
  }
  const commit = await repository.tracked(names.base, signal);
  if (commit === null) throw noBase(repository, names.base, null);
  const state = await repository.tracked(names.stateBranch, signal);
  await readAhead(repository, { base: commit, state }, signal);
  return { base: { branch: names.base, commit }, state };
}

function tipsOf(branches: readonly string[]) {
  return { args: fetchArgs(branches), scope: 'without_contents' } as const;
}

/** What each wake reads, in one go: settings, goals, and the state without its log. */
async function readAhead(
  repository: Repository,
  tips: { readonly base: Sha; readonly state: Sha | null },
  signal: AbortSignal,
): Promise<void> {
  if (!repository.isPartial) return;
  const source = fetching(repository);
  const ofBase = await storedEntries(source, { commit: tips.base, paths: READ_OF_BASE }, signal);
  const ofState =
    tips.state === null
      ? []
      : await storedEntries(source, { commit: tips.state, paths: [EVERYTHING] }, signal);
  const kept = ofState.filter(({ path }) => !path.startsWith(LOG_FOLDER));
  await source.get(
    [...ofBase, ...kept].map(({ id }) => id),
    signal,
  );
}

const READ_OF_BASE = ['.github/wakeful.yml', 'goals/'];
const EVERYTHING = '';
const LOG_FOLDER = 'state/log/';

/** Depth 1; null: the remote has no such branch. */
export async function fetchOne(
  repository: Repository,
  { branch, scope }: { readonly branch: string; readonly scope: FetchScope },
  signal: AbortSignal,
): Promise<Sha | null> {
  try {
    await repository.fetch({ args: fetchArgs([branch]), scope }, signal);
  } catch (error) {
    if (!missingRef(error)) throw repository.halt(error);
    repository.forget(branch);
    return null;
  }
  return repository.tracked(branch, signal);
}

function noBase(repository: Repository, branch: string, cause: unknown): Halt {
  const remote = withoutSecrets(repository.options.remote);
  const detail = `The remote ${remote} has no branch ${branch}, or no commits yet. Push a first commit or name the default branch.`;
  return new Halt('bad_settings', detail, { cause });
}

async function askDefaultBranch(repository: Repository, signal: AbortSignal): Promise<string> {
  const remote = withoutSecrets(repository.options.remote);
  let answer: string;
  try {
    answer = (await repository.ask(['ls-remote', '--symref', 'origin', 'HEAD'], signal)).toString();
  } catch (error) {
    throw repository.firstHalt(error);
  }
  const branch = /^ref: refs\/heads\/(.+)\tHEAD$/m.exec(answer)?.[1];
  if (branch !== undefined) return branch;
  const why =
    answer.trim() === ''
      ? 'has no commits, or its HEAD names a branch that does not exist'
      : 'has a detached HEAD';
  throw new Halt(
    'bad_settings',
    `The remote ${remote} ${why}, so it has no default branch. Name the default branch.`,
  );
}

async function listBranches(
  repository: Repository,
  prefix: string,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Sha>> {
  try {
    const text = (await repository.ask(['ls-remote', '--heads', 'origin'], signal)).toString();
    const found = [...text.matchAll(/^([0-9a-f]+)\trefs\/heads\/(.+)$/gm)].map(
      ([, commit = '', branch = '']) => [branch, commit] as const,
    );
    return new Map(found.filter(([branch]) => branch.startsWith(prefix)));
  } catch (error) {
    throw repository.halt(error);
  }
}

function pushArgs(refs: readonly RefUpdate[]): string[] {
  const leases = refs.map(({ branch, expect }) => {
    return `--force-with-lease=refs/heads/${branch}:${expect === null ? '' : checkedSha(expect)}`;
  });
  const updates = refs.map(({ branch, commit }) => `${checkedSha(commit)}:refs/heads/${branch}`);
  return ['--atomic', '--porcelain', '--no-verify', ...leases, 'origin', ...updates];
}

function asCommit(change: StateChange) {
  const files = new Map<string, NewFile | null>();
  for (const [path, text] of change.files) {
    files.set(path, text === null ? null : { mode: '100644', bytes: Buffer.from(text) });
  }
  return { ...change, files };
}

function missesBranch(error: unknown, branch: string): boolean {
  const words = error instanceof GitFailure ? error.result.stderr : '';
  return words.split('\n').some((line) => line.endsWith(`couldn't find remote ref refs/heads/${branch}`));
}

function missingRef(error: unknown): boolean {
  if (!(error instanceof GitFailure)) return false;
  const { code, stderr } = error.result;
  // Where all that was found is ruled out, git ends without a word.
  return stderr.includes("couldn't find remote ref") || (code === 1 && stderr.trim() === '');
}

/**
 * Branches by their full names. Where one is missing, git would take `refs/heads/refs/heads/…` for it, or a tag or another ref that
 * is named so: those are ruled out, and what was fetched of the missing one before is forgotten.
 */
function fetchArgs(branches: readonly string[]): string[] {
  return ['--depth=1', '--prune', 'origin', ...branches.map(refspec), ...NAMED_LIKE_BRANCHES];
}

const NAMED_LIKE_BRANCHES = ['heads', 'tags', 'remotes'].map((kind) => `^refs/${kind}/refs/*`);

function refspec(branch: string): string {
  return `+refs/heads/${branch}:${trackingRef(branch)}`;
}
