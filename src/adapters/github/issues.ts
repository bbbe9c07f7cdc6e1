import * as v from 'valibot';
import { isSameLabel } from '../../core/access/labels.ts';
import type { Issue, IssueQuery, Issues, IssueThread, OpenedIssue } from '../../ports.ts';
import { comment } from './comments.ts';
import { isSameLogin } from './http/actor.ts';
import type { GitHubCall } from './http/call.ts';
import type { GitHubContext } from './http/github-context.ts';
import { orAbsent, orAbsentIssue, orNull, type RefusedRequest } from './http/refused.ts';
import { bodyForGitHub, titleForGitHub } from './longest-texts.ts';
import { ownIssueRequests } from './own-issues.ts';
import { IssueAnswer, isIssue, readIssue } from './subjects/issue-answer.ts';
import { readThread } from './subjects/thread.ts';

/** Pages with pull requests among the issues. */
const MIXED_PAGES = 10;
const LABELS = { most: 1_000 };
const Labels = v.pipe(
  v.array(v.object({ name: v.string() })),
  v.transform((page) => page.map(({ name }) => name)),
);
const LIST = 'GET /repos/{owner}/{repo}/issues';

export function issueRequests(context: GitHubContext): Issues {
  const { requests } = context;
  return {
    list: (query, signal) => requests.call(signal, (call) => listIssues(context, call, query)),
    read: (number, signal) => requests.call(signal, (call) => readOne(context, call, number)),
    labelNames: (signal) =>
      requests.call(signal, (call) =>
        call.list({ route: 'GET /repos/{owner}/{repo}/labels' }, Labels, LABELS),
      ),
    comment: (number, body, signal) =>
      requests.call(signal, (call) => isDone(comment(call, number, body), isLocked)),
    label: (number, labels, signal) =>
      requests.call(signal, (call) => {
        const route = 'POST /repos/{owner}/{repo}/issues/{issue_number}/labels';
        return isDone(call.send({ route, with: { issue_number: number, labels } }), () => false);
      }),
    unlabel: (number, labels, signal) => requests.call(signal, (call) => takeLabels(call, number, labels)),
    open: ({ title, body }, signal) =>
      requests.call(signal, async (call) => {
        const text = { title: titleForGitHub(title), body: bodyForGitHub(body) };
        return openedOf(
          await call.read({ route: 'POST /repos/{owner}/{repo}/issues', with: text }, IssueAnswer),
        );
      }),
    ...ownIssueRequests(context),
  };
}

async function listIssues(
  context: GitHubContext,
  call: GitHubCall,
  query: IssueQuery,
): Promise<readonly Issue[]> {
  const labels = query.labels.length === 0 ? {} : { labels: query.labels.join(',') };
  const asked = { ...labels, state: 'open', ...orderOf(query) };
  const actor = query.isByOthers === true ? await context.actor.login(call) : null;
  const wanted = v.pipe(
    ISSUES_ONLY,
    v.transform((page) => page.filter((issue) => isWanted(issue, query, actor))),
  );
  const issues = await call.list({ route: LIST, with: asked }, wanted, {
    most: query.limit,
    pages: MIXED_PAGES,
  });
  // Where one is closed while the list is read, the next page begins with what the last one ended with.
  const listed = [...new Map(issues.map((issue) => [issue.number, issue])).values()];
  return Promise.all(
    listed
      .toSorted((a, b) => a.number - b.number)
      .map(async (answer) => {
        const { comments: _comments, state: _state, ...issue } = await readThread(context, call, answer);
        return issue;
      }),
  );
}

/** What is looked for comes first in GitHub's order: its list takes no other condition, and ends after some pages. */
function orderOf({ isUnlabelled, openedSince, quietSince }: IssueQuery) {
  if (quietSince !== undefined) return { sort: 'updated', direction: 'asc' };
  const isNew = isUnlabelled === true || openedSince !== undefined;
  return { sort: 'created', direction: isNew ? 'desc' : 'asc' };
}

function isWanted(issue: IssueAnswer, query: IssueQuery, actor: string | null): boolean {
  const { without = [], isUnlabelled, openedSince = 0, quietSince = Number.POSITIVE_INFINITY } = query;
  return (
    !(isUnlabelled === true && issue.labels.length > 0) &&
    !without.some((label) => issue.labels.some((each) => isSameLabel(each, label))) &&
    Date.parse(issue.created_at) >= openedSince &&
    Date.parse(issue.updated_at) <= quietSince &&
    !(actor !== null && isSameLogin(issue.user?.login ?? '', actor))
  );
}

/** One request for each: GitHub takes away one label or all of them. A label that the issue does not have is a 404 of its own. */
async function takeLabels(call: GitHubCall, number: number, labels: readonly string[]): Promise<boolean> {
  const answer = await readIssue(call, number);
  if (answer === null) return false;
  const route = 'DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels/{name}';
  for (const label of answer.labels.filter((each) => labels.some((name) => isSameLabel(name, each))))
    await orAbsent(call.send({ route, with: { issue_number: number, name: label } }));
  return true;
}

/** Pull requests are on the pages of GitHub's list, but not among what counts. */
const ISSUES_ONLY = v.pipe(
  v.array(IssueAnswer),
  v.transform((page) => page.filter(isIssue)),
);

async function readOne(
  context: GitHubContext,
  call: GitHubCall,
  number: number,
): Promise<IssueThread | null> {
  const answer = await readIssue(call, number);
  return answer === null || !isIssue(answer) ? null : readThread(context, call, answer);
}

async function isDone(
  request: Promise<unknown>,
  isNo: (refused: RefusedRequest) => boolean,
): Promise<boolean> {
  const done = await orNull(orAbsentIssue(request.then(() => true)), isNo);
  return done ?? false;
}

function isLocked({ status, words }: RefusedRequest): boolean {
  return status === 403 && /\blocked\b/i.test(words);
}

function openedOf({ number, html_url: url }: IssueAnswer): OpenedIssue {
  return { number, url };
}
