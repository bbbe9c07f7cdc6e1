import type { AlertPlace } from '../../core/checkpoint-state.ts';
import type { Ending } from '../../core/ending.ts';
import {
  branchUrl,
  draftUrl,
  endingUrl,
  fileUrl,
  type GitHubSite,
  issueUrl,
  repositoryUrl,
} from '../words/github-pages.ts';
import type { StatusInput } from './status-facts.ts';

type Place = Pick<StatusInput, 'repository' | 'serverUrl' | 'papers'>;

/** Addresses for the status page. They are made, never read from the state. Null: a rehearsal has no such pages. */
export function issuePage(place: Place, issue: number): string | null {
  const site = siteOf(place);
  return site === null ? null : issueUrl(site, issue);
}

export function draftPage(place: Place, draft: number): string | null {
  const site = siteOf(place);
  return site === null ? null : draftUrl(site, draft);
}

export function endingPage(place: Place, ending: Ending): string | null {
  const site = siteOf(place);
  return site === null ? null : endingUrl(site, ending);
}

/** A line of a goal file or of the settings. */
export function filePage(place: Place, line: AlertPlace): string | null {
  const site = siteOf(place);
  return site === null ? null : fileUrl(repositoryUrl(site), line);
}

/** The front page of the state branch. */
export function statusPageAddress(place: Place & Pick<StatusInput, 'branch'>): string | null {
  const site = siteOf(place);
  return site === null ? null : branchUrl(site, place.branch);
}

function siteOf({ repository, papers, serverUrl = 'https://github.com' }: Place): GitHubSite | null {
  return repository.startsWith('rehearsal/') ? null : { serverUrl, repository, papers };
}
