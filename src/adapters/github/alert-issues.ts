import * as v from 'valibot';
import { ALERT_LABEL } from '../../core/access/labels.ts';
import type { AlertIssue, GitHub } from '../../ports.ts';
import { isSameLogin } from './actor.ts';
import type { GitHubCall } from './call.ts';
import { comment } from './comments.ts';
import type { GitHubContext } from './github-context.ts';
import { IssueAnswer, isIssue, readIssue } from './issue-answer.ts';
import { bodyForGitHub, titleForGitHub } from './longest-texts.ts';
import { unlistedNumbers } from './unlisted.ts';

type AlertRequests = Pick<
  GitHub,
  'listAlertIssues' | 'openAlertIssue' | 'updateAlertIssue' | 'closeAlertIssue'
>;

/** The newest; a handful is open at a time. */
const ALERTS = 200;

export function alertIssueRequests(context: GitHubContext): AlertRequests {
  const { requests } = context;
  return {
    listAlertIssues: (signal) => requests.call(signal, (call) => listAlertIssues(context, call)),
    openAlertIssue: ({ title, body }, signal) =>
      requests.call(signal, async (call) => {
        const text = { title: titleForGitHub(title), body: bodyForGitHub(body), labels: [ALERT_LABEL] };
        return alertOf(
          await call.read({ route: 'POST /repos/{owner}/{repo}/issues', with: text }, IssueAnswer),
        );
      }),
    updateAlertIssue: (number, { title, body }, signal) =>
      requests.call(signal, async (call) => {
        const text = { title: titleForGitHub(title), body: bodyForGitHub(body) };
        await call.send({ route: UPDATE, with: { issue_number: number, ...text } });
      }),
    closeAlertIssue: (number, why, signal) =>
      requests.call(signal, async (call) => {
        const closed = { state: 'closed', state_reason: 'completed' };
        await call.send({ route: UPDATE, with: { issue_number: number, ...closed } });
        await comment(call, number, why);
      }),
  };
}

const UPDATE = 'PATCH /repos/{owner}/{repo}/issues/{issue_number}';

/** Only the agent's own count: a marker that somebody has copied neither hides an alert nor fakes one. */
async function listAlertIssues(context: GitHubContext, call: GitHubCall): Promise<readonly AlertIssue[]> {
  const query = { labels: ALERT_LABEL, state: 'all', sort: 'created', direction: 'desc' };
  const route = 'GET /repos/{owner}/{repo}/issues';
  const [listed, unlisted] = await Promise.all([
    call.list({ route, with: query }, v.array(IssueAnswer), { most: ALERTS }),
    unlistedIssues(call),
  ]);
  const all = new Map([...listed, ...unlisted].map((issue) => [issue.number, issue]));
  const alerts = [...all.values()].filter(isAlert);
  // Most wakes find none, and need not know who they are.
  if (alerts.length === 0) return [];
  const actor = await context.actor.login(call);
  return alerts.filter(({ user }) => isSameLogin(user?.login ?? '', actor)).map(alertOf);
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
