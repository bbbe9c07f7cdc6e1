import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tokenHeader } from '../../adapters/git/git-environment.ts';
import { openGitHub } from '../../adapters/github/open-github.ts';
import { createOpenAiModels } from '../../adapters/openai-model.ts';
import { childEnvironment, systemClock } from '../../adapters/runner.ts';
import { openSandbox } from '../../adapters/sandbox.ts';
import type { Control, Log } from '../../ports.ts';
import { type OpenWorld, openWorld } from './open-world.ts';

/** A repository on github.com or a server of its kind, and what opens it. */
export interface LiveRepository {
  /** What people open, e.g. `https://github.com`; git is below it. */
  readonly serverUrl: string;
  /** Base of the REST API. */
  readonly apiUrl: string;
  /** `owner/name`. */
  readonly repository: string;
  readonly token: string;
  /** Pushes and opens drafts in its place; missing or null: there is none. */
  readonly draftToken?: string | null;
  /** Null: git is asked. */
  readonly defaultBranch: string | null;
  /** Its size, where it is known. */
  readonly kilobytes: number | null;
  /** File below `.github/workflows/` that this runs in; null: in none. */
  readonly workflow: string | null;
}

export interface LiveDependencies {
  readonly log: Log;
  /** Null: none. */
  readonly openaiKey: string | null;
  /** Where folders for one wake are made; null: where the system has them. */
  readonly temp: string | null;
}

/** So much is fetched sooner as a whole than by a second question. */
const SMALL_KILOBYTES = 5_000;

export interface LiveWorld extends OpenWorld {
  readonly control: Control;
}

/** The real world of one wake. Nothing heavy is loaded yet. */
export async function openLiveWorld(
  live: LiveRepository,
  dependencies: LiveDependencies,
): Promise<LiveWorld> {
  const folder = await mkdtemp(join(dependencies.temp ?? tmpdir(), 'wakeful-'));
  const environment = childEnvironment();
  const clock = systemClock({ offsetMs: 0 });
  const { serverUrl, repository, token, draftToken, defaultBranch, kilobytes } = live;
  const { github, issues, subjects, control } = openGitHub({ ...live, actor: null, clock });
  const opened = await openWorld(
    {
      folder,
      remote: `${serverUrl}/${repository}.git`,
      extraHeader: tokenHeader(draftToken ?? token),
      environment,
      stateBranch: null,
      defaultBranch,
      isWhole: kilobytes !== null && kilobytes <= SMALL_KILOBYTES,
    },
    {
      clock,
      log: dependencies.log,
      sandbox: openSandbox({ clock, environment, path: environment['PATH'] ?? '' }),
      github,
      issues,
      subjects,
      model: createOpenAiModels({ key: dependencies.openaiKey }),
    },
  );
  return { ...opened, control };
}
