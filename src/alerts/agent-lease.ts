import { AGENT, withUnswept } from '../core/alert-state.ts';
import { Halt } from '../core/ending.ts';
import { stoppedBy } from '../core/halt.ts';
import { dropLease, takeLease } from '../core/lease.ts';
import type { LogEvent } from '../core/log/log-event.ts';
import { noReservation } from '../core/money/budget.ts';
import type { Lease, State } from '../core/state.ts';
import { utcDay } from '../core/time.ts';
import type { AgentContext } from '../ledger/agent-context.ts';
import { isHolderGone } from '../ledger/holder.ts';
import { refuseDisabled } from '../ledger/refuse-disabled.ts';

/** The lease on what belongs to no goal: the alerts about the agent as a whole. */
export interface AgentLease {
  readonly nonce: string;
  readonly epoch: number;
  /** A dead wake held it before. */
  readonly isTakenOver: boolean;
}

/** One push that takes or gives back the lease. */
interface LeasePush {
  /** Begins with a verb, for the commit message. */
  readonly what: string;
  readonly events?: readonly LogEvent[];
}

/** Null: another wake holds it. */
export async function takeAgentLease(context: AgentContext, push: LeasePush): Promise<AgentLease | null> {
  const { ledger, world, deadline } = context;
  const seen = ledger.state.lock.leases[AGENT];
  if (seen !== undefined && !(await isHolderGone(context, seen))) return null;
  const nonce = world.random.nonce();
  let dead: Lease | undefined;
  const outcome = await ledger.commit(
    {
      apply: (state) => {
        if (state.stop !== null) throw stoppedBy(state.stop);
        dead = state.lock.leases[AGENT];
        if (dead !== undefined && dead.nonce !== seen?.nonce) return 'stale';
        const left = dead === undefined ? state : withLeftovers(state);
        return { ...left, lock: agentLock(context, state, nonce) };
      },
      describe: (after) => ({ goal: AGENT, what: push.what, epoch: after.lock.epoch, step: 1 }),
      events: () => [...(dead === undefined ? [] : [tookOverLine(dead)]), ...(push.events ?? [])],
      isIn: (state) => state.lock.leases[AGENT]?.nonce === nonce,
    },
    deadline.work,
  );
  const own = ledger.state.lock.leases[AGENT];
  if (outcome.kind !== 'landed' || own === undefined) return null;
  return { nonce, epoch: own.epoch, isTakenOver: dead !== undefined };
}

/** The dead holder may have opened issues that nobody has written down. */
function withLeftovers(state: State): State {
  return { ...state, alerts: withUnswept(state.alerts, AGENT) };
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

/** Asked before each request under the lease: throws when it may not be sent. */
export async function agentAllowed(context: AgentContext, { nonce }: AgentLease): Promise<void> {
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

export async function releaseAgentLease(
  context: AgentContext,
  { nonce, epoch }: AgentLease,
  { what, change }: LeasePush & { readonly change: (state: State) => State },
): Promise<void> {
  let released = false;
  await context.ledger.commit(
    {
      apply: (state) => {
        released = state.lock.leases[AGENT]?.nonce === nonce;
        if (!released) return 'stale';
        const after = change(state);
        return { ...after, lock: dropLease(after.lock, AGENT) };
      },
      // Goals may have taken locks meanwhile, so the newest number is not this one's.
      describe: () => ({ goal: AGENT, what, epoch, step: 2 }),
      isIn: (state) => released && state.lock.leases[AGENT]?.nonce !== nonce,
    },
    context.deadline.save,
  );
}
