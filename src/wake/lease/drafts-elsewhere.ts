import type { Goal } from '../../core/goal.ts';
import { draftsInUse } from '../../core/progress/drafts-in-use.ts';
import { isFromInside } from '../../core/progress/found-drafts.ts';
import type { Settings } from '../../core/settings.ts';
import type { Checkpoint, DraftRecord, State } from '../../core/state.ts';
import type { GitHub } from '../../ports.ts';

/** What it needs of a wake's session. */
interface Facts {
  readonly ledger: { readonly state: State };
  readonly goals: readonly Goal[];
  readonly settings: Pick<Settings, 'openDrafts'>;
  readonly world: { readonly github: Pick<GitHub, 'findDrafts'> };
  readonly deadline: { readonly work: AbortSignal };
}

/**
 * How many drafts of other goals wait for a person. Their records are brought up to date only when those goals are worked
 * on, which a deleted or disabled one never is; so where the records leave no room, GitHub is asked.
 */
export class DraftsElsewhere {
  /** Branches whose drafts wait for nobody any more, whatever the records say. */
  readonly #ended = new Set<string>();

  /** As far as it is known without asking. */
  count({ ledger }: Pick<Facts, 'ledger'>, goal: Goal): number {
    return this.#waiting(Object.values(ledger.state.checkpoints), goal).length;
  }

  /** Asks GitHub, where it matters. `own`: drafts of the goal itself. */
  async look(session: Facts, goal: Goal, own: number): Promise<void> {
    const { ledger, settings, world, deadline } = session;
    const waiting = this.#waiting(Object.values(ledger.state.checkpoints), goal);
    if (waiting.length === 0 || waiting.length + own < settings.openDrafts) return;
    for (const { owner, draft } of waiting) {
      const isPursued = session.goals.some((each) => each.id === owner && each.enabled);
      // Pushed and not opened yet: whoever pursues that goal is going to open it.
      if (draft.outcome === 'none' && isPursued) continue;
      const found = await world.github.findDrafts(draft.branch, deadline.work);
      if (!found.some((each) => each.state === 'open' && isFromInside(each))) this.#ended.add(draft.branch);
    }
  }

  #waiting(
    checkpoints: readonly Checkpoint[],
    goal: Goal,
  ): readonly { readonly owner: string; readonly draft: DraftRecord }[] {
    return checkpoints
      .filter((checkpoint) => checkpoint.goal !== goal.id)
      .flatMap((checkpoint) =>
        draftsInUse(checkpoint).flatMap((key) => {
          const draft = checkpoint.drafts[key];
          return draft === undefined || this.#ended.has(draft.branch)
            ? []
            : [{ owner: checkpoint.goal, draft }];
        }),
      );
  }
}
