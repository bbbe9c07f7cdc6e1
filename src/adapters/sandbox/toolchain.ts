import { existsSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, normalize } from 'node:path';

/** What commands need of the machine beside the system's own programs. */
export interface Toolchain {
  /** Folders of programs, the parent's own node first. */
  readonly path: readonly string[];
  /** Folders outside of the system's own that are shown. */
  readonly shown: readonly string[];
}

const SYSTEM_PATH = ['/usr/local/sbin', '/usr/local/bin', '/usr/sbin', '/usr/bin', '/sbin', '/bin'];
/** Where the programs of the system are, which every sandbox shows. */
const SYSTEM = ['/usr', '/bin', '/sbin'];
/** One version of one tool, as the setup actions of GitHub keep it. */
const CACHED_TOOL = /^(?:\/opt\/hostedtoolcache|\/__t|\/.*\/_work\/_tool)\/[^/]+\/[^/]+\/[^/]+(?=\/|$)/;

/**
 * `path` is a PATH. Of its folders those count that hold node or npm, wherever a version manager put them, and tools that a
 * runner keeps: each tool by itself, never all that lies beside it.
 */
export function findToolchain(path: string): Toolchain {
  const own = dirname(process.execPath);
  const absolute = path.split(':').filter((folder) => isPlain(folder));
  const folders = [...new Set([own, ...absolute.filter(holdsNode)])];
  const cached = absolute.filter((folder) => CACHED_TOOL.test(folder));
  const tools = cached.flatMap((folder) => CACHED_TOOL.exec(folder)?.[0] ?? []);
  const shown = [...folders.flatMap(partsOf), ...tools].filter(
    (part) => !WHOLE.includes(part) && !SYSTEM.some((root) => isBelow(part, root)),
  );
  return { path: [...new Set([...folders, ...cached, ...SYSTEM_PATH])], shown: [...new Set(shown)] };
}

/** Folders that hold much more than programs, whatever else lies in them. */
const WHOLE = ['/', '/tmp', '/home', '/opt', '/srv', '/var', homedir()];

/** Absolute and without a step up. */
function isPlain(folder: string): boolean {
  return folder.startsWith('/') && normalize(folder) === folder;
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
