/** The first day of somebody who has a repository already: from a packed program by npx to a merged draft, and out again. */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { git, temporaryFolder } from '../support/git/git-fixture.ts';
import { OWN_RELEASE } from '../support/git/own-release.ts';
import { ADMIN_TOKEN } from '../support/git/stand-in.ts';
import { calls, type ModelRequest, type Reply } from '../support/model-server.ts';
import { schedule } from '../support/workflows/happenings.ts';
import { play } from '../support/workflows/play.ts';
import { type BuiltAction, buildAction } from './built-action.ts';
import { type PackedProgram, packProgram } from './packed.ts';
import { openStage, type Stage } from './stage.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 });

const FILES = {
  'README.md': '# Lib\n\nSee [the guide](gudie.md).\n',
  'guide.md': '# Guide\n',
  '.gitignore': 'dist/\n',
};
const ACTION = ['--action', `${OWN_RELEASE.repository}@${OWN_RELEASE.commit}`];
const PERSON = {
  GIT_AUTHOR_NAME: 'Ann',
  GIT_AUTHOR_EMAIL: 'ann@example.org',
  GIT_COMMITTER_NAME: 'Ann',
  GIT_COMMITTER_EMAIL: 'ann@example.org',
  GH_ENTERPRISE_TOKEN: ADMIN_TOKEN,
};

let action: BuiltAction;
let program: PackedProgram;
beforeAll(async () => {
  action = await buildAction();
  program = await packProgram(action);
});
afterAll(() => {
  program.remove();
  action.remove();
});

/** Mends the one link, and finds nothing to do elsewhere. */
function mends({ body }: ModelRequest): Reply {
  const isFirst = body.messages.length <= 2;
  if (!isFirst || !JSON.stringify(body.messages).includes('README.md'))
    return calls(['finish', { summary: 'Mended the link to the guide.' }]);
  return calls(['write_file', { path: 'README.md', text: '# Lib\n\nSee [the guide](guide.md).\n' }]);
}

/** What the workflow of the default branch does at its schedule. */
async function tick(stage: Stage) {
  const file = '.github/workflows/wake.yml';
  const text = await stage.remote.git(['show', `main:${file}`]);
  const [job] = await play({ file, text }, schedule());
  const inputs = job?.steps.find(({ uses }) => uses?.startsWith(`${OWN_RELEASE.repository}@`))?.with;
  if (inputs === undefined) throw new Error('the schedule starts no run');
  return stage.run({ event: 'schedule', inputs: { ...inputs, 'openai-base-url': stage.model.baseUrl } });
}

test('the package has what init needs, and neither sources nor tests', () => {
  expect(program.paths).toEqual(
    expect.arrayContaining([
      'dist/cli.mjs',
      'action.yml',
      '.github/wakeful/wake.yml',
      '.github/wakeful.yml',
      'goals/broken-links.yml',
    ]),
  );
  expect(program.paths.filter((path) => /^(src|test|scripts|bench|node_modules)\//.test(path))).toEqual([]);
});

describe('the first day', () => {
  test('init, merge, first run, draft, merge; then out again, in two commands, with nothing left', async () => {
    const stage = await openStage(action, { files: FILES });
    stage.answer(mends);
    const { person, gitUrl } = stage.standIn;
    const folder = temporaryFolder();
    git(folder, 'clone', '-q', stage.remote.folder, '.');
    git(
      folder,
      'remote',
      'set-url',
      'origin',
      Object.assign(new URL(gitUrl), { username: 'x-access-token', password: ADMIN_TOKEN }).href,
    );

    // Three steps of a person: the command, and two merges.
    const installed = await program.start(folder, ['init', '--yes', '--pr', ...ACTION], PERSON);
    expect([installed.code, installed.err]).toEqual([0, '']);
    expect(installed.out).toContain('/acme/site/pull/1');
    await person.merge(1);
    const first = await tick(stage);
    expect([first.code, first.outputs['ending']]).toEqual([0, 'worked']);
    const drafts = JSON.parse(first.outputs['drafts'] ?? '[]') as readonly {
      number: number;
      goal: string;
      complete: boolean;
    }[];
    expect(drafts).toMatchObject([{ goal: 'broken-links', complete: true }]);
    await person.merge(drafts[0]?.number ?? 0);
    expect(await stage.remote.git(['show', 'main:README.md'])).toContain('(guide.md)');
    expect((await tick(stage)).code).toBe(0);

    expect((await program.start(folder, ['init', '--yes', ...ACTION], PERSON)).err).toMatch(
      /installed here already.*npx --yes file:.* update/,
    );
    const removal = await program.start(folder, ['uninstall', '--pr'], PERSON);
    expect([removal.code, removal.err]).toEqual([0, '']);
    const number = Number(/\/pull\/(\d+)/.exec(removal.out)?.[1]);
    await person.merge(number);
    expect((await stage.remote.git(['ls-tree', '-r', '--name-only', 'main'])).trim()).toBe(
      '.gitignore\nREADME.md\nguide.md',
    );
    const rest = await program.start(folder, ['uninstall', '--yes'], PERSON);
    expect([rest.code, rest.err, rest.out]).toEqual([
      0,
      '',
      expect.stringContaining('What only you can remove:'),
    ]);
    const branches = await stage.remote.git(['for-each-ref', '--format=%(refname:short)', 'refs/heads']);
    expect(branches.split('\n').filter((name) => name.startsWith('wakeful'))).toEqual([]);
  });

  test('a person who says no, or cannot be asked, keeps everything', async () => {
    const stage = await openStage(action, { files: FILES });
    const folder = temporaryFolder();
    git(folder, 'clone', '-q', stage.remote.folder, '.');
    git(folder, 'push', '-q', 'origin', 'HEAD:refs/heads/wakeful-state');
    const asked = await program.start(folder, ['uninstall'], PERSON);
    expect([asked.code, asked.err]).toEqual([1, expect.stringContaining('Add --yes to take that away')]);
    expect(await stage.remote.tip('wakeful-state')).not.toBeNull();
  });
});
