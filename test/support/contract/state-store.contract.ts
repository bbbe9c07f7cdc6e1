import { describe, expect, test } from 'vitest';
import { Halt } from '../../../src/core/ending.ts';
import type { PushOutcome, RefUpdate, Sha, StateStore } from '../../../src/ports.ts';
import { NOON } from '../../../src/simulation/world/remote-change.ts';
import { asMasked } from '../as-masked.ts';
import { type RemoteKind, type RemoteUnderTest, RULE } from './remote-under-test.ts';

const STATE = 'wakeful-state';
const AUTHOR = { name: 'Wakeful', email: 'wakeful@example.org', time: NOON };

function signal(): AbortSignal {
  return new AbortController().signal;
}

function write(
  state: StateStore,
  parent: Sha | null,
  files: Readonly<Record<string, string | null>>,
): Promise<Sha> {
  const change = {
    parent,
    files: new Map(Object.entries(files)),
    message: 'state [skip ci]',
    author: AUTHOR,
  };
  return state.commit(asMasked(change), signal());
}

function push(state: StateStore, ...refs: readonly RefUpdate[]): Promise<PushOutcome> {
  return state.push(refs, signal());
}

function reasons(outcome: PushOutcome): Readonly<Record<string, string>> {
  if (outcome.kind !== 'refused') throw new Error(`Not refused but ${outcome.kind}`);
  return Object.fromEntries(outcome.refs.map((ref) => [ref.branch, ref.reason]));
}

async function readAll(state: StateStore, commit: Sha, paths: readonly string[]) {
  const files = await state.read(commit, paths, signal());
  return Object.fromEntries([...files].map(([path, file]) => [path, file.text]));
}

/** A remote with one commit on its default branch and a first state commit. */
async function withState(
  kind: RemoteKind,
  files: Readonly<Record<string, string>> = { 'state/lock.json': '{}\n' },
) {
  const remote = await kind.make();
  const base = await remote.commit({ branch: 'main', files: { 'README.md': 'hello\n' } });
  const state = await remote.commit({ branch: STATE, files });
  return { remote, base, state };
}

async function writers(remote: RemoteUnderTest, count: number): Promise<readonly StateStore[]> {
  const views = await Promise.all(Array.from({ length: count }, () => remote.open()));
  await Promise.all(views.map((view) => view.state.fetch(signal())));
  return views.map((view) => view.state);
}

export function describeStateStore(kind: RemoteKind): void {
  describe(`the state store on ${kind.name}`, () => {
    describeReading(kind);
    describePushing(kind);
    describeRaces(kind);
  });
}

