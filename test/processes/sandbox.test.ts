import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSandbox } from '../../src/adapters/sandbox.ts';
import type { CommandResult } from '../../src/ports.ts';

const clock = { monotonic: () => performance.now() };
// Where bubblewrap is not installed, a program of another folder can be tried all the same.
const bubblewrap = process.env['WAKEFUL_TEST_BWRAP'] ?? 'bwrap';
const sandbox = openSandbox({ clock, bubblewrap, path: process.env['PATH'] ?? '' });
const missing = await sandbox.reasonUnavailable();
const SECRET = 'secret-of-the-parent-process';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sandbox-test-'));
  process.env['WAKEFUL_SANDBOX_TEST'] = SECRET;
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  delete process.env['WAKEFUL_SANDBOX_TEST'];
});

function run(
  command: string,
  more?: { hosts?: readonly string[]; timeoutMs?: number; signal?: AbortSignal },
): Promise<CommandResult> {
  const { hosts = [], timeoutMs = 20_000, signal = new AbortController().signal } = more ?? {};
  return sandbox.run({ command, folder, hosts, timeoutMs }, signal);
}

/** Ids of processes of this machine whose command line holds the text. */
function processesWith(text: string): readonly string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        return readFileSync(`/proc/${name}/cmdline`, 'utf8').includes(text);
      } catch {
        return false;
      }
    });
}

/** Killed processes are gone as soon as the kernel has cleaned up, not at once. */
async function expectGone(text: string): Promise<void> {
  await expect.poll(() => processesWith(text), { timeout: 10_000 }).toEqual([]);
}

