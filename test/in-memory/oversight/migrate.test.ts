import { describe, expect, test } from 'vitest';
import { migrateState } from '../../../src/oversight/migrate.ts';
import { Night, PLAIN, STATE } from '../../support/memory/night.ts';

const CHECKPOINT = 'state/checkpoints/tidy.json';

async function used(): Promise<Night> {
  const night = await Night.begin({ goals: { tidy: PLAIN } });
  await night.wake();
  return night;
}

/** One wake whose process ends while it holds the goal. */
async function held(): Promise<Night> {
  const night = await Night.begin({ goals: { tidy: PLAIN } });
  night.remote.onPush = (push) => (push === 1 ? 'die_after' : null);
  await night.wake();
  night.remote.onPush = () => null;
  return night;
}

async function changed(night: Night, file: string, change: (text: string) => string): Promise<void> {
  await night.remote.commit({
    branch: STATE,
    files: { [file]: change(night.remote.text(STATE, file) ?? '') },
  });
}

describe('migrate', () => {
  test('has nothing to do before the first wake, and where all files have its version', async () => {
    const none = await Night.begin({ goals: { tidy: PLAIN } });
    expect(await migrateState(none.byHand())).toMatchObject({
      isDone: true,
      detail: expect.stringMatching(/no state branch yet/),
    });
    const night = await used();
    expect(await migrateState(night.byHand())).toMatchObject({
      isDone: true,
      detail: expect.stringMatching(/version 1/),
    });
  });

  test.each([
    ['newer', '"version": 2', /tidy\.json has version 2.*use a newer Wakeful/],
    ['older', '"version": 0', /tidy\.json has version 0, which no Wakeful ever wrote.*history/],
    ['of no version', '"versions": 1', /tidy\.json names no version.*history/],
  ])('names the file that is %s, with the way out', async (_, version, detail) => {
    const night = await used();
    await changed(night, CHECKPOINT, (text) => text.replace('"version": 1', version));
    expect(await migrateState(night.byHand())).toMatchObject({
      isDone: false,
      detail: expect.stringMatching(detail),
    });
  });

  test('names a file that is cut off', async () => {
    const night = await used();
    await changed(night, 'state/budget.json', (text) => text.slice(0, 40));
    expect(await migrateState(night.byHand())).toMatchObject({
      isDone: false,
      detail: expect.stringMatching(/budget\.json/),
    });
  });

  test('refuses while a lease is held, also when a file is newer', async () => {
    const night = await held();
    expect(await migrateState(night.byHand())).toMatchObject({
      isDone: false,
      detail: expect.stringMatching(/A run is working on tidy/),
    });
    await changed(night, CHECKPOINT, (text) => text.replace('"version": 1', '"version": 2'));
    expect(await migrateState(night.byHand())).toMatchObject({
      isDone: false,
      detail: expect.stringMatching(/A run is working on tidy/),
    });
  });

  test('writes nothing, whatever it finds', async () => {
    for (const night of [await used(), await held()]) {
      const before = new Map(night.remote.branches);
      await migrateState(night.byHand());
      expect(new Map(night.remote.branches)).toEqual(before);
    }
  });
});
