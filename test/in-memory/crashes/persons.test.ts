import { describe, expect, test } from 'vitest';
import type { ItemRecord } from '../../../src/core/state.ts';
import { type Behaviour, modelOf } from '../../../src/simulation/model/behaviour.ts';
import { Night, PLAIN, QUEUE, QUEUE_FILES } from '../../support/memory/night.ts';
import { atCall, type Deed, type Done, doDeed } from '../../support/memory/person.ts';
import { diligent } from '../../support/memory/test-model.ts';

const PER_ITEM = `${PLAIN}for_each: {files: "docs/*.md", drafts: per_item}\nlimits: {open_drafts: 5}\n`;
const UPDATE = `${QUEUE}when_draft_is_open: update\n`;
const DEEDS = [
  'merge',
  'merge_and_delete',
  'push_and_merge',
  'close',
  'delete',
  'push',
  'rewrite',
  'reset',
] as const satisfies readonly Deed[];

/** Wakes that may follow until everything has come to its end. */
const WAKES_AFTER = 4;

async function begin(goal: string): Promise<Night> {
  return Night.begin({ goals: { tidy: goal }, files: QUEUE_FILES });
}

/** The first of three files is done, and two are left in the same window. */
async function sameWindow(goal: string): Promise<Night> {
  const night = await begin(
    goal
      .replace('limits: {', 'limits: {items_per_wake: 1, ')
      .replace(/^(?!.*limits:)([\s\S]*)$/, '$1limits: {items_per_wake: 1}\n'),
  );
  await night.wake();
  await night.commit({ 'goals/tidy.yml': `title: Tidy\nobjective: Look after tidy.\n${goal}` });
  night.clock.advance(1_800_000);
  return night;
}

/** A window with one file is over, and the next one goes on in its draft with two more. */
async function nextWindow(goal: string): Promise<Night> {
  const night = await Night.begin({ goals: { tidy: goal }, files: { 'docs/a.md': 'A\n' } });
  await night.wake();
  await night.commit({ 'docs/b.md': 'B\n', 'docs/c.md': 'C\n' });
  night.clock.advance(6 * 3_600_000);
  return night;
}

/** A person does something at the n-th call of a wake that works on the second and the third file. */
async function interfere(
  night: Night,
  { deed, n, good }: { readonly deed: Deed; readonly n: number; readonly good: Set<string> },
): Promise<{ night: Night; done: Done | null; calls: number; isKnown: boolean }> {
  let done: Done | null = null;
  const interrupted = atCall(n, async () => {
    done = await doDeed(night, deed);
  });
  const model = modelOf(diligent, () => night.clock.advance(1_000));
  await night.wake({ change: interrupted.change, model });
  const calls = interrupted.calls();
  // What was left behind in the very same way before goes on in the same way.
  const left = JSON.stringify([night.facts(), done]);
  if (good.has(left)) return { night, done, calls, isKnown: true };
  good.add(left);
  for (let more = 0; more < WAKES_AFTER; more++) {
    night.clock.advance(1_800_000);
    const { result } = await night.wake({ model });
    if (result.goals.length === 0) break;
  }
  return { night, done, calls, isKnown: false };
}

/** What is wrong after a person interfered; nothing when all is well. */
function faultsOf(night: Night, done: Done): readonly string[] {
  const { deed, branch, after } = done;
  const checkpoint = night.state().checkpoints['tidy'];
  const held = night.remote.branches.get(branch) ?? null;
  // A branch whose draft has ended may still get what was on its way; everything else stays as the person left it.
  const isLeft = held === after || deed === 'merge' || deed === 'close';
  const branches = [...night.remote.branches.keys()].filter((name) => name.startsWith('wakeful/'));
  const open = night.github.drafts.filter((draft) => draft.state === 'open').map((draft) => draft.branch);
  return [
    ...(isLeft ? [] : [`${branch} is not as the person left it`]),
    ...(Object.keys(night.state().lock.leases).length > 0 ? ['a lease is left'] : []),
    ...(checkpoint?.window === null ? [] : ['the window does not end']),
    ...branches
      .filter((name) => !/-[12]$/.test(name))
      .map((name) => `there is a generation too many: ${name}`),
    ...(new Set(open).size < open.length ? ['a branch has two drafts'] : []),
    ...itemsOf(night).flatMap(([path, item]) => itemFaults(night, done, { path, item })),
  ];
}

interface Named {
  readonly path: string;
  readonly item: ItemRecord;
}

function itemFaults(night: Night, done: Done, { path, item }: Named): readonly string[] {
  const { deed } = done;
  const isNo = deed === 'close' || deed === 'delete';
  const isMerge = deed === 'merge' || deed === 'merge_and_delete';
  return [
    ...(item.outbox.length > 0 ? [`${path} has an effect left`] : []),
    ...(item.status === 'stuck' || (item.status === 'refused' && !isNo) ? [`${path} is ${item.status}`] : []),
    ...(isMerge && item.status !== 'done' ? [`${path} is ${item.status}`] : []),
    ...(item.status === 'done' && !isShown(night, done, path) ? [`the work on ${path} is nowhere`] : []),
  ];
}

function itemsOf(night: Night): readonly (readonly [string, ItemRecord])[] {
  const items = Object.entries(night.state().checkpoints['tidy']?.items ?? {});
  return items.map(([key, item]) => [key.slice(0, key.lastIndexOf('@')), item]);
}

