import type { Clock, Control, GitHub, Issues, Subjects } from '../../ports.ts';
import { alertIssueRequests } from './alert-issues.ts';
import { controlRequests } from './control.ts';
import { draftRequests } from './drafts.ts';
import { Actor } from './http/actor.ts';
import type { Fetch, Pace } from './http/client.ts';
import type { GitHubContext } from './http/github-context.ts';
import { Requests } from './http/requests.ts';
import { issueRequests } from './issues.ts';
import { runRequests } from './runs.ts';
import { subjectRequests } from './subjects/open-subjects.ts';

export interface GitHubOptions {
  /** Base of the REST API, e.g. `https://api.github.com` or `https://git.acme.example/api/v3`. */
  readonly apiUrl: string;
  /** What people open, e.g. `https://github.com`. */
  readonly serverUrl: string;
  /** `owner/name`. */
  readonly repository: string;
  readonly token: string;
  /** Opens drafts in the place of `token`; missing or null: there is none. */
  readonly draftToken?: string | null;
  /** Login under which the token acts. Null: GitHub is asked once; where it does not tell, `github-actions[bot]`. */
  readonly actor: string | null;
  /** File below `.github/workflows/` that this wake runs in; null: it runs in none. */
  readonly workflow: string | null;
  readonly clock: Clock;
  /** For one call of a port, all its requests together. */
  readonly requestTimeoutMs?: number;
  readonly pace?: Pace;
  /** Sends the requests; default: the one of the platform. */
  readonly fetch?: Fetch;
}

export interface OpenGitHub {
  readonly github: GitHub;
  readonly issues: Issues;
  readonly subjects: Subjects;
  readonly control: Control;
}

/** Below the minute that a lease lasts beyond its wake's deadline. */
const REQUEST_TIMEOUT_MS = 30_000;

/** GitHub over its REST API, github.com or Enterprise Server. Nothing is loaded or sent before the first call. */
export function openGitHub(given: GitHubOptions): OpenGitHub {
  const [apiUrl, serverUrl] = [withoutSlash(given.apiUrl), withoutSlash(given.serverUrl)];
  const { draftToken = null } = given;
  const options = { ...given, apiUrl, serverUrl, draftToken };
  const requestTimeoutMs = options.requestTimeoutMs ?? REQUEST_TIMEOUT_MS;
  const requests = new Requests({ ...options, requestTimeoutMs });
  const context: GitHubContext = {
    ...options,
    requests,
    actor: new Actor(options),
    drafter: draftToken === null ? null : new Actor({ actor: null, token: draftToken, isDrafter: true }),
    get repository() {
      return requests.repository;
    },
  };
  return {
    github: {
      requestTimeoutMs,
      ...draftRequests(context),
      ...alertIssueRequests(context),
      ...runRequests(context),
    },
    issues: issueRequests(context),
    subjects: subjectRequests(context),
    control: controlRequests(context),
  };
}

function withoutSlash(address: string): string {
  return address.replace(/\/+$/, '');
}
