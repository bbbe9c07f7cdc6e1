import { describe, expect, test } from 'vitest';
import { ENDINGS, type Ending, Halt } from '../../../src/core/ending.ts';
import { LONGEST_QUEUE } from '../../../src/core/item.ts';
import type { ModelAnswer, ModelProvider, Sandbox, World } from '../../../src/ports.ts';
import { type Behaviour, modelOf } from '../../../src/simulation/model/behaviour.ts';
import {
  goalText,
  Night,
  PLAIN,
  QUEUE,
  QUEUE_FILES,
  STATE,
  type WakeOptions,
} from '../../support/memory/night.ts';
import { diligent } from '../../support/memory/test-model.ts';

const HALF_HOUR = 1_800_000;

function page(night: Night): string {
  return night.remote.text(STATE, 'README.md') ?? '';
}

/** The answer to one of the page's questions. */
function answer(night: Night, question: string): string {
  return new RegExp(`^- \\*\\*${question}:\\*\\* (.*)$`, 'm').exec(page(night))?.[1] ?? '';
}

const fault = (kind: 'unreachable' | 'bad_request' | 'key_refused'): ModelAnswer => ({
  kind: 'fault',
  fault: kind,
  isCharged: false,
  retryAfter: null,
  detail: 'no',
});

const many: Behaviour = ({ turn }) => [['note', { text: `note ${turn}` }]];
const keyless: ModelProvider = {
  name: () => 'none',
  open: async () => {
    throw new Halt('missing_key', 'Set OPENAI_API_KEY.');
  },
};

/** In which every command fails. */
const failing: Sandbox = {
  reasonUnavailable: async () => null,
  run: async () => ({ exitCode: 1, output: '1 failed', milliseconds: 1_000 }),
};

interface Case {
  readonly goals?: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, string>>;
  readonly settings?: string;
  /** What happens before the wake that is looked at. */
  readonly before?: (night: Night) => Promise<unknown> | unknown;
  readonly wake: (night: Night) => WakeOptions;
  /** Whether the status says so afterwards; the others write nothing or are told elsewhere. */
  readonly inStatus: boolean;
}

const by =
  (behave: Behaviour) =>
  (night: Night): WakeOptions => ({ model: modelOf(behave, () => night.clock.advance(1_000)) });

/** A state store that lets something happen before the n-th push. */
const beforePush =
  (n: number, act: () => Promise<unknown>) =>
  (world: World): World => {
    let pushes = 0;
    return {
      ...world,
      state: {
        ...world.state,
        push: async (refs, signal) => {
          pushes += 1;
          if (pushes === n) await act();
          return world.state.push(refs, signal);
        },
      },
    };
  };

