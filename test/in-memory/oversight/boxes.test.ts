import { describe, expect, test } from 'vitest';
import type { TickContext } from '../../../src/oversight/boxes/answer-ticks.ts';
import { serveTicks, type TickResult } from '../../../src/oversight/boxes/serve-ticks.ts';
import { MemoryControl } from '../../../src/simulation/world/memory-control.ts';
import type { MemoryIssue } from '../../../src/simulation/world/memory-issues.ts';
import { Night, PLAIN, STATE } from '../../support/memory/night.ts';

interface Edit {
  readonly by?: string;
  readonly type?: string;
  readonly number?: number;
}

interface Scene {
  readonly night: Night;
  readonly control: MemoryControl;
  readonly dashboard: () => MemoryIssue;
  /** Somebody edits the dashboard in GitHub's own way; returns the payload of the event. */
  edit(change: (body: string) => string, edit?: Edit): unknown;
  serve(payload: unknown, change?: Partial<TickContext>): Promise<TickResult>;
  tick(box: string, edit?: Edit): Promise<TickResult>;
}

const HOUR = 3_600_000;

/** A repository whose agent has opened its dashboard, and a job for each edit, with the token of a workflow. */
async function scene(
  goals: Readonly<Record<string, string>> = { tidy: PLAIN, other: PLAIN },
): Promise<Scene> {
  const night = await Night.begin({ goals });
  await night.wake();
  night.clock.advance(60_000);
  const control = new MemoryControl().asWorkflowToken();
  const number = night.state().status.dashboard?.issue ?? 0;
  const found = (at = number): MemoryIssue => {
    const issue = night.issues.find(at);
    if (issue === undefined) throw new Error('there is no dashboard');
    return issue;
  };
  const edit: Scene['edit'] = (change, { by = 'ann', type = 'User', number: at = number } = {}) => {
    const from = found(at).body;
    const body = change(from.replaceAll('\n', '\r\n'));
    night.issues.change(at, { body });
    const updated_at = night.issues.updatedAt.get(at);
    return {
      ...{ action: 'edited', changes: { body: { from } }, sender: { login: by, type } },
      issue: { number: at, body, updated_at, user: { login: found(at).author } },
    };
  };
  const serve: Scene['serve'] = (payload, change = {}) => {
    const hand = night.byHand();
    const world = { ...hand.world, issues: night.issues.view(() => {}) };
    const place = { control, address: 'https://github.com/acme/site', stop: '' };
    return serveTicks({ ...hand, ...place, world, ...change }, payload);
  };
  const tick: Scene['tick'] = (box, options = {}) => serve(edit(ticking(box), options));
  return { night, control, dashboard: () => found(), edit, serve, tick };
}

const ticking = (box: string) => (body: string) => {
  const line = body.split('\r\n').find((each) => each.includes(`<!-- wakeful-box: ${box} -->`));
  if (line === undefined) throw new Error(`there is no box ${box}`);
  return body.replace(line, line.replace('[ ]', '[x]'));
};

const requests = (night: Night) => Object.values(night.state().requests);
const answers = (night: Night) => night.state().status.dashboard?.answers ?? [];

