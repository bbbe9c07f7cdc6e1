import type { GitHub, Issues } from '../ports.ts';

/** Where a person finds what the stand-in calls a page: `…/pull/3` is `<folder>/drafts/3.md`. */
export function pageFinder(repositoryPage: string, folder: string): (url: string) => string {
  return (url) => {
    if (!url.startsWith(`${repositoryPage}/`)) return url;
    const [kind = '', number = ''] = url.slice(repositoryPage.length + 1).split('/');
    return `${folder}/${kind === 'pull' ? 'drafts' : 'issues'}/${number}.md`;
  };
}

/** The same port, with the files that outlive the server as the addresses of pages. */
export function withPages(github: GitHub, pageOf: (url: string) => string): GitHub {
  const shown = <T extends { readonly url: string }>(thing: T): T => ({ ...thing, url: pageOf(thing.url) });
  return {
    ...github,
    findDrafts: async (branch, signal) => (await github.findDrafts(branch, signal)).map(shown),
    createDraft: async (draft, signal) => shown(await github.createDraft(draft, signal)),
    listAlertIssues: async (known, signal) => (await github.listAlertIssues(known, signal)).map(shown),
    openAlertIssue: async (text, signal) => shown(await github.openAlertIssue(text, signal)),
  };
}

export function issuesWithPages(issues: Issues, pageOf: (url: string) => string): Issues {
  const shown = <T extends { readonly url: string }>(thing: T): T => ({ ...thing, url: pageOf(thing.url) });
  const orNull = <T extends { readonly url: string }>(thing: T | null): T | null =>
    thing === null ? null : shown(thing);
  return {
    ...issues,
    list: async (query, signal) => (await issues.list(query, signal)).map(shown),
    read: async (number, signal) => orNull(await issues.read(number, signal)),
    findOpened: async (marker, signal) => orNull(await issues.findOpened(marker, signal)),
    open: async (text, signal) => shown(await issues.open(text, signal)),
  };
}
