import type { MemoryCommit } from '../world/memory-remote.ts';
import { originOf, requestFiles } from '../world/raw-state.ts';
import { type CheckContext, isAgentRun, type LandedPush } from './observed.ts';

/** I16: a request is served or answered, once, by the commit that takes it out of the inbox. */
export class RequestChecks {
  readonly #answered = new Map<string, number>();
  /** Requests of persons, by their ids. */
  readonly #taken = new Set<string>();
  /** Runs that an event started which may not count. */
  readonly #outsiders = new Set<string>();

  started(run: string, isTrusted: boolean | undefined): void {
    if (isTrusted === false) this.#outsiders.add(run);
  }

  /** The state was put back: what is in it waits, and of the rest nothing is known. */
  forget(now: MemoryCommit | undefined): void {
    this.#taken.clear();
    this.#answered.clear();
    this.saw(now);
  }

  saw(after: MemoryCommit | undefined): void {
    for (const path of requestFiles(after))
      if (originOf(after, path) === 'person') this.#taken.add(idOf(path));
  }

  pushed({ expect }: CheckContext, { run, before, after }: LandedPush): void {
    const old = new Set(requestFiles(before));
    const added = requestFiles(after).find((path) => !old.has(path) && originOf(after, path) === 'event');
    const isAllowed = added === undefined || !this.#outsiders.has(run);
    expect('I16', isAllowed, () => `${run} stored ${added}, which an outsider has caused.`);
  }

  /** `id`: what a line of the log says was served or answered. */
  served({ expect }: CheckContext, id: string): void {
    if (!this.#taken.has(id)) return;
    const times = (this.#answered.get(id) ?? 0) + 1;
    this.#answered.set(id, times);
    expect('I16', times === 1, () => `The request ${id} was served or answered ${times} times.`);
  }

  /** Whether what the log says of the requests of a push is what has happened to them. */
  checkRemoved({ expect }: CheckContext, { run, before, after }: LandedPush): void {
    if (!isAgentRun(run)) return;
    const left = new Set(requestFiles(after));
    for (const path of requestFiles(before)) {
      const id = idOf(path);
      if (!this.#taken.has(id)) continue;
      const [isAnswered, isGone] = [this.#answered.has(id), !left.has(path)];
      expect('I16', isAnswered === isGone, () =>
        isGone ? `${run} removed ${path} without an answer.` : `${run} answered ${path} and left it there.`,
      );
    }
  }

  /** Requests of persons that nobody has served or answered. */
  get unanswered(): readonly string[] {
    return [...this.#taken].filter((id) => !this.#answered.has(id));
  }
}

function idOf(path: string): string {
  return path.replace(/^.*\//, '').replace(/\.json$/, '');
}
