/** The agent's branches start no job of the agent, by whatever event; each trigger of each workflow is evaluated. */
import { expect, test } from 'vitest';
import { comment, eventsOfBranch, reviewed } from '../../support/workflows/happenings.ts';
import { play } from '../../support/workflows/play.ts';
import { workflowText } from '../../support/workflows/workflow-files.ts';

const OWN = ['wakeful/docs-index/2026-11-22t12-00z-d32c37c0-1', 'wakeful-state'];
const AGENTS = ['wake', 'requests', 'watchdog', 'goals', 'simulate', 'pages'] as const;

test.each(AGENTS.flatMap((name) => OWN.map((branch) => [name, branch] as const)))(
  '%s.yml starts nothing for the branch %s',
  async (name, branch) => {
    const source = workflowText(name);
    for (const event of eventsOfBranch(branch)) {
      const jobs = await play(source, event);
      expect(
        jobs.map(({ id }) => id),
        `${event.event} ${JSON.stringify(event.payload)}`,
      ).toEqual([]);
    }
  },
);

test('the same events of a person’s branch do start runs, so that the test above can fail', async () => {
  const started = [];
  for (const event of eventsOfBranch('topic'))
    if ((await play(workflowText('wake'), event)).length > 0) started.push(event.event);
  expect(new Set(started)).toEqual(
    new Set([
      ...['create', 'delete', 'workflow_run', 'check_suite', 'deployment_status', 'pull_request'],
      ...['pull_request_review', 'pull_request_review_comment'],
    ]),
  );
});

const idsOf = async (event: Parameters<typeof play>[1]): Promise<readonly string[]> =>
  (await play(workflowText('requests'), event)).map(({ id }) => id);

test.each(['pull_request_review_comment', 'pull_request_review'] as const)(
  'a command in a %s is served as one in a comment is, and starts no run of its own',
  async (event) => {
    const words = { body: '/wakeful stop a release is near' };
    expect(await idsOf(reviewed(event, words))).toEqual(await idsOf(comment(words)));
    expect(await idsOf(reviewed(event, { body: '/wakeful pause tidy' }))).toEqual(['answer']);
    expect(await play(workflowText('wake'), reviewed(event, words))).toEqual([]);
    expect(await idsOf(reviewed(event, { body: 'Looks good.' }))).toEqual([]);
    expect(await idsOf(reviewed(event, { ...words, by: 'NONE' }))).toEqual([]);
    expect(await idsOf(reviewed(event, { ...words, by: 'Bot' }))).toEqual([]);
    expect(await idsOf(reviewed(event, { ...words, from: 'fork' })), 'a token that may only read').toEqual(
      [],
    );
  },
);
