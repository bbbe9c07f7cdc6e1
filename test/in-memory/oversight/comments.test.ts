import { describe, expect, test } from 'vitest';
import { Halt } from '../../../src/core/ending.ts';
import { type CommentContext, serveComment } from '../../../src/oversight/comments/comment.ts';
import { MemoryControl } from '../../../src/simulation/world/memory-control.ts';
import { Night, PLAIN, STATE } from '../../support/memory/night.ts';
import { resume, told } from '../../support/memory/wishes.ts';

const ISSUE = 7;

interface Scene {
  readonly night: Night;
  readonly control: MemoryControl;
  say(
    body: string,
    change?: { readonly id?: number; readonly by?: string; readonly type?: string },
  ): ReturnType<typeof serveComment>;
}

/** A repository whose agent has run once, and a job for each comment, with the token of a workflow. */
async function scene(change: Partial<CommentContext> = {}): Promise<Scene> {
  const night = await Night.begin({ goals: { tidy: PLAIN, other: PLAIN } });
  await night.wake();
  night.clock.advance(60_000);
  const control = new MemoryControl().asWorkflowToken();
  let ids = 1000;
  const say: Scene['say'] = (body, { id, by = 'ann', type = 'User' } = {}) => {
    const place = {
      ...night.byHand(),
      control,
      address: 'https://github.com/acme/site',
      stop: '',
      ...change,
    };
    ids += 1;
    return serveComment(place, {
      action: 'created',
      issue: { number: ISSUE },
      comment: { id: id ?? ids, body, user: { login: by, type } },
    });
  };
  return { night, control, say };
}

const requests = (night: Night) => Object.values(night.state().requests);

describe('a command in a review', () => {
  const user = { login: 'ann', type: 'User' };
  const stop = '/wakeful stop a release is near';

  test.each([
    ['its words', { action: 'submitted', review: { id: 5, body: stop, user, state: 'commented' } }],
    ['one of its comments', { action: 'created', comment: { id: 5, body: stop, user } }],
  ])('is done and answered in the conversation: %s', async (_where, words) => {
    const { night, control } = await scene();
    const place = { ...night.byHand(), control, address: 'https://github.com/acme/site', stop: '' };
    await serveComment(place, { ...words, pull_request: { number: ISSUE } });
    expect(night.state().stop).toContain('a release is near');
    expect(control.answers).toMatchObject([{ issue: ISSUE, comment: null, body: expect.any(String) }]);
  });

  test.each(['edited', 'dismissed'])(
    'that was %s is none, and a review without words neither',
    async (action) => {
      const { night, control } = await scene();
      const place = { ...night.byHand(), control, address: 'https://github.com/acme/site', stop: '' };
      const pull_request = { number: ISSUE };
      await serveComment(place, { action, pull_request, review: { id: 5, body: stop, user } });
      await serveComment(place, { action: 'submitted', pull_request, review: { id: 6, body: null, user } });
      expect([night.state().stop, control.answers]).toEqual([null, []]);
    },
  );

  test('of somebody who may not write gets no word', async () => {
    const { night, control } = await scene();
    const place = { ...night.byHand(), control, address: 'https://github.com/acme/site', stop: '' };
    const review = { id: 5, body: stop, user: { login: 'mallory', type: 'User' } };
    control.permissions.set('mallory', 'read');
    await serveComment(place, { action: 'submitted', pull_request: { number: ISSUE }, review });
    expect([night.state().stop, control.answers]).toEqual([null, []]);
  });
});

