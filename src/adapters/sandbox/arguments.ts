import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { SandboxCommand } from '../../ports.ts';
import { forwardedCommand, PROXY_SOCKET } from './forwarder.ts';
import type { Toolchain } from './toolchain.ts';

const HOME = '/tmp/home';
export interface SandboxSurroundings {
  readonly toolchain: Toolchain;
  /** The socket of the proxy that leads outside; null: nothing does. */
  readonly proxy: string | null;
}

/** How bubblewrap is called. Order matters: a later mount lies over an earlier one. */
export function bubblewrapArguments(
  { command, folder }: Pick<SandboxCommand, 'command' | 'folder'>,
  { toolchain, proxy }: SandboxSurroundings,
): readonly string[] {
  const work = realpathSync(folder);
  return [
    '--unshare-all',
    '--die-with-parent',
    '--new-session',
    '--cap-drop',
    'ALL',
    '--clearenv',
    ...environment(toolchain),
    '--ro-bind',
    '/',
    '/',
    '--dev',
    '/dev',
    '--proc',
    '/proc',
    ...toolchain.hidden.flatMap((hidden) => ['--tmpfs', hidden]),
    '--tmpfs',
    '/tmp',
    '--dir',
    HOME,
    ...toolchain.kept.flatMap((kept) => ['--ro-bind-try', kept, kept]),
    ...(proxy === null ? [] : ['--ro-bind', proxy, PROXY_SOCKET]),
    ...(work === '/tmp' ? [] : ['--bind', work, work, ...gitLink(work)]),
    ...toolchain.hidden.flatMap((hidden) => ['--remount-ro', hidden]),
    '--chdir',
    work,
    '--',
    // Both streams into one, so that what the command says keeps its order.
    '/bin/sh',
    '-c',
    'exec "$@" 2>&1',
    'sh',
    ...(proxy === null ? ['/bin/sh', '-c', command] : forwardedCommand(command)),
  ];
}

function environment({ path }: Toolchain): readonly string[] {
  const values = { PATH: path.join(':'), HOME, LANG: 'C.UTF-8', CI: 'true' };
  return Object.entries(values).flatMap(([name, value]) => ['--setenv', name, value]);
}

/** A command that redirects `.git` would have the next git call obey another repository's configuration. */
function gitLink(work: string): readonly string[] {
  const link = join(work, '.git');
  return existsSync(link) ? ['--ro-bind', link, link] : [];
}
