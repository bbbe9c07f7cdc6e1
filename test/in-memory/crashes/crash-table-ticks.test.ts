/** The job of a ticked box dies, or is not answered, at each of its steps; then it runs again, or never does. */
import { describe, expect, test } from 'vitest';
import { type Box, boxName, tickedBoxes, withTicks } from '../../../src/core/health/box.ts';
import type { TickContext } from '../../../src/oversight/boxes/answer-ticks.ts';
import { serveTicks } from '../../../src/oversight/boxes/serve-ticks.ts';
import { modelOf } from '../../../src/simulation/model/behaviour.ts';
import { MemoryControl } from '../../../src/simulation/world/memory-control.ts';
import { type Boundary, boundariesOf, FaultyWorld } from '../../support/crashes/faulty-world.ts';
import { checkLines, checkRequests } from '../../support/crashes/night-checks.ts';
import { Night, type NightWake, PLAIN } from '../../support/memory/night.ts';
import { diligent } from '../../support/memory/test-model.ts';
import { told } from '../../support/memory/wishes.ts';

const GOALS = { tidy: `${PLAIN}limits: {open_drafts: 9}\n` };
const HALF_HOUR = 1_800_000;
const RUN: Box = { action: 'run', goal: 'tidy' };
const PAUSE: Box = { action: 'pause', goal: 'tidy' };
const STOP: Box = { action: 'stop', goal: null };

/** A dashboard in which somebody has just ticked a box. */
interface Ticked {
  readonly night: Night;
  readonly box: Box;
  readonly payload: unknown;
}

async function ticked(box: Box): Promise<Ticked> {
  const night = await Night.begin({ goals: GOALS });
  await night.wake();
  night.clock.advance(HALF_HOUR);
  const number = night.state().status.dashboard?.issue ?? 0;
  const { body: from = '', author = '' } = night.issues.find(number) ?? {};
  const body = withTicks(from, [box]);
  night.issues.change(number, { body });
  const issue = { number, body, updated_at: night.issues.updatedAt.get(number), user: { login: author } };
  const sender = { login: 'ann', type: 'User' };
  return { night, box, payload: { action: 'edited', changes: { body: { from } }, sender, issue } };
}

function contextOf(night: Night, control: MemoryControl): TickContext {
  const hand = night.byHand();
  const world = { ...hand.world, issues: night.issues.view(() => {}) };
  return { ...hand, world, control, address: 'https://github.com/acme/site', stop: '' };
}

async function boundariesIn({ night, payload }: Ticked): Promise<readonly Boundary[]> {
  const world = new FaultyWorld(night.clock, null);
  const copy = night.copy();
  await serveTicks(world.job(contextOf(copy, new MemoryControl().asWorkflowToken())), payload);
  return boundariesOf(world.seen);
}

/** How often the order of a box was carried out. */
function timesDone(night: Night, { action }: Box): number {
  if (action === 'run') return told(night, 'request_stored').length;
  return told(night, action === 'pause' ? 'goal_paused' : 'stop_set').length;
}

function ticksLeft(night: Night): readonly string[] {
  const issue = night.issues.find(night.state().status.dashboard?.issue ?? 0);
  return tickedBoxes(issue?.body ?? '').map(boxName);
}

/** What was not paused and not stopped goes on, which brings the dashboard up to date. */
async function laterWakes(night: Night): Promise<readonly NightWake[]> {
  const wakes: NightWake[] = [];
  for (let n = 1; n <= 3; n++) {
    night.clock.advance(7 * HALF_HOUR);
    const model = modelOf(diligent, () => night.clock.advance(1_000));
    wakes.push(await night.wake({ id: `after-${n}`, model }));
  }
  return wakes;
}

async function disturb(scene: Ticked, boundary: Boundary, runsAgain: boolean): Promise<void> {
  const { payload, box } = scene;
  const night = scene.night.copy();
  const control = new MemoryControl().asWorkflowToken();
  await serveTicks(new FaultyWorld(night.clock, boundary).job(contextOf(night, control)), payload);
  if (runsAgain) {
    night.clock.advance(60_000);
    await serveTicks(contextOf(night, control), payload);
    expect(ticksLeft(night), 'unticked').toEqual([]);
  }
  const times = timesDone(night, box);
  expect(times, 'never done twice').toBeLessThanOrEqual(1);
  if (box.action === 'run') {
    const wakes = await laterWakes(night);
    expect(ticksLeft(night), 'unticked by the next run that works').toEqual([]);
    expect(told(night, 'request_served'), 'served as often as it was stored').toHaveLength(times);
    checkRequests(night);
    checkLines(night, wakes);
  }
  const answers = night.state().status.dashboard?.answers ?? [];
  expect(answers.length, 'answered at most once').toBeLessThanOrEqual(1);
  const isTold = answers.some(({ is_done }) => !is_done);
  if (runsAgain) expect(times > 0 || isTold, 'done, or the answer says that it is not').toBe(true);
  if (box.action === 'run' && times === 0) expect(isTold, 'what was lost is told').toBe(true);
  for (const { is_done } of answers) if (is_done) expect(times, 'no answer claims too much').toBe(1);
}

describe.each([
  ['run', RUN],
  ['pause', PAUSE],
  ['stop', STOP],
] as const)('I16: the job of the box %s, disturbed at every step', (_, box) => {
  test.each([
    ['and run again', true],
    ['and never run again', false],
  ])(
    '%s, carries the order out once or says that it has not',
    async (_when, runsAgain) => {
      const scene = await ticked(box);
      const boundaries = await boundariesIn(scene);
      const failed: string[] = [];
      for (const boundary of boundaries) {
        await disturb(scene, boundary, runsAgain).catch((reason: unknown) => {
          failed.push(`${boundary.step} ${boundary.n} ${boundary.fault}: ${String(reason)}`);
        });
      }
      expect(boundaries.length).toBeGreaterThan(30);
      expect(failed).toEqual([]);
    },
    60_000,
  );
});
