import { describe, expect, test } from 'vitest';
import { removeStop, setStop } from '../../../src/oversight/stop/stop-switch.ts';
import { Night, PLAIN, STATE } from '../../support/memory/night.ts';
import { stepped } from '../../support/memory/steps.ts';

const CHECKPOINT = 'state/checkpoints/tidy.json';

interface Broken {
  readonly name: string;
  /** What is wrong, as the ending says it. */
  readonly says: RegExp;
  readonly file: string;
  readonly change: (text: string) => string | null;
  /** The files can be read, so that a stop is told in status and log as well. */
  readonly isReadable?: true;
}

const cut = (text: string): string => text.slice(0, text.length / 2);
const newer = (text: string): string => text.replace('"version": 1', '"version": 2');

const BROKEN: readonly Broken[] = [
  ...['state/lock.json', 'state/budget.json', 'state/status.json', 'state/alerts.json', CHECKPOINT].flatMap(
    (file) => [
      { name: `${file} is cut off`, says: /not valid JSON.*history of the state branch/, file, change: cut },
      {
        name: `${file} is of a newer version`,
        says: /has version 2, and this program reads version 1/,
        file,
        change: newer,
      },
    ],
  ),
  {
    name: 'the lock is missing',
    says: /lock\.json: the file is missing/,
    file: 'state/lock.json',
    change: () => null,
  },
  {
    name: 'it belongs to another repository',
    says: /belongs to other\/repository, this is test\/repository/,
    file: 'state/lock.json',
    change: (text) => text.replace('test/repository', 'other/repository'),
    isReadable: true,
  },
];

/** A repository whose state branch was in use, with an open alert, and is broken now. */
async function broken({ file, change }: Broken): Promise<{ readonly night: Night; readonly good: string }> {
  const night = await Night.begin({ goals: { tidy: PLAIN, bad: 'schedule: 3\n' } });
  await night.wake();
  const good = night.remote.branches.get(STATE) ?? '';
  const text = night.remote.text(STATE, file) ?? '';
  const wrong = change(text);
  expect(wrong, `${file} is changed`).not.toBe(text);
  await night.remote.commit({ branch: STATE, files: { [file]: wrong } });
  night.clock.advance(6 * 3_600_000);
  return { night, good };
}

function stateIssues(night: Night) {
  return night.github.issues.filter((issue) => issue.body.includes('alert/_agent/bad_state_file'));
}

describe.each(BROKEN)('a state branch that cannot be trusted: $name', (wrong) => {
  test('ends the wake as bad_state_file and is neither repaired nor written', async () => {
    const { night } = await broken(wrong);
    const before = new Map(night.remote.branches);
    const { result, pushes } = await night.wake();
    expect(result.ending).toBe('bad_state_file');
    expect(result.detail).toMatch(wrong.says);
    expect(new Map(night.remote.branches)).toEqual(before);
    expect(pushes).toBe(0);
  });

  test('opens one alert, however many wakes find it, and closes it when it is mended', async () => {
    const { night, good } = await broken(wrong);
    for (let n = 0; n < 4; n++) {
      await night.wake();
      night.clock.advance(1_800_000);
    }
    expect(stateIssues(night).map((issue) => issue.state)).toEqual(['open']);
    expect(stateIssues(night)[0]?.body).toContain(wrong.file.split('/').at(-1));
    night.remote.branches.set(STATE, good);
    await night.wake();
    expect(stateIssues(night).map((issue) => issue.state)).toEqual(['closed']);
    expect(stateIssues(night)[0]?.comments).toHaveLength(1);
  });

  test('I12: can be stopped, obeys the stop, and can be resumed from it', async () => {
    const { night } = await broken(wrong);
    const tip = night.remote.branches.get(STATE) ?? '';
    const set = await setStop(night.byHand(), { reason: 'look into it', by: 'ann' });
    expect(set).toMatchObject({ isDone: true });
    expect(set.detail).toContain('state/STOP is set: look into it');
    expect(night.remote.text(STATE, 'state/STOP')).toBe('look into it\n');
    const told = ['README.md', 'state/STOP', 'state/log/2026-11-22.jsonl', 'state/status.json'];
    expect(changedSince(night, tip)).toEqual(wrong.isReadable === true ? told : ['state/STOP']);

    const { result, pushes } = await night.wake();
    expect(result.ending).toBe('stopped');
    expect(result.detail).toContain('look into it');
    expect(pushes).toBe(0);
    expect(stateIssues(night)).toEqual([]);

    expect(await removeStop(night.byHand(), { by: 'ann' })).toMatchObject({ isDone: true });
    expect(night.remote.text(STATE, 'state/STOP')).toBeNull();
    if (wrong.isReadable !== true) expect(changedSince(night, tip)).toEqual([]);
    expect((await night.wake()).result.ending).toBe('bad_state_file');
  });
});

/** Paths of the state branch that differ from those of an older commit. */
function changedSince(night: Night, old: string): readonly string[] {
  const textsOf = (commit: string | undefined) =>
    new Map(
      [...(night.remote.commits.get(commit ?? '')?.tree ?? [])].map(([path, file]) => [
        path,
        Buffer.from(file.bytes).toString(),
      ]),
    );
  const before = textsOf(old);
  const after = textsOf(night.remote.branches.get(STATE));
  const paths = [...new Set([...before.keys(), ...after.keys()])].sort();
  return paths.filter((path) => before.get(path) !== after.get(path));
}

const [CUT_LOCK] = BROKEN;
if (CUT_LOCK === undefined) throw new Error('nothing is broken');

