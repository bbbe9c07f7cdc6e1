import { describe, expect, it } from 'vitest';
import { asMasked } from '../../support/as-masked.ts';
import { portsAt } from '../../support/contract/github-under-test.ts';
import { serveGitHub } from '../../support/git/stand-in.ts';
import { openAt } from '../../support/github/open-adapter.ts';
import { serve } from '../../support/github/server.ts';
import { sample } from '../../support/openapi/sample.ts';

const { signal } = new AbortController();
const BRANCH = 'wakeful/docs/a-1';

/** The repository was transferred and renamed; whoever asks knows its old name. */
async function moved() {
  const served = await serveGitHub({ repository: 'corp/new-site', formerly: ['acme/site'] });
  const parents = [(await served.remote.tip('main')) ?? ''];
  await served.remote.commit({ branch: BRANCH, parents, files: { 'work.md': 'done\n' } });
  const asked = () => served.exchanges.map(({ method, status }) => `${method} ${status}`);
  return { ...served, ...portsAt(served.standIn), asked };
}

describe('a repository that has another name now', () => {
  it('is asked once more under that name, whatever is asked', async () => {
    const { control, asked } = await moved();
    expect(await control.readVariable('WAKEFUL_STOP', signal)).toBeNull();
    expect(asked().slice(0, 4)).toEqual(['GET 301', 'GET 301', 'GET 200', 'GET 404']);
    await control.setVariable('WAKEFUL_STOP', asMasked('wait'), signal);
    expect(await control.readVariable('WAKEFUL_STOP', signal)).toBe('wait');
    expect(
      asked().filter((each) => each === 'GET 301'),
      'it is learnt once',
    ).toHaveLength(2);
  });

  it('is told by its number, with the new name', async () => {
    const { control } = await moved();
    const { name, id } = await control.identity(signal);
    expect([name, typeof id]).toEqual(['corp/new-site', 'number']);
  });

  it('finds drafts of the new owner, and opens no second one', async () => {
    const { github } = await moved();
    const draft = {
      ...{ branch: BRANCH, base: 'main', labels: [], reviewers: [], readyWhereUnsupported: false },
      ...{ title: asMasked('Keep it'), body: asMasked('What it does.') },
    };
    expect(await github.findDrafts(BRANCH, signal)).toEqual([]);
    const { number } = await github.createDraft(draft, signal);
    expect(await github.findDrafts(BRANCH, signal)).toMatchObject([{ number, state: 'open' }]);
  });

  it('takes a first request that changes something as well', async () => {
    const { control, standIn } = await moved();
    await control.setVariable('WAKEFUL_STOP', asMasked('wait'), signal);
    expect(await standIn.variable('WAKEFUL_STOP')).toBe('wait');
  });
});

describe('what is not followed', () => {
  it('an issue that was transferred: it is no longer here', async () => {
    const server = await serve(({ path }) =>
      path === '/repos/acme/site'
        ? { status: 200, body: sample('full-repository', { full_name: 'acme/site' }) }
        : { status: 301, body: { message: 'Moved Permanently' }, headers: { location: `${path}/elsewhere` } },
    );
    const { issues } = openAt(server);
    expect(await issues.read(7, signal)).toBeNull();
  });

  it('another host: the token stays here', async () => {
    const other = await serve(() => ({ status: 200, body: {} }));
    const server = await serve(() => ({
      status: 301,
      body: { message: 'Moved Permanently' },
      headers: { location: `${other.url}/repositories/1` },
    }));
    const { control } = openAt(server);
    await expect(control.readVariable('WAKEFUL_STOP', signal)).rejects.toMatchObject({
      ending: 'github_unavailable',
      detail: expect.stringContaining('give the remote its new address'),
    });
    expect(other.asked).toEqual([]);
  });

  it('a second redirect', async () => {
    const server = await serve((_, count) => ({
      status: 301,
      body: { message: 'Moved Permanently' },
      headers: { location: `/repositories/${count}` },
    }));
    const { control } = openAt(server);
    await expect(control.identity(signal)).rejects.toMatchObject({ ending: 'github_unavailable' });
    expect(server.asked.length).toBeLessThan(4);
  });
});
