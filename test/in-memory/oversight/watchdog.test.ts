import { beforeEach, describe, expect, expectTypeOf, test } from 'vitest';
import { Halt } from '../../../src/core/ending.ts';
import type { WatchdogWorld } from '../../../src/oversight/watchdog/watchdog.ts';
import { MemoryControl } from '../../../src/simulation/world/memory-control.ts';
import type { CallName } from '../../../src/simulation/world/memory-github.ts';
import { goalText, Night, PLAIN, STATE } from '../../support/memory/night.ts';
import { stop, told } from '../../support/memory/wishes.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let night: Night;
let control: MemoryControl;

beforeEach(async () => {
  night = await Night.begin({ goals: { tidy: PLAIN } });
  await night.wake();
  control = new MemoryControl();
});

const iso = (ms: number) => `${new Date(ms).toISOString().slice(0, 19)}Z`;

/** A run of wake.yml that GitHub knows of, made now. */
function run(status: 'queued' | 'running' | 'finished' = 'finished'): void {
  control.runs.set('wake.yml', { createdAt: iso(night.clock.now()), url: 'memory/run', status });
}

function titles(state: 'open' | 'closed' = 'open'): readonly string[] {
  return night.github.issues
    .filter((issue) => issue.state === state)
    .map((issue) => issue.title.replace('Wakeful: the agent ', ''));
}

const SILENT = 'has not run for too long';
const STUCK = 'has a lock that no run takes over';
const DISABLED = 'does not start, because its workflow is disabled';
const UNWATCHED = 'cannot be watched completely';

describe('while the agent is well', () => {
  test('nothing is written and nothing is told, and both schedules are kept alive', async () => {
    run();
    const { pushes } = night.remote;
    const { ending, detail } = await night.watch(control);
    expect([ending, detail, night.remote.pushes]).toEqual(['no_change', 'The agent is well.', pushes]);
    expect(control.calls.filter((call) => call === 'enableWorkflow')).toHaveLength(2);
    expect(titles()).toEqual([]);
  });

  test('nor where it has never run', async () => {
    night = await Night.begin({ goals: { tidy: PLAIN } });
    expect((await night.watch(control)).ending).toBe('nothing_due');
    expect([...night.remote.branches.keys()]).toEqual(['main']);
  });
});

test('the watchdog works on no goal and asks no model, also where a goal is due', async () => {
  night.clock.advance(7 * HOUR);
  run();
  const before = [new Map(night.remote.branches), night.state()];
  await night.watch(control);
  expect([new Map(night.remote.branches), night.state()]).toEqual(before);
  // Its world has no model to ask.
  expectTypeOf<WatchdogWorld>().not.toHaveProperty('model');
  expect((await night.wake()).result.goals).not.toEqual([]);
});

