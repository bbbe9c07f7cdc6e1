import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { isoTime } from '../../core/time.ts';
import type { Clock, ServeGit } from '../../ports.ts';
import type { RunGit } from '../run-git.ts';
import { API_PATH, openApi } from './api-context.ts';
import { gitRoute, greeter } from './git/git-bridge.ts';
import { takeGit } from './git/git-context.ts';
import { writeWorkflowGuard } from './git/workflow-guard.ts';
import type { Token } from './http/access.ts';
import type { Exchange } from './http/exchange.ts';
import { type FaultPlan, NO_FAULTS } from './http/faults.ts';
import { closeServer, listen } from './http/http.ts';
import { isLogAddress, sendLog } from './http/log-address.ts';
import { RateLimit } from './http/rate-limit.ts';
import { openBranches, remembering } from './records/branches.ts';
import { openRuns, type Runs } from './records/runs.ts';
import type { Site } from './records/site.ts';
import { openStore } from './records/store.ts';
import { jobWith } from './shapes/check-run.ts';
import { openTurns } from './turns.ts';

export interface StandInOptions {
  /** Where drafts, issues, runs and settings are kept. */
  readonly folder: string;
  /** The bare repository behind it. */
  readonly origin: string;
  /** `owner/name`. */
  readonly repository: string;
  /** Names that it had before, `owner/name`: who asks for them is sent on. None unless given. */
  readonly formerly?: readonly string[];
  readonly clock: Clock;
  readonly git: RunGit;
  readonly serveGit: ServeGit;
  /** By secret; whoever shows none of them is turned away. */
  readonly tokens: Readonly<Record<string, Token>>;
  /** Is told of every request and its answer. */
  readonly observe?: (exchange: Exchange) => void;
  /** What goes wrong; nothing unless given. */
  readonly faults?: FaultPlan;
  /** Requests that count for this hour; none so far unless given. */
  readonly rates?: RateLimit;
}

/** A stand-in for GitHub on the loopback, with one repository. */
export interface StandIn {
  /** E.g. `http://127.0.0.1:4567`. */
  readonly serverUrl: string;
  /** REST, where GitHub Enterprise Server has it: `http://127.0.0.1:4567/api/v3`. */
  readonly apiUrl: string;
  /** For git: `http://127.0.0.1:4567/<owner>/<name>.git`. */
  readonly gitUrl: string;
  readonly runs: Runs;
  /** How many requests have arrived so far. */
  arrivals(): number;
  /** Does something at the site as a person would, between two requests. */
  act<T>(deed: (site: Site) => Promise<T>): Promise<T>;
  /** What a job finds in `vars`: the repository's variable, else the organisation's; null: not set. */
  variable(name: string): Promise<string | null>;
  close(): Promise<void>;
}

export async function startStandIn(options: StandInOptions): Promise<StandIn> {
  const end = new AbortController();
  const { faults = NO_FAULTS, rates = new RateLimit() } = options;
  // REST and persons change files step by step: one at a time.
  const inTurn = openTurns();
  const { listener, attach } = lateListener();
  const server = createServer(listener);
  const serverUrl = `http://127.0.0.1:${await listen(server)}`;
  const openSite = siteOpener(options, serverUrl, end.signal);
  const git = { serve: options.serveGit, origin: options.origin, signal: end.signal };
  const hooks = once(() => writeWorkflowGuard(options.folder));
  const context = { ...options, ...git, greeting: greeter(git), hooks, openSite, inTurn, faults, rates };
  const takeApi = openApi(context);
  const act = <T>(deed: (site: Site) => Promise<T>): Promise<T> => inTurn(() => deed(openSite()));
  const logOf = (job: number) => act(async ({ store }) => jobWith(await store.checks(), job)?.log ?? null);
  let arrivals = 0;
  attach((request, response) => {
    arrivals += 1;
    const method = request.method ?? 'GET';
    const url = new URL(request.url ?? '/', serverUrl);
    const incoming = { request, response, method, url };
    const route = gitRoute(method, url);
    const other = () => (isLogAddress(url) ? sendLog(incoming, logOf) : takeApi(incoming));
    const taken = route === null ? other() : takeGit(context, incoming, route);
    // The caller went away, or the stand-in was closed.
    taken.catch(() => response.destroy());
  });
  return {
    serverUrl,
    apiUrl: `${serverUrl}${API_PATH}`,
    gitUrl: `${serverUrl}/${options.repository}.git`,
    runs: openSite().runs,
    arrivals: () => arrivals,
    act,
    variable: (name) =>
      act(async ({ store }) => {
        const { variables, organization_variables } = await store.settings();
        return (variables[name] ?? organization_variables[name])?.value ?? null;
      }),
    async close() {
      end.abort(new Error('the stand-in is closed'));
      await closeServer(server);
    },
  };
}

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

/** The addresses are known once the server listens; nobody asks before that. */
function lateListener(): { readonly listener: Listener; readonly attach: (listener: Listener) => void } {
  let attached: Listener = (_, response) => response.destroy();
  return {
    listener: (request, response) => attached(request, response),
    attach: (listener) => {
      attached = listener;
    },
  };
}

function once<T>(act: () => T): () => T {
  let done: { readonly value: T } | null = null;
  return () => {
    done ??= { value: act() };
    return done.value;
  };
}

/** Each request, and each deed of a person, sees the branches as they are when it begins. */
function siteOpener(options: StandInOptions, serverUrl: string, signal: AbortSignal): () => Site {
  const { folder, clock, formerly = [] } = options;
  const [owner = '', name = ''] = options.repository.split('/');
  const now = (): string => isoTime(clock.now());
  const all = openBranches(options.git, options.origin, signal);
  const runs = openRuns(`${folder}/runs`);
  return () => {
    const branches = remembering(all);
    const store = openStore({ folder, branches, now });
    return {
      owner,
      name,
      serverUrl,
      apiUrl: `${serverUrl}${API_PATH}`,
      store,
      branches,
      runs,
      now,
      formerly,
    };
  };
}
