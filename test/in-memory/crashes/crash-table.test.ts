import { expect } from 'vitest';
import { disturbEverywhere, type Scenario } from '../../support/crashes/crash-table.ts';
import { type Night, PLAIN, QUEUE, QUEUE_FILES } from '../../support/memory/night.ts';
import { doDeed } from '../../support/memory/person.ts';
import { named } from '../../support/memory/test-model.ts';

const FILES = Object.keys(QUEUE_FILES);
const HOUR = 3_600_000;
const PER_ITEM = `${PLAIN}for_each: {files: "docs/*.md", drafts: per_item}\nlimits: {open_drafts: 3}\n`;
const UPDATE = 'when_draft_is_open: update\n';

/** A first wake, and a while later. */
async function woken(night: Night, later: number): Promise<void> {
  await night.wake();
  night.clock.advance(later);
}

const QUEUES: readonly Scenario[] = [
  { name: 'a plain wake', night: { goals: { tidy: PLAIN } }, drafts: 1, items: ['window'] },
  {
    name: 'a wake with one minute to work in',
    night: { goals: { tidy: QUEUE }, files: QUEUE_FILES },
    wake: { minutes: 1 },
    drafts: 1,
    items: FILES,
  },
  {
    name: 'a queue with one draft',
    night: { goals: { tidy: QUEUE }, files: QUEUE_FILES },
    drafts: 1,
    items: FILES,
  },
  {
    name: 'a queue with a draft per item',
    night: { goals: { tidy: PER_ITEM }, files: QUEUE_FILES },
    drafts: 3,
    items: FILES,
  },
  {
    name: 'a queue of changed files',
    night: {
      goals: { tidy: `${PLAIN}for_each: {files: "docs/*.md", changed: true}\n` },
      files: QUEUE_FILES,
    },
    prepare: async (night) => {
      await woken(night, HOUR);
      await doDeed(night, 'merge');
      night.clock.advance(5 * HOUR);
      await night.commit({ 'docs/a.md': 'A, anew\n' });
    },
    drafts: 1,
    items: [...FILES, 'docs/a.md'],
  },
  {
    name: 'a queue of commits',
    night: { goals: { tidy: `${PLAIN}for_each: {commits: true}\n` } },
    behave: named,
    prepare: async (night) => {
      await night.remote.commit({
        branch: 'main',
        files: { x: '1' },
        message: 'one',
        time: night.clock.now(),
      });
      await night.remote.commit({
        branch: 'main',
        files: { x: '2' },
        message: 'two',
        time: night.clock.now(),
      });
    },
    drafts: 1,
    items: ['a change', 'one', 'two'],
  },
  {
    name: 'a queue of a list',
    night: {
      goals: {
        tidy: `${PLAIN}for_each: {list: ["docs/one", "docs/two"], drafts: per_item}\nlimits: {open_drafts: 2}\n`,
      },
    },
    drafts: 2,
    items: ['docs/one', 'docs/two'],
  },
  {
    name: 'two goals, one handed over to the other',
    night: { goals: { first: PLAIN, second: PLAIN } },
    drafts: 2,
    items: ['window', 'window'],
  },
  {
    name: 'three goals, of which the one in the middle has nothing to do',
    night: {
      goals: { first: PLAIN, second: `${PLAIN}for_each: {files: "nowhere/*"}\n`, third: QUEUE },
      files: QUEUE_FILES,
    },
    drafts: 2,
    items: ['window', ...FILES],
  },
  {
    name: 'slots that are caught up one after the other',
    night: {
      goals: {
        tidy: `schedule: {every: 6h, catch_up: each}\nalways: true\npermissions: {write: ["docs/**"]}\n${UPDATE}`,
      },
    },
    behave: named,
    prepare: (night) => woken(night, 12 * HOUR),
    drafts: 1,
    items: ['window', 'window', 'window'],
  },
  {
    name: 'slots of which only the newest is caught up',
    night: {
      goals: {
        tidy: `schedule: {every: 6h, catch_up: skip}\nalways: true\npermissions: {write: ["docs/**"]}\n${UPDATE}`,
      },
    },
    behave: named,
    prepare: (night) => woken(night, 18 * HOUR),
    drafts: 1,
    items: ['window', 'window'],
    end: (night) =>
      expect(night.state().checkpoints['tidy']?.counters).toMatchObject({ skipped: 0, missed: 2 }),
  },
  {
    name: 'a queue that has become long enough to make its goal due',
    night: {
      goals: { tidy: `${QUEUE}when: {queue_at_least: 2}\nlimits: {open_drafts: 9}\n` },
      files: { 'docs/a.md': 'A\n' },
    },
    prepare: async (night) => {
      await woken(night, 60_000);
      await night.commit({ 'docs/b.md': 'B\n', 'docs/c.md': 'C\n' });
    },
    drafts: 2,
    items: FILES,
  },
  {
    name: 'a wake with nothing to do but to give a sign of life',
    night: { goals: { tidy: PLAIN } },
    prepare: (night) => woken(night, 2 * HOUR),
    drafts: 1,
    items: ['window'],
  },
];

