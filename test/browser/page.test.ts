/** What holds for every demonstration, whatever it shows. */
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleSite } from '../../scripts/site/bundle-site.ts';
import { TABS } from '../../src/demonstrations/tabs.ts';
import { findBarriers, SiteUnderTest } from '../support/browser/open-page.ts';

let site: SiteUnderTest;
beforeAll(async () => {
  site = await SiteUnderTest.open();
});
afterAll(() => site.close());

const PHONE = { viewport: { width: 320, height: 700 } } as const;

test('the page is one file of less than 400 kB, compressed', async () => {
  const files = await bundleSite();
  expect([...files.keys()]).toEqual(['index.html']);
  expect(gzipSync(files.get('index.html') ?? '').length).toBeLessThan(400_000);
});

test.each([
  ['on a desk, in light', {}],
  ['on a phone, in dark, with reduced motion', { ...PHONE, colorScheme: 'dark', reducedMotion: 'reduce' }],
] as const)('each tab shows what to try, and has no barrier: %s', async (_, options) => {
  for (const { id, name, invitation } of TABS) {
    const { page, complaints, close } = await site.page(id, options);
    await page.getByRole('heading', { level: 2, name }).waitFor();
    await page.getByText(invitation).waitFor();
    await page.getByRole('button', { name: 'Restart' }).waitFor();
    expect(await findBarriers(page), id).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), id).toBe(true);
    expect(complaints, id).toEqual([]);
    await close();
  }
});

test('a barrier would be found: a field without a name, and words that are hard to tell from their ground', async () => {
  const { page, close } = await site.page(TABS[0].id);
  await page.getByRole('button', { name: 'Restart' }).waitFor();
  await page.evaluate(`{
    const [field, words] = ['input', 'p'].map((name) => document.createElement(name));
    words.textContent = 'Hardly there';
    words.style.color = '#888';
    words.style.backgroundColor = '#999';
    document.querySelector('main').append(field, words);
  }`);
  expect((await findBarriers(page)).map((barrier) => barrier.split(':')[0])).toEqual([
    'color-contrast',
    'label',
  ]);
  await close();
});

describe('without a mouse', () => {
  test('the way to the first button goes over the tabs and the playback', async () => {
    const { page, close } = await site.page(TABS[0].id);
    await page.getByRole('button', { name: 'Restart' }).waitFor();
    const reached: string[] = [];
    for (let n = 0; n < TABS.length + 7; n += 1) {
      await page.keyboard.press('Tab');
      reached.push(await page.evaluate<string>('document.activeElement.textContent.trim()'));
    }
    expect(reached.slice(0, TABS.length)).toEqual(TABS.map(({ name }) => name));
    expect(reached).toContain('Pause');
    expect(reached).toContain('Restart');
    await page.keyboard.press('Shift+Tab');
    await close();
  });

  test.each([
    ['who-starts-it', 'Send request', 'Send request'],
    ['while-you-were-away', 'Go to sleep', 'asleep'],
    ['one-more-refinement', 'It may write essay.md only', 'write: ["**"]'],
    ['crash-now', 'Crash now', 'was killed.'],
    ['break-it-yourself', 'Freeze A', 'is frozen.'],
  ])('the deed of %s is reached and done', async (id, name, seen) => {
    const { page, complaints, close } = await site.page(id);
    await page.getByRole('button', { name: 'Restart' }).waitFor();
    const reached = (): Promise<string> =>
      page.evaluate(
        `(({ activeElement: at }) => at.matches('a') ? '' : (at.labels?.[0] ?? at).textContent.trim())(document)`,
      );
    for (let n = 0; n < 60; n += 1) {
      await page.keyboard.press('Tab');
      if ((await reached()).includes(name)) break;
    }
    expect(await reached()).toContain(name);
    // Between two starts there is nothing to crash yet.
    const isSeen = async (): Promise<boolean> => {
      await page.keyboard.press('Space');
      const found = page.getByText(seen).first().waitFor({ timeout: 1_000 });
      return found.then(
        () => true,
        () => false,
      );
    };
    await expect.poll(isSeen, { timeout: 60_000 }).toBe(true);
    expect(complaints).toEqual([]);
    await close();
  });
});

test('a paused page stands still, a step goes on to the next thing to be seen, and a restart begins anew', async () => {
  const { page, close } = await site.page(TABS[0].id);
  const clock = page.locator('.clock');
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.getByRole('button', { name: 'Restart' }).click();
  await expect.poll(() => clock.textContent()).toContain('02:00:00');
  await page.getByRole('button', { name: 'Step' }).click();
  await expect.poll(() => clock.textContent()).not.toContain('02:00:00');
  const paused = await clock.textContent();
  await page.evaluate('new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go)))');
  expect(await clock.textContent()).toBe(paused);
  await close();
});

const ZOOMED = { viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 } as const;

test('at twice the size nothing is cut off, and no barrier is added', async () => {
  for (const { id } of TABS) {
    const { page, close } = await site.page(id, ZOOMED);
    await page.getByRole('button', { name: 'Restart' }).waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), id).toBe(true);
    expect(await findBarriers(page), id).toEqual([]);
    await close();
  }
});

test('on paper the page has its words and its code, and no buttons', async () => {
  for (const { id, name } of TABS) {
    const { page, close } = await site.page(id);
    await page.getByRole('button', { name: 'Restart' }).waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('heading', { level: 2, name }).isVisible(), id).toBe(true);
    expect(await page.getByRole('button', { name: 'Restart' }).isVisible(), id).toBe(false);
    const cut =
      '[...document.querySelectorAll("pre, .log-view ol")].filter((each) => each.scrollHeight > each.clientHeight + 2).length';
    expect(await page.evaluate(cut), id).toBe(0);
    expect((await page.pdf()).length, id).toBeGreaterThan(10_000);
    await close();
  }
});
