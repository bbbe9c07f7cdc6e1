import { describe, expect, it } from 'vitest';
import { openAt } from '../../support/github/open-adapter.ts';
import { type Behaviour, serve } from '../../support/github/server.ts';
import { sample } from '../../support/openapi/sample.ts';

const { signal } = new AbortController();
const JOB = { id: 900, name: 'test', status: 'completed', conclusion: 'failure' };

/** GitHub with a failed run of one job, whose log lies on another server. */
async function serveLog(log: Behaviour) {
  const store = await serve(() => log);
  const github = await serve(({ path }) => {
    if (path.includes('/logs')) return { status: 302, headers: { location: `${store.url}/signed?sig=1` } };
    if (path.includes('/jobs')) return { status: 200, body: { total_count: 1, jobs: [sample('job', JOB)] } };
    return { status: 200, body: sample('workflow-run', { id: 77, run_attempt: 1, conclusion: 'failure' }) };
  });
  const { subjects } = openAt(github);
  return { store, read: async () => (await subjects.readRun({ id: 77, attempt: 1 }, signal))?.jobs[0]?.log };
}

describe('the log of a job', () => {
  it('is fetched from the host that GitHub names, without the token', async () => {
    const { store, read } = await serveLog({ status: 200, body: 'one\ntwo' });
    expect(await read()).toBe('one\ntwo');
    expect(store.asked.map(({ path }) => path)).toEqual(['/signed?sig=1']);
    expect(store.asked[0]?.headers.authorization).toBeUndefined();
  });

  it('is kept to its end, however long it is', async () => {
    const line = `${'x'.repeat(99)}\n`;
    const { read } = await serveLog({ status: 200, body: `first\n${line.repeat(50_000)}last` });
    const log = (await read()) ?? '';
    expect(log.endsWith(`${'x'.repeat(99)}\nlast`)).toBe(true);
    expect(log.length).toBeLessThanOrEqual(24_000);
    expect(log.length).toBeGreaterThan(20_000);
  });

  it.each([403, 404, 410])('is gone where that host says %i', async (status) => {
    expect(await (await serveLog({ status, body: 'no' })).read()).toBeNull();
  });

  it.each<[string, Behaviour]>([
    ['has a fault', { status: 500 }],
    ['breaks off', 'drop'],
    ['sends on', { status: 302, headers: { location: 'http://127.0.0.1:9/' } }],
  ])('cannot be told where that host %s, so the run is tried again later', async (_, log) => {
    await expect((await serveLog(log)).read()).rejects.toMatchObject({ ending: 'github_unavailable' });
  });
});