/** An item a wake: the first is done, and then somebody answers its draft. */
const ONE_BY_ONE = `${QUEUE}limits: {items_per_wake: 1}\n`;

const DRAFTS: readonly Scenario[] = [
  {
    name: 'a slot that is skipped, because a draft waits',
    night: { goals: { tidy: PLAIN } },
    prepare: (night) => woken(night, 4 * HOUR),
    drafts: 1,
    items: ['window'],
  },
  {
    name: 'an open draft that the next window goes on with',
    night: { goals: { tidy: `${PLAIN}${UPDATE}` } },
    behave: named,
    prepare: (night) => woken(night, 4 * HOUR),
    drafts: 1,
    items: ['window', 'window'],
  },
  {
    name: 'an open draft that the next window’s queue goes on with',
    night: { goals: { tidy: `${QUEUE}${UPDATE}` }, files: QUEUE_FILES },
    prepare: async (night) => {
      await woken(night, 4 * HOUR);
      await night.commit({ 'docs/d.md': 'D\n', 'docs/e.md': 'E\n' });
    },
    drafts: 1,
    items: [...FILES, 'docs/d.md', 'docs/e.md'],
    end: (night) => {
      const drafts = Object.values(night.state().checkpoints['tidy']?.drafts ?? {});
      const main = night.remote.branches.get('main');
      expect(
        drafts.map(({ base }) => base),
        'brought up to date',
      ).toEqual([main]);
    },
  },
  {
    name: 'a draft that is merged with items left',
    night: { goals: { tidy: ONE_BY_ONE }, files: QUEUE_FILES },
    prepare: async (night) => {
      await woken(night, 60_000);
      await doDeed(night, 'merge_and_delete');
    },
    drafts: 1,
    items: FILES,
  },
  {
    name: 'a draft that is closed with items left',
    night: { goals: { tidy: ONE_BY_ONE }, files: QUEUE_FILES },
    prepare: async (night) => {
      await woken(night, 60_000);
      await doDeed(night, 'close');
    },
    drafts: 0,
    items: ['docs/a.md'],
  },
  {
    name: 'a draft that is taken over with items left',
    night: { goals: { tidy: ONE_BY_ONE }, files: QUEUE_FILES },
    prepare: async (night) => {
      await woken(night, 60_000);
      await doDeed(night, 'push');
    },
    drafts: 2,
    items: FILES,
  },
  {
    name: 'a draft that is merged while its next item is worked on',
    night: { goals: { tidy: QUEUE }, files: QUEUE_FILES },
    meanwhile: async ({ night, question }) => {
      if (question === 3) await doDeed(night, 'merge');
    },
    drafts: 1,
    items: FILES,
  },
];

disturbEverywhere([...QUEUES, ...DRAFTS]);
