import { gitRunner } from '../../adapters/git/run-git.ts';
import { gitServer } from '../../adapters/git/serve-git.ts';
import { type OpenGitHub, openGitHub } from '../../adapters/github/open-github.ts';
import { childEnvironment, systemClock, systemRandom } from '../../adapters/runner.ts';
import { type StandInOptions, startStandIn } from '../../rehearsal/github/server.ts';
import { REHEARSAL_PACE } from './rehearsal-github.ts';
import type { StateRemote } from './state-remote.ts';

/** Who asks, and with which kind of token. */
interface Caller {
  /** What the token begins with. */
  readonly prefix: string;
  readonly access: StandInOptions['tokens'][string];
  readonly login: string;
}

/** The stand-in of a rehearsal, as long as one command lasts. Its pages are gone when the command is over. */
export async function openStandIn(
  { address, repository, offsetMs }: StateRemote,
  folder: string,
  { prefix, access, login }: Caller,
): Promise<OpenGitHub & { close(): Promise<void> }> {
  const clock = systemClock({ offsetMs });
  const token = `${prefix}${systemRandom().nonce()}`;
  const standIn = await startStandIn({
    ...{ folder, origin: address, repository, clock },
    git: gitRunner(childEnvironment()),
    serveGit: gitServer(childEnvironment()),
    tokens: { [token]: access },
  });
  const { apiUrl, serverUrl } = standIn;
  const caller = { token, actor: login, workflow: null };
  const opened = openGitHub({ apiUrl, serverUrl, repository, clock, pace: REHEARSAL_PACE, ...caller });
  return { ...opened, close: () => standIn.close() };
}
