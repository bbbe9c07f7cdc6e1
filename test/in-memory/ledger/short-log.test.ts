import { expect, test } from 'vitest';
import type { Ending } from '../../../src/core/ending.ts';
import { EVENTS, type EventName } from '../../../src/core/event.ts';
import type { ModelAnswer, ModelProvider, Sandbox } from '../../../src/ports.ts';
import { logText } from '../../../src/report/terminal/log-text.ts';
import { modelOf } from '../../../src/simulation/model/behaviour.ts';
import { Night, PLAIN, STATE } from '../../support/memory/night.ts';
import { diligent } from '../../support/memory/test-model.ts';
import { wish } from '../../support/memory/wishes.ts';

/*
 * Nights that somebody sleeps through and reads about in the morning: each thing is said once, and nothing is lost.
 */

const HALF_HOUR = 1_800_000;
const STYLE = { width: 200, paint: (_: string, text: string) => text };
const QUEUE_OF_20 = `${PLAIN}for_each: {files: "docs/*.md"}\nlimits: {items_per_wake: 20}\n`;

const AWAY: ModelAnswer = {
  kind: 'fault',
  fault: 'unreachable',
  isCharged: false,
  retryAfter: null,
  detail: 'no route to the model server',
};

/** So many scheduled wakes, half an hour apart. */
async function sleepThrough(night: Night, wakes: number, model?: ModelProvider): Promise<readonly Ending[]> {
  const endings: Ending[] = [];
  for (let n = 0; n < wakes; n++) {
    const { result } = await night.wake(model === undefined ? {} : { model });
    endings.push(result.ending);
    night.clock.advance(HALF_HOUR);
  }
  return endings;
}

/** As the `log` command prints it. */
const read = (night: Night): string => logText(night.log(), STYLE, false);

const told = (night: Night, event: EventName) => night.log().filter((line) => line.event === event);

/** Warnings and errors by kind that are written for programs alone. */
const hidden = (night: Night): readonly EventName[] =>
  night
    .log()
    .filter(
      ({ event, level }) => level === 'debug' && (EVENTS[event] === 'warn' || EVENTS[event] === 'error'),
    )
    .map(({ event }) => event);

test('an outage of the model over 12 runs is told when it begins, by its alert, and when it is over', async () => {
  const night = await Night.begin({ goals: { tidy: PLAIN } });
  const endings = await sleepThrough(
    night,
    12,
    modelOf(() => AWAY),
  );
  expect(endings).toEqual(Array.from({ length: 12 }, () => 'model_unavailable'));
  await sleepThrough(night, 1);
  expect(read(night)).toMatchInlineSnapshot(`
    "Run wake-1
    22 Nov 03:00:30  tidy: Starting the run due Sun 22 Nov 00:00, over what happened since 21 Nov 18:00.
    22 Nov 03:00:33  tidy: The task is not done: the model could not be reached. The model failed 3 times in a row (unreachable): no route to the model server.
    22 Nov 03:00:33  Opened the dashboard, issue #1.
    22 Nov 03:00:33  tidy: Stopped work on tidy: the model could not be reached.

    Nothing new until 22 Nov 03:30:36: 1 run failed as before.

    Run wake-3
    22 Nov 04:00:39  warn: Opened alert #2: Wakeful: tidy fails again and again.

    Nothing new until 22 Nov 08:31:06: 9 runs failed as before.

    Run wake-13
    22 Nov 09:01:08  tidy: The task is done: 1 file changed, +1 −0.
    22 Nov 09:01:08  tidy: Opened draft #3: tidy is looked after.
    22 Nov 09:01:08  Closed alert #2, because its cause is gone.
    22 Nov 09:01:08  tidy: Finished tidy: 2 model calls, 240 tokens. The 12 runs before this one had failed.
    "
  `);
  expect(told(night, 'lease_released')).toHaveLength(13);
  expect(hidden(night)).toEqual(Array.from({ length: 36 }, () => 'model_fault'));
});

test('an outage that changes its face is told again', async () => {
  const night = await Night.begin({ goals: { tidy: PLAIN } });
  await sleepThrough(
    night,
    2,
    modelOf(() => AWAY),
  );
  await sleepThrough(
    night,
    2,
    modelOf(() => ({ ...AWAY, detail: 'the certificate has expired' })),
  );
  const seen = night.log().filter(({ event, level }) => event === 'lease_released' && level === 'info');
  expect(seen.map(({ wake }) => wake)).toEqual(['wake-1', 'wake-3']);
});

