import { describe, expect, test } from 'vitest';
import { firstLookHalt, GitFailure, remoteHalt } from '../../../src/adapters/git/git-failure.ts';

const REMOTE = 'https://example.org/acme/site.git';

function endings(stderr: string, hasTimedOut = false, code: number | null = 128) {
  const failure = new GitFailure(['fetch'], { code, stdout: Buffer.from(''), stderr }, hasTimedOut);
  return [firstLookHalt(failure, REMOTE, 1_000).ending, remoteHalt(failure, REMOTE, 1_000).ending];
}

describe('the first look of a run at the remote', () => {
  test.each([
    `fatal: unable to access '${REMOTE}/': Could not resolve host: example.org`,
    `fatal: unable to access '${REMOTE}/': Failed to connect to example.org port 443 after 2 ms: Couldn't connect to server`,
    `fatal: unable to access '${REMOTE}/': The requested URL returned error: 502`,
    `fatal: unable to access '${REMOTE}/': The requested URL returned error: 429`,
    `fatal: unable to access '${REMOTE}/': gnutls_handshake() failed: Error in the pull function.`,
    'error: RPC failed; curl 56 Recv failure: Connection reset by peer\nfatal: early EOF',
    'fatal: the remote end hung up unexpectedly',
    'ssh: connect to host example.org port 22: Connection timed out\nfatal: Could not read from remote repository.',
    'fatal: fetch-pack: invalid index-pack output',
    '',
  ])('finds an outage: %s', (stderr) => {
    expect(endings(stderr)).toEqual(['github_unavailable', 'github_unavailable']);
  });

  test('finds an outage where there was no answer in time, whatever the words are', () => {
    expect(endings('fatal: odd words', true)).toEqual(['github_unavailable', 'github_unavailable']);
    expect(endings('fatal: odd words', false, null)).toEqual(['github_unavailable', 'github_unavailable']);
  });

  test.each([
    'fatal: mismatched algorithms: client sha1; server sha256',
    'fatal: unknown object format: sha512',
  ])('finds a repository that git cannot read here: %s', (stderr) => {
    expect(endings(stderr)).toEqual(['bad_settings', 'bad_settings']);
  });

  test.each([
    [`fatal: unable to access '${REMOTE}/': SSL certificate problem: certificate has expired`, 'certificate'],
    [
      `fatal: unable to access '${REMOTE}/': SSL: no alternative certificate subject name matches`,
      'certificate',
    ],
    [
      'error: unable to write file: No space left on device\nfatal: fetch-pack: invalid index-pack output',
      'disk',
    ],
  ])('finds what is wrong with this machine, which no waiting ends: %s', (stderr, what) => {
    expect(endings(stderr)).toEqual(['bad_settings', 'bad_settings']);
    const failure = new GitFailure(['fetch'], { code: 128, stdout: Buffer.from(''), stderr }, false);
    expect(firstLookHalt(failure, REMOTE, 1_000).detail).toContain(what);
  });

  test.each([
    'fatal: the repository is archived in cold storage',
    'fatal: protocol version 9 is not known',
    'fatal: bad config line 3 in file config',
  ])(
    'takes words that nobody knows for a lasting fault; later in the run they cost nothing: %s',
    (stderr) => {
      expect(endings(stderr)).toEqual(['bad_settings', 'github_unavailable']);
    },
  );
});
