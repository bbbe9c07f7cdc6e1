/** What outsiders write starts no job of the agent, each attempt by itself; the rules say the same of all at once. */
import { expect, test } from 'vitest';
import {
  forksHappenings,
  jobsWithRights,
  strangersHappenings,
} from '../../support/workflows/outsider-rules.ts';
import { workflowTexts } from '../../support/workflows/workflow-files.ts';

const ATTEMPTS = [...strangersHappenings(), ...forksHappenings()];

test.each(ATTEMPTS)('%s starts no job that may write or has the key', async (name, what) => {
  const started = await Promise.all(
    workflowTexts().map((source) => jobsWithRights(source, new Map([[name, what]]))),
  );
  expect(started.flat()).toEqual([]);
});
