import { requestsToStore, withRequest } from '../../core/due/inbox.ts';
import type { Goal } from '../../core/goal.ts';
import { stoppedBy } from '../../core/halt.ts';
import { isAgentsBranch, needsOwnCommit, reasonToIgnore } from '../../core/own-event.ts';
import { newRequest, type WorkRequest } from '../../core/request.ts';
import { STATE_VERSION } from '../../core/state.ts';
import type { TriggerEvent } from '../../core/trigger.ts';
import { RESULT_TEXTS } from '../../report/log/result-texts.ts';
import { STATE_COMMITS } from '../../report/on-github/state-commits.ts';
import type { Session } from '../lease/session.ts';

/** Login of what runs with a workflow's own token. */
const WORKFLOW_TOKEN = 'github-actions[bot]';

/**
 * Stores one request for each goal that the event of this wake makes due. A goal that has one waiting gets no second
 * one. Returns why the wake has nothing to do with the event; null: it goes on.
 */
export async function storeEvent(session: Session): Promise<string | null> {
  const { order, goals, settings } = session;
  const { kind, event } = order.trigger;
  if (kind !== 'event' || event === undefined) return null;
  const agent = [order.actor ?? '', settings.commit.name, WORKFLOW_TOKEN].filter((name) => name !== '');
  const reasonIgnored = reasonToIgnore(event, { agent, stateBranch: settings.stateBranch });
  if (reasonIgnored !== null) return RESULT_TEXTS.eventIgnored(reasonIgnored);
  const named = goals.filter((goal) => goal.enabled && goal.on.includes(event.name));
  if (named.length === 0) return RESULT_TEXTS.eventNotNamed(event.name);
  if (needsOwnCommit(event.name) && !(await isOwnCommit(session, event.commit)))
    return RESULT_TEXTS.eventIgnored({ kind: 'foreign_commit', name: event.name });
  const requests = named.map((goal) => requestFor(session, goal, event));
  if (requestsToStore(session.ledger.state, requests).length > 0) await store(session, event, requests);
  return null;
}

/** How far back a commit of the default branch may be; what takes longer to check or deploy starts nothing. */
const COMMIT_DAYS = 7;
const MOST_COMMITS = 1_000;

/**
 * Whether a branch of the repository that is not the agent's holds the commit: as its tip, or, of the default branch, within the last days. A
 * server gives commits of forks by their id as well, so it is not enough that one can be fetched.
 */
async function isOwnCommit(
  { world, tips, deadline, settings }: Session,
  commit: string | undefined,
): Promise<boolean> {
  if (commit === undefined) return false;
  const branches = await world.state.branches('', deadline.work);
  const isPeoples = ([branch]: readonly [string, string]) => !isAgentsBranch(branch, settings.stateBranch);
  if ([...branches].filter(isPeoples).some(([, tip]) => tip === commit)) return true;
  const since = world.clock.now() - COMMIT_DAYS * 24 * 3_600_000;
  const range = { tip: tips.base.commit, from: null, since, limit: MOST_COMMITS };
  const recent = await world.workspace.history(range, deadline.work);
  return recent.some((one) => one.commit === commit);
}

function requestFor(session: Session, goal: Goal, event: TriggerEvent): WorkRequest {
  const { clock, random } = session.world;
  const { reason } = session.order.trigger;
  const facts = { kind: 'run', goal: goal.id, origin: 'event', by: event.name, reason } as const;
  return newRequest({ ...facts, now: clock.now(), nonce: random.nonce() }, STATE_VERSION);
}

async function store(session: Session, event: TriggerEvent, requests: readonly WorkRequest[]): Promise<void> {
  let added: readonly WorkRequest[] = [];
  await session.ledger.commit(
    {
      apply: (state) => {
        if (state.stop !== null) throw stoppedBy(state.stop);
        added = requestsToStore(state, requests);
        return added.length === 0 ? 'stale' : added.reduce(withRequest, state);
      },
      describe: () => ({ goal: null, what: STATE_COMMITS.storeEvent(event.name), epoch: null, step: null }),
      events: () => [
        {
          event: 'request_stored',
          what: {
            kind: 'event',
            by: event.name,
            goals: added.map(({ goal }) => goal),
            requests: added.map(({ id }) => id),
          },
        },
      ],
      isIn: (state) => added.every(({ id }) => state.requests[id] !== undefined),
    },
    session.deadline.work,
  );
}
