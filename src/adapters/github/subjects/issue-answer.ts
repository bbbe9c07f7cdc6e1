import * as v from 'valibot';
import type { GitHubCall } from '../http/call.ts';
import { orAbsent, orAbsentIssue } from '../http/refused.ts';

const Label = v.pipe(
  v.union([v.string(), v.object({ name: v.nullish(v.string()) })]),
  v.transform((label) => (typeof label === 'string' ? label : (label.name ?? ''))),
);

export const IssueAnswer = v.object({
  number: v.number(),
  html_url: v.string(),
  state: v.string(),
  title: v.string(),
  body: v.nullish(v.string()),
  /** Null: the account is gone. */
  user: v.nullable(v.object({ login: v.string() })),
  labels: v.array(Label),
  comments: v.number(),
  created_at: v.string(),
  updated_at: v.string(),
  /** There for pull requests, which GitHub lists as issues, too. */
  pull_request: v.optional(v.unknown()),
});

export type IssueAnswer = v.InferOutput<typeof IssueAnswer>;

export function isIssue({ pull_request }: IssueAnswer): boolean {
  return pull_request === undefined || pull_request === null;
}

export function readIssue(call: GitHubCall, number: number): Promise<IssueAnswer | null> {
  const route = 'GET /repos/{owner}/{repo}/issues/{issue_number}';
  return orAbsentIssue(call.read({ route, with: { issue_number: number } }, IssueAnswer));
}

/** How many numbers around the newest one are looked at. Numbers are given in order, to issues and pull requests alike. */
const AROUND = 3;
const LISTED = 10;
const NEWEST = { state: 'all', sort: 'created', direction: 'desc' };
const Numbers = v.array(v.object({ number: v.number() }));

/**
 * Numbers just before and after the newest that the lists show, and that the lists do not show: of something so young
 * that the lists lag behind, or of nothing.
 */
export async function unlistedNumbers(call: GitHubCall): Promise<readonly number[]> {
  const issues = await orAbsent(
    call.list({ route: 'GET /repos/{owner}/{repo}/issues', with: NEWEST }, Numbers, { most: LISTED }),
  );
  // Where issues are switched off, pull requests have the numbers for themselves.
  const route = 'GET /repos/{owner}/{repo}/pulls';
  const listed = issues ?? (await call.list({ route, with: NEWEST }, Numbers, { most: LISTED }));
  const shown = new Set(listed.map(({ number }) => number));
  const newest = Math.max(0, ...shown);
  const around = Array.from({ length: 2 * AROUND + 1 }, (_, index) => newest + AROUND - index);
  return around.filter((number) => number > 0 && !shown.has(number));
}
