import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Halt } from '../../core/ending.ts';
import type {
  BranchChange,
  BranchFile,
  Clone,
  DefaultBranch,
  RemoteBranch,
  Sha,
  TextMerge,
} from '../../ports.ts';
import { cloneTexts } from '../../report/failures/clone-texts.ts';
import type { GitOutput, GitRun } from './run-git.ts';

export type PlainGit = (run: GitRun, signal: AbortSignal) => Promise<GitOutput>;

/** The clone around a folder. `Halt('bad_settings')`: there is none. */
export async function openClone(git: PlainGit, folder: string, signal: AbortSignal): Promise<Clone> {
  const top = await git({ folder, args: ['rev-parse', '--show-toplevel'] }, signal);
  if (top.code !== 0) throw new Halt('bad_settings', cloneTexts.noClone(folder));
  return new PersonsClone(git, top.stdout.trimEnd());
}

class PersonsClone implements Clone {
  readonly root: string;
  readonly #git: PlainGit;

  constructor(git: PlainGit, root: string) {
    this.#git = git;
    this.root = root;
  }

  async remoteAddress(remote: string, signal: AbortSignal): Promise<string | null> {
    return this.#answer(['remote', 'get-url', '--', remote], signal);
  }

  async defaultBranch(remote: string, signal: AbortSignal): Promise<DefaultBranch> {
    const listing = await this.#answer(['ls-remote', '--symref', '--', remote, 'HEAD'], signal);
    const name = /^ref: refs\/heads\/(\S+)\tHEAD$/m.exec(listing ?? '')?.[1];
    const commit = /^([0-9a-f]{40,64})\tHEAD$/m.exec(listing ?? '')?.[1];
    if (name === undefined || commit === undefined) return this.#knownDefaultBranch(remote, signal);
    if (!(await this.#has(commit, signal)))
      await this.#must(
        ['fetch', '--quiet', '--no-tags', '--no-write-fetch-head', '--', remote, commit],
        signal,
      );
    return { name, commit };
  }

  async #knownDefaultBranch(remote: string, signal: AbortSignal): Promise<DefaultBranch> {
    const ref = await this.#answer(['symbolic-ref', '--quiet', `refs/remotes/${remote}/HEAD`], signal);
    const name =
      ref?.slice(`refs/remotes/${remote}/`.length) ??
      (await this.#answer(['symbolic-ref', '--quiet', '--short', 'HEAD'], signal));
    const commit = await this.#answer(
      ['rev-parse', '--verify', '--quiet', `${ref ?? 'HEAD'}^{commit}`],
      signal,
    );
    if (name === null || commit === null) throw new Halt('bad_settings', cloneTexts.noCommit(remote));
    return { name, commit };
  }

  async files(commit: Sha, signal: AbortSignal) {
    const { stdout } = await this.#must(['ls-tree', '-r', '-z', '--long', '--full-tree', commit], signal);
    return stdout.split('\0').flatMap((line) => {
      const [, mode = '', blob, bytes, path] = /^(\d+) blob ([0-9a-f]+) +(\d+)\t([\s\S]+)$/.exec(line) ?? [];
      return blob === undefined || path === undefined ? [] : [{ path, blob, mode, bytes: Number(bytes) }];
    });
  }

  async text(commit: Sha, path: string, signal: AbortSignal): Promise<string | null> {
    const shown = await this.#run(['cat-file', 'blob', `${commit}:${path}`], signal);
    return shown.code === 0 ? shown.stdout : null;
  }

