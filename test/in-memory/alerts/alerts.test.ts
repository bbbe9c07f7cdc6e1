import { describe, expect, test } from 'vitest';
import { Halt } from '../../../src/core/ending.ts';
import { verdictOf } from '../../../src/core/health/verdict.ts';
import { LONGEST_QUEUE } from '../../../src/core/item.ts';
import type { ModelProvider } from '../../../src/ports.ts';
import { type Behaviour, modelOf } from '../../../src/simulation/model/behaviour.ts';
import type { CallName } from '../../../src/simulation/world/memory-github.ts';
import {
  goalText,
  Night,
  PLAIN,
  QUEUE,
  type WakeOptions,
  WITHOUT_DASHBOARD,
} from '../../support/memory/night.ts';
import { diligent } from '../../support/memory/test-model.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const sulks: Behaviour = () => [['give_up', { reason: 'I cannot' }]];
const keyless: ModelProvider = {
  name: () => 'none',
  open: async () => {
    throw new Halt('missing_key', 'Set OPENAI_API_KEY.');
  },
};

function issues(night: Night, state?: 'open' | 'closed') {
  return night.github.issues.filter((issue) => state === undefined || issue.state === state);
}

function titles(night: Night, state?: 'open' | 'closed'): readonly string[] {
  return issues(night, state).map((issue) => issue.title.replace('Wakeful: ', ''));
}

/** GitHub's issues do not answer; the rest of it does. */
function issuesDown(night: Night): void {
  night.github.onCall = (_, name: CallName) => (name.includes('Alert') ? 'error_before' : null);
}

function up(night: Night): void {
  night.github.onCall = () => null;
}

