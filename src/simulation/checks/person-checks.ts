import type { SimulationEvent } from '../runs/simulation-event.ts';
import type { CheckContext } from './observed.ts';

type Acted = Extract<SimulationEvent, { readonly kind: 'person' }>;

interface LogLine {
  readonly event: string;
  readonly goal?: string;
  readonly item?: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** What the log says that is about what persons may expect: I7 and I16. */
export class PersonChecks {
  /** Commits of persons: the branch they were made on, and when. */
  readonly commits = new Map<string, { readonly branch: string; readonly at: number }>();
  readonly #finished = new Set<string>();

  acted({ world }: CheckContext, act: Acted): void {
    const { goal } = act;
    if (act.made !== undefined) this.commits.set(act.made, { branch: act.detail, at: world.time.now() });
    // Somebody may ask for it again, or make it anew.
    for (const done of [...this.#finished])
      if (goal === null || done.startsWith(`${goal} `)) this.#finished.delete(done);
  }

  /** The state was put back. */
  forget(): void {
    this.#finished.clear();
  }

  /** Lines that have just been committed. Returns the requests that they say are served or answered. */
  logged(context: CheckContext, lines: readonly string[]): readonly string[] {
    const served: string[] = [];
    for (const text of lines) {
      const line = JSON.parse(text) as LogLine;
      if (line.event === 'item_ended' && line.data?.['ending'] === 'worked') this.#ended(context, line);
      if (line.event === 'request_served' || line.event === 'request_answered')
        served.push(String(line.data?.['request'] ?? ''));
    }
    return served;
  }

  #ended(context: CheckContext, { goal = '', item = '' }: LogLine): void {
    const key = `${goal} ${item}`;
    context.expect('I7', !this.#finished.has(key), () => `${item} of ${goal} was finished twice.`);
    this.#finished.add(key);
  }
}
