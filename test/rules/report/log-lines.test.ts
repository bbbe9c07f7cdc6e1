import { describe, expect, test } from 'vitest';
import { EVENTS, type EventName } from '../../../src/core/event.ts';
import { type LogEvent, levelOf } from '../../../src/core/log/log-event.ts';
import { dataOf, messageOf } from '../../../src/report/log/message-of.ts';
import { asMasked } from '../../support/as-masked.ts';

const GOAL = 'docs-index';
const ITEM = { goal: GOAL, item: 'docs/a.md@1', title: 'docs/a.md' };
const SPENT = { tokens: 1_200, usdMicros: 0, calls: 3 };
const DRAFT = { draft: 3, branch: 'wakeful/docs-index/1', url: 'https://example.test/3' };
const ANSWERED = { goal: GOAL, name: '#3', branch: 'wakeful/docs-index/1', generation: 1 };
const SLOTS = {
  goal: GOAL,
  from: '2026-11-30T02:00:00Z',
  to: '2026-11-30T02:00:00Z',
  count: 1,
} as const;
const REQUEST = {
  id: 'r1',
  kind: 'run',
  goal: GOAL,
  origin: 'person',
  by: 'octocat',
  reason: 'a release is near',
} as const;
const ENDED = { ...ITEM, detail: '', attempt: null, size: null, spent: SPENT } as const;
const RELEASED = { goal: GOAL, tokens: 127_434, calls: 51, unchanged: [], left: 0, failedBefore: 0 } as const;
const WOKEN = { kind: 'schedule', by: 'the schedule', reason: 'cron 23 * * * *' } as const;
const WINDOW = {
  goal: GOAL,
  slot: '2026-11-23T04:00:00Z',
  from: '2026-11-16T04:00:00Z',
  kind: 'ran',
  skipped: 0,
} as const;

type Sample<E extends EventName> = readonly (readonly [event: Omit<LogEvent<E>, 'event'>, message: string])[];

