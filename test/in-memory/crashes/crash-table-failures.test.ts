import { expect } from 'vitest';
import { readMarker } from '../../../src/core/marker.ts';
import { type Behaviour, modelOf, using } from '../../../src/simulation/model/behaviour.ts';
import { disturbEverywhere, type Scenario } from '../../support/crashes/crash-table.ts';
import {
  goalText,
  type Night,
  PLAIN,
  QUEUE,
  QUEUE_FILES,
  WITHOUT_DASHBOARD,
} from '../../support/memory/night.ts';
import { Freezer } from '../../support/memory/steps.ts';
import { diligent, named } from '../../support/memory/test-model.ts';
import { told, wish } from '../../support/memory/wishes.ts';

const FILES = Object.keys(QUEUE_FILES);
const HALF_HOUR = 1_800_000;
const HOUR = 3_600_000;

const givesUp: Behaviour = () => [['give_up', { reason: 'It cannot be done.' }]];

/** Writes half of it and notes that, until its calls are used up; finishes where it finds that note. */
const slow: Behaviour = ({ turn, question }) => {
  const isContinued = question.messages.some(
    ({ role, content }) => role === 'user' && content.includes('half is there'),
  );
  if (!isContinued)
    return [
      ['note', { text: 'half is there' }],
      ['write_file', { path: `docs/half-${turn}.md`, text: 'Half.\n' }],
    ];
  if (turn === 0) return [['write_file', { path: 'docs/end.md', text: 'End.\n' }]];
  return [['finish', { summary: 'Ended.' }]];
};

/** A wake whose process ends before its n-th push. */
async function die(night: Night, id: string, n = 2): Promise<void> {
  const { pushes } = night.remote;
  night.remote.onPush = (push) => (push === pushes + n ? 'die_before' : null);
  await night.wake({ id });
  night.remote.onPush = () => null;
  night.github.finished.add(id);
  night.clock.advance(HALF_HOUR);
}

