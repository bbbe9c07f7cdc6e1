import { ENDINGS } from '../../core/ending.ts';
import { BOX_ACT_NAMES, NETWORK_FAULTS, PERSON_ACTS } from '../play/profile.ts';
import type { SimulationEvent } from '../runs/simulation-event.ts';

const RUNNER_FAULTS = ['killed_before', 'killed_after', 'frozen', 'clock_jump'] as const;

/** How often everything that can happen did. What never did is there with a zero. */
export type Coverage = Readonly<Record<'endings' | 'faults' | 'acts', Readonly<Record<string, number>>>>;

export class CoverageCount {
  readonly #counts = {
    endings: zeros(Object.keys(ENDINGS)),
    faults: zeros([...NETWORK_FAULTS, ...RUNNER_FAULTS, 'thawed']),
    acts: zeros([...PERSON_ACTS, ...BOX_ACT_NAMES]),
  };

  look(event: SimulationEvent): void {
    const { endings, faults, acts } = this.#counts;
    if (event.kind === 'run_ended') add(endings, event.ending);
    if (event.kind === 'thawed') add(faults, 'thawed');
    if (event.kind === 'person') add(acts, event.act);
    if (event.kind === 'line') this.#line(event.entry.data);
    if (event.kind !== 'disturbed') return;
    if (event.plan.fault !== null) add(faults, event.plan.fault);
    if (event.plan.runner !== null) add(faults, event.plan.runner.kind);
  }

  get coverage(): Coverage {
    const { endings, faults, acts } = this.#counts;
    return { endings, faults, acts };
  }

  /** A goal's or an item's own ending is in its line. */
  #line(data: Readonly<Record<string, unknown>> | undefined): void {
    const ending = data?.['ending'];
    if (typeof ending === 'string' && ending in this.#counts.endings) add(this.#counts.endings, ending);
  }
}

function zeros(names: readonly string[]): Record<string, number> {
  return Object.fromEntries(names.map((name) => [name, 0]));
}

function add(counts: Record<string, number>, name: string): void {
  counts[name] = (counts[name] ?? 0) + 1;
}

/** Everything of both. */
export function sumOfCoverage(one: Coverage, other: Coverage): Coverage {
  const sum = (name: keyof Coverage) =>
    Object.fromEntries(
      Object.keys(one[name]).map((key) => [key, (one[name][key] ?? 0) + (other[name][key] ?? 0)]),
    );
  return { endings: sum('endings'), faults: sum('faults'), acts: sum('acts') };
}
