import { describe, expect, test } from 'vitest';
import type { Checkpoint, ItemRecord } from '../../../src/core/state.ts';
import type { Question } from '../../../src/ports.ts';
import { stuckWayOut } from '../../../src/report/words/way-out.ts';
import { type Behaviour, modelOf, using } from '../../../src/simulation/model/behaviour.ts';
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

const TICK = 1_800_000;
const SLOT = 21_600_000;

function checkpointOf(night: Night): Checkpoint {
  const checkpoint = night.state().checkpoints['tidy'];
  if (checkpoint === undefined) throw new Error('there is no checkpoint');
  return checkpoint;
}

function itemOf(night: Night, path: string): ItemRecord | undefined {
  const items = Object.entries(checkpointOf(night).items);
  return items.findLast(([key]) => key.slice(0, key.lastIndexOf('@')) === path)?.[1];
}

/** Wakes at every tick for a while; what the model was asked in all of them, and how many pushes each made. */
async function ticks(night: Night, count: number, behave: Behaviour, options: WakeOptions = {}) {
  const asked: Question[] = [];
  const pushes: number[] = [];
  const endings: string[] = [];
  const model = modelOf(behave, (question) => {
    asked.push(question);
    night.clock.advance(1_000);
  });
  for (let tick = 0; tick < count; tick++) {
    night.clock.advance(TICK);
    const wake = await night.wake({ ...options, model });
    pushes.push(wake.pushes);
    endings.push(wake.result.ending);
  }
  return { asked, pushes, endings };
}

const edit = (night: Night, yaml: string) => night.commit({ 'goals/tidy.yml': goalText('tidy', yaml) });
const givesUp: Behaviour = () => [['give_up', { reason: 'It cannot be done.' }]];
/** Writes a little and notes it, and never finishes. */
const slow: Behaviour = ({ turn, item }) => [
  ['note', { text: `round ${turn} of ${item}` }],
  [
    'write_file',
    { path: item === 'the whole window' ? 'docs/slow.md' : item, text: `line\n`.repeat(turn + 2) },
  ],
];

describe('I7: half-done work at a limit', () => {
  const SHORT = `${PLAIN}limits: {model_calls: 2}\n`;

  test('is kept on its branch, is not offered, and the next wake goes on from it with the notes in the prompt', async () => {
    const night = await Night.begin({ goals: { tidy: SHORT } });
    const first = await night.wake({ model: modelOf(slow) });
    expect(first.result.ending).toBe('call_limit');
    const [branch = ''] = [...night.remote.branches.keys()].filter((name) => name.startsWith('wakeful/'));
    expect(night.remote.text(branch, 'docs/slow.md')).toBe('line\nline\nline\n');
    expect(night.github.drafts).toEqual([]);
    const seen: string[] = [];
    const finishing: Behaviour = ({ turn, question }) => {
      seen.push(question.messages.map((message) => message.content).join('\n'));
      if (turn === 0) return [['read_file', { path: 'docs/slow.md' }]];
      return [['finish', { summary: 'Gone on.' }]];
    };
    const second = await ticks(night, 1, finishing);
    expect(second.endings).toEqual(['worked']);
    expect(seen[0]).toContain('round 1 of the whole window');
    expect(seen[1]).toContain('line');
    expect(night.github.drafts.map((draft) => [draft.branch, draft.state])).toEqual([[branch, 'open']]);
    expect(checkpointOf(night).drafts['window@2026-11-22T00:00Z']).toMatchObject({
      generation: 1,
      complete: true,
    });
  });

  test('keeps the notes of all attempts', async () => {
    const night = await Night.begin({ goals: { tidy: `${PLAIN}limits: {model_calls: 1}\n` } });
    await ticks(night, 2, ({ question }) => [
      ['note', { text: `when ${question.messages.length} messages were there at ${night.clock.now()}` }],
    ]);
    expect(checkpointOf(night).items['window@2026-11-22T00:00Z']?.notes).toHaveLength(2);
  });
});