const CASES: Readonly<Record<Ending, Case>> = {
  worked: { wake: () => ({}), inStatus: true },
  no_change: { wake: by(() => [['finish', { summary: 'Nothing to do.' }]]), inStatus: true },
  nothing_due: { before: (night) => night.wake(), wake: () => ({}), inStatus: false },
  held_by_another_wake: {
    before: (night) => {
      night.remote.onPush = (push) => (push === 2 ? 'die_before' : null);
      return night.wake({ id: 'other' });
    },
    wake: () => ({}),
    inStatus: false,
  },
  waiting_for_draft: {
    before: async (night) => {
      await night.wake();
      night.clock.advance(6 * 3_600_000);
    },
    wake: () => ({}),
    inStatus: true,
  },
  paused: {
    before: async (night) => {
      for (const id of ['x', 'y', 'z']) {
        const { pushes } = night.remote;
        night.remote.onPush = (push) => (push === pushes + 2 ? 'die_before' : null);
        await night.wake({ id });
        night.github.finished.add(id);
        night.clock.advance(HALF_HOUR);
      }
      night.remote.onPush = () => null;
    },
    wake: () => ({}),
    inStatus: true,
  },
  yielded_to_person: {
    goals: { tidy: QUEUE },
    files: QUEUE_FILES,
    wake: (night) => ({
      model: modelOf((facts) => {
        night.clock.advance(16_000);
        return diligent(facts);
      }),
      change: beforePush(2, async () => {
        const lock = JSON.parse(night.remote.text(STATE, 'state/lock.json') ?? '');
        lock.leases.tidy.yield = { epoch: lock.leases.tidy.epoch, by: 'ann', request: 'r1' };
        await night.remote.commit({ branch: STATE, files: { 'state/lock.json': JSON.stringify(lock) } });
      }),
    }),
    inStatus: true,
  },
  stopped: {
    wake: (night) => ({
      change: beforePush(2, () =>
        night.remote.commit({ branch: STATE, files: { 'state/STOP': 'holidays\n' } }),
      ),
    }),
    inStatus: true,
  },
  cancelled: {
    wake: (night) => {
      const cancel = new AbortController();
      return { model: modelOf(diligent, () => cancel.abort()), cancel: cancel.signal, at: night.clock.now() };
    },
    inStatus: true,
  },
  taken_over: {
    goals: { tidy: `${QUEUE}limits: {items_per_wake: 1}\n` },
    files: QUEUE_FILES,
    before: async (night) => {
      await night.wake();
      night.clock.advance(HALF_HOUR);
    },
    wake: (night) => ({
      change: beforePush(2, async () => {
        const branch = night.github.drafts[0]?.branch ?? '';
        await night.remote.commit({ branch, files: { 'docs/mine.md': 'A person was here\n' } });
      }),
    }),
    inStatus: true,
  },
  time_limit: {
    wake: (night) => ({ model: modelOf(many, () => night.clock.advance(90_000)) }),
    inStatus: true,
  },
  call_limit: { goals: { tidy: `${PLAIN}limits: {model_calls: 3}\n` }, wake: by(many), inStatus: true },
  budget_spent: { goals: { tidy: `${PLAIN}limits: {tokens: 1000}\n` }, wake: () => ({}), inStatus: true },
  lease_lost: {
    wake: (night) => ({
      change: beforePush(2, async () => {
        const lock = JSON.parse(night.remote.text(STATE, 'state/lock.json') ?? '');
        lock.leases.tidy.nonce = 'f'.repeat(32);
        await night.remote.commit({ branch: STATE, files: { 'state/lock.json': JSON.stringify(lock) } });
      }),
    }),
    inStatus: false,
  },
  gave_up: { wake: by(() => [['give_up', { reason: 'I cannot' }]]), inStatus: true },
  no_progress: { wake: by(() => [['list_files', {}]]), inStatus: true },
  too_large: {
    goals: { tidy: `${PLAIN}limits: {changed_lines: 5}\n` },
    wake: by(({ turn }) =>
      turn === 0
        ? [['write_file', { path: 'docs/x.md', text: 'line\n'.repeat(9) }]]
        : [['finish', { summary: `Try ${turn}` }]],
    ),
    inStatus: true,
  },
  checks_failed: {
    goals: { tidy: `${PLAIN}checks: ["npm test"]\n` },
    wake: () => ({ change: (world) => ({ ...world, sandbox: failing }) }),
    inStatus: true,
  },
  model_unavailable: { wake: by(() => fault('bad_request')), inStatus: true },
  github_unavailable: {
    before: (night) => {
      night.github.onCall = (_, name) => (name === 'createDraft' ? 'error_before' : null);
    },
    wake: () => ({}),
    inStatus: true,
  },
  item_stuck: {
    goals: { tidy: `${PLAIN}limits: {attempts: 1}\n` },
    wake: by(() => [['give_up', { reason: 'I cannot' }]]),
    inStatus: true,
  },
  bad_goal: { goals: { tidy: `${PLAIN}nonsense: 1\n` }, wake: () => ({}), inStatus: true },
  missing_key: { wake: () => ({ model: keyless }), inStatus: true },
  forbidden: {
    wake: (night) => {
      night.remote.onPush = (_, refs) =>
        refs.some((ref) => ref.branch.startsWith('wakeful/')) ? 'refuse' : null;
      return {};
    },
    inStatus: true,
  },
  secret_found: {
    files: { 'docs/a.md': `ghp_${'a1B2c3D4e5'.repeat(4)}\nEND\n` },
    wake: by(({ turn }) =>
      turn === 0
        ? [['edit_file', { path: 'docs/a.md', old: 'END', new: `ghp_${'z9Y8x7W6v5'.repeat(4)}` }]]
        : [['finish', { summary: 'Done.' }]],
    ),
    inStatus: true,
  },
  bad_settings: { settings: 'nonsense: 1\n', wake: () => ({}), inStatus: true },
  bad_state_file: {
    before: async (night) => {
      await night.wake();
      await night.remote.commit({ branch: STATE, files: { 'state/lock.json': '{' } });
    },
    wake: () => ({}),
    inStatus: false,
  },
  unexpected: {
    wake: by(() => {
      throw new TypeError('undefined is not a function');
    }),
    inStatus: true,
  },
};

