import type { InstallRecord } from '../../config/install/record-file.ts';
import { copyUpdateOf } from '../../install/copy-update.ts';
import { INSTALLED_WORKFLOWS } from '../../install/release.ts';
import { COPY_TEXTS } from '../../report/install/copy-text.ts';
import { UPDATE_TEXTS, versionWords } from '../../report/install/update-text.ts';
import type { Surroundings } from './gather.ts';
import type { ProposedBranch } from './write-branch.ts';

export interface CopyToUpdate {
  readonly around: Surroundings;
  /** Null: it was never updated. */
  readonly record: InstallRecord | null;
  /** Goals and settings of the default branch, by path. */
  readonly goals: ReadonlyMap<string, string>;
  /** A commit, as a person gave it; null: it is found out. */
  readonly from: string | null;
  readonly keepsAll: boolean;
}

/** `obstacle`: one sentence. `done`: there is nothing to do. */
export type CopyProposal =
  | ({ readonly kind: 'proposed'; readonly message: string } & Pick<ProposedBranch, 'files' | 'subject'>)
  | { readonly kind: 'obstacle'; readonly words: string }
  | { readonly kind: 'done'; readonly words: string };

const COMMIT = /^[0-9a-f]{40}$/;

/** Whether all of Wakeful lies in a repository, as in a copy of the template. An installation has a record of its files. */
export function isCopy(files: Surroundings['files'], record: InstallRecord | null): boolean {
  if (record !== null) return record.is_copy === true;
  const paths = new Set(files.map(({ path }) => path));
  return paths.has('dist/action.mjs') && INSTALLED_WORKFLOWS.some((path) => paths.has(path));
}

/** The update of a copy of the template, from the commit of its home that it has now. */
export async function proposeCopyUpdate(copy: CopyToUpdate, signal: AbortSignal): Promise<CopyProposal> {
  const { around, record, goals, keepsAll } = copy;
  const { clone, base, release, remote, address } = around;
  if (release.repository.toLowerCase() === address?.repository.toLowerCase())
    return { kind: 'obstacle', words: COPY_TEXTS.noHome(record?.repository ?? null) };
  const home = `https://github.com/${release.repository}`;
  if (!(await clone.fetchFrom(home, release.commit, signal)))
    return { kind: 'obstacle', words: COPY_TEXTS.notFetched(release.repository) };
  const from = copy.from ?? record?.commit ?? (await clone.beginning(base.commit, release.commit, signal));
  if (from === null) return { kind: 'obstacle', words: COPY_TEXTS.noBeginning(release.repository) };
  if (!COMMIT.test(from) || !(await clone.fetchFrom(home, from, signal)))
    return { kind: 'obstacle', words: COPY_TEXTS.notFrom(from, release.repository) };
  const place = { commit: base.commit, remote, goals, keepsAll };
  const { files, changed, hasOwnSources } = await copyUpdateOf(
    { ...place, record, to: release, from },
    clone,
    signal,
  );
  if (changed.size === 0)
    return { kind: 'done', words: UPDATE_TEXTS.upToDate(release.repository, versionWords(release)) };
  const words = { repository: release.repository, from, to: release, files, hasOwnSources };
  return {
    kind: 'proposed',
    subject: UPDATE_TEXTS.subject(release),
    message: COPY_TEXTS.message(words),
    files: changed,
  };
}
