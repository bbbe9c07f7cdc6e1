import { gitRunner } from '../../adapters/git/run-git.ts';
import { gitServer } from '../../adapters/git/serve-git.ts';
import { openGitHub } from '../../adapters/github/open-github.ts';
import { childEnvironment, systemClock, systemRandom } from '../../adapters/runner.ts';
import { repositoryAddress } from '../../config/github/repository-address.ts';
import { Halt } from '../../core/ending.ts';
import type { GitHub, Issues } from '../../ports.ts';
import { WORKFLOW_TOKEN } from '../../rehearsal/github/http/access.ts';
import { startStandIn } from '../../rehearsal/github/server.ts';
import { SHOW_TEXTS } from '../../report/terminal/show-texts.ts';
import { openRealGitHub } from './github-access.ts';
import { REHEARSAL_PACE } from './rehearsal-github.ts';
import type { StateRemote } from './state-remote.ts';
import { absentGitHub, absentIssues } from './world.ts';

/** GitHub as a run would see it, for a command that only looks. */
export interface LookingPorts {
  readonly github: GitHub;
  readonly issues: Issues;
  close(): Promise<void>;
}

/** Without a token, what only GitHub knows is an error and never an empty list. */
export async function openLookingPorts(remote: StateRemote): Promise<LookingPorts> {
  if (remote.github !== null) return openRehearsed(remote, remote.github);
  const opened = openRealGitHub(repositoryAddress(remote.address), WORKFLOW_TOKEN.login);
  const close = async () => undefined;
  if (opened.kind === 'open') return { github: opened.github, issues: opened.issues, close };
  const unseen = () => Promise.reject(new Halt('forbidden', SHOW_TEXTS.unseen(opened.why)));
  const issues = { ...absentIssues(), list: unseen, read: unseen, labelNames: unseen };
  return { github: { ...absentGitHub(), findDrafts: unseen, lastWords: unseen }, issues, close };
}

async function openRehearsed(
  { address, repository, offsetMs }: StateRemote,
  folder: string,
): Promise<LookingPorts> {
  const clock = systemClock({ offsetMs });
  const token = `ghs_rehearsal${systemRandom().nonce()}`;
  const standIn = await startStandIn({
    ...{ folder, origin: address, repository, clock },
    git: gitRunner(childEnvironment()),
    serveGit: gitServer(childEnvironment()),
    tokens: { [token]: WORKFLOW_TOKEN },
  });
  const { apiUrl, serverUrl } = standIn;
  const login = { token, actor: WORKFLOW_TOKEN.login, workflow: null };
  const opened = openGitHub({ apiUrl, serverUrl, repository, clock, pace: REHEARSAL_PACE, ...login });
  return { github: opened.github, issues: opened.issues, close: () => standIn.close() };
}
