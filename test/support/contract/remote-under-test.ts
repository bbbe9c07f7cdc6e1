/** What a contract suite needs of a remote, whichever kind it is. */
import { onTestFinished } from 'vitest';
import { openGitWorld } from '../../../src/adapters/git/git-world.ts';
import type { Sha, StateStore, Workspace } from '../../../src/ports.ts';
import { MemoryRemote, openMemoryWorld } from '../../../src/simulation/world/memory-repository.ts';
import type { RemoteChange } from '../../../src/simulation/world/remote-change.ts';
import { type BareRemote, makeBareRemote, temporaryFolder } from '../git/repositories.ts';
import { GIT_HEADER, serveRepository } from '../git/stand-in.ts';

export interface View {
  readonly state: StateStore;
  readonly workspace: Workspace;
}

export interface RemoteUnderTest {
  commit(change: RemoteChange): Promise<Sha>;
  tip(branch: string): Promise<Sha | null>;
  /** Text of a file at a branch's tip; null: no such file. */
  text(branch: string, path: string): Promise<string | null>;
  moveBranch(branch: string, commit: Sha | null): Promise<void>;
  /** As after a rewritten history and a clean-up: the commit exists no more. */
  forgetCommit(commit: Sha): Promise<void>;
  /** The next push lands, and its answer gets lost. */
  loseNextAnswer(): Promise<void>;
  /** From now on a rule refuses every push, with this sentence. */
  refusePushes(): Promise<void>;
  /** One wake's ports. */
  open(): Promise<View>;
}

export const RULE = 'GH013: Repository rule violations found';

export interface RemoteKind {
  readonly name: string;
  /** Whether work trees are real folders. */
  readonly onDisk: boolean;
  /** Whether files are fetched whole, so that their sizes are known before they are read. */
  readonly tellsSizes: boolean;
  make(options?: { readonly defaultBranch?: string }): Promise<RemoteUnderTest>;
}

export const REMOTE_IN_MEMORY: RemoteKind = {
  name: 'a remote in memory',
  onDisk: false,
  tellsSizes: true,
  async make(options = {}) {
    const remote = new MemoryRemote(options);
    return {
      commit: (change) => remote.commit(change),
      tip: async (branch) => remote.branches.get(branch) ?? null,
      text: async (branch, path) => remote.text(branch, path),
      async moveBranch(branch, commit) {
        if (commit === null) remote.branches.delete(branch);
        else remote.branches.set(branch, commit);
      },
      forgetCommit: async (commit) => remote.drop(commit),
      async loseNextAnswer() {
        remote.onPush = () => {
          remote.onPush = () => null;
          return 'lose_answer';
        };
      },
      async refusePushes() {
        remote.onPush = () => 'refuse';
      },
      open: async () => openMemoryWorld(remote),
    };
  },
};

/** `reference-transaction` runs when the refs have changed and before the remote answers. */
const DIE_ONCE = `[ "$1" = committed ] || exit 0
[ -e "$GIT_DIR/died" ] && exit 0
touch "$GIT_DIR/died"
kill -9 $PPID`;

type Trouble = Pick<RemoteUnderTest, 'loseNextAnswer' | 'refusePushes'>;

interface Reached extends Trouble {
  readonly address: string;
  readonly extraHeader?: string;
}

async function bare(
  options: { readonly defaultBranch?: string },
  access: (remote: BareRemote) => Promise<Reached>,
): Promise<RemoteUnderTest> {
  const remote = await makeBareRemote(options);
  const { address, extraHeader, ...trouble } = await access(remote);
  return {
    ...trouble,
    commit: remote.commit,
    tip: remote.tip,
    text: (branch, path) => remote.git(['cat-file', 'blob', `${branch}:${path}`]).catch(() => null),
    async moveBranch(branch, commit) {
      await remote.git(
        commit === null ? ['branch', '-D', branch] : ['update-ref', `refs/heads/${branch}`, commit],
      );
    },
    async forgetCommit(commit) {
      await remote.git(['reflog', 'expire', '--expire=now', '--all']);
      await remote.git(['gc', '--quiet', '--prune=now']);
      if ((await remote.git(['cat-file', '-t', commit]).catch(() => '')) !== '')
        throw new Error('It is still there.');
    },
    async open(): Promise<View> {
      const folder = await temporaryFolder();
      const access = extraHeader === undefined ? {} : { extraHeader };
      const world = await openGitWorld({ folder, remote: address, environment: process.env, ...access });
      onTestFinished(world.close);
      return world;
    },
  };
}

const overFiles: RemoteKind = {
  name: 'a bare repository over file:// that cannot leave contents out',
  onDisk: true,
  tellsSizes: true,
  make: (options = {}) =>
    bare(options, async (remote) => {
      await remote.git(['config', 'uploadpack.allowFilter', 'false']);
      return {
        address: remote.url,
        loseNextAnswer: () => remote.hook('reference-transaction', DIE_ONCE),
        refusePushes: () => remote.hook('pre-receive', `echo '${RULE}' >&2\nexit 1`),
      };
    }),
};

const overHttp: RemoteKind = {
  name: 'the stand-in for GitHub over HTTP',
  onDisk: true,
  tellsSizes: false,
  make: (options = {}) =>
    bare(options, async (remote) => {
      const { standIn } = await serveRepository(remote);
      return {
        address: standIn.gitUrl,
        extraHeader: GIT_HEADER,
        loseNextAnswer: async () => void standIn.inject({ on: 'push', fault: 'dropped_after' }),
        refusePushes: () =>
          standIn.person.configure({ rules: [{ type: 'required_signatures', branches: ['*'] }] }),
      };
    }),
};

/** With real git. */
export const REAL_REMOTES: readonly RemoteKind[] = [overFiles, overHttp];
