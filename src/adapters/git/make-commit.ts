import type { Author, Sha } from '../../ports.ts';
import type { NewFile } from '../../tree/overlay.ts';
import { checkedPath } from '../../tree/plain-path.ts';
import type { Repository } from './repository.ts';
import { checkedSha } from './stored-tree.ts';

export interface NewCommit {
  readonly parent: Sha | null;
  /** Path → what it holds afterwards; null deletes. All other paths stay as they are in the parent. */
  readonly files: ReadonlyMap<string, NewFile | null>;
  readonly message: string;
  readonly author: Author;
}

export function makeCommit(repository: Repository, commit: NewCommit, signal: AbortSignal): Promise<Sha> {
  return repository.commits.write((ref, mark) => commitStream(commit, ref, mark), signal);
}

export interface NewMerge {
  readonly tree: Sha;
  readonly parents: readonly Sha[];
  readonly message: string;
  readonly author: Author;
}

/** A commit of a tree that is there already. */
export function makeMerge(repository: Repository, merge: NewMerge, signal: AbortSignal): Promise<Sha> {
  const root = `M 040000 ${checkedSha(merge.tree)} ""\n`;
  return repository.commits.write((ref, mark) => stream({ ...merge, changes: [root] }, ref, mark), signal);
}

function commitStream({ parent, files, ...commit }: NewCommit, ref: string, mark: number): Buffer {
  const parents = parent === null ? [] : [parent];
  return stream({ ...commit, parents, changes: fileCommands(files) }, ref, mark);
}

interface Written extends Pick<NewCommit, 'message' | 'author'> {
  readonly parents: readonly Sha[];
  readonly changes: readonly (string | Uint8Array)[];
}

function stream({ message, author, parents, changes }: Written, ref: string, mark: number): Buffer {
  const words = Buffer.from(message);
  const who = signature(author);
  const parts: (string | Uint8Array)[] = [
    `commit ${ref}\nmark :${mark}\nauthor ${who}\ncommitter ${who}\ndata ${words.length}\n`,
    words,
    '\n',
    ...parents.map((parent, at) => `${at === 0 ? 'from' : 'merge'} ${checkedSha(parent)}\n`),
    ...changes,
    '\n',
  ];
  return Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)));
}

/** Deletions first, so that a file can take the place of a folder and the other way round. */
function fileCommands(files: NewCommit['files']): (string | Uint8Array)[] {
  const deletions: string[] = [];
  const writes: (string | Uint8Array)[] = [];
  for (const [path, file] of files) {
    if (file === null) deletions.push(`D ${quotedPath(path)}\n`);
    else
      writes.push(`M ${file.mode} inline ${quotedPath(path)}\ndata ${file.bytes.length}\n`, file.bytes, '\n');
  }
  return [...deletions, ...writes];
}

function quotedPath(path: string): string {
  const plain = checkedPath(path);
  return `"${plain.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;
}

function signature(author: Author): string {
  return `${plainName(author.name)} <${plainName(author.email)}> ${Math.floor(author.time / 1000)} +0000`;
}

/** What git itself would drop from a name. */
function plainName(text: string): string {
  return text.replace(/[<>\n\0]/g, '').trim();
}
