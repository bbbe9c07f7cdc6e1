/** A repository on GitHub, read from the address of a git remote. */
export interface RepositoryAddress {
  /** `owner/name`. */
  readonly repository: string;
  /** What people open, e.g. `https://github.com`. */
  readonly serverUrl: string;
  /** Base of the REST API. */
  readonly apiUrl: string;
  /** With the port, where there is one. */
  readonly host: string;
  /** Whether GitHub itself runs the server, so that a token for GitHub belongs there. */
  readonly isGitHubs: boolean;
}

interface Address {
  readonly host: string;
  readonly path: string;
  readonly serverUrl: string;
}

/** Null: the address is none that a repository on a server has, e.g. a folder. */
export function repositoryAddress(address: string): RepositoryAddress | null {
  const parts = address.includes('://') ? urlParts(address) : scpParts(address);
  const repository = parts === null ? null : repositoryOf(parts.path);
  if (parts === null || repository === null) return null;
  const { host, serverUrl } = parts;
  if (host === 'github.com')
    return { repository, host, serverUrl, apiUrl: 'https://api.github.com', isGitHubs: true };
  if (host.endsWith('.ghe.com'))
    return { repository, host, serverUrl, apiUrl: `https://api.${host}`, isGitHubs: true };
  return { repository, host, serverUrl, apiUrl: `${serverUrl}/api/v3`, isGitHubs: false };
}

function urlParts(address: string): Address | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || url.hostname === '') return null;
  const path = url.pathname;
  switch (url.protocol) {
    case 'https:':
    case 'http:':
      return onServer(url.host, path, url.protocol);
    case 'ssh:':
    case 'git:':
    case 'git+ssh:':
      // The port is that of ssh, not of the web.
      return onServer(url.hostname, path, 'https:');
    default:
      return null;
  }
}

/** `git@github.com:acme/site.git`; a slash before the colon makes it a path for git. */
function scpParts(address: string): Address | null {
  const match = /^(?:[^@:/\\]+@)?([\w.-]{2,}):(?!\\)(.+)$/.exec(address);
  return match === null ? null : onServer(match[1] ?? '', match[2] ?? '', 'https:');
}

function onServer(found: string, path: string, protocol: string): Address {
  const name = found.toLowerCase();
  const host = ['www.github.com', 'ssh.github.com'].includes(name) ? 'github.com' : name;
  const isGitHubs = host === 'github.com' || host.endsWith('.ghe.com');
  return { host, path, serverUrl: `${isGitHubs ? 'https:' : protocol}//${host}` };
}

function repositoryOf(path: string): string | null {
  const match = /^\/*([\w.-]+)\/([\w.-]+?)(?:\.git)?\/*$/.exec(path);
  const [, owner = '', name = ''] = match ?? [];
  return owner === '' || name === '' || name === '.' || name === '..' ? null : `${owner}/${name}`;
}
