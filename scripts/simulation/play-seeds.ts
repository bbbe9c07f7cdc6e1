import { Worker } from 'node:worker_threads';
import type { SimulationResult } from '../../src/simulation/simulate.ts';
import type { SimulateOptions } from './options.ts';

/** Results in the order of their seeds, played by several processes at once. */
export async function playSeeds({
  from,
  seeds,
  days,
  minutes,
  workers,
  isUntilFailure,
}: SimulateOptions): Promise<readonly SimulationResult[]> {
  const results: SimulationResult[] = [];
  const end = minutes === null ? Number.POSITIVE_INFINITY : performance.now() + minutes * 60_000;
  const last = seeds === null ? Number.POSITIVE_INFINITY : from + seeds - 1;
  let next = from;
  const work = async (): Promise<void> => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url));
    while (next <= last && performance.now() < end) {
      const seed = next;
      next += 1;
      const result = await answerTo(worker, { seed, days });
      results.push(result);
      if (isUntilFailure && result.breaches.length > 0) next = Number.POSITIVE_INFINITY;
    }
    await worker.terminate();
  };
  await Promise.all(Array.from({ length: Math.min(workers, seeds ?? workers) }, work));
  return results.toSorted((one, other) => one.seed - other.seed);
}

function answerTo(
  worker: Worker,
  order: { readonly seed: number; readonly days: number },
): Promise<SimulationResult> {
  return new Promise((resolve, reject) => {
    worker.once('message', (result: SimulationResult) => {
      worker.off('error', reject);
      resolve(result);
    });
    worker.once('error', reject);
    worker.postMessage(order);
  });
}
