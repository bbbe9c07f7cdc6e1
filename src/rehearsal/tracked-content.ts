import { Halt } from '../core/ending.ts';
import { gitWords, type RunGit } from './run-git.ts';

/** Whatever case the file system tells apart. */
const EVERYTHING = ':(top,icase).wakeful';

/**
 * `Halt('bad_settings')` where the repository itself brings a `.wakeful/`: a rehearsal runs git in there, and git runs what
 * the hooks and the configuration of a repository name. Only a rehearsal on this machine may write it.
 */
export async function refuseTracked(run: RunGit, root: string, signal: AbortSignal): Promise<void> {
  const first = (await firstInIndex(run, root, signal)) ?? (await firstInHead(run, root, signal));
  if (first === null) return;
  throw new Halt(
    'bad_settings',
    `This repository brings ${JSON.stringify(first)} along. The rehearsal keeps its own files in .wakeful/ and starts git there, so files of a repository must not lie in it: they could run any program. Nothing was started. If you trust the repository, take them out with \`git rm -r --cached .wakeful\`, delete the folder .wakeful/, and start again.`,
  );
}

async function firstInIndex(run: RunGit, root: string, signal: AbortSignal): Promise<string | null> {
  const args = ['ls-files', '-z', '--cached', '--', EVERYTHING];
  const answer = await run({ folder: root, args }, signal);
  if (answer.code === 0) return answer.stdout.split('\0').find((path) => path !== '') ?? null;
  if (answer.stderr.includes('not a git repository')) return null;
  const words = gitWords(answer.stderr);
  throw new Halt('bad_settings', `The files of ${root} cannot be listed. git says: ${words}`);
}

/** An index can be missing, or leave out what the commit holds. */
async function firstInHead(run: RunGit, root: string, signal: AbortSignal): Promise<string | null> {
  const args = ['ls-tree', '-z', '--full-tree', '--name-only', 'HEAD'];
  const answer = await run({ folder: root, args }, signal);
  const names = answer.code === 0 ? answer.stdout.split('\0') : [];
  return names.find((name) => name.toLowerCase() === '.wakeful') ?? null;
}
