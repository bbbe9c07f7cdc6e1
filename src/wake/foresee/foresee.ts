import { promptBytes } from '../../agent/prompt-bytes.ts';
import { globMatcher, oneGlobMatcher } from '../../core/access/matching/globs.ts';
import { nextDue } from '../../core/due/due.ts';
import { isBad } from '../../core/ending.ts';
import { type Goal, opensDrafts } from '../../core/goal.ts';
import { itemOf, targetOfFile, writesOwnFileOnly } from '../../core/item.ts';
import type {
  FilesPreview,
  GoalPreview,
  QuestionPreview,
  RunPreview,
  TaskPreview,
} from '../../core/report/goal-preview.ts';
import { monthOf, utcDay } from '../../core/time.ts';
import type { WakeOrder } from '../../core/wake-result.ts';
import { Deadline } from '../../ledger/deadline.ts';
import type { Question, TreeEntry, World } from '../../ports.ts';
import { mendable } from '../findings/queue.ts';
import { acquire } from '../goal/acquire.ts';
import { dueNow } from '../goal/due-now.ts';
import { workOnItem } from '../item/work-on-item.ts';
import type { Hold } from '../lease/held-goal.ts';
import type { Session } from '../lease/session.ts';
import { SpendInLog } from '../lease/spend-in-log.ts';
import { openSession, prepare, refuseUnknownGoals } from '../steps.ts';
import { type LookingOptions, lookingWorld } from './looking-world.ts';

interface Foreseeing extends Pick<LookingOptions, 'proposed' | 'stateBranch'> {
  readonly order: Omit<WakeOrder, 'trigger' | 'stop'>;
  readonly goal: string;
}

/**
 * What a goal would do next. It goes through the steps of a run up to the first question to the model, in a world in which a push
 * lands nowhere. Throws `Halt` where a run could not look at the goal either.
 */
export async function foresee(world: World, given: Foreseeing): Promise<GoalPreview> {
  const now = world.clock.now();
  return withSession(world, { ...given, aheadMs: 0, chosen: [] }, async (session) => {
    refuseUnknownGoals({ ...session, order: { ...session.order, trigger: person([given.goal]) } });
    const goal = goalIn(session, given.goal);
    const { state } = session.ledger;
    const { [goal.id]: checkpoint } = state.checkpoints;
    const due = (await dueNow(session)).find((each) => each.goal.id === goal.id)?.why ?? null;
    const next = nextDue(goal, checkpoint, now);
    const at = due === null && next !== null ? Math.max(0, Date.parse(next) - now) : 0;
    const isNever = due === null && next === null;
    const run = await runAt(world, { ...given, aheadMs: at, chosen: isNever ? [goal.id] : [] });
    const isKnown = run.left === null || isBad(run.left.ending) || isNever;
    const asked = isKnown ? null : await runAt(world, { ...given, aheadMs: 0, chosen: [goal.id] });
    return {
      ...{ goal, now, due, nextDue: next, stop: state.stop, run, asked },
      settings: session.settings,
      pause: checkpoint?.pause?.reason ?? null,
      files: await filesOf(session, goal),
      spent: state.budget.months[monthOf(utcDay(now))]?.[goal.id] ?? null,
    };
  });
}

interface Looked extends Foreseeing {
  readonly aheadMs: number;
  /** Goals that a person asks for; empty: the schedule starts it. */
  readonly chosen: readonly string[];
  readonly asked?: (question: Question) => void;
}

async function withSession<T>(
  world: World,
  { order, aheadMs, chosen, proposed, stateBranch, asked = () => undefined }: Looked,
  use: (session: Session) => Promise<T>,
): Promise<T> {
  const looking = lookingWorld(world, { proposed, stateBranch, aheadMs, asked });
  const deadline = new Deadline(looking.clock, order.minutes, order.cancel);
  try {
    const tips = await looking.state.fetch(deadline.work);
    const trigger = chosen.length === 0 ? SCHEDULE : person(chosen);
    const started = { order: { ...order, trigger, stop: '' }, startedAt: looking.clock.now() };
    return await use(await openSession(await prepare({ ...started, world: looking, deadline, tips })));
  } finally {
    deadline.close();
  }
}

