import type { Ending } from '../core/ending.ts';
import type { ModelAnswer } from '../ports.ts';

export type HandledFault = Extract<ModelAnswer, { kind: 'fault' }>;

/** How often in a row something has gone wrong. A good answer sets all back to zero. */
export interface Tally {
  /** Server errors, timeouts, dropped and refused connections. */
  readonly failures: number;
  readonly rateLimits: number;
  /** Answers that could not be used: broken, empty, cut off, or without a call. */
  readonly useless: number;
}

export const NO_FAULTS: Tally = { failures: 0, rateLimits: 0, useless: 0 };

export type Reaction =
  | { readonly kind: 'wait'; readonly ms: number }
  | { readonly kind: 'tell'; readonly text: string }
  /** Another model answers from here on. */
  | { readonly kind: 'ask_again' }
  | { readonly kind: 'end'; readonly ending: Ending; readonly detail: string };

/** In a row; then the item ends. */
export const MOST_IN_A_ROW = 3;
/** Requests that come too fast are no calls of the model, so something else must end them. */
const MOST_RATE_LIMITS = 20;
const LONGEST_WAIT_SECONDS = 60;

export interface Circumstances {
  /** This fault included. */
  readonly tally: Tally;
  readonly secondsLeft: number;
  /** In [0, 1). */
  readonly fraction: number;
}

export function counted(tally: Tally, fault: HandledFault): Tally {
  switch (fault.fault) {
    case 'rate_limited':
      return { ...tally, rateLimits: tally.rateLimits + 1 };
    case 'malformed':
    case 'slip':
      return { ...tally, useless: tally.useless + 1 };
    default:
      return { ...tally, failures: tally.failures + 1 };
  }
}

/** What is done about a fault: wait and ask again, tell the model, or end. */
export function reactTo(fault: HandledFault, now: Circumstances): Reaction {
  switch (fault.fault) {
    case 'rate_limited':
      if (fault.retryAfter === null && OF_A_DAY.test(fault.detail))
        return end(`The model server answers no more for now, by a limit of its own: ${fault.detail}`);
      return now.tally.rateLimits < MOST_RATE_LIMITS
        ? waitOrEnd(fault, now.tally.rateLimits, now)
        : unavailable(fault, now);
    case 'server_error':
    case 'timeout':
    case 'dropped':
    case 'unreachable':
      return now.tally.failures < MOST_IN_A_ROW
        ? waitOrEnd(fault, now.tally.failures, now)
        : unavailable(fault, now);
    case 'malformed':
      return now.tally.useless < MOST_IN_A_ROW
        ? {
            kind: 'tell',
            text: `Your last answer could not be read (${fault.detail}). Answer again, by calling a tool.`,
          }
        : unavailable(fault, now);
    case 'slip':
      return now.tally.useless < MOST_IN_A_ROW
        ? { kind: 'tell', text: SLIP }
        : {
            kind: 'end',
            ending: 'no_progress',
            detail: `The model server could not read what the model wrote: ${fault.detail}`,
          };
    case 'replaced':
      return { kind: 'ask_again' };
    default:
      return lasting(fault.fault, fault.detail);
  }
}

/** Nothing that the model or time could change. */
function lasting(fault: keyof typeof LASTING, detail: string): Reaction {
  const { ending, words } = LASTING[fault];
  return { kind: 'end', ending, detail: `${words}: ${detail}` };
}

const LASTING = {
  refused_text: { ending: 'gave_up', words: 'The model server refused what it was sent about this task' },
  no_credit: { ending: 'model_unavailable', words: 'The credit at the model server is used up' },
  unknown_model: {
    ending: 'model_unavailable',
    words: 'The model server does not have the model of the settings',
  },
  key_refused: { ending: 'missing_key', words: 'The model server refused the key' },
  bad_request: { ending: 'model_unavailable', words: 'The model server refused the request' },
} as const satisfies Partial<Record<HandledFault['fault'], { ending: Ending; words: string }>>;

const SLIP =
  'Your last answer could not be read by the server. Answer again: one call of a tool, with its arguments as one JSON object.';

/** As long as the server says, from the second time on a second at least; else longer each time, with jitter; never when the time left is over before. */
function waitOrEnd(fault: HandledFault, times: number, { secondsLeft, fraction }: Circumstances): Reaction {
  const backoff = Math.min(LONGEST_WAIT_SECONDS, 2 ** (times - 1)) * (0.5 + fraction);
  // A server that says "at once" again and again does not mean it.
  const seconds = fault.retryAfter === null ? backoff : Math.max(fault.retryAfter, times > 1 ? 1 : 0);
  if (seconds < secondsLeft) return { kind: 'wait', ms: Math.ceil(seconds * 1000) };
  const left = `only ${Math.max(0, Math.floor(secondsLeft))} s are left`;
  const why =
    fault.retryAfter === null
      ? `The model server has failed ${times} times in a row, and ${left}, too few to wait longer`
      : `The model server asks to wait ${Math.ceil(seconds)} s and ${left}`;
  return end(`${why}: ${fault.detail}`);
}

/** Limits that minutes of waiting do not lift. */
const OF_A_DAY = /\b(?:per|a|each)[ _-]?(?:day|month)\b|\bdaily\b|\bmonthly\b/i;

function unavailable(fault: HandledFault, { tally }: Circumstances): Reaction {
  const times = Math.max(tally.failures, tally.useless, tally.rateLimits);
  if (fault.fault === 'rate_limited')
    return end(
      `The model server refused ${times} requests in a row by its limit of requests or tokens a minute, which is none of the goal's limits: ${fault.detail}`,
    );
  return end(
    `The model failed ${times} times in a row (${fault.fault.replaceAll('_', ' ')}): ${fault.detail}`,
  );
}

function end(detail: string): Reaction {
  return { kind: 'end', ending: 'model_unavailable', detail };
}
