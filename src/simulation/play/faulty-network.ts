import type { CallPlan, Network, NetworkFault, PortCall, RunnerFault } from '../runners/network.ts';
import type { RandomStream } from '../time/random-stream.ts';
import type { DisturbanceLimit } from './disturbances.ts';
import { type FaultProfile, NETWORK_FAULTS } from './profile.ts';

interface Streams {
  readonly network: RandomStream;
  readonly runners: RandomStream;
}

/** A network, and machines, in which each call goes wrong as often as the profile says. */
export function faultyNetwork(
  profile: () => FaultProfile,
  { network, runners }: Streams,
  limit: DisturbanceLimit,
): Network {
  const way = (call: PortCall): number => {
    const usual = call.kind === 'model' ? 3_000 : profile().latency / 2;
    return Math.round(usual * (0.5 + network.fraction()));
  };
  return {
    plan(call): CallPlan {
      const runner = limit.allow(runnerFault(profile(), runners));
      if (call.kind === 'local') return { there: 0, back: 0, fault: null, runner };
      const fault = limit.allow(networkFault(call, profile(), network));
      return { there: way(call), back: way(call), fault, runner };
    },
  };
}

function networkFault(call: PortCall, profile: FaultProfile, random: RandomStream): NetworkFault | null {
  const drawn = random.fraction();
  let sum = 0;
  for (const fault of NETWORK_FAULTS) {
    sum += profile.network[fault];
    if (drawn < sum) return isPossible(fault, call) ? fault : null;
  }
  return null;
}

/** A look is refused to nobody who may write, and what only looks has no answer that somebody could miss. */
function isPossible(fault: NetworkFault, { kind }: PortCall): boolean {
  return fault !== 'refused' || kind === 'change' || kind === 'push';
}

function runnerFault(profile: FaultProfile, random: RandomStream): RunnerFault | null {
  const { killed, frozen, clockJump } = profile;
  const drawn = random.fraction();
  if (drawn < killed) return { kind: random.isDrawn(0.5) ? 'killed_before' : 'killed_after' };
  // Each run has about a hundred calls that stay in the process, so that this meets them as well.
  if (drawn < killed + frozen)
    return { kind: 'frozen', ms: random.integer(1, 60) * 60_000, isBefore: random.isDrawn(0.5) };
  if (drawn < killed + frozen + clockJump) return jump(profile, random);
  return null;
}

function jump({ clockJumpMost }: FaultProfile, random: RandomStream): RunnerFault {
  return { kind: 'clock_jump', ms: Math.round((2 * random.fraction() - 1) * clockJumpMost) };
}
