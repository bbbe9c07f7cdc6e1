import type { OpenWindow } from '../../core/state.ts';
import type { CommitInfo, Workspace } from '../../ports.ts';

/** As far back as history is looked at. */
const MOST_COMMITS = 20_000;
export type WindowSpan = Pick<OpenWindow, 'slot' | 'from' | 'to'>;
/** Commits of the default branch inside the window, oldest first. */
export async function commitsOf(
  window: WindowSpan,
  { workspace, signal }: { readonly workspace: Workspace; readonly signal: AbortSignal },
): Promise<readonly CommitInfo[]> {
  return workspace.history(
    {
      tip: window.to.commit,
      from: window.from.commit,
      since: Date.parse(window.from.time),
      limit: MOST_COMMITS,
    },
    signal,
  );
}
