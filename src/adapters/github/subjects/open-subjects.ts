import type { Subjects } from '../../../ports.ts';
import type { GitHubContext } from '../http/github-context.ts';
import { readFailedRun } from './failed-run.ts';
import { listFailedRuns } from './failed-runs.ts';
import { listPulls } from './listed-pulls.ts';
import { newestRelease } from './newest-release.ts';
import { readPull, readPullFiles } from './pull-thread.ts';

export function subjectRequests(context: GitHubContext): Subjects {
  const { requests } = context;
  return {
    failedRuns: (query, signal) => requests.call(signal, (call) => listFailedRuns(call, query)),
    newestRelease: (signal) => requests.call(signal, newestRelease),
    pulls: (query, signal) => requests.call(signal, (call) => listPulls(context, call, query)),
    readPull: (number, signal) => requests.call(signal, (call) => readPull(context, call, number)),
    pullFiles: (number, signal) => requests.call(signal, (call) => readPullFiles(call, number)),
    readRun: (attempt, signal) => requests.call(signal, (call) => readFailedRun(call, attempt)),
  };
}
