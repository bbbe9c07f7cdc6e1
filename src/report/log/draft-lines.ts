import type { LogEvent } from '../../core/log/log-event.ts';
import { fullStop } from '../words/sentences.ts';
import type { Wordings } from './wording.ts';

type DraftEventName =
  | 'draft_opened'
  | 'draft_updated'
  | 'draft_found'
  | 'draft_behind'
  | 'draft_closed'
  | 'draft_merged'
  | 'draft_refused'
  | 'draft_taken_over'
  | 'draft_reopened'
  | 'work_found'
  | 'draft_aimed';

type OnGitHub = LogEvent<'draft_opened' | 'draft_updated' | 'draft_found' | 'draft_closed'>;
type Answered = LogEvent<'draft_merged' | 'draft_refused' | 'draft_taken_over' | 'draft_reopened'>;

export const DRAFT_LINES: Wordings<DraftEventName> = {
  draft_opened: {
    message: ({ draft, title }) => fullStop(`Opened draft #${draft}: ${title}`),
    data: onGitHub,
  },
  draft_updated: { message: ({ draft }) => `Draft #${draft} now shows the new work.`, data: onGitHub },
  draft_found: {
    message: ({ draft }) => `Draft #${draft} is already open and up to date.`,
    data: onGitHub,
  },
  draft_closed: {
    message: ({ draft }) =>
      `Closed draft #${draft}: a run that had lost its lock opened it beside the first one.`,
    data: onGitHub,
  },
  draft_behind: {
    message: ({ branch, base }) =>
      `${base} and ${branch} have changed the same places, so the work goes on without the newest ${base}. Merge ${base} into ${branch} by hand, or close its draft.`,
    data: ({ branch }) => ({ branch }),
  },
  draft_merged: {
    message: mergedWords,
    data: answered,
  },
  draft_refused: {
    message: ({ name, reason }) =>
      `Draft ${name} was closed without merging.${reason === undefined ? '' : ` The reason: ${fullStop(reason)}`} The same change will not be proposed again.`,
    data: answered,
  },
  draft_taken_over: {
    message: ({ name }) => `A person took over draft ${name}, so the agent leaves its branch alone.`,
    data: answered,
  },
  draft_reopened: {
    message: ({ name }) => `Draft ${name} was opened again, so it waits for an answer as before.`,
    data: answered,
  },
  draft_aimed: {
    message: ({ draft, from, to, isAimed }) =>
      isAimed
        ? `Draft #${draft} aims at ${to} now, which is the default branch instead of ${from}.`
        : `Draft #${draft} still aims at ${from}, because ${to}, the default branch now, does not hold what it is based on. Change its base by hand, or close it.`,
    data: ({ draft, from, to }) => ({ draft, from, to }),
  },
  work_found: {
    message: ({ branch }) =>
      `The branch ${branch} holds work of the agent that the state does not know, as after a return to an older state. The agent goes on from there.`,
    data: ({ branch }) => ({ branch }),
  },
};

function mergedWords({ name, nextBranch, landedIn }: LogEvent<'draft_merged'>): string {
  if (landedIn !== undefined)
    return `Draft ${name} was closed, and ${landedIn} holds its change, so it counts as merged.`;
  if (nextBranch === undefined) return `Draft ${name} was merged.`;
  return `Draft ${name} was merged before the last work reached it. That work goes on in ${nextBranch}.`;
}

function onGitHub({ draft, branch, url }: OnGitHub): Readonly<Record<string, unknown>> {
  return { draft, branch, url };
}

function answered({ branch, generation }: Answered): Readonly<Record<string, unknown>> {
  return { branch, generation };
}
