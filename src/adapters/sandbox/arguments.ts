import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { SandboxCommand } from '../../ports.ts';
import type { Toolchain } from './toolchain.ts';

const HOME = '/tmp/home';
/** What name look-ups need of `/run`, which is hidden otherwise. */
const RESOLVER_FOLDERS = ['/run/systemd/resolve', '/run/resolvconf', '/run/NetworkManager'];

/** How bubblewrap is called. Order matters: a later mount lies over an earlier one. */
export function bubblewrapArguments(
  { command, folder, hasNetwork }: SandboxCommand,
  toolchain: Toolchain,
): readonly string[] {
  const work = realpathSync(folder);
  return [
    '--unshare-all',
    ...(hasNetwork ? ['--share-net'] : []),
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
    ...[...toolchain.kept, ...(hasNetwork ? RESOLVER_FOLDERS : [])].flatMap((kept) => [
      '--ro-bind-try',
      kept,
      kept,
    ]),
    ...(work === '/tmp' ? [] : ['--bind', work, work, ...gitLink(work)]),
    ...toolchain.hidden.flatMap((hidden) => ['--remount-ro', hidden]),
    '--chdir',
    work,
    '--',
    // Both streams into one, so that what the command says keeps its order.
    '/bin/sh',
    '-c',
    'exec /bin/sh -c "$1" 2>&1',
    'sh',
    command,
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
