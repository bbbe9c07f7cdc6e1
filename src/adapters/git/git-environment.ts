import { devNull } from 'node:os';

export type GitEnvironment = Readonly<Record<string, string | undefined>>;

export interface Access {
  /** What git may inherit: PATH, HOME, proxies, the ssh agent. */
  readonly environment: GitEnvironment;
  readonly remote: string;
  /** One HTTP header for this remote, such as `Authorization: Basic …`. It never appears on a command line. */
  readonly extraHeader?: string;
  /** `core.sshCommand` of the machine's settings. */
  readonly sshCommand?: string;
}

/** Variables that could start a program or redirect git; nothing here needs them. */
const WITHHELD = new Set(['EDITOR', 'VISUAL', 'PAGER', 'PREFIX', 'SSH_ASKPASS', 'LANGUAGE']);

/** Certificates are the only variables of git's own that may pass. */
const KEPT = new Set([
  'GIT_SSL_CAINFO',
  'GIT_SSL_CAPATH',
  'GIT_SSL_CERT',
  'GIT_SSL_KEY',
  'GIT_SSL_NO_VERIFY',
]);

/** English messages, because they are read, and no question is ever asked of a person. No object stands for another one. */
const SILENT = {
  GIT_NO_REPLACE_OBJECTS: '1',
  LC_ALL: 'C',
  GIT_TERMINAL_PROMPT: '0',
  GIT_OPTIONAL_LOCKS: '0',
} as const;

/**
 * What is not here is missing, and is not fetched behind the caller's back, whatever a repository says of itself. Versions of git
 * before 2.45 do not know the first; no protocol at all keeps them from the network as well.
 */
const STAYS_HERE = { GIT_NO_LAZY_FETCH: '1', GIT_ALLOW_PROTOCOL: 'none' } as const;

/** For commands that stay in the repository: the person's and the system's settings do not count. */
export function localEnvironment(environment: GitEnvironment, folder: string): Record<string, string> {
  return {
    ...inheritable(environment),
    ...SILENT,
    ...STAYS_HERE,
    GIT_DIR: folder,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: devNull,
    // Versions of git before 2.32 do not know GIT_CONFIG_GLOBAL.
    HOME: folder,
    XDG_CONFIG_HOME: folder,
  };
}

export interface NetworkUse {
  /**
   * Contents of files may be missing here, because the remote has them. The commands on the network know that; the local ones,
   * which have no credentials, do not, so that none of them fetches anything.
   */
  readonly isPartial: boolean;
  /** The remote is not told what is here, and sends all that it is asked for. */
  readonly isUntold?: boolean;
}

/** For commands that reach the remote: credential helpers, certificates and proxies of the machine count. */
export function networkEnvironment(access: Access, folder: string, use: NetworkUse): Record<string, string> {
  return {
    ...inheritable(access.environment),
    ...pass(access.environment, ['GIT_CONFIG_GLOBAL', 'GIT_CONFIG_SYSTEM', 'GIT_CONFIG_NOSYSTEM']),
    ...SILENT,
    // A remote may send a file as a difference to one that is missing here: git itself fetches that one.
    ...(use.isPartial ? {} : { GIT_NO_LAZY_FETCH: '1' }),
    ...quietSsh(access),
    ...asVariables([...headerSettings(access), ...partialSettings(use)]),
    GIT_DIR: folder,
  };
}

/** Names in `env` that simple-git withholds unless they are allowed one by one. */
export function guardedNames(env: Readonly<Record<string, string>>): string[] {
  return Object.keys(env).filter((name) => name.toUpperCase().startsWith('GIT_'));
}

function inheritable(environment: GitEnvironment): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(environment)) {
    const upper = name.toUpperCase();
    const allowed = upper.startsWith('GIT_') ? KEPT.has(upper) : !WITHHELD.has(upper);
    if (value !== undefined && allowed) kept[name] = value;
  }
  return kept;
}

function pass(environment: GitEnvironment, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = environment[name];
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
}

function quietSsh(access: Access): Record<string, string> {
  const program = access.environment['GIT_SSH'];
  const plain = access.sshCommand ?? (program === undefined ? 'ssh' : JSON.stringify(program));
  const command = access.environment['GIT_SSH_COMMAND'] ?? plain;
  return { GIT_SSH_COMMAND: `${command} -o BatchMode=yes` };
}

/** `user@host:path` or `ssh://…`: only then do the machine's settings for ssh matter. */
export function usesSsh(remote: string): boolean {
  return /^ssh:|\+ssh:|^[^/:]+@?[^/:]+:(?!\/\/)/.test(remote);
}

type Setting = readonly [key: string, value: string];

/** The empty value first: it drops headers from the machine's settings, two `Authorization` headers are an error. */
function headerSettings(access: Access): readonly Setting[] {
  if (access.extraHeader === undefined || !URL.canParse(access.remote)) return [];
  const url = new URL(access.remote);
  const key = `http.${url.protocol}//${url.host}/.extraheader`;
  return [
    [key, ''],
    [key, access.extraHeader],
  ];
}

function partialSettings({ isPartial, isUntold }: NetworkUse): readonly Setting[] {
  return [
    ...(isPartial ? PROMISED : []),
    ...(isUntold === true ? [['fetch.negotiationAlgorithm', 'noop'] as const] : []),
  ];
}

const PROMISED: readonly Setting[] = [
  ['remote.origin.promisor', 'true'],
  ['remote.origin.partialclonefilter', 'blob:none'],
];

function asVariables(settings: readonly Setting[]): Record<string, string> {
  if (settings.length === 0) return {};
  const named = settings.flatMap(([key, value], at) => [
    [`GIT_CONFIG_KEY_${at}`, key],
    [`GIT_CONFIG_VALUE_${at}`, value],
  ]);
  return { GIT_CONFIG_COUNT: `${settings.length}`, ...Object.fromEntries(named) };
}

/** As GitHub takes a token from git: a user name that means "a token", and the token as its password. */
export function tokenHeader(token: string): string {
  return `Authorization: Basic ${tokenPassword(token)}`;
}

/** The form of the token that git sends; as secret as the token. */
export function tokenPassword(token: string): string {
  return Buffer.from(`x-access-token:${token}`).toString('base64');
}
