import { forksHappenings, jobsWithRights, keysElsewhere, strangersHappenings } from './outsider-rules.ts';
import {
  type JobText,
  type Permissions,
  readWorkflow,
  type StepText,
  type TextFile,
  type WorkflowFile,
} from './workflow-files.ts';

/** By command of the Action: what it may be handed. The address that says that all is well opens nothing here. */
const SECRETS_OF: Readonly<Record<string, readonly string[]>> = {
  wake: [
    '${{ secrets.OPENAI_API_KEY }}',
    '${{ secrets.WAKEFUL_HEALTH_CHECK_URL }}',
    '${{ secrets.OTEL_EXPORTER_OTLP_HEADERS }}',
  ],
  watchdog: ['${{ secrets.WAKEFUL_HEALTH_CHECK_URL }}', '${{ secrets.OTEL_EXPORTER_OTLP_HEADERS }}'],
};

/** One workflow: its text for what a reading loses, such as comments, and what it says. */
interface Subject {
  readonly source: TextFile;
  readonly workflow: WorkflowFile;
}

interface Place {
  readonly job: string;
  readonly step: StepText;
}

type Rule = (subject: Subject) => readonly string[] | Promise<readonly string[]>;

const STOP = '${{ vars.WAKEFUL_STOP }}';
const PINNED = /^ *(?:- )?uses: +[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/;

/** All that a job of the workflow may ask for, by its name. What is not here may nothing but read. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  'wake.yml wake': ['contents', 'pull-requests', 'issues'],
  'wake.yml work': ['contents', 'pull-requests', 'issues'],
  'requests.yml request': ['contents', 'issues', 'pull-requests', 'actions'],
  'requests.yml answer': ['contents', 'issues', 'pull-requests'],
  'requests.yml tick': ['contents', 'issues', 'actions'],
  'watchdog.yml watchdog': ['contents', 'issues', 'actions'],
  'pages.yml deploy': ['pages', 'id-token'],
  'release.yml release': ['contents', 'id-token', 'attestations'],
};

/** The rules that no linter knows. Each gives what breaks it. */
const RULES: Readonly<Record<string, Rule>> = {
  'an action from outside is pinned by a full commit id, with its version behind it': ({ source }) =>
    source.text
      .split('\n')
      .filter(
        (line) =>
          /^ *(?:- )?uses:/.test(line) &&
          !/uses: \.\/(?:\.github\/actions\/[\w-]+)?$/.test(line) &&
          !PINNED.test(line),
      ),

  'no expression stands inside a script': ({ workflow }) =>
    stepsOf(workflow).flatMap(({ job, step }) => (step.run?.includes('${{') ? [`${job}: ${step.run}`] : [])),

  'nothing is allowed at the top, and each job names what it may do': ({ workflow }) => [
    ...(isNothing(workflow.permissions) ? [] : ['permissions at the top']),
    ...jobsOf(workflow).flatMap(([id, job]) => (typeof job.permissions === 'object' ? [] : [id])),
  ],

  'a checkout leaves no token behind': ({ workflow }) =>
    checkouts(workflow).flatMap(({ job, step }) =>
      step.with?.['persist-credentials'] === false ? [] : [job],
    ),

  'nothing foreign runs with the rights of the repository': ({ workflow }) =>
    Object.keys(workflow.on).filter((event) => event === 'pull_request_target'),

  'every job and every step has a time limit': ({ workflow }) => [
    ...jobsOf(workflow).flatMap(([id, job]) => (job['timeout-minutes'] === undefined ? [id] : [])),
    ...stepsOf(workflow).flatMap(({ job, step }) =>
      step['timeout-minutes'] === undefined ? [`${job}: ${step.name ?? step.uses}`] : [],
    ),
  ],

  'the Action is told of the stop, wherever it is used': ({ workflow }) =>
    actions(workflow).flatMap(({ job, step }) => (step.with?.['stop'] === STOP ? [] : [job])),

  'the Action can be cancelled': ({ workflow }) =>
    actions(workflow).flatMap(({ job, step }) => (step.if === undefined ? [] : [`${job}: ${step.if}`])),

  'a secret reaches the run that needs it and nobody else': ({ source, workflow }) => {
    const all = source.text.match(/secrets\.\w+|secrets\[|toJSON\(\s*secrets/gi) ?? [];
    const handed = actions(workflow).flatMap(({ step }) => {
      const command = String(step.with?.['command']);
      return [...Object.values(step.with ?? {}), ...Object.values(step.env ?? {})].filter(
        (value) => SECRETS_OF[command]?.includes(String(value)) === true,
      );
    });
    const forApp = stepsOf(workflow).filter(
      ({ step }) =>
        step.uses?.startsWith('actions/create-github-app-token@') &&
        step.with?.['private-key'] === '${{ secrets.WAKEFUL_APP_KEY }}',
    );
    return all.length === handed.length + forApp.length ? [] : [...all];
  },

  'the token of an App may push and open drafts, and nothing else': ({ workflow }) =>
    stepsOf(workflow).flatMap(({ job, step }) => {
      if (!step.uses?.startsWith('actions/create-github-app-token@')) return [];
      const asked = Object.entries(step.with ?? {}).filter(
        ([name]) => !['client-id', 'private-key'].includes(name),
      );
      const right = { 'permission-contents': 'write', 'permission-pull-requests': 'write' };
      const isRight = JSON.stringify(Object.fromEntries(asked)) === JSON.stringify(right);
      return isRight && step.if === "vars.WAKEFUL_APP_ID != ''" ? [] : [job];
    }),

  'no group of runs holds a wake, a wish or the watchdog back': ({ workflow }) => {
    const isAgent = actions(workflow).some(({ step }) =>
      ['wake', 'request', 'watchdog'].includes(String(step.with?.['command'])),
    );
    const groups = [workflow, ...Object.values(workflow.jobs)].flatMap((one) => one.concurrency ?? []);
    return isAgent ? groups.map((group) => JSON.stringify(group)) : [];
  },

  'a stranger starts no job that may write or has the key': ({ source }) =>
    jobsWithRights(source, strangersHappenings()),

  "a fork's pull request starts no job that may write or has the key": ({ source }) =>
    jobsWithRights(source, forksHappenings()),

  'no job may write what it does not need': ({ source, workflow }) =>
    jobsOf(workflow).flatMap(([id, { permissions }]) => {
      const needed = NEEDED[`${source.file.split('/').at(-1)} ${id}`] ?? [];
      return Object.entries(permissions ?? {}).flatMap(([scope, level]) =>
        level === 'write' && !needed.includes(scope) ? [`${id}: ${scope}`] : [],
      );
    }),

  'a key that lies in an environment reaches no run of another branch': ({ source }) => keysElsewhere(source),

  'a schedule keeps off the full and the half hour': ({ workflow }) => {
    const schedules = (workflow.on['schedule'] ?? []) as readonly { readonly cron: string }[];
    return schedules.flatMap(({ cron }) =>
      (cron.split(' ')[0] ?? '').split(',').filter((minute) => !(Number(minute) % 30 > 0)),
    );
  },
};

export const RULE_NAMES = Object.keys(RULES);

/** What breaks one rule in one workflow. */
export async function violations(rule: string, source: TextFile): Promise<readonly string[]> {
  return RULES[rule]?.({ source, workflow: readWorkflow(source) }) ?? [`there is no rule ${rule}`];
}

function jobsOf(workflow: WorkflowFile): readonly (readonly [string, JobText])[] {
  return Object.entries(workflow.jobs);
}

function stepsOf(workflow: WorkflowFile): readonly Place[] {
  return jobsOf(workflow).flatMap(([job, { steps }]) => steps.map((step) => ({ job, step })));
}

function checkouts(workflow: WorkflowFile): readonly Place[] {
  return stepsOf(workflow).filter(({ step }) => step.uses?.startsWith('actions/checkout'));
}

/** Where a workflow uses the Action of this repository. */
export function actions(workflow: WorkflowFile): readonly Place[] {
  return stepsOf(workflow).filter(({ step }) => isOwnAction(step.uses));
}

/** Here, or in a repository that has it installed. */
function isOwnAction(uses: string | undefined): boolean {
  return uses === './' || /^[\w.-]+\/wakeful@/.test(uses ?? '');
}

function isNothing(permissions: Permissions | undefined): boolean {
  return typeof permissions === 'object' && Object.keys(permissions).length === 0;
}
