import { afterAll, beforeAll, expect, test } from 'vitest';
import { SiteUnderTest } from '../support/browser/open-page.ts';

let site: SiteUnderTest;
beforeAll(async () => {
  site = await SiteUnderTest.open();
});
afterAll(() => site.close());

/** Text of one side. */
const sides = ['A handler', 'A scheduled goal'] as const;

async function open(hash = 'who-starts-it') {
  const opened = await site.page(hash);
  const [handler, goal] = sides.map((name) =>
    opened.page.locator('.side').filter({ has: opened.page.getByRole('heading', { name, exact: true }) }),
  );
  if (handler === undefined || goal === undefined) throw new Error('A side is missing.');
  await opened.page.getByLabel('Speed').selectOption('8');
  return { ...opened, handler, goal };
}

test('the goal counts by itself within ten seconds, and the handler only when it is asked', async () => {
  const { page, handler, goal, complaints, close } = await open();
  await goal.getByText('The schedule').first().waitFor({ timeout: 10_000 });
  await goal.getByText('Opened draft #1: Count the runs.').waitFor();
  expect(await handler.locator('dd').textContent()).toBe('0');
  await page.getByRole('button', { name: 'Send request' }).click();
  await handler.getByText('Count 1.').waitFor();
  await goal.getByText('Run 2: Nothing was decided.').waitFor();
  expect(await handler.locator('dd').textContent()).toBe('1');
  expect(complaints).toEqual([]);
  await close();
});

test('what is switched on decides the classification, and a model never does', async () => {
  const { page, handler, goal, close } = await open();
  const verdicts = async () => [
    await handler.locator('.verdict b').textContent(),
    await goal.locator('.verdict b').textContent(),
  ];
  const reactive = 'Reactive: only a person starts it.';
  const autonomous = 'Autonomous: it starts by itself.';
  expect(await verdicts()).toEqual([reactive, autonomous]);
  for (const side of [handler, goal]) await side.getByLabel('A model decides what it writes').check();
  expect(await verdicts()).toEqual([reactive, autonomous]);
  await goal.getByLabel('People may start it').check();
  await expect.poll(verdicts).toEqual([reactive, 'Hybrid: it starts by itself, and a person can start it.']);
  await goal.getByLabel('The schedule starts it').uncheck();
  await expect.poll(verdicts).toEqual([reactive, reactive]);
  await goal.getByRole('button', { name: 'Run it now' }).click();
  await goal.getByText('A person').first().waitFor();
  await goal.getByText('The model decided').first().waitFor();
  expect(new URL(page.url()).hash).toBe('#who-starts-it?handler=model&engine=model&people=on&schedule=off');
  await close();
});

test('the text beside each side is the text that runs', async () => {
  const { handler, goal, close } = await open();
  expect(await handler.locator('pre').textContent()).toContain('export function handleRequest(');
  expect(await goal.locator('pre').first().textContent()).toContain('schedule: {every: 5m}');
  await close();
});
