import { describe, expect, test } from 'vitest';
import { decodeLogLines } from '../../../src/config/state/state-files.ts';
import { Halt } from '../../../src/core/ending.ts';
import { modelOf } from '../../../src/simulation/model/behaviour.ts';
import type { PushFault } from '../../../src/simulation/world/memory-remote.ts';
import { Night, PLAIN, QUEUE, QUEUE_FILES, STATE } from '../../support/memory/night.ts';
import { diligent } from '../../support/memory/test-model.ts';

const TODAY = 'state/log/2026-11-22.jsonl';
const HALF_HOUR = 1_800_000;

/** As if the day had seen much already. */
async function filled(line: (n: number) => string, bytes: number) {
  const night = await Night.begin({ goals: { tidy: PLAIN } });
  await night.wake();
  night.github.change(1, { state: 'merged' });
  const before = night.remote.text(STATE, TODAY) ?? '';
  const each = Buffer.byteLength(line(1_000));
  const most = Math.floor((bytes - Buffer.byteLength(before)) / each);
  const text = `${before}${Array.from({ length: most }, (_, n) => line(1_000 + (n % 1_000))).join('')}`;
  await night.remote.commit({ branch: STATE, files: { [TODAY]: text } });
  return night;
}

function lineOf(message: string, level = 'info'): string {
  const entry = { ts: '2026-11-22T01:00:00Z', level, event: 'tool_refused', message, wake: 'earlier' };
  return `${JSON.stringify(entry)}\n`;
}

function bytesOf(night: Night): number {
  return Buffer.byteLength(night.remote.text(STATE, TODAY) ?? '');
}

