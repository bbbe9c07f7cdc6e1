import type { AdoptionFacts } from '../../core/progress/adopted-state.ts';
import type { WorkRequest } from '../../core/request.ts';
import { STOP_VARIABLE, stopReason } from '../../core/stop.ts';
import { count, listWords } from '../words/sentences.ts';

/** What a person who asks for something is told. */
export const REQUEST_TEXTS = {
  repeated: 'The command of this comment was carried out before, so nothing was done now.',
  taken: {
    run: (goal) => `The request to run ${goal} is stored. The next run serves it first.`,
    pause: (goal) => `The goal ${goal} is paused until it is resumed.`,
    resume: (goal) => `The goal ${goal} is no longer paused. What led to the pause is counted from zero.`,
  } satisfies Readonly<Record<WorkRequest['kind'], (goal: string) => string>>,
  askedToYield: (run: string) => `Run ${run} is working on the goal and was asked to give way.`,
  agentIsStopped: (stop: string) => `The agent is stopped: ${stopReason(stop)}.`,
  stoppedByVariable: (reason: string) => `The agent is stopped by ${STOP_VARIABLE}: ${reason}.`,
  isDisabled: (file: string) => `${file} says enabled: false.`,
  tooMany: (most: number) =>
    `${most} requests are waiting already. No more are stored until a run has served some.`,
  notPaused: (goal: string) => `The goal ${goal} is not paused.`,
  didYouMean: (near: string) => `Did you mean ${near}?`,
  thereAre: (goals: readonly string[]) =>
    goals.length === 0 ? 'There are no goals.' : `The goals are: ${goals.join(', ')}.`,
  /** One run is asked for; the text is the reason that GitHub shows. */
  runReason: (by: string, goal: string) => `${by} asked for ${goal}`,
  runStarted: 'GitHub was asked to start one.',
  runNotStarted: (why: string) =>
    `No run could be started for it, so the next scheduled run serves it: ${why}`,
  /** For the commit message. */
  stored: (kind: WorkRequest['kind'], by: string) => `${kind}, asked for by ${by}`,
} as const;

/** What the author of a comment is told, or why nobody is. */
export const COMMENT_TEXTS = {
  tooLate:
    'The repository could not be reached in time. The status page shows whether it was done; if not, write the comment again.',
  reason: (issue: number) => `a comment on #${issue}`,
  unreadable: (why: string) => `The comment cannot be read: ${why}`,
  notForAgent: 'The comment is not for the agent.',
  notNew: (action: string) => `A comment that was ${action} is not a command. Write a new one.`,
  noAuthor: 'The account that wrote the comment no longer exists.',
  bot: (author: string) => `${author} is a bot, and bots give no commands.`,
  ownComment: 'The agent itself wrote the comment.',
  permissionHidden: (author: string) =>
    `What ${author} may do here cannot be seen, so the command is refused.`,
  mayNotWrite: (author: string) => `${author} may not write in the repository, so the command is refused.`,
  notAnswered: (why: string) => `The answer could not be given: ${why}`,
} as const;

/** What `migrate` found. */
export const MIGRATE_TEXTS = {
  noBranch: 'There is no state branch yet, so there is nothing to migrate.',
  held: (goals: readonly string[]) =>
    `A run is working on ${listWords(goals)}. Wait until it has ended, then migrate.`,
  upToDate: (version: number) =>
    `All files have version ${version}, the only one there is. There is nothing to do.`,
  noVersion: (path: string) =>
    `${path} names no version. Restore its last good version from the history of the state branch.`,
  newer: (path: string, version: number, known: number) =>
    `${path} has version ${version}. This program knows only version ${known}: use a newer Wakeful, one that reads version ${version}.`,
  unknown: (path: string, version: number, known: number) =>
    `${path} has version ${version}, which no Wakeful ever wrote. This program knows only version ${known}: restore the file's last good version from the history of the state branch.`,
} as const;

export const ADOPT_TEXTS = {
  none: 'There is no state branch here, so there is nothing to adopt.',
  own: (repository: string) => `The state branch belongs to ${repository} already. There is nothing to do.`,
  preview: (facts: AdoptionFacts, here: string) =>
    [
      `The state branch belongs to ${facts.from}, this is ${here}. Nothing has been changed.`,
      `To adopt it means: the progress of ${count(facts.goals, 'goal')} and what was spent stay.`,
      `What lies in ${facts.from} stays there: ${count(facts.drafts, 'waiting draft')}, the issues of ${count(facts.alerts, 'alert')}, ${count(facts.requests, 'request')} and ${count(facts.locks, 'lock')}.`,
      'The agent of the other repository is not touched. To do it, add --yes.',
    ].join(' '),
  done: (from: string, here: string) =>
    `The state branch that came from ${from} belongs to ${here} now. The next run goes on from it.`,
  moved: 'Somebody else has changed the state branch meanwhile. Look again without --yes.',
  commit: 'adopt the state of another repository',
} as const;
