/**
 * The stand-in for GitHub over a bare repository of its own, closed when the test is over. What went over the wire is
 * held against GitHub's description then.
 */
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { gitRunner } from '../../../src/adapters/git/run-git.ts';
import { gitServer } from '../../../src/adapters/git/serve-git.ts';
import { systemClock } from '../../../src/adapters/runner.ts';
import type { Clock } from '../../../src/ports.ts';
import { personToken, type Token, WORKFLOW_TOKEN } from '../../../src/rehearsal/github/http/access.ts';
import type { Exchange } from '../../../src/rehearsal/github/http/exchange.ts';
import { NOON } from '../../../src/simulation/world/remote-change.ts';
import { startTestStandIn, type TestStandIn } from '../github/test-stand-in.ts';
import { type BareRemote, makeBareRemote, temporaryFolder } from './repositories.ts';
import { standInFaults } from './stand-in-traffic.ts';

export const REPOSITORY = 'acme/site';
/** Of the agent's own job. */
export const TOKEN = 'ghs_not-a-real-token';
/** Of an App that pushes and opens drafts. */
export const APP_TOKEN = 'ghs_not-a-real-token-of-an-app';
/** Of a person who may do everything. */
export const ADMIN_TOKEN = 'github_pat_not-a-real-token';

const DRAFTING_APP: Token = {
  login: 'acme-wakeful[bot]',
  kind: 'workflow',
  may: { contents: 'write', metadata: 'read', pull_requests: 'write' },
};

export interface ServedGitHub {
  readonly standIn: TestStandIn;
  readonly remote: BareRemote;
  /** Where drafts and issues are kept as files. */
  readonly folder: string;
  /** All requests so far with their answers. */
  readonly exchanges: readonly Exchange[];
}

export interface ServedOptions {
  readonly files?: Readonly<Record<string, string>>;
  /** When they were committed, ms since 1970 UTC. */
  readonly time?: number;
  readonly clock?: Clock;
  readonly repository?: string;
  /** Names that it had before. */
  readonly formerly?: readonly string[];
  /** What the job's token may do, instead of the usual. */
  readonly token?: Token;
  readonly defaultBranch?: string;
}

export async function serveGitHub(options: ServedOptions = {}): Promise<ServedGitHub> {
  const { defaultBranch = 'main', files = { 'README.md': '# Site\n' } } = options;
  const remote = await makeBareRemote({ defaultBranch });
  await remote.commit({ branch: defaultBranch, files, time: options.time ?? NOON });
  return serveRepository(remote, options);
}

/** The same over a repository that is there already. */
export async function serveRepository(
  remote: BareRemote,
  options: Pick<ServedOptions, 'clock' | 'repository' | 'token' | 'formerly'> = {},
): Promise<ServedGitHub> {
  const folder = join(await temporaryFolder(), 'github');
  const exchanges: Exchange[] = [];
  const standIn = await startTestStandIn({
    folder,
    origin: remote.folder,
    repository: options.repository ?? REPOSITORY,
    formerly: options.formerly ?? [],
    clock: options.clock ?? systemClock({ offsetMs: 0 }),
    git: gitRunner(process.env),
    serveGit: gitServer(process.env),
    tokens: {
      [TOKEN]: options.token ?? WORKFLOW_TOKEN,
      [APP_TOKEN]: DRAFTING_APP,
      [ADMIN_TOKEN]: personToken('ann'),
    },
    observe: (exchange) => exchanges.push(exchange),
  });
  onTestFinished(async () => {
    await standIn.close();
    expect(exchanges.flatMap((exchange) => standInFaults(standIn.apiUrl, exchange))).toEqual([]);
  });
  return { standIn, remote, folder, exchanges };
}

/** What opens it to git, as actions/checkout sets it. */
export const GIT_HEADER = `Authorization: Basic ${Buffer.from(`x-access-token:${TOKEN}`).toString('base64')}`;