describe('an alert about a goal', () => {
  test('is opened at the threshold of failures in a row, updated in place, and closed when the cause is gone', async () => {
    const goals = { tidy: `${PLAIN}limits: {attempts: 9}\n` };
    const night = await Night.begin({ goals });
    const seen: string[] = [];
    for (const reason of ['one', 'two', 'three', 'four', 'four']) {
      await night.wake({
        model: modelOf(
          () => [['give_up', { reason }]],
          () => night.clock.advance(1_000),
        ),
      });
      seen.push(titles(night, 'open').join());
      night.clock.advance(HOUR);
    }
    const failing = 'tidy fails again and again';
    expect(seen).toEqual(['', '', failing, failing, failing]);
    expect(issues(night)[0]?.body).toContain('four');
    await night.wake();
    expect(issues(night).map((issue) => [issue.state, issue.comments])).toEqual([
      ['closed', ['A run of the goal has succeeded. Run wake-6 has seen it.']],
    ]);
    expect(night.state().alerts.alerts).toEqual({});
  });

  test('says how often and since when a goal has failed, and what that has cost, without a line in the log each time', async () => {
    const night = await Night.begin({
      goals: { tidy: `${PLAIN}limits: {attempts: 50}\n` },
      settings: 'bounds: {attempts: 50}\n',
    });
    const tokens = [0];
    const said: string[] = [];
    const lines: string[] = [];
    for (let n = 1; n <= 7; n++) {
      const person = { kind: 'person', by: 'ann', goals: ['tidy'] } as const;
      const wake = await night.wake({ model: modelOf(sulks), trigger: person });
      tokens.push((tokens.at(-1) ?? 0) + (wake.result.goals[0]?.spent.tokens ?? 0));
      lines.push(...wake.lines.flatMap(({ event, level }) => (event === 'alert_updated' ? level : [])));
      said.push(/^As of .*$/m.exec(issues(night)[0]?.body ?? '')?.[0] ?? '');
      night.clock.advance(HOUR);
    }
    const words = (n: number) =>
      expect.stringMatching(
        new RegExp(
          `^As of .* UTC: ${n} runs in a row failed, which cost ${(tokens[n] ?? 0).toLocaleString('en')} tokens\\.$`,
        ),
      );
    expect(said).toEqual(['', '', words(3), words(3), words(3), words(6), words(6)]);
    expect(lines).toEqual(['debug']);
    expect(issues(night)[0]?.body).toMatch(/^Since 22 Nov 2026 03:00 UTC, goal/);
    expect(issues(night)[0]?.comments).toEqual([]);
  });

  test('waits for a threshold of the settings', async () => {
    const night = await Night.begin({
      goals: { tidy: `${PLAIN}limits: {attempts: 9}\n` },
      settings: 'alerts: {consecutive_failures: 2}\n',
    });
    await night.wake({ model: modelOf(sulks) });
    expect(titles(night)).toEqual([]);
    night.clock.advance(HOUR);
    await night.wake({ model: modelOf(sulks) });
    expect(titles(night)).toEqual(['tidy fails again and again']);
  });

  test('that lasts twelve days is one issue, and is not written to in vain', async () => {
    const night = await Night.begin({ goals: { tidy: PLAIN } });
    let updates = 0;
    night.github.onCall = (_, name) => {
      if (name === 'updateAlertIssue') updates += 1;
      return null;
    };
    for (let n = 0; n < 12 * 4; n++) {
      await night.wake({ model: modelOf(sulks, () => night.clock.advance(1_000)) });
      night.clock.advance(DAY / 4);
    }
    expect(titles(night)).toEqual([
      'tidy has a task that used up its attempts',
      'tidy is paused and needs your decision',
    ]);
    expect(updates).toBeLessThanOrEqual(20);
    expect(titles(night, 'open')).toEqual(['tidy is paused and needs your decision']);
  });

  test.each([false, true])(
    'about a model that is down for twelve days is one issue, closed with the first answer; closed by a person: %s',
    async (isClosedByPerson) => {
      const night = await Night.begin({ goals: { tidy: PLAIN }, settings: WITHOUT_DASHBOARD });
      let n = 0;
      const down: Behaviour = () => ({
        ...{
          kind: 'fault',
          fault: n % 2 === 0 ? 'timeout' : 'server_error',
          isCharged: false,
          retryAfter: 999,
        },
        ...{ usage: null, detail: `no answer to request ${++n}` },
      });
      for (let ticks = 0; ticks < 12 * 8; ticks++) {
        await night.wake({ model: modelOf(down, () => night.clock.advance(1_000)) });
        if (isClosedByPerson && ticks === 10) night.github.changeIssue(1, { state: 'closed' });
        night.clock.advance(DAY / 8);
      }
      expect(titles(night)).toEqual(['tidy fails again and again']);
      expect(issues(night, 'open')).toHaveLength(isClosedByPerson ? 0 : 1);
      await night.wake();
      expect(issues(night, 'open')).toEqual([]);
      expect(night.state().alerts.alerts).toEqual({});
    },
  );

  test('that a person has closed stays closed until the cause changes, whatever its words are', async () => {
    const night = await Night.begin({
      goals: { tidy: `${PLAIN}limits: {attempts: 50}\n` },
      settings: 'bounds: {attempts: 50}\n',
    });
    let n = 0;
    const again = async (behave: Behaviour) => {
      await night.wake({ model: modelOf(behave, () => night.clock.advance(1_000)) });
      night.clock.advance(wait);
      wait = DAY;
    };
    let wait = HOUR;
    const chatty: Behaviour = () => [['give_up', { reason: `I cannot, for the ${++n}th time` }]];
    for (let times = 0; times < 3; times++) await again(chatty);
    const [alert] = issues(night, 'open');
    night.github.changeIssue(alert?.number ?? 0, { state: 'closed' });
    for (let times = 0; times < 3; times++) await again(chatty);
    expect(issues(night)).toHaveLength(1);
    expect(night.state().alerts.alerts['tidy/failing']?.known).toBe(true);
    expect(night.remote.text('wakeful-state', 'README.md')).toContain('closed by a person');
    const other: Behaviour = () => [['note', { text: 'round and round' }]];
    await again(other);
    expect(issues(night).map((issue) => issue.state)).toEqual(['closed', 'open']);
    expect(issues(night)[1]?.body).toContain('no_progress');
  });

  test('at once: a missing key stays told while nothing new is known, and goes when a model has answered', async () => {
    const night = await Night.begin({ goals: { tidy: PLAIN } });
    await night.wake({ model: keyless });
    expect(titles(night, 'open')).toEqual(['tidy has no usable model key']);
    night.clock.advance(HOUR);
    const down: Behaviour = () => ({
      kind: 'fault',
      fault: 'unreachable',
      isCharged: false,
      retryAfter: 999,
      detail: 'no',
    });
    await night.wake({ model: modelOf(down) });
    expect(titles(night, 'open')).toEqual(['tidy has no usable model key']);
    night.clock.advance(HOUR);
    await night.wake();
    expect(titles(night, 'open')).toEqual([]);
  });

  test('about a draft that waits comes after 14 days, and goes with the decision', async () => {
    const night = await Night.begin({ goals: { tidy: PLAIN } });
    const open: number[] = [];
    for (let day = 0; day < 17; day++) {
      await night.wake();
      open.push(issues(night, 'open').length);
      night.clock.advance(DAY);
    }
    expect(open.indexOf(1)).toBe(15);
    night.github.change(1, { state: 'closed' });
    await night.wake();
    expect(titles(night, 'open')).toEqual([]);
  });

  test('of a goal that is removed or switched off is closed', async () => {
    for (const text of [null, `${goalText('tidy', PLAIN)}enabled: false\n`]) {
      const night = await Night.begin({ goals: { tidy: PLAIN, other: PLAIN } });
      await night.wake({ model: keyless });
      expect(titles(night, 'open')).toHaveLength(2);
      await night.commit({ 'goals/tidy.yml': text });
      night.clock.advance(HOUR);
      await night.wake({ model: keyless });
      expect(titles(night, 'open')).toEqual(['other has no usable model key']);
    }
  });

  test('says why where a goal cannot even be planned, once, with few pushes', async () => {
    const night = await Night.begin({
      goals: { tidy: `${PLAIN}for_each: {files: 'many/**'}\n`, other: PLAIN },
    });
    const paths = Array.from({ length: LONGEST_QUEUE + 1 }, (_, n) => `many/${n}.md`);
    await night.commit(Object.fromEntries(paths.map((path) => [path, path])));
    const pushes: number[] = [];
    for (let n = 0; n < 8; n++) {
      const { result, pushes: made } = await night.wake();
      expect(result.ending).toBe('bad_goal');
      expect(result.goals.find((goal) => goal.goal === 'other')?.ending ?? 'nothing_due').not.toBe(
        'bad_goal',
      );
      pushes.push(made);
      night.clock.advance(HOUR / 2);
    }
    expect(titles(night, 'open')).toEqual(['tidy has a goal file that the agent cannot follow']);
    expect(night.state().status.goals['tidy']?.ending).toBe('bad_goal');
    expect(pushes.slice(3, 6).every((made) => made <= 1)).toBe(true);
    await night.commit({ 'goals/tidy.yml': goalText('tidy', PLAIN) });
    await night.wake();
    expect(titles(night, 'open')).toEqual([]);
  });
});

