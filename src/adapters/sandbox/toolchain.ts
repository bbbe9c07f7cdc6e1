import { existsSync, realpathSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { basename, dirname, join, normalize } from 'node:path';
import { createMask } from '../../core/access/mask.ts';
import type { SandboxSettings } from '../../core/settings.ts';

/** What commands need of the machine beside the system's own programs. */
export interface Toolchain {
  /** Folders of programs, the parent's own node first. */
  readonly path: readonly string[];
  /** Folders outside of the system's own that are shown. */
  readonly shown: readonly string[];
  /** What of that is hidden again. */
  readonly hidden: readonly string[];
  /** Variables that say where tools are. */
  readonly variables?: Readonly<Record<string, string>>;
}

const SYSTEM_PATH = ['/usr/local/sbin', '/usr/local/bin', '/usr/sbin', '/usr/bin', '/sbin', '/bin'];
/** Where the programs of the system are, which every sandbox shows. */
const SYSTEM = ['/usr', '/bin', '/sbin'];
/** One version of one tool, as the setup actions of GitHub keep it. */
const CACHED_TOOL = /^(?:\/opt\/hostedtoolcache|\/__t|\/.*\/_work\/_tool)\/[^/]+\/[^/]+\/[^/]+(?=\/|$)/;

/** Names of folders that hold programs and nothing else. Of another folder only node and npm are shown, never what lies beside them. */
const FOR_PROGRAMS = ['bin', '.bin', 'shims'];
const PROGRAMS = ['node', 'npm', 'npx'];
/** Settings that tools keep beside their programs; people keep tokens in them. */
const TOOL_SETTINGS = ['etc', 'pip.conf', 'lib/node_modules/npm/npmrc'];

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
    (part) => !SYSTEM.some((root) => isBelow(part, root)) && !holdsMore(part),
  );
  return {
    path: [...new Set([...folders, ...cached, ...SYSTEM_PATH])],
    shown: [...new Set(shown)],
    hidden: [...new Set([...tools, ...folders.map((folder) => dirname(folder))])]
      .flatMap((tool) => TOOL_SETTINGS.map((name) => join(tool, name)))
      .filter((setting) => existsSync(setting) && shown.some((part) => isBelow(setting, part))),
  };
}

/** Files and folders in which tools keep tokens, wherever a folder of theirs is shown. */
const TOOL_SECRETS = [
  ...[
    'credentials',
    'credentials.toml',
    'credentials.tfrc.json',
    'pub-credentials.json',
    '.credentials',
    'auth.json',
  ],
  ...['settings.xml', 'settings-security.xml', 'gradle.properties', 'init.gradle', 'init.d'],
  ...[
    '.npmrc',
    '.yarnrc.yml',
    '.netrc',
    '.pypirc',
    '.condarc',
    '.git-credentials',
    '.vault-token',
    'hex.config',
  ],
  ...[
    'nuget.config',
    'NuGet.Config',
    'NuGet/NuGet.Config',
    'pip/pip.conf',
    '.bundle/config',
    'hosts.yml',
    'gh/hosts.yml',
  ],
  ...['.ssh', '.aws', '.azure', '.docker', '.gem', '.gnupg', '.kube', '.sbt', '.config', 'gcloud', 'rclone'],
];
/** Folders of credentials, which are no tools. */
const CREDENTIALS =
  /\/\.(?:ssh|aws|azure|docker|gnupg|kube|config|password-store|terraform\.d|oci|gem|sbt)$|\/(?:\.config\/)?(?:gh|gcloud|rclone)$/;
/** Nothing below these is a tool: processes, devices, sockets, settings, and the folders in which GitHub's runners hand things to steps. */
const NO_TOOLS =
  /^\/(?:proc|sys|dev|run(?!\/current-system\/)|boot|etc|github|lost\+found)(?:\/|$)|\/_temp(?:\/_[^/]*)?$/;

/**
 * The same with what the settings name: folders of programs, and variables with the folders that they lead to. Folders that hold much more
 * than a tool stay hidden, whoever names them.
 */
