import { MINUTE_MS } from '../../core/time.ts';
import type { MemoryCommit } from '../world/memory-remote.ts';
import { checkpointIn, epochIn, isAskedFor, leasesIn, type RawLease, trailerOf } from '../world/raw-state.ts';
import { isReachable } from '../world/reachable.ts';
import { type CheckContext, commitAt, type LandedPush } from './observed.ts';

const CHECKPOINT = /^state\/checkpoints\/(.+)\.json$/;

/** I1, I2: whoever changes what a goal has come to, holds it, takes it free, or takes it from one that is gone. */
export function checkHolders(context: CheckContext, { run, refs, before, after }: LandedPush): void {
  const [held, holds] = [leasesIn(before), leasesIn(after)];
  for (const [path, file] of after.tree) {
    const goal = CHECKPOINT.exec(path)?.[1];
    if (goal === undefined || before?.tree.get(path)?.bytes === file.bytes) continue;
    const lease = held.get(goal);
    if (lease === undefined || lease.wake === run) continue;
    const isGone = mayBeTakenOver(context, lease);
    context.expect(
      'I2',
      isGone,
      () => `${run} changed what ${goal} has come to, which ${lease.wake} holds and has not lost.`,
    );
  }
  for (const { branch } of refs) {
    const goal = /^wakeful\/([^/]+)\//.exec(branch)?.[1];
    if (goal === undefined) continue;
    const holder = held.get(goal)?.wake;
    context.expect(
      'I1',
      holder === run || (holds.get(goal)?.wake === run && holder === undefined),
      () => `${run} pushed ${branch}, but ${holder ?? 'nobody'} holds ${goal}.`,
    );
  }
  for (const [goal, lease] of holds) {
    const old = held.get(goal);
    if (old?.epoch === lease.epoch) continue;
    context.expect(
      'I1',
      lease.epoch > epochIn(before),
      () => `The lock of ${goal} has number ${lease.epoch} after ${epochIn(before)}.`,
    );
    context.expect(
      'I1',
      old === undefined || old.wake === run || mayBeTakenOver(context, old),
      () => `${run} took ${goal} from ${old?.wake}, which is still at work and whose time is not up.`,
    );
  }
}

/** Its process is gone, or its time has been up for a minute by one of the clocks. */
function mayBeTakenOver({ world, clocksApart }: CheckContext, lease: RawLease): boolean {
  const run = world.runs.find(({ runner }) => runner.id === lease.wake);
  const isGone = run === undefined || run.runner.state === 'dead' || run.runner.state === 'ended';
  return isGone || world.time.now() >= lease.expires + MINUTE_MS - clocksApart;
}

/** I4: no commit of a run lands a second time under another id, and no step of a lock lands twice. */
export class NonceCheck {
  readonly #seen = new Map<string, string>();
  /** By the number of the lock and of the step. */
  readonly #steps = new Map<string, string>();

  /** The state was put back: the numbers of its locks are given again. */
  forget(): void {
    this.#steps.clear();
  }

  look(context: CheckContext, { refs }: LandedPush): void {
    this.#lookAtStep(context, refs);
    for (const { branch, commit } of refs) {
      const nonce = trailerOf(commitAt(context.world, commit) ?? NO_COMMIT, 'Wakeful-Nonce');
      if (nonce === null) continue;
      const known = this.#seen.get(nonce);
      this.#seen.set(nonce, commit);
      context.expect(
        'I4',
        known === undefined || known === commit,
        () => `The step with the nonce ${nonce} landed twice on ${branch}.`,
      );
    }
  }

  #lookAtStep(context: CheckContext, refs: LandedPush['refs']): void {
    const { commit = '' } = refs.find(({ branch }) => branch === 'wakeful-state') ?? {};
    const step = stepOf(commitAt(context.world, commit) ?? NO_COMMIT);
    if (step === null) return;
    const known = this.#steps.get(step);
    this.#steps.set(step, commit);
    const isOnce = known === undefined || known === commit;
    context.expect('I4', isOnce, () => `Step ${step} of a lock landed twice: ${known} and ${commit}.`);
  }
}

/** What a step of a lock is known by; null: the commit is none. */
function stepOf(commit: MemoryCommit): string | null {
  const [epoch, step] = ['Wakeful-Epoch', 'Wakeful-Step'].map((name) => trailerOf(commit, name));
  return epoch === null || step === null ? null : `${epoch}/${step}`;
}

const NO_COMMIT = { id: '', tree: new Map(), parents: [], message: '', author: '', time: 0 };

/** I10, I11: only branches of the agent are pushed, and no commit of a person goes lost. */
export function checkBranches(
  context: CheckContext,
  { run, refs }: LandedPush,
  persons: ReadonlyMap<string, { readonly branch: string }>,
): void {
  for (const { branch, commit, expect } of refs) {
    const isOwn = branch === 'wakeful-state' || branch.startsWith('wakeful/');
    context.expect('I10', isOwn, () => `${run} pushed the branch ${branch}, which is not the agent's.`);
    if (expect === null) continue;
    const lost = [...persons].filter(
      ([made, on]) =>
        on.branch === branch &&
        isReachable(context.world.remote, made, expect) &&
        !isReachable(context.world.remote, made, commit),
    );
    context.expect(
      'I11',
      lost.length === 0,
      () => `${run} overwrote ${lost[0]?.[0]} of a person on ${branch}.`,
    );
  }
}

/** I8: whoever takes over leaves used attempts used. */
export function checkAttempts(context: CheckContext, { run, before, after }: LandedPush): void {
  for (const [goal, lease] of leasesIn(before)) {
    const next = leasesIn(after).get(goal);
    if (next === undefined || next.wake === lease.wake || next.wake !== run) continue;
    const [was, is] = [checkpointIn(before, goal), checkpointIn(after, goal)];
    // Whoever edits a goal, or asks for it, gives its tasks new attempts.
    if (was?.goalBlob !== is?.goalBlob || isAskedFor(before, goal)) continue;
    for (const [key, item] of was?.items ?? []) {
      const now = is?.items.get(key);
      if (now === undefined || item.status === 'done') continue;
      context.expect(
        'I8',
        now.attempts >= item.attempts,
        () =>
          `${run} took over ${goal}, and ${key} has ${now.attempts} attempts instead of ${item.attempts}.`,
      );
    }
  }
}
