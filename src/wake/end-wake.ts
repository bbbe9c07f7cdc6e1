import { type Ending, worstEnding } from '../core/ending.ts';
import type { State } from '../core/state.ts';
import { HOUR_MS, isoTime } from '../core/time.ts';
import { duration } from '../report/sentences.ts';
import { wakeRecord } from './acquire.ts';
import type { Happening } from './journal.ts';
import type { Step } from './ledger.ts';
import type { Release } from './release.ts';
import type { Session } from './session.ts';
import type { GoalResult } from './wake-result.ts';

export interface WakeEnd {
  /** The last goal's release, still to be pushed; null: this wake held no goal. */
  readonly release: Release | null;
  readonly results: readonly GoalResult[];
}

/** The wake's last push: the last release and how the wake ended. Without a release there is nothing to give back. */
export async function endWake(session: Session, end: WakeEnd): Promise<void> {
  const { release } = end;
  if (release === null) return heartbeat(session);
  const ending = worstEnding(end.results.map((result) => result.ending));
  const step: Step = {
    apply: (state) => {
      const released = release.apply(state);
      return released === 'stale' ? 'stale' : withWakeEnd(session, released, ending);
    },
    describe: release.describe,
    happenings: (after) => [...(release.happenings?.(after) ?? []), endLine(session, end.results, ending)],
    isIn: release.isIn,
    refs: release.refs,
  };
  const outcome = await session.ledger.commit(step, session.deadline.save);
  // A person has touched the branch in the meantime: the checkpoint goes alone.
  if (outcome.kind === 'branches_refused')
    await session.ledger.commit({ ...step, refs: [] }, session.deadline.save);
}

function withWakeEnd(session: Session, state: State, ending: Ending): State {
  const at = isoTime(session.world.clock.now());
  const record = { ...wakeRecord(session), ended_at: at, ending };
  return { ...state, status: { ...state.status, seen_at: at, last_wake: record } };
}

function endLine(session: Session, results: readonly GoalResult[], ending: Ending): Happening {
  const goals = results.map((result) => `${result.goal} ${result.ending}`).join(', ');
  return {
    event: 'wake_ended',
    message: `The wake is over after ${duration(session.world.clock.now() - session.startedAt)}: ${goals}.`,
    data: { ending },
  };
}

/** At most hourly, so that silence can be told from sleep; dropped when it is refused. */
async function heartbeat(session: Session): Promise<void> {
  const { ledger, world, deadline } = session;
  const now = world.clock.now();
  const seen = ledger.state.status.seen_at;
  if (ledger.tip === null || (seen !== null && now - Date.parse(seen) < HOUR_MS)) return;
  const at = isoTime(now);
  await ledger.commit(
    {
      apply: (state) => ({ ...state, status: { ...state.status, seen_at: at } }),
      describe: () => ({ goal: null, what: 'awake, nothing was due', epoch: null, step: null }),
      happenings: () => [{ event: 'heartbeat', message: 'Awake; nothing was due.' }],
      isIn: (state) => (state.status.seen_at ?? '') >= at,
      refs: [],
      tries: 1,
      patienceMs: 0,
    },
    deadline.work,
  );
}
