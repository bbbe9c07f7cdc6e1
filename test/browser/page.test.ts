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
