import { expect } from 'vitest';
import { unfinishedOutbox } from '../../src/core/checkpoint.ts';
import type { LogEntry } from '../../src/core/event.ts';
import type { ModelDoor } from '../../src/ports.ts';
import type { CallFault } from './memory-github.ts';
import { Killed, type PushFault } from './memory-remote.ts';
import { Night, type NightOptions, type NightWake, type WakeOptions } from './night.ts';
import { diligent, modelOf } from './test-model.ts';

/** One scenario of the table: what the repository holds, and what one undisturbed wake makes of it. */
export interface Scenario {
  readonly name: string;
  readonly night: NightOptions;
  readonly wake?: WakeOptions;
  /** What persons do before the disturbed wake. */
  readonly prepare?: (night: Night) => Promise<unknown>;
  /** Head branches and texts that stand in the end, however often it was disturbed. */
  readonly drafts: number;
  /** Keys' elements that end as done, each once. */
  readonly items: readonly string[];
}

export interface Boundary {
  /** `call`: of GitHub; `model`: a question to the model. */
  readonly kind: 'push' | 'call' | 'model';
  /** From 1, counted over the disturbed wake. */
  readonly n: number;
  readonly fault: PushFault | CallFault;
}

const PUSH_FAULTS = [
  'die_before',
  'die_after',
  'drop',
  'lose_answer',
  'error',
] as const satisfies readonly PushFault[];
const CALL_FAULTS = [
  'die_before',
  'die_after',
  'error_before',
  'error_after',
] as const satisfies readonly CallFault[];

/** Every boundary of the undisturbed wake, with everything that can go wrong there. */
export async function boundariesOf(scenario: Scenario): Promise<readonly Boundary[]> {
  const night = await Night.begin(scenario.night);
  await scenario.prepare?.(night);
  const before = night.remote.pushes;
  let asked = 0;
  const model = watched(night, (question) => {
    asked = question;
  });
  await night.wake({ ...scenario.wake, model });
  const push = range(night.remote.pushes - before).flatMap((n) =>
    PUSH_FAULTS.map((fault): Boundary => ({ kind: 'push', n, fault })),
  );
  const call = range(night.github.calls).flatMap((n) =>
    CALL_FAULTS.map((fault): Boundary => ({ kind: 'call', n, fault })),
  );
  // Only death: a model that fails has tests of its own.
  const question = range(asked).map((n): Boundary => ({ kind: 'model', n, fault: 'die_before' }));
  return [...push, ...call, ...question];
}

function range(n: number): readonly number[] {
  return Array.from({ length: n }, (_, index) => index + 1);
}

/** Wakes that the next ones may need at most to bring everything to its end. */
const WAKES_AFTER = 3;

/** Disturbs one wake at one boundary, lets the next ones go on, and checks what must hold whatever happened. */
export async function disturb(scenario: Scenario, boundary: Boundary): Promise<void> {
  const night = await Night.begin(scenario.night);
  await scenario.prepare?.(night);
  const asked = Object.keys(night.remote.branches.has('wakeful-state') ? night.state().requests : {});
  const model = plant(night, boundary);
  const first = await night.wake({ ...scenario.wake, id: 'disturbed', model });
  night.remote.onPush = () => null;
  night.remote.onFetch = () => {};
  night.github.onCall = () => null;
  night.github.finished.add(first.id);
  const heldAtDeath = leaseHolder(night);
  if (boundary.kind === 'model') expect(heldAtDeath, 'it died in the middle of its work').toBe(first.id);
  const later: NightWake[] = [];
  for (let n = 1; n <= WAKES_AFTER; n++) {
    night.clock.advance(1_800_000);
    later.push(await night.wake({ ...scenario.wake, id: `after-${n}` }));
    if (later.at(-1)?.result.goals.length === 0) break;
  }
  checkEnd(night, scenario);
  checkRequests(night, asked);
  checkTakeOver(night, { heldAtDeath, dead: first.id });
}

/** Makes one boundary go wrong; gives the model of that wake. */
function plant(night: Night, { kind, n, fault }: Boundary): ModelDoor {
  const { pushes } = night.remote;
  if (kind === 'push') night.remote.onPush = (push) => (push === pushes + n ? (fault as PushFault) : null);
  if (kind === 'call') night.github.onCall = (call) => (call === n ? (fault as CallFault) : null);
  return watched(night, (question) => {
    if (kind === 'model' && question === n) killNow(night);
  });
}

/** The usual model; `onAsk` hears the number of each question, from 1, before it is answered. */
function watched(night: Night, onAsk: (question: number) => void): ModelDoor {
  let questions = 0;
  const asked = (): void => {
    questions += 1;
    night.clock.advance(1_000);
    onAsk(questions);
  };
  return modelOf(diligent, asked);
}