export function withTools(
  toolchain: Toolchain,
  tools: SandboxSettings | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): Toolchain {
  if (tools === undefined || tools.path.length + tools.env.length === 0) return toolchain;
  const path = tools.path.map((folder) => folder.replace(/^~(?=\/)/, homedir())).filter(mayBeShown);
  const variables = Object.fromEntries(
    tools.env.flatMap((name) => {
      const value = environment[name] ?? '';
      return value === '' || holdsSecret(value) ? [] : [[name, value] as const];
    }),
  );
  const folders = Object.values(variables).filter((value) => isPlain(value) && mayBeShown(value));
  const shown = [...path, ...folders].filter((folder) => !SYSTEM.some((root) => isBelow(folder, root)));
  const secrets = shown.flatMap((folder) =>
    [...TOOL_SETTINGS, ...TOOL_SECRETS].map((name) => join(folder, name)),
  );
  return {
    path: [...new Set([...path, ...toolchain.path])],
    shown: [...new Set([...toolchain.shown, ...shown])],
    hidden: [...toolchain.hidden, ...secrets.filter((file) => existsSync(file))],
    variables,
  };
}

function mayBeShown(folder: string): boolean {
  const names = [folder, ...realPath(folder)];
  const isTool = names.every((name) => !NO_TOOLS.test(name) && !CREDENTIALS.test(name));
  return isTool && existsSync(folder) && !holdsMore(folder);
}

/** An address with a login, say, under a name that tells nothing of it. */
function holdsSecret(value: string): boolean {
  return /:\/\/[^\s/@]+@/.test(value) || createMask({ values: [], patterns: [] }).finds(value) !== null;
}

/** Whether a folder, by whatever name, holds much more than programs, such as somebody's home. */
function holdsMore(part: string): boolean {
  const whole = [...WHOLE, homedir(), tmpdir()].flatMap((folder) => [folder, ...realPath(folder)]);
  return [part, ...realPath(part)].some((name) => whole.some((folder) => isBelow(folder, name)));
}

/** Folders that hold much more than programs, whatever else lies in them. */
const WHOLE = [
  '/',
  '/tmp',
  '/home',
  '/opt',
  '/srv',
  '/var',
  '/root',
  '/etc',
  '/run',
  '/mnt',
  '/media',
  '/__w',
];

/** Absolute and without a step up. */
function isPlain(folder: string): boolean {
  return folder.startsWith('/') && normalize(folder) === folder;
}

function holdsNode(folder: string): boolean {
  return existsSync(join(folder, 'node')) || existsSync(join(folder, 'npm'));
}

/** The folder of programs, where they really lie, and the packages beside it that npm is made of. */
function partsOf(folder: string): readonly string[] {
  const inside = PROGRAMS.map((name) => join(folder, name));
  const programs = inside.flatMap(realPath);
  const isForPrograms = realPath(folder).some((real) => FOR_PROGRAMS.includes(basename(real)));
  const packages = [join(dirname(folder), 'lib', 'node_modules'), ...programs.map(packageRoot)].filter(
    (part) => part !== null,
  );
  return [
    ...(isForPrograms ? [folder, ...realPath(folder)] : inside),
    ...programs.map((program) =>
      FOR_PROGRAMS.includes(basename(dirname(program))) ? dirname(program) : program,
    ),
    ...packages,
  ].filter((part) => existsSync(part));
}

/** `…/lib/node_modules/npm` of `…/lib/node_modules/npm/bin/npm-cli.js`; null: it is not part of a package. */
function packageRoot(program: string): string | null {
  return /^(.*\/node_modules\/[^/]+)\//.exec(program)?.[1] ?? null;
}

function realPath(path: string): readonly string[] {
  try {
    return [realpathSync(path)];
  } catch {
    return [];
  }
}

function isBelow(path: string, root: string): boolean {
  return path === root || root === '/' || path.startsWith(`${root}/`);
}
