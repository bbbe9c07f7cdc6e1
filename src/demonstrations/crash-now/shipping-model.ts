import type { ModelProvider } from '../../ports.ts';
import { modelOf } from '../../simulation/model/behaviour.ts';

/** How often the model is asked for one order. */
export const CALLS_PER_ORDER = 3;

export function labelPath(order: string): string {
  return `labels/${order}.txt`;
}

/**
 * Looks whether the order of its task has a label, and writes one where there is none. Each label has a number of its own, so
 * that a second one would be seen.
 */
export function shippingModel(isPoisoned: (order: string) => boolean): ModelProvider {
  let labels = 0;
  return modelOf(({ item, turn, question }) => {
    const order = /orders\/(\d+)\.txt/.exec(item)?.[1] ?? '';
    if (isPoisoned(order)) return [['give_up', { reason: 'It is poisoned.' }]];
    if (turn === 0) return [['read_file', { path: labelPath(order) }]];
    const isLabelled = question.messages.at(-1)?.content.includes('label number') === true;
    if (turn > 1 || isLabelled) return [['finish', { summary: `Shipped order ${order}.` }]];
    labels += 1;
    return [['write_file', { path: labelPath(order), text: `Order ${order}, label number ${labels}\n` }]];
  });
}