describe('a box that somebody with write permission ticks', () => {
  test('run: becomes a request, a run is started, the box is unticked, and a line says so', async () => {
    const { night, control, dashboard, tick } = await scene();
    expect((await tick('run tidy')).ending).toBe('worked');
    const { issue } = night.state().status.dashboard ?? {};
    expect(requests(night)).toMatchObject([
      { kind: 'run', goal: 'tidy', by: 'ann', reason: `a box of the dashboard, issue #${issue}` },
    ]);
    expect(control.started).toMatchObject([{ file: 'wake.yml', branch: 'main' }]);
    expect(dashboard().body).toContain('- [ ] Run `tidy` now');
    expect(dashboard().body).not.toContain('[x]');
    expect(dashboard().body).toContain('2 tasks done.');
    expect(dashboard().body).toContain(
      ': ann asked for "Run `tidy` now". Done: The request to run tidy is stored.',
    );
    expect([dashboard().comments, control.answers]).toEqual([[], []]);
    const { result } = await night.wake();
    expect(result.goals.map(({ goal }) => goal)).toEqual(['tidy']);
    // A later text tells it as well.
    expect(dashboard().body).toContain('ann asked for "Run `tidy` now"');
  });

  test('pause and resume: are done at once, and the box turns into the other one', async () => {
    const { night, control, dashboard, tick } = await scene();
    await tick('pause tidy');
    expect(night.state().checkpoints['tidy']?.pause).toMatchObject({ by: 'ann' });
    expect(dashboard().body).toContain('- [ ] Resume `tidy` <!-- wakeful-box: resume tidy -->');
    expect(dashboard().body).not.toContain('wakeful-box: run tidy');
    await tick('resume tidy');
    expect(night.state().checkpoints['tidy']?.pause).toBeNull();
    expect(dashboard().body).toContain('wakeful-box: pause tidy');
    expect(control.started).toEqual([]);
  });

  test('retry: a stuck task is tried again', async () => {
    const { night, tick } = await scene({ tidy: `${PLAIN}limits: {attempts: 1}\n` });
    const { checkpoints } = night.state();
    const [key = ''] = Object.keys(checkpoints['tidy']?.items ?? {});
    const stuck = { ...checkpoints['tidy']?.items[key], status: 'stuck' };
    const checkpoint = { ...checkpoints['tidy'], items: { [key]: stuck } };
    await night.remote.commit({
      branch: STATE,
      files: { 'state/checkpoints/tidy.json': `${JSON.stringify(checkpoint)}\n` },
    });
    await tick('pause tidy');
    await tick('resume tidy');
    expect((await tick('retry tidy')).ending).toBe('worked');
    expect(requests(night)).toMatchObject([{ kind: 'run', goal: 'tidy' }]);
  });

  test('stop: stops the agent, and the box turns into the one that lets it run again', async () => {
    const { night, control, dashboard, tick } = await scene();
    expect((await tick('stop')).ending).toBe('worked');
    expect(night.state().stop).toContain('ann ticked the box in the dashboard');
    expect(control.workflows.get('wake.yml')).toBe('disabled_manually');
    expect(dashboard().body).toContain('wakeful-box: start');
    expect((await night.wake()).result.ending).toBe('stopped');
    // While stopped, a run is stored and nothing starts.
    await tick('run tidy');
    expect([requests(night).length, control.started]).toEqual([1, []]);
    expect(dashboard().body).toContain('The agent is stopped');
    await tick('start');
    expect(night.state().stop).toBeNull();
    expect(control.workflows.get('wake.yml')).toBe('active');
    expect(dashboard().body).toContain('wakeful-box: stop');
  });

  test('several at once are all served, a stop first', async () => {
    const { night, control, edit, serve } = await scene();
    const payload = edit((body) => ticking('stop')(ticking('run tidy')(body)));
    await serve(payload);
    expect([night.state().stop === null, requests(night).length, control.started]).toEqual([false, 1, []]);
    expect(answers(night).map(({ action }) => action)).toEqual(['stop', 'run']);
  });

  test('of a goal that is gone is answered, and nothing is stored', async () => {
    const { night, edit, serve, dashboard } = await scene();
    const payload = edit(ticking('run tidy'));
    await night.commit({ 'goals/tidy.yml': null });
    expect((await serve(payload)).ending).toBe('no_change');
    expect(requests(night)).toEqual([]);
    expect(dashboard().body).toContain('ann asked for "Run `tidy` now". Not done: There is no goal');
  });
});

describe('a tick is served once', () => {
  test('however often its job runs', async () => {
    const { night, edit, serve } = await scene();
    const payload = edit(ticking('run tidy'));
    await serve(payload);
    await night.wake();
    const before = answers(night);
    await serve(payload);
    expect([requests(night), answers(night)]).toEqual([[], before]);
  });

  test.each([
    ['before the request is stored', 0],
    ['between the request and its answer', 1],
    ['between the answer and the issue', 2],
  ])('also when its job dies %s and runs again', async (_when, pushes) => {
    const { night, dashboard, edit, serve } = await scene();
    const payload = edit(ticking('run tidy'));
    await serve(payload, dyingJob(night, pushes)).catch(() => undefined);
    expect(dashboard().body).toContain('[x]');
    await serve(payload);
    expect([requests(night).length, answers(night).length]).toEqual([1, 1]);
    expect(dashboard().body).not.toContain('[x]');
  });

  test('by two persons at once: each is answered, and one run serves both', async () => {
    const { night, control, dashboard, edit, serve } = await scene();
    control.permissions.set('bob', 'admin');
    const from = dashboard().body;
    const anns = edit(ticking('run tidy'));
    night.issues.change(dashboard().number, { body: from });
    const bobs = edit(ticking('run tidy'), { by: 'bob' });
    await Promise.all([serve(anns), serve(bobs)]);
    expect(
      answers(night)
        .map(({ by, is_done }) => [by, is_done])
        .toSorted(),
    ).toEqual([
      ['ann', true],
      ['bob', true],
    ]);
    await night.wake();
    expect(requests(night)).toEqual([]);
  });

  test('and those of another box keep their tick until their own job has come', async () => {
    const { dashboard, edit, serve } = await scene();
    const first = edit(ticking('run tidy'));
    const second = edit(ticking('pause other'));
    await serve(first);
    expect(dashboard().body).toContain('- [x] Pause `other`');
    expect(dashboard().body).toContain('- [ ] Run `tidy` now');
    await serve(second);
    expect(dashboard().body).not.toContain('[x]');
    expect(dashboard().body).toContain('wakeful-box: resume other');
  });
});

