/** A night whose wakes reach a real bare repository over HTTP, through the shipped git adapters. */
import { openGitWorld } from '../../../src/adapters/git/git-world.ts';
import type { PushOutcome, StateStore, World } from '../../../src/ports.ts';
import type { MemoryFile } from '../../../src/simulation/world/memory-remote.ts';
import type { TestStandIn } from '../github/test-stand-in.ts';
import { Night, type NightOptions, type NightWake, STATE, type WakeOptions } from '../memory/night.ts';
import { type BareRemote, makeBareRemote, temporaryFolder } from './repositories.ts';
import { GIT_HEADER, serveRepository } from './stand-in.ts';

export interface RealNight {
  /** Its remote mirrors the real one, so that the same checks can read it. */
  readonly night: Night;
  readonly bare: BareRemote;
  /** What each push of the wakes so far was answered. */
  readonly pushes: readonly PushOutcome['kind'][];
  /** `beforePush` is told the number of each push, from 1. */
  wake(
    options?: WakeOptions & { readonly beforePush?: (push: number, standIn: TestStandIn) => void },
  ): Promise<NightWake>;
}

export async function beginRealNight(options: NightOptions): Promise<RealNight> {
  const night = await Night.begin(options);
  const bare = await makeBareRemote();
  const { standIn } = await serveRepository(bare);
  const main = night.remote.commits.get(night.remote.branches.get('main') ?? '');
  const files = [...(main?.tree ?? [])].map(([path, { bytes }]) => [path, bytes] as const);
  await bare.commit({ branch: 'main', files: Object.fromEntries(files), time: main?.time ?? 0 });
  await mirrorBranches(bare, night);
  const pushes: PushOutcome['kind'][] = [];
  return {
    night,
    bare,
    pushes,
    async wake({ beforePush = () => {}, ...order } = {}) {
      const git = await openGitWorld({
        folder: await temporaryFolder(),
        remote: standIn.gitUrl,
        extraHeader: GIT_HEADER,
        environment: process.env,
        stateBranch: STATE,
        defaultBranch: 'main',
      });
      const first = pushes.length;
      const push: StateStore['push'] = async (refs, signal) => {
        beforePush(pushes.length - first + 1, standIn);
        const outcome = await git.state.push(refs, signal);
        pushes.push(outcome.kind);
        await mirrorBranches(bare, night);
        return outcome;
      };
      const real = { state: { ...git.state, push }, workspace: git.workspace };
      const change = (world: World): World => ({ ...(order.change?.(world) ?? world), ...real });
      try {
        const woken = await night.wake({ ...order, change });
        await mirror(bare, night);
        return woken;
      } finally {
        await git.close();
      }
    },
  };
}

/** Branch tips alone: what GitHub is asked about during a wake. */
async function mirrorBranches(bare: BareRemote, { remote }: Night): Promise<void> {
  const heads = await bare.git(['for-each-ref', '--format=%(objectname) %(refname:lstrip=2)', 'refs/heads']);
  remote.branches.clear();
  for (const line of heads.split('\n').filter((text) => text !== '')) {
    remote.branches.set(line.slice(41), line.slice(0, 40));
  }
}

/** Branches, commits, and the files of the state branch. */
async function mirror(bare: BareRemote, night: Night): Promise<void> {
  await mirrorBranches(bare, night);
  const { branches, commits } = night.remote;
  const log = await bare.git(['log', '-z', '--branches', '--format=%H%x01%P%x01%an%x01%ct%x01%B']);
  for (const record of log.split('\0').filter((text) => text !== '')) {
    const [id = '', parents = '', author = '', time = '', message = ''] = record.split('\u0001');
    const facts = { author, message, time: Number(time) * 1000 };
    const tree = id === branches.get(STATE) ? await treeOf(bare, id) : new Map();
    commits.set(id, { id, parents: parents.split(' ').filter(Boolean), tree, ...facts });
  }
}

async function treeOf(bare: BareRemote, commit: string): Promise<ReadonlyMap<string, MemoryFile>> {
  const rows = (await bare.git(['ls-tree', '-r', '-z', '--full-tree', commit]))
    .split('\0')
    .filter((row) => row !== '');
  const files = await Promise.all(
    rows.map(async (row) => {
      const [facts = '', path = ''] = row.split('\t');
      const [mode = '', , blob = ''] = facts.split(' ');
      return [path, { mode, bytes: Buffer.from(await bare.git(['cat-file', 'blob', blob])) }] as const;
    }),
  );
  return new Map(files);
}
