import { describe, expect, test } from 'vitest';
import { readTraceTarget } from '../../../src/config/fields/trace-target.ts';
import { headerSecrets } from '../../../src/core/access/address-secrets.ts';
import { traceFailureWords, wrongTargetWords } from '../../../src/report/job/trace-words.ts';

const HERE = { OTEL_EXPORTER_OTLP_ENDPOINT: 'https://otlp.example.com' };

describe('where traces go', () => {
  test.each([
    ['without a variable', {}],
    ['with an empty one', { OTEL_EXPORTER_OTLP_ENDPOINT: ' ' }],
    ['with headers alone', { OTEL_EXPORTER_OTLP_HEADERS: 'a=b' }],
    ['where everything is switched off', { ...HERE, OTEL_SDK_DISABLED: 'true' }],
    ['where traces are', { ...HERE, OTEL_TRACES_EXPORTER: 'none' }],
  ])('nowhere %s', (_when, variables) => {
    expect(readTraceTarget(variables)).toEqual({ kind: 'off' });
  });

  test('is what OpenTelemetry says of its variables', () => {
    expect(readTraceTarget(HERE)).toEqual({
      kind: 'target',
      target: {
        address: 'https://otlp.example.com/v1/traces',
        ...{ headers: {}, timeoutMs: 5_000, resource: { 'service.name': 'wakeful' }, hasTexts: false },
      },
    });
    const more = {
      ...HERE,
      OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'https://traces.example.com/in?x=1',
      OTEL_EXPORTER_OTLP_HEADERS: 'a=one',
      OTEL_EXPORTER_OTLP_TRACES_HEADERS: ' api-key = fake%3Dkey , nonsense, b=',
      OTEL_EXPORTER_OTLP_TIMEOUT: '60000',
      OTEL_RESOURCE_ATTRIBUTES: 'service.name=mine,team=docs',
      OTEL_SERVICE_NAME: 'night',
    };
    expect(readTraceTarget(more)).toMatchObject({
      target: {
        address: 'https://traces.example.com/in?x=1',
        headers: { 'api-key': 'fake=key', b: '' },
        timeoutMs: 5_000,
        resource: { 'service.name': 'night', team: 'docs' },
      },
    });
  });

  test.each([
    ['otlp.example.com', 'not_an_address'],
    ['file:///etc/passwd', 'not_an_address'],
    ['http://otlp.example.com', 'open_http'],
  ] as const)('is not %s: %s', (OTEL_EXPORTER_OTLP_ENDPOINT, why) => {
    const variable = 'OTEL_EXPORTER_OTLP_ENDPOINT';
    expect(readTraceTarget({ OTEL_EXPORTER_OTLP_ENDPOINT })).toEqual({ kind: 'wrong', variable, why });
    expect(wrongTargetWords({ variable, why })).toMatch(
      /^No trace of this run is sent: .* Write (?:one such as )?https:.*\.$/,
    );
  });

  test('may be a collector on the same machine', () => {
    expect(readTraceTarget({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://localhost:4318' }).kind).toBe('target');
  });
});

test('headers are secrets, in the spelling of the variable and in that which is sent', () => {
  const secrets = headerSecrets('authorization=Bearer%20fake-token-1, api-key=fake%2Fkey');
  for (const secret of ['Bearer fake-token-1', 'fake-token-1', 'Bearer%20fake-token-1', 'fake/key'])
    expect(secrets).toContain(secret);
  expect(headerSecrets(' ')).toEqual([]);
});

test('a trace that did not arrive is told in one sentence, and that nothing follows from it', () => {
  expect(traceFailureWords({ kind: 'status', status: 401 })).toBe(
    'The trace of this run was not sent: its server answered with status 401. Nothing else follows from that.',
  );
  expect(traceFailureWords({ kind: 'unreachable', timeoutMs: 5_000 })).toContain('within 5 s');
});
