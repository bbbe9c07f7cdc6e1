import { describe, expect, test } from 'vitest';
import { type Behaviour, modelOf } from '../../../src/simulation/model/behaviour.ts';
import { goalText, Night, type WakeOptions } from '../../support/memory/night.ts';
import { doDeed } from '../../support/memory/person.ts';
import { diligent } from '../../support/memory/test-model.ts';
import { resume, stop, told, wish } from '../../support/memory/wishes.ts';

const ONCE = 'schedule: {once: true}\npermissions: {write: ["docs/**"]}\n';
const MANY = `${ONCE}limits: {open_drafts: 9}\n`;
const HALF_HOUR = 1_800_000;
const HOUR = 2 * HALF_HOUR;
const YEAR = 365 * 24 * 3_600_000;

/** Half-hourly ticks; how each ended. */
async function ticks(night: Night, count: number, behave: Behaviour = diligent, options: WakeOptions = {}) {
  const endings: string[] = [];
  for (let n = 0; n < count; n++) {
    night.clock.advance(HALF_HOUR);
    const model = modelOf(behave, () => night.clock.advance(1_000));
    endings.push((await night.wake({ ...options, model })).result.ending);
  }
  return endings;
}

const edit = (night: Night, words: string) =>
  night.commit({ 'goals/tidy.yml': goalText('tidy', `${MANY}# ${words}\n`) });
const givesUp: Behaviour = () => [['give_up', { reason: 'I cannot' }]];
const checkpointOf = (night: Night) => night.state().checkpoints['tidy'];

describe('I15: a goal with `once: true`', () => {
  test('runs at the first tick that sees it, and is never due again, not even a year later', async () => {
    const night = await Night.begin({ goals: { tidy: MANY } });
    expect(await ticks(night, 4)).toEqual(['worked', 'nothing_due', 'nothing_due', 'nothing_due']);
    night.clock.advance(YEAR);
    expect(await ticks(night, 2)).toEqual(['nothing_due', 'nothing_due']);
    expect(checkpointOf(night)?.counters).toEqual({
      ...{ ran: 1, caught_up: 0, missed: 0, skipped: 0, overlapped: 0 },
    });
    expect(night.state().status.goals['tidy']?.next_due).toBeNull();
  });

  test('stays due at every tick while it is unfinished, as one window', async () => {
    const night = await Night.begin({ goals: { tidy: `${ONCE}limits: {model_calls: 1, attempts: 5}\n` } });
    const slow: Behaviour = (facts) => (facts.turn > 0 ? diligent(facts) : [['note', { text: 'Not yet.' }]]);
    expect(await ticks(night, 3, slow)).toEqual(['call_limit', 'call_limit', 'call_limit']);
    night.clock.advance(HOUR);
    const ends: Behaviour = () => [['finish', { summary: 'Nothing to do.' }]];
    expect(await ticks(night, 2, ends)).toEqual(['no_change', 'nothing_due']);
    expect(told(night, 'window_started')).toHaveLength(1);
    expect(checkpointOf(night)?.counters.ran).toBe(1);
  });

  test('that is stuck is due no more, until a person asks for it', async () => {
    const night = await Night.begin({ goals: { tidy: MANY } });
    expect(await ticks(night, 5, givesUp)).toEqual([
      ...['gave_up', 'gave_up', 'item_stuck', 'nothing_due', 'nothing_due'],
    ]);
    await wish(night);
    expect(await ticks(night, 2)).toEqual(['worked', 'nothing_due']);
    expect(checkpointOf(night)?.counters.ran).toBe(1);
  });

  test('is due once more for each edit of its file, from the end of its last window', async () => {
    const night = await Night.begin({ goals: { tidy: MANY } });
    await ticks(night, 1);
    const before = checkpointOf(night)?.finished?.time;
    await edit(night, 'more of it');
    expect(await ticks(night, 3)).toEqual(['worked', 'nothing_due', 'nothing_due']);
    await edit(night, 'and more');
    expect(await ticks(night, 2)).toEqual(['worked', 'nothing_due']);
    expect(checkpointOf(night)?.counters.ran).toBe(3);
    const drafts = Object.values(checkpointOf(night)?.drafts ?? {});
    expect(drafts.map(({ window }) => window.from).toSorted()[1]).toBe(before);
  });

  test('whose edit comes while its draft waits is due when the draft is answered', async () => {
    const night = await Night.begin({ goals: { tidy: ONCE } });
    expect(await ticks(night, 1)).toEqual(['worked']);
    await night.commit({ 'goals/tidy.yml': goalText('tidy', `${ONCE}# more of it\n`) });
    expect(new Set(await ticks(night, 3))).toEqual(new Set(['waiting_for_draft']));
    await doDeed(night, 'merge');
    const again: Behaviour = (facts) =>
      facts.turn === 0 ? [['write_file', { path: 'docs/more.md', text: 'More.\n' }]] : diligent(facts);
    expect(await ticks(night, 2, again)).toEqual(['worked', 'nothing_due']);
  });

  test('is not lost under a stop or a pause', async () => {
    const night = await Night.begin({ goals: { tidy: MANY } });
    await stop(night);
    expect(await ticks(night, 2)).toEqual(['stopped', 'stopped']);
    await resume(night);
    await wish(night, { kind: 'pause' });
    expect(await ticks(night, 2)).toEqual(['nothing_due', 'nothing_due']);
    await wish(night, { kind: 'resume' });
    expect(await ticks(night, 2)).toEqual(['worked', 'nothing_due']);
  });

  test('whose wake dies is due again, and runs once', async () => {
    const night = await Night.begin({ goals: { tidy: MANY } });
    night.remote.onPush = (push) => (push === 2 ? 'die_before' : null);
    await night.wake({ id: 'dead' });
    night.github.finished.add('dead');
    expect(await ticks(night, 2)).toEqual(['worked', 'nothing_due']);
    expect(checkpointOf(night)?.counters.ran).toBe(1);
  });
});
