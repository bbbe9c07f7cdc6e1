import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type StartFacts, startedAs } from '../../../src/commands/terminal/started-as.ts';
import { PROGRAM, withProgram } from '../../../src/core/text/program.ts';

const SHA = 'a'.repeat(40);

/** A folder in which npm has installed the package, and what it has written down about it. */
function installed(resolved: string | null): string {
  const folder = mkdtempSync(join(tmpdir(), 'started-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const modules = join(folder, 'node_modules');
  mkdirSync(join(modules, 'wakeful'), { recursive: true });
  const entry = resolved === null ? {} : { resolved };
  const lock = JSON.stringify({ packages: { 'node_modules/wakeful': entry } });
  writeFileSync(join(modules, '.package-lock.json'), lock);
  return join(modules, 'wakeful');
}

const started = (change: Partial<StartFacts>) =>
  startedAs({
    event: '',
    script: '/work/wakeful/src/cli.ts',
    folder: '/work/wakeful',
    home: '/work/wakeful',
    ...change,
  });

describe('how the program was started', () => {
  it.each([
    ['by the script of this repository', { event: 'start' }, 'npm start --'],
    ['by node, in its folder', {}, 'node src/cli.ts'],
    ['by node, from elsewhere', { folder: '/home/ann' }, 'node /work/wakeful/src/cli.ts'],
    ['by node, where the path has a space', { script: '/my work/cli.mjs' }, "node '/my work/cli.mjs'"],
    ['by another program that npx had started', { event: 'npx' }, 'node src/cli.ts'],
  ] as const)('%s', (_, facts, expected) => {
    expect(started(facts)).toBe(expected);
  });

  it.each([
    [`git+ssh://git@github.com/acme/wakeful.git#${SHA}`, 'npx --yes --allow-git=all github:acme/wakeful'],
    [
      `git+https://git.acme.example/tools/wakeful.git#${SHA}`,
      'npx --yes --allow-git=all git+https://git.acme.example/tools/wakeful.git',
    ],
    ['https://registry.example/wakeful/-/wakeful-1.0.0.tgz', 'npx --yes wakeful'],
    [null, 'npx --yes wakeful'],
  ])('by npx, which has it from %s', (resolved, expected) => {
    expect(started({ event: 'npx', home: installed(resolved) })).toBe(expected);
  });

  it('by npx, which has it from a file: the file is named as it can be found from everywhere', () => {
    const home = installed('file:../pack/wakeful.tgz');
    const path = join(home, '../../../pack/wakeful.tgz');
    expect(started({ event: 'npx', home })).toBe(`npx --yes file:${path}`);
  });

  it('as a package of a project, or of the whole machine', () => {
    const home = installed(null);
    expect(
      started({ home, script: join(home, '../.bin/wakeful').replace('/.bin', '/../node_modules/.bin') }),
    ).toBe('npx wakeful');
    expect(started({ home, script: '/usr/local/bin/wakeful' })).toBe('wakeful');
  });
});

describe('a text that names the program', () => {
  it.each([
    ['npm start --', 'Run `npm start -- status`, npm start, or npm start -- --fresh.'],
    ['npx wakeful', 'Run `npx wakeful status`, npx wakeful rehearse, or npx wakeful rehearse --fresh.'],
  ])('says %s', (program, expected) => {
    const text = `Run \`${PROGRAM} status\`, ${PROGRAM} rehearse, or ${PROGRAM} rehearse --fresh.`;
    expect(withProgram(text, program)).toBe(expected);
  });
});
