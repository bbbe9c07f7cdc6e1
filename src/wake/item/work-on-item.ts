import type { ItemFinder } from '../../agent/found-work.ts';
import { pursue } from '../../agent/loop.ts';
import type { Assignment, LoopDependencies } from '../../agent/pursuit.ts';
import { excludedLabels, queueLabels } from '../../core/access/labels.ts';
import { maskedRecord } from '../../core/access/masked-record.ts';
import { asHalt } from '../../core/halt.ts';
import { commitsOfPart, fileOfItem, loggedTitle, ownFileOf } from '../../core/item.ts';
import type { ModelEvent } from '../../core/log/log-event.ts';
import { repeatedAs } from '../../core/log/routine.ts';
import { subtractCost } from '../../core/money/budget.ts';
import { itemRecord } from '../../core/progress/checkpoint.ts';
import { rejectedDrafts } from '../../core/progress/rejected.ts';
import type { OpenWindow } from '../../core/state.ts';
import {
  type Attempt,
  type AttemptedItem,
  attemptEndedBy,
  type ItemTarget,
} from '../../core/work/attempt.ts';
import { seenKey } from '../../core/work/issue-subject.ts';
import { targetOf } from '../../core/work/item-target.ts';
import type { Model, Sha, WorkTree } from '../../ports.ts';
import { itemFinder, keepFound } from '../findings/item-finder.ts';
import { commitsOf } from '../lease/commits-of.ts';
import type { Hold } from '../lease/held-goal.ts';
import { secondReader } from '../lease/second-reader.ts';
import { baseChecks } from './base-checks.ts';
import { startOf } from './draft-start.ts';
import { type Subject, subjectOf } from './issue-item.ts';
import { keepWork } from './keep-work.ts';
import { nameInTheWay } from './name-in-the-way.ts';
import { ruleInTheWay } from './rule-in-the-way.ts';
import { takeUpOwnWork } from './take-up.ts';
import { branchTouch } from './touched-branch.ts';

/** Works on one item. Whatever goes wrong with it becomes its ending; nothing of it is pushed yet. */
export async function workOnItem(hold: Hold, window: OpenWindow, key: string): Promise<AttemptedItem> {
  const { goal, checkpoint, session } = hold;
  const base = session.tips.base.commit;
  const subject = await subjectOf(hold, targetOf(goal, checkpoint, { window, key, base }));
  const before = hold.spent;
  const attempted =
    subject.ended === null
      ? await attemptSafely(hold, subject)
      : { target: subject.target, attempt: subject.ended };
  return { ...attempted, cost: subtractCost(hold.spent, before) };
}

async function attemptSafely(hold: Hold, subject: Subject): Promise<Omit<AttemptedItem, 'cost'>> {
  announce(hold, subject.target);
  let { target } = subject;
  try {
    target = await takeUpOwnWork(hold, target);
    const ended = await endedBefore(hold, target);
    if (ended !== null) return { target, attempt: ended };
    await hold.watch.stillAllowed();
    const refused = await ruleInTheWay(hold, target);
    return { target, attempt: refused ?? (await attemptItem(hold, { ...subject, target })) };
  } catch (reason) {
    return { target, attempt: attemptEndedBy(asHalt(reason)) };
  }
}

/** The attempt that its branch keeps from being worked on; null: nothing does. */
async function endedBefore(hold: Hold, target: ItemTarget): Promise<Attempt | null> {
  return (await branchTouch(hold, target)) ?? nameInTheWay(hold, target);
}

/** A first attempt needs no line: how it ended is told, and so is a death in the middle of it. */
function announce({ session, goal, checkpoint }: Hold, { item, draft }: ItemTarget): void {
  const { attempts, draft: begun } = itemRecord(checkpoint, item.key);
  if (attempts === 1 && begun === null) return;
  const facts = { goal: goal.id, item: item.key, title: loggedTitle(item), isRoutine: true } as const;
  const attempt = { attempt: attempts, most: goal.limits.attempts };
  session.journal.write(
    begun === null
      ? { event: 'item_started', ...facts, ...attempt }
      : { event: 'item_continued', ...facts, ...attempt, branch: draft.branch },
  );
}

/** One attempt at an item: model loop in a work tree, then a commit that nobody else has seen yet. */
async function attemptItem(hold: Hold, subject: Subject): Promise<Attempt> {
  const { target, version } = subject;
  const { session, watch } = hold;
  const { workspace } = session.world;
  const model = await hold.openModel();
  const start = await startOf(hold, target);
  const tree = await workspace.open(start, session.deadline.work);
  try {
    await tellLeftOut(hold, target, tree);
    const finder = itemFinder(hold, { key: target.item.key, start: start.commit });
    const assignment = await assign(hold, { subject, model, tree, finder, base: start.base });
    watch.startItem(hold.goal.limits.minutes);
    const pursuit = await watch.during(() => pursue(assignment, loopDependencies(hold, target)));
    const attempt = await keepWork(hold, target, { tree, pursuit, base: start.base });
    if (attempt.ending === 'worked' && attempt.work !== null) keepFound(hold, finder, attempt.work.commit);
    return { ...attempt, seen: seenKey(target, version) };
  } finally {
    watch.endItem();
    await tree.close();
  }
}

