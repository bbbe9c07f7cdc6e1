/** What the subjects are compared with: bare commands that do the same on the network. */
import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Exchange } from '../src/rehearsal/github/http/exchange.ts';
import type { Contestant } from './measure.ts';
import { type Place, STATE } from './place.ts';
import { runProgram } from './processes.ts';
import { runWake } from './wakes.ts';

/** A node that does nothing, then one fetch of both branches into an empty repository. */
export function nodeAndFetch(place: Place): Contestant {
  const folder = join(place.folder, 'floor.git');
  return {
    prepare: () => emptyRepository(folder),
    async run() {
      await runProgram(process.execPath, ['-e', '0']);
      await gitFetch(place, folder);
    },
  };
}

async function emptyRepository(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await runProgram('git', ['init', '--quiet', '--bare', folder]);
}

async function gitFetch(place: Place, folder: string, branches = ['main', STATE]): Promise<void> {
  const refspecs = branches.map((branch) => `+refs/heads/${branch}:refs/remotes/origin/${branch}`);
  const args = ['fetch', '--quiet', '--no-tags', '--depth=1', place.remote.url, ...refspecs];
  await runProgram('git', [...inside(place, folder), ...args]);
}

function inside({ remote }: Place, folder: string): readonly string[] {
  return [`--git-dir=${folder}`, '-c', `http.extraHeader=${remote.extraHeader}`];
}

/** The commands on the network that a wake runs, with how many refs each pushes. */
export type NetworkCommand =
  | { readonly kind: 'fetch'; readonly isFirst: boolean }
  | { readonly kind: 'push'; readonly refs: number };

/** What a wake does on the network. */
export interface NetworkUse {
  /** In their order. */
  readonly commands: readonly NetworkCommand[];
  /** To GitHub's REST interface, in their order. */
  readonly requests: readonly Exchange[];
}

/** Watches one wake through a `git` of our own that notes its arguments, and at the stand-in for GitHub. */
export async function networkUse(place: Place, main: string): Promise<NetworkUse> {
  const before = place.exchanges.length;
  const folder = join(place.folder, 'noting');
  const notes = join(folder, 'commands');
  await mkdir(folder, { recursive: true });
  await writeFile(notes, '');
  const real = (await runProgram('git', ['--exec-path'])).out.trim();
  const script = `#!/bin/sh\nprintf '%s\\0' "$*" >> '${notes}'\nexec '${real}/git' "$@"\n`;
  await writeFile(join(folder, 'git'), script);
  await chmod(join(folder, 'git'), 0o755);
  await runWake(place, main, { ending: 'worked', path: folder });
  const commands = (await readFile(notes, 'utf8')).split('\0').filter(Boolean);
  let fetches = 0;
  const used = commands.flatMap((command): readonly NetworkCommand[] => {
    const [name] = command.split(' ');
    if (name === 'fetch') return [{ kind: 'fetch', isFirst: fetches++ === 0 }];
    return name === 'push' ? [{ kind: 'push', refs: command.split(':refs/heads/').length - 1 }] : [];
  });
  const requests = place.exchanges.slice(before).filter(({ kind }) => kind === 'api');
  return { commands: used, requests };
}

/** The same fetches and pushes as bare commands, and the same requests; what they push is made before. */
export function sameUse(
  place: Place,
  { commands, requests }: NetworkUse,
  restore: () => Promise<void>,
): Contestant {
  const folder = join(place.folder, 'floor.git');
  let steps: readonly string[] = [];
  return {
    async prepare() {
      await restore();
      await emptyRepository(folder);
      await gitFetch(place, folder);
      steps = await chainOf(folder, commands.filter(({ kind }) => kind === 'push').length);
      await runProgram('git', [`--git-dir=${folder}`, 'update-ref', '-d', 'refs/remotes/origin/main']);
    },
    async run() {
      let pushed = 0;
      for (const command of commands) {
        if (command.kind === 'fetch')
          await gitFetch(place, folder, command.isFirst ? ['main', STATE] : [STATE]);
        else await push(place, folder, { commit: steps[pushed++] ?? '', refs: command.refs });
      }
      for (const request of requests) await repeat(place, request);
    },
  };
}

/** What it was answered then is not asked for: a draft is not opened where its branch is missing. */
async function repeat(place: Place, { method, url, requestHeaders, requestBody }: Exchange): Promise<void> {
  const authorization = String(requestHeaders['authorization'] ?? '');
  const body = requestBody === '' ? {} : { body: requestBody };
  const { pathname, search } = new URL(url);
  const address = new URL(`${pathname}${search}`, place.serverUrl);
  await (await fetch(address, { method, headers: { authorization }, ...body })).text();
}

/** Commits on top of the state branch, one for each push. */
async function chainOf(folder: string, length: number): Promise<readonly string[]> {
  const tip = `refs/remotes/origin/${STATE}`;
  const git = async (...args: string[]) =>
    (await runProgram('git', [`--git-dir=${folder}`, ...args])).out.trim();
  const commits: string[] = [];
  for (let n = 0; n < length; n++) {
    const parent = commits.at(-1) ?? tip;
    commits.push(
      await git(
        '-c',
        'user.name=bench',
        '-c',
        'user.email=bench@example.org',
        'commit-tree',
        `${tip}^{tree}`,
        '-p',
        parent,
        '-m',
        `${n}`,
      ),
    );
  }
  return commits;
}

async function push(
  place: Place,
  folder: string,
  what: { readonly commit: string; readonly refs: number },
): Promise<void> {
  const work = Array.from(
    { length: what.refs - 1 },
    (_, n) => `${what.commit}:refs/heads/wakeful/floor-${n}`,
  );
  const refs = [`${what.commit}:refs/heads/${STATE}`, ...work];
  await runProgram('git', [
    ...inside(place, folder),
    'push',
    '--quiet',
    '--atomic',
    '--no-verify',
    place.remote.url,
    ...refs,
  ]);
}