describe('work', () => {
  const NOT_BEGUN = 'leaves goals to a job that does not begin';
  const TESTS = `${PLAIN}checks: ["npm test"]\n`;
  const deciding = { order: { isDeferring: true } };
  /** So many half-hourly runs that leave their goals to other jobs. */
  async function decide(times: number): Promise<void> {
    for (let n = 0; n < times; n++) {
      night.clock.advance(HOUR / 2);
      run();
      await night.wake(deciding);
    }
  }

  test('of a goal that is left to a job which does not begin is told, with what to look at', async () => {
    night = await Night.begin({ goals: { tests: TESTS } });
    await decide(6);
    expect((await night.watch(control)).detail).toBe('The agent is well.');
    await decide(3);
    await night.watch(control);
    await night.watch(control);
    expect(titles()).toEqual([NOT_BEGUN]);
    const body = night.github.issues[0]?.body ?? '';
    expect(body).toContain('tests is due and has commands, so each run since');
    expect(body).toContain('page *Actions*, and look at its jobs `work`');
    expect(told(night, 'work_not_begun')).toHaveLength(1);
    // The job begins after all.
    await night.wake({ order: { runGoal: 'tests' } });
    expect((await night.watch(control)).detail).toBe('The agent is well.');
    expect(titles()).toEqual([]);
  });

  test('that a job begins with each time, or that nothing is left of, is no silence', async () => {
    night = await Night.begin({ goals: { tests: TESTS, tidy: PLAIN } });
    for (let n = 0; n < 12; n++) {
      await decide(1);
      for (const goal of (await night.wake(deciding)).result.deferred)
        await night.wake({ order: { runGoal: goal } });
    }
    await night.watch(control);
    expect(titles()).toEqual([]);
    expect(night.state().status.left).toBeUndefined();
  });

  test('of a goal that is paused, switched off or gone waits for nothing', async () => {
    night = await Night.begin({ goals: { tests: TESTS } });
    await decide(9);
    await night.commit({ 'goals/tests.yml': goalText('tests', `${TESTS}enabled: false\n`) });
    expect((await night.watch(control)).detail).toBe('The agent is well.');
    await decide(3);
    expect(night.state().status.left).toBeUndefined();
  });

  test('that a person asks for does not make the others forgotten', async () => {
    night = await Night.begin({ goals: { tests: TESTS, more: TESTS } });
    await decide(2);
    const before = night.state().status.left;
    expect(before?.map(({ goal }) => goal).sort()).toEqual(['more', 'tests']);
    night.clock.advance(HOUR);
    await night.wake({ ...deciding, trigger: { kind: 'person', by: 'ann', goals: ['more'] } });
    const byGoal = (left: typeof before) => left?.toSorted((a, b) => (a.goal < b.goal ? -1 : 1));
    expect(byGoal(night.state().status.left)).toEqual(byGoal(before));
  });
});

describe('silence', () => {
  test('for twelve days is one issue, which closes when a wake has started', async () => {
    run();
    for (let hours = 0; hours < 12 * 24; hours += 3) {
      night.clock.advance(3 * HOUR);
      await night.watch(control);
    }
    expect(titles()).toEqual([SILENT]);
    expect(night.github.issues).toHaveLength(1);
    expect(told(night, 'silence_seen')).toHaveLength(1);
    const { pushes } = night.remote;
    await night.watch(control);
    expect(night.remote.pushes).toBe(pushes);
    await night.wake();
    expect(titles(), 'a wake leaves it to the watchdog').toEqual([SILENT]);
    const result = await night.watch(control);
    expect([result.detail, titles(), titles('closed')]).toEqual(['The agent is well.', [], [SILENT]]);
  });

  test('is judged by the runs that GitHub knows, also where wakes leave no sign', async () => {
    for (let n = 0; n < 4; n++) {
      night.clock.advance(2 * HOUR);
      run();
      await night.watch(control);
    }
    expect(titles()).toEqual([]);
  });

  test('is not broken by runs that only wait for a runner', async () => {
    night.clock.advance(4 * HOUR);
    run('queued');
    await night.watch(control);
    expect(titles()).toEqual([SILENT]);
  });

  test.each([
    ['an outage', 'github_unavailable'],
    ['a missing permission', 'forbidden'],
  ] as const)('is judged by the committed status where %s hides the runs', async (_, ending) => {
    control.before = (call) => {
      if (call === 'newestRun') throw new Halt(ending, 'No answer.');
    };
    night.clock.advance(2 * HOUR);
    await night.watch(control);
    expect(titles()).not.toContain(SILENT);
    night.clock.advance(1.1 * HOUR);
    await night.watch(control);
    expect(titles()).toContain(SILENT);
  });

  test('lasts as long as the settings say', async () => {
    await night.commit({ '.github/wakeful.yml': 'alerts: {silent_hours: 10}\n' });
    night.clock.advance(9 * HOUR);
    await night.watch(control);
    expect(titles()).toEqual([]);
    night.clock.advance(2 * HOUR);
    await night.watch(control);
    expect(titles()).toEqual([SILENT]);
  });

  test('that a person has closed is told again only after a wake in between', async () => {
    night.clock.advance(4 * HOUR);
    await night.watch(control);
    night.github.changeIssue(night.github.issues[0]?.number ?? 0, { state: 'closed' });
    night.clock.advance(DAY);
    await night.watch(control);
    expect([titles(), night.github.issues.length]).toEqual([[], 1]);
    await night.wake();
    await night.watch(control);
    night.clock.advance(4 * HOUR);
    await night.watch(control);
    expect([titles(), night.github.issues.length]).toEqual([[SILENT], 2]);
  });
});