const PATHS_SHOWN = 3;

/** Names that cannot be spelt are in no list and no queue; people are told once. */
async function tellLeftOut(hold: Hold, { item }: ItemTarget, tree: WorkTree): Promise<void> {
  const { goal, session, checkpoint } = hold;
  const paths = (await tree.list()).flatMap(({ kind, path }) => (kind === 'unnameable' ? [path] : []));
  if (paths.length === 0) return;
  const event = { event: 'paths_left_out', paths: paths.slice(0, PATHS_SHOWN), count: paths.length } as const;
  const isRoutine = checkpoint.finished !== null;
  const line = oncePerLease(hold, { ...event, ...(isRoutine ? { isRoutine } : {}) });
  session.journal.write({ ...line, goal: goal.id, item: item.key });
}

interface Assigned {
  readonly subject: Subject;
  readonly model: Model;
  readonly tree: WorkTree;
  readonly finder: ItemFinder | null;
  /** What the draft is compared with. */
  readonly base: Sha;
}

async function assign(hold: Hold, { subject, model, tree, finder, base }: Assigned): Promise<Assignment> {
  const { session, goal } = hold;
  const { target, issue, about } = subject;
  const { window, item } = target;
  const known = itemRecord(hold.checkpoint, item.key);
  const reader = secondReader(hold);
  const commitForm = await hold.commitForm();
  const facts = goal.forEach === null ? await windowFacts(hold, target) : { commits: [], changed: [] };
  const { first, last } = window.commits ?? { first: window.from.time, last: window.to.time };
  return {
    goal,
    // The title of an issue or a pull request is somebody's words: it stands among them.
    item: { key: item.key, title: issue === null && about?.kind !== 'pull' ? item.title : item.element },
    ownFile: ownFileOf(goal, item.element),
    file: fileOfItem(goal, item.element),
    // Of what is in it, which may be less than the time between two due times.
    window: { from: first, to: last, ...facts },
    attempt: {
      number: Math.max(1, known.attempts),
      most: goal.limits.attempts,
      last: known.ending === null ? null : { ending: known.ending, detail: known.detail },
    },
    rejected: rejectedDrafts(hold.checkpoint, target.draftKey),
    notes: known.notes,
    isContinued: known.draft !== null,
    issue,
    ...(about !== undefined && { subject: about }),
    issues: session.world.issues,
    queueLabels: queueLabels(session.goals),
    excludedLabels: excludedLabels(session.goals),
    tree,
    model,
    ...(finder !== null && { finder }),
    ...(reader !== null && { reader }),
    baseChecks: baseChecks(hold, base),
    ...(commitForm !== null && { commitForm }),
    maxOutputTokens: session.settings.models[goal.model]?.maxOutputTokens ?? 4_096,
    protectedGlobs: session.settings.protectedPaths,
    goalsFolder: session.settings.goalsFolder,
  };
}

async function windowFacts({ session }: Hold, { window, item }: ItemTarget) {
  const { workspace } = session.world;
  const signal = session.deadline.work;
  await workspace.fetchCommit(window.to.commit, signal);
  const commits = commitsOfPart(item.element, await commitsOf(window, { workspace, signal }));
  const { commit } = window.from;
  const changed = commit === null ? [] : await workspace.changedPaths(commit, window.to.commit, signal);
  return { commits, changed };
}

function loopDependencies(hold: Hold, { item }: ItemTarget): LoopDependencies {
  const { session, goal, meter, watch, plan } = hold;
  const { sandbox, clock, random, log } = session.world;
  return {
    stillAllowed: () => watch.stillAllowed(),
    meter,
    sandbox,
    setupHosts: session.settings.setupHosts,
    tools: session.settings.sandbox,
    clock,
    random,
    mask: session.mask,
    signal: watch.signal,
    secondsLeft: () => watch.secondsLeft(),
    beginTime: (minutes) => watch.beginTime(minutes),
    report: (event) => {
      session.journal.write({ ...oncePerLease(hold, event), goal: goal.id, item: item.key });
    },
    progress: (doing) =>
      log.progress(
        maskedRecord(
          {
            goal: goal.id,
            item: plan.items.indexOf(item.key) + 1,
            items: plan.items.length,
            itemTitle: item.title,
            modelCalls: meter.item.calls,
            tokens: meter.spent.tokens,
            secondsLeft: watch.secondsLeft(),
            doing,
          },
          session.mask,
        ),
      ),
  };
}

/** What is the same for many items is news only once. */
function oncePerLease(hold: Hold, event: ModelEvent): ModelEvent {
  const same = repeatedAs(event);
  if (same === null) return event;
  const isRoutine = hold.shownOnce.has(same);
  hold.noteShown(same);
  return isRoutine ? { ...event, isRoutine } : event;
}