/** Each kind of event at least once, with what people read. */
const SAMPLES: { readonly [E in EventName]: Sample<E> } = {
  wake_started: [
    [
      { trigger: WOKEN, goals: 4, putOff: 0, areChosen: false },
      'Started by the schedule: cron 23 * * * *. 4 goals are due.',
    ],
    [
      { trigger: WOKEN, goals: 4, putOff: 3, areChosen: false },
      "Started by the schedule: cron 23 * * * *. 4 goals are due. This is the agent's first run, so it works on one goal; the others come with the next runs.",
    ],
    [
      { trigger: WOKEN, goals: 2, putOff: 1, areChosen: false },
      "Started by the schedule: cron 23 * * * *. 2 goals are due. This is the agent's first run, so it works on one goal; the other one comes with the next runs.",
    ],
    [
      {
        trigger: { kind: 'person', by: 'octocat', reason: 'a release is near' },
        goals: 1,
        putOff: 0,
        areChosen: true,
      },
      'Started by octocat: a release is near. 1 goal is chosen.',
    ],
    [
      {
        trigger: { kind: 'event', by: 'octocat', reason: 'push on main' },
        goals: 1,
        putOff: 0,
        areChosen: false,
      },
      'Started by an event of octocat: push on main. 1 goal is due.',
    ],
  ],
  wake_ended: [
    [
      { ending: 'worked', milliseconds: 16_000, goals: [{ goal: GOAL, ending: 'worked' }], drafts: 4 },
      'Done after 16 s: 4 drafts opened, 0 problems.',
    ],
    [
      {
        ending: 'waiting_for_draft',
        milliseconds: 2_000,
        goals: [
          { goal: GOAL, ending: 'waiting_for_draft' },
          { goal: 'todo-digest', ending: 'no_change' },
        ],
        drafts: 0,
      },
      'Done after 2 s: a draft waits for your review (docs-index).',
    ],
    [
      { ending: 'no_change', milliseconds: 2_000, goals: [{ goal: GOAL, ending: 'no_change' }], drafts: 0 },
      'Done after 2 s: no change was needed.',
    ],
  ],
  heartbeat: [[{}, 'Nothing is due for now.']],
  state_adopted: [
    [
      { from: 'acme/site', to: 'corp/site', by: 'octocat' },
      'octocat adopted the state of acme/site for corp/site. Its drafts and issues stay there.',
    ],
  ],
  repository_renamed: [
    [
      { from: 'acme/site', to: 'acme/web' },
      'The repository acme/site is now acme/web. The agent goes on as before.',
    ],
  ],
  log_full: [[{}, 'The log of this day is full, so only warnings and errors are added from here on.']],
  lease_taken: [
    [
      { goal: GOAL, epoch: 9, expiresAt: '2026-11-30T20:06:10Z', tokens: 60_000 },
      'Took lock 9 on docs-index until 30 Nov 20:06:10. 60,000 tokens may be spent.',
    ],
    [
      { goal: GOAL, epoch: 9, expiresAt: '2026-11-30T20:06:10Z', tokens: 0 },
      'Took lock 9 on docs-index until 30 Nov 20:06:10. No model call is planned.',
    ],
  ],
  lease_released: [
    [{ ...RELEASED, ending: 'worked' }, 'Finished docs-index: 51 model calls, 127,434 tokens.'],
    [
      { ...RELEASED, ending: 'worked', unchanged: ['docs/b.md@1', 'docs/c.md@1'] },
      'Finished docs-index: 2 tasks needed no change, 51 model calls, 127,434 tokens.',
    ],
    [
      { ...RELEASED, ending: 'worked', left: 8 },
      'Worked on docs-index: 8 tasks left for later, 51 model calls, 127,434 tokens.',
    ],
    [
      { ...RELEASED, ending: 'time_limit', left: 8 },
      'Stopped work on docs-index: the time was used up, 51 model calls, 127,434 tokens.',
    ],
    [
      { ...RELEASED, ending: 'no_change', failedBefore: 12 },
      'Finished docs-index: 51 model calls, 127,434 tokens. The 12 runs before this one had failed.',
    ],
    [{ ...RELEASED, ending: 'worked', calls: 0, tokens: 0 }, 'Finished docs-index.'],
    [
      { ...RELEASED, ending: 'no_change', calls: 0, tokens: 0 },
      'Finished docs-index: there was nothing to do.',
    ],
    [
      { ...RELEASED, ending: 'waiting_for_draft', calls: 0, tokens: 0 },
      'Stopped work on docs-index: a draft waits for your review.',
    ],
  ],
  lease_lost: [[{ goal: GOAL }, 'Another run took docs-index over before this one could finish it.']],
  took_over: [
    [
      {
        goal: GOAL,
        deadWake: '12-1',
        epoch: 9,
        work: {
          kind: 'goal',
          item: { title: 'docs/a.md' },
          tokens: 60_000,
          deadInARow: 1,
          unchanged: ['docs/b.md@1'],
        },
      },
      'Run 12-1 died while it worked on docs/a.md, so the 60,000 tokens that it had set aside count as spent. Before that, 1 task needed no change.',
    ],
    [
      {
        goal: GOAL,
        deadWake: '12-1',
        epoch: 9,
        work: { kind: 'goal', item: null, tokens: 60_000, deadInARow: 1, unchanged: [] },
      },
      'Run 12-1 died between two tasks, so the 60,000 tokens that it had set aside count as spent.',
    ],
    [
      {
        goal: GOAL,
        deadWake: '12-1',
        epoch: 9,
        work: { kind: 'goal_without_file', goal: GOAL, tokens: 60_000 },
      },
      'Run 12-1 died while it worked on docs-index, whose file is gone. Its lock is removed, and the 60,000 tokens that it had set aside count as spent.',
    ],
    [
      { deadWake: '12-1', epoch: 9, work: { kind: 'alerts' } },
      'Run 12-1 died while it looked after the alerts.',
    ],
  ],
  slots_classified: [
    [
      { ...SLOTS, as: 'skipped', why: 'waiting_for_draft' },
      'Skipped the run due Mon 30 Nov 02:00: a draft waits for your review.',
    ],
    [
      { ...SLOTS, as: 'overlapped', why: 'under_lease' },
      'Skipped the run due Mon 30 Nov 02:00: a run was still working on the goal.',
    ],
    [
      { ...SLOTS, as: 'skipped', why: 'stopped', to: '2026-11-30T08:00:00Z', count: 7 },
      'Skipped 7 runs due from Mon 30 Nov 02:00 to Mon 30 Nov 08:00: the agent was stopped.',
    ],
    [
      { ...SLOTS, as: 'skipped', why: 'paused' },
      'Skipped the run due Mon 30 Nov 02:00: the goal was paused.',
    ],
  ],
  slots_missed: [
    [
      {
        ...SLOTS,
        as: 'missed',
        why: 'covered',
        retried: '2026-11-30T01:00:00Z',
        coveredBy: '2026-11-30T03:00:00Z',
      },
      'Skipped the run due Mon 30 Nov 02:00: the run due Mon 30 Nov 01:00 was still being retried. The run due Mon 30 Nov 03:00 covers it.',
    ],
    [
      { ...SLOTS, as: 'missed', why: 'covered', coveredBy: '2026-11-30T03:00:00Z' },
      'Skipped the run due Mon 30 Nov 02:00: no run started in time. The run due Mon 30 Nov 03:00 covers it.',
    ],
    [
      { ...SLOTS, as: 'missed', why: 'left_out' },
      'Skipped the run due Mon 30 Nov 02:00: no run started in time, and the goal asks for the newest one only.',
    ],
    [
      { ...SLOTS, as: 'missed', why: 'too_old' },
      'Skipped the run due Mon 30 Nov 02:00: no run started in time, and it is too late to catch up.',
    ],
  ],
  window_started: [
    [{ ...WINDOW, queue: 'files', items: 20 }, 'Starting the run due Mon 23 Nov 04:00: 20 files to check.'],
    [
      { ...WINDOW, kind: 'caught_up', queue: 'issues', items: 1 },
      'Starting the run due Mon 23 Nov 04:00 late: 1 issue to check.',
    ],
    [
      { ...WINDOW, kind: 'asked', queue: null, items: 1 },
      'Starting a run that was asked for, over what happened since 16 Nov 04:00.',
    ],
    [
      { ...WINDOW, queue: 'commits', items: 0 },
      'Starting the run due Mon 23 Nov 04:00: there is nothing to check.',
    ],
    [
      { ...WINDOW, queue: 'files', items: 20, skipped: 1 },
      'Starting the run due Mon 23 Nov 04:00: 20 files to check. The run due in between was skipped while a draft waited for your review.',
    ],
    [
      { ...WINDOW, queue: null, items: 1, skipped: 19 },
      'Starting the run due Mon 23 Nov 04:00, over what happened since 16 Nov 04:00. The 19 runs due in between were skipped while a draft waited for your review.',
    ],
  ],
  window_moved: [
    [
      { goal: GOAL, slot: WINDOW.slot, branch: 'main' },
      'The history of main was rewritten, so the run due Mon 23 Nov 04:00 goes on over its newest commit.',
    ],
  ],
  window_finished: [[{ goal: GOAL, slot: WINDOW.slot }, 'The run due Mon 23 Nov 04:00 is complete.']],
  budget_spent: [
    [{ goal: GOAL, detail: 'the budget of the day is spent' }, 'The budget of the day is spent.'],
  ],
  goal_edited: [
    [
      { goal: GOAL, file: 'goals/docs-index.yml' },
      'goals/docs-index.yml was edited, so its unfinished tasks start again.',
    ],
  ],
  goal_paused: [
    [
      { goal: GOAL, by: 'octocat', reason: 'a release is near' },
      'octocat paused docs-index: a release is near.',
    ],
    [{ goal: GOAL, by: 'octocat', reason: '' }, 'octocat paused docs-index.'],
    [
      { goal: GOAL, by: null, reason: '3 runs in a row died while they worked on this goal' },
      'Paused docs-index: 3 runs in a row died while they worked on this goal.',
    ],
  ],
  goal_resumed: [
    [
      { goal: GOAL, because: { kind: 'asked' } },
      'docs-index is no longer paused, because a person asked for it.',
    ],
    [
      { goal: GOAL, because: { kind: 'edited' } },
      'docs-index is no longer paused, because its file was edited.',
    ],
    [
      { goal: GOAL, because: { kind: 'answered' } },
      'docs-index is no longer paused, because fewer of its drafts count as rejected now.',
    ],
    [{ goal: GOAL, because: { kind: 'resumed', by: 'octocat', reason: '' } }, 'octocat resumed docs-index.'],
  ],
  yielded: [
    [
      { goal: GOAL, detail: 'octocat asked for the goal.' },
      'Saved the work so far and made way: octocat asked for the goal.',
    ],
  ],
  bad_goal: [
    [
      {
        goal: 'bad',
        problems: ['goals/bad.yml:2:1: there is no field x', 'goals/bad.yml:3:1: title is missing'],
      },
      'goals/bad.yml:2:1: there is no field x; goals/bad.yml:3:1: title is missing.',
    ],
  ],
  bad_settings: [
    [
      { problems: ['.github/wakeful.yml:2:1: there is no field x'] },
      '.github/wakeful.yml:2:1: there is no field x.',
    ],
  ],
  item_started: [
    [{ ...ITEM, attempt: 2, most: 3 }, 'Trying again: docs/a.md, attempt 2 of 3.'],
    [{ ...ITEM, title: null, attempt: 1, most: 3 }, 'Trying: the task, attempt 1 of 3.'],
  ],
  item_continued: [
    [
      { ...ITEM, attempt: 2, most: 3, branch: DRAFT.branch },
      'Going on with docs/a.md from wakeful/docs-index/1, attempt 2 of 3.',
    ],
  ],
  item_ended: [
    [
      { ...ENDED, ending: 'worked', size: { files: 1, added: 3, removed: 1 } },
      'docs/a.md is done: 1 file changed, +3 −1.',
    ],
    [{ ...ENDED, title: null, ending: 'worked' }, 'The task is done.'],
    [
      { ...ENDED, ending: 'no_change', detail: 'The model found nothing to change.' },
      'docs/a.md needs no change. The model found nothing to change.',
    ],
    [
      { ...ENDED, ending: 'model_unavailable', detail: 'the connection was refused' },
      'docs/a.md is not done: the model could not be reached. The connection was refused.',
    ],
  ],
  item_failed: [
    [
      {
        ...ENDED,
        ending: 'checks_failed',
        attempt: { n: 2, of: 3 },
        size: { files: 2, added: 30, removed: 0 },
      },
      'docs/a.md is not done (attempt 2 of 3): the checks do not pass. So far: 2 files changed, +30 −0.',
    ],
  ],
  secret_found: [
    [
      { ...ENDED, ending: 'secret_found', detail: 'The change holds a token.' },
      'docs/a.md is not done: the change held a secret and was refused. The change holds a token.',
    ],
  ],
  item_passed_over: [
    [{ ...ITEM, title: '#12 Typo', why: { kind: 'gone' } }, '#12 Typo is gone, so it is skipped.'],
    [
      { ...ITEM, title: '#12 Typo', why: { kind: 'closed' } },
      '#12 Typo was closed in the meantime, so it is skipped.',
    ],
    [
      { ...ITEM, title: '#12 Typo', why: { kind: 'label_removed', label: 'docs' } },
      '#12 Typo has lost the label docs, so it is skipped.',
    ],
    [
      { ...ITEM, why: { kind: 'refused_before', draft: '#3' } },
      'The change to docs/a.md is the same as in draft #3, which was closed without merging, so it is not proposed again.',
    ],
  ],
  item_stuck: [
    [
      { ...ITEM, attempts: 3 },
      'docs/a.md has used up its 3 attempts and waits for a person. Edit the goal file. If a limit was in the way, raise it there. Or ask for new attempts with the comment /wakeful run docs-index. Or change what the task is about: a new version gets new attempts.',
    ],
  ],
  tool_refused: [
    [
      { tool: 'write_file', path: '"src/x.ts"', reason: 'the goal may not write it' },
      'Refused write_file "src/x.ts": the goal may not write it.',
    ],
    [{ tool: 'sing', path: null, reason: 'there is no such tool' }, 'Refused sing: there is no such tool.'],
  ],
  check_ran: [
    [
      {
        report: { kind: 'passed', command: 'npm test', detail: 'exit code 0 after 1.2 s', output: '' },
        exitCode: 0,
      },
      '`npm test` passed: exit code 0 after 1.2 s.',
    ],
  ],
  checks_not_run: [
    [
      { commands: ['npm ci', 'npm test'], reason: 'there is no sandbox' },
      '`npm ci` and `npm test` did not run: there is no sandbox.',
    ],
  ],
  command_ran: [
    [
      { command: 'git log -1', exitCode: 0, milliseconds: 120 },
      'The model ran `git log -1` in a copy of the files; it ended with 0 after 0.1 s.',
    ],
    [
      { command: `sleep 99\n${'x'.repeat(400)}`, exitCode: null, milliseconds: 60_000 },
      `The model ran \`${`sleep 99 ${'x'.repeat(400)}`.slice(0, 299)}…\` in a copy of the files; it was stopped after 60.0 s.`,
    ],
  ],
  limit_near: [[{ limit: 'calls', text: '4 of 24 model calls are left.' }, '4 of 24 model calls are left.']],
  model_fault: [
    [
      { fault: 'rate_limited', detail: 'the server asks to wait 20 s', isCharged: false },
      'The model call failed (rate limited): the server asks to wait 20 s.',
    ],
  ],
  model_replaced: [
    [
      { from: 'large', to: 'small', why: '404: The model `large` has been retired' },
      'The model small answers in the place of large from here on: 404: The model `large` has been retired.',
    ],
  ],
  change_read: [
    [
      { model: 'gpt-5-mini', objections: [], tokens: 1_234, usdMicros: 400 },
      'A second reader (gpt-5-mini) has read the change for 1,234 tokens, and objects to nothing.',
    ],
    [
      {
        ...{ model: 'gpt-5-mini', tokens: 1_234, usdMicros: 400 },
        objections: [{ kind: 'claim', path: 'docs/a.md', line: 3, text: 'The link was not checked.' }],
      },
      'A second reader (gpt-5-mini) has read the change for 1,234 tokens. It has 1 objection: docs/a.md, line 3 (not true): The link was not checked.',
    ],
  ],
  change_unread: [
    [
      { model: 'gpt-5-mini', reason: 'only 3 seconds were left', tokens: 0 },
      'No second reader (gpt-5-mini) has read the change, because only 3 seconds were left.',
    ],
  ],
  overspent: [
    [
      { tokens: 12_000, allowed: 10_000 },
      'The model server used 12,000 tokens in one call where at most 10,000 were allowed.',
    ],
  ],
  draft_opened: [
    [{ ...DRAFT, title: 'Keep the index complete' }, 'Opened draft #3: Keep the index complete.'],
  ],
  draft_updated: [[DRAFT, 'Draft #3 now shows the new work.']],
  draft_found: [[DRAFT, 'Draft #3 is already open and up to date.']],
  draft_closed: [[DRAFT, 'Closed draft #3: a run that had lost its lock opened it beside the first one.']],
  draft_behind: [
    [
      { ...ITEM, branch: DRAFT.branch, base: 'main' },
      'main and wakeful/docs-index/1 have changed the same places, so the work goes on without the newest main. Merge main into wakeful/docs-index/1 by hand, or close its draft.',
    ],
  ],
  draft_merged: [
    [ANSWERED, 'Draft #3 was merged.'],
    [
      { ...ANSWERED, nextBranch: 'wakeful/docs-index/2' },
      'Draft #3 was merged before the last work reached it. That work goes on in wakeful/docs-index/2.',
    ],
    [
      { ...ANSWERED, landedIn: 'main' },
      'Draft #3 was closed, and main holds its change, so it counts as merged.',
    ],
  ],
  draft_refused: [
    [ANSWERED, 'Draft #3 was closed without merging. The same change will not be proposed again.'],
  ],
  draft_taken_over: [[ANSWERED, 'A person took over draft #3, so the agent leaves its branch alone.']],
  alert_untold: [
    [
      { title: 'docs-index is stuck' },
      'This repository has no issues, so an alert is told here alone: docs-index is stuck.',
    ],
  ],
  draft_aimed: [
    [
      { goal: GOAL, draft: 3, from: 'master', to: 'main', isAimed: true },
      'Draft #3 aims at main now, which is the default branch instead of master.',
    ],
    [
      { goal: GOAL, draft: 3, from: 'master', to: 'main', isAimed: false },
      'Draft #3 still aims at master, because main, the default branch now, does not hold what it is based on. Change its base by hand, or close it.',
    ],
  ],
  paths_left_out: [
    [
      { paths: ['docs/caf\\xE9.md'], count: 1 },
      '1 file with a name that is not UTF-8 is left out: `docs/caf\\xE9.md`. Rename it to let the agent see it.',
    ],
    [
      { paths: ['a\\xE9', 'b\\xE9', 'c\\xE9'], count: 5 },
      '5 files with a name that is not UTF-8 are left out: `a\\xE9`, `b\\xE9` and `c\\xE9` and more. Rename them to let the agent see them.',
    ],
  ],
  work_found: [
    [
      { goal: GOAL, branch: 'wakeful/docs-index/1' },
      'The branch wakeful/docs-index/1 holds work of the agent that the state does not know, as after a return to an older state. The agent goes on from there.',
    ],
  ],
  draft_reopened: [[ANSWERED, 'Draft #3 was opened again, so it waits for an answer as before.']],
  issue_commented: [
    [{ issue: 7, url: '', isNew: true }, 'Commented on issue #7.'],
    [{ issue: 7, url: '', isNew: false }, 'Commented on issue #7. An earlier run had done it already.'],
  ],
  issue_labelled: [
    [{ issue: 7, url: '', isNew: true, labels: ['bug', 'docs'] }, 'Labelled issue #7 with bug and docs.'],
  ],
  issue_unlabelled: [
    [{ issue: 7, url: '', isNew: true, labels: ['triage'] }, 'Took triage away from issue #7.'],
  ],
  issue_kept: [
    [{ issue: 7, url: '', isNew: true, title: 'The week' }, 'Opened issue #7: The week.'],
    [{ issue: 7, url: '', isNew: false, title: 'The week' }, 'Wrote anew issue #7: The week.'],
  ],
  issue_opened: [
    [{ issue: 7, url: '', isNew: true, title: 'A page is gone' }, 'Opened issue #7: A page is gone.'],
  ],
  effect_failed: [
    [
      {
        failure: {
          kind: 'given_up',
          effect: { kind: 'comment_on_issue', issue: 7 },
          why: { kind: 'locked', issue: 7 },
        },
      },
      'Gave up commenting on issue #7: issue #7 is gone or locked.',
    ],
    [
      {
        failure: {
          kind: 'given_up',
          effect: { kind: 'open_issue', title: 'A page is gone' },
          why: { kind: 'not_allowed', file: 'goals/x.yml' },
        },
      },
      'Gave up opening the issue "A page is gone": goals/x.yml no longer allows it.',
    ],
    [
      {
        failure: {
          kind: 'given_up',
          effect: { kind: 'label_issue', issue: 7 },
          why: { kind: 'steering_label', label: 'agent' },
        },
      },
      'Gave up labelling issue #7: the label agent decides what the agent or another program works on.',
    ],
    [
      {
        failure: {
          kind: 'draft_lacks',
          draft: 3,
          branch: DRAFT.branch,
          lack: 'its reviewers could not be asked',
        },
      },
      'Draft #3 is incomplete: its reviewers could not be asked.',
    ],
    [
      { failure: { kind: 'alerts', detail: 'GitHub does not answer.' } },
      'Could not bring the alerts up to date: GitHub does not answer. A later run tries again.',
    ],
    [
      { failure: { kind: 'state_alert', detail: 'GitHub does not answer.' } },
      'Could not bring the alert about the state branch up to date: GitHub does not answer.',
    ],
    [
      { failure: { kind: 'dashboard', detail: 'GitHub does not answer.' } },
      'Could not bring the dashboard up to date: GitHub does not answer. A later run tries again.',
    ],
    [{ failure: { kind: 'unwatched', detail: 'A permission is missing.' } }, 'A permission is missing.'],
  ],
  alert_opened: [
    [{ issue: 5, title: 'Wakeful: docs-index is paused' }, 'Opened alert #5: Wakeful: docs-index is paused.'],
  ],
  alert_updated: [
    [
      { issue: 5, title: 'Wakeful: docs-index is paused' },
      'Updated alert #5: Wakeful: docs-index is paused.',
    ],
  ],
  alert_closed: [[{ issue: 5 }, 'Closed alert #5, because its cause is gone.']],
  dashboard_opened: [[{ issue: 5 }, 'Opened the dashboard, issue #5.']],
  dashboard_closed: [
    [
      { issue: 5, why: 'switched_off' },
      'Closed the dashboard, issue #5, because the settings switch it off.',
    ],
    [{ issue: 5, why: 'second' }, 'Closed the dashboard, issue #5, because there is another one.'],
  ],
  silence_seen: [[{ detail: 'no run has started since 3 Nov' }, 'No run has started since 3 Nov.']],
  lease_stuck: [[{ detail: 'nobody took over the lock' }, 'Nobody took over the lock.']],
  security_release_seen: [
    [{ detail: 'release v1.2.3 has a security fix' }, 'Release v1.2.3 has a security fix.'],
  ],
  work_not_begun: [[{ detail: 'no job has begun with it' }, 'No job has begun with it.']],
  workflow_disabled: [[{ detail: 'the workflow is disabled' }, 'The workflow is disabled.']],
  workflow_enabled: [
    [
      { file: 'wake.yml' },
      'GitHub had disabled the workflow wake.yml because nothing had happened here for 60 days. It is enabled again.',
    ],
  ],
  request_stored: [
    [
      { goal: GOAL, what: { kind: 'person', request: REQUEST } },
      'octocat asked to run docs-index (a release is near). The next run does it.',
    ],
    [
      { what: { kind: 'event', by: 'push', goals: ['a', 'b'], requests: ['r1', 'r2'] } },
      'The event push makes a and b due.',
    ],
  ],
  request_served: [
    [
      { goal: GOAL, request: REQUEST, outcome: { kind: 'ran', ending: 'worked' } },
      'octocat asked to run docs-index (a release is near). The run has ended: the work is done.',
    ],
    [
      {
        goal: GOAL,
        request: { ...REQUEST, kind: 'pause', reason: '' },
        outcome: { kind: 'paused' },
      },
      'octocat asked to pause docs-index. The goal is paused.',
    ],
  ],
  request_answered: [
    [
      { goal: GOAL, request: { ...REQUEST, kind: 'resume', reason: '' }, why: { kind: 'not_paused' } },
      'octocat asked to resume docs-index, but that cannot be done: the goal is not paused.',
    ],
    [
      {
        goal: GOAL,
        request: { ...REQUEST, origin: 'event', by: 'push' },
        why: { kind: 'paused', reason: 'a rest' },
      },
      'The event push made docs-index due, but that cannot be done: the goal is paused: a rest.',
    ],
    [
      { goal: GOAL, request: REQUEST, why: { kind: 'unknown_goal', id: GOAL } },
      'octocat asked to run docs-index (a release is near), but that cannot be done: there is no goal docs-index.',
    ],
    [
      {
        goal: GOAL,
        request: REQUEST,
        why: { kind: 'run_ended', ending: 'budget_spent', detail: 'the day has 0 tokens left' },
      },
      'octocat asked to run docs-index (a release is near), but that cannot be done: the budget is spent. The day has 0 tokens left.',
    ],
  ],
  stop_set: [
    [{ where: 'state/STOP', reason: 'a release is near' }, 'state/STOP is set: a release is near.'],
    [
      { where: 'state/STOP', reason: 'a release is near', by: 'octocat' },
      'octocat stopped the agent: a release is near.',
    ],
  ],
  stop_removed: [
    [
      { what: { kind: 'over', reason: 'a release is near' } },
      'The agent is no longer stopped. The reason was: a release is near.',
    ],
    [
      { what: { kind: 'over', reason: 'a release is near', by: 'octocat' } },
      'octocat removed the stop. The reason was: a release is near.',
    ],
    [
      { what: { kind: 'half_over', where: 'WAKEFUL_STOP' } },
      'WAKEFUL_STOP is gone, but state/STOP is still set.',
    ],
  ],
};

