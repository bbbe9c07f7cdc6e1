import { globProblem } from '../../core/access/matching/glob-problem.ts';
import { oneGlobMatcher } from '../../core/access/matching/globs.ts';
import type { TreeEntry } from '../../ports.ts';
import { globSentence } from '../../report/problems/glob-problems.ts';
import type { ToolContext } from './tool.ts';

type FilesOfGlob =
  | { readonly kind: 'files'; readonly files: readonly TreeEntry[] }
  | { readonly kind: 'problem'; readonly reason: string };

/** The readable files that a glob of the model matches. The name of a file that is there always matches it. */
export async function filesOfGlob(
  glob: string,
  { readable, turns }: Pick<ToolContext, 'readable' | 'turns'>,
): Promise<FilesOfGlob> {
  const plain = glob.replace(/^(?:\.\/)+/, '');
  const all = await readable();
  const problem = globProblem(plain);
  if (problem === null) {
    const matches = oneGlobMatcher(plain);
    return { kind: 'files', files: await turns.filter(all, ({ path }) => matches(path)) };
  }
  const named = all.filter(({ path }) => path === plain || path === glob);
  return named.length > 0
    ? { kind: 'files', files: named }
    : { kind: 'problem', reason: globSentence(glob, problem) };
}

/** What to write for the files in a folder; null: there is no such folder. */
export async function folderAdvice(
  glob: string,
  { readable, fence }: Pick<ToolContext, 'readable' | 'fence'>,
): Promise<string | null> {
  const folder = `${glob.replace(/^(?:\.\/)+/, '').replace(/(?<!\/)\/+$/, '')}/`;
  const isFolder = (await readable()).some(({ path }) => path.startsWith(folder));
  return isFolder ? `It is a folder; for the files in it, write ${fence.inline(`${folder}**`)}.` : null;
}
