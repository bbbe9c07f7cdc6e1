import type { Site } from '../records/site.ts';
import { nodeId, numericId } from './identity.ts';

const LISTS = {
  followers_url: '/followers',
  following_url: '/following{/other_user}',
  gists_url: '/gists{/gist_id}',
  starred_url: '/starred{/owner}{/repo}',
  subscriptions_url: '/subscriptions',
  organizations_url: '/orgs',
  repos_url: '/repos',
  events_url: '/events{/privacy}',
  received_events_url: '/received_events',
} as const;

export function userShape(site: Site, login: string) {
  const api = `${site.apiUrl}/users/${encodeURIComponent(login)}`;
  const lists = Object.fromEntries(Object.entries(LISTS).map(([name, path]) => [name, `${api}${path}`]));
  const isApp = login.endsWith('[bot]');
  return {
    login,
    id: numericId('user', login),
    node_id: nodeId('U', login),
    avatar_url: `${site.serverUrl}/avatars/${encodeURIComponent(login)}`,
    gravatar_id: '',
    url: api,
    html_url: isApp
      ? `${site.serverUrl}/apps/${encodeURIComponent(login.slice(0, -'[bot]'.length))}`
      : `${site.serverUrl}/${encodeURIComponent(login)}`,
    ...lists,
    type: isApp ? 'Bot' : 'User',
    site_admin: false,
  };
}

/** How the author of something belongs to the repository. */
export function association(login: string): string {
  return login.endsWith('[bot]') ? 'NONE' : 'COLLABORATOR';
}
