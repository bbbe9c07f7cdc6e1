import * as v from 'valibot';
import { created, ok } from '../http/answer.ts';
import { type ApiCall, numberOf, type Route } from '../http/call.ts';
import { paged } from '../http/paging.ts';
import { invalid, refusal } from '../http/refusals.ts';
import { BODY, bodyOf, TITLE } from '../http/request-body.ts';
import type { DraftFile } from '../records/records.ts';
import { fullPullShape, pullShape } from '../shapes/pull.ts';
import { changedFiles } from '../shapes/pull-files.ts';
import { draftAt, factsOf } from './facts.ts';
import { openPull } from './open-pull.ts';
import { inState, sorted } from './order.ts';

const RESOURCE = 'PullRequest';

export const PULL_ROUTES: readonly Route[] = [
  { method: 'GET', path: '/repos/{owner}/{repo}/pulls', needs: ['pull_requests:read'], answer: list },
  { method: 'POST', path: '/repos/{owner}/{repo}/pulls', needs: ['pull_requests:write'], answer: open },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/pulls/{pull_number}',
    needs: ['pull_requests:read'],
    answer: async (call) => ok(await shown(call, await draftAt(call.site, numberOf(call, 'pull_number')))),
  },
  {
    method: 'PATCH',
    path: '/repos/{owner}/{repo}/pulls/{pull_number}',
    needs: ['pull_requests:write'],
    answer: change,
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/pulls/{pull_number}/files',
    needs: ['pull_requests:read'],
    answer: files,
  },
  {
    method: 'POST',
    path: '/repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers',
    needs: ['pull_requests:write'],
    answer: requestReviewers,
  },
];

async function list(call: ApiCall) {
  const { site, query } = call;
  const { refs, ...facts } = await factsOf(site);
  const head = query.get('head');
  const base = query.get('base');
  const drafts = (await site.store.drafts()).filter(
    (draft) =>
      // Without an owner before the branch GitHub does not filter.
      (head?.includes(':') !== true || head === `${site.owner}:${draft.branch}`) &&
      (base === null || base === draft.base),
  );
  const shapes = sorted(call, inState(call, drafts)).map((draft) =>
    pullShape(site, draft, { ...facts, baseCommit: refs.tips.get(draft.base) ?? draft.head }),
  );
  return paged(call, shapes);
}

async function open(call: ApiCall) {
  return created(await shown(call, await openPull(call)));
}

const CHANGE = v.looseObject({
  title: v.optional(TITLE),
  body: v.optional(BODY),
  state: v.optional(v.picklist(['open', 'closed'])),
  base: v.optional(v.string()),
});

async function change(call: ApiCall) {
  const { site } = call;
  const draft = await draftAt(site, numberOf(call, 'pull_number'));
  const { title, body, state, base } = bodyOf(call, RESOURCE, CHANGE);
  if (base !== undefined && !(await site.branches.look()).tips.has(base))
    throw invalid({ resource: RESOURCE, field: 'base', code: 'invalid' });
  if (state === 'open' && draft.state !== 'open') await refuseReopening(call, draft);
  const now = site.now();
  const changed: DraftFile = {
    ...draft,
    ...(title === undefined ? {} : { title }),
    ...(body === undefined ? {} : { body }),
    ...(base === undefined ? {} : { base }),
    ...(state === 'closed' && draft.state === 'open' ? { state, closed_at: now } : {}),
    ...(state === 'open' ? { state, closed_at: null } : {}),
    updated_at: now,
  };
  await site.store.save(changed);
  return ok(await shown(call, changed));
}

async function refuseReopening({ site }: ApiCall, draft: DraftFile): Promise<void> {
  const { tips } = await site.branches.look();
  if (draft.state !== 'merged' && tips.has(draft.branch)) return;
  const message = 'state cannot be changed. The pull request cannot be reopened.';
  throw invalid({ resource: RESOURCE, field: 'state', code: 'custom', message });
}

const REVIEWERS = v.looseObject({
  reviewers: v.optional(v.array(v.string()), []),
  team_reviewers: v.optional(v.array(v.string()), []),
});

async function requestReviewers(call: ApiCall) {
  const { site } = call;
  const draft = await draftAt(site, numberOf(call, 'pull_number'));
  const { reviewers, team_reviewers } = bodyOf(call, RESOURCE, REVIEWERS);
  const { collaborators } = await site.store.settings();
  const known = (login: string): boolean =>
    Object.keys(collaborators).length === 0 || (collaborators[login] ?? 'none') !== 'none';
  if (team_reviewers.length > 0 || !reviewers.every(known)) {
    throw refusal(
      422,
      `Reviews may only be requested from collaborators. One or more of the users or teams you specified is not a collaborator of the ${site.owner}/${site.name} repository.`,
    );
  }
  if (reviewers.includes(draft.author)) {
    throw refusal(422, 'Review cannot be requested from pull request author.');
  }
  const all = [...new Set([...draft.reviewers, ...reviewers])];
  const changed = { ...draft, reviewers: all, updated_at: site.now() };
  await site.store.save(changed);
  const { refs, ...facts } = await factsOf(site);
  return created(pullShape(site, changed, { ...facts, baseCommit: refs.tips.get(draft.base) ?? draft.head }));
}

async function files(call: ApiCall) {
  const draft = await draftAt(call.site, numberOf(call, 'pull_number'));
  return paged(call, await changedFiles(call.site, draft, await baseOf(call, draft)));
}

/** What it is compared with: of a merged one what its base held before. */
async function baseOf({ site }: ApiCall, draft: DraftFile): Promise<string> {
  if (draft.merge_commit !== null) return `${draft.merge_commit}^`;
  return (await site.branches.look()).tips.get(draft.base) ?? draft.head;
}

async function shown({ site }: ApiCall, draft: DraftFile) {
  const { refs, ...facts } = await factsOf(site);
  const baseCommit = refs.tips.get(draft.base) ?? draft.head;
  const against = draft.merge_commit === null ? baseCommit : `${draft.merge_commit}^`;
  const change = await site.branches.compare(against, draft.head);
  return fullPullShape(site, draft, { ...facts, baseCommit, change });
}
