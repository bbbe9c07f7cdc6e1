import type { LogEntry } from '../event.ts';
import { itemOf } from '../item.ts';
import { textIn, timeIn } from '../log-data.ts';
import type { Report } from './report.ts';

/** What somebody asks about. */
export type ReportSubject =
  | { readonly kind: 'draft'; readonly draft: number }
  | { readonly kind: 'run'; readonly run: string }
  | { readonly kind: 'goal'; readonly goal: string }
  | { readonly kind: 'slot'; readonly goal: string; readonly slot: string }
  | { readonly kind: 'task'; readonly goal: string; readonly task: string };

/** The subject that a person means; null: the report knows no such thing. */
export function subjectOf(
  report: Report,
  entries: readonly LogEntry[],
  words: readonly string[],
): ReportSubject | null {
  const [first = '', second] = words;
  const goal = report.goals.find(({ id }) => id === first);
  if (goal !== undefined && second !== undefined)
    return timedSubject(report, entries, { goal: first, word: second });
  if (goal !== undefined) return { kind: 'goal', goal: first };
  if (report.runs.some(({ id }) => id === first) || entries.some(({ wake }) => wake === first))
    return { kind: 'run', run: first };
  const number = /^#?(\d{1,9})$/.exec(first)?.[1];
  if (number !== undefined && report.drafts.some(({ draft }) => draft === Number(number)))
    return { kind: 'draft', draft: Number(number) };
  const task = entries.find((entry) => entry.goal !== undefined && isAbout(entry, first));
  return task?.goal === undefined ? null : { kind: 'task', goal: task.goal, task: first };
}

function timedSubject(
  report: Report,
  entries: readonly LogEntry[],
  { goal, word }: { readonly goal: string; readonly word: string },
): ReportSubject | null {
  const time = Date.parse(word);
  const slots = report.goals.find(({ id }) => id === goal)?.slots ?? [];
  const slot = slots.find(({ from, to }) => Date.parse(from) <= time && time <= Date.parse(to));
  if (slot !== undefined) return { kind: 'slot', goal, slot: slot.from };
  const isTask = entries.some((entry) => entry.goal === goal && isAbout(entry, word));
  return isTask ? { kind: 'task', goal, task: word } : null;
}

/** Whether a line is about the task of this name: a path, an issue, a word of a list. */
function isAbout({ item }: LogEntry, task: string): boolean {
  if (item === undefined) return false;
  const { element, title } = itemOf(item);
  return element === task || title === task || item === task;
}

/** How many runs are told of a goal: the newest ones. */
const RUNS_OF_GOAL = 3;

/** The lines of the log that led to it, oldest first: who started a run, for which due time, under which lock, and what came of it. */
export function causesOf(
  report: Report,
  entries: readonly LogEntry[],
  subject: ReportSubject,
): readonly LogEntry[] {
  const isOwn = ownLines(report, subject);
  const runs = runsConcerned(report, entries, { subject, isOwn });
  const goal = goalOf(report, subject);
  return entries.filter(
    (entry) =>
      isOwn(entry) ||
      (runs.has(entry.wake) && isContext(entry, subject, goal)) ||
      isDeathOf(entry, runs, subject),
  );
}

/** Lines that name the subject themselves. */
function ownLines(report: Report, subject: ReportSubject): (entry: LogEntry) => boolean {
  switch (subject.kind) {
    case 'draft': {
      const branch = report.drafts.find(({ draft }) => draft === subject.draft)?.branch;
      return ({ data }) => branch !== undefined && textIn(data, 'branch') === branch;
    }
    case 'run':
      return ({ wake }) => wake === subject.run;
    case 'goal':
      return ({ goal, event }) => goal === subject.goal && LASTING.has(event);
    case 'slot':
      return ({ goal, data }) => goal === subject.goal && isOfSlot(data, subject.slot);
    case 'task':
      return (entry) => entry.goal === subject.goal && isAbout(entry, subject.task);
  }
}

/** What changes how a goal goes on. */
const LASTING: ReadonlySet<string> = new Set([
  'goal_paused',
  'goal_resumed',
  'goal_edited',
  'bad_goal',
  'budget_spent',
]);

function isOfSlot(data: LogEntry['data'], slot: string): boolean {
  return timeIn(data, 'slot') === slot || timeIn(data, 'from') === slot;
}

function runsConcerned(
  report: Report,
  entries: readonly LogEntry[],
  { subject, isOwn }: { readonly subject: ReportSubject; readonly isOwn: (entry: LogEntry) => boolean },
): ReadonlySet<string> {
  switch (subject.kind) {
    case 'goal': {
      const own = report.runs.filter(({ goals }) => goals.some(({ goal }) => goal === subject.goal));
      return new Set(own.slice(0, RUNS_OF_GOAL).map(({ id }) => id));
    }
    case 'slot': {
      const slots = report.goals.find(({ id }) => id === subject.goal)?.slots ?? [];
      return new Set(slots.find(({ from }) => from === subject.slot)?.runs ?? []);
    }
    default:
      return new Set(entries.filter(isOwn).map(({ wake }) => wake));
  }
}

function goalOf(report: Report, subject: ReportSubject): string | null {
  if (subject.kind === 'run') return null;
  if (subject.kind !== 'draft') return subject.goal;
  return report.drafts.find(({ draft }) => draft === subject.draft)?.goal ?? null;
}

/** Of a run that is concerned: what is about the run as a whole, or about the goal and no other task. */
function isContext(entry: LogEntry, subject: ReportSubject, goal: string | null): boolean {
  if (entry.goal === undefined) return entry.event === 'wake_started' || entry.event === 'wake_ended';
  if (entry.goal !== goal) return false;
  return subject.kind !== 'task' || entry.item === undefined || isAbout(entry, subject.task);
}

/** That a run died is told by the one that found out. */
function isDeathOf(
  { event, data, goal }: LogEntry,
  runs: ReadonlySet<string>,
  subject: ReportSubject,
): boolean {
  if (event !== 'took_over') return false;
  const dead = textIn(data, 'dead_wake');
  if (subject.kind === 'run') return dead === subject.run;
  return dead !== null && runs.has(dead) && ('goal' in subject ? goal === subject.goal : true);
}
