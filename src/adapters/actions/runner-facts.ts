/** The only file that reads what a runner of GitHub Actions hands to a step. */
import { context } from '@actions/github';
import type { RunFacts } from '../../config/github/run-cause.ts';
import { Halt } from '../../core/ending.ts';

export interface RunnerFacts extends RunFacts {
  /** `owner/name`. */
  readonly repository: string;
  /** GitHub's number of it; undefined: the runner does not tell. */
  readonly repositoryId: number | undefined;
  /** `owner/name` where the Action comes from; undefined: from this repository. */
  readonly papers: string | undefined;
  readonly runId: number;
  /** File below `.github/workflows/`; null: the runner does not tell. */
  readonly workflow: string | null;
  /** Base of the REST API. */
  readonly apiUrl: string;
  /** What people open, without a slash at the end. */
  readonly serverUrl: string;
  /** The branch or tag that the run belongs to, by its short name. */
  readonly refName: string;
  /** Where the job's repository is checked out. */
  readonly workspace: string;
  /** A folder that is emptied after the job; null: the runner names none. */
  readonly temp: string | null;
  /** Of the event, as GitHub tells it. */
  readonly payload: unknown;
}

const NEEDED = ['GITHUB_REPOSITORY', 'GITHUB_RUN_ID', 'GITHUB_RUN_ATTEMPT', 'GITHUB_EVENT_NAME'] as const;

/** `Halt('bad_settings')` where this is no runner. */
export function runnerFacts(): RunnerFacts {
  const missing = NEEDED.filter((name) => text(name) === '');
  if (missing.length > 0) {
    const detail = `This is what GitHub Actions starts, and ${missing.join(', ')} is not set. By hand, start the command line beside it: dist/cli.mjs.`;
    throw new Halt('bad_settings', detail);
  }
  return {
    repository: text('GITHUB_REPOSITORY'),
    repositoryId:
      Number(/^[1-9]\d{0,14}$/.exec(text('GITHUB_REPOSITORY_ID'))?.[0] ?? Number.NaN) || undefined,
    papers: text('GITHUB_ACTION_REPOSITORY') || undefined,
    runId: context.runId,
    attempt: context.runAttempt,
    workflow: workflowFile(text('GITHUB_WORKFLOW_REF')),
    event: context.eventName,
    actor: text('GITHUB_ACTOR'),
    triggeringActor: text('GITHUB_TRIGGERING_ACTOR'),
    apiUrl: context.apiUrl.replace(/\/+$/, ''),
    serverUrl: context.serverUrl.replace(/\/+$/, ''),
    refName: text('GITHUB_REF_NAME'),
    workspace: text('GITHUB_WORKSPACE'),
    temp: text('RUNNER_TEMP') || null,
    payload: context.payload,
  };
}

/** OpenTelemetry's own variables; null: none of them names an address, so no traces are wanted. */
export function traceVariables(): Readonly<Record<string, string | undefined>> | null {
  const own = Object.entries(process.env).filter(([name]) => name.startsWith('OTEL_'));
  const isWanted = own.some(([name, value]) => name.endsWith('_ENDPOINT') && value?.trim());
  return isWanted ? Object.fromEntries(own) : null;
}

/** An input as the runner hands it over: the name in capitals, hyphens kept. Undefined: not handed over at all. */
export function givenInput(name: string): string | undefined {
  return process.env[`INPUT_${name.toUpperCase()}`];
}

function text(name: string): string {
  return process.env[name] ?? '';
}

/** `wake.yml` of `acme/site/.github/workflows/wake.yml@refs/heads/main`. */
function workflowFile(ref: string): string | null {
  return /\/\.github\/workflows\/([^/@]+)@/.exec(ref)?.[1] ?? null;
}
