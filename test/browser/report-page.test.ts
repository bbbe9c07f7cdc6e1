/** The web page about an agent, in each state that it may have to show. */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PAGE_PARTS_FILE, pageParts } from '../../scripts/site/page-parts.ts';
import { statusBadge } from '../../src/report/page/badge.ts';
import { needsFeed } from '../../src/report/page/needs-feed.ts';
import { findBarriers, SiteUnderTest } from '../support/browser/open-page.ts';
import { reportPage } from '../support/pages/report-page.ts';
import {
  badFacts,
  emptyFacts,
  goodFacts,
  HOSTILE,
  hostile,
  hugeFacts,
  SITE,
  stoppedFacts,
  weekFacts,
} from '../support/pages/reports.ts';

/** When the page of the week is two hours old. */
const TIME = '2026-11-23T09:12:00Z';
const PHONE = { viewport: { width: 320, height: 700 } } as const;

let site: SiteUnderTest;
beforeAll(async () => {
  const week = await weekFacts();
  const facts = {
    ...{ week, empty: emptyFacts(), good: await goodFacts(), bad: await badFacts() },
    ...{ stopped: await stoppedFacts(), huge: await hugeFacts(2_000) },
    ...Object.fromEntries(HOSTILE.map((_, n) => [`hostile-${n}`, hostile(week, n)])),
  };
  const pages = Object.entries(facts).map(([name, each]) => [`${name}.html`, reportPage(each)] as const);
  site = await SiteUnderTest.open(new Map(pages));
});
afterAll(() => site.close());

const STATES = ['week', 'empty', 'good', 'bad', 'stopped', 'huge', ...HOSTILE.map((_, n) => `hostile-${n}`)];

test('script and style are those that the sources make', async () => {
  expect(await readFile(PAGE_PARTS_FILE, 'utf8')).toBe(await pageParts());
});

