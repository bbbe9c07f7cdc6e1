/** The badge and the feed, which lie beside the page. */
import { describe, expect, test } from 'vitest';
import type { PersonNeed, Report, Verdict } from '../../../../src/core/report/report.ts';
import { statusBadge } from '../../../../src/report/page/badge.ts';
import { needsFeed } from '../../../../src/report/page/needs-feed.ts';
import { emptyFacts, HOSTILE, SITE } from '../../../support/pages/reports.ts';

const REVIEW: PersonNeed = {
  ...{ kind: 'review', since: '2026-11-20T06:00:37Z', goal: 'docs', draft: 3, title: 'Docs are complete' },
  ...{ branch: 'wakeful/docs/x-1', files: 1, lines: 4, isComplete: true },
};
const ALERT: PersonNeed = {
  ...{
    kind: 'alert',
    since: '2026-11-21T06:00:00Z',
    goal: 'docs',
    cause: 'failing',
    title: 'Wakeful: docs fails',
  },
  ...{ detail: 'The checks do not pass.', issue: 9, isKnown: false, failures: 4, places: [], figures: null },
};
const LOCK: PersonNeed = { kind: 'lock', since: '2026-11-22T06:00:00Z', goal: 'docs', run: '9-1' };

function reportWith(needs: readonly PersonNeed[]): Report {
  return { ...emptyFacts().report, needs };
}

describe('the badge', () => {
  const VERDICTS: readonly (readonly [Verdict, string])[] = [
    [{ kind: 'never_ran' }, 'has not run yet'],
    [{ kind: 'silent', since: '2026-11-22T00:00:00Z' }, 'no sign of life'],
    [{ kind: 'stopped', reason: 'x', since: null }, 'stopped'],
    [{ kind: 'needs_you', reviews: 1, problems: 2 }, '1 draft to review, 2 problems'],
    [{ kind: 'needs_you', reviews: 0, problems: 1 }, '1 problem'],
    [{ kind: 'troubled', goals: ['a'] }, '1 goal tried again'],
    [{ kind: 'well' }, 'nothing needs you'],
  ];

  test.each(VERDICTS)('says in words what its colour says: %j', (verdict, words) => {
    expect(statusBadge({ verdict })).toContain(`aria-label="wakeful: ${words}"`);
  });

  test('is red only where a person is needed', () => {
    const red = VERDICTS.filter(([verdict]) => statusBadge({ verdict }).includes('#a3211b'));
    expect(red.map(([{ kind }]) => kind)).toEqual(['silent', 'needs_you', 'needs_you']);
  });
});

describe('the feed', () => {
  test('has an entry for each thing, the newest first, with the address of what to open', () => {
    const feed = needsFeed(reportWith([REVIEW, ALERT, LOCK]), SITE);
    const titles = [...feed.matchAll(/<title>(.*?)<\/title>/g)].map(([, title]) => title);
    expect(titles.slice(1)).toEqual([
      'The lock of docs was not given back',
      'docs fails',
      'Review draft #3: Docs are complete',
    ]);
    expect(feed).toContain('href="https://github.com/acme/site/pull/3"');
    expect(feed).toContain('href="https://github.com/acme/site/issues/9"');
    expect(feed).toContain('<updated>2026-11-20T06:00:37Z</updated>');
  });

  test('names the same thing by the same id in every feed, and a cause that comes again by another one', () => {
    const ids = (needs: readonly PersonNeed[]) =>
      [...needsFeed(reportWith(needs), SITE).matchAll(/<id>(.*?)<\/id>/g)].map(([, id]) => id);
    const [, review] = ids([REVIEW]);
    expect(ids([{ ...REVIEW, title: 'Another title', files: 9 }])[1]).toBe(review);
    const [, alert] = ids([ALERT]);
    expect(ids([{ ...ALERT, failures: 5, detail: 'again' } as PersonNeed])[1]).toBe(alert);
    expect(ids([{ ...ALERT, since: '2026-11-25T06:00:00Z' }])[1]).not.toBe(alert);
    expect(new Set(ids([REVIEW, ALERT, LOCK])).size).toBe(4);
  });

  test('without a server has no address at all', () => {
    expect(needsFeed(reportWith([REVIEW, ALERT]), null)).not.toContain('<link');
  });

  test.each(HOSTILE.map((text, n) => [n, text] as const))('takes text of others for text: %i', (_, text) => {
    const feed = needsFeed(
      reportWith([
        { ...REVIEW, title: text, branch: text },
        { ...ALERT, title: text, detail: text, cause: text } as PersonNeed,
      ]),
      SITE,
    );
    const tags = [...feed.matchAll(/<\/?([a-z?!]+)/g)].map(([, name]) => name);
    expect(new Set(tags)).toEqual(
      new Set(['?xml', 'feed', 'id', 'title', 'updated', 'author', 'name', 'link', 'entry', 'content']),
    );
    expect(feed.isWellFormed()).toBe(true);
    for (const sign of ['\u0000', '\u001b', '\u202e']) expect(feed).not.toContain(sign);
    for (const [, address] of feed.matchAll(/href="(.*?)"/g))
      expect(address).toMatch(/^https:\/\/github\.com\/acme\/site/);
  });
});
