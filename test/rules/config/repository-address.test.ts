import { describe, expect, test } from 'vitest';
import { type GitHubEnvironment, tokenFor } from '../../../src/config/github/github-token.ts';
import { repositoryAddress } from '../../../src/config/github/repository-address.ts';

const GITHUB = { repository: 'acme/site', serverUrl: 'https://github.com', apiUrl: 'https://api.github.com' };
const OWN = {
  repository: 'acme/site',
  serverUrl: 'https://git.acme.example',
  apiUrl: 'https://git.acme.example/api/v3',
};

describe('the address of a remote', () => {
  test.each([
    'https://github.com/acme/site.git',
    'https://github.com/acme/site',
    'https://github.com/acme/site/',
    'https://ann:secret@github.com/acme/site.git',
    'https://www.github.com/acme/site',
    'http://github.com/acme/site.git',
    'git@github.com:acme/site.git',
    'github.com:acme/site',
    'ssh://git@github.com/acme/site.git',
    'ssh://git@ssh.github.com:443/acme/site.git',
    'git://GitHub.com/acme/site.git',
  ])('%s is on github.com', (address) => {
    expect(repositoryAddress(address)).toMatchObject({ ...GITHUB, isGitHubs: true });
  });

  test.each([
    ['https://git.acme.example/acme/site.git', OWN],
    ['git@git.acme.example:acme/site.git', OWN],
    ['ssh://git@git.acme.example:2222/acme/site.git', OWN],
    [
      'http://127.0.0.1:4567/acme/site.git',
      { serverUrl: 'http://127.0.0.1:4567', apiUrl: 'http://127.0.0.1:4567/api/v3', host: '127.0.0.1:4567' },
    ],
  ])('%s is on another server', (address, place) => {
    expect(repositoryAddress(address)).toMatchObject({ ...place, isGitHubs: false });
  });

  test('of data residency is on a server that GitHub runs', () => {
    expect(repositoryAddress('https://acme.ghe.com/acme/site.git')).toMatchObject({
      serverUrl: 'https://acme.ghe.com',
      apiUrl: 'https://api.acme.ghe.com',
      isGitHubs: true,
    });
  });

  test.each([
    '',
    '/srv/git/site.git',
    '../site',
    './a:b/c',
    'C:\\work\\site',
    'C:/work/site',
    'file:///srv/git/site.git',
    'https://github.com/acme',
    'https://github.com/acme/site/tree/main',
    'https://github.com/acme/..',
    'https://notgithub.com',
    'git@github.com:site.git',
  ])('%j is no repository on GitHub', (address) => {
    expect(repositoryAddress(address)).toBeNull();
  });

  test('that only looks like github.com is another server', () => {
    for (const host of ['github.com.evil.example', 'evilgithub.com', 'ghe.com', 'evilghe.com'])
      expect(repositoryAddress(`https://${host}/acme/site`)).toMatchObject({ isGitHubs: false });
  });
});

describe('the token', () => {
  const NONE: GitHubEnvironment = { token: '', enterpriseToken: '', serverUrl: '', apiUrl: '', host: '' };
  const choose = (address: string, given: Partial<GitHubEnvironment>) => {
    const place = repositoryAddress(address);
    if (place === null) throw new Error(`${address} is no place`);
    return tokenFor(place, { ...NONE, ...given });
  };
  const SERVER = 'https://git.acme.example/acme/site.git';

  test('for GitHub goes to GitHub', () => {
    expect(choose('git@github.com:acme/site.git', { token: 't' })).toEqual({
      kind: 'token',
      token: 't',
      apiUrl: 'https://api.github.com',
    });
  });

  test('for GitHub goes nowhere else, whatever the remote is', () => {
    expect(choose(SERVER, { token: 't' })).toMatchObject({
      kind: 'none',
      why: expect.stringContaining('GH_HOST=git.acme.example'),
    });
    expect(choose('https://github.com.evil.example/acme/site', { token: 't' }).kind).toBe('none');
  });

  test.each([
    [{ enterpriseToken: 't' }],
    [{ token: 'other', enterpriseToken: 't' }],
    [{ token: 't', host: 'git.acme.example' }],
    [{ token: 't', serverUrl: 'https://git.acme.example' }],
  ])('for Enterprise Server goes there: %j', (given) => {
    expect(choose(SERVER, given)).toMatchObject({ kind: 'token', token: 't', apiUrl: OWN.apiUrl });
  });

  test('for Enterprise Server does not go to GitHub', () => {
    expect(choose('https://github.com/acme/site', { enterpriseToken: 't' })).toMatchObject({ kind: 'none' });
  });

  test('goes to the API that the environment names for this server', () => {
    const given = { token: 't', serverUrl: 'https://git.acme.example', apiUrl: 'https://api.acme.example/' };
    expect(choose(SERVER, given)).toMatchObject({ apiUrl: 'https://api.acme.example' });
    expect(choose('https://github.com/acme/site', given)).toMatchObject({ apiUrl: 'https://api.github.com' });
  });

  test('goes over no connection that others can read', () => {
    expect(choose('http://git.acme.example/acme/site', { enterpriseToken: 't' })).toMatchObject({
      why: expect.stringContaining('not encrypted'),
    });
    expect(choose('http://127.0.0.1:4567/acme/site', { enterpriseToken: 't' }).kind).toBe('token');
  });
});