describe('an alert about an item that used up its attempts', () => {
  const TWICE = `${PLAIN}limits: {attempts: 2}\n`;
  /** Failures in a row are told by themselves, much later. */
  const PATIENT = `alerts: {consecutive_failures: 50}\n${WITHOUT_DASHBOARD}`;
  const byPerson = { trigger: { kind: 'person', goals: ['tidy'] } } as const;

  async function wakes(night: Night, behave: Behaviour, options: readonly WakeOptions[]) {
    const seen: unknown[] = [];
    for (const option of options) {
      night.clock.advance(60_000);
      const model = modelOf(behave, () => night.clock.advance(1_000));
      const { result } = await night.wake({ ...option, model });
      seen.push([
        result.ending,
        verdictOf(result),
        issues(night)
          .map(({ state }) => state)
          .join(),
      ]);
    }
    return seen;
  }

  test('is one issue however often a person has it tried again, red once, and closed by success alone', async () => {
    const night = await Night.begin({ goals: { tidy: TWICE }, settings: PATIENT });
    expect(await wakes(night, sulks, [{}, {}])).toEqual([
      ['gave_up', 'fine', ''],
      ['item_stuck', 'needs_person', 'open'],
    ]);
    for (let day = 0; day < 12; day++) {
      expect(await wakes(night, sulks, [byPerson, {}])).toEqual([
        ['gave_up', 'fine', 'open'],
        ['item_stuck', 'told_before', 'open'],
      ]);
    }
    expect(await wakes(night, diligent, [byPerson])).toEqual([['worked', 'fine', 'closed']]);
    expect(night.state().alerts.alerts).toEqual({});
  });

  test('that a person has closed stays closed when the same item fails again', async () => {
    const night = await Night.begin({ goals: { tidy: TWICE }, settings: PATIENT });
    await wakes(night, sulks, [{}, {}]);
    night.github.changeIssue(1, { state: 'closed' });
    const inOtherWords: Behaviour = () => [['give_up', { reason: 'Still not' }]];
    await wakes(night, inOtherWords, [byPerson, {}]);
    expect(issues(night).map(({ state }) => state)).toEqual(['closed']);
    expect(night.state().alerts.alerts['tidy/item_stuck']).toMatchObject({ wanted: true, known: true });
    await wakes(night, diligent, [byPerson]);
    expect(night.state().alerts.alerts).toEqual({});
  });

  test('goes when a goal edit leaves no such item', async () => {
    const night = await Night.begin({
      goals: { tidy: `${QUEUE}limits: {attempts: 1}\n` },
      files: { 'docs/a.md': 'A\n' },
    });
    await wakes(night, sulks, [{}]);
    expect(issues(night, 'open')).toHaveLength(1);
    const other = `${PLAIN}for_each: {files: "src/*"}\n`;
    await night.commit({ 'goals/tidy.yml': goalText('tidy', other) });
    await wakes(night, sulks, [{}]);
    expect(issues(night, 'open')).toEqual([]);
  });
});

