import { createHash } from 'node:crypto';
import type { SimulationResult } from '../../src/simulation/simulate.ts';
import { type Coverage, sumOfCoverage } from '../../src/simulation/story/coverage.ts';

export interface SimulationFigures {
  readonly seeds: number;
  readonly runs: number;
  readonly events: number;
  readonly disturbances: number;
  readonly drafts: number;
  readonly simulatedDays: number;
  readonly realSeconds: number;
  readonly coverage: Coverage;
  readonly checked: Readonly<Record<string, number>>;
  /** SHA-256 over the traces of all seeds, in their order. */
  readonly trace: string;
}

export function figuresOf(results: readonly SimulationResult[], realSeconds: number): SimulationFigures {
  const sum = (of: (result: SimulationResult) => number): number =>
    results.reduce((total, each) => total + of(each), 0);
  const hash = createHash('sha256');
  for (const { trace } of results) hash.update(trace);
  const names = Object.keys(results[0]?.checked ?? {});
  return {
    seeds: results.length,
    runs: sum(({ runs }) => runs),
    events: sum(({ events }) => events),
    disturbances: sum(({ disturbances }) => disturbances),
    drafts: sum(({ drafts }) => drafts),
    simulatedDays: sum(({ span }) => span) / 86_400_000,
    realSeconds,
    coverage: results.map(({ coverage }) => coverage).reduce(sumOfCoverage),
    checked: Object.fromEntries(
      names.map((name) => [
        name,
        sum(({ checked }) => Object.entries(checked).find(([key]) => key === name)?.[1] ?? 0),
      ]),
    ),
    trace: hash.digest('hex'),
  };
}

export function figuresText(figures: SimulationFigures): string {
  const { seeds, runs, events, disturbances, drafts, simulatedDays, realSeconds, coverage, checked } =
    figures;
  const perMinute = (simulatedDays / realSeconds) * 60;
  return [
    `${count(seeds)} seeds, ${count(runs)} runs, ${count(events)} events, ${count(disturbances)} faults and acts of persons, ${count(drafts)} drafts`,
    `${simulatedDays.toFixed(1)} simulated days in ${realSeconds.toFixed(1)} s: ${count(Math.round(perMinute))} a minute`,
    ...Object.entries({ ...coverage, checks: checked }).map(
      ([name, counts]) => `${name}: ${listText(counts)}`,
    ),
    `trace ${figures.trace}`,
    '',
  ].join('\n');
}

function listText(counts: Readonly<Record<string, number>>): string {
  const there = Object.entries(counts).filter(([, n]) => n > 0);
  const never = Object.entries(counts).filter(([, n]) => n === 0);
  const found = there.map(([name, n]) => `${name} ${count(n)}`).join(', ');
  return never.length === 0 ? found : `${found}; never: ${never.map(([name]) => name).join(', ')}`;
}

function count(n: number): string {
  return n.toLocaleString('en-US');
}
