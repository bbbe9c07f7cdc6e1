import { describe, expect, test } from 'vitest';
import { hiddenMarker } from '../../../src/core/marker.ts';
import type { IssueQuery } from '../../../src/ports.ts';
import { asMasked } from '../as-masked.ts';
import type { GitHubKind, Ports } from './github-under-test.ts';

const { signal } = new AbortController();
const MARKED = { title: 'A question', body: `What is meant?\n\n${hiddenMarker('docs/a/1')}` };

async function versionOf({ issues }: Ports, number: number): Promise<string> {
  return (await issues.read(number, signal))?.version ?? 'gone';
}

async function titles({ issues }: Ports, labels: readonly string[], limit = 10): Promise<readonly string[]> {
  return (await issues.list({ labels, limit }, signal)).map(({ title }) => title);
}

export function describeIssues(kind: GitHubKind): void {
  describe(`the queue of issues on ${kind.name}`, () => {
    test('holds the open ones that carry all labels, the oldest first', async () => {
      const site = await kind.make();
      await site.happens.openIssue({ title: 'one', labels: ['bug', 'docs'] });
      await site.happens.openIssue({ title: 'two', labels: ['bug'] });
      await site.happens.openIssue({ title: 'three', labels: ['docs', 'bug'] });
      await site.happens.closeIssue(await site.happens.openIssue({ title: 'four', labels: ['bug', 'docs'] }));
      expect(await titles(site, ['bug', 'docs'])).toEqual(['one', 'three']);
      expect(await titles(site, [])).toEqual(['one', 'two', 'three']);
      expect(await titles(site, [], 2)).toEqual(['one', 'two']);
      expect(await titles(site, ['none'])).toEqual([]);
    });

    test('holds those without a label, without some labels, or by others than the agent', async () => {
      const site = await kind.make();
      const { issues, happens } = site;
      const list = async (query: Partial<IssueQuery>) =>
        (await issues.list({ labels: [], limit: 10, ...query }, signal)).map(({ title }) => title);
      await happens.openIssue({ title: 'plain' });
      await happens.openIssue({ title: 'bug', labels: ['Bug'] });
      await issues.open(asMasked(MARKED), signal);
      await happens.openIssue({ title: 'new' });
      expect(await list({ isUnlabelled: true })).toEqual(['plain', 'A question', 'new']);
      expect(await list({ isUnlabelled: true, isByOthers: true })).toEqual(['plain', 'new']);
      expect(await list({ without: ['bug'] })).toEqual(['plain', 'A question', 'new']);
      expect(await list({ isUnlabelled: true, isByOthers: true, limit: 1 })).toEqual(['new']);
    });

    test('holds those that are young enough, or have been quiet for long enough', async () => {
      const site = await kind.make();
      const number = await site.happens.openIssue({ title: 'one' });
      const at = await site.happens.now();
      const has = async (query: Partial<IssueQuery>) =>
        (await site.issues.list({ labels: [], limit: 10, ...query }, signal)).length === 1;
      expect(await has({ openedSince: at - 60_000 })).toBe(true);
      expect(await has({ openedSince: at + 60_000 })).toBe(false);
      expect(await has({ quietSince: at + 60_000 })).toBe(true);
      expect(await has({ quietSince: at - 60_000 })).toBe(false);
      expect(await site.issues.read(number, signal)).not.toBeNull();
    });

    test('holds no pull requests', async () => {
      const site = await kind.make();
      const branch = 'wakeful/docs/a-1';
      await site.happens.makeBranch(branch);
      const draft = { branch, base: 'main', title: 'a', body: 'b', labels: ['bug'], reviewers: [] };
      const { number } = await site.github.createDraft(
        asMasked({ ...draft, readyWhereUnsupported: false }),
        signal,
      );
      expect(await titles(site, [])).toEqual([]);
      expect(await site.issues.read(number, signal)).toBeNull();
    });

    test('tells who has written what, and under which labels', async () => {
      const { issues, happens } = await kind.make();
      const asked = { title: 'Please', body: 'Do it.', labels: ['bug'], author: 'octocat' };
      const number = await happens.openIssue(asked);
      const [listed] = await issues.list({ labels: [], limit: 1 }, signal);
      expect(listed).toMatchObject({ ...asked, number, version: expect.stringMatching(/^[0-9a-f]{16}$/) });
      expect(await issues.read(number, signal)).toEqual({ ...listed, state: 'open', comments: [] });
    });
  });

  describe(`the version of an issue on ${kind.name}`, () => {
    test('changes with what people write', async () => {
      const site = await kind.make();
      const number = await site.happens.openIssue({ title: 'one', body: 'a' });
      const versions = [await versionOf(site, number)];
      await site.happens.comment(number, 'And this.');
      versions.push(await versionOf(site, number));
      await site.happens.editIssue(number, { title: 'two' });
      versions.push(await versionOf(site, number));
      await site.happens.editIssue(number, { body: 'b' });
      versions.push(await versionOf(site, number));
      expect(new Set(versions).size).toBe(4);
      expect((await site.issues.list({ labels: [], limit: 1 }, signal))[0]?.version).toBe(versions.at(-1));
    });

    test('stays with what the agent writes', async () => {
      const site = await kind.make();
      const number = await site.happens.openIssue({ title: 'one' });
      await site.happens.comment(number, 'And this.');
      const before = await versionOf(site, number);
      await site.issues.comment(number, asMasked('I see.'), signal);
      await site.issues.label(number, [asMasked('seen')], signal);
      expect(await versionOf(site, number)).toBe(before);
    });
  });

  describe(`an issue on ${kind.name}`, () => {
    test('is null when there is none', async () => {
      const { issues } = await kind.make();
      expect(await issues.read(17, signal)).toBeNull();
    });

    test('shows its newest comments, and which of them the agent wrote', async () => {
      const { issues, happens } = await kind.make();
      const number = await happens.openIssue({ title: 'one' });
      for (let count = 1; count <= 101; count++) await happens.comment(number, `comment ${count}`);
      expect(await issues.comment(number, asMasked('seen'), signal)).toBe(true);
      const comments = (await issues.read(number, signal))?.comments ?? [];
      expect(comments).toHaveLength(100);
      expect(comments[0]).toMatchObject({ body: 'comment 3', isByAgent: false });
      expect(comments.at(-1)).toMatchObject({ body: 'seen', isByAgent: true });
    });

    test('takes no comment when it is locked or gone', async () => {
      const { issues, happens } = await kind.make();
      const number = await happens.openIssue({ title: 'one' });
      await happens.lock(number);
      expect(await issues.comment(number, asMasked('seen'), signal)).toBe(false);
      expect(await issues.comment(17, asMasked('seen'), signal)).toBe(false);
    });

    test('is given labels and keeps the others', async () => {
      const { issues, happens } = await kind.make();
      const number = await happens.openIssue({ title: 'one', labels: ['bug'] });
      expect(await issues.label(number, [asMasked('seen'), asMasked('bug')], signal)).toBe(true);
      expect((await issues.read(number, signal))?.labels.toSorted()).toEqual(['bug', 'seen']);
      expect(await issues.label(17, [asMasked('seen')], signal)).toBe(false);
      expect(await issues.labelNames(signal)).toEqual(expect.arrayContaining(['bug', 'seen']));
    });

    test('loses labels in any spelling, and no others', async () => {
      const { issues, happens } = await kind.make();
      const number = await happens.openIssue({ title: 'one', labels: ['bug', 'needs triage'] });
      const gone = [asMasked('Needs Triage'), asMasked('other')];
      expect(await issues.unlabel(number, gone, signal)).toBe(true);
      expect((await issues.read(number, signal))?.labels).toEqual(['bug']);
      expect(await issues.unlabel(number, gone, signal)).toBe(true);
      expect(await issues.unlabel(17, gone, signal)).toBe(false);
    });
  });

  describe(`what the agent opens on ${kind.name}`, () => {
    test('is found again by its marker, also when it is closed', async () => {
      const { issues, happens } = await kind.make();
      expect(await issues.findOpened('docs/a/1', signal)).toBeNull();
      const opened = await issues.open(asMasked(MARKED), signal);
      expect(await issues.findOpened('docs/a/1', signal)).toEqual(opened);
      expect(await issues.findOpened('docs/a/10', signal)).toBeNull();
      await happens.closeIssue(opened.number);
      expect(await issues.findOpened('docs/a/1', signal)).toEqual(opened);
      expect(await issues.read(opened.number, signal)).toMatchObject({ ...MARKED, state: 'closed' });
    });

    test('is not what somebody else has marked the same', async () => {
      const { issues, happens } = await kind.make();
      await happens.openIssue({ ...MARKED, author: 'mallory' });
      expect(await issues.findOpened('docs/a/1', signal)).toBeNull();
    });
  });

  describe(`the issues that the agent keeps up to date on ${kind.name}`, () => {
    const KEPT = { title: 'Board', body: `All is well.\n\n${hiddenMarker('board')}` };

    test('are listed by their marker in whatever state, the oldest first, and are nobody else’s', async () => {
      const { issues, happens } = await kind.make();
      expect(await issues.listOpened('board', signal)).toEqual([]);
      await happens.openIssue({ ...KEPT, author: 'mallory' });
      const first = await issues.open(asMasked(KEPT), signal);
      await issues.open(asMasked(MARKED), signal);
      const second = await issues.open(asMasked(KEPT), signal);
      await happens.closeIssue(first.number);
      expect(await issues.listOpened('board', signal)).toMatchObject([
        { ...KEPT, ...first, state: 'closed' },
        { ...KEPT, ...second, state: 'open' },
      ]);
    });

    test('are read as they stand, also where a person has taken the marker away', async () => {
      const { issues, happens } = await kind.make();
      const { number } = await issues.open(asMasked(KEPT), signal);
      expect(await issues.readOpened(number, 'board', signal)).toMatchObject({ ...KEPT, state: 'open' });
      await happens.editIssue(number, { body: 'All is lost.' });
      expect(await issues.readOpened(number, 'board', signal)).toMatchObject({ body: 'All is lost.' });
      expect(await issues.listOpened('board', signal)).toEqual([]);
    });

    test('are not those under another marker, of somebody else, pull requests, or gone ones', async () => {
      const { github, issues, happens } = await kind.make();
      const other = await issues.open(asMasked(MARKED), signal);
      const foreign = await happens.openIssue({ ...KEPT, author: 'mallory' });
      const branch = 'wakeful/docs/a-1';
      await happens.makeBranch(branch);
      const draft = await github.createDraft(
        asMasked({ ...KEPT, branch, base: 'main', labels: [], reviewers: [], readyWhereUnsupported: false }),
        signal,
      );
      for (const number of [other.number, foreign, draft.number, 99])
        expect(await issues.readOpened(number, 'board', signal), `#${number}`).toBeNull();
    });

    test('change in what is given alone, and get no comment', async () => {
      const { issues } = await kind.make();
      const { number } = await issues.open(asMasked(KEPT), signal);
      const body = `Something needs you.\n\n${hiddenMarker('board')}`;
      expect(await issues.change(number, asMasked({ body }), signal)).toBe(true);
      const title = KEPT.title;
      expect(await issues.readOpened(number, 'board', signal)).toMatchObject({ title, body, state: 'open' });
      expect(await issues.change(number, { state: 'closed' }, signal)).toBe(true);
      expect(await issues.readOpened(number, 'board', signal)).toMatchObject({ body, state: 'closed' });
      expect(await issues.change(number, { state: 'open' }, signal)).toBe(true);
      expect(await issues.read(number, signal)).toMatchObject({ state: 'open', comments: [] });
      expect(await issues.change(99, { state: 'closed' }, signal)).toBe(false);
    });

    test('can be changed while they are locked', async () => {
      const { issues, happens } = await kind.make();
      const { number } = await issues.open(asMasked(KEPT), signal);
      await happens.lock(number);
      const body = `Locked.\n\n${hiddenMarker('board')}`;
      expect(await issues.change(number, asMasked({ body }), signal)).toBe(true);
      expect(await issues.readOpened(number, 'board', signal)).toMatchObject({ body });
    });
  });
}
