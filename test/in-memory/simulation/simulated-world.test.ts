import { expect, test } from 'vitest';
import type { CallPlan, Network, PortCall } from '../../../src/simulation/runners/network.ts';
import type { SimulationEvent } from '../../../src/simulation/runs/simulation-event.ts';
import { Garden } from '../../support/simulation/garden.ts';

const QUIET: CallPlan = { there: 100, back: 100, fault: null, runner: null };

/** Something else happens to the n-th call of that kind and name. */
function disturbed(name: string, n: number, plan: Partial<CallPlan>): Network {
  let seen = 0;
  return {
    plan: (call: PortCall) => {
      if (call.name !== name) return QUIET;
      seen += 1;
      return seen === n ? { ...QUIET, ...plan } : QUIET;
    },
  };
}

const openDrafts = ({ world }: Garden) => world.github.drafts.filter(({ state }) => state === 'open').length;
const worked = ({ world }: Garden) => world.runs.map(({ result, runner }) => result?.ending ?? runner.state);

function textsOf(events: readonly SimulationEvent[]): readonly string[] {
  return events.flatMap((event) => (event.kind === 'line' ? [event.entry.message] : []));
}

async function night(network?: Network): Promise<readonly [Garden, readonly SimulationEvent[]]> {
  const garden = await Garden.begin();
  const events: SimulationEvent[] = [];
  garden.world.watch((event) => events.push(event));
  garden.start(network);
  await garden.play(30);
  garden.start();
  await garden.play(30);
  return [garden, events];
}

test('the shipped run plays whole in virtual time: the first one works, the second one has nothing to do', async () => {
  const [garden, events] = await night();
  expect(worked(garden)).toEqual(['worked', 'nothing_due']);
  expect(openDrafts(garden)).toBe(1);
  expect(textsOf(events).filter((text) => text.includes('is done'))).toHaveLength(3);
});

test('the same is played twice, event for event', async () => {
  const [[, one], [, other]] = [await night(), await night()];
  expect(one.length).toBeGreaterThan(20);
  expect(JSON.stringify(one)).toBe(JSON.stringify(other));
});

test.each([
  ['before', 'killed_before'],
  ['behind', 'killed_after'],
] as const)(
  'a run that is killed right %s its second push is taken over, and nothing is done twice',
  async (_, kind) => {
    const [garden, events] = await night(disturbed('push', 2, { runner: { kind } }));
    garden.world.github.finished.add('run-1');
    garden.start();
    await garden.play(30);
    expect(worked(garden)[0]).toBe('dead');
    expect(openDrafts(garden)).toBe(1);
    expect(textsOf(events).filter((text) => /docs\/.*is done/.test(text)).length).toBe(
      kind === 'killed_after' ? 2 : 3,
    );
    expect(worked(garden).at(-1)).toBe('nothing_due');
  },
);

test('a run that is frozen for an hour and thawed changes nothing any more', async () => {
  const garden = await Garden.begin();
  const freeze = { kind: 'frozen', ms: 3_600_000 } as const;
  const frozen = garden.start(disturbed('ask', 3, { runner: freeze }));
  await garden.play(30);
  expect(frozen.runner.state).toBe('frozen');
  garden.start();
  await garden.play(20);
  const tips = [...garden.world.remote.branches];
  await garden.play(60);
  expect(frozen.result?.ending).toBe('lease_lost');
  expect([...garden.world.remote.branches]).toEqual(tips);
  expect(openDrafts(garden)).toBe(1);
});

test.each([
  ['lost', 'fetch'],
  ['outage', 'push'],
  ['unanswered', 'push'],
  ['late', 'createDraft'],
  ['refused', 'createDraft'],
  ['rate_limited', 'ask'],
  ['lost', 'ask'],
] as const)('a call that is %s (%s) leaves no goal behind: another run finishes', async (fault, name) => {
  const [garden] = await night(disturbed(name, 1, { fault }));
  garden.start();
  await garden.play(30);
  expect(openDrafts(garden)).toBe(1);
  expect(garden.world.github.drafts).toHaveLength(1);
});
