import { describe, expect, test } from 'vitest';
import { git, repository, temporaryFolder } from '../../support/git/git-fixture.ts';
import { wakeful } from '../../support/processes/program.ts';

const TIDY = 'title: Tidy\nobjective: Tidy up.\nschedule: {every: 6h}\n';

/** A clone whose remote is named origin. */
function clone(): { readonly folder: string; readonly remote: string } {
  const remote = temporaryFolder();
  git(remote, 'init', '-q', '--bare', '-b', 'main');
  const folder = repository({ 'goals/tidy.yml': TIDY });
  git(folder, 'remote', 'add', 'origin', remote);
  git(folder, 'push', '-q', 'origin', 'main');
  return { folder, remote };
}

describe('run, pause, resume and migrate on a clone', () => {
  test('store, pause and resume by commits on the state branch', async () => {
    const { folder, remote } = clone();
    const run = await wakeful(folder, ['run', 'tidy', '--reason', 'a release is near', '--json']);
    expect(run.code).toBe(0);
    expect(JSON.parse(run.out)).toMatchObject({ done: true, detail: expect.stringContaining('is stored') });
    const pause = await wakeful(folder, ['pause', 'tidy', '--reason', 'a freeze']);
    expect([pause.code, pause.out]).toEqual([0, expect.stringContaining('is paused until it is resumed')]);
    const checkpoint = () =>
      JSON.parse(git(remote, 'show', 'wakeful-state:state/checkpoints/tidy.json')) as unknown;
    expect(checkpoint()).toMatchObject({ pause: { reason: 'a freeze' } });
    expect((await wakeful(folder, ['resume', 'tidy'])).code).toBe(0);
    expect(checkpoint()).toMatchObject({ pause: null });
    const requests = git(remote, 'ls-tree', '-r', '--name-only', 'wakeful-state', 'state/requests/');
    expect(requests.split('\n')).toHaveLength(1);
    const migrate = await wakeful(folder, ['migrate']);
    expect([migrate.code, migrate.out]).toEqual([0, expect.stringContaining('There is nothing to do')]);
  });

  test.each([
    [['run', 'tidi'], 1, 'Did you mean tidy?'],
    [['resume', 'tidy'], 1, 'is not paused'],
    [['resume'], 1, 'nothing to resume from'],
    [['run'], 2, 'Name one goal'],
    [['pause', 'tidy', 'other'], 2, 'Name one goal'],
  ])('%j ends with %i and says why', async (args, code, message) => {
    const done = await wakeful(clone().folder, args);
    expect([done.code, done.out + done.err]).toEqual([code, expect.stringContaining(message)]);
  });
});
