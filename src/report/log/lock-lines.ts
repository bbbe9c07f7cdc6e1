import type { LogEvent } from '../../core/log/log-event.ts';
import type { DeadWork } from '../../core/log/run-events.ts';
import { endingWords } from '../words/ending-words.ts';
import { count, exactTime } from '../words/sentences.ts';
import type { Wordings } from './wording.ts';

/** So many keys of tasks are named for programs; all of them would make the line too long. */
const KEYS_NAMED = 50;

export const LOCK_LINES: Wordings<'lease_taken' | 'lease_released' | 'lease_lost' | 'took_over'> = {
  lease_taken: {
    message: ({ goal, epoch, expiresAt, tokens }) => {
      const aside = tokens === 0 ? 'No model call is planned' : `${count(tokens, 'token')} may be spent`;
      return `Took lock ${epoch} on ${goal} until ${exactTime(expiresAt)}. ${aside}.`;
    },
    data: ({ epoch, tokens }) => ({ epoch, reserved_tokens: tokens }),
  },
  lease_released: {
    message: releasedWords,
    data: ({ ending, tokens, calls, unchanged }) => ({ ending, tokens, calls, ...unchangedData(unchanged) }),
  },
  lease_lost: {
    message: ({ goal }) => `Another run took ${goal} over before this one could finish it.`,
  },
  took_over: {
    message: ({ deadWake, work }) => deadWords(deadWake, work),
    data: ({ deadWake, epoch, work }) => ({ dead_wake: deadWake, epoch, ...deadData(work) }),
  },
};

function releasedWords(event: LogEvent<'lease_released'>): string {
  const { goal, ending, unchanged, left, failedBefore } = event;
  const isFree = event.tokens === 0;
  const isDone = ending === 'worked' || ending === 'no_change' || ending === 'nothing_due';
  const start = !isDone
    ? `Stopped work on ${goal}: ${endingWords(ending)}`
    : left > 0
      ? `Worked on ${goal}: ${count(left, 'task')} left for later`
      : ending === 'no_change' && unchanged.length === 0 && isFree
        ? `Finished ${goal}: there was nothing to do`
        : `Finished ${goal}`;
  const clauses = [
    ...(unchanged.length === 0 ? [] : [unchangedWords(unchanged)]),
    ...(isFree ? [] : [count(event.calls, 'model call'), count(event.tokens, 'token')]),
  ];
  const again = failedBefore > 1 ? ` The ${failedBefore} runs before this one had failed.` : '';
  const details = clauses.length === 0 ? '' : `${start.includes(': ') ? ', ' : ': '}${clauses.join(', ')}`;
  return `${start}${details}.${again}`;
}

/** `19 tasks needed no change`. */
function unchangedWords(keys: readonly string[]): string {
  return `${count(keys.length, 'task')} needed no change`;
}

function unchangedData(keys: readonly string[]): Readonly<Record<string, unknown>> {
  return keys.length === 0 ? {} : { unchanged: keys.length, unchanged_items: keys.slice(0, KEYS_NAMED) };
}

function deadWords(wake: string, work: DeadWork): string {
  switch (work.kind) {
    case 'alerts':
      return `Run ${wake} died while it looked after the alerts.`;
    case 'goal_without_file':
      return `Run ${wake} died while it worked on ${work.goal}, whose file is gone. Its lock is removed, and ${asideWords(work.tokens)}.`;
    case 'goal': {
      const found = work.unchanged.length === 0 ? '' : ` Before that, ${unchangedWords(work.unchanged)}.`;
      return `Run ${wake} died ${momentWords(work.item)}, so ${asideWords(work.tokens)}.${found}`;
    }
  }
}

function momentWords(item: Extract<DeadWork, { kind: 'goal' }>['item']): string {
  if (item === null) return 'between two tasks';
  return item.title === null ? 'during its work' : `while it worked on ${item.title}`;
}

function asideWords(tokens: number): string {
  return tokens === 0
    ? 'what it had set aside is free again'
    : `the ${count(tokens, 'token')} that it had set aside count as spent`;
}

function deadData(work: DeadWork): Readonly<Record<string, unknown>> {
  switch (work.kind) {
    case 'goal':
      return {
        lost_tokens: work.tokens,
        dead_in_a_row: work.deadInARow,
        ...unchangedData(work.unchanged),
      };
    case 'goal_without_file':
      return { lost_tokens: work.tokens };
    case 'alerts':
      return {};
  }
}