describe('an alert about files', () => {
  test('names the faults of a goal file, comes once, follows its text and goes when it is mended', async () => {
    const night = await Night.begin({ goals: { tidy: `${PLAIN}nonsense: 1\n`, other: PLAIN } });
    const first = await night.wake();
    expect(first.result.ending).toBe('bad_goal');
    expect(first.result.goals.map((goal) => [goal.goal, goal.ending])).toEqual([['other', 'worked']]);
    expect(titles(night, 'open')).toEqual(['tidy has a goal file that is not valid']);
    night.clock.advance(HOUR / 2);
    expect((await night.wake()).pushes).toBe(0);
    await night.commit({ 'goals/tidy.yml': goalText('tidy', `${PLAIN}rubbish: 1\n`) });
    await night.wake();
    expect(issues(night)).toHaveLength(1);
    expect(issues(night)[0]?.body).toContain('rubbish');
    expect(night.log().filter((line) => line.event === 'bad_goal')).toHaveLength(2);
    await night.commit({ 'goals/tidy.yml': goalText('tidy', PLAIN) });
    expect((await night.wake()).result.ending).toBe('worked');
    expect(titles(night, 'open')).toEqual([]);
  });

  test('that a person has closed comes again when the file is wrong in another way', async () => {
    const night = await Night.begin({ goals: { tidy: `${PLAIN}nonsense: 1\n` } });
    await night.wake();
    night.github.changeIssue(1, { state: 'closed' });
    for (let n = 0; n < 3; n++) {
      night.clock.advance(HOUR);
      await night.wake();
    }
    expect(issues(night)).toHaveLength(1);
    await night.commit({ 'goals/tidy.yml': goalText('tidy', `${PLAIN}rubbish: 1\n`) });
    await night.wake();
    expect(issues(night).map((issue) => issue.state)).toEqual(['closed', 'open']);
  });

  test('of settings stops every goal, keeps the alerts of goals, and still gives a sign of life', async () => {
    const night = await Night.begin({ goals: { tidy: PLAIN } });
    await night.wake({ model: keyless });
    await night.commit({ '.github/wakeful.yml': 'nonsense: 1\n' });
    const { result } = await night.wake();
    expect([result.ending, result.goals]).toEqual(['bad_settings', []]);
    expect(titles(night, 'open')).toEqual([
      'tidy has no usable model key',
      'the agent has a settings file that is not valid',
    ]);
    expect(night.state().status.last_wake?.ending).toBe('bad_settings');
    const before = night.state().status.seen_at;
    night.clock.advance(2 * HOUR);
    await night.wake();
    expect(night.state().status.seen_at).not.toBe(before);
  });
});

