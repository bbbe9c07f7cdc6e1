/** What persons do to the state branch itself, to the rules of the repository, and to its name. */

import { utf8Bytes } from '../../core/text/bytes.ts';
import { STATE_BRANCH } from '../runs/simulated-world.ts';
import type { Act, ActContext, ActOutcome } from './act-context.ts';
import type { PersonAct } from './profile.ts';

type StateAct = Extract<
  PersonAct,
  'delete_state' | 'rewind_state' | 'damage_state' | 'restore_state' | 'protect' | 'unprotect' | 'rename'
>;

const DAMAGED = ['state/lock.json', 'state/budget.json', 'state/status.json', 'state/alerts.json'] as const;

function isHarmed({ world }: ActContext): boolean {
  return world.harm !== null;
}

/** So many commits back, or to the first one. */
function ancestor({ world }: ActContext, steps: number): string | null {
  const { remote } = world;
  let id = remote.branches.get(STATE_BRANCH) ?? null;
  for (let n = 0; n < steps && id !== null; n++) id = remote.commits.get(id)?.parents[0] ?? id;
  return id;
}

/** What was deleted comes back as it was, and a file that was damaged gets its content of before. */
async function restore({ world }: ActContext): Promise<ActOutcome> {
  const { harm, remote } = world;
  if (harm === null) return null;
  world.harm = null;
  if (harm.kind === 'deleted') {
    // A run may have begun anew since, where no work branch was left.
    if (!remote.branches.has(STATE_BRANCH)) remote.branches.set(STATE_BRANCH, harm.tip);
    return { detail: `${STATE_BRANCH} as it was`, goal: null };
  }
  const { path, bytes } = harm;
  await remote.commit({ branch: STATE_BRANCH, files: { [path]: bytes }, time: world.time.now() });
  return { detail: `${path} as it was`, goal: null };
}

/** What GitHub says of the rules. Of a refusal it says no more than that, so what has changed since may let a push pass. */
const rulesText = (now: number): string => JSON.stringify([`as of ${now}`]);

export const STATE_ACTS: Readonly<Record<StateAct, Act>> = {
  /** While a work branch says that there was one: without any, the agent begins anew, as it is told. */
  async delete_state(context) {
    const { world } = context;
    const tip = world.remote.branches.get(STATE_BRANCH);
    const hasWork = [...world.remote.branches.keys()].some((name) => name.startsWith('wakeful/'));
    if (tip === undefined || !hasWork || isHarmed(context)) return null;
    world.harm = { kind: 'deleted', tip };
    world.remote.branches.delete(STATE_BRANCH);
    return { detail: STATE_BRANCH, goal: null };
  },
  async rewind_state(context) {
    const { world, random } = context;
    const [tip, id] = [world.remote.branches.get(STATE_BRANCH), ancestor(context, random.integer(1, 12))];
    if (id === null || id === tip || isHarmed(context)) return null;
    world.remote.branches.set(STATE_BRANCH, id);
    return { detail: `${STATE_BRANCH} to ${id.slice(0, 10)}`, goal: null };
  },
  async damage_state(context) {
    const { world, random } = context;
    const path = random.pick(DAMAGED);
    const tip = world.remote.commits.get(world.remote.branches.get(STATE_BRANCH) ?? '');
    const file = tip?.tree.get(path);
    if (file === undefined || isHarmed(context)) return null;
    world.harm = { kind: 'damaged', path, bytes: file.bytes };
    const bytes = utf8Bytes(random.pick(['{', '', '[]\n', '{"version": 1}\n', '<<<<<<< HEAD\n']));
    await world.remote.commit({ branch: STATE_BRANCH, files: { [path]: bytes }, time: world.time.now() });
    return { detail: path, goal: null };
  },
  restore_state: restore,
  /** A ruleset that lets nobody push the agent's work branches. */
  async protect({ world }) {
    world.remote.rules = (branch) =>
      branch.startsWith('wakeful/') ? 'GH013: Repository rule violations found.' : null;
    world.github.rules = rulesText(world.time.now());
    return { detail: 'wakeful/**', goal: null };
  },
  async unprotect({ world }) {
    world.remote.rules = () => null;
    world.github.rules = rulesText(world.time.now());
    return { detail: 'wakeful/**', goal: null };
  },
  /** GitHub leads git to the new name, and answers every other request with where the repository is now. */
  async rename({ world, random }) {
    const name = random.pick(['acme/garden', 'acme/orchard', 'acme/Garden', 'meadow/garden']);
    if (name === world.repository) return null;
    world.repository = name;
    return { detail: name, goal: null };
  },
};