/** Goals and causes of the alerts that are open, but for failures in a row, which depend on what fails. */
function openAlerts(night: Night): readonly string[] {
  const open = night.github.issues.filter(({ state }) => state === 'open');
  const names = open.map(({ body }) => readMarker(body)?.replace(/^alert\//, '') ?? '');
  return names.filter((name) => !name.endsWith('/failing')).sort();
}

const DEATHS: readonly Scenario[] = [
  {
    name: 'a wake that takes over from a dead one',
    night: { goals: { tidy: `${QUEUE}limits: {tokens: 20000}\n` }, files: QUEUE_FILES },
    prepare: (night) => die(night, 'dead', 3),
    drafts: 1,
    items: FILES,
  },
  {
    name: 'a wake that takes over two goals, of which one is gone',
    night: { goals: { gone: PLAIN, tidy: PLAIN } },
    prepare: async (night) => {
      await die(night, 'dead');
      await night.commit({ 'goals/gone.yml': null });
      // Nobody takes over a goal that is gone; its lease is dropped when it is overdue.
    },
    drafts: 1,
    items: ['window'],
  },
  {
    name: 'a goal that is paused because three wakes died over it',
    night: { goals: { tidy: `${PLAIN}limits: {attempts: 9, tokens: 15000}\n` } },
    prepare: async (night) => {
      for (const n of [1, 2, 3]) await die(night, `dead-${n}`);
    },
    drafts: 0,
    items: [],
    end: (night) => {
      expect(night.state().checkpoints['tidy']?.pause).toMatchObject({ by: 'wakeful' });
      expect(openAlerts(night)).toEqual(['tidy/paused']);
      expect(told(night, 'goal_paused')).toHaveLength(1);
    },
  },
  {
    name: 'half-done work that is gone on with',
    night: { goals: { tidy: `${PLAIN}limits: {model_calls: 2, attempts: 5}\n` } },
    behave: slow,
    prepare: async (night) => {
      await night.wake({ model: modelOf(slow) });
      night.clock.advance(HALF_HOUR);
    },
    drafts: 1,
    items: ['window'],
  },
  {
    name: 'effects that an outage left undone',
    night: { goals: { tidy: QUEUE }, files: QUEUE_FILES },
    prepare: async (night) => {
      night.github.onCall = () => 'error_before';
      await night.wake();
      night.github.onCall = () => null;
      night.clock.advance(HALF_HOUR);
    },
    drafts: 1,
    items: FILES,
  },
  {
    name: 'a draft that a wake opened after it had lost its lease',
    night: { goals: { tidy: `${PLAIN}limits: {tokens: 20000}\n` } },
    behave: named,
    prepare: async (night) => {
      const freezer = new Freezer((call) => call === 'github.createDraft');
      const zombie = night.wake({ id: 'zombie', change: freezer.change });
      await freezer.frozen;
      night.github.finished.add('zombie');
      await night.wake({ id: 'successor' });
      await night.mergeBranch(night.github.drafts[0]?.branch ?? '');
      night.github.change(1, { state: 'merged' });
      freezer.thaw();
      await zombie;
      night.clock.advance(4 * HOUR);
    },
    drafts: 1,
    items: ['window', 'window'],
    end: (night) => expect(night.github.drafts[1]?.state, 'the late one').toBe('closed'),
  },
];

const TIGHT = 'limits: {tokens: 10000, tokens_per_day: 10000, attempts: 5}\n';

const BUDGETS: readonly Scenario[] = [
  {
    name: 'a budget that pays for two of three items a day',
    night: { goals: { tidy: `${QUEUE}${TIGHT}` }, files: QUEUE_FILES },
    behave: using(1_000, diligent),
    pause: 24 * HOUR,
    drafts: 1,
    items: FILES,
    end: (night) => {
      const days = Object.values(night.state().budget.days);
      for (const { tidy } of days) expect(tidy?.spent_tokens).toBeLessThanOrEqual(10_000);
    },
  },
];

const ALERTS: readonly Scenario[] = [
  {
    name: 'an item that gets stuck, and its alert',
    night: { goals: { tidy: PLAIN } },
    behave: givesUp,
    prepare: async (night) => {
      for (let n = 0; n < 2; n++) {
        await night.wake({ model: modelOf(givesUp) });
        night.clock.advance(HALF_HOUR);
      }
    },
    drafts: 0,
    items: [],
    end: (night) => expect(openAlerts(night)).toEqual(['tidy/item_stuck']),
  },
  {
    name: 'an alert whose cause is gone',
    night: { goals: { tidy: PLAIN } },
    prepare: async (night) => {
      for (let n = 0; n < 3; n++) {
        await night.wake({ model: modelOf(givesUp) });
        night.clock.advance(60_000);
      }
      expect(openAlerts(night)).toEqual(['tidy/item_stuck']);
      await night.commit({ 'goals/tidy.yml': goalText('tidy', `${PLAIN}# clearer now\n`) });
    },
    drafts: 1,
    items: ['window'],
    end: (night) => expect(openAlerts(night)).toEqual([]),
  },
  {
    name: 'a goal file that is not valid, and its alert',
    night: { goals: { tidy: PLAIN }, files: { 'goals/bad.yml': 'title: x\n' } },
    drafts: 1,
    items: ['window'],
    end: (night) => expect(openAlerts(night)).toEqual(['bad/bad_goal']),
  },
  {
    name: 'a goal file that is valid again',
    night: { goals: { tidy: PLAIN }, files: { 'goals/bad.yml': 'title: x\n' } },
    prepare: async (night) => {
      await night.wake();
      await night.commit({ 'goals/bad.yml': null });
      night.clock.advance(HALF_HOUR);
    },
    drafts: 1,
    items: ['window'],
    end: (night) => expect(openAlerts(night)).toEqual([]),
  },
  {
    name: 'two drafts closed unmerged, which pause the goal and ask why',
    night: { goals: { tidy: PLAIN }, settings: WITHOUT_DASHBOARD },
    behave: named,
    prepare: async (night) => {
      for (const n of [1, 2]) {
        await night.wake({ model: modelOf(named) });
        night.github.change(n, { state: 'closed' });
        night.clock.advance(5 * HOUR);
      }
    },
    drafts: 0,
    items: ['window', 'window'],
    end: (night) => {
      expect(openAlerts(night)).toEqual(['tidy/paused']);
      expect(told(night, 'goal_paused')).toHaveLength(1);
    },
  },
  {
    name: 'a pause that a person has lifted, and its alert',
    night: { goals: { tidy: PLAIN }, settings: WITHOUT_DASHBOARD },
    behave: named,
    prepare: async (night) => {
      for (const n of [1, 2]) {
        await night.wake({ model: modelOf(named) });
        night.github.change(n, { state: 'closed' });
        night.clock.advance(5 * HOUR);
      }
      await night.wake();
      await wish(night, { kind: 'resume' });
      night.clock.advance(6 * HOUR);
    },
    drafts: 1,
    items: ['window', 'window', 'window'],
    end: (night) => expect(openAlerts(night)).toEqual([]),
  },
];

/** One change, in whatever window. */
const alwaysTheSame: Behaviour = ({ turn }) =>
  turn === 0
    ? [['write_file', { path: 'docs/index.md', text: 'Looked after.\n' }]]
    : [['finish', { summary: 'Looked after it.' }]];

/** What was answered once stays answered, whatever happens to the wake that comes to it again. */
const ANSWERED: readonly Scenario[] = [
  {
    name: 'the very change that a person has refused before',
    night: { goals: { tidy: PLAIN } },
    behave: alwaysTheSame,
    prepare: async (night) => {
      await night.wake({ model: modelOf(alwaysTheSame) });
      night.github.change(1, { state: 'closed' });
      night.clock.advance(6 * HOUR);
    },
    drafts: 0,
    items: ['window', 'window'],
    end: (night) => {
      expect(night.github.drafts).toHaveLength(1);
      expect([...night.remote.branches.keys()].filter((name) => name.startsWith('wakeful/'))).toHaveLength(1);
      expect(night.log().filter(({ message }) => message.includes('it is not proposed again'))).toHaveLength(
        1,
      );
    },
  },
  {
    name: 'a stuck item that a person has tried again, in vain',
    night: { goals: { tidy: `${PLAIN}limits: {attempts: 1}\n` } },
    behave: givesUp,
    prepare: async (night) => {
      await night.wake({ model: modelOf(givesUp) });
      night.clock.advance(HALF_HOUR);
      expect(openAlerts(night)).toEqual(['tidy/item_stuck']);
    },
    wake: { trigger: { kind: 'person', goals: ['tidy'] } },
    drafts: 0,
    items: [],
    end: (night) => {
      expect(openAlerts(night)).toEqual(['tidy/item_stuck']);
      expect(night.github.issues, 'one cause is one issue').toHaveLength(1);
    },
  },
];

disturbEverywhere([...ANSWERED, ...DEATHS, ...BUDGETS, ...ALERTS]);