describe("an item's own limits", () => {
  const MINUTE = `${QUEUE}limits: {minutes: 1, model_calls: 2}\n`;

  /** Takes longer than an item may, in the middle of an answer, about the items that `isSlow` names. */
  const slowModel = (night: Night, isSlow: (item: string) => boolean) =>
    modelOf((facts) => {
      if (isSlow(facts.item)) night.clock.advance(70_000);
      return diligent(facts);
    });

  test('the time of one item ends only that item, and the others get theirs', async () => {
    const night = await Night.begin({ goals: { tidy: MINUTE }, files: QUEUE_FILES });
    await night.wake({ model: slowModel(night, (item) => item === 'docs/a.md') });
    expect(itemOf(night, 'docs/a.md')).toMatchObject({ status: 'open', ending: 'time_limit', attempts: 1 });
    expect(itemOf(night, 'docs/b.md')).toMatchObject({ status: 'done', attempts: 1 });
    expect(itemOf(night, 'docs/c.md')).toMatchObject({ status: 'done', attempts: 1 });
  });

  test('each item that is too slow is asked about, and has its own attempt', async () => {
    const night = await Night.begin({ goals: { tidy: MINUTE }, files: QUEUE_FILES });
    const asked: string[] = [];
    const model = modelOf((facts) => {
      asked.push(facts.item);
      night.clock.advance(70_000);
      return diligent(facts);
    });
    await night.wake({ model });
    expect(asked).toEqual(['docs/a.md', 'docs/b.md', 'docs/c.md']);
  });

  test('the calls of one item are not counted for the next', async () => {
    const night = await Night.begin({ goals: { tidy: MINUTE }, files: QUEUE_FILES });
    const model = modelOf((facts) =>
      facts.item === 'docs/a.md' ? [['note', { text: `round ${facts.turn}` }]] : diligent(facts),
    );
    await night.wake({ model });
    expect(itemOf(night, 'docs/a.md')).toMatchObject({ status: 'open', ending: 'call_limit' });
    expect(itemOf(night, 'docs/b.md')).toMatchObject({ status: 'done' });
    expect(itemOf(night, 'docs/c.md')).toMatchObject({ status: 'done' });
  });
});