function describeReading(kind: RemoteKind): void {
  test('a fetch delivers the default branch where no state branch exists', async () => {
    const remote = await kind.make({ defaultBranch: 'trunk' });
    const base = await remote.commit({ branch: 'trunk', files: { 'goals/a.yml': 'title: a\n' } });
    const { state } = await remote.open();
    expect(await state.fetch(signal())).toEqual({ base: { branch: 'trunk', commit: base }, state: null });
    expect(await readAll(state, base, ['goals/'])).toEqual({ 'goals/a.yml': 'title: a\n' });
    expect(await state.fetchState(signal())).toBeNull();
  });

  test('a fetch delivers both tips, and again after others have moved them', async () => {
    const { remote, base, state: first } = await withState(kind);
    const { state } = await remote.open();
    expect(await state.fetch(signal())).toEqual({ base: { branch: 'main', commit: base }, state: first });
    const moved = await remote.commit({ branch: STATE, files: { 'state/STOP': 'broken\n' } });
    expect(await state.fetchState(signal())).toBe(moved);
    expect(await readAll(state, moved, ['state/STOP'])).toEqual({ 'state/STOP': 'broken\n' });
    const newBase = await remote.commit({ branch: 'main', files: { 'README.md': 'new\n' } });
    expect(await state.fetch(signal())).toEqual({ base: { branch: 'main', commit: newBase }, state: moved });
  });

  test('a state branch that was deleted is gone after the next fetch', async () => {
    const { remote } = await withState(kind);
    const { state } = await remote.open();
    await state.fetch(signal());
    await remote.moveBranch(STATE, null);
    expect((await state.fetch(signal())).state).toBeNull();
    expect(await state.fetchState(signal())).toBeNull();
  });

  test('a branch whose name only starts like the state branch is not taken for it', async () => {
    const { remote } = await withState(kind);
    await remote.moveBranch(STATE, null);
    await remote.commit({ branch: `${STATE}-old`, files: { 'x.txt': 'x' } });
    const { state } = await remote.open();
    expect((await state.fetch(signal())).state).toBeNull();
  });

  test('a remote without commits ends the wake with words that say so', async () => {
    const remote = await kind.make();
    const { state } = await remote.open();
    const failure = await state.fetch(signal()).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Halt);
    expect(failure).toMatchObject({ ending: 'bad_settings', detail: expect.stringContaining('no commits') });
  });

  test('reading gives exact files and whole folders, and leaves out what is missing', async () => {
    const files = {
      'state/lock.json': '{"ä":1}\n',
      'state/requests/a.json': 'a',
      'state/requests/deep/b.json': 'b',
      statex: 'no',
    };
    const { remote, state: commit } = await withState(kind, files);
    const { state } = await remote.open();
    await state.fetch(signal());
    const read = await readAll(state, commit, [
      'state/lock.json',
      'state/requests/',
      'state/none.json',
      'state',
      'gone/',
    ]);
    const { statex: _, ...expected } = files;
    expect(read).toEqual(expected);
    expect(await readAll(state, commit, [])).toEqual({});
  });

  test('a file is read with the blob id that git gives it', async () => {
    const { remote, state: commit } = await withState(kind, { 'a.json': 'hello\n' });
    const { state } = await remote.open();
    await state.fetch(signal());
    const file = (await state.read(commit, ['a.json'], signal())).get('a.json');
    expect(file?.blob).toBe('ce013625030ba8dba906f756967f9e9ca394464a');
  });

  test('branches are listed by prefix', async () => {
    const { remote, base } = await withState(kind);
    await remote.moveBranch('wakeful/docs/index-1a2b-1', base);
    await remote.moveBranch('other/wakeful/x', base);
    const { state } = await remote.open();
    expect(await state.branches('wakeful/', signal())).toEqual(
      new Map([['wakeful/docs/index-1a2b-1', base]]),
    );
    expect(await state.branches('none/', signal())).toEqual(new Map());
  });
}

