import type { LogEvent } from '../../core/log/log-event.ts';
import type { FoundInQueue } from '../../core/log/run-events.ts';
import { leftOutWords } from '../words/left-out-words.ts';
import { count, dueTime, figure, fullStop, sentence, shortTime } from '../words/sentences.ts';
import { RESULT_TEXTS } from './result-texts.ts';
import type { Wordings } from './wording.ts';

type GoalEventName =
  | 'slots_classified'
  | 'slots_missed'
  | 'window_started'
  | 'window_moved'
  | 'window_finished'
  | 'budget_spent'
  | 'goal_edited'
  | 'goal_paused'
  | 'goal_resumed'
  | 'yielded'
  | 'bad_goal'
  | 'bad_settings';

type Passed = LogEvent<'slots_classified' | 'slots_missed'>;

export const GOAL_LINES: Wordings<GoalEventName> = {
  slots_classified: { message: passedWords, data: passedData },
  slots_missed: { message: passedWords, data: passedData },
  window_started: { message: startWords, data: ({ slot, kind, items }) => ({ slot, kind, items }) },
  window_moved: {
    message: ({ slot, branch }) =>
      `The history of ${branch} was rewritten, so the run due ${dueTime(slot)} goes on over its newest commit.`,
  },
  window_finished: {
    message: ({ slot }) => `The run due ${dueTime(slot)} is complete.`,
    data: ({ slot }) => ({ slot }),
  },
  budget_spent: { message: ({ detail }) => sentence(detail) },
  goal_edited: { message: ({ file }) => `${file} was edited, so its unfinished tasks start again.` },
  goal_paused: {
    message: ({ goal, by, reason }) => {
      const who = by === null ? `Paused ${goal}` : `${by} paused ${goal}`;
      return reason === '' ? `${who}.` : fullStop(`${who}: ${reason}`);
    },
  },
  goal_resumed: { message: resumedWords },
  yielded: {
    message: ({ detail }) => `Saved the work so far and made way: ${fullStop(detail)}`,
  },
  bad_goal: { message: problemWords },
  bad_settings: { message: problemWords },
};

const WHY_PASSED: Readonly<Record<Passed['why'], string>> = {
  covered: 'no run started in time',
  left_out: 'no run started in time, and the goal asks for the newest one only',
  too_old: 'no run started in time, and it is too late to catch up',
  under_lease: 'a run was still working on the goal',
  stopped: 'the agent was stopped',
  paused: 'the goal was paused',
  waiting_for_draft: 'a draft waits for your review',
};

function passedWords(event: Passed): string {
  const { from, to, count: runs, why, retried, coveredBy } = event;
  const what =
    from === to
      ? `the run due ${dueTime(from)}`
      : `${figure(runs)} runs due from ${dueTime(from)} to ${dueTime(to)}`;
  const because =
    retried === undefined ? WHY_PASSED[why] : `the run due ${dueTime(retried)} was still being retried`;
  const instead =
    coveredBy === undefined ? '' : ` The run due ${dueTime(coveredBy)} covers ${runs === 1 ? 'it' : 'them'}.`;
  return `Skipped ${what}: ${because}.${instead}`;
}

function passedData({ as, from, to, count: slots, why }: Passed): Readonly<Record<string, unknown>> {
  return { as, from, to, count: slots, why };
}

const NOUNS = {
  files: 'file',
  commits: 'commit',
  issues: 'issue',
  list: 'task',
  findings: 'file',
  command: 'file',
  runs: 'failed run',
  releases: 'release',
  pull_requests: 'pull request',
} as const;

function startWords(event: LogEvent<'window_started'>): string {
  const { slot, kind, queue, isUnchanged, skipped, isCut } = event;
  const what =
    kind === 'asked' ? 'Starting a run that was asked for' : `Starting the run due ${dueTime(slot)}`;
  const start = kind === 'caught_up' ? `${what} late` : what;
  const scope = isUnchanged === true ? `: ${RESULT_TEXTS.inputUnchanged}` : `${scopeWords(event)}.`;
  const passed = skipped === 1 ? 'run due in between was' : `${figure(skipped)} runs due in between were`;
  const waited = skipped === 0 ? '' : ` The ${passed} skipped while a draft waited for your review.`;
  const cut = isCut === true ? ` ${leftOutWords(queue)}` : '';
  return `${start}${scope}${cut}${waited}`;
}

function scopeWords({ queue, from, items, found }: LogEvent<'window_started'>): string {
  if (found !== undefined) return foundWords(found, items);
  return queue === null
    ? `, over what happened since ${shortTime(from)}${items > 1 ? `, in ${figure(items)} parts` : ''}`
    : `: ${items === 0 ? 'there is nothing' : count(items, NOUNS[queue])} to check`;
}

function foundWords({ findings, protected: others, leftOut, isCut }: FoundInQueue, items: number): string {
  const mine =
    findings === 0 ? 'nothing is found' : `${count(findings, 'finding')} in ${count(items, 'file')}`;
  const more =
    others.count === 0
      ? ''
      : `. ${count(others.findings, 'more finding')} in files that this goal may not write: ${listed(others)}`;
  const left = leftOut.count === 0 ? '' : `. Too long or too many to be searched: ${listed(leftOut)}`;
  const cut = isCut ? '. There may be more: only so many are taken at once' : '';
  return `: ${mine}${more}${left}${cut}`;
}

function listed({ paths, count: number }: FoundInQueue['leftOut']): string {
  const rest = number - paths.length;
  return `${paths.join(', ')}${rest > 0 ? ` and ${figure(rest)} more` : ''}`;
}

function resumedWords({ goal, because }: LogEvent<'goal_resumed'>): string {
  switch (because.kind) {
    case 'asked':
      return `${goal} is no longer paused, because a person asked for it.`;
    case 'edited':
      return `${goal} is no longer paused, because its file was edited.`;
    case 'answered':
      return `${goal} is no longer paused, because fewer of its drafts count as rejected now.`;
    case 'resumed': {
      const { by, reason } = because;
      return fullStop(`${by} resumed ${goal}${reason === '' ? '' : `: ${reason}`}`);
    }
  }
}

function problemWords({ problems }: LogEvent<'bad_goal' | 'bad_settings'>): string {
  return fullStop(problems.join('; '));
}
