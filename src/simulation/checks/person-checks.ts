import { MINUTE_MS } from '../../core/time.ts';
import type { SimulationEvent } from '../runs/simulation-event.ts';
import type { CheckContext } from './observed.ts';

type Acted = Extract<SimulationEvent, { readonly kind: 'person' }>;

interface LogLine {
  readonly event: string;
  readonly goal?: string;
  readonly item?: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** Longer than 15 seconds and one look at the remote that is never answered. */
const STOP_MS = 3 * MINUTE_MS;

/** What persons did, and what the agent may do after it. */
export class PersonChecks {
  /** Commits of persons, by the branch they were made on. */
  readonly commits = new Map<string, string>();
  /** When the agent was stopped in either way; null: it is not. */
  readonly #stoppedAt: Record<'variable' | 'file', number | null> = { variable: null, file: null };
  readonly #finished = new Set<string>();
  readonly #answered = new Map<string, number>();
  /** Requests that were taken, by the names of their files. */
  readonly #taken = new Set<string>();
  readonly #closedInRow = new Map<string, number>();

  acted({ world }: CheckContext, act: Acted): void {
    const { goal } = act;
    if (act.act === 'push' || act.act === 'rewrite') {
      if (act.made !== undefined) this.commits.set(act.made, act.detail);
    } else if (act.made !== undefined) this.#taken.add(requestId(act.made));
    if (act.act === 'stop_by_variable') this.#stoppedAt.variable ??= world.time.now();
    if (act.act === 'stop_by_file') this.#stoppedAt.file ??= world.time.now();
    if (act.act === 'resume') this.#stoppedAt.variable = this.#stoppedAt.file = null;
    if (act.act === 'close' && goal !== null)
      this.#closedInRow.set(goal, (this.#closedInRow.get(goal) ?? 0) + 1);
    else if (goal !== null) this.#closedInRow.delete(goal);
    // Somebody may ask for it again, or make it anew.
    for (const done of [...this.#finished])
      if (goal === null || done.startsWith(`${goal} `)) this.#finished.delete(done);
  }

  /** I12: nothing is asked of the model once a stop has had its time. */
  asked(context: CheckContext, run: string): void {
    const started = context.world.runs.find(({ runner }) => runner.id === run)?.startedAt ?? 0;
    const { variable, file } = this.#stoppedAt;
    // A run is told the variable's value when it starts, and looks for the file as long as it runs.
    const isAllowed = variable === null || started <= variable;
    const isInTime = file === null || (started <= file && context.world.time.now() <= file + STOP_MS);
    const isObeyed = isAllowed && isInTime;
    context.expect('I12', isObeyed, () => `${run} asked the model although the agent has been stopped.`);
  }

  /** I17: after two drafts of a goal in a row that a person closed, none is opened until somebody says so. */
  opened(context: CheckContext, run: string, branch: string): void {
    const goal = branch.split('/')[1] ?? '';
    const closed = this.#closedInRow.get(goal) ?? 0;
    context.expect('I17', closed <= 4, () => `${run} opened a draft of ${goal} after ${closed} were closed.`);
  }

  /** I7, I16: lines that have just been committed. */
  logged(context: CheckContext, lines: readonly string[]): void {
    for (const text of lines) {
      const line = JSON.parse(text) as LogLine;
      if (line.event === 'item_ended' && line.data?.['ending'] === 'worked') this.#ended(context, line);
      if (line.event === 'request_served' || line.event === 'request_answered') this.#served(context, line);
    }
  }

  /** Requests of persons that nobody has served or answered. */
  get unanswered(): readonly string[] {
    return [...this.#taken].filter((id) => !this.#answered.has(id));
  }

  #ended(context: CheckContext, { goal = '', item = '' }: LogLine): void {
    const key = `${goal} ${item}`;
    context.expect('I7', !this.#finished.has(key), () => `${item} of ${goal} was finished twice.`);
    this.#finished.add(key);
  }

  #served(context: CheckContext, { data }: LogLine): void {
    const id = String(data?.['request'] ?? '');
    if (!this.#taken.has(id)) return;
    const times = (this.#answered.get(id) ?? 0) + 1;
    this.#answered.set(id, times);
    context.expect('I16', times === 1, () => `The request ${id} was served or answered ${times} times.`);
  }
}

function requestId(path: string): string {
  return path.replace(/^.*\//, '').replace(/\.json$/, '');
}
