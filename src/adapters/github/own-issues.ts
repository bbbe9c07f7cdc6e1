import * as v from 'valibot';
import { readMarker } from '../../core/marker.ts';
import type { IssueChange, Issues, OpenedIssue, OwnIssue } from '../../ports.ts';
import { isSameLogin } from './http/actor.ts';
import type { GitHubCall } from './http/call.ts';
import type { GitHubContext } from './http/github-context.ts';
import { orAbsentIssue, orNull } from './http/refused.ts';
import { bodyForGitHub, titleForGitHub } from './longest-texts.ts';
import { IssueAnswer, isIssue, readIssue, unlistedNumbers } from './subjects/issue-answer.ts';

type OwnIssueRequests = Pick<Issues, 'findOpened' | 'listOpened' | 'readOpened' | 'change'>;

/** What is looked through for a marker, newest first: of the agent's own, and of everybody's. */
const OWN = { most: 300 };
const ALL = { most: 100 };
const LIST = 'GET /repos/{owner}/{repo}/issues';
const NEWEST = { state: 'all', sort: 'created', direction: 'desc' };

export function ownIssueRequests(context: GitHubContext): OwnIssueRequests {
  const { requests } = context;
  return {
    findOpened: (marker, signal) => requests.call(signal, (call) => findOpened(context, call, marker)),
    listOpened: (marker, signal) => requests.call(signal, (call) => listOpened(context, call, marker)),
    readOpened: (number, marker, signal) =>
      requests.call(signal, async (call) => {
        const issue = await readIssue(call, number);
        const actor = await context.actor.login(call);
        return issue !== null && isStillOwn(issue, marker, actor) ? ownIssue(issue) : null;
      }),
    change: (number, change, signal) =>
      requests.call(signal, async (call) => {
        const route = 'PATCH /repos/{owner}/{repo}/issues/{issue_number}';
        const asked = { route, with: { issue_number: number, ...fieldsOf(change) } };
        return (await orAbsentIssue(call.send(asked).then(() => true))) ?? false;
      }),
  };
}

/** A marker alone proves nothing: only what the agent's own login has opened counts. */
function isOwn(issue: IssueAnswer, marker: string, actor: string): boolean {
  const author = issue.user?.login ?? '';
  return isIssue(issue) && isSameLogin(author, actor) && readMarker(issue.body ?? '') === marker;
}

/** Whoever edits a body may take the marker away. One with another marker is something else. */
function isStillOwn(issue: IssueAnswer, marker: string, actor: string): boolean {
  const isUnmarked = readMarker(issue.body ?? '') === null;
  const isByAgent = isIssue(issue) && isSameLogin(issue.user?.login ?? '', actor);
  return isOwn(issue, marker, actor) || (isUnmarked && isByAgent);
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
  for (const [query, bounds] of [
    [{ ...NEWEST, creator: actor }, OWN],
    [NEWEST, ALL],
  ] as const) {
    const listed = await call.list({ route: LIST, with: query }, v.array(IssueAnswer), bounds);
    const found = listed.find((issue) => isOwn(issue, marker, actor));
    if (found !== undefined) return openedOf(found);
  }
  const unlisted = await unlistedIssues(call);
  const found = unlisted.find((issue) => isOwn(issue, marker, actor));
  return found === undefined ? null : openedOf(found);
}

/** Looked for in the same ways, and in all of them. None where the repository has no issues. */
async function listOpened(
  context: GitHubContext,
  call: GitHubCall,
  marker: string,
): Promise<readonly OwnIssue[]> {
  const actor = await context.actor.login(call);
  const listed = await Promise.all([
    listedIssues(call, { ...NEWEST, creator: actor }, OWN),
    listedIssues(call, NEWEST, ALL),
  ]);
  const found = [...listed.flat(), ...(await unlistedIssues(call))];
  const own = new Map(
    found.filter((issue) => isOwn(issue, marker, actor)).map((issue) => [issue.number, issue]),
  );
  return [...own.values()].toSorted((a, b) => a.number - b.number).map(ownIssue);
}

/** None where the repository has no issues. */
async function listedIssues(
  call: GitHubCall,
  query: Readonly<Record<string, string>>,
  bounds: { readonly most: number },
): Promise<readonly IssueAnswer[]> {
  const listed = call.list({ route: LIST, with: query }, v.array(IssueAnswer), bounds);
  return (await orNull(listed, ({ status }) => status === 410)) ?? [];
}

async function unlistedIssues(call: GitHubCall): Promise<readonly IssueAnswer[]> {
  const issues = await Promise.all((await unlistedNumbers(call)).map((number) => readIssue(call, number)));
  return issues.filter((issue) => issue !== null);
}

function fieldsOf({ title, body, state }: IssueChange) {
  return {
    ...(title === undefined ? {} : { title: titleForGitHub(title) }),
    ...(body === undefined ? {} : { body: bodyForGitHub(body) }),
    ...(state === undefined ? {} : { state, state_reason: state === 'closed' ? 'completed' : 'reopened' }),
  };
}

function openedOf({ number, html_url: url }: IssueAnswer): OpenedIssue {
  return { number, url };
}

function ownIssue({ number, html_url: url, title, ...issue }: IssueAnswer): OwnIssue {
  const state = issue.state === 'closed' ? 'closed' : 'open';
  return { number, url, title, body: issue.body ?? '', state, updatedAt: issue.updated_at };
}
