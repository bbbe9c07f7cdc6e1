import type { Reply } from './ask.ts';

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
export function permissionFor(route: string, headers: Reply['headers']): string {
  const accepted = String(headers['x-accepted-github-permissions'] ?? '');
  const needed = accepted === '' ? guess(route) : said(accepted);
  const isBeyond = /^(Variables|Secrets|Administration)/.test(needed);
  return isBeyond ? `\`${needed}\` ${ONLY_FINE}` : `\`${needed}\``;
}

const ONLY_FINE =
  'of a fine-grained token or an App, which the token of Actions (GITHUB_TOKEN) can never have';

function guess(route: string): string {
  const name = BY_ROUTE.find(([part]) => route.includes(part))?.[1] ?? 'metadata';
  return `${name}: ${route.startsWith('GET ') ? 'read' : 'write'}`;
}

/** `issues=write; pull_requests=write`: alternatives; `a=read,b=read`: together. */
function said(accepted: string): string {
  const one = (text: string): string => {
    const [name = '', level = ''] = text.trim().split('=');
    return `${NAMES[name] ?? name.replaceAll('_', '-')}: ${level}`;
  };
  const sets = accepted.split(';').map((set) => set.split(',').map(one).join(' and '));
  return sets.join(' or ');
}

/** Names that the settings of a token write with a capital: no key of a workflow stands for them. */
const NAMES: Readonly<Record<string, string>> = {
  actions_variables: 'Variables',
  variables: 'Variables',
  secrets: 'Secrets',
  administration: 'Administration',
};