  async blob(id: Sha, remote: string, signal: AbortSignal): Promise<string | null> {
    if (!(await this.#has(id, signal)))
      await this.#run(['fetch', '--quiet', '--no-tags', '--no-write-fetch-head', '--', remote, id], signal);
    const shown = await this.#run(['cat-file', 'blob', id], signal);
    return shown.code === 0 ? shown.stdout : null;
  }

  async matches(commit: Sha, pattern: string, signal: AbortSignal): Promise<number> {
    const { stdout } = await this.#run(['grep', '-I', '-h', '-c', '-E', '-e', pattern, commit, '--'], signal);
    return stdout.split('\n').reduce((sum, line) => sum + Number(line), 0);
  }

  async message(commit: Sha, signal: AbortSignal): Promise<string> {
    return (await this.#must(['show', '--no-patch', '--format=%B', commit, '--'], signal)).stdout;
  }

  async branch(name: string, signal: AbortSignal): Promise<Sha | null> {
    return this.#answer(['rev-parse', '--verify', '--quiet', `refs/heads/${name}`], signal);
  }

  async commit(
    { branch, parent, files, message, expected }: BranchChange,
    signal: AbortSignal,
  ): Promise<Sha> {
    const folder = await mkdtemp(join(tmpdir(), 'wakeful-index-'));
    try {
      // An index of its own: the person's keeps what is in it.
      const env = { GIT_INDEX_FILE: join(folder, 'index') };
      await this.#must(['read-tree', parent], signal, { env });
      const lines = await Promise.all([...files].map((file) => this.#indexLine(file, parent, signal)));
      await this.#must(['update-index', '--index-info'], signal, { env, input: lines.join('') });
      const tree = (await this.#must(['write-tree'], signal, { env })).stdout.trim();
      const made = await this.#must(['commit-tree', tree, '-p', parent], signal, { input: message });
      const commit = made.stdout.trim();
      const from = expected ?? '0'.repeat(commit.length);
      const moved = await this.#run(['update-ref', `refs/heads/${branch}`, commit, from], signal);
      if (moved.code !== 0)
        throw new Halt('bad_settings', cloneTexts.branchThere(branch, moved.stderr.trim()));
      return commit;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  async #indexLine(
    [path, file]: readonly [string, BranchFile | null],
    parent: Sha,
    signal: AbortSignal,
  ): Promise<string> {
    if (file === null) return `0 ${'0'.repeat(parent.length)}\t${path}\n`;
    const { mode, ...content } = typeof file === 'string' ? { mode: '100644', text: file } : file;
    if ('blob' in content) return `${mode} ${content.blob}\t${path}\n`;
    const { stdout } = await this.#must(['hash-object', '-w', '--stdin'], signal, { input: content.text });
    return `${mode} ${stdout.trim()}\t${path}\n`;
  }

  async fetchFrom(address: string, commit: Sha, signal: AbortSignal): Promise<boolean> {
    const fetched = ['fetch', '--quiet', '--no-tags', '--no-write-fetch-head', '--', address, commit];
    return (await this.#has(`${commit}^{commit}`, signal)) || (await this.#run(fetched, signal)).code === 0;
  }

  async beginning(commit: Sha, other: Sha, signal: AbortSignal): Promise<Sha | null> {
    const common = await this.#answer(['merge-base', commit, other], signal);
    if (common !== null) return common;
    const firsts = await this.#must(['log', '--max-parents=0', '--format=%T', commit, '--'], signal);
    const trees = new Set(firsts.stdout.split('\n').filter((line) => line !== ''));
    const { stdout } = await this.#must(['log', '--format=%H %T', other, '--'], signal);
    const found = stdout.split('\n').find((line) => trees.has(line.split(' ')[1] ?? ''));
    return found?.split(' ')[0] ?? null;
  }

  async merge(
    { base, ours, theirs }: { base: string; ours: string; theirs: string },
    signal: AbortSignal,
  ): Promise<TextMerge> {
    const folder = await mkdtemp(join(tmpdir(), 'wakeful-merge-'));
    try {
      const names = ['ours', 'base', 'theirs'].map((name) => join(folder, name));
      const texts = [ours, base, theirs];
      await Promise.all(names.map((name, at) => writeFile(name, texts[at] ?? '')));
      const plain = await this.#run(['merge-file', '-p', '--', ...names], signal);
      const kept = await this.#must(['merge-file', '-p', '--ours', '--', ...names], signal);
      return { text: kept.stdout, conflicts: Math.max(0, plain.code) };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  async push(remote: string, branch: string, signal: AbortSignal): Promise<void> {
    const ref = `refs/heads/${branch}`;
    const pushed = await this.#run(
      ['push', '--porcelain', '--no-verify', '--', remote, `${ref}:${ref}`],
      signal,
    );
    if (pushed.code !== 0)
      throw new Halt('forbidden', cloneTexts.notPushed(branch, (pushed.stdout + pushed.stderr).trim()));
  }

  async remoteBranches(
    remote: string,
    prefix: string,
    signal: AbortSignal,
  ): Promise<readonly RemoteBranch[]> {
    const { stdout } = await this.#must(
      ['ls-remote', '--heads', '--', remote, `refs/heads/${prefix}*`],
      signal,
    );
    return [...stdout.matchAll(/^([0-9a-f]{40,64})\trefs\/heads\/(.+)$/gm)].flatMap(([, commit, name]) =>
      commit === undefined || name === undefined || !name.startsWith(prefix) ? [] : [{ name, commit }],
    );
  }

  async deleteRemoteBranches(
    remote: string,
    branches: readonly RemoteBranch[],
    signal: AbortSignal,
  ): Promise<readonly string[]> {
    const left: string[] = [];
    for (const { name, commit } of branches) {
      const lease = `--force-with-lease=refs/heads/${name}:${commit}`;
      const deleted = await this.#run(
        ['push', '--no-verify', lease, '--', remote, `:refs/heads/${name}`],
        signal,
      );
      if (deleted.code !== 0) left.push(name);
    }
    return left;
  }

  async #has(id: Sha, signal: AbortSignal): Promise<boolean> {
    return (await this.#run(['cat-file', '-e', id], signal)).code === 0;
  }

  /** What git says in one line; null: it fails. */
  async #answer(args: readonly string[], signal: AbortSignal): Promise<string | null> {
    const { code, stdout } = await this.#run(args, signal);
    return code === 0 ? stdout.trimEnd() : null;
  }

  async #must(args: readonly string[], signal: AbortSignal, more: Partial<GitRun> = {}): Promise<GitOutput> {
    const done = await this.#run(args, signal, more);
    if (done.code !== 0)
      throw new Halt('bad_settings', cloneTexts.gitFailed(args[0] ?? '', done.stderr.trim()));
    return done;
  }

  #run(args: readonly string[], signal: AbortSignal, more: Partial<GitRun> = {}): Promise<GitOutput> {
    return this.#git({ folder: this.root, args, ...more }, signal);
  }
}
