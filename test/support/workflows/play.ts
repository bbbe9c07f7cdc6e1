import { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser';
import picomatch from 'picomatch';
import { type Contexts, evaluateToken, holds } from './evaluate.ts';
import type { TextFile } from './workflow-files.ts';

/** What happened, and in which repository. */
export interface Happening {
  /** Name of the event. */
  readonly event: string;
  /** `github.event`. */
  readonly payload: Readonly<Record<string, unknown>>;
  /** More of `github`: `ref_name`, `actor`, `base_ref`, … */
  readonly github: Readonly<Record<string, unknown>>;
  readonly vars: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
  readonly inputs: Readonly<Record<string, string>>;
  /** What jobs before have put out, by job and name. */
  readonly needs?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Of the job of a matrix. */
  readonly matrix?: Readonly<Record<string, string>>;
  /** What steps before have put out, by step and name. */
  readonly steps?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Paths that differ, for events with a path filter. */
  readonly paths: readonly string[];
}

/** A job that runs, with every expression evaluated. */
export interface PlayedJob {
  readonly id: string;
  readonly runsOn: unknown;
  readonly timeoutMinutes: unknown;
  readonly permissions: unknown;
  /** The environment whose secrets it gets; missing or empty: none. */
  readonly environment?: unknown;
  /** Steps that run. */
  readonly steps: readonly PlayedStep[];
}

export interface PlayedStep {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Texts;
  readonly env?: Texts;
  readonly timeoutMinutes: unknown;
}

/** As they reach the process: everything is text, and nothing is empty text. */
type Texts = Readonly<Record<string, string>>;

/** Which jobs of a workflow run, by GitHub's own parser and evaluator. Filters of events are applied here. */
export async function play(source: TextFile, happening: Happening): Promise<readonly PlayedJob[]> {
  const file = { name: source.file, content: source.text };
  const { context, value } = parseWorkflow(file, new NoOperationTraceWriter());
  if (value === undefined) throw new Error(`${source.file} cannot be read`);
  const template = await convertWorkflowTemplate(context, value);
  const errors = context.errors.getErrors();
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
  if (!isStarted(template.events[happening.event], happening)) return [];
  const contexts = contextsOf(happening);
  const texts = evaluateToken(value.assertMapping('workflow').find('jobs') ?? value, contexts) as JobTexts;
  return template.jobs.flatMap((job) => {
    const id = job.id.value;
    const text = texts[id];
    if (job.type !== 'job' || text === undefined) throw new Error(`${id} is no plain job`);
    if (!holds(job.if.expression, contexts)) return [];
    const steps = text.steps.filter((_, at) => {
      const step = job.steps[at];
      return step?.if === undefined || holds(step.if.expression, contexts);
    });
    const { 'runs-on': runsOn, 'timeout-minutes': timeoutMinutes, permissions, environment } = text;
    const played = { id, runsOn, timeoutMinutes, permissions, steps: steps.map(playedStep) };
    return [environment === undefined ? played : { ...played, environment }];
  });
}

type JobTexts = Readonly<Record<string, JobValues>>;

interface JobValues {
  readonly 'runs-on': unknown;
  readonly 'timeout-minutes': unknown;
  readonly permissions: unknown;
  readonly environment?: unknown;
  readonly steps: readonly StepValues[];
}

interface StepValues {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, unknown>>;
  readonly 'timeout-minutes'?: unknown;
}

function playedStep({
  uses,
  run,
  with: inputs,
  env,
  'timeout-minutes': timeoutMinutes,
}: StepValues): PlayedStep {
  return {
    ...(uses === undefined ? {} : { uses }),
    ...(run === undefined ? {} : { run }),
    ...(inputs === undefined ? {} : { with: texts(inputs) }),
    ...(env === undefined ? {} : { env: texts(env) }),
    timeoutMinutes,
  };
}

function texts(values: Readonly<Record<string, unknown>>): Texts {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value ?? '')]));
}

function contextsOf({ event, payload, github, vars, secrets, inputs, ...more }: Happening): Contexts {
  const always = { event_name: event, server_url: 'https://github.com', event: payload };
  return {
    github: { ...always, ...github },
    vars,
    secrets,
    inputs,
    env: {},
    needs: outputs(more.needs),
    job: {},
    steps: outputs(more.steps),
    runner: {},
    matrix: more.matrix ?? null,
    strategy: {},
  };
}

function outputs(of: Happening['needs'] = {}): unknown {
  return Object.fromEntries(Object.entries(of).map(([name, values]) => [name, { outputs: values }]));
}

interface Filters {
  readonly types?: readonly string[];
  readonly 'branches-ignore'?: readonly string[];
  readonly paths?: readonly string[];
}

/** Without `types` a workflow starts for these only. */
const USUAL_TYPES: Readonly<Record<string, readonly string[]>> = {
  pull_request: ['opened', 'synchronize', 'reopened'],
};

function isStarted(filters: unknown, { event, payload, github, paths }: Happening): boolean {
  if (filters === undefined) return false;
  const {
    types = USUAL_TYPES[event],
    'branches-ignore': ignored = [],
    paths: wanted,
  } = (filters ?? {}) as Filters;
  const action = payload['action'];
  if (types !== undefined && !types.some((type) => type === action)) return false;
  if (event === 'push' && picomatch.isMatch(String(github['ref_name']), [...ignored])) return false;
  return wanted === undefined || paths.some((path) => picomatch.isMatch(path, [...wanted], { dot: true }));
}
