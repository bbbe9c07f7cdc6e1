import { Halt } from '../../core/ending.ts';
import { fittingBody, fittingTitle } from '../../core/fitting.ts';
import type { CreatedDraft, NewDraft } from '../../ports.ts';
import { unavailable } from './failures.ts';
import type { Hub } from './hub.ts';
import { draftOf, PullRequest } from './pull-request.ts';
import { Refused } from './refused.ts';
import type { Call } from './requests.ts';

/** Opens it, then gives it its labels and reviewers. A draft that lacks some of these is a draft all the same. */
export async function createDraft(hub: Hub, call: Call, draft: NewDraft): Promise<CreatedDraft> {
  const pull = await opened(hub, call, draft);
  const lacks = [
    ...(await withoutLabels(call, pull.number, draft.labels)),
    ...(await withoutReviewers(call, pull.number, draft.reviewers)),
  ];
  return { ...draftOf(pull), lacks };
}

async function opened(hub: Hub, call: Call, draft: NewDraft): Promise<PullRequest> {
  try {
    return await post(call, draft, true);
  } catch (reason) {
    if (!(reason instanceof Refused)) throw reason;
    if (!isWithoutDrafts(reason)) throw refusal(hub, draft, reason);
    if (!draft.readyWhereUnsupported) throw withoutDrafts(reason);
  }
  try {
    return await post(call, draft, false);
  } catch (reason) {
    throw reason instanceof Refused ? refusal(hub, draft, reason) : reason;
  }
}

function post(call: Call, draft: NewDraft, isDraft: boolean): Promise<PullRequest> {
  const { branch, base } = draft;
  const text = { title: fittingTitle(draft.title), body: fittingBody(draft.body) };
  const asked = { ...text, head: branch, base, draft: isDraft };
  return call.read({ route: 'POST /repos/{owner}/{repo}/pulls', with: asked }, PullRequest);
}

function isWithoutDrafts({ status, words }: Refused): boolean {
  return status === 422 && /draft pull requests are not supported/i.test(words);
}

function withoutDrafts(cause: Refused): Halt {
  const detail =
    'This repository has no draft pull requests, and the agent opens no other ones. To let it, write `draft: {ready_where_unsupported: true}` into `.github/wakeful.yml`.';
  return new Halt('forbidden', detail, { cause });
}

/** Refusals that mean something special here; any other stays what it is. */
function refusal(hub: Hub, { branch, base }: NewDraft, refused: Refused): Error {
  const { status, words } = refused;
  if (status === 403 && /not permitted to create or approve pull requests/i.test(words)) {
    return new Halt('forbidden', notPermitted(hub, { branch, base }), { cause: refused });
  }
  if (status !== 422) return refused;
  if (/no commits between/i.test(words)) {
    return new Halt('no_change', `${base} holds all commits of ${branch} already.`, { cause: refused });
  }
  if (/already exists/i.test(words)) {
    return unavailable(`There is a pull request for ${branch} that the lists do not show yet.`, refused);
  }
  if (/\bhead\b.*\binvalid\b/i.test(words)) return unavailable(`GitHub knows no branch ${branch}.`, refused);
  if (/too quickly|spam/i.test(words)) return unavailable(`GitHub wants a pause: ${words}`, refused);
  return refused;
}

function notPermitted(hub: Hub, { branch, base }: Pick<NewDraft, 'branch' | 'base'>): string {
  const [organisation = ''] = hub.repository.split('/');
  const compare = `${hub.serverUrl}/${hub.repository}/compare/${pathOf(base)}...${pathOf(branch)}?expand=1`;
  return [
    'GitHub does not let Actions open pull requests here.',
    'Tick "Allow GitHub Actions to create and approve pull requests" in the repository under Settings → Actions → General → Workflow permissions;',
    `where it cannot be ticked, first in the organisation ${organisation} under the same path.`,
    `The work is kept on the branch ${branch}. To open the pull request by hand: \`${compare}\``,
  ].join(' ');
}

function pathOf(branch: string): string {
  return branch.split('/').map(encodeURIComponent).join('/');
}

async function withoutLabels(
  call: Call,
  number: number,
  labels: readonly string[],
): Promise<readonly string[]> {
  if (labels.length === 0) return [];
  const route = 'POST /repos/{owner}/{repo}/issues/{issue_number}/labels';
  const refused = await tried(call.send({ route, with: { issue_number: number, labels } }));
  return refused === null ? [] : [`It has no labels: ${refused}`];
}

/** One unknown name makes GitHub refuse all of them: then each is asked for alone. */
async function withoutReviewers(
  call: Call,
  number: number,
  names: readonly string[],
): Promise<readonly string[]> {
  if (names.length === 0 || (await tried(askForReview(call, number, names))) === null) return [];
  const lacks: string[] = [];
  for (const name of names) {
    const refused = await tried(askForReview(call, number, [name]));
    if (refused !== null) lacks.push(`${name} could not be asked for a review: ${refused}`);
  }
  return lacks;
}

/** `octocat`, or `acme/docs-team` for a team. */
function askForReview(call: Call, number: number, names: readonly string[]): Promise<unknown> {
  const teams = names.flatMap((name) => name.split('/')[1] ?? []);
  const people = names.filter((name) => !name.includes('/'));
  const route = 'POST /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers';
  return call.send({ route, with: { pull_number: number, reviewers: people, team_reviewers: teams } });
}

/** Why it was not done; null: it was. */
async function tried(request: Promise<unknown>): Promise<string | null> {
  try {
    await request;
    return null;
  } catch (reason) {
    if (reason instanceof Refused) return `${reason.status}: ${reason.words}`;
    if (reason instanceof Halt) return reason.detail;
    throw reason;
  }
}
