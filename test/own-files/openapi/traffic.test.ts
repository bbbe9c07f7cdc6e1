import { describe, expect, it } from 'vitest';
import { isRecord, type Schema } from '../../../scripts/openapi/normalise.ts';
import type { Operation } from '../../../scripts/openapi/subset.ts';
import { operations } from '../../support/openapi/description.ts';
import type { Exchange } from '../../support/openapi/exchange.ts';
import { sampleOf } from '../../support/openapi/sample.ts';
import { exchangeFaults } from '../../support/openapi/traffic.ts';

const SENT = { authorization: 'token not-a-token', 'user-agent': 'test' };

interface Parts {
  readonly body?: unknown;
  readonly status?: number;
  readonly answer?: unknown;
  readonly query?: string;
  readonly sent?: Readonly<Record<string, string>>;
  readonly given?: Readonly<Record<string, string>>;
}

/** The plainest exchange for an operation that the description allows, with some parts exchanged. */
function exchange(name: string, parts: Parts = {}): Exchange {
  const operation = operationOf(name);
  const [method = '', path = ''] = name.split(' ');
  const status = parts.status ?? plainStatus(operation);
  const described = operation.answers[String(status)];
  const plain =
    described?.schema === null || described === undefined ? undefined : sampleOf(described.schema);
  const answer = 'answer' in parts ? parts.answer : plain;
  const body =
    'body' in parts ? parts.body : operation.body === null ? undefined : sampleOf(operation.body.schema);
  const json = { 'content-type': 'application/json; charset=utf-8' };
  const own = Object.fromEntries(
    (described?.headers ?? []).filter((header) => header !== 'link').map((header) => [header, '1']),
  );
  return {
    request: {
      method,
      path: filled(path, operation) + (parts.query ?? ''),
      headers: new Headers(parts.sent ?? { ...SENT, ...(body !== undefined && json) }),
      body: body === undefined ? null : JSON.stringify(body),
    },
    answer: {
      status,
      headers: new Headers(parts.given ?? { ...own, ...(answer !== undefined && json) }),
      body: answer === undefined ? '' : JSON.stringify(answer),
    },
  };
}

function operationOf(name: string): Operation {
  const operation = operations[name];
  if (operation === undefined) throw new Error(`no ${name}`);
  return operation;
}

function filled(path: string, { parameters }: Operation): string {
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const schema = parameters.find((parameter) => parameter.name === name)?.schema ?? { type: 'string' };
    return encodeURIComponent(String(sampleOf(schema)));
  });
}

function plainStatus({ answers }: Operation): number {
  return Math.min(
    ...Object.keys(answers)
      .map(Number)
      // A text that lies elsewhere is answered with its address.
      .filter((status) => status < 303),
  );
}

const NAMES = Object.keys(operations);

describe('every operation', () => {
  it.each(NAMES)('allows what GitHub describes: %s', (name) => {
    for (const status of Object.keys(operationOf(name).answers)) {
      expect(exchangeFaults(exchange(name, { status: Number(status) }))).toEqual([]);
    }
  });

  it.each(NAMES)('allows no other status: %s', (name) => {
    expect(exchangeFaults(exchange(name, { status: 418 }))).toEqual([
      expect.stringContaining('418: the status 418 is not described'),
    ]);
  });

  it.each(NAMES)('allows no unknown parameter: %s', (name) => {
    expect(exchangeFaults(exchange(name, { query: '?per_pag=3' }))).toEqual([
      expect.stringContaining('unknown parameter per_pag'),
    ]);
  });

  it.each(NAMES)('allows no request without a token and a name: %s', (name) => {
    const faults = exchangeFaults(exchange(name, { sent: { 'content-type': 'application/json' } }));
    expect(faults).toHaveLength(2);
  });
});

const WITH_BODY = NAMES.filter((name) => operationOf(name).body !== null);

describe('every body that is sent', () => {
  it.each(WITH_BODY)('has no unknown field: %s', (name) => {
    const { body } = operationOf(name);
    const plain = sampleOf(body?.schema ?? {});
    const faults = exchangeFaults(
      exchange(name, { body: { ...(isRecord(plain) ? plain : {}), titel: 'x' } }),
    );
    expect(faults.join()).toMatch(/titel/);
  });

  it.each(NAMES.filter((name) => !WITH_BODY.includes(name)))('is one too much: %s', (name) => {
    expect(exchangeFaults(exchange(name, { body: {} }))).toEqual([
      expect.stringContaining('a body where none is taken'),
    ]);
  });
});

