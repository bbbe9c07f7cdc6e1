import { ENDINGS, type Ending } from '../../core/ending.ts';
import type { LogEvent } from '../../core/log/log-event.ts';
import { fixed } from '../../core/text/masked.ts';
import { endingWords } from '../words/ending-words.ts';
import { count, duration, fullStop, listWords } from '../words/sentences.ts';
import type { Wordings } from './wording.ts';

export const LOG_FULL = fixed(
  'The log of this day is full, so only warnings and errors are added from here on.',
);

export const RUN_LINES: Wordings<
  'wake_started' | 'wake_ended' | 'heartbeat' | 'repository_renamed' | 'state_adopted' | 'log_full'
> = {
  wake_started: {
    message: ({ trigger, goals, putOff, areChosen }) => {
      const by = trigger.kind === 'event' ? `an event of ${trigger.by}` : trigger.by;
      const verb = goals === 1 ? 'is' : 'are';
      const due = `${count(goals, 'goal')} ${verb} ${areChosen ? 'chosen' : 'due'}.`;
      const others = putOff === 1 ? 'the other one comes' : 'the others come';
      const first =
        putOff === 0
          ? ''
          : ` This is the agent's first run, so it works on one goal; ${others} with the next runs.`;
      return `${fullStop(`Started by ${by}: ${trigger.reason}`)} ${due}${first}`;
    },
    data: ({ trigger }) => ({ trigger: trigger.kind }),
  },
  wake_ended: {
    message: (event) => `Done after ${duration(event.milliseconds)}: ${outcomeOf(event)}.`,
    data: ({ ending }) => ({ ending }),
  },
  heartbeat: { message: () => 'Nothing is due for now.' },
  repository_renamed: {
    message: ({ from, to }) => `The repository ${from} is now ${to}. The agent goes on as before.`,
  },
  state_adopted: {
    message: ({ from, to, by }) =>
      `${by} adopted the state of ${from} for ${to}. Its drafts and issues stay there.`,
  },
  log_full: { message: () => LOG_FULL },
};

/** `4 drafts opened, 0 problems`; which goals had another outcome, and which one. */
function outcomeOf({ ending, goals, drafts }: LogEvent<'wake_ended'>): string {
  const others = goals.filter((goal) => !isSuccess(goal.ending));
  const byEnding = [...Map.groupBy(others, (goal) => goal.ending)].map(
    ([each, same]) => `${endingWords(each)} (${listWords(same.map(({ goal }) => goal))})`,
  );
  const opened = drafts === 0 ? [] : [`${count(drafts, 'draft')} opened`];
  const clauses = [...opened, ...byEnding];
  if (others.length === 0 && drafts > 0) clauses.push('0 problems');
  return clauses.length === 0 ? endingWords(ending) : clauses.join(', ');
}

function isSuccess(ending: Ending): boolean {
  const { outcome } = ENDINGS[ending];
  return outcome === 'worked' || outcome === 'unchanged' || outcome === 'not_due';
}
