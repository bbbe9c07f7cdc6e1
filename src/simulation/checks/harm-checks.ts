import type { CheckContext, LandedPush } from './observed.ts';

/** A state branch that is missing or cannot be read is never taken for an empty one, and never repaired in silence. */
export class HarmChecks {
  #harmedSince: number | null = null;

  acted({ world }: CheckContext): void {
    if (world.harm === null) this.#harmedSince = null;
    else this.#harmedSince ??= world.time.now();
  }

  asked({ world, expect }: CheckContext, run: string): void {
    const started = world.runs.find(({ runner }) => runner.id === run)?.startedAt ?? 0;
    // Where no work branch was left of a branch that was deleted, the agent has begun anew, as it is meant to.
    const isAnew = world.harm?.kind === 'deleted' && world.remote.branches.has('wakeful-state');
    const isGuessed = !isAnew && this.#harmedSince !== null && started > this.#harmedSince;
    expect('harmed state', !isGuessed, () => `${run} asked the model although the state cannot be read.`);
  }

  pushed({ world, expect }: CheckContext, { run, before }: LandedPush): void {
    const { harm } = world;
    const hasWork = [...world.remote.branches.keys()].some((name) => name.startsWith('wakeful/'));
    const isGuessed = harm?.kind === 'damaged' || (harm !== null && before === undefined && hasWork);
    // Who sets the stop may do so whatever else is wrong.
    if (run.startsWith('person-')) return;
    expect('harmed state', !isGuessed, () => `${run} pushed over a state that is ${harm?.kind}.`);
  }
}