describe('the log of a day', () => {
  test.each([
    ['plain', 'a few words about nothing much'],
    ['of characters with many bytes', '夜中に何もなかった'],
  ])('never grows past a megabyte: lines %s', async (_, words) => {
    const night = await filled((n) => lineOf(`${n} ${words}`), 799_000);
    const refused = modelOf(({ turn }) =>
      turn < 12
        ? [['write_file', { path: `src/${turn}.md`, text: words }]]
        : [['give_up', { reason: words }]],
    );
    for (let n = 0; n < 9; n++) {
      await night.wake({ model: refused, trigger: { kind: 'person', goals: ['tidy'] } });
      night.clock.advance(60_000);
    }
    expect(bytesOf(night)).toBeLessThanOrEqual(1_000_000);
    const lines = night.log();
    expect(lines.filter((line) => line.event === 'log_full')).toHaveLength(1);
    const after = lines.slice(lines.findIndex((line) => line.event === 'log_full') + 1);
    expect(after.length).toBeGreaterThan(10);
    expect(new Set(after.map((line) => line.level))).toEqual(new Set(['warn']));
  });

  test('takes nothing at all any more once warnings have filled it, and the work goes on', async () => {
    const night = await filled((n) => lineOf(`${n} refused`, 'warn'), 999_500);
    const before = night.remote.text(STATE, TODAY);
    night.clock.advance(6 * 3_600_000);
    const { result } = await night.wake();
    expect(result.ending).toBe('worked');
    expect((night.remote.text(STATE, TODAY) ?? '').length - (before ?? '').length).toBeLessThan(300);
    expect(bytesOf(night)).toBeLessThanOrEqual(1_000_000);
  });

  test('keeps a line of any length short', async () => {
    const goals = Object.fromEntries(['tidy', 'other'].map((id) => [id, `${PLAIN}`]));
    const many = Array.from({ length: 600 }, (_, n) => `field_${n}: 1\n`).join('');
    const night = await Night.begin({ goals: { ...goals, tidy: `${PLAIN}${many}` } });
    await night.wake();
    const text = night.remote.text(STATE, TODAY) ?? '';
    expect(Math.max(...text.split('\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(16_000);
    expect(decodeLogLines(text).entries.filter((line) => line.event === 'bad_goal').length).toBeGreaterThan(
      0,
    );
  });

  test('keeps a line that cannot be read, and loses no new one behind it', async () => {
    const night = await Night.begin({ goals: { tidy: PLAIN } });
    await night.wake();
    const before = night.remote.text(STATE, TODAY) ?? '';
    const broken = `${before}not JSON at all\n{"ts":"2026-11-22T03:00:00Z","level":"in`;
    await night.remote.commit({ branch: STATE, files: { [TODAY]: broken } });
    night.clock.advance(6 * 3_600_000);
    const { result } = await night.wake({ trigger: { kind: 'person', goals: ['tidy'] } });
    expect(result.ending).toBe('waiting_for_draft');
    night.github.change(1, { state: 'merged' });
    const asked = await night.wake({ trigger: { kind: 'person', goals: ['tidy'] } });
    expect(asked.result.ending).toBe('worked');
    const after = night.remote.text(STATE, TODAY) ?? '';
    expect(after.startsWith(`${broken}\n`)).toBe(true);
    expect(decodeLogLines(after).unreadable).toHaveLength(2);
    expect(night.log().filter((line) => line.event === 'wake_ended').length).toBeGreaterThanOrEqual(2);
  });

  test('goes when it is older than it is kept, also after a long silence', async () => {
    const night = await Night.begin({ goals: { tidy: PLAIN }, settings: 'log_days: 5\n' });
    const days: string[][] = [];
    for (const pause of [1, 1, 1, 1, 1, 1, 1, 1, 60]) {
      await night.wake({ trigger: { kind: 'person', goals: ['tidy'] } });
      const tip = night.remote.commits.get(night.remote.branches.get(STATE) ?? '');
      days.push([...(tip?.tree.keys() ?? [])].filter((path) => path.startsWith('state/log/')));
      night.clock.advance(pause * 86_400_000);
    }
    await night.wake();
    expect(Math.max(...days.map((each) => each.length))).toBeLessThanOrEqual(6);
    const tip = night.remote.commits.get(night.remote.branches.get(STATE) ?? '');
    expect([...(tip?.tree.keys() ?? [])].filter((path) => path.startsWith('state/log/'))).toEqual([
      'state/log/2027-01-29.jsonl',
    ]);
  });
});

describe('I14: lines of committed changes', () => {
  const FAULTS = ['drop', 'lose_answer', 'error'] as const satisfies readonly PushFault[];
  const cases = FAULTS.flatMap((fault) => [1, 2, 3, 4, 5].map((push) => [fault, push] as const));

  test.each(cases)(
    'are there once each after %s of push %i, in a wake that spans midnight',
    async (fault, bad) => {
      const told = async (broken: boolean) => {
        const night = await Night.begin({
          goals: { tidy: QUEUE },
          files: QUEUE_FILES,
          at: Date.UTC(2026, 10, 22, 23, 57, 30),
        });
        night.remote.onPush = (push) => (broken && push === bad ? fault : null);
        const model = modelOf(diligent, () => night.clock.advance(30_000));
        const { lines } = await night.wake({ model });
        expect(new Set(night.log().map((line) => line.ts.slice(0, 10)))).toEqual(
          new Set(['2026-11-22', '2026-11-23']),
        );
        // What the person saw is what was committed.
        expect(night.log()).toEqual(lines.toSorted((a, b) => a.ts.localeCompare(b.ts)));
        expect(new Set(night.log().map((line) => JSON.stringify(line))).size).toBe(lines.length);
        return night.log().map((line) => `${line.event} ${line.item ?? ''}`);
      };
      const model = await told(false);
      expect(await told(true)).toEqual(model);
    },
  );

  test('are there once where a push landed, its answer was lost, and nobody could look: another goal carries on', async () => {
    const night = await Night.begin({ goals: { first: PLAIN, second: PLAIN } });
    night.remote.onPush = (push) => (push === 1 ? 'lose_answer' : null);
    night.remote.onFetch = (fetch) => {
      if (fetch !== 2) return;
      // It takes longer than anybody waits.
      night.clock.advance(120_000);
      throw new Halt('github_unavailable', 'The remote does not answer.');
    };
    await night.wake();
    const lines = night.log().map((line) => JSON.stringify(line));
    expect(lines.filter((line) => line.includes('"wake_started"'))).toHaveLength(1);
    expect(new Set(lines).size).toBe(lines.length);
    expect(lines.filter((line) => line.includes('"draft_opened"'))).toHaveLength(1);
  });

  test('are there once each when other commits come in between all of them', async () => {
    const night = await Night.begin({ goals: { tidy: QUEUE }, files: QUEUE_FILES });
    let n = 0;
    const seen = await night.wake({
      change: (world) => ({
        ...world,
        state: {
          ...world.state,
          push: async (refs, signal) => {
            n += 1;
            if (n % 2 === 0) {
              const text = `${night.remote.text(STATE, TODAY) ?? ''}${lineOf(`foreign ${n}`)}`;
              await night.remote.commit({ branch: STATE, files: { [TODAY]: text } });
            }
            return world.state.push(refs, signal);
          },
        },
      }),
    });
    expect(seen.result.ending).toBe('worked');
    const own = night.log().filter((line) => line.wake === seen.id);
    expect(own.map((line) => line.message)).toEqual(seen.lines.map((line) => line.message));
    expect(night.log().filter((line) => line.wake === 'earlier')).toHaveLength(4);
  });
});

test('an idle wake commits a sign of life at most hourly, and drops it when it is refused', async () => {
  const night = await Night.begin({ goals: { tidy: PLAIN } });
  await night.wake();
  const pushes: number[] = [];
  for (let n = 0; n < 8; n++) {
    night.clock.advance(HALF_HOUR / 3);
    pushes.push((await night.wake()).pushes);
  }
  expect(pushes).toEqual([0, 0, 0, 0, 0, 1, 0, 0]);
  night.clock.advance(2 * HALF_HOUR);
  night.remote.onPush = () => 'error';
  const { result, pushes: refused } = await night.wake();
  expect([result.ending, refused]).toEqual(['nothing_due', 1]);
});
