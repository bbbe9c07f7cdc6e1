import { describe, expect, test } from 'vitest';
import { checkEnd } from '../support/crash-table.ts';
import {
  Night,
  type NightOptions,
  type NightWake,
  PLAIN,
  QUEUE,
  QUEUE_FILES,
  STATE,
} from '../support/night.ts';
import { Freezer, stepped } from '../support/steps.ts';

const MINUTE = 60_000;
/** Requests to GitHub that are more than a look. */
const CHANGES = /^github\.(create|update|close|open)/;

interface Scene {
  readonly name: string;
  readonly night: NightOptions;
  readonly end: { readonly drafts: number; readonly items: readonly string[] };
}

const PER_ITEM = `${PLAIN}for_each: {files: "docs/*.md", drafts: per_item}\nlimits: {open_drafts: 3}\n`;
const FILES = Object.keys(QUEUE_FILES);

const SCENES: readonly Scene[] = [
  { name: 'a plain goal', night: { goals: { tidy: PLAIN } }, end: { drafts: 1, items: ['window'] } },
  {
    name: 'a queue',
    night: { goals: { tidy: QUEUE }, files: QUEUE_FILES },
    end: { drafts: 1, items: FILES },
  },
  {
    name: 'a queue with a draft per item',
    night: { goals: { tidy: PER_ITEM }, files: QUEUE_FILES },
    end: { drafts: 3, items: FILES },
  },
  {
    name: 'two goals',
    night: { goals: { first: PLAIN, second: PLAIN } },
    end: { drafts: 2, items: ['window', 'window'] },
  },
];

/** How its holder's end becomes known. */
const WAYS: readonly { readonly name: string; readonly end: (night: Night, wake: string) => void }[] = [
  { name: 'known as finished', end: (night, wake) => void night.github.finished.add(wake) },
  { name: 'overdue by a minute', end: (night) => night.clock.advance(15 * MINUTE) },
];

async function stepsOf(options: NightOptions): Promise<number> {
  const night = await Night.begin(options);
  const calls: string[] = [];
  await night.wake({ change: (world) => stepped(world, async (call) => void calls.push(call)) });
  return calls.length;
}

function holders(night: Night): readonly string[] {
  if (!night.remote.branches.has(STATE)) return [];
  return Object.values(night.state().lock.leases).map((lease) => lease.wake);
}

function tookOver(night: Night): readonly unknown[] {
  return night.log().flatMap((line) => (line.event === 'took_over' ? [line.data?.['dead_wake']] : []));
}

interface Thawed {
  readonly zombie: NightWake;
  readonly freezer: Freezer;
  readonly heldWhenFrozen: boolean;
  readonly before: ReadonlyMap<string, string>;
}

/** Freezes a wake before its n-th step, lets another one take over and finish, and thaws it. */
async function freezeAt(night: Night, n: number, end: (typeof WAYS)[number]['end']): Promise<Thawed> {
  const freezer = new Freezer((_call, step) => step === n);
  const running = night.wake({ id: 'zombie', change: freezer.change });
  await freezer.frozen;
  const heldWhenFrozen = holders(night).includes('zombie');
  end(night, 'zombie');
  await night.wake({ id: 'successor' });
  const before = new Map(night.remote.branches);
  freezer.thaw();
  return { zombie: await running, freezer, heldWhenFrozen, before };
}

describe.each(WAYS)('I2: a holder that was overtaken, $name', ({ end }) => {
  test.each(SCENES)(
    'changes nothing in git when it comes back, and sends at most one request: $name',
    async (scene) => {
      let overtaken = 0;
      const steps = await stepsOf(scene.night);
      for (let n = 1; n <= steps; n++) {
        const night = await Night.begin(scene.night);
        const { zombie, freezer, heldWhenFrozen, before } = await freezeAt(night, n, end);
        const where = `frozen before step ${n}, ${freezer.call}`;
        if (heldWhenFrozen) {
          overtaken += 1;
          expect(new Map(night.remote.branches), where).toEqual(before);
          expect(freezer.after.filter((call) => CHANGES.test(call)).length, where).toBeLessThanOrEqual(1);
          // A second draft for the branch is refused by GitHub itself.
          expect(['lease_lost', 'time_limit', 'github_unavailable'], where).toContain(zombie.result.ending);
          expect(tookOver(night), where).toEqual(['zombie']);
        }
        night.clock.advance(30 * MINUTE);
        await night.wake({ id: 'next' });
        night.clock.advance(6 * 60 * MINUTE);
        await night.wake({ id: 'next but one' });
        checkEnd(night, scene.end);
      }
      expect(overtaken).toBeGreaterThan(4);
    },
  );
});
