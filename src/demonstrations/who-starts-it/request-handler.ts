import type { Counter } from './counter.ts';

/** Counts when somebody sends a request, and at no other time. */
export function handleRequest(counter: Counter, chooseRemark: () => string): void {
  counter.add(chooseRemark());
}