test.each(STATES)('asks nobody for anything, and complains about nothing: %s', async (state) => {
  for (const options of [{}, { ...PHONE, colorScheme: 'dark', reducedMotion: 'reduce' }] as const) {
    const { page, complaints, close } = await site.page('', {
      file: `${state}.html`,
      time: TIME,
      ...options,
    });
    await page.locator('.age-words', { hasText: 'two hours ago' }).waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    expect(await findBarriers(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  }
});

test('lets no text become markup, not even by a mistake of its own script', async () => {
  const { page, close } = await site.page('', { file: 'week.html' });
  const tried = page.evaluate(`document.body.insertAdjacentHTML('beforeend', '<b>x</b>')`);
  await expect(tried).rejects.toThrow('TrustedHTML');
  await close();
});

test.each(HOSTILE.map((_, n) => n))('starts nothing that somebody wrote into a field: %i', async (n) => {
  const { page, close } = await site.page('log?run=', { file: `hostile-${n}.html`, time: TIME });
  const started: string[] = [];
  page.on('dialog', (dialog) => started.push(dialog.message()));
  await page.getByText('The log has').waitFor();
  const elements = await page.evaluate(
    'document.querySelectorAll("img, iframe, object, embed, [onload], [onerror], [style]").length',
  );
  expect(elements).toBe(0);
  const addresses = await page.evaluate<readonly string[]>(
    '[...document.links].map(({ protocol, host }) => protocol + host)',
  );
  expect(new Set(addresses)).toEqual(new Set(['file:', 'https:github.com']));
  expect(started).toEqual([]);
  await close();
});

describe('the age', () => {
  const ageAt = async (time: string) => {
    const { page, close } = await site.page('', { file: 'week.html', time });
    const [age, note, isOld] = [
      await page.locator('.age').textContent(),
      await page.locator('.age-note').isVisible(),
      await page.evaluate('document.querySelector("#verdict").classList.contains("aged")'),
    ];
    await close();
    return { age, note, isOld };
  };

  test('is that of the visitor’s clock', async () => {
    expect(await ageAt('2026-11-23T10:00:40Z')).toEqual({
      age: 'This is from 23 Nov 2026 07:00 UTC, three hours ago.',
      note: false,
      isOld: false,
    });
  });

  test('of a page that is too old to be believed is shown, and what to do', async () => {
    expect(await ageAt('2026-11-24T07:00:40Z')).toEqual({
      age: 'This is from 23 Nov 2026 07:00 UTC, one day ago.',
      note: true,
      isOld: true,
    });
  });

  test('is not known where the clock of the device is behind', async () => {
    expect((await ageAt('2026-11-22T07:00:40Z')).age).toContain('one of the two clocks is wrong');
  });
});

test('without a script it is complete but for the older lines of the log', async () => {
  const { page, close } = await site.page('', { file: 'week.html', javaScriptEnabled: false });
  for (const name of [
    'Needs you',
    'Since yesterday',
    'Goals',
    'Runs',
    'Drafts',
    'Spent',
    'What comes next',
    'Log',
  ])
    expect(await page.getByRole('heading', { level: 2, name }).isVisible(), name).toBe(true);
  expect(await page.getByRole('search').isVisible()).toBe(false);
  expect(await page.locator('#log-lines li').count()).toBeGreaterThan(20);
  expect(await page.getByText('To read and search all of them here, switch JavaScript on.').isVisible()).toBe(
    true,
  );
  await close();
});

describe('the log', () => {
  test('is searched and filtered, and all of it comes back', async () => {
    const { page, close } = await site.page('log', { file: 'week.html', time: TIME });
    await page.getByText('The log has 331 lines.').waitFor();
    const state = page.locator('#log-state');
    await page.getByLabel('Search').fill('DRAFT_opened');
    await expect.poll(() => state.textContent()).toContain('of 6 that match');
    await page.locator('[name="goal"]').selectOption('pages');
    await expect.poll(() => state.textContent()).toContain('of 1 that match');
    await page.getByLabel('Search').fill('nowhere to be found');
    await expect.poll(() => state.textContent()).toContain('No line matches.');
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.locator('[name="level"]').selectOption('debug');
    await expect.poll(() => state.textContent()).toContain('Lines 1 to 50 of 331 that match');
    await page.getByRole('button', { name: 'Older lines' }).click();
    await expect.poll(() => state.textContent()).toContain('Lines 51 to 100 of 331');
    expect(await page.locator('#log-lines li').count()).toBe(50);
    await close();
  });

  test('shows the lines of a run that is chosen there', async () => {
    const { page, close } = await site.page('runs', { file: 'week.html', time: TIME });
    await page.locator('#run-9001038-1 summary').click();
    await page.locator('#run-9001038-1').getByRole('link', { name: 'Its lines of the log' }).click();
    await expect.poll(() => page.getByLabel('Run', { exact: true }).inputValue()).toBe('9001038-1');
    await expect.poll(() => page.locator('#log-lines').textContent()).toContain('9001037-1');
    await close();
  });
});

describe('an address', () => {
  test.each([
    ['line-2026-11-17-1', '#line-2026-11-17-1.wanted'],
    ['run-9001037-1', '#run-9001037-1[open]'],
    ['draft-3', '#draft-3'],
    ['slot-changes-2026-11-18T00:00Z', 'a[id="slot-changes-2026-11-18T00:00Z"]'],
    ['goal-hopeless', '#goal-hopeless[open]'],
  ])('#%s leads to what it names', async (hash, selector) => {
    const { page, close } = await site.page(hash, { file: 'week.html', time: TIME });
    await page.locator(selector).waitFor();
    const isInView = `(() => { const { top, bottom } = document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect(); return bottom > 0 && top < innerHeight; })()`;
    await expect.poll(() => page.evaluate(isInView)).toBe(true);
    await close();
  });

  test('of a run that is no longer in the list shows its lines of the log', async () => {
    const { page, close } = await site.page('run-9001001-1', { file: 'week.html', time: TIME });
    const isListed = (await page.locator('#run-9001001-1').count()) > 0;
    if (isListed) expect(await page.locator('#run-9001001-1[open]').count()).toBe(1);
    else await expect.poll(() => page.getByLabel('Run', { exact: true }).inputValue()).toBe('9001001-1');
    await close();
  });

  test('that names nothing does no harm', async () => {
    for (const hash of ['line-1', 'slot-x', 'run-x', 'draft-99', '%E0%A4%A', 'log?run=%']) {
      const { page, complaints, close } = await site.page(hash, { file: 'week.html', time: TIME });
      await page.getByText('The log has 331 lines.').waitFor();
      expect(complaints, hash).toEqual([]);
      await close();
    }
  });
});

test('a mark says what it stands for under the pointer and on focus, and leads to the line of the log', async () => {
  const { page, close } = await site.page('goals', { file: 'week.html', time: TIME });
  const lane = page.locator('svg[aria-label="Due times of changes"]');
  const said = page.locator('#goals .said');
  await lane.locator('.mark').nth(3).hover();
  await expect.poll(() => said.textContent()).toContain('Thu 19 Nov 00:00: skipped');
  await lane.locator('.mark').last().focus();
  await expect.poll(() => said.textContent()).toContain('Mon 23 Nov 00:00: skipped');
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => said.textContent()).toContain('Sun 22 Nov 00:00: skipped');
  await page.keyboard.press('Home');
  await expect.poll(() => said.textContent()).toContain('Mon 16 Nov 00:00: ran');
  await page.keyboard.press('Enter');
  await page.locator('#log-lines .wanted', { hasText: 'Starting the run due Mon 16 Nov 00:00' }).waitFor();
  await close();
});

test('the tab key passes each lane in one step', async () => {
  const { page, close } = await site.page('', { file: 'week.html', time: TIME });
  await page.getByText('The log has').waitFor();
  const stops = await page.evaluate(
    '[...document.querySelectorAll("#goals svg.track")].map((track) => track.querySelectorAll("[tabindex=\'0\']").length)',
  );
  expect(stops).toEqual([0, 1, 1, 1, 1, 1]);
  await close();
});

test('what is new since the last visit is marked, on this device only', async () => {
  const earlier = await weekFacts();
  const at = '2026-11-19T12:00:00Z';
  const before = {
    ...earlier,
    report: { ...earlier.report, at },
    entries: earlier.entries.filter(({ ts }) => ts < at),
  };
  const own = await SiteUnderTest.open(
    new Map([
      ['index.html', reportPage(before)],
      ['later.html', reportPage(earlier)],
    ]),
  );
  const { page, complaints, close } = await own.page('', { time: TIME });
  await page.getByText('The log has').waitFor();
  expect(await page.locator('#since-visit').isVisible()).toBe(false);
  for (let visit = 0; visit < 2; visit += 1) {
    await page.goto(own.address('', 'later.html'));
    await page
      .locator('#since-visit', { hasText: 'What you saw last was from 19 Nov 2026 12:00 UTC.' })
      .waitFor();
    await page.locator('#since-visit li', { hasText: 'had something to do' }).waitFor();
    expect(await page.locator('li.need', { hasText: 'hopeless' }).locator('.new-mark').count()).toBe(1);
    expect(await page.locator('li.need', { hasText: 'draft #3' }).locator('.new-mark').count()).toBe(0);
  }
  expect(complaints).toEqual([]);
  await close();
  await own.close();
});

test('at twice the size nothing is cut off', async () => {
  for (const file of ['week.html', 'huge.html']) {
    const zoomed = { viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 } as const;
    const { page, close } = await site.page('', { file, ...zoomed });
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), file).toBe(true);
    expect(await findBarriers(page), file).toEqual([]);
    await close();
  }
});