describe('a stop', () => {
  test('by the variable is written down once, with its reason, and never taken for silence', async () => {
    await night.wake();
    const before = night.state().status.seen_at;
    night.clock.advance(2 * HOUR);
    for (let n = 0; n < 5; n++) {
      expect((await night.watch(control, { stop: 'a holiday' })).ending).toBe('stopped');
      night.clock.advance(DAY);
    }
    expect(night.state().status.stop).toEqual({ reason: 'a holiday', since: before, variable: 'a holiday' });
    expect(told(night, 'stop_set')).toEqual(['WAKEFUL_STOP is set: a holiday.']);
    expect([titles(), night.github.calls]).toEqual([[], night.github.calls]);
    const gone = await night.watch(control);
    expect(gone.ending).toBe('worked');
    expect([night.state().status.stop, titles()]).toEqual([null, []]);
    expect(told(night, 'stop_removed')).toEqual([
      'The agent is no longer stopped. The reason was: a holiday.',
    ]);
    expect(night.state().status.stops).toMatchObject([{ since: before, reason: 'a holiday' }]);
    night.clock.advance(2.9 * HOUR);
    await night.watch(control);
    expect(titles()).toEqual([]);
    night.clock.advance(0.2 * HOUR);
    await night.watch(control);
    expect(titles()).toEqual([SILENT]);
  });

  test('I15: its slots are counted as skipped, those before and after it as ever', async () => {
    night.clock.advance(HOUR);
    await night.watch(control, { stop: 'a holiday' });
    night.clock.advance(3 * DAY);
    await night.watch(control);
    night.clock.advance(6 * HOUR);
    night.github.change(1, { state: 'merged' });
    await night.wake();
    const counters = night.state().checkpoints['tidy']?.counters;
    expect(counters).toEqual({ ran: 1, caught_up: 1, missed: 0, skipped: 12, overlapped: 0 });
  });

  test('after long silence does not explain more of it than may be silent', async () => {
    night.clock.advance(5 * DAY);
    await night.watch(control, { stop: 'look into it' });
    expect(night.state().status.stop?.since).toBe(iso(night.clock.now() - 3 * HOUR));
  });

  test('by both: ends when both are gone, and the record says which one stands', async () => {
    await stop(night);
    await night.watch(control, { stop: 'a freeze' });
    expect(night.state().status.stop).toMatchObject({ reason: 'a holiday', variable: 'a freeze' });
    await night.watch(control);
    expect(night.state().status.stop?.variable).toBeUndefined();
    await night.remote.commit({ branch: STATE, files: { 'state/STOP': null } });
    await night.watch(control);
    expect(night.state().status.stop).toBeNull();
  });

  test('that a person has put on the branch by hand is written down as well', async () => {
    await night.remote.commit({ branch: STATE, files: { 'state/STOP': 'by hand\n' } });
    expect((await night.watch(control)).ending).toBe('stopped');
    expect(night.state().status.stop).toMatchObject({ reason: 'by hand' });
    expect(told(night, 'stop_set')).toEqual(['state/STOP is set: by hand.']);
  });

  test('holds secrets back, is cut, and is not written at every look', async () => {
    const key = 'sk-secret-value-123456';
    const value = `the key is ${key} ${'x'.repeat(9_000)}`;
    await night.watch(control, { stop: value, secrets: [key] });
    const { pushes } = night.remote;
    await night.watch(control, { stop: value, secrets: [key] });
    expect(night.remote.pushes).toBe(pushes);
    expect(JSON.stringify([night.state(), night.log()])).not.toContain(key);
    expect(night.state().status.stop?.reason.length).toBeLessThanOrEqual(500);
  });

  test('is over for everybody to read when a wake runs that has nothing to do', async () => {
    await night.watch(control, { stop: 'a holiday' });
    night.clock.advance(60_000);
    expect((await night.wake()).result.ending).toBe('nothing_due');
    expect(night.state().status.stop).toBeNull();
    expect(told(night, 'stop_removed')).toEqual([
      'The agent is no longer stopped. The reason was: a holiday.',
    ]);
    const { pushes } = await night.wake();
    expect(pushes).toBe(0);
  });

  test('tells nobody anything, and switches nothing on', async () => {
    control.workflows.set('wake.yml', 'disabled_inactivity');
    control.workflows.set('watchdog.yml', 'active');
    night.clock.advance(DAY);
    const { calls } = night.github;
    await night.watch(control, { stop: 'a holiday' });
    expect(night.github.calls).toBe(calls);
    expect(control.workflows.get('wake.yml')).toBe('disabled_inactivity');
    expect(control.calls.filter((call) => call === 'enableWorkflow')).toHaveLength(1);
  });
});

