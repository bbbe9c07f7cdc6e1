import { afterAll, beforeAll, expect, test } from 'vitest';
import { SiteUnderTest } from '../support/browser/open-page.ts';

const SOON = { timeout: 20_000 };

let site: SiteUnderTest;
beforeAll(async () => {
  site = await SiteUnderTest.open();
});
afterAll(() => site.close());

test('the engine stops at the limit that a visitor sets, and shows its record, while the loop goes on', async () => {
  const { page, complaints, close } = await site.page('one-more-refinement');
  const side = (name: string) =>
    page.locator('.side').filter({ has: page.getByRole('heading', { name, exact: true }) });
  const engine = side('The engine');
  const calls = (name: string) => side(name).locator('.figures dd').first().textContent();
  await page.getByLabel('Model calls').fill('5');
  await engine.getByText('model_calls: 5').waitFor();
  await page.getByLabel('Speed').selectOption('8');
  await engine.getByText('"ending": "call_limit"').waitFor(SOON);
  await expect.poll(async () => Number(await calls('A loop without limits')), SOON).toBeGreaterThan(10);
  expect(await calls('The engine')).toBe('5');
  expect(await engine.locator('.figures dd').last().textContent()).toBe('stopped');
  expect(new URL(page.url()).hash).toBe('#one-more-refinement?calls=5');
  expect(complaints).toEqual([]);
  await close();
});
