import { takeWish, type Wish } from '../../src/wake/inbox.ts';
import { removeStop, type StopAnswer, type StopPlace, setStop } from '../../src/wake/stop-switch.ts';
import { openMemoryWorld } from './memory-repository.ts';
import { type Night, STATE } from './night.ts';

let nonces = 0;

/** A person at a clone of the night's repository. */
function place(night: Night): StopPlace {
  const { state } = openMemoryWorld(night.remote, { stateBranch: STATE });
  nonces += 1;
  let n = 0;
  const nonce = () => {
    n += 1;
    return `${nonces.toString(16).padStart(12, 'f')}${n.toString(16).padStart(20, '0')}`;
  };
  return {
    world: {
      state,
      clock: night.clock,
      random: { nonce, fraction: () => 0.5 },
      log: { line: () => {}, progress: () => {} },
    },
    repository: 'test/repository',
    signal: new AbortController().signal,
  };
}

export function wish(night: Night, change: Partial<Wish> = {}): Promise<StopAnswer> {
  const whole: Wish = { kind: 'run', goal: 'tidy', by: 'octocat', reason: 'a release is near', ...change };
  return takeWish({ ...place(night), secrets: ['sk-secret-value-123456'] }, whole);
}

export function stop(night: Night): Promise<StopAnswer> {
  return setStop(place(night), { reason: 'a holiday', by: 'octocat' });
}

export function resume(night: Night): Promise<StopAnswer> {
  return removeStop(place(night), { by: 'octocat' });
}

/** Messages of the committed log of one kind of event. */
export function told(night: Night, event: string): readonly string[] {
  return night
    .log()
    .filter((line) => line.event === event)
    .map((line) => line.message);
}
