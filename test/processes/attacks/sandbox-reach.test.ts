import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bubblewrapArguments } from '../../../src/adapters/sandbox/arguments.ts';
import { PROXY_SOCKET } from '../../../src/adapters/sandbox/forwarder.ts';
import { findToolchain } from '../../../src/adapters/sandbox/toolchain.ts';
import { openSandbox } from '../../../src/adapters/sandbox.ts';

const PYTHON = '/opt/hostedtoolcache/Python/3.12.3/x64';
const PATH = [
  process.env['PATH'],
  `${PYTHON}/bin`,
  '/opt/hostedtoolcache',
  '/srv',
  homedir(),
  '/',
  'bin',
].join(':');

const bubblewrap = process.env['WAKEFUL_TEST_BWRAP'] ?? 'bwrap';
const sandbox = openSandbox({ clock: { monotonic: () => performance.now() }, bubblewrap, path: PATH });
const missing = await sandbox.reasonUnavailable();

const parent = mkdtempSync(join(tmpdir(), 'sandbox-reach-'));
const folder = join(parent, 'work');
beforeAll(() => {
  mkdirSync(folder);
  writeFileSync(join(parent, 'token'), 'secret');
});
afterAll(() => rmSync(parent, { recursive: true, force: true }));

function argumentsWith(proxy: string | null): readonly string[] {
  return bubblewrapArguments({ command: 'true', folder }, { toolchain: findToolchain(PATH), proxy });
}

interface Mount {
  readonly target: string;
  /** Path of the machine; null: something new and empty. */
  readonly source: string | null;
  readonly isWritable: boolean;
}

/** What the arguments before `--` put where, in order. */
function mountsOf(args: readonly string[]): readonly Mount[] {
  return args.slice(0, args.indexOf('--')).flatMap((flag, at): readonly Mount[] => {
    const [one = '', two = ''] = args.slice(at + 1);
    if (/^--(?:ro-)?bind(?:-try)?$/.test(flag))
      return [{ target: two, source: one, isWritable: !flag.startsWith('--ro-') }];
    return ['--tmpfs', '--proc', '--dev'].includes(flag)
      ? [{ target: one, source: null, isWritable: true }]
      : [];
  });
}

/** The mount in which a path of the sandbox lies; undefined: in none but the empty root. */
function mountOf(path: string, mounts: readonly Mount[]): Mount | undefined {
  return mounts.findLast(({ target }) => target === '/' || path === target || path.startsWith(`${target}/`));
}

/** What a command could find on a runner, on a machine at home or in a container. */
const ATTEMPTS: readonly (readonly [name: string, path: string])[] = [
  ['credentials of a runner', '/opt/actions-runner/.credentials'],
  ['the keys of a runner', '/opt/runner/.credentials_rsaparams'],
  ['what lies beside the tools of a runner', '/opt/hostedtoolcache/token'],
  ['another tool of a runner', '/opt/hostedtoolcache/Ruby/3.3.0/x64/etc/gemrc'],
  ['tools that are not on the path', '/__t/node/24.0.0/x64/bin/node'],
  ['what a runner hands to steps in containers', '/__w/_temp/_runner_file_commands/set_env'],
  ['the event of a runner in containers', '/github/workflow/event.json'],
  ['the home of a runner in containers', '/github/home/.docker/config.json'],
  ['the temporary folder of a runner', '/home/runner/work/_temp/_github_workflow/event.json'],
  ['a checkout with a token in its configuration', '/home/runner/work/x/x/.git/config'],
  ['keys of ssh', join(homedir(), '.ssh/id_ed25519')],
  ['settings of npm', join(homedir(), '.npmrc')],
  ['keys of root', '/root/.ssh/id_rsa'],
  ['sockets of services', '/srv/docker/docker.sock'],
  ['the socket of Docker', '/var/run/docker.sock'],
  ['the socket of Docker by its other name', '/run/docker.sock'],
  ['the bus of a session', '/run/user/1001/bus'],
  ['the bus of the system', '/var/run/dbus/system_bus_socket'],
  ['mounted secrets of a cluster', '/var/run/secrets/kubernetes.io/serviceaccount/token'],
  ['mounted secrets of a container', '/run/secrets/token'],
  ['data of services', '/var/lib/docker/volumes/x'],
  ['metadata of a cloud that was written down', '/var/lib/cloud/instance/user-data.txt'],
  ['logs', '/var/log/auth.log'],
  ['passwords of the system', '/etc/shadow'],
  ['who may become root', '/etc/sudoers'],
  ['private keys of certificates', '/etc/ssl/private/server.key'],
  ['private keys of certificates, elsewhere', '/etc/pki/tls/private/server.key'],
  ['keys of the machine', '/etc/ssh/ssh_host_ed25519_key'],
  ['settings of git for all', '/etc/gitconfig'],
  ['settings of pip for all', '/etc/pip.conf'],
  ['the environment for all', '/etc/environment'],
  ['settings of npm for all', '/usr/etc/npmrc'],
  ['the resolver of the machine', '/etc/resolv.conf'],
  ['other disks', '/mnt/data/token'],
  ['memory sticks', '/media/x/token'],
  ['a folder of its own kind', '/data/token'],
  ['scratch of others', '/tmp/ssh-XXXX/agent.1'],
  ['shared memory of others', '/dev/shm/token'],
  ['what lies beside the work tree', join(parent, 'token')],
  ['the kernel', '/sys/kernel/debug'],
  ['control groups', '/sys/fs/cgroup/cgroup.procs'],
  ['the boot folder', '/boot/config'],
];

