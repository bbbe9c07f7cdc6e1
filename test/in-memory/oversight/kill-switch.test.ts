import { describe, expect, test } from 'vitest';
import { Halt } from '../../../src/core/ending.ts';
import type { CommandAnswer, ControlContext, GitHubAccess } from '../../../src/oversight/command-context.ts';
import { resumeAgent } from '../../../src/oversight/stop/resume-agent.ts';
import { stopAgent } from '../../../src/oversight/stop/stop-agent.ts';
import { setStop } from '../../../src/oversight/stop/stop-switch.ts';
import type { ModelProvider } from '../../../src/ports.ts';
import { modelOf } from '../../../src/simulation/model/behaviour.ts';
import { MemoryControl } from '../../../src/simulation/world/memory-control.ts';
import { Night, PLAIN, STATE } from '../../support/memory/night.ts';
import { diligent } from '../../support/memory/test-model.ts';

const ADDRESS = 'https://github.com/acme/site';

async function scene(): Promise<{ readonly night: Night; readonly control: MemoryControl }> {
  const night = await Night.begin({ goals: { tidy: `${PLAIN}limits: {open_drafts: 3}\n` } });
  await night.wake();
  return { night, control: new MemoryControl() };
}

function place(night: Night, control: MemoryControl | null, told?: string): ControlContext {
  const access: GitHubAccess =
    control === null
      ? { kind: 'closed', why: 'no token is set.' }
      : { kind: 'open', control, address: ADDRESS, stopValue: told ?? null };
  return { ...night.byHand(), access };
}

function outcomes({ parts }: CommandAnswer): Readonly<Record<string, string>> {
  return Object.fromEntries((parts ?? []).map(({ part, outcome }) => [part, outcome]));
}

const byAnn = { by: 'ann' };
const stop = (at: ControlContext, reason = 'Wait.') => stopAgent(at, { reason, ...byAnn });
const resume = (at: ControlContext) => resumeAgent(at, byAnn);