describe('a workflow', () => {
  test('that a person has disabled is told, not as silence, and not switched on', async () => {
    control.workflows.set('wake.yml', 'disabled_manually');
    night.clock.advance(DAY);
    for (let n = 0; n < 3; n++) await night.watch(control);
    expect(titles()).toEqual([DISABLED]);
    expect(night.github.issues).toHaveLength(1);
    expect(control.workflows.get('wake.yml')).toBe('disabled_manually');
    expect(told(night, 'workflow_disabled')).toHaveLength(1);
    control.workflows.set('wake.yml', 'active');
    run();
    await night.watch(control);
    expect(titles()).toEqual([]);
  });

  test('that a stop has disabled is told only when the stop is gone and it still is', async () => {
    await stop(night);
    control.workflows.set('wake.yml', 'disabled_manually');
    night.clock.advance(DAY);
    await night.watch(control);
    expect(titles()).toEqual([]);
    await night.remote.commit({ branch: STATE, files: { 'state/STOP': null } });
    await night.watch(control);
    expect(titles()).toEqual([DISABLED]);
  });

  test('that GitHub has disabled for want of activity is enabled again, and the log says so', async () => {
    control.workflows.set('wake.yml', 'disabled_inactivity');
    run();
    expect((await night.watch(control)).ending).toBe('worked');
    expect([control.workflows.get('wake.yml'), titles()]).toEqual(['active', []]);
    expect(told(night, 'workflow_enabled')).toHaveLength(1);
    const { pushes } = night.remote;
    await night.watch(control);
    expect(night.remote.pushes).toBe(pushes);
  });

  test('that cannot be enabled again is told, with the permission that is missing', async () => {
    control.workflows.set('wake.yml', 'disabled_inactivity');
    control.before = (call) => {
      if (call === 'enableWorkflow') throw new Halt('forbidden', 'The token needs actions: write.');
    };
    await night.watch(control);
    expect(titles().toSorted()).toEqual([UNWATCHED, DISABLED].toSorted());
    expect(night.github.issues.some(({ body }) => body.includes('actions: write'))).toBe(true);
    control.before = () => {};
    run();
    await night.watch(control);
    expect(titles()).toEqual([]);
  });

  test('in a fork is told', async () => {
    control.workflows.set('wake.yml', 'disabled_fork');
    await night.watch(control);
    expect(titles()).toEqual([DISABLED]);
  });

  test('that is not there is not watched', async () => {
    control.workflows.delete('wake.yml');
    await night.watch(control);
    expect(titles()).toEqual([]);
  });

  test('of which GitHub tells nothing for a while keeps its alert', async () => {
    control.workflows.set('wake.yml', 'disabled_manually');
    await night.watch(control);
    control.before = () => {
      throw new Halt('github_unavailable', 'No answer.');
    };
    await night.watch(control);
    expect(titles()).toEqual([DISABLED]);
    expect(night.state().alerts.alerts['_agent/workflow_disabled']?.wanted).toBe(true);
  });
});

