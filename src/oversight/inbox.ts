import { nearestName } from '../config/yaml/nearest-name.ts';
import { leaseToYield } from '../core/due/inbox.ts';
import { isServed, withServed } from '../core/health/served-comment.ts';
import { newRequest, type WorkRequest } from '../core/request.ts';
import { STATE_VERSION } from '../core/state.ts';
import {
  isTaken,
  overruledBy,
  personRequestLines,
  type RequestRefusal,
  reasonToRefuse,
  withPersonRequest,
} from '../core/work/person-request.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { openLedger } from '../ledger/open-ledger.ts';
import { type GoalSnapshot, requestedGoal } from '../ledger/snapshot.ts';
import { noGoalWords } from '../report/log/request-lines.ts';
import { REQUEST_TEXTS } from '../report/oversight/request-texts.ts';
import { PAUSE_REASONS } from '../report/words/pause-reasons.ts';
import { sentence } from '../report/words/sentences.ts';
import {
  type CommandAnswer,
  maskedAnswer,
  type PersonContext,
  REPEATED,
  readForPerson,
} from './command-context.ts';

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
export async function takeRequest(context: PersonContext, request: PersonRequest): Promise<RequestAnswer> {
  const { world, signal, source } = context;
  const { tip, branch, snapshot, facts } = await readForPerson(context, request.by);
  const ledger = await openLedger(facts, tip, signal);
  if (isServed(ledger.state.status, source)) return { ...REPEATED, wakeOn: null };
  const { state } = ledger;
  const requested = requestedGoal(snapshot, state, request.goal);
  const refusal = reasonToRefuse(request, requested, Object.keys(state.requests).length);
  if (refusal !== null)
    return maskedAnswer(
      { isDone: false, detail: refusalWords(refusal, request, snapshot), wakeOn: null },
      facts.mask,
    );
  const now = world.clock.now();
  const asked = { ...request, origin: 'person', now, nonce: world.random.nonce(), source } as const;
  const besides = await store(context, ledger, newRequest(asked, STATE_VERSION));
  const detail = [REQUEST_TEXTS.taken[request.kind](request.goal), ...besides].join(' ');
  const isRun = request.kind === 'run' && ledger.state.stop === null;
  return maskedAnswer({ isDone: true, detail, besides, wakeOn: isRun ? branch : null }, facts.mask);
}

export interface RequestAnswer extends CommandAnswer {
  /** Set when a wake would serve it now: the default branch. */
  readonly wakeOn: string | null;
}

function refusalWords(refusal: RequestRefusal, { goal: id }: PersonRequest, snapshot: GoalSnapshot): string {
  switch (refusal.kind) {
    case 'disabled':
      return REQUEST_TEXTS.isDisabled(refusal.file);
    case 'too_many':
      return REQUEST_TEXTS.tooMany(refusal.waiting);
    case 'not_paused':
      return REQUEST_TEXTS.notPaused(id);
    case 'unknown_goal':
    case 'bad_file':
      return `${sentence(noGoalWords(refusal))} ${meant(snapshot, id)}`;
  }
}

function meant({ goals }: GoalSnapshot, id: string): string {
  const ids = goals.map((goal) => goal.id);
  const near = nearestName(id, ids);
  return near === null || near === id ? REQUEST_TEXTS.thereAre(ids) : REQUEST_TEXTS.didYouMean(near);
}

/** Returns what is to be said about it besides. */
async function store(
  context: PersonContext,
  ledger: Ledger,
  request: WorkRequest,
): Promise<readonly string[]> {
  const { source } = context;
  let holder: string | null = null;
  let overruled: readonly WorkRequest[] = [];
  await ledger.commit(
    {
      apply: (state) => {
        holder = request.kind === 'resume' ? null : (leaseToYield(state, request.goal)?.wake ?? null);
        overruled = overruledBy(request, state);
        return withServed(withPersonRequest(state, request, PAUSE_REASONS.askedFor), source);
      },
      describe: () => ({
        goal: request.goal,
        what: REQUEST_TEXTS.stored(request.kind, request.by),
        epoch: null,
        step: null,
      }),
      events: () => personRequestLines(request, overruled),
      isIn: (state) => (source === undefined ? isTaken(state, request) : isServed(state.status, source)),
    },
    context.signal,
  );
  const { stop } = ledger.state;
  return [
    ...(holder === null ? [] : [REQUEST_TEXTS.askedToYield(holder)]),
    ...(stop === null ? [] : [REQUEST_TEXTS.agentIsStopped(stop)]),
  ];
}
