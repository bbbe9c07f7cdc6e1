/** Real bare remotes in temporary folders, removed when the test is over. */
import { spawn } from 'node:child_process';
import { existsSync, rmSync, statSync } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Sha } from '../../../src/ports.ts';
import { contentOf, NOON, type RemoteChange } from '../../../src/simulation/world/remote-change.ts';

export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'wakeful-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

export interface BareRemote {
  readonly folder: string;
  readonly url: string;
  git(args: readonly string[], input?: Uint8Array): Promise<string>;
  commit(change: RemoteChange): Promise<Sha>;
  commitMany(changes: readonly RemoteChange[]): Promise<Sha>;
  tip(branch: string): Promise<Sha | null>;
  /** Installs a server-side hook, a shell script. */
  hook(name: string, script: string): Promise<void>;
}

export async function makeBareRemote(options: { readonly defaultBranch?: string } = {}): Promise<BareRemote> {
  const parent = await temporaryFolder();
  const folder = join(parent, 'remote.git');
  const git = (args: readonly string[], input?: Uint8Array) => runGit(folder, args, input);
  await cp(await emptyRemote(), folder, { recursive: true });
  await writeFile(join(folder, 'HEAD'), `ref: refs/heads/${options.defaultBranch ?? 'main'}\n`);
  const tip = async (branch: string) => {
    const file = join(folder, 'refs/heads', branch);
    if (statSync(file, { throwIfNoEntry: false })?.isFile() === true)
      return (await readFile(file, 'utf8')).trim();
    // Git keeps a ref in a file of its own until somebody packs refs.
    if (!existsSync(join(folder, 'packed-refs'))) return null;
    return (await git(['for-each-ref', '--format=%(objectname)', `refs/heads/${branch}`])).trim() || null;
  };
  const commitMany = async (changes: readonly RemoteChange[]): Promise<Sha> => {
    const tips = new Map<string, Sha | null>();
    for (const branch of new Set(changes.map((change) => change.branch))) tips.set(branch, await tip(branch));
    const commits = changes.map((change, at) => importCommands(change, at + 1, tips));
    const stream = [...commits.flat(), Buffer.from(`get-mark :${changes.length}\n`)];
    return (await git(['fast-import', '--quiet', '--force'], Buffer.concat(stream))).trim();
  };
  const hook = async (name: string, script: string): Promise<void> => {
    const file = join(folder, 'hooks', name);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, `#!/bin/sh\n${script}\n`);
    await chmod(file, 0o755);
  };
  return {
    folder,
    url: `file://${folder}`,
    git,
    tip,
    commit: (change) => commitMany([change]),
    commitMany,
    hook,
  };
}

let empty: Promise<string> | undefined;

/** Git makes it once for all tests of a process: a copy of a few files is quicker than two more processes. */
function emptyRemote(): Promise<string> {
  empty ??= (async () => {
    const parent = await mkdtemp(join(tmpdir(), 'wakeful-test-'));
    process.once('exit', () => rmSync(parent, { recursive: true, force: true }));
    const folder = join(parent, 'remote.git');
    await runGit(parent, ['init', '--quiet', '--bare', '--template=', folder]);
    await runGit(folder, ['config', 'uploadpack.allowFilter', 'true']);
    return folder;
  })();
  return empty;
}

/** Several changes of one branch in a row build on each other. */
function importCommands(change: RemoteChange, mark: number, tips: Map<string, string | null>): Buffer[] {
  const parents = change.parents ?? [tips.get(change.branch) ?? ''].filter((parent) => parent !== '');
  tips.set(change.branch, `:${mark}`);
  const message = Buffer.from(change.message ?? 'a change');
  const who = `${change.author ?? 'Ann Author'} <ann@example.org> ${Math.floor((change.time ?? NOON) / 1000)} +0000`;
  const head = `commit refs/heads/${change.branch}\nmark :${mark}\nauthor ${who}\ncommitter ${who}\n`;
  const links = parents.map((parent, at) => `${at === 0 ? 'from' : 'merge'} ${parent}\n`).join('');
  const start = parents.length === 0 ? [`reset refs/heads/${change.branch}\n`] : [];
  const parts = [...start, head, `data ${message.length}\n`, message, `\n${links}`, ...fileCommands(change)];
  return parts.map((part) => Buffer.from(part));
}

function fileCommands(change: RemoteChange): (string | Uint8Array)[] {
  return Object.entries(change.files).flatMap(([path, spec]) => {
    const name = `"${path.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;
    if (spec === null) return [`D ${name}\n`];
    if (typeof spec === 'object' && 'commit' in spec) return [`M 160000 ${spec.commit} ${name}\n`];
    const { mode, bytes } = contentOf(spec);
    return [`M ${mode} inline ${name}\ndata ${bytes.length}\n`, bytes, '\n'];
  });
}

/** Runs git without the machine's settings; fails with git's words. */
export function runGit(folder: string, args: readonly string[], input?: Uint8Array): Promise<string> {
  return new Promise((resolve, reject) => {
    const env = {
      ...process.env,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_PAGER: 'cat',
    };
    const child = spawn('git', [...args], { cwd: folder, env });
    const out: Buffer[] = [];
    const words: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => words.push(chunk));
    child.stdin.on('error', () => {});
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(Buffer.concat(out).toString());
      else reject(new Error(`git ${args.join(' ')}: ${Buffer.concat(words)}`));
    });
    child.stdin.end(input ?? '');
  });
}
