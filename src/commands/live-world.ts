import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openGitWorld } from '../adapters/git/git-world.ts';
import { tokenHeader } from '../adapters/git/token-header.ts';
import { openGitHub } from '../adapters/github/open-github.ts';
import { createOpenAiModels } from '../adapters/openai-model.ts';
import { childEnvironment, systemClock, systemRandom } from '../adapters/runner.ts';
import { openSandbox } from '../adapters/sandbox.ts';
import type { Control, Log, World } from '../ports.ts';

/** A repository on github.com or a server of its kind, and what opens it. */
export interface LiveRepository {
  /** What people open, e.g. `https://github.com`; git is below it. */
  readonly serverUrl: string;
  /** Base of the REST API. */
  readonly apiUrl: string;
  /** `owner/name`. */
  readonly repository: string;
  readonly token: string;
  /** Null: git is asked. */
  readonly defaultBranch: string | null;
  /** File below `.github/workflows/` that this runs in; null: in none. */
  readonly workflow: string | null;
}

export interface LiveDoors {
  readonly log: Log;
  /** Null: none. */
  readonly openaiKey: string | null;
  /** Where folders for one wake are made; null: where the system has them. */
  readonly temp: string | null;
}

export interface LiveWorld {
  readonly world: World;
  readonly control: Control;
  /** Removes everything from the disk. Never throws. */
  close(): Promise<void>;
}

/** The real world of one wake. Nothing is fetched or asked yet, and nothing heavy is loaded. */
export async function openLiveWorld(live: LiveRepository, doors: LiveDoors): Promise<LiveWorld> {
  const folder = await mkdtemp(join(doors.temp ?? tmpdir(), 'wakeful-'));
  const environment = childEnvironment();
  const clock = systemClock({ offsetMs: 0 });
  const { serverUrl, repository, token, defaultBranch } = live;
  const git = await openGitWorld({
    folder,
    remote: `${serverUrl}/${repository}.git`,
    extraHeader: tokenHeader(token),
    environment,
    stateBranch: null,
    defaultBranch,
  });
  const { github, issues, control } = openGitHub({ ...live, actor: null, clock });
  const world: World = {
    clock,
    random: systemRandom(),
    log: doors.log,
    state: git.state,
    workspace: git.workspace,
    sandbox: openSandbox({ clock, path: environment['PATH'] ?? '' }),
    github,
    issues,
    model: createOpenAiModels({ key: doors.openaiKey }),
  };
  // What cannot be removed is no reason to call anybody: a runner empties the place after the job.
  const close = async (): Promise<void> => {
    await git.close().catch(() => undefined);
    await rm(folder, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
  };
  return { world, control, close };
}
