import { existsSync, lstatSync, readlinkSync, statSync } from 'node:fs';

/** Folders of programs beside `/usr`. Where they are links into it, they are links inside as well. */
const PROGRAMS = ['/bin', '/sbin', '/lib', '/lib32', '/lib64', '/libx32'];

/** What programs look up in `/etc`: names, zones, certificates, libraries. Nothing here is secret. */
const ETC = [
  'alternatives',
  'ca-certificates.conf',
  'crypto-policies',
  'debian_version',
  'fonts',
  'group',
  'hosts',
  'ld.so.cache',
  'ld.so.conf',
  'ld.so.conf.d',
  'localtime',
  'lsb-release',
  'mime.types',
  'nsswitch.conf',
  'os-release',
  'passwd',
  'pki/ca-trust/extracted',
  'pki/tls/certs',
  'protocols',
  'services',
  'ssl/certs',
  'ssl/openssl.cnf',
  'timezone',
].map((name) => `/etc/${name}`);

/** Packages of Nix, which everybody may read. Where it is not used, it is not there. */
const STORE = '/nix/store';

/** Settings of programs below `/usr`; people keep tokens in them. */
const SETTINGS = ['/usr', '/usr/local'].flatMap((root) =>
  ['etc', 'pip.conf', 'lib/node_modules/npm/npmrc'].map((name) => `${root}/${name}`),
);

/** What a sandbox shows of the system, all of it read-only: programs, libraries, and what they look up. */
export function systemMounts(): readonly string[] {
  return [
    ...['--ro-bind', '/usr', '/usr'],
    ...PROGRAMS.flatMap(programMount),
    ...[...ETC, STORE].flatMap((path) => ['--ro-bind-try', path, path]),
    ...SETTINGS.filter((path) => existsSync(path)).flatMap(hiddenMount),
  ];
}

/** Puts nothing over a folder or a file that is shown. */
export function hiddenMount(path: string): readonly string[] {
  if (!statSync(path).isDirectory()) return ['--ro-bind', '/dev/null', path];
  return ['--tmpfs', path, '--remount-ro', path];
}

function programMount(path: string): readonly string[] {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found === undefined) return [];
  return found.isSymbolicLink() ? ['--symlink', readlinkSync(path), path] : ['--ro-bind', path, path];
}
