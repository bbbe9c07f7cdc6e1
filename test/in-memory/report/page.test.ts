/** The web page of a week that was really played, as somebody reads it who switches scripts off. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { PageFacts } from '../../../src/report/page/page-facts.ts';
import { pageHtml } from '../../../src/report/page/page-html.ts';
import {
  badFacts,
  emptyFacts,
  HOSTILE,
  hostile,
  hugeFacts,
  stoppedFacts,
  weekFacts,
} from '../../support/pages/reports.ts';

let week: PageFacts;
let page: string;
beforeAll(async () => {
  week = await weekFacts();
  page = htmlOf(week);
});

const LOG = '<script type="text/plain"';

/** With the log as it is, so that a test can read it. */
function htmlOf(facts: PageFacts): string {
  return pageHtml(facts, (text) =>
    Array.from(new TextEncoder().encode(text), (byte) => byte.toString(16).padStart(2, '0')).join(''),
  );
}

/** The words of a page, or of one part of it. */
function wordsOf(html: string, part?: string): string {
  const [, body = ''] = /<body>([\s\S]*?)<script>/.exec(html) ?? [];
  const found =
    part === undefined
      ? body
      : (body.split('<section ').find((each) => each.startsWith(`id="${part}"`)) ?? '');
  return found
    .replace(/<title>.*?<\/title>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll('\u00a0', ' ')
    .replace(/\s+/g, ' ');
}

/** Addresses that the page itself can lead to. */
function addressesOf(html: string): readonly string[] {
  return [...html.slice(0, html.indexOf('<script>')).matchAll(/href="(.*?)"/g)].map(
    ([, address]) => address ?? '',
  );
}

describe('the page of the week answers', () => {
  test('is it fresh, and what is the first thing to know?', () => {
    const words = wordsOf(page, 'verdict');
    expect(words).toContain('Some things need you: 4 drafts to review and 1 problem.');
    expect(words).toContain('This is from 23 Nov 2026 07:00 UTC');
    expect(words).toContain('Last sign of life: 23 Nov 2026 06:00 UTC.');
  });

  test('what needs me, and what do I click?', () => {
    const words = wordsOf(page, 'needs');
    const order = [
      'Review draft #3',
      'Review draft #6',
      'Review draft #7',
      'Review draft #8',
      'hopeless is paused',
    ];
    expect(order.map((each) => words.indexOf(each))).toEqual(
      order.map((each) => words.indexOf(each)).toSorted((a, b) => a - b),
    );
    for (const each of order) expect(words).toContain(each);
    expect(page).toContain('<a class="click" href="https://github.com/acme/site/pull/3">Open draft #3</a>');
    expect(page).toContain(
      '<a class="click" href="https://github.com/acme/site/issues/10">Open issue #10</a>',
    );
  });

  test('what ran, and what became of each due time?', () => {
    expect(page).toMatch(/<title>Wed 18 Nov 00:00: ran, done<\/title>/);
    expect(page).toMatch(/<title>Thu 19 Nov 00:00: skipped\. [^<]*a draft waits for your review\.<\/title>/);
    expect(page).toMatch(/<title>Wed 18 Nov 00:00: ran, task stuck|<title>[^<]*: ran, model gave up/);
    expect(wordsOf(page, 'goals')).toContain('skipped');
  });

  test('what went wrong, and why?', () => {
    expect(wordsOf(page, 'goals')).toContain(
      'The file docs/plan.md that the objective speaks of does not exist',
    );
    expect(wordsOf(page, 'runs')).toContain('model gave up');
  });

  test('what died, and what was lost with it?', () => {
    const words = wordsOf(page, 'runs');
    expect(words).toContain('17 Nov 00:00 died');
    expect(words).toContain('50,000 tokens that it had set aside count as spent.');
    expect(wordsOf(page, 'spending')).toContain('of these 50,000 tokens lost with runs that died');
  });

  test('what did it cost, against which limit?', () => {
    expect(wordsOf(page, 'spending')).toContain('53,000 tokens spent of 1,000,000 tokens');
  });

  test('what became of the drafts?', () => {
    const words = wordsOf(page, 'drafts');
    expect(words).toContain('4 wait for your review');
    expect(words).toContain('merged');
    expect(words).toContain('closed without merging');
  });

  test('what comes next?', () => {
    expect(wordsOf(page, 'next')).toContain('changes Tue 24 Nov 00:00 UTC, in 16 h 59 min, by its schedule');
    expect(wordsOf(page, 'next')).toContain('hopeless : 1 task stuck');
  });

  test('and each run says how its goals ended, whatever a file beside them was', () => {
    const run = week.report.runs.find(({ ending, goals }) => ending === 'bad_goal' && goals.length > 0);
    expect(run).toBeDefined();
    const [, end] =
      new RegExp(`id="run-${run?.id}"[\\s\\S]*?</svg><span class="time">.*?</span> <span>(.*?)</span>`).exec(
        page,
      ) ?? [];
    expect(end).toBeDefined();
    expect(end).not.toContain('bad goal');
  });
});

describe('what is not known', () => {
  test('is said as such for an agent that never ran, with the one thing to do, and no figure stands for it', () => {
    const words = wordsOf(htmlOf(emptyFacts()));
    expect(words).toContain('The agent has not run yet.');
    expect(words).toContain('Start the first run by hand');
    expect(words).not.toMatch(/(?<![\d:,])0 (?:tokens|runs|drafts|goals|lines)/);
  });

  test('is told apart: old, and with holes', async () => {
    const words = wordsOf(htmlOf(await badFacts()), 'verdict');
    expect(words).toContain('The evidence is old.');
    expect(words).toContain('3 lines of the log cannot be read');
    expect(words).toContain('the log of 2026-11-21 was full');
    expect(htmlOf(await badFacts())).toContain('class="verdict urgent old"');
  });

  test('is a dash with its reason in a table', () => {
    expect(wordsOf(page, 'drafts')).toContain('– it is still open');
  });
});

test('a mistake in a file leads to its line', async () => {
  expect(htmlOf(await badFacts())).toContain(
    '<a class="click" href="https://github.com/acme/site/blob/HEAD/goals/pages.yml#L2">Open line 2 of goals/pages.yml</a>',
  );
});

test('while the agent is stopped, what comes next is said to wait for that', async () => {
  expect(wordsOf(htmlOf(await stoppedFacts()), 'next')).toContain(
    'Nothing, as long as the agent is stopped.',
  );
});

test('a rehearsal has no addresses of a server', () => {
  const outside = addressesOf(htmlOf({ ...week, site: null })).filter((address) => !address.startsWith('#'));
  expect(outside).toEqual([]);
});

describe('text of others', () => {
  test.each(HOSTILE.map((_, n) => n))('is never markup, and no address: %i', async (n) => {
    const [plain, hurt] = [page, htmlOf(hostile(week, n))];
    const tags = (html: string) =>
      new Set(
        [...html.slice(html.indexOf('<body>'), html.indexOf('<script>')).matchAll(/<\/?([a-z0-9]+)/g)].map(
          ([, tag]) => tag,
        ),
      );
    expect([...tags(hurt)].filter((tag) => !tags(plain).has(tag))).toEqual([]);
    expect(hurt.split('<script').length).toBe(plain.split('<script').length);
    const own = hurt.slice(0, hurt.indexOf('<script>')).replace(/"[^"]*"/g, '""');
    expect(own).not.toMatch(/<[^>]* (?:on[a-z]+|style)=/);
    for (const address of addressesOf(hurt))
      expect(address).toMatch(/^(?:#|https:\/\/github\.com\/acme\/site\b)/);
    expect(hurt).not.toContain('\u202e');
    expect(hurt.isWellFormed()).toBe(true);
  });
});

test('of a large repository the page itself stays below 200 kB', async () => {
  const html = htmlOf(await hugeFacts(2_000));
  const own = html.slice(0, html.indexOf(LOG));
  expect(new TextEncoder().encode(own).length).toBeLessThan(200_000);
});
