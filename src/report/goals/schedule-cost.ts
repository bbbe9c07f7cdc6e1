import type { TickPlan } from '../../core/schedule/ticks.ts';
import { count, figure } from '../words/sentences.ts';

/** What the schedules of the workflows start in 30 days. */
export interface ScheduleCost {
  readonly wake: number;
  readonly watchdog: number;
  /** The fewest starts that do for the goals; null: none are needed. */
  readonly enough: TickPlan | null;
}

/** What a schedule costs in minutes, and what would do. Nothing where no schedule starts anything. */
export function minutesSentences({ wake, watchdog, enough }: ScheduleCost): readonly string[] {
  if (wake + watchdog === 0) return [];
  const parts = [
    ...(wake === 0 ? [] : [`${count(wake, 'run')}`]),
    ...(watchdog === 0 ? [] : [`${count(watchdog, 'look')} of the watchdog`]),
  ];
  return [
    `The schedules start ${parts.join(' and ')} in 30 days. A start that finds nothing to do takes one billed minute, so that is about ${roughly(wake + watchdog)} minutes, free in a public repository.`,
    ...lessSentences(wake, enough),
  ];
}

function lessSentences(wake: number, enough: TickPlan | null): readonly string[] {
  if (wake === 0) return [];
  if (enough === null)
    return [
      'No goal needs a schedule: none is due at a time, so the lines under `schedule` of the workflow that starts runs can go.',
    ];
  if (enough.starts >= wake) return [];
  return [
    `Fewer do for these goals. With these lines a run starts within an hour after each due time, which is about ${roughly(enough.starts)} minutes:`,
    ...enough.crons.map((cron) => `- cron: "${cron}"`),
    'Work that is left at the end of a run then waits longer for the next one.',
  ];
}

function roughly(minutes: number): string {
  const step = minutes >= 1_000 ? 100 : minutes >= 100 ? 10 : 1;
  return figure(Math.round(minutes / step) * step);
}
