import type { PushOutcome } from '../../ports.ts';
import type { NetworkFault, PortCall, RunnerFault } from '../runners/network.ts';
import type { SimulationEvent } from '../runs/simulation-event.ts';

/** One sentence for an event that a reader wants to know of; null: it is a matter of course. */
export function sentenceOf(event: SimulationEvent): string | null {
  switch (event.kind) {
    case 'schedule':
      return null;
    case 'run_started':
      return `${event.run} starts: ${event.trigger.by}, ${event.trigger.reason}.`;
    case 'run_ended':
      return `${event.run} ends as ${event.ending}. ${event.detail}`;
    case 'line':
      return `${event.run} writes: ${event.entry.message}`;
    case 'person':
      return `A person: ${event.act.replaceAll('_', ' ')} (${event.detail}).`;
    case 'runner':
      return `${event.run} is ${event.change}.`;
    case 'thawed':
      return `${event.runner} is thawed and goes on.`;
    case 'disturbed':
      return [faultWords(event.call, event.plan.fault), runnerWords(event.call, event.plan.runner)]
        .filter((words) => words !== null)
        .join(' ');
    case 'arrived':
      return arrivedWords(event);
  }
}

const FAULTS: Readonly<Record<NetworkFault, string>> = {
  lost: 'goes lost on its way, and nobody answers',
  unanswered: 'is carried out, and its answer goes lost',
  late: 'is carried out, and its answer comes too late',
  refused: 'is refused',
  outage: 'meets an outage',
  rate_limited: 'meets a rate limit',
};

function faultWords({ runner, port, name }: PortCall, fault: NetworkFault | null): string | null {
  return fault === null ? null : `The call ${port}.${name} of ${runner} ${FAULTS[fault]}.`;
}

function runnerWords({ runner, port, name }: PortCall, fault: RunnerFault | null): string | null {
  switch (fault?.kind) {
    case undefined:
      return null;
    case 'killed_before':
      return `${runner} is killed before its call ${port}.${name}.`;
    case 'killed_after':
      return `${runner} is killed behind its call ${port}.${name}.`;
    case 'frozen':
      return `${runner} is frozen at its call ${port}.${name} for ${Math.round(fault.ms / 60_000)} min.`;
    case 'clock_jump':
      return `The clock of ${runner} is put ${fault.ms > 0 ? 'forward' : 'back'} by ${Math.round(Math.abs(fault.ms) / 60_000)} min at its call ${port}.${name}.`;
  }
}

/** Pushes and changes on GitHub; looks and the model's answers are a matter of course. */
function arrivedWords({
  call,
  inputs,
  outcome,
}: Extract<SimulationEvent, { kind: 'arrived' }>): string | null {
  if (call.kind === 'change') return `${call.runner}: ${call.port}.${call.name} is done.`;
  if (call.kind !== 'push') return null;
  const { kind } = outcome as PushOutcome;
  const branches = (inputs[0] as readonly { readonly branch: string }[]).map(({ branch }) => branch);
  return `${call.runner} pushes ${branches.join(' and ')}: ${kind}.`;
}
