import * as v from 'valibot';
import type { ApiCall } from '../http/call.ts';
import { type FieldError, invalid, refusal } from '../http/refusals.ts';
import { BODY, bodyOf, TITLE } from '../http/request-body.ts';
import type { DraftFile } from '../records/records.ts';

const RESOURCE = 'PullRequest';

const NEW_PULL = v.looseObject({
  title: TITLE,
  head: v.string(),
  base: v.string(),
  body: v.optional(BODY, ''),
  draft: v.optional(v.boolean(), false),
});

/** Opens a pull request, or refuses it in GitHub's words. */
export async function openPull(call: ApiCall): Promise<DraftFile> {
  const { site, token } = call;
  const settings = await site.store.settings();
  if (token.kind === 'workflow' && !settings.actions_may_open_pull_requests) {
    throw refusal(403, 'GitHub Actions is not permitted to create or approve pull requests.');
  }
  const asked = bodyOf(call, RESOURCE, NEW_PULL);
  if (asked.draft && !settings.has_drafts) {
    throw refusal(422, 'Draft pull requests are not supported in this repository.');
  }
  const branch = asked.head.replace(`${site.owner}:`, '');
  const head = await headOf(call, { branch, base: asked.base });
  const now = site.now();
  const draft: DraftFile = {
    number: await site.store.nextNumber(),
    state: 'open',
    title: asked.title,
    author: token.login,
    branch,
    base: asked.base,
    head,
    merge_commit: null,
    is_draft: asked.draft,
    labels: [],
    reviewers: [],
    association: null,
    locked: false,
    created_at: now,
    updated_at: now,
    closed_at: null,
    body: asked.body,
    comments: [],
  };
  await site.store.save(draft);
  return draft;
}

/** The commit that is offered, once nothing speaks against it. */
async function headOf(
  { site }: ApiCall,
  { branch, base }: { readonly branch: string; readonly base: string },
): Promise<string> {
  const { tips } = await site.branches.look();
  const from = tips.get(branch);
  const into = tips.get(base);
  if (from === undefined) throw invalid({ resource: RESOURCE, field: 'head', code: 'invalid' });
  if (into === undefined) throw invalid({ resource: RESOURCE, field: 'base', code: 'invalid' });
  const drafts = await site.store.drafts();
  if (drafts.some((draft) => draft.state === 'open' && draft.branch === branch && draft.base === base)) {
    throw invalid(custom(`A pull request already exists for ${site.owner}:${branch}.`));
  }
  const change = await site.branches.compare(into, from);
  if (change === null) throw invalid(custom(`The ${base} branch has no history in common with ${branch}`));
  if (change.commits === 0) throw invalid(custom(`No commits between ${base} and ${branch}`));
  return from;
}

function custom(message: string): FieldError {
  return { resource: RESOURCE, code: 'custom', message };
}
