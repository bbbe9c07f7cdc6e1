/** docs/endings.md says of every ending what the table of the code says and what the rules for alerts do. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ENDINGS, type Ending } from '../../../src/core/ending.ts';
import { failuresAfter, goalAlerts } from '../../../src/core/health/goal-alerts.ts';
import { withSpentDay } from '../../../src/core/progress/spent-days.ts';
import type { Checkpoint } from '../../../src/core/state.ts';
import { DAY_MS, utcDay } from '../../../src/core/time.ts';
import { checkpointWith, itemWith } from '../../support/core-samples.ts';

const PAGE = readFileSync(join(import.meta.dirname, '../../../docs/endings.md'), 'utf8');

/** The text of each section, by the ending that its heading names. */
const SECTIONS = new Map(
  PAGE.split(/^### /m)
    .slice(1)
    .map((section) => [/^`(\w+)`\n/.exec(section)?.[1] ?? section.slice(0, 40), section] as const),
);

const JOB = { 0: 'green', 1: 'red once' } as const;
const ALERT = {
  ...{ never: 'no', at_threshold: 'if it goes on', at_once: 'at once' },
  after_two_days: 'on the second day',
} as const;

const EVERY = Object.keys(ENDINGS) as readonly Ending[];
/** Alerts about files and about the state branch are none of a goal: `src/alerts/` opens them at once. */
const OF_NO_GOAL: readonly Ending[] = ['bad_settings', 'bad_state_file'];
const ALERTS = { consecutiveFailures: 3, silentHours: 24, draftWaitsDays: 14, open: 5 };
const NOW = Date.UTC(2026, 10, 22, 3);

/** When a goal of which every run ends like this gets its first alert. */
function firstAlert(ending: Ending): keyof typeof ALERT {
  const runs = [NOW, NOW + 1, NOW + 2, NOW + DAY_MS];
  let checkpoint = checkpointWith();
  const alerts = runs.map((now) => {
    checkpoint = afterRun(checkpoint, ending, now);
    return goalAlerts({
      goal: { file: 'goals/tidy.yml' },
      checkpoint,
      ending,
      detail: 'Why.',
      settings: { alerts: ALERTS },
      now,
      recorded: [],
    });
  });
  const when = ['at_once', 'soon', 'at_threshold', 'after_two_days', 'never'] as const;
  const first = alerts.findIndex(({ size }) => size > 0);
  const found = when.at(first);
  if (found === undefined || found === 'soon')
    throw new Error(`${ending} opens an alert at run ${first + 1}`);
  return found;
}

/** What such a run leaves in the checkpoint. */
function afterRun(before: Checkpoint, ending: Ending, now: number): Checkpoint {
  const checkpoint = { ...before, consecutive_failures: failuresAfter(before.consecutive_failures, ending) };
  if (ending === 'item_stuck') return { ...checkpoint, items: { 'a@1': itemWith({ status: 'stuck' }) } };
  if (ending !== 'budget_spent') return checkpoint;
  return withSpentDay(checkpoint, utcDay(now), { tokens: 0, usdMicros: 0, tightest: 'goal_day' });
}

describe('docs/endings.md', () => {
  test('has one section for each ending, in the order of the code, and no other', () => {
    expect([...SECTIONS.keys()]).toEqual(Object.keys(ENDINGS));
  });

  test.each(EVERY)('says of %s how the job looks and whether an alert is opened', (ending) => {
    const { exitCode, alert } = ENDINGS[ending];
    const lines = SECTIONS.get(ending)?.split('\n') ?? [];
    expect(lines.slice(1, 4)).toEqual(['', `Job: ${JOB[exitCode]}. Alert: ${ALERT[alert]}.`, '']);
  });

  test.each(EVERY.filter((ending) => !OF_NO_GOAL.includes(ending)))(
    'says of %s when the rules for alerts really open one',
    (ending) => {
      expect(SECTIONS.get(ending)).toContain(`Alert: ${ALERT[firstAlert(ending)]}.`);
    },
  );

  test.each([...SECTIONS])('says more about %s than the table does', (_, section) => {
    expect(section.split('\n').slice(4).join(' ').length).toBeGreaterThan(80);
  });
});
