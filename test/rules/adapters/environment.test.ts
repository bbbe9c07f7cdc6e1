import { afterEach, describe, expect, test, vi } from 'vitest';
import { environment } from '../../../src/adapters/runner.ts';

afterEach(() => vi.unstubAllEnvs());

describe('the environment', () => {
  test.each([
    ['CI', 'true', { isCi: true, hasNoColor: false }],
    ['CI', '1', { isCi: true, hasNoColor: false }],
    ['CI', 'false', { isCi: false, hasNoColor: false }],
    ['CI', '0', { isCi: false, hasNoColor: false }],
    ['NO_COLOR', '1', { isCi: false, hasNoColor: true }],
    // Its standard asks for any value that is not empty.
    ['NO_COLOR', 'false', { isCi: false, hasNoColor: true }],
    ['NO_COLOR', '', { isCi: false, hasNoColor: false }],
  ])('takes %s=%s for %j', (name, value, expected) => {
    vi.stubEnv('CI', undefined);
    vi.stubEnv('NO_COLOR', undefined);
    vi.stubEnv(name, value);
    expect(environment()).toMatchObject(expected);
  });

  test.each(['false', '0', ' '])('takes any WAKEFUL_STOP for a stop, also %j', (value) => {
    vi.stubEnv('WAKEFUL_STOP', value);
    expect(environment().stop).toBe(value);
  });
});
