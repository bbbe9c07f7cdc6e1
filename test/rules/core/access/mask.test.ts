import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMask } from '../../../../src/core/access/mask.ts';
import { linearPatterns } from '../../../../src/core/access/matching/linear-pattern.ts';

const NONE = createMask({ values: [], patterns: [] });
/** Put together here, so that no scanner takes this file for a leak. */
const KEYS: readonly (readonly [string, string])[] = [
  ['OpenAI key', ['sk', '-proj-', 'aB3dE5fG7hJ9kL1mN3pQ5rS7'].join('')],
  ['GitHub token', ['gh', 'p_', 'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8'].join('')],
  ['GitHub token', ['gh', 'o_', 'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8'].join('')],
  ['GitHub token', ['gh', 's_', 'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8'].join('')],
  ['GitHub token', ['github', '_pat_', '11ABCDEFG0aBcDeFgHiJkL_mNoPqRsTuVwXyZ0123456789abcdef'].join('')],
  ['AWS access key', ['AK', 'IA', 'IOSFODNN7EXAMPLE'].join('')],
  ['Slack token', ['xo', 'xb-', '123456789012-abcdefABCDEF'].join('')],
  ['Google API key', ['AI', 'za', 'SyA1234567890abcdefghijklmnopqrstuv'].join('')],
  ['secret value', ['api', '_key = "', 'q8Zr2LmX9vB4nT6wYp3K', '"'].join('')],
  ['secret value', ["'client_", "secret': '", 'q8Zr2LmX9vB4nT6wYp3K', "'"].join('')],
  ['secret value', ['MY_API', '_KEY=', 'q8Zr2LmX9vB4nT6wYp3K'].join('')],
  ['bearer token', ['Authorization: Bea', 'rer ', 'q8Zr2LmX9vB4nT6wYp3K'].join('')],
  ['password in address', ['https://me:', 'q8Zr2LmX9vB4', '@example.org/'].join('')],
  [
    'private key',
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
    const mask = createMask({ values: [], patterns: linearPatterns(['(', 'corp-\\d{6}', 'x*']) });
    expect(mask.mask('id corp-123456 end')).toBe('id [masked] end');
    expect(mask.finds('id corp-123456 end')).toBe('pattern 1 of secret_patterns');
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
      expect(mask.finds(encoded)).toBe('known value');
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

/** Each as a secret may be broken up by characters that nobody sees. */
const INVISIBLE = [
  '\u200b',
  '\u2060',
  '\ufeff',
  '\u00ad',
  '\u200e',
  '\u202e',
  '\u2028',
  '\u034f',
  '\ufe0f',
  '\u{e0041}',
  '\u0007',
  '\r',
  '\u001b[31m',
];

describe('characters that nobody sees', () => {
  const token = ['gh', 'p_', 'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8'].join('');
  const mask = createMask({ values: ['pa/ss+word-42'], patterns: linearPatterns(['corp-[0-9]{6}']) });

  it.each(INVISIBLE)('%j hide no token, no value and no pattern', (hidden) => {
    for (const secret of [token, 'pa/ss+word-42', 'corp-123456']) {
      const broken = [...secret].join(hidden);
      expect(mask.mask(`a ${broken} b`)).toBe('a [masked] b');
      expect(mask.finds(broken)).not.toBeNull();
    }
  });

  it('belong to an order to a terminal or do not, and hide nothing either way', () => {
    expect(mask.mask(`a \u001b[${token} b`)).toBe('a \u001b[[masked] b');
    expect(mask.mask(`a \u001b]8;;https://x.example/${token}\u0007 b`)).not.toContain(token);
    expect(mask.mask(`corp-\u001b]8;;https://x.example\u0007123456 b`)).toBe('[masked] b');
  });

  it('stay where they are in what is no secret', () => {
    const text = `Gru\u00adss \u{1f469}\u200d\u{1f680} ${token}\u200b.`;
    expect(mask.mask(text)).toBe('Gru\u00adss \u{1f469}\u200d\u{1f680} [masked]\u200b.');
  });

  it('are no part of a known value either', () => {
    const odd = createMask({ values: ['pass\u200bword-42'], patterns: [] });
    expect(odd.mask('pass\u200bword-42 and password-42')).toBe('[masked] and [masked]');
  });
});

describe('what is left of a value that was cut', () => {
  const value = 'pk/7Qe+41zzWq-9Lm0_vXw2RtYb';
  const mask = createMask({ values: [value], patterns: [] });

  it.each([
    [`key ${value.slice(0, 14)}`, 'key [masked]'],
    [`key ${value.slice(0, 14)}… and more`, 'key [masked]… and more'],
    [`key ${value.slice(0, -1)}... and more`, 'key [masked]... and more'],
    [`${value.slice(-14)} is the rest`, '[masked] is the rest'],
    [`cut …${value.slice(-14)} is the rest`, 'cut …[masked] is the rest'],
    [`${value.slice(0, 11)}`, value.slice(0, 11)],
  ])('in %j is masked as well', (text, masked) => {
    expect(mask.mask(text)).toBe(masked);
  });

  it('is the whole rest of a private key without its beginning', () => {
    const rest = ['AAAA/BBB+\nCCCC==\n-----END PRIV', 'ATE KEY-----'].join('');
    expect(mask.mask(`(cut) ${rest} end`)).toBe('(cut)[masked] end');
  });
});

describe('an identity', () => {
  const mask = createMask({ values: ['s3cret-value'], patterns: linearPatterns(['[0-9a-f]{40}']) });
  const commit = '08de450a7f3b9c1d2e4f5a6b7c8d9e0f1a2b3c4d';

  it('is changed by no pattern of the settings, and by everything else', () => {
    expect(mask.mask(commit)).toBe('[masked]');
    expect(mask.identity(commit)).toBe(commit);
    expect(mask.identity('wakeful/s3cret-value/1')).toBe('wakeful/[masked]/1');
  });
});

it('never throws, and masking twice changes nothing more', () => {
  const values = ['s3cret-value', '\ud800broken', 'masked', 'ed] and [ma'];
  const mask = createMask({
    values,
    patterns: linearPatterns(['[0-9]{12}', '\\]\\[', 'x(?=\\[)', '(?<=\\])y']),
  });
  const word = fc.constantFrom(
    's3cret-value',
    ' ',
    '-----BEGIN PRIVATE KEY-----',
    '123456789012',
    'api_key="',
    '"',
    'Bearer ',
    'MY_KEY=aB3dE5fG7hJ9kL1mN3',
    '[masked]',
    'masked',
    '…',
    's3cret-value'.slice(0, 11),
    '\u200b',
    'x',
    'y',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(word, fc.string()), { maxLength: 12 }), (parts) => {
      const masked = mask.mask(parts.join(''));
      expect(mask.mask(masked)).toBe(masked);
      expect(masked).not.toContain('s3cret-value');
    }),
  );
});

