import type { Sha, World } from '../../../src/ports.ts';
import type { Night } from './night.ts';

/** What a person does at the remote to a work branch of the agent. */
export type Deed =
  | 'merge'
  | 'merge_and_delete'
  | 'push_and_merge'
  | 'close'
  | 'delete'
  | 'push'
  | 'rewrite'
  | 'reset';

export interface Done {
  readonly deed: Deed;
  readonly branch: string;
  /** What the branch held before. */
  readonly before: Sha;
  /** What the person left there; null: no branch. */
  readonly after: Sha | null;
}

/** Does it to the newest work branch; null: there is none yet, or nothing to merge or close. */
export async function doDeed(night: Night, deed: Deed): Promise<Done | null> {
  const branch = [...night.remote.branches.keys()].filter((name) => name.startsWith('wakeful/')).at(-1);
  const before = branch === undefined ? undefined : night.remote.branches.get(branch);
  if (branch === undefined || before === undefined) return null;
  const draft = night.github.drafts.find((each) => each.branch === branch && each.state === 'open');
  if (draft === undefined && (deed.includes('merge') || deed === 'close')) return null;
  await DEEDS[deed](night, { branch, tip: before, draft: draft?.number ?? 0 });
  return { deed, branch, before, after: night.remote.branches.get(branch) ?? null };
}

interface Target {
  readonly branch: string;
  readonly tip: Sha;
  readonly draft: number;
}

const DEEDS: Readonly<Record<Deed, (night: Night, target: Target) => Promise<void>>> = {
  merge,
  async merge_and_delete(night, target) {
    await merge(night, target);
    night.remote.branches.delete(target.branch);
  },
  async push_and_merge(night, target) {
    await DEEDS.push(night, target);
    await merge(night, target);
  },
  async close(night, { draft }) {
    night.github.change(draft, { state: 'closed' });
  },
  async delete(night, { branch, draft }) {
    // GitHub closes what is open when its branch is deleted.
    night.github.change(draft, { state: 'closed' });
    night.remote.branches.delete(branch);
  },
  async push(night, { branch }) {
    await night.remote.commit({ branch, files: { 'by-hand.txt': 'Mine.\n' }, time: night.clock.now() });
  },
  /** A commit of their own in the place of the agent's last one, by force. */
  async rewrite(night, { branch, tip }) {
    const parents = night.remote.commits.get(tip)?.parents ?? [];
    await night.remote.commit({
      branch,
      files: { 'by-hand.txt': 'Mine.\n' },
      parents,
      time: night.clock.now(),
    });
  },
  async reset(night, { branch, tip }) {
    const parent = night.remote.commits.get(tip)?.parents[0];
    if (parent !== undefined) night.remote.branches.set(branch, parent);
  },
};

/** As GitHub squashes: main gets what the branch changed against where it started. */
async function merge(night: Night, { branch, draft }: Target): Promise<void> {
  await night.mergeBranch(branch);
  night.github.change(draft, { state: 'merged' });
}

/** The same world, which lets `act` do something before its n-th call of any port; `calls` counts them. */
export function atCall(
  n: number,
  act: () => Promise<void>,
): { readonly change: (world: World) => World; readonly calls: () => number } {
  let calls = 0;
  const before = async (): Promise<void> => {
    calls += 1;
    if (calls === n) await act();
  };
  const wrap = <T extends object>(port: T): T =>
    new Proxy(port, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== 'function') return value;
        return async (...input: unknown[]) => {
          await before();
          return Reflect.apply(value, target, input);
        };
      },
    });
  const change = (world: World): World => ({
    ...world,
    state: wrap(world.state),
    workspace: wrap(world.workspace),
    github: wrap(world.github),
    issues: wrap(world.issues),
    model: {
      ...world.model,
      open: async (settings) => wrap(await world.model.open(settings)),
    },
  });
  return { change, calls: () => calls };
}
