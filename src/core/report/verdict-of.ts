import type { State } from '../state.ts';
import { stopReason } from '../stop.ts';
import { HOUR_MS } from '../time.ts';
import type { Evidence, GoalSummary, PersonNeed, Verdict } from './report.ts';

interface VerdictFacts {
  readonly state: State | null;
  readonly evidence: Evidence;
  readonly needs: readonly PersonNeed[];
  readonly goals: readonly GoalSummary[];
}

/** The first thing to know. A stop is told before what waits: while it lasts, nothing of that gets better by itself. */
export function verdictOn({ state, evidence, needs, goals }: VerdictFacts): Verdict {
  if (state === null || evidence.seenAt === null) return { kind: 'never_ran' };
  const record = state.status.stop;
  if (state.stop !== null || record !== null) {
    const reason = stopReason(state.stop ?? record?.reason ?? '');
    return { kind: 'stopped', reason, since: record?.since ?? null };
  }
  if (evidence.kind === 'old') return { kind: 'silent', since: evidence.seenAt };
  if (needs.length > 0) {
    const reviews = needs.filter(({ kind }) => kind === 'review').length;
    return { kind: 'needs_you', reviews, problems: needs.length - reviews };
  }
  const failing = goals.filter((goal) => goal.state === 'failing').map(({ id }) => id);
  return failing.length > 0 ? { kind: 'troubled', goals: failing } : { kind: 'well' };
}

export interface EvidenceFacts {
  readonly state: State | null;
  /** Days of which there is a log, in order. */
  readonly days: readonly string[];
  readonly unreadableLines: number;
  readonly fullDays: readonly string[];
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
  readonly silentHours: number;
}

export function evidenceOf(facts: EvidenceFacts): Evidence {
  const { state, days, unreadableLines, fullDays } = facts;
  const seenAt = lastSeen(state);
  const [from, to] = [days[0], days.at(-1)];
  return {
    kind: kindOf(facts, seenAt),
    seenAt,
    log: from === undefined || to === undefined ? null : { from, to },
    unreadableLines,
    fullDays,
  };
}

function kindOf(facts: EvidenceFacts, seenAt: string | null): Evidence['kind'] {
  if (seenAt === null) return 'missing';
  if (facts.now - Date.parse(seenAt) > facts.silentHours * HOUR_MS) return 'old';
  const isWhole = facts.unreadableLines === 0 && facts.fullDays.length === 0 && facts.days.length > 0;
  return isWhole ? 'complete' : 'partial';
}

/** The newest of what is a sign that the agent was started. */
function lastSeen(state: State | null): string | null {
  if (state === null) return null;
  const { seen_at: seen, last_wake: wake } = state.status;
  const times = [seen, wake?.ended_at ?? null, wake?.started_at ?? null].filter((time) => time !== null);
  return times.toSorted().at(-1) ?? null;
}
