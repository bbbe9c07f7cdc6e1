import { goalId } from '../config/goal-file.ts';
import { formatProblem } from '../config/problem.ts';
import { Halt } from '../core/ending.ts';
import { dropLease, isLeaseOverdue, takeLease } from '../core/lease.ts';
import type { State } from '../core/state.ts';
import { type AlertScope, type AlertsChange, areInLine, bringInLine, type WantedAlert } from './alerts.ts';
import type { Happening } from './journal.ts';
import { noReservation } from './money.ts';
import type { Session } from './session.ts';
import type { GoalSnapshot } from './snapshot.ts';
import { isHolderGone } from './takeover.ts';

/** The name of the lease for what is about no goal in particular. */
const AGENT = '_agent';

/**
 * Brings the alerts about goal files and settings in line, under a lease of their own. Costs nothing when they are.
 * A bad goal file stops that goal only; bad settings stop the rest of the wake.
 */
export async function globalAlertsInLine(session: Session, snapshot: GoalSnapshot): Promise<void> {
  const wanted = globalAlerts(snapshot);
  const owns: AlertScope['owns'] = (alert) => alert.cause === 'bad_goal' || alert.cause === 'bad_settings';
  if (areInLine(session, session.ledger.state.alerts, { wanted, owns })) return;
  const nonce = await takeAgentLease(session, wanted);
  if (nonce === null) return;
  const allowed = () => agentAllowed(session, nonce);
  const change = await bringInLine(session, session.ledger.state.alerts, { wanted, owns, allowed }).catch(
    (reason: unknown): AlertsChange => {
      const message = `The global alerts could not be brought in line: ${String(reason)}. The next wake tries again.`;
      session.journal.write({ event: 'effect_failed', message });
      return (alerts) => alerts;
    },
  );
  await releaseAgentLease(session, nonce, change);
}

/** One alert per goal file that is not valid, and one for the settings file. */
function globalAlerts({ settingsProblems, goalProblems }: GoalSnapshot): readonly WantedAlert[] {
  const byFile = Map.groupBy(goalProblems, (problem) => problem.file);
  const goals = [...byFile].map(([file, problems]): WantedAlert => {
    const id = goalId(file);
    return { goal: { id, title: file }, cause: 'bad_goal', detail: problems.map(formatProblem).join('\n') };
  });
  if (settingsProblems.length === 0) return goals;
  const detail = settingsProblems.map(formatProblem).join('\n');
  return [...goals, { goal: null, cause: 'bad_settings', detail }];
}

async function takeAgentLease(session: Session, wanted: readonly WantedAlert[]): Promise<string | null> {
  const { ledger, world, deadline } = session;
  const seen = ledger.state.lock.leases[AGENT];
  if (seen !== undefined && !(await isHolderGone(session, seen))) return null;
  const nonce = world.random.nonce();
  const outcome = await ledger.commit(
    {
      apply: (state) => {
        if (state.stop !== null) throw new Halt('stopped', `state/STOP is set: ${state.stop}`);
        const held = state.lock.leases[AGENT];
        if (held !== undefined && held.nonce !== seen?.nonce && !isLeaseOverdue(held, world.clock.now()))
          return 'stale';
        return { ...state, lock: agentLock(session, state, nonce) };
      },
      describe: (after) => ({
        goal: AGENT,
        what: 'take the lease for global alerts',
        epoch: after.lock.epoch,
        step: 1,
      }),
      happenings: () => wanted.map(problemLine),
      isIn: (state) => state.lock.leases[AGENT]?.nonce === nonce,
      refs: [],
    },
    deadline.work,
  );
  return outcome.kind === 'landed' ? nonce : null;
}

function problemLine(alert: WantedAlert): Happening {
  const event = alert.cause === 'bad_settings' ? 'bad_settings' : 'bad_goal';
  return { event, ...(alert.goal === null ? {} : { goal: alert.goal.id }), message: alert.detail };
}

function agentLock(session: Session, state: State, nonce: string) {
  return takeLease(state.lock, {
    goal: AGENT,
    wake: session.order.wake.id,
    nonce,
    now: session.world.clock.now(),
    expiresAt: session.deadline.leaseEnd,
    reservation: noReservation(session),
    goalBlob: '',
    item: null,
    forPerson: false,
  });
}

async function agentAllowed(session: Session, nonce: string): Promise<void> {
  const { ledger, deadline, world } = session;
  await ledger.refresh(deadline.work);
  deadline.check();
  if (ledger.state.stop !== null) throw new Halt('stopped', `state/STOP is set: ${ledger.state.stop}`);
  if (ledger.state.lock.leases[AGENT]?.nonce !== nonce)
    throw new Halt('lease_lost', 'Another wake looks after the alerts.');
  if (deadline.msLeaseLeft() <= world.github.requestTimeoutMs)
    throw new Halt('time_limit', 'Too little time is left.');
}

async function releaseAgentLease(session: Session, nonce: string, change: AlertsChange): Promise<void> {
  let released = false;
  await session.ledger.commit(
    {
      apply: (state) => {
        released = state.lock.leases[AGENT]?.nonce === nonce;
        if (!released) return 'stale';
        return { ...state, lock: dropLease(state.lock, AGENT), alerts: change(state.alerts) };
      },
      describe: (after) => ({
        goal: AGENT,
        what: 'global alerts are in line',
        epoch: after.lock.epoch,
        step: 2,
      }),
      isIn: (state) => released && state.lock.leases[AGENT]?.nonce !== nonce,
      refs: [],
    },
    session.deadline.save,
  );
}
