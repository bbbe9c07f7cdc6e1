import { lookup } from 'node:dns/promises';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { BlockList, connect, isIP, type LookupFunction, type Socket } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { SANDBOX_TEXTS } from '../../report/failures/sandbox-texts.ts';
import { isPublicAddress } from './public-address.ts';

/** What a sandbox with a network reaches instead of one. */
export interface RegistryProxy {
  /** Path of the unix socket that it listens on. */
  readonly socket: string;
  /** `host:port` of what it has refused, the first few. */
  readonly refused: readonly string[];
  close(): Promise<void>;
}

export interface ProxyDependencies {
  /** All addresses of a name. */
  readonly resolve: (host: string) => Promise<readonly string[]>;
  /** Connects to one of these addresses. */
  readonly dial: (addresses: readonly string[], port: number) => Socket;
  /** Addresses that this machine itself has. */
  readonly own: () => readonly string[];
}

const PORTS: ReadonlyMap<string, number> = new Map([
  ['443', 443],
  ['80', 80],
]);
const MOST_CONNECTIONS = 128;
const IDLE_MS = 120_000;
const MOST_REFUSED = 5;
const MOST_ASKED = 200;
const BAD_GATEWAY = 'HTTP/1.1 502 Bad Gateway\r\nConnection: close\r\n\r\n';

const SYSTEM_DEPENDENCIES: ProxyDependencies = {
  resolve: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
  dial: (addresses, port) => connect({ host: 'resolved', port, lookup: fixedAnswer(addresses) }),
  own: () =>
    Object.values(networkInterfaces())
      .flatMap((each) => each ?? [])
      .map(({ address }) => address),
};

/** For `connect`, which then tries one address after the other. */
function fixedAnswer(addresses: readonly string[]): LookupFunction {
  const all = addresses.map((address) => ({ address, family: isIP(address) }));
  return (_, { all: wantsAll }, answer) => {
    const [first] = all;
    if (wantsAll === true || first === undefined) answer(null, all);
    else answer(null, first.address, first.family);
  };
}

/** Lets connections through to `hosts` and to nothing else. What is inside them it does not see. */
export async function openRegistryProxy(
  hosts: readonly string[],
  dependencies: ProxyDependencies = SYSTEM_DEPENDENCIES,
): Promise<RegistryProxy> {
  const folder = await mkdtemp(join(tmpdir(), 'wakeful-proxy-'));
  const socket = join(folder, 'socket');
  const open = new Set<Duplex>();
  const refused: string[] = [];
  const server = createServer({ maxHeaderSize: 8_192 }, (_, response) => {
    response.writeHead(405, { connection: 'close' }).end(SANDBOX_TEXTS.connectOnly);
  });
  server.maxConnections = MOST_CONNECTIONS;
  server.on('connection', (client) => keep(client, open));
  server.on('clientError', (_, client) => client.destroy());
  server.on('connect', ({ url = '' }, client, head) => {
    const refuse = (reason: string): void => {
      const asked = url.slice(0, MOST_ASKED);
      if (refused.length < MOST_REFUSED && !refused.includes(asked)) refused.push(asked);
      client.end(
        `HTTP/1.1 403 Forbidden\r\nContent-Type: text/plain\r\nConnection: close\r\n\r\n${reason}\n`,
      );
    };
    client.on('error', () => client.destroy());
    reachable(url, hosts, dependencies).then(
      (found) => {
        if (found.kind === 'refused') refuse(found.reason);
        // The proxy may be closed by now.
        else if (!client.destroyed)
          tunnel(client, keep(dependencies.dial(found.addresses, found.port), open), head);
      },
      () => client.end(BAD_GATEWAY),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(socket, resolve);
  });
  return {
    socket,
    refused,
    async close() {
      server.close();
      for (const each of open) each.destroy();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

type Target =
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'reachable'; readonly addresses: readonly string[]; readonly port: number };

/** The name is resolved once, and what is connected to is what was looked at. */
async function reachable(
  url: string,
  hosts: readonly string[],
  dependencies: ProxyDependencies,
): Promise<Target> {
  const colon = url.lastIndexOf(':');
  const host = url.slice(0, colon).toLowerCase();
  const port = PORTS.get(url.slice(colon + 1));
  if (isIP(host) !== 0 || !hosts.includes(host) || port === undefined)
    return { kind: 'refused', reason: SANDBOX_TEXTS.hostRefused };
  const addresses = await dependencies.resolve(host);
  const own = ownAddresses(dependencies.own());
  const isReachable = (address: string): boolean =>
    isPublicAddress(address) && !own.check(address, isIP(address) === 4 ? 'ipv4' : 'ipv6');
  if (addresses.length === 0 || !addresses.every(isReachable))
    return { kind: 'refused', reason: SANDBOX_TEXTS.addressRefused };
  return { kind: 'reachable', addresses, port };
}

/** By what they are: one address has many spellings. */
function ownAddresses(addresses: readonly string[]): BlockList {
  const own = new BlockList();
  for (const address of addresses)
    if (isIP(address) !== 0) own.addAddress(address, isIP(address) === 4 ? 'ipv4' : 'ipv6');
  return own;
}

function tunnel(client: Duplex, upstream: Socket, head: Uint8Array): void {
  let isConnected = false;
  upstream.setTimeout(IDLE_MS, () => upstream.destroy());
  upstream.on('connect', () => {
    isConnected = true;
    client.write('HTTP/1.1 200 Connection established\r\n\r\n');
    upstream.write(head);
    client.pipe(upstream).pipe(client);
  });
  upstream.on('error', () => {
    if (!isConnected) client.end(BAD_GATEWAY);
  });
  upstream.on('close', () => (isConnected ? client.destroy() : undefined));
  client.on('close', () => upstream.destroy());
}

/** Remembers a connection for as long as it is open. */
function keep<T extends Duplex>(connection: T, open: Set<Duplex>): T {
  open.add(connection);
  connection.on('close', () => open.delete(connection));
  return connection;
}
