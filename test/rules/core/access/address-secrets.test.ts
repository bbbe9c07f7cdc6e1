import { expect, test } from 'vitest';
import { secretsIn } from '../../../../src/core/access/address-secrets.ts';

test.each([
  ['https://api.example.org/v1', []],
  ['https://api.example.org:8080/v1?api-version=2026-01', []],
  ['https://ann:pa%2Fss%40word@models.example.org/v1', ['pa%2Fss%40word', 'pa/ss@word']],
  ['https://only-a-token@models.example.org', ['only-a-token']],
  ['https://ann:@models.example.org', ['ann:']],
  ['https://models.example.org/?api-key=abc%2Bdef&x=1#y', ['abc%2Bdef', 'abc+def']],
  ['https://models.example.org/?x=1&access_token=%zz', ['%zz']],
  ['no address: ftp//x', []],
])('in %s are %j', (address, secrets) => {
  expect(secretsIn(address)).toEqual(secrets);
});
