import { type SimulationOrder, type SimulationResult, simulate } from './simulate.ts';

/** A failure that needs as few disturbances as possible. */
export interface ShortFailure {
  readonly disturbances: number;
  readonly result: SimulationResult;
}

/**
 * The smallest number of disturbances, from the first on, with which the same invariant still fails. Halving looks for it, so a
 * failure that comes and goes may have a shorter one.
 */
export async function shortestFailure(
  order: SimulationOrder,
  whole: SimulationResult,
): Promise<ShortFailure> {
  const [first] = whole.breaches;
  if (first === undefined) throw new Error(`The seed ${order.seed} does not fail.`);
  const fails = (result: SimulationResult): boolean =>
    result.breaches.some(({ invariant }) => invariant === first.invariant);
  let found: ShortFailure = { disturbances: whole.disturbances, result: whole };
  for (let [least, most] = [0, whole.disturbances]; least < most; ) {
    const tried = Math.floor((least + most) / 2);
    const result = await simulate({ ...order, disturbances: tried });
    if (fails(result)) {
      found = { disturbances: tried, result };
      most = tried;
    } else least = tried + 1;
  }
  return found;
}
