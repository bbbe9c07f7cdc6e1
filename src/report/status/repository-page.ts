import type { Ending } from '../../core/ending.ts';
import { endingUrl, type GitHubSite, issueUrl } from '../words/github-pages.ts';

/** Addresses for the status page, which knows the repository and no server. Null: a rehearsal has no such pages. */
export function issuePage(repository: string, issue: number): string | null {
  const site = siteOf(repository);
  return site === null ? null : issueUrl(site, issue);
}

export function endingPage(repository: string, ending: Ending): string | null {
  const site = siteOf(repository);
  return site === null ? null : endingUrl(site, ending);
}

function siteOf(repository: string): GitHubSite | null {
  return repository.startsWith('rehearsal/') ? null : { serverUrl: 'https://github.com', repository };
}
