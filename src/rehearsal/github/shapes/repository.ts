import { LONG_AGO, type SettingsFile } from '../records/records.ts';
import { repositoryApi, repositoryPage, type Site } from '../records/site.ts';
import { nodeId, numericId } from './identity.ts';
import { userShape } from './user.ts';

const ADDRESSES = {
  archive_url: '/{archive_format}{/ref}',
  assignees_url: '/assignees{/user}',
  blobs_url: '/git/blobs{/sha}',
  branches_url: '/branches{/branch}',
  collaborators_url: '/collaborators{/collaborator}',
  comments_url: '/comments{/number}',
  commits_url: '/commits{/sha}',
  compare_url: '/compare/{base}...{head}',
  contents_url: '/contents/{+path}',
  contributors_url: '/contributors',
  deployments_url: '/deployments',
  downloads_url: '/downloads',
  events_url: '/events',
  forks_url: '/forks',
  git_commits_url: '/git/commits{/sha}',
  git_refs_url: '/git/refs{/sha}',
  git_tags_url: '/git/tags{/sha}',
  hooks_url: '/hooks',
  issue_comment_url: '/issues/comments{/number}',
  issue_events_url: '/issues/events{/number}',
  issues_url: '/issues{/number}',
  keys_url: '/keys{/key_id}',
  labels_url: '/labels{/name}',
  languages_url: '/languages',
  merges_url: '/merges',
  milestones_url: '/milestones{/number}',
  notifications_url: '/notifications{?since,all,participating}',
  pulls_url: '/pulls{/number}',
  releases_url: '/releases{/id}',
  stargazers_url: '/stargazers',
  statuses_url: '/statuses/{sha}',
  subscribers_url: '/subscribers',
  subscription_url: '/subscription',
  tags_url: '/tags',
  teams_url: '/teams',
  trees_url: '/git/trees{/sha}',
} as const;

/** As it stands inside runs. */
export function minimalRepositoryShape(site: Site, settings: SettingsFile) {
  const api = repositoryApi(site);
  return {
    id: repositoryId(site),
    node_id: nodeId('R', site.owner, site.name),
    name: site.name,
    full_name: `${site.owner}/${site.name}`,
    owner: userShape(site, site.owner),
    private: settings.private,
    html_url: repositoryPage(site),
    description: null,
    fork: settings.fork,
    url: api,
    ...Object.fromEntries(Object.entries(ADDRESSES).map(([name, path]) => [name, `${api}${path}`])),
  };
}

export interface RepositoryShapeFacts {
  readonly settings: SettingsFile;
  readonly main: string;
  /** Issues and pull requests. */
  readonly openThreads: number;
}

/** As it stands inside pull requests. */
export function repositoryShape(site: Site, { settings, main, openThreads }: RepositoryShapeFacts) {
  const page = repositoryPage(site);
  return {
    ...minimalRepositoryShape(site, settings),
    git_url: `git://${new URL(page).host}/${site.owner}/${site.name}.git`,
    ssh_url: `git@${new URL(page).hostname}:${site.owner}/${site.name}.git`,
    clone_url: `${page}.git`,
    svn_url: page,
    mirror_url: null,
    homepage: null,
    language: null,
    license: null,
    forks_count: 0,
    forks: 0,
    stargazers_count: 0,
    watchers_count: 0,
    watchers: 0,
    size: 0,
    default_branch: main,
    open_issues_count: openThreads,
    open_issues: openThreads,
    topics: [],
    has_issues: settings.has_issues,
    has_projects: false,
    has_wiki: false,
    has_pages: false,
    has_downloads: false,
    has_discussions: false,
    archived: false,
    disabled: false,
    visibility: settings.private ? 'private' : 'public',
    pushed_at: LONG_AGO,
    created_at: LONG_AGO,
    updated_at: LONG_AGO,
  };
}

export function fullRepositoryShape(site: Site, facts: RepositoryShapeFacts) {
  return { ...repositoryShape(site, facts), subscribers_count: 0, network_count: 0 };
}

export function repositoryId(site: Site): number {
  return numericId('repository', site.owner, site.name);
}
