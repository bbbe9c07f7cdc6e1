import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { openRegistryProxy, type RegistryProxy } from '../../../src/adapters/sandbox/registry-proxy.ts';

const HOST = 'registry.example.com';
const PUBLIC = '93.184.215.14';
const ASK = `CONNECT ${HOST}:443 HTTP/1.1\r\nHost: ${HOST}:443\r\n\r\n`;

interface Opened {
  readonly proxy: RegistryProxy;
  readonly dialled: readonly string[];
  readonly sockets: readonly Socket[];
  /** What has reached the other side. */
  readonly received: readonly string[];
  /** Answers the names that wait to be resolved. */
  answer(): void;
  readonly waiting: () => number;
}

/** A real proxy. Names wait for `answer` where `answers` is null; else each question takes the next answer. */
async function opened(answers: readonly (readonly string[])[] | null, own = ''): Promise<Opened> {
  const received: string[] = [];
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy()).on('data', (part) => received.push(String(part)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port: real } = server.address() as AddressInfo;
  const dialled: string[] = [];
  const sockets: Socket[] = [];
  const waiting: (() => void)[] = [];
  let asked = 0;
  const proxy = await openRegistryProxy([HOST], {
    async resolve() {
      asked += 1;
      if (answers !== null) return answers[asked - 1] ?? [];
      await new Promise<void>((resolve) => waiting.push(resolve));
      return [PUBLIC];
    },
    own: () => [own],
    dial(addresses) {
      dialled.push(`${addresses}`);
      const socket = connect(real, '127.0.0.1');
      sockets.push(socket);
      return socket;
    },
  });
  onTestFinished(async () => {
    await proxy.close();
    server.close();
  });
  const answer = () => {
    for (const each of waiting.splice(0)) each();
  };
  return { proxy, dialled, sockets, received, answer, waiting: () => waiting.length };
}

function send(proxy: RegistryProxy, bytes: string): Socket {
  const client: Socket = connect(proxy.socket, () => client.write(bytes, 'latin1'));
  client.on('error', () => client.destroy());
  onTestFinished(() => {
    client.destroy();
  });
  return client;
}

/** What the proxy says, until it ends or has said nothing for a while. */
async function answerTo(proxy: RegistryProxy, bytes: string): Promise<string> {
  const client = send(proxy, bytes);
  let text = '';
  client.on('data', (part) => (text += String(part)));
  await Promise.race([new Promise((resolve) => client.on('close', resolve)), pause(150)]);
  return text;
}

test.each([1, 100])('%s that leave before their name is known hold no connection', async (clients) => {
  const { proxy, sockets, answer, waiting } = await opened(null);
  const all = Array.from({ length: clients }, () => send(proxy, ASK));
  await expect.poll(waiting).toBe(clients);
  for (const each of all) each.destroy();
  await pause(50);
  answer();
  await expect.poll(() => sockets.length).toBe(clients);
  await expect.poll(() => sockets.every(({ destroyed }) => destroyed)).toBe(true);
});

test('a proxy that is closed while a name is looked up connects to nothing any more', async () => {
  const { proxy, dialled, answer, waiting } = await opened(null);
  send(proxy, ASK);
  await expect.poll(waiting).toBe(1);
  await proxy.close();
  answer();
  await pause(50);
  expect(dialled).toEqual([]);
});

test('clients that leave keep no more names being looked up than there may be clients', async () => {
  const { proxy, waiting } = await opened(null);
  for (let round = 0; round < 4; round += 1) {
    const all = Array.from({ length: 100 }, () => send(proxy, ASK));
    await pause(150);
    for (const each of all) each.destroy();
    await pause(50);
  }
  expect(waiting()).toBeLessThanOrEqual(128);
});

test('a name that leads elsewhere when it is asked for again is looked at again', async () => {
  const { proxy, dialled } = await opened([[PUBLIC], ['127.0.0.1'], ['::1'], ['169.254.169.254']]);
  expect(await answerTo(proxy, ASK)).toMatch(/^HTTP\/1\.1 200/);
  for (let n = 0; n < 3; n += 1) expect(await answerTo(proxy, ASK)).toMatch(/^HTTP\/1\.1 403/);
  expect(dialled).toEqual([PUBLIC]);
});

/** Spellings of addresses that lead to this machine, whose own one is 2a01:4f8::5 or 52.1.2.3. */
test.each([
  ['2a01:4f8:0:0:0:0:0:5', '2a01:4f8::5'],
  ['2A01:4F8::5', '2a01:4f8::5'],
  ['2a01:4f8::0.0.0.5', '2a01:4f8::5'],
  ['2a01:4f8::5%eth0', '2a01:4f8::5'],
  ['2a01:4f8::5', '2a01:04f8::5'],
  ['::ffff:52.1.2.3', '52.1.2.3'],
  ['::52.1.2.3', '52.1.2.3'],
  ['64:ff9b::3401:203', '52.1.2.3'],
  ['2002:3401:203::1', '52.1.2.3'],
])('%s is not reached by a machine that is %s', async (address, own) => {
  const { proxy, dialled } = await opened([[address]], own);
  expect(await answerTo(proxy, ASK)).toMatch(/^HTTP\/1\.1 403/);
  expect(dialled).toEqual([]);
});

const BODY = `CONNECT evil.example:443 HTTP/1.1\r\nContent-Length: ${ASK.length}\r\n\r\n${ASK}`;

/** Requests that two programs read differently. */
test.each([
  ['an allowed request as the body of another', BODY],
  ['an allowed request as the body of a plain one', BODY.replace('CONNECT', 'POST')],
  ['an address with a scheme', ASK.replace(`${HOST}:443 HTTP`, `https://${HOST}:443 HTTP`)],
  ['a fragment behind the host', ASK.replace(':443 HTTP', ':443#@evil.example:443 HTTP')],
  ['a path behind the host', ASK.replace(':443 HTTP', ':443/../evil.example:443 HTTP')],
  ['a second target', ASK.replace(' HTTP/1.1', ' evil.example:443 HTTP/1.1')],
  ['a zero byte behind the host', ASK.replace(':443 HTTP', '\0.evil.example:443 HTTP')],
  ['another method in lower case', ASK.replace('CONNECT', 'connect')],
  ['an older HTTP of no number', ASK.replace('HTTP/1.1', 'HTTP/9.9')],
  ['lines of another kind', ASK.replaceAll('\r\n', '\r')],
  ['a blank before the request', ` ${ASK}`],
])('%s leads nowhere', async (_, bytes) => {
  const { proxy, dialled, received } = await opened([[PUBLIC]]);
  expect(await answerTo(proxy, bytes)).not.toMatch(/ 200 /);
  expect([...dialled, ...received]).toEqual([]);
});
