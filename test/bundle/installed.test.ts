/** The workflows of an installation, started as a runner starts them, in a repository that has nothing else of Wakeful. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Token } from '../../src/rehearsal/github/http/access.ts';
import { git, repository, write } from '../support/git/git-fixture.ts';
import { installedFiles } from '../support/git/installed.ts';
import { OWN_RELEASE } from '../support/git/own-release.ts';
import { calls } from '../support/model-server.ts';
import { comment, pullRequest, schedule } from '../support/workflows/happenings.ts';
import { type Happening, type PlayedJob, play } from '../support/workflows/play.ts';
import { type BuiltAction, buildAction } from './built-action.ts';
import { openStage, type Stage } from './stage.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const USES = `${OWN_RELEASE.repository}@${OWN_RELEASE.commit}`;
const LIBRARY = {
  'README.md': '# Lib\n\nSee [the guide](docs/guide.md).\n',
  'docs/guide.md': '# Guide\n\nHow to use it.\n',
  'docs/more.md': '# More\n\nAnd more.\n',
  'package.json': '{"name": "lib"}\n',
};

let action: BuiltAction;
let added: ReadonlyMap<string, string>;
beforeAll(async () => {
  action = await buildAction();
  added = await installedFiles(LIBRARY);
});
afterAll(() => action.remove());

function tokenOf({ permissions }: PlayedJob): Token {
  const granted = Object.entries(permissions as Readonly<Record<string, 'read' | 'write'>>);
  const may = Object.fromEntries(granted.map(([name, level]) => [name.replace('-', '_'), level]));
  return { login: 'github-actions[bot]', kind: 'workflow', may: { metadata: 'read', ...may } };
}

/** The repository after the merge, and the step of the installed workflow that uses the Action. */
async function merged(
  workflow: string,
  what: Happening,
): Promise<{ readonly stage: Stage; readonly inputs: Readonly<Record<string, string>> }> {
  const file = `.github/workflows/${workflow}`;
  const jobs = await play({ file, text: added.get(file) ?? '' }, what);
  const job = jobs.find(({ steps }) => steps.some(({ uses }) => uses === USES));
  if (job === undefined) throw new Error(`${workflow} does not start the Action`);
  const files = { ...LIBRARY, ...Object.fromEntries(added) };
  const stage = await openStage(action, { token: tokenOf(job), files });
  return { stage, inputs: job.steps.find(({ uses }) => uses === USES)?.with ?? {} };
}

describe('after the merge', () => {
  test('the first two runs work on the goals, one first, and the next one finds nothing to do', async () => {
    const { stage, inputs } = await merged('wake.yml', schedule());
    stage.answer(() => calls(['finish', { summary: 'Nothing to change.' }]));
    const env = { GITHUB_ACTION_REPOSITORY: OWN_RELEASE.repository };
    const step = { event: 'schedule', env, inputs: { ...inputs, 'openai-base-url': stage.model.baseUrl } };
    const first = await stage.run(step);
    expect([first.code, first.printed]).toEqual([0, expect.stringContaining('broken-links')]);
    expect(Object.keys((await stage.state()).checkpoints)).toEqual(['broken-links']);
    const second = await stage.run(step);
    expect([second.code, second.printed]).toEqual([0, expect.stringContaining('docs-index')]);
    expect(Object.keys((await stage.state()).checkpoints).toSorted()).toEqual(['broken-links', 'docs-index']);
    // The papers are where the Action comes from.
    const papers = `/${OWN_RELEASE.repository}/blob/HEAD/docs/endings.md#`;
    expect(first.summary).toContain(papers);
    expect(await stage.remote.git(['show', 'wakeful-state:README.md'])).toContain(papers);
    expect((await stage.run(step)).outputs['ending']).toBe('nothing_due');
    expect((await stage.state()).alerts.alerts).toEqual({});
  });

  test('a comment stops it', async () => {
    const what = comment({ body: '/wakeful stop Wait' });
    const { stage, inputs } = await merged('requests.yml', what);
    const { person } = stage.standIn;
    await person.configure({ collaborators: { ann: 'write' } });
    const number = await person.openIssue({ title: 'A question' });
    const id = await person.comment(number, '/wakeful stop Wait', 'ann');
    const said = {
      id,
      body: '/wakeful stop Wait',
      user: { login: 'ann', type: 'User' },
      author_association: 'OWNER',
    };
    const step = await stage.run({
      event: what.event,
      actor: 'ann',
      inputs: { 'openai-api-key': '', ...inputs },
      payload: { ...what.payload, issue: { number }, comment: said },
    });
    expect([step.code, step.outputs['ending']]).toEqual([0, 'worked']);
    expect((await stage.state()).stop).toContain('Wait');
  });

  test('the watchdog may look, also before the first run', async () => {
    const { stage, inputs } = await merged('watchdog.yml', schedule());
    const step = await stage.run({ event: 'schedule', inputs: { 'openai-api-key': '', ...inputs } });
    expect([step.code, step.outputs['ending']]).toEqual([0, 'nothing_due']);
  });
});

test('on the pull request itself, the preview shows its goals, with nothing of Wakeful in the repository before', async () => {
  const what = pullRequest({ paths: [...added.keys()] });
  const { stage, inputs } = await merged('goals.yml', what);
  const origin = repository(LIBRARY);
  git(origin, 'switch', '-q', '-c', 'add-wakeful');
  write(origin, Object.fromEntries(added));
  git(origin, 'add', '-A', '-f');
  git(origin, 'commit', '-q', '-m', 'Add Wakeful');
  git(origin, 'switch', '-q', 'main');
  git(origin, 'merge', '-q', '--no-ff', '-m', 'Merge', 'add-wakeful');
  const workspace = mkdtempSync(join(tmpdir(), 'workspace-'));
  onTestFinished(() => rmSync(workspace, { recursive: true, force: true }));
  git(origin, 'clone', '-q', '--depth=2', `file://${origin}`, join(workspace, 'proposed'));
  const step = await stage.run({
    event: what.event,
    actor: 'ann',
    inputs: { 'openai-api-key': '', ...inputs },
    payload: { ...what.payload },
    env: { GITHUB_WORKSPACE: workspace },
  });
  expect([step.code, step.outputs['ending']]).toEqual([0, 'no_change']);
  expect(step.summary).toContain('**New goal** `broken-links`');
});
