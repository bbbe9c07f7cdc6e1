import { expect } from 'vitest';
import { STOP_VARIABLE } from '../../../src/core/stop.ts';
import { WAKE_WORKFLOW } from '../../../src/core/workflows.ts';
import type { CommandAnswer, ControlContext } from '../../../src/oversight/command-context.ts';
import { serveRequest } from '../../../src/oversight/comments/serve-request.ts';
import type { PersonRequest } from '../../../src/oversight/inbox.ts';
import { resumeAgent } from '../../../src/oversight/stop/resume-agent.ts';
import { stopAgent } from '../../../src/oversight/stop/stop-agent.ts';
import {
  type CommandScenario,
  type Desk,
  disturbCommands,
  placeOf,
} from '../../support/crashes/command-table.ts';
import { type Night, PLAIN, STATE } from '../../support/memory/night.ts';
import { told } from '../../support/memory/wishes.ts';

const MANY = `${PLAIN}limits: {open_drafts: 9}\n`;
const HOUR = 3_600_000;

const wished = (kind: PersonRequest['kind']) => (place: ControlContext) =>
  serveRequest(place, { kind, goal: 'tidy', by: 'octocat', reason: 'a release is near' });
const stop = (place: ControlContext) => stopAgent(place, { reason: 'a holiday', by: 'octocat' });
const resume = (place: ControlContext) => resumeAgent(place, { by: 'octocat' });

/** A first wake, and a while later. */
async function woken({ night }: Desk): Promise<void> {
  await night.wake();
  night.clock.advance(HOUR);
}

const windows = (night: Night): readonly string[] => told(night, 'window_finished').map(() => 'window');
const pauseOf = ({ night }: Desk) => night.state().checkpoints['tidy']?.pause;

/** What a stop or a resume says of its parts is true. */
const claims =
  (isStop: boolean) =>
  ({ parts = [] }: CommandAnswer, { night, control }: Desk): void => {
    const isSet = {
      file: night.remote.branches.has(STATE) && night.state().stop !== null,
      variable: control.variables.has(STOP_VARIABLE),
      workflow: control.workflows.get(WAKE_WORKFLOW) !== 'active',
    };
    for (const { part, outcome } of parts)
      if (outcome === 'changed' || outcome === 'unchanged') expect(isSet[part], part).toBe(isStop);
  };

function expectStopped({ night, control }: Desk): void {
  expect(night.state().stop).toBe('a holiday\n');
  expect(control.variables.get(STOP_VARIABLE)).toBe('a holiday');
  expect(control.workflows.get(WAKE_WORKFLOW)).toBe('disabled_manually');
  expect(told(night, 'stop_set'), 'told once').toHaveLength(1);
}

function expectResumed({ night, control }: Desk): void {
  expect([night.state().stop, night.state().status.stop]).toEqual([null, null]);
  expect(control.variables.has(STOP_VARIABLE)).toBe(false);
  expect(control.workflows.get(WAKE_WORKFLOW)).toBe('active');
}

/**
 * A stop that reached GitHub and not the state branch could write down nowhere that it has disabled the workflow: a resume
 * leaves it, and says how it is enabled by hand.
 */
async function resumeAfter(desk: Desk, first: CommandAnswer | null): Promise<void> {
  const { isDone, parts = [] } = await resume(placeOf(desk));
  const isUnrecorded = first?.parts?.some(({ part, outcome }) => part === 'file' && outcome === 'left');
  const left = parts
    .filter(({ outcome }) => outcome === 'left')
    .map(({ part, byHand }) => [part, byHand?.what]);
  expect([isDone, left]).toEqual(
    isUnrecorded === true ? [false, [['workflow', `enable the workflow ${WAKE_WORKFLOW}`]]] : [true, []],
  );
  if (isUnrecorded === true) desk.control.workflows.set(WAKE_WORKFLOW, 'active');
  expectResumed(desk);
}

const WISHES: readonly CommandScenario[] = [
  {
    name: 'run <goal>',
    night: { goals: { tidy: MANY } },
    prepare: woken,
    command: wished('run'),
    done: ({ night }) => expect(told(night, 'request_stored').length).toBeGreaterThan(0),
    drafts: 2,
    items: ['window', 'window'],
    end: ({ night }) => expect(told(night, 'request_served').length).toBeLessThanOrEqual(2),
  },
  {
    name: 'run <goal> while a wake holds it',
    night: { goals: { tidy: MANY } },
    command: wished('run'),
    underWake: true,
    done: ({ night }) => expect(told(night, 'request_stored').length).toBeGreaterThan(0),
    drafts: (night) => windows(night).length,
    items: windows,
    end: ({ night }) => expect(windows(night).length).toBeLessThanOrEqual(2),
  },
  {
    name: 'pause <goal>, and resume it',
    night: { goals: { tidy: MANY } },
    command: wished('pause'),
    done: (desk) => expect(pauseOf(desk)).toMatchObject({ by: 'octocat' }),
    next: async (desk) => {
      expect((await desk.night.wake()).result.goals.map(({ ending }) => ending)).toEqual([]);
      await wished('resume')(placeOf(desk));
    },
    drafts: 1,
    items: ['window'],
  },
  {
    name: 'pause <goal> while a wake holds it',
    night: { goals: { tidy: MANY } },
    command: wished('pause'),
    underWake: true,
    done: (desk) => expect(pauseOf(desk)).toMatchObject({ by: 'octocat' }),
    next: (desk) => wished('resume')(placeOf(desk)),
    drafts: 1,
    items: ['window'],
  },
  {
    name: 'resume <goal>',
    night: { goals: { tidy: MANY } },
    prepare: (desk) => wished('pause')(placeOf(desk)),
    command: wished('resume'),
    done: (desk) => expect(pauseOf(desk)).toBeNull(),
    drafts: 1,
    items: ['window'],
    end: ({ night }) => expect(told(night, 'goal_resumed').length).toBeLessThanOrEqual(1),
  },
];

const SWITCHES: readonly CommandScenario[] = [
  {
    name: 'stop, and resume',
    night: { goals: { tidy: MANY } },
    command: stop,
    claims: claims(true),
    done: expectStopped,
    next: async (desk, first) => {
      expect((await desk.night.wake()).result.ending).toBe('stopped');
      await resumeAfter(desk, first);
    },
    drafts: 1,
    items: ['window'],
  },
  {
    name: 'stop while a wake works',
    night: { goals: { tidy: MANY } },
    command: stop,
    claims: claims(true),
    underWake: true,
    done: expectStopped,
    next: resumeAfter,
    drafts: 1,
    items: ['window'],
  },
  {
    name: 'resume',
    night: { goals: { tidy: MANY } },
    prepare: (desk) => stop(placeOf(desk)),
    command: resume,
    claims: claims(false),
    done: expectResumed,
    drafts: 1,
    items: ['window'],
    end: ({ night }) => expect(told(night, 'stop_removed').length).toBeGreaterThan(0),
  },
  {
    name: 'resume where the variable alone stops the agent, and a wake has written that down',
    night: { goals: { tidy: MANY } },
    prepare: async (desk) => {
      await stop(placeOf(desk));
      await desk.night.remote.commit({ branch: STATE, files: { 'state/STOP': null } });
    },
    command: resume,
    claims: claims(false),
    done: expectResumed,
    drafts: 1,
    items: ['window'],
    end: ({ night }) => expect(told(night, 'stop_removed').length).toBeGreaterThan(0),
  },
];

disturbCommands([...WISHES, ...SWITCHES]);
