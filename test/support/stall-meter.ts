import { setImmediate as nextTick } from 'node:timers/promises';

/**
 * The most that the thread has worked between two turns of the event loop while the work goes on, in milliseconds of its
 * processor time. What other processes do on the machine does not count, nor does time in which the thread waits.
 */
export async function longestStall(work: () => unknown): Promise<number> {
  let longest = 0;
  let isDone = false;
  const watching = (async () => {
    for (let last = threadTime(); ; ) {
      await nextTick();
      const now = threadTime();
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

/** In milliseconds, also what it took to collect garbage on this thread. */
function threadTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}