describe('I7, I8: an item that has used up its attempts', () => {
  test('is stuck, raises one alert, and costs nothing more', async () => {
    const night = await Night.begin({ goals: { tidy: QUEUE }, files: { 'docs/a.md': 'A\n' } });
    const { asked, endings } = await ticks(night, 5, givesUp);
    expect(asked).toHaveLength(3);
    expect(endings.slice(3)).toEqual(['nothing_due', 'nothing_due']);
    expect(itemOf(night, 'docs/a.md')).toMatchObject({ status: 'stuck', attempts: 3, ending: 'gave_up' });
    const stuck = night.github.issues.filter((issue) => /stuck|attempts/i.test(issue.title));
    expect(stuck).toMatchObject([{ state: 'open' }]);
  });

  test.each([
    { how: 'a goal edit', lift: (night: Night) => edit(night, `${QUEUE}# clearer now\n`), trigger: {} },
    {
      how: 'a person who asks for the goal',
      lift: async () => '',
      trigger: { kind: 'person', goals: ['tidy'] },
    },
    {
      how: 'a new version of the file',
      lift: (night: Night) => night.commit({ 'docs/a.md': 'A2\n' }),
      trigger: {},
      later: SLOT,
    },
  ] as const)('is lifted by $how, and its alert goes', async ({ lift, trigger, ...rest }) => {
    const night = await Night.begin({ goals: { tidy: QUEUE }, files: { 'docs/a.md': 'A\n' } });
    await ticks(night, 3, givesUp);
    await lift(night);
    if ('later' in rest) night.clock.advance(rest.later);
    const { endings } = await ticks(night, 1, diligent, { trigger });
    expect(endings).toEqual(['worked']);
    expect(itemOf(night, 'docs/a.md')).toMatchObject({ status: 'done', attempts: 1 });
    expect(night.github.drafts).toMatchObject([{ state: 'open' }]);
    expect(night.github.issues.filter((issue) => issue.state === 'open')).toEqual([]);
    expect(Object.values(checkpointOf(night).items).map((item) => item.status)).toEqual(['done']);
  });

  const spends = using(4_000, ({ turn }) => [['note', { text: `So far ${turn}.` }]]);
  test.each([
    { goal: 'limits: {model_calls: 2}\n', behave: slow, limit: 'limits.model_calls' },
    { goal: 'limits: {tokens: 20000}\n', behave: spends, limit: 'limits.tokens' },
    {
      goal: 'limits: {tokens: 40000, tokens_per_day: 20000, attempts: 1}\n',
      behave: spends,
      limit: 'limits.tokens_per_day',
    },
  ])(
    'says in the log, the alert and the status that $limit was in the way, and each way out in the same words',
    async ({ goal, behave, limit }) => {
      const night = await Night.begin({ goals: { tidy: PLAIN + goal } });
      await ticks(night, 3, behave);
      const log = night
        .log()
        .filter(({ event }) => event === 'item_failed' || event === 'item_stuck')
        .slice(-2);
      const issue = night.github.issues.find(({ title }) => title.includes('used up its attempts'));
      const page = night.remote.text(STATE, 'README.md') ?? '';
      expect(log[0]?.message).toContain(`(${limit}`);
      expect(issue?.body).toContain(`(${limit}`);
      const wayOut = stuckWayOut('tidy');
      expect(log[1]?.message).toContain(wayOut.replaceAll('`', ''));
      expect(issue?.body).toContain(wayOut);
      expect(page).toContain(wayOut);
    },
  );

  test('with half-done work in a draft is lifted and goes on in that draft, though no other one may be opened', async () => {
    const night = await Night.begin({ goals: { tidy: `${PLAIN}limits: {model_calls: 2}\n` } });
    await ticks(night, 3, slow);
    expect(night.github.drafts).toMatchObject([{ state: 'open' }]);
    expect(night.github.drafts[0]?.body).toMatch(/incomplete/i);
    const done: Behaviour = ({ turn }) =>
      turn === 0
        ? [['write_file', { path: 'docs/end.md', text: 'End.\n' }]]
        : [['finish', { summary: 'Ended.' }]];
    const { endings } = await ticks(night, 1, done, { trigger: { kind: 'person', goals: ['tidy'] } });
    expect(endings).toEqual(['worked']);
    expect(night.github.drafts).toHaveLength(1);
    expect(night.github.drafts[0]?.body).toContain('Ended.');
    expect(night.github.issues.filter((issue) => issue.state === 'open')).toEqual([]);
  });

  test('is taken up again by a person also while a later window is open', async () => {
    const CHANGED = `${PLAIN}for_each: {files: "docs/*.md", changed: true}\n`;
    const night = await Night.begin({ goals: { tidy: CHANGED }, files: { 'docs/a.md': 'A\n' } });
    await ticks(night, 3, givesUp);
    night.clock.advance(SLOT);
    await night.commit({ 'docs/b.md': 'B\n' });
    await ticks(night, 1, givesUp);
    expect(['a', 'b'].map((name) => itemOf(night, `docs/${name}.md`)?.status)).toEqual(['stuck', 'open']);
    const asked = { trigger: { kind: 'person', goals: ['tidy'] } } as const;
    expect((await ticks(night, 1, diligent, asked)).endings).toEqual(['worked']);
    expect(['a', 'b'].map((name) => itemOf(night, `docs/${name}.md`)?.status)).toEqual(['done', 'done']);
    expect(night.github.issues.filter((issue) => issue.state === 'open')).toEqual([]);
  });

  test('leaves the other items alone', async () => {
    const night = await Night.begin({ goals: { tidy: QUEUE }, files: QUEUE_FILES });
    const picky: Behaviour = (facts) => (facts.item === 'docs/b.md' ? givesUp(facts) : diligent(facts));
    const first = await ticks(night, 1, picky);
    expect(first.endings).toEqual(['gave_up']);
    await ticks(night, 2, picky);
    expect(['a', 'b', 'c'].map((name) => itemOf(night, `docs/${name}.md`)?.status)).toEqual([
      'done',
      'stuck',
      'done',
    ]);
    expect(checkpointOf(night).window).toBeNull();
  });
});

