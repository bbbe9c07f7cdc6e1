/** Rules about what people can start who may not write in the repository. The workflows are played, so that no spelling hides a fault. */
import {
  checkSuite,
  comment,
  edited,
  happening,
  pullRequest,
  push,
  reviewed,
  workflowRun,
  written,
} from './happenings.ts';
import { type Happening, type PlayedJob, play } from './play.ts';
import type { TextFile } from './workflow-files.ts';

/** What GitHub calls people who may not write, or of whom it does not know. */
const STRANGERS = ['NONE', 'FIRST_TIMER', 'FIRST_TIME_CONTRIBUTOR', 'CONTRIBUTOR', 'MANNEQUIN', ''];

const COMMANDS = ['run docs-index', 'stop Enough', 'resume', 'pause docs-index', 'help', ''];

/** What a stranger writes, by a name. */
export function strangersHappenings(): ReadonlyMap<string, Happening> {
  return new Map(
    STRANGERS.flatMap((by): readonly (readonly [string, Happening])[] => [
      ...COMMANDS.map(
        (words) => [`/wakeful ${words} by ${by}`, comment({ body: `/wakeful ${words}`, by })] as const,
      ),
      [`a comment by ${by}`, comment({ body: 'Nice', by })],
      [`a comment on a pull request by ${by}`, comment({ body: 'Nice', by, onPullRequest: true })],
      [`an edited comment by ${by}`, comment({ body: 'Nice', by, action: 'edited' })],
      ...(['pull_request_review', 'pull_request_review_comment'] as const).map(
        (event) =>
          [`${event} by ${by} on a branch of the repository`, reviewed(event, { body: 'Nice', by })] as const,
      ),
      [`an issue by ${by}`, written('issues', { by })],
      [`a discussion by ${by}`, written('discussion', { by })],
      [
        `an edit by ${by} of an issue that looks like the dashboard`,
        edited({ sender: 'mallory', author: 'mallory', authorType: 'User' }),
      ],
    ]),
  );
}

/** What the pull request of a fork causes, by a name. */
export function forksHappenings(): ReadonlyMap<string, Happening> {
  const events = ['pull_request', 'pull_request_review', 'pull_request_review_comment'];
  return new Map<string, Happening>([
    ...events.flatMap((event) =>
      (['fork', 'deleted fork'] as const).map(
        (from) => [`${event} of a ${from}`, pullRequest({ from, paths: ['goals/x.yml'] }, event)] as const,
      ),
    ),
    ['checks of a fork', checkSuite('fork')],
    ['CI of a fork', workflowRun('fork')],
  ]);
}

/** Jobs that may write or are handed the key, in what none of them may start in. */
export async function jobsWithRights(
  source: TextFile,
  happenings: ReadonlyMap<string, Happening>,
): Promise<readonly string[]> {
  const found = await Promise.all(
    [...happenings].map(async ([name, what]) =>
      // GitHub gives forks no secrets; here they would get them, so that nothing rests on that alone.
      (await play(source, { ...what, secrets: { OPENAI_API_KEY: 'sk-fake' } }))
        .filter(hasRights)
        .map(({ id }) => `${name}: ${id}`),
    ),
  );
  return found.flat();
}

function hasRights(job: PlayedJob): boolean {
  const may = JSON.stringify(job.permissions);
  return may.includes('write') || JSON.stringify(job).includes('sk-fake');
}

const ENVIRONMENT = { WAKEFUL_ENVIRONMENT: 'wakeful' };

/** Jobs that get the key although it lies in an environment that only the default branch may use. */
export async function keysElsewhere(source: TextFile): Promise<readonly string[]> {
  const onDefault = { ...happening('schedule'), vars: ENVIRONMENT };
  const elsewhere: readonly Happening[] = [
    happening('workflow_dispatch', { vars: ENVIRONMENT, github: { ref_name: 'topic' } }),
    { ...pullRequest({}), vars: ENVIRONMENT },
    happening('release', { vars: ENVIRONMENT, github: { ref_name: 'v1' } }),
    { ...push('topic'), vars: ENVIRONMENT },
  ];
  const started = await Promise.all(elsewhere.map((what) => play(source, what)));
  const withKey = started.flat().filter((job) => JSON.stringify(job).includes('sk-fake'));
  const outside = (await play(source, onDefault)).filter(
    (job) => JSON.stringify(job).includes('sk-fake') && job.environment !== 'wakeful',
  );
  return [...withKey, ...outside].map(({ id }) => id);
}
