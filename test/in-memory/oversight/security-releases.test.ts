import { beforeEach, describe, expect, test } from 'vitest';
import { Halt } from '../../../src/core/ending.ts';
import { VERSION } from '../../../src/core/text/versions.ts';
import { MemoryControl } from '../../../src/simulation/world/memory-control.ts';
import { Night, PLAIN, STATE } from '../../support/memory/night.ts';
import { told } from '../../support/memory/wishes.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const HOME = 'acme/wakeful';
const TITLE = 'Wakeful: the agent lacks a security fix';
const SECURITY = '### Security\n\n- A fix.';

let night: Night;
let control: MemoryControl;

beforeEach(async () => {
  night = await Night.begin({ goals: { tidy: PLAIN } });
  await night.wake();
  control = new MemoryControl();
});

/** A look of the watchdog an hour after the wake that keeps silence away; `papers`: where the Action comes from. */
async function watch(papers: string | null = HOME) {
  await night.wake();
  return night.watch(control, { order: papers === null ? {} : { papers } });
}

const publish = (...versions: readonly string[]) =>
  control.published.set(
    HOME,
    versions.map((name) => ({ name, notes: SECURITY })),
  );
const looks = () => control.calls.filter((call) => call === 'releases').length;
const issues = (state: 'open' | 'closed') =>
  night.github.issues.filter((issue) => issue.state === state && issue.title === TITLE);

describe('a newer release with a security fix', () => {
  test('is told once, with its version and the command that updates, and is over when it runs here', async () => {
    publish('v99.0.0');
    await watch();
    night.clock.advance(3 * HOUR);
    await watch();
    expect(issues('open')).toHaveLength(1);
    const { body } = issues('open')[0] ?? { body: '' };
    expect(body).toContain(`v99.0.0 of ${HOME} has a security fix and is newer than ${VERSION}`);
    expect(body).toContain('npx --yes --allow-git=all github:acme/wakeful update --pr');
    expect(told(night, 'security_release_seen')).toHaveLength(1);
    await changeRecord((security) => security.filter((version) => version !== 'v99.0.0'));
    await watch();
    expect([issues('open').length, issues('closed').length]).toEqual([0, 1]);
  });

  test('that a person has closed stays closed until the next one is out', async () => {
    publish('v99.0.0');
    await watch();
    night.github.changeIssue(issues('open')[0]?.number ?? 0, { state: 'closed' });
    night.clock.advance(DAY);
    await watch();
    expect(issues('open')).toHaveLength(0);
    publish('v99.1.0', 'v99.0.0');
    night.clock.advance(DAY);
    await watch();
    expect(issues('open').map(({ body }) => body.includes('v99.0.0 and v99.1.0'))).toEqual([true]);
  });

  test('is neither looked for nor told where the settings say so', async () => {
    publish('v99.0.0');
    await watch();
    await night.commit({ '.github/wakeful.yml': 'alerts: {security_releases: false}\n' });
    night.clock.advance(DAY);
    await watch();
    expect([looks(), issues('open').length, issues('closed').length]).toEqual([1, 0, 1]);
  });

  test('is not looked for while the agent is stopped, nor in the repository that Wakeful comes from', async () => {
    publish('v99.0.0');
    await night.watch(control, { stop: 'a holiday', order: { papers: HOME } });
    expect(looks()).toBe(0);
    control.published.set('test/repository', [{ name: 'v99.0.0', notes: SECURITY }]);
    await watch('Test/Repository');
    await watch(null);
    expect([looks(), issues('open')]).toEqual([0, []]);
  });

  test('reaches a copy of the template by the record of its last update', async () => {
    publish('v99.0.0');
    const record = { repository: HOME, commit: 'a'.repeat(40), version: null, files: {} };
    await night.commit({ '.github/wakeful.lock': JSON.stringify(record) });
    await night.wake();
    await night.watch(control);
    expect(issues('open')).toHaveLength(1);
  });
});

describe('GitHub', () => {
  test('is asked once a day, with the tag of its last answer', async () => {
    const tags: unknown[] = [];
    control.before = (call, _repository, tag) => {
      if (call === 'releases') tags.push(tag);
    };
    publish('v0.0.1');
    for (let look = 0; look < 16; look++) {
      await watch();
      night.clock.advance(3 * HOUR);
    }
    expect(tags).toEqual([null, expect.stringMatching(/^"\d+"$/)]);
    expect(issues('open')).toEqual([]);
  });

  test.each(['github_unavailable', 'forbidden'] as const)(
    'that answers with %s harms nothing, is asked again a day later, and what was known stays',
    async (ending) => {
      publish('v99.0.0');
      await watch();
      control.before = (call) => {
        if (call === 'releases') throw new Halt(ending, 'No answer.');
      };
      night.clock.advance(DAY);
      const failed = await watch();
      expect(failed.detail).toMatch(/The releases of acme\/wakeful could not be looked at.*No answer\.$/);
      expect(issues('open')).toHaveLength(1);
      const before = night.remote.pushes;
      night.clock.advance(HOUR);
      const { pushes } = night.remote;
      expect(before).toBe(pushes);
      await night.watch(control, { order: { papers: HOME } });
      expect([looks(), night.remote.pushes]).toEqual([2, pushes]);
    },
  );
});

/** As if what runs here were newer: the version of the program itself cannot be changed. */
async function changeRecord(change: (security: readonly string[]) => readonly string[]): Promise<void> {
  const { releases } = night.state().status;
  if (releases === undefined) throw new Error('nothing is recorded');
  const status = { ...night.state().status, releases: { ...releases, security: change(releases.security) } };
  await night.remote.commit({ branch: STATE, files: { 'state/status.json': JSON.stringify(status) } });
}