function describePushing(kind: RemoteKind): void {
  test('a commit changes and deletes the named files and leaves all others alone', async () => {
    const files = { 'state/lock.json': 'old', 'state/requests/a.json': 'a', 'unknown.bin': 'keep' };
    const { remote, state: first } = await withState(kind, files);
    const { state } = await remote.open();
    await state.fetch(signal());
    const commit = await write(state, first, {
      'state/lock.json': 'new',
      'state/requests/a.json': null,
      'state/nothing.json': null,
    });
    expect(await push(state, { branch: STATE, commit, expect: first })).toEqual({ kind: 'landed' });
    const other = (await remote.open()).state;
    expect((await other.fetch(signal())).state).toBe(commit);
    expect(await readAll(other, commit, ['state/', 'unknown.bin'])).toEqual({
      'state/lock.json': 'new',
      'unknown.bin': 'keep',
    });
  });

  test('odd paths and odd texts come back as they were written', async () => {
    const { remote, state: first } = await withState(kind);
    const { state } = await remote.open();
    await state.fetch(signal());
    const odd = {
      'a "quoted" \\ name.json': 'x',
      'line\nbreak.md': '\r\n\r\n',
      'ünï/côdé 漢.txt': 'no newline',
      ' lead/ trail ': '',
    };
    const commit = await write(state, first, odd);
    expect(await push(state, { branch: STATE, commit, expect: first })).toEqual({ kind: 'landed' });
    const other = (await remote.open()).state;
    await other.fetch(signal());
    expect(await readAll(other, commit, Object.keys(odd))).toEqual(odd);
  });

  test('the branch is created by a push that expects none, and only once', async () => {
    const remote = await kind.make();
    await remote.commit({ branch: 'main', files: { 'a.txt': 'a' } });
    const [one, two] = await writers(remote, 2);
    if (one === undefined || two === undefined) throw new Error('two writers');
    const first = await write(one, null, { 'state/lock.json': 'one' });
    const second = await write(two, null, { 'state/lock.json': 'two' });
    expect(await push(one, { branch: STATE, commit: first, expect: null })).toEqual({ kind: 'landed' });
    expect(reasons(await push(two, { branch: STATE, commit: second, expect: null }))).toEqual({
      [STATE]: 'moved',
    });
    expect(await remote.tip(STATE)).toBe(first);
  });

  test('a push whose expectation fails changes nothing', async () => {
    const { remote, state: first } = await withState(kind);
    const { state } = await remote.open();
    await state.fetch(signal());
    const moved = await remote.commit({ branch: STATE, files: { 'b.txt': 'b' } });
    const commit = await write(state, first, { 'a.txt': 'a' });
    expect(reasons(await push(state, { branch: STATE, commit, expect: first }))).toEqual({
      [STATE]: 'moved',
    });
    expect(await remote.tip(STATE)).toBe(moved);
  });

  test('a work branch that was moved keeps the state commit from landing', async () => {
    const { remote, base, state: first } = await withState(kind);
    const { state } = await remote.open();
    await state.fetch(signal());
    await remote.commit({ branch: 'wakeful/a', parents: [base], files: { 'person.txt': 'mine' } });
    const commit = await write(state, first, { 'a.txt': 'a' });
    const work = await write(state, base, { 'work.txt': 'w' });
    const outcome = await push(
      state,
      { branch: STATE, commit, expect: first },
      { branch: 'wakeful/a', commit: work, expect: base },
    );
    expect(reasons(outcome)).toEqual({ 'wakeful/a': 'moved' });
    expect(await remote.tip(STATE)).toBe(first);
  });

  test('a state branch that was moved keeps the work branch from landing', async () => {
    const { remote, base, state: first } = await withState(kind);
    const { state } = await remote.open();
    await state.fetch(signal());
    await remote.commit({ branch: STATE, files: { 'other.txt': 'other' } });
    const commit = await write(state, first, { 'a.txt': 'a' });
    const work = await write(state, base, { 'work.txt': 'w' });
    const outcome = await push(
      state,
      { branch: STATE, commit, expect: first },
      { branch: 'wakeful/a', commit: work, expect: null },
    );
    expect(reasons(outcome)).toEqual({ [STATE]: 'moved' });
    expect(await remote.tip('wakeful/a')).toBeNull();
  });

  test('state and a new work branch land together', async () => {
    const { remote, base, state: first } = await withState(kind);
    const { state } = await remote.open();
    await state.fetch(signal());
    const commit = await write(state, first, { 'a.txt': 'a' });
    const work = await write(state, base, { 'work.txt': 'w' });
    const outcome = await push(
      state,
      { branch: STATE, commit, expect: first },
      { branch: 'wakeful/a', commit: work, expect: null },
    );
    expect(outcome).toEqual({ kind: 'landed' });
    expect([await remote.tip(STATE), await remote.tip('wakeful/a')]).toEqual([commit, work]);
    expect(await remote.text('wakeful/a', 'README.md')).toBe('hello\n');
  });

  test('a work branch can be replaced by one that does not build on it', async () => {
    const { remote, base, state: first } = await withState(kind);
    const old = await remote.commit({ branch: 'wakeful/a', parents: [base], files: { 'old.txt': 'old' } });
    const { state } = await remote.open();
    await state.fetch(signal());
    const commit = await write(state, first, { 'a.txt': 'a' });
    const work = await write(state, base, { 'new.txt': 'new' });
    const outcome = await push(
      state,
      { branch: STATE, commit, expect: first },
      { branch: 'wakeful/a', commit: work, expect: old },
    );
    expect(outcome).toEqual({ kind: 'landed' });
    expect(await remote.tip('wakeful/a')).toBe(work);
  });

  test('a lost answer is unknown, and a fetch shows that the push landed', async () => {
    const { remote, base, state: first } = await withState(kind);
    const { state } = await remote.open();
    await state.fetch(signal());
    const commit = await write(state, first, { 'a.txt': 'a' });
    const work = await write(state, base, { 'work.txt': 'w' });
    await remote.loseNextAnswer();
    const refs = [
      { branch: STATE, commit, expect: first },
      { branch: 'wakeful/a', commit: work, expect: null },
    ];
    expect((await push(state, ...refs)).kind).toBe('unknown');
    expect((await state.fetch(signal())).state).toBe(commit);
    expect(reasons(await push(state, ...refs))).toEqual({
      [STATE]: 'already_there',
      'wakeful/a': 'already_there',
    });
  });

  test('a rule of the remote is told from a lost race, in the words of the remote', async () => {
    const { remote, state: first } = await withState(kind);
    const { state } = await remote.open();
    await state.fetch(signal());
    await remote.refusePushes();
    const commit = await write(state, first, { 'a.txt': 'a' });
    const outcome = await push(state, { branch: STATE, commit, expect: first });
    expect(reasons(outcome)).toEqual({ [STATE]: 'forbidden' });
    expect(outcome).toMatchObject({ refs: [{ detail: expect.stringContaining(RULE) }] });
    expect(await remote.tip(STATE)).toBe(first);
  });

  test('a signal that is set already keeps every call from starting', async () => {
    const { remote, state: first } = await withState(kind);
    const { state } = await remote.open();
    await state.fetch(signal());
    const commit = await write(state, first, { 'a.txt': 'a' });
    const cancelled = AbortSignal.abort(new Error('cancelled'));
    await expect(state.fetch(cancelled)).rejects.toThrow('cancelled');
    await expect(state.read(first, ['a'], cancelled)).rejects.toThrow('cancelled');
    await expect(state.push([{ branch: STATE, commit, expect: first }], cancelled)).rejects.toThrow(
      'cancelled',
    );
    expect(await remote.tip(STATE)).toBe(first);
    expect((await state.read(first, ['state/lock.json'], signal())).size).toBe(1);
  });
}

