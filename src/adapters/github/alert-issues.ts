import * as v from 'valibot';
import { ALERT_LABEL } from '../../core/access/labels.ts';
import { Halt } from '../../core/ending.ts';
import type { AlertIssue, GitHub } from '../../ports.ts';
import { explain } from './comments.ts';
import { isSameLogin } from './http/actor.ts';
import type { GitHubCall } from './http/call.ts';
import type { GitHubContext } from './http/github-context.ts';
import { orAbsentIssue, orNull } from './http/refused.ts';
import { bodyForGitHub, titleForGitHub } from './longest-texts.ts';
import { IssueAnswer, isIssue, readIssue, unlistedNumbers } from './subjects/issue-answer.ts';

type AlertRequests = Pick<
  GitHub,
  'listAlertIssues' | 'openAlertIssue' | 'updateAlertIssue' | 'closeAlertIssue'
>;

/** The newest, of which persons may have closed some. */
const ALERTS = 200;
/** A handful is open at a time; more than these, nobody could read. */
const OPEN = 1_000;

export function alertIssueRequests(context: GitHubContext): AlertRequests {
  const { requests } = context;
  return {
    listAlertIssues: (known, signal) =>
      requests.call(signal, (call) => listAlertIssues(context, call, known)),
    openAlertIssue: ({ title, body }, signal) =>
      requests.call(signal, async (call) => {
        const text = { title: titleForGitHub(title), body: bodyForGitHub(body), labels: [ALERT_LABEL] };
        const asked = { route: 'POST /repos/{owner}/{repo}/issues', with: text };
        const opened = await orNull(call.read(asked, IssueAnswer), ({ status }) => status === 410);
        if (opened === null) throw new Halt('no_change', 'Issues are disabled in this repository.');
        return alertOf(opened);
      }),
    updateAlertIssue: (number, { title, body }, signal) =>
      requests.call(signal, async (call) => {
        const text = { title: titleForGitHub(title), body: bodyForGitHub(body) };
        await orAbsentIssue(call.send({ route: UPDATE, with: { issue_number: number, ...text } }));
      }),
    closeAlertIssue: (number, why, signal) =>
      requests.call(signal, async (call) => {
        const closed = { state: 'closed', state_reason: 'completed' };
        const gone = await orAbsentIssue(
          call.send({ route: UPDATE, with: { issue_number: number, ...closed } }),
        );
        if (gone !== null) await explain(call, number, why);
      }),
  };
}

const UPDATE = 'PATCH /repos/{owner}/{repo}/issues/{issue_number}';

/** Only the agent's own count: a marker that somebody has copied neither hides an alert nor fakes one. */
async function listAlertIssues(
  context: GitHubContext,
  call: GitHubCall,
  known: readonly number[],
): Promise<readonly AlertIssue[]> {
  const newest = await labelled(call, 'all', ALERTS);
  // What is older than the list is open, or known by its number.
  const older = newest.length < ALERTS ? [] : await labelled(call, 'open', OPEN);
  const listed = [...older, ...newest, ...(await unlistedIssues(call))];
  const missing = known.filter((number) => listed.every((issue) => issue.number !== number));
  const read = await Promise.all(missing.map((number) => readIssue(call, number)));
  const all = new Map(
    [...listed.filter(isAlert), ...read].flatMap((each) => (each === null ? [] : [[each.number, each]])),
  );
  const alerts = [...all.values()].filter(isIssue);
  // Most wakes find none, and need not know who they are.
  if (alerts.length === 0) return [];
  const actor = await context.actor.login(call);
  return alerts.filter(({ user }) => isSameLogin(user?.login ?? '', actor)).map(alertOf);
}

/** None where the repository has no issues. */
async function labelled(
  call: GitHubCall,
  state: 'all' | 'open',
  most: number,
): Promise<readonly IssueAnswer[]> {
  const query = { labels: ALERT_LABEL, state, sort: 'created', direction: 'desc' };
  const asked = { route: 'GET /repos/{owner}/{repo}/issues', with: query };
  const listed = call.list(asked, v.array(IssueAnswer), { most });
  return (await orNull(listed, ({ status }) => status === 410)) ?? [];
}

async function unlistedIssues(call: GitHubCall): Promise<readonly IssueAnswer[]> {
  const issues = await Promise.all((await unlistedNumbers(call)).map((number) => readIssue(call, number)));
  return issues.filter((issue) => issue !== null);
}

function isAlert(issue: IssueAnswer): boolean {
  return isIssue(issue) && issue.labels.includes(ALERT_LABEL);
}

function alertOf({ number, html_url: url, title, body, state }: IssueAnswer): AlertIssue {
  return { number, url, title, body: body ?? '', state: state === 'closed' ? 'closed' : 'open' };
}