describe('a lease', () => {
  /** A wake that dies while it holds tidy. */
  async function die(): Promise<void> {
    night.clock.advance(7 * HOUR);
    const { pushes } = night.remote;
    night.remote.onPush = (push) => (push === pushes + 2 ? 'die_before' : null);
    await night.wake({ id: 'dead' });
    night.remote.onPush = () => null;
    expect(night.state().lock.leases['tidy']?.wake).toBe('dead');
  }

  test('that no wake takes over is told, once, and closed when one has', async () => {
    await die();
    night.clock.advance(2 * HOUR);
    run();
    await night.watch(control);
    expect(titles()).toEqual([]);
    for (let n = 0; n < 4; n++) {
      night.clock.advance(2 * HOUR);
      run();
      await night.watch(control);
    }
    expect(titles()).toEqual([STUCK]);
    expect(night.github.issues[0]?.body).toContain('run dead on tidy');
    expect(told(night, 'lease_stuck')).toHaveLength(1);
    await night.wake();
    await night.watch(control);
    expect(titles()).toEqual([]);
  });

  test('of a goal that rests or is no more blocks nobody, and is not told', async () => {
    for (const text of [null, 'title: t\nobjective: o\nenabled: false\nschedule: {every: 6h}\n']) {
      night = await Night.begin({ goals: { tidy: PLAIN } });
      await night.wake();
      await die();
      await night.commit({ 'goals/tidy.yml': text });
      night.clock.advance(DAY);
      run();
      await night.watch(control);
      expect(titles()).toEqual([]);
    }
  });
});

