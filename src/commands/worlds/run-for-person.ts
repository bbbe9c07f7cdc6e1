import { environmentSecrets, systemClock } from '../../adapters/runner.ts';
import { repositoryAddress } from '../../config/github/repository-address.ts';
import type { CommandAnswer, ControlContext } from '../../oversight/command-context.ts';
import { switchText } from '../../report/on-github/switch-text.ts';
import { EXIT_NEEDS_PERSON, print, type Terminal, writeJson } from '../terminal/command.ts';
import { terminalAt } from '../terminal/terminal-at.ts';
import { identityOf, openGitHubAccess } from './github-access.ts';
import { findStateRemote } from './state-remote.ts';
import { openReadingWorld } from './world.ts';

export interface PersonCall {
  readonly terminal: Terminal;
  readonly options: { readonly remote: string | null; readonly repo: string | null; readonly json: boolean };
}

/** Does something to the agent that the options choose, and tells what became of it. */
export async function runForPerson(
  { terminal, options }: PersonCall,
  act: (context: ControlContext) => Promise<CommandAnswer>,
): Promise<number> {
  const signal = new AbortController().signal;
  const remote = await findStateRemote(terminal.folder, options, signal);
  const reading = await openReadingWorld(remote.address, remote.settings.stateBranch);
  const world = { ...reading.world, clock: systemClock({ offsetMs: remote.offsetMs }) };
  const { repository, sentence: source } = remote;
  const serverUrl = repositoryAddress(remote.address)?.serverUrl;
  const secrets = environmentSecrets();
  const github = await openGitHubAccess(remote);
  try {
    const { access } = github;
    const identity = await identityOf(access, { name: repository, id: null }, signal);
    const asked = { repository: identity.name, repositoryId: identity.id ?? undefined };
    const answer = await act({ world, ...asked, serverUrl, secrets, signal, access });
    const at = await terminalAt(terminal, remote.settings);
    if (options.json) writeJson(at, { source, ...shown(answer) });
    else print(at, `${source}\n${words(answer)}\n`);
    return answer.isDone ? 0 : EXIT_NEEDS_PERSON;
  } finally {
    await github.close();
    await reading.close();
  }
}

function words({ detail, parts }: CommandAnswer): string {
  return parts === undefined ? detail : switchText(parts);
}

/** What a program wants to know of an answer. */
function shown({ isDone, detail, parts }: CommandAnswer) {
  return { done: isDone, detail, ...(parts === undefined ? {} : { parts }) };
}
