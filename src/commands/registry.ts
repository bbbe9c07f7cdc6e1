import type { Command } from './terminal/command.ts';

interface CommandEntry {
  readonly summary: string;
  readonly load: () => Promise<Command>;
}

/** Every command, loaded only when it is asked for. */
export const COMMANDS: Readonly<Record<string, CommandEntry>> = {
  init: {
    summary: 'put Wakeful on the repository of this clone, as one branch to look at',
    load: async () => (await import('./init.ts')).init,
  },
  update: {
    summary: 'bring what init has installed to the newest release, as one branch to look at',
    load: async () => (await import('./update.ts')).update,
  },
  uninstall: {
    summary: 'take Wakeful out of the repository of this clone',
    load: async () => (await import('./uninstall.ts')).uninstall,
  },
  rehearse: {
    summary: 'rehearse one run on this machine, with a stand-in for GitHub (the default)',
    load: async () => (await import('./rehearse.ts')).rehearse,
  },
  wake: {
    summary: 'do one real run from this machine, on the repository behind the remote',
    load: async () => (await import('./wake.ts')).wake,
  },
  status: {
    summary: 'show when it last ran, what is due next, what it spent, what needs you',
    load: async () => (await import('./status.ts')).status,
  },
  log: {
    summary: 'show what it did, line by line',
    load: async () => (await import('./log.ts')).log,
  },
  why: {
    summary: 'tell what led to a draft, a run, a goal, a due time or a task',
    load: async () => (await import('./why.ts')).why,
  },
  page: {
    summary: 'write a web page with all of it, for a browser',
    load: async () => (await import('./page.ts')).page,
  },
  goals: {
    summary: 'show the goals, when each is due next, and their limits',
    load: async () => (await import('./goals.ts')).goals,
  },
  show: {
    summary: 'show what one goal would do next, and what the model would be asked',
    load: async () => (await import('./show.ts')).show,
  },
  triggers: {
    summary: 'show everything that can start it',
    load: async () => (await import('./triggers.ts')).triggers,
  },
  validate: {
    summary: 'check goal and settings files for mistakes',
    load: async () => (await import('./validate.ts')).validate,
  },
  recipes: {
    summary: 'list goals that come with it for other repositories',
    load: async () => (await import('./recipes.ts')).recipes,
  },
  add: {
    summary: 'write one of these goals into the folder of goals',
    load: async () => (await import('./add.ts')).add,
  },
  run: {
    summary: 'ask for a goal: the next run works on it first',
    load: async () => (await import('./run.ts')).run,
  },
  pause: {
    summary: 'pause one goal',
    load: async () => (await import('./pause.ts')).pause,
  },
  stop: {
    summary: 'stop the agent, with a reason',
    load: async () => (await import('./stop.ts')).stop,
  },
  resume: {
    summary: 'let the agent, or a paused goal, run again',
    load: async () => (await import('./resume.ts')).resume,
  },
  doctor: {
    summary: 'check whether everything is set up, and say what to change',
    load: async () => (await import('./doctor.ts')).doctor,
  },
  adopt: {
    summary: 'take over the state that came with a copy or a fork',
    load: async () => (await import('./adopt.ts')).adopt,
  },
  migrate: {
    summary: 'check the version of the files on the state branch',
    load: async () => (await import('./migrate.ts')).migrate,
  },
};

export const DEFAULT_COMMAND = 'rehearse';
