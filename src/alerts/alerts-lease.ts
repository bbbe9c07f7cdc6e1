import { AGENT, withUnswept } from '../core/alert-state.ts';
import { Halt } from '../core/ending.ts';
import { stoppedBy } from '../core/halt.ts';
import { dropLease, takeLease } from '../core/lease.ts';
import type { LogEvent } from '../core/log/log-event.ts';
import { noReservation } from '../core/money/budget.ts';
import type { AlertRecord, Alerts, Lease, State } from '../core/state.ts';
import { compareText } from '../core/text/compare-text.ts';
import { digest } from '../core/text/digest.ts';
import { utcDay } from '../core/time.ts';
import type { AgentContext } from '../ledger/agent-context.ts';
import { isHolderGone } from '../ledger/holder.ts';
import { refuseDisabled } from '../ledger/refuse-disabled.ts';
import { STATE_COMMITS } from '../report/on-github/state-commits.ts';
import { areInLine, isRecorded } from './recorded-alerts.ts';
import { type AlertScope, type AlertsChange, bringInLine } from './sync-alerts.ts';
import type { WantedAlert } from './wanted-alert.ts';

/** Alerts about no goal in particular. Those who look after different ones leave each other's alone. */
export interface AgentAlerts extends Pick<AlertScope, 'wanted' | 'owns'> {
  /** Of which cause an issue may be that a dead holder opened and nobody wrote down. */
  readonly causes: readonly string[];
  /** What the log says of a cause when it is seen first. */
  readonly line: (alert: WantedAlert) => LogEvent;
  /** Whether such an issue may be there, although the record is in line. */
  readonly hasStrays?: boolean;
  /** Set where nobody else's look is needed for what the dead holder may have left. */
  readonly settles?: typeof AGENT;
}

/**
 * Brings them in line under a lease of their own, and the one issue that tells the rest where as many are open as may be.
 * Costs nothing when they are.
 */
export async function agentAlertsInLine(context: AgentContext, alerts: AgentAlerts): Promise<void> {
  const recorded = context.ledger.state.alerts;
  const folded = { wanted: foldedAlert(recorded), owns: isFolded };
  const isInLine = areInLine(context, recorded, alerts) && areInLine(context, recorded, folded);
  if (isInLine && alerts.hasStrays !== true) return;
  const lease = await takeAgentLease(context, alerts);
  if (lease === null) return;
  const allowed = () => agentAllowed(context, lease.nonce);
  const mayBeLeft = (name: string) => alerts.causes.includes(name.slice(name.lastIndexOf('/') + 1));
  const sweeps = { mayBeLeft, settles: alerts.settles ?? null };
  const isSwept = lease.isTakenOver || alerts.hasStrays === true;
  const before = context.ledger.state.alerts;
  const change = await bringInLine(context, before, { ...alerts, allowed, ...(isSwept ? { sweeps } : {}) });
  const after = change(before);
  const rest = await bringInLine(context, after, { wanted: foldedAlert(after), owns: isFolded, allowed });
  await releaseAgentLease(context, lease, (now) => rest(change(now)));
}

function isFolded(alert: AlertRecord): boolean {
  return alert.cause === 'folded';
}

/** One issue for all alerts that have none of their own. */
function foldedAlert({ alerts }: Alerts): readonly WantedAlert[] {
  const folded = Object.entries(alerts)
    .filter(([, record]) => record.folded === true && record.wanted)
    .sort(([a], [b]) => compareText(a, b));
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
  readonly epoch: number;
  /** A dead wake held it before. */
  readonly isTakenOver: boolean;
}

async function takeAgentLease(
  context: AgentContext,
  { wanted, line }: Pick<AgentAlerts, 'wanted' | 'line'>,
): Promise<AgentLease | null> {
  const { ledger, world, deadline } = context;
  const seen = ledger.state.lock.leases[AGENT];
  if (seen !== undefined && !(await isHolderGone(context, seen))) return null;
  const nonce = world.random.nonce();
  const news = wanted.filter((alert) => !isRecorded(ledger.state.alerts, alert));
  let dead: Lease | undefined;
  const outcome = await ledger.commit(
    {
      apply: (state) => {
        if (state.stop !== null) throw stoppedBy(state.stop);
        dead = state.lock.leases[AGENT];
        if (dead !== undefined && dead.nonce !== seen?.nonce) return 'stale';
        const left = dead === undefined ? state.alerts : withUnswept(state.alerts, AGENT);
        return { ...state, lock: agentLock(context, state, nonce), alerts: left };
      },
      describe: (after) => ({
        goal: AGENT,
        what: STATE_COMMITS.lockAlerts(),
        epoch: after.lock.epoch,
        step: 1,
      }),
      events: () => [...(dead === undefined ? [] : [tookOverLine(dead)]), ...news.map(line)],
      isIn: (state) => state.lock.leases[AGENT]?.nonce === nonce,
    },
    deadline.work,
  );
  const own = ledger.state.lock.leases[AGENT];
  if (outcome.kind !== 'landed' || own === undefined) return null;
  return { nonce, epoch: own.epoch, isTakenOver: dead !== undefined };
}

function tookOverLine({ wake, epoch }: Lease): LogEvent {
  return { event: 'took_over', deadWake: wake, epoch, work: { kind: 'alerts' } };
}

function agentLock(context: AgentContext, state: State, nonce: string) {
  return takeLease(state.lock, {
    goal: AGENT,
    wake: context.order.wake.id,
    nonce,
    now: context.world.clock.now(),
    expiresAt: context.deadline.leaseEnd,
    reservation: noReservation(utcDay(context.world.clock.now())),
    goalBlob: '',
    item: null,
    isForPerson: false,
  });
}

async function agentAllowed(context: AgentContext, nonce: string): Promise<void> {
  const { ledger, deadline, world } = context;
  await refuseDisabled(context);
  await ledger.refresh(deadline.work);
  deadline.check();
  if (ledger.state.stop !== null) throw stoppedBy(ledger.state.stop);
  if (ledger.state.lock.leases[AGENT]?.nonce !== nonce)
    throw new Halt('lease_lost', 'Another run looks after the alerts.');
  if (deadline.msLeaseLeft() <= world.github.requestTimeoutMs)
    throw new Halt('time_limit', 'Too little time is left.');
}

async function releaseAgentLease(
  context: AgentContext,
  { nonce, epoch }: AgentLease,
  change: AlertsChange,
): Promise<void> {
  let released = false;
  await context.ledger.commit(
    {
      apply: (state) => {
        released = state.lock.leases[AGENT]?.nonce === nonce;
        if (!released) return 'stale';
        return { ...state, lock: dropLease(state.lock, AGENT), alerts: change(state.alerts) };
      },
      // Goals may have taken locks meanwhile, so the newest number is not this one's.
      describe: () => ({ goal: AGENT, what: STATE_COMMITS.unlockAlerts(), epoch, step: 2 }),
      isIn: (state) => released && state.lock.leases[AGENT]?.nonce !== nonce,
    },
    context.deadline.save,
  );
}
