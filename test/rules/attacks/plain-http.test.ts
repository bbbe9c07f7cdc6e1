import { expect, test } from 'vitest';
import { parseModelAddress } from '../../../src/config/fields/inputs.ts';
import { baseUrlProblem } from '../../../src/config/settings/setting-rules.ts';
import { isLocalAddress, isOpenToOthers } from '../../../src/core/access/plain-http.ts';

/** Addresses by which the prompt and the key would cross other people's networks in the open, or reach a cloud's credentials. */
const OPEN = [
  'http://api.openai.com/v1',
  'http://example.com',
  'HTTP://EXAMPLE.COM/v1',
  'http://8.8.8.8/v1',
  'http://134744072/v1',
  'http://0x08080808/v1',
  'http://169.254.169.254/latest/meta-data',
  'http://[fe80::1]/v1',
  'http://[2001:4860:4860::8888]/v1',
  'http://[::ffff:8.8.8.8]/v1',
  'http://localhost.example.com/v1',
  'http://127.0.0.1.example.com/v1',
  'http://172.32.0.1/v1',
  'http://11.0.0.1/v1',
  'http://example.com./v1',
] as const;

const LOCAL = [
  'http://localhost:11434/v1',
  'http://127.0.0.1:1234/v1',
  'http://[::1]:1234/v1',
  'http://ollama:11434/v1',
  'http://host.docker.internal:11434/v1',
  'http://gpu.lan/v1',
  'http://models.local/v1',
  'http://10.1.2.3/v1',
  'http://172.20.0.2/v1',
  'http://192.168.1.9/v1',
  'http://[fd00::9]/v1',
] as const;

test.each(OPEN)('an address with plain http:// that is not local is refused: %s', (address) => {
  expect([isOpenToOthers(address), isLocalAddress(address)]).toEqual([true, false]);
  expect(parseModelAddress(address).kind).toBe('wrong');
  expect(baseUrlProblem(address)?.message).toContain('plain http://');
});

test.each([...LOCAL, 'https://api.openai.com/v1', 'https://8.8.8.8/v1'])(
  'an address that is local, or encrypted, is taken: %s',
  (address) => {
    expect(isOpenToOthers(address)).toBe(false);
    expect(parseModelAddress(address)).toEqual({ kind: 'value', value: address });
    expect(baseUrlProblem(address)).toBeNull();
  },
);
