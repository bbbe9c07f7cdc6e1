import { openGitWorld } from '../../../src/adapters/git/git-world.ts';
import { type BareRemote, temporaryFolder } from './repositories.ts';

/** A clone of its own of a bare remote whose default branch is main. The caller closes it. */
export async function worldOn(remote: BareRemote) {
  const folder = await temporaryFolder();
  return openGitWorld({
    folder,
    remote: remote.url,
    environment: process.env,
    defaultBranch: 'main',
  });
}
