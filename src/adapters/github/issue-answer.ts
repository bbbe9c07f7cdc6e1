import * as v from 'valibot';
import type { GitHubCall } from './call.ts';
import { orAbsentIssue } from './refused.ts';

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
