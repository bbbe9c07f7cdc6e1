/** A small repository in a simulated world, whose goals are due from the first minute on. */
import type { ModelProvider } from '../../../src/ports.ts';
import { modelOf } from '../../../src/simulation/model/behaviour.ts';
import { type Network, reliableNetwork } from '../../../src/simulation/runners/network.ts';
import { loadAhead } from '../../../src/simulation/runs/load-ahead.ts';
import { SimulatedWorld, type StartedRun } from '../../../src/simulation/runs/simulated-world.ts';
import { RandomStream } from '../../../src/simulation/time/random-stream.ts';
import { diligent } from '../memory/test-model.ts';

const START = Date.UTC(2026, 10, 22, 3);

export const settle = () => new Promise<void>((go) => setImmediate(go));

const QUEUE_GOAL = `title: tidy is looked after
objective: Look after tidy.
schedule: {every: 6h}
permissions: {write: ["docs/**"]}
for_each: {files: "docs/*.md"}
`;

export class Garden {
  readonly world = new SimulatedWorld(START, settle);
  readonly #random = new RandomStream(1, 'garden');
  #runs = 0;

  static async begin(goal = QUEUE_GOAL): Promise<Garden> {
    await loadAhead();
    const garden = new Garden();
    const files = { 'docs/a.md': 'A\n', 'docs/b.md': 'B\n', 'docs/c.md': 'C\n' };
    await garden.world.commit({ 'README.md': '# A garden\n', 'goals/tidy.yml': goal, ...files });
    return garden;
  }

  start(network: Network = reliableNetwork(200), model: ModelProvider = modelOf(diligent)): StartedRun {
    this.#runs += 1;
    return this.world.startRun({
      id: `run-${this.#runs}`,
      trigger: { kind: 'schedule', by: 'the schedule', reason: 'a tick', goals: [] },
      network,
      model,
      random: this.#random,
    });
  }

  /** Minutes from now on. */
  play(minutes: number): Promise<void> {
    return this.world.time.playUntil(this.world.time.now() + minutes * 60_000);
  }
}
