import { Halt } from '../../core/ending.ts';
import type { LogEvent } from '../../core/log/log-event.ts';
import { finishWindow, openDrafts } from '../../core/progress/checkpoint.ts';
import { closedLately } from '../../core/progress/found-drafts.ts';
import type { Checkpoint, State } from '../../core/state.ts';
import type { Session } from '../lease/session.ts';
import { type Owner, readOutcomes } from './outcomes.ts';

/** Drafts that are looked at in one wake: each costs a request. */
const MOST_DRAFTS = 20;

/** What persons did with drafts of goals that this wake does not work on. */
export interface OutcomesElsewhere {
  apply(state: State): State;
  /** Of what was applied last. */
  events(): readonly LogEvent[];
}

interface Seen {
  readonly before: Checkpoint;
  readonly after: Checkpoint;
  readonly events: readonly LogEvent[];
}

/**
 * A goal reads its outcomes back when it is planned, which may be next week, or never where it is disabled or deleted. A
 * wake that has something to write anyway looks at those of the others too; one with nothing due asks nobody.
 */
export async function outcomesElsewhere(
  session: Session,
  worked: readonly { readonly goal: string }[],
): Promise<OutcomesElsewhere> {
  const own = new Set(worked.map(({ goal }) => goal));
  const { checkpoints } = session.ledger.state;
  const seen: Seen[] = [];
  let drafts = 0;
  for (const before of Object.values(checkpoints)) {
    if (own.has(before.goal)) continue;
    const watched = openDrafts(before).length + closedLately(before, session.world.clock.now()).length;
    drafts += watched;
    if (watched === 0 || drafts > MOST_DRAFTS) continue;
    const found = await lookAt(session, before);
    if (found !== null) seen.push(found);
  }
  return recording(seen);
}

/** Null: nothing is new, or it cannot be told now. */
async function lookAt(session: Session, before: Checkpoint): Promise<Seen | null> {
  try {
    const reading = await readOutcomes(session, ownerOf(session, before.goal), before);
    const after = finishWindow(reading.checkpoint);
    return isSame(before, after) ? null : { before, after, events: reading.events };
  } catch (reason) {
    if (reason instanceof Halt) return null;
    throw reason;
  }
}

function ownerOf({ goals }: Session, id: string): Owner {
  const goal = goals.find((each) => each.id === id);
  if (goal?.enabled === true) return goal;
  return { id, title: goal?.title ?? id, forEach: goal?.forEach ?? null, isLeft: true };
}

function recording(seen: readonly Seen[]): OutcomesElsewhere {
  let applied: readonly Seen[] = [];
  return {
    apply(state) {
      // Whoever holds the goal, or has changed it meanwhile, reads for himself.
      applied = seen.filter(
        ({ before }) =>
          state.lock.leases[before.goal] === undefined && isSame(state.checkpoints[before.goal], before),
      );
      const changed = applied.map(({ after }) => [after.goal, after] as const);
      return { ...state, checkpoints: { ...state.checkpoints, ...Object.fromEntries(changed) } };
    },
    events: () => applied.flatMap(({ events }) => events),
  };
}

function isSame(one: Checkpoint | undefined, other: Checkpoint): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
