import { expect, test } from 'vitest';
import { healthCheckSecrets } from '../../../../src/core/access/address-secrets.ts';
import { healthCheckWords } from '../../../../src/report/job/health-check-words.ts';

test('its address and what is long in it are secrets', () => {
  const uuid = '00000000-1111-2222-3333-444444444444';
  expect(healthCheckSecrets(` https://hc.example/${uuid}/start?rid=12 `)).toEqual([
    `https://hc.example/${uuid}/start?rid=12`,
    uuid,
  ]);
  expect(healthCheckSecrets('  ')).toEqual([]);
});

test.each([
  [{ kind: 'not_an_address' }, 'its value is no web address'],
  [{ kind: 'open_http' }, 'Write https://.'],
  [{ kind: 'status', status: 404 }, 'it answered with status 404.'],
  [{ kind: 'unreachable' }, 'it could not be reached within 5 seconds.'],
] as const)('%j is told in a sentence that names the input and says that nothing follows', (failure, why) => {
  const words = healthCheckWords(failure);
  expect(words).toContain('health-check-url');
  expect(words).toContain(why);
  expect(words).toMatch(/Nothing else follows from that\.$/);
});
