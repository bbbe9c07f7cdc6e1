/** What the worker has around it: a queue, a place for its progress, and something that ships one order. */
interface Surrounding {
  readonly queue: readonly string[];
  progress: number;
  ship(order: string): Promise<void>;
}

/** Goes through the queue, and notes after every fifth order how far it has come. */
export async function shipOrders(around: Surrounding): Promise<void> {
  for (let next = around.progress; next < around.queue.length; next += 1) {
    await around.ship(around.queue[next] ?? '');
    if (next % 5 === 4) around.progress = next + 1;
  }
  around.progress = around.queue.length;
}
