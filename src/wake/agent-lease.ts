import { goalId } from '../config/goal-file.ts';
import { formatProblem } from '../config/problem.ts';
import { AGENT } from '../core/alert-state.ts';
import { digest } from '../core/digest.ts';
import { Halt } from '../core/ending.ts';
import { dropLease, isLeaseOverdue, takeLease } from '../core/lease.ts';
import type { AlertRecord, Alerts, State } from '../core/state.ts';
import {
  type AlertScope,
  type AlertsChange,
  areInLine,
  bringInLine,
  isRecorded,
  type WantedAlert,
} from './alerts.ts';
import { refuseDisabled } from './disabled.ts';
import { stoppedBy } from './halt.ts';
import type { Happening } from './journal.ts';
import { noReservation } from './money.ts';
import type { Session } from './session.ts';
import type { GoalSnapshot } from './snapshot.ts';
import { isHolderGone } from './takeover.ts';

const GLOBAL: ReadonlySet<string> = new Set(['bad_goal', 'bad_settings', 'folded']);

/**
 * Brings in line, under a lease of their own: the alerts about goal files and settings, those of goals that are no
 * more, and the one that tells the rest where as many are open as may be. Costs nothing when they are.
 * A bad goal file stops that goal only; bad settings stop the rest of the wake.
 */
export async function globalAlertsInLine(session: Session, snapshot: GoalSnapshot): Promise<void> {
  const recorded = session.ledger.state.alerts;
  const files = { wanted: fileAlerts(snapshot), owns: ownerOf(snapshot) };
  const folded = { wanted: foldedAlert(recorded), owns: isFolded };
  if (areInLine(session, recorded, files) && areInLine(session, recorded, folded)) return;
  const lease = await takeAgentLease(session, files.wanted);
  if (lease === null) return;
  const allowed = () => agentAllowed(session, lease.nonce);
  const sweeps = (name: string) => GLOBAL.has(name.slice(name.lastIndexOf('/') + 1));
  const before = session.ledger.state.alerts;
  const change = await bringInLine(session, before, {
    ...files,
    allowed,
    ...(lease.isTakenOver ? { sweeps } : {}),
  });
  const after = change(before);
  const rest = await bringInLine(session, after, { wanted: foldedAlert(after), owns: isFolded, allowed });
  await releaseAgentLease(session, lease.nonce, (alerts) => rest(change(alerts)));
}

function isFolded(alert: AlertRecord): boolean {
  return alert.cause === 'folded';
}

/** What is looked after here. With bad settings nobody knows which goals there are. */
function ownerOf({ goals, goalProblems, settingsProblems }: GoalSnapshot): AlertScope['owns'] {
  const isEnabled = new Set(goals.filter((goal) => goal.enabled).map((goal) => goal.id));
  const known = new Set([...isEnabled, AGENT, ...goalProblems.map((problem) => goalId(problem.file))]);
  const isOfFile = ({ cause }: AlertRecord) => cause === 'bad_goal' || cause === 'bad_settings';
  return (alert) => isOfFile(alert) || (settingsProblems.length === 0 && !known.has(alert.goal));
}

/** One alert per goal file that is not valid, and one for the settings file. */
function fileAlerts({ settingsProblems, goalProblems }: GoalSnapshot): readonly WantedAlert[] {
  const byFile = Map.groupBy(goalProblems, (problem) => problem.file);
  const goals = [...byFile].map(([file, problems]): WantedAlert => {
    const id = goalId(file);
    return { goal: { id, title: file }, cause: 'bad_goal', detail: problems.map(formatProblem).join('\n') };
  });
  if (settingsProblems.length === 0) return goals;
  const detail = settingsProblems.map(formatProblem).join('\n');
  return [...goals, { goal: null, cause: 'bad_settings', detail }];
}

/** One issue for all alerts that have none of their own. */
function foldedAlert({ alerts }: Alerts): readonly WantedAlert[] {
  const folded = Object.entries(alerts)
    .filter(([, record]) => record.folded === true && record.wanted)
    .sort(([a], [b]) => a.localeCompare(b, 'en'));
  if (folded.length === 0) return [];
  const lines = folded.map(([, { title, detail }]) => `${title}. ${detail?.split('\n')[0] ?? ''}`.trim());
  const about = digest(
    folded.map(([name]) => name),
    16,
  );
  return [{ goal: null, cause: 'folded', detail: lines.join('\n'), about }];
}

interface AgentLease {
  readonly nonce: string;
  /** A dead wake held it before. */
  readonly isTakenOver: boolean;
}

async function takeAgentLease(session: Session, wanted: readonly WantedAlert[]): Promise<AgentLease | null> {
  const { ledger, world, deadline } = session;
  const seen = ledger.state.lock.leases[AGENT];
  if (seen !== undefined && !(await isHolderGone(session, seen))) return null;
  const nonce = world.random.nonce();
  const news = wanted.filter((alert) => !isRecorded(ledger.state.alerts, alert));
  const outcome = await ledger.commit(
    {
      apply: (state) => {
        if (state.stop !== null) throw stoppedBy(state.stop);
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
      happenings: () => news.map(problemLine),
      isIn: (state) => state.lock.leases[AGENT]?.nonce === nonce,
      refs: [],
    },
    deadline.work,
  );
  return outcome.kind === 'landed' ? { nonce, isTakenOver: seen !== undefined } : null;
}

function problemLine(alert: WantedAlert): Happening {
  const event = alert.cause === 'bad_settings' ? 'bad_settings' : 'bad_goal';
  return {
    event,
    ...(alert.goal === null ? {} : { goal: alert.goal.id }),
    message: alert.detail.replaceAll('\n', '; '),
  };
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
  await refuseDisabled(session);
  await ledger.refresh(deadline.work);
  deadline.check();
  if (ledger.state.stop !== null) throw stoppedBy(ledger.state.stop);
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
