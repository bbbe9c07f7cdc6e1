import { expect } from 'vitest';
import { disturbEverywhere, type Scenario } from '../../support/crashes/crash-table.ts';
import { type Night, PLAIN, QUEUE, QUEUE_FILES } from '../../support/memory/night.ts';
import { resume, stop, told, wish } from '../../support/memory/wishes.ts';

const FILES = Object.keys(QUEUE_FILES);
const MANY = `${PLAIN}limits: {open_drafts: 5}\n`;

/** A window of the schedule, and one more where somebody's wish or an event was stored in time. */
const windowPerWish = (night: Night): readonly string[] => [
  'window',
  ...told(night, 'request_stored').map(() => 'window'),
];

const finished = (night: Night): readonly string[] => told(night, 'window_finished').map(() => 'window');

/** Longer than the state branch may go without being read. */
const lookTime = (night: Night): void => night.clock.advance(16_000);

const REQUESTS: readonly Scenario[] = [
  {
    name: 'requests of two persons and a pause that they lift',
    night: { goals: { tidy: QUEUE }, files: QUEUE_FILES },
    prepare: async (night) => {
      await wish(night, { kind: 'pause' });
      await wish(night);
      await wish(night, { by: 'hubot' });
    },
    drafts: 1,
    items: FILES,
  },
  {
    name: 'a request of a goal with nothing due',
    night: { goals: { tidy: MANY } },
    prepare: async (night) => {
      await night.wake();
      night.clock.advance(60_000);
      await wish(night);
    },
    drafts: 2,
    items: ['window', 'window'],
  },
  {
    name: 'a request that a waiting draft stands in the way of',
    night: { goals: { tidy: PLAIN } },
    prepare: async (night) => {
      await night.wake();
      night.clock.advance(60_000);
      await wish(night);
    },
    drafts: 1,
    items: ['window'],
    end: (night) => expect(told(night, 'request_answered')).toHaveLength(1),
  },
  {
    name: 'a request of a goal whose file is gone',
    night: { goals: { tidy: PLAIN, other: PLAIN } },
    prepare: async (night) => {
      await wish(night);
      await night.commit({ 'goals/tidy.yml': null });
    },
    drafts: 1,
    items: ['window'],
    end: (night) => expect(told(night, 'request_answered')).toHaveLength(1),
  },
  {
    name: 'a person’s wake, and a request that comes meanwhile',
    night: { goals: { tidy: MANY } },
    wake: { trigger: { kind: 'person', by: 'ann', goals: ['tidy'] } },
    meanwhile: async ({ night, question }) => {
      if (question === 1) await wish(night);
    },
    // A wake that dies leaves the window to the run that serves the request.
    drafts: (night) => finished(night).length,
    items: finished,
    end: (night) => expect(finished(night).length).toBeLessThanOrEqual(2),
  },
  {
    name: 'an event that makes a goal due',
    night: { goals: { tidy: `${MANY}on: [push]\n` } },
    prepare: async (night) => {
      await night.wake();
      night.clock.advance(60_000);
    },
    wake: {
      trigger: { kind: 'event', by: 'the event push', reason: 'it happened', event: { name: 'push' } },
    },
    drafts: (night) => windowPerWish(night).length,
    items: windowPerWish,
  },
];

const INTERRUPTIONS: readonly Scenario[] = [
  {
    name: 'a wake that gives way to a person',
    night: { goals: { tidy: MANY } },
    meanwhile: async ({ night, question }) => {
      if (question === 1) await wish(night);
      lookTime(night);
    },
    drafts: 1,
    items: ['window'],
  },
  {
    name: 'a wake that gives way to a person with the first of its items done',
    night: { goals: { tidy: QUEUE }, files: QUEUE_FILES },
    meanwhile: async ({ night, question }) => {
      if (question === 3) await wish(night);
      lookTime(night);
    },
    drafts: 1,
    items: FILES,
  },
  {
    name: 'a goal that a person pauses while it is worked on, and resumes',
    night: { goals: { tidy: QUEUE }, files: QUEUE_FILES },
    meanwhile: async ({ night, question }) => {
      if (question === 4) await wish(night, { kind: 'pause' });
      lookTime(night);
    },
    between: (night) => wish(night, { kind: 'resume' }),
    drafts: 1,
    items: FILES,
  },
  {
    name: 'a stop while an item is worked on, and a resume',
    night: { goals: { tidy: QUEUE }, files: QUEUE_FILES },
    meanwhile: async ({ night, question }) => {
      if (question === 3) await stop(night);
      lookTime(night);
    },
    between: resume,
    drafts: 1,
    items: FILES,
  },
  {
    name: 'a run that is cancelled while an item is worked on',
    night: { goals: { tidy: QUEUE }, files: QUEUE_FILES },
    meanwhile: async ({ question, cancel }) => {
      if (question === 3) cancel();
    },
    drafts: 1,
    items: FILES,
  },
];

disturbEverywhere([...REQUESTS, ...INTERRUPTIONS]);
