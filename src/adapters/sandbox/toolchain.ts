import { existsSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/** What commands need of the machine, and what they must not see of it. */
export interface Toolchain {
  /** Folders of programs, the parent's own node first. */
  readonly path: readonly string[];
  /** Folders that stay readable although they lie under a hidden one. */
  readonly kept: readonly string[];
  /** Folders with personal files and sockets. */
  readonly hidden: readonly string[];
}

const SYSTEM_PATH = ['/usr/local/sbin', '/usr/local/bin', '/usr/sbin', '/usr/bin', '/sbin', '/bin'];
/** Every sandbox has one of its own. */
const SCRATCH = '/tmp';
const HIDDEN = ['/home', '/root', '/run', '/var/tmp', '/mnt', '/media'];

/** `path` is a PATH; of its folders only those with node or npm matter, wherever a version manager put them. */
export function findToolchain(path: string): Toolchain {
  const own = dirname(process.execPath);
  const others = path.split(':').filter((folder) => folder.startsWith('/') && holdsNode(folder));
  const folders = [...new Set([own, ...others])];
  const personal = [homedir(), ...HIDDEN].flatMap(realFolder).filter((folder) => folder !== '/');
  return {
    path: [...new Set([...folders, ...SYSTEM_PATH])],
    kept: [...new Set(folders.flatMap(partsOf))].filter((part) =>
      [...personal, SCRATCH].some((root) => isBelow(part, root)),
    ),
    hidden: [...new Set(personal)].filter(
      (folder, _, all) => !all.some((other) => other !== folder && isBelow(folder, other)),
    ),
  };
}

function holdsNode(folder: string): boolean {
  return existsSync(join(folder, 'node')) || existsSync(join(folder, 'npm'));
}

/** The folder of programs, where they really lie, and the packages beside it that npm is made of. */
function partsOf(folder: string): readonly string[] {
  const programs = ['node', 'npm', 'npx'].map((name) => join(folder, name)).flatMap(realFolder);
  const packages = [join(dirname(folder), 'lib', 'node_modules'), ...programs.map(packageRoot)].filter(
    (part) => part !== null,
  );
  return [
    folder,
    ...realFolder(folder),
    ...programs.map((program) => dirname(program)),
    ...packages.filter((part) => existsSync(part)),
  ];
}

/** `…/lib/node_modules/npm` of `…/lib/node_modules/npm/bin/npm-cli.js`; null: it is not part of a package. */
function packageRoot(program: string): string | null {
  return /^(.*\/node_modules\/[^/]+)\//.exec(program)?.[1] ?? null;
}

function realFolder(path: string): readonly string[] {
  try {
    return [realpathSync(path)];
  } catch {
    return [];
  }
}

function isBelow(path: string, root: string): boolean {
  return path === root || path.startsWith(`${root}/`);
}