describe('a command in a comment', () => {
  test('run: is stored with the id of the comment, a wake is started, and the reaction says it all', async () => {
    const { night, control, say } = await scene();
    const result = await say('/wakeful run tidy', { id: 4711 });
    expect(result.ending).toBe('worked');
    expect(requests(night)).toMatchObject([
      { kind: 'run', goal: 'tidy', by: 'ann', origin: 'person', reason: 'a comment on #7' },
    ]);
    expect(requests(night)[0]?.id).toContain('comment-4711');
    expect(control.started).toEqual([
      { file: 'wake.yml', branch: 'main', inputs: { reason: 'ann asked for tidy' } },
    ]);
    expect(control.answers).toEqual([{ issue: ISSUE, comment: 4711, reaction: '+1', body: null }]);
    const { result: wake } = await night.wake();
    expect(wake.goals.map(({ goal }) => goal)).toEqual(['tidy']);
    expect(requests(night)).toEqual([]);
  });

  test('run: where no wake can be started, the answer says that the next tick serves it', async () => {
    const { night, control, say } = await scene();
    control.workflows.set('wake.yml', 'disabled_inactivity');
    expect((await say('/wakeful run tidy')).ending).toBe('worked');
    expect(control.answers[0]).toMatchObject({
      reaction: '+1',
      body: expect.stringContaining('so the next scheduled run serves it: The workflow wake.yml is disabled'),
    });
    expect(requests(night)).toHaveLength(1);
  });

  test.each(['state/STOP', 'WAKEFUL_STOP'])(
    'run: while %s is set it is stored, says so, and starts nothing',
    async (by) => {
      const { night, control, say } = await scene(by === 'WAKEFUL_STOP' ? { stop: 'a *freeze*' } : {});
      if (by === 'state/STOP')
        await night.remote.commit({ branch: STATE, files: { 'state/STOP': 'a *freeze*\n' } });
      await say('/wakeful run tidy');
      expect(requests(night)).toHaveLength(1);
      expect(control.started).toEqual([]);
      expect(control.answers[0]?.reaction).toBe('+1');
      expect(control.answers[0]?.body).toContain('a \\*freeze\\*');
    },
  );

  test('pause and resume of a goal are done at once, without a wake', async () => {
    const { night, control, say } = await scene();
    await say('/wakeful pause tidy');
    expect(night.state().checkpoints['tidy']?.pause).toMatchObject({ by: 'ann', reason: 'a comment on #7' });
    await say('/wakeful resume tidy');
    expect(night.state().checkpoints['tidy']?.pause).toBeNull();
    expect(control.started).toEqual([]);
    expect(control.answers.map(({ reaction, body }) => [reaction, body])).toEqual([
      ['+1', null],
      ['+1', null],
    ]);
  });

  test('stop: sets what the token may, and the reply says how the variable is set by hand', async () => {
    const { night, control, say } = await scene();
    await say('/wakeful stop @everybody look: https://evil.example fixes #1');
    expect(night.state().stop).toBe('@everybody look: https://evil.example fixes #1\n');
    expect(control.workflows.get('wake.yml')).toBe('disabled_manually');
    const [answer] = control.answers;
    expect(answer?.reaction).toBe('+1');
    expect(answer?.body).toContain(
      '[set the variable WAKEFUL\\_STOP](https://github.com/acme/site/settings/variables/actions)'.replace(
        '\\_',
        '_',
      ),
    );
    expect(answer?.body).not.toMatch(/@everybody|https:\/\/evil|fixes #1/);
    expect((await night.wake()).result.ending).toBe('stopped');
  });

  test('resume: takes the stop away; a variable that is set all the same is told', async () => {
    const { night, control, say } = await scene();
    await say('/wakeful stop Wait.');
    await say('/wakeful resume');
    expect([night.state().stop, control.workflows.get('wake.yml')]).toEqual([null, 'active']);
    expect(control.answers.at(-1)).toMatchObject({ reaction: '+1', body: null });

    const stopped = await scene({ stop: 'a holiday' });
    await stopped.say('/wakeful stop Wait.');
    await stopped.say('/wakeful resume');
    expect(stopped.night.state().stop).toBeNull();
    expect(stopped.control.answers.at(-1)).toMatchObject({
      reaction: '-1',
      body: expect.stringContaining('is still set (a holiday)'),
    });
  });

  test.each([
    ['/wakeful rnu tidy', 'did you mean run?'],
    ['/wakeful run tidi', 'Did you mean tidy?'],
    ['/wakeful pause constructor', 'There is no goal constructor.'],
    ['/wakeful resume tidy', 'The goal tidy is not paused.'],
    ['/wakeful resume', 'there is nothing to resume from'],
  ])('%j is answered with what would be right, and writes nothing', async (body, words) => {
    const { night, control, say } = await scene();
    const { pushes } = night.remote;
    expect((await say(body)).ending).toBe('no_change');
    expect(control.answers).toMatchObject([{ reaction: '-1', body: expect.stringContaining(words) }]);
    expect(night.remote.pushes).toBe(pushes);
  });
});

describe('a comment that is none of the agent’s business', () => {
  test.each(['read', 'none', 'unknown'] as const)(
    'of somebody with the permission %s gets a reaction and no word, and nothing of it is stored',
    async (permission) => {
      const { night, control, say } = await scene();
      control.permissions.set('mallory', permission);
      const { pushes } = night.remote;
      for (const body of ['/wakeful run tidy', '/wakeful stop evil words', '/wakeful nonsense']) {
        control.answers.splice(0);
        expect((await say(body, { by: 'mallory' })).ending).toBe('no_change');
        expect(control.answers).toMatchObject([{ reaction: '-1', body: null }]);
      }
      expect([night.remote.pushes, control.started]).toEqual([pushes, []]);
    },
  );

  test.each([
    ['a bot', '/wakeful run tidy', { by: 'dependabot[bot]', type: 'Bot' }],
    ['the workflow token', '/wakeful run tidy', { by: 'github-actions[bot]' }],
    ['the agent under its own login', '/wakeful run tidy', { by: 'Wakeful-Acme' }],
    ['the agent by its marker', '/wakeful run tidy\n\n<!-- wakeful: docs/1 -->', { by: 'ann' }],
    ['people among themselves', 'Let us run /wakeful today.', { by: 'ann' }],
  ])('of a bot, or of the agent itself, is not even looked up: %s', async (_, body, by) => {
    const { control, say } = await scene({ agent: 'wakeful-acme' });
    expect(await say(body, by)).toMatchObject({ ending: 'no_change', answer: null });
    expect(control.calls).toEqual([]);
  });

  test('that was edited does nothing', async () => {
    const { night, control } = await scene();
    const place = { ...night.byHand(), control, address: 'https://github.com/acme/site', stop: '' };
    const comment = { id: 1, body: '/wakeful run tidy', user: { login: 'ann' } };
    const result = await serveComment(place, { action: 'edited', issue: { number: 1 }, comment });
    expect(result).toMatchObject({ ending: 'no_change', answer: null });
    expect(control.calls).toEqual([]);
    expect(await serveComment(place, { push: true })).toMatchObject({ ending: 'bad_settings' });
  });
});

describe('I16: the job of a comment that runs again', () => {
  test.each(['/wakeful run tidy', '/wakeful pause tidy', '/wakeful stop Wait.', '/wakeful resume'])(
    '%j does nothing a second time, also when it was served or taken back meanwhile',
    async (body) => {
      const { night, control, say } = await scene();
      if (body === '/wakeful resume') await say('/wakeful stop Earlier.');
      await say(body, { id: 1 });
      if (body.includes('run')) await night.wake();
      if (body.includes('pause')) await say('/wakeful resume tidy', { id: 2 });
      if (body.includes('stop')) await say('/wakeful resume', { id: 2 });
      if (body === '/wakeful resume') await say('/wakeful stop Again.', { id: 2 });
      const before = night.remote.branches.get(STATE);
      const workflow = control.workflows.get('wake.yml');
      const started = control.started.length;
      expect((await say(body, { id: 1 })).ending).toBe('worked');
      expect(night.remote.branches.get(STATE)).toBe(before);
      expect(control.workflows.get('wake.yml')).toBe(workflow);
      expect(control.started).toHaveLength(started);
      expect(control.answers.at(-1)).toMatchObject({ comment: 1, reaction: '+1', body: null });
    },
  );

  test.each(['drop', 'lose_answer', 'die_after'] as const)(
    'stores it once when the answer to its push is lost (%s)',
    async (fault) => {
      const { night, say } = await scene();
      const { pushes } = night.remote;
      night.remote.onPush = (push) => (push === pushes + 1 ? fault : null);
      await say('/wakeful run tidy', { id: 1 });
      await say('/wakeful run tidy', { id: 1 });
      expect(requests(night)).toHaveLength(1);
      expect(told(night, 'request_stored')).toHaveLength(1);
    },
  );

  test('is remembered for the newest hundred comments', async () => {
    const { night, say } = await scene();
    for (let id = 1; id <= 105; id++)
      await say(id % 2 === 1 ? '/wakeful pause tidy' : '/wakeful resume tidy', { id });
    expect(night.state().status.comments).toHaveLength(100);
    expect(night.state().status.comments?.at(-1)).toBe(105);
  });
});

describe('a comment while something is wrong', () => {
  test('with a state branch that cannot be read says which file', async () => {
    const { night, control, say } = await scene();
    await night.remote.commit({ branch: STATE, files: { 'state/lock.json': '{' } });
    expect((await say('/wakeful run tidy')).ending).toBe('bad_state_file');
    expect(control.answers).toMatchObject([
      { reaction: '-1', body: expect.stringContaining('state/lock.json') },
    ]);
    expect((await say('/wakeful stop Look into it.')).ending).toBe('worked');
    expect(night.remote.text(STATE, 'state/STOP')).toBe('Look into it.\n');
    // Nobody could write down that the stop had disabled the workflow, so that is left to a person.
    expect((await say('/wakeful resume')).ending).toBe('no_change');
    expect(night.remote.text(STATE, 'state/STOP') ?? null).toBeNull();
    expect(control.answers.at(-1)?.body).toContain('enable the workflow wake.yml');
  });

  test('whose answer cannot be given is carried out all the same', async () => {
    const { night, control, say } = await scene();
    control.before = (call) => {
      if (call === 'answerComment') throw new Halt('github_unavailable', 'GitHub has a fault of its own.');
    };
    const result = await say('/wakeful pause tidy');
    expect(result).toMatchObject({ ending: 'worked', answer: null });
    expect(result.detail).toContain('The answer could not be given');
    expect(night.state().checkpoints['tidy']?.pause).not.toBeNull();
  });

  test('and the remote takes no push: ends in time, and says so', async () => {
    const { night, control, say } = await scene();
    night.remote.onPush = () => 'drop';
    const began = night.clock.now();
    expect((await say('/wakeful run tidy')).ending).toBe('time_limit');
    expect(night.clock.now() - began).toBeLessThan(150_000);
    expect(control.answers).toMatchObject([
      { reaction: '-1', body: expect.stringContaining('could not be reached in time') },
    ]);
  });

  test('and the job is cancelled: ends as that', async () => {
    const cancel = new AbortController();
    cancel.abort();
    const { say } = await scene({ signal: cancel.signal });
    expect((await say('/wakeful run tidy')).ending).toBe('cancelled');
  });

  test('and nobody can say who may command: nothing is done', async () => {
    const { night, control, say } = await scene();
    control.before = () => {
      throw new Halt('github_unavailable', 'GitHub has a fault of its own.');
    };
    const { pushes } = night.remote;
    expect(await say('/wakeful run tidy')).toMatchObject({ ending: 'github_unavailable', answer: null });
    expect(night.remote.pushes).toBe(pushes);
  });

  test('I13: tells no secret to anybody', async () => {
    const { night, control, say } = await scene();
    const [key = ''] = night.byHand().secrets;
    const { detail } = await say(`/wakeful stop the key is ${key}`);
    const token = `ghp_${'a1B2'.repeat(9)}`;
    await say(`/wakeful stop the token is ${token}`);
    const written = JSON.stringify([night.state(), night.log(), night.story(), control.answers, detail]);
    expect(written).not.toContain(key);
    expect(written).not.toContain(token);
    await resume(night);
  });

  test.each(['run', 'pause', 'resume', 'stop'])(
    "I13: what the settings' own patterns find in %s is told to nobody",
    async (command) => {
      const { night, control, say } = await scene();
      await night.commit({ '.github/wakeful.yml': 'secret_patterns: ["corp-[0-9]{6}"]\n' });
      const { detail } = await say(`/wakeful ${command} corp-123456`);
      const written = JSON.stringify([night.state(), night.log(), night.story(), control.answers, detail]);
      expect(control.answers).toHaveLength(1);
      expect(written).not.toContain('corp-123456');
      if (command === 'stop') await resume(night);
    },
  );

  test('cuts a long reason', async () => {
    const { night, say } = await scene();
    await say(`/wakeful stop ${'word '.repeat(10_000)}`);
    expect(night.state().stop?.length).toBeLessThanOrEqual(501);
  });
});
