import { expect, onTestFinished } from 'vitest';
import { type GitHubOptions, type OpenGitHub, openGitHub } from '../../../src/adapters/github/open-github.ts';
import { systemClock } from '../../../src/adapters/runner.ts';
import { sample } from '../openapi/sample.ts';
import { watchTraffic } from '../openapi/traffic.ts';
import type { TestServer } from './server.ts';

/** GitHub at a server; what goes over the wire is held against GitHub's description when the test ends. */
export function openAt(server: Pick<TestServer, 'url'>, options: Partial<GitHubOptions> = {}): OpenGitHub {
  const traffic = watchTraffic(server.url);
  onTestFinished(() => expect(traffic.faults).toEqual([]));
  return openGitHub({
    apiUrl: server.url,
    serverUrl: 'https://github.example',
    repository: 'acme/site',
    token: 'not-a-token',
    actor: 'wakeful-agent',
    workflow: 'wake.yml',
    clock: systemClock({ offsetMs: 0 }),
    pace: { retryMs: 1, writes: 'at_once' },
    fetch: traffic.fetch,
    ...options,
  });
}

interface Pull {
  readonly number: number;
  readonly branch: string;
  readonly schema?: 'pull-request' | 'pull-request-simple';
  readonly fields?: Readonly<Record<string, unknown>>;
}

/** A pull request as GitHub tells it. */
export function pullAnswer({ number, branch, schema, fields }: Pull): unknown {
  const plain = sample(schema ?? 'pull-request');
  const repo = sample('repository', { full_name: 'acme/site' });
  const head = {
    label: `acme:${branch}`,
    ref: branch,
    sha: 'a'.repeat(40),
    repo,
    user: sample('simple-user'),
  };
  return { ...plain, number, head, state: 'open', merged_at: null, ...fields };
}