/** Where time grew faster than the text, one of these would take minutes. */
describe('goes through a megabyte of', () => {
  const values = ['pk/7Qe+41zzWq-9Lm0_vXw2RtYb', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'another-value "42"'];
  const mask = createMask({ values, patterns: linearPatterns(['corp-[0-9]{6}']) });
  const begin = ['-----BEGIN PRIV', 'ATE KEY-----'].join('');
  const end = ['-----END PRIV', 'ATE KEY-----'].join('');
  it.each([
    '…',
    '...',
    'pk/7Qe+41zzW…',
    'aaaaaaaaaaaaaaaaaaaaaaaa…',
    'a',
    begin,
    end,
    `${begin}${end}`,
    'AAAA\n',
    '-eyJ',
    'eyJaaaaaaaaaa.',
    'sk-',
    'token = "',
    'KEY_',
    'KEY',
    'a://a:',
    '[masked]',
    'x[masked]',
    '\u200b',
    'a\u200b',
    '\u001b[',
    '\u001b[0',
    'corp-12345',
    'Bearer ',
  ])('%j', (part) => {
    const text = part.repeat(Math.ceil(1_000_000 / part.length));
    expect(mask.mask(text).length).toBeGreaterThan(0);
    expect(() => mask.finds(text)).not.toThrow();
  });
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