describe('stop', () => {
  test('sets the variable and state/STOP, disables the workflow, and writes down what it disabled', async () => {
    const { night, control } = await scene();
    const answer = await stop(place(night, control));
    expect([answer.isDone, outcomes(answer)]).toEqual([
      true,
      { file: 'changed', variable: 'changed', workflow: 'changed' },
    ]);
    expect(night.state().stop).toBe('Wait.\n');
    expect(control.variables.get('WAKEFUL_STOP')).toBe('Wait.');
    expect(control.workflows.get('wake.yml')).toBe('disabled_manually');
    expect(night.state().status.stop).toMatchObject({
      reason: 'Wait.',
      variable: 'Wait.',
      disabled: ['wake.yml'],
    });
    expect(control.workflows.get('requests.yml')).toBe('active');
  });

  test('has state/STOP and what it will disable on the branch before anything else is done', async () => {
    const { night, control } = await scene();
    const seen: string[] = [];
    control.before = (call) => {
      if (call === 'setVariable' || call === 'disableWorkflow')
        seen.push(`${call} ${night.state().stop?.trim()} ${night.state().status.stop?.disabled?.join()}`);
    };
    await stop(place(night, control));
    expect(seen).toEqual(['setVariable Wait. wake.yml', 'disableWorkflow Wait. wake.yml']);
  });

  test("with a workflow's token says what it could not do, and where that is done by hand", async () => {
    const { night, control } = await scene();
    const answer = await stop(place(night, control.asWorkflowToken(), ''));
    expect([answer.isDone, outcomes(answer)]).toEqual([
      true,
      { file: 'changed', variable: 'left', workflow: 'changed' },
    ]);
    const left = answer.parts?.find(({ part }) => part === 'variable');
    expect(left?.detail).toContain('variables: write');
    expect(left?.byHand).toEqual({
      what: 'set the variable WAKEFUL_STOP',
      address: `${ADDRESS}/settings/variables/actions`,
    });
  });

  test('without a token sets state/STOP and says why not more', async () => {
    const { night } = await scene();
    const answer = await stop(place(night, null));
    expect([answer.isDone, outcomes(answer)]).toEqual([
      true,
      { file: 'changed', variable: 'left', workflow: 'left' },
    ]);
    expect(answer.detail).toContain('no token is set.');
  });

  test.each(['setVariable', 'disableWorkflow'] as const)(
    'is not done where a token is given and may not do a part of it: %s',
    async (refused) => {
      const { night, control } = await scene();
      control.before = (call) => {
        if (call === refused) throw new Halt('forbidden', 'The token may not do this.');
      };
      const answer = await stop(place(night, control));
      expect([answer.isDone, outcomes(answer)['file']]).toEqual([false, 'changed']);
    },
  );

  test('by a comment is done without the variable, which the token of a job may not set', async () => {
    const { night, control } = await scene();
    control.before = (call) => {
      if (call === 'setVariable') throw new Halt('forbidden', 'The token may not do this.');
    };
    expect((await stop(place(night, control, ''))).isDone).toBe(true);
  });

  test('whose workflow cannot be disabled does not say later that it had disabled it', async () => {
    const { night, control } = await scene();
    control.before = (call) => {
      if (call === 'disableWorkflow') throw new Halt('forbidden', 'The token lacks actions: write.');
    };
    expect(outcomes(await stop(place(night, control)))['workflow']).toBe('left');
    expect(night.state().status.stop?.disabled).toBeUndefined();
  });

  test('sets the rest where the state branch cannot be pushed', async () => {
    const { night, control } = await scene();
    const at = place(night, control);
    const refused = async () => {
      throw new Halt('forbidden', 'A rule forbids it.');
    };
    const world = { ...at.world, state: { ...at.world.state, push: refused } };
    const [key = ''] = at.secrets;
    const answer = await stop({ ...at, world }, `Wait for ${key}.`);
    expect([answer.isDone, outcomes(answer)]).toEqual([
      false,
      { file: 'left', variable: 'changed', workflow: 'changed' },
    ]);
    expect(control.variables.get('WAKEFUL_STOP')).toBe('Wait for [masked].');
  });

  test("I13: a reason that is set already is shown masked, by the settings' own patterns too", async () => {
    const { night, control } = await scene();
    await night.commit({ '.github/wakeful.yml': 'secret_patterns: ["corp-[0-9]{6}"]\n' });
    control.variables.set('WAKEFUL_STOP', 'ask corp-123456');
    const answer = await stop(place(night, control));
    expect(JSON.stringify([answer.detail, answer.parts])).not.toContain('corp-123456');
    expect(answer.detail).toContain('ask [masked]');
  });

  test("keeps another person's value of the variable, and a workflow that a person disabled stays that person's", async () => {
    const { night, control } = await scene();
    control.variables.set('WAKEFUL_STOP', 'a holiday');
    control.workflows.set('wake.yml', 'disabled_manually');
    const answer = await stop(place(night, control));
    expect(outcomes(answer)).toEqual({ file: 'changed', variable: 'unchanged', workflow: 'unchanged' });
    expect(control.variables.get('WAKEFUL_STOP')).toBe('a holiday');
    expect(night.state().status.stop?.disabled).toBeUndefined();
  });

  test('set again with other words keeps the time since when', async () => {
    const { night, control } = await scene();
    await stop(place(night, control));
    const since = night.state().status.stop?.since;
    night.clock.advance(3_600_000);
    await stop(place(night, control), 'Wait longer.');
    expect(night.state().status.stop).toMatchObject({
      reason: 'Wait longer.',
      since,
      disabled: ['wake.yml'],
    });
  });

  test('needs a reason', async () => {
    const { night, control } = await scene();
    expect(await stop(place(night, control), ' \n ')).toMatchObject({ isDone: false });
    expect([night.state().stop, control.calls]).toEqual([null, []]);
  });
});

