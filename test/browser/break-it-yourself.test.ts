import { afterAll, beforeAll, expect, test } from 'vitest';
import { SiteUnderTest } from '../support/browser/open-page.ts';

const SOON = { timeout: 30_000 };

let site: SiteUnderTest;
beforeAll(async () => {
  site = await SiteUnderTest.open();
});
afterAll(() => site.close());

test('a visitor who kills, freezes and stops breaks nothing, and sees it in the story', async () => {
  const { page, complaints, close } = await site.page('break-it-yourself');
  const click = (name: string) => page.getByRole('button', { name, exact: true }).click();
  await page.getByText('Runner A: run-1, running').waitFor(SOON);
  await click('Freeze A');
  await page.getByText('run-1 is frozen.').waitFor(SOON);
  await click('Thaw A');
  await page.getByText('run-1 is thawed and goes on.').waitFor(SOON);
  await click('Kill A');
  await page.getByText('run-1 is killed.').waitFor(SOON);
  await click('Press stop');
  await page.getByText('A person: stop by file').waitFor(SOON);
  await page.getByText('Everything holds.').waitFor();
  expect(complaints).toEqual([]);
  await close();
});

test('a planted fault is noticed, and the search for one plays seeds', async () => {
  const { page, close } = await site.page('break-it-yourself?fault=on');
  await page.getByLabel('Speed').selectOption('8');
  await page.getByText(/^Broken: I\d+/).waitFor(SOON);
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.getByRole('button', { name: 'Look for a fault' }).click();
  await page.getByText(/without a fault: [1-9]/).waitFor(SOON);
  await page.getByRole('button', { name: 'Stop looking' }).click();
  await close();
});
