import * as v from 'valibot';
import { isSameLabel } from '../../../core/access/labels.ts';
import type { Pull, PullQuery } from '../../../ports.ts';
import { drafters } from '../http/actor.ts';
import type { GitHubCall } from '../http/call.ts';
import type { GitHubContext } from '../http/github-context.ts';
import { isOfAgent, PullAnswer } from './pull-answer.ts';
import { versionOf } from './pull-thread.ts';

const LIST = 'GET /repos/{owner}/{repo}/pulls';
/** Of 100 each. */
const PAGES = 10;

export async function listPulls(
  context: GitHubContext,
  call: GitHubCall,
  query: PullQuery,
): Promise<readonly Pull[]> {
  const own = await drafters(context, call);
  const isWanted = (pull: PullAnswer) => !isOfAgent(pull, own) && matches(pull, query);
  return query.merged === undefined
    ? openPulls(context, call, { query, isWanted })
    : mergedPulls(call, { query, merged: query.merged, isWanted });
}

interface Asked {
  readonly query: PullQuery;
  readonly isWanted: (pull: PullAnswer) => boolean;
}

async function openPulls(
  context: GitHubContext,
  call: GitHubCall,
  { query, isWanted }: Asked,
): Promise<readonly Pull[]> {
  const page = v.pipe(
    v.array(PullAnswer),
    v.transform((pulls) => pulls.filter(isWanted)),
  );
  const ask = { route: LIST, with: { state: 'open', ...orderOf(query) } };
  const pulls = await call.list(ask, page, { most: query.limit, pages: PAGES });
  return Promise.all(
    pulls
      .toSorted((a, b) => a.number - b.number)
      .map(async (pull) => ({ number: pull.number, version: await versionOf(context, call, pull) })),
  );
}

/** Whatever was merged since then has changed since then, so the list ends where that ends. */
async function mergedPulls(
  call: GitHubCall,
  { query, merged, isWanted }: Asked & { readonly merged: NonNullable<PullQuery['merged']> },
): Promise<readonly Pull[]> {
  const found: PullAnswer[] = [];
  const order = { state: 'closed', base: merged.base, sort: 'updated', direction: 'desc' };
  for (let page = 1; page <= PAGES; page++) {
    const ask = { route: LIST, with: { ...order, per_page: 100, page } };
    const pulls = await call.read(ask, v.array(PullAnswer));
    found.push(...pulls.filter((pull) => mergedAt(pull) > merged.since && isWanted(pull)));
    const oldest = pulls.at(-1);
    if (oldest === undefined || pulls.length < 100 || Date.parse(oldest.updated_at) <= merged.since) break;
  }
  return found
    .toSorted((a, b) => mergedAt(a) - mergedAt(b) || a.number - b.number)
    .slice(0, query.limit)
    .map(({ number, merge_commit_sha, head }) => ({ number, version: merge_commit_sha ?? head.sha }));
}

function mergedAt({ merged_at }: PullAnswer): number {
  return Date.parse(merged_at ?? '1970-01-01');
}

function orderOf({ isUnlabelled, openedSince, quietSince }: PullQuery) {
  if (quietSince !== undefined) return { sort: 'updated', direction: 'asc' };
  const isNew = isUnlabelled === true || openedSince !== undefined;
  return { sort: 'created', direction: isNew ? 'desc' : 'asc' };
}

function matches(pull: PullAnswer, query: PullQuery): boolean {
  const { without = [], openedSince = 0, quietSince = Number.POSITIVE_INFINITY, authors } = query;
  const has = (label: string) => pull.labels.some(({ name }) => isSameLabel(name, label));
  const association = pull.author_association.toLowerCase();
  return (
    query.labels.every(has) &&
    !without.some(has) &&
    !(query.isUnlabelled === true && pull.labels.length > 0) &&
    (authors === undefined || authors.some((each) => each === association)) &&
    Date.parse(pull.created_at) >= openedSince &&
    Date.parse(pull.updated_at) <= quietSince
  );
}