test.each(ATTEMPTS)('a command does not reach %s', (_, path) => {
  expect(mountOf(path, mountsOf(argumentsWith(null)))?.source ?? null).toBeNull();
  expect(mountOf(path, mountsOf(argumentsWith('/tmp/proxy/socket')))?.source ?? null).toBeNull();
});

test('settings of programs for all, below /usr, are hidden where there are any', () => {
  const hidden = existsSync('/usr/local/etc');
  expect(mountOf('/usr/local/etc/npmrc', mountsOf(argumentsWith(null)))?.source).toBe(hidden ? null : '/usr');
});

test('the root of the machine is not shown, nor a folder that holds much more than programs', () => {
  const shown = mountsOf(argumentsWith(null)).map(({ source }) => source);
  for (const whole of [
    '/',
    '/opt',
    '/srv',
    '/var',
    '/etc',
    '/home',
    '/tmp',
    '/opt/hostedtoolcache',
    homedir(),
  ])
    expect(shown).not.toContain(whole);
});

test('only the work tree can be written, and what is new and of a limited size', () => {
  const args = argumentsWith(null);
  const writable = mountsOf(args).filter(({ isWritable, source }) => isWritable && source !== null);
  expect(writable).toEqual([{ target: folder, source: folder, isWritable: true }]);
  for (const target of ['/tmp', '/dev/shm'])
    expect(args[args.indexOf(target, args.indexOf('--tmpfs')) - 3]).toBe('--size');
  const readOnly = args.flatMap((flag, at) => (flag === '--remount-ro' ? [args[at + 1]] : []));
  expect(readOnly).toEqual(expect.arrayContaining(['/', '/dev']));
});

test('a tool of a runner that is on the path is shown, read-only, and nothing beside it', () => {
  const mounts = mountsOf(argumentsWith(null));
  expect(mountOf(`${PYTHON}/lib/libpython.so`, mounts)).toEqual({
    target: PYTHON,
    source: PYTHON,
    isWritable: false,
  });
  expect(findToolchain(PATH).path).toContain(`${PYTHON}/bin`);
});

test.each([null, '/tmp/proxy/socket'])(
  'no command shares the network of the machine (proxy: %s)',
  (proxy) => {
    const args = argumentsWith(proxy);
    const flags = args.slice(0, args.indexOf('--'));
    for (const flag of [
      ...['--unshare-all', '--unshare-user', '--disable-userns', '--new-session', '--die-with-parent'],
      ...['--cap-drop', '--clearenv'],
    ])
      expect(flags).toContain(flag);
    expect(flags.filter((flag) => flag.startsWith('--share'))).toEqual([]);
    const sockets = mountsOf(args).filter(({ target }) => target === PROXY_SOCKET);
    expect(sockets.map(({ source }) => source)).toEqual(proxy === null ? [] : [proxy]);
  },
);

const why = missing === null ? '' : ` (skipped: ${missing})`;
describe.skipIf(missing !== null)(`a command in a real sandbox${why}`, () => {
  async function output(command: string): Promise<string> {
    const order = { command, folder, hosts: [], timeoutMs: 20_000 };
    return (await sandbox.run(order, new AbortController().signal)).output;
  }

  test('finds nothing of what it was not given', async () => {
    const paths = ATTEMPTS.map(([, path]) => `'${path}'`).join(' ');
    expect(await output(`for path in ${paths}; do [ -e "$path" ] && echo "$path"; done; true`)).toBe('');
  });

  test('sees a root with nothing but what it needs', async () => {
    const names = (await output('ls -A /')).trim().split('\n');
    const known = ['bin', 'dev', 'etc', 'lib', 'lib32', 'lib64', 'libx32', 'nix', 'proc', 'sbin'];
    const needed = [...known, 'tmp', 'usr', parent.split('/')[1], process.execPath.split('/')[1]];
    const shown = findToolchain(PATH).shown.map((part) => part.split('/')[1]);
    expect(names.filter((name) => ![...needed, ...shown].includes(name))).toEqual([]);
  });

  test('makes no namespace of its own', async () => {
    expect(await output('unshare --user --map-root-user echo inside 2>&1 || true')).not.toMatch(/^inside$/m);
  });

  test('writes neither into the root nor into the folder of devices', async () => {
    const places = ['/', '/dev', '/etc', '/var', '/usr', '/run', '/home'];
    const line = places.map((place) => `{ echo x > ${place}/x; } 2>/dev/null && echo ${place}`).join('; ');
    expect(await output(`${line}; true`)).toBe('');
  });

  test('fills its scratch and no more', async () => {
    const line = 'head -c 400000000 /dev/zero > /dev/shm/x 2>/dev/null || wc -c < /dev/shm/x';
    expect(Number(await output(line))).toBe(256 * 1024 * 1024);
  });

  test('has limits for processes, memory, files and cores, which it cannot raise', async () => {
    const limits = await output('cat /proc/self/limits; ulimit -f unlimited 2>/dev/null && echo raised');
    expect(limits).toMatch(/^Max processes +1024 +1024 /m);
    expect(limits).toMatch(/^Max data size +4294967296 +4294967296 /m);
    expect(limits).toMatch(/^Max file size +2147483648 +2147483648 /m);
    expect(limits).toMatch(/^Max core file size +0 +0 /m);
    expect(limits).toMatch(/^Max open files +(?:\d{1,3}|[1-7]\d{3}|8192) /m);
  });

  test('is ended when it wants more memory than it may have', async () => {
    expect(await output(`node -e "Buffer.alloc(5e9, 1)" 2>&1; echo "exit code $?"`)).toMatch(
      /exit code (?!0)\d+\n$/,
    );
  });
});
