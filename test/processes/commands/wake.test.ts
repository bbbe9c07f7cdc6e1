/** One real wake from a clone, against the stand-in for GitHub. */
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { git, repository } from '../../support/git/git-fixture.ts';
import { ADMIN_TOKEN, serveGitHub, TOKEN } from '../../support/git/stand-in.ts';
import { calls, startModelServer } from '../../support/model-server.ts';
import { wakeful } from '../../support/processes/program.ts';

vi.setConfig({ testTimeout: 60_000 });

const KEY = 'sk-fake-key-0123456789abcdef';
const FILES = {
  'README.md': '# Site\n',
  'docs/glossary.md': 'pear\napple\n',
  'goals/glossary.yml':
    'title: Sort\nobjective: Sort docs/glossary.md.\nschedule: {every: 24h}\npermissions: {write: ["docs/**"]}\n',
};

async function clone() {
  const served = await serveGitHub({ files: FILES });
  const model = await startModelServer((_, n) =>
    n === 0
      ? calls(['write_file', { path: 'docs/glossary.md', text: 'apple\npear\n' }])
      : calls(['finish', { summary: 'Sorted.' }]),
  );
  onTestFinished(() => model.close());
  const folder = repository({ 'notes.txt': 'files of the clone play no part\n' });
  git(folder, 'remote', 'add', 'origin', served.standIn.gitUrl);
  const run = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
    wakeful(folder, ['wake', ...args], {
      GH_ENTERPRISE_TOKEN: ADMIN_TOKEN,
      OPENAI_API_KEY: KEY,
      OPENAI_BASE_URL: model.baseUrl,
      OPENAI_MODEL: 'test-model',
      ...env,
    });
  return { ...served, model, run };
}

describe('a wake by hand', () => {
  test('works on what is due at the remote, opens the draft there, and says who started it', async () => {
    const { run, remote, standIn, model } = await clone();
    const { code, out, err } = await run([]);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain(`This is a real run. This is the remote origin, ${standIn.gitUrl}.`);
    expect(out).toMatch(/Started by \S+: the command wake/);
    expect(out).toContain(`read it: ${standIn.serverUrl}/acme/site/pull/1`);
    expect(await remote.tip('wakeful-state')).not.toBeNull();
    // The last of them is about the second reading of the change.
    expect(model.requests).toHaveLength(3);
    expect(out).not.toMatch(new RegExp(`${ADMIN_TOKEN}|${KEY}`));
    const again = await run(['--json']);
    expect(JSON.parse(again.out)).toMatchObject({ ending: 'nothing_due' });
    expect((await run(['--goal', 'nothing'])).code).toBe(1);
  });

  test('obeys the variable of the repository', async () => {
    const { run, standIn, remote } = await clone();
    await standIn.person.setVariable('WAKEFUL_STOP', 'On holiday');
    const { code, out } = await run([]);
    expect(code).toBe(0);
    expect(out).toContain('WAKEFUL_STOP is set: On holiday.');
    expect(await remote.tip('wakeful-state')).toBeNull();
  });

  test('does not start where nobody can see whether the variable stops it, unless a person says so', async () => {
    const { run, remote } = await clone();
    const env = { GH_ENTERPRISE_TOKEN: TOKEN };
    const refused = await run([], env);
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('add --without-variable')]);
    expect(await remote.tip('wakeful-state')).toBeNull();
    expect((await run(['--without-variable'], env)).out).toContain('Done: 1 draft to review, 0 problems.');
  });

  test('says which token is missing, and what it is not for', async () => {
    const { run, exchanges } = await clone();
    const without = await run([], { GH_ENTERPRISE_TOKEN: '' });
    expect([without.code, without.err]).toEqual([1, expect.stringContaining('Set GH_ENTERPRISE_TOKEN.')]);
    expect(exchanges).toEqual([]);
    const folder = repository(FILES);
    git(folder, 'remote', 'add', 'origin', folder);
    const local = await wakeful(folder, ['wake']);
    expect([local.code, local.err]).toEqual([1, expect.stringContaining('This remote is not on GitHub.')]);
  });
});
