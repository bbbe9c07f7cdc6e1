import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { dirname } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { forwardedCommand } from '../../../src/adapters/sandbox/forwarder.ts';
import { isPublicAddress } from '../../../src/adapters/sandbox/public-address.ts';
import { openRegistryProxy, type RegistryProxy } from '../../../src/adapters/sandbox/registry-proxy.ts';

const REGISTRY = 'registry.example.com';
const PUBLIC = '93.184.215.14';
const OWN = '52.1.2.3';

/** What each name leads to. All of them are allowed, so that only the address speaks against one. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  [REGISTRY]: [PUBLIC],
  'loopback.example.com': ['127.0.0.1'],
  'loopback6.example.com': ['::1'],
  'mapped.example.com': ['::ffff:127.0.0.1'],
  'private.example.com': ['10.1.2.3'],
  'shared.example.com': ['100.64.0.1'],
  'local6.example.com': ['fd00::1'],
  'metadata.example.com': ['169.254.169.254'],
  'azure.example.com': ['168.63.129.16'],
  'nat64.example.com': ['64:ff9b::7f00:1'],
  'tunnel.example.com': ['2002:7f00:1::'],
  'two.example.com': [PUBLIC, '192.168.0.1'],
  'itself.example.com': [OWN],
  'nowhere.example.com': [],
};

interface Opened {
  readonly proxy: RegistryProxy;
  /** What the proxy has connected to. */
  readonly dialled: readonly string[];
}

/** A real proxy. Whatever it connects to is a server of this test that says `hello` and then repeats what it reads. */
async function opened(): Promise<Opened> {
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.write('hello\n');
    socket.pipe(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port: real } = server.address() as AddressInfo;
  const dialled: string[] = [];
  const proxy = await openRegistryProxy(Object.keys(NAMES), {
    resolve: async (host) => NAMES[host] ?? [PUBLIC],
    own: () => [OWN],
    dial(addresses, port) {
      dialled.push(`${addresses} ${port}`);
      return connect(real, '127.0.0.1');
    },
  });
  onTestFinished(async () => {
    await proxy.close();
    server.close();
  });
  return { proxy, dialled };
}

/** Sends bytes to the proxy and gives what it answers until the connection ends, or until the server has said hello. */
function answerTo(proxy: RegistryProxy, bytes: string | Buffer): Promise<string> {
  return new Promise((resolve) => {
    const client: Socket = connect(proxy.socket, () => client.write(bytes));
    let text = '';
    client.on('data', (part) => {
      text += part.toString('latin1');
      if (text.includes('hello\n')) client.destroy();
    });
    client.on('error', () => client.destroy());
    client.on('close', () => resolve(text));
  });
}

const connectTo = (target: string): string => `CONNECT ${target} HTTP/1.1\r\nHost: ${target}\r\n\r\n`;

test.each([`${REGISTRY}:443`, `${REGISTRY}:80`, `${REGISTRY.toUpperCase()}:443`])(
  'a host on the list is reached: %s',
  async (target) => {
    const { proxy, dialled } = await opened();
    expect(await answerTo(proxy, connectTo(target))).toMatch(/^HTTP\/1\.1 200 .*\r\n\r\nhello\n$/s);
    expect(dialled).toEqual([`${PUBLIC} ${target.split(':')[1]}`]);
  },
);