describe('I8: an outage', () => {
  test.each([
    ['unreachable', 'model_unavailable'],
    ['rate_limited', 'model_unavailable'],
    ['key_refused', 'missing_key'],
  ] as const)('of a model that is %s uses up no attempt, however long it lasts', async (fault, ending) => {
    const night = await Night.begin({ goals: { tidy: QUEUE }, files: { 'docs/a.md': 'A\n' } });
    const down: Behaviour = () => ({ kind: 'fault', fault, isCharged: false, retryAfter: 999, detail: 'no' });
    const { endings } = await ticks(night, 5, down);
    expect(new Set(endings)).toEqual(new Set([ending]));
    expect(itemOf(night, 'docs/a.md')).toMatchObject({ status: 'open', attempts: 0 });
    expect((await ticks(night, 1, diligent)).endings).toEqual(['worked']);
    expect(itemOf(night, 'docs/a.md')).toMatchObject({ status: 'done', attempts: 1 });
    const [day] = Object.values(night.state().budget.days);
    expect(day?.['tidy']?.spent_tokens, 'and costs nothing').toBe(240);
  });
});

describe('a draft that is full', () => {
  const FULL = `${QUEUE}limits: {changed_files: 2}\n`;
  const LINES = `${QUEUE}limits: {changed_lines: 4}\n`;

  test.each([
    { by: 'files', goal: FULL },
    { by: 'lines', goal: LINES },
  ])('by its $by waits for a person, and asks no model at each tick', async ({ goal }) => {
    const night = await Night.begin({ goals: { tidy: goal }, files: QUEUE_FILES });
    const first = await ticks(night, 1, diligent);
    expect(first.endings).toEqual(['waiting_for_draft']);
    const { asked, pushes, endings } = await ticks(night, 4, diligent);
    expect({ asked: asked.length, endings: new Set(endings) }).toEqual({
      asked: 0,
      endings: new Set(['waiting_for_draft']),
    });
    expect(pushes.reduce((sum, each) => sum + each)).toBeLessThanOrEqual(2);
    expect(itemOf(night, 'docs/c.md')).toMatchObject({ status: 'open', attempts: 0 });
    const [branch = ''] = [...night.remote.branches.keys()].filter((name) => name.startsWith('wakeful/'));
    await night.mergeBranch(branch);
    night.github.change(1, { state: 'merged' });
    expect((await ticks(night, 1, diligent)).endings).toEqual(['worked']);
    expect(itemOf(night, 'docs/c.md')).toMatchObject({ status: 'done', attempts: 1 });
    expect(night.github.drafts.map((draft) => [draft.state, draft.branch.at(-1)])).toEqual([
      ['merged', '1'],
      ['open', '2'],
    ]);
  });

  test('of half-done work alone is not waited for: an item too large by itself fails, and is stuck after three attempts', async () => {
    const large: Behaviour = ({ turn }) =>
      turn === 0
        ? [['write_file', { path: 'docs/large.md', text: 'line\n'.repeat(50) }]]
        : [['finish', { summary: 'Large.' }]];
    const night = await Night.begin({
      goals: { tidy: `${PLAIN}limits: {changed_lines: 10, model_calls: 8}\n` },
    });
    const { endings } = await ticks(night, 4, large);
    expect(endings.slice(0, 3)).toEqual(['too_large', 'too_large', 'item_stuck']);
    expect(checkpointOf(night).items['window@2026-11-22T00:00Z']).toMatchObject({
      status: 'stuck',
      ending: 'too_large',
    });
    expect(endings[3]).toBe('nothing_due');
  });

  test('whose own half-done work leaves no room fails as well, instead of waiting for a draft that is not there', async () => {
    const growing: Behaviour = ({ turn, question }) => {
      const isContinued = question.messages.some((message) => message.content.includes('halfway'));
      if (!isContinued)
        return [
          ['note', { text: 'halfway' }],
          ['write_file', { path: 'docs/large.md', text: `${turn}\n`.repeat(8) }],
        ];
      return turn === 0
        ? [['write_file', { path: 'docs/large.md', text: 'line\n'.repeat(14) }]]
        : [['finish', { summary: 'Large.' }]];
    };
    const night = await Night.begin({
      goals: { tidy: `${PLAIN}limits: {changed_lines: 10, model_calls: 5}\n` },
    });
    const { endings } = await ticks(night, 3, growing);
    expect(endings[1]).toBe('too_large');
    expect(checkpointOf(night).items['window@2026-11-22T00:00Z']?.status).toBe('stuck');
    expect(night.github.drafts).toMatchObject([{ state: 'open' }]);
  });
});
