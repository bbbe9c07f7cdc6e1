import { existsSync } from 'node:fs';
import { systemClock } from '../../adapters/runner.ts';
import { nextDue } from '../../core/due/due.ts';
import { Halt } from '../../core/ending.ts';
import type { Goal } from '../../core/goal.ts';
import { NO_SLOTS, type State } from '../../core/state.ts';
import { readSnapshot, type Snapshot } from '../../ledger/snapshot.ts';
import { rehearsalHome } from '../../rehearsal/home.ts';
import { REMOTE_TEXTS } from '../../report/terminal/command-texts.ts';
import type { SlotListing } from '../../report/words/slot-words.ts';
import { findStateRemote, type StateRemote } from './state-remote.ts';
import { openReadingWorld } from './world.ts';

/** What the agent has counted of the goals' slots, where somebody wants to know it or it costs nothing to know. */
export interface GoalSlots {
  /** Where that stands, or why it cannot be read; empty: nobody has looked. */
  readonly words: string;
  /** Milliseconds since 1970 UTC, by the clock of that rehearsal or remote. */
  readonly now: number;
  /** Null: nothing is known. */
  of(goal: Goal): SlotListing | null;
}

interface AskedSlots {
  readonly root: string;
  readonly remote: string | null;
}

/** From the rehearsal when there is one, or from the remote that is named. No other remote is asked. */
export async function goalSlots({ root, remote }: AskedSlots, signal: AbortSignal): Promise<GoalSlots> {
  if (remote === null && !existsSync(rehearsalHome(root, null).origin))
    return { words: '', now: systemClock({ offsetMs: 0 }).now(), of: () => null };
  const stateRemote = await findStateRemote(root, { remote, repo: null }, signal);
  const now = systemClock({ offsetMs: stateRemote.offsetMs }).now();
  const { state, why } = await readState(stateRemote, signal);
  return {
    words: why ?? REMOTE_TEXTS.dueTimesAsOf(now, stateRemote.sentence),
    now,
    of: (goal) => (state === null ? null : { goal, checkpoint: state.checkpoints[goal.id] ?? null, now }),
  };
}

/** Of every goal of a rehearsal, as its state stands; none where that cannot be read. */
export async function rehearsedSlots(
  { address, stateBranch }: { readonly address: string; readonly stateBranch: string },
  now: number,
): Promise<readonly SlotListing[]> {
  const seen = await lookAt({ address, stateBranch }, new AbortController().signal);
  if (seen.kind === 'unreadable' || seen.state === null) return [];
  const { checkpoints } = seen.state;
  return seen.goals.map((goal) => ({ goal, checkpoint: checkpoints[goal.id] ?? null, now }));
}

/** `why`: what keeps the state from being known. Goals can be shown without it. */
async function readState(
  { address, settings, sentence }: StateRemote,
  signal: AbortSignal,
): Promise<{ readonly state: State | null; readonly why: string | null }> {
  const seen = await lookAt({ address, stateBranch: settings.stateBranch }, signal);
  if (seen.kind === 'unreadable') return { state: null, why: REMOTE_TEXTS.dueTimesUnknown(seen.why) };
  return { state: seen.state, why: seen.state === null ? REMOTE_TEXTS.neverRanHere(sentence) : null };
}

type SlotWorld =
  | ({ readonly kind: 'seen' } & Pick<Snapshot, 'goals' | 'state'>)
  | { readonly kind: 'unreadable'; readonly why: string };

async function lookAt(
  { address, stateBranch }: { readonly address: string; readonly stateBranch: string },
  signal: AbortSignal,
): Promise<SlotWorld> {
  const { world, close } = await openReadingWorld(address, stateBranch);
  try {
    const { goals, state } = await readSnapshot(world, { signal });
    return { kind: 'seen', goals, state };
  } catch (reason) {
    if (!(reason instanceof Halt)) throw reason;
    return { kind: 'unreadable', why: reason.detail };
  } finally {
    await close();
  }
}

/** What became of its slots, for a program. */
export function slotFacts({ goal, checkpoint, now }: SlotListing) {
  return {
    counters: checkpoint?.counters ?? NO_SLOTS,
    counted_to: checkpoint?.classified_to ?? null,
    window: checkpoint?.window ?? null,
    finished: checkpoint?.finished ?? null,
    next_due: nextDue(goal, checkpoint ?? undefined, now),
  };
}
