import type { ThrottlingOptions } from '@octokit/plugin-throttling';
import type { Octokit } from '@octokit/rest';
import type { Clock } from '../../../ports.ts';

export type Fetch = (address: string, init: RequestInit) => Promise<Response>;

/** How fast requests may follow each other. */
export interface Pace {
  /** Before a request is repeated: this long, then 4 and 9 times as long, ms. */
  readonly retryMs: number;
  /** `spaced`: one at a time, a second apart, three where people are notified, as GitHub asks. */
  readonly writes: 'spaced' | 'at_once';
}

export interface ClientOptions {
  readonly apiUrl: string;
  readonly token: string;
  readonly clock: Clock;
  readonly pace?: Pace;
  readonly fetch: Fetch;
}

/** What rides along with each request. */
export interface HttpRequestFacts {
  readonly signal: AbortSignal;
  /** By the monotonic clock, ms. */
  readonly endsAt: number;
}

const PACE: Pace = { retryMs: 250, writes: 'spaced' };
const SILENT = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
/** Answers that stay the same. GitHub wants nobody to repeat what met a limit (403, 429) without the wait it names. */
const FINAL = [304, 400, 401, 403, 404, 405, 409, 410, 415, 422, 429, 451];
const RETRIES = 3;
/** After a wait that GitHub asked for. */
const LIMIT_RETRIES = 2;
const SECONDARY_LIMIT_SECONDS = 60;

export interface Clients {
  /** Keeps the distance between writes that GitHub asks for. */
  readonly paced: Octokit;
  /** For questions that are sent as a POST: they are no writes. */
  readonly unpaced: Octokit;
}

/** The packages are loaded here, with the first request. */
export async function loadClients(options: ClientOptions): Promise<Clients> {
  const [{ Octokit: Plain }, { retry }, { throttling }] = await Promise.all([
    import('@octokit/rest'),
    import('@octokit/plugin-retry'),
    import('@octokit/plugin-throttling'),
  ]);
  const Client = Plain.plugin(retry, throttling);
  const pace = options.pace ?? PACE;
  // A limit that does not say when it ends counts as over at once, and would be met again and again.
  const onLimit = (
    seconds: number,
    { request }: { readonly request?: object },
    _client: unknown,
    retries: number,
  ): boolean => retries < LIMIT_RETRIES && isInTime(seconds, request, options.clock);
  const usual = {
    baseUrl: options.apiUrl,
    auth: options.token,
    userAgent: 'wakeful',
    log: SILENT,
    request: { fetch: options.fetch },
    // A number of retries with a single request would override `doNotRetry`, so that only 0 may be given there.
    retry: { retries: RETRIES, doNotRetry: FINAL, retryAfterBaseValue: pace.retryMs },
  };
  const throttle = {
    onRateLimit: onLimit,
    onSecondaryRateLimit: onLimit,
    fallbackSecondaryRateRetryAfter: SECONDARY_LIMIT_SECONDS,
    // Calls wait for each other anyway, and each stop at a queue costs some milliseconds.
    global: AT_ONCE,
    ...(pace.writes === 'at_once' && { write: AT_ONCE, notifications: AT_ONCE }),
  };
  return {
    paced: new Client({ ...usual, throttle }),
    unpaced: new Client({ ...usual, throttle: { enabled: false } }),
  };
}

/** Whether a wait that GitHub asks for ends before the call has to. */
function isInTime(seconds: number, request: object | undefined, clock: Clock): boolean {
  const endsAt = request !== undefined && 'endsAt' in request ? request.endsAt : null;
  return typeof endsAt === 'number' && clock.monotonic() + seconds * 1000 < endsAt;
}

type RequestQueue = NonNullable<ThrottlingOptions['write']>;
type QueuedJob = (...values: readonly unknown[]) => unknown;

/** Stands where the throttling plugin keeps a queue, and lets everything through: the plugin calls nothing else of it. */
const AT_ONCE = {
  key: () => ({
    schedule: async (_options: unknown, job: QueuedJob, ...values: readonly unknown[]) => job(...values),
  }),
} as unknown as RequestQueue;
