import * as v from 'valibot';
import { fittingBody, fittingTitle } from '../../core/fitting.ts';
import { ALERT_LABEL } from '../../core/labels.ts';
import type { AlertIssue, GitHub } from '../../ports.ts';
import { isSameLogin } from './actor.ts';
import type { Call } from './call.ts';
import { comment } from './comments.ts';
import type { Hub } from './hub.ts';
import { IssueAnswer, isIssue, readIssue } from './issue-answer.ts';
import { unlistedNumbers } from './unlisted.ts';

type AlertRequests = Pick<
  GitHub,
  'listAlertIssues' | 'openAlertIssue' | 'updateAlertIssue' | 'closeAlertIssue'
>;

/** The newest; a handful is open at a time. */
const ALERTS = 200;

export function alertIssueRequests(hub: Hub): AlertRequests {
  const { requests } = hub;
  return {
    listAlertIssues: (signal) => requests.call(signal, (call) => listAlertIssues(hub, call)),
    openAlertIssue: ({ title, body }, signal) =>
      requests.call(signal, async (call) => {
        const text = { title: fittingTitle(title), body: fittingBody(body), labels: [ALERT_LABEL] };
        return alertOf(
          await call.read({ route: 'POST /repos/{owner}/{repo}/issues', with: text }, IssueAnswer),
        );
      }),
    updateAlertIssue: (number, { title, body }, signal) =>
      requests.call(signal, async (call) => {
        const text = { title: fittingTitle(title), body: fittingBody(body) };
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
async function listAlertIssues(hub: Hub, call: Call): Promise<readonly AlertIssue[]> {
  const query = { labels: ALERT_LABEL, state: 'all', sort: 'created', direction: 'desc' };
  const route = 'GET /repos/{owner}/{repo}/issues';
  const actor = await hub.actor.login(call);
  const listed = await call.list({ route, with: query }, v.array(IssueAnswer), { most: ALERTS });
  const unlisted = await Promise.all((await unlistedNumbers(call)).map((number) => readIssue(call, number)));
  const all = new Map(
    [...listed, ...unlisted.filter((issue) => issue !== null)].map((issue) => [issue.number, issue]),
  );
  return [...all.values()].filter((issue) => isOwnAlert(issue, actor)).map(alertOf);
}

function isOwnAlert(issue: IssueAnswer, actor: string): boolean {
  return isIssue(issue) && isSameLogin(issue.user?.login ?? '', actor) && issue.labels.includes(ALERT_LABEL);
}

function alertOf({ number, html_url: url, title, body, state }: IssueAnswer): AlertIssue {
  return { number, url, title, body: body ?? '', state: state === 'closed' ? 'closed' : 'open' };
}
