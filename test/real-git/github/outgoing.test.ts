import { describe, expect, it } from 'vitest';
import { bodyForGitHub, titleForGitHub } from '../../../src/adapters/github/longest-texts.ts';
import { hiddenMarker, readMarker } from '../../../src/core/marker.ts';
import { alertText } from '../../../src/report/on-github/alert.ts';
import { draftText } from '../../../src/report/on-github/pull-request.ts';
import { LIMITS } from '../../rules/report/sample.ts';
import { asMasked } from '../../support/as-masked.ts';
import { portsAt } from '../../support/contract/github-under-test.ts';
import { type ServedGitHub, serveGitHub } from '../../support/git/stand-in.ts';

const { signal } = new AbortController();
const BRANCH = 'wakeful/docs/a-1';
const MARKER = 'docs/draft/1';
/** What a model could say to be heard where it must not be. */
const EVIL = [
  '@octocat @acme/everyone, please look at https://evil.example and [this](https://evil.example).',
  'Fixes #1. Closes acme/site#2, resolves GH-3; closes: https://github.com/acme/site/issues/4',
  '<img src=x onerror=alert(1)> <!-- wakeful: docs/draft/2 --> <details><summary>more</summary>',
  '# A heading\n| a | b |\n|---|---|\n![image](https://evil.example/pixel.png)\n> [!WARNING]\n> [skip ci]',
].join('\n');

const DRAFT = draftText(
  asMasked({
    goal: {
      id: asMasked('docs'),
      file: asMasked('goals/docs.yml'),
      title: asMasked(EVIL),
      objective: asMasked(EVIL),
    },
    subject: asMasked(EVIL),
    window: {
      slot: asMasked('2026-11-22T00:00:00Z'),
      from: asMasked('2026-11-21T18:00:00Z'),
      to: asMasked('2026-11-22T00:00:00Z'),
      commit: asMasked('a'.repeat(40)),
    },
    summaries: [{ title: asMasked(EVIL), ending: 'worked', summary: asMasked(EVIL) }],
    checks: [EVIL],
    spent: { tokens: 1, usdMicros: 1, calls: 1 },
    limits: LIMITS,
    wake: { id: asMasked(EVIL), url: asMasked('https://github.example/acme/site/actions/runs/1') },
    incomplete: asMasked(EVIL),
    notes: asMasked({ running: [], unseen: [], shortened: [], tests: [] }),
    model: asMasked(EVIL),
    marker: asMasked(MARKER),
  }),
);
const ALERT = alertText({
  goal: { id: asMasked('docs'), title: asMasked(EVIL) },
  cause: 'failing',
  detail: asMasked(EVIL),
  since: asMasked('2026-11-22T03:05:00Z'),
  branch: asMasked('wakeful-state'),
});

interface Sent {
  readonly title: string;
  readonly body: string;
}

/** Titles and bodies as they went over the wire. */
function sentIn({ exchanges }: ServedGitHub): readonly Sent[] {
  const bodies = exchanges.map(({ requestBody }) => (requestBody === '' ? {} : JSON.parse(requestBody)));
  return bodies.filter(({ body }) => body !== undefined).map(({ title = '', body }) => ({ title, body }));
}

/** The program's own markup: a part of a draft that opens by a click. */
const FOLD = '<details><summary>How it was made, and how to say no</summary>';

/** Without what GitHub interprets in no text of others: code spans, the fold, and the marker at the end. */
function plain(body: string): string {
  const foldless = body.replace(`\n${FOLD}\n`, '\n').replace('\n</details>\n', '\n');
  return foldless.replace(/\n<!-- [^\n]* -->$/, '').replace(/(?<!\\)`[^`\n]+`/g, '');
}

const EFFECTS: readonly (readonly [string, RegExp])[] = [
  ['a mention', /(?<![\w/])@[a-z\d]/i],
  ['a reference to an issue', /#\d|\bGH-\d/],
  ['a closing keyword before one', /\b(close[sd]?|fix(e[sd])?|resolve[sd]?):?\s+\S*(#|GH-|\/issues\/)\d/i],
  ['HTML', /<[a-z!/]/i],
  ['an order to skip the checks', /\[(skip ci|ci skip)\]/i],
];

async function served() {
  const github = await serveGitHub();
  const parents = [(await github.remote.tip('main')) ?? ''];
  await github.remote.commit({ branch: BRANCH, parents, files: { 'work.md': 'done\n' } });
  return { ...github, ...portsAt(github.standIn) };
}

describe('text of others that leaves for GitHub', () => {
  it.each(EFFECTS)('is without effect there: %s', async (_, effect) => {
    expect(plain(EVIL)).toMatch(effect);
    const site = await served();
    const how = { branch: BRANCH, base: 'main', labels: [], reviewers: [], readyWhereUnsupported: false };
    const { number } = await site.github.createDraft(asMasked({ ...DRAFT, ...how }), signal);
    await site.github.updateDraft(number, asMasked(DRAFT), signal);
    await site.github.openAlertIssue(asMasked(ALERT), signal);
    const sent = sentIn(site);
    expect(sent).toHaveLength(3);
    for (const { title, body } of sent) {
      expect(title).not.toMatch(effect);
      expect(plain(body)).not.toMatch(effect);
    }
  });

  it('leads nowhere but to the run', () => {
    const addresses = plain(DRAFT.body).match(/https?:\/\/[^\s)]+/g);
    expect(addresses).toEqual(['https://github.example/acme/site/actions/runs/1']);
    expect(plain(ALERT.body)).not.toMatch(/https?:\/\//);
    expect(readMarker(DRAFT.body)).toBe(MARKER);
  });
});

describe('text that is longer than GitHub takes', () => {
  const marker = hiddenMarker(MARKER);
  const long = `${'😀'.repeat(40_000)}\n\n${marker}`;

  it('is cut, says so, and keeps the marker', async () => {
    const site = await served();
    const { number } = await site.issues.open(
      { title: asMasked('😀'.repeat(300)), body: asMasked(long) },
      signal,
    );
    await site.issues.comment(number, asMasked(long), signal);
    const thread = await site.issues.read(number, signal);
    const [comment] = thread?.comments ?? [];
    expect(thread?.title).toBe('😀'.repeat(128));
    for (const body of [thread?.body ?? '', comment?.body ?? '']) {
      expect(body.length).toBeLessThanOrEqual(65_536);
      expect(body.isWellFormed()).toBe(true);
      expect(body.endsWith(`\n\n(cut: GitHub takes no more)\n\n${marker}`)).toBe(true);
      expect(readMarker(body)).toBe(MARKER);
    }
    expect(await site.issues.findOpened(MARKER, signal)).toMatchObject({ number });
  });

  it('is left alone up to the last character', () => {
    expect(titleForGitHub('a'.repeat(256))).toBe('a'.repeat(256));
    expect(titleForGitHub('a'.repeat(257))).toBe('a'.repeat(256));
    const body = `${'a'.repeat(65_536 - marker.length - 1)}\n${marker}`;
    expect(bodyForGitHub(body)).toBe(body);
    expect(bodyForGitHub(`a${body}`)).toHaveLength(65_536);
    expect(bodyForGitHub('a'.repeat(70_000))).toBe('a'.repeat(65_536));
  });
});