test('a queue of 20 files that need no change takes one line a run', async () => {
  const files = Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`docs/${n}.md`, `${n}\n`]));
  const night = await Night.begin({ goals: { tidy: QUEUE_OF_20 }, files });
  const nothing = modelOf(() => [['finish', { summary: 'All is well.' }]]);
  await sleepThrough(night, 12, nothing);
  await night.commit(Object.fromEntries(Object.keys(files).map((file) => [file, 'new\n'])));
  await sleepThrough(night, 60, nothing);
  const page = night.remote.text(STATE, 'README.md') ?? '';
  expect(page).toContain('- No goal was worked on. The agent looked for work');
  expect(read(night)).toMatchInlineSnapshot(`
    "Run wake-1
    22 Nov 03:00:30  tidy: Starting the run due Sun 22 Nov 00:00: 20 files to check.
    22 Nov 03:00:30  Opened the dashboard, issue #1.
    22 Nov 03:00:30  tidy: Finished tidy: 20 tasks needed no change, 20 model calls, 2,400 tokens.

    Nothing new until 22 Nov 11:00:30.

    Run wake-19
    22 Nov 12:00:30  tidy: Finished tidy: 20 tasks needed no change, 20 model calls, 2,400 tokens.

    Nothing new until 23 Nov 14:00:30.
    "
  `);
});

test('checks that cannot run are told once for all tasks of a run', async () => {
  const files = Object.fromEntries(Array.from({ length: 5 }, (_, n) => [`docs/${n}.md`, `${n}\n`]));
  const checks = 'checks: ["npm test"]\n';
  const night = await Night.begin({ goals: { tidy: `${QUEUE_OF_20}${checks}` }, files });
  await sleepThrough(night, 1);
  expect(told(night, 'checks_not_run').map(({ level }) => level)).toEqual([
    'warn',
    ...Array.from({ length: 4 }, () => 'debug'),
  ]);
});

test('a check that passes is routine, and one that fails is not', async () => {
  const night = await Night.begin({ goals: { tidy: `${PLAIN}checks: ["npm test"]\n` } });
  let exitCode = 1;
  const sandbox: Sandbox = {
    reasonUnavailable: async () => null,
    run: async () => ({ exitCode, output: '', milliseconds: 1_000 }),
  };
  const model = modelOf((facts) => {
    if (facts.turn !== 2) return diligent(facts);
    exitCode = 0;
    return [['write_file', { path: 'docs/mended.md', text: 'Mended.\n' }]];
  });
  await night.wake({ model, change: (world) => ({ ...world, sandbox }) });
  expect(told(night, 'check_ran').map(({ level, message }) => `${level} ${message}`)).toEqual([
    'info `npm test` failed: exit code 1 after 1.0 s.',
    'debug `npm test` passed: exit code 0 after 1.0 s.',
  ]);
});

test('a goal that waits 5 days for its draft says so once, and then how many runs it skipped', async () => {
  const night = await Night.begin({ goals: { tidy: PLAIN } });
  await sleepThrough(night, 5 * 48);
  const page = night.remote.text(STATE, 'README.md');
  expect(page).toContain('- No goal was worked on.');
  expect(page).toContain('Nothing has happened since yesterday that you need to know.');
  night.github.change(1, { state: 'merged' });
  await sleepThrough(night, 13);
  expect(read(night)).toMatchInlineSnapshot(`
    "Run wake-1
    22 Nov 03:00:30  tidy: Starting the run due Sun 22 Nov 00:00, over what happened since 21 Nov 18:00.
    22 Nov 03:00:32  tidy: The task is done: 1 file changed, +1 −0.
    22 Nov 03:00:32  tidy: Opened draft #1: tidy is looked after.
    22 Nov 03:00:32  Opened the dashboard, issue #2.
    22 Nov 03:00:32  tidy: Finished tidy: 2 model calls, 240 tokens.

    Nothing new until 22 Nov 05:00:32.

    Run wake-7
    22 Nov 06:00:32  tidy: Skipped the run due Sun 22 Nov 06:00: a draft waits for your review.

    Nothing new until 27 Nov 05:00:32.

    Run wake-247
    27 Nov 06:00:32  tidy: Draft #1 was merged.
    27 Nov 06:00:32  tidy: Starting the run due Fri 27 Nov 06:00, over what happened since 22 Nov 00:00. The 20 runs due in between were skipped while a draft waited for your review.
    27 Nov 06:00:34  tidy: The task is done: 1 file changed, +1 −0.
    27 Nov 06:00:34  tidy: Opened draft #3: tidy is looked after.
    27 Nov 06:00:34  tidy: Finished tidy: 2 model calls, 240 tokens.

    Nothing new until 27 Nov 09:00:34.
    "
  `);
  expect(told(night, 'slots_classified')).toHaveLength(20);
  expect(hidden(night)).toEqual([]);
});

test('a person who asks is answered, however often nothing is new', async () => {
  const night = await Night.begin({ goals: { tidy: PLAIN } });
  await sleepThrough(night, 24);
  await wish(night);
  const before = night.log().length;
  await sleepThrough(night, 1);
  const shown = night
    .log()
    .slice(before)
    .filter(({ level }) => level !== 'debug');
  expect(shown.map(({ message }) => message)).toMatchInlineSnapshot(`
    [
      "octocat asked to run tidy (a release is near), but that cannot be done: a draft waits for your review. 1 draft of this goal waits for your review, and at most 1 may be open (limits.open_drafts).",
    ]
  `);
});
