import * as v from 'valibot';
import type { Issue, IssueQuery, Issues, IssueThread, OpenedIssue } from '../../ports.ts';
import type { GitHubCall } from './call.ts';
import { comment } from './comments.ts';
import type { GitHubContext } from './github-context.ts';
import { IssueAnswer, isIssue, readIssue } from './issue-answer.ts';
import { bodyForGitHub, titleForGitHub } from './longest-texts.ts';
import { ownIssueRequests } from './own-issues.ts';
import { orAbsentIssue, orNull, type RefusedRequest } from './refused.ts';
import { readThread } from './thread.ts';

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
  const asked = { ...labels, state: 'open', sort: 'created', direction: 'asc' };
  const issues = await call.list({ route: LIST, with: asked }, ISSUES_ONLY, {
    most: query.limit,
    pages: MIXED_PAGES,
  });
  return Promise.all(
    issues.map(async (answer) => {
      const { comments: _comments, state: _state, ...issue } = await readThread(context, call, answer);
      return issue;
    }),
  );
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
