import { git, repository } from '../git/git-fixture.ts';
import { SITE_FILES } from '../git/served-oversight.ts';
import { ADMIN_TOKEN, type ServedGitHub, serveGitHub } from '../git/stand-in.ts';
import { type ProgramRun, wakeful } from './program.ts';

export interface ServedClone extends ServedGitHub {
  /** Runs the program in a clone whose remote is the stand-in. `token` null: none is in the environment. */
  run(args: readonly string[], token?: string | null): Promise<ProgramRun>;
}

/** A clone whose remote is the stand-in for GitHub. */
export async function servedClone(): Promise<ServedClone> {
  const served = await serveGitHub({ files: SITE_FILES });
  const folder = repository(SITE_FILES);
  const url = new URL(served.standIn.gitUrl);
  Object.assign(url, { username: 'x-access-token', password: ADMIN_TOKEN });
  git(folder, 'remote', 'add', 'origin', url.href);
  const run: ServedClone['run'] = (args, token = ADMIN_TOKEN) =>
    wakeful(folder, args, token === null ? {} : { GH_ENTERPRISE_TOKEN: token });
  return { ...served, run };
}
