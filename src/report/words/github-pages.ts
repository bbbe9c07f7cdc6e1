import type { Ending } from '../../core/ending.ts';

/** Addresses of pages that people open in a repository on GitHub, or on a server of its kind. */
export interface GitHubSite {
  /** Without a slash at the end, e.g. `https://github.com`. */
  readonly serverUrl: string;
  /** `owner/name`. */
  readonly repository: string;
  /** `owner/name` of the repository that has the papers of Wakeful. Missing: this one, which is a copy. */
  readonly papers?: string | undefined;
}

export function issueUrl(site: GitHubSite, issue: number): string {
  return `${repositoryUrl(site)}/issues/${issue}`;
}

export function draftUrl(site: GitHubSite, draft: number): string {
  return `${repositoryUrl(site)}/pull/${draft}`;
}

/** A draft or an issue, by its number. */
export interface PageTarget {
  readonly kind: 'draft' | 'issue';
  readonly number: number;
}

export function targetUrl(site: GitHubSite, { kind, number }: PageTarget): string {
  return kind === 'draft' ? draftUrl(site, number) : issueUrl(site, number);
}

/** An address that the state has for a draft; null where it is not the page of that draft. Logins may differ in case. */
export function ownDraftUrl(site: GitHubSite, draft: number | null, url: string | null): string | null {
  if (draft === null || url === null) return null;
  return url.toLowerCase() === draftUrl(site, draft).toLowerCase() ? url : null;
}

export function branchUrl(site: GitHubSite, branch: string): string {
  return `${repositoryUrl(site)}/tree/${encodeURI(branch)}`;
}

/**
 * A file that a person wrote, at a line of it, as the default branch has it now; null: its path could lead out of the repository.
 * `home`: address of the repository.
 */
export function fileUrl(
  home: string,
  { file, line }: { readonly file: string; readonly line: number | null },
): string | null {
  if (!PLAIN_PATH.test(file)) return null;
  return `${home}/blob/HEAD/${file}${line === null ? '' : `#L${line}`}`;
}

const PLAIN_PATH = /^(?:\.?[\w-][\w.-]*\/)*[\w-][\w.-]*\.ya?ml$/;

/** What an ending means and what to do about it, in the papers that come with Wakeful. */
export function endingUrl(
  { serverUrl, repository, papers = repository }: GitHubSite,
  ending: Ending,
): string {
  return `${repositoryUrl({ serverUrl, repository: papers })}/blob/HEAD/docs/endings.md#${ending}`;
}

/** Where the repository's variables are set. */
export function variablesUrl(site: GitHubSite): string {
  return `${repositoryUrl(site)}/settings/variables/actions`;
}

/** Where the repository's workflows are started by hand. */
export function actionsUrl(site: GitHubSite): string {
  return `${repositoryUrl(site)}/actions`;
}

/** A run attempt of a workflow. */
export function runUrl(site: GitHubSite, run: { readonly id: string; readonly attempt: string }): string {
  return `${repositoryUrl(site)}/actions/runs/${run.id}/attempts/${run.attempt}`;
}

export function repositoryUrl({ serverUrl, repository }: GitHubSite): string {
  return `${serverUrl}/${encodeURI(repository)}`;
}
