import { checkpointIn, endingIn, leasesIn, type RawCheckpoint } from '../world/raw-state.ts';
import { leaseOf } from './effect-checks.ts';
import { type CheckContext, commitAt, isAgentRun, type LandedPush } from './observed.ts';

/** Endings of a goal that are worse than a stuck task, or say that the run had to end. */
const OTHER_ENDINGS = new Set([
  ...['item_stuck', 'stopped', 'cancelled', 'yielded_to_person', 'lease_lost', 'secret_found', 'forbidden'],
  ...['missing_key', 'model_unavailable', 'github_unavailable', 'unexpected', 'bad_settings', 'bad_goal'],
  ...['bad_state_file', 'time_limit', 'budget_spent', 'paused'],
]);

interface Begun {
  readonly item: string | null;
  readonly at: number;
}

/** A question that reaches the model: what must stand on the state branch by then. */
export class WorkChecks {
  /** By the nonce of a lock: when it was taken, and since when which task is worked on. */
  readonly #taken = new Map<string, number>();
  readonly #begun = new Map<string, Begun>();

  /** When the lock was taken, by the world's time. */
  takenAt(nonce: string): number {
    return this.#taken.get(nonce) ?? 0;
  }

  pushed(context: CheckContext, push: LandedPush): void {
    const { run, before, after } = push;
    const now = context.world.time.now();
    for (const { nonce, item } of leasesIn(after).values()) {
      if (!this.#taken.has(nonce)) this.#taken.set(nonce, now);
      if (this.#begun.get(nonce)?.item !== item) this.#begun.set(nonce, { item, at: now });
    }
    for (const [goal, lease] of leasesIn(before))
      if (lease.wake === run && leasesIn(after).get(goal)?.nonce !== lease.nonce && isAgentRun(run))
        checkStuck(context, goal, push);
    for (const { id } of context.repository.goals) checkReceipts(context, id, checkpointIn(after, id));
  }

  /** I8, I11: the attempt has begun, and nobody else has the branch. */
  asked(
    context: CheckContext,
    { run, sentAt }: { readonly run: string; readonly sentAt: number },
    persons: ReadonlyMap<string, { readonly branch: string; readonly at: number }>,
  ): void {
    const { world, expect } = context;
    const tip = commitAt(world, world.remote.branches.get('wakeful-state'));
    const lease = leaseOf(context, run);
    if (lease === undefined) return;
    const { goal, item, nonce } = lease;
    // The run has ended this task while the question was still on its way.
    if ((this.#begun.get(nonce)?.at ?? 0) > sentAt) return;
    const checkpoint = checkpointIn(tip, goal);
    const attempts = checkpoint?.items.get(item ?? '')?.attempts ?? 0;
    expect('I8', attempts > 0, () => `${run} asks about ${item} of ${goal}, whose attempt has not begun.`);
    const { at } = this.#begun.get(nonce) ?? { at: 0 };
    const branches = branchesOf(checkpoint, item);
    const touched = [...persons].find(
      ([made, by]) =>
        branches.includes(by.branch) && by.at < at && world.remote.branches.get(by.branch) === made,
    );
    expect(
      'I11',
      touched === undefined,
      () => `${run} works on ${touched?.[1].branch}, which a person has changed.`,
    );
  }
}

/** Branches that the work on a task goes into: that of its draft, or of its window. */
function branchesOf(checkpoint: RawCheckpoint | null, item: string | null): readonly string[] {
  const key = checkpoint?.items.get(item ?? '')?.draft ?? checkpoint?.slot ?? null;
  const drafts = (checkpoint?.drafts ?? []).filter(({ tip, outcome }) => tip !== null && outcome === 'none');
  return drafts.filter((draft) => draft.key === key).map(({ branch }) => branch);
}

/** I8: a task that has used up its attempts is what a person reads of. */
function checkStuck({ expect }: CheckContext, goal: string, { run, before, after }: LandedPush): void {
  const was = checkpointIn(before, goal)?.items;
  const stuck = [...(checkpointIn(after, goal)?.items ?? [])].find(
    ([key, { status }]) => status === 'stuck' && was?.get(key)?.status !== 'stuck',
  );
  if (stuck === undefined) return;
  const ending = endingIn(after, goal);
  expect(
    'I8',
    OTHER_ENDINGS.has(ending),
    () => `${stuck[0]} of ${goal} is stuck, and ${run} calls that ${ending}.`,
  );
}

/** I10: the number that is written down for a draft is that of one which the agent, or somebody who may write, has opened. */
function checkReceipts(
  { world, expect }: CheckContext,
  goal: string,
  checkpoint: RawCheckpoint | null,
): void {
  for (const { number, branch } of checkpoint?.drafts ?? []) {
    if (number === null) continue;
    const draft = world.github.drafts.find((each) => each.number === number);
    const isRight = draft !== undefined && draft.branch === branch && draft.openedBy !== 'stranger';
    expect('I10', isRight, () => `#${number} is written down as the draft of ${branch} for ${goal}.`);
  }
}