describe('the closed list of endings', () => {
  test('is made by this table', () => {
    expect(Object.keys(CASES).toSorted()).toEqual(Object.keys(ENDINGS).toSorted());
  });

  test.each(Object.entries(CASES))(
    '%s: a whole wake ends so, and the status is true',
    async (ending, made) => {
      const { goals = { tidy: PLAIN }, files = {}, settings } = made;
      const night = await Night.begin({ goals, files, ...(settings === undefined ? {} : { settings }) });
      await made.before?.(night);
      const { result, id } = await night.wake(made.wake(night));
      expect(result.ending, result.detail).toBe(ending);
      expect(result.detail).toMatch(/^[A-Z`"\w].*\S$/s);
      if (ending === 'bad_state_file') return;
      const { status, lock } = night.state();
      if (made.inStatus) {
        expect(status.last_wake).toMatchObject({ id, ending });
        expect(answer(night, 'Last run')).toContain(`${ending.replaceAll('_', '\\_')}`.replaceAll('\\', ''));
        const ended = night.log().filter((line) => line.event === 'wake_ended' && line.wake === id);
        expect(ended.map((line) => line.data?.['ending'])).toEqual([ending]);
      }
      const [goal] = result.goals;
      if (made.inStatus && goal !== undefined && ending !== 'bad_goal') {
        expect(status.goals['tidy']?.ending).toBe(ending);
        expect(page(night)).toContain(`/docs/endings.md#${ending})`);
      }
      if (made.inStatus) {
        expect(Object.keys(lock.leases), 'no lease is left').toEqual([]);
        expect(answer(night, 'Running')).toBe('No goal is being worked on.');
      }
    },
  );
});

describe('the status', () => {
  test('says during a wake who works on what, and since when', async () => {
    const night = await Night.begin({ goals: { tidy: PLAIN } });
    const seen: string[] = [];
    await night.wake({
      model: modelOf(diligent, () => seen.push(answer(night, 'Running'), answer(night, 'Last run'))),
    });
    expect(seen[0]).toContain('Yes. Run wake-1 has worked on tidy since 22 Nov 03:00');
    expect(seen[1]).toContain('not ended yet');
  });

  test('says of a dead wake that it is stuck once its lease is over', async () => {
    const night = await Night.begin({ goals: { tidy: PLAIN, other: PLAIN } });
    night.remote.onPush = (push) => (push === 2 ? 'die_before' : null);
    await night.wake({ trigger: { goals: ['tidy'] } });
    night.remote.onPush = () => null;
    // Wake-1 is not known to have ended, and its time is not over: the other goal is worked on beside it.
    await night.wake({ trigger: { goals: ['other'] } });
    expect(answer(night, 'Running')).toContain('Yes. Run wake-1 has worked on tidy');
    night.clock.advance(HALF_HOUR);
    const { result } = await night.wake();
    expect(result.goals.map((goal) => [goal.goal, goal.ending])).toContainEqual(['tidy', 'worked']);
    expect(answer(night, 'Running')).toBe('No goal is being worked on.');
  });

  test('answers what has failed, what is left, what comes next and what it has spent', async () => {
    const night = await Night.begin({
      goals: { tidy: `${QUEUE}limits: {items_per_wake: 2}\n` },
      files: QUEUE_FILES,
    });
    await night.wake();
    expect(answer(night, 'Failing')).toBe('No goal is failing or paused.');
    expect(answer(night, 'Backlog')).toContain('1 task left');
    expect(answer(night, 'Next')).toContain('goes on with tidy');
    expect(answer(night, 'Spent')).toContain('480 of');
    night.clock.advance(HALF_HOUR);
    await night.wake({ model: modelOf(() => [['give_up', { reason: 'no' }]]) });
    expect(answer(night, 'Failing')).toContain('tidy failed the last time');
    night.clock.advance(HALF_HOUR);
    await night.wake();
    expect(answer(night, 'Failing')).toBe('No goal is failing or paused.');
    expect(answer(night, 'Backlog')).toContain('No task is left to do.');
    expect(answer(night, 'Next')).toContain('22 Nov 2026 06:00 UTC');
  });

  test('shows the lines of the log that matter, those of its own commit included', async () => {
    const night = await Night.begin({ goals: { tidy: PLAIN } });
    await night.wake();
    const [last] = night.log().slice(-1);
    expect(last?.event).toBe('wake_ended');
    expect(page(night)).toContain('` Opened draft #');
  });

  test('of a wake that did nothing new about a goal keeps what the last one said', async () => {
    const night = await Night.begin({ goals: { tidy: `${PLAIN}limits: {attempts: 1}\n` } });
    night.github.onCall = (_, name) => (name.includes('Alert') ? 'error_before' : null);
    await night.wake({ model: modelOf(() => [['give_up', { reason: 'no' }]]) });
    night.github.onCall = () => null;
    night.clock.advance(HALF_HOUR);
    await night.wake();
    expect(night.state().status.goals['tidy']).toMatchObject({
      ending: 'item_stuck',
      at: '2026-11-22T03:00:30Z',
    });
  });

  test('says at once how a wake ended that held no goal, and not again at each tick', async () => {
    const night = await Night.begin({ goals: { tidy: PLAIN } });
    await night.wake();
    await night.commit({ 'goals/tidy.yml': goalText('tidy', `${PLAIN}nonsense: 1\n`) });
    night.clock.advance(HALF_HOUR);
    await night.wake();
    expect(night.state().status.last_wake).toMatchObject({ id: 'wake-2', ending: 'bad_goal' });
    expect(answer(night, 'Last run')).toContain('A goal file is not valid (`bad_goal`).');
    expect(answer(night, 'Failing')).toBe('The file of tidy is not valid.');
    night.clock.advance(HALF_HOUR / 2);
    expect((await night.wake()).pushes).toBe(0);
  });

  test('is one page however many wakes came before', async () => {
    const night = await Night.begin({ goals: { tidy: PLAIN } });
    const sizes: number[] = [];
    for (let n = 0; n < 30; n++) {
      await night.wake();
      for (const draft of night.github.drafts) night.github.change(draft.number, { state: 'merged' });
      night.clock.advance(6 * 3_600_000);
      sizes.push(page(night).length);
    }
    expect(Math.max(...sizes.slice(10)) - Math.min(...sizes.slice(10))).toBeLessThan(600);
  });
});

describe('limits, through a whole wake', () => {
  test.each([
    [
      'files',
      'changed_files: 2',
      ({ turn }) =>
        turn < 4
          ? [['write_file', { path: `docs/${turn}.md`, text: 'x\n' }]]
          : [['finish', { summary: 'Done.' }]],
      'worked',
      2,
    ],
    [
      'lines',
      'changed_lines: 5',
      ({ turn }) =>
        turn === 0
          ? [['write_file', { path: 'docs/0.md', text: 'x\n'.repeat(5) }]]
          : [['finish', { summary: 'Done.' }]],
      'worked',
      1,
    ],
  ] satisfies readonly (readonly [string, string, Behaviour, Ending, number])[])(
    '%s: a draft never holds more, and the model is told',
    async (_, limit, behave, ending, files) => {
      const night = await Night.begin({ goals: { tidy: `${PLAIN}limits: {${limit}}\n` } });
      const { result } = await night.wake({ model: modelOf(behave) });
      expect(result.ending).toBe(ending);
      expect(result.goals[0]?.drafts[0]?.files).toHaveLength(files);
    },
  );

  test('lines are those of the whole draft, over several wakes', async () => {
    const night = await Night.begin({
      goals: { tidy: `${QUEUE}limits: {changed_lines: 3}\n` },
      files: QUEUE_FILES,
    });
    const { result } = await night.wake();
    expect(result.ending).toBe('waiting_for_draft');
    const [draft] = Object.values(night.state().checkpoints['tidy']?.drafts ?? {});
    expect([draft?.changed_lines, draft?.full]).toEqual([2, true]);
    night.clock.advance(HALF_HOUR);
    const calls: unknown[] = [];
    await night.wake({ model: modelOf(diligent, (question) => calls.push(question)) });
    expect(calls).toEqual([]);
  });

  test('calls and minutes are those of one item, tokens those of the wake', async () => {
    const night = await Night.begin({
      goals: { tidy: `${QUEUE}limits: {model_calls: 2, tokens: 20000, minutes: 1}\n` },
      files: QUEUE_FILES,
    });
    const { result } = await night.wake({ model: modelOf(diligent, () => night.clock.advance(25_000)) });
    expect([result.ending, result.goals[0]?.items.done]).toEqual(['worked', 3]);
  });

  test('the model is told once of each limit that is near, and so is the log', async () => {
    const night = await Night.begin({
      goals: { tidy: `${PLAIN}limits: {model_calls: 20, minutes: 4, tokens: 80000}\n` },
    });
    let told: readonly string[] = [];
    const { lines } = await night.wake({
      model: modelOf(
        (facts) => {
          told = facts.question.messages.flatMap(({ role, content }) => (role === 'user' ? [content] : []));
          return many(facts);
        },
        () => night.clock.advance(11_000),
      ),
    });
    const near = lines
      .filter((line) => line.event === 'limit_near')
      .map((line) => String(line.data?.['limit']));
    expect(near.length).toBeGreaterThan(1);
    expect(new Set(near).size).toBe(near.length);
    expect(told.filter((text) => text.includes('seconds are left'))).toHaveLength(
      near.includes('time') ? 1 : 0,
    );
    expect(told.filter((text) => text.includes('model calls are left'))).toHaveLength(
      near.includes('calls') ? 1 : 0,
    );
  });

  test('lines as well: the model is told once, at four fifths of a draft', async () => {
    const night = await Night.begin({ goals: { tidy: `${PLAIN}limits: {changed_lines: 10}\n` } });
    const write: Behaviour = ({ turn }) =>
      turn < 9
        ? [['write_file', { path: `docs/${turn}.md`, text: 'x\n' }]]
        : [['finish', { summary: 'Done.' }]];
    const { lines } = await night.wake({ model: modelOf(write) });
    const near = lines.filter((line) => line.event === 'limit_near').map((line) => line.message);
    expect(near).toEqual(['About 8 of at most 10 lines of this draft are changed.']);
  });

  test('files as well: the model is told at four of five', async () => {
    const night = await Night.begin({ goals: { tidy: `${PLAIN}limits: {changed_files: 5}\n` } });
    const write: Behaviour = ({ turn }) =>
      turn < 5
        ? [['write_file', { path: `docs/${turn}.md`, text: 'x\n' }]]
        : [['finish', { summary: 'Done.' }]];
    const { lines } = await night.wake({ model: modelOf(write) });
    const near = lines.filter((line) => line.event === 'limit_near').map((line) => line.message);
    expect(near).toEqual(['4 of at most 5 files of this draft are changed.']);
  });

  test('the tokens of the wake are called near once, however many items it has left', async () => {
    const files = Object.fromEntries(Array.from({ length: 8 }, (_, n) => [`docs/${n}.md`, 'x\n']));
    const night = await Night.begin({ goals: { tidy: `${QUEUE}limits: {tokens: 6000}\n` }, files });
    const { lines } = await night.wake();
    const near = lines.filter((line) => line.event === 'limit_near' && line.data?.['limit'] === 'tokens');
    expect(near.length).toBeGreaterThan(1);
    expect(near.filter(({ level }) => level !== 'debug')).toHaveLength(1);
  });

  test('what is half done at a limit is kept with its notes, and the next wake goes on from there', async () => {
    const night = await Night.begin({ goals: { tidy: `${PLAIN}limits: {model_calls: 2}\n` } });
    const behave: Behaviour = ({ turn, question }) => {
      const knows = question.messages.some(({ content }) => content.includes('half of it is done'));
      if (knows)
        return turn === 0 ? [['read_file', { path: 'docs/half.md' }]] : [['finish', { summary: 'Whole.' }]];
      return turn === 0
        ? [['write_file', { path: 'docs/half.md', text: 'Half\n' }]]
        : [['note', { text: 'half of it is done' }]];
    };
    expect((await night.wake({ model: modelOf(behave) })).result.ending).toBe('call_limit');
    night.clock.advance(HALF_HOUR);
    expect((await night.wake({ model: modelOf(behave) })).result.ending).toBe('worked');
    const branch = night.github.drafts[0]?.branch ?? '';
    expect(night.remote.text(branch, 'docs/half.md')).toBe('Half\n');
  });
});

test('a goal whose queue is too long for its condition stops no other goal', async () => {
  const files = Object.fromEntries(
    Array.from({ length: LONGEST_QUEUE + 1 }, (_, n) => [`docs/${n}.md`, 'x\n']),
  );
  const night = await Night.begin({ goals: { tidy: QUEUE, other: PLAIN }, files });
  const { result } = await night.wake();
  expect(result.goals.map((goal) => [goal.goal, goal.ending])).toEqual([
    ['other', 'worked'],
    ['tidy', 'bad_goal'],
  ]);
});

test('a person who names a goal that cannot be run reads why: its file is wrong, or there is none', async () => {
  const night = await Night.begin({ goals: { tidy: `${PLAIN}nonsense: 1\n`, other: PLAIN } });
  const asked = async (goal: string) =>
    (await night.wake({ trigger: { kind: 'person', goals: [goal] } })).result;
  const bad = await asked('tidy');
  expect([bad.ending, bad.detail]).toEqual([
    'bad_goal',
    expect.stringMatching(/by the name tidy\. Its file is not valid: goals\/tidy\.yml:\d+:1: .*nonsense/),
  ]);
  expect((await asked('tidied')).detail).toBe('No goal can be run by the name tidied. The goals are: other.');
});