describe('a tick whose job never comes', () => {
  test('is kept by a run for a while, and then answered as not done', async () => {
    const { night, dashboard, edit } = await scene();
    night.clock.advance(24 * HOUR);
    edit(ticking('pause other'));
    await night.wake();
    expect(dashboard().body).toContain('- [x] Pause `other`');
    night.clock.advance(24 * HOUR);
    await night.wake();
    expect(dashboard().body).not.toContain('[x]');
    expect(dashboard().body).toContain('somebody asked for "Pause `other`". Not done: The job');
    expect(night.state().checkpoints['other']?.pause).toBeNull();
    expect(answers(night)).toHaveLength(1);
  });
});

describe('a box does nothing', () => {
  test.each(['read', 'none', 'unknown'] as const)(
    'for somebody with the permission %s: it is unticked without a word, and nothing of it is stored',
    async (permission) => {
      const { night, control, dashboard, tick } = await scene();
      control.permissions.set('mallory', permission);
      const tip = night.remote.branches.get(STATE);
      expect((await tick('stop', { by: 'mallory' })).ending).toBe('no_change');
      expect(night.remote.branches.get(STATE)).toBe(tip);
      expect(dashboard().body).not.toContain('[x]');
      expect(dashboard().body).not.toContain('mallory');
      expect(control.workflows.get('wake.yml')).toBe('active');
    },
  );

  test.each([
    ['a bot', { by: 'helper[bot]', type: 'Bot' }],
    ['the agent itself', { by: 'github-actions[bot]', type: 'Bot' }],
  ])('for %s, whom nobody even looks up', async (_who, edit) => {
    const { night, control, tick } = await scene();
    control.permissions.set(edit.by, 'admin');
    expect((await tick('stop', edit)).ending).toBe('no_change');
    expect([night.state().stop, control.calls]).toEqual([null, []]);
  });

  test('in an issue that somebody else has opened, whatever marker it carries', async () => {
    const { night, control, dashboard, tick } = await scene();
    const { number } = night.issues.write({ title: 'x', body: dashboard().body, author: 'mallory' });
    expect((await tick('stop', { number })).ending).toBe('no_change');
    expect([night.state().stop, control.calls]).toEqual([null, []]);
  });

  test.each([
    [
      'that the edit itself has brought in',
      (body: string) => `- [x] all <!-- wakeful-box: resume tidy -->\r\n${body}`,
    ],
    ['that was ticked before', (body: string) => body],
    [
      'that is no line of its own',
      (body: string) => body.replace('# Tick', '# [x] <!-- wakeful-box: stop --> Tick'),
    ],
    ['whose action is unknown', (body: string) => `- [x] all <!-- wakeful-box: merge tidy -->\r\n${body}`],
    [
      'that has lost its hidden end',
      (body: string) => body.replace(/- \[ \] (.*) <!-- wakeful-box: stop -->/, '- [x] $1'),
    ],
  ])('%s', async (_what, change) => {
    const { night, edit, serve } = await scene();
    const result = await serve(edit(change));
    expect([result.ending, night.state().stop]).toEqual(['no_change', null]);
  });

  test.each([
    ['no changes', { changes: undefined }, 'no_change'],
    ['another action', { action: 'closed' }, 'no_change'],
    ['no sender', { sender: null }, 'no_change'],
    ['no issue', { issue: undefined }, 'bad_settings'],
    ['a forged time', { issue: { number: 1, body: '', updated_at: 'now ann stop' } }, 'bad_settings'],
  ])('in an event with %s', async (_what, forged, ending) => {
    const { night, edit, serve } = await scene();
    const payload = edit(ticking('stop'));
    expect((await serve({ ...(payload as object), ...forged })).ending).toBe(ending);
    expect(night.state().stop).toBeNull();
  });
});

/** The ports of a job that dies before the call that comes after so many pushes of the state branch. */
function dyingJob(night: Night, pushes: number): Pick<TickContext, 'world'> {
  const { world } = night.byHand();
  const until = night.remote.pushes + pushes;
  const mortal = <Port extends object>(port: Port): Port =>
    new Proxy(port, {
      get: (target, key) => {
        const member: unknown = Reflect.get(target, key);
        if (typeof member !== 'function') return member;
        return async (...inputs: readonly unknown[]) => {
          if (night.remote.pushes >= until) throw new Error('the job is over');
          return Reflect.apply(member, target, inputs);
        };
      },
    });
  const issues = mortal(night.issues.view(() => {}));
  return { world: { ...world, state: mortal(world.state), issues } };
}
