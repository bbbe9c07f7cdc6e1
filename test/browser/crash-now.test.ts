import { afterAll, beforeAll, expect, test } from 'vitest';
import { SiteUnderTest } from '../support/browser/open-page.ts';

const SOON = { timeout: 20_000 };

let site: SiteUnderTest;
beforeAll(async () => {
  site = await SiteUnderTest.open();
});
afterAll(() => site.close());

test('a crash makes the worker ship some orders again, and the engine goes on where it was', async () => {
  const { page, complaints, close } = await site.page('crash-now');
  const side = (name: string) =>
    page.locator('.side').filter({ has: page.getByRole('heading', { name, exact: true }) });
  const worker = side('A worker without lock and progress');
  const engine = side('The engine');
  const figure = (of: typeof engine, label: string) =>
    of
      .locator('.figures div')
      .filter({ has: page.getByText(label, { exact: true }) })
      .locator('dd');
  await page.getByLabel('Speed').selectOption('2');
  await expect.poll(() => figure(engine, 'Shipped').textContent(), SOON).toBe('2');
  await page.getByRole('button', { name: 'Crash now' }).click();
  await engine.getByText('The process of run-1 was killed.').waitFor();
  await page.getByLabel('Speed').selectOption('8');
  await expect.poll(() => figure(worker, 'Shipped again').textContent(), SOON).not.toBe('0');
  await expect.poll(() => figure(engine, 'Shipped').textContent(), SOON).toBe('9');
  expect(await figure(engine, 'Shipped again').textContent()).toBe('0');
  expect(complaints).toEqual([]);
  await close();
});
