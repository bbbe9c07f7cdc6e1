import * as v from 'valibot';
import { digest } from '../../../core/text/digest.ts';
import type { PullFiles, PullThread } from '../../../ports.ts';
import type { GitHubCall } from '../http/call.ts';
import type { GitHubContext } from '../http/github-context.ts';
import { PullAnswer } from './pull-answer.ts';
import { readThread } from './thread.ts';

const PULL = 'GET /repos/{owner}/{repo}/pulls/{pull_number}';
const FILES = 'GET /repos/{owner}/{repo}/pulls/{pull_number}/files';
const FILES_SHOWN = { most: 100 };
const VERSION_LENGTH = 16;

const File = v.object({
  filename: v.string(),
  status: v.string(),
  additions: v.number(),
  deletions: v.number(),
  patch: v.optional(v.string()),
});
const Size = v.object({ changed_files: v.number() });

export async function readPull(
  context: GitHubContext,
  call: GitHubCall,
  number: number,
): Promise<PullThread | null> {
  const pull = await call.find({ route: PULL, with: { pull_number: number } }, PullAnswer);
  if (pull === null) return null;
  const thread = await threadOf(context, call, pull);
  return {
    ...thread,
    version: isMerged(pull) ? (pull.merge_commit_sha ?? pull.head.sha) : withCommits(thread.version, pull),
    base: pull.base.ref,
    isMerged: isMerged(pull),
    isDraft: pull.draft,
    association: pull.author_association.toLowerCase(),
  };
}

/** Of an open one. */
export async function versionOf(context: GitHubContext, call: GitHubCall, pull: PullAnswer): Promise<string> {
  return withCommits((await threadOf(context, call, pull)).version, pull);
}

function isMerged({ merged_at }: PullAnswer): boolean {
  return merged_at !== null;
}

function withCommits(version: string, { head }: PullAnswer): string {
  return digest([version, head.sha], VERSION_LENGTH);
}

/** Lists do not tell how many comments there are, so they are looked for. */
function threadOf(context: GitHubContext, call: GitHubCall, pull: PullAnswer) {
  const labels = pull.labels.map(({ name }) => name);
  return readThread(context, call, { ...pull, labels, comments: 1 });
}

export async function readPullFiles(call: GitHubCall, number: number): Promise<PullFiles> {
  const at = { pull_number: number };
  const files = await call.list({ route: FILES, with: at }, v.array(File), FILES_SHOWN);
  const { changed_files: all } = await call.read({ route: PULL, with: at }, Size);
  return {
    files: files.map(({ filename: path, status: change, additions, deletions, patch }) => ({
      ...{ path, change, added: additions, removed: deletions },
      patch: patch ?? null,
    })),
    more: Math.max(0, all - files.length),
  };
}
