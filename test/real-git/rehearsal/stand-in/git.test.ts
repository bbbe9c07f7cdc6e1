import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { WORKFLOW_TOKEN } from '../../../../src/rehearsal/github/http/access.ts';
import { temporaryFolder } from '../../../support/git/repositories.ts';
import { ADMIN_TOKEN, type ServedGitHub, serveGitHub, TOKEN } from '../../../support/git/stand-in.ts';
import { ask } from './rest.ts';

interface GitAnswer {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A clone of what is served, and git in it, as a job has it. */
async function clone(
  { standIn }: Pick<ServedGitHub, 'standIn'>,
  token: string | null = TOKEN,
  ...options: readonly string[]
) {
  const folder = await temporaryFolder();
  const header =
    token === null ? '' : `Authorization: Basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`;
  const git = async (...args: string[]): Promise<GitAnswer> => {
    const env = {
      PATH: process.env['PATH'],
      HOME: folder,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_TERMINAL_PROMPT: '0',
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'http.extraheader',
      GIT_CONFIG_VALUE_0: header,
      GIT_AUTHOR_NAME: 'a',
      GIT_AUTHOR_EMAIL: 'a@example.org',
      GIT_COMMITTER_NAME: 'a',
      GIT_COMMITTER_EMAIL: 'a@example.org',
    };
    return promisify(execFile)('git', args, { cwd: folder, env }).then(
      ({ stdout, stderr }) => ({ code: 0, out: stdout, err: stderr }),
      (error) => ({ code: error.code, out: error.stdout, err: error.stderr }),
    );
  };
  const cloned = await git('clone', '--quiet', ...options, standIn.gitUrl, '.');
  const commit = async (path: string, text = 'text\n'): Promise<void> => {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
    await git('add', '--all');
    await git('commit', '--quiet', '--message', path);
  };
  return { folder, git, cloned, commit };
}

describe('git over HTTP', () => {
  test('is cloned from and pushed to, and the open pull request sees it', async () => {
    const served = await serveGitHub();
    const { git, commit, cloned } = await clone(served);
    expect(cloned).toMatchObject({ code: 0, err: '' });
    await commit('docs/a.md');
    expect((await git('push', 'origin', 'HEAD:wakeful/a')).code).toBe(0);
    await ask(served, 'POST pulls', { title: 'T', head: 'wakeful/a', base: 'main' });
    await commit('docs/b.md');
    expect((await git('push', 'origin', 'HEAD:wakeful/a')).code).toBe(0);
    const tip = (await git('rev-parse', 'HEAD')).out.trim();
    expect((await ask(served, 'GET pulls/1')).body.head.sha).toBe(tip);
  });

  test('sends what is large in both directions', async () => {
    const served = await serveGitHub();
    const { git, commit } = await clone(served);
    // Cannot be packed well, and is sent in chunks.
    const numbers = Array.from({ length: 300_000 }, (_, n) => (n * 2654435761) % 4294967296);
    await commit('large.txt', numbers.join('\n'));
    expect((await git('push', '--quiet', 'origin', 'HEAD:main')).code).toBe(0);
    const other = await clone(served);
    expect((await other.git('rev-parse', 'HEAD')).out).toBe((await git('rev-parse', 'HEAD')).out);
  });

  test('is fetched from shallow, without files, and by commit', async () => {
    const served = await serveGitHub();
    const first = (await served.remote.tip('main')) ?? '';
    await served.remote.commit({ branch: 'main', files: { 'b.md': 'b\n' }, parents: [] });
    const { git } = await clone(served);
    expect((await git('fetch', '--quiet', '--depth=1', '--filter=blob:none', 'origin', first)).code).toBe(0);
    expect((await git('cat-file', '-t', first)).out).toBe('commit\n');
  });

  test('turns away whoever shows no token or a wrong one', async () => {
    const served = await serveGitHub();
    for (const token of [null, 'wrong']) {
      const { cloned } = await clone(served, token);
      expect(cloned.code).toBe(128);
      expect(cloned.err).toMatch(/could not read Username|Authentication failed/);
    }
  });

  test('lets a token that may only read fetch, and refuses its push', async () => {
    const token = { ...WORKFLOW_TOKEN, may: { contents: 'read', metadata: 'read' } } as const;
    const served = await serveGitHub({ token });
    const { git, commit, cloned } = await clone(served);
    expect(cloned.code).toBe(0);
    await commit('a.md');
    const pushed = await git('push', 'origin', 'HEAD:main');
    expect(pushed.code).toBe(128);
    expect(pushed.err).toContain('error: 403');
  });

  test('does not know another repository', async () => {
    const served = await serveGitHub();
    const { git } = await clone(served);
    const fetched = await git('fetch', served.standIn.gitUrl.replace('site', 'other'));
    expect(fetched.err).toContain('not found');
  });
});

describe('a push', () => {
  const WORKFLOW = '.github/workflows/ci.yml';
  const REFUSED = `refusing to allow a GitHub App to create or update workflow \`${WORKFLOW}\` without \`workflows\` permission`;

  test('of a workflow is refused to the job, with nothing of it landing, and allowed to a person', async () => {
    const served = await serveGitHub();
    const { git, commit } = await clone(served);
    await commit(WORKFLOW);
    const refs = ['HEAD:main', 'HEAD~1:refs/heads/fine'];
    const pushed = await git('push', '--atomic', '--porcelain', 'origin', ...refs);
    expect(pushed.out).toContain(`!\tHEAD:refs/heads/main\t[remote rejected] (${REFUSED})`);
    expect(pushed.out).toContain('(atomic push failure)');
    expect(await served.remote.tip('fine')).toBeNull();
    const person = await clone(served, ADMIN_TOKEN);
    await person.commit(WORKFLOW);
    expect((await person.git('push', 'origin', 'HEAD:main')).code).toBe(0);
  });

  test('that brings workflows along from the default branch is let in, and so is one that removes them', async () => {
    const served = await serveGitHub({ files: { [WORKFLOW]: 'on: push\n', 'a.md': 'a\n' } });
    const { git, commit } = await clone(served);
    await git('push', 'origin', 'HEAD:wakeful/a');
    await served.remote.commit({ branch: 'main', files: { [WORKFLOW]: 'on: [push]\n' } });
    await git('pull', '--quiet', '--rebase');
    await commit('docs/b.md');
    expect((await git('push', '--force', 'origin', 'HEAD:wakeful/a')).code).toBe(0);
    await git('rm', '--quiet', WORKFLOW);
    await git('commit', '--quiet', '--message', 'Remove it');
    expect((await git('push', 'origin', 'HEAD:wakeful/a')).code).toBe(0);
  });

  test('that breaks a rule is refused in the words of GH013', async () => {
    const served = await serveGitHub();
    await served.standIn.person.configure({ rules: [{ type: 'required_signatures', branches: ['main'] }] });
    const { git, commit } = await clone(served);
    await commit('a.md');
    const pushed = await git('push', '--porcelain', 'origin', 'HEAD:main');
    expect(pushed.out).toContain('[remote rejected] (push declined due to repository rule violations)');
    expect(pushed.err).toContain(
      'remote: error: GH013: Repository rule violations found for refs/heads/main.',
    );
    expect(pushed.err).toContain('remote: - Commits must have verified signatures.');
    expect((await git('push', 'origin', 'HEAD:free')).code).toBe(0);
  });

  test('is refused by git itself when the branch has moved in the meantime', async () => {
    const served = await serveGitHub();
    const { git, commit } = await clone(served);
    await commit('a.md');
    const meanwhile = () => served.remote.commit({ branch: 'main', files: { 'b.md': 'b\n' } });
    served.standIn.inject({ on: 'push', fault: { meanwhile } });
    const pushed = await git('push', '--porcelain', 'origin', 'HEAD:main');
    expect(pushed.code).toBe(1);
    expect(pushed.out).toMatch(/!\tHEAD:refs\/heads\/main\t\[(remote )?rejected\]/);
  });
});

describe('a fault of git over HTTP', () => {
  test.each([
    ['unauthorized', 'could not read Username'],
    ['forbidden', 'error: 403'],
    ['not_found', 'not found'],
    ['too_many_requests', 'error: 429'],
    ['server_error', 'error: 503'],
    ['dropped', 'Empty reply from server'],
  ] as const)('%s strikes one fetch', async (fault, words) => {
    const served = await serveGitHub();
    const { git } = await clone(served);
    served.standIn.inject({ on: 'git', fault });
    expect((await git('fetch')).err).toContain(words);
    expect((await git('fetch')).code).toBe(0);
  });

  test.each(['dropped_after', 'server_error_after'] as const)(
    '%s lets the push land all the same',
    async (fault) => {
      const served = await serveGitHub();
      const { git, commit } = await clone(served);
      await commit('a.md');
      served.standIn.inject({ on: 'push', fault });
      expect((await git('push', 'origin', 'HEAD:main')).code).not.toBe(0);
      expect(await served.remote.tip('main')).toBe((await git('rev-parse', 'HEAD')).out.trim());
    },
  );
});

test('leaves nothing behind in the repository but what was pushed', async () => {
  const served = await serveGitHub();
  const { git, commit } = await clone(served);
  await commit('a.md');
  await git('push', 'origin', 'HEAD:main');
  expect(readdirSync(served.remote.folder).filter((name) => name.startsWith('incoming'))).toEqual([]);
});

test('a push from a shallow clone is refused in the same words', async () => {
  const served = await serveGitHub();
  await served.remote.commit({ branch: 'main', files: { 'b.md': 'b\n' } });
  await served.standIn.person.configure({ rules: [{ type: 'update', branches: ['main'] }] });
  const { git, commit } = await clone(served, TOKEN, '--depth=1');
  await commit('a.md');
  const pushed = await git('push', '--porcelain', 'origin', 'HEAD:main');
  expect(pushed.out).toContain('[remote rejected] (push declined due to repository rule violations)');
  expect(pushed.err).toContain('remote: - Cannot update this protected ref.');
});