describe('not more than five alerts', () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

  test('are open: the rest is folded into one, and gets room when others go', async () => {
    const night = await Night.begin({
      goals: Object.fromEntries(ids.map((id) => [id, PLAIN])),
      settings: 'open_drafts: 20\nbounds: {}\n',
    });
    for (let n = 0; n < 3; n++) {
      await night.wake({ model: keyless });
      expect(issues(night, 'open').length).toBeLessThanOrEqual(5);
      night.clock.advance(HOUR);
    }
    expect(titles(night, 'open')).toEqual([
      ...['a', 'b', 'c', 'd'].map((id) => `${id} has no usable model key`),
      'the agent has more alerts than it may open issues',
    ]);
    const folded = issues(night, 'open').at(-1)?.body ?? '';
    for (const id of ['e', 'f', 'g', 'h']) expect(folded).toContain(`${id} has no usable model key`);
    const settled = await night.wake({ model: keyless });
    expect(settled.result.ending).toBe('missing_key');
    // Three goals are mended: their issues go, others get theirs, and the one for the rest follows.
    const mended: ModelProvider = modelOf(diligent, () => night.clock.advance(1_000));
    await night.wake({ trigger: { kind: 'person', goals: ['a', 'b', 'c'] }, model: mended });
    for (let n = 0; n < 3; n++) {
      night.clock.advance(HOUR);
      await night.wake({ model: keyless });
      expect(issues(night, 'open').length).toBeLessThanOrEqual(5);
    }
    const own = titles(night, 'open').filter((title) => title.endsWith('no usable model key'));
    expect(own).toEqual(['d', 'e', 'f', 'g'].map((id) => `${id} has no usable model key`));
    for (let n = 0; n < 4; n++) {
      await night.wake({ model: mended });
      night.clock.advance(HOUR);
    }
    expect(titles(night, 'open')).toEqual([]);
  });

  test('also of bad goal files, and a known one makes room', async () => {
    const night = await Night.begin({
      goals: Object.fromEntries(ids.map((id) => [id, `${PLAIN}nonsense: 1\n`])),
    });
    await night.wake();
    expect(titles(night, 'open')).toHaveLength(5);
    expect(issues(night, 'open').at(-1)?.body).toContain('h has a goal file that is not valid');
    const { pushes, result } = await night.wake();
    expect([pushes, result.ending]).toEqual([0, 'bad_goal']);
  });

  test('by the number of the settings', async () => {
    const night = await Night.begin({
      goals: Object.fromEntries(ids.map((id) => [id, `${PLAIN}nonsense: 1\n`])),
      settings: 'alerts: {open: 1}\n',
    });
    await night.wake();
    expect(titles(night, 'open')).toEqual(['the agent has more alerts than it may open issues']);
  });
});

