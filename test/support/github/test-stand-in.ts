import { WORKFLOW_TOKEN } from '../../../src/rehearsal/github/http/access.ts';
import { RateLimit } from '../../../src/rehearsal/github/http/rate-limit.ts';
import { type StandIn, type StandInOptions, startStandIn } from '../../../src/rehearsal/github/server.ts';
import { InjectedFaults } from './injected-faults.ts';
import { openPerson, type Person } from './person.ts';

/** The stand-in for GitHub with persons at it, and with faults on demand. */
export interface TestStandIn extends StandIn, Pick<InjectedFaults, 'inject' | 'hanging'> {
  readonly person: Person;
  /** Counts so many requests as made in this hour by the workflow's token. */
  spendRate(count: number): void;
}

export async function startTestStandIn(
  options: Omit<StandInOptions, 'faults' | 'rates'>,
): Promise<TestStandIn> {
  const faults = new InjectedFaults();
  const rates = new RateLimit();
  const standIn = await startStandIn({ ...options, faults, rates });
  return {
    ...standIn,
    person: openPerson(standIn.act),
    inject: (injection) => faults.inject(injection),
    hanging: () => faults.hanging(),
    spendRate: (count) => rates.spend(WORKFLOW_TOKEN, options.clock.now(), count),
  };
}
