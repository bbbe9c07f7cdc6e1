/** What a runner of GitHub Actions gives to one step that runs the Action. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ACTION_INPUTS } from '../../../src/config/github/action-registry.ts';

export interface StepPlace {
  /** For this step alone. */
  readonly folder: string;
  /** `<run>-<attempt>`. */
  readonly wake: string;
  readonly serverUrl: string;
  readonly apiUrl: string;
  /** `owner/name`. */
  readonly repository: string;
}

export interface StepWords {
  readonly event?: string;
  /** Of the event, besides the repository. */
  readonly payload?: Readonly<Record<string, unknown>>;
  /** Null: the workflow does not pass it. */
  readonly inputs?: Readonly<Record<string, string | null>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly actor?: string;
  readonly attempt?: number;
}

export interface ActionStep {
  readonly env: Readonly<Record<string, string>>;
  readonly workspace: string;
  /** Files that the step writes to. */
  readonly outputs: string;
  readonly summary: string;
}

/** Makes the folders and files of a step. */
export function actionStep(place: StepPlace, words: StepWords): ActionStep {
  const { event = 'schedule', actor = 'ann', attempt = 1 } = words;
  const path = (name: string): string => join(place.folder, name);
  const files = { event: path('event.json'), outputs: path('outputs'), summary: path('summary.md') };
  for (const name of ['home', 'temp', 'workspace']) mkdirSync(path(name), { recursive: true });
  const payload = { ...usualPayload(event, place.repository), sender: { login: actor }, ...words.payload };
  writeFileSync(files.event, JSON.stringify(payload));
  for (const file of [files.outputs, files.summary]) writeFileSync(file, '');
  return {
    ...{ workspace: path('workspace'), outputs: files.outputs, summary: files.summary },
    env: {
      PATH: `${dirname(process.execPath)}:/usr/bin:/bin`,
      HOME: path('home'),
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_ACTOR: actor,
      GITHUB_API_URL: place.apiUrl,
      GITHUB_EVENT_NAME: event,
      GITHUB_EVENT_PATH: files.event,
      GITHUB_JOB: 'wake',
      GITHUB_OUTPUT: files.outputs,
      GITHUB_REF: 'refs/heads/main',
      GITHUB_REF_NAME: 'main',
      GITHUB_REPOSITORY: place.repository,
      GITHUB_REPOSITORY_ID: '1296269',
      GITHUB_RUN_ATTEMPT: String(attempt),
      GITHUB_RUN_ID: place.wake.split('-')[0] ?? '',
      GITHUB_SERVER_URL: place.serverUrl,
      GITHUB_STEP_SUMMARY: files.summary,
      GITHUB_TRIGGERING_ACTOR: actor,
      GITHUB_WORKFLOW_REF: `${place.repository}/.github/workflows/wake.yml@refs/heads/main`,
      GITHUB_WORKSPACE: path('workspace'),
      RUNNER_TEMP: path('temp'),
      ...inputVariables(words.inputs ?? {}),
      ...words.env,
    },
  };
}

function usualPayload(event: string, repository: string) {
  // In kilobytes.
  const payload = { repository: { full_name: repository, default_branch: 'main', size: 100 } };
  return event === 'schedule' ? { ...payload, schedule: '17,47 * * * *' } : payload;
}

/** What is not passed has its default; without one the runner hands it over as empty. */
function inputVariables(given: Readonly<Record<string, string | null>>): Record<string, string> {
  const entries = Object.entries(ACTION_INPUTS).map(([name, { default: usual }]) => {
    return [`INPUT_${name.toUpperCase()}`, given[name] ?? usual ?? ''] as const;
  });
  return Object.fromEntries(entries);
}

/** The outputs that a step has set: `name<<delimiter`, lines, `delimiter`. */
export function outputsOf({ outputs }: ActionStep): Readonly<Record<string, string>> {
  const entries = [...readFileSync(outputs, 'utf8').matchAll(/^([\w-]+)<<(\S+)\n([\s\S]*?)\n?\2$/gm)];
  return Object.fromEntries(entries.map(([, name = '', , value = '']) => [name, value]));
}