function describeRaces(kind: RemoteKind): void {
  const race = async (remote: RemoteUnderTest, parent: Sha | null, textOf: (writer: number) => string) => {
    const stores = await writers(remote, 4);
    const commits = await Promise.all(
      stores.map((state, at) => write(state, parent, { 'state/lock.json': textOf(at) })),
    );
    const outcomes = await Promise.all(
      stores.map((state, at) => push(state, { branch: STATE, commit: commits[at] ?? '', expect: parent })),
    );
    return { commits, outcomes };
  };

  test('of writers that race for one fast-forward exactly one lands', async () => {
    const { remote, state: first } = await withState(kind);
    const { commits, outcomes } = await race(remote, first, (writer) => `nonce ${writer}`);
    const landed = outcomes.flatMap((outcome, at) => (outcome.kind === 'landed' ? [commits[at]] : []));
    expect(landed).toEqual([await remote.tip(STATE)]);
    for (const outcome of outcomes)
      if (outcome.kind !== 'landed') expect(reasons(outcome)).toEqual({ [STATE]: 'moved' });
  });

  test('of writers that race to create the branch exactly one lands', async () => {
    const remote = await kind.make();
    await remote.commit({ branch: 'main', files: { 'a.txt': 'a' } });
    const { commits, outcomes } = await race(remote, null, (writer) => `nonce ${writer}`);
    const landed = outcomes.flatMap((outcome, at) => (outcome.kind === 'landed' ? [commits[at]] : []));
    expect(landed).toEqual([await remote.tip(STATE)]);
    for (const outcome of outcomes)
      if (outcome.kind !== 'landed') expect(reasons(outcome)).toEqual({ [STATE]: 'moved' });
  });

  test('of writers that race with one identical commit exactly one lands', async () => {
    const { remote, state: first } = await withState(kind);
    const { commits, outcomes } = await race(remote, first, () => 'the same');
    expect(new Set(commits).size).toBe(1);
    expect(outcomes.filter((outcome) => outcome.kind === 'landed')).toHaveLength(1);
    for (const outcome of outcomes) {
      if (outcome.kind !== 'landed') expect(reasons(outcome)).toEqual({ [STATE]: 'already_there' });
    }
  });
}
