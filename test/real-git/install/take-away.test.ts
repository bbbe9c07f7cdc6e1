/** What `uninstall` takes away outside of the default branch, over the stand-in. */
import { describe, expect, test } from 'vitest';
import { findLeftover, takeAway } from '../../../src/install/take-away.ts';
import type { RemoteBranch } from '../../../src/ports.ts';
import { asMasked } from '../../support/as-masked.ts';
import { portsAt } from '../../support/contract/github-under-test.ts';
import { ADMIN_TOKEN, serveGitHub, TOKEN } from '../../support/git/stand-in.ts';

const { signal } = new AbortController();
const BRANCH = 'wakeful/a/one-1';

async function used() {
  const { standIn, remote } = await serveGitHub();
  const head = await remote.commit({
    branch: BRANCH,
    files: { 'work.md': 'x' },
    parents: [(await remote.tip('main')) ?? ''],
  });
  const agent = portsAt(standIn, { token: TOKEN });
  const text = { title: asMasked('A'), body: asMasked('Text. <!-- wakeful: a/b -->') };
  const draft = { ...text, branch: BRANCH, base: 'main', labels: [asMasked('wakeful')], reviewers: [] };
  await agent.github.createDraft({ ...draft, readyWhereUnsupported: false }, signal);
  await agent.github.openAlertIssue(text, signal);
  const person = portsAt(standIn, { token: ADMIN_TOKEN, actor: 'github-actions[bot]' });
  const branches: readonly RemoteBranch[] = [{ name: BRANCH, commit: head }];
  const clone = {
    remoteBranches: async (_: string, prefix: string) =>
      branches.filter(({ name }) => name.startsWith(prefix)),
    deleteRemoteBranches: async () => [],
  };
  const github = { ...person.github, ...person.control };
  const place = { clone, remote: 'origin', stateBranch: 'wakeful-state', github };
  return { standIn, person, place };
}

describe('uninstall', () => {
  test('finds drafts, alerts and labels of the agent, and takes them away', async () => {
    const { place, person } = await used();
    const leftover = await findLeftover(place, signal);
    expect([leftover.drafts.length, leftover.alerts.length, leftover.labels.toSorted()]).toEqual([
      1,
      1,
      ['wakeful', 'wakeful-alert'],
    ]);
    await takeAway(leftover, { place, word: asMasked('Gone.') }, signal);
    expect(await person.issues.labelNames(signal)).toEqual([]);
    const after = await findLeftover(place, signal);
    expect([after.drafts, after.alerts, after.labels]).toEqual([[], [], []]);
  });

  test('leaves a label that somebody else has made or uses', async () => {
    const { place, standIn, person } = await used();
    await standIn.person.configure({ labels: { wakeful: 'What the robot does.' } });
    await standIn.person.openIssue({ title: 'Mine', labels: ['wakeful-alert'], author: 'ann' });
    expect((await findLeftover(place, signal)).labels).toEqual([]);
    expect(await person.control.deleteLabel('no-such-label', signal)).toBe(false);
  });
});
