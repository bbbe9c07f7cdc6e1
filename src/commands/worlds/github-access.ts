import { type OpenGitHub, openGitHub } from '../../adapters/github/open-github.ts';
import { environment, loginName, systemClock } from '../../adapters/runner.ts';
import { tokenFor } from '../../config/github/github-token.ts';
import { type RepositoryAddress, repositoryAddress } from '../../config/github/repository-address.ts';
import type { RepositoryIdentity } from '../../core/repository-identity.ts';
import type { GitHubAccess } from '../../oversight/command-context.ts';
import { lookAt } from '../../oversight/observe.ts';
import { personToken } from '../../rehearsal/github/http/access.ts';
import { REMOTE_TEXTS } from '../../report/terminal/command-texts.ts';
import { openStandIn } from './stand-in-for-command.ts';
import type { StateRemote } from './state-remote.ts';

export interface OpenGitHubAccess {
  readonly access: GitHubAccess;
  close(): Promise<void>;
}

/** What a command can reach of GitHub besides git. Nothing is asked yet. */
export async function openGitHubAccess(remote: StateRemote): Promise<OpenGitHubAccess> {
  if (remote.github !== null) return openRehearsed(remote, remote.github);
  return { access: realAccess(remote.address), close: async () => {} };
}

/** With a token from the environment. */
export function realAccess(address: string): GitHubAccess {
  const open = openRealGitHub(repositoryAddress(address));
  if (open.kind === 'closed') return open;
  const { serverUrl, repository } = open.address;
  return { kind: 'open', control: open.control, address: `${serverUrl}/${repository}`, stopValue: null };
}

export type RealGitHub =
  | ({ readonly kind: 'open'; readonly address: RepositoryAddress } & OpenGitHub)
  /** One sentence: why GitHub cannot be asked. */
  | { readonly kind: 'closed'; readonly why: string };

/** All that a token of the environment reaches. `actor`: whose drafts and alerts are meant; null: those of the token. Nothing is asked yet. */
export function openRealGitHub(found: RepositoryAddress | null, actor: string | null = null): RealGitHub {
  if (found === null) return { kind: 'closed', why: REMOTE_TEXTS.noGitHub };
  const choice = tokenFor(found, environment().github);
  if (choice.kind === 'none') return { kind: 'closed', why: choice.why };
  const { repository, serverUrl } = found;
  const opened = openGitHub({
    ...{ repository, serverUrl, apiUrl: choice.apiUrl, token: choice.token },
    actor,
    workflow: null,
    clock: systemClock({ offsetMs: 0 }),
  });
  return { kind: 'open', address: found, ...opened };
}

/** The stand-in of a rehearsal, as long as the command lasts, for somebody who may do everything there. */
async function openRehearsed(remote: StateRemote, folder: string): Promise<OpenGitHubAccess> {
  const login = loginName();
  const caller = { prefix: 'github_pat_rehearsal', access: personToken(login), login };
  const { control, close } = await openStandIn(remote, folder, caller);
  return { access: { kind: 'open', control, address: null, stopValue: null }, close };
}

/** Which repository a remote leads to, where GitHub tells; else what is known of it. An old name leads to it as well. */
export async function identityOf(
  access: GitHubAccess,
  known: RepositoryIdentity,
  signal: AbortSignal,
): Promise<RepositoryIdentity> {
  const seen = await lookAt(access, (control) => control.identity(signal));
  return seen.kind === 'seen' ? seen.value : known;
}
