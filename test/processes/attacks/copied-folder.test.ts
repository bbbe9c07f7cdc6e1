/** The copy in which a command of the model's own runs: what is mounted, and what the line that fills it does. */

import { execFileSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bubblewrapArguments } from '../../../src/adapters/sandbox/arguments.ts';
import { COPIED, copyLine, HISTORY } from '../../../src/adapters/sandbox/copied-folder.ts';
import { OutputEnds } from '../../../src/adapters/sandbox/output-ends.ts';
import { findToolchain } from '../../../src/adapters/sandbox/toolchain.ts';
import { openSandbox } from '../../../src/adapters/sandbox.ts';

const clock = { monotonic: () => performance.now() };
const bubblewrap = process.env['WAKEFUL_TEST_BWRAP'] ?? 'bwrap';
const sandbox = openSandbox({ clock, bubblewrap, path: process.env['PATH'] ?? '' });
const missing = await sandbox.reasonUnavailable();

let parent = '';
let folder = '';
let history = '';
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'copied-'));
  folder = join(parent, 'files');
  history = join(parent, 'history.git');
  mkdirSync(join(folder, 'src/.git/hooks'), { recursive: true });
  mkdirSync(history);
  writeFileSync(join(folder, '.git'), 'gitdir: /somewhere/of/the/machine\n');
  writeFileSync(join(folder, 'src/a.js'), 'a\n');
  writeFileSync(join(parent, 'token'), 'secret\n');
  symlinkSync('../token', join(folder, 'out'));
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

function argumentsFor(copy: { readonly history: string | null }): readonly string[] {
  const surroundings = { toolchain: findToolchain(process.env['PATH'] ?? ''), proxy: null };
  return bubblewrapArguments({ command: 'echo "$HOME"; ls', folder, copy }, surroundings);
}

describe('the mounts of a copy', () => {
  test('hold nothing of the machine that can be written', () => {
    const args = argumentsFor({ history });
    expect(
      args.filter((flag) => flag === '--bind' || flag === '--bind-try' || flag === '--dev-bind'),
    ).toEqual([]);
  });

  test('are memory of a limited size in the place of the folder, and the folder itself to be read', () => {
    const args = argumentsFor({ history });
    const at = args.indexOf(folder);
    expect(args.slice(at - 3, at + 4)).toEqual([
      ...['--size', `${2 * 1024 ** 3}`, '--tmpfs', folder],
      ...['--ro-bind', folder, COPIED],
    ]);
    expect(args.join(' ')).toContain(`--ro-bind ${history} ${HISTORY}`);
    expect(args.slice(args.indexOf('--chdir'), args.indexOf('--'))).toEqual(['--chdir', folder]);
  });

  test('have no history where there is none to be shown', () => {
    expect(argumentsFor({ history: null }).join(' ')).not.toContain(HISTORY);
  });

  test('share no network and no variable, as those of a check', () => {
    const args = argumentsFor({ history });
    for (const flag of ['--unshare-all', '--clearenv', '--die-with-parent', '--disable-userns'])
      expect(args).toContain(flag);
  });

  test('give the line of the model to a shell as one argument', () => {
    expect(argumentsFor({ history: null }).slice(-3)).toEqual(['/bin/sh', '-c', 'echo "$HOME"; ls']);
  });
});

/** The line by itself, over the folders of this machine. */
function filled(
  copy: { readonly history: string | null },
  command: string,
): { readonly out: string; readonly at: string } {
  const at = join(parent, 'copy');
  mkdirSync(at);
  const line = copyLine(copy).replaceAll(COPIED, folder);
  const out = execFileSync('/bin/sh', ['-c', line, 'sh', '/bin/sh', '-c', command], {
    cwd: at,
    encoding: 'utf8',
  });
  return { out, at };
}

describe('the home of commands', () => {
  function homeOf(copy?: { readonly history: string | null }): readonly string[] {
    const surroundings = { toolchain: findToolchain(''), proxy: null };
    const args = bubblewrapArguments(
      { command: 'true', folder, home: history, ...(copy === undefined ? {} : { copy }) },
      surroundings,
    );
    return [
      ...args.slice(args.indexOf(history) - 1, args.indexOf(history) + 2),
      ...args.filter((each) => each === 'GOCACHE'),
    ];
  }

  test('stays from one command of an item to the next', () => {
    expect(homeOf()).toEqual(['--bind', history, '/tmp/home']);
  });

  test('can only be read by a command in a copy, whose caches are elsewhere', () => {
    expect(homeOf({ history: null })).toEqual(['--ro-bind', history, '/tmp/home', 'GOCACHE']);
  });
});

