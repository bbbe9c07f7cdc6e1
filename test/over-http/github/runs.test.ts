import { describe, expect, it } from 'vitest';
import { openAt } from '../../support/github/open-adapter.ts';
import { serve, type Told } from '../../support/github/server.ts';
import { ManualClock } from '../../support/memory/manual-clock.ts';
import { sample } from '../../support/openapi/sample.ts';

const { signal } = new AbortController();
const NOT_FOUND: Told = { status: 404, body: { message: 'Not Found' } };

/** A run attempt with the jobs of a matrix, by name and status. */
function serveRun(status: string, jobs: readonly (readonly [string, string])[]) {
  return serve(({ path }) => {
    if (path === '/repos/acme/site/actions/runs/77/attempts/2')
      return { status: 200, body: sample('workflow-run', { id: 77, run_attempt: 2, status }) };
    if (!path.startsWith('/repos/acme/site/actions/runs/77/attempts/2/jobs')) return NOT_FOUND;
    const shapes = jobs.map(([name, state], index) =>
      sample('job', { id: 900 + index, name, status: state }),
    );
    return { status: 200, body: { total_count: jobs.length, jobs: shapes } };
  });
}

describe('the wake of one job in a matrix', () => {
  const jobs = [
    ['plan', 'completed'],
    ['work (docs)', 'completed'],
    ['work (links, 2)', 'in_progress'],
  ] as const;

  it.each([
    ['77-2-docs', 'finished'],
    ['77-2-901', 'finished'],
    ['77-2-work (docs)', 'finished'],
    ['77-2-links', 'running'],
    ['77-2-902', 'running'],
    ['77-2', 'running'],
    ['77-2-doc', 'unknown'],
    ['77-1-docs', 'unknown'],
  ] as const)('%s is %s while the run goes on', async (wake, state) => {
    const { github } = openAt(await serveRun('in_progress', jobs));
    expect(await github.wakeState(wake, signal)).toBe(state);
  });

  it('is finished with its run, whatever the job', async () => {
    const server = await serveRun('completed', []);
    expect(await openAt(server).github.wakeState('77-2-gone', signal)).toBe('finished');
    expect(server.asked).toHaveLength(1);
  });
});

describe('the wake of a run', () => {
  it.each(['queued', 'waiting', 'pending', 'requested', 'in_progress'])(
    'goes on while it is %s',
    async (status) => {
      expect(await openAt(await serveRun(status, [])).github.wakeState('77-2', signal)).toBe('running');
    },
  );

  it('is asked about no more once it has finished', async () => {
    const server = await serveRun('completed', []);
    const { github } = openAt(server);
    await github.wakeState('77-2', signal);
    await github.wakeState('77-2', signal);
    expect(server.asked).toHaveLength(1);
  });

  it('is no answer while GitHub has none', async () => {
    const server = await serve(() => ({ status: 502 }));
    await expect(openAt(server).github.wakeState('77-2', signal)).rejects.toMatchObject({
      ending: 'github_unavailable',
    });
  });
});

describe("the server's clock", () => {
  const NOON = Date.UTC(2026, 10, 21, 12);

  it('is told by any answer, also a refusal, and goes on by itself', async () => {
    const clock = new ManualClock(0);
    const server = await serve(() => ({ ...NOT_FOUND, headers: { date: new Date(NOON).toUTCString() } }));
    const { github, issues } = openAt(server, { clock });
    await issues.read(1, signal);
    clock.advance(90_000);
    expect(await github.serverTime(signal)).toBe(NOON + 90_000);
    expect(server.asked).toHaveLength(1);
  });

  it('is asked for where no answer has come yet, and null where none tells', async () => {
    const clock = new ManualClock(0);
    const told = { status: 404, body: { message: 'Rate limiting is not enabled.' } };
    const server = await serve(() => ({ ...told, headers: { date: new Date(NOON).toUTCString() } }));
    expect(await openAt(server, { clock }).github.serverTime(signal)).toBe(NOON);
    expect(server.asked.map(({ path }) => path)).toEqual(['/rate_limit']);
  });

  it('is not guessed while GitHub does not answer', async () => {
    const server = await serve(() => 'drop');
    await expect(openAt(server).github.serverTime(signal)).rejects.toMatchObject({
      ending: 'github_unavailable',
    });
  });
});

describe('whether the workflow is disabled', () => {
  const workflow = (state: string): Told => ({ status: 200, body: sample('workflow', { state }) });

  it('is asked at most every ten seconds', async () => {
    const clock = new ManualClock(0);
    let state = 'active';
    const server = await serve(() => workflow(state));
    const { github } = openAt(server, { clock });
    expect(await github.isDisabled(signal)).toBe(false);
    state = 'disabled_manually';
    clock.advance(9_999);
    expect(await github.isDisabled(signal)).toBe(false);
    clock.advance(1);
    expect(await github.isDisabled(signal)).toBe(true);
    expect(server.asked.map(({ path }) => path)).toEqual(
      Array(2).fill('/repos/acme/site/actions/workflows/wake.yml'),
    );
  });

  it.each(['disabled_inactivity', 'disabled_fork', 'deleted'])(
    'is no while a person has not done it: %s',
    async (state) => {
      expect(await openAt(await serve(() => workflow(state))).github.isDisabled(signal)).toBe(false);
    },
  );

  it('is asked once where the token may not see it', async () => {
    const clock = new ManualClock(0);
    const server = await serve(() => ({
      status: 403,
      body: { message: 'Resource not accessible by integration' },
    }));
    const { github } = openAt(server, { clock });
    expect(await github.isDisabled(signal)).toBe(false);
    clock.advance(60_000);
    expect(await github.isDisabled(signal)).toBe(false);
    expect(server.asked).toHaveLength(1);
  });

  it('stays what it was while GitHub does not answer', async () => {
    const clock = new ManualClock(0);
    const server = await serve((_, count) => (count === 1 ? workflow('disabled_manually') : 'drop'));
    const { github } = openAt(server, { clock });
    expect(await github.isDisabled(signal)).toBe(true);
    clock.advance(10_000);
    expect(await github.isDisabled(signal)).toBe(true);
    expect(await openAt(await serve(() => 'drop'), { clock }).github.isDisabled(signal)).toBe(false);
  });

  it('is no question for a wake that runs in none', async () => {
    const server = await serve(() => NOT_FOUND);
    expect(await openAt(server, { workflow: null }).github.isDisabled(signal)).toBe(false);
    expect(server.asked).toEqual([]);
  });
});
