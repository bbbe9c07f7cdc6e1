import { describe, expect, test } from 'vitest';
import { takeRequest } from '../../../src/oversight/inbox.ts';
import { WORKFLOW_TOKEN } from '../../../src/rehearsal/github/http/access.ts';
import { OVERSIGHT_TOKEN, type ServedOversight, serveOversight } from '../../support/git/served-oversight.ts';

const HOUR = 3_600_000;

/** The comments below the issue, with their reactions. */
async function thread({ github }: ServedOversight) {
  const issue = await github.issues.read(1, new AbortController().signal);
  return issue?.comments ?? [];
}

async function alerts({ github }: ServedOversight): Promise<readonly string[]> {
  const listed = await github.github.listAlertIssues([], new AbortController().signal);
  return listed.map(({ state, title }) => `${state}: ${title.replace('Wakeful: the agent ', '')}`);
}

/** The state branch is made by a person's first wish. */
async function begin(token = OVERSIGHT_TOKEN): Promise<ServedOversight> {
  const served = await serveOversight(token);
  await served.standIn.person.configure({ collaborators: { ann: 'write', bob: 'read' } });
  await takeRequest(served.place, { kind: 'pause', goal: 'tidy', by: 'ann', reason: 'not yet' });
  return served;
}

describe('comments over HTTP', () => {
  test('of a maintainer: stored, started, reacted to', async () => {
    const served = await begin();
    const result = await served.comment('/wakeful run tidy', 'ann');
    expect(result).toMatchObject({ ending: 'worked', answer: { reaction: '+1', body: null } });
    expect(Object.values((await served.state()).requests)).toMatchObject([{ goal: 'tidy', by: 'ann' }]);
    expect(await served.standIn.runs.list()).toMatchObject([
      { workflow: 'wake.yml', event: 'workflow_dispatch', inputs: { reason: 'ann asked for tidy' } },
    ]);
  });

  test('of somebody who may only read: a reaction, no word, nothing stored', async () => {
    const served = await begin();
    const before = await served.remote.tip('wakeful-state');
    for (const author of ['bob', 'stranger'])
      expect(await served.comment('/wakeful stop everything', author)).toMatchObject({
        ending: 'no_change',
        answer: { reaction: '-1', body: null },
      });
    expect(await served.remote.tip('wakeful-state')).toBe(before);
    expect(await thread(served)).toHaveLength(2);
  });

  test('stop and resume: the workflow rests meanwhile, and the reply says what is left to do by hand', async () => {
    const served = await begin();
    const { control } = served.github;
    const { signal } = new AbortController();
    expect(await served.comment('/wakeful stop a freeze', 'ann')).toMatchObject({ ending: 'worked' });
    expect(await control.workflow('wake.yml', signal)).toBe('disabled_manually');
    expect((await served.state()).stop).toBe('a freeze\n');
    const reply = (await thread(served)).at(-1);
    expect(reply).toMatchObject({ isByAgent: true });
    expect(reply?.body).toContain(`/acme/site/settings/variables/actions).`);
    expect(await served.comment('/wakeful resume', 'ann')).toMatchObject({ ending: 'worked' });
    expect(await control.workflow('wake.yml', signal)).toBe('active');
    expect((await served.state()).stop).toBeNull();
  });
});

describe('the watchdog over HTTP', () => {
  test('tells silence once and closes it when a run has started', async () => {
    const served = await begin();
    const { runs } = served.standIn;
    const at = () => new Date(served.clock.now()).toISOString();
    await runs.finish(await runs.start({ workflow: 'wake.yml', event: 'schedule', at: at() }));
    expect(await served.watch()).toMatchObject({ ending: 'no_change', detail: 'The agent is well.' });
    served.clock.advance(4 * HOUR);
    await served.watch();
    served.clock.advance(24 * HOUR);
    await served.watch();
    expect(await alerts(served)).toEqual(['open: has not run for too long']);
    await runs.finish(await runs.start({ workflow: 'wake.yml', event: 'schedule', at: at() }));
    await served.watch();
    expect(await alerts(served)).toEqual(['closed: has not run for too long']);
    expect((await served.state()).lock.leases).toEqual({});
  });

  test('tells of a workflow that a person has disabled, and enables one that GitHub has', async () => {
    const served = await begin();
    const { person } = served.standIn;
    await person.setWorkflow('wake.yml', 'disabled_manually');
    await served.watch();
    expect(await alerts(served)).toEqual(['open: does not start, because its workflow is disabled']);
    await person.setWorkflow('wake.yml', 'disabled_inactivity');
    await served.watch();
    expect(await alerts(served)).toEqual(['closed: does not start, because its workflow is disabled']);
    expect(await served.github.control.workflow('wake.yml', new AbortController().signal)).toBe('active');
    expect((await served.log()).map(({ event }) => event)).toContain('workflow_enabled');
  });

  test('writes down a stop by the variable while it tells nobody', async () => {
    const served = await begin();
    served.clock.advance(24 * HOUR);
    expect((await served.watch('a holiday')).ending).toBe('stopped');
    expect((await served.state()).status.stop).toMatchObject({ reason: 'a holiday', variable: 'a holiday' });
    expect(await alerts(served)).toEqual([]);
  });

  test('says which permission it lacks', async () => {
    const served = await begin(WORKFLOW_TOKEN);
    await served.watch();
    expect(await alerts(served)).toEqual(['open: cannot be watched completely']);
    const [alert] = await served.github.github.listAlertIssues([], new AbortController().signal);
    expect(alert?.body).toContain('actions: write');
  });
});
