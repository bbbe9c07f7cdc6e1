import { lstatSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Halt } from '../core/ending.ts';
import type { OriginRequest } from './origin-request.ts';
import { mustGit, type RunGit } from './run-git.ts';

const SETTINGS_FILE = '.github/wakeful.yml';
const SUBJECT = 'wakeful: goal files';

/**
 * The source's commit with goal edits on top; the commit itself where there are none. Works through an index of its
 * own inside the bare remote, so the source's index, objects and refs are never touched.
 */
export async function commitWithGoals(
  run: RunGit,
  request: OriginRequest,
  signal: AbortSignal,
): Promise<string> {
  const { home, source } = request;
  const index = join(home.origin, `goals-index-${process.pid}`);
  const git = async (purpose: string, args: readonly string[], input = ''): Promise<string> => {
    const command = { folder: home.folder, args: [`--git-dir=${home.origin}`, ...args], input, purpose };
    return (await mustGit(run, { ...command, env: { GIT_INDEX_FILE: index } }, signal)).trim();
  };
  try {
    await git('read the repository', ['read-tree', source.head]);
    if (source.workTree !== null) await addEdits(git, source.workTree, SETTINGS_FILE);
    const goalsFolder = request.goalsFolder(
      await indexed(run, { request, index, path: SETTINGS_FILE }, signal),
    );
    if (request.overlay !== null) await layOver(git, request.overlay, goalsFolder);
    else if (source.workTree !== null) await addEdits(git, source.workTree, goalsFolder);
    const tree = await git('write goal edits', ['write-tree']);
    const [before, time = '0'] = (
      await git('read the commit', ['log', '-1', '--format=%T %ct', source.head])
    ).split(' ');
    return tree === before ? source.head : await commitTree(run, { request, tree, time }, signal);
  } finally {
    await rm(index, { force: true });
    await rm(`${index}.lock`, { force: true });
  }
}

type Git = (purpose: string, args: readonly string[], input?: string) => Promise<string>;

/** The text that the index holds for a path; null: none. */
async function indexed(
  run: RunGit,
  asked: { readonly request: OriginRequest; readonly index: string; readonly path: string },
  signal: AbortSignal,
): Promise<string | null> {
  const { home } = asked.request;
  const args = [`--git-dir=${home.origin}`, 'cat-file', 'blob', `:${asked.path}`];
  const answer = await run({ folder: home.folder, args, env: { GIT_INDEX_FILE: asked.index } }, signal);
  return answer.code === 0 ? answer.stdout : null;
}

/** `git add` on one path: edited, new and deleted files, by the repository's own ignore rules. */
async function addEdits(git: Git, workTree: string, path: string): Promise<void> {
  const pathspec = `:(top,literal)${path}`;
  const tracked = await git('list goal files', ['ls-files', '-z', '--', pathspec]);
  if (tracked === '' && !exists(join(workTree, path))) return;
  const options = ['-c', 'core.fsmonitor=false', '-c', 'core.safecrlf=false', `--work-tree=${workTree}`];
  await git(`read ${path}`, [...options, '-C', workTree, 'add', '-A', '--', pathspec]);
}

function exists(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** Puts the goal files of a folder in place of the repository's goals folder, byte for byte. */
async function layOver(git: Git, overlay: string, goalsFolder: string): Promise<void> {
  const names = await goalFileNames(overlay);
  const tracked = await git('list goal files', ['ls-files', '-z', '--', `:(top,literal)${goalsFolder}`]);
  const removed = tracked.split('\0').filter((path) => path !== '');
  const entries = removed.map((path) => `0 ${'0'.repeat(40)}\t${path}`);
  for (const name of names) {
    const blob = await git(`read ${name}`, ['hash-object', '-w', '--no-filters', '--', join(overlay, name)]);
    entries.push(`100644 ${blob}\t${goalsFolder}/${name}`);
  }
  await git('apply goal edits', ['update-index', '-z', '--index-info'], `${entries.join('\0')}\0`);
}

async function goalFileNames(overlay: string): Promise<readonly string[]> {
  if (lstatSync(overlay, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new Halt(
      'bad_settings',
      `--goals ${overlay} is not a folder. Name a folder that holds goal files (*.yml).`,
    );
  }
  const entries = await readdir(overlay, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile() && /\.ya?ml$/i.test(entry.name))
    .map((entry) => entry.name);
  if (names.length > 0) return names.sort();
  throw new Halt('bad_settings', `--goals ${overlay} holds no goal files (*.yml).`);
}

/** The source commit's own time and a fixed author: the same content gives the same id. */
async function commitTree(
  run: RunGit,
  made: { readonly request: OriginRequest; readonly tree: string; readonly time: string },
  signal: AbortSignal,
): Promise<string> {
  const { home, source } = made.request;
  const date = `@${made.time} +0000`;
  const env = {
    GIT_AUTHOR_NAME: 'wakeful rehearsal',
    GIT_AUTHOR_EMAIL: 'rehearsal@wakeful.invalid',
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_NAME: 'wakeful rehearsal',
    GIT_COMMITTER_EMAIL: 'rehearsal@wakeful.invalid',
    GIT_COMMITTER_DATE: date,
  };
  const plain = ['-c', 'i18n.commitEncoding=UTF-8', '-c', 'commit.gpgSign=false', `--git-dir=${home.origin}`];
  const args = [...plain, 'commit-tree', made.tree, '-p', source.head, '-m', SUBJECT];
  const out = await mustGit(run, { folder: home.folder, args, env, purpose: 'commit goal edits' }, signal);
  return out.trim();
}
