import * as v from 'valibot';
import { readMarker } from '../../core/marker.ts';
import type { Issue, IssueQuery, Issues, IssueThread, OpenedIssue } from '../../ports.ts';
import { isSameLogin } from './actor.ts';
import type { GitHubCall } from './call.ts';
import { comment } from './comments.ts';
import type { GitHubContext } from './github-context.ts';
import { IssueAnswer, isIssue, readIssue } from './issue-answer.ts';
import { bodyForGitHub, titleForGitHub } from './longest-texts.ts';
import { orAbsentIssue, orNull, type RefusedRequest } from './refused.ts';
import { readThread } from './thread.ts';
import { unlistedNumbers } from './unlisted.ts';

/** What is looked through for a marker, newest first: of the agent's own, and of everybody's. */
const OWN = { most: 300 };
const ALL = { most: 100 };
const NEWEST = { state: 'all', sort: 'created', direction: 'desc' };
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
    findOpened: (marker, signal) => requests.call(signal, (call) => findOpened(context, call, marker)),
    open: ({ title, body }, signal) =>
      requests.call(signal, async (call) => {
        const text = { title: titleForGitHub(title), body: bodyForGitHub(body) };
        return openedOf(
          await call.read({ route: 'POST /repos/{owner}/{repo}/issues', with: text }, IssueAnswer),
        );
      }),
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

/**
 * Listed by its author, among the newest of everybody (servers differ in how they list what an App has written), and
 * read directly, since lists lag.
 */
async function findOpened(
  context: GitHubContext,
  call: GitHubCall,
  marker: string,
): Promise<OpenedIssue | null> {
  const actor = await context.actor.login(call);
  const isIt = (issue: IssueAnswer): boolean =>
    isIssue(issue) && isSameLogin(issue.user?.login ?? '', actor) && readMarker(issue.body ?? '') === marker;
  for (const [query, bounds] of [
    [{ ...NEWEST, creator: actor }, OWN],
    [NEWEST, ALL],
  ] as const) {
    const found = (await call.list({ route: LIST, with: query }, v.array(IssueAnswer), bounds)).find(isIt);
    if (found !== undefined) return openedOf(found);
  }
  const unlisted = await Promise.all((await unlistedNumbers(call)).map((number) => readIssue(call, number)));
  const found = unlisted.find((issue) => issue !== null && isIt(issue));
  return found === undefined || found === null ? null : openedOf(found);
}

function openedOf({ number, html_url: url }: IssueAnswer): OpenedIssue {
  return { number, url };
}