describe('resume', () => {
  test('takes away all three, and the next wake works', async () => {
    const { night, control } = await scene();
    await stop(place(night, control));
    night.clock.advance(7 * 3_600_000);
    const answer = await resume(place(night, control));
    expect([answer.isDone, outcomes(answer)]).toEqual([
      true,
      { file: 'changed', variable: 'changed', workflow: 'changed' },
    ]);
    expect([control.variables.size, control.workflows.get('wake.yml'), night.state().stop]).toEqual([
      0,
      'active',
      null,
    ]);
    expect(night.state().status.stop).toBeNull();
    expect(night.state().status.stops).toHaveLength(1);
  });

  test('removes state/STOP last, so that whatever fails before leaves the agent stopped', async () => {
    const { night, control } = await scene();
    await stop(place(night, control));
    const seen: (string | null)[] = [];
    control.before = (call) => {
      if (call === 'deleteVariable' || call === 'enableWorkflow') seen.push(night.state().stop);
    };
    await resume(place(night, control));
    expect(seen).toEqual(['Wait.\n', 'Wait.\n']);
  });

  test('leaves a variable whose value has changed since it looked', async () => {
    const { night, control } = await scene();
    await stop(place(night, control));
    let reads = 0;
    control.before = (call) => {
      if (call === 'readVariable' && ++reads === 2) control.variables.set('WAKEFUL_STOP', 'a newer stop');
    };
    const answer = await resume(place(night, control));
    expect([answer.isDone, outcomes(answer)['variable']]).toEqual([false, 'left']);
    expect(answer.detail).toContain('a newer stop');
    expect(control.variables.get('WAKEFUL_STOP')).toBe('a newer stop');
    expect(night.state().status.stop).toMatchObject({ reason: 'Wait.', variable: 'Wait.' });
  });

  test.each(['before', 'during'] as const)(
    'leaves a state/STOP that another person sets %s its commit',
    async (moment) => {
      const { night, control } = await scene();
      await stop(place(night, control));
      const setAnother = () => setStop(night.byHand(), { reason: 'Another one.', by: 'bob' });
      if (moment === 'before')
        control.before = async (call) => {
          if (call === 'enableWorkflow') await setAnother();
        };
      const at = place(night, control);
      const state = {
        ...at.world.state,
        async push(...input: Parameters<typeof at.world.state.push>) {
          if (night.state().stop === 'Wait.\n') await setAnother();
          return at.world.state.push(...input);
        },
      };
      const answer = await resume({ ...at, world: { ...at.world, state } });
      expect([answer.isDone, outcomes(answer)['file']]).toEqual([false, 'left']);
      expect(night.state().stop).toBe('Another one.\n');
    },
  );

  test('leaves a workflow that the stop had not disabled, and says how to enable it', async () => {
    const { night, control } = await scene();
    control.workflows.set('wake.yml', 'disabled_manually');
    await stop(place(night, control));
    const answer = await resume(place(night, control));
    expect([answer.isDone, outcomes(answer)]).toEqual([
      false,
      { file: 'changed', variable: 'changed', workflow: 'left' },
    ]);
    expect(control.workflows.get('wake.yml')).toBe('disabled_manually');
    const left = answer.parts?.find(({ part }) => part === 'workflow');
    expect(left?.byHand?.address).toBe(`${ADDRESS}/actions/workflows/wake.yml`);
  });

  test("cannot delete the organisation's variable, and says so", async () => {
    const { night, control } = await scene();
    control.organisation.set('WAKEFUL_STOP', 'all agents rest');
    await stop(place(night, control));
    const answer = await resume(place(night, control));
    expect([answer.isDone, outcomes(answer)['variable']]).toEqual([false, 'left']);
    expect(answer.detail).toContain('of the organisation is set (all agents rest)');
  });

  test('a variable under which another one of the organisation appears is said too', async () => {
    const { night, control } = await scene();
    await stop(place(night, control));
    control.organisation.set('WAKEFUL_STOP', 'all agents rest');
    const answer = await resume(place(night, control));
    expect(control.variables.size).toBe(0);
    expect([answer.isDone, outcomes(answer)['variable']]).toEqual([false, 'left']);
  });

  test("with a workflow's token names the variable that it was told of and cannot delete", async () => {
    const { night, control } = await scene();
    await stop(place(night, control));
    const answer = await resume(place(night, control.asWorkflowToken(), 'Wait.'));
    expect([answer.isDone, outcomes(answer)]).toEqual([
      false,
      { file: 'changed', variable: 'left', workflow: 'changed' },
    ]);
    expect(answer.detail).toContain('is still set (Wait.)');
    expect(night.state().status.stop).toMatchObject({ reason: 'Wait.', variable: 'Wait.' });
  });

  test('without a token removes state/STOP, and says that the variable was seen set', async () => {
    const { night, control } = await scene();
    await stop(place(night, control));
    const answer = await resume(place(night, null));
    expect([answer.isDone, outcomes(answer)]).toEqual([
      false,
      { file: 'changed', variable: 'left', workflow: 'left' },
    ]);
    expect(night.state().status.stop).toMatchObject({ variable: 'Wait.', disabled: ['wake.yml'] });
  });

  test('without a token ends a stop that was set without one', async () => {
    const { night } = await scene();
    await stop(place(night, null));
    const answer = await resume(place(night, null));
    expect([answer.isDone, outcomes(answer)]).toEqual([
      true,
      { file: 'changed', variable: 'unseen', workflow: 'unseen' },
    ]);
  });

  test('ends a stop that the variable alone had made', async () => {
    const { night, control } = await scene();
    control.variables.set('WAKEFUL_STOP', 'a holiday');
    await night.remote.commit({
      branch: STATE,
      files: {
        'state/status.json': `${JSON.stringify({
          ...night.state().status,
          stop: { reason: 'a holiday', since: '2026-11-22T03:00:00Z', variable: 'a holiday' },
        })}\n`,
      },
    });
    const answer = await resume(place(night, control));
    expect([answer.isDone, outcomes(answer)]).toEqual([
      true,
      { file: 'changed', variable: 'changed', workflow: 'unchanged' },
    ]);
    expect(night.state().status.stop).toBeNull();
  });

  test('I12: after a stop that ended a wake takes away all that the stop had set', async () => {
    const { night, control } = await scene();
    night.clock.advance(6 * 3_600_000);
    const provider = modelOf(diligent, () => night.clock.advance(16_000));
    const model: ModelProvider = {
      ...provider,
      open: async (settings) => {
        await stop(place(night, control));
        return provider.open(settings);
      },
    };
    expect((await night.wake({ model })).result.ending).toBe('stopped');
    expect(night.state().status.stop).toMatchObject({ variable: 'Wait.', disabled: ['wake.yml'] });
    expect((await resume(place(night, control))).isDone).toBe(true);
    expect([control.workflows.get('wake.yml'), night.state().status.stop]).toEqual(['active', null]);
  });

  test('I12: that could not enable the workflow leaves the agent stopped, says so, and can be given again', async () => {
    const { night, control } = await scene();
    await stop(place(night, control));
    control.before = (call) => {
      if (call === 'enableWorkflow') throw new Halt('github_unavailable', 'GitHub did not answer.');
    };
    expect(outcomes(await resume(place(night, control)))).toEqual({
      ...{ file: 'changed', variable: 'changed', workflow: 'left' },
    });
    const since = '**Stopped:** Yes since 22 Nov 2026 03:00 UTC: Wait.';
    expect(night.remote.text(STATE, 'README.md')).toContain(
      `${since} To resume: write the comment \`/wakeful resume\` on any issue or pull request, or enable wake.yml.`,
    );
    control.before = () => {};
    expect((await resume(place(night, control))).isDone).toBe(true);
    expect([control.workflows.get('wake.yml'), night.state().status.stop]).toEqual(['active', null]);
  });

  test('says that there is nothing to resume from', async () => {
    const { night, control } = await scene();
    const answer = await resume(place(night, control));
    expect(answer.isDone).toBe(false);
    expect(answer.detail).toContain('there is nothing to resume from');
  });
});

