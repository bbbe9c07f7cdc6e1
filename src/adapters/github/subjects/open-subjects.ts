import type { Subjects } from '../../../ports.ts';
import type { GitHubContext } from '../http/github-context.ts';
import { readFailedRun } from './failed-run.ts';
import { listFailedRuns } from './failed-runs.ts';

export function subjectRequests({ requests }: GitHubContext): Subjects {
  return {
    failedRuns: (query, signal) => requests.call(signal, (call) => listFailedRuns(call, query)),
    readRun: (attempt, signal) => requests.call(signal, (call) => readFailedRun(call, attempt)),
  };
}
