import type { ItemSubject } from '../../agent/subject/subject-text.ts';
import type { RunsQueue } from '../../core/goal.ts';
import type { AttemptReport, FailedRun } from '../../ports.ts';
import type { Hold } from '../lease/held-goal.ts';
import { runQuery } from '../lease/run-query.ts';

/** The run that an item is about, as it is now, with the version that it has now. */
export interface RunSubject {
  readonly subject: ItemSubject;
  readonly version: string;
}

/** Null: the workflow passes again, or its run is gone. */
export async function runOfItem(hold: Hold, queue: RunsQueue, item: RunItem): Promise<RunSubject | null> {
  const { world, deadline } = hold.session;
  const found = queue.flaky === true ? flakyRun(item) : await failingRun(hold, queue, item);
  if (found === null) return null;
  const run: AttemptReport | null = await world.subjects.readRun(found, deadline.work);
  return run === null ? null : { subject: { kind: 'run', run }, version: found.version };
}

interface RunItem {
  readonly element: string;
  readonly version: string;
}

/** It stays what it was, however the workflow does now. */
function flakyRun({ element, version }: RunItem): Omit<FailedRun, 'workflow'> | null {
  const id = / run (\d+)$/.exec(element)?.[1];
  return id === undefined ? null : { id: Number(id), attempt: Number(version) - 1, version };
}

/** Its newest run may be another one by now. */
async function failingRun(hold: Hold, queue: RunsQueue, { element }: RunItem): Promise<FailedRun | null> {
  const { tips, settings, world, deadline } = hold.session;
  const { branch } = runQuery(queue, tips.base.branch);
  const query = { workflows: [element], branch, stateBranch: settings.stateBranch };
  const [run] = await world.subjects.failedRuns(query, deadline.work);
  return run ?? null;
}
