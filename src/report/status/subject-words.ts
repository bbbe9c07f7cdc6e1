import { itemOf } from '../../core/item.ts';
import type { ReportSubject } from '../../core/report/causes-of.ts';
import type { DraftReport, GoalReport, Report, RunReport, SlotReport } from '../../core/report/report.ts';
import { endingWords } from '../words/ending-words.ts';
import { count, dueTime, fullStop, listWords, longTime, sentence, shortTime } from '../words/sentences.ts';

/** How something stands now, before it is told what led to it. One or two sentences. */
export function subjectWords(report: Report, subject: ReportSubject): string {
  switch (subject.kind) {
    case 'draft':
      return draftWords(report.drafts.find(({ draft }) => draft === subject.draft));
    case 'run':
      return runWords(
        report.runs.find(({ id }) => id === subject.run),
        subject.run,
      );
    case 'goal':
      return goalWords(report.goals.find(({ id }) => id === subject.goal));
    case 'slot': {
      const goal = report.goals.find(({ id }) => id === subject.goal);
      return slotWords(
        goal?.slots.find(({ from }) => from === subject.slot),
        subject.goal,
      );
    }
    case 'task':
      return taskWords(report, subject);
  }
}

/** Drafts know the tasks whose change they hold; a stuck one is known by its goal. */
function taskWords(
  { drafts, goals }: Report,
  { goal, task }: Extract<ReportSubject, { readonly kind: 'task' }>,
): string {
  const name = `The task ${task} of ${goal}`;
  const stuck = goals.find(({ id }) => id === goal)?.stuck.find(({ title }) => title === task);
  if (stuck !== undefined)
    return fullStop(`${name} is stuck after ${count(stuck.attempts, 'attempt')}: ${stuck.detail}`);
  const isIt = (key: string) => itemOf(key).element === task || itemOf(key).title === task;
  const own = drafts.filter((draft) => draft.goal === goal && draft.tasks.some(({ key }) => isIt(key)));
  const [newest] = own;
  if (newest === undefined) return `${name}, as the log tells it.`;
  const isDone = newest.tasks.some(({ key, status }) => isIt(key) && status === 'done');
  const draft = newest.draft === null ? newest.branch : `draft #${newest.draft}`;
  return `${name} is ${isDone ? 'done' : 'not done'}; its change is in ${draft}, which ${FATES[newest.outcome]}.`;
}

function draftWords(draft: DraftReport | undefined): string {
  if (draft === undefined) return '';
  const opened = draft.openedAt === null ? '' : `was opened on ${longTime(draft.openedAt)} and `;
  const ended = draft.endedAt === null ? '' : ` on ${shortTime(draft.endedAt)}`;
  const reason = draft.reason === null ? '' : ` The reason: ${fullStop(draft.reason)}`;
  const cost = draft.cost.calls === 0 ? '' : ` Its tasks took ${count(draft.cost.tokens, 'token')}.`;
  return `Draft #${draft.draft} (${draft.title}) of ${draft.goal} ${opened}${FATES[draft.outcome]}${ended}.${reason}${cost}`;
}

const FATES = {
  none: 'is not open yet',
  open: 'waits for your review',
  merged: 'was merged',
  closed: 'was closed without merging',
  taken_over: 'was taken over by a person',
} as const;

function runWords(run: RunReport | undefined, id: string): string {
  if (run === undefined) return `Run ${id} did nothing that people would have to know.`;
  const end = run.ending === null ? '' : `: ${endingWords(run.ending)}`;
  const lost =
    run.lostTokens === 0
      ? ''
      : ` The ${count(run.lostTokens, 'token')} that it had set aside count as spent.`;
  return `Run ${id} of ${longTime(run.startedAt)} ${RUN_FATES[run.fate]}${end}.${lost}`;
}

const RUN_FATES = {
  ended: 'has ended',
  running: 'still works',
  died: 'died',
  unknown: 'has left no line about its end',
} as const;

function goalWords(goal: GoalReport | undefined): string {
  if (goal === undefined) return '';
  if (goal.pause !== null)
    return fullStop(`${goal.id} is paused since ${shortTime(goal.pause.at)}: ${goal.pause.reason}`);
  const last = goal.ending === null ? 'has not run yet' : `ended last with: ${endingWords(goal.ending)}`;
  const failed = goal.failures === 0 ? '' : `, after ${count(goal.failures, 'failure')} in a row`;
  const waits =
    goal.waitsUntil === null ? '' : ` It waits until ${shortTime(goal.waitsUntil)} before it tries again.`;
  return `${goal.id} ${last}${failed}. ${sentence(goal.detail)}${waits}`.trim();
}

function slotWords(slot: SlotReport | undefined, goal: string): string {
  if (slot === undefined) return '';
  const what =
    slot.count === 1
      ? `The run of ${goal} due ${dueTime(slot.from)}`
      : `${count(slot.count, 'run')} of ${goal} due from ${dueTime(slot.from)} to ${dueTime(slot.to)}`;
  const was = slot.count === 1 ? 'was' : 'were';
  if (slot.runs.length === 0) return `${what} ${was} ${slot.fate}.`;
  const end = slot.finishedAt === null ? 'is not finished' : `was finished on ${shortTime(slot.finishedAt)}`;
  return `${what} was worked on by ${listWords(slot.runs)} and ${end}.`;
}
