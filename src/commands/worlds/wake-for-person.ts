import { tokenPassword } from '../../adapters/git/git-environment.ts';
import { environment, environmentSecrets, loginName, systemRandom } from '../../adapters/runner.ts';
import { tokenFor } from '../../config/github/github-token.ts';
import { repositoryAddress } from '../../config/github/repository-address.ts';
import { Halt } from '../../core/ending.ts';
import type { RepositoryIdentity } from '../../core/repository-identity.ts';
import { STOP_VARIABLE } from '../../core/stop.ts';
import { isoTime } from '../../core/time.ts';
import type { WakeOrder, WakeResult } from '../../core/wake-result.ts';
import { lookAt } from '../../oversight/observe.ts';
import type { Control, Log } from '../../ports.ts';
import { wake } from '../../wake/wake.ts';
import { identityOf } from './github-access.ts';
import { type LiveRepository, openLiveWorld } from './live-world.ts';
import type { StateRemote } from './state-remote.ts';

export interface ManualWakeOrder {
  /** Null: whatever is due. */
  readonly goal: string | null;
  /** Null: none was given. */
  readonly reason: string | null;
  readonly minutes: number;
  /** Goes on although the token may not read the variable that stops the agent. */
  readonly withoutVariable: boolean;
  readonly cancel: AbortSignal;
}

export interface ManualWake {
  readonly result: WakeResult;
  /** When it ended, milliseconds since 1970 UTC. */
  readonly now: number;
}

/** One real wake that a person starts on a machine of their own. `Halt` says what is missing. */
export async function wakeForPerson(
  remote: StateRemote,
  order: ManualWakeOrder,
  log: Log,
): Promise<ManualWake> {
  const { openaiKey } = environment();
  const live = liveRepository(remote);
  const { world, control, close } = await openLiveWorld(live, {
    log,
    openaiKey: openaiKey || null,
    temp: null,
  });
  try {
    const stop = await stopNow(control, order);
    const access = { kind: 'open', control, address: null, stopValue: null } as const;
    const identity = await identityOf(access, { name: live.repository, id: null }, order.cancel);
    const result = await wake(world, orderOf(live, order, { stop, now: world.clock.now(), identity }));
    return { result, now: world.clock.now() };
  } finally {
    await close();
  }
}

function liveRepository({ address }: StateRemote): LiveRepository {
  const found = repositoryAddress(address);
  if (found === null) {
    const right =
      'A run needs a repository on GitHub or GitHub Enterprise Server; the command rehearse plays one here';
    throw new Halt('bad_settings', `This remote is not on GitHub. ${right}.`);
  }
  const choice = tokenFor(found, environment().github);
  if (choice.kind === 'none') throw new Halt('forbidden', `A run needs a token: ${choice.why}`);
  const { repository, serverUrl } = found;
  const { token, apiUrl } = choice;
  return { repository, serverUrl, apiUrl, token, defaultBranch: null, kilobytes: null, workflow: null };
}

/** What stops the agent, as a runner would be told it. A variable that nobody could read might stop it. */
async function stopNow(control: Control, { withoutVariable, cancel }: ManualWakeOrder): Promise<string> {
  const { stop } = environment();
  if (stop !== '' || withoutVariable) return stop;
  const access = { kind: 'open', control, address: null, stopValue: null } as const;
  const seen = await lookAt(access, (open) => open.readVariable(STOP_VARIABLE, cancel));
  if (seen.kind === 'seen') return seen.value ?? '';
  const way =
    'Give a token that may read it; or look yourself that it is not set, and add --without-variable';
  throw new Halt('forbidden', `Whether ${STOP_VARIABLE} stops the agent cannot be seen: ${seen.why} ${way}.`);
}

interface StartOfWake {
  readonly stop: string;
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
  readonly identity: RepositoryIdentity;
}

function orderOf(
  { serverUrl, token }: LiveRepository,
  { goal, reason, minutes, cancel }: ManualWakeOrder,
  { stop, now, identity }: StartOfWake,
): WakeOrder {
  const { openaiBaseUrl, openaiModel } = environment();
  const id = `by-hand-${isoTime(now).replace(/[-:]/g, '')}-${systemRandom().nonce().slice(0, 6)}`;
  return {
    wake: { id, url: null },
    repository: identity.name,
    repositoryId: identity.id ?? undefined,
    serverUrl,
    trigger: {
      kind: 'person',
      by: loginName(),
      reason: reason ?? 'the command wake',
      goals: goal === null ? [] : [goal],
    },
    stop,
    model: { baseUrl: openaiBaseUrl || null, model: openaiModel || null },
    minutes,
    cancel,
    secrets: [...environmentSecrets(), tokenPassword(token)],
  };
}
