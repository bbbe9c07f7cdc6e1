import type { RequestListener } from 'node:http';
import { expect, test } from 'vitest';
import { tellHealthCheck } from '../../src/adapters/actions/health-check.ts';
import { serve } from '../support/http-server.ts';

test('is called once, with nothing but its address', async () => {
  const seen: unknown[] = [];
  const address = await serve((request, response) => {
    const { method, url, headers } = request;
    seen.push({ method, url, hasBody: headers['content-length'] !== undefined, referer: headers.referer });
    response.end('OK');
  });
  expect(await tellHealthCheck(`${address}/0000-fake`)).toBeNull();
  expect(seen).toEqual([{ method: 'GET', url: '/0000-fake', hasBody: false, referer: undefined }]);
});

const answering =
  (status: number, headers: Readonly<Record<string, string>> = {}): RequestListener =>
  (_, response) => {
    response.writeHead(status, headers).end('x'.repeat(100_000));
  };

test.each<[string, RequestListener, object]>([
  ['it does not know the check', answering(404), { kind: 'status', status: 404 }],
  ['it has a fault', answering(503), { kind: 'status', status: 503 }],
  [
    'it sends the call elsewhere',
    answering(302, { location: 'http://127.0.0.1:9/' }),
    { kind: 'status', status: 302 },
  ],
  ['it says nothing for too long', () => {}, { kind: 'unreachable' }],
  ['it hangs up', (request) => request.socket.destroy(), { kind: 'unreachable' }],
])('that %s is a reason and no error', async (_, listener, failure) => {
  expect(await tellHealthCheck(await serve(listener), 500)).toEqual(failure);
});

test.each([
  ['hc-ping.com/fake', { kind: 'not_an_address' }],
  ['file:///etc/passwd', { kind: 'not_an_address' }],
  ['http://hc.example/fake', { kind: 'open_http' }],
  ['https://hc.invalid/fake', { kind: 'unreachable' }],
])('%s is not called: %j', async (address, failure) => {
  expect(await tellHealthCheck(address, 2_000)).toEqual(failure);
});
