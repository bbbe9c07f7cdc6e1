/** Large repositories and large changes, as the git adapter reads them. */

import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openGitWorld } from '../src/adapters/git/git-world.ts';
import type { WorkTree } from '../src/ports.ts';

const FILES = 100_000;
/** Of one change. More than is read of a comparison. */
const CHANGE = 34_000_000;
/** The longest text that is read or searched. */
const TEXT = 2_000_000;

const filled = (text: string, length: number): string =>
  text.repeat(Math.ceil(length / text.length)).slice(0, length);

/** Changes by their names: what a change of many bytes may be made of. */
const CHANGES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  breaks: { 'a.md': filled('\n', CHANGE) },
  lines: { 'a.md': filled(`${filled('a', 501)}\n`, CHANGE) },
  unseen: { 'a.md': filled('\u200b', TEXT / 3) },
  line: { 'a.md': filled('a', CHANGE) },
  files: Object.fromEntries(Array.from({ length: FILES }, (_, at) => [pathOf(at), `${at}\n`])),
};

function pathOf(at: number): string {
  return `src/package-${at % 500}/Ordner/Datei-${at}.ts`;
}

export interface GitWork {
  readonly work: Readonly<Record<string, readonly (() => Promise<unknown>)[]>>;
  close(): Promise<void>;
}

/** A repository of many files with the changes, each on a branch of its own, and what is measured on them. */
export async function gitWork(): Promise<GitWork> {
  const folder = await mkdtemp(join(tmpdir(), 'wakeful-stall-'));
  const remote = join(folder, 'remote.git');
  const git = gitIn(folder);
  await git(['init', '--quiet', '--bare', remote]);
  await git([`--git-dir=${remote}`, 'fast-import', '--quiet'], importStream());
  const { PATH, HOME } = process.env;
  const options = { folder: join(folder, 'world'), remote: `file://${remote}`, environment: { PATH, HOME } };
  const never = new AbortController().signal;
  const open = async (branch: string, act: (tree: WorkTree) => Promise<unknown>): Promise<unknown> => {
    // A world of its own, because the listings of commits are remembered.
    const world = await openGitWorld(options);
    try {
      const base = await world.workspace.fetchBranch('base', never);
      const commit = await world.workspace.fetchBranch(branch, never);
      if (base === null || commit === null) throw new Error(`The branch ${branch} is missing.`);
      const tree = await world.workspace.open({ commit, base, untouched: base }, never);
      return await act(tree);
    } finally {
      await world.close();
    }
  };
  const work = {
    'reading the tree from git': [() => open('base', (tree) => tree.list())],
    'reading the tree from git, with files that were written': [
      () =>
        open('base', async (tree) => {
          for (const at of [1, 2, 3]) await tree.write(`new/${at}.ts`, filled('a', TEXT / 2));
          await tree.list();
        }),
    ],
    'comparing two commits': Object.keys(CHANGES).map((name) => () => open(name, (tree) => tree.diff(never))),
  };
  return { work, close: () => rm(folder, { recursive: true, force: true }) };
}

function importStream(): string {
  const base = Object.fromEntries(Array.from({ length: FILES }, (_, at) => [pathOf(at), 'const a = 1;\n']));
  return Object.entries({ base, ...CHANGES })
    .map(([branch, files]) => {
      const from = branch === 'base' ? '' : 'from refs/heads/base\n';
      const contents = Object.entries(files).map(
        ([path, text]) => `M 100644 inline ${path}\ndata ${Buffer.byteLength(text)}\n${text}\n`,
      );
      return `commit refs/heads/${branch}\ncommitter A <a@example.org> 1763726400 +0000\ndata 1\na\n${from}${contents.join('')}\n`;
    })
    .join('');
}

function gitIn(folder: string): (args: readonly string[], input?: string) => Promise<void> {
  return (args, input = '') =>
    new Promise((resolve, reject) => {
      const child = execFile('git', [...args], { cwd: folder }, (error) =>
        error === null ? resolve() : reject(error),
      );
      child.stdin?.end(input);
    });
}
