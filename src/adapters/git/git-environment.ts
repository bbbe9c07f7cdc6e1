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

/**
 * English messages, because they are read; no question is ever asked of a person; and what is not here is missing
 * instead of being fetched behind the caller's back. No object stands for another one.
 */
const SILENT = {
  GIT_NO_LAZY_FETCH: '1',
  GIT_NO_REPLACE_OBJECTS: '1',
  LC_ALL: 'C',
  GIT_TERMINAL_PROMPT: '0',
  GIT_OPTIONAL_LOCKS: '0',
} as const;

/** For commands that stay in the repository: the person's and the system's settings do not count. */
export function localEnvironment(environment: GitEnvironment, folder: string): Record<string, string> {
  return {
    ...inheritable(environment),
    ...SILENT,
    GIT_DIR: folder,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: devNull,
    // Versions of git before 2.32 do not know GIT_CONFIG_GLOBAL.
    HOME: folder,
    XDG_CONFIG_HOME: folder,
  };
}

/** For commands that reach the remote: credential helpers, certificates and proxies of the machine count. */
export function networkEnvironment(access: Access, folder: string): Record<string, string> {
  return {
    ...inheritable(access.environment),
    ...pass(access.environment, ['GIT_CONFIG_GLOBAL', 'GIT_CONFIG_SYSTEM', 'GIT_CONFIG_NOSYSTEM']),
    ...SILENT,
    ...quietSsh(access),
    ...headerSettings(access),
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

/** The empty value first: it drops headers from the machine's settings, two `Authorization` headers are an error. */
function headerSettings(access: Access): Record<string, string> {
  if (access.extraHeader === undefined || !URL.canParse(access.remote)) return {};
  const url = new URL(access.remote);
  const key = `http.${url.protocol}//${url.host}/.extraheader`;
  return {
    GIT_CONFIG_COUNT: '2',
    GIT_CONFIG_KEY_0: key,
    GIT_CONFIG_VALUE_0: '',
    GIT_CONFIG_KEY_1: key,
    GIT_CONFIG_VALUE_1: access.extraHeader,
  };
}
