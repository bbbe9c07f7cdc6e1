import { afterEach, describe, expect, test, vi } from 'vitest';
import { environment } from '../../../src/adapters/runner.ts';

afterEach(() => vi.unstubAllEnvs());

describe('the environment', () => {
  test.each([
    ['CI', 'true', { ci: true, noColor: false }],
    ['CI', '1', { ci: true, noColor: false }],
    ['CI', 'false', { ci: false, noColor: false }],
    ['CI', '0', { ci: false, noColor: false }],
    ['NO_COLOR', '1', { ci: false, noColor: true }],
    // Its standard asks for any value that is not empty.
    ['NO_COLOR', 'false', { ci: false, noColor: true }],
    ['NO_COLOR', '', { ci: false, noColor: false }],
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
