import { expect, test } from 'vitest';
import { looksRandom } from '../../../../src/core/access/random-text.ts';
import { SECRET_PATTERNS } from '../../../../src/core/access/secret-patterns.ts';

/** What the patterns find in a text, as a mask would use them. */
function found(text: string): readonly string[] {
  return SECRET_PATTERNS.flatMap(({ pattern, group, isSecret }) =>
    [...text.matchAll(pattern)].map((match) => match[group] ?? '').filter(isSecret),
  );
}

const RANDOM = 'a8F3kQ9zL2mX7vB4nC6wE1rT5yU0pS';
const PLAIN = 'abcdefghij'.repeat(4);

test.each([
  ['OpenAI key', `key sk-proj-${RANDOM} here`, `sk-proj-${RANDOM}`],
  ['token of GitHub', `ghp_${PLAIN}`, `ghp_${PLAIN}`],
  ['a job’s token of GitHub', `x ghs_${PLAIN}.`, `ghs_${PLAIN}`],
  ['a fine-grained token', `github_pat_${PLAIN}_1`, `github_pat_${PLAIN}_1`],
  ['token of GitLab', `glpat-${PLAIN.slice(0, 20)}`, `glpat-${PLAIN.slice(0, 20)}`],
  ['a key of AWS', 'AKIAABCDEFGHIJKLMNOP', 'AKIAABCDEFGHIJKLMNOP'],
  ['token of Slack', 'xoxb-1234567890-x', 'xoxb-1234567890-x'],
  ['a key of Google', `AIza${PLAIN.slice(0, 35)}`, `AIza${PLAIN.slice(0, 35)}`],
  ['token of npm', `npm_${PLAIN.slice(0, 36)}`, `npm_${PLAIN.slice(0, 36)}`],
  ['a key of Stripe', `sk_live_${PLAIN.slice(0, 16)}`, `sk_live_${PLAIN.slice(0, 16)}`],
  ['signed token', `eyJ${PLAIN}.eyJ${PLAIN}.${PLAIN}`, `eyJ${PLAIN}.eyJ${PLAIN}.${PLAIN}`],
  ['bearer token', `authorization: bearer ${RANDOM}`, RANDOM],
  ['password in address', `https://me:${RANDOM}@example.com/x`, RANDOM],
  ['a value in quotes', `apiKey: "${RANDOM}"`, RANDOM],
  ['a value of a longer name', `"db_password_main" => '${RANDOM}'`, RANDOM],
  ['a value without quotes', `secret: ${RANDOM}`, RANDOM],
  ['a variable', `MY_API_KEY=${RANDOM}\n`, RANDOM],
])('%s is found', (_, text, secret) => {
  expect(found(text)).toContain(secret);
});

test.each([
  ['a key that is a word', 'sk-this-is-only-an-example-key'],
  ['a short key', 'sk-a8F3kQ9zL2mX7'],
  ['a key inside a longer word', `task-${RANDOM.slice(0, 20)}`],
  ['a short token of GitHub', `ghp_${PLAIN.slice(0, 29)}`],
  ['a placeholder in an address', 'https://user:password@example.com'],
  ['an address without a password', 'https://example.com:8080/a@b'],
  ['a template in an address', `https://me:$\{GITHUB_TOKEN1}@example.com`],
  ['a secret that is a placeholder', 'token: "your-token-goes-here-please"'],
  ['a name without quotes', 'secret: oauth2_client_secret_v2'],
  ['a variable without a secret name', `MY_BRANCH=${RANDOM}`],
  ['a commit', `commit ${'4d7a1c'.repeat(6)}abcd`],
])('%s is not', (_, text) => {
  expect(found(text)).toEqual([]);
});

test.each([
  [RANDOM, true],
  ['aaaaaaaaaaaaaaaa1', false],
  ['abcdefghijklmnopqrst', false],
  ['12345678901234567890', false],
  ['abcd1234abcd1234', false],
  ['abcde12345abcde12345', true],
  ['', false],
])('whether %j looks random: %j', (value, isRandom) => {
  expect(looksRandom(value)).toBe(isRandom);
});

test('every pattern is global, so that all of a text is looked at', () => {
  expect(SECRET_PATTERNS.filter(({ pattern }) => !pattern.global)).toEqual([]);
});
