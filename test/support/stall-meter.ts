import { setImmediate as nextTick } from 'node:timers/promises';

/** The longest time between two turns of the event loop while the work goes on, in milliseconds. */
export async function longestStall(work: () => unknown): Promise<number> {
  let longest = 0;
  let isDone = false;
  const watching = (async () => {
    for (let last = performance.now(); ; ) {
      await nextTick();
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
      if (isDone) return;
    }
  })();
  await nextTick();
  try {
    await work();
  } finally {
    isDone = true;
  }
  await watching;
  return longest;
}
