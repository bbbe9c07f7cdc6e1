/** A network between a wake and its remote. */
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface Distant {
  /** On the loopback. */
  readonly port: number;
  close(): Promise<void>;
}

/** The same server further away: a new connection costs a round trip, and what is sent arrives half a round trip later. */
export async function atDistance(port: number, roundTripMs: number): Promise<Distant> {
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    const openMs = performance.now() + roundTripMs;
    carry(near, far, () => Math.max(0, openMs - performance.now()) + roundTripMs / 2);
    carry(far, near, () => roundTripMs / 2);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      server.close();
      for (const socket of sockets) socket.destroy();
      await once(server, 'close');
    },
  };
}

/** In order: what is sent later never arrives before. */
function carry(from: Socket, to: Socket, delayMs: () => number): void {
  let arrival = 0;
  const later = (act: () => void): void => {
    arrival = Math.max(arrival, performance.now() + delayMs());
    setTimeout(act, arrival - performance.now());
  };
  from.setNoDelay(true);
  from.on('data', (bytes: Buffer) => later(() => to.write(bytes)));
  from.on('end', () => later(() => to.end()));
  from.on('error', () => to.destroy());
}
