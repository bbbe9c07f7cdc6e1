import type { CommandAnswer, PersonContext } from '../../../src/oversight/command-context.ts';
import { type PersonRequest, takeRequest } from '../../../src/oversight/inbox.ts';
import { removeStop, setStop } from '../../../src/oversight/stop/stop-switch.ts';
import type { Night } from './night.ts';

let nonces = 0;

/** A person at a clone of the night's repository. Ids of requests hold the beginning of a nonce, so that differs. */
function place(night: Night): PersonContext {
  const place = night.byHand();
  nonces += 1;
  let n = 0;
  const nonce = () => {
    n += 1;
    return `${nonces.toString(16).padStart(12, 'f')}${n.toString(16).padStart(20, '0')}`;
  };
  return { ...place, world: { ...place.world, random: { ...place.world.random, nonce } } };
}

export function wish(night: Night, change: Partial<PersonRequest> = {}): Promise<CommandAnswer> {
  const whole: PersonRequest = {
    kind: 'run',
    goal: 'tidy',
    by: 'octocat',
    reason: 'a release is near',
    ...change,
  };
  return takeRequest(place(night), whole);
}

export function stop(night: Night): Promise<CommandAnswer> {
  return setStop(place(night), { reason: 'a holiday', by: 'octocat' });
}

export function resume(night: Night): Promise<CommandAnswer> {
  return removeStop(place(night), { by: 'octocat' });
}

/** Messages of the committed log of one kind of event. */
export function told(night: Night, event: string): readonly string[] {
  return night
    .log()
    .filter((line) => line.event === event)
    .map((line) => line.message);
}
