import type { Settle } from '../../simulation/time/virtual-time.ts';

/** A task of the browser's own: everything that waits for nothing but its turn has gone on before it. */
export function settleInBrowser(): Settle {
  const { port1, port2 } = new MessageChannel();
  const waiting: (() => void)[] = [];
  port1.onmessage = () => waiting.shift()?.();
  return () =>
    new Promise((go) => {
      waiting.push(go);
      port2.postMessage(null);
    });
}
