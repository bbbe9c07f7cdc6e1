import { mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { childEnvironment, systemClock } from '../../adapters/runner.ts';
import { openSandbox } from '../../adapters/sandbox.ts';
import { Halt } from '../../core/ending.ts';
import type { GitHub, Issues, Log, ModelProvider, Subjects, World } from '../../ports.ts';
import { REMOTE_TEXTS } from '../../report/terminal/command-texts.ts';
import { type OpenWorld, openWorld } from './open-world.ts';
import type { RehearsalFolder } from './rehearsal-folder.ts';
import type { RehearsalGitHub } from './rehearsal-github.ts';

export interface WakeDependencies {
  readonly wake: string;
  /** How far the rehearsal's clock is ahead, ms. */
  readonly offsetMs: number;
  readonly log: Log;
  readonly model: ModelProvider;
  readonly github: RehearsalGitHub;
  readonly stateBranch: string;
}

/** The world of one rehearsed wake, as on a runner: GitHub is reached over HTTP. */
export async function openRehearsalWorld(
  rehearsal: RehearsalFolder,
  dependencies: WakeDependencies,
): Promise<OpenWorld> {
  const folder = join(rehearsal.home.work, dependencies.wake);
  await mkdir(folder, { recursive: true });
  const clock = systemClock({ offsetMs: dependencies.offsetMs });
  const environment = childEnvironment();
  const { remote, extraHeader } = dependencies.github;
  return openWorld(
    {
      folder,
      remote,
      extraHeader,
      environment,
      stateBranch: dependencies.stateBranch,
      defaultBranch: rehearsal.source.branch,
    },
    {
      clock,
      log: dependencies.log,
      sandbox: openSandbox({ clock, environment, path: environment['PATH'] ?? '' }),
      ...dependencies.github.open(clock),
      model: dependencies.model,
    },
  );
}

/** A world for looking at a remote's state branch, or setting a stop on it: no model, no sandbox, and no GitHub unless it is given. */
export async function openReadingWorld(
  remote: string,
  stateBranch: string,
  ports: Partial<Pick<World, 'github' | 'issues' | 'subjects' | 'sandbox' | 'clock'>> = {},
): Promise<OpenWorld> {
  const folder = await mkdtemp(join(tmpdir(), 'wakeful-read-'));
  return openWorld(
    { folder, remote, environment: childEnvironment(), stateBranch },
    {
      clock: systemClock({ offsetMs: 0 }),
      log: { line: () => {}, progress: () => {} },
      sandbox: { reasonUnavailable: async () => REMOTE_TEXTS.readsOnly, run: notHere },
      github: absentGitHub(),
      issues: absentIssues(),
      subjects: absentSubjects(),
      model: { name: (settings) => settings.model, open: notHere },
      ...ports,
    },
  );
}

function notHere(): Promise<never> {
  return Promise.reject(new Halt('unexpected', REMOTE_TEXTS.readsOnly));
}

export function absentGitHub(): GitHub {
  return {
    requestTimeoutMs: 0,
    findDrafts: notHere,
    createDraft: notHere,
    updateDraft: notHere,
    closeDraft: notHere,
    branchRules: notHere,
    bindingRules: async () => [],
    lastWords: notHere,
    listAlertIssues: notHere,
    openAlertIssue: notHere,
    updateAlertIssue: notHere,
    closeAlertIssue: notHere,
    wakeState: async () => 'unknown',
    serverTime: async () => null,
    isDisabled: async () => false,
  };
}

export function absentSubjects(): Subjects {
  return {
    ...{ failedRuns: notHere, readRun: notHere, newestRelease: notHere },
    ...{ pulls: notHere, readPull: notHere, pullFiles: notHere },
  };
}

export function absentIssues(): Issues {
  return {
    list: async () => [],
    read: async () => null,
    labelNames: async () => [],
    comment: notHere,
    label: notHere,
    unlabel: notHere,
    findOpened: notHere,
    open: notHere,
    listOpened: async () => [],
    readOpened: async () => null,
    change: notHere,
  };
}
