import { readMarker } from '../core/marker.ts';
import { isoTime } from '../core/time.ts';
import type { AlertIssue, IssueText } from '../ports.ts';
import { alertMarker, alertText } from '../report/alert.ts';
import { asHalt } from './halt.ts';
import type { Session } from './session.ts';

const ALERT = { goal: null, cause: 'bad_state_file' } as const;
const MENDED = 'The state can be read again.';

export type StateAlertFacts = Pick<Session, 'world' | 'settings' | 'mask' | 'journal' | 'deadline'>;

/**
 * The one alert that the state branch cannot hold, because it is about the state branch: GitHub alone keeps it. It is
 * found by its marker, opened once, updated when something else is wrong, and left alone once a person has closed it.
 */
export async function raiseStateAlert(facts: StateAlertFacts, detail: string): Promise<void> {
  await tryRequests(facts, async () => {
    const { github } = facts.world;
    const issues = await stateIssues(facts);
    const text = textOf(facts, detail);
    if (issues.some((issue) => saysTheSame(issue, text))) return;
    const open = issues.find((issue) => issue.state === 'open');
    if (open === undefined) {
      const { number } = await github.openAlertIssue(text, facts.deadline.work);
      report(facts, 'alert_opened', `Alert #${number} is open: ${text.title}.`);
    } else {
      await github.updateAlertIssue(open.number, text, facts.deadline.work);
      report(facts, 'alert_updated', `Alert #${open.number} says what is new: ${text.title}.`);
    }
  });
}

/** Closes that alert: the state could be read. Only for a wake that has something to do anyway. */
export async function settleStateAlert(session: Session): Promise<void> {
  await tryRequests(session, async () => {
    const { github } = session.world;
    const open = (await stateIssues(session)).filter((issue) => issue.state === 'open');
    for (const { number } of open) {
      await session.ledger.refresh(session.deadline.work);
      if (session.ledger.state.stop !== null) return;
      // Its text no longer names the fault, so that the same one is told anew when it comes back.
      await github.updateAlertIssue(number, textOf(session, MENDED), session.deadline.work);
      await github.closeAlertIssue(number, MENDED, session.deadline.work);
      report(session, 'alert_closed', `Alert #${number} is closed: ${MENDED}`);
    }
  });
}

async function stateIssues({ world, deadline }: StateAlertFacts): Promise<readonly AlertIssue[]> {
  const issues = await world.github.listAlertIssues(deadline.work);
  return issues.filter((issue) => readMarker(issue.body) === alertMarker(ALERT));
}

/** Whatever becomes of the alert, the wake keeps its own ending. */
async function tryRequests(facts: StateAlertFacts, body: () => Promise<void>): Promise<void> {
  try {
    facts.deadline.check();
    await body();
  } catch (reason) {
    const message = `The alert about the state branch could not be brought in line: ${asHalt(reason).detail}`;
    facts.journal.write({ event: 'effect_failed', message });
  }
}

function textOf({ world, settings, mask }: StateAlertFacts, detail: string): IssueText {
  const since = isoTime(world.clock.now());
  const text = alertText({ ...ALERT, detail, since, branch: settings.stateBranch });
  return { title: mask.mask(text.title), body: mask.mask(text.body) };
}

/** The first paragraph says when it was seen first, which nobody else remembers. */
function saysTheSame(one: IssueText, other: IssueText): boolean {
  const words = ({ body }: IssueText) =>
    body.replaceAll('\r\n', '\n').trim().split('\n\n').slice(1).join('\n\n');
  return words(one) === words(other);
}

function report(
  facts: StateAlertFacts,
  event: 'alert_opened' | 'alert_updated' | 'alert_closed',
  message: string,
) {
  facts.journal.write({ event, message });
}
