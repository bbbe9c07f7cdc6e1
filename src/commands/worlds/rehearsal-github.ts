import { gitServer } from '../../adapters/git/serve-git.ts';
import { openGitHub } from '../../adapters/github/open-github.ts';
import { childEnvironment, systemClock, systemRandom } from '../../adapters/runner.ts';
import { WAKE_WORKFLOW } from '../../core/workflows.ts';
import type { Clock, World } from '../../ports.ts';
import { WORKFLOW_TOKEN } from '../../rehearsal/github/http/access.ts';
import { checkRecords } from '../../rehearsal/github/records/check-records.ts';
import { startStandIn } from '../../rehearsal/github/server.ts';
import { issuesWithPages, pageFinder, withPages } from '../../rehearsal/shown-pages.ts';
import { rehearsalIdentity } from '../../rehearsal/source.ts';
import type { RehearsalFolder } from './rehearsal-folder.ts';

/** GitHub for the time of one command: a server on the loopback, and the ports by which a job reaches it. */
export interface RehearsalGitHub {
  /** For git. */
  readonly remote: string;
  /** One HTTP header that opens it, as actions/checkout sets it. */
  readonly extraHeader: string;
  readonly token: string;
  /** The ports of one wake, whose clock GitHub's own clock follows. */
  open(clock: Clock): Pick<World, 'github' | 'issues' | 'subjects'>;
  /** What a person has set as the repository variable `WAKEFUL_STOP`; empty: not set. */
  stop(): Promise<string>;
  close(): Promise<void>;
}

/** Nothing is crowded here: no waits between requests. */
export const REHEARSAL_PACE = { retryMs: 50, writes: 'at_once' } as const;

/** `Halt` when a person has written what cannot be read. */
export async function openRehearsalGitHub({ home, source, git }: RehearsalFolder): Promise<RehearsalGitHub> {
  await checkRecords(home.github, `${home.shownAs}/github`);
  const repository = rehearsalIdentity(source.address);
  const token = `ghs_rehearsal${systemRandom().nonce()}`;
  let time: Clock = systemClock({ offsetMs: 0 });
  const standIn = await startStandIn({
    folder: home.github,
    origin: home.origin,
    repository,
    clock: { ...time, now: () => time.now() },
    git,
    serveGit: gitServer(childEnvironment()),
    tokens: { [token]: WORKFLOW_TOKEN },
  });
  const { apiUrl, serverUrl } = standIn;
  const pageOf = pageFinder(`${serverUrl}/${repository}`, `${home.shownAs}/github`);
  const secret = Buffer.from(`x-access-token:${token}`).toString('base64');
  return {
    remote: standIn.gitUrl,
    extraHeader: `Authorization: Basic ${secret}`,
    token,
    open(clock) {
      time = clock;
      const address = { apiUrl, serverUrl, repository, workflow: WAKE_WORKFLOW };
      const opened = openGitHub({
        ...address,
        token,
        actor: WORKFLOW_TOKEN.login,
        clock,
        pace: REHEARSAL_PACE,
      });
      return {
        github: withPages(opened.github, pageOf),
        issues: issuesWithPages(opened.issues, pageOf),
        subjects: opened.subjects,
      };
    },
    stop: async () => (await standIn.variable('WAKEFUL_STOP')) ?? '',
    close: () => standIn.close(),
  };
}