const SCHEDULE = { kind: 'schedule', by: 'the schedule', reason: 'a look ahead', goals: [] } as const;

function person(goals: readonly string[]) {
  return { kind: 'person', by: 'a person', reason: 'a look ahead', goals } as const;
}

function goalIn({ goals }: Session, id: string): Goal {
  const goal = goals.find((each) => each.id === id);
  if (goal === undefined) throw new Error(`the goal ${id} is known by its name and not by its file`);
  return goal;
}

async function runAt(world: World, looked: Looked): Promise<RunPreview> {
  const questions: Question[] = [];
  const asked = (question: Question) => questions.push(question);
  return withSession(world, { ...looked, asked }, async (session) => {
    const goal = goalIn(session, looked.goal);
    const spendInLog = new SpendInLog(session);
    const acquired = await acquire(session, goal, { handover: null, spendInLog });
    if (acquired.kind === 'deferred') throw new Error('a preview leaves nothing to other jobs');
    if (acquired.kind === 'left') return { ...NOTHING, left: acquired };
    const { hold } = acquired;
    const { window, items, idle } = hold.plan;
    const [key] = items;
    if (window === null || key === undefined) return { ...NOTHING, left: idle };
    return {
      left: null,
      queue: window.queue.map((each) => itemOf(each).title),
      isCut: window.is_cut === true,
      tasks: items.length,
      window: { from: window.from.time, to: window.to.time },
      first: await firstTask(hold, key, questions),
    };
  });
}

const NOTHING: RunPreview = { left: null, queue: [], isCut: false, tasks: 0, window: null, first: null };

async function firstTask(hold: Hold, key: string, questions: readonly Question[]): Promise<TaskPreview> {
  const { window } = hold.plan;
  if (window === null) throw new Error('a task belongs to a window');
  const { target, attempt } = await workOnItem(hold, window, key);
  const { ending, detail, pursuit } = attempt;
  const [question] = questions;
  return {
    title: target.item.title,
    question: question === undefined ? null : questionPreview(question),
    ended: { ending, detail, summary: pursuit.summary },
  };
}

function questionPreview({ messages, tools }: Question): QuestionPreview {
  return {
    messages: messages.map(({ role, content }) => ({ role, content })),
    tools: tools.map(({ name, description }) => ({ name, description })),
    bytes: promptBytes(messages, tools),
  };
}

async function filesOf(session: Session, goal: Goal): Promise<FilesPreview> {
  const { world, tips, deadline, mask } = session;
  const all = await world.workspace.files(tips.base.commit, deadline.work);
  const entries = all.filter(({ path, kind }) => isFile(kind) && mask.finds(path) === null);
  const paths = entries.map(({ path }) => path);
  const named = opensDrafts(goal) ? paths.filter(globMatcher(goal.permissions.write)) : [];
  const isOwn = ownFiles(goal, paths);
  const mayMend = mendable(session, goal, entries);
  const mayWrite = named.filter((path) => isOwn(path) && mayMend(path));
  return {
    total: all.length,
    mayRead: paths.filter(globMatcher(goal.permissions.read)),
    mayWrite,
    protected: named.filter((path) => !mayMend(path)),
  };
}

/** Of a queue over files, what its tasks are, or are to write. */
function ownFiles(goal: Goal, paths: readonly string[]): (path: string) => boolean {
  const { forEach } = goal;
  if (forEach?.kind !== 'files' || !writesOwnFileOnly(goal)) return () => true;
  const own = new Set(
    paths.filter(oneGlobMatcher(forEach.pattern)).map((path) => targetOfFile(forEach, path)),
  );
  return (path) => own.has(path);
}

function isFile(kind: TreeEntry['kind']): boolean {
  return kind === 'file' || kind === 'executable';
}