describe('while GitHub cannot take issues', () => {
  test('the wake keeps its own ending, and a later wake carries the alert out although nothing is due', async () => {
    const night = await Night.begin({ goals: { tidy: `${PLAIN}limits: {attempts: 1}\n` } });
    issuesDown(night);
    const { result } = await night.wake({ model: modelOf(sulks) });
    expect(result.ending).toBe('item_stuck');
    expect(night.state().alerts.alerts['tidy/item_stuck']).toMatchObject({ wanted: true, issue: null });
    night.clock.advance(HOUR / 2);
    const still = await night.wake();
    expect([still.result.ending, titles(night)]).toEqual(['nothing_due', []]);
    expect(night.state().status.goals['tidy']?.ending).toBe('item_stuck');
    up(night);
    night.clock.advance(HOUR / 2);
    await night.wake();
    expect(titles(night, 'open')).toEqual(['tidy has a task that used up its attempts']);
    night.clock.advance(HOUR / 2);
    expect((await night.wake()).pushes).toBe(0);
  });

  test('an alert about something that happened once is told later all the same', async () => {
    const night = await Night.begin({ goals: { tidy: PLAIN } });
    issuesDown(night);
    await night.wake({ model: keyless });
    up(night);
    night.remote.onPush = () => null;
    night.clock.advance(HOUR / 2);
    const down: Behaviour = () => ({
      kind: 'fault',
      fault: 'unreachable',
      isCharged: false,
      retryAfter: 999,
      detail: 'no',
    });
    await night.wake({ model: modelOf(down) });
    expect(titles(night, 'open')).toEqual(['tidy has no usable model key']);
  });

  test('a cause that goes away in the meantime is closed later', async () => {
    const night = await Night.begin({ goals: { tidy: PLAIN } });
    await night.wake({ model: keyless });
    issuesDown(night);
    night.clock.advance(HOUR);
    expect((await night.wake()).result.ending).toBe('worked');
    expect(titles(night, 'open')).toHaveLength(1);
    expect(night.state().alerts.alerts['tidy/missing_key']?.wanted).toBe(false);
    up(night);
    night.clock.advance(HOUR / 2);
    await night.wake();
    expect(titles(night, 'open')).toEqual([]);
    expect(night.state().alerts.alerts).toEqual({});
  });

  test('an alert about files keeps no goal from its work and is carried out later', async () => {
    const night = await Night.begin({ goals: { tidy: `${PLAIN}nonsense: 1\n`, other: PLAIN } });
    issuesDown(night);
    const { result } = await night.wake();
    expect(result.goals.map((goal) => goal.ending)).toEqual(['worked']);
    up(night);
    night.clock.advance(HOUR / 2);
    await night.wake();
    expect(titles(night, 'open')).toEqual(['tidy has a goal file that is not valid']);
    expect(night.log().filter((line) => line.event === 'bad_goal')).toHaveLength(1);
  });

  test.each(['error_before', 'error_after', 'die_before', 'die_after'] as const)(
    'for one call (%s), at each call of a wake that opens and one that closes an alert, one issue comes of it',
    async (fault) => {
      for (let bad = 1; bad <= 6; bad++) {
        // What two dead wakes have set aside leaves enough of the day for the next one.
        const night = await Night.begin({ goals: { tidy: `${PLAIN}limits: {tokens: 20000}\n` } });
        night.github.onCall = (call) => (call === bad ? fault : null);
        await night.wake({ id: 'disturbed', model: keyless });
        up(night);
        night.github.finished.add('disturbed');
        for (let n = 0; n < 2; n++) {
          night.clock.advance(HOUR);
          await night.wake({ model: keyless });
        }
        expect(titles(night, 'open'), `call ${bad}`).toEqual(['tidy has no usable model key']);
        const { calls } = night.github;
        night.github.onCall = (call) => (call === calls + bad ? fault : null);
        await night.wake({ id: 'disturbed too' });
        up(night);
        night.github.finished.add('disturbed too');
        for (let n = 0; n < 3; n++) {
          night.clock.advance(HOUR);
          await night.wake();
        }
        expect(titles(night, 'open'), `call ${bad}`).toEqual([]);
        expect(night.state().alerts.alerts).toEqual({});
      }
    },
  );

  test('an issue that a dead wake has opened and nobody wrote down is closed by the one that takes over', async () => {
    const night = await Night.begin({ goals: { tidy: PLAIN } });
    night.github.onCall = (_, name) => (name === 'openAlertIssue' ? 'die_after' : null);
    await night.wake({ id: 'dead', model: keyless });
    up(night);
    night.github.finished.add('dead');
    expect(titles(night, 'open')).toHaveLength(1);
    night.clock.advance(HOUR);
    expect((await night.wake()).result.ending).toBe('worked');
    expect(titles(night, 'open')).toEqual([]);
  });

  test.each([
    ['of a goal', PLAIN, keyless],
    ['of a file', `${PLAIN}shedule: {every: 1h}\n`, modelOf(diligent)],
  ] as const)(
    'such an issue %s is closed later where GitHub did not answer the one that takes over',
    async (_, goal, model) => {
      const night = await Night.begin({ goals: { tidy: goal } });
      night.github.onCall = (_call, name) => (name === 'openAlertIssue' ? 'die_after' : null);
      await night.wake({ id: 'dead', model });
      night.github.finished.add('dead');
      await night.commit({ 'goals/tidy.yml': goalText('tidy', PLAIN) });
      issuesDown(night);
      night.clock.advance(HOUR);
      await night.wake();
      expect(titles(night, 'open')).toHaveLength(1);
      expect(night.state().lock.leases).toEqual({});
      up(night);
      night.clock.advance(HOUR);
      await night.wake();
      expect(titles(night, 'open')).toEqual([]);
      expect(night.state().alerts.unswept).toBeUndefined();
    },
  );

  test('the pause of a goal is told later although a paused goal is never due', async () => {
    const night = await Night.begin({ goals: { tidy: PLAIN } });
    for (const id of ['x', 'y', 'z']) {
      const { pushes } = night.remote;
      night.remote.onPush = (push) => (push === pushes + 2 ? 'die_before' : null);
      await night.wake({ id });
      night.github.finished.add(id);
      night.clock.advance(HOUR);
    }
    night.remote.onPush = () => null;
    issuesDown(night);
    await night.wake();
    expect(night.state().checkpoints['tidy']?.pause).not.toBeNull();
    up(night);
    night.clock.advance(HOUR / 2);
    await night.wake();
    expect(titles(night, 'open')).toContain('tidy is paused and needs your decision');
  });
});
