import { alertResults } from '../alerts/alert-results.ts';
import { goalId } from '../config/goal/goal-file.ts';
import { nextDue } from '../core/due/due.ts';
import type { Ending } from '../core/ending.ts';
import type { Goal } from '../core/goal.ts';
import type { DraftRecord } from '../core/state.ts';
import { compareText } from '../core/text/compare-text.ts';
import type { DraftResult, FileProblem, GoalResult, WakeResult } from '../core/wake-result.ts';
import { endingOfRun } from '../core/work/worst-end.ts';
import type { GoalSnapshot } from '../ledger/snapshot.ts';
import { type Problem, printable } from '../report/problems/problem.ts';
import { deferredWords } from '../report/words/deferred-words.ts';
import { endingWords } from '../report/words/ending-words.ts';
import { ownDraftUrl } from '../report/words/github-pages.ts';
import { sentence } from '../report/words/sentences.ts';
import type { Hold } from './lease/held-goal.ts';
import type { Session } from './lease/session.ts';
import type { Worked } from './lease/worked.ts';

/** A goal that was due and whose lease was not taken. */
export function leftResult(
  goal: Goal,
  left: { readonly ending: Ending; readonly detail: string },
): GoalResult {
  return {
    goal: goal.id,
    title: goal.title,
    slot: null,
    ending: left.ending,
    detail: left.detail,
    items: { done: 0, total: 0 },
    spent: { tokens: 0, usdMicros: 0, calls: 0 },
    drafts: [],
    effects: [],
  };
}

export function goalResult(hold: Hold, worked: Worked): GoalResult {
  const { goal, plan } = hold;
  return {
    goal: goal.id,
    title: goal.title,
    slot: plan.window?.slot ?? null,
    ending: worked.ending,
    detail: worked.detail,
    items: { done: worked.done, total: plan.items.length },
    spent: hold.spent,
    drafts: [
      ...[...hold.work].map(([key, diff]) => draftResult(hold, key, diff)),
      ...onlyOpened(hold).map((key) => draftResult(hold, key, null)),
    ],
    effects: hold.effects,
  };
}

/** Keys of drafts that an earlier wake had pushed and this one has opened. */
function onlyOpened({ checkpoint, plan, work }: Hold): readonly string[] {
  const before = Object.values(plan.seen.checkpoint?.drafts ?? {});
  return Object.entries(checkpoint.drafts)
    .filter(([key, { number, branch }]) => {
      const isKnown = before.some((draft) => draft.branch === branch && draft.number !== null);
      return number !== null && !isKnown && !work.has(key);
    })
    .map(([key]) => key);
}

function draftResult(hold: Hold, key: string, diff: DraftResult['files']): DraftResult {
  const draft = hold.checkpoint.drafts[key];
  return {
    title: draft?.title ?? hold.goal.title,
    branch: draft?.branch ?? '',
    number: draft?.number ?? null,
    url: draft === undefined ? null : pageOf(hold, draft),
    complete: draft?.complete ?? false,
    files: diff?.map(({ path, added, removed }) => ({ path, added, removed })) ?? null,
  };
}

/** The state may have got its address from anybody who pushes there. */
function pageOf({ session }: Hold, { number, url }: DraftRecord): string | null {
  const { serverUrl, repository } = session.order;
  return serverUrl === undefined ? url : ownDraftUrl({ serverUrl, repository }, number, url);
}

export function wakeResult(session: Session, goals: readonly GoalResult[]): WakeResult {
  const { snapshot } = session;
  const ending = endingOfRun(goals, snapshot);
  const worst = goals.find((goal) => goal.ending === ending);
  return {
    wake: session.order.wake.id,
    ending,
    detail: worst?.detail || deferredDetail(session) || plainDetail(ending, snapshot),
    goals,
    problems: fileProblems(snapshot),
    alerts: alertResults(session),
    stateBranch: session.settings.stateBranch,
    nextDue: soonest(session),
    deferred: session.deferral.goals,
  };
}

function fileProblems({ settingsProblems, goalProblems }: GoalSnapshot): readonly FileProblem[] {
  return [
    ...settingsProblems.map((problem) => fileProblem(problem, null)),
    ...goalProblems.map((problem) => fileProblem(problem, goalId(problem.file))),
  ];
}

function fileProblem({ file, line, column, message, hint }: Problem, goal: string | null): FileProblem {
  const words = hint === '' ? message : `${message}; ${hint}`;
  return { file: printable(file), line, column, message: words, goal };
}

function deferredDetail({ deferral: { goals } }: Session): string {
  return goals.length === 0 ? '' : deferredWords(goals);
}

function plainDetail(ending: Ending, { hasNone, settings }: GoalSnapshot): string {
  if (ending === 'nothing_due' && hasNone) {
    const folder = settings.goalsFolder;
    return `There is no goal file in ${folder}/ yet. Write ${folder}/<id>.yml to begin.`;
  }
  return sentence(endingWords(ending));
}

function soonest({ goals, ledger, world }: Session): WakeResult['nextDue'] {
  const now = world.clock.now();
  const due = goals.flatMap((goal) => {
    const at = nextDue(goal, ledger.state.checkpoints[goal.id], now);
    return at === null ? [] : [{ goal: goal.id, at }];
  });
  return due.toSorted((a, b) => compareText(a.at, b.at))[0] ?? null;
}