describe('the line that fills the copy', () => {
  test('copies files, takes links for links, and runs the command there', () => {
    const { out, at } = filled({ history: null }, 'cat src/a.js; echo changed > src/a.js');
    expect(out).toBe('a\n');
    expect(lstatSync(join(at, 'out')).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(folder, 'src/a.js'), 'utf8')).toBe('a\n');
  });

  test('leaves no link to a repository of the machine', () => {
    expect(existsSync(join(filled({ history: null }, 'true').at, '.git'))).toBe(false);
  });

  test('links the history, where there is one', () => {
    const { out } = filled({ history }, 'cat .git; echo "$GIT_OPTIONAL_LOCKS"');
    expect(out).toBe(`gitdir: ${HISTORY}\n0\n`);
  });
});

describe('the output of a copy', () => {
  function ends(parts: readonly string[]): string {
    const output = new OutputEnds();
    for (const part of parts) output.add(Buffer.from(part));
    return output.text();
  }

  test('is whole as long as it is short', () => {
    expect(ends(['one\n', 'two\n'])).toBe('one\ntwo\n');
    const long = 'x'.repeat(39_000);
    expect(ends([long])).toBe(long);
  });

  test('keeps its beginning and its end, at whole lines, whatever comes between', () => {
    const text = ends(['first\n', ...Array.from({ length: 50_000 }, (_, n) => `line ${n}\n`), 'last\n']);
    expect(text.length).toBeLessThan(41_000);
    expect(text).toMatch(/^first\nline 0\n/);
    expect(text).toMatch(/\nline 49999\nlast\n$/);
    expect(text).toContain('\n(the middle was left out)\nline ');
  });

  test('holds no half of a word where one line is too long', () => {
    const secret = 'sk-secret-'.repeat(10_000);
    expect(ends(['a ', secret])).toBe(`a\n(the middle was left out)\n${ends(['a ', secret]).split('\n')[2]}`);
  });
});

const why = missing === null ? '' : ` (skipped: ${missing})`;
describe.skipIf(missing !== null)(`a command in a real copy${why}`, () => {
  async function run(command: string, copy: { readonly history: string | null } = { history: null }) {
    const order = { command, folder, hosts: [], timeoutMs: 20_000, copy };
    return sandbox.run(order, new AbortController().signal);
  }

  test('writes as it likes, and nothing of it is left', async () => {
    const { exitCode } = await run('echo new > new.txt; rm -rf src; ls');
    expect(exitCode).toBe(0);
    expect(existsSync(join(folder, 'new.txt'))).toBe(false);
    expect(existsSync(join(folder, 'src/a.js'))).toBe(true);
  });

  test('cannot write what was copied, nor the history', async () => {
    const line = `for at in ${COPIED} ${HISTORY}; do echo x > $at/x && echo wrote $at; done 2>/dev/null; true`;
    expect((await run(line, { history })).output).toBe('');
  });

  test('reaches nothing by a link', async () => {
    expect((await run('cat out 2>/dev/null; true')).output).toBe('');
  });

  test('looks back with git, and changes neither the history nor its settings', async () => {
    const git = (...args: readonly string[]): string =>
      execFileSync('git', ['-c', 'user.name=Ann', '-c', 'user.email=ann@example.com', ...args], {
        cwd: folder,
        env: { ...process.env, GIT_DIR: history, GIT_WORK_TREE: folder },
        encoding: 'utf8',
      });
    git('init', '--quiet', '--initial-branch=main');
    git('add', 'src/a.js');
    git('commit', '--quiet', '--message', 'first');
    const look = await run('git log --format=%s; git blame -s src/a.js; git status --short src', { history });
    expect(look.output).toMatch(/^first\n[^\n]* 1\) a\n$/);
    const line = 'git config core.pager evil; git commit --allow-empty -m x; echo x > .git; cat .git';
    expect((await run(line, { history })).output).toMatch(/x\n$/);
    expect(git('log', '--format=%s')).toBe('first\n');
    expect(git('config', '--list')).not.toContain('evil');
  });

  test('ends with all that it has started in the background', async () => {
    const marker = `41${process.pid}.5`;
    await run(`setsid sleep ${marker} & exit 0`);
    const running = execFileSync('/bin/ps', ['-ef'], { encoding: 'utf8' });
    expect(running).not.toContain(marker);
  });

  test('cannot start more processes than it may', async () => {
    const { output } = await run(
      'i=0; while [ $i -lt 1300 ]; do sleep 5 & i=$((i+1)); done 2>/dev/null; jobs | wc -l',
    );
    expect(Number(output.trim().split('\n').at(-1))).toBeLessThan(1_100);
  });

  test('keeps both ends of a huge output', async () => {
    const { output } = await run('echo first; yes | head -c 50000000; echo last');
    expect(output).toMatch(/^first\n/);
    expect(output).toMatch(/\nlast\n$/);
  });
});