/** What a package's own install script may send to the proxy. */
const ATTEMPTS: readonly (readonly [name: string, bytes: string])[] = [
  ['another host', connectTo('evil.example.org:443')],
  ['a host that begins like one on the list', connectTo(`${REGISTRY}.evil.example:443`)],
  ['a host that ends like one on the list', connectTo(`evil-${REGISTRY}:443`)],
  ['a host below one on the list', connectTo(`x.${REGISTRY}:443`)],
  ['a name in front of the host', connectTo(`${REGISTRY}@evil.example:443`)],
  ['the host as a name in front of itself', connectTo(`evil@${REGISTRY}:443`)],
  ['a dot behind the host', connectTo(`${REGISTRY}.:443`)],
  ['an encoded host', connectTo('registry%2eexample.com:443')],
  ['the loopback', connectTo('127.0.0.1:443')],
  ['localhost', connectTo('localhost:443')],
  ['the loopback in IPv6', connectTo('[::1]:443')],
  ['the loopback as one number', connectTo('2130706433:443')],
  ['the loopback in hexadecimal', connectTo('0x7f.1:443')],
  ['the metadata address', connectTo('169.254.169.254:80')],
  ['the public address of a host on the list', connectTo(`${PUBLIC}:443`)],
  ['ssh', connectTo(`${REGISTRY}:22`)],
  ['a port above all', connectTo(`${REGISTRY}:65979`)],
  ['a port with a sign', connectTo(`${REGISTRY}:+443`)],
  ['a port with a zero', connectTo(`${REGISTRY}:0443`)],
  ['no port', connectTo(REGISTRY)],
  ['two ports', connectTo(`${REGISTRY}:443:22`)],
  ['nothing', connectTo(':443')],
  [
    'a header that names another host',
    `CONNECT evil.example.org:443 HTTP/1.1\r\nHost: ${REGISTRY}:443\r\n\r\n`,
  ],
  ['a name that leads to the loopback', connectTo('loopback.example.com:443')],
  ['a name that leads to the loopback in IPv6', connectTo('loopback6.example.com:443')],
  ['a name that leads to the loopback, mapped', connectTo('mapped.example.com:443')],
  ['a name that leads into a private network', connectTo('private.example.com:443')],
  ['a name that leads into the network of a provider', connectTo('shared.example.com:443')],
  ['a name that leads into a private network in IPv6', connectTo('local6.example.com:443')],
  ['a name that leads to the metadata address', connectTo('metadata.example.com:80')],
  ['a name that leads to the host of a virtual machine', connectTo('azure.example.com:80')],
  ['a name that leads to the loopback through NAT64', connectTo('nat64.example.com:443')],
  ['a name that leads to the loopback through a tunnel', connectTo('tunnel.example.com:443')],
  ['a name that leads to a public and a private address', connectTo('two.example.com:443')],
  ['a name that leads to this machine by its public address', connectTo('itself.example.com:443')],
  ['a name that leads nowhere', connectTo('nowhere.example.com:443')],
  ['a plain request', `GET http://${REGISTRY}/ HTTP/1.1\r\nHost: ${REGISTRY}\r\n\r\n`],
  ['a plain request for the metadata', 'GET http://169.254.169.254/ HTTP/1.1\r\nHost: x\r\n\r\n'],
  ['a request to the proxy itself', `GET / HTTP/1.1\r\nHost: ${REGISTRY}\r\n\r\n`],
  ['an upgrade', `GET / HTTP/1.1\r\nHost: ${REGISTRY}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`],
  [
    'a second request behind a refused one',
    `${connectTo('evil.example:443')}${connectTo(`${REGISTRY}:443`)}`,
  ],
  ['a long header', `CONNECT ${REGISTRY}:443 HTTP/1.1\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`],
  ['something else than HTTP', '\x05\x01\x00\r\n\r\n'],
];

test.each(ATTEMPTS)('the proxy does not pass on %s', async (_, bytes) => {
  const { proxy, dialled } = await opened();
  const answer = await answerTo(proxy, bytes);
  expect(answer).not.toContain('hello');
  expect(answer).not.toMatch(/^HTTP\/1\.1 200/);
  expect(dialled).toEqual([]);
});

test('what the proxy refused is told, the first few', async () => {
  const { proxy } = await opened();
  for (let n = 0; n < 9; n += 1) await answerTo(proxy, connectTo(`host${n}.example.org:443`));
  expect(proxy.refused).toHaveLength(5);
  expect(proxy.refused[0]).toBe('host0.example.org:443');
});

test('a closed proxy leaves nothing behind and ends what went through it', async () => {
  const { proxy } = await opened();
  const client = connect(proxy.socket, () => client.write(connectTo(`${REGISTRY}:443`)));
  await new Promise((resolve) => client.once('data', resolve));
  const ended = new Promise((resolve) => client.on('error', () => {}).on('close', resolve));
  await proxy.close();
  await ended;
  expect(existsSync(dirname(proxy.socket))).toBe(false);
});

test.each(['1.1.1.1', '151.101.0.162', '2606:4700::6810:1923'])('%s is on the public internet', (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

/** Asks for the registry as programs do that know the variables of proxies, inside what the sandbox runs. */
const CLIENT = `
const { request } = require('node:http');
const { hostname, port } = new URL(process.env.HTTPS_PROXY);
request({ host: hostname, port, method: 'CONNECT', path: process.env.TARGET })
  .on('connect', ({ statusCode }, socket, head) => {
    console.log(statusCode);
    let text = String(head);
    const look = () => text.includes('hello') && (console.log('hello'), process.exit(7));
    look();
    socket.on('data', (part) => { text += part; look(); });
    socket.on('close', () => process.exit(1));
  }).end();
`;

async function inside(proxy: RegistryProxy, target: string): Promise<string> {
  const [program = '', ...args] = forwardedCommand(`node -e "$CLIENT"`, proxy.socket);
  const env = { PATH: dirname(process.execPath), CLIENT, TARGET: target };
  const child = spawn(program, args, { env });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (text += part));
  const code = await new Promise((resolve) => child.on('close', resolve));
  return `${text}exit code ${code}`;
}

test('the command that a sandbox runs reaches the proxy and ends as the shell line ended', async () => {
  const { proxy } = await opened();
  expect(await inside(proxy, `${REGISTRY}:443`)).toBe('200\nhello\nexit code 7');
  expect(await inside(proxy, 'evil.example:443')).toMatch(/^403\n/);
});

test('the loopback of this machine is not reached through the proxy that real names are resolved for', async () => {
  const server = createHttpServer((_, response) => response.end('hello\n'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const proxy = await openRegistryProxy(['localhost', 'ip6-localhost', 'localhost.localdomain']);
  onTestFinished(async () => {
    await proxy.close();
    server.close();
  });
  for (const host of ['localhost', 'ip6-localhost', 'localhost.localdomain'])
    expect(await answerTo(proxy, connectTo(`${host}:80`))).toMatch(/^HTTP\/1\.1 (403|502)/);
});
