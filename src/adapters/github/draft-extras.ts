import { Halt } from '../../core/ending.ts';
import { GITHUB_TEXTS } from '../../report/failures/github-texts.ts';
import type { GitHubCall } from './http/call.ts';
import { RefusedRequest } from './http/refused.ts';

interface Extras {
  readonly labels: readonly string[];
  /** Logins, or teams as `org/team`. */
  readonly reviewers: readonly string[];
}

/** Gives a draft its labels and reviewers. A draft that lacks some of them is a draft all the same: tells which. */
export async function addExtras(
  call: GitHubCall,
  number: number,
  { labels, reviewers }: Extras,
): Promise<readonly string[]> {
  return [
    ...(await withoutLabels(call, number, labels)),
    ...(await withoutReviewers(call, number, reviewers)),
  ];
}

async function withoutLabels(
  call: GitHubCall,
  number: number,
  labels: readonly string[],
): Promise<readonly string[]> {
  if (labels.length === 0) return [];
  const route = 'POST /repos/{owner}/{repo}/issues/{issue_number}/labels';
  const refused = await tried(call, call.send({ route, with: { issue_number: number, labels } }));
  return refused === null ? [] : [GITHUB_TEXTS.noLabels(refused)];
}

/** One unknown name makes GitHub refuse all of them: then each is asked for alone. */
async function withoutReviewers(
  call: GitHubCall,
  number: number,
  names: readonly string[],
): Promise<readonly string[]> {
  if (names.length === 0 || (await tried(call, askForReview(call, number, names))) === null) return [];
  const lacks: string[] = [];
  for (const name of names) {
    const refused = await tried(call, askForReview(call, number, [name]));
    if (refused !== null) lacks.push(GITHUB_TEXTS.noReview(name, refused));
  }
  return lacks;
}

/** `octocat`, or `acme/docs-team` for a team. */
function askForReview(call: GitHubCall, number: number, names: readonly string[]): Promise<unknown> {
  const teams = names.flatMap((name) => name.split('/')[1] ?? []);
  const people = names.filter((name) => !name.includes('/'));
  const route = 'POST /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers';
  return call.send({ route, with: { pull_number: number, reviewers: people, team_reviewers: teams } });
}

/** Why it was not done; null: it was. Whatever goes wrong, what was opened stays open and has to be told. */
async function tried(call: GitHubCall, request: Promise<unknown>): Promise<string | null> {
  try {
    await request;
    return null;
  } catch (reason) {
    if (call.isOver) return GITHUB_TEXTS.noTime;
    if (reason instanceof RefusedRequest) return `${reason.status}: ${reason.words}`;
    if (reason instanceof Halt) return reason.detail;
    throw reason;
  }
}
