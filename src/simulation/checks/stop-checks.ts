import { MINUTE_MS } from '../../core/time.ts';
import type { SimulationEvent } from '../runs/simulation-event.ts';
import type { MemoryCommit } from '../world/memory-remote.ts';
import { leasesIn, requestFiles, stopIn, stopRecordIn } from '../world/raw-state.ts';
import { type CheckContext, commitAt, isAgentRun, type LandedPush } from './observed.ts';

type Arrived = Extract<SimulationEvent, { readonly kind: 'arrived' }>;

/** Longer than 15 seconds and one look at the remote that is never answered. */
const STOP_MS = 3 * MINUTE_MS;

/** I12: each part of the stop, and what may still be pushed under it. */
export class StopChecks {
  /** Runs that started while the variable was set. */
  readonly #stopped = new Set<string>();
  /** Since when `state/STOP` is there, and since when the workflow is disabled; null: it is not. */
  #fileSince: number | null = null;
  #disabledSince: number | null = null;
  /** What a command has seen of the stop when it looked first. */
  readonly #seen = new Map<string, string | null>();
  /** When a run was thawed last. */
  readonly #thawed = new Map<string, number>();
  /** Pushes under the stop, by run. */
  readonly #pushes = new Map<string, number>();

  started({ world }: CheckContext, run: string): void {
    if (world.stopVariable !== '') this.#stopped.add(run);
  }

  acted({ world, expect }: CheckContext, act: string): void {
    if (act === 'disable_workflow') this.#disabledSince ??= world.time.now();
    if (act === 'enable_workflow') this.#disabledSince = null;
    if (act !== 'resume' || world.harm !== null || world.stopVariable !== '') return;
    const tip = commitAt(world, world.remote.branches.get('wakeful-state'));
    const isOver = stopIn(tip) !== null || stopRecordIn(tip) === null;
    expect('I12', isOver, () => 'A resume was done, and the status still says that the agent is stopped.');
  }

  thawed({ world }: CheckContext, run: string): void {
    this.#thawed.set(run, world.time.now());
  }

  /** The state as it is from now on. */
  saw({ world }: CheckContext, after: MemoryCommit | undefined): void {
    if (stopIn(after) === null) this.#fileSince = null;
    else this.#fileSince ??= world.time.now();
  }

  /** A command looks at the state branch. */
  looked({ world }: CheckContext, { call, outcome }: Arrived): void {
    if (!call.runner.startsWith('person-') || this.#seen.has(call.runner)) return;
    if (call.name !== 'fetch' && call.name !== 'fetchState') return;
    const tip =
      typeof outcome === 'string' ? outcome : ((outcome as { state?: string } | null)?.state ?? null);
    this.#seen.set(call.runner, stopIn(commitAt(world, tip)));
  }

  asked(context: CheckContext, run: string): void {
    const { world, expect } = context;
    const started = world.runs.find(({ runner }) => runner.id === run)?.startedAt ?? 0;
    // A process that was frozen in the middle of a call sends it before it can look.
    const thawed = this.#thawed.get(run) ?? 0;
    const isOver = (since: number | null): boolean =>
      since !== null && (started > since + STOP_MS || world.time.now() > Math.max(since, thawed) + STOP_MS);
    const isObeyed = !this.#stopped.has(run) && !isOver(this.#fileSince) && !isOver(this.#disabledSince);
    expect('I12', isObeyed, () => `${run} asked the model although the agent has been stopped.`);
  }

  pushed(context: CheckContext, push: LandedPush): void {
    const { expect } = context;
    const { run, before, after } = push;
    const isStopped = isAgentRun(run) && this.#stopped.has(run);
    expect('I12', !isStopped, () => `${run} was stopped when it started, and pushed.`);
    const [was, is] = [stopIn(before), stopIn(after)];
    if (was !== null && is === null && this.#seen.has(run)) {
      const isSame = this.#seen.get(run) === was;
      expect('I12', isSame, () => `${run} took away a stop that it had not seen: ${was.trim()}`);
    }
    if (was !== null && isAgentRun(run)) this.#pushedUnder(context, push);
  }

  /** One push that saves and releases, and nothing else. */
  #pushedUnder({ expect }: CheckContext, { run, before, after }: LandedPush): void {
    const pushes = (this.#pushes.get(run) ?? 0) + 1;
    this.#pushes.set(run, pushes);
    expect('I12', pushes <= 1, () => `${run} has pushed ${pushes} times under a stop.`);
    const [held, holds] = [leasesIn(before), leasesIn(after)];
    const taken = [...holds].find(([goal, { nonce }]) => held.get(goal)?.nonce !== nonce);
    expect('I12', taken === undefined, () => `${run} took the lock of ${taken?.[0]} under a stop.`);
    const isHolder = [...held.values()].some(({ wake }) => wake === run);
    const isSame = requestFiles(before).join() === requestFiles(after).join();
    expect('I12', isHolder || isSame, () => `${run} changed the requests under a stop.`);
    const [known, now] = [stopRecordIn(before), stopRecordIn(after)];
    const isKept = known === null || known === now;
    expect('I12', isKept, () => `${run} changed what the status says of the stop.`);
  }
}
