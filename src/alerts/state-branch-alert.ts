import { maskedAboveFoot } from '../core/access/mask-foot.ts';
import { maskedRecord } from '../core/access/masked-record.ts';
import { asHalt } from '../core/halt.ts';
import { readMarker } from '../core/marker.ts';
import { isoTime } from '../core/time.ts';
import type { AlertResult } from '../core/wake-result.ts';
import type { AgentContext, AlertContext } from '../ledger/agent-context.ts';
import type { AlertIssue, IssueText } from '../ports.ts';
import { alertMarker, alertText } from '../report/on-github/alert.ts';
import { STATE_READABLE_AGAIN } from '../report/on-github/alert-causes.ts';

const ALERT = { goal: null, cause: 'bad_state_file' } as const;

export type StateAlertFacts = Omit<AlertContext, 'raised' | 'order'>;

/**
 * The one alert that the state branch cannot hold, because it is about the state branch: GitHub alone keeps it. It is
 * found by its marker, opened once, updated when something else is wrong, and left alone once a person has closed it.
 */
export async function raiseStateAlert(facts: StateAlertFacts, detail: string): Promise<AlertResult> {
  const text = textOf(facts, detail);
  const untold: AlertResult = { ...ALERT, title: text.title, issue: null, opened: false, known: false };
  const raised = await tryRequests(facts, () => tell(facts, text));
  return { ...untold, ...raised };
}

type RaisedAlert = Pick<AlertResult, 'issue' | 'opened' | 'known'>;

async function tell(facts: StateAlertFacts, text: IssueText): Promise<RaisedAlert> {
  const { github } = facts.world;
  const issues = await stateIssues(facts);
  const same = issues.find((issue) => saysTheSame(issue, text));
  if (same !== undefined) return { issue: same.number, opened: false, known: same.state === 'closed' };
  const open = issues.find((issue) => issue.state === 'open');
  if (open === undefined) {
    const { number } = await github.openAlertIssue(text, facts.deadline.work);
    facts.journal.write({ event: 'alert_opened', issue: number, title: text.title });
    return { issue: number, opened: true, known: false };
  }
  await github.updateAlertIssue(open.number, text, facts.deadline.work);
  facts.journal.write({ event: 'alert_updated', issue: open.number, title: text.title });
  return { issue: open.number, opened: false, known: false };
}

/** Closes that alert: the state could be read. Only for a wake that has something to do anyway. */
export async function settleStateAlert(session: Omit<AgentContext, 'raised' | 'order'>): Promise<void> {
  await tryRequests(session, async () => {
    const { github } = session.world;
    const open = (await stateIssues(session)).filter((issue) => issue.state === 'open');
    for (const { number } of open) {
      await session.ledger.refresh(session.deadline.work);
      if (session.ledger.state.stop !== null) return;
      // Its text no longer names the fault, so that the same one is told anew when it comes back.
      await github.updateAlertIssue(number, textOf(session, STATE_READABLE_AGAIN), session.deadline.work);
      await github.closeAlertIssue(number, STATE_READABLE_AGAIN, session.deadline.work);
      session.journal.write({ event: 'alert_closed', issue: number });
    }
  });
}

async function stateIssues({ world, deadline }: StateAlertFacts): Promise<readonly AlertIssue[]> {
  const issues = await world.github.listAlertIssues([], deadline.work);
  return issues.filter((issue) => readMarker(issue.body) === alertMarker(ALERT));
}

/** Whatever becomes of the alert, the wake keeps its own ending. Null: it could not be done now. */
async function tryRequests<T>(facts: StateAlertFacts, body: () => Promise<T>): Promise<T | null> {
  try {
    facts.deadline.check();
    return await body();
  } catch (reason) {
    const failure = { kind: 'state_alert', detail: asHalt(reason).detail } as const;
    facts.journal.write({ event: 'effect_failed', failure });
    return null;
  }
}

function textOf({ world, settings, mask }: StateAlertFacts, detail: string): IssueText {
  const since = isoTime(world.clock.now());
  const text = alertText(maskedRecord({ ...ALERT, detail, since, branch: settings.stateBranch }, mask));
  return { title: mask.mask(text.title), body: maskedAboveFoot(text.body, mask) };
}

/** The first paragraph says when it was seen first, which nobody else remembers. */
function saysTheSame(one: AlertIssue, other: IssueText): boolean {
  const words = ({ body }: Pick<AlertIssue, 'body'>) =>
    body.replaceAll('\r\n', '\n').trim().split('\n\n').slice(1).join('\n\n');
  return words(one) === words(other);
}