const NAMES = Object.keys(EVENTS) as EventName[];

function eventsOf(name: EventName): readonly (readonly [LogEvent, string])[] {
  return SAMPLES[name].map(([facts, message]) => [{ ...facts, event: name } as LogEvent, message]);
}

describe.each(NAMES)('%s', (name) => {
  test('is told in plain words', () => {
    expect(eventsOf(name).map(([event]) => messageOf(asMasked(event)))).toEqual(
      eventsOf(name).map(([, message]) => message),
    );
  });

  test('is told in complete sentences, in words that people know', () => {
    for (const [event] of eventsOf(name)) {
      const message = messageOf(asMasked(event));
      expect(message, 'ends like a sentence').toMatch(/[.!?]$/);
      expect(message, 'begins with a capital, a digit or a name').toMatch(
        /^(?:[A-Z\d`]|octocat|main|docs-index|docs\/|goals\/|#12|state\/STOP|\.github)/,
      );
      expect(message, 'has no word of the code').not.toMatch(
        /\b(?:wakes?|woken|awake|items?|leases?|slots?|epochs?|checkpoints?|windows?)\b(?!\.yml)/i,
      );
      expect(message.replace(/write_file/, ''), 'has no name of an ending').not.toMatch(/[a-z]_[a-z]/);
    }
  });
});

describe('what programs read', () => {
  test('keeps the names of its fields', () => {
    const keys = NAMES.map((name) => [
      name,
      [...new Set(eventsOf(name).flatMap(([event]) => Object.keys(dataOf(asMasked(event)) ?? {})))].join(' '),
    ]);
    expect(Object.fromEntries(keys.filter(([, names]) => names !== ''))).toMatchInlineSnapshot(`
      {
        "alert_closed": "issue",
        "alert_opened": "issue",
        "alert_updated": "issue",
        "change_read": "model objections tokens usd_micros",
        "change_unread": "model tokens",
        "check_ran": "command exit_code",
        "checks_not_run": "commands",
        "command_ran": "command exit_code",
        "dashboard_closed": "issue",
        "dashboard_opened": "issue",
        "draft_aimed": "draft from to",
        "draft_behind": "branch",
        "draft_closed": "draft branch url",
        "draft_found": "draft branch url",
        "draft_merged": "branch generation",
        "draft_opened": "draft branch url",
        "draft_refused": "branch generation",
        "draft_reopened": "branch generation",
        "draft_taken_over": "branch generation",
        "draft_updated": "draft branch url",
        "effect_failed": "effect draft branch",
        "issue_commented": "issue url",
        "issue_kept": "issue url",
        "issue_labelled": "issue url",
        "issue_opened": "issue url",
        "issue_unlabelled": "issue url",
        "item_ended": "ending tokens usd_micros calls",
        "item_failed": "ending tokens usd_micros calls",
        "lease_released": "ending tokens calls unchanged unchanged_items",
        "lease_taken": "epoch reserved_tokens",
        "limit_near": "limit",
        "model_fault": "fault charged",
        "model_replaced": "from to",
        "overspent": "tokens allowed",
        "paths_left_out": "paths",
        "request_answered": "request",
        "request_served": "request ending",
        "request_stored": "request requests",
        "secret_found": "ending tokens usd_micros calls",
        "slots_classified": "as from to count why",
        "slots_missed": "as from to count why",
        "took_over": "dead_wake epoch lost_tokens dead_in_a_row unchanged unchanged_items",
        "wake_ended": "ending",
        "wake_started": "trigger",
        "window_finished": "slot",
        "window_started": "slot kind items",
        "work_found": "branch",
      }
    `);
  });

  test('has the level of its kind, and the lowest one where people need not read it', () => {
    expect(levelOf({ event: 'item_stuck' })).toBe('error');
    expect(levelOf({ event: 'item_stuck', isRoutine: true })).toBe('debug');
  });
});