describe.skipIf(missing !== null)(`a sandbox${missing === null ? '' : ` (skipped: ${missing})`}`, () => {
  it('runs a shell line in the folder and says how it ended', async () => {
    const { exitCode, output } = await run('echo out; echo err >&2; pwd; exit 3');
    expect(exitCode).toBe(3);
    expect(output).toBe(`out\nerr\n${folder}\n`);
  });

  it('can write the folder, and nothing else', async () => {
    const outside = [process.cwd(), homedir(), '/etc', '/usr', '/var/tmp', '/run', '/dev/shm/../..'];
    // Inside, what lies in /tmp is scratch that ends with the command: so what counts is what is left outside.
    const attempts = outside.map(
      (place) => `touch ${place}/wakeful-was-here 2>/dev/null && echo wrote ${place}`,
    );
    const { output } = await run(`echo in > inside.txt; ${attempts.join('; ')}; true`);
    const isScratch = process.cwd().startsWith('/tmp/');
    expect(output).toBe(isScratch ? `wrote ${process.cwd()}\n` : '');
    expect(outside.filter((place) => existsSync(join(place, 'wakeful-was-here')))).toEqual([]);
    expect(readFileSync(join(folder, 'inside.txt'), 'utf8')).toBe('in\n');
  });

  it('gives each command a /tmp of its own', async () => {
    await run('echo x > /tmp/left-behind');
    // Of the real one only the way to the work tree and to the programs is there.
    const shown = [folder, process.cwd()].filter((path) => path.startsWith('/tmp/'));
    const names = ['home', ...shown.map((path) => path.split('/')[2])];
    expect((await run('ls /tmp')).output.trim().split('\n').toSorted()).toEqual(
      [...new Set(names)].toSorted(),
    );
    expect(existsSync('/tmp/left-behind')).toBe(false);
  });

  it('cannot redirect the git link of its work tree', async () => {
    writeFileSync(join(folder, '.git'), 'gitdir: /somewhere\n');
    const { output } = await run('echo evil > .git; rm -f .git; mv .git other; true');
    expect(output).not.toBe('');
    expect(readFileSync(join(folder, '.git'), 'utf8')).toBe('gitdir: /somewhere\n');
    rmSync(join(folder, '.git'));
  });

  it('has no variable of the parent, not even in /proc', async () => {
    const { output } = await run(
      `env; cat /proc/*/environ 2>/dev/null | tr '\\0' '\\n'; ls /proc | grep -c '^[0-9]'`,
    );
    expect(output).not.toContain(SECRET);
    expect(output).toMatch(/^CI=true$/m);
    expect(Number(output.trim().split('\n').at(-1))).toBeLessThan(10);
  });

  it("sees neither the user's home nor the sockets of the machine", async () => {
    const { output } = await run(
      `ls -A ${homedir()} 2>/dev/null | grep -v '^${folder.split('/')[2] ?? '-'}$'; ls -A /run 2>/dev/null`,
    );
    expect(output).toBe('');
  });

  it('has the node and the npm of the parent', async () => {
    const { output, exitCode } = await run('node --version && npm --version');
    expect(exitCode).toBe(0);
    expect(output.split('\n')[0]).toBe(process.version);
  });

  it('reaches nothing of this machine, neither in a check nor in a setup', async () => {
    const server = createServer((_, response) => response.end('hello'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const ask = `node -e "fetch('http://127.0.0.1:${port}').then((r) => r.text()).then(console.log, () => console.log('none'))"`;
    expect((await run(ask)).output).toBe('none\n');
    expect((await run(ask, { hosts: ['registry.example.com'] })).output).toBe('none\n');
    await new Promise((resolve) => server.close(resolve));
  });

  it('ends a command whose time is up, with everything it has started', async () => {
    const marker = `31${process.pid}.5`;
    const { exitCode, output } = await run(
      `echo begun; sleep ${marker} & setsid sleep ${marker} & sleep ${marker}`,
      { timeoutMs: 1_000 },
    );
    expect(exitCode).toBeNull();
    expect(output).toBe('begun\n');
    await expectGone(marker);
  });

  it('leaves nothing running behind a command that has ended', async () => {
    const marker = `32${process.pid}.5`;
    expect((await run(`setsid sleep ${marker} & exit 0`)).exitCode).toBe(0);
    await expectGone(marker);
  });

  it('ends a command with the reason of the signal, with everything it has started', async () => {
    const marker = `33${process.pid}.5`;
    const abort = new AbortController();
    const reason = new Error('the deadline');
    const running = run(`touch started; sleep ${marker} & sleep ${marker}`, { signal: abort.signal });
    await expect.poll(() => existsSync(join(folder, 'started')), { timeout: 10_000 }).toBe(true);
    abort.abort(reason);
    await expect(running).rejects.toBe(reason);
    await expectGone(marker);
  });

  it('runs nothing under a signal that is aborted already', async () => {
    await expect(run('touch never', { signal: AbortSignal.abort(new Error('over')) })).rejects.toThrow(
      'over',
    );
    expect(existsSync(join(folder, 'never'))).toBe(false);
  });

  it('keeps the end of a long output', async () => {
    const { output } = await run('node -e "for (let i = 0; i < 20000; i += 1) console.log(\'line ü \' + i)"');
    expect(Buffer.byteLength(output)).toBeLessThan(20_100);
    expect(output).toMatch(/^\(the beginning was left out\)\n/);
    expect(output.endsWith('line ü 19999\n')).toBe(true);
    expect(output).not.toContain('�');
  });

  it('drops every capability', async () => {
    expect((await run('grep CapEff /proc/self/status')).output.trim()).toBe('CapEff:\t0000000000000000');
  });
});

describe('without bubblewrap', () => {
  const none = openSandbox({ clock, bubblewrap: '/nonexistent/bwrap' });

  it('the reason is a plain sentence', async () => {
    expect(await none.reasonUnavailable()).toBe(
      'bubblewrap (bwrap) is not installed, and without it no command is run.',
    );
  });

  it('nothing is left that this process would wait for', async () => {
    const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
    const before = timers();
    await openSandbox({ clock, bubblewrap: '/nonexistent/bwrap' }).reasonUnavailable();
    expect(timers()).toBe(before);
  });

  it('no command is run at all', async () => {
    const command = { command: `touch ${join(folder, 'ran')}`, folder, hosts: [], timeoutMs: 1_000 };
    await expect(none.run(command, new AbortController().signal)).rejects.toThrow('without a sandbox');
    expect(existsSync(join(folder, 'ran'))).toBe(false);
  });

  it.each([
    ['bwrap: setting up uid map: Permission denied', 'kernel.apparmor_restrict_unprivileged_userns=0'],
    ['bwrap: something else', 'bubblewrap does not work here: bwrap: something else.'],
  ])('one that is there and fails with "%s" is not taken for a working one', async (words, hint) => {
    const fake = join(folder, 'fake-bwrap');
    writeFileSync(fake, `#!/bin/sh\necho '${words}' >&2\nexit 1\n`, { mode: 0o755 });
    expect(await openSandbox({ clock, bubblewrap: fake }).reasonUnavailable()).toContain(hint);
  });
});

describe('a command that hangs', () => {
  /** A program in the place of bubblewrap: it says something now and then, and goes on for a while. */
  function talking(line: string) {
    const fake = join(folder, 'talking-bwrap');
    writeFileSync(fake, `#!/bin/sh\ncase "$*" in *"exit 42"*) exit 42;; esac\n${line}\n`, { mode: 0o755 });
    const silent = openSandbox({ clock, bubblewrap: fake });
    const order = { command: 'true', folder, hosts: [], timeoutMs: 20_000, silentMs: 1_500 };
    return silent.run(order, new AbortController().signal);
  }

  it('is ended when it has written nothing for so long', async () => {
    const { exitCode, wasSilent, output } = await talking('echo begun; exec sleep 15');
    expect([exitCode, wasSilent, output]).toEqual([null, true, 'begun\n']);
  });

  it('goes on as long as it writes', async () => {
    const { exitCode, wasSilent } = await talking(
      'for n in 1 2 3 4 5 6 7 8; do echo $n; sleep 0.3; done; exit 3',
    );
    expect([exitCode, wasSilent]).toEqual([3, undefined]);
  });
});
