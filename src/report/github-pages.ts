/** Addresses of pages that people open in a repository on GitHub, or on a server of its kind. */
export interface GitHubSite {
  /** Without a slash at the end, e.g. `https://github.com`. */
  readonly serverUrl: string;
  /** `owner/name`. */
  readonly repository: string;
}

export function issueUrl(site: GitHubSite, issue: number): string {
  return `${base(site)}/issues/${issue}`;
}

export function branchUrl(site: GitHubSite, branch: string): string {
  return `${base(site)}/tree/${encodeURI(branch)}`;
}

/** Where the repository's variables are set. */
export function variablesUrl(site: GitHubSite): string {
  return `${base(site)}/settings/variables/actions`;
}

/** A run attempt of a workflow. */
export function runUrl(site: GitHubSite, run: { readonly id: string; readonly attempt: string }): string {
  return `${base(site)}/actions/runs/${run.id}/attempts/${run.attempt}`;
}

function base({ serverUrl, repository }: GitHubSite): string {
  return `${serverUrl}/${encodeURI(repository)}`;
}
