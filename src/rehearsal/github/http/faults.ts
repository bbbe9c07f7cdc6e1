/** What can be made to go wrong. `_after`: the request has had its effect by then. */
export type FaultKind =
  | 'unauthorized'
  | 'forbidden'
  | 'secondary_limit'
  | 'primary_limit'
  | 'not_found'
  | 'conflict'
  | 'invalid'
  | 'too_many_requests'
  | 'server_error'
  | 'server_error_after'
  | 'hang'
  | 'hang_after'
  | 'dropped'
  | 'dropped_after'
  /** The newest entry is missing in a list. */
  | 'newest_missing';

export type PlannedFault =
  | FaultKind
  /** Somebody else does something between the request and its effect, e.g. pushes to the branch. */
  | { readonly meanwhile: () => Promise<unknown> }
  | { readonly delayMs: number };

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

/** What a request is, to whoever injects faults. */
export type Aim = readonly string[];

export class Faults {
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
