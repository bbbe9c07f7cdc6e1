import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { repository, temporaryFolder } from '../../support/git/git-fixture.ts';
import { wakeful } from '../../support/processes/program.ts';

const GOAL =
  'title: Keep the index complete\nobjective: List every page.\nschedule: {every: 6h}\nalways: true\npermissions: {write: ["docs/**"]}\n';

/** A rehearsal of one run. */
let folder: string;
beforeAll(async () => {
  folder = repository({ 'goals/index.yml': GOAL, 'docs/a.md': '# A\n' });
  const { code, err } = await wakeful(folder, ['rehearse', '--json']);
  expect(code, err).toBe(0);
});

/** A folder of programs with one that writes down what it is asked to open. */
function opener(): { readonly path: string; readonly opened: string } {
  const path = temporaryFolder();
  const opened = join(path, 'opened');
  writeFileSync(join(path, 'xdg-open'), `#!/bin/sh\nprintf '%s' "$1" > ${opened}\n`, { mode: 0o755 });
  return { path, opened };
}

describe('page', () => {
  test('writes one file where nothing of it is committed, and says where it lies', async () => {
    const { code, out } = await wakeful(folder, ['page']);
    expect(code).toBe(0);
    expect(out).toContain('This is the rehearsal in .wakeful/');
    expect(out).toMatch(/Wrote \.wakeful\/page\.html \(\d+ kB\)\./);
    const file = join(folder, '.wakeful/page.html');
    expect(out).toContain(pathToFileURL(file).href);
    const html = readFileSync(file, 'utf8');
    expect(html).toContain(`default-src 'none'`);
    expect(html).toContain('Keep the index complete');
    expect(readFileSync(join(folder, '.wakeful/.gitignore'), 'utf8')).toBe('*\n');
  });

  test('writes badge and feed beside it into a folder', async () => {
    const { code, out } = await wakeful(folder, ['page', '--out', 'site/agent', '--json']);
    expect(code).toBe(0);
    const files = ['index.html', 'badge.svg', 'needs.xml'].map((name) => join(folder, 'site/agent', name));
    expect(JSON.parse(out).files).toEqual(files);
    for (const file of files) expect(existsSync(file), file).toBe(true);
    expect(readFileSync(files[1] ?? '', 'utf8')).toContain('aria-label="wakeful: ');
    expect(readFileSync(files[2] ?? '', 'utf8')).toContain('<feed xmlns="http://www.w3.org/2005/Atom">');
  });

  test('writes the page alone into a file with a name of its own', async () => {
    const { code } = await wakeful(folder, ['page', '--out', 'alone/today.html']);
    expect(code).toBe(0);
    expect(existsSync(join(folder, 'alone/today.html'))).toBe(true);
    expect(existsSync(join(folder, 'alone/badge.svg'))).toBe(false);
  });

  test.runIf(process.platform === 'linux')('opens it in the browser of the system', async () => {
    const { path, opened } = opener();
    const { code } = await wakeful(folder, ['page', '--open'], { PATH: `${path}:${process.env['PATH']}` });
    expect(code).toBe(0);
    await expect
      .poll(() => existsSync(opened) && readFileSync(opened, 'utf8'))
      .toBe(pathToFileURL(join(folder, '.wakeful/page.html')).href);
  });

  test.runIf(process.platform === 'linux')(
    'says so where nothing opens it, and has still written it',
    async () => {
      const { code, err } = await wakeful(folder, ['page', '--open'], { PATH: gitOnly() });
      expect(code).toBe(0);
      expect(err).toContain('open this address yourself');
    },
  );

  test('writes the page of an agent that never ran, which says what to do', async () => {
    const empty = repository({ 'goals/index.yml': GOAL });
    const { code } = await wakeful(empty, ['page', '--remote', empty, '--out', 'page.html']);
    expect(code).toBe(0);
    expect(readFileSync(join(empty, 'page.html'), 'utf8')).toContain('Start the first run by hand');
  });

  test('leaves out what is secret', async () => {
    const { code } = await wakeful(folder, ['page', '--out', 'masked.html'], {
      GITHUB_TOKEN: 'Keep the index',
    });
    expect(code).toBe(0);
    const html = readFileSync(join(folder, 'masked.html'), 'utf8');
    expect(html).not.toContain('Keep the index');
  });
});

describe('a wrong use', () => {
  test('names a folder that stands where the file would be', async () => {
    mkdirSync(join(folder, 'taken.html'));
    const { code, err } = await wakeful(folder, ['page', '--out', 'taken.html']);
    expect(code).toBe(2);
    expect(err).toContain('taken.html is a folder.');
  });

  test('names a place that cannot be written, and what to do', async () => {
    writeFileSync(join(folder, 'a-file'), '');
    const { code, err } = await wakeful(folder, ['page', '--out', 'a-file/page.html']);
    expect(code).toBe(1);
    expect(err).toContain('cannot be written');
    expect(err).toContain('Name another place with --out');
  });
});

/** Where git is, and no program that opens anything. */
function gitOnly(): string {
  const path = temporaryFolder();
  writeFileSync(join(path, 'git'), `#!/bin/sh\nPATH=${process.env['PATH']} exec git "$@"\n`, { mode: 0o755 });
  return path;
}