describe('the alert about the state branch', () => {
  test('stays closed when a person closes it, until something else is wrong', async () => {
    const { night } = await broken(CUT_LOCK);
    await night.wake();
    const number = stateIssues(night)[0]?.number ?? 0;
    night.github.changeIssue(number, { state: 'closed' });
    await night.wake();
    expect(stateIssues(night).map((issue) => issue.state)).toEqual(['closed']);
    await night.remote.commit({ branch: STATE, files: { 'state/lock.json': '' } });
    await night.wake();
    expect(stateIssues(night).map((issue) => issue.state)).toEqual(['closed', 'open']);
  });

  test('says what is new while it is open', async () => {
    const { night } = await broken(CUT_LOCK);
    await night.wake();
    await night.remote.commit({ branch: STATE, files: { 'state/lock.json': '' } });
    await night.wake();
    expect(stateIssues(night)).toHaveLength(1);
    expect(stateIssues(night)[0]?.body).toContain('the file is empty');
  });

  test('is opened again when the same fault comes back after it was mended', async () => {
    const { night, good } = await broken(CUT_LOCK);
    const bad = night.remote.branches.get(STATE) ?? '';
    await night.wake();
    night.remote.branches.set(STATE, good);
    await night.wake();
    night.remote.branches.set(STATE, bad);
    await night.wake();
    expect(stateIssues(night).map((issue) => issue.state)).toEqual(['closed', 'open']);
  });

  test('never hides the ending when GitHub is down', async () => {
    const { night } = await broken(CUT_LOCK);
    night.github.onCall = () => 'error_before';
    const { result } = await night.wake();
    expect(result.ending).toBe('bad_state_file');
    expect(result.detail).toMatch(CUT_LOCK.says);
    night.github.onCall = () => null;
    await night.wake();
    expect(stateIssues(night).map((issue) => issue.state)).toEqual(['open']);
  });

  test('is closed by the next sign of life when no goal is due for long', async () => {
    const night = await Night.begin({ goals: { tidy: PLAIN.replace('6h', '24h') } });
    await night.wake();
    const good = night.remote.branches.get(STATE) ?? '';
    await night.remote.commit({ branch: STATE, files: { 'state/lock.json': '{' } });
    night.clock.advance(2 * 3_600_000);
    await night.wake();
    night.remote.branches.set(STATE, good);
    const { result } = await night.wake();
    expect(result.ending).toBe('nothing_due');
    expect(stateIssues(night).map((issue) => issue.state)).toEqual(['closed']);
  });

  test('is raised for a branch that breaks while a wake works, and nothing of that wake lands', async () => {
    const night = await Night.begin({ goals: { tidy: PLAIN } });
    const act = async (): Promise<void> => {
      await night.remote.commit({ branch: STATE, files: { 'state/lock.json': '{' } });
    };
    let isBroken = false;
    const { result } = await night.wake({
      change: (world) =>
        stepped(world, async (call) => {
          if (call !== 'model.ask' || isBroken) return;
          isBroken = true;
          await act();
        }),
    });
    expect(result.ending).toBe('bad_state_file');
    expect([...night.remote.branches.keys()]).toEqual(['main', STATE]);
    expect(night.remote.text(STATE, 'state/lock.json')).toBe('{');
    expect(stateIssues(night).map((issue) => issue.state)).toEqual(['open']);
  });
});

describe('a state branch that is missing', () => {
  test('while work branches exist is never taken for a first wake', async () => {
    const night = await Night.begin({ goals: { tidy: PLAIN } });
    await night.wake();
    night.remote.branches.delete(STATE);
    const before = new Map(night.remote.branches);
    for (let n = 0; n < 2; n++) {
      const { result } = await night.wake();
      expect(result.ending).toBe('bad_state_file');
      expect(result.detail).toMatch(
        /wakeful-state is missing, but work branches exist \(wakeful\/tidy\/.*Restore it, or delete/,
      );
    }
    expect(new Map(night.remote.branches)).toEqual(before);
    expect(stateIssues(night).map((issue) => issue.state)).toEqual(['open']);
  });

  test('I12: can be stopped all the same', async () => {
    const night = await Night.begin({ goals: { tidy: PLAIN } });
    await night.wake();
    night.remote.branches.delete(STATE);
    expect(await setStop(night.byHand(), { reason: 'wait', by: 'ann' })).toMatchObject({ isDone: true });
    expect((await night.wake()).result.ending).toBe('stopped');
    expect(await removeStop(night.byHand(), { by: 'ann' })).toMatchObject({ isDone: true });
    expect((await night.wake()).result.ending).toBe('bad_state_file');
  });

  test('without work branches is made by the first wake, create-only', async () => {
    const night = await Night.begin({ goals: { tidy: PLAIN } });
    const expected: (string | null)[] = [];
    night.remote.onPush = (_push, refs) => {
      expected.push(...refs.filter((ref) => ref.branch === STATE).map((ref) => ref.expect));
      return null;
    };
    await night.wake();
    expect(expected[0]).toBeNull();
    expect(expected.slice(1)).not.toContain(null);
  });

  test('and deleted during a wake stays deleted: the wake ends as bad_state_file', async () => {
    const night = await Night.begin({ goals: { tidy: PLAIN } });
    const { result } = await night.wake({
      change: (world) =>
        stepped(world, async (call) => {
          if (call === 'model.ask') night.remote.branches.delete(STATE);
        }),
    });
    expect(result.ending).toBe('bad_state_file');
    expect([...night.remote.branches.keys()]).toEqual(['main']);
  });
});
