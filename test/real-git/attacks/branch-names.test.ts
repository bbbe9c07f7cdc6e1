import { expect, onTestFinished, test } from 'vitest';
import { openGitWorld } from '../../../src/adapters/git/git-world.ts';
import { makeBareRemote, runGit, temporaryFolder } from '../../support/git/repositories.ts';

/*
 * Who may push some branches gives one a name that begins, ends or looks like a branch of the agent's. No run fetches it, reads
 * it or pushes to it.
 */

const STATE = 'wakeful-state';
const { signal } = new AbortController();

/** A full ref that somebody else pushes. */
const ATTEMPTS: readonly (readonly [name: string, ref: string])[] = [
  ['a longer name', 'refs/heads/wakeful-state-old'],
  ['a longer name without a hyphen', 'refs/heads/wakeful-state2'],
  ['a name that goes on with a dot', 'refs/heads/wakeful-state.bak'],
  ['a folder that begins so', 'refs/heads/wakeful-states/a'],
  ['another case', 'refs/heads/Wakeful-State'],
  ['a folder before it', 'refs/heads/x/wakeful-state'],
  ['its full name as a branch', 'refs/heads/refs/heads/wakeful-state'],
  ['a letter that looks the same', 'refs/heads/wakeful-stаte'],
  ['a tag of this name', 'refs/tags/wakeful-state'],
  ['a ref of no kind', 'refs/wakeful-state'],
  ['a longer name of the default branch', 'refs/heads/main-evil'],
  ['a folder before the default branch', 'refs/heads/x/main'],
  ['a tag of the default branch', 'refs/tags/main'],
  ['a remote branch of this name', 'refs/remotes/origin/wakeful-state'],
  ['a tracking ref of the agent', 'refs/wakeful/wakeful-state'],
  ['its full name below refs', 'refs/heads/refs/remotes/origin/wakeful-state'],
  ['its full name as a tag', 'refs/tags/refs/heads/wakeful-state'],
  ['a name that ends so', 'refs/heads/old-wakeful-state'],
  ['a name with a star of another alphabet', 'refs/heads/wakeful-state＊'],
  ['a name with a plus before it', 'refs/heads/+wakeful-state'],
  ['a name with a blank of no width', 'refs/heads/wakeful-state\u200b'],
  ['a replacement', 'refs/replace/wakeful-state'],
  ['notes of this name', 'refs/notes/wakeful-state'],
  ['a pull request of this name', 'refs/pull/1/wakeful-state'],
  ['heads of heads', 'refs/heads/heads/wakeful-state'],
];

async function stage(ref: string, hasState: boolean) {
  const remote = await makeBareRemote();
  const base = await remote.commit({ branch: 'main', files: { 'a.txt': 'a' } });
  const state = hasState
    ? await remote.commit({ branch: STATE, files: { 'state/lock.json': '{}' }, parents: [] })
    : null;
  const evil = await remote.commit({
    branch: 'evil',
    files: { 'state/lock.json': '{"evil":1}' },
    parents: [],
  });
  await remote.git(['update-ref', ref, evil]);
  await remote.git(['update-ref', '-d', 'refs/heads/evil']);
  const folder = await temporaryFolder();
  const world = await openGitWorld({ folder, environment: process.env, remote: remote.url });
  onTestFinished(world.close);
  return { remote, base, state, evil, folder, store: world.state };
}

async function has(folder: string, commit: string): Promise<boolean> {
  const args = ['cat-file', '--batch-all-objects', '--batch-check=%(objectname)'];
  const { readdirSync } = await import('node:fs');
  const repository = readdirSync(folder).find((name) => name.endsWith('.git')) ?? '';
  return (await runGit(`${folder}/${repository}`, args)).includes(commit);
}

test.each(ATTEMPTS)('%s beside the state branch is not fetched', async (_name, ref) => {
  const { store, base, state, evil, folder } = await stage(ref, true);
  expect(await store.fetch(signal)).toEqual({ base: { branch: 'main', commit: base }, state });
  expect(await store.fetchState(signal)).toBe(state);
  expect(await has(folder, evil)).toBe(false);
});

test.each(ATTEMPTS)('%s is not taken for the state branch where there is none', async (_name, ref) => {
  const { store, base, evil, folder } = await stage(ref, false);
  expect(await store.fetch(signal)).toEqual({ base: { branch: 'main', commit: base }, state: null });
  expect(await store.fetchState(signal)).toBeNull();
  expect(await has(folder, evil)).toBe(false);
});

test.each(ATTEMPTS)('%s is not taken for a state branch that was deleted meanwhile', async (_name, ref) => {
  const { store, remote, base } = await stage(ref, true);
  await store.fetch(signal);
  await remote.git(['update-ref', '-d', `refs/heads/${STATE}`]);
  expect(await store.fetch(signal)).toEqual({ base: { branch: 'main', commit: base }, state: null });
  expect(await store.fetchState(signal)).toBeNull();
});
