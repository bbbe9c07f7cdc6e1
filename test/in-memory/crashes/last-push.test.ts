import { describe, expect, test } from 'vitest';
import { modelOf } from '../../../src/simulation/model/behaviour.ts';
import { Night, type NightWake, QUEUE, QUEUE_FILES, STATE } from '../../support/memory/night.ts';
import { beforeStep, stepped } from '../../support/memory/steps.ts';
import { diligent } from '../../support/memory/test-model.ts';
import { wish } from '../../support/memory/wishes.ts';

const MINUTE = 60_000;
/** Requests to GitHub that are more than a look. */
const CHANGES = /^github\.(create|update|close|open)/;

interface Scene {
  readonly night: Night;
  readonly cancel: AbortController;
}

interface Interruption {
  readonly cause: string;
  /** How the wake ends where it was not over already. */
  readonly ending: string;
  readonly act: (scene: Scene) => unknown;
  /** It is a commit on the state branch, so that a push which is on its way is refused. */
  readonly isCommit: boolean;
}

const INTERRUPTIONS: readonly Interruption[] = [
  {
    cause: 'a person’s wish',
    ending: 'yielded_to_person',
    act: ({ night }) => wish(night),
    isCommit: true,
  },
  {
    cause: 'the deadline',
    ending: 'time_limit',
    act: ({ night }) => night.clock.advance(12 * MINUTE - night.clock.monotonic()),
    isCommit: false,
  },
  {
    cause: 'a cancelled run',
    ending: 'cancelled',
    act: ({ cancel }) => cancel.abort(),
    isCommit: false,
  },
];

interface Interrupted {
  readonly night: Night;
  readonly wake: NightWake;
  /** The call before which it happened, while the wake held the goal; null: it did not. */
  readonly call: string | null;
  /** Calls after that one. */
  readonly after: readonly string[];
  /** Subjects of the state branch since. */
  readonly written: readonly string[];
  readonly isOver: boolean;
}

/** A wake over three files, and what it does after `act`, which happens before its n-th step. */
async function interrupted({ act }: Interruption, n: number): Promise<Interrupted> {
  const night = await Night.begin({ goals: { tidy: QUEUE }, files: QUEUE_FILES });
  const cancel = new AbortController();
  const after: string[] = [];
  let at: { readonly call: string | null; readonly story: number } | null = null;
  const before = beforeStep(n, async (call) => {
    const isHeld = night.remote.branches.has(STATE) && night.state().lock.leases['tidy'] !== undefined;
    await act({ night, cancel });
    at = { call: isHeld ? call : null, story: night.remote.branches.has(STATE) ? night.story().length : 0 };
  });
  const wake = await night.wake({
    cancel: cancel.signal,
    model: modelOf(diligent, () => night.clock.advance(16_000)),
    change: (world) =>
      stepped(world, async (call) => {
        if (at !== null) after.push(call);
        await before(call);
      }),
  });
  const seen = at as { readonly call: string | null; readonly story: number } | null;
  const written = night.remote.branches.has(STATE) ? night.story().slice(seen?.story ?? 0) : [];
  return { night, wake, call: seen?.call ?? null, after, written, isOver: seen === null };
}

function faultsOf({ ending, isCommit }: Interruption, seen: Interrupted): readonly string[] {
  const { night, wake, call, after, written } = seen;
  const isRelease = (subject = '') => subject.includes('release the lock');
  const isOnItsWay = !isCommit && /^state\.(commit|push)$/.test(call ?? '') && !isRelease(written[0]);
  const [first, next] = isOnItsWay ? written.slice(1) : written;
  const sent = after.filter((each) => CHANGES.test(each));
  return [
    // Whoever has given the lease back may serve the person who asked.
    ...(isRelease(first) && (next === undefined || (isCommit && next.includes('take lock 2')))
      ? []
      : [`written after it: ${written.join(', ')}`]),
    ...(sent.length === 0 ? [] : [`sent after it: ${sent.join(', ')}`]),
    ...(Object.keys(night.state().lock.leases).length === 0 ? [] : ['a lease is left']),
    ...([ending, 'worked', 'waiting_for_draft'].includes(wake.result.ending) ? [] : [wake.result.ending]),
  ];
}

describe.each(INTERRUPTIONS)('I11, I12: $cause at any moment of a wake that holds a goal', (interruption) => {
  test('allows one push that saves and releases, and no effect but the one that was on its way', async () => {
    const wrong: string[] = [];
    let moments = 0;
    for (let n = 1; ; n++) {
      const seen = await interrupted(interruption, n);
      if (seen.isOver) break;
      if (seen.call === null) continue;
      moments += 1;
      wrong.push(...faultsOf(interruption, seen).map((fault) => `step ${n}, ${seen.call}: ${fault}`));
    }
    expect(wrong).toEqual([]);
    expect(moments).toBeGreaterThan(40);
  });
});