/** In main, in a draft that is not merged, or taken away by the person who saw it. */
function isShown(night: Night, { deed, before }: Done, path: string): boolean {
  const text = `Looked after: ${path} (`;
  if (night.remote.text('main', path)?.startsWith(text)) return true;
  const seen = night.remote.commits.get(before)?.tree.get(path)?.bytes ?? '';
  const isTakenAway =
    ['reset', 'rewrite', 'delete'].includes(deed) && Buffer.from(seen).toString().startsWith(text);
  const shown = night.github.drafts.filter((draft) => draft.state !== 'merged').map((draft) => draft.branch);
  return isTakenAway || shown.some((branch) => night.remote.text(branch, path)?.startsWith(text));
}

async function table(
  prepare: () => Promise<Night>,
  deed: Deed,
): Promise<{ readonly faults: readonly string[]; readonly done: number }> {
  const faults: string[] = [];
  let count = 0;
  const prepared = await prepare();
  const good = new Set<string>();
  for (let n = 1, calls = 1; n <= calls; n++) {
    const { night, done, calls: seen, isKnown } = await interfere(prepared.copy(), { deed, n, good });
    calls = seen;
    if (done === null) continue;
    count += 1;
    if (isKnown) continue;
    faults.push(...faultsOf(night, done).map((fault) => `call ${n}: ${fault}`));
  }
  return { faults, done: count };
}

describe.each([
  { name: 'one draft for the queue', prepare: () => sameWindow(QUEUE) },
  { name: 'a draft per item', prepare: () => sameWindow(PER_ITEM) },
  { name: 'an open draft of the window before', prepare: () => nextWindow(UPDATE) },
])('I6, I7, I11: at every moment of a wake with $name', ({ prepare }) => {
  test.each(DEEDS)(
    'no commit of a person is overwritten, and no work is lost, when a person does this: %s',
    async (deed) => {
      const { faults, done } = await table(prepare, deed);
      expect(faults).toEqual([]);
      expect(done).toBeGreaterThan(10);
    },
  );
});

describe('I11: a person and the agent at the same moment', () => {
  test('an item that was started goes no further once its draft turns out to be closed', async () => {
    const night = await begin(QUEUE);
    const asked: string[] = [];
    const model = modelOf((facts) => {
      asked.push(facts.item);
      return diligent(facts);
    });
    // The second look at the drafts follows the push that has done docs/b.md and started docs/c.md.
    let looks = 0;
    const { result } = await night.wake({
      model,
      change: (world) => ({
        ...world,
        github: {
          ...world.github,
          async findDrafts(branch, signal) {
            looks += 1;
            if (looks === 2) await doDeed(night, 'close');
            return world.github.findDrafts(branch, signal);
          },
        },
      }),
    });
    expect(result.goals).toHaveLength(1);
    expect(new Set(asked)).toEqual(new Set(['docs/a.md', 'docs/b.md']));
    const statuses = itemsOf(night).map(([path, item]) => `${path} ${item.status}`);
    expect(statuses.toSorted()).toEqual(['docs/a.md done', 'docs/b.md done', 'docs/c.md refused']);
    expect(night.state().checkpoints['tidy']).toMatchObject({ window: null });
  });

  test('the model is not asked about a branch that a person has just changed', async () => {
    const night = await begin(`${QUEUE}limits: {items_per_wake: 1}\n`);
    await night.wake();
    night.clock.advance(1_800_000);
    let asked = 0;
    let done: Done | null = null;
    const { result } = await night.wake({
      model: modelOf(diligent, () => {
        asked += 1;
      }),
      change: (world) => ({
        ...world,
        workspace: {
          ...world.workspace,
          async fetchBranch(branch, signal) {
            done ??= await doDeed(night, 'push');
            return world.workspace.fetchBranch(branch, signal);
          },
        },
      }),
    });
    expect(done).not.toBeNull();
    expect(result.goals.map(({ ending }) => ending)).toEqual(['taken_over']);
    expect(asked).toBe(0);
  });

  test('a wake that is cancelled while a person pushes to its branch saves what it may, and claims no more', async () => {
    const night = await Night.begin({ goals: { tidy: `${PLAIN}limits: {model_calls: 2}\n` } });
    const write =
      (path: string): Behaviour =>
      ({ turn }) => [
        ['note', { text: `about ${path} ${turn}` }],
        ['write_file', { path, text: `Begun ${turn}.\n` }],
      ];
    await night.wake({ model: modelOf(write('docs/begun.md')) });
    const [before] = Object.values(night.state().checkpoints['tidy']?.drafts ?? {});
    night.clock.advance(1_800_000);
    const cancel = new AbortController();
    let done: Done | null = null;
    const { result } = await night.wake({
      cancel: cancel.signal,
      model: modelOf(write('docs/more.md'), ({ messages }) => {
        if (messages.some((message) => message.role === 'tool')) cancel.abort();
      }),
      change: (world) => ({
        ...world,
        state: {
          ...world.state,
          async push(refs, signal) {
            if (refs.length > 1) done ??= await doDeed(night, 'push');
            return world.state.push(refs, signal);
          },
        },
      }),
    });
    expect(result.ending).toBe('cancelled');
    const after = night.state().checkpoints['tidy'];
    expect(Object.values(after?.drafts ?? {})).toEqual([before]);
    expect(itemsOf(night)).toMatchObject([['window', { status: 'open', attempts: 1 }]]);
    expect(itemsOf(night)[0]?.[1].notes).toHaveLength(3);
    expect(night.state().lock.leases).toEqual({});
    expect(night.remote.branches.get(before?.branch ?? '')).toBe((done as Done | null)?.after);
  });
});
