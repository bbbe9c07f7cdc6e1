import { nearestName } from '../config/yaml/nearest-name.ts';
import {
  askToYield,
  leaseToYield,
  MOST_REQUESTS,
  runsNotBegun,
  withoutRequests,
  withRequest,
} from '../core/due/inbox.ts';
import { isServed, withServed } from '../core/health/served-comment.ts';
import type { LogEvent } from '../core/log/log-event.ts';
import { newCheckpoint } from '../core/progress/checkpoint.ts';
import { newRequest, type WorkRequest } from '../core/request.ts';
import { STATE_VERSION, type State } from '../core/state.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { openLedger } from '../ledger/open-ledger.ts';
import type { GoalSnapshot } from '../ledger/snapshot.ts';
import { noGoalWords } from '../report/log/request-lines.ts';
import { REQUEST_TEXTS } from '../report/oversight/request-texts.ts';
import { sentence } from '../report/words/sentences.ts';
import { answerLine, changeFor, reasonNoGoal } from '../wake/inbox/settle.ts';
import { type CommandAnswer, type PersonContext, REPEATED, readForPerson } from './command-context.ts';

export interface PersonRequest {
  readonly kind: WorkRequest['kind'];
  readonly goal: string;
  /** Login of the person. */
  readonly by: string;
  /** Empty: none was given. */
  readonly reason: string;
}

/**
 * Takes a person's request by one commit on the state branch. A run is stored until a wake has served it; a pause or a
 * resume is done by the same commit. An autonomous wake that holds the goal is asked, in this commit, to give way.
 */
export async function takeRequest(place: PersonContext, request: PersonRequest): Promise<RequestAnswer> {
  const { world, signal, comment } = place;
  const { tip, branch, snapshot, facts } = await readForPerson(place, request.by);
  const ledger = await openLedger(facts, tip, signal);
  if (isServed(ledger.state.status, comment)) return { ...REPEATED, wakeOn: null };
  const refusal = whyRefused(snapshot, ledger.state, request);
  if (refusal !== null) return { isDone: false, detail: refusal, wakeOn: null };
  const now = world.clock.now();
  const asked = { ...request, origin: 'person', now, nonce: world.random.nonce(), comment } as const;
  const besides = await store(place, ledger, newRequest(asked, STATE_VERSION));
  const detail = [REQUEST_TEXTS.taken[request.kind](request.goal), ...besides].join(' ');
  const isRun = request.kind === 'run' && ledger.state.stop === null;
  return { isDone: true, detail, besides, wakeOn: isRun ? branch : null };
}

export interface RequestAnswer extends CommandAnswer {
  /** Set when a wake would serve it now: the default branch. */
  readonly wakeOn: string | null;
}

function whyRefused(snapshot: GoalSnapshot, state: State, { kind, goal: id }: PersonRequest): string | null {
  const goal = snapshot.goals.find((each) => each.id === id);
  const isKnown = goal !== undefined || (kind !== 'run' && Object.hasOwn(state.checkpoints, id));
  if (!isKnown) return `${sentence(noGoalWords(reasonNoGoal(snapshot, id)))} ${meant(snapshot, id)}`;
  if (kind === 'run' && goal?.enabled === false) return REQUEST_TEXTS.isDisabled(goal.file);
  if (kind === 'run' && Object.keys(state.requests).length >= MOST_REQUESTS)
    return REQUEST_TEXTS.tooMany(MOST_REQUESTS);
  const pause = state.checkpoints[id]?.pause ?? null;
  return kind === 'resume' && pause === null ? REQUEST_TEXTS.notPaused(id) : null;
}

function meant({ goals }: GoalSnapshot, id: string): string {
  const ids = goals.map((goal) => goal.id);
  const near = nearestName(id, ids);
  return near === null || near === id ? REQUEST_TEXTS.thereAre(ids) : REQUEST_TEXTS.didYouMean(near);
}

/** Returns what is to be said about it besides. */
async function store(place: PersonContext, ledger: Ledger, request: WorkRequest): Promise<readonly string[]> {
  const { comment } = place;
  let holder: string | null = null;
  let overruled: readonly WorkRequest[] = [];
  await ledger.commit(
    {
      apply: (state) => {
        holder = request.kind === 'resume' ? null : (leaseToYield(state, request.goal)?.wake ?? null);
        overruled = overruledBy(request, state);
        return withServed(applied(state, request), comment);
      },
      describe: () => ({
        goal: request.goal,
        what: REQUEST_TEXTS.stored(request.kind, request.by),
        epoch: null,
        step: null,
      }),
      events: () => [...linesOf(request), ...overruled.map((run) => overruledLine(run, request))],
      isIn: (state) => (comment === undefined ? isDone(state, request) : isServed(state.status, comment)),
    },
    place.signal,
  );
  const { stop } = ledger.state;
  return [
    ...(holder === null ? [] : [REQUEST_TEXTS.askedToYield(holder)]),
    ...(stop === null ? [] : [REQUEST_TEXTS.agentIsStopped(stop)]),
  ];
}

function applied(state: State, request: WorkRequest): State {
  if (request.kind === 'run') return askToYield(withRequest(state, request), request);
  const before = state.checkpoints[request.goal] ?? newCheckpoint(request.goal);
  const checkpoints = { ...state.checkpoints, [request.goal]: changeFor(request)(before) };
  const after = { ...state, checkpoints };
  if (request.kind !== 'pause') return after;
  const ids = overruledBy(request, state).map(({ id }) => id);
  return askToYield(withoutRequests(after, ids), request);
}

/** The newest word counts: a run that was asked for before the pause would lift it. */
function overruledBy({ kind, goal }: WorkRequest, state: State): readonly WorkRequest[] {
  return kind === 'pause' ? runsNotBegun(state, goal) : [];
}

function overruledLine(run: WorkRequest, { by }: WorkRequest): LogEvent {
  return answerLine(run, { kind: 'overruled', by });
}

/** For an answer that was lost: a state from the remote that holds the request, or what it asked for. */
function isDone(state: State, request: WorkRequest): boolean {
  const checkpoint = state.checkpoints[request.goal];
  switch (request.kind) {
    case 'run':
      return state.requests[request.id] !== undefined;
    case 'pause':
      return checkpoint?.pause?.by === request.by && runsNotBegun(state, request.goal).length === 0;
    case 'resume':
      return (checkpoint?.pause ?? null) === null;
  }
}

function linesOf(request: WorkRequest): readonly LogEvent[] {
  const { goal, by, reason } = request;
  switch (request.kind) {
    case 'run':
      return [{ event: 'request_stored', goal, what: { kind: 'person', request } }];
    case 'pause':
      return [
        { event: 'goal_paused', goal, by, reason },
        { event: 'request_served', goal, request, outcome: { kind: 'paused' }, isRoutine: true },
      ];
    case 'resume':
      return [
        { event: 'goal_resumed', goal, because: { kind: 'resumed', by, reason } },
        { event: 'request_served', goal, request, outcome: { kind: 'resumed' }, isRoutine: true },
      ];
  }
}
