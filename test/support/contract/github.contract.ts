import { describe, expect, test } from 'vitest';
import { hiddenMarker } from '../../../src/core/marker.ts';
import type { NewDraft } from '../../../src/ports.ts';
import { asMasked } from '../as-masked.ts';
import type { GitHubKind } from './github-under-test.ts';

const { signal } = new AbortController();
const BRANCH = 'wakeful/docs/page-a1b2-1';
const WANTED: NewDraft = {
  branch: BRANCH,
  base: 'main',
  title: asMasked('Keep the index complete'),
  body: asMasked(`What it does.\n\n${hiddenMarker('docs/draft/1')}`),
  labels: [asMasked('wakeful')],
  reviewers: [],
  readyWhereUnsupported: false,
};
const ALERT = { title: 'Wakeful: docs fails', body: `Seen.\n\n${hiddenMarker('alert/docs/failing')}` };

async function withDraft(kind: GitHubKind) {
  const site = await kind.make();
  await site.happens.makeBranch(BRANCH);
  return { ...site, draft: await site.github.createDraft(WANTED, signal) };
}

export function describeGitHub(kind: GitHubKind): void {
  describe(`drafts on ${kind.name}`, () => {
    test('are none for a branch that nobody has offered', async () => {
      const { github, happens } = await kind.make();
      await happens.makeBranch(BRANCH);
      expect(await github.findDrafts(BRANCH, signal)).toEqual([]);
    });

    test('are found again as they were opened, with the commit that the branch holds', async () => {
      const { github, happens, draft } = await withDraft(kind);
      const { lacks, ...found } = draft;
      expect(lacks).toEqual([]);
      expect(found).toMatchObject({ branch: BRANCH, state: 'open', title: WANTED.title, body: WANTED.body });
      expect(found.head).toMatch(/^[0-9a-f]{40}$/);
      expect(await github.findDrafts(BRANCH, signal)).toEqual([found]);
      await happens.makeBranch('wakeful/docs/page-a1b2-10');
      expect(await github.findDrafts('wakeful/docs/page-a1b2-10', signal)).toEqual([]);
    });

    test('are one at a time for a branch', async () => {
      const { github, draft } = await withDraft(kind);
      await expect(github.createDraft(WANTED, signal)).rejects.toMatchObject({
        ending: 'github_unavailable',
      });
      expect(await github.findDrafts(BRANCH, signal)).toMatchObject([{ number: draft.number }]);
    });

    test('need a branch, and commits that the base lacks', async () => {
      const { github, happens } = await kind.make();
      await expect(github.createDraft(WANTED, signal)).rejects.toMatchObject({
        ending: 'github_unavailable',
      });
      await happens.makeBranch(BRANCH);
      await happens.fastForward(BRANCH);
      await expect(github.createDraft(WANTED, signal)).rejects.toMatchObject({ ending: 'no_change' });
      expect(await github.findDrafts(BRANCH, signal)).toEqual([]);
    });

    test('can be given other words, and keep their state', async () => {
      const { github, draft } = await withDraft(kind);
      const text = { title: 'Incomplete: more', body: `More.\n\n${hiddenMarker('docs/draft/1')}` };
      await github.updateDraft(draft.number, asMasked(text), signal);
      expect(await github.findDrafts(BRANCH, signal)).toMatchObject([{ ...text, state: 'open' }]);
    });

    test('are closed as often as one likes', async () => {
      const { github, draft } = await withDraft(kind);
      await github.closeDraft(draft.number, asMasked('Another one counts.'), signal);
      await github.closeDraft(draft.number, asMasked('Another one counts.'), signal);
      expect(await github.findDrafts(BRANCH, signal)).toMatchObject([{ state: 'closed' }]);
    });

    test('tell what a person wrote last under them, but for commands and the agent’s own words', async () => {
      const { github, happens, draft } = await withDraft(kind);
      expect(await github.lastWords(draft.number, signal)).toBeNull();
      await happens.comment(draft.number, 'Hm.');
      await happens.comment(draft.number, 'We keep the index by hand.');
      await happens.comment(draft.number, '/wakeful pause docs');
      await github.closeDraft(draft.number, asMasked('Another one counts.'), signal);
      expect(await github.lastWords(draft.number, signal)).toBe('We keep the index by hand.');
    });

    test('tell that a person has merged or closed them, the oldest first, also without their branch', async () => {
      const { github, happens, draft } = await withDraft(kind);
      await happens.closeDraft(draft.number);
      const second = await github.createDraft(WANTED, signal);
      await happens.mergeDraft(second.number);
      await happens.deleteBranch(BRANCH);
      const found = await github.findDrafts(BRANCH, signal);
      expect(found.map(({ number, state }) => [number, state])).toEqual([
        [draft.number, 'closed'],
        [second.number, 'merged'],
      ]);
      expect(found.map(({ head }) => head)).toEqual([draft.head, second.head]);
    });

    test('are not opened by a wake that may not go on', async () => {
      const { github, happens } = await kind.make();
      await happens.makeBranch(BRANCH);
      const why = new Error('the time is up');
      await expect(github.createDraft(WANTED, AbortSignal.abort(why))).rejects.toBe(why);
      expect(await github.findDrafts(BRANCH, signal)).toEqual([]);
    });
  });

  describe(`alerts on ${kind.name}`, () => {
    test('are listed while they are open and when they are closed', async () => {
      const { github } = await kind.make();
      expect(await github.listAlertIssues([], signal)).toEqual([]);
      const opened = await github.openAlertIssue(asMasked(ALERT), signal);
      expect(opened).toMatchObject({ ...ALERT, state: 'open' });
      expect(await github.listAlertIssues([], signal)).toMatchObject([
        { ...ALERT, number: opened.number, state: 'open' },
      ]);
      await github.closeAlertIssue(opened.number, asMasked('The cause is gone.'), signal);
      expect(await github.listAlertIssues([], signal)).toMatchObject([
        { number: opened.number, state: 'closed' },
      ]);
    });

    test('are changed in place', async () => {
      const { github } = await kind.make();
      const { number } = await github.openAlertIssue(asMasked(ALERT), signal);
      const text = {
        title: 'Wakeful: docs still fails',
        body: `Seen again.\n\n${hiddenMarker('alert/docs/failing')}`,
      };
      await github.updateAlertIssue(number, asMasked(text), signal);
      expect(await github.listAlertIssues([], signal)).toMatchObject([{ ...text, number, state: 'open' }]);
    });

    test('tell that a person has closed them', async () => {
      const { github, happens } = await kind.make();
      const { number } = await github.openAlertIssue(asMasked(ALERT), signal);
      await happens.closeIssue(number);
      expect(await github.listAlertIssues([], signal)).toMatchObject([{ number, state: 'closed' }]);
    });

    test('are none of what somebody else wrote, with the same label and the same marker', async () => {
      const { github, happens } = await kind.make();
      await happens.openIssue({ ...ALERT, labels: ['wakeful-alert'], author: 'mallory' });
      await happens.openIssue({ title: 'Something else' });
      expect(await github.listAlertIssues([], signal)).toEqual([]);
    });
  });

  describe(`a run on ${kind.name}`, () => {
    test('is running until it is finished', async () => {
      const { github, happens } = await kind.make();
      const wake = await happens.beginRun();
      expect(await github.wakeState(wake, signal)).toBe('running');
      await happens.endRun(wake);
      expect(await github.wakeState(wake, signal)).toBe('finished');
    });

    test('knows the time of the server, or does not say it', async () => {
      const { github } = await kind.make();
      const time = await github.serverTime(signal);
      if (!kind.tellsTime) return expect(time).toBeNull();
      expect(Math.abs((time ?? 0) - Date.now())).toBeLessThan(10_000);
    });

    test.each([true, false])('is disabled when a person has switched its workflow off: %s', async (isOff) => {
      const { github, happens } = await kind.make();
      if (isOff) await happens.switchOff();
      expect(await github.isDisabled(signal)).toBe(isOff);
    });
  });
}