describe('the watchdog and wakes', () => {
  const down = () => {
    night.github.onCall = (_, name: CallName) => (name.includes('Alert') ? 'error_before' : null);
  };

  test('leave each other’s alerts alone', async () => {
    control.workflows.set('wake.yml', 'disabled_manually');
    await night.commit({ 'goals/tidy.yml': 'nonsense: 1\n' });
    await night.watch(control);
    await night.wake();
    const both = titles();
    expect(both).toHaveLength(2);
    for (let n = 0; n < 3; n++) {
      night.clock.advance(HOUR);
      await night.watch(control);
      await night.wake();
    }
    expect(titles()).toEqual(both);
    expect(titles('closed')).toEqual([]);
  });

  test('share the room for issues: what does not fit is folded into one', async () => {
    const bad = Object.fromEntries(['a', 'b', 'c', 'd'].map((id) => [`goals/${id}.yml`, 'nonsense: 1\n']));
    await night.commit(bad);
    await night.wake();
    expect(titles()).toHaveLength(4);
    night.clock.advance(DAY);
    await night.watch(control);
    expect(titles()).toHaveLength(5);
    expect(titles().at(-1)).toBe('has more alerts than it may open issues');
    expect(night.github.issues.at(-1)?.body).toContain('has not run for too long');
    await night.commit(Object.fromEntries(Object.keys(bad).map((path) => [path, null])));
    await night.wake();
    await night.watch(control);
    expect(titles()).toEqual([]);
  });

  test('an alert that cannot be carried out is recorded, hides nothing, and is told by the next look', async () => {
    night.clock.advance(DAY);
    down();
    const result = await night.watch(control);
    expect(result.ending).toBe('worked');
    expect(result.detail).toContain('No run has started since');
    expect(night.state().alerts.alerts['_agent/silent']).toMatchObject({ wanted: true, issue: null });
    night.github.onCall = () => null;
    await night.watch(control);
    expect(titles()).toEqual([SILENT]);
  });

  test.each(['error_before', 'error_after', 'die_before', 'die_after'] as const)(
    'one call that goes wrong (%s), at each call of a look that opens and one that closes, makes one issue',
    async (fault) => {
      for (let bad = 1; bad <= 5; bad++) {
        night = await Night.begin({ goals: { tidy: PLAIN } });
        await night.wake();
        night.clock.advance(DAY);
        const first = night.github.calls;
        night.github.onCall = (call) => (call === first + bad ? fault : null);
        await night.watch(control, { id: 'disturbed' });
        night.github.onCall = () => null;
        night.github.finished.add('disturbed');
        for (let n = 0; n < 2; n++) await night.watch(control);
        expect(titles(), `call ${bad}`).toEqual([SILENT]);
        await night.wake();
        const { calls } = night.github;
        night.github.onCall = (call) => (call === calls + bad ? fault : null);
        await night.watch(control, { id: 'disturbed too' });
        night.github.onCall = () => null;
        night.github.finished.add('disturbed too');
        for (let n = 0; n < 3; n++) await night.watch(control);
        expect(titles(), `call ${bad}`).toEqual([]);
        expect(night.state().alerts.alerts).toEqual({});
        expect(night.state().lock.leases).toEqual({});
      }
    },
  );

  test.each(['die_before', 'die_after', 'drop', 'lose_answer', 'refuse'] as const)(
    'one push that goes wrong (%s), at each push of a look, makes one issue, one line, one record of a stop',
    async (fault) => {
      for (let bad = 1; bad <= 3; bad++) {
        night = await Night.begin({ goals: { tidy: PLAIN } });
        await night.wake();
        night.clock.advance(DAY);
        const disturbed = async (id: string, value?: string) => {
          const { pushes } = night.remote;
          night.remote.onPush = (push) => (push === pushes + bad ? fault : null);
          await night.watch(control, { id, ...(value === undefined ? {} : { stop: value }) });
          night.remote.onPush = () => null;
          night.github.finished.add(id);
        };
        await disturbed('silent');
        for (let n = 0; n < 2; n++) await night.watch(control);
        expect(titles(), `push ${bad}`).toEqual([SILENT]);
        await disturbed('stopped', 'a holiday');
        await night.watch(control, { stop: 'a holiday' });
        expect(night.state().status.stop, `push ${bad}`).toMatchObject({ variable: 'a holiday' });
        expect(told(night, 'stop_set'), `push ${bad}`).toHaveLength(1);
        await disturbed('resumed');
        for (let n = 0; n < 2; n++) await night.watch(control);
        expect(night.state().status.stops, `push ${bad}`).toHaveLength(1);
        expect(told(night, 'stop_removed'), `push ${bad}`).toHaveLength(1);
        expect(night.state().lock.leases, `push ${bad}`).toEqual({});
        expect(titles(), `push ${bad}`).toEqual([]);
      }
    },
  );

  test('an issue that a dead watchdog has opened is closed although a wake has taken its lease over', async () => {
    night.clock.advance(DAY);
    night.github.onCall = (_, name) => (name === 'openAlertIssue' ? 'die_after' : null);
    await night.watch(control, { id: 'dead' });
    night.github.onCall = () => null;
    night.github.finished.add('dead');
    await night.commit({ 'goals/bad.yml': 'nonsense: 1\n' });
    await night.wake();
    expect(night.state().lock.leases['_agent']).toBeUndefined();
    await night.watch(control);
    expect(titles()).not.toContain(SILENT);
  });
});

describe('a state that cannot be read', () => {
  test('raises the alert about the state, and schedules are kept alive', async () => {
    await night.remote.commit({ branch: STATE, files: { 'state/lock.json': '{' } });
    expect((await night.watch(control)).ending).toBe('bad_state_file');
    expect(titles()).toEqual(['cannot read its state branch']);
    expect(control.calls.filter((call) => call === 'enableWorkflow')).toHaveLength(2);
    await night.watch(control);
    expect(night.github.issues).toHaveLength(1);
  });

  test('tells nobody while the variable stops the agent', async () => {
    await night.remote.commit({ branch: STATE, files: { 'state/lock.json': '{' } });
    await night.watch(control, { stop: 'a holiday' });
    expect(titles()).toEqual([]);
  });

  test('and a remote that does not answer end as what they are', async () => {
    night.remote.onFetch = () => {
      throw new Halt('github_unavailable', 'No answer.');
    };
    expect(await night.watch(control)).toMatchObject({ ending: 'github_unavailable', detail: 'No answer.' });
  });
});