/** The process is gone: nothing of it reaches a server any more. */
function killNow(night: Night): never {
  night.remote.onPush = () => 'die_before';
  night.github.onCall = () => 'die_before';
  night.remote.onFetch = () => {
    throw new Killed();
  };
  throw new Killed();
}

function leaseHolder(night: Night): string | null {
  if (!night.remote.branches.has('wakeful-state')) return null;
  const [lease] = Object.values(night.state().lock.leases);
  return lease?.wake ?? null;
}

/** What must stand in the end, whatever happened on the way. */
export function checkEnd(night: Night, scenario: Pick<Scenario, 'drafts' | 'items'>): void {
  const state = night.state();
  expect(state.lock.leases, 'no lease is left').toEqual({});
  const checkpoints = Object.values(state.checkpoints);
  expect(checkpoints.flatMap(unfinishedOutbox), 'no effect is left undone').toEqual([]);
  const open = night.github.drafts.filter((draft) => draft.state === 'open');
  expect(open.length, 'one draft per item version').toBe(scenario.drafts);
  expect(new Set(open.map((draft) => draft.branch)).size, 'no branch has two drafts').toBe(scenario.drafts);
  for (const draft of open) expect(night.remote.branches.has(draft.branch), draft.branch).toBe(true);
  const known = checkpoints.flatMap((each) => Object.values(each.drafts)).map((draft) => draft.number);
  expect(new Set(known), 'every draft has its receipt').toEqual(new Set(open.map((draft) => draft.number)));
  checkItems(night, scenario);
  checkMoney(night);
  expect(doubles(night.log()), 'no log line is there twice').toEqual([]);
}

function checkItems(night: Night, scenario: Pick<Scenario, 'items'>): void {
  const checkpoints = Object.values(night.state().checkpoints);
  const done = checkpoints.flatMap((each) =>
    Object.entries(each.items).flatMap(([key, item]) => (item.status === 'done' ? [elementOf(key)] : [])),
  );
  expect(done.toSorted(), 'every item is done').toEqual(scenario.items.toSorted());
  const ended = night
    .log()
    .filter((line) => line.event === 'item_ended' && line.data?.['ending'] === 'worked');
  expect(ended.map((line) => elementOf(line.item ?? '')).toSorted(), 'and was finished once').toEqual(
    scenario.items.toSorted(),
  );
  for (const branch of night.remote.branches.keys()) {
    if (!branch.startsWith('wakeful/')) continue;
    const commits = workCommits(night, branch);
    expect(new Set(commits).size, `one commit per item on ${branch}`).toBe(commits.length);
  }
}

/** Subjects of the commits that a work branch adds. */
function workCommits(night: Night, branch: string): readonly string[] {
  const subjects: string[] = [];
  let next = night.remote.branches.get(branch);
  while (next !== undefined && next !== night.remote.branches.get('main')) {
    const commit = night.remote.commits.get(next);
    subjects.push(commit?.message.split('\n')[0] ?? '');
    next = commit?.parents[0];
  }
  return subjects;
}

function checkRequests(night: Night, asked: readonly string[]): void {
  expect(night.state().requests, 'no request is left').toEqual({});
  const lines = night.log().filter(({ event }) => event === 'request_served' || event === 'request_answered');
  const ids = lines.map((line) => String(line.data?.['request']));
  expect(
    ids.filter((id) => asked.includes(id)).toSorted(),
    'each request is served or answered once',
  ).toEqual(asked.toSorted());
}

function checkMoney(night: Night): void {
  const { days } = night.state().budget;
  const sums = Object.values(days).flatMap((day) => Object.values(day));
  expect(
    sums.reduce((sum, each) => sum + each.reserved_tokens, 0),
    'nothing stays reserved',
  ).toBe(0);
  for (const each of sums) expect(each.spent_tokens).toBeGreaterThanOrEqual(0);
}

function checkTakeOver(
  night: Night,
  facts: { readonly heldAtDeath: string | null; readonly dead: string },
): void {
  const lines = night.log().filter((line) => line.event === 'took_over');
  const expected = facts.heldAtDeath === facts.dead ? [facts.dead] : [];
  expect(
    lines.map((line) => line.data?.['dead_wake']),
    'whoever takes over names the dead wake',
  ).toEqual(expected);
}

function elementOf(key: string): string {
  return key.slice(0, key.lastIndexOf('@'));
}

function doubles(lines: readonly LogEntry[]): readonly string[] {
  const texts = lines.map((line) => JSON.stringify(line));
  return texts.filter((text, index) => texts.indexOf(text) !== index);
}