test('on paper it has its words and its charts, and nothing to click', async () => {
  const { page, close } = await site.page('', { file: 'week.html', time: TIME });
  await page.getByText('The log has').waitFor();
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('heading', { level: 2, name: 'Needs you' }).isVisible()).toBe(true);
  expect(await page.locator('figure.week').first().isVisible()).toBe(true);
  for (const hidden of ['#log-filter', '#log-pages', '.parts'])
    expect(await page.locator(hidden).isVisible(), hidden).toBe(false);
  expect((await page.pdf()).length).toBeGreaterThan(20_000);
  await close();
});

test('100,000 lines: what is seen first is there at once, and the log is searched without a wait', async () => {
  const own = await SiteUnderTest.open(new Map([['index.html', reportPage(await hugeFacts(100_000))]]));
  const { page, complaints, close } = await own.page('');
  const first = await page.evaluate<number>(
    'performance.getEntriesByType("paint").find(({ name }) => name === "first-contentful-paint")?.startTime ?? 0',
  );
  await page.getByText('The log has 100,000 lines.').waitFor({ timeout: 60_000 });
  await page.getByLabel('Search').fill('chapter-42.md');
  await expect.poll(() => page.locator('#log-state').textContent()).toMatch(/of \d+ that match/);
  const search = await page.evaluate<number>(
    `(() => { const field = document.querySelector('[name="text"]'); const from = performance.now(); field.value = 'chapter-77.md done'; field.dispatchEvent(new Event('input', { bubbles: true })); return performance.now() - from; })()`,
  );
  console.log(`first paint after ${Math.round(first)} ms, a search in ${Math.round(search)} ms`);
  expect(first).toBeGreaterThan(0);
  expect(first).toBeLessThan(5_000);
  expect(search).toBeLessThan(1_000);
  expect(await page.locator('#log-lines li').count()).toBeLessThanOrEqual(50);
  expect(complaints).toEqual([]);
  await close();
  await own.close();
});

test('the badge and the feed beside it are XML', async () => {
  const { page, close } = await site.page('', { file: 'empty.html' });
  // The policy of the page itself forbids it to read markup.
  await page.goto('about:blank');
  const { report } = await weekFacts();
  const documents = [
    statusBadge(report),
    needsFeed(report, SITE),
    ...HOSTILE.map((_, n) =>
      needsFeed(hostile({ report, entries: [], site: SITE, silentHours: 6 }, n).report, SITE),
    ),
  ];
  for (const text of documents) {
    const found = await page.evaluate<string>(
      `new DOMParser().parseFromString(${JSON.stringify(text)}, 'application/xml').querySelector('parsererror')?.textContent ?? ''`,
    );
    expect(found).toBe('');
  }
  await close();
});
