import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { createOpenAiModels } from '../../../src/adapters/openai-model.ts';
import type { Question } from '../../../src/ports.ts';
import { asMasked } from '../../support/as-masked.ts';

const QUESTION: Question = {
  messages: [{ role: 'user', content: asMasked('The contents of a private file.') }],
  tools: [],
  maxTokens: 100,
};

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function serve(
  status: number,
  headers: Readonly<Record<string, string>>,
  seen: string[],
): Promise<string> {
  const server = createServer((request, response) => {
    seen.push(`${request.method} ${request.url} ${request.headers.authorization ?? ''}`);
    request.resume();
    response.writeHead(status, headers).end('{}');
  });
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A server that was chosen, or somebody between, sends the request on to a server of its own. */
const ATTEMPTS: readonly (readonly [name: string, status: number, path: (other: string) => string])[] = [
  ['for now, with the body', 307, (other) => other],
  ['for ever, with the body', 308, (other) => other],
  ['moved', 301, (other) => other],
  ['found', 302, (other) => other],
  ['see other', 303, (other) => other],
  ['to a path that looks the same', 307, (other) => `${other}/v1/chat/completions`],
  ['without a protocol', 307, (other) => other.slice('http:'.length)],
  ['with a name and a password', 307, (other) => other.replace('://', '://a:b@')],
  ['to localhost by name', 307, (other) => other.replace('127.0.0.1', 'localhost')],
  ['not modified', 304, (other) => other],
];

test.each(ATTEMPTS)(
  'a redirect %s takes neither the prompt nor the key elsewhere',
  async (_name, status, path) => {
    const [chosen, others]: [string[], string[]] = [[], []];
    const other = await serve(200, { 'content-type': 'application/json' }, others);
    const baseUrl = await serve(status, { location: path(other) }, chosen);
    const provider = createOpenAiModels({ key: 'the-key-of-the-owner' });
    const model = await provider.open({ model: 'm', baseUrl, price: null, maxOutputTokens: 100 });
    const answer = await model.ask(QUESTION, new AbortController().signal);
    expect([chosen.length, others]).toEqual([1, []]);
    expect(answer).toMatchObject({ kind: 'fault', fault: 'bad_request', isCharged: false });
  },
);
