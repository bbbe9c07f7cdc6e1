import type { Command } from './command.ts';

interface Entry {
  readonly summary: string;
  readonly load: () => Promise<Command>;
}

/** Every command, loaded only when it is asked for. */
export const COMMANDS: Readonly<Record<string, Entry>> = {
  rehearse: {
    summary: 'run a whole wake here, against a stand-in for GitHub (the default)',
    load: async () => (await import('./rehearse.ts')).rehearse,
  },
  wake: {
    summary: 'run one real wake, here, on the repository behind the remote',
    load: async () => (await import('./wake.ts')).wake,
  },
  status: {
    summary: 'when it last ran, what it does next, what it has spent',
    load: async () => (await import('./status.ts')).status,
  },
  log: {
    summary: 'what it did, line by line',
    load: async () => (await import('./log.ts')).log,
  },
  goals: {
    summary: 'the goals, their next times and limits',
    load: async () => (await import('./goals.ts')).goals,
  },
  triggers: {
    summary: 'everything that can start it, and who that is',
    load: async () => (await import('./triggers.ts')).triggers,
  },
  validate: {
    summary: 'check goal and settings files',
    load: async () => (await import('./validate.ts')).validate,
  },
  run: {
    summary: 'ask for a goal: the next wake serves it first',
    load: async () => (await import('./run.ts')).run,
  },
  pause: {
    summary: 'let one goal rest',
    load: async () => (await import('./pause.ts')).pause,
  },
  stop: {
    summary: 'stop the agent, with a reason',
    load: async () => (await import('./stop.ts')).stop,
  },
  resume: {
    summary: 'let the agent, or one goal, run again',
    load: async () => (await import('./resume.ts')).resume,
  },
  doctor: {
    summary: 'is everything in order, and what would have to be changed',
    load: async () => (await import('./doctor.ts')).doctor,
  },
  migrate: {
    summary: 'bring the files of the state branch to the version of this program',
    load: async () => (await import('./migrate.ts')).migrate,
  },
};

export const DEFAULT_COMMAND = 'rehearse';
