import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { SandboxCommand } from '../../ports.ts';
import { COPIED, copyLine, HISTORY } from './copied-folder.ts';
import { forwardedCommand, PROXY_SOCKET } from './forwarder.ts';
import { LIMITS_LINE, SCRATCH_BYTES } from './limits.ts';
import { hiddenMount, systemMounts } from './system-mounts.ts';
import type { Toolchain } from './toolchain.ts';

const HOME = '/tmp/home';
const CACHE = '/tmp/cache';
export interface SandboxSurroundings {
  readonly toolchain: Toolchain;
  /** The socket of the proxy that leads outside; null: nothing does. */
  readonly proxy: string | null;
}

/** Namespaces of its own and none below them, no terminal, no capability, no variable of the parent, and no life after it. */
const ISOLATION = [
  ...['--unshare-all', '--unshare-user', '--disable-userns', '--hostname', 'sandbox'],
  ...['--die-with-parent', '--new-session', '--cap-drop', 'ALL', '--clearenv'],
];

/**
 * How bubblewrap is called: nothing of the machine is there but what is named. Order matters: a later mount lies over an earlier one.
 */
export function bubblewrapArguments(
  {
    command,
    folder,
    keepsOutput,
    copy,
    home,
  }: Pick<SandboxCommand, 'command' | 'folder' | 'keepsOutput' | 'copy' | 'home'>,
  { toolchain, proxy }: SandboxSurroundings,
): readonly string[] {
  const work = realpathSync(folder);
  return [
    ...ISOLATION,
    ...environment(toolchain, copy !== undefined && home !== undefined),
    ...systemMounts(),
    ...['--proc', '/proc', '--dev', '/dev'],
    ...['--size', `${SCRATCH_BYTES.shared}`, '--tmpfs', '/dev/shm'],
    ...['--size', `${SCRATCH_BYTES.tmp}`, '--tmpfs', '/tmp', '--dir', HOME],
    ...(home === undefined ? [] : [copy === undefined ? '--bind' : '--ro-bind', home, HOME]),
    ...toolchain.shown.flatMap((part) => ['--ro-bind-try', part, part]),
    ...toolchain.hidden.flatMap(hiddenMount),
    ...(proxy === null ? [] : ['--ro-bind', proxy, PROXY_SOCKET]),
    ...workMounts(work, copy),
    // What lies between the mounts is memory that nothing limits.
    ...['--remount-ro', '/dev', '--remount-ro', '/'],
    ...['--chdir', work, '--'],
    // Both streams into one, so that what the command says keeps its order; unless one of them is wanted by itself.
    ...['/bin/sh', '-c', `${LIMITS_LINE}; exec "$@"${keepsOutput === true ? '' : ' 2>&1'}`, 'sh'],
    ...(copy === undefined ? [] : ['/bin/sh', '-c', copyLine(copy), 'sh']),
    ...(proxy === null ? ['/bin/sh', '-c', command] : forwardedCommand(command)),
  ];
}

/** `isHomeKept`: the home can only be read, so that caches are elsewhere. */
function environment({ path, variables = {} }: Toolchain, isHomeKept: boolean): readonly string[] {
  const caches = isHomeKept
    ? { XDG_CACHE_HOME: CACHE, GOCACHE: `${CACHE}/go-build`, npm_config_cache: `${CACHE}/npm` }
    : {};
  const values = { ...variables, PATH: path.join(':'), HOME, LANG: 'C.UTF-8', CI: 'true', ...caches };
  return Object.entries(values).flatMap(([name, value]) => ['--setenv', name, value]);
}

function workMounts(work: string, copy: SandboxCommand['copy']): readonly string[] {
  if (copy === undefined) return work === '/tmp' ? [] : ['--bind', work, work, ...gitLink(work)];
  return [
    ...['--size', `${SCRATCH_BYTES.copy}`, '--tmpfs', work, '--ro-bind', work, COPIED],
    ...(copy.history === null ? [] : ['--ro-bind', copy.history, HISTORY]),
  ];
}

/** A command that redirects `.git` would have the next git call obey another repository's configuration. */
function gitLink(work: string): readonly string[] {
  const link = join(work, '.git');
  return existsSync(link) ? ['--ro-bind', link, link] : [];
}
