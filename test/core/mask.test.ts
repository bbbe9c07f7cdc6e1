import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMask } from '../../src/core/access/mask.ts';

const NONE = createMask({ values: [], patterns: [] });
/** Put together here, so that no scanner takes this file for a leak. */
const KEYS: readonly (readonly [string, string])[] = [
  ['an OpenAI key', ['sk', '-proj-', 'aB3dE5fG7hJ9kL1mN3pQ5rS7'].join('')],
  ['a GitHub token', ['gh', 'p_', 'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8'].join('')],
  ['a GitHub token', ['gh', 'o_', 'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8'].join('')],
  ['a GitHub token', ['gh', 's_', 'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8'].join('')],
  ['a GitHub token', ['github', '_pat_', '11ABCDEFG0aBcDeFgHiJkL_mNoPqRsTuVwXyZ0123456789abcdef'].join('')],
  ['an AWS access key', ['AK', 'IA', 'IOSFODNN7EXAMPLE'].join('')],
  ['a Slack token', ['xo', 'xb-', '123456789012-abcdefABCDEF'].join('')],
  ['a Google API key', ['AI', 'za', 'SyA1234567890abcdefghijklmnopqrstuv'].join('')],
  ['a secret value', ['api', '_key = "', 'q8Zr2LmX9vB4nT6wYp3K', '"'].join('')],
  ['a secret value', ["'client_", "secret': '", 'q8Zr2LmX9vB4nT6wYp3K', "'"].join('')],
  ['a secret value', ['MY_API', '_KEY=', 'q8Zr2LmX9vB4nT6wYp3K'].join('')],
  ['a bearer token', ['Authorization: Bea', 'rer ', 'q8Zr2LmX9vB4nT6wYp3K'].join('')],
  ['a password in an address', ['https://me:', 'q8Zr2LmX9vB4', '@example.org/'].join('')],
  [
    'a private key',
    ['-----BEGIN RSA PRIV', 'ATE KEY-----\nMIIEow\nAAAA\n-----END RSA PRIV', 'ATE KEY-----'].join(''),
  ],
];

describe('patterns', () => {
  it.each(KEYS)('find %s', (name, key) => {
    expect(NONE.finds(`before ${key}\nafter`)).toBe(name);
    const masked = NONE.mask(`before ${key}\nafter`);
    expect(masked).toContain('[masked]');
    expect(masked).toMatch(/^before [\s\S]*\nafter$/);
    expect(NONE.finds(masked)).toBeNull();
  });

  it.each([
    'const token = readToken2FromTheEnvironment(x);',
    'api_key = "your-api-key-goes-here"',
    ['secret: "$', '{{ secrets.MODEL_KEY_2 }}"'].join(''),
    'OPENAI_API_KEY=',
    'OPENAI_API_KEY=...',
    'task-list-of-many-things-to-do-2',
    'commit 08de450a7f3b9c1d2e4f5a6b7c8d9e0f1a2b3c4d',
    '"integrity": "sha512-q8Zr2LmX9vB4nT6wYp3Kq8Zr2LmX9vB4nT6wYp3K=="',
    'Bearer authentication is described below',
    'https://example.org:8080/path@2',
    '.sk-spinner-fading-circle-animation { }',
    'tokens_per_day: 100000',
  ])('leave %s alone', (text) => {
    expect(NONE.finds(text)).toBeNull();
    expect(NONE.mask(text)).toBe(text);
  });

  it('take a private key without an end for a key up to the end of the text', () => {
    const text = ['x\n-----BEGIN PRIV', 'ATE KEY-----\nMIIEvQ\nrest'].join('');
    expect(NONE.mask(text)).toBe('x\n[masked]');
  });

  it('of the settings are used as well, and a broken one hurts nobody', () => {
    const mask = createMask({ values: [], patterns: ['(', 'corp-\\d{6}', 'x*'] });
    expect(mask.mask('id corp-123456 end')).toBe('id [masked] end');
    expect(mask.finds('id corp-123456 end')).toBe('secret pattern 2 of the settings');
  });
});

describe('known values', () => {
  const value = 'pa/ss+wörd "42"';
  const mask = createMask({ values: [value, 'abc', ''], patterns: [] });

  it('are found as they stand, in JSON, in a URL', () => {
    expect(mask.mask(`a ${value} b`)).toBe('a [masked] b');
    expect(mask.mask(JSON.stringify({ value }))).toBe('{"value":"[masked]"}');
    expect(mask.mask(`?key=${encodeURIComponent(value)}&x`)).toBe('?key=[masked]&x');
  });

  it.each(['', 'a', 'ab', 'abc', 'x-access-token:'])('are found in base64 behind %j', (before) => {
    for (const encoding of ['base64', 'base64url'] as const) {
      const encoded = Buffer.from(`${before}${value}!`, 'utf8').toString(encoding);
      expect(mask.finds(encoded)).toBe('a known secret');
      expect(Buffer.from(mask.mask(encoded), encoding).toString('utf8')).not.toContain('ss+w');
    }
  });

  it('are found in a hex dump, in small and in large letters', () => {
    const hex = Buffer.from(`<${value}>`, 'utf8').toString('hex');
    expect([mask.mask(hex), mask.mask(hex.toUpperCase())]).toEqual(['3c[masked]3e', '3C[masked]3E']);
  });

  it('that are too short to be a secret are left alone', () => {
    expect(mask.mask('abc and nothing')).toBe('abc and nothing');
  });

  it('are found everywhere, also where two of them overlap', () => {
    const two = createMask({ values: ['abcdefgh', 'efghijkl'], patterns: [] });
    expect(two.mask('xabcdefghijklx abcdefgh')).toBe('x[masked]x [masked]');
  });
});

it('never throws, and masking twice changes nothing more', () => {
  const mask = createMask({ values: ['s3cret-value', '\ud800broken'], patterns: ['[0-9]{12}'] });
  const word = fc.constantFrom(
    's3cret-value',
    ' ',
    '-----BEGIN PRIVATE KEY-----',
    '123456789012',
    'api_key="',
    '"',
    'Bearer ',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(word, fc.string()), { maxLength: 12 }), (parts) => {
      const masked = mask.mask(parts.join(''));
      expect(mask.mask(masked)).toBe(masked);
      expect(masked).not.toContain('s3cret-value');
    }),
  );
});

it('goes through a large text with many false starts', () => {
  const parts = [
    '-----BEGIN PRIV',
    'ATE KEY-----',
    'token = "',
    'A'.repeat(50),
    'KEY_'.repeat(20),
    'eyJaaaaaaaaaaaa.',
    'sk-',
  ];
  const text = parts.join('').repeat(4_000);
  expect(NONE.mask(text).length).toBeGreaterThan(0);
});
