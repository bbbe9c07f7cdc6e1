import type { Checkpoint, RefusedPush } from '../state.ts';
import { DAY_MS } from '../time.ts';

/** What is in the commit, or too large: another attempt may hold it differently. */
const ABOUT_CONTENT = /secret|workflow|large file|file size|exceeds|GH00[12]\b|GH009|private email/i;
const FROZEN = /locked|merge queue|queued|cannot update this protected|cannot change this|frozen|archived/i;

/** Whether a refusal holds for every commit alike. Null: it is about this one. `isThere`: the branch exists, and the agent made it. */
export function refusalKind(words: string, isThere: boolean): RefusedPush['kind'] | null {
  if (isThere && FROZEN.test(words)) return 'frozen';
  return ABOUT_CONTENT.test(words) ? null : 'rule';
}

export interface RefusalFacts {
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
  /** Digests as they are now; `rules` null: they cannot be read. */
  readonly rules: string | null;
  readonly settings: string;
}

/** Whether nothing has happened that could have ended it. What no rule tells is tried again after a day. */
export function isStillRefused(refused: RefusedPush, { now, rules, settings }: RefusalFacts): boolean {
  if (refused.settings !== settings || refused.rules !== rules) return false;
  return refused.kind === 'rule' || now - Date.parse(refused.at) < DAY_MS;
}

/** The refusal that keeps a goal from working: its own, or that of another goal whose new branches meet the same rule. */
export function refusalFor(
  goal: string,
  checkpoint: Checkpoint,
  others: Readonly<Record<string, Checkpoint>>,
): RefusedPush | null {
  const { refused = null } = checkpoint;
  if (refused?.kind === 'frozen') {
    const draft = Object.values(checkpoint.drafts).find(({ branch }) => branch === refused.branch);
    return draft?.outcome === 'open' ? refused : null;
  }
  if (refused !== null) return refused;
  const shared = Object.values(others).flatMap((other) =>
    other.goal !== goal && other.refused?.kind === 'rule' ? [other.refused] : [],
  );
  return shared[0] ?? null;
}
