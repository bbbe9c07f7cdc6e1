import { afterAll, beforeAll, expect, test } from 'vitest';
import { findBarriers, SiteUnderTest } from '../support/browser/open-page.ts';

/** A night takes thirty seconds of the page's time, which passes in the longest steps that the page takes. */
const LONGEST_FRAME_MS = 100;
/** Longer where the machine is busy. */
const MORNING = { timeout: 90_000 };

let site: SiteUnderTest;
beforeAll(async () => {
  site = await SiteUnderTest.open();
});
afterAll(() => site.close());

test('who sleeps sees nothing, and can check in the morning what the log has told', async () => {
  const { page, complaints, close } = await site.page('while-you-were-away', { frameMs: LONGEST_FRAME_MS });
  await page.getByRole('button', { name: 'Go to sleep' }).click();
  await page.getByText('You are asleep.').waitFor();
  expect(await page.getByRole('heading', { name: 'Activity log' }).count()).toBe(0);
  await page.getByRole('heading', { name: 'What happened?' }).waitFor(MORNING);
  await page.getByText('Open alerts: 1').waitFor();
  expect(await findBarriers(page)).toEqual([]);
  const alert = await page
    .locator('.code-panel')
    .filter({ hasText: 'issues of the repository' })
    .locator('pre')
    .textContent();
  const letter = /letters\/(\d+)\.txt/.exec(alert ?? '')?.[1] ?? '';
  await page.getByLabel('How many letters have been answered?').fill('0');
  await page.getByLabel('Which letter can nobody read?').fill(String(Number(letter)));
  await page.getByLabel('How many runs died').fill('99');
  await page.getByRole('button', { name: 'Check' }).click();
  await page.getByText(`Right: ${Number(letter)}.`).waitFor();
  expect(await page.getByText('Not quite').count()).toBe(2);
  expect(complaints).toEqual([]);
  await close();
});