/** Operations that answer with one kind of object. */
const WITH_ANSWER = NAMES.filter((name) => {
  const operation = operationOf(name);
  const schema = operation.answers[String(plainStatus(operation))]?.schema ?? null;
  return schema !== null && schema['oneOf'] === undefined && isRecord(sampleOf(schema));
});

describe('every answer', () => {
  it.each(WITH_ANSWER)('has all fields, of the right kind, and no other: %s', (name) => {
    const plain: Schema = JSON.parse(exchange(name).answer?.body ?? '{}');
    const faultsWith = (answer: Schema): string => exchangeFaults(exchange(name, { answer })).join('\n');
    expect(faultsWith({ ...plain, strange: 1 })).toMatch(/strange/);
    for (const field of Object.keys(plain)) {
      const { [field]: _gone, ...rest } = plain;
      expect(faultsWith(rest), field).toMatch(/must have required property/);
      expect(faultsWith({ ...plain, [field]: [[1]] }), field).not.toBe('');
    }
  });

  it.each(NAMES)('is JSON where one is described, and nothing where none is: %s', (name) => {
    const plain = exchange(name);
    const isBare = plain.answer?.body === '';
    const broken = isBare ? { answer: { a: 1 } } : { given: { 'content-type': 'text/html' } };
    expect(exchangeFaults(exchange(name, broken)).join()).toMatch(
      /no(t sent as JSON|ne is described)|is missing/,
    );
  });
});

describe('a fault that is planted', () => {
  const PULLS = '/repos/{owner}/{repo}/pulls';
  const planted: readonly (readonly [string, string, Parts, RegExp])[] = [
    ['a parameter outside its list', `GET ${PULLS}`, { query: '?state=opened' }, /state .*allowed values/],
    ['a page that is no number', `GET ${PULLS}`, { query: '?page=two' }, /page must be integer/],
    [
      'a title that is a number',
      `POST ${PULLS}`,
      { body: { title: 1, head: 'a', base: 'b' } },
      /title must be string/,
    ],
    ['a missing base', `POST ${PULLS}`, { body: { head: 'a' } }, /required property 'base'/],
    ['no body at all', `POST ${PULLS}`, { body: undefined }, /the body is missing/],
    [
      'a state that does not exist',
      `PATCH ${PULLS}/{pull_number}`,
      { body: { state: 'merged' } },
      /allowed values/,
    ],
    [
      'no labels',
      'POST /repos/{owner}/{repo}/issues/{issue_number}/labels',
      { body: { labels: [] } },
      /fewer than 1/,
    ],
    [
      'an address of pages that is none',
      `GET ${PULLS}`,
      { given: { 'content-type': 'application/json', link: 'next: 2' } },
      /no list of pages/,
    ],
    ['an error without a word of JSON', `GET ${PULLS}`, { status: 403, answer: 'no' }, /must be object/],
    [
      'a missing header',
      `POST ${PULLS}`,
      { given: { 'content-type': 'application/json' } },
      /header location is missing/,
    ],
  ];

  it.each(planted)('is found: %s', (_, name, parts, fault) => {
    expect(exchangeFaults(exchange(name, parts)).join('\n')).toMatch(fault);
  });

  it.each([
    ['GET', '/repos/acme/site/pulls/new'],
    ['PUT', '/repos/acme/site/pulls/1'],
    ['GET', '/search/issues'],
  ])('is an operation that nobody listed: %s %s', (method, path) => {
    const request = { method, path, headers: new Headers(SENT), body: null };
    const faults = exchangeFaults({ request, answer: null });
    expect(faults.join()).toMatch(/no operation of|must be integer/);
  });

  it('is taken for none where only the server is at fault', () => {
    const name = `GET ${PULLS}`;
    expect(exchangeFaults(exchange(name, { status: 502, answer: undefined }))).toEqual([]);
    expect(exchangeFaults({ ...exchange(name), answer: null })).toEqual([]);
  });
});
