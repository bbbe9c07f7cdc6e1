import { isoTime } from '../../core/time.ts';
import type {
  AttemptReport,
  Clock,
  FailedJob,
  FailedRun,
  PublishedRelease,
  RunQuery,
  Subjects,
} from '../../ports.ts';
import { type CallFault, callsOf, type FaultyPort, noAnswer } from './memory-calls.ts';
import { type MemoryIssue, type MemoryIssues, someIssues } from './memory-issues.ts';
import { readPull, wantedPulls } from './memory-pulls.ts';
import type { MemoryPull } from './wanted-issues.ts';

export type SubjectCall = keyof Subjects;

export interface MemoryAttempt {
  readonly conclusion: string;
  /** Those that have failed. */
  readonly jobs?: readonly FailedJob[];
}

/** A run of a workflow that is none of the agent's own. */
export interface MemoryRun {
  readonly id: number;
  readonly workflow: string;
  readonly branch: string;
  readonly event: string;
  /** Of a branch of a fork, or by somebody who may not write. */
  readonly isOutside: boolean;
  /** The first one first. */
  readonly attempts: readonly MemoryAttempt[];
  /** When the last one ended, ms since 1970 UTC. */
  readonly endedAt: number;
}

interface OpenedPull extends Partial<Omit<MemoryIssue, 'pull'>> {
  readonly title: string;
  readonly pull?: Partial<MemoryPull>;
}

/** What happens in the repository besides issues. Several wakes share one; each opens a view of its own. */
export class MemorySubjects implements FaultyPort<SubjectCall> {
  readonly runs: MemoryRun[] = [];
  /** The newest one last. */
  readonly releases: PublishedRelease[] = [];
  calls = 0;
  onCall: (call: number, name: SubjectCall) => CallFault | null = () => null;
  outage = noAnswer();
  readonly #issues: MemoryIssues;
  readonly #clock: Pick<Clock, 'now'>;

  constructor(issues: MemoryIssues, clock: Pick<Clock, 'now'>) {
    this.#issues = issues;
    this.#clock = clock;
  }

  /** The same beside other issues and another clock. */
  copy(issues: MemoryIssues, clock: Pick<Clock, 'now'>): MemorySubjects {
    const subjects = new MemorySubjects(issues, clock);
    subjects.runs.push(...this.runs);
    subjects.releases.push(...this.releases);
    subjects.calls = this.calls;
    return subjects;
  }

  /** All that a later wake can see of them. */
  facts(): unknown {
    return [this.runs, this.releases];
  }

  view(kill: () => void): Subjects {
    const call = callsOf(this, kill);
    return {
      failedRuns: (query, signal) => call('failedRuns', signal, () => failedRuns(this.runs, query)),
      readRun: ({ id, attempt }, signal) => call('readRun', signal, () => this.#report(id, attempt)),
      newestRelease: (signal) => call('newestRelease', signal, () => this.releases.at(-1) ?? null),
      pulls: (query, signal) => call('pulls', signal, () => wantedPulls(this.#issues, query)),
      readPull: (number, signal) => call('readPull', signal, () => readPull(this.#issues, number)),
      pullFiles: (number, signal) =>
        call('pullFiles', signal, () => {
          const files = this.#issues.find(number)?.pull?.files ?? [];
          return { files: files.slice(0, 100), more: Math.max(0, files.length - 100) };
        }),
    };
  }

  /** A workflow has run; the last of the conclusions is that of its newest attempt. */
  ran(
    workflow: string,
    attempts: readonly MemoryAttempt[],
    rest: Partial<Pick<MemoryRun, 'branch' | 'event' | 'isOutside'>> = {},
  ): number {
    const id = 1 + Math.max(1_000, ...this.runs.map((run) => run.id));
    const usual = { branch: 'main', event: 'schedule', isOutside: false };
    this.runs.push({ ...usual, ...rest, id, workflow, attempts, endedAt: this.#clock.now() });
    return id;
  }

  /** Somebody publishes a release. */
  released(tag: string, body = ''): void {
    const publishedAt = isoTime(this.#clock.now());
    this.releases.push({ id: 100 + this.releases.length, tag, name: tag, body, publishedAt });
  }

  /** Somebody opens a pull request. */
  pulled({ pull = {}, ...issue }: OpenedPull): number {
    const usual = { branch: 'topic', base: 'main', association: 'none', mergedAt: null, files: [] };
    return this.#issues.write({ ...issue, pull: { ...usual, ...pull } }).number;
  }

  /** A person merges it. */
  merged(number: number): void {
    const pull = this.#issues.find(number)?.pull;
    if (pull === undefined) throw new Error(`#${number} is no pull request`);
    this.#issues.change(number, { state: 'closed', pull: { ...pull, mergedAt: this.#clock.now() } });
  }

  #report(id: number, attempt: number): AttemptReport | null {
    const run = this.runs.find((each) => each.id === id);
    const made = run?.attempts[attempt - 1];
    if (run === undefined || made === undefined) return null;
    const { jobs = [], conclusion } = made;
    return {
      ...{ id, attempt, conclusion, branch: run.branch, event: run.event, title: run.workflow },
      url: `https://github.example/test/repository/actions/runs/${id}`,
      commit: 'c'.repeat(40),
      jobs: jobs.slice(0, 3),
      moreJobs: Math.max(0, jobs.length - 3),
    };
  }
}

const FAILURES = ['failure', 'timed_out', 'startup_failure'];

function failedRuns(all: readonly MemoryRun[], query: RunQuery): readonly FailedRun[] {
  const isOwn = ({ branch, isOutside }: MemoryRun): boolean =>
    !isOutside &&
    !branch.startsWith('wakeful/') &&
    branch !== query.stateBranch &&
    (query.branch === null || branch === query.branch);
  return query.workflows.flatMap((workflow) => {
    const runs = all.filter((run) => run.workflow === workflow && isOwn(run));
    return query.flakySince === undefined ? failing(runs) : flaky(runs, query.flakySince);
  });
}

function failing(runs: readonly MemoryRun[]): readonly FailedRun[] {
  const ended = runs.filter((run) => ['success', ...FAILURES].includes(conclusionOf(run))).toReversed();
  const [newest] = ended;
  if (newest === undefined || conclusionOf(newest) === 'success') return [];
  const passed = ended.find((run) => conclusionOf(run) === 'success');
  const { id, workflow, attempts } = newest;
  return [{ id, workflow, attempt: attempts.length, version: String(passed?.id ?? 0) }];
}

function flaky(runs: readonly MemoryRun[], since: number): readonly FailedRun[] {
  return runs
    .filter((run) => conclusionOf(run) === 'success' && run.attempts.length > 1 && run.endedAt > since)
    .map(({ id, workflow, attempts: { length } }) => ({
      ...{ id, workflow, attempt: length - 1, version: String(length) },
    }));
}

function conclusionOf({ attempts }: MemoryRun): string {
  return attempts.at(-1)?.conclusion ?? '';
}

/** For wakes of goals that have nothing to do with them. */
export const NO_SUBJECTS: Subjects = new MemorySubjects(someIssues(), { now: () => 0 }).view(() => {});
