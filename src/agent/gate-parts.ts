import { globMatcher } from '../core/access/matching/globs.ts';
import type { EntryKind } from '../core/access/permission.ts';
import type { FileContent, TreeEntry } from '../ports.ts';
import type { Assignment } from './pursuit.ts';
import type { ToolResult } from './tools/tool.ts';
import type { Turns } from './tools/turns.ts';

/** The files that the goal may read, links and submodules left out. */
export async function readableFiles(
  { tree, goal }: Pick<Assignment, 'tree' | 'goal'>,
  turns: Turns,
): Promise<readonly TreeEntry[]> {
  const mayRead = globMatcher(goal.permissions.read);
  return turns.filter(
    await tree.list(),
    ({ kind, path }) => (kind === 'file' || kind === 'executable') && mayRead(path),
  );
}

/** What the model reads. */
export function resultText(result: ToolResult): string {
  switch (result.kind) {
    case 'done':
      return result.text;
    case 'refused':
      return `Refused: ${result.reason}`;
    case 'error':
      return `Error: ${result.reason}`;
    case 'finish':
    case 'give_up':
      return 'Accepted.';
  }
}

/** What is at a path. */
export function kindOf(entry: TreeEntry | undefined, content: FileContent): EntryKind {
  if (entry?.kind === 'symlink' || entry?.kind === 'submodule' || entry?.kind === 'unnameable')
    return entry.kind;
  if (content.kind === 'symlink' || content.kind === 'submodule' || content.kind === 'lfs_pointer')
    return content.kind;
  return entry?.kind ?? 'missing';
}

/** Tools that put a text into a file. */
export const WRITES: ReadonlySet<string> = new Set(['write_file', 'edit_file']);

/** How models call tools of other agents that change something. */
export const MEANS_CHANGE =
  /write|edit|patch|create|delete|remove|replace|insert|update|rename|append|save|comment|label|bash|shell|exec/i;