describe('a command that dies at any of its steps', () => {
  /** Calls of GitHub and pushes, counted; the n-th one never returns to its caller, before or after it was done. */
  function dying(night: Night, control: MemoryControl, at: { readonly n: number; readonly after: boolean }) {
    let steps = 0;
    const died = new Error('killed here');
    const step = async <T>(body: () => Promise<T>): Promise<T> => {
      steps += 1;
      if (steps === at.n && !at.after) throw died;
      const result = await body();
      if (steps === at.n) throw died;
      return result;
    };
    const here = place(night, control);
    const wrap = <Port extends object>(port: Port, names: readonly string[] | null): Port =>
      new Proxy(port, {
        get(target, key) {
          const member: unknown = Reflect.get(target, key);
          if (typeof member !== 'function') return member;
          const call = (...input: unknown[]) => Reflect.apply(member, target, input) as Promise<unknown>;
          return names === null || names.includes(String(key))
            ? (...input: unknown[]) => step(() => call(...input))
            : call;
        },
      });
    const world = { ...here.world, state: wrap(here.world.state, ['push']) };
    const access = { kind: 'open', control: wrap(control, null), address: ADDRESS, stopValue: null } as const;
    return { place: { ...here, world, access }, died, steps: () => steps };
  }

  const WHOLE_STOP = { stop: 'Wait.\n', variable: 'Wait.', workflow: 'disabled_manually' };
  const NO_STOP = { stop: null, variable: undefined, workflow: 'active' };

  function standing(night: Night, control: MemoryControl) {
    return {
      stop: night.state().stop,
      variable: control.variables.get('WAKEFUL_STOP'),
      workflow: control.workflows.get('wake.yml'),
    };
  }

  test.each([
    ['stop', false],
    ['stop', true],
    ['resume', false],
    ['resume', true],
  ] as const)(
    '%s (after it was done: %s): said once more it is whole, and resume can undo it',
    async (what, after) => {
      for (let n = 1, isOver = false; !isOver; n++) {
        const { night, control } = await scene();
        if (what === 'resume') await stop(place(night, control));
        const doomed = dying(night, control, { n, after });
        const act = what === 'stop' ? stop(doomed.place) : resume(doomed.place);
        isOver = await act.then(
          () => true,
          (reason) => {
            expect(reason).toBe(doomed.died);
            return false;
          },
        );
        if (what === 'stop') {
          await stop(place(night, control));
          expect(standing(night, control), `step ${n}`).toEqual(WHOLE_STOP);
          await resume(place(night, control));
        } else if (!isOver) {
          const isWhole = JSON.stringify(standing(night, control)) === JSON.stringify(NO_STOP);
          if (!isWhole) expect(night.state().stop, `step ${n}: half resumed is stopped`).toBe('Wait.\n');
          await resume(place(night, control));
        }
        expect(standing(night, control), `step ${n}`).toEqual(NO_STOP);
        expect(night.state().status.stop, `step ${n}`).toBeNull();
      }
    },
  );
});
