import type { GitHubReply } from './ask.ts';

/** Where in a route a permission is told by, and its name in a workflow or in the settings of a token. */
const BY_ROUTE = [
  ['/pulls', 'pull-requests'],
  ['/issues', 'issues'],
  ['/actions/variables', 'Variables'],
  ['/actions/secrets', 'Secrets'],
  ['/actions/permissions', 'Administration'],
  ['/actions', 'actions'],
  ['/rules', 'contents'],
] as const;

/** What a token needs, e.g. `pull-requests: write`. GitHub's own word counts where it says it. */
export function permissionFor(route: string, headers: GitHubReply['headers']): string {
  const accepted = String(headers['x-accepted-github-permissions'] ?? '');
  const needed = accepted === '' ? `\`${guess(route)}\`` : said(accepted);
  return /`[A-Z]/.test(needed) ? `${needed} ${BEYOND_ACTIONS}` : needed;
}

/** No key of a workflow stands for these. */
const BEYOND_ACTIONS =
  'of a fine-grained token or an App, which the token of Actions (GITHUB_TOKEN) can never have';

function guess(route: string): string {
  const name = BY_ROUTE.find(([part]) => route.includes(part))?.[1] ?? 'metadata';
  return `${name}: ${route.startsWith('GET ') ? 'read' : 'write'}`;
}

/** `issues=write; pull_requests=write`: one of them; `a=read,b=read`: both. */
function said(accepted: string): string {
  const sets = accepted.split(';').map((set) => set.split(',').map(permissionOf).join(' and '));
  return sets.join(' or ');
}

function permissionOf(text: string): string {
  const [name = '', level = ''] = text.trim().split('=');
  return `\`${NAMES[name] ?? name.replaceAll('_', '-')}: ${level}\``;
}

/** Names that the settings of a token write with a capital. */
const NAMES: Readonly<Record<string, string>> = {
  actions_variables: 'Variables',
  variables: 'Variables',
  secrets: 'Secrets',
  administration: 'Administration',
};
