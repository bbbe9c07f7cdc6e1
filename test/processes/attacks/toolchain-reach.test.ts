import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { bubblewrapArguments } from '../../../src/adapters/sandbox/arguments.ts';
import { findToolchain } from '../../../src/adapters/sandbox/toolchain.ts';
import { openSandbox } from '../../../src/adapters/sandbox.ts';

interface Place {
  readonly top: string;
  file(path: string): void;
  link(path: string, target: string): void;
}

interface Attempt {
  /** Makes the machine; gives the folder of PATH. `home` is the home of the person. */
  readonly folder: (place: Place) => string;
  /** Below the top, or absolute where it starts with `/`. */
  readonly secret: string;
}

/** Places of node on a machine, each with something beside it that no command may read. */
const ATTEMPTS: readonly (readonly [name: string, attempt: Attempt])[] = [
  ['credentials beside a node', { folder: nodeIn('actions-runner'), secret: 'actions-runner/.credentials' }],
  ['settings beside a node', { folder: nodeIn('app'), secret: 'app/.env' }],
  ['the home by another name', { folder: nodeIn('home'), secret: 'home/.npmrc' }],
  ['what holds the home', { folder: nodeIn('.'), secret: 'home/.npmrc' }],
  ['the home behind a link', { folder: linked('tools', 'home', 'home/node'), secret: 'tools/.npmrc' }],
  [
    'the home behind a link with the name of programs',
    { folder: linked('bin', 'home', 'home/node'), secret: 'bin/.npmrc' },
  ],
  [
    'keyrings behind a link',
    { folder: linked('x/bin', 'home/.local', 'home/.local/npm'), secret: 'x/bin/keyring' },
  ],
  [
    'what lies beside the node that a link leads to',
    { folder: linked('x/bin/node', 'service/node', 'service/node', 'x/bin'), secret: 'service/token' },
  ],
  [
    'what lies beside the npm that a link leads to',
    { folder: linked('x/bin/npm', 'app/npm', 'app/npm', 'x/bin'), secret: 'app/.env' },
  ],
  [
    'settings of npm of a tool',
    { folder: nodeIn('_work/_tool/node/24.0.0/x64/bin'), secret: '_work/_tool/node/24.0.0/x64/etc/npmrc' },
  ],
  [
    'settings of npm in itself',
    {
      folder: nodeIn('_work/_tool/node/24.0.0/x64/bin'),
      secret: '_work/_tool/node/24.0.0/x64/lib/node_modules/npm/npmrc',
    },
  ],
  [
    'settings of pip of a tool',
    { folder: nodeIn('_work/_tool/Python/3.12.3/x64/bin'), secret: '_work/_tool/Python/3.12.3/x64/pip.conf' },
  ],
  [
    'the home in the place of a tool',
    {
      folder: linked('_work/_tool/x/1/x64', 'home', 'home/bin/node', '_work/_tool/x/1/x64/bin'),
      secret: '_work/_tool/x/1/x64/.npmrc',
    },
  ],
  ['settings beside npm alone', { folder: nodeIn('srv/npm-only', 'npm'), secret: 'srv/npm-only/token' }],
];

function nodeIn(folder: string, program = 'node') {
  return ({ top, file }: Place): string => {
    file(join(folder, program));
    return join(top, folder);
  };
}

function linked(link: string, target: string, program: string, folder = link) {
  return (place: Place): string => {
    place.file(program);
    place.link(link, target);
    return join(place.top, folder);
  };
}

function prepared(attempt: Attempt): { readonly secret: string; readonly path: string } {
  const top = realpathSync(mkdtempSync(join(tmpdir(), 'toolchain-')));
  onTestFinished(() => rmSync(top, { recursive: true, force: true }));
  const place: Place = {
    top,
    file(path) {
      mkdirSync(dirname(join(top, path)), { recursive: true });
      if (!existsSync(join(top, path))) writeFileSync(join(top, path), 'SECRET\n');
      chmodSync(join(top, path), 0o755);
    },
    link(path, target) {
      mkdirSync(dirname(join(top, path)), { recursive: true });
      symlinkSync(join(top, target), join(top, path));
    },
  };
  mkdirSync(join(top, 'home'));
  symlinkSync(join(top, 'home'), join(top, 'me'));
  vi.stubEnv('HOME', join(top, 'me'));
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
  const path = attempt.folder(place);
  place.file(attempt.secret);
  return { secret: join(top, attempt.secret), path };
}

/** What a command would read at a path; null: nothing. Only what is a file or a folder of the machine counts. */
function sourceOf(path: string, args: readonly string[]): string | null {
  const mounts = args.flatMap((flag, at): readonly (readonly [target: string, source: string])[] => {
    const [one = '', two = ''] = args.slice(at + 1);
    if (/^--(?:ro-)?bind(?:-try)?$/.test(flag)) return [[two, one]];
    return flag === '--tmpfs' ? [[one, '']] : [];
  });
  const found = mounts.findLast(([target]) => path === target || path.startsWith(`${target}/`));
  return found === undefined || ['', '/dev/null'].includes(found[1]) ? null : found[1];
}

test.each(ATTEMPTS)('no command reads %s', (_, attempt) => {
  const { secret, path } = prepared(attempt);
  const work = mkdtempSync(join(tmpdir(), 'work-'));
  onTestFinished(() => rmSync(work, { recursive: true }));
  const args = bubblewrapArguments(
    { command: 'true', folder: work },
    { toolchain: findToolchain(path), proxy: null },
  );
  expect(sourceOf(secret, args)).toBeNull();
});

const bubblewrap = process.env['WAKEFUL_TEST_BWRAP'] ?? 'bwrap';
const clock = { monotonic: () => performance.now() };
const missing = await openSandbox({ clock, bubblewrap }).reasonUnavailable();
describe.skipIf(missing !== null)('in a real sandbox', () => {
  test.each(ATTEMPTS)('no command reads %s, and node runs', async (_, attempt) => {
    const { secret, path } = prepared(attempt);
    const folder = mkdtempSync(join(tmpdir(), 'work-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const sandbox = openSandbox({ clock, bubblewrap, path });
    const order = {
      command: `cat '${secret}' 2>/dev/null; node -p 6*7`,
      folder,
      hosts: [],
      timeoutMs: 20_000,
    };
    expect((await sandbox.run(order, new AbortController().signal)).output).toBe('42\n');
  });
});
