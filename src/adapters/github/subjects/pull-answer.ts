import * as v from 'valibot';
import { isAgentsBranch } from '../../../core/own-event.ts';
import { isSameLogin } from '../http/actor.ts';

export const PullAnswer = v.object({
  number: v.number(),
  html_url: v.string(),
  state: v.string(),
  title: v.string(),
  body: v.nullable(v.string()),
  /** Null: the account is gone. */
  user: v.nullable(v.object({ login: v.string() })),
  labels: v.array(v.object({ name: v.string() })),
  author_association: v.string(),
  draft: v.optional(v.boolean(), false),
  created_at: v.string(),
  updated_at: v.string(),
  merged_at: v.nullable(v.string()),
  merge_commit_sha: v.nullable(v.string()),
  head: v.object({
    ref: v.string(),
    sha: v.string(),
    /** Null: the fork is gone. */
    repo: v.nullable(v.object({ full_name: v.string() })),
  }),
  base: v.object({ ref: v.string(), repo: v.object({ full_name: v.string() }) }),
});

export type PullAnswer = v.InferOutput<typeof PullAnswer>;

/** By its author, and by its branch: another token may have opened it. */
export function isOfAgent({ user, head, base }: PullAnswer, own: readonly string[]): boolean {
  const isOwnBranch = head.repo?.full_name === base.repo.full_name && isAgentsBranch(head.ref, '');
  return isOwnBranch || own.some((login) => isSameLogin(user?.login ?? '', login));
}
