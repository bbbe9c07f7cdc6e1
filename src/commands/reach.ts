import { openGitHub } from '../adapters/github/open-github.ts';
import { environment, systemClock } from '../adapters/runner.ts';
import { gitHubPlace } from '../config/github-place.ts';
import { tokenFor } from '../config/github-token.ts';
import type { Reach } from '../wake/by-hand.ts';
import type { RemotePlace } from './remote-place.ts';

/** What this command can reach of GitHub besides git, with a token from the environment. Nothing is asked yet. */
export function reachOf(place: RemotePlace): Reach {
  if (place.kind === 'rehearsal') return { kind: 'closed', why: 'this is a rehearsal.' };
  const found = gitHubPlace(place.address);
  if (found === null) return { kind: 'closed', why: 'this remote is not on GitHub.' };
  const choice = tokenFor(found, environment().github);
  if (choice.kind === 'none') return { kind: 'closed', why: choice.why };
  const { repository, serverUrl } = found;
  const { control } = openGitHub({
    ...{ repository, serverUrl, apiUrl: choice.apiUrl, token: choice.token },
    actor: null,
    workflow: null,
    clock: systemClock({ offsetMs: 0 }),
  });
  return { kind: 'open', control, address: `${serverUrl}/${repository}` };
}

/** Values of the environment that must never be written anywhere. */
export function environmentSecrets(): readonly string[] {
  const { openaiKey, github } = environment();
  return [openaiKey, github.token, github.enterpriseToken].filter((value) => value !== '');
}
