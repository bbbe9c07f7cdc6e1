import type { LogEvent } from '../../core/log/log-event.ts';
import type { NoSuchGoal, NotServed } from '../../core/log/oversight-events.ts';
import type { WorkRequest } from '../../core/request.ts';
import { endingWords } from '../words/ending-words.ts';
import { fullStop, listWords, sentence } from '../words/sentences.ts';
import type { Wordings } from './wording.ts';

type Asked = Pick<WorkRequest, 'kind' | 'goal' | 'origin' | 'by' | 'reason'>;

export const REQUEST_LINES: Wordings<'request_stored' | 'request_served' | 'request_answered'> = {
  request_stored: {
    message: storedWords,
    data: ({ what }) => (what.kind === 'person' ? { request: what.request.id } : { requests: what.requests }),
  },
  request_served: {
    message: ({ request, outcome }) => {
      const result =
        outcome.kind === 'ran'
          ? `The run has ended: ${endingWords(outcome.ending)}`
          : `The goal is ${outcome.kind}`;
      return `${askedWords(request)}. ${result}.`;
    },
    data: ({ request, outcome }) => ({
      request: request.id,
      ...(outcome.kind === 'ran' ? { ending: outcome.ending } : {}),
    }),
  },
  request_answered: {
    message: ({ request, why }) => `${askedWords(request)}, but that cannot be done: ${notServedWords(why)}`,
    data: ({ request }) => ({ request: request.id }),
  },
};

function storedWords({ what }: LogEvent<'request_stored'>): string {
  return what.kind === 'person'
    ? `${askedWords(what.request)}. The next run does it.`
    : `The event ${what.by} makes ${listWords(what.goals)} due.`;
}

/** `octocat asked to run docs-index (a release is near)`. */
function askedWords({ origin, by, kind, goal, reason }: Asked): string {
  if (origin === 'event') return `The event ${by} made ${goal} due`;
  return `${by} asked to ${kind} ${goal}${reason === '' ? '' : ` (${reason})`}`;
}

/** Why a request cannot be served: one or two sentences, to go on after a colon. */
function notServedWords(why: NotServed): string {
  switch (why.kind) {
    case 'not_paused':
      return 'the goal is not paused.';
    case 'paused':
      return fullStop(`the goal is paused: ${why.reason}`);
    case 'disabled':
      return `${why.file} says enabled: false.`;
    case 'overruled':
      return `${why.by} paused the goal in the meantime.`;
    case 'run_ended':
      return `${endingWords(why.ending)}. ${sentence(why.detail)}`.trim();
    case 'unknown_goal':
    case 'bad_file':
      return noGoalWords(why);
  }
}

/** Why there is no such goal, to go on after a colon. */
export function noGoalWords(why: NoSuchGoal): string {
  return why.kind === 'unknown_goal' ? `there is no goal ${why.id}.` : `${why.file} is not valid.`;
}
