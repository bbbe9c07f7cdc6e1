import type { Aim, FaultPlan, PlannedFault } from '../../../src/rehearsal/github/http/faults.ts';

export interface Injection {
  /**
   * `any`, `api` (all of REST), `git`, `fetch`, `push`, or one route in the words of GitHub's description:
   * `POST /repos/{owner}/{repo}/pulls`.
   */
  readonly on: string;
  readonly fault: PlannedFault;
  /** How often; once unless said otherwise. */
  readonly times?: number | 'always';
}

/** Faults that tests and benchmarks ask for. */
export class InjectedFaults implements FaultPlan {
  #waiting: { readonly injection: Injection; left: number }[] = [];
  #arrivals: (() => void)[] = [];

  /** The returned function takes it back. */
  inject(injection: Injection): () => void {
    const { times = 1 } = injection;
    const entry = { injection, left: times === 'always' ? Number.POSITIVE_INFINITY : times };
    this.#waiting.push(entry);
    return () => {
      entry.left = 0;
    };
  }

  /** The faults of one request, in the order in which they were injected. */
  take(aim: Aim): readonly PlannedFault[] {
    const due = this.#waiting.filter(({ injection, left }) => left > 0 && aim.includes(injection.on));
    const kinds = new Set<string>();
    const taken = due.filter(({ injection }) => {
      const kind = typeof injection.fault === 'string' ? 'answer' : Object.keys(injection.fault).join();
      const isFirst = !kinds.has(kind);
      kinds.add(kind);
      return isFirst;
    });
    for (const entry of taken) entry.left -= 1;
    this.#waiting = this.#waiting.filter(({ left }) => left > 0);
    return taken.map(({ injection }) => injection.fault);
  }

  /** Resolves when the next request that is left hanging has arrived. */
  hanging(): Promise<void> {
    return new Promise((resolve) => this.#arrivals.push(resolve));
  }

  hangs(): void {
    for (const arrived of this.#arrivals.splice(0)) arrived();
  }
}
