import { tokenProblems } from '../../report/problems/action-problems.ts';
import type { RepositoryAddress } from './repository-address.ts';

/** What the environment says of GitHub. Empty: not set. */
export interface GitHubEnvironment {
  /** `GITHUB_TOKEN` or `GH_TOKEN`. */
  readonly token: string;
  /** `GH_ENTERPRISE_TOKEN` or `GITHUB_ENTERPRISE_TOKEN`. */
  readonly enterpriseToken: string;
  /** `GITHUB_SERVER_URL`. */
  readonly serverUrl: string;
  /** `GITHUB_API_URL`, of that server. */
  readonly apiUrl: string;
  /** `GH_HOST`. */
  readonly host: string;
}

export type TokenChoice =
  | { readonly kind: 'token'; readonly token: string; readonly apiUrl: string }
  /** One sentence: why there is none for this server. */
  | { readonly kind: 'none'; readonly why: string };

/**
 * The token for a server. One for GitHub is never sent to another server, unless the environment says that it belongs
 * there, and none over a connection that others can read.
 */
export function tokenFor(repository: RepositoryAddress, given: GitHubEnvironment): TokenChoice {
  const { host, isGitHubs } = repository;
  const isNamed = given.host.toLowerCase() === host || hostOf(given.serverUrl) === host;
  const own = isGitHubs || isNamed ? given.token : '';
  const token = isGitHubs ? own : given.enterpriseToken || own;
  if (token === '') return { kind: 'none', why: reasonForNone(repository, given) };
  if (repository.serverUrl.startsWith('http:') && !isLoopback(host))
    return { kind: 'none', why: tokenProblems.notEncrypted(repository.serverUrl) };
  const isOfJob = given.apiUrl !== '' && hostOf(given.serverUrl) === host;
  return { kind: 'token', token, apiUrl: isOfJob ? given.apiUrl.replace(/\/+$/, '') : repository.apiUrl };
}

function reasonForNone({ host, isGitHubs }: RepositoryAddress, { token }: GitHubEnvironment): string {
  if (isGitHubs) return tokenProblems.noToken;
  return token === '' ? tokenProblems.noEnterpriseToken(host) : tokenProblems.otherServer(host);
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host.toLowerCase() : '';
}

function isLoopback(host: string): boolean {
  return /^(127(\.\d+){3}|localhost|\[::1\])(:\d+)?$/.test(host);
}
