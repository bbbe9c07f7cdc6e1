import * as v from 'valibot';
import type { Draft, DraftAuthor } from '../../ports.ts';

export const PullRequest = v.object({
  number: v.number(),
  html_url: v.string(),
  state: v.string(),
  merged_at: v.nullish(v.string()),
  closed_at: v.nullish(v.string()),
  title: v.string(),
  body: v.nullish(v.string()),
  base: v.object({ ref: v.string() }),
  /** Null: the account is gone. */
  user: v.nullable(v.object({ login: v.string() })),
  /** `repo` is null when the fork behind it was deleted. */
  head: v.object({ ref: v.string(), sha: v.string(), repo: v.nullable(v.object({ full_name: v.string() })) }),
});

export type PullRequest = v.InferOutput<typeof PullRequest>;

export function draftOf(pull: PullRequest, openedBy: DraftAuthor): Draft {
  const { number, html_url: url, title, body, head } = pull;
  const place = { number, url, branch: head.ref, base: pull.base.ref, head: head.sha, endedAt: endOf(pull) };
  return { ...place, title, body: body ?? '', state: stateOf(pull), openedBy };
}

function stateOf({ state, merged_at }: PullRequest): Draft['state'] {
  if (typeof merged_at === 'string') return 'merged';
  return state === 'closed' ? 'closed' : 'open';
}

function endOf({ state, closed_at }: PullRequest): number | null {
  return state === 'closed' && typeof closed_at === 'string' ? Date.parse(closed_at) : null;
}
